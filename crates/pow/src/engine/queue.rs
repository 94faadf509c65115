//! Which search is next: by priority, in turn among equals, and with a small share for the less
//! urgent, so that nothing waits for ever behind a long search.
//!
//! Plain data behind the pool's lock; knows no thread.

use std::collections::VecDeque;
use std::sync::Arc;

use super::task::Task;
use super::{EngineError, Priority};
use crate::limits::{FAIR_EVERY, MAX_SEARCHES};

/// The searches that have not ended.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// All of them, at most [`MAX_SEARCHES`]: those waiting and those whose last chunks are in
    /// work.
    live: Vec<Arc<Task>>,
    /// Those with chunks left, by priority, in the order of their turns.
    waiting: [VecDeque<Arc<Task>>; Priority::COUNT],
    /// Counts the turns given; every [`FAIR_EVERY`]th is a fair one.
    turns: u64,
    /// No search is taken any more.
    closed: bool,
}

/// What a thread does next.
#[derive(Debug)]
pub(super) enum Next {
    /// Take chunks of this search; one only, if others wait for their turn.
    Search {
        /// The search.
        task: Arc<Task>,
        /// Whether it is the only one with chunks left.
        alone: bool,
    },
    /// Wait.
    Nothing,
    /// End.
    Closed,
}

impl Queue {
    /// Takes a search in.
    pub(super) fn add(&mut self, task: Arc<Task>) -> Result<(), EngineError> {
        if self.closed {
            return Err(EngineError::ShutDown);
        }
        if self.live.len() >= MAX_SEARCHES {
            return Err(EngineError::Full);
        }
        self.waiting[task.priority() as usize].push_back(Arc::clone(&task));
        self.live.push(task);
        Ok(())
    }

    /// Forgets a search that has ended.
    pub(super) fn remove(&mut self, task: &Arc<Task>) {
        // Both are at most MAX_SEARCHES long.
        self.live.retain(|other| !Arc::ptr_eq(other, task));
        self.waiting[task.priority() as usize].retain(|other| !Arc::ptr_eq(other, task));
    }

    /// The search whose turn it is; it goes to the end of its priority's line.
    pub(super) fn next(&mut self) -> Next {
        if self.closed {
            return Next::Closed;
        }
        for line in &mut self.waiting {
            line.retain(|task| task.has_chunks());
        }
        self.turns += 1;
        let first = self.first_line();
        let order = (first..Priority::COUNT).chain(0..first);
        let lines = order.filter_map(|line| self.waiting[line].pop_front()).next();
        let Some(task) = lines else { return Next::Nothing };
        let alone = self.waiting.iter().all(VecDeque::is_empty);
        self.waiting[task.priority() as usize].push_back(Arc::clone(&task));
        Next::Search { task, alone }
    }

    /// The line that is served first this turn: the most urgent, but for fair turns, which go to the
    /// less urgent ones alternately.
    fn first_line(&self) -> usize {
        if self.turns.is_multiple_of(FAIR_EVERY) {
            1 + usize::from((self.turns / FAIR_EVERY).is_multiple_of(2))
        } else {
            0
        }
    }

    /// Whether no search is taken any more.
    pub(super) const fn is_closed(&self) -> bool {
        self.closed
    }

    /// Takes no more searches in, and gives out those that have not ended.
    pub(super) fn close(&mut self) -> Vec<Arc<Task>> {
        self.closed = true;
        for line in &mut self.waiting {
            line.clear();
        }
        std::mem::take(&mut self.live)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Search, Target, Work, backend_by_name};

    fn task(priority: Priority) -> Arc<Task> {
        let work = Work::header([0; 80], Target::MAX);
        let range = work.space();
        let backend = backend_by_name("portable").unwrap();
        Arc::new(Task::new(Search { work, range, priority }, backend, Box::new(|_| ())))
    }

    /// The position in `tasks` of the next search, and whether it is alone.
    fn next(queue: &mut Queue, tasks: &[Arc<Task>]) -> (usize, bool) {
        match queue.next() {
            Next::Search { task, alone } => {
                (tasks.iter().position(|other| Arc::ptr_eq(other, &task)).unwrap(), alone)
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn urgent_first_and_equals_in_turn() {
        let mut queue = Queue::default();
        assert!(matches!(queue.next(), Next::Nothing));
        let tasks =
            [Priority::Mine, Priority::Worker, Priority::Worker, Priority::Verify].map(task);
        for task in &tasks {
            queue.add(Arc::clone(task)).unwrap();
        }
        assert_eq!([(); 2].map(|()| next(&mut queue, &tasks)), [(3, false), (3, false)]);
        queue.remove(&tasks[3]);
        let turns = [(); 3].map(|()| next(&mut queue, &tasks));
        assert_eq!(turns, [(1, false), (2, false), (1, false)]);
        queue.remove(&tasks[1]);
        queue.remove(&tasks[2]);
        assert_eq!(next(&mut queue, &tasks), (0, true));
        assert_eq!(queue.close().len(), 1);
        assert!(matches!(queue.next(), Next::Closed));
        assert!(matches!(queue.add(task(Priority::Mine)), Err(EngineError::ShutDown)));
    }

    #[test]
    fn nothing_starves_behind_a_long_search() {
        let mut queue = Queue::default();
        let tasks = [Priority::Mine, Priority::Worker, Priority::Verify].map(task);
        for task in &tasks {
            queue.add(Arc::clone(task)).unwrap();
        }
        let mut turns = [0; 3];
        for _ in 0..4 * FAIR_EVERY {
            turns[next(&mut queue, &tasks).0] += 1;
        }
        assert_eq!(turns, [2, 2, 4 * FAIR_EVERY - 4]);
    }

    #[test]
    fn the_limit_is_exact() {
        let mut queue = Queue::default();
        let first = task(Priority::Mine);
        queue.add(Arc::clone(&first)).unwrap();
        for _ in 1..MAX_SEARCHES {
            queue.add(task(Priority::Mine)).unwrap();
        }
        assert!(matches!(queue.add(task(Priority::Verify)), Err(EngineError::Full)));
        queue.remove(&first);
        queue.add(task(Priority::Verify)).unwrap();
    }
}
