//! `quarry pool --rpc` in front of `quarry bitcoind`: miners that know no Stratum, by real HTTP and with real
//! blocks; and those that mean no good.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, TcpStream};
use std::sync::mpsc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quarry_api::miner::MinerStatus;
use quarry_mining::GetWork;
use quarry_pow::{HashOrder, HashValue};
use quarry_testkit::Bitcoind;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::harness::{Quarry, get, run, units, until};
use crate::pool::{ONE, OTHER, Pool, height, node, paid};

const RPC: [&str; 2] = ["--rpc", "127.0.0.1:0"];

/// The pool's address with a user in it, as old miners are given it.
fn with_user(pool: &Pool, user: &str) -> String {
    pool.rpc.as_ref().unwrap().replace("http://", &format!("http://{user}:x@"))
}

fn mine(args: &[&str]) -> MinerStatus {
    let ran = run(&[&["mine", "-t", "1", "--blocks", "1", "--json"], args].concat());
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    serde_json::from_str(ran.stdout.lines().last().unwrap()).unwrap()
}

/// Mines until the chain is so high: on an easy chain a pool may find a second block on one tip.
fn mine_up_to(node: &Bitcoind, goal: u64, args: &[&str], protocol: &str) {
    while height(node) < goal {
        let last = mine(args);
        assert!(last.blocks >= 1, "{last:?}");
        assert_eq!(last.upstreams[0].protocol, protocol);
    }
}

#[test]
fn blocks_by_getwork_pay_their_finders() {
    let node = node();
    let pool = Pool::start(&node, &RPC);
    let to = with_user(&pool, &format!("{ONE}.rig"));
    mine_up_to(&node, 2, &["--getwork", "--to", &to], "getwork");
    // The same by pyminer's own file.
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("pyminer.cfg");
    let port = pool.rpc.as_ref().unwrap().rsplit(':').next().unwrap();
    let text = format!(
        "# as pyminer has it\nhost=127.0.0.1\nport={port}\n\nrpcuser={OTHER}.py\nrpcpass=x\nthreads=1\n\
         hashmeter=1\nscantime=60\n"
    );
    std::fs::write(&file, text).unwrap();
    let before = height(&node);
    mine_up_to(&node, before + 1, &["--getwork", "--config", file.to_str().unwrap()], "getwork");
    assert_eq!(paid(&node, 1), [(ONE.to_owned(), 50.0)]);
    assert_eq!(paid(&node, before + 1), [(OTHER.to_owned(), 50.0)]);
    let status = pool.end();
    assert!(status.listen[1].starts_with("http://127.0.0.1:"), "{:?}", status.listen);
    let mut names: Vec<_> = status.workers.iter().map(|worker| worker.name.clone()).collect();
    names.sort();
    assert_eq!(names, [format!("{OTHER}.py"), format!("{ONE}.rig")]);
    assert!(status.workers.iter().all(|worker| worker.tally.accepted > 0), "{status:#?}");
    let taken = status.blocks.iter().filter(|block| block.accepted == Some(true)).count();
    assert!(taken as u64 > before, "{status:#?}");
}

#[test]
fn blocks_by_getblocktemplate_pay_as_the_pool_says() {
    let node = node();
    let pool =
        Pool::start(&node, &[&RPC[..], &["--mode", "proportional", "--payout", OTHER]].concat());
    let to = with_user(&pool, &format!("{ONE}.gbt"));
    mine_up_to(&node, 3, &["--to", &to], "getblocktemplate");
    // Nobody had a share before the first.
    assert_eq!(paid(&node, 1), [(OTHER.to_owned(), 50.0)]);
    assert_eq!(paid(&node, 3), [(ONE.to_owned(), 50.0)]);
    let status = pool.end();
    assert_eq!(status.workers[0].name, format!("{ONE}.gbt"));
    assert_eq!(status.workers[0].tally.rejected.get("Other/Unknown"), None, "{status:#?}");
}

#[test]
fn up_answers_getwork_on_its_own_chain() {
    let up = Quarry::up(&["--stratum-rpc", "127.0.0.1:0", "--no-worker"]);
    let to = up.url("stratum_rpc");
    let user = format!("{OTHER}.rig");
    let balance = || units(&get(&format!("{}/v1/addresses/{OTHER}", up.url("node")))["balance"]);
    assert_eq!(balance(), 0);
    let ran = run(&["mine", "--getwork", "--to", &to, "--user", &user, "--blocks", "2", "-t", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    until("a block's reward", || (balance() > 0).then_some(()));
}

/// What a request is answered.
struct Answer {
    status: u16,
    headers: reqwest::header::HeaderMap,
    text: String,
}

impl Answer {
    fn result(&self) -> Value {
        let answer: Value = serde_json::from_str(&self.text).unwrap();
        assert_eq!((self.status, &answer["error"]), (200, &Value::Null), "{}", self.text);
        answer["result"].clone()
    }

    fn code(&self) -> i64 {
        serde_json::from_str::<Value>(&self.text).unwrap()["error"]["code"].as_i64().unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// A miner by hand.
struct Hand {
    url: String,
    user: Option<String>,
    runtime: tokio::runtime::Runtime,
    http: reqwest::Client,
}

impl Hand {
    fn new(pool: &Pool, user: Option<&str>) -> Self {
        Self {
            url: pool.rpc.clone().unwrap(),
            user: user.map(str::to_owned),
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
            http: reqwest::Client::builder().no_proxy().build().unwrap(),
        }
    }

    fn send(
        &self,
        change: impl FnOnce(&reqwest::Client, &str) -> reqwest::RequestBuilder,
    ) -> Answer {
        self.runtime.block_on(async {
            let mut request = change(&self.http, &self.url);
            if let Some(user) = &self.user {
                request = request.basic_auth(user, Some("x"));
            }
            let answer = request.send().await.unwrap();
            let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
            Answer { status, headers, text: answer.text().await.unwrap() }
        })
    }

    fn post(&self, body: impl Into<reqwest::Body>) -> Answer {
        self.send(|http, url| http.post(url).body(body))
    }

    fn call(&self, method: &str, params: &Value) -> Answer {
        self.post(json!({ "id": 1, "method": method, "params": params }).to_string())
    }

    fn work(&self) -> GetWork {
        GetWork::parse(&self.call("getwork", &json!([])).result()).unwrap()
    }
}

/// Nonces that make shares, or not even blocks, which every second hash is on regtest.
fn nonces(work: &GetWork, good: bool) -> impl Iterator<Item = u32> {
    let (mut header, target) = (work.header(), work.target());
    (0u32..).filter(move |nonce| {
        header[76..].copy_from_slice(&nonce.to_le_bytes());
        let digest: [u8; 32] = Sha256::digest(Sha256::digest(header)).into();
        let is_share = target.is_met_by(&HashValue::from_digest(digest, HashOrder::Bitcoin));
        if good { is_share } else { digest[31] >= 0x80 }
    })
}

/// So few zero bits that a test finds a share by hand.
const EASY: [&str; 2] = ["--difficulty", "0.0000001"];

#[test]
fn a_getwork_session_has_the_headers_of_old_pools() {
    let node = node();
    let pool = Pool::start(&node, &[&RPC[..], &EASY].concat());
    let hand = Hand::new(&pool, Some(&format!("{ONE}.rig")));
    let answer = hand.call("getwork", &json!([]));
    assert_eq!(answer.header("x-long-polling"), Some("/lp"));
    assert_eq!(answer.header("x-roll-ntime"), Some("expire=60"));
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let work = GetWork::parse(&answer.result()).unwrap();
    let bad = nonces(&work, false).next().unwrap();
    let refused = hand.call("getwork", &json!([work.submission(bad)]));
    assert_eq!(
        (refused.result(), refused.header("x-reject-reason")),
        (false.into(), Some("high-hash"))
    );
    let good = nonces(&work, true).next().unwrap();
    let taken = hand.call("getwork", &json!([work.submission(good)]));
    assert_eq!((taken.result(), taken.header("x-reject-reason")), (true.into(), None));
    let again = hand.call("getwork", &json!([work.submission(good)]));
    let reason = again.header("x-reject-reason").map(str::to_owned);
    // It was a block, too, and there may be work of the next already.
    let known = ["duplicate", "stale-work", "stale-prevblk"];
    assert!(again.result() == false && known.contains(&reason.as_deref().unwrap()), "{reason:?}");
    // Another's work is not one's own.
    let other = Hand::new(&pool, Some(OTHER));
    let theirs = other.call("getwork", &json!([work.submission(good)]));
    assert_eq!(theirs.result(), false);
    let status = pool.end();
    let accepted: Vec<_> =
        status.workers.iter().map(|worker| (&*worker.name, worker.tally.accepted)).collect();
    assert_eq!(accepted, [(OTHER, 0), (&*format!("{ONE}.rig"), 1)]);
}

#[test]
fn long_polls_are_answered_at_a_new_block() {
    let node = node();
    let pool = Pool::start(&node, &RPC);
    let hand = Hand::new(&pool, Some(ONE));
    let template = hand.call("getblocktemplate", &json!([{ "rules": ["segwit"] }])).result();
    let previous = template["previousblockhash"].clone();
    let (told, answers) = mpsc::channel();
    // Both ways to say it, and the template's.
    for way in 0..3 {
        let (hand, told) = (Hand::new(&pool, Some(ONE)), told.clone());
        let id = template["longpollid"].clone();
        std::thread::spawn(move || {
            let lp = |url: &str| format!("{url}/lp");
            let body = r#"{"id":7,"method":"getwork","params":[]}"#;
            let answer = match way {
                0 => hand.send(|http, url| http.get(lp(url))),
                1 => hand.send(|http, url| http.post(lp(url)).body(body)),
                _ => hand.call("getblocktemplate", &json!([{ "longpollid": id }])),
            };
            told.send((way, answer)).unwrap();
        });
    }
    // Those that came too late for one block hear of the next.
    let mut waits = vec![0, 1, 2];
    until("answers to all", || {
        node.call("generatetoaddress", json!([1, OTHER])).unwrap();
        for (way, answer) in answers.try_iter() {
            waits.retain(|other| *other != way);
            let result = answer.result();
            assert_eq!(result["submitold"], false, "{way}");
            if way == 2 {
                assert_ne!(result["previousblockhash"], previous);
            } else {
                let header = GetWork::parse(&result).unwrap().header();
                let mut parent: [u8; 32] = header[4..36].try_into().unwrap();
                parent.reverse();
                assert_ne!(json!(hex::encode(parent)), previous);
            }
        }
        waits.is_empty().then_some(())
    });
    drop(pool);
}

#[test]
fn requests_that_are_none_of_a_miner_are_told_so() {
    let node = node();
    let pool = Pool::start(&node, &RPC);
    let hand = Hand::new(&pool, Some(ONE));
    let work = r#"{"id":1,"method":"getwork","params":[]}"#;
    for (user, why) in [(None, "ADDRESS.NAME"), (Some("nobody"), "an address of this chain")] {
        let answer = Hand::new(&pool, user).post(work);
        assert!(answer.status == 401 && answer.text.contains(why), "{}", answer.text);
        assert!(answer.header("www-authenticate").is_some());
    }
    assert_eq!(hand.send(|http, url| http.get(url)).status, 405);
    assert_eq!(hand.send(|http, url| http.post(format!("{url}/x")).body(work)).status, 404);
    let page = hand.send(|http, url| http.post(url).header("origin", "http://x").body(work));
    assert_eq!(page.status, 403);
    let bodies: [(Vec<u8>, i64); 8] = [
        (b"".to_vec(), -32_700),
        (b"{".to_vec(), -32_700),
        (b"\xff\xfe{}".to_vec(), -32_700),
        ("[".repeat(60_000).into(), -32_700),
        (format!("{{\"params\":[{}0]}}", "0,".repeat(1_000_000)).into(), -32_700),
        (br#"[{"method":"getwork"}]"#.to_vec(), -32_600),
        (br#"{"method":"getwork","params":[{}]}"#.to_vec(), -3),
        (br#"{"method":"stop"}"#.to_vec(), -32_601),
    ];
    for (body, code) in bodies {
        let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
        let answer = hand.post(body);
        assert_eq!((answer.status, answer.code()), (200, code), "{shown}");
    }
    // A block that is none, and one that no block is as large as.
    let block = hand.call("submitblock", &json!(["00".repeat(4_000_000)]));
    assert_eq!(block.code(), -22);
    let unknown = hand.call("getblocktemplate", &json!([{ "capabilities": ["coinbasevalue"] }]));
    assert!(unknown.code() == -8 && unknown.text.contains("coinbasetxn"), "{}", unknown.text);
    let address = pool.rpc.as_ref().unwrap().strip_prefix("http://").unwrap();
    let raw = |text: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap();
        String::from_utf8_lossy(&answer[9..]).into_owned()
    };
    // A stranger's large body is not waited for, and neither is one that is too large for anybody.
    let head = "POST / HTTP/1.1\r\nHost: x\r\n";
    assert_eq!(raw(&format!("{head}Content-Length: 4000000\r\n\r\n")), "401");
    assert_eq!(raw(&format!("{head}Transfer-Encoding: chunked\r\n\r\n")), "401");
    assert_eq!(raw(&format!("{head}Content-Length: 9000000\r\n\r\n")), "413");
    assert_eq!(raw(&format!("{head}Content-Length: x\r\n\r\n")), "400");
    // After all that there is work as before.
    hand.work();
    assert_eq!(pool.end().total.accepted, 0);
}

#[test]
fn blocks_get_through_while_one_address_hogs() {
    let node = node();
    let pool = Pool::start(&node, &RPC);
    let address = pool.rpc.as_ref().unwrap().strip_prefix("http://").unwrap();
    let login = STANDARD.encode(format!("{ONE}:x"));
    let open = |rest: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        let head = format!("POST / HTTP/1.1\r\nHost: x\r\nAuthorization: Basic {login}\r\n{rest}");
        stream.write_all(head.as_bytes()).unwrap();
        stream
    };
    let part = "0".repeat(100_000);
    let hogs: Vec<_> =
        (0..16).map(|_| open(&format!("Content-Length: 4000000\r\n\r\n{part}"))).collect();
    // A short call in chunks has nothing to do with them.
    let call = r#"{"method":"getwork"}"#;
    let chunk = format!("{:x}\r\n{call}\r\n0\r\n\r\n", call.len());
    let mut short = open(&format!("Transfer-Encoding: chunked\r\n\r\n{chunk}"));
    let mut answer = [0; 12];
    short.read_exact(&mut answer).unwrap();
    assert_eq!(&answer[9..], b"200");
    let there = reqwest::Client::builder().no_proxy().local_address(IpAddr::from([127, 0, 0, 2]));
    let there = Hand { http: there.build().unwrap(), ..Hand::new(&pool, Some(OTHER)) };
    let block = json!(["00".repeat(1_000_000)]);
    assert_eq!(there.call("submitblock", &block).code(), -22);
    // Those of the same address wait for their turn.
    let here = Hand::new(&pool, Some(ONE));
    let waits = std::thread::spawn(move || here.call("submitblock", &block).code());
    drop(hogs);
    assert_eq!(waits.join().unwrap(), -22);
    drop(pool);
}

#[test]
fn who_sends_fakes_is_sent_away() {
    let node = node();
    let pool = Pool::start(&node, &RPC);
    let hand = Hand::new(&pool, Some(ONE));
    let work = hand.work();
    let (mut sent, mut bad) = (0, nonces(&work, false));
    until("a ban", || {
        sent += 1;
        let answer = hand.call("getwork", &json!([work.submission(bad.next().unwrap())]));
        if answer.status == 200 {
            assert_eq!(answer.result(), false);
            return None;
        }
        assert_eq!(answer.status, 403, "{}", answer.text);
        Some(())
    });
    assert!(sent >= 100, "{sent}");
    let status = pool.end();
    assert_eq!(status.total.accepted, 0);
    assert_eq!(status.total.rejected.values().sum::<u64>(), sent - 1);
}
