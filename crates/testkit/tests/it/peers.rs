//! bcoin alone, so that a failure of a test with two nodes can be told from a bcoin that is broken.

use quarry_testkit::gbt_miner::{MinerError, Template, mine};
use quarry_testkit::{Bcoin, BcoinOptions, RpcClient, RpcError};
use serde_json::json;

const REGTEST_GENESIS: &str = "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206";
const OP_TRUE: [u8; 1] = [0x51];
/// Where bcoin's segregated witness begins on regtest: three windows of 144 blocks.
const SEGWIT_HEIGHT: u64 = 432;

#[test]
fn bcoin_generates_and_gives_work() {
    let bcoin = Bcoin::start(&BcoinOptions::default()).unwrap();
    assert_eq!(bcoin.call("getblockhash", json!([0])).unwrap(), REGTEST_GENESIS);
    let hashes = bcoin.call("generate", json!([10])).unwrap();
    assert_eq!(bcoin.call("getbestblockhash", json!([])).unwrap(), hashes[9]);
    assert_eq!(bcoin.call("getblockcount", json!([])).unwrap(), 10);
    // The header with its padding, as SHA-256 wants it.
    let work = bcoin.call("getwork", json!([])).unwrap();
    assert_eq!(work["data"].as_str().unwrap().len(), 256);
    assert!(bcoin.log().contains("Handling RPC call: getblockcount"));

    let error = bcoin.call("nonsense", json!([])).unwrap_err();
    assert_eq!(error.code(), Some(-32601), "{error}");
    let stranger = RpcClient::with_password(bcoin.rpc().address(), "x", "wrong");
    let error = stranger.call("getblockcount", json!([])).unwrap_err();
    assert!(matches!(error, RpcError::Unauthorized), "{error}");
}

#[test]
fn the_miner_mines_before_and_after_segwit() {
    let bcoin = Bcoin::start(&BcoinOptions::default()).unwrap();
    let first = mine(bcoin.rpc(), &OP_TRUE, 0).unwrap();
    assert_eq!(bcoin.call("getbestblockhash", json!([])).unwrap(), first);
    bcoin.call("generate", json!([SEGWIT_HEIGHT])).unwrap();
    let template = Template::fetch(bcoin.rpc(), None).unwrap();
    assert_eq!(template.height, SEGWIT_HEIGHT + 2);
    let block = template.block(&OP_TRUE, 7).unwrap();
    block.propose(bcoin.rpc()).unwrap();
    let block = block.solve().unwrap();
    // A coinbase with its witness.
    assert!(block.hex().contains(&format!("0120{}", "00".repeat(32))));
    block.submit(bcoin.rpc()).unwrap();
    assert_eq!(bcoin.call("getbestblockhash", json!([])).unwrap(), block.hash());
    let again = block.submit(bcoin.rpc()).unwrap_err();
    assert!(matches!(again, MinerError::Refused { mode: "submitblock", .. }), "{again}");
}
