//! Headers and blocks in JSON, from facts that the caller has looked up.
//!
//! Does not know the chain.

use quarry_api::rpc::{Json, RpcError};
use quarry_primitives::{
    BitcoinTarget, Block, BlockHash, ChainWork, CompactTarget, Hash, Header, Network, consensus,
};

use super::tx::{Spent, TxShape, tx_json};

/// What is told of a header beside its own fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeaderFacts {
    pub(crate) header: Header,
    pub(crate) height: u32,
    /// 1 for the tip, -1 for a block that is not in the best chain.
    pub(crate) confirmations: i64,
    /// Seconds.
    pub(crate) median_time: u32,
    pub(crate) chain_work: ChainWork,
    /// 0 as long as only the header is known.
    pub(crate) tx_count: u32,
    /// The block after it in the best chain.
    pub(crate) next: Option<BlockHash>,
}

/// How much is told of a block's transactions (`getblock`'s verbosity above 0).
#[derive(Clone, Copy, Debug)]
pub(crate) enum Detail<'a> {
    /// Their ids.
    Ids,
    /// All of each. With what they spend, if that is known: a list for each transaction but the
    /// coinbase; then fees are shown, and with `prevouts` the outputs themselves.
    Full { spent: Option<&'a [Vec<Spent>]>, prevouts: bool },
}

/// How many times harder a block is to find than the easiest of the main network.
#[expect(clippy::float_arithmetic, reason = "shown only; consensus compares targets")]
pub(crate) fn difficulty(bits: CompactTarget) -> f64 {
    /// The exponent and the mantissa of the easiest target.
    const EXPONENT: u32 = 29;
    const MANTISSA: f64 = 65_535.0;
    let bits = bits.to_consensus();
    let steps = i32::try_from(bits >> 24).unwrap_or(0) - EXPONENT.cast_signed();
    MANTISSA / f64::from(bits & 0x00ff_ffff) * 256_f64.powi(-steps)
}

/// A target as 64 digits.
pub(crate) fn target_json(bits: CompactTarget) -> Json {
    format!("{:x}", BitcoinTarget::from_compact(bits)).into()
}

/// Eight digits of hex.
pub(crate) fn bits_json(bits: CompactTarget) -> Json {
    format!("{:08x}", bits.to_consensus()).into()
}

/// A header in Core's form and order.
pub(crate) fn header_json(facts: &HeaderFacts) -> Json {
    let header = &facts.header;
    let version = header.version.to_consensus();
    let mut out = Json::object([
        ("hash", header.block_hash().to_string().into()),
        ("confirmations", facts.confirmations.into()),
        ("height", facts.height.into()),
        ("version", version.into()),
        ("versionHex", format!("{version:08x}").into()),
        ("merkleroot", header.merkle_root.to_string().into()),
        ("time", header.time.into()),
        ("mediantime", facts.median_time.into()),
        ("nonce", header.nonce.into()),
        ("bits", bits_json(header.bits)),
        ("target", target_json(header.bits)),
        ("difficulty", Json::from_f64(difficulty(header.bits))),
        ("chainwork", format!("{:x}", facts.chain_work).into()),
        ("nTx", facts.tx_count.into()),
    ]);
    if header.prev_blockhash != BlockHash::all_zeros() {
        out.push("previousblockhash", header.prev_blockhash.to_string());
    }
    if let Some(next) = facts.next {
        out.push("nextblockhash", next.to_string());
    }
    out
}

/// A block in Core's form and order.
pub(crate) fn block_json(
    block: &Block,
    facts: &HeaderFacts,
    detail: Detail<'_>,
    network: Network,
) -> Json {
    let mut out = header_json(facts);
    let size = consensus::serialize(block).len();
    let witnesses: usize = block.txdata.iter().map(|tx| tx.total_size() - tx.base_size()).sum();
    let stripped = size - witnesses;
    out.push("strippedsize", stripped);
    out.push("size", size);
    out.push("weight", stripped * 3 + size);
    let show = |(n, tx)| match detail {
        Detail::Ids => Json::from(quarry_primitives::Transaction::compute_txid(tx).to_string()),
        Detail::Full { spent, prevouts } => {
            let of_tx = |spent: &'_ [Vec<Spent>]| spent.get(usize::checked_sub(n, 1)?).cloned();
            let spent = spent.and_then(of_tx);
            let shape =
                TxShape { network, spent: spent.as_deref(), prevouts, block: None, hex: true };
            tx_json(tx, shape)
        }
    };
    out.push("tx", block.txdata.iter().enumerate().map(show).collect::<Json>());
    out
}

/// The verbosity that a number says, or a truth value where that is allowed.
pub(crate) fn verbosity(value: &Json, default: i32, allow_bool: bool) -> Result<i32, RpcError> {
    match value {
        Json::Null => Ok(default),
        Json::Bool(value) if allow_bool => Ok((*value).into()),
        Json::Bool(_) => {
            Err(RpcError::type_error("Verbosity was boolean but only integer allowed"))
        }
        value => value.as_int(),
    }
}
