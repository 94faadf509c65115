//! Who depends on whom: links, sums over them, and the indexes that follow.
//!
//! Every change of an entry goes through this file, so that no sum and no index is left behind.
//! Does not know rules.

use std::collections::BTreeSet;

use super::Mempool;
use super::entry::{Entry, Id, Totals};
use crate::ledger::{Ledger, StateChange};

impl<L: Ledger> Mempool<L> {
    /// The entries that provide these slots.
    pub(super) fn providers_of(&self, uses: &[L::Slot]) -> BTreeSet<Id> {
        uses.iter().filter_map(|slot| self.providers.get(slot)).copied().collect()
    }

    /// These and all they depend on.
    pub(super) fn with_ancestors(&self, start: BTreeSet<Id>) -> BTreeSet<Id> {
        self.closure(start, |entry| &entry.parents)
    }

    /// These and all that depend on them.
    pub(super) fn with_descendants(&self, start: BTreeSet<Id>) -> BTreeSet<Id> {
        self.closure(start, |entry| &entry.children)
    }

    fn closure(
        &self,
        start: BTreeSet<Id>,
        next: impl Fn(&Entry<L>) -> &BTreeSet<Id>,
    ) -> BTreeSet<Id> {
        let mut open: Vec<Id> = start.iter().copied().collect();
        let mut all = start;
        while let Some(entry) = open.pop().and_then(|id| self.entries.get(&id)) {
            for other in next(entry) {
                if all.insert(*other) {
                    open.push(*other);
                }
            }
        }
        all
    }

    pub(super) fn sum(&self, ids: &BTreeSet<Id>) -> Totals {
        let mut totals = Totals::default();
        for entry in ids.iter().filter_map(|id| self.entries.get(id)) {
            totals.add(entry.own());
        }
        totals
    }

    /// Changes an entry, and its place in the orders.
    pub(super) fn change(&mut self, id: Id, change: impl FnOnce(&mut Entry<L>)) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        let before = (entry.eviction_key(id), entry.mining_key(id));
        change(entry);
        let after = (entry.eviction_key(id), entry.mining_key(id));
        if before.0 != after.0 {
            self.by_eviction.remove(&before.0);
            self.by_eviction.insert(after.0);
        }
        if before.1 != after.1 {
            self.by_mining.remove(&before.1);
            self.by_mining.insert(after.1);
        }
    }

    /// Puts an entry in that nothing in the mempool depends on, or is linked to yet
    /// ([`Mempool::adopt`]).
    pub(super) fn insert(&mut self, mut entry: Entry<L>) -> Id {
        let id = self.next_id;
        self.next_id = id.saturating_add(1);
        let own = entry.own();
        entry.parents = self.providers_of(&entry.checked.uses);
        let ancestors = self.with_ancestors(entry.parents.clone());
        entry.ancestors = self.sum(&ancestors);
        entry.ancestors.add(own);
        entry.descendants = own;
        for ancestor in ancestors {
            self.change(ancestor, |entry| entry.descendants.add(own));
        }
        for parent in &entry.parents {
            if let Some(parent) = self.entries.get_mut(parent) {
                parent.children.insert(id);
            }
        }
        self.index(id, &mut entry);
        self.entries.insert(id, entry);
        id
    }

    fn index(&mut self, id: Id, entry: &mut Entry<L>) {
        let checked = &mut entry.checked;
        for change in core::mem::take(&mut checked.changes) {
            if let StateChange::CoinAdded { outpoint, coin } = change {
                self.coins.insert(outpoint, coin);
            }
        }
        self.by_txid.insert(checked.txid, id);
        self.by_wtxid.insert(checked.wtxid, id);
        self.users.extend(checked.uses.iter().map(|slot| (slot.clone(), id)));
        self.providers.extend(checked.provides.iter().map(|slot| (slot.clone(), id)));
        for script in checked.view.by_script().into_keys() {
            self.by_script.entry(script).or_default().insert(id);
        }
        self.by_time.insert((entry.added_ms, id));
        self.by_eviction.insert(entry.eviction_key(id));
        self.by_mining.insert(entry.mining_key(id));
        self.vsize = self.vsize.saturating_add(entry.checked.vsize);
        self.fees = self.fees.saturating_add(entry.checked.fee.to_base());
        self.memory_bytes = self.memory_bytes.saturating_add(entry.memory_bytes);
    }

    fn unindex(&mut self, id: Id, entry: &Entry<L>) {
        let checked = &entry.checked;
        for outpoint in self.coins_of(checked.txid) {
            self.coins.remove(&outpoint);
        }
        self.by_txid.remove(&checked.txid);
        self.by_wtxid.remove(&checked.wtxid);
        self.unbroadcast.remove(&checked.txid);
        for slot in &checked.uses {
            self.users.remove(slot);
        }
        for slot in &checked.provides {
            self.providers.remove(slot);
        }
        for script in checked.view.by_script().into_keys() {
            if let Some(ids) = self.by_script.get_mut(&script) {
                ids.remove(&id);
                if ids.is_empty() {
                    self.by_script.remove(&script);
                }
            }
        }
        self.by_time.remove(&(entry.added_ms, id));
        self.by_eviction.remove(&entry.eviction_key(id));
        self.by_mining.remove(&entry.mining_key(id));
        self.vsize = self.vsize.saturating_sub(entry.checked.vsize);
        self.fees = self.fees.saturating_sub(entry.checked.fee.to_base());
        self.memory_bytes = self.memory_bytes.saturating_sub(entry.memory_bytes);
    }

    /// Takes one entry out and leaves its children: they depend on the chain then.
    pub(super) fn take(&mut self, id: Id) -> Option<Entry<L>> {
        let entry = self.entries.get(&id)?;
        let own = entry.own();
        let (ancestors, descendants) = (
            self.with_ancestors(entry.parents.clone()),
            self.with_descendants(entry.children.clone()),
        );
        for ancestor in ancestors {
            self.change(ancestor, |entry| entry.descendants.subtract(own));
        }
        for descendant in descendants {
            self.change(descendant, |entry| entry.ancestors.subtract(own));
        }
        let entry = self.entries.remove(&id)?;
        for parent in &entry.parents {
            if let Some(parent) = self.entries.get_mut(parent) {
                parent.children.remove(&id);
            }
        }
        for child in &entry.children {
            if let Some(child) = self.entries.get_mut(child) {
                child.parents.remove(&id);
            }
        }
        self.unindex(id, &entry);
        Some(entry)
    }

    /// These, children before their parents: so none is taken out from under another.
    pub(super) fn children_first(&self, ids: &BTreeSet<Id>) -> Vec<Id> {
        let count = |id: &Id| self.entries.get(id).map_or(0, |entry| entry.ancestors.count);
        let mut order: Vec<(u64, Id)> = ids.iter().map(|id| (count(id), *id)).collect();
        order.sort_unstable_by(|a, b| b.cmp(a));
        order.into_iter().map(|(_, id)| id).collect()
    }

    /// Links entries that came back from blocks with those in the mempool that depend on them,
    /// and reckons all sums anew that this can have changed.
    pub(super) fn adopt(&mut self, returned: &BTreeSet<Id>) {
        for id in returned {
            let Some(entry) = self.entries.get(id) else { continue };
            let users = entry.checked.provides.iter().filter_map(|slot| self.users.get(slot));
            let children: BTreeSet<Id> = users.copied().collect();
            for child in &children {
                if let Some(child) = self.entries.get_mut(child) {
                    child.parents.insert(*id);
                }
            }
            if let Some(entry) = self.entries.get_mut(id) {
                entry.children = children;
            }
        }
        for id in self.with_ancestors(returned.clone()) {
            let totals = self.sum(&self.with_descendants(BTreeSet::from([id])));
            self.change(id, |entry| entry.descendants = totals);
        }
        for id in self.with_descendants(returned.clone()) {
            let totals = self.sum(&self.with_ancestors(BTreeSet::from([id])));
            self.change(id, |entry| entry.ancestors = totals);
        }
    }
}
