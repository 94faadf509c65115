//! The running node: one chain, its mempool, its REST API and its block producer.
//!
//! ```text
//! POST /v1/transactions ──> Node::submit_transaction ──> Chain (one lock) ──> store (fsync)
//!                                  │ a transaction waits            │ events
//!                                  v                                v
//!                             producer ──> template ──> Engine ──> Node::submit_block ──> EventHub
//! ```
//!
//! [`start`] gives a [`Handle`] and a [`Node`], which answers in this process what the REST API
//! answers over HTTP. Everything that touches the chain runs on tokio's blocking threads, because a
//! block is fsynced before it is acknowledged.
//!
//! Peers are [`p2p`]'s.
//!
//! **Does not know:** the exchange, accounts' names, pages.

mod error;
pub mod p2p;
mod producer;
mod rest;
mod state;
mod views;

use std::net::SocketAddr;
use std::time::Duration;

use quarry_chain::{Chain, ChainSpec, UtxoLedger};
use quarry_pow::Engine;
use quarry_primitives::ScriptBuf;
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_store::ChainStore;
use quarry_web::{PublicConfig, PublicEvents};

pub use error::NodeError;
pub use rest::{TOPICS, router};
pub use state::Node;

/// Bounds of the node.
pub mod limits {
    use std::time::Duration;

    /// Blocks in one list, at most.
    pub const MAX_LISTED_BLOCKS: usize = 100;
    /// Waiting transactions in one list, at most.
    pub const MAX_LISTED_TRANSACTIONS: usize = 500;
    /// Transactions that arrive this close together share a block.
    pub const GATHER: Duration = Duration::from_millis(20);
}

/// Settings of a node.
#[derive(Clone, Debug)]
pub struct NodeConfig {
    /// Where the REST API listens; port 0 for any.
    pub listen: SocketAddr,
    /// Whether `listen` may be an address that others can reach.
    pub allow_public: bool,
    /// What the block producer does; none leaves blocks to others.
    pub producer: Option<ProducerConfig>,
}

/// Settings of the block producer.
#[derive(Clone, Debug)]
pub struct ProducerConfig {
    /// Longest time between blocks while no transaction waits.
    pub block_time: Duration,
    /// Who is paid.
    pub payout: ScriptBuf,
}

/// What a node needs from the process.
#[derive(Debug)]
pub struct NodeDeps {
    /// Rules of the chain.
    pub spec: ChainSpec,
    /// Where it is kept.
    pub store: ChainStore,
    /// What searches for blocks.
    pub engine: Engine,
    /// The process's clock.
    pub clock: Clock,
    /// Where events go.
    pub events: EventHub,
}

/// Opens the chain, starts the producer and the REST API.
///
/// # Errors
/// [`NodeError`] if the chain cannot be opened or the address not be bound.
pub async fn start(config: NodeConfig, deps: NodeDeps) -> Result<(Handle, Node), NodeError> {
    let NodeDeps { spec, store, engine, clock, events } = deps;
    let scope = Scope::new();
    let opened = spec.clone();
    let chain = tokio::task::spawn_blocking(move || Chain::open(opened, UtxoLedger::new(), store))
        .await??;
    let node = Node::new(spec, chain, engine, clock, events.clone());
    let listener = quarry_web::bind(config.listen, config.allow_public).await?;
    let address = listener.local_addr().map_err(NodeError::Listener)?;
    let public = PublicConfig {
        events: Some(PublicEvents { hub: events.clone(), topics: TOPICS }),
        api: router(node.clone()),
        behind_proxy: false,
    };
    quarry_web::serve(listener, quarry_web::public_router(public), &scope);
    if let Some(producer) = config.producer {
        scope.spawn_droppable(producer::run(node.clone(), producer));
    }
    Ok((Handle::new("node", events, scope).with_address("node", address), node))
}
