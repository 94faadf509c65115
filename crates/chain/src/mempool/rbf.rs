//! What a transaction must pay and be to replace others: BIP-125 as Bitcoin Core 30 has it
//! (policy/rbf.cpp), without the signal.
//!
//! Does not know packages.

use std::collections::BTreeSet;

use quarry_primitives::Txid;

use super::accept::Candidate;
use super::entry::Id;
use super::{FeeRate, Mempool, fee_for};
use crate::TxError;
use crate::errors::money_of;
use crate::ledger::Ledger;
use crate::limits::MAX_REPLACED;

impl<L: Ledger> Mempool<L> {
    /// `ReplacementChecks`: all that leaves if the candidate comes.
    pub(super) fn check_replacement(&self, new: &Candidate<L>) -> Result<BTreeSet<Id>, TxError> {
        let (txid, sibling) = (new.checked.txid, new.sibling);
        self.check_pays_more_than_each(new)?;
        let replaced = self
            .replaced_by(txid, &new.conflicts)
            .map_err(|why| TxError::TooManyReplaced { why, sibling })?;
        self.check_adds_no_unconfirmed(new, &replaced)?;
        self.check_pays_for(txid, new.modified_fee, new.checked.vsize, &replaced)
            .map_err(|why| TxError::InsufficientFee { why, sibling })?;
        Ok(replaced)
    }

    /// `PaysMoreThanConflicts`: "Don't allow the replacement to reduce the feerate of the
    /// mempool."
    fn check_pays_more_than_each(&self, new: &Candidate<L>) -> Result<(), TxError> {
        let rate = FeeRate::signed(new.modified_fee, new.checked.vsize);
        for entry in new.conflicts.iter().filter_map(|id| self.entries.get(id)) {
            let old = entry.own().rate();
            if rate <= old {
                let txid = new.checked.txid;
                let why = format!(
                    "rejecting replacement {txid}; new feerate {rate} <= old feerate {old}"
                );
                return Err(TxError::InsufficientFee { why, sibling: new.sibling });
            }
        }
        Ok(())
    }

    /// `GetEntriesForConflicts`: the conflicts and all that depend on them, not too many.
    pub(super) fn replaced_by(
        &self,
        txid: Txid,
        conflicts: &BTreeSet<Id>,
    ) -> Result<BTreeSet<Id>, String> {
        let mut count = 0u64;
        for entry in conflicts.iter().filter_map(|id| self.entries.get(id)) {
            count = count.saturating_add(entry.descendants.count);
            if count > MAX_REPLACED {
                return Err(format!(
                    "rejecting replacement {txid}; too many potential replacements ({count} > \
                     {MAX_REPLACED})"
                ));
            }
        }
        Ok(self.with_descendants(conflicts.clone()))
    }

    /// `HasNoNewUnconfirmed`: "We don't want to accept replacements that require low feerate junk
    /// to be mined first."
    fn check_adds_no_unconfirmed(
        &self,
        new: &Candidate<L>,
        replaced: &BTreeSet<Id>,
    ) -> Result<(), TxError> {
        let mut known = BTreeSet::new();
        for entry in replaced.iter().filter_map(|id| self.entries.get(id)) {
            known.extend(entry.parents.iter().copied());
        }
        let fresh = |slot| self.providers.get(slot).is_some_and(|id| !known.contains(id));
        match new.checked.uses.iter().position(fresh) {
            Some(index) => {
                Err(TxError::ReplacementAddsUnconfirmed { txid: new.checked.txid, index })
            }
            None => Ok(()),
        }
    }

    /// `PaysForRBF`: not less than all that leaves, and its own way through the network on top.
    pub(super) fn check_pays_for(
        &self,
        txid: Txid,
        fees: i64,
        vsize: u64,
        replaced: &BTreeSet<Id>,
    ) -> Result<(), String> {
        let old = self.sum(replaced).fees;
        if fees < old {
            let (fees, old) = (money_of(fees), money_of(old));
            return Err(format!(
                "rejecting replacement {txid}, less fees than conflicting txs; {fees} < {old}"
            ));
        }
        let more = fees.saturating_sub(old);
        let least = fee_for(self.config.incremental_relay_fee, vsize);
        if more < least {
            let (more, least) = (money_of(more), money_of(least));
            return Err(format!(
                "rejecting replacement {txid}, not enough additional fees to relay; {more} < {least}"
            ));
        }
        Ok(())
    }
}
