//! The whole state of a market, and the indexes that make it quick to ask.
//!
//! [`State`] is what a snapshot holds. [`Index`] follows from it: it can be built from a state at
//! any time and is then the same as the one kept up to date command by command (a test checks it).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint, Txid};

use crate::life_cycle::UnitState;
use crate::money::{Ledger, LedgerAccount};
use crate::records::{
    Account, CoinPath, Job, Lease, Order, OrderState, OrderTerms, OwnCoin, ScannedBlock, Side,
    Trade, Unit, Withdrawal, WithdrawalStage,
};
use crate::{ArticleId, JobId, LeaseId, MarketConfig, OrderId, TradeId, UnitId, WithdrawalId};

/// The numbers that will be given out next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NextIds {
    pub(crate) order: OrderId,
    pub(crate) job: JobId,
    pub(crate) unit: UnitId,
    pub(crate) lease: LeaseId,
    pub(crate) trade: TradeId,
    pub(crate) withdrawal: WithdrawalId,
}

impl Default for NextIds {
    fn default() -> Self {
        Self {
            order: OrderId::FIRST,
            job: JobId::FIRST,
            unit: UnitId::FIRST,
            lease: LeaseId::FIRST,
            trade: TradeId::FIRST,
            withdrawal: WithdrawalId::FIRST,
        }
    }
}

/// How far the chain was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scan {
    pub(crate) cursor: Option<(u64, BlockHash)>,
    // The first block ever scanned: nothing below it was booked.
    pub(crate) first_height: Option<u64>,
    pub(crate) blocks: BTreeMap<u64, ScannedBlock>,
}

/// Where a matching pass stopped when its work was used up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MatchPause {
    pub(crate) limit_price: Amount,
    pub(crate) order: OrderId,
    pub(crate) unit: UnitId,
    // The book changed meanwhile: begin from the top once this pass has ended.
    pub(crate) again: bool,
}

/// Everything that a snapshot holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) config: Option<MarketConfig>,
    pub(crate) now_ms: u64,
    pub(crate) next: NextIds,
    pub(crate) ledger: Ledger,
    pub(crate) accounts: BTreeMap<AccountKey, Account>,
    pub(crate) orders: BTreeMap<OrderId, Order>,
    pub(crate) jobs: BTreeMap<JobId, Job>,
    pub(crate) units: BTreeMap<UnitId, Unit>,
    pub(crate) leases: BTreeMap<LeaseId, Lease>,
    pub(crate) trades: BTreeMap<TradeId, Trade>,
    pub(crate) withdrawals: BTreeMap<WithdrawalId, Withdrawal>,
    pub(crate) scan: Scan,
    // Confirmed and unspent, at the exchange's own addresses.
    pub(crate) coins: BTreeMap<OutPoint, OwnCoin>,
    pub(crate) pauses: BTreeMap<ArticleId, MatchPause>,
}

/// Something that happens by itself at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Due {
    Lease(LeaseId),
    Order(OrderId),
}

/// The resting orders of one article, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Book {
    pub(crate) asks: BTreeSet<(Amount, OrderId)>,
    // Buy orders with at least one open unit.
    pub(crate) bids: BTreeSet<(Reverse<Amount>, OrderId)>,
}

/// What follows from a [`State`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Index {
    pub(crate) books: BTreeMap<ArticleId, Book>,
    pub(crate) open_units: BTreeMap<OrderId, BTreeSet<UnitId>>,
    pub(crate) live_units: usize,
    pub(crate) open_orders_of: BTreeMap<AccountKey, BTreeSet<OrderId>>,
    pub(crate) orders_of: BTreeMap<AccountKey, BTreeSet<OrderId>>,
    pub(crate) jobs_of: BTreeMap<AccountKey, BTreeSet<JobId>>,
    pub(crate) leases_of: BTreeMap<AccountKey, BTreeSet<LeaseId>>,
    pub(crate) due: BTreeSet<(u64, Due)>,
    pub(crate) answers: BTreeSet<(u64, AccountKey, [u8; 16])>,
    pub(crate) by_deposit_index: BTreeMap<u32, AccountKey>,
    pub(crate) unpaid_units_of: BTreeMap<AccountKey, BTreeSet<UnitId>>,
    // Finished jobs by time of their end, apart by whether a unit is unpaid.
    pub(crate) finished_paid: BTreeSet<(u64, JobId)>,
    pub(crate) finished_unpaid: BTreeSet<(u64, JobId)>,
    pub(crate) finished_asks: BTreeSet<OrderId>,
    pub(crate) withdrawals_of: BTreeMap<AccountKey, BTreeSet<WithdrawalId>>,
    pub(crate) open_withdrawals_of: BTreeMap<AccountKey, BTreeSet<WithdrawalId>>,
    pub(crate) final_withdrawals: BTreeSet<WithdrawalId>,
    pub(crate) by_txid: BTreeMap<Txid, WithdrawalId>,
    pub(crate) spent: BTreeMap<OutPoint, WithdrawalId>,
    // Deposits and change of the kept blocks, spent or not.
    pub(crate) booked: BTreeSet<OutPoint>,
    pub(crate) coins_total: i128,
}

/// Adds to a set of a map.
pub(crate) fn put<K: Ord, V: Ord>(map: &mut BTreeMap<K, BTreeSet<V>>, key: K, value: V) {
    map.entry(key).or_default().insert(value);
}

/// Takes out of a set of a map; empty sets are dropped, so that equal indexes are equal maps.
pub(crate) fn take<K: Ord, V: Ord>(map: &mut BTreeMap<K, BTreeSet<V>>, key: &K, value: &V) {
    if let Some(set) = map.get_mut(key) {
        set.remove(value);
        if set.is_empty() {
            map.remove(key);
        }
    }
}

impl Index {
    /// The index of a state whose references hold ([`State::check_references`]).
    pub(crate) fn of(state: &State) -> Self {
        let mut index = Self::default();
        for (&key, account) in &state.accounts {
            index.by_deposit_index.insert(account.deposit_index, key);
            for (&answer, kept) in &account.answers {
                index.answers.insert((kept.forget_ms, key, answer));
            }
        }
        state.orders.values().for_each(|order| index.add_order(order));
        for job in state.jobs.values() {
            put(&mut index.jobs_of, job.account, job.id);
            index.add_finished(job);
        }
        for unit in state.units.values() {
            index.add_unit(unit, &state.jobs[&unit.job], state);
        }
        state.leases.values().for_each(|lease| index.add_lease(lease));
        state.withdrawals.values().for_each(|withdrawal| index.add_withdrawal(withdrawal));
        for (&height, block) in &state.scan.blocks {
            index.booked.extend(block.made(height).map(|(outpoint, _)| outpoint));
        }
        index.coins_total =
            state.coins.values().map(|coin| i128::from(coin.amount.to_base())).sum();
        index
    }

    /// The book of an article; an empty one is made when it is first asked for.
    fn book(&mut self, article: &ArticleId) -> &mut Book {
        if !self.books.contains_key(article) {
            self.books.insert(article.clone(), Book::default());
        }
        self.books.get_mut(article).expect("just made")
    }

    fn drop_empty_book(&mut self, article: &ArticleId) {
        if self.books.get(article).is_some_and(|b| b.asks.is_empty() && b.bids.is_empty()) {
            self.books.remove(article);
        }
    }

    pub(crate) fn add_order(&mut self, order: &Order) {
        put(&mut self.orders_of, order.account, order.id);
        if order.state == OrderState::Open {
            put(&mut self.open_orders_of, order.account, order.id);
            self.due.insert((order.expires_ms, Due::Order(order.id)));
            if order.side() == Side::Sell {
                self.book(&order.article).asks.insert((order.limit_price, order.id));
            }
        } else if order.side() == Side::Sell {
            self.finished_asks.insert(order.id);
        }
    }

    /// An open order ended. `order` is as it was while open.
    pub(crate) fn end_order(&mut self, order: &Order) {
        take(&mut self.open_orders_of, &order.account, &order.id);
        self.due.remove(&(order.expires_ms, Due::Order(order.id)));
        if order.side() == Side::Sell {
            self.book(&order.article).asks.remove(&(order.limit_price, order.id));
            self.drop_empty_book(&order.article);
            self.finished_asks.insert(order.id);
        }
    }

    pub(crate) fn forget_order(&mut self, order: &Order) {
        take(&mut self.orders_of, &order.account, &order.id);
        self.finished_asks.remove(&order.id);
    }

    fn add_unit(&mut self, unit: &Unit, job: &Job, state: &State) {
        if !unit.state.is_final() {
            self.live_units += 1;
        }
        if unit.state == UnitState::Open {
            self.open_unit(unit.id, &state.orders[&job.order]);
        }
        if let Some(paid) = unit.settlement.as_ref().filter(|paid| paid.payout.is_none()) {
            put(&mut self.unpaid_units_of, paid.seller, unit.id);
        }
    }

    pub(crate) fn open_unit(&mut self, unit: UnitId, order: &Order) {
        put(&mut self.open_units, order.id, unit);
        self.book(&order.article).bids.insert((Reverse(order.limit_price), order.id));
    }

    pub(crate) fn close_unit(&mut self, unit: UnitId, order: &Order) {
        take(&mut self.open_units, &order.id, &unit);
        if !self.open_units.contains_key(&order.id) {
            self.book(&order.article).bids.remove(&(Reverse(order.limit_price), order.id));
            self.drop_empty_book(&order.article);
        }
    }

    pub(crate) fn add_finished(&mut self, job: &Job) {
        if let Some(done_ms) = job.done_ms {
            let set =
                if job.unpaid == 0 { &mut self.finished_paid } else { &mut self.finished_unpaid };
            set.insert((done_ms, job.id));
        }
    }

    pub(crate) fn remove_finished(&mut self, job: &Job) {
        if let Some(done_ms) = job.done_ms {
            self.finished_paid.remove(&(done_ms, job.id));
            self.finished_unpaid.remove(&(done_ms, job.id));
        }
    }

    pub(crate) fn add_lease(&mut self, lease: &Lease) {
        put(&mut self.leases_of, lease.seller, lease.id);
        self.due.insert((lease.deadline_ms, Due::Lease(lease.id)));
    }

    pub(crate) fn remove_lease(&mut self, lease: &Lease) {
        take(&mut self.leases_of, &lease.seller, &lease.id);
        self.due.remove(&(lease.deadline_ms, Due::Lease(lease.id)));
    }

    pub(crate) fn add_withdrawal(&mut self, withdrawal: &Withdrawal) {
        let (id, account) = (withdrawal.id, withdrawal.account);
        put(&mut self.withdrawals_of, account, id);
        match withdrawal.stage {
            WithdrawalStage::Confirmed | WithdrawalStage::Refused => {
                self.final_withdrawals.insert(id);
            }
            _ => put(&mut self.open_withdrawals_of, account, id),
        }
        if let Some(transaction) = &withdrawal.transaction {
            self.by_txid.insert(transaction.txid, id);
            self.spent.extend(transaction.spent.iter().map(|&outpoint| (outpoint, id)));
        }
    }

    pub(crate) fn remove_withdrawal(&mut self, withdrawal: &Withdrawal) {
        let (id, account) = (withdrawal.id, withdrawal.account);
        take(&mut self.withdrawals_of, &account, &id);
        take(&mut self.open_withdrawals_of, &account, &id);
        self.final_withdrawals.remove(&id);
        if let Some(transaction) = &withdrawal.transaction {
            self.by_txid.remove(&transaction.txid);
            for outpoint in &transaction.spent {
                self.spent.remove(outpoint);
            }
        }
    }
}

impl State {
    /// Whether every reference leads somewhere and every sum agrees with its parts: what a snapshot
    /// has to satisfy before it is taken over. The error names the first thing that does not.
    pub(crate) fn check_references(&self) -> Result<(), String> {
        self.check_accounts()?;
        self.check_orders()?;
        self.check_jobs()?;
        self.check_units()?;
        self.check_leases()?;
        self.check_withdrawals()?;
        self.check_blocks()?;
        self.check_coins()?;
        self.check_money()
    }

    fn check_accounts(&self) -> Result<(), String> {
        let mut indexes = BTreeSet::new();
        for (key, account) in &self.accounts {
            ensure(indexes.insert(account.deposit_index), || format!("deposit index of {key}"))?;
            ensure(account.debt >= 0, || format!("debt of {key}"))?;
        }
        for (account, _) in self.ledger.balances() {
            let known = match account {
                LedgerAccount::Available(key)
                | LedgerAccount::Held(key)
                | LedgerAccount::Withdrawing(key) => self.accounts.contains_key(&key),
                _ => true,
            };
            ensure(known, || format!("owner of {account:?}"))?;
        }
        for block in self.scan.blocks.values() {
            for deposit in &block.deposits {
                let index = deposit.deposit_index;
                ensure(indexes.contains(&index), || format!("deposit to {index}"))?;
            }
            let known = block.confirmed.iter().all(|id| self.withdrawals.contains_key(id));
            ensure(known, || format!("withdrawals of block {}", block.hash))?;
        }
        ensure(self.scan.cursor.is_some() == self.scan.first_height.is_some(), || "cursor".into())
    }

    fn check_orders(&self) -> Result<(), String> {
        for (id, order) in &self.orders {
            let job = match order.terms {
                OrderTerms::Ask { .. } => true,
                OrderTerms::Buy { job } => self.jobs.get(&job).is_some_and(|j| j.order == *id),
            };
            let known = self.accounts.contains_key(&order.account);
            ensure(job && known && order.id == *id && *id < self.next.order, || {
                format!("order {id}")
            })?;
        }
        Ok(())
    }

    fn check_jobs(&self) -> Result<(), String> {
        for (id, job) in &self.jobs {
            let units: Option<Vec<&Unit>> =
                job.unit_ids().map(|unit| self.units.get(&unit)).collect();
            let units = units.ok_or_else(|| format!("units of job {id}"))?;
            let count = |wanted: &dyn Fn(&Unit) -> bool| {
                u32::try_from(units.iter().filter(|unit| wanted(unit)).count()).unwrap_or(u32::MAX)
            };
            let unpaid =
                |unit: &Unit| unit.settlement.as_ref().is_some_and(|paid| paid.payout.is_none());
            let sound = job.id == *id
                && *id < self.next.job
                && self.accounts.contains_key(&job.account)
                && self.orders.contains_key(&job.order)
                && job.ended == count(&|unit| unit.state.is_final())
                && job.settled == count(&|unit| unit.state == UnitState::Settled)
                && job.unpaid == count(&unpaid)
                && job.done_ms.is_some() == (job.ended == job.units);
            ensure(sound, || format!("job {id}"))?;
        }
        Ok(())
    }

    fn check_units(&self) -> Result<(), String> {
        for (id, unit) in &self.units {
            let job = self.jobs.get(&unit.job);
            let sound = unit.id == *id
                && *id < self.next.unit
                && job.is_some_and(|job| job.unit_ids().any(|other| other == *id))
                && unit.lease.is_some() == unit.state.has_lease()
                && unit.settlement.is_some() == (unit.state == UnitState::Settled)
                && (unit.held == Amount::ZERO) == unit.state.is_final()
                && !unit.state.is_passing()
                && unit.lease.is_none_or(|lease| self.leases.contains_key(&lease));
            ensure(sound, || format!("unit {id}"))?;
        }
        Ok(())
    }

    fn check_leases(&self) -> Result<(), String> {
        for (id, lease) in &self.leases {
            let sound = lease.id == *id
                && *id < self.next.lease
                && self.accounts.contains_key(&lease.seller)
                && self.units.get(&lease.unit).is_some_and(|unit| unit.lease == Some(*id));
            ensure(sound, || format!("lease {id}"))?;
        }
        Ok(())
    }

    fn check_withdrawals(&self) -> Result<(), String> {
        let mut txids = BTreeSet::new();
        for (id, withdrawal) in &self.withdrawals {
            let signed =
                !matches!(withdrawal.stage, WithdrawalStage::Requested | WithdrawalStage::Refused);
            let sound = withdrawal.id == *id
                && *id < self.next.withdrawal
                && self.accounts.contains_key(&withdrawal.account)
                && withdrawal.transaction.is_some() == signed
                && withdrawal.transaction.as_ref().is_none_or(|tx| txids.insert(tx.txid));
            ensure(sound, || format!("withdrawal {id}"))?;
        }
        Ok(())
    }

    /// The kept blocks are one chain that ends at the cursor.
    fn check_blocks(&self) -> Result<(), String> {
        let mut expected = self.scan.cursor;
        for (&height, block) in self.scan.blocks.iter().rev() {
            ensure(expected == Some((height, block.hash)), || format!("block at {height}"))?;
            expected = height.checked_sub(1).map(|below| (below, block.parent));
        }
        let lowest = self.lowest_kept_block();
        let first = self.scan.first_height.unwrap_or(u64::MAX);
        ensure(self.scan.blocks.is_empty() || first <= lowest, || "first height".into())
    }

    /// Every coin has an owner's address, and taking back all kept blocks, newest first, finds each
    /// coin that it takes away and leaves only coins of blocks that are no longer kept.
    fn check_coins(&self) -> Result<(), String> {
        let mut coins = self.coins.clone();
        for (&height, block) in self.scan.blocks.iter().rev() {
            for spent in &block.spent {
                let new = coins.insert(spent.outpoint, spent.coin).is_none();
                ensure(new, || format!("coin {} spent at {height}", spent.outpoint))?;
            }
            for (outpoint, made) in block.made(height) {
                let same = coins.remove(&outpoint) == Some(made);
                ensure(same, || format!("coin {outpoint} made at {height}"))?;
            }
        }
        let kept_from = self.lowest_kept_block();
        let top = self.scan.cursor.map(|(height, _)| height);
        for (outpoint, coin) in &coins {
            let below = coin.height < kept_from
                && Some(coin.height) <= top
                && Some(coin.height) >= self.scan.first_height;
            ensure(below, || format!("coin {outpoint} of no block"))?;
        }
        self.check_coin_paths(coins.values())
    }

    /// Coins of kept blocks have the addresses of their deposits, which are checked with those.
    fn check_coin_paths<'a>(
        &self,
        mut coins: impl Iterator<Item = &'a OwnCoin>,
    ) -> Result<(), String> {
        let indexes: BTreeSet<u32> =
            self.accounts.values().map(|account| account.deposit_index).collect();
        let stray = coins.find(
            |coin| matches!(coin.path, CoinPath::Deposit(index) if !indexes.contains(&index)),
        );
        ensure(stray.is_none(), || format!("address of coin {stray:?}"))
    }

    /// The books against what they stand for.
    fn check_money(&self) -> Result<(), String> {
        ensure(self.ledger.is_sound(), || "books do not balance".into())?;
        let mut expected: BTreeMap<LedgerAccount, i128> = BTreeMap::new();
        let mut add = |account, amount: Amount| {
            *expected.entry(account).or_default() += i128::from(amount.to_base());
        };
        for unit in self.units.values() {
            add(LedgerAccount::Held(self.jobs[&unit.job].account), unit.held);
        }
        for withdrawal in self.withdrawals.values() {
            if is_under_way(withdrawal.stage) {
                add(LedgerAccount::Withdrawing(withdrawal.account), withdrawal.amount);
            }
        }
        for key in self.accounts.keys() {
            for account in [LedgerAccount::Held(*key), LedgerAccount::Withdrawing(*key)] {
                let parts = expected.get(&account).copied().unwrap_or(0);
                ensure(self.ledger.balance(account) == parts, || format!("{account:?}"))?;
            }
        }
        let debts: i128 = self.accounts.values().map(|account| account.debt).sum();
        ensure(self.ledger.totals().loss == debts, || "loss is not the sum of the debts".into())
    }

    /// The lowest height whose bookings can still be taken back.
    pub(crate) fn lowest_kept_block(&self) -> u64 {
        self.scan.blocks.keys().next().copied().unwrap_or(u64::MAX)
    }
}

/// Whether the money of a withdrawal is set aside.
pub(crate) const fn is_under_way(stage: WithdrawalStage) -> bool {
    matches!(
        stage,
        WithdrawalStage::Requested | WithdrawalStage::Signed | WithdrawalStage::Broadcast
    )
}

fn ensure(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}
