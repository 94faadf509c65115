//! The running node: one chain with its mempool, the network, RPC, the REST API, templates for miners.
//!
//! ```text
//!  peers <──> p2p ──┐                                ┌──> p2p: announcements
//!  RPC ─────────────┼──> Node::change, one at a time ┼──> EventHub: pages and programs
//!  REST ────────────┤      Chain (one lock)          ┴──> tip watchers: long polls, templates
//!  miner, pool ─────┘        │
//!    ^                       v
//!    └── NodeTemplates     store: files of blocks (synced before a block is acknowledged), redb
//! ```
//!
//! [`open`] gives a [`Node`], which answers in this process what the interfaces answer to others;
//! [`start`] opens it and starts the interfaces that are wished for. Everything that touches the
//! chain runs on threads that may block.
//!
//! **Does not know:** the exchange, accounts' names, pages, files of settings.

mod block_import;
mod block_log;
mod error;
mod fees;
mod host;
mod mempool_file;
mod news;
pub mod p2p;
mod rest;
pub mod rpc;
mod script_threads;
mod script_trace;
mod seed_paths;
mod state;
mod templates;
mod views;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use quarry_chain::{Chain, ChainOptions, ChainSpec, PoolConfig, UtxoLedger};
use quarry_pow::Engine;
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_store::ChainStore;
use quarry_web::{PublicConfig, PublicEvents};

use fees::FeeDesk;

pub use block_import::BlockImportError;
pub use error::NodeError;
pub use fees::FeeFile;
pub use mempool_file::MempoolFileError;
pub use news::News;
pub use rest::{TOPICS, paths, router};
pub use script_threads::{ScriptThreads, ScriptThreadsError};
pub use script_trace::{BadTrace, trace_script};
pub use seed_paths::seed_router;
pub use state::{Node, NodeChain};
pub use templates::NodeTemplates;

/// Bounds of the node.
pub mod limits {
    use std::time::Duration;

    /// Bytes of a block that is taken from a file, at most (`MAX_BLOCK_SERIALIZED_SIZE`).
    pub const MAX_BLOCK_BYTES: u32 = 4_000_000;
    /// Parents that blocks of a file wait for at the same time, at most.
    pub const MAX_WAITING_BLOCKS: usize = 1_000_000;
    /// Blocks in one list, at most.
    pub const MAX_LISTED_BLOCKS: usize = 100;
    /// Waiting transactions in one list, at most.
    pub const MAX_LISTED_TRANSACTIONS: usize = 500;
    /// Blocks in an answer to `GET /block` of the seed's paths.
    pub const MAX_SEED_BLOCKS: usize = 1000;
    /// Bytes of stacks that a script's trace shows, over all steps; in JSON they take about twice that.
    pub const MAX_TRACE_SHOWN_BYTES: usize = 4 << 20;
    /// Scripts that are traced at the same time.
    pub const MAX_TRACES: usize = 1;
    /// Transactions that arrive this close together share a block.
    pub const GATHER: Duration = Duration::from_millis(20);
    /// Transactions that came are put into a new template after so long.
    pub const TEMPLATE_PAUSE: Duration = Duration::from_secs(5);
    /// A template is made anew after so long whatever happens: its time moves on, and miners hear that
    /// the pool lives.
    pub const TEMPLATE_AGE: Duration = Duration::from_secs(30);
    /// Pause after no template could be made, so that a fault does not spin.
    pub const TEMPLATE_FAULT_PAUSE: Duration = Duration::from_secs(1);
    /// How long what is only in memory may stay there.
    pub const FLUSH_INTERVAL: Duration = Duration::from_secs(60);
    /// How often what was learnt about fees is written (`FEE_FLUSH_INTERVAL`).
    pub const FEE_WRITE_INTERVAL: Duration = Duration::from_secs(60 * 60);
    /// How old it may be to be read again (`MAX_FILE_AGE`).
    pub const MAX_FEE_FILE_AGE_HOURS: u64 = 60;
    /// Bytes of it, at most: about four times what there is.
    pub const MAX_FEE_FILE_BYTES: u64 = 1 << 20;
    /// How often peers are told again of transactions that none has asked for
    /// (`ReattemptInitialBroadcast`).
    pub const REBROADCAST_INTERVAL: Duration = Duration::from_secs(10 * 60);
    /// How much longer it may take, by chance.
    pub const REBROADCAST_SPREAD: Duration = Duration::from_secs(5 * 60);
}

/// Settings of a node.
#[derive(Clone, Debug)]
pub struct NodeConfig {
    /// Where the REST API listens; port 0 for any.
    pub listen: SocketAddr,
    /// Whether `listen` may be an address that others can reach.
    pub allow_public: bool,
}

/// What a node needs from the process.
#[derive(Debug)]
pub struct NodeDeps {
    /// Rules of the chain.
    pub spec: ChainSpec,
    /// Where it is kept.
    pub store: ChainStore,
    /// The process's search engine, if it has one: its rate is told beside the chain.
    pub engine: Option<Engine>,
    /// The process's clock.
    pub clock: Clock,
    /// Where events go.
    pub events: EventHub,
}

/// What may be chosen about a chain, and how many threads check its scripts.
#[derive(Clone, Debug, Default)]
pub struct OpenConfig {
    /// What may be chosen. The salt is: a random one takes its place.
    pub chain: ChainOptions,
    /// The mempool's policy.
    pub pool: PoolConfig,
    /// Threads for scripts; 0 for one each core.
    pub script_threads: usize,
    /// Where what is learnt about fees is kept; without it nothing is learnt.
    pub fees: Option<FeeFile>,
}

/// Opens the chain. Blocks.
///
/// # Errors
/// [`NodeError`].
pub fn open(config: OpenConfig, deps: NodeDeps) -> Result<Node, NodeError> {
    let NodeDeps { spec, store, engine, clock, events } = deps;
    let options = ChainOptions { salt: rand::random(), ..config.chain };
    let threads = ScriptThreads::new(config.script_threads)?;
    let ledger = UtxoLedger::with_runner(Arc::new(threads));
    let chain = Chain::open_with(spec, ledger, store, options)?.with_pool_config(config.pool);
    for block in chain.out_of_order() {
        block_import::tell_out_of_order(&block.hash, &block.parent);
        if chain.header(&block.parent).is_some() {
            block_import::tell_child(&block.parent);
        }
    }
    let fees = config.fees.map(FeeDesk::open);
    Ok(Node::new(chain, engine, clock, events, fees))
}

/// Opens the chain and starts the REST API.
///
/// # Errors
/// [`NodeError`] if the chain cannot be opened or the address not be bound.
pub async fn start(config: NodeConfig, deps: NodeDeps) -> Result<(Handle, Node), NodeError> {
    let scope = Scope::new();
    let events = deps.events.clone();
    let node = tokio::task::spawn_blocking(move || open(OpenConfig::default(), deps)).await??;
    let listener = quarry_web::bind(config.listen, config.allow_public).await?;
    let address = listener.local_addr().map_err(NodeError::Listener)?;
    let public = PublicConfig {
        events: Some(PublicEvents { hub: events.clone(), topics: TOPICS }),
        api: router(node.clone()),
        behind_proxy: false,
    };
    quarry_web::serve(listener, quarry_web::public_router(public), &scope);
    keep_written(&node, &scope);
    Ok((Handle::new("node", events, scope).with_address("node", address), node))
}

/// Tells peers again, now and then, of transactions that were handed in here and that none has asked
/// for yet.
pub fn rebroadcast(node: &Node, scope: &Scope) {
    let node = node.clone();
    scope.spawn_droppable(async move {
        loop {
            // Not all nodes at the same time after a common event.
            let more = rand::random_range(Duration::ZERO..limits::REBROADCAST_SPREAD);
            tokio::time::sleep(limits::REBROADCAST_INTERVAL + more).await;
            node.blocking(Node::rebroadcast).await;
        }
    });
}

/// Writes what was learnt about fees now and then. [`Node::finish_fees`] writes it at the end.
pub fn keep_fees(node: &Node, scope: &Scope) {
    let node = node.clone();
    scope.spawn_droppable(async move {
        loop {
            tokio::time::sleep(limits::FEE_WRITE_INTERVAL).await;
            node.blocking(Node::write_fees).await;
        }
    });
}

/// Writes what is only in memory now and then, lets go of transactions that have waited too long,
/// and writes everything at the end of the scope.
pub fn keep_written(node: &Node, scope: &Scope) {
    let (node, stopping) = (node.clone(), scope.clone());
    scope.spawn(async move {
        loop {
            let stopped = tokio::select! {
                () = tokio::time::sleep(limits::FLUSH_INTERVAL) => false,
                () = stopping.stopped() => true,
            };
            let written = node.blocking(move |node| {
                node.limit_mempool();
                node.flush()
            });
            if let Err(error) = written.await {
                tracing::error!(%error, "the chain cannot be written");
            }
            if stopped {
                return;
            }
        }
    });
}
