//! Written by `cargo xtask kernels`: what the assembly beside it expects in memory.
//! Knows no value.

use super::Loop;

/// Constants of the kernels `hybrid_nonce` and `hybrid_version`.
#[repr(C, align(4096))]
#[derive(Clone, Debug)]
pub(super) struct HybridConstants {
    /// F, E, B, A behind round 3 for a nonce word of zero.
    pub(super) start1_abef: [u32; 4],
    /// H, G, D, C behind round 3.
    pub(super) start1_cdgh: [u32; 4],
    /// F, E, B, A of the second hash behind round 0 for W0 = 0.
    pub(super) start2_abef: [u32; 4],
    /// H, G, D, C of the second hash behind round 0.
    pub(super) start2_cdgh: [u32; 4],
    /// 0 to 7.
    pub(super) lanes: [u32; 8],
    /// The byte shuffle that reverses the bytes of each word.
    pub(super) swap: [u32; 8],
    /// W+K of the first hash, rounds 4 to 17: no nonce in them.
    pub(super) wk_first: [u32; 14],
    /// W+K of the second hash, rounds 9 to 14: padding.
    pub(super) wk_second: [u32; 6],
    /// The round constants.
    pub(super) k: [u32; 64],
    /// K8 and the padding's one bit, W8 of the second hash.
    pub(super) k2_8: u32,
    /// K15 and the length, W15 of the second hash.
    pub(super) k2_15: u32,
    /// State behind the first block (fixed version).
    pub(super) midstate: [u32; 8],
    /// W16 of the first hash.
    pub(super) w16: u32,
    /// W17.
    pub(super) w17: u32,
    /// W18 without the nonce's part.
    pub(super) w18: u32,
    /// W19 without the nonce.
    pub(super) w19: u32,
    /// sigma0(W16) + 640: the known part of W31.
    pub(super) w31: u32,
    /// sigma0(W17) + W16: the known part of W32.
    pub(super) w32: u32,
    /// 2^31: the padding's first bit.
    pub(super) one_bit: u32,
    /// 640: the header's length in bits.
    pub(super) length1: u32,
    /// 256: the digest's length in bits.
    pub(super) length2: u32,
    /// sigma0(640).
    pub(super) s0_length1: u32,
    /// sigma0(256).
    pub(super) s0_length2: u32,
    /// sigma1(256).
    pub(super) s1_length2: u32,
    /// sigma0(2^31).
    pub(super) s0_one_bit: u32,
    /// H of the initial hash value.
    pub(super) iv7: u32,
    /// The highest top word that a candidate has.
    pub(super) bound: u32,
}

/// Constants of the kernels `sha_ni_nonce` and `sha_ni_version`.
#[repr(C, align(4096))]
#[derive(Clone, Debug)]
pub(super) struct ShaNiConstants {
    /// F, E, B, A behind round 3 for a nonce word of zero.
    pub(super) start1_abef: [u32; 4],
    /// H, G, D, C behind round 3.
    pub(super) start1_cdgh: [u32; 4],
    /// F, E, B, A of the second hash behind round 0 for W0 = 0.
    pub(super) start2_abef: [u32; 4],
    /// H, G, D, C of the second hash behind round 0.
    pub(super) start2_cdgh: [u32; 4],
    /// F, E, B, A behind the first block (fixed version).
    pub(super) midstate_abef: [u32; 4],
    /// H, G, D, C behind the first block.
    pub(super) midstate_cdgh: [u32; 4],
    /// W0, W1, W2 of the first hash, and 0 for the nonce.
    pub(super) tail: [u32; 4],
    /// 2^31, 0, 0, 0: W4 to W7 of the first hash.
    pub(super) one_bit: [u32; 4],
    /// 0, 0, 0, 640: W12 to W15 of the first hash.
    pub(super) length1: [u32; 4],
    /// 0, 0, 256, 0: W13 to W16 of the second hash without W16.
    pub(super) length2: [u32; 4],
    /// 2^31 in each.
    pub(super) one_bits: [u32; 4],
    /// 0 and all ones, twice: selects E and A.
    pub(super) odd: [u32; 4],
    /// 0.
    pub(super) zero: [u32; 4],
    /// The byte shuffle that reverses the bytes of each word.
    pub(super) swap: [u32; 4],
    /// H of the initial hash value, in each.
    pub(super) iv7: [u32; 4],
    /// The highest top word that a candidate has, in each.
    pub(super) bound: [u32; 4],
    /// The round constants.
    pub(super) k: [u32; 64],
    /// Those of rounds 1 to 60.
    pub(super) k_from_1: [u32; 60],
    /// W+K of the first hash, rounds 4 to 15: no nonce in them.
    pub(super) wk_first: [u32; 12],
}

/// Constants of the kernels `avx512_nonce` and `avx512_version`.
#[repr(C, align(4096))]
#[derive(Clone, Debug)]
pub(super) struct Avx512Constants {
    /// 0, 1, 2, ..: how far the lanes' nonces are ahead of the first.
    pub(super) lane: [u32; 16],
    /// The byte shuffle that reverses the bytes of each word.
    pub(super) swap: [u32; 16],
    /// First hash: K, with W from 4 to 17 and H from 4 to 6.
    pub(super) wk_first: [u32; 64],
    /// Second: K, with W from 8 to 15, H up to 3, IV[7] at 60.
    pub(super) wk_second: [u32; 64],
    /// First hash: A to H behind round 3 for a nonce word of zero.
    pub(super) behind_3: [u32; 8],
    /// A to H before it.
    pub(super) midstate: [u32; 8],
    /// Second hash: A to H behind round 0 for W0 = 0.
    pub(super) behind_0: [u32; 8],
    /// W16, W17, constant parts of W18, W19, W31, W32; 2^31, 640, 256; sigma0 of 640 and of 256, sigma1 of 256, sigma0 of 2^31; the highest top word that a candidate has.
    pub(super) terms: [u32; 14],
}

/// Constants of the kernels `avx2_nonce` and `avx2_version`.
#[repr(C, align(4096))]
#[derive(Clone, Debug)]
pub(super) struct Avx2Constants {
    /// 0, 1, 2, ..: how far the lanes' nonces are ahead of the first.
    pub(super) lane: [u32; 8],
    /// The byte shuffle that reverses the bytes of each word.
    pub(super) swap: [u32; 8],
    /// First hash: K, with W from 4 to 17 and H from 4 to 6.
    pub(super) wk_first: [u32; 512],
    /// Second: K, with W from 8 to 15, H up to 3, IV[7] at 60.
    pub(super) wk_second: [u32; 512],
    /// First hash: A to H behind round 3 for a nonce word of zero.
    pub(super) behind_3: [u32; 64],
    /// A to H before it.
    pub(super) midstate: [u32; 64],
    /// Second hash: A to H behind round 0 for W0 = 0.
    pub(super) behind_0: [u32; 64],
    /// W16, W17, constant parts of W18, W19, W31, W32; 2^31, 640, 256; sigma0 of 640 and of 256, sigma1 of 256, sigma0 of 2^31; the highest top word that a candidate has.
    pub(super) terms: [u32; 112],
}

/// The loop of `hybrid_nonce`.
pub(super) const HYBRID_NONCE: Loop = Loop { hashes: 8, batches: 1, buffer_words: 944 };
/// The loop of `hybrid_version`.
pub(super) const HYBRID_VERSION: Loop = Loop { hashes: 8, batches: 1, buffer_words: 944 };
/// The loop of `sha_ni_nonce`.
pub(super) const SHA_NI_NONCE: Loop = Loop { hashes: 12, batches: 1, buffer_words: 1776 };
/// The loop of `sha_ni_version`.
pub(super) const SHA_NI_VERSION: Loop = Loop { hashes: 8, batches: 1, buffer_words: 1264 };
/// The loop of `avx512_nonce`.
pub(super) const AVX512_NONCE: Loop = Loop { hashes: 32, batches: 1, buffer_words: 512 };
/// The loop of `avx512_version`.
pub(super) const AVX512_VERSION: Loop = Loop { hashes: 32, batches: 1, buffer_words: 512 };
/// The loop of `avx2_nonce`.
pub(super) const AVX2_NONCE: Loop = Loop { hashes: 8, batches: 1, buffer_words: 512 };
/// The loop of `avx2_version`.
pub(super) const AVX2_VERSION: Loop = Loop { hashes: 8, batches: 1, buffer_words: 512 };
