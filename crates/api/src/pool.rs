//! What a pool tells of itself: on its page, to programs that ask, and live on the event stream.
//!
//! Topic `pool` carries a [`PoolStatus`] (its `history` left empty) once a second while somebody works
//! for it. Does not know how any of it is counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::operator::RateSample;

/// A pool at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PoolStatus {
    /// When this was, milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// When the pool was started, milliseconds since the Unix epoch.
    pub started_ms: u64,
    /// Where miners connect to: `stratum+tcp://127.0.0.1:3333`.
    pub listen: Vec<String>,
    /// Where its work comes from.
    pub upstream: String,
    /// What went wrong with that last, until there is work again; or why the pool's books are not kept.
    pub error: Option<String>,
    /// How blocks are paid for: `solo` or `proportional`.
    pub payout: String,
    /// The work at hand.
    pub job: Option<PoolJob>,
    /// Open connections.
    pub connections: usize,
    /// Everything that was done since the books began, in former runs too.
    pub total: PoolTally,
    /// Those who are here first, then by name; at most
    /// [`MAX_POOL_WORKERS_SHOWN`].
    pub workers: Vec<PoolWorker>,
    /// Workers that are not listed.
    pub workers_left_out: usize,
    /// Blocks that the node took: of those that were found, some come too late.
    #[serde(default)]
    pub blocks_accepted: u64,
    /// The newest blocks, the newest first.
    pub blocks: Vec<PoolBlock>,
    /// Rates of the past, oldest first, bounded.
    #[serde(default)]
    pub history: Vec<RateSample>,
}

/// Most workers of a [`PoolStatus`]; of more, `GET /v1/pool/workers` tells page by page.
pub const MAX_POOL_WORKERS_SHOWN: usize = 1000;

/// What a pool's miners search.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PoolJob {
    /// The height of the block to be.
    pub height: u32,
    /// The difficulty of a block.
    pub block_difficulty: f64,
    /// What it brings: subsidy and fees, base units.
    pub value: u64,
    /// Transactions beside the coinbase.
    pub transactions: usize,
    /// How long a block takes on average at the rate of the last minute, seconds.
    pub seconds_per_block: Option<f64>,
}

/// What somebody did.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PoolTally {
    /// Hashes a second over about a minute, as far as shares tell.
    pub rate_1m: f64,
    /// The same over about fifteen minutes.
    pub rate_15m: f64,
    /// Shares that were taken.
    pub accepted: u64,
    /// Shares that were refused, by reason, stale ones too.
    pub rejected: BTreeMap<String, u64>,
    /// The difficulties of the shares that were taken, added up.
    pub work: f64,
    /// The difficulty of the best hash.
    pub best_difficulty: f64,
    /// Shares that were blocks.
    pub blocks: u64,
    /// When the last share was taken, milliseconds since the Unix epoch.
    pub last_share_ms: Option<u64>,
}

/// One who sends shares.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PoolWorker {
    /// Its name: an address, and what it calls itself behind a dot.
    pub name: String,
    /// Connections in its name.
    pub connections: u32,
    /// The difficulty of its shares, where it is connected.
    pub difficulty: Option<f64>,
    /// The program that it says it is.
    pub agent: Option<String>,
    /// What it did.
    pub tally: PoolTally,
}

/// A block that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolBlock {
    /// Its hash.
    pub hash: String,
    /// Its height.
    pub height: u32,
    /// Who found it.
    pub worker: String,
    /// When, milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// Whether the node took it; none until it says.
    pub accepted: Option<bool>,
    /// Why not.
    pub reason: Option<String>,
}
