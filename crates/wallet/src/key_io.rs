//! Addresses and private keys as texts, with Bitcoin Core's words for what is wrong (`key_io.cpp`).
//!
//! Does not know who owns what.

use quarry_primitives::hashes::Hash;
use quarry_primitives::{
    Address, Network, NetworkKind, PrivateKey, PubkeyHash, Script, ScriptBuf, ScriptHash, base58,
};

use zeroize::Zeroizing;

use crate::bech32::{self, Variant};

/// Bytes of a Base58 address without its checksum: a version and a hash.
const BASE58_ADDRESS_BYTES: usize = 21;
/// Longest text that is looked at as Base58: far more than any address has.
const MAX_BASE58_LENGTH: usize = 256;
/// Bytes that a text without a right checksum may decode to and still be called Base58.
const MAX_UNCHECKED_BYTES: usize = 100;

/// Why a text is no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct AddressFault {
    /// Core's words.
    pub message: String,
    /// Characters that are likely wrong, counted from 0.
    pub locations: Vec<usize>,
}

impl From<String> for AddressFault {
    fn from(message: String) -> Self {
        Self { message, locations: Vec::new() }
    }
}

impl From<&str> for AddressFault {
    fn from(message: &str) -> Self {
        message.to_owned().into()
    }
}

/// The prefix of a network's segwit addresses.
#[must_use]
pub fn hrp(network: Network) -> &'static str {
    match network {
        Network::Bitcoin => "bc",
        Network::Regtest => "bcrt",
        _ => "tb",
    }
}

/// Versions of a network's Base58 addresses: of a key's hash, of a script's hash.
fn base58_versions(network: Network) -> (u8, u8) {
    match network {
        Network::Bitcoin => (0, 5),
        _ => (111, 196),
    }
}

/// The output script that an address of `network` stands for.
///
/// ```
/// use quarry_primitives::Network;
/// use quarry_wallet::key_io::decode_address;
/// let wrong = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5";
/// let fault = decode_address(wrong, Network::Bitcoin).unwrap_err();
/// assert_eq!(fault.message, "Invalid Bech32 checksum");
/// assert_eq!(fault.locations, [41]);
/// ```
///
/// # Errors
/// [`AddressFault`]
pub fn decode_address(text: &str, network: Network) -> Result<ScriptBuf, AddressFault> {
    let hrp = hrp(network);
    let is_segwit = text.get(..hrp.len()).is_some_and(|start| start.eq_ignore_ascii_case(hrp));
    if is_segwit { decode_segwit(text, hrp) } else { decode_base58(text, network) }
}

fn decode_base58(text: &str, network: Network) -> Result<ScriptBuf, AddressFault> {
    let unknown = "Invalid or unsupported Segwit (Bech32) or Base58 encoding.";
    if text.len() > MAX_BASE58_LENGTH {
        return Err(unknown.into());
    }
    let text = text.trim_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    let checked = base58::decode_check(text).ok().filter(|d| d.len() <= BASE58_ADDRESS_BYTES);
    let Some(data) = checked else {
        return Err(match base58::decode(text) {
            Ok(data) if data.len() <= MAX_UNCHECKED_BYTES => {
                "Invalid checksum or length of Base58 address (P2PKH or P2SH)".into()
            }
            _ => unknown.into(),
        });
    };
    let (key, script) = base58_versions(network);
    let hash: Option<[u8; 20]> = data.get(1..).and_then(|hash| hash.try_into().ok());
    match (data.first(), hash) {
        (Some(version), Some(hash)) if *version == key => {
            Ok(ScriptBuf::new_p2pkh(&PubkeyHash::from_byte_array(hash)))
        }
        (Some(version), Some(hash)) if *version == script => {
            Ok(ScriptBuf::new_p2sh(&ScriptHash::from_byte_array(hash)))
        }
        (Some(version), None) if *version == key || *version == script => {
            Err("Invalid length for Base58 address (P2PKH or P2SH)".into())
        }
        _ => Err("Invalid or unsupported Base58-encoded address.".into()),
    }
}

fn decode_segwit(text: &str, hrp: &str) -> Result<ScriptBuf, AddressFault> {
    let decoded = bech32::decode(text).map_err(|fault| AddressFault {
        message: fault.message.to_owned(),
        locations: fault.locations,
    })?;
    let Some((&version, digits)) = decoded.values.split_first() else {
        return Err("Empty Bech32 data section".into());
    };
    if decoded.prefix != hrp {
        return Err(format!(
            "Invalid or unsupported prefix for Segwit (Bech32) address (expected {hrp}, got {}).",
            decoded.prefix
        )
        .into());
    }
    match (version, decoded.variant) {
        (0, Variant::Bech32m) => {
            return Err("Version 0 witness address must use Bech32 checksum".into());
        }
        (1.., Variant::Bech32) => {
            return Err("Version 1+ witness address must use Bech32m checksum".into());
        }
        _ => {}
    }
    let program = bytes(digits).ok_or("Invalid padding in Bech32 data section")?;
    let size = program.len();
    let unit = if size == 1 { "byte" } else { "bytes" };
    match (version, size) {
        (0, 20 | 32) | (1..=16, 2..=40) => Ok(witness_script(version, &program)),
        (0, _) => {
            let text =
                format!("Invalid Bech32 v0 address program size ({size} {unit}), per BIP141");
            Err(text.into())
        }
        (17.., _) => Err("Invalid Bech32 address witness version".into()),
        _ => Err(format!("Invalid Bech32 address program size ({size} {unit})").into()),
    }
}

/// Values of five bits as bytes. What is left over has to be less than five zero bits.
fn bytes(values: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(values.len() * 5 / 8);
    let (mut bits, mut count) = (0_u32, 0);
    for value in values {
        bits = bits << 5 | u32::from(*value);
        count += 5;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
        bits &= 0xff;
    }
    (count < 5 && bits & ((1 << count) - 1) == 0).then_some(out)
}

/// `OP_n <program>`.
fn witness_script(version: u8, program: &[u8]) -> ScriptBuf {
    let number = if version == 0 { 0 } else { 0x50 + version };
    // A program has at most 40 bytes, so its length is the opcode of its push.
    let length = u8::try_from(program.len()).unwrap_or(u8::MAX);
    ScriptBuf::from_bytes([&[number, length], program].concat())
}

/// The address of an output script, if it has one.
#[must_use]
pub fn encode_address(script: &Script, network: Network) -> Option<String> {
    Address::from_script(script, network).ok().map(|address| address.to_string())
}

/// A private key of `network` in wallet import format.
#[must_use]
pub fn decode_secret(text: &str, network: Network) -> Option<PrivateKey> {
    if text.len() > MAX_BASE58_LENGTH {
        return None;
    }
    // The library takes any byte for the mark of a compressed key; Core takes 1 only.
    let data = Zeroizing::new(base58::decode_check(text).ok()?);
    let is_marked = data.len() == 33 || (data.len() == 34 && data.last() == Some(&1));
    let key = PrivateKey::from_wif(text).ok()?;
    (is_marked && key.network == NetworkKind::from(network)).then_some(key)
}
