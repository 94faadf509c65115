//! The mempool over a restart: Bitcoin Core's `mempool.dat`.
//!
//! Does not know the bytes; the ledger's codec does.

use std::fs;
use std::io;
use std::path::Path;

use quarry_chain::{DecodeError, MempoolDump, TxError};
use quarry_primitives::Transaction;

use crate::Node;

/// Why a kept mempool was not taken in, or not kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MempoolFileError {
    /// The file cannot be read or written.
    #[error("{0}")]
    File(#[from] io::Error),
    /// It is not a mempool.
    #[error("{0}")]
    Form(#[from] DecodeError),
    /// The chain's store failed.
    #[error("{0}")]
    Chain(#[from] TxError),
}

impl Node {
    /// Takes a kept mempool in. Gives how many of its transactions are in now; nothing if there is
    /// no file. Blocks.
    ///
    /// # Errors
    /// [`MempoolFileError`]
    pub fn load_mempool(&self, path: &Path) -> Result<Option<usize>, MempoolFileError> {
        self.import_mempool(path, |_| {})
    }

    /// [`Node::load_mempool`] of what `choose` leaves of the file's contents.
    ///
    /// # Errors
    /// [`MempoolFileError`]
    pub(crate) fn import_mempool(
        &self,
        path: &Path,
        choose: impl FnOnce(&mut MempoolDump<Transaction>),
    ) -> Result<Option<usize>, MempoolFileError> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut dump = MempoolDump::decode(&bytes)?;
        choose(&mut dump);
        let now = self.clock().now();
        let loaded = self.change(|chain| match chain.load_mempool(now, dump) {
            Ok((loaded, events)) => (Ok(loaded), events),
            Err(error) => (Err(error), chain.take_pool_events()),
        })?;
        Ok(Some(loaded.accepted))
    }

    /// Keeps the mempool. Blocks.
    ///
    /// # Errors
    /// [`MempoolFileError`]
    pub fn save_mempool(&self, path: &Path) -> Result<(), MempoolFileError> {
        let dump = self.read(|chain| chain.pool().dump());
        // Core's name for what is not complete yet.
        let mut new = path.as_os_str().to_owned();
        new.push(".new");
        quarry_store::write_atomic(Path::new(&new), &dump.encode(Some(rand::random())), 0o600)?;
        Ok(fs::rename(&new, path)?)
    }
}
