//! Time and cost as a function of the number of machines, and where its knee is.
//!
//! Does not choose a number: it shows what each one gives.

use super::machines::{Machine, Mean};
use super::odds::{Quantile, SHOWN_CONFIDENCES};
use super::values::{Rate, Secs};
use super::{Odds, Request};
use crate::limits::{KNEE_MACHINES_MAX, MAX_MACHINES};

/// What a number of machines gives.
///
/// Costs are in the currency of the machine's price, estimates for a person to decide by; they are
/// the price times the seconds billed, so with a price of 0 the seconds still compare machines.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// How many; 0 is this machine alone.
    pub machines: u32,
    /// The probability of a hit by the deadline.
    pub chance_by_deadline: f64,
    /// Seconds until the confidence asked for; `None` if the space does not hold it.
    pub confidence_secs: Option<f64>,
    /// Seconds until each of [`SHOWN_CONFIDENCES`].
    pub quantiles: [Quantile; SHOWN_CONFIDENCES.len()],
    /// Seconds on average until a hit, or the end of the space, if nobody gives up.
    pub mean_secs: f64,
    /// Machines' seconds billed on average, if nobody gives up.
    pub mean_billed_secs: f64,
    /// Machines' seconds billed on average, if the search is given up at the deadline.
    pub deadline_billed_secs: f64,
    /// Machines' seconds billed if there is no hit by the deadline, when the search is given up.
    pub most_billed_secs: f64,
    /// Cost on average, if nobody gives up.
    pub mean_cost: f64,
    /// Cost on average, if the search is given up at the deadline.
    pub deadline_cost: f64,
    /// Cost if there is no hit by the deadline.
    pub most_cost: f64,
}

/// Outlooks over the number of machines.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// By the number of machines, ascending: the powers of two, the knee, and the fewest machines
    /// that do what was asked, up to beyond the latter two.
    pub points: Vec<Outlook>,
    /// The number of machines from which on a search that is one per cent faster costs more than
    /// one per cent more: where mean time times mean cost is least. `None` if that is beyond
    /// [`KNEE_MACHINES_MAX`]: each machine up to there is worth its money.
    pub knee: Option<u32>,
    /// The most machines that are up before the deadline; further ones come too late for it.
    pub useful: u32,
}

impl Outlook {
    /// Whether it has the confidence by this moment.
    #[must_use]
    pub fn meets(&self, deadline_secs: f64) -> bool {
        self.confidence_secs.is_some_and(|secs| secs <= deadline_secs)
    }
}

impl Curve {
    pub(super) fn new(request: &Request, fewest: Option<u32>) -> Self {
        let machine = &request.machine;
        let knee = knee(machine, &request.odds);
        let last = match (knee, fewest) {
            (None, None) => KNEE_MACHINES_MAX,
            (knee, fewest) => knee.max(fewest).unwrap_or(1).saturating_mul(2).min(MAX_MACHINES),
        };
        let mut counts: Vec<u32> = powers_of_two(last).chain(knee).chain(fewest).collect();
        counts.sort_unstable();
        counts.dedup();
        Self {
            points: counts.into_iter().map(|count| outlook(request, machine, count)).collect(),
            knee,
            useful: machine.useful_by(request.deadline.get()),
        }
    }
}

/// What this many machines give.
pub(super) fn outlook(request: &Request, machine: &Machine, count: u32) -> Outlook {
    let odds = &request.odds;
    let deadline_secs = request.deadline.get();
    let pool = machine.pool(count);
    let secs_for =
        |confidence| odds.hashes_for(confidence).ok().map(|hashes| machine.secs_for(count, hashes));
    let Mean { secs: mean_secs, billed_secs: mean_billed_secs } = pool.mean(odds, f64::INFINITY);
    let deadline_billed_secs = pool.mean(odds, deadline_secs).billed_secs;
    let most_billed_secs = pool.most_billed_secs(odds, deadline_secs);
    Outlook {
        machines: count,
        chance_by_deadline: odds.chance_after(machine.hashes_by(count, deadline_secs)),
        confidence_secs: secs_for(request.confidence),
        quantiles: SHOWN_CONFIDENCES
            .map(|confidence| Quantile { confidence, secs: secs_for(confidence) }),
        mean_secs,
        mean_billed_secs,
        deadline_billed_secs,
        most_billed_secs,
        mean_cost: machine.price.of_machine_secs(mean_billed_secs),
        deadline_cost: machine.price.of_machine_secs(deadline_billed_secs),
        most_cost: machine.price.of_machine_secs(most_billed_secs),
    }
}

/// What this machine alone gives: it is up, free, and billed for nothing.
pub(super) fn here(request: &Request, rate: Rate) -> Outlook {
    let machine = Machine { min_bill: Secs::ZERO, stop: Secs::ZERO, ..Machine::new(rate) };
    Outlook { machines: 0, ..outlook(request, &machine, 1) }
}

fn powers_of_two(last: u32) -> impl Iterator<Item = u32> {
    (0..u32::BITS).map(|bit| 1 << bit).take_while(move |count| *count <= last)
}

/// Where mean time times mean bill is least: first among the powers of two, then between the
/// neighbours of the best of them by cutting off a third at a time. `None` if it still falls at the
/// last number that is looked at.
fn knee(machine: &Machine, odds: &Odds) -> Option<u32> {
    let product = |count: u32| {
        let mean = machine.pool(count).mean(odds, f64::INFINITY);
        mean.secs * mean.billed_secs
    };
    let mut best = (1, product(1));
    for count in powers_of_two(KNEE_MACHINES_MAX).skip(1) {
        let value = product(count);
        if value < best.1 {
            best = (count, value);
        }
    }
    if best.0 == KNEE_MACHINES_MAX {
        return None;
    }
    let (mut low, mut high) = (1.max(best.0 / 2), best.0 * 2);
    while high - low > 2 {
        let third = (high - low) / 3;
        let (left, right) = (low + third, high - third);
        if product(left) <= product(right) { high = right } else { low = left }
    }
    for count in low..=high {
        let value = product(count);
        if value < best.1 {
            best = (count, value);
        }
    }
    Some(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compared with trying every number, also where the least bill and the launch time bend the
    /// curve.
    #[test]
    fn the_knee_is_the_least_of_all() {
        for bits in [20, 28, 33, 36] {
            for (boot, launch) in [(0.5, 0.0), (35.0, 0.0), (35.0, 2.0), (120.0, 0.1), (0.0, 3.0)] {
                let odds = Odds::from_zero_bits(bits).unwrap();
                let machine = Machine {
                    boot: Secs::new(boot).unwrap(),
                    launch: Secs::new(launch).unwrap(),
                    ..Machine::new(Rate::new(20e6).unwrap())
                };
                let product = |count: u32| {
                    let mean = machine.pool(count).mean(&odds, f64::INFINITY);
                    mean.secs * mean.billed_secs
                };
                let least = (1..=KNEE_MACHINES_MAX).map(product).fold(f64::INFINITY, f64::min);
                match knee(&machine, &odds) {
                    Some(knee) => {
                        assert!(product(knee) <= least * 1.000_1, "{bits} {boot} {launch}: {knee}");
                    }
                    None => assert!(product(KNEE_MACHINES_MAX) <= least * 1.000_1),
                }
            }
        }
    }
}
