//! Figures of the pool's side of Stratum: `cargo run --release -p quarry-mining --example stratum`. It is a
//! benchmark: it prints, and judges nothing.
//!
//! * shares checked a second on one thread, from the line to the books, of a block of 4,000
//!   transactions, all of them good, and with nine of ten bad;
//! * a new block's jobs to 1,000 connections, each with a coinbase of its own;
//! * the memory that 1,000 connected workers take, with all their jobs and shares.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use quarry_mining::limits::JOBS_KEPT;
use quarry_mining::stratum::server::{Action, ConnId, Event, Server, ServerConfig};
use quarry_mining::{Difficulty, Template, TemplateTx};
use quarry_pow::Target;
use quarry_primitives::{Amount, BlockHash, Hash as _, Now, ScriptBuf, Txid};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const WORKERS: u32 = 1_000;
const SHARES_EACH: u32 = 200;
const TXS: u32 = 4_000;
const START_SECS: u32 = 1_700_000_000;

fn main() -> Result<()> {
    for (name, easy) in [("all good", 1e-12), ("nine of ten bad", 10.0 / 4_294_967_296.0)] {
        let before = resident_kib();
        let mut pool = Pool::new(easy)?;
        let mut jobs = Duration::ZERO;
        for n in 0..8 {
            jobs += pool.template(n)?;
        }
        println!("a block's jobs to {WORKERS} connections: {} us", (jobs / 8).as_micros());
        let lines = pool.shares();
        let started = Instant::now();
        let (mut good, mut bad) = (0u32, 0u32);
        for (conn, bytes) in lines {
            for action in pool.server.step(pool.now, Event::Line { conn, bytes }) {
                match action {
                    Action::Share(share) if share.result.is_ok() => good += 1,
                    Action::Share(_) => bad += 1,
                    _ => {}
                }
            }
        }
        let secs = started.elapsed().as_secs_f64();
        let rate = f64::from(good + bad) / secs;
        println!("shares, {name}: {rate:.0} a second ({good} good, {bad} bad)");
        let used = resident_kib().saturating_sub(before);
        println!("{WORKERS} workers: {used} KiB resident, {JOBS_KEPT} jobs each");
    }
    Ok(())
}

struct Pool {
    server: Server,
    now: Now,
    /// The newest job of each connection: its name.
    jobs: Vec<String>,
}

impl Pool {
    /// A pool with all its workers, of this difficulty.
    fn new(easy: f64) -> Result<Self> {
        let easy = Difficulty::new(easy).ok_or("no difficulty")?;
        let address = |text: &str| Some(ScriptBuf::from_bytes(format!("{text:>022}").into_bytes()));
        let mut config = ServerConfig::new(Arc::new(address), easy);
        config.vardiff.min = easy;
        config.vardiff.max = easy;
        config.ban_score = u32::MAX;
        let now = Now::from_ms(u64::from(START_SECS) * 1000);
        let mut server = Server::new(config, now)?;
        for n in 0..WORKERS {
            let conn = ConnId(n.into());
            server.step(now, Event::Connected { conn, ip: [10, 0, 0, 1].into() });
            let authorize = format!(
                r#"{{"id":2,"method":"mining.authorize","params":["address{n}.worker{n}","x"]}}"#
            );
            for line in [r#"{"id":1,"method":"mining.subscribe","params":["bench/1"]}"#, &authorize]
            {
                server.step(now, Event::Line { conn, bytes: line.as_bytes().to_vec() });
            }
        }
        Ok(Self { server, now, jobs: Vec::new() })
    }

    /// A template of a full block, and how long its jobs took.
    fn template(&mut self, n: u32) -> Result<Duration> {
        let tx = |n: u32| {
            let mut txid = [0; 32];
            txid[..4].copy_from_slice(&n.to_le_bytes());
            TemplateTx { bytes: vec![0; 250], txid: Txid::from_byte_array(txid) }
        };
        let target = Target::from_compact(0x1702_0000)?;
        let value = Amount::of(312_500_000);
        let previous = BlockHash::from_byte_array([7; 32]);
        let mut template = Template::empty(previous, 900_000, 0x1702_0000, target, value);
        template = template.with_txs((0..TXS + n).map(tx).collect());
        (template.time, template.min_time) = (START_SECS + n, START_SECS - 600);
        let event = Event::NewTemplate { template: Arc::new(template), clean: false };
        self.jobs.clear();
        let started = Instant::now();
        let actions = self.server.step(self.now, event);
        let took = started.elapsed();
        for action in actions {
            if let Action::Send { line, .. } = action
                && let Some((_, rest)) = line.split_once(r#""mining.notify","params":[""#)
            {
                self.jobs.push(rest.split('"').next().unwrap_or_default().to_owned());
            }
        }
        Ok(took)
    }

    /// Shares of the newest job of each worker, one after the other.
    fn shares(&self) -> Vec<(ConnId, Vec<u8>)> {
        let mut lines = Vec::new();
        for n in 0..SHARES_EACH {
            for (worker, job) in self.jobs.iter().enumerate() {
                let line = format!(
                    r#"{{"id":{n},"method":"mining.submit","params":["address{worker}.worker{worker}","{job}","{n:016x}","{START_SECS:08x}","{n:08x}"]}}"#
                );
                lines.push((ConnId(worker as u64), line.into_bytes()));
            }
        }
        lines
    }
}

/// Memory that is resident, where the system tells.
fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
