//! AVX2 kernels: eight lanes.
//!
//! Only VEX instructions and sixteen registers: no rotate, no three-way logic, no broadcast in an
//! operand. A sigma is eleven instructions, of which six shift; Maj keeps a ^ b for the next round,
//! where it is b ^ c. The message schedule lies in memory and the constants are repeated in it once
//! a lane, so that both are operands.

use super::super::layout::Layout;
use super::super::sha_rounds::Mode;
use super::{Term, Text, in_order, layout_of, term_index, terms_of_first, terms_of_second, weave};

/// Lanes of a vector.
const LANES: usize = 8;
/// Hashes in a turn.
pub(super) const HASHES: usize = LANES;
/// Bytes of a vector, and of a row of a group of versions.
const BYTES: usize = 32;

/// The order of a full round with K and W in the version kernel: for each place, the place that its
/// instruction has in [`round`]. Found on Zen 4 by small random changes, each timed in the whole
/// kernel; 180 cycles a hash, where the order of [`round`] takes 185 and sigmas woven with Ch and Maj
/// 195. Tried and no better: sigmas as trees instead of chains, and left shifts as multiplications,
/// which run in other units (15 % slower).
#[rustfmt::skip]
const VERSION_ORDER: [usize; 35] = [
    0, 1, 2, 6, 7, 8, 9, 10, 3, 4, 11, 12, 13, 5, 14, 19, 15, 16,
    17, 24, 23, 25, 18, 20, 26, 27, 21, 28, 29, 30, 31, 32, 22, 33, 34,
];

/// Likewise in the nonce kernel: 210 cycles a hash; 220 as in [`round`], 230 woven.
#[rustfmt::skip]
const NONCE_ORDER: [usize; 35] = [
    2, 3, 6, 4, 0, 1, 7, 5, 8, 9, 10, 11, 12, 13, 19, 20, 14, 15,
    16, 17, 18, 23, 24, 25, 26, 27, 28, 21, 29, 30, 31, 22, 32, 33, 34,
];

/// Registers: ymm3 to ymm10 the state, ymm12 and ymm13 in turn the a ^ b of the round before, ymm11
/// and ymm0 the round's temporaries, ymm14, ymm1, ymm15 and ymm2 those of the message schedule. What
/// is most often a last operand is in the low eight, since that makes an instruction a byte shorter:
/// a turn is about the size of the instruction cache.
struct Kernel {
    mode: Mode,
    constants: Layout,
    /// How many rounds before its own a message word is made.
    ahead: usize,
    /// The order of a full round with K and W.
    order: &'static [usize],
}

/// The register of a state word, 0 for a to 7 for h, before round `t`.
fn state(t: usize, word: usize) -> String {
    format!("ymm{}", 3 + (word + 64 - t) % 8)
}

/// The register that holds b ^ c when round `t` starts; the other one is free until the round's
/// a ^ b goes there.
fn saved(t: usize) -> &'static str {
    if t.is_multiple_of(2) { "ymm12" } else { "ymm13" }
}

/// The place of a message word: a ring of sixteen.
fn word(t: usize) -> String {
    format!("ymmword ptr [rsi + {}]", BYTES * (t % 16))
}

/// `to` = the xor of `from` shifted right by each of `right` and left by each of `left`; `other` is
/// lost, `from` is not.
fn shifted(to: &str, other: &str, from: &str, right: [u32; 3], left: &[u32]) -> Vec<String> {
    let rights = right.iter().map(|by| ("vpsrld", by));
    let lefts = left.iter().map(|by| ("vpslld", by));
    let mut out = Vec::new();
    for (at, (shift, by)) in rights.chain(lefts).enumerate() {
        if at == 0 {
            out.push(format!("{shift} {to}, {from}, {by}"));
        } else {
            out.push(format!("{shift} {other}, {from}, {by}"));
            out.push(format!("vpxor {to}, {to}, {other}"));
        }
    }
    out
}

/// Round `t`: `to_h` are the instructions that add K and W to h; without `full` the new a is not
/// worked out.
fn round(t: usize, mut to_h: Vec<String>, full: bool, order: &[usize]) -> Vec<String> {
    let [a, b, _, d, e, f, g, h] = std::array::from_fn(|word| state(t, word));
    let [t0, t1, maj, free] = ["ymm11", "ymm0", saved(t), saved(t + 1)];
    to_h.extend([
        format!("vpxor {free}, {f}, {g}"),
        format!("vpand {free}, {free}, {e}"),
        format!("vpxor {free}, {free}, {g}"),
        format!("vpaddd {h}, {h}, {free}"),
    ]);
    let mut out = to_h;
    out.extend(shifted(t0, t1, &e, [6, 11, 25], &[26, 21, 7]));
    out.extend([format!("vpaddd {h}, {h}, {t0}"), format!("vpaddd {d}, {d}, {h}")]);
    if full {
        out.extend([
            format!("vpxor {free}, {a}, {b}"),
            format!("vpand {maj}, {maj}, {free}"),
            format!("vpxor {maj}, {maj}, {b}"),
            format!("vpaddd {h}, {h}, {maj}"),
        ]);
        out.extend(shifted(t0, t1, &a, [2, 13, 22], &[30, 19, 10]));
        out.push(format!("vpaddd {h}, {h}, {t0}"));
    }
    in_order(out, order)
}

impl Kernel {
    fn constant(&self, name: &str, index: usize) -> String {
        format!("ymmword ptr [rdi + {}]", self.constants.offset(name, LANES * index))
    }

    /// `W[t]` from its terms, to memory.
    fn extend(&self, t: usize, terms: &[Term]) -> Vec<String> {
        let [sum, x, y, other] = ["ymm14", "ymm1", "ymm15", "ymm2"];
        let mut out: Vec<String> = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            let (from, shifts) = match *term {
                Term::Word(from) => (word(from), None),
                Term::Constant(name) => (self.constant("terms", term_index(name)), None),
                Term::Sigma0(from) => (word(from), Some(([3, 7, 18], [25, 14]))),
                Term::Sigma1(from) => (word(from), Some(([10, 17, 19], [15, 13]))),
            };
            let to = if at == 0 { sum } else { y };
            match shifts {
                None if at == 0 => out.push(format!("vmovdqa {sum}, {from}")),
                None => out.push(format!("vpaddd {sum}, {sum}, {from}")),
                Some((right, left)) => {
                    out.push(format!("vmovdqa {x}, {from}"));
                    out.extend(shifted(to, other, x, right, &left));
                    if at > 0 {
                        out.push(format!("vpaddd {sum}, {sum}, {y}"));
                    }
                }
            }
        }
        out.push(format!("vmovdqa {}, {sum}", word(t)));
        out
    }

    /// h + K (and what is folded into it) of a round.
    fn add_k(&self, t: usize, name: &str) -> String {
        let h = state(t, 7);
        format!("vpaddd {h}, {h}, {}", self.constant(name, t))
    }

    /// The state after round 3 of the first hash.
    fn first_state(&self) -> Vec<String> {
        let mut out = Vec::new();
        let nonce = "ymm11";
        match self.mode {
            Mode::Nonce => {
                out.extend([
                    "vmovd xmm11, r11d".to_owned(),
                    format!("vpbroadcastd {nonce}, xmm11"),
                    format!("vpaddd {nonce}, {nonce}, {}", self.constant("lane", 0)),
                    format!("add r11d, {LANES}"),
                    format!("vpshufb {nonce}, {nonce}, {}", self.constant("swap", 0)),
                    format!("vmovdqa {}, {nonce}", word(3)),
                ]);
            }
            Mode::Version => out.push(format!("vpbroadcastd {nonce}, dword ptr [r8 + 4]")),
        }
        // Where the lanes are nonces h is in the constants of rounds 4 to 6.
        for word in 0..if self.mode == Mode::Nonce { 7 } else { 8 } {
            let to = state(4, word);
            let from = match self.mode {
                Mode::Nonce => self.constant("behind_3", word),
                Mode::Version => format!("ymmword ptr [r12 + {}]", BYTES * word),
            };
            out.push(match word {
                0 | 4 => format!("vpaddd {to}, {nonce}, {from}"),
                _ => format!("vmovdqa {to}, {from}"),
            });
        }
        out.push(format!("vpxor {}, {}, {}", saved(4), state(4, 1), state(4, 2)));
        out
    }

    /// Round `t` of the first hash and the word it makes.
    fn first_round(&self, t: usize) -> Vec<String> {
        let h = state(t, 7);
        if self.mode == Mode::Version {
            let free = saved(t + 1);
            let to_h = vec![
                format!("vpbroadcastd {free}, dword ptr [r8 + {}]", 16 + 4 * (t - 4)),
                format!("vpaddd {h}, {h}, {free}"),
            ];
            return round(t, to_h, true, self.order);
        }
        let to_h = match t {
            // h itself is the same in all lanes up to round 6.
            4..=6 => vec![format!("vmovdqa {h}, {}", self.constant("wk_first", t))],
            7..=17 => vec![self.add_k(t, "wk_first")],
            _ => vec![self.add_k(t, "wk_first"), format!("vpaddd {h}, {h}, {}", word(t))],
        };
        let round = round(t, to_h, true, self.order);
        match t + self.ahead {
            word @ 18..=63 => weave(&[round, self.extend(word, &terms_of_first(word))]),
            _ => round,
        }
    }

    /// The digest of the first hash as W0 to W7, and the second hash after its round 0.
    fn second_state(&self) -> Vec<String> {
        let mut out = Vec::new();
        let w0 = "ymm11";
        for index in 0..8 {
            let from = state(64, index);
            let before = match self.mode {
                Mode::Nonce => self.constant("midstate", index),
                Mode::Version => format!("ymmword ptr [r12 + {}]", BYTES * (8 + index)),
            };
            // W0 goes to a temporary, since its register is that of another word below.
            let to = if index == 0 { w0 } else { &from };
            out.push(format!("vpaddd {to}, {from}, {before}"));
            out.push(format!("vmovdqa {}, {to}", word(index)));
        }
        // h is in the constants of rounds 1 to 3.
        for index in 0..7 {
            let to = state(1, index);
            let from = self.constant("behind_0", index);
            out.push(match index {
                0 | 4 => format!("vpaddd {to}, {w0}, {from}"),
                _ => format!("vmovdqa {to}, {from}"),
            });
        }
        out.push(format!("vpxor {}, {}, {}", saved(1), state(1, 1), state(1, 2)));
        out
    }

    /// Round `t` of the second hash and the word it makes.
    fn second_round(&self, t: usize) -> Vec<String> {
        let h = state(t, 7);
        let add_w = format!("vpaddd {h}, {h}, {}", word(t));
        let to_h = match t {
            1..=3 => vec![format!("vmovdqa {h}, {}", self.constant("wk_second", t)), add_w],
            8..=15 => vec![self.add_k(t, "wk_second")],
            _ => vec![self.add_k(t, "wk_second"), add_w],
        };
        // The digest's last word is e after round 60. Who reads a of rounds 57 and up comes later.
        let round = round(t, to_h, t < 57, self.order);
        match t + self.ahead {
            word @ 16..=60 => weave(&[round, self.extend(word, &terms_of_second(word))]),
            _ => round,
        }
    }
}

/// The constants.
pub(super) fn layout() -> Layout {
    layout_of(
        "Avx2Constants",
        "Constants of the kernels `avx2_nonce` and `avx2_version`.",
        LANES,
        LANES,
    )
}

/// The text of a kernel.
pub(super) fn kernel(mode: Mode) -> String {
    // How far ahead of its round a word is made, the round's order, and the bytes that the loop starts
    // behind the start of a cache line: tried together, with GNU as. There the place of the start
    // alone makes 6 % in the nonce kernel, whose turn is about the size of the instruction cache.
    // LLVM encodes some instructions otherwise: in the built crate it stays at 221 cycles a hash.
    let (ahead, order, start) = match mode {
        Mode::Nonce => (5, &NONCE_ORDER, 12),
        Mode::Version => (6, &VERSION_ORDER, 8),
    };
    let kernel = Kernel { mode, constants: layout(), ahead, order };
    let mut text = Text::default();
    text.start_of_turn(mode, 16 * BYTES, start);
    text.comment("First hash, rounds 0 to 3.");
    text.lines(&kernel.first_state());
    for t in 4..64 {
        text.comment(&format!("First hash, round {t}."));
        text.lines(&kernel.first_round(t));
    }
    text.comment("Second hash, round 0.");
    text.lines(&kernel.second_state());
    for t in 1..61 {
        text.comment(&format!("Second hash, round {t}."));
        text.lines(&kernel.second_round(t));
    }
    text.comment(
        "The test: the last word's bytes in reverse are the top of the hash number, and it is",
    );
    text.comment("at or below the bound if it is the lower of the two.");
    let e = state(61, 4);
    text.line(&format!("vpshufb {e}, {e}, {}", kernel.constant("swap", 0)));
    text.line(&format!("vpminud ymm11, {e}, {}", kernel.constant("terms", term_index("bound"))));
    text.line(&format!("vpcmpeqd ymm11, ymm11, {e}"));
    text.line("vmovmskps eax, ymm11");
    text.line("test eax, eax");
    text.end_of_turn("");
    text.0
}
