//! The chain: takes blocks and transactions in, keeps the branch with most work active.
//!
//! Puts together the tree, the ledger, the mempool and the store, in that order of trust: a block
//! is checked, then planned, then committed, and only then does memory follow. Does not know which
//! ledger it serves, where its store keeps things, or what time it is.

mod activate;
mod pool;
mod queries;

use quarry_primitives::{Amount, BlockHash, ChainId, Header, Now, Script};

use crate::event::ChainEvent;
use crate::header;
use crate::ledger::{BlockContext, Ledger, TemplateFill};
use crate::limits::{
    MAX_BLOCK_SIGOPS_COST, MAX_PAYOUT_SCRIPT_BYTES, MAX_TEMPLATE_EXTRA_BYTES,
    TEMPLATE_RESERVED_SIGOPS, TEMPLATE_RESERVED_WEIGHT,
};
use crate::mempool::{Around, Mempool};
use crate::record::{HeaderRecord, TipRecord};
use crate::spec::ChainSpec;
use crate::store::{Batch, Store, StoreError, Write};
use crate::tree::{BlockTree, Branch};
use crate::views::{BlockTemplate, Tip};
use crate::{BlockError, TxError};

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
    /// The store's own fault, or the genesis block's.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why there is no template.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TemplateError {
    /// Too many bytes for the coinbase script.
    #[error("{0} extra bytes are more than {MAX_TEMPLATE_EXTRA_BYTES}")]
    ExtraTooLong(usize),
    /// Too long a script to pay to.
    #[error("payout script of {0} bytes is longer than {MAX_PAYOUT_SCRIPT_BYTES}")]
    PayoutTooLong(usize),
    /// The store's own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A chain with its mempool.
#[derive(Debug)]
pub struct Chain<L: Ledger, S: Store> {
    spec: ChainSpec,
    ledger: L,
    store: S,
    tree: BlockTree,
    pool: Mempool<L>,
    supply: Amount,
}

/// Where the next block stands.
fn next_context<'a>(
    spec: &'a ChainSpec,
    tree: &BlockTree,
    branch: &'a Branch<'a>,
) -> BlockContext<'a> {
    let tip = tree.tip_node();
    BlockContext {
        spec,
        height: tip.height.saturating_add(1),
        parent_median_time: tip.median_time_past,
        ancestors: branch,
    }
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Opens the chain of a spec in a store; writes the genesis block if it is empty.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(spec: ChainSpec, ledger: L, store: S) -> Result<Self, OpenError> {
        let genesis = ledger.genesis(&spec);
        let tree = BlockTree::new(*ledger.header(&genesis));
        let pool = Mempool::default();
        let mut chain = Self { spec, ledger, store, tree, pool, supply: Amount::ZERO };
        match chain.store.tip()? {
            None => chain.write_genesis(&genesis)?,
            Some(tip) => chain.load(tip)?,
        }
        Ok(chain)
    }

    /// Starts over with an empty mempool of at most so many bytes, in place of
    /// [`MAX_MEMPOOL_BYTES`](crate::limits::MAX_MEMPOOL_BYTES).
    #[must_use]
    pub fn with_mempool_limit(mut self, max_memory_bytes: usize) -> Self {
        self.pool = Mempool::with_limit(max_memory_bytes);
        self
    }

    fn load(&mut self, tip: TipRecord) -> Result<(), OpenError> {
        let missing = || StoreError::corrupt("a height without a block");
        let expected = self.spec.chain_id();
        let found = self.store.hash_at(0)?.ok_or_else(missing)?;
        if found != expected {
            return Err(OpenError::OtherChain { expected, found });
        }
        let active = (1..=tip.height).map(|height| self.store.hash_at(height)?.ok_or_else(missing));
        let active = active.collect::<Result<Vec<_>, StoreError>>()?;
        self.tree.load(self.store.headers()?, active)?;
        if self.tree.tip() != tip.hash {
            return Err(StoreError::corrupt("a tip that does not end the active chain").into());
        }
        self.supply = tip.supply;
        Ok(())
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

    /// The store.
    #[must_use]
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Gives the store back. The mempool is lost.
    #[must_use]
    pub fn into_store(self) -> S {
        self.store
    }

    /// The end of the active chain.
    #[must_use]
    pub fn tip(&self) -> Tip {
        let node = self.tree.tip_node();
        Tip {
            hash: self.tree.tip(),
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

    /// Takes a block in. If it gives its branch more work than the active chain has, the chain
    /// moves over to it, by a reorganisation if need be; of equal branches the first seen stays.
    ///
    /// Everything is on disk when this returns. On an error nothing has changed, but that invalid
    /// blocks are remembered.
    ///
    /// # Errors
    /// The first rule that is broken; see [`BlockError::reject_reason`].
    pub fn accept_block(
        &mut self,
        now: Now,
        block: L::Block,
    ) -> Result<Vec<ChainEvent>, BlockError> {
        self.pool.note_time(now.wall_ms);
        let header = *self.ledger.header(&block);
        let hash = header.block_hash();
        if self.tree.get(&hash).is_some() {
            return Err(BlockError::Duplicate { hash });
        }
        if self.tree.is_invalid(&hash) {
            return Err(BlockError::DuplicateInvalid { hash });
        }
        let accepted = self
            .check_block(now, &header, &block)
            .and_then(|()| self.add_block(&header, hash, block));
        if let Err(error) = &accepted
            && error.condemns_hash()
        {
            self.tree.remember_invalid(hash);
        }
        accepted
    }

    /// The stages that need no state.
    fn check_block(&self, now: Now, header: &Header, block: &L::Block) -> Result<(), BlockError> {
        header::check_proof_of_work(&self.spec, header)?;
        let parent_hash = header.prev_blockhash;
        if self.tree.is_invalid(&parent_hash) {
            return Err(BlockError::BadParent { parent: parent_hash });
        }
        let parent = self.tree.get(&parent_hash);
        let parent = parent.ok_or(BlockError::ParentNotFound { parent: parent_hash })?;
        header::check_in_context(&self.spec, header, parent.median_time_past, now)?;
        let branch = self.tree.branch(parent_hash);
        let at = BlockContext {
            spec: &self.spec,
            height: parent.height.saturating_add(1),
            parent_median_time: parent.median_time_past,
            ancestors: &branch,
        };
        self.ledger.check_block(block, &at)
    }

    /// Puts a checked block into the tree and the store, and makes it the tip if it wins.
    fn add_block(
        &mut self,
        header: &Header,
        hash: BlockHash,
        block: L::Block,
    ) -> Result<Vec<ChainEvent>, BlockError> {
        let parent = header.prev_blockhash;
        let node = self.tree.insert(*header).ok_or(BlockError::ParentNotFound { parent })?;
        let mut batch = Batch::default();
        batch.push(Write::Header(HeaderRecord { header: *header, height: node.height }));
        batch.push(Write::Block { hash, bytes: self.ledger.encode_block(&block) });
        let added = if node.work > self.tree.tip_node().work {
            self.activate(batch, hash, block)
        } else {
            let stored = ChainEvent::SideBlockStored { hash, height: node.height };
            self.store.commit(batch).map(|()| vec![stored]).map_err(BlockError::from)
        };
        if added.is_err() {
            self.tree.forget(&hash);
        }
        added
    }

    /// Takes a transaction into the mempool.
    ///
    /// # Errors
    /// The first rule that is broken; see [`TxError::reject_reason`]. After
    /// [`TxError::MempoolFull`] others may have left: [`Chain::take_pool_events`] tells.
    pub fn accept_tx(&mut self, now: Now, tx: L::Tx) -> Result<Vec<ChainEvent>, TxError> {
        let branch = self.tree.branch(self.tree.tip());
        let next = next_context(&self.spec, &self.tree, &branch);
        let (ledger, store, now_ms) = (&self.ledger, &self.store, now.wall_ms);
        self.pool.accept(&Around { ledger, next: &next, store, now_ms }, tx)
    }

    /// A block to search a nonce for: the best transactions of the mempool, and a coinbase that
    /// pays `payout` and carries `extra` (at most
    /// [`MAX_TEMPLATE_EXTRA_BYTES`](crate::limits::MAX_TEMPLATE_EXTRA_BYTES)), so that the
    /// searches of two miners differ.
    ///
    /// # Errors
    /// [`TemplateError`].
    pub fn template(
        &self,
        now: Now,
        payout: &Script,
        extra: &[u8],
    ) -> Result<BlockTemplate<L::Block>, TemplateError> {
        if extra.len() > MAX_TEMPLATE_EXTRA_BYTES {
            return Err(TemplateError::ExtraTooLong(extra.len()));
        }
        if payout.len() > MAX_PAYOUT_SCRIPT_BYTES {
            return Err(TemplateError::PayoutTooLong(payout.len()));
        }
        let branch = self.tree.branch(self.tree.tip());
        let next = next_context(&self.spec, &self.tree, &branch);
        let selection = self.pool.select(
            self.spec.max_block_weight() - TEMPLATE_RESERVED_WEIGHT,
            MAX_BLOCK_SIGOPS_COST - TEMPLATE_RESERVED_SIGOPS,
        );
        let min_time = next.parent_median_time.saturating_add(1);
        let fees = selection.fees;
        let fill = TemplateFill {
            parent: self.tree.tip(),
            time: now.wall_secs().max(min_time),
            txs: selection.txs,
            fees,
            payout,
            extra,
        };
        let block = self.ledger.fill_template(fill, &next, &self.store)?;
        let reward = self.spec.subsidy(next.height).checked_add(fees).unwrap_or(fees);
        let bits = self.spec.pow_limit();
        Ok(BlockTemplate { block, height: next.height, fees, reward, bits, min_time })
    }
}
