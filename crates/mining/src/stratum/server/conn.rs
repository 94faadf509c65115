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
    DIRECT_JOB_KEPT_MS, EXTRANONCE1_BYTES, JOB_NUMBER_BYTES, JOBS_KEPT, MAX_CHATTER_PER_MIN,
    MAX_SHARES_PER_JOB, MAX_STALE_PER_MIN,
};
use crate::stratum::message::notify;
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
    pub(super) id: u32,
    pub(super) template: Arc<Template>,
    pub(super) job: Arc<StratumJob>,
    pub(super) goal: Goal,
    /// The bits of the version that may roll.
    pub(super) mask: u32,
    /// When it was made.
    pub(super) at_ms: u64,
    /// When it was last given to who asked for it.
    pub(super) given_ms: u64,
    /// The shares of it that were taken.
    pub(super) taken: BTreeSet<u64>,
}

/// What is the pool's own in a coinbase: the job's number, then the connection's.
pub(super) type Prefix = [u8; JOB_NUMBER_BYTES + EXTRANONCE1_BYTES];

impl Sent {
    /// What stands before the miner's own extranonce. The job's number in it makes all headers of one job
    /// differ from all of another's, even if both are of one template or of two that are alike: so miners,
    /// who start every job at its beginning, do nothing twice, and no share counts for two jobs.
    pub(super) fn prefix(&self, extranonce1: Extranonce1) -> Prefix {
        let mut prefix = Prefix::default();
        let (number, conn) = prefix.split_at_mut(JOB_NUMBER_BYTES);
        number.copy_from_slice(&self.id.to_be_bytes());
        conn.copy_from_slice(&extranonce1);
        prefix
    }

    /// The line that tells it.
    pub(super) fn line(&self, clean: bool) -> String {
        let mut job = (*self.job).clone();
        job.coinbase_start.extend_from_slice(&self.id.to_be_bytes());
        notify(&format!("{:x}", self.id), &job, clean)
    }
}

/// One connection.
#[derive(Debug)]
pub(super) struct Conn {
    pub(super) ip: IpAddr,
    pub(super) since: Now,
    pub(super) heard_ms: u64,
    pub(super) extranonce1: Extranonce1,
    pub(super) agent: Option<String>,
    /// Whether it asks for its work and is not told.
    pub(super) asks: bool,
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
    /// How often it said what difficulty suits it.
    pub(super) suggestions: u32,
    jobs: VecDeque<Sent>,
    /// Calls that are no shares.
    chatter: PerMinute,
    /// Shares that were stale.
    late: PerMinute,
}

/// How often something happened in this minute.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PerMinute {
    since_ms: u64,
    count: u32,
}

impl PerMinute {
    pub(crate) const fn new(now: Now) -> Self {
        Self { since_ms: now.mono_ms, count: 0 }
    }

    /// Once more; false if it is too often.
    pub(crate) fn may(&mut self, now: Now, most: u32) -> bool {
        if self.is_over(now) {
            *self = Self::new(now);
        }
        self.count = self.count.saturating_add(1);
        self.count <= most
    }

    /// Whether the minute is.
    pub(crate) const fn is_over(&self, now: Now) -> bool {
        now.mono_ms.saturating_sub(self.since_ms) >= 60_000
    }
}

impl Conn {
    pub(super) fn new(now: Now, ip: IpAddr, extranonce1: Extranonce1, start: Difficulty) -> Self {
        Self {
            ip,
            since: now,
            heard_ms: now.mono_ms,
            extranonce1,
            agent: None,
            asks: false,
            subscribed: false,
            workers: BTreeMap::new(),
            payee: None,
            can_roll: None,
            mask: 0,
            difficulty: start,
            floor: None,
            goal: None,
            pace: Pace::new(now),
            suggestions: 0,
            jobs: VecDeque::new(),
            chatter: PerMinute::new(now),
            late: PerMinute::new(now),
        }
    }

    /// Whether it can be given work.
    pub(super) fn is_ready(&self) -> bool {
        self.subscribed && !self.workers.is_empty()
    }

    pub(super) fn job(&self, id: &str) -> Option<&Sent> {
        let id = u32::from_str_radix(id, 16).ok()?;
        self.jobs.iter().rev().find(|sent| sent.id == id)
    }

    pub(super) fn newest_job(&self) -> Option<&Sent> {
        self.jobs.back()
    }

    /// Its jobs, the newest first.
    pub(super) fn jobs(&self) -> impl Iterator<Item = &Sent> {
        self.jobs.iter().rev()
    }

    /// The newest job, which is given out now.
    pub(super) fn give_newest(&mut self, now: Now) -> Option<&Sent> {
        let newest = self.jobs.back_mut()?;
        newest.given_ms = now.mono_ms;
        Some(newest)
    }

    /// Lets go of jobs that nobody who asked works on any more: each keeps its template in memory. The newest
    /// stays, whenever the miner comes back.
    pub(super) fn drop_old_jobs(&mut self, now: Now) {
        let Some(newest) = self.jobs.pop_back() else { return };
        let is_kept = |sent: &Sent| now.mono_ms.saturating_sub(sent.given_ms) < DIRECT_JOB_KEPT_MS;
        self.jobs.retain(is_kept);
        self.jobs.push_back(newest);
    }

    pub(super) fn add_job(&mut self, sent: Sent) {
        if self.jobs.len() >= JOBS_KEPT {
            self.jobs.pop_front();
        }
        self.jobs.push_back(sent);
    }

    /// All jobs are worth nothing any more.
    pub(super) fn clear_jobs(&mut self) {
        self.jobs.clear();
    }

    /// Whether its newest job has all the shares that are taken of one.
    pub(super) fn needs_job(&self) -> bool {
        self.jobs.back().is_some_and(|sent| sent.taken.len() >= MAX_SHARES_PER_JOB)
    }

    /// Remembers a share of a job, by bits of its hash that are all chance. For blocks there is room when there is
    /// none for other shares any more.
    pub(super) fn take(&mut self, job: u32, key: u64, is_block: bool) -> Taken {
        let Some(sent) = self.jobs.iter_mut().find(|sent| sent.id == job) else {
            return Taken::TooMany;
        };
        if sent.taken.contains(&key) {
            return Taken::Before;
        }
        let most = if is_block { 2 * MAX_SHARES_PER_JOB } else { MAX_SHARES_PER_JOB };
        if sent.taken.len() >= most {
            return Taken::TooMany;
        }
        sent.taken.insert(key);
        Taken::New
    }

    /// Counts a call that is no share; false if it is one too many.
    pub(super) fn may_chat(&mut self, now: Now) -> bool {
        self.chatter.may(now, MAX_CHATTER_PER_MIN)
    }

    /// Counts a stale share; false if it is one too many.
    pub(super) fn may_be_late(&mut self, now: Now) -> bool {
        self.late.may(now, MAX_STALE_PER_MIN)
    }
}

/// Whether a share is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    New,
    Before,
    TooMany,
}
