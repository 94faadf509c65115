//! The law of a nonce search: how many hashes give how much confidence.
//!
//! Hashes are independent trials with probability p of a hit, so H different nonces hold one with
//! probability `1 - (1-p)^H`. A finite space of S nonces holds none with probability `(1-p)^S`,
//! however long one searches.
//!
//! Everything goes through `ln_1p` and `exp_m1`: from 54 zero bits on, `1 - p` is 1 in `f64`.
//!
//! Knows neither machines nor money; of time only how it follows from one rate.

use quarry_pow::Target;

use super::values::{self, Confidence, PlanError, Rate};
use crate::limits::WHOLE_TOLERANCE;

/// The confidences that an estimate of time is shown for.
pub const SHOWN_CONFIDENCES: [Confidence; 5] = [
    Confidence::of(0.5),
    Confidence::of(0.9),
    Confidence::of(0.95),
    Confidence::of(0.99),
    Confidence::of(0.999),
];

/// The space does not hold a confidence.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the whole space holds a hit with probability {best} only")]
pub struct NotReachable {
    /// The probability that the whole space holds a hit.
    pub best: f64,
}

/// A time by which a search has ended with some confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    /// The confidence.
    pub confidence: Confidence,
    /// Seconds from the start; `None` if the space does not hold the confidence.
    pub secs: Option<f64>,
}

/// The chance of a hit per hash, and how many different hashes there are to try.
///
/// A number of hashes is an `f64` here: 255 zero bits take 2^255 of them. It is whole wherever it
/// is below 2^53.
///
/// ```
/// use quarry_fleet::plan::{Confidence, Odds};
/// let odds = Odds::from_zero_bits(32)?;
/// assert_eq!(odds.mean_hashes(), 4_294_967_296.0);
/// // A block header's nonce field alone is a space of 2^32: at 32 bits it holds 63 %.
/// let header = odds.in_space(1 << 32)?;
/// assert_eq!((1000.0 * header.best()).round(), 632.0);
/// assert!(header.hashes_for(Confidence::new(0.9)?).is_err());
/// # Ok::<(), quarry_fleet::plan::PlanError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    /// In [`PROBABILITY_MIN`](crate::limits::PROBABILITY_MIN) to 1.
    probability: f64,
    /// From 1 to [`SPACE_MAX`](crate::limits::SPACE_MAX); `None` if it never ends.
    space: Option<u128>,
}

impl Odds {
    /// The odds of a hash with at least this many leading zero bits, in a space without end.
    ///
    /// # Errors
    /// [`PlanError::ZeroBits`] above 255.
    pub fn from_zero_bits(bits: u16) -> Result<Self, PlanError> {
        let target = Target::from_zero_bits(bits).map_err(|_| PlanError::ZeroBits(bits))?;
        Ok(Self::from_target(&target))
    }

    /// The odds of meeting a target, in a space without end.
    #[must_use]
    pub fn from_target(target: &Target) -> Self {
        Self { probability: target.probability(), space: None }
    }

    /// The odds of a known probability of a hit per hash, in a space without end.
    ///
    /// # Errors
    /// [`PlanError::Probability`] outside 2^-256 to 1.
    pub fn from_probability(probability: f64) -> Result<Self, PlanError> {
        Ok(Self { probability: values::probability(probability)?, space: None })
    }

    /// The same odds in a space of this many positions.
    ///
    /// # Errors
    /// [`PlanError::Space`] for none and for more than 2^64.
    pub fn in_space(self, positions: u128) -> Result<Self, PlanError> {
        Ok(Self { space: Some(values::space(positions)?), ..self })
    }

    /// The odds after this many positions were searched without a hit.
    ///
    /// In a space without end they are what they were: what was done in vain brings nothing nearer.
    /// In a finite space the rest is smaller, so the best that can be reached falls.
    ///
    /// # Errors
    /// [`PlanError::SpaceDone`] if nothing is left.
    ///
    /// ```
    /// use quarry_fleet::plan::Odds;
    /// let endless = Odds::from_zero_bits(30)?;
    /// assert_eq!(endless.after_in_vain(1 << 40)?, endless);
    /// let finite = endless.in_space(1 << 32)?;
    /// assert!(finite.after_in_vain(1 << 31)?.best() < finite.best());
    /// # Ok::<(), quarry_fleet::plan::PlanError>(())
    /// ```
    pub fn after_in_vain(self, done: u128) -> Result<Self, PlanError> {
        let Some(space) = self.space else { return Ok(self) };
        match space.checked_sub(done) {
            Some(left) if left > 0 => Ok(Self { space: Some(left), ..self }),
            _ => Err(PlanError::SpaceDone { done, space }),
        }
    }

    /// The probability of a hit per hash.
    #[must_use]
    pub const fn probability(&self) -> f64 {
        self.probability
    }

    /// The number of positions; `None` if the space has no end.
    #[must_use]
    pub const fn space(&self) -> Option<u128> {
        self.space
    }

    /// The probability that the whole space holds a hit; 1 if it has no end.
    #[must_use]
    pub fn best(&self) -> f64 {
        self.chance_after(f64::INFINITY)
    }

    /// The probability of at least one hit after this many hashes; a part of a hash counts nothing,
    /// and hashes beyond the space count nothing.
    #[must_use]
    pub fn chance_after(&self, hashes: f64) -> f64 {
        1.0_f64.min(-self.exponent(whole_down(hashes).min(self.space_hashes())).exp_m1())
    }

    /// The fewest hashes that hold a hit with this confidence: `ln(1-L) / ln(1-p)`, rounded up.
    ///
    /// # Errors
    /// [`NotReachable`] if the space has not as many positions.
    pub fn hashes_for(&self, confidence: Confidence) -> Result<f64, NotReachable> {
        let hashes = (-confidence.get()).ln_1p() / (-self.probability).ln_1p();
        // At least one: with p = 1 the quotient is 0.
        let hashes = whole_up(hashes).max(1.0);
        if hashes > self.space_hashes() {
            return Err(NotReachable { best: self.best() });
        }
        Ok(hashes)
    }

    /// Hashes that a search takes on average until it has a hit or has gone through the space:
    /// `(1 - (1-p)^S) / p`.
    #[must_use]
    pub fn mean_hashes(&self) -> f64 {
        self.best() / self.probability
    }

    /// Seconds at this rate until a hit with this confidence.
    ///
    /// The same whenever it is asked, as long as nothing was found: see
    /// [`after_in_vain`](Self::after_in_vain).
    ///
    /// # Errors
    /// [`NotReachable`] if the space does not hold the confidence.
    pub fn secs_for(&self, confidence: Confidence, rate: Rate) -> Result<f64, NotReachable> {
        Ok(self.hashes_for(confidence)? / rate.get())
    }

    /// [`secs_for`](Self::secs_for) all of [`SHOWN_CONFIDENCES`].
    #[must_use]
    pub fn quantiles(&self, rate: Rate) -> [Quantile; SHOWN_CONFIDENCES.len()] {
        SHOWN_CONFIDENCES
            .map(|confidence| Quantile { confidence, secs: self.secs_for(confidence, rate).ok() })
    }

    /// The number of positions, without end if the space has none.
    pub(super) fn space_hashes(&self) -> f64 {
        // To the precision of `f64`: a relative 1e-16 of a space does not show.
        self.space.map_or(f64::INFINITY, |positions| positions as f64)
    }

    /// The probability that this many hashes, perhaps with a part of one, hold no hit.
    pub(super) fn miss_after(&self, hashes: f64) -> f64 {
        self.exponent(hashes).exp()
    }

    /// Hashes that are done on average of the next `hashes`, the last one being a hit: a sum of
    /// `(1-p)^j`, exact for whole numbers and drawn on between them.
    pub(super) fn mean_of_next(&self, hashes: f64) -> f64 {
        hashes.min(-self.exponent(hashes).exp_m1() / self.probability)
    }

    /// `hashes * ln(1-p)`, where no hashes give 0 also for p = 1.
    fn exponent(&self, hashes: f64) -> f64 {
        if hashes > 0.0 { hashes * (-self.probability).ln_1p() } else { 0.0 }
    }
}

/// The whole number that `value` is but for rounding errors, or else the one below it.
fn whole_down(value: f64) -> f64 {
    near_whole(value).unwrap_or_else(|| value.floor())
}

/// The whole number that `value` is but for rounding errors, or else the one above it.
fn whole_up(value: f64) -> f64 {
    near_whole(value).unwrap_or_else(|| value.ceil())
}

fn near_whole(value: f64) -> Option<f64> {
    let near = value.round();
    ((value - near).abs() <= WHOLE_TOLERANCE * near).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn confidence(value: f64) -> Confidence {
        Confidence::new(value).unwrap()
    }

    /// "0.693, 2.303, 2.996, 4.605, 6.908 x 2^D for 50/90/95/99/99.9 %", which `1 - p` would miss.
    #[test]
    fn hashes_are_known_multiples_of_the_mean_up_to_255_bits() {
        for bits in [20, 36, 53, 54, 55, 100, 255] {
            let odds = Odds::from_zero_bits(bits).unwrap();
            for (shown, factor) in SHOWN_CONFIDENCES.iter().zip([
                std::f64::consts::LN_2,
                std::f64::consts::LN_10,
                2.995_732,
                4.605_170,
                6.907_755,
            ]) {
                let multiple = odds.hashes_for(*shown).unwrap() / odds.mean_hashes();
                assert!((multiple - factor).abs() < 1e-5, "{bits}: {multiple} is not {factor}");
            }
        }
    }

    #[test]
    fn a_certain_hit_takes_one_hash() {
        let odds = Odds::from_zero_bits(0).unwrap();
        for value in [f64::from_bits(1), 0.5, 1.0_f64.next_down()] {
            assert_eq!(odds.hashes_for(confidence(value)), Ok(1.0));
        }
        assert_eq!((odds.chance_after(0.0), odds.chance_after(0.99)), (0.0, 0.0));
        assert_eq!((odds.chance_after(1.0), odds.best(), odds.mean_hashes()), (1.0, 1.0, 1.0));
        assert_eq!((odds.miss_after(0.0), odds.mean_of_next(5.0)), (1.0, 1.0));
    }

    #[test]
    fn whole_numbers_are_not_missed_by_a_rounding_error() {
        let coin = Odds::from_zero_bits(1).unwrap();
        for hashes in 1..=50_i32 {
            let half = confidence(1.0 - 0.5_f64.powi(hashes));
            assert_eq!(coin.hashes_for(half), Ok(f64::from(hashes)));
        }
        assert_eq!(coin.chance_after(1.999_999), 0.5);
        assert_eq!(coin.chance_after(2.0_f64.next_down()), 0.75);
    }

    /// "32-bit nonce alone: 98.2 % at D=30, 63.2 % at D=32, 22.1 % at D=34."
    #[test]
    fn a_nonce_field_of_32_bits_holds_known_confidences() {
        for (bits, best) in [(30, 0.982), (32, 0.632), (34, 0.221)] {
            let odds = Odds::from_zero_bits(bits).unwrap().in_space(1 << 32).unwrap();
            assert!((odds.best() - best).abs() < 0.000_5, "{bits}: {}", odds.best());
            let refused = odds.hashes_for(confidence(best + 0.001));
            assert_eq!(refused, Err(NotReachable { best: odds.best() }));
            assert!(odds.hashes_for(confidence(best - 0.001)).is_ok());
        }
    }

    /// A sum over all ways a small search can end.
    #[test]
    fn the_mean_of_a_finite_space_is_exact() {
        for (p, space) in [(0.5, 1_u16), (0.25, 7), (0.01, 300), (1.0, 9)] {
            let odds = Odds::from_probability(p).unwrap().in_space(space.into()).unwrap();
            let sum: f64 = (0..space).map(|done| (1.0 - p).powi(done.into())).sum();
            assert!((odds.mean_hashes() - sum).abs() < 1e-9, "{p} {space}");
            assert!((odds.mean_of_next(space.into()) - sum).abs() < 1e-9, "{p} {space}");
        }
        let endless = Odds::from_zero_bits(20).unwrap().in_space(1 << 64).unwrap();
        assert_eq!(endless.mean_hashes(), f64::from(1 << 20));
    }

    #[test]
    fn what_was_done_in_vain_counts_in_a_finite_space_only() {
        let rate = Rate::new(1e6).unwrap();
        let odds = Odds::from_zero_bits(24).unwrap();
        let later = odds.after_in_vain(u128::MAX).unwrap();
        assert_eq!(odds.quantiles(rate), later.quantiles(rate));
        let finite = odds.in_space(1 << 26).unwrap();
        let (before, left) = (finite.quantiles(rate), finite.after_in_vain(3 << 24).unwrap());
        // The median is where it was, counted from now; 90 % was in the space and is not any more.
        assert_eq!(left.quantiles(rate)[0], before[0]);
        assert!(before[1].secs.is_some() && left.quantiles(rate)[1].secs.is_none());
        for done in [1 << 26, u128::MAX] {
            let error = finite.after_in_vain(done);
            assert_eq!(error, Err(PlanError::SpaceDone { done, space: 1 << 26 }));
        }
    }

    #[test]
    fn a_target_and_its_zero_bits_have_the_same_odds() {
        let target = Target::from_zero_bits(40).unwrap();
        assert_eq!(Odds::from_zero_bits(40).unwrap(), Odds::from_target(&target));
        assert_eq!(
            Odds::from_probability(target.probability()).unwrap().mean_hashes(),
            2.0_f64.powi(40)
        );
        assert_eq!(Odds::from_zero_bits(256), Err(PlanError::ZeroBits(256)));
        // The hardest target there is.
        let odds = Odds::from_target(&Target::from_be_bytes([0; 32]));
        assert_eq!(Odds::from_probability(odds.probability()), Ok(odds));
    }
}
