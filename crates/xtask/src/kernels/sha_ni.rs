//! Rounds and message schedule on the SHA extensions alone: no AVX-512, and no register wider than
//! 128 bits, so that nothing is dirty that the SHA instructions would have to preserve.
//!
//! The frame, the pipeline and most registers are those of `sha_rounds`; the rounds of up to
//! six hashes run side by side and leave at least three registers. The schedule of each hash is a stream of its own, four
//! words at a time, each four waiting for those before; two or three streams run side by side with
//! two registers each and one for all (`xmm15`), which is why some instructions stay together.
//! Finished words go to memory twice: as they are, for the words that are made of them later, and
//! with the round's constant, for the rounds.

use super::layout::Layout;
use super::sha_rounds::{Chain, Hash, Mode, Order, frame, rounds};
use super::weave::{Pattern, interleave, weave};

/// Bytes of a vector: four words.
const VECTOR: usize = 16;

/// What a stream has for itself besides its two registers.
const SHARED: &str = "xmm15";

/// Most schedule streams side by side.
const MAX_STREAMS: usize = 4;

/// The kernel's constants.
pub(crate) fn layout() -> Layout {
    Layout::new("ShaNiConstants", "Constants of the kernels `sha_ni_nonce` and `sha_ni_version`.")
        .with("start1_abef", 4, "F, E, B, A behind round 3 for a nonce word of zero.")
        .with("start1_cdgh", 4, "H, G, D, C behind round 3.")
        .with("start2_abef", 4, "F, E, B, A of the second hash behind round 0 for W0 = 0.")
        .with("start2_cdgh", 4, "H, G, D, C of the second hash behind round 0.")
        .with("midstate_abef", 4, "F, E, B, A behind the first block (fixed version).")
        .with("midstate_cdgh", 4, "H, G, D, C behind the first block.")
        .with("tail", 4, "W0, W1, W2 of the first hash, and 0 for the nonce.")
        .with("one_bit", 4, "2^31, 0, 0, 0: W4 to W7 of the first hash.")
        .with("length1", 4, "0, 0, 0, 640: W12 to W15 of the first hash.")
        .with("length2", 4, "0, 0, 256, 0: W13 to W16 of the second hash without W16.")
        .with("one_bits", 4, "2^31 in each.")
        .with("odd", 4, "0 and all ones, twice: selects E and A.")
        .with("zero", 4, "0.")
        .with("swap", 4, "The byte shuffle that reverses the bytes of each word.")
        .with("iv7", 4, "H of the initial hash value, in each.")
        .with("bound", 4, "The highest top word that a candidate has, in each.")
        .with("k", 64, "The round constants.")
        .with("k_from_1", 60, "Those of rounds 1 to 60.")
        .with("wk_first", 12, "W+K of the first hash, rounds 4 to 15: no nonce in them.")
}

/// The orders found for this family, see [`mod@super::search`].
pub(crate) fn order(mode: Mode) -> Order {
    match mode {
        Mode::Nonce => Order {
            groups: vec![3, 3, 3, 3, 3, 3, 3, 3],
            alternate: false,
            second_first: true,
            shift: 0,
            streams: 4,
            batches: 1,
            pattern: Pattern {
                block: 6,
                bend: vec![],
                seeds: vec![
                    35812, 60028, 26523, 0, 42271, 33899, 0, 0, 53221, 38274, 7574, 0, 24064,
                    60833, 0, 0, 46925, 315, 49121, 7278, 22593, 43281, 63468, 0,
                ],
            },
        },
        Mode::Version => Order {
            groups: vec![4, 4, 4, 4],
            alternate: false,
            second_first: false,
            shift: 2,
            streams: 3,
            batches: 1,
            pattern: Pattern {
                block: 12,
                bend: vec![-0.04, 0.02, -0.02, 0.04, 0.03, -0.01, 0.0],
                seeds: vec![
                    0, 0, 0, 0, 0, 0, 0, 12525, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 61295, 0, 0,
                ],
            },
        },
    }
}

/// Hashes in a batch of an order.
pub(crate) fn hashes(order: &Order) -> usize {
    order.groups.iter().sum::<usize>() / 2
}

/// Most hashes whose rounds run side by side: `xmm0` and the shared register aside, a hash takes
/// two registers, and so does a stream.
pub(crate) const fn widest(streams: usize) -> usize {
    7 - streams
}

/// Size of a buffer.
pub(crate) fn buffer(order: &Order) -> usize {
    Buffer::new(hashes(order)).size.next_multiple_of(64)
}

/// The text of a kernel.
pub(crate) fn kernel(mode: Mode, order: &Order) -> String {
    let hashes = hashes(order);
    let kernel = Kernel { mode, hashes, c: layout(), buffer: Buffer::new(hashes) };
    assert!(order.streams <= MAX_STREAMS);
    assert!(order.groups.iter().all(|&size| size <= widest(order.streams)));
    let main = rounds(order, hashes, |hash, index| kernel.chain(hash, index));
    let all = |schedule: &dyn Fn(&Stream) -> Vec<String>| -> Vec<String> {
        let indexes: Vec<usize> = (0..hashes).collect();
        indexes
            .chunks(order.streams)
            .flat_map(|together| {
                let lists = together.iter().enumerate();
                let lists = lists.map(|(place, &index)| schedule(&Stream { place, index }));
                interleave(lists.collect(), order.shift)
            })
            .collect()
    };
    let second = all(&|stream| kernel.second(stream));
    let side = match mode {
        Mode::Version => second,
        Mode::Nonce => {
            let first = all(&|stream| kernel.first(stream));
            if order.second_first { [second, first].concat() } else { [first, second].concat() }
        }
    };
    let mut body = weave(&main, side, &order.pattern);
    body.extend(kernel.test());
    frame(mode, 4 * VECTOR * hashes, vec![body])
}

/// Offsets in a buffer, in bytes.
struct Buffer {
    /// W+K of the first hash, rounds 16 to 63: twelve vectors a hash.
    wk_first: usize,
    /// W+K of the second hash, rounds 1 to 60: fifteen vectors a hash.
    wk_second: usize,
    /// States behind the first hash's rounds, ABEF and CDGH.
    states: usize,
    /// ABEF at the start of the first hash (fixed version).
    start1: usize,
    /// ABEF at the start of the second hash.
    start2: usize,
    /// E behind round 60, in the upper half of eight bytes a hash.
    results: usize,
    /// The words that later ones are made of: sixteen vectors for each stream. Not handed over.
    words: usize,
    size: usize,
}

impl Buffer {
    fn new(hashes: usize) -> Self {
        let wk_first = 0;
        let wk_second = wk_first + 12 * VECTOR * hashes;
        let states = wk_second + 15 * VECTOR * hashes;
        let start1 = states + 2 * VECTOR * hashes;
        let start2 = start1 + VECTOR * hashes;
        let results = start2 + VECTOR * hashes;
        // Read four at a time.
        let words = results + 8 * hashes.next_multiple_of(4);
        let size = words + 16 * VECTOR * MAX_STREAMS;
        Self { wk_first, wk_second, states, start1, start2, results, words, size }
    }
}

/// One hash's schedule.
struct Stream {
    /// Its place among those side by side.
    place: usize,
    /// The hash in its batch.
    index: usize,
}

impl Stream {
    fn registers(&self) -> (String, String) {
        (format!("xmm{}", 13 - 2 * self.place), format!("xmm{}", 14 - 2 * self.place))
    }
}

/// What four new words are made of besides the last eight.
#[derive(Clone, Copy)]
enum Old<'a> {
    /// The words in memory: `msg1` of the vectors four and three before.
    Words,
    /// `msg1` of these two.
    Of(&'a str, &'a str),
    /// Nothing: that comes to zero.
    Zero,
}

struct Kernel {
    mode: Mode,
    hashes: usize,
    c: Layout,
    buffer: Buffer,
}

impl Kernel {
    fn constant(&self, name: &str, word: usize) -> String {
        format!("xmmword ptr {}", self.c.at(name, word))
    }

    /// The vector `number` of a stream's words, in memory.
    fn words(&self, stream: &Stream, number: usize) -> String {
        let at = self.buffer.words + VECTOR * (16 * stream.place + number % 16);
        format!("xmmword ptr [rdx+{at}]")
    }

    /// Stores a finished vector as words and as W+K at `to`, `k` being its constants.
    fn finish(&self, stream: &Stream, number: usize, register: &str, k: &str, to: usize) -> String {
        let words = self.words(stream, number);
        format!(
            "vmovdqa {words}, {register}\nvpaddd {SHARED}, {register}, {k}\n\
             vmovdqa xmmword ptr [rdx+{to}], {SHARED}"
        )
    }

    /// Makes vector `number` in `new`; `last` holds the one before it.
    fn extend(
        &self,
        stream: &Stream,
        number: usize,
        (new, last): (&str, &str),
        old: Old<'_>,
        (k, to): (&str, usize),
        lines: &mut Vec<String>,
    ) {
        let words = |back: usize| self.words(stream, number - back);
        let middle = words(2);
        match old {
            Old::Zero => lines.push(format!("vpalignr {new}, {last}, {middle}, 4")),
            Old::Words | Old::Of(..) => {
                let (a, b) = match old {
                    Old::Of(a, b) => (a.to_owned(), b.to_owned()),
                    _ => (words(4), words(3)),
                };
                lines.push(format!("vmovdqa {new}, {a}\nsha256msg1 {new}, {b}"));
                lines.push(format!(
                    "vpalignr {SHARED}, {last}, {middle}, 4\nvpaddd {new}, {new}, {SHARED}"
                ));
            }
        }
        lines.push(format!("sha256msg2 {new}, {last}"));
        lines.push(self.finish(stream, number, new, k, to));
    }

    /// The first hash's schedule for the next nonce: vectors 4 (W16 to W19) to 15.
    fn first(&self, stream: &Stream) -> Vec<String> {
        let (a, b) = stream.registers();
        let start1 = self.buffer.start1 + VECTOR * stream.index;
        let (start, tail) = (self.constant("start1_abef", 0), self.constant("tail", 0));
        let (one_bit, length) = (self.constant("one_bit", 0), self.constant("length1", 0));
        let k = |number: usize| self.constant("k", 4 * number);
        let to = |number: usize| self.buffer.wk_first + VECTOR * (12 * stream.index + number - 4);
        let mut lines = vec![
            format!("mov eax, r11d\nbswap eax\ninc r11d\nvmovd {a}, eax"),
            // (0, n, 0, n): to E and A.
            format!("vpshufd {b}, {a}, 0x11\nvpaddd {b}, {b}, {start}"),
            format!("vmovdqa xmmword ptr [rdx+{start1}], {b}"),
            // W0 to W3: the nonce is the last.
            format!("vpslldq {a}, {a}, 12\nvpor {a}, {a}, {tail}"),
            format!("sha256msg1 {a}, {one_bit}"),
            format!("sha256msg2 {a}, {length}"),
            self.finish(stream, 4, &a, &k(4), to(4)),
            format!("vpalignr {b}, {a}, {length}, 4\nvpaddd {b}, {b}, {one_bit}"),
            format!("sha256msg2 {b}, {a}"),
            self.finish(stream, 5, &b, &k(5), to(5)),
        ];
        let (mut new, mut last) = (a, b);
        for number in 6..16 {
            let fourth = self.words(stream, 4);
            let old = match number {
                6 => Old::Zero,
                7 => Old::Of(&length, &fourth),
                _ => Old::Words,
            };
            self.extend(stream, number, (&new, &last), old, (&k(number), to(number)), &mut lines);
            std::mem::swap(&mut new, &mut last);
        }
        lines
    }

    /// The second hash's schedule: vector `g` is W(4g+1) to W(4g+4), up to W60.
    fn second(&self, stream: &Stream) -> Vec<String> {
        let (a, b) = stream.registers();
        let c = SHARED;
        let states = self.buffer.states + 2 * VECTOR * stream.index;
        let [abef, cdgh] = match self.mode {
            Mode::Nonce => [self.constant("midstate_abef", 0), self.constant("midstate_cdgh", 0)],
            Mode::Version => [0, VECTOR]
                .map(|half| format!("xmmword ptr [r9+{}]", 2 * VECTOR * stream.index + half)),
        };
        let constant = |name| self.constant(name, 0);
        let k = |number: usize| self.constant("k_from_1", 4 * number);
        let to = |number: usize| self.buffer.wk_second + VECTOR * (15 * stream.index + number);
        let words = |number: usize| self.words(stream, number);
        let start2 = self.buffer.start2 + VECTOR * stream.index;
        let store = |number: usize, register: &str, spare: &str| {
            format!(
                "vpaddd {spare}, {register}, {}\nvmovdqa xmmword ptr [rdx+{}], {spare}",
                k(number),
                to(number)
            )
        };
        let first = [
            format!("vmovdqa {a}, xmmword ptr [rsi+{states}]\nvpaddd {a}, {a}, {abef}"),
            format!("vmovdqa {b}, xmmword ptr [rsi+{}]\nvpaddd {b}, {b}, {cdgh}", states + VECTOR),
        ];
        // Uses the shared register throughout, so it stays together.
        let transpose = [
            "// B, D, A, C and F, H, E, G, of which W0 = A".to_owned(),
            format!("vpunpckhdq {c}, {a}, {b}"),
            format!("vpunpckldq {a}, {a}, {b}"),
            format!("vpshufd {b}, {c}, 0xaa"),
            format!("vpand {b}, {b}, {}", constant("odd")),
            format!("vpaddd {b}, {b}, {}", constant("start2_abef")),
            format!("vmovdqa xmmword ptr [rdx+{start2}], {b}"),
            "// W16 = W0 + sigma0(W1), behind W13 to W15".to_owned(),
            format!("vpshufd {b}, {c}, 0x02"),
            format!("sha256msg1 {b}, {b}"),
            format!("vpslldq {b}, {b}, 12"),
            format!("vpor {b}, {b}, {}", constant("length2")),
            format!("vmovdqa {}, {b}", words(3)),
            "// W1 to W4".to_owned(),
            format!("vpblendd {c}, {c}, {a}, 4"),
            format!("vpshufd {c}, {c}, 0x9c"),
            format!("vmovdqa {}, {c}", words(0)),
            store(0, c, c),
        ];
        let mut lines = first.to_vec();
        lines.push(transpose.join("\n"));
        let (one_bits, zero) = (constant("one_bits"), constant("zero"));
        let (zeroth, second) = (words(0), words(1));
        lines.extend([
            format!(
                "// W5 to W8\nvpblendd {a}, {a}, {one_bits}, 4\nvpshufd {a}, {a}, 0x9c\n\
                 vmovdqa {second}, {a}"
            ),
            store(1, &a, c),
            store(3, &b, c),
            format!("vmovdqa {a}, {zeroth}\nsha256msg1 {a}, {second}"),
            format!("sha256msg2 {a}, {b}"),
            self.finish(stream, 4, &a, &k(4), to(4)),
            format!(
                "vpalignr {c}, {a}, {b}, 4\nvmovdqa {b}, {second}\nsha256msg1 {b}, {zero}\n\
                 vpaddd {b}, {b}, {c}"
            ),
            format!("sha256msg2 {b}, {a}"),
            self.finish(stream, 5, &b, &k(5), to(5)),
            // W9 to W12 are zero.
            format!("vpalignr {a}, {b}, {a}, 4"),
            format!("sha256msg2 {a}, {b}"),
            self.finish(stream, 6, &a, &k(6), to(6)),
        ]);
        let (mut new, mut last) = (b, a);
        for number in 7..15 {
            let at = (k(number), to(number));
            self.extend(stream, number, (&new, &last), Old::Words, (&at.0, at.1), &mut lines);
            std::mem::swap(&mut new, &mut last);
        }
        lines
    }

    /// The rounds of one hash.
    fn chain(&self, hash: Hash, index: usize) -> Chain {
        let buffer = &self.buffer;
        match hash {
            Hash::First => {
                let states = buffer.states + 2 * VECTOR * index;
                let (start, pairs) = match self.mode {
                    Mode::Nonce => {
                        let known = (0..6).map(|pair| self.c.at("wk_first", 2 * pair));
                        let base = buffer.wk_first + 12 * VECTOR * index;
                        let made = (0..24).map(|pair| format!("[rsi+{}]", base + 8 * pair));
                        let start = vec![
                            format!(
                                "vmovdqa {{ab}}, xmmword ptr [rsi+{}]",
                                buffer.start1 + VECTOR * index
                            ),
                            format!("vmovdqa {{cd}}, {}", self.constant("start1_cdgh", 0)),
                        ];
                        (start, known.chain(made).collect())
                    }
                    Mode::Version => {
                        let start = vec![
                            "vmovdqa {ab}, xmmword ptr [r8]".to_owned(),
                            format!("vmovdqa {{cd}}, xmmword ptr [r12+{}]", 32 * index + 16),
                            format!("vpaddd {{ab}}, {{ab}}, xmmword ptr [r12+{}]", 32 * index),
                        ];
                        (start, (0..30).map(|pair| format!("[r8+{}]", 16 + 8 * pair)).collect())
                    }
                };
                let end = vec![
                    format!("vmovdqa xmmword ptr [rdx+{states}], {{ab}}"),
                    format!("vmovdqa xmmword ptr [rdx+{}], {{cd}}", states + VECTOR),
                ];
                Chain { start, pairs, end }
            }
            Hash::Second => {
                let base = buffer.wk_second + 15 * VECTOR * index;
                Chain {
                    start: vec![
                        format!(
                            "vmovdqa {{ab}}, xmmword ptr [rsi+{}]",
                            buffer.start2 + VECTOR * index
                        ),
                        format!("vmovdqa {{cd}}, {}", self.constant("start2_cdgh", 0)),
                    ],
                    pairs: (0..30)
                        .map(|pair| match pair {
                            // W9 to W12 are padding.
                            4 | 5 => self.c.at("k_from_1", 2 * pair),
                            _ => format!("[rsi+{}]", base + 8 * pair),
                        })
                        .collect(),
                    end: vec![format!(
                        "vmovq qword ptr [rdx+{}], {{ab}}",
                        buffer.results + 8 * index
                    )],
                }
            }
        }
    }

    /// The candidates of the batch whose results lie in the buffer that is read: word 7 of the
    /// digest, read as the top word of a little-endian number, is compared with the bound.
    fn test(&self) -> Vec<String> {
        let constant = |name| self.constant(name, 0);
        let mut lines = vec!["// test".to_owned()];
        for first in (0..self.hashes).step_by(4) {
            let at = self.buffer.results + 8 * first;
            let left = self.hashes - first;
            lines.push(format!("vmovaps xmm13, xmmword ptr [rsi+{at}]"));
            lines.push(format!("vshufps xmm13, xmm13, xmmword ptr [rsi+{}], 0xdd", at + VECTOR));
            lines.push(format!("vpaddd xmm13, xmm13, {}", constant("iv7")));
            lines.push(format!("vpshufb xmm13, xmm13, {}", constant("swap")));
            lines.push(format!("vpminud xmm14, xmm13, {}", constant("bound")));
            lines.push("vpcmpeqd xmm14, xmm14, xmm13".to_owned());
            let to = if first == 0 { "eax" } else { "r15d" };
            lines.push(format!("vmovmskps {to}, xmm14"));
            if left < 4 {
                lines.push(format!("and {to}, {}", (1 << left) - 1));
            }
            if first > 0 {
                lines.push(format!("shl r15d, {first}"));
                lines.push("or eax, r15d".to_owned());
            }
        }
        lines
    }
}
