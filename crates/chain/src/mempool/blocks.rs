//! What blocks do to the mempool, coming and going.
//!
//! Does not know the block tree: it is told what came and what was left.

use std::collections::BTreeSet;

use super::accept::{PackageCoins, PoolState, Terms};
use super::entry::Id;
use super::{Around, Mempool};
use crate::event::{ChainEvent, RemovalReason};
use crate::ledger::Ledger;
use crate::limits::MAX_RETURNED_BYTES;

impl<L: Ledger> Mempool<L> {
    /// Takes out what a block of the active chain has, and what conflicts with it
    /// (`removeForBlock`).
    pub(crate) fn remove_confirmed(&mut self, ledger: &L, txs: &[L::Tx]) -> Vec<ChainEvent> {
        // Ids cost something, and there is nothing that they could name.
        let idle = self.entries.is_empty() && self.deltas.is_empty();
        for tx in txs.iter().filter(|_| !idle) {
            let txid = ledger.txid(tx);
            let known = self.by_txid.get(&txid).copied();
            if known.and_then(|id| self.take(id)).is_some() {
                self.count_change();
                let reason = RemovalReason::Confirmed;
                self.news.push(ChainEvent::TxRemoved { txid, reason });
            }
            let uses = ledger.uses(tx);
            let losers: BTreeSet<Id> =
                uses.iter().filter_map(|slot| self.users.get(slot)).copied().collect();
            if !losers.is_empty() {
                self.remove_families(losers, RemovalReason::Conflict);
            }
            self.deltas.remove(&txid);
        }
        self.note_block();
        self.take_news()
    }

    /// After a reorganisation: takes back what the blocks that were left had and the new ones have
    /// not (`returned`, parents first, coinbases too), then takes out what cannot be in the next
    /// block any more (`MaybeUpdateMempoolForReorg`).
    pub(crate) fn reorganise(
        &mut self,
        around: &Around<'_, L>,
        returned: Vec<L::Tx>,
        fork_height: u32,
    ) -> Vec<ChainEvent> {
        self.roll_fee(around.now_ms);
        let (mut back, mut bytes) = (BTreeSet::new(), 0usize);
        for tx in returned {
            bytes = bytes.saturating_add(around.ledger.memory_bytes(&tx));
            let checked = (bytes <= MAX_RETURNED_BYTES)
                .then(|| self.check(around, tx.clone(), Terms::FROM_BLOCK));
            match checked {
                Some(Ok((new, replaced))) => {
                    self.remove_all(&replaced, RemovalReason::Replaced);
                    back.insert(self.put(around, new, Terms::FROM_BLOCK));
                }
                // A coinbase for one: "only valid in a block". What depends on it goes too.
                _ => self.orphan(around.ledger, &tx),
            }
        }
        back.retain(|id| self.entries.contains_key(id));
        self.adopt(&back);
        self.remove_overgrown(&back);
        self.recheck(around, fork_height);
        self.limit(around.now_ms);
        self.take_news()
    }

    /// Takes out what depends on a transaction that is neither in the chain nor in the mempool.
    pub(crate) fn orphan(&mut self, ledger: &L, tx: &L::Tx) {
        if self.by_txid.contains_key(&ledger.txid(tx)) {
            return;
        }
        let slots = ledger.provides(tx);
        let users: BTreeSet<Id> =
            slots.iter().filter_map(|slot| self.users.get(slot)).copied().collect();
        if !users.is_empty() {
            self.remove_families(users, RemovalReason::Reorganised);
        }
    }

    /// Those that waited and have too many ancestors now (`UpdateTransactionsFromBlock`).
    fn remove_overgrown(&mut self, back: &BTreeSet<Id>) {
        let waited = self.with_descendants(back.clone());
        let overgrown = |id: &&Id| {
            self.entries.get(id).is_some_and(|entry| {
                entry.ancestors.count > self.config.max_ancestors
                    || entry.ancestors.vsize > self.config.max_ancestor_vbytes
            })
        };
        let overgrown: BTreeSet<Id> = waited.difference(back).filter(overgrown).copied().collect();
        self.remove_families(overgrown, RemovalReason::Evicted);
    }

    /// Lock times and maturity (`removeForReorg`). Nothing else can have become wrong, and
    /// signatures were checked when they came.
    fn recheck(&mut self, around: &Around<'_, L>, fork_height: u32) {
        let package = PackageCoins::new();
        let (mut wrong, mut moved) = (BTreeSet::new(), Vec::new());
        let state = PoolState {
            pool: self,
            base: around.state,
            package: &package,
            next_height: around.next.height,
        };
        for (id, entry) in &self.entries {
            let checked = &entry.checked;
            match around.ledger.recheck_tx(&entry.tx, checked, around.next, &state, fork_height) {
                Ok(locks) if locks != checked.locks => moved.push((*id, locks)),
                Ok(_) => {}
                // That the store fails is not the transaction's fault, but the block that has it
                // would not connect either.
                Err(_) => drop(wrong.insert(*id)),
            }
        }
        for (id, locks) in moved {
            if let Some(entry) = self.entries.get_mut(&id) {
                entry.checked.locks = locks;
            }
        }
        self.remove_families(wrong, RemovalReason::Reorganised);
    }
}
