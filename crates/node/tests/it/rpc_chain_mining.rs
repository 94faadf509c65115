//! Methods for miners: templates, blocks that are handed in, long polls, blocks made here.

use corepc_types::v30;
use quarry_primitives::{
    BitcoinAmount, Block, BlockVersion, CompactTarget, Header, LockTime, OutPoint, ScriptBuf,
    Sequence, Transaction, TransactionVersion, TxIn, TxOut, Witness, consensus,
};
use serde_json::{Value, json};

use crate::mined::{Mined, SUBSIDY, anyone, decode, encode, shape, solve, spend, to_anyone};

/// A block made of a template and nothing else, without the witness of its coinbase.
fn block_of(template: &Value) -> Block {
    let text = |name: &str| template[name].as_str().unwrap();
    let number = |name: &str| template[name].as_u64().unwrap();
    let height = i64::try_from(number("height")).unwrap();
    let commitment = ScriptBuf::from_hex(text("default_witness_commitment")).unwrap();
    let output =
        |value, script_pubkey| TxOut { value: BitcoinAmount::from_sat(value), script_pubkey };
    let coinbase = Transaction {
        version: TransactionVersion(2),
        lock_time: LockTime::ZERO,
        input: vec![TxIn {
            previous_output: OutPoint::null(),
            script_sig: quarry_primitives::script::Builder::new()
                .push_int(height)
                .push_int(0)
                .into_script(),
            sequence: Sequence::MAX,
            witness: Witness::new(),
        }],
        output: vec![output(number("coinbasevalue"), anyone()), output(0, commitment)],
    };
    let others = template["transactions"].as_array().unwrap().iter();
    let others =
        others.map(|tx| consensus::encode::deserialize_hex(tx["data"].as_str().unwrap()).unwrap());
    let header = Header {
        version: BlockVersion::from_consensus(i32::try_from(number("version")).unwrap()),
        prev_blockhash: text("previousblockhash").parse().unwrap(),
        merkle_root: quarry_primitives::Hash::all_zeros(),
        time: u32::try_from(number("curtime")).unwrap(),
        bits: CompactTarget::from_unprefixed_hex(text("bits")).unwrap(),
        nonce: 0,
    };
    let mut block = Block { header, txdata: std::iter::once(coinbase).chain(others).collect() };
    solve(&mut block);
    block
}

#[tokio::test]
async fn a_template_solved_by_hand_becomes_the_tip() {
    let it = Mined::start(101).await;
    let (a, b) = (it.spend(1, 1000).await, OutPoint::null());
    let child = spend(OutPoint { txid: a.compute_txid(), ..b }, SUBSIDY - 3000);
    let child = Transaction {
        input: vec![TxIn {
            previous_output: OutPoint { txid: a.compute_txid(), vout: 0 },
            ..child.input[0].clone()
        }],
        ..child
    };
    it.accept(&a).await;
    it.accept(&child).await;
    let template = it.template().await;
    let _shape: v30::GetBlockTemplate = shape(&template);
    let txs = &template["transactions"];
    assert_eq!((&txs[0]["fee"], &txs[0]["depends"]), (&json!(1000), &json!([])));
    assert_eq!((&txs[1]["fee"], &txs[1]["depends"]), (&json!(2000), &json!([1])));
    assert_eq!(txs[1]["hash"], child.compute_wtxid().to_string());
    assert_eq!(txs[1]["weight"], child.weight().to_wu());
    assert_eq!(template["coinbasevalue"], SUBSIDY + 3000);
    assert_eq!(template["longpollid"].as_str().unwrap()[..64], it.hash(101).await);

    let block = block_of(&template);
    assert!(block.txdata[0].input[0].witness.is_empty(), "submitblock adds it");
    let hex = encode(&block);
    assert_eq!(it.call("submitblock", json!([hex])).await, Value::Null);
    assert_eq!(it.call("getbestblockhash", json!([])).await, block.block_hash().to_string());
    assert_eq!(it.call("submitblock", json!([hex, "ignored"])).await, "duplicate");
    let info = it.call("getmininginfo", json!([])).await;
    let _shape: v30::GetMiningInfo = shape(&info);
    let weight: u64 = [a, child].iter().map(|tx| tx.weight().to_wu()).sum();
    assert_eq!(
        (&info["currentblocktx"], &info["currentblockweight"]),
        (&json!(2), &json!(8000 + weight))
    );
    assert_eq!(info["next"]["height"], 103);
}

#[tokio::test]
async fn every_outcome_of_a_block_is_told() {
    let it = Mined::start(1).await;
    let good = it.unsolved().await;
    let submit = async |block: &Block| it.call("submitblock", json!([encode(block)])).await;
    let mut hard = good.clone();
    while hard.header.target().is_met_by(hard.block_hash()) {
        hard.header.nonce += 1;
    }
    assert_eq!(submit(&hard).await, "high-hash");
    let mut orphan = good.clone();
    orphan.header.prev_blockhash = "11".repeat(32).parse().unwrap();
    solve(&mut orphan);
    assert_eq!(submit(&orphan).await, "prev-blk-not-found");
    let mut greedy = good.clone();
    greedy.txdata[0].output[0].value = BitcoinAmount::from_sat(SUBSIDY + 1);
    solve(&mut greedy);
    assert_eq!(submit(&greedy).await, "bad-cb-amount");
    assert_eq!(submit(&greedy).await, "duplicate-invalid");
    let mut heir = good.clone();
    heir.header.prev_blockhash = greedy.block_hash();
    solve(&mut heir);
    assert_eq!(submit(&heir).await, "bad-prevblk");
    let mut headless = good.clone();
    headless.txdata[0].input[0].previous_output.vout = 0;
    solve(&mut headless);
    assert_eq!(submit(&headless).await, "bad-cb-missing");
    let mut rootless = good.clone();
    solve(&mut rootless);
    rootless.txdata[0].output[0].value = BitcoinAmount::from_sat(1);
    assert_eq!(submit(&rootless).await, "bad-txnmrklroot");
    let mut first = good.clone();
    solve(&mut first);
    assert_eq!(submit(&first).await, Value::Null);
    let mut second = good.clone();
    second.header.time += 1;
    solve(&mut second);
    assert_eq!(submit(&second).await, "inconclusive");
    let failed = it.fails("submitblock", json!(["00"])).await;
    assert_eq!(failed, (-22, "Block decode failed".to_owned()));
}

#[tokio::test]
async fn proposals_are_judged_and_not_kept() {
    let it = Mined::start(1).await;
    let good = it.unsolved().await;
    let propose = async |block: &Block| {
        let request = json!([{"mode": "proposal", "data": encode(block), "rules": ["segwit"]}]);
        it.call("getblocktemplate", request).await
    };
    assert_eq!(propose(&good).await, Value::Null);
    let tip = decode(&it.call("getblock", json!([it.hash(1).await, 0])).await);
    assert_eq!(propose(&tip).await, "duplicate");
    let mut stray = good.clone();
    stray.header.prev_blockhash = tip.header.prev_blockhash;
    assert_eq!(propose(&stray).await, "inconclusive-not-best-prevblk");
    let mut early = good;
    early.header.time = 1;
    assert_eq!(propose(&early).await, "time-too-old");
    assert_eq!(it.call("getblockcount", json!([])).await, 1);
    for (request, code, message) in [
        (json!({"mode": "proposal"}), -3, "Missing data String key for proposal"),
        (json!({"mode": "proposal", "data": "00"}), -22, "Block decode failed"),
        (json!({"mode": "x"}), -8, "Invalid mode"),
        (json!({"mode": 1}), -8, "Invalid mode"),
        (
            json!({}),
            -8,
            "getblocktemplate must be called with the segwit rule set (call with {\"rules\": [\"segwit\"]})",
        ),
        (
            json!({"rules": ["segwit"], "longpollid": "ab"}),
            -8,
            "longpollid must be of length 64 (not 2, for 'ab')",
        ),
    ] {
        let failed = it.fails("getblocktemplate", json!([request])).await;
        assert_eq!(failed, (code, message.to_owned()), "{request}");
    }
}

#[tokio::test]
async fn headers_are_taken_in() {
    let it = Mined::start(1).await;
    let mut block = it.unsolved().await;
    solve(&mut block);
    let header = |block: &Block| json!([consensus::encode::serialize_hex(&block.header)]);
    assert_eq!(it.call("submitheader", header(&block)).await, Value::Null);
    let tips = it.call("getchaintips", json!([])).await;
    assert_eq!((&tips[0]["status"], &tips[0]["height"]), (&json!("headers-only"), &json!(2)));
    let missing = it.fails("getblock", json!([block.block_hash().to_string()])).await;
    assert_eq!(missing, (-1, "Block not available (not fully downloaded)".to_owned()));
    let mut orphan = block.clone();
    orphan.header.prev_blockhash = "11".repeat(32).parse().unwrap();
    solve(&mut orphan);
    let refused = it.fails("submitheader", header(&orphan)).await;
    assert_eq!(refused, (-25, format!("Must submit previous header ({}) first", "11".repeat(32))));
    let mut early = block.clone();
    early.header.time = 1;
    solve(&mut early);
    assert_eq!(it.fails("submitheader", header(&early)).await, (-25, "time-too-old".to_owned()));
    let failed = it.fails("submitheader", json!(["ff"])).await;
    assert_eq!(failed, (-22, "Block header decode failed".to_owned()));
}

#[tokio::test]
async fn a_long_poll_wakes_on_a_block_and_on_a_transaction() {
    let it = Mined::start(101).await;
    let poll = async |template: &Value| {
        let request = json!([{"rules": ["segwit"], "longpollid": template["longpollid"]}]);
        it.call("getblocktemplate", request).await
    };
    let old = it.template().await;
    let (new, _) = tokio::join!(poll(&old), it.generate(1));
    assert_eq!(new["height"], 103);
    let tx = it.spend(1, 1000).await;
    let (new, ()) = tokio::join!(poll(&new), it.accept(&tx));
    assert_eq!(new["transactions"][0]["txid"], tx.compute_txid().to_string());
}

#[tokio::test]
async fn priorities_move_transactions() {
    let it = Mined::start(102).await;
    let (poor, rich) = (it.spend(1, 1000).await, it.spend(2, 2000).await);
    it.accept(&poor).await;
    it.accept(&rich).await;
    let txid = poor.compute_txid().to_string();
    assert_eq!(it.template().await["transactions"][1]["txid"], txid);
    assert_eq!(it.call("prioritisetransaction", json!([txid, 0.0, 5000])).await, true);
    assert_eq!(it.template().await["transactions"][0]["txid"], txid);
    let all = it.call("getprioritisedtransactions", json!([])).await;
    let _shape: v30::GetPrioritisedTransactions = shape(&all);
    assert_eq!(
        all,
        json!({ txid.clone(): {"fee_delta": 5000, "in_mempool": true, "modified_fee": 6000} })
    );
    let dummy = it.fails("prioritisetransaction", json!([txid, 1, 5])).await;
    assert_eq!(dummy.0, -8);
}

#[tokio::test]
async fn blocks_are_made_as_told() {
    let it = Mined::start(101).await;
    let address = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
    let made = it.call("generatetoaddress", json!([2, address])).await;
    let block = it.call("getblock", json!([made[1], 2])).await;
    assert_eq!(block["tx"][0]["vout"][0]["scriptPubKey"]["address"], address);
    assert_eq!((&block["tx"][0]["locktime"], &block["height"]), (&json!(102), &json!(103)));
    assert_eq!(it.call("generatetoaddress", json!([1, address, 0])).await, json!([]));

    let (tx, waiting) = (it.spend(1, 1000).await, it.spend(2, 1000).await);
    it.accept(&waiting).await;
    let hex = consensus::encode::serialize_hex(&tx);
    let txs = json!([hex, waiting.compute_txid().to_string()]);
    let made = it.call("generateblock", json!([to_anyone(), txs, false])).await;
    let block = decode(&made["hex"]);
    assert_eq!((block.txdata.len(), block.txdata[0].output[0].value.to_sat()), (3, SUBSIDY));
    assert_eq!(it.call("getblockcount", json!([])).await, 103);
    let made = it.call("generateblock", json!([address, txs])).await;
    let _shape: v30::GenerateBlock = shape(&made);
    assert_eq!(it.call("getbestblockhash", json!([])).await, made["hash"]);

    let gone = "ab".repeat(32);
    for (method, params, code, message) in [
        ("generatetoaddress", json!([1, "x"]), -5, "Error: Invalid address".to_owned()),
        ("generateblock", json!(["x", []]), -5, "Error: Invalid address or descriptor".to_owned()),
        (
            "generateblock",
            json!([address, [gone]]),
            -5,
            format!("Transaction {gone} not in mempool."),
        ),
        (
            "generateblock",
            json!([address, ["00"]]),
            -22,
            "Transaction decode failed for 00. Make sure the tx has at least one input.".to_owned(),
        ),
        (
            "generatetodescriptor",
            json!([
                1,
                "wpkh(tpubD6NzVbkrYhZ4WaWSyoBvQwbpLkojyoTZPRsgXELWz3Popb3qkjcJyJUGLnL4qHHoQvao8ESaAstxYSnhyswJ76uZPStJRJCTKvosUCJZL5B/*)"
            ]),
            -8,
            "Ranged descriptor not accepted. Maybe pass through deriveaddresses first?".to_owned(),
        ),
    ] {
        assert_eq!(it.fails(method, params).await, (code, message));
    }
    let nothing = OutPoint { txid: waiting.compute_txid(), vout: 7 };
    let hex = consensus::encode::serialize_hex(&spend(nothing, 1000));
    let (code, text) = it.fails("generateblock", json!([address, [hex]])).await;
    assert_eq!(code, -25);
    assert!(text.starts_with("TestBlockValidity failed: bad-txns-inputs-missingorspent"), "{text}");
    let (code, text) = it.fails("generate", json!([])).await;
    assert_eq!(code, -32601);
    assert!(text.contains("has been replaced by the -generate cli option"), "{text}");
}
