//! When what memory knows is written: every change to the store goes through here.
//!
//! With indexes each move of the tip is visible in the store at once, because indexes are only
//! there. Without, coins stay in memory until they are many. Either way a crash goes back to the
//! last durable commit, and the blocks that were appended since are taken in again at the next
//! start. Does not know what is written.

use super::Chain;
use crate::ledger::Ledger;
use crate::limits::MAX_UNCOMMITTED_BLOCK_BYTES;
use crate::record::TipRecord;
use crate::store::{Batch, Durability, Indexes, Store, StoreError, Write};

impl<L: Ledger, S: Store> Chain<L, S> {
    /// When it returns, every block that was taken in survives a crash: what may be said to those
    /// who sent them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn acknowledge(&mut self) -> Result<(), StoreError> {
        self.store.sync_blocks()
    }

    /// Writes everything, durably.
    ///
    /// # Errors
    /// [`StoreError`]; then it is all still in memory.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.commit(Durability::Durable)
    }

    /// After a move of the tip.
    pub(super) fn settle(&mut self) -> Result<(), StoreError> {
        self.settle_in_between()?;
        if self.options.indexes != Indexes::default() && !self.is_written() {
            self.commit(Durability::Visible)?;
        }
        Ok(())
    }

    /// Between two blocks of a move.
    pub(super) fn settle_in_between(&mut self) -> Result<(), StoreError> {
        let much = self.coins.memory_bytes() > self.options.coins_cache_bytes
            || self.uncommitted_bytes > MAX_UNCOMMITTED_BLOCK_BYTES;
        if much { self.flush() } else { Ok(()) }
    }

    fn is_written(&self) -> bool {
        self.pending.writes.is_empty() && self.tree.dirty().next().is_none()
    }

    pub(super) fn commit(&mut self, durability: Durability) -> Result<(), StoreError> {
        let tip = self.tree.tip_node();
        let tip = TipRecord { hash: tip.hash, height: tip.height, supply: self.supply };
        let mut batch = Batch { writes: self.tree.dirty().map(Write::Header).collect() };
        batch.writes.extend(self.coins.writes());
        let indexed = self.pending.writes.len();
        batch.writes.extend_from_slice(&self.pending.writes);
        batch.push(Write::Tip(tip));
        self.store.commit(batch, durability)?;
        self.pending.writes.drain(..indexed);
        self.tree.written();
        // Half of it, so that the next commit is not due at once.
        self.coins.written(self.options.coins_cache_bytes / 2);
        if durability == Durability::Durable {
            self.uncommitted_bytes = 0;
        }
        Ok(())
    }
}
