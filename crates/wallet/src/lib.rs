//! Keys and what is done with them: [`AccountSecret`], the exchange's [`BranchSecret`], the
//! [`KeyFile`] format, [payments](payment) and the [`Signer`] that guards the hot branch.
//!
//! A payment runs through three values: a [`PaymentRequest`](payment::PaymentRequest) (which coins
//! may be spent, who gets what) is [built](payment::build) into an
//! [`UnsignedPayment`], which a [`Signer`] (or [`payment::sign`]) turns into a transaction. Only the
//! last step needs a secret, so it can run in another process.
//!
//! **Does not know:** files (`store` keeps [`KeyFile`]s), the clock (a `Now` is handed in), random
//! sources (salts, nonces and auxiliary randomness are arguments), which coins exist (`chain`), what
//! a request's signature covers (`api`). The same arguments always give the same payment, the same
//! signature and the same key file.

mod account_secret;
mod bech32;
mod branch;
mod branch_scripts;
mod curve;
pub mod descriptor;
pub mod dev;
pub mod key_io;
mod key_name;
mod keyfile;
pub mod limits;
pub mod payment;
mod signer;

pub use account_secret::{AccountSecret, SecretError, verify_bip340};
pub use branch::{BranchError, BranchPublic, BranchSecret, KeyPath, KeyRole};
pub use branch_scripts::BranchScripts;
pub use key_name::{KeyName, KeyNameError};
pub use keyfile::{KeyFile, KeyFileError};
pub use payment::UnsignedPayment;
pub use signer::{HotSigner, SignedAmount, Signer, SignerCaps, SignerError};
