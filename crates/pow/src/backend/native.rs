//! The backends of one processor family: its kernels in assembly for headers, its loop for data.
//!
//! Knows no instruction; a [`Family`] does.

#![expect(unsafe_code, reason = "instructions found at run time")]

use std::fmt;
use std::marker::PhantomData;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::header::HeaderScan;
use super::kernels::{Family, Kernels};
use super::portable::{Portable, scan_definition};
use super::{Backend, Bounds, Scanner};
use crate::prepared::{Prepared, Shape};
use crate::range::PositionRange;

/// See the module. Exists only where the processor has the instructions.
pub(super) struct Native<F>(PhantomData<fn() -> F>);

impl<F: Family> Native<F> {
    /// The backend, if the processor has the instructions.
    pub(super) fn detect() -> Option<Self> {
        F::detect().is_some().then_some(Self(PhantomData))
    }
}

impl<F: Family> fmt::Debug for Native<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Native({})", F::NAME)
    }
}

impl<F: Family + 'static> Backend for Native<F> {
    fn name(&self) -> &'static str {
        F::NAME
    }

    fn chunk_compressions(&self) -> u64 {
        F::CHUNK_COMPRESSIONS
    }

    fn bounds(&self) -> Bounds {
        F::BOUNDS
    }

    fn scanner(&self) -> Box<dyn Scanner> {
        let kernels = F::detect().map(|family| HeaderScan::new(Kernels::new(family)));
        // `detect` has found the instructions before, so there are kernels.
        kernels.map_or_else(|| Portable.scanner(), |header| Box::new(NativeScanner { header }))
    }
}

/// One thread's. Its kernels are the proof that the processor has the instructions.
#[derive(Debug)]
struct NativeScanner<F> {
    header: HeaderScan<Kernels<F>>,
}

impl<F: Family> Scanner for NativeScanner<F> {
    fn scan(
        &mut self,
        prepared: &Arc<Prepared>,
        range: PositionRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match prepared.shape() {
            Shape::Header(shape) => self.header.scan(prepared, *shape, range, on_candidate),
            // SAFETY: `detect` gave the family that the kernels hold.
            Shape::Data(data) => unsafe { F::scan_data(prepared, data, range, on_candidate) },
            Shape::Other => scan_definition(prepared, range, on_candidate),
        }
    }
}
