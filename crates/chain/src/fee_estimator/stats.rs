//! What was seen over one horizon: counts by fee rate and wait, fading block by block
//! (`TxConfirmStats`).
//!
//! Does not know transactions: they have a bucket and a height.

#![expect(clippy::float_arithmetic, reason = "averages that fade, as Core's do")]

use super::FeeHorizon;

/// The least upper bound of a bucket, base units per 1000 virtual bytes (`MIN_BUCKET_FEERATE`).
const MIN_BUCKET_RATE: f64 = 1_000.0;
/// The greatest but for the last bucket's (`MAX_BUCKET_FEERATE`).
const MAX_BUCKET_RATE: f64 = 1e7;
/// How much higher each bound is than the one below (`FEE_SPACING`).
const BUCKET_SPACING: f64 = 1.05;
/// The last bucket's (`INF_FEERATE`).
const ENDLESS_RATE: f64 = 1e99;

/// The upper bounds of the buckets, which belong to them.
pub(super) fn bucket_bounds() -> Vec<f64> {
    let next = |bound: &f64| Some(bound * BUCKET_SPACING);
    let bounds = std::iter::successors(Some(MIN_BUCKET_RATE), next);
    bounds.take_while(|bound| *bound <= MAX_BUCKET_RATE).chain([ENDLESS_RATE]).collect()
}

/// Where a rate belongs, in base units per 1000 virtual bytes.
pub(super) fn bucket_of(bounds: &[f64], rate: u64) -> usize {
    bounds.partition_point(|bound| *bound < rate as f64).min(bounds.len().saturating_sub(1))
}

/// One number for each bucket.
pub(super) type ByBucket = Vec<f64>;

/// What was seen over one horizon.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stats {
    pub(super) horizon: FeeHorizon,
    /// Transactions that were confirmed, ever.
    pub(super) count: ByBucket,
    /// Their rates together.
    pub(super) rates: ByBucket,
    /// Those that were confirmed within so many periods, from one on.
    pub(super) confirmed: Vec<ByBucket>,
    /// Those that left unconfirmed after so many periods, from one on.
    pub(super) failed: Vec<ByBucket>,
    /// Those that wait, by the height they came at, round and round.
    waiting: Vec<Vec<u32>>,
    /// Those that wait for longer.
    waiting_long: Vec<u32>,
}

impl Stats {
    pub(super) fn new(horizon: FeeHorizon, buckets: usize) -> Self {
        let periods = horizon.periods() as usize;
        Self {
            horizon,
            count: vec![0.0; buckets],
            rates: vec![0.0; buckets],
            confirmed: vec![vec![0.0; buckets]; periods],
            failed: vec![vec![0.0; buckets]; periods],
            waiting: vec![vec![0; buckets]; horizon.max_target() as usize],
            waiting_long: vec![0; buckets],
        }
    }

    fn slot(&self, height: u32) -> usize {
        (height % self.horizon.max_target()) as usize
    }

    pub(super) fn tx_entered(&mut self, height: u32, bucket: usize) {
        let slot = self.slot(height);
        self.waiting[slot][bucket] += 1;
    }

    /// A transaction that came at a height left, so many blocks later.
    pub(super) fn tx_left(&mut self, height: u32, waited: u32, bucket: usize, in_block: bool) {
        let slot = self.slot(height);
        let waiting = if waited >= self.horizon.max_target() {
            &mut self.waiting_long
        } else {
            &mut self.waiting[slot]
        };
        waiting[bucket] = waiting[bucket].saturating_sub(1);
        if !in_block {
            // Only whole periods without a confirmation.
            let periods = waited / self.horizon.scale();
            for failed in self.failed.iter_mut().take(periods as usize) {
                failed[bucket] += 1.0;
            }
        }
    }

    /// A block came: those that have waited for too long to be told apart are put together, and what
    /// was seen counts for less.
    pub(super) fn block_connected(&mut self, height: u32) {
        let slot = self.slot(height);
        for (all, came) in self.waiting_long.iter_mut().zip(&mut self.waiting[slot]) {
            *all = all.saturating_add(std::mem::take(came));
        }
        if self.is_blank() {
            return;
        }
        let decay = self.horizon.decay();
        let averages = [&mut self.count, &mut self.rates].into_iter();
        let averages = averages.chain(&mut self.confirmed).chain(&mut self.failed);
        for average in averages.flatten() {
            *average *= decay;
        }
    }

    /// Whether there is nothing that could count for less, as through all of a first download. Who has
    /// failed over many periods has failed over the first.
    fn is_blank(&self) -> bool {
        let mut numbers = self.count.iter().chain(self.failed.first().into_iter().flatten());
        numbers.all(|number| *number <= 0.0)
    }

    /// A block has a transaction after a wait of so many blocks, at least one.
    pub(super) fn tx_confirmed(&mut self, blocks: u32, rate: u64, bucket: usize) {
        let Some(before) = blocks.checked_sub(1) else { return };
        let periods = before / self.horizon.scale();
        for confirmed in self.confirmed.iter_mut().skip(periods as usize) {
            confirmed[bucket] += 1.0;
        }
        self.count[bucket] += 1.0;
        self.rates[bucket] += rate as f64;
    }

    /// How many of each bucket wait and came at least so many blocks before this one.
    pub(super) fn waiting_since(&self, target: u32, best_height: u32) -> Vec<u32> {
        let mut sums = self.waiting_long.clone();
        // Heights below the first block are nobody's, whatever their slots hold.
        let heights =
            (target..self.horizon.max_target()).map_while(|ago| best_height.checked_sub(ago));
        // Row by row, as they lie: bucket by bucket each of up to 190,000 would be looked up by itself.
        for height in heights {
            for (sum, came) in sums.iter_mut().zip(&self.waiting[self.slot(height)]) {
                *sum = sum.saturating_add(*came);
            }
        }
        sums
    }
}
