//! `GET /metrics`: the figures of a miner, of a pool and of an instance in Prometheus' text form, version 0.0.4.
//!
//! Names begin with `quarry_` and end with their unit; counters end with `_total`. Upstreams, reasons
//! and workers are labels, each bounded where it is counted. Does not know who scrapes.

use core::fmt::Write as _;
use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use quarry_api::miner::{MinerStatus, UpstreamState};
use quarry_api::operator::DashboardData;
use quarry_api::pool::{PoolStatus, PoolTally};

use super::{MinerControl, PoolSource};

/// The media type of the form.
pub(crate) const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

pub(super) fn router(
    miner: Option<Arc<dyn MinerControl>>,
    pool: Option<Arc<dyn PoolSource>>,
) -> Router {
    let tell = async move || {
        let mut text = miner.map(|miner| miner_metrics(&miner.status())).unwrap_or_default();
        text.push_str(&pool.map(|pool| pool_metrics(&pool.status())).unwrap_or_default());
        ([(header::CONTENT_TYPE, CONTENT_TYPE)], text).into_response()
    };
    Router::new().route("/metrics", get(tell))
}

/// A miner's figures.
#[must_use]
pub fn miner_metrics(status: &MinerStatus) -> String {
    let mut text = Text::default();
    text.gauge("miner_running", "Whether it is to mine", flag(status.running));
    text.gauge("miner_threads", "Threads that search", count(status.threads as u64));
    let help = "Average rate over the span in seconds";
    text.head("miner_hashes_per_second", help, "gauge");
    let rates = status.rates;
    for (span, rate) in [("5", rates.s5), ("60", rates.s60), ("900", rates.m15)] {
        text.line("miner_hashes_per_second", &[("span", span)], rate);
    }
    let help = "Average rate of a thread over the span in seconds, whoever it searches for";
    text.head("miner_thread_hashes_per_second", help, "gauge");
    for (thread, rates) in status.thread_rates.iter().enumerate() {
        let thread = thread.to_string();
        for (span, rate) in [("5", rates.s5), ("60", rates.s60), ("900", rates.m15)] {
            text.line(
                "miner_thread_hashes_per_second",
                &[("thread", &thread), ("span", span)],
                rate,
            );
        }
    }
    text.counter("miner_hashes_total", "Hashes since the start", count(status.hashes));
    text.counter(
        "miner_accepted_total",
        "Shares and blocks that the upstream took",
        count(status.accepted),
    );
    text.head("miner_rejected_total", "Shares and blocks that it refused, by reason", "counter");
    for (reason, refused) in &status.rejected {
        text.line("miner_rejected_total", &[("reason", reason)], count(*refused));
    }
    text.counter("miner_stale_total", "Those that came too late", count(status.stale));
    text.counter("miner_blocks_total", "Blocks among the accepted", count(status.blocks));
    let help = "Difficulty of the best hash since the start";
    text.gauge("miner_best_difficulty", help, status.best_difficulty);
    if let Some(work) = &status.work {
        text.gauge("miner_share_difficulty", "Difficulty of a share", work.difficulty);
        text.gauge("miner_block_difficulty", "Difficulty of a block", work.block_difficulty);
        if let Some(height) = work.height {
            text.gauge("miner_block_height", "Height of the block to be", f64::from(height));
        }
        if let Some(seconds) = work.seconds_per_block {
            let help = "Average time to a block at the rate of the last minute";
            text.gauge("miner_block_expected_seconds", help, seconds);
        }
    }
    upstreams(&mut text, status);
    text.0
}

fn upstreams(text: &mut Text, status: &MinerStatus) {
    text.head("miner_upstream_active", "Whether the upstream's work is done", "gauge");
    for up in &status.upstreams {
        let active = flag(up.state == UpstreamState::Active);
        text.line("miner_upstream_active", &[("upstream", &up.url)], active);
    }
    text.head("miner_upstream_accepted_total", "Accepted by the upstream", "counter");
    for up in &status.upstreams {
        text.line("miner_upstream_accepted_total", &[("upstream", &up.url)], count(up.accepted));
    }
    text.head("miner_upstream_rejected_total", "Refused by the upstream", "counter");
    for up in &status.upstreams {
        text.line("miner_upstream_rejected_total", &[("upstream", &up.url)], count(up.rejected));
    }
}

/// The figures of an instance: its chain and the search on it.
pub(crate) fn dashboard_metrics(data: &DashboardData) -> String {
    let chain = &data.chain;
    let mut text = Text::default();
    text.gauge("chain_height", "Height of the tip", f64::from(chain.height));
    let help = "Hashes that the next block takes on average";
    text.gauge("chain_block_expected_hashes", help, count(chain.expected_hashes));
    let help = "Rate of the search, whoever it is for";
    text.gauge("search_hashes_per_second", help, count(chain.hashes_per_second));
    let waiting = count(chain.mempool_transactions as u64);
    text.gauge("mempool_transactions", "Waiting transactions", waiting);
    text.gauge("mempool_vbytes", "Their size", count(chain.mempool_vbytes));
    text.0
}

/// A pool's figures.
#[must_use]
pub fn pool_metrics(status: &PoolStatus) -> String {
    let mut text = Text::default();
    text.gauge("pool_connections", "Open connections", count(status.connections as u64));
    let workers = (status.workers.len() + status.workers_left_out) as u64;
    text.gauge("pool_workers", "Workers that are known", count(workers));
    text.gauge("pool_upstream_up", "Whether the node gives work", flag(status.error.is_none()));
    let total = &status.total;
    text.head("pool_hashes_per_second", "Rate as far as shares tell", "gauge");
    for (span, rate) in [("60", total.rate_1m), ("900", total.rate_15m)] {
        text.line("pool_hashes_per_second", &[("span", span)], rate);
    }
    text.counter("pool_accepted_total", "Shares that were taken", count(total.accepted));
    text.head("pool_rejected_total", "Shares that were refused, by reason", "counter");
    for (reason, refused) in &total.rejected {
        text.line("pool_rejected_total", &[("reason", reason)], count(*refused));
    }
    let help = "Difficulties of the taken shares, added up";
    text.counter("pool_share_difficulty_total", help, total.work);
    text.counter("pool_blocks_total", "Blocks that were found", count(total.blocks));
    text.counter(
        "pool_blocks_accepted_total",
        "Blocks that the node took",
        count(status.blocks_accepted),
    );
    text.gauge("pool_best_difficulty", "Difficulty of the best hash", total.best_difficulty);
    if let Some(job) = &status.job {
        text.gauge("pool_block_height", "Height of the block to be", f64::from(job.height));
        text.gauge("pool_block_difficulty", "Difficulty of a block", job.block_difficulty);
    }
    workers_of(&mut text, status);
    text.0
}

fn workers_of(text: &mut Text, status: &PoolStatus) {
    let mut each = |name: &str, help: &str, kind: &str, figure: fn(&PoolTally) -> f64| {
        text.head(name, help, kind);
        for worker in &status.workers {
            text.line(name, &[("worker", &worker.name)], figure(&worker.tally));
        }
    };
    each("pool_worker_hashes_per_second", "Rate over a minute", "gauge", |tally| tally.rate_1m);
    each("pool_worker_accepted_total", "Shares that were taken", "counter", |tally| {
        count(tally.accepted)
    });
}

/// The form takes floating-point numbers only.
#[expect(clippy::cast_precision_loss, reason = "whoever draws it needs three digits")]
fn count(number: u64) -> f64 {
    number as f64
}

fn flag(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

#[derive(Debug, Default)]
struct Text(String);

impl Text {
    fn head(&mut self, name: &str, help: &str, kind: &str) {
        let _infallible =
            write!(self.0, "# HELP quarry_{name} {help}\n# TYPE quarry_{name} {kind}\n");
    }

    fn line(&mut self, name: &str, labels: &[(&str, &str)], value: f64) {
        let pairs: Vec<_> =
            labels.iter().map(|(label, text)| format!("{label}=\"{}\"", escaped(text))).collect();
        let labels =
            if pairs.is_empty() { String::new() } else { format!("{{{}}}", pairs.join(",")) };
        let _infallible = writeln!(self.0, "quarry_{name}{labels} {value}");
    }

    fn gauge(&mut self, name: &str, help: &str, value: f64) {
        self.head(name, help, "gauge");
        self.line(name, &[], value);
    }

    fn counter(&mut self, name: &str, help: &str, value: f64) {
        self.head(name, help, "counter");
        self.line(name, &[], value);
    }
}

/// As the form has it: these three, and nothing else, are escaped in a label.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
