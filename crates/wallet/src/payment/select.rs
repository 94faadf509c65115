//! Which coins a payment spends: the largest first, until they cover it.
//!
//! Few inputs make a cheap payment and one that is easy to check; the price is that small coins stay
//! behind. A coin is ranked by what is left of it after the fee for spending it, and one that costs
//! more than it brings is never spent. Equal coins are ordered by outpoint, so the order in which
//! coins are offered does not matter. Does not know recipients or change.

use std::cmp::Reverse;

use quarry_primitives::Amount;

use super::weight::{InputKind, Shape};
use super::{Coin, PaymentError};
use crate::limits::MAX_INPUTS;

/// The coins chosen, and the shape of the transaction with them and without change.
#[derive(Debug)]
pub(super) struct Selection {
    pub(super) coins: Vec<Coin>,
    pub(super) total: Amount,
    pub(super) shape: Shape,
}

/// Chooses coins until their total reaches `need(shape)`, which grows with each input.
pub(super) fn select(
    coins: &[Coin],
    outputs: Shape,
    fee_rate: u64,
    need: impl Fn(&Shape) -> Result<Amount, PaymentError>,
) -> Result<Selection, PaymentError> {
    let mut chosen = Selection { coins: Vec::new(), total: Amount::ZERO, shape: outputs };
    for (coin, kind) in ranked(coins, fee_rate)? {
        if chosen.coins.len() == MAX_INPUTS {
            return Err(PaymentError::TooManyInputs {
                have: chosen.total,
                need: need(&chosen.shape)?,
            });
        }
        chosen.shape.add_input(kind);
        chosen.total = chosen.total.checked_add(coin.amount).ok_or(PaymentError::Overflow)?;
        chosen.coins.push(coin.clone());
        if chosen.total >= need(&chosen.shape)? {
            return Ok(chosen);
        }
    }
    Err(PaymentError::InsufficientFunds { have: chosen.total, need: need(&chosen.shape)? })
}

fn ranked(coins: &[Coin], fee_rate: u64) -> Result<Vec<(&Coin, InputKind)>, PaymentError> {
    let mut worth = Vec::with_capacity(coins.len());
    for coin in coins {
        let kind = InputKind::of(&coin.script_pubkey)
            .ok_or(PaymentError::UnsupportedCoin(coin.outpoint))?;
        let cost = kind.weight().div_ceil(4) * fee_rate;
        if coin.amount.to_base() > cost {
            worth.push((Reverse(coin.amount.to_base() - cost), coin.outpoint, coin, kind));
        }
    }
    worth.sort_by_key(|&(value, outpoint, ..)| (value, outpoint));
    Ok(worth.into_iter().map(|(_, _, coin, kind)| (coin, kind)).collect())
}
