//! `quarry mine` for real nodes: the command, and the miner that it runs, against `quarry bitcoind`.

use std::io::Read as _;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use quarry_api::miner::{MinerStatus, UpstreamState};
use quarry_miner::{Miner, MinerConfig, MinerDeps, PayError, Payout, UpstreamConfig, UpstreamUrl};
use quarry_pow::{Engine, EngineConfig};
use quarry_service::{Clock, EventHub, Handle};
use quarry_testkit::Bitcoind;
use serde_json::{Value, json};

use crate::harness::{Ran, binary, run, until};

const PAYOUT: &str = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
const OTHER: &str = "bcrt1qft5p2uhsdcdc3l2ua4ap5qqfg4pjaqlp250x7us7a8qqhrxrxfsqseac85";
const PATIENCE: Duration = Duration::from_secs(60);

fn node() -> Bitcoind {
    Bitcoind::start(Path::new(env!("CARGO_BIN_EXE_quarry")), &["bitcoind"], &[]).unwrap()
}

fn url(node: &Bitcoind) -> String {
    format!("http://{}", node.rpc().address())
}

fn cookie(node: &Bitcoind) -> std::path::PathBuf {
    node.chain_folder().join(".cookie")
}

/// The coinbase of the block at a height, as `getblock` shows it.
fn coinbase(node: &Bitcoind, height: u64) -> Value {
    let hash = node.call("getblockhash", json!([height])).unwrap();
    node.call("getblock", json!([hash, 2])).unwrap()["tx"][0].clone()
}

fn height(node: &Bitcoind) -> u64 {
    node.call("getblockcount", json!([])).unwrap().as_u64().unwrap()
}

#[test]
fn five_blocks_are_mined_and_pay_the_address() {
    let node = node();
    let (url, file) = (url(&node), cookie(&node));
    let args = ["mine", "--to", &url, "--cookie", file.to_str().unwrap(), "--payout", PAYOUT];
    let more = ["--blocks", "5", "--coinbase-tag", "/mine/", "-t", "1", "--json"];
    let ran = run(&[&args[..], &more].concat());
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let last: MinerStatus = serde_json::from_str(ran.stdout.lines().last().unwrap()).unwrap();
    assert_eq!((last.blocks, last.accepted, last.threads), (5, 5, 1));
    assert!(last.rejected.is_empty());
    assert_eq!(last.upstreams[0].chain.as_deref(), Some("regtest"));
    assert_eq!(last.upstreams[0].url, url);
    assert_eq!(height(&node), 5);
    for height in 1..=5 {
        let coinbase = coinbase(&node, height);
        assert_eq!(coinbase["vout"][0]["scriptPubKey"]["address"], PAYOUT);
        let script = coinbase["vin"][0]["coinbase"].as_str().unwrap();
        assert!(script.ends_with(&hex::encode("/mine/")), "{script}");
    }
}

/// What is refused is one line with advice, and the right exit code.
#[test]
fn what_cannot_be_mined_for_is_said_with_advice() {
    let node = node();
    let (url, file) = (url(&node), cookie(&node));
    let file = file.to_str().unwrap();
    let refused = |args: &[&str], code: i32, words: &[&str]| {
        let ran: Ran = run(&[&["mine", "-q"], args].concat());
        assert_eq!(ran.code, Some(code), "{ran:#?}");
        assert_eq!(ran.stderr.trim().lines().count(), 1, "{ran:#?}");
        for word in words {
            assert!(ran.stderr.contains(word), "no `{word}` in {}", ran.stderr);
        }
    };
    let own = ["--to", &url, "--cookie", file];
    let with = |more: &[&'static str]| [&own[..], more].concat();
    refused(&["--to", &url, "-O", "a:wrong", "--payout", PAYOUT], 1, &["(HTTP 401)"]);
    refused(&with(&[]), 1, &["nobody to pay"]);
    let main = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
    refused(&with(&["--payout", main]), 1, &[main, "chain `regtest`"]);
    refused(&with(&["--getwork"]), 1, &["Method not found"]);
    refused(&["--to", "http://127.0.0.1:1", "-r", "0"], 3, &["cannot be reached"]);
    // Before anybody is asked.
    let pool = "stratum+tcp://127.0.0.1:1";
    refused(&["--to", pool], 1, &["needs a worker's name", "--user", "--payout"]);
    refused(&[], 2, &["--to URL"]);
    refused(&["--to", "ftp://x"], 2, &["`ftp` is not spoken here"]);
    refused(&with(&["--payout", "bcrt1qx"]), 2, &["--payout bcrt1qx", "like bc1q"]);
    refused(&with(&["--blocks", "0"]), 2, &["at least 1"]);
    refused(&with(&["--userpass", "x"])[..2], 1, &["(HTTP 401)"]);
    refused(&["--to", &url, "--userpass", "x"], 2, &["USER:PASSWORD"]);
    refused(&with(&["-a", "scrypt"]), 2, &["only sha256d"]);
    refused(&with(&["--benchmark"]), 2, &["quarry bench"]);
    refused(&["--config", "/nowhere.cfg"], 1, &["/nowhere.cfg"]);
    assert_eq!(height(&node), 0);
}

/// The first miners' protocol: the node makes the block, whole, and pays whom it was told to.
#[test]
fn getwork_is_given_where_somebody_is_to_be_paid() {
    let quarry = Path::new(env!("CARGO_BIN_EXE_quarry"));
    let pays = format!("-coinbaseaddress={PAYOUT}");
    let node = Bitcoind::start(quarry, &["bitcoind"], &[&pays]).unwrap();
    let (url, file) = (url(&node), cookie(&node));
    let args = ["mine", "--getwork", "--to", &url, "--cookie", file.to_str().unwrap(), "-t", "1"];
    let ran = run(&[&args[..], &["--blocks", "3"]].concat());
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_eq!(height(&node), 3);
    for height in 1..=3 {
        assert_eq!(coinbase(&node, height)["vout"][0]["scriptPubKey"]["address"], PAYOUT);
    }
    let work = node.call("getwork", json!([])).unwrap();
    let other = node.call("getwork", json!([])).unwrap();
    assert_ne!(work["data"], other["data"], "nobody does another's work");
    // Its nonce is zero: one time in two that is no solution, and then it is refused.
    let taken = node.call("getwork", json!([work["data"]])).unwrap();
    assert_eq!(height(&node), if taken == true { 4 } else { 3 });
    let strange = "00".repeat(128);
    assert_eq!(node.call("getwork", json!([strange])).unwrap(), false);
    for wrong in ["", "00", "zz"] {
        let refused = node.call("getwork", json!([wrong])).unwrap_err();
        assert!(matches!(refused.code(), Some(-8 | -3)), "{refused}");
    }
    let refused = Bitcoind::start(quarry, &["bitcoind"], &["-coinbaseaddress=x"]);
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("Invalid -coinbaseaddress"), "{refused}");
}

/// What monitors ask of cgminer, asked as they do it.
#[test]
fn monitors_of_cgminer_s_are_answered() {
    use std::io::Write as _;
    let mut child = binary()
        .args(["mine", "--to", "http://127.0.0.1:1", "--payout", PAYOUT, "-t", "1"])
        .args(["--api", "127.0.0.1:0"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stderr.take().unwrap()));
    let said = lines.by_ref().map(Result::unwrap).find(|line| line.contains("monitors")).unwrap();
    std::thread::spawn(move || lines.for_each(drop));
    let address = said.rsplit(' ').next().unwrap();
    let ask = |request: &str| {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert_eq!(answer.pop(), Some(0));
        String::from_utf8(answer).unwrap()
    };
    let pools: Value = serde_json::from_str(&ask(r#"{"command":"pools"}"#)).unwrap();
    assert_eq!(pools["POOLS"][0]["URL"], "http://127.0.0.1:1");
    assert!(ask("summary").contains("|SUMMARY,Elapsed="));
    assert!(ask("quit\n").starts_with("STATUS=E,"));
    child.kill().unwrap();
    child.wait().unwrap();
    let open =
        ["mine", "-q", "--to", "http://127.0.0.1:1", "--api", "0.0.0.0:0", "--payout", PAYOUT];
    let ran = run(&open);
    assert!(ran.code != Some(0) && ran.stderr.contains("--allow-public"), "{ran:#?}");
}

/// pyminer's own file; what it leaves open is given beside it.
#[test]
fn a_file_of_pyminer_s_is_enough_to_find_the_node() {
    let node = node();
    let cookie = std::fs::read_to_string(cookie(&node)).unwrap();
    let (user, password) = cookie.trim_end().split_once(':').unwrap();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("config.cfg");
    let port = node.rpc().address().port();
    let text = format!(
        "# pyminer\nhost=127.0.0.1\nport={port}\nrpcuser={user}\nrpcpass={password}\nthreads=1\n\
         hashmeter=1\nscantime=60\nlogdir=.\n"
    );
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let ran = run(&["mine", "--config", file, "--coinbase-addr", PAYOUT, "--blocks", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(ran.stdout.starts_with("1 block found"), "{ran:#?}");
    assert!(ran.stderr.contains("block accepted ("), "{ran:#?}");
    assert_eq!(height(&node), 1);
}

#[test]
fn a_header_is_solved_as_bitcoin_util_does_it() {
    let header = format!("{}{}ffff001f{}", "01000000", "ab".repeat(68), "00".repeat(4));
    for args in [&["grind", header.as_str()][..], &["mine", "--grind", &header]] {
        let ran = run(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        let solved = ran.stdout.trim_end();
        assert_eq!((solved.len(), &solved[..152]), (160, &header[..152]));
        let bytes: [u8; 80] = hex::decode(solved).unwrap().try_into().unwrap();
        let target = quarry_pow::Target::from_compact(0x1f00_ffff).unwrap();
        let nonce = u32::from_le_bytes(bytes[76..].try_into().unwrap());
        assert!(quarry_pow::Work::header(bytes, target).check(u64::from(nonce)));
    }
    for (text, wrong) in
        [("00", "cannot use the header of 1 byte"), ("zz", "cannot read the header")]
    {
        let ran = run(&["grind", text]);
        assert!(ran.code == Some(2) && ran.stderr.contains(wrong), "{ran:#?}");
        let ran = run(&["mine", "--grind", text]);
        assert!(ran.code == Some(2) && ran.stderr.contains("--grind"), "{ran:#?}");
    }
    assert_eq!(run(&["grind", &"00".repeat(80)]).code, Some(2));
}

/// As Ctrl-C ends it: with what came of it, at once.
#[test]
fn an_interrupt_ends_it_with_a_result() {
    let node = node();
    let mut command = binary();
    command.args(["mine", "--json", "--to", &url(&node), "--payout", PAYOUT, "--cookie"]);
    command.arg(cookie(&node)).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    until("a block", || (height(&node) > 0).then_some(()));
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let mut lines = String::new();
    child.stdout.take().unwrap().read_to_string(&mut lines).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let last: MinerStatus = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    assert!(!last.running && last.blocks >= 1);
    assert!(height(&node) >= last.blocks);
}

/// A miner in this process.
struct Running {
    miner: Miner,
    handle: Handle,
    engine: Engine,
}

impl Running {
    fn start(nodes: &[&Bitcoind]) -> Self {
        let upstreams = nodes.iter().map(|node| UpstreamConfig {
            cookie: Some(cookie(node)),
            ..UpstreamConfig::new(UpstreamUrl::parse(&url(node)).unwrap())
        });
        let config = MinerConfig {
            upstreams: upstreams.map(Into::into).collect(),
            payout: Some(Payout::parse(PAYOUT).unwrap()),
            retry_pause: Duration::from_millis(50),
            ..MinerConfig::default()
        };
        let threads = NonZeroUsize::new(1);
        let engine = Engine::start(EngineConfig { threads, ..EngineConfig::default() }).unwrap();
        let (clock, events) = (Clock::system(), EventHub::new(1));
        let deps = MinerDeps { engine: engine.clone(), clock, events };
        let (miner, handle) = quarry_miner::start(config, deps).unwrap();
        Self { miner, handle, engine }
    }

    async fn until(&self, what: &str, check: impl Fn(&MinerStatus) -> bool) {
        let mut watch = self.miner.watch();
        let seen = tokio::time::timeout(PATIENCE, watch.wait_for(|status| check(status))).await;
        let is_seen = matches!(seen, Ok(Ok(_)));
        assert!(is_seen, "not within {PATIENCE:?}: {what}\n{:#?}", self.miner.status());
    }

    async fn end(self) -> MinerStatus {
        self.handle.shutdown(PATIENCE).await.unwrap();
        self.engine.shutdown();
        self.miner.status()
    }
}

fn accepted(status: &MinerStatus, upstream: usize) -> u64 {
    status.upstreams[upstream].accepted
}

// A multi-threaded runtime: calls of the test to a node hold up its own thread.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_stops_is_left_and_returned_to() {
    let (mut first, second) = (node(), node());
    let running = Running::start(&[&first, &second]);
    running.until("blocks of the first", |status| accepted(status, 0) >= 3).await;
    first.kill();
    running.until("blocks of the second", |status| accepted(status, 1) >= 3).await;
    let status = running.miner.status();
    assert_eq!(status.upstreams[0].state, UpstreamState::Down);
    assert!(status.upstreams[0].error.is_some());
    first.restart(&[]).unwrap();
    let before = accepted(&status, 0);
    running.until("blocks of the first again", |status| accepted(status, 0) > before).await;
    let status = running.end().await;
    assert!(status.rejected.is_empty(), "{:#?}", status.log);
    // It may have been killed with a block taken and not yet answered.
    assert!(height(&first) >= accepted(&status, 0));
    assert_eq!(height(&second), accepted(&status, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_address_is_paid_while_it_runs_and_others_may_mine_too() {
    let node = node();
    let running = Running::start(&[&node]);
    running.until("a block", |status| status.blocks >= 1).await;
    // Blocks of others come in between, whose tips are followed.
    node.call("generatetoaddress", json!([3, OTHER])).unwrap();
    let blocks = running.miner.status().blocks;
    running.until("more blocks", |status| status.blocks > blocks).await;
    running.miner.stop().await.unwrap();
    running.until("the end", |status| !status.running).await;
    let main = Payout::parse("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4").unwrap();
    assert!(matches!(running.miner.pay(main).await, Err(PayError::Payout(_))));
    running.miner.pay(Payout::parse(OTHER).unwrap()).await.unwrap();
    let before = running.miner.status().blocks;
    running.miner.start().await.unwrap();
    running.until("more blocks", |status| status.blocks > before + 1).await;
    let status = running.end().await;
    let last = height(&node);
    assert_eq!(last, status.blocks + 3, "{:#?}", status.log);
    assert_eq!(coinbase(&node, last)["vout"][0]["scriptPubKey"]["address"], OTHER);
    assert_eq!(coinbase(&node, 1)["vout"][0]["scriptPubKey"]["address"], PAYOUT);
}
