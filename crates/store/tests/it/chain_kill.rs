//! A process that takes blocks in, reorganisations among them, is killed 200 times at random moments:
//! the chain opens every time, with coins that fit its tip, and with every block that was acknowledged.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::path::Path;
use std::time::Duration;

use quarry_chain::{
    Activation, AddressPrefixes, Chain, ChainOptions, ChainSpec, Indexes, MemoryStore, Retarget,
    SpecDraft, Store, UtxoLedger,
};
use quarry_primitives::{
    Amount, BitcoinAmount, Block, BlockHash, CompactTarget, Hash, LockTime, Now, OutPoint,
    ScriptBuf, Sequence, Transaction, TransactionVersion, TxIn, TxOut, Witness, consensus,
};
use quarry_store::{ChainPaths, ChainStore};

use crate::child;

/// How often the process is killed.
const KILLS: u64 = 200;
/// Blocks of one life; when they are all in, an empty directory is next.
const BLOCKS: u32 = 240;
const GENESIS_TIME: u32 = 1_700_000_000;

fn now() -> Now {
    Now::from_ms((u64::from(GENESIS_TIME) + 3_600) * 1_000)
}

fn anyone() -> ScriptBuf {
    ScriptBuf::new_p2wsh(&ScriptBuf::from_bytes(vec![0x51]).wscript_hash())
}

fn spec() -> ChainSpec {
    ChainSpec::new(SpecDraft {
        name: "killed".to_owned(),
        magic: *b"kill",
        prefixes: AddressPrefixes::Regtest,
        pow_limit: CompactTarget::from_consensus(0x207f_ffff),
        block_spacing_secs: 1,
        coinbase_maturity: 1,
        subsidy: Amount::of(1_000_000),
        halving_interval: 150,
        confirmations: 1,
        max_block_weight: 4_000_000,
        genesis_time: GENESIS_TIME,
        spend_genesis: true,
        alloc: vec![(anyone(), Amount::of(50_000_000)); 8],
        activation: Activation::ALL,
        retarget: Retarget::Constant,
        signet_challenge: None,
    })
    .unwrap()
}

type MemoryChain = Chain<UtxoLedger, MemoryStore>;

fn memory() -> MemoryChain {
    Chain::open(spec(), UtxoLedger::new(), MemoryStore::default()).unwrap()
}

/// xorshift: the moments differ, and a failure can be repeated.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

/// Spends some coin that anyone may spend into two.
fn payment(chain: &MemoryChain, chance: &mut Chance) -> Option<Transaction> {
    let mut coins = Vec::new();
    chain.store().visit_coins(&mut |at, coin| coins.push((at, coin))).unwrap();
    let (at, coin) = coins.into_iter().nth(usize::try_from(chance.below(8)).unwrap())?;
    let half = coin.amount.to_base().checked_sub(2_000)? / 2;
    let output = TxOut { value: BitcoinAmount::from_sat(half), script_pubkey: anyone() };
    Some(Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![TxIn {
            previous_output: at,
            sequence: Sequence::MAX,
            witness: Witness::from_slice(&[[0x51]]),
            ..TxIn::default()
        }],
        output: vec![output.clone(), output],
    })
}

/// A block on top of a chain, taken in by it.
fn next(chain: &mut MemoryChain, extra: u32, chance: &mut Chance) -> Block {
    // Refused ones (a second spend of the same coin) leave nothing.
    if let Some(tx) = payment(chain, chance) {
        let _refused = chain.accept_tx(now(), tx);
    }
    let mut block = chain.template(now(), &anyone(), &extra.to_le_bytes()).unwrap().block;
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    chain.accept_block(now(), block.clone()).unwrap();
    block
}

/// Blocks in an order in which they can come: two branches that overtake one another again and
/// again, a third of the way each from scratch.
fn blocks() -> Vec<Block> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let (mut ours, mut theirs) = (memory(), memory());
    let mut all: Vec<Block> = Vec::new();
    let mut shared = 0;
    for n in 0..BLOCKS {
        let mine = chance.below(2) == 0;
        let chain = if mine { &mut ours } else { &mut theirs };
        all.push(next(chain, n, &mut chance));
        if n % (BLOCKS / 12) == 0 {
            // Both know everything: the better branch is common ground from here.
            for block in &all[shared..] {
                for chain in [&mut ours, &mut theirs] {
                    let _known = chain.accept_block(now(), block.clone());
                }
            }
            shared = all.len();
        }
    }
    all
}

/// Small memory, so that commits come at any moment; with and without indexes.
fn options(round: u64) -> ChainOptions {
    ChainOptions {
        coins_cache_bytes: if round.is_multiple_of(2) { 2_000 } else { 128 << 20 },
        indexes: if round.is_multiple_of(3) { Indexes::ALL } else { Indexes::default() },
        ..ChainOptions::default()
    }
}

fn open(dir: &Path, options: ChainOptions) -> Chain<UtxoLedger, ChainStore> {
    let store = ChainStore::open(&ChainPaths::in_dir(dir), *b"kill").unwrap();
    Chain::open_with(spec(), UtxoLedger::new(), store, options).unwrap()
}

/// What the child does: take in what is missing, one block after the other, and say each that is
/// acknowledged.
#[test]
fn child_takes_blocks_in() {
    let Some(dir) = child::path_for("chain") else { return };
    let blocks = std::fs::read(dir.join("blocks-to-come")).unwrap();
    let blocks: Vec<Block> = consensus::deserialize::<Vec<Vec<u8>>>(&blocks)
        .unwrap()
        .iter()
        .map(|bytes| consensus::deserialize(bytes).unwrap())
        .collect();
    let round = std::fs::read_to_string(dir.join("round")).unwrap().parse().unwrap();
    let mut chain = open(&dir, options(round));
    for (index, block) in blocks.into_iter().enumerate() {
        if chain.header(&block.block_hash()).is_some_and(|header| header.stored) {
            continue;
        }
        chain.accept_block(now(), block).unwrap();
        chain.acknowledge().unwrap();
        child::say(index);
    }
    child::say("done");
}

#[test]
fn a_killed_chain_opens_with_every_acknowledged_block() {
    let blocks = blocks();
    let bytes: Vec<Vec<u8>> = blocks.iter().map(consensus::serialize).collect();
    let bytes = consensus::serialize(&bytes);
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut place = tempfile::tempdir().unwrap();
    let (mut acknowledged, mut lives) = (0, 1);
    for kill in 0..KILLS {
        std::fs::write(place.path().join("blocks-to-come"), &bytes).unwrap();
        std::fs::write(place.path().join("round"), kill.to_string()).unwrap();
        let mut process =
            child::Child::start("chain_kill::child_takes_blocks_in", "chain", place.path());
        // So many words, then some moment within the next block.
        let words = chance.below(5);
        let mut done = false;
        for _ in 0..words {
            let word = process.next_word();
            done = word.as_deref() == Some("done");
            acknowledged =
                word.and_then(|w| w.parse::<usize>().ok()).map_or(acknowledged, |n| n + 1);
        }
        std::thread::sleep(Duration::from_micros(chance.below(4_000)));
        drop(process);
        check(place.path(), &blocks, acknowledged, kill);
        if done || acknowledged == blocks.len() {
            place = tempfile::tempdir().unwrap();
            (acknowledged, lives) = (0, lives + 1);
        }
    }
    assert!(lives > 1, "the process never came to the end of its blocks");
}

/// Opens what a kill left and looks at all of it.
fn check(dir: &Path, blocks: &[Block], acknowledged: usize, kill: u64) {
    let mut chain = open(dir, options(kill + 1));
    let stored =
        |block: &&Block| chain.header(&block.block_hash()).is_some_and(|header| header.stored);
    let there: Vec<&Block> = blocks.iter().filter(stored).collect();
    assert!(there.len() >= acknowledged, "kill {kill}: {} of {acknowledged}", there.len());
    // A chain that had the same blocks without being killed has a tip with as much work.
    let mut model = memory();
    for block in there {
        model.accept_block(now(), block.clone()).unwrap();
    }
    assert_eq!(chain.tip().work, model.tip().work, "kill {kill}");
    chain.verify(4, 0).unwrap();
    let tip = chain.tip().hash;
    let known: Vec<BlockHash> = blocks.iter().map(Block::block_hash).collect();
    assert!(tip == spec().chain_id() || known.contains(&tip), "kill {kill}");
    let mut sum = 0;
    let add = &mut |_: OutPoint, coin: quarry_chain::Coin| sum += coin.amount.to_base();
    chain.visit_coins(add).unwrap();
    assert_eq!(sum, chain.supply().to_base(), "kill {kill}");
    assert_ne!(tip, BlockHash::all_zeros());
}
