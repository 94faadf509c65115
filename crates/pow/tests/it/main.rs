//! The crate as its users see it.

#![expect(clippy::unwrap_used, reason = "helpers fail a test as the tests do")]

mod blocks;
mod differential;
mod engine;
mod exhaustive;
mod law;
mod rolling;
mod surface;

use std::ops::ControlFlow;
use std::sync::Arc;

use quarry_pow::{Backend, PositionRange, Prepared, Work};

/// A range of which the test knows that it is one.
fn range(first: u64, last: u64) -> PositionRange {
    PositionRange::new(first, last).unwrap()
}

/// All that a scan reports, in its order.
fn candidates(backend: &dyn Backend, work: &Work, range: PositionRange) -> Vec<u64> {
    let mut found = Vec::new();
    let end = backend.scanner().scan(&Arc::new(Prepared::new(work.clone())), range, &mut |nonce| {
        found.push(nonce);
        ControlFlow::Continue(())
    });
    assert!(end.is_continue());
    found
}
