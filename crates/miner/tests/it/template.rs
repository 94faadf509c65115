//! Templates: news from a long poll, blocks handed in, refusals counted, a payout that changes.

use std::sync::{Arc, Mutex};

use quarry_miner::{MinerConfig, Payout};
use quarry_primitives::{Block, consensus};
use serde_json::{Value, json};

use crate::upstream::{
    EASY, HARD, OTHER_PAYOUT, PAYOUT, Reply, Running, Upstream, config, template,
};

/// A node: templates on the tip, which moves with each block and by itself.
#[derive(Default)]
struct Node {
    tip: Mutex<u8>,
    blocks: Mutex<Vec<Block>>,
}

impl Node {
    fn call(&self, method: &str, params: &Value, bits: impl Fn(u8) -> &'static str) -> Reply {
        let mut tip = self.tip.lock().unwrap();
        match method {
            "getblocktemplate" => {
                let known = params[0]["longpollid"].as_str();
                if known == Some(&tip.to_string()) {
                    return Reply::Later;
                }
                Reply::Result(template(*tip, u32::from(*tip) + 1, bits(*tip)))
            }
            "submitblock" => {
                let block = params[0].as_str().unwrap();
                let block: Block = consensus::encode::deserialize_hex(block).unwrap();
                assert!(block.check_merkle_root());
                self.blocks.lock().unwrap().push(block);
                *tip += 1;
                Reply::Result(Value::Null)
            }
            _ => Reply::Error(-32601, "Method not found"),
        }
    }
}

#[tokio::test]
async fn blocks_go_to_the_tip_and_pay_the_address() {
    let node = Arc::<Node>::default();
    let serving = Arc::clone(&node);
    let upstream = Upstream::start(move |method, params| {
        serving.call(method, params, |tip| if tip < 4 { EASY } else { HARD })
    })
    .await;
    let running = Running::start(config(&[&upstream]));
    let status = running.until("four blocks", |status| status.blocks == 4).await;
    assert_eq!((status.accepted, status.rejected.len()), (4, 0));
    let status = running.until("work on block 5", |status| {
        status.work.as_ref().is_some_and(|work| work.height == Some(5))
    });
    let status = status.await;
    assert_eq!(status.upstreams[0].protocol, "getblocktemplate");
    assert_eq!(status.upstreams[0].chain, None, "it does not tell");
    assert!(status.best_difficulty > 0.0 && status.hashes >= 4);
    let script = Payout::parse(PAYOUT).unwrap().script();
    for (n, block) in (0u8..).zip(node.blocks.lock().unwrap().iter()) {
        assert_eq!(block.header.prev_blockhash.to_string(), hex::encode([n; 32]));
        assert_eq!(block.txdata[0].output[0].script_pubkey, script);
        let text = block.txdata[0].input[0].script_sig.as_bytes();
        assert!(text.windows(8).any(|bytes| bytes == b"/quarry/"));
    }
    running.end().await;
}

/// The tip moves while a search that would take years is on: the next block is on the new tip.
#[tokio::test]
async fn news_end_a_search_that_is_on() {
    for long_poll in [true, false] {
        let node = Arc::<Node>::default();
        let serving = Arc::clone(&node);
        let bits = |tip| if tip == 7 { EASY } else { HARD };
        let upstream =
            Upstream::start(move |method, params| serving.call(method, params, bits)).await;
        let running = Running::start(MinerConfig { long_poll, ..config(&[&upstream]) });
        running.until("a search", |status| status.hashes > 0).await;
        *node.tip.lock().unwrap() = 7;
        upstream.wake();
        running.until("a block", |status| status.blocks == 1).await;
        let first = node.blocks.lock().unwrap()[0].header;
        assert_eq!(first.prev_blockhash.to_string(), hex::encode([7; 32]));
        running.end().await;
    }
}

#[tokio::test]
async fn every_reason_is_counted_and_shown() {
    let reasons = Mutex::new(vec!["high-hash", "bad-txns", "stale-prevblk", "high-hash"]);
    let upstream = Upstream::start(move |method, _| match method {
        "getblocktemplate" => {
            let bits = if reasons.lock().unwrap().is_empty() { HARD } else { EASY };
            Reply::Result(template(1, 2, bits))
        }
        "submitblock" => match reasons.lock().unwrap().pop() {
            Some(reason) => Reply::Result(json!(reason)),
            None => Reply::Error(-22, "Block decode failed"),
        },
        _ => Reply::Error(-32601, "Method not found"),
    })
    .await;
    let running = Running::start(config(&[&upstream]));
    let all = |status: &quarry_api::miner::MinerStatus| {
        status.rejected.values().sum::<u64>() == 3 && status.upstreams[0].rejected >= 4
    };
    let status = running.until("four answers", all).await;
    assert_eq!(status.rejected["high-hash"], 2);
    assert_eq!(status.rejected["bad-txns"], 1);
    // A hit that came as there was newer work already may be among the stale too.
    assert!(status.stale >= 1 && status.accepted == 0);
    let log = running.miner.status().log;
    assert!(log.iter().any(|line| line.text.starts_with("block rejected: bad-txns (")), "{log:#?}");
    running.end().await;
}

#[tokio::test]
async fn another_address_is_paid_by_the_next_job() {
    let node = Arc::<Node>::default();
    let serving = Arc::clone(&node);
    let easy = Arc::new(Mutex::new(false));
    let is_easy = Arc::clone(&easy);
    let upstream = Upstream::start(move |method, params| {
        let is_easy = *is_easy.lock().unwrap();
        serving.call(method, params, |_| if is_easy { EASY } else { HARD })
    })
    .await;
    let running = Running::start(config(&[&upstream]));
    running.until("work", |status| status.work.is_some()).await;
    running.miner.pay(Payout::parse(OTHER_PAYOUT).unwrap()).await.unwrap();
    running.until("the address", |status| status.payout.as_deref() == Some(OTHER_PAYOUT)).await;
    running.miner.stop().await.unwrap();
    running.until("no work", |status| !status.running && status.work.is_none()).await;
    *easy.lock().unwrap() = true;
    running.miner.start().await.unwrap();
    running.until("a block", |status| status.blocks >= 1).await;
    let script = Payout::parse(OTHER_PAYOUT).unwrap().script();
    assert_eq!(node.blocks.lock().unwrap()[0].txdata[0].output[0].script_pubkey, script);
    running.end().await;
}

#[tokio::test]
async fn it_stops_after_the_blocks_that_were_wanted() {
    let node = Arc::<Node>::default();
    let serving = Arc::clone(&node);
    let upstream =
        Upstream::start(move |method, params| serving.call(method, params, |_| EASY)).await;
    let mut settings = config(&[&upstream]);
    settings.blocks_max = Some(3);
    let running = Running::start(settings);
    let status = running.until("the end", |status| !status.running).await;
    assert_eq!((status.blocks, node.blocks.lock().unwrap().len()), (3, 3));
    running.end().await;
}

#[tokio::test]
async fn a_chain_without_such_addresses_is_not_mined() {
    let upstream = Upstream::start(|method, _| match method {
        "getblockchaininfo" => Reply::Result(json!({ "chain": "main" })),
        "getblocktemplate" => Reply::Result(template(1, 2, EASY)),
        other => panic!("{other}"),
    })
    .await;
    let running = Running::start(config(&[&upstream]));
    let status = running.until("the refusal", |status| status.upstreams[0].is_lasting).await;
    let error = status.upstreams[0].error.as_deref().unwrap();
    assert!(error.contains("not one of the upstream's chain `main`"), "{error}");
    assert_eq!(status.hashes, 0);
    running.end().await;
}

/// A node that is just being started again, and one that took the block without being able to say so.
#[tokio::test]
async fn a_block_is_handed_in_until_there_is_an_answer() {
    for last in [Value::Null, json!("duplicate")] {
        let answers = Mutex::new(vec![
            Reply::Result(last),
            Reply::Error(-28, "Verifying blocks..."),
            Reply::Status(401),
            Reply::Status(503),
        ]);
        let upstream = Upstream::start(move |method, _| {
            let mut answers = answers.lock().unwrap();
            match method {
                "getblocktemplate" if answers.len() == 4 => Reply::Result(template(1, 2, EASY)),
                "getblocktemplate" => Reply::Result(template(2, 3, HARD)),
                "submitblock" => answers.pop().unwrap(),
                _ => Reply::Error(-32601, "Method not found"),
            }
        })
        .await;
        let running = Running::start(config(&[&upstream]));
        let status = running.until("an answer", |status| status.accepted > 0).await;
        assert_eq!((status.blocks, status.rejected.len()), (1, 0));
        running.end().await;
    }
}
