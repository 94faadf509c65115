//! The four answers, and what comes with "out of reach".

use quarry_fleet::limits::MAX_MACHINES;
use quarry_fleet::plan::{Answer, plan};

use crate::request::{request, with_boot, with_here, with_space};

#[test]
fn machines_are_planned_where_this_one_does_not_do() {
    let asked = with_here(with_boot(request(36, 600.0, 0.95, 20e6), 35.0, 0.0), 20e6);
    let plan = plan(&asked);
    assert_eq!(plan.answer, Answer::Machines);
    // 2.9957 * 2^36 hashes at 20 MH/s in 565 s.
    assert_eq!(plan.fleet.unwrap().machines, 19);
    assert!(!plan.here.unwrap().meets(600.0));
}

/// A thousand hashes were once given to eight virtual machines, and took 53 s.
#[test]
fn small_searches_are_faster_here() {
    let plan = plan(&with_here(with_boot(request(10, 60.0, 0.99, 1e6), 30.0, 2.0), 1e6));
    assert_eq!(plan.answer, Answer::Here);
    assert!(plan.here.unwrap().confidence_secs.unwrap() < 0.01);
}

#[test]
fn what_ends_before_the_first_machine_is_up_needs_none() {
    // Mean 16.8 s here; 99.9 % takes 116 s, more than the minute that is given.
    let asked = with_here(with_boot(request(24, 60.0, 0.999, 1e6), 35.0, 0.0), 1e6);
    let plan = plan(&asked);
    assert_eq!(plan.answer, Answer::HereFirst);
    let (here, fleet) = (plan.here.unwrap(), plan.fleet.unwrap());
    assert!(!here.meets(60.0) && here.mean_secs < 35.0);
    assert!(fleet.meets(60.0) && fleet.machines == 5);
}

#[test]
fn a_deadline_within_the_boot_time_is_out_of_reach() {
    let asked = with_boot(request(36, 30.0, 0.9, 20e6), 35.0, 0.0);
    let plan = plan(&asked);
    assert_eq!((plan.answer, plan.fleet), (Answer::OutOfReach, None));
    assert_eq!((plan.reach.confidence, plan.curve.useful), (0.0, 0));
    let secs = plan.reach.deadline_secs.unwrap();
    assert!(secs > 35.0 && secs < 36.0, "{secs}");
    assert_eq!(plan.reach.deadline_machines, Some(MAX_MACHINES));
}

/// With a serial launch there is a number of machines beyond which more do not help.
#[test]
fn a_slow_launch_bounds_what_machines_can_do() {
    let asked = with_boot(request(40, 100.0, 0.9, 20e6), 35.0, 2.0);
    let plan = plan(&asked);
    assert_eq!((plan.answer, plan.curve.useful), (Answer::OutOfReach, 32));
    assert!(plan.reach.confidence > 0.015 && plan.reach.confidence < 0.02, "{:?}", plan.reach);
    // The last of the 32 would come at 99 s; 100 s are needed for what they do together.
    assert_eq!(plan.reach.confidence_machines, 32);
    let (secs, machines) =
        (plan.reach.deadline_secs.unwrap(), plan.reach.deadline_machines.unwrap());
    assert_eq!(f64::from(machines), ((secs - 35.0) / 2.0).floor());
}

#[test]
fn a_space_that_does_not_hold_the_confidence_is_told() {
    let asked = with_space(with_here(request(34, 1e9, 0.9, 20e6), 20e6), 1 << 32);
    let plan = plan(&asked);
    assert_eq!(plan.answer, Answer::OutOfReach);
    let best = plan.hashes.unwrap_err().best;
    assert!((best - 0.221).abs() < 0.001, "{best}");
    assert_eq!(plan.reach.deadline_secs, None);
    assert_eq!((plan.reach.confidence, plan.reach.confidence_machines), (best, 0));
}
