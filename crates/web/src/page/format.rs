//! Numbers, times and hashes as people read them. `assets/format.js` does the same in the browser;
//! the test with a browser compares the two.
//!
//! Does not know what is shown.

use maud::{Markup, html};
use quarry_api::exchange::NonceInput;

/// What stands for a value that is not there.
pub(super) const NONE: &str = "\u{2013}";

/// `1,234,567`
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Base units as coins, at least two decimals: `49.9999`, `1,000.00`.
pub(super) fn coins(base_units: u64) -> String {
    const COIN: u64 = 100_000_000;
    let mut decimals = format!("{:08}", base_units % COIN);
    while decimals.len() > 2 && decimals.ends_with('0') {
        decimals.pop();
    }
    format!("{}.{decimals}", grouped(base_units / COIN))
}

/// Three digits and a prefix: `4.29 G`.
pub(super) fn scaled(number: f64) -> String {
    let mut value = number;
    let mut prefixes = ["", "k", "M", "G", "T", "P", "E"].iter().peekable();
    while value >= 999.5
        && prefixes.len() > 1
        && let Some(_smaller) = prefixes.next()
    {
        value /= 1000.0;
    }
    let prefix = prefixes.next().copied().unwrap_or_default();
    if prefix.is_empty() {
        return format!("{value:.0}");
    }
    let decimals = match value {
        v if v >= 99.95 => 0,
        v if v >= 9.995 => 1,
        _ => 2,
    };
    format!("{value:.decimals$} {prefix}")
}

/// A whole number with a prefix.
pub(super) fn count(number: u64) -> String {
    scaled(as_f64(number))
}

/// Hashes a second: `12.5 MH/s`.
pub(super) fn rate(hashes_per_second: u64) -> String {
    let text = count(hashes_per_second);
    if text.contains(' ') { format!("{text}H/s") } else { format!("{text} H/s") }
}

/// Bytes: `285 B`, `1.20 kB`.
pub(super) fn bytes(number: u64) -> String {
    let text = count(number);
    if text.contains(' ') { format!("{text}B") } else { format!("{text} B") }
}

/// A span in its largest unit: `4 s`, `3 min`.
pub(super) fn span(seconds: f64) -> String {
    match seconds {
        s if s < 0.95 => format!("{:.0} ms", s * 1000.0),
        s if s < 99.5 => format!("{s:.0} s"),
        s if s < 99.5 * 60.0 => format!("{:.0} min", s / 60.0),
        s if s < 48.0 * 3600.0 => format!("{:.0} h", s / 3600.0),
        s => format!("{} d", scaled(s / 86_400.0)),
    }
}

/// How long ago `at_ms` was: `4 s ago`.
pub(super) fn age(at_ms: u64, now_ms: u64) -> String {
    match now_ms.saturating_sub(at_ms) {
        0..1000 => "now".to_owned(),
        ms => format!("{} ago", span(as_f64(ms / 1000))),
    }
}

/// A moment whose text grows old by itself in the browser.
pub(super) fn moment(at_ms: u64, now_ms: u64) -> Markup {
    html! { time data-f="time" data-at=(at_ms) { (age(at_ms, now_ms)) } }
}

/// A share of one: `63 %`, never rounded to none or all.
pub(super) fn percent(share: f64) -> String {
    match share * 100.0 {
        0.0 => "0 %".to_owned(),
        p if p < 1.0 => "<1 %".to_owned(),
        p if p >= 100.0 => "100 %".to_owned(),
        p if p > 99.0 => ">99 %".to_owned(),
        p => format!("{p:.0} %"),
    }
}

/// Beginning and end of a long hash or key.
pub(super) fn short(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 17 {
        return text.to_owned();
    }
    let (head, tail) = (&chars[..8], &chars[chars.len() - 6..]);
    format!("{}\u{2026}{}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}

/// The chance that one hash is a hit.
pub(super) fn chance_of_one(input: &NonceInput) -> f64 {
    input.target.iter().rev().fold(0.0, |sum, byte| (sum + f64::from(*byte)) / 256.0)
}

/// A number for drawing and for three digits; above 2^53 the last ones do not matter.
#[expect(clippy::cast_precision_loss, reason = "shown with three digits")]
pub(super) fn as_f64(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(coins(0), "0.00");
        assert_eq!(coins(4_999_990_000), "49.9999");
        assert_eq!(coins(2_100_000_000_000_000), "21,000,000.00");
        assert_eq!(coins(1), "0.00000001");
        assert_eq!(rate(0), "0 H/s");
        assert_eq!(rate(999), "999 H/s");
        assert_eq!(rate(999_600), "1.00 MH/s");
        assert_eq!(rate(12_540_000), "12.5 MH/s");
        assert_eq!(count(1 << 32), "4.29 G");
        assert_eq!(bytes(285), "285 B");
        assert_eq!(count(u64::MAX), "18.4 E");
        assert_eq!(percent(0.0004), "<1 %");
        assert_eq!(percent(0.9999), ">99 %");
        assert_eq!(percent(0.634), "63 %");
    }

    #[test]
    fn times_read_well() {
        assert_eq!(age(5_000, 4_000), "now");
        assert_eq!(age(0, 4_999), "4 s ago");
        assert_eq!(age(0, 200_000), "3 min ago");
        assert_eq!(span(5_400.0), "90 min");
        assert_eq!(span(10.0 * 3600.0), "10 h");
        assert_eq!(span(72.0 * 3600.0), "3 d");
        assert_eq!(span(0.1), "100 ms");
    }

    #[test]
    fn hashes_are_cut_between_characters() {
        assert_eq!(short("0123456789"), "0123456789");
        assert_eq!(short("\u{e4}".repeat(64).as_str()).chars().count(), 15);
    }
}
