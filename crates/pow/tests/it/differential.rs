//! Every backend against the definition: a candidate is a nonce whose hash, as `Work::hash` gives
//! it, has its top 32 bits at or below those of the target.

use std::sync::Arc;

use proptest::prelude::*;
use quarry_pow::*;

use crate::{candidates, range};

fn top_word(bytes: [u8; 32]) -> u32 {
    u32::from_be_bytes(bytes[..4].try_into().unwrap())
}

/// What the contract asks for.
fn expected(work: &Work, range: PositionRange) -> Vec<u64> {
    let bound = top_word(work.target().to_be_bytes());
    (range.first()..=range.last())
        .filter(|&nonce| top_word(work.hash(nonce).to_be_bytes()) <= bound)
        .collect()
}

pub(crate) fn assert_agree(work: &Work, range: PositionRange) {
    let expected = expected(work, range);
    for backend in backends() {
        let found = candidates(backend, work, range);
        assert_eq!(found, expected, "{} on {work:?} over {range}", backend.name());
    }
}

fn data(len: usize, offset: usize, width: NonceWidth, target: Target) -> Work {
    let bytes = (0..len).map(|at| at.to_le_bytes()[0].wrapping_mul(37)).collect();
    let field = NonceField { offset, width, endian: Endian::Big };
    Work::data(bytes, field, HashOrder::Digest, target).unwrap()
}

#[test]
fn headers_at_every_start_and_length() {
    let work = Work::header(
        std::array::from_fn(|at| at.to_le_bytes()[0]),
        Target::from_zero_bits(3).unwrap(),
    );
    for len in 1..=40 {
        for first in [0, 1, 2, 3, 0xffff_fffe - len, 0xffff_ffff - (len - 1)] {
            assert_agree(&work, range(first, first + len - 1));
        }
    }
}

#[test]
fn wide_nonces_at_every_start_and_length() {
    let target = Target::from_zero_bits(3).unwrap();
    let work = Work::data_with_appended_nonce(b"hello", NonceWidth::U64, Endian::Big, target);
    let work = work.unwrap();
    for len in 1..=40 {
        // Also across 2^32, where a kernel that keeps half the nonce would go wrong.
        for first in [0, 1, 2, (1 << 32) - len / 2, u64::MAX - len, u64::MAX - (len - 1)] {
            assert_agree(&work, range(first, first + (len - 1)));
        }
    }
}

/// Every place of the nonce relative to words, blocks and the padding.
#[test]
fn every_offset_in_three_blocks() {
    let target = Target::from_zero_bits(1).unwrap();
    for width in [NonceWidth::U32, NonceWidth::U64] {
        for offset in 0..=136 {
            for behind in [0, 1, 60] {
                let work = data(offset + width.bytes() + behind, offset, width, target);
                assert_agree(&work, range(0x7fff_fffd, 0x8000_0001));
            }
        }
    }
}

/// The place of a header's nonce in data that is no header: both endians, with and without a block
/// before it, the padding behind it and not.
#[test]
fn a_header_s_place_in_other_data() {
    for endian in [Endian::Little, Endian::Big] {
        for (len, offset) in [(16, 12), (55, 12), (56, 12), (80, 76), (119, 76), (144, 140)] {
            let field = NonceField { offset, width: NonceWidth::U32, endian };
            let target = Target::from_zero_bits(2).unwrap();
            for order in [HashOrder::Bitcoin, HashOrder::Digest] {
                let work = Work::data(vec![0xc5; len], field, order, target).unwrap();
                assert_agree(&work, range(0xffff_ff00, 0xffff_ffff));
            }
        }
    }
}

/// The pre-test itself: no bits, part of the top word, all of it, and more than it.
#[test]
fn every_size_of_target() {
    for bits in [0, 1, 7, 8, 15] {
        let target = Target::from_zero_bits(bits).unwrap();
        assert_agree(&data(90, 70, NonceWidth::U32, target), range(100, 2000));
        assert_agree(&Work::header([3; 80], target), range(100, 2000));
    }
    // A bound exactly at a hash's top word, and one below it.
    let header = [9; 80];
    let hash = Work::header(header, Target::MAX).hash(77).to_be_bytes();
    assert_agree(&Work::header(header, Target::from_be_bytes(hash)), range(60, 99));
    let mut below = [0xff; 32];
    below[..4].copy_from_slice(&(top_word(hash) - 1).to_be_bytes());
    assert_agree(&Work::header(header, Target::from_be_bytes(below)), range(60, 99));
    // Only the hash zero meets the target zero; its top word is met once in 2^32 nonces.
    let zero = Work::header(header, Target::from_be_bytes([0; 32]));
    assert_agree(&zero, range(0, 999));
}

#[test]
fn a_scan_stops_when_it_is_told() {
    let work = Work::header([5; 80], Target::MAX);
    for backend in backends() {
        let mut seen = Vec::new();
        let end = backend.scanner().scan(
            &Arc::new(Prepared::new(work.clone())),
            range(10, 99),
            &mut |nonce| {
                seen.push(nonce);
                if nonce == 14 {
                    std::ops::ControlFlow::Break(())
                } else {
                    std::ops::ControlFlow::Continue(())
                }
            },
        );
        assert!(end.is_break());
        assert_eq!(seen, [10, 11, 12, 13, 14], "{}", backend.name());
    }
}

fn works() -> impl Strategy<Value = Work> {
    let width = prop_oneof![Just(NonceWidth::U32), Just(NonceWidth::U64)];
    let endian = prop_oneof![Just(Endian::Little), Just(Endian::Big)];
    let order = prop_oneof![Just(HashOrder::Bitcoin), Just(HashOrder::Digest)];
    let bytes = prop::collection::vec(any::<u8>(), 8..400);
    (bytes, width, endian, order, any::<prop::sample::Index>(), any::<[u8; 32]>()).prop_map(
        |(bytes, width, endian, order, offset, target)| {
            let offset = offset.index(bytes.len() - width.bytes() + 1);
            let field = NonceField { offset, width, endian };
            Work::data(bytes, field, order, Target::from_be_bytes(target)).unwrap()
        },
    )
}

proptest! {
    #[test]
    fn any_data_any_field_any_target(work in works(), first: u64, len in 1u64..40) {
        let last = work.space().last();
        let first = (first & last).min(last - (len - 1));
        assert_agree(&work, range(first, first + (len - 1)));
    }

    /// A target made from a nonce's own hash, so that the hit is on the bound.
    #[test]
    fn a_hit_on_the_bound_is_a_candidate(work in works(), nonce: u64) {
        let nonce = nonce & work.space().last();
        let target = Target::from_be_bytes(work.hash(nonce).to_be_bytes());
        let work =
            Work::data(work.template().to_vec(), work.field().unwrap(), work.order(), target).unwrap();
        prop_assert!(work.check(nonce));
        for backend in backends() {
            prop_assert_eq!(candidates(backend, &work, range(nonce, nonce)), [nonce]);
        }
    }
}
