//! The hash of a work as the number that is compared with a target.
//!
//! Knows no target and computes no hash.

use std::fmt;

/// How the 32 bytes of a digest are read as a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HashOrder {
    /// Bitcoin's: the digest is a little-endian number, so it is shown with its bytes reversed.
    Bitcoin,
    /// The digest's bytes as they are: a big-endian number.
    Digest,
}

/// The SHA256d of a preimage, as a 256-bit number.
///
/// Ordered and shown as that number, the most significant byte first: for [`HashOrder::Bitcoin`]
/// this is the form in which block hashes are written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HashValue([u8; 32]);

impl HashValue {
    /// The number that a digest stands for.
    #[must_use]
    pub fn from_digest(mut digest: [u8; 32], order: HashOrder) -> Self {
        if order == HashOrder::Bitcoin {
            digest.reverse();
        }
        Self(digest)
    }

    /// A number from its big-endian bytes.
    #[must_use]
    pub const fn from_be_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The number's big-endian bytes.
    #[must_use]
    pub const fn to_be_bytes(self) -> [u8; 32] {
        self.0
    }

    /// The most significant 32 bits, which a kernel tests.
    pub(crate) const fn top_word(&self) -> u32 {
        u32::from_be_bytes([self.0[0], self.0[1], self.0[2], self.0[3]])
    }

    /// Leading zero bits, 0 to 256.
    #[must_use]
    pub fn zero_bits(&self) -> u16 {
        leading_zero_bits(&self.0)
    }
}

/// Leading zero bits of a big-endian 256-bit number, 0 to 256.
pub(crate) fn leading_zero_bits(bytes: &[u8; 32]) -> u16 {
    let mut bits = 0;
    for byte in bytes {
        // 0 to 8 fits any type.
        bits += u16::try_from(byte.leading_zeros()).unwrap_or(8);
        if *byte != 0 {
            break;
        }
    }
    bits
}

/// Writes 32 bytes as 64 hexadecimal digits.
pub(crate) fn write_hex(bytes: &[u8; 32], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

impl fmt::Display for HashValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, f)
    }
}

impl fmt::Debug for HashValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HashValue({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_read_the_digest_from_opposite_ends() {
        let mut digest = [0; 32];
        digest[0] = 1;
        assert_eq!(HashValue::from_digest(digest, HashOrder::Digest).zero_bits(), 7);
        assert_eq!(HashValue::from_digest(digest, HashOrder::Bitcoin).zero_bits(), 255);
        assert!(HashValue::from_digest(digest, HashOrder::Bitcoin).to_string().ends_with("0001"));
        assert_eq!(HashValue::from_be_bytes([0; 32]).zero_bits(), 256);
        assert_eq!(HashValue::from_be_bytes([0xff; 32]).zero_bits(), 0);
    }
}
