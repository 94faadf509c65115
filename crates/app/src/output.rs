//! The two channels: the result on stdout, talk on stderr.
//!
//! Does not decide what to say.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the one place that prints")]

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

use comfy_table::{Table, presets};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use crate::cli::Global;
use crate::error::AppError;

/// Where a command writes.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    json: bool,
    quiet: bool,
}

impl Output {
    pub(crate) fn new(global: &Global) -> Self {
        Self { json: global.json, quiet: global.quiet }
    }

    /// Whether the result is wanted as JSON.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// The result: one JSON document, or the text that `human` makes.
    pub(crate) fn result<T: Serialize>(&self, value: &T, human: impl FnOnce(&T) -> String) {
        if self.json {
            match serde_json::to_string_pretty(value) {
                Ok(text) => println!("{text}"),
                Err(error) => eprintln!("error: write the result: {error}"),
            }
        } else {
            println!("{}", human(value).trim_end());
        }
    }

    /// The result of a command that runs on: one line of JSON, so that a reader need not wait for the
    /// end, or the text that `human` makes.
    pub(crate) fn first_result<T: Serialize>(&self, value: &T, human: impl FnOnce(&T) -> String) {
        if !self.json {
            return self.result(value, human);
        }
        match serde_json::to_string(value) {
            Ok(text) => println!("{text}"),
            Err(error) => eprintln!("error: write the result: {error}"),
        }
    }

    /// Text that is itself the result, in either mode (completions).
    pub(crate) fn raw(&self, text: &str) {
        print!("{text}");
    }

    /// Talk.
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            eprintln!("{text}");
        }
    }

    /// A line that is replaced while something goes on; hidden unless stderr is a terminal.
    pub(crate) fn progress(&self) -> ProgressBar {
        if self.quiet || self.json || !std::io::stderr().is_terminal() {
            return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        bar
    }

    /// Tells why a command ended and gives its exit code.
    pub(crate) fn failure(&self, error: &AppError) -> ExitCode {
        if self.json {
            let body = error.document().cloned().unwrap_or_else(|| {
                serde_json::json!({"error": {
                    "code": error.code(), "message": error.to_string(), "hint": error.hint(),
                }})
            });
            println!("{body:#}");
        }
        match error.hint() {
            Some(hint) if !self.quiet => eprintln!("error: {error} ({hint})"),
            _ => eprintln!("error: {error}"),
        }
        error.exit_code()
    }
}

/// Tells what is wrong with the command line, or prints the help that was asked for. With `--json`
/// somewhere in it, a wrong one answers with the error document like any other failure.
pub(crate) fn usage_failure(error: &clap::Error) -> ExitCode {
    if error.use_stderr() && std::env::args().any(|arg| arg == "--json") {
        let text = error.to_string();
        let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let body = serde_json::json!({"error": {
            "code": "usage", "message": message, "hint": "see: quarry --help",
        }});
        println!("{body:#}");
    }
    // To stdout for help, to stderr otherwise; a closed pipe is not worth a second error.
    let _closed = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// A table in the house's style.
pub(crate) fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(header.iter().copied());
    table
}

/// A rate for people: `27.3 MH/s`.
pub(crate) fn rate(hashes_per_second: f64) -> String {
    scaled(hashes_per_second, "H/s")
}

/// A number of hashes for people: `4.29 GH`.
pub(crate) fn hashes(count: f64) -> String {
    scaled(count, "H")
}

fn scaled(value: f64, unit: &str) -> String {
    const PREFIXES: [&str; 7] = ["", "k", "M", "G", "T", "P", "E"];
    if value >= 1e21 {
        return format!("{value:.2e} {unit}");
    }
    let mut value = value;
    let mut prefix = 0;
    while value >= 1000.0 && prefix + 1 < PREFIXES.len() {
        value /= 1000.0;
        prefix += 1;
    }
    let decimals = if prefix == 0 { 0 } else { 2 };
    format!("{value:.decimals$} {}{unit}", PREFIXES[prefix])
}

/// A time for people: `350 ms`, `12.3 s`, `3.4 days`.
pub(crate) fn duration(seconds: f64) -> String {
    const MINUTE: f64 = 60.0;
    const HOUR: f64 = 60.0 * MINUTE;
    const DAY: f64 = 24.0 * HOUR;
    const YEAR: f64 = 365.25 * DAY;
    match seconds {
        s if s < 1e-3 => format!("{:.0} us", s * 1e6),
        s if s < 1.0 => format!("{:.0} ms", s * 1e3),
        s if s < 2.0 * MINUTE => format!("{s:.1} s"),
        s if s < 2.0 * HOUR => format!("{:.1} min", s / MINUTE),
        s if s < 2.0 * DAY => format!("{:.1} h", s / HOUR),
        s if s < 2.0 * YEAR => format!("{:.1} days", s / DAY),
        s if s < 1e5 * YEAR => format!("{:.1} years", s / YEAR),
        s => format!("{:.1e} years", s / YEAR),
    }
}

/// A chance for people: `63.2 %`, `1.2e-50`. Nothing is shown as sure: a chance of 1 may be one that
/// was rounded.
pub(crate) fn chance(p: f64) -> String {
    match 100.0 * p {
        0.0 => "0 %".to_owned(),
        percent if percent < 0.001 => format!("{p:.1e}"),
        percent if percent < 1.0 => format!("{percent:.3} %"),
        percent if percent > 99.99 => "over 99.99 %".to_owned(),
        percent if percent > 99.0 => format!("{percent:.2} %"),
        percent => format!("{percent:.1} %"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_read_well() {
        assert_eq!(rate(0.0), "0 H/s");
        assert_eq!(rate(27_300_000.0), "27.30 MH/s");
        assert_eq!(hashes(4_294_967_296.0), "4.29 GH");
        assert_eq!(hashes(1.8e19), "18.00 EH");
        assert_eq!(hashes(1e30), "1.00e30 H");
    }

    #[test]
    fn times_read_well() {
        let cases = [
            (0.0, "0 us"),
            (0.0123, "12 ms"),
            (59.96, "60.0 s"),
            (300.0, "5.0 min"),
            (10_000.0, "2.8 h"),
            (1e6, "11.6 days"),
            (1e9, "31.7 years"),
            (1e60, "3.2e52 years"),
        ];
        for (seconds, text) in cases {
            assert_eq!(duration(seconds), text);
        }
    }

    #[test]
    fn chances_are_neither_rounded_to_never_nor_to_surely() {
        let cases = [
            (0.0, "0 %"),
            (1.02e-4, "0.010 %"),
            (1e-50, "1.0e-50"),
            (0.6321, "63.2 %"),
            (0.9925, "99.25 %"),
            (0.999_999, "over 99.99 %"),
            (1.0, "over 99.99 %"),
        ];
        for (p, text) in cases {
            assert_eq!(chance(p), text);
        }
    }
}
