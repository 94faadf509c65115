//! The binary beside real programs of others: [`bitcoin`] has a foreign node, [`guide`] runs a page of
//! the documentation against it, [`core_framework`] the tests' framework of Bitcoin Core, [`stratum`] a
//! foreign client of a pool, [`miner_page`] and here have a browser.
//!
//! The dashboard of a real instance in a real Chromium: it opens by the banner's link, blocks and
//! jobs move without a reload, and the console stays quiet.

mod bitcoin;
mod core_framework;
mod guide;
mod miner_page;
mod stratum;

use std::time::Duration;

use quarry_testkit::browser::Browser;

use crate::harness::Quarry;

const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn the_dashboard_follows_a_real_instance() {
    let quarry = Quarry::up(&["--block-time", "1"]);
    let link = quarry.banner["dashboard_login"].as_str().unwrap().to_owned();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let browser = Browser::start().await.unwrap_or_else(|error| panic!("{error}"));
        browser.open(&link).await.unwrap();
        let live = "document.querySelector('#status').dataset.state === 'live'";
        browser.wait_for(live, PATIENCE).await.unwrap();
        // Lost by a reload.
        browser
            .run("window.kept = document.querySelectorAll('main')[0].textContent;")
            .await
            .unwrap();
        let bought = quarry.json(&["buy", "nonce", "--data", "seen in a browser", "-D", "20"]);
        let nonce = bought["nonce"].as_u64().unwrap();
        let shown = format!("document.querySelector('#jobs').textContent.includes('{nonce}')");
        browser.wait_for(&shown, PATIENCE).await.unwrap();
        let settled = "document.querySelector('#jobs').textContent.includes('settled')";
        browser.wait_for(settled, PATIENCE).await.unwrap();
        let height = bought["payout"]["height"].as_u64().unwrap();
        let block =
            format!("document.querySelector('main').textContent.includes('{}')", height + 1);
        browser.wait_for(&block, PATIENCE).await.unwrap();
        let kept = browser.run("return typeof window.kept;").await.unwrap();
        assert_eq!(kept, "string", "the page was loaded again");
        browser.screenshot("up-light").await.unwrap();
        browser.prefer_dark(true).await.unwrap();
        browser.screenshot("up-dark").await.unwrap();
        let lines = browser.console().await.unwrap();
        let bad: Vec<_> =
            lines.iter().filter(|l| l.level != "INFO" && l.level != "DEBUG").collect();
        assert!(bad.is_empty(), "{bad:?}");
    });
}
