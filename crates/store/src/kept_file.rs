//! A file that one process at a time keeps something in: read at the start, replaced in one step whenever what
//! it holds changes.
//!
//! It has a directory of its own, for its owner's eyes only, with the lock of a data directory. Does not know
//! what the bytes mean.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::datadir::{DataDirError, create_private_dir, lock};
use crate::durable::{TEMPORARY_SUFFIX, read_bounded, write_atomic};

/// A file that is ours until this is dropped.
#[derive(Debug)]
pub struct KeptFile {
    path: PathBuf,
    limit: u64,
    // Held for the lock on the directory only.
    _lock: File,
}

impl KeptFile {
    /// Takes a directory, made if it is not there, for a file of this name that has at most `limit` bytes.
    ///
    /// # Errors
    /// [`DataDirError::Locked`] if another process has it, or whatever the file system says.
    pub fn open(directory: &Path, name: &str, limit: u64) -> Result<Self, DataDirError> {
        create_private_dir(directory)?;
        let file = Self { path: directory.join(name), limit, _lock: lock::acquire(directory)? };
        file.tidy(directory).map_err(|source| {
            let path = directory.to_owned();
            DataDirError::Unwritable { path, source }
        })?;
        Ok(file)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds; none if it was never written.
    ///
    /// # Errors
    /// [`io::ErrorKind::FileTooLarge`], or whatever the file system says.
    pub fn read(&self) -> io::Result<Option<Vec<u8>>> {
        match File::open(&self.path) {
            Ok(file) => read_bounded(file, self.limit).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Replaces what it holds in one step. Durable on return.
    ///
    /// # Errors
    /// Whatever the file system says; it then holds what it held, or, where only the directory could not be synced,
    /// either until it can.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        write_atomic(&self.path, bytes, 0o600)
    }

    /// Removes what a process left that was killed while it wrote: with the lock held nobody writes now.
    fn tidy(&self, directory: &Path) -> io::Result<()> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let left = entry.file_name().to_string_lossy().into_owned();
            if left.starts_with(&format!(".{name}.")) && left.ends_with(TEMPORARY_SUFFIX) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}
