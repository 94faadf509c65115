//! Numbers that were worked out by others than this code.

use quarry_fleet::plan::{Machine, Plan, Secs, plan};

use crate::request::{request, with_boot, with_price};

/// 36 zero bits on machines of 20 MH/s that take 35 s to boot and cost 0.04 an hour: machines,
/// mean seconds, mean cost. Worked out with the bill of the mean, which a least bill does not touch.
const MEANS: [(u32, f64, f64); 7] = [
    (1, 3471.0, 0.039),
    (2, 1753.0, 0.039),
    (4, 894.0, 0.040),
    (8, 464.0, 0.042),
    (16, 250.0, 0.045),
    (32, 142.0, 0.052),
    (64, 89.0, 0.067),
];

#[test]
fn mean_time_and_cost_are_those_of_the_published_table() {
    let mut asked = with_price(with_boot(request(36, 600.0, 0.95, 20e6), 35.0, 0.0), 0.04);
    asked.machine.min_bill = Secs::ZERO;
    let plan = plan(&asked);
    for (machines, secs, cost) in MEANS {
        let point = plan.curve.points.iter().find(|point| point.machines == machines).unwrap();
        assert!((point.mean_secs - secs).abs() <= 0.5, "{point:?}");
        assert!((point.mean_cost - cost).abs() <= 0.000_6, "{point:?}");
    }
}

#[test]
fn a_least_bill_costs_those_who_find_early() {
    let asked = with_price(with_boot(request(36, 600.0, 0.95, 20e6), 35.0, 0.0), 0.04);
    let mut free = asked;
    free.machine.min_bill = Secs::ZERO;
    let (asked, free) = (plan(&asked), plan(&free));
    for machines in [1, 4, 16, 64] {
        let billed = |plan: &Plan| {
            let point = plan.curve.points.iter().find(|point| point.machines == machines);
            point.unwrap().mean_billed_secs
        };
        let (with, without) = (billed(&asked), billed(&free));
        assert!(with >= without && with < 1.2 * without, "{with} {without}");
    }
    // One machine for an hour: nearly nobody finds within its first minute.
    let ratio = asked.curve.points[0].mean_billed_secs / free.curve.points[0].mean_billed_secs;
    assert!(ratio < 1.000_1, "{ratio}");
}

/// A planner that takes `2^D * L / (T * rate)` machines promises what it does not keep: at 30 bits
/// in 300 s it claims 50, 90, 95 and 100 % where these are true.
#[test]
fn a_linear_planner_promises_too_much() {
    let rate = 160_000.0;
    for (claimed, true_chance, with_boot_inside) in
        [(0.5, 0.41, 0.35), (0.9, 0.61, 0.53), (0.95, 0.63, 0.55), (1.0, 0.64, 0.56)]
    {
        let linear = (2.0_f64.powi(30) * claimed / (300.0 * rate)).ceil();
        let asked = request(30, 300.0, 0.5, rate);
        let chance = |machine: &Machine| {
            let hashes = machine.rate.get() * linear * (300.0 - machine.boot.get());
            asked.odds.chance_after(hashes)
        };
        assert!((chance(&asked.machine) - true_chance).abs() < 0.01, "{claimed}");
        let booting = with_boot(asked, 60.0, 0.0).machine;
        assert!((chance(&booting) - with_boot_inside).abs() < 0.01, "{claimed}");
    }
}

/// Where boot time and search time are equal, ten per cent more machines cost what they gain: with
/// `W` seconds of work, time is `a + W/N` and cost `N*(a + stop) + W`, so the knee is at
/// `W / sqrt(a * (a + stop))`.
#[test]
fn the_knee_is_where_speed_and_money_trade_evenly() {
    let mut asked = with_boot(request(36, 600.0, 0.95, 20e6), 35.0, 0.0);
    asked.machine.min_bill = Secs::ZERO;
    let work = 2.0_f64.powi(36) / 20e6;
    let knee = (work / (35.0_f64 * 40.0).sqrt()).round();
    assert_eq!(plan(&asked).curve.knee.map(f64::from), Some(knee));
}
