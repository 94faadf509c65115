//! What holds for every request.

use proptest::prelude::*;
use quarry_fleet::limits::{MAX_MACHINES, SECS_MAX};
use quarry_fleet::plan::{
    Answer, Confidence, Deadline, Machine, Odds, Plan, Price, Rate, Request, Secs, plan,
};

fn confidence() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => 0.001..0.999_f64,
        1 => Just(f64::from_bits(1)),
        1 => Just(1.0_f64.next_down()),
        1 => (1..300_i32).prop_map(|exponent| 10.0_f64.powi(-exponent)),
        1 => (1..52_i32).prop_map(|exponent| 1.0 - 2.0_f64.powi(-exponent)),
    ]
}

fn machine() -> impl Strategy<Value = Machine> {
    let secs = |most: f64| prop_oneof![1 => Just(0.0), 3 => 0.0..most];
    (-2.0..13.0_f64, secs(120.0), secs(10.0), secs(2.0)).prop_map(|(rate, boot, launch, price)| {
        Machine {
            boot: Secs::new(boot).unwrap(),
            launch: Secs::new(launch).unwrap(),
            price: Price::per_hour(price).unwrap(),
            ..Machine::new(Rate::new(10.0_f64.powf(rate)).unwrap())
        }
    })
}

fn odds() -> impl Strategy<Value = Odds> {
    let space =
        prop_oneof![2 => Just(None), 1 => (0..=64_u32).prop_map(|bits| Some(1_u128 << bits))];
    (0..=255_u16, space).prop_map(|(bits, space)| {
        let odds = Odds::from_zero_bits(bits).unwrap();
        space.map_or(odds, |positions| odds.in_space(positions).unwrap())
    })
}

fn any_request() -> impl Strategy<Value = Request> {
    let here = prop_oneof![Just(None), (-2.0..13.0_f64).prop_map(Some)];
    (odds(), -3.0..12.0_f64, confidence(), machine(), here).prop_map(
        |(odds, secs, confidence, machine, here)| Request {
            odds,
            deadline: Deadline::new(10.0_f64.powf(secs).min(SECS_MAX)).unwrap(),
            confidence: Confidence::new(confidence).unwrap(),
            machine,
            here: here.map(|rate| Rate::new(10.0_f64.powf(rate)).unwrap()),
        },
    )
}

fn is_sound(asked: &Request, plan: &Plan) {
    let best = asked.odds.best();
    for point in plan.curve.points.iter().chain(&plan.fleet).chain(&plan.here) {
        assert!((0.0..=best).contains(&point.chance_by_deadline), "{point:?}");
        let numbers = [
            point.mean_secs,
            point.mean_billed_secs,
            point.deadline_billed_secs,
            point.most_billed_secs,
            point.mean_cost,
            point.deadline_cost,
            point.most_cost,
        ];
        let times = point.quantiles.iter().filter_map(|quantile| quantile.secs);
        for number in times.chain(numbers).chain(point.confidence_secs) {
            assert!(number.is_finite() && number >= 0.0, "{number} in {point:?}");
        }
        let slack = 1.0 + 1e-9;
        assert!(point.deadline_billed_secs <= point.mean_billed_secs * slack, "{point:?}");
        assert!(point.deadline_billed_secs <= point.most_billed_secs * slack, "{point:?}");
        // A space that does not hold a confidence does not hold a higher one.
        let held = point.quantiles.iter().take_while(|quantile| quantile.secs.is_some()).count();
        assert!(point.quantiles[held..].iter().all(|quantile| quantile.secs.is_none()));
        assert!(point.quantiles[..held].is_sorted_by(|a, b| a.secs <= b.secs), "{point:?}");
    }
}

proptest! {
    #[test]
    fn every_request_has_a_sound_plan(asked in any_request()) {
        let plan = plan(&asked);
        is_sound(&asked, &plan);
        let deadline = asked.deadline.get();
        if let Some(fleet) = &plan.fleet {
            prop_assert!(fleet.meets(deadline));
            prop_assert!(fleet.chance_by_deadline >= asked.confidence.get() * (1.0 - 1e-9));
            let fewer = fleet.machines - 1;
            prop_assert!(asked.machine.hashes_by(fewer, deadline) < *plan.hashes.as_ref().unwrap());
        }
        let met = plan.fleet.is_some() || plan.here.as_ref().is_some_and(|h| h.meets(deadline));
        prop_assert_eq!(met, plan.answer != Answer::OutOfReach);
        prop_assert!(plan.curve.points.is_sorted_by(|a, b| a.machines < b.machines));
        let shown = |count: u32| plan.curve.points.iter().any(|point| point.machines == count);
        prop_assert!(plan.curve.knee.is_none_or(shown));
        prop_assert!(plan.curve.points.iter().all(|point| point.machines <= MAX_MACHINES));
    }

    /// More machines find sooner and do not find less.
    #[test]
    fn more_machines_never_harm(asked in any_request()) {
        let plan = plan(&asked);
        for pair in plan.curve.points.windows(2) {
            prop_assert!(pair[1].chance_by_deadline >= pair[0].chance_by_deadline);
            prop_assert!(pair[1].mean_secs <= pair[0].mean_secs * (1.0 + 1e-9));
            prop_assert!(pair[1].confidence_secs <= pair[0].confidence_secs.map(|s| s * (1.0 + 1e-12)));
        }
    }

    /// A later deadline takes no more machines, a higher confidence no fewer.
    #[test]
    fn what_is_easier_takes_no_more(
        asked in any_request(),
        later in 1.0..100.0_f64,
        surer in 0.0..1.0_f64,
    ) {
        let machines = |asked: &Request| plan(asked).fleet.map_or(u32::MAX, |fleet| fleet.machines);
        let deadline = (asked.deadline.get() * later).min(SECS_MAX);
        let relaxed = Request { deadline: Deadline::new(deadline).unwrap(), ..asked };
        prop_assert!(machines(&relaxed) <= machines(&asked));
        let confidence = asked.confidence.get();
        if let Ok(higher) = Confidence::new(confidence + surer * (1.0 - confidence)) {
            let surer = Request { confidence: higher, ..asked };
            prop_assert!(machines(&surer) >= machines(&asked));
        }
    }

    /// Confidence to hashes and back: enough, and one hash fewer is not.
    #[test]
    fn hashes_and_confidence_are_inverse(bits in 0..=255_u16, wanted in confidence()) {
        let odds = Odds::from_zero_bits(bits).unwrap();
        let hashes = odds.hashes_for(Confidence::new(wanted).unwrap()).unwrap();
        let chance = odds.chance_after(hashes);
        prop_assert!(chance >= wanted * (1.0 - 1e-9), "{} of {}", chance, wanted);
        if hashes > 1.0 {
            // Above 2^53 one hash does not show: take a millionth.
            let fewer = (hashes - 1.0).min(hashes * (1.0 - 1e-6));
            prop_assert!(odds.chance_after(fewer) <= wanted, "{} of {}", fewer, hashes);
        }
    }

    #[test]
    fn a_finite_space_never_promises_more_than_it_holds(
        bits in 0..=255_u16,
        space in 1..=(1_u128 << 64),
        hashes in 0.0..1e30_f64,
        wanted in confidence(),
    ) {
        let endless = Odds::from_zero_bits(bits).unwrap();
        let odds = endless.in_space(space).unwrap();
        prop_assert!(odds.chance_after(hashes) <= odds.best());
        prop_assert!(odds.chance_after(hashes) <= endless.chance_after(hashes));
        prop_assert!(odds.mean_hashes() <= endless.mean_hashes());
        let wanted = Confidence::new(wanted).unwrap();
        match odds.hashes_for(wanted) {
            Ok(hashes) => prop_assert_eq!(endless.hashes_for(wanted), Ok(hashes)),
            Err(refused) => prop_assert!(refused.best <= wanted.get()),
        }
    }

    /// Compared with trying every number of machines; and with the quadratic's own roots.
    #[test]
    fn the_fewest_machines_are_the_fewest(
        kind in machine(),
        secs in 0.0..400.0_f64,
        machines in 0.1..150.0_f64,
    ) {
        let hashes = kind.rate.get() * machines * (secs - kind.boot.get()).max(1.0);
        let tried = (1..=200).find(|count| kind.hashes_by(*count, secs) >= hashes);
        let fewest = kind.fewest_for(hashes, secs);
        prop_assert_eq!(tried, fewest.filter(|count| *count <= 200));
        let (launch, boot, rate) = (kind.launch.get(), kind.boot.get(), kind.rate.get());
        if let Some(fewest) = fewest.map(f64::from) {
            let (half, work) = (secs - boot - launch / 2.0, hashes / rate);
            let discriminant = half * half - 2.0 * launch * work;
            prop_assert!(discriminant >= -1e-9 * half * half);
            let root = discriminant.max(0.0).sqrt();
            let lower = 2.0 * work / (half + root);
            prop_assert!(fewest >= lower * (1.0 - 1e-6) && fewest < lower * (1.0 + 1e-6) + 1.0);
            let upper = if launch > 0.0 { (half + root) / launch } else { f64::INFINITY };
            prop_assert!(fewest <= upper * (1.0 + 1e-6) + 1e-6);
        }
    }

    /// What is out of reach comes with a deadline and a confidence that are not.
    #[test]
    fn the_nearest_that_is_in_reach_is_in_reach(asked in any_request()) {
        let reach = plan(&asked).reach;
        if let Some(secs) = reach.deadline_secs.filter(|secs| *secs <= SECS_MAX) {
            let nearest = Request { deadline: Deadline::new(secs).unwrap(), ..asked };
            let found = plan(&nearest);
            prop_assert!(found.answer != Answer::OutOfReach);
            match (reach.deadline_machines, &found.fleet) {
                (Some(0), _) => prop_assert_eq!(found.answer, Answer::Here),
                (count, fleet) => prop_assert!(fleet.as_ref().map(|fleet| fleet.machines) <= count),
            }
            // A thousandth sooner is out of reach.
            let sooner = Deadline::new(secs * 0.999 - 1e-3);
            if let Ok(deadline) = sooner {
                let sooner = plan(&Request { deadline, ..asked });
                prop_assert_eq!(sooner.answer, Answer::OutOfReach);
            }
        }
        // Rounded down by a hair, as a person would.
        if let Ok(confidence) = Confidence::new(reach.confidence * (1.0 - 1e-9)) {
            let nearest = plan(&Request { confidence, ..asked });
            prop_assert!(nearest.answer != Answer::OutOfReach, "{:?}", reach);
        }
    }

    /// What remains is always the same, until the space makes itself felt.
    #[test]
    fn the_time_that_is_left_does_not_shrink(bits in 0..=255_u16, done in 0..u128::MAX, rate in 1.0..1e12_f64) {
        let rate = Rate::new(rate).unwrap();
        let odds = Odds::from_zero_bits(bits).unwrap();
        prop_assert_eq!(odds.after_in_vain(done).unwrap().quantiles(rate), odds.quantiles(rate));
        let finite = odds.in_space(1 << 64).unwrap();
        if let Ok(left) = finite.after_in_vain(done >> 64) {
            prop_assert!(left.best() <= finite.best());
            for (now, before) in left.quantiles(rate).iter().zip(finite.quantiles(rate)) {
                prop_assert!(now.secs.is_none() || now.secs == before.secs);
            }
        }
    }
}
