//! The kernels in assembly for headers: what they are given, and what they report.
//!
//! The text is written by `cargo xtask kernels`, which also says how it works. Here is what all
//! families of kernels share: buffers, the calls that a range of nonces takes, and the way from a
//! kernel's records to nonces and versions. A family adds its constants and the two calls. Knows no
//! position and no work.

#![expect(unsafe_code, reason = "assembly")]

mod hybrid;
mod lanes;
mod layout;
mod sha_ni;

use std::fmt;
use std::ops::ControlFlow;

use super::Bounds;
use super::header::HeaderKernel;
use crate::prepared::{Data, Prepared, Segment};
use crate::range::PositionRange;
use crate::sha256::{IV, K, State, first_rounds, sigma0, sigma1};

pub(super) use hybrid::Hybrid;
pub(super) use lanes::{Avx2, Avx512};
pub(super) use sha_ni::ShaNi;

/// Most batches of one call, and so most records: at an easy target each batch makes one. A chunk of
/// the pool takes one call, so that the turns which fill and drain the pipeline are one in a
/// thousand and less.
const MAX_BATCHES: usize = (1 << 14) + 2 * MAX_DELAY;

/// Fewest batches of a call, but at the end of a range.
const MIN_BATCHES: usize = 16;

/// Most batches between a batch's first stage and its test.
const MAX_DELAY: usize = 8;

/// Most nonces of one call where versions share them, and so most rows.
const MAX_SHARED_NONCES: usize = 1024;

/// Words of a row: W+K of one nonce for all versions, see [`write_rows`].
const ROW: usize = 64;

// What a thread keeps: records, rows, and a tenth of that in buffers and groups.
const _: () = assert!(
    8 * MAX_BATCHES + 4 * ROW * (MAX_SHARED_NONCES + MAX_DELAY) < (1 << 20) / 2,
    "a scanner has less than a mebibyte"
);

/// A batch with candidates.
#[derive(Clone, Copy, Debug, Default)]
#[repr(C)]
struct Record {
    /// Batches that were left, this one included.
    left: u32,
    /// The hashes of the batch that are candidates, one bit each.
    hashes: u32,
}

/// How a kernel's loop is made; the generator says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loop {
    /// Hashes in a batch.
    hashes: usize,
    /// Batches in a turn: a call does a multiple of them.
    batches: usize,
    /// Words of each of its two buffers.
    buffer_words: usize,
}

/// A page of words.
#[derive(Clone, Copy)]
#[repr(C, align(4096))]
struct Page([u32; PAGE]);

/// Words of a page.
const PAGE: usize = 1024;

/// Zeroed words that begin with a page. More than the vectors need: the distance of a kernel's
/// buffers is a multiple of a page, wherever they are, as it was when its order was searched; a load
/// that has the lower twelve bits of its address in common with an earlier store waits for it.
struct Words(Box<[Page]>);

impl Words {
    fn new(words: usize) -> Self {
        Self(vec![Page([0; PAGE]); words.div_ceil(PAGE)].into_boxed_slice())
    }

    fn as_mut_slice(&mut self) -> &mut [u32] {
        let words = PAGE * self.0.len();
        // SAFETY: a `Page` is its words and nothing else, so the box holds that many words, all
        // of them initialized; the slice borrows the box as the method does.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), words) }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", PAGE * self.0.len())
    }
}

/// The first hash of one version.
#[derive(Clone, Copy, Debug)]
pub(super) struct First {
    midstate: State,
    /// Behind round 3 for a nonce word of zero; the nonce is then one addition to A and to E.
    behind_3: State,
}

/// A family of kernels: one for a fixed version, one for many.
///
/// # Safety
/// What the implementation promises: a value exists only where the processor has the instructions
/// that its functions are compiled for, and the loops and the delay are those of its kernels.
pub(super) unsafe trait Family: fmt::Debug + Send {
    /// The kernel for a fixed version.
    const NONCE: Loop;
    /// The kernel for versions that share a nonce.
    const VERSION: Loop;
    /// Batches between a batch's first stage and its test, with a fixed version and with many.
    const DELAY: (usize, usize);

    /// The name of its backend.
    const NAME: &'static str;
    /// See [`Backend::chunk_compressions`](super::Backend::chunk_compressions).
    const CHUNK_COMPRESSIONS: u64;
    /// What bounds the two kernels.
    const BOUNDS: Bounds;

    /// Proof by construction that the processor has the instructions.
    fn detect() -> Option<Self>
    where
        Self: Sized;

    /// Sets the constants. `first` is the only version, or any of them.
    fn set(&mut self, first: &First, tail: &[u32; 3], bound: u32);

    /// Writes a group: what [`VERSION`](Self::VERSION)'s hashes of a batch differ in.
    fn write_group(group: &mut [u32], versions: &[First]);

    /// Hashes `call.batches` batches of nonces from `first_nonce` up.
    ///
    /// # Safety
    /// `call` is as [`Call`] says, for [`NONCE`](Self::NONCE).
    unsafe fn run_nonce(&mut self, call: Call<'_>, first_nonce: u32) -> usize;

    /// Hashes `call.batches` batches: `groups`, one after the other, with each row.
    ///
    /// # Safety
    /// `call` is as [`Call`] says, for [`VERSION`](Self::VERSION). `groups` has one group at least
    /// and nothing else; `rows` has a row for each time that the groups are gone through, begun
    /// or ended.
    unsafe fn run_version(&mut self, call: Call<'_>, groups: &[u32], rows: &[u32]) -> usize;

    /// Scans a range of data, as [`Scanner::scan`](super::Scanner::scan) wants it.
    ///
    /// # Safety
    /// The processor has the family's instructions.
    unsafe fn scan_data(
        prepared: &Prepared,
        data: &Data,
        range: PositionRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()>;

    /// See [`write_rows_by_eight`], compiled for the instructions of the family.
    fn write_rows(&self, tail: &[u32; 3], first: u32, rows: &mut [u32]);
}

/// What every call of a kernel is given. It returns how many records it made.
///
/// What a caller guarantees: both buffers have the words that the [`Loop`] says and begin at a
/// multiple of 64 bytes, as do groups and rows; `batches` is a multiple, not zero, of the batches in
/// a turn; and there is room for a record of each.
pub(super) struct Call<'a> {
    buffers: [&'a mut [u32]; 2],
    batches: usize,
    records: &'a mut [Record],
}

/// Words of a group for each version in it: state behind round 3, and midstate.
const GROUP_WORDS: usize = 16;

/// The functions of a [`Family`] that call its kernels and its loop for data.
macro_rules! calls {
    ($name:ident, $constants:ty, $enable:literal, $nonce:literal, $version:literal, $scan_data:path) => {
        unsafe fn scan_data(
            prepared: &Prepared,
            data: &Data,
            range: PositionRange,
            on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
        ) -> ControlFlow<()> {
            // SAFETY: the caller's promise.
            unsafe { $scan_data(prepared, data, range, on_candidate) }
        }

        fn write_rows(&self, tail: &[u32; 3], first: u32, rows: &mut [u32]) {
            #[target_feature(enable = $enable)]
            fn write(tail: &[u32; 3], first: u32, rows: &mut [u32]) {
                super::write_rows_by_eight(tail, first, rows);
            }
            // SAFETY: `self` exists, so the processor has the instructions.
            unsafe { write(tail, first, rows) }
        }

        unsafe fn run_nonce(&mut self, call: super::Call<'_>, first_nonce: u32) -> usize {
            /// # Safety
            /// See [`Family::run_nonce`].
            #[target_feature(enable = $enable)]
            unsafe fn run(
                constants: &$constants,
                call: super::Call<'_>,
                first_nonce: u32,
            ) -> usize {
                let super::Call { buffers: [a, b], batches, records } = call;
                let start = records.as_mut_ptr();
                let end: *mut super::Record;
                // SAFETY: the text reads the constants, reads and writes the two buffers and writes
                // one record a batch at most, all within what the caller promises; it uses no
                // stack, and all registers that it changes are named or caller-saved.
                unsafe {
                    std::arch::asm!(
                        include_str!($nonce),
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
            // SAFETY: `self` exists, so the processor has the instructions; the rest is the
            // caller's promise.
            unsafe { run(&self.0, call, first_nonce) }
        }

        unsafe fn run_version(
            &mut self,
            call: super::Call<'_>,
            groups: &[u32],
            rows: &[u32],
        ) -> usize {
            /// # Safety
            /// See [`Family::run_version`].
            #[target_feature(enable = $enable)]
            unsafe fn run(
                constants: &$constants,
                call: super::Call<'_>,
                groups: &[u32],
                rows: &[u32],
            ) -> usize {
                let super::Call { buffers: [a, b], batches, records } = call;
                let start = records.as_mut_ptr();
                let end: *mut super::Record;
                let groups = groups.as_ptr_range();
                let group_words = $name::VERSION.hashes * super::GROUP_WORDS;
                // SAFETY: as in `run_nonce`; it also reads the groups and a row for each time it
                // went through them. The loop begins with a step, so it starts at the last group,
                // and a row before the first, which is not read.
                unsafe {
                    std::arch::asm!(
                        include_str!($version),
                        in("rdi") constants,
                        inout("rsi") a.as_mut_ptr() => _,
                        inout("rdx") b.as_mut_ptr() => _,
                        inout("rcx") batches => _,
                        inout("r8") rows.as_ptr().wrapping_sub(super::ROW) => _,
                        inout("r10") start => end,
                        inout("r12") groups.end.sub(group_words) => _,
                        in("r13") groups.end,
                        in("r14") groups.start,
                        out("r15") _,
                        clobber_abi("sysv64"),
                        options(raw, nostack),
                    );
                    end.offset_from_unsigned(start)
                }
            }
            // SAFETY: `self` exists, so the processor has the instructions; the rest is the
            // caller's promise.
            unsafe { run(&self.0, call, groups, rows) }
        }
    };
}
use calls;

/// A family's kernels set to a segment; see [`HeaderKernel`].
#[derive(Debug)]
pub(super) struct Kernels<F> {
    family: F,
    /// Versions of the segment.
    versions: usize,
    /// Batches of a scan's first call.
    first_batches: usize,
    tail: [u32; 3],
    buffers: [Words; 2],
    records: Box<[Record]>,
    /// Groups of versions, if there are many.
    groups: Words,
    /// Rows of W+K for the nonces of a call, if there are many versions.
    rows: Words,
}

impl<F: Family> Kernels<F> {
    pub(super) fn new(family: F) -> Self {
        const {
            // What a call has besides the batches asked for.
            assert!(F::DELAY.0 + F::NONCE.batches <= 2 * MAX_DELAY);
            assert!(F::DELAY.1 + F::VERSION.batches <= 2 * MAX_DELAY);
        }
        let buffer = || Words::new(F::NONCE.buffer_words.max(F::VERSION.buffer_words));
        Self {
            family,
            versions: 0,
            first_batches: MAX_BATCHES,
            tail: [0; 3],
            buffers: [buffer(), buffer()],
            records: vec![Record::default(); MAX_BATCHES].into_boxed_slice(),
            groups: Words::new(0),
            rows: Words::new(0),
        }
    }

    /// Groups of versions.
    const fn groups(&self) -> usize {
        self.versions.div_ceil(F::VERSION.hashes)
    }

    /// Most nonces of a call of so many batches.
    fn most_nonces(&self, batches: usize) -> usize {
        let batches = batches.min(MAX_BATCHES - 2 * MAX_DELAY);
        if self.versions == 1 {
            batches * F::NONCE.hashes
        } else {
            (batches / self.groups()).clamp(1, MAX_SHARED_NONCES)
        }
    }

    /// Hashes `count` nonces, at most what [`most_nonces`](Self::most_nonces) gives, and returns how many
    /// batches were asked for and how many records were made.
    fn run(&mut self, first: u32, count: usize) -> (usize, usize) {
        let groups = self.groups();
        let [a, b] = &mut self.buffers;
        let buffers = [a.as_mut_slice(), b.as_mut_slice()];
        let records = &mut self.records[..];
        if self.versions == 1 {
            let batches = count.div_ceil(F::NONCE.hashes) + F::DELAY.0;
            let batches = batches.next_multiple_of(F::NONCE.batches);
            assert!(batches <= records.len());
            let call = Call { buffers, batches, records };
            // SAFETY: a `Family` exists only where its instructions do; the buffers are made for
            // the larger of its loops and aligned; the batches are as they should be by the lines
            // above, and at most as many as there are records.
            return (batches, unsafe { self.family.run_nonce(call, first) });
        }
        let batches = count * groups + F::DELAY.1;
        let batches = batches.next_multiple_of(F::VERSION.batches);
        assert!(batches <= records.len());
        // What drains the pipeline also goes through groups.
        let rows = ROW * batches.div_ceil(groups);
        if PAGE * self.rows.0.len() < rows {
            self.rows = Words::new(rows);
        }
        let rows = &mut self.rows.as_mut_slice()[..rows];
        self.family.write_rows(&self.tail, first, rows);
        let groups = &self.groups.as_mut_slice()[..groups * F::VERSION.hashes * GROUP_WORDS];
        let call = Call { buffers, batches, records };
        // SAFETY: as above; and there is a row for each time that the groups are gone through.
        (batches, unsafe { self.family.run_version(call, groups, rows) })
    }
}

impl<F: Family> HeaderKernel for Kernels<F> {
    fn set(&mut self, segment: &Segment, bound: u32) {
        let [w0, w1, w2] = segment.tail;
        self.tail = segment.tail;
        self.versions = segment.midstates.len();
        // A candidate is reported at the end of its call: where one is near, calls begin short.
        let near = (1 << u32::BITS) / (u64::from(bound) + 1) * 4;
        let hashes = F::NONCE.hashes.min(F::VERSION.hashes);
        self.first_batches = usize::try_from(near).map_or(MAX_BATCHES, |near| near / hashes);
        let mut firsts: Vec<First> = segment
            .midstates
            .iter()
            .map(|midstate| First {
                midstate: *midstate,
                behind_3: first_rounds(midstate, &[w0, w1, w2, 0]),
            })
            .collect();
        let Some(&any) = firsts.first() else { return };
        self.family.set(&any, &segment.tail, bound);
        if self.versions > 1 {
            // The last group is filled up with what is not asked for.
            let hashes = F::VERSION.hashes;
            firsts.resize(self.groups() * hashes, any);
            self.groups = Words::new(firsts.len() * GROUP_WORDS);
            let groups = self.groups.as_mut_slice().chunks_exact_mut(hashes * GROUP_WORDS);
            for (group, versions) in groups.zip(firsts.chunks_exact(hashes)) {
                F::write_group(group, versions);
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "offsets within a range of 32-bit nonces")]
    fn scan(
        &mut self,
        first: u32,
        last: u32,
        found: &mut dyn FnMut(u32, u32) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let (mut first, mut batches_wanted) =
            (first, self.first_batches.clamp(MIN_BATCHES, MAX_BATCHES));
        loop {
            let most = (self.most_nonces(batches_wanted) - 1).min(u32::MAX as usize) as u32;
            batches_wanted *= 2;
            batches_wanted = batches_wanted.min(MAX_BATCHES);
            let end = first.saturating_add(most).min(last);
            let (batches, made) = self.run(first, (end - first) as usize + 1);
            for record in &self.records[..made] {
                let (batch, one_version) = (batches - record.left as usize, self.versions == 1);
                let (delay, hashes) = if one_version {
                    (F::DELAY.0, F::NONCE.hashes)
                } else {
                    (F::DELAY.1, F::VERSION.hashes)
                };
                // The first tests see what the call before has left.
                let Some(batch) = batch.checked_sub(delay) else { continue };
                let mut left = record.hashes;
                while left != 0 {
                    let hash = left.trailing_zeros() as usize;
                    left &= left - 1;
                    let (ahead, version) = if one_version {
                        (batch * hashes + hash, 0)
                    } else {
                        (batch / self.groups(), batch % self.groups() * hashes + hash)
                    };
                    // Neither is what fills up the last batch.
                    if ahead <= (end - first) as usize && version < self.versions {
                        found(first + ahead as u32, version as u32)?;
                    }
                }
            }
            if end == last {
                return ControlFlow::Continue(());
            }
            first = end + 1;
        }
    }
}

/// The lanes F, E, B, A and H, G, D, C of a state, as `sha256rnds2` takes them.
const fn abef_cdgh([a, b, c, d, e, f, g, h]: State) -> [[u32; 4]; 2] {
    [[f, e, b, a], [h, g, d, c]]
}

/// Writes rows of W+K for nonces from `first` up (wrapping): in each the nonce word twice, where A
/// and E are among F, E, B, A, and zero in the other two places; then W+K of rounds 4 to 63.
///
/// Eight rows at a time, word by word, so that the compiler makes vectors of it.
#[inline(always)]
fn write_rows_by_eight(tail: &[u32; 3], first: u32, rows: &mut [u32]) {
    const EIGHT: usize = 8;
    let mut nonce = first;
    for rows in rows.chunks_mut(EIGHT * ROW) {
        let mut w = [[0u32; EIGHT]; ROW];
        for (words, &value) in w.iter_mut().zip(tail) {
            *words = [value; EIGHT];
        }
        for word in &mut w[3] {
            *word = nonce.swap_bytes();
            nonce = nonce.wrapping_add(1);
        }
        (w[4], w[15]) = ([ONE_BIT; EIGHT], [HEADER_BITS; EIGHT]);
        for word in 16..ROW {
            w[word] = std::array::from_fn(|lane| {
                let older = w[word - 16][lane].wrapping_add(sigma0(w[word - 15][lane]));
                older.wrapping_add(w[word - 7][lane]).wrapping_add(sigma1(w[word - 2][lane]))
            });
        }
        for (lane, row) in rows.chunks_exact_mut(ROW).enumerate() {
            let nonce = w[3][lane];
            row[..4].copy_from_slice(&[0, nonce, 0, nonce]);
            for word in 4..ROW {
                row[word] = w[word][lane].wrapping_add(K[word]);
            }
        }
    }
}

/// The padding's first bit.
const ONE_BIT: u32 = 1 << 31;
/// The length of a header in bits.
const HEADER_BITS: u32 = 640;
/// The length of a digest in bits.
const DIGEST_BITS: u32 = 256;
/// The byte shuffle that reverses the bytes of each word, for 16 bytes.
const SWAP: [u32; 4] = [0x0001_0203, 0x0405_0607, 0x0809_0a0b, 0x0c0d_0e0f];

/// The second hash behind its round 0 for W0 = 0; W0 is then one addition to A and to E.
fn second_behind_0() -> State {
    first_rounds(&IV, &[0])
}
