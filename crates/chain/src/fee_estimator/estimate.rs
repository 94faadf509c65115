//! From what was seen to what to pay.
//!
//! Does not know what a node charges at least: its mempool does.

#![expect(clippy::float_arithmetic, reason = "shares and averages, as Core's are")]

use std::ops::RangeInclusive;

use super::stats::Stats;
use super::{FeeEstimator, FeeHorizon};

/// The share that has to be confirmed within half the target (`HALF_SUCCESS_PCT`).
const HALF_SUCCESS: f64 = 0.6;
/// The share that has to be confirmed within the target (`SUCCESS_PCT`).
const SUCCESS: f64 = 0.85;
/// The share that has to be confirmed within twice the target (`DOUBLE_SUCCESS_PCT`).
const DOUBLE_SUCCESS: f64 = 0.95;

/// Whether an estimate should follow a fall of fees at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FeeMode {
    /// Yes: what was enough lately is enough.
    #[default]
    Economical,
    /// No: what it says would have been enough over longer horizons too.
    Conservative,
}

/// What to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmartFee {
    /// Base units per 1000 virtual bytes, above 0; none if too little was seen.
    pub rate: Option<u64>,
    /// Within how many blocks: what was asked for, or the nearest that something is known of.
    pub target: u32,
}

/// Buckets that were judged together, and what was seen in them. Counts fade, so they are no whole
/// numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeeRange {
    /// Above this rate, base units per 1000 virtual bytes.
    pub start: f64,
    /// Up to this one.
    pub end: f64,
    /// Confirmed within the target.
    pub within_target: f64,
    /// Confirmed, ever.
    pub total_confirmed: f64,
    /// Waiting for as long as the target.
    pub in_mempool: f64,
    /// Gone after as long as the target, unconfirmed.
    pub left_mempool: f64,
}

/// One horizon's judgement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawFee {
    /// Base units per 1000 virtual bytes, above 0; none if no range passed.
    pub rate: Option<u64>,
    /// The lowest range that passed.
    pub pass: Option<FeeRange>,
    /// The highest range that did not; none if all did.
    pub fail: Option<FeeRange>,
}

/// What was seen in a range of buckets.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    within_target: f64,
    total_confirmed: f64,
    in_mempool: f64,
    left_mempool: f64,
}

impl Tally {
    fn share(&self) -> f64 {
        self.within_target / (self.total_confirmed + self.left_mempool + self.in_mempool)
    }

    fn over(&self, buckets: &RangeInclusive<usize>, bounds: &[f64]) -> FeeRange {
        let below = buckets.start().checked_sub(1).and_then(|index| bounds.get(index));
        FeeRange {
            start: below.copied().unwrap_or(0.0),
            end: bounds.get(*buckets.end()).copied().unwrap_or(f64::MAX),
            within_target: self.within_target,
            total_confirmed: self.total_confirmed,
            in_mempool: self.in_mempool,
            left_mempool: self.left_mempool,
        }
    }
}

/// A judgement before it is rounded.
struct Judgement {
    median: Option<f64>,
    pass: Option<FeeRange>,
    fail: Option<FeeRange>,
}

impl Stats {
    /// The lowest rate of which the wanted share was confirmed in time (`EstimateMedianVal`). Goes
    /// down from the highest bucket; buckets are put together until there is enough in them to judge,
    /// with what failed above.
    fn judge(&self, bounds: &[f64], target: u32, threshold: f64, best_height: u32) -> Judgement {
        let enough = self.horizon.sufficient() / (1.0 - self.horizon.decay());
        // Periods are counted from 1, indexes from 0.
        let period = (target.saturating_sub(1) / self.horizon.scale()) as usize;
        let waiting = self.waiting_since(target, best_height);
        let (mut pass, mut fail) = (None, None);
        let (mut tally, mut top, mut seen) = (Tally::default(), None, 0.0);
        for bucket in (0..bounds.len()).rev() {
            let highest = *top.get_or_insert(bucket);
            tally.within_target += self.confirmed[period][bucket];
            tally.total_confirmed += self.count[bucket];
            tally.left_mempool += self.failed[period][bucket];
            tally.in_mempool += f64::from(waiting[bucket]);
            // Only what was confirmed, so that all targets have the same ranges.
            seen += self.count[bucket];
            if seen < enough {
                continue;
            }
            seen = 0.0;
            let range = bucket..=highest;
            if tally.share() < threshold {
                fail.get_or_insert_with(|| tally.over(&range, bounds));
                continue;
            }
            fail = None;
            pass = Some((tally.over(&range, bounds), range));
            (tally, top) = (Tally::default(), None);
        }
        // What is left at the bottom is too little to have passed.
        if let Some(highest) = top {
            fail.get_or_insert_with(|| tally.over(&(0..=highest), bounds));
        }
        let median = pass.as_ref().and_then(|(_, range)| self.median(range));
        Judgement { median, pass: pass.map(|(range, _)| range), fail }
    }

    /// The average of the bucket that has the median transaction of a range. The transactions
    /// themselves are not kept.
    fn median(&self, range: &RangeInclusive<usize>) -> Option<f64> {
        let mut left = self.count[range.clone()].iter().sum::<f64>() / 2.0;
        for bucket in range.clone() {
            let count = self.count[bucket];
            if count < left {
                left -= count;
            } else {
                return (count > 0.0).then(|| self.rates[bucket] / count);
            }
        }
        None
    }
}

/// A rate in whole units; none if there is none to pay.
fn whole(rate: Option<f64>) -> Option<u64> {
    #[expect(clippy::cast_possible_truncation, reason = "a cast from float stops at the ends")]
    rate.map(|rate| rate.round() as u64).filter(|rate| *rate > 0)
}

/// The higher one, or the one that there is.
fn higher(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}

/// The lower one, or the one that there is.
fn lower(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

impl FeeEstimator {
    /// What to pay to be confirmed within so many blocks, which is taken as 2 at least and as what
    /// this has seen enough blocks for at most (`estimateSmartFee`).
    ///
    /// The highest of three: what 60 % of the transactions needed to be confirmed within half the
    /// target, 85 % within it and 95 % within twice as much. With a longer target it is lower or the
    /// same, but where one of the three is not known.
    #[must_use]
    pub fn estimate_smart(&self, target: u32, mode: FeeMode) -> SmartFee {
        if !(1..=FeeHorizon::Long.max_target()).contains(&target) {
            return SmartFee { rate: None, target };
        }
        // Nobody can tell of the very next block.
        let target = target.max(2).min(self.max_usable_target());
        if target <= 1 {
            return SmartFee { rate: None, target };
        }
        let conservative = mode == FeeMode::Conservative;
        let half = self.combined(target / 2, HALF_SUCCESS, true);
        let actual = self.combined(target, SUCCESS, true);
        // A conservative estimate does not let the newest blocks lower it.
        let double = self.combined(2 * target, DOUBLE_SUCCESS, !conservative);
        let mut rate = higher(higher(half, actual), double);
        if conservative || rate.is_none() {
            rate = higher(rate, self.over_longer_horizons(2 * target));
        }
        SmartFee { rate: whole(rate), target }
    }

    /// One horizon's judgement of a target and a share between 0 and 1 (`estimateRawFee`); none if it
    /// does not look that far ahead.
    #[must_use]
    pub fn estimate_raw(&self, target: u32, share: f64, horizon: FeeHorizon) -> Option<RawFee> {
        let known = (1..=horizon.max_target()).contains(&target) && (0.0..=1.0).contains(&share);
        known.then(|| {
            let judged = self.judge(horizon, target, share);
            RawFee { rate: whole(judged.median), pass: judged.pass, fail: judged.fail }
        })
    }

    /// The longest wait that there can be data of: half the blocks seen, so that there was time to
    /// fail.
    #[must_use]
    pub fn max_usable_target(&self) -> u32 {
        let span = self.block_span().max(self.historical_span());
        FeeHorizon::Long.max_target().min(span / 2)
    }

    fn judge(&self, horizon: FeeHorizon, target: u32, threshold: f64) -> Judgement {
        self.stats(horizon).judge(&self.bounds, target, threshold, self.best_height)
    }

    /// By the shortest horizon that looks so far ahead (`estimateCombinedFee`); if a shorter one says
    /// that less was enough even sooner, it is believed on demand.
    fn combined(&self, target: u32, threshold: f64, look_shorter: bool) -> Option<f64> {
        let mut longer = FeeHorizon::ALL.into_iter().rev();
        let horizon =
            longer.by_ref().take_while(|horizon| target <= horizon.max_target()).last()?;
        let mut rate = self.judge(horizon, target, threshold).median;
        let shorter = FeeHorizon::ALL.into_iter().filter(|h| h.max_target() < target);
        for shorter in shorter.filter(|_| look_shorter) {
            let enough = self.judge(shorter, shorter.max_target(), threshold).median;
            rate = lower(rate, enough.filter(|rate| *rate > 0.0));
        }
        rate
    }

    /// What was enough by the horizons above the one that a target needs (`estimateConservativeFee`).
    fn over_longer_horizons(&self, target: u32) -> Option<f64> {
        let above = |shorter: FeeHorizon, horizon| {
            let judged = (target <= shorter.max_target())
                .then(|| self.judge(horizon, target, DOUBLE_SUCCESS));
            judged.and_then(|judged| judged.median)
        };
        higher(
            above(FeeHorizon::Short, FeeHorizon::Medium),
            above(FeeHorizon::Medium, FeeHorizon::Long),
        )
    }
}
