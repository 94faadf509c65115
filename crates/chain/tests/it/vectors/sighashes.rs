//! `sighash.json`: digests of the kind of 2009, for random transactions and hash types.

use quarry_chain::script::sighash::legacy;
use quarry_primitives::Transaction;
use quarry_primitives::consensus::encode::deserialize;
use serde_json::Value;

use super::{assert_none_failed, rows, text, unhex};

/// Whether a row's digest comes out: transaction, script, input, hash type, digest.
fn is_right(row: &[Value]) -> bool {
    let tx: Transaction = deserialize(&unhex(text(&row[0]))).unwrap();
    let index = usize::try_from(row[2].as_u64().unwrap()).unwrap();
    let hash_type = i32::try_from(row[3].as_i64().unwrap()).unwrap().cast_unsigned();
    let mut digest = legacy(&tx, index, &unhex(text(&row[1])), hash_type);
    // Hashes are written backwards.
    digest.reverse();
    digest[..] == unhex(text(&row[4]))
}

#[test]
fn every_legacy_digest_comes_out() {
    let rows = rows(include_str!("../../vectors/sighash.json"));
    assert_eq!(rows.len(), 500);
    let wrong = rows.iter().filter(|row| !is_right(row));
    let failed: Vec<String> = wrong.map(|row| Value::from(row.clone()).to_string()).collect();
    assert_none_failed(&failed);
}
