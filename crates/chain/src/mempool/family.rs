//! How large families may be: the limits on all that a transaction depends on, and on all that
//! depends on one (Bitcoin Core 30's `CalculateMemPoolAncestors` and its callers).
//!
//! Does not know fees.

use std::collections::BTreeSet;

use super::Mempool;
use super::accept::{Candidate, Terms};
use super::entry::{Id, Totals};
use crate::TxError;
use crate::ledger::{CheckedTx, Ledger};
use crate::limits::MAX_CARVE_OUT_VBYTES;

/// Limits of families: Core's `CTxMemPool::Limits`.
#[derive(Clone, Copy, Debug)]
struct Limits {
    ancestors: u64,
    ancestor_vbytes: u64,
    descendants: u64,
    descendant_vbytes: u64,
}

impl<L: Ledger> Mempool<L> {
    /// `too-long-mempool-chain`: the transactions it depends on, if its families stay within the
    /// limits.
    pub(super) fn check_family(
        &self,
        checked: &CheckedTx<L::Slot>,
        conflicts: &BTreeSet<Id>,
        terms: Terms,
    ) -> Result<BTreeSet<Id>, TxError> {
        let own = Totals { count: 1, vsize: checked.vsize, ..Totals::default() };
        let parents = self.providers_of(&checked.uses);
        let mut limits = self.limits();
        if terms.from_block {
            // Core puts back block by block, and what depends on a block's waits by then.
            (limits.descendants, limits.descendant_vbytes) = (u64::MAX, u64::MAX);
        }
        if terms.carve_outs && conflicts.len() == 1 {
            // One leaves for it: it does not make a family larger.
            let leaves = conflicts.first().and_then(|id| self.entries.get(id));
            let freed = leaves.map_or(0, |entry| entry.descendants.vsize);
            limits.descendants = limits.descendants.saturating_add(1);
            limits.descendant_vbytes = limits.descendant_vbytes.saturating_add(freed);
        }
        let within = |limits| {
            check_parent_count(own, &parents, limits)?;
            self.ancestors_within(own, parents.clone(), limits)
        };
        let why = match within(limits) {
            Ok(ancestors) => return Ok(ancestors),
            Err(why) => why,
        };
        // "Contracting/payment channels CPFP carve-out": one more small child of one parent.
        if !terms.carve_outs || checked.vsize > MAX_CARVE_OUT_VBYTES || checked.truc {
            return Err(TxError::TooLongChain { why });
        }
        let stretched = Limits {
            ancestors: 2,
            descendants: limits.descendants.saturating_add(1),
            descendant_vbytes: limits.descendant_vbytes.saturating_add(MAX_CARVE_OUT_VBYTES),
            ..limits
        };
        within(stretched).map_err(|_| TxError::TooLongChain { why })
    }

    fn limits(&self) -> Limits {
        Limits {
            ancestors: self.config.max_ancestors,
            ancestor_vbytes: self.config.max_ancestor_vbytes,
            descendants: self.config.max_descendants,
            descendant_vbytes: self.config.max_descendant_vbytes,
        }
    }

    /// `CheckPackageLimits`: a package as if it were one transaction.
    pub(super) fn check_package_limits(&self, package: &[Candidate<L>]) -> Result<(), String> {
        let mut own = Totals::default();
        for new in package {
            own.add(Totals { count: 1, vsize: new.checked.vsize, ..Totals::default() });
        }
        let limits = self.limits();
        let Totals { count, vsize, .. } = own;
        let bounds = [
            ("count", count, "ancestor count", limits.ancestors),
            ("count", count, "descendant count", limits.descendants),
            ("size", vsize, "ancestor size", limits.ancestor_vbytes),
            ("size", vsize, "descendant size", limits.descendant_vbytes),
        ];
        for (what, value, of, most) in bounds {
            if value > most {
                return Err(format!("package {what} {value} exceeds {of} limit [limit: {most}]"));
            }
        }
        let mut parents = BTreeSet::new();
        for new in package {
            parents.extend(self.providers_of(&new.checked.uses));
        }
        check_parent_count(own, &parents, limits)?;
        let ancestors = self.ancestors_within(own, parents, limits);
        ancestors.map(drop).map_err(|why| format!("possibly {why}"))
    }

    /// `CalculateAncestorsAndCheckLimits`: all of the mempool that something of this size depends
    /// on. Stops at the first limit, so the work is bounded by them.
    fn ancestors_within(
        &self,
        own: Totals,
        parents: BTreeSet<Id>,
        limits: Limits,
    ) -> Result<BTreeSet<Id>, String> {
        let (mut staged, mut found) = (parents, BTreeSet::new());
        let mut vsize = own.vsize;
        while let Some(id) = staged.pop_first() {
            found.insert(id);
            let Some(entry) = self.entries.get(&id) else { continue };
            vsize = vsize.saturating_add(entry.checked.vsize);
            let txid = entry.checked.txid;
            if entry.descendants.vsize.saturating_add(own.vsize) > limits.descendant_vbytes {
                let most = limits.descendant_vbytes;
                return Err(format!("exceeds descendant size limit for tx {txid} [limit: {most}]"));
            }
            if entry.descendants.count.saturating_add(own.count) > limits.descendants {
                let most = limits.descendants;
                return Err(format!("too many descendants for tx {txid} [limit: {most}]"));
            }
            if vsize > limits.ancestor_vbytes {
                let most = limits.ancestor_vbytes;
                return Err(format!("exceeds ancestor size limit [limit: {most}]"));
            }
            staged.extend(entry.parents.difference(&found));
            if (staged.len() + found.len()) as u64 + own.count > limits.ancestors {
                let most = limits.ancestors;
                return Err(format!("too many unconfirmed ancestors [limit: {most}]"));
            }
        }
        Ok(found)
    }
}

fn check_parent_count(own: Totals, parents: &BTreeSet<Id>, limits: Limits) -> Result<(), String> {
    if parents.len() as u64 + own.count > limits.ancestors {
        return Err(format!("too many unconfirmed parents [limit: {}]", limits.ancestors));
    }
    Ok(())
}
