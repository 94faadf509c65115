//! Fixtures: one data directory per release, which every later release must open.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A copy of `tests/fixtures/NAME` to work on, or `None` if no such fixture was made yet.
pub(crate) fn copy_of(name: &str) -> Option<TempDir> {
    let fixture = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fixture.is_dir().then(|| {
        let copy = tempfile::tempdir().unwrap();
        copy_tree(&fixture, copy.path());
        copy
    })
}

/// Copies files and directories, and their permissions.
pub(crate) fn copy_tree(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&target).unwrap();
            copy_tree(&entry.path(), &target);
            fs::set_permissions(&target, entry.metadata().unwrap().permissions()).unwrap();
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

#[test]
fn a_tree_is_copied() {
    let from = tempfile::tempdir().unwrap();
    fs::create_dir_all(from.path().join("a/b")).unwrap();
    fs::write(from.path().join("a/b/c"), "d").unwrap();
    let to = tempfile::tempdir().unwrap();
    copy_tree(from.path(), to.path());
    assert_eq!(fs::read_to_string(to.path().join("a/b/c")).unwrap(), "d");
    assert!(copy_of("no-such-release").is_none());
}
