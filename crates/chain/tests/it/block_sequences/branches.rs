//! Which branch is the chain, and what a branch that breaks a rule does to it.

use quarry_primitives::Transaction;

use super::builder::{BASE, anyone, free_tx, input, nth, output, script};
use super::{Plan, Sequence};

const MISSING: &str = "bad-txns-inputs-missingorspent";

/// base - b1 (0) - b2 (1) - b5 (2) - b6 (3), with the number of the coinbase that each spends, and
/// the branch b3 (1) - b4 (2) on b1, which was the chain for a while.
fn forked() -> Sequence {
    let mut s = Sequence::regtest();
    for (name, parent, spends) in [
        ("b1", BASE, 0),
        ("b2", "b1", 1),
        ("b3", "b1", 1),
        ("b4", "b3", 2),
        ("b5", "b2", 2),
        ("b6", "b5", 3),
    ] {
        s.add(name, parent, |b| drop(b.spend(spends)));
    }
    s.accept("b1");
    s.accept("b2");
    s.stored("b3");
    assert_eq!(s.reorg("b4"), 1);
    s.stored("b5");
    assert_eq!(s.reorg("b6"), 2);
    s
}

#[test]
fn first_seen_stays_and_most_work_wins() {
    let mut s = forked();
    // Once more, by one block at a time on either side.
    s.add("b4a", "b4", |b| drop(b.spend(3)));
    s.add("b4b", "b4a", |b| drop(b.spend(4)));
    s.stored("b4a");
    assert_eq!(s.reorg("b4b"), 3);
    s.finish("b4b");
}

#[test]
fn a_longer_branch_that_spends_twice() {
    let mut s = forked();
    s.add("b7", "b5", |b| drop(b.spend(2)));
    s.add("b8", "b7", |b| drop(b.spend(4)));
    s.stored("b7");
    s.uncovers("b8", "b7", MISSING);
    s.reject("b7", "duplicate-invalid");
    s.reject("b8", "duplicate-invalid");
    // The very same transaction again would be a double spend too, but its outputs are there.
    let again = s.block("b5").txdata[1].clone();
    s.add("b7a", "b6", |b| {
        b.add(again);
    });
    s.reject("b7a", "bad-txns-BIP30");
    s.finish("b6");
}

#[test]
fn a_coinbase_that_pays_too_much() {
    let mut s = forked();
    let too_much = |n| {
        move |b: &mut Plan<'_>| {
            b.spend(n);
            b.claim(1);
        }
    };
    s.add("b9", "b6", too_much(4));
    s.reject("b9", "bad-cb-amount");
    // At the end of a branch that would win.
    s.add("b10", "b5", |b| drop(b.spend(3)));
    s.add("b11", "b10", too_much(4));
    s.stored("b10");
    s.reject("b11", "bad-cb-amount");
    // Behind a valid part of the branch, which wins by itself.
    s.add("b12", "b5", |b| drop(b.spend(3)));
    s.add("b13", "b12", |b| drop(b.spend(4)));
    s.add("b14", "b13", too_much(5));
    s.stored("b12");
    assert_eq!(s.reorg("b13"), 1);
    s.reject("b14", "bad-cb-amount");
    s.finish("b13");
}

// The block that completes the branch is right and becomes the tip; what waited above it is not.
#[test]
fn a_branch_that_is_completed_from_behind() {
    let mut s = forked();
    s.add("b12", "b5", |b| drop(b.spend(3)));
    s.add("b13", "b12", |b| drop(b.spend(4)));
    s.add("b14", "b13", |b| b.claim(1));
    let headers = ["b12", "b13", "b14"].map(|name| s.block(name).header);
    let now = s.now();
    s.chain().accept_headers(now, &headers).unwrap();
    s.stored("b14");
    s.stored("b12");
    assert_eq!(s.reorg("b13"), 1);
    s.reject("b14", "duplicate-invalid");
    s.finish("b13");
}

// Of two better branches the best fails, and the chain takes the other.
#[test]
fn the_second_best_branch() {
    let mut s = forked();
    for (name, parent) in [("b10", "b5"), ("b11", "b10"), ("b12", "b5"), ("b13", "b12")] {
        s.add(name, parent, |b| b.claim(u64::from(name == "b10")));
    }
    s.stored("b10");
    s.stored("b12");
    s.uncovers("b11", "b10", "bad-cb-amount");
    assert_eq!(s.reorg("b13"), 1);
    s.finish("b13");
}

#[test]
fn a_spend_of_what_another_branch_made() {
    let mut s = forked();
    let lost = nth(&s.block("b3").txdata[1], 0);
    let spend = |b: &mut Plan<'_>| {
        b.add(free_tx(&[lost], vec![output(1, anyone())]));
    };
    s.add("b17", "b6", spend);
    s.reject("b17", MISSING);
    s.add("b18", "b5", spend);
    s.add("b19", "b18", |b| drop(b.spend(4)));
    s.stored("b18");
    s.uncovers("b19", "b18", MISSING);
    s.finish("b6");
}

#[test]
fn a_coinbase_that_is_spent_too_early() {
    let early = "bad-txns-premature-spend-of-coinbase";
    let mut s = forked();
    // b6 is at height 134: the coinbase of block 35 is mature at 135, that of 36 is not.
    s.add("b20", "b6", |b| drop(b.spend(35)));
    s.reject("b20", early);
    s.add("b21", "b5", |b| drop(b.spend(4)));
    s.add("b22", "b21", |b| drop(b.spend(35)));
    s.stored("b21");
    s.reject("b22", early);
    // By height, not by time of arrival: right one block later.
    s.add("b23", "b6", |b| drop(b.spend(34)));
    s.accept("b23");
    s.add("b24", "b23", |b| drop(b.spend(35)));
    s.accept("b24");
    s.finish("b24");
}

#[test]
fn a_spend_of_what_a_refused_block_made() {
    let mut s = forked();
    let made = s.add("b37", "b6", |b| {
        b.spend(4);
        let again = free_tx(&[b.out(4).at], vec![output(7, anyone())]);
        b.add(again);
    });
    s.reject("b37", MISSING);
    s.add("b38", "b6", |b| {
        b.add(free_tx(&[nth(&made[0], 0)], vec![output(1, anyone())]));
    });
    s.reject("b38", MISSING);
    s.finish("b6");
}

// Outputs that nobody can spend are no coins, on the way there and on the way back.
#[test]
fn unspendable_outputs_over_reorganisations() {
    let mut s = forked();
    let never = || output(0, script(&[0x6a]));
    let free = || output(0, anyone());
    let made = s.add("b84", "b6", |b| {
        let out = b.out(4).at;
        let first = free_tx(&[out], vec![never(), free(), free(), free(), free()]);
        b.add(first.clone());
        b.add(free_tx(&[nth(&first, 1)], vec![never(), never()]));
        b.add(free_tx(&[nth(&first, 2)], vec![never(), free()]));
        b.add(free_tx(&[nth(&first, 3)], vec![free(), never()]));
        b.add(free_tx(&[nth(&first, 4)], vec![never()]));
        // Too long to be run is never spendable either.
        let long = output(0, script(&[0x51; 10_001]));
        b.add(free_tx(&[b.out(5).at], vec![long, output(0, script(&[0x51; 10_000]))]));
    });
    s.add("b85", "b6", |b| drop(b.spend(4)));
    s.add("b86", "b85", |b| drop(b.spend(5)));
    s.add("b87", "b84", |b| drop(b.spend(6)));
    s.add("b88", "b87", |b| drop(b.spend(7)));
    s.accept("b84");
    s.stored("b85");
    assert_eq!(s.reorg("b86"), 1);
    s.stored("b87");
    assert_eq!(s.reorg("b88"), 2);
    let spend_of = |at| {
        move |b: &mut Plan<'_>| {
            b.add(free_tx(&[at], vec![free()]));
        }
    };
    s.add("b89a", "b88", spend_of(nth(&made[0], 0)));
    s.reject("b89a", MISSING);
    s.add("b89b", "b88", spend_of(nth(&made[5], 0)));
    s.reject("b89b", MISSING);
    s.finish("b88");
}

// What the chain gives up waits in the mempool again, the child behind its parent.
#[test]
fn transactions_come_back_to_the_mempool() {
    let key = crate::support::key(5);
    let mut s = Sequence::regtest();
    let pay = |from: &Transaction, value: u64| {
        crate::support::tx()
            .spend(nth(from, 0), key, from.output[0].value.to_sat())
            .pay(key.script(), value)
            .sign()
    };
    let funds = s.add("b77", BASE, |b| drop(b.fund(0, &key.script(), 1)));
    let first = pay(&funds[0], 4_000_000);
    let second = pay(&first, 3_000_000);
    s.add("b78", "b77", |b| {
        b.add(first.clone());
    });
    s.add("b79", "b78", |b| {
        b.add(second.clone());
    });
    for name in ["b77", "b78", "b79"] {
        s.accept(name);
    }
    assert_eq!(s.chain().mempool().count, 0);
    s.add("b80", "b77", |b| drop(b.spend(1)));
    s.add("b81", "b80", |b| drop(b.spend(2)));
    s.add("b82", "b81", |b| drop(b.spend(3)));
    s.stored("b80");
    s.stored("b81");
    assert_eq!(s.reorg("b82"), 2);
    assert_eq!(s.chain().mempool().count, 2);
    let pool = s.chain().pool();
    let waits = |tx: &Transaction| pool.get(&tx.compute_txid()).is_some();
    assert!(waits(&first) && waits(&second));
    // And leave it with the block that has them, on this branch.
    s.add("b83", "b82", |b| {
        b.add(first);
        b.add(second);
    });
    s.accept("b83");
    assert_eq!(s.chain().mempool().count, 0);
    s.finish("b83");
}

// A transaction is in both branches, its rival in neither: coins end up the same.
#[test]
fn the_same_transaction_on_both_branches() {
    let mut s = Sequence::regtest();
    let shared = s.add("b1", BASE, |b| drop(b.spend(0))).remove(0);
    let child = free_tx(&[nth(&shared, 0)], vec![output(5, anyone())]);
    s.add("b2", "b1", |b| {
        b.add(child.clone());
    });
    s.add("c1", BASE, |b| drop(b.spend(1)));
    s.add("c2", "c1", |b| {
        b.add(shared.clone());
        b.add(child.clone());
    });
    s.add("c3", "c2", |b| {
        let mut again = free_tx(&[nth(&shared, 0)], vec![output(6, anyone())]);
        again.input.push(input(b.out(2).at));
        b.add(again);
    });
    s.accept("b1");
    s.accept("b2");
    s.stored("c1");
    s.stored("c2");
    s.reject("c3", MISSING);
    s.add("c4", "c2", |b| drop(b.spend(2)));
    // The branch up to c2 has the same work as the chain: it waits for c4.
    assert_eq!(s.reorg("c4"), 2);
    s.finish("c4");
}
