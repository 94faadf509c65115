//! `quarry bitcoind` up to the node: what is refused, with which words and exit code, and which files
//! are there.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::harness::{Ran, binary, run};

/// A data directory with a bitcoin.conf.
fn datadir(config: &str) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("bitcoin.conf"), config).unwrap();
    place
}

fn bitcoind(datadir: &Path, typed: &[&str]) -> Ran {
    let mut command = binary();
    command.arg("bitcoind").arg(format!("-datadir={}", datadir.display())).args(typed);
    command.stdin(Stdio::null()).output().unwrap().into()
}

/// It must end with this and nothing else.
fn refused(ran: &Ran, text: &str) {
    assert_eq!((ran.code, ran.stderr.trim_end()), (Some(1), text), "{ran:#?}");
}

#[test]
fn without_bind_it_listens_everywhere() {
    let place = datadir("regtest=1\n");
    // A port that is free, and most likely the one above it too.
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let port = format!("-port={free}");
    let ran = bitcoind(place.path(), &[&port, "-server=0", "-stopafterblockimport"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:#?}");
    let log = std::fs::read_to_string(place.path().join("regtest/debug.log")).unwrap();
    assert!(log.contains(&format!("Bound to 0.0.0.0:{free}\n")), "{log}");
    // Nobody has to have the next one, so it is tried only.
    assert!(log.contains(&format!("127.0.0.1:{}", free + 1)), "{log}");
}

#[test]
fn a_wrong_start_ends_with_cores_words() {
    let place = datadir("regtest=1\n");
    let cases: [(&[&str], &str); 6] = [
        (&["-foo=1"], "Error: Error parsing command line arguments: Invalid parameter -foo=1"),
        (
            &["word"],
            "Error: Command line contains unexpected token 'word', see bitcoind -h for a list of \
             options.",
        ),
        (
            &["-chain=abc"],
            "Error: Invalid combination of -regtest, -signet, -testnet, -testnet4 and -chain. Can use at most one.",
        ),
        (&["-port=x"], "Error: Invalid port specified in -port: 'x'"),
        (&["-rpcauth=x"], "Error: Unable to start HTTP server. See debug log for details."),
        (
            &["-vbparams=x"],
            "Error: Version bits parameters malformed, expecting deployment:start:end[:min_activation_height]",
        ),
    ];
    for (typed, text) in cases {
        refused(&bitcoind(place.path(), typed), text);
    }
    let log = std::fs::read_to_string(place.path().join("regtest/debug.log")).unwrap();
    assert!(log.contains("[warning] Invalid -rpcauth argument."), "{log}");
    let nowhere = place.path().join("nowhere");
    let text = format!("Error: Specified data directory \"{}\" does not exist.", nowhere.display());
    refused(&bitcoind(&nowhere, &[]), &text);
}

#[test]
fn files_of_the_configuration_are_checked() {
    let place = datadir("regtest=1\nincludeconf=more.conf\n[regtest]\n");
    let path = place.path();
    let told = "Error: Error reading configuration file:";
    refused(
        &bitcoind(path, &[]),
        &format!("{told} Failed to include configuration file more.conf"),
    );
    std::fs::write(path.join("more.conf"), "-dash=1\n").unwrap();
    let dash = "options in configuration file must be specified without leading -";
    let text = format!("{told} parse error on line 1: -dash=1, {dash}");
    refused(&bitcoind(path, &[]), &text);
    let text = format!("{told} Config file \"{}\" is a directory.", path.display());
    refused(&bitcoind(path, &[&format!("-conf={}", path.display())]), &text);
    // An included file cannot include, and what it says is obeyed.
    std::fs::write(path.join("more.conf"), "includeconf=x\n[regtest]\nport=x\n").unwrap();
    let ran = bitcoind(path, &[]);
    let warning =
        "warning: -includeconf cannot be used from included files; ignoring -includeconf=x\n";
    refused(&ran, &format!("{warning}Error: Invalid port specified in -port: 'x'"));
}

#[test]
fn sections_are_obeyed_or_told() {
    let place = datadir("regtest=1\nport=1\n");
    let text = "Error: Config setting for -port only applied on regtest network when in [regtest] \
                section.";
    refused(&bitcoind(place.path(), &[]), text);
    let config = place.path().join("bitcoin.conf");
    std::fs::write(&config, "regtest=1\n[abc]\nx=1\n[regtest]\nport=0\n").unwrap();
    let warning = format!("Warning: {}:2 Section [abc] is not recognized.", config.display());
    let error = "Error: Invalid port specified in -port: '0'";
    refused(&bitcoind(place.path(), &[]), &format!("{warning}\n{error}"));
}

#[test]
fn the_layout_is_cores() {
    let place = datadir("regtest=1\n[regtest]\nport=0\nrpcpassword=hidden\n");
    // A wrong port ends it once log and directory are there.
    assert_eq!(bitcoind(place.path(), &["-logtimemicros"]).code, Some(1));
    let net = place.path().join("regtest");
    let wallets = std::fs::read_dir(net.join("wallets")).unwrap();
    assert_eq!(wallets.count(), 0);
    for there in [".lock", "debug.log", "settings.json", "blocks"] {
        assert!(net.join(there).exists(), "no {there}");
    }
    assert!(!net.join("bitcoind.pid").exists(), "the pid file goes with the process");
    let log = std::fs::read_to_string(net.join("debug.log")).unwrap();
    assert!(log.contains("Z Config file arg: [regtest] rpcpassword=****\n"), "{log}");
    assert!(!log.contains("hidden"), "{log}");
    let command_line = format!("Command-line arg: datadir=\"{}\"", place.path().display());
    assert!(log.contains(&command_line), "{log}");
}

#[test]
fn a_directory_in_use_is_left_alone() {
    let place = datadir("regtest=1\n[regtest]\nport=0\n");
    bitcoind(place.path(), &[]);
    let net = place.path().join("regtest");
    let held = std::fs::File::open(net.join(".lock")).unwrap();
    held.lock().unwrap();
    let text = format!(
        "Error: Cannot obtain a lock on directory {}. Bitcoin Core is probably already running.",
        net.display()
    );
    refused(&bitcoind(place.path(), &[]), &text);
    drop(held);
    refused(&bitcoind(place.path(), &[]), "Error: Invalid port specified in -port: '0'");
}

#[test]
fn settings_of_run_time_are_kept() {
    let place = datadir("regtest=1\n[regtest]\nport=0\n");
    let path = place.path().join("regtest/settings.json");
    std::fs::create_dir(place.path().join("regtest")).unwrap();
    std::fs::write(&path, "{\"rpcport\":\"x\",\"port\":5,\"list\":[6,7]}").unwrap();
    refused(&bitcoind(place.path(), &[]), "Error: Invalid port specified in -rpcport: 'x'");
    let kept: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!((&kept["port"], &kept["list"][1]), (&5.into(), &7.into()));
    let log = std::fs::read_to_string(place.path().join("regtest/debug.log")).unwrap();
    assert!(log.contains("Z Setting file arg: list = [6,7]\n"), "{log}");
    std::fs::write(&path, "{\"a\":1,\"a\":2}").unwrap();
    let ran = bitcoind(place.path(), &[]);
    let text = format!("- Found duplicate key a in settings file {}", path.display());
    refused(&ran, &format!("Error: Settings file could not be read:\n{text}"));
}

#[test]
fn a_symlink_chooses_the_program() {
    let place = tempfile::tempdir().unwrap();
    let cases = [("bitcoind", "daemon"), ("bitcoin-cli", "RPC client")];
    for (name, role) in cases {
        let link = place.path().join(name);
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_quarry"), &link).unwrap();
        // Neither makes a directory for it.
        let ran = Command::new(&link).arg("-version").env("HOME", place.path()).output().unwrap();
        let ran = Ran::from(ran);
        assert!(ran.stdout.starts_with(&format!("Bitcoin Core {role} version v30.")), "{ran:#?}");
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        assert!(!place.path().join(".bitcoin").exists());
    }
    for typed in [&["bitcoind", "-help"][..], &["-q", "bitcoind", "-?"], &["bitcoind", "--help"]] {
        let ran = run(typed);
        assert_eq!(ran.code, Some(0), "{ran:#?}");
        assert!(
            ran.stdout.contains("\nOptions:\n") && ran.stdout.contains("  -txindex\n"),
            "{ran:#?}"
        );
        // What nobody else documents says what it does.
        let own = "  -stratum=<ip>:<port>  (Quarry's own)\n       Serve miners";
        assert!(ran.stdout.contains(own), "{ran:#?}");
    }
}

#[test]
fn what_is_wrong_in_the_background_is_told_in_front() {
    let place = datadir("regtest=1\n[regtest]\nport=0\n");
    // The arguments are checked in front.
    let ran = bitcoind(place.path(), &["-daemonwait", "-peertimeout=0"]);
    refused(&ran, "Error: peertimeout must be a positive integer.");
    let ran = bitcoind(place.path(), &["-daemonwait"]);
    assert_eq!(ran.stdout, "Bitcoin Core starting\n");
    refused(&ran, "Error: Error during initialization - check debug.log for details");
    let log = std::fs::read_to_string(place.path().join("regtest/debug.log")).unwrap();
    assert!(log.contains("[error] Invalid port specified in -port: '0'"), "{log}");
}
