//! Withdrawals: requested, signed once, broadcast, confirmed; or refused before they were signed.
//!
//! Does not know transactions' bytes: it keeps them, so that the same ones are sent again.

use std::collections::BTreeSet;

use quarry_primitives::{AccountKey, Amount, OutPoint, Script, Txid};

use super::leases::check_reason;
use super::{Outcome, Step};
use crate::money::{LedgerAccount, TransferReason};
use crate::records::{PayoutTransaction, Withdrawal, WithdrawalStage};
use crate::state::{put, take};
use crate::{Event, Rejection, Reply, UnitId, WithdrawalId, limits};

impl Step<'_> {
    pub(super) fn withdraw(
        &mut self,
        account: AccountKey,
        amount: Amount,
        script: &Script,
        unit: Option<UnitId>,
    ) -> Outcome {
        self.check_not_frozen(account)?;
        self.check_payout(account, amount, script)?;
        if let Some(unit) = unit {
            self.check_unpaid(account, unit)?;
        }
        let have = self.available(account);
        if have < amount {
            return Err(Rejection::NotEnoughMoney { have, need: amount });
        }
        let id = self.state.next.withdrawal;
        self.state.next.withdrawal = id.next();
        let (from, to) = (LedgerAccount::Available(account), LedgerAccount::Withdrawing(account));
        self.post(from, to, amount, TransferReason::Withdrawal);
        if let Some(unit) = unit {
            self.set_payout(unit, Some(id));
        }
        let withdrawal = Withdrawal {
            id,
            account,
            amount,
            script: script.to_owned(),
            unit,
            requested_ms: self.state.now_ms,
            stage: WithdrawalStage::Requested,
            transaction: None,
            confirmed_height: None,
            refusal: None,
        };
        self.index.add_withdrawal(&withdrawal);
        self.state.withdrawals.insert(id, withdrawal);
        self.tell_stage(id);
        Ok(Reply::Withdrawal { withdrawal: id })
    }

    fn check_payout(
        &self,
        account: AccountKey,
        amount: Amount,
        script: &Script,
    ) -> Result<(), Rejection> {
        let (minimum, dust) = (self.config().min_withdrawal, self.config().dust);
        if amount < minimum || amount == Amount::ZERO {
            return Err(Rejection::BelowMinimum { minimum });
        }
        if amount < dust {
            return Err(Rejection::BelowDust { payout: amount, dust });
        }
        let limit = limits::MAX_PAYOUT_SCRIPT_BYTES;
        if script.is_empty() || script.len() > limit || script.is_op_return() {
            return Err(Rejection::BadScript { limit: limit as u64 });
        }
        let open = self.index.open_withdrawals_of.get(&account).map_or(0, |open| open.len());
        if open >= limits::MAX_OPEN_WITHDRAWALS_PER_ACCOUNT {
            let limit = limits::MAX_OPEN_WITHDRAWALS_PER_ACCOUNT as u64;
            return Err(Rejection::TooManyWithdrawals { limit });
        }
        Ok(())
    }

    /// Whether this account earned a unit that no withdrawal has named.
    fn check_unpaid(&self, account: AccountKey, id: UnitId) -> Result<(), Rejection> {
        let unit = self.state.units.get(&id).ok_or(Rejection::UnknownUnit { unit: id })?;
        let Some(paid) = &unit.settlement else {
            return Err(Rejection::UnitNotSettled { unit: id });
        };
        if paid.seller != account {
            return Err(Rejection::NotYourUnit { unit: id });
        }
        match paid.payout {
            Some(withdrawal) => Err(Rejection::AlreadyPaidOut { unit: id, withdrawal }),
            None => Ok(()),
        }
    }

    /// Marks a unit as paid out by a withdrawal, or as not. Forgotten units are left alone.
    fn set_payout(&mut self, id: UnitId, payout: Option<WithdrawalId>) {
        let Some(unit) = self.state.units.get_mut(&id) else { return };
        let paid = unit.settlement.as_mut().expect("only settled units are paid out");
        assert!(paid.payout.is_some() != payout.is_some(), "unit {id} is paid out twice");
        paid.payout = payout;
        let job = self.state.jobs.get_mut(&unit.job).expect("a unit has a job");
        self.index.remove_finished(job);
        if payout.is_some() {
            take(&mut self.index.unpaid_units_of, &paid.seller, &id);
            job.unpaid -= 1;
        } else {
            put(&mut self.index.unpaid_units_of, paid.seller, id);
            job.unpaid += 1;
        }
        self.index.add_finished(job);
    }

    pub(super) fn withdrawal_signed(
        &mut self,
        id: WithdrawalId,
        raw: &[u8],
        txid: Txid,
        network_fee: Amount,
        spent: &[OutPoint],
    ) -> Outcome {
        let withdrawal = self.withdrawal(id)?;
        if withdrawal.transaction.is_some() {
            return Err(Rejection::AlreadySigned { withdrawal: id });
        }
        if withdrawal.stage != WithdrawalStage::Requested {
            return Err(Rejection::WrongStage { withdrawal: id, stage: withdrawal.stage });
        }
        let payout = withdrawal.amount.checked_sub(network_fee).unwrap_or(Amount::ZERO);
        let dust = self.config().dust;
        if payout < dust || payout == Amount::ZERO {
            return Err(Rejection::BelowDust { payout, dust });
        }
        self.check_transaction(raw, txid, spent)?;
        let transaction =
            PayoutTransaction { txid, raw: raw.to_vec(), network_fee, spent: spent.to_vec() };
        self.change_withdrawal(id, |withdrawal| {
            withdrawal.transaction = Some(transaction);
            withdrawal.stage = WithdrawalStage::Signed;
        });
        Ok(Reply::Done)
    }

    /// A transaction of its own, over outputs of its own.
    fn check_transaction(
        &self,
        raw: &[u8],
        txid: Txid,
        spent: &[OutPoint],
    ) -> Result<(), Rejection> {
        let distinct: BTreeSet<&OutPoint> = spent.iter().collect();
        let sized = !raw.is_empty() && raw.len() <= limits::MAX_RAW_TX_BYTES;
        if !sized || spent.is_empty() || distinct.len() != spent.len() {
            return Err(Rejection::BadTransaction);
        }
        if self.index.by_txid.contains_key(&txid) {
            return Err(Rejection::TransactionReused { txid });
        }
        match spent.iter().find(|outpoint| self.index.spent.contains_key(outpoint)) {
            Some(&outpoint) => Err(Rejection::InputReused { outpoint }),
            None => Ok(()),
        }
    }

    pub(super) fn withdrawal_broadcast(&mut self, id: WithdrawalId) -> Outcome {
        let stage = self.withdrawal(id)?.stage;
        if stage != WithdrawalStage::Signed {
            return Err(Rejection::WrongStage { withdrawal: id, stage });
        }
        self.change_withdrawal(id, |withdrawal| withdrawal.stage = WithdrawalStage::Broadcast);
        Ok(Reply::Done)
    }

    pub(super) fn withdrawal_refused(&mut self, id: WithdrawalId, reason: &str) -> Outcome {
        let stage = self.withdrawal(id)?.stage;
        if stage != WithdrawalStage::Requested {
            return Err(Rejection::WrongStage { withdrawal: id, stage });
        }
        check_reason(reason)?;
        self.refuse_withdrawal(id, reason);
        Ok(Reply::Done)
    }

    /// Gives a requested withdrawal's money back.
    pub(super) fn refuse_withdrawal(&mut self, id: WithdrawalId, reason: &str) {
        let Withdrawal { account, amount, unit, .. } = self.state.withdrawals[&id];
        let (from, to) = (LedgerAccount::Withdrawing(account), LedgerAccount::Available(account));
        self.post(from, to, amount, TransferReason::WithdrawalRefused);
        if let Some(unit) = unit {
            self.set_payout(unit, None);
        }
        self.change_withdrawal(id, |withdrawal| {
            withdrawal.stage = WithdrawalStage::Refused;
            withdrawal.refusal = Some(reason.to_owned());
        });
    }

    /// A block holds a withdrawal's transaction. A signed one may have been broadcast just before
    /// the server stopped, so it counts too.
    pub(super) fn confirm_withdrawal(&mut self, id: WithdrawalId, height: u64) {
        let Withdrawal { account, amount, .. } = self.state.withdrawals[&id];
        let from = LedgerAccount::Withdrawing(account);
        self.post(from, LedgerAccount::Chain, amount, TransferReason::WithdrawalConfirmed);
        self.change_withdrawal(id, |withdrawal| {
            withdrawal.stage = WithdrawalStage::Confirmed;
            withdrawal.confirmed_height = Some(height);
        });
    }

    /// The block is no longer part of the chain: the transaction is on its way again.
    pub(super) fn unconfirm_withdrawal(&mut self, id: WithdrawalId) {
        let Withdrawal { account, amount, .. } = self.state.withdrawals[&id];
        let to = LedgerAccount::Withdrawing(account);
        self.post(LedgerAccount::Chain, to, amount, TransferReason::WithdrawalUnconfirmed);
        self.change_withdrawal(id, |withdrawal| {
            withdrawal.stage = WithdrawalStage::Broadcast;
            withdrawal.confirmed_height = None;
        });
    }

    fn withdrawal(&self, id: WithdrawalId) -> Result<&Withdrawal, Rejection> {
        self.state.withdrawals.get(&id).ok_or(Rejection::UnknownWithdrawal { withdrawal: id })
    }

    fn change_withdrawal(&mut self, id: WithdrawalId, change: impl FnOnce(&mut Withdrawal)) {
        let withdrawal = self.state.withdrawals.get_mut(&id).expect("the caller has looked");
        self.index.remove_withdrawal(withdrawal);
        change(withdrawal);
        self.index.add_withdrawal(withdrawal);
        self.tell_stage(id);
    }

    fn tell_stage(&mut self, id: WithdrawalId) {
        let Withdrawal { account, amount, stage, .. } = self.state.withdrawals[&id];
        self.events.push(Event::Withdrawal { withdrawal: id, account, amount, stage });
    }
}
