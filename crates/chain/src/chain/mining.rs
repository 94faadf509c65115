//! What a miner who fills blocks himself has to know, and what is known of miners' votes.
//!
//! Does not know BIP-22's words.

use quarry_primitives::{Block, BlockHash, CompactTarget, Now};

use super::{Chain, context_above};
use crate::header;
use crate::ledger::{BlockContext, Ledger};
use crate::limits::{MAX_BLOCK_SIGOPS_COST, MAX_TIMEWARP_SECS, TEMPLATE_RESERVED_SIGOPS};
use crate::mempool::Selection;
use crate::store::Store;
use crate::utxo::UtxoLedger;
use crate::version_bits::{self, DeploymentInfo};

impl<L: Ledger, S: Store> Chain<L, S> {
    /// The transactions of [`Chain::template`], each with its fee and the cost of its signature
    /// operations.
    #[must_use]
    pub fn selection(&self) -> Selection<L::Tx> {
        self.pool.select(
            self.spec.max_block_weight().saturating_sub(self.pool.config().block_reserved_weight),
            MAX_BLOCK_SIGOPS_COST - TEMPLATE_RESERVED_SIGOPS,
        )
    }

    /// Blocks between two changes of the target; on a chain where it never changes, a day's.
    #[must_use]
    pub fn retarget_interval(&self) -> u32 {
        self.spec.retarget_interval()
    }

    /// The least time that the next block should carry: above the median time past, and at the
    /// start of an interval not long before its parent (BIP-94, which Core minds in templates
    /// everywhere).
    pub(super) fn min_time(&self, next: &BlockContext<'_>) -> u32 {
        let least = next.parent_median_time.saturating_add(1);
        let parent = next.height.checked_sub(1).and_then(|height| next.ancestors.header(height));
        match parent {
            Some(parent) if next.height.is_multiple_of(self.retarget_interval()) => {
                least.max(parent.time.saturating_sub(MAX_TIMEWARP_SECS))
            }
            _ => least,
        }
    }

    /// The target that the next block must claim if it is made now.
    #[must_use]
    pub fn next_bits(&self, now: Now) -> CompactTarget {
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        header::required_bits(&next, now.wall_secs().max(self.min_time(&next)))
    }

    /// The soft forks that miners decide on, as a block sees them; `None` if it is not known.
    #[must_use]
    pub fn deployments(&self, hash: &BlockHash) -> Option<Vec<DeploymentInfo>> {
        let id = self.tree.id(hash)?;
        let (height, branch) = (self.tree.get(id).height, self.tree.branch(id));
        let all = version_bits::deployments(&self.spec).iter();
        Some(all.map(|it| version_bits::info(*it, height, &branch)).collect())
    }
}

impl<S: Store> Chain<UtxoLedger, S> {
    /// Gives a block that commits to witnesses the coinbase witness that goes with it, if it was
    /// left out (`UpdateUncommittedBlockStructures`).
    pub fn complete_block(&self, block: &mut Block) {
        let parent = self.tree.by_hash(&block.header.prev_blockhash);
        let height = parent.map(|parent| parent.height.saturating_add(1));
        if height.is_some_and(|height| height >= self.spec.activation().segwit) {
            crate::utxo::add_witness_nonce(block);
        }
    }
}
