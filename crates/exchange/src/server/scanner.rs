//! Follows the chain block by block: deposits in, the exchange's own coins in and out, confirmations
//! of payouts, and all of it taken back when blocks are disconnected. The cursor is in the log, so no
//! block is counted twice or left out.
//!
//! Two kinds of outputs to our addresses are left out altogether: those below the least deposit of
//! the terms (dust must cost nothing; change of our own payouts always counts), and those of a
//! block's first transaction, the coinbase, which nobody may spend before it matures. Miners who want
//! to pay in send their coins on.
//!
//! Does not know what a deposit does to an account.

use std::collections::BTreeSet;

use quarry_api::node::{BlockView, TransactionView};
use quarry_market::{ChangeCoin, Command, Deposit, Market};
use quarry_primitives::{Amount, BlockHash, Hash, OutPoint, ScriptBuf, Txid};
use quarry_wallet::{BranchError, BranchScripts, KeyPath, KeyRole};

use super::Exchange;
use crate::limits::{MAX_WAIT, NODE_RETRY};
use crate::{NodeClient, NodeClientError};

pub(super) async fn run(exchange: Exchange, node: NodeClient) {
    let mut scripts = BranchScripts::new(exchange.0.branch.clone());
    loop {
        match catch_up(&exchange, &node, &mut scripts).await {
            Ok(tip) => {
                if node.wait_for_tip(tip, MAX_WAIT).await.is_err() {
                    // Told at the next catch-up, if it lasts.
                    tokio::time::sleep(NODE_RETRY).await;
                }
            }
            Err(error) => {
                tracing::warn!(%error, "scan of the chain stands still");
                tokio::time::sleep(NODE_RETRY).await;
            }
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum ScanError {
    #[error(transparent)]
    Node(#[from] NodeClientError),
    #[error(transparent)]
    Exchange(#[from] super::ExchangeError),
    #[error(transparent)]
    Branch(#[from] BranchError),
    #[error("node is on another chain, {chain_id}: check its address")]
    OtherChain { chain_id: BlockHash },
    #[error("node is at block {node}, behind the {scanned} scanned: waiting for it")]
    Behind { node: u32, scanned: u32 },
    #[error("market refused block {height}: {reason}")]
    Refused { height: u32, reason: String },
}

/// Scans up to the newest block that is deep enough; gives the tip that was seen.
async fn catch_up(
    exchange: &Exchange,
    node: &NodeClient,
    scripts: &mut BranchScripts,
) -> Result<BlockHash, ScanError> {
    let info = node.info().await?;
    if info.chain_id != exchange.0.opening.chain_id {
        return Err(ScanError::OtherChain { chain_id: info.chain_id });
    }
    // One confirmation means the tip itself.
    let deep_enough = (info.height + 1).checked_sub(info.confirmations.max(1));
    while let Some(target) = deep_enough {
        let cursor = exchange.market().scan_cursor();
        let next = match cursor {
            Some((height, hash)) => {
                let height = u32::try_from(height).unwrap_or(u32::MAX);
                let Some(active) = node.block_at(height).await? else {
                    // A node that is behind (restored, or syncing) takes nothing back.
                    return Err(ScanError::Behind { node: info.height, scanned: height });
                };
                if active.summary.hash != hash {
                    let command = Command::BlockUnscanned { height: height.into(), hash };
                    apply(exchange, height, command).await?;
                    continue;
                }
                height + 1
            }
            None => 0,
        };
        if next > target {
            break;
        }
        let Some(block) = node.block_at(next).await? else { break };
        if cursor.is_some_and(|(_, hash)| hash != block.previous) {
            // The chain moved between two questions; the next round takes the old block back.
            continue;
        }
        scripts.cover(KeyRole::Deposit, exchange.deposit_indexes())?;
        scripts.cover(KeyRole::Change, 1)?;
        apply(exchange, next, scan(exchange, scripts, &block)).await?;
    }
    Ok(info.tip)
}

async fn apply(exchange: &Exchange, height: u32, command: Command) -> Result<(), ScanError> {
    let applied = exchange.submit_own(command).await?;
    applied
        .reply
        .map(drop)
        .map_err(|rejection| ScanError::Refused { height, reason: rejection.to_string() })
}

/// What a block means to the exchange.
fn scan(exchange: &Exchange, scripts: &BranchScripts, block: &BlockView) -> Command {
    let payouts = exchange.payouts_in_flight();
    let found = Found::of(&exchange.market(), scripts, &payouts, block);
    Command::BlockScanned {
        height: block.summary.height.into(),
        hash: block.summary.hash,
        parent: if block.summary.height == 0 { BlockHash::all_zeros() } else { block.previous },
        deposits: found.deposits,
        change: found.change,
        spent: found.spent,
        confirmed: found.confirmed,
    }
}

/// What a block holds for the exchange.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    deposits: Vec<Deposit>,
    change: Vec<ChangeCoin>,
    spent: Vec<OutPoint>,
    confirmed: Vec<Txid>,
}

impl Found {
    fn of(
        market: &Market,
        scripts: &BranchScripts,
        payouts: &BTreeSet<Txid>,
        block: &BlockView,
    ) -> Self {
        let min_deposit = market.config().map(|terms| terms.min_deposit).unwrap_or_default();
        let (mut found, mut made) = (Self::default(), BTreeSet::new());
        for (position, tx) in block.transactions.iter().enumerate() {
            let ours =
                |outpoint: &OutPoint| market.coin(outpoint).is_some() || made.contains(outpoint);
            found.spent.extend(tx.inputs.iter().filter_map(|input| input.outpoint).filter(ours));
            let payout = payouts.contains(&tx.txid);
            if payout {
                found.confirmed.push(tx.txid);
            }
            if position == 0 {
                // The coinbase: it may not be spent for a hundred blocks, so it is no deposit.
                continue;
            }
            // Change of our own payouts is in the books however small it is.
            let least = if payout { Amount::ZERO } else { min_deposit };
            made.extend(found.take_outputs(scripts, tx, min_deposit, least));
        }
        found
    }

    /// Notes a transaction's outputs to our addresses; gives where they are. An output below the
    /// least is left out: it is neither credited nor spent, so that dust costs nothing.
    fn take_outputs(
        &mut self,
        scripts: &BranchScripts,
        tx: &TransactionView,
        least_deposit: Amount,
        least_change: Amount,
    ) -> Vec<OutPoint> {
        let mut made = Vec::new();
        for (vout, output) in (0u32..).zip(&tx.outputs) {
            let script = ScriptBuf::from_hex(&output.script).unwrap_or_default();
            let Some(KeyPath { role, index }) = scripts.find(&script) else { continue };
            let (outpoint, amount) = (OutPoint { txid: tx.txid, vout }, output.amount);
            match role {
                KeyRole::Deposit if amount >= least_deposit => {
                    self.deposits.push(Deposit { outpoint, deposit_index: index, amount });
                }
                KeyRole::Change if amount >= least_change => {
                    self.change.push(ChangeCoin { outpoint, change_index: index, amount });
                }
                KeyRole::Deposit | KeyRole::Change => continue,
            }
            made.push(outpoint);
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use quarry_api::node::{BlockSummary, InputView, OutputView};
    use quarry_market::{Action, Authorization, MarketConfig};
    use quarry_primitives::{AccountKey, NetworkKind};
    use quarry_wallet::BranchSecret;

    use super::*;

    const OWNER: &str = "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c";

    fn txid(n: u8) -> Txid {
        Txid::hash(&[n])
    }

    fn hash(n: u8) -> BlockHash {
        BlockHash::hash(&[n])
    }

    fn at(n: u8, vout: u32) -> OutPoint {
        OutPoint { txid: txid(n), vout }
    }

    fn scripts() -> BranchScripts {
        let secret = BranchSecret::from_seed(&[7; 32], NetworkKind::Test, 0).unwrap();
        let mut scripts = BranchScripts::new(secret.public());
        scripts.cover(KeyRole::Deposit, 1).unwrap();
        scripts.cover(KeyRole::Change, 1).unwrap();
        scripts
    }

    /// An exchange with one account, whose least deposit is 1,000.
    fn market() -> Market {
        let account: AccountKey = OWNER.parse().unwrap();
        let mut market = Market::new(MarketConfig::new(hash(0), account)).unwrap();
        let authorization = Authorization {
            account,
            signer: account,
            idempotency_key: [1; 16],
            body_hash: [2; 32],
            expiry_ms: 1_000,
            signature: [3; 64],
        };
        let register = Command::Signed { authorization, action: Action::Register };
        market.apply(0, &register).reply.unwrap();
        market
    }

    fn tx(n: u8, inputs: &[OutPoint], outputs: &[(ScriptBuf, u64)]) -> TransactionView {
        let inputs = inputs.iter().map(|&outpoint| InputView { outpoint: Some(outpoint) });
        let output = |(script, amount): &(ScriptBuf, u64)| OutputView {
            amount: Amount::of(*amount),
            script: script.to_hex_string(),
            address: None,
        };
        TransactionView {
            txid: txid(n),
            vsize: 100,
            block: None,
            height: None,
            confirmations: 1,
            inputs: inputs.collect(),
            outputs: outputs.iter().map(output).collect(),
            hex: String::new(),
        }
    }

    fn block(height: u32, transactions: Vec<TransactionView>) -> BlockView {
        let n = u8::try_from(height).unwrap();
        BlockView {
            summary: BlockSummary {
                height,
                hash: hash(n),
                time_ms: 0,
                transactions: transactions.len(),
                size: 0,
                fees: Amount::ZERO,
            },
            active: true,
            confirmations: 1,
            previous: hash(n - 1),
            header: String::new(),
            nonce: 0,
            bits: String::new(),
            transactions,
        }
    }

    /// What is found is also what the market takes.
    fn scanned(market: &mut Market, payouts: &[Txid], block: &BlockView) -> Found {
        let found = Found::of(market, &scripts(), &payouts.iter().copied().collect(), block);
        let command = Command::BlockScanned {
            height: block.summary.height.into(),
            hash: block.summary.hash,
            parent: block.previous,
            deposits: found.deposits.clone(),
            change: found.change.clone(),
            spent: found.spent.clone(),
            confirmed: found.confirmed.clone(),
        };
        market.apply(0, &command).reply.unwrap();
        market.check_books().unwrap();
        found
    }

    #[test]
    fn dust_coinbases_and_strangers_are_left_out() {
        let (mut market, branch) = (market(), scripts());
        let deposit = branch.branch().deposit_script(0).unwrap();
        let change = branch.branch().change_script(0).unwrap();
        let (later, other) = (branch.branch().deposit_script(1).unwrap(), ScriptBuf::new());
        let coinbase = tx(1, &[], &[(deposit.clone(), 5_000), (change.clone(), 5_000)]);
        let outputs = [
            (other, 9_000),
            (deposit.clone(), 999),
            (deposit, 1_000),
            (later, 9_000),
            (change.clone(), 999),
            (change, 1_000),
        ];
        let found = scanned(
            &mut market,
            &[],
            &block(1, vec![coinbase, tx(2, &[at(9, 0), at(9, 1)], &outputs)]),
        );
        let amount = Amount::of(1_000);
        let deposits = vec![Deposit { outpoint: at(2, 2), deposit_index: 0, amount }];
        let change = vec![ChangeCoin { outpoint: at(2, 5), change_index: 0, amount }];
        assert_eq!(found, Found { deposits, change, ..Found::default() });
        // What was left out is no coin of ours, so spending it says nothing.
        let spends = tx(4, &[at(1, 0), at(2, 1), at(2, 4)], &[]);
        assert_eq!(scanned(&mut market, &[], &block(2, vec![tx(3, &[], &[]), spends])), {
            Found::default()
        });
        assert_eq!(market.coins_total(), 2_000);
    }

    #[test]
    fn a_payouts_change_counts_however_small_and_may_be_spent_at_once() {
        let (mut market, branch) = (market(), scripts());
        let deposit = branch.branch().deposit_script(0).unwrap();
        let change = branch.branch().change_script(0).unwrap();
        let pays = tx(2, &[at(9, 0)], &[(deposit, 50_000)]);
        scanned(&mut market, &[], &block(1, vec![tx(1, &[], &[]), pays]));
        let payout = tx(4, &[at(2, 0)], &[(ScriptBuf::new(), 40_000), (change.clone(), 9_000)]);
        let second = tx(5, &[at(4, 1)], &[(ScriptBuf::new(), 8_000), (change, 600)]);
        let payouts = [txid(4), txid(5), txid(6)];
        let found =
            scanned(&mut market, &payouts, &block(2, vec![tx(3, &[], &[]), payout, second]));
        let coin =
            |outpoint, amount| ChangeCoin { outpoint, change_index: 0, amount: Amount::of(amount) };
        assert_eq!(found.change, [coin(at(4, 1), 9_000), coin(at(5, 1), 600)]);
        assert_eq!(found.spent, [at(2, 0), at(4, 1)]);
        assert_eq!((found.deposits, found.confirmed), (vec![], vec![txid(4), txid(5)]));
        assert_eq!(market.coins().map(|(outpoint, _)| outpoint).collect::<Vec<_>>(), [at(5, 1)]);
        assert_eq!(market.coins_total(), 600);
    }
}
