//! May this input spend this coin? A script interpreter with Bitcoin Core's rules, flags and
//! errors.
//!
//! ```text
//!  TxData (transaction, spent outputs, what digests share)      Spend (scripts, witness)
//!      |                                                            |
//!      v                                                            v
//!  TxChecker: is this signature right?  <---- asks ----  verify: which scripts run,
//!      |  signature: DER, lax and strict                         what they have to leave
//!      |  sighash: legacy, BIP-143, BIP-341                         | one script at a time
//!      v                                                            v
//!  secp256k1                            <---- asks ----  eval: the loop and its limits
//!                                                            ops: what operations do
//!                                                                   | after each operation
//!                                                                   v
//!                                                            Observer (trace)
//! ```
//!
//! | rules | where |
//! | --- | --- |
//! | BIP-16 (script hashes), BIP-141 (witness programs), BIP-341 (taproot) | `verify` |
//! | BIP-65, BIP-112 (lock times) | `ops/locktime`, [`TxChecker`] |
//! | BIP-66, BIP-146 (form of signatures) | `signature` |
//! | BIP-147 (the item in excess), BIP-342 (tapscript signatures) | `ops/crypto` |
//! | BIP-143, BIP-341 (digests) | [`sighash`] |
//! | BIP-342 (tapscript limits, `OP_SUCCESS`) | `eval`, `verify` |
//! | BIP-16, BIP-141 (signature operations) | `sigops` |
//!
//! A spend depends on its arguments alone: the same on every machine, and on every thread.
//! Curve arithmetic and hash functions are the library's; digests, encodings and rules are here.
//! Proven by Bitcoin Core's own vectors (all of `script_tests`, `tx_valid`, `tx_invalid`,
//! `sighash`) and by comparing mutated spends with Core's own code. Does not know coins, blocks
//! or fees.

mod checker;
mod error;
mod eval;
mod flags;
mod kind;
mod number;
pub mod opcode;
mod ops;
mod parse;
pub mod sighash;
mod signature;
mod sigops;
mod stack;
mod trace;
mod verify;

use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};

pub use checker::{Checker, NoChecker, TxChecker};
pub use error::ScriptError;
pub use eval::{SigVersion, TapLeaf, TaprootSpend};
pub use flags::Flags;
pub use kind::{OutputKind, output_kind};
pub(crate) use parse::put_push;
pub use parse::{
    Instruction, Instructions, Truncated, is_push_only, is_script_hash, witness_program,
};
pub use sighash::TxData;
pub use sigops::{
    Counting, count_sigops, legacy_sigops, script_hash_sigops, sigop_cost, witness_sigops,
};
pub use trace::{Observer, Stage, Step, StepView, Trace, trace};
pub use verify::{Spend, verify};
pub(crate) use verify::{has_annex, input_stack, is_tapscript};

impl<'a> Spend<'a> {
    /// What input `index` of a transaction spends, and how.
    ///
    /// # Panics
    /// If there is no such input.
    #[must_use]
    pub fn of(data: &TxData<'a>, index: usize) -> Self {
        let input = &data.tx().input[index];
        Self {
            script_sig: input.script_sig.as_bytes(),
            script_pubkey: data.spent()[index].script_pubkey.as_bytes(),
            witness: &input.witness,
        }
    }
}

/// Checks that input `index` may spend its output.
///
/// # Errors
/// The first rule that is broken.
///
/// # Panics
/// If there is no such input.
pub fn verify_input(
    secp: &Secp256k1<VerifyOnly>,
    data: &TxData<'_>,
    index: usize,
    flags: Flags,
) -> Result<(), ScriptError> {
    verify(Spend::of(data, index), flags, &TxChecker::new(secp, data, index), None)
}

#[cfg(test)]
mod tests;
