//! What commands do. One file per group of commands; this one is the frame around each.
//!
//! A handler checks everything first and changes things only then, so that a rejection leaves no
//! trace. Around it: time passes before, and debts, the book and the limits of memory are seen to
//! afterwards.

mod blocks;
mod leases;
mod matching;
mod orders;
mod pruning;
mod signed;
mod time;
mod units;
mod withdrawals;

use std::collections::BTreeSet;

use quarry_primitives::{AccountKey, Amount};

use crate::money::{LedgerAccount, Transfer, TransferReason};
use blocks::Seen;

use crate::records::Account;
use crate::state::{Index, State};
use crate::{Applied, ArticleId, Command, Event, Market, MarketConfig, Rejection, Reply, limits};

type Outcome = Result<Reply, Rejection>;

impl Market {
    /// Applies one command. Market time becomes `wall_ms`, but never goes back.
    ///
    /// # Panics
    /// If the books would lie afterwards: a fault of these rules, on which it is better to stop.
    pub fn apply(&mut self, wall_ms: u64, command: &Command) -> Applied {
        let mut step = Step {
            state: &mut self.state,
            index: &mut self.index,
            events: Vec::new(),
            touched: BTreeSet::new(),
            dirty: BTreeSet::new(),
        };
        let (reply, replayed) = step.run(wall_ms, command);
        step.repay_debts();
        step.match_books();
        step.prune();
        step.assert_books();
        Applied { events: step.events, reply, replayed }
    }
}

/// One command under way.
struct Step<'a> {
    state: &'a mut State,
    index: &'a mut Index,
    events: Vec<Event>,
    // Accounts of the books that changed: all that has to be checked afterwards.
    touched: BTreeSet<LedgerAccount>,
    // Articles whose book may match now.
    dirty: BTreeSet<ArticleId>,
}

impl Step<'_> {
    /// The answer, and whether it is a kept one.
    fn run(&mut self, wall_ms: u64, command: &Command) -> (Outcome, bool) {
        if let Command::Open(config) = command {
            return (self.open(wall_ms, config), false);
        }
        if self.state.config.is_none() {
            return (Err(Rejection::NotOpen), false);
        }
        self.pass_time(wall_ms, matches!(command, Command::Restarted));
        if let Command::Signed { authorization, action } = command {
            return self.signed(authorization, action);
        }
        (self.observed(command), false)
    }

    /// What the server observed itself.
    fn observed(&mut self, command: &Command) -> Outcome {
        match command {
            // Done by the passing of time, or before.
            Command::Restarted | Command::Tick | Command::Open(_) | Command::Signed { .. } => {
                Ok(Reply::Done)
            }
            Command::BlockScanned { height, hash, parent, deposits, change, spent, confirmed } => {
                let seen = Seen { deposits, change, spent, confirmed };
                self.block_scanned(*height, *hash, *parent, &seen)
            }
            Command::BlockUnscanned { height, hash } => self.block_unscanned(*height, *hash),
            Command::WithdrawalSigned { id, raw_tx, txid, network_fee, spent } => {
                self.withdrawal_signed(*id, raw_tx, *txid, *network_fee, spent)
            }
            Command::WithdrawalBroadcast { id } => self.withdrawal_broadcast(*id),
            Command::WithdrawalRefused { id, reason } => self.withdrawal_refused(*id, reason),
        }
    }

    fn open(&mut self, wall_ms: u64, config: &MarketConfig) -> Outcome {
        if self.state.config.is_some() {
            return Err(Rejection::AlreadyOpen);
        }
        config.check()?;
        self.state.config = Some(config.clone());
        self.state.now_ms = wall_ms.min(limits::MAX_TIME_MS);
        self.events.push(Event::Opened);
        Ok(Reply::Done)
    }

    fn config(&self) -> &MarketConfig {
        self.state.config.as_ref().expect("run() lets nothing pass before Open")
    }

    fn available(&self, account: AccountKey) -> Amount {
        self.state.ledger.amount(LedgerAccount::Available(account))
    }

    fn debt(&self, account: AccountKey) -> Amount {
        self.state.accounts.get(&account).map_or(Amount::ZERO, Account::debt_as_amount)
    }

    /// Posts a transfer and tells of it. Nothing is not posted.
    fn post(
        &mut self,
        from: LedgerAccount,
        to: LedgerAccount,
        amount: Amount,
        reason: TransferReason,
    ) {
        if amount == Amount::ZERO {
            return;
        }
        let transfer = Transfer { from, to, amount, reason };
        self.state.ledger.post(&transfer);
        self.touched.extend([from, to]);
        self.events.push(Event::Transfer(transfer));
    }

    /// Money that became available to an account in debt goes to the debt first.
    fn repay_debts(&mut self) {
        let credited: Vec<AccountKey> = self
            .touched
            .iter()
            .filter_map(|account| match account {
                LedgerAccount::Available(key) => Some(*key),
                _ => None,
            })
            .collect();
        for account in credited {
            self.repay_debt(account);
        }
    }

    fn repay_debt(&mut self, account: AccountKey) {
        let paid = self.debt(account).min(self.available(account));
        if paid == Amount::ZERO {
            return;
        }
        let from = LedgerAccount::Available(account);
        self.post(from, LedgerAccount::Loss, paid, TransferReason::DebtRepaid);
        let known = self.state.accounts.get_mut(&account).expect("it has a debt");
        known.debt -= i128::from(paid.to_base());
        if known.debt == 0 {
            self.events.push(Event::AccountUnfrozen { account });
        }
    }

    /// The work is that of the accounts touched, not of all.
    fn assert_books(&self) {
        assert!(self.state.ledger.sum() == 0, "the books do not balance");
        for &account in &self.touched {
            let balance = self.state.ledger.balance(account);
            assert!(balance >= 0 || account.may_be_negative(), "{account:?} is overdrawn");
        }
    }
}
