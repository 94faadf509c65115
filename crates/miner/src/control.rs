//! The miner's loop: every event of a session, every find of the searcher and every command of its
//! owner goes through here, one at a time.
//!
//! Does not know protocols (sessions do) nor threads (the searcher does).

use std::num::NonZeroUsize;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use quarry_api::miner::{LogKind, LogLine, MinerStatus, Rates, WorkStatus};
use quarry_api::operator::RateSample;
use quarry_mining::{Difficulty, Verdict};
use quarry_pow::HashValue;
use quarry_service::Scope;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until, timeout};

use crate::MinerDeps;
use crate::assignment::Assignment;
use crate::config::MinerConfig;
use crate::limits::{MAX_SESSION_EVENTS, MAX_WAITING_HITS, SUBMIT_GRACE};
use crate::meter::{Averages, Meter};
use crate::payout::Payout;
use crate::searcher::{Found, Searcher};
use crate::session::{Context, Event, LOCAL, Order, SessionError};
use crate::slots::Slots;
use crate::tally::{Log, Tally};

/// The topic of statuses.
const TOPIC: &str = "miner";
/// Time between two looks at the rate.
const TICK: Duration = Duration::from_secs(1);
/// Least time between two statuses, however much happens.
const PUBLISH_PAUSE: Duration = Duration::from_millis(100);

/// What its owner wants.
#[derive(Debug)]
pub(crate) enum Command {
    Start,
    Stop,
    Pay(Payout),
    /// So many threads search from now on.
    Threads(NonZeroUsize),
}

/// What of the past a whole status has beside the present.
#[derive(Debug, Default)]
pub(crate) struct Past {
    pub(crate) history: Vec<RateSample>,
    pub(crate) log: Vec<LogLine>,
}

/// The loop's state.
pub(crate) struct Control {
    deps: MinerDeps,
    scope: Scope,
    is_running: bool,
    has_ended: bool,
    started_ms: Option<u64>,
    blocks_max: Option<u64>,
    slots: Slots,
    events: mpsc::Receiver<(usize, u64, Event)>,
    searcher: Searcher,
    found: mpsc::Receiver<Found>,
    payout: watch::Sender<Option<Payout>>,
    meter: Meter,
    /// Of each thread of the engine, whoever it searches for.
    threads: Vec<Averages>,
    /// How many search, by the log.
    threads_told: usize,
    tally: Tally,
    log: Log,
    past: Arc<Mutex<Past>>,
    status: watch::Sender<Arc<MinerStatus>>,
    published: Instant,
    /// Whether something has changed since.
    is_unpublished: bool,
}

impl Control {
    pub(crate) fn new(
        config: MinerConfig,
        deps: MinerDeps,
        scope: Scope,
        past: Arc<Mutex<Past>>,
    ) -> (Self, watch::Receiver<Arc<MinerStatus>>) {
        let (to_loop, events) = mpsc::channel(MAX_SESSION_EVENTS);
        let (to_finds, found) = mpsc::channel(MAX_WAITING_HITS);
        let payout = watch::Sender::new(config.payout.clone());
        let config = Arc::new(config);
        let context = Context {
            upstream: 0,
            session: 0,
            config: Arc::clone(&config),
            events: to_loop,
            payout: payout.subscribe(),
            serials: Arc::new(AtomicU64::new(0)),
            clock: deps.clock.clone(),
            scope: scope.clone(),
        };
        let (status, watched) = watch::channel(Arc::default());
        let mut control = Self {
            is_running: false,
            has_ended: false,
            started_ms: None,
            blocks_max: config.blocks_max,
            slots: Slots::new(&config, context, deps.clock.now().wall_ms),
            events,
            searcher: Searcher::new(deps.engine.clone(), to_finds),
            found,
            payout,
            meter: Meter::default(),
            threads: Vec::new(),
            threads_told: deps.engine.threads(),
            tally: Tally::default(),
            log: Log::new(deps.clock.clone(), deps.events.clone()),
            past,
            status,
            published: Instant::now(),
            is_unpublished: false,
            deps,
            scope,
        };
        if config.starts {
            control.start();
        }
        control.publish();
        (control, watched)
    }

    /// Until the scope ends.
    pub(crate) async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let stopped = self.scope.token();
        loop {
            let publish_at = self.published + PUBLISH_PAUSE;
            tokio::select! {
                biased;
                () = stopped.cancelled() => break,
                () = sleep_until(publish_at), if self.is_unpublished => {
                    self.publish();
                    continue;
                }
                Some((upstream, session, event)) = self.events.recv() => {
                    self.event(upstream, session, event);
                }
                // Where a session is behind, hits wait, and the search for them in the end.
                Some(found) = self.found.recv(), if self.slots.has_room() => self.found(found),
                Some(command) = commands.recv() => self.command(command),
                _ = ticks.tick() => {
                    self.tick();
                    continue;
                }
            }
            self.is_unpublished = true;
            // A caller who asked for the end wants to see it.
            if !self.is_running {
                self.publish();
            }
        }
        self.searcher.set(None);
        let _in_vain = timeout(SUBMIT_GRACE, self.last_answers()).await;
        self.slots.arrange(false, self.deps.clock.now().wall_ms);
        (self.is_running, self.has_ended) = (false, true);
        self.publish();
    }

    /// What is found is handed in, and its answer waited for.
    async fn last_answers(&mut self) {
        while let Ok(found) = self.found.try_recv() {
            self.found(found);
        }
        while self.slots.is_waiting() {
            let Some((upstream, session, event)) = self.events.recv().await else { return };
            // There is no other work any more.
            if !matches!(event, Event::Work(_)) {
                self.event(upstream, session, event);
            }
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Start if !self.is_running => self.start(),
            Command::Stop if self.is_running => self.stop("stopped"),
            Command::Pay(payout) => {
                self.log.say(LogKind::State, format!("blocks pay {payout} from now on"));
                self.payout.send_replace(Some(payout));
            }
            Command::Threads(threads) => {
                let (count, max) = (threads.get(), self.deps.engine.threads_max());
                if std::mem::replace(&mut self.threads_told, count) != count {
                    let text = format!("{count} of {max} threads search from now on");
                    self.log.say(LogKind::State, text);
                }
            }
            Command::Start | Command::Stop => {}
        }
    }

    fn start(&mut self) {
        let now = self.deps.clock.now();
        self.is_running = true;
        self.started_ms = Some(now.wall_ms);
        self.meter.start(now, self.searcher.hashes());
        let averages = |hashes: u64| Averages::new(now.mono_ms, hashes);
        self.threads = self.deps.engine.thread_hashes().into_iter().map(averages).collect();
        self.slots.arrange(true, now.wall_ms);
    }

    fn stop(&mut self, why: &str) {
        self.is_running = false;
        self.slots.arrange(false, self.deps.clock.now().wall_ms);
        self.searcher.set(None);
        self.log.say(LogKind::State, why.to_owned());
    }

    fn event(&mut self, upstream: usize, session: u64, event: Event) {
        let now_ms = self.deps.clock.now().wall_ms;
        // Whatever became of its session, a hit's fate counts.
        if let Event::Verdict { verdict, is_block, hash } = &event {
            return self.verdict(upstream, verdict, *is_block, *hash);
        }
        let Some(slot) = self.slots.of_session(upstream, session) else { return };
        match event {
            Event::Verdict { .. } => {}
            Event::Greeting { protocol, chain } => {
                let on =
                    chain.as_ref().map(|chain| format!(" on chain {chain}")).unwrap_or_default();
                let by = match protocol {
                    LOCAL => String::new(),
                    protocol => format!(" by {protocol}"),
                };
                let text = format!("{} gives work{by}{on}", slot.status.url);
                slot.status.protocol = protocol.to_owned();
                slot.status.chain = chain;
                self.log.say(LogKind::State, text);
            }
            Event::Work(work) => {
                let known = slot.work.as_ref().map(|work| work.height);
                let height = work.height;
                slot.works(*work, now_ms);
                self.turn(now_ms);
                if let Some(height) = height.filter(|_| known != Some(height)) {
                    self.log.say(LogKind::Work, format!("mining on block {height}"));
                }
            }
            Event::Rest => {
                slot.rests(now_ms);
                self.turn(now_ms);
            }
            // Once, not at each connection.
            Event::Message(text) if slot.said.replace(text.clone()).as_ref() == Some(&text) => {}
            Event::Message(text) => {
                let text = format!("{} says: {text}", slot.status.url);
                self.log.say(LogKind::State, text);
            }
            Event::Failed(error) => self.failed(upstream, session, &error),
        }
    }

    fn failed(&mut self, upstream: usize, session: u64, error: &SessionError) {
        let now_ms = self.deps.clock.now().wall_ms;
        let Some(slot) = self.slots.of_session(upstream, session) else { return };
        let before = slot.status.error.clone();
        slot.fails(error, now_ms);
        let (url, text) = (slot.status.url.clone(), slot.status.error.clone().unwrap_or_default());
        let hint = slot.status.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
        // Once, not each time that it is asked in vain.
        if before.as_ref() != Some(&text) {
            self.log.say(LogKind::Problem, format!("{url} {text}{hint}"));
        }
        self.turn(now_ms);
    }

    /// Turns to the best upstream's newest work.
    fn turn(&mut self, now_ms: u64) {
        self.slots.arrange(self.is_running, now_ms);
        let wanted = self.slots.active().and_then(|slot| slot.work.as_ref());
        let number = wanted.map(|work| (work.upstream, work.serial));
        if number != self.searcher.turned_to() {
            self.searcher.set(wanted.cloned());
        }
    }

    fn found(&mut self, found: Found) {
        match found {
            Found::Hit(hit) => {
                self.tally.found(hit.hash);
                let (upstream, hash) = (hit.upstream, hit.hash);
                // Its upstream has gone, or is choked.
                if !self.slots.order(upstream, Order::Hit(hit)) {
                    let verdict = Verdict::Stale("nobody to hand it to".to_owned());
                    self.verdict(upstream, &verdict, false, hash);
                }
                self.searcher.resume();
            }
            Found::Dry { upstream } => {
                self.slots.order(upstream, Order::Dry);
            }
        }
    }

    fn verdict(&mut self, upstream: usize, verdict: &Verdict, is_block: bool, hash: HashValue) {
        self.slots.verdict(upstream, verdict);
        self.tally.verdict(verdict, is_block);
        let what = if is_block { "block" } else { "share" };
        let (kind, said) = match verdict {
            Verdict::Accepted => (LogKind::Accepted, "accepted".to_owned()),
            Verdict::Stale(reason) => (LogKind::Rejected, format!("too late: {reason}")),
            Verdict::Rejected(reason) => (LogKind::Rejected, format!("rejected: {reason}")),
        };
        self.log.say(kind, format!("{what} {said} ({hash})"));
        if self.is_running && self.blocks_max.is_some_and(|max| self.tally.blocks() >= max) {
            self.stop("stopped, as enough blocks are found");
        }
    }

    fn tick(&mut self) {
        let now = self.deps.clock.now();
        if self.is_running {
            let counts = self.deps.engine.thread_hashes();
            for (averages, hashes) in self.threads.iter_mut().zip(counts) {
                averages.count(now.mono_ms, hashes);
            }
        }
        if self.is_running && self.meter.count(now, self.searcher.hashes()) {
            let mut past = self.past.lock().unwrap_or_else(PoisonError::into_inner);
            past.history = self.meter.history().iter().copied().collect();
        }
        self.publish();
    }

    fn publish(&mut self) {
        let now = self.deps.clock.now();
        self.published = Instant::now();
        self.is_unpublished = false;
        let mut past = self.past.lock().unwrap_or_else(PoisonError::into_inner);
        past.log = self.log.lines().iter().cloned().collect();
        drop(past);
        let threads = self.deps.engine.threads();
        let each = self.threads.iter().take(threads).map(Averages::rates);
        let (mut rates, mut thread_rates) = (self.meter.rates(), each.collect::<Vec<_>>());
        // Nothing is searched now; at the end the last ones are what there is to say.
        if !self.is_running && !self.has_ended {
            rates = Rates::default();
            thread_rates.fill(Rates::default());
        }
        let mut status = MinerStatus {
            running: self.is_running,
            at_ms: now.wall_ms,
            started_ms: self.started_ms,
            payout: self.payout.borrow().as_ref().map(Payout::to_string),
            threads,
            threads_max: self.deps.engine.threads_max(),
            thread_rates,
            backend: self.deps.engine.backend().name().to_owned(),
            hashes: self.searcher.hashes(),
            work: self
                .slots
                .active()
                .and_then(|slot| slot.work.as_ref())
                .map(|work| work_status(work, rates.s60)),
            upstreams: self.slots.all().iter().map(|slot| slot.status.clone()).collect(),
            rates,
            ..MinerStatus::default()
        };
        self.tally.write(&mut status, self.searcher.stale());
        self.deps.events.publish(TOPIC, &status);
        self.status.send_replace(Arc::new(status));
    }
}

fn work_status(work: &Assignment, rate: f64) -> WorkStatus {
    let hashes = work.block_target.expected_hashes();
    WorkStatus {
        height: work.height,
        difficulty: Difficulty::of_target(work.target).get(),
        block_difficulty: Difficulty::of_target(work.block_target).get(),
        seconds_per_block: (rate > 0.0).then(|| hashes / rate),
    }
}
