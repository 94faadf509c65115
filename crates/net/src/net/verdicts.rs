//! What comes of transactions that peers send: taken, kept for want of parents, tried with a child,
//! or remembered as of no use.
//!
//! Does not judge: the node does. Rules and order are those of Core's `TxDownloadManager`.

use std::sync::Arc;

use quarry_primitives::hashes::sha256d;
use quarry_primitives::{Hash, Transaction, Txid, Wtxid};

use super::{Action, Net, Turn, TxVerdict};
use crate::message::TxRef;
use crate::orphans::parents_of;
use crate::peer::PeerId;

/// What a pair is remembered by.
fn pair_hash(parent: &Wtxid, child: &Wtxid) -> [u8; 32] {
    let both = [parent.to_byte_array(), child.to_byte_array()].concat();
    sha256d::Hash::hash(&both).to_byte_array()
}

impl Net {
    pub(super) fn submit_tx(&mut self, turn: &mut Turn<'_>, id: PeerId, tx: Arc<Transaction>) {
        self.submitted.insert(tx.compute_wtxid(), Arc::clone(&tx));
        turn.out.push(Action::SubmitTx { peer: id, tx });
    }

    pub(super) fn tx_judged(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        txid: Txid,
        wtxid: Wtxid,
        verdict: TxVerdict,
    ) {
        let tx = self.submitted.remove(&wtxid);
        // An orphan that is still one has been dealt with.
        let first = tx.filter(|_| !self.orphans.contains(&wtxid));
        self.judged(turn, id, (txid, wtxid), first.as_ref(), verdict);
    }

    /// The transaction itself is given if this is the first that is heard of it.
    fn judged(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        (txid, wtxid): (Txid, Wtxid),
        first: Option<&Arc<Transaction>>,
        verdict: TxVerdict,
    ) {
        let (by_txid, by_wtxid) = (txid.to_byte_array(), wtxid.to_byte_array());
        if let TxVerdict::MissingInputs { parents } = verdict {
            if let Some(tx) = first {
                self.parents_missing(turn, id, tx, &parents);
            }
            return;
        }
        self.orphans.remove(&wtxid);
        match verdict {
            TxVerdict::Accepted => self.requests.forget_tx(by_txid),
            TxVerdict::Rejected => {
                self.rejects.insert(by_wtxid);
                self.rejects.insert(by_txid);
                self.requests.forget_tx(by_txid);
            }
            // Another witness may be right, so the id alone is not condemned.
            TxVerdict::RejectedWitness => self.rejects.insert(by_wtxid),
            TxVerdict::Reconsiderable => {
                self.reconsiderable.insert(by_wtxid);
                if let Some(tx) = first {
                    self.try_package(turn, id, tx);
                }
            }
            // Its wtxid is the true one's txid: nothing may be remembered of it.
            TxVerdict::WitnessStripped | TxVerdict::MissingInputs { .. } => return,
        }
        self.requests.forget_tx(by_wtxid);
    }

    fn parents_missing(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        tx: &Arc<Transaction>,
        missing: &[Txid],
    ) {
        let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
        let (by_txid, by_wtxid) = (txid.to_byte_array(), wtxid.to_byte_array());
        let rejected = |parent: &&Txid| self.rejects.contains(&parent.to_byte_array());
        let poor = |parent: &&Txid| self.reconsiderable.contains(&parent.to_byte_array());
        if missing.iter().any(|parent| rejected(&parent)) || missing.iter().filter(poor).count() > 1
        {
            turn.note(
                id,
                format!("not keeping orphan with rejected parents {txid} (wtxid={wtxid})"),
            );
            // No witness can help.
            self.rejects.insert(by_txid);
            self.rejects.insert(by_wtxid);
        } else {
            let mut peers = vec![id];
            peers.extend(self.requests.peers_of(by_txid));
            peers.extend(self.requests.peers_of(by_wtxid));
            for peer in peers {
                self.keep_orphan(turn, peer, tx);
            }
        }
        self.requests.forget_tx(by_txid);
        self.requests.forget_tx(by_wtxid);
    }

    /// Keeps an orphan that a peer has, and asks this peer for the parents, by their ids.
    pub(super) fn keep_orphan(&mut self, turn: &Turn<'_>, id: PeerId, tx: &Arc<Transaction>) {
        let wtxid = tx.compute_wtxid();
        if !self.peers.contains_key(&id) || self.orphans.is_from(&wtxid, id) {
            return;
        }
        for parent in parents_of(tx) {
            let parent = TxRef::Txid(parent);
            self.mark_known(id, parent.hash());
            if !self.knows_for_good(turn, &parent) {
                self.announced(turn, id, parent);
            }
        }
        self.orphans.add(id, tx);
    }

    /// Whether all that an orphan spends from has come, or was rejected, since it was kept.
    pub(super) fn parents_are_known(&self, turn: &Turn<'_>, tx: &Transaction) -> bool {
        parents_of(tx).into_iter().all(|parent| self.knows_for_good(turn, &TxRef::Txid(parent)))
    }

    /// A transaction is here: whatever waited for it is judged again.
    pub(super) fn parent_arrived(&mut self, turn: &mut Turn<'_>, parent: Txid) {
        for (id, child) in self.orphans.children_of(parent) {
            if !self.submitted.contains_key(&child.compute_wtxid()) {
                self.submit_tx(turn, id, child);
            }
        }
    }

    /// A transaction that pays too little alone is tried with a child of the same peer's, the newest
    /// that it was not tried with before.
    pub(super) fn try_package(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        parent: &Arc<Transaction>,
    ) {
        let (txid, wtxid) = (parent.compute_txid(), parent.compute_wtxid());
        let untried = |child: &Arc<Transaction>| {
            let pair = pair_hash(&wtxid, &child.compute_wtxid());
            !self.reconsiderable.contains(&pair)
                && !self.rejects.contains(&child.compute_txid().to_byte_array())
        };
        let child = self.orphans.children_from(txid, id).into_iter().find(untried);
        if let Some(child) = child {
            let parent = Arc::clone(parent);
            turn.out.push(Action::SubmitPackage { peer: id, parent, child });
        }
    }

    pub(super) fn package_judged(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        parent: (Txid, Wtxid),
        child: (Txid, Wtxid),
        verdicts: [TxVerdict; 2],
    ) {
        if verdicts.iter().any(|verdict| *verdict != TxVerdict::Accepted) {
            self.reconsiderable.insert(pair_hash(&parent.1, &child.1));
        }
        for (ids, verdict) in [parent, child].into_iter().zip(verdicts) {
            self.judged(turn, id, ids, None, verdict);
        }
    }
}
