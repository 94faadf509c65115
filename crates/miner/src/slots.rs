//! The upstreams in their order: which of them are asked, and whose work is done.
//!
//! The first that gives work is active. Those before it have failed and are asked again and again by
//! their sessions; the first of them that gives work takes over, and those behind it are let go. Does
//! not know what is said to an upstream.

use std::sync::Arc;

use quarry_api::miner::{UpstreamState, UpstreamStatus};
use quarry_mining::Verdict;
use tokio::sync::mpsc;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::assignment::Assignment;
use crate::config::{MinerConfig, Upstream};
use crate::limits::{LAST_HITS_GRACE, MAX_SESSION_HITS};
use crate::session::{self, Context, Order, SessionError};

/// One upstream.
#[derive(Debug)]
pub(crate) struct Slot {
    pub(crate) status: UpstreamStatus,
    /// The newest work; none while it gives none.
    pub(crate) work: Option<Assignment>,
    /// Whether its last session failed and no later one gave work.
    has_failed: bool,
    /// Hits that were handed in and not answered yet.
    waiting: usize,
    /// Its last words for people.
    pub(crate) said: Option<String>,
    session: Option<Session>,
}

/// A session that runs. When this is dropped it hands in what it was given, and ends.
#[derive(Debug)]
struct Session {
    number: u64,
    orders: mpsc::Sender<Order>,
    _end: DropGuard,
}

/// All upstreams.
#[derive(Debug)]
pub(crate) struct Slots {
    slots: Vec<Slot>,
    /// What every session is given.
    context: Context,
    sessions: u64,
}

impl Slots {
    pub(crate) fn new(config: &Arc<MinerConfig>, context: Context, now_ms: u64) -> Self {
        let slot = |upstream: &Upstream| Slot {
            status: UpstreamStatus {
                url: upstream.name(),
                protocol: "none".to_owned(),
                state: UpstreamState::Idle,
                since_ms: now_ms,
                chain: None,
                error: None,
                hint: None,
                is_lasting: false,
                failures: 0,
                accepted: 0,
                rejected: 0,
            },
            work: None,
            has_failed: false,
            waiting: 0,
            said: None,
            session: None,
        };
        Self { slots: config.upstreams.iter().map(slot).collect(), context, sessions: 0 }
    }

    pub(crate) fn all(&self) -> &[Slot] {
        &self.slots
    }

    /// The one whose work is done.
    pub(crate) fn active(&self) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.work.is_some())
    }

    /// The slot of a session that is still wanted.
    pub(crate) fn of_session(&mut self, upstream: usize, session: u64) -> Option<&mut Slot> {
        let slot = self.slots.get_mut(upstream)?;
        slot.session.as_ref().filter(|running| running.number == session)?;
        Some(slot)
    }

    /// Counts an answer to a hit, also of a session that has ended since.
    pub(crate) fn verdict(&mut self, upstream: usize, verdict: &Verdict) {
        if let Some(slot) = self.slots.get_mut(upstream) {
            slot.waiting = slot.waiting.saturating_sub(1);
            match verdict {
                Verdict::Accepted => slot.status.accepted += 1,
                Verdict::Rejected(_) | Verdict::Stale(_) => slot.status.rejected += 1,
            }
        }
    }

    /// Passes an order on; false if nobody takes it.
    pub(crate) fn order(&mut self, upstream: usize, order: Order) -> bool {
        let Some(slot) = self.slots.get_mut(upstream) else { return false };
        let is_hit = matches!(order, Order::Hit(_));
        let session = slot.session.as_ref();
        let is_taken = session.is_some_and(|session| session.orders.try_send(order).is_ok());
        slot.waiting += usize::from(is_taken && is_hit);
        is_taken
    }

    /// Whether the active session takes one more order. When it does again, there was an answer or a
    /// second has passed.
    pub(crate) fn has_room(&self) -> bool {
        let session = self.active().and_then(|slot| slot.session.as_ref());
        session.is_none_or(|session| session.orders.capacity() > 0)
    }

    /// Whether a hit waits for its answer.
    pub(crate) fn is_waiting(&self) -> bool {
        self.slots.iter().any(|slot| slot.waiting > 0)
    }

    /// Starts the sessions that are wanted and ends the others.
    pub(crate) fn arrange(&mut self, is_running: bool, now_ms: u64) {
        let mut is_wanted = is_running;
        for index in 0..self.slots.len() {
            let slot = &mut self.slots[index];
            match (is_wanted, slot.session.is_some()) {
                (true, false) => {
                    self.sessions += 1;
                    let session = spawn(&self.context, index, self.sessions);
                    let slot = &mut self.slots[index];
                    slot.session = Some(session);
                    slot.set(UpstreamState::Connecting, now_ms);
                }
                (false, true) => slot.let_go(now_ms),
                _ => {}
            }
            let slot = &self.slots[index];
            // Those behind it are wanted only if it gives no work, and was asked.
            is_wanted = is_wanted && slot.work.is_none() && slot.has_failed;
        }
    }
}

impl Slot {
    /// There is new work.
    pub(crate) fn works(&mut self, work: Assignment, now_ms: u64) {
        self.work = Some(work);
        self.is_well();
        self.set(UpstreamState::Active, now_ms);
    }

    /// There is none for now, and nothing is wrong.
    pub(crate) fn rests(&mut self, now_ms: u64) {
        self.work = None;
        self.is_well();
        self.set(UpstreamState::Resting, now_ms);
    }

    fn is_well(&mut self) {
        self.has_failed = false;
        self.status.error = None;
        self.status.hint = None;
        self.status.is_lasting = false;
        self.status.failures = 0;
    }

    /// Its session failed, and will begin again.
    pub(crate) fn fails(&mut self, error: &SessionError, now_ms: u64) {
        self.work = None;
        self.waiting = 0;
        self.has_failed = true;
        self.status.error = Some(error.message.clone());
        self.status.hint.clone_from(&error.hint);
        self.status.is_lasting = error.is_lasting;
        self.status.failures = self.status.failures.saturating_add(1);
        self.set(UpstreamState::Down, now_ms);
    }

    fn let_go(&mut self, now_ms: u64) {
        self.session = None;
        self.work = None;
        self.has_failed = false;
        self.set(UpstreamState::Idle, now_ms);
    }

    fn set(&mut self, state: UpstreamState, now_ms: u64) {
        if self.status.state != state {
            self.status.state = state;
            self.status.since_ms = now_ms;
        }
    }
}

fn spawn(context: &Context, upstream: usize, number: u64) -> Session {
    let (orders, receiver) = mpsc::channel(MAX_SESSION_HITS);
    let context = Context { upstream, session: number, ..context.clone() };
    // Not the scope's: when that ends, what was found is handed in first.
    let token = CancellationToken::new();
    let end = token.clone().drop_guard();
    context.scope.clone().spawn(async move {
        let long_enough = async {
            token.cancelled().await;
            tokio::time::sleep(LAST_HITS_GRACE).await;
        };
        tokio::select! {
            () = session::run(context, receiver) => {}
            () = long_enough => {}
        }
    });
    Session { number, orders, _end: end }
}
