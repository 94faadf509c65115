//! Connections that do nothing, on real sockets: a thousand of them cost little, harm nobody who works, and are
//! closed in time; and a process that may have few descriptors says so and still serves.

use std::io::{ErrorKind, Read as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use quarry_api::pool::PoolStatus;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::pool::{ONE, Pool, ask, mine, node};
use crate::harness::{Ran, binary_in, until};

const IDLE: usize = 1_000;
/// Room for these, the miner and nobody else.
const PER_ADDRESS: usize = IDLE + 2;
/// A connection's share of 100 MB for a thousand.
const BYTES_PER_CONNECTION: u64 = 100_000;
/// Nobody waits so long for anything.
const PATIENCE: Duration = Duration::from_secs(60);

/// This process holds the other ends.
fn raise_own_limit() {
    let maximum = getrlimit(Resource::Nofile).maximum;
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).unwrap();
    let needed = IDLE as u64 + 200;
    let limit = getrlimit(Resource::Nofile).current;
    assert!(
        limit.is_none_or(|limit| limit >= needed),
        "this test opens {IDLE} sockets and may have {limit:?} files open: allow {needed} (ulimit -Hn)"
    );
}

/// Bytes of memory that a process uses.
fn memory(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

/// Whether the other side has ended it, once it has; a connection that stays open is an error.
fn is_closed(mut stream: &TcpStream) -> bool {
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    match stream.read(&mut [0; 16]) {
        Ok(0) => true,
        Ok(_) => false,
        Err(error) => error.kind() == ErrorKind::ConnectionReset,
    }
}

#[test]
fn a_thousand_idle_connections_harm_nobody() {
    raise_own_limit();
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    // As a shell gives it: few descriptors until it asks for more.
    let pool = Pool::start_in(
        &["sh", "-c", "ulimit -Sn 256 && exec \"$@\"", "sh"],
        &node,
        &[
            "--web",
            "127.0.0.1:0",
            "--datadir",
            place.path().to_str().unwrap(),
            "--handshake-timeout",
            "15",
            "--max-connections-per-address",
            &PER_ADDRESS.to_string(),
        ],
    );
    let read = |name: &str| std::fs::read_to_string(place.path().join("pool/page").join(name));
    let base = until("the page's address", || read("url").ok());
    let token = read("token").unwrap();
    let status = || serde_json::from_str::<PoolStatus>(&ask(&base, "/v1/pool", &token)).unwrap();
    let rig = format!("{ONE}.rig");
    let mut accepted = mine(&pool, &rig, 1).accepted;
    until("the miner's end", || (status().connections == 0).then_some(()));
    let before = memory(pool.pid());

    let address: SocketAddr = pool.url.strip_prefix("stratum+tcp://").unwrap().parse().unwrap();
    let connect = || TcpStream::connect(address).unwrap();
    let idle: Vec<TcpStream> = (0..IDLE).map(|_| connect()).collect();
    until("all connections", || (status().connections >= IDLE).then_some(()));
    let each = memory(pool.pid()).saturating_sub(before) / IDLE as u64;
    println!("{each} bytes for each of {IDLE} idle connections, beside {before} for the rest");
    assert!(each < BYTES_PER_CONNECTION, "{each} bytes for each idle connection");
    // Who works does so.
    accepted += mine(&pool, &rig, 1).accepted;
    // One address has no more than it may have, and its others stay.
    let more: Vec<TcpStream> = (IDLE..PER_ADDRESS).map(|_| connect()).collect();
    until("all places taken", || (status().connections == PER_ADDRESS).then_some(()));
    assert!(is_closed(&connect()), "one too many of an address was let in");
    assert_eq!(status().connections, PER_ADDRESS);

    assert!(idle.iter().chain(&more).all(is_closed), "it was not closed in time");
    until("no connections", || (status().connections == 0).then_some(()));
    accepted += mine(&pool, &rig, 1).accepted;
    let last = pool.end();
    assert!(last.total.accepted >= accepted && last.workers.len() == 1, "{last:#?}");
}

#[test]
fn few_descriptors_are_told_of_with_advice() {
    let node = node();
    // The hard limit, which no process may raise by itself.
    let few = ["sh", "-c", "ulimit -n 600 && exec \"$@\"", "sh"];
    let pool = Pool::start_in(&few, &node, &["--max-connections", "1000"]);
    let said = &pool.said;
    assert!(said.contains("at most 216 connections of miners, not 1000"), "{said}");
    assert!(
        said.contains("LimitNOFILE=1384") && said.contains("lower --max-connections"),
        "{said}"
    );
    mine(&pool, &format!("{ONE}.rig"), 1);
    pool.end();
}

/// `bitcoind -maxconnections` gives way, and what is left has to be enough for a node: Core's words.
#[test]
fn bitcoind_has_as_many_peers_as_there_are_descriptors_for() {
    let place = tempfile::tempdir().unwrap();
    let start = |limit: usize, more: &[&str]| -> Ran {
        let limited = format!("ulimit -n {limit} && exec \"$@\"");
        let mut command = binary_in(&["sh", "-c", &limited, "sh"]);
        let datadir = format!("-datadir={}", place.path().display());
        command.args(["bitcoind", "-signet", &datadir]).args(more).output().unwrap().into()
    };
    let ran = start(159, &[]);
    let words = "Error: Not enough file descriptors available. 159 available, 160 required.";
    assert!(ran.code == Some(1) && ran.stderr.contains(words), "{ran:#?}");
    // It ends at what is wrong besides.
    let ran = start(200, &["-maxconnections=100", "-acceptstalefeeestimates"]);
    let words = "Warning: Reducing -maxconnections from 100 to 40, because of system limitations.";
    assert!(ran.stderr.contains(words), "{ran:#?}");
}
