//! Writing a small file so that a crash leaves the old one or the new one, never half of one.
//!
//! The bytes go to a temporary file in the same directory, which is synced, put in place in one step,
//! and then the directory is synced, so that the new name survives a power cut too.
//! Does not know what is written.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// How the names of temporary files end. A crash may leave one behind; nothing ever reads it.
pub(crate) const TEMPORARY_SUFFIX: &str = ".tmp";

/// Writes a file with these permissions, replacing an older one in one step. Durable on return.
///
/// # Errors
/// Whatever the file system says; the older file is then untouched.
pub fn write_atomic(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let temporary = Temporary::write(path, bytes, mode)?;
    fs::rename(&temporary.path, path)?;
    sync_dir(directory_of(path))
}

/// Writes a file with these permissions unless there is one of that name. Durable on return.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`], or whatever the file system says.
pub(crate) fn write_new(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let temporary = Temporary::write(path, bytes, mode)?;
    // Unlike a rename, a link never replaces: two writers cannot both win.
    fs::hard_link(&temporary.path, path)?;
    drop(temporary);
    sync_dir(directory_of(path))
}

/// Makes new and removed names in a directory durable.
pub(crate) fn sync_dir(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Reads a file of at most `limit` bytes.
pub(crate) fn read_bounded(file: File, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than any file we write"));
    }
    Ok(bytes)
}

fn directory_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A synced file beside the one it is meant for; removed when dropped, if it is still there.
struct Temporary {
    path: PathBuf,
}

impl Temporary {
    fn write(target: &Path, bytes: &[u8], mode: u32) -> io::Result<Self> {
        let path = temporary_name(target)?;
        // `create_new` refuses whatever is there, a planted link included.
        let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&path)?;
        let temporary = Self { path };
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(temporary)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // After a rename it is gone, and an error on clean-up must not hide the first one.
        let _ = fs::remove_file(&self.path);
    }
}

/// `.NAME.PID.COUNT.tmp`: no two writers share one. A crashed process' name may come back with its
/// pid, so names that are taken are passed over.
fn temporary_name(target: &Path) -> io::Result<PathBuf> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = target
        .file_name()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidFilename, "not the name of a file"))?;
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let mut temporary = OsString::from(".");
        temporary.push(name);
        temporary.push(format!(".{}.{count}{TEMPORARY_SUFFIX}", std::process::id()));
        let path = target.with_file_name(temporary);
        if fs::symlink_metadata(&path).is_err() {
            return Ok(path);
        }
    }
}
