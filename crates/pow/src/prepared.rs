//! What the positions of a work share, worked out once before a search.
//!
//! Knows SHA-256's blocks and padding; knows no instruction set.

use crate::hash::HashOrder;
use crate::limits::MIN_CHUNK_POSITIONS;
use crate::sha256::{BLOCK, IV, State, compress, padded_blocks};
use crate::work::{Endian, HashFunction, NonceField, Work};

/// A work ready for a [`Backend`](crate::Backend).
#[derive(Debug)]
pub struct Prepared {
    work: Work,
    shape: Shape,
}

/// What kernels can do for a work.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An 80-byte header in Bitcoin's order: what the fast kernels are made for. A segment at a
    /// time, see [`Prepared::segment`].
    Header(HeaderShape),
    /// Bytes with a nonce field.
    Data(Data),
    /// Neither: hashed from the definition.
    Other,
}

/// How the positions of a header fall into segments.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeaderShape {
    /// Bits of a position below its segment's number: those of the nonce and of `block_bits`.
    pub(crate) segment_bits: u32,
    /// Bits of a position below the nonce: they count the versions that share a nonce.
    pub(crate) block_bits: u32,
}

/// One stretch of a header's space: a nonce, and the versions that share it.
#[derive(Debug)]
pub(crate) struct Segment {
    /// The state behind the header's first block, for each version in the block.
    pub(crate) midstates: Vec<State>,
    /// Words 0 to 2 of the second block: end of the Merkle root, time, nBits.
    pub(crate) tail: [u32; 3],
}

/// Padded data in three parts: the blocks before the nonce, of which only the *midstate* is left;
/// the one block that holds the nonce, or two where it straddles them; and the *fixed* blocks
/// behind.
#[derive(Debug)]
pub(crate) struct Data {
    pub(crate) midstate: State,
    /// The one or two blocks that hold the nonce, which is zero in them.
    pub(crate) nonce_blocks: Vec<[u8; BLOCK]>,
    /// The blocks behind, padding included.
    pub(crate) fixed_blocks: Vec<[u8; BLOCK]>,
    /// The nonce's field, its offset counted from the first of `nonce_blocks`.
    pub(crate) field: NonceField,
}

impl Prepared {
    /// Prepares a work: hashes the whole blocks before its nonce.
    #[must_use]
    pub fn new(work: Work) -> Self {
        let shape = match work.as_header() {
            _ if work.function() != HashFunction::Sha256d => Shape::Other,
            Some((rolling, _)) if work.order() == HashOrder::Bitcoin => {
                let (segment_bits, block_bits) = (rolling.segment_bits(), rolling.block_bits());
                Shape::Header(HeaderShape { segment_bits, block_bits })
            }
            _ => work.field().map_or(Shape::Other, |field| Shape::Data(Data::new(&work, field))),
        };
        Self { work, shape }
    }

    /// The work that was prepared.
    #[must_use]
    pub const fn work(&self) -> &Work {
        &self.work
    }

    /// Compressions that one position costs: the blocks from the nonce to the end, and the second
    /// hash.
    #[must_use]
    pub fn compressions(&self) -> u64 {
        match &self.shape {
            Shape::Header(_) => 2,
            Shape::Data(data) => (data.nonce_blocks.len() + data.fixed_blocks.len() + 1) as u64,
            Shape::Other => self.work.definition_compressions(),
        }
    }

    /// Positions that take about as long as `compressions` compressions: a power of two, at least
    /// [`MIN_CHUNK_POSITIONS`].
    pub(crate) fn positions_for(&self, compressions: u64) -> u64 {
        let positions = compressions / self.compressions();
        if positions < MIN_CHUNK_POSITIONS {
            return MIN_CHUNK_POSITIONS;
        }
        1 << positions.ilog2()
    }

    pub(crate) const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The segment of a header's positions `number << segment_bits` and up.
    pub(crate) fn segment(&self, shape: HeaderShape, number: u64) -> Segment {
        let first = number << shape.segment_bits;
        // Only the version changes within a segment.
        let mut header = self.work.preimage(first);
        let mut tail = [0; 3];
        for (word, bytes) in tail.iter_mut().zip(header[BLOCK..].as_chunks().0) {
            *word = u32::from_be_bytes(*bytes);
        }
        let midstates = (0..1 << shape.block_bits).map(|in_block: u64| {
            if let Some(parts) = self.work.parts(first | in_block) {
                header[..4].copy_from_slice(&parts.version.to_le_bytes());
            }
            let mut midstate = IV;
            compress(&mut midstate, &header.as_chunks().0[..1]);
            midstate
        });
        Segment { midstates: midstates.collect(), tail }
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

impl Data {
    fn new(work: &Work, field: NonceField) -> Self {
        let start = field.offset - field.offset % BLOCK;
        let field = NonceField { offset: field.offset - start, ..field };
        let data = work.preimage(0);
        let mut midstate = IV;
        let (before, _) = data[..start].as_chunks();
        compress(&mut midstate, before);
        let mut nonce_blocks = padded_blocks(&data, start);
        let holding = (field.offset + field.width.bytes()).div_ceil(BLOCK);
        let fixed_blocks = nonce_blocks.split_off(holding);
        Self { midstate, nonce_blocks, fixed_blocks, field }
    }

    /// Which byte of a nonce (0 is the least significant) lies at a byte of the nonce blocks, if
    /// any.
    #[cfg(target_arch = "x86_64")]
    pub(crate) fn nonce_byte_at(&self, at: usize) -> Option<usize> {
        let width = self.field.width.bytes();
        let index = at.checked_sub(self.field.offset).filter(|&index| index < width)?;
        Some(match self.field.endian {
            Endian::Little => index,
            Endian::Big => width - 1 - index,
        })
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
            let Shape::Data(data) = prepared.shape() else { panic!("{prepared:?}") };
            (data.field.offset, data.nonce_blocks.len(), data.fixed_blocks.len())
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
        assert_eq!((short.compressions(), short.positions_for(1100)), (2, 512));
        let long = prepared(1 << 20, 0, NonceWidth::U64);
        assert_eq!((long.compressions(), long.positions_for(1000)), (16386, MIN_CHUNK_POSITIONS));
    }
}
