//! `quarry search`: what it finds is recomputed here, how it ends, and what it refuses.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::harness::{Ran, binary, run};

/// The header of Bitcoin's first block; its nonce field does not matter.
const GENESIS: &str = concat!(
    "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd",
    "7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d00000000"
);
const GENESIS_HASH: &str = "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f";

fn search(args: &[&str]) -> Ran {
    run(&[&["search"], args].concat())
}

/// The JSON of a search that ends with `code`.
fn json(args: &[&str], code: i32) -> Value {
    let ran = search(&[args, &["--json"]].concat());
    assert_eq!(ran.code, Some(code), "{ran:#?}");
    ran.json()
}

fn preimage(found: &Value) -> Vec<u8> {
    hex::decode(found["preimage"].as_str().unwrap()).unwrap()
}

fn twice(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(Sha256::digest(bytes)).to_vec()
}

fn zero_bits(hash: &[u8]) -> u32 {
    let zero_bytes = hash.iter().take_while(|byte| **byte == 0).count();
    let next = hash.get(zero_bytes).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(zero_bytes).unwrap() * 8 + next
}

#[test]
fn bitcoin_s_first_nonce_is_found_for_the_header_s_own_nbits() {
    let found = json(&["--header", GENESIS, "--first", "2083236000"], 0);
    assert_eq!(found["found"], true);
    assert_eq!(found["nonce"], 2_083_236_893);
    assert_eq!(found["nonce_hex"], "7c2bac1d");
    assert_eq!(found["hash"], GENESIS_HASH);
    assert_eq!(found["zero_bits"], 43);
    assert!(found["version"].is_null() && found["reason"].is_null());
    let one_thread = ["--header", GENESIS, "--first", "2083236000", "--threads", "1"];
    let found = json(&one_thread, 0);
    assert_eq!((&found["hashes"], &found["threads"]), (&894.into(), &1.into()));
    for field in ["seconds", "rate", "probability", "expected_hashes"] {
        assert!(found[field].as_f64().unwrap() > 0.0, "{field} in {found:#}");
    }
    let people = search(&one_thread);
    assert!(people.stdout.contains(GENESIS_HASH), "{people:#?}");
    assert!(people.stderr.contains("plan: 4.30 GH expected"), "{people:#?}");
}

#[test]
fn a_rolled_version_is_told_and_is_in_the_hashed_bytes() {
    let found = json(&["--header", GENESIS, "--roll-version", "1fffe000", "-D", "20"], 0);
    let bytes = preimage(&found);
    let mut hash = twice(&bytes);
    hash.reverse();
    assert_eq!(found["hash"], hex::encode(&hash));
    assert!(zero_bits(&hash) >= 20);
    let version = u32::from_le_bytes(bytes[..4].try_into().unwrap());
    assert_eq!(found["version"], version);
    assert_eq!(version & !0x1fff_e000, 1);
    assert_eq!(found["nonce"], u32::from_le_bytes(bytes[76..].try_into().unwrap()));
    assert_eq!(hex::encode(&bytes[4..76]), GENESIS[8..152]);
}

#[test]
fn decimal_nonces_and_hex_text_are_hashed_as_the_coursework_did() {
    let args = ["--data", "hello", "--nonce-format", "decimal", "--hash", "sha256-hex-text"];
    let found = json(&[&args[..], &["-D", "10"]].concat(), 0);
    let text = format!("hello{}", found["nonce"]);
    assert_eq!(preimage(&found), text.as_bytes());
    let hash = Sha256::digest(hex::encode(Sha256::digest(text)));
    assert_eq!(found["hash"], hex::encode(hash));
    assert!(zero_bits(&hash) >= 10);
}

#[test]
fn each_form_of_nonce_is_where_it_was_asked_for() {
    for (format, width, big) in
        [("be32", 4, true), ("le32", 4, false), ("be64", 8, true), ("le64", 8, false)]
    {
        let check = |args: &[&str], at: usize| {
            let found = json(&[args, &["-D", "10", "--nonce-format", format]].concat(), 0);
            let bytes = preimage(&found);
            let nonce = found["nonce"].as_u64().unwrap();
            let expected = if big {
                nonce.to_be_bytes()[8 - width..].to_vec()
            } else {
                nonce.to_le_bytes()[..width].to_vec()
            };
            assert_eq!(bytes[at..at + width], expected, "{found:#}");
            let hash = twice(&bytes);
            assert_eq!(found["hash"], hex::encode(&hash));
            assert!(zero_bits(&hash) >= 10);
            bytes.len()
        };
        assert_eq!(check(&["--data", "hello"], 5), 5 + width);
        assert_eq!(check(&["--data-hex", &"ab".repeat(30), "--nonce-offset", "3"], 3), 30);
    }
    let found = json(&["--data", "hello", "-D", "10", "--hash-order", "bitcoin"], 0);
    let mut hash = twice(&preimage(&found));
    hash.reverse();
    assert_eq!(found["hash"], hex::encode(hash));
}

#[test]
fn data_come_from_stdin_and_hex_may_be_empty_or_have_a_prefix() {
    let mut child = binary()
        .args(["search", "--data-file", "-", "-D", "4", "--json", "-q"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"hello").unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(preimage(&ran.json()).starts_with(b"hello"));
    for hex in ["", "0x", "0X"] {
        assert_eq!(preimage(&json(&["--data-hex", hex, "-D", "4"], 0)).len(), 8);
    }
    assert_eq!(preimage(&json(&["--data-hex", "0XAb", "-D", "4"], 0))[0], 0xab);
}

#[test]
fn the_time_limit_ends_an_impossible_search() {
    let started = Instant::now();
    let ended = json(&["--data", "x", "-D", "200", "-T", "1", "-L", "0.5"], 4);
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!((&ended["found"], &ended["reason"]), (&false.into(), &"time_limit".into()));
    assert!(ended["hashes"].as_u64().unwrap() > 0 && ended["nonce"].is_null());
    assert!((1.0..5.0).contains(&ended["seconds"].as_f64().unwrap()));
    assert_eq!(ended["plan"]["reachable"], false);
    let chance = ended["probability"].as_f64().unwrap();
    assert!(chance > 0.0 && chance < 1e-40);
    let people = search(&["--data", "x", "-D", "200", "-T", "0.1", "-L", "0.5"]);
    assert!(people.stdout.is_empty() && people.stderr.contains("not reachable"), "{people:#?}");
}

#[test]
fn the_end_of_the_space_is_exact() {
    let args = ["--data", "x", "--nonce-format", "be32", "--first", "4294967290", "-D", "60"];
    let ended = json(&args, 4);
    assert_eq!((&ended["found"], &ended["reason"]), (&false.into(), &"exhausted".into()));
    assert_eq!(ended["hashes"], 6);
    assert_eq!(ended["plan"]["space"], 6.0);
}

/// Also while the rate is measured, for which nothing is known yet.
#[test]
fn every_document_has_the_same_keys_in_the_same_order() {
    let keys = |text: &str| -> Vec<String> {
        let top = text.lines().filter_map(|line| line.strip_prefix("  \""));
        top.map(|line| line.split_once('"').unwrap().0.to_owned()).collect()
    };
    let found = search(&["--data", "x", "-D", "4", "--json"]);
    let ended = search(&["--data", "x", "-D", "200", "-T", "0.05", "--json"]);
    assert_eq!(keys(&found.stdout)[..2], ["found", "reason"]);
    assert_eq!(keys(&found.stdout), keys(&ended.stdout));
    for after_ms in [0, 20, 40, 80] {
        let mut child = binary()
            .args(["search", "--data", "x", "-D", "200", "--json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(after_ms));
        let pid = rustix::process::Pid::from_child(&child);
        // Again and again: a job that a shell runs in the background starts with this signal
        // ignored, so one before it listens has no effect.
        while child.try_wait().unwrap().is_none() {
            rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
            std::thread::sleep(Duration::from_millis(10));
        }
        let ran = child.wait_with_output().unwrap();
        // Before it listens, the signal ends it as it ends any program.
        let Some(code) = ran.status.code() else { continue };
        let ran = Ran { code: Some(code), ..ran.into() };
        assert_eq!(code, 130, "{ran:#?}");
        assert_eq!(keys(&ran.stdout), keys(&found.stdout), "{ran:#?}");
        assert_eq!(ran.json()["reason"], "interrupted");
        assert!(!ran.stdout.contains("-0.0"), "{ran:#?}");
    }
}

#[test]
fn advice_fits_what_was_typed() {
    let cut = search(&["--data", "x", "-D", "60", "--first", "18446744073709551610"]);
    assert!(cut.stderr.contains("lower --first") && !cut.stderr.contains("be64"), "{cut:#?}");
    let hopeless = search(&["--data", "x", "-D", "200", "-T", "0.05"]);
    assert!(hopeless.stderr.contains("(an easier target)"), "{hopeless:#?}");
    let one = search(&["--data", "x", "-D", "4", "--threads", "1"]);
    assert!(one.stderr.contains(" on 1 thread does "), "{one:#?}");
}

#[test]
fn a_scaling_test_whose_files_cannot_be_written_is_not_begun() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (one, same, nowhere) = (path("one"), path("./one"), path("no/such"));
    let scaling = |more: &[&str]| search(&[&["--data", "x", "-P"], more].concat());
    for (csv, svg, code, words) in [
        (&one, &same, 2, "--csv and --svg"),
        (&nowhere, &one, 1, "--csv "),
        (&one, &nowhere, 1, "--svg "),
    ] {
        let ran = scaling(&["--csv", csv, "--svg", svg]);
        assert_eq!(ran.code, Some(code), "{ran:#?}");
        assert!(ran.stderr.contains(words), "{ran:#?}");
    }
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    for more in [["-T", "5"], ["-L", "0.5"]] {
        let ran = scaling(&more);
        assert_eq!(ran.code, Some(2), "{ran:#?}");
        assert!(ran.stderr.contains("--performance"), "{ran:#?}");
    }
}

#[test]
fn an_interrupted_search_tells_what_was_done() {
    let mut child = binary()
        .args(["search", "--data", "x", "-D", "200", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let plan = lines.next().unwrap().unwrap();
    assert!(plan.starts_with("plan: "), "{plan}");
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let mut stdout = String::new();
    child.stdout.take().unwrap().read_to_string(&mut stdout).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let ended: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((&ended["found"], &ended["reason"]), (&false.into(), &"interrupted".into()));
    let said: Vec<String> = lines.map(Result::unwrap).collect();
    assert!(said.last().unwrap().starts_with("error: interrupted: "), "{said:?}");
}

#[test]
fn the_scaling_test_writes_figures_and_a_drawing() {
    let dir = tempfile::tempdir().unwrap();
    let ran = binary()
        .current_dir(dir.path())
        .args(["search", "--data", "x", "-P", "--threads", "2", "--json"])
        .output()
        .unwrap();
    let ran = Ran::from(ran);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let scaling = ran.json();
    let points = scaling["points"].as_array().unwrap();
    let threads: Vec<_> = points.iter().map(|point| point["threads"].as_u64().unwrap()).collect();
    assert_eq!(threads, [1, 2]);
    for point in points {
        let rate = |field: &str| point[field].as_f64().unwrap();
        assert!(rate("low") <= rate("hashes_per_second"));
        assert!(rate("hashes_per_second") <= rate("high"));
    }
    let read = |name: &str| {
        let path = dir.path().join(scaling[name].as_str().unwrap());
        std::fs::read_to_string(path).unwrap()
    };
    assert_eq!(read("csv").lines().count(), 3);
    assert!(read("svg").starts_with("<svg"));
}

#[test]
fn what_was_typed_is_checked() {
    let long = "00".repeat(33);
    let zero = "00".repeat(32);
    let short_header = "00".repeat(79);
    let no_bits = "00".repeat(80);
    let long_data = "00".repeat((1 << 20) - 7);
    // Arguments, and what the one line has to say.
    let cases: &[(&[&str], &[&str])] = &[
        (&["--header", "zz", "-D", "8"], &["--header", "no hex digit"]),
        (&["--header", "abc", "-D", "8"], &["--header", "odd"]),
        (&["--header", &short_header, "-D", "8"], &["--header", "79 bytes", "160 hex digits"]),
        (&["--header", &no_bits], &["nBits", "-D"]),
        (&["--data", "x"], &["-D BITS"]),
        (&["--data-hex", "0g", "-D", "8"], &["--data-hex", "no hex digit"]),
        (&["--data", "x", "-D", "256"], &["-D 256", "0 to 255"]),
        (&["--data", "x", "-D", "-1"], &["-D -1", "0 to 255"]),
        (&["--data", "x", "-D", "1.5"], &["-D 1.5", "0 to 255"]),
        (&["--data", "x", "--nbits", "1d00ff"], &["--nbits", "8 hex digits"]),
        (&["--data", "x", "--nbits", "1d80ffff"], &["--nbits", "negative"]),
        (&["--data", "x", "--nbits", "ff00ffff"], &["--nbits", "256 bits"]),
        (&["--data", "x", "--nbits", "1d000000"], &["--nbits", "zero"]),
        (&["--data", "x", "--target", &zero], &["--target 0", "64 hex digits, not all zero"]),
        (
            &["--data", "x", "--target", &long],
            &["--target", "66 digits", "64 hex digits, not all zero"],
        ),
        (&["--data", "x", "--target", "ff"], &["--target", "2 digits", "not all zero"]),
        (&["--data", "x", "--target", "0Xf"], &["--target", "1 digit ", "not all zero"]),
        (&["--data", "x", "--target", "xyz"], &["--target", "no hex digit", "not all zero"]),
        (&["--data", "x", "--nbits", "1d00fff"], &["--nbits", "8 hex digits, like 1d00ffff"]),
        (&["--data", "x", "--nbits", ""], &["--nbits \"\"", "8 hex digits, like 1d00ffff"]),
        (&["--data", "x", "-D", ""], &["-D \"\"", "leading zero bits, 0 to 255"]),
        (&["--data", "x", "-D", "8", "-T", "0"], &["-T 0", "above 0"]),
        (&["--data", "x", "-D", "8", "-T", "-5"], &["-T -5", "above 0"]),
        (&["--data", "x", "-D", "8", "-T", "nan"], &["-T nan", "above 0"]),
        (&["--data", "x", "-D", "8", "-T", "inf"], &["-T inf", "1000000000"]),
        (&["--data", "x", "-D", "8", "-T", "soon"], &["-T soon", "seconds"]),
        (&["--data", "x", "-D", "8", "-L", "0"], &["-L 0", "above 0 and below 1"]),
        (&["--data", "x", "-D", "8", "-L", "1"], &["-L 1", "above 0 and below 1"]),
        (&["--data", "x", "-D", "8", "-L", "95"], &["-L 95", "above 0 and below 1"]),
        (&["--data", "x", "-D", "8", "-N", "2"], &["-N 2", "quarry fleet"]),
        (&["--data", "x", "-D", "8", "-N", "-1"], &["-N -1", "machines"]),
        (&["--data", "x", "-D", "8", "--threads", "0"], &["--threads 0", "1 to 1024"]),
        (&["--data", "x", "-D", "8", "--threads", "1025"], &["--threads 1025", "1 to 1024"]),
        (&["--data", "x", "-D", "8", "--threads", "two"], &["--threads two", "1 to 1024"]),
        (&["--data", "x", "-D", "8", "--backend", "abacus"], &["--backend abacus", "portable"]),
        (&["--data", "x", "-D", "8", "--first", "-1"], &["--first -1", "18446744073709551615"]),
        (
            &["--data", "x", "-D", "8", "--nonce-format", "le32", "--first", "4294967296"],
            &["--first 4294967296", "0 to 4294967295"],
        ),
        (&["--header", GENESIS, "--first", "4294967296"], &["--first", "0 to 4294967295"]),
        (
            &["--header", GENESIS, "--roll-version", "3", "--first", "17179869184"],
            &["--first", "0 to 17179869183"],
        ),
        (&["--header", GENESIS, "--roll-version", "0"], &["--roll-version 0", "hex digits"]),
        (&["--header", GENESIS, "--roll-version", "xyz"], &["--roll-version", "hex digits"]),
        (&["--header", GENESIS, "--roll-version", "+1"], &["--roll-version", "hex digits"]),
        (&["--header", GENESIS, "--roll-version", "1fffe0000"], &["--roll-version", "1 to 8"]),
        (
            &["--data", "x", "-D", "8", "--roll-version", "1fffe000"],
            &["--roll-version", "--header"],
        ),
        (&["--header", GENESIS, "--nonce-format", "be32"], &["--nonce-format", "--header"]),
        (&["--header", GENESIS, "--nonce-offset", "76"], &["--nonce-offset", "--header"]),
        (&["--data", "x", "-D", "8", "--nonce-offset", "0"], &["--nonce-offset 0", "8 bytes"]),
        (
            &["--data", "twelve bytes", "-D", "8", "--nonce-offset", "5"],
            &["--nonce-offset 5", "0 to 4"],
        ),
        (
            &["--data", "twelve bytes", "-D", "8", "--nonce-offset", "-1"],
            &["--nonce-offset -1", "0 to 4"],
        ),
        (
            &["--data", "x", "-D", "8", "--nonce-format", "decimal", "--nonce-offset", "0"],
            &["--nonce-offset", "decimal"],
        ),
        (
            &["--data-hex", "@long", "-D", "8"],
            &["--data-file", "has more than 1048568 bytes (of data, nonce aside)"],
        ),
    ];
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), hex::decode(&long_data).unwrap()).unwrap();
    for (args, words) in cases {
        // Too long for a command line.
        let args: Vec<&str> = match args {
            ["--data-hex", "@long", rest @ ..] => {
                [&["--data-file", file.path().to_str().unwrap()], rest].concat()
            }
            args => args.to_vec(),
        };
        refused(&search(&args), words);
    }
    let bench = |args: &[&str]| run(&[&["bench"], args].concat());
    refused(&bench(&["--backend", "abacus"]), &["--backend abacus", "portable", "all"]);
    refused(&bench(&["--threads", "0"]), &["--threads 0", "1 to 1024"]);
    refused(&bench(&["--seconds", "0"]), &["--seconds 0", "from 0.05 to 3600"]);
    refused(&bench(&["--seconds", "0.049"]), &["--seconds 0.049", "from 0.05"]);
    refused(&bench(&["--seconds", "x"]), &["--seconds x", "from 0.05"]);
}

fn refused(ran: &Ran, words: &[&str]) {
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert!(ran.stdout.is_empty(), "{ran:#?}");
    assert_eq!(ran.stderr.trim().lines().count(), 1, "{ran:#?}");
    for word in words {
        assert!(ran.stderr.contains(word), "no `{word}` in {}", ran.stderr);
    }
}

/// Choices and pairs that the parser itself knows.
#[test]
fn unknown_choices_and_pairs_are_refused_with_what_there_is() {
    for (args, words) in [
        (&["-D", "8"][..], &["--header", "--data-file"][..]),
        (&["--data", "x", "--header", GENESIS], &["--header"]),
        (&["--data", "x", "-D", "8", "--nbits", "1d00ffff"], &["--nbits"]),
        (&["--data", "x", "-D", "8", "--nonce-format", "be16"], &["--nonce-format", "be32"]),
        (&["--data", "x", "-D", "8", "--hash", "md5"], &["--hash", "sha256d"]),
        (&["--data", "x", "-D", "8", "--hash-order", "up"], &["--hash-order", "digest"]),
        (&["--data", "x", "-D", "8", "--csv", "f"], &["--csv", "--performance"]),
    ] {
        let ran = search(args);
        assert_eq!(ran.code, Some(2), "{ran:#?}");
        for word in words {
            assert!(ran.stderr.contains(word), "no `{word}` in {}", ran.stderr);
        }
    }
}
