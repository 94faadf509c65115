//! Decides a payment: coins, fee, change, outputs.
//!
//! Outputs stand in the request's order, the change last, so that a recipient's place is known before
//! the coins are. Does not know keys.

use std::collections::BTreeSet;

use quarry_primitives::{
    Amount, LockTime, OutPoint, ScriptBuf, Sequence, Transaction, TransactionVersion, TxIn, TxOut,
    Witness,
};

use super::select::{Selection, select};
use super::weight::Shape;
use super::{Coin, UnsignedPayment, dust_limit};
use crate::limits::{MAX_FEE_RATE_SAT_PER_VB, MAX_INPUTS, MAX_PAYMENT_WEIGHT, MAX_RECIPIENTS};

/// What is to be paid, and from what.
///
/// To replace a payment, offer only the coins that the first one spent: whatever is chosen of them
/// conflicts with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRequest {
    /// The coins that may be spent, in any order.
    pub coins: Vec<Coin>,
    /// Who gets what.
    pub recipients: Vec<(ScriptBuf, Amount)>,
    /// Where the rest goes.
    pub change: ScriptBuf,
    /// Satoshis per virtual byte.
    pub fee_rate_sat_per_vb: u64,
    /// The recipient who bears the fee, by index; `None`: the payer does.
    pub subtract_fee_from: Option<usize>,
}

/// Why a payment cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaymentError {
    /// The coins worth spending do not cover recipients and fee.
    #[error("insufficient funds: have {have}, need {need} base units including the fee")]
    InsufficientFunds {
        /// What the coins worth spending at this fee rate are worth.
        have: Amount,
        /// Recipients and fee.
        need: Amount,
    },
    /// The coins are too small: the largest [`MAX_INPUTS`] do not cover it.
    #[error(
        "the {MAX_INPUTS} largest coins are worth {have} of the {need} base units needed: \
         pay in parts, or merge small coins first"
    )]
    TooManyInputs {
        /// What the largest coins are worth together.
        have: Amount,
        /// Recipients and fee.
        need: Amount,
    },
    /// A recipient would get less than nodes relay.
    #[error("a payout of {payout} base units is below {dust}, the least that nodes relay")]
    BelowDust {
        /// What the recipient would get, after the fee if it bears the fee.
        payout: Amount,
        /// The least that can be paid to its script.
        dust: Amount,
    },
    /// Nobody to pay.
    #[error("a payment needs a recipient")]
    NoRecipient,
    /// More than [`MAX_RECIPIENTS`].
    #[error("{0} recipients are more than the {MAX_RECIPIENTS} one payment may have")]
    TooManyRecipients(usize),
    /// `subtract_fee_from` is not a recipient's index.
    #[error("there is no recipient {0} that could bear the fee")]
    NoSuchRecipient(usize),
    /// A fee rate above [`MAX_FEE_RATE_SAT_PER_VB`].
    #[error(
        "a fee rate of {0} sat/vB is above the limit of {MAX_FEE_RATE_SAT_PER_VB}: check the unit"
    )]
    FeeRateTooHigh(u64),
    /// The same coin was offered twice.
    #[error("coin {0} is offered twice")]
    DuplicateCoin(OutPoint),
    /// A coin that cannot be signed here.
    #[error("coin {0} is neither P2WPKH nor P2PKH")]
    UnsupportedCoin(OutPoint),
    /// Heavier than [`MAX_PAYMENT_WEIGHT`].
    #[error("the payment would weigh {0}, above the {MAX_PAYMENT_WEIGHT} that nodes relay")]
    TooHeavy(u64),
    /// A sum exceeds all the money there is.
    #[error("the amounts add up to more than all the money there is")]
    Overflow,
}

/// Decides a payment.
///
/// Change below the dust limit goes to the fee. If a recipient bears the fee, such leftovers are
/// used for it first; the recipient never gets more than the request says.
///
/// # Errors
/// [`PaymentError`]; nothing is reserved or changed.
///
/// # Panics
/// Never: what is built here is consistent.
pub fn build(request: &PaymentRequest) -> Result<UnsignedPayment, PaymentError> {
    check(request)?;
    let rate = request.fee_rate_sat_per_vb;
    let payout: Option<Amount> = request.recipients.iter().map(|(_, amount)| *amount).sum();
    let payout = payout.ok_or(PaymentError::Overflow)?;
    let mut outputs = Shape::default();
    for (script, _) in &request.recipients {
        outputs.add_output(script);
    }
    let payer_bears_fee = request.subtract_fee_from.is_none();
    let chosen = select(&request.coins, outputs, rate, |shape| {
        if payer_bears_fee { add(payout, fee(shape, rate)?) } else { Ok(payout) }
    })?;
    let split = match request.subtract_fee_from {
        None => Split::payer_bears_fee(&chosen, payout, request)?,
        Some(_) => Split::recipient_bears_fee(&chosen, payout, request)?,
    };
    if split.shape.weight() > MAX_PAYMENT_WEIGHT {
        return Err(PaymentError::TooHeavy(split.shape.weight()));
    }
    let outputs = outputs_of(request, &split)?;
    let change_index = split.change.map(|_| request.recipients.len());
    let tx = transaction(&chosen.coins, outputs);
    Ok(UnsignedPayment::from_parts(tx, chosen.coins, change_index)
        .expect("one coin per input, and no output that the coins do not cover"))
}

/// How the chosen coins are divided.
struct Split {
    /// What comes back.
    change: Option<Amount>,
    /// What the recipient who bears the fee does not get.
    deducted: Amount,
    /// The transaction's final shape.
    shape: Shape,
}

impl Split {
    fn payer_bears_fee(
        chosen: &Selection,
        payout: Amount,
        request: &PaymentRequest,
    ) -> Result<Self, PaymentError> {
        let with_change = shape_with_change(chosen, request);
        let paid = add(payout, fee(&with_change, request.fee_rate_sat_per_vb)?)?;
        let rest = chosen.total.checked_sub(paid);
        let change = rest.filter(|&rest| is_worth_an_output(rest, request));
        let shape = if change.is_some() { with_change } else { chosen.shape };
        Ok(Self { change, deducted: Amount::ZERO, shape })
    }

    fn recipient_bears_fee(
        chosen: &Selection,
        payout: Amount,
        request: &PaymentRequest,
    ) -> Result<Self, PaymentError> {
        let rate = request.fee_rate_sat_per_vb;
        let rest =
            chosen.total.checked_sub(payout).expect("selection stops at the payout or above");
        if is_worth_an_output(rest, request) {
            let shape = shape_with_change(chosen, request);
            return Ok(Self { change: Some(rest), deducted: fee(&shape, rate)?, shape });
        }
        let needed = fee(&chosen.shape, rate)?;
        let deducted = needed.checked_sub(rest).unwrap_or(Amount::ZERO);
        Ok(Self { change: None, deducted, shape: chosen.shape })
    }
}

fn shape_with_change(chosen: &Selection, request: &PaymentRequest) -> Shape {
    let mut shape = chosen.shape;
    shape.add_output(&request.change);
    shape
}

fn is_worth_an_output(rest: Amount, request: &PaymentRequest) -> bool {
    rest > Amount::ZERO && rest >= dust_limit(&request.change)
}

fn fee(shape: &Shape, rate: u64) -> Result<Amount, PaymentError> {
    let units = shape.vsize().checked_mul(rate).ok_or(PaymentError::Overflow)?;
    Amount::from_base(units).map_err(|_| PaymentError::Overflow)
}

fn add(a: Amount, b: Amount) -> Result<Amount, PaymentError> {
    a.checked_add(b).ok_or(PaymentError::Overflow)
}

fn check(request: &PaymentRequest) -> Result<(), PaymentError> {
    let recipients = request.recipients.len();
    if recipients == 0 {
        return Err(PaymentError::NoRecipient);
    }
    if recipients > MAX_RECIPIENTS {
        return Err(PaymentError::TooManyRecipients(recipients));
    }
    if let Some(index) = request.subtract_fee_from.filter(|&index| index >= recipients) {
        return Err(PaymentError::NoSuchRecipient(index));
    }
    if request.fee_rate_sat_per_vb > MAX_FEE_RATE_SAT_PER_VB {
        return Err(PaymentError::FeeRateTooHigh(request.fee_rate_sat_per_vb));
    }
    for (script, amount) in &request.recipients {
        check_dust(script, *amount)?;
    }
    let mut seen = BTreeSet::new();
    match request.coins.iter().find(|coin| !seen.insert(coin.outpoint)) {
        Some(coin) => Err(PaymentError::DuplicateCoin(coin.outpoint)),
        None => Ok(()),
    }
}

fn check_dust(script: &ScriptBuf, payout: Amount) -> Result<(), PaymentError> {
    let dust = dust_limit(script);
    if payout < dust { Err(PaymentError::BelowDust { payout, dust }) } else { Ok(()) }
}

fn outputs_of(request: &PaymentRequest, split: &Split) -> Result<Vec<TxOut>, PaymentError> {
    let mut outputs = Vec::with_capacity(request.recipients.len() + 1);
    for (index, (script, amount)) in request.recipients.iter().enumerate() {
        let mut payout = *amount;
        if request.subtract_fee_from == Some(index) {
            payout = amount.checked_sub(split.deducted).unwrap_or(Amount::ZERO);
            check_dust(script, payout)?;
            // An OP_RETURN has no dust limit and still cannot pay what it does not hold.
            if split.deducted > *amount {
                return Err(PaymentError::BelowDust { payout, dust: split.deducted });
            }
        }
        outputs.push(TxOut { value: payout.into(), script_pubkey: script.clone() });
    }
    if let Some(change) = split.change {
        outputs.push(TxOut { value: change.into(), script_pubkey: request.change.clone() });
    }
    Ok(outputs)
}

fn transaction(coins: &[Coin], output: Vec<TxOut>) -> Transaction {
    let input = coins
        .iter()
        .map(|coin| TxIn {
            previous_output: coin.outpoint,
            script_sig: ScriptBuf::new(),
            // BIP-125: a payment that is stuck can be replaced by one with a higher fee.
            sequence: Sequence::ENABLE_RBF_NO_LOCKTIME,
            witness: Witness::new(),
        })
        .collect();
    Transaction { version: TransactionVersion::TWO, lock_time: LockTime::ZERO, input, output }
}
