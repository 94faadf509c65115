//! The machine over all peers: an input and a time go in, actions come out.
//!
//! Every input first changes what it is about, then the peers that it may concern are *attended*:
//! what is due to them is sent, what has taken too long is ended. Does not open, read or write
//! anything; does not judge blocks or transactions.

mod addrs;
mod blocks;
mod connect;
mod event;
mod handshake;
mod headers;
mod info;
mod serve;
mod timers;
mod txs;
mod verdicts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quarry_primitives::{BlockHash, ChainWork, Hash, Now, Transaction, Wtxid};

pub use event::{
    Action, BlockFault, BlockVerdict, DisconnectReason, HeadersBatch, Input, Misbehaviour,
    TxVerdict,
};
pub use handshake::{UserAgentError, user_agent};
pub use info::PeerInfo;

use crate::addresses::AddressManager;
use crate::bans::BanList;
use crate::bounded::BoundedSet;
use crate::codec::{Command, Incoming};
use crate::endpoint::{Endpoint, Services};
use crate::limits::{
    HEADER_BYTES, MAX_BLOCK_RELAY_ONLY, MAX_BLOCK_SOURCES, MAX_MALFORMED_MESSAGES,
    MAX_OUTBOUND_FULL_RELAY, MAX_PEER_CONNECTIONS, MAX_RECENT_CONFIRMED, MAX_RECENT_REJECTS,
    MAX_RECENT_REJECTS_RECONSIDERABLE, PEER_CONNECT_TIMEOUT_MS,
};
use crate::message::{Blame, Message};
use crate::orphans::Orphans;
use crate::peer::{ConnectionKind, Peer, PeerId};
use crate::rng::Rng;
use crate::traffic::Traffic;
use crate::tx_requests::TxRequests;
use crate::view::View;

/// What a node decides once.
#[derive(Clone, Debug)]
pub struct Config {
    /// What we offer.
    pub services: Services,
    /// From [`user_agent`].
    pub user_agent: String,
    /// Whether transactions are taken at all (not `-blocksonly`).
    pub relay_txs: bool,
    /// Announce transactions without delay. Tells a spy where they come from.
    pub announce_at_once: bool,
    /// Chains with less work are not downloaded (`-minimumchainwork`).
    pub min_chain_work: ChainWork,
    /// On average between blocks.
    pub block_spacing_secs: u32,
    /// How long a handshake may take (`-peertimeout`).
    pub peer_timeout_ms: u64,
    /// Whether outbound connections are opened to addresses of its own choice (not `-connect`).
    /// The places for them are kept free either way, as Core does.
    pub opens_connections: bool,
    /// Outbound connections to keep, for everything.
    pub outbound_full_relay: usize,
    /// Outbound connections to keep, for blocks.
    pub outbound_block_relay: usize,
    /// Connections of all kinds.
    pub max_peers: usize,
    /// Where others can reach us, to be told to peers.
    pub own: Vec<Endpoint>,
    /// The least rate that a fee filter asks for, in base units per 1000 virtual bytes.
    pub min_relay_fee_rate: u64,
}

impl Config {
    /// Core's defaults, with the user agent of a program of that version.
    #[must_use]
    pub fn new(block_spacing_secs: u32, user_agent: String) -> Self {
        Self {
            services: Services::NETWORK.with(Services::WITNESS).with(Services::NETWORK_LIMITED),
            user_agent,
            relay_txs: true,
            announce_at_once: false,
            min_chain_work: ChainWork::from_be_bytes([0; 32]),
            block_spacing_secs,
            peer_timeout_ms: PEER_CONNECT_TIMEOUT_MS,
            opens_connections: true,
            outbound_full_relay: MAX_OUTBOUND_FULL_RELAY,
            outbound_block_relay: MAX_BLOCK_RELAY_ONLY,
            max_peers: MAX_PEER_CONNECTIONS,
            own: Vec::new(),
            min_relay_fee_rate: 1_000,
        }
    }
}

/// One call: when it is, what can be seen, what is to be done.
struct Turn<'a> {
    now: Now,
    view: &'a dyn View,
    out: Vec<Action>,
    /// Whether all peers have to be attended after it.
    all: bool,
}

impl Turn<'_> {
    fn send(&mut self, peer: PeerId, message: Message) {
        self.out.push(Action::Send { peer, message });
    }

    fn note(&mut self, peer: PeerId, text: String) {
        self.out.push(Action::Note { peer: Some(peer), text });
    }

    fn note_all(&mut self, text: String) {
        self.out.push(Action::Note { peer: None, text });
    }
}

/// The machine.
#[derive(Debug)]
pub struct Net {
    config: Config,
    rng: Rng,
    peers: BTreeMap<PeerId, Peer>,
    addresses: AddressManager,
    bans: BanList,

    /// Blocks that somebody was asked for.
    in_flight: BTreeMap<BlockHash, PeerId>,
    /// Blocks that the node has not judged yet.
    judging: BTreeSet<BlockHash>,
    /// Who gave a block that may still turn out to be invalid.
    sources: BTreeMap<BlockHash, PeerId>,
    stalling_timeout_ms: u64,
    last_inv_trigger: Option<BlockHash>,

    requests: TxRequests,
    rejects: BoundedSet<[u8; 32]>,
    confirmed: BoundedSet<[u8; 32]>,
    /// Rejected for their fee alone: not asked for alone again, but with a child that pays.
    reconsiderable: BoundedSet<[u8; 32]>,
    /// What the node has not judged yet.
    submitted: BTreeMap<Wtxid, Arc<Transaction>>,
    orphans: Orphans,
    /// All inbound peers are told at the same moments, so that having many connections to us tells
    /// nothing more.
    next_inbound_inv_ms: u64,

    opening: BTreeMap<Endpoint, ConnectionKind>,
    next_connect_ms: u64,
    next_feeler_ms: Option<u64>,
    network_active: bool,
    /// By our side of the connection: until when the answer is the same, and the answer.
    getaddr_cache: BTreeMap<Option<Endpoint>, (u64, Vec<crate::message::AddressEntry>)>,

    received: Traffic,
    sent: Traffic,
}

impl Net {
    /// A machine without peers. The seed is random and kept secret; addresses and bans are what was
    /// kept from before.
    #[must_use]
    pub fn new(config: Config, seed: [u8; 32], addresses: AddressManager, bans: BanList) -> Self {
        Self {
            config,
            rng: Rng::new(seed),
            peers: BTreeMap::new(),
            addresses,
            bans,
            in_flight: BTreeMap::new(),
            judging: BTreeSet::new(),
            sources: BTreeMap::new(),
            stalling_timeout_ms: crate::limits::BLOCK_STALLING_TIMEOUT_MS,
            last_inv_trigger: None,
            requests: TxRequests::default(),
            rejects: BoundedSet::new(MAX_RECENT_REJECTS),
            confirmed: BoundedSet::new(MAX_RECENT_CONFIRMED),
            reconsiderable: BoundedSet::new(MAX_RECENT_REJECTS_RECONSIDERABLE),
            submitted: BTreeMap::new(),
            orphans: Orphans::default(),
            next_inbound_inv_ms: 0,
            opening: BTreeMap::new(),
            next_connect_ms: 0,
            next_feeler_ms: None,
            network_active: true,
            getaddr_cache: BTreeMap::new(),
            received: Traffic::default(),
            sent: Traffic::default(),
        }
    }

    /// Takes an input. The actions are to be done in their order; the last one says when to come
    /// back with [`Input::Tick`] if nothing happens before.
    pub fn handle(&mut self, now: Now, view: &dyn View, input: Input) -> Vec<Action> {
        let mut turn = Turn { now, view, out: Vec::new(), all: false };
        let about = self.take(&mut turn, input);
        let attended: Vec<PeerId> = if turn.all {
            self.peers.keys().copied().collect()
        } else {
            about.into_iter().collect()
        };
        for peer in attended {
            self.attend(&mut turn, peer);
        }
        self.request_txs(&mut turn);
        self.open_connections(&mut turn);
        let wake = self.next_wake_ms(now);
        turn.out.push(Action::WakeAt { mono_ms: wake });
        turn.out
    }

    /// Changes what the input is about; the peer that it is about, if it is one.
    fn take(&mut self, turn: &mut Turn<'_>, input: Input) -> Option<PeerId> {
        match input {
            Input::Connected { peer, endpoint, bind, kind, permissions } => {
                self.connected(turn, peer, endpoint, bind, kind, permissions);
                Some(peer)
            }
            Input::ConnectFailed { endpoint } => {
                self.opening.remove(&endpoint);
                None
            }
            Input::Disconnected { peer } => {
                self.forget(turn, peer);
                None
            }
            Input::Received { peer, incoming } => {
                self.received(turn, peer, incoming);
                Some(peer)
            }
            Input::FramingFailed { peer, error } => {
                self.disconnect(turn, peer, DisconnectReason::Framing(error));
                None
            }
            Input::Writable { peer } => {
                if let Some(it) = self.peers.get_mut(&peer) {
                    it.stuck = false;
                    self.serve_getdata(turn, peer);
                }
                Some(peer)
            }
            Input::Tick => {
                turn.all = true;
                self.bans.expire(turn.now.wall_ms / 1000);
                None
            }
            Input::HeadersJudged { peer, batch, verdict } => {
                self.headers_judged(turn, peer, batch, verdict);
                turn.all = true;
                None
            }
            Input::BlockJudged { hash, verdict } => {
                self.block_judged(turn, hash, verdict);
                turn.all = true;
                None
            }
            Input::TxJudged { peer, txid, wtxid, verdict } => {
                self.tx_judged(turn, peer, txid, wtxid, verdict);
                None
            }
            Input::PackageJudged { peer, parent, child, verdicts } => {
                self.package_judged(turn, peer, parent, child, verdicts);
                None
            }
            Input::TipChanged { old } => {
                self.tip_changed(turn, old);
                turn.all = true;
                None
            }
            Input::BlockConnected { txs, spent } => {
                self.block_connected(turn, &txs, &spent);
                None
            }
            Input::BlockDisconnected => {
                self.confirmed.clear();
                None
            }
            Input::MempoolAdded { txid, wtxid } => {
                self.mempool_added(turn, txid, wtxid);
                None
            }
            Input::PingAll => {
                for peer in self.peers.values_mut() {
                    peer.ping.queued = true;
                }
                turn.all = true;
                None
            }
            Input::Drop { peer } => {
                self.disconnect(turn, peer, DisconnectReason::Asked);
                None
            }
            Input::FetchBlock { peer, block } => {
                self.fetch_for_person(turn, peer, block);
                None
            }
            Input::NetworkActive { active } => {
                self.network_active = active;
                if !active {
                    for peer in self.peers.keys().copied().collect::<Vec<_>>() {
                        self.disconnect(turn, peer, DisconnectReason::Asked);
                    }
                }
                None
            }
        }
    }

    fn received(&mut self, turn: &mut Turn<'_>, id: PeerId, incoming: Incoming) {
        self.received.add(incoming.counted_as, incoming.wire_bytes);
        let Some(peer) = self.peers.get_mut(&id) else { return };
        peer.received.add(incoming.counted_as, incoming.wire_bytes);
        peer.last_received_ms = Some(turn.now.mono_ms);
        let error = match incoming.body {
            Ok(message) => return self.message(turn, id, message),
            Err(error) => error,
        };
        match error.blame() {
            // Before the handshake is over nothing is read that carries counts.
            Blame::Discourage if peer.ready => {
                self.misbehaving(turn, id, Misbehaviour::Body(error));
            }
            Blame::Disconnect if peer.ready => {
                self.disconnect(turn, id, DisconnectReason::Body(error));
            }
            _ => {
                peer.malformed += 1;
                let many = peer.malformed >= MAX_MALFORMED_MESSAGES;
                turn.note(
                    id,
                    if error.is_of_frame() {
                        format!("{error}, peer={id}")
                    } else {
                        let bytes = incoming.wire_bytes.saturating_sub(HEADER_BYTES);
                        let name = incoming.counted_as;
                        format!(
                            "ProcessMessages({name}, {bytes} bytes): Exception '{error}' caught"
                        )
                    },
                );
                if many {
                    self.misbehaving(turn, id, Misbehaviour::Malformed);
                }
            }
        }
    }

    /// A message, in the order of Core's `ProcessMessage`.
    fn message(&mut self, turn: &mut Turn<'_>, id: PeerId, message: Message) {
        let Some(message) = self.handshake(turn, id, message) else { return };
        match message {
            Message::Addr(entries) | Message::AddrV2(entries) => self.on_addr(turn, id, entries),
            Message::GetAddr => self.on_getaddr(turn, id),
            Message::Inv(list) => self.on_inv(turn, id, &list),
            Message::GetData(list) => self.on_getdata(turn, id, list),
            Message::NotFound(list) => self.on_notfound(id, &list),
            Message::GetBlocks(locator) => self.on_getblocks(turn, id, &locator),
            Message::GetHeaders(locator) => self.on_getheaders(turn, id, &locator),
            Message::Headers(headers) => self.on_headers(turn, id, headers),
            Message::Block(block) => self.on_block(turn, id, block),
            Message::Tx(tx) => self.on_tx(turn, id, *tx),
            Message::MemPool => self.on_mempool(turn, id),
            Message::FeeFilter(rate) => self.on_fee_filter(id, rate),
            Message::Ping(nonce) => turn.send(id, Message::Pong(Some(nonce))),
            Message::Pong(nonce) => self.on_pong(turn, id, nonce),
            Message::SendHeaders => {
                if let Some(peer) = self.peers.get_mut(&id) {
                    peer.prefers_headers = true;
                }
            }
            Message::SendCmpct { announce, .. } => {
                // "BIP152: the first integer is interpreted as a boolean and MUST have a value of
                // either 1 or 0."
                if announce > 1 {
                    self.misbehaving(turn, id, Misbehaviour::SendCmpct);
                }
            }
            Message::BloomFilter(command) => {
                self.disconnect(turn, id, DisconnectReason::NotOffered(command));
            }
            Message::Unknown(command) => {
                turn.note(id, format!("Unknown message type \"{command}\" from peer={id}"));
            }
            Message::Version(_) | Message::Verack | Message::WtxidRelay | Message::SendAddrV2 => {}
        }
    }

    /// Sends what is due to a peer, ends what takes too long: Core's `SendMessages`.
    fn attend(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        self.check_inactivity(turn, id);
        if !self.peers.get(&id).is_some_and(|peer| peer.ready) {
            return;
        }
        self.check_addr_fetch(turn, id);
        self.maybe_ping(turn, id);
        self.maybe_send_addrs(turn, id);
        self.maybe_send_sendheaders(turn, id);
        self.maybe_start_sync(turn, id);
        self.announce_blocks(turn, id);
        self.announce_txs(turn, id);
        self.check_progress(turn, id);
        self.consider_eviction(turn, id);
        self.request_blocks(turn, id);
        self.maybe_send_fee_filter(turn, id);
    }

    /// What a peer did that Core discourages it for.
    fn misbehaving(&mut self, turn: &mut Turn<'_>, id: PeerId, what: Misbehaviour) {
        let Some(peer) = self.peers.get(&id) else { return };
        let (address, endpoint) = (peer.endpoint.address, peer.endpoint);
        turn.note(id, format!("Misbehaving: peer={id}: {what}"));
        if peer.permissions.noban {
            turn.note(id, format!("Warning: not punishing noban peer {id}!"));
            return;
        }
        if peer.kind == ConnectionKind::Manual {
            turn.note(id, format!("Warning: not punishing manually connected peer {id}!"));
            return;
        }
        if address.is_local() {
            turn.note(id, format!("Warning: disconnecting but not discouraging local peer {id}!"));
            self.disconnect(turn, id, DisconnectReason::Misbehaved(what));
            return;
        }
        turn.note(id, format!("Disconnecting and discouraging peer {id}!"));
        self.bans.discourage(address, turn.now.wall_ms / 1000);
        turn.out.push(Action::Discourage { endpoint });
        // All that come from there leave with it.
        let same = |(_, it): &(&PeerId, &Peer)| it.endpoint.address == address;
        let others: Vec<PeerId> = self.peers.iter().filter(same).map(|(id, _)| *id).collect();
        for other in others {
            self.disconnect(turn, other, DisconnectReason::Misbehaved(what.clone()));
        }
    }

    fn disconnect(&mut self, turn: &mut Turn<'_>, id: PeerId, reason: DisconnectReason) {
        if self.peers.contains_key(&id) {
            turn.out.push(Action::Disconnect { peer: id, reason });
            self.forget(turn, id);
        }
    }

    /// A peer is gone: what was asked of it can be asked of others.
    fn forget(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let Some(peer) = self.peers.remove(&id) else { return };
        for hash in &peer.in_flight {
            self.in_flight.remove(hash);
        }
        self.requests.forget_peer(id);
        self.orphans.forget_peer(id);
        if peer.ready && !peer.is_inbound() && peer.kind != ConnectionKind::BlockRelayOnly {
            self.addresses.connected(turn.now.wall_secs(), &peer.endpoint);
        }
        turn.all = true;
    }

    /// Remembers where a block came from. When there are too many, any other is forgotten: then
    /// nobody is punished for it, which is all that is lost.
    fn remember_source(&mut self, hash: BlockHash, peer: PeerId) {
        if self.sources.len() >= MAX_BLOCK_SOURCES {
            self.sources.pop_first();
        }
        self.sources.entry(hash).or_insert(peer);
    }

    /// The node has handed bytes to a connection: counts them.
    pub fn sent(&mut self, now: Now, peer: PeerId, command: Command, wire_bytes: usize) {
        self.sent.add(command, wire_bytes);
        if let Some(peer) = self.peers.get_mut(&peer) {
            peer.sent.add(command, wire_bytes);
            peer.last_sent_ms = Some(now.mono_ms);
        }
    }

    /// All bytes since the start: received and sent.
    #[must_use]
    pub const fn totals(&self) -> (&Traffic, &Traffic) {
        (&self.received, &self.sent)
    }

    /// The known addresses.
    #[must_use]
    pub const fn addresses(&self) -> &AddressManager {
        &self.addresses
    }

    /// The known addresses, to add some that a person or a file named.
    pub fn addresses_mut(&mut self) -> &mut AddressManager {
        &mut self.addresses
    }

    /// The bans.
    #[must_use]
    pub const fn bans(&self) -> &BanList {
        &self.bans
    }

    /// The bans, to change them. Peers that are connected stay: end them by [`Input::Drop`].
    pub fn bans_mut(&mut self) -> &mut BanList {
        &mut self.bans
    }

    /// What it was made with.
    #[must_use]
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// Whether anything goes over the network (`setnetworkactive`).
    #[must_use]
    pub const fn is_network_active(&self) -> bool {
        self.network_active
    }
}

/// No block.
fn no_hash() -> BlockHash {
    BlockHash::all_zeros()
}
