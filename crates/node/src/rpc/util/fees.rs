//! Fee estimates in Bitcoin Core's words.
//!
//! Does not know where they come from.

use std::sync::MutexGuard;

use quarry_api::rpc::{Json, RpcError, code, json_from_amount};
use quarry_chain::{FeeEstimator, FeeHorizon, FeeMode, FeeRange, RawFee};

use crate::rpc::Call;
use crate::rpc::method::Answer;

/// The share of transactions that has to be confirmed, unless another is given.
const DEFAULT_THRESHOLD: f64 = 0.95;

fn estimator(call: &Call) -> Result<MutexGuard<'_, FeeEstimator>, RpcError> {
    let disabled = || RpcError::new(code::INTERNAL_ERROR, "Fee estimation disabled");
    Ok(call.node()?.fees().ok_or_else(disabled)?.estimator())
}

fn conf_target(call: &Call) -> Result<u32, RpcError> {
    let most = FeeHorizon::Long.max_target();
    let target: i32 = call.arg("conf_target").as_int()?;
    let target = u32::try_from(target).ok().filter(|target| (1..=most).contains(target));
    target.ok_or_else(|| {
        RpcError::parameter(format!("Invalid conf_target, must be between 1 and {most}"))
    })
}

fn mode(call: &Call) -> Result<FeeMode, RpcError> {
    let given = call.maybe_text("estimate_mode")?.unwrap_or("economical");
    match &*given.to_ascii_lowercase() {
        "unset" | "economical" => Ok(FeeMode::Economical),
        "conservative" => Ok(FeeMode::Conservative),
        _ => Err(RpcError::parameter(
            "Invalid estimate_mode parameter, must be one of: \"unset\", \"economical\", \
             \"conservative\"",
        )),
    }
}

/// A rate in base units, which is far below the most that there can be.
fn rate_json(rate: u64) -> Json {
    json_from_amount(i64::try_from(rate).unwrap_or(i64::MAX))
}

pub(super) fn estimate_smart_fee(call: &Call) -> Answer {
    // Let go of before the chain is asked: whoever changes it holds both locks, in the other order.
    drop(estimator(call)?);
    let (target, mode) = (conf_target(call)?, mode(call)?);
    let estimate = estimator(call)?.estimate_smart(target, mode);
    let first = match estimate.rate {
        Some(rate) => {
            let node = call.node()?;
            let now_ms = node.clock().now().wall_ms;
            // What pays less would not even wait here.
            let least = node.read(|chain| {
                let pool = chain.pool();
                pool.min_fee(now_ms).max(pool.config().min_relay_fee)
            });
            ("feerate", rate_json(rate.max(least)))
        }
        None => ("errors", vec![Json::from("Insufficient data or no feerate found")].into()),
    };
    Ok(Json::object([first, ("blocks", estimate.target.into())]))
}

fn range_json(range: Option<FeeRange>) -> Json {
    // Core's idea of no range.
    let none = FeeRange {
        start: -1.0,
        end: -1.0,
        within_target: 0.0,
        total_confirmed: 0.0,
        in_mempool: 0.0,
        left_mempool: 0.0,
    };
    let range = range.unwrap_or(none);
    let count = |count: f64| Json::from_f64((count * 100.0).round() / 100.0);
    Json::object([
        ("startrange", Json::from_f64(range.start.round())),
        ("endrange", Json::from_f64(range.end.round())),
        ("withintarget", count(range.within_target)),
        ("totalconfirmed", count(range.total_confirmed)),
        ("inmempool", count(range.in_mempool)),
        ("leftmempool", count(range.left_mempool)),
    ])
}

fn horizon_json(horizon: FeeHorizon, raw: RawFee) -> Json {
    let decay = ("decay", Json::from_f64(horizon.decay()));
    let scale = ("scale", horizon.scale().into());
    let fail = ("fail", range_json(raw.fail));
    let Some(rate) = raw.rate else {
        let text = "Insufficient data or no feerate found which meets threshold";
        let errors = ("errors", vec![Json::from(text)].into());
        return Json::object([decay, scale, fail, errors]);
    };
    let pass = ("pass", range_json(raw.pass));
    let passed = [("feerate", rate_json(rate)), decay, scale, pass];
    Json::object(passed.into_iter().chain(raw.fail.map(|_| fail)))
}

pub(super) fn estimate_raw_fee(call: &Call) -> Answer {
    drop(estimator(call)?);
    let (target, given) = (conf_target(call)?, call.arg("threshold"));
    let threshold = if given.is_null() { DEFAULT_THRESHOLD } else { given.as_f64()? };
    if !(0.0..=1.0).contains(&threshold) {
        return Err(RpcError::parameter("Invalid threshold"));
    }
    let estimator = estimator(call)?;
    let judged = FeeHorizon::ALL.into_iter().filter_map(|horizon| {
        let raw = estimator.estimate_raw(target, threshold, horizon)?;
        Some((horizon.name(), horizon_json(horizon, raw)))
    });
    Ok(Json::object(judged))
}
