//! How the difficulty of a connection follows its speed.
//!
//! Does not know shares but by their difficulty.

use quarry_primitives::Now;

use super::config::Vardiff;
use crate::difficulty::Difficulty;

/// Changes smaller than these are chance: of twenty shares a period, the count is off by a fifth and more
/// in one period of three.
const LEAST_FALL: f64 = 0.7;
const LEAST_RISE: f64 = 1.5;
/// One change is at most so many times up or down.
const MOST_CHANGE: f64 = 16.0;
/// A period without a share says only that the difficulty is too high, not by how much.
const SILENT_FALL: f64 = 4.0;
/// Of fewer shares than these nothing can be told: a period is as long as they should take.
const LEAST_SHARES: f64 = 12.0;
/// A period ends early when so many times the shares came that a whole one should bring.
const BURST: f64 = 4.0;

/// How long shares are counted, milliseconds.
pub(super) fn period_ms(rule: &Vardiff) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "such a conversion stays within the bounds of the integer"
    )]
    let told_by = (LEAST_SHARES / rule.shares_per_min * 60_000.0) as u64;
    rule.retarget_ms.max(told_by)
}

/// What a connection did since its difficulty was last looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    since_ms: u64,
    shares: u32,
    work: f64,
}

impl Pace {
    pub(super) const fn new(now: Now) -> Self {
        Self { since_ms: now.mono_ms, shares: 0, work: 0.0 }
    }

    pub(super) fn count(&mut self, credit: Difficulty) {
        self.shares = self.shares.saturating_add(1);
        self.work += credit.get();
    }

    /// The difficulty that fits better than the current one, if it is time to say and worth it.
    pub(super) fn retarget(
        &mut self,
        now: Now,
        rule: &Vardiff,
        current: Difficulty,
    ) -> Option<Difficulty> {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of a period")]
        let (passed, period) =
            (now.mono_ms.saturating_sub(self.since_ms).max(1) as f64, period_ms(rule) as f64);
        let burst = f64::from(self.shares) >= BURST * rule.shares_per_min * (period / 60_000.0);
        if passed < period && !burst {
            return None;
        }
        let wanted = match self.shares {
            0 => current.get() / SILENT_FALL,
            _ => self.work / (passed / 60_000.0) / rule.shares_per_min,
        };
        *self = Self::new(now);
        let change = (wanted / current.get()).clamp(MOST_CHANGE.recip(), MOST_CHANGE);
        if (LEAST_FALL..=LEAST_RISE).contains(&change) {
            return None;
        }
        Difficulty::new(current.get() * change)
    }
}
