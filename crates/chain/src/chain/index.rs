//! Rows of the indexes by transaction and by script, and building an index that was not kept.
//!
//! Does not know when they are written.

use super::Chain;
use crate::ledger::{Connected, Ledger, StateChange, history_rows};
use crate::record::TxPlace;
use crate::store::{Durability, Indexes, Store, StoreError, Write};
use crate::tree::Id;

/// After how many rows a commit is made while an index is built.
const BUILD_ROWS: usize = 100_000;

impl<L: Ledger, S: Store> Chain<L, S> {
    pub(super) fn index_connected(
        &mut self,
        id: Id,
        block: &L::Block,
        connected: &Connected<L::Undo>,
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        if self.options.indexes.txs {
            self.tx_rows(id, block, &mut rows);
        }
        if self.options.indexes.scripts {
            self.history(id, block, &connected.undo, &mut rows)?;
            rows.extend(connected.changes.iter().cloned().map(script_row));
        }
        self.pending.writes.extend(rows);
        Ok(())
    }

    fn tx_rows(&self, id: Id, block: &L::Block, rows: &mut Vec<Write>) {
        let block_hash = self.tree.get(id).hash;
        for (index, tx) in (0u32..).zip(self.ledger.transactions(block)) {
            let place = TxPlace { block: block_hash, index };
            rows.push(Write::Tx { txid: self.ledger.txid(tx), place });
        }
    }

    fn history(
        &self,
        id: Id,
        block: &L::Block,
        undo: &L::Undo,
        rows: &mut Vec<Write>,
    ) -> Result<(), StoreError> {
        let branch = self.tree.branch(id);
        let at = self.context(id, &branch);
        let views = self.ledger.block_views(block, undo, &at)?;
        rows.extend(history_rows(at.height, &views).into_iter().map(Write::History));
        Ok(())
    }

    pub(super) fn index_disconnected(
        &mut self,
        id: Id,
        block: &L::Block,
        undo: &L::Undo,
        changes: &[StateChange],
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        if self.options.indexes.txs {
            let txs = self.ledger.transactions(block).iter();
            rows.extend(txs.map(|tx| Write::ForgetTx(self.ledger.txid(tx))));
        }
        if self.options.indexes.scripts {
            let mut entered = Vec::new();
            self.history(id, block, undo, &mut entered)?;
            rows.extend(entered.into_iter().map(|row| match row {
                Write::History(row) => Write::ForgetHistory {
                    script: row.script,
                    height: row.height,
                    index: row.index,
                },
                other => other,
            }));
            rows.extend(changes.iter().cloned().map(script_row));
        }
        self.pending.writes.extend(rows);
        Ok(())
    }

    /// Drops the indexes that are not wanted, and builds those that are and are not there, from
    /// the blocks of the active chain.
    pub(super) fn match_indexes(&mut self) -> Result<(), StoreError> {
        let (kept, wanted) = (self.store.indexes()?, self.options.indexes);
        let new = self.store.tip()?.is_none();
        if kept == wanted && !new {
            return Ok(());
        }
        if new {
            // The genesis block's rows are on their way.
            self.pending.push(Write::Indexes(wanted));
            return self.commit(Durability::Durable);
        }
        let stay = Indexes { txs: kept.txs && wanted.txs, scripts: kept.scripts && wanted.scripts };
        self.pending.push(Write::Indexes(stay));
        self.commit(Durability::Durable)?;
        for height in 0..=self.tree.tip_node().height {
            let Some(id) = self.tree.active_at(height) else { break };
            self.build_rows(id, wanted, stay)?;
            if self.pending.writes.len() > BUILD_ROWS {
                self.commit(Durability::Visible)?;
            }
        }
        if wanted.scripts && !stay.scripts {
            self.build_script_coins()?;
        }
        self.pending.push(Write::Indexes(wanted));
        self.commit(Durability::Durable)
    }

    fn build_rows(&mut self, id: Id, wanted: Indexes, stay: Indexes) -> Result<(), StoreError> {
        let block = self.stored_block(id)?;
        let mut rows = Vec::new();
        if wanted.txs && !stay.txs {
            self.tx_rows(id, &block, &mut rows);
        }
        if wanted.scripts && !stay.scripts {
            let undo = self.stored_undo(id)?;
            self.history(id, &block, &undo, &mut rows)?;
        }
        self.pending.writes.extend(rows);
        Ok(())
    }

    fn build_script_coins(&mut self) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        self.store.visit_coins(&mut |outpoint, coin| {
            rows.push(Write::ScriptCoin { outpoint, coin });
        })?;
        self.pending.writes.extend(rows);
        Ok(())
    }
}

fn script_row(change: StateChange) -> Write {
    match change {
        StateChange::CoinAdded { outpoint, coin } => Write::ScriptCoin { outpoint, coin },
        StateChange::CoinRemoved { outpoint, coin } => Write::ForgetScriptCoin { outpoint, coin },
    }
}
