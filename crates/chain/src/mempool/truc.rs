//! Families of two: BIP-431, "topologically restricted until confirmation" (policy/truc_policy.cpp
//! of Bitcoin Core 30).
//!
//! Does not know fees.

use std::collections::BTreeSet;

use super::Mempool;
use super::accept::Candidate;
use super::entry::Id;
use crate::ledger::{CheckedTx, Ledger};
use crate::limits::{TRUC_CHILD_MAX_VBYTES, TRUC_FAMILY, TRUC_MAX_VBYTES};

/// What is broken, in Core's words, and the sibling that could leave instead.
pub(super) struct Violation {
    pub(super) why: String,
    pub(super) sibling: Option<Id>,
}

impl From<String> for Violation {
    fn from(why: String) -> Self {
        Self { why, sibling: None }
    }
}

/// As Core's messages name a transaction.
pub(super) fn named<S>(tx: &CheckedTx<S>) -> String {
    format!("tx {} (wtxid={})", tx.txid, tx.wtxid)
}

fn too_many_ancestors<S>(tx: &CheckedTx<S>) -> String {
    format!("{} would have too many ancestors", named(tx))
}

fn too_many_descendants<S>(tx: &CheckedTx<S>) -> String {
    format!("{} would exceed descendant count limit", named(tx))
}

/// Both of the family have to be of one kind.
fn check_inheritance<S>(tx: &CheckedTx<S>, parent: &CheckedTx<S>) -> Result<(), String> {
    let [child, of] = [tx, parent].map(named);
    match (tx.truc, parent.truc) {
        (false, true) => Err(format!("non-version=3 {child} cannot spend from version=3 {of}")),
        (true, false) => Err(format!("version=3 {child} cannot spend from non-version=3 {of}")),
        _ => Ok(()),
    }
}

fn check_size<S>(tx: &CheckedTx<S>, what: &str, most: u64) -> Result<(), String> {
    if tx.vsize > most {
        let (name, vsize) = (named(tx), tx.vsize);
        return Err(format!("version=3 {what}{name} is too big: {vsize} > {most} virtual bytes"));
    }
    Ok(())
}

impl<L: Ledger> Mempool<L> {
    /// `SingleTRUCChecks`.
    pub(super) fn check_truc(
        &self,
        tx: &CheckedTx<L::Slot>,
        ancestors: &BTreeSet<Id>,
        conflicts: &BTreeSet<Id>,
    ) -> Result<(), Violation> {
        let entries = ancestors.iter().filter_map(|id| self.entries.get(id));
        for ancestor in entries.clone() {
            check_inheritance(tx, &ancestor.checked)?;
        }
        if !tx.truc {
            return Ok(());
        }
        check_size(tx, "", TRUC_MAX_VBYTES)?;
        if ancestors.len() as u64 + 1 > TRUC_FAMILY {
            return Err(too_many_ancestors(tx).into());
        }
        let Some(parent) = entries.clone().next() else { return Ok(()) };
        check_size(tx, "child ", TRUC_CHILD_MAX_VBYTES)?;
        let replaces_child = parent.children.iter().any(|child| conflicts.contains(child));
        if parent.descendants.count < TRUC_FAMILY || replaces_child {
            return Ok(());
        }
        // One sibling without family of its own may leave instead, even if it spends other coins.
        // More of them are possible after a reorganisation only.
        let only = |id: &Id| {
            let alone = |sibling: &super::Entry<L>| sibling.ancestors.count == TRUC_FAMILY;
            parent.descendants.count == TRUC_FAMILY && self.entries.get(id).is_some_and(alone)
        };
        let sibling = parent.children.first().copied().filter(only);
        Err(Violation { why: too_many_descendants(&parent.checked), sibling })
    }

    /// `PackageTRUCChecks`: what the transactions before and after it in its package add.
    pub(super) fn check_package_truc(
        &self,
        index: usize,
        package: &[Candidate<L>],
    ) -> Result<(), String> {
        let Some(new) = package.get(index) else { return Ok(()) };
        let tx = &new.checked;
        let in_package: Vec<&CheckedTx<L::Slot>> = package[..index]
            .iter()
            .map(|other| &other.checked)
            .filter(|parent| depends(tx, parent))
            .collect();
        if !tx.truc {
            // Parents in the mempool were checked on its own.
            return in_package.iter().try_for_each(|parent| check_inheritance(tx, parent));
        }
        if (new.ancestors.len() + in_package.len()) as u64 + 1 > TRUC_FAMILY {
            return Err(too_many_ancestors(tx));
        }
        let pooled = new.ancestors.first().and_then(|id| self.entries.get(id));
        let parent = pooled.map(|entry| &entry.checked).or_else(|| in_package.first().copied());
        let Some(parent) = parent else { return Ok(()) };
        check_size(tx, "child ", TRUC_CHILD_MAX_VBYTES)?;
        check_inheritance(tx, parent)?;
        for (_, other) in package.iter().enumerate().filter(|(other, _)| *other != index) {
            if depends(&other.checked, parent) {
                return Err(too_many_descendants(parent));
            }
            if depends(&other.checked, tx) {
                return Err(too_many_ancestors(&other.checked));
            }
        }
        if pooled.is_some_and(|entry| entry.descendants.count > 1) {
            return Err(too_many_descendants(parent));
        }
        Ok(())
    }
}

/// Whether one uses what the other provides.
pub(super) fn depends<S: Ord>(child: &CheckedTx<S>, parent: &CheckedTx<S>) -> bool {
    child.uses.iter().any(|slot| parent.provides.contains(slot))
}
