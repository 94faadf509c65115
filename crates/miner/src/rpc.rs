//! A JSON-RPC client of one node, with limits on time and size, and errors that say what to do.
//!
//! Does not know methods.

use std::path::PathBuf;
use std::time::Duration;

use quarry_mining::verdict::tidy;
use reqwest::{Client, StatusCode, Url, redirect};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::limits::CONNECT_TIMEOUT;
use crate::url::Credentials;

/// The header by which a server of getwork says where news are waited for.
const LONG_POLL_HEADER: &str = "x-long-polling";
/// JSON-RPC's code of a method that is not there.
const METHOD_NOT_FOUND: i64 = -32601;
/// Bitcoin Core's code while it starts.
const IN_WARMUP: i64 = -28;

/// Why a call gave no result. Messages stand after the upstream's address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RpcError {
    /// Nobody answers, or the connection broke.
    #[error("cannot be reached: {0}")]
    Unreachable(String),
    /// No answer in time.
    #[error("does not answer within {} s", .0.as_secs_f32())]
    Silent(Duration),
    /// Not with this user and password.
    #[error("refuses this user and password (HTTP 401)")]
    Unauthorized,
    /// Not from here, or not this method for this user.
    #[error("forbids it (HTTP 403)")]
    Forbidden,
    /// The cookie file cannot be read.
    #[error("cannot be asked: no cookie in {}: {reason}", path.display())]
    Cookie {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The node's own error.
    #[error("says: {message} ({code})")]
    Refused {
        /// Its code, as -28 while it starts.
        code: i64,
        /// Its words.
        message: String,
    },
    /// Something else than JSON-RPC.
    #[error("answers something that is not JSON-RPC: {0}")]
    NotRpc(String),
    /// More than is read.
    #[error("answers with more than {0} bytes")]
    TooLong(usize),
}

impl RpcError {
    /// Whether the method is not there.
    #[must_use]
    pub const fn is_unknown_method(&self) -> bool {
        matches!(self, Self::Refused { code: METHOD_NOT_FOUND, .. })
    }

    /// Whether the same may be answered if it is asked again: the node was not there, or was just being
    /// started, with its cookie not written yet.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Unreachable(_)
                | Self::Silent(_)
                | Self::Cookie { .. }
                | Self::Unauthorized
                | Self::NotRpc(_)
                | Self::Refused { code: IN_WARMUP, .. }
        )
    }

    /// Whether only another command line can mend it.
    #[must_use]
    pub const fn is_lasting(&self) -> bool {
        matches!(self, Self::Unauthorized | Self::Forbidden)
    }

    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Unreachable(_) => Some("is the node running, and is this the port of its RPC?"),
            Self::Unauthorized => Some(
                "give its rpcuser and rpcpassword in its URL, http://USER:PASSWORD@HOST:PORT, or its cookie file \
                 with --cookie",
            ),
            Self::Forbidden => {
                Some("allow this machine with -rpcallowip, and the user with -rpcwhitelist")
            }
            Self::Cookie { .. } => Some("the node writes it when it starts: is it running?"),
            Self::NotRpc(_) => Some("is this the port of its RPC?"),
            _ => None,
        }
    }
}

/// Calls one node as one user. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Rpc {
    client: Client,
    url: Url,
    credentials: Option<Credentials>,
}

impl Rpc {
    /// A client; nothing is sent yet.
    ///
    /// # Errors
    /// [`RpcError::NotRpc`] if there is no HTTP here.
    pub fn new(url: Url, credentials: Option<Credentials>) -> Result<Self, RpcError> {
        let client = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(redirect::Policy::none())
            .tcp_nodelay(true)
            .no_proxy()
            .build()
            .map_err(|why| RpcError::NotRpc(reason(&why)))?;
        Ok(Self { client, url, credentials })
    }

    /// The same user at another path of the same server; none if it is one of another: who asks is told to
    /// nobody else.
    pub(crate) fn at(&self, path: &str) -> Option<Self> {
        let url = self.url.join(path).ok().filter(|url| url.origin() == self.url.origin())?;
        Some(Self { url, ..self.clone() })
    }

    /// Calls a method and waits so long for the answer, which has so many bytes at most.
    ///
    /// # Errors
    /// [`RpcError`].
    pub async fn call(
        &self,
        method: &str,
        params: &Value,
        timeout: Duration,
        bytes_max: usize,
    ) -> Result<Value, RpcError> {
        self.ask(method, params, timeout, bytes_max).await?.result()
    }

    /// As [`Rpc::call`], and gives the answer as it came, to be read in place.
    pub(crate) async fn ask(
        &self,
        method: &str,
        params: &Value,
        timeout: Duration,
        bytes_max: usize,
    ) -> Result<Answer, RpcError> {
        let answer = self.answer(method, params, bytes_max);
        match tokio::time::timeout(timeout, answer).await {
            Ok(answer) => answer,
            Err(_) => Err(RpcError::Silent(timeout)),
        }
    }

    async fn answer(
        &self,
        method: &str,
        params: &Value,
        bytes_max: usize,
    ) -> Result<Answer, RpcError> {
        let body = json!({ "jsonrpc": "1.0", "id": "quarry", "method": method, "params": params });
        let mut request = self.client.post(self.url.clone()).json(&body);
        if let Some((user, password)) = self.login().await? {
            request = request.basic_auth(user, Some(password));
        }
        let lost = |why: reqwest::Error| RpcError::Unreachable(reason(&why));
        let mut response = request.send().await.map_err(lost)?;
        let status = response.status();
        match status {
            StatusCode::UNAUTHORIZED => return Err(RpcError::Unauthorized),
            StatusCode::FORBIDDEN => return Err(RpcError::Forbidden),
            _ => {}
        }
        let long_poll = response.headers().get(LONG_POLL_HEADER);
        let long_poll = long_poll.and_then(|path| path.to_str().ok()).map(str::to_owned);
        // What it says of its length is believed as far as the limit goes.
        let length = response.content_length().and_then(|bytes| usize::try_from(bytes).ok());
        let mut body = Vec::with_capacity(length.unwrap_or_default().min(bytes_max));
        while let Some(chunk) = response.chunk().await.map_err(lost)? {
            if body.len() + chunk.len() > bytes_max {
                return Err(RpcError::TooLong(bytes_max));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status, body, long_poll })
    }

    /// Read for each call: a node writes a new cookie at each start.
    async fn login(&self) -> Result<Option<(String, String)>, RpcError> {
        match &self.credentials {
            None => Ok(None),
            Some(Credentials::Password { user, password }) => {
                Ok(Some((user.clone(), password.clone())))
            }
            Some(Credentials::Cookie(path)) => {
                let failed = |reason: String| RpcError::Cookie { path: path.clone(), reason };
                let text =
                    tokio::fs::read_to_string(path).await.map_err(|why| failed(why.to_string()))?;
                let (user, password) = text
                    .trim_end()
                    .split_once(':')
                    .ok_or_else(|| failed("it has no colon".to_owned()))?;
                Ok(Some((user.to_owned(), password.to_owned())))
            }
        }
    }
}

/// What a node answered.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    body: Vec<u8>,
    /// Where news are waited for, if it says so: a path, or a whole address.
    pub(crate) long_poll: Option<String>,
}

/// An answer's form (JSON-RPC 1.0).
#[derive(Deserialize)]
#[serde(bound = "T: Deserialize<'de>")]
struct Envelope<T> {
    #[serde(default)]
    error: Value,
    #[serde(default, deserialize_with = "some")]
    result: Option<T>,
}

/// A `null` is a result too.
fn some<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

impl Answer {
    /// Its result. Errors come with HTTP 404 and 500 too.
    ///
    /// # Errors
    /// The node's own error, or that this is no answer.
    pub(crate) fn result<'de, T: Deserialize<'de>>(&'de self) -> Result<T, RpcError> {
        let envelope: Envelope<T> =
            serde_json::from_slice(&self.body).map_err(|_| self.strange())?;
        let error = &envelope.error;
        if !error.is_null() {
            let code = error.get("code").and_then(Value::as_i64).unwrap_or_default();
            let words = error.get("message").and_then(Value::as_str).or(error.as_str());
            return Err(RpcError::Refused { code, message: tidy(words.unwrap_or_default()) });
        }
        envelope.result.ok_or_else(|| self.strange())
    }

    fn strange(&self) -> RpcError {
        let start: String = String::from_utf8_lossy(&self.body).chars().take(200).collect();
        RpcError::NotRpc(format!("HTTP {}: {}", self.status.as_u16(), tidy(&start)))
    }
}

/// What went wrong at the bottom: the library's own words name the address again and no reason.
fn reason(error: &dyn std::error::Error) -> String {
    let mut deepest = error;
    while let Some(source) = deepest.source() {
        deepest = source;
    }
    tidy(&deepest.to_string())
}
