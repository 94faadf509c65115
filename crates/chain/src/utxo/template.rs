//! A block from a template's parts: the coinbase, the commitments, the Merkle root.
//!
//! Does not know which transactions are worth including, nor how a nonce is found.

use quarry_primitives::script::{Builder, PushBytesBuf};
use quarry_primitives::{
    Amount, BitcoinAmount, Block, BlockVersion, Header, LockTime, OutPoint, ScriptBuf, Sequence,
    Transaction, TransactionVersion, TxIn, TxOut, Witness,
};

use super::merkle;
use crate::header;
use crate::ledger::{BlockContext, TemplateFill};
use crate::limits::MIN_COINBASE_SCRIPT_BYTES;

/// BIP-9's top bits and no signal.
const TEMPLATE_VERSION: i32 = 0x2000_0000;

pub(super) fn fill(
    fill: TemplateFill<'_, Transaction>,
    at: &BlockContext<'_>,
    commitment: ScriptBuf,
) -> Block {
    let coinbase = coinbase(&fill, at, commitment);
    let mut txdata = vec![coinbase];
    txdata.extend(fill.txs);
    let header = Header {
        version: BlockVersion::from_consensus(TEMPLATE_VERSION),
        prev_blockhash: fill.parent,
        merkle_root: merkle::tx_root(&txdata).0,
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
    let input = TxIn {
        previous_output: OutPoint::null(),
        script_sig: coinbase_script(at.height, fill.extra),
        sequence: Sequence::MAX,
        witness: Witness::from_slice(&[merkle::RESERVED_VALUE]),
    };
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![input],
        output: vec![
            TxOut { value: pays.into(), script_pubkey: fill.payout.to_owned() },
            TxOut { value: BitcoinAmount::ZERO, script_pubkey: commitment },
        ],
    }
}

/// The height (BIP-34), then the caller's bytes; at least two bytes in all.
fn coinbase_script(height: u32, extra: &[u8]) -> ScriptBuf {
    let mut builder = Builder::new().push_int(i64::from(height));
    // The chain has bounded the length; a push of up to 4 GiB would be well-formed anyway.
    if let (false, Ok(push)) = (extra.is_empty(), PushBytesBuf::try_from(extra.to_vec())) {
        builder = builder.push_slice(push);
    }
    if builder.len() < MIN_COINBASE_SCRIPT_BYTES {
        builder = builder.push_int(0);
    }
    builder.into_script()
}
