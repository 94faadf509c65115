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
use crate::limits::{MAX_ADDRESSES_KEPT, MAX_RATE_AGE_MS, MAX_WORKERS_KEPT};

/// A rate that forgets: what was done counts less the longer ago it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// After so long, what was done counts 1/e of what it did.
    tau_ms: f64,
    hashes: f64,
    /// Both by the clock that never goes back; below zero if it was before this process.
    since_ms: i64,
    last_ms: i64,
}

/// About a minute, and about fifteen.
pub(super) const RATE_1M_MS: u32 = 60_000;
pub(super) const RATE_15M_MS: u32 = 15 * 60_000;
/// Nothing is older: no rate remembers a part of it, and no clock overflows.
const OLDEST_MS: i64 = MAX_RATE_AGE_MS.cast_signed();

/// A rate is not told from less than this: one lucky share would make a farm of a toy.
const MIN_AGE_MS: f64 = 10_000.0;

impl Rate {
    /// A rate over about so many milliseconds, from now on.
    #[must_use]
    pub fn new(tau_ms: u32, now: Now) -> Self {
        let (since_ms, last_ms) = (mono_ms(now), mono_ms(now));
        Self { tau_ms: f64::from(tau_ms), hashes: 0.0, since_ms, last_ms }
    }

    fn add(&mut self, now: Now, hashes: f64) {
        self.hashes = self.left(now) + hashes;
        self.last_ms = mono_ms(now).max(self.last_ms);
    }

    /// A rate as it is kept: so many hashes as of `idle_ms` ago, seen for `age_ms`; now is the zero of the
    /// clock.
    pub(super) fn kept(&self) -> (f64, u64, u64) {
        let ago = |ms: i64| ms.min(0).unsigned_abs();
        (self.hashes, ago(self.since_ms), ago(self.last_ms))
    }

    /// The rate that was kept so; none if there is no such rate.
    pub(super) fn of_kept(tau_ms: u32, (hashes, age_ms, idle_ms): (f64, u64, u64)) -> Option<Self> {
        let is_one = hashes.is_finite() && hashes >= 0.0 && idle_ms <= age_ms;
        let ago = |ms: u64| Some(-i64::try_from(ms).ok().filter(|_| ms <= MAX_RATE_AGE_MS)?);
        let (since_ms, last_ms) = (ago(age_ms)?, ago(idle_ms)?);
        is_one.then_some(Self { tau_ms: f64::from(tau_ms), hashes, since_ms, last_ms })
    }

    /// The clock shows so much more from now on, without any time having passed.
    fn shift(&mut self, by_ms: i64) {
        for ms in [&mut self.since_ms, &mut self.last_ms] {
            *ms = ms.saturating_add(by_ms).max(-OLDEST_MS);
        }
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

/// The clock that never goes back, as a number from which more can be taken than has passed.
pub(super) fn mono_ms(now: Now) -> i64 {
    i64::try_from(now.mono_ms).unwrap_or(i64::MAX)
}

fn millis(now: Now, since_ms: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "an error of milliseconds in 200,000 years")]
    let passed = mono_ms(now).saturating_sub(since_ms).max(0) as f64;
    passed
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// Shares that were taken.
    pub accepted: u64,
    pub(super) rejected: [u64; Reject::ALL.len()],
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
            rate_1m: Rate::new(RATE_1M_MS, now),
            rate_15m: Rate::new(RATE_15M_MS, now),
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

    fn shift(&mut self, by_ms: i64) {
        self.rate_1m.shift(by_ms);
        self.rate_15m.shift(by_ms);
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
    last_seen_ms: i64,
}

/// The books of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Accounts {
    /// Everything.
    pub total: Tally,
    /// What was done by workers who are forgotten, or were never authorized.
    pub others: Tally,
    /// The same for addresses.
    pub other_addresses: Tally,
    pub(super) workers: BTreeMap<String, Account>,
    pub(super) addresses: BTreeMap<String, Account>,
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

    /// The books as they are kept when the clock shows `now`: its zero is there, and nobody is connected.
    pub(super) fn kept(&self, now: Now) -> Self {
        let mut kept = self.clone();
        kept.shift(mono_ms(now).saturating_neg());
        for row in kept.workers.values_mut().chain(kept.addresses.values_mut()) {
            row.connections = 0;
        }
        kept
    }

    /// The clock shows so much more from now on, without any time having passed.
    pub(super) fn shift(&mut self, by_ms: i64) {
        for tally in [&mut self.total, &mut self.others, &mut self.other_addresses] {
            tally.shift(by_ms);
        }
        for row in self.workers.values_mut().chain(self.addresses.values_mut()) {
            row.tally.shift(by_ms);
            row.last_seen_ms = row.last_seen_ms.saturating_add(by_ms).max(-OLDEST_MS);
        }
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
                row.last_seen_ms = mono_ms(now);
            }
        }
        room
    }

    /// A connection of a worker ended.
    pub(super) fn leave(&mut self, now: Now, worker: &str) {
        let rows = [self.workers.get_mut(worker), self.addresses.get_mut(address_part(worker))];
        for row in rows.into_iter().flatten() {
            row.connections = row.connections.saturating_sub(1);
            row.last_seen_ms = mono_ms(now);
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
    /// Somebody who was last seen so long before the zero of the clock.
    pub(super) fn of_kept(tally: Tally, away_ms: u64) -> Option<Self> {
        let away_ms = i64::try_from(away_ms).ok().filter(|ms| *ms <= OLDEST_MS)?;
        Some(Self { tally, connections: 0, last_seen_ms: -away_ms })
    }

    /// How long before the zero of the clock it was last seen.
    pub(super) fn away_ms(&self) -> u64 {
        self.last_seen_ms.min(0).unsigned_abs()
    }

    fn new(now: Now) -> Self {
        Self { tally: Tally::new(now), connections: 0, last_seen_ms: mono_ms(now) }
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
