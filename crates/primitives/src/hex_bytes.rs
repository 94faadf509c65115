//! Serde form of byte strings: lower-case hexadecimal text (`#[serde(with = "hex_bytes")]`).
//!
//! Does not know what the bytes mean, nor how long they should be.

use serde::{Deserialize, Deserializer, Serializer};

/// Writes bytes as lower-case hex.
///
/// # Errors
/// Only the serializer's own.
pub fn serialize<S: Serializer>(bytes: impl AsRef<[u8]>, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(&hex::encode(bytes))
}

/// Reads hex into bytes; arrays must be of the exact length.
///
/// # Errors
/// Odd length, other characters, or a wrong length for an array.
pub fn deserialize<'de, D: Deserializer<'de>, T: TryFrom<Vec<u8>>>(d: D) -> Result<T, D::Error> {
    let text = String::deserialize(d)?;
    let bytes = hex::decode(&text).map_err(serde::de::Error::custom)?;
    let length = bytes.len();
    T::try_from(bytes)
        .map_err(|_| serde::de::Error::custom(format_args!("wrong number of bytes: {length}")))
}
