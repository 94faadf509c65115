//! Requests of accounts: who may act, and that a retry acts once.
//!
//! Does not know signatures: the server has checked them.

use quarry_primitives::{AccountKey, Amount};

use super::{Outcome, Step};
use crate::records::{Account, Answer};
use crate::{Action, Authorization, Event, Rejection, Reply, limits};

impl Step<'_> {
    pub(super) fn signed(&mut self, by: &Authorization, action: &Action) -> (Outcome, bool) {
        if let Err(rejection) = self.check_bounds(by) {
            return (Err(rejection), false);
        }
        match self.state.accounts.get(&by.account) {
            None if *action != Action::Register => {
                return (Err(Rejection::UnknownAccount { account: by.account }), false);
            }
            None => {}
            Some(account) => {
                if let Some(answer) = account.answers.get(&by.idempotency_key) {
                    return answer_again(answer, by);
                }
                let full = account.answers.len() >= limits::MAX_IDEMPOTENT_PER_ACCOUNT;
                if full && action.answer_is_kept() {
                    return (Err(Rejection::TooManyRequests), false);
                }
            }
        }
        let reply = self.act(by.account, action);
        if action.answer_is_kept() {
            self.keep_answer(by, &reply);
        }
        (reply, false)
    }

    /// The bounds within which a signature counts.
    fn check_bounds(&self, by: &Authorization) -> Result<(), Rejection> {
        let now_ms = self.state.now_ms;
        let latest_ms = now_ms + limits::AUTHORIZATION_MS_MAX;
        if by.signer != by.account {
            return Err(Rejection::DelegationUnsupported);
        }
        if by.expiry_ms <= now_ms {
            return Err(Rejection::AuthorizationExpired { expiry_ms: by.expiry_ms, now_ms });
        }
        if by.expiry_ms > latest_ms {
            return Err(Rejection::AuthorizationTooLong { expiry_ms: by.expiry_ms, latest_ms });
        }
        Ok(())
    }

    fn act(&mut self, account: AccountKey, action: &Action) -> Outcome {
        match action {
            Action::Register => self.register(account),
            Action::PlaceAsk {
                article,
                quantity,
                limit_price,
                slots,
                expires_ms,
                capabilities,
            } => self.place_ask(
                account,
                article,
                *quantity,
                *limit_price,
                *slots,
                *expires_ms,
                *capabilities,
            ),
            Action::SubmitJob { article, units, limit_price, expires_ms, requirements } => {
                self.submit_job(account, article, units, *limit_price, *expires_ms, *requirements)
            }
            Action::CancelOrder { order } => self.cancel_order(account, *order),
            Action::CancelJob { job } => self.cancel_job(account, *job),
            Action::Heartbeat { lease, hashes } => self.heartbeat(account, *lease, *hashes),
            Action::CommitNonce { lease, nonce } => self.commit_nonce(account, *lease, *nonce),
            Action::ReportExhausted { lease } => self.report_exhausted(account, *lease),
            Action::RefuseUnit { lease, reason } => self.refuse_unit(account, *lease, reason),
            Action::Withdraw { amount, script, unit } => {
                self.withdraw(account, *amount, script, *unit)
            }
        }
    }

    fn register(&mut self, account: AccountKey) -> Outcome {
        if let Some(known) = self.state.accounts.get(&account) {
            return Ok(Reply::DepositIndex(known.deposit_index));
        }
        let count = self.state.accounts.len();
        if count >= limits::MAX_ACCOUNTS {
            return Err(Rejection::TooManyAccounts);
        }
        // Accounts are never forgotten, so their number is the next free index.
        let deposit_index = u32::try_from(count).expect("MAX_ACCOUNTS fits 32 bits");
        let new = Account { deposit_index, debt: 0, answers: Default::default() };
        self.state.accounts.insert(account, new);
        self.index.by_deposit_index.insert(deposit_index, account);
        self.events.push(Event::AccountRegistered { account, deposit_index });
        Ok(Reply::DepositIndex(deposit_index))
    }

    fn keep_answer(&mut self, by: &Authorization, reply: &Outcome) {
        let forget_ms = self.state.now_ms + limits::ANSWER_KEPT_MS;
        let Some(account) = self.state.accounts.get_mut(&by.account) else {
            return; // A registration that failed: there is nothing to keep it with.
        };
        let answer = Answer { body_hash: by.body_hash, forget_ms, reply: reply.clone() };
        account.answers.insert(by.idempotency_key, answer);
        self.index.answers.insert((forget_ms, by.account, by.idempotency_key));
    }

    /// Refuses accounts that owe the exchange.
    pub(super) fn check_not_frozen(&self, account: AccountKey) -> Result<(), Rejection> {
        let debt = self.debt(account);
        if debt == Amount::ZERO { Ok(()) } else { Err(Rejection::AccountFrozen { debt }) }
    }
}

/// What a request with a known idempotency key gets.
fn answer_again(answer: &Answer, by: &Authorization) -> (Outcome, bool) {
    if answer.body_hash == by.body_hash {
        (answer.reply.clone(), true)
    } else {
        (Err(Rejection::IdempotencyConflict), false)
    }
}
