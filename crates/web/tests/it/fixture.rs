//! Listeners to ask, and a client that sends exactly the bytes it is told.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::routing::{get, post};
use axum::{Json, Router};
use quarry_api::operator::DashboardData;
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_web::{
    AllowedHosts, ApiFailure, ApiJson, DashboardSource, OperatorAuth, OperatorConfig, PublicConfig,
    PublicEvents, Snapshot, Stopping,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::sample;

/// The operator's token of all listeners here.
pub(crate) const TOKEN: &str = "0123456789abcdef0123456789abcdef";
/// How long an answer may take on a loaded machine before a test fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A source whose data a test changes.
#[derive(Debug)]
pub(crate) struct Source(pub(crate) Mutex<DashboardData>);

impl DashboardSource for Source {
    fn snapshot(&self) -> Snapshot<'_> {
        let data = self.0.lock().expect("no test panics holding it").clone();
        Box::pin(async { Ok(data) })
    }
}

/// A running listener.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) hub: EventHub,
    pub(crate) clock: Clock,
    pub(crate) auth: OperatorAuth,
    pub(crate) hosts: AllowedHosts,
    pub(crate) source: Arc<Source>,
    scope: Scope,
}

impl Running {
    /// The handle by which it is ended.
    pub(crate) fn into_handle(self) -> Handle {
        Handle::new("web test", self.hub, self.scope)
    }

    /// A request to this listener.
    pub(crate) fn ask(&self, method: &str, path: &str) -> Ask {
        Ask {
            address: self.address,
            method: method.to_owned(),
            path: path.to_owned(),
            headers: vec![("host".to_owned(), self.address.to_string())],
            body: Vec::new(),
        }
    }

    /// The cookie of a fresh session.
    pub(crate) fn session(&self) -> String {
        let line = self.auth.login(&self.auth.mint_code()).expect("a fresh code");
        line.split(';').next().expect("a pair").to_owned()
    }
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Echo {
    number: u32,
    #[serde(default)]
    list: Vec<u8>,
}

fn api() -> Router {
    Router::new()
        .route("/v1/echo", post(async |ApiJson(echo): ApiJson<Echo>| Json(echo)))
        .route(
            "/v1/number/{number}",
            get(async |path: axum::extract::Path<u32>| path.0.to_string()),
        )
        .route("/v1/fails", get(async || ApiFailure::internal("secret of the server")))
        .route("/v1/wait", get(wait))
        .route("/v1/never", get(std::future::pending::<&str>))
}

/// A long poll for something that never comes.
async fn wait(
    axum::extract::RawQuery(query): axum::extract::RawQuery,
    axum::Extension(stopping): axum::Extension<Stopping>,
) -> &'static str {
    let ms = query.and_then(|q| q.strip_prefix("wait_ms=").and_then(|ms| ms.parse().ok()));
    tokio::select! {
        () = tokio::time::sleep(quarry_web::long_poll(ms)) => "nothing came",
        () = stopping.wait() => "the server ends",
    }
}

async fn free_port() -> (TcpListener, SocketAddr) {
    let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let listener = quarry_web::bind(any, false).await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    (listener, address)
}

/// An operator's listener that shows `data`.
pub(crate) async fn operator_with(data: DashboardData) -> Running {
    let (listener, address) = free_port().await;
    let running = running(address, data);
    let config = OperatorConfig {
        auth: running.auth.clone(),
        hosts: running.hosts.clone(),
        hub: running.hub.clone(),
        source: running.source.clone(),
        miner: None,
        share: quarry_web::ShareDesk::new(None, Clock::system()),
        pool: None,
        api: api(),
    };
    quarry_web::serve(listener, quarry_web::operator_router(config), &running.scope);
    running
}

/// An operator's listener.
pub(crate) async fn operator() -> Running {
    operator_with(sample::busy()).await
}

/// A public listener.
pub(crate) async fn public(behind_proxy: bool) -> Running {
    let (listener, address) = free_port().await;
    let running = running(address, sample::fresh());
    let events = PublicEvents { hub: running.hub.clone(), topics: &["book", "trade"] };
    let config = PublicConfig { events: Some(events), api: api(), behind_proxy };
    quarry_web::serve(listener, quarry_web::public_router(config), &running.scope);
    running
}

fn running(address: SocketAddr, data: DashboardData) -> Running {
    let clock = Clock::manual(1_000_000);
    Running {
        address,
        hub: EventHub::new(7),
        auth: OperatorAuth::with_clock("test one", TOKEN.to_owned(), clock.clone()),
        clock,
        hosts: AllowedHosts::loopback(address.port()),
        source: Arc::new(Source(Mutex::new(data))),
        scope: Scope::new(),
    }
}

/// A request, byte for byte.
pub(crate) struct Ask {
    address: SocketAddr,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Ask {
    /// Sets a header, in place of one of that name.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Leaves a header out.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    /// Shows the operator's token.
    pub(crate) fn bearer(self) -> Self {
        self.with("authorization", &format!("Bearer {TOKEN}"))
    }

    /// Sends a body as JSON.
    pub(crate) fn json(self, body: &str) -> Self {
        let mut ask = self.with("content-type", "application/json");
        ask.body = body.as_bytes().to_vec();
        ask
    }

    fn bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let sized = self.headers.iter().any(|(name, _)| name == "content-length");
        if !self.body.is_empty() && !sized {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        [head.as_bytes(), b"\r\n", &self.body].concat()
    }

    /// Sends it and reads the whole answer.
    pub(crate) async fn send(self) -> Answer {
        let mut stream = self.with("connection", "close").open().await;
        let text = tokio::time::timeout(PATIENCE, stream.rest()).await.expect("an answer in time");
        Answer::parse(&text)
    }

    /// Sends it and leaves the connection open.
    pub(crate) async fn open(&self) -> Open {
        let mut stream = TcpStream::connect(self.address).await.expect("the listener");
        // A server that refuses early may close before the whole body is sent.
        let _refused_early = stream.write_all(&self.bytes()).await;
        Open { stream, seen: String::new() }
    }
}

/// A connection whose answer goes on.
pub(crate) struct Open {
    pub(crate) stream: TcpStream,
    seen: String,
}

impl Open {
    /// Reads until `text` has come, and gives back everything up to its end.
    pub(crate) async fn until(&mut self, text: &str) -> String {
        let reading = async {
            loop {
                if let Some(place) = self.seen.find(text) {
                    let rest = self.seen.split_off(place + text.len());
                    return std::mem::replace(&mut self.seen, rest);
                }
                let mut buffer = [0; 4096];
                let count = self.stream.read(&mut buffer).await.expect("a connection");
                assert!(count > 0, "ended before {text:?}: {:?}", self.seen);
                self.seen.push_str(&String::from_utf8_lossy(&buffer[..count]));
            }
        };
        tokio::time::timeout(PATIENCE, reading).await.expect("text in time")
    }

    /// Reads to the end.
    pub(crate) async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        match self.stream.read_to_end(&mut bytes).await {
            Ok(_) => {}
            // What came before a reset has been read.
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => {}
            Err(error) => panic!("{error}"),
        }
        std::mem::take(&mut self.seen) + &String::from_utf8_lossy(&bytes)
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    fn parse(text: &str) -> Self {
        let (head, body) =
            text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no head: {text:?}"));
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// The code of the typed error.
    pub(crate) fn code(&self) -> String {
        let body: quarry_api::ErrorBody =
            serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {self:?}"));
        body.error.code
    }
}
