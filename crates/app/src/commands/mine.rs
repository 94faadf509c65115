//! `quarry mine`: mines for a node or a pool until interrupted, and `quarry grind`.
//!
//! Does not speak to upstreams (`quarry-miner`); what was typed becomes settings in `settings`.

mod control;
mod place;
mod settings;
mod web;

pub(super) use control::{Control, keep};
pub(crate) use place::Place;
pub(super) use settings::coinbase_tag;
pub(super) use web::{Door, Shown, share_desk};

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use indicatif::ProgressBar;
use quarry_api::miner::{LogLine, MinerStatus, UpstreamState};
use quarry_miner::{GrindError, Miner, MinerDeps, Upstream};
use quarry_mining::Difficulty;
use quarry_pow::{Target, VersionMask, Work};
use quarry_service::{Clock, Event, EventHub, Scope, Subscription};
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, interval};

use super::nonce_input::header_of;
use crate::cli::{Global, MineArgs};
use crate::engine;
use crate::error::AppError;
use crate::output::{self, Output, counted};
use crate::signals::EndSignals;
use settings::Settings;

/// Seconds of each of the two turns in which the rate is measured that a pool's difficulty suits.
const RATE_SECONDS: f64 = 0.04;
/// Time between two shares that suits: twenty a minute.
const SHARE_SECONDS: f64 = 3.0;
/// Hashes that a share of difficulty 1 takes.
const DIFFICULTY_1_HASHES: f64 = 4_294_967_296.0;
/// How long the end may take: a block that is being handed in is waited for.
const SHUTDOWN: Duration = Duration::from_secs(10);
/// Time between two lines of JSON.
const JSON_PAUSE: Duration = Duration::from_secs(5);
/// Time between two status lines where there is no terminal.
const LINE_PAUSE: Duration = Duration::from_secs(60);

pub(crate) async fn run(global: &Global, args: &MineArgs, output: &Output) -> Result<(), AppError> {
    if let Some(header) = &args.grind {
        return grind("--grind", header, args.threads.as_deref(), output).await;
    }
    let mut settings = Settings::of(global, args)?;
    let mut signals = EndSignals::catch().map_err(|e| AppError::failed(e.to_string()))?;
    // The form of a job's header: its version rolls.
    let work = Work::rolling_header([0; 80], Some(VersionMask::BIP320), None, Target::MAX);
    let engine = engine::start(settings.threads, None, &work)?;
    if settings.config.upstreams.iter().any(Upstream::is_pool) {
        let rate = engine::rate(&engine, &work, RATE_SECONDS)?;
        settings.config.suggested = Difficulty::new(rate.now * SHARE_SECONDS / DIFFICULTY_1_HASHES);
    }
    let clock = Clock::system();
    let events = EventHub::new(clock.now().wall_ms);
    let lines = events.subscribe(vec!["miner-log".to_owned()], None);
    // Before anything is searched: a port that is taken ends it at once.
    let door = Door::open(global, &args.web, Shown::Miner).await?;
    let api = monitors(args).await?;
    let deps = MinerDeps { engine: engine.clone(), clock: clock.clone(), events: events.clone() };
    let (miner, handle) = quarry_miner::start(settings.config, deps)
        .map_err(|error| AppError::failed(error.to_string()))?;
    let page = door.map(|door| door.serve(&miner, &events, &clock)).transpose()?;
    output.say(&format!(
        "mining with {} ({}); Ctrl-C ends it",
        counted(engine.threads(), "thread"),
        engine.backend().name(),
    ));
    let scope = Scope::new();
    if let Some((listener, address)) = api {
        quarry_miner::cgminer::serve(listener, miner.clone(), &scope);
        output.say(&format!("monitors of cgminer's ask at {address}"));
    }
    if let Some(page) = &page {
        output.say(&format!("watch it at {}", page.login_url()));
    }
    let watcher = Watcher { miner: &miner, lines, output, bar: output.progress() };
    let end = tokio::select! {
        end = watcher.follow(args) => end,
        () = signals.wait() => Ok(End::Signal),
    };
    scope.stop();
    let ended = handle.shutdown(SHUTDOWN).await;
    engine.shutdown();
    if let Some(page) = page {
        page.end().await?;
    }
    ended.map_err(|error| AppError::failed(error.to_string()))?;
    finish(end?, args, &miner.status(), output)
}

/// Where monitors are answered, if they are.
async fn monitors(args: &MineArgs) -> Result<Option<(TcpListener, SocketAddr)>, AppError> {
    let Some(wanted) = args.api else { return Ok(None) };
    let failed = |error: &dyn std::error::Error| {
        AppError::failed_with_hint(error.to_string(), "another address: --api ADDRESS")
    };
    let bound = quarry_web::bind(wanted, args.web.allow_public).await;
    let listener = bound.map_err(|error| failed(&error))?;
    let address = listener.local_addr().map_err(|error| failed(&error))?;
    Ok(Some((listener, address)))
}

/// What ended it.
#[derive(Clone, Copy, Debug)]
enum End {
    Blocks,
    Signal,
    /// No upstream is of use.
    Hopeless,
    /// All upstreams failed as often as they may.
    Unreachable,
}

/// Shows what happens.
struct Watcher<'a> {
    miner: &'a Miner,
    lines: Subscription,
    output: &'a Output,
    bar: ProgressBar,
}

impl Watcher<'_> {
    async fn follow(mut self, args: &MineArgs) -> Result<End, AppError> {
        let mut watch = self.miner.watch();
        let pause = if self.output.is_json() { JSON_PAUSE } else { LINE_PAUSE };
        let mut ticks = interval(pause);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        // The first is at once, and there is nothing to tell yet.
        ticks.tick().await;
        let mut answers = 0;
        loop {
            let mut is_due = false;
            tokio::select! {
                line = self.lines.next() => {
                    self.say(line.as_ref());
                    continue;
                }
                changed = watch.changed() => {
                    changed.map_err(|_| AppError::failed("the miner ended by itself"))?;
                }
                _ = ticks.tick() => is_due = true,
            }
            let status = Arc::clone(&watch.borrow_and_update());
            self.bar.set_message(status_line(&status));
            let now = status.accepted + status.stale + status.rejected.values().sum::<u64>();
            self.tell(&status, is_due, now != answers)?;
            answers = now;
            if let Some(end) = end_of(&status, args) {
                self.bar.finish_and_clear();
                self.last_lines();
                return Ok(end);
            }
        }
    }

    /// What was lost is lost: it is a log.
    fn say(&self, event: Option<&Event>) {
        let line = event.and_then(|event| serde_json::from_str(&event.json).ok());
        if let Some(LogLine { text, .. }) = line {
            self.bar.suspend(|| self.output.say(&text));
        }
    }

    /// What was told of before the end that was seen.
    fn last_lines(&mut self) {
        while let Some(line) = self.lines.next().now_or_never() {
            self.say(line.as_ref());
        }
    }

    fn tell(&self, status: &MinerStatus, is_due: bool, is_news: bool) -> Result<(), AppError> {
        if self.output.is_json() && (is_due || is_news) {
            return self.output.first_result(status, status_line);
        }
        if is_due && self.bar.is_hidden() {
            self.output.say(&status_line(status));
        }
        Ok(())
    }
}

fn end_of(status: &MinerStatus, args: &MineArgs) -> Option<End> {
    if args.blocks.is_some_and(|blocks| status.blocks >= blocks) {
        return Some(End::Blocks);
    }
    let mut down = status.upstreams.iter();
    if !down.all(|upstream| upstream.state == UpstreamState::Down) {
        return None;
    }
    // One that gave work before is waited for; and whoever sees the page can mend what is wrong.
    let is_seen = args.web.web.is_some();
    if !is_seen
        && status.accepted == 0
        && status.upstreams.iter().all(|upstream| upstream.is_lasting)
    {
        return Some(End::Hopeless);
    }
    let retries = args.retries?;
    let given_up = status.upstreams.iter().all(|upstream| upstream.failures > retries);
    given_up.then_some(End::Unreachable)
}

fn finish(
    end: End,
    args: &MineArgs,
    status: &MinerStatus,
    output: &Output,
) -> Result<(), AppError> {
    let (message, hint) = problems(status);
    match end {
        End::Hopeless => Err(AppError::failed_with_hint(message, hint)),
        End::Unreachable => Err(AppError::Unreachable { message, hint }),
        End::Signal if args.blocks.is_some() => Err(AppError::Interrupted {
            more: format!(" after {}", counted(status.blocks, "block")),
            json: serde_json::to_string(&without_past(status)).ok(),
        }),
        End::Signal | End::Blocks => output.first_result(&without_past(status), summary),
    }
}

/// A line of JSON does not repeat the log.
fn without_past(status: &MinerStatus) -> MinerStatus {
    MinerStatus { history: Vec::new(), log: Vec::new(), ..status.clone() }
}

/// What is wrong with all upstreams, and what to do about the first.
fn problems(status: &MinerStatus) -> (String, String) {
    let each = status.upstreams.iter();
    let texts: Vec<String> =
        each.map(|up| format!("{} {}", up.url, up.error.as_deref().unwrap_or_default())).collect();
    let hint = status.upstreams.iter().find_map(|up| up.hint.clone());
    (texts.join("; "), hint.unwrap_or_default())
}

/// As cgminer has it: rates over three spans, then counts.
fn status_line(status: &MinerStatus) -> String {
    let rates = status.rates;
    let rejected: u64 = status.rejected.values().sum();
    let mut line = format!(
        "(5s) {} (60s) {} (15m) {} | A:{} R:{rejected} S:{} | best {}",
        output::rate(rates.s5),
        output::rate(rates.s60),
        output::rate(rates.m15),
        status.accepted,
        status.stale,
        difficulty(status.best_difficulty),
    );
    if let Some(seconds) = status.work.as_ref().and_then(|work| work.seconds_per_block) {
        line.push_str(&format!(" | a block in {} on average", output::duration(seconds)));
    }
    // Which of several is of interest.
    let active = status.upstreams.iter().find(|up| up.state == UpstreamState::Active);
    match active {
        Some(active) if status.upstreams.len() > 1 => line.push_str(&format!(" | {}", active.url)),
        Some(_) => {}
        None => line.push_str(" | no work"),
    }
    line
}

/// Three digits of it, however small.
pub(super) fn difficulty(difficulty: f64) -> String {
    match difficulty {
        d if d >= 100.0 => format!("{d:.0}"),
        d if d >= 0.1 || d == 0.0 => format!("{d:.2}"),
        d => format!("{d:.2e}"),
    }
}

fn summary(status: &MinerStatus) -> String {
    let mut text = format!(
        "{} found, {} accepted, {} stale\n{}",
        counted(status.blocks, "block"),
        counted(status.accepted, "share"),
        status.stale,
        output::hashes(status.hashes as f64),
    );
    for (reason, count) in &status.rejected {
        text.push_str(&format!("\n{count} rejected: {reason}"));
    }
    text
}

/// What `grind --json` prints.
#[derive(Debug, Serialize)]
struct Ground {
    header: String,
}

pub(crate) async fn grind(
    what: &str,
    header: &str,
    threads: Option<&str>,
    output: &Output,
) -> Result<(), AppError> {
    let header = header_of(what, header)?;
    let threads = threads.map(engine::threads_of).transpose()?;
    let mut signals = EndSignals::catch().map_err(|e| AppError::failed(e.to_string()))?;
    let engine = engine::start_for_any_work(threads)?;
    let searching = engine.clone();
    let search = tokio::task::spawn_blocking(move || quarry_miner::grind(&searching, header));
    let solved = tokio::select! {
        solved = search => solved.map_err(|e| AppError::failed(e.to_string()))?,
        () = signals.wait() => {
            engine.shutdown();
            return Err(AppError::interrupted(""));
        }
    };
    engine.shutdown();
    let header = solved.map_err(|error| match error {
        GrindError::Bits(_) => {
            AppError::usage(error.to_string(), "its bytes 73 to 76 hold it, little-endian")
        }
        GrindError::Exhausted => AppError::LimitReached {
            message: error.to_string(),
            hint: Some("another time or version gives another 2^32 tries".to_owned()),
            json: None,
        },
        error => AppError::failed(error.to_string()),
    })?;
    output.result(&Ground { header: hex::encode(header) }, |ground| ground.header.clone())
}
