//! What a plan is made from, each checked at its one door.
//!
//! Does not know what the values are used for.

use crate::limits::{PRICE_MAX, PROBABILITY_MIN, RATE_MAX, RATE_MIN, SECS_MAX, SPACE_MAX};

/// Why a value cannot be planned with. Each message ends with what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// A confidence that is not strictly between 0 and 1.
    #[error("confidence {0}: it must be above 0 and below 1, like 0.95")]
    Confidence(f64),
    /// More leading zero bits than can be asked for.
    #[error("{0} zero bits: they must be from 0 to 255")]
    ZeroBits(u16),
    /// A probability of a hit per hash that no target has.
    #[error("probability {0} of a hit: it must be from 2^-256 to 1")]
    Probability(f64),
    /// A number of positions that is zero or beyond [`SPACE_MAX`].
    #[error("a space of {0} positions: it must have from 1 to 2^64")]
    Space(u128),
    /// More positions are done than the space has, or all of them.
    #[error("{done} of {space} positions are done: nothing is left to search")]
    SpaceDone {
        /// Positions done.
        done: u128,
        /// Positions in the space.
        space: u128,
    },
    /// A hash rate outside [`RATE_MIN`] to [`RATE_MAX`].
    #[error("{0} hashes per second: it must be from {RATE_MIN} to {RATE_MAX:e}")]
    Rate(f64),
    /// A length of time that is negative, beyond [`SECS_MAX`] or no number.
    #[error("{0} seconds: it must be from 0 to {SECS_MAX:e}")]
    Secs(f64),
    /// A deadline that is not above 0, beyond [`SECS_MAX`] or no number.
    #[error("a deadline of {0} seconds: it must be above 0 and at most {SECS_MAX:e}")]
    Deadline(f64),
    /// A price that is negative, beyond [`PRICE_MAX`] or no number.
    #[error("a price of {0} per hour: it must be from 0 to {PRICE_MAX:e}")]
    Price(f64),
}

/// A probability asked for: above 0 and below 1. Certainty cannot be planned for.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Confidence(f64);

impl Confidence {
    /// A confidence.
    ///
    /// # Errors
    /// [`PlanError::Confidence`] at 0 and below, at 1 and above, and for what is no number.
    ///
    /// ```
    /// use quarry_fleet::plan::Confidence;
    /// assert_eq!(Confidence::new(0.95)?.get(), 0.95);
    /// assert!(Confidence::new(1.0).is_err());
    /// # Ok::<(), quarry_fleet::plan::PlanError>(())
    /// ```
    pub fn new(value: f64) -> Result<Self, PlanError> {
        if value > 0.0 && value < 1.0 { Ok(Self(value)) } else { Err(PlanError::Confidence(value)) }
    }

    /// A confidence known when the program is compiled.
    pub(crate) const fn of(value: f64) -> Self {
        assert!(value > 0.0 && value < 1.0);
        Self(value)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// A hash rate, in hashes per second.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Rate(f64);

impl Rate {
    /// A rate in hashes per second.
    ///
    /// # Errors
    /// [`PlanError::Rate`] outside [`RATE_MIN`] to [`RATE_MAX`].
    pub fn new(hashes_per_second: f64) -> Result<Self, PlanError> {
        if (RATE_MIN..=RATE_MAX).contains(&hashes_per_second) {
            Ok(Self(hashes_per_second))
        } else {
            Err(PlanError::Rate(hashes_per_second))
        }
    }

    /// Hashes per second.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// A length of time in seconds, perhaps 0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Secs(f64);

impl Secs {
    /// No time.
    pub const ZERO: Self = Self(0.0);

    /// A length of time in seconds.
    ///
    /// # Errors
    /// [`PlanError::Secs`] below 0 and above [`SECS_MAX`].
    pub fn new(secs: f64) -> Result<Self, PlanError> {
        // `+ 0.0` makes the negative zero a plain one.
        if (0.0..=SECS_MAX).contains(&secs) {
            Ok(Self(secs + 0.0))
        } else {
            Err(PlanError::Secs(secs))
        }
    }

    /// A length of time known when the program is compiled.
    pub(crate) const fn of(secs: f64) -> Self {
        assert!(secs >= 0.0 && secs <= SECS_MAX);
        Self(secs)
    }

    /// Seconds.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// When a search is to be given up, in seconds after it was asked for; above 0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Deadline(f64);

impl Deadline {
    /// A deadline in seconds after the start.
    ///
    /// # Errors
    /// [`PlanError::Deadline`] at 0 and below, and above [`SECS_MAX`].
    pub fn new(secs: f64) -> Result<Self, PlanError> {
        if secs > 0.0 && secs <= SECS_MAX { Ok(Self(secs)) } else { Err(PlanError::Deadline(secs)) }
    }

    /// Seconds after the start.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// What a machine costs per hour, in whatever currency the user counts in.
///
/// Not an amount of coins: nobody is paid by this number. It is an estimate for a person who decides,
/// so it is a binary fraction and may be off in its last digit.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Price(f64);

impl Price {
    /// Free.
    pub const ZERO: Self = Self(0.0);

    /// A price for one machine and one hour.
    ///
    /// # Errors
    /// [`PlanError::Price`] below 0 and above [`PRICE_MAX`].
    pub fn per_hour(price: f64) -> Result<Self, PlanError> {
        if (0.0..=PRICE_MAX).contains(&price) {
            Ok(Self(price + 0.0))
        } else {
            Err(PlanError::Price(price))
        }
    }

    /// For one machine and one hour.
    #[must_use]
    pub const fn get_per_hour(self) -> f64 {
        self.0
    }

    /// For this many seconds of machines' time.
    #[must_use]
    pub fn of_machine_secs(self, secs: f64) -> f64 {
        self.0 / 3600.0 * secs
    }
}

/// A probability of a hit per hash.
pub(crate) fn probability(p: f64) -> Result<f64, PlanError> {
    if (PROBABILITY_MIN..=1.0).contains(&p) { Ok(p) } else { Err(PlanError::Probability(p)) }
}

/// A number of positions.
pub(crate) const fn space(positions: u128) -> Result<u128, PlanError> {
    if positions == 0 || positions > SPACE_MAX {
        return Err(PlanError::Space(positions));
    }
    Ok(positions)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NO_NUMBERS: [f64; 4] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0];

    #[test]
    fn wrong_values_have_no_door() {
        for bad in NO_NUMBERS {
            assert!(Confidence::new(bad).is_err(), "{bad}");
            assert!(Rate::new(bad).is_err(), "{bad}");
            assert!(Secs::new(bad).is_err(), "{bad}");
            assert!(Deadline::new(bad).is_err(), "{bad}");
            assert!(Price::per_hour(bad).is_err(), "{bad}");
            assert!(probability(bad).is_err(), "{bad}");
        }
        assert_eq!(Confidence::new(0.0), Err(PlanError::Confidence(0.0)));
        assert_eq!(Confidence::new(1.0), Err(PlanError::Confidence(1.0)));
        assert_eq!(Rate::new(0.0), Err(PlanError::Rate(0.0)));
        assert_eq!(Deadline::new(0.0), Err(PlanError::Deadline(0.0)));
        assert_eq!(probability(0.0), Err(PlanError::Probability(0.0)));
        assert_eq!(space(0), Err(PlanError::Space(0)));
        assert_eq!(space(SPACE_MAX + 1), Err(PlanError::Space(SPACE_MAX + 1)));
    }

    #[test]
    fn the_outermost_values_are_taken() {
        assert!(Confidence::new(f64::from_bits(1)).is_ok());
        assert!(Confidence::new(1.0_f64.next_down()).is_ok());
        assert!(Rate::new(RATE_MIN).is_ok() && Rate::new(RATE_MAX).is_ok());
        assert!(Secs::new(0.0).is_ok() && Secs::new(SECS_MAX).is_ok());
        assert!(Secs::new(-0.0).unwrap().get().is_sign_positive());
        assert!(Deadline::new(f64::MIN_POSITIVE).is_ok());
        assert!(Price::per_hour(0.0).is_ok() && Price::per_hour(PRICE_MAX).is_ok());
        assert_eq!(probability(2.0_f64.powi(-256)), Ok(PROBABILITY_MIN));
        assert!(space(1).is_ok() && space(SPACE_MAX).is_ok());
    }

    #[test]
    fn messages_end_with_what_is_allowed() {
        let messages = [
            PlanError::Confidence(1.0).to_string(),
            PlanError::Rate(0.0).to_string(),
            PlanError::Secs(-1.0).to_string(),
            PlanError::Price(f64::NAN).to_string(),
        ];
        for message in messages {
            assert!(message.contains(": it must be "), "{message}");
        }
    }
}
