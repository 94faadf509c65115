//! Headers that roll their version and their coinbase's extranonce, by every backend, against the
//! definition.

use proptest::prelude::*;
use quarry_pow::*;

use crate::differential::assert_agree;
use crate::range;

fn header(seed: u8) -> [u8; 80] {
    std::array::from_fn(|at| at.to_le_bytes()[0].wrapping_mul(37).wrapping_add(seed))
}

fn bits(bits: u16) -> Target {
    Target::from_zero_bits(bits).unwrap()
}

fn rolling(mask: u32, extranonce: Option<Extranonce>, target: Target) -> Work {
    Work::rolling_header(header(1), VersionMask::new(mask), extranonce, target)
}

fn coinbase(width: usize) -> Extranonce {
    Extranonce::new(vec![0xcb; 120], 45, width, vec![[7; 32], [8; 32]]).unwrap()
}

/// Every count of rolling bits: too few to share a nonce, fewer than a version block, one block,
/// many; with bits that are not neighbours.
#[test]
fn every_mask_at_the_edges_of_nonces_and_blocks() {
    for count in 1..=32 {
        let mask = (0..count).fold(0u32, |mask, bit| mask | 1 << (bit * 7 % 32));
        assert_eq!(mask.count_ones(), count);
        let work = rolling(mask, None, bits(3));
        let last = work.space().last();
        let block = 1u64 << (32 + if count < 5 { 0 } else { count.min(7) });
        let starts = [0, 1, 127, 128, 1000, block - 130, (block - 3).min(last - 300), last - 300];
        for first in starts {
            assert_agree(&work, range(first, (first + 300).min(last)));
        }
    }
}

#[test]
fn every_start_and_length_among_shared_nonces() {
    let work = rolling(0x1fff_e000, None, bits(2));
    for first in 120..=135 {
        for len in [1, 2, 3, 7, 8, 9, 120, 128, 129, 256, 257] {
            assert_agree(&work, range(first, first + len - 1));
        }
    }
}

/// A range over the end of one extranonce and the begin of the next.
#[test]
fn extranonces_follow_one_another() {
    for (mask, width) in [(0, 1), (0, 4), (0, 8), (0x1fff_e000, 2), (0xff, 8)] {
        let work = rolling(mask, Some(coinbase(width)), bits(4));
        let end = 1u64 << (32 + mask.count_ones());
        for first in [end - 100, 3 * end - 250] {
            assert_agree(&work, range(first, first + 400));
        }
        let last = work.space().last();
        assert_agree(&work, range(last - 300, last));
    }
}

/// What a position stands for is what is hashed.
#[test]
fn parts_and_preimage_agree() {
    let extranonce = coinbase(4);
    let work = rolling(0x1fff_e000, Some(extranonce.clone()), Target::MAX);
    for position in [0, 1, 200, 1 << 39, 0x1234_5678_9abc_def0, work.space().last()] {
        let parts = work.parts(position).unwrap();
        let preimage = work.preimage(position);
        assert_eq!(preimage[..4], parts.version.to_le_bytes());
        assert_eq!(preimage[36..68], extranonce.merkle_root(parts.extranonce.unwrap()));
        assert_eq!(preimage[76..], parts.nonce.to_le_bytes());
        assert_eq!(preimage[4..36], header(1)[4..36]);
        assert_eq!(preimage[68..76], header(1)[68..76]);
        // The version's other bits are the template's.
        let template = u32::from_le_bytes(header(1)[..4].try_into().unwrap());
        assert_eq!(parts.version & !0x1fff_e000, template & !0x1fff_e000);
    }
    assert_eq!(Work::header(header(0), Target::MAX).parts(1 << 32), None);
}

/// Block 100,000's coinbase is alone with three more transactions: its Merkle root from the branch.
#[test]
fn the_merkle_root_of_a_real_block() {
    let hash = |reversed: &str| -> [u8; 32] {
        let mut bytes: [u8; 32] = hex::decode(reversed).unwrap().try_into().unwrap();
        bytes.reverse();
        bytes
    };
    let coinbase = hex::decode(
        "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff08044c86041b\
         020602ffffffff0100f2052a010000004341041b0e8c2567c12536aa13357b79a073dc4444acb83c4ec7a0e2f99d\
         d7457516c5817242da796924ca4e99947d087fedf9ce467cb9f7c6287078f801df276fdf84ac00000000",
    )
    .unwrap();
    let first = hash("fff2525b8931402dd09222c50775608f75787bd2b87e56995a7bdd30f79702c4");
    let others = [
        "6359f0868171b1d194cbee1af2f16ea598ae8fad666d9b012c8ed2b79a236ec4",
        "e9a66845e05d5abc0ad04ec80f774a7e585c6e8db975962d069a522137b80c1d",
    ]
    .map(hash);
    let pair = |a: [u8; 32], b: [u8; 32]| -> [u8; 32] {
        use sha2::{Digest as _, Sha256};
        Sha256::digest(Sha256::digest([a, b].as_flattened())).into()
    };
    let extranonce =
        Extranonce::new(coinbase, 48, 2, vec![first, pair(others[0], others[1])]).unwrap();
    // The field is `0602` there.
    let root = extranonce.merkle_root(0x0206);
    let published = hash("f3e94742aca4b5ef85488dc37c06c3282295ffec960994b2c0d5ac2a25a95766");
    let without_branch = Extranonce::new(extranonce.coinbase(0x0206), 48, 2, Vec::new()).unwrap();
    let txid = hash("8c14f0db3df150123e6f3dbbf30f8b955a8249b62ac1d1ff16284aefa3d06d87");
    assert_eq!(without_branch.merkle_root(0x0206), txid);
    assert_eq!(root, published);
}

proptest! {
    #[test]
    fn any_mask_any_range(
        seed: u8, mask: u32, width in 1usize..=8, first: u64, len in 1u64..700, zero_bits in 0u16..9,
    ) {
        let mask = VersionMask::new(mask);
        let work = Work::rolling_header(header(seed), mask, Some(coinbase(width)), bits(zero_bits));
        let last = work.space().last();
        let first = (first & last).min(last - (len - 1));
        assert_agree(&work, range(first, first + (len - 1)));
    }
}
