//! What callers are shown: plain values made of chain state.
//!
//! Does not know how they are computed, nor how an interface writes them.

use std::collections::BTreeMap;

use quarry_primitives::{
    Amount, BlockHash, ChainWork, CompactTarget, Header, OutPoint, ScriptBuf, Txid, Wtxid,
};

use crate::mempool::{FeeRate, Totals};
use crate::record::{HistoryRow, Validity};

/// The end of the active chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// The last block.
    pub hash: BlockHash,
    /// Its height.
    pub height: u32,
    /// Its time by its own header.
    pub time: u32,
    /// The median time past: what the next block's time must be above.
    pub median_time_past: u32,
    /// All the work in the chain.
    pub work: ChainWork,
}

/// Money moving to or from one script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Whose.
    pub script: ScriptBuf,
    /// How much.
    pub amount: Amount,
}

/// What one script got and gave in a transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Net {
    /// Sum of the credits.
    pub received: Amount,
    /// Sum of the debits.
    pub sent: Amount,
}

/// A transaction in terms of people: who gave, who got, what it cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TxView {
    /// Its id.
    pub txid: Txid,
    /// What it takes, one entry per input. Empty for a coinbase.
    pub debits: Vec<Flow>,
    /// What it gives, one entry per spendable output.
    pub credits: Vec<Flow>,
    /// What it leaves to the miner; zero for a coinbase.
    pub fee: Amount,
    /// Its size in virtual bytes (BIP-141).
    pub vsize: u64,
}

impl TxView {
    /// Credits and debits summed by script, in the scripts' byte order.
    #[must_use]
    pub fn by_script(&self) -> BTreeMap<ScriptBuf, Net> {
        let mut net: BTreeMap<ScriptBuf, Net> = BTreeMap::new();
        for flow in &self.credits {
            let entry = net.entry(flow.script.clone()).or_default();
            entry.received = saturating_sum(entry.received, flow.amount);
        }
        for flow in &self.debits {
            let entry = net.entry(flow.script.clone()).or_default();
            entry.sent = saturating_sum(entry.sent, flow.amount);
        }
        net
    }
}

/// A sum for display. The rules have bounded what flows in one transaction, and what is in all
/// coins, by the supply; only sums over many pending transactions can reach the limit.
pub(crate) fn saturating_sum(a: Amount, b: Amount) -> Amount {
    a.checked_add(b).unwrap_or(Amount::MAX)
}

/// A coin as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedCoin {
    /// Where it is.
    pub outpoint: OutPoint,
    /// What it is worth.
    pub amount: Amount,
    /// In which block it came to be; `None` while only in the mempool.
    pub height: Option<u32>,
    /// Whether it was mined.
    pub coinbase: bool,
    /// Whether a transaction that spends it would be accepted now: mature, and not yet spent by
    /// the mempool.
    pub spendable: bool,
}

/// What a script owns, owned and is about to own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScriptView {
    /// The sum of its coins in the active chain, mature or not.
    pub confirmed: Amount,
    /// What of it cannot be spent yet because it was mined too recently.
    pub immature: Amount,
    /// What mempool transactions give to it, its own change included.
    pub pending_in: Amount,
    /// What mempool transactions take from it. The balance to come is
    /// `confirmed + pending_in - pending_out`.
    pub pending_out: Amount,
    /// Its coins, oldest first, the mempool's last; at most
    /// [`MAX_VIEW_COINS`](crate::limits::MAX_VIEW_COINS).
    pub coins: Vec<OwnedCoin>,
    /// The transactions that touched it in the active chain, newest first; at most
    /// [`MAX_VIEW_HISTORY`](crate::limits::MAX_VIEW_HISTORY).
    pub history: Vec<HistoryRow>,
}

/// A header with its place, and what is known of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderView {
    /// Its hash.
    pub hash: BlockHash,
    /// The header.
    pub header: Header,
    /// Its height.
    pub height: u32,
    /// All the work up to it.
    pub work: ChainWork,
    /// The median of its time and of the ten before it.
    pub median_time_past: u32,
    /// Whether it is part of the active chain.
    pub active: bool,
    /// Whether it breaks a rule, or builds on one that does, or a person said so.
    pub failed: bool,
    /// How far its block was checked.
    pub validity: Validity,
    /// Whether its block is stored.
    pub stored: bool,
    /// How many transactions its block has; 0 while that is not stored.
    pub tx_count: u32,
    /// How many it and all its ancestors have; 0 while one of them is not stored.
    pub chain_tx_count: u64,
}

/// A line about a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockSummary {
    /// Its hash.
    pub hash: BlockHash,
    /// Its height.
    pub height: u32,
    /// Its time by its own header.
    pub time: u32,
    /// How many transactions, the coinbase included.
    pub tx_count: usize,
    /// Its size in bytes.
    pub size: usize,
    /// Its weight (BIP-141).
    pub weight: u64,
}

/// A transaction that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTx<T> {
    /// The transaction.
    pub tx: T,
    /// Its block in the active chain and that block's height; `None` while in the mempool.
    pub block: Option<(BlockHash, u32)>,
}

/// A transaction of the mempool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MempoolEntryView {
    /// Its id.
    pub txid: Txid,
    /// Its id with witness.
    pub wtxid: Wtxid,
    /// What it leaves to the miner.
    pub fee: Amount,
    /// That and what an operator adds, in base units.
    pub modified_fee: i64,
    /// Its size by policy, in virtual bytes.
    pub vsize: u64,
    /// Its weight (BIP-141).
    pub weight: u64,
    /// What orders it: its fee rate, or that of all it depends on if that is lower.
    pub rank: FeeRate,
    /// When it was accepted, by the clock that was handed in (milliseconds since 1970).
    pub added_ms: u64,
    /// The height of the chain then.
    pub height: u32,
    /// It and all of the mempool that it depends on.
    pub ancestors: Totals,
    /// It and all of the mempool that depend on it.
    pub descendants: Totals,
    /// The transactions of the mempool that it takes from, by id.
    pub depends: Vec<Txid>,
    /// The transactions of the mempool that take from it, by id.
    pub spent_by: Vec<Txid>,
    /// Whether it, or one it depends on, says that it may be replaced (BIP-125).
    pub replaceable: bool,
    /// Whether it has not reached any peer yet.
    pub unbroadcast: bool,
}

/// The mempool at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MempoolView {
    /// How many transactions.
    pub count: usize,
    /// Their virtual bytes.
    pub vsize: u64,
    /// What it is counted for against its limit, in bytes.
    pub memory_bytes: usize,
    /// Their fees.
    pub fees: Amount,
    /// Its transactions, best rank first; at most
    /// [`MAX_VIEW_MEMPOOL`](crate::limits::MAX_VIEW_MEMPOOL).
    pub entries: Vec<MempoolEntryView>,
}

/// A block to search a nonce for.
#[derive(Clone, Debug)]
pub struct BlockTemplate<B> {
    /// The block: right in all but its proof of work, nonce 0.
    pub block: B,
    /// Its height.
    pub height: u32,
    /// What its transactions leave to the miner, part of what the coinbase pays.
    pub fees: Amount,
    /// What the coinbase pays.
    pub reward: Amount,
    /// The target that its hash must not exceed.
    pub bits: CompactTarget,
    /// The least time the header may carry: one second past the median time past.
    pub min_time: u32,
}
