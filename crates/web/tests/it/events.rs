//! The event stream: topics, coming back, resets.

use crate::fixture::{operator, public};

#[tokio::test]
async fn a_reader_gets_its_topics_as_they_happen() {
    let server = operator().await;
    let mut stream = server.ask("GET", "/v1/events?topics=block,job").bearer().open().await;
    let head = stream.until("\r\n\r\n").await;
    assert!(head.contains("content-type: text/event-stream"), "{head}");
    server.hub.publish("rate", &1);
    server.hub.publish("block", &serde_json::json!({"height": 5}));
    let event = stream.until("\n\n").await;
    for line in ["id: 7-2\n", "event: block\n", "data: {\"height\":5}\n"] {
        assert!(event.contains(line), "{event:?}");
    }
    assert!(!event.contains("rate"), "{event:?}");
}

#[tokio::test]
async fn a_reader_goes_on_where_it_was() {
    let server = operator().await;
    for n in 1..=3 {
        server.hub.publish("block", &n);
    }
    let path = "/v1/events?topics=block&last_event_id=7-1";
    let mut stream = server.ask("GET", path).bearer().open().await;
    stream.until("id: 7-2\n").await;
    stream.until("id: 7-3\n").await;
    // The header is of later than the URL.
    let mut again = server.ask("GET", path).bearer().with("last-event-id", "7-2").open().await;
    let text = again.until("id: 7-3\n").await;
    assert!(!text.contains("id: 7-2\n"), "{text}");
}

#[tokio::test]
async fn a_reader_that_missed_something_is_told() {
    let server = operator().await;
    server.hub.publish("block", &1);
    let path = "/v1/events?last_event_id=6-1";
    let mut stream = server.ask("GET", path).bearer().open().await;
    stream.until("event: reset\n").await;
    server.hub.publish("block", &2);
    stream.until("id: 7-2\n").await;
}

#[tokio::test]
async fn state_and_stream_leave_no_gap() {
    let server = operator().await;
    server.hub.publish("block", &1);
    let answer = server.ask("GET", "/v1/dashboard").bearer().send().await;
    assert_eq!(answer.header(quarry_web::LAST_EVENT_ID), Some("7-1"));
    let page = server.ask("GET", "/").bearer().send().await;
    assert!(page.body.contains("data-last-id=\"7-1\""));
}

#[tokio::test]
async fn wrong_questions_are_refused() {
    let server = operator().await;
    let many = vec!["a"; 17].join(",");
    for path in ["/v1/events?last_event_id=x".to_owned(), format!("/v1/events?topics={many}")] {
        let answer = server.ask("GET", &path).bearer().send().await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "bad_request"), "{path}");
    }
}

#[tokio::test]
async fn the_number_of_streams_is_bounded_and_places_come_back() {
    let server = operator().await;
    let ask = server.ask("GET", "/v1/events").bearer();
    let mut streams = Vec::new();
    for _ in 0..quarry_web::limits::MAX_STREAMS {
        let mut stream = ask.open().await;
        stream.until("\r\n\r\n").await;
        streams.push(stream);
    }
    let answer = server.ask("GET", "/v1/events").bearer().send().await;
    assert_eq!((answer.status, answer.code().as_str()), (503, "too_many_streams"));
    drop(streams);
    loop {
        // The server notices a closed stream when it next writes to it or reads its end.
        server.hub.publish("block", &1);
        let mut stream = ask.open().await;
        if stream.until("\r\n\r\n").await.starts_with("HTTP/1.1 200") {
            break;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn the_public_hears_open_topics_only() {
    let server = public(false).await;
    let answer = server.ask("GET", "/v1/events?topics=book,accounts").send().await;
    assert_eq!((answer.status, answer.code().as_str()), (404, "unknown_topic"));
    let mut stream = server.ask("GET", "/v1/events").open().await;
    stream.until("\r\n\r\n").await;
    server.hub.publish("accounts", &"secret");
    server.hub.publish("book", &1);
    let text = stream.until("event: book\n").await;
    assert!(!text.contains("secret"), "{text}");
}
