//! The engine: one pool of threads that works off searches by priority.
//!
//! Knows no instruction set (that is the backend's) and no clock. Its parts: this file is what a
//! caller sees, `queue` says which search is next, `task` is one search in work, `pool` the
//! threads.

use std::fmt;
use std::io;
use std::num::NonZeroUsize;
use std::sync::{Arc, Weak, mpsc};

use thiserror::Error;

use crate::backend::{Backend, backends, self_test};
use crate::hash::HashValue;
use crate::limits::MAX_SEARCHES;
use crate::range::PositionRange;
use crate::work::Work;

mod pool;
mod queue;
mod task;

use pool::Pool;
use task::Task;

/// How an engine is set up.
#[derive(Clone, Copy, Debug)]
pub struct EngineConfig {
    /// Threads; `None` for as many as the process may use processors. Above
    /// [`MAX_THREADS`](crate::limits::MAX_THREADS) that many are started.
    pub threads: Option<NonZeroUsize>,
    /// The backend; `None` for the first of [`backends`].
    pub backend: Option<&'static dyn Backend>,
    /// Niceness of the threads, -20 (first served) to 19 (last); what lies outside is brought
    /// inside, `None` leaves it alone. Best effort: refusal by the system is ignored, and on
    /// systems without a niceness per thread (all but Linux) nothing is set.
    pub nice: Option<i32>,
}

/// All processors, the preferred backend, niceness 10: a full search leaves everything else alive.
impl Default for EngineConfig {
    fn default() -> Self {
        Self { threads: None, backend: None, nice: Some(10) }
    }
}

/// Why an engine did not start or did not take a search.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EngineError {
    /// The backend that was asked for gives wrong answers on this processor.
    #[error("backend {name} fails its known-answer test")]
    BackendFailed {
        /// The backend's name.
        name: &'static str,
    },
    /// The system gave no thread.
    #[error("no thread for the search pool: {0}")]
    NoThread(#[source] io::Error),
    /// The range is not part of the work's space.
    #[error("range {range} is outside the work's space {space}")]
    RangeOutsideSpace {
        /// The range that was asked for.
        range: PositionRange,
        /// What the work's nonce field can hold.
        space: PositionRange,
    },
    /// [`MAX_SEARCHES`] searches are running or waiting.
    #[error("{MAX_SEARCHES} searches are running or waiting")]
    Full,
    /// The engine was shut down.
    #[error("the search pool was shut down")]
    ShutDown,
    /// [`Engine::search`] or [`Engine::set_threads`] was called by a thread that would have to do
    /// the search itself, or to wait for its own end.
    #[error("a thread of the search pool cannot wait for a search")]
    WouldDeadlock,
    /// More threads than the engine was made for.
    #[error("{wanted} threads are more than {max}, the processors of this machine")]
    TooManyThreads {
        /// How many were wanted.
        wanted: usize,
        /// How many there can be.
        max: usize,
    },
}

/// Who waits for a search. Ordered by urgency: the first is served first.
///
/// The most urgent goes first; one chunk in [`FAIR_EVERY`](crate::limits::FAIR_EVERY) is left to those
/// behind it, so that none waits for ever.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Priority {
    /// Checking someone's work: short, and something waits for it.
    Verify,
    /// Work that was sold or leased.
    Worker,
    /// Mining for oneself.
    Mine,
}

impl Priority {
    /// How many there are.
    const COUNT: usize = Self::Mine as usize + 1;
}

/// A request for a hit.
#[derive(Clone, Debug)]
pub struct Search {
    /// What is searched.
    pub work: Work,
    /// The positions to try; part of the work's [space](Work::space).
    pub range: PositionRange,
    /// Its place among the other searches.
    pub priority: Priority,
}

/// How a search ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SearchResult {
    /// A hit, verified by [`Work::verify`]. Not always the range's lowest: chunks are searched side
    /// by side.
    Found {
        /// The position: the nonce, where nothing else changes; else see [`Work::parts`].
        position: u64,
        /// Its hash.
        hash: HashValue,
    },
    /// Every position of the range was tried, and none is a hit.
    Exhausted,
    /// The search was cancelled, by its handle or by the engine's shutdown; or its backend failed
    /// in the middle of it (it panicked, or gave up).
    Cancelled,
}

/// The end of a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// How it ended.
    pub result: SearchResult,
    /// Positions tried for it: exactly the range's count if it is exhausted; else without the chunks
    /// that other threads had in work when it ended. Stays at `u64::MAX` if there are more.
    pub hashes: u64,
}

/// The pool of search threads. A clone is the same pool; when the last is dropped, the pool shuts
/// down as by [`shutdown`](Self::shutdown).
///
/// Meant to be one in a process: two would share the processors without knowing of each other's
/// priorities.
#[derive(Clone)]
pub struct Engine {
    inner: Arc<Inner>,
}

/// What all clones share. The threads hold the pool and not this, so that its drop can end them.
struct Inner {
    pool: Arc<Pool>,
    backend: &'static dyn Backend,
}

impl Engine {
    /// Starts the threads.
    ///
    /// # Errors
    /// [`EngineError::BackendFailed`] if the backend asked for does not pass the known-answer test,
    /// [`EngineError::NoThread`] if a thread could not be spawned; none is left behind then.
    pub fn start(config: EngineConfig) -> Result<Self, EngineError> {
        let backend = match config.backend {
            Some(backend) if self_test::passes(backend) => backend,
            Some(backend) => return Err(EngineError::BackendFailed { name: backend.name() }),
            // Empty only if even the portable backend fails.
            None => *backends().first().ok_or(EngineError::BackendFailed { name: "portable" })?,
        };
        let processors = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let threads = config.threads.unwrap_or(processors);
        let pool = Pool::start(threads, processors.get(), backend, config.nice)?;
        Ok(Self { inner: Arc::new(Inner { pool, backend }) })
    }

    /// How many threads search.
    #[must_use]
    pub fn threads(&self) -> usize {
        self.inner.pool.threads()
    }

    /// How many threads may search: as many as the process may use processors, or as it was started
    /// with if that was more.
    #[must_use]
    pub fn threads_max(&self) -> usize {
        self.inner.pool.threads_max()
    }

    /// Lets so many threads search from now on. Those too many turn aside at the end of their chunk, a
    /// few milliseconds; the others go on undisturbed, and no search is lost or begun anew.
    ///
    /// # Errors
    /// [`EngineError::TooManyThreads`]; [`EngineError::NoThread`] if one that is missing could not be
    /// spawned, and then as many search as before; [`EngineError::ShutDown`]; and
    /// [`EngineError::WouldDeadlock`] on a thread of a pool.
    pub fn set_threads(&self, threads: NonZeroUsize) -> Result<(), EngineError> {
        let (wanted, max) = (threads.get(), self.threads_max());
        if wanted > max {
            return Err(EngineError::TooManyThreads { wanted, max });
        }
        if pool::on_pool_thread() {
            return Err(EngineError::WouldDeadlock);
        }
        self.inner.pool.set_threads(wanted)
    }

    /// The backend in use.
    #[must_use]
    pub fn backend(&self) -> &'static dyn Backend {
        self.inner.backend
    }

    /// Queues a search and returns at once.
    ///
    /// `on_done` is called exactly once, unless this returns an error; then never. It runs on the
    /// thread that ends the search (one of the pool's, or the one that called
    /// [`SearchHandle::cancel`] or [`shutdown`](Self::shutdown)), so it has to be short, must not
    /// wait for another search, and must not take a lock that is held while cancelling. It may
    /// submit and cancel. A panic in it is contained.
    ///
    /// Dropping the handle does not end the search.
    ///
    /// # Errors
    /// [`EngineError::RangeOutsideSpace`], [`EngineError::Full`] or [`EngineError::ShutDown`].
    pub fn submit(
        &self,
        search: Search,
        on_done: impl FnOnce(Outcome) + Send + 'static,
    ) -> Result<SearchHandle, EngineError> {
        let (range, space) = (search.range, search.work.space());
        if !space.contains(&range) {
            return Err(EngineError::RangeOutsideSpace { range, space });
        }
        let task = Arc::new(Task::new(search, self.inner.backend, Box::new(on_done)));
        let handle = SearchHandle {
            progress: Arc::clone(task.progress()),
            task: Arc::downgrade(&task),
            pool: Arc::downgrade(&self.inner.pool),
        };
        self.inner.pool.submit(task)?;
        Ok(handle)
    }

    /// Searches and waits for the end.
    ///
    /// # Errors
    /// Those of [`submit`](Self::submit), and [`EngineError::WouldDeadlock`] on a thread of a pool.
    pub fn search(&self, search: Search) -> Result<Outcome, EngineError> {
        if pool::on_pool_thread() {
            return Err(EngineError::WouldDeadlock);
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        self.submit(search, move |outcome| {
            // The receiver waits below; and if it did not, nobody would miss the outcome.
            let _ = sender.send(outcome);
        })?;
        // The callback is called exactly once, so the channel cannot close unused.
        receiver.recv().map_err(|_| EngineError::ShutDown)
    }

    /// Positions tried since the start, over all searches. Counted as chunks end, so it runs a few
    /// milliseconds behind; wraps at 2^64.
    #[must_use]
    pub fn hashes(&self) -> u64 {
        self.inner.pool.hashes()
    }

    /// The same for each thread that may search, those that do first: [`threads_max`](Self::threads_max)
    /// numbers that add up to [`hashes`](Self::hashes).
    #[must_use]
    pub fn thread_hashes(&self) -> Vec<u64> {
        self.inner.pool.thread_hashes()
    }

    /// Cancels every search and waits until the threads have ended, a few milliseconds. Later
    /// searches are refused. Calling it again, also from several threads, does no harm.
    ///
    /// On a thread of a pool (in an `on_done`) it does not wait.
    pub fn shutdown(&self) {
        self.inner.pool.shut_down();
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.pool.shut_down();
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("threads", &self.threads())
            .field("backend", &self.inner.backend.name())
            .field("hashes", &self.hashes())
            .finish()
    }
}

/// A submitted search. A clone is the same search; dropping it changes nothing.
#[derive(Clone)]
pub struct SearchHandle {
    progress: Arc<task::Progress>,
    /// Dead once the search has ended and its last chunk is given up, so that a handle that is kept
    /// does not keep the work.
    task: Weak<Task>,
    pool: Weak<Pool>,
}

impl SearchHandle {
    /// Positions tried so far. Counted as chunks end; stays at `u64::MAX` if there are more.
    #[must_use]
    pub fn progress(&self) -> u64 {
        self.progress.hashes()
    }

    /// Ends the search. If it had not ended yet, its `on_done` has been called with
    /// [`SearchResult::Cancelled`] by this thread when this returns; threads that are at it turn to
    /// something else at the end of their chunk.
    pub fn cancel(&self) {
        if let (Some(pool), Some(task)) = (self.pool.upgrade(), self.task.upgrade()) {
            pool.finish(&task, SearchResult::Cancelled);
        }
    }

    /// Ties the search to a value's life, for tasks that may be dropped at any point.
    #[must_use]
    pub fn cancel_on_drop(self) -> CancelOnDrop {
        CancelOnDrop(self)
    }
}

/// A search that is cancelled when this is dropped ([`SearchHandle::cancel_on_drop`]).
#[derive(Debug)]
pub struct CancelOnDrop(SearchHandle);

impl std::ops::Deref for CancelOnDrop {
    type Target = SearchHandle;
    fn deref(&self) -> &SearchHandle {
        &self.0
    }
}

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl fmt::Debug for SearchHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SearchHandle").field("progress", &self.progress()).finish_non_exhaustive()
    }
}
