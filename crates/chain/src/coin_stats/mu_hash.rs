//! `MuHash3072`: a hash of a set, whatever the order.
//!
//! Each element becomes a number of 3072 bits (SHA-256, then ChaCha20's stream under that key); the
//! numbers are multiplied modulo 2^3072 - 1103717. No library has it. Elements are only put in here,
//! so no inverse is needed. Does not know coins.

use quarry_primitives::Hash;
use quarry_primitives::hashes::sha256;

/// Words of a number.
const WORDS: usize = 48;
/// What the modulus lacks to 2^3072.
const LACK: u64 = 1_103_717;

/// A number below 2^3072, least word first.
type Number = [u64; WORDS];

/// A set's hash in the making.
#[derive(Clone, Debug)]
pub(super) struct MuHash {
    product: Number,
}

impl Default for MuHash {
    fn default() -> Self {
        let mut product = [0; WORDS];
        product[0] = 1;
        Self { product }
    }
}

impl MuHash {
    /// Puts an element in.
    pub(super) fn insert(&mut self, element: &[u8]) {
        self.product = multiply(&self.product, &number_of(element));
    }

    /// The hash.
    pub(super) fn finish(&self) -> sha256::Hash {
        sha256::Hash::hash(&bytes_of(&below_modulus(self.product)))
    }
}

fn bytes_of(number: &Number) -> Vec<u8> {
    number.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn number_of(element: &[u8]) -> Number {
    let key = sha256::Hash::hash(element).to_byte_array();
    let mut out = [0; WORDS];
    // Blocks of eight words of 64 bits.
    for (counter, words) in (0u32..).zip(out.chunks_exact_mut(8)) {
        let stream = chacha20(&key, counter);
        for (word, pair) in words.iter_mut().zip(stream.chunks_exact(2)) {
            *word = u64::from(pair[0]) | (u64::from(pair[1]) << 32);
        }
    }
    out
}

/// A block of ChaCha20's stream (RFC 8439) under nonce zero.
fn chacha20(key: &[u8; 32], counter: u32) -> [u32; 16] {
    let mut start = [
        0x6170_7865,
        0x3320_646e,
        0x7962_2d32,
        0x6b20_6574,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        counter,
        0,
        0,
        0,
    ];
    for (word, bytes) in start[4..12].iter_mut().zip(key.chunks_exact(4)) {
        *word = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    }
    let mut state = start;
    for _ in 0..10 {
        for column in 0..4 {
            quarter(&mut state, [column, column + 4, column + 8, column + 12]);
        }
        for diagonal in 0..4 {
            let place = |row: usize| row * 4 + (diagonal + row) % 4;
            quarter(&mut state, [place(0), place(1), place(2), place(3)]);
        }
    }
    for (word, first) in state.iter_mut().zip(start) {
        *word = word.wrapping_add(first);
    }
    state
}

fn quarter(state: &mut [u32; 16], [a, b, c, d]: [usize; 4]) {
    for (sum, other, mixed, turn) in [(a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)] {
        state[sum] = state[sum].wrapping_add(state[other]);
        state[mixed] = (state[mixed] ^ state[sum]).rotate_left(turn);
    }
}

fn multiply(a: &Number, b: &Number) -> Number {
    let mut product = [0u64; 2 * WORDS];
    for (place, x) in a.iter().enumerate() {
        let mut carry = 0;
        for (word, y) in product[place..].iter_mut().zip(b) {
            (*word, carry) = multiply_add(*x, *y, *word, carry);
        }
        product[place + WORDS] = carry;
    }
    let (low, high) = product.split_at(WORDS);
    let mut out = [0; WORDS];
    let mut carry = 0;
    for ((word, low), high) in out.iter_mut().zip(low).zip(high) {
        (*word, carry) = multiply_add(*high, LACK, *low, carry);
    }
    // What runs over is worth `LACK` each time; the second time at most one does.
    while carry > 0 {
        let mut rest;
        (out[0], rest) = multiply_add(carry, LACK, out[0], 0);
        for word in &mut out[1..] {
            (*word, rest) = multiply_add(1, rest, *word, 0);
        }
        carry = rest;
    }
    out
}

/// `x * y + a + b`, which always fits in two words: the low one, the high one.
fn multiply_add(x: u64, y: u64, a: u64, b: u64) -> (u64, u64) {
    let sum = u128::from(x) * u128::from(y) + u128::from(a) + u128::from(b);
    let low = u64::try_from(sum & u128::from(u64::MAX)).unwrap_or(u64::MAX);
    (low, u64::try_from(sum >> 64).unwrap_or(u64::MAX))
}

fn below_modulus(number: Number) -> Number {
    let mut less = number;
    let mut carry = LACK;
    for word in &mut less {
        (*word, carry) = multiply_add(1, carry, *word, 0);
    }
    if carry > 0 { less } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(n: u8) -> [u8; 32] {
        let mut out = [0; 32];
        out[0] = n;
        out
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    // RFC 8439, A.1, test vectors 1 and 2.
    #[test]
    fn published_key_stream() {
        assert_eq!(
            chacha20(&[0; 32], 0)[..4],
            [0xade0_b876, 0x903d_f1a0, 0xe56a_5d40, 0x28bd_8653]
        );
        assert_eq!(
            chacha20(&[0; 32], 1)[..4],
            [0xbee7_079f, 0x7a38_5155, 0x7c97_ba98, 0x0d08_2d73]
        );
    }

    // Bitcoin Core's crypto_tests.cpp, muhash_tests: the serialization of 1 * 2.
    #[test]
    fn published_product() {
        let mut set = MuHash::default();
        set.insert(&element(1));
        set.insert(&element(2));
        let bytes = bytes_of(&below_modulus(set.product));
        let first = "1fa093295ea30a6a3acdc7b3f770fa538eff537528e990e2910e40bbcfd7f669";
        assert_eq!(hex(&bytes[..32]), first);
        assert_eq!(bytes.len(), 384);
        assert!(hex(&bytes).ends_with("36b16392e18036cb13e48c5c"));
    }

    // The same: "internal data is larger than the modulus".
    #[test]
    fn numbers_above_the_modulus_are_reduced() {
        let set = MuHash { product: [u64::MAX; WORDS] };
        let wanted = "3a31e6903aff0de9f62f9a9f7f8b861de76ce2cda09822b90014319ae5dc2271";
        assert_eq!(hex(&set.finish().to_byte_array()), wanted);
    }

    #[test]
    fn products_are_those_of_small_numbers() {
        let mut a = [0; WORDS];
        a[WORDS - 1] = 1 << 63;
        let mut two = [0; WORDS];
        two[0] = 2;
        let mut wanted = [0; WORDS];
        wanted[0] = LACK;
        assert_eq!(multiply(&a, &two), wanted);
        let full = [u64::MAX; WORDS];
        let one = MuHash::default().product;
        // (p + L - 1)^2 is (L - 1)^2 modulo p.
        wanted[0] = (LACK - 1) * (LACK - 1);
        assert_eq!(below_modulus(multiply(&full, &full)), wanted);
        assert_eq!(multiply(&one, &one), one);
    }
}
