//! `bip341_wallet_vectors.json`: trees, tweaks, digests and signatures of BIP-341.

use quarry_chain::script::sighash::{tap_branch_hash, tap_leaf_hash, tap_tweak_hash, taproot};
use quarry_chain::script::{Flags, TaprootSpend, TxData, verify_input};
use quarry_primitives::consensus::encode::deserialize;
use quarry_primitives::secp256k1::{Scalar, Secp256k1, XOnlyPublicKey};
use quarry_primitives::{BitcoinAmount, Transaction, TxOut, Witness};
use serde_json::Value;

use super::{text, unhex};

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../vectors/bip341_wallet_vectors.json")).unwrap()
}

fn bytes32(value: &Value) -> [u8; 32] {
    unhex(text(value)).try_into().unwrap()
}

/// The root of a tree: a leaf is an object, a branch a list of two. Gathers the leaves' hashes.
fn root(tree: &Value, leaves: &mut Vec<(u64, [u8; 32])>) -> Option<[u8; 32]> {
    if let Some(branch) = tree.as_array() {
        let (left, right) = (root(&branch[0], leaves)?, root(&branch[1], leaves)?);
        return Some(tap_branch_hash(&left, &right));
    }
    let leaf = tree.as_object()?;
    let version = u8::try_from(leaf["leafVersion"].as_u64().unwrap()).unwrap();
    let hash = tap_leaf_hash(version, &unhex(text(&leaf["script"])));
    leaves.push((leaf["id"].as_u64().unwrap(), hash));
    Some(hash)
}

#[test]
fn every_output_follows_from_its_key_and_tree() {
    let secp = Secp256k1::new();
    let vectors = vectors();
    let cases = vectors["scriptPubKey"].as_array().unwrap();
    assert_eq!(cases.len(), 7);
    for case in cases {
        let (given, between) = (&case["given"], &case["intermediary"]);
        let mut leaves = Vec::new();
        let root = root(&given["scriptTree"], &mut leaves);
        for (id, hash) in leaves {
            let id = usize::try_from(id).unwrap();
            assert_eq!(hash, bytes32(&between["leafHashes"][id]));
        }
        assert_eq!(root, Some(&between["merkleRoot"]).filter(|v| v.is_string()).map(bytes32));
        let internal = bytes32(&given["internalPubkey"]);
        let tweak = tap_tweak_hash(&internal, root.as_ref());
        assert_eq!(tweak, bytes32(&between["tweak"]));
        let internal = XOnlyPublicKey::from_slice(&internal).unwrap();
        let (output, _) =
            internal.add_tweak(&secp, &Scalar::from_be_bytes(tweak).unwrap()).unwrap();
        assert_eq!(output.serialize(), bytes32(&between["tweakedPubkey"]));
        let script = [&[0x51, 0x20], &output.serialize()[..]].concat();
        assert_eq!(script, unhex(text(&case["expected"]["scriptPubKey"])));
    }
}

#[test]
fn every_digest_and_signature_of_a_key_spend_is_right() {
    let vectors = vectors();
    let case = &vectors["keyPathSpending"][0];
    let mut tx: Transaction = deserialize(&unhex(text(&case["given"]["rawUnsignedTx"]))).unwrap();
    let output = |utxo: &Value| TxOut {
        value: BitcoinAmount::from_sat(utxo["amountSats"].as_u64().unwrap()),
        script_pubkey: unhex(text(&utxo["scriptPubKey"])).into(),
    };
    let utxos = case["given"]["utxosSpent"].as_array().unwrap();
    let spent: Vec<TxOut> = utxos.iter().map(output).collect();
    let spends = case["inputSpending"].as_array().unwrap();
    assert_eq!(spends.len(), 7);
    let by_key = TaprootSpend { annex_hash: None, leaf: None };
    let mut signed = Vec::new();
    for spend in spends {
        let index = usize::try_from(spend["given"]["txinIndex"].as_u64().unwrap()).unwrap();
        let hash_type = u8::try_from(spend["given"]["hashType"].as_u64().unwrap()).unwrap();
        let digest = taproot(&TxData::new(&tx, &spent), index, hash_type, &by_key).unwrap();
        assert_eq!(digest, bytes32(&spend["intermediary"]["sigHash"]), "input {index}");
        let witness: Vec<_> =
            spend["expected"]["witness"].as_array().unwrap().iter().map(text).map(unhex).collect();
        signed.push((index, Witness::from_slice(&witness)));
    }
    for (index, witness) in &signed {
        tx.input[*index].witness = witness.clone();
    }
    let (secp, data) = (Secp256k1::verification_only(), TxData::new(&tx, &spent));
    for (index, _) in signed {
        assert_eq!(verify_input(&secp, &data, index, Flags::STANDARD), Ok(()), "input {index}");
    }
}
