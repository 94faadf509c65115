//! The backend that runs everywhere: the `sha2` crate's compression function, one nonce at a time.
//!
//! That crate picks the processor's SHA instructions by itself where it knows them. Knows no
//! instruction set and has no `unsafe`.

use std::ops::ControlFlow;

use super::Backend;
use crate::prepared::Prepared;
use crate::range::NonceRange;
use crate::sha256::{BLOCK, IV, compress, digest_block};

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

    fn scan(
        &self,
        prepared: &Prepared,
        range: NonceRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut blocks = prepared.nonce_blocks().to_vec();
        for nonce in range.first()..=range.last() {
            prepared.field().write(blocks.as_flattened_mut(), nonce);
            let mut digest = *prepared.midstate();
            compress(&mut digest, &blocks);
            compress(&mut digest, prepared.fixed_blocks());
            let second: [u8; BLOCK] = digest_block(&digest);
            digest = IV;
            compress(&mut digest, &[second]);
            if prepared.is_candidate(&digest) {
                on_candidate(nonce)?;
            }
        }
        ControlFlow::Continue(())
    }
}
