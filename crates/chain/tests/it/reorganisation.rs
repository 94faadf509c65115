//! Moving to a branch with more work, and back.

use quarry_chain::{Arrival, BlockOutcome, ChainEvent, ControlError, RemovalReason};
use quarry_primitives::{BitcoinAmount, Block, BlockHash, Hash, OutPoint};

use crate::support::{
    ALLOC, COIN, FEE, TestChain, accept, block_of, chain, coins, connect, key, mine, mine_many,
    next_block, now, open, payment, reject_block, reseal, sum, tx,
};

/// Blocks on top of a copy of the chain as it is now.
fn branch(chain: &TestChain, count: u32, miner: u8) -> Vec<Block> {
    let mut copy = open(chain.store().clone());
    let blocks = (0..count).map(|_| {
        let block = next_block(&copy, key(miner), &[miner]);
        connect(&mut copy, block.clone()).unwrap();
        block
    });
    blocks.collect()
}

#[test]
fn most_work_wins_and_first_seen_stays() {
    let mut chain = chain();
    let (a, b) = (branch(&chain, 1, 10), branch(&chain, 2, 11));
    connect(&mut chain, a[0].clone()).unwrap();
    let stored = connect(&mut chain, b[0].clone()).unwrap();
    let hash = b[0].block_hash();
    assert_eq!(stored, [ChainEvent::SideBlockStored { hash, height: 1 }]);
    assert_eq!(chain.tip().hash, a[0].block_hash());
    let events = connect(&mut chain, b[1].clone()).unwrap();
    assert_eq!(chain.tip().hash, b[1].block_hash());
    let left = ChainEvent::BlockDisconnected { hash: a[0].block_hash(), height: 1 };
    assert_eq!(events[0], left);
    assert!(matches!(events[1], ChainEvent::BlockConnected { height: 1, .. }));
    assert!(matches!(events[2], ChainEvent::BlockConnected { height: 2, .. }));
    assert!(!chain.header(&a[0].block_hash()).unwrap().active);
}

// Both ways through a fork lead to the same coins, indexes and history.
#[test]
fn state_does_not_depend_on_the_way() {
    let mut chain = chain();
    mine_many(&mut chain, 2);
    let long = branch(&chain, 5, 11);
    let mut straight = open(chain.store().clone());
    for n in 1..=3 {
        let tx = payment(&chain, n, key(7), COIN);
        accept(&mut chain, tx).unwrap();
        mine(&mut chain, key(10));
    }
    for block in long {
        connect(&mut straight, block.clone()).unwrap();
        connect(&mut chain, block).unwrap();
    }
    assert_eq!(chain.tip(), straight.tip());
    assert_eq!(coins(chain.store()), coins(straight.store()));
    assert_eq!(chain.supply().to_base(), sum(&coins(chain.store())));
    // Its own payments wait again, so only what is confirmed can be compared.
    for n in [1, 7, 9, 10, 11] {
        let [a, b] = [&chain, &straight].map(|c| c.script_view(&key(n).script()).unwrap());
        assert_eq!((a.confirmed, a.history), (b.confirmed, b.history));
    }
}

#[test]
fn transactions_of_left_blocks_wait_again() {
    let mut chain = chain();
    let rival = branch(&chain, 2, 11);
    let tx = payment(&chain, 1, key(7), COIN);
    let child = tx_spending(&tx);
    accept(&mut chain, tx.clone()).unwrap();
    mine(&mut chain, key(10));
    accept(&mut chain, child.clone()).unwrap();
    connect(&mut chain, rival[0].clone()).unwrap();
    let events = connect(&mut chain, rival[1].clone()).unwrap();
    assert!(
        events.iter().any(
            |e| matches!(e, ChainEvent::TxAccepted { txid, .. } if *txid == tx.compute_txid())
        )
    );
    assert_eq!(chain.mempool().count, 2);
    mine(&mut chain, key(10));
    assert_eq!(chain.mempool().count, 0);
    assert!(chain.transaction(&child.compute_txid()).unwrap().unwrap().block.is_some());
}

fn tx_spending(parent: &quarry_primitives::Transaction) -> quarry_primitives::Transaction {
    tx().spend(OutPoint { txid: parent.compute_txid(), vout: 0 }, key(7), COIN)
        .pay(key(8).script(), COIN - FEE)
        .sign()
}

// A coinbase of a block that was left, and what spends it, are gone for good.
#[test]
fn spends_of_lost_coinbases_are_let_go() {
    let mut chain = chain();
    let rival = branch(&chain, 4, 11);
    mine(&mut chain, key(5));
    let txid = chain.block(&chain.tip().hash).unwrap().unwrap().txdata[0].compute_txid();
    mine_many(&mut chain, 2);
    let spend = tx()
        .spend(OutPoint { txid, vout: 0 }, key(5), 50 * COIN)
        .pay(key(6).script(), 49 * COIN)
        .sign();
    accept(&mut chain, spend.clone()).unwrap();
    let mut events = Vec::new();
    for block in rival {
        events.extend(connect(&mut chain, block).unwrap());
    }
    let reason = RemovalReason::Reorganised;
    assert!(events.contains(&ChainEvent::TxRemoved { txid: spend.compute_txid(), reason }));
    assert_eq!(chain.mempool().count, 0);
    assert_eq!(chain.script_view(&key(5).script()).unwrap().history, []);
}

// The invalid block hides below the top of the better branch: the chain stays, and the branch is
// condemned as a whole.
#[test]
fn a_branch_with_an_invalid_block_is_refused() {
    let mut chain = chain();
    let fork = open(chain.store().clone());
    mine_many(&mut chain, 2);
    let mut bad = block_of(&fork, vec![]);
    bad.txdata[0].output[0].value = BitcoinAmount::from_sat(51 * COIN);
    let bad = reseal(bad);
    let child = reseal(child_of(&bad, 2));
    let grandchild = reseal(child_of(&child, 3));
    connect(&mut chain, bad.clone()).unwrap();
    connect(&mut chain, child.clone()).unwrap();
    let before = chain.tip();
    assert_eq!(reject_block(&mut chain, grandchild.clone()), "bad-prevblk");
    assert_eq!(chain.tip(), before);
    let tip = chain.tip();
    for restarted in [false, true] {
        if restarted {
            chain = open(chain.into_store().unwrap());
        }
        for block in [&bad, &child, &grandchild] {
            assert!(chain.header(&block.block_hash()).unwrap().failed);
            assert_eq!(reject_block(&mut chain, block.clone()), "duplicate-invalid");
        }
        assert_eq!(chain.tip(), tip);
    }
    // A person may insist; the rule stands.
    chain.reconsider_block(now(), &child.block_hash()).unwrap();
    assert!(chain.header(&grandchild.block_hash()).unwrap().failed);
    assert_eq!(chain.tip(), tip);
}

/// An empty block above one that no chain of ours has as its tip.
fn child_of(parent: &Block, height: i64) -> Block {
    let mut block = parent.clone();
    block.header.prev_blockhash = parent.block_hash();
    block.header.time += 1;
    block.txdata[0].input[0].script_sig =
        quarry_primitives::script::Builder::new().push_int(height).push_int(0).into_script();
    block.txdata[0].output[0].value = BitcoinAmount::from_sat(50 * COIN);
    block
}

#[test]
fn a_person_overrules_the_choice() {
    let mut chain = chain();
    let rival = branch(&chain, 3, 11);
    let paid = payment(&chain, 1, key(7), COIN);
    accept(&mut chain, paid).unwrap();
    let ours: Vec<BlockHash> = (0..3).map(|_| mine(&mut chain, key(9))).collect();
    for block in &rival {
        connect(&mut chain, block.clone()).unwrap();
    }
    let theirs = rival[2].block_hash();
    assert_eq!(chain.tip().hash, ours[2]);
    chain.precious_block(now(), &theirs).unwrap();
    assert_eq!((chain.tip().hash, chain.mempool().count), (theirs, 1));
    chain.precious_block(now(), &ours[2]).unwrap();
    assert_eq!((chain.tip().hash, chain.mempool().count), (ours[2], 0));
    // Less work than the tip's: nothing happens.
    chain.precious_block(now(), &rival[1].block_hash()).unwrap();
    assert_eq!(chain.tip().hash, ours[2]);

    chain.invalidate_block(now(), &ours[1]).unwrap();
    assert_eq!((chain.tip().hash, chain.best_header().hash), (theirs, theirs));
    chain.invalidate_block(now(), &rival[0].block_hash()).unwrap();
    assert_eq!(chain.tip().hash, ours[0]);
    let ends = chain.branch_ends();
    assert_eq!(ends.iter().map(|end| end.height).collect::<Vec<_>>(), [3, 3, 1]);
    // It is remembered.
    let mut chain = open(chain.into_store().unwrap());
    assert_eq!(chain.tip().hash, ours[0]);
    assert_eq!(reject_block(&mut chain, rival[2].clone()), "duplicate-invalid");
    chain.reconsider_block(now(), &theirs).unwrap();
    assert_eq!(chain.tip().hash, theirs);
    chain.reconsider_block(now(), &ours[1]).unwrap();
    // The one that is there stays.
    assert_eq!(chain.tip().hash, theirs);
    chain.verify(4, 0).unwrap();
    let genesis = chain.spec().chain_id();
    assert!(matches!(chain.invalidate_block(now(), &genesis), Err(ControlError::Genesis)));
    let unknown = BlockHash::all_zeros();
    assert!(matches!(chain.reconsider_block(now(), &unknown), Err(ControlError::NotFound { .. })));
}

#[test]
fn headers_come_first_and_blocks_in_any_order() {
    let mut chain = chain();
    let blocks = branch(&chain, 5, 11);
    let headers: Vec<_> = blocks.iter().map(|block| block.header).collect();
    chain.accept_headers(now(), &headers).unwrap();
    // Known ones are no news.
    chain.accept_headers(now(), &headers).unwrap();
    assert_eq!((chain.tip().height, chain.best_header().height), (0, 5));
    let unrequested = Arrival { requested: false, enough_work: true };
    for block in blocks.iter().rev() {
        assert_eq!(chain.tip().height, 0);
        let done = chain.process_block(now(), block.clone(), unrequested);
        done.outcome.unwrap();
    }
    assert_eq!(chain.tip().hash, blocks[4].block_hash());
    // A worse branch that nobody asked for is not kept.
    let other = branch(&self::chain(), 1, 12).remove(0);
    let done = chain.process_block(now(), other.clone(), unrequested);
    assert_eq!(done.outcome.unwrap(), BlockOutcome::Ignored);
    assert!(!chain.header(&other.block_hash()).unwrap().stored);
    let done = chain.process_block(now(), other, Arrival::OWN);
    assert_eq!(done.outcome.unwrap(), BlockOutcome::Stored);
    let low = Arrival { requested: false, enough_work: false };
    let third = branch(&self::chain(), 1, 13).remove(0);
    let done = chain.process_block(now(), third, low);
    assert_eq!(done.outcome.unwrap_err().reject_reason(), "too-little-chainwork");
}

#[test]
fn a_deep_reorganisation() {
    let mut chain = chain();
    let long = branch(&chain, 121, 11);
    for n in 1..=120u8 {
        if n <= 4 {
            let tx = payment(&chain, n, key(7), COIN);
            accept(&mut chain, tx).unwrap();
        }
        mine(&mut chain, key(10));
    }
    for block in &long {
        connect(&mut chain, block.clone()).unwrap();
    }
    assert_eq!(chain.tip().hash, long[120].block_hash());
    assert_eq!(chain.mempool().count, 4);
    assert_eq!(sum(&coins(chain.store())), 4 * ALLOC + 121 * 50 * COIN);
    mine(&mut chain, key(9));
    assert_eq!(chain.script_view(&key(7).script()).unwrap().confirmed.to_base(), 4 * COIN);
}
