//! Shapes read back by `corepc-types`, and the values in them.

use corepc_types::v30;
use quarry_api::rpc::Json;
use quarry_primitives::{
    Block, BlockHash, ChainWork, CompactTarget, Hash, Network, OutPoint, ScriptBuf, TxIn, TxOut,
    Txid, Wtxid, consensus,
};
use serde::de::DeserializeOwned;

use super::block::*;
use super::mempool::*;
use super::tx::Spent;

fn shape<T: DeserializeOwned>(value: &Json) -> T {
    serde_json::from_str(&value.write()).unwrap()
}

/// Bitcoin's genesis block, with a transaction more that spends two outputs.
fn block() -> (Block, Vec<Vec<Spent>>) {
    let header = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";
    let coinbase = "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000";
    let mut block: Block =
        consensus::encode::deserialize_hex(&format!("{header}01{coinbase}")).unwrap();
    let mut tx = block.txdata[0].clone();
    let input = |vout| TxIn {
        previous_output: OutPoint { txid: Txid::all_zeros(), vout },
        ..TxIn::default()
    };
    tx.input = vec![input(0), input(1)];
    tx.input[0].witness.push([7; 40]);
    block.txdata.push(tx);
    let output = |sats| TxOut {
        value: quarry_primitives::BitcoinAmount::from_sat(sats),
        script_pubkey: ScriptBuf::new(),
    };
    let spent = |sats, height| Spent { output: output(sats), height, is_coinbase: height == 1 };
    (block, vec![vec![spent(5_000_000_000, 1), spent(1, 2)]])
}

fn facts(block: &Block) -> HeaderFacts {
    HeaderFacts {
        header: block.header,
        height: 0,
        confirmations: 1,
        median_time: block.header.time,
        chain_work: block.header.work(),
        tx_count: 2,
        next: Some(BlockHash::all_zeros()),
    }
}

#[test]
fn headers_and_blocks_have_cores_shape() {
    let (block, spent) = block();
    let facts = facts(&block);
    let header = header_json(&facts);
    let shaped: v30::GetBlockHeaderVerbose = shape(&header);
    assert_eq!(shaped.hash, "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
    assert_eq!(header.get("bits"), &Json::from("1d00ffff"));
    assert_eq!(header.get("difficulty").write(), "1");
    let work = "0000000000000000000000000000000000000000000000000000000100010001";
    assert_eq!(header.get("chainwork"), &Json::from(work));
    let target = "00000000ffff0000000000000000000000000000000000000000000000000000";
    assert_eq!(header.get("target"), &Json::from(target));

    let show = |detail| block_json(&block, &facts, detail, Network::Bitcoin);
    let ids = show(Detail::Ids);
    let _one: v30::GetBlockVerboseOne = shape(&ids);
    assert_eq!(ids.get("size").as_int(), Ok(consensus::serialize(&block).len()));
    assert_eq!(ids.get("weight").as_int(), Ok(block.weight().to_wu()));
    let full = show(Detail::Full { spent: Some(&spent), prevouts: false });
    let _two: v30::GetBlockVerboseTwo = shape(&full);
    let (coinbase, tx) = (full.get("tx").at(0), full.get("tx").at(1));
    assert_eq!(coinbase.find("fee"), None);
    assert_eq!(tx.get("fee").write(), "0.00000001");
    assert_eq!(tx.get("vin").at(0).find("prevout"), None);
    let deep = show(Detail::Full { spent: Some(&spent), prevouts: true });
    let _three: v30::GetBlockVerboseThree = shape(&deep);
    let prevout = deep.get("tx").at(1).get("vin").at(0).get("prevout");
    assert_eq!(prevout.get("generated"), &Json::from(true));
    assert_eq!(prevout.get("value").write(), "50.00000000");
    let unknown = show(Detail::Full { spent: None, prevouts: true });
    assert_eq!(unknown.get("tx").at(1).find("fee"), None);
}

#[test]
fn difficulties_are_those_of_known_targets() {
    let write = |bits| Json::from_f64(difficulty(CompactTarget::from_consensus(bits))).write();
    for (bits, text) in [
        (0x1d00_ffff, "1"),
        (0x207f_ffff, "4.656542373906925e-10"),
        (0x1b04_04cb, "16307.42093852398"),
    ] {
        assert_eq!(write(bits), text);
    }
    let _more: ChainWork = ChainWork::from_be_bytes([0; 32]);
}

#[test]
fn the_mempool_has_cores_shape() {
    let family = Family { count: 1, vsize: 110, fees: 200 };
    let ids: Vec<Txid> = [9, 3].map(|n| Txid::from_byte_array([n; 32])).to_vec();
    let entry = entry_json(&EntryFacts {
        vsize: 110,
        weight: 440,
        time: 1,
        height: 5,
        descendants: family,
        ancestors: family,
        wtxid: Wtxid::all_zeros(),
        fee: 200,
        modified_fee: -100,
        depends: ids.clone(),
        spent_by: ids,
        replaceable: true,
        unbroadcast: false,
    });
    let _shape: v30::GetMempoolEntry = shape(&entry);
    assert_eq!(entry.get("fees").get("modified").write(), "-0.00000100");
    assert_eq!(entry.get("depends").at(0), &Json::from("03".repeat(32)));
    let info = mempool_json(&MempoolFacts {
        loaded: true,
        count: 1,
        bytes: 110,
        usage: 1000,
        total_fee: 200,
        max_usage: 300_000_000,
        min_fee_rate: 0,
        min_relay_fee_rate: 100,
        incremental_fee_rate: 100,
        unbroadcast: 0,
        bare_multisig: true,
        max_data_carrier: 100_000,
    });
    let _shape: v30::GetMempoolInfo = shape(&info);
    assert_eq!(info.get("mempoolminfee").write(), "0.00000100");
}

#[test]
fn verbosity_is_a_number_or_a_truth_value() {
    assert_eq!(verbosity(&Json::Null, 1, true), Ok(1));
    assert_eq!(verbosity(&Json::from(true), 0, true), Ok(1));
    assert_eq!(verbosity(&Json::from(3), 0, false), Ok(3));
    assert_eq!(verbosity(&Json::from(true), 0, false).unwrap_err().code, -3);
    assert_eq!(verbosity(&Json::from("1"), 0, true).unwrap_err().code, -3);
}
