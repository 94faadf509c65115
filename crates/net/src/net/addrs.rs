//! Addresses between peers: taken in at a bounded rate, passed on to few, given out sparingly.
//!
//! Does not know where they stand in the tables: that is [`crate::addresses`].

use super::{DisconnectReason, Net, Turn};
use crate::endpoint::Services;
use crate::limits::{
    ADDR_RELAY_AGE_SECS, ADDR_RELAY_PEERS, ADDR_TOKEN_MS, ADDRESS_BROADCAST_INTERVAL_MS,
    ADDRESS_TIME_PENALTY_SECS, GETADDR_CACHE_MS, LOCAL_ADDRESS_BROADCAST_INTERVAL_MS,
    MAX_ADDR_TO_RELAY, MAX_ADDR_TO_SEND, MAX_ADDR_TOKENS, MAX_GETADDR_CACHES, MAX_PCT_ADDR_TO_SEND,
};
use crate::message::{AddressEntry, Message};
use crate::peer::{ConnectionKind, Peer, PeerId};
use crate::rng::Rng;

/// Whether a peer can be told of an address.
fn takes(peer: &Peer, entry: &AddressEntry) -> bool {
    peer.addrs.enabled && (peer.wants_addrv2 || entry.endpoint.address.to_v1().is_some())
}

/// Puts an address among those to be sent to a peer, if it is of use there.
fn push(rng: &mut Rng, peer: &mut Peer, entry: AddressEntry) {
    if !takes(peer, &entry) || peer.addrs.known.contains(&entry.endpoint) {
        return;
    }
    if peer.addrs.to_send.len() >= MAX_ADDR_TO_SEND {
        let place = rng.index(peer.addrs.to_send.len());
        peer.addrs.to_send[place] = entry;
    } else {
        peer.addrs.to_send.push(entry);
    }
}

impl Net {
    /// Takes part in address relay with a peer, if one does with its kind (`SetupAddressRelay`).
    pub(super) fn enable_addr_relay(&mut self, id: PeerId) -> bool {
        let Some(peer) = self.peers.get_mut(&id) else { return false };
        if matches!(peer.kind, ConnectionKind::BlockRelayOnly | ConnectionKind::Feeler) {
            return false;
        }
        peer.addrs.enabled = true;
        true
    }

    pub(super) fn on_addr(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        mut entries: Vec<AddressEntry>,
    ) {
        if !self.enable_addr_relay(id) {
            return;
        }
        let now_secs = turn.now.wall_secs();
        self.rng.shuffle(&mut entries);
        let Some(peer) = self.peers.get_mut(&id) else { return };
        peer.addrs.refill(turn.now.mono_ms);
        let (unbounded, kind) = (peer.permissions.addr, peer.kind);
        let source = peer.endpoint.address;
        // An answer to `getaddr` is not news.
        let passes_on = !peer.addrs.asked && entries.len() <= MAX_ADDR_TO_RELAY;
        let (processed, limited) = (peer.addrs.processed, peer.addrs.rate_limited);
        let mut added = 0_usize;
        for mut entry in entries.iter().copied() {
            let Some(peer) = self.peers.get_mut(&id) else { return };
            if !peer.addrs.spend() && !unbounded {
                peer.addrs.rate_limited += 1;
                continue;
            }
            let services = entry.services;
            if !services.has(Services::NETWORK) && !services.has(Services::NETWORK_LIMITED) {
                continue;
            }
            let absurd = entry.time <= 100_000_000
                || entry.time > now_secs.saturating_add(ADDR_RELAY_AGE_SECS);
            if absurd {
                entry.time = now_secs.saturating_sub(5 * 24 * 60 * 60);
            }
            peer.addrs.known.insert(entry.endpoint);
            let address = entry.endpoint.address;
            let wall_secs = turn.now.wall_ms / 1000;
            if self.bans.is_banned(&address, wall_secs)
                || self.bans.is_discouraged(&address, wall_secs)
            {
                continue;
            }
            peer.addrs.processed += 1;
            let fresh = entry.time > now_secs.saturating_sub(ADDR_RELAY_AGE_SECS);
            if fresh && passes_on && address.is_routable() {
                self.pass_on(wall_secs, id, entry);
            }
            if !address.is_reachable() {
                continue;
            }
            let penalty = ADDRESS_TIME_PENALTY_SECS;
            if self.addresses.add(now_secs, entry, source, penalty, self.rng.u64()) {
                added += 1;
                turn.note(id, format!("Added {} to new", entry.endpoint));
            }
        }
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let processed = peer.addrs.processed - processed;
        let limited = peer.addrs.rate_limited - limited;
        let of = entries.len();
        turn.note(
            id,
            format!(
                "Received addr: {of} addresses ({processed} processed, {limited} rate-limited) from \
                 peer={id}"
            ),
        );
        if added > 0 {
            let (new, tried) = self.addresses.counts();
            turn.note(
                id,
                format!(
                    "Added {added} addresses (of {of}) from {source}: {tried} tried, {new} new"
                ),
            );
        }
        if entries.len() < MAX_ADDR_TO_SEND {
            peer.addrs.asked = false;
        }
        // One address is the peer's own.
        if kind == ConnectionKind::AddrFetch && entries.len() > 1 {
            self.disconnect(turn, id, DisconnectReason::Completed(kind));
        }
    }

    /// Passes an address on to a few peers, the same ones for a day: who tells of an address again
    /// and again reaches no more of them (`RelayAddress`).
    fn pass_on(&mut self, wall_secs: u64, from: PeerId, entry: AddressEntry) {
        let rank = |id: PeerId| self.addresses.relay_rank(&entry.endpoint, wall_secs, id.0);
        let mut others: Vec<PeerId> = self
            .peers
            .iter()
            .filter(|(id, peer)| **id != from && takes(peer, &entry))
            .map(|(id, _)| *id)
            .collect();
        others.sort_by_cached_key(|id| rank(*id));
        // "Unreachable addresses are relayed randomly to 1 or 2 peers."
        let both = entry.endpoint.address.is_reachable() || rank(from) & 1 == 1;
        for id in others.into_iter().take(if both { ADDR_RELAY_PEERS } else { 1 }) {
            if let Some(peer) = self.peers.get_mut(&id) {
                push(&mut self.rng, peer, entry);
            }
        }
    }

    /// Answered once, and to inbound peers only, against fingerprinting. The answer is the same for
    /// a day and for all that come by the same way, so that asking often does not give all addresses
    /// away, and two of our addresses do not give the same.
    pub(super) fn on_getaddr(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if !peer.is_inbound() {
            let kind = peer.kind.name();
            return turn
                .note(id, format!("Ignoring \"getaddr\" from {kind} connection. peer={id}"));
        }
        peer.addrs.enabled = true;
        if core::mem::replace(&mut peer.addrs.answered, true) {
            return turn.note(id, format!("Ignoring repeated \"getaddr\". peer={id}"));
        }
        peer.addrs.to_send.clear();
        let bind = peer.bind;
        let cached = self.getaddr_cache.get(&bind).filter(|(until, _)| *until > now_ms);
        let entries = if let Some((_, entries)) = cached.filter(|_| !peer.permissions.addr) {
            entries.clone()
        } else {
            let (most, percent) = (MAX_ADDR_TO_SEND, MAX_PCT_ADDR_TO_SEND);
            let now_secs = turn.now.wall_secs();
            let entries = self.addresses.sample_with(now_secs, most, percent, &mut self.rng);
            if !peer.permissions.addr && !entries.is_empty() {
                let for_ms = GETADDR_CACHE_MS - self.rng.below(GETADDR_CACHE_MS / 4);
                if self.getaddr_cache.len() >= MAX_GETADDR_CACHES {
                    self.getaddr_cache.pop_first();
                }
                self.getaddr_cache.insert(bind, (now_ms + for_ms, entries.clone()));
            }
            entries
        };
        let wall_secs = turn.now.wall_ms / 1000;
        for entry in entries {
            let address = &entry.endpoint.address;
            let unwelcome = self.bans.is_banned(address, wall_secs)
                || self.bans.is_discouraged(address, wall_secs);
            if !unwelcome {
                push(&mut self.rng, peer, entry);
            }
        }
    }

    pub(super) fn maybe_send_addrs(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if !peer.addrs.enabled {
            return;
        }
        if now_ms >= peer.addrs.next_local_ms && !turn.view.is_initial_download() {
            let first = peer.addrs.next_local_ms == 0;
            if !first {
                peer.addrs.known.clear();
            }
            let own = self.config.own.get(self.rng.index(self.config.own.len())).copied();
            if let Some(endpoint) = own {
                turn.note(id, format!("Advertising address {endpoint} to peer={id}"));
                let (time, services) = (turn.now.wall_secs(), self.config.services);
                push(&mut self.rng, peer, AddressEntry { time, services, endpoint });
            }
            let mean_ms = LOCAL_ADDRESS_BROADCAST_INTERVAL_MS;
            peer.addrs.next_local_ms = now_ms + 1 + self.rng.exponential_ms(mean_ms);
        }
        if now_ms < peer.addrs.next_send_ms {
            return;
        }
        let mean_ms = ADDRESS_BROADCAST_INTERVAL_MS;
        peer.addrs.next_send_ms = now_ms + 1 + self.rng.exponential_ms(mean_ms);
        let mut entries = core::mem::take(&mut peer.addrs.to_send);
        entries.retain(|entry| !peer.addrs.known.contains(&entry.endpoint));
        if entries.is_empty() {
            return;
        }
        for entry in &entries {
            peer.addrs.known.insert(entry.endpoint);
        }
        let message =
            if peer.wants_addrv2 { Message::AddrV2(entries) } else { Message::Addr(entries) };
        turn.send(id, message);
    }
}

impl crate::peer::AddrRelay {
    /// Time earns addresses, up to a bound; what an answer to `getaddr` was given stays on top.
    fn refill(&mut self, now_ms: u64) {
        let most = MAX_ADDR_TOKENS * ADDR_TOKEN_MS;
        if self.tokens_ms < most {
            let passed_ms = now_ms.saturating_sub(self.tokens_at_ms);
            self.tokens_ms = self.tokens_ms.saturating_add(passed_ms).min(most);
        }
        self.tokens_at_ms = now_ms;
    }

    fn spend(&mut self) -> bool {
        let enough = self.tokens_ms >= ADDR_TOKEN_MS;
        if enough {
            self.tokens_ms -= ADDR_TOKEN_MS;
        }
        enough
    }
}
