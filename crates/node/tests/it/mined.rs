//! A node with a chain of its own, and its RPC server: blocks are made by its own methods.

use quarry_chain::ChainSpec;
use quarry_node::{Node, NodeDeps, OpenConfig};
use quarry_primitives::{
    BitcoinAmount, Block, LockTime, OutPoint, ScriptBuf, Sequence, Transaction, TransactionVersion,
    TxIn, TxOut, Witness, consensus,
};
use quarry_service::{Clock, EventHub};
use quarry_store::{ChainPaths, ChainStore};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::fixture::Fixture;

/// The time of regtest's genesis block.
pub(crate) const GENESIS_TIME: u64 = 1_296_688_602;
/// What a block of the first years brings.
pub(crate) const SUBSIDY: u64 = 5_000_000_000;

pub(crate) struct Mined {
    pub(crate) rpc: Fixture,
    pub(crate) node: Node,
    _dir: TempDir,
}

/// Pays to whoever knows a script that is always true.
pub(crate) fn anyone() -> ScriptBuf {
    ScriptBuf::from_bytes(vec![0x51]).to_p2wsh()
}

/// The descriptor of [`anyone`].
pub(crate) fn to_anyone() -> String {
    format!("raw({})", anyone().to_hex_string())
}

pub(crate) fn shape<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

pub(crate) fn decode(hex: &Value) -> Block {
    consensus::encode::deserialize_hex(hex.as_str().unwrap()).unwrap()
}

pub(crate) fn encode(block: &Block) -> String {
    consensus::encode::serialize_hex(block)
}

/// Finds a nonce.
pub(crate) fn solve(block: &mut Block) {
    block.header.merkle_root = block.compute_merkle_root().unwrap();
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
}

impl Mined {
    /// A node whose clock stands a day after the genesis block.
    pub(crate) async fn start(blocks: u32) -> Self {
        Self::start_on(ChainSpec::regtest(), blocks).await
    }

    pub(crate) async fn start_on(spec: ChainSpec, blocks: u32) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = ChainStore::open(&ChainPaths::in_dir(dir.path()), spec.magic()).unwrap();
        let (clock, events) = (Clock::system(), EventHub::new(1));
        clock.set_mock_secs(Some(GENESIS_TIME + 24 * 60 * 60));
        let deps = NodeDeps { spec, store, engine: None, clock, events };
        let node = quarry_node::open(OpenConfig::default(), deps).unwrap();
        let rpc = Fixture::of_node(&node, &dir.path().join("mempool.dat")).await;
        let mined = Self { rpc, node, _dir: dir };
        mined.generate(blocks).await;
        mined
    }

    pub(crate) async fn call(&self, method: &str, params: Value) -> Value {
        self.rpc.call(method, params).await.unwrap()
    }

    pub(crate) async fn fails(&self, method: &str, params: Value) -> (i64, String) {
        self.rpc.fails(method, params).await
    }

    /// The hashes of so many new blocks.
    pub(crate) async fn generate(&self, blocks: u32) -> Vec<String> {
        let done = self.call("generatetodescriptor", json!([blocks, to_anyone()])).await;
        shape(&done)
    }

    /// A block's hash.
    pub(crate) async fn hash(&self, height: u32) -> String {
        shape(&self.call("getblockhash", json!([height])).await)
    }

    /// A transaction that spends a block's coinbase and leaves a fee.
    pub(crate) async fn spend(&self, height: u32, fee: u64) -> Transaction {
        let block = self.call("getblock", json!([self.hash(height).await])).await;
        let txid = block["tx"][0].as_str().unwrap().parse().unwrap();
        spend(OutPoint { txid, vout: 0 }, SUBSIDY - fee)
    }

    pub(crate) async fn template(&self) -> Value {
        self.call("getblocktemplate", json!([{"rules": ["segwit"]}])).await
    }

    pub(crate) async fn accept(&self, tx: &Transaction) {
        self.node.submit_transaction(tx.clone()).await.unwrap();
    }

    /// A block on the tip that is right in all but its nonce.
    pub(crate) async fn unsolved(&self) -> Block {
        let (node, now) = (self.node.clone(), self.node.clock().now());
        let made = tokio::task::spawn_blocking(move || {
            node.read(|chain| chain.template(now, &anyone(), b"by hand"))
        });
        made.await.unwrap().unwrap().block
    }
}

/// Spends a coin of [`anyone`].
pub(crate) fn spend(from: OutPoint, value: u64) -> Transaction {
    let input = TxIn {
        previous_output: from,
        script_sig: ScriptBuf::new(),
        sequence: Sequence(0xffff_fffd),
        witness: Witness::from_slice(&[[0x51]]),
    };
    let output = TxOut { value: BitcoinAmount::from_sat(value), script_pubkey: anyone() };
    Transaction {
        version: TransactionVersion(2),
        lock_time: LockTime::ZERO,
        input: vec![input],
        output: vec![output],
    }
}
