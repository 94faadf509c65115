//! The in-lane kernels: every lane of a vector is one hash, all lanes in step.
//!
//! | kernel | lanes hold | instructions |
//! | --- | --- | --- |
//! | `avx512_nonce` | 32 nonces of one version, in two groups of 16 | AVX-512F and BW |
//! | `avx512_version` | 32 versions of one nonce, likewise | AVX-512F and BW |
//! | `avx2_nonce` | 8 nonces of one version | AVX2 |
//! | `avx2_version` | 8 versions of one nonce | AVX2 |
//!
//! A kernel is a loop; one turn is two compressions in every lane and one test. This module has what
//! the kernels share: the layout of their constants, where each stage of a turn gets its words from,
//! and the frame of loop, test and record. [`avx512`] and [`avx2`] have the instructions.
//!
//! Registers of all four (`rbx`, `rbp` and `rsp` are never touched; `rax` is scratch, `r9` and `r15` are free):
//!
//! | register | holds |
//! | --- | --- |
//! | `rdi` | the constants, laid out as [`layouts`] says |
//! | `rsi` | scratch, [`SCRATCH_BYTES`] on a 64-byte boundary |
//! | `rcx` | turns left, counted down to 0 |
//! | `r10` | where the next record is stored |
//! | `r11d` | nonces in lanes: the first nonce of the turn |
//! | `r8` | versions in lanes: the row of W + K of the turn's nonce |
//! | `r12`, `r13`, `r14` | versions in lanes: the group, the end of the groups, their start |
//!
//! Knows no value of a constant: what is in them is the caller's, and follows from their names.

mod avx2;
mod avx512;

use super::layout::Layout;
use super::sha_rounds::Mode;

/// Bytes of scratch that a kernel needs: 16 words of the message schedule in each lane of two groups
/// of sixteen lanes.
pub(crate) const SCRATCH_BYTES: usize = 2 * 16 * 64;

/// Bytes of one nonce's row of message words plus round constants.
const ROW_BYTES: usize = 256;

/// A kernel of this module.
#[derive(Debug)]
pub(crate) struct Kernel {
    /// Its name, and its file's.
    pub(crate) name: &'static str,
    /// Hashes in a turn.
    pub(crate) hashes: usize,
    /// The assembly.
    pub(crate) text: String,
}

/// All four.
pub(crate) fn kernels() -> [Kernel; 4] {
    let avx512 = |name, mode| Kernel { name, hashes: avx512::HASHES, text: avx512::kernel(mode) };
    let avx2 = |name, mode| Kernel { name, hashes: avx2::HASHES, text: avx2::kernel(mode) };
    [
        avx512("avx512_nonce", Mode::Nonce),
        avx512("avx512_version", Mode::Version),
        avx2("avx2_nonce", Mode::Nonce),
        avx2("avx2_version", Mode::Version),
    ]
}

/// Single constants, in the order they have in the field `terms`: terms of message words, and the
/// highest top word that a candidate has.
const TERMS: [&str; 14] = [
    "w16", "w17", "w18", "w19", "w31", "w32", "one", "len1", "len2", "s0_len1", "s0_len2",
    "s1_len2", "s0_one", "bound",
];

/// The constants of a family. `lanes` are those of one vector; `copies` is how often each word is
/// repeated: once where an instruction can broadcast it from memory (AVX-512), once a lane where
/// not.
fn layout_of(name: &'static str, doc: &'static str, lanes: usize, copies: usize) -> Layout {
    Layout::new(name, doc)
        .with("lane", lanes, "0, 1, 2, ..: how far the lanes' nonces are ahead of the first.")
        .with("swap", lanes, "The byte shuffle that reverses the bytes of each word.")
        .with("wk_first", 64 * copies, "First hash: K, with W from 4 to 17 and H from 4 to 6.")
        .with("wk_second", 64 * copies, "Second: K, with W from 8 to 15, H up to 3, IV[7] at 60.")
        .with("behind_3", 8 * copies, "First hash: A to H behind round 3 for a nonce word of zero.")
        .with("midstate", 8 * copies, "A to H before it.")
        .with("behind_0", 8 * copies, "Second hash: A to H behind round 0 for W0 = 0.")
        .with("terms", TERMS.len() * copies, "W16, W17, constant parts of W18, W19, W31, W32; 2^31, 640, 256; sigma0 of 640 and of 256, sigma1 of 256, sigma0 of 2^31; the highest top word that a candidate has.")
}

/// The constants of both families.
pub(crate) fn layouts() -> [Layout; 2] {
    [avx512::layout(), avx2::layout()]
}

/// A term of a message word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Term {
    /// An earlier word, by its round.
    Word(usize),
    /// sigma0 of one.
    Sigma0(usize),
    /// sigma1 of one.
    Sigma1(usize),
    /// A constant, by its name.
    Constant(&'static str),
}

/// The terms of `W[t]`, 18 and up, of the first hash where the lanes are nonces: W3 differs, W4 to W15
/// are padding, W16 and W17 do not see the nonce.
///
/// `W[t] = sigma1(W[t-2]) + W[t-7] + sigma0(W[t-15]) + W[t-16]`; terms that are zero are left out and
/// constant ones added up.
fn terms_of_first(t: usize) -> Vec<Term> {
    use Term::{Constant, Sigma0, Sigma1, Word};
    match t {
        18 => vec![Sigma0(3), Constant("w18")],
        19 => vec![Word(3), Constant("w19")],
        20 => vec![Sigma1(18), Constant("one")],
        21 => vec![Sigma1(19)],
        22 => vec![Sigma1(20), Constant("len1")],
        23 => vec![Sigma1(21), Constant("w16")],
        24 => vec![Sigma1(22), Constant("w17")],
        25..=29 => vec![Sigma1(t - 2), Word(t - 7)],
        30 => vec![Sigma1(28), Word(23), Constant("s0_len1")],
        31 => vec![Sigma1(29), Word(24), Constant("w31")],
        32 => vec![Sigma1(30), Word(25), Constant("w32")],
        33 => vec![Sigma0(18), Word(26), Constant("w17"), Sigma1(31)],
        _ => every_term(t),
    }
}

/// The same of the second hash: W0 to W7 are the digest, W8 to W15 padding.
fn terms_of_second(t: usize) -> Vec<Term> {
    use Term::{Constant, Sigma0, Sigma1, Word};
    match t {
        16 => vec![Sigma0(1), Word(0)],
        17 => vec![Sigma0(2), Word(1), Constant("s1_len2")],
        18..=21 => vec![Sigma0(t - 15), Word(t - 16), Sigma1(t - 2)],
        22 => vec![Sigma0(7), Word(6), Constant("len2"), Sigma1(20)],
        23 => vec![Sigma1(21), Word(7), Word(16), Constant("s0_one")],
        24 => vec![Sigma1(22), Word(17), Constant("one")],
        25..=29 => vec![Sigma1(t - 2), Word(t - 7)],
        30 => vec![Sigma1(28), Word(23), Constant("s0_len2")],
        31 => vec![Sigma0(16), Word(24), Constant("len2"), Sigma1(29)],
        _ => every_term(t),
    }
}

/// The definition; sigma1 last, because its word is the youngest.
fn every_term(t: usize) -> Vec<Term> {
    vec![Term::Sigma0(t - 15), Term::Word(t - 16), Term::Word(t - 7), Term::Sigma1(t - 2)]
}

/// Where a term lies in the field `terms`.
fn term_index(name: &str) -> usize {
    TERMS.iter().position(|term| *term == name).unwrap_or(TERMS.len())
}

/// Lists of instructions, one after the other in equal steps: each list keeps its order and is
/// spread evenly over the whole.
fn weave(lists: &[Vec<String>]) -> Vec<String> {
    let total = lists.iter().map(Vec::len).sum();
    let mut taken = vec![0; lists.len()];
    let mut woven = Vec::with_capacity(total);
    for _ in 0..total {
        // The list that is furthest behind: least (taken + 1) / length.
        let next = (0..lists.len())
            .filter(|&list| taken[list] < lists[list].len())
            .min_by_key(|&list| (2 * taken[list] + 1) * total / lists[list].len());
        let Some(list) = next else { break };
        woven.push(lists[list][taken[list]].clone());
        taken[list] += 1;
    }
    woven
}

/// The text of a kernel: lines with comments between them.
#[derive(Default)]
struct Text(String);

impl Text {
    fn comment(&mut self, comment: &str) {
        self.0 += &format!("// {comment}\n");
    }

    fn line(&mut self, line: &str) {
        self.0 += line;
        self.0.push('\n');
    }

    fn lines(&mut self, lines: &[String]) {
        lines.iter().for_each(|line| self.line(line));
    }

    /// The loop's label, `start` bytes behind the start of a cache line, and the step to the turn's
    /// group and row where there are any.
    fn start_of_turn(&mut self, mode: Mode, group_bytes: usize, start: usize) {
        self.line(".p2align 6");
        self.line(&format!(".skip {start}, 0x90"));
        self.line("2:");
        if mode == Mode::Version {
            self.comment(
                "The next group of versions; after the last one the first and the next nonce.",
            );
            self.line(&format!("add r12, {group_bytes}"));
            self.line(&format!("lea rax, [r8 + {ROW_BYTES}]"));
            self.line("cmp r12, r13");
            self.line("cmove r12, r14");
            self.line("cmove r8, rax");
        }
    }

    /// The end of the loop and, behind it, the record of a turn with candidates. The test has left
    /// the zero flag set if there are none; `mask` brings their lanes to `eax`.
    fn end_of_turn(&mut self, mask: &str) {
        self.line("jnz 3f");
        self.line("4:");
        self.line("dec rcx");
        self.line("jnz 2b");
        self.line("jmp 5f");
        self.comment("A candidate: turns left and lanes go to the record.");
        self.line("3:");
        if !mask.is_empty() {
            self.line(mask);
        }
        self.line("mov dword ptr [r10], ecx");
        self.line("mov dword ptr [r10 + 4], eax");
        self.line("add r10, 8");
        self.line("jmp 4b");
        self.line("5:");
        self.line("vzeroupper");
    }
}

/// A list in an order that was found by timing the common round; lists of another length, those of
/// the few rounds that do less, keep their own. An order gives for each place the place that its
/// instruction had.
fn in_order(list: Vec<String>, order: &[usize]) -> Vec<String> {
    if list.len() != order.len() {
        return list;
    }
    order.iter().map(|&from| list[from].clone()).collect()
}
