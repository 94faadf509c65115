//! The process's one clock, which a test may hold still and move.
//!
//! Does not know who asks; rules get the value, never the clock.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use quarry_primitives::Now;
use tokio::sync::watch;

/// A source of [`Now`]: the system's, or one that moves only when told.
///
/// A clone is the same clock.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    started: Instant,
    manual: bool,
    /// Whether `still` is the time. All that reading the system's clock pays for being movable.
    stands: AtomicBool,
    still: Mutex<Now>,
    /// How far the monotonic clock runs ahead of the system's, for what was moved once.
    ahead_ms: AtomicU64,
    moves: watch::Sender<u64>,
}

fn millis(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

impl Clock {
    fn new(manual: bool, still: Now) -> Self {
        Self(Arc::new(Inner {
            started: Instant::now(),
            manual,
            stands: AtomicBool::new(manual),
            still: Mutex::new(still),
            ahead_ms: AtomicU64::new(0),
            moves: watch::Sender::new(0),
        }))
    }

    /// The system's clocks.
    #[must_use]
    pub fn system() -> Self {
        Self::new(false, Now::default())
    }

    /// A clock that stands at `ms` until [`Clock::advance`] moves it.
    #[must_use]
    pub fn manual(ms: u64) -> Self {
        Self::new(true, Now::from_ms(ms))
    }

    /// Moves a manual clock forward; does nothing to the system's.
    pub fn advance(&self, by_ms: u64) {
        if self.0.manual {
            let mut still = self.still();
            still.wall_ms = still.wall_ms.saturating_add(by_ms);
            still.mono_ms = still.mono_ms.saturating_add(by_ms);
            drop(still);
            self.tell();
        }
    }

    /// Holds all time at a second since 1970 (`setmocktime`), or lets it run again.
    ///
    /// The monotonic part makes the same jump forward, and stands still too; it never goes back,
    /// whichever way the wall's time is moved. Whoever waits on [`Clock::moves`] is woken.
    pub fn set_mock_secs(&self, secs: Option<u64>) {
        let mut still = self.still();
        let before = self.read(&still);
        match secs {
            Some(secs) => {
                let wall_ms = secs.saturating_mul(1000);
                let jump_ms = wall_ms.saturating_sub(before.wall_ms);
                *still = Now { wall_ms, mono_ms: before.mono_ms.saturating_add(jump_ms) };
                self.0.stands.store(true, Ordering::Release);
            }
            None if !self.0.manual => {
                let elapsed_ms = millis(self.0.started.elapsed());
                let ahead_ms = before.mono_ms.saturating_sub(elapsed_ms);
                self.0.ahead_ms.store(ahead_ms, Ordering::Release);
                self.0.stands.store(false, Ordering::Release);
            }
            None => {}
        }
        drop(still);
        self.tell();
    }

    /// Whether time stands still until it is moved.
    #[must_use]
    pub fn is_mocked(&self) -> bool {
        self.0.stands.load(Ordering::Acquire)
    }

    /// Changes whenever the clock is moved: for whoever sleeps until some time of this clock.
    #[must_use]
    pub fn moves(&self) -> watch::Receiver<u64> {
        self.0.moves.subscribe()
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Now {
        if self.is_mocked() { self.read(&self.still()) } else { self.system_now() }
    }

    fn read(&self, still: &Now) -> Now {
        // Asked again under the lock: it may have been let go meanwhile.
        if self.is_mocked() { *still } else { self.system_now() }
    }

    fn system_now(&self) -> Now {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let ahead_ms = self.0.ahead_ms.load(Ordering::Acquire);
        let mono_ms = millis(self.0.started.elapsed()).saturating_add(ahead_ms);
        Now { wall_ms: millis(wall), mono_ms }
    }

    fn still(&self) -> MutexGuard<'_, Now> {
        // Two numbers: nobody can leave them half done.
        self.0.still.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self) {
        self.0.moves.send_modify(|count| *count = count.wrapping_add(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mocked_clock_stands_and_its_monotonic_part_never_goes_back() {
        let clock = Clock::system();
        let moves = clock.moves();
        let real = clock.now();
        let ahead_secs = real.wall_ms / 1000 + 1000;
        clock.set_mock_secs(Some(ahead_secs));
        let mocked = clock.now();
        assert!(clock.is_mocked() && moves.has_changed().unwrap());
        assert_eq!((mocked.wall_ms, clock.now()), (ahead_secs * 1000, mocked));
        assert!(mocked.mono_ms >= real.mono_ms + 999_000);
        // Backwards: only the wall's.
        clock.set_mock_secs(Some(5));
        assert_eq!(clock.now(), Now { wall_ms: 5_000, mono_ms: mocked.mono_ms });
        clock.set_mock_secs(None);
        let free = clock.now();
        assert!(!clock.is_mocked());
        assert!(free.wall_ms >= real.wall_ms && free.mono_ms >= mocked.mono_ms);
    }

    #[test]
    fn a_manual_clock_moves_only_when_told() {
        let clock = Clock::manual(7);
        let same = clock.clone();
        same.advance(3);
        assert_eq!(clock.now(), Now::from_ms(10));
        clock.set_mock_secs(Some(1));
        clock.set_mock_secs(None);
        assert_eq!(clock.now(), Now::from_ms(1000));
        let system = Clock::system();
        system.set_mock_secs(Some(50));
        system.advance(1);
        assert_eq!(system.now().wall_ms, 50_000);
    }
}
