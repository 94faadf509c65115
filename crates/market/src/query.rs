//! Questions to a market. They change nothing.
//!
//! What is forgotten (see [`limits`](crate::limits)) is answered like what never was.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint};

use crate::money::{LedgerAccount, Totals};
use crate::records::{Job, Lease, Order, OwnCoin, Trade, Unit, Withdrawal, WithdrawalStage};
use crate::{ArticleId, JobId, LeaseId, Market, MarketConfig, OrderId, UnitId, WithdrawalId};

/// An account's money and standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountView {
    /// Whose.
    pub account: AccountKey,
    /// The number of its deposit address.
    pub deposit_index: u32,
    /// What it can spend.
    pub available: Amount,
    /// What is reserved for its units.
    pub held: Amount,
    /// What it is withdrawing.
    pub withdrawing: Amount,
    /// Whether it may not buy or withdraw.
    pub frozen: bool,
    /// What it owes the exchange.
    pub debt: Amount,
}

/// The resting orders of an article, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookView {
    /// Offers, from the lowest price.
    pub asks: Vec<Level>,
    /// Buy orders with open units, from the highest price.
    pub bids: Vec<Level>,
}

/// The resting orders at one price, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The price of a quantity of 1.
    pub price: Amount,
    /// How much there is.
    pub quantity: u64,
    /// The orders.
    pub orders: Vec<OrderId>,
}

impl Market {
    /// The terms, once the exchange is open.
    #[must_use]
    pub fn config(&self) -> Option<&MarketConfig> {
        self.state.config.as_ref()
    }

    /// Market time, in milliseconds since the Unix epoch.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.state.now_ms
    }

    /// When something happens by itself next: send a [`Tick`](crate::Command::Tick) then.
    #[must_use]
    pub fn next_deadline(&self) -> Option<u64> {
        if !self.state.pauses.is_empty() {
            return Some(self.state.now_ms);
        }
        self.index.due.first().map(|due| due.0)
    }

    /// The book of an article.
    #[must_use]
    pub fn book(&self, article: &ArticleId) -> BookView {
        let Some(book) = self.index.books.get(article) else { return BookView::default() };
        BookView {
            asks: self.levels(book.asks.iter().map(|&(_, order)| order)),
            bids: self.levels(book.bids.iter().map(|&(Reverse(_), order)| order)),
        }
    }

    fn levels(&self, orders: impl Iterator<Item = OrderId>) -> Vec<Level> {
        let mut levels: Vec<Level> = Vec::new();
        for id in orders {
            let order = &self.state.orders[&id];
            match levels.last_mut().filter(|level| level.price == order.limit_price) {
                Some(level) => {
                    level.quantity = level.quantity.saturating_add(order.remaining);
                    level.orders.push(id);
                }
                None => levels.push(Level {
                    price: order.limit_price,
                    quantity: order.remaining,
                    orders: vec![id],
                }),
            }
        }
        levels
    }

    /// An order.
    #[must_use]
    pub fn order(&self, id: OrderId) -> Option<&Order> {
        self.state.orders.get(&id)
    }

    /// The orders of an account, oldest first.
    pub fn orders_of(&self, account: AccountKey) -> impl DoubleEndedIterator<Item = &Order> {
        all(self.index.orders_of.get(&account)).map(|id| &self.state.orders[id])
    }

    /// A job.
    #[must_use]
    pub fn job(&self, id: JobId) -> Option<&Job> {
        self.state.jobs.get(&id)
    }

    /// The jobs of an account, oldest first.
    pub fn jobs_of(&self, account: AccountKey) -> impl DoubleEndedIterator<Item = &Job> {
        all(self.index.jobs_of.get(&account)).map(|id| &self.state.jobs[id])
    }

    /// The newest jobs, newest first.
    pub fn jobs_recent(&self, count: usize) -> impl Iterator<Item = &Job> {
        self.state.jobs.values().rev().take(count)
    }

    /// A unit.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.state.units.get(&id)
    }

    /// A live lease.
    #[must_use]
    pub fn lease(&self, id: LeaseId) -> Option<&Lease> {
        self.state.leases.get(&id)
    }

    /// The live leases of a seller, oldest first: what it should be working on.
    pub fn next_lease_for(&self, seller: AccountKey) -> impl DoubleEndedIterator<Item = &Lease> {
        all(self.index.leases_of.get(&seller)).map(|id| &self.state.leases[id])
    }

    /// The newest trades, newest first.
    pub fn trades_recent(&self, count: usize) -> impl Iterator<Item = &Trade> {
        self.state.trades.values().rev().take(count)
    }

    /// An account.
    #[must_use]
    pub fn account(&self, account: AccountKey) -> Option<AccountView> {
        let known = self.state.accounts.get(&account)?;
        let amount = |of| self.state.ledger.amount(of);
        Some(AccountView {
            account,
            deposit_index: known.deposit_index,
            available: amount(LedgerAccount::Available(account)),
            held: amount(LedgerAccount::Held(account)),
            withdrawing: amount(LedgerAccount::Withdrawing(account)),
            frozen: known.debt > 0,
            debt: known.debt_as_amount(),
        })
    }

    /// All accounts, by key.
    pub fn accounts(&self) -> impl Iterator<Item = AccountView> {
        self.state.accounts.keys().filter_map(|&key| self.account(key))
    }

    /// Whose deposit address a number is.
    #[must_use]
    pub fn account_by_deposit_index(&self, index: u32) -> Option<AccountKey> {
        self.index.by_deposit_index.get(&index).copied()
    }

    /// A withdrawal.
    #[must_use]
    pub fn withdrawal(&self, id: WithdrawalId) -> Option<&Withdrawal> {
        self.state.withdrawals.get(&id)
    }

    /// The withdrawals at a stage, oldest first.
    pub fn withdrawals_in(&self, stage: WithdrawalStage) -> impl Iterator<Item = &Withdrawal> {
        self.state.withdrawals.values().filter(move |withdrawal| withdrawal.stage == stage)
    }

    /// The withdrawals of an account, oldest first.
    pub fn withdrawals_of(
        &self,
        account: AccountKey,
    ) -> impl DoubleEndedIterator<Item = &Withdrawal> {
        all(self.index.withdrawals_of.get(&account)).map(|id| &self.state.withdrawals[id])
    }

    /// The settled units of a seller that no withdrawal has named, oldest first.
    pub fn unpaid_units_of(&self, seller: AccountKey) -> impl DoubleEndedIterator<Item = &Unit> {
        all(self.index.unpaid_units_of.get(&seller)).map(|id| &self.state.units[id])
    }

    /// How far the chain was read: height and hash of the last scanned block.
    #[must_use]
    pub fn scan_cursor(&self) -> Option<(u64, BlockHash)> {
        self.state.scan.cursor
    }

    /// The exchange's own coins, by outpoint: confirmed and unspent in the blocks scanned so far.
    pub fn coins(&self) -> impl Iterator<Item = (OutPoint, &OwnCoin)> {
        self.state.coins.iter().map(|(&outpoint, coin)| (outpoint, coin))
    }

    /// One of the exchange's own coins.
    #[must_use]
    pub fn coin(&self, outpoint: &OutPoint) -> Option<&OwnCoin> {
        self.state.coins.get(outpoint)
    }

    /// What those coins are worth together, in base units.
    #[must_use]
    pub fn coins_total(&self) -> i128 {
        self.index.coins_total
    }

    /// The balance of an account of the books, in base units.
    #[must_use]
    pub fn balance(&self, account: LedgerAccount) -> i128 {
        self.state.ledger.balance(account)
    }

    /// What the books say as a whole.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.state.ledger.totals()
    }

    /// The coins that the exchange must have on the chain to pay everyone: what is available, held
    /// and being withdrawn. Its own fees are not counted.
    #[must_use]
    pub fn reserves_owed(&self) -> i128 {
        let totals = self.totals();
        totals.available + totals.held + totals.withdrawing
    }

    /// Counts everything again: all balances together are zero, none that belongs to someone is
    /// negative, holds are those of the units, debts are the loss, and the kept blocks can all be
    /// taken back. Takes time by the size of the
    /// market; every command checks what it touched itself.
    ///
    /// # Errors
    /// What does not agree.
    pub fn check_books(&self) -> Result<(), String> {
        self.state.check_references()?;
        if self.index == crate::state::Index::of(&self.state) {
            Ok(())
        } else {
            Err("an index does not follow the state".to_owned())
        }
    }
}

fn all<T>(set: Option<&BTreeSet<T>>) -> impl DoubleEndedIterator<Item = &T> {
    set.into_iter().flatten()
}
