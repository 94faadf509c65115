//! Makes blocks: as soon as a transaction waits, and otherwise at a steady, slow pace.
//!
//! Does not know how a nonce is found (`pow`) or what makes a block valid (`chain`).

use quarry_pow::{Outcome, Priority, Search, SearchResult, Target, Work};
use quarry_primitives::{Block, consensus};
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep, sleep_until};

use crate::limits::GATHER;
use crate::{Node, ProducerConfig};

/// What the producer writes into its coinbases, before the extra nonce.
const COINBASE_TAG: &[u8] = b"/quarry/";

/// Pause after a template or a block was refused, so that a fault does not spin.
const FAULT_PAUSE: std::time::Duration = std::time::Duration::from_secs(1);

/// Makes blocks until dropped.
pub(crate) async fn run(node: Node, config: ProducerConfig) {
    let mut extra_nonce = 0u64;
    loop {
        wait_for_turn(&node, Instant::now() + config.block_time).await;
        if let Err(error) = make_block(&node, &config, &mut extra_nonce).await {
            tracing::error!(error, "no block made");
            sleep(FAULT_PAUSE).await;
        }
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

/// Searches until a block is found or somebody else's block makes the search pointless.
async fn make_block(
    node: &Node,
    config: &ProducerConfig,
    extra_nonce: &mut u64,
) -> Result<(), String> {
    let mut tip = node.tip();
    loop {
        *extra_nonce += 1;
        let extra = [COINBASE_TAG, &extra_nonce.to_be_bytes()].concat();
        let payout = config.payout.clone();
        let now = node.clock().now();
        let template = node
            .with_chain(move |chain| chain.template(now, &payout, &extra))
            .await
            .map_err(|e| format!("template: {e}"))?;
        let mut block = template.block;
        tip.mark_unchanged();
        match search(node, &block).await? {
            SearchResult::Found { position: nonce, .. } => {
                // The nonce field of a header has 32 bits, and the search stays inside it.
                block.header.nonce = u32::try_from(nonce).map_err(|e| e.to_string())?;
                return node.submit_block(block).await.map_err(|e| format!("own block: {e}"));
            }
            SearchResult::Exhausted => {}
            SearchResult::Cancelled => return Ok(()),
        }
        if tip.has_changed().unwrap_or(true) {
            return Ok(());
        }
    }
}

async fn search(node: &Node, block: &Block) -> Result<SearchResult, String> {
    let header = consensus::serialize(&block.header);
    let header = <[u8; 80]>::try_from(header).map_err(|_| "a header has 80 bytes".to_owned())?;
    let target = Target::from_compact(block.header.bits.to_consensus())
        .map_err(|e| format!("target: {e}"))?;
    let work = Work::header(header, target);
    let range = work.space();
    let (done, outcome) = oneshot::channel::<Outcome>();
    let search = Search { work, range, priority: Priority::Mine };
    let engine = node.engine().ok_or("a producer without a search engine")?;
    let handle = engine
        .submit(search, move |outcome| {
            // The receiver is gone when the node stops in the middle of a search.
            let _unwanted = done.send(outcome);
        })
        .map_err(|e| e.to_string())?;
    let _cancelled_if_dropped = handle.cancel_on_drop();
    let outcome = outcome.await.map_err(|_| "the search engine stopped".to_owned())?;
    Ok(outcome.result)
}
