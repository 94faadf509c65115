//! Amounts on the wire: decimal numbers of coins, exact to the last unit.
//!
//! Does not use floats anywhere.

use quarry_primitives::{Amount, COIN};

use super::{Json, RpcError};

/// Decimals of a coin.
const DECIMALS: u32 = 8;
/// The largest value of a fixed-point number (Core's `UPPER_BOUND`).
const MAX_FIXED_POINT: i64 = 1_000_000_000_000_000_000 - 1;

/// An amount of base units as a number of coins with eight decimals.
///
/// ```
/// use quarry_api::rpc::json_from_amount;
/// assert_eq!(json_from_amount(-5).write(), "-0.00000005");
/// assert_eq!(json_from_amount(5_000_000_000).write(), "50.00000000");
/// ```
#[must_use]
pub fn json_from_amount(units: i64) -> Json {
    let sign = if units < 0 { "-" } else { "" };
    let units = units.unsigned_abs();
    Json::digits(&format!("{sign}{}.{:08}", units / COIN, units % COIN))
}

/// The amount that a number or a text says.
///
/// # Errors
/// -3 with Core's words.
pub fn amount_from_json(value: &Json) -> Result<Amount, RpcError> {
    let text: &str = match value {
        Json::Number(digits) => digits,
        Json::String(text) => text,
        _ => return Err(RpcError::type_error("Amount is not a number or string")),
    };
    let units =
        parse_fixed_point(text, DECIMALS).ok_or_else(|| RpcError::type_error("Invalid amount"))?;
    u64::try_from(units)
        .ok()
        .and_then(|units| Amount::from_base(units).ok())
        .ok_or_else(|| RpcError::type_error("Amount out of range"))
}

/// A decimal number, with an exponent or without, as a multiple of 10^-`decimals`; `None` where it
/// is no number, is too large, or has more decimals than that.
///
/// ```
/// use quarry_api::rpc::parse_fixed_point;
/// assert_eq!(parse_fixed_point("0.1e1", 8), Some(100_000_000));
/// assert_eq!(parse_fixed_point("1.000000001", 8), None);
/// ```
#[must_use]
pub fn parse_fixed_point(text: &str, decimals: u32) -> Option<i64> {
    let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (number, exponent) = match rest.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, parse_exponent(exponent)?),
        None => (rest, 0),
    };
    let (whole, part) = match number.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, part)) => (whole, part),
        None => (number, ""),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    if !is_digits(whole) || !is_digits(part) {
        return None;
    }
    // A zero before the point is no digit of the mantissa: zeros at its end would count it.
    let digits = format!("{}{part}", if whole == "0" { "" } else { whole });
    let significant = digits.trim_end_matches('0');
    let dropped = i64::try_from(digits.len() - significant.len()).ok()?;
    let point = i64::try_from(part.len()).ok()?;
    let exponent = exponent.checked_add(dropped)?.checked_sub(point)? + i64::from(decimals);
    let mantissa: i64 = match significant.trim_start_matches('0') {
        "" => 0,
        digits => digits.parse().ok().filter(|value| *value <= MAX_FIXED_POINT)?,
    };
    if !(0..18).contains(&exponent) {
        return None;
    }
    let scale = 10_i64.checked_pow(u32::try_from(exponent).ok()?)?;
    let value = mantissa.checked_mul(scale).filter(|value| *value <= MAX_FIXED_POINT)?;
    Some(if negative { -value } else { value })
}

/// The number after an `e`: an optional sign and digits.
fn parse_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value: i64 = digits.parse().ok().filter(|value| *value <= MAX_FIXED_POINT)?;
    Some(if negative { -value } else { value })
}
