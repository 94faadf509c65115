//! `getwork`: taken where there is nothing else, and handed in byte for byte.

use std::sync::{Arc, Mutex};

use quarry_miner::{Protocol, UpstreamConfig};
use quarry_mining::GetWork;
use quarry_pow::Target;
use serde_json::{Value, json};

use crate::upstream::{Reply, Running, Upstream, config};

/// A header with a version, a parent and easy nBits.
fn work(n: u8, target: Target) -> GetWork {
    let mut header = [n; 80];
    header[72..76].copy_from_slice(&0x207f_ffff_u32.to_le_bytes());
    GetWork::new(header, target)
}

fn server(target: Target, seen: Arc<Mutex<Vec<String>>>) -> impl Fn(&str, &Value) -> Reply {
    let given = Mutex::new(0u8);
    move |method, params| match (method, params[0].as_str()) {
        ("getwork", None) => {
            let mut given = given.lock().unwrap();
            *given = given.wrapping_add(1);
            Reply::Result(work(*given, target).to_json())
        }
        ("getwork", Some(solution)) => {
            let mut seen = seen.lock().unwrap();
            seen.push(solution.to_owned());
            // The first two count.
            Reply::Result(json!(seen.len() <= 2))
        }
        _ => Reply::Error(-32601, "Method not found"),
    }
}

#[tokio::test]
async fn shares_are_handed_in_as_they_were_given_out() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let target = Target::from_zero_bits(8).unwrap();
    let upstream = Upstream::start(server(target, Arc::clone(&seen))).await;
    let running = Running::start(config(&[&upstream]));
    let status = running.until("a refusal", |status| !status.rejected.is_empty()).await;
    assert_eq!((status.accepted, status.blocks), (2, 2));
    assert!(status.rejected["refused"] >= 1);
    assert_eq!(status.upstreams[0].protocol, "getwork");
    running.end().await;
    for (n, solution) in (1u8..).zip(seen.lock().unwrap().iter()) {
        let given = work(n, target);
        let reply = json!({ "data": solution, "target": given.to_json()["target"] });
        let solved = GetWork::parse(&reply).unwrap().header();
        let nonce = u32::from_le_bytes(solved[76..].try_into().unwrap());
        assert_eq!(solved[..76], given.header()[..76]);
        assert!(given.work().check(u64::from(nonce)));
        assert_eq!(*solution, given.submission(nonce));
    }
}

/// 2^32 nonces of a header without a hit cannot be waited for; new work after a while can.
#[tokio::test]
async fn work_is_asked_for_anew() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let hard = Target::from_zero_bits(200).unwrap();
    let upstream = Upstream::start(server(hard, seen)).await;
    let mut settings = config(&[&upstream]);
    let only = UpstreamConfig { protocol: Protocol::GetWork, ..upstream.config() };
    settings.upstreams = vec![only.into()];
    settings.scan_time = std::time::Duration::from_millis(20);
    let running = Running::start(settings);
    running.until("a search", |status| status.hashes > 0).await;
    let target = Target::from_zero_bits(4).unwrap();
    let seen = Arc::<Mutex<Vec<String>>>::default();
    upstream.answer(server(target, Arc::clone(&seen)));
    running.until("shares", |status| status.accepted == 2).await;
    running.end().await;
}

/// A block of others is heard of at once where the server has a long poll; where it breaks, mining goes on.
#[tokio::test]
async fn news_are_waited_for_where_the_server_has_a_long_poll() {
    // Only on the second block is there anything to be found.
    let zero_bits = [0, 200, 8];
    let tip = Arc::new(Mutex::new(1u8));
    let (at_once, polls) = (Arc::clone(&tip), Arc::new(Mutex::new(0u32)));
    let counted = Arc::clone(&polls);
    let upstream = Upstream::start(move |method, params| {
        let tip = *at_once.lock().unwrap();
        let target = Target::from_zero_bits(zero_bits[usize::from(tip)]).unwrap();
        let given = || Reply::Result(work(tip, target).to_json());
        match (method, params[0].as_str()) {
            ("getwork", None) => given(),
            ("getwork", Some(_)) => Reply::Result(json!(true)),
            ("longpoll", _) => {
                let mut polls = counted.lock().unwrap();
                // The first is woken, and woken is a new block.
                *polls += u32::from(tip == 2 || *polls == 0);
                match (tip, *polls) {
                    (1, _) => Reply::Later,
                    (_, 2 | 3) => given(),
                    (_, 4) => Reply::Raw("<html>".to_owned()),
                    _ => Reply::Never,
                }
            }
            _ => Reply::Error(-32601, "Method not found"),
        }
    })
    .await;
    let mut settings = config(&[&upstream]);
    // It would never ask again by itself.
    settings.scan_time = std::time::Duration::from_secs(3_600);
    let running = Running::start(settings);
    running.until("a search", |status| status.hashes > 0).await;
    while *polls.lock().unwrap() == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    *tip.lock().unwrap() = 2;
    upstream.wake();
    let status = running.until("a share of the new block", |status| status.accepted > 0).await;
    assert_eq!((status.upstreams[0].failures, &status.upstreams[0].error), (0, &None));
    // The fourth answer is none.
    while *polls.lock().unwrap() < 4 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let before = running.miner.status().accepted;
    let status = running.until("more of it", |status| status.accepted > before).await;
    assert_eq!((status.upstreams[0].failures, &status.upstreams[0].error), (0, &None));
    running.end().await;
}

#[tokio::test]
async fn who_does_not_want_long_polls_makes_none() {
    let hard = Target::from_zero_bits(200).unwrap();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&asked);
    let upstream = Upstream::start(move |method, _| {
        seen.lock().unwrap().push(method.to_owned());
        match method {
            "getwork" => Reply::Result(work(1, hard).to_json()),
            _ => Reply::Error(-32601, "Method not found"),
        }
    })
    .await;
    let mut settings = config(&[&upstream]);
    (settings.scan_time, settings.long_poll) = (std::time::Duration::from_millis(20), false);
    let running = Running::start(settings);
    while asked.lock().unwrap().iter().filter(|method| *method == "getwork").count() < 5 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    running.end().await;
    assert!(!asked.lock().unwrap().iter().any(|method| method == "longpoll"));
}
