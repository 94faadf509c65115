//! Transactions: hearing of them, asking for them, telling of them.
//!
//! What comes of those that come is in [`super::verdicts`]. Does not know fees beyond comparing them
//! with what a peer wants to hear of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quarry_primitives::{BlockHash, Hash, OutPoint, Transaction, Txid, Wtxid};

use super::{DisconnectReason, Net, Turn};
use crate::limits::{
    FEEFILTER_BROADCAST_INTERVAL_MS, INBOUND_INVENTORY_BROADCAST_INTERVAL_MS,
    INVENTORY_BROADCAST_MAX, INVENTORY_BROADCAST_TARGET, MAX_BLOCKS_IN_TRANSIT_PER_PEER,
    MAX_FEE_FILTER, MAX_FEEFILTER_CHANGE_DELAY_MS, MAX_GETDATA_SIZE, MAX_INV_SIZE,
    MAX_PEER_TX_ANNOUNCEMENTS, MAX_TX_INVENTORY_TO_SEND, OUTBOUND_INVENTORY_BROADCAST_INTERVAL_MS,
};
use crate::message::{InvKind, Inventory, Message, TxRef};
use crate::net::handshake::FEEFILTER_VERSION;
use crate::peer::{ConnectionKind, Peer, PeerId};
use crate::tx_requests::Standing;
use crate::view::{ChainViewExt, TxInfo};

/// All coins that can be: a fee filter above it is not one.
const MAX_MONEY: i64 = 2_100_000_000_000_000;

impl Net {
    pub(super) fn on_inv(&mut self, turn: &mut Turn<'_>, id: PeerId, list: &[Inventory]) {
        let Some(peer) = self.peers.get(&id) else { return };
        let (by_wtxid, refuses) = (peer.wtxid_relay, self.refuses_txs(peer));
        let mut best_block = None;
        for entry in list {
            // "Ignore INVs that don't match wtxidrelay setting."
            let other_kind = if by_wtxid { InvKind::Tx } else { InvKind::Wtx };
            if entry.kind == other_kind {
                continue;
            }
            if entry.kind == InvKind::Block {
                let hash = BlockHash::from_byte_array(entry.hash);
                self.update_availability(turn, id, hash);
                let known = turn.view.block(&hash).is_some_and(|block| block.have_block);
                let coming = self.in_flight.contains_key(&hash) || self.judging.contains(&hash);
                if !known && !coming {
                    best_block = Some(hash);
                }
            } else if let Some(tx) = entry.as_tx() {
                if refuses {
                    // Core writes the hash alone, whichever of the two ids it is.
                    let hash = Txid::from_byte_array(tx.hash());
                    return self.disconnect(turn, id, DisconnectReason::TxInvNotWanted(hash));
                }
                self.on_tx_inv(turn, id, tx);
            }
        }
        if let Some(hash) = best_block {
            self.on_block_inv(turn, id, hash);
        }
    }

    /// A block that we do not have: its header is asked for. While the first sync is under way with
    /// another peer, each new block adds one peer to it at most.
    fn on_block_inv(&mut self, turn: &mut Turn<'_>, id: PeerId, hash: BlockHash) {
        let Some(peer) = self.peers.get(&id) else { return };
        let started = peer.sync_started;
        let another = !peer.inv_triggered_getheaders && self.last_inv_trigger != Some(hash);
        if !started && !another {
            return;
        }
        let best = turn.view.best_header();
        self.ask_headers(turn, id, turn.view.locator(&best));
        if !started && let Some(peer) = self.peers.get_mut(&id) {
            peer.inv_triggered_getheaders = true;
            self.last_inv_trigger = Some(hash);
        }
    }

    fn on_tx_inv(&mut self, turn: &mut Turn<'_>, id: PeerId, tx: TxRef) {
        self.mark_known(id, tx.hash());
        if let TxRef::Wtxid(wtxid) = tx
            && let Some(orphan) = self.orphans.get(&wtxid)
        {
            // Who has the child has its parents.
            if !self.parents_are_known(turn, &orphan) {
                self.keep_orphan(turn, id, &orphan);
            }
            return;
        }
        if !turn.view.is_initial_download() && !self.knows_tx(turn, &tx) {
            self.announced(turn, id, tx);
        }
    }

    pub(super) fn announced(&mut self, turn: &Turn<'_>, id: PeerId, tx: TxRef) {
        let others_by_wtxid = self.peers.values().any(|it| it.ready && it.wtxid_relay);
        let Some(peer) = self.peers.get(&id) else { return };
        let standing = Standing {
            preferred: peer.preferred_download,
            unbounded: peer.permissions.relay,
            by_txid_beside_wtxid: matches!(tx, TxRef::Txid(_)) && others_by_wtxid,
        };
        self.requests.announce(turn.now.mono_ms, id, tx, standing, &mut self.rng);
    }

    pub(super) fn mark_known(&mut self, id: PeerId, hash: [u8; 32]) {
        if let Some(txs) = self.peers.get_mut(&id).and_then(|peer| peer.txs.as_mut()) {
            txs.mark_known(&hash);
        }
    }

    /// Whether there is no need to ask for it (`AlreadyHaveTx`).
    fn knows_tx(&self, turn: &Turn<'_>, tx: &TxRef) -> bool {
        self.reconsiderable.contains(&tx.hash()) || self.knows_for_good(turn, tx)
    }

    /// The same, but for those that a child may pay for.
    pub(super) fn knows_for_good(&self, turn: &Turn<'_>, tx: &TxRef) -> bool {
        let hash = tx.hash();
        // Whichever id it is: those without witness have but one.
        self.orphans.contains(&Wtxid::from_byte_array(hash))
            || self.rejects.contains(&hash)
            || self.confirmed.contains(&hash)
            || turn.view.tx_info(tx).is_some()
    }

    /// Asks for what is due, of all peers.
    pub(super) fn request_txs(&mut self, turn: &mut Turn<'_>) {
        let mut by_peer: BTreeMap<PeerId, Vec<Inventory>> = BTreeMap::new();
        for (id, tx) in self.requests.poll(turn.now.mono_ms) {
            if self.knows_for_good(turn, &tx) {
                self.requests.forget_tx(tx.hash());
                continue;
            }
            let witness = self.peers.get(&id).is_some_and(Peer::serves_witnesses);
            by_peer.entry(id).or_default().push(tx.request(witness));
        }
        for (id, list) in by_peer {
            for chunk in list.chunks(MAX_GETDATA_SIZE) {
                turn.send(id, Message::GetData(chunk.to_vec()));
            }
        }
    }

    pub(super) fn on_tx(&mut self, turn: &mut Turn<'_>, id: PeerId, tx: Transaction) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let by_wtxid = peer.wtxid_relay;
        peer.last_tx_ms = turn.now.mono_ms;
        let force = peer.permissions.force_relay;
        if self.peers.get(&id).is_some_and(|peer| self.refuses_txs(peer)) {
            return self.disconnect(turn, id, DisconnectReason::TxNotWanted);
        }
        // "Stop processing the transaction early if we are still in IBD".
        if turn.view.is_initial_download() {
            return;
        }
        let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
        let ids = [TxRef::Txid(txid), TxRef::Wtxid(wtxid)];
        self.mark_known(id, ids[usize::from(by_wtxid)].hash());
        for tx in ids {
            self.requests.answered(id, tx.hash());
        }
        if self.knows_for_good(turn, &ids[1]) {
            if force {
                self.force_relay(turn, id, txid, wtxid);
            }
            return;
        }
        let tx = Arc::new(tx);
        if self.reconsiderable.contains(&wtxid.to_byte_array()) {
            return self.try_package(turn, id, &tx);
        }
        self.submit_tx(turn, id, tx);
    }

    /// A transaction that is known goes on to all once more, if it is any good.
    fn force_relay(&mut self, turn: &mut Turn<'_>, id: PeerId, txid: Txid, wtxid: Wtxid) {
        let (what, who) = if turn.view.tx_info(&TxRef::Txid(txid)).is_some() {
            self.relay(turn, txid, wtxid);
            ("Force relaying tx", "peer")
        } else {
            ("Not relaying non-mempool transaction", "forcerelay peer")
        };
        turn.note(id, format!("{what} {txid} (wtxid={wtxid}) from {who}={id}"));
    }

    pub(super) fn on_notfound(&mut self, id: PeerId, list: &[Inventory]) {
        if list.len() > MAX_PEER_TX_ANNOUNCEMENTS + MAX_BLOCKS_IN_TRANSIT_PER_PEER {
            return;
        }
        for tx in list.iter().filter_map(Inventory::as_tx) {
            self.requests.answered(id, tx.hash());
        }
    }

    pub(super) fn block_connected(
        &mut self,
        turn: &mut Turn<'_>,
        txs: &[(Txid, Wtxid)],
        spent: &BTreeSet<OutPoint>,
    ) {
        let erased = self.orphans.settled_by(spent);
        if erased > 0 {
            turn.note_all(format!(
                "Erased {erased} orphan transaction(s) included or conflicted by block"
            ));
        }
        for (txid, _) in txs {
            self.parent_arrived(turn, *txid);
        }
        for (txid, wtxid) in txs {
            let (txid, wtxid) = (txid.to_byte_array(), wtxid.to_byte_array());
            self.confirmed.insert(txid);
            if txid != wtxid {
                self.confirmed.insert(wtxid);
            }
            self.requests.forget_tx(txid);
            self.requests.forget_tx(wtxid);
        }
    }

    /// To be told to all that do not know it.
    pub(super) fn mempool_added(&mut self, turn: &mut Turn<'_>, txid: Txid, wtxid: Wtxid) {
        self.orphans.remove(&wtxid);
        self.parent_arrived(turn, txid);
        self.relay(turn, txid, wtxid);
    }

    fn relay(&mut self, turn: &mut Turn<'_>, txid: Txid, wtxid: Wtxid) {
        let mut at_once = Vec::new();
        for (id, peer) in self.peers.iter_mut().filter(|(_, peer)| peer.ready) {
            let by_wtxid = peer.wtxid_relay;
            let Some(txs) = &mut peer.txs else { continue };
            let hash = if by_wtxid { wtxid.to_byte_array() } else { txid.to_byte_array() };
            if !txs.knows(&hash) && txs.to_send.len() < MAX_TX_INVENTORY_TO_SEND {
                txs.to_send.insert(wtxid);
                if peer.permissions.noban || self.config.announce_at_once {
                    at_once.push(*id);
                }
            }
        }
        // The others hear of it when their time comes.
        for id in at_once {
            self.announce_txs(turn, id);
        }
    }

    /// Tells a peer of transactions, when it is time.
    pub(super) fn announce_txs(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let (inbound, by_wtxid) = (peer.is_inbound(), peer.wtxid_relay);
        let at_once = peer.permissions.noban || self.config.announce_at_once;
        let Some(txs) = &mut peer.txs else { return };
        let due = txs.next_send_ms <= now_ms;
        if due {
            txs.next_send_ms = if inbound {
                if self.next_inbound_inv_ms <= now_ms {
                    let mean_ms = INBOUND_INVENTORY_BROADCAST_INTERVAL_MS;
                    self.next_inbound_inv_ms = now_ms + 1 + self.rng.exponential_ms(mean_ms);
                }
                self.next_inbound_inv_ms
            } else {
                let mean_ms = OUTBOUND_INVENTORY_BROADCAST_INTERVAL_MS;
                now_ms + 1 + self.rng.exponential_ms(mean_ms)
            };
        }
        if !due && !at_once {
            return;
        }
        if !txs.wanted {
            txs.to_send.clear();
        }
        let mut list = Vec::new();
        let entry = |it: &TxInfo| {
            if by_wtxid { TxRef::Wtxid(it.wtxid) } else { TxRef::Txid(it.txid) }.announcement()
        };
        if core::mem::take(&mut txs.send_mempool) {
            for info in turn.view.all() {
                txs.to_send.remove(&info.wtxid);
                if info.pays(txs.fee_filter) {
                    txs.mark_known(&entry(&info).hash);
                    list.push(entry(&info));
                }
            }
        }
        // In the order in which they came in: parents before children, since nobody here keeps
        // orphans. Core sorts by fee under the same condition.
        let mut waiting: Vec<TxInfo> = txs
            .to_send
            .iter()
            .filter_map(|wtxid| turn.view.tx_info(&TxRef::Wtxid(*wtxid)))
            .collect();
        waiting.sort_unstable_by_key(|info| info.sequence);
        let most = (INVENTORY_BROADCAST_TARGET + txs.to_send.len() / 1000 * 5)
            .min(INVENTORY_BROADCAST_MAX);
        let rest = waiting.split_off(waiting.len().min(most));
        txs.to_send = rest.into_iter().map(|info| info.wtxid).collect();
        for info in waiting {
            let entry = entry(&info);
            if !txs.knows(&entry.hash) && info.pays(txs.fee_filter) {
                txs.mark_known(&entry.hash);
                list.push(entry);
            }
        }
        txs.last_sequence = turn.view.sequence();
        for chunk in list.chunks(MAX_INV_SIZE) {
            turn.send(id, Message::Inv(chunk.to_vec()));
        }
    }

    pub(super) fn on_fee_filter(&mut self, id: PeerId, rate: i64) {
        let Some(txs) = self.peers.get_mut(&id).and_then(|peer| peer.txs.as_mut()) else { return };
        if (0..=MAX_MONEY).contains(&rate) {
            txs.fee_filter = rate.unsigned_abs();
        }
    }

    /// Tells a peer below what fee it need not tell us anything (BIP 133).
    pub(super) fn maybe_send_fee_filter(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if !self.config.relay_txs
            || peer.common_version < FEEFILTER_VERSION
            || peer.permissions.force_relay
            || peer.kind == ConnectionKind::BlockRelayOnly
        {
            return;
        }
        let current = if turn.view.is_initial_download() {
            MAX_FEE_FILTER
        } else {
            if peer.fee_filter_sent == Some(MAX_FEE_FILTER) {
                peer.next_fee_filter_ms = 0;
            }
            turn.view.min_fee_rate().max(self.config.min_relay_fee_rate)
        };
        if now_ms >= peer.next_fee_filter_ms {
            if peer.fee_filter_sent != Some(current) {
                peer.fee_filter_sent = Some(current);
                turn.send(id, Message::FeeFilter(i64::try_from(current).unwrap_or(i64::MAX)));
            }
            let mean_ms = FEEFILTER_BROADCAST_INTERVAL_MS;
            peer.next_fee_filter_ms = now_ms + 1 + self.rng.exponential_ms(mean_ms);
        } else if let Some(sent) = peer.fee_filter_sent {
            let changed = current < sent / 4 * 3 || current > sent / 3 * 4;
            if changed && now_ms + MAX_FEEFILTER_CHANGE_DELAY_MS < peer.next_fee_filter_ms {
                peer.next_fee_filter_ms = now_ms + self.rng.below(MAX_FEEFILTER_CHANGE_DELAY_MS);
            }
        }
    }
}
