//! Serves miners: Stratum v1 over TCP, and whoever asks over HTTP, in front of whatever gives templates.
//!
//! ```text
//! socket --lines--> connection task --Input--> pool task (mining::stratum::Server) --Send--> connection task
//!                                                |        ^
//!                              TemplateSource::submit   TemplateSource::templates
//! HTTP request --> Direct::answer --Question--> pool task (mining::direct::Desk) --Answer--> its response
//! ```
//!
//! One task owns the rules and sees everything in one order; a task for each connection reads lines of
//! bounded length and writes what it is given. A miner that does not read is closed, one that talks
//! without end waits for its turn like every other. Does not know what a share is worth, nor what is
//! valid (`mining`), nor pages.

mod connection;
mod core;
mod direct;
mod rpc_source;
mod source;
mod status;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use quarry_api::pool::PoolStatus;
use quarry_mining::stratum::payout::Payout;
use quarry_mining::stratum::server::{ConfigError, Server, ServerConfig};
use quarry_service::{Clock, EventHub, Handle, Scope};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

use crate::limits::MAX_POOL_INPUTS;
use status::History;

pub use direct::{Direct, LONG_POLL_PATH, Request, Response};
pub use rpc_source::RpcSource;
pub use source::{SourceState, Submission, SubmitFuture, TemplateSource};

/// What a pool is.
#[derive(Debug)]
pub struct PoolConfig {
    /// Where miners connect to.
    pub listen: Vec<SocketAddr>,
    /// Its rules.
    pub server: ServerConfig,
    /// What its status calls the source of its work.
    pub upstream: String,
}

/// What a pool works with.
#[derive(Debug)]
pub struct PoolDeps {
    /// Where templates come from, and blocks go to.
    pub source: Arc<dyn TemplateSource>,
    /// The process's clock.
    pub clock: Clock,
    /// Where it tells what happens: topic `pool`.
    pub events: EventHub,
}

/// A pool that cannot be started.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PoolError {
    /// Its rules contradict one another.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The address cannot be listened on.
    #[error("Stratum cannot listen on {address}: {error}; choose another with --stratum")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's reason.
        error: std::io::Error,
    },
}

/// A running pool, for those who look. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Pool {
    status: watch::Receiver<Arc<PoolStatus>>,
    history: Arc<Mutex<History>>,
    direct: Direct,
}

impl Pool {
    /// All of how it goes, rates of the past included.
    #[must_use]
    pub fn status(&self) -> PoolStatus {
        let mut status = PoolStatus::clone(&self.status.borrow());
        let history = self.history.lock().unwrap_or_else(PoisonError::into_inner);
        status.history = history.samples();
        status
    }

    /// Where miners ask who are not told, by `getwork` and `getblocktemplate`.
    #[must_use]
    pub const fn direct(&self) -> &Direct {
        &self.direct
    }

    /// How it goes, without the past; changes at least once a second.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Arc<PoolStatus>> {
        self.status.clone()
    }
}

/// What a pool's miners come in by, opened before there is a pool.
#[derive(Debug, Default)]
pub struct Listeners {
    /// For Stratum.
    pub stratum: Vec<TcpListener>,
    /// Where somebody else serves HTTP ([`Pool::direct`]): for the status to tell.
    pub rpc: Vec<SocketAddr>,
}

impl Listeners {
    /// Opens addresses for Stratum.
    ///
    /// # Errors
    /// [`PoolError::Listen`].
    pub async fn bind(addresses: &[SocketAddr]) -> Result<Self, PoolError> {
        let mut listeners = Self::default();
        for address in addresses.iter().copied() {
            let failed = |error| PoolError::Listen { address, error };
            listeners.stratum.push(TcpListener::bind(address).await.map_err(failed)?);
        }
        Ok(listeners)
    }
}

/// Starts a pool. Must be called within a tokio runtime; when it returns miners can connect.
///
/// # Errors
/// [`PoolError`].
pub async fn start(config: PoolConfig, deps: PoolDeps) -> Result<(Pool, Handle), PoolError> {
    let listeners = Listeners::bind(&config.listen).await?;
    start_on(listeners, config, deps)
}

/// Starts a pool on listeners that are open, and on no other. Must be called within a tokio runtime.
///
/// # Errors
/// [`PoolError`].
pub fn start_on(
    listeners: Listeners,
    config: PoolConfig,
    deps: PoolDeps,
) -> Result<(Pool, Handle), PoolError> {
    let PoolConfig { listen: _, server, upstream } = config;
    let payout = match server.payout {
        Payout::Solo => "solo",
        Payout::Proportional(_) => "proportional",
    };
    let server = Server::new(server, deps.clock.now())?;
    let scope = Scope::new();
    let mut handle = Handle::new("pool", deps.events.clone(), scope.clone());
    let (inputs, inbox) = mpsc::channel(MAX_POOL_INPUTS);
    let mut listen = Vec::new();
    for listener in listeners.stratum {
        let unbound = SocketAddr::from(([0, 0, 0, 0], 0));
        let failed = |error| PoolError::Listen { address: unbound, error };
        let address = listener.local_addr().map_err(failed)?;
        handle = handle.with_address("stratum", address);
        listen.push(format!("stratum+tcp://{address}"));
        connection::accept(listener, inputs.clone(), &scope);
    }
    listen.extend(listeners.rpc.iter().map(|address| format!("http://{address}")));
    let (core, pool) =
        core::Core::new(server, deps, listen, (upstream, payout), (inputs, scope.clone()));
    scope.spawn(core.run(inbox));
    Ok((pool, handle))
}
