//! The lock on a data directory: `flock` on the file LOCK, which stays when the lock goes.
//!
//! Children do not inherit it (the file is opened close-on-exec). Does not know who holds it: the
//! run file tells.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::DataDirError;
use crate::limits::{LOCK_ATTEMPTS, LOCK_RETRY_PAUSE};

pub(super) const LOCK_FILE: &str = "LOCK";

/// Takes the lock of an existing directory.
pub(crate) fn acquire(directory: &Path) -> Result<File, DataDirError> {
    let path = directory.join(LOCK_FILE);
    let unwritable = |source| DataDirError::Unwritable { path: path.clone(), source };
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&path)
        .map_err(unwritable)?;
    for attempt in 1..=LOCK_ATTEMPTS {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(source)) => return Err(unwritable(source)),
            Err(TryLockError::WouldBlock) if attempt < LOCK_ATTEMPTS => {
                std::thread::sleep(LOCK_RETRY_PAUSE);
            }
            Err(TryLockError::WouldBlock) => {}
        }
    }
    Err(DataDirError::Locked { path: directory.to_owned() })
}

/// Whether a process uses the data directory now. A directory that is not there is not used.
///
/// # Errors
/// Whatever the file system says about the lock file.
pub fn is_locked(directory: &Path) -> std::io::Result<bool> {
    let file = match File::open(directory.join(LOCK_FILE)) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    // Shared, so that two who ask at once do not take each other for the owner.
    match file.try_lock_shared() {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}
