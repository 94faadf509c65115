//! Replacement, families of two and long chains, each refusal in Bitcoin Core 30's words.

use quarry_chain::{ChainEvent, FeeRate, PoolConfig, RemovalReason};
use quarry_primitives::{Amount, Transaction};

use crate::mempool_support::{
    Open, coins_of, funded, ids, in_pool, name, outcome, padded, pay_fee, refusal, spend, truc,
};
use crate::support::{COIN, TestChain, accept, now};

/// The virtual size of a payment of one coin to one output.
const SIZE: u64 = 96;

fn start(count: usize) -> (TestChain, Vec<Open>) {
    funded(count, PoolConfig::default())
}

fn put(chain: &mut TestChain, tx: Transaction) -> Transaction {
    accept(chain, tx.clone()).unwrap();
    tx
}

fn gone(events: &[ChainEvent]) -> usize {
    let replaced = |event: &&ChainEvent| {
        matches!(event, ChainEvent::TxRemoved { reason: RemovalReason::Replaced, .. })
    };
    events.iter().filter(replaced).count()
}

#[test]
fn fees_of_a_replacement() {
    let (mut chain, coins) = start(1);
    let first = put(&mut chain, pay_fee(&coins, 1_000));
    assert_eq!(first.vsize() as u64, SIZE);
    let rate = |fee, size| FeeRate::new(Amount::of(fee), size);
    // Not a higher rate.
    let same = spend(&coins, &[COIN - 1_001, 1]);
    let size = same.vsize() as u64;
    let same = spend(&coins, &[COIN - 1_500, 500]);
    let want = format!(
        "insufficient fee, rejecting replacement {}; new feerate {} <= old feerate {}",
        same.compute_txid(),
        rate(1_000, size),
        rate(1_000, SIZE)
    );
    assert_eq!(refusal(&mut chain, same), want);
    // A higher rate, but it does not pay its own way: 96 bytes at 100 per 1000, rounded up.
    let close = pay_fee(&coins, 1_009);
    let want = format!(
        "insufficient fee, rejecting replacement {}, not enough additional fees to relay; \
         0.00000009 < 0.0000001",
        close.compute_txid()
    );
    assert_eq!(refusal(&mut chain, close), want);
    let enough = put(&mut chain, pay_fee(&coins, 1_010));
    assert_eq!(in_pool(&chain), ids(&[&enough]));
}

#[test]
fn descendants_are_paid_for_too() {
    let (mut chain, coins) = start(1);
    let parent = put(&mut chain, pay_fee(&coins, 1_000));
    put(&mut chain, pay_fee(&coins_of(&parent), 5_000));
    let less = pay_fee(&coins, 5_999);
    let want = format!(
        "insufficient fee, rejecting replacement {}, less fees than conflicting txs; 0.00005999 < \
         0.00006",
        less.compute_txid()
    );
    assert_eq!(refusal(&mut chain, less), want);
    let events = accept(&mut chain, pay_fee(&coins, 6_010)).unwrap();
    assert_eq!(gone(&events), 2);
}

// An operator's word counts as money for all of it.
#[test]
fn replacement_goes_by_modified_fees() {
    let (mut chain, coins) = start(1);
    let first = put(&mut chain, pay_fee(&coins, 1_000));
    let second = pay_fee(&coins, 1_500);
    chain.prioritise(first.compute_txid(), 10_000);
    assert!(refusal(&mut chain, second.clone()).starts_with("insufficient fee"));
    chain.prioritise(second.compute_txid(), 10_000);
    put(&mut chain, second);
}

#[test]
fn at_most_a_hundred_leave() {
    let (mut chain, coins) = start(5);
    let mut tops = Vec::new();
    for coin in &coins {
        let parent = put(&mut chain, spend(&[*coin], &[COIN / 30; 20]));
        tops.push(*coin);
        for child in coins_of(&parent) {
            put(&mut chain, pay_fee(&[child], 1_000));
        }
    }
    let all = spend(&tops, &[COIN]);
    let want = format!(
        "too many potential replacements, rejecting replacement {}; too many potential \
         replacements (105 > 100)",
        all.compute_txid()
    );
    // Each parent pays a third of a coin.
    let pays = 5 * COIN - all.output[0].value.to_sat();
    assert!(pays > 5 * COIN / 3);
    assert_eq!(refusal(&mut chain, all), want);
}

#[test]
fn no_new_unconfirmed_inputs() {
    let (mut chain, coins) = start(2);
    let first = put(&mut chain, pay_fee(&coins[..1], 1_000));
    let other = put(&mut chain, pay_fee(&coins[1..], 1_000));
    let both = pay_fee(&[coins[0], coins_of(&other)[0]], 20_000);
    let want = format!(
        "replacement-adds-unconfirmed, replacement {} adds unconfirmed input, idx 1",
        both.compute_txid()
    );
    assert_eq!(refusal(&mut chain, both), want);
    let inside = pay_fee(&[coins[0], coins_of(&first)[0]], 20_000);
    let want = format!(
        "bad-txns-spends-conflicting-tx, {} spends conflicting transaction {}",
        inside.compute_txid(),
        first.compute_txid()
    );
    assert_eq!(refusal(&mut chain, inside), want);
}

#[test]
fn another_witness_is_not_another_transaction() {
    let (mut chain, coins) = start(1);
    let first = put(&mut chain, pay_fee(&coins, 1_000));
    let mut twin = first.clone();
    twin.input[0].witness.push([0x51]);
    assert_eq!(refusal(&mut chain, twin), "txn-same-nonwitness-data-in-mempool");
    let found = chain.pool().get_wtxid(&first.compute_wtxid()).unwrap();
    assert_eq!(found.tx(), &first);
}

#[test]
fn long_chains() {
    let (mut chain, coins) = start(1);
    let mut tip = coins[0];
    let mut chain_of = Vec::new();
    for _ in 0..25 {
        let next = put(&mut chain, pay_fee(&[tip], 1_000));
        tip = coins_of(&next)[0];
        chain_of.push(next);
    }
    let want = "too-long-mempool-chain, too many unconfirmed ancestors [limit: 25]";
    assert_eq!(refusal(&mut chain, pay_fee(&[tip], 1_000)), want);
    // The last one may be replaced: the family does not grow.
    let parent = coins_of(&chain_of[23])[0];
    put(&mut chain, pay_fee(&[parent], 2_000));
}

#[test]
fn wide_families_and_the_carve_out() {
    let (mut chain, coins) = start(1);
    let top = put(&mut chain, spend(&coins, &[COIN / 30; 27]));
    let outputs = coins_of(&top);
    for output in &outputs[..24] {
        put(&mut chain, pay_fee(&[*output], 1_000));
    }
    let large = padded(pay_fee(&[outputs[24]], 20_000), 10_000);
    let want = format!(
        "too-long-mempool-chain, too many descendants for tx {} [limit: 25]",
        top.compute_txid()
    );
    assert_eq!(refusal(&mut chain, large), want);
    // One more small child of one parent, if it comes on its own.
    let small = pay_fee(&outputs[24..25], 1_000);
    let (report, _) = chain.submit_package(now(), vec![small], None);
    assert_eq!(outcome(&report.txs[0]), want);
    put(&mut chain, pay_fee(&[outputs[24]], 1_000));
    assert_eq!(refusal(&mut chain, pay_fee(&[outputs[25]], 1_000)), want);
}

#[test]
fn large_families() {
    let (mut chain, coins) = start(1);
    let top = put(&mut chain, padded(pay_fee(&coins, 100_000), 60_000));
    let child = padded(pay_fee(&coins_of(&top)[..1], 100_000), 41_000);
    let want = format!(
        "too-long-mempool-chain, exceeds descendant size limit for tx {} [limit: 101000]",
        top.compute_txid()
    );
    assert_eq!(refusal(&mut chain, child), want);
}

#[test]
fn truc_families() {
    let (mut chain, coins) = start(5);
    let parent = put(&mut chain, truc(spend(&coins[..1], &[COIN / 3; 2])));
    let outputs = coins_of(&parent);
    let plain = put(&mut chain, pay_fee(&coins[1..2], 1_000));

    let tx = pay_fee(&outputs[..1], 1_000);
    let (a, b) = (name(&tx), name(&parent));
    let want = format!("TRUC-violation, non-version=3 {a} cannot spend from version=3 {b}");
    assert_eq!(refusal(&mut chain, tx), want);

    let tx = truc(pay_fee(&coins_of(&plain), 1_000));
    let (a, b) = (name(&tx), name(&plain));
    let want = format!("TRUC-violation, version=3 {a} cannot spend from non-version=3 {b}");
    assert_eq!(refusal(&mut chain, tx), want);

    let tx = truc(padded(pay_fee(&coins[2..3], 100_000), 10_000));
    let (a, size) = (name(&tx), tx.vsize());
    let want = format!("TRUC-violation, version=3 {a} is too big: {size} > 10000 virtual bytes");
    assert_eq!(refusal(&mut chain, tx), want);

    let tx = truc(padded(pay_fee(&outputs[..1], 100_000), 1_000));
    let (a, size) = (name(&tx), tx.vsize());
    let want =
        format!("TRUC-violation, version=3 child {a} is too big: {size} > 1000 virtual bytes");
    assert_eq!(refusal(&mut chain, tx), want);

    let child = put(&mut chain, truc(pay_fee(&outputs[..1], 1_000)));
    let tx = truc(pay_fee(&coins_of(&child), 1_000));
    let want = format!("TRUC-violation, {} would have too many ancestors", name(&tx));
    assert_eq!(refusal(&mut chain, tx), want);

    // A second child may take the first one's place, if it pays as a replacement has to.
    let poor = truc(pay_fee(&outputs[1..2], 1_000));
    let details = refusal(&mut chain, poor);
    assert!(details.starts_with("insufficient fee (including sibling eviction), rejecting"));
    let rich = put(&mut chain, truc(pay_fee(&outputs[1..2], 2_000)));
    assert!(chain.pool().get(&child.compute_txid()).is_none());
    assert_eq!(chain.pool().ancestors_of(&rich.compute_txid()).unwrap(), ids(&[&parent]));
}
