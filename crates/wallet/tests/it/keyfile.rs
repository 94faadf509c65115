//! Key files: golden bytes, and everything that must not be read as one.

use quarry_wallet::{AccountSecret, KeyFile, KeyFileError, KeyName};

const GOLDEN_PLAIN: &str = concat!(
    r#"{"version":1,"kind":"secp256k1","name":"alice","#,
    r#""account":"02989c0b76cb563971fdc9bef31ec06c3560f3249d6ee9e5d83c57625596e05f6f","#,
    r#""secret":{"plain":"cMpMxK92W1DjqDvWV3pMn4xLwAuQJhNF3MFqkEHUQRPQofUJku8R"}}"#,
    "\n"
);
// Opened with other implementations of argon2id and XChaCha20-Poly1305 when it was first written.
const GOLDEN_SEALED: &str = concat!(
    r#"{"version":1,"kind":"secp256k1","name":"alice","#,
    r#""account":"02989c0b76cb563971fdc9bef31ec06c3560f3249d6ee9e5d83c57625596e05f6f","#,
    r#""secret":{"argon2id":{"m_kib":65536,"t":3,"p":1,"#,
    r#""salt":"01010101010101010101010101010101","#,
    r#""nonce":"020202020202020202020202020202020202020202020202","#,
    r#""ciphertext":"54288e09d55ba72703b8890bf4f155eed3e4a4e5c8a969f2"#,
    r#"9b98819f2fb81ec97068ff64d495f2030a1029bb0cf6bcc3"}}}"#,
    "\n"
);
const PASSPHRASE: &[u8] = "correct horse battery staple \u{e9}".as_bytes();

fn name() -> KeyName {
    KeyName::new("alice").unwrap()
}

fn secret() -> AccountSecret {
    AccountSecret::from_bytes(&[7; 32]).unwrap()
}

fn decode(text: &str) -> Result<KeyFile, KeyFileError> {
    KeyFile::decode(text.as_bytes())
}

#[test]
fn golden_bytes() {
    let plain = KeyFile::plain_for_development(&name(), &secret());
    assert_eq!(*plain.encode(), GOLDEN_PLAIN);
    let sealed = KeyFile::encrypt(&name(), &secret(), PASSPHRASE, [1; 16], [2; 24]).unwrap();
    assert_eq!(*sealed.encode(), GOLDEN_SEALED);
}

#[test]
fn plain_files_open_without_a_passphrase() {
    let file = decode(GOLDEN_PLAIN).unwrap();
    assert!(!file.is_encrypted());
    assert_eq!((file.name(), file.account()), (&name(), secret().account()));
    assert_eq!(file.plain_secret().unwrap().to_bytes(), secret().to_bytes());
}

#[test]
fn encrypted_files_open_with_their_passphrase_only() {
    let file = decode(GOLDEN_SEALED).unwrap();
    assert!(file.is_encrypted());
    assert_eq!(file.plain_secret().unwrap_err(), KeyFileError::Encrypted(name()));
    assert_eq!(file.decrypt(PASSPHRASE).unwrap().to_bytes(), secret().to_bytes());
    assert_eq!(file.decrypt(b"wrong").unwrap_err(), KeyFileError::WrongPassphrase(name()));
    assert_eq!(file.decrypt(b"").unwrap_err(), KeyFileError::Passphrase);
    let long = [b'x'; quarry_wallet::limits::MAX_PASSPHRASE_BYTES + 1];
    assert_eq!(file.decrypt(&long).unwrap_err(), KeyFileError::Passphrase);
}

#[test]
fn a_changed_file_does_not_open() {
    let other = AccountSecret::from_bytes(&[8; 32]).unwrap().account().to_string();
    let account = secret().account().to_string();
    let wrong = Some(KeyFileError::WrongPassphrase(name()));
    for (from, to) in [
        (account.as_str(), other.as_str()),
        (&"01".repeat(16), &"03".repeat(16)),
        (&"02".repeat(24), &"03".repeat(24)),
        ("\"t\":3", "\"t\":2"),
    ] {
        let changed = GOLDEN_SEALED.replace(from, to);
        assert_ne!(changed, GOLDEN_SEALED);
        assert_eq!(decode(&changed).unwrap().decrypt(PASSPHRASE).err(), wrong, "{to}");
    }
    let swapped = decode(&GOLDEN_PLAIN.replace(&account, &other));
    assert!(matches!(swapped, Err(KeyFileError::Corrupt(_))));
}

#[test]
fn newer_files_are_refused_whatever_they_hold() {
    let newer = decode("{\"version\":2,\"secret\":{\"tpm\":1}}").unwrap_err();
    assert_eq!(newer, KeyFileError::NewerVersion { found: 2, known: 1 });
}

#[test]
fn files_that_would_exhaust_the_machine_are_refused() {
    for (from, to) in [
        ("\"m_kib\":65536", "\"m_kib\":4294967295"),
        ("\"m_kib\":65536", "\"m_kib\":262145"),
        ("\"t\":3", "\"t\":17"),
        ("\"p\":1", "\"p\":9"),
    ] {
        let costly = GOLDEN_SEALED.replace(from, to);
        assert!(matches!(decode(&costly), Err(KeyFileError::TooCostly(_))), "{to}");
    }
    for (from, to) in [("\"t\":3", "\"t\":0"), ("65536", "7"), ("\"p\":1", "\"p\":0")] {
        let invalid = GOLDEN_SEALED.replace(from, to);
        assert!(matches!(decode(&invalid), Err(KeyFileError::Corrupt(_))), "{to}");
    }
    let long = format!("{GOLDEN_PLAIN}{}", " ".repeat(5000));
    assert!(matches!(decode(&long), Err(KeyFileError::Syntax { .. })));
}

#[test]
fn only_exact_files_are_read() {
    for (from, to) in [
        ("\"version\":1", "\"version\":0"),
        ("\"version\":1", "\"version\":1,\"more\":2"),
        ("\"version\":1", "\"version\":1,\"version\":1"),
        ("secp256k1", "rsa"),
        ("alice", "../alice"),
        ("alice", ""),
        ("\"t\":3", "\"t\":3,\"more\":2"),
        (&"01".repeat(16), &"01".repeat(15)),
        (&"01".repeat(16), &"zz".repeat(16)),
        ("\"argon2id\"", "\"scrypt\""),
    ] {
        let odd = GOLDEN_SEALED.replace(from, to);
        assert_ne!(odd, GOLDEN_SEALED);
        assert!(decode(&odd).is_err(), "{to}");
    }
    for golden in [GOLDEN_PLAIN, GOLDEN_SEALED] {
        for length in 0..golden.len() - 1 {
            assert!(decode(&golden[..length]).is_err(), "{length}");
        }
        decode(&format!(" {golden}\n")).unwrap();
    }
}

#[test]
fn neither_errors_nor_debug_quote_a_secret() {
    let wif = GOLDEN_PLAIN.split('"').rfind(|part| part.starts_with('c')).unwrap();
    let file = decode(GOLDEN_PLAIN).unwrap();
    assert!(!format!("{file:?}").contains(wif));
    for place in ["1", "\"secp256k1\"", "\"alice\""] {
        let misplaced = GOLDEN_PLAIN.replacen(place, &format!("\"{wif}\""), 1);
        let error = decode(&misplaced).unwrap_err();
        assert!(!format!("{error} {error:?}").contains(wif), "{place}");
    }
}

#[test]
fn names() {
    for good in ["a", "alice-2", "_x_", &"z".repeat(32)] {
        assert_eq!(KeyName::new(good).unwrap().as_str(), good);
    }
    for bad in ["", "A", "a.b", "a/b", "..", "a b", "\u{e9}", &"z".repeat(33)] {
        assert!(KeyName::new(bad).is_err(), "{bad}");
    }
}
