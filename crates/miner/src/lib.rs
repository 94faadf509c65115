//! Mines for an upstream: asks for work, searches, hands in what it finds, and tells how it goes.
//!
//! ```text
//! upstream <--JSON-RPC, Stratum--> session (a task each) --Event::Work--> control loop --set--> Searcher
//!                                     ^                                    |    ^                  |
//!                                     +----------- Order::Hit -------------+    +---- Found::Hit --+
//!                                                                          |
//!                                               MinerStatus (watch, topic `miner`), topic `miner-log`
//! ```
//!
//! - [`start`] gives a [`Miner`], by which it is stopped, started and paid to somebody else while it
//!   runs, and a [`Handle`] that ends it. A process has one, however many look at it.
//! - A *session* speaks with one upstream: by `getblocktemplate` with a long poll, by `getwork`,
//!   by Stratum, or, with the node of this process, without a socket. Its protocol's form and rules are crate `mining`'s.
//! - The *control loop* prefers the first upstream that gives work; those before it are asked in the
//!   background, and the first that gives work again takes over at once.
//! - The *searcher* keeps all threads of the one `pow::Engine` at the newest assignment. Replacing it
//!   is one call: threads turn to the new one at the end of their chunk, a few milliseconds.
//! - [`cgminer`]: what monitors of miners ask.
//! - [`pool`]: the other side: serves miners of others by Stratum, in front of a node.
//! - [`Authorities`], [`Identity`]: TLS, of a miner and of a pool.
//! - [`grind`]: the nonce of one header, for Bitcoin Core's signet miner.
//!
//! Tasks: the control loop, one for each session, one for each hit that is handed in.
//!
//! **Does not know:** where its settings come from, pages, or which blocks are valid.

mod assignment;
pub mod cgminer;
mod config;
mod control;
mod grind;
pub mod limits;
mod meter;
mod payout;
pub mod pool;
mod rpc;
mod searcher;
mod session;
mod slots;
mod tally;
mod tls;
mod url;

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use quarry_api::miner::MinerStatus;
use quarry_pow::{Engine, EngineError};
use quarry_service::{Clock, EventHub, Handle, Scope};
use tokio::sync::{mpsc, watch};

pub use config::{MinerConfig, Protocol, Upstream, UpstreamConfig};
pub use grind::{GrindError, grind};
pub use payout::{Payout, PayoutError};
pub use rpc::{Rpc, RpcError};
pub use tls::{Authorities, Identity, TlsFileError};
pub use url::{Credentials, Scheme, UpstreamUrl, UrlError};

use control::{Command, Control, Past};
use limits::{MAX_COMMANDS, MAX_UPSTREAMS};

/// What a miner works with.
#[derive(Clone, Debug)]
pub struct MinerDeps {
    /// The process's one pool of search threads.
    pub engine: Engine,
    /// The process's clock.
    pub clock: Clock,
    /// Where it tells what happens: topics `miner` and `miner-log`.
    pub events: EventHub,
}

/// Settings that make no miner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// Nobody to mine for.
    #[error("no upstream")]
    NoUpstream,
    /// More than a miner looks after.
    #[error("more than {MAX_UPSTREAMS} upstreams")]
    TooManyUpstreams,
}

/// A miner that was ended does not take orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the miner has ended")]
pub struct MinerEnded;

/// Why somebody else is not paid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PayError {
    /// Not on the chain of an upstream.
    #[error(transparent)]
    Payout(#[from] PayoutError),
    /// It is too late.
    #[error(transparent)]
    Ended(#[from] MinerEnded),
}

/// Why not so many threads search.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ThreadsError {
    /// There cannot be so many.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// It is too late.
    #[error(transparent)]
    Ended(#[from] MinerEnded),
}

/// A miner. Cheap to clone; a clone is the same miner.
#[derive(Clone, Debug)]
pub struct Miner {
    engine: Engine,
    commands: mpsc::Sender<Command>,
    status: watch::Receiver<Arc<MinerStatus>>,
    past: Arc<Mutex<Past>>,
}

/// Starts a miner. Must be called within a tokio runtime.
///
/// # Errors
/// [`StartError`].
pub fn start(config: MinerConfig, deps: MinerDeps) -> Result<(Miner, Handle), StartError> {
    match config.upstreams.len() {
        0 => return Err(StartError::NoUpstream),
        1..=MAX_UPSTREAMS => {}
        _ => return Err(StartError::TooManyUpstreams),
    }
    let scope = Scope::new();
    let (engine, events) = (deps.engine.clone(), deps.events.clone());
    let (commands, orders) = mpsc::channel(MAX_COMMANDS);
    let past = Arc::<Mutex<Past>>::default();
    let (control, status) = Control::new(config, deps, scope.clone(), Arc::clone(&past));
    // Ends by itself when the scope does, and leaves no search behind.
    scope.spawn(control.run(orders));
    Ok((Miner { engine, commands, status, past }, Handle::new("miner", events, scope)))
}

impl Miner {
    /// Mines from now on.
    ///
    /// # Errors
    /// [`MinerEnded`].
    pub async fn start(&self) -> Result<(), MinerEnded> {
        self.command(Command::Start).await
    }

    /// Mines no more until it is started again; asks no upstream either.
    ///
    /// # Errors
    /// [`MinerEnded`].
    pub async fn stop(&self) -> Result<(), MinerEnded> {
        self.command(Command::Stop).await
    }

    /// Pays somebody else from the next job on, which is made at once.
    ///
    /// # Errors
    /// [`PayError`]; whoever was paid is paid on.
    pub async fn pay(&self, payout: Payout) -> Result<(), PayError> {
        let status = Arc::clone(&self.status.borrow());
        for chain in status.upstreams.iter().filter_map(|upstream| upstream.chain.as_deref()) {
            payout.check(chain)?;
        }
        Ok(self.command(Command::Pay(payout)).await?)
    }

    /// Lets so many threads of the process's engine search from now on, whoever they search for.
    ///
    /// # Errors
    /// [`ThreadsError`]; as many as before search on.
    pub async fn set_threads(&self, threads: NonZeroUsize) -> Result<(), ThreadsError> {
        self.engine.set_threads(threads)?;
        Ok(self.command(Command::Threads(threads)).await?)
    }

    async fn command(&self, command: Command) -> Result<(), MinerEnded> {
        self.commands.send(command).await.map_err(|_| MinerEnded)
    }

    /// All of how it goes, rates of the past and the newest lines of the log included.
    #[must_use]
    pub fn status(&self) -> MinerStatus {
        let mut status = MinerStatus::clone(&self.status.borrow());
        // Two lists: nobody leaves them half done.
        let past = self.past.lock().unwrap_or_else(PoisonError::into_inner);
        status.history.extend(past.history.iter());
        status.log.extend(past.log.iter().cloned());
        status
    }

    /// How it goes, without the past; changes at least once a second while it runs.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Arc<MinerStatus>> {
        self.status.clone()
    }
}
