//! Our pool and our miner beside Stratum by others.
//!
//! npm's `stratum-client` is a miner's side: it subscribes, authorizes, is told of difficulty and work,
//! and hands in shares that are computed here from what it was told. PyPI's `aiostratum-proxy` is both
//! sides: a pool to our miners, and a miner to our pool.

use std::net::SocketAddr;

use quarry_api::miner::MinerStatus;
use quarry_mining::stratum::message::{FromPool, Incoming, Reject};
use quarry_mining::{Difficulty, StratumJob};
use quarry_pow::Target;
use quarry_testkit::{StratumClient, StratumProxy};
use serde_json::{Value, json};

use crate::harness::{run, until};
use crate::pool::{ONE, Pool, height, node, paid};

/// The work that it tells of, as it came on the wire.
fn job(work: &Value) -> StratumJob {
    let names = [
        "jobId",
        "prevhash",
        "coinb1",
        "coinb2",
        "merkle_branch",
        "version",
        "nbits",
        "ntime",
        "clean_jobs",
    ];
    let params: Vec<&Value> = names.iter().map(|name| &work[name]).collect();
    let line = json!({ "id": null, "method": "mining.notify", "params": params });
    match FromPool::decode(line.to_string().as_bytes()).unwrap() {
        Incoming::Call { message: FromPool::Notify(job), .. } => job,
        other => panic!("{other:?}"),
    }
}

/// A share of some work at its difficulty; or one that misses this and, which is easier here, a block's.
fn share(work: &Value, worker: &str, is_good: bool) -> Value {
    let job = job(work);
    let extranonce1 = hex::decode(work["extraNonce1"].as_str().unwrap()).unwrap();
    let extranonce2 = vec![7; work["extraNonce2Size"].as_u64().unwrap().try_into().unwrap()];
    let difficulty = Difficulty::new(work["miningDiff"].as_f64().unwrap()).unwrap();
    let of_block = Target::from_compact(job.bits).unwrap();
    let target = if is_good { difficulty.target() } else { of_block };
    assert!(difficulty.target() < of_block);
    let searched = job.work(&extranonce1, &extranonce2, None, target).unwrap();
    let position = (0..).find(|position| searched.check(*position) == is_good).unwrap();
    let solution = job.solution(searched.parts(position).unwrap(), &extranonce2);
    json!({
        "worker_name": worker,
        "job_id": job.id,
        "extranonce2": hex::encode(solution.extranonce2),
        "ntime": format!("{:08x}", solution.time),
        "nonce": format!("{:08x}", solution.nonce),
    })
}

#[test]
fn a_client_of_others_mines_at_our_pool() {
    let node = node();
    let pool = Pool::start(&node, &["--difficulty", "0.00000001"]);
    let worker = format!("{ONE}.js");
    let mut client =
        StratumClient::start(address(&pool), &worker).unwrap_or_else(|why| panic!("{why}"));
    let subscribed = client.next("subscribed").unwrap();
    assert!(subscribed["extraNonce2Size"].as_u64().unwrap() >= 4, "{subscribed}");
    let authorized = client.next("authorized").unwrap();
    assert_eq!(authorized, json!({ "error": null, "result": true }));
    let work = client.next("work").unwrap();
    assert_eq!(work["clean_jobs"], true);

    let bad = share(&work, &worker, false);
    client.submit(&bad).unwrap();
    let refused = client.next("refused").unwrap();
    assert_eq!((&refused["error"][0], &refused["result"]), (&json!(23), &Value::Null), "{refused}");
    let mut unknown = bad;
    unknown["job_id"] = json!("none");
    client.submit(&unknown).unwrap();
    assert_eq!(client.next("refused").unwrap()["error"][0], 21);

    let good = share(&work, &worker, true);
    client.submit(&good).unwrap();
    let accepted = client.next("accepted").unwrap();
    assert_eq!(accepted, json!({ "error": null, "result": true }));
    // On this chain's easiest target a share is a block, and there is new work on it.
    until("the block", || (height(&node) == 1).then_some(()));
    assert_eq!(paid(&node, 1), [(ONE.to_owned(), 50.0)]);
    let next = loop {
        let next = client.next("work").unwrap();
        if next["prevhash"] != work["prevhash"] {
            break next;
        }
    };
    client.submit(&good).unwrap();
    let stale = client.next("refused").unwrap();
    assert_eq!(stale["error"][0], 21, "{stale}");
    client.submit(&share(&next, &worker, true)).unwrap();
    assert_eq!(client.next("accepted").unwrap()["result"], true);
    drop(client);
    let status = pool.end();
    let tally = &status.workers[0].tally;
    assert_eq!((status.workers[0].name.as_str(), tally.accepted, tally.blocks), (&*worker, 2, 2));
}

#[test]
fn a_client_of_others_is_told_that_its_name_is_no_address() {
    let node = node();
    let pool = Pool::start(&node, &[]);
    let mut client =
        StratumClient::start(address(&pool), "nobody").unwrap_or_else(|why| panic!("{why}"));
    let refused = client.next("not authorized").unwrap();
    assert_eq!(refused["result"], Value::Null, "{refused}");
    assert!(refused["error"][1].as_str().unwrap().contains("address"), "{refused}");
}

fn address(pool: &Pool) -> SocketAddr {
    pool.url.strip_prefix("stratum+tcp://").unwrap().parse().unwrap()
}

/// Two miners of ours at once, whose spaces a proxy of others keeps apart.
#[test]
fn our_miners_work_behind_a_proxy_of_others() {
    let node = node();
    let pool = Pool::start(&node, &["--difficulty", "0.0001"]);
    let proxy = StratumProxy::start(address(&pool), ONE).unwrap_or_else(|why| panic!("{why}"));
    let to = format!("stratum+tcp://{}", proxy.address());
    let mine = |name: &str| -> MinerStatus {
        let user = format!("whoever.{name}");
        let ran =
            run(&["mine", "--to", &to, "--user", &user, "--blocks", "2", "-t", "1", "--json"]);
        assert_eq!(ran.code, Some(0), "{ran:#?}\n{}", proxy.log());
        serde_json::from_str(ran.stdout.lines().last().unwrap()).unwrap()
    };
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(|| mine("first"));
        (mine("second"), first.join().unwrap())
    });
    assert!(first.accepted >= 2 && second.accepted >= 2, "{first:?} {second:?}");
    // On a chain as easy as this one some were found on the same tip.
    while height(&node) < 3 {
        mine("first");
    }
    assert_eq!(paid(&node, 1), [(ONE.to_owned(), 50.0)]);
    drop(proxy);
    let status = pool.end();
    let names: Vec<&str> = status.workers.iter().map(|worker| worker.name.as_str()).collect();
    assert_eq!(names, [format!("{ONE}.first"), format!("{ONE}.second")]);
    for worker in &status.workers {
        assert!(worker.tally.accepted >= 2, "{status:#?}");
        assert!(worker.tally.rejected.keys().all(|why| why == Reject::Stale.text()), "{status:#?}");
    }
}
