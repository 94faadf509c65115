//! `quarry pool` in front of `quarry bitcoind`, and `quarry mine` as its miner: three processes, real
//! blocks.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Stdio};

use quarry_api::miner::MinerStatus;
use quarry_api::pool::PoolStatus;
use quarry_testkit::Bitcoind;
use serde_json::{Value, json};

use crate::harness::{Quarry, binary_in, get, run, units, until};

pub(crate) const ONE: &str = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
pub(crate) const OTHER: &str = "bcrt1qft5p2uhsdcdc3l2ua4ap5qqfg4pjaqlp250x7us7a8qqhrxrxfsqseac85";

pub(crate) fn node() -> Bitcoind {
    Bitcoind::start(Path::new(env!("CARGO_BIN_EXE_quarry")), &["bitcoind"], &[]).unwrap()
}

pub(crate) fn height(node: &Bitcoind) -> u64 {
    node.call("getblockcount", json!([])).unwrap().as_u64().unwrap()
}

/// Who is paid how much by the block at a height; the commitment to the witnesses is nobody.
pub(crate) fn paid(node: &Bitcoind, height: u64) -> Vec<(String, f64)> {
    let hash = node.call("getblockhash", json!([height])).unwrap();
    let block = node.call("getblock", json!([hash, 2])).unwrap();
    let outputs = block["tx"][0]["vout"].as_array().unwrap().clone();
    let address = |output: &Value| output["scriptPubKey"]["address"].as_str().map(str::to_owned);
    let mut paid: Vec<(String, f64)> = outputs
        .iter()
        .filter_map(|output| Some((address(output)?, output["value"].as_f64()?)))
        .collect();
    paid.sort_by(|a, b| a.0.cmp(&b.0));
    paid
}

pub(crate) struct Pool {
    child: Child,
    pub(crate) url: String,
    /// Where miners connect to by TLS, if they can.
    pub(crate) tls_url: Option<String>,
    /// Where it answers getwork, if asked to.
    pub(crate) rpc: Option<String>,
    /// What it said before it was ready.
    pub(crate) said: String,
    /// Where its books are, if it was not told.
    _place: tempfile::TempDir,
}

impl Pool {
    pub(crate) fn start(node: &Bitcoind, more: &[&str]) -> Self {
        Self::start_in(&[], node, more)
    }

    /// The pool, started by another program.
    pub(crate) fn start_in(outer: &[&str], node: &Bitcoind, more: &[&str]) -> Self {
        let place = tempfile::tempdir().unwrap();
        let cookie = node.chain_folder().join(".cookie");
        let mut child = binary_in(outer)
            .args(["pool", "--node", &format!("http://{}", node.rpc().address()), "--json"])
            .args(["--cookie", cookie.to_str().unwrap(), "--listen", "127.0.0.1:0"])
            .env("QUARRY_DATADIR", place.path())
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = String::new();
        let url = loop {
            let line = lines.next().unwrap_or_else(|| panic!("it ended: {said}")).unwrap();
            if let Some(url) = line.split_whitespace().find(|word| word.starts_with("stratum")) {
                break url.to_owned();
            }
            said.push_str(&line);
        };
        // All that it listens on is told at once.
        let mut other = |option: &str, scheme: &str| {
            let line = more.contains(&option).then(|| lines.next().unwrap().unwrap())?;
            line.split_whitespace().find(|word| word.starts_with(scheme)).map(str::to_owned)
        };
        let tls_url = other("--tls-listen", "stratum+ssl");
        let rpc = other("--rpc", "http");
        // What else it says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url, tls_url, rpc, said, _place: place }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// kill -9: no warning, nothing flushed.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends it, and gives what it said last.
    pub(crate) fn end(mut self) -> PoolStatus {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        let mut stdout = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut stdout).unwrap();
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
        serde_json::from_str(stdout.lines().last().unwrap()).unwrap()
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
    }
}

pub(super) fn mine(pool: &Pool, user: &str, blocks: u32) -> MinerStatus {
    let blocks = blocks.to_string();
    let ran =
        run(&["mine", "--to", &pool.url, "--user", user, "--blocks", &blocks, "-t", "1", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    serde_json::from_str(ran.stdout.lines().last().unwrap()).unwrap()
}

#[test]
fn a_solo_pool_s_blocks_pay_their_finders() {
    let node = node();
    let pool = Pool::start(&node, &["--coinbase-tag", "/solo/"]);
    // Of an easy chain more than one block can be found on one tip, and only the first counts.
    while height(&node) < 3 {
        let last = mine(&pool, &format!("{ONE}.first"), 1);
        assert!(last.blocks >= 1 && last.accepted >= 1, "{last:?}");
    }
    assert!((1..=3).all(|height| paid(&node, height) == [(ONE.to_owned(), 50.0)]));
    let before = height(&node);
    while height(&node) == before {
        mine(&pool, OTHER, 1);
    }
    assert_eq!(paid(&node, before + 1), [(OTHER.to_owned(), 50.0)]);
    let status = pool.end();
    assert_eq!(status.payout, "solo");
    let names: Vec<&str> = status.workers.iter().map(|worker| worker.name.as_str()).collect();
    assert_eq!(names, [OTHER, &format!("{ONE}.first")]);
    let blocks: u64 = status.workers.iter().map(|worker| worker.tally.blocks).sum();
    assert_eq!(blocks, status.total.blocks);
    let accepted = status.blocks.iter().filter(|block| block.accepted == Some(true)).count();
    assert!(accepted as u64 >= height(&node), "{status:#?}");
}

#[test]
fn a_proportional_pool_s_blocks_pay_all_who_worked() {
    let node = node();
    let pool = Pool::start(&node, &["--mode", "proportional", "--payout", OTHER]);
    // Nobody had a share before the first.
    mine(&pool, &format!("{ONE}.a"), 1);
    until("a block", || (height(&node) > 0).then_some(()));
    assert_eq!(paid(&node, 1), [(OTHER.to_owned(), 50.0)]);
    while height(&node) < 3 {
        mine(&pool, &format!("{ONE}.b"), 1);
    }
    assert_eq!(paid(&node, 3), [(ONE.to_owned(), 50.0)]);
    assert_eq!(pool.end().payout, "proportional");
}

/// A miner is told of a block that somebody else found before it searches much further, and one whose
/// name is no address is told why it cannot work.
#[test]
fn what_a_pool_refuses_is_said_with_advice() {
    let node = node();
    let pool = Pool::start(&node, &[]);
    let ran = run(&["mine", "--to", &pool.url, "--user", "nobody", "-r", "0", "-q"]);
    assert!(matches!(ran.code, Some(1 | 3)), "{ran:#?}");
    assert!(ran.stderr.contains("has to begin with an address of this chain"), "{ran:#?}");
    // A node without -coinbaseaddress, a wrong password, and a page whose port is taken.
    let (cookie, rpc) =
        (node.chain_folder().join(".cookie"), format!("http://{}", node.rpc().address()));
    let ran = run(&["mine", "--getwork", "--to", &rpc, "--cookie", cookie.to_str().unwrap()]);
    assert!(ran.code == Some(1) && ran.stderr.contains("-coinbaseaddress"), "{ran:#?}");
    let ran = run(&["mine", "--getwork", "--to", &rpc, "--user", "a", "--pass", "b"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("ADDRESS.NAME"), "{ran:#?}");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let ran = run(&["mine", "--to", &pool.url, "--user", ONE, "--web", &taken]);
    assert!(ran.code == Some(1) && ran.stderr.contains("--web ADDRESS"), "{ran:#?}");
    assert!(!ran.stderr.contains("--port"), "{ran:#?}");
    let pool_args = |more: &[&str]| run(&[&["pool", "-q"], more].concat());
    let url = format!("http://{}", node.rpc().address());
    let cookie = node.chain_folder().join(".cookie");
    let place = tempfile::tempdir().unwrap();
    let books = ["--books", place.path().to_str().unwrap()];
    let with = |more: &[&str]| {
        let node = ["--node", &url, "--cookie", cookie.to_str().unwrap()];
        pool_args(&[&node[..], &books, more].concat())
    };
    let ran = pool_args(&["--node", "http://127.0.0.1:1"]);
    assert!(ran.code == Some(3) && ran.stderr.contains("is the node running"), "{ran:#?}");
    let ran = pool_args(&["--node", &url]);
    assert!(ran.stderr.contains("(HTTP 401)"), "{ran:#?}");
    assert!(ran.stderr.contains("--cookie") && !ran.stderr.contains("--user "), "{ran:#?}");
    let ran = pool_args(&["--node", "stratum+tcp://127.0.0.1:1"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("in front of a node"), "{ran:#?}");
    let ran = with(&["--payout", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("`regtest`"), "{ran:#?}");
}

/// Of a chain whose blocks are easier than the easiest share it is said that another difficulty was asked for.
#[test]
fn shares_that_are_harder_than_blocks_are_told_of() {
    let node = node();
    let tag = "t".repeat(70);
    let pool = Pool::start(&node, &["--difficulty", "5", "--coinbase-tag", &tag]);
    assert!(pool.said.contains("of difficulty 0.001, not 5"), "{}", pool.said);
    // The longest tag fits beside a pool's extranonces.
    mine(&pool, ONE, 1);
    pool.end();
    let pool = Pool::start(&node, &["--difficulty", "1e-9"]);
    assert!(!pool.said.contains("of difficulty"), "{}", pool.said);
}

/// What is wrong with the command itself is told before a node is asked: nobody is at this one's address.
#[test]
fn a_pool_s_own_addresses_and_numbers_come_first() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap();
    let taken = taken.to_string();
    let pool = |more: &[&str]| run(&[&["pool", "--node", "http://127.0.0.1:1"], more].concat());
    for option in ["--listen", "--rpc"] {
        let free: &[&str] = if option == "--rpc" { &["--listen", "127.0.0.1:0"] } else { &[] };
        let with = |address| pool(&[free, &[option, address]].concat());
        let ran = with(&taken);
        let told = ran.stderr.contains("cannot listen on") && ran.stderr.contains(option);
        assert!(ran.code == Some(1) && told, "{ran:#?}");
        let ran = with("0.0.0.0:0");
        assert!(ran.code == Some(1) && ran.stderr.contains("--allow-public"), "{ran:#?}");
    }
    for option in ["--difficulty", "--share-rate"] {
        for number in ["0", "NaN", "-1"] {
            let ran = pool(&["--listen", "127.0.0.1:0", &format!("{option}={number}")]);
            assert!(ran.code == Some(2) && ran.stderr.contains("above zero"), "{ran:#?}");
        }
    }
    let long = "t".repeat(71);
    for (more, why) in [
        (&["--mode", "proportional"][..], "--payout"),
        (&["--fee-basis-points", "10001"], "10000"),
        (&["--fee-basis-points", "100"], "--mode proportional"),
        (&["--coinbase-tag", &long], "at most 70"),
        (&["--max-connections", "0"], "at least 1"),
        (&["--max-connections-per-address", "0"], "at least 1"),
        (&["--handshake-timeout", "0"], "1..=3600"),
    ] {
        let ran = pool(more);
        assert!(ran.code == Some(2) && ran.stderr.contains(why), "{more:?}: {ran:#?}");
    }
    let ran = pool(&["--listen", "0.0.0.0:0", "--allow-public"]);
    assert!(ran.code == Some(3) && ran.stderr.contains("is the node running"), "{ran:#?}");
}

/// Any miner works on the chain of `up`, and its blocks pay the address in its name.
#[test]
fn up_serves_miners_of_its_own_chain() {
    let up = Quarry::up(&["--stratum", "127.0.0.1:0", "--no-worker"]);
    let balance = || {
        let address = get(&format!("{}/v1/addresses/{OTHER}", up.url("node")));
        units(&address["balance"])
    };
    assert_eq!(balance(), 0);
    let url = up.url("stratum");
    let user = format!("{OTHER}.rig");
    let ran = run(&["mine", "--to", &url, "--user", &user, "--blocks", "2", "-t", "1", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    until("a block's reward", || (balance() > 0).then_some(()));
}

/// What a page's listener answers to its operator.
pub(super) fn ask(base: &str, path: &str, token: &str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = http.get(format!("{base}{path}")).bearer_auth(token).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        answer.text().await.unwrap()
    })
}

#[test]
fn a_pool_shows_its_workers() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let datadir = place.path().to_str().unwrap();
    let pool = Pool::start(&node, &["--web", "127.0.0.1:0", "--datadir", datadir]);
    let worker = format!("{ONE}.rig");
    mine(&pool, &worker, 1);
    let read = |name: &str| std::fs::read_to_string(place.path().join("pool/page").join(name));
    let base = until("the page's address", || read("url").ok());
    let token = read("token").unwrap();
    // It is told of once a second.
    until("the worker", || {
        let status: PoolStatus = serde_json::from_str(&ask(&base, "/v1/pool", &token)).unwrap();
        status.workers.first().is_some_and(|first| first.name == worker).then_some(())
    });
    assert!(ask(&base, "/pool", &token).contains(&worker));
    let metric = format!("quarry_pool_worker_accepted_total{{worker=\"{worker}\"}} ");
    assert!(ask(&base, "/metrics", &token).contains(&metric));
    // A miner's page on the same data directory takes nothing from it, and is what top looks at first.
    let to = pool.url.clone();
    let mining = [
        "mine",
        "--at-rest",
        "--web",
        "127.0.0.1:0",
        "--datadir",
        datadir,
        "--user",
        ONE,
        "--to",
        &to,
    ];
    let mut miner = binary_in(&[]).args(mining).stderr(Stdio::null()).spawn().unwrap();
    until("the miner's page", || place.path().join("miner/url").exists().then_some(()));
    assert_eq!(read("url").unwrap(), base);
    let link = |page: &str| run(&["dashboard", page, "--json", "--datadir", datadir]).json();
    assert!(link("--pool")["url"].as_str().unwrap().starts_with(&base));
    assert!(!link("--miner")["url"].as_str().unwrap().starts_with(&base));
    let seen = run(&["top", "--once", "--datadir", datadir]);
    assert!(seen.stdout.contains("Quarry miner"), "{seen:?}");
    let seen = run(&["top", "--once", "--datadir", datadir, "--url", &base]);
    assert!(seen.stdout.contains("Quarry pool"), "{seen:?}");
    let pid = rustix::process::Pid::from_child(&miner);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    assert_eq!(miner.wait().unwrap().code(), Some(0));
    // A note that a killed miner left behind hides nothing.
    std::fs::write(place.path().join("miner/url"), "http://127.0.0.1:1").unwrap();
    let top = run(&["top", "--once", "--datadir", datadir]);
    assert!(top.stdout.contains("Quarry pool") && top.stdout.contains(&worker), "{top:?}");
    pool.end();
    assert!(read("url").is_err());
    let gone = run(&["dashboard", "--pool", "--datadir", datadir]);
    assert!(gone.code == Some(3) && gone.stderr.contains("quarry pool --web"), "{gone:?}");
}

#[test]
fn an_instance_shows_the_workers_of_its_own_pool() {
    let quarry = Quarry::up(&["--stratum", "127.0.0.1:0", "--block-time", "1"]);
    let run_file = std::fs::read(quarry.datadir().join("run.json")).unwrap();
    let run_file: Value = serde_json::from_slice(&run_file).unwrap();
    let token = run_file["operator_token"].as_str().unwrap();
    let to = quarry.url("stratum");
    let ran = run(&["mine", "--to", &to, "--user", "rig", "--blocks", "1", "-t", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let base = quarry.url("dashboard");
    let is_shown = || ask(&base, "/pool", token).contains(">rig<").then_some(());
    until("the worker", is_shown);
    assert!(ask(&base, "/metrics", token).contains("worker=\"rig\""));
}
