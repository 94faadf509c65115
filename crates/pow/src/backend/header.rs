//! The search of a header's positions: what every kernel for headers shares.
//!
//! Cuts a range into segments, has each set up once, and brings what a kernel reports into terms of
//! positions. Knows no instruction set; a [`HeaderKernel`] knows no position.

use std::ops::ControlFlow;
use std::sync::{Arc, Weak};

use crate::prepared::{HeaderShape, Prepared, Segment};
use crate::range::PositionRange;

/// A kernel that hashes headers that differ in nonce and version only.
pub(super) trait HeaderKernel {
    /// Takes a segment to hash, and the highest top word that a candidate's hash may have.
    fn set(&mut self, segment: &Segment, bound: u32);

    /// Hashes the nonces `first..=last` with every version of the segment and reports each
    /// candidate as nonce and version, the index of its midstate; in ascending order of the nonce,
    /// then of the version.
    ///
    /// # Errors
    /// Breaks as soon as `found` does.
    fn scan(
        &mut self,
        first: u32,
        last: u32,
        found: &mut dyn FnMut(u32, u32) -> ControlFlow<()>,
    ) -> ControlFlow<()>;
}

/// A kernel and the segment it is set to.
#[derive(Debug)]
pub(super) struct HeaderScan<K> {
    kernel: K,
    /// The work and the number of the segment. A weak reference keeps no work alive, but its
    /// address from being given to another.
    set: Option<(Weak<Prepared>, u64)>,
}

impl<K: HeaderKernel> HeaderScan<K> {
    pub(super) const fn new(kernel: K) -> Self {
        Self { kernel, set: None }
    }

    /// See [`Scanner::scan`](super::Scanner::scan).
    #[expect(clippy::cast_possible_truncation, reason = "below the segment's bits the nonce is 32")]
    pub(super) fn scan(
        &mut self,
        prepared: &Arc<Prepared>,
        shape: HeaderShape,
        range: PositionRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let (mut first, block_bits) = (range.first(), shape.block_bits);
        loop {
            let number = first >> shape.segment_bits;
            let start = number << shape.segment_bits;
            let last = range.last().min(start | ((1 << shape.segment_bits) - 1));
            self.set(prepared, shape, number);
            let nonce = |position: u64| (position >> block_bits) as u32;
            // At the ends of a range a nonce may have versions outside of it.
            self.kernel.scan(nonce(first), nonce(last), &mut |nonce, version| {
                let position = start | u64::from(nonce) << block_bits | u64::from(version);
                if (first..=last).contains(&position) {
                    on_candidate(position)
                } else {
                    ControlFlow::Continue(())
                }
            })?;
            if last == range.last() {
                return ControlFlow::Continue(());
            }
            first = last + 1;
        }
    }

    fn set(&mut self, prepared: &Arc<Prepared>, shape: HeaderShape, number: u64) {
        let is_set = self.set.as_ref().is_some_and(|(work, segment)| {
            *segment == number && Weak::as_ptr(work) == Arc::as_ptr(prepared)
        });
        if !is_set {
            let bound = prepared.work().target().top_word();
            self.kernel.set(&prepared.segment(shape, number), bound);
            self.set = Some((Arc::downgrade(prepared), number));
        }
    }
}
