//! What a transaction has to pay to be in a block soon: learnt from those that waited here and from
//! how long they did. The method, the numbers and the file are Bitcoin Core 30's
//! (`CBlockPolicyEstimator`).
//!
//! ```text
//!  ChainEvent --> FeeEstimator --> Stats, one for each horizon --> estimate_smart, estimate_raw
//!                  who waits        buckets by fee rate: how many came, were confirmed in time,
//!                  since when       left without; averages that fade block by block
//! ```
//!
//! A wrong estimate costs money or patience, never a chain: this is the only part of the crate that
//! reckons in floats. It adds, multiplies and divides and nothing else, so every machine has the same
//! results still. Does not know the mempool's contents, the clock, files.

mod codec;
mod estimate;
mod stats;

use std::collections::BTreeMap;

use quarry_primitives::Txid;

use crate::event::{ChainEvent, FeeSample, RemovalReason};
use crate::limits::MAX_FEE_HISTORY_AGE;
use stats::{Stats, bucket_bounds, bucket_of};

pub use estimate::{FeeMode, FeeRange, RawFee, SmartFee};

/// How far back a set of averages looks, and how far ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeHorizon {
    /// Hours: half of what was seen is forgotten after 18 blocks.
    Short,
    /// A day: after 144 blocks.
    Medium,
    /// A week: after 1008 blocks.
    Long,
}

impl FeeHorizon {
    /// All, shortest first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Medium, Self::Long];

    /// Its name in RPC.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
        }
    }

    /// What is left of an average after a block (`SHORT_DECAY` and its like).
    #[must_use]
    pub const fn decay(self) -> f64 {
        match self {
            Self::Short => 0.962,
            Self::Medium => 0.9952,
            Self::Long => 0.99931,
        }
    }

    /// Over how many blocks waits are counted together (`SHORT_SCALE`).
    #[must_use]
    pub const fn scale(self) -> u32 {
        match self {
            Self::Short => 1,
            Self::Medium => 2,
            Self::Long => 24,
        }
    }

    /// How many such steps are told apart (`SHORT_BLOCK_PERIODS`).
    const fn periods(self) -> u32 {
        match self {
            Self::Short => 12,
            Self::Medium => 24,
            Self::Long => 42,
        }
    }

    /// The longest wait that is told apart, in blocks.
    #[must_use]
    pub const fn max_target(self) -> u32 {
        self.scale() * self.periods()
    }

    /// How many confirmed transactions a block, on average, make a range of buckets worth a judgement:
    /// more where fewer blocks are looked at (`SUFFICIENT_TXS_SHORT`, `SUFFICIENT_FEETXS`).
    const fn sufficient(self) -> f64 {
        match self {
            Self::Short => 0.5,
            Self::Medium | Self::Long => 0.1,
        }
    }
}

/// A transaction that waits and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Waiting {
    /// The chain's height when it came.
    height: u32,
    /// Base units per 1000 virtual bytes.
    rate: u64,
    bucket: usize,
}

/// Learns from the events of one chain, all of them and in order.
#[derive(Clone, Debug, PartialEq)]
pub struct FeeEstimator {
    bounds: Vec<f64>,
    // As many as wait in the mempool at most: whoever leaves it leaves this.
    waiting: BTreeMap<Txid, Waiting>,
    short: Stats,
    medium: Stats,
    long: Stats,
    best_height: u32,
    /// The first block that confirmed something that was seen to come; 0 before.
    first_recorded: u32,
    /// The blocks that the decoded averages are of; both 0 without.
    historical: (u32, u32),
}

impl Default for FeeEstimator {
    fn default() -> Self {
        let bounds = bucket_bounds();
        let stats = |horizon| Stats::new(horizon, bounds.len());
        Self {
            short: stats(FeeHorizon::Short),
            medium: stats(FeeHorizon::Medium),
            long: stats(FeeHorizon::Long),
            bounds,
            waiting: BTreeMap::new(),
            best_height: 0,
            first_recorded: 0,
            historical: (0, 0),
        }
    }
}

impl FeeEstimator {
    /// One that has seen nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in what happened to a chain. New transactions count only if the chain is up to date
    /// ([`Chain::is_current`](crate::Chain::is_current)): to one that is behind, waits look shorter
    /// than they are.
    pub fn observe(&mut self, events: &[ChainEvent], is_current: bool) {
        // A block's transactions follow it, those that lost to them in between.
        let mut block: Option<(u32, Vec<Txid>)> = None;
        for event in events {
            match (event, &mut block) {
                (ChainEvent::TxRemoved { txid, reason }, Some((_, txs)))
                    if *reason == RemovalReason::Confirmed =>
                {
                    txs.push(*txid);
                }
                (ChainEvent::TxRemoved { txid, reason }, Some(_))
                    if *reason == RemovalReason::Conflict =>
                {
                    self.tx_removed(txid);
                }
                _ => {
                    if let Some((height, txs)) = block.take() {
                        self.block_connected(height, &txs);
                    }
                    match event {
                        ChainEvent::BlockConnected { height, .. } => {
                            block = Some((*height, vec![]));
                        }
                        ChainEvent::TxRemoved { txid, .. } => self.tx_removed(txid),
                        ChainEvent::TxAccepted { txid, sample: Some(sample), .. } if is_current => {
                            self.tx_entered(*txid, *sample);
                        }
                        _ => {}
                    }
                }
            }
        }
        if let Some((height, txs)) = block {
            self.block_connected(height, &txs);
        }
    }

    /// A transaction began to wait that fees may be learnt from. One that came on another block than
    /// the newest seen here does not count.
    pub fn tx_entered(&mut self, txid: Txid, sample: FeeSample) {
        if sample.height != self.best_height || self.waiting.contains_key(&txid) {
            return;
        }
        let bucket = bucket_of(&self.bounds, sample.rate);
        for stats in [&mut self.short, &mut self.medium, &mut self.long] {
            stats.tx_entered(sample.height, bucket);
        }
        let waiting = Waiting { height: sample.height, rate: sample.rate, bucket };
        self.waiting.insert(txid, waiting);
    }

    /// A transaction left the mempool, and not into a block: it did not make it in the time that it
    /// waited.
    pub fn tx_removed(&mut self, txid: &Txid) {
        self.forget(txid, false);
    }

    fn forget(&mut self, txid: &Txid, in_block: bool) -> Option<Waiting> {
        let tx = self.waiting.remove(txid)?;
        // None of them can be higher: see `tx_entered`.
        let waited = self.best_height.saturating_sub(tx.height);
        for stats in [&mut self.short, &mut self.medium, &mut self.long] {
            stats.tx_left(tx.height, waited, tx.bucket, in_block);
        }
        Some(tx)
    }

    /// A block of the active chain, and those of its transactions that waited in the mempool.
    pub fn block_connected(&mut self, height: u32, txs: &[Txid]) {
        if height <= self.best_height {
            // A branch that grows: its waits say nothing, but nor do its transactions wait any more.
            for txid in txs {
                self.forget(txid, true);
            }
            return;
        }
        self.best_height = height;
        for stats in [&mut self.short, &mut self.medium, &mut self.long] {
            stats.block_connected(height);
        }
        let mut counted = false;
        for txid in txs {
            let Some(tx) = self.forget(txid, true) else { continue };
            let blocks = height.saturating_sub(tx.height);
            for stats in [&mut self.short, &mut self.medium, &mut self.long] {
                stats.tx_confirmed(blocks, tx.rate, tx.bucket);
            }
            counted = true;
        }
        if self.first_recorded == 0 && counted {
            self.first_recorded = height;
        }
    }

    /// Takes everything that waits as having failed so far: the end of what can be observed.
    pub fn flush_waiting(&mut self) {
        while let Some((txid, _)) = self.waiting.first_key_value() {
            let txid = *txid;
            self.tx_removed(&txid);
        }
    }

    /// How many transactions are watched.
    #[must_use]
    pub fn watched(&self) -> usize {
        self.waiting.len()
    }

    /// The newest block seen.
    #[must_use]
    pub fn best_height(&self) -> u32 {
        self.best_height
    }

    fn stats(&self, horizon: FeeHorizon) -> &Stats {
        match horizon {
            FeeHorizon::Short => &self.short,
            FeeHorizon::Medium => &self.medium,
            FeeHorizon::Long => &self.long,
        }
    }

    /// How many blocks this run has learnt from.
    fn block_span(&self) -> u32 {
        match self.first_recorded {
            0 => 0,
            first => self.best_height.saturating_sub(first),
        }
    }

    /// How many blocks the decoded averages have learnt from, if they are not too old.
    fn historical_span(&self) -> u32 {
        let (first, best) = self.historical;
        let age = self.best_height.saturating_sub(best);
        if first == 0 || age > MAX_FEE_HISTORY_AGE { 0 } else { best.saturating_sub(first) }
    }
}
