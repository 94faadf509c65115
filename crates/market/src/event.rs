//! What happened: the output of the rules, for read models, event streams and tests.
//!
//! Events are told, never stored here; the log of commands is what counts. Does not know who
//! listens.

use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint};
use serde::{Deserialize, Serialize};

use crate::life_cycle::{UnitReason, UnitState};
use crate::money::Transfer;
use crate::records::{Side, WithdrawalStage};
use crate::{ArticleId, JobId, LeaseId, OrderId, TradeId, UnitId, WithdrawalId};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// The exchange opened.
    Opened,
    /// The server was down; what was live is good until then at least.
    Restarted {
        /// Milliseconds since the Unix epoch.
        until_ms: u64,
    },
    /// An account was registered.
    AccountRegistered {
        /// Which.
        account: AccountKey,
        /// The number of its deposit address.
        deposit_index: u32,
    },
    /// An account owes the exchange, and may not buy or withdraw.
    AccountFrozen {
        /// Which.
        account: AccountKey,
        /// What it owes.
        debt: Amount,
    },
    /// An account has paid what it owed.
    AccountUnfrozen {
        /// Which.
        account: AccountKey,
    },
    /// Money moved inside the books.
    Transfer(Transfer),
    /// An order is open.
    OrderPlaced {
        /// Which.
        order: OrderId,
        /// Whose.
        account: AccountKey,
        /// Buy or sell.
        side: Side,
        /// What.
        article: ArticleId,
        /// How much.
        quantity: u64,
        /// At which limit.
        limit_price: Amount,
    },
    /// Nothing is left of an order.
    OrderFilled {
        /// Which.
        order: OrderId,
    },
    /// Its owner took an order back.
    OrderCancelled {
        /// Which.
        order: OrderId,
    },
    /// An order's time is over.
    OrderExpired {
        /// Which.
        order: OrderId,
    },
    /// The exchange took an ask out of the book: its seller fell silent, or the book is full and a
    /// better ask took its place.
    OrderWithdrawn {
        /// Which.
        order: OrderId,
    },
    /// A job was submitted.
    JobSubmitted {
        /// Which.
        job: JobId,
        /// Whose.
        account: AccountKey,
        /// Its buy order.
        order: OrderId,
        /// Its first unit.
        first_unit: UnitId,
        /// How many units.
        units: u32,
    },
    /// Every unit of a job has ended.
    JobDone {
        /// Which.
        job: JobId,
        /// How many of its units were settled.
        settled: u32,
        /// How many units it has.
        units: u32,
    },
    /// A unit and an ask met.
    Trade {
        /// Which.
        trade: TradeId,
        /// What.
        article: ArticleId,
        /// For which unit.
        unit: UnitId,
        /// The lease that came of it.
        lease: LeaseId,
        /// Who buys.
        buyer: AccountKey,
        /// Who sells.
        seller: AccountKey,
        /// The resting order's price for a quantity of 1.
        price: Amount,
        /// How much.
        quantity: u64,
        /// What the seller gets if the result is right.
        amount: Amount,
        /// What the exchange gets then.
        fee: Amount,
        /// When.
        at_ms: u64,
    },
    /// A unit changed its state.
    UnitState {
        /// Which.
        unit: UnitId,
        /// Of which job.
        job: JobId,
        /// Before.
        from: UnitState,
        /// After.
        to: UnitState,
        /// Why, where that is not plain.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        reason: Option<UnitReason>,
    },
    /// A seller told how far it is.
    Progress {
        /// Which lease.
        lease: LeaseId,
        /// Of which unit.
        unit: UnitId,
        /// Hashes tried, as the seller says.
        hashes: u64,
    },
    /// A seller did not do what it offered.
    FaultReport {
        /// Who.
        seller: AccountKey,
        /// On which unit.
        unit: UnitId,
        /// Under which lease.
        lease: LeaseId,
        /// What.
        fault: Fault,
    },
    /// A block was scanned.
    BlockScanned {
        /// Its height.
        height: u64,
        /// Its hash.
        hash: BlockHash,
    },
    /// A block was taken back.
    BlockUnscanned {
        /// Its height.
        height: u64,
        /// Its hash.
        hash: BlockHash,
    },
    /// Coins came in.
    Deposit {
        /// For whom.
        account: AccountKey,
        /// In which output.
        outpoint: OutPoint,
        /// How much.
        amount: Amount,
    },
    /// Coins that came in are gone again.
    DepositReverted {
        /// From whom.
        account: AccountKey,
        /// In which output.
        outpoint: OutPoint,
        /// How much.
        amount: Amount,
        /// How much of it the account did not have any more.
        shortfall: Amount,
    },
    /// A withdrawal reached a stage.
    Withdrawal {
        /// Which.
        withdrawal: WithdrawalId,
        /// Whose.
        account: AccountKey,
        /// How much.
        amount: Amount,
        /// Where it is.
        stage: WithdrawalStage,
    },
}

/// What a seller did wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// It showed a nonce that is none.
    WrongNonce,
    /// It sent no heartbeat in time.
    Silence,
}
