//! Every limit of this crate, named.
//!
//! Knows no code that uses them.

use std::time::Duration;

use quarry_mining::limits::{MAX_LINES_PER_SEC, MAX_RATES_KEPT, MAX_TEMPLATE_REPLY_BYTES};

/// Most upstreams of a miner.
pub const MAX_UPSTREAMS: usize = 16;
/// Most bytes of any answer that is read.
pub const MAX_REPLY_BYTES: usize = MAX_TEMPLATE_REPLY_BYTES;
/// Most bytes of an answer that says no more than yes or no.
pub const MAX_SHORT_REPLY_BYTES: usize = 64 << 10;
/// How long a connection may take to be made.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long an answer may take.
pub const CALL_TIMEOUT: Duration = Duration::from_secs(30);
/// How long a long poll waits before it is asked anew, which brings the header's time up to date too.
pub const LONG_POLL_TIMEOUT: Duration = Duration::from_secs(90);
/// Least time between two questions for a template, however quickly long polls are answered.
pub const POLL_PAUSE_MIN: Duration = Duration::from_millis(100);
/// Time between two questions for a template where the upstream has no long poll.
pub const POLL_PAUSE: Duration = Duration::from_secs(2);
/// Time after which `getwork` is asked for anew, unless the user has another wish (pyminer: 30 s, and
/// up to that long on a block that is none any more).
pub const SCAN_TIME: Duration = Duration::from_secs(5);
/// First pause before an upstream that failed is asked again; it doubles each time.
pub const RETRY_PAUSE: Duration = Duration::from_secs(1);
/// Longest pause before an upstream that failed is asked again.
pub const RETRY_PAUSE_MAX: Duration = Duration::from_secs(30);
/// How often in a row an upstream that gave work may fail to answer before it counts as down.
pub const FAILURES_MAX: u32 = 3;
/// How long a session that is not wanted any more may take to hand in what it was given.
pub const LAST_HITS_GRACE: Duration = Duration::from_secs(2);
/// How often a block is handed in where nothing answers: minutes, as a node that is started again takes.
pub const SUBMIT_TRIES_MAX: u32 = 300;
/// How long a block that is being handed in holds up the end of the miner.
pub const SUBMIT_GRACE: Duration = Duration::from_secs(5);
/// Hits that wait for the miner's loop; at more the search pauses until they are dealt with.
pub const MAX_WAITING_HITS: usize = 64;
/// Hits that wait for an upstream's session.
pub const MAX_SESSION_HITS: usize = 64;
/// Events that sessions have ready for the miner's loop.
pub const MAX_SESSION_EVENTS: usize = 64;
/// Commands that wait for the miner's loop.
pub const MAX_COMMANDS: usize = 16;
/// Reasons of refusals that are counted one by one; others are counted together.
pub const MAX_REASONS: usize = 32;
/// Lines of the log that are kept.
pub const MAX_LOG_LINES: usize = 200;
/// Rates that are kept for a chart.
pub const MAX_RATE_SAMPLES: usize = MAX_RATES_KEPT;
/// Time between two of them: six hours in all.
pub const RATE_SAMPLE_MS: u64 = 10_000;
/// Furthest that a header's time is moved ahead of its template's: consensus has two hours, and clocks
/// differ.
pub const TIME_ROLL_SECS_MAX: u32 = 3_600;
/// Bytes that are read from a pool at once.
pub const POOL_READ_BYTES: usize = 16 << 10;
/// Shares that a pool is sent in a second, at most: a quarter of what a pool is believed to say, as the
/// answers of two seconds may come in one. At more the search waits; a pool that counts shares by their
/// difficulty raises it long before.
pub const MAX_SHARES_PER_SEC: u32 = MAX_LINES_PER_SEC / 4;
/// Shares whose hashes are remembered until the pool answers.
pub const MAX_OUTSTANDING_SHARES: usize = 1_024;
/// Bytes of extranonce in blocks of our own: a search rolls up to eight, the others are random, so
/// that two miners with one payout address do not do the same work.
pub const EXTRANONCE_BYTES: usize = 12;
/// Longest name of a user or a password, bytes.
pub const MAX_CREDENTIAL_BYTES: usize = 1_024;
/// What happened at a pool's sockets and waits for the pool's task; at more, sockets are not read.
pub const MAX_POOL_INPUTS: usize = 1_024;
/// Of those, how many are looked at before anything else is.
pub const MAX_INPUTS_AT_ONCE: usize = 64;
/// Most open sockets of a pool beyond the connections that it may have: of those that are refused, and end in
/// a moment. Whoever comes while there are as many waits in the system's own queue.
pub const MAX_REFUSED_AT_ONCE: usize = 256;
/// Lines that wait for a miner to read them; at more it is closed.
pub const MAX_QUEUED_LINES: usize = 64;
/// Bytes of a miner's that are read at once.
pub const READ_BUFFER_BYTES: usize = 2_048;
/// How long a miner may take to read a line.
pub const WRITE_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a miner may take to agree on TLS with a pool; the pool's own time to ask for work runs meanwhile.
pub const TLS_TIMEOUT: Duration = Duration::from_secs(10);
/// Longest file of certificates or of a key that is read: that of all authorities of a system has a fifth.
pub const MAX_PEM_BYTES: u64 = 1 << 20;
/// Most certificates of a file.
pub const MAX_CERTIFICATES: usize = 1_000;
/// How long a connection that a pool ends stays open for the last line to be read.
pub const LINGER: Duration = Duration::from_millis(200);
/// Pause after a connection could not be accepted.
pub const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// How long a pool's long poll waits for the next block before it is answered without, with the newest template's
/// transactions and time: miners and what is between take a longer silence for a broken connection.
pub const LONG_POLL_HOLD: Duration = Duration::from_secs(60);
/// Long polls of a pool that wait at the same time.
pub const MAX_DIRECT_LONG_POLLS: usize = 384;
/// Of those, the most of one address that is not this machine: a proxy lives here.
pub const MAX_DIRECT_LONG_POLLS_PER_ADDRESS: usize = 32;
/// Templates of a pool whose transactions are kept as text, megabytes each: more than miners who ask are given in
/// the time that one's job lasts, as a node has a new one every few seconds.
pub const MAX_SHOWN_TEMPLATES: usize = 6;
/// Large calls of those who ask a pool, such as blocks, that are read at the same time; others wait.
pub const MAX_LARGE_CALLS: usize = 8;
/// Of those, the most of one address.
pub const MAX_LARGE_CALLS_PER_ADDRESS: usize = 2;
/// Time between two looks at a pool's clocks, and between two of its statuses.
pub const POOL_TICK: Duration = Duration::from_secs(1);
/// Time between two times that a pool's books are written, if anything changed and no block was found:
/// about as much as a power cut or `kill -9` costs.
pub const BOOKS_PAUSE: Duration = Duration::from_secs(5);
/// Found blocks that wait for a node's answer: each may have the size of a block, and is kept on disk, too. What
/// is found beyond that is on a block that has as many already.
pub const MAX_BLOCKS_IN_FLIGHT: usize = 16;
/// Blocks whose fate a pool's task has not heard of yet; who hands in more waits.
pub const MAX_BLOCK_RESULTS: usize = 16;
// Those who wait hear before they ask anew.
const _: () = assert!(LONG_POLL_HOLD.as_secs() < LONG_POLL_TIMEOUT.as_secs());

/// Monitors that are answered at the same time; others wait.
pub const MAX_MONITOR_CONNECTIONS: usize = 32;
/// Longest request of a monitor, bytes.
pub const MAX_MONITOR_REQUEST_BYTES: usize = 4_096;
/// Commands of one request.
pub const MAX_MONITOR_COMMANDS: usize = 16;
/// How long a monitor may take to ask and to read.
pub const MONITOR_TIMEOUT: Duration = Duration::from_secs(5);
