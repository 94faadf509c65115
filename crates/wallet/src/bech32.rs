//! Bech32 and Bech32m (BIP-173, BIP-350): decoding, and where a text is likely wrong.
//!
//! Does not know addresses. The library decodes too, but says neither which checksum it met nor where
//! the error is.

use std::collections::BTreeMap;

/// The digits, by their values.
const CHARSET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// Digits of the checksum.
const CHECKSUM_DIGITS: usize = 6;
/// BIP-173: "A Bech32 string is at most 90 characters long".
const MAX_LENGTH: usize = 90;

/// Which checksum a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    Bech32,
    Bech32m,
}

impl Variant {
    /// What a right checksum leaves over.
    fn residue(self) -> u32 {
        match self {
            Self::Bech32 => 1,
            Self::Bech32m => 0x2bc8_30a3,
        }
    }
}

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) variant: Variant,
    pub(crate) prefix: String,
    /// The values after the separator, without the checksum: five bits each.
    pub(crate) values: Vec<u8>,
}

/// What is wrong with a text, in Bitcoin Core's words, and at which characters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) message: &'static str,
    pub(crate) locations: Vec<usize>,
}

impl Fault {
    fn new(message: &'static str, locations: Vec<usize>) -> Self {
        Self { message, locations }
    }
}

/// Decodes a text, or says what is wrong with it.
pub(crate) fn decode(text: &str) -> Result<Decoded, Fault> {
    let (prefix, values) = split(text)?;
    let left = residue(&prefix, &values);
    let right = [Variant::Bech32, Variant::Bech32m].into_iter().find(|v| v.residue() == left);
    let Some(variant) = right else { return Err(locate(text.len(), left, values.len())) };
    let digits = values.len() - CHECKSUM_DIGITS;
    Ok(Decoded { variant, prefix, values: values[..digits].to_vec() })
}

/// The prefix in lower case, and the values after the separator.
fn split(text: &str) -> Result<(String, Vec<u8>), Fault> {
    if text.len() > MAX_LENGTH {
        return Err(Fault::new("Bech32 string too long", (MAX_LENGTH..text.len()).collect()));
    }
    let strange = strange_characters(text.as_bytes());
    if !strange.is_empty() {
        return Err(Fault::new("Invalid character or mixed case", strange));
    }
    let separator = text.rfind('1').ok_or_else(|| Fault::new("Missing separator", vec![]))?;
    if separator == 0 || separator + CHECKSUM_DIGITS >= text.len() {
        return Err(Fault::new("Invalid separator position", vec![separator]));
    }
    let mut values = Vec::new();
    for (n, byte) in text.bytes().enumerate().skip(separator + 1) {
        let byte = byte.to_ascii_lowercase();
        let value = (0_u8..32).find(|value| CHARSET[usize::from(*value)] == byte);
        values.push(value.ok_or_else(|| Fault::new("Invalid Base 32 character", vec![n]))?);
    }
    Ok((text[..separator].to_ascii_lowercase(), values))
}

/// Bytes that are not printable, and letters of the case that came second.
fn strange_characters(text: &[u8]) -> Vec<usize> {
    let (mut lower, mut upper) = (false, false);
    let mut strange = Vec::new();
    for (n, byte) in text.iter().enumerate() {
        let is_wrong = match byte {
            b'a'..=b'z' => upper,
            b'A'..=b'Z' => lower,
            33..=126 => false,
            _ => true,
        };
        if is_wrong {
            strange.push(n);
        }
        lower |= !is_wrong && byte.is_ascii_lowercase();
        upper |= !is_wrong && byte.is_ascii_uppercase();
    }
    strange
}

/// One step of the checksum: the remainder with one value more.
fn step(remainder: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = remainder >> 25;
    let shifted = ((remainder & 0x01ff_ffff) << 5) ^ u32::from(value);
    let terms = GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1);
    terms.fold(shifted, |sum, (_, term)| sum ^ term)
}

/// What the checksum leaves over for a prefix and all values after the separator.
fn residue(prefix: &str, values: &[u8]) -> u32 {
    let high = prefix.bytes().map(|byte| byte >> 5);
    let low = prefix.bytes().map(|byte| byte & 31);
    high.chain([0]).chain(low).chain(values.iter().copied()).fold(1, step)
}

/// Where one or two wrong characters explain a wrong checksum.
///
/// The checksum is linear: a wrong value at a place changes what is left over by the same amount
/// whatever stands elsewhere. So one error is looked up among these changes, and two errors are two
/// changes that together make the difference. Three or more cannot be told.
fn locate(length: usize, left: u32, values: usize) -> Fault {
    let changes = changes(values);
    let mut best: Option<(Variant, Vec<usize>)> = None;
    for variant in [Variant::Bech32, Variant::Bech32m] {
        let Some(places) = explain(&changes, left ^ variant.residue()) else { continue };
        if best.as_ref().is_none_or(|(_, known)| places.len() < known.len()) {
            best = Some((variant, places));
        }
    }
    let Some((variant, places)) = best else { return Fault::new("Invalid checksum", vec![]) };
    let mut locations: Vec<usize> = places.iter().map(|place| length - 1 - place).collect();
    locations.sort_unstable();
    let message = match variant {
        Variant::Bech32 => "Invalid Bech32 checksum",
        Variant::Bech32m => "Invalid Bech32m checksum",
    };
    Fault::new(message, locations)
}

/// For each change that one wrong value makes: its place, counted from the end.
fn changes(values: usize) -> BTreeMap<u32, usize> {
    let mut out = BTreeMap::new();
    for error in 1..32_u8 {
        let mut change = u32::from(error);
        for place in 0..values {
            out.insert(change, place);
            change = step(change, 0);
        }
    }
    out
}

fn explain(changes: &BTreeMap<u32, usize>, difference: u32) -> Option<Vec<usize>> {
    if let Some(place) = changes.get(&difference) {
        return Some(vec![*place]);
    }
    changes.iter().find_map(|(change, place)| {
        let other = changes.get(&(difference ^ change))?;
        (other != place).then(|| vec![*place, *other])
    })
}
