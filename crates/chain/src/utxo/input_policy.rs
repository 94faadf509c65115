//! Which spends this node relays: Bitcoin Core's `ValidateInputsStandardness` and
//! `IsWitnessStandard` of policy/policy.cpp. None of it is consensus.
//!
//! Does not know whether signatures are right.

use quarry_primitives::{Transaction, TxIn, TxOut};

use crate::TxError;
use crate::limits::{
    MAX_STANDARD_SCRIPT_HASH_SIGOPS, MAX_STANDARD_TAPSCRIPT_ITEM_BYTES,
    MAX_STANDARD_TX_LEGACY_SIGOPS, MAX_STANDARD_WITNESS_ITEM_BYTES, MAX_STANDARD_WITNESS_ITEMS,
    MAX_STANDARD_WITNESS_SCRIPT_BYTES,
};
use crate::script::{
    Counting, OutputKind, count_sigops, has_annex, input_stack, is_script_hash, is_tapscript,
    output_kind, script_hash_sigops, witness_program,
};

/// `bad-txns-nonstandard-inputs`, then `bad-witness-nonstandard`. `spent` are the outputs that the
/// inputs spend, in order.
pub(super) fn check(tx: &Transaction, spent: &[TxOut]) -> Result<(), TxError> {
    check_legacy_sigops(tx, spent)?;
    for (index, (input, output)) in tx.input.iter().zip(spent).enumerate() {
        if let Err(why) = check_input(input, output) {
            return Err(TxError::NonStandardInput { index, why });
        }
    }
    for (index, (input, output)) in tx.input.iter().zip(spent).enumerate() {
        if !is_witness_standard(input, output) {
            return Err(TxError::NonStandardWitness { index });
        }
    }
    Ok(())
}

/// BIP-54: "Unlike the existing block wide sigop limit which counts sigops present in the block
/// itself [...], BIP54 counts sigops in the block where they are potentially executed (only)".
fn check_legacy_sigops(tx: &Transaction, spent: &[TxOut]) -> Result<(), TxError> {
    let mut count = 0u64;
    for (index, (input, output)) in tx.input.iter().zip(spent).enumerate() {
        let (script_sig, script) = (input.script_sig.as_bytes(), output.script_pubkey.as_bytes());
        let run = if is_script_hash(script) {
            script_hash_sigops(script_sig, script)
        } else {
            count_sigops(script, Counting::Accurate)
        };
        let given = count_sigops(script_sig, Counting::Accurate);
        count = count.saturating_add(run).saturating_add(given);
        if count > MAX_STANDARD_TX_LEGACY_SIGOPS {
            let why = "non-witness sigops exceed bip54 limit";
            return Err(TxError::NonStandardInput { index, why });
        }
    }
    Ok(())
}

/// "Prevents spends of unknown/irregular scriptPubKeys, which mitigates potential
/// denial-of-service attacks involving expensive scripts and helps reserve them as potential new
/// upgrade hooks."
fn check_input(input: &TxIn, output: &TxOut) -> Result<(), &'static str> {
    match output_kind(output.script_pubkey.as_bytes()) {
        OutputKind::NonStandard => Err("script unknown"),
        OutputKind::WitnessUnknown { .. } => Err("witness program is undefined"),
        OutputKind::ScriptHash(_) => {
            let stack =
                input_stack(input.script_sig.as_bytes()).map_err(|_| "p2sh scriptsig malformed")?;
            let redeem_script = stack.last().ok_or("P2SH redeemscript missing")?;
            let sigops = count_sigops(redeem_script, Counting::Accurate);
            if sigops > MAX_STANDARD_SCRIPT_HASH_SIGOPS {
                return Err("p2sh redeemscript sigops exceed limit");
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Without a witness there is nothing to object to: "if the script is invalid without witness, it
/// would be caught sooner or later during validation".
fn is_witness_standard(input: &TxIn, output: &TxOut) -> bool {
    if input.witness.is_empty() {
        return true;
    }
    let script = output.script_pubkey.as_bytes();
    if !is_script_hash(script) {
        return is_witness_standard_for(input, script, false);
    }
    let Ok(stack) = input_stack(input.script_sig.as_bytes()) else { return false };
    let Some(redeem_script) = stack.last() else { return false };
    is_witness_standard_for(input, redeem_script, true)
}

/// "Non-witness program must not be associated with any witness."
fn is_witness_standard_for(input: &TxIn, script: &[u8], behind_script_hash: bool) -> bool {
    match output_kind(script) {
        OutputKind::WitnessV0ScriptHash(_) => is_script_witness_standard(input),
        OutputKind::WitnessV1Taproot(_) if !behind_script_hash => is_taproot_standard(input),
        // "Witness stuffing detected."
        OutputKind::Anchor => behind_script_hash,
        _ => witness_program(script).is_some(),
    }
}

/// The script, the number of items, the bytes of each.
fn is_script_witness_standard(input: &TxIn) -> bool {
    let items: Vec<&[u8]> = input.witness.iter().collect();
    let Some((script, items)) = items.split_last() else { return true };
    script.len() <= MAX_STANDARD_WITNESS_SCRIPT_BYTES
        && items.len() <= MAX_STANDARD_WITNESS_ITEMS
        && items.iter().all(|item| item.len() <= MAX_STANDARD_WITNESS_ITEM_BYTES)
}

/// "Annexes are nonstandard as long as no semantics are defined for them"; items of a tapscript
/// are bounded.
fn is_taproot_standard(input: &TxIn) -> bool {
    if has_annex(&input.witness) {
        return false;
    }
    let items: Vec<&[u8]> = input.witness.iter().collect();
    match items[..] {
        [ref items @ .., _script, control] => match control.first() {
            None => false,
            Some(first) => {
                let short = |item: &&[u8]| item.len() <= MAX_STANDARD_TAPSCRIPT_ITEM_BYTES;
                !is_tapscript(*first) || items.iter().all(short)
            }
        },
        _ => true,
    }
}
