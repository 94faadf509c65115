//! A session with the node of this process: templates come and blocks go without a socket.
//!
//! Does not know how blocks are searched, nor what a node is.

use std::convert::Infallible;
use std::sync::Arc;

use quarry_mining::{StratumJob, Template, Verdict};
use quarry_primitives::BlockHash;
use tokio::sync::{mpsc, watch};

use super::{Context, Event, Kept, LOCAL, Order, SessionError, own_block};
use crate::assignment::Hit;
use crate::limits::MAX_SESSION_HITS;
use crate::pool::{SourceState, Submission, TemplateSource};

struct Session<'a> {
    context: &'a Context,
    source: &'a dyn TemplateSource,
    states: watch::Receiver<SourceState>,
    /// Templates and jobs on the current tip.
    kept: Kept<(Arc<Template>, StratumJob)>,
    /// There is no use in another block on the same.
    pending: Option<Pending>,
}

/// A block of ours that is being handed in, or was taken and is not in the templates yet.
struct Pending {
    serial: u64,
    previous: BlockHash,
    is_accepted: bool,
}

/// Runs one session.
pub(super) async fn run(
    context: &Context,
    orders: &mut mpsc::Receiver<Order>,
    source: &dyn TemplateSource,
) -> Result<Infallible, SessionError> {
    let states = source.templates();
    let chain = states.borrow().chain.clone();
    context.tell(Event::Greeting { protocol: LOCAL, chain }).await;
    let mut session = Session { context, source, states, kept: Kept::new(), pending: None };
    session.assign().await?;
    session.follow(orders).await
}

impl Session<'_> {
    async fn follow(
        &mut self,
        orders: &mut mpsc::Receiver<Order>,
    ) -> Result<Infallible, SessionError> {
        let mut payout = self.context.payout.clone();
        payout.mark_unchanged();
        let (done, mut handed_in) = mpsc::channel(MAX_SESSION_HITS);
        loop {
            tokio::select! {
                biased;
                order = orders.recv() => match order {
                    Some(Order::Hit(hit)) => self.hand_in(hit, &done).await,
                    // Another extranonce, and the time of now.
                    Some(Order::Dry) => self.assign().await?,
                    None => return Err(SessionError::unwanted()),
                },
                Some((serial, is_accepted)) = handed_in.recv() => {
                    self.handed_in(serial, is_accepted).await?;
                }
                Ok(()) = payout.changed() => self.assign().await?,
                changed = self.states.changed() => {
                    changed.map_err(|_| SessionError::passing(&"has ended"))?;
                    self.pending = self.pending.take().filter(|pending| !pending.is_accepted);
                    self.assign().await?;
                }
            }
        }
    }

    /// Makes a job of the template that there is, for the payout address that there is; rests if there is
    /// none, which is the node's way to say that no block is wanted now.
    async fn assign(&mut self) -> Result<(), SessionError> {
        let state = self.states.borrow_and_update().clone();
        if let Some(error) = state.error {
            return Err(SessionError::passing(&error));
        }
        let Some(template) = state.template else {
            // What is found now is of a block that is none any more.
            self.kept.clear();
            self.context.tell(Event::Rest).await;
            return Ok(());
        };
        if self.is_taken(&template) {
            return Ok(());
        }
        let is_new = |kept: &(Arc<Template>, StratumJob)| kept.0.previous != template.previous;
        if self.kept.newest().is_some_and(is_new) {
            self.kept.clear();
        }
        let chain = state.chain.as_deref();
        let (job, work) =
            own_block::assignment(self.context, chain, &template, template.target, true)?;
        self.kept.add(work.serial, (template, job));
        self.context.tell(Event::Work(Box::new(work))).await;
        Ok(())
    }

    fn is_taken(&self, template: &Template) -> bool {
        self.pending.as_ref().is_some_and(|pending| pending.previous == template.previous)
    }

    async fn handed_in(&mut self, serial: u64, is_accepted: bool) -> Result<(), SessionError> {
        match self.pending.as_mut().filter(|pending| pending.serial == serial) {
            // The node is about to say what comes next.
            Some(pending) if is_accepted => pending.is_accepted = true,
            Some(_) => {
                self.pending = None;
                self.assign().await?;
            }
            None => {}
        }
        Ok(())
    }

    /// Makes a block of a hit and hands it in, unless it is known to be too late.
    async fn hand_in(&mut self, hit: Hit, done: &mpsc::Sender<(u64, bool)>) {
        let Hit { serial, hash, solution, .. } = hit;
        let known = self.kept.get(serial);
        let Some((template, job)) = known.filter(|(template, _)| !self.is_taken(template)) else {
            let verdict = Verdict::Stale("stale-work".to_owned());
            return self.context.tell(Event::Verdict { verdict, is_block: true, hash }).await;
        };
        let block = template.block(job, &[], &solution);
        let previous = template.previous;
        self.pending = Some(Pending { serial, previous, is_accepted: false });
        let taken = self.source.submit(Submission { block, work_id: template.work_id.clone() });
        let (context, done) = (self.context.clone(), done.clone());
        self.context.scope.spawn(async move {
            let verdict = taken
                .await
                .map_or_else(|why| Verdict::of_reason(&why.to_string()), |()| Verdict::Accepted);
            let is_accepted = verdict == Verdict::Accepted;
            super::hand_in::report(&context, verdict, true, hash).await;
            // The session may have ended.
            let _ended = done.try_send((serial, is_accepted));
        });
    }
}
