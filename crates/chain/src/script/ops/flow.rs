//! Branches and early ends.
//!
//! Does not know which operations a branch that is not taken skips ([`eval`](super::super::eval)).

use super::super::eval::{Frame, SigVersion};
use super::super::number::is_true;
use super::super::opcode::{OP_ELSE, OP_ENDIF, OP_IF, OP_NOTIF, OP_RETURN, OP_VERIFY};
use super::super::{Flags, ScriptError};

/// `OP_IF`, `OP_NOTIF`, `OP_ELSE`, `OP_ENDIF`, `OP_VERIFY`, `OP_RETURN`.
pub(super) fn run(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    match opcode {
        OP_IF | OP_NOTIF => open(frame, opcode),
        OP_ELSE => frame.conditions.turn().ok_or(ScriptError::UnbalancedConditional),
        OP_ENDIF => frame.conditions.close().ok_or(ScriptError::UnbalancedConditional),
        OP_VERIFY => {
            frame.stack.need(1)?;
            super::verify(frame, ScriptError::Verify)
        }
        OP_RETURN => Err(ScriptError::OpReturn),
        _ => Err(ScriptError::BadOpcode),
    }
}

/// A branch within one that is not taken is not taken, and takes nothing from the stack.
fn open(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    let mut taken = false;
    if frame.conditions.are_all_taken() {
        let condition = frame.stack.pop().map_err(|_| ScriptError::NoCondition)?;
        check_minimal(frame, &condition)?;
        taken = is_true(&condition) == (opcode == OP_IF);
    }
    frame.conditions.open(taken);
    Ok(())
}

/// BIP-342: "the input argument to the `OP_IF` and `OP_NOTIF` opcodes must be either exactly 0 (the
/// empty vector) or exactly 1 (the one-byte vector with value 1)". Policy in version 0 witnesses.
fn check_minimal(frame: &Frame<'_>, condition: &[u8]) -> Result<(), ScriptError> {
    let error = match frame.version {
        SigVersion::Tapscript => ScriptError::TapscriptMinimalIf,
        SigVersion::WitnessV0 if frame.flags.contains(Flags::MINIMALIF) => ScriptError::MinimalIf,
        _ => return Ok(()),
    };
    if matches!(condition, [] | [1]) { Ok(()) } else { Err(error) }
}
