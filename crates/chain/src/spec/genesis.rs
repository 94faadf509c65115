//! The genesis block of a spec: deterministic, proof of work included.
//!
//! Does not know the search kernels: a target that is easy enough for a private chain's first
//! block is met by plain counting.

use quarry_primitives::hashes::sha256d;
use quarry_primitives::opcodes::all::OP_RETURN;
use quarry_primitives::script::{Builder, PushBytesBuf};
use quarry_primitives::{
    BitcoinAmount, Block, BlockHash, BlockVersion, Hash, Header, LockTime, OutPoint, ScriptBuf,
    Sequence, Transaction, TransactionVersion, TxIn, TxMerkleNode, TxOut, Witness,
};

use super::{SpecDraft, SpecError};
use crate::header;
use crate::limits::MAX_GENESIS_TRIES;

/// Builds the block and finds its nonce.
pub(super) fn build(draft: &SpecDraft, spec_hash: sha256d::Hash) -> Result<Block, SpecError> {
    let coinbase = coinbase(draft, spec_hash);
    let header = Header {
        version: BlockVersion::ONE,
        prev_blockhash: BlockHash::all_zeros(),
        merkle_root: TxMerkleNode::from_raw_hash(coinbase.compute_txid().to_raw_hash()),
        time: draft.genesis_time,
        bits: draft.pow_limit,
        nonce: 0,
    };
    Ok(Block { header: mine(header)?, txdata: vec![coinbase] })
}

/// The input commits to the spec, the first output names the chain, the others are the allocation.
fn coinbase(draft: &SpecDraft, spec_hash: sha256d::Hash) -> Transaction {
    let name = PushBytesBuf::try_from(draft.name.clone().into_bytes()).expect("a short name");
    let named = Builder::new().push_opcode(OP_RETURN).push_slice(name).into_script();
    let mut output = vec![TxOut { value: BitcoinAmount::ZERO, script_pubkey: named }];
    output.extend(
        draft.alloc.iter().map(|(script, amount)| TxOut {
            value: (*amount).into(),
            script_pubkey: script.clone(),
        }),
    );
    let commitment: ScriptBuf = Builder::new().push_slice(spec_hash.to_byte_array()).into_script();
    let input = TxIn {
        previous_output: OutPoint::null(),
        script_sig: commitment,
        sequence: Sequence::MAX,
        witness: Witness::new(),
    };
    Transaction {
        version: TransactionVersion::ONE,
        lock_time: LockTime::ZERO,
        input: vec![input],
        output,
    }
}

fn mine(mut header: Header) -> Result<Header, SpecError> {
    let target = header::target_of(header.bits).ok_or(SpecError::PowLimit(header.bits))?;
    for nonce in 0..MAX_GENESIS_TRIES {
        header.nonce = nonce;
        if target.is_met_by(header.block_hash()) {
            return Ok(header);
        }
    }
    Err(SpecError::GenesisTooHard)
}
