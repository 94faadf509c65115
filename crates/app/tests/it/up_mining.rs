//! The miner of `quarry up`, driven by the dashboard's Mining page.

use serde_json::{Value, json};

use crate::harness::{Quarry, get, until};
use crate::mine_page::{Driver, OTHER};

pub(crate) fn driver(quarry: &Quarry) -> Driver {
    let run = std::fs::read(quarry.datadir().join("run.json")).unwrap();
    let run: Value = serde_json::from_slice(&run).unwrap();
    Driver::new(quarry.url("dashboard"), run["operator_token"].as_str().unwrap().to_owned())
}

/// The height of its chain.
pub(crate) fn height(quarry: &Quarry) -> u64 {
    get(&format!("{}/v1/chain", quarry.url("node")))["height"].as_u64().unwrap()
}

/// Whom the block at a height pays.
pub(crate) fn paid(quarry: &Quarry, height: u64) -> Value {
    let node = quarry.url("node");
    let block = get(&format!("{node}/v1/blocks/{height}"));
    block["transactions"][0]["outputs"][0]["address"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_stopped_started_and_paid_from_the_dashboard() {
    // A block each second while it runs.
    let mut quarry = Quarry::up(&["--block-time", "1"]);
    let mining = driver(&quarry);
    let page = mining.get("/miner").bearer_auth(mining.token()).send().await.unwrap();
    let page = page.text().await.unwrap();
    for word in ["Stop mining", "this node", "Dashboard", "thread"] {
        assert!(page.contains(word), "no `{word}`");
    }
    assert_eq!(mining.get("/miner").send().await.unwrap().status().as_u16(), 401);
    assert_eq!(mining.get("/about").send().await.unwrap().status().as_u16(), 200);
    let status = mining.until("blocks", |status| status["blocks"].as_u64() > Some(1)).await;
    assert_eq!(status["upstreams"][0]["protocol"], "local");
    let (code, status) = mining.tell("/v1/miner/stop", &json!({})).await;
    assert_eq!((code, &status["running"]), (200, &json!(false)));
    let at_rest = tokio::task::block_in_place(|| height(&quarry));

    let (code, status) = mining.tell("/v1/miner/payout", &json!({ "address": OTHER })).await;
    assert_eq!((code, &status["payout"]), (200, &json!(OTHER)));
    let main = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
    let (code, error) = mining.tell("/v1/miner/payout", &json!({ "address": main })).await;
    assert_eq!((code, &error["error"]["code"]), (400, &json!("bad_address")));

    let max = status["threads_max"].as_u64().unwrap();
    let (code, error) = mining.tell("/v1/miner/threads", &json!({ "threads": max + 1 })).await;
    assert_eq!((code, &error["error"]["code"]), (400, &json!("too_many_threads")));
    for wrong in [json!(0), json!(-1), json!("2"), json!(1.5)] {
        let (code, error) = mining.tell("/v1/miner/threads", &json!({ "threads": wrong })).await;
        let text = json!("threads: it is a whole number, at least 1");
        assert_eq!((code, &error["error"]["message"]), (400, &text), "{wrong}");
    }
    for wrong in [json!(0), json!(-1), json!("2"), json!(1.5), Value::Null] {
        let body = json!({ "threads": wrong });
        assert_eq!(mining.tell("/v1/miner/threads", &body).await.0, 400, "{body}");
    }
    let (code, status) = mining.tell("/v1/miner/threads", &json!({ "threads": 1 })).await;
    assert_eq!((code, &status["threads"]), (200, &json!(1)));

    assert_eq!(tokio::task::block_in_place(|| height(&quarry)), at_rest, "it was stopped");
    let (code, status) = mining.tell("/v1/miner/start", &json!({})).await;
    assert_eq!((code, &status["running"]), (200, &json!(true)));
    let status = mining.until("a block", |status| status["blocks"].as_u64() > Some(2)).await;
    assert_eq!(status["thread_rates"].as_array().unwrap().len(), 1);
    tokio::task::block_in_place(|| {
        until("a block more", || (height(&quarry) > at_rest).then_some(()));
        assert_eq!(paid(&quarry, at_rest + 1), OTHER);
    });
    let metrics = mining.get("/metrics").bearer_auth(mining.token()).send().await.unwrap();
    let metrics = metrics.text().await.unwrap();
    for name in ["quarry_miner_blocks_total", "quarry_miner_thread_hashes_per_second{thread=\"0\""]
    {
        assert!(metrics.contains(name), "no {name} in {metrics}");
    }

    let before = mining.status().await;
    assert_eq!(quarry.interrupt().0, Some(0));
    quarry.start(&["--block-time", "1"]);
    let after = driver(&quarry).status().await;
    let last = before["log"].as_array().unwrap().last().unwrap();
    assert!(after["log"].as_array().unwrap().contains(last), "{last} is forgotten");
}
