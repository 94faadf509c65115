//! Follows the chain block by block: deposits in, confirmations of payouts, and both taken back when
//! blocks are disconnected. The cursor is in the log, so no block is counted twice or left out.
//!
//! Does not know what a deposit does to an account.

use quarry_api::node::BlockView;
use quarry_market::{Command, Deposit};
use quarry_primitives::{BlockHash, Hash, OutPoint, ScriptBuf};
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
    let mut deposits = Vec::new();
    let mut confirmed = Vec::new();
    for tx in &block.transactions {
        // Our own payouts' change comes back to change scripts, which are not among these.
        for (vout, output) in (0u32..).zip(&tx.outputs) {
            let script = ScriptBuf::from_hex(&output.script).unwrap_or_default();
            if let Some(KeyPath { index, .. }) = scripts.find(&script) {
                let outpoint = OutPoint { txid: tx.txid, vout };
                deposits.push(Deposit { outpoint, deposit_index: index, amount: output.amount });
            }
        }
        confirmed.push(tx.txid);
    }
    let payouts = exchange.payouts_in_flight();
    confirmed.retain(|txid| payouts.contains(txid));
    Command::BlockScanned {
        height: block.summary.height.into(),
        hash: block.summary.hash,
        parent: if block.summary.height == 0 { BlockHash::all_zeros() } else { block.previous },
        deposits,
        confirmed,
    }
}
