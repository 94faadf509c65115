//! A compat listener: paths of older programs, whose clients send no token and no JSON type.
//!
//! It listens on loopback, on a port of its own, and only if asked for. What a browser sends for a page
//! is refused whole, so forms are no danger; the Host list stops names that were made to point here.
//! Does not know the paths.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};

use crate::budget::{self, Budget};
use crate::{AllowedHosts, ApiFailure, failure, headers, limits};

/// What every header of a browser's own begins with that tells where a request comes from.
const FETCH_HEADERS: &str = "sec-fetch-";
/// Headers of requests that a page makes.
const PAGE_HEADERS: [HeaderName; 2] = [header::ORIGIN, header::REFERER];

/// The router of a compat listener, reached under `hosts`.
pub fn compat_router(hosts: AllowedHosts, api: Router) -> Router {
    api.fallback(async || failure::no_such_path())
        .method_not_allowed_fallback(failure::method_not_allowed)
        .layer(middleware::from_fn_with_state(Budget::new(limits::MAX_PUBLIC_BODY), budget::spend))
        .layer(middleware::from_fn_with_state(Arc::new(hosts), pass))
        .layer(middleware::map_response(failure::typed))
        .layer(middleware::from_fn(headers::secure))
}

async fn pass(State(hosts): State<Arc<AllowedHosts>>, request: Request, next: Next) -> Response {
    match check(&hosts, &request) {
        Ok(()) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}

fn check(hosts: &AllowedHosts, request: &Request) -> Result<(), ApiFailure> {
    if !hosts.names_us(request.headers(), request.uri()) {
        let text = "this listener does not answer to that host name";
        return Err(ApiFailure::new(StatusCode::MISDIRECTED_REQUEST, "wrong_host", text)
            .with_hint("use 127.0.0.1 and its port"));
    }
    if is_of_a_page(request.headers()) {
        let text = "this listener takes no requests of browsers";
        return Err(ApiFailure::new(StatusCode::FORBIDDEN, "forbidden", text));
    }
    Ok(())
}

fn is_of_a_page(headers: &HeaderMap) -> bool {
    PAGE_HEADERS.iter().any(|name| headers.contains_key(name))
        || headers.keys().any(|name| name.as_str().starts_with(FETCH_HEADERS))
}
