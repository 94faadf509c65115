//! What a node says to a block or a piece of work that it was handed: BIP-22's results.
//!
//! Does not know what was handed in.

use serde_json::Value;

use crate::limits::MAX_REASON_CHARS;

/// The answer to a submission.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It counts.
    Accepted,
    /// It came too late: another block was first. The node's word for it.
    Stale(String),
    /// It is refused. The node's word for it, as `high-hash`.
    Rejected(String),
}

/// Words for "another block was first" (BIP-22, BIP-23, Bitcoin Core). `inconclusive` is Core's for
/// a block that is not on the best branch.
const STALE: [&str; 5] =
    ["stale-prevblk", "stale-work", "bad-prevblk", "inconclusive", "inconclusive-not-best-prevblk"];

impl Verdict {
    /// Reads the result of `submitblock`: nothing if it was taken, else the reason.
    #[must_use]
    pub fn of_block(result: &Value) -> Self {
        match result {
            Value::Null => Self::Accepted,
            Value::String(reason) => Self::of_reason(reason),
            other => Self::Rejected(tidy(&other.to_string())),
        }
    }

    /// Reads the result of `getwork` with a solution: whether it was taken.
    #[must_use]
    pub fn of_work(result: &Value) -> Self {
        match result {
            Value::Bool(true) => Self::Accepted,
            Value::Bool(false) | Value::Null => Self::Rejected("refused".to_owned()),
            other => Self::Rejected(tidy(&other.to_string())),
        }
    }

    /// Reads why something was refused.
    #[must_use]
    pub fn of_reason(reason: &str) -> Self {
        let reason = tidy(reason);
        if STALE.contains(&reason.as_str()) { Self::Stale(reason) } else { Self::Rejected(reason) }
    }
}

/// A reason as it may be shown and counted: short, and without what would move a terminal's cursor.
#[must_use]
pub fn tidy(reason: &str) -> String {
    let shown = reason.chars().map(|c| if c.is_control() { ' ' } else { c });
    let text: String = shown.take(MAX_REASON_CHARS).collect();
    let text = text.trim();
    if text.is_empty() { "no reason given".to_owned() } else { text.to_owned() }
}
