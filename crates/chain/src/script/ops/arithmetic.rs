//! Numbers of four bytes: sums, comparisons, truth. Results may take five bytes, and are then no
//! operand any more.
//!
//! Does not know bytes ([`number`]).

use super::super::ScriptError;
use super::super::eval::Frame;
use super::super::number;
use super::super::opcode::{
    OP_0NOTEQUAL, OP_1ADD, OP_1SUB, OP_ABS, OP_ADD, OP_BOOLAND, OP_BOOLOR, OP_GREATERTHAN,
    OP_GREATERTHANOREQUAL, OP_LESSTHAN, OP_LESSTHANOREQUAL, OP_MAX, OP_MIN, OP_NEGATE, OP_NOT,
    OP_NUMEQUAL, OP_NUMEQUALVERIFY, OP_NUMNOTEQUAL, OP_SUB,
};

/// One operand. Four bytes each: nothing here can overflow 64 bits.
pub(super) fn unary(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    let value = number::read(frame.stack.peek(0)?, frame.minimal())?;
    let result = match opcode {
        OP_1ADD => value + 1,
        OP_1SUB => value - 1,
        OP_NEGATE => -value,
        OP_ABS => value.abs(),
        OP_NOT => i64::from(value == 0),
        OP_0NOTEQUAL => i64::from(value != 0),
        _ => return Err(ScriptError::BadOpcode),
    };
    frame.stack.drop_top(1)?;
    frame.stack.push_number(result);
    Ok(())
}

/// Two operands; the top one is the right one.
pub(super) fn binary(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    frame.stack.need(2)?;
    let left = number::read(frame.stack.peek(1)?, frame.minimal())?;
    let right = number::read(frame.stack.peek(0)?, frame.minimal())?;
    let result = match opcode {
        OP_ADD => left + right,
        OP_SUB => left - right,
        OP_MIN => left.min(right),
        OP_MAX => left.max(right),
        _ => i64::from(holds(opcode, left, right)?),
    };
    frame.stack.drop_top(2)?;
    frame.stack.push_number(result);
    if opcode == OP_NUMEQUALVERIFY {
        super::verify(frame, ScriptError::NumEqualVerify)?;
    }
    Ok(())
}

fn holds(opcode: u8, left: i64, right: i64) -> Result<bool, ScriptError> {
    Ok(match opcode {
        OP_BOOLAND => left != 0 && right != 0,
        OP_BOOLOR => left != 0 || right != 0,
        OP_NUMEQUAL | OP_NUMEQUALVERIFY => left == right,
        OP_NUMNOTEQUAL => left != right,
        OP_LESSTHAN => left < right,
        OP_GREATERTHAN => left > right,
        OP_LESSTHANOREQUAL => left <= right,
        OP_GREATERTHANOREQUAL => left >= right,
        _ => return Err(ScriptError::BadOpcode),
    })
}

/// `OP_WITHIN`: at least the second, below the third.
pub(super) fn within(frame: &mut Frame<'_>) -> Result<(), ScriptError> {
    frame.stack.need(3)?;
    let value = number::read(frame.stack.peek(2)?, frame.minimal())?;
    let least = number::read(frame.stack.peek(1)?, frame.minimal())?;
    let end = number::read(frame.stack.peek(0)?, frame.minimal())?;
    frame.stack.drop_top(3)?;
    frame.stack.push_bool((least..end).contains(&value));
    Ok(())
}
