//! What a pool shows of itself.
//!
//! Does not know who looks.

use std::collections::{BTreeMap, VecDeque};

use quarry_api::operator::RateSample;
use quarry_api::pool::{
    MAX_POOL_WORKERS_SHOWN, PoolBlock, PoolJob, PoolStatus, PoolTally, PoolWorker,
};
use quarry_mining::Difficulty;
use quarry_mining::stratum::accounts::Tally;
use quarry_mining::stratum::message::Reject;
use quarry_mining::stratum::server::{Found, Server};
use quarry_primitives::Now;

use super::source::SourceState;
use crate::limits::MAX_RATE_SAMPLES;

/// What does not change.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) started_ms: u64,
    pub(super) listen: Vec<String>,
    pub(super) upstream: String,
    pub(super) payout: &'static str,
}

/// Rates of the past.
#[derive(Debug, Default)]
pub(super) struct History(VecDeque<RateSample>);

impl History {
    /// Those that were kept: of each moment's milliseconds since 1970 and the hashes a second then.
    pub(super) fn of_kept(rates: Vec<(u64, u64)>) -> Self {
        let sample = |(at_ms, hashes_per_second)| RateSample { at_ms, hashes_per_second };
        Self(rates.into_iter().map(sample).collect())
    }

    pub(super) fn kept(&self) -> Vec<(u64, u64)> {
        self.0.iter().map(|sample| (sample.at_ms, sample.hashes_per_second)).collect()
    }

    pub(super) fn add(&mut self, now: Now, rate: f64) {
        if self.0.len() >= MAX_RATE_SAMPLES {
            self.0.pop_front();
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "such a conversion stays within the bounds of the integer"
        )]
        let hashes_per_second = rate as u64;
        self.0.push_back(RateSample { at_ms: now.wall_ms, hashes_per_second });
    }

    pub(super) fn samples(&self) -> Vec<RateSample> {
        self.0.iter().copied().collect()
    }
}

pub(super) fn status(server: &Server, facts: &Facts, source: &SourceState, now: Now) -> PoolStatus {
    let accounts = server.accounts();
    let total = tally(&accounts.total, now);
    let mut seen: BTreeMap<&str, (Option<f64>, Option<&str>)> = BTreeMap::new();
    let mut connections = 0;
    for view in server.connections() {
        connections += 1;
        for worker in view.workers {
            seen.insert(worker, (view.difficulty.map(Difficulty::get), view.agent));
        }
    }
    let mut workers: Vec<_> = accounts.workers().collect();
    workers.sort_by_key(|(name, account)| (account.connections == 0, *name));
    let left_out = workers.len().saturating_sub(MAX_POOL_WORKERS_SHOWN);
    let shown = workers.into_iter().take(MAX_POOL_WORKERS_SHOWN).map(|(name, account)| {
        let (difficulty, agent) = seen.get(name).copied().unwrap_or_default();
        PoolWorker {
            name: name.to_owned(),
            connections: account.connections,
            difficulty,
            agent: agent.map(str::to_owned),
            tally: tally(&account.tally, now),
        }
    });
    PoolStatus {
        at_ms: now.wall_ms,
        started_ms: facts.started_ms,
        listen: facts.listen.clone(),
        upstream: facts.upstream.clone(),
        error: source.error.clone(),
        payout: facts.payout.to_owned(),
        job: source.template.as_ref().map(|template| PoolJob {
            height: template.height,
            block_difficulty: Difficulty::of_target(template.target).get(),
            value: template.value.to_base(),
            transactions: template.txs.len(),
            seconds_per_block: (total.rate_1m > 0.0)
                .then(|| template.target.expected_hashes() / total.rate_1m),
        }),
        connections,
        workers: shown.collect(),
        workers_left_out: left_out,
        blocks_accepted: server.found().accepted(),
        blocks: server.found().iter().rev().map(block).collect(),
        history: Vec::new(),
        total,
    }
}

fn tally(tally: &Tally, now: Now) -> PoolTally {
    let counted = |reject: Reject| (tally.rejected(reject), reject.text().to_owned());
    PoolTally {
        rate_1m: tally.rate_1m.per_sec(now),
        rate_15m: tally.rate_15m.per_sec(now),
        accepted: tally.accepted,
        rejected: Reject::ALL
            .into_iter()
            .map(counted)
            .filter(|(count, _)| *count > 0)
            .map(|(count, text)| (text, count))
            .collect(),
        work: tally.work,
        best_difficulty: tally.best,
        blocks: tally.blocks,
        last_share_ms: tally.last_share_ms,
    }
}

fn block(found: &Found) -> PoolBlock {
    PoolBlock {
        hash: found.hash.to_string(),
        height: found.height,
        worker: found.worker.clone(),
        at_ms: found.at_ms,
        accepted: found.result.as_ref().map(Result::is_ok),
        reason: found.result.clone().and_then(Result::err),
    }
}
