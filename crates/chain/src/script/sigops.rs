//! How many signature checks a transaction may cause, counted without running it: the old count
//! of 2010, that behind script hashes (BIP-16), and that of witnesses (BIP-141).
//!
//! Does not know the limits' reject strings.

use quarry_primitives::{Transaction, TxOut, Witness};

use super::opcode::{
    OP_16, OP_CHECKMULTISIG, OP_CHECKMULTISIGVERIFY, OP_CHECKSIG, OP_CHECKSIGVERIFY, small_number,
};
use super::parse::{Instructions, is_push_only, is_script_hash, witness_program};
use super::{Flags, opcode};
use crate::limits::{MAX_MULTISIG_KEYS, WITNESS_SCALE_FACTOR};

/// How `OP_CHECKMULTISIG` counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Always 20.
    Rough,
    /// By the number of keys before it, if that is one of `OP_1` to `OP_16` (BIP-16).
    Accurate,
}

/// The signature checks in a script, as far as it can be read (`CScript::GetSigOpCount`).
///
/// ```
/// use quarry_chain::script::{Counting, count_sigops};
/// // OP_2 OP_CHECKMULTISIG OP_CHECKSIG
/// assert_eq!(count_sigops(&[0x52, 0xae, 0xac], Counting::Accurate), 3);
/// assert_eq!(count_sigops(&[0x52, 0xae, 0xac], Counting::Rough), 21);
/// ```
#[must_use]
pub fn count_sigops(script: &[u8], counting: Counting) -> u64 {
    let mut count = 0u64;
    let mut before = opcode::OP_INVALIDOPCODE;
    for instruction in Instructions::new(script).map_while(Result::ok) {
        let cost = match instruction.opcode {
            OP_CHECKSIG | OP_CHECKSIGVERIFY => 1,
            OP_CHECKMULTISIG | OP_CHECKMULTISIGVERIFY => multisig_cost(before, counting),
            _ => 0,
        };
        count = count.saturating_add(cost);
        before = instruction.opcode;
    }
    count
}

fn multisig_cost(before: u8, counting: Counting) -> u64 {
    match small_number(before) {
        Some(keys @ 1..) if counting == Counting::Accurate => u64::from(keys),
        _ => MAX_MULTISIG_KEYS as u64,
    }
}

/// The old count of a transaction: its own scripts, those of the outputs it makes included
/// (`GetLegacySigOpCount`).
#[must_use]
pub fn legacy_sigops(tx: &Transaction) -> u64 {
    let inputs = tx.input.iter().map(|input| input.script_sig.as_bytes());
    let outputs = tx.output.iter().map(|output| output.script_pubkey.as_bytes());
    let counts = inputs.chain(outputs).map(|script| count_sigops(script, Counting::Rough));
    counts.fold(0, u64::saturating_add)
}

/// BIP-141: "sigops in the current pubkey script, signature script, and P2SH check script are
/// counted at 4 times their previous value"; those in witnesses count once
/// (`GetTransactionSigOpCost`).
///
/// `spent` are the outputs that the inputs spend, in order; none for a coinbase.
#[must_use]
pub fn sigop_cost(tx: &Transaction, spent: &[TxOut], flags: Flags) -> u64 {
    let mut cost = legacy_sigops(tx).saturating_mul(WITNESS_SCALE_FACTOR);
    if tx.is_coinbase() {
        return cost;
    }
    for (input, output) in tx.input.iter().zip(spent) {
        let (script_sig, script) = (input.script_sig.as_bytes(), output.script_pubkey.as_bytes());
        if flags.contains(Flags::P2SH) {
            let behind_hash = script_hash_sigops(script_sig, script);
            cost = cost.saturating_add(behind_hash.saturating_mul(WITNESS_SCALE_FACTOR));
        }
        if flags.contains(Flags::WITNESS) {
            cost = cost.saturating_add(witness_sigops(script_sig, script, &input.witness));
        }
    }
    cost
}

/// BIP-16: the signature checks in the script behind a script hash, which is the last push of the
/// input script.
#[must_use]
pub fn script_hash_sigops(script_sig: &[u8], script_pubkey: &[u8]) -> u64 {
    if !is_script_hash(script_pubkey) {
        return 0;
    }
    last_push(script_sig).map_or(0, |script| count_sigops(script, Counting::Accurate))
}

/// What the last operation of a script that only pushes pushes. A number pushes no bytes here.
fn last_push(script: &[u8]) -> Option<&[u8]> {
    let mut last: &[u8] = &[];
    for instruction in Instructions::new(script) {
        let instruction = instruction.ok().filter(|step| step.opcode <= OP_16)?;
        last = instruction.data;
    }
    Some(last)
}

/// BIP-141: "Each P2WPKH input is counted as 1 sigop. In addition, opcodes within a P2WSH
/// `witnessScript` are counted identically as previously within the P2SH `redeemScript`." Later
/// versions count none.
#[must_use]
pub fn witness_sigops(script_sig: &[u8], script_pubkey: &[u8], witness: &Witness) -> u64 {
    let program = if is_script_hash(script_pubkey) && is_push_only(script_sig) {
        last_push(script_sig).and_then(witness_program)
    } else {
        witness_program(script_pubkey)
    };
    match program {
        Some((0, program)) if program.len() == 20 => 1,
        Some((0, program)) if program.len() == 32 => {
            witness.last().map_or(0, |script| count_sigops(script, Counting::Accurate))
        }
        _ => 0,
    }
}
