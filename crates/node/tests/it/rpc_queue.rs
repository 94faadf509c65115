//! How many requests run and wait, warm-up, and the end.

use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use quarry_node::rpc::{RpcConfig, limits};
use reqwest::StatusCode;
use serde_json::json;
use tokio::time::Instant;

use crate::fixture::{Fixture, config};

/// `stop` waits as long as it is told to, so it can hold the only thread. Who goes away gives back
/// the thread, or the place in the queue.
#[tokio::test]
async fn what_finds_the_queue_full_is_sent_away() {
    let rpc = Fixture::start(RpcConfig { threads: 1, work_queue: 2, ..config() }).await;
    let held = async {
        // May itself come too late for a place.
        loop {
            let answer = rpc.post(r#"{"id":1,"method":"stop","params":[60000]}"#).await;
            if answer.0 != StatusCode::SERVICE_UNAVAILABLE {
                return answer;
            }
        }
    };
    let refused = async {
        // As long as the held one has not begun, these are answered: then once more.
        loop {
            let calls = (0..8).map(|_| rpc.post(r#"{"id":1,"method":"uptime"}"#));
            let mut answers: FuturesUnordered<_> = calls.collect();
            while let Some((status, text)) = answers.next().await {
                if status == StatusCode::SERVICE_UNAVAILABLE {
                    return text;
                }
            }
        }
    };
    let text = tokio::select! {
        answer = held => panic!("{answer:?}"),
        text = refused => text,
    };
    assert_eq!(text, "Work queue depth exceeded");
    assert!(rpc.call("uptime", json!([])).await.is_ok());
    assert!(!rpc.seen.lock().unwrap().stopped);
}

#[tokio::test]
async fn during_warm_up_every_call_says_so() {
    let rpc = Fixture::default().await;
    rpc.rpc.set_warmup("Loading block index…");
    for method in ["uptime", "help", "none"] {
        let error = rpc.fails(method, json!([])).await;
        assert_eq!(error, (-28, "Loading block index…".to_owned()));
    }
    let (status, _) = rpc.post(r#"{"id":1,"method":"uptime"}"#).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    rpc.rpc.ready();
    assert!(rpc.call("uptime", json!([])).await.is_ok());
}

#[tokio::test]
async fn what_runs_is_listed() {
    let rpc = Fixture::default().await;
    let info = rpc.call("getrpcinfo", json!([])).await.unwrap();
    assert_eq!(info["active_commands"][0]["method"], "getrpcinfo");
    assert_eq!(info["active_commands"].as_array().unwrap().len(), 1);
    let _shape: corepc_types::v30::GetRpcInfo = serde_json::from_value(info).unwrap();
}

#[tokio::test]
async fn the_end_does_not_wait_for_those_that_wait() {
    let rpc = Fixture::default().await;
    let address = rpc.rpc.addresses[0];
    let waiting = async {
        // Cut off or refused, as long as it ends.
        let client = reqwest::Client::new().post(format!("http://{address}/"));
        let request = client.basic_auth("alice", Some("a:b c"));
        let _ended = request.body(r#"{"id":1,"method":"stop","params":[60000]}"#).send().await;
    };
    let ending = async {
        loop {
            let info = rpc.call("getrpcinfo", json!([])).await.unwrap();
            if info["active_commands"].as_array().unwrap().len() == 2 {
                break;
            }
        }
        rpc.handle.shutdown(Duration::from_secs(10)).await.unwrap();
    };
    tokio::join!(waiting, ending);
}

// Where time is paused it jumps to the next timer when nothing moves, so no one waits.

/// A connection whose request is being answered is not idle, however long the answer takes.
#[tokio::test(start_paused = true)]
async fn a_long_answer_is_not_cut_off() {
    let rpc = Fixture::default().await;
    let wait = 4 * quarry_web::limits::IDLE_TIMEOUT;
    let begun = Instant::now();
    let answer = rpc.call("stop", json!([wait.as_millis()])).await;
    assert_eq!(answer.unwrap(), "Quarry stopping");
    assert!(begun.elapsed() >= wait);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_password_is_left_waiting() {
    let rpc = Fixture::default().await;
    let begun = Instant::now();
    let (status, _) = rpc.post_as("alice", "wrong", "{}").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(begun.elapsed() >= limits::WRONG_PASSWORD_DELAY);
}
