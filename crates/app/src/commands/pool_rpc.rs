//! The HTTP listener of a pool's miners who ask for their work: `getwork` and `getblocktemplate`.
//!
//! Reads requests, within limits; does not know what is asked (`quarry_miner::pool`).

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::{StreamExt as _, stream};
use quarry_miner::pool::{self, Direct, LONG_POLL_PATH};
use quarry_mining::limits::MAX_DIRECT_CALL_BYTES;
use quarry_service::{EventHub, Handle, Scope};
use quarry_web::{BindError, PeerAddress, Stopping};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::error::AppError;

/// Most bytes of a call that is no block.
const MAX_SHORT_BODY: usize = 64 << 10;
/// How long a body may take to arrive, and a large one to be let in.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);
/// What requests of a page in a browser carry, and those of no miner.
const PAGE_HEADERS: [HeaderName; 2] = [header::ORIGIN, HeaderName::from_static("sec-fetch-site")];

/// An open port that nothing is behind yet.
pub(crate) struct RpcListener {
    listener: TcpListener,
    address: SocketAddr,
}

impl RpcListener {
    /// None if none is wanted. `option` is what chooses the address.
    pub(crate) async fn open(
        wanted: Option<SocketAddr>,
        allow_public: bool,
        option: &str,
    ) -> Result<Option<Self>, AppError> {
        let Some(wanted) = wanted else { return Ok(None) };
        let listener = open_port(wanted, allow_public, option).await?;
        let address = listener.local_addr().map_err(|error| AppError::failed(error.to_string()))?;
        Ok(Some(Self { listener, address }))
    }

    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Lets miners ask a pool.
    pub(crate) fn serve(self, direct: Direct, events: EventHub) -> Handle {
        let scope = Scope::new();
        let router = Router::new().fallback(answer).with_state(direct);
        quarry_web::serve(self.listener, router, &scope);
        Handle::new("pool rpc", events, scope).with_address("pool rpc", self.address)
    }
}

/// Opens a port of a pool.
pub(crate) async fn open_port(
    wanted: SocketAddr,
    allow_public: bool,
    option: &str,
) -> Result<TcpListener, AppError> {
    quarry_web::bind(wanted, allow_public).await.map_err(|error| {
        let why = match error {
            BindError::PortTaken { .. } => format!("cannot listen on {wanted}: it is taken"),
            BindError::PortForbidden { .. } => {
                format!("cannot listen on {wanted}: ports below 1024 need a privilege")
            }
            error => error.to_string(),
        };
        AppError::failed_with_hint(why, format!("another address: {option} ADDRESS"))
    })
}

async fn answer(
    State(direct): State<Direct>,
    Extension(PeerAddress(peer)): Extension<PeerAddress>,
    Extension(stopping): Extension<Stopping>,
    request: Request<Body>,
) -> Response {
    let answered = async {
        let (parts, body) = request.into_parts();
        check(&parts.method, parts.uri.path(), &parts.headers)?;
        let user = user(&parts.headers);
        let agent = parts.headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok());
        let asked = pool::Request {
            ip: peer.ip().to_canonical(),
            user: user.as_deref(),
            agent,
            long_poll: parts.uri.path() == LONG_POLL_PATH,
            body: &[],
        };
        let body = read(&direct, asked, body).await?;
        Ok(respond(direct.answer(pool::Request { body: &body, ..asked }).await))
    };
    tokio::select! {
        answered = answered => answered.unwrap_or_else(|refused: Box<Response>| *refused),
        () = stopping.wait() => *no(StatusCode::SERVICE_UNAVAILABLE, "the pool ends"),
    }
}

fn check(method: &Method, path: &str, headers: &HeaderMap) -> Result<(), Box<Response>> {
    if PAGE_HEADERS.iter().any(|name| headers.contains_key(name)) {
        return Err(no(StatusCode::FORBIDDEN, "a pool answers no pages of a browser"));
    }
    if path != "/" && path != LONG_POLL_PATH {
        return Err(no(StatusCode::NOT_FOUND, "miners ask at /"));
    }
    // Some ask for a long poll without saying what.
    if *method == Method::POST || (*method == Method::GET && path == LONG_POLL_PATH) {
        return Ok(());
    }
    Err(no(StatusCode::METHOD_NOT_ALLOWED, "miners ask by POST"))
}

/// The user's name; the password is nobody's concern.
fn user(headers: &HeaderMap) -> Option<String> {
    let (scheme, login) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let login = scheme.eq_ignore_ascii_case("basic").then(|| STANDARD.decode(login.trim()))?;
    let login = String::from_utf8(login.ok()?).ok()?;
    Some(login.split_once(':').map_or(&*login, |(user, _)| user).to_owned())
}

async fn read(
    direct: &Direct,
    asked: pool::Request<'_>,
    body: Body,
) -> Result<Vec<u8>, Box<Response>> {
    // None of one that comes in chunks.
    let told = body.size_hint().upper();
    if told.is_some_and(|length| length > MAX_DIRECT_CALL_BYTES as u64) {
        return Err(too_large());
    }
    if told.is_none_or(|length| length > MAX_SHORT_BODY as u64) {
        // A stranger's block is not even read.
        direct.admit(asked).await.map_err(|refused| Box::new(respond(*refused)))?;
    }
    let (mut body, mut bytes) = (body.into_data_stream(), Vec::new());
    if gather(&mut body, &mut bytes, MAX_SHORT_BODY).await? {
        return Ok(bytes);
    }
    // Only what is large indeed needs a place.
    let place = timeout(BODY_TIMEOUT, direct.place_for_large(asked.ip)).await;
    let Ok(Some(_place)) = place else {
        return Err(no(StatusCode::SERVICE_UNAVAILABLE, "too many blocks at once"));
    };
    let is_whole = gather(&mut body, &mut bytes, MAX_DIRECT_CALL_BYTES).await?;
    if is_whole { Ok(bytes) } else { Err(too_large()) }
}

/// Reads on to the end, or until there is more than a limit; whether it is the end.
async fn gather(
    body: &mut BodyDataStream,
    bytes: &mut Vec<u8>,
    limit: usize,
) -> Result<bool, Box<Response>> {
    let reading = async {
        while bytes.len() <= limit {
            match body.next().await {
                Some(Ok(more)) => bytes.extend_from_slice(&more),
                Some(Err(_)) => return Err(no(StatusCode::BAD_REQUEST, "the body is broken")),
                None => return Ok(true),
            }
        }
        Ok(false)
    };
    let late = || no(StatusCode::REQUEST_TIMEOUT, "the body did not arrive in time");
    timeout(BODY_TIMEOUT, reading).await.unwrap_or_else(|_| Err(late()))
}

fn too_large() -> Box<Response> {
    no(StatusCode::PAYLOAD_TOO_LARGE, "larger than any block")
}

/// Text that others hold, too, as the library wants to have it.
struct Text(Arc<str>);

impl AsRef<[u8]> for Text {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

fn respond(told: pool::Response) -> Response {
    let status = StatusCode::from_u16(told.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = HeaderValue::from_static("application/json");
    // Not all old miners know chunks.
    let length: usize = told.body.iter().map(|piece| piece.len()).sum();
    let pieces =
        told.body.into_iter().map(|piece| Ok::<_, Infallible>(Bytes::from_owner(Text(piece))));
    let mut response = (status, Body::from_stream(stream::iter(pieces))).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    for (name, value) in told.headers {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

/// A refusal in the form of JSON-RPC, for miners that show it.
fn no(status: StatusCode, why: &str) -> Box<Response> {
    let error = json!({ "code": -32_600, "message": why });
    let body = Json(json!({ "result": null, "error": error, "id": null }));
    Box::new((status, body).into_response())
}
