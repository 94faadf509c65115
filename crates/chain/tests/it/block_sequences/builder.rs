//! A tree of named blocks, each made as its parent's honest child and then bent, and what the
//! chain says to them.
//!
//! Does not know rules: the names and reject strings are the tests'.

use std::collections::BTreeMap;

use quarry_chain::{
    Activation, Arrival, BlockOutcome, Chain, ChainEvent, ChainSpec, Coin, MemoryStore, UtxoLedger,
};
use quarry_primitives::script::{Builder, PushBytesBuf};
use quarry_primitives::{
    BitcoinAmount, Block, BlockHash, BlockVersion, Hash, Header, LockTime, Now, OutPoint,
    ScriptBuf, Sequence as InputSequence, Transaction, TransactionVersion, TxIn, TxMerkleNode,
    TxOut, Txid, Witness,
};

use crate::model;
use crate::support::{TestChain, coins, solve, sum};

/// The block that every sequence starts from.
pub(super) const BASE: &str = "base";
/// Its height. The coinbases of the first 31 blocks are mature in the block above it.
pub(super) const BASE_HEIGHT: u32 = 130;
/// Seconds between blocks, unless a test says otherwise.
pub(super) const SPACING: u32 = 60;

/// A script that anyone may spend: `OP_TRUE`.
pub(super) fn anyone() -> ScriptBuf {
    script(&[0x51])
}

pub(super) fn script(bytes: &[u8]) -> ScriptBuf {
    ScriptBuf::from_bytes(bytes.to_vec())
}

/// A script that pushes these, each with the shortest opcode for its length.
pub(super) fn pushes(items: &[&[u8]]) -> ScriptBuf {
    let push = |builder: Builder, item: &&[u8]| {
        builder.push_slice(PushBytesBuf::try_from(item.to_vec()).unwrap())
    };
    items.iter().fold(Builder::new(), push).into_script()
}

pub(super) fn output(value: u64, script_pubkey: ScriptBuf) -> TxOut {
    TxOut { value: BitcoinAmount::from_sat(value), script_pubkey }
}

pub(super) fn input(previous_output: OutPoint) -> TxIn {
    TxIn { previous_output, sequence: InputSequence::MAX, ..TxIn::default() }
}

/// A transaction that needs no signature.
pub(super) fn free_tx(inputs: &[OutPoint], outputs: Vec<TxOut>) -> Transaction {
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: inputs.iter().copied().map(input).collect(),
        output: outputs,
    }
}

pub(super) fn nth(tx: &Transaction, vout: u32) -> OutPoint {
    OutPoint { txid: tx.compute_txid(), vout }
}

/// An output and what it is worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Out {
    pub(super) at: OutPoint,
    pub(super) value: u64,
}

/// A block in the making.
pub(super) struct Plan<'a> {
    pub(super) block: Block,
    pub(super) height: u32,
    outs: &'a [Out],
    commits: Option<bool>,
    solved: bool,
    late: Vec<Box<dyn FnOnce(&mut Header)>>,
}

impl Plan<'_> {
    /// The coinbase output of block `n + 1`.
    pub(super) fn out(&self, n: usize) -> Out {
        self.outs[n]
    }

    /// Adds a transaction.
    pub(super) fn add(&mut self, tx: Transaction) -> Txid {
        let txid = tx.compute_txid();
        self.block.txdata.push(tx);
        txid
    }

    /// Adds a transaction that gives a coinbase to anyone: no fee, and unlike that of any other
    /// block.
    pub(super) fn spend(&mut self, n: usize) -> Transaction {
        let out = self.out(n);
        let note = [&[0x6a], self.block.txdata[0].input[0].script_sig.as_bytes()].concat();
        let tx = free_tx(&[out.at], vec![output(out.value, anyone()), output(0, script(&note))]);
        self.add(tx.clone());
        tx
    }

    /// Adds a transaction that makes so many outputs of a script out of coinbase `n`.
    pub(super) fn fund(&mut self, n: usize, script: &ScriptBuf, count: u32) -> Vec<Out> {
        let out = self.out(n);
        let value = out.value / u64::from(count);
        let outputs = (0..count).map(|_| output(value, script.clone())).collect();
        let txid = self.add(free_tx(&[out.at], outputs));
        (0..count).map(|vout| Out { at: OutPoint { txid, vout }, value }).collect()
    }

    /// Makes an output of a script, and adds a transaction that spends it so.
    pub(super) fn run(&mut self, lock: &ScriptBuf, unlock: ScriptBuf, witness: &[Vec<u8>]) {
        let mut tx = self.spend_of(self.next_out(), lock);
        tx.input[0].script_sig = unlock;
        tx.input[0].witness = Witness::from_slice(witness);
        self.add(tx);
    }

    /// Makes an output of a script out of coinbase `n`. Returns a transaction that gives it to
    /// anyone, without what unlocks it.
    pub(super) fn spend_of(&mut self, n: usize, lock: &ScriptBuf) -> Transaction {
        let out = self.fund(n, lock, 1)[0];
        free_tx(&[out.at], vec![output(out.value, anyone())])
    }

    /// A coinbase for every block of a row to spend.
    pub(super) fn next_out(&self) -> usize {
        usize::try_from(self.height - BASE_HEIGHT - 1).unwrap()
    }

    pub(super) fn coinbase(&mut self) -> &mut Transaction {
        &mut self.block.txdata[0]
    }

    /// The coinbase takes more than the subsidy.
    pub(super) fn claim(&mut self, extra: u64) {
        self.coinbase().output[0].value += BitcoinAmount::from_sat(extra);
    }

    /// Whether the coinbase commits to witnesses; it does if there are any, unless told otherwise.
    pub(super) fn commit(&mut self, commits: bool) {
        self.commits = Some(commits);
    }

    /// Commits to the witnesses as they are, instead of at the end.
    pub(super) fn commit_now(&mut self) {
        self.coinbase().output.truncate(1);
        let commits = output(0, commitment(&self.block, [0; 32]));
        self.coinbase().output.push(commits);
        self.coinbase().input[0].witness = Witness::from_slice(&[[0; 32]]);
        self.commits = Some(false);
    }

    /// Changes the header after the Merkle root was set and before the nonce is searched.
    pub(super) fn header(&mut self, edit: impl FnOnce(&mut Header) + 'static) {
        self.late.push(Box::new(edit));
    }

    /// Searches a nonce that does not do.
    pub(super) fn unsolved(&mut self) {
        self.solved = false;
    }

    fn finish(mut self) -> Block {
        let has_witness = |tx: &Transaction| tx.input.iter().any(|i| !i.witness.is_empty());
        if self.commits.unwrap_or_else(|| self.block.txdata.iter().any(has_witness)) {
            self.commit_now();
        }
        set_root(&mut self.block);
        for edit in self.late {
            edit(&mut self.block.header);
        }
        if self.solved { solve(self.block) } else { unsolve(self.block) }
    }
}

pub(super) fn set_root(block: &mut Block) {
    block.header.merkle_root = block.compute_merkle_root().unwrap_or_else(TxMerkleNode::all_zeros);
}

fn unsolve(mut block: Block) -> Block {
    while block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    block
}

/// The script by which a coinbase commits to the block's witnesses with this reserved value.
pub(super) fn commitment(block: &Block, reserved: [u8; 32]) -> ScriptBuf {
    let root = block.witness_root().unwrap();
    let hash = Block::compute_witness_commitment(&root, &reserved);
    script(&[&[0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed], &hash.as_byte_array()[..]].concat())
}

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
        let block = honest(self.chain.spec(), &above.header, height, name);
        let (outs, late) = (&self.outs[..], Vec::new());
        let mut plan = Plan { block, height, outs, commits: None, solved: true, late };
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
        assert_eq!(outcome, Err("bad-prevblk".to_owned()), "{name}");
        let (hash, height) = (self.hash(culprit), self.blocks[culprit].1);
        let told = ChainEvent::BlockInvalid { hash, height, reason: reason.to_owned() };
        assert!(events.contains(&told), "{name} did not uncover {culprit}: {events:?}");
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

/// A block that breaks no rule and pays the subsidy to anyone. Its name makes it unlike any other.
fn honest(spec: &ChainSpec, parent: &Header, height: u32, name: &str) -> Block {
    let note = PushBytesBuf::try_from(name.bytes().take(75).collect::<Vec<_>>()).unwrap();
    let mut pays =
        free_tx(&[OutPoint::null()], vec![output(spec.subsidy(height).to_base(), anyone())]);
    pays.input[0].script_sig =
        Builder::new().push_int(i64::from(height)).push_slice(note).into_script();
    let header = Header {
        version: BlockVersion::from_consensus(0x2000_0000),
        prev_blockhash: parent.block_hash(),
        merkle_root: TxMerkleNode::all_zeros(),
        time: parent.time + SPACING,
        bits: spec.pow_limit(),
        nonce: 0,
    };
    Block { header, txdata: vec![pays] }
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
