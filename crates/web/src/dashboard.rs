//! The dashboard's data: who makes it, the page `/`, `GET /v1/dashboard`, `GET /metrics`.
//!
//! Does not know where the data comes from or how the page looks.

use core::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use quarry_api::ApiError;
use quarry_api::operator::DashboardData;
use quarry_service::{Clock, EventHub};

use crate::{ApiFailure, MinerControl, PoolSource, miner_metrics, mining, page, pool_metrics};

/// The header of `GET /v1/dashboard` that says after which event its data was taken; a stream from
/// there on misses nothing.
pub const LAST_EVENT_ID: &str = "quarry-last-event-id";

/// What [`DashboardSource::snapshot`] gives back.
pub type Snapshot<'a> = Pin<Box<dyn Future<Output = Result<DashboardData, ApiError>> + Send + 'a>>;

/// Whoever can say what the dashboard shows.
pub trait DashboardSource: Send + Sync {
    /// Everything, as it is now. Lists may be longer than the page shows.
    fn snapshot(&self) -> Snapshot<'_>;
}

#[derive(Clone)]
pub(crate) struct Dashboard {
    pub(crate) source: Arc<dyn DashboardSource>,
    pub(crate) hub: EventHub,
    pub(crate) miner: Option<Arc<dyn MinerControl>>,
    pub(crate) pool: Option<Arc<dyn PoolSource>>,
}

impl fmt::Debug for Dashboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dashboard").finish_non_exhaustive()
    }
}

impl Dashboard {
    /// The page and its data.
    pub(crate) fn router(self) -> Router {
        Router::new()
            .route("/", get(show))
            .route("/metrics", get(metrics))
            .route("/v1/dashboard", get(data))
            .with_state(self)
    }

    /// The data, and the id of an event that it already contains. The id is taken first: events of
    /// between are then told once more, which does no harm, instead of never.
    async fn take(&self) -> Result<(String, DashboardData), ApiError> {
        let id = self.hub.last_id().to_string();
        Ok((id, self.source.snapshot().await?))
    }
}

async fn show(State(dashboard): State<Dashboard>) -> Response {
    match dashboard.take().await {
        Ok((id, data)) => {
            let now_ms = Clock::system().now().wall_ms;
            Html(page::dashboard(&data, &id, now_ms, dashboard.pool.is_some()).into_string())
                .into_response()
        }
        Err(error) => failed(&error),
    }
}

fn failed(error: &ApiError) -> Response {
    let status = ApiFailure::from(error.clone()).status;
    (status, Html(page::failed(error).into_string())).into_response()
}

async fn metrics(State(dashboard): State<Dashboard>) -> Result<Response, ApiFailure> {
    let mut text = mining::dashboard_metrics(&dashboard.source.snapshot().await?);
    let miner = dashboard.miner.map(|miner| miner_metrics(&miner.status()));
    text.push_str(&miner.unwrap_or_default());
    text.push_str(&dashboard.pool.map(|pool| pool_metrics(&pool.status())).unwrap_or_default());
    Ok(([(header::CONTENT_TYPE, mining::CONTENT_TYPE)], text).into_response())
}

async fn data(State(dashboard): State<Dashboard>) -> Result<Response, ApiFailure> {
    let (id, data) = dashboard.take().await?;
    let mut response = Json(data).into_response();
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static(LAST_EVENT_ID), value);
    }
    Ok(response)
}
