//! Data on x86-64 processors without the SHA extensions: a hash in every lane of a vector, with
//! AVX-512 or with AVX2.
//!
//! The nonce may lie anywhere, even across words or across two blocks, with any blocks behind. It is
//! written once for a [`Vector`] and compiled for each instruction set. Headers have kernels of their
//! own.
//!
//! Knows the x86 instructions, [`Data`] and the contract of [`Scanner`](super::Scanner).

#![expect(unsafe_code, reason = "instructions found at run time")]

use std::arch::x86_64::*;
use std::ops::ControlFlow;

use crate::hash::HashOrder;
use crate::prepared::{Data, Prepared};
use crate::range::PositionRange;
use crate::sha256::{BLOCK, IV, K, sigma0, sigma1};

/// Most lanes of a vector.
const MAX_LANES: usize = 16;

/// Most words that a nonce of eight bytes has a byte in.
const NONCE_WORDS: usize = 3;

/// Words of a block.
const WORDS: usize = 16;

/// The padding of the second hash: behind the eight words of the digest a one bit, and its length.
const SECOND_PADDING: [u32; 8] = [1 << 31, 0, 0, 0, 0, 0, 0, 256];

/// Scans a range of data in sixteen lanes.
#[target_feature(enable = "avx512f")]
pub(super) fn scan_data_avx512(
    prepared: &Prepared,
    data: &Data,
    range: PositionRange,
    on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<()> {
    // SAFETY: this function has the instructions of the vector.
    unsafe { scan_data::<__m512i>(prepared, data, range, on_candidate) }
}

/// Scans a range of data in eight lanes.
#[target_feature(enable = "avx2")]
pub(super) fn scan_data_avx2(
    prepared: &Prepared,
    data: &Data,
    range: PositionRange,
    on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<()> {
    // SAFETY: this function has the instructions of the vector.
    unsafe { scan_data::<__m256i>(prepared, data, range, on_candidate) }
}

/// A 32-bit word in each lane, and the functions of FIPS 180-4 section 4.1.2 on it.
///
/// # Safety
/// Each method may be called only where the processor has the vector's instructions; and it is
/// fast only if inlined into a function compiled for them.
trait Vector: Copy {
    const LANES: usize;
    unsafe fn splat(word: u32) -> Self;
    unsafe fn load(words: &[u32; MAX_LANES]) -> Self;
    unsafe fn store(self, words: &mut [u32; MAX_LANES]);
    unsafe fn plus(self, other: Self) -> Self;
    unsafe fn choose(self, one: Self, zero: Self) -> Self;
    unsafe fn majority(self, b: Self, c: Self) -> Self;
    unsafe fn big_sigma0(self) -> Self;
    unsafe fn big_sigma1(self) -> Self;
    unsafe fn sigma0(self) -> Self;
    unsafe fn sigma1(self) -> Self;
}

/// The methods of a vector, each an expression. They are `unsafe` as a whole because of the
/// instructions; what they are given is no other condition, but for the two that follow pointers,
/// which are given [`MAX_LANES`] words.
macro_rules! vector {
    ($vector:ty, $lanes:literal, $splat:ident, $($name:ident($self:ident $(, $arg:ident: $type:ty)*) $(-> $out:ty)?
     { $($body:tt)+ })+) => {
        impl Vector for $vector {
            const LANES: usize = $lanes;
            $(
                #[inline(always)]
                unsafe fn $name($self $(, $arg: $type)*) $(-> $out)? {
                    // SAFETY: see the macro.
                    unsafe { $($body)+ }
                }
            )+
            #[inline(always)]
            unsafe fn splat(word: u32) -> Self {
                // SAFETY: see the macro.
                unsafe { $splat(word.cast_signed()) }
            }
            #[inline(always)]
            unsafe fn load(words: &[u32; MAX_LANES]) -> Self {
                // SAFETY: see the macro; there are as many words as lanes.
                unsafe { words.as_ptr().cast::<Self>().read_unaligned() }
            }
            #[inline(always)]
            unsafe fn store(self, words: &mut [u32; MAX_LANES]) {
                // SAFETY: see the macro; there are as many words as lanes.
                unsafe { words.as_mut_ptr().cast::<Self>().write_unaligned(self) }
            }
        }
    };
}

/// The xor of a word rotated right by each number of bits.
macro_rules! rotated512 {
    ($x:expr, $a:literal, $b:literal, $c:literal) => {
        xor512!(_mm512_ror_epi32::<$a>($x), _mm512_ror_epi32::<$b>($x), _mm512_ror_epi32::<$c>($x))
    };
}

macro_rules! xor512 {
    ($a:expr, $b:expr, $c:expr) => {
        _mm512_ternarylogic_epi32::<0x96>($a, $b, $c)
    };
}

vector! {
    __m512i, 16, _mm512_set1_epi32,
    plus(self, other: Self) -> Self { _mm512_add_epi32(self, other) }
    choose(self, one: Self, zero: Self) -> Self {
        _mm512_ternarylogic_epi32::<0xca>(self, one, zero)
    }
    majority(self, b: Self, c: Self) -> Self { _mm512_ternarylogic_epi32::<0xe8>(self, b, c) }
    big_sigma0(self) -> Self { rotated512!(self, 2, 13, 22) }
    big_sigma1(self) -> Self { rotated512!(self, 6, 11, 25) }
    sigma0(self) -> Self {
        xor512!(
            _mm512_ror_epi32::<7>(self),
            _mm512_ror_epi32::<18>(self),
            _mm512_srli_epi32::<3>(self)
        )
    }
    sigma1(self) -> Self {
        xor512!(
            _mm512_ror_epi32::<17>(self),
            _mm512_ror_epi32::<19>(self),
            _mm512_srli_epi32::<10>(self)
        )
    }
}

/// The xor of a word shifted right by the numbers before the semicolon and left by those behind.
macro_rules! shifted256 {
    ($x:expr, $first:literal $(, $right:literal)*; $($left:literal),+) => {{
        let mut sum = _mm256_srli_epi32::<$first>($x);
        $( sum = _mm256_xor_si256(sum, _mm256_srli_epi32::<$right>($x)); )*
        $( sum = _mm256_xor_si256(sum, _mm256_slli_epi32::<$left>($x)); )+
        sum
    }};
}

vector! {
    __m256i, 8, _mm256_set1_epi32,
    plus(self, other: Self) -> Self { _mm256_add_epi32(self, other) }
    choose(self, one: Self, zero: Self) -> Self {
        _mm256_xor_si256(zero, _mm256_and_si256(self, _mm256_xor_si256(one, zero)))
    }
    majority(self, b: Self, c: Self) -> Self {
        let differ = _mm256_and_si256(_mm256_xor_si256(self, b), _mm256_xor_si256(b, c));
        _mm256_xor_si256(b, differ)
    }
    big_sigma0(self) -> Self { shifted256!(self, 2, 13, 22; 30, 19, 10) }
    big_sigma1(self) -> Self { shifted256!(self, 6, 11, 25; 26, 21, 7) }
    sigma0(self) -> Self { shifted256!(self, 7, 18, 3; 25, 14) }
    sigma1(self) -> Self { shifted256!(self, 17, 19, 10; 15, 13) }
}

/// The eight working words in all lanes.
type States<V> = [V; 8];

/// Sixteen rounds, FIPS 180-4 section 6.2.2 step 3; `$wk` gives W + K by the number in the sixteen.
macro_rules! sixteen_rounds {
    ($state:ident, $t:ident => $wk:expr) => {
        sixteen_rounds!(@ $state, $t => $wk; 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
    };
    (@ $state:ident, $t:ident => $wk:expr; $($at:literal)+) => {{
        $(
            let [a, b, c, d, e, f, g, h] = $state;
            let wk = {
                let $t: usize = $at;
                $wk
            };
            let t1 = h.plus(wk).plus(e.choose(f, g)).plus(e.big_sigma1());
            let t2 = a.big_sigma0().plus(a.majority(b, c));
            $state = [t1.plus(t2), a, b, c, d.plus(t1), e, f, g];
        )+
    }};
}

/// The compression of a block whose words differ from lane to lane.
///
/// # Safety
/// See [`Vector`].
#[inline(always)]
unsafe fn compress<V: Vector>(before: States<V>, message: &[V; WORDS]) -> States<V> {
    // SAFETY: the caller's promise.
    unsafe {
        let mut state = before;
        let mut w = *message;
        sixteen_rounds!(state, t => w[t].plus(V::splat(K[t])));
        for k in K[WORDS..].as_chunks::<WORDS>().0 {
            sixteen_rounds!(state, t => {
                let sum = w[t].plus(w[(t + 1) % WORDS].sigma0()).plus(w[(t + 9) % WORDS]);
                w[t] = sum.plus(w[(t + 14) % WORDS].sigma1());
                w[t].plus(V::splat(k[t]))
            });
        }
        sum(before, state)
    }
}

/// The compression of a block that is the same in all lanes: one message schedule, of plain words.
///
/// # Safety
/// See [`Vector`].
#[inline(always)]
unsafe fn compress_same<V: Vector>(before: States<V>, block: &[u8; BLOCK]) -> States<V> {
    let mut w = [0; K.len()];
    for (word, bytes) in w.iter_mut().zip(block.as_chunks().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    for t in WORDS..w.len() {
        let old = w[t - 16].wrapping_add(sigma0(w[t - 15])).wrapping_add(w[t - 7]);
        w[t] = old.wrapping_add(sigma1(w[t - 2]));
    }
    // SAFETY: the caller's promise.
    unsafe {
        let mut state = before;
        for (w, k) in w.as_chunks::<WORDS>().0.iter().zip(K.as_chunks::<WORDS>().0) {
            sixteen_rounds!(state, t => V::splat(w[t].wrapping_add(k[t])));
        }
        sum(before, state)
    }
}

/// FIPS 180-4 section 6.2.2 step 4.
///
/// # Safety
/// See [`Vector`].
#[inline(always)]
unsafe fn sum<V: Vector>(before: States<V>, mut state: States<V>) -> States<V> {
    for (word, before) in state.iter_mut().zip(before) {
        // SAFETY: the caller's promise.
        *word = unsafe { word.plus(before) };
    }
    state
}

/// What a turn of the scan starts from, in all lanes.
struct Turn<V> {
    midstate: States<V>,
    iv: States<V>,
    /// The nonce blocks, one or two.
    blocks: [[V; WORDS]; 2],
    /// The digest's block, of which the digest is set in each turn.
    second: [V; WORDS],
}

impl<V: Vector> Turn<V> {
    /// # Safety
    /// See [`Vector`].
    #[inline(always)]
    unsafe fn new(data: &Data) -> Self {
        // SAFETY: the caller's promise.
        unsafe {
            let zero = V::splat(0);
            let (mut midstate, mut iv) = ([zero; 8], [zero; 8]);
            let (mut blocks, mut second) = ([[zero; WORDS]; 2], [zero; WORDS]);
            for at in 0..8 {
                midstate[at] = V::splat(data.midstate[at]);
                iv[at] = V::splat(IV[at]);
                second[8 + at] = V::splat(SECOND_PADDING[at]);
            }
            let bytes = data.nonce_blocks.as_flattened().as_chunks().0;
            for (word, bytes) in blocks.as_flattened_mut().iter_mut().zip(bytes) {
                *word = V::splat(u32::from_be_bytes(*bytes));
            }
            Self { midstate, iv, blocks, second }
        }
    }

    /// Word `top` of each lane's digest, for the words with bytes of the nonce in them, which start
    /// at `first_word`.
    ///
    /// # Safety
    /// See [`Vector`].
    #[inline(always)]
    unsafe fn digest_word(
        &mut self,
        data: &Data,
        first_word: usize,
        nonces: &[[u32; MAX_LANES]],
        top: usize,
    ) -> [u32; MAX_LANES] {
        // SAFETY: the caller's promise.
        unsafe {
            let words = &mut self.blocks.as_flattened_mut()[first_word..];
            for (word, nonces) in words.iter_mut().zip(nonces) {
                *word = V::load(nonces);
            }
            let mut state = self.midstate;
            for block in &self.blocks[..data.nonce_blocks.len()] {
                state = compress(state, block);
            }
            for block in &data.fixed_blocks {
                state = compress_same(state, block);
            }
            self.second[..8].copy_from_slice(&state);
            let mut words = [0; MAX_LANES];
            compress(self.iv, &self.second)[top].store(&mut words);
            words
        }
    }
}

/// Hashes every nonce of a range; the last turn may run past its end (and wrap), what lies there is
/// ignored.
///
/// # Safety
/// See [`Vector`].
#[inline(always)]
unsafe fn scan_data<V: Vector>(
    prepared: &Prepared,
    data: &Data,
    range: PositionRange,
    on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let bound = prepared.work().target().top_word();
    let bitcoin = prepared.work().order() == HashOrder::Bitcoin;
    let first_word = data.field.offset / 4;
    let nonce_words = (data.field.offset + data.field.width.bytes()).div_ceil(4) - first_word;
    let mut bytes = data.nonce_blocks.clone();
    // SAFETY: the caller's promise.
    let mut turn = unsafe { Turn::<V>::new(data) };
    let mut base = range.first();
    loop {
        let mut nonces = [[0; MAX_LANES]; NONCE_WORDS];
        for (lane, ahead) in (0..V::LANES).zip(0..) {
            data.field.write(bytes.as_flattened_mut(), base.wrapping_add(ahead));
            let words = &bytes.as_flattened().as_chunks().0[first_word..];
            for (nonces, bytes) in nonces[..nonce_words].iter_mut().zip(words) {
                nonces[lane] = u32::from_be_bytes(*bytes);
            }
        }
        let (nonces, top) = (&nonces[..nonce_words], if bitcoin { 7 } else { 0 });
        // SAFETY: the caller's promise.
        let words = unsafe { turn.digest_word(data, first_word, nonces, top) };
        let left = range.last() - base;
        for (ahead, word) in (0u64..).zip(&words[..V::LANES]) {
            let word = if bitcoin { word.swap_bytes() } else { *word };
            if word <= bound && ahead <= left {
                on_candidate(base + ahead)?;
            }
        }
        if left < V::LANES as u64 {
            return ControlFlow::Continue(());
        }
        base += V::LANES as u64;
    }
}
