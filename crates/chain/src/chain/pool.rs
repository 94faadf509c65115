//! The chain's mempool, from outside: packages, trials, what an operator says, a restart.
//!
//! Does not know the mempool's rules.

use quarry_primitives::{Now, Txid};

use super::{Chain, context_above};
use crate::TxError;
use crate::coins::CoinsView;
use crate::event::ChainEvent;
use crate::ledger::Ledger;
use crate::mempool::{Around, Loaded, Mempool, MempoolDump, PackageReport, PoolConfig};
use crate::store::Store;

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Starts over with an empty mempool under this policy.
    #[must_use]
    pub fn with_pool_config(mut self, config: PoolConfig) -> Self {
        self.pool = Mempool::new(config);
        self
    }

    /// Whether the mempool would take these: one on its own, or several that may depend on one
    /// another. Nothing changes.
    #[must_use]
    pub fn test_accept(&self, now: Now, txs: Vec<L::Tx>) -> PackageReport {
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        let state = CoinsView { coins: &self.coins, store: &self.store };
        let (ledger, state, now_ms) = (&self.ledger, &state, now.wall_ms);
        self.pool.test_accept(&Around { ledger, next: &next, state, now_ms }, txs)
    }

    /// Takes a child and its parents into the mempool, or one transaction. None may pay more than
    /// `max_fee_rate`, in base units per 1000 virtual bytes.
    #[must_use]
    pub fn submit_package(
        &mut self,
        now: Now,
        txs: Vec<L::Tx>,
        max_fee_rate: Option<u64>,
    ) -> (PackageReport, Vec<ChainEvent>) {
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        let state = CoinsView { coins: &self.coins, store: &self.store };
        let (ledger, state, now_ms) = (&self.ledger, &state, now.wall_ms);
        let around = Around { ledger, next: &next, state, now_ms };
        let report = self.pool.submit_package(&around, txs, max_fee_rate);
        (report, self.pool.take_news())
    }

    /// Takes a kept mempool in.
    ///
    /// # Errors
    /// [`TxError::Store`]. What was taken in until then stays.
    pub fn load_mempool(
        &mut self,
        now: Now,
        dump: MempoolDump<L::Tx>,
    ) -> Result<(Loaded, Vec<ChainEvent>), TxError> {
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        let state = CoinsView { coins: &self.coins, store: &self.store };
        let (ledger, state, now_ms) = (&self.ledger, &state, now.wall_ms);
        let loaded = self.pool.load(&Around { ledger, next: &next, state, now_ms }, dump)?;
        Ok((loaded, self.pool.take_news()))
    }

    /// Lets go of what has waited too long, or has no room. To be called now and then.
    pub fn limit_mempool(&mut self, now: Now) -> Vec<ChainEvent> {
        self.pool.limit(now.wall_ms);
        self.pool.take_news()
    }

    /// What left the mempool on the way to a refusal ([`TxError::MempoolFull`]) and was not told
    /// yet. Told with the next change otherwise.
    pub fn take_pool_events(&mut self) -> Vec<ChainEvent> {
        self.pool.take_news()
    }

    /// Adds to what a transaction counts as paying, in base units; it may still be to come.
    pub fn prioritise(&mut self, txid: Txid, delta: i64) {
        self.pool.prioritise(txid, delta);
    }

    /// Remembers that a transaction of the mempool has not reached any peer yet, or forgets it.
    pub fn set_unbroadcast(&mut self, txid: Txid, unbroadcast: bool) {
        if unbroadcast {
            self.pool.add_unbroadcast(txid);
        } else {
            self.pool.remove_unbroadcast(&txid);
        }
    }
}
