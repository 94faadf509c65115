//! What its user should be warned of: rules that this program does not know, and much work on a chain
//! that it holds to be invalid.
//!
//! Does not warn anybody.

use super::Chain;
use crate::ledger::Ledger;
use crate::limits::{INVALID_CHAIN_LEAD, UNKNOWN_RULES_PERIOD, UNKNOWN_RULES_THRESHOLD};
use crate::store::Store;
use crate::version_bits::{self, SIGNAL_BITS};

impl<L: Ledger, S: Store> Chain<L, S> {
    /// The bits of the block version by which miners have activated rules that this program does not
    /// know (BIP-9), lowest first, as they are for the next block. They change where a period begins
    /// only ([`UNKNOWN_RULES_PERIOD`]); costs time linear in the chain's height.
    #[must_use]
    pub fn unknown_rules(&self) -> Vec<u8> {
        let known = version_bits::deployments(&self.spec).iter().map(|it| it.bit);
        let known: Vec<u8> = known.collect();
        let mut unknown = Vec::new();
        // Locked in by one period, active a period later.
        let mut locked_in = [false; SIGNAL_BITS];
        let periods = self.tip().height.saturating_add(1) / UNKNOWN_RULES_PERIOD;
        // The first period is over before anything can start.
        for period in 1..periods {
            let counts = self.count_signals(period);
            for (bit, (locked_in, count)) in (0..).zip(locked_in.iter_mut().zip(counts)) {
                if *locked_in && !unknown.contains(&bit) {
                    unknown.push(bit);
                }
                *locked_in |= count >= UNKNOWN_RULES_THRESHOLD && !known.contains(&bit);
            }
        }
        unknown.sort_unstable();
        unknown
    }

    /// How many blocks of a period signal by each bit.
    fn count_signals(&self, period: u32) -> [u32; SIGNAL_BITS] {
        let mut counts = [0; SIGNAL_BITS];
        let first = period * UNKNOWN_RULES_PERIOD;
        for height in first..first + UNKNOWN_RULES_PERIOD {
            let Some(id) = self.tree.active_at(height) else { break };
            let version = self.tree.get(id).header.version.to_consensus();
            for (bit, count) in (0..).zip(&mut counts) {
                *count += u32::from(version_bits::is_signal(version, bit));
            }
        }
        counts
    }

    /// Whether a chain that failed has much more work than the active one
    /// (`CheckForkWarningConditions`). Costs time linear in the number of headers.
    #[must_use]
    pub fn has_longer_invalid_chain(&self) -> bool {
        let failed = self.tree.ids().map(|id| self.tree.get(id)).filter(|node| node.failed);
        let Some(most) = failed.map(|node| node.work).max() else { return false };
        let tip = self.tree.tip_node();
        let mut least = tip.work;
        for _ in 0..INVALID_CHAIN_LEAD {
            least = least + tip.header.work();
        }
        most > least
    }
}
