//! A session with a server that gives headers: `getwork`, asked again and again, and waited for where the
//! server has a long poll (`X-Long-Polling`).
//!
//! Does not know how nonces are searched.

use std::convert::Infallible;
use std::pin::Pin;
use std::time::Duration;

use quarry_mining::{GetWork, GetWorkError, Verdict};
use quarry_pow::{HashValue, Target};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::hand_in::{self, Submission};
use super::{Context, Event, Kept, Order, SessionError, pause_after};
use crate::assignment::{Assignment, Hit, Puzzle};
use crate::config::UpstreamConfig;
use crate::limits::{
    FAILURES_MAX, LONG_POLL_TIMEOUT, MAX_SESSION_HITS, MAX_SHORT_REPLY_BYTES, POLL_PAUSE_MIN,
};
use crate::rpc::{Rpc, RpcError};

/// Runs one session.
pub(super) async fn run(
    context: &Context,
    upstream: &UpstreamConfig,
    orders: &mut mpsc::Receiver<Order>,
) -> Result<Infallible, SessionError> {
    let rpc = super::rpc(upstream)?;
    let first = fetch(&rpc, context.config.call_timeout).await?;
    context.tell(Event::Greeting { protocol: "getwork", chain: None }).await;
    let mut session = Session { context, rpc, long_poll: None, previous: None, kept: Kept::new() };
    session.take(first).await;
    session.follow(orders).await
}

struct Session<'a> {
    context: &'a Context,
    rpc: Rpc,
    /// Where news are waited for.
    long_poll: Option<Rpc>,
    /// The block that the newest work builds upon.
    previous: Option<[u8; 32]>,
    kept: Kept<GetWork>,
}

/// Work, and where better is waited for.
type Fresh = (GetWork, Option<String>);
/// News that are waited for.
type News = Pin<Box<dyn Future<Output = Result<Fresh, SessionError>> + Send>>;

impl Session<'_> {
    /// Until something fails for good.
    async fn follow(
        &mut self,
        orders: &mut mpsc::Receiver<Order>,
    ) -> Result<Infallible, SessionError> {
        let (done, mut handed_in) = mpsc::channel(MAX_SESSION_HITS);
        let mut failures = 0;
        let mut pause = self.context.config.scan_time;
        let mut news = self.news();
        loop {
            tokio::select! {
                biased;
                order = orders.recv() => match order {
                    Some(Order::Hit(hit)) => {
                        self.hand_in(&hit, &done).await;
                        continue;
                    }
                    Some(Order::Dry) => {}
                    None => return Err(SessionError::unwanted()),
                },
                Some(_) = handed_in.recv() => {}
                told = &mut news => {
                    match told {
                        Ok(fresh) => self.take(fresh).await,
                        // What is asked for anew says whether there is another.
                        Err(error) => {
                            tracing::debug!(error = error.message, "no news");
                            self.long_poll = None;
                        }
                    }
                    news = self.news();
                    continue;
                }
                () = tokio::time::sleep(pause) => {}
            }
            match fetch(&self.rpc, self.context.config.call_timeout).await {
                Ok(fresh) => {
                    failures = 0;
                    pause = self.context.config.scan_time;
                    let had_poll = self.long_poll.is_some();
                    self.take(fresh).await;
                    if !had_poll {
                        news = self.news();
                    }
                }
                Err(error) => {
                    failures += 1;
                    if failures >= FAILURES_MAX || error.is_lasting {
                        return Err(error);
                    }
                    pause = pause_after(failures, self.context.config.retry_pause);
                }
            }
        }
    }

    /// News of the server, if it has any to wait for.
    fn news(&self) -> News {
        let Some(rpc) = self.long_poll.clone() else { return Box::pin(std::future::pending()) };
        Box::pin(async move {
            // However quickly it is answered.
            tokio::time::sleep(POLL_PAUSE_MIN).await;
            fetch(&rpc, LONG_POLL_TIMEOUT).await
        })
    }

    async fn take(&mut self, (work, long_poll): Fresh) {
        if let Some(path) = long_poll.filter(|_| self.context.config.long_poll) {
            self.long_poll = self.rpc.at(&path);
        }
        self.assign(work).await;
    }

    async fn assign(&mut self, work: GetWork) {
        let header = work.header();
        let previous = header[4..36].try_into().ok();
        if previous != self.previous {
            self.kept.clear();
            self.previous = previous;
        }
        let serial = self.context.next_serial();
        let assignment = Assignment {
            upstream: self.context.upstream,
            serial,
            puzzle: Puzzle::Header(header),
            target: work.target(),
            block_target: block_target(&header).unwrap_or_else(|| work.target()),
            height: None,
            // A header has one nonce's worth of work, and what comes after a block is another.
            ends_with_hit: true,
        };
        self.kept.add(serial, work);
        self.context.tell(Event::Work(Box::new(assignment))).await;
    }

    async fn hand_in(&self, hit: &Hit, done: &mpsc::Sender<u64>) {
        let Some(work) = self.kept.get(hit.serial) else {
            let verdict = Verdict::Stale("stale-work".to_owned());
            let (is_block, hash) = (false, hit.hash);
            return self.context.tell(Event::Verdict { verdict, is_block, hash }).await;
        };
        let submission = Submission {
            method: "getwork",
            params: json!([work.submission(hit.solution.nonce)]),
            read: Verdict::of_work,
            serial: hit.serial,
            is_block: is_block(work, hit.hash),
            hash: hit.hash,
        };
        hand_in::spawn(self.context, self.rpc.clone(), submission, done.clone());
    }
}

fn block_target(header: &[u8; 80]) -> Option<Target> {
    let bits = u32::from_le_bytes([header[72], header[73], header[74], header[75]]);
    Target::from_compact(bits).ok()
}

fn is_block(work: &GetWork, hash: HashValue) -> bool {
    block_target(&work.header()).is_some_and(|target| target.is_met_by(&hash))
}

async fn fetch(rpc: &Rpc, timeout: Duration) -> Result<Fresh, SessionError> {
    let none = Value::Array(Vec::new());
    let answer = rpc.ask("getwork", &none, timeout, MAX_SHORT_REPLY_BYTES).await?;
    let reply: Value = match answer.result() {
        Err(error) if error.is_unknown_method() => return Err(no_work(&error)),
        reply => reply?,
    };
    let work = GetWork::parse(&reply).map_err(|error: GetWorkError| {
        SessionError::passing(&format!("answers getwork with something else: {error}"))
    })?;
    Ok((work, answer.long_poll))
}

fn no_work(error: &RpcError) -> SessionError {
    SessionError::lasting(
        &format!("{error}: it gives no work"),
        "quarry node has getwork with -coinbaseaddress=ADDRESS; other nodes since 0.10 have getblocktemplate \
         in its place: leave --getwork out",
    )
}
