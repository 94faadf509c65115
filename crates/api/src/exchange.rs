//! The market's REST API: `GET /v1/exchange`, `/v1/book`, `/v1/trades` are open to all; everything
//! about an account is signed ([`crate::signed`]).
//!
//! Does not know matching, money rules or how a unit is verified.

use quarry_primitives::{AccountKey, Amount, BlockHash, Txid, hex_bytes};
use serde::{Deserialize, Serialize};

/// `GET /v1/exchange`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeInfo {
    /// Chain that settles it.
    pub chain_id: BlockHash,
    /// The exchange's own key; part of every signed request.
    pub exchange: AccountKey,
    /// Version of the rules in force.
    pub rules_version: u32,
    /// Fee on top of a trade, ten-thousandths, paid by the buyer.
    pub fee_basis_points: u16,
    /// Smallest withdrawal, base units.
    pub min_withdrawal: Amount,
    /// Smallest deposit, base units; what is sent below it is lost to the sender.
    pub min_deposit: Amount,
    /// Articles that are traded.
    pub articles: Vec<String>,
    /// Market time, milliseconds since the Unix epoch; sign with expiries near it.
    pub now_ms: u64,
    /// Number of the last command in the log.
    pub log_seq: u64,
    /// Height of the last block that was scanned for deposits.
    pub scanned_height: Option<u32>,
}

/// `GET /v1/book?article=...`: the open orders of one article, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookView {
    /// Article.
    pub article: String,
    /// Offers to sell, cheapest first.
    pub asks: Vec<BookOrder>,
    /// Offers to buy, dearest first.
    pub bids: Vec<BookOrder>,
}

/// An order as anyone may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookOrder {
    /// Order id.
    pub order: u64,
    /// Price limit for one unit of quantity.
    pub price: Amount,
    /// Quantity still open.
    pub quantity: u64,
}

/// Which side of the market an order is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Pays for work.
    Buy,
    /// Does work.
    Sell,
}

/// One's own order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    /// Order id.
    pub order: u64,
    /// Side.
    pub side: Side,
    /// Owner.
    pub account: AccountKey,
    /// Article.
    pub article: String,
    /// Quantity when placed.
    pub quantity: u64,
    /// Quantity still open.
    pub remaining: u64,
    /// Price limit for one unit of quantity.
    pub limit_price: Amount,
    /// When it ends.
    pub expires_ms: u64,
    /// The job that it buys for (buy orders).
    pub job: Option<u64>,
}

/// A fill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TradeView {
    /// Trade id.
    pub trade: u64,
    /// Article.
    pub article: String,
    /// Price for one unit of quantity.
    pub price: Amount,
    /// Quantity.
    pub quantity: u64,
    /// When.
    pub at_ms: u64,
}

/// The data of a nonce search: bytes with a nonce field, and the target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NonceInput {
    /// The bytes to be hashed; the nonce field's own bytes in it do not matter.
    #[serde(with = "hex_bytes")]
    pub template: Vec<u8>,
    /// Where the nonce field begins, bytes.
    pub nonce_offset: usize,
    /// Its width: 32 or 64 bits.
    pub nonce_bits: u8,
    /// Its byte order: `little` or `big`.
    pub nonce_endian: String,
    /// How the hash is read as a number: `bitcoin` (reversed bytes) or `digest` (as they are).
    pub hash_order: String,
    /// The largest hash that counts, 32 bytes big-endian.
    #[serde(with = "hex_bytes")]
    pub target: [u8; 32],
}

/// What the buyer asks of the worker's machine. Zero asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Requirements {
    /// Processor cores, at least.
    pub min_cores: u16,
    /// Memory in MiB, at least.
    pub min_memory_mib: u32,
}

/// What a seller's machine has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Capabilities {
    /// Processor cores.
    pub cores: u16,
    /// Memory in MiB.
    pub memory_mib: u32,
}

/// Body of `POST /v1/jobs` (signed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitJob {
    /// Article.
    pub article: String,
    /// What is to be done, unit by unit.
    pub units: Vec<NonceInput>,
    /// The most to pay for one unit of quantity (2^32 hashes).
    pub limit_price: Amount,
    /// When the buyer gives up, market time.
    pub expires_ms: u64,
    /// What the worker's machine must have.
    #[serde(default)]
    pub requirements: Requirements,
}

/// Body of `POST /v1/asks` (signed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceAsk {
    /// Article.
    pub article: String,
    /// Quantity on offer.
    pub quantity: u64,
    /// The least to take for one unit of quantity.
    pub limit_price: Amount,
    /// Units done at the same time, at most.
    pub slots: u16,
    /// When the offer ends, market time.
    pub expires_ms: u64,
    /// What the seller's machine has.
    #[serde(default)]
    pub capabilities: Capabilities,
}

/// Answer to `POST /v1/accounts` (signed): registers the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// Coins sent here are credited to the account.
    pub deposit_address: String,
    /// Its place among the exchange's addresses.
    pub deposit_index: u32,
}

/// `GET /v1/account` (signed): one's own money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// The account.
    pub account: AccountKey,
    /// Free to use.
    pub available: Amount,
    /// On hold for orders and jobs.
    pub held: Amount,
    /// On its way to the chain.
    pub withdrawing: Amount,
    /// Whether the account is frozen (a deposit was taken back after it was spent).
    pub frozen: bool,
    /// Where to send coins; none before the account is registered.
    pub deposit_address: Option<String>,
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobView {
    /// Job id.
    pub job: u64,
    /// Buyer.
    pub buyer: AccountKey,
    /// Article.
    pub article: String,
    /// Its buy order.
    pub order: u64,
    /// Price limit for one unit of quantity.
    pub limit_price: Amount,
    /// When it was placed.
    pub placed_ms: u64,
    /// When the buyer gives up.
    pub expires_ms: u64,
    /// Whether every unit has ended.
    pub done: bool,
    /// Its units.
    pub units: Vec<UnitView>,
}

/// A unit of a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitView {
    /// Unit id.
    pub unit: u64,
    /// The job that it belongs to.
    pub job: u64,
    /// State, snake_case: `open`, `leased`, `running`, ... `settled`.
    pub state: String,
    /// Whether the state is final.
    pub ended: bool,
    /// Quantity (2^32 hashes each).
    pub quantity: u64,
    /// How often it was leased.
    pub attempts: u32,
    /// The work.
    pub input: NonceInput,
    /// Who does or did it.
    pub seller: Option<AccountKey>,
    /// Price of the whole unit, once it was traded.
    pub price: Option<Amount>,
    /// Fee on top of the price.
    pub fee: Option<Amount>,
    /// Hashes done so far, as the worker says.
    pub hashes: u64,
    /// Hashes a second, as the worker says.
    pub hashes_per_second: u64,
    /// The nonce, once it was verified.
    pub nonce: Option<u64>,
    /// Its hash in display order.
    pub hash: Option<String>,
    /// Why the unit ended without a result, or why the last attempt failed.
    pub reason: Option<String>,
    /// The withdrawal by which the seller took the money to the chain.
    pub payout: Option<WithdrawalView>,
}

/// A withdrawal to the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawalView {
    /// Withdrawal id.
    pub withdrawal: u64,
    /// Owner.
    pub account: AccountKey,
    /// What leaves the exchange balance, base units.
    pub amount: Amount,
    /// What the chain's miner takes of it, once signed.
    pub network_fee: Option<Amount>,
    /// Receiving address.
    pub address: String,
    /// State: `requested`, `signed`, `broadcast`, `confirmed`, `refused`.
    pub state: String,
    /// Transaction, once signed.
    pub txid: Option<Txid>,
    /// Height of its block, once confirmed.
    pub height: Option<u32>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// The settled unit that it pays out, if it was made for one.
    pub unit: Option<u64>,
}

/// Body of `POST /v1/withdrawals` (signed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// What leaves the exchange balance; the network fee is taken out of it.
    pub amount: Amount,
    /// Receiving address.
    pub address: String,
    /// The settled unit that it pays out, if it is made for one.
    #[serde(default)]
    pub unit: Option<u64>,
}

/// A lease, as the worker sees it: `GET /v1/leases?wait_ms=N` (signed) lists one's live leases and
/// waits up to N ms for the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaseView {
    /// Lease id.
    pub lease: u64,
    /// Unit.
    pub unit: u64,
    /// Job.
    pub job: u64,
    /// Article.
    pub article: String,
    /// The work.
    pub input: NonceInput,
    /// Price of the whole unit.
    pub price: Amount,
    /// When the lease ends unless a heartbeat comes, market time.
    pub expires_ms: u64,
}

/// Body of `POST /v1/leases/{id}/heartbeat` (signed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heartbeat {
    /// Hashes done so far.
    pub hashes: u64,
    /// Hashes a second at present.
    pub hashes_per_second: u64,
}

/// Answer to a heartbeat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeartbeatAnswer {
    /// When the lease ends now, market time.
    pub expires_ms: u64,
}

/// Body of `POST /v1/leases/{id}/result` (signed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case", deny_unknown_fields)]
pub enum LeaseResult {
    /// A nonce under the target.
    Found {
        /// The nonce.
        nonce: u64,
    },
    /// The whole space was searched without a hit.
    Exhausted {
        /// Hashes done.
        hashes: u64,
    },
    /// The seller will not do this unit.
    Refused {
        /// Why.
        reason: String,
    },
}

/// `GET /v1/exchange/audit`: what the exchange owes against what it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// What the exchange owes its users: available, on hold and being withdrawn.
    pub owed: Amount,
    /// What it has earned itself.
    pub fees: Amount,
    /// Confirmed coins at its addresses in the blocks scanned so far, without dust and coinbases;
    /// `owed` and `fees` together, and more if somebody sent coins to a change address.
    pub on_chain: Amount,
    /// Height of the last block that was scanned.
    pub scanned_height: Option<u32>,
    /// Number of the last command in the log.
    pub log_seq: u64,
    /// Hash of the market's whole state; a replay of the log gives the same.
    pub state_hash: String,
}

/// Answer to a request that only changes something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Always true.
    pub ok: bool,
}
