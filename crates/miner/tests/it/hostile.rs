//! Upstreams that mean no good, or are broken: told what is wrong, no panic, and the next one is mined
//! for.

use std::time::Duration;

use quarry_api::miner::UpstreamState;
use quarry_miner::{UpstreamConfig, UpstreamUrl};
use serde_json::{Value, json};

use crate::upstream::{EASY, HARD, Reply, Running, Upstream, config, template};

fn with(field: &str, value: Value) -> Reply {
    let mut template = template(1, 2, EASY);
    template[field] = value;
    Reply::Result(template)
}

/// Each with words of what is said about it.
fn replies() -> Vec<(Reply, &'static str)> {
    vec![
        (Reply::Endless, "more than 33554432 bytes"),
        (Reply::Never, "does not answer within"),
        (Reply::Status(401), "refuses this user and password"),
        (Reply::Status(403), "forbids it"),
        (Reply::Status(302), "not JSON-RPC: HTTP 302"),
        (Reply::Status(503), "not JSON-RPC: HTTP 503"),
        (Reply::Raw("<html>\u{1b}[2J".to_owned()), "not JSON-RPC: HTTP 200: <html>"),
        (Reply::Raw("[".repeat(100_000)), "not JSON-RPC"),
        (Reply::Raw("{}".to_owned()), "not JSON-RPC"),
        (Reply::Error(-9, "Quarry is not connected!"), "says: Quarry is not connected! (-9)"),
        (Reply::Result(Value::Null), "`result` is not an object"),
        (Reply::Result(json!([])), "`result` is not an object"),
        (with("bits", json!("00000000")), "`bits` is no target"),
        (with("bits", json!(0)), "`bits` is not"),
        (with("target", json!("ff".repeat(32))), "is not that of its `bits`"),
        (with("transactions", json!([{}])), "`transactions` is not"),
        (with("coinbasevalue", json!(-1)), "`coinbasevalue` is not"),
        (with("rules", json!(["!taxes"])), "needs the rule `taxes`"),
        (with("height", json!(u64::MAX)), "`height` is not"),
        (
            with("coinbaseaux", json!({ "a": "00".repeat(75), "b": "00".repeat(20) })),
            "coinbase script",
        ),
    ]
}

#[tokio::test]
async fn each_is_told_of_and_another_is_mined_for() {
    // All at once: those that say nothing take their time.
    futures_util::future::join_all(replies().into_iter().map(|(reply, words)| left(reply, words)))
        .await;
}

async fn left(reply: Reply, words: &str) {
    let good = Upstream::start(|method, params| match method {
        "getblocktemplate" if params[0]["longpollid"].is_string() => Reply::Never,
        "getblocktemplate" => Reply::Result(template(1, 77, HARD)),
        _ => Reply::Error(-32601, "Method not found"),
    })
    .await;
    let timeout_secs = if matches!(reply, Reply::Never) { 1 } else { 30 };
    let bad = Upstream::start(move |method, _| match method {
        "getblockchaininfo" => Reply::Error(-32601, "Method not found"),
        _ => reply.clone(),
    })
    .await;
    let mut settings = config(&[&bad, &good]);
    // Long enough to send 32 MiB among all the others, or not to wait for the silent one.
    settings.call_timeout = Duration::from_secs(timeout_secs);
    let running = Running::start(settings);
    let status = running.until("work of the other", |status| {
        status.upstreams[1].state == UpstreamState::Active && status.hashes > 0
    });
    let status = status.await;
    let error = status.upstreams[0].error.clone().unwrap_or_default();
    assert!(error.contains(words), "{words}: {error}");
    assert!(!error.contains('\u{1b}'));
    assert_eq!(status.work.unwrap().height, Some(77));
    running.end().await;
}

#[tokio::test]
async fn nobody_there_is_said_with_advice() {
    let address = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap()
    };
    let mut settings = config(&[]);
    let url = UpstreamUrl::parse(&format!("http://{address}")).unwrap();
    settings.upstreams.push(UpstreamConfig::new(url).into());
    let cookie = UpstreamUrl::parse(&format!("http://{address}")).unwrap();
    let cookie =
        UpstreamConfig { cookie: Some("/nowhere/.cookie".into()), ..UpstreamConfig::new(cookie) };
    settings.upstreams.push(cookie.into());
    let running = Running::start(settings);
    let down = |status: &quarry_api::miner::MinerStatus| {
        status.upstreams.iter().all(|upstream| upstream.failures > 2)
    };
    let status = running.until("failures", down).await;
    assert!(status.upstreams[0].error.as_ref().unwrap().contains("Connection refused"));
    let hint = status.upstreams[0].hint.as_ref().unwrap();
    assert!(hint.contains("is the node running"), "{hint}");
    assert!(status.upstreams[1].error.as_ref().unwrap().contains("no cookie in /nowhere/.cookie"));
    assert!(!status.upstreams[0].is_lasting);
    running.end().await;
}

/// Each answer to a long poll is there at once, and always the same: it is not asked for as fast as it
/// is answered, and the search goes on.
#[tokio::test]
async fn a_long_poll_that_does_not_wait_is_slowed_down() {
    let asked = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&asked);
    let upstream = Upstream::start(move |method, _| match method {
        "getblocktemplate" => {
            count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            Reply::Result(template(1, 77, HARD))
        }
        _ => Reply::Error(-32601, "Method not found"),
    })
    .await;
    let started = std::time::Instant::now();
    let running = Running::start(config(&[&upstream]));
    running.until("some hashes", |status| status.hashes > 3_000_000).await;
    let asked = asked.load(std::sync::atomic::Ordering::Relaxed) as u128;
    assert!(asked <= 2 + started.elapsed().as_millis() / 100, "{asked} times");
    running.end().await;
}
