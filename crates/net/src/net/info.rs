//! What can be told about peers: the fields of Core's `getpeerinfo`.
//!
//! A copy: nothing here changes a peer.

use std::sync::Arc;

use quarry_primitives::{BlockHash, Now, Transaction};

use super::Net;
use crate::endpoint::{Endpoint, Services};
use crate::peer::{ConnectionKind, Peer, PeerId, Permissions};
use crate::traffic::Traffic;

/// A peer, as a person is shown it.
#[derive(Clone, Debug)]
pub struct PeerInfo {
    /// Its name.
    pub id: PeerId,
    /// The other side.
    pub endpoint: Endpoint,
    /// Where it thinks we are (`addrlocal`).
    pub local: Option<Endpoint>,
    /// Why there is a connection.
    pub kind: ConnectionKind,
    /// What it is allowed.
    pub permissions: Permissions,
    /// Since when, in seconds since 1970.
    pub connected_secs: u64,
    /// Whether the handshake is over.
    pub ready: bool,
    /// What it offers.
    pub services: Services,
    /// Its protocol version; 0 before it said.
    pub version: i32,
    /// What it is.
    pub user_agent: String,
    /// Its height when it came.
    pub start_height: i32,
    /// Its clock less ours, in seconds.
    pub time_offset_secs: i64,
    /// Whether it wants transactions.
    pub relays_txs: bool,
    /// The fee below which it does not, in base units per 1000 virtual bytes.
    pub fee_filter: u64,
    /// The last ping's time.
    pub ping_ms: Option<u64>,
    /// The least.
    pub min_ping_ms: Option<u64>,
    /// How long the present one is under way.
    pub ping_wait_ms: Option<u64>,
    /// The last message from it, by the monotonic clock.
    pub last_received_ms: Option<u64>,
    /// The last to it.
    pub last_sent_ms: Option<u64>,
    /// The last block from it, by the monotonic clock; 0 for none.
    pub last_block_ms: u64,
    /// The last transaction from it that was taken; 0 for none.
    pub last_tx_ms: u64,
    /// The mempool's sequence when something was last announced to it.
    pub last_inv_sequence: u64,
    /// Transactions that wait to be announced to it.
    pub inv_to_send: usize,
    /// The best header that it has, of those that we know.
    pub best_known: Option<BlockHash>,
    /// The last block in common, as far as it is known.
    pub last_common: Option<BlockHash>,
    /// Blocks asked of it.
    pub in_flight: Vec<BlockHash>,
    /// The height of headers under proof of work; `None` if there are none.
    pub presynced_height: Option<u32>,
    /// Whether addresses are relayed with it.
    pub addr_relay_enabled: bool,
    /// Addresses taken from it.
    pub addr_processed: u64,
    /// Addresses above its rate.
    pub addr_rate_limited: u64,
    /// Requests for transactions under way to it.
    pub txs_in_flight: usize,
    /// Bytes from it.
    pub received: Traffic,
    /// Bytes to it.
    pub sent: Traffic,
}

impl Net {
    /// All peers, in the order of their names.
    pub fn peers(&self, now: Now) -> impl Iterator<Item = PeerInfo> + '_ {
        self.peers.iter().map(move |(id, peer)| self.info(now, *id, peer))
    }

    /// One peer.
    #[must_use]
    pub fn peer(&self, now: Now, id: PeerId) -> Option<PeerInfo> {
        self.peers.get(&id).map(|peer| self.info(now, id, peer))
    }

    /// How many there are: inbound and outbound.
    #[must_use]
    pub fn connection_counts(&self) -> (usize, usize) {
        let inbound = self.peers.values().filter(|peer| peer.is_inbound()).count();
        (inbound, self.peers.len() - inbound)
    }

    /// Blocks that are being waited for, of all peers.
    #[must_use]
    pub fn blocks_in_flight(&self) -> usize {
        self.in_flight.len()
    }

    /// Whether a block is being waited for from this peer.
    #[must_use]
    pub fn is_requested_from(&self, block: &BlockHash, peer: PeerId) -> bool {
        self.in_flight.get(block) == Some(&peer)
    }

    /// Announcements of transactions that are kept, of all peers.
    #[must_use]
    pub fn tx_announcements(&self) -> usize {
        self.requests.len()
    }

    /// Transactions that wait for their parents.
    #[must_use]
    pub fn orphans(&self) -> usize {
        self.orphans.len()
    }

    /// They themselves, each with who has told of it.
    pub fn orphan_txs(
        &self,
    ) -> impl Iterator<Item = (&Arc<Transaction>, impl Iterator<Item = PeerId>)> {
        self.orphans.iter()
    }

    fn info(&self, now: Now, id: PeerId, peer: &Peer) -> PeerInfo {
        let greeting = peer.greeting.as_ref();
        let waiting = peer.ping.nonce.and(peer.ping.started_ms);
        PeerInfo {
            id,
            endpoint: peer.endpoint,
            local: greeting.and_then(|it| it.local),
            kind: peer.kind,
            permissions: peer.permissions,
            connected_secs: peer.connected_secs,
            ready: peer.ready,
            services: peer.services(),
            version: greeting.map_or(0, |it| it.version),
            user_agent: greeting.map(|it| it.user_agent.clone()).unwrap_or_default(),
            start_height: greeting.map_or(-1, |it| it.start_height),
            time_offset_secs: greeting.map_or(0, |it| it.time_offset_secs),
            relays_txs: peer.txs.as_ref().is_some_and(|txs| txs.wanted),
            fee_filter: peer.txs.as_ref().map_or(0, |txs| txs.fee_filter),
            ping_ms: peer.ping.last_ms,
            min_ping_ms: peer.ping.least_ms,
            ping_wait_ms: waiting.map(|at| now.mono_ms.saturating_sub(at)),
            last_received_ms: peer.last_received_ms,
            last_sent_ms: peer.last_sent_ms,
            last_block_ms: peer.last_block_ms,
            last_tx_ms: peer.last_tx_ms,
            last_inv_sequence: peer.txs.as_ref().map_or(0, |txs| txs.last_sequence),
            inv_to_send: peer.txs.as_ref().map_or(0, |txs| txs.to_send.len()),
            best_known: peer.best_known,
            last_common: peer.last_common,
            in_flight: peer.in_flight.iter().copied().collect(),
            presynced_height: peer.presync.as_ref().map(|it| it.height),
            addr_relay_enabled: peer.addrs.enabled,
            addr_processed: peer.addrs.processed,
            addr_rate_limited: peer.addrs.rate_limited,
            txs_in_flight: self.requests.in_flight(id),
            received: peer.received.clone(),
            sent: peer.sent.clone(),
        }
    }
}
