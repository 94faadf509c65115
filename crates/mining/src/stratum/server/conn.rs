//! What a pool knows of one connection.

use core::net::IpAddr;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use quarry_pow::Target;
use quarry_primitives::{Now, ScriptBuf};

use super::vardiff::Pace;
use crate::difficulty::Difficulty;
use crate::job::StratumJob;
use crate::limits::{
    EXTRANONCE1_BYTES, JOBS_KEPT, MAX_CHATTER_PER_MIN, MAX_FUTURE_SECS, MAX_SHARES_PER_TEMPLATE,
};
use crate::template::Template;

/// What tells the hashes of a connection from those of all others.
pub(super) type Extranonce1 = [u8; EXTRANONCE1_BYTES];

/// What a hash has to meet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Goal {
    pub(super) difficulty: Difficulty,
    pub(super) target: Target,
}

impl Goal {
    pub(super) fn new(difficulty: Difficulty) -> Self {
        Self { difficulty, target: difficulty.target() }
    }
}

/// A job that a connection was given.
#[derive(Debug)]
pub(super) struct Sent {
    pub(super) id: u64,
    /// Of which template, counted.
    pub(super) seq: u64,
    pub(super) template: Arc<Template>,
    pub(super) job: Arc<StratumJob>,
    pub(super) goal: Goal,
    /// The bits of the version that may roll.
    pub(super) mask: u32,
}

/// One connection.
#[derive(Debug)]
pub(super) struct Conn {
    pub(super) ip: IpAddr,
    pub(super) since: Now,
    pub(super) heard_ms: u64,
    pub(super) extranonce1: Extranonce1,
    pub(super) agent: Option<String>,
    pub(super) subscribed: bool,
    /// The workers that are authorized, and whom their shares pay.
    pub(super) workers: BTreeMap<String, Arc<ScriptBuf>>,
    /// Whom the first worker's shares pay.
    pub(super) payee: Option<Arc<ScriptBuf>>,
    /// The bits of the version that the miner can roll; none before it said so.
    pub(super) can_roll: Option<u32>,
    /// The bits that it was last told.
    pub(super) mask: u32,
    /// What fits its speed.
    pub(super) difficulty: Difficulty,
    /// The least that it can do.
    pub(super) floor: Option<Difficulty>,
    /// What it was last told.
    pub(super) goal: Option<Goal>,
    pub(super) pace: Pace,
    jobs: VecDeque<Sent>,
    /// The shares that were taken, by template: the same header may be sent for two of its jobs.
    taken: BTreeMap<u64, BTreeSet<u64>>,
    chatter: (u64, u32),
}

impl Conn {
    pub(super) fn new(now: Now, ip: IpAddr, extranonce1: Extranonce1, start: Difficulty) -> Self {
        Self {
            ip,
            since: now,
            heard_ms: now.mono_ms,
            extranonce1,
            agent: None,
            subscribed: false,
            workers: BTreeMap::new(),
            payee: None,
            can_roll: None,
            mask: 0,
            difficulty: start,
            floor: None,
            goal: None,
            pace: Pace::new(now),
            jobs: VecDeque::new(),
            taken: BTreeMap::new(),
            chatter: (now.mono_ms, 0),
        }
    }

    /// Whether it can be given work.
    pub(super) fn is_ready(&self) -> bool {
        self.subscribed && !self.workers.is_empty()
    }

    pub(super) fn job(&self, id: &str) -> Option<&Sent> {
        let id = u64::from_str_radix(id, 16).ok()?;
        self.jobs.iter().rev().find(|sent| sent.id == id)
    }

    pub(super) fn add_job(&mut self, sent: Sent) {
        self.jobs.push_back(sent);
        if self.jobs.len() > JOBS_KEPT {
            self.jobs.pop_front();
        }
        // Of templates without a job no share can be taken, so none can be sent twice.
        let oldest = self.jobs.iter().map(|sent| sent.seq).min().unwrap_or(0);
        self.taken = self.taken.split_off(&oldest);
    }

    /// A job with a time that no other job has that is kept. Miners start every job at its beginning, so
    /// two that are alike but for their name would bring every share twice.
    pub(super) fn with_later_time(&self, now: Now, job: Arc<StratumJob>) -> Arc<StratumJob> {
        let last = self.jobs.iter().map(|sent| sent.job.time).max();
        let next = last.map_or(0, |last| last.saturating_add(1));
        // Half of what is valid is left to miners who change the time themselves.
        let latest = now.wall_secs().saturating_add(MAX_FUTURE_SECS / 2);
        if job.time >= next || next > latest {
            return job;
        }
        Arc::new(StratumJob { time: next, ..(*job).clone() })
    }

    /// All jobs are worth nothing any more.
    pub(super) fn clear_jobs(&mut self) {
        self.jobs.clear();
        self.taken.clear();
    }

    /// Remembers a share, by bits of its hash that are all chance.
    pub(super) fn take(&mut self, seq: u64, key: u64) -> Taken {
        if self.taken.values().any(|taken| taken.contains(&key)) {
            return Taken::Before;
        }
        let taken = self.taken.entry(seq).or_default();
        if taken.len() >= MAX_SHARES_PER_TEMPLATE {
            return Taken::TooMany;
        }
        taken.insert(key);
        Taken::New
    }

    /// Counts a call that is no share; false if it is one too many.
    pub(super) fn may_chat(&mut self, now: Now) -> bool {
        if now.mono_ms.saturating_sub(self.chatter.0) >= 60_000 {
            self.chatter = (now.mono_ms, 0);
        }
        self.chatter.1 += 1;
        self.chatter.1 <= MAX_CHATTER_PER_MIN
    }
}

/// Whether a share is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    New,
    Before,
    TooMany,
}
