//! What a block has to be, whatever the coins: `CheckBlock` (context-free), then
//! `ContextualCheckBlock` of Bitcoin Core's validation.cpp.
//!
//! Does not know the header's rules ([`header`](crate::header)) or any coin.

use quarry_primitives::script::Builder;
use quarry_primitives::{Block, Transaction, Txid};

use super::script_checks::CheckRunner;
use super::{ids, merkle, tx_rules};
use crate::BlockError;
use crate::ledger::BlockContext;
use crate::limits::{MAX_BLOCK_SIGOPS_COST, MAX_BLOCK_WEIGHT, WITNESS_SCALE_FACTOR};
use crate::script::legacy_sigops;

/// The context-free stage, in Core's order.
pub(super) fn check_context_free(block: &Block, txids: &[Txid]) -> Result<(), BlockError> {
    check_merkle_root(block, txids)?;
    check_length(block)?;
    check_coinbase_first(block)?;
    check_coinbase_only_first(block)?;
    for (tx, txid) in block.txdata.iter().zip(txids) {
        tx_rules::check(tx).map_err(|error| BlockError::in_tx(*txid, error))?;
    }
    check_legacy_sigops(block)
}

/// The contextual stage, in Core's order.
pub(super) fn check_in_context(
    block: &Block,
    at: &BlockContext<'_>,
    runner: &dyn CheckRunner,
) -> Result<(), BlockError> {
    let rules = at.spec.activation();
    // BIP-113.
    let cutoff = if at.height >= rules.csv { at.parent_median_time } else { block.header.time };
    for tx in &block.txdata {
        tx_rules::check_final(tx, at.height, cutoff)
            .map_err(|error| BlockError::in_tx(tx.compute_txid(), error))?;
    }
    if at.height >= rules.bip34 {
        check_coinbase_height(block, at.height)?;
    }
    check_witnesses(block, at, runner)?;
    check_weight(block, at.spec.max_block_weight())
}

/// `CheckWitnessMalleation`: the commitment counts where segregated witness holds.
fn check_witnesses(
    block: &Block,
    at: &BlockContext<'_>,
    runner: &dyn CheckRunner,
) -> Result<(), BlockError> {
    if at.height >= at.spec.activation().segwit {
        check_witness_commitment(block, runner)
    } else {
        check_no_witness(block)
    }
}

/// Whether the transactions are, in the one form, those that the header commits to (the opposite
/// of `IsBlockMutated`).
pub(super) fn check_mutation(
    block: &Block,
    at: &BlockContext<'_>,
    runner: &dyn CheckRunner,
) -> Result<(), BlockError> {
    check_merkle_root(block, &ids::txids(&block.txdata, runner))?;
    if !block.txdata.first().is_some_and(Transaction::is_coinbase) {
        // "Consider the block mutated if any transaction is 64 bytes in size": it may be two
        // hashes of the tree that are given out as one.
        let hashes = block.txdata.iter().any(|tx| tx.base_size() == 64);
        return if hashes { Err(BlockError::MerkleMutation) } else { Ok(()) };
    }
    check_witnesses(block, at, runner)
}

/// `bad-txnmrklroot`, `bad-txns-duplicate`: "Check for merkle tree malleability (CVE-2012-2459)".
fn check_merkle_root(block: &Block, txids: &[Txid]) -> Result<(), BlockError> {
    let (root, mutated) = merkle::tx_root(txids);
    if root != block.header.merkle_root {
        return Err(BlockError::MerkleRoot);
    }
    if mutated { Err(BlockError::MerkleMutation) } else { Ok(()) }
}

/// `bad-blk-length`: "Size limits".
fn check_length(block: &Block) -> Result<(), BlockError> {
    let bytes = stripped_bytes(block);
    if block.txdata.is_empty() || bytes.saturating_mul(WITNESS_SCALE_FACTOR) > MAX_BLOCK_WEIGHT {
        return Err(BlockError::Length);
    }
    Ok(())
}

/// A block's size without witnesses: its weight is three times that and its whole size.
fn stripped_bytes(block: &Block) -> u64 {
    let whole = u64::try_from(block.total_size()).unwrap_or(u64::MAX);
    block.weight().to_wu().saturating_sub(whole) / (WITNESS_SCALE_FACTOR - 1)
}

/// `bad-cb-missing`: "First transaction must be coinbase".
fn check_coinbase_first(block: &Block) -> Result<(), BlockError> {
    match block.txdata.first() {
        Some(first) if first.is_coinbase() => Ok(()),
        _ => Err(BlockError::CoinbaseMissing),
    }
}

/// `bad-cb-multiple`: "the rest must not be".
fn check_coinbase_only_first(block: &Block) -> Result<(), BlockError> {
    match block.txdata.iter().skip(1).position(Transaction::is_coinbase) {
        Some(after_first) => Err(BlockError::CoinbaseMultiple { index: after_first + 1 }),
        None => Ok(()),
    }
}

/// `bad-blk-sigops`: "This underestimates the number of sigops, because unlike ConnectBlock it
/// does not count witness and p2sh sigops".
fn check_legacy_sigops(block: &Block) -> Result<(), BlockError> {
    let sigops = block.txdata.iter().map(legacy_sigops).fold(0, u64::saturating_add);
    let cost = sigops.saturating_mul(WITNESS_SCALE_FACTOR);
    if cost > MAX_BLOCK_SIGOPS_COST { Err(BlockError::SigOps { cost }) } else { Ok(()) }
}

/// `bad-cb-height`: "Enforce rule that the coinbase starts with serialized block height" (BIP-34).
fn check_coinbase_height(block: &Block, height: u32) -> Result<(), BlockError> {
    let expected = Builder::new().push_int(i64::from(height)).into_script();
    let starts = block
        .coinbase()
        .is_some_and(|tx| tx.input[0].script_sig.as_bytes().starts_with(expected.as_bytes()));
    if starts { Ok(()) } else { Err(BlockError::CoinbaseHeight { height }) }
}

/// `bad-witness-nonce-size`, `bad-witness-merkle-match`, `unexpected-witness`
/// (`CheckWitnessMalleation`, BIP-141).
fn check_witness_commitment(block: &Block, runner: &dyn CheckRunner) -> Result<(), BlockError> {
    let coinbase = block.coinbase().ok_or(BlockError::CoinbaseMissing)?;
    let Some(committed) = merkle::committed(coinbase) else {
        return check_no_witness(block);
    };
    // "The malleation check is ignored; as the transaction tree itself already does not permit
    // it, it is impossible to trigger in the witness tree."
    let [reserved] = coinbase.input[0].witness.iter().collect::<Vec<_>>()[..] else {
        return Err(BlockError::WitnessNonceSize);
    };
    if reserved.len() != merkle::RESERVED_VALUE.len() {
        return Err(BlockError::WitnessNonceSize);
    }
    if merkle::commits_to(block, committed, reserved, runner) {
        return Ok(());
    }
    Err(BlockError::WitnessMerkle)
}

/// "No witness data is allowed in blocks that don't commit to witness data".
fn check_no_witness(block: &Block) -> Result<(), BlockError> {
    let has_witness = |tx: &&Transaction| tx.input.iter().any(|input| !input.witness.is_empty());
    match block.txdata.iter().find(has_witness) {
        Some(tx) => Err(BlockError::UnexpectedWitness { txid: tx.compute_txid() }),
        None => Ok(()),
    }
}

/// `bad-blk-weight`: checked last, "after the coinbase witness reserved value and commitment are
/// verified", so that no padded copy condemns the block.
fn check_weight(block: &Block, most: u64) -> Result<(), BlockError> {
    let weight = block.weight().to_wu();
    if weight > most { Err(BlockError::Weight { weight, most }) } else { Ok(()) }
}
