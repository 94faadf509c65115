//! Which scripts belong to a branch: the look-up from a script back to its path.
//!
//! Needs the public half only. Does not know which keys are in use: its owner says how far to look.

use std::collections::BTreeMap;

use quarry_primitives::{Script, ScriptBuf};

use crate::branch::{BranchError, BranchPublic, KeyPath, KeyRole};
use crate::limits::MAX_COVERED_KEYS;

/// A branch's scripts up to a count per role.
#[derive(Clone, Debug)]
pub struct BranchScripts {
    branch: BranchPublic,
    paths: BTreeMap<ScriptBuf, KeyPath>,
    deposits: u32,
    changes: u32,
}

impl BranchScripts {
    /// A look-up that covers nothing yet.
    #[must_use]
    pub fn new(branch: BranchPublic) -> Self {
        Self { branch, paths: BTreeMap::new(), deposits: 0, changes: 0 }
    }

    /// Covers indices `0..count` of a role; never fewer than before. Deriving one script takes
    /// some tens of microseconds.
    ///
    /// # Errors
    /// [`BranchError::TooManyKeys`] above [`MAX_COVERED_KEYS`].
    pub fn cover(&mut self, role: KeyRole, count: u32) -> Result<(), BranchError> {
        if count > MAX_COVERED_KEYS {
            return Err(BranchError::TooManyKeys(count));
        }
        for index in self.covered(role)..count {
            let path = KeyPath { role, index };
            self.paths.insert(self.branch.script(path)?, path);
            match role {
                KeyRole::Deposit => self.deposits = index + 1,
                KeyRole::Change => self.changes = index + 1,
            }
        }
        Ok(())
    }

    /// How many keys of a role are covered.
    #[must_use]
    pub fn covered(&self, role: KeyRole) -> u32 {
        match role {
            KeyRole::Deposit => self.deposits,
            KeyRole::Change => self.changes,
        }
    }

    /// The path of a script, if it is one of the branch's covered scripts.
    #[must_use]
    pub fn find(&self, script: &Script) -> Option<KeyPath> {
        self.paths.get(script).copied()
    }

    /// The branch whose scripts these are.
    #[must_use]
    pub fn branch(&self) -> &BranchPublic {
        &self.branch
    }
}
