//! Targets against Bitcoin Core's published vectors and against their definitions.

use proptest::prelude::*;

use super::*;

/// A target from the low 64 bits of its number.
fn small(number: u64) -> Target {
    let mut bytes = [0; 32];
    bytes[24..].copy_from_slice(&number.to_be_bytes());
    Target(bytes)
}

/// Bitcoin Core, `src/test/arith_uint256_tests.cpp`, `bignum_SetCompact`.
#[test]
fn compact_vectors_of_bitcoin_core() {
    let zero = [
        0,
        0x0012_3456,
        0x0100_3456,
        0x0200_0056,
        0x0300_0000,
        0x0400_0000,
        0x0092_3456,
        0x0180_3456,
        0x0280_0056,
        0x0380_0000,
        0x0480_0000,
    ];
    for compact in zero {
        assert_eq!(Target::from_compact(compact), Err(TargetError::Zero(compact)), "{compact:#x}");
    }
    for compact in [0x01fe_dcba, 0x0492_3456] {
        assert_eq!(Target::from_compact(compact), Err(TargetError::Negative(compact)));
    }
    assert_eq!(Target::from_compact(0xff12_3456), Err(TargetError::Overflow(0xff12_3456)));
    let good = [
        (0x0112_3456, 0x12),
        (0x0212_3456, 0x1234),
        (0x0312_3456, 0x12_3456),
        (0x0412_3456, 0x1234_5600),
        (0x0500_9234, 0x9234_0000),
    ];
    for (compact, number) in good {
        assert_eq!(Target::from_compact(compact), Ok(small(number)), "{compact:#x}");
    }
    let shown = Target::from_compact(0x2012_3456).unwrap().to_string();
    assert_eq!(shown, format!("123456{}", "0".repeat(58)));
}

/// The edges of the overflow test: one, two and three mantissa bytes at the top of 256 bits.
#[test]
fn compact_overflow_is_exact() {
    assert_eq!(Target::from_compact(0x2200_00ff).unwrap().zero_bits(), 0);
    assert_eq!(Target::from_compact(0x2100_ffff).unwrap().zero_bits(), 0);
    assert_eq!(Target::from_compact(0x207f_ffff).unwrap().zero_bits(), 1);
    for compact in [0x2300_00ff, 0x2200_0100, 0x2101_0000] {
        assert_eq!(Target::from_compact(compact), Err(TargetError::Overflow(compact)));
    }
}

#[test]
fn zero_bits_there_and_back() {
    for bits in 0..=255 {
        let target = Target::from_zero_bits(bits).unwrap();
        assert_eq!(target.zero_bits(), bits);
        // Exact: a power of two.
        assert_eq!(target.probability(), 0.5f64.powi(bits.into()));
    }
    assert_eq!(Target::from_zero_bits(0), Ok(Target::MAX));
    assert_eq!(Target::from_zero_bits(256), Err(TargetError::TooManyZeroBits(256)));
    assert_eq!(small(0).zero_bits(), 256);
}

#[test]
fn probability_at_both_ends() {
    assert_eq!(Target::MAX.probability(), 1.0);
    assert_eq!(Target::MAX.expected_hashes(), 1.0);
    assert_eq!(small(0).probability(), 0.5f64.powi(256));
    // Difficulty 1 takes 2^48 / 0xffff hashes, but for less than one in 2^200.
    let expected = Target::from_compact(0x1d00_ffff).unwrap().expected_hashes();
    assert!((expected / (2f64.powi(48) / 65535.0) - 1.0).abs() < 1e-12);
}

#[test]
fn the_bound_itself_meets_the_target() {
    let target = small(1000);
    assert!(target.is_met_by(&HashValue::from_be_bytes(small(1000).0)));
    assert!(!target.is_met_by(&HashValue::from_be_bytes(small(1001).0)));
}

proptest! {
    #[test]
    fn order_is_that_of_the_number(a: [u8; 32], b: [u8; 32]) {
        prop_assert_eq!(Target(a) < Target(b), a < b);
        prop_assert_eq!(Target(a).is_met_by(&HashValue::from_be_bytes(b)), b <= a);
        prop_assert_eq!(Target::from_be_bytes(a).to_be_bytes(), a);
    }

    /// Bitcoin Core's arithmetic, written as it is there for numbers of 64 bits.
    #[test]
    fn compact_is_a_shifted_mantissa(mantissa in 1u32..0x80_0000, size in 0u32..9) {
        let shift = 8 * (i64::from(size) - 3);
        let number = if shift < 0 { u64::from(mantissa) >> -shift } else { u64::from(mantissa) << shift };
        let compact = size << 24 | mantissa;
        let expected = if number == 0 { Err(TargetError::Zero(compact)) } else { Ok(small(number)) };
        prop_assert_eq!(Target::from_compact(compact), expected);
    }
}
