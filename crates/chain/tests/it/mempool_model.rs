//! Random histories of the mempool against sums that are reckoned from scratch, and templates
//! against the plainest way to choose.
//!
//! One seed is one history; a failure prints it.

use std::collections::{BTreeMap, BTreeSet};

use quarry_chain::{FeeRate, Ledger, PoolConfig, UtxoLedger, limits::MEMPOOL_ENTRY_OVERHEAD_BYTES};
use quarry_primitives::{OutPoint, Transaction, Txid};

use crate::mempool_support::{Open, coins_of, funded, padded, spend, truc};
use crate::model::Chance;
use crate::support::{TestChain, accept, block_of, connect, key, next_block, now, open, reseal};

/// What the model knows of one transaction: all but what is asked.
struct Plain {
    tx: Transaction,
    fee: i64,
    parents: BTreeSet<Txid>,
}

fn pool_txs(chain: &TestChain) -> BTreeMap<Txid, Plain> {
    let ids = chain.pool().sorted();
    let pool = chain.pool();
    let known: BTreeSet<Txid> = ids.iter().copied().collect();
    let plain = |id: &Txid| {
        let entry = pool.get(id).unwrap();
        let tx = entry.tx().clone();
        let sources = tx.input.iter().map(|input| input.previous_output.txid);
        let parents = sources.filter(|id| known.contains(id)).collect();
        (*id, Plain { tx, fee: entry.modified_fee(), parents })
    };
    ids.iter().map(plain).collect()
}

fn closure(txs: &BTreeMap<Txid, Plain>, of: &Txid) -> BTreeSet<Txid> {
    let mut all = BTreeSet::from([*of]);
    for parent in &txs[of].parents {
        all.extend(closure(txs, parent));
    }
    all
}

fn check(chain: &TestChain, seed: u64) {
    let txs = pool_txs(chain);
    let pool = chain.pool();
    let up: BTreeMap<Txid, BTreeSet<Txid>> =
        txs.keys().map(|id| (*id, closure(&txs, id))).collect();
    let sums = |ids: &BTreeSet<Txid>| {
        let vsize: u64 = ids.iter().map(|id| txs[id].tx.vsize() as u64).sum();
        let fees: i64 = ids.iter().map(|id| txs[id].fee).sum();
        (ids.len() as u64, vsize, fees)
    };
    let mut spent = BTreeMap::new();
    for (id, plain) in &txs {
        let entry = pool.entry(id).unwrap();
        let down: BTreeSet<Txid> =
            txs.keys().filter(|other| up[*other].contains(id)).copied().collect();
        let above = entry.ancestors;
        assert_eq!((above.count, above.vsize, above.fees), sums(&up[id]), "seed {seed} {id}");
        let below = entry.descendants;
        assert_eq!((below.count, below.vsize, below.fees), sums(&down), "seed {seed} {id}");
        assert_eq!(entry.depends, plain.parents.iter().copied().collect::<Vec<_>>());
        let children = txs.iter().filter(|(_, other)| other.parents.contains(id));
        assert_eq!(entry.spent_by, children.map(|(id, _)| *id).collect::<Vec<_>>());
        let listed = pool.ancestors_of(id).unwrap().into_iter().chain([*id]);
        assert_eq!(listed.collect::<BTreeSet<_>>(), up[id]);
        let listed = pool.descendants_of(id).unwrap().into_iter().chain([*id]);
        assert_eq!(listed.collect::<BTreeSet<_>>(), down);
        for input in &plain.tx.input {
            assert_eq!(spent.insert(input.previous_output, *id), None, "seed {seed}");
            assert_eq!(pool.user_of(&input.previous_output), Some(id), "seed {seed}");
        }
    }
    let info = pool.info(now().wall_ms);
    let ledger = UtxoLedger::new();
    let memory = |tx| ledger.memory_bytes(tx) + MEMPOOL_ENTRY_OVERHEAD_BYTES;
    assert_eq!(info.memory_bytes, txs.values().map(|plain| memory(&plain.tx)).sum::<usize>());
    assert!(info.memory_bytes <= info.max_bytes, "seed {seed}");
    let vsize: u64 = txs.values().map(|plain| plain.tx.vsize() as u64).sum();
    assert_eq!((info.count, info.vsize), (txs.len(), vsize), "seed {seed}");
    // Parents first, in any list.
    let order = pool.sorted();
    for (place, id) in order.iter().enumerate() {
        let early = |parent| order[..place].contains(parent);
        assert!(txs[id].parents.iter().all(early), "seed {seed}");
    }
}

/// What a template has to be: always the family with the best rate among all that are left.
fn plain_template(chain: &TestChain, max_weight: u64) -> Vec<Txid> {
    let txs = pool_txs(chain);
    let (mut picked, mut weight) = (Vec::new(), 0u64);
    let mut left: BTreeSet<Txid> = txs.keys().copied().collect();
    let mut misfits = BTreeSet::new();
    loop {
        let family = |id: &Txid| -> BTreeSet<Txid> {
            closure(&txs, id).intersection(&left).copied().collect()
        };
        let rate = |ids: &BTreeSet<Txid>| {
            let fees = ids.iter().map(|id| txs[id].fee).sum();
            FeeRate::signed(fees, ids.iter().map(|id| txs[id].tx.vsize() as u64).sum())
        };
        let score = |id: &&Txid| rate(&family(id)).min(rate(&BTreeSet::from([**id])));
        // The first of equals is the lowest id.
        let candidates = left.iter().filter(|id| !misfits.contains(&(**id, family(id))));
        let Some(best) = candidates.rev().max_by_key(score) else { return picked };
        let ids = family(best);
        if rate(&ids) <= FeeRate::signed(0, 1) {
            return picked;
        }
        let room: u64 = ids.iter().map(|id| txs[id].tx.vsize() as u64 * 4).sum();
        if weight + room >= max_weight {
            misfits.insert((*best, ids));
            continue;
        }
        let mut order: Vec<Txid> = ids.iter().copied().collect();
        order.sort_by_key(|id| (closure(&txs, id).len(), *id));
        for id in order {
            weight += txs[&id].tx.weight().to_wu();
            left.remove(&id);
            picked.push(id);
        }
    }
}

struct History {
    chain: TestChain,
    coins: Vec<Open>,
    chance: Chance,
    max_weight: u64,
}

impl History {
    /// Any one or two coins, of the chain or the mempool, spent or not.
    fn random_tx(&mut self) -> Transaction {
        let mut all = self.coins.clone();
        for id in self.chain.pool().sorted() {
            let tx = self.chain.pool().get(&id).unwrap().tx();
            all.extend(coins_of(tx).into_iter().filter(|(_, value)| *value > 100_000));
        }
        let mut inputs = BTreeMap::new();
        for _ in 0..=self.chance.below(2) {
            let (outpoint, value) = all[self.chance.below(all.len())];
            inputs.insert(outpoint, value);
        }
        let inputs: Vec<Open> = inputs.into_iter().collect();
        let sum: u64 = inputs.iter().map(|(_, value)| value).sum();
        let fee = 50 + self.chance.next() % 5_000;
        let parts = 1 + self.chance.below(3);
        let tx = spend(&inputs, &vec![(sum - fee) / parts as u64; parts]);
        match self.chance.below(8) {
            0 => padded(tx, 400 + self.chance.below(2_000)),
            1 => truc(tx),
            _ => tx,
        }
    }

    fn random_txid(&mut self) -> Option<Txid> {
        let ids = self.chain.pool().sorted();
        (!ids.is_empty()).then(|| ids[self.chance.below(ids.len())])
    }

    fn step(&mut self, step: usize) {
        match self.chance.below(20) {
            0 => {
                let block = next_block(&self.chain, key(9), &step.to_le_bytes());
                connect(&mut self.chain, block).unwrap();
            }
            1 => {
                // A block with something else.
                let tx = self.random_tx();
                let mut copy = open(self.chain.store().clone());
                if accept(&mut copy, tx.clone()).is_ok() {
                    let block = block_of(&copy, vec![tx]);
                    connect(&mut self.chain, block).unwrap();
                }
            }
            2 => self.reorganise(step),
            3 | 4 => {
                if let Some(txid) = self.random_txid() {
                    let delta = (self.chance.next() % 8_000).cast_signed() - 4_000;
                    self.chain.prioritise(txid, delta);
                }
            }
            5 => {
                let parent = self.random_tx();
                let coins = coins_of(&parent);
                let child = spend(&coins[..1], &[coins[0].1.saturating_sub(3_000)]);
                drop(self.chain.submit_package(now(), vec![parent, child], None));
            }
            _ => {
                let tx = self.random_tx();
                drop(accept(&mut self.chain, tx));
            }
        }
    }

    /// One block, then two others in its place, with some of the mempool.
    fn reorganise(&mut self, step: usize) {
        let mut rival = open(self.chain.store().clone());
        for _ in 0..self.chance.below(6) {
            let tx = self.random_tx();
            drop(accept(&mut rival, tx));
        }
        let block = next_block(&self.chain, key(9), &step.to_le_bytes());
        connect(&mut self.chain, block).unwrap();
        for _ in 0..self.chance.below(6) {
            let tx = self.random_tx();
            drop(accept(&mut self.chain, tx));
        }
        for extra in [b"one", b"two"] {
            let mut block = next_block(&rival, key(8), extra);
            block.header.time += 1;
            let block = reseal(block);
            connect(&mut rival, block.clone()).unwrap();
            connect(&mut self.chain, block).unwrap();
        }
    }

    fn check_template(&self, seed: u64) {
        let template = self.chain.template(now(), &key(9).script(), b"").unwrap();
        let got: Vec<Txid> =
            template.block.txdata[1..].iter().map(Transaction::compute_txid).collect();
        assert_eq!(got, plain_template(&self.chain, self.max_weight), "seed {seed}");
        let mut copy = open(self.chain.store().clone());
        connect(&mut copy, crate::support::solve(template.block)).unwrap();
    }
}

fn history(seed: u64, steps: usize, config: PoolConfig) {
    let max_weight = config.block_max_weight - config.block_reserved_weight;
    let (chain, coins) = funded(24, config);
    let mut history = History { chain, coins, chance: Chance(seed), max_weight };
    for step in 0..steps {
        history.step(step);
        check(&history.chain, seed);
        if step % 5 == 0 {
            history.check_template(seed);
        }
    }
}

#[test]
fn sums_and_templates_are_right_at_every_step() {
    for seed in 0..6 {
        history(seed, 150, PoolConfig::default());
    }
}

#[test]
fn also_in_a_small_mempool_with_small_blocks() {
    // In 5143 one that did not fit lost more of its family later.
    for seed in (100..106).chain([5_143]) {
        let config = PoolConfig {
            max_bytes: 30_000,
            block_max_weight: 12_000,
            block_reserved_weight: 8_000,
            max_ancestors: 5,
            max_descendants: 6,
            ..PoolConfig::default()
        };
        history(seed, 150, config);
    }
}

#[test]
fn nothing_is_left_behind() {
    let (chain, coins) = funded(24, PoolConfig::default());
    let mut history = History { chain, coins, chance: Chance(7), max_weight: 0 };
    for step in 0..200 {
        history.step(step);
    }
    while !history.chain.pool().sorted().is_empty() {
        for txid in history.chain.pool().sorted() {
            history.chain.prioritise(txid, 100_000);
        }
        let block = next_block(&history.chain, key(9), b"last");
        connect(&mut history.chain, block).unwrap();
    }
    let info = history.chain.pool().info(0);
    assert_eq!((info.memory_bytes, info.vsize, info.fees.to_base()), (0, 0, 0));
    let user = |coin: &(OutPoint, u64)| history.chain.pool().user_of(&coin.0).is_some();
    assert!(!history.coins.iter().any(user));
}
