//! `cargo xtask`: the one door to every check of this repository.
//!
//! No Makefile and no justfile: nothing to install, and the same commands on every machine. CI runs
//! `cargo xtask ci` and nothing else, so what passes here passes there.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`args`] | command line in, [`args::Command`] out |
//! | [`run`] | starting cargo and other programs, telling why one failed |
//! | [`ci`] | the groups of `ci` and `quick`, their seconds |
//! | [`mod@test`] | the groups of tests, what they need, what was left out |
//! | [`tidy`] | the project's own rules |
//! | [`kernels`] | the assembly of the search kernels |
//! | [`mod@bench`] | the figures a release is judged by |

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what this program does"
)]

mod args;
mod bench;
mod ci;
mod kernels;
mod registries;
mod run;
mod test;
mod tidy;

use std::process::ExitCode;

use args::Command;
use run::Repo;

fn main() -> ExitCode {
    let command = match args::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(why) => {
            eprintln!("error: {why}\n\n{}", args::HELP);
            return ExitCode::from(2);
        }
    };
    let repo = Repo::find();
    let outcome = match command {
        Command::Help => {
            print!("{}", args::HELP);
            Ok(())
        }
        Command::Ci => ci::ci(&repo),
        Command::Quick => ci::quick(&repo),
        Command::Test(options) => test::command(&repo, &options),
        Command::Soak { filter } => test::soak(&repo, filter.as_deref()),
        Command::Tidy => tidy::command(&repo),
        Command::Kernels { check } => kernels::command(&repo, check),
        Command::SearchKernel { name, seconds } => kernels::search(&repo, &name, seconds),
        Command::Bench { clean_build } => bench::command(&repo, clean_build),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
