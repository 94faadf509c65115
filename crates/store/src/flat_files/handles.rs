//! Names of flat files, and a few that are held open for reading.
//!
//! Does not know records.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{FlatFileError, FlatKind};
use crate::limits::MAX_OPEN_FLAT_FILES;

#[derive(Debug)]
pub(super) struct Handles {
    dir: PathBuf,
    kind: FlatKind,
    /// The one used last is at the end.
    open: Mutex<Vec<(u32, Arc<File>)>>,
}

impl Handles {
    pub(super) fn new(dir: &Path, kind: FlatKind) -> Self {
        Self { dir: dir.to_owned(), kind, open: Mutex::default() }
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    pub(super) fn kind(&self) -> FlatKind {
        self.kind
    }

    pub(super) fn path(&self, file: u32) -> PathBuf {
        self.dir.join(format!("{}{file:05}.dat", self.kind.prefix()))
    }

    /// The highest number of a file that is there. Lower ones may be missing.
    pub(super) fn last(&self) -> Result<Option<u32>, FlatFileError> {
        let unreadable = |source| FlatFileError::read(&self.dir, source);
        let mut last = None;
        for entry in fs::read_dir(&self.dir).map_err(unreadable)? {
            let name = entry.map_err(unreadable)?.file_name();
            last = last.max(name.to_str().and_then(|name| self.number(name)));
        }
        Ok(last)
    }

    fn number(&self, name: &str) -> Option<u32> {
        let digits = name.strip_prefix(self.kind.prefix())?.strip_suffix(".dat")?;
        // `blk7.dat` or `blk+0007.dat` is not ours.
        let ours = digits.len() >= 5 && digits.bytes().all(|b| b.is_ascii_digit());
        let canonical = digits.len() == 5 || !digits.starts_with('0');
        (ours && canonical).then(|| digits.parse().ok()).flatten()
    }

    pub(super) fn exists(&self, file: u32) -> Result<bool, FlatFileError> {
        let path = self.path(file);
        path.try_exists().map_err(|source| FlatFileError::read(&path, source))
    }

    /// A file's length in bytes.
    pub(super) fn length(&self, file: u32) -> Result<u32, FlatFileError> {
        let path = self.path(file);
        let metadata = self.open(file)?.metadata();
        let len = metadata.map_err(|source| FlatFileError::read(&path, source))?.len();
        u32::try_from(len).map_err(|_| FlatFileError::TooLarge { path, len })
    }

    /// A file, open for reading.
    pub(super) fn open(&self, file: u32) -> Result<Arc<File>, FlatFileError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.path(file);
        let known = open.iter().position(|(number, _)| *number == file);
        let handle = match known.map(|at| open.remove(at).1) {
            // Not if somebody took the file away: what is read then has to fail.
            Some(handle) if fs::exists(&path).unwrap_or(false) => handle,
            _ => {
                let opened = File::open(&path);
                Arc::new(opened.map_err(|source| FlatFileError::read(&path, source))?)
            }
        };
        if open.len() >= MAX_OPEN_FLAT_FILES {
            open.remove(0);
        }
        open.push((file, Arc::clone(&handle)));
        Ok(handle)
    }

    /// A file, open for writing, and whether it had to be made.
    pub(super) fn open_to_write(&self, file: u32) -> Result<(File, bool), FlatFileError> {
        let path = self.path(file);
        let failed = |source| FlatFileError::write(&path, source);
        let mut options = OpenOptions::new();
        options.write(true).mode(0o600);
        match options.clone().create_new(true).open(&path) {
            Ok(file) => Ok((file, true)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                options.open(&path).map(|file| (file, false)).map_err(failed)
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// Removes a file, if it is there.
    pub(super) fn remove(&self, file: u32) -> Result<(), FlatFileError> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).retain(|(n, _)| *n != file);
        let path = self.path(file);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(FlatFileError::write(&path, error))
            }
            _ => Ok(()),
        }
    }
}
