//! The process's one clock, which a test may hold still and move.
//!
//! Does not know who asks; rules get the value, never the clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use quarry_primitives::Now;

/// A source of [`Now`]: the system's, or one that moves only when told.
#[derive(Clone, Debug)]
pub struct Clock(Kind);

#[derive(Clone, Debug)]
enum Kind {
    System { started: Instant },
    Manual(Arc<AtomicU64>),
}

impl Clock {
    /// The system's clocks.
    #[must_use]
    pub fn system() -> Self {
        Self(Kind::System { started: Instant::now() })
    }

    /// A clock that stands at `ms` until [`Clock::advance`] moves it.
    #[must_use]
    pub fn manual(ms: u64) -> Self {
        Self(Kind::Manual(Arc::new(AtomicU64::new(ms))))
    }

    /// Moves a manual clock forward; does nothing to the system's.
    pub fn advance(&self, by_ms: u64) {
        if let Kind::Manual(ms) = &self.0 {
            ms.fetch_add(by_ms, Ordering::SeqCst);
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Now {
        match &self.0 {
            Kind::System { started } => {
                let wall = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Now {
                    wall_ms: u64::try_from(wall.as_millis()).unwrap_or(u64::MAX),
                    mono_ms: u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
                }
            }
            Kind::Manual(ms) => Now::from_ms(ms.load(Ordering::SeqCst)),
        }
    }
}
