//! A JSON-RPC client for bitcoind and whatever is driven like it.
//!
//! One connection a call, without an executor: tests of processes are plain code. Does not know
//! methods.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::base64;

/// How long an answer may take; a long poll waits.
const TIMEOUT: Duration = Duration::from_secs(120);
/// The longest answer: a block of 4 MB in hexadecimal, and some.
const MAX_ANSWER_BYTES: u64 = 64 << 20;

/// Why a call gave no result.
#[derive(Debug, thiserror::Error)]
pub enum RpcError {
    /// Nobody answers.
    #[error("{address} does not answer: {source}")]
    NoAnswer {
        /// Where.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The cookie file cannot be read.
    #[error("no cookie in {}: {source}", path.display())]
    NoCookie {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Not with this user and password.
    #[error("the server refuses this user and password (HTTP 401)")]
    Unauthorized,
    /// The server's own error.
    #[error("{method}: {message} ({code})")]
    Refused {
        /// The method.
        method: String,
        /// The server's code, as -28 while it starts.
        code: i64,
        /// The server's words.
        message: String,
    },
    /// Something else than JSON-RPC.
    #[error("{method} was answered by HTTP {status}: {text}")]
    Malformed {
        /// The method.
        method: String,
        /// The HTTP status.
        status: String,
        /// The beginning of the answer.
        text: String,
    },
}

impl RpcError {
    /// The server's code, if it gave one.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            _ => None,
        }
    }
}

/// Calls one server as one user.
#[derive(Clone, Debug)]
pub struct RpcClient {
    address: SocketAddr,
    authorization: String,
}

impl RpcClient {
    /// As a user with a password.
    #[must_use]
    pub fn with_password(address: SocketAddr, user: &str, password: &str) -> Self {
        Self::with_credentials(address, &format!("{user}:{password}"))
    }

    /// As whoever may read the cookie file.
    ///
    /// # Errors
    /// [`RpcError::NoCookie`]
    pub fn with_cookie(address: SocketAddr, file: &Path) -> Result<Self, RpcError> {
        let cookie = fs::read_to_string(file)
            .map_err(|source| RpcError::NoCookie { path: file.to_owned(), source })?;
        Ok(Self::with_credentials(address, cookie.trim_end()))
    }

    fn with_credentials(address: SocketAddr, credentials: &str) -> Self {
        Self { address, authorization: base64::encode(credentials.as_bytes()) }
    }

    /// Where it calls.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Calls a method with positional (an array) or named parameters (an object).
    ///
    /// # Errors
    /// [`RpcError`]
    #[expect(clippy::needless_pass_by_value, reason = "calls read best with `json!` in place")]
    pub fn call(&self, method: &str, params: Value) -> Result<Value, RpcError> {
        let request = json!({ "id": 0, "method": method, "params": params }).to_string();
        let (status, body) = self
            .post(&request)
            .map_err(|source| RpcError::NoAnswer { address: self.address, source })?;
        if status == "401" {
            return Err(RpcError::Unauthorized);
        }
        let mut answer: Value = serde_json::from_slice(&body).unwrap_or_default();
        let error = &answer["error"];
        if let Some(code) = error["code"].as_i64() {
            let message = error["message"].as_str().unwrap_or_default().to_owned();
            return Err(RpcError::Refused { method: method.to_owned(), code, message });
        }
        match answer.get_mut("result") {
            Some(result) => Ok(result.take()),
            None => {
                let text = String::from_utf8_lossy(&body).chars().take(500).collect();
                Err(RpcError::Malformed { method: method.to_owned(), status, text })
            }
        }
    }

    /// The HTTP status and the body of an answer.
    fn post(&self, body: &str) -> io::Result<(String, Vec<u8>)> {
        let mut stream = TcpStream::connect_timeout(&self.address, TIMEOUT)?;
        stream.set_read_timeout(Some(TIMEOUT))?;
        let request = format!(
            "POST / HTTP/1.1\r\nHost: {}\r\nAuthorization: Basic {}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            self.authorization,
            body.len()
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.take(MAX_ANSWER_BYTES).read_to_end(&mut answer)?;
        split(&answer).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, "the answer is not a whole one of HTTP")
        })
    }
}

/// Divides an answer into status and body. A connection that closes at its end needs no chunks, and
/// a body shorter than announced is none.
fn split(answer: &[u8]) -> Option<(String, Vec<u8>)> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = core::str::from_utf8(&answer[..end]).ok()?;
    let mut body = &answer[end + 4..];
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.to_owned();
    let announced = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    if let Some((_, length)) = announced {
        body = body.get(..length.trim().parse().ok()?)?;
    }
    Some((status, body.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn an_answer_is_whole_or_none() {
        let answer = b"HTTP/1.1 500 Internal Server Error\r\ncontent-length: 2\r\n\r\n{}";
        assert_eq!(split(answer), Some(("500".to_owned(), b"{}".to_vec())));
        assert_eq!(split(&answer[..answer.len() - 1]), None);
        assert_eq!(split(b"HTTP/1.0 200 OK\r\n\r\nabc"), Some(("200".to_owned(), b"abc".to_vec())));
        assert_eq!(split(b"hello"), None);
    }
}
