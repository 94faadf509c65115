//! The books: double entry in integer base units.
//!
//! Every movement is a [`Transfer`], posted by the one function [`Ledger::post`]. What one account
//! loses another gains, so all balances together are always zero. Balances that belong to someone
//! are never negative; only [`LedgerAccount::Chain`] (coins that came in are counted as owed by the
//! chain) and [`LedgerAccount::Loss`] are.
//!
//! Knows neither orders nor units.

use std::collections::BTreeMap;

use quarry_primitives::{AccountKey, Amount, MAX_MONEY};
use serde::{Deserialize, Serialize};

/// An account of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "owner", rename_all = "snake_case")]
pub enum LedgerAccount {
    /// The chain: minus the coins that the exchange has there.
    Chain,
    /// What its owner can spend.
    Available(AccountKey),
    /// What its owner has reserved for units.
    Held(AccountKey),
    /// What its owner is withdrawing.
    Withdrawing(AccountKey),
    /// What the exchange has earned.
    Fees,
    /// What the exchange has lost: minus the debts of its customers.
    Loss,
}

impl LedgerAccount {
    /// Whether the balance may be below zero.
    #[must_use]
    pub const fn may_be_negative(self) -> bool {
        matches!(self, Self::Chain | Self::Loss)
    }

    const fn class(self) -> usize {
        match self {
            Self::Chain => 0,
            Self::Available(_) => 1,
            Self::Held(_) => 2,
            Self::Withdrawing(_) => 3,
            Self::Fees => 4,
            Self::Loss => 5,
        }
    }
}

/// Why money moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferReason {
    /// Coins came in.
    Deposit,
    /// Coins that came in are gone again.
    DepositReverted,
    /// The exchange bears what a reverted deposit left missing.
    Shortfall,
    /// An account pays back what the exchange bore for it.
    DebtRepaid,
    /// Reserved for a unit.
    Hold,
    /// Paid to the seller of a unit.
    Payment,
    /// The exchange's fee on a trade.
    Fee,
    /// Held beyond the price: back to the buyer.
    Change,
    /// Held for a unit that earned nobody anything: back to the buyer.
    Refund,
    /// On its way out.
    Withdrawal,
    /// A withdrawal that was not made.
    WithdrawalRefused,
    /// A withdrawal that the chain has taken.
    WithdrawalConfirmed,
    /// A withdrawal whose block is no longer part of the chain.
    WithdrawalUnconfirmed,
}

/// One movement of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// The account that loses.
    pub from: LedgerAccount,
    /// The account that gains.
    pub to: LedgerAccount,
    /// How much.
    pub amount: Amount,
    /// Why.
    pub reason: TransferReason,
}

/// What the books say as a whole, in base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Coins that the exchange has on the chain.
    pub coins: i128,
    /// Spendable by their owners.
    pub available: i128,
    /// Reserved for units.
    pub held: i128,
    /// On their way out.
    pub withdrawing: i128,
    /// Earned by the exchange.
    pub fees: i128,
    /// Lost by the exchange (what customers owe it), not negative.
    pub loss: i128,
}

/// All balances.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ledger {
    // No zeros, so that equal books are equal maps.
    balances: BTreeMap<LedgerAccount, i128>,
    // The sum of each class, by `LedgerAccount::class`.
    classes: [i128; 6],
}

impl Ledger {
    /// Books with these balances; `None` if they break a rule.
    pub(crate) fn from_balances(entries: Vec<(LedgerAccount, i128)>) -> Option<Self> {
        let count = entries.len();
        let mut ledger = Self::default();
        for (account, balance) in entries {
            if balance == 0 || balance.unsigned_abs() > u128::from(u64::MAX) {
                return None;
            }
            ledger.balances.insert(account, balance);
            ledger.classes[account.class()] += balance;
        }
        (ledger.balances.len() == count && ledger.is_sound()).then_some(ledger)
    }

    /// Every account that is not empty, in order.
    pub(crate) fn balances(&self) -> impl Iterator<Item = (LedgerAccount, i128)> {
        self.balances.iter().map(|(&account, &balance)| (account, balance))
    }

    pub(crate) fn balance(&self, account: LedgerAccount) -> i128 {
        self.balances.get(&account).copied().unwrap_or(0)
    }

    /// A balance that belongs to someone, as an amount.
    pub(crate) fn amount(&self, account: LedgerAccount) -> Amount {
        debug_assert!(!account.may_be_negative());
        let units = u64::try_from(self.balance(account)).unwrap_or(u64::MAX);
        // The sum of what is owed never passes MAX_MONEY but for a reorganisation that undoes
        // confirmed withdrawals, and no owner can spend more than there is at once anyway.
        Amount::from_base(units).unwrap_or(Amount::MAX)
    }

    /// Moves money. The only way any balance changes.
    ///
    /// # Panics
    /// If a balance that belongs to someone would fall below zero. The caller has to have checked:
    /// stopping is better than books that lie.
    pub(crate) fn post(&mut self, transfer: &Transfer) {
        let amount = i128::from(transfer.amount.to_base());
        self.change(transfer.from, -amount);
        self.change(transfer.to, amount);
        assert!(self.sum() == 0, "books do not balance after {transfer:?}");
    }

    fn change(&mut self, account: LedgerAccount, by: i128) {
        let balance = self.balance(account) + by;
        assert!(balance >= 0 || account.may_be_negative(), "{account:?} would be overdrawn");
        self.classes[account.class()] += by;
        if balance == 0 {
            self.balances.remove(&account);
        } else {
            self.balances.insert(account, balance);
        }
    }

    /// The sum over all accounts: zero.
    pub(crate) fn sum(&self) -> i128 {
        self.classes.iter().sum()
    }

    /// What the exchange owes its customers and itself.
    pub(crate) fn owed(&self) -> i128 {
        self.classes[1..=4].iter().sum()
    }

    /// Whether a deposit still keeps what is owed within all the money there is.
    pub(crate) fn has_room_for(&self, deposits: i128) -> bool {
        self.owed() + deposits <= i128::from(MAX_MONEY)
    }

    pub(crate) fn totals(&self) -> Totals {
        let [chain, available, held, withdrawing, fees, loss] = self.classes;
        Totals { coins: -chain, available, held, withdrawing, fees, loss: -loss }
    }

    /// Counts everything again.
    pub(crate) fn is_sound(&self) -> bool {
        let mut classes = [0; 6];
        for (account, balance) in self.balances() {
            if balance == 0 || (balance < 0 && !account.may_be_negative()) {
                return false;
            }
            classes[account.class()] += balance;
        }
        classes == self.classes && self.sum() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> AccountKey {
        "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c".parse().unwrap()
    }

    fn transfer(from: LedgerAccount, to: LedgerAccount, amount: u64) -> Transfer {
        Transfer { from, to, amount: Amount::of(amount), reason: TransferReason::Deposit }
    }

    #[test]
    fn what_one_loses_another_gains() {
        let mut ledger = Ledger::default();
        let mine = LedgerAccount::Available(key());
        ledger.post(&transfer(LedgerAccount::Chain, mine, 10));
        ledger.post(&transfer(mine, LedgerAccount::Fees, 4));
        assert_eq!(ledger.amount(mine), Amount::of(6));
        assert_eq!(ledger.totals().coins, 10);
        assert_eq!((ledger.sum(), ledger.owed()), (0, 10));
        assert!(ledger.is_sound());
        ledger.post(&transfer(mine, LedgerAccount::Chain, 6));
        assert_eq!(ledger.balances().count(), 2);
    }

    #[test]
    #[should_panic(expected = "overdrawn")]
    fn nobody_is_overdrawn() {
        Ledger::default().post(&transfer(LedgerAccount::Available(key()), LedgerAccount::Fees, 1));
    }

    #[test]
    fn unsound_books_are_not_read() {
        let mine = LedgerAccount::Available(key());
        for bad in [
            vec![(mine, 1)],
            vec![(mine, -1), (LedgerAccount::Chain, 1)],
            vec![(mine, 0)],
            vec![(mine, 1), (mine, 1), (LedgerAccount::Chain, -2)],
        ] {
            assert_eq!(Ledger::from_balances(bad), None);
        }
        assert!(Ledger::from_balances(vec![(mine, 1), (LedgerAccount::Chain, -1)]).is_some());
    }
}
