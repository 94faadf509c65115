//! One search in work: its chunks are handed out, counted, and its end is told exactly once.
//!
//! Knows no thread and no queue.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Outcome, Priority, Search};
use crate::backend::Backend;
use crate::prepared::Prepared;
use crate::range::PositionRange;

/// What is called at the end of a search.
pub(super) type OnDone = Box<dyn FnOnce(Outcome) + Send>;

/// Nonces tried.
#[derive(Debug, Default)]
pub(super) struct Progress(AtomicU64);

impl Progress {
    /// So far.
    pub(super) fn hashes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Adds, and stays at the top if there are too many: 2^64 is the count of a whole space.
    fn add(&self, hashes: u64) {
        let before = self.0.fetch_add(hashes, Ordering::Relaxed);
        if before.checked_add(hashes).is_none() {
            self.0.store(u64::MAX, Ordering::Relaxed);
        }
    }
}

/// See the module.
pub(super) struct Task {
    prepared: Arc<Prepared>,
    range: PositionRange,
    priority: Priority,
    /// Positions in each chunk, a power of two; chunks begin at its multiples, so that the first
    /// and the last of a range may have fewer. Kernels like that: versions that share a nonce stay
    /// together.
    chunk: u64,
    /// How many chunks the range has. [`MIN_CHUNK_POSITIONS`](crate::limits::MIN_CHUNK_POSITIONS)
    /// keeps it at 2^63 at most.
    chunks: u64,
    /// Chunks handed out, and at the end one more for each thread that asked in vain.
    taken: AtomicU64,
    /// Chunks searched to their end.
    searched: AtomicU64,
    progress: Arc<Progress>,
    /// Taken by whoever ends the search: the only arbiter between a hit, the last chunk and a
    /// cancellation that happen at once.
    on_done: Mutex<Option<OnDone>>,
}

impl Task {
    /// Prepares a search; its range has to be in its work's space.
    pub(super) fn new(search: Search, backend: &dyn Backend, on_done: OnDone) -> Self {
        let prepared = Arc::new(Prepared::new(search.work));
        let chunk = prepared.positions_for(backend.chunk_compressions());
        let chunks = search.range.last() / chunk - search.range.first() / chunk + 1;
        Self {
            prepared,
            range: search.range,
            priority: search.priority,
            chunk,
            chunks,
            taken: AtomicU64::new(0),
            searched: AtomicU64::new(0),
            progress: Arc::default(),
            on_done: Mutex::new(Some(on_done)),
        }
    }

    pub(super) const fn prepared(&self) -> &Arc<Prepared> {
        &self.prepared
    }

    pub(super) fn priority(&self) -> Priority {
        self.priority
    }

    pub(super) fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }

    /// The next chunk for a thread, in ascending order; `None` when all are handed out.
    pub(super) fn take_chunk(&self) -> Option<PositionRange> {
        // Relaxed: the counter alone decides, it guards no other memory.
        let index = self.taken.fetch_add(1, Ordering::Relaxed);
        if index >= self.chunks {
            return None;
        }
        let first = (self.range.first() / self.chunk + index) * self.chunk;
        let last = first | (self.chunk - 1);
        PositionRange::new(first.max(self.range.first()), last.min(self.range.last()))
    }

    /// Whether a chunk is left to be handed out.
    pub(super) fn has_chunks(&self) -> bool {
        self.taken.load(Ordering::Relaxed) < self.chunks
    }

    /// Counts nonces that were tried.
    pub(super) fn add_hashes(&self, hashes: u64) {
        self.progress.add(hashes);
    }

    /// Counts a chunk without a hit, whose nonces have been counted before; true if it was the last
    /// of all.
    pub(super) fn chunk_searched(&self) -> bool {
        // Release and acquire: whoever counts the last chunk sees the progress of all the others.
        self.searched.fetch_add(1, Ordering::AcqRel) + 1 == self.chunks
    }

    /// The right to end the search: given once.
    pub(super) fn take_on_done(&self) -> Option<OnDone> {
        self.on_done.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task")
            .field("prepared", &self.prepared)
            .field("range", &self.range)
            .field("priority", &self.priority)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Endian, HashOrder, NonceField, NonceWidth, Target, Work, backend_by_name};

    fn task(work: Work, range: PositionRange) -> Task {
        let backend = backend_by_name("portable").unwrap();
        Task::new(Search { work, range, priority: Priority::Mine }, backend, Box::new(|_| ()))
    }

    fn wide() -> Work {
        Work::data_with_appended_nonce(b"x", NonceWidth::U64, Endian::Big, Target::MAX).unwrap()
    }

    #[test]
    fn chunks_cover_an_uneven_range_once() {
        let chunk = task(wide(), wide().space()).chunk;
        for (first, count) in [(5, 1), (5, chunk), (5, chunk + 1), (0, 3 * chunk - 1)] {
            for first in [first, u64::MAX - count + 1] {
                let range = PositionRange::new(first, first + (count - 1)).unwrap();
                let task = task(wide(), range);
                let mut next = Some(range.first());
                while let Some(chunk) = task.take_chunk() {
                    assert_eq!(Some(chunk.first()), next);
                    next = chunk.last().checked_add(1);
                }
                assert_eq!(next, range.last().checked_add(1));
                assert!(!task.has_chunks());
                assert_eq!(task.take_chunk(), None);
            }
        }
    }

    /// The most chunks there can be: the whole 64-bit space of data so long that a chunk is
    /// shortest.
    #[test]
    fn the_longest_search_ends_where_it_should() {
        let field = NonceField { offset: 0, width: NonceWidth::U64, endian: Endian::Big };
        let bytes = vec![0; crate::limits::MAX_DATA_LEN];
        let work = Work::data(bytes, field, HashOrder::Digest, Target::MAX).unwrap();
        let task = task(work.clone(), work.space());
        assert_eq!((task.chunk, task.chunks), (2, 1 << 63));
        task.taken.store((1 << 63) - 1, Ordering::Relaxed);
        assert_eq!(task.take_chunk(), PositionRange::new(u64::MAX - 1, u64::MAX));
        assert_eq!(task.take_chunk(), None);
    }

    #[test]
    fn progress_stays_at_the_top() {
        let progress = Progress::default();
        progress.add(u64::MAX - 1);
        progress.add(1);
        assert_eq!(progress.hashes(), u64::MAX);
        progress.add(7);
        assert_eq!(progress.hashes(), u64::MAX);
    }
}
