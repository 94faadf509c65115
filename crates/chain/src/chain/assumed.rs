//! Blocks whose scripts need not be run, because their user vouches for a block above them
//! (`-assumevalid`): rules other than scripts hold all the same.
//!
//! Does not know how scripts are run.

use quarry_primitives::ChainWork;

use super::Chain;
use crate::event::ChainEvent;
use crate::ledger::Ledger;
use crate::limits::ASSUMED_VALID_DEPTH_SECS;
use crate::store::Store;
use crate::tree::Id;

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Whether the scripts of a block have to be run. Tells of it when it changes.
    pub(super) fn runs_scripts(&mut self, id: Id, events: &mut Vec<ChainEvent>) -> bool {
        if id == Id::GENESIS {
            // It spends nothing.
            return true;
        }
        let reason = self.why_scripts_run(id);
        if self.scripts_ran.replace(reason.is_some()) != Some(reason.is_some()) {
            let node = self.tree.get(id);
            let (hash, height) = (node.hash, node.height);
            events.push(ChainEvent::ScriptsRun { hash, height, reason });
        }
        reason.is_some()
    }

    /// Why they have to be, in Core's words; `None` if they need not.
    fn why_scripts_run(&self, id: Id) -> Option<&'static str> {
        let Some(assumed) = self.options.assume_valid else {
            return Some("assumevalid=0 (always verify)");
        };
        let Some(assumed) = self.tree.id(&assumed) else {
            return Some("assumevalid hash not in headers");
        };
        let (node, best) = (self.tree.get(id), self.tree.best_header());
        if self.tree.ancestor(assumed, node.height) != Some(id) {
            let is_above = node.height > self.tree.get(assumed).height;
            return Some(if is_above {
                "block height above assumevalid height"
            } else {
                "block not in assumevalid chain"
            });
        }
        if self.tree.ancestor(best, node.height) != Some(id) {
            return Some("block not in best header chain");
        }
        let best = self.tree.get(best);
        if best.work < self.options.min_chain_work {
            return Some("best header chainwork below minimumchainwork");
        }
        // Whoever wants to sell a wrong block for an assumed one has to do that much work above it.
        let blocks = ASSUMED_VALID_DEPTH_SECS / u64::from(self.spec.block_spacing_secs()).max(1);
        let is_deep = best.work > node.work + times(best.header.work(), blocks);
        (!is_deep).then_some("block too recent relative to best header")
    }
}

/// So many times the work of one header, which was done: far from the most there can be.
fn times(work: ChainWork, count: u64) -> ChainWork {
    let mut sum = ChainWork::from_be_bytes([0; 32]);
    for bit in (0..u64::BITS - count.leading_zeros()).rev() {
        sum = sum + sum;
        if count >> bit & 1 == 1 {
            sum = sum + work;
        }
    }
    sum
}
