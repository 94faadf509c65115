//! Clients that take their time hold up nobody, and the server's end waits for nobody long.

use std::time::Duration;

use quarry_web::limits;
use tokio::io::AsyncWriteExt;
use tokio::time::Instant;

use crate::fixture::operator;

#[tokio::test]
async fn slow_clients_do_not_block_others() {
    let server = operator().await;
    let mut slow = Vec::new();
    for n in 0..100 {
        let ask = server.ask("POST", "/v1/echo").bearer().json("{").with("content-length", "99");
        // Half stop within the body; half never get to the end of the head.
        let mut open = ask.open().await;
        if n % 2 == 0 {
            open.stream.write_all(b"GET / HTTP/1.1\r\nho").await.unwrap();
        }
        slow.push(open);
    }
    let begun = Instant::now();
    let answer = server.ask("GET", "/v1/dashboard").bearer().send().await;
    assert_eq!(answer.status, 200);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

// Where a test is paused, time stands still while anything moves and jumps to the next timer when
// nothing does, so no one waits for the limits.

#[tokio::test(start_paused = true)]
async fn a_head_and_a_body_have_their_time() {
    let server = operator().await;
    let head = async {
        let mut open = server.ask("GET", "/").open().await;
        open.until("\r\n\r\n").await;
        // A second head on the same connection, begun and never ended.
        open.stream.write_all(b"GET / HTTP/1.1\r\nx: ").await.unwrap();
        let begun = Instant::now();
        open.rest().await;
        begun.elapsed()
    };
    let body = async {
        let ask = server.ask("POST", "/v1/echo").bearer().json("{").with("content-length", "99");
        let begun = Instant::now();
        let text = ask.open().await.until("too_slow").await;
        assert!(text.starts_with("HTTP/1.1 408"), "{text}");
        begun.elapsed()
    };
    let (head, body) = tokio::join!(head, body);
    for (taken, limit) in [(head, limits::HEAD_TIMEOUT), (body, limits::BODY_TIMEOUT)] {
        assert!(taken + Duration::from_secs(1) > limit, "{taken:?}");
        assert!(taken < limit + Duration::from_secs(5), "{taken:?}");
    }
}

#[tokio::test]
async fn the_end_closes_streams_polls_and_idle_connections_at_once() {
    let server = operator().await;
    let mut stream = server.ask("GET", "/v1/events").bearer().open().await;
    stream.until("\r\n\r\n").await;
    let mut poll = server.ask("GET", "/v1/wait?wait_ms=30000").bearer().open().await;
    let mut idle = server.ask("GET", "/healthz").open().await;
    idle.until("ok\n").await;
    let mut half_a_head = server.ask("GET", "/healthz").open().await;
    half_a_head.until("ok\n").await;
    half_a_head.stream.write_all(b"GET /he").await.unwrap();
    // Asked on a connection of its own, answered after all those above have arrived.
    assert_eq!(server.ask("GET", "/v1/dashboard").bearer().send().await.status, 200);

    let begun = Instant::now();
    server.into_handle().shutdown(Duration::from_secs(10)).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert!(poll.rest().await.ends_with("the server ends"));
    stream.rest().await;
    idle.rest().await;
    half_a_head.rest().await;
}

#[tokio::test(start_paused = true)]
async fn the_end_waits_for_no_body_and_no_handler_long() {
    let server = operator().await;
    let ask = server.ask("POST", "/v1/echo").bearer().json("{").with("content-length", "99");
    let mut no_body = ask.open().await;
    let mut no_answer = server.ask("GET", "/v1/never").bearer().open().await;
    assert_eq!(server.ask("GET", "/v1/dashboard").bearer().send().await.status, 200);
    let begun = Instant::now();
    server.into_handle().shutdown(Duration::from_secs(10)).await.unwrap();
    assert!(begun.elapsed() <= limits::DRAIN_TIMEOUT * 2, "{:?}", begun.elapsed());
    no_body.rest().await;
    no_answer.rest().await;
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_hangs_is_answered_for() {
    let server = operator().await;
    let answer = server.ask("GET", "/v1/never").bearer().send().await;
    assert_eq!((answer.status, answer.code().as_str()), (504, "timed_out"));
}
