//! Forgetting: what has ended is kept up to a limit, and goes oldest first.
//!
//! Part of the rules, because what is forgotten can no longer be named by a command.

use super::Step;
use crate::records::{OrderTerms, WithdrawalStage};
use crate::{JobId, WithdrawalId, limits};

impl Step<'_> {
    pub(super) fn prune(&mut self) {
        while let Some(job) = self.superfluous_job() {
            self.forget_job(job);
        }
        while self.index.finished_asks.len() > limits::MAX_FINISHED_ASKS {
            let id = *self.index.finished_asks.first().expect("more than none");
            let order = self.state.orders.remove(&id).expect("the index follows the state");
            debug_assert!(matches!(order.terms, OrderTerms::Ask { .. }));
            self.index.forget_order(&order);
        }
        while self.state.trades.len() > limits::MAX_TRADES {
            self.state.trades.pop_first();
        }
        while self.state.scan.blocks.len() > limits::MAX_SCANNED_BLOCKS {
            let (height, block) = self.state.scan.blocks.pop_first().expect("more than none");
            for (outpoint, _) in block.made(height) {
                self.index.booked.remove(&outpoint);
            }
        }
        while let Some(withdrawal) = self.superfluous_withdrawal() {
            let withdrawal = self.state.withdrawals.remove(&withdrawal).expect("as above");
            self.index.remove_withdrawal(&withdrawal);
        }
    }

    fn superfluous_job(&self) -> Option<JobId> {
        let (paid, unpaid) = (&self.index.finished_paid, &self.index.finished_unpaid);
        let kept = paid.len() + unpaid.len();
        if kept <= limits::MAX_FINISHED_JOBS {
            return None;
        }
        let spared = unpaid.first().filter(|_| kept > limits::MAX_FINISHED_JOBS_UNPAID);
        paid.first().or(spared).map(|&(_, job)| job)
    }

    fn forget_job(&mut self, id: JobId) {
        let job = self.state.jobs.remove(&id).expect("the index follows the state");
        self.index.remove_finished(&job);
        crate::state::take(&mut self.index.jobs_of, &job.account, &id);
        for unit in job.unit_ids() {
            let unit = self.state.units.remove(&unit).expect("a job has its units");
            if let Some(paid) = unit.settlement {
                crate::state::take(&mut self.index.unpaid_units_of, &paid.seller, &unit.id);
            }
        }
        let order = self.state.orders.remove(&job.order).expect("a job has its order");
        self.index.forget_order(&order);
    }

    fn superfluous_withdrawal(&self) -> Option<WithdrawalId> {
        if self.index.final_withdrawals.len() <= limits::MAX_FINISHED_WITHDRAWALS {
            return None;
        }
        let kept_from = self.state.lowest_kept_block();
        self.index.final_withdrawals.iter().copied().find(|id| {
            let withdrawal = &self.state.withdrawals[id];
            withdrawal.stage == WithdrawalStage::Refused
                || withdrawal.confirmed_height.is_some_and(|height| height < kept_from)
        })
    }
}
