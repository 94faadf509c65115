//! A file that one process at a time keeps something in.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use quarry_store::{DataDirError, KeptFile};

#[test]
fn one_at_a_time_has_it_and_finds_what_was_kept() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("a/b");
    let file = KeptFile::open(&dir, "books", 10).unwrap();
    assert_eq!(file.read().unwrap(), None);
    file.write(b"one").unwrap();
    file.write(b"two").unwrap();
    let second = KeptFile::open(&dir, "books", 10).unwrap_err();
    assert!(matches!(&second, DataDirError::Locked { path } if *path == dir), "{second}");
    // As a process leaves it that is killed while it writes.
    fs::write(dir.join(".books.1.0.tmp"), "half of thr").unwrap();
    fs::write(dir.join(".others.1.0.tmp"), "theirs").unwrap();
    drop(file);
    let file = KeptFile::open(&dir, "books", 10).unwrap();
    assert_eq!(file.read().unwrap().unwrap(), b"two");
    assert!(!dir.join(".books.1.0.tmp").exists() && dir.join(".others.1.0.tmp").exists());
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&dir), mode(file.path())), (0o700, 0o600));
    fs::write(file.path(), "more than ten bytes").unwrap();
    assert_eq!(file.read().unwrap_err().kind(), std::io::ErrorKind::FileTooLarge);
}
