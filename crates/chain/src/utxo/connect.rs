//! What a block does to coins, and how it is taken back: `ConnectBlock` and `DisconnectBlock` of
//! Bitcoin Core's validation.cpp.
//!
//! Gives changes back and makes none. Does not know stores or the block tree.

use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{Amount, Block, OutPoint, Script, Transaction, TxOut, Txid};

use super::input_rules;
use super::undo::UtxoUndo;
use crate::ledger::{BlockContext, Connected, Disconnected, Overlay, StateChange, StateView};
use crate::limits::{MAX_BLOCK_SIGOPS_COST, MAX_SCRIPT_BYTES};
use crate::record::Coin;
use crate::script::Flags;
use crate::spec::ChainSpec;
use crate::store::StoreError;
use crate::views::{Flow, TxView};
use crate::{BlockError, TxError};

/// The genesis block: its allocation becomes coins that need not mature, if the spec says so.
pub(super) fn connect_genesis(block: &Block, spec: &ChainSpec) -> Connected<UtxoUndo> {
    let mut connected = Connected {
        undo: UtxoUndo::default(),
        changes: Vec::new(),
        views: Vec::new(),
        fees: Amount::ZERO,
    };
    for tx in block.txdata.iter().filter(|_| spec.spend_genesis()) {
        let txid = tx.compute_txid();
        connected.changes.extend(coins_of_tx(tx, txid, 0, false).map(added));
        connected.views.push(view(tx, txid, &[], Amount::ZERO));
    }
    connected
}

/// Checks a block against coins and says what it does to them.
pub(super) fn connect(
    secp: &Secp256k1<VerifyOnly>,
    block: &Block,
    at: &BlockContext<'_>,
    state: &dyn StateView,
) -> Result<Connected<UtxoUndo>, BlockError> {
    let txids: Vec<Txid> = block.txdata.iter().map(Transaction::compute_txid).collect();
    check_no_overwrite(block, &txids, state)?;
    let mut coins_now = Overlay::new(state);
    let mut sigops = 0u64;
    let mut connected = Connected {
        undo: UtxoUndo::default(),
        changes: Vec::new(),
        views: Vec::with_capacity(txids.len()),
        fees: Amount::ZERO,
    };
    for (tx, txid) in block.txdata.iter().zip(txids) {
        let mut totals = Totals { fees: connected.fees, sigops };
        let coins =
            connect_tx(secp, tx, at, &coins_now, &mut totals).map_err(|error| error.of(txid))?;
        (connected.fees, sigops) = (totals.fees, totals.sigops);
        let changes = changes_of_tx(tx, txid, &coins, at.height, tx.is_coinbase());
        coins_now.apply(&changes);
        connected.changes.extend(changes);
        connected.views.push(view_of_tx(tx, txid, &coins)?);
        if !tx.is_coinbase() {
            connected.undo.spent.push(coins);
        }
    }
    check_coinbase_amount(block, at, connected.fees)?;
    Ok(connected)
}

/// What stopped a transaction: its own fault, or a sum over the block.
enum ConnectTxError {
    Tx(TxError),
    FeesOutOfRange,
    SigOps { cost: u64 },
}

/// What is summed up over a block.
struct Totals {
    fees: Amount,
    sigops: u64,
}

impl From<TxError> for ConnectTxError {
    fn from(error: TxError) -> Self {
        Self::Tx(error)
    }
}

impl ConnectTxError {
    fn of(self, txid: Txid) -> BlockError {
        match self {
            Self::Tx(error) => BlockError::in_tx(txid, error),
            Self::FeesOutOfRange => BlockError::FeesOutOfRange,
            Self::SigOps { cost } => BlockError::SigOps { cost },
        }
    }
}

/// Checks one transaction in Core's order, scripts last: they cost most. Adds its fee and its
/// signature operations. Gives the coins it spends.
fn connect_tx(
    secp: &Secp256k1<VerifyOnly>,
    tx: &Transaction,
    at: &BlockContext<'_>,
    state: &dyn StateView,
    totals: &mut Totals,
) -> Result<Vec<Coin>, ConnectTxError> {
    if tx.is_coinbase() {
        check_sigops(tx, &[], totals)?;
        return Ok(Vec::new());
    }
    let coins = input_rules::find_coins(tx, state)?;
    let fee = input_rules::check_values(tx, &coins, at)?;
    // `bad-txns-accumulated-fee-outofrange`
    totals.fees = totals.fees.checked_add(fee).ok_or(ConnectTxError::FeesOutOfRange)?;
    input_rules::check_sequence_locks(tx, &coins, at)?;
    let spent = input_rules::spent_outputs(&coins);
    check_sigops(tx, &spent, totals)?;
    input_rules::check_scripts(secp, tx, &spent, Flags::MANDATORY)?;
    Ok(coins)
}

/// `bad-txns-BIP30`: "blocks are not allowed to contain a transaction whose 'id' matches that of
/// an earlier, not-fully-spent transaction in the same chain". Core skips the look-ups where BIP-34
/// rules the case out; here they stay until they cost something.
fn check_no_overwrite(
    block: &Block,
    txids: &[Txid],
    state: &dyn StateView,
) -> Result<(), BlockError> {
    for (tx, txid) in block.txdata.iter().zip(txids) {
        for (vout, _) in (0u32..).zip(&tx.output) {
            if state.coin(&OutPoint { txid: *txid, vout })?.is_some() {
                return Err(BlockError::Bip30 { txid: *txid });
            }
        }
    }
    Ok(())
}

/// `bad-blk-sigops`: "GetTransactionSigOpCost counts 3 types of sigops: legacy, p2sh, witness".
fn check_sigops(
    tx: &Transaction,
    spent: &[TxOut],
    totals: &mut Totals,
) -> Result<(), ConnectTxError> {
    let cost = totals.sigops.saturating_add(input_rules::sigops_cost(tx, spent));
    totals.sigops = cost;
    if cost > MAX_BLOCK_SIGOPS_COST { Err(ConnectTxError::SigOps { cost }) } else { Ok(()) }
}

/// `bad-cb-amount`: "coinbase pays too much".
fn check_coinbase_amount(
    block: &Block,
    at: &BlockContext<'_>,
    fees: Amount,
) -> Result<(), BlockError> {
    let coinbase = block.coinbase().ok_or(BlockError::CoinbaseMissing)?;
    let pays = input_rules::sum_of_outputs(coinbase)
        .map_err(|error| BlockError::in_tx(coinbase.compute_txid(), error))?;
    let subsidy = at.spec.subsidy(at.height);
    let most = subsidy.checked_add(fees).ok_or(BlockError::FeesOutOfRange)?;
    if pays > most { Err(BlockError::CoinbaseAmount { pays, most }) } else { Ok(()) }
}

/// The exact opposite of [`connect`].
pub(super) fn disconnect(
    block: &Block,
    undo: &UtxoUndo,
    height: u32,
) -> Result<Disconnected, StoreError> {
    let spenders = block.txdata.iter().filter(|tx| !tx.is_coinbase()).count();
    if spenders != undo.spent.len() {
        return Err(StoreError::corrupt(format!(
            "undo of block {} does not fit",
            block.block_hash()
        )));
    }
    let mut changes = Vec::new();
    let mut views = Vec::new();
    let mut spent = undo.spent.iter();
    for tx in &block.txdata {
        let none = Vec::new();
        let coins = if tx.is_coinbase() { &none } else { spent.next().unwrap_or(&none) };
        let txid = tx.compute_txid();
        changes.extend(changes_of_tx(tx, txid, coins, height, tx.is_coinbase()));
        views.push(view_of_tx(tx, txid, coins)?);
    }
    Ok(Disconnected { changes: changes.into_iter().rev().map(opposite).collect(), views })
}

fn opposite(change: StateChange) -> StateChange {
    match change {
        StateChange::CoinAdded { outpoint, coin } => StateChange::CoinRemoved { outpoint, coin },
        StateChange::CoinRemoved { outpoint, coin } => StateChange::CoinAdded { outpoint, coin },
    }
}

fn added((outpoint, coin): (OutPoint, Coin)) -> StateChange {
    StateChange::CoinAdded { outpoint, coin }
}

/// What one transaction does to coins: spends those of its inputs, adds those of its outputs.
pub(super) fn changes_of_tx(
    tx: &Transaction,
    txid: Txid,
    coins: &[Coin],
    height: u32,
    coinbase: bool,
) -> Vec<StateChange> {
    let inputs = tx.input.iter().map(|input| input.previous_output).zip(coins);
    let removed =
        inputs.map(|(outpoint, coin)| StateChange::CoinRemoved { outpoint, coin: coin.clone() });
    removed.chain(coins_of_tx(tx, txid, height, coinbase).map(added)).collect()
}

/// The coins that a transaction's outputs become. Amounts out of range, which `tx_rules` refuses,
/// become none.
fn coins_of_tx(
    tx: &Transaction,
    txid: Txid,
    height: u32,
    coinbase: bool,
) -> impl Iterator<Item = (OutPoint, Coin)> {
    (0u32..).zip(&tx.output).filter_map(move |(vout, output)| {
        let amount = spendable(output)?;
        let script = output.script_pubkey.clone();
        Some((OutPoint { txid, vout }, Coin { amount, script, height, coinbase }))
    })
}

/// An output's amount, if anyone could ever spend it (`CScript::IsUnspendable`).
fn spendable(output: &TxOut) -> Option<Amount> {
    let script: &Script = &output.script_pubkey;
    if script.is_op_return() || script.len() > MAX_SCRIPT_BYTES {
        return None;
    }
    Amount::try_from(output.value).ok()
}

/// Credits and debits of a transaction that spends these coins.
pub(super) fn view_of_tx(
    tx: &Transaction,
    txid: Txid,
    coins: &[Coin],
) -> Result<TxView, StoreError> {
    let odd = || StoreError::corrupt(format!("coins of transaction {txid} do not fit"));
    if tx.is_coinbase() {
        return Ok(view(tx, txid, &[], Amount::ZERO));
    }
    let inputs = coins.iter().map(|coin| coin.amount).sum::<Option<Amount>>().ok_or_else(odd)?;
    let outputs = input_rules::sum_of_outputs(tx).map_err(|_| odd())?;
    let fee = inputs.checked_sub(outputs).ok_or_else(odd)?;
    Ok(view(tx, txid, coins, fee))
}

fn view(tx: &Transaction, txid: Txid, coins: &[Coin], fee: Amount) -> TxView {
    let debit = |coin: &Coin| Flow { script: coin.script.clone(), amount: coin.amount };
    let credit = |(_, coin): (_, Coin)| Flow { script: coin.script, amount: coin.amount };
    TxView {
        txid,
        debits: coins.iter().map(debit).collect(),
        credits: coins_of_tx(tx, txid, 0, false).map(credit).collect(),
        fee,
        vsize: tx.weight().to_vbytes_ceil(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::TipRecord;
    use crate::testing::{self, NoAncestors};
    use crate::{Batch, MemoryStore, Store, Write};

    // BIP-34 puts the height into every coinbase, so only an artificial state can meet the rule.
    #[test]
    fn bip30_refuses_to_overwrite() {
        let spec = testing::easy_spec();
        let block = testing::empty_block(&spec, spec.chain_id(), 1);
        let at =
            BlockContext { spec: &spec, height: 1, parent_median_time: 0, ancestors: &NoAncestors };
        let mut store = MemoryStore::default();
        let secp = Secp256k1::verification_only();
        let connected = connect(&secp, &block, &at, &store).unwrap();
        let mut batch = Batch::default();
        for change in connected.changes {
            batch.push(Write::State(change));
        }
        let supply = spec.subsidy(1);
        batch.push(Write::Tip(TipRecord { hash: block.block_hash(), height: 1, supply }));
        store.commit(batch).unwrap();
        let error = connect(&secp, &block, &at, &store).unwrap_err();
        assert_eq!(error.reject_reason(), "bad-txns-BIP30");
    }

    #[test]
    fn undo_that_does_not_fit_is_corruption() {
        let spec = testing::easy_spec();
        let block = testing::empty_block(&spec, spec.chain_id(), 1);
        let undo = UtxoUndo { spent: vec![vec![]] };
        assert!(matches!(disconnect(&block, &undo, 1), Err(StoreError::Corrupt(_))));
    }

    #[test]
    fn final_is_a_rule_of_blocks_too() {
        let error = BlockError::in_tx(
            testing::empty_block(&testing::easy_spec(), testing::easy_spec().chain_id(), 1).txdata
                [0]
            .compute_txid(),
            TxError::NotFinal,
        );
        assert_eq!(error.reject_reason(), "bad-txns-nonfinal");
    }
}
