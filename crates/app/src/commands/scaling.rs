//! `quarry search -P`: how the search scales over threads, by a fixed amount of work.
//!
//! Does not draw (`plot`) and searches nothing for anybody: no hash meets its target.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use quarry_pow::{Backend, Engine, EngineConfig, Work};
use serde::Serialize;

use super::search::Asked;
use crate::cli::SearchArgs;
use crate::engine;
use crate::error::AppError;
use crate::output::{self, Output};
use crate::plot;

/// Measurements of each number of threads. Odd, so that one is the median.
const ROUNDS: usize = 5;
/// Seconds that the work takes one thread at least, and all threads together.
const ONE_THREAD_SECONDS: f64 = 0.4;
const ALL_THREADS_SECONDS: f64 = 0.05;
/// Seconds for which the rate of one thread is measured to size the work.
const SIZING_SECONDS: f64 = 0.05;
/// Where the results go unless told otherwise.
const CSV: &str = "search-scaling.csv";
const SVG: &str = "search-scaling.svg";

/// The result.
#[derive(Debug, Serialize)]
struct Scaling {
    backend: &'static str,
    /// Hashes of one measurement.
    hashes: u64,
    rounds: usize,
    points: Vec<ScalingPoint>,
    csv: PathBuf,
    svg: PathBuf,
}

/// One number of threads.
#[derive(Clone, Debug, Serialize)]
struct ScalingPoint {
    threads: usize,
    /// The median of all rounds.
    hashes_per_second: f64,
    /// The slowest and the fastest round.
    low: f64,
    high: f64,
    /// Its rate, divided by its threads and by the rate of one.
    efficiency: f64,
}

impl ScalingPoint {
    fn to_plot(&self) -> plot::ScalingPoint {
        plot::ScalingPoint {
            // At most `MAX_THREADS`.
            threads: u32::try_from(self.threads).unwrap_or(u32::MAX),
            median: self.hashes_per_second,
            low: self.low,
            high: self.high,
        }
    }
}

pub(super) async fn run(
    asked: Asked,
    args: &SearchArgs,
    output: &Output,
    interrupt: impl Future<Output = ()> + Unpin,
) -> Result<(), AppError> {
    let csv = args.csv.clone().unwrap_or_else(|| CSV.into());
    let svg = args.svg.clone().unwrap_or_else(|| SVG.into());
    // A measurement takes a while; what could not be kept is not begun.
    can_write("--csv", &csv)?;
    can_write("--svg", &svg)?;
    if is_same(&csv, &svg) {
        return Err(AppError::usage(
            format!("cannot write --csv and --svg into one file, {}", csv.display()),
            "name two",
        ));
    }
    let bar = output.progress();
    let told = bar.clone();
    let measuring =
        tokio::task::spawn_blocking(move || measure(&asked, &|text| told.set_message(text)));
    let (backend, hashes, points) = tokio::select! {
        measured = measuring => measured.map_err(|e| AppError::failed(e.to_string()))??,
        () = interrupt => return Err(AppError::interrupted("; nothing was written")),
    };
    bar.finish_and_clear();
    write("--csv", &csv, &to_csv(&points))?;
    let drawn: Vec<plot::ScalingPoint> = points.iter().map(ScalingPoint::to_plot).collect();
    let drawing = plot::scaling(&drawn).map_err(|e| AppError::failed(e.to_string()))?;
    write("--svg", &svg, &drawing)?;
    let scaling = Scaling { backend: backend.name(), hashes, rounds: ROUNDS, points, csv, svg };
    output.result(&scaling, Scaling::to_text)?;
    Ok(())
}

/// Measures each number of threads in turn, round by round, so that a change of clock or load meets
/// all alike.
fn measure(
    asked: &Asked,
    tell: &dyn Fn(String),
) -> Result<(&'static dyn Backend, u64, Vec<ScalingPoint>), AppError> {
    let work = engine::without_hits(asked.work.clone());
    tell("calibrating".to_owned());
    let backend = match asked.backend {
        Some(backend) => Some(backend),
        None => engine::fastest_for(&work),
    };
    let most = asked
        .threads
        .or_else(|| std::thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN);
    let mut lines = Vec::new();
    for threads in steps(most) {
        lines.push((start(threads, backend, &work)?, Vec::new()));
    }
    let Some((single, _)) = lines.first() else {
        return Err(AppError::failed("cannot measure no threads"));
    };
    let backend = single.backend();
    let seconds = ONE_THREAD_SECONDS.max(ALL_THREADS_SECONDS * most.get() as f64);
    let hashes = engine::whole(seconds * engine::rate(single, &work, SIZING_SECONDS)?.alone);
    let mut done = 0;
    for round in 1..=ROUNDS {
        for (engine, rates) in &mut lines {
            tell(format!(
                "round {round} of {ROUNDS}, {}",
                output::counted(engine.threads(), "thread")
            ));
            let (hashes, seconds) = engine::time(engine, &work, hashes)?;
            rates.push(hashes as f64 / seconds);
            done = hashes;
        }
    }
    let mut points: Vec<ScalingPoint> = Vec::new();
    for (engine, mut rates) in lines {
        rates.sort_by(f64::total_cmp);
        let (Some(low), Some(high)) = (rates.first(), rates.last()) else { continue };
        let (rate, threads) = (rates[rates.len() / 2], engine.threads());
        let single = points.first().map_or(rate, |point| point.hashes_per_second);
        let efficiency = rate / (single * threads as f64);
        points.push(ScalingPoint {
            threads,
            hashes_per_second: rate,
            low: *low,
            high: *high,
            efficiency,
        });
    }
    Ok((backend, done, points))
}

fn start(
    threads: NonZeroUsize,
    backend: Option<&'static dyn Backend>,
    work: &Work,
) -> Result<Engine, AppError> {
    // Other programs would be served first at the niceness of a search.
    let config = EngineConfig { threads: Some(threads), backend, nice: None };
    engine::start_with(config, work)
}

/// 1, 2, 4 and so on up to the most, which is included.
fn steps(most: NonZeroUsize) -> Vec<NonZeroUsize> {
    let mut steps: Vec<_> = std::iter::successors(Some(NonZeroUsize::MIN), |threads| {
        threads.checked_mul(NonZeroUsize::MIN.saturating_add(1))
    })
    .take_while(|threads| *threads < most)
    .collect();
    steps.push(most);
    steps
}

fn to_csv(points: &[ScalingPoint]) -> String {
    let mut text = "threads,hashes_per_second,low,high,efficiency\n".to_owned();
    for point in points {
        text.push_str(&format!(
            "{},{:.0},{:.0},{:.0},{:.4}\n",
            point.threads, point.hashes_per_second, point.low, point.high, point.efficiency
        ));
    }
    text
}

fn write(option: &str, path: &Path, text: &str) -> Result<(), AppError> {
    std::fs::write(path, text).map_err(|error| unwritable(option, path, &error))
}

/// Whether a file can be written. Nothing is left of the attempt.
fn can_write(option: &str, path: &Path) -> Result<(), AppError> {
    let is_new = !path.exists();
    let opened = std::fs::OpenOptions::new().append(true).create(true).open(path);
    opened.map_err(|error| unwritable(option, path, &error))?;
    if is_new {
        std::fs::remove_file(path).map_err(|error| unwritable(option, path, &error))?;
    }
    Ok(())
}

/// Whether two paths lead to one file, be it there or not.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = std::fs::canonicalize(folder.unwrap_or_else(|| Path::new(".")));
        let file = path.file_name().map(|name| folder.unwrap_or_default().join(name));
        std::fs::canonicalize(path).ok().or(file)
    };
    real(one) == real(other)
}

fn unwritable(option: &str, path: &Path, error: &std::io::Error) -> AppError {
    AppError::failed_with_hint(
        format!("cannot write {option} {}: {error}", path.display()),
        format!("name another file with {option}"),
    )
}

impl Scaling {
    fn to_text(&self) -> String {
        let mut table = output::table(&["threads", "rate", "low", "high", "efficiency"]);
        for point in &self.points {
            table.add_row([
                point.threads.to_string(),
                output::rate(point.hashes_per_second),
                output::rate(point.low),
                output::rate(point.high),
                format!("{:.1} %", 100.0 * point.efficiency),
            ]);
        }
        format!(
            "{table}\n{} with {}, median of {} rounds\nwritten: {} and {}",
            output::hashes(self.hashes as f64),
            self.backend,
            self.rounds,
            self.csv.display(),
            self.svg.display(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_double_and_end_at_the_most() {
        let of = |most| {
            let most = NonZeroUsize::new(most).unwrap();
            steps(most).into_iter().map(NonZeroUsize::get).collect::<Vec<_>>()
        };
        assert_eq!(of(1), [1]);
        assert_eq!(of(2), [1, 2]);
        assert_eq!(of(12), [1, 2, 4, 8, 12]);
        assert_eq!(of(16), [1, 2, 4, 8, 16]);
    }
}
