//! `getrawtransaction`: a transaction of the mempool, of a block that is named, or of the index.
//!
//! Does not know how blocks are stored.

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::{Coin, HeaderView, StoreError};
use quarry_primitives::{Block, BlockHash, Network, Transaction, TxOut, Txid};

use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::{Spent, TxShape, hash, tx_hex, tx_json, verbosity};
use crate::state::NodeChain;

pub(in crate::rpc) const METHODS: &[Method] = &[Method {
    category: Category::Rawtransactions,
    name: "getrawtransaction",
    about: "By default, this call only returns a transaction if it is in the mempool. If -txindex is \
            enabled\nand no blockhash argument is passed, it will return the transaction if it is in the \
            mempool or any block.\nIf a blockhash argument is passed, it will return the transaction if\n\
            the specified block is available and the transaction is in that block.\n\n\
            Hint: Use gettransaction for wallet transactions.\n\n\
            If verbosity is 0 or omitted, returns the serialized transaction as a hex-encoded string.\n\
            If verbosity is 1, returns a JSON Object with information about the transaction.\n\
            If verbosity is 2, returns a JSON Object with information about the transaction, including \
            fee and prevout information.",
    args: &[
        Arg::required("txid", ArgKind::Hex, "The transaction id"),
        Arg::or(
            "verbosity|verbose",
            ArgKind::Num,
            "0",
            "0 for hex-encoded data, 1 for a JSON object, and 2 for JSON object with fee and prevout",
        )
        .any_type(),
        Arg::optional(
            "blockhash",
            ArgKind::Hex,
            "The block in which to look for the transaction",
        ),
    ],
    result: "\"hex\"    (string) The serialized transaction; with verbosity 1 { \"in_active_chain\": \
             true|false, \"txid\": \"hex\", ..., \"hex\": \"hex\", \"blockhash\": \"hex\", \
             \"confirmations\": n, \"time\": n, \"blocktime\": n }, with 2 \"fee\" and each input's \
             \"prevout\" too",
    examples: &["\"mytxid\"", "\"mytxid\" 1", "\"mytxid\" 0 \"myblockhash\""],
    run: Run::Thread(get_raw_transaction),
}];

/// A transaction, and the header of its block if it is in one.
struct Found {
    tx: Transaction,
    block: Option<HeaderView>,
}

fn storage(error: &StoreError) -> RpcError {
    RpcError::new(code::DATABASE_ERROR, error.to_string())
}

fn get_raw_transaction(call: &Call) -> Answer {
    let txid: Txid = hash(call.arg("txid"), "parameter 1")?;
    let node = call.node()?;
    let genesis = node.spec().genesis_block().header.merkle_root;
    if txid.to_raw_hash() == genesis.to_raw_hash() {
        let text = "The genesis block coinbase is not considered an ordinary transaction and cannot be \
                    retrieved";
        return Err(RpcError::address_or_key(text));
    }
    let verbosity = verbosity(call.arg("verbosity"), 0, true)?;
    let given = call.arg("blockhash");
    let wanted: Option<BlockHash> =
        if given.is_null() { None } else { Some(hash(given, "parameter 3")?) };
    node.read(|chain| {
        let found = find(chain, &txid, wanted.as_ref())?;
        if verbosity <= 0 {
            return Ok(tx_hex(&found.tx).into());
        }
        show(chain, &found, verbosity > 1, wanted.is_some(), call.deps().network)
    })
}

fn find(chain: &NodeChain, txid: &Txid, wanted: Option<&BlockHash>) -> Result<Found, RpcError> {
    let Some(wanted) = wanted else {
        let found = chain.transaction(txid).map_err(|error| storage(&error))?;
        let found = found.ok_or_else(|| not_found(chain))?;
        let block = found.block.and_then(|(hash, _)| chain.header(&hash));
        return Ok(Found { tx: found.tx, block });
    };
    let header =
        chain.header(wanted).ok_or_else(|| RpcError::address_or_key("Block hash not found"))?;
    let block = chain.block(wanted).map_err(|error| storage(&error))?;
    let block = block.ok_or_else(|| RpcError::misc("Block not available"))?;
    let tx = block.txdata.into_iter().find(|tx| tx.compute_txid() == *txid);
    let missing = || no_such("No such transaction found in the provided block");
    Ok(Found { tx: tx.ok_or_else(missing)?, block: Some(header) })
}

fn no_such(text: &str) -> RpcError {
    RpcError::address_or_key(format!("{text}. Use gettransaction for wallet transactions."))
}

fn not_found(chain: &NodeChain) -> RpcError {
    if chain.options().indexes.txs {
        return no_such("No such mempool or blockchain transaction");
    }
    no_such(
        "No such mempool transaction. Use -txindex or provide a block hash to enable blockchain \
         transaction queries",
    )
}

fn show(
    chain: &NodeChain,
    found: &Found,
    prevouts: bool,
    asked_for_block: bool,
    network: Network,
) -> Answer {
    let spent = match &found.block {
        Some(block) if prevouts && !found.tx.is_coinbase() => spent(chain, &block.hash, &found.tx)?,
        _ => None,
    };
    let shape = TxShape {
        network,
        spent: spent.as_deref(),
        prevouts,
        block: found.block.map(|block| block.hash),
        hex: true,
    };
    let mut out = Json::object([]);
    if let Some(block) = found.block.filter(|_| asked_for_block) {
        out.push("in_active_chain", block.active);
    }
    if let Json::Object(members) = tx_json(&found.tx, shape) {
        members.into_iter().for_each(|(key, value)| out.push(&key, value));
    }
    if let Some(block) = found.block {
        if block.active {
            let above = chain.tip().height.saturating_sub(block.height);
            out.push("confirmations", above.saturating_add(1));
            out.push("time", block.header.time);
            out.push("blocktime", block.header.time);
        } else {
            out.push("confirmations", 0);
        }
    }
    Ok(out)
}

/// What a transaction of a block spent; nothing of a block that was never connected.
fn spent(
    chain: &NodeChain,
    block: &BlockHash,
    tx: &Transaction,
) -> Result<Option<Vec<Spent>>, RpcError> {
    let undo = chain.undo(block).map_err(|error| storage(&error))?;
    let Some(undo) = undo else { return Ok(None) };
    let block: Option<Block> = chain.block(block).map_err(|error| storage(&error))?;
    let place = block.and_then(|block| block.txdata.iter().position(|it| it == tx));
    let coins = place.and_then(|place| undo.spent().get(place.checked_sub(1)?));
    let spent = |coin: &Coin| Spent {
        output: TxOut { value: coin.amount.into(), script_pubkey: coin.script.clone() },
        height: coin.height,
        is_coinbase: coin.coinbase,
    };
    Ok(coins.map(|coins| coins.iter().map(spent).collect()))
}
