//! A whole node on a chain of its own, with coins that anybody may spend, and its RPC server.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use quarry_chain::{Arrival, BlockOutcome, ChainSpec};
use quarry_node::{Node, NodeDeps, OpenConfig, p2p};
use quarry_primitives::{
    BitcoinAmount, Block, LockTime, OutPoint, Script, ScriptBuf, Sequence, Transaction,
    TransactionVersion, TxIn, TxOut, Witness, consensus,
};
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_store::{ChainPaths, ChainStore};
use serde_json::Value;
use tempfile::TempDir;

use crate::fixture::Fixture;
use crate::p2p_support::config;

/// What a block of the first years brings.
pub(crate) const SUBSIDY: u64 = 5_000_000_000;

pub(crate) struct Live {
    pub(crate) rpc: Fixture,
    pub(crate) node: Node,
    pub(crate) address: SocketAddr,
    pub(crate) dir: TempDir,
    handle: Handle,
    coins: Mutex<VecDeque<OutPoint>>,
}

/// Pays to whoever knows a script that is always true.
pub(crate) fn anyone() -> ScriptBuf {
    ScriptBuf::from_bytes(vec![0x51]).to_p2wsh()
}

/// Spends coins of [`anyone`].
pub(crate) fn spend(from: &[OutPoint], to: &[u64]) -> Transaction {
    let input = |previous_output: &OutPoint| TxIn {
        previous_output: *previous_output,
        script_sig: ScriptBuf::new(),
        sequence: Sequence(0xffff_fffd),
        witness: Witness::from_slice(&[[0x51]]),
    };
    let output =
        |value: &u64| TxOut { value: BitcoinAmount::from_sat(*value), script_pubkey: anyone() };
    Transaction {
        version: TransactionVersion(2),
        lock_time: LockTime::ZERO,
        input: from.iter().map(input).collect(),
        output: to.iter().map(output).collect(),
    }
}

pub(crate) fn out(tx: &Transaction, vout: u32) -> OutPoint {
    OutPoint { txid: tx.compute_txid(), vout }
}

pub(crate) fn hex(tx: &Transaction) -> String {
    consensus::encode::serialize_hex(tx)
}

impl Live {
    /// A node with so many blocks.
    pub(crate) async fn start(blocks: u32, txindex: bool) -> Self {
        Self::start_with(blocks, |open| open.chain.indexes.txs = txindex).await
    }

    /// The same with other settings.
    pub(crate) async fn start_with(blocks: u32, set: impl FnOnce(&mut OpenConfig)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let spec = ChainSpec::regtest();
        let store = ChainStore::open(&ChainPaths::in_dir(dir.path()), spec.magic()).unwrap();
        let events = EventHub::new(1);
        let mut open = OpenConfig::default();
        set(&mut open);
        let clock = Clock::system();
        let deps = NodeDeps { spec, store, engine: None, clock: clock.clone(), events };
        let node = quarry_node::open(open, deps).unwrap();
        node.mempool_loaded();
        let scope = Scope::new();
        let host = Arc::new(node.clone());
        let address = p2p::start(config(), host, clock, node.p2p(), &scope).unwrap()[0];
        let rpc = Fixture::of_node(&node, &dir.path().join("mempool.dat")).await;
        let handle = Handle::new("node", EventHub::new(1), scope);
        let coins = Mutex::default();
        let live = Self { rpc, node, address, dir, handle, coins };
        live.mine(blocks);
        live
    }

    pub(crate) fn mine(&self, count: u32) -> Vec<Block> {
        (0..count).map(|_| self.mine_one(&anyone())).collect()
    }

    fn mine_one(&self, to: &Script) -> Block {
        let now = self.node.clock().now();
        let mut block = self.node.read(|chain| chain.template(now, to, b"live")).unwrap().block;
        while !block.header.target().is_met_by(block.block_hash()) {
            block.header.nonce += 1;
        }
        let outcome = self.node.process_block(block.clone(), Arrival::OWN).unwrap();
        assert_eq!(outcome, BlockOutcome::Connected);
        self.coins.lock().unwrap().push_back(out(&block.txdata[0], 0));
        block
    }

    /// The oldest block's coin that was not taken yet.
    pub(crate) fn coin(&self) -> OutPoint {
        self.coins.lock().unwrap().pop_front().unwrap()
    }

    /// The result of a method that has to succeed.
    pub(crate) async fn ask(&self, method: &str, params: Value) -> Value {
        match self.rpc.call(method, params).await {
            Ok(value) => value,
            Err(error) => panic!("{method}: {error:?}"),
        }
    }

    pub(crate) async fn fails(&self, method: &str, params: Value) -> (i64, String) {
        self.rpc.fails(method, params).await
    }

    pub(crate) async fn stop(self) {
        self.rpc.shutdown().await;
        self.handle.shutdown(Duration::from_secs(10)).await.unwrap();
    }
}
