//! The dashboard in a real Chromium: it opens by its link, follows events without a reload, says
//! the same as the server's HTML, fits a phone, and writes no error to the console.

use std::time::Duration;

use quarry_testkit::browser::Browser;
use serde_json::{Value, json};

use crate::fixture::{Running, operator, operator_with};
use crate::sample;

const PATIENCE: Duration = Duration::from_secs(20);

/// All texts of the page but those that grow old, and the numbers that it draws.
const PICTURE: &str = "
    const copy = document.querySelector('main').cloneNode(true);
    copy.querySelectorAll('time, template').forEach((e) => e.remove());
    const drawn = [...copy.querySelectorAll('[points], rect, [data-key], [data-tone], [data-empty]')]
        .map((e) => ['points', 'x', 'y', 'width', 'height', 'data-key', 'data-tone', 'data-empty']
            .map((name) => e.hasAttribute(name) ? `${name}=${e.getAttribute(name)}` : '').join(' '));
    return [copy.textContent.replace(/\\s+/g, ' '), ...drawn];";

async fn open(server: &Running) -> Browser {
    let browser = Browser::start().await.unwrap_or_else(|error| panic!("{error}"));
    browser.open(&server.auth.dashboard_link(&server.hosts).url).await.expect("the page");
    let live = "document.querySelector('#status').dataset.state === 'live'";
    browser.wait_for(live, PATIENCE).await.expect("a live page");
    browser
}

async fn assert_quiet(browser: &Browser) {
    let lines = browser.console().await.expect("the console");
    let bad: Vec<_> = lines.iter().filter(|l| l.level != "INFO" && l.level != "DEBUG").collect();
    assert!(bad.is_empty(), "{bad:?}");
}

async fn text(browser: &Browser, selector: &str) -> String {
    let script = format!("return document.querySelector('{selector}')?.textContent;");
    browser.run(&script).await.expect("a text").as_str().unwrap_or("(no such element)").to_owned()
}

#[tokio::test]
async fn events_change_the_page_without_a_reload() {
    let server = operator().await;
    let browser = open(&server).await;
    browser
        .run("window.kept = true; document.querySelector('#jobs details').open = true;")
        .await
        .unwrap();

    server.hub.publish("block", &sample::block(213, 9, 0));
    server.hub.publish("chain", &sample::chain(213, 201_000_000));
    server.hub.publish("job", &sample::settled(12));
    server.hub.publish("job", &sample::running(13, 0));
    let rate = json!({ "at_ms": sample::now_ms(), "hashes_per_second": 321_000_000 });
    server.hub.publish("rate", &rate);
    server.hub.publish(
        "trade",
        &json!({
            "trade": 20, "article": "sha256d.nonce/1", "price": 199_000_000, "quantity": 3,
            "at_ms": sample::now_ms(),
        }),
    );
    server.hub.publish("book", &json!({ "article": "sha256d.nonce/1", "asks": [], "bids": [] }));

    for condition in [
        "document.querySelector('#blocks li [data-f=height]').textContent === '213'",
        "document.querySelector('#figures [data-f=rate]').textContent === '201 MH/s'",
        "document.querySelector('#jobs li [data-f=job]').textContent === '#13'",
        "document.querySelector('#jobs li:nth-child(2) .state').textContent === 'settled'",
        "document.querySelector('#jobs li:nth-child(2) details').open",
        "document.querySelector('#rate [data-f=now]').textContent === '321 MH/s'",
        "document.querySelector('#trades [data-f=price]').textContent === '1.99'",
        "document.querySelectorAll('#asks tr').length === 0",
        "window.kept",
    ] {
        browser.wait_for(condition, PATIENCE).await.unwrap();
    }
    assert_quiet(&browser).await;
}

#[tokio::test]
async fn the_script_says_what_the_server_says() {
    let server = operator().await;
    let browser = open(&server).await;
    // The script has shown everything once by now; the server's own HTML is read beside it.
    let scripted = browser.run(PICTURE).await.unwrap();
    let parse = "const answer = await fetch('/'); const html = await answer.text();
        const page = new DOMParser().parseFromString(html, 'text/html');
        const document = page;";
    let served =
        browser.run(&format!("return (async () => {{ {parse} {PICTURE} }})();")).await.unwrap();
    let (scripted, served) = (lines(&scripted), lines(&served));
    for (ours, theirs) in scripted.iter().zip(&served) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(scripted.len(), served.len());
    assert!(scripted.len() > 50, "{}", scripted.len());
}

fn lines(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_lost_place_is_found_again() {
    let server = operator().await;
    let browser = open(&server).await;
    server.source.0.lock().unwrap().chain.height = 4321;
    // More than the hub keeps, in one go: the reader cannot have followed.
    for n in 0..5000 {
        server.hub.publish("other", &n);
    }
    server.hub.publish(
        "trade",
        &json!({
            "trade": 99, "article": "x", "price": 1, "quantity": 1, "at_ms": 0,
        }),
    );
    let found = "document.querySelector('#figures [data-f=height]').textContent === '4,321'";
    browser.wait_for(found, PATIENCE).await.unwrap();
}

#[tokio::test]
async fn hostile_texts_run_nothing() {
    let server = operator_with(sample::fresh()).await;
    let browser = open(&server).await;
    let hostile = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>";
    let job = sample::job(1, hostile, &|unit| unit["reason"] = json!(hostile));
    server.hub.publish("job", &job);
    browser.wait_for("document.querySelector('#jobs .result')", PATIENCE).await.unwrap();
    assert_eq!(text(&browser, "#jobs .result").await, hostile);
    let hit =
        "return [window.hit ?? null, document.querySelectorAll('#jobs :is(img, script)').length];";
    assert_eq!(browser.run(hit).await.unwrap(), json!([null, 0]));
    assert_quiet(&browser).await;
}

#[tokio::test]
async fn a_hidden_page_lets_go_and_comes_back() {
    let server = operator().await;
    let browser = open(&server).await;
    let hide = |hidden: bool| {
        format!(
            "Object.defineProperty(document, 'hidden', {{ value: {hidden}, configurable: true }});
             document.dispatchEvent(new Event('visibilitychange'));"
        )
    };
    browser.run(&hide(true)).await.unwrap();
    assert_eq!(text(&browser, "#status [data-f=status]").await, "paused");
    server.hub.publish("block", &sample::block(213, 2, 0));
    browser.run(&hide(false)).await.unwrap();
    let come = "document.querySelector('#blocks li [data-f=height]').textContent === '213'";
    browser.wait_for(come, PATIENCE).await.unwrap();
}

#[tokio::test]
async fn it_looks_right_in_both_colours_and_on_a_phone() {
    let server = operator().await;
    let browser = open(&server).await;
    browser.set_size(1280, 1000).await.unwrap();
    for (dark, name) in [(false, "dashboard-light"), (true, "dashboard-dark")] {
        browser.prefer_dark(dark).await.unwrap();
        browser.screenshot(name).await.unwrap();
    }
    browser.prefer_dark(false).await.unwrap();
    browser.run("document.querySelectorAll('#jobs details')[2].open = true;").await.unwrap();
    for width in [360, 768] {
        browser.set_size(width, 2100).await.unwrap();
        browser.screenshot(&format!("dashboard-{width}")).await.unwrap();
        let over =
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth;";
        assert_eq!(browser.run(over).await.unwrap(), json!(0), "no sideways scrolling");
    }
    *server.source.0.lock().unwrap() = sample::fresh();
    browser.set_size(1280, 900).await.unwrap();
    browser.open(&server.hosts.base_url()).await.unwrap();
    browser.screenshot("dashboard-empty").await.unwrap();
    browser.open(&format!("{}/nothing", server.hosts.base_url())).await.unwrap();
    browser.screenshot("not-found").await.unwrap();
}
