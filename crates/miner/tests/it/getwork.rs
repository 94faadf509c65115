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
