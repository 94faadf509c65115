//! What can go wrong with a command log.
//!
//! Does not know what to do about it beyond the sentence in each message.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::limits::{MAX_RECORD_BYTES, MAX_RECORDS_PER_APPEND, MAX_SNAPSHOT_BYTES};

/// What is wrong with a damaged log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Corruption {
    /// A record is missing, or one is there that should not be.
    #[error("record {expected} is missing, record {found} follows")]
    Gap {
        /// The record that should come next.
        expected: u64,
        /// The one that does.
        found: u64,
    },
    /// A record is missing that another one or a snapshot builds on.
    #[error("record {seq} is missing")]
    Missing {
        /// The record.
        seq: u64,
    },
    /// A record, or its link to the one before, was changed.
    #[error("record {seq} is not the one that was written")]
    Record {
        /// The record.
        seq: u64,
    },
    /// The log does not end with the newest record that was acknowledged.
    #[error("the log ends with record {found}, acknowledged were {acknowledged}")]
    Tail {
        /// The newest record that was acknowledged.
        acknowledged: u64,
        /// The newest that is there (the same number: another record).
        found: u64,
    },
    /// A snapshot was changed, or was made of another log.
    #[error("the snapshot after record {seq} is not the one that was written")]
    Snapshot {
        /// The last record in it.
        seq: u64,
    },
    /// The note of the newest record is missing or malformed.
    #[error("the note of the newest record is not readable")]
    Head,
    /// SQLite's own structures.
    #[error("{0}")]
    Database(String),
}

/// Why a command log cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum CommandLogError {
    /// Something is wrong with what is on disk.
    #[error("{path} is damaged: {corruption}; stop, keep a copy and restore a backup",
        path = path.display())]
    Corrupt {
        /// The log's file.
        path: PathBuf,
        /// What is wrong.
        corruption: Corruption,
    },
    /// Written by a newer program.
    #[error("{path} has log format {found}, this program knows up to {known}: upgrade quarry",
        path = path.display())]
    NewerFormat {
        /// The log's file.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The newest that this program reads.
        known: u32,
    },
    /// An SQLite file of another program.
    #[error("{path} is a database, but not a command log", path = path.display())]
    NotALog {
        /// The file.
        path: PathBuf,
    },
    /// A record is longer than [`MAX_RECORD_BYTES`].
    #[error("a record of {0} bytes is longer than the limit of {MAX_RECORD_BYTES}")]
    RecordTooLong(usize),
    /// More records than [`MAX_RECORDS_PER_APPEND`].
    #[error("{0} records are more than the {MAX_RECORDS_PER_APPEND} of one append")]
    TooManyRecords(usize),
    /// A snapshot is longer than [`MAX_SNAPSHOT_BYTES`].
    #[error("a snapshot of {0} bytes is longer than the limit of {MAX_SNAPSHOT_BYTES}")]
    SnapshotTooLong(usize),
    /// A snapshot of records that are not in the log.
    #[error("a snapshot after record {seq}, but the log ends with record {last}")]
    SnapshotAhead {
        /// The snapshot's last record.
        seq: u64,
        /// The log's.
        last: u64,
    },
    /// A number that the file cannot hold.
    #[error("{0} is larger than the log can hold")]
    NumberTooLarge(u64),
    /// The commit failed, and whether the batch is on disk is not known.
    #[error("cannot write to {path}: {source}; check the disk, then open the log again",
        path = path.display())]
    Uncertain {
        /// The log's file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// An earlier commit failed.
    #[error("an earlier write to {path} failed: open the log again", path = path.display())]
    Poisoned {
        /// The log's file.
        path: PathBuf,
    },
    /// The file system has no shared memory, which the write-ahead log needs.
    #[error(
        "{path} is on a file system without write-ahead logging (it offers `{mode}`): \
         use --datadir for a local disk",
        path = path.display()
    )]
    NoWriteAhead {
        /// The log's file.
        path: PathBuf,
        /// The journal mode that SQLite fell back to.
        mode: String,
    },
    /// The file system refuses.
    #[error("cannot use {path}: {source}", path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
    /// SQLite refuses (disk full, read-only file, another process has it, ...).
    #[error("cannot use {path}: {source}", path = path.display())]
    Sqlite {
        /// The log's file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

impl CommandLogError {
    pub(super) fn corrupt(path: &Path, corruption: Corruption) -> Self {
        Self::Corrupt { path: path.to_owned(), corruption }
    }

    /// Tells damage from everything else that SQLite reports.
    pub(super) fn sqlite(path: &Path, source: rusqlite::Error) -> Self {
        let damaged = match &source {
            // A column of a type or size that we never write.
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => true,
            other => matches!(
                other.sqlite_error_code(),
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
            ),
        };
        if damaged {
            Self::corrupt(path, Corruption::Database(source.to_string()))
        } else {
            Self::Sqlite { path: path.to_owned(), source }
        }
    }
}

/// An error inside a function that does not know the path.
pub(super) enum Pathless {
    Sqlite(rusqlite::Error),
    Corrupt(Corruption),
}

impl Pathless {
    pub(super) fn at(self, path: &Path) -> CommandLogError {
        match self {
            Self::Sqlite(source) => CommandLogError::sqlite(path, source),
            Self::Corrupt(corruption) => CommandLogError::corrupt(path, corruption),
        }
    }
}
