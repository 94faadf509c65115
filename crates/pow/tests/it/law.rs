//! The law of a search: the hashes that it takes are distributed as the theory says.
//!
//! With fixed headers and one thread every count is exact, so the test passes always or never.

use std::num::NonZeroUsize;

use quarry_pow::*;

/// Leading zero bits asked for.
const BITS: u16 = 18;
/// Searches.
const SEARCHES: u16 = 1_000;
/// The chance that a right sample is refused; with fixed headers it was drawn once and for all.
const SIGNIFICANCE: f64 = 0.01;

/// The chance of a sample as odd as that of [`SEARCHES`] searches over headers that a seed makes.
fn chance_of(seed: u64) -> f64 {
    let config = EngineConfig { threads: Some(NonZeroUsize::MIN), backend: None, nice: None };
    let engine = Engine::start(config).unwrap();
    let target = Target::from_zero_bits(BITS).unwrap();
    let mut hashes: Vec<f64> = (0..SEARCHES)
        .map(|index| {
            let mut header = [0; 80];
            header[36..38].copy_from_slice(&index.to_le_bytes());
            header[40..48].copy_from_slice(&seed.to_le_bytes());
            let work = Work::header(header, target);
            let range = work.space();
            let outcome = engine.search(Search { work, range, priority: Priority::Worker });
            let Outcome { result: SearchResult::Found { position, .. }, hashes } = outcome.unwrap()
            else {
                panic!("2^32 nonces without a hit")
            };
            // One thread tries one position after the other.
            assert_eq!(hashes, position + 1);
            f64::from(u32::try_from(hashes).unwrap())
        })
        .collect();
    hashes.sort_by(f64::total_cmp);
    // P(at most n) = 1 - (1 - p)^n
    let log_miss = (-target.probability()).ln_1p();
    let distance = ks_distance(&hashes, |n| -(n * log_miss).exp_m1());
    ks_chance(distance, hashes.len())
}

#[test]
fn the_hashes_that_a_search_takes_follow_the_geometric_law() {
    let chance = chance_of(0);
    assert!(chance > SIGNIFICANCE, "{chance}");
}

mod soak {
    use std::hash::{BuildHasher as _, RandomState};

    use super::*;

    /// Fresh seeds. Twenty samples, of which a right law refuses one at the 1 % mark in a fifth of
    /// the runs; so the mark is at 0.05 %: a right law fails once in a hundred runs.
    #[test]
    fn fresh_searches_follow_the_law_too() {
        for _ in 0..20 {
            let seed = RandomState::new().hash_one(());
            let chance = chance_of(seed);
            assert!(chance > SIGNIFICANCE / 20.0, "seed {seed}: {chance}");
        }
    }
}

#[test]
fn the_test_sees_a_wrong_law() {
    let sample: Vec<f64> = (0..1000).map(|i| -(-(f64::from(i) + 0.5) / 1000.0).ln_1p()).collect();
    let chance =
        |mean: f64| ks_chance(ks_distance(&sample, |x| -(-x / mean).exp_m1()), sample.len());
    assert!(chance(1.0) > 0.999);
    assert!(chance(1.2) < SIGNIFICANCE && chance(0.83) < SIGNIFICANCE);
}

/// Published values of the limit distribution: its quantiles at 5 % and 1 %.
#[test]
fn the_chance_agrees_with_the_tables() {
    let far = 100_000_000;
    for (quantile, expected) in [(1.358, 0.05), (1.628, 0.01)] {
        let chance = ks_chance(quantile / 10_000.0, far);
        assert!((chance - expected).abs() < 2e-4, "{chance}");
    }
}

/// The greatest distance between a sorted sample's steps and a distribution (Kolmogorov, Smirnov).
fn ks_distance(sorted: &[f64], distribution: impl Fn(f64) -> f64) -> f64 {
    let step = 1.0 / count(sorted.len());
    let mut below = 0.0;
    let mut distance: f64 = 0.0;
    for value in sorted {
        let expected = distribution(*value);
        distance = distance.max(expected - below).max(below + step - expected);
        below += step;
    }
    distance
}

/// The chance of such a distance or a greater one if the distribution is right: the limit for large
/// samples, with Stephens's correction for finite ones.
fn ks_chance(distance: f64, samples: usize) -> f64 {
    let root = count(samples).sqrt();
    let scaled = (root + 0.12 + 0.11 / root) * distance;
    let terms = (1..=1000).map(|k: i32| {
        let sign = if k % 2 == 1 { 2.0 } else { -2.0 };
        sign * (-2.0 * f64::from(k * k) * scaled * scaled).exp()
    });
    terms.sum::<f64>().clamp(0.0, 1.0)
}

fn count(samples: usize) -> f64 {
    f64::from(u32::try_from(samples).unwrap())
}
