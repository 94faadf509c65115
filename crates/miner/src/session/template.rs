//! A session with a node that gives templates: blocks of one's own, by `getblocktemplate` and
//! `submitblock`, with a long poll on a connection of its own.
//!
//! Does not know how blocks are searched.

use std::sync::Arc;
use std::time::Duration;

use quarry_mining::template_reply::{request, submission};
use quarry_mining::{ReplyError, StratumJob, Template, TemplateReply, Verdict};
use quarry_primitives::BlockHash;
use serde_json::Value;
use tokio::sync::mpsc;

use super::hand_in::{self, Submission};
use super::{Context, Event, Kept, Order, SessionError, own_block, pause_after};
use crate::assignment::Hit;
use crate::config::UpstreamConfig;
use crate::limits::{
    FAILURES_MAX, LONG_POLL_TIMEOUT, MAX_REPLY_BYTES, MAX_SESSION_HITS, POLL_PAUSE, POLL_PAUSE_MIN,
};
use crate::rpc::{Rpc, RpcError};

/// How a session came to its end without an error.
pub(super) enum Ended {
    /// The upstream knows no `getblocktemplate`.
    NoTemplates,
}

struct Session<'a> {
    context: &'a Context,
    rpc: Rpc,
    chain: Option<String>,
    /// What is mined on, and whether the header's time may move.
    current: TemplateReply,
    /// Templates and jobs on the current tip.
    kept: Kept<(Arc<Template>, StratumJob)>,
    /// A block of ours that is being handed in: the number of its work, and what it is built upon.
    /// There is no use in another on the same.
    pending: Option<(u64, BlockHash)>,
}

/// Runs one session.
pub(super) async fn run(
    context: &Context,
    upstream: &UpstreamConfig,
    orders: &mut mpsc::Receiver<Order>,
) -> Result<Ended, SessionError> {
    let rpc = super::rpc(upstream)?;
    let chain = chain(context, &rpc).await?;
    let current = match fetch(&rpc, None, true, context.config.call_timeout).await {
        Ok(reply) => reply,
        Err(FetchError::Rpc(error)) if error.is_unknown_method() => return Ok(Ended::NoTemplates),
        Err(error) => return Err(error.into()),
    };
    let protocol = "getblocktemplate";
    context.tell(Event::Greeting { protocol, chain: chain.clone() }).await;
    let mut session = Session { context, rpc, chain, current, kept: Kept::new(), pending: None };
    session.assign().await?;
    // A second client, so that a question that waits is in nobody's way.
    session.follow(super::rpc(upstream)?, orders).await
}

impl Session<'_> {
    /// Until something fails for good.
    async fn follow(
        &mut self,
        waiting: Rpc,
        orders: &mut mpsc::Receiver<Order>,
    ) -> Result<Ended, SessionError> {
        let timeout = self.context.config.call_timeout;
        let mut payout = self.context.payout.clone();
        payout.mark_unchanged();
        let (done, mut handed_in) = mpsc::channel(MAX_SESSION_HITS);
        let mut failures = 0;
        let mut news = Box::pin(next(waiting.clone(), self.poll()));
        loop {
            let fresh = tokio::select! {
                biased;
                order = orders.recv() => match order {
                    Some(Order::Hit(hit)) => {
                        self.hand_in(hit, &done).await;
                        continue;
                    }
                    Some(Order::Dry) => fetch(&self.rpc, None, true, timeout).await,
                    None => return Err(SessionError::unwanted()),
                },
                Some(serial) = handed_in.recv() => {
                    // A share changes nothing.
                    if self.pending.take_if(|(number, _)| *number == serial).is_none() {
                        continue;
                    }
                    fetch(&self.rpc, None, true, timeout).await
                }
                Ok(()) = payout.changed() => {
                    self.assign().await?;
                    continue;
                }
                fresh = &mut news => fresh,
            };
            match fresh {
                Ok(fresh) => {
                    failures = 0;
                    self.adopt(fresh).await?;
                    news = Box::pin(next(waiting.clone(), self.poll()));
                }
                Err(error) => {
                    failures += 1;
                    if failures >= FAILURES_MAX || error.is_lasting() {
                        return Err(error.into());
                    }
                    tracing::debug!(%error, "no template");
                    let pause = pause_after(failures, self.context.config.retry_pause);
                    let poll = Poll { id: None, pause, timeout, takes_coinbase: true };
                    news = Box::pin(next(waiting.clone(), poll));
                }
            }
        }
    }

    /// How to wait for the next template.
    fn poll(&self) -> Poll {
        let timeout = self.context.config.call_timeout;
        let id = self.current.template.long_poll_id.clone();
        let id = id.filter(|_| self.context.config.long_poll);
        let pause = if id.is_some() { POLL_PAUSE_MIN } else { POLL_PAUSE };
        Poll { id, pause, timeout, takes_coinbase: true }
    }

    async fn adopt(&mut self, fresh: TemplateReply) -> Result<(), SessionError> {
        if fresh.template.previous != self.current.template.previous {
            self.kept.clear();
        }
        self.current = fresh;
        self.assign().await
    }

    /// Makes a job of the template that there is, for the payout address that there is.
    async fn assign(&mut self) -> Result<(), SessionError> {
        if self.is_taken(&self.current.template) {
            return Ok(());
        }
        let TemplateReply { template, rolls_time, share_target, .. } = &self.current;
        let chain = self.chain.as_deref();
        let (job, work) =
            own_block::assignment(self.context, chain, template, *share_target, *rolls_time)?;
        self.kept.add(work.serial, (Arc::clone(template), job));
        self.context.tell(Event::Work(Box::new(work))).await;
        Ok(())
    }

    fn is_taken(&self, template: &Template) -> bool {
        self.pending.is_some_and(|(_, previous)| previous == template.previous)
    }

    /// Makes a block of a hit and hands it in, unless it is known to be too late.
    async fn hand_in(&mut self, hit: Hit, done: &mpsc::Sender<u64>) {
        let known = self.kept.get(hit.serial);
        let Some((template, job)) = known.filter(|(template, _)| !self.is_taken(template)) else {
            let verdict = Verdict::Stale("stale-work".to_owned());
            return self
                .context
                .tell(Event::Verdict { verdict, is_block: true, hash: hit.hash })
                .await;
        };
        let is_block = template.target.is_met_by(&hit.hash);
        let block = template.block(job, &[], &hit.solution);
        let submission = Submission {
            method: "submitblock",
            params: submission(&block, template.work_id.as_deref()),
            read: Verdict::of_block,
            serial: hit.serial,
            is_block,
            hash: hit.hash,
        };
        if is_block {
            self.pending = Some((hit.serial, template.previous));
        }
        hand_in::spawn(self.context, self.rpc.clone(), submission, done.clone());
    }
}

/// How the next template is waited for.
pub(crate) struct Poll {
    /// Whether the upstream may make the coinbase.
    pub(crate) takes_coinbase: bool,
    /// Long, if there is one.
    pub(crate) id: Option<String>,
    pub(crate) pause: Duration,
    pub(crate) timeout: Duration,
}

/// The next template: when there is a better one, or after a while.
pub(crate) async fn next(rpc: Rpc, poll: Poll) -> Result<TemplateReply, FetchError> {
    tokio::time::sleep(poll.pause).await;
    if poll.id.is_some() {
        match fetch(&rpc, poll.id.as_deref(), poll.takes_coinbase, LONG_POLL_TIMEOUT).await {
            Err(FetchError::Rpc(RpcError::Silent(_))) => {}
            fresh => return fresh,
        }
    }
    fetch(&rpc, None, poll.takes_coinbase, poll.timeout).await
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    #[error("{0}")]
    Rpc(#[from] RpcError),
    #[error("cannot be mined for: {0}")]
    Reply(#[from] ReplyError),
}

impl FetchError {
    fn is_lasting(&self) -> bool {
        match self {
            Self::Rpc(error) => error.is_lasting(),
            Self::Reply(_) => true,
        }
    }
}

impl From<FetchError> for SessionError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Rpc(error) => error.into(),
            FetchError::Reply(_) => {
                Self { message: error.to_string(), hint: None, is_lasting: true }
            }
        }
    }
}

pub(crate) async fn fetch(
    rpc: &Rpc,
    long_poll_id: Option<&str>,
    takes_coinbase: bool,
    timeout: Duration,
) -> Result<TemplateReply, FetchError> {
    let params = request(long_poll_id, takes_coinbase);
    let answer = rpc.ask("getblocktemplate", &params, timeout, MAX_REPLY_BYTES).await?;
    let reply = TemplateReply::parse(&answer.result()?)?;
    match takes_coinbase || reply.template.coinbase.is_none() {
        true => Ok(reply),
        false => Err(ReplyError::CoinbaseTxn.into()),
    }
}

/// The chain's name, if the upstream tells it: not all that give templates do.
async fn chain(context: &Context, rpc: &Rpc) -> Result<Option<String>, SessionError> {
    let timeout = context.config.call_timeout;
    let none = Value::Array(Vec::new());
    match rpc.call("getblockchaininfo", &none, timeout, MAX_REPLY_BYTES).await {
        Ok(info) => {
            let chain = info.get("chain").and_then(Value::as_str);
            Ok(chain.map(quarry_mining::verdict::tidy))
        }
        Err(error) if error.is_unknown_method() || error == RpcError::Forbidden => Ok(None),
        Err(error) => Err(error.into()),
    }
}
