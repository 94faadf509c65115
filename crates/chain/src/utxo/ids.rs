//! The ids of many transactions: of a full block they take as long as a hundred signatures, so they
//! are shared out like scripts.
//!
//! Does not know threads, nor what the ids are for.

use std::sync::OnceLock;

use quarry_primitives::{Transaction, Txid, Wtxid};

use super::script_checks::CheckRunner;

/// Fewer are hashed at once: waking the threads would take longer.
const WORTH_SHARING: usize = 256;

/// Every transaction's id, in order.
pub(super) fn txids(txs: &[Transaction], runner: &dyn CheckRunner) -> Vec<Txid> {
    map(txs, runner, Transaction::compute_txid)
}

/// Every transaction's id with its witnesses, in order.
pub(super) fn wtxids(txs: &[Transaction], runner: &dyn CheckRunner) -> Vec<Wtxid> {
    map(txs, runner, Transaction::compute_wtxid)
}

fn map<T: Copy + Send + Sync>(
    txs: &[Transaction],
    runner: &dyn CheckRunner,
    id: fn(&Transaction) -> T,
) -> Vec<T> {
    if txs.len() < WORTH_SHARING {
        return txs.iter().map(id).collect();
    }
    let slots: Vec<OnceLock<T>> = txs.iter().map(|_| OnceLock::new()).collect();
    runner.find_failure(txs.len(), &|at| slots[at].set(id(&txs[at])).is_err());
    // A runner that leaves one out costs time, no more.
    slots.iter().zip(txs).map(|(slot, tx)| slot.get().copied().unwrap_or_else(|| id(tx))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::InOrder;
    use crate::testing;

    #[derive(Debug)]
    struct Idle;

    impl CheckRunner for Idle {
        fn find_failure(&self, _: usize, _: &(dyn Fn(usize) -> bool + Sync)) -> Option<usize> {
            None
        }
    }

    #[test]
    fn few_and_many_are_in_order() {
        let spec = testing::easy_spec();
        let tx =
            |n: u32| testing::empty_block(&spec, spec.chain_id(), n % 7 + 1).txdata.swap_remove(0);
        for count in [0, 1, 255, 256, 300] {
            let txs: Vec<Transaction> = (0..count).map(tx).collect();
            let ids: Vec<Txid> = txs.iter().map(Transaction::compute_txid).collect();
            assert_eq!(txids(&txs, &InOrder), ids);
            assert_eq!(txids(&txs, &Idle), ids);
        }
    }
}
