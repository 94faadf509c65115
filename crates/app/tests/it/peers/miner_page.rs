//! The miner's page in a real Chromium, with a real node behind the miner: started, watched, paid to
//! somebody else and stopped by its buttons, while fifty others watch.

use std::time::Duration;

use quarry_testkit::browser::Browser;
use serde_json::json;

use crate::harness::{Quarry, until};
use crate::mine_page::{Mining, OTHER, PAYOUT, height, node, paid};
use crate::share::{self, Sink};
use crate::up_mining;

const PATIENCE: Duration = Duration::from_secs(30);
const VIEWERS: usize = 50;
const LINE: &str = "document.querySelector('#rate .line.s5').getAttribute('d')";

async fn open(mining: &Mining) -> Browser {
    let browser = Browser::start().await.unwrap_or_else(|error| panic!("{error}"));
    browser.open(&mining.login_url).await.unwrap();
    let live = "document.querySelector('#status').dataset.state === 'live'";
    browser.wait_for(live, PATIENCE).await.unwrap();
    browser
}

async fn assert_quiet(browser: &Browser) {
    let lines = browser.console().await.unwrap();
    let bad: Vec<_> = lines.iter().filter(|l| l.level != "INFO" && l.level != "DEBUG").collect();
    assert!(bad.is_empty(), "{bad:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_driven_by_its_buttons_and_others_see_it() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--at-rest", "--payout", PAYOUT]);
    let browser = open(&mining).await;
    // Lost by a reload.
    browser.run("window.kept = true; document.querySelector('#toggle').click();").await.unwrap();
    browser
        .wait_for("document.querySelector('#toggle').textContent === 'Stop mining'", PATIENCE)
        .await
        .unwrap();
    browser.wait_for(&format!("({LINE} ?? '').includes('L')"), PATIENCE).await.unwrap();
    let line = browser.run(&format!("return {LINE};")).await.unwrap();
    browser.wait_for(&format!("{LINE} !== {line}"), PATIENCE).await.unwrap();
    browser.wait_for("!document.querySelector('#found').hidden", PATIENCE).await.unwrap();
    let accepted = "[...document.querySelectorAll('#log li')].some((line) =>
        line.dataset.tone === 'good' && line.textContent.includes('block accepted'))";
    browser.wait_for(accepted, PATIENCE).await.unwrap();

    let pay = |address: &str| {
        format!(
            "document.querySelector('#address').value = '{address}';
             document.querySelector('#payout button').click();"
        )
    };
    browser.run(&pay("bcrt1qx")).await.unwrap();
    let refused = "document.querySelector('#told').dataset.tone === 'bad'";
    browser.wait_for(refused, PATIENCE).await.unwrap();
    browser.run(&pay(OTHER)).await.unwrap();
    let taken = format!("document.querySelector('#told').textContent.includes('{OTHER}')");
    browser.wait_for(&taken, PATIENCE).await.unwrap();
    let before = height(&node);
    // One may have been on its way.
    until("two blocks more", || (height(&node) > before + 1).then_some(()));
    assert_eq!(paid(&node, before + 2), OTHER);

    let threads = |number: usize| {
        format!(
            "document.querySelector('#threads').value = '{number}';
             document.querySelector('#threads-form button').click();"
        )
    };
    let max = std::thread::available_parallelism().unwrap().get();
    for number in [max, 1] {
        browser.run(&threads(number)).await.unwrap();
        let told = format!(
            "document.querySelector('#told').textContent === '{number} of {max} threads search.'"
        );
        browser.wait_for(&told, PATIENCE).await.unwrap();
        let rows = format!("document.querySelectorAll('#each tr').length === {number}");
        browser.wait_for(&rows, PATIENCE).await.unwrap();
    }

    browser.set_size(1280, 1100).await.unwrap();
    for (dark, name) in [(false, "miner-light"), (true, "miner-dark")] {
        browser.prefer_dark(dark).await.unwrap();
        browser.screenshot(name).await.unwrap();
    }
    browser.prefer_dark(false).await.unwrap();
    browser.run("document.querySelector('#toggle').click();").await.unwrap();
    browser
        .wait_for(
            "document.querySelector('#rate [data-f=now]').textContent === 'at rest'",
            PATIENCE,
        )
        .await
        .unwrap();
    assert!(!mining.status().await["running"].as_bool().unwrap());
    assert_eq!(browser.run("return window.kept;").await.unwrap(), json!(true));
    assert_says_the_same(&browser).await;
    // The log and the line are there again after a reload.
    browser.open(&format!("{}/miner", mining.url)).await.unwrap();
    browser.wait_for(accepted, PATIENCE).await.unwrap();
    assert_quiet_but_for_refusal(&browser).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_dashboard_s_mining_page_drives_the_node_s_miner() {
    let quarry = tokio::task::block_in_place(|| Quarry::up(&["--block-time", "1"]));
    let mining = up_mining::driver(&quarry);
    let browser = Browser::start().await.unwrap_or_else(|error| panic!("{error}"));
    browser.open(quarry.banner["dashboard_login"].as_str().unwrap()).await.unwrap();
    let click = "[...document.querySelectorAll('header a')].find((a) => a.textContent === 'Mining').click();";
    browser.run(click).await.unwrap();
    let live = "document.querySelector('#toggle') && document.querySelector('#status').dataset.state === 'live'";
    browser.wait_for(live, PATIENCE).await.unwrap();
    browser.wait_for(&format!("({LINE} ?? '').includes('L')"), PATIENCE).await.unwrap();
    browser.run("document.querySelector('#toggle').click();").await.unwrap();
    let stopped = "document.querySelector('#toggle').textContent === 'Start mining'";
    browser.wait_for(stopped, PATIENCE).await.unwrap();
    let blocks = mining.status().await["blocks"].as_u64().unwrap();
    browser
        .run(&format!(
            "document.querySelector('#address').value = '{OTHER}';
             document.querySelector('#payout button').click();"
        ))
        .await
        .unwrap();
    let taken = format!("document.querySelector('#told').textContent.includes('{OTHER}')");
    browser.wait_for(&taken, PATIENCE).await.unwrap();
    browser.run("document.querySelector('#toggle').click();").await.unwrap();
    let more = |status: &serde_json::Value| status["blocks"].as_u64() > Some(blocks);
    mining.until("a block more", more).await;
    tokio::task::block_in_place(|| {
        let height = up_mining::height(&quarry);
        assert_eq!(up_mining::paid(&quarry, height), OTHER);
    });
    browser.set_size(1280, 1100).await.unwrap();
    for (dark, name) in [(false, "mining-light"), (true, "mining-dark")] {
        browser.prefer_dark(dark).await.unwrap();
        browser.screenshot(name).await.unwrap();
    }
    browser.set_size(390, 1200).await.unwrap();
    browser.screenshot("mining-390").await.unwrap();
    let over = "const page = document.documentElement; return page.scrollWidth - page.clientWidth;";
    assert_eq!(browser.run(over).await.unwrap(), json!(0), "no sideways scrolling");
    assert_quiet(&browser).await;
}

/// The script shows what the server's own HTML says.
async fn assert_says_the_same(browser: &Browser) {
    let texts = "const texts = (page) =>
            ['#figures', '#each', '#upstreams', '#reasons', '#found', '#toggle', '#log']
            .map((part) => page.querySelector(part).cloneNode(true))
            .map((part) => {
                part.querySelectorAll('time').forEach((time) => time.remove());
                return part.textContent.replace(/\\s+/g, ' ');
            });
        const html = await (await fetch('/miner')).text();
        const served = new DOMParser().parseFromString(html, 'text/html');
        return [texts(document), texts(served)];";
    let both = browser.run(&format!("return (async () => {{ {texts} }})();")).await.unwrap();
    assert_eq!(both[0], both[1]);
    assert!(both[0][6].as_str().unwrap().contains("block accepted"), "{both}");
}

/// The browser itself notes the refused address.
async fn assert_quiet_but_for_refusal(browser: &Browser) {
    let lines = browser.console().await.unwrap();
    let bad = lines.iter().filter(|line| line.level != "INFO" && line.level != "DEBUG");
    let bad: Vec<_> = bad.filter(|line| !line.message.contains("/v1/miner/payout")).collect();
    assert!(bad.is_empty(), "{bad:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_watch_one_miner() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--at-rest", "--payout", PAYOUT]);
    let url = format!("{}/v1/events?topics=miner", mining.url);
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut viewers = Vec::new();
    for _ in 0..VIEWERS {
        let viewer = http.get(&url).bearer_auth(mining.token()).send().await.unwrap();
        assert_eq!(viewer.status().as_u16(), 200);
        viewers.push(viewer);
    }
    let browser = open(&mining).await;
    browser.run("document.querySelector('#toggle').click();").await.unwrap();
    browser.wait_for(&format!("({LINE} ?? '').includes('L')"), PATIENCE).await.unwrap();
    for viewer in &mut viewers {
        let mut seen = String::new();
        while !seen.contains("\"running\":true") {
            let piece = tokio::time::timeout(PATIENCE, viewer.chunk()).await.unwrap().unwrap();
            seen.push_str(&String::from_utf8_lossy(&piece.expect("the stream goes on")));
        }
    }
    assert_quiet(&browser).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_shared_by_its_form() {
    let (node, place, sink) = (node(), tempfile::tempdir().unwrap(), Sink::start());
    let mining = share::mining(&node, place.path(), &share::section(sink.address));
    let browser = open(&mining).await;
    let fill = "const form = document.querySelector('#share');
        form.elements.name.value = 'Ada';
        form.elements.to.value = 'bob@mail.example';
        form.elements.message.value = 'Look!';
        form.querySelector('button').click();";
    browser.run(fill).await.unwrap();
    let sent = "document.querySelector('#share-told').textContent === 'Sent to bob@mail.example.'";
    browser.wait_for(sent, PATIENCE).await.unwrap();
    assert!(sink.heard().contains(&"RCPT TO:<bob@mail.example>".to_owned()));
    browser.run("document.querySelector('#share').scrollIntoView();").await.unwrap();
    browser.screenshot("miner-share").await.unwrap();
    assert_quiet(&browser).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_landing_page_fits_and_reads_in_both_colours() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--at-rest", "--payout", PAYOUT]);
    let browser = open(&mining).await;
    let over = "const page = document.documentElement; return page.scrollWidth - page.clientWidth;";
    for (path, name) in [("/", "landing"), ("/miner", "miner")] {
        browser.open(&format!("{}{path}", mining.url)).await.unwrap();
        browser.set_size(360, 1400).await.unwrap();
        browser.screenshot(&format!("{name}-360")).await.unwrap();
        assert_eq!(browser.run(over).await.unwrap(), json!(0), "{path} scrolls sideways");
    }
    browser.open(&format!("{}/", mining.url)).await.unwrap();
    browser.set_size(1280, 1400).await.unwrap();
    for (dark, name) in [(false, "landing-light"), (true, "landing-dark")] {
        browser.prefer_dark(dark).await.unwrap();
        browser.screenshot(name).await.unwrap();
    }
    browser.open(&format!("{}/nothing", mining.url)).await.unwrap();
    browser.screenshot("miner-not-found").await.unwrap();
}
