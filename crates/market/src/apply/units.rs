//! The life of units: the only place that changes a unit's state, by the table.
//!
//! [`Step::permit`] asks the table, [`Step::move_unit`] follows it: state, lease, money, job.

use quarry_primitives::{AccountKey, Amount};

use super::Step;
use crate::life_cycle::{
    Deadline, Message, MoneyEffect, Sender, Transition, UnitReason, UnitState, transition,
};
use crate::money::{LedgerAccount, TransferReason};
use crate::records::{Lease, OrderState, Settlement, TradeOutcome, Unit};
use crate::state::put;
use crate::{Event, Fault, JobId, LeaseId, Rejection, UnitId, limits};

impl Step<'_> {
    /// Whether a unit takes a message from a sender now.
    pub(super) fn permit(
        &self,
        id: UnitId,
        message: Message,
        who: Sender,
    ) -> Result<(), Rejection> {
        let unit = self.state.units.get(&id).ok_or(Rejection::UnknownUnit { unit: id })?;
        match transition(unit.state, message) {
            Some(row) if row.who == who => Ok(()),
            _ => Err(Rejection::WrongState { unit: id, state: unit.state, message }),
        }
    }

    /// Moves a unit along the table.
    ///
    /// # Panics
    /// If the table has no such row: callers from outside asked [`permit`](Self::permit) before.
    pub(super) fn move_unit(&mut self, id: UnitId, message: Message, reason: Option<UnitReason>) {
        let unit = self.unit_mut(id);
        let row = transition(unit.state, message).expect("permitted before");
        unit.state = row.to;
        unit.reason.clone_from(&reason);
        let job = unit.job;
        if row.from != row.to {
            let (from, to) = (row.from, row.to);
            self.events.push(Event::UnitState { unit: id, job, from, to, reason });
        }
        self.follow_in_book(id, row);
        match row.money {
            MoneyEffect::Keep => {}
            MoneyEffect::Pay => self.pay(id),
            MoneyEffect::Refund => self.refund(id),
        }
        self.follow_in_lease(id, row);
        if row.to.is_final() {
            self.unit_ended(id, job);
        }
    }

    /// Open units are in the book, others are not.
    fn follow_in_book(&mut self, id: UnitId, row: &Transition) {
        let unit = &self.state.units[&id];
        let quantity = unit.quantity;
        let order_id = self.state.jobs[&unit.job].order;
        let order = self.state.orders.get_mut(&order_id).expect("a job has an order");
        if row.from == UnitState::Open {
            order.remaining -= quantity;
            self.index.close_unit(id, order);
        }
        if row.to == UnitState::Open {
            order.remaining += quantity;
            self.index.open_unit(id, order);
            self.dirty.insert(order.article.clone());
        }
    }

    /// Leases are extended, and end with the states that have one.
    fn follow_in_lease(&mut self, id: UnitId, row: &Transition) {
        let Some(lease) = self.state.units[&id].lease else { return };
        if row.deadline == Deadline::Lease {
            self.extend_lease(lease);
        }
        if !row.to.has_lease() {
            let outcome = match row.money {
                MoneyEffect::Pay => TradeOutcome::Settled,
                MoneyEffect::Keep | MoneyEffect::Refund => TradeOutcome::Void,
            };
            self.end_lease(lease, outcome);
        }
    }

    fn extend_lease(&mut self, id: LeaseId) {
        let deadline_ms = self.state.now_ms + self.config().lease_ms;
        let lease = self.state.leases.get_mut(&id).expect("a unit's lease is live");
        self.index.remove_lease(lease);
        // A grace after a restart may reach further than one lease time.
        lease.deadline_ms = lease.deadline_ms.max(deadline_ms);
        self.index.add_lease(lease);
    }

    fn end_lease(&mut self, id: LeaseId, outcome: TradeOutcome) {
        let lease = self.state.leases.remove(&id).expect("a unit's lease is live");
        self.index.remove_lease(&lease);
        self.unit_mut(lease.unit).lease = None;
        if let Some(trade) = self.state.trades.get_mut(&lease.trade) {
            trade.outcome = outcome;
        }
        // The seller has a slot again.
        self.dirty.insert(lease.article);
    }

    /// Pays the seller and the fee out of the hold; what is left goes back to the buyer.
    fn pay(&mut self, id: UnitId) {
        let (held, buyer) = self.take_hold(id);
        let unit = &self.state.units[&id];
        let lease = unit.lease.and_then(|lease| self.state.leases.get(&lease));
        let Lease { seller, trade, amount, fee, .. } =
            lease.expect("an accepted unit has a lease").clone();
        let nonce = unit.shown.expect("an accepted unit has a nonce");
        let change = held
            .checked_sub(amount)
            .and_then(|left| left.checked_sub(fee))
            .expect("the hold covers the limit price, and a trade's price is not worse");
        let held = LedgerAccount::Held(buyer);
        self.post(held, LedgerAccount::Available(seller), amount, TransferReason::Payment);
        self.post(held, LedgerAccount::Fees, fee, TransferReason::Fee);
        self.post(held, LedgerAccount::Available(buyer), change, TransferReason::Change);
        let at_ms = self.state.now_ms;
        let unit = self.unit_mut(id);
        unit.shown = None;
        unit.settlement =
            Some(Settlement { seller, trade, nonce, amount, fee, at_ms, payout: None });
        let job = unit.job;
        let job = self.state.jobs.get_mut(&job).expect("a unit has a job");
        job.settled += 1;
        job.unpaid += 1;
        put(&mut self.index.unpaid_units_of, seller, id);
    }

    fn refund(&mut self, id: UnitId) {
        let (held, buyer) = self.take_hold(id);
        let (from, to) = (LedgerAccount::Held(buyer), LedgerAccount::Available(buyer));
        self.post(from, to, held, TransferReason::Refund);
    }

    /// The hold of a unit, which is zero from now on: it is spent once.
    fn take_hold(&mut self, id: UnitId) -> (Amount, AccountKey) {
        let unit = self.unit_mut(id);
        let (held, job) = (std::mem::take(&mut unit.held), unit.job);
        assert!(held > Amount::ZERO, "the hold of unit {id} is spent twice");
        (held, self.state.jobs[&job].account)
    }

    fn unit_ended(&mut self, id: UnitId, job: JobId) {
        self.index.live_units -= 1;
        self.unit_mut(id).excluded.clear();
        let now_ms = self.state.now_ms;
        let job = self.state.jobs.get_mut(&job).expect("a unit has a job");
        job.ended += 1;
        if job.ended < job.units {
            return;
        }
        job.done_ms = Some(now_ms);
        self.index.add_finished(job);
        let (id, order, settled, units) = (job.id, job.order, job.settled, job.units);
        if self.state.orders[&order].state == OrderState::Open {
            self.end_order(order, OrderState::Filled);
        }
        self.events.push(Event::JobDone { job: id, settled, units });
    }

    /// A seller failed a unit: `message` takes it back to the book, unless enough have failed.
    pub(super) fn seller_failed(&mut self, id: UnitId, message: Message, reason: UnitReason) {
        let most = self.config().max_attempts;
        let unit = self.unit_mut(id);
        unit.attempts += 1;
        if unit.attempts >= most {
            self.move_unit(id, Message::GiveUp, Some(UnitReason::TooManyAttempts));
        } else {
            self.return_to_book(id, message, reason);
        }
    }

    /// Takes a unit back to the book, if its order still is there and its buyer may buy.
    pub(super) fn return_to_book(&mut self, id: UnitId, message: Message, reason: UnitReason) {
        self.move_unit(id, message, Some(reason));
        let job = &self.state.jobs[&self.state.units[&id].job];
        if self.debt(job.account) > Amount::ZERO {
            self.move_unit(id, Message::Freeze, Some(UnitReason::BuyerFrozen));
        } else if self.state.orders[&job.order].state != OrderState::Open {
            self.move_unit(id, Message::Expire, Some(UnitReason::OrderOver));
        }
    }

    /// Keeps a seller away from a unit; whether the unit still takes more of them.
    pub(super) fn exclude(&mut self, id: UnitId, seller: AccountKey) -> bool {
        let excluded = &mut self.unit_mut(id).excluded;
        excluded.insert(seller);
        excluded.len() < limits::MAX_EXCLUDED_PER_UNIT
    }

    pub(super) fn report_fault(&mut self, lease: &Lease, fault: Fault) {
        self.events.push(Event::FaultReport {
            seller: lease.seller,
            unit: lease.unit,
            lease: lease.id,
            fault,
        });
    }

    pub(super) fn unit_mut(&mut self, id: UnitId) -> &mut Unit {
        self.state.units.get_mut(&id).expect("references between records hold")
    }
}
