//! One transaction and the mempool: what Bitcoin Core 30's `MemPoolAccept` checks, in its order,
//! and how it is let in.
//!
//! Does not know packages, but for what they ask to be left out.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::{OutPoint, Txid};

use super::entry::{Entry, Id, Totals};
use super::{Around, FeeRate, Mempool, fee_for};
use crate::TxError;
use crate::event::{ChainEvent, FeeSample, RemovalReason};
use crate::ledger::{CheckedTx, Ledger, StateChange, StateView};
use crate::limits::MEMPOOL_ENTRY_OVERHEAD_BYTES;
use crate::record::Coin;
use crate::store::StoreError;

/// Coins of a package's transactions, for the later ones.
pub(super) type PackageCoins = BTreeMap<OutPoint, Coin>;

/// Which checks are made (Core's `ATMPArgs`).
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    /// Whether transactions of the mempool may be replaced.
    pub(super) replace: bool,
    /// Whether a sibling may be replaced (BIP-431).
    pub(super) siblings: bool,
    /// Whether the limits of families may be stretched a little.
    pub(super) carve_outs: bool,
    /// Whether the fee is checked later, over the package.
    pub(super) package_fee: bool,
    /// Whether it came in a package.
    pub(super) in_package: bool,
    /// Whether a block had the transaction: fees and families are as they are then.
    pub(super) from_block: bool,
    /// The most it may pay, in base units per 1000 virtual bytes.
    pub(super) max_fee_rate: Option<u64>,
}

impl Terms {
    /// A transaction on its own.
    pub(super) const SINGLE: Self = Self {
        replace: true,
        siblings: true,
        carve_outs: true,
        package_fee: false,
        in_package: false,
        from_block: false,
        max_fee_rate: None,
    };
    /// One of a package that may pay for itself.
    pub(super) const SINGLE_IN_PACKAGE: Self =
        Self { carve_outs: false, in_package: true, ..Self::SINGLE };
    /// A transaction of a block that was left.
    pub(super) const FROM_BLOCK: Self = Self { from_block: true, ..Self::SINGLE };
    /// One of a package that is only tried.
    pub(super) const TRIED_PACKAGE: Self =
        Self { replace: false, siblings: false, ..Self::SINGLE_IN_PACKAGE };
    /// One of a package of a child and its parents.
    pub(super) const PACKAGE: Self =
        Self { siblings: false, package_fee: true, ..Self::SINGLE_IN_PACKAGE };
}

/// A transaction that is being checked, and what it would do to the mempool.
#[derive(Clone, Debug)]
pub(super) struct Candidate<L: Ledger> {
    pub(super) tx: L::Tx,
    pub(super) checked: CheckedTx<L::Slot>,
    pub(super) delta: i64,
    pub(super) modified_fee: i64,
    pub(super) added_ms: u64,
    /// All it depends on in the mempool.
    pub(super) ancestors: BTreeSet<Id>,
    /// Those that it replaces directly.
    pub(super) conflicts: BTreeSet<Id>,
    /// Whether one of them is a sibling that uses other slots (BIP-431).
    pub(super) sibling: bool,
}

impl<L: Ledger> Candidate<L> {
    pub(super) fn rate(&self) -> FeeRate {
        FeeRate::signed(self.modified_fee, self.checked.vsize)
    }

    /// What may be learnt from it about fees: by what it pays itself, as nobody else knows what an
    /// operator adds.
    fn fee_sample(&self, height: u32, terms: Terms) -> Option<FeeSample> {
        let rate = FeeRate::new(self.checked.fee, self.checked.vsize).per_kvb();
        let alone = self.ancestors.is_empty() && !terms.in_package && !terms.from_block;
        u64::try_from(rate).ok().filter(|_| alone).map(|rate| FeeSample { height, rate })
    }
}

/// State as a mempool transaction sees it: the chain's coins, the mempool's and the package's.
pub(super) struct PoolState<'a, L: Ledger> {
    pub(super) pool: &'a Mempool<L>,
    pub(super) base: &'a dyn StateView,
    pub(super) package: &'a PackageCoins,
    pub(super) next_height: u32,
}

impl<L: Ledger> StateView for PoolState<'_, L> {
    fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        match self.pool.coins.get(outpoint).or_else(|| self.package.get(outpoint)) {
            // Whenever its parent was accepted: both will be in the next block at the earliest,
            // which is what relative lock times count from.
            Some(coin) => Ok(Some(Coin { height: self.next_height, ..coin.clone() })),
            None => self.base.coin(outpoint),
        }
    }
}

impl<L: Ledger> Mempool<L> {
    /// Checks a transaction and takes it in, at the expense of those that it replaces, or of those
    /// that pay least if there is no room.
    ///
    /// # Errors
    /// The first rule that is broken. Then nothing has changed, unless it is
    /// [`TxError::MempoolFull`]: what was replaced or evicted on the way is gone and told by
    /// [`Mempool::take_news`].
    pub(crate) fn accept(
        &mut self,
        around: &Around<'_, L>,
        tx: L::Tx,
    ) -> Result<Vec<ChainEvent>, TxError> {
        self.accept_as_of(around, tx, around.now_ms)?;
        Ok(self.take_news())
    }

    /// The same of a transaction that came at another time.
    pub(super) fn accept_as_of(
        &mut self,
        around: &Around<'_, L>,
        tx: L::Tx,
        added_ms: u64,
    ) -> Result<(), TxError> {
        self.roll_fee(around.now_ms);
        let (mut new, replaced) = self.check(around, tx, Terms::SINGLE)?;
        new.added_ms = added_ms;
        let txid = new.checked.txid;
        self.admit(around, new, &replaced, Terms::SINGLE);
        self.limit(around.now_ms);
        if !self.by_txid.contains_key(&txid) {
            // It was never in, as far as anyone was told.
            self.news.retain(|event| !event.is_about(&txid));
            return Err(TxError::MempoolFull);
        }
        Ok(())
    }

    /// All checks of a transaction on its own, signatures last; and what it replaces.
    pub(super) fn check(
        &self,
        around: &Around<'_, L>,
        tx: L::Tx,
        terms: Terms,
    ) -> Result<(Candidate<L>, BTreeSet<Id>), TxError> {
        let new = self.pre_check(around, tx, terms, &PackageCoins::new())?;
        check_max_fee_rate(&new, terms)?;
        if self.config.require_standard {
            self.check_dust_spent(&new.checked, &[])?;
        }
        let replaced =
            if new.conflicts.is_empty() { BTreeSet::new() } else { self.check_replacement(&new)? };
        around.ledger.check_signatures(&new.tx, &new.checked)?;
        Ok((new, replaced))
    }

    /// `PreChecks`: all but replacement and signatures.
    pub(super) fn pre_check(
        &self,
        around: &Around<'_, L>,
        tx: L::Tx,
        terms: Terms,
        package: &PackageCoins,
    ) -> Result<Candidate<L>, TxError> {
        let (ledger, next) = (around.ledger, around.next);
        ledger.check_tx_alone(&tx, next, &self.config)?;
        let conflicts = self.check_new(ledger, &tx, terms)?;
        let state = PoolState { pool: self, base: around.state, package, next_height: next.height };
        let checked = ledger.check_tx(&tx, next, &state, &self.config)?;
        let delta = self.deltas.get(&checked.txid).copied().unwrap_or(0);
        let fee = checked.fee.to_base().cast_signed();
        let modified_fee = fee.saturating_add(delta);
        if self.config.require_standard
            && !checked.dust.is_empty()
            && (fee != 0 || modified_fee != 0)
        {
            return Err(TxError::DustWithFee);
        }
        if !terms.from_block {
            self.check_own_fee(checked.truc, modified_fee, checked.vsize)?;
        }
        if !terms.from_block && !terms.package_fee {
            self.check_fee(modified_fee, checked.vsize, around.now_ms)?;
        }
        let ancestors = self.check_family(&checked, &conflicts, terms)?;
        let mut new = Candidate {
            tx,
            checked,
            delta,
            modified_fee,
            added_ms: around.now_ms,
            ancestors,
            conflicts,
            sibling: false,
        };
        if !terms.from_block {
            self.check_truc_or_evict(&mut new, terms)?;
        }
        match new.ancestors.intersection(&new.conflicts).next() {
            Some(id) => {
                let with = self.entries.get(id).map(|entry| entry.checked.txid.to_string());
                let (txid, with) = (new.checked.txid, with.unwrap_or_default());
                let why = format!("{txid} spends conflicting transaction {with}");
                Err(TxError::SpendsConflicting { why })
            }
            None => Ok(new),
        }
    }

    /// `txn-already-in-mempool`, `txn-same-nonwitness-data-in-mempool`,
    /// `bip125-replacement-disallowed`: the transactions that use the same.
    fn check_new(&self, ledger: &L, tx: &L::Tx, terms: Terms) -> Result<BTreeSet<Id>, TxError> {
        let txid = ledger.txid(tx);
        if self.by_wtxid.contains_key(&ledger.wtxid(tx)) {
            return Err(TxError::AlreadyInMempool { txid });
        }
        if self.by_txid.contains_key(&txid) {
            return Err(TxError::OtherWitnessInMempool { txid });
        }
        let uses = ledger.uses(tx);
        let conflicts: BTreeSet<Id> =
            uses.iter().filter_map(|slot| self.users.get(slot)).copied().collect();
        match uses.iter().find_map(|slot| self.user_of(slot)) {
            Some(with) if !terms.replace => Err(TxError::ReplacementDisallowed { with: *with }),
            _ => Ok(conflicts),
        }
    }

    /// `mempool min fee not met`, `min relay fee not met`.
    pub(super) fn check_fee(&self, fee: i64, vsize: u64, now_ms: u64) -> Result<(), TxError> {
        let least = fee_for(self.min_fee(now_ms), vsize);
        if least > 0 && fee < least {
            return Err(TxError::MempoolMinFee { fee, least });
        }
        let least = fee_for(self.config.min_relay_fee, vsize);
        let by_child = true;
        if fee < least { Err(TxError::MinRelayFee { fee, least, by_child }) } else { Ok(()) }
    }

    /// `min relay fee not met`: what each has to pay by itself, version 3 aside.
    fn check_own_fee(&self, truc: bool, fee: i64, vsize: u64) -> Result<(), TxError> {
        let least = fee_for(self.config.min_relay_fee, vsize);
        let too_little = !truc && fee < least;
        let by_child = false;
        if too_little { Err(TxError::MinRelayFee { fee, least, by_child }) } else { Ok(()) }
    }

    /// `TRUC-violation`, or a sibling to be replaced.
    fn check_truc_or_evict(&self, new: &mut Candidate<L>, terms: Terms) -> Result<(), TxError> {
        match self.check_truc(&new.checked, &new.ancestors, &new.conflicts) {
            Ok(()) => Ok(()),
            Err(super::truc::Violation { why: _, sibling: Some(sibling) }) if terms.siblings => {
                new.conflicts.insert(sibling);
                new.sibling = true;
                Ok(())
            }
            Err(violation) => Err(TxError::Truc { why: violation.why }),
        }
    }

    /// `missing-ephemeral-spends`: who spends from a parent has to spend its dust.
    pub(super) fn check_dust_spent(
        &self,
        tx: &CheckedTx<L::Slot>,
        package: &[Candidate<L>],
    ) -> Result<(), TxError> {
        let pooled = self.providers_of(&tx.uses);
        let pooled = pooled.iter().filter_map(|id| self.entries.get(id)).map(|e| &e.checked);
        let others = package.iter().map(|other| &other.checked);
        let parents = pooled.chain(others.filter(|other| super::truc::depends(tx, other)));
        let mut dust = parents.flat_map(|parent| &parent.dust);
        if dust.any(|slot| !tx.uses.contains(slot)) {
            let name = super::truc::named(tx);
            let why = format!("{name} did not spend parent's ephemeral dust");
            return Err(TxError::MissingEphemeralSpends { why });
        }
        Ok(())
    }

    /// Takes out what is replaced and puts the candidate in.
    pub(super) fn admit(
        &mut self,
        around: &Around<'_, L>,
        new: Candidate<L>,
        replaced: &BTreeSet<Id>,
        terms: Terms,
    ) -> Vec<Txid> {
        let gone = self.remove_all(replaced, RemovalReason::Replaced);
        self.put(around, new, terms);
        gone
    }

    /// Puts a candidate in.
    pub(super) fn put(&mut self, around: &Around<'_, L>, new: Candidate<L>, terms: Terms) -> Id {
        let height = around.next.height.saturating_sub(1);
        let sample = new.fee_sample(height, terms);
        let Candidate { tx, checked, delta, added_ms, .. } = new;
        let memory_bytes =
            around.ledger.memory_bytes(&tx).saturating_add(MEMPOOL_ENTRY_OVERHEAD_BYTES);
        let (txid, fee, vsize) = (checked.txid, checked.fee, checked.view.vsize);
        let entry = Entry {
            tx,
            checked,
            delta,
            added_ms,
            height,
            sequence: if terms.from_block { 0 } else { self.sequence },
            memory_bytes,
            parents: BTreeSet::new(),
            children: BTreeSet::new(),
            ancestors: Totals::default(),
            descendants: Totals::default(),
        };
        let id = self.insert(entry);
        self.count_change();
        self.news.push(ChainEvent::TxAccepted { txid, fee, vsize, sample });
        id
    }
}

/// `max feerate exceeded`.
pub(super) fn check_max_fee_rate<L: Ledger>(
    new: &Candidate<L>,
    terms: Terms,
) -> Result<(), TxError> {
    let most = |rate| FeeRate::signed(i64::try_from(rate).unwrap_or(i64::MAX), 1_000);
    match terms.max_fee_rate {
        Some(rate) if new.rate() > most(rate) => Err(TxError::MaxFeeRate),
        _ => Ok(()),
    }
}

/// The coins that a checked transaction makes.
pub(super) fn coins_of<S>(checked: &CheckedTx<S>) -> impl Iterator<Item = (OutPoint, Coin)> {
    checked.changes.iter().filter_map(|change| match change {
        StateChange::CoinAdded { outpoint, coin } => Some((*outpoint, coin.clone())),
        StateChange::CoinRemoved { .. } => None,
    })
}
