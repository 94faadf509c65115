//! Prints how many million hashes a second one thread does with each backend, beside the plain use
//! of the `sha2` crate (midstate, two compressions a nonce), and the ratio to it.
//!
//! All candidates alternate inside every round, so that a change of clock or load meets them alike;
//! the median of the rounds is shown with the lowest and the highest. Run with
//! `cargo run --release -p quarry-pow --example rate [rounds]`.

#![expect(clippy::print_stdout, reason = "its purpose")]
#![expect(clippy::disallowed_methods, reason = "the crate has no clock, a measurement needs one")]

use std::cell::RefCell;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use quarry_pow::*;
use sha2::digest::generic_array::GenericArray;

/// Hashes one candidate does in one turn: 20 to 200 ms.
const HASHES: u64 = 1 << 20;

/// A way to hash [`HASHES`] nonces from the given one up.
struct Candidate {
    name: String,
    scan: Box<dyn Fn(u64)>,
    rates: Vec<f64>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rounds: u64 = std::env::args().nth(1).map_or(Ok(15), |arg| arg.parse())?;
    // No hash meets it, so that nothing but the search is measured.
    let never = Target::from_be_bytes([0; 32]);
    let header = std::array::from_fn(|at| at.to_le_bytes()[0]);
    let mut all = vec![Candidate {
        name: "sha2 crate, header".to_owned(),
        scan: Box::new(move |first| yardstick(&header, first)),
        rates: Vec::new(),
    }];
    let hello = Work::data_with_appended_nonce(b"hello", NonceWidth::U64, Endian::Big, never)?;
    for (label, work) in [("header", Work::header(header, never)), ("13 bytes of data", hello)] {
        for backend in backends() {
            let prepared = Arc::new(Prepared::new(work.clone()));
            let scanner = RefCell::new(backend.scanner());
            all.push(Candidate {
                name: format!("{}, {label}", backend.name()),
                scan: Box::new(move |first| {
                    if let Some(range) = PositionRange::new(first, first + HASHES - 1) {
                        let mut scanner = scanner.borrow_mut();
                        let _ = scanner.scan(&prepared, range, &mut |_| ControlFlow::Continue(()));
                    }
                }),
                rates: Vec::new(),
            });
        }
    }
    for round in 0..rounds {
        for candidate in &mut all {
            let start = Instant::now();
            (candidate.scan)(round * HASHES);
            candidate.rates.push(HASHES as f64 / start.elapsed().as_secs_f64() / 1e6);
        }
    }
    let mut yardstick = None;
    for candidate in &mut all {
        let rates = &mut candidate.rates;
        rates.sort_by(f64::total_cmp);
        let [Some(low), Some(high)] = [rates.first(), rates.last()] else { continue };
        let median = rates[rates.len() / 2];
        let ratio = median / *yardstick.get_or_insert(median);
        println!("{:28} {median:7.2} MH/s ({low:.2} to {high:.2})  x {ratio:.2}", candidate.name);
    }
    Ok(())
}

/// What a program does that uses the `sha2` crate well: the first block once, two compressions a
/// nonce.
fn yardstick(header: &[u8; 80], first: u64) {
    let (before, rest) = header.split_at(64);
    let mut midstate = IV;
    sha2::compress256(&mut midstate, &[GenericArray::clone_from_slice(before)]);
    let mut block = [0; 64];
    block[..16].copy_from_slice(rest);
    block[16] = 0x80;
    block[62..].copy_from_slice(&640u16.to_be_bytes());
    let mut second = [0; 64];
    second[32] = 0x80;
    second[62..].copy_from_slice(&256u16.to_be_bytes());
    for nonce in first..first + HASHES {
        block[12..16].copy_from_slice(&nonce.to_le_bytes()[..4]);
        let mut digest = midstate;
        sha2::compress256(&mut digest, &[block.into()]);
        for (to, word) in second.chunks_exact_mut(4).zip(digest) {
            to.copy_from_slice(&word.to_be_bytes());
        }
        digest = IV;
        sha2::compress256(&mut digest, &[second.into()]);
        black_box(digest[7] == 0);
    }
}

/// SHA-256's initial hash value.
const IV: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];
