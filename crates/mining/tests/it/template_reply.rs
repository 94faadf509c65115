//! Templates as nodes give them: a recorded one byte for byte, and all that is refused.
//!
//! `recorded/template.json` is what Bitcoin Knots 29.4 answered on regtest, with a transaction that
//! has a witness; `recorded/block.hex`, made of it, was accepted by that node.

use std::sync::Arc;

use proptest::prelude::*;
use quarry_mining::template_reply::{request, submission};
use quarry_mining::{CoinbasePlan, ReplyError, TemplateReply, Verdict};
use quarry_pow::{Target, VersionMask};
use quarry_primitives::{BitcoinAmount, ScriptBuf, TxOut};
use serde_json::{Value, json};

const RECORDED: &str = include_str!("recorded/template.json");
const BLOCK: &str = include_str!("recorded/block.hex");

fn recorded() -> Value {
    serde_json::from_str(RECORDED).unwrap()
}

fn with(field: &str, value: Value) -> Value {
    let mut reply = recorded();
    reply[field] = value;
    reply
}

/// Of its text, as it comes from a node.
fn parse(reply: &Value) -> Result<TemplateReply, ReplyError> {
    let text = reply.to_string();
    TemplateReply::parse(&serde_json::from_str(&text).unwrap())
}

fn refused(reply: &Value) -> ReplyError {
    parse(reply).unwrap_err()
}

fn plan() -> CoinbasePlan {
    let script = ScriptBuf::from_hex("0014751e76e8199196d454941c45d1b3a323f1433bd6").unwrap();
    CoinbasePlan {
        outputs: vec![TxOut { value: BitcoinAmount::ZERO, script_pubkey: script }],
        tag: b"/quarry/".to_vec(),
        extranonce_bytes: 12,
    }
}

#[test]
fn a_recorded_session_byte_for_byte() {
    assert_eq!(
        request(None, false).to_string(),
        r#"[{"capabilities":["coinbasevalue","longpoll","workid"],"rules":["segwit","signet"]}]"#
    );
    let takes = &request(None, true)[0]["capabilities"];
    assert_eq!(
        *takes,
        json!(["coinbasetxn", "coinbasevalue", "coinbase/append", "longpoll", "workid"])
    );
    let reply = parse(&recorded()).unwrap();
    let template = &reply.template;
    assert_eq!(
        (template.height, template.time, template.min_time),
        (102, 1_700_000_600, 1_700_000_018)
    );
    assert!(reply.rolls_time);
    assert_eq!(template.work_id, None);
    assert_eq!(template.version_mask, Some(VersionMask::BIP320));
    let id = template.long_poll_id.as_deref();
    assert_eq!(id, recorded()["longpollid"].as_str());
    assert_eq!(request(id, true)[0]["longpollid"], recorded()["longpollid"]);

    let job = template.job("1".to_owned(), &plan(), true).unwrap();
    let work = job.work(&[], &[0; 12], template.version_mask, template.target).unwrap();
    let position = (0..).find(|position| work.check(*position)).unwrap();
    let solution = job.solution(work.parts(position).unwrap(), &[0; 12]);
    let block = template.block(&job, &[], &solution);
    assert_eq!(hex::encode(&block), BLOCK.trim());
    assert_eq!(submission(&block, None), json!([BLOCK.trim()]));
    assert_eq!(submission(&block, Some("w")), json!([BLOCK.trim(), { "workid": "w" }]));
}

#[test]
fn rules_that_must_be_known_are() {
    let rule = |rules: Value| with("rules", rules);
    assert_eq!(refused(&rule(json!(["!other"]))), ReplyError::Rule("other".to_owned()));
    assert!(parse(&rule(json!(["other", "!segwit"]))).is_ok());
    let mut signet = rule(json!(["!segwit", "!signet"]));
    assert_eq!(refused(&signet), ReplyError::Signet);
    signet["signet_challenge"] = json!("512103ad5e51ae");
    assert_eq!(refused(&signet), ReplyError::Signet);
    signet["signet_challenge"] = json!("51");
    assert!(parse(&signet).is_ok());
    // What is committed to before segregated witness is in force would not be valid.
    let mut before = rule(json!([]));
    before["transactions"] = json!([]);
    assert_eq!(parse(&before).unwrap().template.commitment, None);
    let mut lost = recorded();
    lost["default_witness_commitment"] = Value::Null;
    assert_eq!(refused(&lost), ReplyError::NoCommitment);
}

#[test]
fn bits_of_the_version_that_vote_do_not_roll() {
    let votes = with("vbavailable", json!({ "a": 13, "b": 28, "c": 1 }));
    let mask = parse(&votes).unwrap().template.version_mask;
    assert_eq!(mask, VersionMask::new(0x0fff_c000));
    let required = with("vbrequired", json!(0x1fff_e000));
    assert_eq!(parse(&required).unwrap().template.version_mask, None);
    let negative = with("version", json!(-1));
    assert_eq!(parse(&negative).unwrap().template.version, u32::MAX);
}

#[test]
fn what_contradicts_itself_or_has_no_bounds_is_refused() {
    let mut target = recorded();
    target["target"] = json!("00".repeat(32));
    let bits = 0x207f_ffff;
    let zero = Target::from_be_bytes([0; 32]);
    assert_eq!(refused(&target), ReplyError::Contradiction { target: zero, bits });
    target["target"] = Value::Null;
    assert!(parse(&target).is_ok());
    for bits in ["00000000", "20800001", "ff7fffff"] {
        assert!(matches!(refused(&with("bits", json!(bits))), ReplyError::Bits(_)), "{bits}");
    }
    assert_eq!(refused(&with("noncerange", json!("0000000000ffffff"))), ReplyError::NonceRange);
    let tx = recorded()["transactions"][0].clone();
    let many = vec![tx; 16_667];
    assert_eq!(refused(&with("transactions", json!(many))), ReplyError::TooLarge);
    let id = recorded()["transactions"][0]["txid"].clone();
    let long = json!([{ "data": "00".repeat(4_000_001), "txid": id }]);
    assert_eq!(refused(&with("transactions", long)), ReplyError::TooLarge);
    let own = json!({ "rules": [], "coinbasetxn": {} });
    assert_eq!(refused(&own), ReplyError::FixedCoinbase);
}

/// A pool's own coinbase: what is paid and committed to is in it, and nothing else may change.
#[test]
fn a_coinbase_of_the_upstream_s_own_is_taken_as_it_is() {
    let ours = parse(&recorded()).unwrap().template;
    let job = ours.job(String::new(), &plan(), true).unwrap();
    let coinbase = job.coinbase(&[], &[3; 12]);
    let mut reply = recorded();
    reply["coinbasevalue"] = Value::Null;
    reply["mutable"] = json!(["time", "coinbase/append"]);
    // A share's is easier than a block's.
    reply["target"] = json!("7f".repeat(32));
    let with = |data: &str| {
        let mut reply = reply.clone();
        reply["coinbasetxn"] = json!({ "data": data });
        parse(&reply)
    };
    let read = with(&hex::encode(&coinbase)).unwrap();
    assert_eq!(read.share_target, Target::from_be_bytes([0x7f; 32]));
    let template = read.template;
    assert_eq!((template.value, &template.commitment), (ours.value, &ours.commitment));
    assert_eq!((template.coinbase.as_ref(), template.version_mask), (Some(&coinbase), None));
    let plan = CoinbasePlan { outputs: Vec::new(), ..plan() };
    let appended = template.job("1".to_owned(), &plan, true).unwrap().coinbase(&[], &[9; 12]);
    let end = 42 + usize::from(coinbase[41]);
    let expected = [
        &coinbase[..41],
        &[coinbase[41] + 13],
        &coinbase[42..end],
        &[12],
        &[9; 12],
        &coinbase[end..],
    ];
    assert_eq!(appended, expected.concat());
    // No room, no coinbase, and what is neither.
    let long = CoinbasePlan { extranonce_bytes: 16, ..plan.clone() };
    let mut full = Arc::unwrap_or_clone(template);
    let script = [&coinbase[..41], &[90], &[0; 90], &coinbase[end..]].concat();
    full.coinbase = Some(script);
    assert!(full.job("1".to_owned(), &long, true).is_err());
    full.coinbase = Some(vec![0; 41]);
    assert!(full.job("1".to_owned(), &plan, true).is_err());
    let mut other = coinbase.clone();
    other[5] = 1;
    let long = "00".repeat(200_000);
    for data in ["", "00", "zz", &hex::encode(&coinbase[1..]), &hex::encode(other), &long] {
        assert!(
            matches!(with(data), Err(ReplyError::Field { field: "coinbasetxn", .. })),
            "{data}"
        );
    }
}

/// Every field once missing and once of each wrong kind: an error or a template, and never a panic.
#[test]
fn wrong_types_are_told_by_name() {
    let needed = [
        "version",
        "previousblockhash",
        "transactions",
        "coinbasevalue",
        "curtime",
        "bits",
        "height",
    ];
    for field in recorded().as_object().unwrap().keys() {
        let without = parse(&with(field, Value::Null));
        let is_needed = needed.contains(&field.as_str());
        let told = matches!(&without, Err(ReplyError::Field { field: name, .. }) if name == field);
        let commits = field == "rules" || field == "default_witness_commitment";
        assert!(commits || told == is_needed, "{field}: {without:?}");
        // Of no field all are wrong, and of no ignored one any.
        for wrong in [
            json!(-1),
            json!(1.5),
            json!("x"),
            json!([[]]),
            json!({ "x": [] }),
            json!(u64::MAX),
            json!(true),
        ] {
            let _parsed = parse(&with(field, wrong));
        }
    }
    assert_eq!(refused(&json!("x")).to_string(), "the template's `result` is not an object");
    for (field, value) in [
        ("height", json!(0)),
        ("height", json!(500_000_000)),
        ("coinbasevalue", json!(2_100_000_000_000_001u64)),
        ("longpollid", json!("x".repeat(1_001))),
        ("coinbaseaux", json!({ "a": "00".repeat(76) })),
        ("coinbaseaux", json!({ "a": "00".repeat(60), "b": "00".repeat(60) })),
        ("vbavailable", json!({ "a": 32 })),
        ("default_witness_commitment", json!("6a24aa21a9ed")),
        ("transactions", json!([{ "data": "00", "txid": "00".repeat(32) }])),
    ] {
        let error = refused(&with(field, value));
        assert!(matches!(error, ReplyError::Field { field: name, .. } if name == field), "{error}");
    }
}

/// What stands for transactions is read where it is, and anything may stand there.
#[test]
fn transactions_of_other_kinds_are_told_by_name() {
    let txid = "00".repeat(32);
    let data = "11".repeat(60);
    let good = json!({ "data": data, "txid": txid, "fee": 1.5, "depends": [[{}]] });
    let list = |tx: &Value| with("transactions", json!([good, tx, good]));
    let told = |tx: &Value| match refused(&list(tx)) {
        ReplyError::Field { field, expected } => (field, expected),
        other => panic!("{tx}: {other}"),
    };
    assert_eq!(parse(&list(&good)).unwrap().template.txs.len(), 3);
    let of = |data: Value, txid: Value| json!({ "data": data, "txid": txid, "hash": txid });
    for tx in [
        json!(null),
        json!(1),
        json!(-1),
        json!(0.5),
        json!(true),
        json!("11"),
        json!([data, txid]),
        json!({}),
        of(json!(null), json!(txid)),
        of(json!([data]), json!(txid)),
        of(json!(12), json!(txid)),
        of(json!(data), json!({ "a": txid })),
        of(json!(data), json!(null)),
        of(json!(data), json!(format!("{txid}00"))),
        of(json!(data), json!("00".repeat(31))),
        of(json!(data), json!("0g".repeat(32))),
        of(json!(data), json!(format!("0x{}", "00".repeat(31)))),
        of(json!(format!("{data}1")), json!(txid)),
        of(json!(format!("0x{data}")), json!(txid)),
        of(json!(format!("{data}é")), json!(txid)),
    ] {
        assert_eq!(told(&tx), ("transactions", "a list of objects with `data` and `txid`"), "{tx}");
    }
    // Before BIP-145 `hash` was the id, and afterwards it is another one.
    let old = json!([{ "data": data, "hash": txid }]);
    let mut reply = with("transactions", old);
    assert!(matches!(refused(&reply), ReplyError::Field { field: "transactions", .. }));
    reply["rules"] = json!([]);
    assert_eq!(parse(&reply).unwrap().template.txs[0].txid.to_string(), txid);
    // Capital digits and escaped ones are the same ones.
    let text = list(&of(json!("AB".repeat(60)), json!(txid))).to_string();
    let escaped = text.replacen("ABAB", "\\u0061BAB", 1);
    let bytes = |text: &str| {
        let reply = TemplateReply::parse(&serde_json::from_str(text).unwrap()).unwrap();
        reply.template.txs[1].bytes.clone()
    };
    assert_ne!(text, escaped);
    assert_eq!((bytes(&text), bytes(&escaped)), (vec![0xab; 60], vec![0xab; 60]));
}

#[test]
fn what_the_coinbase_has_to_have_is_pushed() {
    let aux = with("coinbaseaux", json!({ "flags": "062f503253482f", "none": "" }));
    let template = parse(&aux).unwrap().template;
    assert_eq!(hex::encode(&template.aux), "07062f503253482f");
}

#[test]
fn answers_to_blocks_are_told_apart() {
    assert_eq!(Verdict::of_block(&Value::Null), Verdict::Accepted);
    let rejected = |reason: &str| Verdict::Rejected(reason.to_owned());
    assert_eq!(Verdict::of_block(&json!("high-hash")), rejected("high-hash"));
    assert_eq!(Verdict::of_block(&json!("duplicate")), rejected("duplicate"));
    assert_eq!(
        Verdict::of_block(&json!("inconclusive")),
        Verdict::Stale("inconclusive".to_owned())
    );
    assert_eq!(
        Verdict::of_block(&json!("stale-prevblk")),
        Verdict::Stale("stale-prevblk".to_owned())
    );
    assert_eq!(Verdict::of_block(&json!("a\u{1b}[2Jb\n")), rejected("a [2Jb"));
    assert_eq!(Verdict::of_block(&json!("")), rejected("no reason given"));
    assert_eq!(Verdict::of_block(&json!("é".repeat(10_000))), rejected(&"é".repeat(200)));
    assert_eq!(Verdict::of_block(&json!({ "a": 1 })), rejected(r#"{"a":1}"#));
    assert_eq!(Verdict::of_work(&json!(true)), Verdict::Accepted);
    assert_eq!(Verdict::of_work(&json!(false)), rejected("refused"));
}

proptest! {
    /// Whatever stands in a field, in its place or a transaction's.
    #[test]
    fn no_template_makes_a_panic(at in 0usize..25, text in ".{0,80}", number: i64, pick in 0u8..4) {
        let mut reply = recorded();
        let keys: Vec<String> = reply.as_object().unwrap().keys().cloned().collect();
        let value = match pick {
            0 => json!(text),
            1 => json!(number),
            2 => json!([text]),
            _ => json!({ text: number }),
        };
        match keys.get(at) {
            Some(key) => reply[key] = value,
            None => reply["transactions"][0]["data"] = value,
        }
        if let Ok(reply) = parse(&reply) {
            let _made = reply.template.job(String::new(), &plan(), true);
        }
    }
}
