//! Equal machines that come up one after the other: what they have hashed by when, and their bill.
//!
//! Machine i of N (from 1) is ordered at `b*i` and hashes from `s_i = a + b*i` on, with boot time a
//! and launch time b. Together they have done `H(t) = sum of r * max(0, t - s_i)` hashes by t.
//! Hashes are taken as a flow: times are off by less than one hash of one machine.
//!
//! Does not know what confidence is wanted or by when.

use super::odds::Odds;
use super::values::{Price, Rate, Secs};
use crate::limits::{MAX_MACHINES, NEGLIGIBLE};

/// One machine of a kind that one can have as many of as one likes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machine {
    /// What it hashes once it is up.
    pub rate: Rate,
    /// From its order to its first hash.
    pub boot: Secs,
    /// What ordering it takes, one machine after the other.
    pub launch: Secs,
    /// What it costs from its order on.
    pub price: Price,
    /// What is paid at least, once it is ordered.
    pub min_bill: Secs,
    /// From the end of the search to the end of the bill.
    pub stop: Secs,
}

/// Seconds that are paid for, all machines together, on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mean {
    /// From the start to the end of the search.
    pub(super) secs: f64,
    /// Machines' seconds on the bill.
    pub(super) billed_secs: f64,
}

/// Some machines of a kind that search together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pool<'a> {
    kind: &'a Machine,
    /// From 1 to [`MAX_MACHINES`].
    count: u32,
}

impl Machine {
    /// The least that clouds bill for a machine, in seconds.
    pub const MIN_BILL: Secs = Secs::of(60.0);
    /// What ending a machine takes, in seconds.
    pub const STOP: Secs = Secs::of(5.0);

    /// A free machine that is up at once; billed for a minute at least once it has a price.
    #[must_use]
    pub const fn new(rate: Rate) -> Self {
        Self {
            rate,
            boot: Secs::ZERO,
            launch: Secs::ZERO,
            price: Price::ZERO,
            min_bill: Self::MIN_BILL,
            stop: Self::STOP,
        }
    }

    /// Seconds until the first of some machines hashes.
    #[must_use]
    pub fn first_up_secs(&self) -> f64 {
        self.boot.get() + self.launch.get()
    }

    /// The most machines that hash before this moment; more would come too late to help.
    ///
    /// This is where the parabola `N*r*(t - a - b*(N+1)/2)` has its top: from there on its second
    /// root waits, beyond which more machines would seem to do less.
    #[must_use]
    pub fn useful_by(&self, secs: f64) -> u32 {
        self.up_by(MAX_MACHINES, secs)
    }

    /// What this many machines have hashed together by this moment.
    #[must_use]
    pub fn hashes_by(&self, count: u32, secs: f64) -> f64 {
        let up = self.up_by(count, secs);
        if up == 0 {
            return 0.0;
        }
        let up = f64::from(up);
        let each = secs - self.boot.get() - self.launch.get() * (up + 1.0) / 2.0;
        (self.rate.get() * up * each).max(0.0)
    }

    /// The first moment by which this many machines have done so many hashes.
    ///
    /// [`hashes_by`](Self::hashes_by) it are never fewer.
    #[must_use]
    pub fn secs_for(&self, count: u32, hashes: f64) -> f64 {
        let up = f64::from(self.up_for(count, hashes));
        let mut secs = self.boot.get()
            + self.launch.get() * (up + 1.0) / 2.0
            + hashes / (self.rate.get() * up);
        // The sum is rounded: it may be some last digits short. One step nearly always mends that; the
        // bound is there so that no mistake could make this run on.
        for _ in 0..64 {
            if self.hashes_by(count, secs) >= hashes {
                break;
            }
            secs = secs.next_up();
        }
        secs
    }

    /// The fewest machines that have done so many hashes by this moment; `None` if even
    /// [`MAX_MACHINES`] have not.
    ///
    /// It is the lower root of `N*r*(t - a - b*(N+1)/2) = hashes`, rounded up. It is not computed
    /// from the root: H grows with N (machines that come too late add nothing, not less than
    /// nothing), so halving finds it without a rounding error that matters.
    #[must_use]
    pub fn fewest_for(&self, hashes: f64, secs: f64) -> Option<u32> {
        let enough = |count| self.hashes_by(count, secs) >= hashes;
        if !enough(MAX_MACHINES) {
            return None;
        }
        let (mut too_few, mut found) = (0, MAX_MACHINES);
        while found - too_few > 1 {
            let middle = too_few + (found - too_few) / 2;
            if enough(middle) { found = middle } else { too_few = middle }
        }
        Some(found)
    }

    /// The fewest machines that are as fast as any number of them for so many hashes: before a
    /// further one is up, these have done them.
    #[must_use]
    pub fn fastest_for(&self, hashes: f64) -> u32 {
        self.up_for(MAX_MACHINES, hashes)
    }

    pub(super) const fn pool(&self, count: u32) -> Pool<'_> {
        Pool { kind: self, count }
    }

    /// Machines that have begun to hash by this moment.
    fn up_by(&self, count: u32, secs: f64) -> u32 {
        let since = secs - self.boot.get();
        if since <= 0.0 {
            return 0;
        }
        if self.launch.get() == 0.0 {
            return count;
        }
        whole_count((since / self.launch.get()).floor(), count)
    }

    /// Machines that are up when so many hashes are done: the smallest m with
    /// `r*b*m*(m+1)/2 >= hashes`, what m machines have done when the next one comes.
    fn up_for(&self, count: u32, hashes: f64) -> u32 {
        let launch_hashes = self.rate.get() * self.launch.get();
        if launch_hashes == 0.0 {
            return count.max(1);
        }
        let up = ((8.0 * hashes / launch_hashes + 1.0).sqrt() - 1.0) / 2.0;
        whole_count(up.ceil(), count).max(1)
    }
}

/// A whole number of machines, at most `count`.
fn whole_count(value: f64, count: u32) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and bounded by a u32 just before")]
    #[expect(clippy::cast_sign_loss, reason = "not negative")]
    if value >= f64::from(count) { count } else { value.max(0.0) as u32 }
}

impl Pool<'_> {
    /// Means of a search that goes on until there is a hit, the space is done, or `deadline_secs`
    /// (perhaps without end) have passed.
    ///
    /// A search runs at t with probability `(1-p)^H(t)`. The integral of that is its mean length.
    /// Machine i is paid from `b*i` on if the search runs then, for the least bill, and from the
    /// moment when that is used up until the end: another integral over the same curve. (The mean of
    /// the bill is more than the bill of the mean, because short searches pay the least bill.)
    pub(super) fn mean(&self, odds: &Odds, deadline_secs: f64) -> Mean {
        let kind = self.kind;
        let end = deadline_secs.min(kind.secs_for_space(self.count, odds));
        // What is paid for sure when ordered, and how long after the order more is paid.
        let sure = kind.min_bill.get().max(kind.stop.get());
        let more_after = sure - kind.stop.get();
        let curve = Curve::new(*self, odds, end);
        let (rest, mut billed) = (curve.area(end), 0.0);
        if kind.launch.get() == 0.0 {
            let each = sure + (rest - curve.area(more_after.min(end)));
            return Mean { secs: rest, billed_secs: f64::from(self.count) * each };
        }
        for index in 1..=self.count {
            let ordered = kind.launch.get() * f64::from(index);
            let running = curve.running(ordered);
            if ordered >= end || running < NEGLIGIBLE {
                break;
            }
            billed += sure * running + (rest - curve.area((ordered + more_after).min(end)));
        }
        Mean { secs: rest, billed_secs: billed }
    }

    /// Machines' seconds on the bill of a search without a hit.
    pub(super) fn most_billed_secs(&self, odds: &Odds, deadline_secs: f64) -> f64 {
        let kind = self.kind;
        let end = deadline_secs.min(kind.secs_for_space(self.count, odds));
        let bill = |ordered: f64| kind.min_bill.get().max(end - ordered + kind.stop.get());
        if kind.launch.get() == 0.0 {
            return f64::from(self.count) * bill(0.0);
        }
        let orders = (1..=self.count).map(|index| kind.launch.get() * f64::from(index));
        orders.take_while(|ordered| *ordered < end).map(bill).sum()
    }
}

impl Machine {
    /// When this many machines are through with the space.
    fn secs_for_space(&self, count: u32, odds: &Odds) -> f64 {
        let space = odds.space_hashes();
        if space.is_finite() { self.secs_for(count, space) } else { f64::INFINITY }
    }
}

/// The probability that a search still runs, as a curve over time, and the area under it.
struct Curve<'a> {
    odds: &'a Odds,
    pool: Pool<'a>,
    /// The area up to the moment when machine i + 1 is up; as far as it matters.
    areas: Vec<f64>,
}

impl<'a> Curve<'a> {
    fn new(pool: Pool<'a>, odds: &'a Odds, end: f64) -> Self {
        let mut curve = Self { odds, pool, areas: vec![pool.kind.first_up_secs()] };
        // Without a launch time all machines come up at once: one piece, the last.
        let pieces = if pool.kind.launch.get() == 0.0 { 1 } else { pool.count };
        for up in 1..pieces {
            let from = curve.up_at(up);
            if from >= end || curve.odds.miss_after(curve.hashes_at(up)) < NEGLIGIBLE {
                break;
            }
            curve.areas.push(curve.area(curve.up_at(up + 1)));
        }
        curve
    }

    /// The probability that the search runs at this moment.
    fn running(&self, secs: f64) -> f64 {
        self.odds.miss_after(self.pool.kind.hashes_by(self.pool.count, secs))
    }

    /// The area under the curve up to this moment.
    fn area(&self, secs: f64) -> f64 {
        let kind = self.pool.kind;
        let pieces = u32::try_from(self.areas.len()).unwrap_or(u32::MAX);
        let (piece, machines) = if kind.launch.get() == 0.0 {
            (u32::from(secs > kind.boot.get()), f64::from(self.pool.count))
        } else {
            let piece = kind.up_by(pieces, secs);
            (piece, f64::from(piece))
        };
        if piece == 0 {
            return secs;
        }
        let rate = kind.rate.get() * machines;
        let since = (secs - self.up_at(piece)).max(0.0);
        let after = self.odds.mean_of_next(rate * since) / rate;
        self.areas[piece as usize - 1] + self.odds.miss_after(self.hashes_at(piece)) * after
    }

    /// When machine `index` is up.
    fn up_at(&self, index: u32) -> f64 {
        self.pool.kind.boot.get() + self.pool.kind.launch.get() * f64::from(index)
    }

    /// What the machines before it have done by then: `r*b*m*(m-1)/2`.
    fn hashes_at(&self, index: u32) -> f64 {
        let index = f64::from(index);
        self.pool.kind.rate.get() * self.pool.kind.launch.get() * index * (index - 1.0) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machine(rate: f64, boot: f64, launch: f64) -> Machine {
        Machine {
            boot: Secs::new(boot).unwrap(),
            launch: Secs::new(launch).unwrap(),
            ..Machine::new(Rate::new(rate).unwrap())
        }
    }

    /// The sum as it is written in the module's header.
    fn plain_hashes_by(kind: &Machine, count: u32, secs: f64) -> f64 {
        let start = |i: u32| kind.boot.get() + kind.launch.get() * f64::from(i);
        (1..=count).map(|i| kind.rate.get() * (secs - start(i)).max(0.0)).sum()
    }

    #[test]
    fn the_closed_form_is_the_sum() {
        for (boot, launch) in [(0.0, 0.0), (35.0, 0.0), (35.0, 2.0), (0.0, 0.3), (10.0, 1e-9)] {
            let kind = machine(3.0, boot, launch);
            for count in [1, 2, 7, 40] {
                for secs in [0.0, 1.0, 35.0, 35.1, 37.0, 38.5, 60.0, 115.0, 1e4] {
                    let (closed, plain) =
                        (kind.hashes_by(count, secs), plain_hashes_by(&kind, count, secs));
                    assert!((closed - plain).abs() <= 1e-9 * plain, "{kind:?} {count} {secs}");
                }
            }
        }
    }

    #[test]
    fn more_machines_than_can_come_in_time_are_of_no_use() {
        let kind = machine(1e6, 30.0, 2.0);
        assert_eq!(kind.useful_by(40.0), 5);
        assert_eq!(kind.hashes_by(5, 40.0), kind.hashes_by(5_000, 40.0));
        assert_eq!((kind.useful_by(30.0), kind.useful_by(31.9)), (0, 0));
        // 8, 6, 4, 2 and 0 seconds of work.
        assert_eq!(kind.fewest_for(20e6, 40.0), Some(4));
        assert_eq!(kind.fewest_for(20.1e6, 40.0), None);
        assert_eq!(kind.fastest_for(20e6), 4);
        assert_eq!(kind.secs_for(4, 20e6), 40.0);
    }

    /// The area by adding up thin stripes.
    #[test]
    fn the_area_is_the_integral() {
        let odds = Odds::from_zero_bits(16).unwrap();
        for (boot, launch, count) in [(5.0, 0.0, 3), (5.0, 1.0, 8), (0.0, 4.0, 2)] {
            let kind = machine(900.0, boot, launch);
            let curve = Curve::new(kind.pool(count), &odds, f64::INFINITY);
            let (step, mut sum) = (0.001, 0.0);
            for stripe in 0..60_000 {
                let at = (f64::from(stripe) + 0.5) * step;
                sum += curve.running(at) * step;
                if stripe % 7_777 == 0 {
                    let area = curve.area(at + 0.5 * step);
                    assert!((area - sum).abs() < 1e-3, "{area} is not {sum} at {at}");
                }
            }
        }
    }

    #[test]
    fn a_certain_hit_ends_the_search_with_the_first_hash() {
        let odds = Odds::from_zero_bits(0).unwrap();
        let mean = machine(10.0, 35.0, 0.0).pool(1).mean(&odds, f64::INFINITY);
        assert!((mean.secs - 35.1).abs() < 1e-9, "{mean:?}");
        // The least bill of a minute.
        assert!((mean.billed_secs - 60.0).abs() < 1e-9, "{mean:?}");
    }
}
