//! Headers first: which peer to ask, what to make of the answer, when to give up.
//!
//! Does not know whether a header is valid: it is handed to the node once its chain shows enough
//! work. Until then a [`Presync`] keeps one hash for each message.

use quarry_primitives::{BlockHash, ChainWork, Header};

use super::{Action, BlockFault, DisconnectReason, HeadersBatch, Misbehaviour, Net, Turn, no_hash};
use crate::limits::{
    ANTI_DOS_BUFFER_BLOCKS, CHAIN_SYNC_TIMEOUT_MS, HEADERS_DOWNLOAD_TIMEOUT_BASE_MS,
    HEADERS_DOWNLOAD_TIMEOUT_PER_HEADER_MS, HEADERS_RECENT_SECS, HEADERS_RESPONSE_TIME_MS,
    MAX_HEADERS_RESULTS, MAX_LOCATOR_SIZE, MAX_OUTBOUND_PEERS_PROTECTED, MAX_PRESYNC_BATCHES,
};
use crate::message::{LocatorMessage, Message};
use crate::net::handshake::{PROTOCOL_VERSION, SENDHEADERS_VERSION};
use crate::peer::{ConnectionKind, PeerId, Presync};
use crate::view::{BlockView, ChainViewExt};

/// What is to be done with headers of a peer whose chain has not shown enough work before.
enum LowWork {
    /// They are worth judging.
    Enough,
    /// They are not, or not yet.
    NotYet,
}

/// The sum of work, without wrapping.
fn add_work(a: ChainWork, b: ChainWork) -> ChainWork {
    let (a, b) = (a.to_be_bytes(), b.to_be_bytes());
    let mut sum = [0; 32];
    let mut carry = 0_u16;
    for i in (0..32).rev() {
        let digit = u16::from(a[i]) + u16::from(b[i]) + carry;
        [_, sum[i]] = digit.to_be_bytes();
        carry = digit >> 8;
    }
    ChainWork::from_be_bytes(if carry == 0 { sum } else { [0xff; 32] })
}

/// The difference, at least nothing.
fn sub_work(a: ChainWork, b: ChainWork) -> ChainWork {
    if a <= b {
        return ChainWork::from_be_bytes([0; 32]);
    }
    let (a, b) = (a.to_be_bytes(), b.to_be_bytes());
    let mut difference = [0; 32];
    let mut borrow = 0_i16;
    for i in (0..32).rev() {
        let digit = i16::from(a[i]) - i16::from(b[i]) - borrow;
        borrow = i16::from(digit < 0);
        [_, difference[i]] = digit.to_be_bytes();
    }
    ChainWork::from_be_bytes(difference)
}

impl Net {
    /// How much work a chain must show before its headers are kept (`GetAntiDoSWorkThreshold`).
    pub(super) fn work_threshold(&self, turn: &Turn<'_>) -> ChainWork {
        let tip = turn.view.tip();
        let each = tip.header.work();
        let buffer = (0..ANTI_DOS_BUFFER_BLOCKS)
            .fold(ChainWork::from_be_bytes([0; 32]), |sum, _| add_work(sum, each));
        sub_work(tip.work, buffer).max(self.config.min_chain_work)
    }

    /// Whether a block on a known parent shows enough.
    pub(super) fn shows_enough_work(&self, turn: &Turn<'_>, header: &Header) -> bool {
        let parent = turn.view.block(&header.prev_blockhash);
        parent.is_some_and(|it| {
            turn.view.has_valid_work(header)
                && add_work(it.work, header.work()) >= self.work_threshold(turn)
        })
    }

    /// Asks for headers, unless an answer is still to come.
    pub(super) fn ask_headers(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        hashes: Vec<BlockHash>,
    ) -> bool {
        let Some(peer) = self.peers.get_mut(&id) else { return false };
        let waiting = |at: u64| turn.now.mono_ms.saturating_sub(at) <= HEADERS_RESPONSE_TIME_MS;
        if peer.getheaders_ms.is_some_and(waiting) {
            return false;
        }
        peer.getheaders_ms = Some(turn.now.mono_ms);
        let version = PROTOCOL_VERSION.unsigned_abs();
        turn.send(id, Message::GetHeaders(LocatorMessage { version, hashes, stop: no_hash() }));
        true
    }

    /// The first request for headers: to one peer while we are far behind, to all when not.
    pub(super) fn maybe_start_sync(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let may_sync = self.may_sync_from(id);
        let Some(peer) = self.peers.get(&id) else { return };
        if peer.sync_started || !peer.serves_blocks() {
            return;
        }
        let best = turn.view.best_header();
        let wall_secs = turn.now.wall_secs();
        let recent = best.header.time > wall_secs.saturating_sub(HEADERS_RECENT_SECS);
        let started = self.peers.values().filter(|it| it.sync_started).count();
        if !(recent || started == 0 && may_sync) {
            return;
        }
        // One below the best, so that the answer is never empty and tells where the peer is.
        let start = turn.view.block(&best.header.prev_blockhash).unwrap_or(best);
        if self.ask_headers(turn, id, turn.view.locator(&start))
            && let Some(peer) = self.peers.get_mut(&id)
        {
            let behind_secs = u64::from(wall_secs.saturating_sub(best.header.time));
            let expected = behind_secs / u64::from(self.config.block_spacing_secs.max(1));
            let timeout_ms = HEADERS_DOWNLOAD_TIMEOUT_BASE_MS
                + HEADERS_DOWNLOAD_TIMEOUT_PER_HEADER_MS * expected;
            let their = peer.greeting.as_ref().map_or(0, |it| it.start_height);
            turn.note(
                id,
                format!("initial getheaders ({}) to peer={id} (startheight:{their})", start.height),
            );
            peer.sync_started = true;
            peer.headers_timeout_ms = Some(turn.now.mono_ms + timeout_ms);
        }
    }

    /// Tells a peer, once, that blocks should be announced by their headers. Not before it has
    /// shown its chain, so that the two syncs do not mix.
    pub(super) fn maybe_send_sendheaders(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if peer.sent_sendheaders || peer.common_version < SENDHEADERS_VERSION {
            return;
        }
        let best = peer.best_known.and_then(|hash| turn.view.block(&hash));
        if best.is_some_and(|best| best.work > self.config.min_chain_work) {
            peer.sent_sendheaders = true;
            turn.send(id, Message::SendHeaders);
        }
    }

    pub(super) fn on_headers(&mut self, turn: &mut Turn<'_>, id: PeerId, headers: Vec<Header>) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let Some(last_header) = headers.last() else {
            // "Nothing interesting": the answer to our last question.
            peer.presync = None;
            peer.getheaders_ms = None;
            return;
        };
        let last = last_header.block_hash();
        if !headers.iter().all(|header| turn.view.has_valid_work(header)) {
            return self.misbehaving(turn, id, Misbehaviour::HeaderWork);
        }
        let in_order = |pair: &[Header]| pair[1].prev_blockhash == pair[0].block_hash();
        if !headers.windows(2).all(in_order) {
            return self.misbehaving(turn, id, Misbehaviour::HeadersOrder);
        }
        let full = headers.len() == MAX_HEADERS_RESULTS;
        if peer.presync.is_some() {
            match self.continue_presync(turn, id, &headers, last) {
                Some(LowWork::Enough) => {
                    let batch = HeadersBatch { last, full: false, new: true };
                    turn.out.push(Action::SubmitHeaders { peer: id, headers, batch });
                    return;
                }
                Some(LowWork::NotYet) => return,
                None => {}
            }
        }
        let Some(start) = turn.view.block(&headers[0].prev_blockhash) else {
            // May be an announcement of a block whose parents we do not have.
            let best = turn.view.best_header();
            self.ask_headers(turn, id, turn.view.locator(&best));
            return self.update_availability(turn, id, last);
        };
        let Some(peer) = self.peers.get_mut(&id) else { return };
        peer.getheaders_ms = None;
        let noban = peer.permissions.noban;
        let known = turn.view.block(&last);
        if !(noban || known.is_some_and(|known| self.is_on_best_chain(turn, &known)))
            && matches!(self.start_presync(turn, id, &start, &headers, last), LowWork::NotYet)
        {
            return;
        }
        let batch = HeadersBatch { last, full, new: known.is_none() };
        turn.out.push(Action::SubmitHeaders { peer: id, headers, batch });
    }

    /// Whether a header is below the best one or the tip.
    fn is_on_best_chain(&self, turn: &Turn<'_>, block: &BlockView) -> bool {
        let best = turn.view.best_header();
        turn.view.is_active(block)
            || block.height <= best.height
                && turn.view.ancestor(&best.hash, block.height) == Some(block.hash)
    }

    /// Headers on a known one: judged if they show enough work. If not, and there may be more, the
    /// peer has to show the rest first.
    fn start_presync(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        start: &BlockView,
        headers: &[Header],
        last: BlockHash,
    ) -> LowWork {
        let work = headers.iter().fold(start.work, |sum, header| add_work(sum, header.work()));
        if work >= self.work_threshold(turn) {
            return LowWork::Enough;
        }
        let height = start.height.saturating_add(u32::try_from(headers.len()).unwrap_or(u32::MAX));
        if headers.len() < MAX_HEADERS_RESULTS {
            turn.note(id, format!("Ignoring low-work chain (height={height}) from peer={id}"));
            return LowWork::NotYet;
        }
        let from = start.height;
        turn.note(id, format!("Initial headers sync started with peer={id}: height={from}"));
        if let Some(peer) = self.peers.get_mut(&id) {
            let batches = vec![last];
            peer.presync =
                Some(Presync { start: start.hash, work, height, last, batches, again: None });
        }
        self.ask_presync(turn, id, last);
        LowWork::NotYet
    }

    /// The next message of a chain under proof. `None` if it is no part of it: then the proof is
    /// given up and the headers are looked at as any others.
    fn continue_presync(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        headers: &[Header],
        last: BlockHash,
    ) -> Option<LowWork> {
        let threshold = self.work_threshold(turn);
        let peer = self.peers.get_mut(&id)?;
        let mut sync = peer.presync.take()?;
        if headers[0].prev_blockhash != sync.last {
            return None;
        }
        peer.getheaders_ms = None;
        if let Some(done) = sync.again {
            // The second time: every message ends where it ended the first time, so all between is
            // the same too.
            if sync.batches.get(done) != Some(&last) {
                return None;
            }
            if done + 1 < sync.batches.len() {
                sync.again = Some(done + 1);
                sync.last = last;
                peer.presync = Some(sync);
                self.ask_presync(turn, id, last);
            } else {
                let height = sync.height;
                turn.note(
                    id,
                    format!(
                        "Initial headers sync complete with peer={id}: releasing all at \
                         height={height} (redownload phase)"
                    ),
                );
                // From here on the peer is asked as any other.
                turn.all = true;
                let full = headers.len() == MAX_HEADERS_RESULTS;
                let batch = HeadersBatch { last, full, new: true };
                let headers = headers.to_vec();
                turn.out.push(Action::SubmitHeaders { peer: id, headers, batch });
                return Some(LowWork::NotYet);
            }
            return Some(LowWork::Enough);
        }
        sync.work = headers.iter().fold(sync.work, |sum, header| add_work(sum, header.work()));
        sync.height = sync.height.saturating_add(u32::try_from(headers.len()).unwrap_or(u32::MAX));
        sync.last = last;
        sync.batches.push(last);
        if sync.work >= threshold {
            let height = sync.height;
            turn.note(
                id,
                format!(
                    "Initial headers sync transition with peer={id}: reached sufficient work at \
                     height={height}"
                ),
            );
            sync.last = sync.start;
            sync.again = Some(0);
        } else if headers.len() < MAX_HEADERS_RESULTS || sync.batches.len() >= MAX_PRESYNC_BATCHES {
            let why = if headers.len() < MAX_HEADERS_RESULTS {
                "incomplete headers message"
            } else {
                "exceeded max commitments"
            };
            let height = sync.height;
            turn.note(
                id,
                format!(
                    "Initial headers sync aborted with peer={id}: {why} at height={height} (presync \
                     phase)"
                ),
            );
            return Some(LowWork::NotYet);
        }
        let from = sync.last;
        peer.presync = Some(sync);
        self.ask_presync(turn, id, from);
        Some(LowWork::NotYet)
    }

    fn ask_presync(&mut self, turn: &mut Turn<'_>, id: PeerId, from: BlockHash) {
        let Some(start) = self.peers.get(&id).and_then(|peer| peer.presync.as_ref()) else {
            return;
        };
        let start = turn.view.block(&start.start);
        let mut hashes = vec![from];
        hashes.extend(start.iter().flat_map(|start| turn.view.locator(start)));
        hashes.dedup();
        hashes.truncate(MAX_LOCATOR_SIZE);
        self.ask_headers(turn, id, hashes);
    }

    pub(super) fn headers_judged(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        batch: HeadersBatch,
        verdict: Result<(), BlockFault>,
    ) {
        if let Err(fault) = verdict {
            return self.punish(turn, id, fault, Misbehaviour::InvalidHeader);
        }
        let Some(last) = turn.view.block(&batch.last) else { return };
        let under_proof = self.peers.get(&id).is_some_and(|peer| peer.presync.is_some());
        if batch.full && !under_proof {
            self.ask_headers(turn, id, turn.view.locator(&last));
        }
        self.update_availability(turn, id, batch.last);
        self.check_usefulness(turn, id, &batch, &last);
        self.fetch_directly(turn, id, &last);
    }

    /// During the initial download an outbound peer without enough work is of no use; later, the
    /// first few good ones are never dropped for being behind.
    fn check_usefulness(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        batch: &HeadersBatch,
        last: &BlockView,
    ) {
        let protected = self.peers.values().filter(|it| it.chain_sync.protected).count();
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let best = peer.best_known.and_then(|hash| turn.view.block(&hash)).unwrap_or(*last);
        let too_little = best.work < self.config.min_chain_work;
        if turn.view.is_initial_download() && !batch.full && too_little && peer.kind.is_chosen() {
            return self.disconnect(turn, id, DisconnectReason::LowWork);
        }
        if peer.kind == ConnectionKind::OutboundFullRelay
            && protected < MAX_OUTBOUND_PEERS_PROTECTED
            && best.work >= turn.view.tip().work
        {
            peer.chain_sync.protected = true;
        }
    }

    /// An outbound peer whose chain stays behind ours leaves for another (`ConsiderEviction`).
    pub(super) fn consider_eviction(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let tip = turn.view.tip();
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if peer.chain_sync.protected || !peer.kind.is_chosen() || !peer.sync_started {
            return;
        }
        let best = peer.best_known.and_then(|hash| turn.view.block(&hash)).map(|it| it.work);
        let sync = &mut peer.chain_sync;
        if best.is_some_and(|best| best >= tip.work) {
            (sync.timeout_ms, sync.work, sync.sent_getheaders) = (None, None, false);
            return;
        }
        let caught_up = |(_, work): (BlockHash, ChainWork)| best.is_some_and(|best| best >= work);
        let Some(timeout_ms) = sync.timeout_ms.filter(|_| !sync.work.is_some_and(caught_up)) else {
            sync.timeout_ms = Some(now_ms + CHAIN_SYNC_TIMEOUT_MS);
            sync.work = Some((tip.hash, tip.work));
            sync.sent_getheaders = false;
            return;
        };
        if now_ms <= timeout_ms {
            return;
        }
        if sync.sent_getheaders {
            return self.disconnect(turn, id, DisconnectReason::OldChain);
        }
        sync.sent_getheaders = true;
        sync.timeout_ms = Some(now_ms + HEADERS_RESPONSE_TIME_MS);
        // From below the block in question, so that the answer shows whether it is there.
        let work = sync.work.and_then(|(hash, _)| turn.view.block(&hash)).unwrap_or(tip);
        let below = turn.view.block(&work.header.prev_blockhash).unwrap_or(work);
        self.ask_headers(turn, id, turn.view.locator(&below));
    }

    /// Ends the sync with a peer that does not send headers, if there is another.
    pub(super) fn check_headers_timeout(&mut self, turn: &mut Turn<'_>, id: PeerId) -> bool {
        let started = self.peers.values().filter(|it| it.sync_started).count();
        let preferred =
            self.peers.iter().filter(|(other, it)| **other != id && it.preferred_download).count();
        let Some(peer) = self.peers.get_mut(&id) else { return false };
        let Some(timeout_ms) = peer.headers_timeout_ms.filter(|_| peer.sync_started) else {
            return false;
        };
        let wall_secs = turn.now.wall_secs();
        let best_time = turn.view.best_header().header.time;
        if best_time > wall_secs.saturating_sub(HEADERS_RECENT_SECS) {
            // Near the present: never again.
            peer.headers_timeout_ms = None;
            return false;
        }
        if turn.now.mono_ms <= timeout_ms || started != 1 || preferred == 0 {
            return false;
        }
        if peer.permissions.noban {
            // Somebody else gets a turn; this one may stay.
            turn.note(
                id,
                format!("Timeout downloading headers from noban peer, not disconnecting peer={id}"),
            );
            peer.sync_started = false;
            peer.headers_timeout_ms = None;
            peer.getheaders_ms = None;
            turn.all = true;
            return false;
        }
        self.disconnect(turn, id, DisconnectReason::HeadersTimeout);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(n: u128) -> ChainWork {
        let mut bytes = [0; 32];
        bytes[16..].copy_from_slice(&n.to_be_bytes());
        ChainWork::from_be_bytes(bytes)
    }

    #[test]
    fn work_is_added_and_taken_away_without_wrapping() {
        let most = ChainWork::from_be_bytes([0xff; 32]);
        assert_eq!(add_work(work(u128::from(u64::MAX)), work(1)), work(1 << 64));
        assert_eq!(add_work(most, work(1)), most);
        assert_eq!(sub_work(work(1 << 64), work(1)), work(u128::from(u64::MAX)));
        assert_eq!(sub_work(work(1), work(2)), work(0));
    }
}
