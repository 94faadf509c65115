//! Log lines on stderr: what each level promises, and its form.
//!
//! error: something is lost or stopped. warn: something needs a look. info: what an operator wants
//! to know of a running server. debug: for developers. Does not log secrets.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;

use crate::cli::{Global, LogFormat};

/// Starts logging as the flags ask.
pub(crate) fn start(global: &Global) {
    let level = match (global.quiet, global.verbose) {
        (true, _) => "error".to_owned(),
        (false, 0) => "warn".to_owned(),
        (false, 1) => own_crates_at("info"),
        (false, 2) => own_crates_at("debug"),
        (false, _) => "trace".to_owned(),
    };
    let filter = EnvFilter::try_from_env("QUARRY_LOG").unwrap_or_else(|_| EnvFilter::new(level));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none());
    // A second start (there is none) would only fail to replace the first.
    let _started = match global.log_format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
}

/// Our own crates at `level`, all others at `warn`.
fn own_crates_at(level: &str) -> String {
    let crates = ["", "_node", "_exchange", "_worker", "_web", "_store", "_service"];
    let ours = crates.map(|name| format!("quarry{name}={level}"));
    format!("warn,{}", ours.join(","))
}
