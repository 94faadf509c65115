//! Sessions: one for each upstream that is asked, each in a task of its own.
//!
//! A session turns what its upstream gives into [`Assignment`]s and hands hits in. It ends with an
//! error, is told of as down, and begins again after a pause, until nobody wants it any more. Does
//! not know which upstream is preferred, nor who searches.

mod getwork;
pub(crate) mod hand_in;
mod local;
mod own_block;
mod pool;
mod socket;
pub(crate) mod template;

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use quarry_mining::Verdict;
use quarry_pow::HashValue;
use quarry_service::{Clock, Scope};
use tokio::sync::{mpsc, watch};

use crate::assignment::{Assignment, Hit};
use crate::config::{MinerConfig, Protocol, Upstream, UpstreamConfig};
use crate::limits::RETRY_PAUSE_MAX;
use crate::payout::Payout;
use crate::rpc::{Rpc, RpcError};
use crate::url::Scheme;

/// What the protocol with the node of this process is called: there is none.
pub(crate) const LOCAL: &str = "local";

/// Work that hits may still be of, at most.
const KEPT_MAX: usize = 8;

/// What a session tells the miner's loop.
#[derive(Debug)]
pub(crate) enum Event {
    /// How the upstream is spoken to, and its chain if it said so.
    Greeting {
        /// As the status has it.
        protocol: &'static str,
        /// The upstream's own name for it.
        chain: Option<String>,
    },
    /// Something new to search.
    Work(Box<Assignment>),
    /// Nothing to search until there is work again, and nothing is wrong.
    Rest,
    /// What became of a hit.
    Verdict {
        /// The upstream's word.
        verdict: Verdict,
        /// Whether the hit was a block.
        is_block: bool,
        /// The hit's hash.
        hash: HashValue,
    },
    /// Words of the upstream for people.
    Message(String),
    /// It came to an end, and begins again after a pause.
    Failed(SessionError),
}

/// What the miner's loop tells a session.
#[derive(Debug)]
pub(crate) enum Order {
    /// Hand this in.
    Hit(Hit),
    /// All of the newest work is searched: more is needed.
    Dry,
}

/// What to do about a refused login.
const LOGIN: &str = "a node wants its rpcuser and rpcpassword with --user and --pass, or its cookie file with \
                     --cookie; a pool an ADDRESS.NAME as user and any password";

/// Why a session ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SessionError {
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
    /// Whether asking again will not mend it.
    pub(crate) is_lasting: bool,
}

impl SessionError {
    pub(crate) fn lasting(message: &impl ToString, hint: &str) -> Self {
        Self { message: message.to_string(), hint: Some(hint.to_owned()), is_lasting: true }
    }

    /// The end of a session that nobody gives orders any more.
    pub(crate) fn unwanted() -> Self {
        Self::passing(&"is not wanted any more")
    }

    pub(crate) fn passing(message: &impl ToString) -> Self {
        Self { message: message.to_string(), hint: None, is_lasting: false }
    }
}

impl From<RpcError> for SessionError {
    fn from(error: RpcError) -> Self {
        Self {
            message: error.to_string(),
            hint: match error {
                // Nodes and pools answer the same to a stranger.
                RpcError::Unauthorized => Some(LOGIN),
                _ => error.hint(),
            }
            .map(str::to_owned),
            is_lasting: error.is_lasting(),
        }
    }
}

/// What all sessions of a miner share, and one's own place.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    pub(crate) upstream: usize,
    /// This session's number, so that what one that was ended has left behind is told apart.
    pub(crate) session: u64,
    pub(crate) config: Arc<MinerConfig>,
    pub(crate) events: mpsc::Sender<(usize, u64, Event)>,
    pub(crate) payout: watch::Receiver<Option<Payout>>,
    /// The last assignment's number.
    pub(crate) serials: Arc<AtomicU64>,
    pub(crate) clock: Clock,
    /// Where what must not be lost with the session runs.
    pub(crate) scope: Scope,
}

impl Context {
    async fn tell(&self, event: Event) {
        // The loop is gone when the miner ends.
        let _ended = self.events.send((self.upstream, self.session, event)).await;
    }

    fn next_serial(&self) -> u64 {
        self.serials.fetch_add(1, Ordering::Relaxed) + 1
    }
}

fn rpc(upstream: &UpstreamConfig) -> Result<Rpc, SessionError> {
    Ok(Rpc::new(upstream.url.url.clone(), upstream.credentials())?)
}

/// Runs sessions with one upstream, one after the other, until nobody gives orders any more.
pub(crate) async fn run(context: Context, mut orders: mpsc::Receiver<Order>) {
    let shortest = context.config.retry_pause;
    let mut pause = shortest;
    let mut payout = context.payout.clone();
    loop {
        payout.mark_unchanged();
        let before = context.serials.load(Ordering::Relaxed);
        let error = session(&context, &mut orders).await;
        // One that gave work is asked soon again.
        if context.serials.load(Ordering::Relaxed) > before {
            pause = shortest;
        }
        if orders.is_closed() {
            return;
        }
        if error.is_lasting {
            pause = RETRY_PAUSE_MAX.max(shortest);
        }
        context.tell(Event::Failed(error)).await;
        if !rest(&context, &mut orders, &mut payout, pause).await {
            return;
        }
        pause = (pause * 2).min(RETRY_PAUSE_MAX.max(shortest));
    }
}

/// Waits; what was meant for the session that ended is too late. False if there are no more orders.
async fn rest(
    context: &Context,
    orders: &mut mpsc::Receiver<Order>,
    payout: &mut watch::Receiver<Option<Payout>>,
    pause: Duration,
) -> bool {
    let over = tokio::time::sleep(pause);
    tokio::pin!(over);
    loop {
        tokio::select! {
            () = &mut over => return true,
            // It may have been the address.
            Ok(()) = payout.changed() => return true,
            order = orders.recv() => match order {
                Some(Order::Hit(hit)) => {
                    let verdict = Verdict::Stale("its session ended".to_owned());
                    let (is_block, hash) = (false, hit.hash);
                    context.tell(Event::Verdict { verdict, is_block, hash }).await;
                }
                Some(Order::Dry) => {}
                None => return false,
            },
        }
    }
}

async fn session(context: &Context, orders: &mut mpsc::Receiver<Order>) -> SessionError {
    let upstream = match &context.config.upstreams[context.upstream] {
        Upstream::Remote(upstream) => upstream,
        Upstream::Local { source, .. } => {
            return match local::run(context, orders, &**source).await {
                Ok(never) => match never {},
                Err(error) => error,
            };
        }
    };
    let ended = match (upstream.url.scheme, upstream.protocol) {
        (Scheme::Stratum { tls }, _) => pool::run(context, upstream, orders, tls).await,
        (Scheme::Rpc, Protocol::GetWork) => getwork::run(context, upstream, orders).await,
        (Scheme::Rpc, Protocol::Auto) => match template::run(context, upstream, orders).await {
            Ok(template::Ended::NoTemplates) => getwork::run(context, upstream, orders).await,
            Err(error) => Err(error),
        },
    };
    match ended {
        Ok(never) => match never {},
        Err(error) => error,
    }
}

/// The newest work of an upstream by its number: what hits may be of.
#[derive(Debug)]
struct Kept<T>(VecDeque<(u64, T)>);

impl<T> Kept<T> {
    fn new() -> Self {
        Self(VecDeque::new())
    }

    fn add(&mut self, serial: u64, work: T) {
        if self.0.len() >= KEPT_MAX {
            self.0.pop_front();
        }
        self.0.push_back((serial, work));
    }

    fn get(&self, serial: u64) -> Option<&T> {
        self.0.iter().find(|(number, _)| *number == serial).map(|(_, work)| work)
    }

    fn newest(&self) -> Option<&T> {
        self.0.back().map(|(_, work)| work)
    }

    fn clear(&mut self) {
        self.0.clear();
    }
}

/// A pause that grows with the failures before it.
fn pause_after(failures: u32, shortest: Duration) -> Duration {
    shortest * failures.clamp(1, 10)
}
