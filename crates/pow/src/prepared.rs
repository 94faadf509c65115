//! What all nonces of a work share, worked out once before a search.
//!
//! Knows SHA-256's blocks and padding; knows no instruction set.

use crate::hash::HashOrder;
use crate::limits::MIN_CHUNK_NONCES;
use crate::sha256::{BLOCK, IV, State, compress, padded_blocks};
use crate::work::{Endian, NonceField, Work};

/// A work ready for a [`Backend`](crate::Backend).
///
/// The padded data falls in three parts: the blocks before the nonce, of which only the *midstate*
/// is left; the one block that holds the nonce, or two where it straddles them; and the *fixed*
/// blocks behind.
#[derive(Clone, Debug)]
pub struct Prepared {
    work: Work,
    midstate: State,
    nonce_blocks: Vec<[u8; BLOCK]>,
    fixed_blocks: Vec<[u8; BLOCK]>,
    /// The nonce's field, its offset counted from the first of `nonce_blocks`.
    field: NonceField,
}

impl Prepared {
    /// Prepares a work: hashes the whole blocks before its nonce.
    #[must_use]
    pub fn new(work: Work) -> Self {
        let field = work.field();
        let start = field.offset - field.offset % BLOCK;
        let field = NonceField { offset: field.offset - start, ..field };
        let data = work.preimage(0);
        let mut midstate = IV;
        let (before, _) = data[..start].as_chunks();
        compress(&mut midstate, before);
        let mut nonce_blocks = padded_blocks(&data, start);
        let holding = (field.offset + field.width.bytes()).div_ceil(BLOCK);
        let fixed_blocks = nonce_blocks.split_off(holding);
        Self { work, midstate, nonce_blocks, fixed_blocks, field }
    }

    /// The work that was prepared.
    #[must_use]
    pub const fn work(&self) -> &Work {
        &self.work
    }

    /// Compressions that one nonce costs: the blocks from the nonce to the end, and the second
    /// hash.
    #[must_use]
    pub const fn compressions(&self) -> u64 {
        (self.nonce_blocks.len() + self.fixed_blocks.len() + 1) as u64
    }

    /// Nonces that take about as long as `compressions` compressions; at least
    /// [`MIN_CHUNK_NONCES`].
    pub(crate) fn nonces_for(&self, compressions: u64) -> u64 {
        (compressions / self.compressions()).max(MIN_CHUNK_NONCES)
    }

    /// The state before the first nonce block.
    pub(crate) const fn midstate(&self) -> &State {
        &self.midstate
    }

    /// The one or two blocks that hold the nonce, which is zero in them.
    pub(crate) fn nonce_blocks(&self) -> &[[u8; BLOCK]] {
        &self.nonce_blocks
    }

    /// The blocks behind, padding included.
    pub(crate) fn fixed_blocks(&self) -> &[[u8; BLOCK]] {
        &self.fixed_blocks
    }

    /// Where the nonce lies, counted from the first of [`nonce_blocks`](Self::nonce_blocks).
    pub(crate) const fn field(&self) -> NonceField {
        self.field
    }

    /// Which byte of a nonce (0 is the least significant) lies at a byte of the nonce blocks, if
    /// any.
    pub(crate) fn nonce_byte_at(&self, at: usize) -> Option<usize> {
        let width = self.field.width.bytes();
        let index = at.checked_sub(self.field.offset).filter(|&index| index < width)?;
        Some(match self.field.endian {
            Endian::Little => index,
            Endian::Big => width - 1 - index,
        })
    }

    /// Whether a digest may meet the target, judged by the most significant word of its number:
    /// false only if it does not.
    pub(crate) fn is_candidate(&self, digest: &State) -> bool {
        let top = match self.work.order() {
            HashOrder::Bitcoin => digest[7].swap_bytes(),
            HashOrder::Digest => digest[0],
        };
        top <= self.work.target().top_word()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{NonceWidth, Target};

    fn prepared(len: usize, offset: usize, width: NonceWidth) -> Prepared {
        let field = NonceField { offset, width, endian: Endian::Little };
        Prepared::new(Work::data(vec![1; len], field, HashOrder::Digest, Target::MAX).unwrap())
    }

    #[test]
    fn blocks_are_told_apart() {
        let parts = |len, offset, width| {
            let prepared = prepared(len, offset, width);
            (prepared.field().offset, prepared.nonce_blocks.len(), prepared.fixed_blocks.len())
        };
        assert_eq!(parts(80, 76, NonceWidth::U32), (12, 1, 0));
        assert_eq!(parts(13, 5, NonceWidth::U64), (5, 1, 0));
        // The nonce ends with its block, so the padding has one of its own.
        assert_eq!(parts(64, 56, NonceWidth::U64), (56, 1, 1));
        assert_eq!(parts(65, 57, NonceWidth::U64), (57, 2, 0));
        assert_eq!(parts(200, 61, NonceWidth::U32), (61, 2, 2));
        assert_eq!(parts(200, 64, NonceWidth::U32), (0, 1, 2));
    }

    #[test]
    fn long_data_makes_short_chunks() {
        let short = prepared(13, 5, NonceWidth::U64);
        assert_eq!((short.compressions(), short.nonces_for(1000)), (2, 500));
        let long = prepared(1 << 20, 0, NonceWidth::U64);
        assert_eq!((long.compressions(), long.nonces_for(1000)), (16386, MIN_CHUNK_NONCES));
    }
}
