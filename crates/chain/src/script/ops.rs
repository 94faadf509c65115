//! What operations do, one file per group: each takes the run and the operation and changes the
//! run's stacks.
//!
//! Does not know limits that hold for all operations ([`eval`](super::eval)).

mod arithmetic;
mod crypto;
mod data;
mod flow;
mod locktime;
mod stack;

use super::ScriptError;
use super::eval::Frame;
use super::opcode::{
    OP_0NOTEQUAL, OP_1, OP_1ADD, OP_1NEGATE, OP_1SUB, OP_2DROP, OP_16, OP_ADD, OP_BOOLAND,
    OP_CHECKMULTISIG, OP_CHECKMULTISIGVERIFY, OP_CHECKSIG, OP_CHECKSIGADD, OP_CHECKSIGVERIFY,
    OP_ELSE, OP_ENDIF, OP_EQUAL, OP_EQUALVERIFY, OP_FROMALTSTACK, OP_HASH256, OP_IF, OP_MAX,
    OP_NEGATE, OP_NOP, OP_NOP1, OP_NOP10, OP_NOTIF, OP_RETURN, OP_RIPEMD160, OP_SIZE, OP_SUB,
    OP_TOALTSTACK, OP_TUCK, OP_VERIFY, OP_WITHIN,
};

/// Runs an operation that is neither a push of bytes nor `OP_CODESEPARATOR`.
pub(super) fn run(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    match opcode {
        OP_1NEGATE | OP_1..=OP_16 => data::small_number(frame, opcode),
        OP_NOP => Ok(()),
        OP_IF | OP_NOTIF | OP_ELSE | OP_ENDIF | OP_VERIFY | OP_RETURN => flow::run(frame, opcode),
        OP_TOALTSTACK..=OP_FROMALTSTACK => stack::alternative(frame, opcode),
        OP_2DROP..=OP_TUCK => stack::run(frame, opcode),
        OP_SIZE | OP_EQUAL | OP_EQUALVERIFY => data::run(frame, opcode),
        OP_1ADD | OP_1SUB | OP_NEGATE..=OP_0NOTEQUAL => arithmetic::unary(frame, opcode),
        OP_ADD | OP_SUB | OP_BOOLAND..=OP_MAX => arithmetic::binary(frame, opcode),
        OP_WITHIN => arithmetic::within(frame),
        OP_RIPEMD160..=OP_HASH256 => crypto::hash(frame, opcode),
        OP_CHECKSIG | OP_CHECKSIGVERIFY => crypto::check_sig(frame, opcode),
        OP_CHECKSIGADD => crypto::check_sig_add(frame),
        OP_CHECKMULTISIG | OP_CHECKMULTISIGVERIFY => crypto::check_multisig(frame, opcode),
        OP_NOP1..=OP_NOP10 => locktime::run(frame, opcode),
        _ => Err(ScriptError::BadOpcode),
    }
}

/// What an operation with `VERIFY` in its name does with its result.
fn verify(frame: &mut Frame<'_>, error: ScriptError) -> Result<(), ScriptError> {
    if frame.stack.is_top_true() { frame.stack.drop_top(1) } else { Err(error) }
}
