//! A JSON-RPC server that answers as a test says, and a miner for it.
//!
//! Does not check what a node would check, but for what a test looks at itself.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use quarry_api::miner::MinerStatus;
use quarry_miner::{Miner, MinerConfig, MinerDeps, Payout, UpstreamConfig, UpstreamUrl, start};
use quarry_pow::{Engine, EngineConfig};
use quarry_service::{Clock, EventHub, Handle};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// Pays to it.
pub(crate) const PAYOUT: &str = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
/// Another one.
pub(crate) const OTHER_PAYOUT: &str =
    "bcrt1qft5p2uhsdcdc3l2ua4ap5qqfg4pjaqlp250x7us7a8qqhrxrxfsqseac85";
/// nBits that every second hash meets, and that none will.
pub(crate) const EASY: &str = "207fffff";
pub(crate) const HARD: &str = "17034219";
/// How long anything may take, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is answered.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Result(Value),
    Error(i64, &'static str),
    Status(u16),
    Raw(String),
    /// A body without end.
    Endless,
    Never,
    /// Asked again once the upstream is woken.
    Later,
}

type Answer = dyn Fn(&str, &Value) -> Reply + Send + Sync;

/// A server; it ends when dropped.
pub(crate) struct Upstream {
    pub(crate) address: SocketAddr,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

struct Shared {
    answer: Mutex<Arc<Answer>>,
    wake: Notify,
}

impl Upstream {
    pub(crate) async fn start(
        answer: impl Fn(&str, &Value) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let answer: Mutex<Arc<Answer>> = Mutex::new(Arc::new(answer));
        let shared = Arc::new(Shared { answer, wake: Notify::new() });
        let router = Router::new().route("/", post(serve)).route("/lp", post(serve_poll));
        let router = router.with_state(Arc::clone(&shared));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, shared, server }
    }

    /// Answers another way from now on.
    pub(crate) fn answer(&self, answer: impl Fn(&str, &Value) -> Reply + Send + Sync + 'static) {
        *self.shared.answer.lock().unwrap() = Arc::new(answer);
    }

    /// Whoever was told to wait is answered now.
    pub(crate) fn wake(&self) {
        self.shared.wake.notify_waiters();
    }

    pub(crate) fn config(&self) -> UpstreamConfig {
        UpstreamConfig::new(UpstreamUrl::parse(&format!("u:p@{}", self.address)).unwrap())
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(State(shared): State<Arc<Shared>>, body: String) -> Response {
    let request: Value = serde_json::from_str(&body).unwrap();
    let method = request["method"].as_str().unwrap().to_owned();
    let mut response = answered(&shared, &method, &request).await;
    if method == "getwork" {
        response.headers_mut().insert("x-long-polling", HeaderValue::from_static("/lp"));
    }
    response
}

/// A long poll of getwork: method `longpoll` to the test.
async fn serve_poll(State(shared): State<Arc<Shared>>, body: String) -> Response {
    let request: Value = serde_json::from_str(&body).unwrap();
    answered(&shared, "longpoll", &request).await
}

async fn answered(shared: &Shared, method: &str, request: &Value) -> Response {
    let reply = loop {
        let woken = shared.wake.notified();
        let answer = Arc::clone(&shared.answer.lock().unwrap());
        match answer(method, &request["params"]) {
            Reply::Later => woken.await,
            reply => break reply,
        }
    };
    match reply {
        Reply::Result(result) => {
            json!({ "result": result, "error": null }).to_string().into_response()
        }
        Reply::Error(code, message) => {
            let body = json!({ "result": null, "error": { "code": code, "message": message } });
            (StatusCode::INTERNAL_SERVER_ERROR, body.to_string()).into_response()
        }
        Reply::Status(status) => StatusCode::from_u16(status).unwrap().into_response(),
        Reply::Raw(text) => text.into_response(),
        Reply::Endless => {
            let part = "[".repeat(1 << 20);
            let parts = endless(part);
            Body::from_stream(parts).into_response()
        }
        Reply::Never | Reply::Later => std::future::pending().await,
    }
}

/// The same part again and again.
fn endless(part: String) -> impl futures_util::Stream<Item = Result<String, std::io::Error>> {
    futures_util::stream::repeat_with(move || Ok(part.clone()))
}

/// A template on a block whose hash has this byte everywhere.
pub(crate) fn template(previous: u8, height: u32, bits: &str) -> Value {
    json!({
        "version": 0x2000_0000, "rules": ["csv", "!segwit"], "vbavailable": {},
        "previousblockhash": hex::encode([previous; 32]), "transactions": [],
        "coinbaseaux": {}, "coinbasevalue": 5_000_000_000u64, "mutable": ["time"],
        "curtime": 1_700_000_000, "mintime": 1_600_000_000, "bits": bits, "height": height,
        "longpollid": format!("{previous}"),
        "default_witness_commitment": format!("6a24aa21a9ed{}", "00".repeat(32)),
    })
}

/// Quick to give up and quick to come back.
pub(crate) fn config(upstreams: &[&Upstream]) -> MinerConfig {
    MinerConfig {
        upstreams: upstreams.iter().map(|upstream| upstream.config().into()).collect(),
        payout: Some(Payout::parse(PAYOUT).unwrap()),
        retry_pause: Duration::from_millis(10),
        ..MinerConfig::default()
    }
}

/// A miner on one thread, and what ends it.
pub(crate) struct Running {
    pub(crate) miner: Miner,
    handle: Handle,
    engine: Engine,
}

impl Running {
    pub(crate) fn start(config: MinerConfig) -> Self {
        let threads = std::num::NonZeroUsize::new(1);
        let engine = Engine::start(EngineConfig { threads, ..EngineConfig::default() }).unwrap();
        let deps =
            MinerDeps { engine: engine.clone(), clock: Clock::system(), events: EventHub::new(1) };
        let (miner, handle) = start(config, deps).unwrap();
        Self { miner, handle, engine }
    }

    /// Waits until the status is as wanted.
    pub(crate) async fn until(
        &self,
        what: &str,
        check: impl Fn(&MinerStatus) -> bool,
    ) -> MinerStatus {
        let mut watch = self.miner.watch();
        let seen = tokio::time::timeout(PATIENCE, watch.wait_for(|status| check(status))).await;
        match seen {
            Ok(Ok(status)) => MinerStatus::clone(&status),
            _ => panic!("not within {PATIENCE:?}: {what}\n{:#?}", self.miner.status()),
        }
    }

    pub(crate) async fn end(self) {
        self.handle.shutdown(PATIENCE).await.unwrap();
        self.engine.shutdown();
    }
}
