//! Does units of work: takes leases, runs their job, keeps them alive with heartbeats, hands in the
//! result.
//!
//! ```text
//! LeaseSource::leases ──> one task a lease ──> Engine (priority Worker)
//!        ^                     │  every heartbeat: LeaseSource::heartbeat (progress)
//!        └── result <──────────┘  lease refused: the search is cancelled
//! ```
//!
//! A [`LeaseSource`] is whoever gives out work: an exchange today, a fleet's queue later. The worker
//! never decides whether a result is paid; it reports what it found, after the engine re-hashed it.
//!
//! `sha256d.nonce` runs inside this process, in the engine's one pool: it is Quarry's own code over
//! bounded data, with nothing foreign to contain. Job kinds that run foreign code get a sandboxed
//! child process.
//!
//! **Does not know:** orders, money, HTTP, or what a unit is for.

mod input;
mod runner;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use quarry_api::exchange::{Heartbeat, HeartbeatAnswer, LeaseResult, LeaseView};
use quarry_pow::Engine;
use quarry_service::{EventHub, Handle, Scope};

pub use input::{InputError, describe, input_of, work_of};

/// Bounds of the worker.
pub mod limits {
    use std::time::Duration;

    /// Units done at the same time, at most.
    pub const MAX_SLOTS: u16 = 64;
    /// How long one question for leases waits for an answer.
    pub const LEASE_WAIT: Duration = Duration::from_secs(20);
    /// Pause before the source is asked again after it could not be reached.
    pub const RETRY_PAUSE: Duration = Duration::from_millis(500);
    /// Times a result is handed in again when the source could not be reached (half a minute).
    pub const MAX_RESULT_TRIES: u32 = 60;
}

/// Why a source of leases did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// It did not answer: worth trying again.
    #[error("lease source cannot be reached: {0}")]
    Unreachable(String),
    /// It answered no: trying the same again is useless.
    #[error("{message}")]
    Refused {
        /// Stable code of the refusal.
        code: String,
        /// For people.
        message: String,
    },
}

/// Who gives out leases and takes results.
pub trait LeaseSource: Send + Sync + 'static {
    /// The live leases of this worker; waits up to `wait` for the first.
    fn leases(
        &self,
        wait: Duration,
    ) -> impl Future<Output = Result<Vec<LeaseView>, SourceError>> + Send;

    /// Keeps a lease alive and tells its progress.
    fn heartbeat(
        &self,
        lease: u64,
        beat: Heartbeat,
    ) -> impl Future<Output = Result<HeartbeatAnswer, SourceError>> + Send;

    /// Ends a lease with its outcome.
    fn result(
        &self,
        lease: u64,
        result: LeaseResult,
    ) -> impl Future<Output = Result<(), SourceError>> + Send;
}

/// Settings of a worker.
#[derive(Clone, Copy, Debug)]
pub struct WorkerConfig {
    /// Units done at the same time.
    pub slots: u16,
    /// Time between two heartbeats of a lease.
    pub heartbeat: Duration,
}

impl Default for WorkerConfig {
    fn default() -> Self {
        Self { slots: 1, heartbeat: Duration::from_millis(500) }
    }
}

/// Starts a worker that does what `source` leases to it, until its handle ends it.
///
/// Must be called within a tokio runtime.
pub fn start<S: LeaseSource>(
    config: WorkerConfig,
    engine: Engine,
    source: Arc<S>,
    events: EventHub,
) -> Handle {
    let scope = Scope::new();
    let runner = runner::Runner::new(config, engine, source, scope.clone());
    scope.spawn_droppable(runner.run());
    Handle::new("worker", events, scope)
}
