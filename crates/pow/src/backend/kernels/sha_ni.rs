//! Rounds and message schedule on the SHA extensions: constants and calls.

#![expect(unsafe_code, reason = "assembly")]

use std::ops::ControlFlow;

use super::super::Bounds;
use super::layout::{SHA_NI_NONCE, SHA_NI_VERSION, ShaNiConstants};
use super::{
    DIGEST_BITS, Family, First, HEADER_BITS, Loop, ONE_BIT, SWAP, abef_cdgh, calls, second_behind_0,
};
use crate::prepared::{Data, Prepared};
use crate::range::PositionRange;
use crate::sha256::{IV, K};

/// See the module. Exists only where the processor has the instructions.
#[derive(Debug)]
pub(in crate::backend) struct ShaNi(Box<ShaNiConstants>);

// SAFETY: `detect` looks for every instruction set named in `calls`, and makes the only value; the
// loops are the generator's, and its pipelines have the stages that the delays count.
unsafe impl Family for ShaNi {
    const NONCE: Loop = SHA_NI_NONCE;
    const VERSION: Loop = SHA_NI_VERSION;
    const DELAY: (usize, usize) = (4, 3);
    const NAME: &'static str = "sha-ni";
    // 2^16 headers: 1 to 2 ms at 38 to 56 million hashes a second.
    const CHUNK_COMPRESSIONS: u64 = 1 << 17;
    // Versions: 60 `sha256rnds2` at one a cycle. Fixed: 60 slots of these and 23 times nine of four
    // message words (four of `msg2`, two of `msg1`, three others), and twelve more, on four pipes.
    const BOUNDS: Bounds = Bounds { nonce: Some(70.0), version: Some(60.0) };

    fn detect() -> Option<Self> {
        let found = is_x86_feature_detected!("sha") && is_x86_feature_detected!("avx2");
        let [start2_abef, start2_cdgh] = abef_cdgh(second_behind_0());
        let mut wk_first = std::array::from_fn(|at| K[4 + at]);
        wk_first[0] = wk_first[0].wrapping_add(ONE_BIT);
        wk_first[11] = wk_first[11].wrapping_add(HEADER_BITS);
        let constants = ShaNiConstants {
            start1_abef: [0; 4],
            start1_cdgh: [0; 4],
            start2_abef,
            start2_cdgh,
            midstate_abef: [0; 4],
            midstate_cdgh: [0; 4],
            tail: [0; 4],
            one_bit: [ONE_BIT, 0, 0, 0],
            length1: [0, 0, 0, HEADER_BITS],
            length2: [0, 0, DIGEST_BITS, 0],
            one_bits: [ONE_BIT; 4],
            odd: [0, u32::MAX, 0, u32::MAX],
            zero: [0; 4],
            swap: SWAP,
            iv7: [IV[7]; 4],
            bound: [0; 4],
            k: K,
            k_from_1: std::array::from_fn(|at| K[1 + at]),
            wk_first,
        };
        found.then(|| Self(Box::new(constants)))
    }

    fn set(&mut self, first: &First, &[w0, w1, w2]: &[u32; 3], bound: u32) {
        let c = &mut *self.0;
        [c.start1_abef, c.start1_cdgh] = abef_cdgh(first.behind_3);
        [c.midstate_abef, c.midstate_cdgh] = abef_cdgh(first.midstate);
        c.tail = [w0, w1, w2, 0];
        c.bound = [bound; 4];
    }

    fn write_group(group: &mut [u32], versions: &[First]) {
        let (starts, midstates) = group.split_at_mut(8 * versions.len());
        let slots = starts.chunks_exact_mut(8).zip(midstates.chunks_exact_mut(8));
        for ((start, midstate), version) in slots.zip(versions) {
            start.copy_from_slice(abef_cdgh(version.behind_3).as_flattened());
            midstate.copy_from_slice(abef_cdgh(version.midstate).as_flattened());
        }
    }

    calls! {
        ShaNi, ShaNiConstants, "sha,avx2", "sha_ni_nonce.s", "sha_ni_version.s",
        super::super::sha_ni::scan_data
    }
}
