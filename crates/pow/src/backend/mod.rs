//! Backends: one implementation of the search loop per instruction set, and the choice among them.
//!
//! Knows no threads and no queue: a backend scans the range it is given and returns.

use std::fmt;
use std::ops::ControlFlow;
use std::sync::{Arc, OnceLock};

use crate::prepared::Prepared;
use crate::range::PositionRange;

mod calibrate;
mod header;
#[cfg(target_arch = "x86_64")]
mod kernels;
#[cfg(target_arch = "x86_64")]
mod lanes;
#[cfg(target_arch = "x86_64")]
mod native;
mod portable;
pub(crate) mod self_test;
#[cfg(target_arch = "x86_64")]
mod sha_ni;

pub use calibrate::{Calibration, calibrate};

/// An implementation of the search loop.
pub trait Backend: Send + Sync + fmt::Debug {
    /// A short name that selects the backend, such as `portable`.
    fn name(&self) -> &'static str;

    /// Compressions that one thread does in a few milliseconds on a slow processor of this kind:
    /// the size of the chunks, and so the delay of a cancellation.
    fn chunk_compressions(&self) -> u64;

    /// What one thread scans with.
    fn scanner(&self) -> Box<dyn Scanner>;

    /// What bounds its speed for headers; nothing where nobody has counted.
    fn bounds(&self) -> Bounds {
        Bounds::default()
    }
}

/// The fewest cycles that a hash of a header can take: the instructions that are left when
/// everything that can be shared is shared, divided by what the pipes of a Zen 4 core do in a
/// cycle. Other cores have other pipes. docs/kernels.md counts them.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Bounds {
    /// With a fixed version.
    pub nonce: Option<f64>,
    /// With versions that share a nonce.
    pub version: Option<f64>,
}

/// One thread's use of a [`Backend`]: its buffers, and what it has worked out for the part of the
/// space that it scanned last. Under a mebibyte.
///
/// The contract of [`scan`](Self::scan):
/// - `range` lies in the work's [space](crate::Work::space); any start, any length from one
///   position up, any end up to and including the space's last.
/// - `on_candidate` is called once for each position of the range whose hash has its most
///   significant 32 bits at or below those of the target, in ascending order, and for no other. So
///   every hit is a candidate, and a candidate is a hit if [`Work::verify`](crate::Work::verify)
///   says so.
/// - If `on_candidate` breaks, the scan stops and breaks; otherwise it continues to the range's
///   end.
/// - What one scan leaves in the scanner changes no result of another, of whatever work.
///
/// What is fastest: an 80-byte header in Bitcoin's order, and whole chunks of one work.
pub trait Scanner: Send + fmt::Debug {
    /// Hashes every position of `range`; see the contract above.
    fn scan(
        &mut self,
        prepared: &Arc<Prepared>,
        range: PositionRange,
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
    {
        use std::sync::LazyLock;

        use kernels::{Avx2, Avx512, Hybrid, ShaNi};
        use native::Native;

        static SHA_NI_AVX512: LazyLock<Option<Native<Hybrid>>> = LazyLock::new(Native::detect);
        static SHA_NI: LazyLock<Option<Native<ShaNi>>> = LazyLock::new(Native::detect);
        static AVX512: LazyLock<Option<Native<Avx512>>> = LazyLock::new(Native::detect);
        static AVX2: LazyLock<Option<Native<Avx2>>> = LazyLock::new(Native::detect);
        found.extend(SHA_NI_AVX512.as_ref().map(|backend| backend as &dyn Backend));
        found.extend(SHA_NI.as_ref().map(|backend| backend as &dyn Backend));
        found.extend(AVX512.as_ref().map(|backend| backend as &dyn Backend));
        found.extend(AVX2.as_ref().map(|backend| backend as &dyn Backend));
    }
    found.push(&portable::Portable);
    found
}
