//! The tree on its own: medians, ancestors, candidates, failures.

use super::*;
use crate::testing;

fn child(parent: &Header, time: u32) -> Header {
    Header { prev_blockhash: parent.block_hash(), time, ..*parent }
}

fn place(n: u32) -> FilePlace {
    FilePlace { file: 0, offset: n, len: 1 }
}

/// A tree with the genesis block stored.
fn tree() -> (BlockTree, Header) {
    let genesis = testing::easy_spec().genesis_block().header;
    let mut tree = BlockTree::new(genesis);
    tree.stored(Id::GENESIS, place(0), 1);
    (tree, genesis)
}

#[test]
fn median_is_of_the_last_eleven() {
    let (mut tree, genesis) = tree();
    let mut tip = genesis;
    // One wild time moves the median by one place only.
    let mut last = Id::GENESIS;
    for step in 1..=20 {
        let time = if step == 15 { u32::MAX } else { genesis.time + step };
        tip = child(&tip, time);
        last = tree.insert(tip).unwrap();
    }
    // Times 10..=14, MAX, 16..=20: the sixth of them in order is 16.
    let node = tree.get(last);
    assert_eq!(node.median_time_past, genesis.time + 16);
    assert_eq!(node.height, 20);
}

#[test]
fn any_ancestor_is_found() {
    let (mut tree, genesis) = tree();
    let mut chain = vec![Id::GENESIS];
    let mut tip = genesis;
    for step in 1..=500 {
        tip = child(&tip, genesis.time + step);
        chain.push(tree.insert(tip).unwrap());
    }
    for from in [0usize, 1, 2, 77, 256, 500] {
        for height in 0..=500u32 {
            let want = chain.get(usize::try_from(height).unwrap()).copied();
            let want = want.filter(|_| usize::try_from(height).unwrap() <= from);
            assert_eq!(tree.ancestor(chain[from], height), want, "{from} {height}");
        }
    }
}

#[test]
fn blocks_wait_for_their_parents() {
    let (mut tree, genesis) = tree();
    let a1 = child(&genesis, genesis.time + 1);
    let a2 = child(&a1, genesis.time + 2);
    let a3 = child(&a2, genesis.time + 3);
    let ids: Vec<Id> = [a1, a2, a3].into_iter().map(|h| tree.insert(h).unwrap()).collect();
    tree.stored(ids[2], place(3), 1);
    tree.stored(ids[1], place(2), 1);
    assert_eq!(tree.best_candidate(), Some(Id::GENESIS));
    tree.stored(ids[0], place(1), 2);
    assert_eq!(tree.best_candidate(), Some(ids[2]));
    assert_eq!(tree.get(ids[2]).chain_tx_count, 5);
    assert_eq!(tree.best_header(), ids[2]);
}

// Of two equal branches that one wins which was whole first, whenever its last block came.
#[test]
fn who_waited_for_a_parent_came_with_it() {
    let (mut tree, genesis) = tree();
    let a1 = child(&genesis, genesis.time + 1);
    let b1 = child(&genesis, genesis.time + 2);
    let headers = [a1, child(&a1, genesis.time + 3), b1, child(&b1, genesis.time + 4)];
    let ids = headers.map(|header| tree.insert(header).unwrap());
    for (n, block) in (1..).zip([1, 3, 2, 0]) {
        tree.stored(ids[block], place(n), 1);
    }
    assert_eq!(tree.best_candidate(), Some(ids[3]));
}

#[test]
fn first_seen_wins_unless_precious() {
    let (mut tree, genesis) = tree();
    let a = tree.insert(child(&genesis, genesis.time + 1)).unwrap();
    let b = tree.insert(child(&genesis, genesis.time + 2)).unwrap();
    tree.stored(b, place(1), 1);
    tree.stored(a, place(2), 1);
    assert_eq!(tree.best_candidate(), Some(b));
    tree.set_tip(b);
    assert_eq!(tree.best_candidate(), Some(b));
    tree.make_precious(a);
    assert_eq!(tree.best_candidate(), Some(a));
    tree.set_tip(a);
    tree.make_precious(b);
    assert_eq!(tree.best_candidate(), Some(b));
}

#[test]
fn failure_takes_descendants_along_and_can_be_reconsidered() {
    let (mut tree, genesis) = tree();
    let a1 = child(&genesis, genesis.time + 1);
    let a2 = child(&a1, genesis.time + 2);
    let b1 = child(&genesis, genesis.time + 3);
    let ids: Vec<Id> = [a1, a2, b1].into_iter().map(|h| tree.insert(h).unwrap()).collect();
    for (n, id) in (1..).zip(&ids) {
        tree.stored(*id, place(n), 1);
    }
    tree.set_tip(ids[1]);
    // As `invalidateblock` does: first the tip goes back.
    tree.set_tip(Id::GENESIS);
    tree.fail(ids[0]);
    assert_eq!((tree.best_candidate(), tree.best_header()), (Some(ids[2]), ids[2]));
    assert!(tree.get(ids[1]).failed);
    // What comes later under a failed one fails too.
    let a3 = tree.insert(child(&a2, genesis.time + 9)).unwrap();
    assert!(tree.get(a3).failed);
    tree.set_tip(ids[2]);
    tree.reconsider(ids[1]);
    assert!(tree.ids().all(|id| !tree.get(id).failed));
    assert_eq!((tree.best_candidate(), tree.best_header()), (Some(ids[1]), a3));
    assert_eq!(tree.ends(), [ids[2], a3]);
    assert_eq!(tree.fork(a3), Id::GENESIS);
}

#[test]
fn a_loaded_tree_is_the_same() {
    let (mut tree, genesis) = tree();
    let a1 = child(&genesis, genesis.time + 1);
    let a2 = child(&a1, genesis.time + 2);
    let b1 = child(&genesis, genesis.time + 3);
    let ids: Vec<Id> = [a1, a2, b1].into_iter().map(|h| tree.insert(h).unwrap()).collect();
    tree.stored(ids[0], place(1), 1);
    tree.stored(ids[2], place(2), 1);
    tree.connected(ids[2], place(9));
    tree.set_tip(ids[2]);
    let records: Vec<HeaderRecord> = tree.dirty().collect();
    let mut again = BlockTree::new(genesis);
    again.load(records.clone(), b1.block_hash()).unwrap();
    assert_eq!(again.tip_node().hash, b1.block_hash());
    // The active one stays, though the other was there first.
    assert_eq!(again.best_candidate().map(|id| again.get(id).hash), Some(b1.block_hash()));
    assert_eq!(again.get(again.best_header()).hash, a2.block_hash());
    assert_eq!(again.dirty().count(), 0);
    let all: Vec<HeaderRecord> = again.ids().map(|id| again.get(id).record()).collect();
    assert!(records.iter().all(|record| all.contains(record)));
    // Damage is noticed.
    let gap: Vec<_> = records.iter().copied().filter(|r| r.header != a1).collect();
    assert!(BlockTree::new(genesis).load(gap, b1.block_hash()).is_err());
    let mut moved = records.clone();
    moved[1].height += 1;
    assert!(BlockTree::new(genesis).load(moved, b1.block_hash()).is_err());
    assert!(BlockTree::new(genesis).load(records[..1].to_vec(), b1.block_hash()).is_err());
}
