//! Serves miners: Stratum v1 over TCP, with TLS or without, and whoever asks over HTTP, in front of whatever gives
//! templates.
//!
//! ```text
//! socket --lines--> connection task --Input--> pool task (mining::stratum::Server) --Send--> connection task
//!                                                |        ^
//!                              TemplateSource::submit   TemplateSource::templates
//! HTTP request --> Direct::answer --Question--> pool task (mining::direct::Desk) --Answer--> its response
//! ```
//!
//! One task owns the rules and sees everything in one order; a task for each connection reads lines of
//! bounded length and writes what it is given. What is to outlive the pool is kept in its *books*. A miner that does not read is closed, one that talks
//! without end waits for its turn like every other. Does not know what a share is worth, nor what is
//! valid (`mining`), nor pages.

mod books;
mod connection;
mod core;
mod direct;
mod places;
mod rpc_source;
mod shown;
mod source;
mod status;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use quarry_api::pool::PoolStatus;
use quarry_mining::stratum::books::BooksError;
use quarry_mining::stratum::payout::Payout;
use quarry_mining::stratum::server::{ConfigError, Server, ServerConfig};
use quarry_service::{Clock, EventHub, Handle, Scope};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc, watch};

use crate::limits::{MAX_POOL_INPUTS, MAX_REFUSED_AT_ONCE};
use crate::tls::Identity;
use connection::Door;
use status::History;

pub use books::{BooksFile, KeptBooks};
pub use direct::{Direct, LONG_POLL_PATH, Request, Response};
pub use places::Place;
pub use rpc_source::RpcSource;
pub use source::{NotTaken, SourceState, Submission, SubmitFuture, TemplateSource};

/// What a pool is.
#[derive(Debug)]
pub struct PoolConfig {
    /// Its rules. The extranonce of the first connection is random, whatever they say.
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
    /// Where its books are kept; without it they end with the pool.
    pub books: Option<KeptBooks>,
}

/// A pool that cannot be started.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PoolError {
    /// Its rules contradict one another.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The address cannot be listened on.
    #[error("Stratum cannot listen on {address}: {error}; choose another")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's reason.
        error: std::io::Error,
    },
    /// What is kept is none of its books.
    #[error(
        "the pool cannot go on with the books in {place}: {error}; restore them from a backup, or move them away \
         to begin anew: what they say of work that is not paid yet is then lost"
    )]
    Books {
        /// Where they are.
        place: String,
        /// What is wrong with them.
        error: BooksError,
    },
    /// Its books cannot be reached.
    #[error("the pool cannot {what} its books in {place}: {error}")]
    BooksFile {
        /// What failed.
        what: &'static str,
        /// Where they are.
        place: String,
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
    /// For Stratum by TLS, each with what shows miners who the pool is.
    pub tls: Vec<(TcpListener, Identity)>,
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

/// Starts a pool on listeners that are open. Must be called within a tokio runtime; when it returns miners
/// are served.
///
/// # Errors
/// [`PoolError`].
pub async fn start(
    listeners: Listeners,
    config: PoolConfig,
    deps: PoolDeps,
) -> Result<(Pool, Handle), PoolError> {
    let PoolConfig { mut server, upstream } = config;
    // No two pools in front of one node, and no two runs of one, are alike.
    server.extranonce1_seed = rand::random();
    let places = server.max_connections;
    let payout = match server.payout {
        Payout::Solo => "solo",
        Payout::Proportional(_) => "proportional",
    };
    let mut server = Server::new(server, deps.clock.now())?;
    let scope = Scope::new();
    let mut handle = Handle::new("pool", deps.events.clone(), scope.clone());
    let (inputs, inbox) = mpsc::channel(MAX_POOL_INPUTS);
    let plain = listeners.stratum.into_iter().map(|listener| (listener, Door::Plain));
    let by_tls =
        listeners.tls.into_iter().map(|(listener, identity)| (listener, Door::Tls(identity)));
    let (mut listen, mut doors) = (Vec::new(), Vec::new());
    for (listener, door) in plain.chain(by_tls) {
        let unbound = SocketAddr::from(([0, 0, 0, 0], 0));
        let failed = |error| PoolError::Listen { address: unbound, error };
        let address = listener.local_addr().map_err(failed)?;
        let (name, scheme) = match door {
            Door::Plain => ("stratum", "stratum+tcp"),
            Door::Tls(_) => ("stratum by TLS", "stratum+ssl"),
        };
        handle = handle.with_address(name, address);
        listen.push(format!("{scheme}://{address}"));
        doors.push((listener, door));
    }
    listen.extend(listeners.rpc.iter().map(|address| format!("http://{address}")));
    // After the addresses are ours: a second pool that cannot have them changes nothing.
    let rates = match &deps.books {
        Some(books) => books.take_up(&mut server, deps.clock.now()).await?,
        None => Vec::new(),
    };
    let places = places.saturating_add(MAX_REFUSED_AT_ONCE).min(Semaphore::MAX_PERMITS);
    let open = Arc::new(Semaphore::new(places));
    for (listener, door) in doors {
        connection::accept(listener, inputs.clone(), (door, Arc::clone(&open)), &scope);
    }
    let facts = (upstream, payout);
    let (core, pool) = core::Core::new(server, deps, listen, facts, rates, (inputs, scope.clone()));
    scope.spawn(core.run(inbox));
    Ok((pool, handle))
}
