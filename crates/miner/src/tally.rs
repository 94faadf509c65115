//! What came of the hits, counted, and a log of what happened.
//!
//! Does not know upstreams beyond their place in the list.

use std::collections::{BTreeMap, VecDeque};

use quarry_api::miner::{LogKind, LogLine, MinerStatus};
use quarry_mining::{Difficulty, Verdict};
use quarry_pow::{HashValue, Target};
use quarry_service::{Clock, EventHub};

use crate::limits::{MAX_LOG_LINES, MAX_REASONS};

/// The topic of log lines.
const LOG_TOPIC: &str = "miner-log";
/// Under what name reasons beyond [`MAX_REASONS`] are counted.
const OTHER_REASONS: &str = "other reasons";

/// Counts of hits.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    accepted: u64,
    rejected: BTreeMap<String, u64>,
    stale: u64,
    blocks: u64,
    best: f64,
}

impl Tally {
    /// A hash that met a target.
    pub(crate) fn found(&mut self, hash: HashValue) {
        self.best = self.best.max(difficulty(hash));
    }

    /// What an upstream said to it.
    pub(crate) fn verdict(&mut self, verdict: &Verdict, is_block: bool) {
        match verdict {
            Verdict::Accepted => {
                self.accepted += 1;
                self.blocks += u64::from(is_block);
            }
            Verdict::Stale(_) => self.stale += 1,
            Verdict::Rejected(reason) => {
                let known = self.rejected.contains_key(reason);
                let room = self.rejected.len() < MAX_REASONS;
                let reason = if known || room { reason } else { OTHER_REASONS };
                *self.rejected.entry(reason.to_owned()).or_default() += 1;
            }
        }
    }

    /// Blocks that counted.
    pub(crate) const fn blocks(&self) -> u64 {
        self.blocks
    }

    /// Writes itself into a status; `unheard` are hits that came when there was newer work already.
    pub(crate) fn write(&self, status: &mut MinerStatus, unheard: u64) {
        status.accepted = self.accepted;
        status.rejected.clone_from(&self.rejected);
        status.stale = self.stale + unheard;
        status.blocks = self.blocks;
        status.best_difficulty = self.best;
    }
}

/// The difficulty that a hash has.
fn difficulty(hash: HashValue) -> f64 {
    Difficulty::of_target(Target::from_be_bytes(hash.to_be_bytes())).get()
}

/// The newest lines, here and on the event hub.
#[derive(Debug)]
pub(crate) struct Log {
    lines: VecDeque<LogLine>,
    clock: Clock,
    events: EventHub,
}

impl Log {
    pub(crate) fn new(clock: Clock, events: EventHub) -> Self {
        Self { lines: VecDeque::new(), clock, events }
    }

    pub(crate) fn say(&mut self, kind: LogKind, text: String) {
        if self.lines.len() >= MAX_LOG_LINES {
            self.lines.pop_front();
        }
        let line = LogLine { at_ms: self.clock.now().wall_ms, kind, text };
        self.events.publish(LOG_TOPIC, &line);
        self.lines.push_back(line);
    }

    /// Oldest first.
    pub(crate) fn lines(&self) -> &VecDeque<LogLine> {
        &self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_counted_up_to_a_number_of_them() {
        let mut tally = Tally::default();
        for n in 0..40 {
            tally.verdict(&Verdict::Rejected(format!("r{n}")), true);
        }
        tally.verdict(&Verdict::Rejected("r0".to_owned()), true);
        tally.verdict(&Verdict::Stale("stale-prevblk".to_owned()), true);
        tally.verdict(&Verdict::Accepted, true);
        tally.verdict(&Verdict::Accepted, false);
        let mut status = MinerStatus::default();
        tally.write(&mut status, 2);
        assert_eq!((status.accepted, status.blocks, status.stale), (2, 1, 3));
        assert_eq!(status.rejected.len(), MAX_REASONS + 1);
        assert_eq!((status.rejected["r0"], status.rejected[OTHER_REASONS]), (2, 8));
    }
}
