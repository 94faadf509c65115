//! What can be asked of a chain. Nothing here changes it.
//!
//! Does not know how answers are written on an interface.

use quarry_primitives::{BlockHash, OutPoint, Script, Txid};

use super::{Chain, context_above};
use crate::ledger::{Ledger, StateView};
use crate::limits::{MAX_RECENT_BLOCKS, MAX_VIEW_MEMPOOL};
use crate::mempool::Mempool;
use crate::record::Coin;
use crate::store::{Store, StoreError};
use crate::tree::Id;
use crate::views::{BlockSummary, FoundTx, HeaderView, MempoolView, ScriptView};

impl<L: Ledger, S: Store> Chain<L, S> {
    /// A block, on any branch; `None` if only its header is known, or not even that.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn block(&self, hash: &BlockHash) -> Result<Option<L::Block>, StoreError> {
        let id = self.tree.id(hash).filter(|id| self.tree.get(*id).block.is_some());
        id.map(|id| self.stored_block(id)).transpose()
    }

    /// A block's bytes, as on the wire.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn block_bytes(&self, hash: &BlockHash) -> Result<Option<Vec<u8>>, StoreError> {
        let place = self.tree.by_hash(hash).and_then(|node| node.block);
        place.map(|place| self.store.block(place)).transpose()
    }

    /// What takes a block back: the coins it spent. `None` if it was never connected.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn undo(&self, hash: &BlockHash) -> Result<Option<L::Undo>, StoreError> {
        let id = self.tree.id(hash).filter(|id| self.tree.get(*id).undo.is_some());
        id.map(|id| self.stored_undo(id)).transpose()
    }

    /// The block of the active chain at a height.
    #[must_use]
    pub fn block_hash_at(&self, height: u32) -> Option<BlockHash> {
        self.tree.active_at(height).map(|id| self.tree.get(id).hash)
    }

    /// A header, on any branch.
    #[must_use]
    pub fn header(&self, hash: &BlockHash) -> Option<HeaderView> {
        self.tree.id(hash).map(|id| self.header_view(id))
    }

    /// The header with most work of those that did not fail.
    #[must_use]
    pub fn best_header(&self) -> HeaderView {
        self.header_view(self.tree.best_header())
    }

    /// The ancestor of a header of the tree at a height not above its own.
    #[must_use]
    pub fn ancestor(&self, hash: &BlockHash, height: u32) -> Option<BlockHash> {
        let id = self.tree.ancestor(self.tree.id(hash)?, height)?;
        Some(self.tree.get(id).hash)
    }

    /// The last block that a branch shares with the active chain.
    #[must_use]
    pub fn fork_with_active(&self, hash: &BlockHash) -> Option<HeaderView> {
        self.tree.id(hash).map(|id| self.header_view(self.tree.fork(id)))
    }

    /// The ends of all branches (`getchaintips`), those with most blocks first.
    #[must_use]
    pub fn branch_ends(&self) -> Vec<HeaderView> {
        let mut ends: Vec<HeaderView> =
            self.tree.ends().into_iter().map(|id| self.header_view(id)).collect();
        ends.sort_by_key(|end| core::cmp::Reverse(end.height));
        ends
    }

    /// How many headers are known.
    #[must_use]
    pub fn header_count(&self) -> usize {
        self.tree.len()
    }

    fn header_view(&self, id: Id) -> HeaderView {
        let node = self.tree.get(id);
        HeaderView {
            hash: node.hash,
            header: node.header,
            height: node.height,
            work: node.work,
            median_time_past: node.median_time_past,
            active: self.tree.is_active(id),
            failed: node.failed,
            validity: node.validity,
            stored: node.block.is_some(),
            tx_count: node.tx_count,
            chain_tx_count: node.chain_tx_count,
        }
    }

    /// A coin at the tip.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        self.state().coin(outpoint)
    }

    /// Shows every coin at the tip, by outpoint. Writes first what memory has.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn visit_coins(&mut self, visit: &mut dyn FnMut(OutPoint, Coin)) -> Result<(), StoreError> {
        self.flush()?;
        self.store.visit_coins(visit)
    }

    /// A transaction of the mempool or, if they are indexed, of the active chain.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn transaction(&self, txid: &Txid) -> Result<Option<FoundTx<L::Tx>>, StoreError> {
        if let Some(entry) = self.pool.get(txid) {
            return Ok(Some(FoundTx { tx: entry.tx().clone(), block: None }));
        }
        if !self.options.indexes.txs {
            return Ok(None);
        }
        let Some(place) = self.store.tx_place(txid)? else { return Ok(None) };
        let missing = || StoreError::corrupt(format!("no transaction {txid} where it should be"));
        let block = self.block(&place.block)?.ok_or_else(missing)?;
        let height = self.tree.by_hash(&place.block).ok_or_else(missing)?.height;
        let index = usize::try_from(place.index).map_err(|_| missing())?;
        let tx = self.ledger.transactions(&block).get(index).ok_or_else(missing)?.clone();
        Ok(Some(FoundTx { tx, block: Some((place.block, height)) }))
    }

    /// What a script owns, owned and is about to own. Costs time linear in its coins.
    ///
    /// # Errors
    /// [`StoreError::NotIndexed`] if scripts are not indexed.
    pub fn script_view(&self, script: &Script) -> Result<ScriptView, StoreError> {
        if !self.options.indexes.scripts {
            return Err(StoreError::NotIndexed("scripts"));
        }
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        self.ledger.query(script, &next, &self.store, &self.pool)
    }

    /// The mempool at a glance.
    #[must_use]
    pub fn mempool(&self) -> MempoolView {
        self.pool.view(MAX_VIEW_MEMPOOL)
    }

    /// The mempool itself.
    #[must_use]
    pub fn pool(&self) -> &Mempool<L> {
        &self.pool
    }

    /// What may be chosen about the chain that is not its spec.
    #[must_use]
    pub fn options(&self) -> &super::ChainOptions {
        &self.options
    }

    /// The last `n` blocks of the active chain, newest first; at most
    /// [`MAX_RECENT_BLOCKS`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn recent_blocks(&self, n: u32) -> Result<Vec<BlockSummary>, StoreError> {
        let tip = self.tree.tip_node().height;
        let wanted = n.min(MAX_RECENT_BLOCKS).min(tip.saturating_add(1));
        (0..wanted).map(|back| self.summary(tip - back)).collect()
    }

    fn summary(&self, height: u32) -> Result<BlockSummary, StoreError> {
        let missing = || StoreError::corrupt(format!("no block at height {height}"));
        let id = self.tree.active_at(height).ok_or_else(missing)?;
        let node = self.tree.get(id);
        let block = self.stored_block(id)?;
        Ok(BlockSummary {
            hash: node.hash,
            height,
            time: node.header.time,
            tx_count: self.ledger.transactions(&block).len(),
            size: node.block.map_or(0, |place| usize::try_from(place.len).unwrap_or(usize::MAX)),
            weight: self.ledger.block_weight(&block),
        })
    }
}
