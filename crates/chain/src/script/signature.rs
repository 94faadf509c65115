//! The form of ECDSA signatures and public keys: strict (BIP-66) and as lax as OpenSSL was.
//!
//! Does not know what is signed.

use quarry_primitives::secp256k1::ecdsa::Signature;

use super::{Flags, ScriptError, SigVersion};

/// BIP-66: how long a signature may be, the hash type included.
const SIGNATURE_BYTES: core::ops::RangeInclusive<usize> = 9..=73;
/// DER's tag of a sequence.
const TAG_SEQUENCE: u8 = 0x30;
/// DER's tag of an integer.
const TAG_INTEGER: u8 = 0x02;
/// `SIGHASH_ANYONECANPAY`.
const ANYONE_CAN_PAY: u8 = 0x80;

/// `SIG_DER` (BIP-66), `SIG_HIGH_S` and `SIG_HASHTYPE` (policy). "Empty signature. Not strictly DER
/// encoded, but allowed to provide a compact way to provide an invalid signature for use with
/// CHECK(MULTI)SIG."
pub(super) fn check_signature_encoding(signature: &[u8], flags: Flags) -> Result<(), ScriptError> {
    let Some((hash_type, der)) = signature.split_last() else { return Ok(()) };
    let strict = Flags::DERSIG | Flags::LOW_S | Flags::STRICTENC;
    if flags.intersects(strict) && !is_strict_der(signature) {
        return Err(ScriptError::SigDer);
    }
    if flags.contains(Flags::LOW_S) && !is_low_s(der) {
        return Err(ScriptError::SigHighS);
    }
    if flags.contains(Flags::STRICTENC) && !matches!(hash_type & !ANYONE_CAN_PAY, 1..=3) {
        return Err(ScriptError::SigHashType);
    }
    Ok(())
}

/// `PUBKEYTYPE`, `WITNESS_PUBKEYTYPE`: policy.
pub(super) fn check_key_encoding(
    key: &[u8],
    flags: Flags,
    version: SigVersion,
) -> Result<(), ScriptError> {
    let is_compressed = matches!(key, [2 | 3, rest @ ..] if rest.len() == 32);
    let is_uncompressed = matches!(key, [4, rest @ ..] if rest.len() == 64);
    if flags.contains(Flags::STRICTENC) && !is_compressed && !is_uncompressed {
        return Err(ScriptError::PubkeyType);
    }
    let in_witness = version == SigVersion::WitnessV0;
    if flags.contains(Flags::WITNESS_PUBKEYTYPE) && in_witness && !is_compressed {
        return Err(ScriptError::WitnessPubkeyType);
    }
    Ok(())
}

/// BIP-66: `0x30 [total-length] 0x02 [R-length] [R] 0x02 [S-length] [S] [sighash]`.
fn is_strict_der(signature: &[u8]) -> bool {
    if !SIGNATURE_BYTES.contains(&signature.len()) {
        return false;
    }
    let [TAG_SEQUENCE, length, body @ .., _hash_type] = signature else { return false };
    if usize::from(*length) != body.len() {
        return false;
    }
    let Some((r, rest)) = split_strict_integer(body) else { return false };
    let Some((s, rest)) = split_strict_integer(rest) else { return false };
    rest.is_empty() && is_strict_integer(r) && is_strict_integer(s)
}

fn split_strict_integer(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let [TAG_INTEGER, length, rest @ ..] = bytes else { return None };
    rest.split_at_checked(usize::from(*length))
}

/// BIP-66: "Zero-length integers are not allowed", "negative numbers are not allowed", "Null bytes
/// at the start of R are not allowed, unless R would otherwise be interpreted as a negative
/// number"; and the same for S.
fn is_strict_integer(integer: &[u8]) -> bool {
    match integer {
        [] => false,
        [0, next, ..] => next & 0x80 != 0,
        [first, ..] => first & 0x80 == 0,
    }
}

/// BIP-146: S "is at most the curve order divided by 2". What is no number of the group counts as
/// low: it is wrong anyway.
fn is_low_s(der: &[u8]) -> bool {
    let Some(signature) = parse_lax(der) else { return false };
    let mut low = signature;
    low.normalize_s();
    low == signature
}

/// A signature as OpenSSL read it before BIP-66, and as Core's `ecdsa_signature_parse_der_lax` has
/// done since: lengths in long form, garbage behind, wrong total lengths, padded and negative
/// numbers are all taken. A number that is too large gives a signature that is never right.
pub(super) fn parse_lax(der: &[u8]) -> Option<Signature> {
    let [TAG_SEQUENCE, rest @ ..] = der else { return None };
    let rest = skip_lax_length(rest)?;
    let (r, rest) = split_lax_integer(rest)?;
    let (s, _garbage) = split_lax_integer(rest)?;
    let mut compact = [0; 64];
    let fits = put_number(&mut compact[..32], r) && put_number(&mut compact[32..], s);
    let in_range = if fits { Signature::from_compact(&compact).ok() } else { None };
    in_range.or_else(|| Signature::from_compact(&[0; 64]).ok())
}

/// The sequence's length is not looked at, only how long it is itself.
fn skip_lax_length(bytes: &[u8]) -> Option<&[u8]> {
    let (first, rest) = bytes.split_first()?;
    if first & 0x80 == 0 { Some(rest) } else { rest.get(usize::from(first & 0x7f)..) }
}

fn split_lax_integer(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let [TAG_INTEGER, first, rest @ ..] = bytes else { return None };
    if first & 0x80 == 0 {
        return rest.split_at_checked(usize::from(*first));
    }
    let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
    rest.split_at_checked(long_length(length)?)
}

/// A length in long form, leading zeros allowed. OpenSSL's and Core's limit: below four bytes.
fn long_length(bytes: &[u8]) -> Option<usize> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let digits = &bytes[zeros..];
    if digits.len() >= 4 {
        return None;
    }
    Some(digits.iter().fold(0, |length, byte| (length << 8) | usize::from(*byte)))
}

/// Writes a number into 32 bytes. Fails if it needs more.
fn put_number(out: &mut [u8], integer: &[u8]) -> bool {
    let zeros = integer.iter().take_while(|byte| **byte == 0).count();
    let digits = &integer[zeros..];
    let Some(start) = out.len().checked_sub(digits.len()) else { return false };
    out[start..].copy_from_slice(digits);
    true
}

#[cfg(test)]
mod tests;
