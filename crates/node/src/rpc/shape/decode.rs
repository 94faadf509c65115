//! Hexadecimal parameters: bytes, hashes, transactions, with Core's errors.
//!
//! Does not judge what was decoded.

use std::str::FromStr;

use quarry_api::rpc::{Json, RpcError};
use quarry_chain::script::Instructions;
use quarry_primitives::{
    LockTime, Script, Transaction, TransactionVersion, TxIn, TxOut, consensus,
};

/// Hex digits of a hash.
const HASH_DIGITS: usize = 64;

/// The bytes that a text has in hex. `name` is what the error calls it.
pub(crate) fn hex_bytes(value: &Json, name: &str) -> Result<Vec<u8>, RpcError> {
    let text = value.as_str().unwrap_or_default();
    let bytes = hex::decode(text).ok().filter(|bytes| !bytes.is_empty());
    bytes.ok_or_else(|| not_hex(name, text))
}

fn not_hex(name: &str, text: &str) -> RpcError {
    RpcError::parameter(format!("{name} must be hexadecimal string (not '{text}')"))
}

/// The hash of a block or transaction. `name` is what the error calls it.
pub(crate) fn hash<T: FromStr>(value: &Json, name: &str) -> Result<T, RpcError> {
    let text = value.as_str()?;
    if text.len() != HASH_DIGITS {
        let length = text.len();
        return Err(RpcError::parameter(format!(
            "{name} must be of length {HASH_DIGITS} (not {length}, for '{text}')"
        )));
    }
    text.parse().map_err(|_| not_hex(name, text))
}

/// A transaction in hex: with witnesses or, if it makes no sense so, without.
pub(crate) fn transaction(hex: &str) -> Option<Transaction> {
    transaction_with(hex, true, true)
}

/// A transaction in hex, of one form or of the more likely one.
///
/// The bytes that mark witnesses are also those of a transaction without inputs, so both forms may
/// decode; then the one whose scripts are sound is taken, and the form with witnesses if both are.
pub(crate) fn transaction_with(
    hex: &str,
    without_witness: bool,
    with_witness: bool,
) -> Option<Transaction> {
    let bytes = hex::decode(hex).ok()?;
    let extended = with_witness.then(|| decode_extended(&bytes)).flatten();
    if extended.as_ref().is_some_and(is_sound) {
        return extended;
    }
    let legacy = without_witness.then(|| decode_legacy(&bytes)).flatten();
    match (extended, legacy) {
        (_, Some(legacy)) if is_sound(&legacy) => Some(legacy),
        (Some(extended), _) => Some(extended),
        (None, legacy) => legacy,
    }
}

/// The form that knows witnesses. Without a marker it is the older form.
fn decode_extended(bytes: &[u8]) -> Option<Transaction> {
    consensus::encode::deserialize(bytes).ok()
}

/// The form of 2009.
fn decode_legacy(mut bytes: &[u8]) -> Option<Transaction> {
    let reader = &mut bytes;
    let version = read::<i32>(reader)?;
    let input = read::<Vec<TxIn>>(reader)?;
    let output = read::<Vec<TxOut>>(reader)?;
    let lock_time = read::<LockTime>(reader)?;
    let version = TransactionVersion(version);
    bytes.is_empty().then_some(Transaction { version, lock_time, input, output })
}

fn read<T: consensus::Decodable>(bytes: &mut &[u8]) -> Option<T> {
    T::consensus_decode(bytes).ok()
}

/// Whether the scripts have only known operations and are not too long.
fn is_sound(tx: &Transaction) -> bool {
    let inputs = tx.input.iter().map(|input| &input.script_sig).filter(|_| !tx.is_coinbase());
    let outputs = tx.output.iter().map(|output| &output.script_pubkey);
    inputs.chain(outputs).all(|script| has_valid_ops(script))
}

/// Whether a script can be read to its end and has no operation without a name.
pub(crate) fn has_valid_ops(script: &Script) -> bool {
    /// The last operation with a name, and the longest push (consensus rules).
    const MAX_OPCODE: u8 = 0xba;
    const MAX_PUSH: usize = 520;
    const MAX_SCRIPT: usize = 10_000;
    script.len() <= MAX_SCRIPT
        && Instructions::new(script.as_bytes()).all(|step| {
            step.is_ok_and(|step| step.opcode <= MAX_OPCODE && step.data.len() <= MAX_PUSH)
        })
}
