//! Money: whole base units, never more than Bitcoin's supply, never silently wrapped.
//!
//! Does not know assets, accounts or fees.

use serde::{Deserialize, Serialize};

/// Base units in one coin (Bitcoin's satoshis in a bitcoin).
pub const COIN: u64 = 100_000_000;
/// The most base units an amount may hold (`MAX_MONEY` of Bitcoin Core, `consensus/amount.h`).
pub const MAX_MONEY: u64 = 21_000_000 * COIN;

/// Why a number is not an amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// More than [`MAX_MONEY`].
    #[error("amount {0} is above the limit of {MAX_MONEY} base units")]
    TooLarge(u128),
    /// Not a decimal number of coins with at most eight places.
    #[error("`{0}` is not an amount: write coins like 0.5 (at most 8 decimals)")]
    NotANumber(String),
}

mod encapsulate {
    use super::{AmountError, MAX_MONEY};

    /// A number of base units between 0 and [`MAX_MONEY`].
    ///
    /// ```
    /// use quarry_primitives::Amount;
    /// let a = Amount::from_base(70)?;
    /// assert_eq!(a.checked_add(Amount::from_base(30)?), Some(Amount::from_base(100)?));
    /// assert_eq!(a.checked_sub(Amount::MAX), None);
    /// # Ok::<(), quarry_primitives::AmountError>(())
    /// ```
    #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Amount(u64);

    impl Amount {
        /// Nothing.
        pub const ZERO: Self = Self(0);
        /// All the money there can be.
        pub const MAX: Self = Self(MAX_MONEY);

        /// An amount of base units.
        ///
        /// # Errors
        /// [`AmountError::TooLarge`] above [`MAX_MONEY`].
        pub const fn from_base(units: u64) -> Result<Self, AmountError> {
            if units > MAX_MONEY {
                return Err(AmountError::TooLarge(units as u128));
            }
            Ok(Self(units))
        }

        /// An amount of base units known when the program is compiled.
        ///
        /// # Panics
        /// Above [`MAX_MONEY`]; in a `const` that is a compile error.
        #[must_use]
        pub const fn of(units: u64) -> Self {
            assert!(units <= MAX_MONEY, "constant amount above MAX_MONEY");
            Self(units)
        }

        /// The number of base units.
        #[must_use]
        pub const fn to_base(self) -> u64 {
            self.0
        }
    }
}
pub use encapsulate::Amount;

impl Amount {
    /// The sum, or `None` above [`MAX_MONEY`].
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.to_base().checked_add(other.to_base()).and_then(|v| Self::from_base(v).ok())
    }

    /// The difference, or `None` below zero.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.to_base().checked_sub(other.to_base()).and_then(|v| Self::from_base(v).ok())
    }

    /// The product, or `None` above [`MAX_MONEY`].
    #[must_use]
    pub fn checked_mul(self, factor: u64) -> Option<Self> {
        self.to_base().checked_mul(factor).and_then(|v| Self::from_base(v).ok())
    }

    /// `basis_points` ten-thousandths of this amount, rounded up (the fee rule of the exchange).
    ///
    /// ```
    /// use quarry_primitives::Amount;
    /// assert_eq!(Amount::of(101).basis_points_up(300), Some(Amount::of(4)));
    /// ```
    #[must_use]
    pub fn basis_points_up(self, basis_points: u16) -> Option<Self> {
        let scaled = u128::from(self.to_base()) * u128::from(basis_points);
        u64::try_from(scaled.div_ceil(10_000)).ok().and_then(|v| Self::from_base(v).ok())
    }

    /// Reads a decimal number of coins, like `1.5`.
    ///
    /// # Errors
    /// [`AmountError::NotANumber`] or [`AmountError::TooLarge`].
    pub fn from_coin_str(text: &str) -> Result<Self, AmountError> {
        let bad = || AmountError::NotANumber(text.to_owned());
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 8 || whole.len() > 12 {
            return Err(bad());
        }
        let whole: u128 = whole.parse().map_err(|_| bad())?;
        let part: u128 = format!("{part:0<8}").parse().map_err(|_| bad())?;
        let units = whole * u128::from(COIN) + part;
        u64::try_from(units)
            .ok()
            .and_then(|v| Self::from_base(v).ok())
            .ok_or(AmountError::TooLarge(units))
    }

    /// Writes the amount as coins with eight decimals, like `1.50000000`.
    #[must_use]
    pub fn to_coin_string(self) -> String {
        format!("{}.{:08}", self.to_base() / COIN, self.to_base() % COIN)
    }
}

impl core::fmt::Debug for Amount {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}u", self.to_base())
    }
}

impl core::fmt::Display for Amount {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.to_base().fmt(f)
    }
}

impl core::iter::Sum<Amount> for Option<Amount> {
    fn sum<I: Iterator<Item = Amount>>(mut iter: I) -> Self {
        iter.try_fold(Amount::ZERO, Amount::checked_add)
    }
}

impl From<Amount> for bitcoin::Amount {
    fn from(a: Amount) -> Self {
        Self::from_sat(a.to_base())
    }
}

impl TryFrom<bitcoin::Amount> for Amount {
    type Error = AmountError;
    fn try_from(a: bitcoin::Amount) -> Result<Self, AmountError> {
        Self::from_base(a.to_sat())
    }
}

impl TryFrom<u64> for Amount {
    type Error = AmountError;
    fn try_from(units: u64) -> Result<Self, AmountError> {
        Self::from_base(units)
    }
}

/// JSON form: the integer number of base units.
impl Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_u64(self.to_base())
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::from_base(u64::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_hold() {
        assert!(Amount::from_base(MAX_MONEY + 1).is_err());
        assert_eq!(Amount::MAX.checked_add(Amount::of(1)), None);
        assert_eq!(Amount::MAX.checked_mul(2), None);
        assert!(serde_json::from_str::<Amount>("2100000000000001").is_err());
        assert!(serde_json::from_str::<Amount>("-1").is_err());
        assert!(serde_json::from_str::<Amount>("1.5").is_err());
    }

    #[test]
    fn coins_round_trip() {
        for (text, units) in [("0.00000001", 1), ("21000000", MAX_MONEY), ("1.5", 150_000_000)] {
            let a = Amount::from_coin_str(text).unwrap();
            assert_eq!(a.to_base(), units);
            assert_eq!(Amount::from_coin_str(&a.to_coin_string()), Ok(a));
        }
        for bad in
            ["", ".", "1.", ".5", "1.123456789", "-1", "+1", "1e8", "21000001", "9999999999999"]
        {
            assert!(Amount::from_coin_str(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn fee_rounds_up_and_never_overflows() {
        assert_eq!(Amount::of(1).basis_points_up(300), Some(Amount::of(1)));
        assert_eq!(Amount::ZERO.basis_points_up(300), Some(Amount::ZERO));
        assert_eq!(Amount::of(10_000).basis_points_up(300), Some(Amount::of(300)));
        assert_eq!(Amount::MAX.basis_points_up(u16::MAX), None);
    }
}
