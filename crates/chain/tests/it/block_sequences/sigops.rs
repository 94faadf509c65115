//! How many signature checks a block may have, by every way of counting: at the limit and one
//! above.

use quarry_primitives::ScriptBuf;

use super::builder::{Out, anyone, free_tx, output, pushes, script};
use super::{Case, Plan, check_all};

const CHECKSIG: u8 = 0xac;
const CHECKSIGVERIFY: u8 = 0xad;
const CHECKMULTISIG: u8 = 0xae;
const CHECKMULTISIGVERIFY: u8 = 0xaf;
const PUSHDATA4: u8 = 0x4e;

/// The most legacy signature checks: each costs 4 of 80,000.
const MOST: usize = 20_000;
const TOO_MANY: Result<(), &str> = Err("bad-blk-sigops");

/// Adds a transaction with an output of this script. Too long to be run, but counted.
fn pay(b: &mut Plan<'_>, script_pubkey: Vec<u8>) {
    let out = b.out(9);
    b.add(free_tx(&[out.at], vec![output(1, ScriptBuf::from_bytes(script_pubkey))]));
}

/// `most` checks by twenties, the rest one by one.
fn multisigs(op: u8, most: usize) -> Vec<u8> {
    [vec![op; most / 20], vec![CHECKSIG; most % 20]].concat()
}

const LEGACY: &[Case] = &[
    ("20,000 OP_CHECKSIG", Ok(()), |b| pay(b, vec![CHECKSIG; MOST])),
    ("20,001 OP_CHECKSIG", TOO_MANY, |b| pay(b, vec![CHECKSIG; MOST + 1])),
    ("20,000 OP_CHECKSIGVERIFY", Ok(()), |b| pay(b, vec![CHECKSIGVERIFY; MOST])),
    ("20,001 OP_CHECKSIGVERIFY", TOO_MANY, |b| pay(b, vec![CHECKSIGVERIFY; MOST + 1])),
    ("OP_CHECKMULTISIG up to 20,000", Ok(()), |b| pay(b, multisigs(CHECKMULTISIG, MOST))),
    ("OP_CHECKMULTISIG up to 20,001", TOO_MANY, |b| pay(b, multisigs(CHECKMULTISIG, MOST + 1))),
    ("OP_CHECKMULTISIGVERIFY up to 20,000", Ok(()), |b| {
        pay(b, multisigs(CHECKMULTISIGVERIFY, MOST));
    }),
    ("OP_CHECKMULTISIGVERIFY up to 20,001", TOO_MANY, |b| {
        pay(b, multisigs(CHECKMULTISIGVERIFY, MOST + 1));
    }),
    // The old count does not look at the number of keys.
    ("1,000 OP_1 OP_CHECKMULTISIG", Ok(()), |b| pay(b, [0x51, CHECKMULTISIG].repeat(1_000))),
    ("1,001 OP_1 OP_CHECKMULTISIG", TOO_MANY, |b| pay(b, [0x51, CHECKMULTISIG].repeat(1_001))),
    ("one in the coinbase", TOO_MANY, |b| {
        b.coinbase().output[0].script_pubkey = script(&[CHECKSIG]);
        pay(b, vec![CHECKSIG; MOST]);
    }),
    ("one in the coinbase's input", TOO_MANY, |b| {
        let length = b.coinbase().input[0].script_sig.len();
        let mut bytes = b.coinbase().input[0].script_sig.to_bytes();
        bytes.push(CHECKSIG);
        assert!(length < 100);
        b.coinbase().input[0].script_sig = ScriptBuf::from_bytes(bytes);
        pay(b, vec![CHECKSIG; MOST]);
    }),
    ("one in another transaction", TOO_MANY, |b| {
        b.add(free_tx(&[b.out(8).at], vec![output(1, script(&[CHECKSIG]))]));
        pay(b, vec![CHECKSIG; MOST]);
    }),
    ("none in a push", Ok(()), |b| {
        let data = vec![CHECKSIG; 300];
        let push = [vec![PUSHDATA4, 0x2c, 0x01, 0, 0], data].concat();
        pay(b, [vec![CHECKSIG; MOST], push].concat());
    }),
    ("one behind a push that is too long to be run", TOO_MANY, |b| {
        let push = [vec![PUSHDATA4, 0x09, 0x02, 0, 0], vec![CHECKSIG; 521]].concat();
        pay(b, [vec![CHECKSIG; MOST], push, vec![CHECKSIG]].concat());
    }),
    ("those before a push without an end", TOO_MANY, |b| {
        let push = vec![PUSHDATA4, 0xfe, 0xff, 0xff, 0xff];
        pay(b, [vec![CHECKSIG; MOST + 1], push, vec![CHECKSIG; 560]].concat());
    }),
    ("none behind a push without an end", Ok(()), |b| {
        let push = vec![PUSHDATA4, 0xff, 0xff, 0xff, 0xff];
        pay(b, [vec![CHECKSIG; MOST], push, vec![CHECKSIG; 560]].concat());
    }),
];

#[test]
fn legacy() {
    check_all(LEGACY);
}

/// Scripts of 100 checks that are not made: `OP_0 OP_IF ... OP_ENDIF OP_1`.
fn hundred(way: usize) -> Vec<u8> {
    let checks = match way {
        0 => vec![CHECKSIG; 100],
        1 => vec![CHECKSIGVERIFY; 100],
        // Without a number of keys each counts as 20, with one as many as there are keys.
        2 => vec![CHECKMULTISIG; 5],
        3 => [0x52, CHECKMULTISIG].repeat(50),
        4 => [0x60, CHECKMULTISIGVERIFY].repeat(6).into_iter().chain([CHECKSIG; 4]).collect(),
        // OP_0 and a pushed 2 are no numbers of keys.
        _ => [0x00, CHECKMULTISIG, 0x01, 0x02, CHECKMULTISIG]
            .repeat(2)
            .into_iter()
            .chain([CHECKSIG; 20])
            .collect(),
    };
    [&[0x00, 0x63], &checks[..], &[0x68, 0x51]].concat()
}

/// Spends so many outputs that hide the script behind a hash, by one transaction.
fn spend_all(b: &mut Plan<'_>, outs: &[Out], unlock: &ScriptBuf, witness: &[Vec<u8>]) {
    let places: Vec<_> = outs.iter().map(|out| out.at).collect();
    let mut tx = free_tx(&places, vec![output(1, anyone())]);
    for input in &mut tx.input {
        input.script_sig = unlock.clone();
        witness.iter().for_each(|item| input.witness.push(item));
    }
    b.add(tx);
}

fn script_hashes(b: &mut Plan<'_>, way: usize, more: usize) {
    let redeem = ScriptBuf::from_bytes(hundred(way));
    let outs = b.fund(0, &redeem.to_p2sh(), 200);
    spend_all(b, &outs, &pushes(&[redeem.as_bytes()]), &[]);
    pay(b, vec![CHECKSIG; more]);
}

/// Witness checks cost 1 each, so there are 800 scripts.
fn witness_scripts(b: &mut Plan<'_>, way: usize, nested: bool, more: usize) {
    let lock = ScriptBuf::from_bytes(hundred(way));
    let program = lock.to_p2wsh();
    let (script_pubkey, unlock) = if nested {
        (program.to_p2sh(), pushes(&[program.as_bytes()]))
    } else {
        (program, ScriptBuf::new())
    };
    let outs = b.fund(0, &script_pubkey, 800);
    spend_all(b, &outs, &unlock, &[lock.to_bytes()]);
    pay(b, vec![CHECKSIG; more]);
}

#[test]
fn behind_script_hashes() {
    check_all(&[
        ("P2SH 0", Ok(()), |b| script_hashes(b, 0, 0)),
        ("P2SH 0 and 1", TOO_MANY, |b| script_hashes(b, 0, 1)),
        ("P2SH 1", Ok(()), |b| script_hashes(b, 1, 0)),
        ("P2SH 1 and 1", TOO_MANY, |b| script_hashes(b, 1, 1)),
        ("P2SH 2", Ok(()), |b| script_hashes(b, 2, 0)),
        ("P2SH 2 and 1", TOO_MANY, |b| script_hashes(b, 2, 1)),
        ("P2SH 3", Ok(()), |b| script_hashes(b, 3, 0)),
        ("P2SH 3 and 1", TOO_MANY, |b| script_hashes(b, 3, 1)),
        ("P2SH 4", Ok(()), |b| script_hashes(b, 4, 0)),
        ("P2SH 4 and 1", TOO_MANY, |b| script_hashes(b, 4, 1)),
        ("P2SH 5", Ok(()), |b| script_hashes(b, 5, 0)),
        ("P2SH 5 and 1", TOO_MANY, |b| script_hashes(b, 5, 1)),
    ]);
}

#[test]
fn in_witnesses() {
    check_all(&[
        ("P2WSH 0", Ok(()), |b| witness_scripts(b, 0, false, 0)),
        ("P2WSH 0 and 1", TOO_MANY, |b| witness_scripts(b, 0, false, 1)),
        ("P2WSH 3", Ok(()), |b| witness_scripts(b, 3, false, 0)),
        ("P2WSH 3 and 1", TOO_MANY, |b| witness_scripts(b, 3, false, 1)),
        ("P2WSH 5", Ok(()), |b| witness_scripts(b, 5, false, 0)),
        ("P2WSH 5 and 1", TOO_MANY, |b| witness_scripts(b, 5, false, 1)),
        ("nested P2WSH 2", Ok(()), |b| witness_scripts(b, 2, true, 0)),
        ("nested P2WSH 2 and 1", TOO_MANY, |b| witness_scripts(b, 2, true, 1)),
    ]);
}
