//! Every bound of this crate, by name. Names and values are Bitcoin Core's where it has them.
//!
//! Does not know what a chain allows in a block: that is `chain`'s.

// --- Framing -------------------------------------------------------------------------------------

/// Magic, command, length, checksum.
pub const HEADER_BYTES: usize = 24;
/// The longest payload (`MAX_PROTOCOL_MESSAGE_LENGTH`).
pub const MAX_PROTOCOL_MESSAGE_LENGTH: usize = 4_000_000;
/// By how much a receive buffer grows ahead of what has arrived.
pub const RECEIVE_STEP_BYTES: usize = 256 * 1024;
/// The most bytes a decoder ever holds for one peer.
pub const MAX_HELD_BYTES: usize = HEADER_BYTES + MAX_PROTOCOL_MESSAGE_LENGTH;
/// The largest count that any compact size may name (`MAX_SIZE`).
pub const MAX_SIZE: u64 = 0x0200_0000;

// --- Messages ------------------------------------------------------------------------------------

/// Entries of `inv`, `getdata` and `notfound` (`MAX_INV_SZ`).
pub const MAX_INV_SIZE: usize = 50_000;
/// Entries of a `getdata` that we send (`MAX_GETDATA_SZ`).
pub const MAX_GETDATA_SIZE: usize = 1_000;
/// Headers in one message (`MAX_HEADERS_RESULTS`).
pub const MAX_HEADERS_RESULTS: usize = 2_000;
/// A full message of headers fits into a frame: each has 80 bytes and a count, and all a count.
const _: () = assert!(MAX_HEADERS_RESULTS * 81 + 9 <= MAX_PROTOCOL_MESSAGE_LENGTH);
const _: () = assert!(MAX_INV_SIZE * 36 + 9 <= MAX_PROTOCOL_MESSAGE_LENGTH);
/// Entries of `addr` and `addrv2` (`MAX_ADDR_TO_SEND`).
pub const MAX_ADDR_TO_SEND: usize = 1_000;
/// Hashes of a block locator (`MAX_LOCATOR_SZ`).
pub const MAX_LOCATOR_SIZE: usize = 101;
/// Bytes of a user agent (`MAX_SUBVERSION_LENGTH`).
pub const MAX_SUBVERSION_LENGTH: usize = 256;
/// Bytes of an address in `addrv2` (BIP 155).
pub const MAX_ADDRV2_BYTES: u64 = 512;
/// Hashes that answer one `getblocks`.
pub const MAX_GETBLOCKS_RESULTS: usize = 500;
/// After how many messages that cannot be read a peer is discouraged. Core has no such bound: it
/// ignores them for ever.
pub const MAX_MALFORMED_MESSAGES: u32 = 100;

// --- Peers ---------------------------------------------------------------------------------------

/// Outbound connections that relay everything (`MAX_OUTBOUND_FULL_RELAY_CONNECTIONS`).
pub const MAX_OUTBOUND_FULL_RELAY: usize = 8;
/// Outbound connections for blocks only (`MAX_BLOCK_RELAY_ONLY_CONNECTIONS`).
pub const MAX_BLOCK_RELAY_ONLY: usize = 2;
/// Connections of all kinds (`DEFAULT_MAX_PEER_CONNECTIONS`).
pub const MAX_PEER_CONNECTIONS: usize = 125;
/// How long a handshake may take (`DEFAULT_PEER_CONNECT_TIMEOUT`).
pub const PEER_CONNECT_TIMEOUT_MS: u64 = 60_000;
/// How long a peer may be silent, or a ping unanswered (`TIMEOUT_INTERVAL`).
pub const TIMEOUT_INTERVAL_MS: u64 = 20 * 60_000;
/// Between pings (`PING_INTERVAL`).
pub const PING_INTERVAL_MS: u64 = 2 * 60_000;
/// Between attempts to open an outbound connection.
pub const CONNECT_INTERVAL_MS: u64 = 500;
/// On average between feelers (`FEELER_INTERVAL`).
pub const FEELER_INTERVAL_MS: u64 = 2 * 60_000;
/// Tries to find an address to connect to, in one round.
pub const CONNECT_TRIES_MAX: usize = 100;
/// Bytes that one turn may queue for a peer that asks for data; then it waits (`-maxsendbuffer`).
pub const SEND_BUFFER_BYTES: usize = 1_000_000;
/// Requests for data that wait for a slow reader, for each peer.
pub const MAX_GETDATA_QUEUE: usize = 2 * MAX_INV_SIZE;

// --- Headers and blocks --------------------------------------------------------------------------

/// Blocks asked of one peer at a time (`MAX_BLOCKS_IN_TRANSIT_PER_PEER`).
pub const MAX_BLOCKS_IN_TRANSIT_PER_PEER: usize = 16;
/// How far ahead of the last common block blocks are asked for (`BLOCK_DOWNLOAD_WINDOW`).
pub const BLOCK_DOWNLOAD_WINDOW: u32 = 1_024;
/// How many successors the download looks at in one step.
pub const BLOCK_DOWNLOAD_STRIDE: u32 = 128;
/// How long a peer may hold up the window (`BLOCK_STALLING_TIMEOUT_DEFAULT`).
pub const BLOCK_STALLING_TIMEOUT_MS: u64 = 2_000;
/// The same after several peers were slow (`BLOCK_STALLING_TIMEOUT_MAX`).
pub const BLOCK_STALLING_TIMEOUT_MAX_MS: u64 = 64_000;
/// Base of the time for one block, in halves of the block spacing (`BLOCK_DOWNLOAD_TIMEOUT_BASE`).
pub const BLOCK_DOWNLOAD_TIMEOUT_BASE_HALVES: u64 = 2;
/// More of it for each other peer that downloads (`BLOCK_DOWNLOAD_TIMEOUT_PER_PEER`).
pub const BLOCK_DOWNLOAD_TIMEOUT_PER_PEER_HALVES: u64 = 1;
/// How long an answer to `getheaders` may take (`HEADERS_RESPONSE_TIME`).
pub const HEADERS_RESPONSE_TIME_MS: u64 = 2 * 60_000;
/// Base of the time for the first sync of headers (`HEADERS_DOWNLOAD_TIMEOUT_BASE`).
pub const HEADERS_DOWNLOAD_TIMEOUT_BASE_MS: u64 = 15 * 60_000;
/// More of it for each header expected (`HEADERS_DOWNLOAD_TIMEOUT_PER_HEADER`).
pub const HEADERS_DOWNLOAD_TIMEOUT_PER_HEADER_MS: u64 = 1;
/// How long an outbound peer may be behind our chain (`CHAIN_SYNC_TIMEOUT`).
pub const CHAIN_SYNC_TIMEOUT_MS: u64 = 20 * 60_000;
/// Outbound peers that are never dropped for being behind
/// (`MAX_OUTBOUND_PEERS_TO_PROTECT_FROM_DISCONNECT`).
pub const MAX_OUTBOUND_PEERS_PROTECTED: usize = 4;
/// Headers in an announcement; more blocks than that are announced by `inv`
/// (`MAX_BLOCKS_TO_ANNOUNCE`).
pub const MAX_BLOCKS_TO_ANNOUNCE: usize = 8;
/// How old the best header may be for all peers to be asked for headers at once.
pub const HEADERS_RECENT_SECS: u32 = 24 * 60 * 60;
/// Blocks below the tip from which a branch may start without proof of more work.
pub const ANTI_DOS_BUFFER_BLOCKS: u32 = 144;
/// Full messages of headers whose last hashes are kept for a peer whose chain has not shown enough
/// work yet. 1,000 of 2,000 headers are 38 years of blocks, and 32 kB.
pub const MAX_PRESYNC_BATCHES: usize = 1_000;
/// How old a block outside the active chain may be to be served (`STALE_RELAY_AGE_LIMIT`).
pub const STALE_RELAY_AGE_LIMIT_SECS: u32 = 30 * 24 * 60 * 60;
/// Blocks a node without the whole chain has (`NODE_NETWORK_LIMITED_MIN_BLOCKS`).
pub const NODE_NETWORK_LIMITED_MIN_BLOCKS: u32 = 288;
/// How many blocks we may be behind to connect to such a node
/// (`NODE_NETWORK_LIMITED_ALLOW_CONN_BLOCKS`).
pub const NODE_NETWORK_LIMITED_ALLOW_CONN_BLOCKS: u32 = 144;
const _: () = assert!(NODE_NETWORK_LIMITED_ALLOW_CONN_BLOCKS < NODE_NETWORK_LIMITED_MIN_BLOCKS);
/// Blocks handed to the node whose judgement is not known yet, with the peers they came from.
pub const MAX_BLOCK_SOURCES: usize = 4_096;

// --- Transactions --------------------------------------------------------------------------------

/// Announcements kept for one peer (`MAX_PEER_TX_ANNOUNCEMENTS`).
pub const MAX_PEER_TX_ANNOUNCEMENTS: usize = 5_000;
/// Requests to one peer after which others are preferred (`MAX_PEER_TX_REQUEST_IN_FLIGHT`).
pub const MAX_PEER_TX_REQUEST_IN_FLIGHT: usize = 100;
/// Delay for an announcement by txid while peers with wtxid relay exist (`TXID_RELAY_DELAY`).
pub const TXID_RELAY_DELAY_MS: u64 = 2_000;
/// Delay for peers that are not preferred (`NONPREF_PEER_TX_DELAY`).
pub const NONPREF_PEER_TX_DELAY_MS: u64 = 2_000;
/// Delay for peers with too many requests (`OVERLOADED_PEER_TX_DELAY`).
pub const OVERLOADED_PEER_TX_DELAY_MS: u64 = 2_000;
/// How long an answer may take before another peer is asked (`GETDATA_TX_INTERVAL`).
pub const GETDATA_TX_INTERVAL_MS: u64 = 60_000;
/// On average between announcements to inbound peers (`INBOUND_INVENTORY_BROADCAST_INTERVAL`).
pub const INBOUND_INVENTORY_BROADCAST_INTERVAL_MS: u64 = 5_000;
/// On average between announcements to outbound peers (`OUTBOUND_INVENTORY_BROADCAST_INTERVAL`).
pub const OUTBOUND_INVENTORY_BROADCAST_INTERVAL_MS: u64 = 2_000;
/// Transactions announced at a time (`INVENTORY_BROADCAST_TARGET`).
pub const INVENTORY_BROADCAST_TARGET: usize = 70;
/// The same when many wait (`INVENTORY_BROADCAST_MAX`).
pub const INVENTORY_BROADCAST_MAX: usize = 1_000;
const _: () = assert!(INVENTORY_BROADCAST_TARGET <= INVENTORY_BROADCAST_MAX);
const _: () = assert!(INVENTORY_BROADCAST_MAX <= MAX_PEER_TX_ANNOUNCEMENTS);
/// Transactions waiting to be announced to one peer; above it new ones are not announced to it.
pub const MAX_TX_INVENTORY_TO_SEND: usize = 50_000;
/// Transactions remembered as known to a peer.
pub const MAX_KNOWN_INVENTORY: usize = 50_000;
/// Transactions remembered as rejected since the last block.
pub const MAX_RECENT_REJECTS: usize = 120_000;
/// Transactions remembered as confirmed lately.
pub const MAX_RECENT_CONFIRMED: usize = 48_000;
/// What transactions without parents may cost all together: one for each announcement of one, and
/// one for ten of its inputs (`DEFAULT_MAX_ORPHANAGE_LATENCY_SCORE`).
pub const MAX_ORPHANAGE_LATENCY_SCORE: u64 = 3_000;
/// What they may weigh, for each peer that has told of one
/// (`DEFAULT_RESERVED_ORPHAN_WEIGHT_PER_PEER`).
pub const RESERVED_ORPHAN_WEIGHT_PER_PEER: u64 = 404_000;
/// The heaviest of them (`MAX_STANDARD_TX_WEIGHT`).
pub const MAX_ORPHAN_WEIGHT: u64 = 400_000;
const _: () = assert!(MAX_ORPHAN_WEIGHT <= RESERVED_ORPHAN_WEIGHT_PER_PEER);
/// Transactions and pairs remembered that were rejected for their fee alone.
pub const MAX_RECENT_REJECTS_RECONSIDERABLE: usize = 120_000;
/// On average between fee filters (`AVG_FEEFILTER_BROADCAST_INTERVAL`).
pub const FEEFILTER_BROADCAST_INTERVAL_MS: u64 = 10 * 60_000;
/// Within which a large change of the fee filter is told (`MAX_FEEFILTER_CHANGE_DELAY`).
pub const MAX_FEEFILTER_CHANGE_DELAY_MS: u64 = 5 * 60_000;
/// What is sent as a filter that nothing passes: the largest step of Core's rounding, in base
/// units per 1000 virtual bytes.
pub const MAX_FEE_FILTER: u64 = 9_936_506;

// --- Addresses -----------------------------------------------------------------------------------

/// Buckets of addresses heard of (`ADDRMAN_NEW_BUCKET_COUNT`).
pub const NEW_BUCKETS: u64 = 1_024;
/// Buckets of addresses connected to (`ADDRMAN_TRIED_BUCKET_COUNT`).
pub const TRIED_BUCKETS: u64 = 256;
/// Places in a bucket (`ADDRMAN_BUCKET_SIZE`).
pub const BUCKET_PLACES: u64 = 64;
/// New buckets that one source group can reach (`ADDRMAN_NEW_BUCKETS_PER_SOURCE_GROUP`).
pub const NEW_BUCKETS_PER_SOURCE_GROUP: u64 = 64;
/// Tried buckets that one group can reach (`ADDRMAN_TRIED_BUCKETS_PER_GROUP`).
pub const TRIED_BUCKETS_PER_GROUP: u64 = 8;
/// Places of one address among the new (`ADDRMAN_NEW_BUCKETS_PER_ADDRESS`).
pub const NEW_PLACES_PER_ADDRESS: u8 = 8;
/// How old an address may be (`ADDRMAN_HORIZON`).
pub const ADDRESS_HORIZON_SECS: u32 = 30 * 24 * 60 * 60;
/// Failures of an address that never worked (`ADDRMAN_RETRIES`).
pub const ADDRESS_RETRIES: u8 = 3;
/// Failures of one that once did (`ADDRMAN_MAX_FAILURES`).
pub const ADDRESS_MAX_FAILURES: u8 = 10;
/// Since when it must have failed for that to count (`ADDRMAN_MIN_FAIL`).
pub const ADDRESS_MIN_FAIL_SECS: u32 = 7 * 24 * 60 * 60;
/// How long a tried address keeps its place against another (`ADDRMAN_REPLACEMENT`).
pub const ADDRESS_REPLACEMENT_SECS: u32 = 4 * 60 * 60;
/// Taken off the time of an address that a peer names.
pub const ADDRESS_TIME_PENALTY_SECS: u32 = 2 * 60 * 60;
/// The most of all known addresses that one answer gives (`MAX_PCT_ADDR_TO_SEND`).
pub const MAX_PCT_ADDR_TO_SEND: usize = 23;
/// For how long the answer to `getaddr` stays the same, so that asking often tells nothing more.
pub const GETADDR_CACHE_MS: u64 = 24 * 60 * 60_000;
/// Answers kept, one for each of our addresses that others connect to.
pub const MAX_GETADDR_CACHES: usize = 32;
/// Milliseconds for which a peer earns one more address (`MAX_ADDR_RATE_PER_SECOND` is 0.1).
pub const ADDR_TOKEN_MS: u64 = 10_000;
/// Addresses a peer can save up (`MAX_ADDR_PROCESSING_TOKEN_BUCKET`).
pub const MAX_ADDR_TOKENS: u64 = 1_000;
/// On average between addresses sent on (`AVG_ADDRESS_BROADCAST_INTERVAL`).
pub const ADDRESS_BROADCAST_INTERVAL_MS: u64 = 30_000;
/// On average between telling our own address (`AVG_LOCAL_ADDRESS_BROADCAST_INTERVAL`).
pub const LOCAL_ADDRESS_BROADCAST_INTERVAL_MS: u64 = 24 * 60 * 60_000;
/// Only an `addr` of at most so many is sent on, to so many peers.
pub const MAX_ADDR_TO_RELAY: usize = 10;
/// To how many peers a fresh address is sent on.
pub const ADDR_RELAY_PEERS: usize = 2;
/// How long the same peers are told of an address (`ROTATE_ADDR_RELAY_DEST_INTERVAL`).
pub const ROTATE_ADDR_RELAY_SECS: u64 = 24 * 60 * 60;
/// Addresses remembered as known to a peer.
pub const MAX_KNOWN_ADDRESSES: usize = 5_000;
/// How fresh an address must be to be sent on.
pub const ADDR_RELAY_AGE_SECS: u32 = 10 * 60;

// --- Bans ----------------------------------------------------------------------------------------

/// How long a peer is discouraged, and banned unless said otherwise (`DEFAULT_MISBEHAVING_BANTIME`).
pub const BAN_TIME_SECS: u64 = 24 * 60 * 60;
/// Addresses remembered as discouraged; the oldest are forgotten first.
pub const MAX_DISCOURAGED: usize = 50_000;
/// Bans kept.
pub const MAX_BANS: usize = 50_000;
