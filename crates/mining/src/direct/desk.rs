//! Where miners ask: who they are to the pool's server, and which work each was given.
//!
//! Does not know JSON.

use core::net::IpAddr;
use std::collections::{BTreeMap, VecDeque};

use quarry_primitives::Now;

use super::answer::{Answer, DirectTemplate};
use super::call::{Ask, SubmittedBlock};
use crate::getwork::GetWork;
use crate::job::{HEADER_BYTES, Solution};
use crate::limits::{
    MAX_DIRECT_CALLS_PER_MIN, MAX_DIRECT_MINERS, MAX_DIRECT_MINERS_PER_IP,
    MAX_DIRECT_TEMPLATES_PER_MIN, MAX_DIRECT_WORKS_PER_MIN, MAX_WORKER_BYTES, MAX_WORKS_PER_MINER,
};
use crate::stratum::server::{
    Action, CloseReason, ConnId, DirectJob, DirectShare, JoinError, PerMinute, Server, group,
};
use crate::template::TemplateError;

/// Connections of miners who ask are numbered from here on; those of sockets never get here.
const FIRST_NUMBER: u64 = 1 << 63;

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Where from.
    pub ip: IpAddr,
    /// In whose name: an address, and what it likes behind a dot.
    pub worker: String,
    /// What the miner calls itself.
    pub agent: Option<String>,
}

/// Why a miner is not answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// Its user name is no worker's.
    #[error("{0}")]
    Worker(&'static str),
    /// It is banned, or there is no room.
    #[error("{0}")]
    Closed(CloseReason),
    /// Too many users are here.
    #[error("too many users ask for work")]
    Full,
    /// It asked too much.
    #[error("too many calls a minute")]
    TooOften,
    /// There is none yet.
    #[error("there is no work: the pool has no template of its node")]
    NoWork,
    /// The newest template makes none.
    #[error("there is no work: {0}")]
    NoJob(TemplateError),
}

/// One user of one address.
#[derive(Debug)]
struct Miner {
    conn: ConnId,
    calls: PerMinute,
    templates: PerMinute,
    given: PerMinute,
    next_extranonce: u64,
    /// By bits of the Merkle root, which are all chance.
    works: BTreeMap<u64, Given>,
    /// The oldest first.
    order: VecDeque<u64>,
}

/// Work that was given out: what makes its Merkle root.
#[derive(Clone, Copy, Debug)]
struct Given {
    job: u32,
    extranonce: u64,
}

/// Everybody who asks.
#[derive(Debug, Default)]
pub struct Desk {
    miners: BTreeMap<(IpAddr, String), Miner>,
    names: BTreeMap<ConnId, (IpAddr, String)>,
    numbers: u64,
}

impl Desk {
    /// Answers, and says what the pool wants done.
    ///
    /// # Errors
    /// [`Refused`]; a share that is worth nothing is an answer.
    pub fn ask(
        &mut self,
        server: &mut Server,
        now: Now,
        who: &Who,
        ask: Ask,
    ) -> (Result<Answer, Refused>, Vec<Action>) {
        let mut out = Vec::new();
        let answer = self.answer(server, now, who, ask, &mut out);
        (answer, out)
    }

    /// The server ended a connection, which may be one of these.
    pub fn closed(&mut self, conn: ConnId) {
        if let Some(name) = self.names.remove(&conn) {
            self.miners.remove(&name);
        }
    }

    fn answer(
        &mut self,
        server: &mut Server,
        now: Now,
        who: &Who,
        ask: Ask,
        out: &mut Vec<Action>,
    ) -> Result<Answer, Refused> {
        let miner = self.enter(server, now, who, out)?;
        if !miner.calls.may(now, MAX_DIRECT_CALLS_PER_MIN) {
            return Err(Refused::TooOften);
        }
        let result = match ask {
            Ask::Entry => return Ok(Answer::Welcome),
            Ask::Work => return miner.work(server, now, out),
            Ask::Template { long_poll_id, segwit } => {
                if !miner.templates.may(now, MAX_DIRECT_TEMPLATES_PER_MIN) {
                    return Err(Refused::TooOften);
                }
                let job = job(server, now, miner.conn, out)?;
                let extranonce2 = miner.next(job.extranonce2_bytes).1;
                let template =
                    DirectTemplate { job, extranonce2, segwit, asked_with: long_poll_id };
                return Ok(Answer::Template(Box::new(template)));
            }
            Ask::Solved(header) => {
                let share = miner.recall(&header, server);
                take(server, now, miner.conn, who, &header, share)
            }
            Ask::Block(block) => {
                let share = find(server, miner.conn, &block);
                take(server, now, miner.conn, who, &block.header, share)
            }
        };
        out.extend(result.1);
        Ok(Answer::Judged(result.0))
    }

    /// The miner that this is, let in if it is new.
    fn enter(
        &mut self,
        server: &mut Server,
        now: Now,
        who: &Who,
        out: &mut Vec<Action>,
    ) -> Result<&mut Miner, Refused> {
        if who.worker.len() > MAX_WORKER_BYTES {
            return Err(Refused::Worker("the worker's name is too long"));
        }
        let group = group(who.ip);
        let name = (group, who.worker.clone());
        if !self.miners.contains_key(&name) {
            let of_address = self.miners.range((group, String::new())..);
            let of_address = of_address.take_while(|((other, _), _)| *other == group);
            if self.miners.len() >= MAX_DIRECT_MINERS
                || of_address.count() >= MAX_DIRECT_MINERS_PER_IP
            {
                return Err(Refused::Full);
            }
            let conn = ConnId(FIRST_NUMBER | self.numbers);
            self.numbers += 1;
            let (joined, actions) =
                server.join(now, conn, who.ip, &who.worker, who.agent.as_deref());
            out.extend(actions);
            joined.map_err(|error| match error {
                JoinError::Worker(why) => Refused::Worker(why),
                JoinError::Closed(why) => Refused::Closed(why),
            })?;
            self.names.insert(conn, name.clone());
            self.miners.insert(name.clone(), Miner::new(conn, now));
        }
        self.miners.get_mut(&name).ok_or(Refused::Full)
    }
}

impl Miner {
    fn new(conn: ConnId, now: Now) -> Self {
        let none = PerMinute::new(now);
        let (works, order) = (BTreeMap::new(), VecDeque::new());
        Self { conn, calls: none, templates: none, given: none, next_extranonce: 0, works, order }
    }

    /// The next extranonce, as a number and in so many bytes.
    fn next(&mut self, bytes: usize) -> (u64, Vec<u8>) {
        let number = self.next_extranonce;
        self.next_extranonce = number.wrapping_add(1);
        (number, extranonce(number, bytes))
    }

    fn work(
        &mut self,
        server: &mut Server,
        now: Now,
        out: &mut Vec<Action>,
    ) -> Result<Answer, Refused> {
        if !self.given.may(now, MAX_DIRECT_WORKS_PER_MIN) {
            return Err(Refused::TooOften);
        }
        let job = job(server, now, self.conn, out)?;
        let (number, extranonce2) = self.next(job.extranonce2_bytes);
        let (time, version) = (job.job.time, job.job.version);
        let start = Solution { extranonce2, time, nonce: 0, version };
        let header = job.job.header(&job.extranonce1, &start);
        self.remember(&header, Given { job: job.id, extranonce: number });
        Ok(Answer::Work(GetWork::new(header, job.target)))
    }

    fn remember(&mut self, header: &[u8; HEADER_BYTES], given: Given) {
        if self.order.len() >= MAX_WORKS_PER_MINER
            && let Some(oldest) = self.order.pop_front()
        {
            self.works.remove(&oldest);
        }
        let key = key(header);
        if self.works.insert(key, given).is_none() {
            self.order.push_back(key);
        }
    }

    /// What a header was made of, if it was given to this miner.
    fn recall(&self, header: &[u8; HEADER_BYTES], server: &Server) -> Option<DirectShare> {
        let given = self.works.get(&key(header))?;
        Some(DirectShare {
            job: given.job,
            extranonce2: extranonce(given.extranonce, server.extranonce2_bytes()),
            appended: Vec::new(),
            header: *header,
        })
    }
}

fn extranonce(number: u64, bytes: usize) -> Vec<u8> {
    let number = number.to_be_bytes();
    number[number.len().saturating_sub(bytes)..].to_vec()
}

/// Eight bytes of the Merkle root.
fn key(header: &[u8; HEADER_BYTES]) -> u64 {
    header[36..44].iter().fold(0, |key, byte| key << 8 | u64::from(*byte))
}

fn job(
    server: &mut Server,
    now: Now,
    conn: ConnId,
    out: &mut Vec<Action>,
) -> Result<DirectJob, Refused> {
    let (job, actions) = server.work(now, conn);
    out.extend(actions);
    job.map_err(Refused::NoJob)?.ok_or(Refused::NoWork)
}

fn find(server: &Server, conn: ConnId, block: &SubmittedBlock) -> Option<DirectShare> {
    let (job, extranonce2, appended) = server.find_coinbase(conn, &block.coinbase)?;
    Some(DirectShare { job, extranonce2, appended, header: block.header })
}

fn take(
    server: &mut Server,
    now: Now,
    conn: ConnId,
    who: &Who,
    header: &[u8; HEADER_BYTES],
    share: Option<DirectShare>,
) -> (Result<(), &'static str>, Vec<Action>) {
    match share {
        Some(share) => server.solve(now, conn, &who.worker, share),
        None => {
            let (reason, actions) = server.disown(now, conn, &who.worker, header);
            (Err(reason), actions)
        }
    }
}
