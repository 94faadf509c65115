//! Why a flat file did not do what was asked, in words that name the file and what to do.
//!
//! Does not know which block was wanted.

use std::io;
use std::path::{Path, PathBuf};

/// Why a flat file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FlatFileError {
    /// The file is not there.
    #[error("{path} is missing: put it back, or start with -reindex to build the chain again",
        path = path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file ends before the record does.
    #[error("{path} is too short, a record at byte {offset} is cut off: start with -reindex",
        path = path.display())]
    Short {
        /// The file.
        path: PathBuf,
        /// Where the record begins.
        offset: u64,
    },
    /// Magic or length are not a record's.
    #[error("{path} holds no record at byte {offset}: start with -reindex", path = path.display())]
    NotARecord {
        /// The file.
        path: PathBuf,
        /// Where the payload was expected.
        offset: u64,
    },
    /// Undo data does not match its checksum.
    #[error("{path} is damaged, the undo data at byte {offset} has a wrong checksum: check the \
        disk and start with -reindex", path = path.display())]
    Checksum {
        /// The file.
        path: PathBuf,
        /// Where the payload begins.
        offset: u64,
    },
    /// A place behind the end of what is there.
    #[error("{path} ends before byte {offset}, which was already kept: start with -reindex",
        path = path.display())]
    Beyond {
        /// The file.
        path: PathBuf,
        /// The place.
        offset: u64,
    },
    /// A record that no file can hold.
    #[error("a record of {len} bytes does not fit into a file of {max}")]
    TooLong {
        /// The payload's length in bytes.
        len: usize,
        /// A file's length at most, in bytes.
        max: u32,
    },
    /// A file longer than any that is written.
    #[error("{path} has {len} bytes, which is no file of ours: move it away and start with \
        -reindex", path = path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its length in bytes.
        len: u64,
    },
    /// All numbers of files are used.
    #[error("there are no more numbers for files: start with -reindex")]
    TooManyFiles,
    /// The file system refused to read.
    #[error("cannot read {path}: {source}; check its permissions and the disk",
        path = path.display())]
    Read {
        /// The file or directory.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
    /// The file system refused to write; nothing of the record stays.
    #[error("cannot write {path}: {source}; free disk space or mend the permissions",
        path = path.display())]
    Write {
        /// The file or directory.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
    /// The disk did not keep what it had taken. Nothing more is written.
    #[error("the disk did not keep {path}: {source}; check it and start again",
        path = path.display())]
    Lost {
        /// The file or directory.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
}

impl FlatFileError {
    pub(super) fn read(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            _ => Self::Read { path, source },
        }
    }

    pub(super) fn write(path: &Path, source: io::Error) -> Self {
        Self::Write { path: path.to_owned(), source }
    }
}
