//! The `quarry` binary: reads what was typed, runs one command, ends with a documented exit code.
//!
//! stdout carries the result and nothing else; talk goes to stderr. Does not contain rules: it wires
//! the other crates together.

mod bitcoin_cli;
mod bitcoind;
mod cli;
mod commands;
mod config;
mod descriptors;
mod engine;
mod error;
mod exact_json;
mod logging;
mod mail;
mod output;
mod plot;
mod session;
mod signals;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::error::AppError;
use crate::output::Output;

fn main() -> ExitCode {
    if let Some((personality, args)) = Personality::of(std::env::args_os()) {
        return personality.run(&args);
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return output::usage_failure(&error),
    };
    match cli.command {
        Command::Bitcoind { args } => return Personality::Bitcoind.run(&args),
        Command::Cli { args } => return Personality::BitcoinCli.run(&args),
        _ => {}
    }
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

/// A program of Bitcoin Core's that this one can be.
#[derive(Clone, Copy, Debug)]
enum Personality {
    Bitcoind,
    BitcoinCli,
}

impl Personality {
    /// Chosen by the program's own name (a symlink) or by the first word, and read before anything
    /// else: its arguments have another grammar, in which `-datadir=x` is no `-d`.
    fn of(args: impl Iterator<Item = OsString>) -> Option<(Self, Vec<String>)> {
        let mut args = args.map(|arg| arg.to_string_lossy().into_owned());
        let program = args.next()?;
        let mut args: Vec<String> = args.collect();
        match Path::new(&program).file_name().and_then(|name| name.to_str()) {
            Some("bitcoind") => return Some((Self::Bitcoind, args)),
            Some("bitcoin-cli") => return Some((Self::BitcoinCli, args)),
            _ => {}
        }
        let personality = match args.first().map(String::as_str) {
            Some("bitcoind" | "node") => Self::Bitcoind,
            Some("cli") => Self::BitcoinCli,
            _ => return None,
        };
        args.remove(0);
        Some((personality, args))
    }

    fn run(self, args: &[String]) -> ExitCode {
        match self {
            Self::Bitcoind => bitcoind::main(args),
            Self::BitcoinCli => bitcoin_cli::main(args),
        }
    }
}
