//! The operator's listener: dashboard and `/v1` of one's own instance, on one origin.
//!
//! Everything needs a session or the bearer token, but for `/healthz`, `/assets/*` (no data in
//! either) and `/login`. `GET /login?code=` is the one GET that changes state: it uses the code up.
//! Does not know what the application's `/v1` does.

use core::fmt;
use std::sync::Arc;

use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use quarry_api::operator::DashboardLink;
use quarry_service::EventHub;
use serde::Deserialize;

use crate::auth::{OperatorAuth, Proof};
use crate::budget::{self, Budget};
use crate::dashboard::{Dashboard, DashboardSource};
use crate::events::Streams;
use crate::json::not_json;
use crate::page::mining::Links;
use crate::{
    AllowedHosts, ApiFailure, MinerControl, PoolSource, ShareDesk, assets, failure, headers,
    limits, mining, page,
};

/// What an operator's listener is made of.
pub struct OperatorConfig {
    /// Who the operator is.
    pub auth: OperatorAuth,
    /// Under which names the listener is reached.
    pub hosts: AllowedHosts,
    /// What `/v1/events` tells.
    pub hub: EventHub,
    /// What the dashboard shows.
    pub source: Arc<dyn DashboardSource>,
    /// The miner of this instance, if there is one: `/miner` and `/v1/miner`.
    pub miner: Option<Arc<dyn MinerControl>>,
    /// Where letters about the miner's page are handed in.
    pub share: ShareDesk,
    /// The pool that other machines mine for here, if there is one: `/pool` and `/v1/pool`.
    pub pool: Option<Arc<dyn PoolSource>>,
    /// The application's routes: full paths under `/v1/`, without a fallback, and without
    /// `/v1/events`, `/v1/dashboard`, `/v1/dashboard-links`, `/v1/miner`, `/v1/share` and `/v1/pool`, which
    /// are added here.
    pub api: Router,
}

impl fmt::Debug for OperatorConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperatorConfig").field("hosts", &self.hosts).finish_non_exhaustive()
    }
}

/// An operator's listener as all of its kinds have it.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    pub(crate) auth: OperatorAuth,
    pub(crate) hosts: Arc<AllowedHosts>,
    /// Where a browser is once it is logged in.
    pub(crate) home: &'static str,
    /// The command that makes a fresh link.
    pub(crate) link_command: &'static str,
}

/// The router of an operator's listener.
///
/// # Panics
/// If a route of `api` is one of those that are added here.
pub fn operator_router(config: OperatorConfig) -> Router {
    let guard = Guard {
        auth: config.auth,
        hosts: Arc::new(config.hosts),
        home: "/",
        link_command: "quarry dashboard",
    };
    let (source, hub) = (config.source, config.hub.clone());
    let (miner, pool) = (config.miner, config.pool);
    let links = Links { home: "Dashboard", miner: miner.is_some(), pool: pool.is_some() };
    let dashboard =
        Dashboard { source, hub: hub.clone(), miner: miner.clone(), pool: pool.clone() };
    let mut own = config.api.merge(dashboard.router());
    let mut open = Router::new();
    if let Some(miner) = miner {
        own = own.merge(mining::miner_router(miner, hub.clone(), config.share, links));
        let landing = get(async || Html(page::mining::landing("/miner").into_string()));
        open = open.route("/about", landing);
    }
    if let Some(pool) = pool {
        own = own.merge(mining::pool_router(pool, hub, links));
    }
    guarded(guard, config.hub, own, open)
}

/// `own` behind the guards, with the event stream and the paths by which one logs in; `open` behind
/// those guards only that refuse other names and other sites' pages.
pub(crate) fn guarded(guard: Guard, hub: EventHub, own: Router, open: Router) -> Router {
    let budget = Budget::new(limits::MAX_OPERATOR_BODY);
    let own = own
        .merge(Streams::new(hub, None).router())
        .merge(links(guard.clone()))
        .fallback(nothing_here)
        .method_not_allowed_fallback(failure::method_not_allowed)
        .layer(middleware::from_fn_with_state(budget, budget::spend))
        .layer(middleware::from_fn_with_state(guard.clone(), require_operator));
    let open = open
        .route("/healthz", get(async || "ok\n"))
        .route("/login", get(login).with_state(guard.clone()))
        .merge(assets::router())
        .method_not_allowed_fallback(failure::method_not_allowed);
    own.merge(open)
        .layer(middleware::from_fn_with_state(guard, require_own_names))
        .layer(middleware::from_fn(type_errors))
        .layer(middleware::from_fn(headers::secure))
}

fn links(guard: Guard) -> Router {
    Router::new().route("/v1/dashboard-links", post(mint_link)).with_state(guard)
}

/// A browser has a session already; only a program needs a link to open one.
async fn mint_link(
    State(guard): State<Guard>,
    headers: HeaderMap,
) -> Result<Json<DashboardLink>, ApiFailure> {
    if guard.auth.proof(&headers) != Some(Proof::Bearer) {
        let failure = refused("bearer_only", "links are for programs that show the token");
        return Err(failure.with_hint(format!("run: {}", guard.link_command)));
    }
    Ok(Json(guard.auth.dashboard_link(&guard.hosts)))
}

#[derive(Debug, Deserialize)]
struct Login {
    #[serde(default)]
    code: String,
}

async fn login(State(guard): State<Guard>, method: Method, Query(login): Query<Login>) -> Response {
    // HEAD comes from programs that look at links before a person does; it must not use the code up.
    if method != Method::GET {
        return StatusCode::NO_CONTENT.into_response();
    }
    let Ok(cookie) = guard.auth.login(&login.code) else {
        return (
            StatusCode::FORBIDDEN,
            Html(page::used_link(guard.link_command, guard.home).into_string()),
        )
            .into_response();
    };
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, guard.home)]).into_response();
    if let Ok(line) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, line);
    }
    response
}

/// First guard: the request is meant for us and was not made by another site's page.
async fn require_own_names(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    match check_names(&guard, &request) {
        Ok(()) => next.run(request).await,
        Err(failure) => answer(&guard, &request, failure),
    }
}

fn check_names(guard: &Guard, request: &Request) -> Result<(), ApiFailure> {
    if !guard.hosts.names_us(request.headers(), request.uri()) {
        return Err(ApiFailure::new(
            StatusCode::MISDIRECTED_REQUEST,
            "wrong_host",
            "this listener does not answer to that host name",
        )
        .with_hint("use the address that the banner printed"));
    }
    let mut origins = request.headers().get_all(header::ORIGIN).iter();
    if !origins.all(|o| o.to_str().is_ok_and(|o| guard.hosts.is_our_origin(o))) {
        return Err(refused("wrong_origin", "the request comes from another site's page"));
    }
    // Another port of this host is `same-site`; a typed or clicked URL outside a page is `none`.
    let site = request.headers().get("sec-fetch-site");
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return Err(refused("cross_site", "the request comes from another site's page")
            .with_hint("copy the address into the address bar"));
    }
    Ok(())
}

/// Second guard: the request is the operator's, and a write is one that no form can make.
async fn require_operator(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    match check_operator(&guard, &request) {
        Ok(()) => next.run(request).await,
        Err(failure) => answer(&guard, &request, failure),
    }
}

fn check_operator(guard: &Guard, request: &Request) -> Result<(), ApiFailure> {
    let headers = request.headers();
    let writes = !matches!(*request.method(), Method::GET | Method::HEAD);
    if writes && !failure::is_json(headers) {
        return Err(not_json());
    }
    let Some(proof) = guard.auth.proof(headers) else {
        return Err(ApiFailure::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "this needs the operator's session or token",
        )
        .with_hint(format!(
            "run `{}` for a link, or send `authorization: Bearer TOKEN` \
             with the token of the data directory's run.json",
            guard.link_command
        )));
    };
    // `check_names` has seen that an origin, if there is one, is ours.
    if writes && proof == Proof::Session && !headers.contains_key(header::ORIGIN) {
        return Err(refused("no_origin", "a write by session needs the `origin` header"));
    }
    Ok(())
}

fn refused(code: &str, message: &str) -> ApiFailure {
    ApiFailure::new(StatusCode::FORBIDDEN, code, message)
}

/// A refusal as JSON, or as a page where a person asked for one.
fn answer(guard: &Guard, request: &Request, failure: ApiFailure) -> Response {
    if is_api(request.uri().path()) || *request.method() != Method::GET {
        return failure.into_response();
    }
    let html = match failure.status {
        StatusCode::UNAUTHORIZED => page::login_needed(guard.link_command),
        _ => page::failed(&failure.error),
    };
    (failure.status, Html(html.into_string())).into_response()
}

async fn nothing_here(request: Request) -> Response {
    if is_api(request.uri().path()) || *request.method() != Method::GET {
        return failure::no_such_path().into_response();
    }
    (StatusCode::NOT_FOUND, Html(page::not_found().into_string())).into_response()
}

async fn type_errors(request: Request, next: Next) -> Response {
    let api = is_api(request.uri().path());
    let response = next.run(request).await;
    if api { failure::typed(response).await } else { response }
}

fn is_api(path: &str) -> bool {
    path == "/v1" || path.starts_with("/v1/")
}
