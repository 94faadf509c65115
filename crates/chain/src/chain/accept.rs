//! Headers and blocks from elsewhere: `ProcessNewBlockHeaders` and `ProcessNewBlock` of Bitcoin
//! Core's validation.cpp.
//!
//! Does not know who sent them, nor how the active chain moves.

use quarry_primitives::{Header, Now, Txid};

use super::activate::Fresh;
use super::{Chain, context_above};
use crate::BlockError;
use crate::event::ChainEvent;
use crate::header;
use crate::ledger::Ledger;
use crate::limits::MAX_UNREQUESTED_AHEAD;
use crate::store::Store;
use crate::tree::Id;

/// How a block came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Whether it was asked for, by this node or by its user: then it is stored whatever its work.
    pub requested: bool,
    /// Whether its branch shows enough work for a new header to be kept.
    pub enough_work: bool,
}

impl Arrival {
    /// From this node's own user.
    pub const OWN: Self = Self { requested: true, enough_work: true };
}

/// What became of a block that breaks no rule so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockOutcome {
    /// It was here already.
    Known,
    /// It is kept, and part of the active chain.
    Connected,
    /// It is kept, on a branch that is not active: has not more work, or was given up for an
    /// older block of it, which its own [`ChainEvent::BlockInvalid`] tells.
    Stored,
    /// It was not asked for, and is not worth keeping.
    Ignored,
}

/// What taking a block in did.
#[derive(Debug)]
pub struct Processed<B> {
    /// What became of it: the first rule it breaks, if any.
    pub outcome: Result<BlockOutcome, BlockError>,
    /// What happened to the chain, whatever became of the block.
    pub events: Vec<ChainEvent>,
    /// The block, if it was stored: whoever tells of it need not read it again.
    pub block: Option<B>,
}

/// A block that breaks no rule, after it was looked at without state.
enum Kept {
    /// With its transactions' ids.
    Stored(Id, Vec<Txid>),
    Not(BlockOutcome),
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Takes headers in, in order; stops at the first that is not in its place.
    ///
    /// # Errors
    /// The first rule that is broken; the headers before it stay.
    pub fn accept_headers(&mut self, now: Now, headers: &[Header]) -> Result<(), BlockError> {
        headers.iter().try_for_each(|header| self.accept_header(now, header, true).map(drop))
    }

    /// `AcceptBlockHeader`. A new header is kept only if its branch shows enough work, which is
    /// looked at last: what is wrong with its place is nobody's lack of work.
    pub(super) fn accept_header(
        &mut self,
        now: Now,
        header: &Header,
        enough_work: bool,
    ) -> Result<Id, BlockError> {
        let hash = header.block_hash();
        if let Some(id) = self.tree.id(&hash) {
            let failed = self.tree.get(id).failed;
            return if failed { Err(BlockError::DuplicateInvalid { hash }) } else { Ok(id) };
        }
        header::check_proof_of_work(&self.spec, header)?;
        let missing = || BlockError::ParentNotFound { parent: header.prev_blockhash };
        let parent = self.tree.id(&header.prev_blockhash).ok_or_else(missing)?;
        if self.tree.get(parent).failed {
            return Err(BlockError::BadParent { parent: header.prev_blockhash });
        }
        self.check_header(now, header, parent)?;
        if !enough_work {
            return Err(BlockError::LowWork);
        }
        self.tree.insert(*header).ok_or_else(missing)
    }

    /// The rules of a header above a parent, but for its proof of work.
    pub(super) fn check_header(
        &self,
        now: Now,
        header: &Header,
        parent: Id,
    ) -> Result<(), BlockError> {
        let branch = self.tree.branch(parent);
        let at = context_above(&self.spec, &self.tree, parent, &branch);
        header::check_in_context(header, &at, now)
    }

    /// Takes a block in and moves the active chain to the branch with most work; of equal
    /// branches the first seen stays.
    ///
    /// The block's bytes are appended to the store; [`Chain::acknowledge`] makes sure that a crash
    /// leaves them.
    pub fn process_block(
        &mut self,
        now: Now,
        block: L::Block,
        arrival: Arrival,
    ) -> Processed<L::Block> {
        let (mut events, mut stored) = (Vec::new(), None);
        let outcome = self.take_block(now, block, arrival, &mut events, &mut stored);
        Processed { outcome, events, block: stored }
    }

    /// [`Chain::process_block`] for a caller that wants a new block in the active chain or its
    /// branch, and no less.
    ///
    /// # Errors
    /// The first rule that is broken; [`BlockError::Duplicate`] for a block that is here.
    pub fn accept_block(
        &mut self,
        now: Now,
        block: L::Block,
    ) -> Result<Vec<ChainEvent>, BlockError> {
        let hash = self.ledger.header(&block).block_hash();
        let Processed { outcome, events, .. } = self.process_block(now, block, Arrival::OWN);
        if outcome? == BlockOutcome::Known {
            return Err(BlockError::Duplicate { hash });
        }
        match self.tree.by_hash(&hash) {
            Some(node) if node.failed => {
                Err(BlockError::BadParent { parent: node.header.prev_blockhash })
            }
            _ => Ok(events),
        }
    }

    fn take_block(
        &mut self,
        now: Now,
        block: L::Block,
        arrival: Arrival,
        events: &mut Vec<ChainEvent>,
        stored: &mut Option<L::Block>,
    ) -> Result<BlockOutcome, BlockError> {
        let hash = self.ledger.header(&block).block_hash();
        let (id, txids) = match self.store_block(now, &block, arrival)? {
            Kept::Stored(id, txids) => (id, txids),
            Kept::Not(outcome) => {
                // What is known may be what a fault of the store kept from being connected.
                self.activate(now, None, events)?;
                return Ok(outcome);
            }
        };
        let new = Fresh { id, block: stored.insert(block), txids: &txids };
        let mut failed = self.activate(now, Some(new), events)?;
        if let Some(own) = failed.iter().position(|(other, _)| *other == hash) {
            return Err(failed.swap_remove(own).1);
        }
        // Of this block itself Core says nothing then.
        if self.tree.get(id).failed {
            return Ok(BlockOutcome::Stored);
        }
        let active = self.tree.is_active(id);
        if !active {
            events.push(ChainEvent::SideBlockStored { hash, height: self.tree.get(id).height });
        }
        Ok(if active { BlockOutcome::Connected } else { BlockOutcome::Stored })
    }

    /// `AcceptBlock`.
    fn store_block(
        &mut self,
        now: Now,
        block: &L::Block,
        arrival: Arrival,
    ) -> Result<Kept, BlockError> {
        let header = *self.ledger.header(block);
        header::check_proof_of_work(&self.spec, &header)?;
        self.ledger.check_solution(block, &self.spec)?;
        let txids = self.ledger.txids(block);
        self.ledger.check_block(block, &txids)?;
        let id = self.accept_header(now, &header, arrival.enough_work)?;
        let node = self.tree.get(id);
        if node.block.is_some() {
            return Ok(Kept::Not(BlockOutcome::Known));
        }
        if !arrival.requested && !self.is_worth_keeping(id) {
            return Ok(Kept::Not(BlockOutcome::Ignored));
        }
        self.check_in_context(id, block)?;
        let bytes = self.ledger.encode_block(block);
        let place = self.store.append_block(&bytes)?;
        self.uncommitted_bytes = self.uncommitted_bytes.saturating_add(u64::from(place.len));
        self.mark_stored(id, block, place);
        Ok(Kept::Stored(id, txids))
    }

    /// Enters a stored block into the tree.
    pub(super) fn mark_stored(&mut self, id: Id, block: &L::Block, place: crate::FilePlace) {
        let count = self.ledger.transactions(block).len();
        self.tree.stored(id, place, u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// "Don't process unrequested blocks" that are on worse branches, far ahead, or on a branch of
    /// little work.
    fn is_worth_keeping(&self, id: Id) -> bool {
        let (node, tip) = (self.tree.get(id), self.tree.tip_node());
        node.work >= tip.work
            && node.height <= tip.height.saturating_add(MAX_UNREQUESTED_AHEAD)
            && node.work >= self.options.min_chain_work
    }

    /// `ContextualCheckBlock`; a block that fails it is out for good, unless another with the same
    /// hash may pass.
    pub(super) fn check_in_context(&mut self, id: Id, block: &L::Block) -> Result<(), BlockError> {
        let Some(parent) = self.tree.get(id).parent else { return Ok(()) };
        let branch = self.tree.branch(parent);
        let at = context_above(&self.spec, &self.tree, parent, &branch);
        let checked = self.ledger.check_block_in_context(block, &at);
        if let Err(error) = &checked
            && error.condemns_hash()
        {
            self.tree.fail(id);
        }
        checked
    }

    /// Whether a block's transactions are, in the one form, those that its header commits to.
    /// Its parent has to be known; otherwise it counts as not mutated.
    ///
    /// # Errors
    /// What shows that they are not.
    pub fn check_mutation(&self, block: &L::Block) -> Result<(), BlockError> {
        let Some(parent) = self.tree.id(&self.ledger.header(block).prev_blockhash) else {
            return Ok(());
        };
        let branch = self.tree.branch(parent);
        self.ledger.check_mutation(block, &context_above(&self.spec, &self.tree, parent, &branch))
    }

    /// Whether a header's hash is under the target that it claims, and that within the limit.
    #[must_use]
    pub fn has_valid_work(&self, header: &Header) -> bool {
        header::check_proof_of_work(&self.spec, header).is_ok()
    }
}
