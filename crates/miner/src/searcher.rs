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
