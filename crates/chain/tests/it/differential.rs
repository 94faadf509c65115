//! Our interpreter against Bitcoin Core's own code: spends that are valid, spends that almost are,
//! and random scripts, each with the same answer.
//!
//! Core's side is the crate `bitcoinconsensus` (Core 26.0, with taproot). It takes the flags that
//! are consensus and says yes or no; the exact errors and the policy flags are for the vectors.

mod fresh;
mod mutate;
mod rng;

use std::collections::BTreeMap;

use quarry_chain::script::{Flags, ScriptError, TxData, verify_input};
use quarry_primitives::consensus::encode::{serialize, serialize_hex};
use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{Transaction, TxOut};

use crate::vectors::{script_test_spends, valid_spends};
use rng::Rng;

/// How many spends are compared.
const SPENDS: u64 = 120_000;
/// Case `n` is made from the seed `SEED + n` and from nothing else.
const SEED: u64 = 0x51_7e_ed;
/// Both answers have to be frequent, or the test would say little.
const LEAST_OF_EACH_ANSWER: u64 = SPENDS / 8;

/// How many errors the consensus flags can give.
const CONSENSUS_ERRORS: usize = 40;

/// One input of a transaction, and the rules to check it by.
#[derive(Clone, Debug)]
pub(crate) struct Spend {
    tx: Transaction,
    spent: Vec<TxOut>,
    index: usize,
    flags: Flags,
}

/// What our interpreter says.
fn ours(secp: &Secp256k1<VerifyOnly>, spend: &Spend) -> Result<(), ScriptError> {
    let data = TxData::new(&spend.tx, &spend.spent);
    verify_input(secp, &data, spend.index, spend.flags)
}

/// What Core says.
fn cores(spend: &Spend) -> bool {
    let utxo = |output: &TxOut| bitcoinconsensus::Utxo {
        script_pubkey: output.script_pubkey.as_bytes().as_ptr(),
        script_pubkey_len: u32::try_from(output.script_pubkey.len()).unwrap(),
        value: output.value.to_sat().cast_signed(),
    };
    let utxos: Vec<_> = spend.spent.iter().map(utxo).collect();
    let output = &spend.spent[spend.index];
    let result = bitcoinconsensus::verify_with_flags(
        output.script_pubkey.as_bytes(),
        output.value.to_sat(),
        &serialize(&spend.tx),
        Some(&utxos),
        spend.index,
        spend.flags.bits(),
    );
    match result {
        Ok(()) => true,
        // Its word for: all was well with the question, the script failed.
        Err(bitcoinconsensus::Error::ERR_SCRIPT) => false,
        Err(error) => panic!("a question that Core does not take: {error} {}", show(spend)),
    }
}

fn show(spend: &Spend) -> String {
    let spent: Vec<String> = spend.spent.iter().map(serialize_hex).collect();
    let Spend { index, flags, tx, .. } = spend;
    format!("input {index}, {flags}\n  tx {}\n  spends {}", serialize_hex(tx), spent.join(" "))
}

/// Flags that Core takes here: witnesses want script hashes.
fn possible(flags: Flags) -> Flags {
    let flags = Flags::from_bits(flags.bits() & Flags::MANDATORY.bits());
    if flags.contains(Flags::P2SH) { flags } else { flags - Flags::WITNESS }
}

/// Every input of the valid vectors.
fn vector_spends() -> Vec<Spend> {
    let scripts = script_test_spends().into_iter().map(|case| Spend {
        tx: case.tx,
        spent: vec![case.spent],
        index: 0,
        flags: possible(case.flags),
    });
    let transactions = valid_spends().into_iter().flat_map(|(tx, spent, flags)| {
        (0..tx.input.len()).map(move |index| Spend {
            tx: tx.clone(),
            spent: spent.clone(),
            index,
            flags: possible(flags),
        })
    });
    scripts.chain(transactions).collect()
}

/// A case: a vector, a fresh spend or a random script, left alone or changed in a few places.
fn spend(n: u64, vectors: &[Spend], maker: &fresh::Maker) -> Spend {
    let mut rng = Rng::new(SEED + n);
    let mut spend = match rng.below(20) {
        0..6 => rng.pick(vectors).clone(),
        6..13 => maker.signed(&mut rng),
        13..19 => maker.random_script(&mut rng),
        _ => maker.at_a_limit(&mut rng),
    };
    if rng.one_in(2) {
        for _ in 0..=rng.below(3) {
            mutate::mutate(&mut rng, &mut spend);
        }
    }
    spend
}

/// Compares so many cases. Gives how many are valid, and how often each error came.
fn compare(cases: impl Iterator<Item = u64>) -> (u64, BTreeMap<ScriptError, u64>) {
    let secp = Secp256k1::verification_only();
    let (vectors, maker) = (vector_spends(), fresh::Maker::new());
    let (mut valid, mut errors) = (0, BTreeMap::new());
    for n in cases {
        let spend = spend(n, &vectors, &maker);
        let (ours, cores) = (ours(&secp, &spend), cores(&spend));
        assert_eq!(ours.is_ok(), cores, "case {n}, {ours:?}: {}", show(&spend));
        match ours {
            Ok(()) => valid += 1,
            Err(error) => *errors.entry(error).or_default() += 1,
        }
    }
    (valid, errors)
}

#[test]
fn core_gives_the_same_answer_to_mutated_spends() {
    let (valid, errors) = compare(0..SPENDS);
    let answers = LEAST_OF_EACH_ANSWER..=SPENDS - LEAST_OF_EACH_ANSWER;
    assert!(answers.contains(&valid), "{valid} of {SPENDS} are valid");
    // Every error that these flags can give.
    assert_eq!(errors.len(), CONSENSUS_ERRORS, "{errors:?}");
}

mod soak {
    /// Other seeds, for some minutes.
    #[test]
    fn core_gives_the_same_answer_to_many_more_mutated_spends() {
        let (valid, errors) = super::compare(super::SPENDS..4_000_000);
        println!("{valid} are valid, {errors:?}");
    }
}

/// Nothing is mutated: what is signed here is valid for Core, so digests and trees are right.
#[test]
fn core_takes_every_fresh_spend_of_a_defined_kind() {
    let secp = Secp256k1::verification_only();
    let maker = fresh::Maker::new();
    for n in 0..2_000 {
        let spend = maker.honest(&mut Rng::new(SEED + n));
        assert!(cores(&spend), "case {n}: {}", show(&spend));
        assert_eq!(ours(&secp, &spend), Ok(()), "case {n}: {}", show(&spend));
    }
}
