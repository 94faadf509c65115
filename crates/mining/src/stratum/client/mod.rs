//! A miner's connection to a pool: a state machine that is told what happens and says what is to be done.
//!
//! ```text
//! Client::new --> configure --> subscribe --> authorize --> working
//!                    |  refused, or unanswered: without rolling
//! FromPool::Notify ------------------------------------------> Action::Work
//! Client::submit --> Action::Send ... reply, or none in time --> Action::Share
//! ```
//!
//! A new difficulty and new extranonces hold from the next job on, a new version mask at once (BIP-310).
//! The pool is not trusted with anything but the work: it cannot move the connection elsewhere, nor make
//! it grow, nor keep it waiting.
//!
//! **Assumptions.** One caller at a time; [`Now::mono_ms`] does not go back. After [`Action::Close`] and
//! [`Action::Reconnect`] nothing comes any more.
//!
//! **Does not know** sockets, other pools, or how solutions are found.

mod event;
mod shares;

use std::collections::VecDeque;
use std::sync::Arc;

use quarry_pow::{Target, VersionMask};
use quarry_primitives::Now;
use serde_json::Value;

use self::shares::Outstanding;
use super::line::{Id, LineError, Reply, RpcError};
use super::message::{
    BadLine, Configure, Configured, FromMiner, FromPool, Incoming, Submission, Subscribed,
    VersionRolling, granted, version,
};
use crate::difficulty::Difficulty;
use crate::job::{Solution, StratumJob};
use crate::limits::{JOBS_KEPT, MAX_LINES_PER_SEC, MAX_POOL_LINE_BYTES, MAX_RECONNECT_WAIT_SECS};

pub use event::{
    Action, ClientConfig, CloseReason, Event, Outcome, PoolWork, ShareResult, SubmitError, WorkId,
};

/// What a connection is waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What of BIP-310 the pool knows. If the connection ends here, the pool may be from before it: try
    /// again without [`ClientConfig::version_mask`].
    Configuring,
    /// The extranonces.
    Subscribing,
    /// Whether the worker may work.
    Authorizing,
    /// Work.
    Working,
    /// Nothing any more.
    Over,
}

/// A connection to a pool.
#[derive(Debug)]
pub struct Client {
    config: ClientConfig,
    stage: Stage,
    stage_ms: u64,
    heard_ms: u64,
    lines: (u64, u32),
    next_id: u64,
    /// The id of the call that the stage waits for.
    waiting: u64,
    extranonce1: Vec<u8>,
    extranonce2_bytes: usize,
    difficulty: Difficulty,
    mask: Option<VersionMask>,
    /// The newest job, given out once the worker is authorized.
    held: Option<Arc<StratumJob>>,
    /// What solutions may be of, the oldest first.
    works: VecDeque<PoolWork>,
    next_work: u64,
    outstanding: Outstanding,
}

impl Client {
    /// A connection that was just made, and its first line.
    #[must_use]
    pub fn new(config: ClientConfig, now: Now) -> (Self, Vec<Action>) {
        let mut client = Self {
            config,
            stage: Stage::Configuring,
            stage_ms: now.mono_ms,
            heard_ms: now.mono_ms,
            lines: (now.mono_ms, 0),
            next_id: 1,
            waiting: 0,
            extranonce1: Vec::new(),
            extranonce2_bytes: 0,
            difficulty: Difficulty::ONE,
            mask: None,
            held: None,
            works: VecDeque::new(),
            next_work: 1,
            outstanding: Outstanding::default(),
        };
        let mut out = Vec::new();
        match client.config.version_mask {
            Some(mask) => {
                let rolling = VersionRolling { mask: mask.bits(), min_bits: 2 };
                let configure = Configure {
                    version_rolling: Some(rolling),
                    subscribe_extranonce: true,
                    ..Configure::default()
                };
                client.ask(now, Stage::Configuring, &FromMiner::Configure(configure), &mut out);
            }
            None => client.subscribe(now, &mut out),
        }
        (client, out)
    }

    /// What the connection waits for.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// How many shares wait for an answer.
    #[must_use]
    pub fn outstanding(&self) -> usize {
        self.outstanding.len()
    }

    /// What happens, and what is to be done about it.
    pub fn step(&mut self, now: Now, event: Event) -> Vec<Action> {
        let mut out = Vec::new();
        if self.stage == Stage::Over {
            return out;
        }
        match event {
            Event::Line(bytes) => self.line(now, &bytes, &mut out),
            Event::LineTooLong => self.close(too_long(), &mut out),
            Event::Tick => self.tick(now, &mut out),
        }
        out
    }

    /// Hands in a solution.
    ///
    /// # Errors
    /// [`SubmitError`]; the solution is lost with all but [`SubmitError::TooMany`].
    pub fn submit(
        &mut self,
        now: Now,
        work: WorkId,
        solution: &Solution,
    ) -> Result<Vec<Action>, SubmitError> {
        if self.stage == Stage::Over {
            return Err(SubmitError::Over);
        }
        let work = self.works.iter().find(|held| held.id == work).ok_or(SubmitError::Stale)?;
        if solution.extranonce2.len() != work.extranonce2_bytes {
            return Err(SubmitError::NotOfWork("extranonce2 has another length"));
        }
        let mask = work.version_mask.map(VersionMask::bits);
        if (solution.version ^ work.job.version) & !mask.unwrap_or(0) != 0 {
            return Err(SubmitError::NotOfWork("version has other bits that do not roll"));
        }
        if self.outstanding.is_full() {
            return Err(SubmitError::TooMany);
        }
        let (id, job) = (self.next_id, work.job.id.clone());
        let share = Submission::new(self.config.worker.clone(), job, solution, mask);
        self.next_id += 1;
        self.outstanding.sent(now, id, work);
        Ok(vec![Action::Send(FromMiner::Submit(share).encode(&id.into()))])
    }

    /// Calls, and enters the stage that waits for the answer.
    fn ask(&mut self, now: Now, stage: Stage, call: &FromMiner, out: &mut Vec<Action>) {
        (self.stage, self.stage_ms) = (stage, now.mono_ms);
        self.waiting = self.tell(call, out);
    }

    fn tell(&mut self, call: &FromMiner, out: &mut Vec<Action>) -> u64 {
        let id = self.next_id;
        self.next_id += 1;
        out.push(Action::Send(call.encode(&id.into())));
        id
    }

    fn subscribe(&mut self, now: Now, out: &mut Vec<Action>) {
        let call = FromMiner::Subscribe { agent: Some(self.config.agent.clone()), session: None };
        self.ask(now, Stage::Subscribing, &call, out);
    }

    fn close(&mut self, why: CloseReason, out: &mut Vec<Action>) {
        self.stage = Stage::Over;
        self.works.clear();
        out.push(Action::Close(why));
    }

    fn tick(&mut self, now: Now, out: &mut Vec<Action>) {
        let answer_ms = self.config.answer_timeout_ms;
        let since = |at_ms: u64| now.mono_ms.saturating_sub(at_ms);
        while let Some(share) = self.outstanding.late(now, answer_ms) {
            out.push(Action::Share(share));
        }
        match self.stage {
            Stage::Configuring if since(self.stage_ms) >= answer_ms => self.subscribe(now, out),
            Stage::Subscribing | Stage::Authorizing if since(self.stage_ms) >= answer_ms => {
                self.close(CloseReason::NoAnswer, out);
            }
            _ if since(self.heard_ms) >= self.config.silence_timeout_ms => {
                self.close(CloseReason::Silence, out);
            }
            _ => {}
        }
    }

    fn line(&mut self, now: Now, bytes: &[u8], out: &mut Vec<Action>) {
        self.heard_ms = now.mono_ms;
        if now.mono_ms.saturating_sub(self.lines.0) >= 1000 {
            self.lines = (now.mono_ms, 0);
        }
        self.lines.1 += 1;
        if self.lines.1 > MAX_LINES_PER_SEC {
            return self.close(CloseReason::Flood, out);
        }
        if bytes.len() > MAX_POOL_LINE_BYTES {
            return self.close(too_long(), out);
        }
        match FromPool::decode(bytes) {
            Ok(Incoming::Call { id, message }) => self.called(&id, message, out),
            Ok(Incoming::Reply(reply)) => self.replied(now, reply, out),
            Err(BadLine { error, .. }) => self.close(CloseReason::NotStratum(error), out),
        }
    }

    fn called(&mut self, id: &Id, message: FromPool, out: &mut Vec<Action>) {
        match message {
            FromPool::Notify(job) => self.notified(job, out),
            FromPool::SetDifficulty(difficulty) => self.difficulty = difficulty,
            FromPool::SetExtranonce { extranonce1, extranonce2_bytes } => {
                self.extranonce1 = extranonce1;
                self.extranonce2_bytes = extranonce2_bytes;
            }
            FromPool::SetVersionMask(mask) => self.set_mask(mask, out),
            FromPool::Reconnect { host, port, wait_secs } => match host {
                Some(host) if !host.eq_ignore_ascii_case(&self.config.host) => {
                    out.push(Action::MoveRefused { host });
                }
                _ => {
                    let wait_secs = wait_secs.min(MAX_RECONNECT_WAIT_SECS);
                    let port = port.unwrap_or(self.config.port);
                    self.stage = Stage::Over;
                    self.works.clear();
                    out.push(Action::Reconnect { port, wait_secs });
                }
            },
            FromPool::GetVersion => out.push(Action::Send(version(id, &self.config.agent))),
            FromPool::ShowMessage(text) => out.push(Action::Message(text)),
            FromPool::Ping => out.push(Action::Send(granted(id))),
            FromPool::Unknown { .. } => {}
        }
    }

    fn replied(&mut self, now: Now, reply: Reply, out: &mut Vec<Action>) {
        let Some(id) = reply.id.as_u64() else { return };
        if let Some(share) = self.outstanding.answered(now, id, &reply.result) {
            out.push(Action::Share(share));
        } else if id == self.waiting {
            // Said once; a second answer to the same call is nothing.
            self.waiting = 0;
            match self.stage {
                Stage::Configuring => self.configured(now, reply.result, out),
                Stage::Subscribing => self.subscribed(now, reply.result, out),
                Stage::Authorizing => self.authorized(reply.result, out),
                Stage::Working | Stage::Over => {}
            }
        }
    }

    fn configured(&mut self, now: Now, result: Result<Value, RpcError>, out: &mut Vec<Action>) {
        // Refused, or of a kind of its own: then nothing rolls.
        if let Some(Ok(configured)) = result.ok().map(|result| Configured::read(&result)) {
            self.mask = configured.version_mask.and_then(|mask| self.ours(mask));
        }
        self.subscribe(now, out);
    }

    /// Those of the pool's bits that can roll here.
    fn ours(&self, mask: u32) -> Option<VersionMask> {
        VersionMask::new(mask & self.config.version_mask.map_or(0, VersionMask::bits))
    }

    fn subscribed(&mut self, now: Now, result: Result<Value, RpcError>, out: &mut Vec<Action>) {
        let result = match result {
            Ok(result) => result,
            Err(error) => return self.close(CloseReason::NotSubscribed(error), out),
        };
        match Subscribed::read(&result) {
            Ok(subscribed) => {
                self.extranonce1 = subscribed.extranonce1;
                self.extranonce2_bytes = subscribed.extranonce2_bytes;
                let (worker, password) = (self.config.worker.clone(), self.config.password.clone());
                let call = FromMiner::Authorize { worker, password };
                self.ask(now, Stage::Authorizing, &call, out);
            }
            Err(error) => self.close(CloseReason::NotStratum(error), out),
        }
    }

    fn authorized(&mut self, result: Result<Value, RpcError>, out: &mut Vec<Action>) {
        let refused = |message: &str| RpcError { code: 24, message: message.to_owned() };
        match result {
            Err(error) => return self.close(CloseReason::Unauthorized(error), out),
            Ok(Value::Bool(false)) => {
                return self.close(CloseReason::Unauthorized(refused("without a reason")), out);
            }
            Ok(_) => {}
        }
        self.stage = Stage::Working;
        // Whether these are known there does not matter: their answers wait for nothing.
        self.tell(&FromMiner::ExtranonceSubscribe, out);
        if let Some(difficulty) = self.config.suggested {
            self.tell(&FromMiner::SuggestDifficulty(difficulty.get()), out);
        }
        if let Some(job) = self.held.take() {
            self.give_work(job, true, out);
        }
    }

    fn notified(&mut self, job: StratumJob, out: &mut Vec<Action>) {
        if Target::from_compact(job.bits).is_err() {
            return self.close(CloseReason::BadJob { bits: job.bits }, out);
        }
        let (clean, job) = (job.clean, Arc::new(job));
        if self.stage == Stage::Working {
            self.give_work(job, clean, out);
        } else {
            self.held = Some(job);
        }
    }

    fn give_work(&mut self, job: Arc<StratumJob>, clean: bool, out: &mut Vec<Action>) {
        if clean {
            self.works.clear();
        }
        let work = PoolWork {
            id: WorkId(self.next_work),
            job,
            extranonce1: self.extranonce1.clone(),
            extranonce2_bytes: self.extranonce2_bytes,
            difficulty: self.difficulty,
            version_mask: self.mask,
            clean,
        };
        self.next_work += 1;
        if self.works.len() >= JOBS_KEPT {
            self.works.pop_front();
        }
        self.works.push_back(work.clone());
        out.push(Action::Work(work));
    }

    /// A new mask holds at once: what was rolled by the old one may be refused.
    fn set_mask(&mut self, mask: u32, out: &mut Vec<Action>) {
        let mask = self.ours(mask);
        if mask == self.mask {
            return;
        }
        self.mask = mask;
        if let Some(newest) = self.works.pop_back() {
            self.works.clear();
            let work =
                PoolWork { id: WorkId(self.next_work), version_mask: mask, clean: true, ..newest };
            self.next_work += 1;
            self.works.push_back(work.clone());
            out.push(Action::Work(work));
        }
    }
}

const fn too_long() -> CloseReason {
    CloseReason::NotStratum(LineError::TooLong { limit: MAX_POOL_LINE_BYTES })
}
