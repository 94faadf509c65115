//! Figures of the running program, measured on the built binary: time until `up` is ready, time
//! from `buy` to payout at 24 bits, resident memory.
//!
//! `cargo xtask bench` runs it. It is a benchmark: it prints, and judges nothing.
#![expect(clippy::print_stdout, reason = "a benchmark's output is its purpose")]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Purchases whose time is taken.
const PURCHASES: u32 = 9;

struct Up(Child);

impl Drop for Up {
    fn drop(&mut self) {
        // Ended already is as good.
        let _gone = self.0.kill();
        let _reaped = self.0.wait();
    }
}

fn main() -> Result<()> {
    let binary = binary()?;
    let dir = std::env::temp_dir().join(format!("quarry-figures-{}", std::process::id()));
    let started = Instant::now();
    let mut up = Up(Command::new(&binary)
        .args(["up", "--json", "--port", "0", "--datadir"])
        .arg(&dir)
        .stdout(Stdio::piped())
        .spawn()?);
    let stdout = up.0.stdout.take().ok_or("no stdout")?;
    let mut lines = BufReader::new(stdout).lines();
    lines.next().ok_or("up ended early")??;
    println!("up ready (first start)        {:>8.0} ms", ms(started.elapsed()));
    println!("resident memory, idle         {:>8.1} MB", resident_mb(up.0.id())?);
    let mut times = Vec::new();
    for purchase in 0..PURCHASES {
        let started = Instant::now();
        let status = Command::new(&binary)
            .args(["buy", "nonce", "-q", "-D", "24", "--data"])
            .arg(format!("figure {purchase}"))
            .arg("--datadir")
            .arg(&dir)
            .stdout(Stdio::null())
            .status()?;
        if !status.success() {
            return Err(format!("buy ended with {status}").into());
        }
        times.push(started.elapsed());
    }
    times.sort();
    let (first, last) = (times[0], times[times.len() - 1]);
    println!(
        "buy to payout at 24 bits      {:>8.0} ms (median of {PURCHASES}; {:.0} to {:.0})",
        ms(times[times.len() / 2]),
        ms(first),
        ms(last)
    );
    println!("resident memory, after that   {:>8.1} MB", resident_mb(up.0.id())?);
    drop(up);
    std::fs::remove_dir_all(&dir)?;
    Ok(())
}

/// The binary that was built beside this example.
fn binary() -> Result<PathBuf> {
    let examples = std::env::current_exe()?;
    let profile = examples.parent().and_then(|dir| dir.parent()).ok_or("no target directory")?;
    let binary = profile.join("quarry");
    if binary.exists() {
        return Ok(binary);
    }
    Err(format!("{} is missing: cargo build --release", binary.display()).into())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn resident_mb(pid: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kib: f64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kib / 1000.0)
}
