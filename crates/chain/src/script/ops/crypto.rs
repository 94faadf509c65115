//! Hashes and signatures.
//!
//! Does not know what a signature signs: the [`Checker`](super::super::Checker) does.

use std::borrow::Cow;

use quarry_primitives::Hash;
use quarry_primitives::hashes::{hash160, ripemd160, sha1, sha256, sha256d};

use super::super::eval::{Frame, SigVersion};
use super::super::opcode::{
    OP_CHECKMULTISIGVERIFY, OP_CHECKSIGVERIFY, OP_HASH160, OP_HASH256, OP_RIPEMD160, OP_SHA1,
    OP_SHA256,
};
use super::super::parse::{find_and_delete, put_push};
use super::super::{Flags, ScriptError, number, signature};
use crate::limits::MAX_MULTISIG_KEYS;

/// `OP_RIPEMD160` to `OP_HASH256`.
pub(super) fn hash(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    let item = frame.stack.pop()?;
    let hash = match opcode {
        OP_RIPEMD160 => ripemd160::Hash::hash(&item).as_byte_array().to_vec(),
        OP_SHA1 => sha1::Hash::hash(&item).as_byte_array().to_vec(),
        OP_SHA256 => sha256::Hash::hash(&item).as_byte_array().to_vec(),
        OP_HASH160 => hash160::Hash::hash(&item).as_byte_array().to_vec(),
        OP_HASH256 => sha256d::Hash::hash(&item).as_byte_array().to_vec(),
        _ => return Err(ScriptError::BadOpcode),
    };
    frame.stack.push(hash);
    Ok(())
}

/// `OP_CHECKSIG`, `OP_CHECKSIGVERIFY`: signature, key.
pub(super) fn check_sig(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    frame.stack.need(2)?;
    let key = frame.stack.pop()?;
    let signature = frame.stack.pop()?;
    let right = is_signed(frame, &signature, &key)?;
    frame.stack.push_bool(right);
    if opcode == OP_CHECKSIGVERIFY {
        super::verify(frame, ScriptError::CheckSigVerify)?;
    }
    Ok(())
}

/// `OP_CHECKSIGADD` (BIP-342): signature, number, key; the number grows by one if the signature
/// is right.
pub(super) fn check_sig_add(frame: &mut Frame<'_>) -> Result<(), ScriptError> {
    if frame.version != SigVersion::Tapscript {
        return Err(ScriptError::BadOpcode);
    }
    frame.stack.need(3)?;
    let count = number::read(frame.stack.peek(1)?, frame.minimal())?;
    let key = frame.stack.pop()?;
    frame.stack.drop_top(1)?;
    let signature = frame.stack.pop()?;
    let right = is_signed(frame, &signature, &key)?;
    frame.stack.push_number(count + i64::from(right));
    Ok(())
}

fn is_signed(frame: &mut Frame<'_>, signature: &[u8], key: &[u8]) -> Result<bool, ScriptError> {
    match frame.version {
        SigVersion::Base | SigVersion::WitnessV0 => is_signed_ecdsa(frame, signature, key),
        SigVersion::Taproot | SigVersion::Tapscript => is_signed_schnorr(frame, signature, key),
    }
}

fn is_signed_ecdsa(frame: &Frame<'_>, signature: &[u8], key: &[u8]) -> Result<bool, ScriptError> {
    let code = without_signatures(frame, core::iter::once(signature))?;
    check_encodings(frame, signature, key)?;
    let right = frame.checker.ecdsa(signature, key, &code, frame.version);
    if !right && !signature.is_empty() && frame.flags.contains(Flags::NULLFAIL) {
        return Err(ScriptError::NullFail);
    }
    Ok(right)
}

/// BIP-342, "Rules for signature opcodes": an empty signature is false, any other has to be right
/// and is paid for; a key that is neither empty nor of 32 bytes is of an unknown kind, for which
/// every signature is right.
fn is_signed_schnorr(
    frame: &mut Frame<'_>,
    signature: &[u8],
    key: &[u8],
) -> Result<bool, ScriptError> {
    let signs = !signature.is_empty();
    if signs {
        frame.pay_for_signature()?;
    }
    match key.len() {
        0 => return Err(ScriptError::TapscriptEmptyPubkey),
        32 if signs => {
            let run = frame.tapscript.as_ref().ok_or(ScriptError::SchnorrSigHashType)?;
            frame.checker.schnorr(signature, key, &run.spend)?;
        }
        32 => {}
        _ if frame.flags.contains(Flags::DISCOURAGE_UPGRADABLE_PUBKEYTYPE) => {
            return Err(ScriptError::DiscourageUpgradablePubkeyType);
        }
        _ => {}
    }
    Ok(signs)
}

/// The code that is signed: "Drop the signature in pre-segwit scripts but not segwit scripts",
/// since no signature can sign itself.
fn without_signatures<'a, 's>(
    frame: &Frame<'a>,
    signatures: impl Iterator<Item = &'s [u8]>,
) -> Result<Cow<'a, [u8]>, ScriptError> {
    let mut code = Cow::Borrowed(frame.signed_code());
    if frame.version != SigVersion::Base {
        return Ok(code);
    }
    for signature in signatures {
        let mut push = Vec::with_capacity(signature.len() + 5);
        put_push(&mut push, signature);
        if let Some(without) = find_and_delete(&code, &push) {
            if frame.flags.contains(Flags::CONST_SCRIPTCODE) {
                return Err(ScriptError::SigFindAndDelete);
            }
            code = Cow::Owned(without);
        }
    }
    Ok(code)
}

fn check_encodings(frame: &Frame<'_>, signature: &[u8], key: &[u8]) -> Result<(), ScriptError> {
    signature::check_signature_encoding(signature, frame.flags)?;
    signature::check_key_encoding(key, frame.flags, frame.version)
}

/// What `OP_CHECKMULTISIG` finds on the stack, by depth: the number of keys, the keys, the number
/// of signatures, the signatures, and one item in excess that nobody meant.
struct Multisig {
    keys: usize,
    signatures: usize,
}

impl Multisig {
    const FIRST_KEY_DEPTH: usize = 1;

    fn first_signature_depth(&self) -> usize {
        Self::FIRST_KEY_DEPTH + self.keys + 1
    }

    fn dummy_depth(&self) -> usize {
        self.first_signature_depth() + self.signatures
    }

    fn read(frame: &mut Frame<'_>) -> Result<Self, ScriptError> {
        let keys = read_count(frame, 0, MAX_MULTISIG_KEYS, ScriptError::PubkeyCount)?;
        // Each key counts as an operation.
        frame.count_ops(keys)?;
        let count_depth = Self::FIRST_KEY_DEPTH + keys;
        let signatures = read_count(frame, count_depth, keys, ScriptError::SigCount)?;
        let multisig = Self { keys, signatures };
        frame.stack.need(multisig.dummy_depth())?;
        Ok(multisig)
    }
}

/// A number from 0 to `most`.
fn read_count(
    frame: &Frame<'_>,
    depth: usize,
    most: usize,
    error: ScriptError,
) -> Result<usize, ScriptError> {
    let value = number::read(frame.stack.peek(depth)?, frame.minimal())?;
    let count = usize::try_from(value).map_err(|_| error)?;
    if count > most { Err(error) } else { Ok(count) }
}

/// `OP_CHECKMULTISIG`, `OP_CHECKMULTISIGVERIFY`. BIP-342: "disabled" in tapscript.
pub(super) fn check_multisig(frame: &mut Frame<'_>, opcode: u8) -> Result<(), ScriptError> {
    if frame.version == SigVersion::Tapscript {
        return Err(ScriptError::TapscriptCheckMultisig);
    }
    let multisig = Multisig::read(frame)?;
    let right = are_signed(frame, &multisig)?;
    if !right && frame.flags.contains(Flags::NULLFAIL) {
        check_signatures_empty(frame, &multisig)?;
    }
    // "A bug causes CHECKMULTISIG to consume one extra argument whose contents were not checked
    // in any way." BIP-147 checks it.
    let dummy = frame.stack.peek(multisig.dummy_depth())?;
    if !dummy.is_empty() && frame.flags.contains(Flags::NULLDUMMY) {
        return Err(ScriptError::SigNullDummy);
    }
    frame.stack.drop_top(multisig.dummy_depth() + 1)?;
    frame.stack.push_bool(right);
    if opcode == OP_CHECKMULTISIGVERIFY {
        super::verify(frame, ScriptError::CheckMultisigVerify)?;
    }
    Ok(())
}

/// Tries signatures and keys from the top down: a signature that does not fit a key is tried with
/// the next one, until fewer keys than signatures are left.
fn are_signed(frame: &Frame<'_>, multisig: &Multisig) -> Result<bool, ScriptError> {
    let first = multisig.first_signature_depth();
    let all: Vec<&[u8]> = (first..multisig.dummy_depth())
        .map(|depth| frame.stack.peek(depth))
        .collect::<Result<_, _>>()?;
    let code = without_signatures(frame, all.iter().copied())?;
    let (mut key, mut signed) = (0, 0);
    while signed < multisig.signatures {
        // The order in which encodings are looked at is part of the rules: what is never tried
        // may be of any form.
        let public_key = frame.stack.peek(Multisig::FIRST_KEY_DEPTH + key)?;
        check_encodings(frame, all[signed], public_key)?;
        if frame.checker.ecdsa(all[signed], public_key, &code, frame.version) {
            signed += 1;
        }
        key += 1;
        if multisig.signatures - signed > multisig.keys - key {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `NULLFAIL` (BIP-146).
fn check_signatures_empty(frame: &Frame<'_>, multisig: &Multisig) -> Result<(), ScriptError> {
    for depth in multisig.first_signature_depth()..multisig.dummy_depth() {
        if !frame.stack.peek(depth)?.is_empty() {
            return Err(ScriptError::NullFail);
        }
    }
    Ok(())
}
