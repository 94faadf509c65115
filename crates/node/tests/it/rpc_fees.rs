//! Fee estimates as callers see them: nothing at first, then what was paid, kept over a restart.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use corepc_types::v30;
use quarry_node::FeeFile;
use quarry_primitives::{OutPoint, Transaction};
use serde_json::{Value, json};

use crate::live::{Live, SUBSIDY, hex, out, spend};
use crate::mined::shape;

/// What every transaction here leaves to the miner.
const FEE: u64 = 40_000;

async fn start(blocks: u32, path: &Path, accept_stale: bool) -> Live {
    let file = FeeFile { path: path.to_owned(), accept_stale };
    Live::start_with(blocks, |open| open.fees = Some(file)).await
}

fn nothing() -> Value {
    json!({"errors": ["Insufficient data or no feerate found"], "blocks": 0})
}

/// Eight blocks of twenty transactions each: enough for targets up to four. Gives the last one.
async fn teach(node: &Live) -> Transaction {
    let mut value = SUBSIDY / 20 - FEE;
    let fan = spend(&[node.coin()], &[value; 20]);
    node.ask("sendrawtransaction", json!([hex(&fan), 0])).await;
    node.mine(1);
    let mut coins: Vec<OutPoint> = (0..20).map(|n| out(&fan, n)).collect();
    let mut last = fan;
    for _ in 0..8 {
        value -= FEE;
        for coin in &mut coins {
            last = spend(&[*coin], &[value]);
            node.ask("sendrawtransaction", json!([hex(&last), 0])).await;
            *coin = out(&last, 0);
        }
        node.mine(1);
    }
    last
}

fn rate_of(tx: &Transaction) -> f64 {
    let rate = FEE * 1_000 / tx.vsize() as u64;
    rate as f64 / 1e8
}

#[tokio::test]
async fn fees_are_learnt_kept_and_told() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("fee_estimates.dat");
    let node = start(101, &path, false).await;
    assert_eq!(node.ask("estimatesmartfee", json!([6, "CONSERVATIVE"])).await, nothing());
    let raw = node.ask("estimaterawfee", json!([20])).await;
    let _shape: v30::EstimateRawFee = shape(&raw);
    let horizons: Vec<&String> = raw.as_object().unwrap().keys().collect();
    assert_eq!(horizons, ["long", "medium"]);
    let fail = json!({"startrange": 0, "endrange": 1e99, "withintarget": 0, "totalconfirmed": 0,
        "inmempool": 0, "leftmempool": 0});
    assert_eq!(raw["long"]["fail"].to_string(), fail.to_string());

    let rate = rate_of(&teach(&node).await);
    let smart = node.ask("estimatesmartfee", json!([6])).await;
    assert_eq!(smart, json!({"feerate": rate, "blocks": 4}));
    let _shape: v30::EstimateSmartFee = shape(&smart);
    let raw = node.ask("estimaterawfee", json!([2, 0.9])).await;
    let _shape: v30::EstimateRawFee = shape(&raw);
    let short = &raw["short"];
    assert_eq!((&short["feerate"], &short["scale"]), (&json!(rate), &json!(1)));
    assert_eq!(short["pass"]["withintarget"], short["pass"]["totalconfirmed"]);
    assert!(short["pass"]["startrange"].as_f64().unwrap() < rate * 1e8);

    // Written once the hour is over, and at the end.
    assert!(!path.exists());
    node.ask("mockscheduler", json!([3_600])).await;
    let written = fs::read(&path).unwrap();
    node.node.finish_fees();
    assert_eq!(fs::read(&path).unwrap(), written, "nothing waited");
    let height = node.node.read(|chain| chain.tip().height);
    node.stop().await;

    let node = start(height, &path, false).await;
    assert_eq!(node.ask("estimatesmartfee", json!([6])).await, smart);
    node.stop().await;

    // Of last week.
    let old = SystemTime::now() - Duration::from_secs(61 * 3_600);
    File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
    let node = start(0, &path, false).await;
    assert_eq!(node.ask("estimatesmartfee", json!([6])).await, nothing());
    node.stop().await;
    let node = start(0, &path, true).await;
    assert_eq!(node.ask("estimatesmartfee", json!([6])).await, smart);
    node.stop().await;

    fs::write(&path, &written[..written.len() - 1]).unwrap();
    let node = start(0, &path, false).await;
    assert_eq!(node.ask("estimatesmartfee", json!([6])).await, nothing());
    node.stop().await;
}

#[tokio::test]
async fn a_node_asks_for_what_it_relays() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("fee_estimates.dat");
    let node = start(101, &path, false).await;
    teach(&node).await;
    node.node.write_fees();
    node.stop().await;
    let file = FeeFile { path, accept_stale: false };
    let node = Live::start_with(0, |open| {
        open.fees = Some(file);
        open.pool.min_relay_fee = 12_345_678;
    })
    .await;
    let smart = node.ask("estimatesmartfee", json!([2])).await;
    assert_eq!(smart, json!({"feerate": 0.123_456_78, "blocks": 2}));
    node.stop().await;
}

#[tokio::test]
async fn bad_questions_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let node = start(0, &dir.path().join("fee_estimates.dat"), false).await;
    for bad in [-1, 0, 1_009] {
        for method in ["estimatesmartfee", "estimaterawfee"] {
            let error = node.fails(method, json!([bad])).await;
            assert_eq!(error, (-8, "Invalid conf_target, must be between 1 and 1008".into()));
        }
    }
    let text = "Invalid estimate_mode parameter, must be one of: \"unset\", \"economical\", \"conservative\"";
    assert_eq!(node.fails("estimatesmartfee", json!([1, "foo"])).await, (-8, text.into()));
    for bad in [-0.1, 1.1] {
        let error = node.fails("estimaterawfee", json!([1, bad])).await;
        assert_eq!(error, (-8, "Invalid threshold".into()));
    }
    node.stop().await;
    // One that learns nothing (-blocksonly).
    let node = Live::start(0, false).await;
    for method in ["estimatesmartfee", "estimaterawfee"] {
        let error = node.fails(method, json!([2])).await;
        assert_eq!(error, (-32603, "Fee estimation disabled".into()));
    }
    node.stop().await;
}
