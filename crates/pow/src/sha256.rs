//! SHA-256 (FIPS 180-4): the constants, the padding and the bare compression function.
//!
//! Knows nothing of nonces. The arithmetic is the `sha2` crate's; what is here only feeds it.

use sha2::compress256;
use sha2::digest::{consts::U64, generic_array::GenericArray};

/// Bytes in a block.
pub(crate) const BLOCK: usize = 64;

/// The eight working words `a..h` between two blocks.
pub(crate) type State = [u32; 8];

/// The initial hash value, FIPS 180-4 section 5.3.3.
pub(crate) const IV: State = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// The round constants, FIPS 180-4 section 4.2.2.
#[cfg(target_arch = "x86_64")]
#[rustfmt::skip]
pub(crate) const K: [u32; 64] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
    0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
    0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
    0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
    0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
];

/// The two functions sigma of the message schedule, FIPS 180-4 section 4.1.2.
#[cfg(target_arch = "x86_64")]
pub(crate) const fn sigma0(x: u32) -> u32 {
    x.rotate_right(7) ^ x.rotate_right(18) ^ x >> 3
}

/// The other one.
#[cfg(target_arch = "x86_64")]
pub(crate) const fn sigma1(x: u32) -> u32 {
    x.rotate_right(17) ^ x.rotate_right(19) ^ x >> 10
}

/// The first rounds of a block, one for each of its first words: what kernels do once and not for
/// every hash.
#[cfg(target_arch = "x86_64")]
pub(crate) fn first_rounds(state: &State, words: &[u32]) -> State {
    words.iter().zip(K).fold(*state, |[a, b, c, d, e, f, g, h], (word, k)| {
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let t1 = [s1, e & f ^ !e & g, k, *word].into_iter().fold(h, u32::wrapping_add);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let t2 = s0.wrapping_add(a & b ^ a & c ^ b & c);
        [t1.wrapping_add(t2), a, b, c, d.wrapping_add(t1), e, f, g]
    })
}

/// Runs the compression function over whole blocks.
pub(crate) fn compress(state: &mut State, blocks: &[[u8; BLOCK]]) {
    for block in blocks {
        let block: &GenericArray<u8, U64> = block.into();
        compress256(state, core::slice::from_ref(block));
    }
}

/// The digest words as the 32 bytes a reader of SHA-256 expects.
pub(crate) fn digest_bytes(state: &State) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (to, word) in bytes.chunks_exact_mut(4).zip(state) {
        to.copy_from_slice(&word.to_be_bytes());
    }
    bytes
}

/// Cuts a message from `start` (a multiple of [`BLOCK`]) to its end into blocks and pads it, FIPS
/// 180-4 section 5.1.1. The length that is written is that of the whole message.
pub(crate) fn padded_blocks(message: &[u8], start: usize) -> Vec<[u8; BLOCK]> {
    debug_assert!(start.is_multiple_of(BLOCK) && start <= message.len());
    let (whole, rest) = message[start..].as_chunks::<BLOCK>();
    let mut blocks = whole.to_vec();
    let mut last = [0; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    last[rest.len()] = 0x80;
    if rest.len() >= BLOCK - 8 {
        blocks.push(last);
        last = [0; BLOCK];
    }
    last[BLOCK - 8..].copy_from_slice(&(message.len() as u64 * 8).to_be_bytes());
    blocks.push(last);
    blocks
}

/// The one block that the second SHA-256 of SHA256d sees: a digest and its padding.
pub(crate) fn digest_block(digest: &State) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..32].copy_from_slice(&digest_bytes(digest));
    block[32] = 0x80;
    block[BLOCK - 8..].copy_from_slice(&256u64.to_be_bytes());
    block
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};

    use super::*;

    /// Every length round two block edges, and every block start, gives the digest of `sha2`'s own
    /// padding.
    #[test]
    fn padding_and_compression_give_the_digest() {
        let message: Vec<u8> = (0..200u8).collect();
        for len in 0..message.len() {
            for start in (0..=len).step_by(BLOCK) {
                let mut state = IV;
                let (before, _) = message[..start].as_chunks();
                compress(&mut state, before);
                compress(&mut state, &padded_blocks(&message[..len], start));
                assert_eq!(digest_bytes(&state)[..], Sha256::digest(&message[..len])[..], "{len}");
            }
        }
    }

    /// FIPS 180-4, the example "abc"; then once more for SHA256d.
    #[test]
    fn published_vectors() {
        let mut state = IV;
        compress(&mut state, &padded_blocks(b"abc", 0));
        let once = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex::encode(digest_bytes(&state)), once);
        let mut second = IV;
        compress(&mut second, &[digest_block(&state)]);
        let twice = "4f8b42c22dd3729b519ba6f68d2da7cc5b2d606d05daed5ad5128cc03e6c6358";
        assert_eq!(hex::encode(digest_bytes(&second)), twice);
    }
}
