//! The OpenAPI document says what the node's REST API does: the same paths, the same methods, answers
//! of the shape that it promises.

use std::collections::BTreeSet;
use std::time::Duration;

use quarry_service::Handle;
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

use crate::chain_node::{ChainNode, anyone};

struct Api {
    handle: Handle,
    node: ChainNode,
    url: String,
    document: Value,
}

impl Api {
    async fn start() -> Self {
        let (handle, node) = ChainNode::serving().await;
        let url = format!("http://{}", handle.addresses["node"]);
        let answer = reqwest::get(format!("{url}/v1/openapi.json")).await.unwrap();
        assert_eq!(answer.headers()["content-type"], "application/json");
        let document = answer.json().await.unwrap();
        Self { handle, node, url, document }
    }

    async fn end(self) {
        self.handle.shutdown(Duration::from_secs(10)).await.unwrap();
    }

    /// Sends a request to a documented path and compares the answer with what is promised.
    async fn check(&self, path: &str, put: &str, body: Option<Value>) -> Value {
        let (template, _) = path.split_once('?').unwrap_or((path, ""));
        let operation = &self.document["paths"][template];
        let method = if body.is_some() { "post" } else { "get" };
        let schema = |status: &str| {
            &operation[method]["responses"][status]["content"]["application/json"]["schema"]
        };
        let url = format!("{}{}", self.url, filled(path, put));
        let request = match &body {
            Some(body) => Client::new().post(&url).json(body),
            None => Client::new().get(&url),
        };
        if let Some(body) = &body {
            let wanted = &operation["post"]["requestBody"]["content"]["application/json"]["schema"];
            self.fits(body, wanted, "request");
        }
        let answer = request.send().await.unwrap();
        let status = if answer.status() == StatusCode::OK { "200" } else { "default" };
        let value: Value = answer.json().await.unwrap();
        self.fits(&value, schema(status), path);
        value
    }

    /// As much of JSON Schema as the document uses.
    fn fits(&self, value: &Value, schema: &Value, place: &str) {
        assert!(schema.is_object(), "{place}: no schema");
        if let Some(name) = schema["$ref"].as_str() {
            let place = format!("{place} {name}");
            let schema = self.document.pointer(name.trim_start_matches('#'));
            return self.fits(value, schema.expect("a schema by that name"), &place);
        }
        if let Some(all) = schema["oneOf"].as_array() {
            let schema = if value.is_null() { &all[1] } else { &all[0] };
            return self.fits(value, schema, place);
        }
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let allowed = &schema["type"];
        let fits = allowed == kind || allowed.as_array().is_some_and(|a| a.contains(&kind.into()));
        assert!(fits, "{place}: {value} is no {allowed}");
        if let Some(names) = schema["enum"].as_array() {
            assert!(names.contains(value), "{place}: {value}");
        }
        for (n, item) in value.as_array().into_iter().flatten().enumerate() {
            self.fits(item, &schema["items"], &format!("{place}[{n}]"));
        }
        if let (Some(members), Some(_)) = (value.as_object(), schema.get("properties")) {
            for required in schema["required"].as_array().unwrap() {
                assert!(members.contains_key(required.as_str().unwrap()), "{place}: no {required}");
            }
            for (name, member) in members {
                self.fits(member, &schema["properties"][name], &format!("{place}.{name}"));
            }
        }
    }
}

/// A path with something in the place of its variable part.
fn filled(path: &str, put: &str) -> String {
    match (path.find('{'), path.find('}')) {
        (Some(open), Some(close)) => format!("{}{put}{}", &path[..open], &path[close + 1..]),
        _ => path.to_owned(),
    }
}

#[tokio::test]
async fn every_path_and_method_is_documented_and_there() {
    let api = Api::start().await;
    let documented = api.document["paths"].as_object().unwrap();
    let mut routed: BTreeSet<&str> = quarry_node::paths().into_iter().collect();
    // The listener adds it.
    routed.insert("/v1/events");
    assert_eq!(documented.keys().map(String::as_str).collect::<BTreeSet<_>>(), routed);
    for (path, operations) in documented {
        let url = format!("{}{}", api.url, filled(path, "x"));
        let request = Client::new().request(Method::PATCH, url).json(&json!({}));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
        let allowed = answer.headers()["allow"].to_str().unwrap().to_lowercase();
        let allowed: BTreeSet<&str> = allowed.split(',').filter(|name| *name != "head").collect();
        let methods = operations.as_object().unwrap().keys().map(String::as_str);
        assert_eq!(methods.collect::<BTreeSet<_>>(), allowed, "{path}");
        let in_path = operations["get"]["parameters"].as_array().into_iter().flatten();
        let names = in_path.filter(|p| p["in"] == "path").map(|p| p["name"].as_str().unwrap());
        for name in names.clone() {
            assert!(path.contains(&format!("{{{name}}}")), "{path}: {name}");
        }
        assert_eq!(names.count(), path.matches('{').count(), "{path}");
    }
    api.end().await;
}

#[tokio::test]
async fn answers_have_the_shape_that_is_promised() {
    let api = Api::start().await;
    api.node.mine(101);
    let tx = api.node.spend_coinbase(1, 1000);
    let hex = quarry_primitives::consensus::encode::serialize_hex(&tx);
    assert_eq!(api.check("/v1/chain", "", None).await["height"], 101);
    let sent = api.check("/v1/transactions", "", Some(json!({"hex": hex}))).await;
    assert_eq!(sent["txid"], tx.compute_txid().to_string());
    let waiting = api.check("/v1/mempool", "", None).await;
    assert_eq!(waiting["count"], 1);
    api.check("/v1/transactions/{txid}", &tx.compute_txid().to_string(), None).await;
    api.node.mine(1);
    assert_eq!(api.check("/v1/blocks?limit=3&before=50", "", None).await[0]["height"], 49);
    assert_eq!(api.check("/v1/blocks/{id}", "102", None).await["confirmations"], 1);
    assert_eq!(api.check("/v1/blocks/{id}", "103", None).await["error"]["code"], "unknown_block");
    let address =
        quarry_primitives::Address::from_script(&anyone(), quarry_primitives::Network::Regtest);
    let view = api.check("/v1/addresses/{address}", &address.unwrap().to_string(), None).await;
    assert!(!view["coins"].as_array().unwrap().is_empty());
    api.end().await;
}

#[tokio::test]
async fn scripts_are_traced() {
    let api = Api::start().await;
    let body = json!({"script_sig": "2 3", "script_pubkey": "ADD 5 EQUAL"});
    let trace = api.check("/v1/script/trace", "", Some(body)).await;
    assert_eq!((&trace["valid"], trace["steps"].as_array().unwrap().len()), (&json!(true), 5));
    let body = json!({"script_sig": "2", "script_pubkey": "3 EQUAL"});
    let trace = api.check("/v1/script/trace", "", Some(body)).await;
    assert_eq!(trace["error"]["name"], "EVAL_FALSE");
    let body = json!({"tx": "00"});
    let refused = api.check("/v1/script/trace", "", Some(body)).await;
    assert_eq!(refused["error"]["code"], "bad_request");
    // One item of 520 bytes more on each of 181 steps: in all more than is shown.
    let push = format!("0x4d0802{}", "07".repeat(520));
    let script = format!("{push} {}1", "DUP ".repeat(180));
    let trace = api.check("/v1/script/trace", "", Some(json!({"script_pubkey": script}))).await;
    assert_eq!(trace["is_cut"], true);
    api.end().await;
}
