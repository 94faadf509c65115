//! Why a block or a transaction is refused, each with Bitcoin Core's own reject string.
//!
//! Does not know the rules: those quote the string beside the line that enforces it.

use std::borrow::Cow;

use quarry_primitives::{Amount, BlockHash, COIN, CompactTarget, OutPoint, Txid};

use crate::script::ScriptError;
use crate::store::StoreError;

/// Core's `FormatMoney`: whole coins, at least two decimals.
pub(crate) fn money_of(units: i64) -> String {
    let (coins, rest) = (units.unsigned_abs() / COIN, units.unsigned_abs() % COIN);
    let sign = if units < 0 { "-" } else { "" };
    let decimals = format!("{rest:08}");
    let short = decimals.trim_end_matches('0');
    format!("{sign}{coins}.{short:0<2}")
}

fn money(amount: Amount) -> String {
    money_of(amount.to_base().cast_signed())
}

/// Core's `ValidationState::ToString`.
pub(crate) fn with_debug(reason: &str, debug: &str) -> String {
    if debug.is_empty() { reason.to_owned() } else { format!("{reason}, {debug}") }
}

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
    fn block_reject_reason(&self) -> &'static str {
        match self {
            Self::NotFinal | Self::NotFinalSequence { .. } => "bad-txns-nonfinal",
            Self::Script { error, .. } => error.block_reject_reason(),
            other => other.reject_reason(),
        }
    }
}

/// What Core says of a block's transaction beside the reject string.
fn tx_debug_message(txid: &Txid, error: &TxError) -> String {
    match (error, error.debug_message()) {
        // Looked at in the block alone.
        (TxError::NotFinal, _) => "non-final transaction".to_owned(),
        (TxError::NotFinalSequence { .. }, _) => {
            format!("contains a non-BIP68-final transaction {txid}")
        }
        (
            TxError::NoInputs
            | TxError::NoOutputs
            | TxError::Oversize
            | TxError::OutputNegative { .. }
            | TxError::OutputTooLarge { .. }
            | TxError::OutputTotalTooLarge
            | TxError::DuplicateInput { .. }
            | TxError::NullInput { .. }
            | TxError::CoinbaseLength { .. },
            debug,
        ) => format!("Transaction check failed (tx hash {txid}) {debug}"),
        (TxError::MissingOrSpent { .. }, _) => {
            format!("CheckTxInputs: inputs missing/spent in transaction {txid}")
        }
        // In Core the input's words stand alone.
        (TxError::Script { .. }, debug) => debug,
        (_, debug) if debug.is_empty() => format!("in transaction {txid}"),
        (_, debug) => format!("{debug} in transaction {txid}"),
    }
}

/// Why a block is refused.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BlockError {
    // --- Block tree ---
    /// `duplicate`
    #[error("block {hash} is here already")]
    Duplicate {
        /// Its hash.
        hash: BlockHash,
    },
    /// `duplicate-invalid`
    #[error("block {hash} was found invalid before")]
    DuplicateInvalid {
        /// Its hash.
        hash: BlockHash,
    },
    /// `prev-blk-not-found`
    #[error("parent {parent} is not known")]
    ParentNotFound {
        /// The parent's hash.
        parent: BlockHash,
    },
    /// `too-little-chainwork`
    #[error("branch has too little work to be kept")]
    LowWork,
    /// `inconclusive-not-best-prevblk`
    #[error("block does not build on the tip")]
    NotOnTip,
    /// `bad-prevblk`
    #[error("parent {parent} is invalid")]
    BadParent {
        /// The parent's hash.
        parent: BlockHash,
    },

    // --- Header ---
    /// `high-hash`
    #[error("block {hash} does not meet its target")]
    HighHash {
        /// Its hash.
        hash: BlockHash,
    },
    /// `bad-signet-blksig`
    #[error("block carries no solution of the signet's challenge")]
    SignetSolution,
    /// `bad-diffbits`
    #[error("target is {got:?}, the chain asks for {want:?}")]
    BadBits {
        /// The header's.
        got: CompactTarget,
        /// The chain's.
        want: CompactTarget,
    },
    /// `time-too-old`
    #[error("time {time} is not after the median time past {median}")]
    TimeTooOld {
        /// The header's.
        time: u32,
        /// The parent's median time past.
        median: u32,
    },
    /// `time-timewarp-attack`
    #[error("time {time} is before {least}, too far back for the first block of a period")]
    Timewarp {
        /// The header's.
        time: u32,
        /// The least it may be.
        least: u32,
    },
    /// `time-too-new`
    #[error("time {time} is more than two hours after {now}")]
    TimeTooNew {
        /// The header's.
        time: u32,
        /// This node's.
        now: u32,
    },
    /// `bad-version(0x...)`
    #[error("block version {version} is too old")]
    BadVersion {
        /// The header's.
        version: i32,
    },

    // --- Context-free ---
    /// `bad-txnmrklroot`
    #[error("header does not commit to the transactions")]
    MerkleRoot,
    /// `bad-txns-duplicate`
    #[error("transactions are repeated so that the Merkle root stays the same (CVE-2012-2459)")]
    MerkleMutation,
    /// `bad-blk-length`
    #[error("block is empty or too large")]
    Length,
    /// `bad-cb-missing`
    #[error("first transaction is not a coinbase")]
    CoinbaseMissing,
    /// `bad-cb-multiple`
    #[error("transaction {index} is a second coinbase")]
    CoinbaseMultiple {
        /// Which transaction.
        index: usize,
    },
    /// `bad-blk-sigops`
    #[error("signature operations cost {cost}, more than a block may have")]
    SigOps {
        /// Their cost.
        cost: u64,
    },

    // --- Contextual ---
    /// `bad-cb-height`
    #[error("coinbase does not start with height {height} (BIP-34)")]
    CoinbaseHeight {
        /// The block's height.
        height: u32,
    },
    /// `bad-blk-weight`
    #[error("block has weight {weight}, more than {most}")]
    Weight {
        /// Its weight.
        weight: u64,
        /// The chain's limit.
        most: u64,
    },
    /// `bad-witness-nonce-size`
    #[error("coinbase witness is not one item of 32 bytes")]
    WitnessNonceSize,
    /// `bad-witness-merkle-match`
    #[error("coinbase does not commit to the witnesses")]
    WitnessMerkle,
    /// `unexpected-witness`
    #[error("transaction {txid} has a witness and the coinbase commits to none")]
    UnexpectedWitness {
        /// The transaction.
        txid: Txid,
    },

    // --- Connect ---
    /// `bad-txns-BIP30`
    #[error("transaction {txid} overwrites unspent coins of its twin (BIP-30)")]
    Bip30 {
        /// The transaction.
        txid: Txid,
    },
    /// `bad-txns-accumulated-fee-outofrange`
    #[error("fees sum up to more than all money")]
    FeesOutOfRange,
    /// `bad-cb-amount`
    #[error("coinbase pays {pays} of {most}")]
    CoinbaseAmount {
        /// What it pays.
        pays: Amount,
        /// Subsidy and fees.
        most: Amount,
    },

    /// The transaction's own reason.
    #[error("transaction {txid}: {error}")]
    Tx {
        /// The transaction.
        txid: Txid,
        /// Why.
        #[source]
        error: TxError,
    },
    /// Not the block's fault.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BlockError {
    /// Bitcoin Core's reject string.
    #[must_use]
    pub fn reject_reason(&self) -> Cow<'static, str> {
        let reason = match self {
            Self::BadVersion { version } => return format!("bad-version(0x{version:08x})").into(),
            Self::Tx { error, .. } => return error.block_reject_reason().into(),
            Self::LowWork => "too-little-chainwork",
            Self::NotOnTip => "inconclusive-not-best-prevblk",
            Self::Duplicate { .. } => "duplicate",
            Self::DuplicateInvalid { .. } => "duplicate-invalid",
            Self::ParentNotFound { .. } => "prev-blk-not-found",
            Self::BadParent { .. } => "bad-prevblk",
            Self::HighHash { .. } => "high-hash",
            Self::SignetSolution => "bad-signet-blksig",
            Self::BadBits { .. } => "bad-diffbits",
            Self::TimeTooOld { .. } => "time-too-old",
            Self::TimeTooNew { .. } => "time-too-new",
            Self::Timewarp { .. } => "time-timewarp-attack",
            Self::MerkleRoot => "bad-txnmrklroot",
            Self::MerkleMutation => "bad-txns-duplicate",
            Self::Length => "bad-blk-length",
            Self::CoinbaseMissing => "bad-cb-missing",
            Self::CoinbaseMultiple { .. } => "bad-cb-multiple",
            Self::SigOps { .. } => "bad-blk-sigops",
            Self::CoinbaseHeight { .. } => "bad-cb-height",
            Self::Weight { .. } => "bad-blk-weight",
            Self::WitnessNonceSize => "bad-witness-nonce-size",
            Self::WitnessMerkle => "bad-witness-merkle-match",
            Self::UnexpectedWitness { .. } => "unexpected-witness",
            Self::Bip30 { .. } => "bad-txns-BIP30",
            Self::FeesOutOfRange => "bad-txns-accumulated-fee-outofrange",
            Self::CoinbaseAmount { .. } => "bad-cb-amount",
            Self::Store(_) => "internal-error",
        };
        reason.into()
    }

    /// Reject string and debug message as Core's RPC writes them: `reason` or `reason, debug`.
    #[must_use]
    pub fn reject_details(&self) -> String {
        with_debug(&self.reject_reason(), &self.debug_message())
    }

    /// What Core says beside the reject string.
    fn debug_message(&self) -> Cow<'static, str> {
        let text = match self {
            Self::Tx { txid, error } => return tx_debug_message(txid, error).into(),
            Self::BadVersion { version } => {
                return format!("rejected nVersion=0x{version:08x} block").into();
            }
            Self::CoinbaseAmount { pays, most } => {
                let (pays, most) = (pays.to_base(), most.to_base());
                return format!("coinbase pays too much (actual={pays} vs limit={most})").into();
            }
            Self::HighHash { .. } => "proof of work failed",
            Self::SignetSolution => "signet block signature validation failure",
            Self::BadBits { .. } => "incorrect proof of work",
            Self::TimeTooOld { .. } => "block's timestamp is too early",
            Self::TimeTooNew { .. } => "block timestamp too far in the future",
            Self::Timewarp { .. } => "block's timestamp is too early on diff adjustment block",
            Self::MerkleRoot => "hashMerkleRoot mismatch",
            Self::MerkleMutation => "duplicate transaction",
            Self::Length => "size limits failed",
            Self::CoinbaseMissing => "first tx is not coinbase",
            Self::CoinbaseMultiple { .. } => "more than one coinbase",
            Self::SigOps { .. } => "out-of-bounds SigOpCount",
            Self::CoinbaseHeight { .. } => "block height mismatch in coinbase",
            Self::Weight { .. } => "ContextualCheckBlock : weight limit failed",
            Self::WitnessNonceSize => {
                "CheckWitnessMalleation : invalid witness reserved value size"
            }
            Self::WitnessMerkle => "CheckWitnessMalleation : witness merkle commitment mismatch",
            Self::UnexpectedWitness { .. } => {
                "CheckWitnessMalleation : unexpected witness data found"
            }
            Self::Bip30 { .. } => "tried to overwrite transaction",
            Self::FeesOutOfRange => "accumulated fee in the block out of range",
            _ => "",
        };
        text.into()
    }

    /// Whether no block of this hash can ever be valid, so that the hash may be remembered as
    /// invalid.
    ///
    /// Not so where the hash does not bind what was wrong (transactions or witnesses of a mutated
    /// copy: the honest block has the same hash), where time heals it, or where the fault is ours.
    #[must_use]
    pub fn condemns_hash(&self) -> bool {
        match self {
            Self::MerkleRoot
            | Self::MerkleMutation
            | Self::Length
            | Self::CoinbaseMissing
            | Self::WitnessNonceSize
            | Self::WitnessMerkle
            | Self::UnexpectedWitness { .. }
            | Self::TimeTooNew { .. }
            | Self::HighHash { .. }
            | Self::SignetSolution
            | Self::LowWork
            | Self::NotOnTip
            | Self::Duplicate { .. }
            | Self::DuplicateInvalid { .. }
            | Self::ParentNotFound { .. }
            | Self::Store(_) => false,
            Self::Tx { error, .. } => !matches!(error, TxError::Store(_)),
            _ => true,
        }
    }

    /// Names the transaction that broke a rule. A failing store stays a failing store.
    pub(crate) fn in_tx(txid: Txid, error: TxError) -> Self {
        match error {
            TxError::Store(error) => Self::Store(error),
            error => Self::Tx { txid, error },
        }
    }
}
