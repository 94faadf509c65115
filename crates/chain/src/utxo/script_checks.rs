//! The scripts of a block: which rules they are run under, and running them on as many threads as
//! the caller has.
//!
//! Does not know threads, nor what else a transaction has to be.

use core::fmt::Debug;

use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{Transaction, TxOut};

use super::input_rules;
use crate::TxError;
use crate::ledger::BlockContext;
use crate::script::{Flags, TxData, verify_input};

/// Does checks that do not depend on one another.
pub trait CheckRunner: Debug + Send + Sync {
    /// Of the numbers below `count` one that `check` says no to, if there is any: the lowest, if
    /// they are tried in order.
    fn find_failure(&self, count: usize, check: &(dyn Fn(usize) -> bool + Sync)) -> Option<usize>;
}

/// One after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct InOrder;

impl CheckRunner for InOrder {
    fn find_failure(&self, count: usize, check: &(dyn Fn(usize) -> bool + Sync)) -> Option<usize> {
        (0..count).find(|index| !check(*index))
    }
}

/// The script rules of a block at this place (`GetBlockScriptFlags`): pay-to-script-hash,
/// witnesses and taproot hold from the start.
pub(super) fn block_flags(at: &BlockContext<'_>) -> Flags {
    let rules = at.spec.activation();
    let mut flags = Flags::P2SH | Flags::WITNESS | Flags::TAPROOT;
    for (flag, from) in [
        (Flags::DERSIG, rules.bip66),
        (Flags::CHECKLOCKTIMEVERIFY, rules.bip65),
        (Flags::CHECKSEQUENCEVERIFY, rules.csv),
        (Flags::NULLDUMMY, rules.segwit),
    ] {
        if at.height >= from {
            flags |= flag;
        }
    }
    flags
}

/// A transaction with the outputs it spends.
pub(super) struct Spending<'b> {
    pub(super) tx: &'b Transaction,
    pub(super) spent: Vec<TxOut>,
}

/// `block-script-verify-flag-failed (...)`: every input may spend its coin. Gives the place of the
/// failing transaction in the list.
pub(super) fn check(
    runner: &dyn CheckRunner,
    secp: &Secp256k1<VerifyOnly>,
    spending: &[Spending<'_>],
    flags: Flags,
) -> Result<(), (usize, TxError)> {
    let data: Vec<TxData<'_>> =
        spending.iter().map(|each| TxData::new(each.tx, &each.spent)).collect();
    let inputs: Vec<(usize, usize)> = (0..)
        .zip(spending)
        .flat_map(|(tx, each)| (0..each.spent.len()).map(move |input| (tx, input)))
        .collect();
    let verify = |at: usize| {
        let (tx, input) = inputs[at];
        verify_input(secp, &data[tx], input, flags)
    };
    let Some(at) = runner.find_failure(inputs.len(), &|at| verify(at).is_ok()) else {
        return Ok(());
    };
    let (tx, index) = inputs[at];
    match verify(at) {
        Ok(()) => Ok(()),
        Err(error) => {
            let Spending { tx: failing, spent } = &spending[tx];
            Err((tx, input_rules::script_error(failing, spent, index, error)))
        }
    }
}
