//! A person overrules the choice of the active chain: `invalidateblock`, `reconsiderblock`,
//! `preciousblock`.
//!
//! Does not know who the person is.

use quarry_primitives::{BlockHash, Now};

use super::Chain;
use super::activate::Returned;
use crate::event::ChainEvent;
use crate::ledger::Ledger;
use crate::store::{Store, StoreError};
use crate::tree::Id;

/// Why a person's wish cannot be met.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ControlError {
    /// No such header.
    #[error("block {hash} is not known")]
    NotFound {
        /// What was asked for.
        hash: BlockHash,
    },
    /// The chain begins with it.
    #[error("the genesis block is valid by definition")]
    Genesis,
    /// The store's own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Treats a block, and all above it, as if it broke a rule. Kept over restarts.
    ///
    /// # Errors
    /// [`ControlError`].
    pub fn invalidate_block(
        &mut self,
        now: Now,
        hash: &BlockHash,
    ) -> Result<Vec<ChainEvent>, ControlError> {
        let id = self.known(hash)?;
        if id == Id::GENESIS {
            return Err(ControlError::Genesis);
        }
        let (mut returned, mut events) = (Returned::none(), Vec::new());
        while self.tree.is_active(id) {
            self.disconnect_tip(&mut returned, &mut events)?;
        }
        self.tree.fail(id);
        self.activate_after(now, None, returned, &mut events)?;
        self.flush()?;
        Ok(events)
    }

    /// Forgets that a block, its ancestors and its descendants were found or said to break a rule:
    /// they are looked at again.
    ///
    /// # Errors
    /// [`ControlError`].
    pub fn reconsider_block(
        &mut self,
        now: Now,
        hash: &BlockHash,
    ) -> Result<Vec<ChainEvent>, ControlError> {
        let id = self.known(hash)?;
        self.tree.reconsider(id);
        let mut events = Vec::new();
        self.activate(now, None, &mut events)?;
        self.flush()?;
        Ok(events)
    }

    /// Treats a block as if it had come before all others with as much work. Not kept over
    /// restarts.
    ///
    /// # Errors
    /// [`ControlError`].
    pub fn precious_block(
        &mut self,
        now: Now,
        hash: &BlockHash,
    ) -> Result<Vec<ChainEvent>, ControlError> {
        let id = self.known(hash)?;
        let mut events = Vec::new();
        // "Nothing to do, this block is not at the tip."
        if self.tree.get(id).work >= self.tree.tip_node().work {
            self.tree.make_precious(id);
            self.activate(now, None, &mut events)?;
        }
        Ok(events)
    }

    fn known(&self, hash: &BlockHash) -> Result<Id, ControlError> {
        self.tree.id(hash).ok_or(ControlError::NotFound { hash: *hash })
    }
}
