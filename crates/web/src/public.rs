//! A public listener: no token, so limits and signatures carry the weight.
//!
//! Each write is signed by its account; who may read is everybody. Browsers never write here: a
//! write with an `Origin` or `Sec-Fetch-Site` header is refused, and no CORS header lets another
//! site's page read. Does not know signatures; the application's handlers check them.

use core::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use quarry_service::{Clock, EventHub};

use crate::budget::{self, Budget};
use crate::connection::Peer;
use crate::events::Streams;
use crate::json::not_json;
use crate::rate_limit::RateLimiter;
use crate::{ApiFailure, failure, headers, limits};

/// The events that everybody may follow.
#[derive(Clone, Debug)]
pub struct PublicEvents {
    /// Where they come from.
    pub hub: EventHub,
    /// The topics that are open; others are unknown here.
    pub topics: &'static [&'static str],
}

/// What a public listener is made of.
pub struct PublicConfig {
    /// What `/v1/events` tells, if there is such a path.
    pub events: Option<PublicEvents>,
    /// The application's routes: full paths, without a fallback, without `/v1/events` and
    /// `/healthz`.
    pub api: Router,
    /// Whether a proxy on this machine passes requests on: a caller's address is then the last one
    /// in `x-forwarded-for`, which that proxy added.
    pub behind_proxy: bool,
}

impl fmt::Debug for PublicConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicConfig")
            .field("events", &self.events)
            .field("behind_proxy", &self.behind_proxy)
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Debug)]
struct Gate {
    rates: Arc<Mutex<RateLimiter>>,
    clock: Clock,
    behind_proxy: bool,
}

/// The router of a public listener.
///
/// # Panics
/// If a route of `api` is one of those that are added here.
pub fn public_router(config: PublicConfig) -> Router {
    let gate =
        Gate { rates: Arc::default(), clock: Clock::system(), behind_proxy: config.behind_proxy };
    let events = config.events.map(|e| Streams::new(e.hub, Some(e.topics)).router());
    config
        .api
        .merge(events.unwrap_or_default())
        .route("/healthz", get(async || "ok\n"))
        .fallback(async || failure::no_such_path())
        .method_not_allowed_fallback(failure::method_not_allowed)
        .layer(middleware::from_fn_with_state(Budget::new(limits::MAX_PUBLIC_BODY), budget::spend))
        .layer(middleware::from_fn_with_state(gate, pass))
        .layer(middleware::map_response(failure::typed))
        .layer(middleware::from_fn(headers::secure))
}

async fn pass(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    match gate.check(&request) {
        Ok(()) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}

impl Gate {
    fn check(&self, request: &Request) -> Result<(), ApiFailure> {
        let now_ms = self.clock.now().mono_ms;
        let mut rates = self.rates.lock().unwrap_or_else(PoisonError::into_inner);
        if !rates.allow(self.caller(request), now_ms) {
            return Err(too_many());
        }
        drop(rates);
        let headers = request.headers();
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            return Ok(());
        }
        if headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site") {
            return Err(no_browsers());
        }
        if failure::is_json(headers) { Ok(()) } else { Err(not_json()) }
    }

    /// The caller's address; one that cannot be told shares a budget with all such.
    fn caller(&self, request: &Request) -> IpAddr {
        let peer = request.extensions().get::<ConnectInfo<Peer>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.address.ip());
        if self.behind_proxy && peer.to_canonical().is_loopback() {
            return forwarded_for(request.headers()).unwrap_or(peer);
        }
        peer
    }
}

/// The last address of the list. Those before it are what the caller said of itself.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let address: IpAddr = line.rsplit(',').next()?.trim().parse().ok()?;
    // A caller that says it is this machine gets no more than any other.
    Some(if address.to_canonical().is_loopback() { Ipv4Addr::UNSPECIFIED.into() } else { address })
}

fn too_many() -> ApiFailure {
    ApiFailure::new(
        StatusCode::TOO_MANY_REQUESTS,
        "too_many_requests",
        "too many requests from this address",
    )
    .with_hint(format!("keep below {} a second", limits::RATE_PER_SECOND))
}

fn no_browsers() -> ApiFailure {
    ApiFailure::new(
        StatusCode::FORBIDDEN,
        "no_browser_writes",
        "this listener takes no writes from web pages",
    )
    .with_hint("use the `quarry` program, or a library that signs")
}
