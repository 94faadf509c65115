//! `quarry script trace`: steps, results, exit codes, wrong input.

use crate::harness::{Ran, run};

fn trace(args: &[&str]) -> Ran {
    run(&[&["script", "trace"], args].concat())
}

#[test]
fn every_step_is_shown_and_the_result() {
    let ran = trace(&["--script-sig", "2 3", "--script-pubkey", "OP_ADD 5 EQUAL", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let json = ran.json();
    assert_eq!((&json["valid"], &json["error"]), (&true.into(), &serde_json::Value::Null));
    let steps: Vec<(&str, u64, &str, String)> = json["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            let text = |key: &str| step[key].as_str().unwrap();
            (
                text("script"),
                step["offset"].as_u64().unwrap(),
                text("opcode"),
                step["stack"].to_string(),
            )
        })
        .collect();
    let want = [
        ("scriptSig", 0, "OP_2", r#"["02"]"#),
        ("scriptSig", 1, "OP_3", r#"["02","03"]"#),
        ("scriptPubKey", 0, "OP_ADD", r#"["05"]"#),
        ("scriptPubKey", 1, "OP_5", r#"["05","05"]"#),
        ("scriptPubKey", 2, "OP_EQUAL", r#"["01"]"#),
    ];
    let want: Vec<_> = want.iter().map(|(a, b, c, d)| (*a, *b, *c, (*d).to_owned())).collect();
    assert_eq!(steps, want);
}

#[test]
fn a_spend_that_is_not_allowed_names_cores_error() {
    let args = ["--script-sig", "1 2", "--script-pubkey", "EQUALVERIFY 1"];
    let ran = trace(&args);
    assert_eq!(ran.code, Some(4), "{ran:#?}");
    for words in
        ["SCRIPT", "OP_EQUALVERIFY", "EQUALVERIFY: Script failed an OP_EQUALVERIFY operation"]
    {
        assert!(ran.stdout.contains(words), "no `{words}` in {ran:#?}");
    }
    assert!(ran.stderr.contains("the spend is not allowed"), "{ran:#?}");
    let json = trace(&[&args[..], &["--json"]].concat());
    assert_eq!(json.code, Some(4));
    assert_eq!(json.json()["error"]["name"], "EQUALVERIFY");
}

#[test]
fn branches_that_are_not_taken_and_the_other_stack() {
    let script = "0 IF 7 ELSE 8 TOALTSTACK ENDIF 1";
    let ran = trace(&["--script-pubkey", script, "--flags", "none", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let steps = ran.json()["steps"].clone();
    assert_eq!((&steps[2]["opcode"], &steps[2]["executed"]), (&"OP_7".into(), &false.into()));
    assert_eq!(steps[5]["alt_stack"], serde_json::json!(["08"]));
    let ran = trace(&["--script-pubkey", script, "--flags", "none"]);
    assert!(ran.stdout.contains("skipped"), "{ran:#?}");
}

/// The script behind the hash is shown as what it is: BIP-16, BIP-141.
#[test]
fn scripts_behind_hashes_are_stages() {
    let hash = "4ae81572f06e1b88fd5ced7a1a000945432e83e1551e6f721ee9c00b8cc33260";
    let program = format!("0020{hash}");
    let ran = trace(&["--script-pubkey", &program, "--witness", "51", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let json = ran.json();
    assert_eq!(json["steps"].as_array().unwrap().last().unwrap()["script"], "witnessScript");
    let wrong = trace(&["--script-pubkey", &program, "--witness", "52", "--json"]);
    assert_eq!(wrong.json()["error"]["name"], "WITNESS_PROGRAM_MISMATCH");
}

/// The spend of Bitcoin's block 170: the first payment there was.
#[test]
fn an_input_of_a_transaction() {
    let tx = concat!(
        "0100000001c997a5e56e104102fa209c6a852dd90660a20b2d9c352423edce25857fcd37040000000048473044",
        "02204e45e16932b8af514961a1d3a1a25fdf3f4f7732e9d624c6c61548ab5fb8cd410220181522ec8eca07de48",
        "60a4acdd12909d831cc56cbbac4622082221a8768d1d0901ffffffff0200ca9a3b00000000434104ae1a62fe09",
        "c5f51b13905f07f06b99a2f7159b2225f374cd378d71302fa28414e7aab37397f554a7df5f142c21c1b7303b8a",
        "0626f1baded5c72a704f7e6cd84cac00286bee0000000043410411db93e1dcdb8a016b49840f8c53bc1eb68a38",
        "2e97b1482ecad7b148a6909a5cb2e0eaddfb84ccf9744464f82e160bfa9b8b64f9d4c03f999b8643f656b412a3",
        "ac00000000"
    );
    let key = concat!(
        "410411db93e1dcdb8a016b49840f8c53bc1eb68a382e97b1482ecad7b148a6909a5cb2e0eaddfb84ccf9744464",
        "f82e160bfa9b8b64f9d4c03f999b8643f656b412a3ac"
    );
    let spent = format!("5000000000:{key}");
    let ran = trace(&["--tx", tx, "--input", "0", "--spent", &spent]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(ran.stdout.contains("OP_CHECKSIG"), "{ran:#?}");
    let other = spent.replace("0411db", "0411dc");
    assert_eq!(trace(&["--tx", tx, "--spent", &other]).code, Some(4));
}

#[test]
fn wrong_input_says_what_to_give() {
    let cases: [(&[&str], &str); 8] = [
        (&[], "--script-pubkey"),
        (&["--script-pubkey", "OP_NONSENSE"], "`OP_NONSENSE` is no operation"),
        (&["--script-pubkey", "1", "--flags", "X"], "unknown flags"),
        (&["--script-pubkey", "1", "--witness", "x"], "each item of the witness must be in hex"),
        (&["--tx", "00", "--spent", "1:51"], "the transaction must be in hex"),
        (&["--tx", "00", "--spent", "51"], "--spent takes AMOUNT:HEX"),
        (&["--tx", "00", "--script-pubkey", "1"], "cannot be used with"),
        (&["--script-pubkey", "1", "--spent", "1:51"], "spent outputs belong to a transaction"),
    ];
    for (args, words) in cases {
        let ran = trace(args);
        assert_eq!(ran.code, Some(2), "{args:?} {ran:#?}");
        assert!(ran.stderr.contains(words), "no `{words}`: {ran:#?}");
    }
}
