//! A running RPC server, and calls to it as a client makes them.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use quarry_node::Node;
use quarry_node::rpc::{
    self, CookieConfig, FoundCoin, IndexStatus, LogCategories, RpcConfig, RpcDeps, RpcServer,
};
use quarry_primitives::{Network, OutPoint};
use quarry_service::{Clock, EventHub, Handle};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

pub(crate) const USER: &str = "alice";
pub(crate) const PASSWORD: &str = "a:b c";

/// What the methods did to the process.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) stopped: bool,
    pub(crate) mock_time: Option<Option<u64>>,
    pub(crate) log: Vec<&'static str>,
    pub(crate) coins: Vec<(OutPoint, FoundCoin)>,
}

pub(crate) struct Fixture {
    pub(crate) rpc: RpcServer,
    pub(crate) handle: Handle,
    pub(crate) seen: Arc<Mutex<Seen>>,
    client: Client,
    url: String,
}

pub(crate) fn config() -> RpcConfig {
    RpcConfig {
        listen: vec!["127.0.0.1:0".parse().unwrap()],
        password: Some((USER.to_owned(), PASSWORD.to_owned())),
        ..RpcConfig::default()
    }
}

pub(crate) fn with_cookie(path: &Path) -> RpcConfig {
    let cookie = CookieConfig { path: path.to_owned(), mode: 0o600 };
    RpcConfig { password: None, cookie: Some(cookie), ..config() }
}

fn deps(seen: &Arc<Mutex<Seen>>, network: Network) -> RpcDeps {
    let (log, stop, time, coins) = (seen.clone(), seen.clone(), seen.clone(), seen.clone());
    RpcDeps {
        network,
        clock: Clock::system(),
        events: EventHub::new(1),
        stop: Arc::new(move || stop.lock().unwrap().stopped = true),
        set_mock_time: Some(Arc::new(move |t| time.lock().unwrap().mock_time = Some(t))),
        log: LogCategories::new(move |on| log.lock().unwrap().log = on.to_vec()),
        log_path: "debug.log".into(),
        mempool_path: "mempool.dat".into(),
        node: Arc::default(),
        coinbase: None,
        coins: Arc::new(move |wanted| {
            let coins = &coins.lock().unwrap().coins;
            let find = |o: &OutPoint| coins.iter().find(|(at, _)| at == o).map(|(_, c)| c.clone());
            wanted.iter().map(find).collect()
        }),
        indexes: Arc::new(|| {
            vec![IndexStatus { name: "txindex".into(), synced: true, best_block_height: 7 }]
        }),
    }
}

impl Fixture {
    pub(crate) async fn start(config: RpcConfig) -> Self {
        Self::start_on(config, Network::Regtest).await
    }

    pub(crate) async fn start_on(config: RpcConfig, network: Network) -> Self {
        let seen = Arc::<Mutex<Seen>>::default();
        let deps = deps(&seen, network);
        Self::start_with(config, deps, seen).await
    }

    /// Calls go to a node, on its clock; its mempool is kept at this path.
    pub(crate) async fn of_node(node: &Node, mempool_path: &Path) -> Self {
        let seen = Arc::<Mutex<Seen>>::default();
        let mut deps = deps(&seen, Network::Regtest);
        deps.clock = node.clock().clone();
        deps.node.set(node.clone()).unwrap();
        deps.mempool_path = mempool_path.to_owned();
        let (clock, coins) = (deps.clock.clone(), node.clone());
        deps.set_mock_time = Some(Arc::new(move |secs| clock.set_mock_secs(secs)));
        deps.coins = Arc::new(move |wanted| coins.find_coins(wanted));
        Self::start_with(config(), deps, seen).await
    }

    /// One whose methods and REST paths find a node.
    pub(crate) async fn with_node(config: RpcConfig, node: Node) -> Self {
        let seen = Arc::<Mutex<Seen>>::default();
        let deps = deps(&seen, Network::Regtest);
        deps.node.set(node).unwrap();
        Self::start_with(config, deps, seen).await
    }

    async fn start_with(config: RpcConfig, deps: RpcDeps, seen: Arc<Mutex<Seen>>) -> Self {
        let (handle, rpc) = rpc::start(config, deps).await.unwrap();
        rpc.ready();
        let url = format!("http://{}/", rpc.addresses[0]);
        Self { rpc, handle, seen, client: Client::new(), url }
    }

    pub(crate) async fn default() -> Self {
        Self::start(config()).await
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    /// A request of the user, with any body.
    pub(crate) async fn post(&self, body: impl Into<String>) -> (StatusCode, String) {
        self.post_as(USER, PASSWORD, body).await
    }

    pub(crate) async fn post_as(
        &self,
        user: &str,
        password: &str,
        body: impl Into<String>,
    ) -> (StatusCode, String) {
        let request = self.request(Method::POST, "").basic_auth(user, Some(password));
        let answer = request.body(body.into()).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    /// The result of a method, or its error.
    pub(crate) async fn call(&self, method: &str, params: Value) -> Result<Value, (i64, String)> {
        let request = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
        let (status, text) = self.post(request.to_string()).await;
        assert_eq!(status, StatusCode::OK, "{text}");
        let mut reply: Value = serde_json::from_str(&text).unwrap();
        match reply.get("error") {
            None => Ok(reply["result"].take()),
            Some(error) => {
                let message = error["message"].as_str().unwrap().to_owned();
                Err((error["code"].as_i64().unwrap(), message))
            }
        }
    }

    pub(crate) async fn fails(&self, method: &str, params: Value) -> (i64, String) {
        self.call(method, params).await.unwrap_err()
    }

    pub(crate) async fn shutdown(self) {
        self.handle.shutdown(Duration::from_secs(10)).await.unwrap();
    }
}
