//! `quarry bitcoind` and files of blocks: the state made again from them, blocks of another node's
//! files, and a stop at a height.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use quarry_testkit::Bitcoind;
use serde_json::{Value, json};

use crate::harness::until;

/// `raw(51)`: anybody can spend it, nobody does.
const PAYEE: &str = "raw(51)";

fn start() -> Bitcoind {
    Bitcoind::start(Path::new(env!("CARGO_BIN_EXE_quarry")), &["bitcoind"], &[]).unwrap()
}

fn mine(node: &Bitcoind, blocks: u32) {
    node.call("generatetodescriptor", json!([blocks, PAYEE])).unwrap();
}

fn call(node: &Bitcoind, method: &str) -> Value {
    node.call(method, json!([])).unwrap()
}

fn block_file(node: &Bitcoind) -> PathBuf {
    node.chain_folder().join("blocks/blk00000.dat")
}

/// The block file without its mask.
fn blocks(node: &Bitcoind) -> Vec<u8> {
    let mask = std::fs::read(node.chain_folder().join("blocks/xor.dat")).unwrap();
    assert_eq!(mask.len(), 8);
    assert_ne!(mask, [0; 8], "new files are masked");
    let bytes = std::fs::read(block_file(node)).unwrap();
    bytes.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask).collect()
}

/// What must be the same of a chain, however it came to be.
fn state(node: &Bitcoind) -> Value {
    let mut coins = call(node, "gettxoutsetinfo");
    coins.as_object_mut().unwrap().remove("disk_size");
    let mut tips = call(node, "getchaintips");
    // A branch that is not active was never connected this time.
    for tip in tips.as_array_mut().unwrap() {
        tip.as_object_mut().unwrap().remove("status");
    }
    json!([coins, tips])
}

#[test]
fn the_state_is_made_again_from_the_blocks() {
    let mut node = start();
    mine(&node, 6);
    // A branch that is not active is kept too.
    let tip = call(&node, "getbestblockhash");
    node.call("invalidateblock", json!([tip])).unwrap();
    // Paid to another, or it would be the same block.
    node.call("generatetodescriptor", json!([2, "raw(52)"])).unwrap();
    node.call("reconsiderblock", json!([tip])).unwrap();
    let before = state(&node);
    node.stop().unwrap();
    let size = std::fs::metadata(block_file(&node)).unwrap().len();
    for how in ["-reindex", "-reindex-chainstate"] {
        node.restart(&[how]).unwrap();
        assert_eq!(state(&node), before, "{how}");
        node.stop().unwrap();
        // Nothing was written twice, and nothing lost.
        assert_eq!(std::fs::metadata(block_file(&node)).unwrap().len(), size, "{how}");
    }
    node.restart(&[]).unwrap();
    assert_eq!(state(&node), before);
}

// Blocks 1 and 2 change places, and what is no record stands before 3: none of them is lost.
#[test]
fn a_file_in_disorder_is_taken_in_whole() {
    let mut node = start();
    mine(&node, 4);
    let before = state(&node);
    node.stop().unwrap();
    let bytes = blocks(&node);
    let magic = &bytes[..4];
    let starts = bytes.windows(4).enumerate().filter(|(_, four)| *four == magic);
    let starts: Vec<usize> = starts.map(|(at, _)| at).chain([bytes.len()]).collect();
    let record = |n: usize| bytes[starts[n]..starts[n + 1]].to_vec();
    // A length that no file has, and half a magic.
    let junk = [magic, &[255; 5], &magic[..2]].concat();
    let parts = [record(0), record(2), record(1), junk, record(3), record(4)];
    std::fs::write(block_file(&node), parts.concat()).unwrap();
    // From now on they are not masked.
    std::fs::remove_file(node.chain_folder().join("blocks/xor.dat")).unwrap();
    node.restart(&["-reindex", "-debug=reindex"]).unwrap();
    assert_eq!(state(&node), before);
    let log = std::fs::read_to_string(node.chain_folder().join("debug.log")).unwrap();
    assert!(log.contains("LoadExternalBlockFile: Out of order block"), "{log}");
    assert!(log.contains("LoadExternalBlockFile: Processing out of order child"), "{log}");
    // What comes now goes behind it all.
    mine(&node, 1);
    let before = state(&node);
    node.stop().unwrap();
    node.restart(&[]).unwrap();
    assert_eq!(state(&node), before);
}

#[test]
fn blocks_of_another_nodes_file_are_taken_in() {
    let from = start();
    mine(&from, 5);
    let bytes = blocks(&from);
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("bootstrap.dat");
    // Twice, and in disorder as far as halves are: whole blocks count, once each.
    let middle = bytes.len() / 2;
    std::fs::write(&file, [&bytes[middle..], &bytes[..]].concat()).unwrap();
    let mut to = start();
    to.stop().unwrap();
    to.restart(&[&format!("-loadblock={}", file.display()), "-loadblock=/nowhere"]).unwrap();
    assert_eq!(call(&to, "getbestblockhash"), call(&from, "getbestblockhash"));
    let log = std::fs::read_to_string(to.chain_folder().join("debug.log")).unwrap();
    assert!(log.contains("Loaded 5 blocks from external file"), "{log}");
    assert!(log.contains("Could not open blocks file /nowhere"), "{log}");
}

#[test]
fn the_node_stops_at_a_height() {
    let mut node = start();
    node.stop().unwrap();
    node.restart(&["-stopatheight=3"]).unwrap();
    mine(&node, 2);
    mine(&node, 1);
    until("the end", || (!node.chain_folder().join("bitcoind.pid").exists()).then_some(()));
}

#[test]
fn coins_of_the_past_need_an_index_that_is_not_kept() {
    let mut node = start();
    node.stop().unwrap();
    node.restart(&["-coinstatsindex"]).unwrap();
    mine(&node, 2);
    let error = node.call("gettxoutsetinfo", json!(["none", 1])).unwrap_err();
    assert_eq!(error.code(), Some(-8), "{error}");
    let text = "Querying specific block heights requires coinstatsindex";
    assert!(error.to_string().contains(text), "{error}");
    let log = std::fs::read_to_string(node.chain_folder().join("debug.log")).unwrap();
    assert!(log.contains("Option -coinstatsindex is accepted and has no effect"), "{log}");
}

#[test]
fn what_was_learnt_about_fees_is_kept_unless_nothing_is() {
    let mut node = start();
    let file = node.chain_folder().join("fee_estimates.dat");
    mine(&node, 1);
    node.stop().unwrap();
    assert!(file.exists());
    std::fs::remove_file(&file).unwrap();
    node.restart(&["-blocksonly"]).unwrap();
    let error = node.call("estimatesmartfee", json!([2])).unwrap_err();
    assert!(error.to_string().contains("Fee estimation disabled"), "{error}");
    node.stop().unwrap();
    assert!(!file.exists());
}

// Not only of the last of those that come together.
#[test]
fn every_tip_is_told() {
    let mut node = start();
    let told = node.chain_folder().join("told");
    node.stop().unwrap();
    node.restart(&[&format!("-blocknotify=echo %s >> {}", told.display())]).unwrap();
    let hashes = node.call("generatetodescriptor", json!([9, PAYEE])).unwrap();
    let mut hashes: Vec<String> = serde_json::from_value(hashes).unwrap();
    hashes.sort_unstable();
    until("nine lines", || {
        let mut lines: Vec<String> =
            std::fs::read_to_string(&told).ok()?.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        (lines == hashes).then_some(())
    });
}

/// A signal ends a start that takes long as it ends a running node.
#[test]
fn a_start_that_still_imports_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    // Nobody ever writes to it, so the import never gets further than opening it.
    let pipe = folder.path().join("blocks.fifo");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut node = Command::new(env!("CARGO_BIN_EXE_quarry"));
    node.args(["bitcoind", "-regtest", "-printtoconsole=0", "-listen=0", "-server=0"])
        .arg(format!("-datadir={}", folder.path().display()))
        .arg(format!("-loadblock={}", pipe.display()))
        .stderr(Stdio::piped());
    let node = node.spawn().unwrap();
    let log = folder.path().join("regtest/debug.log");
    let says = |text: &str| std::fs::read_to_string(&log).is_ok_and(|log| log.contains(text));
    until("an import", || says("Importing blocks file").then_some(()));
    let pid = rustix::process::Pid::from_child(&node);
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    let ended = node.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &[][..]));
    assert!(says("Shutdown requested. Exiting."));
}

/// A node whose disk fails ends and says so, and does not go on from what it cannot read.
#[test]
fn a_store_that_fails_ends_the_node() {
    let mut node = start();
    mine(&node, 3);
    let tip = call(&node, "getbestblockhash");
    let undo = node.chain_folder().join("blocks/rev00000.dat");
    std::fs::File::options().write(true).open(undo).unwrap().set_len(0).unwrap();
    let refused = node.call("invalidateblock", json!([tip])).unwrap_err();
    assert_eq!(refused.code(), Some(-20), "{refused}");
    let ended = node.wait_for_end().unwrap();
    let says = "Error: A fatal internal error occurred, see debug.log for details: ";
    assert!(ended.code == Some(1) && ended.stderr.starts_with(says), "{ended:?}");
    let log = std::fs::read_to_string(node.chain_folder().join("debug.log")).unwrap();
    assert!(log.contains("A fatal internal error occurred"), "{log}");
}
