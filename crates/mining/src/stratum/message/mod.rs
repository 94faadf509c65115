//! What the two sides of Stratum say, typed: [`FromMiner`], [`FromPool`], and the results of calls that
//! have more to tell than yes.
//!
//! Numbers are big-endian hexadecimal; hashes of the branch are as they are hashed; the previous
//! block's hash is as it stands in the header but for its eight words, each turned round.
//!
//! Does not know when any of it may be said.

mod answers;
mod from_miner;
mod from_pool;
mod params;

pub use answers::{Configured, Feature, Subscribed, accepted, granted, rejected, version};
pub use from_miner::{Configure, FromMiner, Submission, VersionRolling};
pub use from_pool::{FromPool, notify};

use serde_json::Value;

use super::line::{Call, Id, Line, LineError, Reply};

/// A line that came: what the other side says, or its reply to what was said to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming<M> {
    /// It says something.
    Call {
        /// What a reply has to carry.
        id: Id,
        /// What it says.
        message: M,
    },
    /// It replies.
    Reply(Reply),
}

/// Reads a line whose calls are read so.
fn decode<M>(
    bytes: &[u8],
    read: fn(&str, &[Value]) -> Result<M, LineError>,
) -> Result<Incoming<M>, BadLine> {
    match Line::read(bytes).map_err(|error| BadLine { id: Id::Null, error })? {
        Line::Reply(reply) => Ok(Incoming::Reply(reply)),
        Line::Call(Call { id, method, params }) => match read(&method, &params) {
            Ok(message) => Ok(Incoming::Call { id, message }),
            Err(error) => Err(BadLine { id, error }),
        },
    }
}

/// A line that means nothing, and the id to say so with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{error}")]
pub struct BadLine {
    /// The id of the call, if it could be read.
    pub id: Id,
    /// What is wrong.
    pub error: LineError,
}

/// Why a share is worth nothing, in the order of the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reject {
    /// What has no code of its own.
    Other,
    /// The job is unknown, or no longer worth anything.
    Stale,
    /// It was sent before.
    Duplicate,
    /// Its hash is above the target of shares.
    LowDifficulty,
    /// Its worker is not authorized.
    Unauthorized,
    /// Nothing was subscribed to.
    NotSubscribed,
}

impl Reject {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Other,
        Self::Stale,
        Self::Duplicate,
        Self::LowDifficulty,
        Self::Unauthorized,
        Self::NotSubscribed,
    ];

    /// The code that Stratum gives it, 20 to 25.
    #[must_use]
    pub const fn code(self) -> i64 {
        20 + self as i64
    }

    /// What a code stands for; `None` for one that Stratum does not have.
    #[must_use]
    pub fn of_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|reject| reject.code() == code)
    }

    /// The usual text.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Other => "Other/Unknown",
            Self::Stale => "Job not found",
            Self::Duplicate => "Duplicate share",
            Self::LowDifficulty => "Low difficulty share",
            Self::Unauthorized => "Unauthorized worker",
            Self::NotSubscribed => "Not subscribed",
        }
    }
}
