//! What sellers say about their leases.
//!
//! Does not know the life cycle's rows: it asks the table through `permit`.

use quarry_primitives::AccountKey;

use super::{Outcome, Step};
use crate::life_cycle::{Message, Sender, UnitReason};
use crate::records::Lease;
use crate::{Event, Fault, LeaseId, NonceFault, NonceInput, Rejection, Reply, limits};

impl Step<'_> {
    pub(super) fn heartbeat(&mut self, account: AccountKey, id: LeaseId, hashes: u64) -> Outcome {
        let unit = self.own_lease(account, id, Message::Heartbeat)?.unit;
        self.lease_mut(id).hashes = hashes;
        self.move_unit(unit, Message::Heartbeat, None);
        self.events.push(Event::Progress { lease: id, unit, hashes });
        Ok(Reply::LeaseExtended { deadline_ms: self.state.leases[&id].deadline_ms })
    }

    pub(super) fn commit_nonce(&mut self, account: AccountKey, id: LeaseId, nonce: u64) -> Outcome {
        let lease = self.own_lease(account, id, Message::Commit)?.clone();
        let verdict = check_nonce(&self.state.units[&lease.unit].input, nonce);
        self.unit_mut(lease.unit).shown = Some(nonce);
        self.move_unit(lease.unit, Message::Commit, None);
        self.move_unit(lease.unit, Message::Check, None);
        match verdict {
            Ok(()) => {
                self.move_unit(lease.unit, Message::Pass, None);
                self.move_unit(lease.unit, Message::Settle, None);
                Ok(Reply::NonceAccepted { unit: lease.unit, paid: lease.amount })
            }
            Err(fault) => {
                self.reject_nonce(&lease, fault);
                Ok(Reply::NonceRejected { unit: lease.unit, fault })
            }
        }
    }

    fn reject_nonce(&mut self, lease: &Lease, fault: NonceFault) {
        let reason = UnitReason::WrongNonce { fault };
        self.unit_mut(lease.unit).shown = None;
        self.move_unit(lease.unit, Message::Fail, Some(reason.clone()));
        self.report_fault(lease, Fault::WrongNonce);
        self.exclude(lease.unit, lease.seller);
        self.seller_failed(lease.unit, Message::Reopen, reason);
    }

    pub(super) fn report_exhausted(&mut self, account: AccountKey, id: LeaseId) -> Outcome {
        let unit = self.own_lease(account, id, Message::Exhaust)?.unit;
        self.move_unit(unit, Message::Exhaust, Some(UnitReason::SpaceSearched));
        Ok(Reply::Released { unit })
    }

    pub(super) fn refuse_unit(&mut self, account: AccountKey, id: LeaseId, text: &str) -> Outcome {
        let unit = self.own_lease(account, id, Message::Refuse)?.unit;
        check_reason(text)?;
        let reason = UnitReason::SellerRefused { text: text.to_owned() };
        self.move_unit(unit, Message::Refuse, Some(reason.clone()));
        if self.exclude(unit, account) {
            self.return_to_book(unit, Message::Reopen, reason);
        } else {
            self.move_unit(unit, Message::GiveUp, Some(UnitReason::TooManyRefusals));
        }
        Ok(Reply::Released { unit })
    }

    /// A live lease of this account whose unit takes the message.
    fn own_lease(
        &self,
        account: AccountKey,
        id: LeaseId,
        message: Message,
    ) -> Result<&Lease, Rejection> {
        let Some(lease) = self.state.leases.get(&id) else {
            let given_out = LeaseId::FIRST <= id && id < self.state.next.lease;
            return Err(if given_out {
                Rejection::StaleLease { lease: id }
            } else {
                Rejection::UnknownLease { lease: id }
            });
        };
        if lease.seller != account {
            return Err(Rejection::NotYourLease { lease: id });
        }
        self.permit(lease.unit, message, Sender::Seller)?;
        Ok(lease)
    }

    pub(super) fn lease_mut(&mut self, id: LeaseId) -> &mut Lease {
        self.state.leases.get_mut(&id).expect("references between records hold")
    }
}

/// Whether a nonce is a hit, by hashing again.
fn check_nonce(input: &NonceInput, nonce: u64) -> Result<(), NonceFault> {
    let work = input.to_work().expect("checked when the job was submitted");
    if !work.space().contains_position(nonce) {
        return Err(NonceFault::OutOfSpace);
    }
    work.verify(nonce).map(|_| ()).map_err(|_| NonceFault::AboveTarget)
}

/// Whether a text is short enough to be kept.
pub(super) fn check_reason(text: &str) -> Result<(), Rejection> {
    let limit = limits::MAX_REASON_BYTES;
    if text.len() > limit {
        return Err(Rejection::ReasonTooLong { limit: limit as u64 });
    }
    Ok(())
}
