//! What a share is worth.
//!
//! Does not know who is paid, nor what was sent before.

use std::sync::Arc;

use quarry_pow::{HashOrder, HashValue, Target};
use quarry_primitives::hashes::sha256d;
use quarry_primitives::{BlockHash, Hash as _, Now};

use super::conn::{Goal, Prefix, Sent};
use crate::difficulty::Difficulty;
use crate::job::{Solution, StratumJob};
use crate::limits::MAX_FUTURE_SECS;
use crate::stratum::message::{Reject, Submission};
use crate::template::Template;

/// A share whose hash is good enough.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) solution: Solution,
    pub(super) hash: BlockHash,
    /// What it counts for.
    pub(super) credit: Difficulty,
    /// What its hash would have met.
    pub(super) best: Difficulty,
    /// Whether it is a block.
    pub(super) block: bool,
    pub(super) template: Arc<Template>,
    pub(super) job: Arc<StratumJob>,
    pub(super) prefix: Prefix,
}

impl Checked {
    /// Bits of the hash that are all chance, unlike those that the target makes zero.
    pub(super) fn key(&self) -> u64 {
        let (key, _) = self.hash.as_byte_array().split_at(8);
        key.iter().fold(0, |key, byte| key << 8 | u64::from(*byte))
    }
}

/// In words, where the code does not tell: a time below the template's least.
pub(super) const TIME_TOO_OLD: &str = "ntime is too old";
/// In words, where the code does not tell: a time that no clock has yet.
pub(super) const TIME_TOO_NEW: &str = "ntime is too far in the future";

/// Why it is worth nothing, in a code and in words of its own.
pub(super) type Refusal = (Reject, Option<&'static str>);

/// Looks at a share of a job, with these bytes added at the end of the coinbase's script.
///
/// It has to meet the job's difficulty, or the one that was told since if that is easier: some miners take
/// a new difficulty for all their jobs. It counts for what it had to meet, so nobody gains by choosing. A
/// block is always taken; where blocks are easier than shares it counts for no more than a block.
pub(super) fn check(
    now: Now,
    sent: &Sent,
    prefix: &Prefix,
    extranonce2_bytes: usize,
    told: Option<Goal>,
    share: Submission,
    appended: &[u8],
) -> Result<Checked, Refusal> {
    let refuse = |why| Err((Reject::Other, Some(why)));
    if share.extranonce2.len() != extranonce2_bytes {
        return refuse("extranonce2 has the wrong length");
    }
    if share.time < sent.template.min_time {
        return refuse(TIME_TOO_OLD);
    }
    if share.time > now.wall_secs().saturating_add(MAX_FUTURE_SECS) {
        return refuse(TIME_TOO_NEW);
    }
    let bits = share.version_bits.unwrap_or(sent.job.version & sent.mask);
    if bits & !sent.mask != 0 {
        return refuse("version bits outside the mask");
    }
    let solution = Solution {
        extranonce2: share.extranonce2,
        time: share.time,
        nonce: share.nonce,
        version: sent.job.version & !sent.mask | bits,
    };
    let job = match appended {
        [] => Arc::clone(&sent.job),
        more => match sent.job.appended(prefix.len() + extranonce2_bytes, more) {
            Some(job) => Arc::new(job),
            None => return refuse("the coinbase's script is too long"),
        },
    };
    let digest = sha256d::Hash::hash(&job.header(prefix, &solution)).to_byte_array();
    let value = HashValue::from_digest(digest, HashOrder::Bitcoin);
    let best = Difficulty::of_target(Target::from_be_bytes(value.to_be_bytes()));
    let block = sent.template.target.is_met_by(&value);
    let goal = match told {
        Some(told) if told.difficulty < sent.goal.difficulty => told,
        _ => sent.goal,
    };
    let credit = if goal.target.is_met_by(&value) {
        goal.difficulty
    } else if block {
        Difficulty::of_target(sent.template.target)
    } else {
        return Err((Reject::LowDifficulty, None));
    };
    let hash = BlockHash::from_byte_array(digest);
    let template = Arc::clone(&sent.template);
    let prefix = *prefix;
    Ok(Checked { solution, hash, credit, best, block, template, job, prefix })
}
