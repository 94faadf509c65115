//! A reorganisation of a thousand blocks, there and back, with transactions on both branches.

use quarry_primitives::Transaction;

use super::Sequence;
use super::builder::{BASE, anyone, free_tx, nth, output};

/// How many blocks are left at once.
const DEPTH: usize = 1_000;

/// Adds a branch in which every block passes one coin on and makes a coin that stays. Both
/// branches start with the same coin.
fn add_branch(s: &mut Sequence, letter: char, length: usize) -> Vec<String> {
    let (mut coin, mut parent) = (s.out(0), BASE.to_owned());
    let mut names = Vec::new();
    for n in 1..=length {
        let name = format!("{letter}{n}");
        let stays = 1 + n as u64;
        let txs: Vec<Transaction> = s.add(&name, &parent, |b| {
            let outputs = vec![output(coin.value - stays, anyone()), output(stays, anyone())];
            let mut tx = free_tx(&[coin.at], outputs);
            // Each branch by its own transactions.
            tx.version.0 = letter as i32;
            b.add(tx);
        });
        coin.at = nth(&txs[0], 0);
        coin.value -= stays;
        parent.clone_from(&name);
        names.push(name);
    }
    names
}

#[test]
fn a_thousand_blocks() {
    let mut s = Sequence::regtest();
    let a = add_branch(&mut s, 'a', DEPTH);
    let b = add_branch(&mut s, 'b', DEPTH + 1);
    for name in &a {
        s.submit(name).unwrap();
    }
    s.tip_is(&a[DEPTH - 1]);
    for name in &b[..DEPTH] {
        s.submit(name).unwrap();
    }
    s.tip_is(&a[DEPTH - 1]);
    assert_eq!(s.reorg(&b[DEPTH]), DEPTH);
    // Two more blocks bring the first branch back.
    s.add("back 1", &a[DEPTH - 1], |_| {});
    s.add("back 2", "back 1", |_| {});
    s.stored("back 1");
    assert_eq!(s.reorg("back 2"), DEPTH + 1);
    s.finish("back 2");
}
