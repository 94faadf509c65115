//! What a transaction has to be, whatever the state: `CheckTransaction` of Bitcoin Core's
//! consensus/tx_check.cpp and `IsFinalTx` of consensus/tx_verify.cpp.
//!
//! Does not know coins or relay policy.

use std::collections::BTreeSet;

use quarry_primitives::{Amount, LockTime, Sequence, Transaction};

use crate::TxError;
use crate::limits::{
    MAX_BLOCK_WEIGHT, MAX_COINBASE_SCRIPT_BYTES, MIN_COINBASE_SCRIPT_BYTES, WITNESS_SCALE_FACTOR,
};

/// Every rule of this file but the lock time.
pub(super) fn check(tx: &Transaction) -> Result<(), TxError> {
    check_not_empty(tx)?;
    check_size(tx)?;
    check_outputs(tx)?;
    check_duplicate_inputs(tx)?;
    if tx.is_coinbase() { check_coinbase_script(tx) } else { check_null_inputs(tx) }
}

/// `bad-txns-vin-empty`, `bad-txns-vout-empty`.
fn check_not_empty(tx: &Transaction) -> Result<(), TxError> {
    match (tx.input.is_empty(), tx.output.is_empty()) {
        (true, _) => Err(TxError::NoInputs),
        (_, true) => Err(TxError::NoOutputs),
        _ => Ok(()),
    }
}

/// `bad-txns-oversize`: "Size limits (this doesn't take the witness into account, as that hasn't
/// been checked for malleability)".
fn check_size(tx: &Transaction) -> Result<(), TxError> {
    let bytes = u64::try_from(tx.base_size()).unwrap_or(u64::MAX);
    if bytes.saturating_mul(WITNESS_SCALE_FACTOR) > MAX_BLOCK_WEIGHT {
        return Err(TxError::Oversize);
    }
    Ok(())
}

/// `bad-txns-vout-negative`, `bad-txns-vout-toolarge`, `bad-txns-txouttotal-toolarge`: "Check for
/// negative or overflow output values (see CVE-2010-5139)".
fn check_outputs(tx: &Transaction) -> Result<(), TxError> {
    let mut total = Amount::ZERO;
    for (index, output) in tx.output.iter().enumerate() {
        let value = output.value.to_sat();
        // Bitcoin's amounts are signed on the wire.
        if value > i64::MAX.unsigned_abs() {
            return Err(TxError::OutputNegative { index });
        }
        let amount =
            Amount::from_base(value).map_err(|_| TxError::OutputTooLarge { index, value })?;
        total = total.checked_add(amount).ok_or(TxError::OutputTotalTooLarge)?;
    }
    Ok(())
}

/// `bad-txns-inputs-duplicate`: "Check for duplicate inputs (see CVE-2018-17144)".
fn check_duplicate_inputs(tx: &Transaction) -> Result<(), TxError> {
    let mut seen = BTreeSet::new();
    for input in &tx.input {
        let outpoint = input.previous_output;
        if !seen.insert(outpoint) {
            return Err(TxError::DuplicateInput { outpoint });
        }
    }
    Ok(())
}

/// `bad-cb-length`.
fn check_coinbase_script(tx: &Transaction) -> Result<(), TxError> {
    let bytes = tx.input[0].script_sig.len();
    if (MIN_COINBASE_SCRIPT_BYTES..=MAX_COINBASE_SCRIPT_BYTES).contains(&bytes) {
        return Ok(());
    }
    Err(TxError::CoinbaseLength { bytes })
}

/// `bad-txns-prevout-null`.
fn check_null_inputs(tx: &Transaction) -> Result<(), TxError> {
    match tx.input.iter().position(|input| input.previous_output.is_null()) {
        Some(index) => Err(TxError::NullInput { index }),
        None => Ok(()),
    }
}

/// `non-final`, in a block `bad-txns-nonfinal`: the lock time is below the block's height, or
/// below `cutoff` (the median time past where BIP-113 holds), or all inputs waive it.
pub(super) fn check_final(tx: &Transaction, height: u32, cutoff: u32) -> Result<(), TxError> {
    let passed = match tx.lock_time {
        LockTime::Blocks(lock) => lock.to_consensus_u32() < height,
        LockTime::Seconds(lock) => lock.to_consensus_u32() < cutoff,
    };
    // "Even if tx.nLockTime isn't satisfied by nBlockHeight/nBlockTime, a transaction is still
    // considered final if all inputs' nSequence == SEQUENCE_FINAL".
    let waived = || tx.input.iter().all(|input| input.sequence == Sequence::MAX);
    if tx.lock_time == LockTime::ZERO || passed || waived() {
        return Ok(());
    }
    Err(TxError::NotFinal)
}
