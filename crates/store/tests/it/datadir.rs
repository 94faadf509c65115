//! The data directory: one process at a time, one chain for ever, and errors that help.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use quarry_store::{DataDir, DataDirError, Identity, is_locked, write_atomic};

use crate::child;

fn identity() -> Identity {
    Identity::quarry("00".repeat(32), "11".repeat(32))
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_new_directory_is_private_and_opens_again() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("deep/er");
    let dir = DataDir::open(&path, &identity()).unwrap();
    assert_eq!((dir.path(), dir.identity()), (path.as_path(), &identity()));
    assert_eq!(mode(&path), 0o700);
    assert_eq!(mode(&path.join("FORMAT")), 0o600);
    drop(dir);
    DataDir::open(&path, &identity()).unwrap();
    let names: Vec<_> = fs::read_dir(&path).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn two_opens_in_one_process() {
    let place = tempfile::tempdir().unwrap();
    assert!(!is_locked(place.path()).unwrap());
    let first = DataDir::open(place.path(), &identity()).unwrap();
    assert!(is_locked(place.path()).unwrap());
    let second = DataDir::open(place.path(), &identity()).unwrap_err();
    assert!(matches!(second, DataDirError::Locked { .. }));
    let said = second.to_string();
    assert!(said.contains("another quarry is running on"), "{said}");
    assert!(said.contains("stop it or use --datadir"), "{said}");
    drop(first);
    child::wait_until_unlocked(place.path());
    DataDir::open(place.path(), &identity()).unwrap();
}

/// What the child of the next test does.
#[test]
fn child_holds_the_lock() {
    let Some(path) = child::path_for("hold-lock") else { return };
    let _dir = DataDir::open(&path, &identity()).unwrap();
    child::say("locked");
    // Until it is killed: its standard input stays open and empty.
    let _ = std::io::stdin().read_line(&mut String::new());
}

#[test]
fn a_killed_process_leaves_no_lock() {
    let place = tempfile::tempdir().unwrap();
    let mut process =
        child::Child::start("datadir::child_holds_the_lock", "hold-lock", place.path());
    assert_eq!(process.next_word().as_deref(), Some("locked"));
    assert!(is_locked(place.path()).unwrap());
    let refused = DataDir::open(place.path(), &identity());
    assert!(matches!(refused, Err(DataDirError::Locked { .. })));
    process.kill();
    child::wait_until_unlocked(place.path());
    DataDir::open(place.path(), &identity()).unwrap();
}

#[test]
fn programs_that_we_start_do_not_keep_the_lock() {
    let place = tempfile::tempdir().unwrap();
    let dir = DataDir::open(place.path(), &identity()).unwrap();
    let mut other = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
    drop(dir);
    let opened = DataDir::open(place.path(), &identity());
    other.kill().unwrap();
    other.wait().unwrap();
    opened.unwrap();
}

#[test]
fn a_newer_format_is_refused_and_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let newer = "{\"version\":7,\"shards\":[1,2]}";
    fs::write(place.path().join("FORMAT"), newer).unwrap();
    let refused = DataDir::open(place.path(), &identity()).unwrap_err();
    assert!(matches!(refused, DataDirError::NewerFormat { found: 7, known: 1, .. }));
    assert!(refused.to_string().contains("upgrade quarry"), "{refused}");
    assert_eq!(fs::read_to_string(place.path().join("FORMAT")).unwrap(), newer);
}

#[test]
fn a_torn_format_is_refused() {
    let place = tempfile::tempdir().unwrap();
    drop(DataDir::open(place.path(), &identity()).unwrap());
    let format = place.path().join("FORMAT");
    let whole = fs::read(&format).unwrap();
    let long = [whole.clone(), vec![b' '; 5_000]].concat();
    for torn in [&whole[..0], &whole[..whole.len() / 2], b"\xff\xfe", &long] {
        fs::write(&format, torn).unwrap();
        let refused = DataDir::open(place.path(), &identity());
        assert!(matches!(refused, Err(DataDirError::CorruptFormat { .. })));
    }
}

#[test]
fn another_chains_directory_is_refused() {
    let place = tempfile::tempdir().unwrap();
    drop(DataDir::open(place.path(), &identity()).unwrap());
    let mut others = [identity(), identity(), identity()];
    others[0].chain_id = "22".repeat(32);
    others[1].spec_hash = "22".repeat(32);
    others[2].kind = "quarry-depot".to_owned();
    for other in others {
        let refused = DataDir::open(place.path(), &other).unwrap_err();
        assert!(matches!(&refused, DataDirError::OtherChain { wanted, .. } if **wanted == other));
    }
    DataDir::open(place.path(), &identity()).unwrap();
}

#[test]
fn somebody_elses_directory_is_refused() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("thesis.tex"), "").unwrap();
    let refused = DataDir::open(place.path(), &identity()).unwrap_err();
    assert!(matches!(&refused, DataDirError::NotADataDir { example, .. }
        if example == "thesis.tex"));
    // A configuration and keys that wait for the first start, and a crash before the first FORMAT.
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("keys")).unwrap();
    for name in ["quarry.toml", "LOCK", ".FORMAT.4711.0.tmp"] {
        fs::write(place.path().join(name), "").unwrap();
    }
    DataDir::open(place.path(), &identity()).unwrap();
}

#[test]
fn an_unwritable_place_is_named() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    fs::write(&file, "").unwrap();
    for path in [file.clone(), file.join("below")] {
        let refused = DataDir::open(&path, &identity()).unwrap_err();
        assert!(matches!(&refused, DataDirError::Unwritable { .. }), "{refused:?}");
        assert!(refused.to_string().contains("use --datadir"), "{refused}");
    }
}

#[test]
fn writing_replaces_in_one_step_or_not_at_all() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("x");
    write_atomic(&path, b"old", 0o600).unwrap();
    write_atomic(&path, b"new", 0o600).unwrap();
    assert_eq!((fs::read(&path).unwrap(), mode(&path)), (b"new".to_vec(), 0o600));
    // A directory of that name cannot be replaced; nothing is left behind.
    fs::create_dir(place.path().join("y")).unwrap();
    write_atomic(&place.path().join("y"), b"new", 0o600).unwrap_err();
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2);
}
