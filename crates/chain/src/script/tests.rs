//! Spends of each kind, right and wrong, and the public BIP-143 vectors.

use quarry_primitives::consensus::encode::deserialize_hex;
use quarry_primitives::secp256k1::{All, SecretKey};
use quarry_primitives::{BitcoinAmount, CompressedPublicKey, OutPoint, ScriptBuf, TxIn, Witness};

use super::*;

fn check(
    tx: &Transaction,
    index: usize,
    prevouts: &[TxOut],
    rules: Rules,
) -> Result<(), ScriptError> {
    let secp = Secp256k1::verification_only();
    verify_input(&secp, &mut TxSighash::new(tx), index, prevouts, rules)
}

fn output(script_pubkey: ScriptBuf, sats: u64) -> TxOut {
    TxOut { value: BitcoinAmount::from_sat(sats), script_pubkey }
}

// BIP-143, "Native P2WPKH": the second input spends 6 coins of a witness key hash.
const BIP143_TX: &str = "01000000000102fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad969f00000000494830450221008b9d1dc26ba6a9cb62127b02742fa9d754cd3bebf337f7a55d114c8e5cdd30be022040529b194ba3f9281a99f2b1c0a19c0489bc22ede944ccf4ecbab4cc618ef3ed01eeffffffef51e1b804cc89d182d279655c3aa89e815b1b309fe287d9b2b55d57b90ec68a0100000000ffffffff02202cb206000000001976a9148280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000000001976a9143bde42dbee7e4dbe6a21b2d50ce2f0167faa815988ac000247304402203609e17b84f6a7d30c80bfa610b5b4542f32a8a0d5447a12fb1366d7f01cc44a0220573a954c4518331561406f90300e8f3358f51928d43c212a8caed02de67eebee0121025476c2e83188368da1ff3e292e7acafcdb3566bb0ad253f62fc70f07aeee635711000000";

fn bip143() -> (Transaction, Vec<TxOut>) {
    let first = "2103c9f4836b9a4f77fc0d81f7bcb01b7f1b35916864b9476c241ce9fc198bd25432ac";
    let second = "00141d0f172a0ecb48aee1be1f2687d2963ae33f71a1";
    let prevouts = vec![
        output(ScriptBuf::from_hex(first).unwrap(), 625_000_000),
        output(ScriptBuf::from_hex(second).unwrap(), 600_000_000),
    ];
    (deserialize_hex(BIP143_TX).unwrap(), prevouts)
}

#[test]
fn bip143_native_p2wpkh() {
    let (tx, prevouts) = bip143();
    assert_eq!(check(&tx, 1, &prevouts, Rules::Consensus), Ok(()));
    assert_eq!(check(&tx, 1, &prevouts, Rules::Policy), Ok(()));
    // Pay-to-public-key is beyond the skeleton.
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Err(ScriptError::Unsupported));
}

#[test]
fn bip143_commits_to_the_amount() {
    let (tx, mut prevouts) = bip143();
    prevouts[1].value = BitcoinAmount::from_sat(600_000_001);
    assert_eq!(check(&tx, 1, &prevouts, Rules::Consensus), Err(ScriptError::EvalFalse));
    assert_eq!(check(&tx, 1, &prevouts, Rules::Policy), Err(ScriptError::NullFail));
}

#[test]
fn witness_of_another_form() {
    let (honest, prevouts) = bip143();
    let with = |edit: fn(&mut TxIn)| {
        let mut tx = honest.clone();
        edit(&mut tx.input[1]);
        check(&tx, 1, &prevouts, Rules::Consensus)
    };
    let items = |input: &TxIn| input.witness.to_vec();
    assert_eq!(items(&honest.input[1]).len(), 2);
    assert_eq!(with(|i| i.witness = Witness::new()), Err(ScriptError::WitnessProgramMismatch));
    assert_eq!(with(|i| i.witness.push([1])), Err(ScriptError::WitnessProgramMismatch));
    assert_eq!(
        with(|i| i.script_sig = ScriptBuf::from_bytes(vec![0x51])),
        Err(ScriptError::WitnessMalleated)
    );
    let other_key = |i: &mut TxIn| {
        let mut items = i.witness.to_vec();
        items[1][0] ^= 1;
        i.witness = Witness::from_slice(&items);
    };
    assert_eq!(with(other_key), Err(ScriptError::EqualVerify));
    let odd_type = |i: &mut TxIn| {
        let mut items = i.witness.to_vec();
        *items[0].last_mut().unwrap() = 0x05;
        i.witness = Witness::from_slice(&items);
    };
    assert_eq!(with(odd_type), Err(ScriptError::Unsupported));
    let not_der = |i: &mut TxIn| {
        let mut items = i.witness.to_vec();
        items[0].insert(1, 0);
        i.witness = Witness::from_slice(&items);
    };
    assert_eq!(with(not_der), Err(ScriptError::SigDer));
}

fn secp() -> Secp256k1<All> {
    Secp256k1::new()
}

/// A P2PKH spend, signed here, with the signature changed by `edit`.
fn legacy(edit: impl FnOnce(Signature) -> Vec<u8>) -> (Transaction, Vec<TxOut>) {
    let secret = SecretKey::from_slice(&[7; 32]).unwrap();
    let key = CompressedPublicKey(secret.public_key(&secp()));
    let prevouts = vec![output(ScriptBuf::new_p2pkh(&key.pubkey_hash()), 1_000)];
    let (mut tx, _) = bip143();
    tx.input.truncate(1);
    tx.input[0].previous_output = OutPoint::null();
    let hash = TxSighash::new(&tx).legacy_signature_hash(0, &prevouts[0].script_pubkey, 1).unwrap();
    let signature = secp().sign_ecdsa(&Message::from_digest(hash.to_byte_array()), &secret);
    let push = quarry_primitives::script::PushBytesBuf::try_from(edit(signature)).unwrap();
    tx.input[0].script_sig = quarry_primitives::script::Builder::new()
        .push_slice(push)
        .push_slice(key.to_bytes())
        .into_script();
    (tx, prevouts)
}

fn der(signature: Signature) -> Vec<u8> {
    [&signature.serialize_der()[..], &[1]].concat()
}

#[test]
fn p2pkh() {
    let (mut tx, prevouts) = legacy(der);
    assert_eq!(check(&tx, 0, &prevouts, Rules::Policy), Ok(()));
    tx.input[0].witness.push([0]);
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Err(ScriptError::WitnessUnexpected));
    tx.input[0].witness.clear();
    tx.output.pop();
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Err(ScriptError::EvalFalse));
    tx.input[0].script_sig = ScriptBuf::new();
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Err(ScriptError::StackSize));
}

/// n - s: the other half of a signature's two forms.
fn high_s(signature: Signature) -> Signature {
    let mut bytes = signature.serialize_compact();
    let s = SecretKey::from_slice(&bytes[32..]).unwrap().negate();
    bytes[32..].copy_from_slice(&s.secret_bytes());
    Signature::from_compact(&bytes).unwrap()
}

// BIP-146 was never activated: high S is policy, and a block may have it.
#[test]
fn high_s_is_policy() {
    let (tx, prevouts) = legacy(|signature| der(high_s(signature)));
    assert_eq!(check(&tx, 0, &prevouts, Rules::Policy), Err(ScriptError::SigHighS));
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Ok(()));
}

#[test]
fn undefined_hash_types_are_policy() {
    let (tx, prevouts) = legacy(|signature| [&signature.serialize_der()[..], &[0x05]].concat());
    assert_eq!(check(&tx, 0, &prevouts, Rules::Policy), Err(ScriptError::SigHashType));
    // The hash differs by its type, so the signature is not for it; but it is looked at.
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Err(ScriptError::EvalFalse));
}

// BIP-66: a long length, and a padded R.
#[test]
fn lax_der_is_refused() {
    let (tx, prevouts) = legacy(|signature| {
        let mut bytes = signature.serialize_der().to_vec();
        bytes.splice(1..2, [0x81, bytes[1]]);
        bytes.push(1);
        bytes
    });
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Err(ScriptError::SigDer));
    let (tx, prevouts) = legacy(|signature| {
        let mut bytes = der(signature);
        bytes.insert(4, 0);
        bytes[1] += 1;
        bytes[3] += 1;
        bytes
    });
    assert_eq!(check(&tx, 0, &prevouts, Rules::Consensus), Err(ScriptError::SigDer));
}

#[test]
fn reject_strings() {
    assert_eq!(
        ScriptError::SigDer.mempool_reject_reason(),
        "mempool-script-verify-flag-failed (Non-canonical DER signature)"
    );
    assert_eq!(ScriptError::Unsupported.block_reject_reason(), "script-not-supported");
}
