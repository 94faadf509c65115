//! Flat files give back what was appended, keep what was synced, and never take half a record or a
//! flipped bit of undo data for a whole one.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use quarry_chain::FilePlace;
use quarry_store::limits::FLAT_FILE_BYTES;
use quarry_store::{FileEnd, FlatFileError, FlatFiles, FlatKind, ScanEnd, ScanStop};

use crate::child;

const MAGIC: [u8; 4] = [0xfa, 0xbf, 0xb5, 0xda];
const START: FileEnd = FileEnd { file: 0, offset: 0 };
const KINDS: [FlatKind; 2] = [FlatKind::Blocks, FlatKind::Undo];

fn open(dir: &Path, kind: FlatKind, max: u32) -> FlatFiles {
    FlatFiles::open(dir, kind, MAGIC, max).unwrap()
}

/// Everything from a place on, and how the scan ended.
fn scan(files: &FlatFiles, from: FileEnd) -> (Vec<(FilePlace, Vec<u8>)>, ScanEnd) {
    let mut found = Vec::new();
    let end = files.scan(from, |place, payload| {
        found.push((place, payload));
        ControlFlow::Continue(())
    });
    (found, end.unwrap())
}

fn path(dir: &Path, kind: FlatKind, file: u32) -> PathBuf {
    let prefix = if kind == FlatKind::Blocks { "blk" } else { "rev" };
    dir.join(format!("{prefix}{file:05}.dat"))
}

/// The bytes of record `n`: 0 to 299, different from its neighbours'.
fn payload(n: u32) -> Vec<u8> {
    (0..n * 37 % 300).map(|i| (n.wrapping_mul(31) ^ i).to_le_bytes()[0]).collect()
}

// As Core's: byte `n` of a file with byte `n % 8` of the mask, whatever is written when.
#[test]
fn a_mask_changes_every_byte_on_disk_and_none_that_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let mask = [1, 2, 4, 8, 16, 32, 64, 128];
    let plain = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(quarry_store::MASK_FILE), mask).unwrap();
    for kind in KINDS {
        let mut places = Vec::new();
        for dir in [&plain, &dir] {
            let mut files = open(dir.path(), kind, FLAT_FILE_BYTES);
            places = (1..9).map(|n| files.append(&payload(n)).unwrap()).collect();
        }
        let written = fs::read(path(dir.path(), kind, 0)).unwrap();
        let unmasked: Vec<u8> =
            written.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask).collect();
        assert_eq!(unmasked, fs::read(path(plain.path(), kind, 0)).unwrap());
        let files = open(dir.path(), kind, FLAT_FILE_BYTES);
        assert_eq!(scan(&files, START).0.len(), places.len());
        let mut all = Vec::new();
        files.scan_all(|place| all.push(place)).unwrap();
        assert_eq!(all, places);
        for (n, place) in (1..9).zip(places) {
            assert_eq!(files.read(place).unwrap(), payload(n));
        }
    }
    fs::write(dir.path().join(quarry_store::MASK_FILE), [1; 7]).unwrap();
    let error = FlatFiles::open(dir.path(), FlatKind::Blocks, MAGIC, FLAT_FILE_BYTES).unwrap_err();
    assert!(matches!(error, FlatFileError::Read { .. }), "{error}");
}

#[test]
fn golden_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let mut blocks = open(dir.path(), FlatKind::Blocks, FLAT_FILE_BYTES);
    assert_eq!(blocks.append(b"one").unwrap(), FilePlace { file: 0, offset: 8, len: 3 });
    assert_eq!(blocks.append(b"two!").unwrap(), FilePlace { file: 0, offset: 19, len: 4 });
    let written = fs::read(dir.path().join("blk00000.dat")).unwrap();
    assert_eq!(written, b"\xfa\xbf\xb5\xda\x03\0\0\0one\xfa\xbf\xb5\xda\x04\0\0\0two!");
    let mut undo = open(dir.path(), FlatKind::Undo, FLAT_FILE_BYTES);
    undo.append(b"hello").unwrap();
    let written = fs::read(dir.path().join("rev00000.dat")).unwrap();
    assert_eq!(written[..13], *b"\xfa\xbf\xb5\xda\x05\0\0\0hello");
    // SHA256d of "hello", as everywhere on the web.
    let checksum = "9595c9df90075148eb06860365df33584b75bff782a510c6cd4883a419833d50";
    let hex: String = written[13..].iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, checksum);
}

#[test]
fn a_full_file_is_followed_by_the_next() {
    for kind in KINDS {
        let dir = tempfile::tempdir().unwrap();
        let mut files = open(dir.path(), kind, 100);
        let places: Vec<_> = (1..=5).map(|n| files.append(&[n; 30]).unwrap()).collect();
        // 38 bytes a record for blocks, 70 for undo data.
        let numbers: Vec<_> = places.iter().map(|place| place.file).collect();
        let wanted = if kind == FlatKind::Blocks { [0, 0, 1, 1, 2] } else { [0, 1, 2, 3, 4] };
        assert_eq!(numbers, wanted);
        // A record that fills a file to the last byte, and one byte more.
        let room = if kind == FlatKind::Blocks { 92 } else { 60 };
        let full = files.append(&vec![7; room]).unwrap();
        assert_eq!(files.end(), FileEnd { file: full.file, offset: 100 });
        let longer = files.append(&vec![7; room + 1]);
        assert!(matches!(longer, Err(FlatFileError::TooLong { max: 100, .. })));
        files.sync().unwrap();

        let files = open(dir.path(), kind, 100);
        for (n, place) in (1..=5).zip(places) {
            assert_eq!(files.read(place).unwrap(), [n; 30]);
        }
        let (found, end) = scan(&files, START);
        assert_eq!(found.len(), 6);
        assert_eq!(end, ScanEnd { end: files.end(), stop: ScanStop::End });
    }
}

#[test]
fn what_is_not_there_names_its_file() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = open(dir.path(), FlatKind::Blocks, 1_000);
    assert_eq!(scan(&files, START), (vec![], ScanEnd { end: START, stop: ScanStop::End }));
    let place = files.append(&[1; 50]).unwrap();
    let error = files.read(FilePlace { file: 7, ..place }).unwrap_err();
    assert!(matches!(error, FlatFileError::Missing { .. }));
    let text = error.to_string();
    assert!(text.contains("blk00007.dat") && text.contains("-reindex"), "{text}");
    for (place, wanted) in [
        (FilePlace { len: 51, ..place }, "too short"),
        (FilePlace { len: u32::MAX, ..place }, "too short"),
        (FilePlace { offset: u32::MAX, ..place }, "too short"),
        (FilePlace { len: 49, ..place }, "no record"),
        (FilePlace { offset: 9, len: 49, ..place }, "no record"),
        (FilePlace { offset: 7, ..place }, "no record"),
    ] {
        let text = files.read(place).unwrap_err().to_string();
        assert!(text.contains(wanted) && text.contains("blk00000.dat"), "{place:?}: {text}");
    }
    let beyond = FileEnd { file: 0, offset: 59 };
    let visit = |_, _| ControlFlow::Continue(());
    assert!(matches!(files.scan(beyond, visit), Err(FlatFileError::Beyond { .. })));
    assert!(matches!(files.truncate(beyond), Err(FlatFileError::Beyond { .. })));
    let missing = FileEnd { file: 1, offset: 0 };
    assert!(matches!(files.scan(missing, visit), Err(FlatFileError::Missing { .. })));
    assert_eq!(files.read(place).unwrap(), [1; 50]);
    fs::remove_file(path(dir.path(), FlatKind::Blocks, 0)).unwrap();
    let files = open(dir.path(), FlatKind::Blocks, 1_000);
    assert!(matches!(files.read(place), Err(FlatFileError::Missing { .. })));
}

#[test]
fn its_own_directory_is_made_and_no_other() {
    let dir = tempfile::tempdir().unwrap();
    let blocks = dir.path().join("blocks");
    assert_eq!(open(&blocks, FlatKind::Blocks, 1_000).end(), START);
    assert!(blocks.is_dir());
    let below = dir.path().join("missing").join("blocks");
    let refused = FlatFiles::open(&below, FlatKind::Blocks, MAGIC, 1_000);
    assert!(matches!(refused, Err(FlatFileError::Write { .. })));
}

#[test]
fn foreign_names_are_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["blk9.dat", "blk000009.dat", "blk+0009.dat", "rev00009.dat", "blk00009.dat.tmp"] {
        fs::write(dir.path().join(name), "x").unwrap();
    }
    assert_eq!(open(dir.path(), FlatKind::Blocks, 1_000).end(), START);
}

#[test]
fn a_visitor_refuses_a_record() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = open(dir.path(), FlatKind::Blocks, 1_000);
    for n in 1..=3 {
        files.append(&[n; 10]).unwrap();
    }
    let mut seen = 0;
    let end = files.scan(START, |_, payload| {
        seen += 1;
        if payload[0] == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let wanted = FileEnd { file: 0, offset: 18 };
    assert_eq!(end.unwrap(), ScanEnd { end: wanted, stop: ScanStop::Refused });
    assert_eq!(seen, 2);
    files.truncate(wanted).unwrap();
    assert_eq!(scan(&files, START).0.len(), 1);
}

/// Cuts the last file at every byte of its last records: a scan finds the whole ones and nothing
/// else, and after a truncation there, records follow as if nothing had been.
#[test]
fn a_torn_end_is_told_at_every_byte() {
    for kind in KINDS {
        let whole = tempfile::tempdir().unwrap();
        let mut files = open(whole.path(), kind, 400);
        let mut ends = vec![START];
        while files.end().file < 2 {
            files.append(&payload(ends.len().try_into().unwrap())).unwrap();
            ends.push(files.end());
        }
        let last = path(whole.path(), kind, 1);
        let bytes = fs::read(&last).unwrap();
        fs::remove_file(path(whole.path(), kind, 2)).unwrap();
        for cut in 0..=u32::try_from(bytes.len()).unwrap() {
            fs::write(&last, &bytes[..cut as usize]).unwrap();
            let mut files = open(whole.path(), kind, 400);
            let cut_end = FileEnd { file: 1, offset: cut };
            let kept = ends[1..].iter().filter(|end| **end <= cut_end).count();
            let (found, end) = scan(&files, START);
            let payloads: Vec<_> = found.into_iter().map(|(_, payload)| payload).collect();
            let wanted: Vec<_> = (1..=kept).map(|n| payload(n.try_into().unwrap())).collect();
            assert_eq!(payloads, wanted, "{kind:?} cut at {cut}");
            let at_record = cut == 0 || ends.contains(&cut_end);
            let stop = if at_record { ScanStop::End } else { ScanStop::Torn };
            let reach =
                if cut == 0 { cut_end } else { ends[kept].max(FileEnd { file: 1, offset: 0 }) };
            assert_eq!(end, ScanEnd { end: reach, stop }, "{kind:?} cut at {cut}");
            files.truncate(end.end).unwrap();
            let place = files.append(b"next").unwrap();
            assert_eq!(files.read(place).unwrap(), b"next");
            let (found, end) = scan(&files, START);
            assert_eq!((found.len(), end.stop), (kept + 1, ScanStop::End));
            let _ = fs::remove_file(path(whole.path(), kind, 2));
        }
    }
}

#[test]
fn every_flipped_bit_of_undo_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = open(dir.path(), FlatKind::Undo, 1_000);
    let first = files.append(b"first").unwrap();
    let place = files.append(b"undo data").unwrap();
    let behind = files.append(b"behind").unwrap();
    files.sync().unwrap();
    let file = path(dir.path(), FlatKind::Undo, 0);
    let bytes = fs::read(&file).unwrap();
    let begin = place.offset as usize - 8;
    for bit in begin * 8..(behind.offset as usize - 8) * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        fs::write(&file, flipped).unwrap();
        let files = open(dir.path(), FlatKind::Undo, 1_000);
        let error = files.read(place).unwrap_err();
        let found =
            matches!(error, FlatFileError::NotARecord { .. } | FlatFileError::Checksum { .. });
        assert!(found, "bit {bit}: {error}");
        assert_eq!(files.read(first).unwrap(), b"first");
        assert_eq!(files.read(behind).unwrap(), b"behind");
        let (whole, end) = scan(&files, START);
        assert_eq!(whole.len(), 1, "bit {bit}");
        assert_eq!(end.end, FileEnd { file: 0, offset: place.offset - 8 });
        assert!(!matches!(end.stop, ScanStop::End | ScanStop::Refused), "bit {bit}");
    }
}

#[test]
fn many_threads_read_many_files() {
    let dir = tempfile::tempdir().unwrap();
    // More files than are held open.
    let mut files = open(dir.path(), FlatKind::Undo, 400);
    let places: Vec<_> = (0..100).map(|n| files.append(&payload(n)).unwrap()).collect();
    assert!(files.end().file > 20);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (files, places) = (&files, &places);
            scope.spawn(move || {
                for step in 0..1_000_u32 {
                    let n = step * (2 * thread + 3) % 100;
                    assert_eq!(files.read(places[n as usize]).unwrap(), payload(n));
                }
            });
        }
    });
}

#[derive(Clone, Debug)]
enum Step {
    Append(usize),
    Sync,
    Reopen,
    /// Cut back to the end of one of the records.
    Truncate(prop::sample::Index),
    /// A crash in the next append left so many bytes of the record.
    Torn(Vec<u8>),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..200_usize).prop_map(Step::Append),
        1 => Just(Step::Sync),
        1 => Just(Step::Reopen),
        1 => any::<prop::sample::Index>().prop_map(Step::Truncate),
        2 => prop::collection::vec(any::<u8>(), 1..60).prop_map(Step::Torn),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Any history leaves the files with what a list would hold.
    #[test]
    fn it_is_a_list(undo: bool, steps in prop::collection::vec(step(), 1..60)) {
        let kind = KINDS[usize::from(undo)];
        let dir = tempfile::tempdir().unwrap();
        let mut files = open(dir.path(), kind, 500);
        let mut model: Vec<(FilePlace, Vec<u8>, FileEnd)> = Vec::new();
        for (at, step) in steps.into_iter().enumerate() {
            match step {
                Step::Append(len) => {
                    let payload = vec![at.to_le_bytes()[0]; len];
                    let place = files.append(&payload).unwrap();
                    model.push((place, payload, files.end()));
                }
                Step::Sync => files.sync().unwrap(),
                Step::Reopen => files = open(dir.path(), kind, 500),
                Step::Truncate(index) => {
                    model.truncate(index.index(model.len() + 1));
                    let end = model.last().map_or(START, |(_, _, end)| *end);
                    files.truncate(end).unwrap();
                }
                Step::Torn(tail) => {
                    let end = files.end();
                    let file = path(dir.path(), kind, end.file);
                    let mut bytes = fs::read(&file).unwrap_or_default();
                    // The head promises more than follows.
                    bytes.extend([&MAGIC[..], &60_u32.to_le_bytes(), &tail].concat()[..tail.len()].iter());
                    fs::write(&file, bytes).unwrap();
                    files = open(dir.path(), kind, 500);
                    let stopped = scan(&files, START).1;
                    prop_assert_eq!(stopped, ScanEnd { end, stop: ScanStop::Torn });
                    files.truncate(stopped.end).unwrap();
                }
            }
            for (place, payload, _) in &model {
                prop_assert_eq!(&files.read(*place).unwrap(), payload);
            }
            let (found, end) = scan(&files, START);
            let wanted: Vec<_> = model.iter().map(|(place, payload, _)| (*place, payload.clone())).collect();
            prop_assert_eq!(found, wanted);
            prop_assert_eq!(end, ScanEnd { end: files.end(), stop: ScanStop::End });
        }
    }
}

/// What the child of the next test does: append until the disk is full, and say how that went.
#[test]
fn child_fills_the_disk() {
    let Some(dir) = child::path_for("fill") else { return };
    let mut files = open(&dir, FlatKind::Undo, 1_000_000);
    let mut n = 0;
    let error = loop {
        match files.append(&[5; 300]) {
            Ok(_) => n += 1,
            Err(error) => break error,
        }
    };
    child::say(n);
    child::say(matches!(error, FlatFileError::Write { .. }));
    child::say(fs::metadata(path(&dir, FlatKind::Undo, 0)).unwrap().len());
    // A smaller record still fits, right behind the others.
    files.append(&[6; 10]).unwrap();
    files.sync().unwrap();
    child::say("kept");
}

#[test]
fn a_full_disk_leaves_no_half_record() {
    let dir = tempfile::tempdir().unwrap();
    let test = "flat_files::child_fills_the_disk";
    // 2,560 bytes: seven records of 340 and a part of the eighth, or one of 50.
    let mut process = child::Child::start_on_a_full_disk(5, test, "fill", dir.path());
    let words: Vec<_> = std::iter::from_fn(|| process.next_word()).collect();
    assert_eq!(words, ["7", "true", "2380", "kept"]);
    let (found, end) = scan(&open(dir.path(), FlatKind::Undo, 1_000_000), START);
    assert_eq!(found.len(), 8);
    assert_eq!(end.stop, ScanStop::End);
}

/// What the child of the next test does: go on where the scan ends, syncing every few records and
/// saying how many there are once they are kept.
#[test]
fn child_appends() {
    let Some(dir) = child::path_for("append flat") else { return };
    let mut files = open(&dir, FlatKind::Undo, 5_000);
    let (found, stopped) = scan(&files, START);
    files.truncate(stopped.end).unwrap();
    let mut count = u32::try_from(found.len()).unwrap();
    loop {
        for _ in 0..=count % 4 {
            files.append(&payload(count)).unwrap();
            count += 1;
        }
        files.sync().unwrap();
        child::say(count);
    }
}

#[test]
fn a_killed_process_loses_nothing_it_synced() {
    const KILLS: u64 = 30;
    let dir = tempfile::tempdir().unwrap();
    // xorshift: the moments differ, and a failure can be repeated.
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut kept = 0_usize;
    for kill in 0..KILLS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let test = "flat_files::child_appends";
        let mut process = child::Child::start(test, "append flat", dir.path());
        for _ in 0..=random % 12 {
            kept = process.next_word().expect("the child died").parse().unwrap();
        }
        // Somewhere in what follows.
        for _ in 0..random % 20_000 {
            std::hint::spin_loop();
        }
        process.kill();
        while let Some(word) = process.next_word() {
            kept = word.parse().unwrap();
        }
        let files = open(dir.path(), FlatKind::Undo, 5_000);
        let (found, _) = scan(&files, START);
        assert!(found.len() >= kept, "kill {kill} lost records that were kept");
        for (n, (place, bytes)) in (0..).zip(found) {
            assert_eq!(bytes, payload(n), "kill {kill}");
            assert_eq!(files.read(place).unwrap(), bytes, "kill {kill}");
        }
    }
    assert!(kept as u64 >= KILLS);
}
