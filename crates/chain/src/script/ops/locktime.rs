//! Lock times (BIP-65, BIP-112), and operations without effect that are kept for upgrades.
//!
//! Does not know the transaction: the [`Checker`](super::super::Checker) compares.

use super::super::eval::Frame;
use super::super::number;
use super::super::opcode::{OP_CHECKLOCKTIMEVERIFY, OP_CHECKSEQUENCEVERIFY};
use super::super::{Flags, ScriptError};
use crate::limits::MAX_LOCK_TIME_NUMBER_BYTES;

/// BIP-112: with this bit the operand asks for nothing.
const SEQUENCE_DISABLE_FLAG: i64 = 1 << 31;

/// `OP_NOP1` to `OP_NOP10`. An upgrade that is not active leaves the operation without effect,
/// and without discouragement.
pub(super) fn run(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    match opcode {
        OP_CHECKLOCKTIMEVERIFY => check_lock_time(frame),
        OP_CHECKSEQUENCEVERIFY => check_sequence(frame),
        _ if frame.flags.contains(Flags::DISCOURAGE_UPGRADABLE_NOPS) => {
            Err(ScriptError::DiscourageUpgradableNops)
        }
        _ => Ok(()),
    }
}

/// BIP-65. The number stays on the stack.
fn check_lock_time(frame: &Frame<'_>) -> Result<(), ScriptError> {
    if !frame.flags.contains(Flags::CHECKLOCKTIMEVERIFY) {
        return Ok(());
    }
    let lock = operand(frame)?;
    if frame.checker.lock_time(lock) { Ok(()) } else { Err(ScriptError::UnsatisfiedLocktime) }
}

/// BIP-112. The number stays on the stack.
fn check_sequence(frame: &Frame<'_>) -> Result<(), ScriptError> {
    if !frame.flags.contains(Flags::CHECKSEQUENCEVERIFY) {
        return Ok(());
    }
    let sequence = operand(frame)?;
    if sequence & SEQUENCE_DISABLE_FLAG != 0 || frame.checker.sequence(sequence) {
        return Ok(());
    }
    Err(ScriptError::UnsatisfiedLocktime)
}

/// BIP-65: an operand of up to five bytes, because of the sign: four would end in 2038.
fn operand(frame: &Frame<'_>) -> Result<i64, ScriptError> {
    let item = frame.stack.peek(0)?;
    let lock = number::read_up_to(item, frame.minimal(), MAX_LOCK_TIME_NUMBER_BYTES)?;
    if lock < 0 { Err(ScriptError::NegativeLocktime) } else { Ok(lock) }
}
