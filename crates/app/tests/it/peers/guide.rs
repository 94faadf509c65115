//! `docs/mine-with-your-own-bitcoind.md`: each of its commands, in order, with bcoin as the node.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Stdio};

use super::bitcoin::{Pair, SEGWIT_HEIGHT, WITH_BCOIN, address};
use crate::harness::{Ran, binary};

/// What ends only when it is told to is marked so.
const ENDLESS: &str = "# until Ctrl-C";

fn commands() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/mine-with-your-own-bitcoind.md")).unwrap();
    let blocks = page.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.flat_map(str::lines).map(str::to_owned).collect()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A command that goes on, from when on it can be used.
fn started(mut command: std::process::Command) -> Child {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let ready =
        |line: &String| line.contains("watch it at") || line.contains("miners connect with");
    let said = lines.by_ref().map(Result::unwrap).find(ready);
    assert!(said.is_some(), "it ended");
    // What else it says must not fill the pipe.
    std::thread::spawn(move || lines.for_each(drop));
    child
}

#[test]
fn every_command_of_the_guide_works() {
    let pair = Pair::start(WITH_BCOIN);
    let before = pair.bcoin_generates(SEGWIT_HEIGHT + 1);
    pair.connect();
    pair.wait_for_tip(&before);
    let place = tempfile::tempdir().unwrap();
    let rpc_port = pair.bcoin.rpc().address().port();
    let given = [
        ("USER", "x".to_owned()),
        ("PASSWORD", "test".to_owned()),
        ("=18443", format!("={rpc_port}")),
        (":18443", format!(":{rpc_port}")),
        ("ADDRESS", address()),
        (":3333", format!(":{}", free_port())),
        (":3334", format!(":{}", free_port())),
        (":3335", format!(":{}", free_port())),
    ];
    let commands = commands();
    assert_eq!(commands.len(), 9, "{commands:#?}");
    let mut running = Vec::new();
    for text in commands {
        let filled =
            given.iter().fold(text.clone(), |text, (name, value)| text.replace(name, value));
        let words: Vec<&str> = filled.split('#').next().unwrap().split_whitespace().collect();
        assert_eq!(words[0], "quarry", "{text}");
        let mut command = binary();
        command.env("QUARRY_DATADIR", place.path()).args(&words[1..]);
        if text.ends_with(ENDLESS) {
            running.push((text, started(command)));
            continue;
        }
        let ran = Ran::from(command.output().unwrap());
        assert_eq!(ran.code, Some(0), "{text}: {ran:#?}");
    }
    for (text, mut child) in running {
        let pid = rustix::process::Pid::from_child(&child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{text}");
    }
}
