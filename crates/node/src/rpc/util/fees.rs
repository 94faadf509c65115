//! Fee estimates: the form of Core's answers where there is no record of fees to estimate from.

use quarry_api::rpc::{Json, RpcError};

use crate::rpc::Call;
use crate::rpc::method::Answer;

/// The farthest block that a fee can be estimated for.
const MAX_CONF_TARGET: u32 = 1008;

fn conf_target(call: &Call) -> Result<u32, RpcError> {
    let target: i32 = call.arg("conf_target").as_int()?;
    u32::try_from(target).ok().filter(|target| (1..=MAX_CONF_TARGET).contains(target)).ok_or_else(
        || {
            RpcError::parameter(format!(
                "Invalid conf_target, must be between 1 and {MAX_CONF_TARGET}"
            ))
        },
    )
}

pub(super) fn estimate_smart_fee(call: &Call) -> Answer {
    conf_target(call)?;
    let mode = call.maybe_text("estimate_mode")?.unwrap_or("economical");
    if !["unset", "economical", "conservative"].contains(&&*mode.to_ascii_lowercase()) {
        let text = "Invalid estimate_mode parameter, must be one of: \"unset\", \"economical\", \
                    \"conservative\"";
        return Err(RpcError::parameter(text));
    }
    let error = Json::from("Insufficient data or no feerate found");
    Ok(Json::object([("errors", vec![error].into()), ("blocks", 0.into())]))
}

/// Blocks that a horizon looks ahead, and how fast it forgets (`CBlockPolicyEstimator`).
const HORIZONS: [(&str, u32, f64, u32); 3] =
    [("short", 12, 0.962, 1), ("medium", 48, 0.9952, 2), ("long", 1008, 0.99931, 24)];

pub(super) fn estimate_raw_fee(call: &Call) -> Answer {
    let target = conf_target(call)?;
    let threshold = call.arg("threshold");
    if !threshold.is_null() && !(0.0..=1.0).contains(&threshold.as_f64()?) {
        return Err(RpcError::parameter("Invalid threshold"));
    }
    let mut out = Json::object([]);
    for (name, blocks, decay, scale) in HORIZONS {
        if target > blocks {
            continue;
        }
        let fields = [
            "startrange",
            "endrange",
            "withintarget",
            "totalconfirmed",
            "inmempool",
            "leftmempool",
        ];
        let fail = Json::object(fields.map(|field| {
            // All buckets together failed: from nothing to Core's idea of infinity.
            (field, if field == "endrange" { Json::from_f64(1e99) } else { Json::from(0) })
        }));
        let error = Json::from("Insufficient data or no feerate found which meets threshold");
        let horizon = Json::object([
            ("decay", Json::from_f64(decay)),
            ("scale", scale.into()),
            ("fail", fail),
            ("errors", vec![error].into()),
        ]);
        out.push(name, horizon);
    }
    Ok(out)
}
