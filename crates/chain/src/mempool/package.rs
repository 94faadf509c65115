//! Several transactions at once: a trial of any that belong together, and the submission of a
//! child with its parents, who may be too poor on their own.
//!
//! As Bitcoin Core 30's `AcceptMultipleTransactions` and `AcceptPackage`. Does not know how
//! results are written on an interface.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::{Amount, Txid, Wtxid};

use super::accept::{Candidate, PackageCoins, Terms, check_max_fee_rate, coins_of};
use super::entry::Id;
use super::{Around, FeeRate, Mempool};
use crate::TxError;
use crate::errors::with_debug;
use crate::ledger::Ledger;
use crate::limits::{MAX_PACKAGE_COUNT, MAX_PACKAGE_WEIGHT};

/// Why a package as a whole is refused, in Core's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", with_debug(.reason, .debug))]
pub struct PackageError {
    /// Whether it is the package's own fault (`PCKG_POLICY`), not one transaction's (`PCKG_TX`).
    pub is_policy: bool,
    /// The reject string.
    pub reason: String,
    /// The debug message, or nothing.
    pub debug: String,
}

impl PackageError {
    pub(super) fn policy(reason: impl Into<String>, debug: impl Into<String>) -> Self {
        Self { is_policy: true, reason: reason.into(), debug: debug.into() }
    }

    fn tx(reason: &str) -> Self {
        Self { is_policy: false, reason: reason.to_owned(), debug: String::new() }
    }

    fn tx_failed() -> Self {
        Self::tx("transaction failed")
    }
}

/// What became of one transaction.
#[derive(Debug)]
pub enum TxOutcome {
    /// It is in, or would be.
    Accepted {
        /// Its size by policy, in virtual bytes.
        vsize: u64,
        /// What it leaves to the miner.
        fee: Amount,
        /// The rate that it was let in for.
        rate: FeeRate,
        /// The transactions whose fees and sizes make that rate.
        includes: Vec<Wtxid>,
    },
    /// It was in before.
    AlreadyIn {
        /// Its size by policy, in virtual bytes.
        vsize: u64,
        /// What it leaves to the miner.
        fee: Amount,
    },
    /// It was in before, with another witness.
    OtherWitness {
        /// The id of the one that is in.
        wtxid: Wtxid,
    },
    /// It is refused.
    Refused(TxError),
    /// It was not looked at to the end, because something else is wrong.
    Unchecked,
}

/// One transaction of a package.
#[derive(Debug)]
pub struct TxReport {
    /// Its id.
    pub txid: Txid,
    /// Its id with witness.
    pub wtxid: Wtxid,
    /// What became of it.
    pub outcome: TxOutcome,
}

/// What became of a package.
#[derive(Debug)]
pub struct PackageReport {
    /// What is wrong with the whole. `None` is Core's "success".
    pub error: Option<PackageError>,
    /// The transactions in their order.
    pub txs: Vec<TxReport>,
    /// What left the mempool for them, or would.
    pub replaced: Vec<Txid>,
}

/// A package that is refused, and the transaction that is to blame.
struct Refusal {
    error: PackageError,
    blame: Option<Box<(Wtxid, TxError)>>,
}

impl From<PackageError> for Refusal {
    fn from(error: PackageError) -> Self {
        Self { error, blame: None }
    }
}

impl Refusal {
    fn of_tx(wtxid: Wtxid, error: TxError) -> Self {
        Self { error: PackageError::tx_failed(), blame: Some(Box::new((wtxid, error))) }
    }
}

fn accepted<L: Ledger>(new: &Candidate<L>, rate: FeeRate, includes: Vec<Wtxid>) -> TxOutcome {
    TxOutcome::Accepted { vsize: new.checked.vsize, fee: new.checked.fee, rate, includes }
}

fn accepted_alone<L: Ledger>(new: &Candidate<L>) -> TxOutcome {
    accepted(new, new.rate(), vec![new.checked.wtxid])
}

impl PackageReport {
    fn of<L: Ledger>(ledger: &L, txs: &[L::Tx]) -> Self {
        let report = |tx| TxReport {
            txid: ledger.txid(tx),
            wtxid: ledger.wtxid(tx),
            outcome: TxOutcome::Unchecked,
        };
        Self { error: None, txs: txs.iter().map(report).collect(), replaced: Vec::new() }
    }

    fn set(&mut self, wtxid: Wtxid, outcome: TxOutcome) {
        if let Some(tx) = self.txs.iter_mut().find(|tx| tx.wtxid == wtxid) {
            tx.outcome = outcome;
        }
    }

    fn refuse(&mut self, refusal: Refusal) {
        self.error = Some(refusal.error);
        if let Some(blame) = refusal.blame {
            let (wtxid, error) = *blame;
            self.set(wtxid, TxOutcome::Refused(error));
        }
    }
}

/// `IsWellFormedPackage`: what a package has to be, whatever the state.
fn check_well_formed<L: Ledger>(ledger: &L, txs: &[L::Tx]) -> Result<(), PackageError> {
    let refuse = |reason: &str| Err(PackageError::policy(reason, ""));
    if txs.len() > MAX_PACKAGE_COUNT {
        return refuse("package-too-many-transactions");
    }
    let weight = txs.iter().map(|tx| ledger.weight(tx)).fold(0, u64::saturating_add);
    // "If the package only contains 1 tx, it's better to report the policy violation on
    // individual tx weight."
    if txs.len() > 1 && weight > MAX_PACKAGE_WEIGHT {
        return refuse("package-too-large");
    }
    let txids: BTreeSet<Txid> = txs.iter().map(|tx| ledger.txid(tx)).collect();
    if txids.len() != txs.len() {
        return refuse("package-contains-duplicates");
    }
    let mut made = BTreeMap::new();
    for (index, tx) in txs.iter().enumerate() {
        made.extend(ledger.provides(tx).into_iter().map(|slot| (slot, index)));
    }
    let mut used = BTreeSet::new();
    for (index, tx) in txs.iter().enumerate() {
        let uses = ledger.uses(tx);
        if uses.iter().any(|slot| made.get(slot).is_some_and(|maker| *maker >= index)) {
            return refuse("package-not-sorted");
        }
    }
    for tx in txs {
        let uses = ledger.uses(tx);
        if uses.is_empty() || uses.iter().any(|slot| used.contains(slot)) {
            return refuse("conflict-in-package");
        }
        // All at once: two inputs of one transaction that are equal are worse than a conflict,
        // and its own check tells.
        used.extend(uses);
    }
    Ok(())
}

/// `IsChildWithParents`: the last one uses something of each of the others.
fn is_child_with_parents<L: Ledger>(ledger: &L, txs: &[L::Tx]) -> bool {
    let Some((child, parents)) = txs.split_last() else { return false };
    let uses: BTreeSet<L::Slot> = ledger.uses(child).into_iter().collect();
    parents.iter().all(|parent| ledger.provides(parent).iter().any(|slot| uses.contains(slot)))
}

impl<L: Ledger> Mempool<L> {
    /// Whether these would be accepted: one on its own, or several that may depend on one another
    /// and replace nothing (`testmempoolaccept`). Nothing changes.
    pub(crate) fn test_accept(&self, around: &Around<'_, L>, txs: Vec<L::Tx>) -> PackageReport {
        let mut report = PackageReport::of(around.ledger, &txs);
        if let ([only], [reported]) = (&txs[..], &mut report.txs[..]) {
            match self.check(around, only.clone(), Terms::SINGLE) {
                Ok((new, replaced)) => {
                    reported.outcome = accepted_alone(&new);
                    report.replaced = self.txids(&replaced);
                }
                Err(error) => reported.outcome = TxOutcome::Refused(error),
            }
            return report;
        }
        match self.check_package(around, txs, Terms::TRIED_PACKAGE, |wtxid, new| {
            report.set(wtxid, accepted_alone(new));
        }) {
            Ok(_) => {}
            Err(refusal) => report.refuse(refusal),
        }
        report
    }

    fn txids(&self, ids: &BTreeSet<Id>) -> Vec<Txid> {
        let entries = ids.iter().filter_map(|id| self.entries.get(id));
        entries.map(|entry| entry.checked.txid).collect()
    }

    /// `AcceptMultipleTransactions`, up to the submission: all together, signatures last. Calls
    /// `passed` for each whose signatures are right.
    fn check_package(
        &self,
        around: &Around<'_, L>,
        txs: Vec<L::Tx>,
        terms: Terms,
        mut passed: impl FnMut(Wtxid, &Candidate<L>),
    ) -> Result<(Vec<Candidate<L>>, BTreeSet<Id>), Refusal> {
        check_well_formed(around.ledger, &txs)?;
        let mut package = Vec::with_capacity(txs.len());
        let mut coins = PackageCoins::new();
        for tx in txs {
            let wtxid = around.ledger.wtxid(&tx);
            let refuse = |error| Refusal::of_tx(wtxid, error);
            let new = self.pre_check(around, tx, terms, &coins).map_err(refuse)?;
            check_max_fee_rate(&new, terms).map_err(refuse)?;
            coins.extend(coins_of(&new.checked));
            package.push(new);
        }
        for index in 0..package.len() {
            self.check_package_truc(index, &package)
                .map_err(|why| PackageError::policy("TRUC-violation", why))?;
        }
        if terms.package_fee {
            self.check_package_fee(&package, around.now_ms)?;
        }
        if package.len() > 1 {
            self.check_package_limits(&package)
                .map_err(|why| PackageError::policy("package-mempool-limits", why))?;
        }
        let replaced = self.check_package_replacement(&package)?;
        if self.config.require_standard {
            for new in &package {
                self.check_dust_spent(&new.checked, &package).map_err(|error| Refusal {
                    error: PackageError::tx("unspent-dust"),
                    blame: Some(Box::new((new.checked.wtxid, error))),
                })?;
            }
        }
        for new in &package {
            let wtxid = new.checked.wtxid;
            let right = around.ledger.check_signatures(&new.tx, &new.checked);
            right.map_err(|error| Refusal::of_tx(wtxid, error))?;
            passed(wtxid, new);
        }
        Ok((package, replaced))
    }

    /// The fee of all together has to do; the child is told so if it does not.
    fn check_package_fee(&self, package: &[Candidate<L>], now_ms: u64) -> Result<(), Refusal> {
        let (fees, vsize) = fees_and_size(package);
        match (self.check_fee(fees, vsize, now_ms), package.last()) {
            (Err(error), Some(child)) => Err(Refusal::of_tx(child.checked.wtxid, error)),
            _ => Ok(()),
        }
    }

    /// Takes in a child with parents that are not in yet, or one transaction (`submitpackage`).
    /// Each may pay for itself; those that do not are judged together with the child.
    pub(crate) fn submit_package(
        &mut self,
        around: &Around<'_, L>,
        txs: Vec<L::Tx>,
        max_fee_rate: Option<u64>,
    ) -> PackageReport {
        self.roll_fee(around.now_ms);
        let mut report = PackageReport::of(around.ledger, &txs);
        if let Err(error) = check_well_formed(around.ledger, &txs) {
            report.error = Some(error);
            return report;
        }
        if txs.len() > 1 && !is_child_with_parents(around.ledger, &txs) {
            report.error = Some(PackageError::policy("package-not-child-with-parents", ""));
            return report;
        }
        let only = txs.len() == 1;
        let mut together = Vec::new();
        for (index, tx) in txs.into_iter().enumerate() {
            let outcome = self.submit_one(around, &tx, max_fee_rate, &mut report.replaced);
            if let TxOutcome::Refused(error) = &outcome {
                // Others than fees and parents do not become better together.
                if only || !(error.is_about_fee() || error.is_missing_inputs()) {
                    report.error = Some(PackageError::tx_failed());
                } else {
                    together.push(tx);
                }
            }
            report.txs[index].outcome = outcome;
        }
        if report.error.is_none() && !together.is_empty() {
            self.submit_together(around, together, max_fee_rate, &mut report);
        }
        self.limit(around.now_ms);
        self.report_evicted(&mut report);
        report
    }

    fn submit_one(
        &mut self,
        around: &Around<'_, L>,
        tx: &L::Tx,
        max_fee_rate: Option<u64>,
        replaced: &mut Vec<Txid>,
    ) -> TxOutcome {
        if let Some(entry) = self.get(&around.ledger.txid(tx)) {
            let checked = &entry.checked;
            if checked.wtxid == around.ledger.wtxid(tx) {
                return TxOutcome::AlreadyIn { vsize: checked.vsize, fee: checked.fee };
            }
            return TxOutcome::OtherWitness { wtxid: checked.wtxid };
        }
        let terms = Terms { max_fee_rate, ..Terms::SINGLE_IN_PACKAGE };
        match self.check(around, tx.clone(), terms) {
            Ok((new, leaving)) => {
                let outcome = accepted_alone(&new);
                replaced.extend(self.admit(around, new, &leaving, terms));
                outcome
            }
            Err(error) => TxOutcome::Refused(error),
        }
    }

    /// `AcceptSubPackage` of those that did not pay for themselves.
    fn submit_together(
        &mut self,
        around: &Around<'_, L>,
        txs: Vec<L::Tx>,
        max_fee_rate: Option<u64>,
        report: &mut PackageReport,
    ) {
        if let [only] = &txs[..] {
            // Its parents are in by now.
            let outcome = self.submit_one(around, only, max_fee_rate, &mut report.replaced);
            if matches!(outcome, TxOutcome::Refused(_)) {
                report.error = Some(PackageError::tx_failed());
            }
            report.set(around.ledger.wtxid(only), outcome);
            return;
        }
        let terms = Terms { max_fee_rate, ..Terms::PACKAGE };
        let (package, replaced) = match self.check_package(around, txs, terms, |_, _| {}) {
            Ok(checked) => checked,
            Err(refusal) => return report.refuse(refusal),
        };
        let (fees, vsize) = fees_and_size(&package);
        let rate = FeeRate::signed(fees, vsize);
        let includes: Vec<Wtxid> = package.iter().map(|new| new.checked.wtxid).collect();
        let mut leaving = replaced;
        for new in package {
            report.set(new.checked.wtxid, accepted(&new, rate, includes.clone()));
            report.replaced.extend(self.admit(around, new, &leaving, terms));
            leaving.clear();
        }
    }

    /// `mempool full`, for those that were in for a moment.
    fn report_evicted(&self, report: &mut PackageReport) {
        for tx in &mut report.txs {
            let was_in = !matches!(tx.outcome, TxOutcome::Refused(_) | TxOutcome::Unchecked);
            if was_in && !self.by_txid.contains_key(&tx.txid) {
                tx.outcome = TxOutcome::Refused(TxError::MempoolFull);
                report.error = Some(PackageError::tx_failed());
            }
        }
    }
}

pub(super) fn fees_and_size<L: Ledger>(package: &[Candidate<L>]) -> (i64, u64) {
    package.iter().fold((0i64, 0u64), |(fees, vsize), new| {
        (fees.saturating_add(new.modified_fee), vsize.saturating_add(new.checked.vsize))
    })
}
