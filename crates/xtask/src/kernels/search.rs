//! `cargo xtask kernels --search`: makes orders up, times them, keeps the best.
//!
//! A generation is the best order so far and some that differ from it a little. All are assembled
//! into one program and run in turns, so that a change of clock meets them alike. Prints what it
//! found; to keep it, write it into the kernel's `order` and run `cargo xtask kernels`.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use super::Kernel;
use super::sha_rounds::{Mode, Order};
use crate::run::{Failure, Outcome, Repo};

/// Times every variant.
const RACE: &str = include_str!("race.c");
/// Variants of a generation.
const VARIANTS: usize = 20;
/// Runs of each variant in a generation, 1 to 2 ms each.
const ROUNDS: usize = 40;
/// Parts of the main stream with a seed of their own.
const PARTS: usize = 24;
/// A variant must be this much faster to take the lead.
const LEAD: f64 = 0.998;

/// See the module.
pub(super) fn run(repo: &Repo, kernel: &Kernel, seconds: u64) -> Outcome {
    let dir = repo.root().join("target/kernels").join(kernel.name);
    let failed = |what: &str| {
        let what = what.to_owned();
        move |why: std::io::Error| Failure(format!("cannot {what}: {why}"))
    };
    fs::create_dir_all(&dir).map_err(failed("make target/kernels"))?;
    fs::write(dir.join("race.c"), RACE).map_err(failed("write race.c"))?;
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ u64::from(std::process::id()));
    let mut best = kernel.order.clone();
    let end = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < end {
        let mut orders = vec![best.clone()];
        while orders.len() < VARIANTS {
            let order = mutate(kernel, &best, &mut dice);
            if !orders.contains(&order) {
                orders.push(order);
            }
        }
        let times = race(&dir, kernel, &orders)?;
        let (mut first, mut record) = (0, times[0]);
        for (at, &time) in times.iter().enumerate() {
            if time < record * LEAD || (first > 0 && time < record) {
                (first, record) = (at, time);
            }
        }
        best = orders.swap_remove(first);
        println!(
            "{:.3} ns a hash, {:.2} MH/s{}",
            record,
            1e3 / record,
            if first > 0 { format!(": {best:?}") } else { String::new() }
        );
    }
    println!("best: {best:#?}");
    Ok(())
}

/// Nanoseconds a hash for each order.
fn race(dir: &std::path::Path, kernel: &Kernel, orders: &[Order]) -> Outcome<Vec<f64>> {
    let mut text = String::from(".text\n");
    for (at, order) in orders.iter().enumerate() {
        let _ = writeln!(
            text,
            ".globl v{at}\nv{at}:\npush rbx\npush rbp\npush r12\npush r13\npush r14\npush r15"
        );
        let _ = writeln!(text, "mov r10, r8\nxor r11d, r11d");
        if kernel.mode == Mode::Version {
            text += "mov r8, [r9]\nmov r12, [r9+8]\nmov r13, [r9+16]\nmov r14, [r9+24]\n";
        }
        text += &(kernel.text)(kernel.mode, order);
        text +=
            "mov rax, r10\nvzeroupper\npop r15\npop r14\npop r13\npop r12\npop rbp\npop rbx\nret\n";
    }
    let mut table = String::from(
        "typedef unsigned long kernel(void*,void*,void*,unsigned long,void*,void*);\n",
    );
    for at in 0..orders.len() {
        let _ = writeln!(table, "extern kernel v{at};");
    }
    let list =
        |item: &dyn Fn(usize) -> String| (0..orders.len()).map(item).collect::<Vec<_>>().join(",");
    let _ = writeln!(table, "kernel *const variants[] = {{{}}};", list(&|at| format!("v{at}")));
    let _ = writeln!(table, "const unsigned variant_count = {};", orders.len());
    let hashes = list(&|at| (kernel.hashes)(&orders[at]).to_string());
    let _ = writeln!(table, "const unsigned variant_hashes[] = {{{hashes}}};");
    let write = |name: &str, text: &str| {
        fs::write(dir.join(name), text)
            .map_err(|why| Failure(format!("cannot write {name}: {why}")))
    };
    write("variants.s", &text)?;
    write("variants.rs", "std::arch::global_asm!(include_str!(\"variants.s\"), options(raw));\n")?;
    write("table.c", &table)?;
    let program = dir.join("race");
    // The compiler that `pow` is built with: another assembler encodes some instructions otherwise,
    // and that is enough to make another order the best.
    let assembled = Command::new("rustc")
        .current_dir(dir)
        .args(["--crate-type=lib", "--emit=obj", "variants.rs", "-o", "variants.o"])
        .output();
    output("rustc", assembled)?;
    let built = Command::new("cc")
        .current_dir(dir)
        .args(["-O2", "race.c", "table.c", "variants.o", "-o", "race"])
        .output();
    output("cc", built)?;
    let (offset, words) = kernel.bound;
    let times = |verify: bool, rounds: usize| -> Outcome<Vec<(String, f64)>> {
        let args = [
            u8::from(kernel.mode == Mode::Version).to_string(),
            offset.to_string(),
            words.to_string(),
            rounds.to_string(),
            u8::from(verify).to_string(),
        ];
        let lines = output("the race", Command::new(&program).args(args).output())?;
        let parse = |line: &str| {
            let (sum, time) = line.split_once(' ')?;
            Some((sum.to_owned(), time.parse().ok()?))
        };
        let parsed: Option<Vec<_>> = lines.lines().map(parse).collect();
        parsed.ok_or_else(|| Failure(format!("the race printed {lines}")))
    };
    // Twice, as the first turns see what the run before left.
    let sums = times(true, 2)?;
    let size = (kernel.hashes)(&orders[0]);
    for (order, (sum, _)) in orders.iter().zip(&sums) {
        if (kernel.hashes)(order) == size && *sum != sums[0].0 {
            return Err(Failure(format!("this order computes something else: {order:?}")));
        }
    }
    Ok(times(false, ROUNDS)?.into_iter().map(|(_, time)| time).collect())
}

/// What a program printed, if it ended well.
fn output(name: &str, output: std::io::Result<std::process::Output>) -> Outcome<String> {
    let output = output.map_err(|why| Failure(format!("cannot run {name}: {why}")))?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(Failure(format!("{name} failed: {error}")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// An order that differs from another in one or two choices.
fn mutate(kernel: &Kernel, order: &Order, dice: &mut Dice) -> Order {
    let mut order = order.clone();
    for _ in 0..=dice.below(2) {
        match dice.below(14) {
            0 => {
                let hashes = kernel.sizes[dice.below(kernel.sizes.len())];
                order.groups = groups(kernel, hashes, order.streams, dice);
            }
            1 => order.alternate = !order.alternate,
            2 if kernel.mode == Mode::Nonce => order.second_first = !order.second_first,
            3 => order.pattern.block = 1 + dice.below(36),
            4 => order.shift = dice.below(16),
            5 if kernel.streams > 1 => {
                order.streams = 1 + dice.below(kernel.streams);
                order.groups = groups(kernel, (kernel.hashes)(&order), order.streams, dice);
            }
            6 if kernel.batches > 1 => order.batches = 1 + dice.below(kernel.batches),
            7 => {
                let bend = &mut order.pattern.bend;
                bend.resize(7, 0.0);
                let knot = dice.below(7);
                // In hundredths, so that what is printed is what was run.
                let step = f64::from(u32::try_from(dice.below(13)).unwrap_or(0)) - 6.0;
                bend[knot] = ((bend[knot] * 100.0 + step).round() / 100.0).clamp(-0.3, 0.3);
            }
            _ => {
                let seeds = &mut order.pattern.seeds;
                seeds.resize(PARTS, 0);
                seeds[dice.below(PARTS)] = u16::try_from(dice.below(1 << 16)).unwrap_or(0);
            }
        }
    }
    order
}

/// Random sizes that cover the chains of a batch.
fn groups(kernel: &Kernel, hashes: usize, streams: usize, dice: &mut Dice) -> Vec<usize> {
    let widest = (kernel.widest)(streams);
    let mut left = 2 * hashes;
    let mut groups = Vec::new();
    while left > 0 {
        let size = (3 + dice.below(widest - 2)).min(left);
        groups.push(size);
        left -= size;
    }
    groups
}

/// A generator of numbers that need not be good.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }
}
