//! A hash in every lane, with AVX-512 or AVX2 alone: constants and calls.

#![expect(unsafe_code, reason = "assembly")]

use std::ops::ControlFlow;

use super::super::Bounds;
use super::super::lanes::{scan_data_avx2, scan_data_avx512};
use super::layout::{
    AVX2_NONCE, AVX2_VERSION, AVX512_NONCE, AVX512_VERSION, Avx2Constants, Avx512Constants,
};
use super::{DIGEST_BITS, Family, First, HEADER_BITS, Loop, ONE_BIT, SWAP, calls, second_behind_0};
use crate::prepared::{Data, Prepared};
use crate::range::PositionRange;
use crate::sha256::{IV, K, State, sigma0, sigma1};

/// Each value as often as the constants repeat it: once, or once a lane.
fn spread(to: &mut [u32], values: &[u32]) {
    let copies = to.len() / values.len();
    for (to, &value) in to.chunks_exact_mut(copies).zip(values) {
        to.fill(value);
    }
}

/// K and message words of the first hash as the kernels want them: with W where no nonce is in it,
/// and with H where the nonce has not come to it.
fn first_words(behind_3: &State, w16: u32, w17: u32) -> [u32; 64] {
    let mut words = K;
    let mut add = |round: usize, value: u32| words[round] = words[round].wrapping_add(value);
    let [_, _, _, _, _, f, g, h] = *behind_3;
    for (round, value) in [(4, ONE_BIT), (4, h), (5, g), (6, f)] {
        add(round, value);
    }
    for (round, value) in [(15, HEADER_BITS), (16, w16), (17, w17)] {
        add(round, value);
    }
    words
}

/// The field `terms` of the constants: of FIPS 180-4 section 6.2.2 with W4 the padding's bit, W15
/// the length and W5 to W14 zero.
fn terms(&[w0, w1, w2]: &[u32; 3], bound: u32) -> [u32; 14] {
    let w16 = w0.wrapping_add(sigma0(w1));
    let w17 = w1.wrapping_add(sigma0(w2)).wrapping_add(sigma1(HEADER_BITS));
    [
        w16,
        w17,
        w2.wrapping_add(sigma1(w16)),
        sigma0(ONE_BIT).wrapping_add(sigma1(w17)),
        sigma0(w16).wrapping_add(HEADER_BITS),
        sigma0(w17).wrapping_add(w16),
        ONE_BIT,
        HEADER_BITS,
        DIGEST_BITS,
        sigma0(HEADER_BITS),
        sigma0(DIGEST_BITS),
        sigma1(DIGEST_BITS),
        sigma0(ONE_BIT),
        bound,
    ]
}

/// The same of the second hash, which is also told what is added to its last word in the end.
fn second_words() -> [u32; 64] {
    let mut words = K;
    let [_, _, _, _, _, f, g, h] = second_behind_0();
    let added = [(1, h), (2, g), (3, f), (8, ONE_BIT), (15, DIGEST_BITS), (60, IV[7])];
    for (round, value) in added {
        words[round] = words[round].wrapping_add(value);
    }
    words
}

/// A family: its constants and the calls of its two kernels.
macro_rules! family {
    ($(#[$doc:meta])* $name:ident, $constants:ident, $loops:expr, $enable:literal,
     [$($feature:tt),+], $nonce:literal, $version:literal, $name_text:literal, $chunk:expr, $bounds:expr,
     $scan_data:path) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(in crate::backend) struct $name(Box<$constants>);

        // SAFETY: `detect` looks for every instruction set named in `calls`, and makes the only
        // value; the loops are the generator's, and a turn tests its own batch.
        unsafe impl Family for $name {
            const NONCE: Loop = $loops.0;
            const VERSION: Loop = $loops.1;
            const DELAY: (usize, usize) = (0, 0);
            const NAME: &'static str = $name_text;
            const CHUNK_COMPRESSIONS: u64 = $chunk;
            const BOUNDS: Bounds = Bounds { nonce: Some($bounds.0), version: Some($bounds.1) };

            #[expect(clippy::cast_possible_truncation, reason = "sixteen lanes at most")]
            fn detect() -> Option<Self> {
                let found = $(is_x86_feature_detected!($feature))&&+;
                let mut constants = $constants {
                    lane: std::array::from_fn(|lane| lane as u32),
                    swap: std::array::from_fn(|word| SWAP[word % SWAP.len()]),
                    wk_first: [0; _],
                    wk_second: [0; _],
                    behind_3: [0; _],
                    midstate: [0; _],
                    behind_0: [0; _],
                    terms: [0; _],
                };
                spread(&mut constants.wk_second, &second_words());
                spread(&mut constants.behind_0, &second_behind_0());
                found.then(|| Self(Box::new(constants)))
            }

            fn set(&mut self, first: &First, tail: &[u32; 3], bound: u32) {
                let c = &mut *self.0;
                let terms = terms(tail, bound);
                spread(&mut c.terms, &terms);
                spread(&mut c.wk_first, &first_words(&first.behind_3, terms[0], terms[1]));
                spread(&mut c.behind_3, &first.behind_3);
                spread(&mut c.midstate, &first.midstate);
            }

            fn write_group(group: &mut [u32], versions: &[First]) {
                let (behind_3, midstates) = group.split_at_mut(8 * versions.len());
                for (lane, version) in versions.iter().enumerate() {
                    for word in 0..8 {
                        behind_3[versions.len() * word + lane] = version.behind_3[word];
                        midstates[versions.len() * word + lane] = version.midstate[word];
                    }
                }
            }

            calls! { $name, $constants, $enable, $nonce, $version, $scan_data }
        }
    };
}

family! {
    /// Thirty-two hashes side by side, in two groups of sixteen lanes. Exists only where the
    /// processor has the instructions.
    Avx512, Avx512Constants, (AVX512_NONCE, AVX512_VERSION), "avx512f,avx512bw",
    ["avx512f", "avx512bw"], "avx512_nonce.s", "avx512_version.s",
    // 2^16 headers: 2 ms at 38 million hashes a second. The bounds are instructions: 2847 and 2387
    // for sixteen lanes, two a cycle.
    "avx512", 1 << 17, (89.0, 74.6), scan_data_avx512
}

family! {
    /// Eight hashes side by side. Exists only where the processor has the instructions.
    Avx2, Avx2Constants, (AVX2_NONCE, AVX2_VERSION), "avx2",
    ["avx2"], "avx2_nonce.s", "avx2_version.s",
    // 2^15 headers: 2 ms at 17 million hashes a second. The bounds are instructions: 5757 and 4918
    // for eight lanes, four a cycle.
    "avx2", 1 << 16, (180.0, 153.0), scan_data_avx2
}
