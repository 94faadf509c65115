//! One call over HTTP: where to, as whom, and what can go wrong.
//!
//! Does not know methods.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use reqwest::StatusCode;

use crate::bitcoind::{Args, Chain, config_path, cookie_file, integral, split_host_port};
use crate::exact_json::Json;

/// The pause between two attempts of `-rpcwait`.
const RETRY_PAUSE: Duration = Duration::from_secs(1);
/// Of `-rpcclienttimeout`, in seconds.
const DEFAULT_TIMEOUT_SECS: i64 = 900;
/// Where 0 is asked for, which means forever.
const FOREVER: Duration = Duration::from_secs(5 * 365 * 24 * 60 * 60);
/// The code of a node that still starts.
const IN_WARMUP: i64 = -28;

/// Why there is no reply. The texts are those of bitcoin-cli.
#[derive(Debug, thiserror::Error)]
pub(super) enum CallError {
    /// Nobody answers, or a proper answer is still to come: worth another attempt with `-rpcwait`.
    #[error("{0}")]
    NoConnection(String),
    #[error("{0}")]
    Failed(String),
}

impl CallError {
    pub(super) fn failed(text: impl Into<String>) -> Self {
        Self::Failed(text.into())
    }
}

/// Whom to call, and as whom.
#[derive(Debug)]
pub(super) struct Caller {
    runtime: tokio::runtime::Runtime,
    client: reqwest::Client,
    host: String,
    port: u16,
    path: String,
    user: String,
    /// None: the cookie.
    password: Option<String>,
    cookie_file: Option<PathBuf>,
    config_path: Option<PathBuf>,
    id: String,
    /// Whether to wait for a server, and for how long.
    wait: Option<Option<Duration>>,
}

impl Caller {
    pub(super) fn new(args: &Args) -> Result<Self, CallError> {
        let (host, port) = address(args)?;
        let timeout = args.number("rpcclienttimeout").unwrap_or(DEFAULT_TIMEOUT_SECS);
        let timeout = u64::try_from(timeout).ok().filter(|seconds| *seconds > 0);
        let client = reqwest::Client::builder()
            .no_proxy()
            .timeout(timeout.map_or(FOREVER, |seconds| Duration::from_secs(seconds).min(FOREVER)))
            .build()
            .map_err(|error| CallError::failed(error.to_string()))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let wait_secs = args.number("rpcwaittimeout").and_then(|s| u64::try_from(s).ok());
        Ok(Self {
            runtime: runtime.map_err(|error| CallError::failed(error.to_string()))?,
            client,
            host,
            port,
            path: match args.text("rpcwallet") {
                Some(wallet) => format!("/wallet/{}", percent(&wallet)),
                None => "/".to_owned(),
            },
            user: args.text("rpcuser").unwrap_or_default(),
            password: args.text("rpcpassword").filter(|password| !password.is_empty()),
            cookie_file: cookie_file(args).map_err(CallError::failed)?,
            config_path: config_path(args),
            id: args.text("rpcid").unwrap_or_else(|| "1".to_owned()),
            wait: args
                .switch("rpcwait", false)
                .then(|| wait_secs.filter(|s| *s > 0).map(Duration::from_secs)),
        })
    }

    /// The reply to one call: an object with `result` or `error`.
    pub(super) fn call(&self, method: &str, params: Json) -> Result<Json, CallError> {
        let request = self.request(method, params, Json::text(self.id.as_str()));
        let reply = self.send(&request)?;
        match reply {
            Json::Object(ref members) if !members.is_empty() => Ok(reply),
            _ => Err(CallError::failed("expected reply to have result, error and id properties")),
        }
    }

    /// The replies to many calls without parameters, in their order.
    pub(super) fn batch(&self, methods: &[&str]) -> Result<Vec<Json>, CallError> {
        let requests = methods.iter().enumerate().map(|(index, method)| {
            self.request(method, Json::Array(Vec::new()), Json::Number(index.to_string()))
        });
        let reply = self.send(&Json::Array(requests.collect()))?;
        let find = |index: usize| {
            let mine = |reply: &&Json| *reply.get("id") == Json::Number(index.to_string());
            reply.elements().iter().find(mine).cloned()
        };
        let all: Option<Vec<Json>> = (0..methods.len()).map(find).collect();
        // An error that answers the whole is one object.
        all.ok_or_else(|| CallError::failed(format!("Batch must be an array: {}", reply.compact())))
    }

    fn request(&self, method: &str, params: Json, id: Json) -> Json {
        let member = |name: &str, value: Json| (name.to_owned(), value);
        Json::Object(vec![
            member("jsonrpc", Json::text("2.0")),
            member("method", Json::text(method)),
            member("params", params),
            member("id", id),
        ])
    }

    /// Sends until there is a server, if that is asked for.
    fn send(&self, request: &Json) -> Result<Json, CallError> {
        let body = request.compact() + "\n";
        let started = Instant::now();
        loop {
            let mut reply = self.send_once(&body);
            if let Ok(warm) = &reply
                && self.wait.is_some()
                && warm.get("error").get("code").as_i64() == Some(IN_WARMUP)
            {
                reply = Err(CallError::NoConnection("server in warmup".to_owned()));
            }
            match (reply, self.wait) {
                (Err(CallError::NoConnection(text)), Some(limit)) => {
                    if limit.is_some_and(|limit| started.elapsed() >= limit) {
                        let text = format!("timeout on transient error: {text}");
                        return Err(CallError::NoConnection(text));
                    }
                    std::thread::sleep(RETRY_PAUSE);
                }
                (reply, _) => return reply,
            }
        }
    }

    fn send_once(&self, body: &str) -> Result<Json, CallError> {
        // Read each time: a server that starts writes it anew.
        let credentials = self.credentials();
        let host =
            if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        let url = format!("http://{host}:{}{}", self.port, self.path);
        let (user, password) =
            credentials.as_deref().unwrap_or_default().split_once(':').unwrap_or_default();
        let request = self
            .client
            .post(url)
            .header(reqwest::header::CONTENT_TYPE, "application/json")
            .basic_auth(user, Some(password))
            .body(body.to_owned());
        let answer = self.runtime.block_on(async {
            let response = request.send().await?;
            let status = response.status();
            Ok((status, response.text().await?))
        });
        let (status, text) = answer.map_err(|error: reqwest::Error| self.unreachable(&error))?;
        self.check(status, &text, credentials.is_some())?;
        Json::parse(&text).map_err(|_| CallError::failed("couldn't parse reply from server"))
    }

    fn credentials(&self) -> Option<String> {
        if let Some(password) = &self.password {
            return Some(format!("{}:{password}", self.user));
        }
        let text = std::fs::read_to_string(self.cookie_file.as_ref()?).ok()?;
        Some(text.lines().next().unwrap_or_default().to_owned())
    }

    fn unreachable(&self, error: &reqwest::Error) -> CallError {
        let mut reason: &dyn std::error::Error = error;
        while let Some(source) = reason.source() {
            reason = source;
        }
        CallError::NoConnection(format!(
            "Could not connect to the server {}:{} ({reason})\n\n\
             Make sure the bitcoind server is running and that you are connecting to the correct RPC \
             port.\nUse \"bitcoin-cli -help\" for more info.",
            self.host, self.port
        ))
    }

    fn check(&self, status: StatusCode, body: &str, credentials: bool) -> Result<(), CallError> {
        let text = match status {
            StatusCode::UNAUTHORIZED if !credentials => {
                let config = self.config_path.as_ref().map(|path| path.display().to_string());
                format!(
                    "Could not locate RPC credentials. No authentication cookie could be found, and \
                     RPC password is not set.  See -rpcpassword and -stdinrpcpass.  Configuration \
                     file: ({})",
                    config.unwrap_or_default()
                )
            }
            StatusCode::UNAUTHORIZED => {
                "Authorization failed: Incorrect rpcuser or rpcpassword".to_owned()
            }
            StatusCode::SERVICE_UNAVAILABLE => format!("Server response: {body}"),
            // These come with a reply of the server's own.
            StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::INTERNAL_SERVER_ERROR => {
                return if body.is_empty() { Err(no_response()) } else { Ok(()) };
            }
            other if other.as_u16() >= 400 => {
                format!("server returned HTTP error {}", other.as_u16())
            }
            _ if body.is_empty() => return Err(no_response()),
            _ => return Ok(()),
        };
        Err(CallError::Failed(text))
    }
}

fn no_response() -> CallError {
    CallError::failed("no response from server")
}

/// `-rpcport` beats a port in `-rpcconnect`, and that the chain's own.
fn address(args: &Args) -> Result<(String, u16), CallError> {
    let connect = args.text("rpcconnect").unwrap_or_else(|| "127.0.0.1".to_owned());
    let (host, own) = split_host_port(&connect).ok_or_else(|| {
        CallError::Failed(format!("Invalid port provided in -rpcconnect: {connect}"))
    })?;
    let Some(text) = args.text("rpcport") else {
        let chain = args.chain_name().and_then(|name| Chain::parse(&name));
        let chain = chain.map_err(CallError::Failed)?;
        return Ok((host.to_owned(), own.unwrap_or_else(|| chain.rpc_port())));
    };
    let port = integral::<u16>(&text).filter(|port| *port != 0);
    let port = port
        .ok_or_else(|| CallError::Failed(format!("Invalid port provided in -rpcport: {text}")))?;
    if own.is_some() {
        super::complain(&format!(
            "Warning: Port specified in both -rpcconnect and -rpcport. Using -rpcport {port}"
        ));
    }
    Ok((host.to_owned(), port))
}

/// A wallet's name in a path.
fn percent(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
