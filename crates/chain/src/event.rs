//! What happened to the chain, as values: rules neither log nor count.
//!
//! Does not know who listens.

use quarry_primitives::{Amount, BlockHash, Txid};
use serde::Serialize;

/// Why a transaction left the mempool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RemovalReason {
    /// A block has it.
    Confirmed,
    /// A block has another transaction that uses the same coins, or an ancestor lost to one.
    Conflict,
    /// The mempool was full and it paid least, or an ancestor did.
    Evicted,
    /// After a reorganisation it is not valid any more.
    Reorganised,
    /// A transaction came that uses the same and pays more.
    Replaced,
    /// It waited too long, or an ancestor did.
    Expired,
}

/// A transaction as a [`FeeEstimator`](crate::FeeEstimator) sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeeSample {
    /// The chain's height when it was accepted.
    pub height: u32,
    /// What it pays, in base units per 1000 virtual bytes of its size by policy.
    pub rate: u64,
}

/// Something that happened to the chain. In order, they tell the whole story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChainEvent {
    /// A block became the tip.
    BlockConnected {
        /// Its hash.
        hash: BlockHash,
        /// Its height.
        height: u32,
        /// Its time by its own header.
        time: u32,
        /// How many transactions, the coinbase included.
        tx_count: usize,
        /// What they left to the miner.
        fees: Amount,
    },
    /// The tip was taken back in favour of a branch with more work.
    BlockDisconnected {
        /// Its hash.
        hash: BlockHash,
        /// Its height.
        height: u32,
    },
    /// A block was kept on a branch that has not more work than the active chain.
    SideBlockStored {
        /// Its hash.
        hash: BlockHash,
        /// Its height.
        height: u32,
    },
    /// From this block on scripts are run, or not.
    ScriptsRun {
        /// Its hash.
        hash: BlockHash,
        /// Its height.
        height: u32,
        /// Why they are run, in Core's words; `None` if they are not.
        reason: Option<&'static str>,
    },
    /// A block that was kept turned out to break a rule when it was to become the tip.
    BlockInvalid {
        /// Its hash.
        hash: BlockHash,
        /// Its height.
        height: u32,
        /// Bitcoin Core's reject string.
        reason: String,
        /// The same with what Core says beside it.
        details: String,
    },
    /// A transaction entered the mempool.
    TxAccepted {
        /// Its id.
        txid: Txid,
        /// What it leaves to the miner.
        fee: Amount,
        /// Its size in virtual bytes.
        vsize: u64,
        /// What may be learnt from it about fees. Nothing if others of the mempool, of a package or of
        /// a block that was left have a part in when it will be confirmed.
        #[serde(skip)]
        sample: Option<FeeSample>,
    },
    /// A transaction left the mempool.
    TxRemoved {
        /// Its id.
        txid: Txid,
        /// Why.
        reason: RemovalReason,
    },
}

impl ChainEvent {
    /// Whether it tells of this transaction.
    pub(crate) fn is_about(&self, of: &Txid) -> bool {
        match self {
            Self::TxAccepted { txid, .. } | Self::TxRemoved { txid, .. } => txid == of,
            _ => false,
        }
    }
}
