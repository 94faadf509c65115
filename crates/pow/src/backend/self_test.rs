//! The known-answer test that a backend must pass on this very processor before it is used.
//!
//! Knows backends by their trait only. The answers are the nonce of Bitcoin's first block, which is
//! published, and those of [`Work::hash`], which shares no code with any backend.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Backend, Scanner};
use crate::hash::HashOrder;
use crate::prepared::Prepared;
use crate::range::PositionRange;
use crate::space::{Extranonce, VersionMask};
use crate::target::Target;
use crate::work::{Endian, NonceField, NonceWidth, Work};

/// Bitcoin's first block, its nonce left out.
const GENESIS: [u8; 80] = {
    let mut header = [0; 80];
    header[0] = 1;
    let merkle_root = *b"\x3b\xa3\xed\xfd\x7a\x7b\x12\xb2\x7a\xc7\x2c\x3e\x67\x76\x8f\x61\
                         \x7f\xc8\x1b\xc3\x88\x8a\x51\x32\x3a\x9f\xb8\xaa\x4b\x1e\x5e\x4a";
    let mut at = 0;
    while at < 32 {
        header[36 + at] = merkle_root[at];
        at += 1;
    }
    let time_and_bits = *b"\x29\xab\x5f\x49\xff\xff\x00\x1d";
    at = 0;
    while at < 8 {
        header[68 + at] = time_and_bits[at];
        at += 1;
    }
    header
};

/// Its nonce.
const GENESIS_NONCE: u64 = 2_083_236_893;

/// Whether a backend gives every known answer. Takes well under a millisecond in release builds.
///
/// One scanner answers them all, so that it is also asked whether one work leaves something behind
/// for another.
pub(crate) fn passes(backend: &dyn Backend) -> bool {
    let scanner = &mut *backend.scanner();
    finds_genesis(scanner)
        && LAYOUTS.into_iter().all(|layout| agrees(scanner, layout))
        && rolls(scanner)
        && finds_genesis(scanner)
}

/// The same candidates as the definition gives where versions share a nonce, and where extranonces
/// follow one another: over the ends of nonces, in the midst of them, and over the end of a segment.
fn rolls(scanner: &mut dyn Scanner) -> bool {
    let Ok(target) = Target::from_zero_bits(2) else { return false };
    let Ok(extranonce) = Extranonce::new(vec![0x11; 100], 40, 8, vec![[0x22; 32]]) else {
        return false;
    };
    let works = [
        Work::rolling_header(GENESIS, Some(VersionMask::BIP320), None, target),
        Work::rolling_header(GENESIS, None, Some(extranonce), target),
    ];
    works.into_iter().all(|work| {
        let segment_end = if work.parts(0).is_some_and(|parts| parts.extranonce.is_some()) {
            1 << 32
        } else {
            1 << 39
        };
        [(100, 400), (segment_end - 150, segment_end + 20)].into_iter().all(|(first, last)| {
            let expected: Vec<u64> =
                (first..=last).filter(|&at| target.is_met_by(&work.hash(at))).collect();
            PositionRange::new(first, last)
                .is_some_and(|range| candidates(scanner, work.clone(), range) == expected)
        })
    })
}

/// The published nonce, and no other, in a window of both odd start and odd length around it.
fn finds_genesis(scanner: &mut dyn Scanner) -> bool {
    // Difficulty 1: 32 zero bits and 16 ones.
    let Ok(target) = Target::from_compact(0x1d00_ffff) else { return false };
    let window = PositionRange::new(GENESIS_NONCE - 37, GENESIS_NONCE + 21);
    window.is_some_and(|window| {
        candidates(scanner, Work::header(GENESIS, target), window) == [GENESIS_NONCE]
    })
}

/// Length of data and the nonce's place in it: each shape a kernel may treat in its own way.
const LAYOUTS: [(usize, usize, NonceWidth); 7] = [
    // A header's place, a short text with an appended nonce, the padding in a block of its own.
    (80, 76, NonceWidth::U32),
    (13, 5, NonceWidth::U64),
    (64, 56, NonceWidth::U64),
    // Across words, across two blocks, across the last two, and in front of much data.
    (120, 65, NonceWidth::U64),
    (200, 61, NonceWidth::U64),
    (66, 62, NonceWidth::U32),
    (300, 0, NonceWidth::U32),
];

/// The same candidates as the definition gives, at an easy target and at the end of the space.
fn agrees(scanner: &mut dyn Scanner, (len, offset, width): (usize, usize, NonceWidth)) -> bool {
    let Ok(target) = Target::from_zero_bits(2) else { return false };
    let last = width.max();
    let data: Vec<u8> = (0..len).map(|at| at.to_le_bytes()[0] ^ 0x5a).collect();
    [HashOrder::Bitcoin, HashOrder::Digest].into_iter().all(|order| {
        [Endian::Little, Endian::Big].into_iter().all(|endian| {
            let field = NonceField { offset, width, endian };
            let Ok(work) = Work::data(data.clone(), field, order, target) else { return false };
            // The target's words below the first are all ones, so candidates and hits are the same.
            let expected: Vec<u64> =
                (last - 12..=last).filter(|&nonce| target.is_met_by(&work.hash(nonce))).collect();
            PositionRange::new(last - 12, last)
                .is_some_and(|range| candidates(scanner, work, range) == expected)
        })
    })
}

/// All that a scan reports.
fn candidates(scanner: &mut dyn Scanner, work: Work, range: PositionRange) -> Vec<u64> {
    let mut found = Vec::new();
    let end = scanner.scan(&Arc::new(Prepared::new(work)), range, &mut |position| {
        found.push(position);
        ControlFlow::Continue(())
    });
    // A scan that breaks though nobody asked it to has skipped nonces.
    if end.is_break() { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends;

    /// A backend with a fault: it loses or invents candidates.
    #[derive(Clone, Copy, Debug)]
    struct Faulty(fn(u64) -> Option<u64>);

    impl Backend for Faulty {
        fn name(&self) -> &'static str {
            "faulty"
        }

        fn chunk_compressions(&self) -> u64 {
            1
        }

        fn scanner(&self) -> Box<dyn Scanner> {
            Box::new(*self)
        }
    }

    impl Scanner for Faulty {
        fn scan(
            &mut self,
            prepared: &Arc<Prepared>,
            range: PositionRange,
            on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
        ) -> ControlFlow<()> {
            let mut sound = super::super::portable::Portable.scanner();
            sound.scan(prepared, range, &mut |position| {
                (self.0)(position).map_or(ControlFlow::Continue(()), &mut *on_candidate)
            })
        }
    }

    #[test]
    fn every_backend_of_this_processor_passes() {
        assert_eq!(backends().len(), super::super::compiled().len());
        assert_eq!(backends().last().map(|backend| backend.name()), Some("portable"));
    }

    #[test]
    fn faults_are_found() {
        assert!(passes(&Faulty(Some)));
        assert!(!passes(&Faulty(|_| None)));
        assert!(!passes(&Faulty(|nonce| Some(nonce ^ 1))));
        assert!(!passes(&Faulty(|nonce| (nonce != u64::MAX).then_some(nonce & 0xffff_ffff))));
    }
}
