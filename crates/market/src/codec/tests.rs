//! The bytes, fixed for ever: a change here is a change of the format and needs a new version.

use quarry_pow::{Endian, HashOrder, NonceField, NonceWidth};
use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint, ScriptBuf, Txid};

use super::*;
use crate::{
    Action, ArticleId, Authorization, Capabilities, ChangeCoin, Deposit, JobId, LeaseId,
    MarketConfig, NonceInput, OrderId, Requirements, UnitId, WithdrawalId,
};

fn key() -> AccountKey {
    "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c".parse().unwrap()
}

fn other() -> AccountKey {
    "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798".parse().unwrap()
}

fn third() -> AccountKey {
    "02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5".parse().unwrap()
}

fn hash(byte: u8) -> BlockHash {
    hex::encode([byte; 32]).parse().unwrap()
}

fn txid(byte: u8) -> Txid {
    hex::encode([byte; 32]).parse().unwrap()
}

fn outpoint(byte: u8) -> OutPoint {
    OutPoint { txid: txid(byte), vout: 5 }
}

fn change(byte: u8, change_index: u32, amount: u64) -> ChangeCoin {
    ChangeCoin { outpoint: outpoint(byte), change_index, amount: Amount::of(amount) }
}

/// A block that spends the first block's deposit and makes another.
fn second_block() -> Command {
    let amount = Amount::of(3_000);
    Command::BlockScanned {
        height: 2,
        hash: hash(2),
        parent: hash(1),
        deposits: vec![Deposit { outpoint: outpoint(0xd0), deposit_index: 1, amount }],
        change: vec![],
        spent: vec![outpoint(0xcd)],
        confirmed: vec![],
    }
}

fn input() -> NonceInput {
    NonceInput {
        template: vec![1, 2, 3, 4, 0, 0, 0, 0],
        field: NonceField { offset: 4, width: NonceWidth::U32, endian: Endian::Big },
        order: HashOrder::Digest,
        target: [0xff; 32],
    }
}

fn signed(account: AccountKey, serial: u8, action: Action) -> Command {
    let authorization = Authorization {
        account,
        signer: account,
        idempotency_key: [serial; 16],
        body_hash: [2; 32],
        expiry_ms: 2_000,
        signature: [3; 64],
    };
    Command::Signed { authorization, action }
}

fn actions() -> Vec<Action> {
    let article = ArticleId::nonce;
    vec![
        Action::Register,
        Action::PlaceAsk {
            article: article(),
            quantity: 1,
            limit_price: Amount::of(2),
            slots: 3,
            expires_ms: 9_000,
            capabilities: Capabilities { cores: 4, memory_mb: 5 },
        },
        Action::SubmitJob {
            article: article(),
            units: vec![input()],
            limit_price: Amount::of(200),
            expires_ms: 9_000,
            requirements: Requirements { min_cores: 1, min_memory_mb: 2 },
        },
        Action::CancelOrder { order: OrderId(1) },
        Action::CancelJob { job: JobId(2) },
        Action::Heartbeat { lease: LeaseId(3), hashes: u64::MAX },
        Action::CommitNonce { lease: LeaseId(4), nonce: u64::MAX },
        Action::ReportExhausted { lease: LeaseId(5) },
        Action::RefuseUnit { lease: LeaseId(6), reason: "say \"no\"".to_owned() },
        Action::Withdraw {
            amount: Amount::of(7),
            script: ScriptBuf::from_bytes(vec![0x51]),
            unit: Some(UnitId(8)),
        },
        Action::Withdraw { amount: Amount::of(7), script: ScriptBuf::new(), unit: None },
    ]
}

fn commands() -> Vec<Command> {
    let mut commands = vec![
        Command::Open(MarketConfig::new(hash(0xab), key())),
        Command::Restarted,
        Command::Tick,
        Command::BlockScanned {
            height: 1,
            hash: hash(1),
            parent: hash(0),
            deposits: vec![Deposit {
                outpoint: outpoint(0xcd),
                deposit_index: 0,
                amount: Amount::of(100_000),
            }],
            change: vec![change(0xce, 0, 5_000), change(0xcf, 1, 700)],
            spent: vec![outpoint(0xcf)],
            confirmed: vec![txid(9)],
        },
        Command::BlockUnscanned { height: 1, hash: hash(1) },
        Command::WithdrawalSigned {
            id: WithdrawalId(1),
            raw_tx: vec![0xde, 0xad],
            txid: txid(8),
            network_fee: Amount::of(3),
            spent: vec![outpoint(7)],
        },
        Command::WithdrawalBroadcast { id: WithdrawalId(1) },
        Command::WithdrawalRefused { id: WithdrawalId(2), reason: "no".to_owned() },
    ];
    commands.extend((1..).zip(actions()).map(|(n, action)| signed(key(), n, action)));
    commands
}

/// A market with something of everything that a snapshot holds.
fn market() -> Market {
    let mut market = Market::empty();
    let mut run = |at_ms, command: &Command| {
        let _ = market.apply(at_ms, command);
    };
    let all = commands();
    run(1_000, &all[0]);
    run(1_000, &signed(key(), 1, Action::Register));
    run(1_000, &signed(other(), 1, Action::Register));
    run(1_000, &all[3]);
    run(1_000, &second_block());
    // A job of two units, one of which is settled and one leased; an ask that is left.
    let [_, ask, submit, ..] = &actions()[..] else { unreachable!() };
    run(1_000, &signed(key(), 2, submit.clone()));
    run(1_000, &signed(key(), 3, submit.clone()));
    run(1_000, &signed(other(), 2, ask.clone()));
    run(1_000, &signed(other(), 3, Action::CommitNonce { lease: LeaseId(1), nonce: 0 }));
    run(1_001, &signed(other(), 4, ask.clone()));
    run(1_002, &signed(other(), 5, Action::RefuseUnit { lease: LeaseId(2), reason: "hot".into() }));
    run(1_002, &signed(other(), 6, ask.clone()));
    run(1_003, &signed(third(), 1, Action::Register));
    run(1_003, &signed(third(), 2, ask.clone()));
    run(1_004, &signed(third(), 3, Action::Heartbeat { lease: LeaseId(3), hashes: 1 }));
    run(1_004, &signed(third(), 4, Action::CancelOrder { order: OrderId(9) }));
    let script = ScriptBuf::from_bytes(vec![0x51]);
    let withdraw = Action::Withdraw { amount: Amount::of(20_000), script, unit: None };
    run(1_003, &signed(key(), 4, withdraw));
    run(1_004, &all[5]);
    market.check_books().unwrap();
    market
}

#[test]
fn commands_have_their_bytes() {
    let golden: Vec<&str> = include_str!("golden/commands.jsonl").lines().collect();
    let commands = commands();
    assert_eq!(golden.len(), commands.len());
    for (line, command) in golden.iter().zip(&commands) {
        let bytes = encode_command(1_234, command);
        assert_eq!(std::str::from_utf8(&bytes).unwrap(), *line);
        assert_eq!(decode_command(line.as_bytes()), Ok((1_234, command.clone())));
    }
}

#[test]
fn a_snapshot_has_its_bytes() {
    let golden = include_str!("golden/snapshot.json").trim_end();
    let market = market();
    assert_eq!(std::str::from_utf8(&encode_snapshot(&market)).unwrap(), golden);
    assert_eq!(decode_snapshot(golden.as_bytes()).unwrap(), market);
    assert_eq!(hex::encode(market.state_hash()), include_str!("golden/state_hash.txt").trim_end());
}

#[test]
fn reading_is_strict() {
    let good = r#"{"v":1,"at_ms":5,"command":{"withdrawal_broadcast":{"id":7}}}"#;
    assert!(decode_command(good.as_bytes()).is_ok());
    for (change, to, error) in [
        ("\"v\":1", "\"v\":2", CodecError::NewerFormat { got: 2 }),
        ("\"v\":1", "\"v\":0", CodecError::NoSuchVersion { got: 0 }),
        (":5", ": 5", CodecError::NotCanonical),
    ] {
        assert_eq!(decode_command(good.replace(change, to).as_bytes()), Err(error));
    }
    for bad in [
        "",
        "{}",
        "null",
        r#"{"v":1,"at_ms":5,"command":"fly"}"#,
        r#"{"v":1,"at_ms":5,"command":"tick","more":1}"#,
        r#"{"v":1,"at_ms":5,"command":{"tick":{}}}"#,
        r#"{"v":1,"at_ms":-5,"command":"tick"}"#,
        r#"{"v":1,"at_ms":5,"command":{"withdrawal_broadcast":{"id":7,"x":1}}}"#,
        r#"{"v":1,"at_ms":5,"command":{"withdrawal_broadcast":{}}}"#,
        r#"{"v":1,"at_ms":5,"command":{"withdrawal_broadcast":{"id":7.0}}}"#,
        r#"{"v":1,"at_ms":5,"command":"tick"} "tail""#,
    ] {
        assert!(matches!(decode_command(bad.as_bytes()), Err(CodecError::Json(_))), "{bad}");
    }
}

#[test]
fn values_out_of_range_are_not_read() {
    let golden = include_str!("golden/commands.jsonl");
    for (command, change, to) in [
        ("open", "abab", "ABAB"),
        ("open", "\"0330", "\"0530"),
        ("block_scanned", "100000", "2100000000000001"),
        ("submit_job", "\"width\":4", "\"width\":5"),
        ("submit_job", "sha256d.nonce/1", "SHA256d"),
        ("withdrawal_signed", "dead", "dea"),
    ] {
        let line = golden.lines().find(|line| line.contains(command)).unwrap();
        assert!(line.contains(change));
        let bad = line.replace(change, to);
        assert!(decode_command(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn contradictory_snapshots_are_not_read() {
    let golden = include_str!("golden/snapshot.json").trim_end();
    let newer = golden.replacen("\"rules\":1", "\"rules\":2", 1);
    assert_eq!(decode_snapshot(newer.as_bytes()).unwrap_err(), CodecError::NewerRules { got: 2 });
    for (change, to) in [
        ("\"balance\":20000", "\"balance\":20001"),
        ("\"state\":\"running\",\"held\":206", "\"state\":\"running\",\"held\":207"),
        ("\"unpaid\":1", "\"unpaid\":0"),
        ("\"deposit_index\":1", "\"deposit_index\":0"),
        ("\"stage\":\"signed\"", "\"stage\":\"requested\""),
        ("\"state\":\"settled\"", "\"state\":\"open\""),
        ("\"state\":\"running\"", "\"state\":\"open\""),
        ("\"lease\":4,\"trade\"", "\"lease\":3,\"trade\""),
        // A coin that no block made, or another amount, address or block; a block off the chain.
        (":5\",\"coin\":{\"amount\":5000", ":6\",\"coin\":{\"amount\":5000"),
        ("\"coin\":{\"amount\":5000", "\"coin\":{\"amount\":5001"),
        ("\"path\":{\"deposit\":1},\"height\":2", "\"path\":{\"deposit\":0},\"height\":2"),
        ("\"path\":{\"change\":0},\"height\":1", "\"path\":{\"change\":0},\"height\":0"),
        ("\"coin\":{\"amount\":100000", "\"coin\":{\"amount\":100001"),
        ("\"height\":2,\"block\"", "\"height\":3,\"block\""),
    ] {
        assert!(golden.contains(change), "{change}");
        let bad = golden.replacen(change, to, 1);
        assert!(decode_snapshot(bad.as_bytes()).is_err(), "{change}");
    }
}

/// Writes the golden files' contents to the test's output, for a new format version.
#[test]
fn golden_files_can_be_made_again() {
    for command in commands() {
        println!("{}", std::str::from_utf8(&encode_command(1_234, &command)).unwrap());
    }
    println!("{}", std::str::from_utf8(&encode_snapshot(&market())).unwrap());
    println!("{}", hex::encode(market().state_hash()));
}
