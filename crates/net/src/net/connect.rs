//! Whom to connect to, and whom to let in.
//!
//! Does not open anything.

use std::collections::BTreeSet;

use super::{Action, DisconnectReason, Net, Turn};
use crate::endpoint::Services;
use crate::limits::{CONNECT_INTERVAL_MS, CONNECT_TRIES_MAX, FEELER_INTERVAL_MS};
use crate::peer::{ConnectionKind, Peer, PeerId};

/// Tries of an address in the last ten minutes are not repeated before so many others were looked
/// at.
const TRIES_BEFORE_RECENT: usize = 30;
/// Inbound peers that stay for each good reason.
const PROTECTED_PER_REASON: usize = 4;
/// Inbound peers that stay for their short ping.
const PROTECTED_BY_PING: usize = 8;

impl Net {
    /// Whether an inbound connection may stay. If there is no room, another may have to leave.
    pub(super) fn admit(
        &mut self,
        turn: &mut Turn<'_>,
        peer: &Peer,
    ) -> Result<(), DisconnectReason> {
        let wall_secs = turn.now.wall_ms / 1000;
        let noban = peer.permissions.noban;
        let address = &peer.endpoint.address;
        if !noban && self.bans.is_banned(address, wall_secs) {
            return Err(DisconnectReason::Banned);
        }
        if !self.network_active {
            return Err(DisconnectReason::Asked);
        }
        let outbound = self.config.outbound_full_relay + self.config.outbound_block_relay + 1;
        let room = self.config.max_peers.saturating_sub(outbound);
        let inbound = self.peers.values().filter(|it| it.is_inbound()).count();
        if !noban && inbound + 1 >= room && self.bans.is_discouraged(address, wall_secs) {
            return Err(DisconnectReason::Discouraged);
        }
        if inbound < room {
            return Ok(());
        }
        let leaving = self.eviction_candidate().ok_or(DisconnectReason::Full)?;
        self.disconnect(turn, leaving, DisconnectReason::Evicted);
        Ok(())
    }

    /// Who leaves: the youngest of the group with most connections, of those who have given no
    /// reason to stay (`SelectNodeToEvict`).
    fn eviction_candidate(&self) -> Option<PeerId> {
        let evictable = |it: &&(&PeerId, &Peer)| it.1.is_inbound() && !it.1.permissions.noban;
        let all: Vec<(&PeerId, &Peer)> = self.peers.iter().collect();
        let mut rest: Vec<(&PeerId, &Peer)> = all.iter().filter(evictable).copied().collect();
        // The best ones by each measure are taken out, each an attacker would have to beat.
        rest.sort_by_key(|(_, it)| it.ping.least_ms.unwrap_or(u64::MAX));
        rest.drain(..PROTECTED_BY_PING.min(rest.len()));
        rest.sort_by_key(|(_, it)| core::cmp::Reverse(it.last_tx_ms));
        rest.drain(..PROTECTED_PER_REASON.min(rest.len()));
        rest.sort_by_key(|(_, it)| core::cmp::Reverse(it.last_block_ms));
        rest.drain(..PROTECTED_PER_REASON.min(rest.len()));
        rest.sort_by_key(|(_, it)| it.connected_ms);
        rest.drain(..rest.len() / 2);
        let group_size = |peer: &Peer| {
            let group = peer.endpoint.address.group();
            rest.iter().filter(|(_, it)| it.endpoint.address.group() == group).count()
        };
        let worst = rest.iter().max_by_key(|(_, it)| (group_size(it), it.connected_ms));
        worst.map(|(id, _)| **id)
    }

    const fn is_connecting(&self) -> bool {
        self.network_active && self.config.opens_connections
    }

    /// Opens a connection, if one is wanting and it is time.
    pub(super) fn open_connections(&mut self, turn: &mut Turn<'_>) {
        let now_ms = turn.now.mono_ms;
        if !self.is_connecting() || now_ms < self.next_connect_ms || self.addresses.is_empty() {
            return;
        }
        let Some(kind) = self.wanted_connection(now_ms) else { return };
        self.next_connect_ms = now_ms + CONNECT_INTERVAL_MS;
        if kind == ConnectionKind::Feeler {
            self.next_feeler_ms = Some(now_ms + 1 + self.rng.exponential_ms(FEELER_INTERVAL_MS));
        }
        if let Some(endpoint) = self.choose_address(turn, kind) {
            self.addresses.attempt(turn.now.wall_secs(), &endpoint);
            self.opening.insert(endpoint, kind);
            turn.out.push(Action::Connect { endpoint, kind });
        }
    }

    fn wanted_connection(&mut self, now_ms: u64) -> Option<ConnectionKind> {
        let count = |kind: ConnectionKind| {
            self.peers.values().filter(|it| it.kind == kind).count()
                + self.opening.values().filter(|it| **it == kind).count()
        };
        if count(ConnectionKind::OutboundFullRelay) < self.config.outbound_full_relay {
            return Some(ConnectionKind::OutboundFullRelay);
        }
        if count(ConnectionKind::BlockRelayOnly) < self.config.outbound_block_relay {
            return Some(ConnectionKind::BlockRelayOnly);
        }
        let feelers = self.config.outbound_full_relay > 0 && count(ConnectionKind::Feeler) == 0;
        let next_ms = match self.next_feeler_ms {
            Some(next_ms) => next_ms,
            None => {
                let next_ms = now_ms + 1 + self.rng.exponential_ms(FEELER_INTERVAL_MS);
                self.next_feeler_ms = Some(next_ms);
                next_ms
            }
        };
        (feelers && now_ms >= next_ms).then_some(ConnectionKind::Feeler)
    }

    fn choose_address(
        &mut self,
        turn: &Turn<'_>,
        kind: ConnectionKind,
    ) -> Option<crate::endpoint::Endpoint> {
        let (now_secs, wall_secs) = (turn.now.wall_secs(), turn.now.wall_ms / 1000);
        let feeler = kind == ConnectionKind::Feeler;
        let connected: BTreeSet<_> = self
            .peers
            .values()
            .map(|peer| peer.endpoint.address)
            .chain(self.opening.keys().map(|endpoint| endpoint.address))
            .chain(self.config.own.iter().map(|endpoint| endpoint.address))
            .collect();
        // One outbound connection for each group: an attacker has many addresses, but few groups.
        let outbound = self.peers.values().filter(|peer| peer.kind.is_chosen());
        let groups: BTreeSet<_> = outbound.map(|peer| peer.endpoint.address.group()).collect();
        for tried in 0..CONNECT_TRIES_MAX {
            let known = self.addresses.select_with(now_secs, feeler, &mut self.rng)?;
            let endpoint = known.entry.endpoint;
            let services = known.entry.services;
            let recently = known.last_try_secs != 0
                && now_secs.saturating_sub(known.last_try_secs) < 600
                && tried < TRIES_BEFORE_RECENT;
            let useful = services.has(Services::WITNESS)
                && (services.has(Services::NETWORK)
                    || services.has(Services::NETWORK_LIMITED) && !turn.view.is_initial_download());
            let address = endpoint.address;
            let unwelcome = connected.contains(&address)
                || !feeler && groups.contains(&address.group())
                || self.bans.is_banned(&address, wall_secs)
                || self.bans.is_discouraged(&address, wall_secs);
            if !recently && !unwelcome && (useful || feeler) {
                return Some(endpoint);
            }
        }
        None
    }

    pub(super) fn next_connection_ms(&self) -> Option<u64> {
        let wanting = self.is_connecting() && !self.addresses.is_empty();
        wanting.then_some(self.next_connect_ms)
    }
}
