//! A data directory of each released format starts, with all that was in it.

use quarry_testkit::fixture;

use crate::harness::{Quarry, units};

#[test]
fn version_1_starts_with_chain_balances_and_jobs() {
    let mut quarry = Quarry::new();
    fixture::copy("v1", &quarry.datadir()).unwrap();
    quarry.start(&[]);
    let jobs = quarry.json(&["jobs", "--account", "bertrand"]);
    let states: Vec<_> = jobs.as_array().unwrap().iter().map(|j| &j["units"][0]["state"]).collect();
    assert_eq!(states, ["settled", "cancelled"]);
    assert_eq!(jobs[0]["units"][0]["payout"]["state"], "confirmed");
    assert_eq!(units(&quarry.account("albert")["exchange_balance"]), 25_000_000);
    assert_eq!(units(&quarry.account("bertrand")["exchange_balance"]), 100_000_000 - 10_300);
    let bought = quarry.json(&["buy", "nonce", "--data", "after the fixture", "-D", "12"]);
    assert_eq!(bought["payout"]["state"], "confirmed");
}
