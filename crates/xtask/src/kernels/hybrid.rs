//! Rounds on the SHA extensions, message schedule in eight lanes of AVX-512VL.
//!
//! The frame, the pipeline and most registers are those of `sha_rounds`. The schedule keeps a window
//! of sixteen message words in `ymm16` to `ymm31`, one hash a lane, and has `ymm13` to `ymm15` for
//! what it works on. Each finished word is added to its round's constant; two of them are interleaved
//! so that the eight bytes a pair of rounds wants lie together, and stored.
//!
//! Eight lanes and not sixteen: twice as many instructions of half the size share the pipes with
//! `sha256rnds2` better, and the code stays half as long.

use super::layout::Layout;
use super::sha_rounds::{Chain, Hash, Mode, Order, frame, rounds};
use super::weave::{Pattern, weave};

/// Hashes in a batch, one for each lane.
pub(crate) const LANES: usize = 8;

/// Bytes of a vector.
const VECTOR: usize = 4 * LANES;

/// Bytes of a group of versions: for each the state behind round 3 as two vectors of `sha256rnds2`,
/// ABEF first; then the midstates, a vector for each of the eight words.
const GROUP: usize = 2 * 8 * VECTOR;

// A buffer: what one stage hands to the next. Offsets in bytes.
/// W+K of the first hash, rounds 18 to 63: pairs of vectors, interleaved.
const WK_FIRST: usize = 0;
/// W+K of the second hash, rounds 1 to 60.
const WK_SECOND: usize = WK_FIRST + 23 * 2 * VECTOR;
/// States behind the first hash's rounds: two sets of four rows, ABEF and CDGH. A row holds hashes
/// `row` and `row + 4`, so that a transposition of 4 x 4 words brings each word of all hashes into
/// one vector.
const STATES: usize = WK_SECOND + 30 * 2 * VECTOR;
/// W0 of the second hash.
const W0: usize = STATES + 8 * VECTOR;
/// E behind round 60, in the upper half of eight bytes a hash; see [`result_slot`].
const RESULTS: usize = W0 + VECTOR;
/// The nonces as message words (fixed version).
const NONCES: usize = RESULTS + 8 * LANES;
/// Size of a buffer.
pub(crate) const BUFFER: usize = NONCES + VECTOR;

const _: () = assert!(BUFFER.is_multiple_of(64) && STATES.is_multiple_of(VECTOR));

/// The kernel's constants.
pub(crate) fn layout() -> Layout {
    Layout::new("HybridConstants", "Constants of the kernels `hybrid_nonce` and `hybrid_version`.")
        .with("start1_abef", 4, "F, E, B, A behind round 3 for a nonce word of zero.")
        .with("start1_cdgh", 4, "H, G, D, C behind round 3.")
        .with("start2_abef", 4, "F, E, B, A of the second hash behind round 0 for W0 = 0.")
        .with("start2_cdgh", 4, "H, G, D, C of the second hash behind round 0.")
        .with("lanes", 8, "0 to 7.")
        .with("swap", 8, "The byte shuffle that reverses the bytes of each word.")
        .with("wk_first", 14, "W+K of the first hash, rounds 4 to 17: no nonce in them.")
        .with("wk_second", 6, "W+K of the second hash, rounds 9 to 14: padding.")
        .with("k", 64, "The round constants.")
        .with("k2_8", 1, "K8 and the padding's one bit, W8 of the second hash.")
        .with("k2_15", 1, "K15 and the length, W15 of the second hash.")
        .with("midstate", 8, "State behind the first block (fixed version).")
        .with("w16", 1, "W16 of the first hash.")
        .with("w17", 1, "W17.")
        .with("w18", 1, "W18 without the nonce's part.")
        .with("w19", 1, "W19 without the nonce.")
        .with("w31", 1, "sigma0(W16) + 640: the known part of W31.")
        .with("w32", 1, "sigma0(W17) + W16: the known part of W32.")
        .with("one_bit", 1, "2^31: the padding's first bit.")
        .with("length1", 1, "640: the header's length in bits.")
        .with("length2", 1, "256: the digest's length in bits.")
        .with("s0_length1", 1, "sigma0(640).")
        .with("s0_length2", 1, "sigma0(256).")
        .with("s1_length2", 1, "sigma1(256).")
        .with("s0_one_bit", 1, "sigma0(2^31).")
        .with("iv7", 1, "H of the initial hash value.")
        .with("bound", 1, "The highest top word that a candidate has.")
}

/// The orders found for this family, see [`mod@super::search`].
pub(crate) fn order(mode: Mode) -> Order {
    match mode {
        Mode::Nonce => Order {
            groups: vec![6, 5, 5],
            alternate: false,
            second_first: true,
            shift: 0,
            streams: 1,
            batches: 1,
            pattern: Pattern {
                block: 3,
                bend: vec![-0.03, -0.04, -0.01, 0.0, -0.01, -0.05, -0.01],
                seeds: vec![
                    0, 6048, 9301, 10161, 0, 0, 31031, 18957, 37685, 12140, 55024, 38331, 20353, 0,
                    0, 65273, 14043, 34869, 39400, 0, 48678, 19475, 17047, 55962,
                ],
            },
        },
        Mode::Version => Order {
            groups: vec![6, 6, 4],
            alternate: false,
            second_first: false,
            shift: 15,
            streams: 1,
            batches: 1,
            pattern: Pattern {
                block: 21,
                bend: vec![-0.05, 0.01, 0.0, -0.02, 0.08, -0.01, -0.02],
                seeds: vec![
                    0, 907, 33082, 25782, 58454, 2012, 22396, 0, 0, 49801, 26061, 27920, 48493, 0,
                    0, 26650, 0, 7758, 32999, 0, 30840, 1138, 0, 0,
                ],
            },
        },
    }
}

/// The text of a kernel.
pub(crate) fn kernel(mode: Mode, order: &Order) -> String {
    let bodies = (0..order.batches).map(|_| {
        let main = rounds(order, LANES, |hash, lane| chain(mode, hash, lane));
        let mut side = Schedule::new();
        match mode {
            Mode::Version => side.second(mode),
            Mode::Nonce if order.second_first => {
                side.second(mode);
                side.first();
            }
            Mode::Nonce => {
                side.first();
                side.second(mode);
            }
        }
        let mut body = weave(&main, side.lines, &order.pattern);
        body.extend(test());
        body
    });
    // k1 selects E and A among F, E, B, A.
    let text = "mov eax, 10\nkmovw k1, eax\n".to_owned() + &frame(mode, GROUP, bodies.collect());
    // Nothing wide is left behind that the SHA instructions of others would have to preserve.
    text + "vzeroupper\n"
}

/// Where a lane's half of an interleaved pair of vectors lies: `vpunpckldq` leaves lanes 0, 1, 4 and
/// 5 in the first vector, `vpunpckhdq` the others in the second.
const fn pair_slot(lane: usize) -> usize {
    let (half, place) = (lane / 4, lane % 4);
    place / 2 * VECTOR + 16 * half + 8 * (place % 2)
}

/// Where a lane's result lies, so that `vshufps` of the two vectors puts the upper halves in the
/// lanes' order.
const fn result_slot(lane: usize) -> usize {
    let (half, place) = (lane / 4, lane % 4);
    8 * (2 * half + place % 2 + place / 2 * 4)
}

/// The rounds of one hash.
fn chain(mode: Mode, hash: Hash, lane: usize) -> Chain {
    let c = layout();
    let handed_over =
        |base: usize, pair: usize| format!("[rsi+{}]", base + 2 * VECTOR * pair + pair_slot(lane));
    match hash {
        Hash::First => {
            let (start, pairs) = match mode {
                Mode::Nonce => {
                    let known = (0..7).map(|pair| c.at("wk_first", 2 * pair));
                    let start = vec![
                        // To E and A, which k1 selects. Not an addition under a mask: that reads a
                        // third vector, see `sigma`.
                        format!(
                            "vpbroadcastd {{ab}}{{k1}}{{z}}, dword ptr [rsi+{}]",
                            NONCES + 4 * lane
                        ),
                        format!("vmovdqa {{cd}}, xmmword ptr {}", c.at("start1_cdgh", 0)),
                        format!("vpaddd {{ab}}, {{ab}}, xmmword ptr {}", c.at("start1_abef", 0)),
                    ];
                    (start, known.chain((0..23).map(|pair| handed_over(WK_FIRST, pair))).collect())
                }
                Mode::Version => {
                    let start = vec![
                        "vmovdqa {ab}, xmmword ptr [r8]".to_owned(),
                        format!("vmovdqa {{cd}}, xmmword ptr [r12+{}]", 32 * lane + 16),
                        format!("vpaddd {{ab}}, {{ab}}, xmmword ptr [r12+{}]", 32 * lane),
                    ];
                    (start, (0..30).map(|pair| format!("[r8+{}]", 16 + 8 * pair)).collect())
                }
            };
            let row = STATES + lane % 4 * VECTOR + lane / 4 * 16;
            let end = vec![
                format!("vmovdqa xmmword ptr [rdx+{row}], {{ab}}"),
                format!("vmovdqa xmmword ptr [rdx+{}], {{cd}}", row + 4 * VECTOR),
            ];
            Chain { start, pairs, end }
        }
        Hash::Second => Chain {
            start: vec![
                format!("vpbroadcastd {{ab}}{{k1}}{{z}}, dword ptr [rsi+{}]", W0 + 4 * lane),
                format!("vmovdqa {{cd}}, xmmword ptr {}", c.at("start2_cdgh", 0)),
                format!("vpaddd {{ab}}, {{ab}}, xmmword ptr {}", c.at("start2_abef", 0)),
            ],
            pairs: (0..30)
                .map(|pair| match pair {
                    // W9 to W14 are padding.
                    4..7 => c.at("wk_second", 2 * (pair - 4)),
                    _ => handed_over(WK_SECOND, pair),
                })
                .collect(),
            end: vec![format!("vmovq qword ptr [rdx+{}], {{ab}}", RESULTS + result_slot(lane))],
        },
    }
}

/// The candidates of the batch whose results lie in the buffer that is read: word 7 of the digest,
/// read as the top word of a little-endian number, is compared with the bound.
fn test() -> Vec<String> {
    let c = layout();
    vec![
        "// test".to_owned(),
        format!("vmovaps ymm13, ymmword ptr [rsi+{RESULTS}]"),
        format!("vshufps ymm13, ymm13, ymmword ptr [rsi+{}], 0xdd", RESULTS + VECTOR),
        format!("vpaddd ymm13, ymm13, dword ptr {}{{1to8}}", c.at("iv7", 0)),
        format!("vpshufb ymm13, ymm13, ymmword ptr {}", c.at("swap", 0)),
        format!("vpcmpleud k2, ymm13, dword ptr {}{{1to8}}", c.at("bound", 0)),
        "kmovw eax, k2".to_owned(),
    ]
}

/// The message schedules, one instruction a line.
struct Schedule {
    c: Layout,
    lines: Vec<String>,
}

/// The register of a message word: a window of sixteen.
fn w(word: usize) -> String {
    format!("ymm{}", 16 + word % 16)
}

/// The two functions sigma of the schedule, as their two rotations and their shift.
const SIGMA0: (u32, u32, u32) = (7, 18, 3);
const SIGMA1: (u32, u32, u32) = (17, 19, 10);

impl Schedule {
    fn new() -> Self {
        Self { c: layout(), lines: Vec::new() }
    }

    fn emit(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// `ymm13` = sigma(word).
    fn sigma(&mut self, (first, second, shift): (u32, u32, u32), word: usize) {
        let x = w(word);
        self.emit(format!("vprord ymm13, {x}, {first}"));
        self.emit(format!("vprord ymm14, {x}, {second}"));
        self.emit(format!("vpsrld ymm15, {x}, {shift}"));
        // Not one `vpternlogd`: an instruction with three vectors to read and `sha256rnds2`, which
        // reads three as well, keep each other waiting; two that read two are faster by a tenth.
        self.emit("vpxor ymm13, ymm13, ymm14");
        self.emit("vpxor ymm13, ymm13, ymm15");
    }

    /// Adds `operand` to a word.
    fn add(&mut self, word: usize, operand: &str) {
        let x = w(word);
        self.emit(format!("vpaddd {x}, {x}, {operand}"));
    }

    /// Sets a word to `ymm13 + operand`.
    fn set(&mut self, word: usize, operand: &str) {
        self.emit(format!("vpaddd {}, ymm13, {operand}", w(word)));
    }

    /// A constant, in all lanes.
    fn all(&self, name: &str, word: usize) -> String {
        format!("dword ptr {}{{1to8}}", self.c.at(name, word))
    }

    /// A word of the schedule from all four that it is made of; that of sixteen before is in its
    /// register.
    fn whole(&mut self, word: usize) {
        self.sigma(SIGMA0, word - 15);
        self.add(word, &w(word - 7));
        self.add(word, "ymm13");
        self.sigma(SIGMA1, word - 2);
        self.add(word, "ymm13");
    }

    /// Hands W+K of `word` and the next over as a pair.
    fn hand_over(&mut self, at: usize, word: usize) {
        let k = |at| self.all("k", at);
        let (low, high) = (
            format!("vpaddd ymm13, {}, {}", w(word), k(word)),
            format!("vpaddd ymm14, {}, {}", w(word + 1), k(word + 1)),
        );
        self.emit(low);
        self.emit(high);
        self.store_pair(at, "ymm14");
    }

    /// Interleaves and stores W+K in `ymm13` with those in `other`.
    fn store_pair(&mut self, at: usize, other: &str) {
        self.emit(format!("vpunpckldq ymm15, ymm13, {other}"));
        self.emit(format!("vmovdqa ymmword ptr [rdx+{at}], ymm15"));
        self.emit(format!("vpunpckhdq ymm13, ymm13, {other}"));
        self.emit(format!("vmovdqa ymmword ptr [rdx+{}], ymm13", at + VECTOR));
    }

    /// The first hash's schedule for the next eight nonces. W0 to W2 and W4 to W15 are the same for
    /// all of them, most are zero, and so W16 and W17 are constants too.
    fn first(&mut self) {
        self.emit("// schedule 1: the nonces, W3");
        let lanes = self.c.at("lanes", 0);
        let swap = self.c.at("swap", 0);
        self.emit("vpbroadcastd ymm13, r11d");
        self.emit(format!("vpaddd ymm13, ymm13, ymmword ptr {lanes}"));
        self.emit(format!("vpshufb ymm13, ymm13, ymmword ptr {swap}"));
        self.emit(format!("vmovdqa32 {}, ymm13", w(3)));
        self.emit(format!("vmovdqa ymmword ptr [rdx+{NONCES}], ymm13"));
        self.emit(format!("add r11d, {LANES}"));
        let at = |word: usize| WK_FIRST + (word - 18) / 2 * 2 * VECTOR;
        self.emit("// schedule 1: W18 to W63");
        self.sigma(SIGMA0, 3);
        self.set(18, &self.all("w18", 0));
        let nonce_part = self.all("w19", 0);
        self.emit(format!("vpaddd {}, {}, {nonce_part}", w(19), w(3)));
        self.hand_over(at(18), 18);
        for word in 20..64 {
            match word {
                20 => {
                    self.sigma(SIGMA1, 18);
                    self.set(20, &self.all("one_bit", 0));
                }
                21 => {
                    self.sigma(SIGMA1, 19);
                    self.emit(format!("vmovdqa32 {}, ymm13", w(21)));
                }
                22 => {
                    self.sigma(SIGMA1, 20);
                    self.set(22, &self.all("length1", 0));
                }
                23 => {
                    self.sigma(SIGMA1, 21);
                    self.set(23, &self.all("w16", 0));
                }
                24 => {
                    self.sigma(SIGMA1, 22);
                    self.set(24, &self.all("w17", 0));
                }
                25..=29 => {
                    self.sigma(SIGMA1, word - 2);
                    self.set(word, &w(word - 7));
                }
                30..=32 => {
                    self.sigma(SIGMA1, word - 2);
                    self.set(word, &w(word - 7));
                    let known = match word {
                        30 => "s0_length1",
                        31 => "w31",
                        _ => "w32",
                    };
                    self.add(word, &self.all(known, 0));
                }
                33 => {
                    self.sigma(SIGMA0, 18);
                    self.set(33, &w(26));
                    self.add(33, &self.all("w17", 0));
                    self.sigma(SIGMA1, 31);
                    self.add(33, "ymm13");
                }
                _ => self.whole(word),
            }
            if word % 2 == 1 {
                self.hand_over(at(word), word - 1);
            }
        }
    }

    /// The second hash's schedule: its first eight words are the first hash, the others padding.
    fn second(&mut self, mode: Mode) {
        self.emit("// schedule 2: W0 to W7 from the states");
        // Each set of four rows gives four words; lanes low to high are F, E, B, A and H, G, D, C.
        for (set, words) in [[5, 4, 1, 0], [7, 6, 3, 2]].into_iter().enumerate() {
            let row =
                |row: usize| format!("ymmword ptr [rsi+{}]", STATES + (4 * set + row) * VECTOR);
            // Above the words that are made here.
            let [a, b, c, d, e, f] = [8, 9, 10, 11, 12, 13].map(w);
            self.emit(format!("vmovdqa32 {a}, {}", row(0)));
            self.emit(format!("vmovdqa32 {b}, {}", row(2)));
            self.emit(format!("vpunpckldq {c}, {a}, {}", row(1)));
            self.emit(format!("vpunpckhdq {d}, {a}, {}", row(1)));
            self.emit(format!("vpunpckldq {e}, {b}, {}", row(3)));
            self.emit(format!("vpunpckhdq {f}, {b}, {}", row(3)));
            let halves = [('l', &c, &e), ('h', &c, &e), ('l', &d, &f), ('h', &d, &f)];
            for (word, (half, low, high)) in words.into_iter().zip(halves) {
                self.emit(format!("vpunpck{half}qdq {}, {low}, {high}", w(word)));
                let midstate = match mode {
                    Mode::Nonce => self.all("midstate", word),
                    Mode::Version => format!("ymmword ptr [r9+{}]", word * VECTOR),
                };
                self.add(word, &midstate);
            }
        }
        self.emit(format!("vmovdqa32 ymmword ptr [rdx+{W0}], {}", w(0)));
        let at = |word: usize| WK_SECOND + (word - 1) / 2 * 2 * VECTOR;
        self.emit("// schedule 2: W1 to W60");
        for word in [1, 3, 5] {
            self.hand_over(at(word), word);
        }
        let (k7, k8) = (self.all("k", 7), self.c.at("k2_8", 0));
        self.emit(format!("vpbroadcastd ymm14, dword ptr {k8}"));
        self.emit(format!("vpaddd ymm13, {}, {k7}", w(7)));
        self.store_pair(at(7), "ymm14");
        for word in 16..61 {
            match word {
                16 => {
                    self.sigma(SIGMA0, 1);
                    self.add(16, "ymm13");
                    let (k15, k16) = (self.c.at("k2_15", 0), self.all("k", 16));
                    self.emit(format!("vpbroadcastd ymm13, dword ptr {k15}"));
                    self.emit(format!("vpaddd ymm14, {}, {k16}", w(16)));
                    self.store_pair(at(15), "ymm14");
                }
                17 => {
                    self.sigma(SIGMA0, 2);
                    self.add(17, "ymm13");
                    self.add(17, &self.all("s1_length2", 0));
                }
                18..=21 => {
                    self.sigma(SIGMA0, word - 15);
                    self.add(word, "ymm13");
                    self.sigma(SIGMA1, word - 2);
                    self.add(word, "ymm13");
                }
                22 => {
                    self.sigma(SIGMA0, 7);
                    self.add(22, "ymm13");
                    self.add(22, &self.all("length2", 0));
                    self.sigma(SIGMA1, 20);
                    self.add(22, "ymm13");
                }
                23 => {
                    self.add(23, &w(16));
                    self.add(23, &self.all("s0_one_bit", 0));
                    self.sigma(SIGMA1, 21);
                    self.add(23, "ymm13");
                }
                24 => {
                    self.sigma(SIGMA1, 22);
                    self.set(24, &w(17));
                    self.add(24, &self.all("one_bit", 0));
                }
                25..=29 => {
                    self.sigma(SIGMA1, word - 2);
                    self.set(word, &w(word - 7));
                }
                30 => {
                    self.sigma(SIGMA1, 28);
                    self.set(30, &w(23));
                    self.add(30, &self.all("s0_length2", 0));
                }
                31 => {
                    self.sigma(SIGMA0, 16);
                    self.set(31, &w(24));
                    self.add(31, &self.all("length2", 0));
                    self.sigma(SIGMA1, 29);
                    self.add(31, "ymm13");
                }
                _ => self.whole(word),
            }
            if word % 2 == 0 && word > 16 {
                self.hand_over(at(word - 1), word - 1);
            }
        }
    }
}
