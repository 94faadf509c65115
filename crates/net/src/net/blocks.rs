//! Blocks: who has which, whom to ask, who holds up the rest; and telling others of ours.
//!
//! Does not know what is in a block.

use quarry_primitives::{Block, BlockHash};

use super::{Action, BlockFault, BlockVerdict, DisconnectReason, Misbehaviour, Net, Turn};
use crate::limits::{
    BLOCK_DOWNLOAD_STRIDE, BLOCK_DOWNLOAD_TIMEOUT_BASE_HALVES,
    BLOCK_DOWNLOAD_TIMEOUT_PER_PEER_HALVES, BLOCK_DOWNLOAD_WINDOW, BLOCK_STALLING_TIMEOUT_MAX_MS,
    BLOCK_STALLING_TIMEOUT_MS, MAX_BLOCKS_IN_TRANSIT_PER_PEER, MAX_BLOCKS_TO_ANNOUNCE,
    MAX_INV_SIZE, NODE_NETWORK_LIMITED_MIN_BLOCKS,
};
use crate::message::{InvKind, Inventory, Message};
use crate::peer::{ConnectionKind, Peer, PeerId};
use crate::view::{BlockView, ChainViewExt};
use quarry_primitives::Hash;

/// What a peer may be asked for, and who is in the way if it is nothing.
#[derive(Default)]
struct Wanted {
    blocks: Vec<BlockHash>,
    staller: Option<PeerId>,
}

impl Net {
    /// Whether to sync from a peer: one that we chose, or any if there is none.
    pub(super) fn may_sync_from(&self, id: PeerId) -> bool {
        let Some(peer) = self.peers.get(&id) else { return false };
        if peer.preferred_download {
            return true;
        }
        let none_preferred = !self.peers.values().any(|it| it.preferred_download);
        let fetches = peer.serves_blocks() && peer.kind != ConnectionKind::AddrFetch;
        fetches && (none_preferred || self.in_flight.is_empty())
    }

    /// A peer has a block, known to us or not (`UpdateBlockAvailability`).
    pub(super) fn update_availability(&mut self, turn: &Turn<'_>, id: PeerId, hash: BlockHash) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        Self::resolve_unknown(turn, peer);
        match turn.view.block(&hash) {
            Some(block) => Self::raise_best_known(turn, peer, &block),
            None => peer.last_unknown = Some(hash),
        }
    }

    /// A block that was unknown may have become known (`ProcessBlockAvailability`).
    fn resolve_unknown(turn: &Turn<'_>, peer: &mut Peer) {
        if let Some(block) = peer.last_unknown.and_then(|hash| turn.view.block(&hash)) {
            Self::raise_best_known(turn, peer, &block);
            peer.last_unknown = None;
        }
    }

    fn raise_best_known(turn: &Turn<'_>, peer: &mut Peer, block: &BlockView) {
        let best = peer.best_known.and_then(|hash| turn.view.block(&hash));
        if best.is_none_or(|best| block.work >= best.work) {
            peer.best_known = Some(block.hash);
        }
    }

    fn has_block(&self, block: &BlockView) -> bool {
        block.have_block || self.judging.contains(&block.hash)
    }

    /// Asks a peer for blocks, as many as it may be asked for.
    pub(super) fn request_blocks(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let may_sync = self.may_sync_from(id);
        let Some(peer) = self.peers.get_mut(&id) else { return };
        Self::resolve_unknown(turn, peer);
        let free = MAX_BLOCKS_IN_TRANSIT_PER_PEER.saturating_sub(peer.in_flight.len());
        let fits = may_sync && !peer.is_limited() || !turn.view.is_initial_download();
        if free == 0 || !fits || !peer.serves_blocks() {
            return;
        }
        let idle = peer.in_flight.is_empty();
        let wanted = self.find_blocks(turn, id, free);
        let nothing = wanted.blocks.is_empty();
        self.ask_blocks(turn, id, &wanted.blocks);
        if idle
            && nothing
            && let Some(staller) = wanted.staller
            && let Some(peer) = self.peers.get_mut(&staller)
            && peer.stalling_since_ms.is_none()
        {
            peer.stalling_since_ms = Some(turn.now.mono_ms);
            turn.note(staller, format!("Stall started peer={staller}"));
        }
    }

    fn ask_blocks(&mut self, turn: &mut Turn<'_>, id: PeerId, blocks: &[BlockHash]) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if blocks.is_empty() {
            return;
        }
        if peer.in_flight.is_empty() {
            peer.downloading_since_ms = turn.now.mono_ms;
        }
        let witness = peer.serves_witnesses();
        let list = blocks.iter().map(|hash| Inventory::block(*hash, witness)).collect();
        for hash in blocks {
            peer.in_flight.push_back(*hash);
            self.in_flight.insert(*hash, id);
        }
        turn.send(id, Message::GetData(list));
    }

    /// The next blocks on the way to the best one that the peer has (`FindNextBlocksToDownload`).
    fn find_blocks(&mut self, turn: &Turn<'_>, id: PeerId, count: usize) -> Wanted {
        let nothing = Wanted::default();
        let view = turn.view;
        let Some(peer) = self.peers.get(&id) else { return nothing };
        let Some(best) = peer.best_known.and_then(|hash| view.block(&hash)) else {
            return nothing;
        };
        let tip = view.tip();
        if best.work < tip.work || best.work < self.config.min_chain_work {
            return nothing;
        }
        if view.is_active(&best) {
            // Most peers, most of the time.
            if let Some(peer) = self.peers.get_mut(&id) {
                peer.last_common = Some(best.hash);
            }
            return nothing;
        }
        let fork_height = view.common_height(&best, &tip);
        let last = peer.last_common.and_then(|hash| view.block(&hash)).filter(|last| {
            last.height >= fork_height
                && last.height <= best.height
                && view.ancestor(&best.hash, last.height) == Some(last.hash)
        });
        let fork = || view.ancestor(&best.hash, fork_height).and_then(|hash| view.block(&hash));
        let Some(mut common) = last.or_else(fork) else { return nothing };
        let wanted = self.walk_branch(turn, id, count, &best, &mut common);
        if let Some(peer) = self.peers.get_mut(&id) {
            peer.last_common = Some(common.hash);
        }
        wanted
    }

    /// Walks up a branch from the last block in common, which moves up over what is here.
    fn walk_branch(
        &self,
        turn: &Turn<'_>,
        id: PeerId,
        count: usize,
        best: &BlockView,
        common: &mut BlockView,
    ) -> Wanted {
        let mut wanted = Wanted::default();
        let Some(peer) = self.peers.get(&id) else { return wanted };
        let (limited, witness) = (peer.is_limited(), peer.serves_witnesses());
        let window_end = common.height.saturating_add(BLOCK_DOWNLOAD_WINDOW);
        let most = best.height.min(window_end.saturating_add(1));
        let (mut from, mut linked, mut waiting_for) = (common.height, true, None);
        while from < most {
            let to = most.min(from.saturating_add(BLOCK_DOWNLOAD_STRIDE));
            for block in Self::stretch(turn, best, from, to) {
                if block.invalid || !witness {
                    return wanted;
                }
                if self.has_block(&block) {
                    // Only what is stored counts as linked: what is being judged may still fail.
                    linked &= block.have_block;
                    if linked {
                        *common = block;
                    }
                    continue;
                }
                linked = false;
                if let Some(asked) = self.in_flight.get(&block.hash) {
                    waiting_for.get_or_insert(*asked);
                    continue;
                }
                if block.height > window_end {
                    // "We aren't able to fetch anything, but we would be if the download window was
                    // one larger."
                    if wanted.blocks.is_empty() && waiting_for != Some(id) {
                        wanted.staller = waiting_for;
                    }
                    return wanted;
                }
                let depth = best.height - block.height;
                if limited && depth >= NODE_NETWORK_LIMITED_MIN_BLOCKS - 2 {
                    continue;
                }
                wanted.blocks.push(block.hash);
                if wanted.blocks.len() == count {
                    return wanted;
                }
            }
            from = to;
        }
        wanted
    }

    /// The blocks of a branch above one height, up to another, lowest first.
    fn stretch(turn: &Turn<'_>, best: &BlockView, from: u32, to: u32) -> Vec<BlockView> {
        let mut blocks = Vec::new();
        let mut next = turn.view.ancestor(&best.hash, to).and_then(|hash| turn.view.block(&hash));
        while let Some(block) = next.filter(|block| block.height > from) {
            next = turn.view.block(&block.header.prev_blockhash);
            blocks.push(block);
        }
        blocks.reverse();
        blocks
    }

    /// Near the tip, new headers' blocks are asked for at once, from whom they came
    /// (`HeadersDirectFetchBlocks`).
    pub(super) fn fetch_directly(&mut self, turn: &mut Turn<'_>, id: PeerId, last: &BlockView) {
        let tip = turn.view.tip();
        let near_secs = self.config.block_spacing_secs.saturating_mul(20);
        let near = tip.header.time > turn.now.wall_secs().saturating_sub(near_secs);
        let Some(peer) = self.peers.get(&id) else { return };
        if !near || last.invalid || tip.work > last.work || !peer.serves_witnesses() {
            return;
        }
        let mut wanted = Vec::new();
        let mut walk = *last;
        while !turn.view.is_active(&walk) {
            if wanted.len() > MAX_BLOCKS_IN_TRANSIT_PER_PEER {
                return; // a large reorganisation: left to the parallel download
            }
            if !self.has_block(&walk) && !self.in_flight.contains_key(&walk.hash) {
                wanted.push(walk.hash);
            }
            let Some(parent) = turn.view.block(&walk.header.prev_blockhash) else { return };
            walk = parent;
        }
        wanted.reverse();
        wanted.truncate(MAX_BLOCKS_IN_TRANSIT_PER_PEER.saturating_sub(peer.in_flight.len()));
        self.ask_blocks(turn, id, &wanted);
    }

    /// One block from one peer, whatever was planned (`FetchBlock`).
    pub(super) fn fetch_for_person(&mut self, turn: &mut Turn<'_>, id: PeerId, block: BlockHash) {
        if let Some(other) = self.in_flight.remove(&block)
            && let Some(peer) = self.peers.get_mut(&other)
        {
            peer.in_flight.retain(|hash| *hash != block);
        }
        self.ask_blocks(turn, id, &[block]);
    }

    pub(super) fn on_block(&mut self, turn: &mut Turn<'_>, id: PeerId, block: Box<Block>) {
        let hash = block.block_hash();
        let parent_known = turn.view.block(&block.header.prev_blockhash).is_some();
        let requested = self.in_flight.contains_key(&hash);
        self.clear_request(turn, hash, id);
        if parent_known && turn.view.is_mutated(&block) {
            turn.note(id, format!("Received mutated block from peer={id}"));
            return self.misbehaving(turn, id, Misbehaviour::MutatedBlock);
        }
        let Some(peer) = self.peers.get_mut(&id) else { return };
        peer.last_block_ms = turn.now.mono_ms;
        self.remember_source(hash, id);
        self.judging.insert(hash);
        let enough_work = self.shows_enough_work(turn, &block.header);
        turn.out.push(Action::SubmitBlock { peer: id, block, requested, enough_work });
    }

    /// A block came from a peer: it is no longer waited for, if it was asked of that peer.
    fn clear_request(&mut self, turn: &Turn<'_>, hash: BlockHash, id: PeerId) {
        if self.in_flight.get(&hash) != Some(&id) {
            return;
        }
        self.in_flight.remove(&hash);
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if peer.in_flight.front() == Some(&hash) {
            // "First block on the queue was received, update the start download time for the next".
            peer.downloading_since_ms = peer.downloading_since_ms.max(turn.now.mono_ms);
        }
        peer.in_flight.retain(|it| *it != hash);
        peer.stalling_since_ms = None;
    }

    pub(super) fn block_judged(
        &mut self,
        turn: &mut Turn<'_>,
        hash: BlockHash,
        verdict: BlockVerdict,
    ) {
        self.judging.remove(&hash);
        match verdict {
            BlockVerdict::Stored => {}
            BlockVerdict::Valid | BlockVerdict::Ignored => {
                self.sources.remove(&hash);
            }
            BlockVerdict::Invalid(fault) => {
                if let Some(peer) = self.sources.remove(&hash) {
                    self.punish(turn, peer, fault, Misbehaviour::InvalidBlock);
                }
            }
        }
        // It may have been asked of another peer than the one who gave it, or come from elsewhere:
        // that answer is not needed any more.
        let stored = turn.view.block(&hash).is_some_and(|block| block.have_block);
        if stored
            && let Some(asked) = self.in_flight.remove(&hash)
            && let Some(peer) = self.peers.get_mut(&asked)
        {
            peer.in_flight.retain(|it| *it != hash);
            peer.stalling_since_ms = None;
        }
    }

    /// What Core discourages for (`MaybePunishNodeForBlock`).
    pub(super) fn punish(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        fault: BlockFault,
        what: Misbehaviour,
    ) {
        let inbound = self.peers.get(&id).is_some_and(Peer::is_inbound);
        let guilty = match fault {
            BlockFault::Consensus
            | BlockFault::Mutated
            | BlockFault::InvalidHeader
            | BlockFault::InvalidParent
            | BlockFault::MissingParent => true,
            // "Discourage outbound (but not inbound) peers if on an invalid chain."
            BlockFault::CachedInvalid => !inbound,
            BlockFault::TimeFuture | BlockFault::LowWork => false,
        };
        if guilty {
            self.misbehaving(turn, id, what);
        }
    }

    /// Ends what takes too long: stalling, a block, the headers.
    pub(super) fn check_progress(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let others =
            self.peers.iter().filter(|(other, it)| **other != id && !it.in_flight.is_empty());
        let others = u64::try_from(others.count()).unwrap_or(u64::MAX);
        let Some(peer) = self.peers.get(&id) else { return };
        if peer.stalling_since_ms.is_some_and(|since| now_ms >= since + self.stalling_timeout_ms) {
            // The next ones get more time: it may be our own line that is slow.
            let longer = (self.stalling_timeout_ms * 2).min(BLOCK_STALLING_TIMEOUT_MAX_MS);
            if longer != self.stalling_timeout_ms {
                let secs = longer / 1000;
                turn.note(id, format!("Increased stalling timeout temporarily to {secs} seconds"));
            }
            self.stalling_timeout_ms = longer;
            return self.disconnect(turn, id, DisconnectReason::Stalling);
        }
        if let Some(first) = peer.in_flight.front().copied()
            && now_ms > peer.downloading_since_ms + self.block_timeout_ms(others)
        {
            return self.disconnect(turn, id, DisconnectReason::BlockTimeout(first));
        }
        self.check_headers_timeout(turn, id);
    }

    pub(super) fn block_timeout_ms(&self, others: u64) -> u64 {
        let halves = BLOCK_DOWNLOAD_TIMEOUT_BASE_HALVES
            .saturating_add(BLOCK_DOWNLOAD_TIMEOUT_PER_PEER_HALVES.saturating_mul(others));
        u64::from(self.config.block_spacing_secs).saturating_mul(500).saturating_mul(halves)
    }

    /// The tip moved: what is new is told to all, and the time for stalling goes back down.
    pub(super) fn tip_changed(&mut self, turn: &mut Turn<'_>, old: BlockHash) {
        self.rejects.clear();
        self.reconsiderable.clear();
        let tip = turn.view.tip();
        let fork_height =
            turn.view.block(&old).map_or(0, |old| turn.view.common_height(&old, &tip));
        self.relax_stalling_timeout(turn, tip.height.saturating_sub(fork_height));
        if turn.view.is_initial_download() {
            return;
        }
        let mut hashes = Vec::new();
        let mut walk = Some(tip);
        while let Some(block) = walk.filter(|block| block.height > fork_height) {
            hashes.push(block.hash);
            if hashes.len() == MAX_BLOCKS_TO_ANNOUNCE {
                break;
            }
            walk = turn.view.block(&block.header.prev_blockhash);
        }
        hashes.reverse();
        for peer in self.peers.values_mut() {
            peer.announce_by_headers.extend(&hashes);
            // One more than can be told by headers is enough to know that they are too many.
            let excess = peer.announce_by_headers.len().saturating_sub(MAX_BLOCKS_TO_ANNOUNCE + 1);
            peer.announce_by_headers.drain(..excess);
        }
    }

    /// "In case the dynamic timeout was doubled once or more, reduce it slowly back", by each block.
    fn relax_stalling_timeout(&mut self, turn: &mut Turn<'_>, blocks: u32) {
        for _ in 0..blocks {
            if self.stalling_timeout_ms == BLOCK_STALLING_TIMEOUT_MS {
                return;
            }
            let secs = self.stalling_timeout_ms * 85 / 100 / 1000;
            self.stalling_timeout_ms = (secs * 1000).max(BLOCK_STALLING_TIMEOUT_MS);
            let secs = self.stalling_timeout_ms / 1000;
            turn.note_all(format!("Decreased stalling timeout to {secs} seconds"));
        }
    }

    /// Whether a peer has a header, as far as it has said or been told.
    fn peer_has(turn: &Turn<'_>, peer: &Peer, block: &BlockView) -> bool {
        let on_branch = |hash: BlockHash| {
            turn.view.block(&hash).is_some_and(|best| {
                best.height >= block.height
                    && turn.view.ancestor(&hash, block.height) == Some(block.hash)
            })
        };
        [peer.best_known, peer.best_header_sent].into_iter().flatten().any(on_branch)
    }

    /// Tells a peer of new blocks: by headers if it asked so and they connect to what it has, by
    /// `inv` otherwise (BIP 130).
    pub(super) fn announce_blocks(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        Self::resolve_unknown(turn, peer);
        let hashes = core::mem::take(&mut peer.announce_by_headers);
        if let Some(last) = hashes.last().and_then(|hash| turn.view.block(hash)) {
            match Self::announced_headers(turn, peer, &hashes) {
                Some(headers) if headers.is_empty() => {}
                Some(headers) => {
                    peer.best_header_sent = Some(last.hash);
                    turn.send(id, Message::Headers(headers));
                }
                None if !Self::peer_has(turn, peer, &last) => {
                    peer.announce_by_inv.push(last.hash);
                }
                None => {}
            }
        }
        let Some(peer) = self.peers.get_mut(&id) else { return };
        for chunk in core::mem::take(&mut peer.announce_by_inv).chunks(MAX_INV_SIZE) {
            let block =
                |hash: &BlockHash| Inventory { kind: InvKind::Block, hash: hash.to_byte_array() };
            turn.send(id, Message::Inv(chunk.iter().map(block).collect()));
        }
    }

    /// The headers that a peer does not have yet; `None` if they must be told by `inv`.
    fn announced_headers(
        turn: &Turn<'_>,
        peer: &Peer,
        hashes: &[BlockHash],
    ) -> Option<Vec<quarry_primitives::Header>> {
        if !peer.prefers_headers || hashes.len() > MAX_BLOCKS_TO_ANNOUNCE {
            return None;
        }
        let mut headers = Vec::new();
        let mut before: Option<BlockHash> = None;
        for hash in hashes {
            let block = turn.view.block(hash).filter(|block| turn.view.is_active(block))?;
            if before.is_some_and(|before| before != block.header.prev_blockhash) {
                return None;
            }
            before = Some(block.hash);
            if headers.is_empty() {
                if Self::peer_has(turn, peer, &block) {
                    continue;
                }
                let parent = turn.view.block(&block.header.prev_blockhash);
                if !parent.is_none_or(|parent| Self::peer_has(turn, peer, &parent)) {
                    return None;
                }
            }
            headers.push(block.header);
        }
        Some(headers)
    }
}
