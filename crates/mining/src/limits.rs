//! Every limit of this crate, named.

/// Most bytes of a coinbase's script (consensus: `bad-cb-length`).
pub const MAX_COINBASE_SCRIPT_BYTES: usize = 100;
/// Most bytes of both extranonces together: with a height and a tag they fit a coinbase's script.
pub const MAX_EXTRANONCE_BYTES: usize = 16;
/// Most bytes of a `getblocktemplate` answer: a full block in hexadecimal, and what describes its
/// transactions.
pub const MAX_TEMPLATE_REPLY_BYTES: usize = 32 << 20;
/// Most bytes of a template's transactions (consensus: `bad-blk-length`).
pub const MAX_TEMPLATE_BYTES: usize = 4_000_000;
/// Most transactions of a template: none is lighter than 240 units of a block's 4,000,000.
pub const MAX_TEMPLATE_TXS: usize = 16_666;
/// Most characters of a `longpollid` or a `workid`.
pub const MAX_WORK_ID_CHARS: usize = 1_000;
/// From this height on a lock time means seconds, and no block can have it.
pub const HEIGHT_END: u32 = 500_000_000;
/// Most characters of a reject reason that are kept.
/// The longest of a pool's own sentences, and what a certificate is refused for, fit.
pub const MAX_REASON_CHARS: usize = 200;
/// Most bytes of a pyminer configuration file.
pub const MAX_CONFIG_BYTES: usize = 64 << 10;

/// Most bytes of a line that a miner sends.
pub const MAX_LINE_BYTES: usize = 16 * 1024;
/// Most bytes of a line that a pool sends: jobs of pools that pay hundreds in their coinbase are long.
pub const MAX_POOL_LINE_BYTES: usize = 256 * 1024;
/// Deepest nesting of a line; the result of `mining.subscribe` has four.
pub const MAX_LINE_DEPTH: usize = 8;
/// Most values of a line.
pub const MAX_LINE_VALUES: usize = 256;
/// Most bytes of an id that is text.
pub const MAX_ID_BYTES: usize = 64;
/// Most bytes kept of foreign text that is shown to people.
pub const MAX_TEXT_BYTES: usize = 256;
/// Most bytes of a worker's name.
pub const MAX_WORKER_BYTES: usize = 128;
/// Most bytes of a worker's password.
pub const MAX_PASSWORD_BYTES: usize = 256;
/// Most bytes of a job's name.
pub const MAX_JOB_ID_BYTES: usize = 64;
/// Most bytes of a host's name.
pub const MAX_HOST_BYTES: usize = 253;
/// Most extensions that a miner asks for at once.
pub const MAX_FEATURES: usize = 16;
/// Longest way from a coinbase to the Merkle root that a pool is believed.
pub const MAX_BRANCH: usize = quarry_pow::limits::MAX_MERKLE_BRANCH;
/// Most bytes of either half of a coinbase that a pool is believed.
pub const MAX_COINBASE_PART_BYTES: usize = 100 * 1024;

// A line that a pool may send can hold the longest job's parts, two digits a byte.
const _: () = assert!(2 * MAX_COINBASE_PART_BYTES + 64 * MAX_BRANCH < MAX_POOL_LINE_BYTES);
// A name that is authorized can be sent with a share.
const _: () = assert!(MAX_WORKER_BYTES + MAX_JOB_ID_BYTES + 256 < MAX_LINE_BYTES);

/// Bytes of the extranonce that tells a pool's connections apart.
pub const EXTRANONCE1_BYTES: usize = 4;
/// Bytes before it that tell a pool's jobs apart.
pub const JOB_NUMBER_BYTES: usize = 4;
/// Most bytes of the extranonce that is left to a pool's miners.
pub const MAX_EXTRANONCE2_BYTES: usize =
    MAX_EXTRANONCE_BYTES - JOB_NUMBER_BYTES - EXTRANONCE1_BYTES;
/// Jobs of a connection that shares are taken for, unless a new block makes them worthless.
pub const JOBS_KEPT: usize = 8;
/// Most shares of a job that are taken: they are remembered, to know them again. Then there is a new job.
/// About a thousand come in an hour as difficulty follows speed.
pub const MAX_SHARES_PER_JOB: usize = 4096;
/// How far in the future a share's time may be, seconds (consensus: `time-too-new`).
pub const MAX_FUTURE_SECS: u32 = 7200;
/// Most workers whose books are kept.
pub const MAX_WORKERS_KEPT: usize = 10_000;
/// Most addresses whose books are kept; each has a worker at least.
pub const MAX_ADDRESSES_KEPT: usize = MAX_WORKERS_KEPT;
/// Most entries of the window of a proportional payout: runs of shares of one script.
pub const MAX_WINDOW_ENTRIES: usize = 1 << 17;
/// Blocks of which a pool remembers what became of them.
pub const MAX_FOUND_BLOCKS: usize = 64;
/// Longest script of an address: a witness program has 40 bytes at most.
pub const MAX_PAYEE_SCRIPT_BYTES: usize = 64;
/// Most rates of the past that are kept with the books.
pub const MAX_RATES_KEPT: usize = 2_160;
/// Oldest that anything in the books is told to be: a hundred years, milliseconds.
pub const MAX_RATE_AGE_MS: u64 = 100 * 366 * 86_400_000;
/// Most of anything that is counted in books that are read: adding to it never overflows.
pub const MAX_KEPT_COUNT: u64 = 1 << 53;
/// Longest books that are read, bytes.
pub const MAX_BOOKS_BYTES: usize = 64 << 20;
/// Numbers of jobs that a pool goes on after, above the last that its books know: as many could be given out
/// after they were written. In the seconds between two writings no pool gives out as many.
pub const JOB_NUMBERS_RESERVED: u32 = 1 << 20;

// The longest books can be read again: rows with names of which each byte is escaped, and a window in which
// each share is another script's.
const _: () = assert!(
    (MAX_WORKERS_KEPT + MAX_ADDRESSES_KEPT) * (2 * MAX_WORKER_BYTES + 640)
        + MAX_WINDOW_ENTRIES * (2 * MAX_PAYEE_SCRIPT_BYTES + 40)
        + MAX_RATES_KEPT * 44
        + MAX_FOUND_BLOCKS * 1_024
        < MAX_BOOKS_BYTES - 4_096
);

/// Most addresses whose misbehaviour is remembered.
pub const MAX_SCORED_ADDRESSES: usize = 10_000;
/// One point of a ban score is forgiven after so long, milliseconds.
pub const BAN_SCORE_FORGIVEN_MS: u64 = 10_000;
/// What a share that no honest miner sends costs: a bad one, one sent twice, one of a stranger.
pub const BAD_SHARE_COST: u32 = 1;
/// What a call with wrong parameters costs.
pub const BAD_CALL_COST: u32 = 2;
/// What a line that is not Stratum costs.
pub const BAD_LINE_COST: u32 = 10;
/// Most calls of a connection that are not shares, a minute.
pub const MAX_CHATTER_PER_MIN: u32 = 120;
/// Most stale shares of a connection that cost nothing, a minute.
pub const MAX_STALE_PER_MIN: u32 = 120;
/// How often a connection may say what difficulty suits it.
pub const MAX_SUGGESTIONS: u32 = 8;
/// Most bytes of transactions that are given out by `mining.get_transactions`.
pub const MAX_TRANSACTIONS_BYTES: usize = 64 * 1024;

// Miners are used to four to eight; with fewer than four the fastest of them run out.
const _: () = assert!(MAX_EXTRANONCE2_BYTES >= 8);

/// Most miners who ask for their work that a pool has at a time: users, each from one address.
pub const MAX_DIRECT_MINERS: usize = 1_000;
/// Most of them from one address (of IPv6: from one /64).
pub const MAX_DIRECT_MINERS_PER_IP: usize = 100;
/// Pieces of work of one of them that are known again; then the oldest is forgotten.
pub const MAX_WORKS_PER_MINER: usize = 2_400;
/// Most pieces of work that one of them is given in a minute.
pub const MAX_DIRECT_WORKS_PER_MIN: u32 = 1_200;
/// How old the job of a miner who asks may be while there is a newer one on the same block, milliseconds.
/// Those whom nobody tells of new work come back late, and the jobs that are kept have to last till then.
pub const DIRECT_JOB_AGE_MS: u64 = 15_000;
/// How long a miner who asks may work on what it was given, and roll its time, seconds.
pub const DIRECT_EXPIRES_SECS: u32 = 60;
/// How long a job is kept after a miner who asks was last given it, once there is a newer one, milliseconds:
/// twice what was promised, for those who come late.
pub const DIRECT_JOB_KEPT_MS: u64 = 2 * DIRECT_EXPIRES_SECS as u64 * 1000;
/// Furthest that such a miner may move a header's time ahead of its template's, seconds.
pub const DIRECT_TIME_ROLL_SECS: u32 = 3_600;
/// Calls of an address in a name that is none that cost nothing, a minute.
pub const MAX_STRANGERS_PER_MIN: u32 = 1_200;
/// Most addresses of which they are counted; at more the counts begin anew.
pub const MAX_STRANGER_ADDRESSES: usize = 10_000;
/// Most calls of such a miner a minute.
pub const MAX_DIRECT_CALLS_PER_MIN: u32 = 6_000;
/// Most of its calls a minute that are answered with a whole block's transactions.
pub const MAX_DIRECT_TEMPLATES_PER_MIN: u32 = 120;
/// Most bytes of a call of such a miner: a full block in hexadecimal, and what it is wrapped in.
pub const MAX_DIRECT_CALL_BYTES: usize = 2 * MAX_TEMPLATE_BYTES + (64 << 10);
/// Most bytes of the coinbase of a block that is handed in.
pub const MAX_COINBASE_BYTES: usize = MAX_COINBASE_PART_BYTES;

// The jobs that are kept outlast what a miner who asks was promised.
const _: () =
    assert!((JOBS_KEPT as u64 - 1) * DIRECT_JOB_AGE_MS > DIRECT_EXPIRES_SECS as u64 * 1000);
// So does the work that is known again. Minutes are counted one by one: the time that was promised lies in so many,
// and in one more.
const _: () = assert!(
    ((DIRECT_EXPIRES_SECS.div_ceil(60) + 1) * MAX_DIRECT_WORKS_PER_MIN) as usize
        <= MAX_WORKS_PER_MINER
);

/// Most lines a second that a pool has reason to send, on the easiest of chains.
pub const MAX_LINES_PER_SEC: u32 = 2000;
/// Most shares that wait for a pool's answer.
pub const MAX_OUTSTANDING_SHARES: usize = 1024;
/// Longest that a pool may have a miner wait before it connects again, seconds.
pub const MAX_RECONNECT_WAIT_SECS: u32 = 300;
