//! Stratum's measure of a target: how many times harder it is than the easiest target that Bitcoin's
//! main chain allows, `0xffff << 208`. A share of difficulty 1 takes about 2^32 hashes.
//!
//! Does not know who asks for which difficulty.

use quarry_pow::Target;

/// A difficulty: finite and above zero, fractions included, as pools for processors give them out.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
pub struct Difficulty(f64);

/// The words of difficulty 1, as a power of two: `0xffff << 208`.
const ONE_MANTISSA: f64 = 65_535.0;
const ONE_SHIFT: u32 = 208;
/// 2^32, which is right to one part in 65,536.
const HASHES_OF_ONE: f64 = 4_294_967_296.0;

impl Difficulty {
    /// 2^32 hashes, near enough.
    pub const ONE: Self = Self(1.0);

    /// A difficulty; `None` for zero, less, and what is no number.
    #[must_use]
    pub fn new(difficulty: f64) -> Option<Self> {
        (difficulty.is_finite() && difficulty > 0.0).then_some(Self(difficulty))
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }

    /// Hashes that it takes on average, near enough.
    #[must_use]
    pub fn hashes(self) -> f64 {
        self.0 * HASHES_OF_ONE
    }

    /// The highest target of this difficulty; [`Target::MAX`] for one that is easier than any. Right to
    /// the 53 bits of the number.
    #[must_use]
    pub fn target(self) -> Target {
        let mut mantissa = ONE_MANTISSA / self.0;
        let mut shift = ONE_SHIFT;
        // Makes the mantissa a whole number of 53 bits at most, which it is without loss.
        while mantissa < TWO_52 && shift > 0 {
            mantissa *= 2.0;
            shift -= 1;
        }
        while mantissa >= TWO_52 * 2.0 {
            mantissa /= 2.0;
            shift += 1;
            if shift > u256_shift_limit() {
                return Target::MAX;
            }
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "below 2^53 and not negative"
        )]
        let mantissa = mantissa as u64;
        shifted(mantissa, shift)
    }

    /// The difficulty of a target, for people and for shares; infinite only for a target of zero,
    /// which counts as the hardest there is.
    #[must_use]
    pub fn of_target(target: Target) -> Self {
        let value = target
            .to_be_bytes()
            .iter()
            .fold(0.0f64, |value, byte| value * 256.0 + f64::from(*byte));
        let one = ONE_MANTISSA * 2.0f64.powi(208);
        Self(if value > 0.0 { one / value } else { one })
    }
}

const TWO_52: f64 = 4_503_599_627_370_496.0;

/// Beyond this a number of 53 bits does not fit 256.
const fn u256_shift_limit() -> u32 {
    256 - 53
}

/// A number of 53 bits at most, moved up; it fits.
fn shifted(mantissa: u64, shift: u32) -> Target {
    let mut bytes = [0; 32];
    let wide = u128::from(mantissa) << (shift % 8);
    let low = (shift / 8) as usize;
    for (place, byte) in wide.to_le_bytes().into_iter().enumerate() {
        if let Some(slot) = 31usize.checked_sub(low + place).and_then(|at| bytes.get_mut(at)) {
            *slot = byte;
        }
    }
    Target::from_be_bytes(bytes)
}

impl core::fmt::Display for Difficulty {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(difficulty: f64) -> String {
        hex::encode(Difficulty::new(difficulty).unwrap().target().to_be_bytes())
    }

    #[test]
    fn powers_of_two_are_exact() {
        let one = format!("00000000ffff{}", "0".repeat(52));
        assert_eq!(hex(1.0), one);
        assert_eq!(hex(0.5), format!("00000001fffe{}", "0".repeat(52)));
        assert_eq!(hex(65_536.0), format!("000000000000ffff{}", "0".repeat(48)));
        assert_eq!(hex(1.0 / 65_536.0), format!("0000ffff{}", "0".repeat(56)));
        assert_eq!(
            Difficulty::new(1.0).unwrap().target(),
            Target::from_compact(0x1d00_ffff).unwrap()
        );
    }

    #[test]
    fn the_ends_are_targets_too() {
        assert_eq!(Difficulty::new(1e-300).unwrap().target(), Target::MAX);
        assert_eq!(Difficulty::new(1e300).unwrap().target().to_be_bytes(), [0; 32]);
        assert!(
            [0.0, -1.0, f64::NAN, f64::INFINITY]
                .into_iter()
                .all(|no| Difficulty::new(no).is_none())
        );
    }

    #[test]
    fn a_target_has_the_difficulty_it_was_made_from() {
        for difficulty in [1e-9, 0.001, 0.1, 1.0, 3.0, 16_384.0, 1e6, 1.234e14] {
            let made = Difficulty::of_target(Difficulty::new(difficulty).unwrap().target()).get();
            assert!((made / difficulty - 1.0).abs() < 1e-9, "{difficulty} {made}");
        }
    }
}
