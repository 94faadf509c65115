//! Who misbehaved how much, by address, and who is kept out for it.
//!
//! Does not know connections, nor what misbehaviour is.

use core::net::{IpAddr, Ipv6Addr};
use std::collections::BTreeMap;

use quarry_primitives::Now;

use super::conn::PerMinute;
use crate::limits::{
    BAN_SCORE_FORGIVEN_MS, MAX_SCORED_ADDRESSES, MAX_STRANGER_ADDRESSES, MAX_STRANGERS_PER_MIN,
};

/// Scores and bans.
#[derive(Debug, Default)]
pub(super) struct Bans {
    scores: BTreeMap<IpAddr, Score>,
}

#[derive(Debug, Clone, Copy)]
struct Score {
    score: u32,
    /// When it was `score`; it is forgiven from then on.
    at_ms: u64,
    banned_until_ms: u64,
}

/// Calls in a name that is none, by address.
#[derive(Debug, Default)]
pub(super) struct Strangers {
    calls: BTreeMap<IpAddr, PerMinute>,
}

impl Strangers {
    /// One more; false if it is too often.
    pub(super) fn may(&mut self, now: Now, group: IpAddr) -> bool {
        // Rather does a flood of many addresses cost nothing than a typing error at one.
        if self.calls.len() >= MAX_STRANGER_ADDRESSES && !self.calls.contains_key(&group) {
            self.calls.clear();
        }
        let calls = self.calls.entry(group).or_insert_with(|| PerMinute::new(now));
        calls.may(now, MAX_STRANGERS_PER_MIN)
    }

    pub(super) fn tick(&mut self, now: Now) {
        self.calls.retain(|_, calls| !calls.is_over(now));
    }
}

/// What counts as one address: IPv6 customers have a /64 at least.
#[must_use]
pub fn group(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        v4 @ IpAddr::V4(_) => v4,
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
    }
}

impl Score {
    fn now(self, now: Now) -> u32 {
        let forgiven = now.mono_ms.saturating_sub(self.at_ms) / BAN_SCORE_FORGIVEN_MS;
        self.score.saturating_sub(u32::try_from(forgiven).unwrap_or(u32::MAX))
    }
}

impl Bans {
    pub(super) fn is_banned(&self, now: Now, group: IpAddr) -> bool {
        self.scores.get(&group).is_some_and(|score| now.mono_ms < score.banned_until_ms)
    }

    /// Adds to a score; true if that is a ban.
    pub(super) fn add(
        &mut self,
        now: Now,
        group: IpAddr,
        cost: u32,
        limit: u32,
        ban_ms: u64,
    ) -> bool {
        self.make_room(now, group);
        let new = Score { score: 0, at_ms: now.mono_ms, banned_until_ms: 0 };
        let entry = self.scores.entry(group).or_insert(new);
        let score = entry.now(now).saturating_add(cost);
        let banned = score >= limit;
        entry.at_ms = now.mono_ms;
        entry.score = if banned { 0 } else { score };
        if banned {
            entry.banned_until_ms = now.mono_ms.saturating_add(ban_ms);
        }
        banned
    }

    /// Good work pays off a little.
    pub(super) fn forgive(&mut self, group: IpAddr) {
        if let Some(entry) = self.scores.get_mut(&group) {
            entry.score = entry.score.saturating_sub(1);
        }
    }

    pub(super) fn tick(&mut self, now: Now) {
        self.scores.retain(|_, score| score.now(now) > 0 || now.mono_ms < score.banned_until_ms);
    }

    /// Lets the mildest case go if one more would be too many.
    fn make_room(&mut self, now: Now, group: IpAddr) {
        if self.scores.len() < MAX_SCORED_ADDRESSES || self.scores.contains_key(&group) {
            return;
        }
        let mildest = self
            .scores
            .iter()
            .min_by_key(|(_, score)| (score.banned_until_ms.max(now.mono_ms), score.now(now)));
        if let Some(group) = mildest.map(|(group, _)| *group) {
            self.scores.remove(&group);
        }
    }
}
