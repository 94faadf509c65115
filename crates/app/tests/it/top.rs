//! `quarry top` beside a real miner, and what it says where there is none.

use crate::harness::{Quarry, run, until};
use crate::mine_page::{Mining, PAYOUT, node};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_miner_is_seen_by_its_data_directory_or_its_url() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--payout", PAYOUT]);
    mining.until("a block", |status| status["blocks"].as_u64() > Some(0)).await;
    let datadir = place.path().to_str().unwrap();
    let ran = run(&["top", "--once", "--datadir", datadir]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let upstream = format!("http://{}", node.rpc().address());
    for word in ["Quarry miner", "regtest", "mining", PAYOUT, &upstream, "block accepted ("] {
        assert!(ran.stdout.contains(word), "no `{word}` in\n{}", ran.stdout);
    }
    let elsewhere = tempfile::tempdir().unwrap();
    let elsewhere = elsewhere.path().to_str().unwrap();
    let (url, token) = (&mining.url, place.path().join("miner/token"));
    let args = ["top", "--json", "--url", url, "--datadir", elsewhere, "--token-file"];
    let json = run(&[&args[..], &[token.to_str().unwrap()]].concat()).json();
    assert_eq!((&json["running"], &json["payout"]), (&true.into(), &PAYOUT.into()));
    // No token, and then one that is none.
    let refused = run(&["top", "--once", "--url", url, "--datadir", elsewhere]);
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.stderr.contains("--token-file"), "{refused:?}");
    let piped = run(&["top", "--datadir", datadir]);
    assert_eq!(piped.code, Some(2), "{piped:?}");
    assert!(piped.stderr.contains("--once"), "{piped:?}");
}

#[test]
fn where_nothing_is_it_says_how_to_start_one() {
    let place = tempfile::tempdir().unwrap();
    let datadir = place.path().to_str().unwrap();
    for more in [&[][..], &["--url", "http://127.0.0.1:1"]] {
        let ran = run(&[&["top", "--once", "--datadir", datadir], more].concat());
        assert_eq!(ran.code, Some(3), "{ran:?}");
        assert!(ran.stderr.contains("quarry mine --web"), "{ran:?}");
    }
}

#[test]
fn an_instance_is_seen_by_its_data_directory() {
    let quarry = Quarry::up(&["--block-time", "1"]);
    let seen = until("a block", || {
        let ran = quarry.run(&["top", "--once"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.stdout.contains("block accepted (").then_some(ran.stdout)
    });
    // Its miner's page is not one of `quarry mine --web`.
    let link = quarry.run(&["dashboard", "--miner"]);
    assert!(link.code == Some(3) && link.stderr.contains("on its dashboard"), "{link:?}");
    for word in ["Quarry miner", "dev", "this node", "threads"] {
        assert!(seen.contains(word), "no `{word}` in\n{seen}");
    }
}
