//! A pool's page and its JSON.
//!
//! Does not know shares; a [`PoolSource`] does.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use quarry_service::{Clock, EventHub};

use super::PoolSource;
use super::miner::with_place;
use crate::page;
use crate::page::mining::Links;

#[derive(Clone)]
struct Pool {
    source: Arc<dyn PoolSource>,
    hub: EventHub,
    links: Links,
}

/// `/pool` and `/v1/pool`.
pub(crate) fn router(source: Arc<dyn PoolSource>, hub: EventHub, links: Links) -> Router {
    Router::new().route("/pool", get(show)).route("/v1/pool", get(data)).with_state(Pool {
        source,
        hub,
        links,
    })
}

async fn show(State(pool): State<Pool>) -> Html<String> {
    let now_ms = Clock::system().now().wall_ms;
    Html(page::mining::pool(&pool.source.status(), now_ms, pool.links).into_string())
}

async fn data(State(pool): State<Pool>) -> Response {
    with_place(&pool.hub, || Json(pool.source.status()).into_response())
}
