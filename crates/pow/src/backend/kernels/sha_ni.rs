//! Rounds and message schedule on the SHA extensions: constants and calls.

#![expect(unsafe_code, reason = "assembly")]

use std::arch::asm;
use std::ops::ControlFlow;

use super::super::Bounds;
use super::layout::{SHA_NI_NONCE, SHA_NI_VERSION, ShaNiConstants};
use super::{
    Call, DIGEST_BITS, Family, First, HEADER_BITS, Loop, ONE_BIT, SWAP, abef_cdgh, second_behind_0,
    write_rows_by_eight,
};
use crate::prepared::{Data, Prepared};
use crate::range::PositionRange;
use crate::sha256::{IV, K};

/// See the module. Exists only where the processor has the instructions.
#[derive(Debug)]
pub(in crate::backend) struct ShaNi(Box<ShaNiConstants>);

impl Family for ShaNi {
    const NONCE: Loop = SHA_NI_NONCE;
    const VERSION: Loop = SHA_NI_VERSION;
    const DELAY: (usize, usize) = (4, 3);
    const NAME: &'static str = "sha-ni";
    // 2^16 headers: 1 to 2 ms at 39 to 58 million hashes a second.
    const CHUNK_COMPRESSIONS: u64 = 1 << 17;
    // Versions: 60 `sha256rnds2` at one a cycle. Fixed: 60 slots of these and 23 times nine of four
    // message words (four of `msg2`, two of `msg1`, three others), and twelve more, on four pipes.
    const BOUNDS: Bounds = Bounds { nonce: Some(70.0), version: Some(60.0) };

    fn detect() -> Option<Self> {
        let found = is_x86_feature_detected!("sha") && is_x86_feature_detected!("avx2");
        let [start2_abef, start2_cdgh] = abef_cdgh(second_behind_0());
        let mut wk_first = std::array::from_fn(|at| K[4 + at]);
        wk_first[0] = wk_first[0].wrapping_add(ONE_BIT);
        wk_first[11] = wk_first[11].wrapping_add(HEADER_BITS);
        let constants = ShaNiConstants {
            start1_abef: [0; 4],
            start1_cdgh: [0; 4],
            start2_abef,
            start2_cdgh,
            midstate_abef: [0; 4],
            midstate_cdgh: [0; 4],
            tail: [0; 4],
            one_bit: [ONE_BIT, 0, 0, 0],
            length1: [0, 0, 0, HEADER_BITS],
            length2: [0, 0, DIGEST_BITS, 0],
            one_bits: [ONE_BIT; 4],
            odd: [0, u32::MAX, 0, u32::MAX],
            zero: [0; 4],
            swap: SWAP,
            iv7: [IV[7]; 4],
            bound: [0; 4],
            k: K,
            k_from_1: std::array::from_fn(|at| K[1 + at]),
            wk_first,
        };
        found.then(|| Self(Box::new(constants)))
    }

    fn set(&mut self, first: &First, &[w0, w1, w2]: &[u32; 3], bound: u32) {
        let c = &mut *self.0;
        [c.start1_abef, c.start1_cdgh] = abef_cdgh(first.behind_3);
        [c.midstate_abef, c.midstate_cdgh] = abef_cdgh(first.midstate);
        c.tail = [w0, w1, w2, 0];
        c.bound = [bound; 4];
    }

    fn write_group(group: &mut [u32], versions: &[First]) {
        let (starts, midstates) = group.split_at_mut(8 * versions.len());
        let slots = starts.chunks_exact_mut(8).zip(midstates.chunks_exact_mut(8));
        for ((start, midstate), version) in slots.zip(versions) {
            start.copy_from_slice(abef_cdgh(version.behind_3).as_flattened());
            midstate.copy_from_slice(abef_cdgh(version.midstate).as_flattened());
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
        // SAFETY: a `ShaNi` is needed to have use for rows, and `detect` found the instructions.
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

#[target_feature(enable = "avx2")]
fn write_rows(tail: &[u32; 3], first: u32, rows: &mut [u32]) {
    write_rows_by_eight(tail, first, rows);
}

/// # Safety
/// See [`Family::run_nonce`].
#[target_feature(enable = "sha,avx2")]
unsafe fn run_nonce(constants: &ShaNiConstants, call: Call<'_>, first_nonce: u32) -> usize {
    let Call { buffers: [a, b], batches, records } = call;
    let start = records.as_mut_ptr();
    let end: *mut super::Record;
    // SAFETY: the text reads the constants, reads and writes the two buffers and writes one record
    // a batch at most, all within what the caller promises; it uses no stack, and all registers
    // that it changes are named or caller-saved.
    unsafe {
        asm!(
            include_str!("sha_ni_nonce.s"),
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
#[target_feature(enable = "sha,avx2")]
unsafe fn run_version(
    constants: &ShaNiConstants,
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
            include_str!("sha_ni_version.s"),
            in("rdi") constants,
            inout("rsi") a.as_mut_ptr() => _,
            inout("rdx") b.as_mut_ptr() => _,
            inout("rcx") batches => _,
            inout("r8") rows.as_ptr().wrapping_sub(super::ROW) => _,
            inout("r10") start => end,
            inout("r12") groups.end.sub(SHA_NI_VERSION.hashes * super::GROUP_WORDS) => _,
            in("r13") groups.end,
            in("r14") groups.start,
            out("r15") _,
            clobber_abi("sysv64"),
            options(raw, nostack),
        );
        end.offset_from_unsigned(start)
    }
}
