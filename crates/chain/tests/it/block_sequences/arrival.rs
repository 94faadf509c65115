//! How blocks and headers come in: out of order, twice, unasked, above what was refused.

use quarry_chain::{Arrival, BlockOutcome};

use super::Sequence;
use super::builder::BASE;

const UNASKED: Arrival = Arrival { requested: false, enough_work: true };

/// Three blocks in a row, none of them handed in.
fn row() -> Sequence {
    let mut s = Sequence::regtest();
    for (name, parent) in [("b1", BASE), ("b2", "b1"), ("b3", "b2")] {
        s.add(name, parent, |b| drop(b.spend(b.next_out())));
    }
    s
}

#[test]
fn blocks_before_their_parents() {
    let mut s = row();
    s.reject("b2", "prev-blk-not-found");
    let now = s.now();
    let [b1, b2, b3] = ["b1", "b2", "b3"].map(|name| s.block(name).header);
    let orphan = s.chain().accept_headers(now, &[b2]).unwrap_err();
    assert_eq!(orphan.reject_reason(), "prev-blk-not-found");
    s.chain().accept_headers(now, &[b1, b2, b3]).unwrap();
    assert_eq!(s.chain().best_header().height, 133);
    s.stored("b3");
    s.stored("b2");
    // All three at once.
    s.accept_up_to("b1", "b3");
    s.finish("b3");
}

#[test]
fn the_same_block_again() {
    let mut s = row();
    s.accept("b1");
    assert_eq!(s.submit("b1"), Ok(BlockOutcome::Known));
    assert_eq!(s.submit("0"), Ok(BlockOutcome::Known));
    s.add("c1", BASE, |b| drop(b.spend(3)));
    s.stored("c1");
    assert_eq!(s.submit("c1"), Ok(BlockOutcome::Known));
    s.finish("b1");
}

// What was refused is known by its hash; what builds on it is refused by its header, also if that
// was there before.
#[test]
fn above_a_refused_block() {
    let mut s = Sequence::regtest();
    s.add("bad", BASE, |b| b.claim(1));
    s.add("child", "bad", |_| {});
    s.add("grandchild", "child", |_| {});
    s.add("stranger", "bad", |_| {});
    let now = s.now();
    let headers = ["bad", "child"].map(|name| s.block(name).header);
    s.chain().accept_headers(now, &headers).unwrap();
    s.reject("bad", "bad-cb-amount");
    s.reject("bad", "duplicate-invalid");
    s.reject("child", "duplicate-invalid");
    s.reject("grandchild", "bad-prevblk");
    s.reject("stranger", "bad-prevblk");
    let header = s.block("stranger").header;
    let refused = s.chain().accept_headers(now, &[header]).unwrap_err();
    assert_eq!(refused.reject_reason(), "bad-prevblk");
    let header = s.block("bad").header;
    let refused = s.chain().accept_headers(now, &[header]).unwrap_err();
    assert_eq!(refused.reject_reason(), "duplicate-invalid");
    s.finish(BASE);
}

// Refusals outlive a restart.
#[test]
fn refused_blocks_stay_refused() {
    let mut s = Sequence::regtest();
    s.add("bad", BASE, |b| b.claim(1));
    s.add("child", "bad", |_| {});
    s.reject("bad", "bad-cb-amount");
    s.chain().flush().unwrap();
    let mut s = s.copy();
    s.reject("bad", "duplicate-invalid");
    s.reject("child", "bad-prevblk");
    s.finish(BASE);
}

// A block that breaks a rule by its transactions alone is checked before anything is remembered:
// the same words each time.
#[test]
fn what_is_not_remembered() {
    let mut s = Sequence::regtest();
    s.add("empty", BASE, |b| b.block.txdata.clear());
    s.add("two", BASE, |b| {
        let again = b.block.txdata[0].clone();
        b.add(again);
    });
    for (name, reason) in [("empty", "bad-blk-length"), ("two", "bad-txns-duplicate")] {
        s.reject(name, reason);
        s.reject(name, reason);
    }
    s.finish(BASE);
}

#[test]
fn blocks_that_nobody_asked_for() {
    let mut s = row();
    s.accept("b1");
    s.accept("b2");
    s.add("c1", BASE, |b| drop(b.spend(5)));
    s.add("c2", "c1", |b| drop(b.spend(6)));
    s.add("c3", "c2", |b| drop(b.spend(7)));
    // Less work than the chain: only its header is kept.
    assert_eq!(s.submit_as("c1", UNASKED).0, Ok(BlockOutcome::Ignored));
    assert_eq!(s.submit_as("c2", UNASKED).0, Ok(BlockOutcome::Stored));
    assert_eq!(s.submit_as("c3", UNASKED).0, Ok(BlockOutcome::Stored));
    s.tip_is("b2");
    // The missing one, asked for, brings the chain over.
    s.accept_up_to("c1", "c3");
    // A broken block that is not worth keeping is not looked at in its context.
    s.add("d1", BASE, |b| b.claim(1));
    assert_eq!(s.submit_as("d1", UNASKED).0, Ok(BlockOutcome::Ignored));
    s.finish("c3");
}

// What shows too little work leaves no header, but what is wrong with its place is said first.
#[test]
fn blocks_of_branches_with_little_work() {
    let little = Arrival { requested: false, enough_work: false };
    let low = Err("too-little-chainwork".to_owned());
    let mut s = row();
    let headers = s.chain().header_count();
    assert_eq!(s.submit_as("b1", little).0, low);
    assert_eq!(s.submit_as("b2", little).0, Err("prev-blk-not-found".to_owned()));
    assert_eq!(s.chain().header_count(), headers);
    let median = s.median_time(BASE);
    s.add("old", BASE, move |b| b.header(move |h| h.time = median));
    assert_eq!(s.submit_as("old", little).0, Err("time-too-old".to_owned()));
    s.add("bad", BASE, |b| b.claim(1));
    s.add("child", "bad", |_| {});
    s.reject("bad", "bad-cb-amount");
    assert_eq!(s.submit_as("child", little).0, Err("bad-prevblk".to_owned()));
    s.accept("b1");
    // A header that is here already has shown its work.
    assert_eq!(s.submit_as("b1", little).0, Ok(BlockOutcome::Known));
    s.finish("b1");
}

// A person's word counts as a rule, and can be taken back.
#[test]
fn a_person_overrules() {
    let mut s = row();
    for name in ["b1", "b2", "b3"] {
        s.accept(name);
    }
    let (now, hash) = (s.now(), s.hash("b2"));
    s.chain().invalidate_block(now, &hash).unwrap();
    s.tip_is("b1");
    s.reject("b3", "duplicate-invalid");
    s.add("c2", "b1", |b| drop(b.spend(5)));
    s.accept("c2");
    s.chain().reconsider_block(now, &hash).unwrap();
    s.finish("b3");
}
