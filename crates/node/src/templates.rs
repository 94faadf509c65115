//! Templates of this process's own node, for the pool that miners connect to and for the miner of the same
//! process.
//!
//! Does not know how a nonce is found, nor who is paid.

use std::sync::Arc;
use std::time::Duration;

use quarry_chain::BlockTemplate;
use quarry_miner::pool::{NotTaken, SourceState, Submission, SubmitFuture, TemplateSource};
use quarry_mining::{Template, TemplateTx};
use quarry_pow::{Target, VersionMask};
use quarry_primitives::{Amount, Block, ScriptBuf, Transaction, TxOut, consensus};
use quarry_service::Scope;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

use crate::Node;
use crate::limits::{GATHER, TEMPLATE_AGE, TEMPLATE_FAULT_PAUSE, TEMPLATE_PAUSE};

/// Follows a node until dropped.
#[derive(Debug)]
pub struct NodeTemplates {
    node: Node,
    states: watch::Receiver<SourceState>,
    scope: Scope,
}

impl Drop for NodeTemplates {
    fn drop(&mut self) {
        self.scope.stop();
    }
}

impl NodeTemplates {
    /// Makes the first template and follows the node from then on: at once when the tip changes, after a
    /// few seconds when transactions came, and after half a minute for the time's sake.
    pub async fn start(node: Node) -> Self {
        let scope = Scope::new();
        let (tell, states) = watch::channel(newest(&node).await);
        let follows = node.clone();
        scope.spawn_droppable(async move {
            let mut tip = follows.tip();
            let mut pool = follows.pool_changes();
            loop {
                let gathered = async {
                    let _changed = pool.changed().await;
                    sleep(TEMPLATE_PAUSE).await;
                };
                tokio::select! {
                    _ = tip.changed() => {}
                    () = gathered => {}
                    () = sleep(TEMPLATE_AGE) => {}
                }
                tip.mark_unchanged();
                pool.mark_unchanged();
                let newest = newest(&follows).await;
                tell.send_modify(|state| {
                    let template = newest.template.or_else(|| state.template.take());
                    *state = SourceState { template, ..newest };
                });
            }
        });
        Self { node, states, scope }
    }

    /// Wants a block as soon as a transaction waits, and otherwise `block_time` after the one before; gives
    /// no template in between.
    #[must_use]
    pub fn paced(node: Node, block_time: Duration) -> Self {
        let scope = Scope::new();
        let chain = Some(node.spec().name().to_owned());
        let at_rest = SourceState { template: None, error: None, chain };
        let (tell, states) = watch::channel(at_rest.clone());
        let follows = node.clone();
        scope.spawn_droppable(async move {
            loop {
                wait_for_turn(&follows, Instant::now() + block_time).await;
                until_next_block(&follows, &tell).await;
                tell.send_replace(at_rest.clone());
            }
        });
        Self { node, states, scope }
    }
}

/// Ends when a transaction waits, or when the idle time is over.
async fn wait_for_turn(node: &Node, idle_until: Instant) {
    loop {
        tokio::select! {
            () = node.transaction_waits().notified() => sleep(GATHER).await,
            () = sleep_until(idle_until) => return,
        }
        // The one that was told of may be in the block that was made meanwhile.
        if node.with_chain(|chain| chain.mempool().count > 0).await {
            return;
        }
    }
}

/// Tells templates until there is another block, whoever made it.
async fn until_next_block(node: &Node, tell: &watch::Sender<SourceState>) {
    let mut tip = node.tip();
    tip.mark_unchanged();
    loop {
        let newest = newest(node).await;
        let age = if newest.error.is_some() { TEMPLATE_FAULT_PAUSE } else { TEMPLATE_AGE };
        tell.send_replace(newest);
        tokio::select! {
            _ = tip.changed() => return,
            () = sleep(age) => {}
        }
    }
}

async fn newest(node: &Node) -> SourceState {
    let chain = Some(node.spec().name().to_owned());
    let now = node.clock().now();
    let make = move |node: &Node| {
        // Whoever is paid is put into a coinbase of the job's own.
        let made = node.lock().template(now, &ScriptBuf::new(), b"");
        // A full block's takes a while: not where tasks run, and not while the chain is held.
        made.map_err(|error| error.to_string()).and_then(|made| converted(&made))
    };
    let template = node.blocking(make).await;
    match template {
        Ok(template) => SourceState { template: Some(Arc::new(template)), error: None, chain },
        Err(error) => SourceState { template: None, error: Some(error), chain },
    }
}

/// As a miner needs it: the coinbase taken apart.
fn converted(made: &BlockTemplate<Block>) -> Result<Template, String> {
    let header = &made.block.header;
    let bits = made.bits.to_consensus();
    let target = Target::from_compact(bits).map_err(|error| format!("target: {error}"))?;
    let (coinbase, rest) = made.block.txdata.split_first().ok_or("a template without coinbase")?;
    let txs = rest.iter().map(|tx| TemplateTx {
        bytes: consensus::serialize(tx),
        txid: Transaction::compute_txid(tx),
    });
    let mut template =
        Template::empty(header.prev_blockhash, made.height, bits, target, made.reward)
            .with_txs(txs.collect());
    template.version = header.version.to_consensus().cast_unsigned();
    // Bits that signal something are the node's.
    template.version_mask = VersionMask::new(VersionMask::BIP320.bits() & !template.version);
    template.time = header.time;
    template.min_time = made.min_time;
    template.commitment = commitment(&coinbase.output);
    Ok(template)
}

/// The output that commits to the witnesses: it has no value, and the payee's comes first.
fn commitment(outputs: &[TxOut]) -> Option<ScriptBuf> {
    let outputs = outputs.iter().skip(1);
    let mut commits = outputs.filter(|output| Amount::try_from(output.value) == Ok(Amount::ZERO));
    commits.next().map(|output| output.script_pubkey.clone())
}

impl TemplateSource for NodeTemplates {
    fn templates(&self) -> watch::Receiver<SourceState> {
        self.states.clone()
    }

    fn submit(&self, submission: Submission) -> SubmitFuture {
        let node = self.node.clone();
        Box::pin(async move {
            let block: Block = consensus::deserialize(&submission.block)
                .map_err(|error| NotTaken::Refused(error.to_string()))?;
            let hash = block.block_hash();
            let taken = node.submit_block(block).await;
            taken.map_err(|error| NotTaken::Refused(error.reject_reason().into_owned()))?;
            match *node.tip().borrow() == hash {
                true => Ok(()),
                // Core's word for a block that is kept and not the best.
                false => Err(NotTaken::Refused("inconclusive".to_owned())),
            }
        })
    }
}
