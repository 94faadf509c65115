//! What reorganisations do to the mempool.

use quarry_chain::{ChainEvent, PoolConfig, RemovalReason};
use quarry_primitives::{LockTime, OutPoint, Sequence, Transaction};

use crate::mempool_support::{coins_of, funded, ids, in_pool, pay_fee, spend};
use crate::support::{COIN, TestChain, accept, block_of, connect, key, mine, mine_many, open, tx};

/// Leaves the last block for two empty ones, or two with these transactions in the first.
fn reorganise(
    main: &mut TestChain,
    before: &TestChain,
    first: Vec<Transaction>,
) -> Vec<ChainEvent> {
    let mut rival = open(before.store().clone());
    let mut events = Vec::new();
    for txs in [first, vec![]] {
        let mut block = block_of(&rival, txs);
        block.header.time += 1;
        let block = crate::support::reseal(block);
        connect(&mut rival, block.clone()).unwrap();
        events = connect(main, block).unwrap();
    }
    assert_eq!(main.tip().hash, rival.tip().hash);
    events
}

fn removed(tx: &Transaction, reason: RemovalReason) -> ChainEvent {
    ChainEvent::TxRemoved { txid: tx.compute_txid(), reason }
}

fn start(count: usize) -> (TestChain, Vec<(OutPoint, u64)>) {
    funded(count, PoolConfig::default())
}

#[test]
fn families_are_joined_again() {
    let (mut chain, coins) = start(2);
    let before = open(chain.store().clone());
    let parent = spend(&coins[..1], &[COIN / 3; 2]);
    accept(&mut chain, parent.clone()).unwrap();
    mine(&mut chain, key(9));
    let outputs = coins_of(&parent);
    let child = pay_fee(&outputs[..1], 1_000);
    let grandchild = pay_fee(&[coins_of(&child)[0], outputs[1]], 1_000);
    for tx in [&child, &grandchild] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    let events = reorganise(&mut chain, &before, vec![]);
    let news: Vec<_> = events
        .iter()
        .filter(|event| {
            matches!(event, ChainEvent::TxAccepted { .. } | ChainEvent::TxRemoved { .. })
        })
        .collect();
    // Only the parent is new.
    assert!(
        matches!(news[..], [ChainEvent::TxAccepted { txid, .. }] if *txid == parent.compute_txid())
    );
    assert_eq!(in_pool(&chain), ids(&[&parent, &child, &grandchild]));
    let entry = chain.pool().get(&parent.compute_txid()).unwrap();
    assert_eq!((entry.sequence(), entry.descendants().count), (0, 3));
    let entry = chain.pool().get(&grandchild.compute_txid()).unwrap();
    assert_eq!(
        (entry.ancestors().count, entry.ancestors().vsize),
        (3, { [&parent, &child, &grandchild].map(|tx| tx.vsize() as u64).iter().sum::<u64>() })
    );
}

#[test]
fn what_cannot_return_takes_its_family_along() {
    let (mut chain, coins) = start(2);
    let before = open(chain.store().clone());
    let parent = pay_fee(&coins[..1], 1_000);
    accept(&mut chain, parent.clone()).unwrap();
    mine(&mut chain, key(9));
    let child = pay_fee(&coins_of(&parent), 1_000);
    let other = pay_fee(&coins[1..], 1_000);
    for tx in [&child, &other] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    let rival = pay_fee(&coins[..1], 2_000);
    let events = reorganise(&mut chain, &before, vec![rival]);
    assert!(events.contains(&removed(&child, RemovalReason::Reorganised)));
    assert_eq!(in_pool(&chain), ids(&[&other]));
}

// The new branch has the parent too: its child never notices.
#[test]
fn what_the_new_branch_has_stays_out() {
    let (mut chain, coins) = start(1);
    let before = open(chain.store().clone());
    let parent = pay_fee(&coins, 1_000);
    let block = block_of(&chain, vec![parent.clone()]);
    connect(&mut chain, block).unwrap();
    let child = pay_fee(&coins_of(&parent), 1_000);
    accept(&mut chain, child.clone()).unwrap();
    reorganise(&mut chain, &before, vec![parent]);
    assert_eq!(in_pool(&chain), ids(&[&child]));
    assert_eq!(chain.pool().get(&child.compute_txid()).unwrap().ancestors().count, 1);
}

#[test]
fn coins_that_are_not_mature_any_more() {
    let (mut chain, _) = start(1);
    let reward = mine(&mut chain, key(9));
    let reward = chain.block(&reward).unwrap().unwrap().txdata[0].clone();
    mine_many(&mut chain, 1);
    let before = open(chain.store().clone());
    mine_many(&mut chain, 1);
    let value = reward.output[0].value.to_sat();
    let early = OutPoint { txid: reward.compute_txid(), vout: 0 };
    let spends = tx().spend(early, key(9), value).pay(key(9).script(), value - 1_000).sign();
    accept(&mut chain, spends.clone()).unwrap();
    // As high as before: still mature.
    reorganise(&mut chain, &before, vec![]);
    assert_eq!(in_pool(&chain), ids(&[&spends]));
    // The reward of a block that is left is gone.
    let before = open(chain.store().clone());
    let own = mine(&mut chain, key(9));
    let own = chain.block(&own).unwrap().unwrap();
    mine_many(&mut chain, 2);
    let value = own.txdata[0].output[0].value.to_sat();
    let coin = OutPoint { txid: own.txdata[0].compute_txid(), vout: 0 };
    let spends = tx().spend(coin, key(9), value).pay(key(9).script(), value - 1_000).sign();
    accept(&mut chain, spends.clone()).unwrap();
    let mut rival = open(before.store().clone());
    let mut events = Vec::new();
    for _ in 0..4 {
        let mut block = block_of(&rival, vec![]);
        block.header.time += 1;
        let block = crate::support::reseal(block);
        connect(&mut rival, block.clone()).unwrap();
        events = connect(&mut chain, block).unwrap();
    }
    assert!(events.contains(&removed(&spends, RemovalReason::Reorganised)));
}

/// What is left of three waiting transactions with locks, if the coin of the first moves from
/// block 2 to this one of three new blocks.
fn waiting_after_move(place: usize) -> (usize, bool) {
    let (mut chain, coins) = start(3);
    let before = open(chain.store().clone());
    let parent = pay_fee(&coins[..1], 1_000);
    let block = block_of(&chain, vec![parent.clone()]);
    connect(&mut chain, block).unwrap();
    mine_many(&mut chain, 1);
    let mut relative = pay_fee(&coins_of(&parent), 1_000);
    relative.input[0].sequence = Sequence::from_height(2);
    let child = pay_fee(&coins_of(&relative), 1_000);
    let mut free = pay_fee(&coins[1..2], 1_000);
    free.input[0].sequence = Sequence::from_height(1);
    let mut absolute = pay_fee(&coins[2..], 1_000);
    absolute.lock_time = LockTime::from_height(3).unwrap();
    for tx in [&relative, &child, &free, &absolute] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    let mut rival = open(before.store().clone());
    let mut txs = [vec![], vec![], vec![]];
    txs[place].push(parent);
    for txs in txs {
        let mut block = block_of(&rival, txs);
        block.header.time += 1;
        let block = crate::support::reseal(block);
        connect(&mut rival, block.clone()).unwrap();
        connect(&mut chain, block).unwrap();
    }
    let left = (in_pool(&chain).len(), chain.pool().get(&relative.compute_txid()).is_some());
    mine(&mut chain, key(9));
    assert!(in_pool(&chain).is_empty());
    left
}

// Two blocks have to lie on the coin, the next one counted.
#[test]
fn locks_that_hold_again() {
    assert_eq!(waiting_after_move(0), (4, true));
    assert_eq!(waiting_after_move(1), (4, true));
    assert_eq!(waiting_after_move(2), (2, false));
}

// In Core it is the waiting ones that leave.
#[test]
fn families_that_grew_too_long() {
    let (mut chain, coins) = start(1);
    let before = open(chain.store().clone());
    let mut tip = coins[0];
    let mut line = Vec::new();
    for n in 0..30 {
        let next = pay_fee(&[tip], 1_000);
        tip = coins_of(&next)[0];
        accept(&mut chain, next.clone()).unwrap();
        line.push(next);
        if n == 9 {
            mine(&mut chain, key(9));
        }
    }
    let events = reorganise(&mut chain, &before, vec![]);
    let kept: Vec<&Transaction> = line[..25].iter().collect();
    assert_eq!(in_pool(&chain), ids(&kept));
    for tx in &line[25..] {
        assert!(events.contains(&removed(tx, RemovalReason::Evicted)));
    }
}
