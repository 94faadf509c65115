//! What a transaction pays for the room it takes, compared exactly.
//!
//! Does not know what either number is counted in.

use core::cmp::Ordering;

use quarry_primitives::Amount;

/// A fee per weight. Compared as fractions, so no precision is lost: half the fee for half the
/// weight is equal.
///
/// ```
/// use quarry_chain::FeeRate;
/// use quarry_primitives::Amount;
/// let rate = FeeRate::new(Amount::of(141), 561);
/// assert!(rate > FeeRate::new(Amount::of(140), 561));
/// assert_eq!(rate, FeeRate::new(Amount::of(282), 1122));
/// assert_eq!(rate.per_kvb(), 1005);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FeeRate {
    fee: u64,
    weight: u64,
}

impl FeeRate {
    /// A fee for a weight. No weight counts as 1.
    #[must_use]
    pub fn new(fee: Amount, weight: u64) -> Self {
        Self { fee: fee.to_base(), weight: weight.max(1) }
    }

    /// The fee in base units for 1000 virtual bytes (4000 weight units), rounded down.
    #[must_use]
    pub fn per_kvb(self) -> u64 {
        let rate = u128::from(self.fee) * 4_000 / u128::from(self.weight);
        u64::try_from(rate).unwrap_or(u64::MAX)
    }
}

impl Ord for FeeRate {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.fee) * u128::from(other.weight);
        left.cmp(&(u128::from(other.fee) * u128::from(self.weight)))
    }
}

impl PartialOrd for FeeRate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for FeeRate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for FeeRate {}
