//! The help texts.

use serde_json::json;

use crate::fixture::Fixture;

#[tokio::test]
async fn methods_are_listed_by_category() {
    let rpc = Fixture::default().await;
    let list = rpc.call("help", json!([])).await.unwrap();
    let list = list.as_str().unwrap();
    assert!(list.starts_with("== Blockchain ==\n"), "{list}");
    assert!(list.contains("\n\n== Control ==\ngetmemoryinfo ( \"mode\" )\ngetrpcinfo\n"), "{list}");
    assert!(
        list.contains(
            "\n\n== Util ==\ncreatemultisig nrequired [\"key\",...] ( \"address_type\" )\n"
        )
    );
    assert!(!list.contains("setmocktime") && !list.contains("echo"));
    let unknown = rpc.call("help", json!(["foo"])).await.unwrap();
    assert_eq!(unknown, "help: unknown command: foo");
}

#[tokio::test]
async fn a_methods_help_is_laid_out_as_cores() {
    let rpc = Fixture::default().await;
    let help = rpc.call("help", json!(["createmultisig"])).await.unwrap();
    let expected = "\
createmultisig nrequired [\"key\",...] ( \"address_type\" )

Creates a multi-signature address with n signatures of m keys required.
It returns a json object with the address and redeemScript.

Arguments:
1. nrequired       (numeric, required) The number of required signatures out of the m keys.
2. keys            (json array, required) The hex-encoded public keys.
     [
       \"key\",      (string) The hex-encoded public key
       ...
     ]
3. address_type    (string, optional, default=\"legacy\") The address type to use. Options are \
\"legacy\", \"p2sh-segwit\", and \"bech32\".

Result:
";
    assert!(help.as_str().unwrap().starts_with(expected), "{}", help.as_str().unwrap());
    let stop = rpc.call("help", json!(["stop"])).await.unwrap();
    assert!(stop.as_str().unwrap().starts_with("stop\n\nRequest"), "hidden parameters stay hidden");
    for method in ["setmocktime", "createrawtransaction", "signrawtransactionwithkey"] {
        let help = rpc.call("help", json!([method])).await.unwrap();
        assert!(help.as_str().unwrap().starts_with(method));
    }
}

#[tokio::test]
async fn the_table_of_conversions_tells_texts_from_others() {
    let rpc = Fixture::default().await;
    let rows = rpc.call("help", json!(["dump_all_command_conversions"])).await.unwrap();
    let rows = rows.as_array().unwrap();
    assert!(rows.contains(&json!(["createmultisig", 0, "nrequired", false])));
    assert!(rows.contains(&json!(["createmultisig", 2, "address_type", true])));
}
