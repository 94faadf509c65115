//! The digest of version 0 witnesses (BIP-143): it commits to the amount, and what all inputs
//! share is hashed once.
//!
//! Does not know which script is the code.

use super::{ANYONE_CAN_PAY, NONE, OUTPUT_MASK, SINGLE, TxData, Writer, sha256};

/// Where nothing is signed.
const ZERO: [u8; 32] = [0; 32];

/// The digest of input `index` for a version 0 witness. `code` is BIP-143's `scriptCode`.
///
/// # Panics
/// If there is no such input.
#[must_use]
pub fn witness_v0(data: &TxData<'_>, index: usize, code: &[u8], hash_type: u32) -> [u8; 32] {
    let tx = data.tx;
    let input = &tx.input[index];
    let all_inputs = hash_type & ANYONE_CAN_PAY == 0;
    let outputs = hash_type & OUTPUT_MASK;
    let mut writer = Writer::default();
    // "1. nVersion of the transaction"
    writer.i32(tx.version.0);
    // "2. hashPrevouts": of all inputs, unless ANYONECANPAY.
    writer.bytes(&if all_inputs { sha256(&data.shared().prevouts) } else { ZERO });
    // "3. hashSequence": of all inputs, unless ANYONECANPAY, SINGLE or NONE.
    let sequences = all_inputs && !matches!(outputs, SINGLE | NONE);
    writer.bytes(&if sequences { sha256(&data.shared().sequences) } else { ZERO });
    // "4. outpoint", "5. scriptCode of the input", "6. value of the output spent", "7. nSequence"
    writer.outpoint(&input.previous_output);
    writer.script(code);
    writer.u64(data.spent[index].value.to_sat());
    writer.u32(input.sequence.0);
    // "8. hashOutputs"
    writer.bytes(&match outputs {
        NONE => ZERO,
        SINGLE => single_output(data, index),
        _ => sha256(&data.shared().outputs),
    });
    // "9. nLocktime", "10. sighash type"
    writer.u32(tx.lock_time.to_consensus_u32());
    writer.u32(hash_type);
    writer.sha256d()
}

/// BIP-143: the output at the input's place, hashed by itself; zero if there is none.
fn single_output(data: &TxData<'_>, index: usize) -> [u8; 32] {
    let Some(output) = data.tx.output.get(index) else { return ZERO };
    let mut writer = Writer::default();
    writer.output(output);
    writer.sha256d()
}
