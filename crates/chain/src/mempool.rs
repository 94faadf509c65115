//! Transactions that wait for a block: which are in, what they depend on, which come first.
//!
//! Knows a transaction only by what its ledger says it uses, provides and pays. There is no
//! replacement yet: of two transactions that use the same slot, the first stays. Does not know
//! the active chain.

mod fee_rate;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use quarry_primitives::{Amount, OutPoint, Script, ScriptBuf, Txid};

use crate::TxError;
use crate::event::{ChainEvent, RemovalReason};
use crate::ledger::{BlockContext, CheckedTx, Ledger, StateChange, StateView};
use crate::limits::{
    MAX_MEMPOOL_ANCESTORS, MAX_MEMPOOL_BYTES, MAX_MEMPOOL_DESCENDANTS,
    MEMPOOL_ENTRY_OVERHEAD_BYTES, TEMPLATE_MAX_MISFITS,
};
use crate::record::Coin;
use crate::store::StoreError;
use crate::views::{MempoolEntryView, MempoolView, saturating_sum};

pub use fee_rate::FeeRate;

/// A transaction of the mempool.
#[derive(Clone, Debug)]
pub struct Entry<L: Ledger> {
    tx: L::Tx,
    checked: CheckedTx<L::Slot>,
    rank: FeeRate,
    // Counts up: a parent's is lower than its child's.
    sequence: u64,
    added_ms: u64,
    memory_bytes: usize,
}

impl<L: Ledger> Entry<L> {
    /// The transaction.
    #[must_use]
    pub fn tx(&self) -> &L::Tx {
        &self.tx
    }

    /// What its check yielded.
    #[must_use]
    pub fn checked(&self) -> &CheckedTx<L::Slot> {
        &self.checked
    }
}

/// The transactions that a template takes, parents before children, and what they pay.
#[derive(Clone, Debug)]
pub struct Selection<T> {
    /// The transactions.
    pub txs: Vec<T>,
    /// What they leave to the miner.
    pub fees: Amount,
}

/// Transactions that wait for a block.
pub struct Mempool<L: Ledger> {
    entries: BTreeMap<Txid, Entry<L>>,
    // Best rank last; of equal ones the oldest last.
    by_rank: BTreeMap<(FeeRate, Reverse<u64>), Txid>,
    users: BTreeMap<L::Slot, Txid>,
    providers: BTreeMap<L::Slot, Txid>,
    // What the entries' own coins look like to those that spend them.
    coins: BTreeMap<OutPoint, Coin>,
    by_script: BTreeMap<ScriptBuf, BTreeSet<Txid>>,
    next_sequence: u64,
    memory_bytes: usize,
    max_memory_bytes: usize,
}

impl<L: Ledger> Default for Mempool<L> {
    fn default() -> Self {
        Self::with_limit(MAX_MEMPOOL_BYTES)
    }
}

impl<L: Ledger> fmt::Debug for Mempool<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Mempool");
        out.field("count", &self.entries.len()).field("memory_bytes", &self.memory_bytes);
        out.finish_non_exhaustive()
    }
}

/// State as a mempool transaction sees it: the chain's and the mempool's own coins.
struct PoolState<'a, L: Ledger> {
    pool: &'a Mempool<L>,
    base: &'a dyn StateView,
    next_height: u32,
}

impl<L: Ledger> StateView for PoolState<'_, L> {
    fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        match self.pool.coins.get(outpoint) {
            // Whenever its parent was accepted: both will be in the next block at the earliest,
            // which is what relative lock times count from.
            Some(coin) => Ok(Some(Coin { height: self.next_height, ..coin.clone() })),
            None => self.base.coin(outpoint),
        }
    }
}

impl<L: Ledger> Mempool<L> {
    /// An empty mempool that may take so much memory.
    #[must_use]
    pub fn with_limit(max_memory_bytes: usize) -> Self {
        Self {
            entries: BTreeMap::new(),
            by_rank: BTreeMap::new(),
            users: BTreeMap::new(),
            providers: BTreeMap::new(),
            coins: BTreeMap::new(),
            by_script: BTreeMap::new(),
            next_sequence: 0,
            memory_bytes: 0,
            max_memory_bytes,
        }
    }

    /// A transaction by its id.
    #[must_use]
    pub fn get(&self, txid: &Txid) -> Option<&Entry<L>> {
        self.entries.get(txid)
    }

    /// The transaction that uses a slot.
    #[must_use]
    pub fn user_of(&self, slot: &L::Slot) -> Option<&Txid> {
        self.users.get(slot)
    }

    /// The transactions that give to a script or take from it, by id.
    pub fn touching(&self, script: &Script) -> impl Iterator<Item = &Entry<L>> {
        let txids = self.by_script.get(script).into_iter().flatten();
        txids.filter_map(|txid| self.entries.get(txid))
    }

    /// Checks a transaction and takes it in, at the expense of those that pay least if need be.
    ///
    /// # Errors
    /// The first rule that is broken. Then nothing has changed.
    pub(crate) fn accept(
        &mut self,
        ledger: &L,
        tx: L::Tx,
        next: &BlockContext<'_>,
        base: &dyn StateView,
        added_ms: u64,
    ) -> Result<Vec<ChainEvent>, TxError> {
        ledger.check_tx_alone(&tx, next)?;
        self.check_new(ledger, &tx)?;
        let state = PoolState { pool: self, base, next_height: next.height };
        let checked = ledger
            .check_tx(&tx, next, &state)
            .map_err(|error| explain_missing(error, ledger, &tx, base))?;
        let entry = self.entry(ledger, tx, checked, added_ms);
        let ancestors = self.ancestors(&entry.checked.uses);
        self.check_chain_length(&ancestors)?;
        let victims = self.victims(&entry, &ancestors)?;
        let mut events = self.remove_all(&victims, RemovalReason::Evicted);
        events.push(ChainEvent::TxAccepted {
            txid: entry.checked.txid,
            fee: entry.checked.fee,
            vsize: entry.checked.view.vsize,
        });
        self.insert(entry);
        Ok(events)
    }

    /// `txn-already-in-mempool`, `txn-mempool-conflict`.
    fn check_new(&self, ledger: &L, tx: &L::Tx) -> Result<(), TxError> {
        let txid = ledger.txid(tx);
        if self.entries.contains_key(&txid) {
            return Err(TxError::AlreadyInMempool { txid });
        }
        match ledger.uses(tx).iter().find_map(|slot| self.users.get(slot)) {
            Some(with) => Err(TxError::Conflict { with: *with }),
            None => Ok(()),
        }
    }

    /// `too-long-mempool-chain`.
    fn check_chain_length(&self, ancestors: &BTreeSet<Txid>) -> Result<(), TxError> {
        if ancestors.len() >= MAX_MEMPOOL_ANCESTORS {
            return Err(TxError::TooLongChain { most: MAX_MEMPOOL_ANCESTORS });
        }
        let full = |txid| self.with_descendants(txid).len() >= MAX_MEMPOOL_DESCENDANTS;
        if ancestors.iter().any(|txid| full(*txid)) {
            return Err(TxError::TooLongChain { most: MAX_MEMPOOL_DESCENDANTS });
        }
        Ok(())
    }

    /// `mempool full`: who has to leave so that the entry fits, all of them worth less than it.
    fn victims(
        &self,
        entry: &Entry<L>,
        ancestors: &BTreeSet<Txid>,
    ) -> Result<BTreeSet<Txid>, TxError> {
        let mut victims = BTreeSet::new();
        let mut needed = self
            .memory_bytes
            .saturating_add(entry.memory_bytes)
            .saturating_sub(self.max_memory_bytes);
        let mut worst_first = self.by_rank.iter();
        while needed > 0 {
            let ((rank, _), txid) = worst_first.next().ok_or(TxError::MempoolFull)?;
            if *rank >= entry.rank {
                return Err(TxError::MempoolFull);
            }
            for txid in self.with_descendants(*txid) {
                if ancestors.contains(&txid) {
                    return Err(TxError::MempoolFull);
                }
                if victims.insert(txid) {
                    let freed = self.entries.get(&txid).map_or(0, |entry| entry.memory_bytes);
                    needed = needed.saturating_sub(freed);
                }
            }
        }
        Ok(victims)
    }

    fn entry(
        &mut self,
        ledger: &L,
        tx: L::Tx,
        checked: CheckedTx<L::Slot>,
        added_ms: u64,
    ) -> Entry<L> {
        // In memory a transaction takes about four times its bytes: it is held decoded, with the
        // coins it spends and makes.
        let memory_bytes = ledger
            .encode_tx(&tx)
            .len()
            .saturating_mul(4)
            .saturating_add(MEMPOOL_ENTRY_OVERHEAD_BYTES);
        let sequence = self.next_sequence;
        self.next_sequence = sequence.saturating_add(1);
        Entry { tx, rank: ledger.rank(&checked), checked, sequence, added_ms, memory_bytes }
    }

    fn insert(&mut self, entry: Entry<L>) {
        let txid = entry.checked.txid;
        self.by_rank.insert((entry.rank, Reverse(entry.sequence)), txid);
        self.users.extend(entry.checked.uses.iter().map(|slot| (slot.clone(), txid)));
        self.providers.extend(entry.checked.provides.iter().map(|slot| (slot.clone(), txid)));
        for change in &entry.checked.changes {
            if let StateChange::CoinAdded { outpoint, coin } = change {
                self.coins.insert(*outpoint, coin.clone());
            }
        }
        for script in entry.checked.view.by_script().into_keys() {
            self.by_script.entry(script).or_default().insert(txid);
        }
        self.memory_bytes = self.memory_bytes.saturating_add(entry.memory_bytes);
        self.entries.insert(txid, entry);
    }

    /// Takes one transaction out and leaves its children: they depend on the chain then.
    fn remove_one(&mut self, txid: &Txid) -> Option<Entry<L>> {
        let entry = self.entries.remove(txid)?;
        self.by_rank.remove(&(entry.rank, Reverse(entry.sequence)));
        for slot in &entry.checked.uses {
            self.users.remove(slot);
        }
        for slot in &entry.checked.provides {
            self.providers.remove(slot);
        }
        for change in &entry.checked.changes {
            if let StateChange::CoinAdded { outpoint, .. } = change {
                self.coins.remove(outpoint);
            }
        }
        for script in entry.checked.view.by_script().into_keys() {
            if let Some(txids) = self.by_script.get_mut(&script) {
                txids.remove(txid);
                if txids.is_empty() {
                    self.by_script.remove(&script);
                }
            }
        }
        self.memory_bytes = self.memory_bytes.saturating_sub(entry.memory_bytes);
        Some(entry)
    }

    fn remove_all(&mut self, txids: &BTreeSet<Txid>, reason: RemovalReason) -> Vec<ChainEvent> {
        let gone = txids.iter().filter(|txid| self.remove_one(txid).is_some());
        gone.map(|txid| ChainEvent::TxRemoved { txid: *txid, reason }).collect()
    }

    /// Takes out what a block of the active chain has, and what conflicts with it.
    pub(crate) fn remove_confirmed(&mut self, ledger: &L, txs: &[L::Tx]) -> Vec<ChainEvent> {
        let mut events = Vec::new();
        for tx in txs {
            let txid = ledger.txid(tx);
            if self.remove_one(&txid).is_some() {
                events.push(ChainEvent::TxRemoved { txid, reason: RemovalReason::Confirmed });
            }
            for slot in ledger.uses(tx) {
                if let Some(loser) = self.users.get(&slot).copied() {
                    let losers = self.with_descendants(loser);
                    events.extend(self.remove_all(&losers, RemovalReason::Conflict));
                }
            }
        }
        events
    }

    /// Empties the mempool. Gives its transactions, parents before children, with the times they
    /// were accepted at.
    pub(crate) fn drain(&mut self) -> Vec<(Txid, L::Tx, u64)> {
        let emptied = core::mem::replace(self, Self::with_limit(self.max_memory_bytes));
        let mut entries: Vec<Entry<L>> = emptied.entries.into_values().collect();
        entries.sort_by_key(|entry| entry.sequence);
        entries.into_iter().map(|entry| (entry.checked.txid, entry.tx, entry.added_ms)).collect()
    }

    fn parents(&self, uses: &[L::Slot]) -> BTreeSet<Txid> {
        uses.iter().filter_map(|slot| self.providers.get(slot)).copied().collect()
    }

    fn children(&self, txid: &Txid) -> BTreeSet<Txid> {
        let provides = self.entries.get(txid).map(|entry| entry.checked.provides.as_slice());
        let slots = provides.unwrap_or_default().iter();
        slots.filter_map(|slot| self.users.get(slot)).copied().collect()
    }

    /// All transactions of the mempool that one using these slots depends on.
    fn ancestors(&self, uses: &[L::Slot]) -> BTreeSet<Txid> {
        closure(self.parents(uses), |txid| {
            self.entries.get(txid).map_or_else(BTreeSet::new, |e| self.parents(&e.checked.uses))
        })
    }

    /// A transaction and all that depend on it.
    fn with_descendants(&self, txid: Txid) -> BTreeSet<Txid> {
        closure(BTreeSet::from([txid]), |txid| self.children(txid))
    }

    /// Picks transactions for a block: always the best rank among those whose parents are picked.
    ///
    /// A child does not lift its parent yet (no ancestor packages).
    pub(crate) fn select(&self, max_weight: u64, max_sigops: u64) -> Selection<L::Tx> {
        let mut picked = Selection { txs: Vec::new(), fees: Amount::ZERO };
        let (mut weight, mut sigops, mut misfits) = (0u64, 0u64, 0usize);
        let mut waits: BTreeMap<Txid, usize> = BTreeMap::new();
        let mut ready = BTreeMap::new();
        for (key, txid) in &self.by_rank {
            let Some(entry) = self.entries.get(txid) else { continue };
            let parents = self.parents(&entry.checked.uses).len();
            if parents == 0 {
                ready.insert(*key, *txid);
            } else {
                waits.insert(*txid, parents);
            }
        }
        while let Some((_, txid)) = ready.pop_last() {
            let Some(entry) = self.entries.get(&txid) else { continue };
            let heavier = weight.saturating_add(entry.checked.weight);
            let costlier = sigops.saturating_add(entry.checked.sigops);
            let fees = picked.fees.checked_add(entry.checked.fee);
            let (Some(fees), true) = (fees, heavier <= max_weight && costlier <= max_sigops) else {
                misfits += 1;
                if misfits > TEMPLATE_MAX_MISFITS {
                    break;
                }
                continue;
            };
            (weight, sigops, picked.fees) = (heavier, costlier, fees);
            picked.txs.push(entry.tx.clone());
            for child in self.children(&txid) {
                self.release(child, &mut waits, &mut ready);
            }
        }
        picked
    }

    /// One parent of a waiting transaction was picked.
    fn release(
        &self,
        child: Txid,
        waits: &mut BTreeMap<Txid, usize>,
        ready: &mut BTreeMap<(FeeRate, Reverse<u64>), Txid>,
    ) {
        let Some(left) = waits.get_mut(&child) else { return };
        *left = left.saturating_sub(1);
        if *left == 0
            && let Some(entry) = self.entries.get(&child)
        {
            ready.insert((entry.rank, Reverse(entry.sequence)), child);
        }
    }

    /// The mempool at a glance, with its best `limit` transactions.
    #[must_use]
    pub fn view(&self, limit: usize) -> MempoolView {
        let entries = self.entries.values();
        let fees = entries.clone().map(|entry| entry.checked.fee);
        MempoolView {
            count: self.entries.len(),
            vsize: entries.map(|entry| entry.checked.view.vsize).fold(0, u64::saturating_add),
            memory_bytes: self.memory_bytes,
            fees: fees.fold(Amount::ZERO, saturating_sum),
            entries: self.best(limit).map(|entry| self.entry_view(entry)).collect(),
        }
    }

    fn best(&self, limit: usize) -> impl Iterator<Item = &Entry<L>> {
        let txids = self.by_rank.values().rev().take(limit);
        txids.filter_map(|txid| self.entries.get(txid))
    }

    fn entry_view(&self, entry: &Entry<L>) -> MempoolEntryView {
        MempoolEntryView {
            txid: entry.checked.txid,
            fee: entry.checked.fee,
            vsize: entry.checked.view.vsize,
            rank: entry.rank,
            added_ms: entry.added_ms,
            depends: self.parents(&entry.checked.uses).into_iter().collect(),
        }
    }
}

/// `txn-already-known`, if what is missing was spent by the transaction itself: then its own coins
/// are there, or some of them.
fn explain_missing<L: Ledger>(
    error: TxError,
    ledger: &L,
    tx: &L::Tx,
    base: &dyn StateView,
) -> TxError {
    if !matches!(error, TxError::MissingOrSpent { .. }) {
        return error;
    }
    let txid = ledger.txid(tx);
    for outpoint in ledger.made_by(tx) {
        match base.coin(&outpoint) {
            Ok(Some(_)) => return TxError::AlreadyConfirmed { txid },
            Ok(None) => {}
            Err(failed) => return failed.into(),
        }
    }
    error
}

/// Everything that can be reached, the start included.
fn closure(start: BTreeSet<Txid>, next: impl Fn(&Txid) -> BTreeSet<Txid>) -> BTreeSet<Txid> {
    let mut open: Vec<Txid> = start.iter().copied().collect();
    let mut all = start;
    while let Some(txid) = open.pop() {
        for other in next(&txid) {
            if all.insert(other) {
                open.push(other);
            }
        }
    }
    all
}
