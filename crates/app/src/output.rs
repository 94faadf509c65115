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
            let body = match error {
                AppError::LimitReached { json: Some(value), .. } => value.clone(),
                _ => serde_json::json!({"error": {
                    "code": error.code(), "message": error.to_string(), "hint": error.hint(),
                }}),
            };
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
    let mut value = value;
    let mut prefix = 0;
    while value >= 1000.0 && prefix + 1 < PREFIXES.len() {
        value /= 1000.0;
        prefix += 1;
    }
    let decimals = if prefix == 0 { 0 } else { 2 };
    format!("{value:.decimals$} {}{unit}", PREFIXES[prefix])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_read_well() {
        assert_eq!(rate(0.0), "0 H/s");
        assert_eq!(rate(27_300_000.0), "27.30 MH/s");
        assert_eq!(hashes(4_294_967_296.0), "4.29 GH");
        assert_eq!(hashes(1e30), "1000000000000.00 EH");
    }
}
