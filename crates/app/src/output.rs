//! The two channels: the result on stdout, talk on stderr.
//!
//! Does not decide what to say.

use std::io::{ErrorKind, IsTerminal, Write};
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
    ///
    /// # Errors
    /// [`AppError::Stdout`] and [`AppError::ReaderGone`]; both end the command.
    pub(crate) fn result<T: Serialize>(
        &self,
        value: &T,
        human: impl FnOnce(&T) -> String,
    ) -> Result<(), AppError> {
        if self.json {
            print(&format!("{}\n", serde_json::to_string_pretty(value).map_err(unwritable)?))
        } else {
            print(&format!("{}\n", human(value).trim_end()))
        }
    }

    /// The result of a command that runs on: one line of JSON, so that a reader need not wait for the
    /// end, or the text that `human` makes.
    ///
    /// # Errors
    /// [`AppError::Stdout`]. A reader that went away has read what it wanted; the command runs on.
    pub(crate) fn first_result<T: Serialize>(
        &self,
        value: &T,
        human: impl FnOnce(&T) -> String,
    ) -> Result<(), AppError> {
        let printed = if self.json {
            print(&format!("{}\n", serde_json::to_string(value).map_err(unwritable)?))
        } else {
            self.result(value, human)
        };
        match printed {
            Err(AppError::ReaderGone) => Ok(()),
            printed => printed,
        }
    }

    /// Text that is itself the result, in either mode (completions).
    pub(crate) fn raw(&self, text: &str) -> Result<(), AppError> {
        print(text)
    }

    /// Talk.
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            talk(text);
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
        match error {
            AppError::ReaderGone => return ExitCode::SUCCESS,
            // There is nowhere to print the document.
            AppError::Stdout { .. } => {}
            _ if self.json => {
                let body = error.document().map_or_else(
                    || {
                        let (code, message) = (error.code(), error.to_string());
                        error_document(code, &message, error.hint())
                    },
                    str::to_owned,
                );
                if let Err(unprinted @ AppError::Stdout { .. }) = print(&format!("{body}\n")) {
                    talk(&format!("error: {unprinted}"));
                }
            }
            _ => {}
        }
        // What a wrong option takes is a part of the error; other hints are talk.
        let part_of_it = matches!(error, AppError::Usage { .. });
        match error.hint() {
            Some(hint) if part_of_it || !self.quiet => talk(&format!("error: {error} ({hint})")),
            _ => talk(&format!("error: {error}")),
        }
        error.exit_code()
    }
}

/// Tells what is wrong with the command line, or prints the help that was asked for. With `--json`
/// somewhere in it, a wrong one answers with the error document like any other failure.
pub(crate) fn usage_failure(error: &clap::Error) -> ExitCode {
    if error.use_stderr() && std::env::args_os().any(|arg| arg == "--json") {
        let text = error.to_string();
        let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let body = error_document("usage", message, Some("see: quarry --help"));
        if let Err(unprinted @ AppError::Stdout { .. }) = print(&format!("{body}\n")) {
            talk(&format!("error: {unprinted}"));
        }
    }
    // To stdout for help, to stderr otherwise; a closed pipe is not worth a second error.
    let printed = error.print().and_then(|()| std::io::stdout().flush());
    match printed {
        Err(reason) if !error.use_stderr() && reason.kind() != ErrorKind::BrokenPipe => {
            let unprinted = AppError::Stdout { reason: reason.to_string() };
            talk(&format!("error: {unprinted}"));
            unprinted.exit_code()
        }
        _ => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
    }
}

/// Writes to stdout, all of it or an error: the one door for results.
fn print(text: &str) -> Result<(), AppError> {
    let mut stdout = std::io::stdout().lock();
    let printed = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    printed.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => AppError::ReaderGone,
        _ => AppError::Stdout { reason: error.to_string() },
    })
}

/// Writes a line to stderr. Where that fails there is nobody left to tell.
fn talk(text: &str) {
    let _nobody = writeln!(std::io::stderr().lock(), "{text}");
}

/// A value that has no JSON form; ours all have one.
#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn unwritable(error: serde_json::Error) -> AppError {
    AppError::Stdout { reason: error.to_string() }
}

/// What `--json` prints of an error.
fn error_document(code: &str, message: &str, hint: Option<&str>) -> String {
    let body = serde_json::json!({"error": {"code": code, "message": message, "hint": hint}});
    format!("{body:#}")
}

/// A result as `--json` prints it, its keys in their own order, for an error that takes it along.
pub(crate) fn document<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string_pretty(value).ok()
}

/// A table in the house's style.
pub(crate) fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(header.iter().copied());
    table
}

/// A number of things for people: `1 thread`, `2 threads`.
pub(crate) fn counted(count: impl std::fmt::Display, name: &str) -> String {
    let count = count.to_string();
    let plural = if count == "1" { "" } else { "s" };
    format!("{count} {name}{plural}")
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

/// A chance for people: `63.2 %`, `0.041 %`, `1.2e-48 %`. Rounded down, so that it promises nothing
/// that is not there, but never to nothing; and never to surely, as a chance of 1 may be one that was
/// rounded.
pub(crate) fn chance(p: f64) -> String {
    let percent = 100.0 * p;
    // What a product's rounding took away is not to cost a digit.
    let down = |decimals: i32| {
        let scale = 10.0_f64.powi(decimals);
        (percent * scale * (1.0 + 1e-14)).floor() / scale
    };
    match percent {
        0.0 => "0 %".to_owned(),
        _ if percent < 0.001 => format!("{percent:.1e} %"),
        _ if percent < 0.01 => format!("{:.4} %", down(4)),
        _ if percent < 0.1 => format!("{:.3} %", down(3)),
        _ if percent < 1.0 => format!("{:.2} %", down(2)),
        _ if percent < 99.0 => format!("{:.1} %", down(1)),
        _ if percent < 99.9 => format!("{:.2} %", down(2)),
        _ if down(4) < 99.9999 => format!("{:.4} %", down(4)),
        _ => "over 99.9999 %".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_is_not_many() {
        assert_eq!(counted(1_u32, "machine"), "1 machine");
        assert_eq!(counted(0_usize, "byte"), "0 bytes");
        assert_eq!(counted(12_u64, "thread"), "12 threads");
    }

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
            (5e-4, "0.050 %"),
            (4.1e-5, "0.0041 %"),
            (1e-50, "1.0e-48 %"),
            (0.29, "29.0 %"),
            (0.6321, "63.2 %"),
            (0.9519, "95.1 %"),
            (0.9925, "99.25 %"),
            (0.999_87, "99.9870 %"),
            (0.999_999_9, "over 99.9999 %"),
            (1.0, "over 99.9999 %"),
        ];
        for (p, text) in cases {
            assert_eq!(chance(p), text);
        }
    }
}
