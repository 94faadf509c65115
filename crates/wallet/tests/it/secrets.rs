//! Account secrets: BIP-340's own vectors, WIF, and that nothing shows a key.

use quarry_primitives::NetworkKind;
use quarry_wallet::{AccountSecret, SecretError, verify_bip340};

fn bytes<const N: usize>(text: &str) -> [u8; N] {
    hex::decode(text).unwrap().try_into().unwrap()
}

// secret, x-only public key, auxiliary randomness, message, signature: rows 0, 1 and 3 of
// test-vectors.csv of BIP-340.
const BIP340: [[&str; 5]; 3] = [
    [
        "0000000000000000000000000000000000000000000000000000000000000003",
        "f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "e907831f80848d1069a5371b402410364bdf1c5f8307b0084c55f1ce2dca8215\
         25f66a4a85ea8b71e482a74f382d2ce5ebeee8fdb2172f477df4900d310536c0",
    ],
    [
        "b7e151628aed2a6abf7158809cf4f3c762e7160f38b4da56a784d9045190cfef",
        "dff1d77f2a671c5f36183726db2341be58feae1da2deced843240f7b502ba659",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89",
        "6896bd60eeae296db48a229ff71dfe071bde413e6d43f917dc8dcf8c78de3341\
         8906d11ac976abccb20b091292bff4ea897efcb639ea871cfa95f6de339e4b0a",
    ],
    [
        "0b432b2677937381aef05bb02a66ecd012773062cf3fa2549e44f58ed2401710",
        "25d1dff95105f5253c4022f628a996ad3a0d95fbf21d468a1b33f8c160d8f517",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "7eb0509757e246f19449885651611cb965ecc1a187dd51b64fda1edc9637d5ec\
         97582b9cb13db3933705b32ba982af5af25fd78881ebb32771fc5922efc66ea3",
    ],
];

#[test]
fn bip340_vectors() {
    for [secret, public, aux, message, signature] in BIP340 {
        let secret = AccountSecret::from_bytes(&bytes(secret)).unwrap();
        let (message, signature) = (bytes(message), bytes::<64>(signature));
        assert_eq!(hex::encode(&secret.account().as_bytes()[1..]), public);
        assert_eq!(secret.sign_bip340(message, bytes(aux)), signature);
        assert!(verify_bip340(&secret.account(), message, &signature));
    }
}

#[test]
fn a_changed_signature_digest_or_account_does_not_verify() {
    let secret = AccountSecret::from_bytes(&[5; 32]).unwrap();
    let other = AccountSecret::from_bytes(&[6; 32]).unwrap();
    let good = secret.sign_bip340([9; 32], [0; 32]);
    for bit in 0..64 * 8 {
        let mut bad = good;
        bad[bit / 8] ^= 1 << (bit % 8);
        assert!(!verify_bip340(&secret.account(), [9; 32], &bad), "bit {bit}");
    }
    assert!(!verify_bip340(&secret.account(), [8; 32], &good));
    assert!(!verify_bip340(&other.account(), [9; 32], &good));
    assert!(!verify_bip340(&secret.account(), [9; 32], &[0xff; 64]));
}

#[test]
fn keys_out_of_range_are_refused() {
    // The curve's order, and one below it.
    let order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    let last = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";
    for bad in [&"00".repeat(32), order] {
        assert_eq!(AccountSecret::from_bytes(&bytes(bad)).unwrap_err(), SecretError::OutOfRange);
    }
    let secret = AccountSecret::from_bytes(&bytes(last)).unwrap();
    assert_eq!(hex::encode(*secret.to_bytes()), last);
}

#[test]
fn wif() {
    // The example of every introduction to WIF (0c28fca3...471d), compressed.
    let key = "0c28fca386c7a227600b2fe50b7cae11ec86d3bf1fbe471be89827e19d72aa1d";
    let main = "KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617";
    let uncompressed = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
    let secret = AccountSecret::from_wif(main, NetworkKind::Main).unwrap();
    assert_eq!(hex::encode(*secret.to_bytes()), key);
    assert_eq!(*secret.to_wif(NetworkKind::Main), main);
    let test = secret.to_wif(NetworkKind::Test);
    assert_eq!(
        AccountSecret::from_wif(&test, NetworkKind::Test).unwrap().account(),
        secret.account()
    );

    let refused = |text: &str, kind| AccountSecret::from_wif(text, kind).unwrap_err();
    assert_eq!(refused(uncompressed, NetworkKind::Main), SecretError::Uncompressed);
    assert_eq!(
        refused(main, NetworkKind::Test),
        SecretError::WrongNetwork { found: NetworkKind::Main, wanted: NetworkKind::Test }
    );
    for bad in ["", "x", &main[1..], &main.replace('K', "L"), &"z".repeat(1000)] {
        assert_eq!(refused(bad, NetworkKind::Main), SecretError::Wif, "{bad}");
    }
}

#[test]
fn debug_shows_the_account_only() {
    let secret = AccountSecret::from_bytes(&[0xab; 32]).unwrap();
    let shown = format!("{secret:?}");
    assert_eq!(shown, format!("AccountSecret(of {})", secret.account()));
    assert!(!shown.contains("abab"));
}
