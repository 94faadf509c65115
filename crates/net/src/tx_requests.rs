//! Whom to ask for which transaction, and when: Core's `TxRequestTracker` in a plain form.
//!
//! Of each transaction at most one request is under way. Peers that are preferred (outbound ones)
//! are asked first, others after a delay; an answer that does not come within a minute is asked of
//! the next. Does not know what is in the mempool, nor what is rejected.

use std::collections::{BTreeMap, BTreeSet};

use crate::limits::{
    GETDATA_TX_INTERVAL_MS, MAX_PEER_TX_ANNOUNCEMENTS, MAX_PEER_TX_REQUEST_IN_FLIGHT,
    NONPREF_PEER_TX_DELAY_MS, OVERLOADED_PEER_TX_DELAY_MS, TXID_RELAY_DELAY_MS,
};
use crate::message::TxRef;
use crate::peer::PeerId;
use crate::rng::Rng;

type TxHash = [u8; 32];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before its time.
    Waiting(u64),
    /// May be asked.
    Ready,
    /// Asked, until then.
    Asked(u64),
    /// Asked without result.
    Done,
}

#[derive(Clone, Copy, Debug)]
struct Announcement {
    id: TxRef,
    preferred: bool,
    /// In the order of announcing, so that parents are asked for before their children.
    sequence: u64,
    /// Random, so that nobody can arrange to be asked first.
    priority: u64,
    state: State,
}

/// How a peer stands when it announces a transaction.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Standing {
    pub(crate) preferred: bool,
    /// Free of bounds (permission `relay`).
    pub(crate) unbounded: bool,
    /// Whether it announces by txid although others announce by wtxid.
    pub(crate) by_txid_beside_wtxid: bool,
}

/// The tracker.
#[derive(Debug, Default)]
pub(crate) struct TxRequests {
    /// By transaction, then by peer.
    announcements: BTreeMap<(TxHash, PeerId), Announcement>,
    by_peer: BTreeMap<PeerId, BTreeSet<TxHash>>,
    in_flight: BTreeMap<PeerId, usize>,
    /// Waiting and asked ones, by when that ends.
    deadlines: BTreeSet<(u64, TxHash, PeerId)>,
    /// Transactions whose next step has to be decided.
    touched: BTreeSet<TxHash>,
    sequence: u64,
}

impl TxRequests {
    /// How many announcements there are, of all peers.
    pub(crate) fn len(&self) -> usize {
        self.announcements.len()
    }

    /// How many requests to a peer are under way.
    pub(crate) fn in_flight(&self, peer: PeerId) -> usize {
        self.in_flight.get(&peer).copied().unwrap_or(0)
    }

    /// When something is to be done next.
    pub(crate) fn next_ms(&self) -> Option<u64> {
        if self.touched.is_empty() { self.deadlines.first().map(|(at, ..)| *at) } else { Some(0) }
    }

    /// A peer has a transaction.
    pub(crate) fn announce(
        &mut self,
        now_ms: u64,
        peer: PeerId,
        id: TxRef,
        standing: Standing,
        rng: &mut Rng,
    ) {
        let hash = id.hash();
        let count = self.by_peer.get(&peer).map_or(0, BTreeSet::len);
        let full = !standing.unbounded && count >= MAX_PEER_TX_ANNOUNCEMENTS;
        if full || self.announcements.contains_key(&(hash, peer)) {
            return;
        }
        let mut delay_ms = 0;
        if !standing.preferred {
            delay_ms += NONPREF_PEER_TX_DELAY_MS;
        }
        if standing.by_txid_beside_wtxid {
            delay_ms += TXID_RELAY_DELAY_MS;
        }
        if !standing.unbounded && self.in_flight(peer) >= MAX_PEER_TX_REQUEST_IN_FLIGHT {
            delay_ms += OVERLOADED_PEER_TX_DELAY_MS;
        }
        let state = if delay_ms == 0 {
            self.touched.insert(hash);
            State::Ready
        } else {
            self.deadlines.insert((now_ms + delay_ms, hash, peer));
            State::Waiting(now_ms + delay_ms)
        };
        self.sequence += 1;
        let (preferred, sequence) = (standing.preferred, self.sequence);
        let announcement = Announcement { id, preferred, sequence, priority: rng.u64(), state };
        self.announcements.insert((hash, peer), announcement);
        self.by_peer.entry(peer).or_default().insert(hash);
    }

    /// The requests to be made now.
    pub(crate) fn poll(&mut self, now_ms: u64) -> Vec<(PeerId, TxRef)> {
        while let Some(&(at, hash, peer)) = self.deadlines.first()
            && at <= now_ms
        {
            match self.announcements.get(&(hash, peer)).map(|it| it.state) {
                Some(State::Waiting(_)) => self.set(hash, peer, State::Ready),
                _ => self.set(hash, peer, State::Done),
            }
        }
        let mut requests = Vec::new();
        for hash in core::mem::take(&mut self.touched) {
            requests.extend(self.decide(now_ms, hash));
        }
        requests.sort_unstable_by_key(|(peer, id)| {
            self.announcements.get(&(id.hash(), *peer)).map(|it| it.sequence)
        });
        requests
    }

    /// A peer answered, with the transaction or with the word that it has it not.
    pub(crate) fn answered(&mut self, peer: PeerId, hash: TxHash) {
        if self.announcements.contains_key(&(hash, peer)) {
            self.set(hash, peer, State::Done);
        }
    }

    /// A transaction is no longer wanted, from anybody.
    pub(crate) fn forget_tx(&mut self, hash: TxHash) {
        for peer in self.peers_of(hash) {
            self.remove(hash, peer);
        }
    }

    /// A peer is gone.
    pub(crate) fn forget_peer(&mut self, peer: PeerId) {
        for hash in self.by_peer.get(&peer).cloned().unwrap_or_default() {
            self.remove(hash, peer);
            self.touched.insert(hash);
        }
        self.in_flight.remove(&peer);
    }

    /// Who has announced it.
    pub(crate) fn peers_of(&self, hash: TxHash) -> Vec<PeerId> {
        let all = (hash, PeerId(0))..=(hash, PeerId(u64::MAX));
        self.announcements.range(all).map(|((_, peer), _)| *peer).collect()
    }

    /// Whom to ask for a transaction, if nobody is asked yet. Forgets it when all were.
    fn decide(&mut self, now_ms: u64, hash: TxHash) -> Option<(PeerId, TxRef)> {
        let all = (hash, PeerId(0))..=(hash, PeerId(u64::MAX));
        let mut best: Option<(bool, u64, PeerId, TxRef)> = None;
        let mut hope = false;
        for ((_, peer), it) in self.announcements.range(all) {
            match it.state {
                State::Asked(_) => return None,
                State::Waiting(_) => hope = true,
                State::Ready => {
                    let better =
                        (it.preferred, it.priority) > best.map_or((false, 0), |b| (b.0, b.1));
                    if best.is_none() || better {
                        best = Some((it.preferred, it.priority, *peer, it.id));
                    }
                }
                State::Done => {}
            }
        }
        let Some((_, _, peer, id)) = best else {
            if !hope {
                self.forget_tx(hash);
            }
            return None;
        };
        self.set(hash, peer, State::Asked(now_ms + GETDATA_TX_INTERVAL_MS));
        self.touched.remove(&hash);
        Some((peer, id))
    }

    /// The only place where a state changes: keeps deadlines and counts in step.
    fn set(&mut self, hash: TxHash, peer: PeerId, state: State) {
        let Some(it) = self.announcements.get_mut(&(hash, peer)) else { return };
        let before = core::mem::replace(&mut it.state, state);
        self.leave(before, hash, peer);
        if let State::Asked(until) = state {
            self.deadlines.insert((until, hash, peer));
            *self.in_flight.entry(peer).or_default() += 1;
        }
        self.touched.insert(hash);
    }

    fn remove(&mut self, hash: TxHash, peer: PeerId) {
        let Some(it) = self.announcements.remove(&(hash, peer)) else { return };
        self.leave(it.state, hash, peer);
        if let Some(hashes) = self.by_peer.get_mut(&peer) {
            hashes.remove(&hash);
            if hashes.is_empty() {
                self.by_peer.remove(&peer);
            }
        }
    }

    fn leave(&mut self, state: State, hash: TxHash, peer: PeerId) {
        if let State::Waiting(at) | State::Asked(at) = state {
            self.deadlines.remove(&(at, hash, peer));
        }
        if matches!(state, State::Asked(_))
            && let Some(count) = self.in_flight.get_mut(&peer)
        {
            *count = count.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quarry_primitives::{Hash, Wtxid};

    const OUTBOUND: Standing =
        Standing { preferred: true, unbounded: false, by_txid_beside_wtxid: false };
    const INBOUND: Standing =
        Standing { preferred: false, unbounded: false, by_txid_beside_wtxid: false };

    fn tx(n: u64) -> TxRef {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&n.to_le_bytes());
        TxRef::Wtxid(Wtxid::from_byte_array(bytes))
    }

    #[test]
    fn outbound_peers_are_asked_first_and_one_at_a_time() {
        let mut rng = Rng::new([1; 32]);
        let mut requests = TxRequests::default();
        requests.announce(0, PeerId(1), tx(1), INBOUND, &mut rng);
        assert_eq!(requests.poll(0), []);
        requests.announce(100, PeerId(2), tx(1), OUTBOUND, &mut rng);
        requests.announce(100, PeerId(3), tx(1), OUTBOUND, &mut rng);
        let first = requests.poll(100);
        assert_eq!(first.len(), 1);
        assert!(first[0].0 != PeerId(1));
        assert_eq!(requests.poll(10_000), []);
        // It does not answer: the other outbound peer is asked, then the inbound one.
        let second = requests.poll(100 + GETDATA_TX_INTERVAL_MS);
        assert_eq!(second.len(), 1);
        assert!(second[0].0 != first[0].0 && second[0].0 != PeerId(1));
        requests.answered(second[0].0, tx(1).hash());
        assert_eq!(requests.poll(70_000), [(PeerId(1), tx(1))]);
        requests.answered(PeerId(1), tx(1).hash());
        assert_eq!(requests.poll(70_001), []);
        assert_eq!((requests.len(), requests.next_ms()), (0, None));
    }

    #[test]
    fn a_peer_that_leaves_frees_what_was_asked_of_it() {
        let mut rng = Rng::new([2; 32]);
        let mut requests = TxRequests::default();
        requests.announce(0, PeerId(1), tx(1), OUTBOUND, &mut rng);
        assert_eq!(requests.poll(0), [(PeerId(1), tx(1))]);
        requests.announce(1, PeerId(2), tx(1), OUTBOUND, &mut rng);
        assert_eq!(requests.poll(1), []);
        requests.forget_peer(PeerId(1));
        assert_eq!(requests.poll(2), [(PeerId(2), tx(1))]);
        assert_eq!(requests.in_flight(PeerId(2)), 1);
        requests.forget_tx(tx(1).hash());
        assert_eq!((requests.len(), requests.in_flight(PeerId(2))), (0, 0));
    }

    #[test]
    fn one_peer_cannot_fill_the_memory() {
        let mut rng = Rng::new([3; 32]);
        let mut requests = TxRequests::default();
        for n in 0..10_000 {
            requests.announce(0, PeerId(1), tx(n), OUTBOUND, &mut rng);
        }
        assert_eq!(requests.len(), MAX_PEER_TX_ANNOUNCEMENTS);
        assert_eq!(requests.poll(0).len(), MAX_PEER_TX_ANNOUNCEMENTS);
        requests.announce(0, PeerId(2), tx(20_000), OUTBOUND, &mut rng);
        assert_eq!(requests.poll(0).len(), 1);
    }
}
