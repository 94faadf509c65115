//! Templates of a node over RPC: any bitcoind.
//!
//! Does not know miners.

use quarry_mining::template_reply::submission;
use quarry_mining::{TemplateReply, Verdict};
use quarry_service::Scope;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::source::{NotTaken, SourceState, Submission, SubmitFuture, TemplateSource};
use crate::limits::{
    CALL_TIMEOUT, MAX_REPLY_BYTES, POLL_PAUSE, POLL_PAUSE_MIN, RETRY_PAUSE, RETRY_PAUSE_MAX,
};
use crate::rpc::{Rpc, RpcError};
use crate::session::hand_in::Call;
use crate::session::template::{FetchError, Poll, fetch, next};

/// Asks a node for templates, with a long poll on a connection of its own, until its scope ends.
#[derive(Debug)]
pub struct RpcSource {
    rpc: Rpc,
    states: watch::Receiver<SourceState>,
    identity: String,
    scope: Scope,
}

impl RpcSource {
    /// Asks for the first template, and follows from then on in the background.
    ///
    /// # Errors
    /// What the node said to the first question, with what to do about it: who starts a pool in front
    /// of nothing wants to know.
    pub async fn start(rpc: Rpc, scope: &Scope) -> Result<Self, String> {
        let info = asked(&rpc, "getblockchaininfo", &json!([])).await?;
        let said = |name: &str| info.get(name).and_then(Value::as_str).map(str::to_owned);
        let chain = said("chain");
        let genesis = asked(&rpc, "getblockhash", &json!([0])).await?;
        // Signets have one genesis block, and a challenge each.
        let parts = [chain.clone(), genesis.as_str().map(str::to_owned), said("signet_challenge")];
        let identity = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let first =
            fetch(&rpc, None, false, CALL_TIMEOUT).await.map_err(|error| described(&error))?;
        let long_poll_id = first.template.long_poll_id.clone();
        let template = Some(first.template);
        let (tell, states) = watch::channel(SourceState { template, error: None, chain });
        let asks = rpc.clone();
        scope.spawn_droppable(async move { follow(&asks, &tell, long_poll_id).await });
        Ok(Self { rpc, states, identity, scope: scope.clone() })
    }

    /// What tells the node's chain from all others: its name, its genesis block, a signet's challenge; as far
    /// as the node says so.
    #[must_use]
    pub fn chain_identity(&self) -> &str {
        &self.identity
    }
}

/// What a node says of itself; nothing if it does not tell such as us.
async fn asked(rpc: &Rpc, method: &str, params: &Value) -> Result<Value, String> {
    match rpc.call(method, params, CALL_TIMEOUT, MAX_REPLY_BYTES).await {
        Ok(said) => Ok(said),
        Err(RpcError::Forbidden) => Ok(Value::Null),
        Err(error) if error.is_unknown_method() => Ok(Value::Null),
        Err(error) => Err(described(&error.into())),
    }
}

async fn follow(rpc: &Rpc, tell: &watch::Sender<SourceState>, mut long_poll_id: Option<String>) {
    let mut retry = RETRY_PAUSE;
    loop {
        let pause = if long_poll_id.is_some() { POLL_PAUSE_MIN } else { POLL_PAUSE };
        let (id, timeout) = (long_poll_id.clone(), CALL_TIMEOUT);
        let poll = Poll { id, pause, timeout, takes_coinbase: false };
        match next(rpc.clone(), poll).await {
            Ok(TemplateReply { template, .. }) => {
                retry = RETRY_PAUSE;
                long_poll_id.clone_from(&template.long_poll_id);
                tell.send_modify(|state| {
                    state.template = Some(template);
                    state.error = None;
                });
            }
            Err(error) => {
                let text = described(&error);
                tracing::warn!(target: "pool", "the node {text}");
                tell.send_modify(|state| state.error = Some(text));
                // Asked anew, without waiting for a change that may have come meanwhile.
                long_poll_id = None;
                tokio::time::sleep(retry).await;
                retry = (retry * 2).min(RETRY_PAUSE_MAX);
            }
        }
    }
}

/// What went wrong, to be read after the node's address, and what to do about it.
fn described(error: &FetchError) -> String {
    let hint = match error {
        FetchError::Rpc(error) => error.hint(),
        FetchError::Reply(_) => None,
    };
    hint.map_or_else(|| error.to_string(), |hint| format!("{error}; {hint}"))
}

impl TemplateSource for RpcSource {
    fn templates(&self) -> watch::Receiver<SourceState> {
        self.states.clone()
    }

    fn submit(&self, found: Submission) -> SubmitFuture {
        let (rpc, scope) = (self.rpc.clone(), self.scope.clone());
        Box::pin(async move {
            let params = submission(&found.block, found.work_id.as_deref());
            let call = Call {
                rpc: &rpc,
                method: "submitblock",
                params: &params,
                read: Verdict::of_block,
                timeout: CALL_TIMEOUT,
                pause: RETRY_PAUSE,
            };
            match call.until_stopped(&scope).await {
                Ok(Verdict::Accepted) => Ok(()),
                Ok(Verdict::Rejected(reason) | Verdict::Stale(reason)) => {
                    Err(NotTaken::Refused(reason))
                }
                Err(why) => Err(NotTaken::Unheard(why)),
            }
        })
    }
}
