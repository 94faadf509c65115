//! What can be asked of a chain. Nothing here changes it.
//!
//! Does not know how answers are written on an interface.

use quarry_primitives::{BlockHash, Script, Txid};

use super::{Chain, next_context};
use crate::ledger::Ledger;
use crate::limits::{MAX_RECENT_BLOCKS, MAX_VIEW_MEMPOOL};
use crate::mempool::Mempool;
use crate::store::{Store, StoreError};
use crate::views::{BlockSummary, FoundTx, HeaderView, MempoolView, ScriptView};

impl<L: Ledger, S: Store> Chain<L, S> {
    /// A block, on any branch.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn block(&self, hash: &BlockHash) -> Result<Option<L::Block>, StoreError> {
        let Some(bytes) = self.store.block(hash)? else { return Ok(None) };
        let block = self.ledger.decode_block(&bytes);
        block.map(Some).map_err(|error| StoreError::corrupt(error.to_string()))
    }

    /// The block of the active chain at a height.
    #[must_use]
    pub fn block_hash_at(&self, height: u32) -> Option<BlockHash> {
        self.tree.active_at(height)
    }

    /// A header, on any branch.
    #[must_use]
    pub fn header(&self, hash: &BlockHash) -> Option<HeaderView> {
        let node = self.tree.get(hash)?;
        let active = self.tree.is_active(hash);
        Some(HeaderView { header: node.header, height: node.height, work: node.work, active })
    }

    /// A transaction of the mempool or of the active chain.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn transaction(&self, txid: &Txid) -> Result<Option<FoundTx<L::Tx>>, StoreError> {
        if let Some(entry) = self.pool.get(txid) {
            return Ok(Some(FoundTx { tx: entry.tx().clone(), block: None }));
        }
        let Some(place) = self.store.tx_place(txid)? else { return Ok(None) };
        let missing = || StoreError::corrupt(format!("no transaction {txid} where it should be"));
        let block = self.block(&place.block)?.ok_or_else(missing)?;
        let height = self.tree.get(&place.block).ok_or_else(missing)?.height;
        let index = usize::try_from(place.index).map_err(|_| missing())?;
        let tx = self.ledger.transactions(&block).get(index).ok_or_else(missing)?.clone();
        Ok(Some(FoundTx { tx, block: Some((place.block, height)) }))
    }

    /// What a script owns, owned and is about to own. Costs time linear in its coins.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn script_view(&self, script: &Script) -> Result<ScriptView, StoreError> {
        let branch = self.tree.branch(self.tree.tip());
        let next = next_context(&self.spec, &self.tree, &branch);
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
        let hash = self.tree.active_at(height).ok_or_else(missing)?;
        let bytes = self.store.block(&hash)?.ok_or_else(missing)?;
        let block = self.ledger.decode_block(&bytes);
        let block = block.map_err(|error| StoreError::corrupt(error.to_string()))?;
        Ok(BlockSummary {
            hash,
            height,
            time: self.ledger.header(&block).time,
            tx_count: self.ledger.transactions(&block).len(),
            size: bytes.len(),
            weight: self.ledger.block_weight(&block),
        })
    }
}
