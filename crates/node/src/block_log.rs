//! What the log says of blocks, in Bitcoin Core's words: those who drive a node wait for them.
//!
//! Does not change anything.

use quarry_chain::{BlockError, ChainEvent, HeaderView};
use quarry_primitives::BlockHash;

use crate::state::NodeChain;

/// Tells of the changes of the active chain, and of blocks that were not let into it.
pub(crate) fn changes(chain: &NodeChain, events: &[ChainEvent]) {
    for event in events {
        match event {
            ChainEvent::BlockConnected { hash, .. } => new_tip(chain.header(hash)),
            ChainEvent::BlockDisconnected { hash, .. } => {
                let parent = chain.header(hash).map(|view| view.header.prev_blockhash);
                new_tip(parent.and_then(|parent| chain.header(&parent)));
            }
            ChainEvent::BlockInvalid { hash, details, .. } => {
                tracing::info!("Block validation error: {details}");
                tracing::error!("ConnectTip: ConnectBlock {hash} failed, {details}");
                invalid(chain, hash);
            }
            ChainEvent::ScriptsRun { hash, height, reason: Some(reason) } => {
                tracing::info!(
                    "Enabling script verification at block #{height} ({hash}): {reason}."
                );
            }
            ChainEvent::ScriptsRun { hash, height, reason: None } => {
                tracing::info!("Disabling script verification at block #{height} ({hash}).");
            }
            _ => {}
        }
    }
}

fn new_tip(view: Option<HeaderView>) {
    let Some(view) = view else { return };
    tracing::info!(
        "UpdateTip: new best={} height={} version=0x{:08x} log2_work={:.6} tx={}",
        view.hash,
        view.height,
        view.header.version.to_consensus(),
        log2_work(&view),
        view.chain_tx_count
    );
}

/// Core's two lines of a chain that is given up.
pub(crate) fn invalid(chain: &NodeChain, hash: &BlockHash) {
    let tip = chain.header(&chain.tip().hash);
    for (what, view) in [("invalid block", chain.header(hash)), ("current best", tip)] {
        let Some(view) = view else { continue };
        tracing::info!(
            "InvalidChainFound: {what}={} height={} log2_work={:.6}",
            view.hash,
            view.height,
            log2_work(&view)
        );
    }
}

fn log2_work(view: &HeaderView) -> f64 {
    let bytes = view.work.to_be_bytes();
    bytes.into_iter().fold(0.0, |work, byte| work * 256.0 + f64::from(byte)).log2()
}

/// Tells why a header is refused.
pub(crate) fn header_refused(hash: &BlockHash, error: &BlockError) {
    let details = error.reject_details();
    match error {
        BlockError::DuplicateInvalid { .. } => tracing::debug!(
            target: "validation", "AcceptBlockHeader: block {hash} is marked invalid"
        ),
        BlockError::ParentNotFound { parent } => tracing::debug!(
            target: "validation", "header {hash} has prev block not found: {parent}"
        ),
        BlockError::BadParent { parent } => tracing::debug!(
            target: "validation", "header {hash} has prev block invalid: {parent}"
        ),
        BlockError::HighHash { .. } => tracing::debug!(
            target: "validation",
            "AcceptBlockHeader: Consensus::CheckBlockHeader: {hash}, {details}"
        ),
        BlockError::LowWork => tracing::debug!(
            target: "validation",
            "AcceptBlockHeader: not adding new block header {hash}, missing anti-dos proof-of-work \
             validation"
        ),
        BlockError::BadBits { .. }
        | BlockError::TimeTooOld { .. }
        | BlockError::TimeTooNew { .. }
        | BlockError::Timewarp { .. }
        | BlockError::BadVersion { .. } => tracing::debug!(
            target: "validation",
            "AcceptBlockHeader: Consensus::ContextualCheckBlockHeader: {hash}, {details}"
        ),
        _ => {}
    }
}

/// Tells why a block is refused, unless that was told when it was to be connected.
pub(crate) fn block_refused(hash: &BlockHash, error: &BlockError, events: &[ChainEvent]) {
    let is_it = |event: &ChainEvent| matches!(event, ChainEvent::BlockInvalid { hash: other, .. } if other == hash);
    if events.iter().any(is_it) {
        return;
    }
    header_refused(hash, error);
    tracing::error!("ProcessNewBlock: AcceptBlock FAILED ({})", error.reject_details());
}
