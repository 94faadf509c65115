//! Addresses and keys as texts: Bitcoin Core's vectors, its words for faults, and where it finds them.

use quarry_primitives::{Network, base58};
use quarry_wallet::key_io::{decode_address, decode_secret, encode_address};
use serde_json::Value;

/// Networks that differ in their prefixes.
const NETWORKS: [Network; 4] =
    [Network::Bitcoin, Network::Testnet, Network::Signet, Network::Regtest];

fn rows(json: &str, count: usize) -> Vec<Vec<Value>> {
    let rows: Vec<Vec<Value>> = serde_json::from_str(json).unwrap();
    assert_eq!(rows.len(), count);
    rows
}

fn network(name: &Value) -> Network {
    match name.as_str().unwrap() {
        "main" => Network::Bitcoin,
        "testnet4" => Network::Testnet,
        "signet" => Network::Signet,
        "regtest" => Network::Regtest,
        other => panic!("{other}"),
    }
}

fn flipped(text: &str) -> String {
    let flip = |c: char| {
        if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
    };
    text.chars().map(flip).collect()
}

#[test]
fn every_valid_text_is_read_and_written() {
    for row in rows(include_str!("../vectors/key_io_valid.json"), 70) {
        let (text, payload) = (row[0].as_str().unwrap(), row[1].as_str().unwrap());
        let network = network(&row[2]["chain"]);
        if row[2]["isPrivkey"].as_bool().unwrap() {
            let key = decode_secret(text, network).unwrap();
            assert_eq!(hex::encode(key.to_bytes()), payload, "{text}");
            assert_eq!(key.compressed, row[2]["isCompressed"].as_bool().unwrap(), "{text}");
            assert!(decode_address(text, network).is_err(), "{text}");
            assert_eq!(key.to_wif(), text);
            continue;
        }
        let script = decode_address(text, network).unwrap();
        assert_eq!(script.to_hex_string(), payload, "{text}");
        assert!(decode_secret(text, network).is_none(), "{text}");
        assert_eq!(encode_address(&script, network).unwrap(), text);
        let flips = row[2]["tryCaseFlip"].as_bool().unwrap_or(false);
        let other = decode_address(&flipped(text), network).ok();
        assert_eq!(other, flips.then_some(script), "{text}");
    }
}

#[test]
fn no_invalid_text_is_read_on_any_network() {
    for row in rows(include_str!("../vectors/key_io_invalid.json"), 70) {
        let text = row[0].as_str().unwrap();
        for network in NETWORKS {
            assert!(decode_address(text, network).is_err(), "{network}: {text}");
            assert!(decode_secret(text, network).is_none(), "{network}: {text}");
        }
    }
}

#[test]
fn base58_goes_both_ways() {
    for row in rows(include_str!("../vectors/base58_encode_decode.json"), 21) {
        let (bytes, text) =
            (hex::decode(row[0].as_str().unwrap()).unwrap(), row[1].as_str().unwrap());
        assert_eq!(base58::encode(&bytes), text);
        assert_eq!(base58::decode(text).unwrap(), bytes);
    }
}

/// Texts of BIP-173 and BIP-350, and what `validateaddress` says of them on the main network.
#[test]
fn faults_are_told_in_cores_words_with_their_places() {
    let prefix = "Invalid or unsupported Segwit (Bech32) or Base58 encoding.";
    let mixed = "Invalid character or mixed case";
    let bech32m = "Version 1+ witness address must use Bech32m checksum";
    let cases: &[(&str, &str, &[usize])] = &[
        ("tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty", prefix, &[]),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "Invalid Bech32 checksum", &[41]),
        ("BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2", bech32m, &[]),
        ("bc1rw5uspcuh", bech32m, &[]),
        (
            "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
            "Invalid Bech32 v0 address program size (16 bytes), per BIP141",
            &[],
        ),
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3t4", mixed, &[40]),
        ("bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du", bech32m, &[]),
        ("bc1gmk9yu", "Empty Bech32 data section", &[]),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", bech32m, &[]),
        (
            "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
            "Invalid Base 32 character",
            &[59],
        ),
        (
            "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
            "Invalid Bech32 address witness version",
            &[],
        ),
        ("bc1pw5dgrnzv", "Invalid Bech32 address program size (1 byte)", &[]),
        (
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
            "Invalid Bech32 address program size (41 bytes)",
            &[],
        ),
        (
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
            "Invalid padding in Bech32 data section",
            &[],
        ),
        ("bc1", "Invalid separator position", &[2]),
        ("bcx", "Missing separator", &[]),
        (
            "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
            "Invalid or unsupported Base58-encoded address.",
            &[],
        ),
        (
            "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3",
            "Invalid checksum or length of Base58 address (P2PKH or P2SH)",
            &[],
        ),
        ("0", prefix, &[]),
    ];
    for (text, message, locations) in cases {
        let fault = decode_address(text, Network::Bitcoin).unwrap_err();
        assert_eq!((&*fault.message, &*fault.locations), (*message, *locations), "{text}");
    }
    let regtest = decode_address("bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080", Network::Bitcoin);
    assert_eq!(
        regtest.unwrap_err().message,
        "Invalid or unsupported prefix for Segwit (Bech32) address (expected bc, got bcrt)."
    );
}

/// Any one or two wrong characters are found, whichever they are and wherever they stand.
#[test]
fn up_to_two_wrong_characters_are_found() {
    let right = "bcrt1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqc8gma6";
    let network = Network::Regtest;
    let _script = decode_address(right, network).unwrap();
    let wrong_at = |places: &[usize]| {
        let mut bytes = right.as_bytes().to_vec();
        for place in places {
            bytes[*place] = if bytes[*place] == b'q' { b'p' } else { b'q' };
        }
        decode_address(std::str::from_utf8(&bytes).unwrap(), network).unwrap_err()
    };
    for first in 5..right.len() {
        let fault = wrong_at(&[first]);
        assert_eq!(
            (fault.message.as_str(), &fault.locations[..]),
            ("Invalid Bech32m checksum", &[first][..])
        );
        for second in (first + 1..right.len()).step_by(7) {
            assert_eq!(wrong_at(&[first, second]).locations, [first, second]);
        }
    }
    let _three = wrong_at(&[5, 20, 40]);
}
