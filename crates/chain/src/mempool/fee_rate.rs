//! What a transaction pays for the room it takes, compared exactly.
//!
//! Does not know what either number is counted in.

use core::cmp::Ordering;

use quarry_primitives::Amount;

/// A fee per size in virtual bytes. Compared as fractions, so no precision is lost: half the fee
/// for half the size is equal. A fee may be negative: an operator can push a transaction back.
///
/// ```
/// use quarry_chain::FeeRate;
/// use quarry_primitives::Amount;
/// let rate = FeeRate::new(Amount::of(141), 140);
/// assert!(rate > FeeRate::new(Amount::of(140), 140));
/// assert_eq!(rate, FeeRate::new(Amount::of(282), 280));
/// assert_eq!(rate.per_kvb(), 1007);
/// assert_eq!(rate.to_string(), "0.00001007 BTC/kvB");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FeeRate {
    fee: i64,
    size: u64,
}

impl FeeRate {
    /// A fee for so many virtual bytes. No size counts as 1.
    #[must_use]
    pub fn new(fee: Amount, vsize: u64) -> Self {
        Self::signed(fee.to_base().cast_signed(), vsize)
    }

    /// The same of a fee that may be negative, in base units.
    #[must_use]
    pub fn signed(fee: i64, vsize: u64) -> Self {
        Self { fee, size: vsize.max(1) }
    }

    /// The fee in base units for 1000 virtual bytes, rounded down.
    #[must_use]
    pub fn per_kvb(self) -> i64 {
        let rate = (i128::from(self.fee) * 1_000).div_euclid(i128::from(self.size));
        i64::try_from(rate).unwrap_or(if rate < 0 { i64::MIN } else { i64::MAX })
    }
}

/// What so many virtual bytes cost at a rate in base units per 1000 of them, rounded up
/// (`CFeeRate::GetFee`).
#[must_use]
pub(crate) fn fee_for(rate_per_kvb: u64, vsize: u64) -> i64 {
    let fee = (u128::from(rate_per_kvb) * u128::from(vsize)).div_ceil(1_000);
    i64::try_from(fee).unwrap_or(i64::MAX)
}

/// As Core writes it: the rate for 1000 virtual bytes in whole coins.
impl core::fmt::Display for FeeRate {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let rate = self.per_kvb();
        let (coins, rest) = (rate / 100_000_000, rate % 100_000_000);
        let sign = if rate < 0 && coins == 0 { "-" } else { "" };
        write!(f, "{sign}{coins}.{:08} BTC/kvB", rest.abs())
    }
}

impl Ord for FeeRate {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = i128::from(self.fee) * i128::from(other.size);
        left.cmp(&(i128::from(other.fee) * i128::from(self.size)))
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
