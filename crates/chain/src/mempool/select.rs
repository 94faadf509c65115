//! The transactions of a block: always the family that pays best for its size (`addPackageTxs` of
//! Bitcoin Core 30).
//!
//! Does not know the coinbase, nor how much is kept free for it.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::Amount;

use super::entry::{Id, MiningKey, Totals};
use super::{Mempool, fee_for};
use crate::ledger::Ledger;
use crate::limits::{TEMPLATE_FULL_WEIGHT, TEMPLATE_MAX_MISFITS, WITNESS_SCALE_FACTOR};

/// The transactions that a template takes, parents before children, and what they pay.
#[derive(Clone, Debug)]
pub struct Selection<T> {
    /// The transactions.
    pub txs: Vec<T>,
    /// What they leave to the miner.
    pub fees: Amount,
    /// What each leaves to the miner, in their order.
    pub tx_fees: Vec<Amount>,
    /// What each one's signature operations cost, in their order.
    pub tx_sigops: Vec<u64>,
    /// Their weight.
    pub weight: u64,
    /// What their signature operations cost.
    pub sigops: u64,
}

/// A block in the making.
struct Draft<'a, L: Ledger> {
    pool: &'a Mempool<L>,
    picked: BTreeSet<Id>,
    // Those that have picked ancestors: what is left of their families.
    rest: BTreeMap<Id, Totals>,
    by_rest: BTreeSet<MiningKey>,
    misfits: BTreeSet<Id>,
    selection: Selection<L::Tx>,
    max_weight: u64,
    max_sigops: u64,
}

impl<L: Ledger> Mempool<L> {
    /// Picks transactions for a block of at most so much, the least fee rate being
    /// [`PoolConfig::block_min_fee`](super::PoolConfig::block_min_fee). All of the mempool are
    /// final in the next block.
    pub(crate) fn select(&self, max_weight: u64, max_sigops: u64) -> Selection<L::Tx> {
        let own = self.config.block_max_weight.saturating_sub(self.config.block_reserved_weight);
        let mut draft = Draft {
            pool: self,
            picked: BTreeSet::new(),
            rest: BTreeMap::new(),
            by_rest: BTreeSet::new(),
            misfits: BTreeSet::new(),
            selection: Selection {
                txs: Vec::new(),
                fees: Amount::ZERO,
                tx_fees: Vec::new(),
                tx_sigops: Vec::new(),
                weight: 0,
                sigops: 0,
            },
            max_weight: max_weight.min(own),
            max_sigops,
        };
        draft.fill();
        draft.selection
    }
}

impl<L: Ledger> Draft<'_, L> {
    fn fill(&mut self) {
        let pool = self.pool;
        let mut untouched = pool.by_mining.iter().peekable();
        let mut failures = 0usize;
        loop {
            while untouched.next_if(|(.., id)| self.is_passed(*id)).is_some() {}
            let best = match (untouched.peek(), self.by_rest.first()) {
                (Some(plain), Some(rest)) => (*plain).min(rest),
                (Some(plain), None) => plain,
                (None, Some(rest)) => rest,
                (None, None) => return,
            };
            let id = best.2;
            let Some(entry) = pool.entries.get(&id) else { return };
            let family = self.rest.get(&id).copied().unwrap_or(entry.ancestors);
            if family.fees < fee_for(pool.config.block_min_fee, family.vsize) {
                // All others pay less.
                return;
            }
            if self.fits(family) {
                failures = 0;
                self.pick_family(id);
                continue;
            }
            // What is left of its family stays known: more of it may be picked.
            self.unqueue(id);
            self.misfits.insert(id);
            failures += 1;
            let nearly_full = self.selection.weight.saturating_add(TEMPLATE_FULL_WEIGHT);
            if failures > TEMPLATE_MAX_MISFITS && nearly_full > self.max_weight {
                return;
            }
        }
    }

    /// Whether an entry's place in the mempool's order says nothing any more.
    fn is_passed(&self, id: Id) -> bool {
        self.picked.contains(&id) || self.rest.contains_key(&id) || self.misfits.contains(&id)
    }

    /// "TestPackage": as Core has it, by virtual size, and below the limits.
    fn fits(&self, family: Totals) -> bool {
        let weight = family.vsize.saturating_mul(WITNESS_SCALE_FACTOR);
        self.selection.weight.saturating_add(weight) < self.max_weight
            && self.selection.sigops.saturating_add(family.sigops) < self.max_sigops
    }

    fn pick_family(&mut self, id: Id) {
        let pool = self.pool;
        let family = pool.with_ancestors(BTreeSet::from([id]));
        let mut order: Vec<Id> = family.difference(&self.picked).copied().collect();
        let place =
            |id: &Id| pool.entries.get(id).map(|entry| (entry.ancestors.count, entry.checked.txid));
        order.sort_by_cached_key(place);
        for id in &order {
            self.pick(*id);
        }
        for id in order {
            self.lighten_descendants(id);
        }
    }

    fn pick(&mut self, id: Id) {
        let Some(entry) = self.pool.entries.get(&id) else { return };
        self.unqueue(id);
        self.rest.remove(&id);
        self.picked.insert(id);
        let (checked, selection) = (&entry.checked, &mut self.selection);
        // Each fee is money that exists once, so the sum does too.
        selection.fees = selection.fees.checked_add(checked.fee).unwrap_or(Amount::MAX);
        selection.weight = selection.weight.saturating_add(checked.weight);
        selection.sigops = selection.sigops.saturating_add(checked.sigops);
        selection.tx_fees.push(checked.fee);
        selection.tx_sigops.push(checked.sigops);
        selection.txs.push(entry.tx.clone());
    }

    fn unqueue(&mut self, id: Id) {
        if let Some(key) = self.rest_key(id) {
            self.by_rest.remove(&key);
        }
    }

    fn rest_key(&self, id: Id) -> Option<MiningKey> {
        let (entry, rest) = (self.pool.entries.get(&id)?, self.rest.get(&id)?);
        let rate = entry.own().rate().min(rest.rate());
        Some((core::cmp::Reverse(rate), entry.checked.txid, id))
    }

    /// Those that depend on a picked one have it no more to pay for.
    fn lighten_descendants(&mut self, id: Id) {
        let Some(entry) = self.pool.entries.get(&id) else { return };
        let own = entry.own();
        for below in self.pool.with_descendants(entry.children.clone()) {
            if self.picked.contains(&below) {
                continue;
            }
            let Some(descendant) = self.pool.entries.get(&below) else { continue };
            let mut rest = self.rest.get(&below).copied().unwrap_or(descendant.ancestors);
            self.unqueue(below);
            // A smaller family may fit.
            self.misfits.remove(&below);
            rest.subtract(own);
            self.rest.insert(below, rest);
            if let Some(key) = self.rest_key(below) {
                self.by_rest.insert(key);
            }
        }
    }
}
