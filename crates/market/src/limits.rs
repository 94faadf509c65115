//! The named limits of the rules.
//!
//! They bound the memory that strangers can pin and the work of one command. They are rules: a
//! change alters what a log means, so it needs a new [`RULES_VERSION`](crate::RULES_VERSION).

use quarry_primitives::Amount;

/// Most accounts an exchange keeps. Accounts are never forgotten: each owns a deposit address.
pub const MAX_ACCOUNTS: usize = 1_000_000;

/// Most orders (asks and jobs together) that one account has open.
pub const MAX_OPEN_ORDERS_PER_ACCOUNT: usize = 256;

/// Most asks open in the book of an article. When it is full, a better ask takes the place of the
/// worst: asks cost nothing to place, and a crowd of dear ones must not keep real sellers out.
pub const MAX_OPEN_ASKS: usize = 20_000;

/// Most units of a job.
pub const MAX_UNITS_PER_JOB: usize = 256;

/// Most units of one account that have not ended.
pub const MAX_OPEN_UNITS_PER_ACCOUNT: usize = 2_048;

/// Most units in the whole market that have not ended. This bounds the jobs too.
pub const MAX_OPEN_UNITS: usize = 50_000;

/// Longest template of a unit, in bytes.
pub const MAX_TEMPLATE_BYTES: usize = 512;

/// Most leases that one ask may allow its seller to hold at a time.
pub const MAX_SLOTS: u16 = 1_024;

/// Most sellers a unit excludes before it is given up.
///
/// Refusing costs a seller nothing, so without this a crowd of refusing sellers would keep a unit
/// going round until its job expires.
pub const MAX_EXCLUDED_PER_UNIT: usize = 64;

/// Pairs of (open unit, ask) that matching looks at in one command, checked between units.
///
/// When they are used up, the rest of the pass is done by the following commands, from where it
/// stopped; [`Market::next_deadline`](crate::Market::next_deadline) is then the present moment, so
/// a server that ticks at its deadlines goes on at once. Until the pass ends, a unit behind the
/// stopping place may be served before one ahead of it that became matchable meanwhile; prices
/// are not affected.
pub const MAX_MATCH_SCAN: usize = 65_536;

/// Most signed answers kept for one account. When they are full, new requests are refused until
/// the oldest is [`ANSWER_KEPT_MS`] old: forgetting early would let a retry act twice.
pub const MAX_IDEMPOTENT_PER_ACCOUNT: usize = 65_536;

/// How long the answer to a signed request is kept, in milliseconds.
pub const ANSWER_KEPT_MS: u64 = 24 * 60 * 60 * 1_000;

/// The furthest a signed request's expiry may lie ahead, in milliseconds.
pub const AUTHORIZATION_MS_MAX: u64 = 120 * 1_000;

/// Longest reason a seller or the server gives, in bytes.
pub const MAX_REASON_BYTES: usize = 256;

/// Jobs kept after they ended. Beyond it the oldest without an unpaid unit are forgotten first.
///
/// "Unpaid" is a settled unit that no withdrawal has named. Forgetting a job never touches money:
/// what its sellers earned is in their available balance. All that is lost is the unit's number as
/// the label of a withdrawal.
pub const MAX_FINISHED_JOBS: usize = 1_000;

/// Jobs kept after they ended, counting those with unpaid units, which are spared until this many.
pub const MAX_FINISHED_JOBS_UNPAID: usize = 2_000;

/// Asks kept after they ended (buy orders are kept and forgotten with their job).
pub const MAX_FINISHED_ASKS: usize = 10_000;

/// Trades kept, whatever became of them. The oldest are forgotten; a live lease knows its price.
pub const MAX_TRADES: usize = 10_000;

/// Withdrawals of one account that are not confirmed or refused.
pub const MAX_OPEN_WITHDRAWALS_PER_ACCOUNT: usize = 16;

/// Final withdrawals kept: refused ones, and confirmed ones below the kept blocks.
pub const MAX_FINISHED_WITHDRAWALS: usize = 10_000;

/// Longest output script of a withdrawal, in bytes. Every standard one but bare multisig fits.
pub const MAX_PAYOUT_SCRIPT_BYTES: usize = 100;

/// Longest signed transaction of a withdrawal, in bytes (the largest standard transaction).
pub const MAX_RAW_TX_BYTES: usize = 400_000;

/// Blocks whose deposits and confirmations are remembered, so that they can be taken back.
///
/// A deeper reorganisation is refused, and an operator has to look: on a chain that rewrites this
/// much, no balance means anything.
pub const MAX_SCANNED_BLOCKS: usize = 2_016;

/// Deposits and change outputs in one scanned block: more than fit a block of 4 million weight units.
pub const MAX_DEPOSITS_PER_BLOCK: usize = 100_000;

/// Coins spent in one scanned block: more than fit a block of 4 million weight units.
pub const MAX_SPENT_PER_BLOCK: usize = 100_000;

/// The highest least deposit that an exchange may set: one coin.
pub const MAX_MIN_DEPOSIT: Amount = Amount::of(100_000_000);

/// The latest market time, in milliseconds since the Unix epoch (the end of the year 9999), so that
/// one reading of a broken clock cannot stop all arithmetic with times.
pub const MAX_TIME_MS: u64 = 253_402_300_799_999;

/// Longest record of the log, in bytes.
pub const MAX_LOG_RECORD_BYTES: usize = 32 << 20;

// The overshoot of a pass, the asks looked at for its last unit, is smaller than the pass.
const _: () = assert!(MAX_OPEN_ASKS <= MAX_MATCH_SCAN);
// A job fits into an account, and an account into the market, many times.
const _: () = assert!(MAX_UNITS_PER_JOB <= MAX_OPEN_UNITS_PER_ACCOUNT);
const _: () = assert!(MAX_OPEN_UNITS_PER_ACCOUNT * 16 <= MAX_OPEN_UNITS);
// The kept jobs' spared part is a part.
const _: () = assert!(MAX_FINISHED_JOBS <= MAX_FINISHED_JOBS_UNPAID);
