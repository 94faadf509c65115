//! The command log: acknowledged means durable, and damage is never silent.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use quarry_store::CommandLog;
use quarry_store::command_log::{CommandLogError, Corruption, IntegrityReport, Record, Snapshot};
use quarry_store::limits::{MAX_RECORD_BYTES, MAX_RECORDS_PER_APPEND};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::child;

/// The record of a number: any reader can tell whether it is the right one.
fn record(seq: u64) -> Record {
    let length = usize::try_from(seq * 37 % 300).unwrap();
    let bytes = format!("command {seq} ").into_bytes().repeat(1 + length / 10);
    Record { at_ms: 1_700_000_000_000 + seq, rules_version: 1, bytes }
}

fn records(range: std::ops::RangeInclusive<u64>) -> Vec<Record> {
    range.map(record).collect()
}

fn place() -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("exchange.sqlite");
    (place, path)
}

/// A closed log of 50 records and a snapshot after the 40th.
fn example() -> (TempDir, PathBuf) {
    let (place, path) = place();
    let mut log = CommandLog::open(&path).unwrap();
    log.append(&records(1..=30)).unwrap();
    log.append(&records(31..=50)).unwrap();
    log.save_snapshot(40, 1, b"state after 40").unwrap();
    (place, path)
}

fn read(log: &CommandLog, from: u64) -> Result<Vec<(u64, Record)>, CommandLogError> {
    let mut found = Vec::new();
    log.read_from(from, |entry| {
        let (at_ms, rules_version) = (entry.at_ms, entry.rules_version);
        found.push((entry.seq, Record { at_ms, rules_version, bytes: entry.bytes.to_vec() }));
        Ok::<(), CommandLogError>(())
    })?;
    Ok(found)
}

/// Opens and reads everything.
fn check(path: &Path) -> Result<IntegrityReport, CommandLogError> {
    CommandLog::open(path)?.integrity()
}

fn corruption(result: Result<IntegrityReport, CommandLogError>) -> Corruption {
    match result {
        Err(CommandLogError::Corrupt { corruption, .. }) => corruption,
        other => panic!("not found to be corrupt: {other:?}"),
    }
}

fn tamper(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn what_is_appended_is_read_back() {
    let (_place, path) = example();
    let log = CommandLog::open(&path).unwrap();
    assert_eq!(log.last_seq(), 50);
    let wanted = |from: u64| (from..=50).map(|seq| (seq, record(seq))).collect::<Vec<_>>();
    for from in [1, 17, 50, 51, u64::MAX] {
        assert_eq!(read(&log, from).unwrap(), wanted(from.min(51)), "from {from}");
    }
    assert_eq!(read(&log, 0).unwrap(), wanted(1));
    assert_eq!(log.integrity().unwrap(), IntegrityReport { records: 50, snapshots: 1 });
}

#[test]
fn an_empty_log_and_an_empty_batch() {
    let (_place, path) = place();
    let mut log = CommandLog::open(&path).unwrap();
    assert_eq!((log.last_seq(), log.append(&[]).unwrap()), (0, 0));
    assert_eq!(log.latest_snapshot().unwrap(), None);
    log.save_snapshot(0, 1, b"genesis").unwrap();
    assert_eq!(log.integrity().unwrap(), IntegrityReport { records: 0, snapshots: 1 });
}

#[test]
fn a_reader_can_stop_early_with_its_own_error() {
    /// After which record, if it was the reader's own wish.
    #[derive(Debug, PartialEq)]
    struct Stop(Option<u64>);
    impl From<CommandLogError> for Stop {
        fn from(_: CommandLogError) -> Self {
            Self(None)
        }
    }
    let (_place, path) = example();
    let log = CommandLog::open(&path).unwrap();
    let stopped =
        log.read_from(1, |entry| if entry.seq == 7 { Err(Stop(Some(7))) } else { Ok(()) });
    assert_eq!(stopped, Err(Stop(Some(7))));
}

#[test]
fn snapshots_are_kept_two_deep() {
    let (_place, path) = example();
    let mut log = CommandLog::open(&path).unwrap();
    let snapshot = |seq, state: &[u8]| Snapshot { seq, rules_version: 1, state: state.to_vec() };
    assert_eq!(log.latest_snapshot().unwrap(), Some(snapshot(40, b"state after 40")));
    log.save_snapshot(45, 1, b"45").unwrap();
    log.save_snapshot(50, 1, b"50").unwrap();
    assert_eq!(log.latest_snapshot().unwrap(), Some(snapshot(50, b"50")));
    assert_eq!(log.snapshot_before(50).unwrap(), Some(snapshot(45, b"45")));
    assert_eq!(log.snapshot_before(45).unwrap(), None);
    assert!(matches!(
        log.save_snapshot(51, 1, b"51"),
        Err(CommandLogError::SnapshotAhead { seq: 51, last: 50 })
    ));
}

#[test]
fn limits_refuse_the_whole_batch() {
    let (_place, path) = place();
    let mut log = CommandLog::open(&path).unwrap();
    let mut long = records(1..=2);
    long[1].bytes = vec![0; MAX_RECORD_BYTES + 1];
    assert!(matches!(log.append(&long), Err(CommandLogError::RecordTooLong(_))));
    let many = vec![record(1); MAX_RECORDS_PER_APPEND + 1];
    assert!(matches!(log.append(&many), Err(CommandLogError::TooManyRecords(_))));
    let mut late = records(1..=2);
    late[1].at_ms = u64::MAX;
    assert!(matches!(log.append(&late), Err(CommandLogError::NumberTooLarge(_))));
    assert_eq!(log.last_seq(), 0);
    log.append(&records(1..=1)).unwrap();
    assert_eq!(log.integrity().unwrap().records, 1);
}

#[test]
fn newer_and_foreign_files_are_refused() {
    let (_place, path) = example();
    tamper(&path, "PRAGMA user_version = 2");
    assert!(matches!(
        CommandLog::open(&path),
        Err(CommandLogError::NewerFormat { found: 2, known: 1, .. })
    ));
    let (_place, path) = place();
    tamper(&path, "CREATE TABLE bookmarks (url TEXT)");
    assert!(matches!(CommandLog::open(&path), Err(CommandLogError::NotALog { .. })));
    let (_place, path) = place();
    fs::write(&path, "not a database, but long enough to be looked at".repeat(50)).unwrap();
    assert!(matches!(CommandLog::open(&path), Err(CommandLogError::Corrupt { .. })));
    let other = tempfile::tempdir().unwrap();
    let below_a_file = other.path().join("file").join("log");
    fs::write(other.path().join("file"), "").unwrap();
    assert!(matches!(CommandLog::open(&below_a_file), Err(CommandLogError::Io { .. })));
}

#[test]
fn every_kind_of_tampering_is_found() {
    for (sql, wanted) in [
        ("DELETE FROM log WHERE seq = 20", Corruption::Gap { expected: 20, found: 21 }),
        ("DELETE FROM log WHERE seq = 1", Corruption::Gap { expected: 1, found: 2 }),
        ("DELETE FROM log WHERE seq > 48", Corruption::Tail { acknowledged: 50, found: 48 }),
        ("UPDATE log SET at_ms = at_ms + 1 WHERE seq = 9", Corruption::Record { seq: 9 }),
        ("UPDATE log SET rules_version = 2 WHERE seq = 9", Corruption::Record { seq: 9 }),
        ("UPDATE log SET record = zeroblob(9) WHERE seq = 9", Corruption::Record { seq: 9 }),
        ("UPDATE log SET hash = zeroblob(32) WHERE seq = 9", Corruption::Record { seq: 9 }),
        (
            "UPDATE log SET hash = zeroblob(32) WHERE seq = 50",
            Corruption::Tail { acknowledged: 50, found: 50 },
        ),
        (
            "INSERT INTO log SELECT 51, at_ms, rules_version, record, hash FROM log WHERE seq = 50",
            Corruption::Tail { acknowledged: 50, found: 51 },
        ),
        ("DELETE FROM meta", Corruption::Head),
        ("UPDATE snapshot SET state = zeroblob(9)", Corruption::Snapshot { seq: 40 }),
        ("UPDATE snapshot SET seq = 41", Corruption::Snapshot { seq: 41 }),
        ("UPDATE snapshot SET seq = 51", Corruption::Snapshot { seq: 51 }),
    ] {
        let (_place, path) = example();
        tamper(&path, sql);
        assert_eq!(corruption(check(&path)), wanted, "{sql}");
    }
}

#[test]
fn what_was_read_before_the_damage_is_sound() {
    let (_place, path) = example();
    tamper(&path, "UPDATE log SET record = zeroblob(9) WHERE seq = 9");
    let log = CommandLog::open(&path).unwrap();
    let mut handed_out = 0;
    let result = log.read_from(1, |entry| {
        handed_out = entry.seq;
        Ok::<(), CommandLogError>(())
    });
    assert!(result.is_err());
    assert_eq!(handed_out, 8);
    assert_eq!(read(&log, 10).unwrap().len(), 41);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    /// A flipped bit is found, or it lies where it changes nothing that anybody reads (free space,
    /// and counters that SQLite keeps for its own use). A snapshot may be lost to it: replaying the
    /// records gives the same state.
    #[test]
    fn a_flipped_bit_is_never_silent(place in any::<prop::sample::Index>(), bit in 0..8u8) {
        static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let (_dir, path) = example();
            fs::read(path).unwrap()
        });
        let (_dir, path) = self::place();
        let mut bytes = WHOLE.clone();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        fs::write(&path, &bytes).unwrap();
        let Ok(log) = CommandLog::open(&path) else { return Ok(()) };
        if let Ok(found) = read(&log, 1) {
            let wanted: Vec<_> = (1..=50).map(|seq| (seq, record(seq))).collect();
            prop_assert_eq!(found, wanted);
        }
        if let Ok(Some(found)) = log.latest_snapshot() {
            let state = b"state after 40".to_vec();
            prop_assert_eq!(found, Snapshot { seq: 40, rules_version: 1, state });
        }
    }
}

#[test]
fn every_byte_of_a_record_is_guarded() {
    let (_place, path) = example();
    let bytes = fs::read(&path).unwrap();
    let needle = b"command 25 ";
    let at = bytes.windows(needle.len()).position(|window| window == needle).unwrap();
    for offset in 0..needle.len() {
        let mut flipped = bytes.clone();
        flipped[at + offset] ^= 1;
        fs::write(&path, &flipped).unwrap();
        assert_eq!(corruption(check(&path)), Corruption::Record { seq: 25 });
    }
}

#[test]
fn the_files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let (place, path) = place();
    let mut log = CommandLog::open(&path).unwrap();
    log.append(&records(1..=1)).unwrap();
    for entry in fs::read_dir(place.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{:?}", entry.file_name());
    }
}

/// The bytes under the hashes: a log written today is read by every later program.
#[test]
fn golden_links() {
    let (_place, path) = example();
    let connection = Connection::open(&path).unwrap();
    let hex = |sql: &str| -> String { connection.query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(
        hex("SELECT lower(hex(hash)) FROM log WHERE seq = 1"),
        "d43d92d0858aaadce6797becf28067d09a14335bed1127734fa9d07068147631"
    );
    assert_eq!(
        hex("SELECT lower(hex(hash)) FROM snapshot"),
        "256836b3935e304e28f05e56653e874c9dce2af0357986236b8e1d5afee322ad"
    );
    assert_eq!(
        hex("SELECT lower(hex(value)) FROM meta WHERE key = 'head'"),
        format!("{:016x}{}", 50, hex("SELECT lower(hex(hash)) FROM log WHERE seq = 50"))
    );
}

/// What the child of the next test does: append for ever, saying each number once it is durable.
#[test]
fn child_appends() {
    let Some(path) = child::path_for("append") else { return };
    let mut log = CommandLog::open(&path).unwrap();
    loop {
        let next = log.last_seq() + 1;
        // Batches of one to five, and now and then a snapshot.
        let last = log.append(&records(next..=next + next % 5)).unwrap();
        child::say(last);
        if last.is_multiple_of(7) {
            log.save_snapshot(last, 1, &record(last).bytes).unwrap();
        }
    }
}

#[test]
fn a_killed_process_loses_nothing_it_acknowledged() {
    const KILLS: u64 = 20;
    let (_place, path) = place();
    // xorshift: the moments differ, and a failure can be repeated.
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let mut process = child::Child::start("command_log::child_appends", "append", &path);
        for _ in 0..=random % 12 {
            acknowledged = process.next_word().expect("the child died").parse().unwrap();
        }
        // Somewhere in the append that follows.
        for _ in 0..random % 20_000 {
            std::hint::spin_loop();
        }
        process.kill();
        while let Some(word) = process.next_word() {
            acknowledged = word.parse().unwrap();
        }
        let log = CommandLog::open(&path).unwrap();
        assert!(log.last_seq() >= acknowledged, "kill {kill} lost acknowledged records");
        assert_eq!(log.integrity().unwrap().records, log.last_seq());
        for (seq, found) in read(&log, 1).unwrap() {
            assert_eq!(found, record(seq), "kill {kill}");
        }
        if let Some(snapshot) = log.latest_snapshot().unwrap() {
            assert_eq!(snapshot.state, record(snapshot.seq).bytes, "kill {kill}");
        }
    }
    assert!(acknowledged >= KILLS);
}
