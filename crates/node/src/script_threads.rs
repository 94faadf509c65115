//! Threads for the scripts of blocks: the runner that `chain` leaves them to.
//!
//! Does not know scripts.

use quarry_chain::CheckRunner;
use rayon::prelude::*;

/// A pool of threads that checks the scripts of one block at a time.
#[derive(Debug)]
pub struct ScriptThreads(rayon::ThreadPool);

/// The system gives no threads.
#[derive(Debug, thiserror::Error)]
#[error("threads for scripts: {0}; choose fewer with -par")]
pub struct ScriptThreadsError(#[source] rayon::ThreadPoolBuildError);

impl ScriptThreads {
    /// So many threads; one for each core for 0.
    ///
    /// # Errors
    /// [`ScriptThreadsError`].
    pub fn new(count: usize) -> Result<Self, ScriptThreadsError> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(count)
            .thread_name(|n| format!("script-{n}"))
            .build();
        pool.map(Self).map_err(ScriptThreadsError)
    }
}

/// Fewer checks than this are done at once: handing them over would take longer.
const WORTH_SHARING: usize = 4;

impl CheckRunner for ScriptThreads {
    fn find_failure(&self, count: usize, check: &(dyn Fn(usize) -> bool + Sync)) -> Option<usize> {
        if count < WORTH_SHARING {
            return (0..count).find(|index| !check(*index));
        }
        self.0.install(|| (0..count).into_par_iter().find_any(|index| !check(*index)))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn every_check_is_done_and_a_failure_found() {
        let threads = ScriptThreads::new(3).unwrap();
        for count in [0, 1, 3, 4, 1_000] {
            let done = AtomicUsize::new(0);
            let all = |_| done.fetch_add(1, Ordering::Relaxed) < usize::MAX;
            assert_eq!(threads.find_failure(count, &all), None);
            assert_eq!(done.into_inner(), count);
            for bad in 0..count.min(10) {
                assert_eq!(threads.find_failure(count, &|index| index != bad), Some(bad));
            }
        }
    }
}
