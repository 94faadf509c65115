//! The rules of an exchange for computing power: order book, unit life cycle, double-entry money,
//! deposits and withdrawals.
//!
//! One deterministic state machine: [`Market::apply`] takes the time and a [`Command`] and gives
//! back [`Event`]s and a [`Reply`] or [`Rejection`]. The server writes each command to a log,
//! applies it, and answers; the same log always gives the same [`Market::state_hash`].
//!
//! # The way of a unit
//!
//! ```text
//!  Action::SubmitJob                      Action::PlaceAsk
//!   Job, Order (buy), Unit: OPEN            Order (sell)
//!   money: Available -> Held                    |
//!        |                                      |
//!        +------------- the book ---------------+      price-time; the older order's price
//!                          |
//!                    Trade, Lease                      unit: LEASED
//!                          |
//!          Action::Heartbeat {lease}                   unit: RUNNING, the lease is extended
//!                          |
//!          Action::CommitNonce {lease, nonce}          unit: COMMITTED, VERIFYING (hashed again)
//!              |                       |
//!        right | ACCEPTED        wrong | REJECTED      seller excluded; back to OPEN, or EXPIRED
//!              | SETTLED
//!   money: Held -> Available(seller), Fees, and the rest to the buyer
//!              |
//!        Action::Withdraw -> Withdrawal: Requested, Signed, Broadcast, Confirmed
//! ```
//!
//! All other ways out are rows of one table, [`life_cycle::TRANSITIONS`].
//!
//! # What holds after every command
//!
//! - All balances together are zero; nobody's is negative ([`Market::check_books`]).
//! - A unit's hold is released exactly once: paid to a seller, or refunded.
//! - Nobody is paid for a nonce that does not meet the target.
//! - A rejected command has changed nothing, but that market time may have passed (which does what
//!   was due) and that the answer to a signed request is kept.
//!
//! **Does not know:** clocks, disks, sockets, HTTP, signatures (the server checks them before a
//! request becomes a command), transactions' bytes, and what the chain really holds: it believes
//! the server's scan.

pub mod codec;
pub mod life_cycle;
pub mod limits;

mod apply;
mod article;
mod command;
mod config;
mod event;
mod ids;
mod input;
mod money;
mod query;
mod records;
mod rejection;
mod state;

pub use article::{ARTICLES, Article, ArticleId, ArticleIdError, NONCE_ARTICLE, Verification};
pub use command::{
    Action, Applied, Authorization, Capabilities, ChangeCoin, Command, Deposit, NonceFault, Reply,
    Requirements,
};
pub use config::MarketConfig;
pub use event::{Event, Fault};
pub use ids::{JobId, LeaseId, OrderId, TradeId, UnitId, WithdrawalId};
pub use input::NonceInput;
pub use life_cycle::{UnitReason, UnitState};
pub use money::{LedgerAccount, Totals, Transfer, TransferReason};
pub use query::{AccountView, BookView, Level};
pub use records::{
    CoinPath, Job, Lease, Order, OrderState, OrderTerms, OwnCoin, PayoutTransaction, Settlement,
    Side, Trade, TradeOutcome, Unit, Withdrawal, WithdrawalStage,
};
pub use rejection::Rejection;

/// The version of the rules. Within one version the same log gives the same state hash.
pub const RULES_VERSION: u32 = 1;

/// A market: the whole state of one exchange.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Market {
    state: state::State,
    index: state::Index,
}

impl Market {
    /// A market without terms: the first command has to be [`Command::Open`].
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// A market with these terms, as after [`Command::Open`] at time 0.
    ///
    /// # Errors
    /// [`Rejection::BadConfig`] if the terms make no sense.
    pub fn new(config: MarketConfig) -> Result<Self, Rejection> {
        let mut market = Self::empty();
        market.apply(0, &Command::Open(config)).reply.map(|_| market)
    }
}
