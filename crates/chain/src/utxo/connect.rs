//! What a block does to coins, and how it is taken back: `ConnectBlock` and `DisconnectBlock` of
//! Bitcoin Core's validation.cpp.
//!
//! Gives changes back and makes none. Does not know stores or the block tree.

use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{Amount, Block, OutPoint, Script, Transaction, TxOut, Txid};

use super::input_rules;
use super::script_checks::{self, CheckRunner, Spending};
use super::undo::UtxoUndo;
use crate::ledger::{BlockContext, Connected, Overlay, StateChange, StateView};
use crate::limits::{MAX_BLOCK_SIGOPS_COST, MAX_SCRIPT_BYTES};
use crate::record::Coin;
use crate::script::{Flags, sigop_cost};
use crate::spec::ChainSpec;
use crate::store::StoreError;
use crate::views::{Flow, TxView};
use crate::{BlockError, TxError};

/// The genesis block: its allocation becomes coins that need not mature, if the spec says so.
pub(super) fn connect_genesis(block: &Block, spec: &ChainSpec) -> Connected<UtxoUndo> {
    let mut changes = Vec::new();
    for tx in block.txdata.iter().filter(|_| spec.spend_genesis()) {
        changes.extend(coins_of_tx(tx, tx.compute_txid(), 0, false).map(added));
    }
    Connected { undo: UtxoUndo::default(), changes, fees: Amount::ZERO }
}

/// What a ledger checks signatures with.
pub(super) struct Checks<'a> {
    pub(super) secp: &'a Secp256k1<VerifyOnly>,
    pub(super) runner: &'a dyn CheckRunner,
    pub(super) is_verified: &'a dyn Fn(&Transaction, &Txid) -> bool,
}

/// Checks a block against coins and says what it does to them. Scripts come last, all together:
/// they cost most.
pub(super) fn connect(
    checks: &Checks<'_>,
    block: &Block,
    txids: &[Txid],
    at: &BlockContext<'_>,
    state: &dyn StateView,
) -> Result<Connected<UtxoUndo>, BlockError> {
    let repeats_possible = at.spec.activation().bip34 > 1;
    if repeats_possible {
        check_no_overwrite(block, txids, state)?;
    }
    let flags = script_checks::block_flags(at);
    let gathered = gather(checks, block, txids, at, state, flags);
    let (connected, spending) = match gathered {
        Ok(gathered) => gathered,
        // A repeated transaction has no coins left to spend: it is that rule that it breaks.
        Err(error) if !repeats_possible => {
            check_no_overwrite(block, txids, state)?;
            return Err(error);
        }
        Err(error) => return Err(error),
    };
    check_coinbase_amount(block, at, connected.fees)?;
    script_checks::check(checks.runner, checks.secp, &spending, flags)
        .map_err(|(tx, error)| BlockError::in_tx(spending[tx].tx.compute_txid(), error))?;
    Ok(connected)
}

/// All of [`connect`] but what is checked for the block as a whole: what it does, and the
/// transactions whose scripts are still to be run.
fn gather<'b>(
    checks: &Checks<'_>,
    block: &'b Block,
    txids: &[Txid],
    at: &BlockContext<'_>,
    state: &dyn StateView,
    flags: Flags,
) -> Result<(Connected<UtxoUndo>, Vec<Spending<'b>>), BlockError> {
    let mut coins_now = Overlay::new(state, &block.block_hash());
    let mut totals = Totals { fees: Amount::ZERO, sigops: 0, flags };
    let mut connected =
        Connected { undo: UtxoUndo::default(), changes: Vec::new(), fees: Amount::ZERO };
    let mut spending = Vec::new();
    for (tx, txid) in block.txdata.iter().zip(txids) {
        let (coins, spent) =
            connect_tx(tx, at, &coins_now, &mut totals).map_err(|error| error.of(*txid))?;
        let changes = changes_of_tx(tx, *txid, &coins, at.height, tx.is_coinbase());
        coins_now.apply(&changes);
        connected.changes.extend(changes);
        if !tx.is_coinbase() {
            connected.undo.spent.push(coins);
            if !(checks.is_verified)(tx, txid) {
                spending.push(Spending { tx, spent });
            }
        }
    }
    connected.fees = totals.fees;
    Ok((connected, spending))
}

/// What stopped a transaction: its own fault, or a sum over the block.
enum ConnectTxError {
    Tx(TxError),
    FeesOutOfRange,
    SigOps { cost: u64 },
}

/// What is summed up over a block, and the rules it is under.
struct Totals {
    fees: Amount,
    sigops: u64,
    flags: Flags,
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

/// Checks one transaction but for its scripts, in Core's order. Adds its fee and its signature
/// operations. Gives the coins it spends.
fn connect_tx(
    tx: &Transaction,
    at: &BlockContext<'_>,
    state: &dyn StateView,
    totals: &mut Totals,
) -> Result<(Vec<Coin>, Vec<TxOut>), ConnectTxError> {
    if tx.is_coinbase() {
        check_sigops(tx, &[], totals)?;
        return Ok((Vec::new(), Vec::new()));
    }
    let coins = input_rules::find_coins(tx, state)?;
    let fee = input_rules::check_values(tx, &coins, at)?;
    // `bad-txns-accumulated-fee-outofrange`
    totals.fees = totals.fees.checked_add(fee).ok_or(ConnectTxError::FeesOutOfRange)?;
    if at.height >= at.spec.activation().csv {
        input_rules::check_sequence_locks(tx, &coins, at)?;
    }
    let spent = input_rules::spent_outputs(&coins);
    check_sigops(tx, &spent, totals)?;
    Ok((coins, spent))
}

/// `bad-txns-BIP30`: "blocks are not allowed to contain a transaction whose 'id' matches that of
/// an earlier, not-fully-spent transaction in the same chain". Where every block starts with its
/// height (BIP-34 from the first on) no two coinbases are the same, and so a second transaction of
/// one id finds its coins spent: there it is enough to look when something is wrong.
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
    let cost = totals.sigops.saturating_add(sigop_cost(tx, spent, totals.flags));
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

/// The transactions of a block with the coins that they spent, the coinbase's none.
fn with_coins<'b>(
    block: &'b Block,
    undo: &'b UtxoUndo,
) -> Result<Vec<(&'b Transaction, &'b [Coin])>, StoreError> {
    let misfit =
        || StoreError::corrupt(format!("undo of block {} does not fit", block.block_hash()));
    let spenders = block.txdata.iter().filter(|tx| !tx.is_coinbase()).count();
    if spenders != undo.spent.len() {
        return Err(misfit());
    }
    let mut spent = undo.spent.iter();
    let coins_of = |tx: &'b Transaction| {
        let coins: &[Coin] = if tx.is_coinbase() { &[] } else { spent.next().map_or(&[], |c| c) };
        let inputs = if tx.is_coinbase() { 0 } else { tx.input.len() };
        if coins.len() == inputs { Ok((tx, coins)) } else { Err(misfit()) }
    };
    block.txdata.iter().map(coins_of).collect()
}

/// The exact opposite of [`connect`].
pub(super) fn disconnect(
    block: &Block,
    undo: &UtxoUndo,
    at: &BlockContext<'_>,
) -> Result<Vec<StateChange>, StoreError> {
    let mut changes = Vec::new();
    for (tx, coins) in with_coins(block, undo)? {
        let txid = tx.compute_txid();
        changes.extend(changes_of_tx(tx, txid, coins, at.height, tx.is_coinbase()));
    }
    Ok(changes.into_iter().rev().map(opposite).collect())
}

/// Credits and debits of each transaction of a block.
pub(super) fn views(
    block: &Block,
    undo: &UtxoUndo,
    at: &BlockContext<'_>,
) -> Result<Vec<TxView>, StoreError> {
    if at.height == 0 {
        let txs = block.txdata.iter().filter(|_| at.spec.spend_genesis());
        return Ok(txs.map(|tx| view(tx, tx.compute_txid(), &[], Amount::ZERO)).collect());
    }
    let views = with_coins(block, undo)?.into_iter();
    views.map(|(tx, coins)| view_of_tx(tx, tx.compute_txid(), coins)).collect()
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
    use crate::MemoryStore;
    use crate::spec::Activation;
    use crate::testing::{self, NoAncestors};
    use crate::utxo::InOrder;

    fn at(spec: &ChainSpec) -> BlockContext<'_> {
        BlockContext { spec, height: 1, parent_median_time: 0, ancestors: &NoAncestors }
    }

    #[test]
    fn bip30_refuses_to_overwrite() {
        let later = Activation { bip34: 100, ..Activation::ALL };
        let spec = testing::easy_spec().with_activation(later);
        let block = testing::empty_block(&spec, spec.chain_id(), 1);
        let at = at(&spec);
        let secp = Secp256k1::verification_only();
        let checks = Checks { secp: &secp, runner: &InOrder, is_verified: &|_, _| false };
        let store = MemoryStore::default();
        let txids = [block.txdata[0].compute_txid()];
        let connected = connect(&checks, &block, &txids, &at, &store).unwrap();
        let mut state = Overlay::new(&store, &block.block_hash());
        state.apply(&connected.changes);
        let error = connect(&checks, &block, &txids, &at, &state).unwrap_err();
        assert_eq!(error.reject_reason(), "bad-txns-BIP30");
    }

    #[test]
    fn undo_that_does_not_fit_is_corruption() {
        let spec = testing::easy_spec();
        let block = testing::empty_block(&spec, spec.chain_id(), 1);
        let undo = UtxoUndo { spent: vec![vec![]] };
        assert!(matches!(disconnect(&block, &undo, &at(&spec)), Err(StoreError::Corrupt(_))));
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
