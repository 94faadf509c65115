//! kill -9 at random moments between order and payout.
//!
//! After each restart the unit is finished or refunded, never both; its payout is on the chain
//! exactly once; and no money has come or gone.

use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;

use crate::harness::{Quarry, get, units, until};

/// How often the process is killed.
const KILLS: u64 = 20;

/// The exchange's books against the coins at its addresses.
struct Money {
    owed: u64,
    fees: u64,
    on_chain: u64,
}

fn money(quarry: &Quarry) -> Money {
    let audit = get(&format!("{}/v1/exchange/audit", quarry.url("exchange")));
    Money {
        owed: units(&audit["owed"]),
        fees: units(&audit["fees"]),
        on_chain: units(&audit["on_chain"]),
    }
}

fn settled(job: &Value) -> bool {
    job["units"][0]["state"] == "settled"
}

#[test]
fn every_kill_leaves_the_money_whole() {
    let seed = std::env::var("SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_261_121_u64);
    println!("SEED={seed}");
    let mut random = Random(seed);
    let mut quarry = Quarry::up(&["--block-time", "1"]);
    let start = units(&quarry.account("bertrand")["exchange_balance"]);
    let mut jobs = Vec::new();
    for kill in 0..KILLS {
        let text = format!("kill {kill}");
        let args = ["buy", "nonce", "--data", &text, "-D", "17", "--json"];
        let mut buyer =
            quarry.command(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // From before the order is placed until after its payout is in a block.
        std::thread::sleep(Duration::from_millis(random.below(900)));
        quarry.kill();
        buyer.kill().unwrap();
        buyer.wait().unwrap();
        quarry.start(&["--block-time", "1"]);
        let list = quarry.json(&["jobs", "--account", "bertrand"]);
        jobs = list.as_array().unwrap().clone();
    }
    assert!(!jobs.is_empty(), "no kill came after an order: the test shows nothing");
    let ended = until("end of all jobs", || {
        let list = quarry.json(&["jobs", "--account", "bertrand"]);
        let list = list.as_array().unwrap().clone();
        let paid = |job: &Value| !settled(job) || job["units"][0]["payout"]["state"] == "confirmed";
        list.iter().all(|job| job["done"] == true && paid(job)).then_some(list)
    });
    let mut payouts = std::collections::BTreeSet::new();
    let mut spent = 0;
    for job in &ended {
        let unit = &job["units"][0];
        if settled(job) {
            spent += units(&unit["price"]) + units(&unit["fee"]);
            let txid = unit["payout"]["txid"].as_str().unwrap().to_owned();
            assert!(payouts.insert(txid), "one payout for two units: {job:#}");
        } else {
            assert!(unit["payout"].is_null(), "refunded and paid: {job:#}");
        }
    }
    let bertrand = quarry.account("bertrand");
    assert_eq!(units(&bertrand["exchange_held"]), 0);
    assert_eq!(units(&bertrand["exchange_balance"]), start - spent);
    payouts_are_on_the_chain_once(&quarry, &payouts);
    let money = money(&quarry);
    assert_eq!(money.owed + money.fees, money.on_chain);
    assert_eq!(money.on_chain, coins_at_the_exchange(&quarry, &payouts));
}

/// What the node says is at the addresses that payouts spend from and give change to.
fn coins_at_the_exchange(quarry: &Quarry, payouts: &std::collections::BTreeSet<String>) -> u64 {
    let node = quarry.url("node");
    let transaction = |txid: &str| get(&format!("{node}/v1/transactions/{txid}"));
    let camille = quarry.account("camille")["address"].clone();
    let mut addresses = std::collections::BTreeSet::new();
    for txid in payouts {
        let payout = transaction(txid);
        for output in payout["outputs"].as_array().unwrap() {
            addresses.extend(output["address"].as_str().map(str::to_owned));
        }
        for input in payout["inputs"].as_array().unwrap() {
            let (from, vout) = input["outpoint"].as_str().unwrap().split_once(':').unwrap();
            let vout: usize = vout.parse().unwrap();
            let spent = transaction(from)["outputs"][vout]["address"].clone();
            addresses.insert(spent.as_str().unwrap().to_owned());
        }
    }
    addresses.remove(camille.as_str().unwrap());
    let balance = |address| units(&get(&format!("{node}/v1/addresses/{address}"))["balance"]);
    addresses.iter().map(balance).sum()
}

/// Counts every transaction of every block that pays camille: each payout once, and nothing else.
fn payouts_are_on_the_chain_once(quarry: &Quarry, payouts: &std::collections::BTreeSet<String>) {
    let camille = quarry.account("camille");
    let address = camille["address"].as_str().unwrap();
    let height = get(&format!("{}/v1/chain", quarry.url("node")))["height"].as_u64().unwrap();
    let mut seen = Vec::new();
    for height in 1..=height {
        let block = get(&format!("{}/v1/blocks/{height}", quarry.url("node")));
        for tx in block["transactions"].as_array().unwrap() {
            let pays = |out: &Value| out["address"] == address;
            if tx["outputs"].as_array().unwrap().iter().any(pays) {
                seen.push(tx["txid"].as_str().unwrap().to_owned());
            }
        }
    }
    let unique: std::collections::BTreeSet<String> = seen.iter().cloned().collect();
    assert_eq!(unique.len(), seen.len(), "a payout is on the chain twice");
    assert_eq!(&unique, payouts);
}

/// xorshift64*: enough to spread kills, and the same for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % limit
    }
}
