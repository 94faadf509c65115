//! Transactions that wait for a block: which are in, what they depend on, which come first.
//!
//! ```text
//!  accept, package      policy of Core's MemPoolAccept: fees, limits, replacement, packages
//!     | family, rbf,    the rules that compare with what is in
//!     | truc
//!     v
//!  graph                entries, links, sums, indexes
//!     ^        |
//!     |        +---> select    a block's transactions, best package first
//!  blocks, limit       what blocks, reorganisations, time and a full mempool take out
//!  queries, dump        what is shown, what is kept on disk
//! ```
//!
//! Knows a transaction only by what its ledger says it uses, provides and pays. Does not know the
//! active chain, nor signatures.

mod accept;
mod blocks;
mod config;
mod dump;
mod entry;
mod family;
mod fee_rate;
mod graph;
mod limit;
mod operator;
mod package;
mod package_rbf;
mod queries;
mod rbf;
mod select;
mod truc;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use quarry_primitives::{OutPoint, Script, ScriptBuf, Txid, Wtxid};

use crate::event::{ChainEvent, RemovalReason};
use crate::ledger::{BlockContext, Ledger, StateView};
use crate::record::Coin;

use entry::{EvictionKey, Id, MiningKey};
use limit::RollingFee;

pub use config::PoolConfig;
pub use dump::{Loaded, MempoolDump};
pub use entry::{Entry, Totals};
pub use fee_rate::FeeRate;
pub(crate) use fee_rate::fee_for;
pub use operator::Prioritised;
pub use package::{PackageError, PackageReport, TxOutcome, TxReport};
pub use queries::MempoolInfo;
pub use select::Selection;

/// What a check of the mempool looks at.
pub(crate) struct Around<'a, L: Ledger> {
    /// The ledger.
    pub(crate) ledger: &'a L,
    /// Where the next block stands.
    pub(crate) next: &'a BlockContext<'a>,
    /// The chain's state.
    pub(crate) state: &'a dyn StateView,
    /// The clock (milliseconds since 1970).
    pub(crate) now_ms: u64,
}

/// Transactions that wait for a block.
pub struct Mempool<L: Ledger> {
    config: PoolConfig,
    entries: BTreeMap<Id, Entry<L>>,
    by_txid: BTreeMap<Txid, Id>,
    by_wtxid: BTreeMap<Wtxid, Id>,
    users: BTreeMap<L::Slot, Id>,
    providers: BTreeMap<L::Slot, Id>,
    // What the entries' own coins look like to those that spend them.
    coins: BTreeMap<OutPoint, Coin>,
    by_script: BTreeMap<ScriptBuf, BTreeSet<Id>>,
    by_time: BTreeSet<(u64, Id)>,
    by_eviction: BTreeSet<EvictionKey>,
    by_mining: BTreeSet<MiningKey>,
    // What an operator adds to fees, also of transactions that are not in.
    deltas: BTreeMap<Txid, i64>,
    // Those that no peer has asked for yet.
    unbroadcast: BTreeSet<Txid>,
    next_id: Id,
    // Counts everything that comes and goes, from 1.
    sequence: u64,
    vsize: u64,
    fees: u64,
    memory_bytes: usize,
    rolling: RollingFee,
    // The clock, as it was handed in last.
    time_ms: u64,
    // What has happened and was not told yet.
    news: Vec<ChainEvent>,
}

impl<L: Ledger> Default for Mempool<L> {
    fn default() -> Self {
        Self::new(PoolConfig::default())
    }
}

impl<L: Ledger> fmt::Debug for Mempool<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Mempool");
        out.field("count", &self.entries.len()).field("memory_bytes", &self.memory_bytes);
        out.finish_non_exhaustive()
    }
}

impl<L: Ledger> Mempool<L> {
    /// An empty mempool.
    #[must_use]
    pub fn new(config: PoolConfig) -> Self {
        Self {
            config,
            entries: BTreeMap::new(),
            by_txid: BTreeMap::new(),
            by_wtxid: BTreeMap::new(),
            users: BTreeMap::new(),
            providers: BTreeMap::new(),
            coins: BTreeMap::new(),
            by_script: BTreeMap::new(),
            by_time: BTreeSet::new(),
            by_eviction: BTreeSet::new(),
            by_mining: BTreeSet::new(),
            deltas: BTreeMap::new(),
            unbroadcast: BTreeSet::new(),
            next_id: 0,
            sequence: 1,
            vsize: 0,
            fees: 0,
            memory_bytes: 0,
            rolling: RollingFee::default(),
            time_ms: 0,
            news: Vec::new(),
        }
    }

    /// An empty mempool with Core's policy that may take so much memory.
    #[must_use]
    pub fn with_limit(max_bytes: usize) -> Self {
        Self::new(PoolConfig { max_bytes, ..PoolConfig::default() })
    }

    /// What time it is: blocks come and go without saying.
    pub(crate) fn note_time(&mut self, now_ms: u64) {
        self.time_ms = now_ms;
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Its policy.
    #[must_use]
    pub fn config(&self) -> &PoolConfig {
        &self.config
    }

    /// A transaction by its id.
    #[must_use]
    pub fn get(&self, txid: &Txid) -> Option<&Entry<L>> {
        self.by_txid.get(txid).and_then(|id| self.entries.get(id))
    }

    /// A transaction by its id with witness.
    #[must_use]
    pub fn get_wtxid(&self, wtxid: &Wtxid) -> Option<&Entry<L>> {
        self.by_wtxid.get(wtxid).and_then(|id| self.entries.get(id))
    }

    /// The transaction that uses a slot.
    #[must_use]
    pub fn user_of(&self, slot: &L::Slot) -> Option<&Txid> {
        let user = self.users.get(slot).and_then(|id| self.entries.get(id));
        user.map(|entry| &entry.checked.txid)
    }

    /// A coin that a transaction of the mempool makes, whether or not another one spends it. Its
    /// height is that of the block that was next when it was accepted.
    #[must_use]
    pub fn coin(&self, outpoint: &OutPoint) -> Option<&Coin> {
        self.coins.get(outpoint)
    }

    fn coins_of(&self, txid: Txid) -> Vec<OutPoint> {
        let (first, last) = (OutPoint { txid, vout: 0 }, OutPoint { txid, vout: u32::MAX });
        self.coins.range(first..=last).map(|(outpoint, _)| *outpoint).collect()
    }

    /// The transactions that give to a script or take from it, oldest first.
    pub fn touching(&self, script: &Script) -> impl Iterator<Item = &Entry<L>> {
        let ids = self.by_script.get(script).into_iter().flatten();
        ids.filter_map(|id| self.entries.get(id))
    }

    /// What has happened since this was last asked, in order.
    pub(crate) fn take_news(&mut self) -> Vec<ChainEvent> {
        core::mem::take(&mut self.news)
    }

    /// Everything that comes or goes counts.
    fn count_change(&mut self) {
        self.sequence = self.sequence.saturating_add(1);
    }

    /// Takes these out, children first, and tells so.
    fn remove_all(&mut self, ids: &BTreeSet<Id>, reason: RemovalReason) -> Vec<Txid> {
        let mut gone = Vec::new();
        for id in self.children_first(ids) {
            if let Some(entry) = self.take(id) {
                let txid = entry.checked.txid;
                gone.push(txid);
                self.count_change();
                self.news.push(ChainEvent::TxRemoved { txid, reason });
            }
        }
        gone
    }

    /// Takes these out with all that depend on them.
    fn remove_families(&mut self, ids: BTreeSet<Id>, reason: RemovalReason) -> Vec<Txid> {
        let all = self.with_descendants(ids);
        self.remove_all(&all, reason)
    }
}
