//! Data on x86-64 processors with the SHA extensions: several nonces at once, interleaved.
//!
//! One `sha256rnds2` takes four cycles until its result is there, but another can start every cycle
//! or two; a single hash leaves the unit idle most of the time. So [`STREAMS`] independent nonces
//! run through the rounds side by side. The nonce may lie anywhere, even across words or across two
//! blocks: a byte shuffle with a mask made from the field puts its bytes in place. The second hash
//! stops as soon as the word that is tested is known. Headers have kernels of their own.
//!
//! The functions are compiled for AVX (which implies SSE4.1 and below) although they use no wide
//! register: its three-operand forms save the copies that the older forms need, 5 to 10 % of the
//! time.
//!
//! Knows the x86 instructions, [`Data`] and the contract of [`Scanner`](super::Scanner).

#![expect(unsafe_code, reason = "instructions found at run time, and an order to be kept")]

use std::arch::asm;
use std::arch::x86_64::*;
use std::ops::ControlFlow;

use crate::hash::HashOrder;
use crate::prepared::{Data, Prepared};
use crate::range::PositionRange;
use crate::sha256::{BLOCK, IV, K, State};

/// Nonces in flight. On Zen 4 two are a tenth slower and four a tenth: the SHA instructions reach
/// sixteen registers, and three streams of state and message words fill those already.
const STREAMS: usize = 3;

/// A block's sixteen message words, four to a vector, the first word lowest.
type Words = [__m128i; 4];

/// `[e(0), e(1), ..]` with `e` evaluated in the calling function: a closure passed to
/// `array::from_fn` would be compiled without the instruction sets and not be inlined.
macro_rules! each {
    ($i:ident => $e:expr) => {{
        let mut out = [_mm_setzero_si128(); N];
        let mut $i = 0;
        while $i < N {
            out[$i] = $e;
            $i += 1;
        }
        out
    }};
}

/// Two rounds in all streams; the low half of `$wk` is message words plus constants. The two halves
/// of the state are swapped by it, and by the next two rounds swapped back.
macro_rules! two_rounds {
    ($abef:ident, $cdgh:ident, $wk:expr) => {
        $cdgh = each!(i => _mm_sha256rnds2_epu32($cdgh[i], $abef[i], $wk[i]));
        let mut i = 1;
        while i < N {
            ($cdgh[i - 1], $cdgh[i]) = in_step($cdgh[i - 1], $cdgh[i]);
            i += 1;
        }
    };
}

/// Four rounds in all streams.
macro_rules! four_rounds {
    ($abef:ident, $cdgh:ident, $wk:expr) => {
        let wk = $wk;
        two_rounds!($abef, $cdgh, wk);
        let high = each!(i => _mm_shuffle_epi32(wk[i], 0x0e));
        two_rounds!($cdgh, $abef, high);
    };
}

/// Message words plus the constants of rounds `4 * $t` to `4 * $t + 3`.
macro_rules! add_k {
    ($words:expr, $t:expr) => {
        each!(i => _mm_add_epi32($words[i], k4($t)))
    };
}

/// Four more message words of all streams from the sixteen before them.
macro_rules! extend {
    ($m0:expr, $m1:expr, $m2:expr, $m3:expr) => {
        each!(i => extended($m0[i], $m1[i], $m2[i], $m3[i]))
    };
}

/// Rounds 32 to 63, or to 61 where `$last_two` is false, given W16 to W31 in `$m0..$m3`.
macro_rules! rounds_from_32 {
    ($abef:ident, $cdgh:ident, $m0:ident, $m1:ident, $m2:ident, $m3:ident, $last_two:expr) => {
        $m0 = extend!($m0, $m1, $m2, $m3);
        four_rounds!($abef, $cdgh, add_k!($m0, 8));
        $m1 = extend!($m1, $m2, $m3, $m0);
        four_rounds!($abef, $cdgh, add_k!($m1, 9));
        $m2 = extend!($m2, $m3, $m0, $m1);
        four_rounds!($abef, $cdgh, add_k!($m2, 10));
        $m3 = extend!($m3, $m0, $m1, $m2);
        four_rounds!($abef, $cdgh, add_k!($m3, 11));
        $m0 = extend!($m0, $m1, $m2, $m3);
        four_rounds!($abef, $cdgh, add_k!($m0, 12));
        $m1 = extend!($m1, $m2, $m3, $m0);
        four_rounds!($abef, $cdgh, add_k!($m1, 13));
        $m2 = extend!($m2, $m3, $m0, $m1);
        four_rounds!($abef, $cdgh, add_k!($m2, 14));
        $m3 = extend!($m3, $m0, $m1, $m2);
        let wk = add_k!($m3, 15);
        two_rounds!($abef, $cdgh, wk);
        if $last_two {
            let high = each!(i => _mm_shuffle_epi32(wk[i], 0x0e));
            two_rounds!($cdgh, $abef, high);
        }
    };
}

/// The second hash of all streams, from the first one's digest words, up to the word that is
/// tested: the most significant of the hash number.
macro_rules! top_words {
    ($order7:expr, $m0:ident, $m1:ident) => {{
        let (iv_abef, iv_cdgh) = (abef_of(&IV), cdgh_of(&IV));
        let mut abef = [iv_abef; N];
        let mut cdgh = [iv_cdgh; N];
        // The padding: a one bit behind the 256 bits of the digest, and their number.
        let fixed2 = _mm_set_epi32(0, 0, 0, i32::MIN);
        let fixed3 = _mm_set_epi32(256, 0, 0, 0);
        four_rounds!(abef, cdgh, add_k!($m0, 0));
        four_rounds!(abef, cdgh, add_k!($m1, 1));
        four_rounds!(abef, cdgh, [_mm_add_epi32(fixed2, k4(2)); N]);
        four_rounds!(abef, cdgh, [_mm_add_epi32(fixed3, k4(3)); N]);
        // Of the general step, what meets only zeros or only padding is left out.
        let mut m0 =
            each!(i => _mm_sha256msg2_epu32(_mm_sha256msg1_epu32($m0[i], $m1[i]), fixed3));
        four_rounds!(abef, cdgh, add_k!(m0, 4));
        let mut m1 = each!(i => extended($m1[i], fixed2, fixed3, m0[i]));
        four_rounds!(abef, cdgh, add_k!(m1, 5));
        let from_padding = _mm_sha256msg1_epu32(fixed2, fixed3);
        let mut m2 = each!(i => extended_from(from_padding, m0[i], m1[i]));
        four_rounds!(abef, cdgh, add_k!(m2, 6));
        let mut m3 = each!(i => extended(fixed3, m0[i], m1[i], m2[i]));
        four_rounds!(abef, cdgh, add_k!(m3, 7));
        rounds_from_32!(abef, cdgh, m0, m1, m2, m3, !$order7);
        let mut top = [0u32; N];
        let mut i = 0;
        while i < N {
            top[i] = if $order7 {
                // h after round 63 is e after round 60, which is f after round 61, where the rounds
                // were left; and there the two halves are still swapped.
                let h = _mm_cvtsi128_si32(cdgh[i]).cast_unsigned();
                h.wrapping_add(IV[7]).swap_bytes()
            } else {
                let a = _mm_extract_epi32(abef[i], 3).cast_unsigned();
                a.wrapping_add(IV[0])
            };
            i += 1;
        }
        top
    }};
}

/// The digest words of all streams from the state before a block and behind its rounds, as the
/// first eight message words of the next hash.
macro_rules! digest_words {
    ($abef:ident, $cdgh:ident, $before_abef:expr, $before_cdgh:expr) => {{
        let ab_ef = each!(i => _mm_shuffle_epi32(_mm_add_epi32($abef[i], $before_abef[i]), 0x1b));
        let cd_gh = each!(i => _mm_shuffle_epi32(_mm_add_epi32($cdgh[i], $before_cdgh[i]), 0x1b));
        (
            each!(i => _mm_unpacklo_epi64(ab_ef[i], cd_gh[i])),
            each!(i => _mm_unpackhi_epi64(ab_ef[i], cd_gh[i])),
        )
    }};
}

/// Its arguments, unchanged; but what uses the results cannot be put before what makes either
/// argument.
///
/// Without it the compiler, which tunes for a processor of its own choice, draws the streams apart
/// until they run one after the other: two are then no faster than one, and three a quarter slower.
#[inline]
#[target_feature(enable = "avx")]
fn in_step(mut a: __m128i, mut b: __m128i) -> (__m128i, __m128i) {
    // SAFETY: the text is a comment, so nothing is executed; the two registers are declared as read
    // and written, and keep their values.
    unsafe {
        asm!(
            "/* {0} {1} */",
            inout(xmm_reg) a,
            inout(xmm_reg) b,
            options(pure, nomem, nostack, preserves_flags),
        );
    }
    (a, b)
}

/// The batches of a scan: calls `$tops` for each `N` nonces from `$base` and reports the candidates
/// among them. The last batch may run past the range's end (and wrap); what lies there is ignored.
macro_rules! batches {
    ($prepared:ident, $range:ident, $on_candidate:ident, $base:ident => $tops:expr) => {{
        let bound = $prepared.work().target().top_word();
        let mut $base = $range.first();
        loop {
            let tops: [u32; N] = $tops;
            let left = $range.last() - $base;
            for (ahead, top) in (0u64..).zip(tops) {
                if top <= bound && ahead <= left {
                    $on_candidate($base + ahead)?;
                }
            }
            if left < N as u64 {
                return ControlFlow::Continue(());
            }
            $base += N as u64;
        }
    }};
}

/// Scans a range of data, in the order that its hashes are read in.
#[target_feature(enable = "avx,sha")]
pub(super) fn scan_data(
    prepared: &Prepared,
    data: &Data,
    range: PositionRange,
    on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<()> {
    match prepared.work().order() {
        HashOrder::Bitcoin => scan_any::<STREAMS, true>(prepared, data, range, on_candidate),
        HashOrder::Digest => scan_any::<STREAMS, false>(prepared, data, range, on_candidate),
    }
}

/// For a nonce anywhere in one block or across two, and any number of fixed blocks behind. `TOP7`
/// says that the hash number's top word is the digest's last word and not its first.
#[target_feature(enable = "avx,sha")]
fn scan_any<const N: usize, const TOP7: bool>(
    prepared: &Prepared,
    data: &Data,
    range: PositionRange,
    on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let midstate = (abef_of(&data.midstate), cdgh_of(&data.midstate));
    let nonce_blocks = &data.nonce_blocks;
    // One entry for each of the one or two nonce blocks: its words, and the shuffles that bring a
    // nonce's bytes to their places among them.
    let first = (words_of(&nonce_blocks[0]), nonce_shuffles(data, 0));
    let second = nonce_blocks.get(1).map(|block| (words_of(block), nonce_shuffles(data, 1)));
    batches!(prepared, range, on_candidate, base => {
        let nonces = each!(i => _mm_cvtsi64_si128(base.wrapping_add(i as u64).cast_signed()));
        let mut state_abef = [midstate.0; N];
        let mut state_cdgh = [midstate.1; N];
        let mut next = Some(&first);
        let mut following = second.as_ref();
        while let Some((words, shuffles)) = next {
            let mut m0 = each!(i => with_nonce(words[0], shuffles[0], nonces[i]));
            let mut m1 = each!(i => with_nonce(words[1], shuffles[1], nonces[i]));
            let mut m2 = each!(i => with_nonce(words[2], shuffles[2], nonces[i]));
            let mut m3 = each!(i => with_nonce(words[3], shuffles[3], nonces[i]));
            let (mut abef, mut cdgh) = (state_abef, state_cdgh);
            four_rounds!(abef, cdgh, add_k!(m0, 0));
            four_rounds!(abef, cdgh, add_k!(m1, 1));
            four_rounds!(abef, cdgh, add_k!(m2, 2));
            four_rounds!(abef, cdgh, add_k!(m3, 3));
            m0 = extend!(m0, m1, m2, m3);
            four_rounds!(abef, cdgh, add_k!(m0, 4));
            m1 = extend!(m1, m2, m3, m0);
            four_rounds!(abef, cdgh, add_k!(m1, 5));
            m2 = extend!(m2, m3, m0, m1);
            four_rounds!(abef, cdgh, add_k!(m2, 6));
            m3 = extend!(m3, m0, m1, m2);
            four_rounds!(abef, cdgh, add_k!(m3, 7));
            rounds_from_32!(abef, cdgh, m0, m1, m2, m3, true);
            state_abef = each!(i => _mm_add_epi32(state_abef[i], abef[i]));
            state_cdgh = each!(i => _mm_add_epi32(state_cdgh[i], cdgh[i]));
            next = following.take();
        }
        for block in &data.fixed_blocks {
            // One message schedule for all streams.
            let mut message = words_of(block);
            let (mut abef, mut cdgh) = (state_abef, state_cdgh);
            let mut t = 0;
            while t < 16 {
                four_rounds!(abef, cdgh, [_mm_add_epi32(message[0], k4(t)); N]);
                let [m0, m1, m2, m3] = message;
                message = [m1, m2, m3, extended(m0, m1, m2, m3)];
                t += 1;
            }
            state_abef = each!(i => _mm_add_epi32(state_abef[i], abef[i]));
            state_cdgh = each!(i => _mm_add_epi32(state_cdgh[i], cdgh[i]));
        }
        let nothing = [_mm_setzero_si128(); N];
        let (d0, d1) = digest_words!(state_abef, state_cdgh, nothing, nothing);
        top_words!(TOP7, d0, d1)
    })
}

/// Message words with the nonce's bytes put in their place, which is zero in `words`.
#[inline]
#[target_feature(enable = "avx")]
fn with_nonce(words: __m128i, shuffle: __m128i, nonce: __m128i) -> __m128i {
    _mm_or_si128(words, _mm_shuffle_epi8(nonce, shuffle))
}

/// The byte shuffles that bring a nonce (in the low 64 bits, least significant byte first) to its
/// places among the words of one nonce block, and zeros everywhere else.
#[target_feature(enable = "avx")]
fn nonce_shuffles(data: &Data, block: usize) -> Words {
    let mut bytes = [0; BLOCK];
    for (at, to) in bytes.iter_mut().enumerate() {
        // A set top bit gives zero; there are at most eight nonce bytes to choose from.
        let from = data.nonce_byte_at(BLOCK * block + at);
        *to = from.and_then(|from| u8::try_from(from).ok()).unwrap_or(0x80);
    }
    words_of(&bytes)
}

/// A block as message words. Applied to shuffle masks too: the bytes of a word are then reversed as
/// those of the message are.
#[inline]
#[target_feature(enable = "avx")]
fn words_of(block: &[u8; BLOCK]) -> Words {
    let (words, _) = block.as_chunks::<4>();
    let word = |at: usize| i32::from_be_bytes(words[at]);
    let four = |at: usize| (word(at + 3), word(at + 2), word(at + 1), word(at));
    let [a, b, c, d] = [four(0), four(4), four(8), four(12)];
    [
        _mm_set_epi32(a.0, a.1, a.2, a.3),
        _mm_set_epi32(b.0, b.1, b.2, b.3),
        _mm_set_epi32(c.0, c.1, c.2, c.3),
        _mm_set_epi32(d.0, d.1, d.2, d.3),
    ]
}

/// The four next message words from the sixteen before them.
#[inline]
#[target_feature(enable = "avx,sha")]
fn extended(m0: __m128i, m1: __m128i, m2: __m128i, m3: __m128i) -> __m128i {
    extended_from(_mm_sha256msg1_epu32(m0, m1), m2, m3)
}

/// The same where the part of the eight oldest words is known.
#[inline]
#[target_feature(enable = "avx,sha")]
fn extended_from(old: __m128i, m2: __m128i, m3: __m128i) -> __m128i {
    _mm_sha256msg2_epu32(_mm_add_epi32(old, _mm_alignr_epi8(m3, m2, 4)), m3)
}

/// The constants of rounds `4 * t` to `4 * t + 3`.
#[inline]
#[target_feature(enable = "avx")]
fn k4(t: usize) -> __m128i {
    let k = |at: usize| K[4 * t + at].cast_signed();
    _mm_set_epi32(k(3), k(2), k(1), k(0))
}

/// Half a state in the order that the instructions take it, a in the highest word.
#[inline]
#[target_feature(enable = "avx")]
fn abef_of(state: &State) -> __m128i {
    let [a, b, _, _, e, f, _, _] = state.map(u32::cast_signed);
    _mm_set_epi32(a, b, e, f)
}

/// The other half.
#[inline]
#[target_feature(enable = "avx")]
fn cdgh_of(state: &State) -> __m128i {
    let [_, _, c, d, _, _, g, h] = state.map(u32::cast_signed);
    _mm_set_epi32(c, d, g, h)
}
