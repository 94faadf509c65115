//! Why a block is refused.
//!
//! Does not know what is wrong with its transactions: that is a [`TxError`].

use std::borrow::Cow;

use quarry_primitives::{Amount, BlockHash, CompactTarget, Txid};

use super::{TxError, with_debug};
use crate::store::StoreError;

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
