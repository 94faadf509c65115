//! The `quarry` binary: reads what was typed, runs one command, ends with a documented exit code.
//!
//! stdout carries the result and nothing else; talk goes to stderr. Does not contain rules: it wires
//! the other crates together.

mod cli;
mod commands;
mod config;
mod engine;
mod error;
mod logging;
mod output;
mod plot;
mod session;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;
use crate::error::AppError;
use crate::output::Output;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return output::usage_failure(&error),
    };
    logging::start(&cli.global);
    let output = Output::new(&cli.global);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(source) => {
            return output.failure(&AppError::Runtime { source });
        }
    };
    let result = runtime.block_on(commands::run(cli, &output));
    // Tasks that a command left behind (a search that was cancelled, say) do not hold up the exit.
    runtime.shutdown_timeout(std::time::Duration::from_millis(200));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => output.failure(&error),
    }
}
