//! What happens to a miner's connection, and what it wants done.

use std::sync::Arc;

use quarry_pow::{VersionMask, WorkError};

use crate::difficulty::Difficulty;
use crate::job::StratumJob;
use crate::stratum::line::{LineError, RpcError};

/// How a connection is set up.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientConfig {
    /// The host that is connected to; the only one that a pool may move the connection to.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// What this program calls itself, as `name/version`.
    pub agent: String,
    /// Whom it works for.
    pub worker: String,
    /// With which password; `x` is usual.
    pub password: String,
    /// The bits of the version that can roll. None does not ask for any, which pools from before BIP-310
    /// may need: some end the connection on being asked.
    pub version_mask: Option<VersionMask>,
    /// What difficulty suits it.
    pub suggested: Option<Difficulty>,
    /// How long an answer may take, milliseconds.
    pub answer_timeout_ms: u64,
    /// How long the pool may be silent, milliseconds.
    pub silence_timeout_ms: u64,
}

impl ClientConfig {
    /// As usual: versions roll, an answer may take half a minute, silence ten minutes.
    #[must_use]
    pub fn new(host: &str, port: u16, agent: &str, worker: &str) -> Self {
        Self {
            host: host.to_owned(),
            port,
            agent: agent.to_owned(),
            worker: worker.to_owned(),
            password: "x".to_owned(),
            version_mask: Some(VersionMask::BIP320),
            suggested: None,
            answer_timeout_ms: 30_000,
            silence_timeout_ms: 600_000,
        }
    }
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Event {
    /// A line came, with or without its end.
    Line(Vec<u8>),
    /// More than [`MAX_POOL_LINE_BYTES`](crate::limits::MAX_POOL_LINE_BYTES) came without an end.
    LineTooLong,
    /// Some time passed; to be sent about once a second.
    Tick,
}

/// Work of a connection, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkId(pub u64);

/// What to mine.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolWork {
    /// What a solution of it is handed in with.
    pub id: WorkId,
    /// The job.
    pub job: Arc<StratumJob>,
    /// The first extranonce.
    pub extranonce1: Vec<u8>,
    /// Bytes of the second.
    pub extranonce2_bytes: usize,
    /// What a share has to meet.
    pub difficulty: Difficulty,
    /// The bits of the version that may roll.
    pub version_mask: Option<VersionMask>,
    /// Whether all work before it is worth nothing any more.
    pub clean: bool,
}

impl PoolWork {
    /// Its search; see [`StratumJob::work`].
    ///
    /// # Errors
    /// [`WorkError`]; none for what a [`Client`](super::Client) gave out.
    pub fn search(&self, extranonce2: &[u8]) -> Result<quarry_pow::Work, WorkError> {
        let target = self.difficulty.target();
        self.job.work(&self.extranonce1, extranonce2, self.version_mask, target)
    }
}

/// What is to be done, in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Send this line; it has its end.
    Send(String),
    /// Mine this.
    Work(PoolWork),
    /// What became of a share.
    Share(ShareResult),
    /// Text from the pool, for people.
    Message(String),
    /// The pool would like to be left for another host, which is not done: whoever can write into the
    /// connection could take the miner away.
    MoveRefused {
        /// The host.
        host: String,
    },
    /// End the connection, and connect again to the same host. There are no more actions after it.
    Reconnect {
        /// The port.
        port: u16,
        /// After so many seconds, [`MAX_RECONNECT_WAIT_SECS`](crate::limits::MAX_RECONNECT_WAIT_SECS) at
        /// most.
        wait_secs: u32,
    },
    /// End the connection. There are no more actions after it.
    Close(CloseReason),
}

/// What became of a share.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareResult {
    /// Of which work it was.
    pub work: WorkId,
    /// What it had to meet.
    pub difficulty: Difficulty,
    /// How long the answer took, milliseconds.
    pub took_ms: u64,
    /// What the pool says.
    pub outcome: Outcome,
}

/// What a pool says about a share.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It counts.
    Accepted,
    /// It does not; [`Reject::of_code`](crate::stratum::message::Reject::of_code) tells why.
    Rejected(RpcError),
    /// Nothing, for too long.
    Unanswered,
}

/// Why a connection is of no use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CloseReason {
    /// What came is not Stratum.
    #[error("the pool does not speak Stratum: {0}")]
    NotStratum(LineError),
    /// The subscription was refused.
    #[error("the pool refused the subscription: {0}")]
    NotSubscribed(RpcError),
    /// The worker was refused.
    #[error("the pool refused the worker, check its name and password: {0}")]
    Unauthorized(RpcError),
    /// A job that cannot be mined.
    #[error("the pool sent a job that cannot be mined: its nBits {bits:08x} are no target")]
    BadJob {
        /// The compact target.
        bits: u32,
    },
    /// More lines than a pool has reason to send.
    #[error("the pool sends too much")]
    Flood,
    /// No answer to the first calls.
    #[error("the pool did not answer in time")]
    NoAnswer,
    /// No word for too long.
    #[error("the pool was silent for too long")]
    Silence,
}

/// Why a solution is not handed in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SubmitError {
    /// Its work is worth nothing any more, or never was of this connection.
    #[error("the work is stale")]
    Stale,
    /// It is no solution of its work.
    #[error("the solution is not of its work: its {0}")]
    NotOfWork(&'static str),
    /// Too many shares wait for an answer.
    #[error("too many shares wait for the pool's answer")]
    TooMany,
    /// The connection is over.
    #[error("the connection is over")]
    Over,
}
