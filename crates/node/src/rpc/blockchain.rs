//! Methods about blocks and the chain they form.
//!
//! ```text
//!  blockchain   heights, hashes, headers, blocks
//!  info         the chain at a glance, its tips, its rules
//!  wait         long polls on the tip
//!  control      a person overrules the choice of the chain
//!  coins, scan  unspent outputs: one, all of them, those of some scripts
//!  stats        one block in numbers
//!  proof        that a transaction is in a block
//! ```
//!
//! Does not know rules: the chain answers, this shows it.

mod coins;
mod control;
mod info;
mod proof;
mod scan;
mod stats;
mod wait;

use std::str::FromStr;

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::{Coin, HeaderView, StoreError, UtxoUndo};
use quarry_primitives::{Block, BlockHash, TxOut, consensus};

use super::Call;
use super::method::{Answer, Arg, ArgKind, Category, Method, Run};
use super::shape::{
    Detail, HeaderFacts, Spent, block_json, difficulty, hash, header_json, verbosity,
};
use crate::NodeChain;

pub(super) use coins::METHODS as COINS;
pub(super) use control::METHODS as CONTROL;
pub(super) use info::METHODS as INFO;
pub(super) use proof::METHODS as PROOFS;
pub(super) use scan::{METHODS as SCAN, Scan};
pub(super) use stats::METHODS as STATS;
pub(super) use wait::{METHODS as WAIT, until};

pub(super) const METHODS: &[Method] = &[
    Method {
        category: Category::Blockchain,
        name: "getbestblockhash",
        about: "Returns the hash of the best (tip) block in the most-work fully-validated chain.",
        args: &[],
        result: "\"hex\"    (string) the block hash, hex-encoded",
        examples: &[""],
        run: Run::Thread(|call| Ok(tip(call)?.hash.to_string().into())),
    },
    Method {
        category: Category::Blockchain,
        name: "getblock",
        about: "If verbosity is 0, returns a string that is serialized, hex-encoded data for block \
                'hash'.\n\
                If verbosity is 1, returns an Object with information about block <hash>.\n\
                If verbosity is 2, the same with information about each transaction.\n\
                If verbosity is 3, the same with information about what each transaction spends.",
        args: &[
            Arg::required("blockhash", ArgKind::Hex, "The block hash"),
            Arg::or(
                "verbosity|verbose",
                ArgKind::Num,
                "1",
                "0 for hex-encoded data, 1 for a JSON object, 2 for JSON object with transaction \
                 data, and 3 for JSON object with transaction data including prevout information \
                 for inputs",
            )
            .any_type(),
        ],
        result: "\"hex\", or { \"hash\": \"hex\", \"confirmations\": n, ..., \"tx\": [...] }    \
                 (string, or json object)",
        examples: &["\"00000000c937983704a73af28acdec37b049d214adbda81d7e2a3dd146f6ed09\""],
        run: Run::Thread(get_block),
    },
    Method {
        category: Category::Blockchain,
        name: "getblockcount",
        about: "Returns the height of the most-work fully-validated chain.\n\
                The genesis block has height 0.",
        args: &[],
        result: "n    (numeric) The current block count",
        examples: &[""],
        run: Run::Thread(|call| Ok(tip(call)?.height.into())),
    },
    Method {
        category: Category::Blockchain,
        name: "getblockhash",
        about: "Returns hash of block in best-block-chain at height provided.",
        args: &[Arg::required("height", ArgKind::Num, "The height index")],
        result: "\"hex\"    (string) The block hash",
        examples: &["1000"],
        run: Run::Thread(get_block_hash),
    },
    Method {
        category: Category::Blockchain,
        name: "getblockheader",
        about: "If verbose is false, returns a string that is serialized, hex-encoded data for \
                blockheader 'hash'.\n\
                If verbose is true, returns an Object with information about blockheader <hash>.",
        args: &[
            Arg::required("blockhash", ArgKind::Hex, "The block hash"),
            Arg::or(
                "verbose",
                ArgKind::Bool,
                "true",
                "true for a json object, false for the hex-encoded data",
            ),
        ],
        result: "\"hex\", or { \"hash\": \"hex\", \"confirmations\": n, ... }    (string, or json object)",
        examples: &["\"00000000c937983704a73af28acdec37b049d214adbda81d7e2a3dd146f6ed09\""],
        run: Run::Thread(get_block_header),
    },
    Method {
        category: Category::Blockchain,
        name: "getdifficulty",
        about: "Returns the proof-of-work difficulty as a multiple of the minimum difficulty.",
        args: &[],
        result: "n    (numeric) the proof-of-work difficulty as a multiple of the minimum difficulty.",
        examples: &[""],
        run: Run::Thread(get_difficulty),
    },
];

fn tip(call: &Call) -> Result<quarry_chain::Tip, RpcError> {
    Ok(call.node()?.read(|chain| chain.tip()))
}

fn get_difficulty(call: &Call) -> Answer {
    let bits = call.node()?.read(|chain| tip_header(chain).map(|view| view.header.bits))?;
    Ok(Json::from_f64(difficulty(bits)))
}

fn get_block_hash(call: &Call) -> Answer {
    let height: i32 = call.arg("height").as_int()?;
    let height = u32::try_from(height).ok();
    let found = call.node()?.read(|chain| height.and_then(|height| chain.block_hash_at(height)));
    found
        .map(|hash| hash.to_string().into())
        .ok_or_else(|| RpcError::parameter("Block height out of range"))
}

fn get_block_header(call: &Call) -> Answer {
    let wanted: BlockHash = hash(call.arg("blockhash"), "hash")?;
    let verbose = call.maybe_bool("verbose")?.unwrap_or(true);
    call.node()?.read(|chain| {
        let view = find(chain, &wanted)?;
        if !verbose {
            return Ok(hex::encode(consensus::serialize(&view.header)).into());
        }
        Ok(header_json(&facts(chain, &view)))
    })
}

fn get_block(call: &Call) -> Answer {
    let wanted: BlockHash = hash(call.arg("blockhash"), "blockhash")?;
    let verbosity = verbosity(call.arg("verbosity"), 1, true)?;
    let network = call.deps().network;
    let (block, spent, facts) = call.node()?.read(|chain| {
        let view = find(chain, &wanted)?;
        let block = stored_block(chain, &view)?;
        let undo = if verbosity > 1 { stored_undo(chain, &wanted)? } else { None };
        let spent = undo.map(|undo| undo.spent().iter().map(|tx| spent_json(tx)).collect());
        let spent: Option<Vec<Vec<Spent>>> = spent.filter(|_| view.height > 0);
        Ok::<_, RpcError>((block, spent, facts(chain, &view)))
    })?;
    let detail = match verbosity {
        ..=0 => return Ok(hex::encode(consensus::serialize(&block)).into()),
        1 => Detail::Ids,
        more => Detail::Full { spent: spent.as_deref(), prevouts: more > 2 },
    };
    Ok(block_json(&block, &facts, detail, network))
}

fn spent_json(coins: &[Coin]) -> Vec<Spent> {
    let spent = |coin: &Coin| Spent {
        output: output_of(coin),
        height: coin.height,
        is_coinbase: coin.coinbase,
    };
    coins.iter().map(spent).collect()
}

/// The output that made a coin.
fn output_of(coin: &Coin) -> TxOut {
    TxOut { value: coin.amount.into(), script_pubkey: coin.script.clone() }
}

/// A header of the tree.
pub(super) fn find(chain: &NodeChain, hash: &BlockHash) -> Result<HeaderView, RpcError> {
    chain.header(hash).ok_or_else(|| RpcError::address_or_key("Block not found"))
}

/// The tip's header.
pub(super) fn tip_header(chain: &NodeChain) -> Result<HeaderView, RpcError> {
    find(chain, &chain.tip().hash)
}

/// The block of a header.
fn stored_block(chain: &NodeChain, view: &HeaderView) -> Result<Block, RpcError> {
    let missing = || RpcError::misc("Block not available (not fully downloaded)");
    let gone = |error: StoreError| {
        tracing::error!(%error, "a block is not to be read");
        RpcError::misc("Block not found on disk")
    };
    chain.block(&view.hash).map_err(gone)?.ok_or_else(missing)
}

/// What a block spends, as long as that is known.
fn stored_undo(chain: &NodeChain, hash: &BlockHash) -> Result<Option<UtxoUndo>, RpcError> {
    let text = "Undo data expected but can't be read. This could be due to disk corruption or a \
                conflict with a pruning event.";
    let gone = |error: StoreError| {
        tracing::error!(%error, "a block's undo data are not to be read");
        RpcError::new(code::INTERNAL_ERROR, text)
    };
    chain.undo(hash).map_err(gone)
}

/// What is told of a header.
fn facts(chain: &NodeChain, view: &HeaderView) -> HeaderFacts {
    let tip = chain.tip().height;
    let depth = i64::from(tip) - i64::from(view.height) + 1;
    HeaderFacts {
        header: view.header,
        height: view.height,
        confirmations: if view.active { depth } else { -1 },
        median_time: view.median_time_past,
        chain_work: view.work,
        tx_count: view.tx_count,
        next: view
            .height
            .checked_add(1)
            .filter(|_| view.active)
            .and_then(|h| chain.block_hash_at(h)),
    }
}

/// A block by its hash or by its height in the active chain (`ParseHashOrHeight`).
fn by_hash_or_height(chain: &NodeChain, value: &Json) -> Result<HeaderView, RpcError> {
    let Json::Number(_) = value else { return find(chain, &hash(value, "hash_or_height")?) };
    let height: i32 = value.as_int()?;
    let Ok(at) = u32::try_from(height) else {
        return Err(RpcError::parameter(format!("Target block height {height} is negative")));
    };
    let tip = chain.tip().height;
    let above =
        || RpcError::parameter(format!("Target block height {height} after current tip {tip}"));
    find(chain, &chain.block_hash_at(at).ok_or_else(above)?)
}

/// A store that fails.
#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
pub(super) fn store_fault(error: StoreError) -> RpcError {
    tracing::error!(%error, "the chain is not to be read");
    RpcError::new(code::DATABASE_ERROR, error.to_string())
}

/// A list of hashes of transactions or blocks.
fn hashes<T: FromStr>(value: &Json, name: &str) -> Result<Vec<T>, RpcError> {
    value.as_array()?.iter().map(|item| hash(item, name)).collect()
}
