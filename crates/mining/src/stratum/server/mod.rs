//! The pool's side of Stratum, for all connections at once: a state machine that is told what happens and
//! says what is to be done.
//!
//! ```text
//! Event::Connected ----> limits, bans --------------> Conn with an extranonce1 of its own
//! Event::Line ---------> calls: subscribe, authorize, configure, suggest ...
//!                         `--- submit --> share::check --> books, window, vardiff
//!                                              `--> Action::Block
//! Event::NewTemplate --> jobs: one coinbase for all or one an address --> Action::Send to all
//! Event::Tick ---------> timeouts, vardiff, forgiveness
//! Server::join, work, solve: miners who ask for their work (`direct`), in the same books
//! ```
//!
//! **Assumptions.** One caller at a time; [`Now::mono_ms`] does not go back. Whoever writes to sockets bounds
//! what waits for a slow reader and tells [`Event::Disconnected`] of those that it gives up.
//!
//! **Does not know** sockets, nor whether a block is valid, nor what money is worth.

mod bans;
mod calls;
mod config;
mod conn;
mod direct;
mod event;
mod found;
mod jobs;
mod share;
mod vardiff;

use core::net::IpAddr;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quarry_primitives::Now;

pub use self::bans::group;
use self::bans::{Bans, Strangers};
pub(crate) use self::conn::PerMinute;
use self::conn::{Conn, Extranonce1};
use self::jobs::Current;
use super::accounts::{Accounts, mono_ms};
use super::books::Books;
use super::payout::Window;
use crate::difficulty::Difficulty;
use crate::limits::{JOB_NUMBERS_RESERVED, MAX_LINE_BYTES};
use crate::stratum::line::LineError;

pub use config::{AddressReader, ConfigError, ServerConfig, Vardiff, address_reader};
pub use direct::{DirectJob, DirectShare, JoinError};
pub use event::{Accepted, Action, CloseReason, ConnId, Event, FoundBlock, Share};
pub use found::{Found, FoundBlocks};

/// A pool.
#[derive(Debug)]
pub struct Server {
    config: ServerConfig,
    conns: BTreeMap<ConnId, Conn>,
    /// The extranonces in use.
    extranonces: BTreeSet<Extranonce1>,
    next_extranonce: u32,
    per_ip: BTreeMap<IpAddr, usize>,
    bans: Bans,
    /// Those who asked in a name that is none.
    strangers: Strangers,
    current: Option<Current>,
    next_job: u32,
    accounts: Accounts,
    window: Window,
    found: FoundBlocks,
}

/// A connection, for those who look.
#[derive(Clone, Debug, PartialEq)]
pub struct ConnView<'a> {
    /// Its number.
    pub id: ConnId,
    /// Where from.
    pub ip: IpAddr,
    /// What the miner calls itself.
    pub agent: Option<&'a str>,
    /// Since when, milliseconds since 1970.
    pub since_ms: u64,
    /// The difficulty it was told; none before its first job.
    pub difficulty: Option<Difficulty>,
    /// Its workers.
    pub workers: Vec<&'a str>,
}

impl Server {
    /// A pool without connections.
    ///
    /// # Errors
    /// [`ConfigError`].
    pub fn new(config: ServerConfig, now: Now) -> Result<Self, ConfigError> {
        config.check()?;
        Ok(Self {
            next_extranonce: config.extranonce1_seed,
            config,
            conns: BTreeMap::new(),
            extranonces: BTreeSet::new(),
            per_ip: BTreeMap::new(),
            bans: Bans::default(),
            strangers: Strangers::default(),
            current: None,
            next_job: 1,
            accounts: Accounts::new(now),
            window: Window::default(),
            found: FoundBlocks::default(),
        })
    }

    /// What is to be kept of it.
    #[must_use]
    pub fn books(&self, now: Now) -> Books {
        Books {
            at_ms: now.wall_ms,
            first_job: self.next_job.wrapping_add(JOB_NUMBERS_RESERVED),
            accounts: self.accounts.kept(now),
            window: self.window.runs().map(|(to, weight)| (Arc::clone(to), weight)).collect(),
            found: self.found.clone(),
            rates: Vec::new(),
        }
    }

    /// Goes on where a pool that was stopped left off: before the first connection and the first template.
    ///
    /// No job has a number that one of that pool may have had, though it ended long after these books were
    /// written. The number is in the job's every header, so no share of that pool is a share of this one.
    pub fn restore(&mut self, now: Now, books: Books) {
        let Books { at_ms, first_job, mut accounts, window, found, rates: _ } = books;
        // A clock that was put back meanwhile says nothing of the time that passed.
        let stopped_ms = i64::try_from(now.wall_ms.saturating_sub(at_ms)).unwrap_or(i64::MAX);
        accounts.shift(mono_ms(now).saturating_sub(stopped_ms));
        self.accounts = accounts;
        self.window = Window::restore(window);
        self.found = found;
        self.next_job = first_job;
    }

    /// What happens, and what is to be done about it.
    pub fn step(&mut self, now: Now, event: Event) -> Vec<Action> {
        let mut out = Vec::new();
        match event {
            Event::Connected { conn, ip } => self.connected(now, conn, ip, &mut out),
            Event::Line { conn, bytes } => self.line(now, conn, &bytes, &mut out),
            Event::LineTooLong { conn } => {
                let error = LineError::TooLong { limit: MAX_LINE_BYTES };
                self.not_stratum(now, conn, error, &mut out);
            }
            Event::Disconnected { conn } => self.forget(now, conn),
            Event::NewTemplate { template, clean } => {
                self.new_template(now, template, clean, &mut out);
            }
            Event::Tick => self.tick(now, &mut out),
            Event::BlockResult { hash, result } => self.found.result(hash, result),
        }
        out
    }

    /// The books.
    #[must_use]
    pub const fn accounts(&self) -> &Accounts {
        &self.accounts
    }

    /// The shares that a proportional payout pays.
    #[must_use]
    pub const fn window(&self) -> &Window {
        &self.window
    }

    /// The blocks that were found.
    #[must_use]
    pub const fn found(&self) -> &FoundBlocks {
        &self.found
    }

    /// The connections.
    pub fn connections(&self) -> impl Iterator<Item = ConnView<'_>> {
        self.conns.iter().map(|(id, conn)| ConnView {
            id: *id,
            ip: conn.ip,
            agent: conn.agent.as_deref(),
            since_ms: conn.since.wall_ms,
            difficulty: conn.goal.map(|goal| goal.difficulty),
            workers: conn.workers.keys().map(String::as_str).collect(),
        })
    }

    fn connected(&mut self, now: Now, id: ConnId, ip: IpAddr, out: &mut Vec<Action>) {
        let group = group(ip);
        let of_address = self.per_ip.get(&group).copied().unwrap_or(0);
        let refused = if self.bans.is_banned(now, group) {
            Some(CloseReason::Banned)
        } else if self.conns.len() >= self.config.max_connections {
            Some(CloseReason::Full)
        } else if of_address >= self.config.max_connections_per_ip {
            Some(CloseReason::FullForAddress)
        } else {
            None
        };
        if let Some(why) = refused {
            out.push(Action::Close { conn: id, why });
            return;
        }
        // A number that is in use already: the old connection cannot be told from it.
        self.forget(now, id);
        let extranonce1 = self.free_extranonce();
        let vardiff = &self.config.vardiff;
        let start = jobs::clamp(vardiff.start, vardiff.min, vardiff.max);
        self.conns.insert(id, Conn::new(now, ip, extranonce1, start));
        *self.per_ip.entry(group).or_insert(0) += 1;
    }

    /// The next extranonce that no connection has. There are 2^32, and far fewer connections.
    fn free_extranonce(&mut self) -> Extranonce1 {
        loop {
            let extranonce1 = self.next_extranonce.to_be_bytes();
            self.next_extranonce = self.next_extranonce.wrapping_add(1);
            if self.extranonces.insert(extranonce1) {
                return extranonce1;
            }
        }
    }

    fn forget(&mut self, now: Now, id: ConnId) {
        let Some(conn) = self.conns.remove(&id) else { return };
        self.extranonces.remove(&conn.extranonce1);
        conn.workers.keys().for_each(|worker| self.accounts.leave(now, worker));
        let group = group(conn.ip);
        if let Some(count) = self.per_ip.get_mut(&group) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.per_ip.remove(&group);
            }
        }
    }

    fn close(&mut self, now: Now, id: ConnId, why: CloseReason, out: &mut Vec<Action>) {
        if self.conns.contains_key(&id) {
            self.forget(now, id);
            out.push(Action::Close { conn: id, why });
        }
    }

    /// Counts misbehaviour; false if the connection is gone for it, with all others of its address.
    fn penalize(&mut self, now: Now, id: ConnId, cost: u32, out: &mut Vec<Action>) -> bool {
        let Some(ip) = self.conns.get(&id).map(|conn| conn.ip) else { return false };
        let banned_group = group(ip);
        let (limit, ms) = (self.config.ban_score, self.config.ban_ms);
        if !self.bans.add(now, banned_group, cost, limit, ms) {
            return true;
        }
        out.push(Action::Ban { ip, ms });
        let of_group = self.conns.iter().filter(|(_, conn)| group(conn.ip) == banned_group);
        for id in of_group.map(|(id, _)| *id).collect::<Vec<_>>() {
            self.close(now, id, CloseReason::Banned, out);
        }
        false
    }

    fn tick(&mut self, now: Now, out: &mut Vec<Action>) {
        self.bans.tick(now);
        self.strangers.tick(now);
        // By then a difficulty has fallen to a millionth.
        let falls_ms = vardiff::period_ms(&self.config.vardiff).saturating_mul(10);
        let idle_ms = self.config.idle_timeout_ms.max(falls_ms);
        let ids: Vec<ConnId> = self.conns.keys().copied().collect();
        for id in ids {
            let Some(conn) = self.conns.get_mut(&id) else { continue };
            if conn.asks {
                conn.drop_old_jobs(now);
            }
            let connected_ms = now.mono_ms.saturating_sub(conn.since.mono_ms);
            if !conn.is_ready() && connected_ms >= self.config.handshake_timeout_ms {
                self.close(now, id, CloseReason::NoHandshake, out);
            } else if now.mono_ms.saturating_sub(conn.heard_ms) >= idle_ms {
                self.close(now, id, CloseReason::Idle, out);
            } else {
                self.retarget(now, id, out);
            }
        }
    }
}
