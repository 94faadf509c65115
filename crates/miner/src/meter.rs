//! How fast: averages of hashes a second over three spans, of all threads and of each, and a line of the
//! past for a chart.
//!
//! Knows no clock and no engine: counts and times come in.

use std::collections::VecDeque;

use quarry_api::miner::Rates;
use quarry_api::operator::RateSample;
use quarry_primitives::Now;

use crate::limits::{MAX_RATE_SAMPLES, RATE_SAMPLE_MS};

/// The longest span, milliseconds.
const LONGEST_MS: u64 = 15 * 60 * 1000;
/// Least time between two counts that are kept.
const STEP_MS: u64 = 1000;

/// Averages of one count.
#[derive(Debug, Default)]
pub(crate) struct Averages {
    /// Counts so far by monotonic time, a second apart at least, oldest first.
    counts: VecDeque<(u64, u64)>,
    /// The newest one, kept or not.
    last: (u64, u64),
}

/// Those of all threads, and the past.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    averages: Averages,
    history: VecDeque<RateSample>,
    /// The count at the newest sample.
    sampled: (u64, u64),
}

impl Averages {
    /// From here on.
    pub(crate) fn new(mono_ms: u64, hashes: u64) -> Self {
        Self { counts: VecDeque::from([(mono_ms, hashes)]), last: (mono_ms, hashes) }
    }

    /// Takes a count in.
    pub(crate) fn count(&mut self, mono_ms: u64, hashes: u64) {
        self.last = (mono_ms, hashes);
        if self.counts.back().is_none_or(|(at, _)| mono_ms >= at + STEP_MS) {
            self.counts.push_back(self.last);
        }
        while self.counts.front().is_some_and(|(at, _)| at + LONGEST_MS < mono_ms) {
            self.counts.pop_front();
        }
    }

    /// The averages up to the last count.
    pub(crate) fn rates(&self) -> Rates {
        Rates { s5: self.over(5_000), s60: self.over(60_000), m15: self.over(LONGEST_MS) }
    }

    fn over(&self, span_ms: u64) -> f64 {
        let from = self.last.0.saturating_sub(span_ms);
        let first = self.counts.iter().find(|(at, _)| *at >= from);
        first.map_or(0.0, |first| rate(*first, self.last))
    }
}

impl Meter {
    /// Averages start anew here; the line of the past stays.
    pub(crate) fn start(&mut self, now: Now, hashes: u64) {
        self.averages = Averages::new(now.mono_ms, hashes);
        self.sampled = self.averages.last;
    }

    /// Takes a count in; true if it made a sample of the past.
    pub(crate) fn count(&mut self, now: Now, hashes: u64) -> bool {
        self.averages.count(now.mono_ms, hashes);
        if now.mono_ms < self.sampled.0 + RATE_SAMPLE_MS {
            return false;
        }
        if self.history.len() >= MAX_RATE_SAMPLES {
            self.history.pop_front();
        }
        let last = self.averages.last;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        let hashes_per_second = rate(self.sampled, last) as u64;
        self.history.push_back(RateSample { at_ms: now.wall_ms, hashes_per_second });
        self.sampled = last;
        true
    }

    /// The averages up to the last count.
    pub(crate) fn rates(&self) -> Rates {
        self.averages.rates()
    }

    /// Oldest first.
    pub(crate) fn history(&self) -> &VecDeque<RateSample> {
        &self.history
    }
}

fn rate(from: (u64, u64), to: (u64, u64)) -> f64 {
    let ms = to.0.saturating_sub(from.0);
    if ms == 0 { 0.0 } else { to.1.saturating_sub(from.1) as f64 * 1000.0 / ms as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages_are_over_their_spans() {
        let mut meter = Meter::default();
        let at = |ms| Now { wall_ms: 5_000_000 + ms, mono_ms: ms };
        meter.start(at(0), 100);
        assert_eq!(meter.rates(), Rates::default());
        // A minute at 1000 hashes a second, then one at 3000.
        let mut hashes = 100;
        for second in 1..=120 {
            hashes += if second <= 60 { 1000 } else { 3000 };
            meter.count(at(second * 1000), hashes);
        }
        assert_eq!(meter.rates(), Rates { s5: 3000.0, s60: 3000.0, m15: 2000.0 });
        let history: Vec<u64> = meter.history().iter().map(|s| s.hashes_per_second).collect();
        assert_eq!(history, [[1000; 6], [3000; 6]].concat());
        assert_eq!(meter.history()[0].at_ms, 5_010_000);
        meter.start(at(121_000), hashes);
        meter.count(at(122_000), hashes + 7);
        assert_eq!(meter.rates().m15, 7.0);
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut meter = Meter::default();
        meter.start(Now::from_ms(0), 0);
        for n in 1..200_000 {
            meter.count(Now::from_ms(n * 500), n);
        }
        assert!(meter.averages.counts.len() <= 902 && meter.history.len() == MAX_RATE_SAMPLES);
        assert_eq!(meter.rates(), Rates { s5: 2.0, s60: 2.0, m15: 2.0 });
    }
}
