//! Constants, sizes, comparison of bytes.
//!
//! Does not know numbers but the constants.

use super::super::ScriptError;
use super::super::eval::Frame;
use super::super::opcode::{OP_1, OP_1NEGATE, OP_EQUALVERIFY, OP_SIZE};

/// `OP_1NEGATE`, `OP_1` to `OP_16`.
pub(super) fn small_number(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    let value = if opcode == OP_1NEGATE { -1 } else { i64::from(opcode - OP_1) + 1 };
    frame.stack.push_number(value);
    Ok(())
}

/// `OP_SIZE`, `OP_EQUAL`, `OP_EQUALVERIFY`.
pub(super) fn run(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    if opcode == OP_SIZE {
        // The item stays.
        let size = i64::try_from(frame.stack.peek(0)?.len()).unwrap_or(i64::MAX);
        frame.stack.push_number(size);
        return Ok(());
    }
    let equal = frame.stack.peek(0)? == frame.stack.peek(1)?;
    frame.stack.drop_top(2)?;
    frame.stack.push_bool(equal);
    if opcode == OP_EQUALVERIFY {
        super::verify(frame, ScriptError::EqualVerify)?;
    }
    Ok(())
}
