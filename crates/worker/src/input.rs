//! Turns the wire form of a nonce unit into a search and back.
//!
//! Does not run anything.

use quarry_api::exchange::NonceInput;
use quarry_pow::{
    Endian, HashFunction, HashOrder, NonceField, NonceWidth, Target, Work, WorkError,
};

/// Why a unit's input is no search.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The nonce field is neither 32 nor 64 bits wide.
    #[error("nonce field of {0} bits: it must be 32 or 64")]
    Width(u8),
    /// The byte order is unknown.
    #[error("nonce byte order `{0}`: it must be `little` or `big`")]
    ByteOrder(String),
    /// The hash order is unknown.
    #[error("hash order `{0}`: it must be `bitcoin` or `digest`")]
    HashOrder(String),
    /// The field does not lie inside the bytes, or these are too long.
    #[error(transparent)]
    Work(#[from] WorkError),
}

/// The search that an input describes.
///
/// # Errors
/// [`InputError`], naming the field that is wrong.
pub fn work_of(input: &NonceInput) -> Result<Work, InputError> {
    let width = match input.nonce_bits {
        32 => NonceWidth::U32,
        64 => NonceWidth::U64,
        other => return Err(InputError::Width(other)),
    };
    let endian = match input.nonce_endian.as_str() {
        "little" => Endian::Little,
        "big" => Endian::Big,
        other => return Err(InputError::ByteOrder(other.to_owned())),
    };
    let order = match input.hash_order.as_str() {
        "bitcoin" => HashOrder::Bitcoin,
        "digest" => HashOrder::Digest,
        other => return Err(InputError::HashOrder(other.to_owned())),
    };
    let field = NonceField { offset: input.nonce_offset, width, endian };
    let target = Target::from_be_bytes(input.target);
    Ok(Work::data(input.template.clone(), field, order, target)?)
}

/// The wire form of a search; `None` for what is not traded: a header that rolls more than its
/// nonce, a nonce in decimal digits, another hash than SHA256d.
#[must_use]
pub fn input_of(work: &Work) -> Option<NonceInput> {
    let field = work.field().filter(|_| work.function() == HashFunction::Sha256d)?;
    Some(describe(work.template(), field, work.order(), work.target().to_be_bytes()))
}

/// The wire form of a search's parts.
#[must_use]
pub fn describe(
    template: &[u8],
    field: NonceField,
    order: HashOrder,
    target: [u8; 32],
) -> NonceInput {
    NonceInput {
        template: template.to_vec(),
        nonce_offset: field.offset,
        nonce_bits: match field.width {
            NonceWidth::U32 => 32,
            NonceWidth::U64 => 64,
        },
        nonce_endian: match field.endian {
            Endian::Little => "little".to_owned(),
            Endian::Big => "big".to_owned(),
        },
        hash_order: match order {
            HashOrder::Bitcoin => "bitcoin".to_owned(),
            HashOrder::Digest => "digest".to_owned(),
        },
        target,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trip_and_refusals() {
        let work = Work::header([7; 80], Target::from_zero_bits(20).unwrap());
        let input = input_of(&work).unwrap();
        let back = work_of(&input).unwrap();
        assert_eq!(input_of(&back), Some(input.clone()));
        assert_eq!(back.hash(5), work.hash(5));
        assert!(work_of(&NonceInput { nonce_bits: 16, ..input.clone() }).is_err());
        assert!(work_of(&NonceInput { nonce_offset: 77, ..input.clone() }).is_err());
        assert!(work_of(&NonceInput { nonce_endian: "pdp".into(), ..input.clone() }).is_err());
        assert!(work_of(&NonceInput { hash_order: "x".into(), ..input }).is_err());
    }
}
