//! What this crate is measured by: the `sha2` crate used well, and a loop of known cycles.
//!
//! Not part of the interface; for `quarry bench`, which has the clock.

use std::hint::black_box;

use sha2::{Digest as _, Sha256};

use crate::space::HEADER_LEN;

/// Hashes a header with `count` nonces from `first` up, which wraps, as a program does that uses the
/// `sha2` crate well: the hasher is fed with the first block once and copied for each nonce.
pub fn scan_header(header: &[u8; HEADER_LEN], first: u32, count: u64) {
    let (before, rest) = header.split_at(64);
    let midstate = Sha256::new_with_prefix(before);
    let mut tail = [0; 16];
    tail.copy_from_slice(rest);
    let mut nonce = first;
    for _ in 0..count {
        tail[12..].copy_from_slice(&nonce.to_le_bytes());
        let once = midstate.clone().chain_update(tail).finalize();
        black_box(Sha256::digest(once)[31] == 0);
        nonce = nonce.wrapping_add(1);
    }
}

/// Additions in one turn of the loop in [`chain`]; each is followed by an exclusive or.
const PAIRS: u64 = 64;

/// Runs a chain of dependent one-cycle instructions and returns its length, at least `cycles`: the
/// cycles it takes on a processor that adds 64-bit numbers in one, as all common ones do.
///
/// Additions and exclusive ors alternate, so that the compiler cannot put two together; the loop's
/// own instructions run beside the chain. An estimate: a processor that changes its clock in the
/// middle, or the thread's being set aside, makes it wrong.
#[must_use]
pub fn chain(cycles: u64) -> u64 {
    let turns = cycles.div_ceil(2 * PAIRS);
    let (addend, mask) = (black_box(0x9e37_79b9_7f4a_7c15_u64), black_box(0x5851_f42d_4c95_7f2d));
    let mut value = black_box(1u64);
    for _ in 0..turns {
        for _ in 0..PAIRS {
            value = value.wrapping_add(addend) ^ mask;
        }
    }
    black_box(value);
    turns * 2 * PAIRS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chain_is_at_least_as_long_as_asked() {
        assert_eq!(chain(0), 0);
        assert_eq!(chain(1), 2 * PAIRS);
        assert_eq!(chain(2 * PAIRS + 1), 4 * PAIRS);
    }
}
