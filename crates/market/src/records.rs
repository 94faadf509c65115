//! What the market remembers: accounts, orders, jobs, units, leases, trades and withdrawals.
//!
//! Plain values. They are read through the queries and changed only by `apply`.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint, ScriptBuf, Txid};
use serde::{Deserialize, Serialize};

use crate::command::{Capabilities, ChangeCoin, Deposit, Reply, Requirements};
use crate::life_cycle::{UnitReason, UnitState, words};
use crate::{
    ArticleId, JobId, LeaseId, NonceInput, OrderId, Rejection, TradeId, UnitId, WithdrawalId,
};

/// An account, but for its money, which is in the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) deposit_index: u32,
    // What the exchange lost by this account's reverted deposits. Frozen while above zero.
    // Wider than an amount: the same coins may be deposited, spent and undone more than once.
    pub(crate) debt: i128,
    pub(crate) answers: BTreeMap<[u8; 16], Answer>,
}

impl Account {
    /// What it owes, or all the money there is if it owes more.
    pub(crate) fn debt_as_amount(&self) -> Amount {
        u64::try_from(self.debt).ok().and_then(|d| Amount::from_base(d).ok()).unwrap_or(Amount::MAX)
    }
}

/// A kept answer to a signed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) body_hash: [u8; 32],
    pub(crate) forget_ms: u64,
    pub(crate) reply: Result<Reply, Rejection>,
}

words! {
    /// Which side of the book.
    Side {
        /// Wants work done.
        Buy => "buy",
        /// Offers to do work.
        Sell => "sell",
    }
}

words! {
    /// What became of an order.
    OrderState {
        /// In the book, or all of it is being worked on.
        Open => "open",
        /// Nothing is left of it.
        Filled => "filled",
        /// Its owner took it back.
        Cancelled => "cancelled",
        /// Its time is over.
        Expired => "expired",
        /// Taken out by the exchange: its seller fell silent, or a better ask took its place.
        Withdrawn => "withdrawn",
    }
}

/// What is particular to a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderTerms {
    /// An ask.
    Ask {
        /// How many leases its seller wants to hold at a time.
        slots: u16,
        /// What its machine has.
        capabilities: Capabilities,
    },
    /// The buy order of a job.
    Buy {
        /// Which job.
        job: JobId,
    },
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its number; the smaller, the older.
    pub id: OrderId,
    /// Whose.
    pub account: AccountKey,
    /// Of what.
    pub article: ArticleId,
    /// How much in all.
    pub quantity: u64,
    /// How much is in the book now: for an ask, what was not traded; for a buy order, its open
    /// units.
    pub remaining: u64,
    /// The worst price for a quantity of 1.
    pub limit_price: Amount,
    /// When it was placed.
    pub placed_ms: u64,
    /// When it ends.
    pub expires_ms: u64,
    /// What became of it.
    pub state: OrderState,
    /// What is particular to its side.
    pub terms: OrderTerms,
}

impl Order {
    /// Which side it is on.
    #[must_use]
    pub const fn side(&self) -> Side {
        match self.terms {
            OrderTerms::Ask { .. } => Side::Sell,
            OrderTerms::Buy { .. } => Side::Buy,
        }
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its number.
    pub id: JobId,
    /// Whose.
    pub account: AccountKey,
    /// Its buy order, which has its price and expiry.
    pub order: OrderId,
    /// Its first unit.
    pub first_unit: UnitId,
    /// How many units; they are numbered without a gap.
    pub units: u32,
    /// What it needs of a seller's machine.
    pub requirements: Requirements,
    /// When it was submitted.
    pub submitted_ms: u64,
    /// How many of its units have ended.
    pub ended: u32,
    /// How many of its units were settled.
    pub settled: u32,
    /// How many settled units no withdrawal has named yet.
    pub unpaid: u32,
    /// When its last unit ended.
    pub done_ms: Option<u64>,
}

impl Job {
    /// The numbers of its units.
    pub fn unit_ids(&self) -> impl Iterator<Item = UnitId> + use<> {
        let first = self.first_unit.0;
        (first..first.saturating_add(u64::from(self.units))).map(UnitId)
    }
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its number.
    pub id: UnitId,
    /// Its job.
    pub job: JobId,
    /// What is to be done.
    pub input: NonceInput,
    /// How much work that is, in units of the article.
    pub quantity: u64,
    /// Where it is in its life.
    pub state: UnitState,
    /// What is held for it: zero as soon as it has ended.
    pub held: Amount,
    /// How many sellers have failed it.
    pub attempts: u32,
    /// Sellers that will not get it (again).
    pub excluded: BTreeSet<AccountKey>,
    /// The lease that is on it.
    pub lease: Option<LeaseId>,
    /// Why it last changed its state, where that is not plain.
    pub reason: Option<UnitReason>,
    /// What was paid for it.
    pub settlement: Option<Settlement>,
    // The nonce under check; empty between commands.
    pub(crate) shown: Option<u64>,
}

/// How a unit was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// Who did it.
    pub seller: AccountKey,
    /// In which trade.
    pub trade: TradeId,
    /// The nonce.
    pub nonce: u64,
    /// What the seller got.
    pub amount: Amount,
    /// What the exchange got.
    pub fee: Amount,
    /// When.
    pub at_ms: u64,
    /// The withdrawal that paid it out.
    pub payout: Option<WithdrawalId>,
}

/// A live lease. It is forgotten when it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Its number.
    pub id: LeaseId,
    /// What is leased.
    pub unit: UnitId,
    /// To whom.
    pub seller: AccountKey,
    /// The trade it came of.
    pub trade: TradeId,
    /// The kind of work.
    pub article: ArticleId,
    /// What the seller gets for a right result.
    pub amount: Amount,
    /// What the exchange gets then.
    pub fee: Amount,
    /// When it began.
    pub started_ms: u64,
    /// When it is lost unless the seller is heard.
    pub deadline_ms: u64,
    /// Hashes tried, as the seller says.
    pub hashes: u64,
}

words! {
    /// What became of a trade.
    TradeOutcome {
        /// The seller is at it.
        Live => "live",
        /// The seller was paid.
        Settled => "settled",
        /// The lease ended without a result.
        Void => "void",
    }
}

/// A trade: a unit and an ask that met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    /// Its number.
    pub id: TradeId,
    /// What.
    pub article: ArticleId,
    /// For which unit.
    pub unit: UnitId,
    /// The buy order.
    pub buy: OrderId,
    /// The ask.
    pub ask: OrderId,
    /// Who buys.
    pub buyer: AccountKey,
    /// Who sells.
    pub seller: AccountKey,
    /// The resting order's price for a quantity of 1.
    pub price: Amount,
    /// How much.
    pub quantity: u64,
    /// Price times quantity.
    pub amount: Amount,
    /// The fee on it.
    pub fee: Amount,
    /// When.
    pub at_ms: u64,
    /// What became of it.
    pub outcome: TradeOutcome,
}

words! {
    /// Where a withdrawal is.
    WithdrawalStage {
        /// Asked for; the money is set aside.
        Requested => "requested",
        /// Its transaction is in the log.
        Signed => "signed",
        /// A node has taken the transaction.
        Broadcast => "broadcast",
        /// A block holds the transaction.
        Confirmed => "confirmed",
        /// Not made; the money is back.
        Refused => "refused",
    }
}

/// A withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// Its number.
    pub id: WithdrawalId,
    /// Whose.
    pub account: AccountKey,
    /// What leaves the account.
    pub amount: Amount,
    /// Where it goes.
    pub script: ScriptBuf,
    /// The unit whose earnings these are.
    pub unit: Option<UnitId>,
    /// When it was asked for.
    pub requested_ms: u64,
    /// Where it is.
    pub stage: WithdrawalStage,
    /// Its transaction, once signed. Never replaced.
    pub transaction: Option<PayoutTransaction>,
    /// The height of the block that holds it.
    pub confirmed_height: Option<u64>,
    /// Why it was refused.
    pub refusal: Option<String>,
}

impl Withdrawal {
    /// What arrives at the script; known once the transaction is signed.
    #[must_use]
    pub fn payout(&self) -> Option<Amount> {
        self.transaction.as_ref().and_then(|tx| self.amount.checked_sub(tx.network_fee))
    }
}

/// The signed transaction of a withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayoutTransaction {
    /// Its id.
    pub txid: Txid,
    /// Its bytes, to be broadcast as they are.
    pub raw: Vec<u8>,
    /// What the network takes.
    pub network_fee: Amount,
    /// The outputs it spends.
    pub spent: Vec<OutPoint>,
}

/// What a scanned block booked, so that it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ScannedBlock {
    pub(crate) hash: BlockHash,
    pub(crate) parent: BlockHash,
    pub(crate) deposits: Vec<Deposit>,
    pub(crate) change: Vec<ChangeCoin>,
    // The coins as they were, those that the block itself made among them.
    pub(crate) spent: Vec<SpentCoin>,
    pub(crate) confirmed: Vec<WithdrawalId>,
}

impl ScannedBlock {
    /// The coins that the block made, as a block of this height makes them.
    pub(crate) fn made(&self, height: u64) -> impl Iterator<Item = (OutPoint, OwnCoin)> {
        coins_made(&self.deposits, &self.change, height)
    }
}

/// The coins that deposits and change of a block are.
pub(crate) fn coins_made(
    deposits: &[Deposit],
    change: &[ChangeCoin],
    height: u64,
) -> impl Iterator<Item = (OutPoint, OwnCoin)> {
    let deposits =
        deposits.iter().map(|d| (d.outpoint, d.amount, CoinPath::Deposit(d.deposit_index)));
    let change = change.iter().map(|c| (c.outpoint, c.amount, CoinPath::Change(c.change_index)));
    deposits
        .chain(change)
        .map(move |(outpoint, amount, path)| (outpoint, OwnCoin { amount, path, height }))
}

/// A coin that a scanned block spent, kept so that it can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpentCoin {
    pub(crate) outpoint: OutPoint,
    pub(crate) coin: OwnCoin,
}

/// A confirmed, unspent coin at one of the exchange's addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnCoin {
    /// What it is worth.
    pub amount: Amount,
    /// Which of the exchange's keys spends it.
    pub path: CoinPath,
    /// Height of the block that made it.
    pub height: u64,
}

/// Which of the exchange's addresses a coin is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoinPath {
    /// The deposit address of this number.
    Deposit(u32),
    /// The change address of this number.
    Change(u32),
}
