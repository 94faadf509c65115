//! Miners who ask a pool: what is shared among them, and how many may wait.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use quarry_miner::limits::{
    MAX_DIRECT_LONG_POLLS, MAX_DIRECT_LONG_POLLS_PER_ADDRESS, MAX_SHOWN_TEMPLATES,
};
use quarry_miner::pool::{Direct, Request, Response};
use serde_json::Value;

use crate::pool_server::{Running, template};
use crate::upstream::PAYOUT;

const PATIENCE: Duration = Duration::from_secs(20);
const TEMPLATE: &str = r#"{"id":1,"method":"getblocktemplate","params":[{"rules":["segwit"]}]}"#;
const OLD_TEMPLATE: &str = r#"{"id":1,"method":"getblocktemplate"}"#;

fn request<'a>(user: &'a str, long_poll: bool, body: &'a str) -> Request<'a> {
    let ip = [127, 0, 0, 1].into();
    Request { ip, user: Some(user), agent: Some("test/1"), long_poll, body: body.as_bytes() }
}

fn result(response: &Response) -> Value {
    let text: String = response.body.iter().map(|piece| &**piece).collect();
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((response.status, &answer["error"]), (200, &Value::Null), "{text}");
    answer["result"].clone()
}

#[tokio::test]
async fn what_is_long_is_written_once_for_all() {
    let running = Running::start(200, |_| {}).await;
    let direct = running.pool.direct();
    let names = [PAYOUT.to_owned(), format!("{PAYOUT}.other")];
    let first = direct.answer(request(&names[0], false, TEMPLATE)).await;
    let second = direct.answer(request(&names[1], false, TEMPLATE)).await;
    assert!(Arc::ptr_eq(&first.body[1], &second.body[1]));
    // Nor again while others work on a newer one, nor for those that know no witnesses.
    running.templates.send_modify(|state| state.template = Some(template(1, 200)));
    let newcomer = format!("{PAYOUT}.later");
    let later = direct.answer(request(&newcomer, false, TEMPLATE)).await;
    assert!(!Arc::ptr_eq(&first.body[1], &later.body[1]));
    let again = direct.answer(request(&names[0], false, TEMPLATE)).await;
    assert!(Arc::ptr_eq(&first.body[1], &again.body[1]));
    let old = direct.answer(request(&names[0], false, OLD_TEMPLATE)).await;
    assert!(!Arc::ptr_eq(&first.body[1], &old.body[1]));
    let later_again = direct.answer(request(&newcomer, false, TEMPLATE)).await;
    assert!(Arc::ptr_eq(&later.body[1], &later_again.body[1]));
    let (first, second) = (result(&first), result(&second));
    assert_eq!(first["transactions"], second["transactions"]);
    assert_ne!(first["coinbasetxn"], second["coinbasetxn"]);
    running.handle.shutdown(PATIENCE).await.unwrap();
    let workers = running.pool.status().workers;
    let shown: Vec<_> =
        workers.iter().map(|worker| (&worker.name, worker.agent.as_deref())).collect();
    let expected = [&names[0], &newcomer, &names[1]].map(|name| (name, Some("test/1")));
    assert_eq!(shown, expected);
}

#[tokio::test]
async fn only_so_many_texts_are_kept() {
    let running = Running::start(200, |_| {}).await;
    let direct = running.pool.direct();
    let first = direct.answer(request(PAYOUT, false, TEMPLATE)).await;
    for n in 0..MAX_SHOWN_TEMPLATES {
        let again = direct.answer(request(PAYOUT, false, TEMPLATE)).await;
        assert!(Arc::ptr_eq(&first.body[1], &again.body[1]), "{n}");
    }
    for n in 0..MAX_SHOWN_TEMPLATES {
        running.templates.send_modify(|state| state.template = Some(template(1, 200)));
        let newcomer = format!("{PAYOUT}.{n}");
        result(&direct.answer(request(&newcomer, false, TEMPLATE)).await);
    }
    let again = direct.answer(request(PAYOUT, false, TEMPLATE)).await;
    assert!(!Arc::ptr_eq(&first.body[1], &again.body[1]));
    running.handle.shutdown(PATIENCE).await.unwrap();
}

/// One long poll, in a task of its own: it waits there whatever this test does.
fn wait(direct: &Direct) -> tokio::task::JoinHandle<Response> {
    wait_at(direct, [127, 0, 0, 1].into())
}

/// One of that address.
fn wait_at(direct: &Direct, ip: IpAddr) -> tokio::task::JoinHandle<Response> {
    let direct = direct.clone();
    tokio::spawn(async move { direct.answer(Request { ip, ..request(PAYOUT, true, "") }).await })
}

#[tokio::test]
async fn no_address_takes_the_long_polls_of_all() {
    let running = Running::start(200, |_| {}).await;
    let direct = running.pool.direct();
    // There is a tip to wait for from here on.
    result(&direct.answer(request(PAYOUT, false, TEMPLATE)).await);
    // All of one customer's.
    let ip = |n: usize| format!("2001:db8::{:x}", n + 1).parse().unwrap();
    let waiting: Vec<_> =
        (0..MAX_DIRECT_LONG_POLLS_PER_ADDRESS).map(|n| wait_at(direct, ip(n))).collect();
    // It would wait for longer than this test if there were a place.
    let more = wait_at(direct, ip(MAX_DIRECT_LONG_POLLS_PER_ADDRESS));
    let refused = tokio::time::timeout(PATIENCE, more).await.unwrap().unwrap();
    assert_eq!(refused.status, 503);
    let other = wait_at(direct, [192, 0, 2, 1].into());
    // Those that wait have asked to be let in before; this one asks after them.
    result(&direct.answer(request(PAYOUT, false, TEMPLATE)).await);
    running.templates.send_modify(|state| state.template = Some(template(2, 200)));
    for waits in waiting.into_iter().chain([other]) {
        let response = tokio::time::timeout(PATIENCE, waits).await.unwrap().unwrap();
        result(&response);
    }
    running.handle.shutdown(PATIENCE).await.unwrap();
}

#[tokio::test]
async fn so_many_wait_and_no_more_and_all_hear_of_a_new_block() {
    let running = Running::start(200, |_| {}).await;
    let direct = running.pool.direct();
    // There is a tip to wait for from here on.
    result(&direct.answer(request(PAYOUT, false, TEMPLATE)).await);
    let waiting: Vec<_> = (0..MAX_DIRECT_LONG_POLLS).map(|_| wait(direct)).collect();
    // It would wait for longer than this test if there were a place.
    let refused = tokio::time::timeout(PATIENCE, wait(direct)).await.unwrap().unwrap();
    assert_eq!(refused.status, 503);
    running.templates.send_modify(|state| state.template = Some(template(2, 200)));
    for waits in waiting {
        let response = tokio::time::timeout(PATIENCE, waits).await.unwrap().unwrap();
        assert_eq!(result(&response)["submitold"], false);
    }
    // Those places are free again.
    let known = result(&direct.answer(request(PAYOUT, false, TEMPLATE)).await);
    let body = serde_json::json!({
        "method": "getblocktemplate",
        "params": [{ "longpollid": known["longpollid"] }],
    });
    let body = body.to_string();
    let answer = direct.answer(request(PAYOUT, false, &body));
    running.templates.send_modify(|state| state.template = Some(template(3, 200)));
    let answer = tokio::time::timeout(PATIENCE, answer).await.unwrap();
    assert_eq!(result(&answer)["submitold"], false);
    running.handle.shutdown(PATIENCE).await.unwrap();
}
