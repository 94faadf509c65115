//! Merkle trees over transaction ids and witness ids, and the commitment to the latter (BIP-141).
//!
//! Bitcoin's tree repeats the last node of an odd level, so some lists of transactions share a
//! root (CVE-2012-2459): [`root`] says when a list is one of those. Does not know validity.

use quarry_primitives::hashes::{HashEngine, sha256d};
use quarry_primitives::opcodes::all::OP_RETURN;
use quarry_primitives::script::Builder;
use quarry_primitives::{Block, Hash, ScriptBuf, Transaction, TxMerkleNode, Txid, Wtxid};

use super::ids;
use super::script_checks::CheckRunner;

/// What a commitment's push starts with (BIP-141).
const COMMITMENT_MAGIC: [u8; 4] = [0xaa, 0x21, 0xa9, 0xed];
/// The same with the opcodes before it: `OP_RETURN` and a push of 36 bytes.
const COMMITMENT_PREFIX: [u8; 6] = [0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed];
/// The least length of an output script that commits.
const COMMITMENT_BYTES: usize = 38;
/// The witness reserved value of templates.
pub(super) const RESERVED_VALUE: [u8; 32] = [0; 32];

/// The root of a Merkle tree, and whether its leaves repeat so that a shorter list has the same.
pub(super) fn root(mut level: Vec<sha256d::Hash>) -> (sha256d::Hash, bool) {
    let mut mutated = false;
    while level.len() > 1 {
        // "Before hashing, check whether two siblings are the same" (consensus/merkle.cpp).
        mutated |= level.chunks_exact(2).any(|pair| pair[0] == pair[1]);
        level =
            level.chunks(2).map(|pair| parent(pair[0], *pair.last().unwrap_or(&pair[0]))).collect();
    }
    (level.first().copied().unwrap_or_else(sha256d::Hash::all_zeros), mutated)
}

fn parent(left: sha256d::Hash, right: sha256d::Hash) -> sha256d::Hash {
    let mut engine = sha256d::Hash::engine();
    engine.input(left.as_byte_array());
    engine.input(right.as_byte_array());
    sha256d::Hash::from_engine(engine)
}

/// What a header commits to, and whether the transactions are a repetition.
pub(super) fn tx_root(txids: &[Txid]) -> (TxMerkleNode, bool) {
    let (root, mutated) = root(txids.iter().copied().map(Txid::to_raw_hash).collect());
    (TxMerkleNode::from_raw_hash(root), mutated)
}

/// The commitment hash of BIP-141; the coinbase, which is not among `txs`, counts as zero.
fn commitment_hash(txs: &[Transaction], reserved: &[u8], runner: &dyn CheckRunner) -> [u8; 32] {
    let coinbase = core::iter::once(sha256d::Hash::all_zeros());
    let others = ids::wtxids(txs, runner).into_iter().map(Wtxid::to_raw_hash);
    let mut engine = sha256d::Hash::engine();
    engine.input(root(coinbase.chain(others).collect()).0.as_byte_array());
    engine.input(reserved);
    sha256d::Hash::from_engine(engine).to_byte_array()
}

/// The coinbase output script by which a template commits to its transactions' witnesses.
pub(super) fn witness_commitment_script(
    txs: &[Transaction],
    runner: &dyn CheckRunner,
) -> ScriptBuf {
    let mut push = [0; 36];
    push[..4].copy_from_slice(&COMMITMENT_MAGIC);
    push[4..].copy_from_slice(&commitment_hash(txs, &RESERVED_VALUE, runner));
    Builder::new().push_opcode(OP_RETURN).push_slice(push).into_script()
}

/// The output with the commitment in a coinbase: "if there are more than one, the one with highest
/// output index".
pub(super) fn commitment_index(coinbase: &Transaction) -> Option<usize> {
    coinbase.output.iter().rposition(|output| {
        let script = output.script_pubkey.as_bytes();
        script.len() >= COMMITMENT_BYTES && script.starts_with(&COMMITMENT_PREFIX)
    })
}

/// The commitment in a coinbase.
pub(super) fn committed(coinbase: &Transaction) -> Option<[u8; 32]> {
    let output = &coinbase.output[commitment_index(coinbase)?];
    output.script_pubkey.as_bytes()[6..COMMITMENT_BYTES].try_into().ok()
}

/// The Merkle root of a block's transactions with this coinbase instead of its own.
pub(super) fn root_with_coinbase(block: &Block, coinbase: &Transaction) -> TxMerkleNode {
    let txs = core::iter::once(coinbase).chain(block.txdata.iter().skip(1));
    let (root, _) = root(txs.map(|tx| tx.compute_txid().to_raw_hash()).collect());
    TxMerkleNode::from_raw_hash(root)
}

/// Whether a block's witnesses are what its coinbase commits to.
pub(super) fn commits_to(
    block: &Block,
    committed: [u8; 32],
    reserved: &[u8],
    runner: &dyn CheckRunner,
) -> bool {
    let others = block.txdata.get(1..).unwrap_or_default();
    commitment_hash(others, reserved, runner) == committed
}

#[cfg(test)]
mod tests {
    use quarry_primitives::consensus;

    use super::*;

    fn leaf(n: u8) -> sha256d::Hash {
        sha256d::Hash::from_byte_array([n; 32])
    }

    // Bitcoin's main chain, block 100,000: four transactions.
    #[test]
    fn root_of_block_100_000() {
        let txids = [
            "8c14f0db3df150123e6f3dbbf30f8b955a8249b62ac1d1ff16284aefa3d06d87",
            "fff2525b8931402dd09222c50775608f75787bd2b87e56995a7bdd30f79702c4",
            "6359f0868171b1d194cbee1af2f16ea598ae8fad666d9b012c8ed2b79a236ec4",
            "e9a66845e05d5abc0ad04ec80f774a7e585c6e8db975962d069a522137b80c1d",
        ];
        let leaves = txids.map(|id| id.parse::<Txid>().unwrap().to_raw_hash()).to_vec();
        let (root, mutated) = root(leaves);
        assert_eq!(
            root.to_string(),
            "f3e94742aca4b5ef85488dc37c06c3282295ffec960994b2c0d5ac2a25a95766"
        );
        assert!(!mutated);
    }

    #[test]
    fn root_of_the_main_chains_genesis_block() {
        let block: Block =
            consensus::encode::deserialize_hex(crate::testing::MAIN_GENESIS).unwrap();
        assert_eq!(
            block.block_hash().to_string(),
            "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"
        );
        let txids = ids::txids(&block.txdata, &crate::InOrder);
        assert_eq!(tx_root(&txids), (block.header.merkle_root, false));
    }

    // CVE-2012-2459: [1 2 3] and [1 2 3 3] share a root, and so do longer lists deeper down.
    #[test]
    fn repetition_is_noticed() {
        let honest = root(vec![leaf(1), leaf(2), leaf(3)]);
        let repeated = root(vec![leaf(1), leaf(2), leaf(3), leaf(3)]);
        assert_eq!((honest.0, honest.1, repeated.1), (repeated.0, false, true));
        let six: Vec<_> = [1, 2, 3, 4, 5, 6].map(leaf).to_vec();
        let eight: Vec<_> = [1, 2, 3, 4, 5, 6, 5, 6].map(leaf).to_vec();
        assert_eq!(root(six.clone()).0, root(eight.clone()).0);
        assert_eq!((root(six).1, root(eight).1), (false, true));
    }

    #[test]
    fn degenerate_trees() {
        assert_eq!(root(vec![]), (sha256d::Hash::all_zeros(), false));
        assert_eq!(root(vec![leaf(9)]), (leaf(9), false));
    }
}
