//! Moves, copies and drops.
//!
//! Does not look into items, but for counts and for `OP_IFDUP`.

use super::super::ScriptError;
use super::super::eval::Frame;
use super::super::number;
use super::super::opcode::{
    OP_2DROP, OP_2DUP, OP_2OVER, OP_2ROT, OP_2SWAP, OP_3DUP, OP_DEPTH, OP_DROP, OP_DUP, OP_IFDUP,
    OP_NIP, OP_OVER, OP_PICK, OP_ROLL, OP_ROT, OP_SWAP, OP_TOALTSTACK, OP_TUCK,
};

/// `OP_TOALTSTACK`, `OP_FROMALTSTACK`.
pub(super) fn alternative(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    if opcode == OP_TOALTSTACK {
        let item = frame.stack.pop()?;
        frame.alt_stack.push(item);
    } else {
        let item = frame.alt_stack.pop().map_err(|_| ScriptError::InvalidAltstackOperation)?;
        frame.stack.push(item);
    }
    Ok(())
}

/// `OP_2DROP` to `OP_TUCK`.
pub(super) fn run(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    let stack = &mut frame.stack;
    match opcode {
        OP_2DROP => stack.drop_top(2),
        OP_2DUP => copies(frame, 2, 1),
        OP_3DUP => copies(frame, 3, 2),
        OP_2OVER => {
            stack.need(4)?;
            copies(frame, 2, 3)
        }
        OP_2ROT => {
            stack.need(6)?;
            lift(frame, 5)?;
            lift(frame, 5)
        }
        OP_2SWAP => {
            stack.swap(0, 2)?;
            stack.swap(1, 3)
        }
        OP_IFDUP => if_dup(frame),
        OP_DEPTH => {
            stack.push_number(i64::try_from(stack.len()).unwrap_or(i64::MAX));
            Ok(())
        }
        OP_DROP => stack.drop_top(1),
        OP_DUP => stack.copy(0),
        OP_NIP => stack.remove(1).map(drop),
        OP_OVER => stack.copy(1),
        OP_PICK => {
            let depth = pop_depth(frame)?;
            frame.stack.copy(depth)
        }
        OP_ROLL => {
            let depth = pop_depth(frame)?;
            lift(frame, depth)
        }
        OP_ROT => lift(frame, 2),
        OP_SWAP => stack.swap(0, 1),
        OP_TUCK => {
            let top = stack.peek(0)?.to_vec();
            stack.insert(1, top)
        }
        _ => Err(ScriptError::BadOpcode),
    }
}

/// Copies so many items, starting with that at `depth` and up.
fn copies(frame: &mut Frame<'_>, count: usize, depth: usize) -> Result<(), ScriptError> {
    frame.stack.need(depth + 1)?;
    // Each copy shifts the next one to the same depth.
    (0..count).try_for_each(|_| frame.stack.copy(depth))
}

/// Brings an item to the top.
fn lift(frame: &mut Frame<'_>, depth: usize) -> Result<(), ScriptError> {
    let item = frame.stack.remove(depth)?;
    frame.stack.push(item);
    Ok(())
}

fn if_dup(frame: &mut Frame<'_>) -> Result<(), ScriptError> {
    if number::is_true(frame.stack.peek(0)?) { frame.stack.copy(0) } else { Ok(()) }
}

/// How deep `OP_PICK` and `OP_ROLL` reach, once the number is taken away.
fn pop_depth(frame: &mut Frame<'_>) -> Result<usize, ScriptError> {
    frame.stack.need(2)?;
    let depth = number::read(frame.stack.peek(0)?, frame.minimal())?;
    frame.stack.drop_top(1)?;
    usize::try_from(depth).map_err(|_| ScriptError::InvalidStackOperation)
}
