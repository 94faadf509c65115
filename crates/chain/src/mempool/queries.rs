//! What can be asked of the mempool. Nothing here changes it.
//!
//! Does not know how answers are written on an interface.

use core::cmp::Reverse;
use std::collections::BTreeSet;

use quarry_primitives::{Amount, Txid};

use super::Mempool;
use super::entry::{Entry, Id};
use crate::ledger::Ledger;
use crate::views::{MempoolEntryView, MempoolView};

/// The mempool in figures (`getmempoolinfo`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MempoolInfo {
    /// How many transactions.
    pub count: usize,
    /// Their sizes by policy, in virtual bytes.
    pub vsize: u64,
    /// What they are counted for in memory, in bytes.
    pub memory_bytes: usize,
    /// The limit of that.
    pub max_bytes: usize,
    /// Their fees.
    pub fees: Amount,
    /// What a newcomer has to pay at least, in base units per 1000 virtual bytes.
    pub min_fee: u64,
    /// How many have not reached any peer yet.
    pub unbroadcast: usize,
    /// Counts everything that comes and goes.
    pub sequence: u64,
}

impl<L: Ledger> Mempool<L> {
    /// Figures.
    #[must_use]
    pub fn info(&self, now_ms: u64) -> MempoolInfo {
        MempoolInfo {
            count: self.entries.len(),
            vsize: self.vsize,
            memory_bytes: self.memory_bytes,
            max_bytes: self.config.max_bytes,
            fees: Amount::from_base(self.fees).unwrap_or(Amount::MAX),
            min_fee: self.min_fee(now_ms).max(self.config.min_relay_fee),
            unbroadcast: self.unbroadcast.len(),
            sequence: self.sequence,
        }
    }

    /// The sequence number of the next change, from 1 (`mempool_sequence`).
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// All ids in the order of Core's `getrawmempool`: fewest ancestors first, so parents come
    /// first; then best fee rate; then highest id (`GetSortedDepthAndScore`).
    #[must_use]
    pub fn sorted(&self) -> Vec<Txid> {
        self.parents_first().into_iter().map(|entry| entry.checked.txid).collect()
    }

    pub(super) fn parents_first(&self) -> Vec<&Entry<L>> {
        let mut entries: Vec<&Entry<L>> = self.entries.values().collect();
        entries.sort_by_cached_key(|entry| {
            let rate = super::FeeRate::new(entry.checked.fee, entry.checked.vsize);
            (entry.ancestors.count, Reverse(rate), Reverse(entry.checked.txid))
        });
        entries
    }

    /// A transaction with all that `getmempoolentry` tells.
    #[must_use]
    pub fn entry(&self, txid: &Txid) -> Option<MempoolEntryView> {
        self.get(txid).map(|entry| self.entry_view(entry))
    }

    /// What a transaction of the mempool depends on there, itself excluded, by id; `None` if it is
    /// not in.
    #[must_use]
    pub fn ancestors_of(&self, txid: &Txid) -> Option<Vec<Txid>> {
        let entry = self.get(txid)?;
        Some(self.txids_of(&self.with_ancestors(entry.parents.clone())))
    }

    /// What depends on a transaction of the mempool there, itself excluded, by id; `None` if it is
    /// not in.
    #[must_use]
    pub fn descendants_of(&self, txid: &Txid) -> Option<Vec<Txid>> {
        let entry = self.get(txid)?;
        Some(self.txids_of(&self.with_descendants(entry.children.clone())))
    }

    fn txids_of(&self, ids: &BTreeSet<Id>) -> Vec<Txid> {
        let entries = ids.iter().filter_map(|id| self.entries.get(id));
        let mut txids: Vec<Txid> = entries.map(|entry| entry.checked.txid).collect();
        txids.sort_unstable();
        txids
    }

    /// Whether a transaction or one it depends on says that it may be replaced (`IsRBFOptIn`).
    fn is_replaceable(&self, entry: &Entry<L>) -> bool {
        let ancestors = self.with_ancestors(entry.parents.clone());
        let mut ancestors = ancestors.iter().filter_map(|id| self.entries.get(id));
        entry.checked.signals_replacement
            || ancestors.any(|ancestor| ancestor.checked.signals_replacement)
    }

    /// The mempool at a glance, with its best `limit` transactions.
    #[must_use]
    pub fn view(&self, limit: usize) -> MempoolView {
        let best = self.by_mining.iter().take(limit);
        let best = best.filter_map(|(.., id)| self.entries.get(id));
        MempoolView {
            count: self.entries.len(),
            vsize: self.vsize,
            memory_bytes: self.memory_bytes,
            fees: Amount::from_base(self.fees).unwrap_or(Amount::MAX),
            entries: best.map(|entry| self.entry_view(entry)).collect(),
        }
    }

    fn entry_view(&self, entry: &Entry<L>) -> MempoolEntryView {
        let checked = &entry.checked;
        MempoolEntryView {
            txid: checked.txid,
            wtxid: checked.wtxid,
            fee: checked.fee,
            modified_fee: entry.modified_fee(),
            vsize: checked.vsize,
            weight: checked.weight,
            rank: entry.own().rate().min(entry.ancestors.rate()),
            added_ms: entry.added_ms,
            height: entry.height,
            ancestors: entry.ancestors,
            descendants: entry.descendants,
            depends: self.txids_of(&entry.parents),
            spent_by: self.txids_of(&entry.children),
            replaceable: self.is_replaceable(entry),
            unbroadcast: self.unbroadcast.contains(&checked.txid),
        }
    }
}
