//! Who signs the exchange's withdrawals, and how much may leave before a person has to look.
//!
//! [`Signer`] is the door; [`HotSigner`] holds the key in this process, and one that talks to another
//! process can take its place. Does not know withdrawals, the log or the network: what was signed
//! before a restart is handed in again.

use core::fmt;
use std::collections::VecDeque;

use quarry_primitives::{Amount, Now, OutPoint, Transaction};

use crate::branch::{BranchError, BranchPublic, BranchSecret, KeyRole};
use crate::branch_scripts::BranchScripts;
use crate::limits::MAX_SIGNED_PER_DAY;
use crate::payment::{SignError, UnsignedPayment, sign};

/// A day, as [`SignerCaps::per_day`] counts it: a window that slides, not a calendar's.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// How much may leave the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignerCaps {
    /// By one transaction, fee included.
    pub per_transaction: Amount,
    /// Within any 24 hours, fees included.
    pub per_day: Amount,
}

/// Something that was signed: what the day's cap counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedAmount {
    /// Wall-clock milliseconds since the Unix epoch.
    pub signed_at_ms: u64,
    /// What left the branch: recipients and fee.
    pub amount: Amount,
}

/// Why a signer does not sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignerError {
    /// More than one transaction may move.
    #[error(
        "{leaving} base units in one transaction are above the signer's cap of {cap}: \
         split it, or raise the cap"
    )]
    OverTransactionCap {
        /// Recipients and fee.
        leaving: Amount,
        /// The cap.
        cap: Amount,
    },
    /// More than is left for the last 24 hours.
    #[error(
        "{leaving} base units are above the {left} left of the signer's cap of {cap} a day: \
         try later, or raise the cap"
    )]
    OverDayCap {
        /// Recipients and fee.
        leaving: Amount,
        /// What is left.
        left: Amount,
        /// The cap.
        cap: Amount,
    },
    /// More than [`MAX_SIGNED_PER_DAY`] payments.
    #[error("{MAX_SIGNED_PER_DAY} payments were signed within a day: try later")]
    TooManyPayments,
    /// A coin that is not one of the branch's covered P2WPKH scripts.
    #[error("coin {0} is not one of the branch's: raise the number of keys that are covered")]
    NotOurs(OutPoint),
    /// A key of the branch cannot be derived.
    #[error(transparent)]
    Branch(#[from] BranchError),
    /// The payment cannot be signed.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// A signer in another process did not answer or refused.
    #[error("the signer is not available: {0}")]
    Unavailable(String),
}

/// Whoever holds the branch's keys.
pub trait Signer: fmt::Debug + Send {
    /// Tells the signer that keys `0..count` of a role are in use.
    ///
    /// # Errors
    /// [`SignerError::Branch`] above the limit.
    fn cover(&mut self, role: KeyRole, count: u32) -> Result<(), SignerError>;

    /// Signs a payment that the caps allow. The signed amount counts from then on, whether or not
    /// the transaction is ever sent.
    ///
    /// # Errors
    /// [`SignerError`]; nothing is signed or counted then.
    fn sign(&mut self, now: Now, payment: &UnsignedPayment) -> Result<Transaction, SignerError>;
}

/// A signer whose key is in this process.
///
/// It signs only coins of its own branch. These are P2WPKH, so each signature covers what its coin
/// is worth: a request that lies about amounts (and so about its fee) yields signatures nobody
/// accepts.
pub struct HotSigner {
    branch: BranchSecret,
    scripts: BranchScripts,
    caps: SignerCaps,
    window: VecDeque<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    signed: SignedAmount,
    /// When it was signed by the clock that never goes back; `None` if that was before a restart.
    mono_ms: Option<u64>,
}

impl HotSigner {
    /// A signer that has signed nothing yet and covers no key.
    #[must_use]
    pub fn new(branch: BranchSecret, caps: SignerCaps) -> Self {
        let scripts = BranchScripts::new(branch.public());
        Self { branch, scripts, caps, window: VecDeque::new() }
    }

    /// Counts what was signed before a restart, so that the day's cap survives it. Entries older
    /// than a day do no harm.
    #[must_use]
    pub fn restore(mut self, signed: impl IntoIterator<Item = SignedAmount>) -> Self {
        for signed in signed {
            self.record(signed.signed_at_ms, signed.amount);
        }
        self
    }

    /// Counts one payment that was signed earlier or elsewhere.
    pub fn record(&mut self, signed_at_ms: u64, amount: Amount) {
        let signed = SignedAmount { signed_at_ms, amount };
        self.window.push_back(Entry { signed, mono_ms: None });
    }

    /// The half of the branch that only derives.
    #[must_use]
    pub fn public(&self) -> &BranchPublic {
        self.scripts.branch()
    }

    /// What a payment takes out of the branch: its coins less what comes back to a covered change
    /// script, whatever the payment itself calls change. A deposit script does not count as coming
    /// back: it stands for a customer.
    ///
    /// # Panics
    /// Never: a payment's outputs and fee add up to its coins.
    #[must_use]
    pub fn leaving(&self, payment: &UnsignedPayment) -> Amount {
        let is_change =
            |script| self.scripts.find(script).is_some_and(|path| path.role == KeyRole::Change);
        let leaves = payment.tx().output.iter().filter(|out| !is_change(&out.script_pubkey));
        let recipients: u64 = leaves.map(|out| out.value.to_sat()).sum();
        Amount::from_base(recipients)
            .ok()
            .and_then(|recipients| recipients.checked_add(payment.fee()))
            .expect("outputs and fee add up to the coins")
    }

    /// What is left of the day's cap.
    #[must_use]
    pub fn left_today(&self, now: Now) -> Amount {
        let counted = self.window.iter().filter(|entry| !entry.is_over(now));
        let signed: Option<Amount> = counted.map(|entry| entry.signed.amount).sum();
        signed.and_then(|signed| self.caps.per_day.checked_sub(signed)).unwrap_or(Amount::ZERO)
    }

    fn check_caps(&self, now: Now, leaving: Amount) -> Result<(), SignerError> {
        let SignerCaps { per_transaction, per_day } = self.caps;
        if leaving > per_transaction {
            return Err(SignerError::OverTransactionCap { leaving, cap: per_transaction });
        }
        let left = self.left_today(now);
        if leaving > left {
            return Err(SignerError::OverDayCap { leaving, left, cap: per_day });
        }
        if self.window.len() >= MAX_SIGNED_PER_DAY {
            return Err(SignerError::TooManyPayments);
        }
        Ok(())
    }

    fn check_coins(&self, payment: &UnsignedPayment) -> Result<(), SignerError> {
        let unknown =
            payment.spent().iter().find(|coin| self.scripts.find(&coin.script_pubkey).is_none());
        unknown.map_or(Ok(()), |coin| Err(SignerError::NotOurs(coin.outpoint)))
    }
}

impl Entry {
    /// Whether a day has passed by every clock that can tell: setting the wall clock forward frees
    /// nothing that this process signed, setting it back frees nothing at all.
    fn is_over(&self, now: Now) -> bool {
        let passed = |then: u64, now: u64| now.checked_sub(then).is_some_and(|ms| ms >= DAY_MS);
        passed(self.signed.signed_at_ms, now.wall_ms)
            && self.mono_ms.is_none_or(|then| passed(then, now.mono_ms))
    }
}

impl Signer for HotSigner {
    fn cover(&mut self, role: KeyRole, count: u32) -> Result<(), SignerError> {
        Ok(self.scripts.cover(role, count)?)
    }

    fn sign(&mut self, now: Now, payment: &UnsignedPayment) -> Result<Transaction, SignerError> {
        self.window.retain(|entry| !entry.is_over(now));
        self.check_coins(payment)?;
        let leaving = self.leaving(payment);
        self.check_caps(now, leaving)?;
        let tx = sign(payment, |script| {
            self.scripts.find(script).and_then(|path| self.branch.secret(path).ok())
        })?;
        let signed = SignedAmount { signed_at_ms: now.wall_ms, amount: leaving };
        self.window.push_back(Entry { signed, mono_ms: Some(now.mono_ms) });
        Ok(tx)
    }
}

impl fmt::Debug for HotSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HotSigner")
            .field("branch", &self.branch)
            .field("caps", &self.caps)
            .field("signed", &self.window.len())
            .finish_non_exhaustive()
    }
}
