//! Handing a hit in over JSON-RPC: in a task that outlives its session, as a block must not be lost
//! because something else failed meanwhile.
//!
//! Does not know what a hit is made into.

use std::time::Duration;

use quarry_mining::Verdict;
use quarry_pow::HashValue;
use quarry_service::Scope;
use serde_json::Value;
use tokio::sync::mpsc;

use super::{Context, Event};
use crate::limits::{MAX_SHORT_REPLY_BYTES, SUBMIT_GRACE, SUBMIT_TRIES_MAX};
use crate::rpc::Rpc;

/// What is handed in.
#[derive(Debug)]
pub(super) struct Submission {
    pub(super) method: &'static str,
    pub(super) params: Value,
    /// Reads the answer.
    pub(super) read: fn(&Value) -> Verdict,
    /// Of which work.
    pub(super) serial: u64,
    pub(super) is_block: bool,
    pub(super) hash: HashValue,
}

/// Hands it in and tells the miner's loop what became of it, then `done`
/// which work's it was.
pub(super) fn spawn(context: &Context, rpc: Rpc, submission: Submission, done: mpsc::Sender<u64>) {
    let context = context.clone();
    context.scope.clone().spawn(async move {
        let verdict = hand_in(&context, &rpc, &submission).await;
        let Submission { is_block, hash, serial, .. } = submission;
        report(&context, verdict, is_block, hash).await;
        // The session may have ended.
        let _ended = done.try_send(serial);
    });
}

/// Tells the miner's loop what became of a hit; rests if it was refused.
pub(super) async fn report(context: &Context, verdict: Verdict, is_block: bool, hash: HashValue) {
    let is_refused = matches!(verdict, Verdict::Rejected(_));
    context.tell(Event::Verdict { verdict, is_block, hash }).await;
    if is_refused {
        // What comes next may be refused as well: not as fast as blocks can be found.
        let pause = tokio::time::sleep(context.config.retry_pause);
        let _stopping = context.scope.token().run_until_cancelled(pause).await;
    }
}

async fn hand_in(context: &Context, rpc: &Rpc, submission: &Submission) -> Verdict {
    let Submission { method, params, read, .. } = submission;
    let (timeout, pause) = (context.config.call_timeout, context.config.retry_pause);
    let call = Call { rpc, method, params, read: *read, timeout, pause };
    call.until_stopped(&context.scope).await.unwrap_or_else(Verdict::Rejected)
}

/// A call that hands something in.
pub(crate) struct Call<'a> {
    /// Whom.
    pub(crate) rpc: &'a Rpc,
    /// How.
    pub(crate) method: &'a str,
    /// What.
    pub(crate) params: &'a Value,
    /// Reads the answer.
    pub(crate) read: fn(&Value) -> Verdict,
    /// How long an answer may take.
    pub(crate) timeout: Duration,
    /// Pause before it is asked again.
    pub(crate) pause: Duration,
}

impl Call<'_> {
    /// What the node says to it; soon after the scope ends nobody waits any more.
    ///
    /// # Errors
    /// Why there is no answer, for people.
    pub(crate) async fn until_stopped(&self, scope: &Scope) -> Result<Verdict, String> {
        let ending = async {
            scope.stopped().await;
            tokio::time::sleep(SUBMIT_GRACE).await;
        };
        tokio::select! {
            verdict = self.at_last() => verdict,
            () = ending => Err("no answer before the end".to_owned()),
        }
    }

    /// Until there is an answer, or too many tries were in vain: a block is worth some patience, as with
    /// a node that is started again.
    async fn at_last(&self) -> Result<Verdict, String> {
        let mut tries = 1;
        loop {
            let answer =
                self.rpc.call(self.method, self.params, self.timeout, MAX_SHORT_REPLY_BYTES);
            let error = match answer.await.as_ref().map(self.read) {
                // The try before it arrived, and only its answer was lost.
                Ok(Verdict::Rejected(reason)) if tries > 1 && reason == "duplicate" => {
                    return Ok(Verdict::Accepted);
                }
                Ok(verdict) => return Ok(verdict),
                Err(error) => error.clone(),
            };
            if !error.may_pass() || tries >= SUBMIT_TRIES_MAX {
                return Err(format!("the upstream {error}"));
            }
            tries += 1;
            tokio::time::sleep(self.pause).await;
        }
    }
}
