//! What is searched: bytes with a place for a nonce, an order to read the hash in, and a target.
//!
//! Knows neither kernels nor threads, and how positions are numbered only from `space`. [`Work::hash`] is the definition every kernel is held to, and
//! is written with the `sha2` crate's hasher alone so that it shares no code with them.

use std::borrow::Cow;
use std::fmt;

use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::hash::{HashOrder, HashValue};
use crate::limits::{MAX_DATA_LEN, MAX_MERKLE_BRANCH};
use crate::range::PositionRange;
use crate::space::{Extranonce, HEADER_LEN, Parts, Rolling, VersionMask};
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

/// How the hash is made of the bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum HashFunction {
    /// SHA-256 of the 32 bytes of the SHA-256, as Bitcoin has it.
    #[default]
    Sha256d,
    /// SHA-256 of the 64 lowercase hexadecimal digits of the SHA-256: what the Cloud Nonce
    /// Discovery coursework computed. A legacy: no kernel is made for it.
    Sha256HexText,
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
    /// The field is not wholly inside the data, or of no size that it may have.
    #[error("a field of {width} bytes at offset {offset} does not fit {len} bytes of data")]
    FieldOutside {
        /// The field's first byte.
        offset: usize,
        /// The field's size in bytes.
        width: usize,
        /// Length of the data in bytes.
        len: usize,
    },
    /// The way to the Merkle root is longer than [`MAX_MERKLE_BRANCH`].
    #[error("a Merkle branch of {hashes} hashes: it has at most {MAX_MERKLE_BRANCH}")]
    BranchTooLong {
        /// Hashes in it.
        hashes: usize,
    },
}

/// Why a position is no hit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// The work has no such position: as a nonce, it does not fit its field.
    #[error("position {position} is outside the work's space")]
    OutOfSpace {
        /// The position.
        position: u64,
    },
    /// The hash is above the target.
    #[error("hash {hash} is above the target")]
    AboveTarget {
        /// The hash that the position gives.
        hash: HashValue,
    },
}

/// One search problem: which position of the space gives a hash at or below the target?
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Work {
    template: Vec<u8>,
    place: Place,
    function: HashFunction,
    order: HashOrder,
    target: Target,
}

/// Where a position goes in the bytes.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Place {
    /// Into a field; the position is the nonce.
    Field(NonceField),
    /// Behind the template, as decimal digits.
    DecimalText,
    /// Into an 80-byte header whose nonce is not all that may change.
    Header(Rolling),
}

/// The nonce of a header: its last four bytes.
const HEADER_NONCE: NonceField =
    NonceField { offset: 76, width: NonceWidth::U32, endian: Endian::Little };

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
    pub fn header(header: [u8; HEADER_LEN], target: Target) -> Self {
        Self::new(header.to_vec(), Place::Field(HEADER_NONCE), HashOrder::Bitcoin, target)
    }

    /// The work of a header that may also roll its version's bits of `mask` and the number in its
    /// coinbase's extranonce field; what the header has in their places does not matter. Without
    /// either it is [`header`](Self::header)'s.
    ///
    /// ```
    /// use quarry_pow::{Target, VersionMask, Work};
    /// let work = Work::rolling_header([0; 80], Some(VersionMask::BIP320), None, Target::MAX);
    /// assert_eq!(work.space().count(), 1 << 48);
    /// assert_eq!(work.parts(1).unwrap().version, 0x2000);
    /// ```
    #[must_use]
    pub fn rolling_header(
        header: [u8; HEADER_LEN],
        mask: Option<VersionMask>,
        extranonce: Option<Extranonce>,
        target: Target,
    ) -> Self {
        if mask.is_none() && extranonce.is_none() {
            return Self::header(header, target);
        }
        let place = Place::Header(Rolling { mask, extranonce });
        Self::new(header.to_vec(), place, HashOrder::Bitcoin, target)
    }

    fn new(template: Vec<u8>, place: Place, order: HashOrder, target: Target) -> Self {
        Self { template, place, function: HashFunction::Sha256d, order, target }
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
            Some(end) if end <= len => Ok(Self::new(bytes, Place::Field(field), order, target)),
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

    /// The work of `text` followed by the nonce in decimal digits, any 64-bit number, the hash read
    /// in [`HashOrder::Digest`].
    ///
    /// # Errors
    /// [`WorkError::TooLong`] if text and the longest nonce together are above [`MAX_DATA_LEN`].
    ///
    /// ```
    /// use quarry_pow::{Target, Work};
    /// let work = Work::text_with_decimal_nonce(b"hello", Target::MAX)?;
    /// assert_eq!(work.preimage(1024), b"hello1024");
    /// # Ok::<(), quarry_pow::WorkError>(())
    /// ```
    pub fn text_with_decimal_nonce(text: &[u8], target: Target) -> Result<Self, WorkError> {
        let len = text.len().saturating_add(DECIMAL_DIGITS);
        if len > MAX_DATA_LEN {
            return Err(WorkError::TooLong { len });
        }
        Ok(Self::new(text.to_vec(), Place::DecimalText, HashOrder::Digest, target))
    }

    /// The same work with its hash read in another order.
    #[must_use]
    pub const fn with_order(mut self, order: HashOrder) -> Self {
        self.order = order;
        self
    }

    /// The same work with another target.
    #[must_use]
    pub const fn with_target(mut self, target: Target) -> Self {
        self.target = target;
        self
    }

    /// The same work with another hash function.
    #[must_use]
    pub const fn with_function(mut self, function: HashFunction) -> Self {
        self.function = function;
        self
    }

    /// The bytes as they were given; those that the search chooses mean nothing.
    #[must_use]
    pub fn template(&self) -> &[u8] {
        &self.template
    }

    /// The nonce's field, if a position is a number in one field and nothing else.
    #[must_use]
    pub const fn field(&self) -> Option<NonceField> {
        match self.place {
            Place::Field(field) => Some(field),
            Place::DecimalText | Place::Header(_) => None,
        }
    }

    /// How the hash is made.
    #[must_use]
    pub const fn function(&self) -> HashFunction {
        self.function
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

    /// Every position there is.
    #[must_use]
    pub fn space(&self) -> PositionRange {
        PositionRange::up_to(match &self.place {
            Place::Field(field) => field.width.max(),
            Place::DecimalText => u64::MAX,
            Place::Header(rolling) => rolling.last(),
        })
    }

    /// What a header has at a position; `None` if the work is no header or has no such position.
    #[must_use]
    pub fn parts(&self, position: u64) -> Option<Parts> {
        if !self.space().contains_position(position) {
            return None;
        }
        let (rolling, version) = self.as_header()?;
        Some(rolling.at(position, version))
    }

    /// What rolls of a header whose nonce is in its place, and the template's version.
    pub(crate) fn as_header(&self) -> Option<(Cow<'_, Rolling>, u32)> {
        let (version, _) = self.template.split_first_chunk()?;
        let version = u32::from_le_bytes(*version);
        match &self.place {
            Place::Header(rolling) => Some((Cow::Borrowed(rolling), version)),
            Place::Field(HEADER_NONCE) if self.template.len() == HEADER_LEN => {
                Some((Cow::Owned(Rolling::default()), version))
            }
            Place::Field(_) | Place::DecimalText => None,
        }
    }

    /// The bytes that are hashed for a position. Bits of it above the space are dropped.
    #[must_use]
    pub fn preimage(&self, position: u64) -> Vec<u8> {
        let mut bytes = self.template.clone();
        match &self.place {
            Place::Field(field) => field.write(&mut bytes, position),
            Place::DecimalText => bytes.extend_from_slice(position.to_string().as_bytes()),
            Place::Header(rolling) => {
                let (template_version, rest) = bytes.split_at_mut(4);
                let mut version = [0; 4];
                version.copy_from_slice(template_version);
                let parts = rolling.at(position, u32::from_le_bytes(version));
                template_version.copy_from_slice(&parts.version.to_le_bytes());
                if let (Some(field), Some(value)) = (&rolling.extranonce, parts.extranonce) {
                    rest[32..64].copy_from_slice(&field.merkle_root(value));
                }
                HEADER_NONCE.write(&mut bytes, u64::from(parts.nonce));
            }
        }
        bytes
    }

    /// The hash of the [`preimage`](Self::preimage), by code that no kernel shares.
    #[must_use]
    pub fn hash(&self, position: u64) -> HashValue {
        let once = Sha256::digest(self.preimage(position));
        let twice = match self.function {
            HashFunction::Sha256d => Sha256::digest(once),
            HashFunction::Sha256HexText => Sha256::digest(format!("{once:x}")),
        };
        HashValue::from_digest(twice.into(), self.order)
    }

    /// Compressions that take about as long as [`hash`](Self::hash), on a processor that is fast at
    /// them: it hashes all of the data, allocates, and may write digits or make a Merkle root.
    pub(crate) fn definition_compressions(&self) -> u64 {
        let root = match &self.place {
            Place::Header(rolling) => rolling.root_compressions(),
            Place::Field(_) | Place::DecimalText => 0,
        };
        (self.template.len() / 64) as u64 + root + 40
    }

    /// Whether the position is a hit.
    #[must_use]
    pub fn check(&self, position: u64) -> bool {
        self.verify(position).is_ok()
    }

    /// The hash of a position that is a hit.
    ///
    /// # Errors
    /// [`VerifyError::OutOfSpace`] if the work has no such position,
    /// [`VerifyError::AboveTarget`] with the hash if that does not meet the target.
    pub fn verify(&self, position: u64) -> Result<HashValue, VerifyError> {
        if !self.space().contains_position(position) {
            return Err(VerifyError::OutOfSpace { position });
        }
        let hash = self.hash(position);
        if self.target.is_met_by(&hash) { Ok(hash) } else { Err(VerifyError::AboveTarget { hash }) }
    }
}

/// Digits of the longest decimal nonce.
const DECIMAL_DIGITS: usize = 20;

/// Leaves out the template, which may be a megabyte.
impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work")
            .field("len", &self.template.len())
            .field("field", &self.field())
            .field("function", &self.function)
            .field("order", &self.order)
            .field("target", &self.target)
            .finish()
    }
}

#[cfg(test)]
mod tests;
