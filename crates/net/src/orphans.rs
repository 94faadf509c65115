//! Transactions whose parents are unknown, kept until the parents come.
//!
//! Few, not large, and not for long: Core's orphanage in a plain form. Does not ask for parents,
//! nor judge anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quarry_primitives::{Transaction, Txid, Wtxid};

use crate::limits::{MAX_ORPHAN_WEIGHT, MAX_ORPHANS, ORPHAN_EXPIRE_MS};
use crate::peer::PeerId;
use crate::rng::Rng;

#[derive(Clone, Debug)]
struct Orphan {
    tx: Arc<Transaction>,
    txid: Txid,
    /// Who has told of it; there is always somebody.
    peers: BTreeSet<PeerId>,
    until_ms: u64,
    /// In the order in which they came.
    number: u64,
}

/// The orphans.
#[derive(Debug, Default)]
pub(crate) struct Orphans {
    known: BTreeMap<Wtxid, Orphan>,
    /// By what they spend from.
    children: BTreeSet<(Txid, Wtxid)>,
    next_number: u64,
}

/// The transactions that one spends from, each once.
pub(crate) fn parents_of(tx: &Transaction) -> BTreeSet<Txid> {
    tx.input.iter().map(|input| input.previous_output.txid).collect()
}

impl Orphans {
    pub(crate) fn len(&self) -> usize {
        self.known.len()
    }

    /// All of them, oldest first, each with the peers that have it.
    pub(crate) fn list(&self) -> Vec<(Arc<Transaction>, Vec<PeerId>)> {
        let mut all: Vec<&Orphan> = self.known.values().collect();
        all.sort_unstable_by_key(|orphan| orphan.number);
        let shown = |it: &Orphan| (Arc::clone(&it.tx), it.peers.iter().copied().collect());
        all.into_iter().map(shown).collect()
    }

    pub(crate) fn contains(&self, wtxid: &Wtxid) -> bool {
        self.known.contains_key(wtxid)
    }

    /// Keeps a transaction, or notes one more peer that has it. If there are too many a random one
    /// goes, so that nobody can arrange which. `false` if it is too large to be kept.
    pub(crate) fn add(
        &mut self,
        now_ms: u64,
        peer: PeerId,
        tx: &Arc<Transaction>,
        rng: &mut Rng,
    ) -> bool {
        let wtxid = tx.compute_wtxid();
        if self.add_peer(&wtxid, peer) {
            return true;
        }
        if tx.weight().to_wu() > MAX_ORPHAN_WEIGHT {
            return false;
        }
        while self.known.len() >= MAX_ORPHANS {
            let Some(victim) = self.known.keys().nth(rng.index(self.known.len())).copied() else {
                break;
            };
            self.remove(&victim);
        }
        self.next_number += 1;
        let orphan = Orphan {
            tx: Arc::clone(tx),
            txid: tx.compute_txid(),
            peers: BTreeSet::from([peer]),
            until_ms: now_ms.saturating_add(ORPHAN_EXPIRE_MS),
            number: self.next_number,
        };
        self.children.extend(parents_of(tx).into_iter().map(|parent| (parent, wtxid)));
        self.known.insert(wtxid, orphan);
        true
    }

    /// Notes that a peer has one too; `false` if it is not here.
    pub(crate) fn add_peer(&mut self, wtxid: &Wtxid, peer: PeerId) -> bool {
        let Some(orphan) = self.known.get_mut(wtxid) else { return false };
        orphan.peers.insert(peer);
        true
    }

    pub(crate) fn get(&self, wtxid: &Wtxid) -> Option<Arc<Transaction>> {
        self.known.get(wtxid).map(|orphan| Arc::clone(&orphan.tx))
    }

    /// Those that spend from a transaction, each with a peer that has it, newest first.
    pub(crate) fn children_of(&self, parent: Txid) -> Vec<(PeerId, Arc<Transaction>)> {
        let mut found: Vec<&Orphan> = self.orphans_of(parent).collect();
        found.sort_unstable_by_key(|orphan| core::cmp::Reverse(orphan.number));
        let with_peer =
            |orphan: &Orphan| orphan.peers.first().map(|peer| (*peer, Arc::clone(&orphan.tx)));
        found.into_iter().filter_map(with_peer).collect()
    }

    /// Those of them that this peer has told of, newest first.
    pub(crate) fn children_from(&self, parent: Txid, peer: PeerId) -> Vec<Arc<Transaction>> {
        let mut found: Vec<&Orphan> =
            self.orphans_of(parent).filter(|orphan| orphan.peers.contains(&peer)).collect();
        found.sort_unstable_by_key(|orphan| core::cmp::Reverse(orphan.number));
        found.into_iter().map(|orphan| Arc::clone(&orphan.tx)).collect()
    }

    fn orphans_of(&self, parent: Txid) -> impl Iterator<Item = &Orphan> {
        self.children
            .range((parent, least())..=(parent, most()))
            .filter_map(|(_, wtxid)| self.known.get(wtxid))
    }

    /// It is taken, or will never be; `false` if it was not here.
    pub(crate) fn remove(&mut self, wtxid: &Wtxid) -> bool {
        let Some(orphan) = self.known.remove(wtxid) else { return false };
        for parent in parents_of(&orphan.tx) {
            self.children.remove(&(parent, *wtxid));
        }
        true
    }

    /// These are confirmed, whatever their witness.
    pub(crate) fn confirmed(&mut self, txids: &BTreeSet<Txid>) {
        self.remove_where(|orphan| txids.contains(&orphan.txid));
    }

    /// A peer is gone: so is what only it told of.
    pub(crate) fn forget_peer(&mut self, peer: PeerId) {
        for orphan in self.known.values_mut() {
            orphan.peers.remove(&peer);
        }
        self.remove_where(|orphan| orphan.peers.is_empty());
    }

    /// Forgets what waited too long.
    pub(crate) fn expire(&mut self, now_ms: u64) {
        self.remove_where(|orphan| orphan.until_ms <= now_ms);
    }

    fn remove_where(&mut self, goes: impl Fn(&Orphan) -> bool) {
        let gone = self.known.iter().filter(|(_, orphan)| goes(orphan)).map(|(wtxid, _)| *wtxid);
        for wtxid in gone.collect::<Vec<_>>() {
            self.remove(&wtxid);
        }
    }
}

fn least() -> Wtxid {
    quarry_primitives::Hash::from_byte_array([0; 32])
}

fn most() -> Wtxid {
    quarry_primitives::Hash::from_byte_array([0xff; 32])
}
