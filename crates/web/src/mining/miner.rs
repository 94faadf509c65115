//! A miner's page and its JSON: how it goes, and what it is told to do.
//!
//! Does not mine; a [`MinerControl`] does.

use std::num::NonZeroUsize;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use quarry_api::miner::MinerStatus;
use quarry_service::EventHub;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Commanded, MinerControl, ShareDesk};
use crate::page::mining::Links;
use crate::{ApiFailure, ApiJson, LAST_EVENT_ID, page};

#[derive(Clone)]
struct Miner {
    control: Arc<dyn MinerControl>,
    hub: EventHub,
    share: ShareDesk,
    links: Links,
}

/// A body without content: `{}`.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Nothing {}

/// Whom blocks shall pay.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payout {
    address: String,
}

/// How many threads shall search.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Threads {
    threads: Count,
}

/// Whatever else stands there is read, lest it is answered in the words of a type.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum Count {
    Right(NonZeroUsize),
    Wrong(IgnoredAny),
}

/// `/miner`, `/v1/miner` with its commands, and `/v1/share`.
pub(crate) fn router(
    control: Arc<dyn MinerControl>,
    hub: EventHub,
    share: ShareDesk,
    links: Links,
) -> Router {
    Router::new()
        .route("/miner", get(show))
        .route("/v1/miner", get(data))
        .route("/v1/miner/start", post(start))
        .route("/v1/miner/stop", post(stop))
        .route("/v1/miner/payout", post(pay))
        .route("/v1/miner/threads", post(set_threads))
        .with_state(Miner { control, hub, share: share.clone(), links })
        .merge(share.router())
}

async fn show(State(miner): State<Miner>) -> Html<String> {
    Html(
        page::mining::miner(&miner.control.status(), miner.share.is_open(), miner.links)
            .into_string(),
    )
}

async fn data(State(miner): State<Miner>) -> Response {
    with_place(&miner.hub, || Json(miner.control.status()).into_response())
}

/// An answer with the event that it already contains: that is taken first, so that what happens in
/// between is told once more instead of never.
pub(super) fn with_place(hub: &EventHub, answer: impl FnOnce() -> Response) -> Response {
    let id = hub.last_id().to_string();
    let mut response = answer();
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static(LAST_EVENT_ID), value);
    }
    response
}

type Told = Result<Json<MinerStatus>, ApiFailure>;

async fn start(State(miner): State<Miner>, ApiJson(Nothing {}): ApiJson<Nothing>) -> Told {
    done(miner.control.start()).await
}

async fn stop(State(miner): State<Miner>, ApiJson(Nothing {}): ApiJson<Nothing>) -> Told {
    done(miner.control.stop()).await
}

async fn pay(State(miner): State<Miner>, ApiJson(payout): ApiJson<Payout>) -> Told {
    done(miner.control.pay(&payout.address)).await
}

async fn set_threads(State(miner): State<Miner>, ApiJson(body): ApiJson<Threads>) -> Told {
    match body.threads {
        Count::Right(threads) => done(miner.control.set_threads(threads)).await,
        Count::Wrong(_) => {
            Err(ApiFailure::bad_request("threads: it is a whole number, at least 1"))
        }
    }
}

async fn done(command: Commanded<'_>) -> Told {
    Ok(Json(command.await?))
}
