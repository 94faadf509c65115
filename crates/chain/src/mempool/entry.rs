//! One transaction of the mempool, with the sums over those it depends on and those that depend
//! on it.
//!
//! Does not know how it got in.

use core::cmp::Reverse;
use std::collections::BTreeSet;

use quarry_primitives::Txid;

use super::FeeRate;
use crate::ledger::{CheckedTx, Ledger};

/// An entry's place in the mempool. Never given twice, so a later one is higher.
pub(super) type Id = u64;
/// Who leaves a full mempool first: lowest rate, then newest.
pub(super) type EvictionKey = (FeeRate, Reverse<u64>, Reverse<Id>);
/// Who is mined first: highest rate, then lowest id of transaction.
pub(super) type MiningKey = (Reverse<FeeRate>, Txid, Id);

/// Sums over an entry and its ancestors, or over it and its descendants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many.
    pub count: u64,
    /// Their virtual bytes.
    pub vsize: u64,
    /// Their fees with what an operator adds, in base units.
    pub fees: i64,
    /// Their signature operations, by cost.
    pub sigops: u64,
}

impl Totals {
    pub(super) fn add(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.vsize = self.vsize.saturating_add(other.vsize);
        self.fees = self.fees.saturating_add(other.fees);
        self.sigops = self.sigops.saturating_add(other.sigops);
    }

    pub(super) fn subtract(&mut self, other: Self) {
        self.count = self.count.saturating_sub(other.count);
        self.vsize = self.vsize.saturating_sub(other.vsize);
        self.fees = self.fees.saturating_sub(other.fees);
        self.sigops = self.sigops.saturating_sub(other.sigops);
    }

    /// Their fees for their size.
    #[must_use]
    pub fn rate(&self) -> FeeRate {
        FeeRate::signed(self.fees, self.vsize)
    }
}

/// A transaction of the mempool.
#[derive(Clone, Debug)]
pub struct Entry<L: Ledger> {
    pub(super) tx: L::Tx,
    pub(super) checked: CheckedTx<L::Slot>,
    // What an operator adds to the fee.
    pub(super) delta: i64,
    pub(super) added_ms: u64,
    pub(super) height: u32,
    pub(super) sequence: u64,
    pub(super) memory_bytes: usize,
    pub(super) parents: BTreeSet<Id>,
    pub(super) children: BTreeSet<Id>,
    pub(super) ancestors: Totals,
    pub(super) descendants: Totals,
}

impl<L: Ledger> Entry<L> {
    /// The transaction.
    #[must_use]
    pub fn tx(&self) -> &L::Tx {
        &self.tx
    }

    /// What its check yielded, but for the changes of state.
    #[must_use]
    pub fn checked(&self) -> &CheckedTx<L::Slot> {
        &self.checked
    }

    /// What it leaves to the miner and what an operator adds, in base units.
    #[must_use]
    pub fn modified_fee(&self) -> i64 {
        self.checked.fee.to_base().cast_signed().saturating_add(self.delta)
    }

    /// When it was accepted, by the clock that was handed in (milliseconds since 1970).
    #[must_use]
    pub fn added_ms(&self) -> u64 {
        self.added_ms
    }

    /// The height of the chain when it was accepted.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The mempool's sequence number when it was accepted; 0 if a block had it that was left.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// It and all it depends on.
    #[must_use]
    pub fn ancestors(&self) -> Totals {
        self.ancestors
    }

    /// It and all that depend on it.
    #[must_use]
    pub fn descendants(&self) -> Totals {
        self.descendants
    }

    /// It alone.
    #[must_use]
    pub fn own(&self) -> Totals {
        Totals {
            count: 1,
            vsize: self.checked.vsize,
            fees: self.modified_fee(),
            sigops: self.checked.sigops,
        }
    }

    /// By its own rate or that of all that depend on it, whichever is higher
    /// (`CompareTxMemPoolEntryByDescendantScore`).
    pub(super) fn eviction_key(&self, id: Id) -> EvictionKey {
        let rate = self.own().rate().max(self.descendants.rate());
        (rate, Reverse(self.added_ms), Reverse(id))
    }

    /// By its own rate or that of all it depends on, whichever is lower
    /// (`CompareTxMemPoolEntryByAncestorFee`).
    pub(super) fn mining_key(&self, id: Id) -> MiningKey {
        let rate = self.own().rate().min(self.ancestors.rate());
        (Reverse(rate), self.checked.txid, id)
    }
}
