//! What others ask of us: headers, blocks, transactions.
//!
//! Answers are paced by what a peer reads. Does not read blocks: the node sends them.

use std::collections::VecDeque;

use quarry_primitives::BlockHash;

use super::{Action, DisconnectReason, Net, Turn, no_hash};
use crate::limits::{
    MAX_GETBLOCKS_RESULTS, MAX_GETDATA_QUEUE, MAX_HEADERS_RESULTS, SEND_BUFFER_BYTES,
    STALE_RELAY_AGE_LIMIT_SECS,
};
use crate::message::{InvKind, Inventory, LocatorMessage, Message};
use crate::peer::PeerId;
use crate::view::{BlockView, ChainViewExt};

impl Net {
    /// Always answered: with nothing, if nothing is known above, or our chain is not worth it yet.
    pub(super) fn on_getheaders(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        locator: &LocatorMessage,
    ) {
        let tip = turn.view.tip();
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if tip.work < self.config.min_chain_work && !peer.permissions.download {
            return turn.send(id, Message::Headers(Vec::new()));
        }
        if locator.hashes.is_empty() {
            // One header by its hash. Core is silent if it has it not.
            let wanted = turn.view.block(&locator.stop);
            if let Some(block) = wanted.filter(|block| self.may_be_served(turn, block)) {
                turn.send(id, Message::Headers(vec![block.header]));
            }
            return;
        }
        let fork = turn.view.fork_with(&locator.hashes);
        let mut headers = Vec::new();
        let mut last = tip.hash;
        for height in fork.saturating_add(1)..=tip.height {
            let block = turn.view.active_at(height).and_then(|hash| turn.view.block(&hash));
            let Some(block) = block else { break };
            headers.push(block.header);
            if headers.len() == MAX_HEADERS_RESULTS || block.hash == locator.stop {
                last = block.hash;
                break;
            }
        }
        peer.best_header_sent = Some(last);
        turn.send(id, Message::Headers(headers));
    }

    pub(super) fn on_getblocks(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        locator: &LocatorMessage,
    ) {
        let tip = turn.view.tip();
        let fork = turn.view.fork_with(&locator.hashes);
        let Some(peer) = self.peers.get_mut(&id) else { return };
        for height in fork.saturating_add(1)..=tip.height {
            let Some(hash) = turn.view.active_at(height) else { break };
            if hash == locator.stop && hash != no_hash() {
                break;
            }
            peer.announce_by_inv.push(hash);
            if peer.announce_by_inv.len() >= MAX_GETBLOCKS_RESULTS {
                // When it asks for this one, it is told the tip, so that it asks for more.
                peer.continuation = Some(hash);
                break;
            }
        }
    }

    pub(super) fn on_getdata(&mut self, turn: &mut Turn<'_>, id: PeerId, list: Vec<Inventory>) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        turn.note(id, format!("received getdata ({} invsz) peer={id}", list.len()));
        if let Some(first) = list.first() {
            turn.note(id, format!("received getdata for: {first} peer={id}"));
        }
        let room = MAX_GETDATA_QUEUE.saturating_sub(peer.getdata.len());
        peer.getdata.extend(list.into_iter().take(room));
        self.serve_getdata(turn, id);
    }

    /// Answers until the peer has to read first.
    pub(super) fn serve_getdata(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if peer.stuck {
            return;
        }
        let mut queue: VecDeque<Inventory> = core::mem::take(&mut peer.getdata);
        let (mut sent, mut missing) = (0, Vec::new());
        while sent < SEND_BUFFER_BYTES
            && let Some(entry) = queue.pop_front()
        {
            if entry.as_tx().is_some() {
                match self.serve_tx(turn, id, &entry) {
                    Some(Ok(bytes)) => sent += bytes,
                    Some(Err(())) => missing.push(entry),
                    None => {}
                }
            } else if let Some(hash) = entry.as_block()
                && entry.kind != InvKind::FilteredBlock
                && self.serve_block(turn, id, hash, entry.kind != InvKind::Block)
            {
                // How long it is, only the store knows.
                sent = SEND_BUFFER_BYTES;
            }
        }
        if !missing.is_empty() {
            turn.send(id, Message::NotFound(missing));
        }
        if let Some(peer) = self.peers.get_mut(&id)
            && sent >= SEND_BUFFER_BYTES
        {
            // Even if nothing is left: the next request waits until this answer is read.
            peer.getdata = queue;
            peer.stuck = true;
            turn.out.push(Action::NotifyWritable { peer: id });
        }
    }

    /// Whether a block may be given to anybody: of the active chain, or not long off it, so that
    /// old branches do not tell which node this is (`BlockRequestAllowed`).
    fn may_be_served(&self, turn: &Turn<'_>, block: &BlockView) -> bool {
        let best = turn.view.best_header();
        let age_secs = best.header.time.saturating_sub(block.header.time);
        turn.view.is_active(block)
            || block.have_block && !block.invalid && age_secs < STALE_RELAY_AGE_LIMIT_SECS
    }

    fn serve_block(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        hash: BlockHash,
        witness: bool,
    ) -> bool {
        let found = turn.view.block(&hash).filter(|block| block.have_block);
        if !found.is_some_and(|block| self.may_be_served(turn, &block)) {
            turn.note(id, format!("ignoring request from peer={id} for block {hash}"));
            return false;
        }
        turn.out.push(Action::SendBlock { peer: id, hash, witness });
        if let Some(peer) = self.peers.get_mut(&id)
            && peer.continuation == Some(hash)
        {
            peer.continuation = None;
            let tip = Inventory::block(turn.view.tip().hash, false);
            turn.send(id, Message::Inv(vec![tip]));
        }
        true
    }

    /// Gives a transaction that the peer was told of, or could have been (`FindTxForGetData`).
    /// `None` if such a peer is given none at all.
    fn serve_tx(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        entry: &Inventory,
    ) -> Option<Result<usize, ()>> {
        let txs = self.peers.get(&id)?.txs.as_ref()?;
        let wanted = entry.as_tx()?;
        let told = turn.view.tx_info(&wanted).is_some_and(|it| it.sequence < txs.last_sequence);
        if !told && !turn.view.is_in_last_block(&wanted) {
            return Some(Err(()));
        }
        let Some(tx) = turn.view.tx(&wanted) else { return Some(Err(())) };
        let mut tx = tx.as_ref().clone();
        if entry.kind == InvKind::Tx {
            for input in &mut tx.input {
                input.witness.clear();
            }
        }
        let (bytes, txid) = (tx.total_size(), tx.compute_txid());
        turn.send(id, Message::Tx(Box::new(tx)));
        turn.out.push(Action::TxServed { txid });
        Some(Ok(bytes))
    }

    /// All of the mempool, if the peer may have it (BIP 35).
    pub(super) fn on_mempool(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if !peer.permissions.mempool {
            if !peer.permissions.noban {
                self.disconnect(turn, id, DisconnectReason::Mempool);
            }
            return;
        }
        if let Some(txs) = &mut peer.txs {
            txs.send_mempool = true;
        }
    }
}
