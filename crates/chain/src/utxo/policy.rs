//! What this node relays: the parts of Bitcoin Core's policy/policy.cpp that need no state but a
//! fee. None of it is consensus: a block may break every rule here.
//!
//! Does not know the mempool's contents.

use quarry_primitives::{OutPoint, Transaction, TxOut, Txid};

use crate::TxError;
use crate::limits::{
    MAX_DUST_OUTPUTS, MAX_SCRIPT_BYTES, MAX_STANDARD_MULTISIG_KEYS, MAX_STANDARD_SCRIPT_SIG_BYTES,
    MAX_STANDARD_TX_SIGOPS_COST, MAX_STANDARD_TX_WEIGHT, MEMPOOL_INPUT_OVERHEAD_BYTES,
    MIN_STANDARD_TX_BYTES, WITNESS_SCALE_FACTOR,
};
use crate::mempool::{PoolConfig, fee_for};
use crate::script::{OutputKind, is_push_only, output_kind, witness_program};

/// BIP-431: the version of transactions that stay "topologically restricted until confirmation".
const TRUC_VERSION: i32 = 3;
/// The size of an input that spends the output of a witness program, and of one that does not.
const SPENDING_BYTES: [u64; 2] = [32 + 4 + 1 + (107 / WITNESS_SCALE_FACTOR) + 4, 148];
/// The transaction versions that are relayed (`TX_MIN_STANDARD_VERSION` to `MAX`).
const STANDARD_VERSIONS: core::ops::RangeInclusive<i32> = 1..=3;

/// `coinbase`: "Coinbase is only valid in a block, not as a loose transaction".
pub(super) fn check_not_coinbase(tx: &Transaction) -> Result<(), TxError> {
    if tx.is_coinbase() { Err(TxError::Coinbase) } else { Ok(()) }
}

/// `IsStandardTx`, in Core's order.
pub(super) fn check_standard(tx: &Transaction, policy: &PoolConfig) -> Result<(), TxError> {
    check_version(tx)?;
    check_weight(tx)?;
    check_input_scripts(tx)?;
    check_output_kinds(tx, policy)?;
    check_dust(tx, policy)
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
pub(super) fn check_not_tiny(tx: &Transaction) -> Result<(), TxError> {
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

/// `scriptpubkey`, `datacarrier`, `bare-multisig`.
fn check_output_kinds(tx: &Transaction, policy: &PoolConfig) -> Result<(), TxError> {
    let mut data_left = policy.max_data_carrier_bytes.unwrap_or(0);
    for (index, output) in tx.output.iter().enumerate() {
        let script = output.script_pubkey.as_bytes();
        match output_kind(script) {
            OutputKind::NonStandard => return Err(TxError::NonStandardOutput { index }),
            OutputKind::NullData => {
                let left = data_left.checked_sub(script.len());
                data_left = left.ok_or(TxError::DataCarrier { index })?;
            }
            OutputKind::Multisig { keys, .. } if keys.len() > MAX_STANDARD_MULTISIG_KEYS => {
                return Err(TxError::NonStandardOutput { index });
            }
            OutputKind::Multisig { .. } if !policy.permit_bare_multisig => {
                return Err(TxError::BareMultisig { index });
            }
            _ => {}
        }
    }
    Ok(())
}

/// `dust`: one output may be dust, if the transaction pays no fee and a child spends it.
fn check_dust(tx: &Transaction, policy: &PoolConfig) -> Result<(), TxError> {
    let dusty = |(_, output): &(usize, &TxOut)| is_dust(output, policy);
    match tx.output.iter().enumerate().filter(dusty).nth(MAX_DUST_OUTPUTS) {
        Some((index, _)) => Err(TxError::Dust { index }),
        None => Ok(()),
    }
}

/// "If you'd pay more in fees than the value of the output to spend something, then we consider
/// it dust."
fn is_dust(output: &TxOut, policy: &PoolConfig) -> bool {
    let script = &output.script_pubkey;
    if script.is_op_return() || script.len() > MAX_SCRIPT_BYTES {
        return false;
    }
    let [by_witness, by_script] = SPENDING_BYTES;
    let spending =
        if witness_program(script.as_bytes()).is_some() { by_witness } else { by_script };
    let size = u64::try_from(output.size()).unwrap_or(u64::MAX).saturating_add(spending);
    i64::try_from(output.value.to_sat())
        .is_ok_and(|value| value < fee_for(policy.dust_relay_fee, size))
}

/// The outputs that are dust (`GetDust`).
pub(super) fn dust(tx: &Transaction, txid: Txid, policy: &PoolConfig) -> Vec<OutPoint> {
    let outputs = (0u32..).zip(&tx.output);
    let dusty = outputs.filter(|(_, output)| is_dust(output, policy));
    dusty.map(|(vout, _)| OutPoint { txid, vout }).collect()
}

/// `GetVirtualTransactionSize`: signature operations count for size.
pub(super) fn vsize(weight: u64, sigops: u64, policy: &PoolConfig) -> u64 {
    let adjusted = weight.max(sigops.saturating_mul(policy.bytes_per_sigop));
    adjusted.div_ceil(WITNESS_SCALE_FACTOR)
}

/// BIP-125: a sequence number says that the transaction may be replaced.
pub(super) fn signals_replacement(tx: &Transaction) -> bool {
    tx.input.iter().any(|input| input.sequence.is_rbf())
}

/// BIP-431: whether the transaction's family is restricted.
pub(super) fn is_truc(tx: &Transaction) -> bool {
    tx.version.0 == TRUC_VERSION
}

/// What Core counts a transaction for (`RecursiveDynamicUsage`), with its sizes of types.
pub(super) fn memory_bytes(tx: &Transaction) -> usize {
    const TRANSACTION: usize = 144;
    const INPUT: usize = 112;
    const OUTPUT: usize = 48;
    const WITNESS_ITEM: usize = 24;
    /// The longest script that needs no memory of its own.
    const INLINE_SCRIPT: usize = 36;
    let script = |len: usize| if len > INLINE_SCRIPT { allocation(len) } else { 0 };
    let inputs = tx.input.iter().map(|input| {
        let items: usize = input.witness.iter().map(|item| allocation(item.len())).sum();
        let stack = allocation(input.witness.len().saturating_mul(WITNESS_ITEM));
        script(input.script_sig.len()) + items + stack + MEMPOOL_INPUT_OVERHEAD_BYTES
    });
    let outputs = tx.output.iter().map(|output| script(output.script_pubkey.len()));
    let lists = allocation(tx.input.len().saturating_mul(INPUT))
        + allocation(tx.output.len().saturating_mul(OUTPUT));
    TRANSACTION + lists + inputs.sum::<usize>() + outputs.sum::<usize>()
}

/// What an allocator takes for so many bytes (`MallocUsage`).
fn allocation(bytes: usize) -> usize {
    if bytes == 0 { 0 } else { bytes.saturating_add(31) / 16 * 16 }
}

/// `bad-txns-too-many-sigops`.
pub(super) fn check_sigops(cost: u64) -> Result<(), TxError> {
    if cost > MAX_STANDARD_TX_SIGOPS_COST {
        return Err(TxError::TooManySigOps { cost });
    }
    Ok(())
}
