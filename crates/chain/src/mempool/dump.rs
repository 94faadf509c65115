//! The mempool as values to keep over a restart.
//!
//! Does not know bytes: the ledger's codec has them.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::Txid;

use super::{Around, Mempool};
use crate::TxError;
use crate::ledger::Ledger;

/// The contents of a mempool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MempoolDump<T> {
    /// Transactions, parents first, with when they came (seconds since 1970) and what an operator
    /// adds to their fees.
    pub txs: Vec<(T, u64, i64)>,
    /// What an operator adds to the fees of transactions that are not in.
    pub deltas: BTreeMap<Txid, i64>,
    /// Those that have not reached any peer yet.
    pub unbroadcast: BTreeSet<Txid>,
}

/// What became of a dump's transactions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Accepted.
    pub accepted: usize,
    /// Refused.
    pub failed: usize,
    /// Too old.
    pub expired: usize,
    /// In already.
    pub present: usize,
}

impl<L: Ledger> Mempool<L> {
    /// All that is in (`DumpMempool`).
    #[must_use]
    pub fn dump(&self) -> MempoolDump<L::Tx> {
        let mut deltas = self.deltas().clone();
        let mut txs = Vec::with_capacity(self.entries.len());
        for entry in self.parents_first() {
            deltas.remove(&entry.checked.txid);
            txs.push((entry.tx.clone(), entry.added_ms / 1_000, entry.delta));
        }
        MempoolDump { txs, deltas, unbroadcast: self.unbroadcast.clone() }
    }

    /// Takes a dump in as if its transactions had come at their times (`LoadMempool`).
    ///
    /// # Errors
    /// [`TxError::Store`]: refused transactions are counted.
    pub(crate) fn load(
        &mut self,
        around: &Around<'_, L>,
        dump: MempoolDump<L::Tx>,
    ) -> Result<Loaded, TxError> {
        let mut loaded = Loaded::default();
        let oldest_secs = (around.now_ms / 1_000).saturating_sub(self.config.expiry_secs);
        for (tx, added_secs, delta) in dump.txs {
            let txid = around.ledger.txid(&tx);
            self.prioritise(txid, delta);
            if added_secs <= oldest_secs {
                loaded.expired += 1;
                continue;
            }
            match self.accept_as_of(around, tx, added_secs.saturating_mul(1_000)) {
                Ok(()) => loaded.accepted += 1,
                Err(error @ TxError::Store(_)) => return Err(error),
                Err(_) if self.by_txid.contains_key(&txid) => loaded.present += 1,
                Err(_) => loaded.failed += 1,
            }
        }
        for (txid, delta) in dump.deltas {
            self.prioritise(txid, delta);
        }
        for txid in dump.unbroadcast {
            self.add_unbroadcast(txid);
        }
        Ok(loaded)
    }
}
