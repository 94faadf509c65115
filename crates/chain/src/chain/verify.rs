//! Looking again at the newest blocks and at the coins they left: `CVerifyDB`.
//!
//! Does not change anything.

use super::Chain;
use crate::ledger::{Ledger, Overlay, StateChange, StateView};
use crate::store::{Store, StoreError};
use crate::tree::Id;
use crate::{BlockError, header};

/// What is wrong with what is stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// A stored block breaks a rule.
    #[error("block {height} breaks a rule: {error}")]
    Block {
        /// Its height.
        height: u32,
        /// Which.
        #[source]
        error: Box<BlockError>,
    },
    /// Coins are not those that the blocks leave.
    #[error("coins do not fit block {height}")]
    Coins {
        /// Its height.
        height: u32,
    },
    /// A block or its undo data cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Verifies the newest `blocks` blocks (0 for all). Level 0 reads them, 1 checks them without
    /// state, 2 reads their undo data, 3 takes them back on a copy of the state, 4 connects them to
    /// it again (`verifychain`).
    ///
    /// # Errors
    /// [`VerifyError`].
    pub fn verify(&self, level: u32, blocks: u32) -> Result<(), VerifyError> {
        let tip = self.tree.tip_node().height;
        let count = if blocks == 0 { tip } else { blocks.min(tip) };
        let state = self.state();
        let mut overlay = Overlay::new(&state, &self.tip().hash);
        let heights = (tip - count + 1)..=tip;
        for height in heights.clone().rev() {
            let Some(id) = self.tree.active_at(height) else { continue };
            self.verify_back(id, height, level, &mut overlay)?;
        }
        if level < 4 {
            return Ok(());
        }
        for height in heights {
            let Some(id) = self.tree.active_at(height) else { continue };
            self.verify_again(id, height, &mut overlay)?;
        }
        Ok(())
    }

    fn verify_back(
        &self,
        id: Id,
        height: u32,
        level: u32,
        overlay: &mut Overlay<'_>,
    ) -> Result<(), VerifyError> {
        let broken = |error| VerifyError::Block { height, error: Box::new(error) };
        let block = self.stored_block(id)?;
        if level >= 1 {
            header::check_proof_of_work(&self.spec, self.ledger.header(&block)).map_err(broken)?;
            if height > 0 {
                self.ledger.check_solution(&block, &self.spec).map_err(broken)?;
            }
            self.ledger.check_block(&block, &self.ledger.txids(&block)).map_err(broken)?;
        }
        if level < 2 {
            return Ok(());
        }
        let undo = self.stored_undo(id)?;
        if level < 3 {
            return Ok(());
        }
        let branch = self.tree.branch(id);
        let changes = self.ledger.disconnect(&block, &undo, &self.context(id, &branch))?;
        for change in changes {
            let there = overlay.coin(&change.outpoint())?;
            let fits = match &change {
                StateChange::CoinRemoved { coin, .. } => there.as_ref() == Some(coin),
                StateChange::CoinAdded { .. } => there.is_none(),
            };
            if !fits {
                return Err(VerifyError::Coins { height });
            }
            overlay.apply(core::slice::from_ref(&change));
        }
        Ok(())
    }

    fn verify_again(
        &self,
        id: Id,
        height: u32,
        overlay: &mut Overlay<'_>,
    ) -> Result<(), VerifyError> {
        let broken = |error| VerifyError::Block { height, error: Box::new(error) };
        let block = self.stored_block(id)?;
        let branch = self.tree.branch(id);
        let at = self.context(id, &branch);
        let txids = self.ledger.txids(&block);
        let connected =
            self.ledger.connect(&block, &txids, &at, overlay, &|_, _| false).map_err(broken)?;
        overlay.apply(&connected.changes);
        Ok(())
    }
}
