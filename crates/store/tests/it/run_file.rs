//! The run file: found while the instance runs, explained otherwise.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use quarry_store::{DataDir, Identity, RunFile, RunFileError, RunUrls};

use crate::child;

fn example() -> RunFile {
    RunFile {
        instance: "0123456789abcdef".to_owned(),
        pid: 1,
        started_ms: 2,
        urls: RunUrls {
            dashboard: "http://127.0.0.1:1".to_owned(),
            node: "http://127.0.0.1:2".to_owned(),
            exchange: "http://127.0.0.1:3".to_owned(),
        },
        operator_token: "sesame".to_owned(),
    }
}

#[test]
fn the_life_of_a_run_file() {
    let place = tempfile::tempdir().unwrap();
    let read = || RunFile::read(place.path());
    assert!(matches!(read(), Err(RunFileError::Missing { .. })));
    let dir = DataDir::open(place.path(), &Identity::quarry("a", "b")).unwrap();
    assert!(matches!(read(), Err(RunFileError::NotReady { .. })));
    example().write(&dir).unwrap();
    assert_eq!(read().unwrap(), example());
    let mode = fs::metadata(dir.run_file()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    RunFile::remove(&dir).unwrap();
    RunFile::remove(&dir).unwrap();
    assert!(matches!(read(), Err(RunFileError::NotReady { .. })));
    example().write(&dir).unwrap();
    drop(dir);
    child::wait_until_unlocked(place.path());
    // Left behind by a crash: its pid may be anybody's by now.
    assert!(matches!(read(), Err(RunFileError::Stale { .. })));
}

#[test]
fn torn_and_newer_run_files_are_explained() {
    let place = tempfile::tempdir().unwrap();
    let dir = DataDir::open(place.path(), &Identity::quarry("a", "b")).unwrap();
    example().write(&dir).unwrap();
    let whole = fs::read(dir.run_file()).unwrap();
    fs::write(dir.run_file(), &whole[..whole.len() - 5]).unwrap();
    let torn = RunFile::read(place.path()).unwrap_err();
    assert!(matches!(torn, RunFileError::Corrupt { .. }));
    assert!(!format!("{torn} {torn:?}").contains("sesame"));
    fs::write(dir.run_file(), "{\"version\":9}").unwrap();
    let newer = RunFile::read(place.path()).unwrap_err();
    assert!(matches!(newer, RunFileError::Newer { found: 9, known: 1, .. }));
    fs::write(dir.run_file(), vec![b' '; 20_000]).unwrap();
    let long = RunFile::read(place.path()).unwrap_err();
    assert!(matches!(long, RunFileError::Unreadable { .. }));
    drop(dir);
    child::wait_until_unlocked(place.path());
    assert!(matches!(RunFile::read(place.path()), Err(RunFileError::Stale { .. })));
}

#[test]
fn each_error_says_what_to_do() {
    let place = tempfile::tempdir().unwrap();
    let missing = RunFile::read(&place.path().join("nowhere")).unwrap_err();
    assert!(matches!(missing, RunFileError::Missing { .. }));
    assert!(missing.to_string().contains("start one with `quarry up`"), "{missing}");
}
