//! Backends: one implementation of the search loop per instruction set, and the choice among them.
//!
//! Knows no threads and no queue: a backend scans the range it is given and returns.

use std::fmt;
use std::ops::ControlFlow;
use std::sync::OnceLock;

use crate::prepared::Prepared;
use crate::range::NonceRange;

mod portable;
pub(crate) mod self_test;
#[cfg(target_arch = "x86_64")]
mod sha_ni;

/// An implementation of the search loop.
///
/// The contract of [`scan`](Self::scan):
/// - `range` lies in the work's [space](crate::Work::space); any start, any length from one nonce
///   up, any end up to and including the space's last nonce.
/// - `on_candidate` is called once for each nonce of the range whose hash has its most significant
///   32 bits at or below those of the target, in ascending order, and for no other nonce. Every hit
///   is therefore a candidate, and a candidate is a hit if [`Work::verify`](crate::Work::verify)
///   says so.
/// - If `on_candidate` breaks, the scan stops and breaks; otherwise it continues to the range's
///   end.
/// - A scan keeps no state: many threads may scan the same [`Prepared`] at once.
///
/// What is fastest: whole chunks (set-up is repeated for each scan), and a nonce that lies in one
/// 64-byte block together with the data's end, so that one nonce costs two compressions.
pub trait Backend: Send + Sync + fmt::Debug {
    /// A short name that selects the backend, such as `portable`.
    fn name(&self) -> &'static str;

    /// Compressions that one thread does in a few milliseconds on a slow processor of this kind:
    /// the size of the chunks, and so the delay of a cancellation.
    fn chunk_compressions(&self) -> u64;

    /// Hashes every nonce of `range`; see the contract above.
    fn scan(
        &self,
        prepared: &Prepared,
        range: NonceRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()>;
}

/// The backends that this processor can run and that passed the known-answer test, the preferred
/// (commonly the fastest) first and the portable one last.
///
/// Detection and test happen once in a process.
#[must_use]
pub fn backends() -> Vec<&'static dyn Backend> {
    static USABLE: OnceLock<Vec<&'static dyn Backend>> = OnceLock::new();
    USABLE
        .get_or_init(|| {
            let mut usable = compiled();
            usable.retain(|backend| self_test::passes(*backend));
            usable
        })
        .clone()
}

/// The usable backend of a name.
#[must_use]
pub fn backend_by_name(name: &str) -> Option<&'static dyn Backend> {
    backends().into_iter().find(|backend| backend.name() == name)
}

/// The backends whose instructions this processor has, the preferred first. The one place that
/// names them all.
fn compiled() -> Vec<&'static dyn Backend> {
    let mut found: Vec<&'static dyn Backend> = Vec::new();
    #[cfg(target_arch = "x86_64")]
    if let Some(backend) = sha_ni::ShaNi::detect() {
        found.push(backend);
    }
    found.push(&portable::Portable);
    found
}
