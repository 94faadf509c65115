//! What a transaction has to be, given the coins it spends: `Consensus::CheckTxInputs`,
//! `SequenceLocks` and the script checks of Bitcoin Core's consensus/tx_verify.cpp and
//! validation.cpp.
//!
//! Does not know where coins come from, nor relay policy (but for how strict signatures are).

use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{Amount, Sequence, Transaction, TxIn, TxOut};

use crate::TxError;
use crate::ledger::{BlockContext, LockPoints, StateView};
use crate::record::Coin;
use crate::script::{
    Flags, OutputKind, ScriptError, TxData, input_stack, is_script_hash, output_kind, sigop_cost,
    verify_input, witness_program,
};

/// The lowest transaction version for which sequence numbers are relative locks (BIP-68).
const SEQUENCE_LOCK_VERSION: u32 = 2;
/// BIP-68 counts time in units of 512 seconds.
const SEQUENCE_TIME_GRANULARITY_LOG2: u32 = 9;
/// BIP-68: the lock counts seconds, not blocks.
const SEQUENCE_TYPE_FLAG: u32 = 1 << 22;
/// BIP-68: the bits that count.
const SEQUENCE_VALUE_MASK: u32 = 0xffff;

/// `bad-txns-inputs-missingorspent`: the coins that the inputs spend, in order. None for a
/// coinbase.
pub(super) fn find_coins(tx: &Transaction, state: &dyn StateView) -> Result<Vec<Coin>, TxError> {
    if tx.is_coinbase() {
        return Ok(Vec::new());
    }
    let find = |outpoint| state.coin(&outpoint)?.ok_or(TxError::MissingOrSpent { outpoint });
    tx.input.iter().map(|input| find(input.previous_output)).collect()
}

/// Maturity, then values. Gives the fee.
pub(super) fn check_values(
    tx: &Transaction,
    coins: &[Coin],
    at: &BlockContext<'_>,
) -> Result<Amount, TxError> {
    check_maturity(tx, coins, at)?;
    let inputs = coins
        .iter()
        .map(|coin| coin.amount)
        .sum::<Option<Amount>>()
        .ok_or(TxError::InputTotalTooLarge)?;
    let outputs = sum_of_outputs(tx)?;
    // `bad-txns-in-belowout`. What is left, the fee, cannot be out of range then.
    inputs.checked_sub(outputs).ok_or(TxError::InputsBelowOutputs { inputs, outputs })
}

/// `bad-txns-premature-spend-of-coinbase`: "If prev is coinbase, check that it's matured".
pub(super) fn check_maturity(
    tx: &Transaction,
    coins: &[Coin],
    at: &BlockContext<'_>,
) -> Result<(), TxError> {
    let maturity = at.spec.coinbase_maturity();
    for (input, coin) in tx.input.iter().zip(coins) {
        let depth = at.height.saturating_sub(coin.height);
        if coin.coinbase && depth < maturity {
            let outpoint = input.previous_output;
            return Err(TxError::ImmatureCoinbase { outpoint, depth, maturity });
        }
    }
    Ok(())
}

/// The sum of the outputs, which `tx_rules` has bounded.
pub(super) fn sum_of_outputs(tx: &Transaction) -> Result<Amount, TxError> {
    tx.output
        .iter()
        .map(|output| Amount::try_from(output.value).ok())
        .try_fold(Amount::ZERO, |sum, amount| sum.checked_add(amount?))
        .ok_or(TxError::OutputTotalTooLarge)
}

/// The relative locks of a transaction (Core's `CalculateLockPointsAtTip`); none if it has none.
/// Coins of the mempool are as young as the next block, so that any reorganisation asks for them
/// anew.
pub(super) fn lock_points(
    tx: &Transaction,
    coins: &[Coin],
    next: &BlockContext<'_>,
) -> Option<LockPoints> {
    if tx.version.0.cast_unsigned() < SEQUENCE_LOCK_VERSION {
        return None;
    }
    let mut points = LockPoints::default();
    let mut any = false;
    for (input, coin) in tx.input.iter().zip(coins) {
        if !input.sequence.is_relative_lock_time() {
            continue;
        }
        any = true;
        points.newest_coin = points.newest_coin.max(coin.height);
        let bits = input.sequence.to_consensus_u32();
        let value = bits & SEQUENCE_VALUE_MASK;
        if bits & SEQUENCE_TYPE_FLAG == 0 {
            points.height = points.height.max(coin.height.saturating_add(value));
        } else {
            let before = coin.height.saturating_sub(1);
            let start = next.ancestors.median_time_past(before).unwrap_or(next.parent_median_time);
            let end = start.saturating_add(value << SEQUENCE_TIME_GRANULARITY_LOG2);
            points.time = points.time.max(end);
        }
    }
    any.then_some(points)
}

/// `non-BIP68-final`, in a block `bad-txns-nonfinal`: relative lock times by sequence number.
pub(super) fn check_sequence_locks(
    tx: &Transaction,
    coins: &[Coin],
    at: &BlockContext<'_>,
) -> Result<(), TxError> {
    // The version is unsigned for this purpose (BIP-68).
    if tx.version.0.cast_unsigned() < SEQUENCE_LOCK_VERSION || tx.is_coinbase() {
        return Ok(());
    }
    let locked = |(input, coin): (_, &Coin)| is_locked(input, coin, at);
    let sequences = tx.input.iter().map(|input| input.sequence);
    match sequences.zip(coins).position(locked) {
        Some(index) => Err(TxError::NotFinalSequence { index }),
        None => Ok(()),
    }
}

fn is_locked(sequence: Sequence, coin: &Coin, at: &BlockContext<'_>) -> bool {
    if !sequence.is_relative_lock_time() {
        return false;
    }
    let bits = sequence.to_consensus_u32();
    let value = bits & SEQUENCE_VALUE_MASK;
    if bits & SEQUENCE_TYPE_FLAG == 0 {
        return at.height < coin.height.saturating_add(value);
    }
    // "Mine time of the block prior to the coin's": a lock that starts with the coin's own block.
    let before = coin.height.saturating_sub(1);
    let start = at.ancestors.median_time_past(before).unwrap_or(at.parent_median_time);
    at.parent_median_time < start.saturating_add(value << SEQUENCE_TIME_GRANULARITY_LOG2)
}

/// The outputs that a transaction spends, as scripts and digests want them.
pub(super) fn spent_outputs(coins: &[Coin]) -> Vec<TxOut> {
    let output =
        |coin: &Coin| TxOut { value: coin.amount.into(), script_pubkey: coin.script.clone() };
    coins.iter().map(output).collect()
}

/// The cost of a transaction's signature operations (BIP-141).
pub(super) fn sigops_cost(tx: &Transaction, spent: &[TxOut]) -> u64 {
    sigop_cost(tx, spent, Flags::MANDATORY)
}

/// `block-script-verify-flag-failed (...)` and its mempool twin: every input may spend its coin. A
/// coinbase spends none.
pub(super) fn check_scripts(
    secp: &Secp256k1<VerifyOnly>,
    tx: &Transaction,
    spent: &[TxOut],
    flags: Flags,
) -> Result<(), TxError> {
    if tx.is_coinbase() {
        return Ok(());
    }
    let data = TxData::new(tx, spent);
    for index in 0..spent.len() {
        verify_input(secp, &data, index, flags)
            .map_err(|error| script_error(tx, spent, index, error))?;
    }
    Ok(())
}

/// What is said of an input whose script fails.
pub(super) fn script_error(
    tx: &Transaction,
    spent: &[TxOut],
    index: usize,
    error: ScriptError,
) -> TxError {
    let stripped = is_stripped(tx, spent);
    TxError::Script { index, error, spend: describe(tx, index), stripped }
}

/// Whether a transaction has no witness and needs one (`SpendsNonAnchorWitnessProg`).
fn is_stripped(tx: &Transaction, spent: &[TxOut]) -> bool {
    let needs = |(input, output): (&TxIn, &TxOut)| {
        let script = output.script_pubkey.as_bytes();
        if is_script_hash(script) {
            let stack = input_stack(input.script_sig.as_bytes()).unwrap_or_default();
            return stack.last().is_some_and(|redeem| witness_program(redeem).is_some());
        }
        witness_program(script).is_some() && output_kind(script) != OutputKind::Anchor
    };
    tx.input.iter().all(|input| input.witness.is_empty()) && tx.input.iter().zip(spent).any(needs)
}

/// The spend in Core's words.
fn describe(tx: &Transaction, index: usize) -> Box<str> {
    let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
    let spent = tx.input.get(index).map(|input| input.previous_output).unwrap_or_default();
    let text = format!("input {index} of {txid} (wtxid {wtxid}), spending {spent}");
    text.into_boxed_str()
}
