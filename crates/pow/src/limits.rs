//! The named limits of the crate, and the proofs that tie them together.
//!
//! Knows no code that uses them.

use std::time::Duration;

/// Longest data a [`Work`](crate::Work) may hold, nonce field included, in bytes.
pub const MAX_DATA_LEN: usize = 1 << 20;

/// Most searches an engine holds at one time, running and waiting together.
///
/// Bounds the memory that submitters can pin: at most this many times [`MAX_DATA_LEN`], about twice
/// over because a search keeps its template and its padded blocks.
pub const MAX_SEARCHES: usize = 1024;

/// Most threads one engine starts.
pub const MAX_THREADS: usize = 1024;

/// Fewest positions in a chunk, however long the data that each of them hashes.
///
/// Two, so that the number of chunks of any range fits 63 bits: threads take chunks by adding one
/// to a 64-bit counter, and at the end of a range each thread adds one too many.
pub const MIN_CHUNK_POSITIONS: u64 = 2;

/// Longest Merkle branch of an [`Extranonce`](crate::Extranonce): a block of 2^32 transactions.
pub const MAX_MERKLE_BRANCH: usize = 32;

/// Most versions of a block that share the work of one nonce, as a power of two: 128 of them keep a
/// kernel's table of states at a quarter of a level-1 cache, and a nonce's schedule under one
/// percent of the time.
pub(crate) const VERSION_BLOCK_BITS: u32 = 7;

/// A calibration's time that finds differences of a few percent and is not felt.
pub const CALIBRATION_BUDGET: Duration = Duration::from_millis(80);

/// A turn of a calibration is a chunk's size divided by this: about a millisecond.
pub(crate) const CALIBRATION_TURN_SHARE: u64 = 4;

/// Highest and lowest niceness the operating system takes.
pub(crate) const NICE_MAX: i32 = 19;
pub(crate) const NICE_MIN: i32 = -20;

// 2^64 nonces in chunks of at least two are at most 2^63 chunks, and the overshoot is one step a
// thread, so the chunk counter never wraps.
const _: () = assert!(MIN_CHUNK_POSITIONS >= 2);
const _: () = assert!((MAX_THREADS as u64) < 1 << 63);
// The length of any data in bits fits SHA-256's 64-bit length field by far.
const _: () = assert!(MAX_DATA_LEN < usize::MAX / 8);

/// One turn in this many goes to less urgent searches: enough that a block of one's own chain is
/// found while sold work runs for hours, and little enough (6 %) not to be felt by it.
pub const FAIR_EVERY: u64 = 16;
