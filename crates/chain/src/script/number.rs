//! Numbers on the stack: little-endian with a sign bit, at most four bytes in, up to five out.
//!
//! Core's `CScriptNum`. Does not know the stack.

use super::ScriptError;
use crate::limits::MAX_SCRIPT_NUMBER_BYTES;

/// Reads an operand: "Numeric opcodes (`OP_1ADD`, etc) are restricted to operating on
/// 4-byte integers".
pub(super) fn read(bytes: &[u8], minimal: bool) -> Result<i64, ScriptError> {
    read_up_to(bytes, minimal, MAX_SCRIPT_NUMBER_BYTES)
}

/// Reads a number of at most so many bytes (up to 8).
pub(super) fn read_up_to(bytes: &[u8], minimal: bool, most: usize) -> Result<i64, ScriptError> {
    if bytes.len() > most || (minimal && !is_minimal(bytes)) {
        return Err(ScriptError::ScriptNum);
    }
    Ok(decode(bytes))
}

/// BIP-62: no byte could be left out. The last one may hold nothing but the sign only if the one
/// before needs all its bits.
fn is_minimal(bytes: &[u8]) -> bool {
    match bytes {
        [] => true,
        [last] => last & 0x7f != 0,
        [.., before, last] => last & 0x7f != 0 || before & 0x80 != 0,
    }
}

fn decode(bytes: &[u8]) -> i64 {
    let Some((last, low)) = bytes.split_last() else { return 0 };
    let top = i64::from(last & 0x7f);
    let magnitude = low.iter().rev().fold(top, |value, byte| (value << 8) | i64::from(*byte));
    if last & 0x80 == 0 { magnitude } else { -magnitude }
}

/// Writes a number in its shortest form.
pub(super) fn write(value: i64) -> Vec<u8> {
    let mut magnitude = value.unsigned_abs();
    let mut bytes = Vec::new();
    while magnitude > 0 {
        bytes.push(magnitude.to_le_bytes()[0]);
        magnitude >>= 8;
    }
    let sign = if value < 0 { 0x80 } else { 0 };
    match bytes.last_mut() {
        Some(last) if *last & 0x80 == 0 => *last |= sign,
        Some(_) => bytes.push(sign),
        None => {}
    }
    bytes
}

/// Whether an item is true: not all zero, where the last byte may be a lone sign (negative zero).
pub(super) fn is_true(item: &[u8]) -> bool {
    match item.split_last() {
        None => false,
        Some((last, low)) => low.iter().any(|byte| *byte != 0) || !matches!(last, 0 | 0x80),
    }
}
