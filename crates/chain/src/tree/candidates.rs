//! Which blocks may become the tip, best first (`setBlockIndexCandidates`).
//!
//! Does not know why a block may.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use quarry_primitives::ChainWork;

use super::Id;

/// Blocks by work, then by who came first, then by place in the tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidates(BTreeSet<(ChainWork, Reverse<i64>, Reverse<Id>)>);

impl Candidates {
    pub(super) fn insert(&mut self, work: ChainWork, sequence: i64, id: Id) {
        self.0.insert((work, Reverse(sequence), Reverse(id)));
    }

    pub(super) fn remove(&mut self, work: ChainWork, sequence: i64, id: Id) {
        self.0.remove(&(work, Reverse(sequence), Reverse(id)));
    }

    pub(super) fn best(&self) -> Option<Id> {
        self.0.last().map(|(_, _, Reverse(id))| *id)
    }

    /// Forgets those that are worse than a block of this work that came then.
    pub(super) fn drop_worse(&mut self, work: ChainWork, sequence: i64) {
        let least = (work, Reverse(sequence), Reverse(Id(u32::MAX)));
        self.0 = self.0.split_off(&least);
    }
}
