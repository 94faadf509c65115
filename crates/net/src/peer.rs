//! One peer: what it said, what it is owed, what is under way with it.
//!
//! Data only; what happens to it is in [`crate::net`].

use std::collections::{BTreeSet, VecDeque};

use quarry_primitives::{BlockHash, ChainWork, Now, Wtxid};

use crate::bounded::BoundedSet;
use crate::endpoint::{Endpoint, Services};
use crate::limits::{ADDR_TOKEN_MS, MAX_KNOWN_ADDRESSES, MAX_KNOWN_INVENTORY};
use crate::message::{AddressEntry, Inventory};
use crate::traffic::Traffic;

/// The name of a connection: never used twice by whoever gives it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeerId(pub u64);

impl core::fmt::Display for PeerId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

/// Why there is a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConnectionKind {
    /// The peer made it.
    Inbound,
    /// We made it, to relay everything.
    OutboundFullRelay,
    /// We made it, for blocks only.
    BlockRelayOnly,
    /// A person asked for it.
    Manual,
    /// We made it to see whether somebody is there.
    Feeler,
    /// We made it to ask for addresses.
    AddrFetch,
}

impl ConnectionKind {
    /// Core's name (`ConnectionTypeAsString`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inbound => "inbound",
            Self::OutboundFullRelay => "outbound-full-relay",
            Self::BlockRelayOnly => "block-relay-only",
            Self::Manual => "manual",
            Self::Feeler => "feeler",
            Self::AddrFetch => "addr-fetch",
        }
    }

    /// Whether transactions are relayed over it.
    #[must_use]
    pub const fn relays_txs(self) -> bool {
        !matches!(self, Self::BlockRelayOnly | Self::Feeler)
    }

    /// Whether it is of the kind that may be ended for a better one
    /// (`IsOutboundOrBlockRelayConn`).
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(self, Self::OutboundFullRelay | Self::BlockRelayOnly)
    }
}

/// What a peer is allowed beyond others (`NetPermissionFlags`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permissions {
    /// Never ended for misbehaviour; transactions are announced at once.
    pub noban: bool,
    /// Its transactions are relayed even if they are known.
    pub force_relay: bool,
    /// May send transactions even if nobody else may; not bounded in announcing.
    pub relay: bool,
    /// May ask for the mempool.
    pub mempool: bool,
    /// May ask for headers even during the initial download.
    pub download: bool,
    /// Not bounded in telling addresses.
    pub addr: bool,
    /// May set bloom filters. We have none, so it is only shown.
    pub bloom_filter: bool,
}

impl Permissions {
    /// What `-whitelist` and `-whitebind` give if they name none.
    #[must_use]
    pub const fn whitelisted() -> Self {
        Self {
            noban: true,
            force_relay: false,
            relay: true,
            mempool: true,
            download: true,
            addr: false,
            bloom_filter: false,
        }
    }

    /// Those of both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            noban: self.noban || other.noban,
            force_relay: self.force_relay || other.force_relay,
            relay: self.relay || other.relay,
            mempool: self.mempool || other.mempool,
            download: self.download || other.download,
            addr: self.addr || other.addr,
            bloom_filter: self.bloom_filter || other.bloom_filter,
        }
    }

    /// Core's names of those that it has, in Core's order.
    #[must_use]
    pub fn names(self) -> Vec<&'static str> {
        [
            (self.bloom_filter, "bloomfilter"),
            (self.noban, "noban"),
            (self.force_relay, "forcerelay"),
            (self.relay, "relay"),
            (self.mempool, "mempool"),
            (self.download, "download"),
            (self.addr, "addr"),
        ]
        .into_iter()
        .filter_map(|(has, name)| has.then_some(name))
        .collect()
    }
}

/// What a peer said in its `version`.
#[derive(Clone, Debug)]
pub(crate) struct Greeting {
    pub(crate) version: i32,
    pub(crate) services: Services,
    pub(crate) user_agent: String,
    pub(crate) start_height: i32,
    pub(crate) time_offset_secs: i64,
    pub(crate) local: Option<Endpoint>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Ping {
    pub(crate) nonce: Option<u64>,
    pub(crate) started_ms: Option<u64>,
    pub(crate) last_ms: Option<u64>,
    pub(crate) least_ms: Option<u64>,
    /// A person asked for one.
    pub(crate) queued: bool,
}

/// Transactions with one peer.
#[derive(Clone, Debug)]
pub(crate) struct TxRelay {
    /// Whether it wants them announced.
    pub(crate) wanted: bool,
    /// The first bytes of hashes: a quarter of the memory, and who finds two alike only keeps
    /// transactions from being told to one peer.
    known: BoundedSet<u64>,
    pub(crate) to_send: BTreeSet<Wtxid>,
    pub(crate) fee_filter: u64,
    pub(crate) next_send_ms: u64,
    /// It asked for all of the mempool.
    pub(crate) send_mempool: bool,
    /// The mempool's sequence when something was last announced.
    pub(crate) last_sequence: u64,
}

impl TxRelay {
    pub(crate) const fn new(wanted: bool) -> Self {
        Self {
            wanted,
            known: BoundedSet::new(MAX_KNOWN_INVENTORY),
            to_send: BTreeSet::new(),
            fee_filter: 0,
            next_send_ms: 0,
            send_mempool: false,
            last_sequence: 1,
        }
    }

    fn key(hash: &[u8; 32]) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = *hash;
        u64::from_le_bytes([a, b, c, d, e, f, g, h])
    }

    /// The peer has a transaction, or was told of it.
    pub(crate) fn mark_known(&mut self, hash: &[u8; 32]) {
        self.known.insert(Self::key(hash));
    }

    pub(crate) fn knows(&self, hash: &[u8; 32]) -> bool {
        self.known.contains(&Self::key(hash))
    }
}

/// Headers of a chain that has not shown enough work yet. Its headers are not kept: only the last
/// hash of every message. If the work is enough in the end, the same messages are asked for again
/// and each must end in the same hash.
#[derive(Clone, Debug)]
pub(crate) struct Presync {
    /// The header of ours that it starts from.
    pub(crate) start: BlockHash,
    pub(crate) work: ChainWork,
    pub(crate) height: u32,
    /// What the next header must build on.
    pub(crate) last: BlockHash,
    /// The last hash of each message.
    pub(crate) batches: Vec<BlockHash>,
    /// How many of the batches have come for the second time, if that goes on.
    pub(crate) again: Option<usize>,
}

/// Whether an outbound peer keeps up with our chain (`ChainSyncTimeoutState`).
#[derive(Clone, Debug, Default)]
pub(crate) struct ChainSync {
    pub(crate) timeout_ms: Option<u64>,
    pub(crate) work: Option<(BlockHash, ChainWork)>,
    pub(crate) sent_getheaders: bool,
    pub(crate) protected: bool,
}

/// Addresses with one peer.
#[derive(Clone, Debug)]
pub(crate) struct AddrRelay {
    pub(crate) enabled: bool,
    pub(crate) asked: bool,
    pub(crate) answered: bool,
    pub(crate) known: BoundedSet<Endpoint>,
    pub(crate) to_send: Vec<AddressEntry>,
    pub(crate) next_send_ms: u64,
    pub(crate) next_local_ms: u64,
    /// Milliseconds saved up; an address costs [`ADDR_TOKEN_MS`].
    pub(crate) tokens_ms: u64,
    pub(crate) tokens_at_ms: u64,
    pub(crate) processed: u64,
    pub(crate) rate_limited: u64,
}

#[derive(Clone, Debug)]
pub(crate) struct Peer {
    pub(crate) endpoint: Endpoint,
    pub(crate) kind: ConnectionKind,
    pub(crate) permissions: Permissions,
    pub(crate) connected_ms: u64,
    /// Our side, if it is one that others connect to.
    pub(crate) bind: Option<Endpoint>,
    pub(crate) connected_secs: u64,
    pub(crate) last_received_ms: Option<u64>,
    pub(crate) last_sent_ms: Option<u64>,
    /// Of our `version`.
    pub(crate) nonce: u64,
    pub(crate) greeting: Option<Greeting>,
    pub(crate) common_version: i32,
    /// Whether its `verack` has come.
    pub(crate) ready: bool,
    pub(crate) preferred_download: bool,
    pub(crate) wtxid_relay: bool,
    pub(crate) wants_addrv2: bool,
    pub(crate) prefers_headers: bool,
    pub(crate) sent_sendheaders: bool,
    pub(crate) malformed: u32,
    pub(crate) ping: Ping,

    pub(crate) sync_started: bool,
    pub(crate) headers_timeout_ms: Option<u64>,
    pub(crate) getheaders_ms: Option<u64>,
    pub(crate) presync: Option<Presync>,
    pub(crate) inv_triggered_getheaders: bool,
    pub(crate) best_known: Option<BlockHash>,
    pub(crate) last_unknown: Option<BlockHash>,
    pub(crate) last_common: Option<BlockHash>,
    pub(crate) best_header_sent: Option<BlockHash>,
    pub(crate) chain_sync: ChainSync,

    pub(crate) in_flight: VecDeque<BlockHash>,
    pub(crate) downloading_since_ms: u64,
    pub(crate) stalling_since_ms: Option<u64>,
    pub(crate) last_block_ms: u64,
    pub(crate) last_tx_ms: u64,

    pub(crate) announce_by_headers: Vec<BlockHash>,
    pub(crate) announce_by_inv: Vec<BlockHash>,
    pub(crate) continuation: Option<BlockHash>,
    pub(crate) txs: Option<TxRelay>,
    pub(crate) fee_filter_sent: Option<u64>,
    pub(crate) next_fee_filter_ms: u64,
    pub(crate) addrs: AddrRelay,

    pub(crate) getdata: VecDeque<Inventory>,
    /// Whether it reads too slowly to be given more.
    pub(crate) stuck: bool,
    pub(crate) received: Traffic,
    pub(crate) sent: Traffic,
}

impl Peer {
    pub(crate) fn new(
        now: Now,
        endpoint: Endpoint,
        kind: ConnectionKind,
        permissions: Permissions,
        nonce: u64,
    ) -> Self {
        let addrs = AddrRelay {
            enabled: false,
            asked: false,
            answered: false,
            known: BoundedSet::new(MAX_KNOWN_ADDRESSES),
            to_send: Vec::new(),
            next_send_ms: 0,
            next_local_ms: 0,
            tokens_ms: ADDR_TOKEN_MS,
            tokens_at_ms: now.mono_ms,
            processed: 0,
            rate_limited: 0,
        };
        Self {
            endpoint,
            kind,
            permissions,
            connected_ms: now.mono_ms,
            bind: None,
            connected_secs: now.wall_ms / 1000,
            last_received_ms: None,
            last_sent_ms: None,
            nonce,
            greeting: None,
            common_version: 0,
            ready: false,
            preferred_download: false,
            wtxid_relay: false,
            wants_addrv2: false,
            prefers_headers: false,
            sent_sendheaders: false,
            malformed: 0,
            ping: Ping::default(),
            sync_started: false,
            headers_timeout_ms: None,
            getheaders_ms: None,
            presync: None,
            inv_triggered_getheaders: false,
            best_known: None,
            last_unknown: None,
            last_common: None,
            best_header_sent: None,
            chain_sync: ChainSync::default(),
            in_flight: VecDeque::new(),
            downloading_since_ms: 0,
            stalling_since_ms: None,
            last_block_ms: 0,
            last_tx_ms: 0,
            announce_by_headers: Vec::new(),
            announce_by_inv: Vec::new(),
            continuation: None,
            txs: None,
            fee_filter_sent: None,
            next_fee_filter_ms: 0,
            addrs,
            getdata: VecDeque::new(),
            stuck: false,
            received: Traffic::default(),
            sent: Traffic::default(),
        }
    }

    pub(crate) const fn is_inbound(&self) -> bool {
        matches!(self.kind, ConnectionKind::Inbound)
    }

    pub(crate) fn services(&self) -> Services {
        self.greeting.as_ref().map_or(Services::NONE, |greeting| greeting.services)
    }

    /// Whether it can give blocks (`CanServeBlocks`).
    pub(crate) fn serves_blocks(&self) -> bool {
        let services = self.services();
        services.has(Services::NETWORK) || services.has(Services::NETWORK_LIMITED)
    }

    /// Whether it has only the last blocks (`IsLimitedPeer`).
    pub(crate) fn is_limited(&self) -> bool {
        !self.services().has(Services::NETWORK)
    }

    pub(crate) fn serves_witnesses(&self) -> bool {
        self.services().has(Services::WITNESS)
    }
}
