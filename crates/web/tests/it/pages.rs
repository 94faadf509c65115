//! What the HTML holds: all of it escaped, little of it in all, nothing from elsewhere.

use serde_json::json;

use crate::fixture::{operator, operator_with};
use crate::sample;

const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' &amp;";

#[tokio::test]
async fn texts_from_outside_stay_texts() {
    let mut data = sample::busy();
    data.instance = HOSTILE.to_owned();
    data.accounts[0].name = HOSTILE.to_owned();
    data.accounts[1].address = HOSTILE.to_owned();
    data.book.article = HOSTILE.to_owned();
    data.chain.bits = HOSTILE.to_owned();
    data.jobs[0] = sample::job_view(&sample::job(1, HOSTILE, &|unit| {
        unit["reason"] = json!(HOSTILE);
        unit["hash"] = json!(HOSTILE);
    }));
    let server = operator_with(data).await;
    let page = server.ask("GET", "/").bearer().send().await.body;
    assert!(!page.contains("<script>alert"), "an element");
    assert!(!page.contains("<img"), "an element");
    assert!(!page.contains("\" onclick"), "an attribute");
    assert!(page.matches("&lt;script&gt;alert(1)").count() >= 6);
    assert_eq!(page.matches("<script").count(), 1, "our own");
}

#[tokio::test]
async fn the_page_is_small_and_whole() {
    let server = operator().await;
    let page = server.ask("GET", "/").bearer().send().await;
    assert!(page.body.len() < 100_000, "{}", page.body.len());
    for asset in ["quarry.css", "dashboard.js", "favicon.svg"] {
        assert!(page.body.contains(&format!("\"/assets/{asset}\"")), "{asset}");
    }
    for elsewhere in ["http://", "https://", "style=\"", "onclick", "javascript:"] {
        assert!(!page.body.contains(elsewhere), "{elsewhere}");
    }
    for text in ["albert", "settled", "nonce 2083236893", "1.50", "90 ms", "5 min ago"] {
        assert!(page.body.contains(text), "{text}");
    }
}

#[tokio::test]
async fn a_page_full_of_everything_is_under_100_kilobytes() {
    let mut data = sample::busy();
    let count = 200;
    data.blocks = (0..count).map(|_| data.blocks[0].clone()).collect();
    data.jobs = (0..count).map(|_| data.jobs[2].clone()).collect();
    data.accounts = (0..count).map(|_| data.accounts[0].clone()).collect();
    data.trades = (0..count).map(|_| data.trades[0].clone()).collect();
    data.book.asks = (0..count).map(|_| data.book.asks[0].clone()).collect();
    data.rates = (0..2000).map(|_| *data.rates.last().unwrap()).collect();
    let server = operator_with(data).await;
    let page = server.ask("GET", "/").bearer().send().await;
    assert!(page.body.len() < 100_000, "{}", page.body.len());
}

#[tokio::test]
async fn an_empty_instance_says_what_to_run() {
    let server = operator_with(sample::fresh()).await;
    let page = server.ask("GET", "/").bearer().send().await;
    for command in ["quarry up", "quarry account new NAME", "quarry buy nonce --help"] {
        assert!(page.body.contains(command), "{command}");
    }
}

#[tokio::test]
async fn an_instance_has_metrics() {
    let server = operator().await;
    let metrics = server.ask("GET", "/metrics").bearer().send().await;
    assert_eq!(metrics.header("content-type"), Some("text/plain; version=0.0.4; charset=utf-8"));
    let height = server.source.0.lock().unwrap().chain.height;
    let line = format!("quarry_chain_height {height}");
    assert!(metrics.body.lines().any(|known| known == line), "{}", metrics.body);
    assert_eq!(server.ask("GET", "/metrics").send().await.status, 401);
}
