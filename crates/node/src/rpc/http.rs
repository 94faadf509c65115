//! Bitcoin Core's HTTP around JSON-RPC (`httprpc.cpp`, `httpserver.cpp`): addresses, paths, passwords,
//! the queue, and which status says what.
//!
//! Does not know methods.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use quarry_api::rpc::{Json, RpcError, code};
use quarry_web::{PeerAddress, Stopping};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};

use super::auth::Credentials;
use super::exec::{self, Outcome, Server};
use super::limits::{BODY_TIMEOUT, MAX_BODY, MAX_HEAD, WRONG_PASSWORD_DELAY};
use super::rest;
use super::subnet::Subnet;

/// What stands between a connection and the methods.
#[derive(Debug)]
pub(super) struct Gate {
    pub(super) server: Arc<Server>,
    pub(super) credentials: Credentials,
    pub(super) allow: Vec<Subnet>,
    pub(super) queue: Queue,
    pub(super) rest: bool,
}

/// Requests that are answered, and those that wait for their turn.
#[derive(Debug)]
pub(super) struct Queue {
    turns: Semaphore,
    waiting: AtomicUsize,
    depth: usize,
}

impl Queue {
    /// `threads` requests at the same time, and `depth` more that wait.
    pub(super) fn new(threads: usize, depth: usize) -> Self {
        let turns = Semaphore::new(threads.clamp(1, Semaphore::MAX_PERMITS));
        Self { turns, waiting: AtomicUsize::new(0), depth: depth.max(1) }
    }

    /// Runs a request when it is its turn; `None` if too many wait already.
    async fn run<T>(&self, request: impl Future<Output = T>) -> Option<T> {
        let turn = match self.turns.try_acquire() {
            Ok(turn) => turn,
            Err(_) => {
                let place = Waiting::enter(self)?;
                let turn = self.turns.acquire().await.ok()?;
                drop(place);
                turn
            }
        };
        let answer = request.await;
        drop(turn);
        Some(answer)
    }
}

/// A place among those that wait, given back when dropped: a caller may go away.
struct Waiting<'a>(&'a Queue);

impl<'a> Waiting<'a> {
    fn enter(queue: &'a Queue) -> Option<Self> {
        let place = Self(queue);
        let before = queue.waiting.fetch_add(1, Ordering::Relaxed);
        (before < queue.depth).then_some(place)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The routes: one path and perhaps REST's, everything else is answered as Core does.
pub(super) fn router(gate: Arc<Gate>) -> Router {
    Router::new().fallback(answer).with_state(gate)
}

async fn answer(State(gate): State<Arc<Gate>>, request: Request) -> Response {
    match admit(&gate, &request) {
        Ok(caller) => serve(&gate, caller, request).await,
        Err(Refusal::WrongPassword) => {
            // Makes guessing slow; costs nothing but a waiting task.
            sleep(WRONG_PASSWORD_DELAY).await;
            unauthorized()
        }
        Err(Refusal::Answer(response)) => *response,
    }
}

enum Refusal {
    WrongPassword,
    Answer(Box<Response>),
}

impl Refusal {
    fn status(status: StatusCode) -> Self {
        Self::Answer(Box::new(status.into_response()))
    }
}

/// Who asks, and so for what.
enum Caller {
    /// A user whose password was right: a method.
    User(String),
    /// Anybody: the REST interface.
    Rest(String),
}

/// Whom a request is from, if it may be answered at all.
fn admit(gate: &Gate, request: &Request) -> Result<Caller, Refusal> {
    let peer = request.extensions().get::<PeerAddress>().map(|peer| peer.0.ip().to_canonical());
    if !peer.is_some_and(|peer| gate.admits(peer)) {
        return Err(Refusal::status(StatusCode::FORBIDDEN));
    }
    if head_size(request) > MAX_HEAD {
        return Err(Refusal::status(StatusCode::BAD_REQUEST));
    }
    let known = [Method::GET, Method::POST, Method::HEAD, Method::PUT];
    if !known.contains(request.method()) {
        return Err(Refusal::status(StatusCode::METHOD_NOT_ALLOWED));
    }
    let path = request.uri().path_and_query().map_or("", |path| path.as_str());
    if gate.rest && rest::knows(path) {
        return Ok(Caller::Rest(path.to_owned()));
    }
    if path != "/" {
        return Err(Refusal::status(StatusCode::NOT_FOUND));
    }
    if request.method() != Method::POST {
        let text = "JSONRPC server handles only POST requests";
        let response = (StatusCode::METHOD_NOT_ALLOWED, text).into_response();
        return Err(Refusal::Answer(Box::new(response)));
    }
    let Some(line) = authorization(request.headers()) else {
        return Err(Refusal::Answer(Box::new(unauthorized())));
    };
    gate.credentials.user_of(line).map(Caller::User).ok_or_else(|| {
        tracing::warn!(?peer, "incorrect password attempt");
        Refusal::WrongPassword
    })
}

impl Gate {
    fn admits(&self, peer: IpAddr) -> bool {
        peer.is_loopback() || self.allow.iter().any(|subnet| subnet.contains(peer))
    }
}

/// Bytes of the request's line and its headers.
fn head_size(request: &Request) -> usize {
    let lines = request.headers().iter().map(|(key, value)| key.as_str().len() + value.len() + 4);
    request.uri().path().len() + lines.sum::<usize>()
}

/// The `Authorization` line; bytes that are no text are no password of ours.
fn authorization(headers: &HeaderMap) -> Option<&str> {
    let line = headers.get(header::AUTHORIZATION)?;
    Some(line.to_str().unwrap_or_default())
}

fn unauthorized() -> Response {
    let realm = HeaderValue::from_static("Basic realm=\"jsonrpc\"");
    (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, realm)]).into_response()
}

/// Reads, executes and answers a request.
async fn serve(gate: &Gate, caller: Caller, request: Request) -> Response {
    let stopping = request.extensions().get::<Stopping>().cloned().unwrap_or_default();
    let body = match timeout(BODY_TIMEOUT, to_bytes(request.into_body(), MAX_BODY)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    let work = async {
        match caller {
            Caller::User(user) => call(&gate.server, &user, body).await,
            Caller::Rest(path) => {
                let server = gate.server.clone();
                let answer = spawn_blocking(move || rest::answer(&server, &path, &body)).await;
                answer.unwrap_or_else(|error| {
                    tracing::error!(%error, "a REST request panicked");
                    StatusCode::INTERNAL_SERVER_ERROR.into_response()
                })
            }
        }
    };
    tokio::select! {
        answer = gate.queue.run(work) => answer.unwrap_or_else(|| {
            tracing::warn!("request rejected: the work queue is full (see -rpcworkqueue)");
            (StatusCode::SERVICE_UNAVAILABLE, "Work queue depth exceeded").into_response()
        }),
        () = ended(stopping) => {
            let text = "Request rejected during server shutdown";
            (StatusCode::SERVICE_UNAVAILABLE, text).into_response()
        }
    }
}

/// Executes what a user sent.
async fn call(server: &Arc<Server>, user: &str, body: Bytes) -> Response {
    // A body of megabytes takes its time to read.
    let parsed = spawn_blocking(move || Json::parse(&body)).await;
    response(match parsed {
        Ok(Ok(value)) => exec::execute(server, user, value).await,
        _ => exec::failed(RpcError::new(code::PARSE_ERROR, "Parse error")),
    })
}

/// Some time after the server was asked to stop: what runs then gets that time to answer.
async fn ended(stopping: Stopping) {
    stopping.wait().await;
    sleep(quarry_web::limits::DRAIN_TIMEOUT / 2).await;
}

fn response(outcome: Outcome) -> Response {
    match outcome {
        Outcome::Reply(reply) => json(StatusCode::OK, &reply),
        Outcome::Silence => StatusCode::NO_CONTENT.into_response(),
        Outcome::Forbidden => StatusCode::FORBIDDEN.into_response(),
        Outcome::Failed(reply, code) => {
            let status = match code {
                code::INVALID_REQUEST => StatusCode::BAD_REQUEST,
                code::METHOD_NOT_FOUND => StatusCode::NOT_FOUND,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            json(status, &reply)
        }
    }
}

fn json(status: StatusCode, reply: &Json) -> Response {
    let json = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, json)], Body::from(reply.write() + "\n")).into_response()
}
