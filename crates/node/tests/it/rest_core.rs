//! Bitcoin Core's REST interface over real HTTP: forms, contents, error texts and statuses.

use quarry_node::rpc::RpcConfig;
use quarry_primitives::{Block, Hash, Transaction, TxOut, consensus};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::chain_node::ChainNode;
use crate::fixture::{Fixture, config};

struct Rest {
    http: Fixture,
    node: ChainNode,
    /// Spends the coinbase of block 1 in block 102.
    mined: Transaction,
    /// Spends the output of that, and waits.
    waiting: Transaction,
}

impl Rest {
    async fn start() -> Self {
        let node = ChainNode::new();
        node.mine(101);
        let mined = node.spend_coinbase(1, 1000);
        node.accept_tx(mined.clone()).unwrap();
        node.mine(1);
        let from = quarry_primitives::OutPoint::new(mined.compute_txid(), 0);
        let waiting = crate::chain_node::spend(from, mined.output[0].value, 1000);
        node.accept_tx(waiting.clone()).unwrap();
        let http = Fixture::with_node(RpcConfig { rest: true, ..config() }, node.clone()).await;
        Self { http, node, mined, waiting }
    }

    async fn send(&self, path: &str, body: Vec<u8>) -> (u16, String, Vec<u8>) {
        let method = if body.is_empty() { Method::GET } else { Method::POST };
        let request = self.http.request(method, &format!("rest/{path}")).body(body);
        let answer = request.send().await.unwrap();
        let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
        (answer.status().as_u16(), kind, answer.bytes().await.unwrap().to_vec())
    }

    async fn bytes(&self, path: &str) -> Vec<u8> {
        let (status, kind, bytes) = self.send(path, vec![]).await;
        assert_eq!((status, kind.as_str()), (200, "application/octet-stream"), "{path}");
        bytes
    }

    /// The bytes of a path, which are the same in hex.
    async fn both(&self, path: &str, query: &str) -> Vec<u8> {
        let bytes = self.bytes(&format!("{path}.bin{query}")).await;
        let (status, kind, text) = self.send(&format!("{path}.hex{query}"), vec![]).await;
        assert_eq!((status, kind.as_str()), (200, "text/plain"), "{path}");
        assert_eq!(String::from_utf8(text).unwrap(), hex::encode(&bytes) + "\n");
        bytes
    }

    async fn json(&self, path: &str) -> Value {
        let (status, kind, text) = self.send(path, vec![]).await;
        let shown = String::from_utf8_lossy(&text).into_owned();
        assert_eq!((status, kind.as_str()), (200, "application/json"), "{path}: {shown}");
        assert!(shown.ends_with('\n'));
        serde_json::from_slice(&text).unwrap()
    }

    async fn refused(&self, path: &str, status: u16, text: &str) {
        let (got, kind, body) = self.send(path, vec![]).await;
        let body = String::from_utf8(body).unwrap();
        let want = (status, "text/plain", format!("{text}\r\n"));
        assert_eq!((got, kind.as_str(), body), want, "{path}");
    }

    async fn end(self) {
        self.http.shutdown().await;
    }
}

const NO_FORMAT: &str = "output format not found (available: .bin, .hex, .json)";
const NO_URI: &str = "URI parsing failed, it likely contained RFC 3986 invalid characters";

#[tokio::test]
async fn without_the_setting_there_is_nothing() {
    let node = ChainNode::new();
    let rpc = Fixture::with_node(config(), node.clone()).await;
    let answer = rpc.request(Method::GET, "rest/blockhashbyheight/0.hex").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    rpc.shutdown().await;
}

#[tokio::test]
async fn a_node_that_warms_up_says_so() {
    let rest = Rest::start().await;
    rest.http.rpc.set_warmup("Loading block index…");
    let text = "Service temporarily unavailable: Loading block index…";
    rest.refused("chaininfo.json", 503, text).await;
    rest.end().await;
}

#[tokio::test]
async fn transactions_of_blocks_and_of_the_mempool() {
    let rest = Rest::start().await;
    for tx in [&rest.mined, &rest.waiting] {
        let path = format!("tx/{}", tx.compute_txid());
        assert_eq!(rest.both(&path, "").await, consensus::serialize(tx));
        let shown = rest.json(&format!("{path}.json")).await;
        assert_eq!(shown["hex"], consensus::encode::serialize_hex(tx));
        let block = rest.node.block_at(102).block_hash().to_string();
        let block = if tx == &rest.mined { json!(block) } else { Value::Null };
        assert_eq!(shown["blockhash"], block);
    }
    let none = "11".repeat(32);
    rest.refused(&format!("tx/{none}.json"), 404, &format!("{none} not found")).await;
    rest.refused("tx/abc.json", 400, "Invalid hash: abc").await;
    rest.refused(&format!("tx/{}", rest.mined.compute_txid()), 404, NO_FORMAT).await;
    rest.end().await;
}

#[tokio::test]
async fn blocks_and_their_parts() {
    let rest = Rest::start().await;
    let block = rest.node.block_at(102);
    let (hash, bytes) = (block.block_hash(), consensus::serialize(&block));
    assert_eq!(rest.both(&format!("block/{hash}"), "").await, bytes);
    assert_eq!(rest.both(&format!("block/notxdetails/{hash}"), "").await, bytes);
    let part = rest.both(&format!("blockpart/{hash}"), "?offset=4&size=32").await;
    assert_eq!(part, bytes[4..36]);
    let part = |query: &str| format!("blockpart/{hash}.bin{query}");
    rest.refused(&part(""), 400, "Block part offset missing or invalid").await;
    rest.refused(&part("?offset=-1"), 400, "Block part offset missing or invalid").await;
    rest.refused(&part("?offset=1"), 400, "Block part size missing or invalid").await;
    let long = bytes.len();
    for (offset, size) in [(0, 0), (0, long + 1), (long, 1), (usize::MAX, 2)] {
        let text = format!("Bad block part offset/size {offset}/{size} for {hash}");
        rest.refused(&part(&format!("?offset={offset}&size={size}")), 400, &text).await;
    }
    let json = format!("blockpart/{hash}.json?offset=0&size=1");
    rest.refused(&json, 400, "JSON output is not supported for this request type").await;
    let none = "22".repeat(32);
    rest.refused(&format!("block/{none}.bin"), 404, &format!("{none} not found")).await;
    rest.refused("block/123.bin", 400, "Invalid hash: 123").await;
    rest.end().await;
}

#[tokio::test]
async fn headers_follow_the_active_chain() {
    let rest = Rest::start().await;
    let blocks: Vec<Block> = (98..=102).map(|height| rest.node.block_at(height)).collect();
    let headers: Vec<u8> = blocks.iter().flat_map(|b| consensus::serialize(&b.header)).collect();
    let first = blocks[0].block_hash();
    assert_eq!(rest.both(&format!("headers/{first}"), "").await, headers);
    assert_eq!(rest.both(&format!("headers/{first}"), "?count=2000").await, headers);
    assert_eq!(rest.both(&format!("headers/{first}"), "?count=2").await, headers[..160]);
    assert_eq!(rest.both(&format!("headers/1/{first}"), "").await, headers[..80]);
    let none = "33".repeat(32);
    assert!(rest.bytes(&format!("headers/{none}.bin")).await.is_empty());
    let range = "Header count is invalid or out of acceptable range (1-2000): ";
    for count in ["0", "2001", "-1", "x", ""] {
        let path = format!("headers/{first}.bin?count={count}");
        rest.refused(&path, 400, &format!("{range}{count}")).await;
    }
    rest.refused(&format!("headers/{first}%"), 400, NO_URI).await;
    let usage = "Invalid URI format. Expected /rest/headers/<hash>.<ext>?count=<count>";
    rest.refused("headers/1/2/3.bin", 400, usage).await;
    rest.end().await;
}

#[tokio::test]
async fn hashes_by_height() {
    let rest = Rest::start().await;
    let hash = rest.node.block_at(7).block_hash();
    assert_eq!(rest.bytes("blockhashbyheight/7.bin").await, hash.to_byte_array());
    let (_, _, text) = rest.send("blockhashbyheight/7.hex", vec![]).await;
    assert_eq!(text, format!("{hash}\n").into_bytes());
    let shown = rest.json("blockhashbyheight/7.json").await;
    assert_eq!(shown, json!({"blockhash": hash.to_string()}));
    rest.refused("blockhashbyheight/103.json", 404, "Block height out of range").await;
    rest.refused("blockhashbyheight/7", 404, NO_FORMAT).await;
    for height in ["-1", "x", "", "2147483648"] {
        let text = format!("Invalid height: {height}");
        rest.refused(&format!("blockhashbyheight/{height}.json"), 400, &text).await;
    }
    rest.end().await;
}

#[tokio::test]
async fn spent_outputs_of_a_block() {
    let rest = Rest::start().await;
    let spent: TxOut = rest.node.block_at(1).txdata[0].output[0].clone();
    let path = format!("spenttxouts/{}", rest.node.block_at(102).block_hash());
    let bytes = [vec![2, 0, 1], consensus::serialize(&spent)].concat();
    assert_eq!(rest.both(&path, "").await, bytes);
    let shown = rest.json(&format!("{path}.json")).await;
    assert_eq!(shown[0], json!([]));
    assert_eq!(shown[1][0]["value"], json!(50.0));
    assert_eq!(shown[1][0]["scriptPubKey"]["hex"], spent.script_pubkey.to_hex_string());
    let genesis = rest.node.block_at(0).block_hash();
    assert_eq!(rest.bytes(&format!("spenttxouts/{genesis}.bin")).await, [1, 0]);
    rest.end().await;
}

#[tokio::test]
async fn unspent_outputs_with_and_without_the_mempool() {
    let rest = Rest::start().await;
    let (mined, waiting) = (rest.mined.compute_txid(), rest.waiting.compute_txid());
    let path = format!("{mined}-0/{waiting}-0/{mined}-9");
    let tip = rest.node.block_at(102).block_hash();
    let shown = rest.json(&format!("getutxos/{path}.json")).await;
    assert_eq!(shown["chainHeight"], 102);
    assert_eq!(shown["chaintipHash"], tip.to_string());
    assert_eq!((&shown["bitmap"], &shown["utxos"][0]["height"]), (&json!("100"), &json!(102)));
    let shown = rest.json(&format!("getutxos/checkmempool/{path}.json")).await;
    assert_eq!(shown["bitmap"], "010");
    assert_eq!(shown["utxos"][0]["height"], 0x7fff_ffff);

    let outpoint = quarry_primitives::OutPoint::new(mined, 0);
    let asked = [vec![0, 1], consensus::serialize(&outpoint)].concat();
    let (status, _, bytes) = rest.send("getutxos.bin", asked.clone()).await;
    let tip = consensus::serialize(&tip);
    let output = consensus::serialize(&rest.mined.output[0]);
    let number = |n: u32| n.to_le_bytes().to_vec();
    let want = [number(102), tip, vec![1, 1, 1], number(0), number(102), output].concat();
    assert_eq!((status, &bytes), (200, &want));
    let (_, _, text) = rest.send("getutxos.hex", hex::encode(&asked).into_bytes()).await;
    assert_eq!(text, (hex::encode(&want) + "\n").into_bytes());

    let (status, _, text) = rest.send(&format!("getutxos/{path}.bin"), asked.clone()).await;
    let both = "Combination of URI scheme inputs and raw post data is not allowed\r\n";
    assert_eq!((status, text.as_slice()), (400, both.as_bytes()));
    let (status, _, text) = rest.send("getutxos.bin", asked[..20].to_vec()).await;
    assert_eq!((status, text.as_slice()), (400, &b"Parse error\r\n"[..]));
    for path in ["getutxos.json", "getutxos/checkmempool.json"] {
        rest.refused(path, 400, "Error: empty request").await;
    }
    for bad in ["x-0", &format!("{mined}"), &format!("{mined}-x"), &format!("{mined}-0-1")] {
        rest.refused(&format!("getutxos/{bad}.json"), 400, "Parse error").await;
    }
    let many = vec![format!("{mined}-0"); 16].join("/");
    let text = "Error: max outpoints exceeded (max: 15, tried: 16)";
    rest.refused(&format!("getutxos/{many}.json"), 400, text).await;
    rest.end().await;
}

#[tokio::test]
async fn filters_are_refused_as_without_the_index() {
    let rest = Rest::start().await;
    let hash = rest.node.block_at(1).block_hash();
    let off = "Index is not enabled for filtertype basic";
    rest.refused(&format!("blockfilter/basic/{hash}.bin"), 400, off).await;
    rest.refused(&format!("blockfilterheaders/basic/{hash}.bin?count=3"), 400, off).await;
    rest.refused(&format!("blockfilter/x/{hash}.bin"), 400, "Unknown filtertype x").await;
    rest.refused("blockfilter/basic/1.bin", 400, "Invalid hash: 1").await;
    rest.refused(&format!("blockfilterheaders/basic/{hash}%"), 400, NO_URI).await;
    rest.end().await;
}

#[tokio::test]
async fn what_has_one_form_and_what_is_asked_wrongly() {
    let rest = Rest::start().await;
    let only = "output format not found (available: json)";
    for path in ["chaininfo.bin", "mempool/info.hex", "mempool/contents", "deploymentinfo"] {
        rest.refused(path, 404, only).await;
    }
    let usage = "Invalid URI format. Expected /rest/mempool/<info|contents>.json";
    rest.refused("mempool/x.json", 400, usage).await;
    rest.refused("mempool/contents.json?%", 400, NO_URI).await;
    for name in ["verbose", "mempool_sequence"] {
        let text = format!("The \"{name}\" query parameter must be either \"true\" or \"false\".");
        rest.refused(&format!("mempool/contents.json?{name}=2"), 400, &text).await;
    }
    let text =
        "Verbose results cannot contain mempool sequence values. (hint: set \"verbose=false\")";
    rest.refused("mempool/contents.json?mempool_sequence=true", 400, text).await;
    rest.refused("deploymentinfo/x.json", 400, "Invalid hash: x").await;
    let none = "44".repeat(32);
    rest.refused(&format!("deploymentinfo/{none}.json"), 400, "Block not found").await;
    rest.end().await;
}

/// What RPC has a method for is that method's answer.
#[tokio::test]
async fn json_is_what_the_methods_answer() {
    let rest = Rest::start().await;
    let hash = rest.node.block_at(102).block_hash().to_string();
    let cases = [
        ("chaininfo.json".to_owned(), "getblockchaininfo", json!([])),
        ("deploymentinfo.json".to_owned(), "getdeploymentinfo", json!([])),
        (format!("deploymentinfo/{hash}.json"), "getdeploymentinfo", json!([hash])),
        (format!("block/{hash}.json"), "getblock", json!([hash, 3])),
        (format!("block/notxdetails/{hash}.json"), "getblock", json!([hash, 1])),
        ("mempool/info.json".to_owned(), "getmempoolinfo", json!([])),
        ("mempool/contents.json".to_owned(), "getrawmempool", json!([true])),
        ("mempool/contents.json?verbose=false".to_owned(), "getrawmempool", json!([false])),
        (
            "mempool/contents.json?verbose=false&mempool_sequence=true".to_owned(),
            "getrawmempool",
            json!([false, true]),
        ),
    ];
    for (path, method, params) in cases {
        let answer = rest.http.call(method, params).await.unwrap();
        assert_eq!(rest.json(&path).await, answer, "{path}");
    }
    let header = rest.http.call("getblockheader", json!([hash])).await.unwrap();
    assert_eq!(rest.json(&format!("headers/{hash}.json?count=1")).await, json!([header]));
    rest.end().await;
}
