//! The node's shared state and what may be asked of it from within the process.
//!
//! Does not know HTTP.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quarry_api::node::{AddressView, BlockSummary, ChainInfo};
use quarry_chain::{BlockError, Chain, ChainEvent, ChainSpec, StoreError, TxError, UtxoLedger};
use quarry_pow::Engine;
use quarry_primitives::{Address, Block, BlockHash, Transaction, Txid};
use quarry_service::{Clock, EventHub};
use quarry_store::ChainStore;
use tokio::sync::{Notify, watch};

use crate::views;

pub(crate) type NodeChain = Chain<UtxoLedger, ChainStore>;

/// A running node, as the process sees it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Node(Arc<Inner>);

struct Inner {
    spec: ChainSpec,
    chain: Mutex<NodeChain>,
    engine: Engine,
    clock: Clock,
    events: EventHub,
    tip: watch::Sender<BlockHash>,
    transaction_waits: Notify,
    rate: Mutex<RateMeter>,
}

/// Hashes a second of the whole engine between two looks at least [`RATE_WINDOW_MS`] apart.
#[derive(Clone, Copy, Debug, Default)]
struct RateMeter {
    at_ms: u64,
    hashes: u64,
    rate: u64,
}

/// Shortest time over which a rate is taken, milliseconds.
const RATE_WINDOW_MS: u64 = 1000;

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Node").field("tip", &*self.tip.borrow()).finish_non_exhaustive()
    }
}

impl Node {
    pub(crate) fn new(
        spec: ChainSpec,
        chain: NodeChain,
        engine: Engine,
        clock: Clock,
        events: EventHub,
    ) -> Self {
        let (tip, _) = watch::channel(chain.tip().hash);
        Self(Arc::new(Inner {
            spec,
            chain: Mutex::new(chain),
            engine,
            clock,
            events,
            tip,
            transaction_waits: Notify::new(),
            rate: Mutex::default(),
        }))
    }

    /// Hashes a second of the process's engine, whoever they are for.
    #[must_use]
    pub fn hashes_per_second(&self) -> u64 {
        let (now_ms, hashes) = (self.0.clock.now().mono_ms, self.0.engine.hashes());
        let mut meter = self.0.rate.lock().unwrap_or_else(PoisonError::into_inner);
        let passed_ms = now_ms.saturating_sub(meter.at_ms);
        if passed_ms >= RATE_WINDOW_MS {
            let done = hashes.saturating_sub(meter.hashes);
            let rate = done.saturating_mul(1000) / passed_ms;
            *meter = RateMeter { at_ms: now_ms, hashes, rate };
        }
        meter.rate
    }

    /// The chain's rules.
    #[must_use]
    pub fn spec(&self) -> &ChainSpec {
        &self.0.spec
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.0.engine
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub(crate) fn transaction_waits(&self) -> &Notify {
        &self.0.transaction_waits
    }

    /// The hash of the tip, and its changes.
    #[must_use]
    pub fn tip(&self) -> watch::Receiver<BlockHash> {
        self.0.tip.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, NodeChain> {
        // The chain commits in one batch and changes its memory after that: a panic in between
        // leaves it one block behind its store, never in between two blocks.
        self.0.chain.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs something on the chain, off the async threads.
    ///
    /// # Panics
    /// If `work` panics.
    pub(crate) async fn with_chain<R, F>(&self, work: F) -> R
    where
        R: Send + 'static,
        F: FnOnce(&mut NodeChain) -> R + Send + 'static,
    {
        let node = self.clone();
        match tokio::task::spawn_blocking(move || work(&mut node.lock())).await {
            Ok(result) => result,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }

    /// Where the chain stands.
    pub async fn info(&self) -> ChainInfo {
        let node = self.clone();
        self.with_chain(move |chain| views::chain_info(&node, chain)).await
    }

    /// The newest blocks below a height, newest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn recent_blocks(
        &self,
        limit: usize,
        before: Option<u32>,
    ) -> Result<Vec<BlockSummary>, StoreError> {
        self.with_chain(move |chain| views::recent(chain, limit, before)).await
    }

    /// An address's money and history.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn address(&self, address: Address) -> Result<AddressView, StoreError> {
        self.with_chain(move |chain| views::address(chain, &address)).await
    }

    /// Takes a transaction into the mempool; it is told to all readers of topic `tx`.
    ///
    /// # Errors
    /// [`TxError`] with Bitcoin Core's reject string.
    pub async fn submit_transaction(&self, tx: Transaction) -> Result<Txid, TxError> {
        let txid = tx.compute_txid();
        let now = self.0.clock.now();
        let events = self.with_chain(move |chain| chain.accept_tx(now, tx)).await?;
        self.tell(events).await;
        self.0.transaction_waits.notify_one();
        Ok(txid)
    }

    /// Takes a block; when this returns it is on disk.
    ///
    /// # Errors
    /// [`BlockError`] with Bitcoin Core's reject string.
    pub async fn submit_block(&self, block: Block) -> Result<(), BlockError> {
        let now = self.0.clock.now();
        let node = self.clone();
        let events = self
            .with_chain(move |chain| {
                let events = chain.accept_block(now, block)?;
                // Under the chain's lock, so that the watch never goes back to an older tip.
                node.0.tip.send_if_modified(|tip| {
                    std::mem::replace(tip, chain.tip().hash) != chain.tip().hash
                });
                Ok::<_, BlockError>(events)
            })
            .await?;
        self.tell(events).await;
        Ok(())
    }

    async fn tell(&self, events: Vec<ChainEvent>) {
        for event in &events {
            match event {
                ChainEvent::BlockConnected { height, .. } => {
                    let height = *height;
                    match self.with_chain(move |c| views::summary(c, height)).await {
                        Ok(Some(summary)) => self.0.events.publish("block", &summary),
                        // Disconnected again already: the event of that follows.
                        Ok(None) => {}
                        Err(error) => {
                            tracing::error!(%error, "a connected block is not to be read")
                        }
                    }
                }
                ChainEvent::BlockDisconnected { .. } => self.0.events.publish("reorg", event),
                other => self.0.events.publish("tx", other),
            }
        }
        self.0.events.publish("chain", &self.info().await);
    }
}
