//! The chain spec: the validated numbers that make one chain differ from another, and the hash and
//! genesis block that follow from them.
//!
//! Does not know rules that all chains share ([`limits`](crate::limits)), nor a file format.

mod builtin;
mod codec;
mod genesis;
mod rules;

use quarry_primitives::{
    Amount, Block, ChainId, CompactTarget, KnownHrp, Network, NetworkKind, Script, ScriptBuf,
    hashes::sha256d,
};

use crate::header;
use crate::limits::{
    DAY_SECS, MAX_ALLOC_OUTPUTS, MAX_BLOCK_WEIGHT, MAX_SCRIPT_BYTES, MAX_SPEC_NAME_BYTES,
    TEMPLATE_RESERVED_WEIGHT,
};

pub use builtin::DEFAULT_SIGNET_CHALLENGE;
pub use rules::{Activation, Retarget};

/// How addresses and keys are written on a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AddressPrefixes {
    /// Bitcoin's regtest: `bcrt`, and the test networks' version bytes.
    Regtest,
    /// Bitcoin's signets: `tb`, and the test networks' version bytes.
    Signet,
}

impl AddressPrefixes {
    /// The human-readable part of segregated-witness addresses.
    #[must_use]
    pub fn known_hrp(self) -> KnownHrp {
        match self {
            Self::Regtest => KnownHrp::Regtest,
            Self::Signet => KnownHrp::Testnets,
        }
    }

    /// The same as text.
    #[must_use]
    pub fn hrp(self) -> &'static str {
        match self {
            Self::Regtest => "bcrt",
            Self::Signet => "tb",
        }
    }

    /// Whether version bytes are Bitcoin's main or test ones.
    #[must_use]
    pub fn network_kind(self) -> NetworkKind {
        NetworkKind::Test
    }

    /// The Bitcoin network with the same prefixes.
    #[must_use]
    pub fn network(self) -> Network {
        match self {
            Self::Regtest => Network::Regtest,
            Self::Signet => Network::Signet,
        }
    }

    /// Version byte of a public key hash in Base58.
    #[must_use]
    pub fn pubkey_hash_byte(self) -> u8 {
        111
    }

    /// Version byte of a script hash in Base58.
    #[must_use]
    pub fn script_hash_byte(self) -> u8 {
        196
    }

    /// Version byte of a secret key in Base58 (WIF).
    #[must_use]
    pub fn secret_key_byte(self) -> u8 {
        239
    }
}

/// A chain spec as written down, before it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecDraft {
    /// The chain's name.
    pub name: String,
    /// The first bytes of every peer message.
    pub magic: [u8; 4],
    /// How addresses are written.
    pub prefixes: AddressPrefixes,
    /// The easiest target, and that of the genesis block.
    pub pow_limit: CompactTarget,
    /// Seconds between blocks that producers aim at.
    pub block_spacing_secs: u32,
    /// A coin mined at height h may be spent at h + this.
    pub coinbase_maturity: u32,
    /// What a block may create, before the first halving.
    pub subsidy: Amount,
    /// The subsidy halves every so many blocks.
    pub halving_interval: u32,
    /// After how many blocks a payment counts as settled. Advice to services, not consensus.
    pub confirmations: u32,
    /// The most weight of a block.
    pub max_block_weight: u64,
    /// The genesis block's time.
    pub genesis_time: u32,
    /// Whether the genesis coinbase's outputs are coins. Bitcoin's are not.
    pub spend_genesis: bool,
    /// Who owns what from the start. Needs `spend_genesis`.
    pub alloc: Vec<(ScriptBuf, Amount)>,
    /// From which heights on rules hold.
    pub activation: Activation,
    /// How the target moves.
    pub retarget: Retarget,
    /// What whoever makes a block has to solve beside proof of work, on a signet (BIP-325).
    pub signet_challenge: Option<ScriptBuf>,
}

/// Why a draft is no chain spec.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SpecError {
    /// The name.
    #[error("name `{0}` is not 1 to {MAX_SPEC_NAME_BYTES} of a-z, 0-9 and `-`")]
    Name(String),
    /// The target.
    #[error("pow limit {0:?} is not a positive target in its shortest form")]
    PowLimit(CompactTarget),
    /// A number that may not be zero.
    #[error("{0} must be at least 1")]
    Zero(&'static str),
    /// The weight limit.
    #[error("max block weight {0} is not {TEMPLATE_RESERVED_WEIGHT} to {MAX_BLOCK_WEIGHT}")]
    BlockWeight(u64),
    /// An allocation nobody could spend.
    #[error("alloc needs spend_genesis")]
    AllocNotSpendable,
    /// One entry of the allocation.
    #[error("alloc entry {0} is zero, or its script can never be spent")]
    AllocEntry(usize),
    /// Too many of them.
    #[error("alloc has more than {MAX_ALLOC_OUTPUTS} entries")]
    AllocTooMany,
    /// Allocation and all subsidies together.
    #[error("alloc and all subsidies sum up to more than all money")]
    TooMuchMoney,
    /// An interval that makes no sense.
    #[error("retarget interval must be at least 2")]
    Retarget,
    /// Proof of work for the genesis block.
    #[error("pow limit is too hard to find a genesis block")]
    GenesisTooHard,
}

/// A validated chain spec.
///
/// ```
/// use quarry_chain::ChainSpec;
/// let spec = ChainSpec::dev(vec![])?;
/// assert_eq!(spec.name(), "dev");
/// assert_eq!(spec.chain_id(), spec.genesis_block().block_hash());
/// # Ok::<(), quarry_chain::SpecError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainSpec {
    draft: SpecDraft,
    hash: sha256d::Hash,
    genesis: Block,
    timewarp_rule: bool,
}

impl ChainSpec {
    /// Checks a draft and finds its genesis block.
    ///
    /// # Errors
    /// [`SpecError`].
    pub fn new(draft: SpecDraft) -> Result<Self, SpecError> {
        check(&draft)?;
        let hash = codec::spec_hash(&draft);
        let genesis = genesis::build(&draft, hash)?;
        Ok(Self { draft, hash, genesis, timewarp_rule: false })
    }

    /// The same chain with rules that hold from other heights on, for tests that need blocks
    /// without a rule (Core's `-testactivationheight`). Identity and genesis block stay.
    #[must_use]
    pub fn with_activation(mut self, activation: Activation) -> Self {
        self.draft.activation = activation;
        self
    }

    /// The same with the rule of BIP-94, that time does not go back far where a period of the target
    /// begins (`-test=bip94`). Not part of what the spec's hash commits to.
    #[must_use]
    pub fn with_timewarp_rule(mut self) -> Self {
        self.timewarp_rule = true;
        self
    }

    /// Whether the chain has that rule.
    #[must_use]
    pub fn has_timewarp_rule(&self) -> bool {
        self.timewarp_rule
    }

    /// Blocks between two changes of the target; on a chain where it never changes, a day's.
    #[must_use]
    pub fn retarget_interval(&self) -> u32 {
        match self.retarget() {
            Retarget::Bitcoin { interval, .. } => interval.max(1),
            Retarget::Constant => (DAY_SECS / self.block_spacing_secs().max(1)).max(1),
        }
    }

    /// The chain's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.draft.name
    }

    /// The first bytes of every peer message.
    #[must_use]
    pub fn magic(&self) -> [u8; 4] {
        self.draft.magic
    }

    /// How addresses are written.
    #[must_use]
    pub fn prefixes(&self) -> AddressPrefixes {
        self.draft.prefixes
    }

    #[cfg(test)]
    pub(crate) fn set_for_tests(&mut self, pow_limit: CompactTarget, retarget: Retarget) {
        (self.draft.pow_limit, self.draft.retarget) = (pow_limit, retarget);
    }

    /// From which heights on rules hold.
    #[must_use]
    pub fn activation(&self) -> &Activation {
        &self.draft.activation
    }

    /// What whoever makes a block has to solve beside proof of work, on a signet (BIP-325).
    #[must_use]
    pub fn signet_challenge(&self) -> Option<&Script> {
        self.draft.signet_challenge.as_deref()
    }

    /// How the target moves.
    #[must_use]
    pub fn retarget(&self) -> Retarget {
        self.draft.retarget
    }

    /// After how many blocks the subsidy halves.
    #[must_use]
    pub fn halving_interval(&self) -> u32 {
        self.draft.halving_interval
    }

    /// The easiest target.
    #[must_use]
    pub fn pow_limit(&self) -> CompactTarget {
        self.draft.pow_limit
    }

    /// Seconds between blocks that producers aim at.
    #[must_use]
    pub fn block_spacing_secs(&self) -> u32 {
        self.draft.block_spacing_secs
    }

    /// A coin mined at height h may be spent at h + this.
    #[must_use]
    pub fn coinbase_maturity(&self) -> u32 {
        self.draft.coinbase_maturity
    }

    /// After how many blocks a payment counts as settled.
    #[must_use]
    pub fn confirmations(&self) -> u32 {
        self.draft.confirmations
    }

    /// The most weight of a block.
    #[must_use]
    pub fn max_block_weight(&self) -> u64 {
        self.draft.max_block_weight
    }

    /// Whether the genesis coinbase's outputs are coins.
    #[must_use]
    pub fn spend_genesis(&self) -> bool {
        self.draft.spend_genesis
    }

    /// Who owns what from the start.
    #[must_use]
    pub fn alloc(&self) -> &[(ScriptBuf, Amount)] {
        &self.draft.alloc
    }

    /// What a block at a height may create. Nothing at height 0: there is the allocation.
    ///
    /// ```
    /// # use quarry_chain::ChainSpec;
    /// # use quarry_primitives::Amount;
    /// let spec = ChainSpec::dev(vec![])?;
    /// assert_eq!(spec.subsidy(1), Amount::of(50_0000_0000));
    /// assert_eq!(spec.subsidy(100_000), Amount::of(25_0000_0000));
    /// assert_eq!(spec.subsidy(u32::MAX), Amount::ZERO);
    /// # Ok::<(), quarry_chain::SpecError>(())
    /// ```
    #[must_use]
    pub fn subsidy(&self, height: u32) -> Amount {
        if height == 0 { Amount::ZERO } else { halved(&self.draft, height) }
    }

    /// SHA256d of the spec's canonical encoding: every field counts.
    #[must_use]
    pub fn spec_hash(&self) -> sha256d::Hash {
        self.hash
    }

    /// The block at height 0. Its coinbase commits to [`ChainSpec::spec_hash`], so outpoints
    /// differ between chains.
    #[must_use]
    pub fn genesis_block(&self) -> &Block {
        &self.genesis
    }

    /// The genesis block's hash.
    #[must_use]
    pub fn chain_id(&self) -> ChainId {
        self.genesis.block_hash()
    }
}

/// `GetBlockSubsidy` of Bitcoin Core's validation.cpp.
fn halved(draft: &SpecDraft, height: u32) -> Amount {
    let halvings = height / draft.halving_interval;
    // "Force block reward to zero when right shift is undefined."
    let units = draft.subsidy.to_base().checked_shr(halvings).unwrap_or(0);
    Amount::from_base(units).unwrap_or(Amount::ZERO)
}

fn check(draft: &SpecDraft) -> Result<(), SpecError> {
    check_name(&draft.name)?;
    if header::target_of(draft.pow_limit).is_none() {
        return Err(SpecError::PowLimit(draft.pow_limit));
    }
    check_counts(draft)?;
    if matches!(draft.retarget, Retarget::Bitcoin { interval: 0 | 1, .. }) {
        return Err(SpecError::Retarget);
    }
    check_alloc(draft)?;
    check_money(draft)
}

fn check_name(name: &str) -> Result<(), SpecError> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if name.is_empty() || name.len() > MAX_SPEC_NAME_BYTES || !name.bytes().all(plain) {
        return Err(SpecError::Name(name.to_owned()));
    }
    Ok(())
}

fn check_counts(draft: &SpecDraft) -> Result<(), SpecError> {
    for (what, value) in [
        ("block_spacing_secs", draft.block_spacing_secs),
        ("coinbase_maturity", draft.coinbase_maturity),
        ("halving_interval", draft.halving_interval),
        ("confirmations", draft.confirmations),
        ("genesis_time", draft.genesis_time),
    ] {
        if value == 0 {
            return Err(SpecError::Zero(what));
        }
    }
    if !(TEMPLATE_RESERVED_WEIGHT..=MAX_BLOCK_WEIGHT).contains(&draft.max_block_weight) {
        return Err(SpecError::BlockWeight(draft.max_block_weight));
    }
    Ok(())
}

fn check_alloc(draft: &SpecDraft) -> Result<(), SpecError> {
    if !draft.alloc.is_empty() && !draft.spend_genesis {
        return Err(SpecError::AllocNotSpendable);
    }
    if draft.alloc.len() > MAX_ALLOC_OUTPUTS {
        return Err(SpecError::AllocTooMany);
    }
    let bad = |(script, amount): &(ScriptBuf, Amount)| {
        script.is_op_return() || script.len() > MAX_SCRIPT_BYTES || *amount == Amount::ZERO
    };
    draft.alloc.iter().position(bad).map_or(Ok(()), |index| Err(SpecError::AllocEntry(index)))
}

/// All coins there will ever be are at most `MAX_MONEY`, so no sum of coins can exceed it.
fn check_money(draft: &SpecDraft) -> Result<(), SpecError> {
    let mined: u128 = (0..u64::BITS)
        .map(|halvings| {
            u128::from(draft.subsidy.to_base() >> halvings) * u128::from(draft.halving_interval)
        })
        .sum();
    let given: u128 = draft.alloc.iter().map(|(_, amount)| u128::from(amount.to_base())).sum();
    if mined + given > u128::from(quarry_primitives::MAX_MONEY) {
        return Err(SpecError::TooMuchMoney);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
