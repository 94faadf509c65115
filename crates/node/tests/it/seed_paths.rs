//! The tutorial chain's paths on a compat listener: what each does, and whom it does not answer.

use std::time::Duration;

use quarry_primitives::{BitcoinAmount, consensus::encode::serialize_hex};
use quarry_service::{EventHub, Handle, Scope};
use quarry_web::AllowedHosts;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

use crate::chain_node::{ChainNode, anyone, work};

struct Seed {
    node: ChainNode,
    handle: Handle,
    url: String,
}

impl Seed {
    async fn start() -> Self {
        let node = ChainNode::new();
        node.mine(101);
        let listener = quarry_web::bind("127.0.0.1:0".parse().unwrap(), false).await.unwrap();
        let address = listener.local_addr().unwrap();
        let api = quarry_node::seed_router(node.clone());
        let router = quarry_web::compat_router(AllowedHosts::loopback(address.port()), api);
        let scope = Scope::new();
        quarry_web::serve(listener, router, &scope);
        let handle = Handle::new("compat", EventHub::new(1), scope);
        Self { node, handle, url: format!("http://{address}") }
    }

    fn get(&self, path: &str) -> RequestBuilder {
        Client::new().get(format!("{}{path}", self.url))
    }

    fn post(&self, path: &str, body: impl Into<reqwest::Body>) -> RequestBuilder {
        Client::new().post(format!("{}{path}", self.url)).body(body)
    }

    async fn stop(self) {
        self.handle.shutdown(Duration::from_secs(10)).await.unwrap();
    }
}

async fn sent(request: RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn transactions_and_blocks_come_in_as_json_and_as_forms() {
    let seed = Seed::start().await;
    let tx = seed.node.spend_coinbase(1, 1000);
    let body = json!({"transaction": serialize_hex(&tx)}).to_string();
    assert_eq!(sent(seed.post("/transactions", body)).await.0, 200);
    let path = format!("/transactions/{}", tx.compute_txid());
    assert_eq!(sent(seed.get(&path)).await.1["confirmations"], 0);

    let block = work(seed.node.template(), true);
    let form = format!("x=1&block={}", serialize_hex(&block));
    assert_eq!(sent(seed.post("/block", form)).await.0, 200);
    assert_eq!(sent(seed.get(&path)).await.1["confirmations"], 1);
    let (_, chain) = sent(seed.get("/block")).await;
    assert_eq!(chain.as_array().unwrap().len(), 103);
    assert_eq!(chain[0]["hash"], block.block_hash().to_string());
    assert_eq!(chain[0]["header"]["previous_block_hash"], chain[1]["hash"]);
    assert_eq!(chain[0]["transactions"][1], tx.compute_txid().to_string());
    seed.stop().await;
}

#[tokio::test]
async fn what_is_wrong_is_refused_in_words() {
    let seed = Seed::start().await;
    let mut tx = seed.node.spend_coinbase(1, 0);
    tx.output[0].value += BitcoinAmount::ONE_SAT;
    let no_work = work(seed.node.template(), false);
    let cases = [
        (
            "/transactions",
            format!("transaction={}", serialize_hex(&tx)),
            422,
            "bad-txns-in-belowout",
        ),
        ("/block", format!("block={}", serialize_hex(&no_work)), 422, "high-hash"),
        ("/block", "block=00".to_owned(), 400, "bad_request"),
        ("/block", "{}".to_owned(), 400, "bad_request"),
        ("/new_node_advertisement", "hostname=127.0.0.1:1".to_owned(), 503, "unavailable"),
    ];
    for (path, body, status, code) in cases {
        let (got, answer) = sent(seed.post(path, body)).await;
        assert_eq!((got, answer["error"]["code"].as_str()), (status, Some(code)), "{path}");
    }
    for (path, status) in [("/transactions/x", 400), ("/utxo/x", 400), ("/nothing", 404)] {
        assert_eq!(sent(seed.get(path)).await.0, status, "{path}");
    }
    let none = format!("/transactions/{}", "11".repeat(32));
    assert_eq!(sent(seed.get(&none)).await.0, 404);
    seed.stop().await;
}

/// The tutorial's own listed spent outputs too.
#[tokio::test]
async fn unspent_outputs_are_unspent() {
    let seed = Seed::start().await;
    let network = quarry_primitives::Network::Regtest;
    let address = quarry_primitives::Address::from_script(&anyone(), network).unwrap();
    let listed = async || {
        let (_, list) = sent(seed.get(&format!("/utxo/{address}"))).await;
        let list = list.as_array().unwrap().clone();
        let spendable = list.iter().filter(|coin| coin["spendable"] == true).count();
        (list.len(), spendable)
    };
    assert_eq!(listed().await, (101, 2), "blocks 1 and 2 are mature in the next block");
    let tx = seed.node.spend_coinbase(1, 1000);
    seed.node.accept_tx(tx.clone()).unwrap();
    assert_eq!(listed().await, (101, 1));
    seed.node.mine(1);
    assert_eq!(listed().await, (102, 3), "one gone, two new, one of them not mined");
    let (status, list) = sent(seed.get(&format!("/utxo/{}", "07".repeat(20)))).await;
    assert_eq!((status, list), (200, json!([])));
    seed.stop().await;
}

/// Anybody may ask for it, so it takes nothing away.
#[tokio::test]
async fn a_restart_keeps_the_chain() {
    let seed = Seed::start().await;
    let tip = *seed.node.tip().borrow();
    assert_eq!(sent(seed.post("/restart", "")).await.0, 200);
    assert_eq!(*seed.node.tip().borrow(), tip);
    seed.stop().await;
}

#[tokio::test]
async fn browsers_and_other_names_are_not_answered() {
    let seed = Seed::start().await;
    for (name, value, status) in [
        ("origin", seed.url.as_str(), 403),
        ("referer", "http://example.com/", 403),
        ("sec-fetch-site", "none", 403),
        ("sec-fetch-mode", "navigate", 403),
        ("host", "evil.example", 421),
        ("x-other", "1", 200),
    ] {
        assert_eq!(sent(seed.get("/block").header(name, value)).await.0, status, "{name}");
    }
    seed.stop().await;
}
