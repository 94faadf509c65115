//! The space of a search: what may change from hash to hash, as one row of numbers.
//!
//! Every place in it has a *position*, a 64-bit number. For data with a nonce field the position is
//! the nonce. A header may also roll its version (BIP 310, BIP 320) and its coinbase's extranonce;
//! a position then has these bits, the highest first:
//!
//! ```text
//! extranonce | version block | nonce (32) | version in the block (up to 7)
//! ```
//!
//! A version block holds the versions that share the work of one nonce: of the header's second
//! SHA-256 block only the nonce changes, and none of it is the version. So positions that follow one
//! another are cheap together. Knows how positions are numbered; hashes only to make a Merkle root.

use sha2::{Digest as _, Sha256};

use crate::limits::{MAX_DATA_LEN, MAX_MERKLE_BRANCH, VERSION_BLOCK_BITS};
use crate::work::WorkError;

/// Bytes of a block header.
pub(crate) const HEADER_LEN: usize = 80;

/// Fewest rolling bits for which versions share a nonce: with fewer versions than a kernel has lanes,
/// thirty-two at most, lanes would be idle, and one version after the other is faster.
const MIN_SHARED_BITS: u32 = 5;

/// The bits of a header's version field that a search may choose.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct VersionMask(u32);

impl VersionMask {
    /// The sixteen bits that BIP 320 sets aside for miners.
    pub const BIP320: Self = Self(0x1fff_e000);

    /// A mask of at least one bit; `None` for zero, which rolls nothing.
    #[must_use]
    pub const fn new(mask: u32) -> Option<Self> {
        if mask == 0 { None } else { Some(Self(mask)) }
    }

    /// The mask's bits, as in the header's version read as a number.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// How many bits roll, 1 to 32.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// A version with the mask's bits replaced by the lowest bits of `index`, which go to the
    /// mask's bits from the lowest up.
    #[must_use]
    pub const fn apply(self, version: u32, mut index: u32) -> u32 {
        let mut left = self.0;
        let mut bits = 0;
        while left != 0 {
            let lowest = left & left.wrapping_neg();
            if index & 1 != 0 {
                bits |= lowest;
            }
            index >>= 1;
            left ^= lowest;
        }
        version & !self.0 | bits
    }
}

/// A coinbase transaction with a field that a search may choose, and its way to the Merkle root.
///
/// The field is a little-endian number. Where the space has no room for all of it, its lowest bits
/// roll and the others stay as they are in the transaction: searches that differ in these are
/// disjoint.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Extranonce {
    coinbase: Vec<u8>,
    offset: usize,
    width: usize,
    branch: Vec<[u8; 32]>,
}

impl Extranonce {
    /// The field of `width` bytes (1 to 8) at `offset` of a coinbase transaction, serialized
    /// without witness as it is hashed for its txid; `branch` holds the hashes it is paired with on
    /// its way to the root, from the leaves up, in the order in which they are hashed.
    ///
    /// # Errors
    /// [`WorkError::TooLong`] above [`MAX_DATA_LEN`] bytes, [`WorkError::FieldOutside`] if the
    /// field is not wholly inside or has not 1 to 8 bytes, [`WorkError::BranchTooLong`] above
    /// [`MAX_MERKLE_BRANCH`] hashes.
    pub fn new(
        coinbase: Vec<u8>,
        offset: usize,
        width: usize,
        branch: Vec<[u8; 32]>,
    ) -> Result<Self, WorkError> {
        let len = coinbase.len();
        if len > MAX_DATA_LEN {
            return Err(WorkError::TooLong { len });
        }
        if branch.len() > MAX_MERKLE_BRANCH {
            return Err(WorkError::BranchTooLong { hashes: branch.len() });
        }
        let inside = offset.checked_add(width).is_some_and(|end| end <= len);
        if !inside || !(1..=8).contains(&width) {
            return Err(WorkError::FieldOutside { offset, width, len });
        }
        Ok(Self { coinbase, offset, width, branch })
    }

    /// The field's number as it is in the transaction.
    fn template_value(&self) -> u64 {
        let mut bytes = [0; 8];
        bytes[..self.width].copy_from_slice(&self.coinbase[self.offset..][..self.width]);
        u64::from_le_bytes(bytes)
    }

    /// The coinbase transaction with a number in the field; bits above the width are dropped.
    #[must_use]
    pub fn coinbase(&self, value: u64) -> Vec<u8> {
        let mut coinbase = self.coinbase.clone();
        coinbase[self.offset..][..self.width].copy_from_slice(&value.to_le_bytes()[..self.width]);
        coinbase
    }

    /// The Merkle root for a number in the field, its bytes as they stand in a header.
    #[must_use]
    pub fn merkle_root(&self, value: u64) -> [u8; 32] {
        let twice = |bytes: &[u8]| -> [u8; 32] { Sha256::digest(Sha256::digest(bytes)).into() };
        self.branch
            .iter()
            .fold(twice(&self.coinbase(value)), |root, other| twice([root, *other].as_flattened()))
    }
}

/// What of a header rolls besides its nonce.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Rolling {
    pub(crate) mask: Option<VersionMask>,
    pub(crate) extranonce: Option<Extranonce>,
}

impl Rolling {
    /// Bits of a position that count the versions of a block.
    pub(crate) fn block_bits(&self) -> u32 {
        match self.version_bits() {
            few if few < MIN_SHARED_BITS => 0,
            bits => bits.min(VERSION_BLOCK_BITS),
        }
    }

    fn version_bits(&self) -> u32 {
        self.mask.map_or(0, VersionMask::count)
    }

    fn extranonce_bits(&self) -> u32 {
        let room = u32::BITS - self.version_bits();
        self.extranonce.as_ref().map_or(0, |field| {
            // 1 to 8 bytes.
            u32::try_from(field.width * 8).unwrap_or(room).min(room)
        })
    }

    /// Compressions of a Merkle root.
    pub(crate) fn root_compressions(&self) -> u64 {
        self.extranonce
            .as_ref()
            .map_or(0, |field| (field.coinbase.len() / 64 + 2 + 3 * field.branch.len()) as u64)
    }

    /// The highest position.
    pub(crate) fn last(&self) -> u64 {
        let bits = u32::BITS + self.version_bits() + self.extranonce_bits();
        u64::MAX >> (u64::BITS - bits)
    }

    /// Bits of a position below its segment: nonce, and version in the block.
    pub(crate) fn segment_bits(&self) -> u32 {
        u32::BITS + self.block_bits()
    }

    /// The choices at a position.
    #[expect(clippy::cast_possible_truncation, reason = "each part is shifted and masked to fit")]
    pub(crate) fn at(&self, position: u64, template_version: u32) -> Parts {
        let block_bits = self.block_bits();
        let in_block = position & ((1 << block_bits) - 1);
        let segment = position >> self.segment_bits();
        let blocks_bits = self.version_bits() - block_bits;
        let block = segment & ((1 << blocks_bits) - 1);
        let version_index = (block << block_bits | in_block) as u32;
        Parts {
            nonce: (position >> block_bits) as u32,
            version: self
                .mask
                .map_or(template_version, |m| m.apply(template_version, version_index)),
            extranonce: self.extranonce.as_ref().map(|field| {
                let kept = u64::MAX.checked_shl(self.extranonce_bits()).unwrap_or(0);
                field.template_value() & kept | segment >> blocks_bits
            }),
        }
    }
}

/// What a header's position stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The nonce.
    pub nonce: u32,
    /// The version; the template's own if it does not roll.
    pub version: u32,
    /// The number in the coinbase's extranonce field, if that rolls.
    pub extranonce: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mask_takes_an_index_from_its_lowest_bit_up() {
        let mask = VersionMask::BIP320;
        assert_eq!(mask.count(), 16);
        assert_eq!(mask.apply(0x2000_0000, 1), 0x2000_2000);
        assert_eq!(mask.apply(0x3fff_ffff, 0), 0x2000_1fff);
        assert_eq!(mask.apply(0, 0xffff), 0x1fff_e000);
        assert_eq!(VersionMask::new(0x8000_0001).unwrap().apply(2, 2), 0x8000_0002);
        assert_eq!(VersionMask::new(0), None);
    }

    /// Every position of a small space has its own choices, and neighbours share the nonce.
    #[test]
    fn positions_count_all_choices_once() {
        for (mask, width) in [(0b111, 1), (0x1f00, 2), (u32::MAX, 8), (0x1fff_e000, 8)] {
            let extranonce = Extranonce::new(vec![0xee; 20], 3, width, Vec::new()).unwrap();
            let rolling = Rolling { mask: VersionMask::new(mask), extranonce: Some(extranonce) };
            let segment = 1u64 << rolling.segment_bits();
            let mut seen = std::collections::HashSet::new();
            let starts = (0..300u64).filter_map(|k| k.checked_mul(segment));
            for start in starts.filter(|&start| start <= rolling.last()) {
                for position in start..start + 300 {
                    let parts = rolling.at(position, 0);
                    assert!(seen.insert((parts.nonce, parts.version, parts.extranonce)));
                    assert_eq!(u64::from(parts.nonce), (position - start) >> rolling.block_bits());
                }
            }
        }
    }

    #[test]
    fn the_last_position_has_every_bit_set() {
        let extranonce = Extranonce::new(vec![0; 9], 1, 8, Vec::new()).unwrap();
        let rolling = |mask, extranonce| Rolling { mask: VersionMask::new(mask), extranonce };
        let parts = rolling(0x1fff_e000, Some(extranonce.clone()));
        assert_eq!(parts.last(), u64::MAX);
        let expected = Parts { nonce: u32::MAX, version: 0x1fff_e000, extranonce: Some(0xffff) };
        assert_eq!(parts.at(u64::MAX, 0), expected);
        assert_eq!(rolling(0, None).last(), u64::from(u32::MAX));
        assert_eq!(rolling(0xff, None).last(), (1 << 40) - 1);
        assert_eq!(rolling(0, Some(extranonce.clone())).last(), u64::MAX);
        assert_eq!(rolling(u32::MAX, Some(extranonce)).at(u64::MAX, 0).extranonce, Some(0));
    }

    /// The high bits of a field that does not fit stay as the transaction has them.
    #[test]
    fn what_does_not_fit_stays() {
        let mut coinbase = vec![0; 30];
        coinbase[10..18].copy_from_slice(&0x1122_3344_5566_7788u64.to_le_bytes());
        let extranonce = Extranonce::new(coinbase, 10, 8, Vec::new()).unwrap();
        let rolling = Rolling { mask: Some(VersionMask::BIP320), extranonce: Some(extranonce) };
        let value = rolling.at(0xabcd << 48, 0).extranonce;
        assert_eq!(value, Some(0x1122_3344_5566_abcd));
    }

    #[test]
    fn bad_fields_are_refused() {
        let new = |len, offset, width, hashes| {
            Extranonce::new(vec![0; len], offset, width, vec![[0; 32]; hashes])
        };
        assert!(new(8, 0, 8, MAX_MERKLE_BRANCH).is_ok());
        assert!(matches!(new(8, 0, 0, 0), Err(WorkError::FieldOutside { .. })));
        assert!(matches!(new(80, 0, 9, 0), Err(WorkError::FieldOutside { .. })));
        assert!(matches!(new(8, usize::MAX, 2, 0), Err(WorkError::FieldOutside { .. })));
        assert!(matches!(new(8, 7, 2, 0), Err(WorkError::FieldOutside { .. })));
        assert!(matches!(new(MAX_DATA_LEN + 1, 0, 1, 0), Err(WorkError::TooLong { .. })));
        let hashes = MAX_MERKLE_BRANCH + 1;
        assert_eq!(new(8, 0, 1, hashes), Err(WorkError::BranchTooLong { hashes }));
    }
}
