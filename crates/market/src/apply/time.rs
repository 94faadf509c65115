//! The passing of time: what is due is done before any command acts.
//!
//! Does not know clocks: the time is the one the command was logged with.

use super::Step;
use crate::life_cycle::Message;
use crate::records::{OrderState, OrderTerms};
use crate::state::Due;
use crate::{Event, LeaseId, OrderId, UnitReason, limits};

impl Step<'_> {
    pub(super) fn pass_time(&mut self, wall_ms: u64, restarted: bool) {
        self.state.now_ms = self.state.now_ms.max(wall_ms.min(limits::MAX_TIME_MS));
        if restarted {
            self.grant_grace();
        }
        while let Some(&(at_ms, due)) = self.index.due.first() {
            if at_ms > self.state.now_ms {
                break;
            }
            match due {
                Due::Lease(lease) => self.lose_lease(lease),
                Due::Order(order) => self.expire_order(order),
            }
        }
        self.forget_answers();
    }

    /// After an outage everything live has one lease time at least.
    fn grant_grace(&mut self) {
        let until_ms = self.state.now_ms + self.config().lease_ms;
        let late: Vec<(u64, Due)> =
            self.index.due.iter().take_while(|due| due.0 < until_ms).copied().collect();
        for (at_ms, due) in late {
            self.index.due.remove(&(at_ms, due));
            self.index.due.insert((until_ms, due));
            match due {
                Due::Lease(id) => self.lease_mut(id).deadline_ms = until_ms,
                Due::Order(id) => self.order_mut(id).expires_ms = until_ms,
            }
        }
        self.events.push(Event::Restarted { until_ms });
    }

    /// The seller was not heard in time.
    fn lose_lease(&mut self, id: LeaseId) {
        let lease = self.state.leases[&id].clone();
        self.report_fault(&lease, crate::Fault::Silence);
        self.withdraw_asks(lease.seller, &lease.article);
        self.seller_failed(lease.unit, Message::LoseLease, UnitReason::SellerSilent);
    }

    fn expire_order(&mut self, id: OrderId) {
        let terms = self.state.orders[&id].terms.clone();
        self.end_order(id, OrderState::Expired);
        if let OrderTerms::Buy { .. } = terms {
            self.end_open_units(id, Message::Expire, &UnitReason::OrderOver);
        }
    }

    fn forget_answers(&mut self) {
        while let Some(&(forget_ms, account, key)) = self.index.answers.first() {
            if forget_ms > self.state.now_ms {
                break;
            }
            self.index.answers.pop_first();
            if let Some(known) = self.state.accounts.get_mut(&account) {
                known.answers.remove(&key);
            }
        }
    }
}
