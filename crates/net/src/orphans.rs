//! Transactions whose parents are unknown, kept until the parents come.
//!
//! Each peer that tells of one pays for it out of a share of its own; when all together are too
//! many, whoever uses most of its share loses its oldest first. So nobody can push out what others
//! told of (Core's `TxOrphanage`). Does not ask for parents, nor judge anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quarry_primitives::{OutPoint, Transaction, Txid, Wtxid};

use crate::limits::{
    MAX_ORPHAN_WEIGHT, MAX_ORPHANAGE_LATENCY_SCORE, RESERVED_ORPHAN_WEIGHT_PER_PEER,
};
use crate::peer::PeerId;

#[derive(Clone, Debug)]
struct Orphan {
    tx: Arc<Transaction>,
    /// Who has told of it, and when, by number; there is always somebody.
    peers: BTreeMap<PeerId, u64>,
    /// In the order in which they came.
    number: u64,
}

impl Orphan {
    fn weight(&self) -> u64 {
        self.tx.weight().to_wu()
    }

    /// What looking at its inputs costs, beyond what any announcement does.
    fn input_score(&self) -> u64 {
        u64::try_from(self.tx.input.len()).unwrap_or(u64::MAX) / 10
    }
}

/// What a peer has told of.
#[derive(Clone, Debug, Default)]
struct Share {
    weight: u64,
    latency: u64,
    /// Oldest first.
    told: BTreeSet<(u64, Wtxid)>,
}

/// The orphans.
#[derive(Debug, Default)]
pub(crate) struct Orphans {
    known: BTreeMap<Wtxid, Orphan>,
    /// By what they spend from.
    children: BTreeSet<(Txid, Wtxid)>,
    shares: BTreeMap<PeerId, Share>,
    /// Of all, each counted once.
    weight: u64,
    /// The same for inputs, and one for each announcement.
    latency: u64,
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

    /// In the order in which they came.
    pub(crate) fn iter(
        &self,
    ) -> impl Iterator<Item = (&Arc<Transaction>, impl Iterator<Item = PeerId>)> {
        let mut all: Vec<&Orphan> = self.known.values().collect();
        all.sort_unstable_by_key(|orphan| orphan.number);
        all.into_iter().map(|orphan| (&orphan.tx, orphan.peers.keys().copied()))
    }

    pub(crate) fn contains(&self, wtxid: &Wtxid) -> bool {
        self.known.contains_key(wtxid)
    }

    /// Whether a peer has told of it.
    pub(crate) fn is_from(&self, wtxid: &Wtxid, peer: PeerId) -> bool {
        self.known.get(wtxid).is_some_and(|orphan| orphan.peers.contains_key(&peer))
    }

    /// Keeps a transaction, or notes one more peer that has it, unless it is too large. It may be
    /// gone again right after, if this peer has told of too much.
    pub(crate) fn add(&mut self, peer: PeerId, tx: &Arc<Transaction>) {
        let wtxid = tx.compute_wtxid();
        if tx.weight().to_wu() > MAX_ORPHAN_WEIGHT || self.is_from(&wtxid, peer) {
            return;
        }
        self.next_number += 1;
        let number = self.next_number;
        if !self.known.contains_key(&wtxid) {
            let orphan = Orphan { tx: Arc::clone(tx), peers: BTreeMap::new(), number };
            self.weight += orphan.weight();
            self.latency += orphan.input_score();
            self.children.extend(parents_of(tx).into_iter().map(|parent| (parent, wtxid)));
            self.known.insert(wtxid, orphan);
        }
        let Some(orphan) = self.known.get_mut(&wtxid) else { return };
        orphan.peers.insert(peer, number);
        let share = self.shares.entry(peer).or_default();
        share.weight += orphan.weight();
        share.latency += 1 + orphan.input_score();
        share.told.insert((number, wtxid));
        self.latency += 1;
        self.trim();
    }

    fn is_over(&self) -> bool {
        self.latency > MAX_ORPHANAGE_LATENCY_SCORE
            || self.weight > RESERVED_ORPHAN_WEIGHT_PER_PEER * self.peers()
    }

    fn peers(&self) -> u64 {
        u64::try_from(self.shares.len()).unwrap_or(u64::MAX).max(1)
    }

    /// As long as there are too many, the peer that uses most of its share loses its oldest; of
    /// equals, the newest peer does (`LimitOrphans`).
    fn trim(&mut self) {
        let fair = (MAX_ORPHANAGE_LATENCY_SCORE / self.peers()).max(1);
        // Both parts of the larger one of two fractions, over a common denominator.
        let used = |share: &Share| {
            let latency = u128::from(share.latency) * u128::from(RESERVED_ORPHAN_WEIGHT_PER_PEER);
            latency.max(u128::from(share.weight) * u128::from(fair))
        };
        while self.is_over() {
            let worst = self.shares.iter().max_by_key(|(peer, share)| (used(share), **peer));
            let Some((peer, share)) = worst else { return };
            let (peer, oldest) = (*peer, share.told.first().copied());
            let Some((number, wtxid)) = oldest else { return };
            self.take_back(peer, number, wtxid);
        }
    }

    /// A peer's announcement counts no more; with the last one the transaction goes.
    fn take_back(&mut self, peer: PeerId, number: u64, wtxid: Wtxid) {
        let Some(orphan) = self.known.get_mut(&wtxid) else { return };
        orphan.peers.remove(&peer);
        self.latency -= 1;
        if let Some(share) = self.shares.get_mut(&peer) {
            share.weight -= orphan.weight();
            share.latency -= 1 + orphan.input_score();
            share.told.remove(&(number, wtxid));
            if share.told.is_empty() {
                self.shares.remove(&peer);
            }
        }
        if !orphan.peers.is_empty() {
            return;
        }
        self.weight -= orphan.weight();
        self.latency -= orphan.input_score();
        for parent in parents_of(&orphan.tx) {
            self.children.remove(&(parent, wtxid));
        }
        self.known.remove(&wtxid);
    }

    pub(crate) fn get(&self, wtxid: &Wtxid) -> Option<Arc<Transaction>> {
        self.known.get(wtxid).map(|orphan| Arc::clone(&orphan.tx))
    }

    /// Those that spend from a transaction, each with a peer that has it, newest first.
    pub(crate) fn children_of(&self, parent: Txid) -> Vec<(PeerId, Arc<Transaction>)> {
        let mut found: Vec<&Orphan> = self.orphans_of(parent).collect();
        found.sort_unstable_by_key(|orphan| core::cmp::Reverse(orphan.number));
        let with_peer = |orphan: &Orphan| {
            orphan.peers.keys().next().map(|peer| (*peer, Arc::clone(&orphan.tx)))
        };
        found.into_iter().filter_map(with_peer).collect()
    }

    /// Those of them that this peer has told of, newest first.
    pub(crate) fn children_from(&self, parent: Txid, peer: PeerId) -> Vec<Arc<Transaction>> {
        let mut found: Vec<&Orphan> =
            self.orphans_of(parent).filter(|orphan| orphan.peers.contains_key(&peer)).collect();
        found.sort_unstable_by_key(|orphan| core::cmp::Reverse(orphan.number));
        found.into_iter().map(|orphan| Arc::clone(&orphan.tx)).collect()
    }

    fn orphans_of(&self, parent: Txid) -> impl Iterator<Item = &Orphan> {
        self.children
            .range((parent, least())..=(parent, most()))
            .filter_map(|(_, wtxid)| self.known.get(wtxid))
    }

    /// It is taken, or will never be.
    pub(crate) fn remove(&mut self, wtxid: &Wtxid) {
        let Some(orphan) = self.known.get(wtxid) else { return };
        for (peer, number) in orphan.peers.clone() {
            self.take_back(peer, number, *wtxid);
        }
    }

    /// A block has spent these: what spends one of them too is in it or conflicts with it. How many
    /// went.
    pub(crate) fn settled_by(&mut self, spent: &BTreeSet<OutPoint>) -> usize {
        let settled = |orphan: &Orphan| {
            orphan.tx.input.iter().any(|input| spent.contains(&input.previous_output))
        };
        let gone = self.known.iter().filter(|(_, orphan)| settled(orphan)).map(|(id, _)| *id);
        let gone: Vec<Wtxid> = gone.collect();
        for wtxid in &gone {
            self.remove(wtxid);
        }
        gone.len()
    }

    /// A peer is gone: so is what only it told of. How many went.
    pub(crate) fn forget_peer(&mut self, peer: PeerId) -> usize {
        let before = self.known.len();
        let told = self.shares.get(&peer).map(|share| share.told.clone()).unwrap_or_default();
        for (number, wtxid) in told {
            self.take_back(peer, number, wtxid);
        }
        before - self.known.len()
    }
}

fn least() -> Wtxid {
    quarry_primitives::Hash::from_byte_array([0; 32])
}

fn most() -> Wtxid {
    quarry_primitives::Hash::from_byte_array([0xff; 32])
}
