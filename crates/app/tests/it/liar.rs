//! A lying worker, over the real API: never paid, and the buyer is made whole.

use std::time::Duration;

use quarry_api::exchange::{Capabilities, Heartbeat, LeaseResult, LeaseView, PlaceAsk};
use quarry_exchange::{AccountClient, Client, ClientError, new_idempotency_key};
use quarry_primitives::Amount;
use quarry_service::Clock;
use quarry_wallet::dev::DevAccount;
use serde_json::Value;

use crate::harness::{Quarry, units, until};

const ARTICLE: &str = "sha256d.nonce/1";

/// A market without an honest worker, and a liar in it.
struct Stage {
    quarry: Quarry,
    runtime: tokio::runtime::Runtime,
    liar: AccountClient,
    funds: u64,
}

impl Stage {
    fn new() -> Self {
        let quarry = Quarry::up(&["--no-worker"]);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let liar = runtime.block_on(async {
            let client = Client::connect(&quarry.url("exchange"), Clock::system()).await.unwrap();
            let liar = client.with_account(DevAccount::Camille.secret());
            liar.register().await.unwrap();
            liar
        });
        let funds = units(&quarry.account("bertrand")["exchange_balance"]);
        let stage = Self { quarry, runtime, liar, funds };
        stage.offer();
        stage
    }

    fn offer(&self) {
        let ask = PlaceAsk {
            article: ARTICLE.to_owned(),
            quantity: 100,
            limit_price: Amount::of(10_000),
            slots: 8,
            expires_ms: self.liar.client().now_ms() + 600_000,
            capabilities: Capabilities::default(),
        };
        self.runtime.block_on(self.liar.place_ask(new_idempotency_key(), &ask)).unwrap();
    }

    /// Bertrand's order, matched with the liar's offer.
    fn order(&self, data: &str, more: &[&str]) -> (u64, LeaseView) {
        let args = ["buy", "nonce", "--data", data, "-D", "24", "--max-price", "10000", "--detach"];
        let job = self.quarry.json(&[&args, more].concat())["job"].as_u64().unwrap();
        let leases = self.runtime.block_on(self.liar.leases(Duration::from_secs(5))).unwrap();
        let lease = leases.into_iter().find(|lease| lease.job == job).unwrap();
        (job, lease)
    }

    fn beat(&self, lease: u64) {
        let beat = Heartbeat { hashes: 1, hashes_per_second: 1 };
        self.runtime.block_on(self.liar.heartbeat(lease, &beat)).unwrap();
    }

    fn hand_in(&self, lease: u64, nonce: u64) -> Result<(), ClientError> {
        let result = LeaseResult::Found { nonce };
        let answer = self.liar.lease_result(lease, new_idempotency_key(), &result);
        self.runtime.block_on(answer).map(drop)
    }

    fn unit(&self, job: u64) -> Value {
        self.quarry.json(&["jobs", "show", &job.to_string()])["units"][0].clone()
    }

    /// Nothing was paid to anybody, and all of the buyer's money is free again.
    fn all_is_as_before(&self) {
        let bertrand = self.quarry.account("bertrand");
        assert_eq!(units(&bertrand["exchange_balance"]), self.funds, "{bertrand:#}");
        assert_eq!(units(&bertrand["exchange_held"]), 0);
        assert_eq!(units(&self.quarry.account("camille")["exchange_balance"]), 0);
    }
}

#[test]
fn a_wrong_nonce_is_not_paid() {
    let stage = Stage::new();
    let (job, lease) = stage.order("wrong", &[]);
    stage.beat(lease.lease);
    let _told = stage.hand_in(lease.lease, 1);
    let unit = stage.unit(job);
    assert_ne!(unit["state"], "settled", "{unit:#}");
    assert!(unit["reason"].as_str().is_some_and(|r| !r.is_empty()), "{unit:#}");
    // The lease is gone with the lie; not even the right nonce is taken on it now.
    let work = quarry_worker::work_of(&lease.input).unwrap();
    let right = (0..).find(|nonce| work.check(*nonce)).unwrap();
    assert!(stage.hand_in(lease.lease, right).is_err());
    stage.quarry.json(&["jobs", "cancel", &job.to_string()]);
    stage.all_is_as_before();
}

#[test]
fn a_nonce_of_another_unit_or_a_stale_lease_is_not_paid() {
    let stage = Stage::new();
    let (first, lease_a) = stage.order("one", &[]);
    let (second, lease_b) = stage.order("two", &[]);
    stage.beat(lease_a.lease);
    stage.beat(lease_b.lease);
    let work = quarry_worker::work_of(&lease_a.input).unwrap();
    let of_a = (0..).find(|nonce| work.check(*nonce)).unwrap();
    let _told = stage.hand_in(lease_b.lease, of_a);
    assert_ne!(stage.unit(second)["state"], "settled");
    stage.quarry.json(&["jobs", "cancel", &first.to_string()]);
    // Too late: the job was cancelled, its lease is stale, and the right nonce earns nothing.
    assert!(stage.hand_in(lease_a.lease, of_a).is_err());
    stage.quarry.json(&["jobs", "cancel", &second.to_string()]);
    stage.all_is_as_before();
}

#[test]
fn an_exhausted_space_releases_the_hold_and_says_so() {
    let stage = Stage::new();
    let (job, lease) = stage.order("exhausted", &[]);
    stage.beat(lease.lease);
    let result = LeaseResult::Exhausted { hashes: 1 << 32 };
    let answer = stage.liar.lease_result(lease.lease, new_idempotency_key(), &result);
    stage.runtime.block_on(answer).unwrap();
    let told = stage.quarry.run(&["jobs", "wait", &job.to_string()]);
    assert_eq!(told.code, Some(4), "{told:#?}");
    assert!(told.stderr.contains("exhausted"), "{}", told.stderr);
    assert!(told.stderr.contains("released"), "{}", told.stderr);
    assert_eq!(stage.unit(job)["state"], "exhausted");
    stage.all_is_as_before();
}

#[test]
fn silence_is_not_paid_and_the_job_ends_refunded() {
    let stage = Stage::new();
    let (job, lease) = stage.order("silence", &["--expires", "5"]);
    stage.beat(lease.lease);
    let unit = until("end of the silent unit", || {
        let unit = stage.unit(job);
        (unit["ended"] == true).then_some(unit)
    });
    assert_eq!(unit["state"], "expired", "{unit:#}");
    stage.all_is_as_before();
}
