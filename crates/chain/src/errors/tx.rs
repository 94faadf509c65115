//! Why a transaction is refused.
//!
//! Does not know blocks.

use quarry_primitives::{Amount, OutPoint, Txid};

use super::{money, with_debug};
use crate::script::ScriptError;
use crate::store::StoreError;

/// Why a transaction is refused.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TxError {
    // --- Consensus, from the transaction alone ---
    /// `bad-txns-vin-empty`
    #[error("transaction has no inputs")]
    NoInputs,
    /// `bad-txns-vout-empty`
    #[error("transaction has no outputs")]
    NoOutputs,
    /// `bad-txns-oversize`
    #[error("transaction is larger than a block may be")]
    Oversize,
    /// `bad-txns-vout-negative`
    #[error("output {index} is worth less than nothing")]
    OutputNegative {
        /// Which output.
        index: usize,
    },
    /// `bad-txns-vout-toolarge`
    #[error("output {index} is worth {value}, more than all money")]
    OutputTooLarge {
        /// Which output.
        index: usize,
        /// Its value in base units.
        value: u64,
    },
    /// `bad-txns-txouttotal-toolarge`
    #[error("outputs sum up to more than all money")]
    OutputTotalTooLarge,
    /// `bad-txns-inputs-duplicate`
    #[error("two inputs spend {outpoint}")]
    DuplicateInput {
        /// What both spend.
        outpoint: OutPoint,
    },
    /// `bad-txns-prevout-null`
    #[error("input {index} spends nothing")]
    NullInput {
        /// Which input.
        index: usize,
    },
    /// `bad-cb-length`
    #[error("coinbase script has {bytes} bytes, not 2 to 100")]
    CoinbaseLength {
        /// Its length.
        bytes: usize,
    },

    // --- Consensus, from its inputs ---
    /// `bad-txns-inputs-missingorspent`
    #[error("coin {outpoint} does not exist or is spent")]
    MissingOrSpent {
        /// The coin.
        outpoint: OutPoint,
    },
    /// `bad-txns-premature-spend-of-coinbase`
    #[error("coin {outpoint} was mined {depth} blocks ago and matures after {maturity}")]
    ImmatureCoinbase {
        /// The coin.
        outpoint: OutPoint,
        /// Blocks between its creation and its spending.
        depth: u32,
        /// Blocks there have to be.
        maturity: u32,
    },
    /// `bad-txns-inputvalues-outofrange`
    #[error("inputs sum up to more than all money")]
    InputTotalTooLarge,
    /// `bad-txns-in-belowout`
    #[error("inputs are worth {inputs}, outputs {outputs}")]
    InputsBelowOutputs {
        /// Sum of the inputs.
        inputs: Amount,
        /// Sum of the outputs.
        outputs: Amount,
    },
    /// `non-final` (in a block: `bad-txns-nonfinal`)
    #[error("lock time has not passed")]
    NotFinal,
    /// `non-BIP68-final` (in a block: `bad-txns-nonfinal`)
    #[error("relative lock of input {index} has not passed")]
    NotFinalSequence {
        /// Which input.
        index: usize,
    },
    /// `mempool-script-verify-flag-failed (...)` (in a block: `block-script-verify-flag-failed
    /// (...)`)
    #[error("input {index}: {error}")]
    Script {
        /// Which input.
        index: usize,
        /// Why.
        #[source]
        error: ScriptError,
        /// The spend in Core's words.
        spend: Box<str>,
        /// Whether a witness is missing altogether.
        stripped: bool,
    },

    // --- Relay policy ---
    /// `coinbase`
    #[error("a coinbase is only valid in a block")]
    Coinbase,
    /// `version`
    #[error("transaction version {version} is not relayed")]
    Version {
        /// Its version.
        version: i32,
    },
    /// `tx-size-small`
    #[error("transaction of {bytes} bytes is too small to be relayed")]
    TooSmall {
        /// Its size without witness.
        bytes: usize,
    },
    /// `tx-size`
    #[error("transaction of weight {weight} is too heavy to be relayed")]
    TooHeavy {
        /// Its weight.
        weight: u64,
    },
    /// `scriptsig-size`
    #[error("script of input {index} is too long to be relayed")]
    ScriptSigSize {
        /// Which input.
        index: usize,
    },
    /// `scriptsig-not-pushonly`
    #[error("script of input {index} does more than push")]
    ScriptSigNotPushOnly {
        /// Which input.
        index: usize,
    },
    /// `scriptpubkey`
    #[error("output {index} is of no standard kind")]
    NonStandardOutput {
        /// Which output.
        index: usize,
    },
    /// `datacarrier`
    #[error("output {index} has more data than is relayed")]
    DataCarrier {
        /// Which output.
        index: usize,
    },
    /// `bare-multisig`
    #[error("output {index} is a bare multiple signature")]
    BareMultisig {
        /// Which output.
        index: usize,
    },
    /// `dust`
    #[error("output {index} is one too many that is worth less than spending it costs")]
    Dust {
        /// Which output.
        index: usize,
    },
    /// `dust`
    #[error("transaction has an output of dust and pays a fee")]
    DustWithFee,
    /// `bad-txns-nonstandard-inputs`
    #[error("input {index}: {why}")]
    NonStandardInput {
        /// Which input.
        index: usize,
        /// What is odd about it.
        why: &'static str,
    },
    /// `bad-witness-nonstandard`
    #[error("witness of input {index} is not relayed")]
    NonStandardWitness {
        /// Which input.
        index: usize,
    },
    /// `bad-txns-too-many-sigops`
    #[error("signature operations cost {cost}, too many to be relayed")]
    TooManySigOps {
        /// Their cost.
        cost: u64,
    },
    /// `min relay fee not met`
    #[error("fee {fee} is below {least}, the least for relay")]
    MinRelayFee {
        /// What it pays, in base units.
        fee: i64,
        /// What it would have to pay.
        least: i64,
        /// Whether a child may pay the rest: only for version 3 and for a whole package.
        by_child: bool,
    },
    /// `mempool min fee not met`
    #[error("fee {fee} is below {least}, the least while the mempool is full")]
    MempoolMinFee {
        /// What it pays, in base units.
        fee: i64,
        /// What it would have to pay.
        least: i64,
    },
    /// `max feerate exceeded`
    #[error("fee rate is above the caller's limit")]
    MaxFeeRate,

    // --- Mempool ---
    /// `txn-already-in-mempool`
    #[error("transaction {txid} is in the mempool already")]
    AlreadyInMempool {
        /// Its id.
        txid: Txid,
    },
    /// `txn-same-nonwitness-data-in-mempool`
    #[error("transaction {txid} is in the mempool with another witness")]
    OtherWitnessInMempool {
        /// Its id.
        txid: Txid,
    },
    /// `txn-already-known`
    #[error("transaction {txid} is in the chain already")]
    AlreadyConfirmed {
        /// Its id.
        txid: Txid,
    },
    /// `bip125-replacement-disallowed`
    #[error("transaction {with} of the mempool uses the same, and nothing is replaced here")]
    ReplacementDisallowed {
        /// The one that is there.
        with: Txid,
    },
    /// `bad-txns-spends-conflicting-tx`
    #[error("{why}")]
    SpendsConflicting {
        /// In Core's words.
        why: String,
    },
    /// `insufficient fee`
    #[error("{why}")]
    InsufficientFee {
        /// In Core's words.
        why: String,
        /// Whether what would be replaced is a sibling (BIP-431).
        sibling: bool,
    },
    /// `too many potential replacements`
    #[error("{why}")]
    TooManyReplaced {
        /// In Core's words.
        why: String,
        /// Whether what would be replaced is a sibling (BIP-431).
        sibling: bool,
    },
    /// `replacement-adds-unconfirmed`
    #[error("replacement {txid} adds unconfirmed input, idx {index}")]
    ReplacementAddsUnconfirmed {
        /// Its id.
        txid: Txid,
        /// Which input.
        index: usize,
    },
    /// `too-long-mempool-chain`
    #[error("{why}")]
    TooLongChain {
        /// In Core's words.
        why: String,
    },
    /// `TRUC-violation`
    #[error("{why}")]
    Truc {
        /// In Core's words.
        why: String,
    },
    /// `missing-ephemeral-spends`
    #[error("{why}")]
    MissingEphemeralSpends {
        /// In Core's words.
        why: String,
    },
    /// `mempool full`
    #[error("mempool is full and the transaction pays no more than the least in it")]
    MempoolFull,

    /// Not the transaction's fault.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TxError {
    /// Bitcoin Core's reject string for a transaction on its own.
    #[must_use]
    pub fn reject_reason(&self) -> &'static str {
        match self {
            Self::NoInputs => "bad-txns-vin-empty",
            Self::NoOutputs => "bad-txns-vout-empty",
            Self::Oversize => "bad-txns-oversize",
            Self::OutputNegative { .. } => "bad-txns-vout-negative",
            Self::OutputTooLarge { .. } => "bad-txns-vout-toolarge",
            Self::OutputTotalTooLarge => "bad-txns-txouttotal-toolarge",
            Self::DuplicateInput { .. } => "bad-txns-inputs-duplicate",
            Self::NullInput { .. } => "bad-txns-prevout-null",
            Self::CoinbaseLength { .. } => "bad-cb-length",
            Self::MissingOrSpent { .. } => "bad-txns-inputs-missingorspent",
            Self::ImmatureCoinbase { .. } => "bad-txns-premature-spend-of-coinbase",
            Self::InputTotalTooLarge => "bad-txns-inputvalues-outofrange",
            Self::InputsBelowOutputs { .. } => "bad-txns-in-belowout",
            Self::NotFinal => "non-final",
            Self::NotFinalSequence { .. } => "non-BIP68-final",
            Self::Script { error, .. } => error.mempool_reject_reason(),
            Self::Coinbase => "coinbase",
            Self::Version { .. } => "version",
            Self::TooSmall { .. } => "tx-size-small",
            Self::TooHeavy { .. } => "tx-size",
            Self::ScriptSigSize { .. } => "scriptsig-size",
            Self::ScriptSigNotPushOnly { .. } => "scriptsig-not-pushonly",
            Self::NonStandardOutput { .. } => "scriptpubkey",
            Self::DataCarrier { .. } => "datacarrier",
            Self::BareMultisig { .. } => "bare-multisig",
            Self::Dust { .. } | Self::DustWithFee => "dust",
            Self::NonStandardInput { .. } => "bad-txns-nonstandard-inputs",
            Self::NonStandardWitness { .. } => "bad-witness-nonstandard",
            Self::TooManySigOps { .. } => "bad-txns-too-many-sigops",
            Self::MinRelayFee { .. } => "min relay fee not met",
            Self::MempoolMinFee { .. } => "mempool min fee not met",
            Self::MaxFeeRate => "max feerate exceeded",
            Self::AlreadyInMempool { .. } => "txn-already-in-mempool",
            Self::OtherWitnessInMempool { .. } => "txn-same-nonwitness-data-in-mempool",
            Self::AlreadyConfirmed { .. } => "txn-already-known",
            Self::ReplacementDisallowed { .. } => "bip125-replacement-disallowed",
            Self::SpendsConflicting { .. } => "bad-txns-spends-conflicting-tx",
            Self::InsufficientFee { sibling: false, .. } => "insufficient fee",
            Self::InsufficientFee { .. } => "insufficient fee (including sibling eviction)",
            Self::TooManyReplaced { sibling: false, .. } => "too many potential replacements",
            Self::TooManyReplaced { .. } => {
                "too many potential replacements (including sibling eviction)"
            }
            Self::ReplacementAddsUnconfirmed { .. } => "replacement-adds-unconfirmed",
            Self::TooLongChain { .. } => "too-long-mempool-chain",
            Self::Truc { .. } => "TRUC-violation",
            Self::MissingEphemeralSpends { .. } => "missing-ephemeral-spends",
            Self::MempoolFull => "mempool full",
            Self::Store(_) => "internal-error",
        }
    }

    /// Bitcoin Core's debug message: what its RPC writes behind the reject string, or nothing.
    #[must_use]
    pub fn debug_message(&self) -> String {
        match self {
            Self::ImmatureCoinbase { depth, .. } => {
                format!("tried to spend coinbase at depth {depth}")
            }
            Self::InputsBelowOutputs { inputs, outputs } => {
                format!("value in ({}) < value out ({})", money(*inputs), money(*outputs))
            }
            Self::Script { spend, .. } => spend.to_string(),
            Self::TooManySigOps { cost } => cost.to_string(),
            Self::DustWithFee => "tx with dust output must be 0-fee".to_owned(),
            Self::MinRelayFee { fee, least, .. } | Self::MempoolMinFee { fee, least } => {
                format!("{fee} < {least}")
            }
            Self::SpendsConflicting { .. }
            | Self::InsufficientFee { .. }
            | Self::TooManyReplaced { .. }
            | Self::ReplacementAddsUnconfirmed { .. }
            | Self::TooLongChain { .. }
            | Self::Truc { .. }
            | Self::MissingEphemeralSpends { .. } => self.to_string(),
            _ => String::new(),
        }
    }

    /// Reject string and debug message as Core's RPC writes them: `reason` or `reason, debug`.
    #[must_use]
    pub fn reject_details(&self) -> String {
        with_debug(self.reject_reason(), &self.debug_message())
    }

    /// Whether another fee, or a child that pays for it, would let the transaction in
    /// (`TX_RECONSIDERABLE`).
    #[must_use]
    pub fn is_about_fee(&self) -> bool {
        matches!(
            self,
            Self::MinRelayFee { by_child: true, .. }
                | Self::MempoolMinFee { .. }
                | Self::InsufficientFee { .. }
                | Self::MempoolFull
        )
    }

    /// Whether the transaction may be right once another one is known (`TX_MISSING_INPUTS`).
    #[must_use]
    pub fn is_missing_inputs(&self) -> bool {
        matches!(self, Self::MissingOrSpent { .. })
    }

    /// Whether the same transaction with another witness may be right, so that its id must not be
    /// held against it (`TX_WITNESS_MUTATED`, `TX_WITNESS_STRIPPED`).
    #[must_use]
    pub fn is_about_witness(&self) -> bool {
        matches!(self, Self::NonStandardWitness { .. } | Self::Script { stripped: true, .. })
    }

    /// The reject string of a block that has the transaction.
    pub(super) fn block_reject_reason(&self) -> &'static str {
        match self {
            Self::NotFinal | Self::NotFinalSequence { .. } => "bad-txns-nonfinal",
            Self::Script { error, .. } => error.block_reject_reason(),
            other => other.reject_reason(),
        }
    }
}
