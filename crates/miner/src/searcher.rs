//! Keeps the engine's threads at one assignment: hit after hit, range after range, until there is
//! another.
//!
//! What ends a search starts the next, on the thread that ended it, so that no thread waits for the
//! miner's loop in between. Does not know upstreams.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quarry_pow::{Engine, Outcome, Priority, Search, SearchHandle, SearchResult};
use tokio::sync::mpsc;

use crate::assignment::{Assignment, Cursor, Hit};

/// What comes out of a search.
#[derive(Debug)]
pub(crate) enum Found {
    /// A hit; the search goes on unless it ends with one.
    Hit(Hit),
    /// The space of an assignment is searched.
    Dry {
        /// Whose.
        upstream: usize,
    },
}

/// See the module. A clone is the same.
#[derive(Clone)]
pub(crate) struct Searcher(Arc<Inner>);

struct Inner {
    engine: Engine,
    found: mpsc::Sender<Found>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Counts the searches: the end of an earlier one means nothing any more.
    turn: u64,
    /// Upstream and number of what is searched, or was.
    turned_to: Option<(usize, u64)>,
    cursor: Option<Cursor>,
    search: Option<SearchHandle>,
    /// Hashes of searches that have ended.
    hashes: u64,
    /// Hits that came when there was something newer to search.
    stale: u64,
    /// A hit found no room to wait: [`Searcher::resume`] goes on.
    paused: bool,
}

impl Searcher {
    /// Nothing to search yet. What is found goes to `found`.
    pub(crate) fn new(engine: Engine, found: mpsc::Sender<Found>) -> Self {
        Self(Arc::new(Inner { engine, found, state: Mutex::default() }))
    }

    /// Searches this from now on, and nothing else; nothing at all with `None`.
    pub(crate) fn set(&self, assignment: Option<Assignment>) {
        let mut state = self.0.state();
        state.turn += 1;
        state.paused = false;
        let old = state.search.take();
        state.turned_to = assignment.as_ref().map(|work| (work.upstream, work.serial));
        state.cursor = assignment.and_then(Cursor::new);
        drop(state);
        // Without the lock: a search that is cancelled calls its end on this thread.
        if let Some(old) = old {
            old.cancel();
        }
        self.0.go_on();
    }

    /// Searches on if hits had no room.
    pub(crate) fn resume(&self) {
        let mut state = self.0.state();
        let paused = std::mem::take(&mut state.paused);
        drop(state);
        if paused {
            self.0.go_on();
        }
    }

    /// Hashes so far.
    pub(crate) fn hashes(&self) -> u64 {
        let state = self.0.state();
        let running = state.search.as_ref().map_or(0, SearchHandle::progress);
        state.hashes.saturating_add(running)
    }

    /// Hits so far that nobody was told of, as there was newer work already.
    pub(crate) fn stale(&self) -> u64 {
        self.0.state().stale
    }

    /// Upstream and number of what it was set to last, searched to its end or not.
    pub(crate) fn turned_to(&self) -> Option<(usize, u64)> {
        self.0.state().turned_to
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        // Plain numbers and a place in a space: a panic leaves at most a search too few.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Submits what the cursor has next.
    fn go_on(self: &Arc<Self>) {
        let mut state = self.state();
        let Some(cursor) = state.cursor.as_mut() else { return };
        let Some((work, range)) = cursor.search() else {
            let upstream = cursor.assignment().upstream;
            state.cursor = None;
            drop(state);
            // Where there is no room, sessions ask for new work before long by themselves.
            let _no_room = self.found.try_send(Found::Dry { upstream });
            return;
        };
        state.turn += 1;
        let turn = state.turn;
        let search = Search { work, range, priority: Priority::Mine };
        let this = Arc::clone(self);
        // Under the lock, so that its end, on another thread, comes after its handle is kept. On
        // this thread it cannot end: only `set` cancels, and without the lock.
        match self.engine.submit(search, move |outcome| this.ended(turn, outcome)) {
            Ok(handle) => state.search = Some(handle),
            Err(error) => {
                tracing::error!(%error, "no search");
                state.cursor = None;
            }
        }
    }

    /// The end of a search.
    fn ended(self: &Arc<Self>, turn: u64, outcome: Outcome) {
        let mut state = self.state();
        state.hashes = state.hashes.saturating_add(outcome.hashes);
        let is_found = matches!(outcome.result, SearchResult::Found { .. });
        if turn != state.turn {
            state.stale += u64::from(is_found);
            return;
        }
        state.search = None;
        let Some(cursor) = state.cursor.as_mut() else { return };
        match outcome.result {
            SearchResult::Cancelled => {
                state.cursor = None;
                return;
            }
            SearchResult::Exhausted => cursor.exhausted(),
            SearchResult::Found { position, hash } => {
                let hit = cursor.found(position, hash);
                if cursor.assignment().ends_with_hit {
                    state.cursor = None;
                }
                // There is room, unless the loop is gone: see below.
                let told = hit.map(|hit| self.found.try_send(Found::Hit(hit)));
                if matches!(told, Some(Err(_))) {
                    state.stale += 1;
                }
                if self.found.capacity() <= 1 {
                    state.paused = true;
                    return;
                }
            }
        }
        drop(state);
        self.go_on();
    }
}

impl fmt::Debug for Searcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher").field("engine", &self.0.engine).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use quarry_mining::StratumJob;
    use quarry_pow::{EngineConfig, Target, VersionMask};
    use quarry_primitives::{BlockHash, Hash as _};

    use super::*;
    use crate::assignment::Puzzle;
    use crate::limits::MAX_WAITING_HITS;

    fn job() -> StratumJob {
        StratumJob {
            id: String::new(),
            previous: BlockHash::all_zeros(),
            coinbase_start: vec![1; 42],
            coinbase_end: vec![2; 40],
            branch: vec![[5; 32]],
            version: 0x2000_0000,
            bits: 0x207f_ffff,
            time: 1_000,
            clean: true,
        }
    }

    /// Shares of 1024 hashes each.
    fn shares(serial: u64, ends_with_hit: bool) -> Assignment {
        let target = Target::from_zero_bits(10).unwrap();
        Assignment {
            upstream: 0,
            serial,
            puzzle: Puzzle::Job {
                job: job(),
                extranonce1: vec![9; 4],
                extranonce2: vec![0; 4],
                mask: Some(VersionMask::BIP320),
                rolls_time: false,
            },
            target,
            block_target: target,
            height: None,
            ends_with_hit,
        }
    }

    fn hit(found: Option<Found>) -> Hit {
        match found {
            Some(Found::Hit(hit)) => hit,
            other => panic!("{other:?}"),
        }
    }

    fn searcher() -> (Engine, Searcher, mpsc::Receiver<Found>) {
        let engine = Engine::start(EngineConfig::default()).unwrap();
        let (found, finds) = mpsc::channel(MAX_WAITING_HITS);
        (engine.clone(), Searcher::new(engine, found), finds)
    }

    #[test]
    fn it_goes_on_after_each_share_and_finds_none_twice() {
        let (engine, searcher, mut finds) = searcher();
        searcher.set(Some(shares(1, false)));
        let mut seen = BTreeSet::new();
        for _ in 0..3 * MAX_WAITING_HITS {
            let hit = hit(finds.blocking_recv());
            searcher.resume();
            let header = job().header(&[9; 4], &hit.solution);
            let hash = Target::from_be_bytes(hit.hash.to_be_bytes());
            assert!(hash <= Target::from_zero_bits(10).unwrap());
            let work = quarry_pow::Work::header(header, Target::MAX);
            assert_eq!(work.hash(u64::from(hit.solution.nonce)), hit.hash);
            assert!(seen.insert(header));
        }
        assert!(searcher.hashes() > 3 * 64);
        searcher.set(None);
        engine.shutdown();
    }

    #[test]
    fn new_work_leaves_nothing_of_the_old() {
        let (engine, searcher, mut finds) = searcher();
        searcher.set(Some(shares(1, false)));
        assert_eq!(hit(finds.blocking_recv()).serial, 1);
        searcher.set(Some(shares(2, true)));
        assert_eq!(searcher.turned_to(), Some((0, 2)));
        // At most what waited already is of the old one.
        let serials: Vec<u64> = (0..=MAX_WAITING_HITS)
            .map(|_| hit(finds.blocking_recv()).serial)
            .take_while(|serial| *serial == 1)
            .collect();
        assert!(serials.len() <= MAX_WAITING_HITS);
        // The new one ended with its hit.
        searcher.set(None);
        assert!(finds.try_recv().is_err());
        engine.shutdown();
    }

    #[test]
    fn hits_that_nobody_takes_pause_it() {
        let (engine, searcher, mut finds) = searcher();
        searcher.set(Some(shares(1, false)));
        // It is paused with room for one.
        while !searcher.0.state().paused {
            std::thread::yield_now();
        }
        let waiting = std::iter::from_fn(|| finds.try_recv().ok()).count();
        assert_eq!(waiting, MAX_WAITING_HITS - 1);
        searcher.resume();
        assert_eq!(hit(finds.blocking_recv()).serial, 1);
        searcher.set(None);
        engine.shutdown();
    }

    #[test]
    fn the_end_of_a_space_is_told() {
        let (engine, searcher, mut finds) = searcher();
        let mut small = shares(1, false);
        // The chance that one of 2^32 hashes meets this is 2^-208.
        small.target = Target::from_zero_bits(240).unwrap();
        let Puzzle::Job { extranonce2, mask, .. } = &mut small.puzzle else { panic!() };
        (*extranonce2, *mask) = (Vec::new(), None);
        let mut cursor = Cursor::new(small.clone()).unwrap();
        cursor.search().unwrap();
        cursor.exhausted();
        // As if all of it were searched, which takes a minute.
        let mut state = searcher.0.state();
        state.cursor = Some(cursor);
        drop(state);
        searcher.0.go_on();
        assert!(matches!(finds.blocking_recv(), Some(Found::Dry { upstream: 0 })));
        engine.shutdown();
    }
}
