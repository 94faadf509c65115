//! Which backend is the fastest for a work, by a short measurement on one thread.
//!
//! Knows no clock: the time comes as an argument. Says how fast a backend is here and now; a thread
//! that shares its core with another will be slower.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use super::{Backend, Scanner};
use crate::limits::CALIBRATION_TURN_SHARE;
use crate::prepared::Prepared;
use crate::range::PositionRange;
use crate::target::Target;
use crate::work::Work;

/// How fast a backend is for a work.
#[derive(Clone, Copy, Debug)]
pub struct Calibration {
    /// The backend.
    pub backend: &'static dyn Backend,
    /// Positions that one thread hashed in a second, in its best turn.
    pub hashes_per_second: f64,
}

/// Measures backends with a work, the fastest first in the answer.
///
/// The backends alternate in short turns, a fraction of a chunk each, until `budget` has passed; the
/// round in which it passes is finished, so each has one turn at least. What counts is a backend's
/// best turn: whatever disturbs a turn makes it slower and never faster, so the best one says most
/// about the backend. `now` is any clock that does not go back.
///
/// ```
/// use quarry_pow::{Target, Work, backends, calibrate, limits::CALIBRATION_BUDGET};
/// let start = std::time::Instant::now();
/// let work = Work::header([0; 80], Target::MAX);
/// let fastest = calibrate(&backends(), &work, CALIBRATION_BUDGET, &mut || start.elapsed());
/// assert!(fastest[0].hashes_per_second > 0.0);
/// ```
pub fn calibrate(
    backends: &[&'static dyn Backend],
    work: &Work,
    budget: Duration,
    now: &mut dyn FnMut() -> Duration,
) -> Vec<Calibration> {
    // No hash meets it (but the hash zero), so that nothing but the search is measured.
    let prepared =
        Arc::new(Prepared::new(work.clone().with_target(Target::from_be_bytes([0; 32]))));
    let mut turns: Vec<Turns> = backends.iter().map(|backend| Turns::new(*backend)).collect();
    let start = now();
    loop {
        let mut time = now();
        for turn in &mut turns {
            turn.take(&prepared, &mut time, now);
        }
        if turns.is_empty() || time.saturating_sub(start) >= budget {
            break;
        }
    }
    let mut found: Vec<Calibration> = turns.into_iter().map(|turn| turn.best).collect();
    // Stable, so that of equals the preferred stays first.
    found.sort_by(|a, b| b.hashes_per_second.total_cmp(&a.hashes_per_second));
    found
}

/// One backend's turns.
struct Turns {
    scanner: Box<dyn Scanner>,
    best: Calibration,
}

impl Turns {
    fn new(backend: &'static dyn Backend) -> Self {
        Self { scanner: backend.scanner(), best: Calibration { backend, hashes_per_second: 0.0 } }
    }

    /// One turn from `time` on, which is moved to its end.
    fn take(
        &mut self,
        prepared: &Arc<Prepared>,
        time: &mut Duration,
        now: &mut dyn FnMut() -> Duration,
    ) {
        let compressions = self.best.backend.chunk_compressions() / CALIBRATION_TURN_SHARE;
        // Every space holds 2^32 positions or more, and a turn fewer by far.
        let positions = prepared.positions_for(compressions);
        let range = PositionRange::up_to(positions - 1);
        let _ = self.scanner.scan(prepared, range, &mut |_| ControlFlow::Continue(()));
        let end = now();
        // A clock too coarse for a turn makes it look too fast rather than divides by zero.
        let seconds = end.saturating_sub(*time).max(Duration::from_nanos(1)).as_secs_f64();
        let hashes = f64::from(u32::try_from(positions).unwrap_or(u32::MAX));
        self.best.hashes_per_second = self.best.hashes_per_second.max(hashes / seconds);
        *time = end;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    /// A backend that takes its time by moving a clock on.
    #[derive(Clone, Copy, Debug)]
    struct Paced {
        name: &'static str,
        nanos_per_hash: u64,
        /// Nanoseconds that each turn but one in three takes longer.
        disturbance: u64,
        clock: &'static AtomicU64,
    }

    impl Paced {
        fn leak(
            name: &'static str,
            clock: &'static AtomicU64,
            nanos_per_hash: u64,
            disturbance: u64,
        ) -> &'static Self {
            Box::leak(Box::new(Self { name, nanos_per_hash, disturbance, clock }))
        }
    }

    impl Backend for Paced {
        fn name(&self) -> &'static str {
            self.name
        }

        fn chunk_compressions(&self) -> u64 {
            1 << 14
        }

        fn scanner(&self) -> Box<dyn Scanner> {
            Box::new(PacedScanner { pace: *self, turns: 0 })
        }
    }

    #[derive(Debug)]
    struct PacedScanner {
        pace: Paced,
        turns: u64,
    }

    impl Scanner for PacedScanner {
        fn scan(
            &mut self,
            _: &Arc<Prepared>,
            range: PositionRange,
            _: &mut dyn FnMut(u64) -> ControlFlow<()>,
        ) -> ControlFlow<()> {
            self.turns += 1;
            let disturbed = if self.turns % 3 == 2 { 0 } else { self.pace.disturbance };
            let hashes = range.last() - range.first() + 1;
            let nanos = hashes * self.pace.nanos_per_hash + disturbed;
            self.pace.clock.fetch_add(nanos, Ordering::Relaxed);
            ControlFlow::Continue(())
        }
    }

    fn clock() -> &'static AtomicU64 {
        Box::leak(Box::new(AtomicU64::new(5)))
    }

    fn names(
        backends: &[&'static dyn Backend],
        clock: &'static AtomicU64,
        budget: Duration,
    ) -> Vec<(&'static str, f64)> {
        let work = Work::header([0; 80], Target::MAX);
        let mut now = || Duration::from_nanos(clock.load(Ordering::Relaxed));
        let found = calibrate(backends, &work, budget, &mut now);
        found.iter().map(|c| (c.backend.name(), c.hashes_per_second.round())).collect()
    }

    #[test]
    fn the_fastest_comes_first_even_if_its_turns_were_disturbed() {
        let clock = clock();
        let slow = Paced::leak("slow", clock, 100, 0);
        let fast = Paced::leak("fast", clock, 20, 1_000_000);
        let found = names(&[slow, fast], clock, Duration::from_millis(20));
        assert_eq!(found, [("fast", 50_000_000.0), ("slow", 10_000_000.0)]);
    }

    #[test]
    fn the_budget_ends_it_after_a_round() {
        let clock = clock();
        let backend = Paced::leak("one", clock, 100, 0);
        // 2^14 compressions by four are 2048 header positions.
        let turn = 2048 * 100;
        for (budget, turns) in [(0, 1), (turn, 1), (turn + 1, 2), (100 * turn - 1, 100)] {
            let before = clock.load(Ordering::Relaxed);
            names(&[backend], clock, Duration::from_nanos(budget));
            assert_eq!(clock.load(Ordering::Relaxed) - before, turns * turn, "{budget}");
        }
        assert_eq!(names(&[], clock, Duration::from_secs(1)), []);
    }

    #[test]
    fn a_clock_that_stands_still_is_no_division_by_zero() {
        let work = Work::header([0; 80], Target::MAX);
        let found =
            calibrate(&super::super::backends(), &work, Duration::ZERO, &mut || Duration::ZERO);
        assert!(found.iter().all(|c| c.hashes_per_second.is_finite()));
    }
}
