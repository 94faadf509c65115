//! What is searched: bytes with a nonce field, an order to read the hash in, and a target.
//!
//! Knows neither kernels nor threads. [`Work::hash`] is the definition every kernel is held to, and
//! is written with the `sha2` crate's hasher alone so that it shares no code with them.

use std::fmt;

use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::hash::{HashOrder, HashValue};
use crate::limits::MAX_DATA_LEN;
use crate::range::NonceRange;
use crate::target::Target;

/// The order of a nonce's bytes in the data.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Endian {
    /// Least significant byte first, as in a block header.
    Little,
    /// Most significant byte first.
    Big,
}

/// The size of a nonce in the data.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NonceWidth {
    /// Four bytes.
    U32,
    /// Eight bytes.
    U64,
}

impl NonceWidth {
    /// The size in bytes.
    #[must_use]
    pub const fn bytes(self) -> usize {
        match self {
            Self::U32 => 4,
            Self::U64 => 8,
        }
    }

    /// The highest nonce.
    #[must_use]
    pub const fn max(self) -> u64 {
        match self {
            Self::U32 => u32::MAX as u64,
            Self::U64 => u64::MAX,
        }
    }
}

/// Where a nonce lies in the data and how it is written there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct NonceField {
    /// The first byte, counted from the start of the data; any alignment.
    pub offset: usize,
    /// The size.
    pub width: NonceWidth,
    /// The order of the bytes.
    pub endian: Endian,
}

impl NonceField {
    /// The field's bytes, an index into the data.
    fn span(&self) -> std::ops::Range<usize> {
        self.offset..self.offset + self.width.bytes()
    }

    /// Writes a nonce into its field. Bits above the width are dropped.
    pub(crate) fn write(&self, data: &mut [u8], nonce: u64) {
        let to = &mut data[self.span()];
        let width = to.len();
        match self.endian {
            Endian::Little => to.copy_from_slice(&nonce.to_le_bytes()[..width]),
            Endian::Big => to.copy_from_slice(&nonce.to_be_bytes()[8 - width..]),
        }
    }
}

/// Why bytes and a nonce field make no work.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum WorkError {
    /// The data is longer than [`MAX_DATA_LEN`].
    #[error("{len} bytes of data: at most {MAX_DATA_LEN} can be searched")]
    TooLong {
        /// Length of the data in bytes, nonce field included.
        len: usize,
    },
    /// The nonce field is not wholly inside the data.
    #[error("a nonce of {width} bytes at offset {offset} does not fit {len} bytes of data")]
    FieldOutside {
        /// The field's first byte.
        offset: usize,
        /// The field's size in bytes.
        width: usize,
        /// Length of the data in bytes.
        len: usize,
    },
}

/// Why a nonce is no hit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// The nonce does not fit its field.
    #[error("nonce {nonce} is outside the work's space")]
    OutOfSpace {
        /// The nonce.
        nonce: u64,
    },
    /// The hash is above the target.
    #[error("hash {hash} is above the target")]
    AboveTarget {
        /// The hash that the nonce gives.
        hash: HashValue,
    },
}

/// One search problem: which nonce gives these bytes a SHA256d at or below the target?
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Work {
    template: Vec<u8>,
    field: NonceField,
    order: HashOrder,
    target: Target,
}

impl Work {
    /// The work of an 80-byte Bitcoin header: a little-endian 32-bit nonce in its last four bytes,
    /// the hash read in [`HashOrder::Bitcoin`].
    ///
    /// ```
    /// use quarry_pow::{Target, Work};
    /// let work = Work::header([0; 80], Target::MAX);
    /// assert_eq!(work.space().last(), u64::from(u32::MAX));
    /// assert_eq!(work.preimage(0x0102_0304)[76..], [4, 3, 2, 1]);
    /// ```
    #[must_use]
    pub fn header(header: [u8; 80], target: Target) -> Self {
        let field = NonceField { offset: 76, width: NonceWidth::U32, endian: Endian::Little };
        Self { template: header.to_vec(), field, order: HashOrder::Bitcoin, target }
    }

    /// The work of any bytes that hold a nonce field. What the field's bytes are beforehand does
    /// not matter.
    ///
    /// # Errors
    /// [`WorkError::TooLong`] above [`MAX_DATA_LEN`], [`WorkError::FieldOutside`] if the field is
    /// not wholly inside.
    pub fn data(
        bytes: Vec<u8>,
        field: NonceField,
        order: HashOrder,
        target: Target,
    ) -> Result<Self, WorkError> {
        let len = bytes.len();
        if len > MAX_DATA_LEN {
            return Err(WorkError::TooLong { len });
        }
        let (offset, width) = (field.offset, field.width.bytes());
        match offset.checked_add(width) {
            Some(end) if end <= len => Ok(Self { template: bytes, field, order, target }),
            _ => Err(WorkError::FieldOutside { offset, width, len }),
        }
    }

    /// The work of `bytes` followed by a nonce, the hash read in [`HashOrder::Digest`].
    ///
    /// # Errors
    /// [`WorkError::TooLong`] if bytes and nonce together are above [`MAX_DATA_LEN`].
    ///
    /// ```
    /// use quarry_pow::{Endian, NonceWidth, Target, Work};
    /// let target = Target::from_zero_bits(4)?;
    /// let work = Work::data_with_appended_nonce(b"hello", NonceWidth::U64, Endian::Big, target)?;
    /// let nonce = (0..).find(|&nonce| work.check(nonce)).unwrap();
    /// assert!(work.hash(nonce).zero_bits() >= 4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn data_with_appended_nonce(
        bytes: &[u8],
        width: NonceWidth,
        endian: Endian,
        target: Target,
    ) -> Result<Self, WorkError> {
        let field = NonceField { offset: bytes.len(), width, endian };
        let len = bytes.len().saturating_add(width.bytes());
        // Before the copy is made.
        if len > MAX_DATA_LEN {
            return Err(WorkError::TooLong { len });
        }
        let mut template = bytes.to_vec();
        template.resize(len, 0);
        Self::data(template, field, HashOrder::Digest, target)
    }

    /// The bytes as they were given; those of the nonce field mean nothing.
    #[must_use]
    pub fn template(&self) -> &[u8] {
        &self.template
    }

    /// Where the nonce lies.
    #[must_use]
    pub const fn field(&self) -> NonceField {
        self.field
    }

    /// How the hash is read.
    #[must_use]
    pub const fn order(&self) -> HashOrder {
        self.order
    }

    /// What the hash has to meet.
    #[must_use]
    pub const fn target(&self) -> Target {
        self.target
    }

    /// Every nonce that the field can hold.
    #[must_use]
    pub fn space(&self) -> NonceRange {
        NonceRange::up_to(self.field.width.max())
    }

    /// The bytes that are hashed for a nonce. Bits of the nonce above the field's width are
    /// dropped.
    #[must_use]
    pub fn preimage(&self, nonce: u64) -> Vec<u8> {
        let mut bytes = self.template.clone();
        self.field.write(&mut bytes, nonce);
        bytes
    }

    /// SHA256d of the [`preimage`](Self::preimage), by code that no kernel shares.
    #[must_use]
    pub fn hash(&self, nonce: u64) -> HashValue {
        let once = Sha256::digest(self.preimage(nonce));
        HashValue::from_digest(Sha256::digest(once).into(), self.order)
    }

    /// Whether the nonce is a hit.
    #[must_use]
    pub fn check(&self, nonce: u64) -> bool {
        self.verify(nonce).is_ok()
    }

    /// The hash of a nonce that is a hit.
    ///
    /// # Errors
    /// [`VerifyError::OutOfSpace`] if the nonce does not fit its field,
    /// [`VerifyError::AboveTarget`] with the hash if that does not meet the target.
    pub fn verify(&self, nonce: u64) -> Result<HashValue, VerifyError> {
        if !self.space().contains_nonce(nonce) {
            return Err(VerifyError::OutOfSpace { nonce });
        }
        let hash = self.hash(nonce);
        if self.target.is_met_by(&hash) { Ok(hash) } else { Err(VerifyError::AboveTarget { hash }) }
    }
}

/// Leaves out the template, which may be a megabyte.
impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work")
            .field("len", &self.template.len())
            .field("field", &self.field)
            .field("order", &self.order)
            .field("target", &self.target)
            .finish()
    }
}

#[cfg(test)]
mod tests;
