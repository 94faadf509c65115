//! A block from a template's parts: the coinbase, the commitments, the Merkle root.
//!
//! Does not know which transactions are worth including, nor how a nonce is found.

use quarry_primitives::script::{Builder, PushBytesBuf};
use quarry_primitives::{
    Amount, BitcoinAmount, Block, BlockVersion, Header, LockTime, OutPoint, ScriptBuf, Sequence,
    Transaction, TransactionVersion, TxIn, TxOut, Witness,
};

use super::script_checks::CheckRunner;
use super::{ids, merkle};
use crate::header;
use crate::ledger::{BlockContext, TemplateFill};
use crate::version_bits;

pub(super) fn fill(
    fill: TemplateFill<'_, Transaction>,
    at: &BlockContext<'_>,
    commitment: ScriptBuf,
    runner: &dyn CheckRunner,
) -> Block {
    let coinbase = coinbase(&fill, at, commitment);
    let mut txdata = vec![coinbase];
    txdata.extend(fill.txs);
    let header = Header {
        version: BlockVersion::from_consensus(
            fill.version.unwrap_or_else(|| version_bits::template_version(at)),
        ),
        prev_blockhash: fill.parent,
        merkle_root: merkle::tx_root(&ids::txids(&txdata, runner)).0,
        time: fill.time,
        bits: header::required_bits(at, fill.time),
        nonce: 0,
    };
    Block { header, txdata }
}

fn coinbase(
    fill: &TemplateFill<'_, Transaction>,
    at: &BlockContext<'_>,
    commitment: ScriptBuf,
) -> Transaction {
    let pays = at.spec.subsidy(at.height).checked_add(fill.fees).unwrap_or(Amount::ZERO);
    let mut output = vec![TxOut { value: pays.into(), script_pubkey: fill.payout.to_owned() }];
    let mut witness = Witness::new();
    if at.height >= at.spec.activation().segwit {
        output.push(TxOut { value: BitcoinAmount::ZERO, script_pubkey: commitment });
        witness.push(merkle::RESERVED_VALUE);
    }
    let input = TxIn {
        previous_output: OutPoint::null(),
        script_sig: coinbase_script(at.height, fill.extra),
        // Not final, so that the lock time below holds.
        sequence: Sequence(Sequence::MAX.0 - 1),
        witness,
    };
    Transaction {
        version: TransactionVersion::TWO,
        // As Core 30 has it: no two coinbases are alike, whatever their scripts.
        lock_time: LockTime::from_consensus(at.height.saturating_sub(1)),
        input: vec![input],
        output,
    }
}

/// The height (BIP-34), then the caller's bytes; at least two bytes in all.
fn coinbase_script(height: u32, extra: &[u8]) -> ScriptBuf {
    let builder = Builder::new().push_int(i64::from(height));
    // The chain has bounded the length; a push of up to 4 GiB would be well-formed anyway.
    let extra = PushBytesBuf::try_from(extra.to_vec()).unwrap_or_default();
    // Nothing is pushed as OP_0, as Core does, so there always are two bytes.
    builder.push_slice(extra).into_script()
}

/// The witness that a coinbase needs to commit to others.
pub(crate) fn add_witness_nonce(block: &mut Block) {
    if let Some(coinbase) = block.txdata.first_mut().filter(|tx| tx.is_coinbase())
        && merkle::committed(coinbase).is_some()
        && coinbase.input[0].witness.is_empty()
    {
        coinbase.input[0].witness.push(merkle::RESERVED_VALUE);
    }
}
