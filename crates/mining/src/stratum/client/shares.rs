//! Shares that wait for the pool's answer.

use std::collections::BTreeMap;

use quarry_primitives::Now;
use serde_json::Value;

use super::event::{Outcome, PoolWork, ShareResult, WorkId};
use crate::difficulty::Difficulty;
use crate::limits::MAX_OUTSTANDING_SHARES;
use crate::stratum::line::RpcError;

/// The shares that wait, by the ids of their calls.
#[derive(Debug, Default)]
pub(super) struct Outstanding(BTreeMap<u64, Waiting>);

#[derive(Debug)]
struct Waiting {
    work: WorkId,
    difficulty: Difficulty,
    sent_ms: u64,
}

impl Waiting {
    fn ended(self, now: Now, outcome: Outcome) -> ShareResult {
        let took_ms = now.mono_ms.saturating_sub(self.sent_ms);
        ShareResult { work: self.work, difficulty: self.difficulty, took_ms, outcome }
    }
}

impl Outstanding {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_full(&self) -> bool {
        self.len() >= MAX_OUTSTANDING_SHARES
    }

    pub(super) fn sent(&mut self, now: Now, id: u64, work: &PoolWork) {
        let (work, difficulty) = (work.id, work.difficulty);
        self.0.insert(id, Waiting { work, difficulty, sent_ms: now.mono_ms });
    }

    /// The answer to a call; none if that was no share.
    pub(super) fn answered(
        &mut self,
        now: Now,
        id: u64,
        result: &Result<Value, RpcError>,
    ) -> Option<ShareResult> {
        Some(self.0.remove(&id)?.ended(now, outcome(result)))
    }

    /// One that waited for too long, the oldest first.
    pub(super) fn late(&mut self, now: Now, answer_timeout_ms: u64) -> Option<ShareResult> {
        // Ids count up as time does.
        let oldest = self.0.first_entry()?;
        let waited_ms = now.mono_ms.saturating_sub(oldest.get().sent_ms);
        (waited_ms >= answer_timeout_ms).then(|| oldest.remove().ended(now, Outcome::Unanswered))
    }
}

/// What an answer to a share means: some say `true`, some an object; no is an error, `false` or nothing.
fn outcome(result: &Result<Value, RpcError>) -> Outcome {
    match result {
        Ok(Value::Bool(false) | Value::Null) => {
            Outcome::Rejected(RpcError { code: 20, message: "without a reason".to_owned() })
        }
        Ok(_) => Outcome::Accepted,
        Err(error) => Outcome::Rejected(error.clone()),
    }
}
