//! A full mempool: who leaves, what newcomers have to pay for a while, who has waited too long.
//!
//! Does not know rules of acceptance.

use std::collections::BTreeSet;

use super::{FeeRate, Mempool};
use crate::event::RemovalReason;
use crate::ledger::Ledger;
use crate::limits::{ROLLING_FEE_HALFLIFE_SECS, ROLLING_FEE_UPDATE_SECS};

/// Bits behind the point of a rolling fee.
const FRACTION_BITS: u32 = 32;
/// 2^(-1/2^k) for k from 1, with [`FRACTION_BITS`] behind the point, rounded down.
const ROOTS: [u64; 16] = [
    3_037_000_499,
    3_611_622_602,
    3_938_502_375,
    4_112_874_773,
    4_202_935_003,
    4_248_701_964,
    4_271_771_996,
    4_283_353_945,
    4_289_156_690,
    4_292_061_009,
    4_293_513_906,
    4_294_240_539,
    4_294_603_902,
    4_294_785_595,
    4_294_876_444,
    4_294_921_870,
];

/// What newcomers have to pay since the mempool was full, in base units per 1000 virtual bytes
/// with a fraction. It starts to fall with the next block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RollingFee {
    rate: u128,
    updated_secs: u64,
    block_since: bool,
}

impl RollingFee {
    /// Something that paid so much was evicted (`trackPackageRemoved`).
    fn raise(&mut self, per_kvb: u64) {
        let rate = u128::from(per_kvb) << FRACTION_BITS;
        if rate > self.rate {
            self.rate = rate;
            self.block_since = false;
        }
    }

    fn note_block(&mut self, now_secs: u64) {
        self.updated_secs = now_secs;
        self.block_since = true;
    }

    /// The fee as it is now (`CTxMemPool::GetMinFee`). The emptier the mempool, the faster it
    /// falls.
    fn at(mut self, now_secs: u64, used: usize, limit: usize, incremental: u64) -> (Self, u64) {
        if !self.block_since || self.rate == 0 {
            return (self, self.rounded());
        }
        if now_secs > self.updated_secs.saturating_add(ROLLING_FEE_UPDATE_SECS) {
            let halflife = match used {
                used if used < limit / 4 => ROLLING_FEE_HALFLIFE_SECS / 4,
                used if used < limit / 2 => ROLLING_FEE_HALFLIFE_SECS / 2,
                _ => ROLLING_FEE_HALFLIFE_SECS,
            };
            self.rate = halved(self.rate, now_secs - self.updated_secs, halflife);
            self.updated_secs = now_secs;
            if self.rate < (u128::from(incremental) << FRACTION_BITS) / 2 {
                self.rate = 0;
                return (self, 0);
            }
        }
        (self, self.rounded().max(incremental))
    }

    fn rounded(self) -> u64 {
        let half = 1u128 << (FRACTION_BITS - 1);
        u64::try_from(self.rate.saturating_add(half) >> FRACTION_BITS).unwrap_or(u64::MAX)
    }
}

/// `rate * 2^(-secs / halflife)`, without floating point.
fn halved(rate: u128, secs: u64, halflife: u64) -> u128 {
    let whole = u32::try_from(secs / halflife).unwrap_or(u32::MAX);
    let mut rate = rate.checked_shr(whole).unwrap_or(0);
    // The rest as a binary fraction of a half-life: one root for each bit.
    let mut rest = secs % halflife;
    for root in ROOTS {
        rest *= 2;
        if rest >= halflife {
            rest -= halflife;
            rate = (rate >> FRACTION_BITS) * u128::from(root)
                + (((rate & u128::from(u32::MAX)) * u128::from(root)) >> FRACTION_BITS);
        }
    }
    rate
}

impl<L: Ledger> Mempool<L> {
    /// The least fee for a transaction while and after the mempool is full, in base units per 1000
    /// virtual bytes; 0 if it is not. [`PoolConfig::min_relay_fee`](super::PoolConfig) holds too.
    #[must_use]
    pub fn min_fee(&self, now_ms: u64) -> u64 {
        self.rolling_at(now_ms).1
    }

    fn rolling_at(&self, now_ms: u64) -> (RollingFee, u64) {
        let config = &self.config;
        let (used, limit) = (self.memory_bytes, config.max_bytes);
        self.rolling.at(now_ms / 1_000, used, limit, config.incremental_relay_fee)
    }

    /// Lets the minimum fee fall as time goes by.
    pub(super) fn roll_fee(&mut self, now_ms: u64) -> u64 {
        let (rolling, rate) = self.rolling_at(now_ms);
        self.rolling = rolling;
        rate
    }

    /// A block became the tip: the minimum fee may fall from now on.
    pub(super) fn note_block(&mut self) {
        self.rolling.note_block(self.time_ms / 1_000);
    }

    /// Takes out who has waited too long, then whose family pays least until the rest fits
    /// (`LimitMempoolSize`).
    pub(crate) fn limit(&mut self, now_ms: u64) {
        self.expire(now_ms);
        self.trim();
    }

    /// `Expire`.
    fn expire(&mut self, now_ms: u64) {
        let before_secs = (now_ms / 1_000).saturating_sub(self.config.expiry_secs);
        let old = self.by_time.iter().take_while(|(added_ms, _)| added_ms / 1_000 < before_secs);
        let old: BTreeSet<_> = old.map(|(_, id)| *id).collect();
        if !old.is_empty() {
            self.remove_families(old, RemovalReason::Expired);
        }
    }

    /// `TrimToSize`.
    fn trim(&mut self) {
        while self.memory_bytes > self.config.max_bytes {
            let Some((_, _, id)) = self.by_eviction.first().copied() else { return };
            let Some(entry) = self.entries.get(&id.0) else { return };
            // "We set the new mempool min fee to the feerate of the removed set, plus the
            // 'minimum reasonable fee rate' (ie some value under which we consider txn to have 0
            // fee)."
            let removed: FeeRate = entry.descendants.rate();
            let raised = removed.per_kvb().max(0).unsigned_abs();
            self.rolling.raise(raised.saturating_add(self.config.incremental_relay_fee));
            self.remove_families(BTreeSet::from([id.0]), RemovalReason::Evicted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fee(rate: u64) -> RollingFee {
        let mut fee = RollingFee::default();
        fee.raise(rate);
        fee
    }

    #[test]
    fn holds_until_a_block() {
        let day = 86_400;
        assert_eq!(fee(5_000).at(100 * day, 0, 100, 100).1, 5_000);
    }

    #[test]
    fn halves_in_twelve_hours_and_faster_when_empty() {
        let mut fee = fee(8_000);
        fee.note_block(0);
        let half = ROLLING_FEE_HALFLIFE_SECS;
        assert_eq!(fee.at(ROLLING_FEE_UPDATE_SECS, 100, 100, 100).1, 8_000);
        assert_eq!(fee.at(half, 100, 100, 100).1, 4_000);
        assert_eq!(fee.at(half, 49, 100, 100).1, 2_000);
        assert_eq!(fee.at(half, 24, 100, 100).1, 500);
        // 8000 / sqrt(2) and 8000 / 2^(1/3), rounded.
        assert_eq!(fee.at(half / 2, 100, 100, 100).1, 5_657);
        assert_eq!(fee.at(half / 3, 100, 100, 100).1, 6_350);
        // In steps as at once.
        let (stepped, _) = fee.at(half / 3, 100, 100, 100);
        assert_eq!(stepped.at(half, 100, 100, 100).1, 4_000);
    }

    #[test]
    fn ends_below_half_of_the_increment() {
        let mut fee = fee(200);
        fee.note_block(0);
        let half = ROLLING_FEE_HALFLIFE_SECS;
        assert_eq!(fee.at(half, 100, 100, 100).1, 100);
        // Between a half of the increment and the increment, the increment.
        assert_eq!(fee.at(half * 3 / 2, 100, 100, 100).1, 100);
        assert_eq!(fee.at(half * 2 + 60, 100, 100, 100).1, 0);
        assert_eq!(fee.at(u64::MAX, 100, 100, 100).1, 0);
    }
}
