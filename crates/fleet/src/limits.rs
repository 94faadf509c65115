//! The named limits of the planner.
//!
//! The ranges of rates, times and prices are far beyond anything that exists. They are there so that
//! no sum, product or quotient of a plan leaves the range of `f64`.

/// Most machines that a plan may have.
pub const MAX_MACHINES: u32 = 100_000;

/// Most machines among which the knee of the cost curve is looked for. The mean bill of machines
/// that come up one by one is a sum over them, and the search for the knee takes some forty sums.
pub const KNEE_MACHINES_MAX: u32 = 4_096;

/// Most positions that a finite space may have: every value of a nonce of eight bytes.
pub const SPACE_MAX: u128 = 1 << 64;

/// The smallest probability of a hit per hash: 2^-256, one hash of all.
pub const PROBABILITY_MIN: f64 = f64::from_bits((1023 - 256) << 52);

/// The slowest machine, in hashes per second.
pub const RATE_MIN: f64 = 1e-3;

/// The fastest machine, in hashes per second.
pub const RATE_MAX: f64 = 1e24;

/// The longest time that may be asked for, in seconds (over 30,000 years).
pub const SECS_MAX: f64 = 1e12;

/// The highest price of a machine, per hour.
pub const PRICE_MAX: f64 = 1e9;

/// How close a computed number of hashes must be to a whole number, relative to it, to be taken as
/// that number: the rounding errors of two logarithms and a quotient are some 1e-16 each.
pub const WHOLE_TOLERANCE: f64 = 1e-12;

/// Chance that a search still runs below which what comes later is not added to a mean.
pub const NEGLIGIBLE: f64 = 1e-18;

// The hardest search on the slowest machine, at any confidence that `f64` knows (below 2^-53 from
// 1, so less than 37 times the mean), stays far from the end of `f64`'s range.
const _: () = assert!(37.0 / PROBABILITY_MIN / RATE_MIN * PRICE_MAX * SECS_MAX < 1e200);
// The knee is among machines that can be planned.
const _: () = assert!(KNEE_MACHINES_MAX.is_power_of_two() && KNEE_MACHINES_MAX < MAX_MACHINES);
