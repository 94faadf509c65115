//! The chain's REST API: `GET /v1/chain`, `/v1/blocks`, `/v1/blocks/{height or hash}`,
//! `/v1/transactions/{txid}`, `/v1/addresses/{address}`, `/v1/mempool`, `POST /v1/transactions`,
//! `GET /v1/events`.
//!
//! Does not know which ledger answers.

use quarry_primitives::{Amount, BlockHash, OutPoint, Txid};
use serde::{Deserialize, Serialize};

/// `GET /v1/chain`: where the chain stands.
///
/// With `?not=HASH&wait_ms=N` the answer waits up to N ms for a tip other than HASH.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainInfo {
    /// The chain spec's name: `dev`.
    pub chain: String,
    /// Genesis block hash.
    pub chain_id: BlockHash,
    /// Hash of the chain spec (hex).
    pub spec_hash: String,
    /// Height of the tip; genesis is 0.
    pub height: u32,
    /// Hash of the tip.
    pub tip: BlockHash,
    /// Time in the tip's header, milliseconds (headers hold whole seconds).
    pub tip_time_ms: u64,
    /// Compact target of the next block, 8 hex digits.
    pub bits: String,
    /// Hashes that the next block takes on average, 1 / p.
    pub expected_hashes: u64,
    /// All coins that exist, base units.
    pub supply: Amount,
    /// Blocks after which a deposit counts.
    pub confirmations: u32,
    /// Waiting transactions.
    pub mempool_transactions: usize,
    /// Their size, virtual bytes.
    pub mempool_vbytes: u64,
    /// Hash rate of the process's search over the last second, whoever it is for, hashes a second.
    pub hashes_per_second: u64,
}

/// One block in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockSummary {
    /// Height.
    pub height: u32,
    /// Hash.
    pub hash: BlockHash,
    /// Time in the header, milliseconds.
    pub time_ms: u64,
    /// Number of transactions, with the coinbase.
    pub transactions: usize,
    /// Size in bytes, with witnesses.
    pub size: usize,
    /// Fees that the block's transactions paid.
    pub fees: Amount,
}

/// `GET /v1/blocks/{height or hash}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockView {
    /// What the lists show.
    pub summary: BlockSummary,
    /// Whether the block is on the active chain.
    pub active: bool,
    /// Depth: 1 for the tip, 0 off the active chain.
    pub confirmations: u32,
    /// Hash of the block before.
    pub previous: BlockHash,
    /// Header, 80 bytes in hex.
    pub header: String,
    /// Nonce in the header.
    pub nonce: u32,
    /// Compact target, 8 hex digits.
    pub bits: String,
    /// Transactions in block order.
    pub transactions: Vec<TransactionView>,
}

/// An input of a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputView {
    /// The output that it spends; none in a coinbase.
    pub outpoint: Option<OutPoint>,
}

/// An output of a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputView {
    /// Base units.
    pub amount: Amount,
    /// Script in hex.
    pub script: String,
    /// Its address, if the script has one.
    pub address: Option<String>,
}

/// `GET /v1/transactions/{txid}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransactionView {
    /// Transaction id.
    pub txid: Txid,
    /// Virtual bytes.
    pub vsize: usize,
    /// Block that holds it; none while it waits.
    pub block: Option<BlockHash>,
    /// That block's height.
    pub height: Option<u32>,
    /// Depth of that block; 0 while it waits.
    pub confirmations: u32,
    /// Inputs.
    pub inputs: Vec<InputView>,
    /// Outputs.
    pub outputs: Vec<OutputView>,
    /// The whole transaction in hex.
    pub hex: String,
}

/// An unspent output of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoinView {
    /// Where it is.
    pub outpoint: OutPoint,
    /// Base units.
    pub amount: Amount,
    /// Height of its block.
    pub height: u32,
    /// Whether it may be spent in the next block (a coinbase has to mature first).
    pub spendable: bool,
}

/// `GET /v1/addresses/{address}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressView {
    /// The address.
    pub address: String,
    /// Confirmed balance, base units.
    pub balance: Amount,
    /// What waiting transactions pay to it.
    pub pending_in: Amount,
    /// What waiting transactions take from it.
    pub pending_out: Amount,
    /// Unspent outputs that no waiting transaction spends.
    pub coins: Vec<CoinView>,
    /// Newest transactions first, bounded.
    pub history: Vec<AddressEntry>,
}

/// A transaction that touched an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressEntry {
    /// Transaction id.
    pub txid: Txid,
    /// Height of its block.
    pub height: u32,
}

/// `GET /v1/mempool`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MempoolView {
    /// Waiting transactions, best fee rate first, bounded.
    pub transactions: Vec<MempoolEntry>,
    /// How many there are in all.
    pub count: usize,
    /// Their virtual bytes.
    pub vbytes: u64,
}

/// A waiting transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MempoolEntry {
    /// Transaction id.
    pub txid: Txid,
    /// Fee, base units.
    pub fee: Amount,
    /// Virtual bytes.
    pub vsize: usize,
}

/// Body of `POST /v1/transactions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitTransaction {
    /// The signed transaction in hex.
    pub hex: String,
}

/// Answer to `POST /v1/transactions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// The transaction's id; it waits in the mempool, or was already known.
    pub txid: Txid,
}
