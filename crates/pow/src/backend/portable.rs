//! The backend that runs everywhere: the `sha2` crate's compression function, one nonce at a time.
//!
//! That crate picks the processor's SHA instructions by itself where it knows them. Knows no
//! instruction set and has no `unsafe`.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::header::{HeaderKernel, HeaderScan};
use super::{Backend, Scanner};
use crate::prepared::{Data, Prepared, Segment, Shape};
use crate::range::PositionRange;
use crate::sha256::{BLOCK, IV, State, compress, digest_block};
use crate::space::HEADER_LEN;

/// See the module.
#[derive(Debug)]
pub(super) struct Portable;

impl Backend for Portable {
    fn name(&self) -> &'static str {
        "portable"
    }

    fn chunk_compressions(&self) -> u64 {
        // 4 to 6 ms at the 3 million compressions a second of plain code.
        1 << 14
    }

    fn scanner(&self) -> Box<dyn Scanner> {
        Box::new(PortableScanner { header: HeaderScan::new(OneByOne::new()) })
    }
}

/// See the module.
#[derive(Debug)]
struct PortableScanner {
    header: HeaderScan<OneByOne>,
}

impl Scanner for PortableScanner {
    fn scan(
        &mut self,
        prepared: &Arc<Prepared>,
        range: PositionRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match prepared.shape() {
            Shape::Header(shape) => self.header.scan(prepared, *shape, range, on_candidate),
            Shape::Data(data) => scan_data(prepared, data, range, on_candidate),
            Shape::Other => scan_definition(prepared, range, on_candidate),
        }
    }
}

/// Bytes with a nonce field, one nonce at a time.
fn scan_data(
    prepared: &Prepared,
    data: &Data,
    range: PositionRange,
    on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut blocks = data.nonce_blocks.clone();
    for nonce in range.first()..=range.last() {
        data.field.write(blocks.as_flattened_mut(), nonce);
        let mut digest = data.midstate;
        compress(&mut digest, &blocks);
        compress(&mut digest, &data.fixed_blocks);
        let second: [u8; BLOCK] = digest_block(&digest);
        digest = IV;
        compress(&mut digest, &[second]);
        if prepared.is_candidate(&digest) {
            on_candidate(nonce)?;
        }
    }
    ControlFlow::Continue(())
}

/// Any work: by its definition, as slow as that is.
pub(super) fn scan_definition(
    prepared: &Prepared,
    range: PositionRange,
    on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let bound = prepared.work().target().top_word();
    for position in range.first()..=range.last() {
        if prepared.work().hash(position).top_word() <= bound {
            on_candidate(position)?;
        }
    }
    ControlFlow::Continue(())
}

/// A header's hashes, one at a time.
#[derive(Debug)]
struct OneByOne {
    midstates: Vec<State>,
    bound: u32,
    /// The header's second block, padded; the nonce has no meaning.
    block: [u8; BLOCK],
}

impl OneByOne {
    const fn new() -> Self {
        let mut block = [0; BLOCK];
        block[HEADER_LEN - BLOCK] = 0x80;
        // The length in bits, 640.
        block[BLOCK - 2] = 2;
        block[BLOCK - 1] = 0x80;
        Self { midstates: Vec::new(), bound: 0, block }
    }
}

impl HeaderKernel for OneByOne {
    fn set(&mut self, segment: &Segment, bound: u32) {
        self.midstates.clone_from(&segment.midstates);
        self.bound = bound;
        for (bytes, word) in self.block.as_chunks_mut().0.iter_mut().zip(segment.tail) {
            *bytes = word.to_be_bytes();
        }
    }

    fn scan(
        &mut self,
        first: u32,
        last: u32,
        found: &mut dyn FnMut(u32, u32) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for nonce in first..=last {
            self.block[12..16].copy_from_slice(&nonce.to_le_bytes());
            for (version, midstate) in (0..).zip(&self.midstates) {
                let mut digest = *midstate;
                compress(&mut digest, &[self.block]);
                let second: [u8; BLOCK] = digest_block(&digest);
                digest = IV;
                compress(&mut digest, &[second]);
                if digest[7].swap_bytes() <= self.bound {
                    found(nonce, version)?;
                }
            }
        }
        ControlFlow::Continue(())
    }
}
