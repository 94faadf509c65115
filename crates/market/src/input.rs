//! The input of a nonce unit, and how much work it is.
//!
//! Describes a [`Work`] in plain values that can be written to a log. Whole numbers only: the
//! quantity decides what is paid, so it has to be the same on every machine.

use quarry_pow::{HashFunction, HashOrder, NonceField, Target, Work, WorkError};

/// What a seller of nonce work gets: bytes with a nonce field, and the target of their SHA256d.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NonceInput {
    /// The bytes that are hashed; those of the nonce field mean nothing.
    pub template: Vec<u8>,
    /// Where the nonce lies.
    pub field: NonceField,
    /// How the hash is read.
    pub order: HashOrder,
    /// The number that the hash must not exceed, most significant byte first.
    pub target: [u8; 32],
}

impl NonceInput {
    /// The description of a work; `None` for what is not traded: a header that rolls more than its
    /// nonce, a nonce in decimal digits, another hash than SHA256d.
    #[must_use]
    pub fn from_work(work: &Work) -> Option<Self> {
        let field = work.field().filter(|_| work.function() == HashFunction::Sha256d)?;
        Some(Self {
            template: work.template().to_vec(),
            field,
            order: work.order(),
            target: work.target().to_be_bytes(),
        })
    }

    /// The work that is described.
    ///
    /// # Errors
    /// If the nonce field is not within the template, or the template is too long.
    pub fn to_work(&self) -> Result<Work, WorkError> {
        let target = Target::from_be_bytes(self.target);
        Work::data(self.template.clone(), self.field, self.order, target)
    }

    /// How much work it is on average, in units of 2^32 hashes, rounded up:
    /// ceil(min(1/p, space) / 2^32), with p = (target + 1) / 2^256; at least 1.
    ///
    /// ```
    /// use quarry_market::NonceInput;
    /// use quarry_pow::{Target, Work};
    /// let work = Work::header([0; 80], Target::from_compact(0x1d00ffff)?);
    /// assert_eq!(NonceInput::from_work(&work).map(|input| input.quantity()), Some(1));
    /// # Ok::<(), quarry_pow::TargetError>(())
    /// ```
    #[must_use]
    pub fn quantity(&self) -> u64 {
        // ceil(min(a, b) / c) = min(ceil(a / c), ceil(b / c)), and ceil(1/p / 2^32) is the smallest
        // q with q (target + 1) >= 2^224. The space bounds q by 2^32, so halving finds it in 32
        // exact steps.
        // ceil((max + 1) / 2^32), without max + 1, which may be 2^64.
        let most = (self.field.width.max() >> 32) + 1;
        let (mut low, mut high) = (1, most);
        while low < high {
            let middle = low + (high - low) / 2;
            if reaches_2_pow_224(middle, &self.target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

/// Whether `factor * (target + 1) >= 2^224`, exactly.
fn reaches_2_pow_224(factor: u64, target: &[u8; 32]) -> bool {
    // factor * target + factor, in 32-bit limbs from the least significant.
    let mut carry = u128::from(factor);
    let mut reached = false;
    for (place, limb) in target.rchunks_exact(4).enumerate() {
        let limb = u32::from_be_bytes([limb[0], limb[1], limb[2], limb[3]]);
        let sum = u128::from(limb) * u128::from(factor) + carry;
        // Limb 7 has the weight 2^224.
        reached |= place == 7 && sum > 0;
        carry = sum >> 32;
    }
    reached
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quarry_pow::{Endian, NonceWidth};

    use super::*;

    fn quantity(width: NonceWidth, target: Target) -> u64 {
        let field = NonceField { offset: 0, width, endian: Endian::Big };
        let template = vec![0; 8];
        let target = target.to_be_bytes();
        NonceInput { template, field, order: HashOrder::Digest, target }.quantity()
    }

    #[test]
    fn quantity_at_the_edges() {
        let bits = |n| Target::from_zero_bits(n).unwrap();
        let wide = NonceWidth::U64;
        assert_eq!(quantity(wide, Target::MAX), 1);
        assert_eq!(quantity(wide, bits(32)), 1);
        assert_eq!(quantity(wide, bits(33)), 2);
        assert_eq!(quantity(wide, bits(40)), 256);
        assert_eq!(quantity(wide, bits(64)), 1 << 32);
        // The space is the bound from here on.
        assert_eq!(quantity(wide, bits(65)), 1 << 32);
        assert_eq!(quantity(wide, Target::from_be_bytes([0; 32])), 1 << 32);
        assert_eq!(quantity(NonceWidth::U32, bits(200)), 1);
        // One below 2^224 - 1 is already a little more than 2^32 hashes.
        let mut below = bits(32).to_be_bytes();
        below[31] = 0xfe;
        assert_eq!(quantity(wide, Target::from_be_bytes(below)), 2);
    }

    #[test]
    fn input_describes_the_work() {
        let work = Work::header([7; 80], Target::from_compact(0x1d00_ffff).unwrap());
        let input = NonceInput::from_work(&work).unwrap();
        assert_eq!(input.to_work().unwrap(), work);
        let outside = NonceInput { template: vec![0; 79], ..input };
        assert!(outside.to_work().is_err());
    }

    proptest! {
        /// Against division in 128 bits, for targets whose low 128 bits are ones.
        #[test]
        fn quantity_is_the_quotient(high in 0u128..1 << 96) {
            let mut target = [0xff; 32];
            target[..16].copy_from_slice(&high.to_be_bytes());
            // target + 1 = (high + 1) 2^128, so 2^224 / (target + 1) = 2^96 / (high + 1).
            let exact = (1u128 << 96).div_ceil(high + 1).clamp(1, 1 << 32);
            let got = quantity(NonceWidth::U64, Target::from_be_bytes(target));
            prop_assert_eq!(u128::from(got), exact);
        }
    }
}
