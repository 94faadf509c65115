//! Miners who ask for their work and are not told: what `getwork` and `getblocktemplate` need of a pool.
//!
//! Each is a connection like any other, so that books, difficulty, limits and bans are the same; only its
//! jobs are made when it asks. Does not know those protocols.

use core::net::IpAddr;
use std::sync::Arc;

use quarry_pow::Target;
use quarry_primitives::{BlockHash, Hash as _, Now};

use super::Server;
use super::bans::group;
use super::conn::Sent;
use super::event::{Action, CloseReason, ConnId, Event};
use super::share::{Refusal, TIME_TOO_NEW, TIME_TOO_OLD};
use crate::job::{HEADER_BYTES, Solution, StratumJob};
use crate::limits::{BAD_SHARE_COST, DIRECT_JOB_AGE_MS};
use crate::stratum::line::shortened;
use crate::stratum::message::{Reject, Submission};
use crate::template::{Template, TemplateError};

/// A job that a miner asked for.
#[derive(Clone, Debug)]
pub struct DirectJob {
    /// Its number.
    pub id: u32,
    /// What it is made of.
    pub template: Arc<Template>,
    /// The coinbase and the way to the Merkle root.
    pub job: Arc<StratumJob>,
    /// What stands before the miner's own extranonce.
    pub extranonce1: Vec<u8>,
    /// Bytes of the miner's own.
    pub extranonce2_bytes: usize,
    /// What a share has to meet.
    pub target: Target,
}

/// A solved header, and what it was made of.
#[derive(Clone, Debug)]
pub struct DirectShare {
    /// The job's number.
    pub job: u32,
    /// The second extranonce.
    pub extranonce2: Vec<u8>,
    /// Bytes that the miner added at the end of the coinbase's script.
    pub appended: Vec<u8>,
    /// The header.
    pub header: [u8; HEADER_BYTES],
}

/// Why a miner gets no work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JoinError {
    /// The pool does not let it in.
    #[error("{0}")]
    Closed(CloseReason),
    /// Its name is none.
    #[error("{0}")]
    Worker(&'static str),
}

impl Server {
    /// Lets a miner in that will ask for its work, in a worker's name. [`Event::Disconnected`] ends it, and
    /// so does [`Action::Close`].
    pub fn join(
        &mut self,
        now: Now,
        conn: ConnId,
        ip: IpAddr,
        worker: &str,
        agent: Option<&str>,
    ) -> (Result<(), JoinError>, Vec<Action>) {
        let mut out = self.step(now, Event::Connected { conn, ip });
        let Some(joined) = self.conns.get_mut(&conn) else {
            let why = out.into_iter().find_map(|action| match action {
                Action::Close { why, .. } => Some(why),
                _ => None,
            });
            return (Err(JoinError::Closed(why.unwrap_or(CloseReason::Full))), Vec::new());
        };
        (joined.asks, joined.subscribed) = (true, true);
        joined.agent = agent.map(shortened);
        joined.floor = self.config.direct_floor;
        let Err(why) = self.try_authorize(now, conn, worker.to_owned()) else {
            return (Ok(()), out);
        };
        // A rig with a typing error asks for ever, and others of its address work.
        if !self.strangers.may(now, group(ip)) {
            self.penalize(now, conn, BAD_SHARE_COST, &mut out);
        }
        self.forget(now, conn);
        (Err(JoinError::Worker(why)), out)
    }

    /// A job for such a miner: its last one, or a new one if that is due; none if there is no template. An
    /// error is the same for all, and told once.
    pub fn work(
        &mut self,
        now: Now,
        id: ConnId,
    ) -> (Result<Option<DirectJob>, TemplateError>, Vec<Action>) {
        let mut out = Vec::new();
        if let Some(conn) = self.conns.get_mut(&id) {
            conn.heard_ms = now.mono_ms;
        }
        if self.is_job_due(now, id) {
            // Who asks is sent nothing.
            if let Err(error) = self.send_job(now, id, false, &mut Vec::new()) {
                self.tell_failure(error.clone(), &mut out);
                return (Err(error), out);
            }
        }
        (Ok(self.give(now, id)), out)
    }

    /// A share of such a miner; if it is worth nothing the reason, in BIP-22's words.
    pub fn solve(
        &mut self,
        now: Now,
        id: ConnId,
        worker: &str,
        share: DirectShare,
    ) -> (Result<(), &'static str>, Vec<Action>) {
        let mut out = Vec::new();
        let result = self.solved(now, id, worker, share, &mut out);
        let result = result.map_err(|(reject, reason)| {
            self.refuse_share(now, id, worker.to_owned(), reject, &mut out);
            reason
        });
        (result, out)
    }

    /// Books a share of such a miner that is of no work of its; the reason in BIP-22's words.
    pub fn disown(
        &mut self,
        now: Now,
        id: ConnId,
        worker: &str,
        header: &[u8; HEADER_BYTES],
    ) -> (&'static str, Vec<Action>) {
        let mut out = Vec::new();
        if let Some(conn) = self.conns.get_mut(&id) {
            conn.heard_ms = now.mono_ms;
        }
        self.refuse_share(now, id, worker.to_owned(), Reject::Stale, &mut out);
        (self.stale(header, "unknown-work"), out)
    }

    /// The job of such a miner that a coinbase is of, with its second extranonce and what was added at the
    /// end of its script.
    #[must_use]
    pub fn find_coinbase(&self, id: ConnId, coinbase: &[u8]) -> Option<(u32, Vec<u8>, Vec<u8>)> {
        let conn = self.conns.get(&id)?;
        let length = self.config.extranonce2_bytes;
        conn.jobs().find_map(|sent| {
            let prefix = sent.prefix(conn.extranonce1);
            let (extranonce2, more) = sent.job.read_coinbase(coinbase, &prefix, length)?;
            Some((sent.id, extranonce2.to_vec(), more.to_vec()))
        })
    }

    /// Bytes of the extranonce that is a miner's own.
    #[must_use]
    pub const fn extranonce2_bytes(&self) -> usize {
        self.config.extranonce2_bytes
    }

    /// The block that is built upon.
    #[must_use]
    pub fn tip(&self) -> Option<BlockHash> {
        self.newest_template().map(|template| template.previous)
    }

    fn give(&mut self, now: Now, id: ConnId) -> Option<DirectJob> {
        let conn = self.conns.get_mut(&id)?;
        let extranonce1 = conn.extranonce1;
        conn.give_newest(now).map(|sent| DirectJob {
            id: sent.id,
            template: Arc::clone(&sent.template),
            job: Arc::clone(&sent.job),
            extranonce1: sent.prefix(extranonce1).to_vec(),
            extranonce2_bytes: self.config.extranonce2_bytes,
            target: sent.goal.target,
        })
    }

    fn is_job_due(&self, now: Now, id: ConnId) -> bool {
        let Some(conn) = self.conns.get(&id) else { return false };
        let (Some(newest), Some(template)) = (conn.newest_job(), self.newest_template()) else {
            return true;
        };
        let old = now.mono_ms.saturating_sub(newest.at_ms) >= DIRECT_JOB_AGE_MS;
        conn.needs_job()
            || self.has_other_difficulty(id)
            || old && !Arc::ptr_eq(&newest.template, template)
    }

    fn solved(
        &mut self,
        now: Now,
        id: ConnId,
        worker: &str,
        share: DirectShare,
        out: &mut Vec<Action>,
    ) -> Result<(), (Reject, &'static str)> {
        let name = format!("{:x}", share.job);
        let header = &share.header;
        if let Some(conn) = self.conns.get_mut(&id) {
            conn.heard_ms = now.mono_ms;
        }
        let known = self.conns.get(&id).and_then(|conn| Some((conn, conn.job(&name)?)));
        let Some((conn, sent)) = known else {
            return Err((Reject::Stale, self.stale(header, "stale-work")));
        };
        let expected = expected_header(sent, &sent.prefix(conn.extranonce1), &share);
        if let Some(reason) = expected.and_then(|expected| difference(&expected, header)) {
            return Err((Reject::Other, reason));
        }
        let submission = Submission {
            worker: worker.to_owned(),
            job: name,
            time: number(header, 68),
            nonce: number(header, 76),
            extranonce2: share.extranonce2,
            version_bits: None,
        };
        let checked = self.judge(now, id, submission, &share.appended);
        let checked = checked.map_err(|refusal| (refusal.0, reason(refusal)))?;
        self.take_share(now, id, worker.to_owned(), checked, out);
        Ok(())
    }

    /// What to say of work that is not known: whether it is of another block.
    fn stale(&self, header: &[u8; HEADER_BYTES], otherwise: &'static str) -> &'static str {
        let is_of_tip = self.tip().is_some_and(|tip| header[4..36] == tip.as_byte_array()[..]);
        if is_of_tip { otherwise } else { "stale-prevblk" }
    }
}

/// The header that a share of a job has; none if its coinbase would be no coinbase.
fn expected_header(
    sent: &Sent,
    extranonce1: &[u8],
    share: &DirectShare,
) -> Option<[u8; HEADER_BYTES]> {
    let bytes = extranonce1.len() + share.extranonce2.len();
    let solution = Solution {
        extranonce2: share.extranonce2.clone(),
        time: number(&share.header, 68),
        nonce: number(&share.header, 76),
        version: sent.job.version,
    };
    match &share.appended[..] {
        [] => Some(sent.job.header(extranonce1, &solution)),
        more => Some(sent.job.appended(bytes, more)?.header(extranonce1, &solution)),
    }
}

/// The field in which a header is not as it has to be, in BIP-22's words.
fn difference(expected: &[u8; HEADER_BYTES], header: &[u8; HEADER_BYTES]) -> Option<&'static str> {
    const FIELDS: [(core::ops::Range<usize>, &str); 4] = [
        (0..4, "bad-version"),
        (4..36, "bad-prevblk"),
        (36..68, "bad-txnmrklroot"),
        (72..76, "bad-diffbits"),
    ];
    let differs = |at: &core::ops::Range<usize>| expected[at.clone()] != header[at.clone()];
    FIELDS.into_iter().find(|(at, _)| differs(at)).map(|(_, reason)| reason)
}

fn number(header: &[u8; HEADER_BYTES], at: usize) -> u32 {
    let mut bytes = [0; 4];
    bytes.copy_from_slice(&header[at..at + 4]);
    u32::from_le_bytes(bytes)
}

/// BIP-22's word for a refusal.
fn reason((reject, words): Refusal) -> &'static str {
    match (reject, words) {
        (Reject::Stale, _) => "stale-work",
        (Reject::Duplicate, _) => "duplicate",
        (Reject::LowDifficulty, _) => "high-hash",
        (Reject::Unauthorized | Reject::NotSubscribed, _) => "unknown-user",
        (Reject::Other, Some(TIME_TOO_OLD)) => "time-too-old",
        (Reject::Other, Some(TIME_TOO_NEW)) => "time-too-new",
        (Reject::Other, _) => "rejected",
    }
}
