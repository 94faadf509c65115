//! The digest of 2009, for scripts that are no witness.
//!
//! The hash type is a whole 32-bit number here: a script can only give its lowest byte.

use quarry_primitives::{Transaction, TxIn};

use super::super::opcode::OP_CODESEPARATOR;
use super::super::parse::Instructions;
use super::{ANYONE_CAN_PAY, NONE, OUTPUT_MASK, SINGLE, Writer};

/// What a signature signs that asks for an output that is not there: the number one. A bug of
/// 2009 that became a rule.
const ONE: [u8; 32] = {
    let mut one = [0; 32];
    one[0] = 1;
    one
};

/// The digest of input `index` for a script that is no witness. `code` is the script from the last
/// `OP_CODESEPARATOR` on, without the signature.
///
/// ```
/// # use quarry_chain::script::sighash::legacy;
/// # use quarry_primitives::consensus::encode::{FromHexError, deserialize_hex};
/// // One input, no output: there is none at the input's place.
/// let hex = ["02000000", "01", &"00".repeat(36), "00", "ffffffff", "00", "00000000"].concat();
/// let single = 3;
/// assert_eq!(legacy(&deserialize_hex(&hex)?, 0, &[], single)[..2], [1, 0]);
/// # Ok::<(), FromHexError>(())
/// ```
#[must_use]
pub fn legacy(tx: &Transaction, index: usize, code: &[u8], hash_type: u32) -> [u8; 32] {
    let Some(signed) = tx.input.get(index) else { return ONE };
    if hash_type & OUTPUT_MASK == SINGLE && index >= tx.output.len() {
        return ONE;
    }
    let mut writer = Writer::default();
    writer.i32(tx.version.0);
    put_inputs(&mut writer, tx, signed, index, code, hash_type);
    put_outputs(&mut writer, tx, index, hash_type);
    writer.u32(tx.lock_time.to_consensus_u32());
    writer.u32(hash_type);
    writer.sha256d()
}

/// The signed input has the code as its script, the others none. If outputs may change, the others'
/// sequence numbers may, too.
fn put_inputs(
    writer: &mut Writer,
    tx: &Transaction,
    signed: &TxIn,
    index: usize,
    code: &[u8],
    hash_type: u32,
) {
    if hash_type & ANYONE_CAN_PAY != 0 {
        writer.compact_size(1);
        put_signed_input(writer, signed, code);
        return;
    }
    let others_may_change = matches!(hash_type & OUTPUT_MASK, NONE | SINGLE);
    writer.compact_size(tx.input.len());
    for (at, input) in tx.input.iter().enumerate() {
        if at == index {
            put_signed_input(writer, signed, code);
        } else {
            writer.outpoint(&input.previous_output);
            writer.script(&[]);
            writer.u32(if others_may_change { 0 } else { input.sequence.0 });
        }
    }
}

fn put_signed_input(writer: &mut Writer, input: &TxIn, code: &[u8]) {
    writer.outpoint(&input.previous_output);
    put_code(writer, code);
    writer.u32(input.sequence.0);
}

/// The code without `OP_CODESEPARATOR`, as far as it can be read.
fn put_code(writer: &mut Writer, code: &[u8]) {
    let is_separator =
        |step: &super::super::parse::Instruction<'_>| step.opcode == OP_CODESEPARATOR;
    let separators = || Instructions::new(code).map_while(Result::ok).filter(is_separator);
    writer.compact_size(code.len() - separators().count());
    let mut from = 0;
    for separator in separators() {
        writer.bytes(&code[from..separator.position]);
        from = separator.end;
    }
    writer.bytes(&code[from..]);
}

/// All outputs, none, or those up to the input's place, where all but the last are blank.
fn put_outputs(writer: &mut Writer, tx: &Transaction, index: usize, hash_type: u32) {
    match hash_type & OUTPUT_MASK {
        NONE => writer.compact_size(0),
        SINGLE => {
            writer.compact_size(index + 1);
            for _ in 0..index {
                writer.u64(u64::MAX);
                writer.script(&[]);
            }
            writer.output(&tx.output[index]);
        }
        _ => {
            writer.compact_size(tx.output.len());
            tx.output.iter().for_each(|output| writer.output(output));
        }
    }
}
