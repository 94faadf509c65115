//! What this crate's unit tests share: an easy spec, an empty block, published vectors.

use quarry_primitives::{Amount, Block, BlockHash, CompactTarget, Header, Now, Script, ScriptBuf};

use crate::ledger::{Ancestors, BlockContext, Ledger, TemplateFill};
use crate::{Activation, AddressPrefixes, ChainSpec, MemoryStore, Retarget, SpecDraft, UtxoLedger};

/// Bitcoin's main chain, block 0, as it is on the wire.
pub(crate) const MAIN_GENESIS: &str = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c0101000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000";

/// No blocks below.
#[derive(Debug)]
pub(crate) struct NoAncestors;

impl Ancestors for NoAncestors {
    fn median_time_past(&self, _height: u32) -> Option<u32> {
        None
    }

    fn header(&self, _height: u32) -> Option<Header> {
        None
    }
}

/// A spec whose blocks take two hashes, with regtest's target.
pub(crate) fn easy_draft() -> SpecDraft {
    SpecDraft {
        name: "easy".to_owned(),
        magic: [1, 2, 3, 4],
        prefixes: AddressPrefixes::Regtest,
        pow_limit: CompactTarget::from_consensus(0x207f_ffff),
        block_spacing_secs: 600,
        coinbase_maturity: 2,
        subsidy: Amount::of(50 * quarry_primitives::COIN),
        halving_interval: 150,
        confirmations: 6,
        max_block_weight: crate::limits::MAX_BLOCK_WEIGHT,
        genesis_time: 1_600_000_000,
        spend_genesis: false,
        alloc: vec![],
        activation: Activation::ALL,
        retarget: Retarget::Constant,
        signet_challenge: None,
    }
}

pub(crate) fn easy_spec() -> ChainSpec {
    ChainSpec::new(easy_draft()).unwrap()
}

/// A block without transactions that pays nobody in particular. Its proof of work is not done.
pub(crate) fn empty_block(spec: &ChainSpec, parent: BlockHash, height: u32) -> Block {
    let at = BlockContext { spec, height, parent_median_time: 0, ancestors: &NoAncestors };
    let payout: ScriptBuf = ScriptBuf::from_bytes(vec![0x51]);
    let payout: &Script = &payout;
    let time = Now::from_ms(1_700_000_000_000).wall_secs();
    let fill = TemplateFill {
        parent,
        time,
        version: None,
        txs: vec![],
        fees: Amount::ZERO,
        payout,
        extra: b"test",
    };
    UtxoLedger::new().fill_template(fill, &at, &MemoryStore::default()).unwrap()
}
