//! Methods about addresses, descriptors, messages and the server: values and shapes.

use corepc_types::v30;
use quarry_primitives::Network;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::fixture::{Fixture, config};

const KEY: &str = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const OTHER: &str = "02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5";

fn shape<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[tokio::test]
async fn addresses_are_described() {
    let rpc = Fixture::start_on(config(), Network::Bitcoin).await;
    let valid = async |text: &str| rpc.call("validateaddress", json!([text])).await.unwrap();
    let keyhash = valid("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4").await;
    assert_eq!(
        keyhash,
        json!({
            "isvalid": true,
            "address": "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "scriptPubKey": "0014751e76e8199196d454941c45d1b3a323f1433bd6",
            "isscript": false,
            "iswitness": true,
            "witness_version": 0,
            "witness_program": "751e76e8199196d454941c45d1b3a323f1433bd6",
        })
    );
    let _shape: v30::ValidateAddress = shape(&keyhash);
    let anchor = valid("bc1pfeessrawgf").await;
    assert_eq!(anchor["scriptPubKey"], "51024e73");
    assert_eq!(anchor.get("witness_version"), None);
    let bad = valid("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5").await;
    assert_eq!(
        bad,
        json!({"isvalid": false, "error_locations": [41], "error": "Invalid Bech32 checksum"})
    );
    let script = valid("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy").await;
    assert_eq!((&script["isscript"], &script["iswitness"]), (&json!(true), &json!(false)));
}

#[tokio::test]
async fn descriptors_are_analysed_and_derived() {
    let rpc = Fixture::default().await;
    let tpub = "tpubD6NzVbkrYhZ4WaWSyoBvQwbpLkojyoTZPRsgXELWz3Popb3qkjcJyJUGLnL4qHHoQvao8ESaAstxYSnhyswJ76uZPStJRJCTKvosUCJZL5B";
    let info = rpc.call("getdescriptorinfo", json!([format!("wpkh({tpub}/1/*)")])).await.unwrap();
    let shaped: v30::GetDescriptorInfo = shape(&info);
    assert!(shaped.is_range && shaped.is_solvable && !shaped.has_private_keys);
    let text = info["descriptor"].as_str().unwrap();
    let found = rpc.call("deriveaddresses", json!([text, [0, 2]])).await.unwrap();
    let _shape: v30::DeriveAddresses = shape(&found);
    assert_eq!(found.as_array().unwrap().len(), 3);
    assert_eq!(rpc.call("deriveaddresses", json!([text, 2])).await.unwrap(), found);

    let both = format!("wpkh({tpub}/<0;1>/*)");
    let info = rpc.call("getdescriptorinfo", json!([both])).await.unwrap();
    assert_eq!(info["multipath_expansion"].as_array().unwrap().len(), 2);
    let both = format!("{both}#{}", info["checksum"].as_str().unwrap());
    let found = rpc.call("deriveaddresses", json!([both, [3, 3]])).await.unwrap();
    let _shape: v30::DeriveAddressesMultipath = shape(&found);

    let fails = async |params: Value| rpc.fails("deriveaddresses", params).await;
    assert_eq!(fails(json!([format!("wpkh({KEY})")])).await, (-5, "Missing checksum".into()));
    assert_eq!(
        fails(json!([text])).await,
        (-8, "Range must be specified for a ranged descriptor".into())
    );
    assert_eq!(
        fails(json!([text, [2, 0]])).await.1,
        "Range specified as [begin,end] must not have begin after end"
    );
    assert_eq!(fails(json!([text, [-1, 0]])).await.1, "Range should be greater or equal than 0");
    assert_eq!(fails(json!([text, 1_000_001])).await.1, "Range is too large");
    assert_eq!(
        fails(json!([text, "x"])).await.1,
        "Range must be specified as end or as [begin,end]"
    );
    assert_eq!(fails(json!([text, 3_000_000_000_i64])).await.1, "End of range is too high");
    let raw = "raw(51)";
    let info = rpc.call("getdescriptorinfo", json!([raw])).await.unwrap();
    let raw = info["descriptor"].clone();
    assert_eq!(fails(json!([raw])).await.1, "Descriptor does not have a corresponding address");
    assert_eq!(
        fails(json!([raw, 1])).await.1,
        "Range should not be specified for an un-ranged descriptor"
    );
}

#[tokio::test]
async fn multisig_addresses_are_made() {
    let rpc = Fixture::default().await;
    for (kind, start) in [("legacy", "2"), ("p2sh-segwit", "2"), ("bech32", "bcrt1q")] {
        let made = rpc.call("createmultisig", json!([1, [KEY, OTHER], kind])).await.unwrap();
        let _shape: v30::CreateMultisig = shape(&made);
        assert_eq!(made["redeemScript"], format!("5121{KEY}21{OTHER}52ae"));
        assert!(made["address"].as_str().unwrap().starts_with(start));
        let derived = rpc.call("deriveaddresses", json!([made["descriptor"]])).await.unwrap();
        assert_eq!(derived, json!([made["address"]]));
    }
    let open = "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
    let made = rpc.call("createmultisig", json!([1, [open], "bech32"])).await.unwrap();
    assert!(
        made["warnings"][0].as_str().unwrap().starts_with("Unable to make chosen address type")
    );
    let fails = async |params: Value| rpc.fails("createmultisig", params).await;
    assert_eq!(
        fails(json!([0, [KEY]])).await,
        (-8, "a multisignature address must require at least one key to redeem".into())
    );
    assert_eq!(
        fails(json!([2, [KEY]])).await,
        (-8, "not enough keys supplied (got 1 keys, but need at least 2 to redeem)".into())
    );
    assert_eq!(fails(json!([1, ["zz"]])).await, (-5, "Pubkey \"zz\" must be a hex string".into()));
    assert_eq!(
        fails(json!([1, ["00"]])).await.1,
        "Pubkey \"00\" must have a length of either 33 or 65 bytes"
    );
    let off = format!("05{}", &KEY[2..]);
    assert_eq!(
        fails(json!([1, [off]])).await.1,
        format!("Pubkey \"{off}\" must be cryptographically valid.")
    );
    assert_eq!(
        fails(json!([1, [KEY], "bech32m"])).await.1,
        "createmultisig cannot create bech32m multisig addresses"
    );
    assert_eq!(fails(json!([1, [KEY], "x"])).await.1, "Unknown address type 'x'");
    assert!(fails(json!([1, vec![KEY; 21]])).await.1.starts_with("Number of keys involved"));
    assert_eq!(
        fails(json!([1, vec![KEY; 16], "legacy"])).await.1,
        "redeemScript exceeds size limit: 547 > 520"
    );
}

/// The key, message and signature of Core's functional test.
#[tokio::test]
async fn messages_are_signed_and_verified() {
    let rpc = Fixture::default().await;
    let (key, message) =
        ("cUeKHd5orzT3mz8P9pxyREHfsWtVfgsfDjiZZBcjUBAaGk1BTj7N", "This is just a test message");
    let signature =
        "INbVnW4e6PeRmsv2Qgu8NuopvrVjkcxob+sX8OcZG0SALhWybUjzMLPdAsXI46YZGb0KQTRii+wWIQzRpG/U+S0=";
    let made = rpc.call("signmessagewithprivkey", json!([key, message])).await.unwrap();
    assert_eq!(made, signature);
    let address = "mpLQjfK79b7CCV4VMJWEWAj5Mpx8Up5zxB";
    let verify = async |params: Value| rpc.call("verifymessage", params).await;
    assert_eq!(verify(json!([address, signature, message])).await.unwrap(), true);
    assert_eq!(verify(json!([address, signature, "other"])).await.unwrap(), false);
    assert_eq!(verify(json!([address, "AAAA", message])).await.unwrap(), false);
    let segwit = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
    assert_eq!(
        verify(json!([segwit, signature, message])).await,
        Err((-3, "Address does not refer to key".into()))
    );
    assert_eq!(verify(json!(["x", signature, message])).await, Err((-5, "Invalid address".into())));
    assert_eq!(
        verify(json!([address, "=", message])).await,
        Err((-3, "Malformed base64 encoding".into()))
    );
    let bad = rpc.fails("signmessagewithprivkey", json!(["x", message])).await;
    assert_eq!(bad, (-5, "Invalid private key".into()));
}

#[tokio::test]
async fn the_server_tells_of_itself() {
    let rpc = Fixture::default().await;
    let memory = rpc.call("getmemoryinfo", json!([])).await.unwrap();
    let _shape: v30::GetMemoryInfoStats = shape(&memory);
    let locked = &memory["locked"];
    let number = |key: &str| locked[key].as_u64().unwrap();
    assert_eq!(number("used") + number("free"), number("total"));
    assert!(number("used") > 0 && number("chunks_used") > 0);
    assert_eq!(
        rpc.fails("getmemoryinfo", json!(["foobar"])).await,
        (-8, "unknown mode foobar".into())
    );

    let index = rpc.call("getindexinfo", json!([])).await.unwrap();
    assert_eq!(index, json!({"txindex": {"synced": true, "best_block_height": 7}}));
    assert_eq!(rpc.call("getindexinfo", json!(["foo"])).await.unwrap(), json!({}));

    rpc.call("setmocktime", json!([1_700_000_000])).await.unwrap();
    assert_eq!(rpc.seen.lock().unwrap().mock_time, Some(Some(1_700_000_000)));
    rpc.call("setmocktime", json!([0])).await.unwrap();
    assert_eq!(rpc.seen.lock().unwrap().mock_time, Some(None));
    let error = rpc.fails("setmocktime", json!([-1])).await;
    assert_eq!(error, (-8, "Mocktime must be in the range [0, 9223372036], not -1.".into()));

    assert_eq!(rpc.call("stop", json!([])).await.unwrap(), "Quarry stopping");
    assert!(rpc.seen.lock().unwrap().stopped);
}

#[tokio::test]
async fn log_categories_are_switched() {
    let rpc = Fixture::default().await;
    let before = rpc.call("logging", json!([])).await.unwrap();
    let _shape: v30::Logging = shape(&before);
    assert!(
        keys(&before).len() > 20 && before.as_object().unwrap().values().all(|on| *on == false)
    );
    let after = rpc.call("logging", json!([["all"], ["net", "qt"]])).await.unwrap();
    assert_eq!((&after["net"], &after["rpc"]), (&json!(false), &json!(true)));
    assert!(rpc.seen.lock().unwrap().log.contains(&"rpc"));
    let bad = rpc.fails("logging", json!([["fbbz"]])).await;
    assert_eq!(bad, (-8, "unknown logging category fbbz".into()));
}
