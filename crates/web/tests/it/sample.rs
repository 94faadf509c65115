//! Data for the dashboard, made up but of the right shape and size.

use quarry_api::exchange::JobView;
use quarry_api::operator::DashboardData;
use serde_json::{Value, json};

/// Key of the local account `albert`.
pub(crate) const ALBERT: &str =
    "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c";
/// Key of the local account `bea`.
pub(crate) const BEA: &str = "03e775fd51f0dfb8cd865d9ff1cca2a158cf651fe997fdc9fee9c1d3b5e995ea77";
/// Key of the local account `carol`.
const CAROL: &str = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const COIN: u64 = 100_000_000;

/// A block's hash that tells its height.
pub(crate) fn hash(height: u32) -> String {
    format!("00000000{:056x}", u64::from(height).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Milliseconds since the Unix epoch, as the page counts.
pub(crate) fn now_ms() -> u64 {
    quarry_service::Clock::system().now().wall_ms
}

/// A block of a list.
pub(crate) fn block(height: u32, transactions: usize, age_s: u64) -> Value {
    json!({
        "height": height, "hash": hash(height), "time_ms": now_ms() - age_s * 1000,
        "transactions": transactions, "size": 285 + (transactions - 1) * 222,
        "fees": (transactions - 1) * 14_100,
    })
}

/// Where the chain stands.
pub(crate) fn chain(height: u32, hashes_per_second: u64) -> Value {
    json!({
        "chain": "dev", "chain_id": hash(0), "spec_hash": hash(1), "height": height,
        "tip": hash(height), "tip_time_ms": now_ms(), "bits": "1e00ffff",
        "expected_hashes": 16_777_216_u64, "supply": u64::from(height) * 50 * COIN,
        "confirmations": 1, "mempool_transactions": 3, "mempool_vbytes": 654,
        "hashes_per_second": hashes_per_second,
    })
}

/// A job of one unit.
pub(crate) fn job(job: u64, state: &str, change: &dyn Fn(&mut Value)) -> Value {
    let mut unit = json!({
        "unit": job + 100, "job": job, "state": state, "ended": false, "quantity": 1,
        "attempts": 1, "hashes": 0, "hashes_per_second": 0, "nonce": null, "hash": null,
        "seller": null, "price": null, "fee": null, "reason": null, "payout": null,
        "input": {
            "template": "00".repeat(80), "nonce_offset": 76, "nonce_bits": 32,
            "nonce_endian": "little", "hash_order": "bitcoin",
            "target": format!("00000000ffff{}", "0".repeat(52)),
        },
    });
    change(&mut unit);
    json!({
        "job": job, "buyer": ALBERT, "article": "sha256d.nonce/1", "order": job + 10,
        "limit_price": 2 * COIN, "placed_ms": now_ms() - job * 1000,
        "expires_ms": now_ms() + 600_000, "done": unit["ended"], "units": [unit],
    })
}

/// A job whose worker is at it.
pub(crate) fn running(id: u64, hashes: u64) -> Value {
    job(id, "running", &|unit| {
        unit["hashes"] = json!(hashes);
        unit["hashes_per_second"] = json!(212_400_000);
        unit["seller"] = json!(BEA);
        unit["price"] = json!(150_000_000);
    })
}

/// A job whose money has reached the chain.
pub(crate) fn settled(id: u64) -> Value {
    job(id, "settled", &|unit| {
        unit["ended"] = json!(true);
        unit["hashes"] = json!(2_813_992_113_u64);
        unit["seller"] = json!(BEA);
        unit["price"] = json!(150_000_000);
        unit["nonce"] = json!(2_083_236_893_u64);
        unit["hash"] = json!(hash(77));
        unit["payout"] = json!({
            "withdrawal": 1, "account": BEA, "amount": 150_000_000, "network_fee": 141,
            "address": "qdev1qexample", "state": "confirmed", "txid": hash(5), "height": 211,
            "reason": null, "unit": 101,
        });
    })
}

/// What a busy instance shows.
pub(crate) fn busy() -> DashboardData {
    let rates: Vec<_> = (0..280_u64)
        .map(|n| {
            let wave = (n * n * 7919 % 9_000_000) + (n % 60) * 400_000;
            let rate = if n < 20 { n * 9_000_000 } else { 178_000_000 + wave };
            json!({ "at_ms": now_ms() - (280 - n) * 1000, "hashes_per_second": rate })
        })
        .collect();
    let order = |order: u64, price: u64, quantity: u64| json!({ "order": order, "price": price * 1_000_000, "quantity": quantity });
    let trade = |trade: u64, price: u64, quantity: u64| {
        json!({
            "trade": trade, "article": "sha256d.nonce/1", "price": price * 1_000_000,
            "quantity": quantity, "at_ms": now_ms() - (20 - trade) * 47_000,
        })
    };
    let account = |name: &str, key: &str, balance: u64, free: u64, held: u64| {
        json!({
            "name": name, "address": format!("qdev1q{}", &key[10..48]), "account": key,
            "balance": balance, "exchange_balance": free, "exchange_held": held,
            "exchange_withdrawing": 0,
        })
    };
    let blocks: Vec<_> = (0..14)
        .map(|n| {
            block(
                212 - n,
                [1, 4, 1, 12, 2, 37, 1, 1, 210, 3, 1, 6, 1, 2][n as usize],
                u64::from(n) * 13 + 4,
            )
        })
        .collect();
    data(&json!({
        "instance": "main", "chain": chain(212, 186_000_000), "blocks": blocks, "rates": rates,
        "exchange": exchange(),
        "book": {
            "article": "sha256d.nonce/1",
            "asks": [order(1, 150, 64), order(2, 155, 128), order(4, 170, 512), order(9, 200, 40)],
            "bids": [order(3, 140, 16), order(6, 125, 96), order(7, 100, 300)],
        },
        "trades": [trade(19, 150, 1), trade(18, 150, 4), trade(17, 148, 2), trade(16, 151, 16),
            trade(15, 150, 1)],
        "jobs": [
            running(12, 2_913_992_113),
            job(11, "open", &|_| ()),
            settled(10),
            job(9, "expired", &|unit| {
                unit["ended"] = json!(true);
                unit["hashes"] = json!(912_000_000);
                unit["reason"] = json!("no seller took it before it expired");
            }),
        ],
        "accounts": [
            account("albert", ALBERT, 4_999_985_900, 848_500_000, 150_000_000),
            account("bea", BEA, 149_999_859, 0, 0),
            account("carol", CAROL, 105_500 * COIN, 0, 0),
        ],
    }))
}

/// What a fresh instance shows.
pub(crate) fn fresh() -> DashboardData {
    data(&json!({
        "instance": "main", "chain": chain(0, 0), "blocks": [block(0, 1, 3)], "rates": [],
        "exchange": exchange(), "trades": [], "jobs": [], "accounts": [],
        "book": { "article": "sha256d.nonce/1", "asks": [], "bids": [] },
    }))
}

fn exchange() -> Value {
    json!({
        "chain_id": hash(0), "exchange": BEA, "rules_version": 1, "fee_basis_points": 300,
        "min_withdrawal": 10_000, "min_deposit": 1_000, "articles": ["sha256d.nonce/1"],
        "now_ms": now_ms(), "log_seq": 87, "scanned_height": 212,
    })
}

fn data(json: &Value) -> DashboardData {
    serde_json::from_value(json.clone()).expect("the sample has the wire's shape")
}

/// A job as its type.
pub(crate) fn job_view(json: &Value) -> JobView {
    serde_json::from_value(json.clone()).expect("the sample has the wire's shape")
}
