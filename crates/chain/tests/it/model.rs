//! Random histories against a model so plain that it is right by looking at it.
//!
//! The model keeps, for every block, all coins after it, and recomputes them from the parent's; it
//! knows no undo, no overlay and no index. One seed is one history; a failure prints it.

use std::collections::BTreeMap;

use quarry_primitives::{Block, BlockHash, OutPoint, Transaction};

use crate::support::{
    ALLOC, COIN, TestChain, accept, chain, coins, connect, key, next_block, open, sum, tx,
};

pub(crate) type Coins = BTreeMap<OutPoint, (u64, Vec<u8>)>;

/// SplitMix64: the tests' only source of chance.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }
}

pub(crate) fn apply(coins: &mut Coins, block: &Block) {
    for tx in &block.txdata {
        for input in &tx.input {
            coins.remove(&input.previous_output);
        }
        let txid = tx.compute_txid();
        for (vout, output) in (0u32..).zip(&tx.output) {
            let script = &output.script_pubkey;
            if !script.is_op_return() && script.len() <= 10_000 {
                let coin = (output.value.to_sat(), script.to_bytes());
                coins.insert(OutPoint { txid, vout }, coin);
            }
        }
    }
}

pub(crate) fn real_coins(chain: &TestChain) -> Coins {
    let coins = coins(chain.store());
    let plain = coins.into_iter().map(|(at, c)| (at, (c.amount.to_base(), c.script.to_bytes())));
    plain.collect()
}

/// A payment of a random coin of keys 1 to 4, if it may be spent.
fn random_payment(chain: &TestChain, chance: &mut Chance) -> Option<Transaction> {
    let owner = key(u8::try_from(chance.below(4) + 1).unwrap());
    let to = key(u8::try_from(chance.below(4) + 1).unwrap());
    let view = chain.script_view(&owner.script()).unwrap();
    let free: Vec<_> = view.coins.iter().filter(|coin| coin.spendable).collect();
    let coin = free.get(chance.below(free.len().max(1)))?;
    let amount = coin.amount.to_base();
    let fee = 200 + chance.next() % 5_000;
    let rest = amount.checked_sub(fee)?;
    let half = rest / 2;
    (half > 1_000).then(|| {
        tx().spend(coin.outpoint, owner, amount)
            .pay(to.script(), half)
            .pay(owner.script(), rest - half)
            .sign()
    })
}

/// One history: blocks on random tips, some with payments, over a chain that follows most work.
fn history(seed: u64, steps: usize) {
    let mut chance = Chance(seed);
    let mut main = chain();
    let genesis = main.tip().hash;
    // A chain as it is at each block, and the model's coins there.
    let mut at: BTreeMap<BlockHash, (TestChain, Coins)> = BTreeMap::new();
    at.insert(genesis, (chain(), real_coins(&main)));
    let mut recent = vec![genesis];
    for step in 0..steps {
        let parent = recent[recent.len() - 1 - chance.below(recent.len().min(4))];
        let (parent_chain, parent_coins) = &at[&parent];
        let mut copy = open(parent_chain.store().clone());
        let mut model = parent_coins.clone();
        for _ in 0..chance.below(4) {
            if let Some(tx) = random_payment(&copy, &mut chance) {
                accept(&mut copy, tx).unwrap();
            }
        }
        let miner = key(u8::try_from(chance.below(4) + 1).unwrap());
        let block = next_block(&copy, miner, &step.to_le_bytes());
        connect(&mut copy, block.clone()).unwrap();
        apply(&mut model, &block);
        assert_eq!(real_coins(&copy), model, "seed {seed} step {step}");
        connect(&mut main, block.clone()).unwrap();
        recent.push(block.block_hash());
        at.insert(block.block_hash(), (copy, model));

        let tip = main.tip();
        assert_eq!(real_coins(&main), at[&tip.hash].1, "seed {seed} step {step}");
        let all = sum(&coins(main.store()));
        assert_eq!(all, main.supply().to_base(), "seed {seed} step {step}");
        assert_eq!(all, 4 * ALLOC + u64::from(tip.height) * 50 * COIN, "seed {seed} step {step}");
        check_views(&main, seed);
    }
    let (tip, supply) = (main.tip(), main.supply());
    let again = open(main.into_store().unwrap());
    assert_eq!((again.tip(), again.supply()), (tip, supply), "seed {seed}");
}

/// The indexes by script agree with the coins, and each history sums up to its balance.
fn check_views(chain: &TestChain, seed: u64) {
    let all = coins(chain.store());
    for n in 1..=4 {
        let script = key(n).script();
        let view = chain.script_view(&script).unwrap();
        let owned = all.values().filter(|c| c.script == script).map(|c| c.amount.to_base());
        assert_eq!(view.confirmed.to_base(), owned.sum::<u64>(), "seed {seed} key {n}");
        let (mut received, mut sent) = (0, 0);
        for row in &view.history {
            received += row.received.to_base();
            sent += row.sent.to_base();
        }
        assert_eq!(view.confirmed.to_base(), received - sent, "seed {seed} key {n}");
    }
}

#[test]
fn random_histories_follow_the_model() {
    for seed in 0..12 {
        history(seed, 30);
    }
}
