//! `script_tests.json`: one input, one output, flags, and the exact error.

use quarry_chain::script::sighash::{tap_leaf_hash, tap_tweak_hash};
use quarry_chain::script::{Flags, TxData, verify_input};
use quarry_primitives::secp256k1::{Scalar, Secp256k1, SecretKey};
use quarry_primitives::{
    BitcoinAmount, LockTime, OutPoint, ScriptBuf, Sequence, Transaction, TransactionVersion, TxIn,
    TxOut, Witness,
};
use serde_json::Value;

use super::{asm, assert_none_failed, rows, text, unhex};

/// A case: what spends what, under which flags, and what comes of it.
pub(crate) struct Case {
    pub(crate) tx: Transaction,
    pub(crate) spent: TxOut,
    pub(crate) flags: Flags,
    want: String,
    comment: String,
}

/// "It is evaluated as if there was a crediting coinbase transaction with two 0 pushes as
/// scriptSig, and one output of 0 satoshi and given scriptPubKey, followed by a spending
/// transaction which spends this output as only input".
fn spend_of(script_sig: Vec<u8>, witness: Witness, spent: &TxOut) -> Transaction {
    let version = TransactionVersion::ONE;
    let credit_input = TxIn {
        previous_output: OutPoint::null(),
        script_sig: ScriptBuf::from_bytes(vec![0, 0]),
        sequence: Sequence::MAX,
        witness: Witness::new(),
    };
    let credit = Transaction {
        version,
        lock_time: LockTime::ZERO,
        input: vec![credit_input],
        output: vec![spent.clone()],
    };
    let input = TxIn {
        previous_output: OutPoint { txid: credit.compute_txid(), vout: 0 },
        script_sig: script_sig.into(),
        sequence: Sequence::MAX,
        witness,
    };
    let output = TxOut { value: spent.value, script_pubkey: ScriptBuf::new() };
    Transaction { version, lock_time: LockTime::ZERO, input: vec![input], output: vec![output] }
}

/// The key that the vectors' own generator calls key0.
fn key0() -> SecretKey {
    let mut bytes = [0; 32];
    bytes[31] = 1;
    SecretKey::from_slice(&bytes).unwrap()
}

/// The control block of a lone leaf, and the output's script.
fn lone_leaf(script: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let secp = Secp256k1::new();
    let (internal, _) = key0().x_only_public_key(&secp);
    let root = tap_leaf_hash(0xc0, script);
    let tweak = tap_tweak_hash(&internal.serialize(), Some(&root));
    let (output, parity) =
        internal.add_tweak(&secp, &Scalar::from_be_bytes(tweak).unwrap()).unwrap();
    let control = [&[0xc0 | parity.to_u8()], &internal.serialize()[..]].concat();
    (control, [&[0x51, 0x20], &output.serialize()[..]].concat())
}

/// "[wit..., amount]", where a script may be given as text, and the control block and the output
/// of a lone leaf may be left to the reader.
fn witness_of(row: &[Value]) -> (Vec<Vec<u8>>, BitcoinAmount, Option<Vec<u8>>) {
    let (amount, items) = row.split_last().unwrap();
    let mut witness: Vec<Vec<u8>> = Vec::new();
    let mut output = None;
    for item in items.iter().map(text) {
        if let Some(script) = item.strip_prefix("#SCRIPT#") {
            witness.push(asm::script(script));
        } else if item == "#CONTROLBLOCK#" {
            let (control, script) = lone_leaf(witness.last().unwrap());
            witness.push(control);
            output = Some(script);
        } else {
            witness.push(unhex(item));
        }
    }
    (witness, BitcoinAmount::from_btc(amount.as_f64().unwrap()).unwrap(), output)
}

fn case(row: &[Value]) -> Case {
    let comment = Value::from(row).to_string();
    let (witness, value, leaf_output, row) = match row.split_first() {
        Some((Value::Array(first), rest)) => {
            let (witness, value, output) = witness_of(first);
            (witness, value, output, rest)
        }
        _ => (Vec::new(), BitcoinAmount::ZERO, None, row),
    };
    let script_pubkey = match leaf_output {
        Some(script) if text(&row[1]) == "0x51 0x20 #TAPROOTOUTPUT#" => script,
        _ => asm::script(text(&row[1])),
    };
    let spent = TxOut { value, script_pubkey: script_pubkey.into() };
    let tx = spend_of(asm::script(text(&row[0])), Witness::from_slice(&witness), &spent);
    let mut flags = Flags::from_names(text(&row[2])).unwrap();
    // "CLEANSTACK should never be used without P2SH or WITNESS": Core's reader adds them.
    if flags.contains(Flags::CLEANSTACK) {
        flags |= Flags::P2SH | Flags::WITNESS;
    }
    Case { tx, spent, flags, want: text(&row[3]).to_owned(), comment }
}

fn cases() -> Vec<Case> {
    // Some comments are rows of two texts.
    let rows = rows(include_str!("../../vectors/script_tests.json"));
    rows.iter().filter(|row| row.len() >= 4).map(|row| case(row)).collect()
}

/// The spends that are valid.
pub(crate) fn spends() -> Vec<Case> {
    cases().into_iter().filter(|case| case.want == "OK").collect()
}

fn name(result: Result<(), quarry_chain::script::ScriptError>) -> &'static str {
    result.map_or_else(|error| error.name(), |()| "OK")
}

#[test]
fn every_script_test_gives_its_error() {
    let secp = Secp256k1::verification_only();
    let cases = cases();
    assert_eq!(cases.len(), 1_222);
    let mut failed = Vec::new();
    for case in cases {
        let spent = [case.spent];
        let got = name(verify_input(&secp, &TxData::new(&case.tx, &spent), 0, case.flags));
        if got != case.want {
            failed.push(format!("{got}, not {}: {}", case.want, case.comment));
        }
    }
    assert_none_failed(&failed);
}
