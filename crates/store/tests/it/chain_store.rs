//! The store on disk does what the store in memory does, keeps it, and keeps all of a commit or
//! none of it.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::path::Path;

use quarry_chain::{
    Activation, AddressPrefixes, Batch, Chain, ChainOptions, ChainSpec, Coin, Durability,
    HeaderRecord, HistoryRow, Indexes, MemoryStore, OpenError, Retarget, SpecDraft, StateView,
    Store, StoreError, TipRecord, TxPlace, UtxoLedger, Validity, Write,
};
use quarry_primitives::{
    Amount, Block, BlockHash, CompactTarget, Hash, Now, OutPoint, ScriptBuf, Txid,
};
use quarry_store::{ChainPaths, ChainStore};

const GENESIS_TIME: u32 = 1_700_000_000;

fn now() -> Now {
    Now::from_ms((u64::from(GENESIS_TIME) + 3_600) * 1_000)
}

fn spec(name: &str) -> ChainSpec {
    ChainSpec::new(SpecDraft {
        name: name.to_owned(),
        magic: *b"test",
        prefixes: AddressPrefixes::Regtest,
        pow_limit: CompactTarget::from_consensus(0x207f_ffff),
        block_spacing_secs: 1,
        coinbase_maturity: 1,
        subsidy: Amount::of(1_000),
        halving_interval: 150,
        confirmations: 1,
        max_block_weight: 4_000_000,
        genesis_time: GENESIS_TIME,
        spend_genesis: true,
        alloc: vec![(script(0), Amount::of(5_000))],
        activation: Activation::ALL,
        retarget: Retarget::Constant,
        signet_challenge: None,
    })
    .unwrap()
}

fn script(n: u8) -> ScriptBuf {
    ScriptBuf::from_bytes(vec![0x51, n])
}

fn store(dir: &Path) -> Result<ChainStore, StoreError> {
    ChainStore::open(&ChainPaths::in_dir(dir), *b"test")
}

fn open(dir: &Path) -> Chain<UtxoLedger, ChainStore> {
    Chain::open(spec("a"), UtxoLedger::new(), store(dir).unwrap()).unwrap()
}

fn solved<S: Store>(chain: &Chain<UtxoLedger, S>, extra: u8) -> Block {
    let mut block = chain.template(now(), &script(extra), &[extra]).unwrap().block;
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    block
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn byte(&mut self, below: u8) -> u8 {
        u8::try_from(self.next() % u64::from(below)).unwrap()
    }

    fn bytes32(&mut self, below: u8) -> [u8; 32] {
        [self.byte(below); 32]
    }

    fn script(&mut self) -> ScriptBuf {
        script(self.byte(3))
    }

    fn outpoint(&mut self) -> OutPoint {
        let txid = Txid::from_byte_array(self.bytes32(4));
        OutPoint { txid, vout: u32::from(self.byte(2)) * 256 + u32::from(self.byte(3)) }
    }

    fn coin(&mut self) -> Coin {
        let amount = Amount::of(u64::from(self.byte(200)));
        let height = u32::from(self.byte(3)) * 255;
        Coin { amount, script: self.script(), height, coinbase: self.byte(2) == 1 }
    }

    fn hash(&mut self) -> BlockHash {
        BlockHash::from_byte_array(self.bytes32(4))
    }

    fn history_row(&mut self) -> HistoryRow {
        HistoryRow {
            script: self.script(),
            height: u32::from(self.byte(3)) * 255,
            index: u32::from(self.byte(3)) * 255,
            txid: Txid::from_byte_array(self.bytes32(4)),
            received: Amount::of(u64::from(self.byte(9))),
            sent: Amount::ZERO,
        }
    }

    fn record(&mut self) -> HeaderRecord {
        let header = spec("a").genesis_block().header;
        let header = quarry_primitives::Header { nonce: u32::from(self.byte(4)), ..header };
        let validity = [Validity::Header, Validity::Block, Validity::Connected];
        HeaderRecord {
            validity: validity[usize::from(self.byte(3))],
            failed: self.byte(2) == 1,
            tx_count: u32::from(self.byte(9)),
            ..HeaderRecord::bare(header, u32::from(self.byte(9)))
        }
    }

    /// One write; what is forgotten or removed is what was written, if anything.
    fn write(&mut self, store: &MemoryStore) -> Write {
        let hash = self.hash();
        match self.byte(11) {
            0 | 1 => Write::Header(self.record()),
            2 => Write::Tx {
                txid: Txid::from_byte_array(self.bytes32(4)),
                place: TxPlace { block: hash, index: u32::from(self.byte(9)) },
            },
            3 => Write::ForgetTx(Txid::from_byte_array(self.bytes32(4))),
            4 => Write::History(self.history_row()),
            5 => {
                let row = self.history_row();
                Write::ForgetHistory { script: row.script, height: row.height, index: row.index }
            }
            6 => Write::Tip(TipRecord { hash, height: 1, supply: Amount::of(7) }),
            7 if self.byte(4) == 0 => {
                let (txs, scripts) = (self.byte(2) == 1, self.byte(2) == 1);
                Write::Indexes(Indexes { txs, scripts })
            }
            8 => Write::ScriptCoin { outpoint: self.outpoint(), coin: self.coin() },
            9 => Write::ForgetScriptCoin { outpoint: self.outpoint(), coin: self.coin() },
            _ => self.change(store),
        }
    }

    fn change(&mut self, store: &MemoryStore) -> Write {
        let outpoint = self.outpoint();
        match store.coin(&outpoint).unwrap() {
            Some(_) => Write::ForgetCoin(outpoint),
            None => Write::Coin { outpoint, coin: self.coin() },
        }
    }
}

/// All that a store answers, for the keys that [`Chance`] makes.
fn answers(store: &impl Store) -> String {
    let mut out = format!("{:?} {:?}\n", store.tip().unwrap(), store.indexes().unwrap());
    let mut headers = store.headers().unwrap();
    headers.sort_by_key(|record| record.header.block_hash());
    for record in headers {
        // Where bytes are is each store's own matter; that they are the same is not.
        let block = record.block.map(|place| store.block(place).unwrap());
        let undo = record.undo.map(|place| store.undo(place).unwrap());
        let record = HeaderRecord { block: None, undo: None, ..record };
        out += &format!("{record:?} {block:?} {undo:?}\n");
    }
    for n in 0..4 {
        let txid = Txid::from_byte_array([n; 32]);
        out += &format!("{:?}\n", store.tx_place(&txid).unwrap());
        store.visit_script_coins(&script(n), &mut |at, c| out += &format!("{at} {c:?}\n")).unwrap();
        out += &format!("{:?}\n", store.history(&script(n), 5).unwrap());
    }
    store.visit_coins(&mut |at, c| out += &format!("{at} {c:?}\n")).unwrap();
    out
}

#[test]
fn disk_answers_as_memory_does() {
    for seed in 0..4 {
        let dir = tempfile::tempdir().unwrap();
        let mut chance = Chance(seed);
        let mut memory = MemoryStore::default();
        let mut disk = store(dir.path()).unwrap();
        assert_eq!(answers(&disk), answers(&memory));
        for round in 0..25 {
            for _ in 0..chance.byte(20) {
                // One write a batch in memory, so that a change sees the one before it.
                let batch = Batch { writes: vec![chance.write(&memory)] };
                memory.commit(batch.clone(), Durability::Visible).unwrap();
                disk.commit(batch, Durability::Visible).unwrap();
            }
            assert_eq!(answers(&disk), answers(&memory), "seed {seed} round {round}");
        }
        disk.commit(Batch::default(), Durability::Durable).unwrap();
        drop(disk);
        let disk = store(dir.path()).unwrap();
        assert_eq!(answers(&disk), answers(&memory), "seed {seed} reopened");
    }
}

// Two branches in turns, so that the chain moves to and fro, on both stores at once.
#[test]
fn a_chain_on_disk_is_the_chain_in_memory() {
    let dir = tempfile::tempdir().unwrap();
    let mut disk = open(dir.path());
    let mut memory = Chain::open(spec("a"), UtxoLedger::new(), MemoryStore::default()).unwrap();
    let mut rival = Chain::open(spec("a"), UtxoLedger::new(), MemoryStore::default()).unwrap();
    let mut chance = Chance(7);
    for _ in 0..30 {
        let block = if chance.byte(2) == 0 {
            let block = solved(&rival, 1);
            rival.accept_block(now(), block.clone()).unwrap();
            block
        } else {
            solved(&memory, 2)
        };
        let events = memory.accept_block(now(), block.clone()).map_err(|e| e.reject_reason());
        let on_disk = disk.accept_block(now(), block).map_err(|e| e.reject_reason());
        assert_eq!(on_disk, events);
        assert_eq!((disk.tip(), disk.supply()), (memory.tip(), memory.supply()));
        assert_eq!(disk.script_view(&script(2)).unwrap(), memory.script_view(&script(2)).unwrap());
    }
    drop(disk.into_store().unwrap());
    let disk = open(dir.path());
    assert_eq!((disk.tip(), disk.supply()), (memory.tip(), memory.supply()));
    assert_eq!(answers(disk.store()), answers(memory.store()));
}

fn copy_store(from: &Path, to: &Path) {
    let (from, to) = (ChainPaths::in_dir(from), ChainPaths::in_dir(to));
    std::fs::create_dir_all(&to.blocks).unwrap();
    std::fs::copy(from.db, to.db).unwrap();
    for entry in std::fs::read_dir(from.blocks).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.blocks.join(entry.file_name())).unwrap();
    }
}

// What a crash leaves: the files are copied while the store is open and in use, and the copy opens
// with every block that was acknowledged, whether a commit knows of it or not.
#[test]
fn files_taken_without_closing_open_with_every_block() {
    for indexes in [Indexes::ALL, Indexes::default()] {
        let dir = tempfile::tempdir().unwrap();
        let source = dir.path().join("source");
        std::fs::create_dir(&source).unwrap();
        let options = ChainOptions { indexes, ..ChainOptions::default() };
        let open = |dir: &Path| {
            let store = store(dir).unwrap();
            Chain::open_with(spec("a"), UtxoLedger::new(), store, options.clone()).unwrap()
        };
        let mut chain = open(&source);
        for n in 0..8 {
            let block = solved(&chain, n);
            chain.accept_block(now(), block).unwrap();
            chain.acknowledge().unwrap();
            if n == 4 {
                chain.flush().unwrap();
            }
            let copy = dir.path().join(format!("copy{n}"));
            copy_store(&source, &copy);
            let mut reopened = open(&copy);
            assert_eq!((reopened.tip(), reopened.supply()), (chain.tip(), chain.supply()));
            reopened.verify(4, 0).unwrap();
            reopened.flush().unwrap();
            // Again, from what the first start after the crash left.
            drop(reopened);
            assert_eq!(open(&copy).tip(), chain.tip());
        }
    }
}

// The last block was written in part: it is as if it had never come.
#[test]
fn a_torn_block_is_cut_off() {
    let dir = tempfile::tempdir().unwrap();
    let (source, copy) = (dir.path().join("source"), dir.path().join("copy"));
    std::fs::create_dir(&source).unwrap();
    let mut chain = open(&source);
    let first = solved(&chain, 1);
    chain.accept_block(now(), first.clone()).unwrap();
    let second = solved(&chain, 2);
    chain.accept_block(now(), second.clone()).unwrap();
    copy_store(&source, &copy);
    let path = ChainPaths::in_dir(&copy).blocks.join("blk00000.dat");
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(file.metadata().unwrap().len() - 1).unwrap();
    let mut chain = open(&copy);
    assert_eq!(chain.tip().hash, first.block_hash());
    chain.accept_block(now(), second.clone()).unwrap();
    chain.flush().unwrap();
    drop(chain);
    assert_eq!(open(&copy).tip().hash, second.block_hash());
}

#[test]
fn another_chains_store_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(dir.path()));
    let error = Chain::open(spec("b"), UtxoLedger::new(), store(dir.path()).unwrap()).unwrap_err();
    assert!(matches!(error, OpenError::OtherChain { .. }), "{error}");
}

#[test]
fn a_store_is_opened_once() {
    let dir = tempfile::tempdir().unwrap();
    let _first = store(dir.path()).unwrap();
    assert!(matches!(store(dir.path()), Err(StoreError::Backend(_))));
}
