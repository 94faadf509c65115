//! The block tree: every header that is known to be on a valid branch, the work behind it, and
//! which of them are the active chain.
//!
//! In memory; a store keeps the headers. Does not know blocks' contents or how state follows.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use quarry_primitives::{BlockHash, ChainWork, Header};

use crate::ledger::Ancestors;
use crate::limits::{MAX_INVALID_REMEMBERED, MEDIAN_TIME_SPAN};
use crate::record::HeaderRecord;
use crate::store::StoreError;

/// A header in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) header: Header,
    pub(crate) height: u32,
    pub(crate) work: ChainWork,
    pub(crate) median_time_past: u32,
}

/// All known headers. Never empty: the genesis block is its root.
#[derive(Clone, Debug)]
pub(crate) struct BlockTree {
    nodes: BTreeMap<BlockHash, Node>,
    active: Vec<BlockHash>,
    invalid: BTreeSet<BlockHash>,
    // Oldest first, so that the memory of invalid blocks is bounded.
    invalid_order: VecDeque<BlockHash>,
}

impl BlockTree {
    /// A tree of the genesis block alone.
    pub(crate) fn new(genesis: Header) -> Self {
        let hash = genesis.block_hash();
        let node = Node {
            header: genesis,
            height: 0,
            work: genesis.work(),
            median_time_past: genesis.time,
        };
        Self {
            nodes: BTreeMap::from([(hash, node)]),
            active: vec![hash],
            invalid: BTreeSet::new(),
            invalid_order: VecDeque::new(),
        }
    }

    /// Adds stored headers, and makes `active` (without the genesis block) the active chain.
    pub(crate) fn load(
        &mut self,
        mut headers: Vec<HeaderRecord>,
        active: Vec<BlockHash>,
    ) -> Result<(), StoreError> {
        headers.sort_by_key(|record| record.height);
        for record in headers.iter().filter(|record| record.height > 0) {
            let height = self
                .insert(record.header)
                .ok_or_else(|| StoreError::corrupt("a header without its parent"))?
                .height;
            if height != record.height {
                return Err(StoreError::corrupt("a header at the wrong height"));
            }
        }
        for hash in active {
            let node = self
                .nodes
                .get(&hash)
                .filter(|node| Some(&node.header.prev_blockhash) == self.active.last());
            if node.is_none() {
                return Err(StoreError::corrupt("an active chain with a gap"));
            }
            self.active.push(hash);
        }
        Ok(())
    }

    /// Adds a header under its parent; `None` if that is not there.
    pub(crate) fn insert(&mut self, header: Header) -> Option<Node> {
        let parent = self.nodes.get(&header.prev_blockhash)?;
        let node = Node {
            header,
            height: parent.height.checked_add(1)?,
            work: parent.work + header.work(),
            median_time_past: self.median_time_past(&header),
        };
        self.nodes.insert(header.block_hash(), node);
        Some(node)
    }

    /// The median of a header's time and those of the ten before it (`GetMedianTimePast`).
    fn median_time_past(&self, header: &Header) -> u32 {
        let mut times = vec![header.time];
        let mut parent = header.prev_blockhash;
        while times.len() < MEDIAN_TIME_SPAN
            && let Some(node) = self.nodes.get(&parent)
        {
            times.push(node.header.time);
            parent = node.header.prev_blockhash;
        }
        times.sort_unstable();
        times[times.len() / 2]
    }

    pub(crate) fn get(&self, hash: &BlockHash) -> Option<&Node> {
        self.nodes.get(hash)
    }

    pub(crate) fn tip(&self) -> BlockHash {
        *self.active.last().expect("the genesis block is never taken out")
    }

    pub(crate) fn tip_node(&self) -> &Node {
        &self.nodes[&self.tip()]
    }

    pub(crate) fn active_at(&self, height: u32) -> Option<BlockHash> {
        self.active.get(usize::try_from(height).ok()?).copied()
    }

    pub(crate) fn is_active(&self, hash: &BlockHash) -> bool {
        self.get(hash).is_some_and(|node| self.active_at(node.height) == Some(*hash))
    }

    /// The branch that ends in a block of the tree.
    pub(crate) fn branch(&self, end: BlockHash) -> Branch<'_> {
        let mut above = Vec::new();
        let mut hash = end;
        while !self.is_active(&hash)
            && let Some(node) = self.nodes.get(&hash)
        {
            above.push(hash);
            hash = node.header.prev_blockhash;
        }
        above.reverse();
        let fork_height = self.nodes.get(&hash).map_or(0, |node| node.height);
        Branch { tree: self, fork_height, above }
    }

    /// Makes the branch of a block the active chain.
    pub(crate) fn activate(&mut self, fork_height: u32, above: Vec<BlockHash>) {
        let keep = usize::try_from(fork_height).unwrap_or(usize::MAX).saturating_add(1);
        self.active.truncate(keep);
        self.active.extend(above);
    }

    /// Takes back the insertion of a block that nothing depends on.
    pub(crate) fn forget(&mut self, hash: &BlockHash) {
        self.nodes.remove(hash);
    }

    /// Takes out a block and all above it, and remembers them as invalid. Gives their hashes.
    pub(crate) fn condemn(&mut self, hash: BlockHash) -> Vec<BlockHash> {
        let height = self.get(&hash).map_or(0, |node| node.height);
        let mut above: Vec<(u32, BlockHash)> =
            self.nodes.iter().map(|(hash, node)| (node.height, *hash)).collect();
        above.retain(|(other, _)| *other > height);
        above.sort_unstable();
        let mut condemned = BTreeSet::from([hash]);
        for (_, other) in above {
            if condemned.contains(&self.nodes[&other].header.prev_blockhash) {
                condemned.insert(other);
            }
        }
        for hash in &condemned {
            self.nodes.remove(hash);
            self.remember_invalid(*hash);
        }
        condemned.into_iter().collect()
    }

    pub(crate) fn remember_invalid(&mut self, hash: BlockHash) {
        if !self.invalid.insert(hash) {
            return;
        }
        self.invalid_order.push_back(hash);
        if self.invalid_order.len() > MAX_INVALID_REMEMBERED
            && let Some(oldest) = self.invalid_order.pop_front()
        {
            self.invalid.remove(&oldest);
        }
    }

    pub(crate) fn is_invalid(&self, hash: &BlockHash) -> bool {
        self.invalid.contains(hash)
    }
}

/// A branch: the active chain up to the fork, then the blocks above it.
#[derive(Clone)]
pub(crate) struct Branch<'a> {
    tree: &'a BlockTree,
    pub(crate) fork_height: u32,
    pub(crate) above: Vec<BlockHash>,
}

impl core::fmt::Debug for Branch<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut out = f.debug_struct("Branch");
        out.field("fork_height", &self.fork_height).field("above", &self.above);
        out.finish_non_exhaustive()
    }
}

impl Ancestors for Branch<'_> {
    fn median_time_past(&self, height: u32) -> Option<u32> {
        let hash = match height.checked_sub(self.fork_height) {
            None | Some(0) => self.tree.active_at(height)?,
            Some(above) => *self.above.get(usize::try_from(above).ok()? - 1)?,
        };
        self.tree.get(&hash).map(|node| node.median_time_past)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn child(parent: &Header, time: u32) -> Header {
        Header { prev_blockhash: parent.block_hash(), time, ..*parent }
    }

    #[test]
    fn median_is_of_the_last_eleven() {
        let genesis = testing::easy_spec().genesis_block().header;
        let mut tree = BlockTree::new(genesis);
        let mut tip = genesis;
        // One wild time moves the median by one place only.
        for step in 1..=20 {
            let time = if step == 15 { u32::MAX } else { genesis.time + step };
            tip = child(&tip, time);
            tree.insert(tip).unwrap();
        }
        // Times 10..=14, MAX, 16..=20: the sixth of them in order is 16.
        let node = tree.get(&tip.block_hash()).unwrap();
        assert_eq!(node.median_time_past, genesis.time + 16);
        assert_eq!(node.height, 20);
    }

    #[test]
    fn branches_and_condemnation() {
        let genesis = testing::easy_spec().genesis_block().header;
        let mut tree = BlockTree::new(genesis);
        let a1 = child(&genesis, genesis.time + 1);
        let a2 = child(&a1, genesis.time + 2);
        let b1 = child(&genesis, genesis.time + 3);
        let b2 = child(&b1, genesis.time + 4);
        for header in [a1, a2, b1, b2] {
            tree.insert(header).unwrap();
        }
        tree.activate(0, vec![a1.block_hash(), a2.block_hash()]);
        let branch = tree.branch(b2.block_hash());
        assert_eq!((branch.fork_height, branch.above.len()), (0, 2));
        assert_eq!(branch.median_time_past(0), Some(genesis.time));
        assert_eq!(branch.median_time_past(1), Some(genesis.time + 3));
        assert_eq!(branch.median_time_past(3), None);
        let mut gone = tree.condemn(b1.block_hash());
        gone.sort();
        let mut want = vec![b1.block_hash(), b2.block_hash()];
        want.sort();
        assert_eq!(gone, want);
        assert!(tree.is_invalid(&b2.block_hash()) && tree.get(&b2.block_hash()).is_none());
        assert!(tree.get(&a2.block_hash()).is_some());
    }

    #[test]
    fn memory_of_invalid_blocks_is_bounded() {
        let genesis = testing::easy_spec().genesis_block().header;
        let mut tree = BlockTree::new(genesis);
        let hash = |n: u32| child(&genesis, n).block_hash();
        let most = u32::try_from(MAX_INVALID_REMEMBERED).unwrap();
        (0..=most).for_each(|n| tree.remember_invalid(hash(n)));
        assert!(!tree.is_invalid(&hash(0)));
        assert!(tree.is_invalid(&hash(most)));
    }
}
