//! Reading and writing Bitcoin's plain encodings: little-endian integers, compact sizes.
//!
//! Does not know messages. Nothing here allocates by a count that the sender named.

use crate::limits::MAX_SIZE;
use crate::message::BodyError;

/// What is left to read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    pub(crate) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], BodyError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(BodyError::Truncated)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], BodyError> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or(BodyError::Truncated)?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, BodyError> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(crate) fn u16_be(&mut self) -> Result<u16, BodyError> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, BodyError> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn i32(&mut self) -> Result<i32, BodyError> {
        self.array().map(i32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Result<u64, BodyError> {
        self.array().map(u64::from_le_bytes)
    }

    pub(crate) fn i64(&mut self) -> Result<i64, BodyError> {
        self.array().map(i64::from_le_bytes)
    }

    /// A compact size of any value, in its shortest form.
    pub(crate) fn compact_any(&mut self) -> Result<u64, BodyError> {
        let (value, least) = match self.u8()? {
            0xfd => (u64::from(self.array().map(u16::from_le_bytes)?), 0xfd),
            0xfe => (u64::from(self.u32()?), 0x1_0000),
            0xff => (self.u64()?, 0x1_0000_0000),
            small => (u64::from(small), 0),
        };
        if value < least { Err(BodyError::CompactSize) } else { Ok(value) }
    }

    /// "ReadCompactSize(): size too large": a compact size that counts something.
    pub(crate) fn compact(&mut self) -> Result<u64, BodyError> {
        let value = self.compact_any()?;
        if value > MAX_SIZE { Err(BodyError::CompactSize) } else { Ok(value) }
    }
}

/// Appends a compact size.
pub(crate) fn put_compact(out: &mut Vec<u8>, value: u64) {
    let bytes = value.to_le_bytes();
    match value {
        0..=0xfc => out.push(bytes[0]),
        0xfd..=0xffff => {
            out.push(0xfd);
            out.extend_from_slice(&bytes[..2]);
        }
        0x1_0000..=0xffff_ffff => {
            out.push(0xfe);
            out.extend_from_slice(&bytes[..4]);
        }
        _ => {
            out.push(0xff);
            out.extend_from_slice(&bytes);
        }
    }
}

/// Appends a length.
pub(crate) fn put_length(out: &mut Vec<u8>, length: usize) {
    put_compact(out, u64::try_from(length).unwrap_or(u64::MAX));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compact_sizes_come_back_and_only_in_their_shortest_form() {
        for value in [0, 0xfc, 0xfd, 0xffff, 0x1_0000, 0xffff_ffff, 0x1_0000_0000, u64::MAX] {
            let mut out = Vec::new();
            put_compact(&mut out, value);
            let mut reader = Reader::new(&out);
            assert_eq!(reader.compact_any(), Ok(value));
            assert!(reader.is_empty());
        }
        for long in
            [&[0xfd, 0xfc, 0][..], &[0xfe, 0xff, 0xff, 0, 0], &[0xff, 1, 0, 0, 0, 0, 0, 0, 0]]
        {
            assert_eq!(Reader::new(long).compact_any(), Err(BodyError::CompactSize));
        }
        assert_eq!(Reader::new(&[0xfe, 1, 0, 0, 2]).compact(), Err(BodyError::CompactSize));
    }
}
