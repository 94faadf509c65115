//! Fixtures: one data directory for each version of the format, which every later program must open.
//!
//! `fixtures/v1` was left by `quarry up` after a bought search, a cancelled one and a deposit, ended
//! in order. It holds the published dev keys only.

use quarry_chain::Store;
use quarry_store::{ChainStore, CommandLog, KeyStore};
use quarry_testkit::fixture;

#[test]
fn version_1_opens() {
    let copy = tempfile::tempdir().unwrap();
    fixture::copy("v1", copy.path()).unwrap();
    let store = ChainStore::open(&copy.path().join("chain.redb")).unwrap();
    let tip = store.tip().unwrap().unwrap();
    assert!(tip.height >= 3, "{tip:?}");
    let mut coins = 0;
    store.visit_coins(&mut |_, _| coins += 1).unwrap();
    assert!(coins > 4, "{coins}");
    let log = CommandLog::open(&copy.path().join("exchange.sqlite")).unwrap();
    let report = log.integrity().unwrap();
    assert_eq!(report.records, log.last_seq());
    assert!(report.snapshots >= 1);
    let keys = KeyStore::open(&copy.path().join("keys")).unwrap();
    let names: Vec<String> = keys.list().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["albert", "bertrand", "camille", "miner"]);
}
