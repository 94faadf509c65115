//! The pages of a miner and of a pool, their JSON and their metrics, on one operator's listener.
//!
//! ```text
//! open          /  /about             what mining is, for people and for developers
//! guarded       /miner  /v1/miner     (with a [`MinerControl`])  POST /v1/miner/start|stop|payout|threads
//!                                     POST /v1/share
//!               /pool   /v1/pool      (with a [`PoolSource`])
//!               /v1/events  /metrics
//! ```
//!
//! Does not know how mining is done: whoever serves these gives what they show.

mod metrics;
mod miner;
mod pool;
mod share;

use core::fmt;
use std::future::Future;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use quarry_api::ApiError;
use quarry_api::miner::MinerStatus;
use quarry_api::pool::PoolStatus;
use quarry_service::EventHub;

use crate::operator::{Guard, guarded};
use crate::page::mining::Links;
use crate::{AllowedHosts, OperatorAuth, page};

pub(crate) use metrics::{CONTENT_TYPE, dashboard_metrics};
pub use metrics::{miner_metrics, pool_metrics};
pub(crate) use miner::router as miner_router;
pub(crate) use pool::router as pool_router;
pub use share::{Letter, Sending, ShareDesk, ShareError, ShareMail};

/// What a command to a miner gives back: how it is afterwards, or why it was not taken.
pub type Commanded<'a> = Pin<Box<dyn Future<Output = Result<MinerStatus, ApiError>> + Send + 'a>>;

/// A miner that can be looked at and told what to do.
pub trait MinerControl: Send + Sync {
    /// All of how it goes, the past included.
    fn status(&self) -> MinerStatus;
    /// Mines from now on.
    fn start(&self) -> Commanded<'_>;
    /// Mines no more until it is started again.
    fn stop(&self) -> Commanded<'_>;
    /// Pays somebody else from the next template on; code `bad_address` if that cannot be.
    fn pay<'a>(&'a self, address: &'a str) -> Commanded<'a>;
    /// Lets so many threads search from now on; code `too_many_threads` if there cannot be so many.
    fn set_threads(&self, threads: NonZeroUsize) -> Commanded<'_>;
}

/// A pool that can be looked at.
pub trait PoolSource: Send + Sync {
    /// All of how it goes, the past included.
    fn status(&self) -> PoolStatus;
}

/// What a listener of mining pages is made of.
pub struct MiningConfig {
    /// Who the operator is.
    pub auth: OperatorAuth,
    /// Under which names the listener is reached.
    pub hosts: AllowedHosts,
    /// What `/v1/events` tells: topics `miner`, `miner-log`, `pool`.
    pub hub: EventHub,
    /// The miner, if there is one here.
    pub miner: Option<Arc<dyn MinerControl>>,
    /// The pool, if there is one here.
    pub pool: Option<Arc<dyn PoolSource>>,
    /// Where letters about the miner's page are handed in.
    pub share: ShareDesk,
    /// The command that makes a fresh link to log in by.
    pub link_command: &'static str,
}

impl fmt::Debug for MiningConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MiningConfig").field("hosts", &self.hosts).finish_non_exhaustive()
    }
}

/// The router of a listener of mining pages.
pub fn mining_router(config: MiningConfig) -> Router {
    let home = if config.miner.is_some() { "/miner" } else { "/pool" };
    let guard = Guard {
        auth: config.auth,
        hosts: Arc::new(config.hosts),
        home,
        link_command: config.link_command,
    };
    let links = Links {
        home: page::mining::ABOUT,
        miner: config.miner.is_some(),
        pool: config.pool.is_some(),
    };
    let mut own = metrics::router(config.miner.clone(), config.pool.clone());
    if let Some(miner) = config.miner {
        own = own.merge(miner::router(miner, config.hub.clone(), config.share, links));
    }
    if let Some(pool) = config.pool {
        own = own.merge(pool::router(pool, config.hub.clone(), links));
    }
    let landing = get(async move || Html(page::mining::landing(home).into_string()));
    // By the name, too, that it has beside a dashboard.
    let open = Router::new().route("/", landing.clone()).route("/about", landing);
    guarded(guard, config.hub, own, open)
}
