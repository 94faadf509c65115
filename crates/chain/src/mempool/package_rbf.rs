//! A parent and its child that replace others together: Bitcoin Core 30's `PackageRBFChecks`.
//!
//! What leaves and what comes is compared as fees over size, best part first (the "feerate
//! diagram"). Does not know transactions on their own.

use core::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use super::accept::Candidate;
use super::entry::{Entry, Id, Totals};
use super::package::{PackageError, fees_and_size};
use super::truc::depends;
use super::{FeeRate, Mempool};
use crate::ledger::Ledger;

/// Fees for a size, mined together.
type Chunk = (i64, u64);

fn chunk(totals: Totals) -> Chunk {
    (totals.fees, totals.vsize)
}

fn refuse(what: &str, debug: impl Into<String>) -> PackageError {
    PackageError::policy(format!("package RBF failed: {what}"), debug)
}

impl<L: Ledger> Mempool<L> {
    /// All that leaves if the package comes; nothing if it is in conflict with nothing.
    pub(super) fn check_package_replacement(
        &self,
        package: &[Candidate<L>],
    ) -> Result<BTreeSet<Id>, PackageError> {
        let conflicts: BTreeSet<Id> =
            package.iter().flat_map(|new| new.conflicts.iter().copied()).collect();
        if conflicts.is_empty() {
            return Ok(conflicts);
        }
        let [parent, child] = package else {
            return Err(refuse("package must be 1-parent-1-child", ""));
        };
        if !depends(&child.checked, &parent.checked) {
            return Err(refuse("package must be 1-parent-1-child", ""));
        }
        if package.iter().any(|new| !new.ancestors.is_empty()) {
            return Err(refuse("new transaction cannot have mempool ancestors", ""));
        }
        let txid = child.checked.txid;
        let replaced = self
            .replaced_by(txid, &conflicts)
            .map_err(|why| refuse("too many potential replacements", why))?;
        let (fees, vsize) = fees_and_size(package);
        self.check_pays_for(txid, fees, vsize, &replaced)
            .map_err(|why| refuse("insufficient anti-DoS fees", why))?;
        let (rate, alone) = (FeeRate::signed(fees, vsize), parent.rate());
        if rate <= alone {
            let debug = format!("package feerate {rate} <= parent feerate is {alone}");
            let what = "package feerate is less than or equal to parent feerate";
            return Err(refuse(what, debug));
        }
        self.check_improves(&replaced, (fees, vsize)).map_err(|why| refuse(&why, ""))?;
        Ok(replaced)
    }

    /// `ImprovesFeerateDiagram`: more fees in every size of block, or as much.
    fn check_improves(&self, replaced: &BTreeSet<Id>, new: Chunk) -> Result<(), String> {
        let mut leaving: Vec<&Entry<L>> =
            replaced.iter().filter_map(|id| self.entries.get(id)).collect();
        // Core's order, which decides what is complained of first.
        leaving.sort_unstable_by_key(|entry| entry.checked.txid);
        for entry in &leaving {
            self.check_conflict_topology(entry)?;
        }
        let old = leaving.iter().flat_map(|entry| self.old_chunks(entry)).collect();
        // Parents that stay have lost their child.
        let kept = leaving.iter().filter_map(|entry| entry.parents.first());
        let kept = kept.filter(|parent| !replaced.contains(parent));
        let kept = kept.filter_map(|parent| self.entries.get(parent));
        let mut after: Vec<Chunk> = kept.map(|parent| chunk(parent.own())).collect();
        after.push(new);
        if improves(old, after) {
            return Ok(());
        }
        Err("insufficient feerate: does not improve feerate diagram".to_owned())
    }

    /// `CheckConflictTopology`: what leaves has a family of at most two.
    fn check_conflict_topology(&self, entry: &Entry<L>) -> Result<(), String> {
        let txid = entry.checked.txid;
        let (above, below) = (entry.ancestors.count, entry.descendants.count);
        if above > 2 {
            return Err(format!("{txid} has {} ancestors, max 1 allowed", above - 1));
        }
        if below > 2 {
            return Err(format!("{txid} has {} descendants, max 1 allowed", below - 1));
        }
        if above > 1 && below > 1 {
            return Err(format!(
                "{txid} has both ancestor and descendant, exceeding cluster limit of 2"
            ));
        }
        let relative = |ids: &BTreeSet<Id>| ids.first().and_then(|id| self.entries.get(id));
        if let Some(child) = relative(&entry.children)
            && child.ancestors.count > 2
        {
            return Err(format!("{txid} is not the only parent of child {}", child.checked.txid));
        }
        if let Some(parent) = relative(&entry.parents)
            && parent.descendants.count > 2
        {
            return Err(format!("{txid} is not the only child of parent {}", parent.checked.txid));
        }
        Ok(())
    }

    /// The parts that a family of two is mined in. A parent is part of its child's.
    fn old_chunks(&self, entry: &Entry<L>) -> Vec<Chunk> {
        if entry.descendants.count > 1 {
            return Vec::new();
        }
        let (own, both) = (entry.own(), entry.ancestors);
        if both.count > 1 && own.rate() <= both.rate() {
            return vec![(both.fees - own.fees, both.vsize - own.vsize), chunk(own)];
        }
        vec![chunk(both)]
    }
}

/// Fees of the best parts that fill a size.
struct Diagram(Vec<Chunk>);

impl Diagram {
    fn new(mut chunks: Vec<Chunk>) -> Self {
        let rate = |chunk: &Chunk| FeeRate::signed(chunk.0, chunk.1);
        chunks.sort_by_key(|chunk| Reverse(rate(chunk)));
        Self(chunks)
    }

    fn corners(&self) -> impl Iterator<Item = u64> {
        self.0.iter().scan(0u64, |end, (_, size)| {
            *end = end.saturating_add(*size);
            Some(*end)
        })
    }

    /// As a fraction.
    fn fees_at(&self, size: u64) -> (i128, i128) {
        let (mut fees, mut left) = (0i128, size);
        for (fee, length) in &self.0 {
            if *length > left {
                let length = i128::from(*length);
                return (fees * length + i128::from(*fee) * i128::from(left), length);
            }
            fees += i128::from(*fee);
            left -= length;
        }
        (fees, 1)
    }
}

/// `CompareChunks`: nowhere less and somewhere more.
fn improves(old: Vec<Chunk>, new: Vec<Chunk>) -> bool {
    let (old, new) = (Diagram::new(old), Diagram::new(new));
    let mut better = false;
    for size in old.corners().chain(new.corners()) {
        let ((a, over_a), (b, over_b)) = (new.fees_at(size), old.fees_at(size));
        match (a * over_b).cmp(&(b * over_a)) {
            Ordering::Less => return false,
            Ordering::Greater => better = true,
            Ordering::Equal => {}
        }
    }
    better
}

#[cfg(test)]
mod tests {
    use super::improves;

    #[test]
    fn diagrams() {
        // More fees for the same size; the same; less.
        assert!(improves(vec![(10, 10)], vec![(11, 10)]));
        assert!(!improves(vec![(10, 10)], vec![(10, 10)]));
        assert!(!improves(vec![(11, 10)], vec![(10, 10)]));
        // More in all, but less for the first bytes.
        assert!(!improves(vec![(10, 10)], vec![(12, 20)]));
        // The order of parts does not count; a cut does.
        assert!(!improves(vec![(1, 10), (9, 10)], vec![(9, 10), (1, 10)]));
        assert!(improves(vec![(5, 10), (5, 10)], vec![(9, 10), (1, 10)]));
        // Nothing left is worse than anything that pays.
        assert!(!improves(vec![(1, 1)], vec![]));
        assert!(improves(vec![], vec![(1, 1)]));
        assert!(improves(vec![(1, 100)], vec![(1, 50)]));
    }
}
