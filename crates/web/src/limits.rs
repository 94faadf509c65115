//! Every bound of this crate, by name.

use std::time::Duration;

/// Connections that one listener holds open.
pub const MAX_CONNECTIONS: usize = 512;
/// Of these, from one address that is not this machine.
pub const MAX_CONNECTIONS_PER_ADDRESS: usize = 64;
/// Time for a client to send a request's head, counted from its first byte (or the connection).
pub const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// Time without a byte in either direction after which a connection is closed.
pub const IDLE_TIMEOUT: Duration = Duration::from_secs(75);
/// Time that open requests get when the server ends. Event streams end at once.
pub const DRAIN_TIMEOUT: Duration = Duration::from_secs(1);

/// Requests that a listener works on at the same time, long polls and event streams apart.
pub const MAX_REQUESTS: usize = 128;
/// Long polls that wait at the same time.
pub const MAX_LONG_POLLS: usize = 256;
/// Time from a request's head to its answer's head.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);
/// The most that a long poll adds to that ([`crate::long_poll`]).
pub const MAX_LONG_POLL: Duration = Duration::from_secs(30);
/// Time for a request's body to arrive.
pub const BODY_TIMEOUT: Duration = Duration::from_secs(10);
/// Bytes of a request's body on a public listener.
pub const MAX_PUBLIC_BODY: usize = 256 * 1024;
/// Bytes of a request's body on an operator's listener.
pub const MAX_OPERATOR_BODY: usize = 2 * 1024 * 1024;
/// Bytes of a plain-text error that become the message of a typed one.
pub const MAX_ERROR_TEXT: usize = 2048;

/// Event streams of one listener.
pub const MAX_STREAMS: usize = 64;
/// Topics in one subscription.
pub const MAX_TOPICS: usize = 16;
/// Silence after which a stream sends a comment, so that proxies and clients know it lives.
pub const STREAM_KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Login codes that wait to be used; a further one pushes the oldest out.
pub const MAX_CODES: usize = 16;
/// How long a login code is good.
pub const CODE_LIFETIME: Duration = Duration::from_secs(10 * 60);
/// Sessions at the same time; a further one pushes the one longest unused out.
pub const MAX_SESSIONS: usize = 64;
/// How long a session lives unused.
pub const SESSION_IDLE: Duration = Duration::from_secs(7 * 24 * 3600);

/// Requests a second that one address may make on a public listener, in the long run.
pub const RATE_PER_SECOND: u32 = 20;
/// Requests that it may make at once.
pub const RATE_BURST: u32 = 100;
/// [`RATE_PER_SECOND`] for this machine itself, which runs workers and tests.
pub const LOOPBACK_RATE_PER_SECOND: u32 = 2_000;
/// [`RATE_BURST`] for this machine itself.
pub const LOOPBACK_RATE_BURST: u32 = 4_000;
/// Addresses whose rates are kept apart; further ones share one budget.
pub const MAX_RATED_ADDRESSES: usize = 10_000;

/// Blocks on the dashboard. The page carries this and the bounds below for its script.
pub const MAX_BLOCKS_SHOWN: usize = 16;
/// Jobs on the dashboard.
pub const MAX_JOBS_SHOWN: usize = 20;
/// Trades on the dashboard.
pub const MAX_TRADES_SHOWN: usize = 12;
/// Prices on each side of the order book on the dashboard.
pub const MAX_BOOK_ROWS_SHOWN: usize = 8;
/// Span of the hash-rate line, milliseconds.
pub const RATE_WINDOW_MS: u64 = 5 * 60 * 1000;
/// Accounts on the dashboard.
pub const MAX_ACCOUNTS_SHOWN: usize = 24;
/// Points of the hash-rate line.
pub const MAX_RATE_POINTS: usize = 300;

/// Span of the lines on a miner's page as the server draws them, milliseconds.
pub const MINER_WINDOW_MS: u64 = 5 * 60 * 1000;
/// Points of each of those lines, and those that a page keeps.
pub const MAX_MINER_POINTS: usize = 4_000;
/// Time without a sample after which those lines are interrupted, milliseconds.
pub const MINER_GAP_MS: u64 = 30_000;
/// Lines of the log on a miner's page.
pub const MAX_LOG_SHOWN: usize = 100;
/// Workers on a pool's page.
pub const MAX_WORKERS_SHOWN: usize = 1_000;

/// Letters that one sender may send in an hour.
pub const MAX_SHARES_PER_SENDER_AND_HOUR: usize = 5;
/// Letters that one recipient may get in a day.
pub const MAX_SHARES_PER_RECIPIENT_AND_DAY: usize = 2;
/// Letters in a day.
pub const MAX_SHARES_PER_DAY: usize = 50;
/// An hour, milliseconds.
pub const SHARE_HOUR_MS: u64 = 3_600_000;
/// A day, milliseconds.
pub const SHARE_DAY_MS: u64 = 24 * SHARE_HOUR_MS;
/// Characters of a letter's sender.
pub const MAX_SHARE_NAME_CHARS: usize = 60;
/// Characters of a letter's text.
pub const MAX_SHARE_MESSAGE_CHARS: usize = 2_000;
/// Bytes of a letter's recipient (RFC 5321's path).
pub const MAX_SHARE_ADDRESS_BYTES: usize = 254;

const _: () = {
    // A long poll has to end by itself before the connection looks idle.
    assert!(MAX_LONG_POLL.as_secs() + REQUEST_TIMEOUT.as_secs() < IDLE_TIMEOUT.as_secs());
    // A stream sends often enough not to look idle.
    assert!(2 * STREAM_KEEP_ALIVE.as_secs() < IDLE_TIMEOUT.as_secs());
    // Streams and requests together fit into the connections.
    assert!(MAX_REQUESTS + MAX_LONG_POLLS + MAX_STREAMS <= MAX_CONNECTIONS);
};
