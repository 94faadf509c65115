//! Our node and bcoin on one regtest chain: each takes the other's blocks, transactions and forks,
//! and a miner of Bitcoin's mines on both.
//!
//! bcoin begins segregated witness at block 432 (by signals in its own blocks), so ours is told the
//! same height, or a later one where the blocks are ours and carry no signals.

use std::path::Path;
use std::time::{Duration, Instant};

use quarry_api::miner::MinerStatus;
use quarry_primitives::{Amount, Block, NetworkKind, OutPoint, Transaction, Txid, consensus};
use quarry_testkit::{Bcoin, BcoinOptions, Bitcoind, RpcClient, gbt_miner};
use quarry_wallet::AccountSecret;
use quarry_wallet::payment::{Coin, PaymentRequest, build, sign};
use serde_json::{Value, json};

use crate::harness::run;

/// How long blocks and transactions may take to the other node, on a machine that does other things.
const PATIENCE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(50);
/// Where bcoin's segregated witness begins, if all blocks are its own.
pub(super) const SEGWIT_HEIGHT: u64 = 432;
pub(super) const WITH_BCOIN: &str = "-testactivationheight=segwit@432";
const WITHOUT_SEGWIT: &str = "-testactivationheight=segwit@100000";

pub(super) struct Pair {
    ours: Bitcoind,
    pub(super) bcoin: Bcoin,
}

impl Pair {
    pub(super) fn start(segwit: &str) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_quarry"));
        let ours = Bitcoind::start(program, &["bitcoind"], &[segwit]);
        let options = BcoinOptions { coinbase_address: address() };
        Self {
            ours: ours.unwrap_or_else(|why| panic!("{why}")),
            bcoin: Bcoin::start(&options).unwrap_or_else(|why| panic!("{why}")),
        }
    }

    /// bcoin calls ours, as it asks for the blocks of peers that it has called itself only. It must
    /// have blocks by then: without any it leaves `getheaders` unanswered, and as Core does, ours
    /// asks nothing more of a peer for the two minutes that it waits.
    pub(super) fn connect(&self) {
        self.bcoin.call("addnode", json!([self.ours.p2p().to_string(), "onetry"])).unwrap();
        self.wait("a connection", || {
            connections(self.ours.rpc()) == 1 && connections(self.bcoin.rpc()) == 1
        });
    }

    fn disconnect(&self) {
        self.bcoin.call("disconnectnode", json!([self.ours.p2p().to_string()])).unwrap();
        self.wait("no connection", || {
            connections(self.ours.rpc()) == 0 && connections(self.bcoin.rpc()) == 0
        });
    }

    fn wait(&self, what: &str, mut is_there: impl FnMut() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_there() {
            if Instant::now() > end {
                let (ours, bcoin) = (self.ours.log(), self.bcoin.log());
                panic!("not within {PATIENCE:?}: {what}\nours:\n{ours}\nbcoin:\n{bcoin}");
            }
            std::thread::sleep(POLL);
        }
    }

    pub(super) fn wait_for_tip(&self, hash: &str) {
        self.wait(&format!("both at {hash}"), || {
            tip(self.ours.rpc()) == hash && tip(self.bcoin.rpc()) == hash
        });
    }

    /// Blocks of bcoin; the last one's hash.
    pub(super) fn bcoin_generates(&self, count: u64) -> String {
        last(&self.bcoin.call("generate", json!([count])).unwrap())
    }

    /// Blocks of ours; the last one's hash.
    fn we_generate(&self, count: u64) -> String {
        last(&self.ours.call("generatetoaddress", json!([count, address()])).unwrap())
    }
}

fn secret() -> AccountSecret {
    AccountSecret::from_bytes(&[7; 32]).unwrap()
}

/// Who is paid by mining on either node: bcoin takes base58 only.
pub(super) fn address() -> String {
    secret().account().bitwrk_name(NetworkKind::Test).to_string()
}

fn tip(rpc: &RpcClient) -> String {
    rpc.call("getbestblockhash", json!([])).unwrap().as_str().unwrap().to_owned()
}

fn connections(rpc: &RpcClient) -> u64 {
    rpc.call("getconnectioncount", json!([])).unwrap().as_u64().unwrap()
}

fn last(hashes: &Value) -> String {
    hashes.as_array().unwrap().last().unwrap().as_str().unwrap().to_owned()
}

fn waits(rpc: &RpcClient, txid: Txid) -> bool {
    let pool = rpc.call("getrawmempool", json!([])).unwrap();
    pool.as_array().unwrap().iter().any(|id| *id == txid.to_string())
}

/// Spends a coin to our own P2WPKH script.
fn spend(coin: Coin) -> Transaction {
    let script = secret().account().script_pubkey();
    let amount = coin.amount;
    let request = PaymentRequest {
        coins: vec![coin],
        recipients: vec![(script.clone(), amount)],
        change: script,
        fee_rate_sat_per_vb: 20,
        subtract_fee_from: Some(0),
    };
    sign(&build(&request).unwrap(), |_| Some(secret())).unwrap()
}

fn send(rpc: &RpcClient, tx: &Transaction) {
    let txid = rpc.call("sendrawtransaction", json!([consensus::encode::serialize_hex(tx)]));
    assert_eq!(txid.unwrap(), tx.compute_txid().to_string());
}

/// A coinbase's coin at a height, as our node tells it.
fn coinbase_coin(rpc: &RpcClient, height: u64) -> Coin {
    let hash = rpc.call("getblockhash", json!([height])).unwrap();
    let block = rpc.call("getblock", json!([hash, 0])).unwrap();
    let block: Block = consensus::encode::deserialize_hex(block.as_str().unwrap()).unwrap();
    coin(&block.txdata[0], 0)
}

fn coin(tx: &Transaction, vout: u32) -> Coin {
    let output = &tx.output[vout as usize];
    Coin {
        outpoint: OutPoint { txid: tx.compute_txid(), vout },
        amount: Amount::of(output.value.to_sat()),
        script_pubkey: output.script_pubkey.clone(),
    }
}

#[test]
fn we_take_450_blocks_from_bcoin() {
    let pair = Pair::start(WITH_BCOIN);
    let tip = pair.bcoin_generates(450);
    let bcoin = pair.bcoin.p2p().to_string();
    pair.ours.call("addnode", json!([bcoin, "onetry"])).unwrap();
    pair.wait_for_tip(&tip);
    let info = pair.ours.call("getblockchaininfo", json!([])).unwrap();
    assert_eq!((&info["blocks"], &info["headers"]), (&json!(450), &json!(450)));
    assert_eq!(info["initialblockdownload"], false);
    // One more, announced instead of asked for.
    let tip = pair.bcoin_generates(1);
    pair.wait_for_tip(&tip);
}

#[test]
fn bcoin_takes_450_blocks_from_us() {
    let pair = Pair::start(WITHOUT_SEGWIT);
    let tip = pair.we_generate(450);
    pair.connect();
    pair.wait_for_tip(&tip);
    let tip = pair.we_generate(1);
    pair.wait_for_tip(&tip);
}

#[test]
fn transactions_are_relayed_both_ways() {
    let pair = Pair::start(WITH_BCOIN);
    let tip = pair.bcoin_generates(SEGWIT_HEIGHT + 8);
    pair.connect();
    pair.wait_for_tip(&tip);
    // The key's hash, then its witness program: the first relayed by us, the second by bcoin.
    let reward = coinbase_coin(pair.ours.rpc(), 1);
    assert!(reward.script_pubkey.is_p2pkh());
    let first = spend(reward);
    send(pair.ours.rpc(), &first);
    pair.wait("ours at bcoin", || waits(pair.bcoin.rpc(), first.compute_txid()));
    let second = spend(coin(&first, 0));
    send(pair.bcoin.rpc(), &second);
    pair.wait("bcoin's at ours", || waits(pair.ours.rpc(), second.compute_txid()));
    // Mined by bcoin: gone from both.
    let tip = pair.bcoin_generates(1);
    pair.wait_for_tip(&tip);
    for rpc in [pair.ours.rpc(), pair.bcoin.rpc()] {
        pair.wait("an empty mempool", || {
            rpc.call("getrawmempool", json!([])).unwrap() == json!([])
        });
    }
    let out = pair.ours.call("gettxout", json!([second.compute_txid().to_string(), 0])).unwrap();
    assert_eq!(out["confirmations"], 1);
}

#[test]
fn a_fork_of_30_blocks_reorganises_both() {
    let pair = Pair::start(WITH_BCOIN);
    let tip = pair.bcoin_generates(10);
    pair.connect();
    pair.wait_for_tip(&tip);
    // Ours is longer by one, and bcoin turns to it.
    pair.disconnect();
    pair.bcoin_generates(30);
    let tip = pair.we_generate(31);
    pair.connect();
    pair.wait_for_tip(&tip);
    // bcoin's is longer by one, and we turn to it.
    pair.disconnect();
    pair.we_generate(30);
    let tip = pair.bcoin_generates(31);
    pair.connect();
    pair.wait_for_tip(&tip);
    let tips = pair.ours.call("getchaintips", json!([])).unwrap();
    let forks = tips.as_array().unwrap().iter().filter(|tip| tip["status"] == "valid-fork");
    assert_eq!(forks.count(), 1, "{tips}");
    assert_eq!(pair.ours.call("getblockcount", json!([])).unwrap(), 72);
}

#[test]
fn a_miner_mines_on_both() {
    const AROUND_SEGWIT: u64 = 3;
    let pair = Pair::start(WITH_BCOIN);
    let tip = pair.bcoin_generates(SEGWIT_HEIGHT - AROUND_SEGWIT);
    pair.connect();
    pair.wait_for_tip(&tip);
    let script = secret().account().script_pubkey();
    for extra in 0..4 {
        for rpc in [pair.ours.rpc(), pair.bcoin.rpc()] {
            let hash = gbt_miner::mine(rpc, script.as_bytes(), extra);
            pair.wait_for_tip(&hash.unwrap_or_else(|why| panic!("{why}")));
        }
    }
    let height = pair.ours.call("getblockcount", json!([])).unwrap();
    assert_eq!(height, SEGWIT_HEIGHT - AROUND_SEGWIT + 8);
}

/// `quarry mine` on a node of others: by templates and by getwork, before and after its blocks commit
/// to witnesses. Our own node follows, and so says that the blocks are right.
#[test]
fn we_mine_for_bcoin() {
    const AROUND_SEGWIT: u64 = 6;
    let pair = Pair::start(WITH_BCOIN);
    let before = pair.bcoin_generates(SEGWIT_HEIGHT - AROUND_SEGWIT);
    pair.connect();
    pair.wait_for_tip(&before);
    let url = format!("http://x:test@{}", pair.bcoin.rpc().address());
    let address = address();
    let mine = ["mine", "--json", "--to", &url, "--payout", &address, "--blocks", "4"];
    for (how, protocol) in [(&[][..], "getblocktemplate"), (&["--getwork"], "getwork")] {
        for _ in 0..2 {
            let ran = run(&[&mine[..], how].concat());
            assert_eq!(ran.code, Some(0), "{how:?}: {ran:#?}");
            let last: MinerStatus =
                serde_json::from_str(ran.stdout.lines().last().unwrap()).unwrap();
            assert_eq!((last.blocks, last.rejected.len()), (4, 0), "{ran:#?}");
            assert_eq!(last.upstreams[0].protocol, protocol);
        }
    }
    pair.wait_for_tip(&tip(pair.bcoin.rpc()));
    let height = pair.ours.call("getblockcount", json!([])).unwrap();
    assert_eq!(height, SEGWIT_HEIGHT - AROUND_SEGWIT + 16);
}

#[test]
fn a_node_is_driven_as_bitcoind_is() {
    let program = Path::new(env!("CARGO_BIN_EXE_quarry"));
    let ours = Bitcoind::start(program, &["bitcoind"], &[]);
    let mut ours = ours.unwrap_or_else(|why| panic!("{why}"));
    let generated = ours.call("generatetoaddress", json!([5, address()])).unwrap();
    ours.kill();
    ours.restart(&[]).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(tip(ours.rpc()), last(&generated));
    let stopped = ours.stop().unwrap_or_else(|why| panic!("{why}"));
    assert_eq!((stopped.code, stopped.stderr.as_str()), (Some(0), ""));
    assert!(!ours.chain_folder().join(".cookie").exists());
    ours.restart(&["-uacomment=again"]).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(tip(ours.rpc()), last(&generated));
    let info = ours.call("getnetworkinfo", json!([])).unwrap();
    assert!(info["subversion"].as_str().unwrap().ends_with("(again)/"), "{info}");
}
