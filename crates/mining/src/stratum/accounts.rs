//! What each worker and each address did: shares taken and refused, their difficulty, the best of them, how
//! fast it hashes.
//!
//! Every share is counted three times: in the total, at its worker, at its worker's address. So the
//! workers and [`Accounts::others`] add up to the total, and the addresses and the others do too.
//!
//! Does not know what a share is worth in money, nor connections.

use std::collections::BTreeMap;

use quarry_primitives::Now;

use super::message::Reject;
use crate::difficulty::Difficulty;
use crate::limits::{MAX_ADDRESSES_KEPT, MAX_WORKERS_KEPT};

/// A rate that forgets: what was done counts less the longer ago it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// After so long, what was done counts 1/e of what it did.
    tau_ms: f64,
    hashes: f64,
    since_ms: u64,
    last_ms: u64,
}

/// A rate is not told from less than this: one lucky share would make a farm of a toy.
const MIN_AGE_MS: f64 = 10_000.0;

impl Rate {
    /// A rate over about so many milliseconds, from now on.
    #[must_use]
    pub fn new(tau_ms: u32, now: Now) -> Self {
        let (since_ms, last_ms) = (now.mono_ms, now.mono_ms);
        Self { tau_ms: f64::from(tau_ms), hashes: 0.0, since_ms, last_ms }
    }

    fn add(&mut self, now: Now, hashes: f64) {
        self.hashes = self.left(now) + hashes;
        self.last_ms = now.mono_ms.max(self.last_ms);
    }

    fn left(&self, now: Now) -> f64 {
        self.hashes * (-millis(now, self.last_ms) / self.tau_ms).exp()
    }

    /// Hashes a second. A rate that is young is not low for it: what it misses is made up for.
    #[must_use]
    pub fn per_sec(&self, now: Now) -> f64 {
        let age = millis(now, self.since_ms).max(MIN_AGE_MS);
        let seen = 1.0 - (-age / self.tau_ms).exp();
        self.left(now) / (self.tau_ms / 1000.0) / seen
    }
}

fn millis(now: Now, since_ms: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "an error of milliseconds in 200,000 years")]
    let passed = now.mono_ms.saturating_sub(since_ms) as f64;
    passed
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// Shares that were taken.
    pub accepted: u64,
    rejected: [u64; Reject::ALL.len()],
    /// The difficulties that they were taken at, added up.
    pub work: f64,
    /// The difficulty of the best hash; zero before the first share.
    pub best: f64,
    /// Shares that were blocks.
    pub blocks: u64,
    /// When the last share was taken, milliseconds since 1970.
    pub last_share_ms: Option<u64>,
    /// Hashes a second over about a minute.
    pub rate_1m: Rate,
    /// Hashes a second over about fifteen minutes.
    pub rate_15m: Rate,
}

impl Tally {
    /// Nothing done yet.
    #[must_use]
    pub fn new(now: Now) -> Self {
        Self {
            accepted: 0,
            rejected: [0; Reject::ALL.len()],
            work: 0.0,
            best: 0.0,
            blocks: 0,
            last_share_ms: None,
            rate_1m: Rate::new(60_000, now),
            rate_15m: Rate::new(15 * 60_000, now),
        }
    }

    /// Shares that were refused for a reason.
    #[must_use]
    pub const fn rejected(&self, reject: Reject) -> u64 {
        self.rejected[reject as usize]
    }

    /// Shares that were refused for any reason, stale ones too.
    #[must_use]
    pub fn rejected_in_all(&self) -> u64 {
        self.rejected.iter().sum()
    }

    fn accept(&mut self, now: Now, credit: Difficulty, best: Difficulty) {
        self.accepted += 1;
        self.work += credit.get();
        self.best = self.best.max(best.get());
        self.last_share_ms = Some(now.wall_ms);
        self.rate_1m.add(now, credit.hashes());
        self.rate_15m.add(now, credit.hashes());
    }

    /// Takes over what somebody did who is forgotten; the rates are of the past.
    fn absorb(&mut self, other: &Self) {
        self.accepted += other.accepted;
        for (sum, count) in self.rejected.iter_mut().zip(other.rejected) {
            *sum += count;
        }
        self.work += other.work;
        self.best = self.best.max(other.best);
        self.blocks += other.blocks;
        self.last_share_ms = self.last_share_ms.max(other.last_share_ms);
    }
}

/// One row of the books.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What it did.
    pub tally: Tally,
    /// Connections that are authorized for it.
    pub connections: u32,
    /// When it was last seen, by the clock that never goes back.
    last_seen_ms: u64,
}

/// The books of a pool.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// Everything.
    pub total: Tally,
    /// What was done by workers who are forgotten, or were never authorized.
    pub others: Tally,
    /// The same for addresses.
    pub other_addresses: Tally,
    workers: BTreeMap<String, Account>,
    addresses: BTreeMap<String, Account>,
}

/// The address, or whatever stands for it, in a worker's name: all up to the first dot.
#[must_use]
pub fn address_part(worker: &str) -> &str {
    worker.split_once('.').map_or(worker, |(address, _)| address)
}

impl Accounts {
    /// Empty books.
    #[must_use]
    pub fn new(now: Now) -> Self {
        Self {
            total: Tally::new(now),
            others: Tally::new(now),
            other_addresses: Tally::new(now),
            workers: BTreeMap::new(),
            addresses: BTreeMap::new(),
        }
    }

    /// The workers by name, [`MAX_WORKERS_KEPT`] at most.
    pub fn workers(&self) -> impl Iterator<Item = (&str, &Account)> {
        self.workers.iter().map(|(name, account)| (name.as_str(), account))
    }

    /// The addresses, [`MAX_ADDRESSES_KEPT`] at most.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, &Account)> {
        self.addresses.iter().map(|(name, account)| (name.as_str(), account))
    }

    /// A connection was authorized for a worker; false if there is no room for one more name.
    pub(super) fn join(&mut self, now: Now, worker: &str) -> bool {
        let address = address_part(worker);
        let room = make_room(&mut self.workers, worker, MAX_WORKERS_KEPT, &mut self.others)
            && make_room(
                &mut self.addresses,
                address,
                MAX_ADDRESSES_KEPT,
                &mut self.other_addresses,
            );
        if room {
            for (rows, name) in [(&mut self.workers, worker), (&mut self.addresses, address)] {
                let row = rows.entry(name.to_owned()).or_insert_with(|| Account::new(now));
                row.connections += 1;
                row.last_seen_ms = now.mono_ms;
            }
        }
        room
    }

    /// A connection of a worker ended.
    pub(super) fn leave(&mut self, now: Now, worker: &str) {
        let rows = [self.workers.get_mut(worker), self.addresses.get_mut(address_part(worker))];
        for row in rows.into_iter().flatten() {
            row.connections = row.connections.saturating_sub(1);
            row.last_seen_ms = now.mono_ms;
        }
    }

    /// The rows of a worker, those of the others where it has none; the empty name never has one.
    fn rows(&mut self, worker: &str) -> [&mut Tally; 3] {
        let of_worker = self.workers.get_mut(worker).map(|row| &mut row.tally);
        let of_address = self.addresses.get_mut(address_part(worker)).map(|row| &mut row.tally);
        [
            &mut self.total,
            of_worker.unwrap_or(&mut self.others),
            of_address.unwrap_or(&mut self.other_addresses),
        ]
    }

    pub(super) fn accept(
        &mut self,
        now: Now,
        worker: &str,
        credit: Difficulty,
        best: Difficulty,
        block: bool,
    ) {
        for tally in self.rows(worker) {
            tally.accept(now, credit, best);
            tally.blocks += u64::from(block);
        }
    }

    pub(super) fn reject(&mut self, worker: &str, reject: Reject) {
        for tally in self.rows(worker) {
            tally.rejected[reject as usize] += 1;
        }
    }
}

impl Account {
    fn new(now: Now) -> Self {
        Self { tally: Tally::new(now), connections: 0, last_seen_ms: now.mono_ms }
    }
}

/// Forgets whoever was away for longest if one more name would be too many; false if all are here.
fn make_room(
    rows: &mut BTreeMap<String, Account>,
    name: &str,
    most: usize,
    forgotten: &mut Tally,
) -> bool {
    if rows.len() < most || rows.contains_key(name) {
        return true;
    }
    let away = rows.iter().filter(|(_, row)| row.connections == 0);
    let Some((oldest, _)) = away.min_by_key(|(_, row)| row.last_seen_ms) else { return false };
    let oldest = oldest.clone();
    if let Some(row) = rows.remove(&oldest) {
        forgotten.absorb(&row.tally);
    }
    true
}
