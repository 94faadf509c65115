//! The data directory: who may use it now (the lock) and what is in it (the FORMAT file).
//!
//! One process at a time holds the lock, for as long as its [`DataDir`] lives; the kernel lets go of
//! it however the process ends, so a stale lock does not exist and no pid is ever trusted. Does not
//! know what the files inside mean.

mod format;
pub(crate) mod lock;

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use crate::chain_store::ChainPaths;
use crate::durable::{TEMPORARY_SUFFIX, read_bounded, sync_dir, write_atomic};
use crate::limits::MAX_FORMAT_FILE_BYTES;

pub use lock::is_locked;

const FORMAT_FILE: &str = "FORMAT";
const CONFIG_FILE: &str = "quarry.toml";
const KEYS_DIR: &str = "keys";
/// Where a miner that shows itself keeps its past and its token, in a data directory.
pub const MINER_DIR: &str = "miner";
/// Where pools keep their books, in a data directory: a directory for each.
pub const POOL_DIR: &str = "pool";

/// What a data directory belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Which program's layout it is: [`Identity::QUARRY`] for all that this version makes.
    pub kind: String,
    /// The chain's id, as text.
    pub chain_id: String,
    /// The hash of the chain spec, as text.
    pub spec_hash: String,
}

impl Identity {
    /// The kind of `quarry`'s own data directory.
    pub const QUARRY: &'static str = "quarry";

    /// A `quarry` data directory of one chain.
    #[must_use]
    pub fn quarry(chain_id: impl Into<String>, spec_hash: impl Into<String>) -> Self {
        let kind = Self::QUARRY.to_owned();
        Self { kind, chain_id: chain_id.into(), spec_hash: spec_hash.into() }
    }
}

/// Why a data directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataDirError {
    /// Another process holds the lock.
    #[error("another quarry is running on {path}: stop it or use --datadir", path = path.display())]
    Locked {
        /// The directory.
        path: PathBuf,
    },
    /// Written by a newer program.
    #[error(
        "{path} has format {found}, this program knows up to {known}: upgrade quarry",
        path = path.display()
    )]
    NewerFormat {
        /// The directory.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The newest that this program reads.
        known: u32,
    },
    /// It belongs to another chain, another spec of it, or another kind of program.
    #[error(
        "{path} belongs to chain {} (spec {}, kind {}), not to chain {} (spec {}, kind {}): \
         use --datadir for another directory",
        found.chain_id, found.spec_hash, found.kind,
        wanted.chain_id, wanted.spec_hash, wanted.kind,
        path = path.display()
    )]
    OtherChain {
        /// The directory.
        path: PathBuf,
        /// What it belongs to.
        found: Box<Identity>,
        /// What it was opened for.
        wanted: Box<Identity>,
    },
    /// It holds files, but no FORMAT file.
    #[error(
        "{path} is not a quarry data directory and not empty (it holds `{example}`): \
         use --datadir for another directory",
        path = path.display()
    )]
    NotADataDir {
        /// The directory.
        path: PathBuf,
        /// One of the files.
        example: String,
    },
    /// Its FORMAT file cannot be read as one.
    #[error("{path} is damaged: {detail}; restore it from a backup", path = path.display())]
    CorruptFormat {
        /// The FORMAT file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// The file system refuses.
    #[error(
        "cannot write to {path}: {source}; check its permissions, or use --datadir",
        path = path.display()
    )]
    Unwritable {
        /// The file or directory.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
}

/// An open data directory. Whoever has one is the only process that uses the directory; dropping it
/// lets the next one in.
#[derive(Debug)]
pub struct DataDir {
    path: PathBuf,
    identity: Identity,
    // Held for the lock on it only.
    _lock: File,
}

impl DataDir {
    /// Opens a directory for one chain, or makes it (readable by its owner only).
    ///
    /// # Errors
    /// [`DataDirError`]; each says what the user can do.
    pub fn open(path: &Path, identity: &Identity) -> Result<Self, DataDirError> {
        create_private_dir(path)?;
        let lock = lock::acquire(path)?;
        match read_format(path)? {
            Some(found) if found == *identity => {}
            Some(found) => {
                let (found, wanted) = (Box::new(found), Box::new(identity.clone()));
                return Err(DataDirError::OtherChain { path: path.to_owned(), found, wanted });
            }
            None => {
                check_unused(path)?;
                let format = path.join(FORMAT_FILE);
                write_atomic(&format, format::encode(identity).as_bytes(), 0o600)
                    .map_err(|source| DataDirError::Unwritable { path: format, source })?;
            }
        }
        Ok(Self { path: path.to_owned(), identity: identity.clone(), _lock: lock })
    }

    /// The directory itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it belongs to.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The chain store's files.
    #[must_use]
    pub fn chain_paths(&self) -> ChainPaths {
        ChainPaths::in_dir(&self.path)
    }

    /// The exchange's database: command log and read model.
    #[must_use]
    pub fn exchange_db(&self) -> PathBuf {
        self.path.join("exchange.sqlite")
    }

    /// The directory of key files.
    #[must_use]
    pub fn keys_dir(&self) -> PathBuf {
        self.path.join(KEYS_DIR)
    }

    /// The run file.
    #[must_use]
    pub fn run_file(&self) -> PathBuf {
        crate::run_file::path_in(&self.path)
    }

    /// The configuration file, which the user writes.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.path.join(CONFIG_FILE)
    }
}

/// Makes a directory that only its owner may enter, and makes that durable. An older one is left as
/// it is.
pub(crate) fn create_private_dir(path: &Path) -> Result<(), DataDirError> {
    let made = || {
        if path.is_dir() {
            return Ok(());
        }
        DirBuilder::new().recursive(true).mode(0o700).create(path)?;
        path.parent().filter(|parent| !parent.as_os_str().is_empty()).map_or(Ok(()), sync_dir)
    };
    made().map_err(|source| DataDirError::Unwritable { path: path.to_owned(), source })
}

fn read_format(path: &Path) -> Result<Option<Identity>, DataDirError> {
    let format = path.join(FORMAT_FILE);
    let corrupt = |detail| DataDirError::CorruptFormat { path: format.clone(), detail };
    let bytes = match File::open(&format) {
        Ok(file) => {
            read_bounded(file, MAX_FORMAT_FILE_BYTES).map_err(|e| corrupt(e.to_string()))?
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(DataDirError::Unwritable { path: format, source }),
    };
    match format::decode(&bytes) {
        Ok(identity) => Ok(Some(identity)),
        Err(format::FormatError::Corrupt(detail)) => Err(corrupt(detail)),
        Err(format::FormatError::Newer { found, known }) => {
            Err(DataDirError::NewerFormat { path: path.to_owned(), found, known })
        }
    }
}

/// A directory without FORMAT is ours only if nothing else is in it: a mistyped `--datadir` must not
/// fill somebody's home.
fn check_unused(path: &Path) -> Result<(), DataDirError> {
    let unreadable = |source| DataDirError::Unwritable { path: path.to_owned(), source };
    for entry in fs::read_dir(path).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        let name = name.to_string_lossy();
        // The lock, the user's configuration, keys made before the first start, what miners and
        // pools left, and what a crash before the first FORMAT leaves.
        let expected = [lock::LOCK_FILE, CONFIG_FILE, KEYS_DIR, MINER_DIR, POOL_DIR]
            .contains(&&*name)
            || (name.starts_with(&format!(".{FORMAT_FILE}.")) && name.ends_with(TEMPORARY_SUFFIX));
        if !expected {
            let example = name.into_owned();
            return Err(DataDirError::NotADataDir { path: path.to_owned(), example });
        }
    }
    Ok(())
}
