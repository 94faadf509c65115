//! The figures a release is judged by: build time, hash rate, start-up, a first trade, memory.

use std::fs;
use std::time::Instant;

use crate::run::{Failure, Outcome, Repo};

/// Where `--clean-build` builds, so that nobody's warm build is thrown away.
const CLEAN_DIR: &str = "target/bench-clean";

/// Runs `cargo xtask bench`.
pub(crate) fn command(repo: &Repo, clean_build: bool) -> Outcome {
    if clean_build {
        let seconds = clean_build_seconds(repo)?;
        println!("clean release build: {seconds:.1} s");
    } else {
        println!("clean release build: not measured (add --clean-build)");
    }
    repo.cargo(["build", "--release", "-p", "quarry"]).run()?;
    repo.cargo(["run", "--release", "-p", "quarry", "--", "bench"]).run()?;
    repo.cargo(["run", "--release", "-p", "quarry-node", "--example", "chain"]).run()?;
    repo.cargo(["run", "--release", "-p", "quarry-mining", "--example", "stratum"]).run()?;
    repo.cargo(["run", "--release", "-p", "quarry-miner", "--example", "mine"]).run()?;
    repo.cargo(["run", "--release", "-p", "quarry", "--example", "figures"]).run()?;
    // What is fast has to be right: every kernel against the sha2 crate, 2^28 positions in each mode.
    println!("comparing every kernel hit by hit, minutes:");
    repo.cargo(["test", "--release", "-p", "quarry-pow", "--test", "it", "exhaustive::soak"]).run()
}

fn clean_build_seconds(repo: &Repo) -> Outcome<f64> {
    let dir = repo.root().join(CLEAN_DIR);
    let clear = || match fs::remove_dir_all(&dir) {
        Err(err) if err.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure(format!("cannot clear {CLEAN_DIR}: {err}")))
        }
        _ => Ok(()),
    };
    clear()?;
    // Downloads are not part of a build's time.
    repo.cargo(["fetch", "--locked"]).run()?;
    let start = Instant::now();
    repo.cargo(["build", "--release", "-p", "quarry", "--target-dir", CLEAN_DIR]).run()?;
    let seconds = start.elapsed().as_secs_f64();
    clear()?;
    Ok(seconds)
}
