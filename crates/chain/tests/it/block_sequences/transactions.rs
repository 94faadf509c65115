//! Transactions that are wrong, each in a block and on its own: Core's templates of invalid
//! transactions, and the spends of `feature_block.py`.

use quarry_chain::{Ledger, PoolConfig, UtxoLedger, check_transaction};
use quarry_primitives::{
    Hash, MAX_MONEY, OutPoint, ScriptBuf, Transaction, Txid, Witness, consensus,
};

use super::builder::{BASE, Out, anyone, free_tx, input, nth, output, script};
use super::{Case, Sequence, check_all, script_fails};

const MISSING: &str = "bad-txns-inputs-missingorspent";
const FALSE_END: &str =
    "Script evaluated without error but finished with a false/empty top stack element";

/// Core's words for a transaction on its own and in a block, and how to make it from a coin that
/// anyone may spend.
struct Template {
    name: &'static str,
    alone: Result<(), &'static str>,
    in_block: Result<(), &'static str>,
    make: fn(Out) -> Transaction,
}

fn p2sh() -> ScriptBuf {
    script(&[0x00]).to_p2sh()
}

/// One input, one output.
fn simple(out: Out, value: u64, unlock: &[u8]) -> Transaction {
    let mut tx = free_tx(&[out.at], vec![output(value, p2sh())]);
    tx.input[0].script_sig = script(unlock);
    tx
}

macro_rules! both {
    ($reason:literal) => {
        (Err($reason), Err($reason))
    };
}

macro_rules! script_fails_twice {
    ($words:literal) => {
        (Err(concat!("mempool-script-verify-flag-failed (", $words, ")")), script_fails!($words))
    };
}

type Words = (Result<(), &'static str>, Result<(), &'static str>);

fn template(name: &'static str, words: Words, make: fn(Out) -> Transaction) -> Template {
    Template { name, alone: words.0, in_block: words.1, make }
}

fn templates() -> Vec<Template> {
    vec![
        template("no outputs", both!("bad-txns-vout-empty"), |out| free_tx(&[out.at], vec![])),
        template("no inputs and no outputs", both!("bad-txns-vin-empty"), |_| free_tx(&[], vec![])),
        template("no inputs", both!("bad-txns-vin-empty"), |_| {
            free_tx(&[], vec![output(1, anyone())])
        }),
        template("64 bytes", (Err("tx-size-small"), Ok(())), |out| {
            free_tx(&[out.at], vec![output(0, script(&[0x6a, 0, 0, 0]))])
        }),
        template("65 bytes", (Ok(()), Ok(())), |out| {
            free_tx(&[out.at], vec![output(0, script(&[0x6a, 0, 0, 0, 0]))])
        }),
        template(
            "witness for an output that takes none",
            script_fails_twice!("Witness provided for non-witness script"),
            |out| {
                let mut tx = free_tx(&[out.at], vec![output(0, p2sh())]);
                tx.input[0].witness = Witness::from_slice(&[[0x51]]);
                tx
            },
        ),
        template("output that there is not", (Err(MISSING), Err(MISSING)), |out| {
            let at = OutPoint { vout: out.at.vout + 101, ..out.at };
            free_tx(&[at], vec![output(0, p2sh())])
        }),
        template("transaction that there is not", (Err(MISSING), Err(MISSING)), |out| {
            let at = OutPoint { txid: Txid::from_byte_array([0x5c; 32]), vout: 0 };
            free_tx(&[at, out.at], vec![output(1, p2sh())])
        }),
        template("the same input twice", both!("bad-txns-inputs-duplicate"), |out| {
            free_tx(&[out.at, out.at], vec![output(1, p2sh())])
        }),
        template("input that spends nothing", both!("bad-txns-prevout-null"), |out| {
            free_tx(&[out.at, OutPoint::null()], vec![output(1, p2sh())])
        }),
        template("more than it spends", both!("bad-txns-in-belowout"), |out| {
            free_tx(&[out.at], vec![output(out.value + 1, p2sh())])
        }),
        template("less than nothing", both!("bad-txns-vout-negative"), |out| {
            simple(out, u64::MAX, &[])
        }),
        template("least negative amount", both!("bad-txns-vout-negative"), |out| {
            simple(out, 1 << 63, &[])
        }),
        template("largest amount", both!("bad-txns-vout-toolarge"), |out| {
            simple(out, (1 << 63) - 1, &[])
        }),
        template("more than all money", both!("bad-txns-vout-toolarge"), |out| {
            simple(out, MAX_MONEY + 1, &[])
        }),
        template("all money", both!("bad-txns-in-belowout"), |out| simple(out, MAX_MONEY, &[])),
        template("all money twice", both!("bad-txns-txouttotal-toolarge"), |out| {
            let all = || output(MAX_MONEY, anyone());
            free_tx(&[out.at], vec![all(), all()])
        }),
        template("all money and one unit", both!("bad-txns-txouttotal-toolarge"), |out| {
            free_tx(&[out.at], vec![output(MAX_MONEY, anyone()), output(1, anyone())])
        }),
        template(
            "OP_NOTIF without end",
            script_fails_twice!("Invalid OP_IF construction"),
            |out| simple(out, out.value / 2, &[0x64; 35]),
        ),
        template(
            "20,001 signature checks",
            (Err("bad-txns-too-many-sigops"), Err("bad-blk-sigops")),
            |out| free_tx(&[out.at], vec![output(1, script(&[0xac; 20_001]))]),
        ),
        template("4,001 signature checks", (Err("bad-txns-too-many-sigops"), Ok(())), |out| {
            free_tx(&[out.at], vec![output(1, script(&[0xac; 4_001]))])
        }),
        template("4,000 signature checks", (Ok(()), Ok(())), |out| {
            free_tx(&[out.at], vec![output(1, script(&[0xac; 4_000]))])
        }),
        template(
            "non-standard and invalid",
            (
                Err(
                    "mempool-script-verify-flag-failed (Using OP_CODESEPARATOR in non-witness script)",
                ),
                script_fails!("OP_RETURN was encountered"),
            ),
            |out| simple(out, out.value / 2, &[0, 0, 0, 0xab, 0x6a]),
        ),
        template("all of it to the miner", (Ok(()), Ok(())), |out| {
            free_tx(&[out.at], vec![output(0, script(&[0x6a, 0x01, 0x07, 0x00, 0x00]))])
        }),
    ]
}

/// A mempool that takes what a block takes, as Core's tests of these templates have it.
fn lenient(s: Sequence) -> Sequence {
    let config = PoolConfig { require_standard: false, ..PoolConfig::default() };
    s.map_chain(|chain| chain.with_pool_config(config))
}

fn check_template(base: &Sequence, template: &Template) {
    let mut s = lenient(base.copy());
    let tx = (template.make)(s.out(0));
    let now = s.now();
    let name = template.name;
    let alone = s.chain().accept_tx(now, tx.clone()).map(drop);
    assert_eq!(alone.map_err(|error| error.reject_reason()), template.alone, "{name}");
    s.add(name, BASE, |b| {
        b.add(tx);
    });
    match template.in_block {
        Ok(()) => s.accept(name),
        Err(reason) => s.reject(name, reason),
    }
    let tip = if template.in_block.is_ok() { name } else { BASE };
    s.finish(tip);
}

#[test]
fn core_s_templates() {
    let base = Sequence::regtest();
    templates().iter().for_each(|template| check_template(&base, template));
}

// CVE-2010-5137: refused wherever they stand in an input's script.
#[test]
fn disabled_operations() {
    let base = Sequence::regtest();
    let mut s = lenient(base.copy());
    let words = "Attempted to use a disabled opcode";
    for op in
        [0x7e, 0x7f, 0x80, 0x81, 0x83, 0x84, 0x85, 0x86, 0x8d, 0x8e, 0x95, 0x96, 0x97, 0x98, 0x99]
    {
        let mut tx = free_tx(&[s.out(0).at], vec![output(1, p2sh())]);
        tx.input[0].script_sig = script(&[op]);
        let now = s.now();
        let alone = s.chain().accept_tx(now, tx.clone()).unwrap_err();
        assert_eq!(alone.reject_reason(), format!("mempool-script-verify-flag-failed ({words})"));
        let name = format!("operation {op:#x}");
        s.add(&name, BASE, |b| {
            b.add(tx);
        });
        s.reject(&name, &format!("block-script-verify-flag-failed ({words})"));
    }
    s.finish(BASE);
}

// Where the inputs' count is zero, the next byte may be the mark of witnesses. No reading of such
// bytes is a valid transaction.
#[test]
fn no_inputs_on_the_wire() {
    let plain = consensus::serialize(&free_tx(&[OutPoint::null()], vec![output(1, anyone())]));
    let (start, middle, end) = (&plain[..4], &plain[4..plain.len() - 4], &plain[plain.len() - 4..]);
    let outputs = &middle[42..];
    for (what, parts) in [
        ("neither inputs nor outputs", [start, &[0], &[0], end]),
        ("no inputs", [start, &[0], outputs, end]),
        ("a mark and no inputs", [start, &[0, 1, 0], outputs, end]),
        ("a mark and no witness", [start, &[0, 1], &[middle, &[0]].concat(), end]),
        ("another mark", [start, &[0, 2], &[middle, &[0]].concat(), end]),
    ] {
        let read = UtxoLedger::new().decode_tx(&parts.concat());
        assert!(!read.is_ok_and(|tx| check_transaction(&tx).is_ok()), "{what}");
    }
}

const SPENDS: &[Case] = &[
    ("output made in the same block", Ok(()), |b| {
        let first = b.spend(0);
        b.add(free_tx(&[nth(&first, 0)], vec![output(0, anyone())]));
    }),
    ("output made later in the same block", Err(MISSING), |b| {
        let first = free_tx(&[b.out(0).at], vec![output(9, anyone())]);
        b.add(free_tx(&[nth(&first, 0)], vec![output(1, anyone())]));
        b.add(first);
    }),
    ("output made in the same block twice", Err(MISSING), |b| {
        let first = b.spend(0);
        b.add(free_tx(&[nth(&first, 0)], vec![output(1, anyone())]));
        b.add(free_tx(&[nth(&first, 0)], vec![output(2, anyone())]));
    }),
    ("coin spent by two transactions", Err(MISSING), |b| {
        b.spend(0);
        b.add(free_tx(&[b.out(0).at], vec![output(1, anyone())]));
    }),
    ("coin spent by two inputs of two", Err(MISSING), |b| {
        b.spend(0);
        b.add(free_tx(&[b.out(1).at, b.out(0).at], vec![output(1, anyone())]));
    }),
    ("output 42 of one", Err(MISSING), |b| {
        b.spend(0);
        let at = OutPoint { vout: 42, ..b.out(1).at };
        b.add(free_tx(&[at], vec![output(0, anyone())]));
    }),
    ("genesis coinbase", Err(MISSING), |b| {
        let txid = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
        let at = OutPoint { txid: txid.parse().unwrap(), vout: 0 };
        b.add(free_tx(&[at], vec![output(1, anyone())]));
    }),
    ("outputs above inputs", Err("bad-txns-in-belowout"), |b| {
        let out = b.out(0);
        b.add(free_tx(&[out.at], vec![output(out.value, anyone()), output(1, anyone())]));
    }),
    ("many inputs", Ok(()), |b| {
        let outs: Vec<_> = (0..30).map(|n| b.out(n).at).collect();
        let all = (0..30).map(|n| b.out(n).value).sum();
        b.add(free_tx(&outs, vec![output(all, anyone())]));
    }),
    ("an immature one among many", Err("bad-txns-premature-spend-of-coinbase"), |b| {
        let outs: Vec<_> = (25..35).map(|n| b.out(n).at).collect();
        b.add(free_tx(&outs, vec![output(1, anyone())]));
    }),
    ("last mature coinbase", Ok(()), |b| drop(b.spend(30))),
    ("first immature coinbase", Err("bad-txns-premature-spend-of-coinbase"), |b| drop(b.spend(31))),
    ("chain of 100", Ok(()), |b| {
        let mut last = b.spend(0);
        for _ in 0..100 {
            last = free_tx(&[nth(&last, 0)], vec![output(5, anyone())]);
            b.add(last.clone());
        }
    }),
    ("outputs of nothing", Ok(()), |b| {
        let out = b.out(0);
        let zeros = free_tx(&[out.at], vec![output(0, anyone()); 3]);
        b.add(zeros.clone());
        b.add(free_tx(&[nth(&zeros, 2), nth(&zeros, 0)], vec![output(0, anyone())]));
    }),
    ("version 0 and negative versions", Ok(()), |b| {
        for (n, version) in [(0, 0), (1, -1), (2, i32::MAX), (3, i32::MIN), (4, 3)] {
            let mut tx = free_tx(&[b.out(n).at], vec![output(0, anyone())]);
            tx.version.0 = version;
            b.add(tx);
        }
    }),
    ("second input's script fails", script_fails!("OP_RETURN was encountered"), |b| {
        let mut tx = free_tx(&[b.out(0).at], vec![output(0, anyone())]);
        tx.input.push(input(b.out(1).at));
        tx.input[1].script_sig = script(&[0x6a]);
        b.add(tx);
    }),
];

#[test]
fn spends() {
    check_all(SPENDS);
}

// A signature is for one transaction: any change of it is a forgery.
#[test]
fn signatures_bind() {
    let key = crate::support::key(5);
    for lock in [key.script(), key.legacy_script()] {
        let mut s = Sequence::regtest();
        let funds = s.add("funds", BASE, |b| drop(b.fund(0, &lock, 1)));
        s.accept("funds");
        let value = funds[0].output[0].value.to_sat();
        let signed = crate::support::tx()
            .spend_script(nth(&funds[0], 0), key, value, lock.clone())
            .pay(anyone(), value)
            .sign();
        let mut forged = signed.clone();
        forged.output[0].script_pubkey = script(&[0x52]);
        s.add("forged", "funds", |b| {
            b.add(forged);
        });
        s.reject("forged", &format!("block-script-verify-flag-failed ({FALSE_END})"));
        s.add("signed", "funds", |b| {
            b.add(signed);
        });
        s.accept("signed");
        s.finish("signed");
    }
}
