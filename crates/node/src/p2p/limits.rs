//! Every bound of the sockets' side of the network, by name. What the protocol itself bounds is in
//! `quarry_net::limits`.

use std::time::Duration;

use quarry_net::limits::{MAX_PROTOCOL_MESSAGE_LENGTH, SEND_BUFFER_BYTES};

/// What connections have to say that waits for the driver, over all of them. Few, so that whoever
/// floods makes an honest peer wait behind some dozens of messages, not thousands.
pub const MAX_QUEUED_EVENTS: usize = 64;
/// Questions of RPC that wait for the driver.
pub const MAX_QUEUED_COMMANDS: usize = 64;
/// What the chain and the mempool have told that waits for the driver. Above it they are dropped:
/// whoever tells holds the lock that the driver may be waiting for, so it cannot be made to wait.
pub const MAX_QUEUED_NOTICES: usize = 65_536;

/// Bytes of messages of one peer that have arrived and are not handled yet; the reader waits.
pub const MAX_UNHANDLED_BYTES: usize = MAX_PROTOCOL_MESSAGE_LENGTH;
/// What a message takes of it at least: so at most eight wait, however small. An answer may be a
/// thousand times larger than the question.
pub const LEAST_UNHANDLED_BYTES: usize = MAX_UNHANDLED_BYTES / 8;
/// From how many bytes on a message counts as large.
pub const LARGE_MESSAGE_BYTES: usize = 128 * 1024;
/// Bytes of large messages that are decoded and not handled yet, of all peers. A decoded message
/// can be several times as large as its bytes.
pub const MAX_LARGE_BYTES: usize = 2 * (MAX_PROTOCOL_MESSAGE_LENGTH + 24);
/// Bytes of unfinished messages of all inbound peers. Who would exceed it is disconnected; peers of
/// our own choice are not counted, so that filling it does not keep blocks from coming.
pub const MAX_PARTIAL_BYTES: usize = 32 * 1024 * 1024;
/// Bytes that one read from a socket gives at most. A reader that may read has this much room.
pub const READ_BYTES: usize = 16 * 1024;
/// Bytes waiting to be written to one peer: more than reading may lead to, since readers pause at
/// [`SEND_BUFFER_BYTES`]. Who is above it is disconnected.
pub const MAX_OUTBOX_BYTES: usize = 24 * 1024 * 1024;
const _: () = assert!(SEND_BUFFER_BYTES + 2 * MAX_PROTOCOL_MESSAGE_LENGTH < MAX_OUTBOX_BYTES);

/// How long what was sent may take to be written before a connection is closed.
pub const FLUSH_TIME: Duration = Duration::from_secs(1);
/// How long opening a connection may take, its name's resolution included (`-timeout`).
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections that are being opened.
pub const MAX_DIALS: usize = 32;
/// Between two accepted connections: at most 500 a second, so that a flood of them costs little.
pub const ACCEPT_PAUSE: Duration = Duration::from_millis(2);
/// After a failed accept: the system has no more file descriptors, which takes time to mend.
pub const ACCEPT_ERROR_PAUSE: Duration = Duration::from_millis(200);
/// Inbound sockets above the connections allowed: ones about to be refused or still being flushed.
pub const MAX_CLOSING_SOCKETS: usize = 64;
/// Addresses listened on.
pub const MAX_LISTENERS: usize = 16;

/// Connections to added nodes (`MAX_ADDNODE_CONNECTIONS`).
pub const MAX_ADDNODE_CONNECTIONS: usize = 8;
/// Names in the list of added nodes. Core has no bound.
pub const MAX_ADDED_NODES: usize = 1_000;
/// Bytes of an added node's name: what DNS allows, and a port.
pub const MAX_NODE_NAME_BYTES: usize = 253 + 6;
/// Between rounds over the added nodes.
pub const ADDED_INTERVAL: Duration = Duration::from_secs(60);
/// The same right after the start, and for nodes of `-connect`, times the round's number.
pub const SPECIFIED_INTERVAL: Duration = Duration::from_millis(500);
/// Up to that number.
pub const SPECIFIED_ROUNDS_MAX: u32 = 10;
/// Between seed nodes (`ADD_NEXT_SEEDNODE`).
pub const SEED_INTERVAL: Duration = Duration::from_secs(10);
/// From how many connections on no seed node is asked (`SEED_OUTBOUND_CONNECTION_THRESHOLD`).
pub const SEED_CONNECTIONS_ENOUGH: usize = 2;
/// Between writes of the address file (`DUMP_PEERS_INTERVAL`).
pub const SAVE_INTERVAL: Duration = Duration::from_secs(15 * 60);
/// The longest the machine goes without a look at its timers.
pub const LONGEST_TICK: Duration = Duration::from_secs(1);
/// The shortest wait while time stands still: its timers never come due by waiting.
pub const STILL_WAIT: Duration = Duration::from_millis(100);

/// Bytes of an address file: all places taken, each by an address of 32 bytes.
pub const MAX_ADDRESS_FILE_BYTES: u64 = 16 * 1024 * 1024;
/// Bytes of a ban list.
pub const MAX_BAN_FILE_BYTES: u64 = 16 * 1024 * 1024;
