//! `cargo xtask kernels`: writes the assembly of the search kernels.
//!
//! The compiler's order of instructions is far from what a processor can do: the same instructions
//! run a third faster or slower by their order alone. So the hot loops of `pow` are text made here:
//! their registers are chosen by hand, and their order by a search that times orders on this very
//! processor. The output is committed; `cargo xtask ci` checks that it is what this code makes.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`hybrid`] | rounds on the SHA extensions, schedule in lanes of AVX-512VL |
//! | [`sha_ni`] | rounds and schedule on the SHA extensions |
//! | [`lanes`] | rounds and schedule in lanes of AVX-512 or AVX2 |
//! | [`sha_rounds`] | what the first two share: the rounds, the loop, the registers |
//! | [`weave`] | two streams of instructions made one |
//! | [`layout`] | where a kernel finds its constants |
//! | [`mod@search`] | orders made up and timed |

mod hybrid;
mod lanes;
mod layout;
mod search;
mod sha_ni;
mod sha_rounds;
mod weave;

use std::fmt::Write as _;
use std::fs;

use crate::run::{Failure, Outcome, Repo};
use layout::Layout;
use sha_rounds::{Mode, Order};

/// Where the output goes.
const DIR: &str = "crates/pow/src/backend/kernels";

/// A kernel whose order is searched.
#[derive(Debug)]
pub(crate) struct Kernel {
    /// Its name, and its file's.
    name: &'static str,
    mode: Mode,
    /// The best order known.
    order: Order,
    text: fn(Mode, &Order) -> String,
    /// Hashes in a batch, and so in a turn of the loop for each batch in its body.
    hashes: fn(&Order) -> usize,
    /// Bytes of each of the two buffers.
    buffer: fn(&Order) -> usize,
    /// Sizes that a batch may have, in hashes.
    sizes: &'static [usize],
    /// Hashes whose rounds may run side by side, with so many schedule streams.
    widest: fn(usize) -> usize,
    /// Schedule streams that may.
    streams: usize,
    /// Batches that may stand in the loop's body.
    batches: usize,
    /// Where the bound lies among the constants, in bytes, and how often it stands there.
    bound: (usize, usize),
}

/// All kernels with two streams.
fn woven() -> [Kernel; 4] {
    let hybrid = |name, mode| Kernel {
        name,
        mode,
        order: hybrid::order(mode),
        text: hybrid::kernel,
        hashes: |_| hybrid::LANES,
        buffer: |_| hybrid::BUFFER,
        sizes: &[hybrid::LANES],
        widest: |_| 6,
        streams: 1,
        batches: if mode == Mode::Nonce { 2 } else { 1 },
        bound: (hybrid::layout().offset("bound", 0), 1),
    };
    let sha_ni = |name, mode| Kernel {
        name,
        mode,
        order: sha_ni::order(mode),
        text: sha_ni::kernel,
        hashes: sha_ni::hashes,
        buffer: sha_ni::buffer,
        sizes: &[4, 6, 8, 9, 12],
        widest: sha_ni::widest,
        streams: 4,
        batches: 1,
        bound: (sha_ni::layout().offset("bound", 0), 4),
    };
    [
        hybrid("hybrid_nonce", Mode::Nonce),
        hybrid("hybrid_version", Mode::Version),
        sha_ni("sha_ni_nonce", Mode::Nonce),
        sha_ni("sha_ni_version", Mode::Version),
    ]
}

/// The files and their content.
fn outputs() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut rust = String::from(
        "//! Written by `cargo xtask kernels`: what the assembly beside it expects in memory.\n\
         //! Knows no value.\n\nuse super::Loop;\n\n",
    );
    let layouts: [Layout; 2] = [hybrid::layout(), sha_ni::layout()];
    for layout in layouts.iter().chain(&lanes::layouts()) {
        let _ = writeln!(rust, "{}", layout.to_rust());
    }
    for kernel in woven() {
        let Kernel { name, mode, order, .. } = &kernel;
        let head = format!("// {name}: written by `cargo xtask kernels`, do not edit.\n");
        files.push((format!("{name}.s"), head + &(kernel.text)(*mode, order)));
        let upper = name.to_uppercase();
        let (hashes, buffer) = ((kernel.hashes)(order), (kernel.buffer)(order));
        let _ = writeln!(
            rust,
            "/// The loop of `{name}`.\npub(super) const {upper}: Loop = Loop {{ hashes: {hashes}, \
             batches: {}, buffer_words: {} }};",
            order.batches,
            buffer / 4
        );
    }
    for kernel in lanes::kernels() {
        let lanes::Kernel { name, hashes, text } = kernel;
        let head = format!("// {name}: written by `cargo xtask kernels`, do not edit.\n");
        files.push((format!("{name}.s"), head + &text));
        let upper = name.to_uppercase();
        let _ = writeln!(
            rust,
            "/// The loop of `{name}`.\npub(super) const {upper}: Loop = \
             Loop {{ hashes: {hashes}, batches: 1, buffer_words: {} }};",
            lanes::SCRATCH_BYTES / 4
        );
    }
    files.push(("layout.rs".to_owned(), rust));
    files
}

/// Runs `cargo xtask kernels`: writes the output, or with `check` compares it.
pub(crate) fn command(repo: &Repo, check: bool) -> Outcome {
    let dir = repo.root().join(DIR);
    let failed =
        |what: &str, why: std::io::Error| Failure(format!("cannot {what} in {DIR}: {why}"));
    if !check {
        fs::create_dir_all(&dir).map_err(|why| failed("make a directory", why))?;
    }
    for (name, text) in outputs() {
        let path = dir.join(&name);
        let current = fs::read_to_string(&path).unwrap_or_default();
        if current == text {
            continue;
        }
        if check {
            return Err(Failure(format!(
                "{DIR}/{name} is not what the generator makes: run `cargo xtask kernels`"
            )));
        }
        fs::write(&path, text).map_err(|why| failed("write", why))?;
        println!("{DIR}/{name}");
    }
    Ok(())
}

/// Runs `cargo xtask kernels --search`.
pub(crate) fn search(repo: &Repo, name: &str, seconds: u64) -> Outcome {
    let kernels = woven();
    let Some(kernel) = kernels.iter().find(|kernel| kernel.name == name) else {
        let names: Vec<&str> = kernels.iter().map(|kernel| kernel.name).collect();
        return Err(Failure(format!("no kernel {name}: one of {}", names.join(", "))));
    };
    search::run(repo, kernel, seconds)
}
