//! What a pool answers.

use std::sync::Arc;

use quarry_primitives::Now;

use super::Server;
use super::conn::Taken;
use super::event::{Accepted, Action, CloseReason, ConnId, FoundBlock, Share};
use super::jobs::clamp;
use super::share::{Checked, Refusal, check};
use crate::difficulty::Difficulty;
use crate::limits::{
    BAD_CALL_COST, BAD_LINE_COST, BAD_SHARE_COST, MAX_LINE_BYTES, MAX_PAYEE_SCRIPT_BYTES,
    MAX_SUGGESTIONS, MAX_TRANSACTIONS_BYTES,
};
use crate::stratum::accounts::address_part;
use crate::stratum::line::{Id, LineError, reply};
use crate::stratum::message::{
    BadLine, Configure, Configured, Feature, FromMiner, Incoming, Reject, Submission, Subscribed,
    accepted, granted, rejected,
};
use crate::stratum::payout::Payout;

/// No address of a Bitcoin chain is shorter.
const LEAST_ADDRESS_CHARS: usize = 26;

/// Whether a name is so long and plain that it was meant to be an address: one that is none of this chain is a
/// typing error, and whoever made it wants to be paid.
fn looks_like_address(name: &str) -> bool {
    name.len() >= LEAST_ADDRESS_CHARS && name.chars().all(|c| c.is_ascii_alphanumeric())
}

impl Server {
    pub(super) fn line(&mut self, now: Now, id: ConnId, bytes: &[u8], out: &mut Vec<Action>) {
        let Some(conn) = self.conns.get_mut(&id) else { return };
        conn.heard_ms = now.mono_ms;
        if bytes.len() > MAX_LINE_BYTES {
            return self.not_stratum(now, id, LineError::TooLong { limit: MAX_LINE_BYTES }, out);
        }
        match FromMiner::decode(bytes) {
            Ok(Incoming::Call { id: call, message: FromMiner::Submit(share) }) => {
                self.submit(now, id, &call, share, out);
            }
            Ok(message) => {
                if !conn.may_chat(now) {
                    if self.penalize(now, id, BAD_LINE_COST, out) {
                        self.close(now, id, CloseReason::Chatter, out);
                    }
                } else if let Incoming::Call { id: call, message } = message {
                    self.call(now, id, &call, message, out);
                }
            }
            Err(BadLine { id: call, error: error @ LineError::Parameter { method, .. } }) => {
                if method == "mining.submit" {
                    self.accounts.reject("", Reject::Other);
                }
                let line = rejected(&call, Reject::Other, Some(&error.to_string()));
                out.push(Action::Send { conn: id, line });
                self.penalize(now, id, BAD_CALL_COST, out);
            }
            Err(BadLine { error, .. }) => self.not_stratum(now, id, error, out),
        }
    }

    pub(super) fn not_stratum(
        &mut self,
        now: Now,
        id: ConnId,
        error: LineError,
        out: &mut Vec<Action>,
    ) {
        if self.penalize(now, id, BAD_LINE_COST, out) {
            self.close(now, id, CloseReason::NotStratum(error), out);
        }
    }

    fn call(&mut self, now: Now, id: ConnId, call: &Id, message: FromMiner, out: &mut Vec<Action>) {
        // Who gives no id waits for no answer; but to what a miner cannot do without there always is one.
        let mut answer = |line| {
            if *call != Id::Null {
                out.push(Action::Send { conn: id, line });
            }
        };
        let Some(conn) = self.conns.get_mut(&id) else { return };
        match message {
            FromMiner::Subscribe { agent, .. } => {
                let first = !conn.subscribed;
                conn.subscribed = true;
                conn.agent = agent
                    .map(|agent| crate::stratum::line::shortened(&agent))
                    .or_else(|| conn.agent.take());
                let subscribed = Subscribed {
                    session: hex::encode(conn.extranonce1),
                    extranonce1: conn.extranonce1.to_vec(),
                    extranonce2_bytes: self.config.extranonce2_bytes,
                };
                let line = subscribed.encode(call);
                out.push(Action::Send { conn: id, line });
                if first && conn.is_ready() {
                    self.offer_job(now, id, true, out);
                }
            }
            FromMiner::Authorize { worker, .. } => self.authorize(now, id, call, worker, out),
            FromMiner::Configure(configure) => self.configure(now, id, call, &configure, out),
            FromMiner::ExtranonceSubscribe | FromMiner::Ping => answer(granted(call)),
            FromMiner::SuggestDifficulty(number) => {
                self.suggest(now, id, call, Difficulty::new(number), out)
            }
            FromMiner::SuggestTarget(target) => {
                let target = quarry_pow::Target::from_be_bytes(target);
                self.suggest(now, id, call, Some(Difficulty::of_target(target)), out);
            }
            FromMiner::GetTransactions { job } => {
                let txs = conn.job(&job).map(|sent| &sent.template.txs[..]);
                answer(match txs {
                    None => rejected(call, Reject::Stale, None),
                    Some(txs) => {
                        let bytes: usize = txs.iter().map(|tx| tx.bytes.len()).sum();
                        if bytes > MAX_TRANSACTIONS_BYTES {
                            rejected(call, Reject::Other, Some("too many transactions to send"))
                        } else {
                            let txs: Vec<_> = txs.iter().map(|tx| hex::encode(&tx.bytes)).collect();
                            reply(call, txs)
                        }
                    }
                });
            }
            FromMiner::Unknown { .. } => {
                answer(rejected(call, Reject::Other, Some("Method not found")));
            }
            // It is no chatter, and has its own way.
            FromMiner::Submit(_) => {}
        }
    }

    fn authorize(
        &mut self,
        now: Now,
        id: ConnId,
        call: &Id,
        worker: String,
        out: &mut Vec<Action>,
    ) {
        let line = match self.try_authorize(now, id, worker) {
            Ok(()) => granted(call),
            Err(why) => rejected(call, Reject::Unauthorized, Some(why)),
        };
        out.push(Action::Send { conn: id, line });
        let ready = self.conns.get(&id).is_some_and(|conn| conn.is_ready() && conn.goal.is_none());
        if ready {
            self.offer_job(now, id, true, out);
        }
    }

    pub(super) fn try_authorize(
        &mut self,
        now: Now,
        id: ConnId,
        worker: String,
    ) -> Result<(), &'static str> {
        let Some(conn) = self.conns.get_mut(&id) else { return Ok(()) };
        if conn.workers.contains_key(&worker) {
            return Ok(());
        }
        if address_part(&worker).is_empty() || worker.chars().any(char::is_control) {
            return Err("a worker needs a name");
        }
        if conn.workers.len() >= self.config.max_workers_per_connection {
            return Err("too many workers of one connection");
        }
        let address = address_part(&worker);
        let fallback = || self.config.fallback.clone().filter(|_| !looks_like_address(address));
        let script = (self.config.address)(address)
            .or_else(fallback)
            .filter(|script| script.len() <= MAX_PAYEE_SCRIPT_BYTES)
            .ok_or("the worker's name has to begin with an address of this chain")?;
        let script = match (&conn.payee, &self.config.payout) {
            (Some(payee), _) if **payee == script => Arc::clone(payee),
            // Each address has a coinbase of its own, and a connection one coinbase.
            (Some(_), Payout::Solo) => {
                return Err("all workers of a connection have to have one address");
            }
            _ => Arc::new(script),
        };
        if !self.accounts.join(now, &worker) {
            return Err("too many workers");
        }
        conn.payee.get_or_insert_with(|| Arc::clone(&script));
        conn.workers.insert(worker, script);
        Ok(())
    }

    fn configure(
        &mut self,
        now: Now,
        id: ConnId,
        call: &Id,
        configure: &Configure,
        out: &mut Vec<Action>,
    ) {
        let ours = self.config.version_mask.is_some();
        let mask = self.mask_for(configure.version_rolling.map(|rolling| rolling.mask));
        let vardiff = self.config.vardiff;
        let Some(conn) = self.conns.get_mut(&id) else { return };
        let mut configured = Configured::default();
        let mut add = |name: &str, feature| configured.features.push((name.to_owned(), feature));
        if let Some(rolling) = configure.version_rolling {
            add("version-rolling", if ours { Feature::Yes } else { Feature::No });
            if ours {
                conn.can_roll = Some(rolling.mask);
            }
        }
        if let Some(minimum) = configure.minimum_difficulty {
            let floor = Difficulty::new(minimum);
            let fits = floor.is_none_or(|floor| floor <= vardiff.max);
            let refused = || Feature::Refused(format!("above {}, the highest here", vardiff.max));
            add("minimum-difficulty", if fits { Feature::Yes } else { refused() });
            // Zero takes it back.
            conn.floor = floor.filter(|_| fits);
        }
        if configure.subscribe_extranonce {
            add("subscribe-extranonce", Feature::Yes);
        }
        configure.others.iter().for_each(|name| add(name, Feature::No));
        let rolls = configure.version_rolling.is_some() && ours;
        configured.version_mask = rolls.then_some(mask);
        let changed = rolls && conn.mask != mask;
        if rolls {
            conn.mask = mask;
        }
        let working = conn.goal.is_some();
        out.push(Action::Send { conn: id, line: configured.encode(call) });
        if working && changed {
            self.offer_job(now, id, false, out);
        } else if working {
            self.apply_difficulty(now, id, out);
        }
    }

    fn suggest(
        &mut self,
        now: Now,
        id: ConnId,
        call: &Id,
        difficulty: Option<Difficulty>,
        out: &mut Vec<Action>,
    ) {
        let vardiff = self.config.vardiff;
        let Some(conn) = self.conns.get_mut(&id) else { return };
        let line = match difficulty {
            None => rejected(call, Reject::Other, Some("a difficulty is above zero")),
            // Else its speed would never be measured.
            Some(_) if conn.suggestions >= MAX_SUGGESTIONS => {
                rejected(call, Reject::Other, Some("the difficulty follows the shares by now"))
            }
            Some(difficulty) => {
                conn.suggestions += 1;
                conn.difficulty = clamp(difficulty, vardiff.min, vardiff.max);
                conn.pace = super::vardiff::Pace::new(now);
                granted(call)
            }
        };
        if *call != Id::Null {
            out.push(Action::Send { conn: id, line });
        }
        self.apply_difficulty(now, id, out);
    }

    fn submit(
        &mut self,
        now: Now,
        id: ConnId,
        call: &Id,
        share: Submission,
        out: &mut Vec<Action>,
    ) {
        let worker = share.worker.clone();
        match self.judge(now, id, share, &[]) {
            Ok(checked) => {
                out.push(Action::Send { conn: id, line: accepted(call) });
                self.take_share(now, id, worker, checked, out);
            }
            Err((reject, why)) => {
                out.push(Action::Send { conn: id, line: rejected(call, reject, why) });
                self.refuse_share(now, id, worker, reject, out);
            }
        }
    }

    /// Books a share that is worth nothing.
    pub(super) fn refuse_share(
        &mut self,
        now: Now,
        id: ConnId,
        worker: String,
        reject: Reject,
        out: &mut Vec<Action>,
    ) {
        // A stranger may have any name, and is not to fill the books of another.
        let row = if reject <= Reject::LowDifficulty { worker.as_str() } else { "" };
        self.accounts.reject(row, reject);
        out.push(Action::Share(Share { conn: id, worker, result: Err(reject) }));
        // Some are late at every new block; many are no accident. Who asks for work has it for a while, and its
        // calls are counted.
        let accident = reject == Reject::Stale
            && self.conns.get_mut(&id).is_some_and(|conn| conn.asks || conn.may_be_late(now));
        if !accident {
            self.penalize(now, id, BAD_SHARE_COST, out);
        }
    }

    /// Looks at a share in whose coinbase these bytes were added at the script's end.
    pub(super) fn judge(
        &mut self,
        now: Now,
        id: ConnId,
        share: Submission,
        appended: &[u8],
    ) -> Result<Checked, Refusal> {
        let conn = self.conns.get_mut(&id).ok_or((Reject::NotSubscribed, None))?;
        if !conn.subscribed {
            return Err((Reject::NotSubscribed, None));
        }
        if !conn.workers.contains_key(&share.worker) {
            return Err((Reject::Unauthorized, None));
        }
        let sent = conn.job(&share.job).ok_or((Reject::Stale, None))?;
        let (job, prefix) = (sent.id, sent.prefix(conn.extranonce1));
        let length = self.config.extranonce2_bytes;
        let checked = check(now, sent, &prefix, length, conn.goal, share, appended)?;
        match conn.take(job, checked.key(), checked.block) {
            Taken::New => Ok(checked),
            Taken::Before => Err((Reject::Duplicate, None)),
            Taken::TooMany => Err((Reject::Stale, Some("too many shares of one job"))),
        }
    }

    /// Books a share that is good.
    pub(super) fn take_share(
        &mut self,
        now: Now,
        id: ConnId,
        worker: String,
        checked: Checked,
        out: &mut Vec<Action>,
    ) {
        let Some(conn) = self.conns.get_mut(&id) else { return };
        let Checked { solution, hash, credit, best, block, template, job, prefix } = checked;
        if block {
            let bytes = template.block(&job, &prefix, &solution);
            let worker = worker.clone();
            self.found.add(now, hash, template.height, &worker);
            out.push(Action::Block(FoundBlock { template, bytes, worker, hash }));
        }
        conn.pace.count(credit);
        if let (Payout::Proportional(_), Some(script)) =
            (&self.config.payout, conn.workers.get(&worker))
        {
            self.window.push(script, credit);
        }
        self.bans.forgive(super::bans::group(conn.ip));
        self.accounts.accept(now, &worker, credit, best, block);
        let result = Ok(Accepted { credit, best, hash });
        out.push(Action::Share(Share { conn: id, worker, result }));
        self.retarget(now, id, out);
        if self.conns.get(&id).is_some_and(|conn| conn.needs_job() && !conn.asks) {
            self.offer_job(now, id, false, out);
        }
    }
}
