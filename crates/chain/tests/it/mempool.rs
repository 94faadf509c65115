//! The mempool: conflicts, chains, order, eviction, what blocks do to it.

use quarry_chain::limits::MAX_MEMPOOL_ANCESTORS;
use quarry_chain::{ChainEvent, PoolConfig, RemovalReason};
use quarry_primitives::{OutPoint, Transaction};

use crate::support::{
    ALLOC, COIN, FEE, TestChain, accept, alloc_coin, block_of, chain, connect, key, mine, now,
    payment, reject_tx, tx,
};

fn with_fee(chain: &TestChain, n: u8, fee: u64) -> Transaction {
    tx().spend(alloc_coin(chain, n), key(n), ALLOC).pay(key(n).script(), ALLOC - fee).sign()
}

fn child(parent: &Transaction, owner: u8, fee: u64) -> Transaction {
    let value = parent.output[0].value.to_sat();
    tx().spend(OutPoint { txid: parent.compute_txid(), vout: 0 }, key(owner), value)
        .pay(key(owner).script(), value - fee)
        .sign()
}

fn removed(tx: &Transaction, reason: RemovalReason) -> ChainEvent {
    ChainEvent::TxRemoved { txid: tx.compute_txid(), reason }
}

#[test]
fn twice_and_in_conflict() {
    let mut chain = chain();
    let first = payment(&chain, 1, key(7), COIN);
    let events = accept(&mut chain, first.clone()).unwrap();
    assert!(matches!(events[..], [ChainEvent::TxAccepted { .. }]));
    assert_eq!(reject_tx(&mut chain, first.clone()), "txn-already-in-mempool");
    let poorer = with_fee(&chain, 1, FEE - 1);
    assert_eq!(reject_tx(&mut chain, poorer), "insufficient fee");
    let richer = with_fee(&chain, 1, 100 * FEE);
    let events = accept(&mut chain, richer).unwrap();
    assert_eq!(events[0], removed(&first, RemovalReason::Replaced));
    assert!(matches!(events[1..], [ChainEvent::TxAccepted { .. }]));
}

#[test]
fn chains_are_bounded() {
    let mut chain = chain();
    let mut last = with_fee(&chain, 1, FEE);
    for _ in 0..MAX_MEMPOOL_ANCESTORS {
        accept(&mut chain, last.clone()).unwrap();
        last = child(&last, 1, FEE);
    }
    assert_eq!(reject_tx(&mut chain, last.clone()), "too-long-mempool-chain");
    mine(&mut chain, key(9));
    assert_eq!(chain.mempool().count, 0);
    accept(&mut chain, last).unwrap();
}

#[test]
fn template_goes_by_fee_rate_and_parents_first() {
    let mut chain = chain();
    let poor = with_fee(&chain, 1, FEE);
    let rich_child = child(&poor, 1, 50 * FEE);
    let middle = with_fee(&chain, 2, 5 * FEE);
    let rich = with_fee(&chain, 3, 9 * FEE);
    for tx in [&poor, &rich_child, &middle, &rich] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    let template = chain.template(now(), &key(9).script(), b"").unwrap();
    let order: Vec<_> = template.block.txdata[1..].iter().map(Transaction::compute_txid).collect();
    // The child pays for its parent.
    let want = [poor, rich_child, rich, middle].map(|tx| tx.compute_txid());
    assert_eq!(order, want);
    assert_eq!(template.fees.to_base(), 65 * FEE);
    assert_eq!(template.reward.to_base(), 50 * COIN + 65 * FEE);
    assert_eq!(template.block.header.nonce, 0);
    mine(&mut chain, key(9));
    assert_eq!(chain.tip().height, 1);
}

#[test]
fn blocks_take_what_they_have_and_what_conflicts() {
    let mut chain = chain();
    let kept = with_fee(&chain, 1, FEE);
    let loser = with_fee(&chain, 2, FEE);
    let loser_child = child(&loser, 2, FEE);
    for tx in [&kept, &loser, &loser_child] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    let winner = payment(&chain, 2, key(7), COIN);
    let block = block_of(&chain, vec![kept.clone(), winner]);
    let events = connect(&mut chain, block).unwrap();
    assert!(events.contains(&removed(&kept, RemovalReason::Confirmed)));
    assert!(events.contains(&removed(&loser, RemovalReason::Conflict)));
    assert!(events.contains(&removed(&loser_child, RemovalReason::Conflict)));
    assert_eq!(chain.mempool().count, 0);
    assert_eq!(chain.mempool().memory_bytes, 0);
}

#[test]
fn the_poorest_leave_a_full_mempool() {
    let probe = {
        let mut chain = chain();
        let tx = with_fee(&chain, 1, FEE);
        accept(&mut chain, tx).unwrap();
        chain.mempool().memory_bytes
    };
    let mut chain = chain().with_mempool_limit(2 * probe);
    let [poor, middle] = [(1, FEE), (2, 2 * FEE)].map(|(n, fee)| with_fee(&chain, n, fee));
    accept(&mut chain, poor.clone()).unwrap();
    accept(&mut chain, middle.clone()).unwrap();
    let poorest = with_fee(&chain, 3, FEE / 2);
    assert_eq!(reject_tx(&mut chain, poorest), "mempool full");
    let richer = with_fee(&chain, 3, 3 * FEE);
    let events = accept(&mut chain, richer.clone()).unwrap();
    assert_eq!(events[1], removed(&poor, RemovalReason::Evicted));
    // What was evicted and a bit more is what it takes from now on.
    assert_eq!(chain.pool().min_fee(now().wall_ms), 1_000 * FEE / 110 + 100);
    assert_eq!(reject_tx(&mut chain, poor), "mempool min fee not met");
    // A child keeps its parent in.
    let rich_child = child(&middle, 2, 90 * FEE);
    let events = accept(&mut chain, rich_child).unwrap();
    assert_eq!(events[1], removed(&richer, RemovalReason::Evicted));
    assert_eq!(chain.mempool().count, 2);
    assert!(chain.mempool().memory_bytes <= 2 * probe);
}

// A parent that waited for blocks counts as made in the next one: a child with a relative lock
// would make the template invalid.
#[test]
fn relative_locks_count_from_the_next_block() {
    let mut chain = chain();
    let parent = with_fee(&chain, 1, FEE);
    accept(&mut chain, parent.clone()).unwrap();
    let empty = block_of(&chain, vec![]);
    connect(&mut chain, empty).unwrap();
    let value = ALLOC - FEE;
    let locked = tx()
        .spend(OutPoint { txid: parent.compute_txid(), vout: 0 }, key(1), value)
        .pay(key(1).script(), value - FEE)
        .change(|tx| tx.input[0].sequence = quarry_primitives::Sequence::from_height(1))
        .sign();
    assert_eq!(reject_tx(&mut chain, locked), "non-BIP68-final");
    mine(&mut chain, key(9));
}

#[test]
fn events_have_a_stable_json_form() {
    let mut chain = chain();
    let tx = payment(&chain, 1, key(7), COIN);
    let events = accept(&mut chain, tx.clone()).unwrap();
    let want = format!(
        "{{\"type\":\"tx_accepted\",\"txid\":\"{}\",\"fee\":{FEE},\"vsize\":141}}",
        tx.compute_txid()
    );
    assert_eq!(serde_json::to_string(&events[0]).unwrap(), want);
    let gone = serde_json::to_string(&removed(&tx, RemovalReason::Confirmed)).unwrap();
    assert!(gone.contains("\"type\":\"tx_removed\"") && gone.contains("\"reason\":\"confirmed\""));
}

// A peer that strips a witness must not make us refuse the whole transaction.
#[test]
fn missing_and_wrong_witnesses_are_told_apart() {
    let mut chain = chain();
    let right = payment(&chain, 1, key(7), COIN);
    let mut stripped = right.clone();
    stripped.input[0].witness.clear();
    let error = accept(&mut chain, stripped).unwrap_err();
    assert!(error.is_about_witness());
    let txid = right.compute_txid();
    let want = format!(
        "mempool-script-verify-flag-failed (Witness program hash mismatch), input 0 \
         of {txid} (wtxid {txid}), spending {}",
        alloc_coin(&chain, 1)
    );
    assert_eq!(error.reject_details(), want);
    let mut wrong = payment(&chain, 1, key(7), 2 * COIN);
    wrong.input[0].witness = right.input[0].witness.clone();
    assert!(!accept(&mut chain, wrong).unwrap_err().is_about_witness());
    accept(&mut chain, right).unwrap();
}

#[test]
fn reasons_have_cores_details() {
    let mut chain = chain();
    let more = tx().spend(alloc_coin(&chain, 1), key(1), ALLOC).pay(key(1).script(), ALLOC + 1);
    let details = accept(&mut chain, more.sign()).unwrap_err().reject_details();
    assert_eq!(details, "bad-txns-in-belowout, value in (1000.00) < value out (1000.00000001)");
    let reward = mine(&mut chain, key(9));
    let reward = chain.block(&reward).unwrap().unwrap().txdata[0].compute_txid();
    let early = tx()
        .spend(OutPoint { txid: reward, vout: 0 }, key(9), 50 * COIN)
        .pay(key(9).script(), 49 * COIN);
    let details = accept(&mut chain, early.sign()).unwrap_err().reject_details();
    let want = "bad-txns-premature-spend-of-coinbase, tried to spend coinbase at depth 1";
    assert_eq!(details, want);
    let free = with_fee(&chain, 1, 0);
    let details = accept(&mut chain, free).unwrap_err().reject_details();
    assert_eq!(details, "min relay fee not met, 0 < 11");
    let mut unknown = with_fee(&chain, 1, FEE);
    unknown.input[0].previous_output.vout = 77;
    let error = accept(&mut chain, unknown).unwrap_err();
    assert!(error.is_missing_inputs() && !error.is_about_fee());
    assert_eq!(error.reject_details(), "bad-txns-inputs-missingorspent");
}

#[test]
fn templates_leave_out_who_pays_too_little() {
    let config = PoolConfig { block_min_fee: 20_000, ..PoolConfig::default() };
    let mut chain = chain().with_pool_config(config);
    // 110 virtual bytes: 2200 is just enough.
    let poor = with_fee(&chain, 1, 2_199);
    let enough = with_fee(&chain, 2, 2_200);
    for tx in [&poor, &enough] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    let in_template = |chain: &TestChain| {
        let block = chain.template(now(), &key(9).script(), b"").unwrap().block;
        block.txdata[1..].iter().map(Transaction::compute_txid).collect::<Vec<_>>()
    };
    assert_eq!(in_template(&chain), [enough.compute_txid()]);
    // An operator's word counts, though nobody pays it.
    chain.prioritise(poor.compute_txid(), 10_000);
    assert_eq!(in_template(&chain), [poor.compute_txid(), enough.compute_txid()]);
    let template = chain.template(now(), &key(9).script(), b"").unwrap();
    assert_eq!(template.fees.to_base(), 4_399);
}
