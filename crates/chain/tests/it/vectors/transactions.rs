//! `tx_valid.json`, `tx_invalid.json`: whole transactions, and how their validity depends on each
//! flag.

use std::collections::BTreeMap;

use quarry_chain::check_transaction;
use quarry_chain::script::{Flags, TxData, verify_input};
use quarry_primitives::consensus::encode::deserialize;
use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{BitcoinAmount, OutPoint, Transaction, TxOut};
use serde_json::Value;

use super::{asm, assert_none_failed, rows, text, unhex};

struct Case {
    tx: Transaction,
    spent: Vec<TxOut>,
    /// As the file has them: what to leave out, or what to demand.
    flags: String,
    comment: String,
}

fn prevout(row: &Value) -> (OutPoint, TxOut) {
    let txid = text(&row[0]).parse().unwrap();
    // Some are written as -1.
    let vout = u32::try_from(row[1].as_i64().unwrap() & 0xffff_ffff).unwrap();
    let value = BitcoinAmount::from_sat(row.get(3).map_or(0, |value| value.as_u64().unwrap()));
    let script_pubkey = asm::script(text(&row[2])).into();
    (OutPoint { txid, vout }, TxOut { value, script_pubkey })
}

fn case(row: &[Value]) -> Case {
    let comment = Value::from(row).to_string();
    let prevouts: BTreeMap<_, _> = row[0].as_array().unwrap().iter().map(prevout).collect();
    let tx: Transaction = deserialize(&unhex(text(&row[1]))).expect(&comment);
    let find = |outpoint| prevouts.get(outpoint).cloned();
    let inputs = tx.input.iter().map(|input| &input.previous_output);
    // Those that are no transaction need not have all of them.
    let spent = inputs.filter_map(find).collect();
    Case { tx, spent, flags: text(&row[2]).to_owned(), comment }
}

fn cases(json: &str) -> Vec<Case> {
    rows(json).iter().filter(|row| row[0].is_array()).map(|row| case(row)).collect()
}

fn valid_cases() -> Vec<Case> {
    cases(include_str!("../../vectors/tx_valid.json"))
}

/// The transactions that are valid, the outputs they spend, and the flags they are valid under.
pub(crate) fn valid_spends() -> Vec<(Transaction, Vec<TxOut>, Flags)> {
    let flags = |case: &Case| trim(!Flags::from_names(&case.flags).unwrap());
    let cases = valid_cases().into_iter();
    cases
        .map(|case| (flags(&case), case))
        .map(|(flags, case)| (case.tx, case.spent, flags))
        .collect()
}

fn is_valid(secp: &Secp256k1<VerifyOnly>, case: &Case, flags: Flags) -> bool {
    let data = TxData::new(&case.tx, &case.spent);
    (0..case.spent.len()).all(|index| verify_input(secp, &data, index, flags).is_ok())
}

/// Takes out what cannot be without the others.
fn trim(mut flags: Flags) -> Flags {
    if !flags.contains(Flags::P2SH) {
        flags = flags - Flags::WITNESS;
    }
    if !flags.contains(Flags::WITNESS) {
        flags = flags - Flags::CLEANSTACK;
    }
    flags
}

/// Adds what the others cannot be without.
fn fill(mut flags: Flags) -> Flags {
    if flags.contains(Flags::CLEANSTACK) {
        flags |= Flags::WITNESS;
    }
    if flags.contains(Flags::WITNESS) {
        flags |= Flags::P2SH;
    }
    flags
}

/// Some subset of all flags, another one each time.
struct Subsets(u32);

impl Subsets {
    fn next(&mut self) -> Flags {
        // xorshift32
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        Flags::from_bits(self.0)
    }
}

/// Valid under all flags but those listed, valid under any subset of them, and not valid if one
/// that is listed is demanded after all.
#[test]
fn every_valid_transaction_is_valid_under_exactly_its_flags() {
    let secp = Secp256k1::verification_only();
    let cases = valid_cases();
    assert_eq!(cases.len(), 121);
    let (mut failed, mut subsets) = (Vec::new(), Subsets(1));
    for case in cases {
        let excluded = Flags::from_names(&case.flags).unwrap();
        assert_eq!(!excluded, fill(!excluded), "{}", case.comment);
        assert_eq!(case.spent.len(), case.tx.input.len(), "{}", case.comment);
        let mut fail = |what: &str| failed.push(format!("{what}: {}", case.comment));
        if let Err(error) = check_transaction(&case.tx) {
            fail(error.reject_reason());
        }
        if !is_valid(&secp, &case, !excluded) {
            fail("invalid");
        }
        for (name, flag) in Flags::NAMES {
            for fewer in [trim(!(excluded | *flag)), trim(!(excluded | subsets.next()))] {
                if !is_valid(&secp, &case, fewer) {
                    fail(&format!("invalid under {fewer}"));
                }
            }
            let demanded = !trim(excluded - *flag);
            if demanded != !excluded && is_valid(&secp, &case, demanded) {
                fail(&format!("valid even with {name}"));
            }
        }
    }
    assert_none_failed(&failed);
}

/// No transaction at all (`BADTX`), or invalid under the flags listed and under any more of them,
/// and valid if one that is listed is waived.
#[test]
fn every_invalid_transaction_is_invalid_under_exactly_its_flags() {
    let secp = Secp256k1::verification_only();
    let cases = cases(include_str!("../../vectors/tx_invalid.json"));
    assert_eq!(cases.len(), 93);
    let (mut failed, mut subsets) = (Vec::new(), Subsets(2));
    for case in cases {
        let mut fail = |what: &str| failed.push(format!("{what}: {}", case.comment));
        if check_transaction(&case.tx).is_err() != (case.flags == "BADTX") {
            fail("form");
        }
        if case.flags == "BADTX" {
            continue;
        }
        let demanded = Flags::from_names(&case.flags).unwrap();
        assert_eq!(demanded, fill(demanded), "{}", case.comment);
        if is_valid(&secp, &case, demanded) {
            fail("valid");
        }
        for (name, flag) in Flags::NAMES {
            for more in [fill(demanded | *flag), fill(demanded | subsets.next())] {
                if is_valid(&secp, &case, more) {
                    fail(&format!("valid under {more}"));
                }
            }
            let waived = trim(demanded - *flag);
            if waived != demanded && !is_valid(&secp, &case, waived) {
                fail(&format!("invalid even without {name}"));
            }
        }
    }
    assert_none_failed(&failed);
}
