//! Addresses of upstreams, as they are typed: `http://user:password@host:port`.
//!
//! Does not know what is spoken there.

use std::fmt;
use std::path::PathBuf;

use reqwest::Url;

use crate::limits::MAX_CREDENTIAL_BYTES;

/// Who asks.
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// A user and a password; both may be empty.
    Password {
        /// The user.
        user: String,
        /// The password.
        password: String,
    },
    /// Whoever may read this file, which a node writes anew at each start.
    Cookie(PathBuf),
}

/// The password is not for logs.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Password { user, .. } => {
                f.debug_struct("Password").field("user", user).finish_non_exhaustive()
            }
            Self::Cookie(path) => f.debug_tuple("Cookie").field(path).finish(),
        }
    }
}

/// What is spoken at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// JSON-RPC: `http://`, `https://`.
    Rpc,
    /// A pool: `stratum+tcp://`, `stratum+ssl://`.
    Stratum {
        /// Whether the connection is encrypted.
        tls: bool,
    },
}

/// An upstream's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpstreamUrl {
    /// What is spoken there.
    pub scheme: Scheme,
    /// The address without user and password.
    pub url: Url,
    /// Who asks, if the address says so.
    pub credentials: Option<Credentials>,
}

/// An address that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UrlError {
    /// Not of the form.
    #[error("not an address: {0}")]
    Malformed(String),
    /// Something else is spoken there.
    #[error("`{0}` is not spoken here: http, https, stratum+tcp or stratum+ssl")]
    Scheme(String),
    /// Nothing to connect to.
    #[error("no host in it")]
    NoHost,
    /// A pool's address without a port.
    #[error("no port in it")]
    NoPort,
    /// Longer than any real one.
    #[error("user or password has more than {MAX_CREDENTIAL_BYTES} bytes")]
    Credentials,
}

impl UpstreamUrl {
    /// Reads an address. One without a scheme is a JSON-RPC server's.
    ///
    /// # Errors
    /// [`UrlError`]; it does not repeat the address, which may have a password in it.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        let with_scheme;
        let text = if text.contains("://") {
            text
        } else {
            with_scheme = format!("http://{text}");
            &with_scheme
        };
        let mut url = Url::parse(text).map_err(|why| UrlError::Malformed(why.to_string()))?;
        let scheme = match url.scheme() {
            "http" | "https" => Scheme::Rpc,
            "stratum+tcp" | "stratum" => Scheme::Stratum { tls: false },
            "stratum+ssl" | "stratum+tls" => Scheme::Stratum { tls: true },
            other => return Err(UrlError::Scheme(other.to_owned())),
        };
        if url.host_str().is_none_or(str::is_empty) {
            return Err(UrlError::NoHost);
        }
        if matches!(scheme, Scheme::Stratum { .. }) && url.port().is_none() {
            return Err(UrlError::NoPort);
        }
        let credentials = credentials(&url)?;
        // Both can be taken from an address with a host.
        let _had_a_host = (url.set_username(""), url.set_password(None));
        Ok(Self { scheme, url, credentials })
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, UrlError> {
    let (user, password) = (url.username(), url.password());
    if user.is_empty() && password.is_none() {
        return Ok(None);
    }
    let user = percent_decoded(user);
    let password = percent_decoded(password.unwrap_or_default());
    if user.len().max(password.len()) > MAX_CREDENTIAL_BYTES {
        return Err(UrlError::Credentials);
    }
    Ok(Some(Credentials::Password { user, password }))
}

/// `%41` is `A`; what is not of that form stays.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let mut byte = [*first];
        rest = match after.split_at_checked(2) {
            Some((digits, after))
                if hex::decode_to_slice(digits, &mut byte).is_ok() && *first == b'%' =>
            {
                after
            }
            _ => {
                byte = [*first];
                after
            }
        };
        bytes.extend(byte);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Without user and password.
impl fmt::Display for UpstreamUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.url.as_str().trim_end_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_shown_without_secrets() {
        let url = UpstreamUrl::parse("http://us%40er:pa%3Ass%zz@127.0.0.1:18443").unwrap();
        assert_eq!(url.scheme, Scheme::Rpc);
        assert_eq!(url.to_string(), "http://127.0.0.1:18443");
        let (user, password) = ("us@er".to_owned(), "pa:ss%zz".to_owned());
        assert_eq!(url.credentials, Some(Credentials::Password { user, password }));
        assert!(!format!("{url:?}").contains("pa:ss"));
        assert_eq!(
            UpstreamUrl::parse("localhost:8332").unwrap().to_string(),
            "http://localhost:8332"
        );
        let pool = UpstreamUrl::parse("stratum+ssl://pool.example:3334").unwrap();
        assert_eq!((pool.scheme, pool.credentials), (Scheme::Stratum { tls: true }, None));
        let wrong = |text| UpstreamUrl::parse(text).unwrap_err();
        assert!(matches!(wrong("ftp://x"), UrlError::Scheme(_)));
        assert_eq!(wrong("stratum+tcp://pool.example"), UrlError::NoPort);
        assert!(matches!(wrong("http://"), UrlError::Malformed(_)));
        assert!(matches!(wrong("http://a:99999"), UrlError::Malformed(_)));
        assert_eq!(wrong(&format!("http://{}@a", "x".repeat(2000))), UrlError::Credentials);
    }
}
