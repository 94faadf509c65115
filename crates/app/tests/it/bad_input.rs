//! Wrong input: one line that says what to do, the right exit code, nothing lost.

use std::fs;

use std::process::Stdio;

use crate::harness::{BLOCK_125552, Quarry, Ran, binary, run};

fn refused(ran: &Ran, code: i32, words: &[&str]) {
    assert_eq!(ran.code, Some(code), "{ran:#?}");
    assert!(ran.stdout.is_empty(), "{ran:#?}");
    assert_eq!(ran.stderr.trim().lines().count(), 1, "{ran:#?}");
    for word in words {
        assert!(ran.stderr.contains(word), "no `{word}` in {}", ran.stderr);
    }
}

#[test]
fn what_was_typed_is_checked_before_anybody_is_asked() {
    let quarry = Quarry::new();
    let buy = |args: &[&str]| quarry.run(&[&["buy", "nonce"], args].concat());
    refused(&buy(&["--header", "00"]), 2, &["80 bytes"]);
    refused(&buy(&["--header", &"00".repeat(79)]), 2, &["79 bytes", "160 hex digits"]);
    refused(&buy(&["--header", "abc"]), 2, &["odd"]);
    refused(&buy(&["--header", "zz"]), 2, &["no hex digit"]);
    refused(&buy(&["--header", &"00".repeat(80)]), 2, &["nBits", "-D"]);
    refused(&buy(&["--data", "x", "-D", "300"]), 2, &["-D 300", "0 to 255"]);
    refused(&buy(&["--data", "x", "-D", "-1"]), 2, &["-D"]);
    refused(&buy(&["--data", "x"]), 2, &["-D BITS"]);
    refused(&buy(&["--data", "x", "--nbits", "00"]), 2, &["8 hex digits"]);
    refused(&buy(&["--data", "x", "--target", &"00".repeat(32)]), 2, &["not all zero"]);
    refused(&buy(&["--data", "x", "-D", "8", "--max-price", "0"]), 2, &["at least 1"]);
    refused(&buy(&["--data", "x", "-D", "8", "--max-price", "x"]), 2, &["whole number"]);
    let no_file = ["--data-file /nonexistent/file", "- for stdin"];
    refused(&buy(&["--data-file", "/nonexistent/file", "-D", "8"]), 2, &no_file);
    refused(&buy(&["--data-file", "/", "-D", "8"]), 2, &["--data-file /", "- for stdin"]);
    refused(&buy(&["--data", &"x".repeat(505), "-D", "8"]), 2, &["--data has more than 504 bytes"]);
    refused(&quarry.run(&["up", "--block-time", "0"]), 2, &["86400"]);
}

/// `head` reads a line and goes; a full disk takes nothing.
#[cfg(target_os = "linux")]
#[test]
fn a_stdout_that_takes_nothing_is_no_panic() {
    for args in [
        &["completions", "bash"][..],
        &["plan", "-D", "36", "-T", "600", "-L", "0.95", "--rate", "20M"],
        &["--help"],
        &["config", "show", "--json"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let piped = binary().args(args).stdin(Stdio::null()).stdout(writer).output().unwrap();
        let piped = Ran::from(piped);
        assert_eq!((piped.code, piped.stderr.as_str()), (Some(0), ""), "{args:?}");
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let full: Ran = binary().args(args).stdout(full).output().unwrap().into();
        assert_eq!(full.code, Some(1), "{args:?}: {full:#?}");
        assert!(full.stderr.starts_with("error: cannot write to stdout: "), "{full:#?}");
        assert_eq!(full.stderr.lines().count(), 1, "{full:#?}");
    }
    // Stderr closed too: still the documented exit code.
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut deaf = binary();
    deaf.args(["plan", "-D", "x", "-T", "1", "-L", "0.5", "--rate", "1M", "--json"]);
    let status = deaf.stdout(full()).stderr(full()).status().unwrap();
    assert_eq!(status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_a_usage_error() {
    use std::os::unix::ffi::OsStrExt as _;
    let odd = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    for more in [&[][..], &["--json"]] {
        let ran = binary().args(["search", "--data"]).arg(odd).args(more).output().unwrap();
        let ran = Ran::from(ran);
        assert_eq!(ran.code, Some(2), "{ran:#?}");
        assert!(!ran.stderr.contains("panicked"), "{ran:#?}");
    }
}

#[test]
fn a_quiet_usage_error_still_says_what_is_allowed() {
    refused(&run(&["-q", "search", "--data", "x", "-D", "256"]), 2, &["-D 256", "0 to 255"]);
    let quiet = Quarry::new().run(&["-q", "jobs"]);
    assert!(!quiet.stderr.contains("quarry up"), "{quiet:#?}");
}

#[test]
fn nothing_runs() {
    let quarry = Quarry::new();
    for args in [
        &["account", "list"][..],
        &["jobs"],
        &["orders"],
        &["dashboard"],
        &["buy", "nonce", "--data", "x", "-D", "8"],
        &["buy", "nonce", "--header", BLOCK_125552],
        &["deposit", "1"],
        &["withdraw", "1"],
    ] {
        refused(&quarry.run(args), 3, &["quarry up"]);
    }
    let away = quarry.run(&["orders", "book", "--exchange-url", "http://127.0.0.1:9"]);
    refused(&away, 3, &["127.0.0.1:9", "quarry up"]);
}

#[test]
fn json_errors_are_one_document() {
    let quarry = Quarry::new();
    let ran = quarry.run(&["jobs", "--json"]);
    assert_eq!(ran.code, Some(3));
    assert_eq!(ran.json()["error"]["code"], "unreachable");
    for args in
        [&["deposit", "--json"][..], &["jobs", "show", "abc", "--json"], &["--json", "bogus"]]
    {
        let ran = run(args);
        assert_eq!(ran.code, Some(2), "{ran:#?}");
        assert_eq!(ran.json()["error"]["code"], "usage");
    }
    let help = run(&["--help"]);
    assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""));
}

#[test]
fn accounts_and_money() {
    let quarry = Quarry::up(&[]);
    let buy = |args: &[&str]| quarry.run(&[&["buy", "nonce", "--data", "x"], args].concat());
    refused(&buy(&["-D", "8", "--account", "nobody"]), 3, &["nobody", "account list"]);
    refused(&buy(&["-D", "8", "--account", "Not A Name"]), 3, &["account list"]);
    refused(&buy(&["-D", "8", "--max-price", "1000000000000000"]), 1, &["quarry deposit"]);
    refused(&buy(&["-D", "8", "--max-price", "2100000000000000"]), 2, &["--max-price"]);
    refused(&buy(&["-D", "120"]), 1, &["quarry deposit"]);
    refused(&buy(&["-D", "8", "--account", "albert"]), 1, &["quarry deposit"]);
    refused(&quarry.run(&["deposit", "0"]), 2, &["0.00000001"]);
    refused(&quarry.run(&["deposit", "0.00000999"]), 2, &["at least 0.00001"]);
    refused(&quarry.run(&["deposit", "999999"]), 1, &["account list"]);
    refused(&quarry.run(&["withdraw", "1", "--to", "nowhere"]), 2, &["bcrt1q"]);
    refused(&quarry.run(&["jobs", "show", "999"]), 3, &["999"]);
    refused(&quarry.run(&["jobs", "cancel", "999"]), 3, &["999"]);
    refused(&quarry.run(&["orders", "cancel", "999"]), 3, &["999"]);
    refused(&quarry.run(&["orders", "book", "blender/9"]), 3, &["blender/9"]);
    // All of that cost nothing.
    assert_eq!(quarry.account("bertrand")["exchange_held"], 0);
}

#[test]
fn ports_directories_and_formats() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = listener.local_addr().unwrap().port().to_string();
    let quarry = Quarry::new();
    let ran = quarry.run(&["up", "--port", "0", "--exchange-port", &taken]);
    refused(&ran, 1, &[&taken, "--exchange-port"]);
    refused(
        &quarry.run(&["up", "--port", "0", "--node-port", &taken]),
        1,
        &[&taken, "--node-port"],
    );
    refused(
        &quarry.run(&["up", "--port", &taken, "--node-port", "0", "--exchange-port", "0"]),
        1,
        &[&taken, "--port"],
    );
    let file = quarry.datadir().with_file_name("a-file");
    fs::write(&file, "x").unwrap();
    let under_a_file = file.join("data");
    let ran = run(&["up", "--port", "0", "--datadir", under_a_file.to_str().unwrap()]);
    refused(&ran, 1, &["a-file", "--datadir"]);
    let format = quarry.datadir().join("FORMAT");
    let text = fs::read_to_string(&format).unwrap();
    assert!(text.contains('1'), "{text}");
    fs::write(&format, text.replacen('1', "9", 1)).unwrap();
    refused(&quarry.run(&["up", "--port", "0"]), 1, &["format 9", "upgrade"]);
    fs::write(&format, text).unwrap();
    let ran = quarry.run(&["up", "--port", "0", "--bind", "0.0.0.0"]);
    refused(&ran, 2, &["dev keys"]);
    let ran = quarry.run(&["up", "--port", "0", "--bind", "0.0.0.0", "--allow-public"]);
    refused(&ran, 2, &["dev keys"]);
}

#[test]
fn stale_and_corrupt_run_files() {
    let mut quarry = Quarry::up(&[]);
    let run_file = quarry.datadir().join("run.json");
    let good = fs::read(&run_file).unwrap();
    quarry.kill();
    // Left behind by the kill: its instance is gone, whatever it says.
    assert!(run_file.exists());
    refused(&quarry.run(&["jobs"]), 3, &["quarry up"]);
    quarry.start(&[]);
    fs::write(&run_file, &good[..good.len() / 2]).unwrap();
    refused(&quarry.run(&["jobs"]), 3, &["run.json"]);
    let newer = String::from_utf8(good).unwrap().replacen("\"version\": 1", "\"version\": 99", 1);
    let newer = newer.replacen("\"version\":1", "\"version\":99", 1);
    fs::write(&run_file, newer).unwrap();
    refused(&quarry.run(&["jobs"]), 3, &["version 99", "upgrade"]);
}
