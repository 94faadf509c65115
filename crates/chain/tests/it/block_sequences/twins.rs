//! Blocks with one hash: a copy that was changed without work is refused, and stands in nobody's
//! way (CVE-2012-2459, and the same by witnesses and by encoding).

use quarry_chain::{Ledger, UtxoLedger};
use quarry_primitives::consensus::serialize;
use quarry_primitives::{Transaction, Witness, merkle_tree};

use super::builder::{BASE, anyone, free_tx, nth, output, script};
use super::{Plan, Sequence};

/// A coinbase's spend and so many in a row behind it.
fn row(b: &mut Plan<'_>, from: usize, more: usize) {
    let mut last = b.spend(from);
    for _ in 0..more {
        last = free_tx(&[nth(&last, 0)], vec![output(1, anyone())]);
        b.add(last.clone());
    }
}

#[test]
fn repeated_transactions() {
    let mut s = Sequence::regtest();
    // Three transactions: the tree repeats the third by itself.
    s.add("b57", BASE, |b| row(b, 0, 1));
    s.twin("b56", "b57", |b| b.txdata.push(b.txdata[2].clone()));
    // Six: two in a row repeat further up.
    s.add("b57p2", BASE, |b| row(b, 1, 4));
    s.twin("b56p2", "b57p2", |b| b.txdata.extend_from_within(4..6));
    // Five: the last four times.
    s.add("five", BASE, |b| row(b, 2, 3));
    s.twin("five twice", "five", |b| b.txdata.push(b.txdata[4].clone()));
    s.twin("five again", "five", |b| b.txdata.extend(vec![b.txdata[4].clone(); 3]));
    // One: the coinbase.
    s.add("one", BASE, |_| {});
    for name in ["b56", "b56p2", "five twice", "five again"] {
        assert!(s.block(name).check_merkle_root(), "{name}");
        s.reject(name, "bad-txns-duplicate");
    }
    s.accept("b57p2");
    s.stored("b57");
    s.stored("five");
    s.stored("one");
    // Again, now that the honest one is here.
    s.reject("b56p2", "bad-txns-duplicate");
    s.finish("b57p2");
}

#[test]
fn the_same_transaction_twice_in_a_row() {
    let mut s = Sequence::regtest();
    s.add("b52", BASE, |b| {
        row(b, 0, 1);
        let last = b.block.txdata[2].clone();
        b.add(last);
    });
    s.reject("b52", "bad-txns-duplicate");
    // Where the tree does not pair them, the second one finds its coins spent.
    s.add("apart", BASE, |b| {
        let first = b.spend(0);
        b.add(first);
    });
    s.reject("apart", "bad-txns-inputs-missingorspent");
    s.finish(BASE);
}

// b71 and b72: first the copy, then the honest block, then blocks above it.
#[test]
fn honest_block_after_its_copy() {
    let mut s = Sequence::regtest();
    s.add("b72", BASE, |b| row(b, 0, 1));
    s.twin("b71", "b72", |b| b.txdata.push(b.txdata[2].clone()));
    s.add("b73", "b72", |b| drop(b.spend(1)));
    s.reject("b71", "bad-txns-duplicate");
    s.reject("b73", "prev-blk-not-found");
    s.accept("b72");
    s.accept("b73");
    s.finish("b73");
}

#[test]
fn other_transactions_under_the_same_header() {
    let mut s = Sequence::regtest();
    s.add("honest", BASE, |b| row(b, 0, 2));
    s.twin("swapped", "honest", |b| b.txdata.swap(1, 2));
    s.twin("shorter", "honest", |b| drop(b.txdata.pop()));
    s.twin("bare", "honest", |b| b.txdata.clear());
    for name in ["swapped", "shorter", "bare"] {
        s.reject(name, "bad-txnmrklroot");
    }
    s.accept("honest");
    s.finish("honest");
}

#[test]
fn other_witnesses_under_the_same_header() {
    let drop_true = script(&[0x75, 0x51]).to_p2wsh();
    let mut s = Sequence::regtest();
    s.add("honest", BASE, |b| b.run(&drop_true, script(&[]), &[vec![7], vec![0x75, 0x51]]));
    s.twin("malleated", "honest", |b| {
        b.txdata[2].input[0].witness = Witness::from_slice(&[vec![8], vec![0x75, 0x51]]);
    });
    s.twin("stripped", "honest", |b| b.txdata[2].input[0].witness = Witness::new());
    s.twin("no reserved value", "honest", |b| b.txdata[0].input[0].witness = Witness::new());
    s.twin("short reserved value", "honest", |b| {
        b.txdata[0].input[0].witness = Witness::from_slice(&[[0; 31]]);
    });
    s.twin("two reserved values", "honest", |b| {
        b.txdata[0].input[0].witness = Witness::from_slice(&[[0; 32], [0; 32]]);
    });
    s.twin("another reserved value", "honest", |b| {
        b.txdata[0].input[0].witness = Witness::from_slice(&[[1; 32]]);
    });
    s.twin("witness elsewhere", "honest", |b| {
        b.txdata[1].input[0].witness = Witness::from_slice(&[[1; 3]]);
    });
    // Heavier than a block may be: the commitment is looked at first, so the hash is not condemned.
    s.twin("heavy", "honest", |b| {
        b.txdata[0].input[0].witness = Witness::from_slice(&[vec![0; 4_000_000]]);
    });
    s.twin("heavier", "honest", |b| {
        b.txdata[2].input[0].witness.push(vec![0; 4_000_000]);
    });
    for (name, reason) in [
        ("malleated", "bad-witness-merkle-match"),
        ("stripped", "bad-witness-merkle-match"),
        ("no reserved value", "bad-witness-nonce-size"),
        ("short reserved value", "bad-witness-nonce-size"),
        ("two reserved values", "bad-witness-nonce-size"),
        ("another reserved value", "bad-witness-merkle-match"),
        ("witness elsewhere", "bad-witness-merkle-match"),
        ("heavy", "bad-witness-nonce-size"),
        ("heavier", "bad-witness-merkle-match"),
    ] {
        s.reject(name, reason);
    }
    s.accept("honest");
    s.finish("honest");
}

#[test]
fn witnesses_beside_a_block_that_commits_to_none() {
    let mut s = Sequence::regtest();
    s.add("honest", BASE, |b| drop(b.spend(0)));
    s.twin("coinbase", "honest", |b| {
        b.txdata[0].input[0].witness = Witness::from_slice(&[[0; 32]]);
    });
    s.twin("spend", "honest", |b| {
        b.txdata[1].input[0].witness = Witness::from_slice(&[[0; 32]]);
    });
    s.reject("coinbase", "unexpected-witness");
    s.reject("spend", "unexpected-witness");
    s.accept("honest");
    s.finish("honest");
}

/// A block with the count of its transactions written in nine bytes.
fn with_long_count(bytes: &[u8]) -> Vec<u8> {
    let count = u64::from(bytes[80]);
    [&bytes[..80], &[0xff], &count.to_le_bytes(), &bytes[81..]].concat()
}

// b64: the longer encoding is no block at all, so it can neither be too large nor be remembered.
#[test]
fn a_count_in_more_bytes_than_it_needs() {
    let mut s = Sequence::regtest();
    s.add("b64", BASE, |b| row(b, 0, 1));
    let ledger = UtxoLedger::new();
    let bytes = serialize(s.block("b64"));
    assert_eq!(ledger.decode_block(&bytes).unwrap(), *s.block("b64"));
    assert!(ledger.decode_block(&with_long_count(&bytes)).is_err());
    let with_one_more = [&bytes[..], &[0]].concat();
    assert!(ledger.decode_block(&with_one_more).is_err());
    assert!(ledger.decode_block(&bytes[..bytes.len() - 1]).is_err());
    s.accept("b64");
    s.finish("b64");
}

// CVE-2017-12842: a transaction of 64 bytes looks like two hashes. It is right in a block; a block
// that has it in place of its coinbase counts as changed on the way.
#[test]
fn a_transaction_that_looks_like_a_node() {
    let mut s = Sequence::regtest();
    let small = |b: &mut Plan<'_>| {
        let tx = free_tx(&[b.out(0).at], vec![output(0, script(&[0x6a, 0x03, 1, 2]))]);
        assert_eq!(serialize(&tx).len(), 64);
        b.add(tx)
    };
    s.add("small", BASE, |b| drop(small(b).to_string()));
    s.add("headless", BASE, |b| {
        small(b);
        b.block.txdata.remove(0);
    });
    s.add("broken", BASE, |b| b.claim(1));
    let mutated = |s: &mut Sequence, name: &str| {
        let block = s.block(name).clone();
        s.chain().check_mutation(&block).is_err()
    };
    assert!(mutated(&mut s, "headless"));
    assert!(!mutated(&mut s, "small") && !mutated(&mut s, "broken"));
    s.reject("headless", "bad-cb-missing");
    s.accept("small");
    s.finish("small");
}

// The root of these tests' blocks is the one that the Bitcoin library finds, and the other way.
#[test]
fn roots_of_all_widths() {
    let mut s = Sequence::regtest();
    let mut parent = BASE.to_owned();
    for width in 1..=17 {
        let name = format!("{width} transactions");
        s.add(&name, &parent, |b| {
            if width > 1 {
                row(b, width, width - 2);
            }
        });
        let ids = s.block(&name).txdata.iter().map(Transaction::compute_txid);
        let root = merkle_tree::calculate_root(ids.map(|id| id.to_raw_hash())).unwrap();
        assert_eq!(root, s.block(&name).header.merkle_root.to_raw_hash());
        s.accept(&name);
        parent = name;
    }
    s.finish(&parent);
}
