//! AVX-512 kernels: two groups of sixteen lanes side by side.
//!
//! One group alone waits for its own results: 12 cycles a round on Zen 4 where the instructions
//! need 8. Two groups, an instruction of one after the same of the other, take 9.2 each. They fill
//! the registers with states and temporaries, so the message schedule lies in memory; its words
//! are operands of additions or loads, which no vector unit has to work for.

use super::super::layout::Layout;
use super::super::sha_rounds::Mode;
use super::{Term, Text, layout_of, term_index, terms_of_first, terms_of_second, weave};

/// How many rounds before its own a message word is made: 2, 3 and 4 are alike, 1 is 1.5 % slower.
const AHEAD: usize = 3;
/// Lanes of a vector.
const LANES: usize = 16;
/// Groups side by side.
const GROUPS: usize = 2;
/// Hashes in a turn.
pub(super) const HASHES: usize = GROUPS * LANES;
/// Bytes of a vector.
const BYTES: usize = 64;
/// Bytes of a row of a group of versions: one word of each lane of both groups.
const ROW: usize = GROUPS * BYTES;

/// Constants, states and temporaries of one group.
struct Group {
    index: usize,
    constants: Layout,
}

impl Group {
    fn new(index: usize) -> Self {
        Self { index, constants: layout() }
    }

    /// The register of a state word, 0 for a to 7 for h, before round `t`. Words keep their
    /// register; it is their names that move on.
    fn state(&self, t: usize, word: usize) -> String {
        format!("zmm{}", 8 * self.index + (word + 64 - t) % 8)
    }

    /// A temporary, 0 to 7. Rounds use 0 to 3, the message schedule 4 to 7.
    fn temp(&self, index: usize) -> String {
        format!("zmm{}", 16 + 8 * self.index + index)
    }

    /// The place of a message word: a ring of sixteen.
    fn word(&self, t: usize) -> String {
        format!("zmmword ptr [rsi + {}]", BYTES * (16 * self.index + t % 16))
    }

    /// The place of a constant.
    fn at(&self, name: &str, index: usize) -> String {
        format!("dword ptr [rdi + {}]", self.constants.offset(name, index))
    }

    /// A constant as an operand, the same in all lanes.
    fn constant(&self, name: &str, index: usize) -> String {
        format!("{}{{1to16}}", self.at(name, index))
    }

    /// `to = ror(from, a) ^ ror(from, b) ^ ror(from, c)`, the last a shift where `shift`. `to` may
    /// be `from`.
    fn sigma(
        &self,
        to: &str,
        others: [&str; 2],
        from: &str,
        [a, b, c]: [u32; 3],
        shift: bool,
    ) -> Vec<String> {
        let last = if shift { "vpsrld" } else { "vprord" };
        vec![
            format!("vprord {}, {from}, {a}", others[0]),
            format!("vprord {}, {from}, {b}", others[1]),
            format!("{last} {to}, {from}, {c}"),
            format!("vpternlogd {to}, {}, {}, 0x96", others[0], others[1]),
        ]
    }

    /// Round `t`: `to_h` are the instructions that add K and W to h; without `full` the new a is not
    /// worked out.
    fn round(&self, t: usize, to_h: Vec<String>, full: bool) -> Vec<String> {
        let [a, b, c, d, e, f, g, h] = std::array::from_fn(|word| self.state(t, word));
        let [t0, t1, t2, t3] = std::array::from_fn(|index| self.temp(index));
        let mut out = self.sigma(&t0, [&t1, &t2], &e, [6, 11, 25], false);
        out.extend(to_h);
        out.extend([
            format!("vmovdqa64 {t3}, {e}"),
            format!("vpternlogd {t3}, {f}, {g}, 0xca"),
            format!("vpaddd {h}, {h}, {t3}"),
            format!("vpaddd {h}, {h}, {t0}"),
            format!("vpaddd {d}, {d}, {h}"),
        ]);
        if full {
            out.extend(self.sigma(&t0, [&t1, &t2], &a, [2, 13, 22], false));
            out.extend([
                format!("vmovdqa64 {t3}, {a}"),
                format!("vpternlogd {t3}, {b}, {c}, 0xe8"),
                format!("vpaddd {t0}, {t0}, {t3}"),
                format!("vpaddd {h}, {h}, {t0}"),
            ]);
        }
        out
    }

    /// `W[t]` from its terms, to memory and left in temporary 4.
    fn extend(&self, t: usize, terms: &[Term]) -> Vec<String> {
        let [sum, x, t1, t2] = [4, 5, 6, 7].map(|index| self.temp(index));
        let mut out: Vec<String> = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            // The first term makes the sum, and is never a constant.
            let to = if at == 0 { &sum } else { &x };
            let operand = match *term {
                Term::Word(from) if at == 0 => {
                    out.push(format!("vmovdqa64 {sum}, {}", self.word(from)));
                    continue;
                }
                Term::Word(from) => self.word(from),
                Term::Constant(name) => self.constant("terms", term_index(name)),
                Term::Sigma0(from) => {
                    out.push(format!("vmovdqa64 {to}, {}", self.word(from)));
                    out.extend(self.sigma(to, [&t1, &t2], to, [7, 18, 3], true));
                    to.clone()
                }
                Term::Sigma1(from) => {
                    out.push(format!("vmovdqa64 {to}, {}", self.word(from)));
                    out.extend(self.sigma(to, [&t1, &t2], to, [17, 19, 10], true));
                    to.clone()
                }
            };
            if at > 0 {
                out.push(format!("vpaddd {sum}, {sum}, {operand}"));
            }
        }
        out.push(format!("vmovdqa64 {}, {sum}", self.word(t)));
        out
    }

    /// h + K (and what is folded into it) of a round.
    fn add_k(&self, t: usize, name: &str) -> String {
        let h = self.state(t, 7);
        format!("vpaddd {h}, {h}, {}", self.constant(name, t))
    }

    /// h + W of a round.
    fn add_w(&self, t: usize) -> String {
        let h = self.state(t, 7);
        format!("vpaddd {h}, {h}, {}", self.word(t))
    }

    /// The state after round 3 of the first hash.
    fn first_state(&self, mode: Mode) -> Vec<String> {
        let mut out = Vec::new();
        let nonce = self.temp(0);
        match mode {
            Mode::Nonce => {
                let swap = self.constants.offset("swap", 0);
                let lane = self.constants.offset("lane", 0);
                out.push(format!("vpbroadcastd {nonce}, r11d"));
                out.push(format!("vpaddd {nonce}, {nonce}, zmmword ptr [rdi + {lane}]"));
                out.push(format!("add r11d, {LANES}"));
                out.push(format!("vpshufb {nonce}, {nonce}, zmmword ptr [rdi + {swap}]"));
                out.push(format!("vmovdqa64 {}, {nonce}", self.word(3)));
                for word in 0..7 {
                    let to = self.state(4, word);
                    out.push(match word {
                        0 | 4 => {
                            format!("vpaddd {to}, {nonce}, {}", self.constant("behind_3", word))
                        }
                        _ => format!("vpbroadcastd {to}, {}", self.at("behind_3", word)),
                    });
                }
            }
            Mode::Version => {
                out.push(format!("vpbroadcastd {nonce}, dword ptr [r8 + 4]"));
                for word in 0..8 {
                    let to = self.state(4, word);
                    let from = format!("zmmword ptr [r12 + {}]", ROW * word + BYTES * self.index);
                    out.push(match word {
                        0 | 4 => format!("vpaddd {to}, {nonce}, {from}"),
                        _ => format!("vmovdqa64 {to}, {from}"),
                    });
                }
            }
        }
        out
    }

    /// Round `t` of the first hash and the words it makes.
    fn first_round(&self, mode: Mode, t: usize) -> Vec<String> {
        let h = self.state(t, 7);
        match mode {
            Mode::Version => {
                let row = format!("dword ptr [r8 + {}]{{1to16}}", 16 + 4 * (t - 4));
                self.round(t, vec![format!("vpaddd {h}, {h}, {row}")], true)
            }
            Mode::Nonce => {
                let to_h = match t {
                    // h itself is the same in all lanes up to round 6.
                    4..=6 => vec![format!("vpbroadcastd {h}, {}", self.at("wk_first", t))],
                    7..=17 => vec![self.add_k(t, "wk_first")],
                    _ => vec![self.add_k(t, "wk_first"), self.add_w(t)],
                };
                let round = self.round(t, to_h, true);
                match t + AHEAD {
                    word @ 18..=63 => weave(&[round, self.extend(word, &terms_of_first(word))]),
                    _ => round,
                }
            }
        }
    }

    /// The digest of the first hash as W0 to W7, and the second hash after its round 0.
    fn second_state(&self, mode: Mode) -> Vec<String> {
        let mut out = Vec::new();
        for word in 0..8 {
            let state = self.state(64, word);
            let before = match mode {
                Mode::Nonce => self.constant("midstate", word),
                Mode::Version => {
                    format!("zmmword ptr [r12 + {}]", ROW * (8 + word) + BYTES * self.index)
                }
            };
            // W0 first goes to a temporary, since its register is that of another word below.
            let to = if word == 0 { self.temp(0) } else { state.clone() };
            out.push(format!("vpaddd {to}, {state}, {before}"));
            out.push(format!("vmovdqa64 {}, {to}", self.word(word)));
        }
        // h is in the constants of rounds 1 to 3.
        for word in 0..7 {
            let to = self.state(1, word);
            out.push(match word {
                0 | 4 => {
                    format!("vpaddd {to}, {}, {}", self.temp(0), self.constant("behind_0", word))
                }
                _ => format!("vpbroadcastd {to}, {}", self.at("behind_0", word)),
            });
        }
        out
    }

    /// Round `t` of the second hash and the words it makes.
    fn second_round(&self, t: usize) -> Vec<String> {
        let h = self.state(t, 7);
        let to_h = match t {
            1..=3 => vec![format!("vpbroadcastd {h}, {}", self.at("wk_second", t)), self.add_w(t)],
            8..=15 => vec![self.add_k(t, "wk_second")],
            _ => vec![self.add_k(t, "wk_second"), self.add_w(t)],
        };
        // The digest's last word is e after round 60. Who reads a of rounds 57 and up comes later.
        let round = self.round(t, to_h, t < 57);
        match t + AHEAD {
            word @ 16..=60 => weave(&[round, self.extend(word, &terms_of_second(word))]),
            _ => round,
        }
    }
}

/// The constants.
pub(super) fn layout() -> Layout {
    layout_of(
        "Avx512Constants",
        "Constants of the kernels `avx512_nonce` and `avx512_version`.",
        LANES,
        1,
    )
}

/// The text of a kernel.
pub(super) fn kernel(mode: Mode) -> String {
    let groups = [Group::new(0), Group::new(1)];
    let both = |part: &dyn Fn(&Group) -> Vec<String>| weave(&[part(&groups[0]), part(&groups[1])]);
    let mut text = Text::default();
    text.start_of_turn(mode, 16 * ROW, 0);
    text.comment("First hash, rounds 0 to 3.");
    if mode == Mode::Nonce {
        // Each group takes its nonces from r11d in turn.
        text.lines(&groups[0].first_state(mode));
        text.lines(&groups[1].first_state(mode));
    } else {
        text.lines(&both(&|group| group.first_state(mode)));
    }
    for t in 4..64 {
        text.comment(&format!("First hash, round {t}."));
        text.lines(&both(&|group| group.first_round(mode, t)));
    }
    text.comment("Second hash, round 0.");
    text.lines(&both(&|group| group.second_state(mode)));
    for t in 1..61 {
        text.comment(&format!("Second hash, round {t}."));
        text.lines(&both(&|group| group.second_round(t)));
    }
    text.comment("The test: the last word's bytes in reverse are the top of the hash number.");
    let swap = groups[0].constants.offset("swap", 0);
    for group in &groups {
        let e = group.state(61, 4);
        text.line(&format!("vpshufb {e}, {e}, zmmword ptr [rdi + {swap}]"));
        text.line(&format!(
            "vpcmpleud k{}, {e}, {}",
            group.index + 1,
            group.constant("terms", term_index("bound"))
        ));
    }
    text.line("kunpckwd k1, k2, k1");
    text.line("kortestd k1, k1");
    text.end_of_turn("kmovd eax, k1");
    text.0
}
