//! Why a command was not done: everything a caller or the server can get wrong.
//!
//! Messages are fragments that fit after "failed to ...:" and say what to do. The codes are for
//! programs and do not change.

use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint, Txid};
use thiserror::Error;

use crate::life_cycle::{Message, UnitState};
use crate::records::WithdrawalStage;
use crate::{ArticleId, JobId, LeaseId, OrderId, UnitId, WithdrawalId};

macro_rules! rejections {
    ($(
        $(#[$doc:meta])*
        $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $ty:ty),* $(,)? })? => $code:literal, $text:literal;
    )*) => {
        /// Why a command was rejected.
        #[derive(Clone, Debug, PartialEq, Eq, Error)]
        #[non_exhaustive]
        pub enum Rejection {
            $(
                $(#[$doc])*
                #[error($text)]
                $name $({ $($(#[$field_doc])* $field: $ty),* })?,
            )*
        }

        impl Rejection {
            /// The stable name of the reason.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// Every code there is.
            pub const CODES: &'static [&'static str] = &[$($code),*];
        }
    };
}

rejections! {
    // The market itself.
    /// No terms yet.
    NotOpen => "not_open", "the exchange is not open: its log must begin with its terms";
    /// Terms are set once.
    AlreadyOpen => "already_open", "the exchange is open: its terms are fixed";
    /// A term makes no sense.
    BadConfig {
        /// Which.
        term: String,
    } => "bad_config", "term `{term}` of the exchange is out of range";

    // Who asks.
    /// The account is not registered.
    UnknownAccount {
        /// Which.
        account: AccountKey,
    } => "unknown_account", "account {account} is unknown here: register it first";
    /// Another key signed.
    DelegationUnsupported => "delegation_unsupported",
        "the signer is not the account's own key: delegation is not supported yet";
    /// Too late.
    AuthorizationExpired {
        /// When it expired.
        expiry_ms: u64,
        /// The market's time.
        now_ms: u64,
    } => "authorization_expired",
        "the request expired at {expiry_ms} and it is {now_ms}: sign it again (and check the clock)";
    /// Good for longer than allowed.
    AuthorizationTooLong {
        /// When it expires.
        expiry_ms: u64,
        /// The latest expiry allowed.
        latest_ms: u64,
    } => "authorization_too_long",
        "the request's expiry {expiry_ms} is after {latest_ms}: sign it for at most 120 seconds (and check the clock)";
    /// The key was used for something else.
    IdempotencyConflict => "idempotency_conflict",
        "the idempotency key was used for another request: choose a new one";
    /// The account's kept answers are full.
    TooManyRequests => "too_many_requests",
        "too many requests of this account within 24 hours: wait before sending more";
    /// No room for another account.
    TooManyAccounts => "too_many_accounts", "the exchange takes no more accounts";
    /// The account owes the exchange.
    AccountFrozen {
        /// How much.
        debt: Amount,
    } => "account_frozen",
        "the account is frozen: a deposit was undone by the chain after it was spent; deposit {debt} base units to go on";

    // Orders and jobs.
    /// Not traded here.
    UnknownArticle {
        /// Which.
        article: ArticleId,
    } => "unknown_article", "article {article} is not traded here: ask for the list of articles";
    /// Work is not free.
    PriceZero => "price_zero", "the price is zero: ask or bid at least 1 base unit";
    /// Nothing to trade.
    QuantityZero => "quantity_zero", "the quantity is zero: it must be at least 1";
    /// No lease could ever be held.
    SlotsOutOfRange {
        /// The most.
        limit: u16,
    } => "slots_out_of_range", "the number of slots must be 1 to {limit}";
    /// Already over.
    ExpiryPast {
        /// When it would end.
        expires_ms: u64,
        /// The market's time.
        now_ms: u64,
    } => "expiry_past", "the expiry {expires_ms} is not after the market's time {now_ms}";
    /// Too far ahead.
    ExpiryTooFar {
        /// The latest allowed.
        latest_ms: u64,
    } => "expiry_too_far", "the expiry must be at most {latest_ms}";
    /// A limit of the account.
    TooManyOrders {
        /// The most.
        limit: u64,
    } => "too_many_orders", "the account has {limit} open orders: cancel one first";
    /// A limit of the account.
    TooManyOpenUnits {
        /// The most.
        limit: u64,
    } => "too_many_open_units",
        "the account would have more than {limit} units that have not ended: wait or cancel some";
    /// A limit of the market.
    MarketFull => "market_full", "the market is full: try a better price, or later";
    /// A job of nothing.
    NoUnits => "no_units", "the job has no units: give at least one";
    /// A job of too much.
    TooManyUnits {
        /// The most.
        limit: u64,
    } => "too_many_units", "a job has at most {limit} units: split it";
    /// A unit's template is too long.
    TemplateTooLong {
        /// Which unit, from 0.
        index: u32,
        /// The most bytes.
        limit: u64,
    } => "template_too_long", "the template of unit {index} is longer than {limit} bytes";
    /// A unit's nonce field is not within its template.
    BadInput {
        /// Which unit, from 0.
        index: u32,
    } => "bad_input", "the nonce field of unit {index} does not fit its template";
    /// More than there can be.
    AmountTooLarge => "amount_too_large",
        "price times quantity is more than all the money there is";
    /// Too little available.
    NotEnoughMoney {
        /// Available.
        have: Amount,
        /// Needed.
        need: Amount,
    } => "not_enough_money",
        "not enough money: {need} base units are needed and {have} are available; deposit or free some";
    /// No such order (or forgotten).
    UnknownOrder {
        /// Which.
        order: OrderId,
    } => "unknown_order", "order {order} is unknown";
    /// Someone else's.
    NotYourOrder {
        /// Which.
        order: OrderId,
    } => "not_your_order", "order {order} belongs to another account";
    /// Already over.
    OrderNotOpen {
        /// Which.
        order: OrderId,
    } => "order_not_open", "order {order} is not open any more";
    /// No such job (or forgotten).
    UnknownJob {
        /// Which.
        job: JobId,
    } => "unknown_job", "job {job} is unknown";
    /// Someone else's.
    NotYourJob {
        /// Which.
        job: JobId,
    } => "not_your_job", "job {job} belongs to another account";
    /// Already over.
    JobDone {
        /// Which.
        job: JobId,
    } => "job_done", "job {job} has ended";

    // Leases and units.
    /// Never given out.
    UnknownLease {
        /// Which.
        lease: LeaseId,
    } => "unknown_lease", "lease {lease} was never given out";
    /// Over.
    StaleLease {
        /// Which.
        lease: LeaseId,
    } => "stale_lease", "lease {lease} has ended: drop its work and ask for the next";
    /// Someone else's.
    NotYourLease {
        /// Which.
        lease: LeaseId,
    } => "not_your_lease", "lease {lease} belongs to another account";
    /// The unit's state does not take the message.
    WrongState {
        /// Which unit.
        unit: UnitId,
        /// Its state.
        state: UnitState,
        /// What was asked.
        message: Message,
    } => "wrong_state", "unit {unit} is {state} and takes no {message}";
    /// Too long a text.
    ReasonTooLong {
        /// The most bytes.
        limit: u64,
    } => "reason_too_long", "the reason is longer than {limit} bytes";
    /// No such unit (or forgotten).
    UnknownUnit {
        /// Which.
        unit: UnitId,
    } => "unknown_unit", "unit {unit} is unknown";
    /// Nothing was earned by it.
    UnitNotSettled {
        /// Which.
        unit: UnitId,
    } => "unit_not_settled", "unit {unit} is not settled: there is nothing to pay out for it";
    /// Someone else earned it.
    NotYourUnit {
        /// Which.
        unit: UnitId,
    } => "not_your_unit", "unit {unit} was not done by this account";
    /// A withdrawal has named it.
    AlreadyPaidOut {
        /// Which.
        unit: UnitId,
        /// By which withdrawal.
        withdrawal: WithdrawalId,
    } => "already_paid_out", "unit {unit} was paid out by withdrawal {withdrawal}";

    // Withdrawals.
    /// Too little to withdraw.
    BelowMinimum {
        /// The least.
        minimum: Amount,
    } => "below_minimum", "withdrawals start at {minimum} base units";
    /// Too little would arrive.
    BelowDust {
        /// What would arrive.
        payout: Amount,
        /// The least.
        dust: Amount,
    } => "below_dust",
        "{payout} base units would arrive after the network's fee, which is below the dust limit of {dust}";
    /// The script is empty, too long or unspendable.
    BadScript {
        /// The most bytes.
        limit: u64,
    } => "bad_script", "the output script must be spendable and of 1 to {limit} bytes";
    /// A limit of the account.
    TooManyWithdrawals {
        /// The most.
        limit: u64,
    } => "too_many_withdrawals",
        "the account has {limit} withdrawals under way: wait until one is confirmed";
    /// No such withdrawal (or forgotten).
    UnknownWithdrawal {
        /// Which.
        withdrawal: WithdrawalId,
    } => "unknown_withdrawal", "withdrawal {withdrawal} is unknown";
    /// A second transaction is never signed.
    AlreadySigned {
        /// Which.
        withdrawal: WithdrawalId,
    } => "already_signed",
        "withdrawal {withdrawal} has a signed transaction: send that one again";
    /// The withdrawal's stage does not allow it.
    WrongStage {
        /// Which.
        withdrawal: WithdrawalId,
        /// Its stage.
        stage: WithdrawalStage,
    } => "wrong_stage", "withdrawal {withdrawal} is {stage}";
    /// The transaction is empty, too long or spends nothing.
    BadTransaction => "bad_transaction",
        "the withdrawal's transaction is empty, too large, or spends no or the same output twice";
    /// Another withdrawal has this transaction.
    TransactionReused {
        /// Which.
        txid: Txid,
    } => "transaction_reused", "transaction {txid} belongs to another withdrawal";
    /// Another withdrawal spends this output.
    InputReused {
        /// Which.
        outpoint: OutPoint,
    } => "input_reused", "output {outpoint} is spent by another withdrawal";

    // Blocks.
    /// Not the next height.
    WrongHeight {
        /// The next.
        expected: u64,
        /// What came.
        got: u64,
    } => "wrong_height", "the next block to scan has height {expected}, not {got}";
    /// Not on top of the cursor.
    WrongParent {
        /// The cursor's hash.
        expected: BlockHash,
        /// What came.
        got: BlockHash,
    } => "wrong_parent", "the block builds on {got}, not on the scanned {expected}: unscan first";
    /// Not the cursor's block.
    NotTheTip {
        /// What came.
        hash: BlockHash,
    } => "not_the_tip", "block {hash} is not the last one scanned";
    /// The block's bookings are forgotten.
    ReorganisationTooDeep => "reorganisation_too_deep",
        "the block's bookings are no longer kept: the chain was rewritten too deeply, stop and look";
    /// An output was booked already.
    DuplicateDeposit {
        /// Which.
        outpoint: OutPoint,
    } => "duplicate_deposit", "output {outpoint} is booked already";
    /// No account has this address.
    UnknownDepositIndex {
        /// Which.
        index: u32,
    } => "unknown_deposit_index", "deposit index {index} belongs to no account";
    /// More than there can be.
    TooMuchMoney => "too_much_money", "the deposits exceed all the money there is";
    /// More than fit a block.
    TooManyDeposits => "too_many_deposits", "the block has more deposits than fit a block";
    /// Below the least deposit.
    DepositTooSmall {
        /// Which.
        outpoint: OutPoint,
        /// The least.
        minimum: Amount,
    } => "deposit_too_small",
        "output {outpoint} is no deposit: those start at {minimum} base units, leave it out";
    /// Not a coin of the exchange, or spent before.
    UnknownCoin {
        /// Which.
        outpoint: OutPoint,
    } => "unknown_coin",
        "output {outpoint} is no unspent coin of the exchange: leave it out";
    /// One block spends a coin once.
    SpentTwice {
        /// Which.
        outpoint: OutPoint,
    } => "spent_twice", "output {outpoint} is spent twice in the block: name it once";
    /// More than fit a block.
    TooManySpends => "too_many_spends", "the block spends more coins than fit a block";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_snake_case() {
        let mut codes = Rejection::CODES.to_vec();
        assert!(codes.iter().all(|c| c.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Rejection::CODES.len());
        assert_eq!(Rejection::NotOpen.code(), "not_open");
    }

    #[test]
    fn messages_are_fragments() {
        let text =
            Rejection::NotEnoughMoney { have: Amount::of(1), need: Amount::of(2) }.to_string();
        assert!(text.starts_with("not enough money: 2 base units"));
        assert!(!text.ends_with('.'));
    }
}
