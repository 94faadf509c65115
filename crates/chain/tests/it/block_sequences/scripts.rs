//! Limits of scripts as blocks meet them, and what is run and what is not.

use quarry_primitives::ScriptBuf;

use super::builder::{pushes, script};
use super::{Case, Plan, check_all, script_fails};

fn bare(b: &mut Plan<'_>, lock: Vec<u8>) {
    b.run(&ScriptBuf::from_bytes(lock), ScriptBuf::new(), &[]);
}

fn unlocked(b: &mut Plan<'_>, lock: &[u8], unlock: Vec<u8>) {
    b.run(&script(lock), ScriptBuf::from_bytes(unlock), &[]);
}

fn witnessed(b: &mut Plan<'_>, lock: Vec<u8>, items: Vec<Vec<u8>>) {
    let lock = ScriptBuf::from_bytes(lock);
    let items: Vec<_> = items.into_iter().chain([lock.to_bytes()]).collect();
    b.run(&lock.to_p2wsh(), ScriptBuf::new(), &items);
}

/// `OP_1` and pushes that fill a script up to a length, each of them dropped again.
fn long(bytes: usize) -> Vec<u8> {
    let push_drop = [vec![0x4d, 0x08, 0x02], vec![0; 520], vec![0x75]].concat();
    let mut out = push_drop.repeat((bytes - 1) / push_drop.len());
    let missing = bytes - 1 - out.len();
    // OP_0 OP_DROP and, for an odd rest, an OP_NOP.
    out.extend([0x00, 0x75].repeat(missing / 2));
    out.extend(vec![0x61; missing % 2]);
    out.push(0x51);
    out
}

/// A push of so many bytes, dropped, then `OP_1`.
fn push(bytes: u16) -> Vec<u8> {
    [vec![0x4d], bytes.to_le_bytes().to_vec(), vec![7; bytes.into()], vec![0x75, 0x51]].concat()
}

fn multisig(keys: u8) -> Vec<u8> {
    let keys_pushed = [0x21].into_iter().chain([2; 33]).collect::<Vec<u8>>().repeat(keys.into());
    [vec![0x00, 0x00], keys_pushed, vec![0x01, keys, 0xae]].concat()
}

const LIMITS: &[Case] = &[
    ("script of 10,000 bytes", Ok(()), |b| bare(b, long(10_000))),
    // Longer ones are no coins at all.
    ("script of 10,001 bytes", Err("bad-txns-inputs-missingorspent"), |b| bare(b, long(10_001))),
    ("input script of 10,000 bytes", Ok(()), |b| unlocked(b, &[0x51], long(10_000))),
    ("input script of 10,001 bytes", script_fails!("Script is too big"), |b| {
        unlocked(b, &[0x51], long(10_001));
    }),
    ("witness script of 10,000 bytes", Ok(()), |b| witnessed(b, long(10_000), vec![])),
    ("witness script of 10,001 bytes", script_fails!("Script is too big"), |b| {
        witnessed(b, long(10_001), vec![]);
    }),
    ("push of 520 bytes", Ok(()), |b| bare(b, push(520))),
    ("push of 521 bytes", script_fails!("Push value size limit exceeded"), |b| bare(b, push(521))),
    ("push of 521 bytes that is not run", script_fails!("Push value size limit exceeded"), |b| {
        bare(b, [vec![0x00, 0x63], push(521), vec![0x68, 0x51]].concat());
    }),
    ("witness item of 520 bytes", Ok(()), |b| witnessed(b, vec![0x75, 0x51], vec![vec![0; 520]])),
    ("witness item of 521 bytes", script_fails!("Push value size limit exceeded"), |b| {
        witnessed(b, vec![0x75, 0x51], vec![vec![0; 521]]);
    }),
    ("201 operations", Ok(()), |b| bare(b, [vec![0x61; 201], vec![0x51]].concat())),
    ("202 operations", script_fails!("Operation limit exceeded"), |b| {
        bare(b, [vec![0x61; 202], vec![0x51]].concat());
    }),
    ("202 operations, most not run", script_fails!("Operation limit exceeded"), |b| {
        bare(b, [vec![0x00, 0x63], vec![0x61; 200], vec![0x68, 0x51]].concat());
    }),
    ("1,000 items", Ok(()), |b| bare(b, vec![0x51; 1_000])),
    ("1,001 items", script_fails!("Stack size limit exceeded"), |b| bare(b, vec![0x51; 1_001])),
    ("20 keys", Ok(()), |b| bare(b, multisig(20))),
    ("21 keys", script_fails!("Pubkey count negative or limit exceeded"), |b| {
        bare(b, multisig(21))
    }),
];

#[test]
fn limits() {
    check_all(LIMITS);
}

const RUN_OR_NOT: &[Case] = &[
    ("no operation, not run", Ok(()), |b| bare(b, vec![0x00, 0x63, 0xff, 0x67, 0x51, 0x68])),
    ("no operation, run", script_fails!("Opcode missing or not understood"), |b| {
        bare(b, vec![0x51, 0x63, 0xff, 0x67, 0x51, 0x68]);
    }),
    ("OP_RETURN, not run", Ok(()), |b| bare(b, vec![0x00, 0x63, 0x6a, 0x68, 0x51])),
    ("OP_RETURN, run", script_fails!("OP_RETURN was encountered"), |b| {
        bare(b, vec![0x51, 0x6a]);
    }),
    ("OP_VER, not run", Ok(()), |b| bare(b, vec![0x00, 0x63, 0x62, 0x68, 0x51])),
    ("OP_VERIF, not run", script_fails!("Opcode missing or not understood"), |b| {
        bare(b, vec![0x00, 0x63, 0x65, 0x68, 0x51]);
    }),
    ("OP_CAT, not run", script_fails!("Attempted to use a disabled opcode"), |b| {
        bare(b, vec![0x00, 0x63, 0x7e, 0x68, 0x51]);
    }),
    (
        "nothing left",
        script_fails!(
            "Script evaluated without error but finished with a false/empty top stack element"
        ),
        |b| {
            bare(b, vec![0x51, 0x75]);
        },
    ),
    ("no OP_ENDIF", script_fails!("Invalid OP_IF construction"), |b| {
        bare(b, vec![0x51, 0x63, 0x51])
    }),
    ("push without an end", script_fails!("Opcode missing or not understood"), |b| {
        bare(b, vec![0x51, 0x02, 0x51]);
    }),
    ("OP_NOP10", Ok(()), |b| bare(b, vec![0xb9, 0x51])),
    ("empty script and true input", Ok(()), |b| unlocked(b, &[], vec![0x51])),
    ("items to spare", Ok(()), |b| unlocked(b, &[0x51], vec![0x00, 0x00])),
    (
        "items to spare in a witness",
        script_fails!("Stack size must be exactly one after execution"),
        |b| witnessed(b, vec![0x51], vec![vec![]]),
    ),
    (
        "script hash with an input that runs",
        script_fails!("Only push operators allowed in signatures"),
        |b| b.run(&script(&[0x51]).to_p2sh(), script(&[0x61, 0x01, 0x51]), &[]),
    ),
    ("script hash of true", Ok(()), |b| {
        b.run(&script(&[0x51]).to_p2sh(), pushes(&[&[0x51]]), &[]);
    }),
    (
        "script hash of another script",
        script_fails!(
            "Script evaluated without error but finished with a false/empty top stack element"
        ),
        |b| {
            b.run(&script(&[0x51]).to_p2sh(), pushes(&[&[0x52]]), &[]);
        },
    ),
];

#[test]
fn run_or_not() {
    check_all(RUN_OR_NOT);
}
