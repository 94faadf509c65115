//! The node's shared state and what may be asked of it from within the process.
//!
//! Every change of the chain, wherever it comes from, goes through [`Node::change`]: there the
//! network, the watchers of the tip and the event hub hear of it, in order. Does not know HTTP.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quarry_api::node::{AddressView, BlockSummary, ChainInfo};
use quarry_chain::{
    Arrival, BlockError, BlockOutcome, Chain, ChainEvent, ChainSpec, Processed, RemovalReason,
    StoreError, TxError, UtxoLedger,
};
use quarry_net::BlockVerdict;
use quarry_pow::Engine;
use quarry_primitives::{Address, Block, BlockHash, OutPoint, Transaction, TxOut, Txid, Wtxid};
use quarry_service::{Clock, EventHub};
use quarry_store::ChainStore;
use tokio::sync::{Notify, watch};

use crate::block_log;
use crate::fees::FeeDesk;
use crate::host;
use crate::news::{News, NewsDesk};
use crate::p2p::P2p;
use crate::rpc::{FoundCoin, IndexStatus};
use crate::views;

/// The chain that a node runs.
pub type NodeChain = Chain<UtxoLedger, ChainStore>;

/// A running node, as the process sees it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Node(Arc<Inner>);

struct Inner {
    spec: ChainSpec,
    chain: Mutex<NodeChain>,
    engine: Option<Engine>,
    clock: Clock,
    events: EventHub,
    p2p: P2p,
    tip: watch::Sender<BlockHash>,
    /// The mempool's sequence number.
    pool: watch::Sender<u64>,
    last_block: Mutex<LastBlock>,
    mempool_loaded: AtomicBool,
    transaction_waits: Notify,
    rate: Mutex<RateMeter>,
    news: NewsDesk,
    fees: Option<FeeDesk>,
}

/// The transactions of the newest block, which peers may still ask for.
#[derive(Debug, Default)]
pub(crate) struct LastBlock {
    by_wtxid: BTreeMap<Wtxid, Arc<Transaction>>,
    wtxids: BTreeMap<Txid, Wtxid>,
}

impl LastBlock {
    fn of(block: Block) -> Self {
        let mut last = Self::default();
        for tx in block.txdata {
            let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
            last.wtxids.insert(txid, wtxid);
            last.by_wtxid.insert(wtxid, Arc::new(tx));
        }
        last
    }

    pub(crate) fn by_wtxid(&self, wtxid: &Wtxid) -> Option<&Arc<Transaction>> {
        self.by_wtxid.get(wtxid)
    }

    pub(crate) fn by_txid(&self, txid: &Txid) -> Option<&Arc<Transaction>> {
        self.by_wtxid.get(self.wtxids.get(txid)?)
    }

    fn spent(&self) -> BTreeSet<OutPoint> {
        let inputs = self.by_wtxid.values().flat_map(|tx| &tx.input);
        inputs.map(|input| input.previous_output).collect()
    }

    fn ids(&self) -> Vec<(Txid, Wtxid)> {
        self.wtxids.iter().map(|(txid, wtxid)| (*txid, *wtxid)).collect()
    }
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
        chain: NodeChain,
        engine: Option<Engine>,
        clock: Clock,
        events: EventHub,
        fees: Option<FeeDesk>,
    ) -> Self {
        let (tip, _) = watch::channel(chain.tip().hash);
        let (pool, _) = watch::channel(chain.pool().sequence());
        Self(Arc::new(Inner {
            spec: chain.spec().clone(),
            chain: Mutex::new(chain),
            engine,
            clock,
            events,
            p2p: P2p::default(),
            tip,
            pool,
            last_block: Mutex::default(),
            mempool_loaded: AtomicBool::new(false),
            transaction_waits: Notify::new(),
            rate: Mutex::default(),
            news: NewsDesk::default(),
            fees,
        }))
    }

    /// Hashes a second of the process's engine, whoever they are for; 0 without one.
    #[must_use]
    pub fn hashes_per_second(&self) -> u64 {
        let Some(engine) = &self.0.engine else { return 0 };
        let (now_ms, hashes) = (self.0.clock.now().mono_ms, engine.hashes());
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

    /// The process's clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The network, whether it runs or not.
    #[must_use]
    pub fn p2p(&self) -> &P2p {
        &self.0.p2p
    }

    /// Says that a kept mempool has been taken in, or that there is none.
    pub fn mempool_loaded(&self) {
        self.0.mempool_loaded.store(true, Ordering::Relaxed);
    }

    /// Whether a kept mempool has been taken in, or there was none.
    #[must_use]
    pub fn is_mempool_loaded(&self) -> bool {
        self.0.mempool_loaded.load(Ordering::Relaxed)
    }

    pub(crate) fn last_block(&self) -> MutexGuard<'_, LastBlock> {
        self.0.last_block.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is learnt about fees, if anything is.
    pub(crate) fn fees(&self) -> Option<&FeeDesk> {
        self.0.fees.as_ref()
    }

    pub(crate) fn transaction_waits(&self) -> &Notify {
        &self.0.transaction_waits
    }

    /// The hash of the tip, and its changes.
    #[must_use]
    pub fn tip(&self) -> watch::Receiver<BlockHash> {
        self.0.tip.subscribe()
    }

    /// Tells a listener of each new tip and warning, in order; the first one given stays. It is called
    /// while the chain is locked: it must not ask for it, nor wait for anything.
    pub fn listen(&self, listener: impl Fn(News<'_>) + Send + Sync + 'static) {
        self.0.news.listen(Box::new(listener));
    }

    /// Tells the listener that the store failed.
    pub(crate) fn fault(&self, error: &StoreError) {
        self.0.news.fault(error);
    }

    /// What the user should know.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.0.news.warnings()
    }

    /// The mempool's sequence number, and its changes.
    #[must_use]
    pub fn pool_changes(&self) -> watch::Receiver<u64> {
        self.0.pool.subscribe()
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, NodeChain> {
        // Coins and tip change together, after everything that can fail: a panic leaves the chain
        // at one block or the other, never in between.
        self.0.chain.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the chain. Blocks while somebody else does: not for async code.
    pub fn read<R>(&self, look: impl FnOnce(&NodeChain) -> R) -> R {
        look(&self.lock())
    }

    /// Changes the chain, and tells everybody of it. Blocks: not for async code.
    pub fn change<R>(&self, change: impl FnOnce(&mut NodeChain) -> (R, Vec<ChainEvent>)) -> R {
        self.change_by_block(|chain| {
            let (result, events) = change(chain);
            (result, events, None)
        })
    }

    /// [`Node::change`] by a block that need not be read again to be told of.
    fn change_by_block<R>(
        &self,
        change: impl FnOnce(&mut NodeChain) -> (R, Vec<ChainEvent>, Option<Block>),
    ) -> R {
        let mut chain = self.lock();
        let old = chain.tip().hash;
        let unbroadcast = chain.pool().unbroadcast().clone();
        let (result, events, mut new) = change(&mut chain);
        for txid in unbroadcast.into_iter().filter(|txid| chain.pool().get(txid).is_none()) {
            tracing::debug!(
                target: "mempool",
                "Removed {txid} from set of unbroadcast txns before confirmation that txn was sent out"
            );
        }
        block_log::changes(&chain, &events);
        self.log_evicted(&chain, &events);
        let summary = new.as_ref().and_then(|block| views::summary_of_block(&chain, block));
        if let Some(fees) = &self.0.fees {
            fees.observe(&chain, self.0.clock.now(), &events);
        }
        // Under the chain's lock, so that nobody hears of changes in another order.
        self.tell_network(&chain, old, &events, &mut new);
        self.0
            .tip
            .send_if_modified(|tip| std::mem::replace(tip, chain.tip().hash) != chain.tip().hash);
        let sequence = chain.pool().sequence();
        self.0.pool.send_if_modified(|seen| std::mem::replace(seen, sequence) != sequence);
        self.tell(&chain, &events, summary);
        self.0.news.changed(&chain, self.0.clock.now(), old, &events);
        drop(chain);
        if events.iter().any(|event| matches!(event, ChainEvent::TxAccepted { .. })) {
            self.0.transaction_waits.notify_one();
        }
        result
    }

    /// Takes a block in. Blocks: not for async code. A block of this node's own user is on disk
    /// when this returns.
    ///
    /// # Errors
    /// [`BlockError`] with Bitcoin Core's reject string.
    pub fn process_block(
        &self,
        block: Block,
        arrival: Arrival,
    ) -> Result<BlockOutcome, BlockError> {
        let (now, hash) = (self.0.clock.now(), block.block_hash());
        let outcome = self.change_by_block(|chain| {
            let Processed { outcome, events, block } = chain.process_block(now, block, arrival);
            let kept = match (&outcome, arrival.requested) {
                (Ok(_), true) => chain.acknowledge(),
                _ => Ok(()),
            };
            let outcome = outcome.and_then(|done| kept.map(|()| done).map_err(BlockError::from));
            if let Err(error) = &outcome {
                block_log::block_refused(&hash, error, &events);
            }
            (outcome, events, block)
        });
        if let Err(BlockError::Store(error)) = &outcome {
            self.fault(error);
        }
        self.0.p2p.block_judged(hash, host::verdict(&outcome));
        outcome
    }

    /// What the network has to know.
    fn tell_network(
        &self,
        chain: &NodeChain,
        old: BlockHash,
        events: &[ChainEvent],
        new: &mut Option<Block>,
    ) {
        let p2p = &self.0.p2p;
        for event in events {
            match event {
                ChainEvent::BlockConnected { hash, .. } => self.tell_connected(chain, hash, new),
                ChainEvent::BlockDisconnected { .. } => p2p.block_disconnected(),
                ChainEvent::BlockInvalid { hash, .. } => {
                    let fault = quarry_net::BlockFault::Consensus;
                    p2p.block_judged(*hash, BlockVerdict::Invalid(fault));
                }
                ChainEvent::TxAccepted { txid, .. } => {
                    if let Some(entry) = chain.pool().get(txid) {
                        p2p.mempool_added(*txid, entry.tx().compute_wtxid());
                    }
                }
                _ => {}
            }
        }
        if chain.tip().hash != old {
            p2p.tip_changed(old);
        }
    }

    /// Without peers or far behind, nobody is told of transactions and nobody asks for them.
    fn tell_connected(&self, chain: &NodeChain, hash: &BlockHash, new: &mut Option<Block>) {
        if !self.0.p2p.has_peers() || chain.is_initial_download(self.0.clock.now()) {
            return;
        }
        let block = match new.take_if(|block| block.block_hash() == *hash) {
            Some(block) => Ok(Some(block)),
            None => chain.block(hash),
        };
        match block {
            Ok(Some(block)) => {
                let last = LastBlock::of(block);
                self.0.p2p.block_connected(last.ids(), last.spent());
                *self.last_block() = last;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a connected block is not to be read"),
        }
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
        self.blocking(move |node| work(&mut node.lock())).await
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
        self.blocking(move |node| node.accept_tx(tx)).await?;
        Ok(txid)
    }

    /// [`Node::submit_transaction`] for code that may block.
    ///
    /// # Errors
    /// [`TxError`] with Bitcoin Core's reject string.
    pub fn accept_tx(&self, tx: Transaction) -> Result<(), TxError> {
        let now = self.0.clock.now();
        self.change(|chain| match chain.accept_tx(now, tx) {
            Ok(events) => (Ok(()), events),
            Err(error) => (Err(error), Vec::new()),
        })
    }

    /// Takes a block that this node or its user made; when this returns it is on disk.
    ///
    /// # Errors
    /// [`BlockError`] with Bitcoin Core's reject string.
    pub async fn submit_block(&self, block: Block) -> Result<(), BlockError> {
        let hash = block.block_hash();
        match self.blocking(move |node| node.process_block(block, Arrival::OWN)).await? {
            BlockOutcome::Known => Err(BlockError::Duplicate { hash }),
            _ => Ok(()),
        }
    }

    /// Whether the chain is still far behind.
    pub async fn is_initial_download(&self) -> bool {
        let now = self.0.clock.now();
        self.with_chain(move |chain| chain.is_initial_download(now)).await
    }

    /// The indexes that are kept beside the chain. Blocks.
    #[must_use]
    pub fn indexes(&self) -> Vec<IndexStatus> {
        self.read(|chain| {
            let best_block_height = chain.tip().height;
            let kept = chain.options().indexes.txs.then_some("txindex");
            let status =
                |name: &str| IndexStatus { name: name.to_owned(), synced: true, best_block_height };
            kept.map(status).into_iter().collect()
        })
    }

    /// The coins at these outpoints, of the chain or of the mempool. Blocks.
    #[must_use]
    pub fn find_coins(&self, outpoints: &[OutPoint]) -> Vec<Option<FoundCoin>> {
        self.read(|chain| {
            let find = |outpoint: &OutPoint| {
                let waiting = chain.pool().coin(outpoint).cloned();
                // A store that fails shows nothing here; whoever spends it will hear of it.
                let coin = waiting.or_else(|| chain.coin(outpoint).ok().flatten())?;
                let output = TxOut { value: coin.amount.into(), script_pubkey: coin.script };
                Some(FoundCoin { output, is_coinbase: coin.coinbase })
            };
            outpoints.iter().map(find).collect()
        })
    }

    /// Lets go of transactions that have waited too long. Blocks.
    pub fn limit_mempool(&self) {
        let now = self.0.clock.now();
        self.change(|chain| ((), chain.limit_mempool(now)));
    }

    /// Tells peers again of transactions that none has asked for yet. Blocks.
    pub fn rebroadcast(&self) {
        self.read(|chain| {
            for txid in chain.pool().unbroadcast() {
                if let Some(entry) = chain.pool().get(txid) {
                    self.0.p2p.mempool_added(*txid, entry.checked().wtxid);
                }
            }
        });
    }

    /// Writes everything that is only in memory. Blocks.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn flush(&self) -> Result<(), StoreError> {
        self.lock().flush()
    }

    /// Runs something that blocks, off the async threads.
    ///
    /// # Panics
    /// If `work` panics.
    pub(crate) async fn blocking<R, F>(&self, work: F) -> R
    where
        R: Send + 'static,
        F: FnOnce(&Self) -> R + Send + 'static,
    {
        let node = self.clone();
        match tokio::task::spawn_blocking(move || work(&node)).await {
            Ok(result) => result,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }

    fn log_evicted(&self, chain: &NodeChain, events: &[ChainEvent]) {
        let is_evicted = |event: &&ChainEvent| {
            matches!(event, ChainEvent::TxRemoved { reason: RemovalReason::Evicted, .. })
        };
        let count = events.iter().filter(is_evicted).count();
        if count > 0 {
            let fee = chain.pool().min_fee(self.0.clock.now().wall_ms);
            let (coins, rest) = (fee / 100_000_000, fee % 100_000_000);
            tracing::debug!(
                target: "mempool",
                "Removed {count} txn, rolling minimum fee bumped to {coins}.{rest:08} BTC/kvB"
            );
        }
    }

    /// Tells the readers of the event hub; the summary of one block need not be made again.
    fn tell(&self, chain: &NodeChain, events: &[ChainEvent], mut made: Option<BlockSummary>) {
        if events.is_empty() {
            return;
        }
        for event in events {
            match event {
                ChainEvent::BlockConnected { hash, height, .. } => {
                    let made = made.take_if(|made| made.hash == *hash);
                    match made.map_or_else(|| views::summary(chain, *height), |made| Ok(Some(made)))
                    {
                        Ok(Some(summary)) => self.0.events.publish("block", &summary),
                        // Disconnected again already: the event of that follows.
                        Ok(None) => {}
                        Err(error) => {
                            tracing::error!(%error, "a connected block is not to be read");
                        }
                    }
                }
                ChainEvent::BlockDisconnected { .. } => self.0.events.publish("reorg", event),
                ChainEvent::ScriptsRun { .. } => {}
                other => self.0.events.publish("tx", other),
            }
        }
        self.0.events.publish("chain", &views::chain_info(self, chain));
    }
}
