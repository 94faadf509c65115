//! A pool's page, JSON and metrics, as `quarry pool` mounts them; the miner's are tested with a real
//! miner behind them (crate `app`).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall stop with the place")]

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use quarry_api::operator::RateSample;
use quarry_api::pool::{PoolBlock, PoolJob, PoolStatus, PoolTally, PoolWorker};
use quarry_service::{Clock, EventHub, Scope};
use quarry_testkit::browser::Browser;
use quarry_web::{AllowedHosts, MiningConfig, OperatorAuth, PoolSource, ShareDesk};

use crate::fixture::{PATIENCE, TOKEN};
use crate::sample::now_ms;

/// A worker's name is what a stranger sends.
const HOSTILE: &str = "bc1q.\"}\n<img src=x onerror=alert(1)>\\";

struct Source(Mutex<PoolStatus>);

impl PoolSource for Source {
    fn status(&self) -> PoolStatus {
        self.0.lock().unwrap().clone()
    }
}

struct Server {
    url: String,
    auth: OperatorAuth,
    hosts: AllowedHosts,
    hub: EventHub,
    _scope: Scope,
}

async fn pool(status: PoolStatus) -> Server {
    let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let listener = quarry_web::bind(any, false).await.unwrap();
    let hosts = AllowedHosts::loopback(listener.local_addr().unwrap().port());
    let auth = OperatorAuth::new("pool test", TOKEN.to_owned());
    let (hub, scope) = (EventHub::new(7), Scope::new());
    let config = MiningConfig {
        auth: auth.clone(),
        hosts: hosts.clone(),
        hub: hub.clone(),
        miner: None,
        pool: Some(Arc::new(Source(Mutex::new(status)))),
        share: ShareDesk::new(None, Clock::system()),
        link_command: "quarry dashboard --pool",
    };
    quarry_web::serve(listener, quarry_web::mining_router(config), &scope);
    Server { url: hosts.base_url(), auth, hosts, hub, _scope: scope }
}

fn worker(name: &str, rate: f64) -> PoolWorker {
    let tally = PoolTally {
        rate_1m: rate,
        accepted: 12,
        rejected: BTreeMap::from([("stale".to_owned(), 1)]),
        best_difficulty: 4096.0,
        last_share_ms: Some(now_ms()),
        ..PoolTally::default()
    };
    let agent = Some("cgminer/4.12".to_owned());
    PoolWorker { name: name.to_owned(), connections: 1, difficulty: Some(16.0), agent, tally }
}

fn status(workers: Vec<PoolWorker>) -> PoolStatus {
    let now = now_ms();
    let block = PoolBlock {
        hash: "00".repeat(32),
        height: 812,
        worker: HOSTILE.to_owned(),
        at_ms: now,
        accepted: None,
        reason: None,
    };
    let at = |n: u64| RateSample { at_ms: now - (30 - n) * 10_000, hashes_per_second: 1000 * n };
    PoolStatus {
        at_ms: now,
        started_ms: now,
        listen: vec!["stratum+tcp://127.0.0.1:3333".to_owned()],
        upstream: "http://127.0.0.1:8332".to_owned(),
        payout: "solo".to_owned(),
        job: Some(PoolJob { height: 813, block_difficulty: 1.0, ..PoolJob::default() }),
        connections: workers.len(),
        total: PoolTally { rate_1m: 3e6, accepted: 24, blocks: 1, ..PoolTally::default() },
        workers,
        blocks: vec![block],
        history: (0..30).map(at).collect(),
        ..PoolStatus::default()
    }
}

async fn get(server: &Server, path: &str) -> (u16, String) {
    let mut stream =
        tokio::net::TcpStream::connect(server.url.strip_prefix("http://").unwrap()).await.unwrap();
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let host = server.url.strip_prefix("http://").unwrap();
    let head = format!(
        "GET {path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {TOKEN}\r\n\
         connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut text = String::new();
    tokio::time::timeout(PATIENCE, stream.read_to_string(&mut text)).await.unwrap().unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

#[tokio::test]
async fn a_pool_is_shown_and_told() {
    let server = pool(status(vec![worker("bc1q.rig", 2e6), worker(HOSTILE, 1e6)])).await;
    let (code, page) = get(&server, "/pool").await;
    assert_eq!(code, 200);
    for word in ["bc1q.rig", "cgminer/4.12", "2.00 MH/s", "stratum+tcp://127.0.0.1:3333", "813"] {
        assert!(page.contains(word), "no `{word}`");
    }
    assert!(!page.contains("<img"), "{page}");
    let (_, json) = get(&server, "/v1/pool").await;
    let told: PoolStatus = serde_json::from_str(&json).unwrap();
    assert_eq!((told.workers.len(), told.history.len()), (2, 30));
    let (code, about) = get(&server, "/about").await;
    assert!(code == 200 && about.contains("/v1/miner/threads"), "{about}");
    assert_eq!(get(&server, "/").await.1, about);
    assert_eq!(get(&server, "/miner").await.0, 404);
    assert_eq!(get(&server, "/v1/share").await.0, 404);
}

/// Every line is a comment or `name{labels} number`, each name is declared once and before its lines.
#[tokio::test]
async fn metrics_have_their_form_whatever_workers_call_themselves() {
    let server = pool(status(vec![worker("bc1q.rig", 2e6), worker(HOSTILE, 1e6)])).await;
    let (_, text) = get(&server, "/metrics").await;
    let mut declared = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').unwrap();
            assert!(name.starts_with("quarry_pool_") && !declared.contains(&name), "{line}");
            assert_eq!(kind == "counter", name.ends_with("_total"), "{line}");
            declared.push(name);
        } else if !line.starts_with("# HELP ") {
            let name = line.split(['{', ' ']).next().unwrap();
            assert_eq!(declared.last(), Some(&name), "{line}");
            let number = line.rsplit(' ').next().unwrap();
            assert!(number.parse::<f64>().is_ok(), "{line}");
        }
    }
    let hostile = r#"{worker="bc1q.\"}\n<img src=x onerror=alert(1)>\\"} 12"#;
    assert!(text.contains(hostile), "{text}");
    assert!(text.contains("quarry_pool_worker_hashes_per_second{worker=\"bc1q.rig\"} 2000000\n"));
}

mod peers {
    use super::*;

    #[tokio::test]
    async fn a_pool_s_page_follows_its_events() {
        let server = pool(status(vec![worker("bc1q.rig", 2e6)])).await;
        let browser = Browser::start().await.unwrap_or_else(|error| panic!("{error}"));
        browser.open(&server.auth.dashboard_link(&server.hosts).url).await.unwrap();
        let live = "document.querySelector('#status').dataset.state === 'live'";
        browser.wait_for(live, PATIENCE).await.unwrap();
        let drawn = "document.querySelector('#rate .line.s60').getAttribute('d').includes('L')";
        browser.wait_for(drawn, PATIENCE).await.unwrap();
        let mut more = status(vec![worker("bc1q.rig", 2e6), worker(HOSTILE, 9e6)]);
        more.history.clear();
        more.blocks[0].accepted = Some(true);
        server.hub.publish("pool", &more);
        for condition in [
            "document.querySelectorAll('#workers tr').length === 2",
            "document.querySelector('#workers tr:nth-child(2) [data-f=rate]').textContent === '9.00 MH/s'",
            "document.querySelector('#found-blocks .state').textContent === 'accepted'",
            "document.querySelectorAll('#workers img').length === 0",
        ] {
            browser.wait_for(condition, PATIENCE).await.unwrap();
        }
        browser.set_size(1280, 1000).await.unwrap();
        for (dark, name) in [(false, "pool-light"), (true, "pool-dark")] {
            browser.prefer_dark(dark).await.unwrap();
            browser.screenshot(name).await.unwrap();
        }
        let lines = browser.console().await.unwrap();
        let bad: Vec<_> =
            lines.iter().filter(|l| l.level != "INFO" && l.level != "DEBUG").collect();
        assert!(bad.is_empty(), "{bad:?}");
    }
}
