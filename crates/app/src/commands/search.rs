//! `quarry search`: a nonce search on this machine: plan, progress, result.
//!
//! Does not compute a hash or a chance (`quarry-pow`, `quarry-fleet`).

use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use quarry_fleet::plan::{Confidence, Odds};
use quarry_pow::{
    Backend, Engine, Outcome, PositionRange, Priority, Search, SearchHandle, SearchResult, Work,
};
use serde::Serialize;

use super::{nonce_input, scaling};
use crate::cli::SearchArgs;
use crate::engine;
use crate::error::{AppError, typed};
use crate::output::{self, Output};
use crate::signals::EndSignals;

/// Time between two looks at the search.
const LOOK: Duration = Duration::from_millis(200);
/// Seconds of each of the two turns in which the rate is measured that the plan is made with.
const RATE_SECONDS: f64 = 0.04;
/// The longest time limit, seconds: 31 years.
const TIME_LIMIT_SECS_MAX: f64 = 1e9;
/// How many times the rate of now a machine's rate is where that is worth a word.
const BUSY_SHARE: f64 = 1.5;
/// A chance so small that more time is no advice.
const HOPELESS: f64 = 1e-6;
/// Confidences whose times the plan tells.
const QUANTILES: [f64; 3] = [0.5, 0.9, 0.99];
/// The longest preimage that is shown to people, bytes.
const SHOWN_BYTES: usize = 256;

/// What was asked for, checked.
pub(super) struct Asked {
    pub(super) work: Work,
    pub(super) range: PositionRange,
    pub(super) threads: Option<std::num::NonZeroUsize>,
    pub(super) backend: Option<&'static dyn Backend>,
    time_limit: Option<f64>,
    confidence: Option<f64>,
}

/// What is to be expected.
#[derive(Clone, Debug, Serialize)]
struct Plan {
    /// Hashes for a hit, on average.
    expected_hashes: f64,
    /// Positions that can be tried.
    space: f64,
    /// Hashes a second with the processors to itself, measured before the search.
    rate: f64,
    time_limit: Option<f64>,
    /// The chance of a hit within the time limit, or else in all of the space.
    probability: f64,
    confidence: Option<f64>,
    /// What `confidence` takes; none if the space does not hold it.
    seconds_for_confidence: Option<f64>,
    /// Whether `confidence` is reached within space and time limit.
    reachable: Option<bool>,
    /// A hash's chance.
    #[serde(skip)]
    odds: Odds,
}

/// What a search came to.
#[derive(Debug, Serialize)]
struct Searched {
    found: bool,
    /// Why nothing was found: `time_limit`, `exhausted` or `interrupted`.
    reason: Option<&'static str>,
    nonce: Option<u64>,
    nonce_hex: Option<String>,
    /// The place in the space: the nonce, unless versions roll.
    position: Option<u64>,
    /// The header's version, if it was rolled.
    version: Option<u32>,
    /// As it is compared with the target.
    hash: Option<String>,
    /// Leading zero bits of the hash.
    zero_bits: Option<u16>,
    /// The hashed bytes with the nonce in them.
    preimage: Option<String>,
    target: String,
    expected_hashes: f64,
    hashes: u64,
    seconds: f64,
    rate: f64,
    /// None where the search was interrupted before one was chosen.
    backend: Option<&'static str>,
    threads: usize,
    /// The chance of having found a hit by then.
    probability: f64,
    /// None where the search was interrupted before its rate was measured.
    plan: Option<Plan>,
}

/// Who ended a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    Itself,
    TimeLimit,
    User,
}

pub(crate) async fn run(args: &SearchArgs, output: &Output) -> Result<(), AppError> {
    let asked = Asked::of(args)?;
    let mut signals = EndSignals::catch().map_err(|e| AppError::failed(e.to_string()))?;
    let interrupt = signals.wait();
    tokio::pin!(interrupt);
    if args.performance {
        return scaling::run(asked, args, output, interrupt).await;
    }
    let (threads, backend, work) = (asked.threads, asked.backend, asked.work.clone());
    let starting = tokio::task::spawn_blocking(move || {
        let engine = engine::start(threads, backend, &work)?;
        let rate = engine::rate(&engine, &work, RATE_SECONDS)?;
        Ok::<_, AppError>((engine, rate))
    });
    let (engine, rate) = tokio::select! {
        started = starting => started.map_err(|e| AppError::failed(e.to_string()))??,
        () = &mut interrupt => return Err(Searched::before(&asked).into_error(&asked)),
    };
    let plan = Plan::of(&asked, rate.alone)?;
    output.say(&plan.to_text(&engine));
    if rate.alone > BUSY_SHARE * rate.now {
        output.say(&format!(
            "other programs keep the processors busy: {} now",
            output::rate(rate.now)
        ));
    }
    let (outcome, end, seconds) = follow(&engine, &asked, &plan, output, interrupt).await?;
    engine.shutdown();
    let searched = Searched::of(&asked.work, &engine, plan, outcome, end, seconds)?;
    if searched.found {
        output.result(&searched, Searched::to_text)?;
        return Ok(());
    }
    Err(searched.into_error(&asked))
}

impl Asked {
    fn of(args: &SearchArgs) -> Result<Self, AppError> {
        let (work, range) = nonce_input::searched(args)?;
        if let Some(text) = &args.machines {
            machines(text)?;
        }
        Ok(Self {
            work,
            range,
            threads: args.threads.as_deref().map(engine::threads_of).transpose()?,
            backend: match &args.backend {
                Some(name) => Some(engine::backend_of(name, &[])?),
                None => None,
            },
            time_limit: args.time_limit.as_deref().map(time_limit).transpose()?,
            confidence: args.confidence.as_deref().map(confidence).transpose()?,
        })
    }
}

/// Refuses more machines than there are.
fn machines(text: &str) -> Result<(), AppError> {
    match text.parse::<u64>() {
        Ok(0 | 1) => Ok(()),
        Ok(_) => Err(AppError::usage(
            format!("cannot use -N {}", typed(text)),
            "0 and 1 are this machine; more come with `quarry fleet`, in a later version",
        )),
        Err(_) => Err(AppError::usage(
            format!("cannot use -N {}", typed(text)),
            "a number of machines: 0 and 1 are this one",
        )),
    }
}

fn time_limit(text: &str) -> Result<f64, AppError> {
    let seconds = text.parse::<f64>().ok();
    seconds.filter(|s| *s > 0.0 && *s <= TIME_LIMIT_SECS_MAX).ok_or_else(|| {
        AppError::usage(
            format!("cannot use -T {}", typed(text)),
            "seconds, above 0 and up to 1000000000; without -T there is no limit",
        )
    })
}

fn confidence(text: &str) -> Result<f64, AppError> {
    let confidence = text.parse::<f64>().ok();
    confidence.filter(|c| *c > 0.0 && *c < 1.0).ok_or_else(|| {
        AppError::usage(
            format!("cannot use -L {}", typed(text)),
            "it must be above 0 and below 1, like 0.95; no search is sure to succeed",
        )
    })
}

impl Plan {
    fn of(asked: &Asked, rate: f64) -> Result<Self, AppError> {
        let odds = Odds::from_target(&asked.work.target());
        let odds = odds.in_space(asked.range.count());
        let odds = odds.map_err(|e| AppError::failed(e.to_string()))?;
        let space = asked.range.count() as f64;
        let in_time = asked.time_limit.map_or(space, |seconds| seconds * rate);
        let mut plan = Self {
            expected_hashes: asked.work.target().expected_hashes(),
            space,
            rate,
            time_limit: asked.time_limit,
            probability: no_minus(odds.chance_after(in_time)),
            confidence: asked.confidence,
            seconds_for_confidence: None,
            reachable: None,
            odds,
        };
        if let Some(confidence) = asked.confidence {
            let seconds = plan.seconds_for(confidence);
            plan.seconds_for_confidence = seconds;
            plan.reachable =
                Some(seconds.is_some_and(|s| s <= asked.time_limit.unwrap_or(f64::INFINITY)));
        }
        Ok(plan)
    }

    /// What a confidence takes, unless the space is too small for it.
    fn seconds_for(&self, confidence: f64) -> Option<f64> {
        Some(hashes_for(&self.odds, confidence)? / self.rate)
    }

    fn to_text(&self, engine: &Engine) -> String {
        let times = QUANTILES.map(|confidence| match self.seconds_for(confidence) {
            Some(seconds) => {
                let late = self.time_limit.is_some_and(|limit| seconds > limit);
                let note = if late { " (after -T)" } else { "" };
                format!("{} in {}{note}", percent(confidence), duration(seconds))
            }
            None => format!("{} not reachable", percent(confidence)),
        });
        let mut text = format!(
            "plan: {} expected, {} in the space; {} on {} does {}\n\
             time: {}",
            output::hashes(self.expected_hashes),
            output::hashes(self.space),
            engine.backend().name(),
            output::counted(engine.threads(), "thread"),
            output::rate(self.rate),
            times.join(", "),
        );
        let chance = output::chance(self.probability);
        text.push_str(&match self.time_limit {
            Some(seconds) => format!("\nchance of a hit within -T {}: {chance}", duration(seconds)),
            None => format!("\nno time limit; chance of a hit in the space: {chance}"),
        });
        if let Some(line) = self.confidence_line() {
            text.push('\n');
            text.push_str(&line);
        }
        text
    }

    fn confidence_line(&self) -> Option<String> {
        let confidence = self.confidence?;
        let space = || output::chance(self.odds.best());
        Some(match (self.seconds_for_confidence, self.time_limit) {
            (None, _) => {
                format!("-L {confidence}: not reachable, the space holds a hit with {}", space())
            }
            (Some(seconds), None) => format!("-L {confidence}: takes {}", duration(seconds)),
            (Some(seconds), Some(_)) if self.reachable == Some(true) => {
                format!("-L {confidence}: reachable, takes {}", duration(seconds))
            }
            (Some(seconds), Some(limit)) => format!(
                "-L {confidence}: not reachable within -T {}, takes {}",
                duration(limit),
                duration(seconds)
            ),
        })
    }
}

/// Zero without a sign, which some readers of JSON do not expect.
fn no_minus(value: f64) -> f64 {
    value + 0.0
}

/// The hashes that a confidence takes, unless the space is too small for it.
fn hashes_for(odds: &Odds, confidence: f64) -> Option<f64> {
    odds.hashes_for(Confidence::new(confidence).ok()?).ok()
}

/// One of [`QUANTILES`].
fn percent(confidence: f64) -> String {
    format!("{:.0} %", 100.0 * confidence)
}

fn duration(seconds: f64) -> String {
    output::duration(seconds)
}

/// Runs the search to its end and says who ended it, after how many seconds.
async fn follow(
    engine: &Engine,
    asked: &Asked,
    plan: &Plan,
    output: &Output,
    mut interrupt: impl Future<Output = ()> + Unpin,
) -> Result<(Outcome, End, f64), AppError> {
    let (send, mut receive) = tokio::sync::oneshot::channel();
    let search =
        Search { work: asked.work.clone(), range: asked.range, priority: Priority::Worker };
    let started = Instant::now();
    let handle = engine
        .submit(search, move |outcome| {
            // Nobody waits any more if the command has failed.
            let _unwanted = send.send((outcome, Instant::now()));
        })
        .map_err(|e| AppError::failed(e.to_string()))?
        .cancel_on_drop();
    let limit = asked.time_limit.map(Duration::from_secs_f64);
    let time_is_up = async {
        match limit {
            Some(limit) => tokio::time::sleep(limit).await,
            None => std::future::pending().await,
        }
    };
    tokio::pin!(time_is_up);
    let bar = output.progress();
    let mut look = tokio::time::interval(LOOK);
    let mut end = End::Itself;
    let (outcome, ended) = loop {
        tokio::select! {
            ended = &mut receive => break ended.map_err(|e| AppError::failed(e.to_string()))?,
            () = &mut time_is_up, if end == End::Itself => {
                end = End::TimeLimit;
                handle.cancel();
            }
            () = &mut interrupt, if end == End::Itself => {
                end = End::User;
                handle.cancel();
            }
            _ = look.tick() => show_progress(&bar, &handle, plan, started.elapsed().as_secs_f64()),
        }
    };
    bar.finish_and_clear();
    // Not zero, so that there is a rate.
    let seconds = ended.duration_since(started).as_secs_f64().max(1e-9);
    Ok((outcome, end, seconds))
}

fn show_progress(bar: &ProgressBar, handle: &SearchHandle, plan: &Plan, seconds: f64) {
    let hashes = handle.progress() as f64;
    if hashes == 0.0 {
        return;
    }
    let rate = hashes / seconds;
    let left = plan.space - hashes;
    // Nothing is shown of a space that is gone through.
    let Ok(odds) = plan.odds.after_in_vain(u128::from(handle.progress())) else { return };
    // The law has no memory: what is still to come does not shrink by what was tried in vain, until
    // the space ends.
    let more = QUANTILES
        .into_iter()
        .filter_map(|confidence| {
            let hashes = hashes_for(&odds, confidence)?;
            Some(format!("{} in another {}", percent(confidence), duration(hashes / rate)))
        })
        .collect::<Vec<_>>();
    let more = if more.is_empty() {
        format!("space ends in {}", duration(left / rate))
    } else {
        more.join(", ")
    };
    bar.set_message(format!(
        "{}, {} of {} tried, chance so far {}; {more}",
        output::rate(rate),
        output::hashes(hashes),
        output::hashes(plan.space),
        output::chance(plan.odds.chance_after(hashes)),
    ));
}

impl Searched {
    fn of(
        work: &Work,
        engine: &Engine,
        plan: Plan,
        outcome: Outcome,
        end: End,
        seconds: f64,
    ) -> Result<Self, AppError> {
        let (hit, reason) = match (outcome.result, end) {
            (SearchResult::Found { position, hash }, _) => (Some((position, hash)), None),
            (SearchResult::Exhausted, _) => (None, Some("exhausted")),
            (SearchResult::Cancelled, End::TimeLimit) => (None, Some("time_limit")),
            (SearchResult::Cancelled, End::User) => (None, Some("interrupted")),
            (SearchResult::Cancelled, End::Itself) => {
                return Err(AppError::failed_with_hint(
                    format!("cannot go on: backend {} failed", engine.backend().name()),
                    "try another with --backend",
                ));
            }
        };
        let hashes = outcome.hashes as f64;
        let position = hit.map(|(position, _)| position);
        let parts = position.and_then(|position| work.parts(position));
        let nonce = parts.map(|parts| u64::from(parts.nonce)).or(position);
        // Where only the nonce changes, the position is the nonce.
        let version = parts.filter(|_| work.field().is_none()).map(|parts| parts.version);
        Ok(Self {
            found: hit.is_some(),
            reason,
            nonce,
            nonce_hex: nonce.map(|nonce| format!("{nonce:x}")),
            position,
            version,
            hash: hit.map(|(_, hash)| hash.to_string()),
            zero_bits: hit.map(|(_, hash)| hash.zero_bits()),
            preimage: position.map(|position| hex::encode(work.preimage(position))),
            target: work.target().to_string(),
            expected_hashes: plan.expected_hashes,
            hashes: outcome.hashes,
            seconds,
            rate: hashes / seconds,
            backend: Some(engine.backend().name()),
            threads: engine.threads(),
            probability: no_minus(plan.odds.chance_after(hashes)),
            plan: Some(plan),
        })
    }

    /// A search that was interrupted before it began.
    fn before(asked: &Asked) -> Self {
        let cores = || std::thread::available_parallelism().ok();
        Self {
            found: false,
            reason: Some("interrupted"),
            nonce: None,
            nonce_hex: None,
            position: None,
            version: None,
            hash: None,
            zero_bits: None,
            preimage: None,
            target: asked.work.target().to_string(),
            expected_hashes: asked.work.target().expected_hashes(),
            hashes: 0,
            seconds: 0.0,
            rate: 0.0,
            backend: asked.backend.map(Backend::name),
            threads: asked.threads.or_else(cores).map_or(1, std::num::NonZeroUsize::get),
            probability: 0.0,
            plan: None,
        }
    }

    /// What was done, in a line.
    fn effort(&self) -> String {
        format!(
            "{} in {} ({})",
            output::hashes(self.hashes as f64),
            duration(self.seconds),
            output::rate(self.rate)
        )
    }

    fn to_text(&self) -> String {
        let mut text = format!(
            "nonce     {} (0x{})",
            self.nonce.unwrap_or_default(),
            self.nonce_hex.as_deref().unwrap_or_default()
        );
        if let Some(version) = self.version {
            text.push_str(&format!("\nversion   {version:08x}"));
        }
        let hash = self.hash.as_deref().unwrap_or_default();
        text.push_str(&format!(
            "\nhash      {hash} ({} zero bits)\nhashes    {}\nchance    {} of a hit by then",
            self.zero_bits.unwrap_or_default(),
            self.effort(),
            output::chance(self.probability),
        ));
        match &self.preimage {
            Some(hex) if hex.len() <= 2 * SHOWN_BYTES => {
                text.push_str(&format!("\npreimage  {hex}"));
            }
            _ => text.push_str("\npreimage  too long to show; --json has it"),
        }
        text
    }

    /// The error that tells of a search without a hit; `--json` prints the document.
    fn into_error(self, asked: &Asked) -> AppError {
        let chance = output::chance(self.probability);
        let effort = self.effort();
        let json = output::document(&self);
        match self.reason {
            Some("interrupted") if self.plan.is_none() => {
                AppError::Interrupted { more: " before the search".to_owned(), json }
            }
            Some("interrupted") => AppError::Interrupted {
                more: format!(": {effort} without a hit, which had a chance of {chance}"),
                json,
            },
            Some("exhausted") => AppError::LimitReached {
                message: format!(
                    "no nonce found: positions {} were all tried, {effort}; \
                     a hit had a chance of {chance}",
                    asked.range
                ),
                hint: Some(larger_space(asked).to_owned()),
                json,
            },
            _ => AppError::LimitReached {
                message: format!(
                    "no nonce found within the time limit: {effort}; a hit had a chance of {chance}"
                ),
                hint: Some(
                    if self.probability < HOPELESS {
                        "an easier target"
                    } else {
                        "a longer -T, or an easier target"
                    }
                    .to_owned(),
                ),
                json,
            },
        }
    }
}

/// What makes room for more tries.
fn larger_space(asked: &Asked) -> &'static str {
    let work = &asked.work;
    if asked.range.first() > 0 {
        "lower --first: what is before it was not tried"
    } else if work.parts(0).is_none() && work.space().last() < u64::MAX {
        "--nonce-format be64 has 2^64 nonces"
    } else if work.parts(0).is_none() {
        "other data make a new space"
    } else if work.field().is_some() {
        "--roll-version 1fffe000 makes the space of a header 65536 times as large"
    } else {
        "another time or Merkle root in the header makes a new space"
    }
}
