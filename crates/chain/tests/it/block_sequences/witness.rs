//! Segregated witness and taproot in blocks: commitments, spends, what is not allowed.

use quarry_primitives::secp256k1::{Keypair, Message, Secp256k1, SecretKey};
use quarry_primitives::sighash::{Annex, Prevouts, SighashCache, TapSighashType};
use quarry_primitives::taproot::{LeafVersion, TaprootBuilder};
use quarry_primitives::{BitcoinAmount, Hash, ScriptBuf, Transaction, TxOut, Witness};

use super::builder::{commitment, output, pushes, script};
use super::{Case, Plan, check_all, script_fails};

/// `OP_DROP OP_1`: takes one item.
const TAKES_ONE: [u8; 2] = [0x75, 0x51];

/// A spend that has a witness.
fn with_witness(b: &mut Plan<'_>) {
    b.run(&script(&TAKES_ONE).to_p2wsh(), ScriptBuf::new(), &[vec![7], TAKES_ONE.to_vec()]);
}

type Edit = fn(Vec<u8>) -> Vec<u8>;

/// A spend that has a witness and commitments of the coinbase's, each made by a function of the
/// right one.
fn commit_by(b: &mut Plan<'_>, reserved: [u8; 32], outputs: &[Edit]) {
    with_witness(b);
    b.commit(false);
    b.coinbase().input[0].witness = Witness::from_slice(&[reserved]);
    let right = commitment(&b.block, reserved).to_bytes();
    for edit in outputs {
        let script_pubkey = ScriptBuf::from_bytes(edit(right.clone()));
        b.coinbase().output.push(output(0, script_pubkey));
    }
}

fn right(bytes: Vec<u8>) -> Vec<u8> {
    bytes
}

fn wrong(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes[37] ^= 1;
    bytes
}

fn longer(bytes: Vec<u8>) -> Vec<u8> {
    [bytes, vec![0x01, 0x07]].concat()
}

fn shorter(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.pop();
    bytes
}

fn other_magic(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes[5] ^= 1;
    bytes
}

const COMMITMENTS: &[Case] = &[
    ("committed", Ok(()), |b| commit_by(b, [0; 32], &[right])),
    ("another reserved value", Ok(()), |b| commit_by(b, [9; 32], &[right])),
    ("bytes behind the commitment", Ok(()), |b| commit_by(b, [0; 32], &[longer])),
    ("wrong and right", Ok(()), |b| commit_by(b, [0; 32], &[wrong, right])),
    ("right and wrong", Err("bad-witness-merkle-match"), |b| {
        commit_by(b, [0; 32], &[right, wrong]);
    }),
    ("right and too short", Ok(()), |b| commit_by(b, [0; 32], &[right, shorter])),
    ("right and another magic", Ok(()), |b| commit_by(b, [0; 32], &[right, other_magic])),
    ("wrong", Err("bad-witness-merkle-match"), |b| commit_by(b, [0; 32], &[wrong])),
    ("too short alone", Err("unexpected-witness"), |b| commit_by(b, [0; 32], &[shorter])),
    ("another magic alone", Err("unexpected-witness"), |b| commit_by(b, [0; 32], &[other_magic])),
    ("none", Err("unexpected-witness"), |b| commit_by(b, [0; 32], &[])),
    ("no witness and no commitment", Ok(()), |b| drop(b.spend(0))),
    ("a commitment to no witnesses", Ok(()), |b| {
        b.spend(0);
        b.commit(true);
    }),
    ("a commitment without reserved value", Err("bad-witness-nonce-size"), |b| {
        b.spend(0);
        b.commit_now();
        b.coinbase().input[0].witness = Witness::new();
    }),
    ("reserved value of 31 bytes", Err("bad-witness-nonce-size"), |b| {
        commit_by(b, [0; 32], &[right]);
        b.coinbase().input[0].witness = Witness::from_slice(&[[0; 31]]);
    }),
    ("reserved value of 33 bytes", Err("bad-witness-nonce-size"), |b| {
        commit_by(b, [0; 32], &[right]);
        b.coinbase().input[0].witness = Witness::from_slice(&[[0; 33]]);
    }),
    ("two reserved values", Err("bad-witness-nonce-size"), |b| {
        commit_by(b, [0; 32], &[right]);
        b.coinbase().input[0].witness = Witness::from_slice(&[[0; 32], [0; 32]]);
    }),
    ("witness of the coinbase alone", Err("unexpected-witness"), |b| {
        b.commit(false);
        b.coinbase().input[0].witness = Witness::from_slice(&[[0; 32]]);
    }),
    // The commitment may hold money, which is then lost.
    ("a commitment of 1 coin", Ok(()), |b| {
        commit_by(b, [0; 32], &[right]);
        let coin = BitcoinAmount::from_sat(100_000_000);
        b.coinbase().output[0].value -= coin;
        b.coinbase().output[1].value = coin;
    }),
];

#[test]
fn commitments() {
    check_all(COMMITMENTS);
}

fn run(b: &mut Plan<'_>, lock: &ScriptBuf, unlock: &[&[u8]], witness: &[&[u8]]) {
    let witness: Vec<_> = witness.iter().map(|item| item.to_vec()).collect();
    b.run(lock, pushes(unlock), &witness);
}

const SPENDS: &[Case] = &[
    ("witness script", Ok(()), with_witness),
    ("witness script in a script hash", Ok(()), |b| {
        let program = script(&TAKES_ONE).to_p2wsh();
        run(b, &program.to_p2sh(), &[program.as_bytes()], &[&[7], &TAKES_ONE]);
    }),
    (
        "witness script with an input script",
        script_fails!("Witness requires empty scriptSig"),
        |b| {
            run(b, &script(&TAKES_ONE).to_p2wsh(), &[&[7]], &[&[7], &TAKES_ONE]);
        },
    ),
    ("another push in front", script_fails!("Witness requires only-redeemscript scriptSig"), |b| {
        let program = script(&TAKES_ONE).to_p2wsh();
        run(b, &program.to_p2sh(), &[&[7], program.as_bytes()], &[&[7], &TAKES_ONE]);
    }),
    ("another witness script", script_fails!("Witness program hash mismatch"), |b| {
        run(b, &script(&TAKES_ONE).to_p2wsh(), &[], &[&[7], &[0x75, 0x52]]);
    }),
    ("no witness", script_fails!("Witness program was passed an empty witness"), |b| {
        run(b, &script(&TAKES_ONE).to_p2wsh(), &[], &[]);
    }),
    ("program of 31 bytes", script_fails!("Witness program has incorrect length"), |b| {
        run(b, &script(&[&[0x00, 0x1f], &[7; 31][..]].concat()), &[], &[&[7]]);
    }),
    ("version 2", Ok(()), |b| {
        run(b, &script(&[&[0x52, 0x20], &[7; 32][..]].concat()), &[], &[]);
    }),
    ("version 16 with a witness", Ok(()), |b| {
        run(b, &script(&[0x60, 0x02, 7, 7]), &[], &[&[1; 900]]);
    }),
    ("version 1 of 33 bytes", Ok(()), |b| {
        run(b, &script(&[&[0x51, 0x21], &[7; 33][..]].concat()), &[], &[]);
    }),
    ("pay to anchor", Ok(()), |b| run(b, &script(&[0x51, 0x02, 0x4e, 0x73]), &[], &[])),
    ("pay to anchor with a witness", Ok(()), |b| {
        run(b, &script(&[0x51, 0x02, 0x4e, 0x73]), &[], &[&[1]]);
    }),
    ("dummy of OP_CHECKMULTISIG", Ok(()), |b| {
        b.run(&no_keys(), script(&[0x00]), &[]);
    }),
    ("dummy that is not empty", script_fails!("Dummy CHECKMULTISIG argument must be zero"), |b| {
        b.run(&no_keys(), script(&[0x51]), &[]);
    }),
];

/// `OP_0 OP_0 OP_CHECKMULTISIG`: takes the dummy alone.
fn no_keys() -> ScriptBuf {
    script(&[0x00, 0x00, 0xae])
}

#[test]
fn spends_by_witness() {
    check_all(SPENDS);
}

fn pair() -> Keypair {
    let secp = Secp256k1::new();
    Keypair::from_secret_key(&secp, &SecretKey::from_slice(&[5; 32]).unwrap())
}

/// An output key that commits to no script: the key itself.
fn key_output() -> ScriptBuf {
    let key = pair().x_only_public_key().0.serialize();
    script(&[&[0x51, 0x20], &key[..]].concat())
}

/// Spends an output of the key. `annex` is signed, `shown` is in the witness.
fn spend_by_key(b: &mut Plan<'_>, annex: Option<&[u8]>, shown: Option<&[u8]>, spoil: u8) {
    let mut tx = b.spend_of(0, &key_output());
    let spent = spent_by(b, &tx);
    let hash = SighashCache::new(&tx)
        .taproot_signature_hash(
            0,
            &Prevouts::All(&[spent]),
            annex.map(|bytes| Annex::new(bytes).unwrap()),
            None,
            TapSighashType::Default,
        )
        .unwrap();
    let message = Message::from_digest(hash.to_byte_array());
    let mut signature =
        Secp256k1::new().sign_schnorr_no_aux_rand(&message, &pair()).serialize().to_vec();
    signature[63] ^= spoil;
    tx.input[0].witness.push(signature);
    shown.iter().for_each(|annex| tx.input[0].witness.push(annex));
    b.add(tx);
}

fn spent_by(b: &Plan<'_>, tx: &Transaction) -> TxOut {
    b.block.txdata.last().unwrap().output[tx.input[0].previous_output.vout as usize].clone()
}

/// Spends an output that commits to a leaf by this leaf and these items.
fn spend_by_leaf(b: &mut Plan<'_>, leaf: &[u8], version: u8, items: &[&[u8]], spoil: u8) {
    let (leaf, secp) = (script(leaf), Secp256k1::new());
    let version = LeafVersion::from_consensus(version).unwrap();
    let tree = TaprootBuilder::new().add_leaf_with_ver(0, leaf.clone(), version).unwrap();
    let info = tree.finalize(&secp, pair().x_only_public_key().0).unwrap();
    let lock = script(&[&[0x51, 0x20], &info.output_key().serialize()[..]].concat());
    let mut control = info.control_block(&(leaf.clone(), version)).unwrap().serialize();
    control[1] ^= spoil;
    let mut tx = b.spend_of(0, &lock);
    items.iter().for_each(|item| tx.input[0].witness.push(item));
    tx.input[0].witness.push(leaf.as_bytes());
    tx.input[0].witness.push(control);
    b.add(tx);
}

const TAPSCRIPT: u8 = 0xc0;

const TAPROOT: &[Case] = &[
    ("by key", Ok(()), |b| spend_by_key(b, None, None, 0)),
    ("by a spoilt signature", script_fails!("Invalid Schnorr signature"), |b| {
        spend_by_key(b, None, None, 1);
    }),
    ("with an annex", Ok(()), |b| spend_by_key(b, Some(&[0x50, 1]), Some(&[0x50, 1]), 0)),
    ("with an annex of its mark alone", Ok(()), |b| {
        spend_by_key(b, Some(&[0x50]), Some(&[0x50]), 0)
    }),
    ("with an annex that is not signed", script_fails!("Invalid Schnorr signature"), |b| {
        spend_by_key(b, None, Some(&[0x50]), 0);
    }),
    ("with another annex", script_fails!("Invalid Schnorr signature"), |b| {
        spend_by_key(b, Some(&[0x50, 1]), Some(&[0x50, 2]), 0);
    }),
    ("with a signed annex left out", script_fails!("Invalid Schnorr signature"), |b| {
        spend_by_key(b, Some(&[0x50, 1]), None, 0);
    }),
    ("without witness", script_fails!("Witness program was passed an empty witness"), |b| {
        run(b, &key_output(), &[], &[]);
    }),
    ("by 63 bytes", script_fails!("Invalid Schnorr signature size"), |b| {
        run(b, &key_output(), &[], &[&[1; 63]]);
    }),
    ("by a leaf", Ok(()), |b| spend_by_leaf(b, &[0x51], TAPSCRIPT, &[], 0)),
    (
        "by a leaf of false",
        script_fails!(
            "Script evaluated without error but finished with a false/empty top stack element"
        ),
        |b| {
            spend_by_leaf(b, &[0x00], TAPSCRIPT, &[], 0);
        },
    ),
    ("by another internal key", script_fails!("Witness program hash mismatch"), |b| {
        spend_by_leaf(b, &[0x51], TAPSCRIPT, &[], 1);
    }),
    ("by a leaf of an unknown version", Ok(()), |b| spend_by_leaf(b, &[0x00], 0xc2, &[], 0)),
    ("by OP_SUCCESS80", Ok(()), |b| spend_by_leaf(b, &[0x00, 0x50], TAPSCRIPT, &[], 0)),
    ("by more than 201 operations", Ok(()), |b| {
        spend_by_leaf(b, &[&[0x61; 20_000][..], &[0x51]].concat(), TAPSCRIPT, &[], 0);
    }),
    ("by an item of 521 bytes", script_fails!("Push value size limit exceeded"), |b| {
        spend_by_leaf(b, &TAKES_ONE, TAPSCRIPT, &[&[7; 521]], 0);
    }),
    (
        "by OP_CHECKMULTISIG",
        script_fails!("OP_CHECKMULTISIG(VERIFY) is not available in tapscript"),
        |b| spend_by_leaf(b, &[0x00, 0x00, 0x00, 0xae], TAPSCRIPT, &[], 0),
    ),
    ("by an OP_IF of 2", script_fails!("OP_IF/NOTIF argument must be minimal in tapscript"), |b| {
        spend_by_leaf(b, &[0x52, 0x63, 0x51, 0x68], TAPSCRIPT, &[], 0);
    }),
    (
        "by more checks than the witness pays",
        script_fails!("Too much signature validation relative to witness weight"),
        |b| {
            // A key of an unknown kind takes any signature, but that has its price too.
            let check = [0x51, 0x51, 0xad];
            spend_by_leaf(b, &[&check.repeat(9)[..], &[0x51]].concat(), TAPSCRIPT, &[], 0);
        },
    ),
    ("behind a script hash", Ok(()), |b| {
        // No taproot there: any witness or none.
        run(b, &key_output().to_p2sh(), &[key_output().as_bytes()], &[]);
    }),
];

#[test]
fn taproot() {
    check_all(TAPROOT);
}
