//! What an operator says about transactions: what they are worth, which are not announced yet.
//!
//! Does not know peers.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::Txid;

use super::Mempool;
use crate::ledger::Ledger;

/// A transaction that an operator has raised or lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prioritised {
    /// Its id.
    pub txid: Txid,
    /// What is added to its fee, in base units.
    pub delta: i64,
    /// Its fee with that, if it is in the mempool.
    pub modified_fee: Option<i64>,
}

impl<L: Ledger> Mempool<L> {
    /// Adds to what a transaction counts as paying, in the mempool or before it comes
    /// (`prioritisetransaction`). Forgotten when a block has it.
    pub(crate) fn prioritise(&mut self, txid: Txid, delta: i64) {
        let total = self.deltas.get(&txid).copied().unwrap_or(0).saturating_add(delta);
        if total == 0 {
            self.deltas.remove(&txid);
        } else {
            self.deltas.insert(txid, total);
        }
        let Some(id) = self.by_txid.get(&txid).copied() else { return };
        let Some(before) = self.entries.get(&id).map(|entry| entry.modified_fee()) else { return };
        // In one go, so that the sums hold its own fee.
        self.change(id, |entry| entry.delta = total);
        let after = self.entries.get(&id).map_or(before, |entry| entry.modified_fee());
        let more = after.saturating_sub(before);
        for above in self.with_ancestors(BTreeSet::from([id])) {
            self.change(above, |entry| {
                entry.descendants.fees = entry.descendants.fees.saturating_add(more);
            });
        }
        for below in self.with_descendants(BTreeSet::from([id])) {
            self.change(below, |entry| {
                entry.ancestors.fees = entry.ancestors.fees.saturating_add(more);
            });
        }
    }

    /// All that were raised or lowered, by id.
    pub fn prioritised(&self) -> impl Iterator<Item = Prioritised> {
        self.deltas.iter().map(|(txid, delta)| Prioritised {
            txid: *txid,
            delta: *delta,
            modified_fee: self.get(txid).map(|entry| entry.modified_fee()),
        })
    }

    pub(super) fn deltas(&self) -> &BTreeMap<Txid, i64> {
        &self.deltas
    }

    /// Remembers that a transaction of the mempool has not reached any peer yet.
    pub(crate) fn add_unbroadcast(&mut self, txid: Txid) {
        if self.by_txid.contains_key(&txid) {
            self.unbroadcast.insert(txid);
        }
    }

    /// A peer has asked for it.
    pub(crate) fn remove_unbroadcast(&mut self, txid: &Txid) {
        self.unbroadcast.remove(txid);
    }

    /// The transactions that have not reached any peer yet.
    #[must_use]
    pub fn unbroadcast(&self) -> &BTreeSet<Txid> {
        &self.unbroadcast
    }
}
