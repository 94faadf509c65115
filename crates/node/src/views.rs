//! Turns chain state into the wire's views.
//!
//! Does not change anything.

use quarry_api::node::{
    AddressEntry, AddressView, BlockSummary, BlockView, ChainInfo, CoinView, InputView,
    MempoolEntry, MempoolView, OutputView, TransactionView,
};
use quarry_chain::StoreError;
use quarry_pow::Target;
use quarry_primitives::{
    Address, Amount, Block, BlockHash, OutPoint, Transaction, Txid, consensus,
};

use crate::Node;
use crate::state::NodeChain;

pub(crate) fn chain_info(node: &Node, chain: &NodeChain) -> ChainInfo {
    let tip = chain.tip();
    let spec = node.spec();
    let bits = spec.pow_limit().to_consensus();
    let expected = Target::from_compact(bits).map_or(0.0, |t| t.expected_hashes());
    let pool = chain.mempool();
    ChainInfo {
        chain: spec.name().to_owned(),
        chain_id: spec.chain_id(),
        spec_hash: spec.spec_hash().to_string(),
        height: tip.height,
        tip: tip.hash,
        tip_time_ms: u64::from(tip.time) * 1000,
        bits: format!("{bits:08x}"),
        expected_hashes: whole(expected),
        supply: chain.supply(),
        confirmations: spec.confirmations(),
        mempool_transactions: pool.count,
        mempool_vbytes: pool.vsize,
        hashes_per_second: node.hashes_per_second(),
    }
}

/// The nearest whole number, for display.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, which is what a display value wants"
)]
fn whole(value: f64) -> u64 {
    value.round() as u64
}

pub(crate) fn summary(chain: &NodeChain, height: u32) -> Result<Option<BlockSummary>, StoreError> {
    let Some(hash) = chain.block_hash_at(height) else { return Ok(None) };
    let Some(block) = chain.block(&hash)? else { return Ok(None) };
    Ok(Some(summary_of(chain, &block, hash, height)))
}

/// The summary of a block that is not to be read again; none if the chain has not got its header.
pub(crate) fn summary_of_block(chain: &NodeChain, block: &Block) -> Option<BlockSummary> {
    let hash = block.block_hash();
    let height = chain.header(&hash)?.height;
    Some(summary_of(chain, block, hash, height))
}

fn summary_of(chain: &NodeChain, block: &Block, hash: BlockHash, height: u32) -> BlockSummary {
    BlockSummary {
        height,
        hash,
        time_ms: u64::from(block.header.time) * 1000,
        transactions: block.txdata.len(),
        size: block.total_size(),
        fees: fees(chain, block, height),
    }
}

/// What the coinbase takes beyond the subsidy; the genesis block's money is no fee.
fn fees(chain: &NodeChain, block: &Block, height: u32) -> Amount {
    if height == 0 {
        return Amount::ZERO;
    }
    let claimed = block.txdata.first().and_then(|coinbase| {
        coinbase
            .output
            .iter()
            .try_fold(Amount::ZERO, |sum, out| sum.checked_add(Amount::try_from(out.value).ok()?))
    });
    let subsidy = chain.spec().subsidy(height);
    claimed.and_then(|claimed| claimed.checked_sub(subsidy)).unwrap_or_default()
}

pub(crate) fn recent(
    chain: &NodeChain,
    limit: usize,
    before: Option<u32>,
) -> Result<Vec<BlockSummary>, StoreError> {
    let tip = chain.tip().height;
    let first = before.map_or(Some(tip), |before| before.checked_sub(1).map(|h| h.min(tip)));
    let Some(first) = first else { return Ok(Vec::new()) };
    let heights = (0..=first).rev().take(limit);
    let found = heights.map(|height| summary(chain, height)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

pub(crate) fn block(chain: &NodeChain, hash: BlockHash) -> Result<Option<BlockView>, StoreError> {
    let Some(header) = chain.header(&hash) else { return Ok(None) };
    let Some(block) = chain.block(&hash)? else { return Ok(None) };
    let height = header.height;
    let confirmations = if header.active { chain.tip().height - height + 1 } else { 0 };
    let place = Place { block: hash, height, confirmations };
    Ok(Some(BlockView {
        summary: summary_of(chain, &block, hash, height),
        active: header.active,
        confirmations,
        previous: block.header.prev_blockhash,
        header: consensus::encode::serialize_hex(&block.header),
        nonce: block.header.nonce,
        bits: format!("{:08x}", block.header.bits.to_consensus()),
        transactions: block.txdata.iter().map(|tx| tx_view(chain, tx, Some(&place))).collect(),
    }))
}

struct Place {
    block: BlockHash,
    height: u32,
    confirmations: u32,
}

fn tx_view(chain: &NodeChain, tx: &Transaction, place: Option<&Place>) -> TransactionView {
    let network = chain.spec().prefixes().network();
    let input =
        |outpoint: OutPoint| InputView { outpoint: (!outpoint.is_null()).then_some(outpoint) };
    let outputs = tx.output.iter().map(|out| OutputView {
        // A transaction that was accepted holds no amount above the limit.
        amount: Amount::try_from(out.value).unwrap_or(Amount::MAX),
        script: out.script_pubkey.to_hex_string(),
        address: Address::from_script(&out.script_pubkey, network).ok().map(|a| a.to_string()),
    });
    TransactionView {
        txid: tx.compute_txid(),
        vsize: tx.vsize(),
        block: place.map(|p| p.block),
        height: place.map(|p| p.height),
        confirmations: place.map_or(0, |p| p.confirmations),
        inputs: tx.input.iter().map(|i| input(i.previous_output)).collect(),
        outputs: outputs.collect(),
        hex: consensus::encode::serialize_hex(tx),
    }
}

pub(crate) fn transaction(
    chain: &NodeChain,
    txid: Txid,
) -> Result<Option<TransactionView>, StoreError> {
    let Some(found) = chain.transaction(&txid)? else { return Ok(None) };
    let tip = chain.tip().height;
    let place = found.block.map(|(block, height)| Place {
        block,
        height,
        confirmations: tip.saturating_sub(height) + 1,
    });
    Ok(Some(tx_view(chain, &found.tx, place.as_ref())))
}

pub(crate) fn address(chain: &NodeChain, address: &Address) -> Result<AddressView, StoreError> {
    let view = chain.script_view(&address.script_pubkey())?;
    // Coins that wait in the mempool have no height; they show as pending.
    let coins = view.coins.iter().filter_map(|coin| {
        Some(CoinView {
            outpoint: coin.outpoint,
            amount: coin.amount,
            height: coin.height?,
            spendable: coin.spendable,
        })
    });
    Ok(AddressView {
        address: address.to_string(),
        balance: view.confirmed,
        pending_in: view.pending_in,
        pending_out: view.pending_out,
        coins: coins.collect(),
        history: view
            .history
            .iter()
            .map(|row| AddressEntry { txid: row.txid, height: row.height })
            .collect(),
    })
}

pub(crate) fn mempool(chain: &NodeChain, limit: usize) -> MempoolView {
    let pool = chain.mempool();
    let entries = pool.entries.iter().take(limit).map(|entry| MempoolEntry {
        txid: entry.txid,
        fee: entry.fee,
        vsize: usize::try_from(entry.vsize).unwrap_or(usize::MAX),
    });
    MempoolView { transactions: entries.collect(), count: pool.count, vbytes: pool.vsize }
}
