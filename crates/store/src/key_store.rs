//! The directory of key files: one `NAME.json` per key, for its owner's eyes only.
//!
//! A key is never overwritten and never removed here. Does not know how keys are encrypted
//! (`wallet`).

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use quarry_wallet::limits::MAX_KEY_FILE_BYTES;
use quarry_wallet::{KeyFile, KeyFileError, KeyName};
use rustix::fs::OFlags;

use crate::datadir::{DataDirError, create_private_dir};
use crate::durable::{read_bounded, write_new};
use crate::limits::MAX_KEY_FILES;

/// Permission bits that let anybody but the owner in.
const OTHERS: u32 = 0o077;

/// Why a key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyStoreError {
    /// No key of that name.
    #[error("no key `{name}` in {dir}: list the keys with `quarry account list`",
        dir = dir.display())]
    NoSuchKey {
        /// The name.
        name: KeyName,
        /// The directory.
        dir: PathBuf,
    },
    /// A key of that name is there already.
    #[error("a key `{name}` exists already in {dir}: choose another name", dir = dir.display())]
    Exists {
        /// The name.
        name: KeyName,
        /// The directory.
        dir: PathBuf,
    },
    /// Others may read it, so its secret may be known to them.
    #[error(
        "{path} can be read by other users (mode {mode:04o}): run `chmod {fix} {path}`, \
         and move the funds if somebody may have read it",
        path = path.display(), fix = if *directory { "700" } else { "600" }
    )]
    ReadableByOthers {
        /// The file or directory.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
        /// Whether it is the directory.
        directory: bool,
    },
    /// The file's name is not the key's.
    #[error("{path} holds the key `{found}`: rename it to {found}.json", path = path.display())]
    OtherName {
        /// The file.
        path: PathBuf,
        /// The name in it.
        found: KeyName,
    },
    /// Not a key file, or one of a newer program.
    #[error("{path}: {source}", path = path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: KeyFileError,
    },
    /// More than [`MAX_KEY_FILES`].
    #[error("{dir} holds more than {MAX_KEY_FILES} files", dir = dir.display())]
    TooManyKeys {
        /// The directory.
        dir: PathBuf,
    },
    /// The directory cannot be made.
    #[error(transparent)]
    DataDir(#[from] DataDirError),
    /// The file system refuses.
    #[error("cannot use {path}: {source}", path = path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
}

/// An open directory of key files.
#[derive(Clone, Debug)]
pub struct KeyStore {
    dir: PathBuf,
}

impl KeyStore {
    /// Opens a directory, or makes it (for its owner only).
    ///
    /// # Errors
    /// [`KeyStoreError::ReadableByOthers`], or whatever the file system says.
    pub fn open(dir: &Path) -> Result<Self, KeyStoreError> {
        create_private_dir(dir)?;
        let metadata = fs::metadata(dir).map_err(|source| io_error(dir, source))?;
        check_private(dir, &metadata)?;
        Ok(Self { dir: dir.to_owned() })
    }

    /// The directory.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The names of all keys, sorted. Files that are not called like a key file are passed over.
    ///
    /// # Errors
    /// [`KeyStoreError::TooManyKeys`], or whatever the file system says.
    pub fn list(&self) -> Result<Vec<KeyName>, KeyStoreError> {
        let mut names = Vec::new();
        let entries = fs::read_dir(&self.dir).map_err(|source| io_error(&self.dir, source))?;
        for (count, entry) in entries.enumerate() {
            if count >= MAX_KEY_FILES {
                return Err(KeyStoreError::TooManyKeys { dir: self.dir.clone() });
            }
            let file_name = entry.map_err(|source| io_error(&self.dir, source))?.file_name();
            let stem = file_name.to_str().and_then(|name| name.strip_suffix(".json"));
            names.extend(stem.and_then(|stem| KeyName::new(stem).ok()));
        }
        names.sort();
        Ok(names)
    }

    /// Whether there is a key of that name (in whatever state).
    #[must_use]
    pub fn exists(&self, name: &KeyName) -> bool {
        fs::symlink_metadata(self.path(name)).is_ok()
    }

    /// Reads a key file; nothing is decrypted.
    ///
    /// # Errors
    /// [`KeyStoreError`]; a file that others can read is refused even if it is encrypted.
    pub fn load(&self, name: &KeyName) -> Result<KeyFile, KeyStoreError> {
        let path = self.path(name);
        let file = match open_no_follow(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(KeyStoreError::NoSuchKey { name: name.clone(), dir: self.dir.clone() });
            }
            Err(source) => return Err(io_error(&path, source)),
        };
        // Of the open file, not of the path: nobody can swap it in between.
        check_private(&path, &file.metadata().map_err(|source| io_error(&path, source))?)?;
        let text = read_bounded(file, MAX_KEY_FILE_BYTES as u64)
            .map(zeroize::Zeroizing::new)
            .map_err(|source| io_error(&path, source))?;
        let key = KeyFile::decode(&text)
            .map_err(|source| KeyStoreError::KeyFile { path: path.clone(), source })?;
        if key.name() != name {
            return Err(KeyStoreError::OtherName { path, found: key.name().clone() });
        }
        Ok(key)
    }

    /// Writes a new key file under the key's own name. Durable on return.
    ///
    /// # Errors
    /// [`KeyStoreError::Exists`] if the name is taken, or whatever the file system says.
    pub fn save(&self, key: &KeyFile) -> Result<(), KeyStoreError> {
        let name = key.name();
        let path = self.path(name);
        write_new(&path, key.encode().as_bytes(), 0o600).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => {
                KeyStoreError::Exists { name: name.clone(), dir: self.dir.clone() }
            }
            _ => io_error(&path, source),
        })
    }

    /// Where a key's file is.
    #[must_use]
    pub fn path(&self, name: &KeyName) -> PathBuf {
        self.dir.join(format!("{name}.json"))
    }
}

/// Opens for reading, but not through a symbolic link and without waiting for a pipe's writer.
fn open_no_follow(path: &Path) -> io::Result<File> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

fn check_private(path: &Path, metadata: &fs::Metadata) -> Result<(), KeyStoreError> {
    let mode = metadata.permissions().mode() & 0o7777;
    if mode & OTHERS != 0 {
        let (path, directory) = (path.to_owned(), metadata.is_dir());
        return Err(KeyStoreError::ReadableByOthers { path, mode, directory });
    }
    Ok(())
}

fn io_error(path: &Path, source: io::Error) -> KeyStoreError {
    KeyStoreError::Io { path: path.to_owned(), source }
}
