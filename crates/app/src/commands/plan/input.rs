//! Turns what was typed after `plan` into a request.
//!
//! Does not know what is allowed: the planner's types do. Each refusal names the option.

use quarry_fleet::limits::{PRICE_MAX, RATE_MAX, RATE_MIN, SECS_MAX};
use quarry_fleet::plan::{
    Confidence, Deadline, Machine, Odds, PlanError, Price, Rate, Request, Secs,
};

use crate::cli::PlanArgs;
use crate::commands::nonce_input::ZERO_BITS_RANGE;
use crate::error::{AppError, typed};

/// A request, and the two things it was made from that cannot be read back from it.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) zero_bits: u16,
    pub(super) nonce_bits: Option<u32>,
    pub(super) request: Request,
}

pub(super) fn asked(args: &PlanArgs) -> Result<Asked, AppError> {
    let zero_bits = zero_bits(&args.zero_bits)?;
    let odds = checked("-D", &args.zero_bits, Odds::from_zero_bits(zero_bits))?;
    let nonce_bits = args.nonce_bits.as_deref().map(nonce_bits).transpose()?;
    let odds = match (nonce_bits, &args.nonce_bits) {
        (Some(bits), Some(text)) => checked("--nonce-bits", text, odds.in_space(1 << bits))?,
        _ => odds,
    };
    let machine_rate = rate("--rate", &args.rate)?;
    let here = match &args.local_rate {
        Some(text) => rate("--local-rate", text)?,
        None => machine_rate,
    };
    let request = Request {
        odds,
        deadline: checked("-T", &args.deadline, Deadline::new(number("-T", &args.deadline)?))?,
        confidence: checked(
            "-L",
            &args.confidence,
            Confidence::new(number("-L", &args.confidence)?),
        )?,
        machine: Machine {
            boot: secs("--boot", &args.boot)?,
            launch: secs("--launch", &args.launch)?,
            price: checked(
                "--price",
                &args.price,
                Price::per_hour(number("--price", &args.price)?),
            )?,
            ..Machine::new(machine_rate)
        },
        here: Some(here),
    };
    Ok(Asked { zero_bits, nonce_bits, request })
}

fn zero_bits(text: &str) -> Result<u16, AppError> {
    let bits = text.trim().parse::<u16>().ok().filter(|bits| *bits <= 255);
    bits.ok_or_else(|| AppError::usage(format!("cannot use -D {}", typed(text)), ZERO_BITS_RANGE))
}

fn nonce_bits(text: &str) -> Result<u32, AppError> {
    let bits = text.trim().parse::<u32>().ok().filter(|bits| (1..=64).contains(bits));
    bits.ok_or_else(|| {
        AppError::usage(format!("cannot use --nonce-bits {}", typed(text)), "bits, 1 to 64")
    })
}

fn secs(option: &str, text: &str) -> Result<Secs, AppError> {
    checked(option, text, Secs::new(number(option, text)?))
}

/// A rate like `50000000`, `5e7` or `50M`.
fn rate(option: &str, text: &str) -> Result<Rate, AppError> {
    let text = text.trim();
    let factor = match text.chars().last() {
        Some('k' | 'K') => 1e3,
        Some('M') => 1e6,
        Some('G') => 1e9,
        Some('T') => 1e12,
        _ => 1.0,
    };
    let digits = if factor > 1.0 { &text[..text.len() - 1] } else { text };
    let value = digits.trim_end().parse::<f64>().map_err(|_| wrong(option, text))?;
    checked(option, text, Rate::new(value * factor))
}

fn number(option: &str, text: &str) -> Result<f64, AppError> {
    text.trim().parse().map_err(|_| wrong(option, text))
}

fn checked<T>(option: &str, text: &str, value: Result<T, PlanError>) -> Result<T, AppError> {
    value.map_err(|_| wrong(option, text))
}

/// Says what the option takes, whatever is wrong.
fn wrong(option: &str, text: &str) -> AppError {
    let takes = match option {
        "-L" => "a confidence above 0 and below 1, like 0.95".to_owned(),
        "-T" => format!("seconds, above 0 and up to {SECS_MAX:e}"),
        "--price" => format!("per machine and hour, from 0 to {PRICE_MAX:e}"),
        "--rate" | "--local-rate" => format!(
            "hashes per second, from {RATE_MIN} to {RATE_MAX:e}, like 50M or 5e7; k, M, G, T are known"
        ),
        "--nonce-bits" => "bits, 1 to 64".to_owned(),
        "-D" => ZERO_BITS_RANGE.to_owned(),
        _ => format!("seconds, from 0 to {SECS_MAX:e}"),
    };
    AppError::usage(format!("cannot use {option} {}", typed(text.trim())), takes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_with_and_without_a_prefix() {
        for (text, value) in [
            ("50M", 50e6),
            ("50 M", 50e6),
            ("5e7", 5e7),
            ("1.5k", 1500.0),
            ("2G", 2e9),
            ("1T", 1e12),
        ] {
            assert_eq!(rate("--rate", text).unwrap().get(), value, "{text}");
        }
        for text in ["", "M", "50m", "50MH", "fast", "0", "0M", "-1k", "nan", "inf", "infM"] {
            let error = rate("--rate", text).unwrap_err();
            assert!(error.to_string().contains("--rate"), "{error}");
            assert!(error.hint().is_some(), "{text}");
        }
    }
}
