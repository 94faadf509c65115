//! The rounds of both hashes on the SHA extensions, and the frame of the kernels that use them.
//!
//! # What such a kernel is
//! A SHA-256 has two halves: a message schedule, and rounds that eat it. `sha256rnds2` does two
//! rounds in one slot of one pipe, and 60 of them a hash are the wall. So the schedule is done by
//! other instructions beside it, and W+K is handed over through the level-1 cache. Each turn of the
//! loop works on several *batches* of hashes at once, in different stages (a pipeline in software):
//!
//! ```text
//! batch i     schedule 1   W+K of the first hash from the nonces       (fixed version only)
//! batch i-1   rounds 1     state behind the header's second block
//! batch i-2   schedule 2   W+K of the second hash
//! batch i-3   rounds 2     word 7 of the hash
//! batch i-4   test         compared with the bound
//! ```
//!
//! What a stage writes goes to the buffer at `rdx`, what it reads comes from the one at `rsi`, and
//! the two are swapped at the end of each turn. So the stages of a turn do not depend on one another
//! and may be woven in any order; see `weave`.
//!
//! # Which rounds are done
//! - First hash: rounds 0 to 2 see no nonce, and round 3 is one addition of the nonce to A and E
//!   of a state that is computed once. Rounds 4 to 63 remain: 30 pairs.
//! - Second hash: round 0 is one addition of W0 to a constant state. Word 7 of the digest is E
//!   behind round 60, so rounds 1 to 60 remain: 30 pairs, (1, 2) to (59, 60).
//!
//! # Registers
//! | register | use |
//! | --- | --- |
//! | `rdi` | constants |
//! | `rsi`, `rdx` | the buffers, read and written |
//! | `rcx` | turns left |
//! | `r10` | where the next record goes |
//! | `r11d` | next nonce (fixed version) |
//! | `r8` | W+K of this turn's nonce, 256 bytes (versions) |
//! | `r12`, `r13`, `r14` | this turn's group of versions, end and start of all (versions) |
//! | `r9` | midstates of the last turn's group (versions) |
//! | `rax`, `r15` | scratch |
//! | `xmm0` | W+K of two rounds, as `sha256rnds2` wants it |
//! | `xmm1` to `xmm12` | states: ABEF and CDGH of up to six hashes |

use super::weave::{Item, Pattern};

/// Pairs of rounds in each of the two hashes.
const PAIRS: usize = 30;

/// Bytes of a nonce's row of W+K: (0, n, 0, n), then rounds 4 to 63.
pub(super) const ROW: usize = 256;

/// Whether all hashes have one version, or the hashes of a turn have one nonce.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// One version, a nonce for each hash.
    Nonce,
    /// One nonce, a version for each hash.
    Version,
}

/// Which of the two hashes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hash {
    First,
    Second,
}

/// One hash's rounds: what is loaded, where it starts and ends. Told by the kernel's family, which
/// knows its buffers.
pub(super) struct Chain {
    /// Instructions that load the state behind the rounds that are not done; `{ab}` and `{cd}` are
    /// the registers.
    pub(super) start: Vec<String>,
    /// The operands of W+K for each pair.
    pub(super) pairs: Vec<String>,
    /// Instructions that store the result, with the same placeholders.
    pub(super) end: Vec<String>,
}

/// The order of the instructions: found by measurement, one of them is as right as another.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Order {
    /// How many hashes' rounds run side by side, group after group; up to six. They add up to
    /// twice the hashes of a batch: each has a first and a second hash.
    pub(crate) groups: Vec<usize>,
    /// The first and the second hashes alternate in the groups; else all first ones come first.
    pub(crate) alternate: bool,
    /// The second hash's schedule is woven in before the first's.
    pub(crate) second_first: bool,
    /// Turns by which each schedule stream lags behind the one before it.
    pub(crate) shift: usize,
    /// Schedule streams side by side (SHA extensions only).
    pub(crate) streams: usize,
    /// Batches in the loop's body.
    pub(crate) batches: usize,
    /// How the schedule is woven into the rounds.
    pub(crate) pattern: Pattern,
}

/// The chains of a batch as one stream: groups of them run side by side, each pair of a group's
/// chains one after the other, so that each has its four cycles.
pub(super) fn rounds(
    order: &Order,
    hashes: usize,
    chain: impl Fn(Hash, usize) -> Chain,
) -> Vec<Item> {
    let both = |index| [(Hash::First, index), (Hash::Second, index)];
    let all: Vec<(Hash, usize)> = if order.alternate {
        (0..hashes).flat_map(both).collect()
    } else {
        let of = |hash| (0..hashes).map(move |index| (hash, index));
        of(Hash::First).chain(of(Hash::Second)).collect()
    };
    assert_eq!(order.groups.iter().sum::<usize>(), all.len(), "groups cover the chains once");
    let mut out = Vec::new();
    let mut rest = &all[..];
    for &size in &order.groups {
        let (group, behind) = rest.split_at(size);
        rest = behind;
        run_side_by_side(group.iter().map(|&(hash, index)| chain(hash, index)), &mut out);
    }
    out
}

fn run_side_by_side(group: impl Iterator<Item = Chain>, out: &mut Vec<Item>) {
    let register = |number: usize| format!("xmm{number}");
    let mut chains: Vec<(Chain, String, String)> = group
        .enumerate()
        .map(|(place, chain)| (chain, register(1 + 2 * place), register(2 + 2 * place)))
        .collect();
    let fill = |text: &str, ab: &str, cd: &str| text.replace("{ab}", ab).replace("{cd}", cd);
    for line in 0..chains.iter().map(|(chain, ..)| chain.start.len()).max().unwrap_or(0) {
        for (chain, ab, cd) in &chains {
            out.extend(chain.start.get(line).map(|text| Item::new(0.3, fill(text, ab, cd))));
        }
    }
    for pair in 0..PAIRS {
        let mut loaded = None;
        for (chain, ab, cd) in &mut chains {
            let operand = &chain.pairs[pair];
            if loaded.as_ref() != Some(operand) {
                out.push(Item::new(0.0, format!("vmovq xmm0, qword ptr {operand}")));
                loaded = Some(operand.clone());
            }
            out.push(Item::new(1.0, format!("sha256rnds2 {cd}, {ab}")));
            // Two rounds make ABEF out of CDGH, and what was ABEF is CDGH from now on.
            std::mem::swap(ab, cd);
        }
    }
    for line in 0..chains.iter().map(|(chain, ..)| chain.end.len()).max().unwrap_or(0) {
        for (chain, ab, cd) in &chains {
            out.extend(chain.end.get(line).map(|text| Item::new(0.3, fill(text, ab, cd))));
        }
    }
}

/// The whole kernel round the woven bodies of its batches. A body ends with the lanes of the
/// candidates in `eax`, made by its own test; the frame records them.
pub(super) fn frame(mode: Mode, group_bytes: usize, bodies: Vec<Vec<String>>) -> String {
    let mut lines = vec![".p2align 6".to_owned(), "2:".to_owned()];
    if mode == Mode::Version {
        assert_eq!(bodies.len(), 1, "the group is moved on once a turn");
        lines.extend([
            "// the next group of versions, and behind the last the next nonce".to_owned(),
            format!("lea r9, [r12+{}]", group_bytes / 2),
            format!("lea rax, [r8+{ROW}]"),
            format!("add r12, {group_bytes}"),
            "cmp r12, r13".to_owned(),
            "cmove r12, r14".to_owned(),
            "cmove r8, rax".to_owned(),
        ]);
    }
    let batches = bodies.len();
    for (batch, body) in bodies.into_iter().enumerate() {
        for text in body {
            // In every second batch of a turn the buffers have their places swapped.
            if batch % 2 == 1 { lines.push(swap_buffers(&text)) } else { lines.push(text) }
        }
        lines.extend(["test eax, eax".to_owned(), format!("jnz {}f", 50 + batch)]);
        lines.push(format!("{}:", 40 + batch));
    }
    if batches % 2 == 1 {
        lines.push("xchg rsi, rdx".to_owned());
    }
    lines.extend([format!("sub rcx, {batches}"), "jg 2b".to_owned(), "jmp 3f".to_owned()]);
    for batch in 0..batches {
        lines.extend([
            format!("{}: // a record: turns left, lanes", 50 + batch),
            format!("lea r15d, [rcx-{batch}]"),
            "mov dword ptr [r10], r15d".to_owned(),
            "mov dword ptr [r10+4], eax".to_owned(),
            "add r10, 8".to_owned(),
            format!("jmp {}b", 40 + batch),
        ]);
    }
    lines.push("3:".to_owned());
    lines.join("\n") + "\n"
}

fn swap_buffers(text: &str) -> String {
    text.replace("rsi", "<>").replace("rdx", "rsi").replace("<>", "rdx")
}
