//! Rounds on the SHA extensions, message schedule in lanes of AVX-512VL: constants and calls.

#![expect(unsafe_code, reason = "assembly")]

use std::arch::asm;
use std::ops::ControlFlow;

use super::super::Bounds;
use super::layout::{HYBRID_NONCE, HYBRID_VERSION, HybridConstants};
use super::{
    Call, DIGEST_BITS, Family, First, HEADER_BITS, Loop, ONE_BIT, SWAP, abef_cdgh, second_behind_0,
    write_rows_by_eight,
};
use crate::prepared::{Data, Prepared};
use crate::range::PositionRange;
use crate::sha256::{IV, K, sigma0, sigma1};

/// See the module. Exists only where the processor has the instructions.
#[derive(Debug)]
pub(in crate::backend) struct Hybrid(Box<HybridConstants>);

impl Family for Hybrid {
    const NONCE: Loop = HYBRID_NONCE;
    const VERSION: Loop = HYBRID_VERSION;
    const DELAY: (usize, usize) = (4, 3);
    const NAME: &'static str = "sha-ni-avx512";
    // 2^16 headers: 1 to 2 ms at 39 to 58 million hashes a second.
    const CHUNK_COMPRESSIONS: u64 = 1 << 17;
    // 60 `sha256rnds2` at one a cycle. With a fixed version the two pipes that rotate have 58
    // rotations besides, so they need 59.
    const BOUNDS: Bounds = Bounds { nonce: Some(60.0), version: Some(60.0) };

    fn detect() -> Option<Self> {
        let found = is_x86_feature_detected!("sha")
            && is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512vl");
        let [start2_abef, start2_cdgh] = abef_cdgh(second_behind_0());
        let constants = HybridConstants {
            start1_abef: [0; 4],
            start1_cdgh: [0; 4],
            start2_abef,
            start2_cdgh,
            lanes: [0, 1, 2, 3, 4, 5, 6, 7],
            swap: [SWAP, SWAP].as_flattened().try_into().ok()?,
            wk_first: [0; 14],
            wk_second: std::array::from_fn(|at| K[9 + at]),
            k: K,
            k2_8: K[8].wrapping_add(ONE_BIT),
            k2_15: K[15].wrapping_add(DIGEST_BITS),
            midstate: [0; 8],
            w16: 0,
            w17: 0,
            w18: 0,
            w19: 0,
            w31: 0,
            w32: 0,
            one_bit: ONE_BIT,
            length1: HEADER_BITS,
            length2: DIGEST_BITS,
            s0_length1: sigma0(HEADER_BITS),
            s0_length2: sigma0(DIGEST_BITS),
            s1_length2: sigma1(DIGEST_BITS),
            s0_one_bit: sigma0(ONE_BIT),
            iv7: IV[7],
            bound: 0,
        };
        found.then(|| Self(Box::new(constants)))
    }

    fn set(&mut self, first: &First, &[w0, w1, w2]: &[u32; 3], bound: u32) {
        let c = &mut *self.0;
        [c.start1_abef, c.start1_cdgh] = abef_cdgh(first.behind_3);
        c.midstate = first.midstate;
        // FIPS 180-4 section 6.2.2, with W4 the padding's bit, W15 the length, the others zero.
        c.w16 = w0.wrapping_add(sigma0(w1));
        c.w17 = w1.wrapping_add(sigma0(w2)).wrapping_add(sigma1(HEADER_BITS));
        c.w18 = w2.wrapping_add(sigma1(c.w16));
        c.w19 = sigma0(ONE_BIT).wrapping_add(sigma1(c.w17));
        c.w31 = sigma0(c.w16).wrapping_add(HEADER_BITS);
        c.w32 = sigma0(c.w17).wrapping_add(c.w16);
        let mut words = [0; 14];
        (words[0], words[11], words[12], words[13]) = (ONE_BIT, HEADER_BITS, c.w16, c.w17);
        c.wk_first = std::array::from_fn(|at| K[4 + at].wrapping_add(words[at]));
        c.bound = bound;
    }

    fn write_group(group: &mut [u32], versions: &[First]) {
        let (starts, midstates) = group.split_at_mut(8 * versions.len());
        for (lane, version) in versions.iter().enumerate() {
            let start = abef_cdgh(version.behind_3);
            starts[8 * lane..][..8].copy_from_slice(start.as_flattened());
            for (word, &value) in version.midstate.iter().enumerate() {
                midstates[versions.len() * word + lane] = value;
            }
        }
    }

    unsafe fn scan_data(
        prepared: &Prepared,
        data: &Data,
        range: PositionRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        // SAFETY: the caller's promise.
        unsafe { super::super::sha_ni::scan_data(prepared, data, range, on_candidate) }
    }

    fn write_rows(tail: &[u32; 3], first: u32, rows: &mut [u32]) {
        // SAFETY: a `Hybrid` is needed to have use for rows, and `detect` found the instructions.
        unsafe { write_rows(tail, first, rows) }
    }

    unsafe fn run_nonce(&mut self, call: Call<'_>, first_nonce: u32) -> usize {
        // SAFETY: `detect` found the instructions; the rest is the caller's promise.
        unsafe { run_nonce(&self.0, call, first_nonce) }
    }

    unsafe fn run_version(&mut self, call: Call<'_>, groups: &[u32], rows: &[u32]) -> usize {
        // SAFETY: `detect` found the instructions; the rest is the caller's promise.
        unsafe { run_version(&self.0, call, groups, rows) }
    }
}

#[target_feature(enable = "avx512f,avx512vl")]
fn write_rows(tail: &[u32; 3], first: u32, rows: &mut [u32]) {
    write_rows_by_eight(tail, first, rows);
}

/// # Safety
/// See [`Family::run_nonce`].
#[target_feature(enable = "sha,avx512f,avx512vl")]
unsafe fn run_nonce(constants: &HybridConstants, call: Call<'_>, first_nonce: u32) -> usize {
    let Call { buffers: [a, b], batches, records } = call;
    let start = records.as_mut_ptr();
    let end: *mut super::Record;
    // SAFETY: the text reads the constants, reads and writes the two buffers and writes one record
    // a batch at most, all within what the caller promises; it uses no stack, and all registers
    // that it changes are named or caller-saved.
    unsafe {
        asm!(
            include_str!("hybrid_nonce.s"),
            in("rdi") constants,
            inout("rsi") a.as_mut_ptr() => _,
            inout("rdx") b.as_mut_ptr() => _,
            inout("rcx") batches => _,
            inout("r10") start => end,
            inout("r11") u64::from(first_nonce) => _,
            out("r15") _,
            clobber_abi("sysv64"),
            options(raw, nostack),
        );
        end.offset_from_unsigned(start)
    }
}

/// # Safety
/// See [`Family::run_version`].
#[target_feature(enable = "sha,avx512f,avx512vl")]
unsafe fn run_version(
    constants: &HybridConstants,
    call: Call<'_>,
    groups: &[u32],
    rows: &[u32],
) -> usize {
    let Call { buffers: [a, b], batches, records } = call;
    let start = records.as_mut_ptr();
    let end: *mut super::Record;
    let groups = groups.as_ptr_range();
    // SAFETY: as in `run_nonce`; it also reads the groups and a row for each time it went through
    // them. The loop begins with a step, so it starts at the last group, and a row before the first,
    // which is not read.
    unsafe {
        asm!(
            include_str!("hybrid_version.s"),
            in("rdi") constants,
            inout("rsi") a.as_mut_ptr() => _,
            inout("rdx") b.as_mut_ptr() => _,
            inout("rcx") batches => _,
            inout("r8") rows.as_ptr().wrapping_sub(super::ROW) => _,
            inout("r10") start => end,
            inout("r12") groups.end.sub(HYBRID_VERSION.hashes * super::GROUP_WORDS) => _,
            in("r13") groups.end,
            in("r14") groups.start,
            out("r15") _,
            clobber_abi("sysv64"),
            options(raw, nostack),
        );
        end.offset_from_unsigned(start)
    }
}
