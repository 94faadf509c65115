//! Random secrets and their comparison.
//!
//! Does not know what a secret opens.

use core::hint::black_box;

use rand::Rng;

/// A fresh secret of 128 random bits, 32 hex digits: login codes, sessions, operator tokens.
#[must_use]
pub fn random_token() -> String {
    // The thread's generator is cryptographic and seeded by the system.
    hex::encode(rand::rng().random::<[u8; 16]>())
}

/// Whether two texts are equal, in a time that depends on their lengths only.
pub(crate) fn same_secret(given: &str, kept: &str) -> bool {
    let (given, kept) = (given.as_bytes(), kept.as_bytes());
    if given.len() != kept.len() {
        return false;
    }
    let difference = given.iter().zip(kept).fold(0_u8, |all, (a, b)| black_box(all | (a ^ b)));
    black_box(difference) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_equal_texts_are_the_same() {
        assert!(same_secret("abc", "abc"));
        for other in ["", "ab", "abd", "bbc", "abcd", "ABC"] {
            assert!(!same_secret(other, "abc"), "{other}");
        }
    }

    #[test]
    fn tokens_have_128_bits_and_differ() {
        let (a, b) = (random_token(), random_token());
        assert_eq!(a.len(), 32);
        assert_ne!(a, b);
    }
}
