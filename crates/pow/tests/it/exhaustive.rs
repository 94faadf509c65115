//! Every backend hit by hit over many nonces, against the hash by the `sha2` crate.
//!
//! Plain tests compare 2^24 positions in each mode, `soak` 2^28.

use std::ops::ControlFlow;
use std::sync::Arc;

use quarry_pow::*;
use sha2::{Digest as _, Sha256};

use crate::range;

/// Positions that plain tests compare.
const MANY: u64 = 1 << 24;

/// Every candidate at 8 zero bits from `first` up.
fn found(backend: &dyn Backend, work: &Work, positions: PositionRange) -> Vec<u64> {
    let mut found = Vec::new();
    let prepared = Arc::new(Prepared::new(work.clone()));
    let end = backend.scanner().scan(&prepared, positions, &mut |position| {
        found.push(position);
        ControlFlow::Continue(())
    });
    assert!(end.is_continue());
    found
}

/// The same by plain use of the `sha2` crate, from the bytes.
fn expected(work: &Work, positions: PositionRange) -> Vec<u64> {
    let mut hits = Vec::new();
    // The bytes before the nonce change once a version only, so their hash is kept.
    let mut seen: Vec<([u8; 64], Sha256)> = Vec::new();
    for position in positions.first()..=positions.last() {
        let Parts { nonce, version, .. } = work.parts(position).unwrap();
        let mut header: [u8; 80] = work.template().try_into().unwrap();
        header[..4].copy_from_slice(&version.to_le_bytes());
        header[76..].copy_from_slice(&nonce.to_le_bytes());
        let (before, tail) = header.split_first_chunk().unwrap();
        let slot = (position & 127) as usize;
        if seen.get(slot).is_none_or(|(bytes, _)| bytes != before) {
            seen.resize_with(seen.len().max(slot + 1), || ([0; 64], Sha256::new()));
            seen[slot] = (*before, Sha256::new_with_prefix(before));
        }
        let once = seen[slot].1.clone().chain_update(tail).finalize();
        if Sha256::digest(once)[31] == 0 {
            hits.push(position);
        }
    }
    hits
}

/// Compares `count` positions from an odd one up, in slices so that the hits fit a small memory.
fn compare(work: &Work, first: u64, count: u64) {
    let whole = range(first, first + count - 1);
    for positions in whole.split(usize::try_from(count / MANY).unwrap()) {
        let expected = expected(work, positions);
        assert!(expected.len() as u64 > MANY / 300);
        for backend in backends() {
            assert!(found(backend, work, positions) == expected, "{} differs", backend.name());
        }
    }
}

fn fixed_version() -> Work {
    Work::header(header(), Target::from_zero_bits(8).unwrap())
}

fn many_versions() -> Work {
    let target = Target::from_zero_bits(8).unwrap();
    Work::rolling_header(header(), Some(VersionMask::BIP320), None, target)
}

fn header() -> [u8; 80] {
    std::array::from_fn(|at| at.to_le_bytes()[0] ^ 0xa5)
}

#[test]
fn nonces() {
    compare(&fixed_version(), 0x1000_0001, MANY);
}

#[test]
fn versions() {
    compare(&many_versions(), (0x2000_0000 << 7) + 77, MANY);
}

mod soak {
    use super::*;

    #[test]
    fn nonces() {
        compare(&fixed_version(), 0x8000_0003, 16 * MANY);
    }

    #[test]
    fn versions() {
        compare(&many_versions(), (0xf000_0000 << 7) + 3, 16 * MANY);
    }
}

/// Random headers, each with its first hit.
#[test]
fn a_hundred_random_headers() {
    let target = Target::from_zero_bits(16).unwrap();
    for seed in 0..100u32 {
        let bytes: Vec<u8> = (0..3u32)
            .flat_map(|part| {
                Sha256::digest([seed.to_le_bytes(), part.to_le_bytes()].as_flattened())
            })
            .collect();
        let work = Work::header(bytes[..80].try_into().unwrap(), target);
        let start = u64::from(seed) << 24;
        let first_hit = |backend: &dyn Backend| {
            let mut hit = None;
            let prepared = Arc::new(Prepared::new(work.clone()));
            let range = range(start, start + (1 << 20));
            let _ = backend.scanner().scan(&prepared, range, &mut |position| {
                hit = work.check(position).then_some(position);
                if hit.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            hit
        };
        let expected = first_hit(backend_by_name("portable").unwrap());
        assert!(expected.is_some());
        for backend in backends() {
            assert_eq!(first_hit(backend), expected, "{} on header {seed}", backend.name());
        }
    }
}
