//! A node with a chain on disk, as bitcoind opens it, whose blocks a test makes itself.

use std::ops::Deref;

use quarry_chain::{Arrival, BlockError, BlockOutcome, ChainSpec};
use quarry_node::{Node, NodeConfig, NodeDeps, OpenConfig};
use quarry_primitives::{
    BitcoinAmount, Block, BlockHash, LockTime, OutPoint, Script, ScriptBuf, Sequence, Transaction,
    TransactionVersion, TxIn, TxOut, Witness,
};
use quarry_service::{Clock, EventHub, Handle};
use quarry_store::{ChainPaths, ChainStore};
use tempfile::TempDir;

/// What anybody may spend: the script behind [`anyone`].
const OP_TRUE: u8 = 0x51;

/// A node and the directory that it lives in.
pub(crate) struct ChainNode {
    node: Node,
    _dir: TempDir,
}

impl Deref for ChainNode {
    type Target = Node;

    fn deref(&self) -> &Node {
        &self.node
    }
}

/// An output that anybody may spend and every node relays.
pub(crate) fn anyone() -> ScriptBuf {
    ScriptBuf::new_p2wsh(&Script::from_bytes(&[OP_TRUE]).wscript_hash())
}

/// Spends an output of [`anyone`] to another, for a fee.
pub(crate) fn spend(from: OutPoint, value: BitcoinAmount, fee_sat: u64) -> Transaction {
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![TxIn {
            previous_output: from,
            script_sig: ScriptBuf::new(),
            sequence: Sequence::MAX,
            witness: Witness::from_slice(&[[OP_TRUE]]),
        }],
        output: vec![TxOut {
            value: value - BitcoinAmount::from_sat(fee_sat),
            script_pubkey: anyone(),
        }],
    }
}

/// Searches a nonce, or one that does not do.
pub(crate) fn work(mut block: Block, good: bool) -> Block {
    while block.header.validate_pow(block.header.target()).is_ok() != good {
        block.header.nonce += 1;
    }
    block
}

fn deps(dir: &TempDir) -> NodeDeps {
    let spec = ChainSpec::regtest();
    let store = ChainStore::open(&ChainPaths::in_dir(dir.path()), spec.magic()).unwrap();
    NodeDeps { spec, store, engine: None, clock: Clock::system(), events: EventHub::new(64) }
}

impl ChainNode {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let node = quarry_node::open(OpenConfig::default(), deps(&dir)).unwrap();
        node.mempool_loaded();
        Self { node, _dir: dir }
    }

    /// One whose own REST API listens.
    pub(crate) async fn serving() -> (Handle, Self) {
        let dir = tempfile::tempdir().unwrap();
        let listen = "127.0.0.1:0".parse().unwrap();
        let config = NodeConfig { listen, allow_public: false };
        let (handle, node) = quarry_node::start(config, deps(&dir)).await.unwrap();
        (handle, Self { node, _dir: dir })
    }

    /// The next block, without its work.
    pub(crate) fn template(&self) -> Block {
        let now = self.clock().now();
        self.read(|chain| chain.template(now, &anyone(), b"test")).unwrap().block
    }

    pub(crate) fn submit(&self, block: Block) -> Result<BlockOutcome, BlockError> {
        self.process_block(block, Arrival::OWN)
    }

    pub(crate) fn mine(&self, blocks: u32) -> Vec<BlockHash> {
        let one = |_| {
            let block = work(self.template(), true);
            let hash = block.block_hash();
            self.submit(block).unwrap();
            hash
        };
        (0..blocks).map(one).collect()
    }

    pub(crate) fn block_at(&self, height: u32) -> Block {
        self.read(|chain| chain.block(&chain.block_hash_at(height).unwrap())).unwrap().unwrap()
    }

    /// The coinbase output of a block of the active chain.
    pub(crate) fn coinbase(&self, height: u32) -> (OutPoint, BitcoinAmount) {
        let coinbase = self.block_at(height).txdata.swap_remove(0);
        (OutPoint::new(coinbase.compute_txid(), 0), coinbase.output[0].value)
    }

    /// Spends the coinbase of a block.
    pub(crate) fn spend_coinbase(&self, height: u32, fee_sat: u64) -> Transaction {
        let (from, value) = self.coinbase(height);
        spend(from, value, fee_sat)
    }
}
