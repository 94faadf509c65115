//! Three nodes in a line, with real sockets between them: blocks and transactions get from one end to
//! the other, and what is wrong stays where it came from.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use quarry_net::{Config, Permissions};
use quarry_node::Node;
use quarry_node::p2p::{Bind, P2pConfig};
use quarry_primitives::secp256k1::{Message, Secp256k1, SecretKey};
use quarry_primitives::sighash::SighashCache;
use quarry_primitives::{
    BitcoinAmount, BlockHash, CompressedPublicKey, EcdsaSighashType, OutPoint, ScriptBuf,
    Transaction, Txid, Witness, ecdsa,
};
use quarry_service::{EventHub, Handle, Scope};

use crate::chain_node::{ChainNode, spend, work};
use crate::p2p_support::until;

/// Spends of a coinbase are allowed from here on.
const MATURE: u32 = 101;

struct Running {
    node: ChainNode,
    address: SocketAddr,
    handle: Handle,
}

impl Running {
    fn start(connect: Option<SocketAddr>) -> Self {
        let node = ChainNode::new();
        let mut net = Config::new(600, "/three:1/".to_owned());
        net.announce_at_once = true;
        net.opens_connections = false;
        let mut config = P2pConfig::new(node.spec().magic(), 1, net);
        let address = "127.0.0.1:0".parse().unwrap();
        let permissions = Permissions::default();
        config.listen = vec![Bind { address, permissions, optional: false }];
        config.connect = connect.iter().map(ToString::to_string).collect();
        let scope = Scope::new();
        let host: Arc<Node> = Arc::new(node.clone());
        let (clock, p2p) = (node.clock().clone(), node.p2p().clone());
        let listening = quarry_node::p2p::start(config, host, clock, &p2p, &scope).unwrap();
        let handle = Handle::new("network", EventHub::new(1), scope);
        Self { node, address: listening[0], handle }
    }

    fn tip(&self) -> BlockHash {
        self.node.read(|chain| chain.tip().hash)
    }

    fn has_waiting(&self, txid: &Txid) -> bool {
        self.node.read(|chain| chain.pool().get(txid).is_some())
    }

    async fn has_peers(&self, count: usize) {
        let ready = async || {
            let peers = self.node.p2p().peers().await.unwrap();
            let ready = peers.iter().filter(|peer| peer.info.ready).count();
            (ready == count).then_some(())
        };
        until("peers", ready).await;
    }
}

/// The nodes, each connected to the one before it.
struct Line([Running; 3]);

impl Line {
    /// With a chain on all of them whose first coinbase may be spent.
    async fn start() -> Self {
        let first = Running::start(None);
        let second = Running::start(Some(first.address));
        let third = Running::start(Some(second.address));
        let line = Self([first, second, third]);
        for (node, peers) in line.0.iter().zip([1, 2, 1]) {
            node.has_peers(peers).await;
        }
        line.0[0].node.mine(MATURE);
        line.all_at(line.0[0].tip()).await;
        line
    }

    async fn all_at(&self, tip: BlockHash) {
        for node in &self.0 {
            until("the tip", async || (node.tip() == tip).then_some(())).await;
        }
    }

    async fn all_have(&self, txid: Txid) {
        for node in &self.0 {
            until("the transaction", async || node.has_waiting(&txid).then_some(())).await;
        }
    }

    async fn stop(self) {
        for node in self.0 {
            node.handle.shutdown(Duration::from_secs(10)).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_gets_to_all_with_its_transactions_and_its_coinbase() {
    let line = Line::start().await;
    let [first, _, third] = &line.0;
    let tx = third.node.spend_coinbase(1, 1000);
    third.node.accept_tx(tx.clone()).unwrap();
    line.all_have(tx.compute_txid()).await;
    let tip = first.node.mine(1)[0];
    line.all_at(tip).await;
    let block = first.node.block_at(MATURE + 1);
    assert!(block.txdata[0].is_coinbase());
    assert_eq!(block.txdata[1..], *std::slice::from_ref(&tx));
    // Subsidy and fee.
    assert_eq!(block.txdata[0].output[0].value, BitcoinAmount::from_sat(5_000_001_000));
    for node in &line.0 {
        assert_eq!(node.node.block_at(MATURE + 1), block);
        assert!(!node.has_waiting(&tx.compute_txid()), "mined, so it waits no longer");
        let found = node.node.read(|chain| chain.transaction(&tx.compute_txid())).unwrap();
        assert_eq!(found.unwrap().block, Some((tip, MATURE + 1)));
    }
    line.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ends_agree_on_the_branch_with_most_work() {
    let line = Line::start().await;
    let [first, _, third] = &line.0;
    // The ends cannot hear each other, and each goes on by itself.
    for node in &line.0 {
        node.node.p2p().set_network_active(false).await.unwrap();
        node.has_peers(0).await;
    }
    third.node.mine(1);
    let longer = first.node.mine(2)[1];
    assert_ne!(first.tip(), third.tip());
    for node in &line.0 {
        node.node.p2p().set_network_active(true).await.unwrap();
    }
    let [_, second, _] = &line.0;
    second.node.p2p().try_node(first.address.to_string()).await.unwrap();
    third.node.p2p().try_node(second.address.to_string()).await.unwrap();
    line.all_at(longer).await;
    line.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_block_is_refused_and_not_passed_on() {
    let line = Line::start().await;
    let [first, ..] = &line.0;
    let tip = first.tip();
    let no_work = work(first.node.template(), false);
    let mut no_root = first.node.template();
    no_root.header.merkle_root = quarry_primitives::Hash::all_zeros();
    let mut greedy = first.node.template();
    greedy.txdata[0].output[0].value += BitcoinAmount::from_sat(1);
    greedy.header.merkle_root = greedy.compute_merkle_root().unwrap();
    let mut twice = first.node.template();
    let tx = first.node.spend_coinbase(1, 1000);
    twice.txdata.extend([tx.clone(), Transaction { lock_time: lock_time(), ..tx }]);
    // Without witnesses there is no commitment to them, and scripts are looked at last.
    twice.txdata[0].output.truncate(1);
    for tx in &mut twice.txdata {
        tx.input[0].witness = Witness::new();
    }
    twice.header.merkle_root = twice.compute_merkle_root().unwrap();
    let cases = [
        (no_work, "high-hash"),
        (work(no_root, true), "bad-txnmrklroot"),
        (work(greedy, true), "bad-cb-amount"),
        (work(twice, true), "bad-txns-inputs-missingorspent"),
    ];
    for (block, reason) in cases {
        let error = first.node.submit(block).unwrap_err();
        assert_eq!(error.reject_reason(), reason);
    }
    // A good one after them does get through, so they would have been there by now.
    let good = first.node.mine(1)[0];
    line.all_at(good).await;
    for node in &line.0 {
        assert_eq!(node.node.block_at(MATURE).block_hash(), tip);
    }
    line.stop().await;
}

fn lock_time() -> quarry_primitives::LockTime {
    quarry_primitives::LockTime::from_consensus(1)
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_transactions_are_refused_in_words() {
    let line = Line::start().await;
    let [first, ..] = &line.0;
    let (from, value) = first.node.coinbase(1);
    let nowhere = spend(OutPoint { vout: 7, ..from }, value, 1000);
    let mut rich = spend(from, value, 0);
    rich.output[0].value = value + BitcoinAmount::ONE_BTC;
    let young = first.node.spend_coinbase(MATURE, 1000);
    let cases = [
        (nowhere, "bad-txns-inputs-missingorspent"),
        (rich, "bad-txns-in-belowout"),
        (young, "bad-txns-premature-spend-of-coinbase"),
    ];
    for (tx, reason) in cases {
        let error = first.node.submit_transaction(tx).await.unwrap_err();
        assert_eq!(error.reject_reason(), reason);
    }
    line.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_signature_is_refused_and_the_right_one_passed_on() {
    let line = Line::start().await;
    let [first, ..] = &line.0;
    let secp = Secp256k1::new();
    let secret = SecretKey::from_slice(&[7; 32]).unwrap();
    let key = CompressedPublicKey(secret.public_key(&secp));
    let lock = ScriptBuf::new_p2wpkh(&key.wpubkey_hash());
    let mut pay = first.node.spend_coinbase(1, 1000);
    pay.output[0].script_pubkey = lock.clone();
    first.node.accept_tx(pay.clone()).unwrap();
    line.all_have(pay.compute_txid()).await;

    let value = pay.output[0].value;
    let signed = |over: u64| {
        let mut tx = spend(OutPoint::new(pay.compute_txid(), 0), value, 1000);
        let mut cache = SighashCache::new(&tx);
        let all = EcdsaSighashType::All;
        let over = value - BitcoinAmount::from_sat(over);
        let digest = cache.p2wpkh_signature_hash(0, &lock, over, all).unwrap();
        let signature = secp.sign_ecdsa(&Message::from(digest), &secret);
        let signature = ecdsa::Signature { signature, sighash_type: all };
        tx.input[0].witness = Witness::p2wpkh(&signature, &key.0);
        tx
    };
    // A signature of the right key, over another amount.
    let error = first.node.submit_transaction(signed(1)).await.unwrap_err();
    let words = "mempool-script-verify-flag-failed (Signature must be zero for failed \
                 CHECK(MULTI)SIG operation)";
    assert_eq!(error.reject_reason(), words);
    let good = first.node.submit_transaction(signed(0)).await.unwrap();
    line.all_have(good).await;
    line.stop().await;
}
