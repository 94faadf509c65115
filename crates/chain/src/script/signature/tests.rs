//! Strict and lax DER, against the library's reader for the lax one.

use proptest::prelude::*;
use quarry_primitives::secp256k1::{Message, Secp256k1, SecretKey};

use super::*;

/// A signature with r and s of 32 bytes below 0x80.
fn plain() -> Vec<u8> {
    let secret = SecretKey::from_slice(&[7; 32]).unwrap();
    let signs = |n: u8| {
        let message = Message::from_digest([n; 32]);
        Secp256k1::signing_only().sign_ecdsa(&message, &secret).serialize_der().to_vec()
    };
    (0..).map(signs).find(|der| der.len() == 70).unwrap()
}

fn strict(der: &[u8]) -> Result<(), ScriptError> {
    check_signature_encoding(&[der, &[1]].concat(), Flags::DERSIG)
}

#[test]
fn strict_der_is_bip66() {
    let der = plain();
    assert_eq!(strict(&der), Ok(()));
    // Nothing at all is no signature, but of the right form.
    assert_eq!(check_signature_encoding(&[], Flags::ALL), Ok(()));
    let changed = |edit: fn(&mut Vec<u8>)| {
        let mut bytes = plain();
        edit(&mut bytes);
        bytes
    };
    let wrong = [
        changed(|b| b[0] = 0x31),
        changed(|b| b[1] += 1),
        changed(|b| b[2] = 0x03),
        changed(|b| b[3] -= 1),
        changed(|b| b[3] = 0x80),
        changed(|b| b[4] |= 0x80),
        changed(|b| b[36] = 0x03),
        changed(|b| b[37] += 1),
        changed(|b| b[38] |= 0x80),
        // A zero in front that is not needed.
        changed(|b| {
            b.insert(4, 0);
            b[3] += 1;
            b[1] += 1;
        }),
        // Garbage behind, a length in long form, no r, nothing.
        changed(|b| b.push(0)),
        changed(|b| drop(b.splice(1..2, [0x81, 68]))),
        vec![0x30, 0x07, 0x02, 0x00, 0x02, 0x03, 1, 1, 1],
        vec![0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01],
    ];
    for der in wrong {
        assert_eq!(strict(&der), Err(ScriptError::SigDer), "{der:02x?}");
        let lax = [&der[..], &[1]].concat();
        assert_eq!(check_signature_encoding(&lax, Flags::NONE), Ok(()));
    }
    // The smallest there is: r and s are one byte.
    assert_eq!(strict(&[0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x00]), Ok(()));
}

#[test]
fn high_s_and_undefined_types_are_policy() {
    let der = plain();
    let s = SecretKey::from_slice(&der[38..]).unwrap().negate();
    // n - s has its highest bit set, and takes a zero in front.
    let high = [&[0x30, 69][..], &der[2..37], &[33, 0], &s.secret_bytes()].concat();
    let with = |hash_type: u8| [&high[..], &[hash_type]].concat();
    assert_eq!(check_signature_encoding(&with(1), Flags::DERSIG), Ok(()));
    assert_eq!(check_signature_encoding(&with(1), Flags::LOW_S), Err(ScriptError::SigHighS));
    for (hash_type, defined) in [(0, false), (1, true), (3, true), (4, false), (0x83, true)] {
        let result = check_signature_encoding(&with(hash_type), Flags::STRICTENC);
        assert_eq!(result.is_ok(), defined);
        assert_eq!(check_signature_encoding(&with(hash_type), Flags::DERSIG), Ok(()));
    }
    assert_eq!(
        parse_lax(&high).map(|mut signature| {
            signature.normalize_s();
            signature
        }),
        parse_lax(&der)
    );
}

#[test]
fn keys_are_compressed_in_witnesses_and_never_hybrid() {
    let key = |first: u8, length: usize| [vec![first], vec![7; length - 1]].concat();
    let check = |key: &[u8], version| check_key_encoding(key, Flags::ALL, version);
    for compressed in [key(2, 33), key(3, 33)] {
        assert_eq!(check(&compressed, SigVersion::WitnessV0), Ok(()));
    }
    assert_eq!(check(&key(4, 65), SigVersion::Base), Ok(()));
    assert_eq!(check(&key(4, 65), SigVersion::WitnessV0), Err(ScriptError::WitnessPubkeyType));
    for wrong in [vec![], key(6, 65), key(2, 32), key(4, 64), key(5, 33)] {
        assert_eq!(check(&wrong, SigVersion::Base), Err(ScriptError::PubkeyType));
        assert_eq!(check_key_encoding(&wrong, Flags::MANDATORY, SigVersion::WitnessV0), Ok(()));
    }
}

/// Bytes that are almost a signature.
fn almost_der() -> impl Strategy<Value = Vec<u8>> {
    let edits = proptest::collection::vec((0..3, any::<prop::sample::Index>(), any::<u8>()), 0..5);
    edits.prop_map(|edits| {
        let mut bytes = plain();
        for (edit, at, value) in edits {
            let at = at.index(bytes.len());
            match edit {
                0 => bytes[at] = value,
                1 => bytes.insert(at, value),
                _ => drop(bytes.remove(at)),
            }
        }
        bytes
    })
}

proptest! {
    #[test]
    fn lax_der_is_the_librarys(der in almost_der(), tail in any::<[u8; 12]>()) {
        prop_assert_eq!(parse_lax(&der), Signature::from_der_lax(&der).ok());
        let short = [&[TAG_SEQUENCE, 0x80, TAG_INTEGER], &tail[..]].concat();
        prop_assert_eq!(parse_lax(&short), Signature::from_der_lax(&short).ok());
        prop_assert_eq!(parse_lax(&tail), Signature::from_der_lax(&tail).ok());
    }

    #[test]
    fn what_is_strict_is_lax(der in almost_der()) {
        if strict(&der).is_ok() {
            prop_assert!(parse_lax(&der).is_some());
        }
    }
}
