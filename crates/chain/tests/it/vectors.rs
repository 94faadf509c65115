//! Bitcoin Core's own test vectors: every case, by its comment, with the expected error.

mod asm;
mod bip341;
mod scripts;
mod sighashes;
mod transactions;

pub(crate) use scripts::spends as script_test_spends;
pub(crate) use transactions::valid_spends;

use serde_json::Value;

/// The cases of a file: the rows that are no comment (a comment is a row of one text).
fn rows(json: &str) -> Vec<Vec<Value>> {
    let rows: Vec<Value> = serde_json::from_str(json).unwrap();
    rows.into_iter()
        .map(|row| row.as_array().unwrap().clone())
        .filter(|row| row.len() > 1)
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The bytes of a text in hexadecimal.
pub(crate) fn unhex(text: &str) -> Vec<u8> {
    assert!(text.len().is_multiple_of(2), "{text}");
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

/// Fails with the comments of all cases that went wrong.
fn assert_none_failed(failed: &[String]) {
    assert!(failed.is_empty(), "{} cases:\n{}", failed.len(), failed.join("\n"));
}
