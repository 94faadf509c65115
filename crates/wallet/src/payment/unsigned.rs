//! A payment that is decided but not signed: what travels to a signer.
//!
//! Does not know keys. A signer may be another process, so the parts are checked where they meet.

use std::collections::BTreeSet;

use quarry_primitives::{Amount, Transaction};

use super::Coin;

/// The output that comes back to the payer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its index among the outputs.
    pub index: usize,
    /// What it is worth.
    pub amount: Amount,
}

/// Why some parts do not make a payment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedPayment {
    /// Not exactly one coin per input, in the same order.
    #[error("the coins are not those that the transaction's inputs spend")]
    CoinsDiffer,
    /// The same coin twice.
    #[error("the transaction spends a coin twice")]
    SpentTwice,
    /// An input that carries a script or a witness.
    #[error("input {0} is signed already")]
    Signed(usize),
    /// Outputs are worth more than inputs, or a sum exceeds all the money there is.
    #[error("the outputs are worth more than the inputs")]
    Value,
    /// The change's index is not an output's.
    #[error("there is no output {0} that could be the change")]
    NoSuchOutput(usize),
}

/// A transaction without signatures, with the coins it spends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsignedPayment {
    tx: Transaction,
    spent: Vec<Coin>,
    fee: Amount,
    change: Option<Change>,
}

impl UnsignedPayment {
    /// Puts a payment together that came in parts, for instance from another process.
    ///
    /// # Errors
    /// [`MalformedPayment`] if the parts contradict each other.
    pub fn from_parts(
        tx: Transaction,
        spent: Vec<Coin>,
        change_index: Option<usize>,
    ) -> Result<Self, MalformedPayment> {
        check_inputs(&tx, &spent)?;
        let paid_in: Option<Amount> = spent.iter().map(|coin| coin.amount).sum();
        let outputs = output_amounts(&tx)?;
        let paid_out: Option<Amount> = outputs.iter().copied().sum();
        let fee = paid_in
            .zip(paid_out)
            .and_then(|(paid_in, paid_out)| paid_in.checked_sub(paid_out))
            .ok_or(MalformedPayment::Value)?;
        let change = change_index
            .map(|index| match outputs.get(index) {
                Some(&amount) => Ok(Change { index, amount }),
                None => Err(MalformedPayment::NoSuchOutput(index)),
            })
            .transpose()?;
        Ok(Self { tx, spent, fee, change })
    }

    /// The transaction, with empty scripts and witnesses.
    #[must_use]
    pub fn tx(&self) -> &Transaction {
        &self.tx
    }

    /// The coins it spends, one per input, in the inputs' order.
    #[must_use]
    pub fn spent(&self) -> &[Coin] {
        &self.spent
    }

    /// What the miner gets.
    #[must_use]
    pub fn fee(&self) -> Amount {
        self.fee
    }

    /// What comes back, if anything does.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        self.change
    }
}

fn check_inputs(tx: &Transaction, spent: &[Coin]) -> Result<(), MalformedPayment> {
    let named = tx.input.iter().map(|input| input.previous_output);
    if !named.clone().eq(spent.iter().map(|coin| coin.outpoint)) {
        return Err(MalformedPayment::CoinsDiffer);
    }
    if named.collect::<BTreeSet<_>>().len() != spent.len() {
        return Err(MalformedPayment::SpentTwice);
    }
    match tx.input.iter().position(|i| !i.script_sig.is_empty() || !i.witness.is_empty()) {
        Some(index) => Err(MalformedPayment::Signed(index)),
        None => Ok(()),
    }
}

fn output_amounts(tx: &Transaction) -> Result<Vec<Amount>, MalformedPayment> {
    tx.output
        .iter()
        .map(|output| Amount::try_from(output.value).map_err(|_| MalformedPayment::Value))
        .collect()
}
