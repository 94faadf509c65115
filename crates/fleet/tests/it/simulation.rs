//! The plan against many simulated searches, with a fixed seed.
//!
//! The simulation knows the model only: it draws how many hashes a search takes, starts the machines
//! one by one, and adds up the bills.

use quarry_fleet::plan::{Outlook, Request, plan};

use crate::request::{request, with_boot, with_price, with_space};

const RUNS: usize = 100_000;

/// SplitMix64: small, and the same for ever.
struct Random(u64);

impl Random {
    /// Above 0 and at most 1.
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 * 2.0_f64.powi(-53) + 2.0_f64.powi(-53)
    }
}

/// One search: when it ended, whether with a hit, and the machines' seconds on the bill.
struct Run {
    ended: f64,
    hit: bool,
    billed: f64,
}

fn run(asked: &Request, count: u32, give_up: f64, random: &mut Random) -> Run {
    let odds = &asked.odds;
    let needed = (random.unit().ln() / (-odds.probability()).ln_1p()).ceil().max(1.0);
    let space = odds.space().map_or(f64::INFINITY, |space| space as f64);
    let (rate, boot) = (asked.machine.rate.get(), asked.machine.boot.get());
    let launch = asked.machine.launch.get();
    // From one machine's start to the next, until the hashes are done.
    let mut left = needed.min(space);
    let mut now = boot + launch;
    let mut up = if launch == 0.0 { count } else { 1 };
    while up < count && left > rate * f64::from(up) * launch {
        left -= rate * f64::from(up) * launch;
        now += launch;
        up += 1;
    }
    let done = now + left / (rate * f64::from(up));
    let ended = done.min(give_up);
    let bill = |index: u32| {
        let ordered = launch * f64::from(index);
        let secs = ended - ordered + asked.machine.stop.get();
        if ordered < ended { secs.max(asked.machine.min_bill.get()) } else { 0.0 }
    };
    Run { ended, hit: done <= give_up && needed <= space, billed: (1..=count).map(bill).sum() }
}

fn runs(asked: &Request, count: u32, give_up: f64, seed: u64) -> Vec<Run> {
    let mut random = Random(seed);
    let mut runs: Vec<Run> = (0..RUNS).map(|_| run(asked, count, give_up, &mut random)).collect();
    runs.sort_by(|a, b| a.ended.total_cmp(&b.ended));
    runs
}

fn mean(runs: &[Run], of: impl Fn(&Run) -> f64) -> f64 {
    runs.iter().map(of).sum::<f64>() / runs.len() as f64
}

fn close(what: &str, planned: f64, simulated: f64, tolerance: f64) {
    let off = (planned / simulated - 1.0).abs();
    assert!(off <= tolerance, "{what}: {planned} planned, {simulated} simulated, {off} off");
}

fn compare(asked: &Request, outlook: &Outlook, seed: u64) {
    let count = outlook.machines;
    let endless = runs(asked, count, f64::INFINITY, seed);
    for quantile in &outlook.quantiles[..4] {
        if let Some(planned) = quantile.secs {
            let place = quantile.confidence.get() * RUNS as f64;
            #[expect(clippy::cast_possible_truncation, reason = "an index")]
            #[expect(clippy::cast_sign_loss, reason = "an index")]
            let simulated = endless[place as usize].ended;
            close("quantile", planned, simulated, 0.015);
        }
    }
    close("mean", outlook.mean_secs, mean(&endless, |run| run.ended), 0.01);
    close("bill", outlook.mean_billed_secs, mean(&endless, |run| run.billed), 0.01);
    let bounded = runs(asked, count, asked.deadline.get(), seed + 1);
    let chance = mean(&bounded, |run| f64::from(u8::from(run.hit)));
    assert!((outlook.chance_by_deadline - chance).abs() < 0.005, "{chance} {outlook:?}");
    close("given up", outlook.deadline_billed_secs, mean(&bounded, |run| run.billed), 0.01);
    let most = bounded.iter().map(|run| run.billed).fold(0.0, f64::max);
    assert!(most <= outlook.most_billed_secs * (1.0 + 1e-9), "{most} {outlook:?}");
}

#[test]
fn simulated_searches_take_and_cost_what_was_planned() {
    let cases = [
        with_boot(request(32, 120.0, 0.9, 20e6), 35.0, 0.0),
        with_boot(request(36, 300.0, 0.9, 50e6), 35.0, 0.0),
        with_boot(request(34, 200.0, 0.95, 20e6), 30.0, 2.0),
        with_boot(request(30, 90.0, 0.5, 3e6), 10.0, 7.5),
        request(16, 5.0, 0.9, 4_000.0),
        request(3, 4.0, 0.6, 2.0),
    ];
    for (case, asked) in (0_u64..).zip(&cases) {
        let plan = plan(&with_price(*asked, 0.04));
        let fleet = plan.fleet.unwrap_or_else(|| panic!("{asked:?} is out of reach"));
        compare(asked, &fleet, 1_000 * case);
        for point in plan.curve.points.iter().filter(|point| [1, 8].contains(&point.machines)) {
            compare(asked, point, 1_000 * case + u64::from(point.machines) * 10);
        }
    }
}

#[test]
fn simulated_searches_end_with_the_space() {
    let asked = with_boot(request(20, 60.0, 0.5, 50_000.0), 5.0, 1.0);
    for positions in [1_u128 << 18, 1 << 20, 1 << 22] {
        let asked = with_space(asked, positions);
        for point in
            plan(&asked).curve.points.iter().filter(|point| [1, 8].contains(&point.machines))
        {
            compare(&asked, point, 77);
        }
    }
}
