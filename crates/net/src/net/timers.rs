//! Pings, silence, and when to look again.
//!
//! All time here is the monotonic clock's. Does not know headers or blocks beyond their deadlines.

use quarry_primitives::Now;

use super::{DisconnectReason, Net, Turn};
use crate::limits::{ADDRESS_BROADCAST_INTERVAL_MS, PING_INTERVAL_MS, TIMEOUT_INTERVAL_MS};
use crate::message::Message;
use crate::peer::{ConnectionKind, Peer, PeerId};

/// The longest wait while there are peers: whatever has no deadline of its own is looked at then.
const LONGEST_WAIT_MS: u64 = 1_000;
/// The same without peers.
const IDLE_WAIT_MS: u64 = 60_000;

impl Net {
    /// Ends connections that do not come to be, or have gone silent (`InactivityCheck`).
    pub(super) fn check_inactivity(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let Some(peer) = self.peers.get(&id) else { return };
        let age_ms = now_ms.saturating_sub(peer.connected_ms);
        if age_ms < self.config.peer_timeout_ms {
            return;
        }
        let since = |at: Option<u64>| now_ms.saturating_sub(at.unwrap_or(peer.connected_ms));
        let silence_ms = since(peer.last_received_ms);
        let (received, sent) = (peer.last_received_ms.is_some(), peer.last_sent_ms.is_some());
        let reason = if !received || !sent {
            let secs = self.config.peer_timeout_ms / 1000;
            DisconnectReason::NoMessage { secs, received, sent }
        } else if silence_ms > TIMEOUT_INTERVAL_MS {
            DisconnectReason::Silent { secs: silence_ms / 1000 }
        } else if !peer.ready {
            DisconnectReason::HandshakeTimeout
        } else {
            return;
        };
        self.disconnect(turn, id, reason);
    }

    /// A peer that was asked for addresses only and has not told any in time.
    pub(super) fn check_addr_fetch(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let Some(peer) = self.peers.get(&id) else { return };
        let age_ms = turn.now.mono_ms.saturating_sub(peer.connected_ms);
        if peer.kind == ConnectionKind::AddrFetch && age_ms > 10 * ADDRESS_BROADCAST_INTERVAL_MS {
            self.disconnect(turn, id, DisconnectReason::AddrFetchTimeout);
        }
    }

    /// One ping right after the handshake, then one every two minutes.
    pub(super) fn maybe_ping(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let now_ms = turn.now.mono_ms;
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let waited_ms = peer.ping.started_ms.map(|at| now_ms.saturating_sub(at));
        let checked = now_ms.saturating_sub(peer.connected_ms) >= self.config.peer_timeout_ms;
        if let (Some(_), Some(waited_ms)) = (peer.ping.nonce, waited_ms)
            && waited_ms > TIMEOUT_INTERVAL_MS
            && checked
        {
            let secs = waited_ms / 1000;
            return self.disconnect(turn, id, DisconnectReason::PingTimeout { secs });
        }
        let due = waited_ms.is_none_or(|waited_ms| waited_ms > PING_INTERVAL_MS);
        if peer.ping.queued || peer.ping.nonce.is_none() && due {
            let nonce = self.rng.u64().max(1);
            peer.ping.queued = false;
            peer.ping.nonce = Some(nonce);
            peer.ping.started_ms = Some(now_ms);
            turn.send(id, Message::Ping(nonce));
        }
    }

    pub(super) fn on_pong(&mut self, turn: &mut Turn<'_>, id: PeerId, nonce: Option<u64>) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let expected = peer.ping.nonce;
        let problem = match (nonce, expected) {
            (None, _) => "Short payload",
            (Some(_), None) => "Unsolicited pong without ping",
            (Some(nonce), Some(expected)) if nonce == expected => {
                let started = peer.ping.started_ms.unwrap_or(turn.now.mono_ms);
                let took_ms = turn.now.mono_ms.saturating_sub(started);
                peer.ping.nonce = None;
                peer.ping.last_ms = Some(took_ms);
                peer.ping.least_ms = Some(peer.ping.least_ms.map_or(took_ms, |it| it.min(took_ms)));
                return;
            }
            (Some(0), _) => "Nonce zero",
            (Some(_), Some(_)) => "Nonce mismatch",
        };
        if matches!(problem, "Short payload" | "Nonce zero") {
            // "This is most likely a bug in another implementation somewhere; cancel this ping".
            peer.ping.nonce = None;
        }
        let (wanted, got) = (expected.unwrap_or(0), nonce.unwrap_or(0));
        let bytes = if nonce.is_some() { 8 } else { 0 };
        turn.note(
            id,
            format!(
                "pong peer={id}: {problem}, {wanted:x} expected, {got:x} received, {bytes} bytes"
            ),
        );
    }

    /// When something is due next.
    pub(super) fn next_wake_ms(&self, now: Now) -> u64 {
        let now_ms = now.mono_ms;
        let longest = if self.peers.is_empty() { IDLE_WAIT_MS } else { LONGEST_WAIT_MS };
        let mut next = now_ms + longest;
        let mut consider = |at: Option<u64>| {
            // What is overdue waits for something else to happen first.
            if let Some(at) = at.filter(|at| *at > now_ms) {
                next = next.min(at);
            }
        };
        consider(self.requests.next_ms());
        consider(self.next_connection_ms());
        for peer in self.peers.values() {
            consider(self.stalled_until_ms(peer));
            consider(
                peer.txs.as_ref().filter(|it| !it.to_send.is_empty()).map(|it| it.next_send_ms),
            );
            consider((!peer.addrs.to_send.is_empty()).then_some(peer.addrs.next_send_ms));
            consider(Some(peer.connected_ms + self.config.peer_timeout_ms));
        }
        next
    }

    fn stalled_until_ms(&self, peer: &Peer) -> Option<u64> {
        peer.stalling_since_ms.map(|since| since + self.stalling_timeout_ms)
    }
}
