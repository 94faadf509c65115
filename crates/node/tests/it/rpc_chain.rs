//! Methods about the chain: shapes, values, waiting, and a person who overrules the chain.

use corepc_types::v30;
use quarry_chain::ChainSpec;
use quarry_primitives::hashes::sha256d;
use quarry_primitives::{Hash, consensus};
use serde_json::{Value, json};

use crate::fixture::{PASSWORD, USER};
use crate::mined::{Mined, SUBSIDY, anyone, shape, to_anyone};

#[tokio::test]
async fn the_chain_has_cores_shapes() {
    let it = Mined::start(101).await;
    let info = it.call("getblockchaininfo", json!([])).await;
    let _shape: v30::GetBlockchainInfo = shape(&info);
    assert_eq!((info["blocks"].as_u64(), info["chain"].as_str()), (Some(101), Some("regtest")));
    assert_eq!(info["bits"], "207fffff");
    assert_eq!(info["verificationprogress"], 1.0);
    let best = it.hash(101).await;
    assert_eq!(it.call("getbestblockhash", json!([])).await, best);
    assert_eq!(it.call("getblockcount", json!([])).await, 101);
    // As it is written: reading it back would round it.
    let (_, text) = it.rpc.post(r#"{"method": "getdifficulty"}"#).await;
    assert!(text.contains(r#""result":4.656542373906925e-10,"#), "{text}");

    let header = it.call("getblockheader", json!([best])).await;
    let _shape: v30::GetBlockHeaderVerbose = shape(&header);
    assert_eq!((&header["confirmations"], &header["nextblockhash"]), (&json!(1), &Value::Null));
    let bytes = it.call("getblockheader", json!([best, false])).await;
    assert_eq!(bytes.as_str().unwrap().len(), 160);
    let one = it.call("getblock", json!([best])).await;
    let _shape: v30::GetBlockVerboseOne = shape(&one);
    let _shape: v30::GetBlockVerboseTwo = shape(&it.call("getblock", json!([best, 2])).await);
    let three = it.call("getblock", json!([it.hash(1).await, 3])).await;
    let _shape: v30::GetBlockVerboseThree = shape(&three);
    assert_eq!(three["confirmations"], 101);
    let genesis = it.call("getblock", json!([it.hash(0).await, 2])).await;
    assert_eq!(genesis["tx"][0]["fee"], Value::Null);

    let tips = it.call("getchaintips", json!([])).await;
    assert_eq!(tips, json!([{"height": 101, "hash": best, "branchlen": 0, "status": "active"}]));
    let stats = it.call("getchaintxstats", json!([])).await;
    let _shape: v30::GetChainTxStats = shape(&stats);
    assert_eq!((&stats["txcount"], &stats["window_tx_count"]), (&json!(102), &json!(100)));
    let stats = it.call("getblockstats", json!([101])).await;
    let _shape: v30::GetBlockStats = shape(&stats);
    assert_eq!((&stats["subsidy"], &stats["utxo_increase_actual"]), (&json!(SUBSIDY), &json!(1)));
    let some = it.call("getblockstats", json!([best, ["txs", "height"]])).await;
    assert_eq!(some, json!({"height": 101, "txs": 1}));
    assert_eq!(it.call("verifychain", json!([4, 0])).await, true);
}

#[tokio::test]
async fn deployments_are_told_with_their_votes() {
    let it = Mined::start(144).await;
    let info = it.call("getdeploymentinfo", json!([])).await;
    let _shape: v30::GetDeploymentInfo = shape(&info);
    let deployments = &info["deployments"];
    let names: Vec<&String> = deployments.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 7, "{names:?}");
    let bip9 = &deployments["testdummy"]["bip9"];
    assert_eq!(
        (&bip9["status"], &bip9["since"], &bip9["bit"]),
        (&json!("started"), &json!(144), &json!(28))
    );
    let counted =
        json!({"period": 144, "threshold": 108, "elapsed": 1, "count": 1, "possible": true});
    assert_eq!((&bip9["statistics"], &bip9["signalling"]), (&counted, &json!("#")));
    let early = it.call("getdeploymentinfo", json!([it.hash(142).await])).await;
    assert_eq!(early["deployments"]["testdummy"]["bip9"]["status_next"], "defined");
    let template = it.template().await;
    assert_eq!(template["version"], 0x3000_0000);
    assert_eq!(template["vbavailable"], json!({"testdummy": 28}));
}

#[tokio::test]
async fn wrong_questions_have_cores_errors() {
    let it = Mined::start(2).await;
    let nowhere = "ab".repeat(32);
    let unknown = (-5, "Block not found".to_owned());
    for method in [
        "getblock",
        "getblockheader",
        "invalidateblock",
        "reconsiderblock",
        "preciousblock",
        "getdeploymentinfo",
    ] {
        assert_eq!(it.fails(method, json!([nowhere])).await, unknown, "{method}");
    }
    for (method, params, code, message) in [
        ("getblockhash", json!([3]), -8, "Block height out of range"),
        ("getblockhash", json!([-1]), -8, "Block height out of range"),
        ("getblock", json!(["ab"]), -8, "blockhash must be of length 64 (not 2, for 'ab')"),
        ("getblockheader", json!(["ab"]), -8, "hash must be of length 64 (not 2, for 'ab')"),
        ("getblockstats", json!([3]), -8, "Target block height 3 after current tip 2"),
        ("getblockstats", json!([-1]), -8, "Target block height -1 is negative"),
        ("getblockstats", json!([1, ["x"]]), -8, "Invalid selected statistic 'x'"),
        (
            "getchaintxstats",
            json!([2]),
            -8,
            "Invalid block count: should be between 0 and the block's height - 1",
        ),
        ("waitfornewblock", json!([-1]), -1, "Negative timeout"),
        (
            "pruneblockchain",
            json!([1]),
            -1,
            "Cannot prune blocks because node is not in prune mode.",
        ),
        ("getblockfrompeer", json!([nowhere, 0]), -1, "Block header missing"),
        ("gettxoutsetinfo", json!(["x"]), -8, "'x' is not a valid hash_type"),
        (
            "gettxoutsetinfo",
            json!(["none", 1]),
            -8,
            "Querying specific block heights requires coinstatsindex",
        ),
        ("scantxoutset", json!(["x"]), -8, "Invalid action 'x'"),
        (
            "scantxoutset",
            json!(["start"]),
            -1,
            "scanobjects argument is required for the start action",
        ),
        (
            "scantxoutset",
            json!(["start", [{}]]),
            -8,
            "Descriptor needs to be provided in scan object",
        ),
        ("getnetworkhashps", json!([0]), -8, "Invalid nblocks. Must be a positive number or -1."),
        ("getnetworkhashps", json!([1, 3]), -8, "Block does not exist at specified height"),
    ] {
        assert_eq!(
            it.fails(method, params.clone()).await,
            (code, message.to_owned()),
            "{method} {params}"
        );
    }
}

#[tokio::test]
async fn coins_are_found_counted_and_hashed() {
    let it = Mined::start(2).await;
    let txid = |block: &Value| block["tx"][0].as_str().unwrap().to_owned();
    let mut ids = Vec::new();
    for height in [1u32, 2] {
        ids.push((txid(&it.call("getblock", json!([it.hash(height).await])).await), height));
    }
    let coin = it.call("gettxout", json!([ids[0].0, 0])).await;
    let _shape: v30::GetTxOut = shape(&coin);
    assert_eq!((&coin["confirmations"], &coin["coinbase"]), (&json!(2), &json!(true)));
    assert_eq!(it.call("gettxout", json!([ids[0].0, 7])).await, Value::Null);

    // By hand: outpoint, height and coinbase, amount, script of each coin, by id.
    let mut rows: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    for (id, height) in &ids {
        let id: quarry_primitives::Txid = id.parse().unwrap();
        let mut row = [id.to_byte_array().to_vec(), vec![0; 4]].concat();
        row.extend(((height << 1) | 1).to_le_bytes());
        row.extend(SUBSIDY.to_le_bytes());
        row.extend(consensus::serialize(&anyone()));
        rows.push((id.to_byte_array().to_vec(), row));
    }
    rows.sort();
    let bytes: Vec<u8> = rows.into_iter().flat_map(|(_, row)| row).collect();
    let info = it.call("gettxoutsetinfo", json!([])).await;
    let _shape: v30::GetTxOutSetInfo = shape(&info);
    assert_eq!(info["hash_serialized_3"], sha256d::Hash::hash(&bytes).to_string());
    assert_eq!((&info["txouts"], &info["transactions"]), (&json!(2), &json!(2)));
    assert_eq!((&info["bogosize"], &info["total_amount"]), (&json!(2 * (50 + 34)), &json!(100.0)));
    let mu = it.call("gettxoutsetinfo", json!(["muhash"])).await;
    assert_eq!(mu["muhash"].as_str().unwrap().len(), 64);
    assert_eq!(it.call("gettxoutsetinfo", json!(["none"])).await["hash_serialized_3"], Value::Null);

    let found = it.call("scantxoutset", json!(["start", [to_anyone()]])).await;
    let _shape: v30::ScanTxOutSetStart = shape(&found);
    assert_eq!((&found["txouts"], &found["total_amount"]), (&json!(2), &json!(100.0)));
    assert_eq!(found["unspents"].as_array().unwrap().len(), 2);
    let ranged = "wpkh([d34db33f/84h/0h/0h]tpubD6NzVbkrYhZ4WaWSyoBvQwbpLkojyoTZPRsgXELWz3Popb3qkjcJyJUGLnL4qHHoQvao8ESaAstxYSnhyswJ76uZPStJRJCTKvosUCJZL5B/0/*)";
    let none = it.call("scantxoutset", json!(["start", [{"desc": ranged, "range": [0, 5]}]])).await;
    assert_eq!(none["unspents"], json!([]));
    assert_eq!(it.call("scantxoutset", json!(["status"])).await, Value::Null);
    assert_eq!(it.call("scantxoutset", json!(["abort"])).await, false);
}

#[tokio::test]
async fn a_transaction_is_proven_to_be_in_its_block() {
    let it = Mined::start(101).await;
    let tx = it.spend(1, 1000).await;
    let txid = tx.compute_txid().to_string();
    let missing = (-5, "Transaction not yet in block".to_owned());
    it.accept(&tx).await;
    assert_eq!(it.fails("gettxoutproof", json!([[txid]])).await, missing);
    let block = it.generate(1).await.remove(0);
    let proof = it.call("gettxoutproof", json!([[txid]])).await;
    assert_eq!(it.call("verifytxoutproof", json!([proof])).await, json!([txid]));
    assert_eq!(it.call("gettxoutproof", json!([[txid], block])).await, proof);

    let not_all = (-5, "Not all transactions found in specified or retrieved block".to_owned());
    assert_eq!(it.fails("gettxoutproof", json!([[txid], it.hash(1).await])).await, not_all);
    let twice = it.fails("gettxoutproof", json!([[txid, txid]])).await;
    assert_eq!(twice, (-8, format!("Invalid parameter, duplicated txid: {txid}")));
    let none = it.fails("gettxoutproof", json!([[]])).await;
    assert_eq!(none, (-8, "Parameter 'txids' cannot be empty".to_owned()));
    // One bit of the other branch's hash more: it is another root.
    let mut wrong = hex::decode(proof.as_str().unwrap()).unwrap();
    wrong[90] ^= 1;
    assert_eq!(it.call("verifytxoutproof", json!([hex::encode(&wrong)])).await, json!([]));
    it.call("invalidateblock", json!([block])).await;
    let gone = (-5, "Block not found in chain".to_owned());
    assert_eq!(it.fails("verifytxoutproof", json!([proof])).await, gone);
}

#[tokio::test]
async fn a_person_overrules_the_chain() {
    let it = Mined::start(3).await;
    let (second, third) = (it.hash(2).await, it.hash(3).await);
    it.call("invalidateblock", json!([second])).await;
    assert_eq!(it.call("getblockcount", json!([])).await, 1);
    let tips = it.call("getchaintips", json!([])).await;
    assert_eq!((&tips[0]["status"], &tips[0]["branchlen"]), (&json!("invalid"), &json!(2)));
    // Another payee, so another block.
    let other = json!([1, "raw(51)"]);
    it.call("generatetodescriptor", other.clone()).await;
    it.call("reconsiderblock", json!([second])).await;
    assert_eq!(it.call("getbestblockhash", json!([])).await, third);
    let tips = it.call("getchaintips", json!([])).await;
    assert_eq!((&tips[1]["status"], &tips[1]["branchlen"]), (&json!("valid-fork"), &json!(1)));

    it.call("invalidateblock", json!([third])).await;
    let first_seen = it.call("getbestblockhash", json!([])).await;
    let rival = tips[1]["hash"].clone();
    let other = if first_seen == rival { json!(second) } else { rival };
    it.call("preciousblock", json!([other])).await;
    assert_eq!(it.call("getbestblockhash", json!([])).await, other);
    it.call("preciousblock", json!([first_seen])).await;
    assert_eq!(it.call("getbestblockhash", json!([])).await, first_seen);
    // The genesis block stays, without a word.
    it.call("invalidateblock", json!([it.hash(0).await])).await;
    assert_eq!(it.call("getbestblockhash", json!([])).await, first_seen);
}

#[tokio::test]
async fn waiting_ends_with_the_block() {
    let it = Mined::start(1).await;
    let first = it.hash(1).await;
    let tip = json!({"hash": first, "height": 1});
    // What is there already is not waited for.
    assert_eq!(it.call("waitforblock", json!([first])).await, tip);
    assert_eq!(it.call("waitforblockheight", json!([1])).await, tip);
    assert_eq!(it.call("waitfornewblock", json!([0, "00".repeat(32)])).await, tip);
    assert_eq!(it.call("waitforblockheight", json!([2, 1])).await, tip);
    // Each knows the tip that it waits to see changed, so none can miss the block.
    let (changed, higher, made) = tokio::join!(
        it.call("waitfornewblock", json!([0, first])),
        it.call("waitforblockheight", json!([2, 0])),
        it.generate(1),
    );
    let tip = json!({"hash": made[0], "height": 2});
    assert_eq!((&changed, &higher), (&tip, &tip));
    let _shape: v30::WaitForNewBlock = shape(&changed);
}

#[tokio::test]
async fn waiting_ends_with_the_server() {
    let it = Mined::start(1).await;
    let hash = it.hash(1).await;
    let body = json!({"jsonrpc": "2.0", "id": 1, "method": "waitforblockheight", "params": [9, 0]});
    let request = it.rpc.request(reqwest::Method::POST, "").basic_auth(USER, Some(PASSWORD));
    let waiting = tokio::spawn(request.body(body.to_string()).send());
    let active = async || it.call("getrpcinfo", json!([])).await["active_commands"].clone();
    // The other one is this question itself.
    while active().await.as_array().unwrap().len() < 2 {}
    it.rpc.shutdown().await;
    let answer = waiting.await.unwrap().unwrap().text().await.unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["result"], json!({"hash": hash, "height": 1}));
}

#[tokio::test]
async fn a_chain_before_segwit_has_no_commitments() {
    let mut rules = *ChainSpec::regtest().activation();
    rules.segwit = 3;
    let it = Mined::start_on(ChainSpec::regtest().with_activation(rules), 1).await;
    let before = it.template().await;
    assert_eq!(before["default_witness_commitment"], Value::Null);
    assert_eq!((&before["weightlimit"], &before["sizelimit"]), (&Value::Null, &json!(1_000_000)));
    assert_eq!(
        (&before["sigoplimit"], &before["rules"]),
        (&json!(20_000), &json!(["csv", "taproot"]))
    );
    it.generate(1).await;
    let after = it.template().await;
    assert!(after["default_witness_commitment"].is_string());
    assert_eq!(after["rules"], json!(["csv", "!segwit", "taproot"]));
    it.generate(1).await;
}
