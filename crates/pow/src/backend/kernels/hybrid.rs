//! Rounds on the SHA extensions, message schedule in lanes of AVX-512VL: constants and calls.

#![expect(unsafe_code, reason = "assembly")]

use std::ops::ControlFlow;

use super::super::Bounds;
use super::layout::{HYBRID_NONCE, HYBRID_VERSION, HybridConstants};
use super::{
    DIGEST_BITS, Family, First, HEADER_BITS, Loop, ONE_BIT, SWAP, abef_cdgh, calls, second_behind_0,
};
use crate::prepared::{Data, Prepared};
use crate::range::PositionRange;
use crate::sha256::{IV, K, sigma0, sigma1};

/// See the module. Exists only where the processor has the instructions.
#[derive(Debug)]
pub(in crate::backend) struct Hybrid(Box<HybridConstants>);

// SAFETY: `detect` looks for every instruction set named in `calls`, and makes the only value; the
// loops are the generator's, and its pipelines have the stages that the delays count.
unsafe impl Family for Hybrid {
    const NONCE: Loop = HYBRID_NONCE;
    const VERSION: Loop = HYBRID_VERSION;
    const DELAY: (usize, usize) = (4, 3);
    const NAME: &'static str = "sha-ni-avx512";
    // 2^16 headers: 1 to 2 ms at 39 to 58 million hashes a second.
    const CHUNK_COMPRESSIONS: u64 = 1 << 17;
    // 60 `sha256rnds2` at one a cycle. With a fixed version the two pipes that rotate have 58
    // rotations besides, so they need 59.
    const BOUNDS: Bounds = Bounds { nonce: Some(60.0), version: Some(60.0) };

    fn detect() -> Option<Self> {
        let found = is_x86_feature_detected!("sha")
            && is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512vl");
        let [start2_abef, start2_cdgh] = abef_cdgh(second_behind_0());
        let constants = HybridConstants {
            start1_abef: [0; 4],
            start1_cdgh: [0; 4],
            start2_abef,
            start2_cdgh,
            lanes: [0, 1, 2, 3, 4, 5, 6, 7],
            swap: [SWAP, SWAP].as_flattened().try_into().ok()?,
            wk_first: [0; 14],
            wk_second: std::array::from_fn(|at| K[9 + at]),
            k: K,
            k2_8: K[8].wrapping_add(ONE_BIT),
            k2_15: K[15].wrapping_add(DIGEST_BITS),
            midstate: [0; 8],
            w16: 0,
            w17: 0,
            w18: 0,
            w19: 0,
            w31: 0,
            w32: 0,
            one_bit: ONE_BIT,
            length1: HEADER_BITS,
            length2: DIGEST_BITS,
            s0_length1: sigma0(HEADER_BITS),
            s0_length2: sigma0(DIGEST_BITS),
            s1_length2: sigma1(DIGEST_BITS),
            s0_one_bit: sigma0(ONE_BIT),
            iv7: IV[7],
            bound: 0,
        };
        found.then(|| Self(Box::new(constants)))
    }

    fn set(&mut self, first: &First, &[w0, w1, w2]: &[u32; 3], bound: u32) {
        let c = &mut *self.0;
        [c.start1_abef, c.start1_cdgh] = abef_cdgh(first.behind_3);
        c.midstate = first.midstate;
        // FIPS 180-4 section 6.2.2, with W4 the padding's bit, W15 the length, the others zero.
        c.w16 = w0.wrapping_add(sigma0(w1));
        c.w17 = w1.wrapping_add(sigma0(w2)).wrapping_add(sigma1(HEADER_BITS));
        c.w18 = w2.wrapping_add(sigma1(c.w16));
        c.w19 = sigma0(ONE_BIT).wrapping_add(sigma1(c.w17));
        c.w31 = sigma0(c.w16).wrapping_add(HEADER_BITS);
        c.w32 = sigma0(c.w17).wrapping_add(c.w16);
        let mut words = [0; 14];
        (words[0], words[11], words[12], words[13]) = (ONE_BIT, HEADER_BITS, c.w16, c.w17);
        c.wk_first = std::array::from_fn(|at| K[4 + at].wrapping_add(words[at]));
        c.bound = bound;
    }

    fn write_group(group: &mut [u32], versions: &[First]) {
        let (starts, midstates) = group.split_at_mut(8 * versions.len());
        for (lane, version) in versions.iter().enumerate() {
            let start = abef_cdgh(version.behind_3);
            starts[8 * lane..][..8].copy_from_slice(start.as_flattened());
            for (word, &value) in version.midstate.iter().enumerate() {
                midstates[versions.len() * word + lane] = value;
            }
        }
    }

    calls! {
        Hybrid, HybridConstants, "sha,avx512f,avx512vl", "hybrid_nonce.s", "hybrid_version.s",
        super::super::sha_ni::scan_data
    }
}
