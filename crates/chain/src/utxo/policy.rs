//! What this node relays: the parts of Bitcoin Core's policy/policy.cpp that need no state but a
//! fee. None of it is consensus: a block may break every rule here.
//!
//! Does not know the mempool's contents.

use quarry_primitives::{Amount, Script, Transaction};

use crate::TxError;
use crate::limits::{
    MAX_OP_RETURN_BYTES, MAX_STANDARD_MULTISIG_KEYS, MAX_STANDARD_SCRIPT_SIG_BYTES,
    MAX_STANDARD_TX_SIGOPS_COST, MAX_STANDARD_TX_WEIGHT, MIN_RELAY_FEE_PER_KVB,
    MIN_STANDARD_TX_BYTES,
};
use crate::script::{OutputKind, is_push_only, output_kind};

/// The transaction versions that are relayed (`TX_MIN_STANDARD_VERSION` to `MAX`).
const STANDARD_VERSIONS: core::ops::RangeInclusive<i32> = 1..=3;

/// `coinbase`: "Coinbase is only valid in a block, not as a loose transaction".
pub(super) fn check_not_coinbase(tx: &Transaction) -> Result<(), TxError> {
    if tx.is_coinbase() { Err(TxError::Coinbase) } else { Ok(()) }
}

/// `IsStandardTx`, in Core's order.
pub(super) fn check_standard(tx: &Transaction) -> Result<(), TxError> {
    check_version(tx)?;
    check_weight(tx)?;
    check_not_tiny(tx)?;
    check_input_scripts(tx)?;
    check_output_kinds(tx)?;
    check_dust(tx)
}

/// `version`.
fn check_version(tx: &Transaction) -> Result<(), TxError> {
    let version = tx.version.0;
    if STANDARD_VERSIONS.contains(&version) { Ok(()) } else { Err(TxError::Version { version }) }
}

/// `tx-size`.
fn check_weight(tx: &Transaction) -> Result<(), TxError> {
    let weight = tx.weight().to_wu();
    if weight > MAX_STANDARD_TX_WEIGHT { Err(TxError::TooHeavy { weight }) } else { Ok(()) }
}

/// `tx-size-small`: 64 bytes could pass for an inner node of the Merkle tree.
fn check_not_tiny(tx: &Transaction) -> Result<(), TxError> {
    let bytes = tx.base_size();
    if bytes < MIN_STANDARD_TX_BYTES { Err(TxError::TooSmall { bytes }) } else { Ok(()) }
}

/// `scriptsig-size`, `scriptsig-not-pushonly`.
fn check_input_scripts(tx: &Transaction) -> Result<(), TxError> {
    for (index, input) in tx.input.iter().enumerate() {
        if input.script_sig.len() > MAX_STANDARD_SCRIPT_SIG_BYTES {
            return Err(TxError::ScriptSigSize { index });
        }
        if !is_push_only(input.script_sig.as_bytes()) {
            return Err(TxError::ScriptSigNotPushOnly { index });
        }
    }
    Ok(())
}

/// `scriptpubkey`, `multi-op-return`.
fn check_output_kinds(tx: &Transaction) -> Result<(), TxError> {
    if let Some(index) = tx.output.iter().position(|out| !is_standard(&out.script_pubkey)) {
        return Err(TxError::NonStandardOutput { index });
    }
    if tx.output.iter().filter(|out| out.script_pubkey.is_op_return()).count() > 1 {
        return Err(TxError::MultipleOpReturn);
    }
    Ok(())
}

/// Core's `IsStandard`, and the limit on data outputs.
fn is_standard(script: &Script) -> bool {
    match output_kind(script.as_bytes()) {
        OutputKind::NonStandard => false,
        OutputKind::NullData => script.len() <= MAX_OP_RETURN_BYTES,
        OutputKind::Multisig { keys, .. } => keys.len() <= MAX_STANDARD_MULTISIG_KEYS,
        _ => true,
    }
}

/// `dust`: spending the output would cost more than a third of it.
fn check_dust(tx: &Transaction) -> Result<(), TxError> {
    let is_dust = |out: &quarry_primitives::TxOut| out.value < out.script_pubkey.minimal_non_dust();
    match tx.output.iter().position(is_dust) {
        Some(index) => Err(TxError::Dust { index }),
        None => Ok(()),
    }
}

/// `bad-txns-too-many-sigops`.
pub(super) fn check_sigops(cost: u64) -> Result<(), TxError> {
    if cost > MAX_STANDARD_TX_SIGOPS_COST {
        return Err(TxError::TooManySigOps { cost });
    }
    Ok(())
}

/// `min relay fee not met`.
pub(super) fn check_fee(fee: Amount, vsize: u64) -> Result<(), TxError> {
    // A standard transaction's size is far from overflow.
    let least = vsize.saturating_mul(MIN_RELAY_FEE_PER_KVB).div_ceil(1_000);
    if fee.to_base() < least { Err(TxError::MinRelayFee { fee, least }) } else { Ok(()) }
}
