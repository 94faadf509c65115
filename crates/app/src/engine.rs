//! The process's search engine, made from what was typed; where no backend was named, the fastest.
//!
//! Has the clock that `quarry-pow` has not. Does not know what is searched for whom.

use std::num::NonZeroUsize;
use std::time::Instant;

use quarry_pow::limits::{CALIBRATION_BUDGET, MAX_THREADS};
use quarry_pow::{
    Backend, Engine, EngineConfig, EngineError, PositionRange, Priority, Search, Target, Work,
    backends, calibrate,
};

use rustix::time::{ClockId, clock_gettime};

use crate::error::{AppError, typed};

/// The threads that were typed after `--threads`.
pub(crate) fn threads_of(text: &str) -> Result<NonZeroUsize, AppError> {
    let threads = text.parse::<NonZeroUsize>().ok().filter(|n| n.get() <= MAX_THREADS);
    threads.ok_or_else(|| {
        AppError::usage(
            format!("cannot use --threads {}", typed(text)),
            format!("it must be from 1 to {MAX_THREADS}"),
        )
    })
}

/// The backend that was typed after `--backend`; `more` are names that it may also have.
pub(crate) fn backend_of(
    text: &str,
    more: &[&'static str],
) -> Result<&'static dyn Backend, AppError> {
    quarry_pow::backend_by_name(text).ok_or_else(|| {
        let names = backends().into_iter().map(Backend::name).chain(more.iter().copied());
        AppError::usage(
            format!("cannot use --backend {}", typed(text)),
            format!("this machine has: {}", names.collect::<Vec<_>>().join(", ")),
        )
    })
}

/// An engine with the backend, or else with the one that is the fastest for the work.
pub(crate) fn start(
    threads: Option<NonZeroUsize>,
    backend: Option<&'static dyn Backend>,
    work: &Work,
) -> Result<Engine, AppError> {
    start_with(EngineConfig { threads, backend, ..EngineConfig::default() }, work)
}

/// As [`start`], all settings given; a backend that is missing is chosen.
pub(crate) fn start_with(config: EngineConfig, work: &Work) -> Result<Engine, AppError> {
    let backend = config.backend.or_else(|| fastest_for(work));
    Engine::start(EngineConfig { backend, ..config }).map_err(|error| {
        let hint = match &error {
            EngineError::NoThread(_) => Some("fewer --threads".to_owned()),
            EngineError::BackendFailed { .. } => Some("try another with --backend".to_owned()),
            _ => None,
        };
        AppError::Failed { message: error.to_string(), hint }
    })
}

/// An engine for whatever work comes: headers decide.
pub(crate) fn start_for_any_work(threads: Option<NonZeroUsize>) -> Result<Engine, AppError> {
    start(threads, None, &Work::header([0; 80], Target::MAX))
}

/// The backend that a short calibration finds to be the fastest.
pub(crate) fn fastest_for(work: &Work) -> Option<&'static dyn Backend> {
    let started = Instant::now();
    let found = calibrate(&backends(), work, CALIBRATION_BUDGET, &mut || started.elapsed());
    found.first().map(|calibration| calibration.backend)
}

/// The work with a target that no hash meets, so that a measurement is not ended by a hit.
pub(crate) fn without_hits(work: Work) -> Work {
    work.with_target(Target::from_be_bytes([0; 32]))
}

/// Seconds that the engine takes for so many hashes of a work without hits (fewer if its space is
/// smaller), and how many those were.
pub(crate) fn time(engine: &Engine, work: &Work, hashes: u64) -> Result<(u64, f64), AppError> {
    let last = work.space().last().min(hashes.max(1) - 1);
    let range = PositionRange::new(0, last)
        .ok_or_else(|| AppError::failed("cannot measure an empty range"))?;
    let search = Search { work: work.clone(), range, priority: Priority::Worker };
    let started = Instant::now();
    let outcome = engine.search(search).map_err(|e| AppError::failed(e.to_string()))?;
    Ok((outcome.hashes, started.elapsed().as_secs_f64().max(f64::MIN_POSITIVE)))
}

/// Hashes a second over all threads of an engine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MeasuredRate {
    /// With the processors to itself, by the time that the threads had one: they give way to
    /// whatever else runs, and a moment's load would halve what a search does in the long run.
    pub(crate) alone: f64,
    /// By the clock on the wall, beside what else runs now.
    pub(crate) now: f64,
}

/// The engine's rate for a work, by two turns that take `seconds` each: the better one, and the mean
/// for now. A short one before them says how many hashes those are.
pub(crate) fn rate(engine: &Engine, work: &Work, seconds: f64) -> Result<MeasuredRate, AppError> {
    let work = without_hits(work.clone());
    // A few chunks a thread; then as many as fill the time.
    let threads = u64::try_from(engine.threads()).unwrap_or(1);
    let chunk = engine.backend().chunk_compressions() / compressions(&work);
    let (hashes, taken) = time(engine, &work, threads * chunk.max(1))?;
    let turn = whole(seconds * hashes as f64 / taken);
    // More threads than processors have no more time than the processors.
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let at_once = engine.threads().min(cores) as f64;
    let (mut alone, mut now) = (0.0_f64, 0.0);
    for _ in 0..2 {
        // Of the engine's threads nothing but the process's time can be asked; little else runs.
        let before = busy_seconds(ClockId::ProcessCPUTime);
        let (hashes, taken) = time(engine, &work, turn)?;
        let busy = busy_seconds(ClockId::ProcessCPUTime) - before;
        let by_wall = hashes as f64 / taken;
        // A clock too coarse for a small space says nothing.
        let by_busy = if busy > 0.001 { hashes as f64 / busy * at_once } else { 0.0 };
        now += by_wall / 2.0;
        alone = alone.max(by_wall).max(by_busy);
    }
    Ok(MeasuredRate { alone, now })
}

/// How long this thread or process has had a processor, in seconds.
pub(crate) fn busy_seconds(whose: ClockId) -> f64 {
    let time = clock_gettime(whose);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Compressions that one position of the work takes.
fn compressions(work: &Work) -> u64 {
    quarry_pow::Prepared::new(work.clone()).compressions().max(1)
}

/// A count of hashes from a product of rates and times.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, as meant")]
pub(crate) fn whole(hashes: f64) -> u64 {
    hashes as u64
}
