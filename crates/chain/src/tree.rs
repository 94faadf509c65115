//! The block tree: every header that was found to be in its place, what is known of its block, and
//! which of them are the active chain.
//!
//! In memory, and never forgotten: a store keeps the records. Headers that break a rule stay, so
//! that they are refused for good. Does not know blocks' contents or how state follows.

mod candidates;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use quarry_primitives::{BlockHash, ChainWork, Header};

use crate::ledger::Ancestors;
use crate::limits::MEDIAN_TIME_SPAN;
use crate::record::{FilePlace, HeaderRecord, Validity};
use crate::store::StoreError;

use candidates::Candidates;

/// A header's number in the tree; a parent's is lower than its children's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(u32);

impl Id {
    /// The genesis block.
    pub(crate) const GENESIS: Self = Self(0);

    fn index(self) -> usize {
        usize::try_from(self.0).expect("32 bits fit")
    }
}

/// Which of two equally good blocks came first: lower is earlier (`nSequenceId`). Blocks that a
/// person called precious come before all, those of the active chain on disk before what was read
/// from there.
pub(crate) const SEQUENCE_ACTIVE_FROM_DISK: i64 = 0;
const SEQUENCE_FROM_DISK: i64 = 1;

/// A header in its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) hash: BlockHash,
    pub(crate) header: Header,
    pub(crate) height: u32,
    pub(crate) work: ChainWork,
    pub(crate) median_time_past: u32,
    pub(crate) parent: Option<Id>,
    /// An ancestor further down, so that any is found in few steps (`pskip`).
    skip: Option<Id>,
    pub(crate) validity: Validity,
    pub(crate) failed: bool,
    /// The transactions of its block; 0 while that is not stored.
    pub(crate) tx_count: u32,
    /// The transactions of it and all its ancestors; 0 while one of them is not stored.
    pub(crate) chain_tx_count: u64,
    pub(crate) block: Option<FilePlace>,
    pub(crate) undo: Option<FilePlace>,
    pub(crate) sequence: i64,
}

impl Node {
    pub(crate) fn record(&self) -> HeaderRecord {
        HeaderRecord {
            header: self.header,
            height: self.height,
            validity: self.validity,
            failed: self.failed,
            tx_count: self.tx_count,
            block: self.block,
            undo: self.undo,
        }
    }
}

/// All known headers. Never empty: the genesis block is its root.
#[derive(Clone, Debug)]
pub(crate) struct BlockTree {
    nodes: Vec<Node>,
    by_hash: BTreeMap<BlockHash, Id>,
    active: Vec<Id>,
    candidates: Candidates,
    /// Stored blocks by a parent that is not, or whose own ancestor is not.
    unlinked: BTreeMap<Id, Vec<Id>>,
    best_header: Id,
    /// What the store does not know yet.
    dirty: BTreeSet<Id>,
    next_sequence: i64,
    next_precious: i64,
}

impl BlockTree {
    /// A tree of the genesis block alone, which is the active chain.
    pub(crate) fn new(genesis: Header) -> Self {
        let hash = genesis.block_hash();
        let node = Node {
            hash,
            header: genesis,
            height: 0,
            work: genesis.work(),
            median_time_past: genesis.time,
            parent: None,
            skip: None,
            validity: Validity::Connected,
            failed: false,
            tx_count: 0,
            chain_tx_count: 0,
            block: None,
            undo: None,
            sequence: SEQUENCE_ACTIVE_FROM_DISK,
        };
        Self {
            nodes: vec![node],
            by_hash: BTreeMap::from([(hash, Id::GENESIS)]),
            active: vec![Id::GENESIS],
            candidates: Candidates::default(),
            unlinked: BTreeMap::new(),
            best_header: Id::GENESIS,
            dirty: BTreeSet::from([Id::GENESIS]),
            next_sequence: SEQUENCE_FROM_DISK + 1,
            next_precious: -1,
        }
    }

    /// Adds stored headers, and makes the branch of `tip` the active chain.
    pub(crate) fn load(
        &mut self,
        mut records: Vec<HeaderRecord>,
        tip: BlockHash,
    ) -> Result<(), StoreError> {
        records.sort_by_key(|record| record.height);
        for record in records {
            let id = match record.height {
                0 => Id::GENESIS,
                _ => self
                    .insert(record.header)
                    .ok_or_else(|| StoreError::corrupt("a header without its parent"))?,
            };
            self.restore(id, &record)?;
        }
        let tip = self.id(&tip).ok_or_else(|| StoreError::corrupt("a tip without its header"))?;
        self.set_tip(tip);
        for id in self.active.clone() {
            self.nodes[id.index()].sequence = SEQUENCE_ACTIVE_FROM_DISK;
        }
        self.rebuild();
        self.dirty.clear();
        Ok(())
    }

    fn restore(&mut self, id: Id, record: &HeaderRecord) -> Result<(), StoreError> {
        let node = &mut self.nodes[id.index()];
        if node.header != record.header || node.height != record.height {
            return Err(StoreError::corrupt("a header at the wrong height"));
        }
        node.validity = record.validity;
        node.failed = record.failed;
        node.tx_count = record.tx_count;
        node.block = record.block;
        node.undo = record.undo;
        node.sequence = SEQUENCE_FROM_DISK;
        if node.block.is_some() {
            self.link(id, false);
        }
        Ok(())
    }

    /// Adds a header under its parent, as failed if that is; `None` if that is not there.
    pub(crate) fn insert(&mut self, header: Header) -> Option<Id> {
        let parent = self.id(&header.prev_blockhash)?;
        let id = Id(u32::try_from(self.nodes.len()).ok()?);
        let above = self.get(parent);
        let height = above.height.checked_add(1)?;
        let node = Node {
            hash: header.block_hash(),
            header,
            height,
            work: above.work + header.work(),
            median_time_past: self.median_time(&header, parent),
            parent: Some(parent),
            skip: self.ancestor(parent, skip_height(height)),
            validity: Validity::Header,
            failed: above.failed,
            tx_count: 0,
            chain_tx_count: 0,
            block: None,
            undo: None,
            sequence: 0,
        };
        self.by_hash.insert(node.hash, id);
        if !node.failed && node.work > self.get(self.best_header).work {
            self.best_header = id;
        }
        self.nodes.push(node);
        self.dirty.insert(id);
        Some(id)
    }

    /// The median of a header's time and those of the ten before it (`GetMedianTimePast`).
    fn median_time(&self, header: &Header, parent: Id) -> u32 {
        let mut times = vec![header.time];
        let mut next = Some(parent);
        while times.len() < MEDIAN_TIME_SPAN
            && let Some(id) = next
        {
            let node = self.get(id);
            times.push(node.header.time);
            next = node.parent;
        }
        times.sort_unstable();
        times[times.len() / 2]
    }

    pub(crate) fn id(&self, hash: &BlockHash) -> Option<Id> {
        self.by_hash.get(hash).copied()
    }

    pub(crate) fn get(&self, id: Id) -> &Node {
        &self.nodes[id.index()]
    }

    /// Changes what is known of a block, and remembers to tell the store.
    fn get_mut(&mut self, id: Id) -> &mut Node {
        self.dirty.insert(id);
        &mut self.nodes[id.index()]
    }

    pub(crate) fn by_hash(&self, hash: &BlockHash) -> Option<&Node> {
        self.id(hash).map(|id| self.get(id))
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        let end = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        (0..end).map(Id)
    }

    pub(crate) fn tip(&self) -> Id {
        *self.active.last().expect("the genesis block is never taken out")
    }

    pub(crate) fn tip_node(&self) -> &Node {
        self.get(self.tip())
    }

    /// The header with most work of those that did not fail.
    pub(crate) fn best_header(&self) -> Id {
        self.best_header
    }

    pub(crate) fn active_at(&self, height: u32) -> Option<Id> {
        self.active.get(usize::try_from(height).ok()?).copied()
    }

    pub(crate) fn is_active(&self, id: Id) -> bool {
        self.active_at(self.get(id).height) == Some(id)
    }

    /// The ancestor at a height not above its own (`CBlockIndex::GetAncestor`).
    pub(crate) fn ancestor(&self, from: Id, height: u32) -> Option<Id> {
        if height > self.get(from).height {
            return None;
        }
        let mut id = from;
        while self.get(id).height > height {
            let node = self.get(id);
            let skipped = skip_height(node.height);
            // "Only follow pskip if pprev->pskip isn't better than pskip->pprev."
            let before = skip_height(node.height.saturating_sub(1));
            let by_skip = skipped == height
                || (skipped > height && !(before < skipped.saturating_sub(2) && before >= height));
            id = match node.skip {
                Some(skip) if by_skip => skip,
                _ => node.parent?,
            };
        }
        Some(id)
    }

    /// The last block of the active chain that is an ancestor of a block, or it.
    pub(crate) fn fork(&self, id: Id) -> Id {
        let mut id = id;
        while !self.is_active(id)
            && let Some(parent) = self.get(id).parent
        {
            id = parent;
        }
        id
    }

    /// The branch that ends in a block of the tree.
    pub(crate) fn branch(&self, end: Id) -> Branch<'_> {
        Branch { tree: self, end }
    }

    /// A block was stored: it, and what waited for it, may become part of the active chain.
    pub(crate) fn stored(&mut self, id: Id, place: FilePlace, tx_count: u32) {
        let node = self.get_mut(id);
        (node.block, node.tx_count) = (Some(place), tx_count);
        node.validity = node.validity.max(Validity::Block);
        self.link(id, true);
    }

    /// Links a stored block, and those that waited for it, to the blocks below, if all of them are
    /// stored. Only then it has come, as far as "first seen" goes.
    fn link(&mut self, id: Id, comes_now: bool) {
        let mut open = VecDeque::from([id]);
        while let Some(id) = open.pop_front() {
            let node = self.get(id);
            let own = u64::from(node.tx_count);
            let below = node.parent.map(|parent| (parent, self.get(parent).chain_tx_count));
            if let Some((parent, 0)) = below {
                let waiting = self.unlinked.entry(parent).or_default();
                if !waiting.contains(&id) {
                    waiting.push(id);
                }
                continue;
            }
            let total = own.saturating_add(below.map_or(0, |(_, count)| count));
            self.nodes[id.index()].chain_tx_count = total;
            if comes_now {
                self.nodes[id.index()].sequence = self.next_sequence;
                self.next_sequence += 1;
            }
            self.consider(id);
            open.extend(self.unlinked.remove(&id).unwrap_or_default());
        }
    }

    /// Makes a block a candidate for the tip if it can be one.
    fn consider(&mut self, id: Id) {
        let node = self.get(id);
        let (work, sequence) = (node.work, node.sequence);
        let usable = node.chain_tx_count > 0 && !node.failed;
        let tip = self.tip_node();
        if usable && (work, -sequence) >= (tip.work, -tip.sequence) {
            self.candidates.insert(work, sequence, id);
        }
    }

    /// The candidate with most work, of those the first seen.
    pub(crate) fn best_candidate(&self) -> Option<Id> {
        self.candidates.best()
    }

    /// A block's undo data is stored and its state was checked.
    pub(crate) fn connected(&mut self, id: Id, undo: FilePlace) {
        let node = self.get_mut(id);
        (node.undo, node.validity) = (Some(undo), Validity::Connected);
        // Who came first is forgotten over a restart: then it is who is connected first.
        if node.sequence == SEQUENCE_FROM_DISK {
            let work = node.work;
            node.sequence = SEQUENCE_ACTIVE_FROM_DISK;
            self.candidates.remove(work, SEQUENCE_FROM_DISK, id);
            self.consider(id);
        }
    }

    /// Moves the end of the active chain.
    pub(crate) fn set_tip(&mut self, tip: Id) {
        let height = usize::try_from(self.get(tip).height).unwrap_or(usize::MAX);
        self.active.truncate(height.saturating_add(1));
        let mut above = Vec::new();
        let mut id = tip;
        while self.active_at(self.get(id).height) != Some(id) {
            above.push(id);
            let Some(parent) = self.get(id).parent else { break };
            id = parent;
        }
        let keep = usize::try_from(self.get(id).height).unwrap_or(usize::MAX).saturating_add(1);
        self.active.truncate(keep);
        self.active.extend(above.into_iter().rev());
        let node = self.get(tip);
        self.candidates.drop_worse(node.work, node.sequence);
    }

    /// A block breaks a rule: it and all above it are out.
    pub(crate) fn fail(&mut self, id: Id) {
        for id in self.with_descendants(id) {
            let node = self.get_mut(id);
            node.failed = true;
            let (work, sequence) = (node.work, node.sequence);
            self.candidates.remove(work, sequence, id);
        }
        self.rebuild();
    }

    /// Forgets that a block, its ancestors and its descendants failed.
    pub(crate) fn reconsider(&mut self, id: Id) {
        let mut ids = self.with_descendants(id);
        let mut next = self.get(id).parent;
        while let Some(id) = next {
            ids.push(id);
            next = self.get(id).parent;
        }
        for id in ids.into_iter().filter(|id| self.get(*id).failed).collect::<Vec<_>>() {
            self.get_mut(id).failed = false;
        }
        self.rebuild();
    }

    /// Of equally good blocks this one counts as the first, before all that were called so earlier.
    pub(crate) fn make_precious(&mut self, id: Id) {
        let node = self.get(id);
        self.candidates.remove(node.work, node.sequence, id);
        let sequence = self.next_precious;
        self.next_precious -= 1;
        self.nodes[id.index()].sequence = sequence;
        self.consider(id);
    }

    fn with_descendants(&self, id: Id) -> Vec<Id> {
        let mut found = BTreeSet::from([id]);
        for other in self.ids().skip(id.index() + 1) {
            if self.get(other).parent.is_some_and(|parent| found.contains(&parent)) {
                found.insert(other);
            }
        }
        found.into_iter().collect()
    }

    /// Finds candidates and the best header anew.
    pub(crate) fn rebuild(&mut self) {
        self.candidates = Candidates::default();
        let mut best = self.tip();
        for id in self.ids() {
            self.consider(id);
            let node = self.get(id);
            if !node.failed && node.work > self.get(best).work {
                best = id;
            }
        }
        self.best_header = best;
    }

    /// The ends of all branches: every header without a child, and the tip.
    pub(crate) fn ends(&self) -> Vec<Id> {
        let parents: BTreeSet<Id> = self.nodes.iter().filter_map(|node| node.parent).collect();
        let tip = self.tip();
        self.ids().filter(|id| *id == tip || !parents.contains(id)).collect()
    }

    /// The records that the store does not have, parents first.
    pub(crate) fn dirty(&self) -> impl Iterator<Item = HeaderRecord> {
        self.dirty.iter().map(|id| self.get(*id).record())
    }

    /// The store has them.
    pub(crate) fn written(&mut self) {
        self.dirty.clear();
    }

    /// How many headers there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }
}

/// To which height a header at a height skips (`GetSkipHeight`): any deterministic number lower
/// than it is right, this one is fast.
fn skip_height(height: u32) -> u32 {
    let without_lowest_bit = |n: u32| n & n.saturating_sub(1);
    match height {
        0 | 1 => 0,
        odd if odd & 1 == 1 => without_lowest_bit(without_lowest_bit(odd - 1)) + 1,
        even => without_lowest_bit(even),
    }
}

/// A branch: a block and all its ancestors.
#[derive(Clone, Copy)]
pub(crate) struct Branch<'a> {
    tree: &'a BlockTree,
    end: Id,
}

impl core::fmt::Debug for Branch<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Branch").field("end", &self.end).finish_non_exhaustive()
    }
}

impl Branch<'_> {
    fn at(&self, height: u32) -> Option<&Node> {
        self.tree.ancestor(self.end, height).map(|id| self.tree.get(id))
    }
}

impl Ancestors for Branch<'_> {
    fn median_time_past(&self, height: u32) -> Option<u32> {
        self.at(height).map(|node| node.median_time_past)
    }

    fn header(&self, height: u32) -> Option<Header> {
        self.at(height).map(|node| node.header)
    }
}

#[cfg(test)]
mod tests;
