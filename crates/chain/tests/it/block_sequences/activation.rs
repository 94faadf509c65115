//! Rules that hold from a height on: the last block without each, and the first with it.

use quarry_chain::Activation;
use quarry_primitives::{BlockVersion, LockTime, ScriptBuf, Sequence as InputSequence, Witness};

use super::builder::{BASE, BASE_HEIGHT, free_tx, nth, output, pushes, script};
use super::sequence::check_all_on;
use super::{Plan, Sequence, script_fails};

const NEVER: u32 = u32::MAX;
/// Two above the base: one block without the rule, then with it.
const ON: u32 = BASE_HEIGHT + 2;
const NONE: Activation =
    Activation { bip34: NEVER, bip66: NEVER, bip65: NEVER, csv: NEVER, segwit: NEVER };

/// The same oddity is right in the block before a rule, and refused in the first block under it.
struct Rule {
    name: &'static str,
    when: Activation,
    refusal: Result<(), &'static str>,
    bend: fn(&mut Plan<'_>),
}

fn version(b: &mut Plan<'_>, version: i32) {
    b.header(move |h| h.version = BlockVersion::from_consensus(version));
}

fn coinbase_script(b: &mut Plan<'_>, bytes: &[u8]) {
    b.coinbase().input[0].script_sig = script(bytes);
}

fn run(b: &mut Plan<'_>, lock: &[u8]) {
    b.run(&script(lock), ScriptBuf::new(), &[]);
}

/// A signature that no one would write so, by a key that did not make it: `OP_CHECKSIG OP_NOT`.
fn odd_signature(b: &mut Plan<'_>) {
    let key = [&[0x02], &[1; 32][..]].concat();
    b.run(&script(&[0xac, 0x91]), pushes(&[&[0x30, 0x01, 0x01], &key]), &[]);
}

const RULES: &[Rule] = &[
    Rule {
        name: "BIP-34, versions",
        when: Activation { bip34: ON, ..NONE },
        refusal: Err("bad-version(0x00000001)"),
        bend: |b| version(b, 1),
    },
    Rule {
        name: "BIP-34, heights",
        when: Activation { bip34: ON, ..NONE },
        refusal: Err("bad-cb-height"),
        bend: |b| coinbase_script(b, &[0x02, 0x82, 0x00]),
    },
    Rule {
        name: "BIP-66, versions",
        when: Activation { bip66: ON, ..NONE },
        refusal: Err("bad-version(0x00000002)"),
        bend: |b| version(b, 2),
    },
    Rule {
        name: "BIP-66, signatures",
        when: Activation { bip66: ON, ..NONE },
        refusal: script_fails!("Non-canonical DER signature"),
        bend: odd_signature,
    },
    Rule {
        name: "BIP-65, versions",
        when: Activation { bip65: ON, ..NONE },
        refusal: Err("bad-version(0x00000003)"),
        bend: |b| version(b, 3),
    },
    Rule {
        name: "BIP-65, too early",
        when: Activation { bip65: ON, ..NONE },
        refusal: script_fails!("Locktime requirement not satisfied"),
        bend: |b| run(b, &[0x51, 0xb1]),
    },
    Rule {
        name: "BIP-65, negative",
        when: Activation { bip65: ON, ..NONE },
        refusal: script_fails!("Negative locktime"),
        bend: |b| run(b, &[0x4f, 0xb1]),
    },
    Rule {
        name: "BIP-112, not locked",
        when: Activation { csv: ON, ..NONE },
        refusal: script_fails!("Locktime requirement not satisfied"),
        bend: |b| run(b, &[0x51, 0xb2]),
    },
    Rule {
        name: "BIP-112, negative",
        when: Activation { csv: ON, ..NONE },
        refusal: script_fails!("Negative locktime"),
        bend: |b| run(b, &[0x4f, 0xb2]),
    },
    Rule {
        name: "BIP-68, blocks",
        when: Activation { csv: ON, ..NONE },
        refusal: Err("bad-txns-nonfinal"),
        bend: |b| relative(b, 1, 2),
    },
    Rule {
        name: "BIP-68, time",
        when: Activation { csv: ON, ..NONE },
        refusal: Err("bad-txns-nonfinal"),
        bend: |b| relative(b, (1 << 22) | 1, 2),
    },
    Rule {
        name: "BIP-113",
        when: Activation { csv: ON, ..NONE },
        refusal: Err("bad-txns-nonfinal"),
        bend: |b| {
            let out = b.out(b.next_out());
            let mut tx = free_tx(&[out.at], vec![output(1, script(&[0x51]))]);
            tx.lock_time = LockTime::from_consensus(b.block.header.time - 1);
            tx.input[0].sequence = InputSequence::ZERO;
            b.add(tx);
        },
    },
    Rule {
        name: "BIP-141, a commitment without its reserved value",
        when: Activation { segwit: ON, ..NONE },
        refusal: Err("bad-witness-nonce-size"),
        bend: |b| {
            b.commit_now();
            b.coinbase().input[0].witness = Witness::new();
        },
    },
    Rule {
        name: "BIP-147",
        when: Activation { segwit: ON, ..NONE },
        refusal: script_fails!("Dummy CHECKMULTISIG argument must be zero"),
        bend: |b| b.run(&script(&[0x00, 0x00, 0xae]), script(&[0x51]), &[]),
    },
];

/// Spends an output of the same block under a relative lock.
fn relative(b: &mut Plan<'_>, sequence: u32, version: i32) {
    let first = b.spend(b.next_out());
    let mut tx = free_tx(&[nth(&first, 0)], vec![output(1, script(&[0x51]))]);
    tx.version.0 = version;
    tx.input[0].sequence = InputSequence::from_consensus(sequence);
    b.add(tx);
}

#[test]
fn on_and_off() {
    for rule in RULES {
        let (name, refusal) = (rule.name, rule.refusal.unwrap_err());
        let mut s = Sequence::with_activation(rule.when);
        let last = format!("{name}: last without");
        let first = format!("{name}: first with");
        s.add(&last, BASE, rule.bend);
        s.add(&first, &last, rule.bend);
        s.add("honest", &last, |_| {});
        s.accept(&last);
        s.reject(&first, refusal);
        s.accept("honest");
        s.finish("honest");
    }
}

// By the height in its own branch: a reorganisation turns a rule off and on again.
#[test]
fn over_a_reorganisation() {
    let mut s = Sequence::with_activation(Activation { bip65: ON, ..NONE });
    let early = |b: &mut Plan<'_>| run(b, &[0x51, 0xb1]);
    s.add("b1", BASE, early);
    s.add("b2", "b1", |_| {});
    s.add("c1", BASE, early);
    s.add("c2", "c1", |_| {});
    s.add("c3", "c2", |_| {});
    s.add("d2", "c1", early);
    s.add("d3", "d2", |_| {});
    s.accept("b1");
    s.accept("b2");
    s.stored("c1");
    s.stored("d2");
    s.uncovers("d3", "d2", script_fails_words());
    s.stored("c2");
    assert_eq!(s.reorg("c3"), 2);
    s.finish("c3");
}

fn script_fails_words() -> &'static str {
    let words: Result<(), &str> = script_fails!("Locktime requirement not satisfied");
    words.unwrap_err()
}

// Script hashes, witness programs and taproot hold at any height.
#[test]
fn what_holds_from_the_start() {
    check_all_on(
        &Sequence::with_activation(NONE),
        BASE,
        &[
            (
                "script hash of false",
                script_fails!(
                    "Script evaluated without error but finished with a false/empty top stack element"
                ),
                |b| b.run(&script(&[0x00]).to_p2sh(), pushes(&[&[0x00]]), &[]),
            ),
            (
                "witness program",
                script_fails!("Witness program was passed an empty witness"),
                |b| run(b, &[&[0x00, 0x20], &[7; 32][..]].concat()),
            ),
            ("taproot", script_fails!("Witness program was passed an empty witness"), |b| {
                run(b, &[&[0x51, 0x20], &[7; 32][..]].concat())
            }),
            ("version 0", Ok(()), |b| version(b, 0)),
            ("negative version", Ok(()), |b| version(b, -1)),
            ("coinbase script of 2 bytes", Ok(()), |b| coinbase_script(b, &[0x51, 0x51])),
            ("coinbase script of 1 byte", Err("bad-cb-length"), |b| coinbase_script(b, &[0x51])),
            ("witness", Err("unexpected-witness"), |b| {
                let lock = script(&[0x75, 0x51]);
                b.run(&lock.to_p2wsh(), ScriptBuf::new(), &[vec![7], lock.to_bytes()]);
            }),
        ],
    );
}

// The first block that may have witnesses.
#[test]
fn witnesses_become_allowed() {
    let mut s = Sequence::with_activation(Activation { segwit: ON, ..Activation::ALL });
    let spend = |b: &mut Plan<'_>| {
        let lock = script(&[0x75, 0x51]);
        b.run(&lock.to_p2wsh(), ScriptBuf::new(), &[vec![7], lock.to_bytes()]);
    };
    s.add("early", BASE, spend);
    s.reject("early", "unexpected-witness");
    s.add("b1", BASE, |_| {});
    s.add("b2", "b1", spend);
    s.accept("b1");
    s.accept("b2");
    s.finish("b2");
}

#[test]
fn relative_locks() {
    let blocks = |n: u32| n;
    let time = |units: u32| (1 << 22) | units;
    let cases: &[(&str, u32, i32, bool)] = &[
        ("no blocks", blocks(0), 2, true),
        ("one block", blocks(1), 2, false),
        ("one block, version 1", blocks(1), 1, true),
        ("one block, version 3", blocks(1), 3, false),
        ("one block, version -1", blocks(1), -1, false),
        ("one block, switched off", (1 << 31) | 1, 2, true),
        ("bits that do not count", 0x003f_0000, 2, true),
        ("no time", time(0), 2, true),
        ("512 seconds", time(1), 2, false),
    ];
    let base = Sequence::regtest();
    for (name, sequence, version, fits) in cases {
        let mut s = base.copy();
        s.add(name, BASE, |b| relative(b, *sequence, *version));
        if *fits {
            s.accept(name)
        } else {
            s.reject(name, "bad-txns-nonfinal")
        }
        s.finish(if *fits { name } else { BASE });
    }
}

// A lock counts from the block before the coin's, and by the median time past: exact to the block
// and to the second.
#[test]
fn relative_locks_over_blocks() {
    let mut s = Sequence::regtest();
    let made = s.add("b1", BASE, |b| drop(b.spend(0))).remove(0);
    let start = s.median_time(BASE);
    s.accept("b1");
    let lock = |sequence: u32| {
        let mut tx = free_tx(&[nth(&made, 0)], vec![output(1, script(&[0x51]))]);
        tx.input[0].sequence = InputSequence::from_consensus(sequence);
        move |b: &mut Plan<'_>| {
            b.add(tx);
        }
    };
    let mut parent = "b1".to_owned();
    for n in 2..=10u32 {
        // At height 130 + n the coin is n - 1 blocks deep.
        let passed = s.median_time(&parent) - start;
        let (deep, long) = (n - 1, passed / 512);
        for (what, sequence) in [("blocks", deep + 1), ("time", (1 << 22) | (long + 1))] {
            let name = format!("{what} {n}");
            s.add(&name, &parent, lock(sequence));
            s.reject(&name, "bad-txns-nonfinal");
        }
        let mut fits = s.copy();
        fits.add("blocks", &parent, lock(deep));
        fits.accept("blocks");
        let mut fits = s.copy();
        fits.add("time", &parent, lock((1 << 22) | long));
        fits.accept("time");
        let name = format!("b{n}");
        s.add(&name, &parent, |b| {
            let time = b.block.header.time;
            b.header(move |h| h.time = time + 100);
        });
        s.accept(&name);
        parent = name;
    }
    assert!(s.median_time("b10") - start > 512, "no time lock was ever met");
    s.finish("b10");
}

// Without BIP-34 a coinbase may come again: not while an output of it is unspent (BIP-30).
#[test]
fn the_same_coinbase_again() {
    let mut s = Sequence::with_activation(NONE);
    let coinbase = s.block("1").txdata[0].clone();
    let again = |b: &mut Plan<'_>| *b.coinbase() = coinbase.clone();
    s.add("unspent", BASE, again);
    s.reject("unspent", "bad-txns-BIP30");
    s.add("spent in it", BASE, |b| {
        b.spend(0);
        *b.coinbase() = coinbase.clone();
    });
    s.reject("spent in it", "bad-txns-BIP30");
    s.add("spent", BASE, |b| drop(b.spend(0)));
    s.accept("spent");
    s.add("again", "spent", again);
    s.accept("again");
    // It is a new coin: it has to mature again, and cannot come a third time.
    s.add("too early", "again", |b| drop(b.spend(0)));
    s.reject("too early", "bad-txns-premature-spend-of-coinbase");
    s.add("third", "again", again);
    s.reject("third", "bad-txns-BIP30");
    // Taken back, the old coin is there again: as old as it was.
    s.add("c1", BASE, |_| {});
    s.add("c2", "c1", |_| {});
    s.add("c3", "c2", |b| drop(b.spend(0)));
    s.stored("c1");
    s.stored("c2");
    assert_eq!(s.reorg("c3"), 2);
    s.finish("c3");
}
