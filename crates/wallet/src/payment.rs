//! Paying on the UTXO ledger: from coins and recipients to a signed transaction.
//!
//! [`build`] chooses coins and decides fee and change; [`sign`] adds the signatures. Both are pure:
//! the same request gives the same transaction, byte for byte, so a restart never makes a second one.
//! Does not know which coins exist or are mature, nor who may be paid.

mod build;
mod select;
mod sign;
mod unsigned;
mod weight;

pub use build::{PaymentError, PaymentRequest, build};
pub use sign::{SignError, sign};
pub use unsigned::{Change, MalformedPayment, UnsignedPayment};
pub use weight::InputKind;

use quarry_primitives::{Amount, OutPoint, Script, ScriptBuf};

/// An output that can be spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coin {
    /// Which output it is.
    pub outpoint: OutPoint,
    /// What it is worth.
    pub amount: Amount,
    /// Who may spend it. P2WPKH and P2PKH can be signed here.
    pub script_pubkey: ScriptBuf,
}

/// The least that an output of this script may be worth for nodes to relay it (`GetDustThreshold`,
/// `policy/policy.cpp`, at 3000 sat/kvB): 294 for P2WPKH, 546 for P2PKH, 0 for `OP_RETURN`.
///
/// # Panics
/// Never: the result is at most three times the largest script's size.
#[must_use]
pub fn dust_limit(script_pubkey: &Script) -> Amount {
    Amount::try_from(script_pubkey.minimal_non_dust()).expect("a few satoshis per byte of script")
}
