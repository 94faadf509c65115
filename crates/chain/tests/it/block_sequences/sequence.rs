//! A chain, a tree of named blocks for it, and what it says to each.
//!
//! Does not know rules: the names and reject strings are the tests'.

use std::collections::BTreeMap;

use quarry_chain::{
    Activation, Arrival, BlockOutcome, Chain, ChainEvent, ChainSpec, Coin, MemoryStore, UtxoLedger,
};
use quarry_primitives::{Block, BlockHash, Now, OutPoint, Transaction};

use super::builder::{BASE, BASE_HEIGHT, Out, Plan, SPACING, nth};
use crate::model;
use crate::support::{TestChain, coins, sum};

/// A chain and the blocks that were made for it, by name.
pub(super) struct Sequence {
    chain: TestChain,
    blocks: BTreeMap<String, (Block, u32)>,
    outs: Vec<Out>,
    now: Now,
}

/// What a refusal must not change.
#[derive(Debug, PartialEq)]
struct State {
    tip: BlockHash,
    supply: u64,
    coins: BTreeMap<OutPoint, Coin>,
}

impl Sequence {
    /// Regtest with [`BASE_HEIGHT`] blocks.
    pub(super) fn regtest() -> Self {
        Self::with_activation(Activation::ALL)
    }

    pub(super) fn with_activation(activation: Activation) -> Self {
        let spec = ChainSpec::regtest().with_activation(activation);
        let genesis = spec.genesis_block().clone();
        let end = genesis.header.time + SPACING * BASE_HEIGHT;
        let mut sequence = Self {
            chain: Chain::open(spec, UtxoLedger::new(), MemoryStore::default()).unwrap(),
            blocks: BTreeMap::from([("0".to_owned(), (genesis, 0))]),
            outs: Vec::new(),
            now: Now::from_ms((u64::from(end) + 86_400) * 1_000),
        };
        let mut parent = "0".to_owned();
        for height in 1..=BASE_HEIGHT {
            let name = if height < BASE_HEIGHT { height.to_string() } else { BASE.to_owned() };
            sequence.add(&name, &parent, |_| {});
            sequence.submit(&name).unwrap();
            let coinbase = &sequence.block(&name).txdata[0];
            let out = Out { at: nth(coinbase, 0), value: coinbase.output[0].value.to_sat() };
            sequence.outs.push(out);
            parent = name;
        }
        sequence
    }

    /// The same again, with a chain of its own.
    pub(super) fn copy(&self) -> Self {
        let (spec, store) = (self.chain.spec().clone(), self.chain.store().clone());
        Self {
            chain: Chain::open(spec, UtxoLedger::new(), store).unwrap(),
            blocks: self.blocks.clone(),
            outs: self.outs.clone(),
            now: self.now,
        }
    }

    pub(super) fn chain(&mut self) -> &mut TestChain {
        &mut self.chain
    }

    /// Replaces the chain by what a function makes of it.
    pub(super) fn map_chain(mut self, edit: impl FnOnce(TestChain) -> TestChain) -> Self {
        self.chain = edit(self.chain);
        self
    }

    pub(super) fn now(&self) -> Now {
        self.now
    }

    /// The coinbase output of block `n + 1`.
    pub(super) fn out(&self, n: usize) -> Out {
        self.outs[n]
    }

    pub(super) fn block(&self, name: &str) -> &Block {
        &self.blocks.get(name).unwrap_or_else(|| panic!("no block {name}")).0
    }

    pub(super) fn hash(&self, name: &str) -> BlockHash {
        self.block(name).block_hash()
    }

    /// The median time past of a block, from the headers of its branch.
    pub(super) fn median_time(&self, name: &str) -> u32 {
        let mut times = Vec::new();
        let mut block = self.block(name);
        while times.len() < 11 {
            times.push(block.header.time);
            let parent = block.header.prev_blockhash;
            let found = self.blocks.values().find(|(block, _)| block.block_hash() == parent);
            let Some((parent, _)) = found else { break };
            block = parent;
        }
        times.sort_unstable();
        times[times.len() / 2]
    }

    /// Makes a block on top of another: an honest one of a coinbase alone, then what `bend` does.
    /// Returns its transactions but for the coinbase.
    pub(super) fn add(
        &mut self,
        name: &str,
        parent: &str,
        bend: impl FnOnce(&mut Plan<'_>),
    ) -> Vec<Transaction> {
        let (above, height) = &self.blocks[parent];
        let height = height + 1;
        let mut plan = Plan::new(self.chain.spec(), &above.header, height, name, &self.outs);
        bend(&mut plan);
        let block = plan.finish();
        let txs = block.txdata.iter().skip(1).cloned().collect();
        self.put(name, block, height);
        txs
    }

    /// A copy of a block that was changed without work: its header stays what it is.
    pub(super) fn twin(&mut self, name: &str, of: &str, edit: impl FnOnce(&mut Block)) {
        let (mut block, height) = self.blocks[of].clone();
        edit(&mut block);
        assert_eq!(block.block_hash(), self.hash(of), "{name} is no twin of {of}");
        self.put(name, block, height);
    }

    fn put(&mut self, name: &str, block: Block, height: u32) {
        let old = self.blocks.insert(name.to_owned(), (block, height));
        assert!(old.is_none(), "two blocks {name}");
    }

    /// Hands a block in, as this node's own.
    pub(super) fn submit(&mut self, name: &str) -> Result<BlockOutcome, String> {
        self.submit_as(name, Arrival::OWN).0
    }

    pub(super) fn submit_as(
        &mut self,
        name: &str,
        arrival: Arrival,
    ) -> (Result<BlockOutcome, String>, Vec<ChainEvent>) {
        let block = self.block(name).clone();
        let processed = self.chain.process_block(self.now, block, arrival);
        let outcome = processed.outcome.map_err(|error| error.reject_reason().into_owned());
        (outcome, processed.events)
    }

    fn state(&self) -> State {
        let supply = self.chain.supply().to_base();
        State { tip: self.chain.tip().hash, supply, coins: coins(self.chain.store()) }
    }

    #[track_caller]
    pub(super) fn tip_is(&self, name: &str) {
        let tip = self.chain.tip();
        assert!(tip.hash == self.hash(name), "tip is {tip:?}, not {name}");
    }

    /// The block becomes the tip, on top of the one before.
    #[track_caller]
    pub(super) fn accept(&mut self, name: &str) {
        assert_eq!(self.reorg(name), 0, "{name} moved the chain to another branch");
    }

    /// The block becomes the tip; so many blocks were left for it.
    #[track_caller]
    pub(super) fn reorg(&mut self, name: &str) -> usize {
        let (outcome, events) = self.submit_as(name, Arrival::OWN);
        assert_eq!(outcome, Ok(BlockOutcome::Connected), "{name}");
        self.tip_is(name);
        let left = |event: &&ChainEvent| matches!(event, ChainEvent::BlockDisconnected { .. });
        events.iter().filter(left).count()
    }

    /// The block is the missing one below a better tip.
    #[track_caller]
    pub(super) fn accept_up_to(&mut self, name: &str, tip: &str) {
        assert_eq!(self.submit(name), Ok(BlockOutcome::Connected), "{name}");
        self.tip_is(tip);
    }

    /// The block is kept and changes nothing.
    #[track_caller]
    pub(super) fn stored(&mut self, name: &str) {
        let before = self.state();
        assert_eq!(self.submit(name), Ok(BlockOutcome::Stored), "{name}");
        assert!(self.state() == before, "{name} changed the state");
    }

    /// The block is refused and changes nothing.
    #[track_caller]
    pub(super) fn reject(&mut self, name: &str, reason: &str) {
        let before = self.state();
        assert_eq!(self.submit(name), Err(reason.to_owned()), "{name}");
        assert!(self.state() == before, "{name} changed the state");
    }

    /// The block makes a branch the best, but another block of it turns out to break a rule. The
    /// chain stays.
    #[track_caller]
    pub(super) fn uncovers(&mut self, name: &str, culprit: &str, reason: &str) {
        let before = self.state();
        let (outcome, events) = self.submit_as(name, Arrival::OWN);
        // Its sender is not to blame, and `submitblock` says "inconclusive".
        assert_eq!(outcome, Ok(BlockOutcome::Stored), "{name}");
        let (hash, height) = (self.hash(culprit), self.blocks[culprit].1);
        let is_told = |event: &ChainEvent| {
            matches!(event, ChainEvent::BlockInvalid { hash: h, height: at, reason: why, details }
                if (*h, *at) == (hash, height) && why == reason && details.starts_with(reason))
        };
        assert!(events.iter().any(is_told), "{name} did not uncover {culprit}: {events:?}");
        assert!(self.state() == before, "{name} changed the state");
    }

    /// Ends a sequence: the tip, the whole chain verified again, its coins by a plain replay, and
    /// the same after a restart.
    #[track_caller]
    pub(super) fn finish(self, tip: &str) {
        self.tip_is(tip);
        self.chain.verify(4, 0).unwrap();
        let state = self.state();
        assert_eq!(sum(&state.coins), state.supply, "supply");
        let mut replayed = model::Coins::new();
        for height in 1..=self.chain.tip().height {
            let hash = self.chain.block_hash_at(height).unwrap();
            model::apply(&mut replayed, &self.chain.block(&hash).unwrap().unwrap());
        }
        assert!(model::real_coins(&self.chain) == replayed, "coins are not those of a replay");
        let (spec, tip) = (self.chain.spec().clone(), self.chain.tip());
        let store = self.chain.into_store().unwrap();
        let again = Chain::open(spec, UtxoLedger::new(), store).unwrap();
        assert_eq!((again.tip(), again.supply().to_base()), (tip, state.supply));
        assert!(coins(again.store()) == state.coins, "coins changed over a restart");
    }
}

/// What Core says to a block on top of [`BASE`] that was bent so.
pub(super) type Case = (&'static str, Result<(), &'static str>, fn(&mut Plan<'_>));

/// Tries every case. Those to be refused all go to one chain, which then takes an honest block.
#[track_caller]
pub(super) fn check_all(cases: &[Case]) {
    check_all_on(&Sequence::regtest(), BASE, cases);
}

/// [`check_all`] on top of a block of a sequence.
#[track_caller]
pub(super) fn check_all_on(base: &Sequence, parent: &str, cases: &[Case]) {
    let mut refusing = base.copy();
    for (name, want, bend) in cases {
        if let Err(reason) = want {
            refusing.add(name, parent, bend);
            refusing.reject(name, reason);
            continue;
        }
        let mut own = base.copy();
        own.add(name, parent, bend);
        own.accept(name);
        own.finish(name);
    }
    refusing.add("honest", parent, |_| {});
    refusing.accept("honest");
    refusing.finish("honest");
}
