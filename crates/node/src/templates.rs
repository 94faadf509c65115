//! Templates of this process's own node, for the pool that miners connect to.
//!
//! Does not know Stratum, nor who is paid.

use std::sync::Arc;

use quarry_chain::BlockTemplate;
use quarry_miner::pool::{SourceState, Submission, SubmitFuture, TemplateSource};
use quarry_mining::{Template, TemplateTx};
use quarry_pow::{Target, VersionMask};
use quarry_primitives::{Amount, Block, ScriptBuf, Transaction, TxOut, consensus};
use quarry_service::Scope;
use tokio::sync::watch;
use tokio::time::sleep;

use crate::Node;
use crate::limits::{TEMPLATE_AGE, TEMPLATE_PAUSE};

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
}

async fn newest(node: &Node) -> SourceState {
    let chain = Some(node.spec().name().to_owned());
    let now = node.clock().now();
    // Whoever is paid is put into a coinbase of the job's own.
    let made = node.with_chain(move |chain| chain.template(now, &ScriptBuf::new(), b"")).await;
    let template = made.map_err(|error| error.to_string()).and_then(|made| converted(&made));
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
            let block: Block =
                consensus::deserialize(&submission.block).map_err(|error| error.to_string())?;
            let hash = block.block_hash();
            let taken = node.submit_block(block).await;
            taken.map_err(|error| error.reject_reason().into_owned())?;
            match *node.tip().borrow() == hash {
                true => Ok(()),
                // Core's word for a block that is kept and not the best.
                false => Err("inconclusive".to_owned()),
            }
        })
    }
}
