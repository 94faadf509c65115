//! A part of a search's space: consecutive nonces, both ends included.
//!
//! Knows no work; whether a range lies in a work's space is asked of the work.

use std::fmt;

/// Consecutive nonces `first..=last`: never empty, and able to end at `u64::MAX`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct PositionRange {
    first: u64,
    last: u64,
}

impl PositionRange {
    /// The range from `first` to `last`, both included; `None` if `first` is above `last`.
    ///
    /// ```
    /// use quarry_pow::PositionRange;
    /// assert_eq!(PositionRange::new(7, 9).map(|range| range.count()), Some(3));
    /// assert_eq!(PositionRange::new(9, 7), None);
    /// ```
    #[must_use]
    pub const fn new(first: u64, last: u64) -> Option<Self> {
        if first <= last { Some(Self { first, last }) } else { None }
    }

    /// The range from zero to `last`, included.
    pub(crate) const fn up_to(last: u64) -> Self {
        Self { first: 0, last }
    }

    /// The lowest nonce.
    #[must_use]
    pub const fn first(&self) -> u64 {
        self.first
    }

    /// The highest nonce.
    #[must_use]
    pub const fn last(&self) -> u64 {
        self.last
    }

    /// How many nonces there are: 1 to 2^64, hence the wide type.
    #[must_use]
    pub const fn count(&self) -> u128 {
        (self.last - self.first) as u128 + 1
    }

    /// Whether every nonce of `other` is in this range too.
    #[must_use]
    pub const fn contains(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether a position is in this range.
    #[must_use]
    pub const fn contains_position(&self, position: u64) -> bool {
        self.first <= position && position <= self.last
    }

    /// Cuts the range into `parts` disjoint ranges in ascending order that together are this range.
    ///
    /// Their sizes differ by one at most. Fewer come back if there are fewer nonces than parts; no
    /// part (0) is taken as one.
    ///
    /// ```
    /// use quarry_pow::PositionRange;
    /// let range = PositionRange::new(0, 9).unwrap();
    /// let lasts: Vec<u64> = range.split(3).iter().map(|part| part.last()).collect();
    /// assert_eq!(lasts, [3, 6, 9]);
    /// ```
    #[must_use]
    pub fn split(&self, parts: usize) -> Vec<Self> {
        let parts = (parts.max(1) as u128).min(self.count());
        let (size, longer) = (self.count() / parts, self.count() % parts);
        // Offsets, so that the end of the last part (one past `u64::MAX` at worst) is never
        // written.
        let start = |part: u128| part * size + part.min(longer);
        (0..parts).map(|part| self.between(start(part), start(part + 1) - 1)).collect()
    }

    /// The nonces at the offsets `first..=last` from this range's first; both must lie inside.
    pub(crate) fn between(&self, first: u128, last: u128) -> Self {
        debug_assert!(first <= last && last < self.count());
        Self { first: self.at(first), last: self.at(last) }
    }

    /// The nonce at an offset that lies inside.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the offset is below count(), so the sum fits"
    )]
    const fn at(&self, offset: u128) -> u64 {
        (self.first as u128 + offset) as u64
    }
}

impl fmt::Display for PositionRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..={}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_whole_space_has_its_count_and_splits() {
        let all = PositionRange::new(0, u64::MAX).unwrap();
        assert_eq!(all.count(), 1 << 64);
        let halves = all.split(2);
        assert_eq!(
            halves,
            [PositionRange::new(0, u64::MAX / 2), PositionRange::new(1 << 63, u64::MAX)]
                .map(Option::unwrap)
        );
        assert_eq!(all.split(0), [all]);
    }

    proptest! {
        #[test]
        fn parts_cover_the_range_once(first: u64, span in 0u64..10_000, parts in 1usize..300) {
            let range = PositionRange::new(first, first.saturating_add(span)).unwrap();
            let cut = range.split(parts);
            prop_assert_eq!(cut.len() as u128, range.count().min(parts as u128));
            prop_assert_eq!(cut[0].first(), range.first());
            prop_assert_eq!(cut[cut.len() - 1].last(), range.last());
            for pair in cut.windows(2) {
                prop_assert_eq!(pair[0].last() + 1, pair[1].first());
            }
            let sizes: Vec<u128> = cut.iter().map(PositionRange::count).collect();
            prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
        }
    }
}
