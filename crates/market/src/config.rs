//! The terms of one exchange, fixed by the first record of its log.
//!
//! Does not know limits that are the same everywhere (`limits`).

use quarry_primitives::{AccountKey, Amount, ChainId};

use crate::{Rejection, limits};

/// The terms of an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarketConfig {
    /// The chain whose coins are the money.
    pub chain_id: ChainId,
    /// The exchange's own key.
    pub exchange: AccountKey,
    /// The fee on each trade in hundredths of a percent, rounded up, paid by the buyer on top.
    pub fee_basis_points: u16,
    /// How deep a block has to be before the server reports it as scanned. The rules take the
    /// server's word: they see no chain.
    pub confirmations: u32,
    /// How long a seller may be silent before its lease is lost, in milliseconds.
    pub lease_ms: u64,
    /// How many sellers may fail a unit, by silence or a wrong result, before it is given up.
    pub max_attempts: u32,
    /// The least that can be withdrawn.
    pub min_withdrawal: Amount,
    /// An output to a deposit address below this is no deposit: it is neither credited nor ever
    /// spent, so that it costs the exchange nothing.
    pub min_deposit: Amount,
    /// A payout below this is not made: it would cost more to spend than it is worth.
    pub dust: Amount,
}

impl MarketConfig {
    /// The usual terms: 3 % fee, 1 confirmation, 15 s leases, 3 attempts, withdrawals from 10,000
    /// base units, deposits from 1,000, Bitcoin Core's dust limit for P2PKH (546).
    #[must_use]
    pub fn new(chain_id: ChainId, exchange: AccountKey) -> Self {
        Self {
            chain_id,
            exchange,
            fee_basis_points: 300,
            confirmations: 1,
            lease_ms: 15_000,
            max_attempts: 3,
            min_withdrawal: Amount::of(10_000),
            min_deposit: Amount::of(1_000),
            dust: Amount::of(546),
        }
    }

    /// Whether the terms make sense.
    ///
    /// # Errors
    /// [`Rejection::BadConfig`] with the first term that does not.
    pub fn check(&self) -> Result<(), Rejection> {
        let bad = |term: &str| Err(Rejection::BadConfig { term: term.to_owned() });
        if self.fee_basis_points > 10_000 {
            return bad("fee_basis_points");
        }
        if self.confirmations == 0 {
            return bad("confirmations");
        }
        if !(100..=3_600_000).contains(&self.lease_ms) {
            return bad("lease_ms");
        }
        if !(1..=100).contains(&self.max_attempts) {
            return bad("max_attempts");
        }
        if self.min_withdrawal < self.dust {
            return bad("min_withdrawal");
        }
        // Above it, what people take for a deposit would be lost to them.
        if self.min_deposit > limits::MAX_MIN_DEPOSIT {
            return bad("min_deposit");
        }
        Ok(())
    }
}
