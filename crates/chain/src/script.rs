//! May this input spend this coin? Signature checks for the two key-hash kinds of output.
//!
//! **Limit of the skeleton:** pay-to-public-key-hash and pay-to-witness-public-key-hash (BIP-141,
//! BIP-143) are verified; a spend of any other kind of output fails closed with
//! [`ScriptError::Unsupported`]. So does what Bitcoin's consensus would allow in these two kinds
//! but nobody makes: an input script that computes, more pushes than needed, an undefined hash
//! type in a witness. The interpreter takes this module's place.
//!
//! Does not know coins, blocks or fees.

use quarry_primitives::script::Instruction;
use quarry_primitives::secp256k1::{Message, PublicKey, Secp256k1, VerifyOnly, ecdsa::Signature};
use quarry_primitives::sighash::SighashCache;
use quarry_primitives::{
    EcdsaSighashType, Hash, PubkeyHash, Script, Transaction, TxOut, WPubkeyHash,
};

/// How strict to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// What every block has to meet (strict DER, BIP-66).
    Consensus,
    /// What is relayed: also low S, defined hash types, compressed keys in witnesses.
    Policy,
}

/// Declares the script errors with Core's words, so that both reject strings are constants.
macro_rules! script_errors {
    ($($(#[$doc:meta])* $name:ident => $words:literal,)*) => {
        /// Why an input may not spend its coin. The words are Bitcoin Core's `ScriptErrorString`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
        #[non_exhaustive]
        pub enum ScriptError {
            $($(#[$doc])* #[error($words)] $name,)*
            /// The kind of output, or what is done with it, cannot be verified yet.
            #[error("this kind of spend is not supported yet")]
            Unsupported,
        }

        impl ScriptError {
            /// The reject string of a transaction with such an input.
            #[must_use]
            pub fn mempool_reject_reason(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("mempool-script-verify-flag-failed (", $words, ")"),)*
                    Self::Unsupported => "script-not-supported",
                }
            }

            /// The reject string of a block with such an input.
            #[must_use]
            pub fn block_reject_reason(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("block-script-verify-flag-failed (", $words, ")"),)*
                    Self::Unsupported => "script-not-supported",
                }
            }
        }
    };
}

script_errors! {
    /// The signature is not right.
    EvalFalse => "Script evaluated without error but finished with a false/empty top stack element",
    /// The signature is not right, under policy (NULLFAIL).
    NullFail => "Signature must be zero for failed CHECK(MULTI)SIG operation",
    /// The public key is not the one that was paid.
    EqualVerify => "Script failed an OP_EQUALVERIFY operation",
    /// Too few pushes.
    StackSize => "Operation not valid with the current stack size",
    /// BIP-66.
    SigDer => "Non-canonical DER signature",
    /// Policy (BIP-146): S is above half the group's order.
    SigHighS => "Non-canonical signature: S value is unnecessarily high",
    /// Policy: undefined hash type.
    SigHashType => "Signature hash type missing or not understood",
    /// Policy: neither compressed nor uncompressed.
    PubkeyType => "Public key is neither compressed or uncompressed",
    /// Policy (BIP-143): uncompressed key in a witness.
    WitnessPubkeyType => "Using non-compressed keys in segwit",
    /// Witness for an output that takes none.
    WitnessUnexpected => "Witness provided for non-witness script",
    /// A witness spend with an input script.
    WitnessMalleated => "Witness requires empty scriptSig",
    /// The witness is not for this program.
    WitnessProgramMismatch => "Witness program hash mismatch",
}

/// A transaction with what is cached between its inputs' signature hashes.
pub type TxSighash<'t> = SighashCache<&'t Transaction>;

/// Checks that input `index` may spend `prevouts[index]`.
///
/// `prevouts` are the outputs that the transaction's inputs spend, in order. The cache keeps the
/// cost of all inputs together linear for witness spends (BIP-143).
///
/// # Errors
/// [`ScriptError`].
///
/// # Panics
/// If there is no such input or prevout.
pub fn verify_input(
    secp: &Secp256k1<VerifyOnly>,
    tx: &mut TxSighash<'_>,
    index: usize,
    prevouts: &[TxOut],
    rules: Rules,
) -> Result<(), ScriptError> {
    let prevout = &prevouts[index];
    if prevout.script_pubkey.is_p2wpkh() {
        verify_p2wpkh(secp, tx, index, prevout, rules)
    } else if prevout.script_pubkey.is_p2pkh() {
        verify_p2pkh(secp, tx, index, prevout, rules)
    } else {
        Err(ScriptError::Unsupported)
    }
}

fn verify_p2wpkh(
    secp: &Secp256k1<VerifyOnly>,
    tx: &mut TxSighash<'_>,
    index: usize,
    prevout: &TxOut,
    rules: Rules,
) -> Result<(), ScriptError> {
    let input = &tx.transaction().input[index];
    if !input.script_sig.is_empty() {
        return Err(ScriptError::WitnessMalleated);
    }
    let [sig, key] = input.witness.iter().collect::<Vec<_>>()[..] else {
        return Err(ScriptError::WitnessProgramMismatch);
    };
    if WPubkeyHash::hash(key).as_byte_array()[..] != prevout.script_pubkey.as_bytes()[2..] {
        return Err(ScriptError::EqualVerify);
    }
    // Copies, because hashing needs the cache, which holds the transaction, to itself.
    let (sig, key) = (&sig.to_vec(), &key.to_vec());
    let (der, hash_type) = split_signature(sig)?;
    check_encodings(der, hash_type, key, rules)?;
    if rules == Rules::Policy && key.len() != 33 {
        return Err(ScriptError::WitnessPubkeyType);
    }
    // The library's BIP-143 hash takes defined types only; see the limit above.
    let hash_type = EcdsaSighashType::from_standard(u32::from(hash_type))
        .map_err(|_| ScriptError::Unsupported)?;
    let hash = tx
        .p2wpkh_signature_hash(index, &prevout.script_pubkey, prevout.value, hash_type)
        .map_err(|_| ScriptError::Unsupported)?;
    verify_signature(secp, hash.to_byte_array(), der, key, rules)
}

fn verify_p2pkh(
    secp: &Secp256k1<VerifyOnly>,
    tx: &TxSighash<'_>,
    index: usize,
    prevout: &TxOut,
    rules: Rules,
) -> Result<(), ScriptError> {
    let input = &tx.transaction().input[index];
    let [sig, key] = two_pushes(&input.script_sig)?;
    if PubkeyHash::hash(key).as_byte_array()[..] != prevout.script_pubkey.as_bytes()[3..23] {
        return Err(ScriptError::EqualVerify);
    }
    let (der, hash_type) = split_signature(sig)?;
    check_encodings(der, hash_type, key, rules)?;
    let hash = tx
        .legacy_signature_hash(index, &prevout.script_pubkey, u32::from(hash_type))
        .map_err(|_| ScriptError::Unsupported)?;
    verify_signature(secp, hash.to_byte_array(), der, key, rules)?;
    if !input.witness.is_empty() {
        return Err(ScriptError::WitnessUnexpected);
    }
    Ok(())
}

/// The two things an input script pushes.
fn two_pushes(script_sig: &Script) -> Result<[&[u8]; 2], ScriptError> {
    let mut pushes = Vec::new();
    for instruction in script_sig.instructions() {
        match instruction {
            Ok(Instruction::PushBytes(bytes)) => pushes.push(bytes.as_bytes()),
            Ok(Instruction::Op(_)) | Err(_) => return Err(ScriptError::Unsupported),
        }
    }
    match pushes[..] {
        [] | [_] => Err(ScriptError::StackSize),
        [sig, key] => Ok([sig, key]),
        _ => Err(ScriptError::Unsupported),
    }
}

/// A signature's DER part and the hash type behind it. An empty signature is well-formed, and
/// never right.
fn split_signature(sig: &[u8]) -> Result<(&[u8], u8), ScriptError> {
    let (hash_type, der) = sig.split_last().ok_or(ScriptError::EvalFalse)?;
    Ok((der, *hash_type))
}

fn check_encodings(der: &[u8], hash_type: u8, key: &[u8], rules: Rules) -> Result<(), ScriptError> {
    let signature = Signature::from_der(der).map_err(|_| ScriptError::SigDer)?;
    if rules == Rules::Consensus {
        return Ok(());
    }
    let mut low = signature;
    low.normalize_s();
    if low != signature {
        return Err(ScriptError::SigHighS);
    }
    if EcdsaSighashType::from_standard(u32::from(hash_type)).is_err() {
        return Err(ScriptError::SigHashType);
    }
    match (key.first(), key.len()) {
        (Some(2 | 3), 33) | (Some(4), 65) => Ok(()),
        _ => Err(ScriptError::PubkeyType),
    }
}

fn verify_signature(
    secp: &Secp256k1<VerifyOnly>,
    hash: [u8; 32],
    der: &[u8],
    key: &[u8],
    rules: Rules,
) -> Result<(), ScriptError> {
    let wrong = match rules {
        Rules::Consensus => ScriptError::EvalFalse,
        Rules::Policy => ScriptError::NullFail,
    };
    // A key that is no point makes CHECKSIG false, not an error.
    let key = PublicKey::from_slice(key).map_err(|_| wrong)?;
    let mut signature = Signature::from_der(der).map_err(|_| ScriptError::SigDer)?;
    // The library accepts low S only; high S is against policy, not against consensus.
    signature.normalize_s();
    secp.verify_ecdsa(&Message::from_digest(hash), &signature, &key).map_err(|_| wrong)
}

#[cfg(test)]
mod tests;
