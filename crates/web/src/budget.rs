//! What one request may cost: a place among those at work, bytes of body, time.
//!
//! The body is read here, before any handler, so that no handler can forget the limit and a slow
//! body holds nothing but its own request. Does not know who asks.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::{StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::failure::ApiFailure;
use crate::limits;

/// What a listener can give to requests. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Budget {
    requests: Arc<Semaphore>,
    long_polls: Arc<Semaphore>,
    max_body: usize,
}

impl Budget {
    /// The budget of a listener whose bodies have at most `max_body` bytes.
    pub(crate) fn new(max_body: usize) -> Self {
        Self {
            requests: Arc::new(Semaphore::new(limits::MAX_REQUESTS)),
            long_polls: Arc::new(Semaphore::new(limits::MAX_LONG_POLLS)),
            max_body,
        }
    }
}

/// How long a long poll waits when its caller asked for `wait_ms`: the handlers' side of
/// [`limits::MAX_LONG_POLL`]. A request is a long poll if its query has a `wait_ms`.
#[must_use]
pub fn long_poll(wait_ms: Option<u64>) -> Duration {
    Duration::from_millis(wait_ms.unwrap_or(0)).min(limits::MAX_LONG_POLL)
}

/// The layer: answers within the budget or with a typed refusal.
pub(crate) async fn spend(State(budget): State<Budget>, request: Request, next: Next) -> Response {
    let wait = wait_of(request.uri());
    let room = if wait.is_zero() { &budget.requests } else { &budget.long_polls };
    let Ok(_place) = room.try_acquire() else { return busy().into_response() };
    let request = match with_whole_body(request, budget.max_body).await {
        Ok(request) => request,
        Err(failure) => return failure.into_response(),
    };
    // Counted to the head of the answer, so an event stream may go on.
    timeout(limits::REQUEST_TIMEOUT + wait, next.run(request))
        .await
        .unwrap_or_else(|_elapsed| too_long().into_response())
}

fn wait_of(uri: &Uri) -> Duration {
    let pairs = uri.query().unwrap_or_default().split('&');
    let wait = pairs.filter_map(|pair| pair.strip_prefix("wait_ms=")).next_back();
    long_poll(wait.and_then(|ms| ms.parse().ok()))
}

async fn with_whole_body(request: Request, max: usize) -> Result<Request, ApiFailure> {
    if request.body().is_end_stream() {
        return Ok(request);
    }
    let (parts, body) = request.into_parts();
    if body.size_hint().lower() > u64::try_from(max).unwrap_or(u64::MAX) {
        return Err(too_large(max));
    }
    let whole = timeout(limits::BODY_TIMEOUT, collect(body, max)).await.map_err(|_| slow())??;
    Ok(Request::from_parts(parts, Body::from(whole)))
}

async fn collect(body: Body, max: usize) -> Result<Vec<u8>, ApiFailure> {
    let mut whole = Vec::new();
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| ApiFailure::bad_request("the body broke off"))?;
        if whole.len() + piece.len() > max {
            return Err(too_large(max));
        }
        whole.extend_from_slice(&piece);
    }
    Ok(whole)
}

fn too_large(max: usize) -> ApiFailure {
    ApiFailure::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "body_too_large",
        format!("the body is larger than {max} bytes"),
    )
}

fn slow() -> ApiFailure {
    ApiFailure::new(StatusCode::REQUEST_TIMEOUT, "too_slow", "the body did not arrive in time")
}

fn busy() -> ApiFailure {
    ApiFailure::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "busy",
        "the server works on as many requests as it can",
    )
    .with_hint("try again in a moment")
}

fn too_long() -> ApiFailure {
    ApiFailure::new(StatusCode::GATEWAY_TIMEOUT, "timed_out", "the answer took too long")
        .with_hint("it may still have had its effect: ask for the state before repeating it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_query_makes_a_long_poll_and_never_a_longer_one() {
        for (uri, ms) in [
            ("/v1/leases", 0),
            ("/v1/leases?wait_ms=250", 250),
            ("/v1/leases?a=1&wait_ms=250", 250),
            ("/v1/leases?await_ms=250", 0),
            ("/v1/leases?wait_ms=x", 0),
            ("/v1/leases?wait_ms=99999999999", 30_000),
        ] {
            assert_eq!(wait_of(&uri.parse().unwrap()), Duration::from_millis(ms), "{uri}");
        }
    }
}
