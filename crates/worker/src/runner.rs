//! The worker's loop: one task for each live lease.
//!
//! Does not know where leases come from.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use quarry_api::exchange::{Heartbeat, LeaseResult, LeaseView};
use quarry_pow::{CancelOnDrop, Engine, Outcome, Priority, Search, SearchResult};
use quarry_service::Scope;
use tokio::sync::oneshot;
use tokio::time::MissedTickBehavior;

use crate::limits::{LEASE_WAIT, MAX_RESULT_TRIES, MAX_SLOTS, RETRY_PAUSE};
use crate::{LeaseSource, SourceError, WorkerConfig, work_of};

pub(crate) struct Runner<S> {
    config: WorkerConfig,
    engine: Engine,
    source: Arc<S>,
    scope: Scope,
    // Leases with a task of their own; a lease leaves when its task ends.
    busy: Arc<Mutex<BTreeSet<u64>>>,
}

impl<S: LeaseSource> Runner<S> {
    pub(crate) fn new(config: WorkerConfig, engine: Engine, source: Arc<S>, scope: Scope) -> Self {
        Self { config, engine, source, scope, busy: Arc::default() }
    }

    pub(crate) async fn run(self) {
        loop {
            match self.source.leases(LEASE_WAIT).await {
                Ok(leases) => {
                    let fresh = self.take_new(leases);
                    if fresh == 0 {
                        // Only leases already in work: the source had no reason to wait.
                        tokio::time::sleep(self.config.heartbeat).await;
                    }
                }
                Err(error) => {
                    tracing::debug!(%error, "no leases");
                    tokio::time::sleep(RETRY_PAUSE).await;
                }
            }
        }
    }

    fn take_new(&self, leases: Vec<LeaseView>) -> usize {
        let slots = usize::from(self.config.slots.clamp(1, MAX_SLOTS));
        let mut fresh = 0;
        for lease in leases {
            let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
            if busy.len() >= slots || !busy.insert(lease.lease) {
                continue;
            }
            drop(busy);
            fresh += 1;
            let task = LeaseTask {
                engine: self.engine.clone(),
                source: Arc::clone(&self.source),
                heartbeat: self.config.heartbeat,
                lease: lease.lease,
            };
            let free = FreeSlot { busy: Arc::clone(&self.busy), lease: lease.lease };
            self.scope.spawn_droppable(async move {
                let _free = free;
                task.run(lease).await;
            });
        }
        fresh
    }
}

/// Gives the slot back however the task ends.
struct FreeSlot {
    busy: Arc<Mutex<BTreeSet<u64>>>,
    lease: u64,
}

impl Drop for FreeSlot {
    fn drop(&mut self) {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.lease);
    }
}

struct LeaseTask<S> {
    engine: Engine,
    source: Arc<S>,
    heartbeat: Duration,
    lease: u64,
}

impl<S: LeaseSource> LeaseTask<S> {
    async fn run(self, lease: LeaseView) {
        let work = match work_of(&lease.input) {
            Ok(work) => work,
            Err(error) => return self.hand_in(refusal(&error)).await,
        };
        let range = work.space();
        let (done, outcome) = oneshot::channel();
        let search = Search { work, range, priority: Priority::Worker };
        let submitted = self.engine.submit(search, move |outcome| {
            // The receiver is gone if the task was dropped: nobody wants the outcome then.
            let _unwanted = done.send(outcome);
        });
        match submitted {
            Ok(search) => self.follow(search.cancel_on_drop(), outcome).await,
            Err(error) => self.hand_in(refusal(&error)).await,
        }
    }

    async fn follow(&self, search: CancelOnDrop, mut outcome: oneshot::Receiver<Outcome>) {
        let started = Instant::now();
        let mut beats = tokio::time::interval(self.heartbeat);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                ended = &mut outcome => {
                    let Ok(outcome) = ended else { return };
                    return self.finish(outcome, started).await;
                }
                _ = beats.tick() => {
                    let beat = beat_of(search.progress(), started);
                    if let Err(SourceError::Refused { code, message }) =
                        self.source.heartbeat(self.lease, beat).await
                    {
                        tracing::info!(lease = self.lease, code, message, "lease lost");
                        return;
                    }
                }
            }
        }
    }

    async fn finish(&self, outcome: Outcome, started: Instant) {
        let result = match outcome.result {
            SearchResult::Found { position: nonce, .. } => LeaseResult::Found { nonce },
            SearchResult::Exhausted => LeaseResult::Exhausted { hashes: outcome.hashes },
            SearchResult::Cancelled => return,
        };
        // The last heartbeat carries the final count, also of a search that was quicker than one.
        let beat = beat_of(outcome.hashes, started);
        if let Err(error @ SourceError::Refused { .. }) =
            self.source.heartbeat(self.lease, beat).await
        {
            tracing::info!(lease = self.lease, %error, "lease lost before its result");
            return;
        }
        self.hand_in(result).await;
    }

    async fn hand_in(&self, result: LeaseResult) {
        for _ in 0..MAX_RESULT_TRIES {
            match self.source.result(self.lease, result.clone()).await {
                Ok(()) => return,
                Err(SourceError::Unreachable(_)) => tokio::time::sleep(RETRY_PAUSE).await,
                Err(SourceError::Refused { code, message }) => {
                    tracing::warn!(lease = self.lease, code, message, "result refused");
                    return;
                }
            }
        }
        tracing::warn!(lease = self.lease, "result not handed in: lease source out of reach");
    }
}

fn refusal(error: &dyn std::error::Error) -> LeaseResult {
    LeaseResult::Refused { reason: error.to_string() }
}

fn beat_of(hashes: u64, started: Instant) -> Heartbeat {
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    Heartbeat { hashes, hashes_per_second: hashes.saturating_mul(1000) / ms }
}
