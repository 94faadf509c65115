//! The store on disk does what the store in memory does, keeps it, and keeps all of a commit or
//! none of it.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::path::Path;

use quarry_chain::{
    AddressPrefixes, Batch, Chain, ChainSpec, Coin, HeaderRecord, HistoryRow, MemoryStore,
    OpenError, SpecDraft, StateChange, Store, StoreError, TipRecord, TxPlace, UtxoLedger, Write,
};
use quarry_primitives::{
    Amount, Block, BlockHash, CompactTarget, Hash, Now, OutPoint, ScriptBuf, Txid,
};
use quarry_store::ChainStore;

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
    })
    .unwrap()
}

fn script(n: u8) -> ScriptBuf {
    ScriptBuf::from_bytes(vec![0x51, n])
}

fn open(path: &Path) -> Chain<UtxoLedger, ChainStore> {
    Chain::open(spec("a"), UtxoLedger::new(), ChainStore::open(path).unwrap()).unwrap()
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

    /// One write; what is forgotten or removed is what was written, if anything.
    fn write(&mut self, store: &MemoryStore) -> Write {
        let header = spec("a").genesis_block().header;
        let hash = self.hash();
        match self.byte(13) {
            0 => {
                let nonce = u32::from(self.byte(4));
                let header = quarry_primitives::Header { nonce, ..header };
                Write::Header(HeaderRecord { header, height: u32::from(self.byte(9)) })
            }
            1 => Write::Block { hash, bytes: self.bytes32(9).to_vec() },
            2 => Write::Undo { hash, bytes: self.bytes32(9).to_vec() },
            3 => Write::ForgetBlock(hash),
            4 => Write::ForgetUndo(hash),
            5 => Write::Active { height: u32::from(self.byte(4)), hash },
            6 => Write::ForgetActive { height: u32::from(self.byte(4)) },
            7 => Write::Tx {
                txid: Txid::from_byte_array(self.bytes32(4)),
                place: TxPlace { block: hash, index: u32::from(self.byte(9)) },
            },
            8 => Write::ForgetTx(Txid::from_byte_array(self.bytes32(4))),
            9 => Write::History(self.history_row()),
            10 => {
                let row = self.history_row();
                Write::ForgetHistory { script: row.script, height: row.height, index: row.index }
            }
            11 => Write::Tip(TipRecord { hash, height: 1, supply: Amount::of(7) }),
            _ => Write::State(self.change(store)),
        }
    }

    fn change(&mut self, store: &MemoryStore) -> StateChange {
        use quarry_chain::StateView;
        let outpoint = self.outpoint();
        match store.coin(&outpoint).unwrap() {
            Some(coin) => StateChange::CoinRemoved { outpoint, coin },
            None => StateChange::CoinAdded { outpoint, coin: self.coin() },
        }
    }
}

/// All that a store answers, for the keys that [`Chance`] makes.
fn answers(store: &impl Store) -> String {
    let mut out = format!("{:?}\n", store.tip().unwrap());
    let mut headers = store.headers().unwrap();
    headers.sort_by_key(|record| record.header.block_hash());
    out += &format!("{headers:?}\n");
    for n in 0..4 {
        let hash = BlockHash::from_byte_array([n; 32]);
        let txid = Txid::from_byte_array([n; 32]);
        out += &format!(
            "{:?} {:?} {:?} {:?} {:?}\n",
            store.block(&hash).unwrap(),
            store.undo(&hash).unwrap(),
            store.hash_at(u32::from(n)).unwrap(),
            store.tx_place(&txid).unwrap(),
            headers.first().map(|r| store.header(&r.header.block_hash()).unwrap()),
        );
        store.visit_script_coins(&script(n), &mut |at, c| out += &format!("{at} {c:?}\n")).unwrap();
        out += &format!("{:?}\n", store.history(&script(n), 5).unwrap());
    }
    store.visit_coins(&mut |at, c| out += &format!("{at} {c:?}\n")).unwrap();
    out
}

#[test]
fn disk_answers_as_memory_does() {
    let dir = tempfile::tempdir().unwrap();
    for seed in 0..4 {
        let mut chance = Chance(seed);
        let path = dir.path().join(format!("{seed}.redb"));
        let mut memory = MemoryStore::default();
        let mut disk = ChainStore::open(&path).unwrap();
        assert_eq!(answers(&disk), answers(&memory));
        for round in 0..25 {
            for _ in 0..chance.byte(20) {
                // One write a batch in memory, so that a change sees the one before it.
                let batch = Batch { writes: vec![chance.write(&memory)] };
                memory.commit(batch.clone()).unwrap();
                disk.commit(batch).unwrap();
            }
            assert_eq!(answers(&disk), answers(&memory), "seed {seed} round {round}");
        }
        drop(disk);
        let disk = ChainStore::open(&path).unwrap();
        assert_eq!(answers(&disk), answers(&memory), "seed {seed} reopened");
    }
}

// Two branches in turns, so that the chain moves to and fro, on both stores at once.
#[test]
fn a_chain_on_disk_is_the_chain_in_memory() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("chain.redb");
    let mut disk = open(&path);
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
    drop(disk);
    let disk = open(&path);
    assert_eq!((disk.tip(), disk.supply()), (memory.tip(), memory.supply()));
    assert_eq!(answers(disk.store()), answers(memory.store()));
}

// What a crash between commits leaves: the file is copied while the store is open and in use, and
// the copy opens at the last commit.
#[test]
fn a_file_taken_without_closing_opens_at_its_last_commit() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("chain.redb");
    let mut chain = open(&path);
    for n in 0..8 {
        let block = solved(&chain, n);
        chain.accept_block(now(), block).unwrap();
        let copy = dir.path().join(format!("copy{n}.redb"));
        std::fs::copy(&path, &copy).unwrap();
        let reopened = open(&copy);
        assert_eq!((reopened.tip(), reopened.supply()), (chain.tip(), chain.supply()));
        assert_eq!(answers(reopened.store()), answers(chain.store()));
    }
}

#[test]
fn another_chains_store_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("chain.redb");
    drop(open(&path));
    let store = ChainStore::open(&path).unwrap();
    let error = Chain::open(spec("b"), UtxoLedger::new(), store).unwrap_err();
    assert!(matches!(error, OpenError::OtherChain { .. }), "{error}");
}

#[test]
fn a_store_is_opened_once() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("chain.redb");
    let _first = ChainStore::open(&path).unwrap();
    assert!(matches!(ChainStore::open(&path), Err(StoreError::Backend(_))));
}
