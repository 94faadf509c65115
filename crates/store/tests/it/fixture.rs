//! Fixtures: one data directory for each version of the format, which every later program must open.
//!
//! `fixtures/v1` was left by `quarry up` after a bought search, a cancelled one and a deposit, ended
//! in order. It holds the published dev keys only.

use quarry_chain::{Store, Validity};
use quarry_primitives::{Block, consensus};
use quarry_store::{ChainPaths, ChainStore, CommandLog, KeyStore};
use quarry_testkit::fixture;

#[test]
fn version_1_opens() {
    let copy = tempfile::tempdir().unwrap();
    fixture::copy("v1", copy.path()).unwrap();
    let paths = ChainPaths::in_dir(copy.path());
    let mut store = ChainStore::open(&paths, *b"\xd9qry").unwrap();
    let tip = store.tip().unwrap().unwrap();
    assert!(tip.height >= 3, "{tip:?}");
    assert!(store.coin_count().unwrap() > 4);
    // The store was brought up to date, and a copy of the old one kept.
    assert!(copy.path().join("chain.redb.format1").exists());
    assert_eq!(store.recover().unwrap(), []);
    let headers = store.headers().unwrap();
    for record in &headers {
        let block = store.block(record.block.unwrap()).unwrap();
        let block: Block = consensus::deserialize(&block).unwrap();
        assert_eq!(block.header, record.header);
        assert_eq!(record.undo.is_some(), record.validity == Validity::Connected);
        record.undo.map(|place| store.undo(place).unwrap());
    }
    assert!(headers.iter().any(|record| record.header.block_hash() == tip.hash));
    drop(store);
    ChainStore::open(&paths, *b"\xd9qry").unwrap();
    let log = CommandLog::open(&copy.path().join("exchange.sqlite")).unwrap();
    let report = log.integrity().unwrap();
    assert_eq!(report.records, log.last_seq());
    assert!(report.snapshots >= 1);
    let keys = KeyStore::open(&copy.path().join("keys")).unwrap();
    let names: Vec<String> = keys.list().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["albert", "bertrand", "camille", "miner"]);
}
