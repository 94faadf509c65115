//! What a key may be called: a name that is also a safe file name everywhere.
//!
//! Does not know directories.

use core::fmt;
use core::str::FromStr;

use crate::limits::MAX_KEY_NAME_BYTES;

/// Why some text is not a key name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key name has 1 to {MAX_KEY_NAME_BYTES} of the characters a-z 0-9 _ - (like `alice-2`)")]
pub struct KeyNameError;

/// A key's name: 1 to 32 of `a-z`, `0-9`, `_`, `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

impl KeyName {
    /// Checks a name.
    ///
    /// # Errors
    /// [`KeyNameError`] if it is empty, too long or has other characters.
    pub fn new(text: &str) -> Result<Self, KeyNameError> {
        let allowed = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-');
        if text.is_empty() || text.len() > MAX_KEY_NAME_BYTES || !text.bytes().all(allowed) {
            return Err(KeyNameError);
        }
        Ok(Self(text.to_owned()))
    }

    /// The name's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for KeyName {
    type Err = KeyNameError;
    fn from_str(text: &str) -> Result<Self, KeyNameError> {
        Self::new(text)
    }
}
