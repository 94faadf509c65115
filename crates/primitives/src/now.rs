//! The only form in which time reaches a rule.
//!
//! Does not know where time comes from: one mockable clock per process makes it.

use serde::{Deserialize, Serialize};

/// A moment, as handed to rules by whoever owns the clock.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Now {
    /// Milliseconds since the Unix epoch by the wall clock. May jump either way.
    pub wall_ms: u64,
    /// Milliseconds of a clock that never goes back; its zero has no meaning outside the process.
    pub mono_ms: u64,
}

impl Now {
    /// A moment whose wall and monotonic clock agree, as simulations use it.
    #[must_use]
    pub const fn from_ms(ms: u64) -> Self {
        Self { wall_ms: ms, mono_ms: ms }
    }

    /// Whole seconds since the Unix epoch, as block headers count them (saturating at `u32::MAX`).
    #[must_use]
    pub fn wall_secs(self) -> u32 {
        u32::try_from(self.wall_ms / 1000).unwrap_or(u32::MAX)
    }
}
