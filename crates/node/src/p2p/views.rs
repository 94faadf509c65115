//! What a person is told of the network, and what a person changes: the driver's side of RPC.
//!
//! Does not know JSON; texts of errors are Core's.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use quarry_net::codec::{Command as MessageName, frame};
use quarry_net::limits::{MAX_BLOCK_RELAY_ONLY, MAX_OUTBOUND_FULL_RELAY};
use quarry_net::{
    AddressEntry, Ban, ChainView, ConnectionKind, Endpoint, Input, KnownAddress, PeerId, PeerInfo,
    Services, Subnet, View,
};
use quarry_primitives::{BlockHash, Now};

use super::config::Proxy;
use super::dial::Target;
use super::driver::Core;
use super::files::{address_file, ban_file, save_addresses, save_bans};

/// A peer, as `getpeerinfo` shows it.
#[derive(Clone, Debug)]
pub struct PeerView {
    /// What the protocol's machine knows.
    pub info: PeerInfo,
    /// `addr`: as it was asked for, or its address.
    pub name: String,
    /// `addrbind`: our side of the connection.
    pub bind: Option<SocketAddr>,
    /// `addrlocal`: where it thinks we are.
    pub local: Option<Endpoint>,
    /// Over which network.
    pub network: &'static str,
    /// Core's names of its permissions.
    pub permissions: Vec<&'static str>,
    /// `lastsend`, in seconds since 1970; 0 for never.
    pub last_send_secs: u64,
    /// `lastrecv`.
    pub last_recv_secs: u64,
    /// `last_transaction`.
    pub last_tx_secs: u64,
    /// `last_block`.
    pub last_block_secs: u64,
    /// `bytesrecv`: all that came over its socket, whole messages or not.
    pub bytes_received: u64,
    /// `bytessent`.
    pub bytes_sent: u64,
    /// `presynced_headers`; -1 for none.
    pub presynced_headers: i64,
    /// `synced_headers`: the height of the best header in common; -1 for none.
    pub synced_headers: i64,
    /// `synced_blocks`.
    pub synced_blocks: i64,
    /// Heights of the blocks asked of it.
    pub in_flight: Vec<u32>,
}

/// The network as a whole.
#[derive(Clone, Debug)]
pub struct NetworkView {
    /// Whether it is on.
    pub active: bool,
    /// Inbound connections.
    pub inbound: usize,
    /// Outbound connections.
    pub outbound: usize,
    /// What we offer.
    pub services: Services,
    /// What we call ourselves.
    pub user_agent: String,
    /// Whether transactions are relayed.
    pub relays_txs: bool,
    /// Where others can reach us, as far as was said.
    pub own: Vec<Endpoint>,
    /// Where we listen.
    pub listening: Vec<SocketAddr>,
    /// The middle of the outbound peers' clocks less ours, in seconds.
    pub time_offset_secs: i64,
    /// Known addresses: new and tried.
    pub addresses: (usize, usize),
    /// What connections that we open go through.
    pub proxy: Option<Proxy>,
}

/// All bytes since the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// From peers.
    pub received: u64,
    /// To peers.
    pub sent: u64,
}

/// A node to stay connected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedNode {
    /// As it was named.
    pub name: String,
    /// Its address, and whether it was it that connected.
    pub connected: Option<(String, bool)>,
}

/// What is wrong with a change of the added nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddedNodeError {
    /// Core's error -23.
    #[error("Error: Node already added")]
    AlreadyAdded,
    /// Core's error -24.
    #[error("Error: Node could not be removed. It has not been added previously.")]
    NotAdded,
    /// Ours: Core has no bound.
    #[error("Error: Too many added nodes, or too long a name")]
    TooMany,
}

/// How long a ban holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BanTime {
    /// As configured.
    Usual,
    /// For so many seconds; 0 as configured.
    Secs(u64),
    /// Until a second since 1970.
    Until(u64),
}

/// What is wrong with a change of the bans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BanError {
    /// Core's error -30.
    #[error("Error: Invalid IP/Subnet")]
    Invalid,
    /// Core's error -23.
    #[error("Error: IP/Subnet already banned")]
    AlreadyBanned,
    /// Core's error -8.
    #[error("Error: Absolute timestamp is in the past")]
    Past,
    /// Core's error -30.
    #[error("Error: Unban failed. Requested address/subnet was not previously manually banned.")]
    NotBanned,
    /// Ours: Core has no bound.
    #[error("Error: Too many bans")]
    TooMany,
}

/// A ban that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedBan {
    /// Who.
    pub subnet: Subnet,
    /// From when until when.
    pub ban: Ban,
    /// How much of it is left, in seconds.
    pub remaining_secs: u64,
}

/// A moment of the monotonic clock as seconds since 1970; 0 stays 0.
fn wall_secs(now: Now, mono_ms: u64) -> u64 {
    if mono_ms == 0 {
        return 0;
    }
    now.wall_ms.saturating_sub(now.mono_ms.saturating_sub(mono_ms)) / 1000
}

fn height_of<C: ChainView + ?Sized>(view: &C, hash: Option<BlockHash>) -> i64 {
    hash.and_then(|hash| view.block(&hash)).map_or(-1, |block| i64::from(block.height))
}

/// Why a peer is not asked for a block, in Core's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchBlockError {
    /// Nobody has this id.
    #[error("Peer does not exist")]
    NoPeer,
    /// It would send a block without its witnesses.
    #[error("Pre-SegWit peer")]
    PreSegwit,
    /// It was asked.
    #[error("Already requested from this peer")]
    Already,
}

impl Core {
    pub(super) fn peer_views(&self, view: &dyn View) -> Vec<PeerView> {
        let now = self.clock.now();
        let view_of = |info: PeerInfo| {
            let link = self.links.get(&info.id)?;
            let address = info.endpoint.address;
            let heights = info.in_flight.iter().filter_map(|hash| view.block(hash));
            Some(PeerView {
                name: link.name.clone(),
                bind: link.bind,
                local: info.local,
                network: if address.is_routable() {
                    address.network_name()
                } else {
                    "not_publicly_routable"
                },
                permissions: info.permissions.names(),
                last_send_secs: wall_secs(now, info.last_sent_ms.unwrap_or(0)),
                last_recv_secs: wall_secs(now, info.last_received_ms.unwrap_or(0)),
                last_tx_secs: wall_secs(now, info.last_tx_ms),
                last_block_secs: wall_secs(now, info.last_block_ms),
                bytes_received: link.counted_bytes.received.load(Ordering::Relaxed),
                bytes_sent: link.counted_bytes.sent.load(Ordering::Relaxed),
                presynced_headers: info.presynced_height.map_or(-1, i64::from),
                synced_headers: height_of(view, info.best_known),
                synced_blocks: height_of(view, info.last_common),
                in_flight: heights.map(|block| block.height).collect(),
                info,
            })
        };
        self.net.peers(now).filter_map(view_of).collect()
    }

    pub(super) fn network_view(&self) -> NetworkView {
        let (inbound, outbound) = self.net.connection_counts();
        let peers = self.net.peers(self.clock.now());
        let chosen = peers.filter(|peer| peer.ready && peer.kind.is_chosen());
        let mut offsets: Vec<i64> = chosen.map(|peer| peer.time_offset_secs).collect();
        offsets.sort_unstable();
        let config = self.net.config();
        NetworkView {
            active: self.net.is_network_active(),
            inbound,
            outbound,
            services: config.services,
            user_agent: config.user_agent.clone(),
            relays_txs: config.relay_txs,
            own: config.own.clone(),
            listening: self.listening.clone(),
            time_offset_secs: offsets.get(offsets.len() / 2).copied().unwrap_or(0),
            addresses: self.net.addresses().counts(),
            proxy: self.config.proxy,
        }
    }

    pub(super) fn totals(&self) -> Totals {
        let of = |bytes: &AtomicU64| bytes.load(Ordering::Relaxed);
        let counted = &self.counted_bytes;
        Totals { received: of(&counted.received), sent: of(&counted.sent) }
    }

    pub(super) fn add_connection(&mut self, name: String, kind: ConnectionKind) -> bool {
        let most = match kind {
            ConnectionKind::OutboundFullRelay => MAX_OUTBOUND_FULL_RELAY,
            ConnectionKind::BlockRelayOnly => MAX_BLOCK_RELAY_ONLY,
            ConnectionKind::Feeler => 1,
            ConnectionKind::AddrFetch => usize::MAX,
            ConnectionKind::Inbound | ConnectionKind::Manual => return false,
        };
        let room = self.links.values().filter(|link| link.kind == kind).count() < most;
        if room {
            self.dial(Target::Name(name), kind);
        }
        room
    }

    pub(super) fn disconnect_peer(&mut self, peer: PeerId) -> bool {
        let known = self.links.contains_key(&peer);
        if known {
            tracing::debug!(target: "net", "disconnect by id, disconnecting peer={peer}");
            self.pending.push_back(Input::Drop { peer });
        }
        known
    }

    pub(super) fn fetch_block(
        &mut self,
        peer: PeerId,
        block: BlockHash,
    ) -> Result<(), FetchBlockError> {
        let found = self.net.peer(self.clock.now(), peer).ok_or(FetchBlockError::NoPeer)?;
        if !found.services.has(Services::WITNESS) {
            return Err(FetchBlockError::PreSegwit);
        }
        if self.net.is_requested_from(&block, peer) {
            return Err(FetchBlockError::Already);
        }
        self.pending.push_back(Input::FetchBlock { peer, block });
        Ok(())
    }

    pub(super) fn disconnect_address(&mut self, address: &str) -> bool {
        let found = self
            .links
            .iter()
            .find(|(_, link)| link.name == address || link.endpoint.to_string() == address);
        let Some(peer) = found.map(|(peer, _)| *peer) else { return false };
        tracing::debug!(
            target: "net", "disconnect by address={address} match, disconnecting peer={peer}"
        );
        self.pending.push_back(Input::Drop { peer });
        true
    }

    pub(super) fn ban(&mut self, text: &str, time: BanTime) -> Result<(), BanError> {
        let subnet: Subnet = text.parse().map_err(|_| BanError::Invalid)?;
        let now_secs = self.clock.now().wall_ms / 1000;
        // An address is banned by any subnet that it is in, a subnet only by itself.
        let bans = self.net.bans();
        let banned = if text.contains('/') {
            bans.is_subnet_banned(&subnet, now_secs)
        } else {
            bans.is_banned(&subnet.address(), now_secs)
        };
        if banned {
            return Err(BanError::AlreadyBanned);
        }
        let until_secs = match time {
            BanTime::Usual | BanTime::Secs(0) => now_secs.saturating_add(self.config.ban_time_secs),
            BanTime::Secs(secs) => now_secs.saturating_add(secs),
            BanTime::Until(secs) if secs < now_secs => return Err(BanError::Past),
            BanTime::Until(secs) => secs,
        };
        if !self.net.bans_mut().ban(subnet, Ban { created_secs: now_secs, until_secs }) {
            return Err(BanError::TooMany);
        }
        for (peer, link) in &self.links {
            if subnet.contains(&link.endpoint.address) {
                tracing::debug!(
                    target: "net", "disconnect by subnet={subnet} match, disconnecting peer={peer}"
                );
                self.pending.push_back(Input::Drop { peer: *peer });
            }
        }
        self.save_bans();
        Ok(())
    }

    pub(super) fn unban(&mut self, text: &str) -> Result<(), BanError> {
        let subnet: Subnet = text.parse().map_err(|_| BanError::Invalid)?;
        if !self.net.bans_mut().unban(&subnet) {
            return Err(BanError::NotBanned);
        }
        self.save_bans();
        Ok(())
    }

    pub(super) fn listed_bans(&self) -> Vec<ListedBan> {
        let now_secs = self.clock.now().wall_ms / 1000;
        let listed = |(subnet, ban): (Subnet, Ban)| ListedBan {
            subnet,
            ban,
            remaining_secs: ban.until_secs.saturating_sub(now_secs),
        };
        self.net.bans().bans(now_secs).map(listed).collect()
    }

    pub(super) fn clear_bans(&mut self) {
        self.net.bans_mut().clear();
        self.save_bans();
    }

    pub(super) fn node_addresses(
        &self,
        most: usize,
        network: Option<&'static str>,
    ) -> Vec<KnownAddress> {
        let now_secs = self.clock.now().wall_secs();
        let most = if most == 0 { usize::MAX } else { most };
        let known = self.net.addresses();
        let all = known.sample(now_secs, usize::MAX, 100, rand::random());
        let wanted = |entry: &AddressEntry| {
            network.is_none_or(|network| entry.endpoint.address.network_name() == network)
        };
        let all = all.iter().filter(|entry| wanted(entry)).take(most);
        all.filter_map(|entry| known.get(&entry.endpoint).cloned()).collect()
    }

    pub(super) fn add_peer_address(
        &mut self,
        endpoint: Endpoint,
        tried: bool,
    ) -> Result<(), &'static str> {
        let time = self.clock.now().wall_secs();
        let services = Services::NETWORK.with(Services::WITNESS);
        let entry = AddressEntry { time, services, endpoint };
        let addresses = self.net.addresses_mut();
        if !addresses.add(time, entry, endpoint.address, 0, rand::random()) {
            return Err("failed-adding-to-new");
        }
        if tried {
            addresses.good(time, &endpoint);
            if !addresses.get(&endpoint).is_some_and(|known| known.tried) {
                return Err("failed-adding-to-tried");
            }
        }
        Ok(())
    }

    pub(super) fn send_raw(&mut self, peer: PeerId, name: MessageName, body: &[u8]) -> bool {
        if !self.links.contains_key(&peer) {
            return false;
        }
        let frame = frame(self.config.magic, name, body);
        self.send(self.clock.now(), peer, name, frame);
        true
    }

    pub(super) fn save_addresses(&self) {
        let Some(dir) = &self.config.dir else { return };
        let addresses = self.net.addresses();
        match save_addresses(&address_file(dir), addresses) {
            Ok(()) => {
                let count = addresses.len();
                tracing::debug!(target: "net", "Flushed {count} addresses to peers.dat");
            }
            Err(error) => tracing::error!(target: "net", "peers.dat: {error}"),
        }
    }

    pub(super) fn save_bans(&self) {
        let Some(dir) = &self.config.dir else { return };
        let now_secs = self.clock.now().wall_ms / 1000;
        if let Err(error) = save_bans(&ban_file(dir), self.net.bans(), now_secs) {
            tracing::error!(target: "net", "banlist.json: {error}");
        }
    }
}
