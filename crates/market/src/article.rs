//! Articles: the kinds of work that are traded, as data in one table.
//!
//! Knows what an article is called and what its unit of quantity is; does not know prices.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The nonce article: find a nonce whose SHA256d meets a target.
pub const NONCE_ARTICLE: &str = "sha256d.nonce/1";

/// How the exchange decides that a unit of an article was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verification {
    /// The exchange hashes the template with the nonce again and compares with the target.
    Rehash,
}

/// One kind of work that is traded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its name and version.
    pub id: &'static str,
    /// What a quantity of 1 is, for people.
    pub unit: &'static str,
    /// How results are checked.
    pub verification: Verification,
    /// The furthest an order's expiry may lie ahead, in milliseconds.
    pub order_ms_max: u64,
}

/// All articles. A change is a change of the rules.
pub const ARTICLES: &[Article] = &[Article {
    id: NONCE_ARTICLE,
    unit: "2^32 hashes",
    verification: Verification::Rehash,
    order_ms_max: 30 * 24 * 60 * 60 * 1_000,
}];

/// The name of an article: `name/version`, of at most 64 characters `a-z 0-9 . - _`.
///
/// A valid name need not be a known one: ask [`article`](Self::article).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ArticleId(String);

/// A text that is no article name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an article: write it like {NONCE_ARTICLE}")]
pub struct ArticleIdError(String);

impl ArticleId {
    /// The nonce article.
    #[must_use]
    pub fn nonce() -> Self {
        Self(NONCE_ARTICLE.to_owned())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The article of this name, if it is traded here.
    #[must_use]
    pub fn article(&self) -> Option<&'static Article> {
        ARTICLES.iter().find(|article| article.id == self.0)
    }
}

impl FromStr for ArticleId {
    type Err = ArticleIdError;
    fn from_str(text: &str) -> Result<Self, ArticleIdError> {
        let name_ok = |name: &str| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-_".contains(&b))
        };
        let version_ok =
            |v: &str| !v.is_empty() && v.len() <= 4 && v.bytes().all(|b| b.is_ascii_digit());
        match text.split_once('/') {
            Some((name, version)) if text.len() <= 64 && name_ok(name) && version_ok(version) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err(ArticleIdError(text.chars().take(64).collect())),
        }
    }
}

impl TryFrom<String> for ArticleId {
    type Error = ArticleIdError;
    fn try_from(text: String) -> Result<Self, ArticleIdError> {
        text.parse()
    }
}

impl From<ArticleId> for String {
    fn from(id: ArticleId) -> Self {
        id.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_checked() {
        for article in ARTICLES {
            assert_eq!(article.id.parse::<ArticleId>().unwrap().article(), Some(article));
        }
        assert_eq!("blender.cycles/1".parse::<ArticleId>().unwrap().article(), None);
        for bad in ["", "/", "a/", "/1", "a", "A/1", "a/x", "a/1/2", "a b/1", "a/12345"] {
            assert!(bad.parse::<ArticleId>().is_err(), "{bad}");
        }
        assert!(format!("{}/1", "a".repeat(63)).parse::<ArticleId>().is_err());
    }
}
