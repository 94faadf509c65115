//! Every bound of what is read from and written to disk here (the chain store's own are with it).
//!
//! Does not know why a caller wants more: it gets a typed error that names the limit.

use std::time::Duration;

/// The longest FORMAT file that is read.
pub const MAX_FORMAT_FILE_BYTES: u64 = 4 * 1024;
/// The longest run file that is read.
pub const MAX_RUN_FILE_BYTES: u64 = 16 * 1024;
/// How often a directory's lock is tried: whoever asks [`is_locked`](crate::is_locked) holds it for
/// an instant.
pub const LOCK_ATTEMPTS: u32 = 10;
/// The pause between two attempts.
pub const LOCK_RETRY_PAUSE: Duration = Duration::from_millis(20);

/// The most key files a directory may hold.
pub const MAX_KEY_FILES: usize = 10_000;

/// How long a block file grows, as Bitcoin Core's `MAX_BLOCKFILE_SIZE`.
pub const FLAT_FILE_BYTES: u32 = 128 << 20;
/// How many flat files of a kind are held open for reading.
pub const MAX_OPEN_FLAT_FILES: usize = 16;

/// The longest record of the command log. The largest command carries a raw transaction, at most
/// 100,000 virtual bytes, in hexadecimal.
pub const MAX_RECORD_BYTES: usize = 32 << 20;
/// The most records that one append makes durable together.
pub const MAX_RECORDS_PER_APPEND: usize = 4_096;
/// The longest snapshot. SQLite itself takes rows up to 1,000,000,000 bytes.
pub const MAX_SNAPSHOT_BYTES: usize = 512 * 1024 * 1024;
/// How many snapshots are kept: the newest, and one before it in case that one turns out damaged.
pub const KEPT_SNAPSHOTS: u32 = 2;

const _: () = assert!(MAX_SNAPSHOT_BYTES < 1_000_000_000);
