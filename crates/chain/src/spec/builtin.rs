//! The chains that are built in: `dev`, and Bitcoin's regtest and signets.
//!
//! Does not know how a spec is checked.

use quarry_primitives::hashes::sha256d;
use quarry_primitives::{Amount, CompactTarget, Hash as _, Network, ScriptBuf, consensus};

use super::{Activation, AddressPrefixes, ChainSpec, Retarget, SpecDraft, SpecError, codec};
use crate::limits::MAX_BLOCK_WEIGHT;

/// The challenge of the public signet: one of two keys signs.
pub const DEFAULT_SIGNET_CHALLENGE: [u8; 71] = [
    0x51, 0x21, 0x03, 0xad, 0x5e, 0x0e, 0xda, 0xd1, 0x8c, 0xb1, 0xf0, 0xfc, 0x0d, 0x28, 0xa3, 0xd4,
    0xf1, 0xf3, 0xe4, 0x45, 0x64, 0x03, 0x37, 0x48, 0x9a, 0xbb, 0x10, 0x40, 0x4f, 0x2d, 0x1e, 0x08,
    0x6b, 0xe4, 0x30, 0x21, 0x03, 0x59, 0xef, 0x50, 0x21, 0x96, 0x4f, 0xe2, 0x2d, 0x6f, 0x8e, 0x05,
    0xb2, 0x46, 0x3c, 0x95, 0x40, 0xce, 0x96, 0x88, 0x3f, 0xe3, 0xb2, 0x78, 0x76, 0x0f, 0x04, 0x8f,
    0x51, 0x89, 0xf2, 0xe6, 0xc4, 0x52, 0xae,
];

impl ChainSpec {
    /// The spec of one-command use: regtest's address prefixes, its own magic, a constant target
    /// of about 2^16 hashes (milliseconds on one thread) and the given allocation.
    ///
    /// A mined coin may be spent in the very next block (maturity 1), because the first thing a
    /// user tries is to spend what they mined; a reorganisation would take such a payment back,
    /// which a chain with one miner does not see. The subsidy of 50 coins halves every 100,000
    /// blocks, so that 10 million coins are mined at most and 11 million may be allocated.
    ///
    /// # Errors
    /// [`SpecError`], for the allocation's sake.
    pub fn dev(alloc: Vec<(ScriptBuf, Amount)>) -> Result<Self, SpecError> {
        Self::new(SpecDraft {
            name: "dev".to_owned(),
            magic: *b"\xd9qry",
            prefixes: AddressPrefixes::Regtest,
            pow_limit: CompactTarget::from_consensus(0x1f00_ffff),
            block_spacing_secs: 5,
            coinbase_maturity: 1,
            subsidy: Amount::of(50 * quarry_primitives::COIN),
            halving_interval: 100_000,
            confirmations: 1,
            max_block_weight: MAX_BLOCK_WEIGHT,
            // 2025-01-01T00:00:00Z: in the past of every user's clock.
            genesis_time: 1_735_689_600,
            spend_genesis: true,
            alloc,
            activation: Activation::ALL,
            retarget: Retarget::Constant,
            signet_challenge: None,
        })
    }

    /// Bitcoin's regtest, byte for byte (`CRegTestParams` of Core's chainparams.cpp): its nodes,
    /// wallets and miners notice no difference.
    ///
    /// ```
    /// let regtest = quarry_chain::ChainSpec::regtest();
    /// assert_eq!(
    ///     regtest.chain_id().to_string(),
    ///     "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206"
    /// );
    /// ```
    #[must_use]
    pub fn regtest() -> Self {
        let genesis = quarry_primitives::bitcoin_genesis(Network::Regtest);
        let draft = SpecDraft {
            name: "regtest".to_owned(),
            magic: [0xfa, 0xbf, 0xb5, 0xda],
            prefixes: AddressPrefixes::Regtest,
            pow_limit: genesis.header.bits,
            block_spacing_secs: 600,
            coinbase_maturity: 100,
            subsidy: Amount::of(50 * quarry_primitives::COIN),
            halving_interval: 150,
            confirmations: 6,
            max_block_weight: MAX_BLOCK_WEIGHT,
            genesis_time: genesis.header.time,
            spend_genesis: false,
            alloc: vec![],
            activation: Activation::ALL,
            retarget: Retarget::Constant,
            signet_challenge: None,
        };
        let hash = codec::spec_hash(&draft);
        Self { draft, hash, genesis, timewarp_rule: false }
    }

    /// A signet of Bitcoin's (`SigNetParams` of Core's chainparams.cpp): whoever makes a block solves
    /// this challenge beside proof of work (BIP-325). Its magic follows from the challenge.
    ///
    /// ```
    /// use quarry_chain::{ChainSpec, DEFAULT_SIGNET_CHALLENGE};
    /// let signet = ChainSpec::signet(DEFAULT_SIGNET_CHALLENGE.to_vec().into());
    /// assert_eq!(signet.magic(), [0x0a, 0x03, 0xcf, 0x40]);
    /// assert_eq!(
    ///     signet.chain_id().to_string(),
    ///     "00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6"
    /// );
    /// ```
    #[must_use]
    pub fn signet(challenge: ScriptBuf) -> Self {
        let genesis = quarry_primitives::bitcoin_genesis(Network::Signet);
        let [a, b, c, d, ..] =
            sha256d::Hash::hash(&consensus::serialize(&challenge)).to_byte_array();
        let draft = SpecDraft {
            name: "signet".to_owned(),
            magic: [a, b, c, d],
            prefixes: AddressPrefixes::Signet,
            pow_limit: genesis.header.bits,
            block_spacing_secs: 600,
            coinbase_maturity: 100,
            subsidy: Amount::of(50 * quarry_primitives::COIN),
            halving_interval: 210_000,
            confirmations: 6,
            max_block_weight: MAX_BLOCK_WEIGHT,
            genesis_time: genesis.header.time,
            spend_genesis: false,
            alloc: vec![],
            activation: Activation { segwit: 1, ..Activation::ALL },
            retarget: Retarget::Bitcoin { interval: 2_016, allow_min_difficulty: false },
            signet_challenge: Some(challenge),
        };
        let hash = codec::spec_hash(&draft);
        Self { draft, hash, genesis, timewarp_rule: false }
    }
}
