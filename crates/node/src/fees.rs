//! Fees as this node has seen them paid: fed by every change of the chain, kept over a restart in
//! Bitcoin Core's `fee_estimates.dat`.
//!
//! Does not know how anything is learnt from them: the chain's estimator does.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use quarry_chain::{ChainEvent, DecodeError, FeeEstimator};
use quarry_primitives::Now;

use crate::limits::{MAX_FEE_FILE_AGE_HOURS, MAX_FEE_FILE_BYTES};
use crate::{Node, NodeChain};

/// Where what was learnt is kept.
#[derive(Clone, Debug)]
pub struct FeeFile {
    /// The file.
    pub path: PathBuf,
    /// Whether it is read however old it is.
    pub accept_stale: bool,
}

/// Why the file was not read.
#[derive(Debug, thiserror::Error)]
enum FeeFileError {
    #[error("{0}")]
    File(#[from] io::Error),
    #[error("{bytes} bytes are more than there can be")]
    TooLong { bytes: u64 },
    #[error("{0}")]
    Form(#[from] DecodeError),
}

/// What this node knows of fees. Its lock is held for moments, and no other is taken under it.
#[derive(Debug)]
pub(crate) struct FeeDesk {
    estimator: Mutex<FeeEstimator>,
    path: PathBuf,
}

impl FeeDesk {
    /// Takes in what is kept; what cannot be read is told in the log, and learnt anew.
    pub(crate) fn open(file: FeeFile) -> Self {
        let shown = file.path.display();
        let kept = read(&file).unwrap_or_else(|error| {
            tracing::warn!("Unable to read policy estimator data (non-fatal): {error}");
            tracing::warn!("Failed to read fee estimates from {shown}. Continue anyway.");
            None
        });
        Self { estimator: Mutex::new(kept.unwrap_or_default()), path: file.path }
    }

    /// Learns from a change of the chain.
    pub(crate) fn observe(&self, chain: &NodeChain, now: Now, events: &[ChainEvent]) {
        if !events.is_empty() {
            self.estimator().observe(events, chain.is_current(now));
        }
    }

    pub(crate) fn estimator(&self) -> MutexGuard<'_, FeeEstimator> {
        // A panic in it may leave an average that is a little off, which is what averages are.
        self.estimator.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) {
        let bytes = self.estimator().encode();
        if let Err(error) = quarry_store::write_atomic(&self.path, &bytes, 0o600) {
            let shown = self.path.display();
            tracing::warn!("Failed to write fee estimates to {shown}: {error}. Continue anyway.");
            return;
        }
        let name = self.path.file_name().unwrap_or_default();
        tracing::info!("Flushed fee estimates to {}.", Path::new(name).display());
    }
}

impl Node {
    /// Keeps what was learnt about fees, if anything is. Blocks.
    pub fn write_fees(&self) {
        if let Some(desk) = self.fees() {
            desk.write();
        }
    }

    /// Takes what still waits as not confirmed in its time, and keeps what was learnt: the last thing
    /// to do with a node. Blocks.
    pub fn finish_fees(&self) {
        if let Some(desk) = self.fees() {
            desk.estimator().flush_waiting();
            desk.write();
        }
    }
}

/// Nothing if there is no file, or one that is too old to say anything about today's fees.
fn read(file: &FeeFile) -> Result<Option<FeeEstimator>, FeeFileError> {
    let shown = file.path.display();
    let about = match fs::metadata(&file.path) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            tracing::info!("{shown} is not found. Continue anyway.");
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    // The machine's own clock wrote that time, so it is asked, mocked or not.
    let age = SystemTime::now().duration_since(about.modified()?).unwrap_or_default();
    let hours = age.as_secs() / 3_600;
    if hours > MAX_FEE_FILE_AGE_HOURS && !file.accept_stale {
        tracing::warn!(
            "Fee estimation file {shown} too old (age={hours} > {MAX_FEE_FILE_AGE_HOURS} hours) and will \
             not be used to avoid serving stale estimates."
        );
        return Ok(None);
    }
    if about.len() > MAX_FEE_FILE_BYTES {
        return Err(FeeFileError::TooLong { bytes: about.len() });
    }
    Ok(Some(FeeEstimator::decode(&fs::read(&file.path)?)?))
}
