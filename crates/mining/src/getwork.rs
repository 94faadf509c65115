//! `getwork`, the protocol of the first miners: a header with a nonce to be found, nothing else.
//!
//! The 128 bytes of `data` are the header with the padding of its hash, the bytes of each 32-bit word
//! reversed; the target is a little-endian number. `midstate` and `hash1` follow from the data and
//! are not looked at. The solution is the same data with the nonce in it. Does not know how it travels.

use quarry_pow::{Target, Work};
use quarry_primitives::Hash as _;
use quarry_primitives::hashes::{HashEngine as _, sha256};
use serde_json::Value;

use crate::job::HEADER_BYTES;

/// Bytes of `data`: two blocks of SHA-256.
const DATA_BYTES: usize = 128;
/// What the second SHA-256 hashes, before there is anything in it: room for a digest, and the padding.
const HASH1: &str = "0000000000000000000000000000000000000000000000000000000000000000\
                     0000008000000000000000000000000000000000000000000000000000010000";
/// Where the nonce is.
const NONCE_AT: usize = 76;

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetWork {
    /// As it came, words reversed.
    data: [u8; DATA_BYTES],
    target: Target,
}

/// An answer that is no work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GetWorkError {
    /// A field is missing, of another type or of another length.
    #[error("the work's `{field}` is not {bytes} bytes of hexadecimal")]
    Field {
        /// Its name.
        field: &'static str,
        /// Bytes it has to have.
        bytes: usize,
    },
    /// No hash meets it.
    #[error("the work's `target` is zero")]
    ZeroTarget,
}

impl GetWork {
    /// Work for a header, as a server gives it out.
    #[must_use]
    pub fn new(header: [u8; HEADER_BYTES], target: Target) -> Self {
        let mut data = [0; DATA_BYTES];
        data[..HEADER_BYTES].copy_from_slice(&header);
        // SHA-256's padding: a bit, zeros, and the length of a header in bits.
        data[HEADER_BYTES] = 0x80;
        data[DATA_BYTES - 2..].copy_from_slice(&[0x02, 0x80]);
        Self { data: words_reversed(data), target }
    }

    /// Reads an answer, the `result` of the call.
    ///
    /// # Errors
    /// [`GetWorkError`].
    pub fn parse(reply: &Value) -> Result<Self, GetWorkError> {
        let data = bytes(reply, "data")?;
        let mut target: [u8; 32] = bytes(reply, "target")?;
        target.reverse();
        if target == [0; 32] {
            return Err(GetWorkError::ZeroTarget);
        }
        Ok(Self { data, target: Target::from_be_bytes(target) })
    }

    /// The header; its nonce does not matter.
    #[must_use]
    pub fn header(&self) -> [u8; HEADER_BYTES] {
        let mut header = [0; HEADER_BYTES];
        header.copy_from_slice(&words_reversed(self.data)[..HEADER_BYTES]);
        header
    }

    /// The target of a solution, which may be easier than the block's.
    #[must_use]
    pub const fn target(&self) -> Target {
        self.target
    }

    /// The search for a solution.
    #[must_use]
    pub fn work(&self) -> Work {
        Work::header(self.header(), self.target)
    }

    /// The only parameter of the `getwork` call that hands a solution in.
    #[must_use]
    pub fn submission(&self, nonce: u32) -> String {
        let mut data = self.data;
        // In the header it is little-endian, and here each word is reversed.
        data[NONCE_AT..HEADER_BYTES].copy_from_slice(&nonce.to_be_bytes());
        hex::encode(data)
    }

    /// The header in the only parameter of the `getwork` call that hands a solution in.
    ///
    /// # Errors
    /// [`GetWorkError::Field`].
    pub fn solved_header(data: &str) -> Result<[u8; HEADER_BYTES], GetWorkError> {
        let mut bytes = [0; DATA_BYTES];
        hex::decode_to_slice(data, &mut bytes)
            .map_err(|_| GetWorkError::Field { field: "data", bytes: DATA_BYTES })?;
        let mut header = [0; HEADER_BYTES];
        header.copy_from_slice(&words_reversed(bytes)[..HEADER_BYTES]);
        Ok(header)
    }

    /// `data` and `target` in hexadecimal, as a server gives them out.
    #[must_use]
    pub fn to_hex(&self) -> (String, String) {
        let mut target = self.target.to_be_bytes();
        target.reverse();
        (hex::encode(self.data), hex::encode(target))
    }

    /// The same as an object, with what follows from the data: the first of those miners look at it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let (data, target) = self.to_hex();
        let midstate = hex::encode(self.midstate());
        serde_json::json!({ "midstate": midstate, "data": data, "hash1": HASH1, "target": target })
    }

    /// SHA-256's state after the first half of the data, the bytes of each word reversed.
    fn midstate(&self) -> [u8; 32] {
        let mut engine = sha256::Hash::engine();
        engine.input(&words_reversed(self.data)[..DATA_BYTES / 2]);
        let mut state = engine.midstate().to_byte_array();
        state.as_chunks_mut::<4>().0.iter_mut().for_each(|word| word.reverse());
        state
    }
}

fn bytes<const N: usize>(reply: &Value, field: &'static str) -> Result<[u8; N], GetWorkError> {
    let mut bytes = [0; N];
    let text = reply.get(field).and_then(Value::as_str);
    text.and_then(|text| hex::decode_to_slice(text, &mut bytes).ok())
        .ok_or(GetWorkError::Field { field, bytes: N })?;
    Ok(bytes)
}

fn words_reversed(mut data: [u8; DATA_BYTES]) -> [u8; DATA_BYTES] {
    data.as_chunks_mut::<4>().0.iter_mut().for_each(|word| word.reverse());
    data
}
