//! What the mempool asks of the UTXO ledger: a checked transaction's description, and what of it a
//! reorganisation can make wrong.
//!
//! Does not know the mempool's contents.

use quarry_primitives::{Amount, OutPoint, Transaction, TxOut};

use super::{connect, input_rules, policy, tx_rules};
use crate::TxError;
use crate::ledger::{BlockContext, CheckedTx, LockPoints, StateChange, StateView};
use crate::mempool::PoolConfig;
use crate::record::Coin;

/// `txn-already-known`, or `bad-txns-inputs-missingorspent`: "Are inputs missing because we
/// already have the tx?"
pub(super) fn find_coins(tx: &Transaction, state: &dyn StateView) -> Result<Vec<Coin>, TxError> {
    let missing = match input_rules::find_coins(tx, state) {
        Err(error @ TxError::MissingOrSpent { .. }) => error,
        other => return other,
    };
    let txid = tx.compute_txid();
    for (vout, _) in (0u32..).zip(&tx.output) {
        if state.coin(&OutPoint { txid, vout })?.is_some() {
            return Err(TxError::AlreadyConfirmed { txid });
        }
    }
    Err(missing)
}

/// All that the mempool has to know.
pub(super) fn describe(
    tx: &Transaction,
    coins: &[Coin],
    fee: Amount,
    sigops: u64,
    next: &BlockContext<'_>,
    policy: &PoolConfig,
) -> Result<CheckedTx<OutPoint>, TxError> {
    let txid = tx.compute_txid();
    let weight = tx.weight().to_wu();
    let changes = connect::changes_of_tx(tx, txid, coins, next.height, false);
    let made = |change: &StateChange| matches!(change, StateChange::CoinAdded { .. });
    Ok(CheckedTx {
        txid,
        wtxid: tx.compute_wtxid(),
        fee,
        weight,
        sigops,
        vsize: policy::vsize(weight, sigops, policy),
        uses: tx.input.iter().map(|input| input.previous_output).collect(),
        provides: (0u32..).zip(&tx.output).map(|(vout, _)| OutPoint { txid, vout }).collect(),
        dust: policy::dust(tx, txid, policy),
        signals_replacement: policy::signals_replacement(tx),
        truc: policy::is_truc(tx),
        spends_coinbase: coins.iter().any(|coin| coin.coinbase),
        locks: input_rules::lock_points(tx, coins, next),
        // What it spends is in the view.
        changes: changes.into_iter().filter(made).collect(),
        view: connect::view_of_tx(tx, txid, coins)?,
    })
}

/// The outputs that a checked transaction spends: the view has one debit for each input.
pub(super) fn spent_outputs(checked: &CheckedTx<OutPoint>) -> Vec<TxOut> {
    let outputs = checked.view.debits.iter();
    outputs
        .map(|flow| TxOut { value: flow.amount.into(), script_pubkey: flow.script.clone() })
        .collect()
}

/// `non-final`, `non-BIP68-final`, `bad-txns-premature-spend-of-coinbase`, for a transaction that
/// was right on another branch. Looks up coins only where it has to.
pub(super) fn recheck(
    tx: &Transaction,
    checked: &CheckedTx<OutPoint>,
    next: &BlockContext<'_>,
    state: &dyn StateView,
    fork_height: u32,
) -> Result<Option<LockPoints>, TxError> {
    tx_rules::check_final(tx, next.height, next.parent_median_time)?;
    let stale = checked.locks.is_some_and(|locks| locks.newest_coin > fork_height);
    if stale || checked.spends_coinbase {
        let coins = input_rules::find_coins(tx, state)?;
        input_rules::check_sequence_locks(tx, &coins, next)?;
        input_rules::check_maturity(tx, &coins, next)?;
        return Ok(input_rules::lock_points(tx, &coins, next));
    }
    match checked.locks {
        Some(locks) if locks.height > next.height || locks.time > next.parent_median_time => {
            Err(TxError::NotFinalSequence { index: 0 })
        }
        locks => Ok(locks),
    }
}
