//! `quarry cli` against a small RPC server: what it asks, what it prints, how it ends.

use std::io::Write as _;
use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::routing::post;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Ran, binary};

/// `__cookie__:secret` and `me:pass`, as HTTP has them.
const CREDENTIALS: [&str; 2] = ["Basic X19jb29raWVfXzpzZWNyZXQ=", "Basic bWU6cGFzcw=="];

/// What the server saw.
#[derive(Default)]
struct Seen {
    requests: Mutex<Vec<(String, Value)>>,
    calls: AtomicUsize,
}

/// A server, and a data directory with its cookie.
struct Server {
    // Holds what runs the server.
    _runtime: tokio::runtime::Runtime,
    address: SocketAddr,
    place: TempDir,
    seen: Arc<Seen>,
}

impl Server {
    fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let seen = Arc::new(Seen::default());
        let router = Router::new().fallback(post(answer)).with_state(Arc::clone(&seen));
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(async move { axum::serve(listener, router).await.unwrap() });
        let place = tempfile::tempdir().unwrap();
        std::fs::create_dir(place.path().join("regtest")).unwrap();
        std::fs::write(place.path().join("regtest/.cookie"), "__cookie__:secret").unwrap();
        let config = format!("regtest=1\n[regtest]\nrpcport={}\n", address.port());
        std::fs::write(place.path().join("bitcoin.conf"), config).unwrap();
        Self { _runtime: runtime, address, place, seen }
    }

    fn run(&self, typed: &[&str]) -> Ran {
        self.run_with(typed, "")
    }

    fn run_with(&self, typed: &[&str], stdin: &str) -> Ran {
        let datadir = format!("-datadir={}", self.place.path().display());
        let mut child = binary()
            .args(["cli", &datadir])
            .args(typed)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(stdin.as_bytes()).unwrap();
        child.wait_with_output().unwrap().into()
    }

    fn last(&self) -> (String, Value) {
        self.seen.requests.lock().unwrap().last().cloned().unwrap()
    }
}

async fn answer(
    State(seen): State<Arc<Seen>>,
    uri: Uri,
    headers: HeaderMap,
    body: String,
) -> (StatusCode, String) {
    let given = headers.get("authorization").and_then(|value| value.to_str().ok());
    if !given.is_some_and(|given| CREDENTIALS.contains(&given)) {
        return (StatusCode::UNAUTHORIZED, String::new());
    }
    let request: Value = serde_json::from_str(&body).unwrap();
    seen.requests.lock().unwrap().push((uri.path().to_owned(), request.clone()));
    let ok = |result: &str| (StatusCode::OK, format!("{{\"result\":{result},\"id\":\"1\"}}"));
    let error = |code: i64| {
        let text = format!("{{\"error\":{{\"code\":{code},\"message\":\"no\"}},\"id\":\"1\"}}");
        (StatusCode::INTERNAL_SERVER_ERROR, text)
    };
    if request.is_array() {
        let replies = json!([
            {"id": 1, "result": {"chain": "regtest", "blocks": 3, "headers": 4,
                                 "verificationprogress": 1, "difficulty": 2}},
            {"id": 0, "result": {"version": 300_000, "connections": 1, "connections_in": 1,
                                 "connections_out": 0, "timeoffset": 0, "relayfee": 1,
                                 "networks": [], "warnings": []}},
        ]);
        return (StatusCode::OK, replies.to_string());
    }
    match request["method"].as_str().unwrap() {
        "getbestblockhash" => ok("\"00ff\""),
        "getblockcount" => ok("7"),
        "echo" => ok(&request["params"].to_string()),
        "getmempoolinfo" => ok("{\"z\":0.00010000,\"a\":[],\"b\":{\"c\":1}}"),
        "stop" => ok("null"),
        "uptime" if seen.calls.fetch_add(1, Ordering::Relaxed) == 0 => error(-28),
        "uptime" => ok("1"),
        "busy" => (StatusCode::SERVICE_UNAVAILABLE, "Work queue depth exceeded".to_owned()),
        "odd" => (StatusCode::OK, "<html>".to_owned()),
        _ => error(-8),
    }
}

#[test]
fn results_are_printed_as_bitcoin_cli_prints_them() {
    let server = Server::start();
    let info = "{\n  \"z\": 0.00010000,\n  \"a\": [\n  ],\n  \"b\": {\n    \"c\": 1\n  }\n}\n";
    let cases: [(&[&str], &str); 5] = [
        (&["getbestblockhash"], "00ff\n"),
        (&["getblockcount"], "7\n"),
        (&["getmempoolinfo"], info),
        (&["stop"], ""),
        (&["echo", "1", "a b"], "[\n  \"1\",\n  \"a b\"\n]\n"),
    ];
    for (typed, printed) in cases {
        let ran = server.run(typed);
        let seen = (ran.code, ran.stdout.as_str(), ran.stderr.as_str());
        assert_eq!(seen, (Some(0), printed, ""), "{typed:?}");
    }
}

#[test]
fn requests_are_what_was_typed() {
    let server = Server::start();
    server.run(&["-rpcid=x", "getblock", "00", "2"]);
    let request = json!({"jsonrpc": "2.0", "method": "getblock", "params": ["00", 2], "id": "x"});
    assert_eq!(server.last(), ("/".to_owned(), request));
    server.run(&["-named", "-rpcwallet=a b", "getblock", "00", "verbosity=1"]);
    let (path, request) = server.last();
    assert_eq!(path, "/wallet/a%20b");
    assert_eq!(request["params"], json!({"verbosity": 1, "args": ["00"]}));
    server.run_with(&["-rpcuser=me", "-stdinrpcpass", "-stdin", "echo", "a"], "pass\nb\nc");
    assert_eq!(server.last().1["params"], json!(["a", "b", "c"]));
}

#[test]
fn errors_end_with_their_code() {
    let server = Server::start();
    let ran = server.run(&["nosuch"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(8), ""));
    assert_eq!(ran.stderr, "error code: -8\nerror message:\nno\n");
    let here = format!("-rpcconnect={}", server.address);
    let cases: [(&[&str], &str); 9] = [
        (&["busy"], "error: Server response: Work queue depth exceeded"),
        (&["odd"], "error: couldn't parse reply from server"),
        (&["getblock", "00", "x"], "error: Error parsing JSON: x"),
        (&[&here], "error: too few parameters (need at least command)"),
        (&["-rpcport=0", "stop"], "error: Invalid port provided in -rpcport: 0"),
        (&["-getinfo", "-netinfo"], "error: Only one of -getinfo, -netinfo may be specified."),
        (
            &["-rpcpassword=x", "stop"],
            "error: Authorization failed: Incorrect rpcuser or rpcpassword",
        ),
        (
            &["-rpccookiefile=none", "stop"],
            "error: Could not locate RPC credentials. No authentication cookie",
        ),
        (&["-foo", "stop"], "Error parsing command line arguments: Invalid parameter -foo"),
    ];
    for (typed, text) in cases {
        let ran = server.run(typed);
        assert_eq!(ran.code, Some(1), "{typed:?}: {ran:#?}");
        assert!(ran.stderr.contains(text), "{typed:?}: {ran:#?}");
    }
}

#[test]
fn a_server_that_is_not_there_or_not_ready_is_waited_for() {
    let server = Server::start();
    // A port that was free a moment ago; nobody else on this machine is asked for a chain.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let port = format!("-rpcport={free}");
    let ran = server.run(&[&port, "stop"]);
    assert_eq!(ran.code, Some(1));
    let text = format!("error: Could not connect to the server 127.0.0.1:{free} (");
    assert!(ran.stderr.starts_with(&text), "{ran:#?}");
    let ran = server.run(&[&port, "-rpcwait", "-rpcwaittimeout=1", "stop"]);
    assert!(ran.stderr.starts_with("error: timeout on transient error: Could not"), "{ran:#?}");
    let ran = server.run(&["-rpcwait", "uptime"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "1\n"), "{ran:#?}");
}

#[test]
fn getinfo_sums_up() {
    let server = Server::start();
    let ran = server.run(&["-getinfo"]);
    let text = "Chain: regtest\nBlocks: 3\nHeaders: 4\nVerification progress: 100.0000%\n\
                Difficulty: 2\n\nNetwork: in 1, out 0, total 1\nVersion: 300000\n\
                Time offset (s): 0\nProxies: n/a\nMin tx relay fee rate (BTC/kvB): 1\n\n\
                Warnings: (none)\n";
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), text), "{ran:#?}");
    let ran = server.run(&["-color=always", "-getinfo"]);
    assert!(ran.stdout.starts_with("\x1b[34mChain: regtest\x1b[0m\n"), "{ran:#?}");
    let ran = server.run(&["-getinfo", "x"]);
    assert_eq!(ran.stderr, "error: -getinfo takes no arguments\n");
}
