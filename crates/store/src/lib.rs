//! Everything on disk: the [`DataDir`] with its lock and FORMAT file, the [`ChainStore`], the
//! [`FlatFiles`] of blocks, the exchange's [`CommandLog`], the [`KeyStore`], the [`RunFile`] and
//! any [`KeptFile`].
//!
//! Two promises hold for all of it. *Acknowledged means durable*: when a call that writes returns, the
//! bytes survive `kill -9` and a power cut (in flat files when `sync` returns). *Never silent*: a file that is torn, flipped, newer or
//! another chain's is a typed error that says what to do, not a guess.
//!
//! **Does not know:** what the records of the command log mean (`market`), how a key is encrypted
//! (`wallet`), the clock, sockets. No `async`: callers put it on a thread where that matters.

mod chain_store;
pub mod command_log;
mod datadir;
mod durable;
mod flat_files;
mod kept_file;
mod key_store;
pub mod limits;
mod run_file;

pub use chain_store::{ChainPaths, ChainStore};
pub use command_log::{CommandLog, CommandLogError};
pub use datadir::{DataDir, DataDirError, Identity, MINER_DIR, POOL_DIR, is_locked};
pub use durable::write_atomic;
pub use flat_files::{
    FileEnd, FlatFileError, FlatFiles, FlatKind, MASK_BYTES, MASK_FILE, ScanEnd, ScanStop,
};
pub use kept_file::KeptFile;
pub use key_store::{KeyStore, KeyStoreError};
pub use run_file::{RunFile, RunFileError, RunUrls};
