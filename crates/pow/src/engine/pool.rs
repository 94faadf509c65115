//! The threads, and the lock under which they agree on what to do.
//!
//! A thread goes to the lock only when there is something to decide: between chunks it reads one
//! number, [`Pool::changes`], that every submission and every end of a search moves on. Knows no
//! rule about which search is next (that is the queue's) nor about chunks (the task's).

use std::cell::Cell;
use std::fmt;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::queue::{Next, Queue};
use super::task::Task;
use super::{EngineError, Outcome, SearchResult};
use crate::backend::{Backend, Scanner};
use crate::limits::{MAX_THREADS, NICE_MAX, NICE_MIN};
use crate::range::PositionRange;

thread_local! {
    /// Whether this thread belongs to a pool.
    static ON_POOL_THREAD: Cell<bool> = const { Cell::new(false) };
}

/// Whether the calling thread belongs to a pool, this one or another.
pub(super) fn on_pool_thread() -> bool {
    ON_POOL_THREAD.get()
}

/// A counter on cache lines of its own, so that the threads' counting does not slow each other's:
/// two lines, as processors fetch them in pairs.
#[derive(Debug, Default)]
#[repr(align(128))]
struct Counter(AtomicU64);

/// See the module.
pub(super) struct Pool {
    backend: &'static dyn Backend,
    queue: Mutex<Queue>,
    /// Signalled when there may be something to do, or the pool closes; goes with `queue`.
    wake: Condvar,
    /// Moves on, under the queue's lock, whenever an answer of [`Queue::next`] may have changed.
    changes: AtomicU64,
    /// How many threads search, the first of them; the others wait. Changed under the queue's lock.
    active: AtomicUsize,
    /// Positions tried, one for each thread that may ever be.
    hashes: Box<[Counter]>,
    nice: Option<i32>,
    /// Held while joining, so that everyone who shuts down returns after the end, and while the
    /// number of threads changes.
    handles: Mutex<Vec<JoinHandle<()>>>,
}

/// The lock's content even if a thread panicked with it: nothing under these locks is left half
/// done by a panic, as no foreign code runs there.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Pool {
    /// Starts the threads; up to `threads_max` can be set later.
    pub(super) fn start(
        threads: NonZeroUsize,
        threads_max: usize,
        backend: &'static dyn Backend,
        nice: Option<i32>,
    ) -> Result<Arc<Self>, EngineError> {
        let threads = threads.get().min(MAX_THREADS);
        let threads_max = threads_max.clamp(threads, MAX_THREADS);
        let pool = Arc::new(Self {
            backend,
            queue: Mutex::default(),
            wake: Condvar::new(),
            changes: AtomicU64::new(0),
            active: AtomicUsize::new(0),
            hashes: (0..threads_max).map(|_| Counter::default()).collect(),
            nice,
            handles: Mutex::default(),
        });
        match pool.set_threads(threads) {
            Ok(()) => Ok(pool),
            Err(error) => {
                pool.shut_down();
                Err(error)
            }
        }
    }

    /// Lets so many threads search, at most [`Self::threads_max`]; those that are missing are
    /// started, those too many turn aside at the end of their chunk.
    pub(super) fn set_threads(self: &Arc<Self>, threads: usize) -> Result<(), EngineError> {
        let mut handles = lock(&self.handles);
        // Under this lock: whoever shuts down from here on joins what is started below.
        if lock(&self.queue).is_closed() {
            return Err(EngineError::ShutDown);
        }
        while handles.len() < threads {
            let index = handles.len();
            let shared = Arc::clone(self);
            let spawn = thread::Builder::new().name(format!("search-{index}"));
            let spawned = spawn.spawn(move || {
                ON_POOL_THREAD.set(true);
                if let Some(nice) = shared.nice {
                    be_nice(nice);
                }
                shared.run(index);
            });
            handles.push(spawned.map_err(EngineError::NoThread)?);
        }
        self.change(|_| self.active.store(threads, Ordering::Relaxed));
        Ok(())
    }

    /// How many threads search.
    pub(super) fn threads(&self) -> usize {
        self.active.load(Ordering::Relaxed)
    }

    /// How many may.
    pub(super) fn threads_max(&self) -> usize {
        self.hashes.len()
    }

    /// Positions tried by each thread that may ever be.
    pub(super) fn thread_hashes(&self) -> Vec<u64> {
        self.hashes.iter().map(|counter| counter.0.load(Ordering::Relaxed)).collect()
    }

    pub(super) fn hashes(&self) -> u64 {
        self.thread_hashes().into_iter().fold(0, u64::wrapping_add)
    }

    /// Takes a search in and wakes the threads.
    pub(super) fn submit(&self, task: Arc<Task>) -> Result<(), EngineError> {
        self.change(|queue| queue.add(task))
    }

    /// Ends a search, unless it has ended.
    pub(super) fn finish(&self, task: &Arc<Task>, result: SearchResult) {
        if let Some(on_done) = task.take_on_done() {
            self.change(|queue| queue.remove(task));
            let outcome = Outcome { result, hashes: task.progress().hashes() };
            // After the removal, so that it may submit again; and with no lock held. A panic in it
            // has been reported by the panic hook, and must not keep a thread of the pool, or a
            // shutdown, from the other searches.
            let _ = catch_unwind(AssertUnwindSafe(|| on_done(outcome)));
        }
    }

    /// See [`Engine::shutdown`](super::Engine::shutdown).
    pub(super) fn shut_down(&self) {
        for task in self.change(Queue::close) {
            self.finish(&task, SearchResult::Cancelled);
        }
        if on_pool_thread() {
            // It cannot wait for itself, nor for another that may be waiting for it.
            return;
        }
        for handle in lock(&self.handles).drain(..) {
            // A thread has no result; its panics are caught before they reach here.
            let _ = handle.join();
        }
    }

    /// Changes the queue and lets the threads know.
    fn change<T>(&self, change: impl FnOnce(&mut Queue) -> T) -> T {
        let mut queue = lock(&self.queue);
        let result = change(&mut queue);
        // Relaxed suffices: what it announces is read under the lock, and a thread that misses it
        // now sees it one chunk later.
        self.changes.fetch_add(1, Ordering::Relaxed);
        drop(queue);
        self.wake.notify_all();
        result
    }

    /// The next search for a thread and the state of `changes` when it was the next; waits for one,
    /// and while the thread is one too many. `None` when the pool closes.
    fn next(&self, index: usize) -> Option<(Arc<Task>, bool, u64)> {
        let mut queue = lock(&self.queue);
        loop {
            let is_wanted = index < self.threads();
            let next = if is_wanted || queue.is_closed() { queue.next() } else { Next::Nothing };
            match next {
                Next::Search { task, alone } => {
                    return Some((task, alone, self.changes.load(Ordering::Relaxed)));
                }
                Next::Closed => return None,
                Next::Nothing => {
                    queue = self.wake.wait(queue).unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }

    /// A thread's life.
    fn run(&self, index: usize) {
        let mut scanner = self.backend.scanner();
        while let Some((task, alone, seen)) = self.next(index) {
            while let Some(chunk) = task.take_chunk() {
                // A backend that panics must take down neither this thread nor whoever waits for
                // the search. The state behind the references is atomics and locks, which a panic
                // leaves whole.
                let searched = catch_unwind(AssertUnwindSafe(|| {
                    self.search_chunk(index, &mut *scanner, &task, chunk);
                }));
                if searched.is_err() {
                    // It may have been left half set up.
                    scanner = self.backend.scanner();
                    self.finish(&task, SearchResult::Cancelled);
                }
                if !alone || self.changes.load(Ordering::Relaxed) != seen {
                    break;
                }
            }
        }
    }

    /// Searches a chunk, counts it, and ends the search if it has a hit or is the last.
    fn search_chunk(
        &self,
        index: usize,
        scanner: &mut dyn Scanner,
        task: &Arc<Task>,
        chunk: PositionRange,
    ) {
        let work = task.prepared().work();
        let mut hit = None;
        let end = scanner.scan(task.prepared(), chunk, &mut |position| {
            // The independent second look: the only way from a candidate to a hit.
            match work.verify(position) {
                Ok(hash) => {
                    hit = Some((position, hash));
                    ControlFlow::Break(())
                }
                Err(_) => ControlFlow::Continue(()),
            }
        });
        // A chunk's length came from a `u64`, so it fits one.
        let last = hit.map_or_else(|| chunk.last(), |(position, _)| position);
        let hashes = last - chunk.first() + 1;
        self.hashes[index].0.fetch_add(hashes, Ordering::Relaxed);
        task.add_hashes(hashes);
        if let Some((position, hash)) = hit {
            self.finish(task, SearchResult::Found { position, hash });
        } else if end.is_break() {
            // Against the contract: positions were left out, so the search can never be exhausted.
            self.finish(task, SearchResult::Cancelled);
        } else if task.chunk_searched() {
            self.finish(task, SearchResult::Exhausted);
        }
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").field("backend", &self.backend).finish_non_exhaustive()
    }
}

/// Sets the calling thread's niceness, if the system has that.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn be_nice(nice: i32) {
    let thread = rustix::thread::gettid();
    // Refused without privileges if it asks for more than it has: then it stays as it is.
    let _ = rustix::process::setpriority_process(Some(thread), nice.clamp(NICE_MIN, NICE_MAX));
}

/// Elsewhere niceness is the whole process's, and the pool is not its owner.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn be_nice(nice: i32) {
    let _ = nice.clamp(NICE_MIN, NICE_MAX);
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::getpriority_process;
    use rustix::thread::gettid;

    use super::*;

    /// The lowest priority is what every process may ask for.
    #[test]
    fn niceness_is_the_thread_s_alone_and_is_brought_inside() {
        let own = || getpriority_process(Some(gettid())).unwrap();
        let before = own();
        let inside = thread::spawn(move || {
            be_nice(i32::MAX);
            own()
        });
        assert_eq!(inside.join().unwrap(), NICE_MAX);
        assert_eq!(own(), before);
    }
}
