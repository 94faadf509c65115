//! A public listener: open to read, bounded, and closed to browsers' writes.

use crate::fixture::public;
use quarry_web::limits;

#[tokio::test]
async fn reading_needs_nothing_and_writing_no_browser() {
    let server = public(false).await;
    let write = || server.ask("POST", "/v1/echo").json(r#"{"number":1}"#);
    assert_eq!(server.ask("GET", "/v1/number/3").send().await.body, "3");
    assert_eq!(write().send().await.status, 200);
    for (ask, status, code) in [
        (write().with("origin", "https://evil.example"), 403, "no_browser_writes"),
        (write().with("origin", "null"), 403, "no_browser_writes"),
        (write().with("sec-fetch-site", "same-origin"), 403, "no_browser_writes"),
        (write().with("content-type", "text/plain"), 415, "not_json"),
        (server.ask("GET", "/v1/number/x"), 400, "bad_request"),
        (server.ask("GET", "/nothing"), 404, "not_found"),
        (server.ask("GET", "/v1/echo"), 405, "method_not_allowed"),
        (server.ask("POST", "/v1/echo").json(&"1".repeat(256 * 1024 + 1)), 413, "body_too_large"),
    ] {
        let answer = ask.send().await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{answer:?}");
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
}

#[tokio::test]
async fn an_address_has_its_rate_and_others_theirs() {
    let server = public(true).await;
    let from = |address: &str| {
        let list = format!("198.51.100.7, {address}");
        server.ask("GET", "/v1/number/3").with("x-forwarded-for", &list).send()
    };
    let mut refused = None;
    for _ in 0..limits::RATE_BURST * 3 {
        let answer = from("192.0.2.1").await;
        if answer.status == 429 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("a burst has an end");
    assert_eq!(refused.code(), "too_many_requests");
    assert!(refused.header("retry-after").is_some());
    assert_eq!(from("192.0.2.2").await.status, 200, "the last entry counts, not what callers say");
    assert_eq!(server.ask("GET", "/v1/number/3").send().await.status, 200, "this machine");
}

#[tokio::test]
async fn without_a_proxy_nobody_chooses_an_address() {
    let server = public(false).await;
    for _ in 0..limits::RATE_BURST + 50 {
        let ask = server.ask("GET", "/v1/number/3").with("x-forwarded-for", "192.0.2.1");
        assert_eq!(ask.send().await.status, 200);
    }
}
