//! The hash chain over the records: the bytes that are hashed, and nothing else.
//!
//! ```text
//! link(0)  = 32 zero bytes
//! link(n)  = SHA-256("quarry log v1" | link(n-1) | n | at_ms | rules_version | length | record)
//! snapshot = SHA-256("quarry snapshot v1" | link(seq) | seq | rules_version | length | state)
//! ```
//! Numbers are big-endian: 8 bytes, `rules_version` 4. Does not know SQLite.

use quarry_primitives::Hash;
use quarry_primitives::hashes::{HashEngine, sha256};

use super::{LogEntry, Record};

pub(super) type Hash32 = [u8; 32];

const RECORD_TAG: &[u8] = b"quarry log v1";
const SNAPSHOT_TAG: &[u8] = b"quarry snapshot v1";

/// The chain's link at a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) seq: u64,
    pub(super) hash: Hash32,
}

impl Head {
    pub(super) const EMPTY: Self = Self { seq: 0, hash: [0; 32] };

    /// The link after a record that is added to the log.
    pub(super) fn next(&self, record: &Record) -> Self {
        let Record { at_ms, rules_version, bytes } = record;
        let (seq, at_ms, rules_version) = (self.seq + 1, *at_ms, *rules_version);
        self.after(&LogEntry { seq, at_ms, rules_version, bytes })
    }

    /// The link after a record that has its number already.
    pub(super) fn after(&self, entry: &LogEntry<'_>) -> Self {
        let hash = sha256_of(&[
            RECORD_TAG,
            &self.hash,
            &entry.seq.to_be_bytes(),
            &entry.at_ms.to_be_bytes(),
            &entry.rules_version.to_be_bytes(),
            &(entry.bytes.len() as u64).to_be_bytes(),
            entry.bytes,
        ]);
        Self { seq: entry.seq, hash }
    }
}

/// Binds a snapshot to the records that it replaces.
pub(super) fn snapshot_hash(link: &Head, rules_version: u32, state: &[u8]) -> Hash32 {
    sha256_of(&[
        SNAPSHOT_TAG,
        &link.hash,
        &link.seq.to_be_bytes(),
        &rules_version.to_be_bytes(),
        &(state.len() as u64).to_be_bytes(),
        state,
    ])
}

fn sha256_of(parts: &[&[u8]]) -> Hash32 {
    let mut engine = sha256::Hash::engine();
    for part in parts {
        engine.input(part);
    }
    sha256::Hash::from_engine(engine).to_byte_array()
}
