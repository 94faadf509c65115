//! The pool's one task: everything that happens goes through its rules here, in one order.
//!
//! Does not know sockets, nor what is right.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use quarry_api::pool::PoolStatus;
use quarry_mining::Verdict;
use quarry_mining::direct::Desk;
use quarry_mining::stratum::books::Books;
use quarry_mining::stratum::server::{Action, ConnId, Event, FoundBlock, Server};
use quarry_primitives::{BlockHash, Hash as _};
use quarry_service::Scope;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout_at};

use super::books::Keeper;
use super::connection::Input;
use super::direct::{Direct, Question};
use super::source::{NotTaken, SourceState, Submission, TemplateSource};
use super::status::{Facts, History, status};
use super::{Pool, PoolDeps};
use crate::limits::{
    MAX_BLOCK_RESULTS, MAX_BLOCKS_IN_FLIGHT, MAX_INPUTS_AT_ONCE, MAX_POOL_INPUTS, POOL_TICK,
    RATE_SAMPLE_MS, RETRY_PAUSE_MAX, SUBMIT_GRACE,
};

/// What became of a block; nothing, if the node said nothing to the end.
type BlockResult = (BlockHash, Option<Result<(), String>>);

pub(super) struct Core {
    server: Server,
    deps: PoolDeps,
    facts: Facts,
    lines: BTreeMap<ConnId, mpsc::Sender<String>>,
    desk: Desk,
    /// The block that the jobs build upon.
    tip: watch::Sender<Option<BlockHash>>,
    templates: watch::Receiver<SourceState>,
    results: (mpsc::Sender<BlockResult>, mpsc::Receiver<BlockResult>),
    shown: watch::Sender<Arc<PoolStatus>>,
    history: Arc<Mutex<History>>,
    sampled_ms: u64,
    keeper: Option<Keeper>,
    /// Blocks whose fate is not known yet.
    handing_in: usize,
    scope: Scope,
}

/// What a node says to a block; asked again as long as it says nothing and the pool goes on.
async fn answer(
    source: &dyn TemplateSource,
    submission: &Submission,
    scope: &Scope,
) -> Result<(), NotTaken> {
    let ending = async {
        scope.stopped().await;
        tokio::time::sleep(SUBMIT_GRACE).await;
        Err(NotTaken::Unheard("no answer before the end".to_owned()))
    };
    let answered = async {
        loop {
            let answer = source.submit(submission.clone()).await;
            if !matches!(answer, Err(NotTaken::Unheard(_))) {
                return answer;
            }
            tokio::time::sleep(RETRY_PAUSE_MAX).await;
        }
    };
    tokio::select! {
        answer = answered => answer,
        unheard = ending => unheard,
    }
}

/// Says what became of a block.
fn tell(hash: BlockHash, result: &Result<(), String>) {
    match result {
        Ok(()) => tracing::info!(target: "pool", "block {hash} is accepted"),
        // Another was a moment earlier.
        Err(why) if matches!(Verdict::of_reason(why), Verdict::Stale(_)) => {
            tracing::info!(target: "pool", "block {hash} is none of the best chain: {why}");
        }
        Err(why) => tracing::error!(target: "pool", "block {hash} is refused: {why}"),
    }
}

/// When books are written that are being written now.
async fn written(keeper: &mut Option<Keeper>) {
    match keeper {
        Some(keeper) => keeper.written().await,
        None => std::future::pending().await,
    }
}

impl Core {
    pub(super) fn new(
        server: Server,
        deps: PoolDeps,
        listen: Vec<String>,
        (upstream, payout): (String, &'static str),
        rates: Vec<(u64, u64)>,
        (inputs, scope): (mpsc::Sender<Input>, Scope),
    ) -> (Self, Pool) {
        let now = deps.clock.now();
        let facts = Facts { started_ms: now.wall_ms, listen, upstream, payout };
        let templates = deps.source.templates();
        let first = status(&server, &facts, &templates.borrow(), now);
        let (shown, status) = watch::channel(Arc::new(first));
        let history = Arc::new(Mutex::new(History::of_kept(rates)));
        let (tip, tips) = watch::channel(None);
        let direct = Direct::new(inputs, tips);
        let pool = Pool { status, history: Arc::clone(&history), direct };
        let core = Self {
            server,
            facts,
            lines: BTreeMap::new(),
            desk: Desk::default(),
            tip,
            templates,
            results: mpsc::channel(MAX_BLOCK_RESULTS),
            shown,
            history,
            sampled_ms: now.mono_ms,
            keeper: deps.books.clone().map(|books| Keeper::new(books, now)),
            handing_in: 0,
            scope,
            deps,
        };
        (core, pool)
    }

    pub(super) async fn run(mut self, mut inbox: mpsc::Receiver<Input>) {
        let mut ticks = interval(POOL_TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let stopping = self.scope.token();
        let mut inputs = Vec::with_capacity(MAX_INPUTS_AT_ONCE);
        // What there is already is news too.
        self.templates.mark_changed();
        if let Some(books) = self.deps.books.clone() {
            let blocks = books.blocks().await;
            self.hand_in_again(blocks);
        }
        loop {
            tokio::select! {
                // New work first: what miners send of the old is worth less by the moment.
                biased;
                () = stopping.cancelled() => break,
                Ok(()) = self.templates.changed() => self.new_template(),
                Some(result) = self.results.1.recv() => {
                    self.heard(result);
                    self.show();
                }
                () = written(&mut self.keeper) => {}
                _ = ticks.tick() => {
                    self.step(Event::Tick);
                    self.show();
                }
                count = inbox.recv_many(&mut inputs, MAX_INPUTS_AT_ONCE) => {
                    if count == 0 {
                        break;
                    }
                    inputs.drain(..).for_each(|input| self.take(input));
                }
            }
            self.keep();
        }
        // What is here already may be a block.
        for _ in 0..MAX_POOL_INPUTS {
            let Ok(input) = inbox.try_recv() else { break };
            self.take(input);
        }
        self.end().await;
    }

    /// Keeps the books, then hears what becomes of the last blocks, and keeps that too.
    async fn end(&mut self) {
        self.note(Keeper::note);
        self.keep_last().await;
        let deadline = Instant::now() + SUBMIT_GRACE;
        while self.handing_in > 0
            && let Ok(Some(result)) = timeout_at(deadline, self.results.1.recv()).await
        {
            self.heard(result);
        }
        self.show();
        self.keep_last().await;
    }

    async fn keep_last(&mut self) {
        let (now, books) = (self.deps.clock.now(), self.books());
        if let Some(keeper) = &mut self.keeper {
            keeper.finish(now, books).await;
        }
    }

    fn books(&self) -> Books {
        let mut books = self.server.books(self.deps.clock.now());
        books.rates = self.history.lock().unwrap_or_else(PoisonError::into_inner).kept();
        books
    }

    fn keep(&mut self) {
        let now = self.deps.clock.now();
        if self.keeper.as_ref().is_some_and(|keeper| keeper.is_due(now)) {
            let books = self.books();
            if let Some(keeper) = &mut self.keeper {
                keeper.write(now, books);
            }
        }
    }

    fn note(&mut self, how: fn(&mut Keeper)) {
        self.keeper.as_mut().into_iter().for_each(how);
    }

    fn heard(&mut self, (hash, result): BlockResult) {
        self.handing_in = self.handing_in.saturating_sub(1);
        let Some(result) = result else { return };
        self.step(Event::BlockResult { hash, result });
        self.note(Keeper::note_urgent);
    }

    fn new_template(&mut self) {
        let template = self.templates.borrow_and_update().template.clone();
        if let Some(template) = template {
            // Its jobs have numbers that are not to be used again.
            self.note(Keeper::note);
            self.step(Event::NewTemplate { template, clean: false });
            // Only now is there work of it to be had.
            let tip = self.server.tip();
            self.tip.send_if_modified(|old| {
                let changed = *old != tip;
                *old = tip;
                changed
            });
        }
        self.show();
    }

    fn take(&mut self, input: Input) {
        let event = match input {
            Input::Connected { conn, ip, lines } => {
                self.note(Keeper::note);
                self.lines.insert(conn, lines);
                Event::Connected { conn, ip }
            }
            Input::Line { conn, bytes } => Event::Line { conn, bytes },
            Input::LineTooLong { conn } => Event::LineTooLong { conn },
            Input::Disconnected { conn } => {
                self.lines.remove(&conn);
                Event::Disconnected { conn }
            }
            Input::Question(question) => return self.answer(*question),
        };
        self.step(event);
    }

    fn answer(&mut self, question: Question) {
        let Question { who, ask, answer } = question;
        let now = self.deps.clock.now();
        let (answered, actions) = self.desk.ask(&mut self.server, now, &who, ask);
        self.act_all(actions);
        // Whoever asked may be gone.
        let _unwanted = answer.send(answered);
    }

    fn step(&mut self, event: Event) {
        let actions = self.server.step(self.deps.clock.now(), event);
        self.act_all(actions);
    }

    fn act_all(&mut self, mut actions: Vec<Action>) {
        loop {
            let gone: Vec<ConnId> =
                actions.drain(..).filter_map(|action| self.act(action)).collect();
            if gone.is_empty() {
                return;
            }
            for conn in gone {
                let event = Event::Disconnected { conn };
                actions.extend(self.server.step(self.deps.clock.now(), event));
            }
        }
    }

    /// Gives the connection back that takes no lines any more, if it came to that.
    fn act(&mut self, action: Action) -> Option<ConnId> {
        match action {
            Action::Send { conn, line } => {
                let sent = self.lines.get(&conn).is_none_or(|lines| lines.try_send(line).is_ok());
                if !sent {
                    tracing::debug!(target: "pool", conn = conn.0, "does not read what it is sent");
                    self.lines.remove(&conn);
                    return Some(conn);
                }
            }
            Action::Close { conn, why } => {
                tracing::debug!(target: "pool", conn = conn.0, "closed: {why}");
                self.lines.remove(&conn);
                self.desk.closed(conn);
            }
            Action::Ban { ip, ms } => {
                tracing::info!(target: "pool", "{ip} is banned for {} s", ms / 1000);
            }
            Action::Share(share) => {
                self.note(Keeper::note);
                tracing::trace!(target: "pool", worker = share.worker, "share: {:?}", share.result);
            }
            Action::Block(block) => {
                self.submit(block);
                self.note(Keeper::note_urgent);
            }
            Action::JobFailed(error) => {
                tracing::error!(target: "pool", "no job can be made: {error}");
            }
        }
        None
    }

    fn submit(&mut self, found: FoundBlock) {
        let FoundBlock { template, bytes, worker, hash } = found;
        tracing::info!(target: "pool", "block {hash} at {} found by {worker}", template.height);
        if self.handing_in >= MAX_BLOCKS_IN_FLIGHT {
            let why = "as many blocks wait for the node as may";
            tracing::error!(target: "pool", "block {hash} is not handed in: {why}");
            let event = Event::BlockResult { hash, result: Err(why.to_owned()) };
            // Nothing is to be done about it.
            let _none = self.server.step(self.deps.clock.now(), event);
            return;
        }
        let work_id = template.work_id.clone();
        self.hand_in(hash, Submission { block: bytes, work_id }, false);
    }

    /// Hands in what an earlier run has put aside.
    fn hand_in_again(&mut self, blocks: Vec<Vec<u8>>) {
        for block in blocks {
            let Some(header) = block.first_chunk::<80>() else { continue };
            let hash = BlockHash::hash(header);
            tracing::info!(target: "pool", "block {hash} of an earlier run is handed in again");
            self.hand_in(hash, Submission { block, work_id: None }, true);
        }
    }

    fn hand_in(&mut self, hash: BlockHash, submission: Submission, is_kept: bool) {
        self.handing_in += 1;
        let (source, books) = (Arc::clone(&self.deps.source), self.deps.books.clone());
        let (results, scope) = (self.results.0.clone(), self.scope.clone());
        // Not droppable: a block must not be lost because the pool ends.
        self.scope.spawn(async move {
            let keep = async {
                if let Some(books) = books.as_ref().filter(|_| !is_kept) {
                    books.keep_block(hash, submission.block.clone()).await;
                }
            };
            // At once, and not when it is on the disk.
            let (answer, ()) = tokio::join!(answer(&*source, &submission, &scope), keep);
            let result = match answer {
                Ok(()) => Some(Ok(())),
                // It had arrived before.
                Err(NotTaken::Refused(why)) if is_kept && why == "duplicate" => Some(Ok(())),
                Err(NotTaken::Refused(why)) => Some(Err(why)),
                Err(NotTaken::Unheard(why)) => {
                    let next = if books.is_some() { "; it is handed in again at the next start" } else { "" };
                    tracing::error!(target: "pool", "nothing is known of block {hash}: {why}{next}");
                    None
                }
            };
            if let Some(result) = &result {
                tell(hash, result);
                if let Some(books) = &books {
                    books.forget_block(hash).await;
                }
            }
            let _ended = results.send((hash, result)).await;
        });
    }

    fn show(&mut self) {
        let now = self.deps.clock.now();
        let mut status = status(&self.server, &self.facts, &self.templates.borrow(), now);
        let trouble = self.keeper.as_ref().and_then(Keeper::trouble);
        status.error = status.error.or_else(|| trouble.map(str::to_owned));
        if now.mono_ms.saturating_sub(self.sampled_ms) >= RATE_SAMPLE_MS {
            self.sampled_ms = now.mono_ms;
            let mut history = self.history.lock().unwrap_or_else(PoisonError::into_inner);
            history.add(now, status.total.rate_1m);
        }
        if status.connections > 0 || self.shown.borrow().connections > 0 {
            self.deps.events.publish("pool", &status);
        }
        self.shown.send_replace(Arc::new(status));
    }
}
