//! `quarry bench`: how fast each backend searches, beside the `sha2` crate used well.
//!
//! All candidates alternate in every round, so that a change of clock or load meets them alike; what
//! is told is the median of the rounds with the slowest and the fastest. What compares (ratios,
//! cycles, the engine's overhead) is reckoned by the time that threads had a processor, which a busy
//! machine hardly changes; rates are by the clock on the wall. Does not search anything.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Arc, Barrier};
use std::time::Instant;

use quarry_pow::{
    Backend, Endian, Engine, EngineConfig, NonceWidth, PositionRange, Prepared, Priority, Scanner,
    Search, Target, VersionMask, Work, backends, yardstick,
};
use rustix::time::ClockId;
use serde::Serialize;

use crate::cli::BenchArgs;
use crate::engine::{self, busy_seconds};
use crate::error::{AppError, typed};
use crate::output::{self, Output};
use crate::signals::EndSignals;

/// The name of the yardstick in the result.
const YARDSTICK: &str = "sha2";
/// Seconds of one turn, at most.
const TURN_SECONDS: f64 = 0.1;
/// Fewest rounds: for a median.
const ROUNDS_MIN: u32 = 3;
/// The shortest and the longest time for a line, seconds.
const SECONDS_MIN: f64 = 0.05;
const SECONDS_MAX: f64 = 3600.0;
/// Hashes by which a candidate's turns are sized.
const SIZING_HASHES: u64 = 1 << 16;
/// Most hashes of a turn: a header has no more nonces.
const TURN_HASHES_MAX: u64 = 1 << 32;
/// Turns of the clock's measurement in a round, and cycles in each: a third of a millisecond, so
/// that one of them is not disturbed.
const CLOCK_TURNS: usize = 5;
const CLOCK_CYCLES: u64 = 1_000_000;
/// Leading zero bits of an easy target: a candidate in a million hashes.
const EASY_BITS: u16 = 20;
/// How often a search is cancelled for another.
const SWITCHES: usize = 100;
/// Width of the bar of the fastest, characters.
const BAR: f64 = 24.0;

/// What is searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    /// A header with its version fixed.
    Nonce,
    /// A header whose version rolls.
    Version,
    /// A short text with an appended nonce.
    Data,
}

const MODES: [Mode; 3] = [Mode::Nonce, Mode::Version, Mode::Data];

/// One line of the result.
#[derive(Debug, Serialize)]
struct Line {
    backend: &'static str,
    mode: Mode,
    threads: usize,
    /// The median, summed over the threads.
    hashes_per_second: f64,
    spread: Spread,
    /// Against the yardstick of the same round, the median.
    ratio_to_sha2: f64,
    /// An estimate: the clock comes from a loop of known cycles.
    cycles_per_hash: f64,
    /// What the processor's ports allow at best, where that is known.
    bound_cycles: Option<f64>,
    /// What the engine adds; of the fastest backend with a fixed version.
    #[serde(skip_serializing_if = "Option::is_none")]
    engine: Option<Overhead>,
}

/// The slowest and the fastest round.
#[derive(Clone, Copy, Debug, Serialize)]
struct Spread {
    low: f64,
    high: f64,
}

/// The engine beside the bare scanner.
#[derive(Clone, Copy, Debug, Serialize)]
struct Overhead {
    /// What one thread of the engine takes more than a scanner without it.
    overhead_percent: f64,
    /// The rate of two threads divided by that of one; none on a single processor.
    two_threads_to_one: Option<f64>,
    /// What a target of [`EASY_BITS`] costs the bare scanner more than one that no hash meets.
    easy_target_percent: f64,
    /// Milliseconds from the cancellation of a search to the end of the next, of a single hash: the
    /// time that 99 in a hundred took at most.
    switch_p99_ms: f64,
}

/// What was asked for, checked.
struct Asked {
    backends: Vec<&'static dyn Backend>,
    threads: NonZeroUsize,
    seconds: f64,
}

pub(crate) async fn run(args: &BenchArgs, output: &Output) -> Result<(), AppError> {
    let asked = Asked::of(args)?;
    output.say(&asked.to_text());
    let bar = output.progress();
    let told = bar.clone();
    let measuring =
        tokio::task::spawn_blocking(move || measure(&asked, &|text| told.set_message(text)));
    let mut signals = EndSignals::catch().map_err(|e| AppError::failed(e.to_string()))?;
    let lines = tokio::select! {
        measured = measuring => measured.map_err(|e| AppError::failed(e.to_string()))??,
        () = signals.wait() => return Err(AppError::interrupted("")),
    };
    bar.finish_and_clear();
    output.result(&lines, |lines| to_text(lines))?;
    Ok(())
}

impl Asked {
    fn of(args: &BenchArgs) -> Result<Self, AppError> {
        let backends = match args.backend.as_str() {
            "all" => backends(),
            name => vec![engine::backend_of(name, &["all"])?],
        };
        let threads = args.threads.as_deref().map(engine::threads_of).transpose()?;
        let seconds = args.seconds.parse::<f64>().ok();
        let seconds =
            seconds.filter(|s| (SECONDS_MIN..=SECONDS_MAX).contains(s)).ok_or_else(|| {
                AppError::usage(
                    format!("cannot use --seconds {}", typed(&args.seconds)),
                    format!("it must be from {SECONDS_MIN} to {SECONDS_MAX}"),
                )
            })?;
        Ok(Self { backends, threads: threads.unwrap_or(NonZeroUsize::MIN), seconds })
    }

    /// What is to come, and how long it takes.
    fn to_text(&self) -> String {
        let lines = 1 + MODES.len() * self.backends.len();
        // The engine is measured by three more: without it, with one thread, with two.
        let total = self.seconds * (lines + 3) as f64;
        format!(
            "bench: {lines} lines of {} each and the engine, about {} in all; more on a busy machine",
            output::duration(self.seconds),
            output::duration(total)
        )
    }

    /// How many rounds there are, and the seconds of a turn in each.
    fn rounds(&self) -> (u32, f64) {
        let rounds = engine::whole(self.seconds / TURN_SECONDS);
        let rounds = u32::try_from(rounds).unwrap_or(u32::MAX).max(ROUNDS_MIN);
        (rounds, self.seconds / f64::from(rounds))
    }
}

fn measure(asked: &Asked, tell: &dyn Fn(String)) -> Result<Vec<Line>, AppError> {
    let (rounds, turn) = asked.rounds();
    let mut all = candidates(asked)?;
    for candidate in &mut all {
        candidate.size(turn);
    }
    let mut clocks = Vec::new();
    // The yardstick is the first of all.
    for round in 1..=rounds {
        tell(format!("round {round} of {rounds}"));
        clocks.push(clock());
        let mut yardstick = None;
        for candidate in &mut all {
            let rates = candidate.turn();
            candidate.rates.push(rates.wall);
            candidate.busy_rates.push(rates.busy);
            candidate.ratios.push(rates.busy / *yardstick.get_or_insert(rates.busy));
        }
    }
    let clock = median(&mut clocks);
    let mut lines: Vec<Line> =
        all.iter_mut().map(|candidate| candidate.line(asked.threads, clock)).collect();
    tell("the engine".to_owned());
    let fastest = lines
        .iter_mut()
        .filter(|line| line.mode == Mode::Nonce && line.backend != YARDSTICK)
        .max_by(|a, b| a.hashes_per_second.total_cmp(&b.hashes_per_second));
    if let Some(line) = fastest
        && let Some(backend) = quarry_pow::backend_by_name(line.backend)
    {
        line.engine = Some(overhead(backend, rounds, turn)?);
    }
    Ok(lines)
}

/// The work of a mode; no hash meets its target, so that nothing but the search is measured.
fn work_of(mode: Mode) -> Result<Work, AppError> {
    let header = header();
    let work = match mode {
        Mode::Nonce => Work::header(header, Target::MAX),
        Mode::Version => Work::rolling_header(header, Some(VersionMask::BIP320), None, Target::MAX),
        Mode::Data => {
            Work::data_with_appended_nonce(b"hello", NonceWidth::U64, Endian::Big, Target::MAX)
                .map_err(|e| AppError::failed(e.to_string()))?
        }
    };
    Ok(engine::without_hits(work))
}

/// Bytes without a pattern that a kernel could profit from.
fn header() -> [u8; 80] {
    std::array::from_fn(|at| at.to_le_bytes()[0].wrapping_mul(167) ^ 0x5a)
}

/// A way to hash, and what was measured of it.
struct Candidate {
    backend: &'static str,
    mode: Mode,
    bound_cycles: Option<f64>,
    lanes: Vec<Lane>,
    /// Hashes of each lane in a turn.
    hashes: u64,
    rates: Vec<f64>,
    busy_rates: Vec<f64>,
    ratios: Vec<f64>,
}

/// Hashes a second of all threads together.
#[derive(Clone, Copy, Debug, Default)]
struct Rates {
    /// By the clock on the wall.
    wall: f64,
    /// By the time that the threads had a processor.
    busy: f64,
}

/// What one thread hashes with.
enum Lane {
    Yardstick([u8; 80]),
    Scanner { prepared: Arc<Prepared>, scanner: Box<dyn Scanner> },
}

/// The yardstick first, then each mode of each backend.
fn candidates(asked: &Asked) -> Result<Vec<Candidate>, AppError> {
    let threads = asked.threads.get();
    let candidate = |backend, mode, bound_cycles, lanes| Candidate {
        backend,
        mode,
        bound_cycles,
        lanes,
        hashes: SIZING_HASHES,
        rates: Vec::new(),
        busy_rates: Vec::new(),
        ratios: Vec::new(),
    };
    let lanes = (0..threads).map(|_| Lane::Yardstick(header())).collect();
    let mut all = vec![candidate(YARDSTICK, Mode::Nonce, None, lanes)];
    for mode in MODES {
        let work = work_of(mode)?;
        for backend in &asked.backends {
            let prepared = Arc::new(Prepared::new(work.clone()));
            let lanes = (0..threads).map(|_| Lane::Scanner {
                prepared: Arc::clone(&prepared),
                scanner: backend.scanner(),
            });
            let bound = bound_cycles(*backend, mode);
            all.push(candidate(backend.name(), mode, bound, lanes.collect()));
        }
    }
    Ok(all)
}

/// The fewest cycles that the processor's ports allow for a hash, where that is known.
fn bound_cycles(backend: &dyn Backend, mode: Mode) -> Option<f64> {
    match mode {
        Mode::Nonce => backend.bounds().nonce,
        Mode::Version => backend.bounds().version,
        Mode::Data => None,
    }
}

impl Candidate {
    /// Makes a turn as long as it is to be.
    fn size(&mut self, seconds: f64) {
        // Once to be warm, once to be measured.
        self.turn();
        let rate = self.turn().wall / self.lanes.len() as f64;
        self.hashes = engine::whole(rate * seconds).clamp(1, TURN_HASHES_MAX);
    }

    /// Lets all lanes hash at once and adds up their rates.
    fn turn(&mut self) -> Rates {
        let (start, hashes) = (Barrier::new(self.lanes.len()), self.hashes);
        std::thread::scope(|scope| {
            let threads: Vec<_> = self
                .lanes
                .iter_mut()
                .map(|lane| {
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        lane.rates(hashes)
                    })
                })
                .collect();
            // A lane that panicked has said so, and hashed nothing.
            threads.into_iter().map(|thread| thread.join().unwrap_or_default()).fold(
                Rates::default(),
                |sum, lane| Rates { wall: sum.wall + lane.wall, busy: sum.busy + lane.busy },
            )
        })
    }

    fn line(&mut self, threads: NonZeroUsize, cycles_per_second: f64) -> Line {
        let rate = median(&mut self.rates);
        Line {
            backend: self.backend,
            mode: self.mode,
            threads: threads.get(),
            hashes_per_second: rate,
            spread: Spread {
                low: self.rates.first().copied().unwrap_or(rate),
                high: self.rates.last().copied().unwrap_or(rate),
            },
            ratio_to_sha2: median(&mut self.ratios),
            cycles_per_hash: cycles_per_second * threads.get() as f64
                / median(&mut self.busy_rates),
            bound_cycles: self.bound_cycles,
            engine: None,
        }
    }
}

impl Lane {
    fn rates(&mut self, hashes: u64) -> Rates {
        let (started, busy) = (Instant::now(), busy_seconds(ClockId::ThreadCPUTime));
        match self {
            Self::Yardstick(header) => yardstick::scan_header(header, 0, hashes),
            Self::Scanner { prepared, scanner } => {
                if let Some(range) = PositionRange::new(0, hashes - 1) {
                    let _ = scanner.scan(prepared, range, &mut |_| ControlFlow::Continue(()));
                }
            }
        }
        Rates {
            wall: hashes as f64 / seconds_since(started),
            busy: hashes as f64 / (busy_seconds(ClockId::ThreadCPUTime) - busy).max(1e-9),
        }
    }
}

/// Not zero, so that it may divide.
fn seconds_since(started: Instant) -> f64 {
    started.elapsed().as_secs_f64().max(1e-9)
}

/// Cycles a second: the best of a few turns, as a disturbance only makes one slower.
fn clock() -> f64 {
    let turns = (0..CLOCK_TURNS).map(|_| {
        let started = Instant::now();
        let cycles = yardstick::chain(CLOCK_CYCLES);
        cycles as f64 / seconds_since(started)
    });
    turns.fold(0.0, f64::max)
}

/// The median; the values are sorted afterwards.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Measures a backend by a bare scanner, an engine with one thread and one with two, in turn.
fn overhead(backend: &'static dyn Backend, rounds: u32, turn: f64) -> Result<Overhead, AppError> {
    let work = work_of(Mode::Nonce)?;
    let start = |threads| {
        let config = EngineConfig { threads, backend: Some(backend), nice: None };
        Engine::start(config).map_err(|e| AppError::failed(e.to_string()))
    };
    let one = start(Some(NonZeroUsize::MIN))?;
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let two = if cores > 1 { Some(start(NonZeroUsize::new(2))?) } else { None };
    let scanner = backend.scanner();
    let mut bare = Lane::Scanner { prepared: Arc::new(Prepared::new(work.clone())), scanner };
    let hashes = engine::whole(turn * bare.rates(SIZING_HASHES).wall).clamp(1, TURN_HASHES_MAX / 2);
    // Of the engine's thread nothing but the process's time can be asked; nothing else runs in it.
    let busy = |scan: &mut dyn FnMut() -> Result<f64, AppError>| {
        let before = busy_seconds(ClockId::ProcessCPUTime);
        let seconds = scan()?;
        Ok::<_, AppError>((seconds, busy_seconds(ClockId::ProcessCPUTime) - before))
    };
    let easy = Target::from_zero_bits(EASY_BITS).map_err(|e| AppError::failed(e.to_string()))?;
    let prepared = Arc::new(Prepared::new(work.clone().with_target(easy)));
    let mut easy = Lane::Scanner { prepared, scanner: backend.scanner() };
    let (mut losses, mut gains, mut candidates) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (hard, without) = busy(&mut || Ok(bare.rates(hashes).busy))?;
        candidates.push(100.0 * (hard / easy.rates(hashes).busy - 1.0));
        let (seconds, with) = busy(&mut || Ok(engine::time(&one, &work, hashes)?.1))?;
        losses.push(100.0 * (with / without - 1.0));
        if let Some(two) = &two {
            // Twice the work: the same time if nothing is lost.
            gains.push(2.0 * seconds / engine::time(two, &work, 2 * hashes)?.1);
        }
    }
    Ok(Overhead {
        overhead_percent: median(&mut losses),
        two_threads_to_one: two.map(|_| median(&mut gains)),
        easy_target_percent: median(&mut candidates),
        switch_p99_ms: switch_p99_ms(&one, &work)?,
    })
}

/// See [`Overhead::switch_p99_ms`].
fn switch_p99_ms(engine: &Engine, work: &Work) -> Result<f64, AppError> {
    let mut times = Vec::with_capacity(SWITCHES);
    for _ in 0..SWITCHES {
        let search = Search { work: work.clone(), range: work.space(), priority: Priority::Worker };
        let handle = engine.submit(search, |_| ()).map_err(|e| AppError::failed(e.to_string()))?;
        // In the middle of it.
        while handle.progress() == 0 {
            std::thread::yield_now();
        }
        let started = Instant::now();
        handle.cancel();
        engine::time(engine, work, 1)?;
        times.push(1e3 * seconds_since(started));
    }
    times.sort_by(f64::total_cmp);
    Ok(times[SWITCHES * 99 / 100 - 1])
}

fn to_text(lines: &[Line]) -> String {
    let mut table =
        output::table(&["backend", "mode", "rate", "low", "high", "x sha2", "cycles", "bound", ""]);
    let most = lines.iter().map(|line| line.hashes_per_second).fold(f64::MIN_POSITIVE, f64::max);
    for line in lines {
        let bound =
            line.bound_cycles.map_or_else(|| "-".to_owned(), |cycles| format!("{cycles:.1}"));
        let mode = match line.mode {
            Mode::Nonce => "nonce",
            Mode::Version => "version",
            Mode::Data => "data",
        };
        table.add_row([
            line.backend.to_owned(),
            mode.to_owned(),
            output::rate(line.hashes_per_second),
            output::rate(line.spread.low),
            output::rate(line.spread.high),
            format!("{:.2}", line.ratio_to_sha2),
            format!("{:.1}", line.cycles_per_hash),
            bound,
            bar(line.hashes_per_second / most),
        ]);
    }
    let mut text = table.to_string();
    for line in lines {
        let Some(engine) = line.engine else { continue };
        text.push_str(&format!(
            "\nengine: {:+.2} % time against the bare {}",
            engine.overhead_percent, line.backend
        ));
        if let Some(ratio) = engine.two_threads_to_one {
            text.push_str(&format!("; 2 threads do {ratio:.2} times the rate of 1"));
        }
        text.push_str(&format!(
            "\nan easy target ({EASY_BITS} zero bits) costs {:+.2} % time; 99 % of switches to new work \
             within {:.1} ms",
            engine.easy_target_percent, engine.switch_p99_ms
        ));
    }
    for (backend, why) in BOUNDS {
        if lines.iter().any(|line| line.backend == *backend && line.bound_cycles.is_some()) {
            text.push_str(&format!("\nbound of {backend}: {why}"));
        }
    }
    text.push_str("\nx sha2 and cycles are by CPU time, rates by the clock on the wall");
    text
}

/// What each bound counts and what is between it and the cycles; `docs/kernels.md` has the whole.
const BOUNDS: &[(&str, &str)] = &[
    (
        "sha-ni-avx512",
        "60 sha256rnds2, one a cycle; the schedule beside them takes some of their slots",
    ),
    (
        "sha-ni",
        "version 60 sha256rnds2, nonce all slots on four pipes, but the schedule waits for its own results",
    ),
    ("avx512", "instructions, two a cycle; waits for results and for memory are not in it"),
    ("avx2", "instructions, four a cycle; waits for results and for memory are not in it"),
];

/// A bar for a share of the longest one.
fn bar(share: f64) -> String {
    let length = usize::try_from(engine::whole((BAR * share).round().clamp(1.0, BAR)));
    "#".repeat(length.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_never_empty_and_never_too_long() {
        assert_eq!(bar(0.0), "#");
        assert_eq!(bar(1.0).len(), 24);
        assert_eq!(bar(0.5).len(), 12);
        assert_eq!(bar(7.0).len(), 24);
    }

    #[test]
    fn rounds_share_the_seconds() {
        let rounds = |seconds| {
            let asked = Asked { backends: Vec::new(), threads: NonZeroUsize::MIN, seconds };
            asked.rounds()
        };
        assert_eq!(rounds(0.2).0, 3);
        assert_eq!(rounds(1.0).0, 10);
        assert!((rounds(0.2).1 - 0.2 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), 2.0);
        assert!(median(&mut []).is_nan());
    }
}
