//! The page of `quarry mine --web` as a client sees it, with a real node behind the miner.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use quarry_testkit::Bitcoind;
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};

use crate::harness::{binary, run, until};

pub(crate) const PAYOUT: &str = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
pub(crate) const OTHER: &str = "bcrt1qft5p2uhsdcdc3l2ua4ap5qqfg4pjaqlp250x7us7a8qqhrxrxfsqseac85";
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) fn node() -> Bitcoind {
    Bitcoind::start(Path::new(env!("CARGO_BIN_EXE_quarry")), &["bitcoind"], &[]).unwrap()
}

/// Whom the block at a height pays.
pub(crate) fn paid(node: &Bitcoind, height: u64) -> String {
    let hash = node.call("getblockhash", json!([height])).unwrap();
    let block = node.call("getblock", json!([hash, 2])).unwrap();
    block["tx"][0]["vout"][0]["scriptPubKey"]["address"].as_str().unwrap().to_owned()
}

pub(crate) fn height(node: &Bitcoind) -> u64 {
    node.call("getblockcount", json!([])).unwrap().as_u64().unwrap()
}

/// Who drives a miner by its page's paths.
pub(crate) struct Driver {
    pub(crate) url: String,
    token: String,
    http: reqwest::Client,
}

impl Driver {
    pub(crate) fn new(url: String, token: String) -> Self {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self { url, token, http }
    }

    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.http.get(format!("{}{path}", self.url)).timeout(PATIENCE)
    }

    fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.http.post(format!("{}{path}", self.url)).timeout(PATIENCE).json(body)
    }

    pub(crate) async fn status(&self) -> Value {
        let answer = self.get("/v1/miner").bearer_auth(self.token()).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        answer.json().await.unwrap()
    }

    pub(crate) async fn tell(&self, path: &str, body: &Value) -> (u16, Value) {
        let answer = self.post(path, body).bearer_auth(self.token()).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    pub(crate) async fn until(&self, what: &str, check: impl Fn(&Value) -> bool) -> Value {
        let started = std::time::Instant::now();
        loop {
            let status = self.status().await;
            if check(&status) {
                return status;
            }
            assert!(started.elapsed() < PATIENCE, "still no {what}: {status:#}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// A miner with a page, as a process.
pub(crate) struct Mining {
    child: Child,
    pub(crate) login_url: String,
    driver: Driver,
}

impl std::ops::Deref for Mining {
    type Target = Driver;
    fn deref(&self) -> &Driver {
        &self.driver
    }
}

impl Mining {
    /// Mines for `node`, with `more` flags, keeping its things in `datadir`.
    pub(crate) fn start(node: &Bitcoind, datadir: &Path, more: &[&str]) -> Self {
        Self::start_at("127.0.0.1:0", node, datadir, more)
    }

    fn start_at(web: &str, node: &Bitcoind, datadir: &Path, more: &[&str]) -> Self {
        let mut command = binary();
        let to = format!("http://{}", node.rpc().address());
        command.args(["mine", "-t", "1", "--web", web, "--to", &to, "--datadir"]);
        command.arg(datadir).arg("--cookie").arg(node.chain_folder().join(".cookie")).args(more);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let told = lines.by_ref().map_while(Result::ok);
        let login_url = told
            .into_iter()
            .find_map(|line| line.split("watch it at ").nth(1).map(|url| url.trim().to_owned()));
        // It must not stop for want of a reader.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let login_url = login_url.expect("a link");
        let url = login_url.split("/login").next().unwrap().to_owned();
        let token = std::fs::read_to_string(datadir.join("miner/token")).unwrap();
        Self { child, login_url, driver: Driver::new(url, token) }
    }

    /// As Ctrl-C ends it.
    pub(crate) fn interrupt(mut self) -> Option<i32> {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Mining {
    fn drop(&mut self) {
        // It may have ended already.
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

async fn code(request: RequestBuilder) -> u16 {
    request.send().await.unwrap().status().as_u16()
}

async fn text(answer: Response) -> String {
    answer.text().await.unwrap()
}

// A multi-threaded runtime: calls of the test to a node hold up its own thread.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_started_stopped_and_paid_over_http() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--at-rest", "--payout", PAYOUT]);
    let status = mining.status().await;
    assert_eq!((&status["running"], &status["payout"]), (&json!(false), &json!(PAYOUT)));
    assert_eq!(height(&node), 0);
    let (code, status) = mining.tell("/v1/miner/start", &json!({})).await;
    assert_eq!((code, &status["running"]), (200, &json!(true)));
    let status = mining.until("a block", |status| status["blocks"].as_u64() > Some(0)).await;
    assert_eq!(status["upstreams"][0]["chain"], "regtest");
    let (code, status) = mining.tell("/v1/miner/stop", &json!({})).await;
    assert_eq!((code, &status["running"]), (200, &json!(false)));
    assert_eq!(status["rates"], json!({ "s5": 0.0, "s60": 0.0, "m15": 0.0 }));
    assert_eq!(paid(&node, 1), PAYOUT);
    // Refused, and the address stays.
    let main = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
    for wrong in ["", "bcrt1qx", main, "<script>"] {
        let (code, error) = mining.tell("/v1/miner/payout", &json!({ "address": wrong })).await;
        assert_eq!((code, &error["error"]["code"]), (400, &json!("bad_address")), "{wrong}");
    }
    assert_eq!(mining.tell("/v1/miner/payout", &json!({})).await.0, 400);
    assert_eq!(mining.status().await["payout"], PAYOUT);
    let before = height(&node);
    let (code, status) = mining.tell("/v1/miner/payout", &json!({ "address": OTHER })).await;
    assert_eq!((code, &status["payout"]), (200, &json!(OTHER)));
    mining.tell("/v1/miner/start", &json!({})).await;
    until("a block more", || (height(&node) > before).then_some(()));
    assert_eq!(paid(&node, before + 1), OTHER);
    assert_eq!(mining.interrupt(), Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_read_the_landing_page_only() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--at-rest", "--payout", PAYOUT]);
    let landing = mining.get("/").send().await.unwrap();
    assert_eq!(landing.status().as_u16(), 200);
    let landing = text(landing).await;
    for word in ["For people", "For developers", "tens of millions of years", "/v1/miner/payout"] {
        assert!(landing.contains(word), "no `{word}`");
    }
    assert!(!landing.contains(PAYOUT));
    for path in ["/miner", "/v1/miner", "/v1/events", "/metrics"] {
        assert_eq!(code(mining.get(path)).await, 401, "{path}");
        assert_eq!(code(mining.get(path).bearer_auth("wrong")).await, 401, "{path}");
        let rebound = mining.get(path).bearer_auth(mining.token()).header("host", "evil.example");
        assert_eq!(code(rebound).await, 421, "{path}");
    }
    assert!(text(mining.get("/miner").send().await.unwrap()).await.contains("dashboard --miner"));
    for path in ["/v1/miner/start", "/v1/miner/stop", "/v1/miner/payout"] {
        assert_eq!(code(mining.post(path, &json!({}))).await, 401, "{path}");
        let foreign = mining.post(path, &json!({})).bearer_auth(mining.token());
        assert_eq!(code(foreign.header("origin", "http://evil.example")).await, 403, "{path}");
        let form = mining.http.post(format!("{}{path}", mining.url)).bearer_auth(mining.token());
        assert_eq!(code(form.body("address=x")).await, 415, "{path}");
        assert_eq!(code(mining.get(path).bearer_auth(mining.token())).await, 405, "{path}");
    }
    let nothing = mining.get("/nothing").bearer_auth(mining.token()).send().await.unwrap();
    assert_eq!(nothing.status().as_u16(), 404);
    assert!(text(nothing).await.contains("There is no page at this address"));
    assert_eq!(height(&node), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn metrics_and_the_page_say_what_the_miner_did() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--payout", PAYOUT]);
    mining.until("blocks", |status| status["blocks"].as_u64() > Some(2)).await;
    mining.tell("/v1/miner/stop", &json!({})).await;
    // A block that was on its way is still answered: what is compared is of one moment.
    let (status, metrics) = loop {
        let before = mining.status().await;
        let answer = mining.get("/metrics").bearer_auth(mining.token()).send().await.unwrap();
        assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/plain"));
        let metrics = text(answer).await;
        if before["accepted"] == mining.status().await["accepted"] {
            break (before, metrics);
        }
    };
    for line in [
        "# TYPE quarry_miner_blocks_total counter".to_owned(),
        format!("quarry_miner_blocks_total {}", status["blocks"]),
        format!(
            "quarry_miner_upstream_accepted_total{{upstream=\"http://{}\"}} {}",
            node.rpc().address(),
            status["accepted"]
        ),
        "quarry_miner_running 0".to_owned(),
    ] {
        assert!(metrics.lines().any(|known| known == line), "no `{line}` in {metrics}");
    }
    let page = text(mining.get("/miner").bearer_auth(mining.token()).send().await.unwrap()).await;
    for word in [PAYOUT, "regtest", "Start mining", "blocks were found", "block accepted ("] {
        assert!(page.contains(word), "no `{word}` in {page}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failover_is_seen() {
    let (mut first, second, place) = (node(), node(), tempfile::tempdir().unwrap());
    let cookie = std::fs::read_to_string(second.chain_folder().join(".cookie")).unwrap();
    let to = format!("http://{}@{}", cookie.trim(), second.rpc().address());
    let mining = Mining::start(&first, place.path(), &["--payout", PAYOUT, "--to", &to]);
    let state = |status: &Value, n: usize| status["upstreams"][n]["state"].clone();
    mining.until("work", |status| state(status, 0) == "active" && state(status, 1) == "idle").await;
    first.kill();
    let over = |status: &Value| state(status, 0) == "down" && state(status, 1) == "active";
    let status = mining.until("failover", over).await;
    let error = status["upstreams"][0]["error"].as_str().unwrap();
    let page = text(mining.get("/miner").bearer_auth(mining.token()).send().await.unwrap()).await;
    assert!(page.contains(error.split(':').next().unwrap()), "no `{error}` in {page}");
    let password = cookie.trim().split(':').nth(1).unwrap();
    assert!(!page.contains(password) && !status.to_string().contains(password));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_past_and_the_token_survive_a_restart() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let mining = Mining::start(&node, place.path(), &["--payout", PAYOUT]);
    let token = mining.token().to_owned();
    // A sample is made each ten seconds.
    mining.until("a sample", |status| status["history"][0].is_object()).await;
    mining.tell("/v1/miner/stop", &json!({})).await;
    let before = mining.status().await;
    assert_eq!(mining.interrupt(), Some(0));
    let mining = Mining::start(&node, place.path(), &["--at-rest", "--payout", PAYOUT]);
    assert_eq!(mining.token(), token);
    let after = mining.status().await;
    assert_eq!(after["history"][0], before["history"][0]);
    let last = before["log"].as_array().unwrap().last().unwrap();
    assert!(after["log"].as_array().unwrap().contains(last), "{last} is forgotten");
    let datadir = place.path().to_str().unwrap();
    let link = run(&["dashboard", "--miner", "--json", "--datadir", datadir]);
    let link = link.json()["url"].as_str().unwrap().to_owned();
    assert_eq!(code(mining.http.get(&link)).await, 303);
    let url = mining.url.clone();
    assert_eq!(mining.interrupt(), Some(0));
    let gone = run(&["dashboard", "--miner", "--datadir", datadir]);
    assert_eq!(gone.code, Some(3), "{gone:?}");
    assert!(gone.stderr.contains("quarry mine --web"), "{url}: {gone:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_that_is_given_is_answered_to_and_no_other() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let more = ["--at-rest", "--payout", PAYOUT, "--allow-public", "--web-name", "rig.lan"];
    let mining = Mining::start_at("0.0.0.0:0", &node, place.path(), &more);
    let port = mining.url.rsplit(':').next().unwrap().to_owned();
    for (host, expected) in [
        ("rig.lan".to_owned(), 200),
        (format!("RIG.lan:{port}"), 200),
        (format!("127.0.0.1:{port}"), 200),
        (format!("0.0.0.0:{port}"), 421),
        ("evil.example".to_owned(), 421),
    ] {
        assert_eq!(code(mining.get("/").header("host", &host)).await, expected, "{host}");
        let open = if expected == 200 { 401 } else { 421 };
        assert_eq!(code(mining.get("/v1/miner").header("host", &host)).await, open, "{host}");
    }
}

#[test]
fn a_page_for_other_machines_is_said_to_be_wanted() {
    let to = ["mine", "-q", "--to", "http://127.0.0.1:1", "--payout", PAYOUT, "--web", "0.0.0.0:0"];
    let place = tempfile::tempdir().unwrap();
    let ran = run(&[&to[..], &["--datadir", place.path().to_str().unwrap()]].concat());
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("--allow-public"), "{ran:?}");
    assert_eq!(run(&["mine", "--at-rest"]).code, Some(2));
}
