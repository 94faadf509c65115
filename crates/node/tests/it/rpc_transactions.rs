//! Transactions and scripts: made, shown, signed and merged.

use corepc_types::v30;
use quarry_chain::script::{Flags, TxData, verify_input};
use quarry_node::rpc::FoundCoin;
use quarry_primitives::secp256k1::Secp256k1;
use quarry_primitives::{
    BitcoinAmount, Network, NetworkKind, OutPoint, PrivateKey, ScriptBuf, Transaction, TxOut,
    consensus,
};
use quarry_wallet::descriptor;
use serde_json::{Value, json};

use crate::fixture::Fixture;

const TXID: &str = "1d1d4e24ed99057e84c3f80fd8fbec79ed9e1acee37da269356ecea000000000";
const ADDRESS: &str = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";

#[tokio::test]
async fn transactions_are_created_and_shown() {
    let rpc = Fixture::default().await;
    let params =
        json!([[{"txid": TXID, "vout": 1}], [{(ADDRESS): "0.00000001"}, {"data": "99"}], 100]);
    let hex = rpc.call("createrawtransaction", params).await.unwrap();
    let tx = rpc.call("decoderawtransaction", json!([hex])).await.unwrap();
    let shaped: v30::DecodeRawTransaction = serde_json::from_value(tx.clone()).unwrap();
    let _model = shaped.into_model().unwrap();
    assert_eq!((&tx["version"], &tx["locktime"]), (&json!(2), &json!(100)));
    assert_eq!(tx["vin"][0]["sequence"], 0xffff_fffd_u32);
    assert_eq!(tx["vout"][0]["scriptPubKey"]["address"], ADDRESS);
    assert_eq!(tx["vout"][1]["scriptPubKey"]["asm"], "OP_RETURN -25");
    assert_eq!(tx["vout"][1]["scriptPubKey"]["type"], "nulldata");
    // The order of members and the eight decimals are part of the form.
    let request = json!({"id": 1, "method": "decoderawtransaction", "params": [hex]});
    let (_, text) = rpc.post(request.to_string()).await;
    assert!(
        text.contains("\"vout\":[{\"value\":0.00000001,\"n\":0,\"scriptPubKey\":{\"asm\":\"0 751e"),
        "{text}"
    );
    assert!(text.starts_with("{\"result\":{\"txid\":"));
}

/// Without inputs the bytes are those of Core, not the library's, and are read back.
#[tokio::test]
async fn a_transaction_without_inputs_has_no_mark_of_witnesses() {
    let rpc = Fixture::default().await;
    let hex = rpc.call("createrawtransaction", json!([[], {}])).await.unwrap();
    assert_eq!(hex, "02000000000000000000");
    let tx = rpc.call("decoderawtransaction", json!([hex])).await.unwrap();
    assert_eq!((&tx["size"], &tx["weight"], &tx["txid"]), (&json!(10), &json!(40), &tx["hash"]));
    let hex = rpc.call("createrawtransaction", json!([[], {(ADDRESS): 1}])).await.unwrap();
    let tx = rpc.call("decoderawtransaction", json!([hex])).await.unwrap();
    assert_eq!(tx["vout"][0]["value"], 1.0);
    assert_eq!(
        rpc.fails("decoderawtransaction", json!([hex, true])).await,
        (-22, "TX decode failed".into())
    );
    assert_eq!(rpc.fails("decoderawtransaction", json!(["00"])).await.0, -22);
}

#[tokio::test]
async fn wrong_inputs_and_outputs_are_named() {
    let rpc = Fixture::default().await;
    let fails = async |params: Value| rpc.fails("createrawtransaction", params).await;
    let input = |more: Value| {
        let mut input = json!({"txid": TXID, "vout": 0});
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([[input], {}])
    };
    let short = "txid must be of length 64 (not 3, for 'foo')";
    for (params, code, message) in [
        (json!([["foo"], {}]), -3, "JSON value of type string is not of expected type object"),
        (json!([[{}], {}]), -3, "JSON value of type null is not of expected type string"),
        (input(json!({"txid": "foo"})), -8, short),
        (json!([[{"txid": TXID}], {}]), -8, "Invalid parameter, missing vout key"),
        (input(json!({"vout": -1})), -8, "Invalid parameter, vout cannot be negative"),
        (input(json!({"sequence": -1})), -8, "Invalid parameter, sequence number is out of range"),
        (json!([[], "foo"]), -3, "JSON value of type string is not of expected type array"),
        (json!([[], {"data": "foo"}]), -8, "Data must be hexadecimal string (not 'foo')"),
        (json!([[], {"foo": 0}]), -5, "Invalid Bitcoin address: foo"),
        (json!([[], {(ADDRESS): "foo"}]), -3, "Invalid amount"),
        (json!([[], {(ADDRESS): -1}]), -3, "Amount out of range"),
        (json!([[], {(ADDRESS): true}]), -3, "Amount is not a number or string"),
        (
            json!([[], [{(ADDRESS): 1}, {(ADDRESS): 1}]]),
            -8,
            "Invalid parameter, duplicated address: bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080",
        ),
        (
            json!([[], [{"data": "aa"}, {"data": "bb"}]]),
            -8,
            "Invalid parameter, duplicate key: data",
        ),
        (
            json!([[], [{"a": 1, "b": 2}]]),
            -8,
            "Invalid parameter, key-value pair must contain exactly one key",
        ),
        (
            json!([[], [["key-value pair1"], ["2"]]]),
            -8,
            "Invalid parameter, key-value pair not an object as expected",
        ),
        (json!([[], {}, -1]), -8, "Invalid parameter, locktime out of range"),
        (json!([[], {}, 4_294_967_296_i64]), -8, "Invalid parameter, locktime out of range"),
        (json!([[], {}, 0, false, 4]), -8, "Invalid parameter, version out of range(1~3)"),
    ] {
        assert_eq!(fails(params.clone()).await, (code, message.into()), "{params}");
    }
    let mut final_sequence = input(json!({"sequence": 4_294_967_295_u32}));
    final_sequence.as_array_mut().unwrap().extend([json!(0), json!(true)]);
    let error = fails(final_sequence).await.1;
    assert!(error.starts_with("Invalid parameter combination: Sequence number(s)"), "{error}");
}

#[tokio::test]
async fn scripts_are_decoded() {
    let rpc = Fixture::default().await;
    let decode = async |hex: &str| rpc.call("decodescript", json!([hex])).await.unwrap();
    let key = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
    let hash = "751e76e8199196d454941c45d1b3a323f1433bd6";
    let script = decode(&format!("21{key}ac")).await;
    let _shape: v30::DecodeScript = serde_json::from_value(script.clone()).unwrap();
    assert_eq!(script["asm"], format!("{key} OP_CHECKSIG"));
    assert_eq!(script["type"], "pubkey");
    assert!(script.get("address").is_none() && script["p2sh"].is_string());
    assert_eq!(script["segwit"]["asm"], format!("0 {hash}"));
    let script = decode(&format!("76a914{hash}88ac")).await;
    assert_eq!(script["segwit"]["address"], ADDRESS);
    assert!(script["desc"].as_str().unwrap().starts_with("addr(m"));
    let script = decode(&format!("5121{key}21{key}52ae")).await;
    assert!(script["segwit"]["desc"].as_str().unwrap().starts_with("wsh(multi(1,"));
    for (hex, kind) in [
        (format!("a914{hash}87"), "scripthash"),
        (format!("5120{}", &key[2..]), "witness_v1_taproot"),
        ("6a0101".to_owned(), "nulldata"),
        ("51024e73".to_owned(), "anchor"),
        ("5102aabb".to_owned(), "witness_unknown"),
        ("ba".to_owned(), "nonstandard"),
        ("50".to_owned(), "nonstandard"),
        ("4c".to_owned(), "nonstandard"),
    ] {
        let script = decode(&hex).await;
        assert_eq!(script["type"], kind, "{hex}");
        assert!(script.get("p2sh").is_none() && script.get("segwit").is_none(), "{hex}");
    }
    let script = decode(&format!("0014{hash}")).await;
    assert!(script["p2sh"].is_string() && script.get("segwit").is_none());
    let empty = decode("").await;
    assert_eq!((&empty["asm"], &empty["type"]), (&json!(""), &json!("nonstandard")));
    assert!(empty["segwit"]["p2sh-segwit"].is_string());
    let bad = rpc.fails("decodescript", json!(["xx"])).await;
    assert_eq!(bad, (-8, "argument must be hexadecimal string (not 'xx')".into()));
}

/// Keys of the test, in wallet import format.
fn wif(n: u8) -> String {
    PrivateKey::from_slice(&[n; 32], NetworkKind::Test).unwrap().to_wif()
}

fn public(n: u8) -> String {
    let key = PrivateKey::from_slice(&[n; 32], NetworkKind::Test).unwrap();
    key.public_key(&Secp256k1::new()).to_string()
}

fn script(text: &str) -> ScriptBuf {
    let descriptors = descriptor::parse(text, Network::Regtest, false).unwrap();
    descriptors[0].scripts(0).unwrap().remove(0)
}

fn outpoint(vout: u32) -> OutPoint {
    OutPoint { txid: TXID.parse().unwrap(), vout }
}

fn coin(script: &ScriptBuf) -> FoundCoin {
    let output = TxOut { value: BitcoinAmount::from_sat(100_000), script_pubkey: script.clone() };
    FoundCoin { output, is_coinbase: false }
}

fn decoded(hex: &Value) -> Transaction {
    consensus::encode::deserialize_hex(hex.as_str().unwrap()).unwrap()
}

/// What is signed is checked by the chain's own interpreter, once more and apart from the method.
fn assert_spends(hex: &Value, scripts: &[ScriptBuf]) {
    let tx = decoded(hex);
    let spent: Vec<TxOut> = scripts.iter().map(|script| coin(script).output).collect();
    let secp = Secp256k1::verification_only();
    for index in 0..tx.input.len() {
        let data = TxData::new(&tx, &spent);
        assert_eq!(verify_input(&secp, &data, index, Flags::STANDARD), Ok(()), "input {index}");
    }
}

async fn unsigned(rpc: &Fixture, inputs: u32) -> Value {
    let inputs: Vec<Value> = (0..inputs).map(|n| json!({"txid": TXID, "vout": n})).collect();
    rpc.call("createrawtransaction", json!([inputs, {(ADDRESS): 0.0005}])).await.unwrap()
}

#[tokio::test]
async fn every_simple_kind_of_output_is_signed() {
    let rpc = Fixture::default().await;
    let (a, b) = (public(1), public(2));
    let kinds = [
        format!("pk({a})"),
        format!("pkh({a})"),
        format!("wpkh({a})"),
        format!("tr({a})"),
        format!("rawtr({b})"),
        format!("multi(2,{a},{b})"),
    ];
    let scripts: Vec<ScriptBuf> = kinds.iter().map(|kind| script(kind)).collect();
    let count = u32::try_from(scripts.len()).unwrap();
    rpc.seen.lock().unwrap().coins =
        (0..count).map(|n| (outpoint(n), coin(&scripts[n as usize]))).collect();
    let tx = unsigned(&rpc, count).await;
    for hash_type in ["ALL", "SINGLE|ANYONECANPAY", "NONE"] {
        // Each input needs an output of its number for SINGLE.
        let tx = if hash_type.starts_with("SINGLE") { unsigned(&rpc, 1).await } else { tx.clone() };
        let params = json!([tx, [wif(1), wif(2)], null, hash_type]);
        let signed = rpc.call("signrawtransactionwithkey", params).await.unwrap();
        let _shape: v30::SignRawTransactionWithKey =
            serde_json::from_value(signed.clone()).unwrap();
        assert_eq!(
            (&signed["complete"], signed.get("errors")),
            (&json!(true), None),
            "{hash_type}"
        );
        assert_spends(&signed["hex"], &scripts[..decoded(&signed["hex"]).input.len()]);
    }
    let signed =
        rpc.call("signrawtransactionwithkey", json!([tx, [wif(1), wif(2)]])).await.unwrap();
    assert_spends(&signed["hex"], &scripts);
    let half = rpc.call("signrawtransactionwithkey", json!([tx, [wif(1)]])).await.unwrap();
    assert_eq!(half["complete"], false);
    assert_eq!(half["errors"].as_array().unwrap().len(), 2);
    // The second key completes what the first began.
    let rest = rpc.call("signrawtransactionwithkey", json!([half["hex"], [wif(2)]])).await.unwrap();
    assert_spends(&rest["hex"], &scripts);
    let none =
        rpc.call("signrawtransactionwithkey", json!([unsigned(&rpc, 7).await, []])).await.unwrap();
    assert_eq!(none["errors"][6]["error"], "Input not found or already spent");
    let error = none["errors"][0]["error"].as_str().unwrap();
    assert_eq!(error, "Unable to sign input, invalid stack size (possibly missing key)");
}

#[tokio::test]
async fn outputs_are_described_by_the_caller() {
    let rpc = Fixture::default().await;
    let inner = script(&format!("multi(1,{},{})", public(1), public(2)));
    let tx = unsigned(&rpc, 1).await;
    let sign = async |prevout: Value| {
        rpc.call("signrawtransactionwithkey", json!([tx, [wif(2)], [prevout]])).await
    };
    let describe = |script: &ScriptBuf, more: Value| {
        let mut out = json!({"txid": TXID, "vout": 0, "scriptPubKey": script.to_hex_string()});
        out.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        out
    };
    let hex = inner.to_hex_string();
    let program = inner.to_p2wsh();
    for (script, more) in [
        (inner.to_p2sh(), json!({"redeemScript": hex})),
        (program.clone(), json!({"witnessScript": hex, "amount": 0.001})),
        (program.to_p2sh(), json!({"witnessScript": hex, "amount": "0.001"})),
        (
            program.to_p2sh(),
            json!({"redeemScript": program.to_hex_string(), "witnessScript": hex, "amount": 0.001}),
        ),
    ] {
        let signed = sign(describe(&script, more.clone())).await.unwrap();
        assert_eq!(signed["complete"], true, "{more}: {signed}");
        assert_spends(&signed["hex"], &[script]);
    }
    let other = script(&format!("pk({})", public(3))).to_hex_string();
    for (script, more, code, message) in [
        (program.clone(), json!({}), -8, "Missing redeemScript/witnessScript"),
        (
            program.clone(),
            json!({"witnessScript": other}),
            -8,
            "redeemScript/witnessScript does not match scriptPubKey",
        ),
        (
            inner.to_p2sh(),
            json!({"redeemScript": hex, "witnessScript": other}),
            -8,
            "redeemScript does not correspond to witnessScript",
        ),
        (
            inner.to_p2sh(),
            json!({"redeemScript": 5}),
            -3,
            "JSON value of type number for field redeemScript is not of expected type string",
        ),
        (inner.clone(), json!({"txid": null}), -3, "Missing txid"),
        (inner.clone(), json!({"vout": -1}), -22, "vout cannot be negative"),
    ] {
        assert_eq!(sign(describe(&script, more)).await, Err((code, message.into())));
    }
    let (code, message) =
        sign(describe(&program, json!({"witnessScript": hex}))).await.unwrap_err();
    assert_eq!(code, -3);
    assert!(
        message
            .starts_with("Missing amount for CTxOut(nValue=21000000.00000000, scriptPubKey=0020"),
        "{message}"
    );
    let bad = rpc.fails("signrawtransactionwithkey", json!([tx, ["x"]])).await;
    assert_eq!(bad, (-5, "Invalid private key".into()));
    let bad = rpc.fails("signrawtransactionwithkey", json!([tx, [], null, "ALL|X"])).await;
    assert_eq!(bad, (-8, "'ALL|X' is not a valid sighash parameter.".into()));
}

#[tokio::test]
async fn signatures_made_apart_are_merged() {
    let rpc = Fixture::default().await;
    let keys = format!("{},{},{}", public(1), public(2), public(3));
    let inner = script(&format!("multi(2,{keys})"));
    let scripts = [inner.to_p2sh(), inner.to_p2wsh(), inner.clone()];
    rpc.seen.lock().unwrap().coins =
        (0..3).map(|n| (outpoint(n), coin(&scripts[n as usize]))).collect();
    let tx = unsigned(&rpc, 3).await;
    let describe = |n: usize, more: Value| {
        let mut out = json!({"txid": TXID, "vout": n, "scriptPubKey": scripts[n].to_hex_string(), "amount": 0.001});
        out.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        out
    };
    let hex = inner.to_hex_string();
    let prevouts = json!([
        describe(0, json!({"redeemScript": hex})),
        describe(1, json!({"witnessScript": hex}))
    ]);
    let mut parts = Vec::new();
    for key in [3, 1] {
        let params = json!([tx, [wif(key)], prevouts]);
        let part = rpc.call("signrawtransactionwithkey", params).await.unwrap();
        assert_eq!(part["complete"], false);
        parts.push(part["hex"].clone());
    }
    let merged = rpc.call("combinerawtransaction", json!([parts])).await.unwrap();
    assert_spends(&merged, &scripts);
    let one = rpc.fails("combinerawtransaction", json!([[tx]])).await;
    assert_eq!(one, (-22, "Missing transactions. At least two transactions required.".into()));
    let other = unsigned(&rpc, 2).await;
    let foreign = rpc.fails("combinerawtransaction", json!([[tx, other]])).await;
    assert_eq!(foreign, (-8, "Transaction number 2 not compatible with first transaction".into()));
    rpc.seen.lock().unwrap().coins.clear();
    let gone = rpc.fails("combinerawtransaction", json!([parts])).await;
    assert_eq!(gone, (-25, "Input not found or already spent".into()));
}

/// Made, merged and joined; what a blank one is byte for byte.
#[tokio::test]
async fn partially_signed_transactions_are_made_merged_and_joined() {
    use quarry_primitives::psbt::Psbt;
    let rpc = Fixture::default().await;
    let decode = |value: &Value| {
        use base64::Engine as _;
        let bytes = base64::engine::general_purpose::STANDARD.decode(value.as_str().unwrap());
        Psbt::deserialize(&bytes.unwrap()).unwrap()
    };
    let params =
        |vout: u32, amount: &str| json!([[{"txid": TXID, "vout": vout}], {(ADDRESS): amount}]);
    let empty = rpc.call("createpsbt", json!([[], {}])).await.unwrap();
    assert_eq!(empty, "cHNidP8BAAoCAAAAAAAAAAAAAA==");
    let one = rpc.call("createpsbt", params(0, "1")).await.unwrap();
    let two = rpc.call("createpsbt", params(1, "2")).await.unwrap();
    let hex = rpc.call("createrawtransaction", params(0, "1")).await.unwrap();
    assert_eq!(rpc.call("converttopsbt", json!([hex])).await.unwrap(), one);
    assert_eq!(rpc.call("combinepsbt", json!([[one, one]])).await.unwrap(), one);
    let joined = decode(&rpc.call("joinpsbts", json!([[one, two]])).await.unwrap());
    assert_eq!((joined.inputs.len(), joined.outputs.len()), (2, 2));
    let mut amounts: Vec<u64> =
        joined.unsigned_tx.output.iter().map(|output| output.value.to_sat()).collect();
    amounts.sort_unstable();
    assert_eq!(amounts, [100_000_000, 200_000_000]);

    let text = "PSBTs not compatible (different transactions)";
    assert_eq!(rpc.fails("combinepsbt", json!([[one, two]])).await, (-8, text.into()));
    let text = "Parameter 'txs' cannot be empty";
    assert_eq!(rpc.fails("combinepsbt", json!([[]])).await, (-8, text.into()));
    let text = "TX decode failed invalid base64";
    assert_eq!(rpc.fails("combinepsbt", json!([["!"]])).await, (-22, text.into()));
    let text = "At least two PSBTs are required to join PSBTs.";
    assert_eq!(rpc.fails("joinpsbts", json!([[one]])).await, (-8, text.into()));
    let text = format!("Input {TXID}:0 exists in multiple PSBTs");
    assert_eq!(rpc.fails("joinpsbts", json!([[one, one]])).await, (-8, text));
}
