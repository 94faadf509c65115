//! What a miner tells of itself: on its page, to programs that ask, and live on the event stream.
//!
//! Topic `miner` carries a [`MinerStatus`] (its `history` and `log` left empty) once a second and on
//! each change, topic `miner-log` one [`LogLine`]. Does not know how any of it is measured.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::operator::RateSample;

/// A miner at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MinerStatus {
    /// Whether it is to mine; it may still have no work.
    pub running: bool,
    /// When this was, milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// When mining was started last, milliseconds since the Unix epoch.
    pub started_ms: Option<u64>,
    /// The address that the next job pays, where the upstream leaves that to the miner.
    pub payout: Option<String>,
    /// Threads that search, for this miner and whoever else the process works for.
    pub threads: usize,
    /// How many may.
    #[serde(default)]
    pub threads_max: usize,
    /// Hashes a second of each of them.
    #[serde(default)]
    pub thread_rates: Vec<Rates>,
    /// The implementation of the search.
    pub backend: String,
    /// Hashes a second.
    pub rates: Rates,
    /// Hashes since the miner was made.
    pub hashes: u64,
    /// Shares and blocks that counted, by the upstream's own word.
    pub accepted: u64,
    /// Those that were refused, by reason.
    pub rejected: BTreeMap<String, u64>,
    /// Those that came too late, and those that were not handed in because they would have.
    pub stale: u64,
    /// Blocks among the accepted; of a pool, shares that met the block's target too.
    pub blocks: u64,
    /// The difficulty of the best hash that was found.
    pub best_difficulty: f64,
    /// The work at hand.
    pub work: Option<WorkStatus>,
    /// All upstreams, in the order in which they are preferred.
    pub upstreams: Vec<UpstreamStatus>,
    /// Rates of the past, oldest first, bounded.
    #[serde(default)]
    pub history: Vec<RateSample>,
    /// What happened last, oldest first, bounded.
    #[serde(default)]
    pub log: Vec<LogLine>,
}

/// Averages of hashes a second; over the time since the start where that is shorter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rates {
    /// Over 5 seconds.
    pub s5: f64,
    /// Over 60 seconds.
    pub s60: f64,
    /// Over 15 minutes.
    pub m15: f64,
}

/// What is searched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkStatus {
    /// The height of the block to be, where it is known.
    pub height: Option<u32>,
    /// The difficulty of a share; of a block, where no easier one counts.
    pub difficulty: f64,
    /// The difficulty of a block.
    pub block_difficulty: f64,
    /// How long a block takes on average at the rate of the last minute, seconds.
    pub seconds_per_block: Option<f64>,
}

/// Where work comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UpstreamStatus {
    /// Its address, without user and password.
    pub url: String,
    /// How it is spoken to: `getblocktemplate`, `getwork`, `stratum`, `local` for the node of the same
    /// process; `none` while that is open.
    pub protocol: String,
    /// Its state.
    pub state: UpstreamState,
    /// Since when, milliseconds since the Unix epoch.
    pub since_ms: u64,
    /// The chain, as the upstream calls it, where it says so.
    pub chain: Option<String>,
    /// What went wrong last, to be read after its address: `cannot be reached: ...`.
    pub error: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
    /// Whether asking again, as is done nevertheless, will hardly mend it.
    pub is_lasting: bool,
    /// How often in a row it failed since it gave work.
    pub failures: u32,
    /// Accepted by it.
    pub accepted: u64,
    /// Refused by it, or too late for it.
    pub rejected: u64,
}

/// The state of an upstream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UpstreamState {
    /// Not asked: a better one gives work, or the miner is stopped.
    #[default]
    Idle,
    /// Asked for its first work.
    Connecting,
    /// It gives the work that is done.
    Active,
    /// It wants no block at the moment, and says when it does.
    Resting,
    /// It failed, and will be asked again.
    Down,
}

/// A line of a miner's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// When, milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// What it is about.
    pub kind: LogKind,
    /// For people.
    pub text: String,
}

/// What a line of a miner's log is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogKind {
    /// An upstream or the miner itself changed its state.
    State,
    /// There is something new to mine on.
    Work,
    /// A share or a block counted.
    Accepted,
    /// A share or a block did not.
    Rejected,
    /// Something went wrong.
    Problem,
}
