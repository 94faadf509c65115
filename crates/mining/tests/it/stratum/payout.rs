//! Whom a block pays, to the last unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use quarry_mining::limits::MAX_WINDOW_ENTRIES;
use quarry_mining::stratum::payout::{Fee, Proportional, Window};
use quarry_primitives::{Amount, ScriptBuf};

use super::support::{difficulty, script_of};

fn script(n: u32) -> ScriptBuf {
    script_of(&format!("a{n}")).unwrap()
}

fn amount(units: u64) -> Amount {
    Amount::from_base(units).unwrap()
}

/// Outputs as pairs of whom and how much.
fn split(window: &Window, value: u64, rule: &Proportional) -> Vec<(ScriptBuf, u64)> {
    let outputs = window.split(amount(value), rule, &script(999));
    outputs.into_iter().map(|output| (output.script_pubkey, output.value.to_sat())).collect()
}

fn window(shares: &[(u32, f64)]) -> Window {
    let mut window = Window::default();
    window.resize(1e6, difficulty(1.0));
    for (who, weight) in shares {
        window.push(&Arc::new(script(*who)), difficulty(*weight));
    }
    window
}

#[test]
fn the_rule_is_kept_in_its_corners() {
    let rule = Proportional::default();
    // Nobody has shares.
    assert_eq!(split(&window(&[]), 50, &rule), [(script(999), 50)]);
    // Thirds: what rounding leaves goes to the first, and equals are ordered by their bytes.
    let thirds = window(&[(3, 1.0), (2, 1.0), (1, 1.0)]);
    let expected = [(script(1), 33_334), (script(2), 33_333), (script(3), 33_333)];
    assert_eq!(split(&thirds, 100_000, &rule), expected);
    // The heaviest is the first.
    let halves = window(&[(1, 1.0), (2, 2.0), (1, 0.5)]);
    assert_eq!(split(&halves, 7000, &rule), [(script(2), 4000), (script(1), 3000)]);
    // Who would get dust gets nothing, and the others share it by weight.
    let dust = window(&[(1, 60.0), (2, 39.0), (3, 1.0)]);
    let expected = [(script(1), 6061), (script(2), 3939)];
    assert_eq!(split(&dust, 10_000, &rule), expected);
    // A block that is dust itself still pays somebody.
    assert_eq!(split(&dust, 100, &rule), [(script(1), 100)]);
    assert_eq!(split(&dust, 0, &rule), [(script(1), 0)]);
    // So many outputs and no more.
    let rule = Proportional { max_outputs: 2, ..rule };
    let many = window(&[(1, 5.0), (2, 4.0), (3, 3.0), (4, 2.0)]);
    assert_eq!(split(&many, 90_000, &rule), [(script(1), 50_000), (script(2), 40_000)]);
    // The fee is first, and is last in the coinbase.
    let fee = Some(Fee { script: script(100), basis_points: 150 });
    let rule = Proportional { fee, ..rule };
    let expected = [(script(1), 55_556), (script(2), 44_444), (script(100), 1522)];
    assert_eq!(split(&many, 101_522, &rule), expected);
    // A fee that is dust is none.
    assert_eq!(split(&many, 9000, &rule), [(script(1), 5000), (script(2), 4000)]);
}

#[test]
fn the_window_holds_the_newest_and_the_oldest_in_part() {
    let weights = |window: &Window| -> Vec<(ScriptBuf, u128)> {
        window.weights().map(|(script, weight)| (script.clone(), weight)).collect()
    };
    const ONE: u128 = 1 << 32;
    let mut window = Window::default();
    window.resize(2.5, difficulty(2.0));
    let (first, second) = (Arc::new(script(1)), Arc::new(script(2)));
    window.push(&first, difficulty(3.0));
    window.push(&second, difficulty(1.0));
    assert_eq!(weights(&window), [(script(1), 3 * ONE), (script(2), ONE)]);
    window.push(&second, difficulty(2.0));
    assert_eq!(window.total(), 5 * ONE);
    assert_eq!(weights(&window), [(script(1), 2 * ONE), (script(2), 3 * ONE)]);
    // An easier block.
    window.resize(2.0, difficulty(1.0));
    assert_eq!(weights(&window), [(script(2), 2 * ONE)]);
    // A share as heavy as all others.
    window.push(&first, difficulty(1e9));
    assert_eq!(weights(&window), [(script(1), 2 * ONE)]);
    // What is kept over a stop is the same window.
    let mut kept = Window::restore(window.runs().map(|(to, weight)| (Arc::clone(to), weight)));
    assert_eq!(weights(&kept), weights(&window));
    kept.resize(1.0, difficulty(1.0));
    assert_eq!(weights(&kept), [(script(1), ONE)]);
    // However easy, it weighs something.
    let mut window = Window::default();
    window.resize(1.0, difficulty(1.0));
    window.push(&first, difficulty(1e-300));
    assert_eq!(window.total(), 1);
}

proptest! {
    #[test]
    fn outputs_add_up_and_keep_the_limits(
        shares in prop::collection::vec((0u32..20, 1e-10f64..1e12), 0..200),
        value in 0u64..2_100_000_000_000_000,
        basis_points in prop::option::of(0u16..=10_000),
        max_outputs in 0usize..12,
        dust in 0u64..100_000,
    ) {
        let window = window(&shares);
        let fee = basis_points.map(|basis_points| Fee { script: script(100), basis_points });
        let rule = Proportional { window: 1.0, fee, dust: amount(dust), max_outputs };
        let outputs = split(&window, value, &rule);
        prop_assert_eq!(outputs.iter().map(|(_, units)| units).sum::<u64>(), value);
        prop_assert!(outputs.len() <= max_outputs.max(1) + 1);
        prop_assert!(outputs.iter().skip(1).all(|(_, units)| *units >= dust));
        let different: std::collections::BTreeSet<_> = outputs.iter().map(|(to, _)| to).collect();
        prop_assert_eq!(different.len(), outputs.len());
    }

    /// Against a window that keeps every share and cuts one hash at a time.
    #[test]
    fn the_window_is_what_a_list_would_be(
        shares in prop::collection::vec((0u32..4, 1u32..9), 0..60),
        limit in 1u32..40,
    ) {
        let hash = 1.0 / 4_294_967_296.0;
        let mut window = Window::default();
        window.resize(f64::from(limit), difficulty(hash));
        let mut list: Vec<u32> = Vec::new();
        for (who, weight) in shares {
            window.push(&Arc::new(script(who)), difficulty(f64::from(weight) * hash));
            list.extend((0..weight).map(|_| who));
        }
        let newest = list.iter().rev().take(limit as usize);
        let mut expected: BTreeMap<ScriptBuf, u128> = BTreeMap::new();
        newest.for_each(|who| *expected.entry(script(*who)).or_default() += 1);
        let weights: BTreeMap<ScriptBuf, u128> =
            window.weights().map(|(script, weight)| (script.clone(), weight)).collect();
        prop_assert_eq!(weights, expected);
    }
}

/// However often scripts take turns, all that was worked for is paid.
#[test]
fn a_window_of_many_turns_loses_no_work() {
    const ONE: u128 = 1 << 32;
    let mut window = Window::default();
    window.resize(1e12, difficulty(1.0));
    let scripts: Vec<_> = (1..=3).map(|n| Arc::new(script(n))).collect();
    let shares = 2 * MAX_WINDOW_ENTRIES + 7;
    for n in 0..shares {
        window.push(&scripts[n % 3], difficulty(1.0));
    }
    assert_eq!(window.total(), shares as u128 * ONE);
    for (n, (_, weight)) in window.weights().enumerate() {
        assert_eq!(weight, ((shares + 2 - n) / 3) as u128 * ONE);
    }
    assert!(window.runs().count() <= MAX_WINDOW_ENTRIES);
    let runs = window.runs().map(|(script, weight)| (Arc::clone(script), weight));
    let kept = Window::restore(runs.collect::<Vec<_>>());
    assert_eq!(kept.total(), window.total());
    // The newest stay the newest.
    window.resize(2.0, difficulty(1.0));
    let newest: Vec<_> = window.runs().map(|(script, _)| ScriptBuf::clone(script)).collect();
    let last = (shares - 2..shares).map(|n| ScriptBuf::clone(&scripts[n % 3]));
    assert_eq!(newest, last.collect::<Vec<_>>());
    // With as many scripts as entries the oldest go, each push in its own time.
    let mut window = Window::default();
    window.resize(1e12, difficulty(1.0));
    let many = u32::try_from(MAX_WINDOW_ENTRIES + 5).unwrap();
    (0..many).for_each(|n| window.push(&Arc::new(script(n)), difficulty(1.0)));
    assert_eq!(window.total(), MAX_WINDOW_ENTRIES as u128 * ONE);
}
