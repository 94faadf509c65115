//! Which search is next: by priority, and in turn among equals.
//!
//! Plain data behind the pool's lock; knows no thread.

use std::collections::VecDeque;
use std::sync::Arc;

use super::task::Task;
use super::{EngineError, Priority};
use crate::limits::MAX_SEARCHES;

/// The searches that have not ended.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// All of them, at most [`MAX_SEARCHES`]: those waiting and those whose last chunks are in
    /// work.
    live: Vec<Arc<Task>>,
    /// Those with chunks left, by priority, in the order of their turns.
    waiting: [VecDeque<Arc<Task>>; Priority::COUNT],
    /// No search is taken any more.
    closed: bool,
}

/// What a thread does next.
#[derive(Debug)]
pub(super) enum Next {
    /// Take chunks of this search; one only, if others of its priority wait for their turn.
    Search {
        /// The search.
        task: Arc<Task>,
        /// Whether it is the only one of its priority.
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
            while let Some(task) = line.pop_front() {
                if task.has_chunks() {
                    let alone = line.is_empty();
                    line.push_back(Arc::clone(&task));
                    return Next::Search { task, alone };
                }
            }
        }
        Next::Nothing
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
        assert_eq!([(); 2].map(|()| next(&mut queue, &tasks)), [(3, true), (3, true)]);
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
