//! The chain: takes headers, blocks and transactions in, keeps the branch with most work active.
//!
//! Puts together the tree, the ledger, the coins in memory, the mempool and the store. A block's
//! bytes are appended to the store before anything follows from them; coins, tip and tree are
//! written later, all at once ([`Chain::flush`]). Does not know which ledger it serves, where its
//! store keeps things, or what time it is.

mod accept;
mod activate;
mod assumed;
mod control;
mod index;
mod mining;
mod open;
mod pool;
mod queries;
mod template;
mod verify;
mod warnings;
mod write;

use core::cell::Cell;

use quarry_primitives::{Amount, BlockHash, ChainId, ChainWork, Now};

use crate::coins::{Coins, CoinsView};
use crate::event::ChainEvent;
use crate::ledger::{BlockContext, Ledger};
use crate::limits::{
    COINS_CACHE_BYTES, MAX_FEE_TIP_AGE_SECS, MAX_TIP_AGE_SECS, VERIFIED_AT_OPEN,
    VERIFY_LEVEL_AT_OPEN,
};
use crate::mempool::{Around, Mempool};
use crate::spec::ChainSpec;
use crate::store::{Batch, Indexes, Store, StoreError};
use crate::tree::{BlockTree, Branch, Id};
use crate::views::Tip;
use crate::{BlockError, TxError};

pub use accept::{Arrival, BlockOutcome, Processed};
pub use control::ControlError;
pub use template::TemplateError;
pub use verify::VerifyError;

/// Why a chain cannot be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The store holds another chain.
    #[error("store holds chain {found}, not {expected}")]
    OtherChain {
        /// The spec's chain id.
        expected: ChainId,
        /// The store's.
        found: ChainId,
    },
    /// The newest blocks do not fit the coins.
    #[error("{0}: restart with -reindex to build the state from the blocks again")]
    Verify(#[from] VerifyError),
    /// The store's own fault, or the genesis block's.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What may be chosen about a chain that is not its spec.
#[derive(Clone, Debug)]
pub struct ChainOptions {
    /// Random and secret: nobody can choose outpoints that are slow to find in memory.
    pub salt: u64,
    /// What coins in memory may take before they are written, in bytes (`-dbcache`).
    pub coins_cache_bytes: usize,
    /// Which indexes are kept.
    pub indexes: Indexes,
    /// Branches with less work are not looked at by those who did not ask for them, and a chain
    /// with less counts as far behind (`-minimumchainwork`).
    pub min_chain_work: ChainWork,
    /// A chain whose tip is older counts as far behind (`-maxtipage`), in seconds.
    pub max_tip_age_secs: u64,
    /// How many blocks are verified at opening (`-checkblocks`).
    pub verify_blocks: u32,
    /// How thoroughly, 0 to 4 (`-checklevel`).
    pub verify_level: u32,
    /// A block that is taken to have no wrong script below it, nor in it (`-assumevalid`).
    pub assume_valid: Option<BlockHash>,
    /// The version of blocks made here, in place of the one that signals (`-blockversion`).
    pub block_version: Option<i32>,
}

impl Default for ChainOptions {
    fn default() -> Self {
        Self {
            salt: 0,
            coins_cache_bytes: COINS_CACHE_BYTES,
            indexes: Indexes::ALL,
            min_chain_work: ChainWork::from_be_bytes([0; 32]),
            max_tip_age_secs: MAX_TIP_AGE_SECS,
            verify_blocks: VERIFIED_AT_OPEN,
            verify_level: VERIFY_LEVEL_AT_OPEN,
            assume_valid: None,
            block_version: None,
        }
    }
}

/// A chain with its mempool.
#[derive(Debug)]
pub struct Chain<L: Ledger, S: Store> {
    spec: ChainSpec,
    options: ChainOptions,
    ledger: L,
    store: S,
    tree: BlockTree,
    coins: Coins,
    pool: Mempool<L>,
    supply: Amount,
    /// Writes to indexes that wait for the next commit.
    pending: Batch,
    /// Bytes of blocks that no durable commit knows of.
    uncommitted_bytes: u64,
    /// Whether it was far behind when last asked; once it is not, it never is again.
    initial_download: Cell<bool>,
    /// Whether the scripts of the last block were run.
    scripts_ran: Option<bool>,
    /// What opening found in the store before its parents.
    out_of_order: Vec<OutOfOrder>,
}

/// A block that opening found in the store before its parent, and took in after it if that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfOrder {
    /// The block.
    pub hash: BlockHash,
    /// Its parent.
    pub parent: BlockHash,
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Starts over with an empty mempool of at most so many bytes, in place of
    /// [`MAX_MEMPOOL_BYTES`](crate::limits::MAX_MEMPOOL_BYTES).
    #[must_use]
    pub fn with_mempool_limit(mut self, max_memory_bytes: usize) -> Self {
        self.pool = Mempool::with_limit(max_memory_bytes);
        self
    }

    /// The spec.
    #[must_use]
    pub fn spec(&self) -> &ChainSpec {
        &self.spec
    }

    /// The ledger, for decoding and encoding.
    #[must_use]
    pub fn ledger(&self) -> &L {
        &self.ledger
    }

    /// The store. What was not flushed is not in it.
    #[must_use]
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Gives the store back, with everything written. The mempool is lost.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn into_store(mut self) -> Result<S, StoreError> {
        self.flush()?;
        Ok(self.store)
    }

    /// The blocks that opening found in the store before their parents, at most
    /// [`MAX_OUT_OF_ORDER_TOLD`](crate::limits::MAX_OUT_OF_ORDER_TOLD) of them.
    #[must_use]
    pub fn out_of_order(&self) -> &[OutOfOrder] {
        &self.out_of_order
    }

    /// The end of the active chain.
    #[must_use]
    pub fn tip(&self) -> Tip {
        let node = self.tree.tip_node();
        Tip {
            hash: node.hash,
            height: node.height,
            time: node.header.time,
            median_time_past: node.median_time_past,
            work: node.work,
        }
    }

    /// The sum of all coins: the allocation and what was mined, less what was burnt.
    #[must_use]
    pub fn supply(&self) -> Amount {
        self.supply
    }

    /// Whether the chain is still far behind (`IsInitialBlockDownload`). Once it is not, it never
    /// is again until it is opened anew.
    #[must_use]
    pub fn is_initial_download(&self, now: Now) -> bool {
        if self.initial_download.get() {
            let tip = self.tree.tip_node();
            let oldest = now.wall_ms / 1000;
            let oldest = oldest.saturating_sub(self.options.max_tip_age_secs);
            let behind =
                tip.work < self.options.min_chain_work || u64::from(tip.header.time) < oldest;
            self.initial_download.set(behind);
        }
        self.initial_download.get()
    }

    /// Whether the tip is new enough, and near enough to the best header, for waits to tell something
    /// about fees (`IsCurrentForFeeEstimation`).
    #[must_use]
    pub fn is_current(&self, now: Now) -> bool {
        let (tip, best) = (self.tree.tip_node(), self.tree.best_header());
        let oldest = (now.wall_ms / 1000).saturating_sub(MAX_FEE_TIP_AGE_SECS);
        let near = tip.height.saturating_add(1) >= self.tree.get(best).height;
        !self.is_initial_download(now) && u64::from(tip.header.time) >= oldest && near
    }

    /// Takes a transaction into the mempool.
    ///
    /// # Errors
    /// The first rule that is broken; see [`TxError::reject_reason`]. After
    /// [`TxError::MempoolFull`] others may have left: [`Chain::take_pool_events`] tells.
    pub fn accept_tx(&mut self, now: Now, tx: L::Tx) -> Result<Vec<ChainEvent>, TxError> {
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        let state = CoinsView { coins: &self.coins, store: &self.store };
        let around =
            Around { ledger: &self.ledger, next: &next, state: &state, now_ms: now.wall_ms };
        self.pool.accept(&around, tx)
    }

    /// State as it is at the tip.
    fn state(&self) -> CoinsView<'_> {
        CoinsView { coins: &self.coins, store: &self.store }
    }

    fn stored_block(&self, id: Id) -> Result<L::Block, StoreError> {
        let node = self.tree.get(id);
        let missing = || StoreError::corrupt(format!("no block {}", node.hash));
        let bytes = self.store.block(node.block.ok_or_else(missing)?)?;
        let block = self.ledger.decode_block(&bytes);
        let block = block.map_err(|error| StoreError::corrupt(error.to_string()))?;
        if self.ledger.header(&block) == &node.header {
            return Ok(block);
        }
        Err(StoreError::corrupt(format!("another block in place of {}", node.hash)))
    }

    fn stored_undo(&self, id: Id) -> Result<L::Undo, StoreError> {
        let node = self.tree.get(id);
        let missing = || StoreError::corrupt(format!("no undo data of block {}", node.hash));
        let bytes = self.store.undo(node.undo.ok_or_else(missing)?)?;
        let undo = self.ledger.decode_undo(&bytes);
        undo.map_err(|error| StoreError::corrupt(error.to_string()))
    }
}

/// Where a block on top of `parent` stands.
fn context_above<'a>(
    spec: &'a ChainSpec,
    tree: &BlockTree,
    parent: Id,
    branch: &'a Branch<'a>,
) -> BlockContext<'a> {
    let node = tree.get(parent);
    BlockContext {
        spec,
        height: node.height.saturating_add(1),
        parent_median_time: node.median_time_past,
        ancestors: branch,
    }
}

/// A failing store is nobody's rule.
fn store_error(error: BlockError) -> Result<BlockError, StoreError> {
    match error {
        BlockError::Store(error) => Err(error),
        rule => Ok(rule),
    }
}
