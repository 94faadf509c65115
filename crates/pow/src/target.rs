//! Targets: the number a hash must not exceed, and what it costs to get there.
//!
//! Knows Bitcoin's compact form because headers carry it; knows no limit that a chain sets on it.

use std::fmt;

use thiserror::Error;

use crate::hash::{HashValue, leading_zero_bits, write_hex};

/// A 256-bit number that a hash has to be equal to or below.
///
/// Ordered and shown as the number: a larger target is easier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target([u8; 32]);

/// Why a number names no target.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum TargetError {
    /// More zero bits asked for than any hash but one can have.
    #[error("{0} zero bits: at most 255 can be asked for")]
    TooManyZeroBits(u16),
    /// The compact form's sign bit is set.
    #[error("compact target {0:#010x} is negative")]
    Negative(u32),
    /// The compact form stands for zero.
    #[error("compact target {0:#010x} is zero")]
    Zero(u32),
    /// The compact form stands for a number above 256 bits.
    #[error("compact target {0:#010x} exceeds 256 bits")]
    Overflow(u32),
}

impl Target {
    /// The easiest target: every hash meets it.
    pub const MAX: Self = Self([0xff; 32]);

    /// A target from its big-endian bytes. Any number is one; zero is met by the hash zero only.
    #[must_use]
    pub const fn from_be_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The big-endian bytes.
    #[must_use]
    pub const fn to_be_bytes(self) -> [u8; 32] {
        self.0
    }

    /// The target met by exactly the hashes with at least `bits` leading zero bits:
    /// 2^(256 - bits) - 1.
    ///
    /// # Errors
    /// [`TargetError::TooManyZeroBits`] above 255.
    ///
    /// ```
    /// use quarry_pow::Target;
    /// assert_eq!(Target::from_zero_bits(28)?.expected_hashes(), (1u64 << 28) as f64);
    /// # Ok::<(), quarry_pow::TargetError>(())
    /// ```
    pub fn from_zero_bits(bits: u16) -> Result<Self, TargetError> {
        if bits > 255 {
            return Err(TargetError::TooManyZeroBits(bits));
        }
        let (whole, part) = (usize::from(bits / 8), bits % 8);
        let mut bytes = [0xff; 32];
        bytes[..whole].fill(0);
        bytes[whole] >>= part;
        Ok(Self(bytes))
    }

    /// The target of a header's compact field (nBits): a base-256 floating-point number of one
    /// exponent byte, a sign bit and 23 bits of mantissa.
    ///
    /// The arithmetic and the three refusals are those of Bitcoin Core's
    /// `arith_uint256::SetCompact` and `DeriveTarget`, but for the chain's own limit, which is the
    /// chain's to check.
    ///
    /// # Errors
    /// [`TargetError::Negative`], [`TargetError::Zero`] or [`TargetError::Overflow`].
    ///
    /// ```
    /// use quarry_pow::Target;
    /// assert_eq!(Target::from_compact(0x1d00ffff)?.zero_bits(), 32);
    /// # Ok::<(), quarry_pow::TargetError>(())
    /// ```
    pub fn from_compact(compact: u32) -> Result<Self, TargetError> {
        let [exponent, mantissa @ ..] = compact.to_be_bytes();
        let size = usize::from(exponent);
        let [high, mid, low] = [mantissa[0] & 0x7f, mantissa[1], mantissa[2]];
        // The mantissa's bytes end at the number's byte `size`, counted from its least significant
        // end: the byte at `size - 1` is the high one. Bytes below zero are cut off, bytes from 32
        // on must be zero.
        let mut number = [0; 32];
        let mut lost = false;
        for (from_top, byte) in [high, mid, low].into_iter().enumerate() {
            match size.checked_sub(1 + from_top) {
                Some(place) if place < 32 => number[31 - place] = byte,
                Some(_) => lost |= byte != 0,
                None => {}
            }
        }
        let nonzero = lost || number != [0; 32];
        if nonzero && mantissa[0] & 0x80 != 0 {
            Err(TargetError::Negative(compact))
        } else if lost {
            Err(TargetError::Overflow(compact))
        } else if !nonzero {
            Err(TargetError::Zero(compact))
        } else {
            Ok(Self(number))
        }
    }

    /// Whether a hash is equal to or below the target.
    #[must_use]
    pub fn is_met_by(&self, hash: &HashValue) -> bool {
        hash.to_be_bytes() <= self.0
    }

    /// The chance that one hash meets the target: (target + 1) / 2^256, above 0 and at most 1, to
    /// the precision of `f64`.
    #[must_use]
    pub fn probability(&self) -> f64 {
        // From the least significant byte up, so that small terms are not lost in large ones.
        let above_one = self.0.iter().rev().fold(1.0, |carry: f64, &byte| {
            // Each step is (carry + byte) / 256: after 32 steps (target + 1) / 2^256.
            (carry + f64::from(byte)) / 256.0
        });
        above_one.min(1.0)
    }

    /// Hashes that a search needs on average: 1 / [`probability`](Self::probability).
    #[must_use]
    pub fn expected_hashes(&self) -> f64 {
        1.0 / self.probability()
    }

    /// Leading zero bits that every hash meeting the target has at least, 0 to 256.
    #[must_use]
    pub fn zero_bits(&self) -> u16 {
        leading_zero_bits(&self.0)
    }

    /// The most significant 32 bits, for a kernel's first test.
    pub(crate) const fn top_word(&self) -> u32 {
        u32::from_be_bytes([self.0[0], self.0[1], self.0[2], self.0[3]])
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, f)
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Target({self})")
    }
}

#[cfg(test)]
mod tests;
