//! Signs a payment: P2WPKH by BIP-143, P2PKH by the original signature hash, always `SIGHASH_ALL`.
//!
//! Nonces follow RFC 6979, so signing twice gives the same transaction. Does not know caps or
//! branches (`signer`), nor where keys come from.

use core::borrow::Borrow;

use quarry_primitives::script::Builder;
use quarry_primitives::sighash::SighashCache;
use quarry_primitives::{
    EcdsaSighashType, Hash, OutPoint, PublicKey, Script, ScriptBuf, Transaction, Witness, ecdsa,
};

use super::weight::InputKind;
use super::{Coin, UnsignedPayment};
use crate::account_secret::AccountSecret;

/// Why a payment was not signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// No key was found for a coin's script.
    #[error("no key for coin {0}")]
    NoKey(OutPoint),
    /// The key that was found is another script's.
    #[error("the key found for coin {0} does not own it")]
    WrongKey(OutPoint),
    /// The coin's script is neither P2WPKH nor P2PKH.
    #[error("coin {0} is neither P2WPKH nor P2PKH")]
    Unsupported(OutPoint),
}

/// Signs every input, with the key that `key_for` finds for the coin's script.
///
/// A P2PKH signature does not cover what its coin is worth: whoever signs such coins has to know
/// their amounts from a source they trust, or could be led to pay a huge fee.
///
/// # Errors
/// [`SignError`]; nothing is signed then.
pub fn sign<K: Borrow<AccountSecret>>(
    payment: &UnsignedPayment,
    mut key_for: impl FnMut(&Script) -> Option<K>,
) -> Result<Transaction, SignError> {
    let mut cache = SighashCache::new(payment.tx());
    let mut unlocking = Vec::with_capacity(payment.spent().len());
    for (index, coin) in payment.spent().iter().enumerate() {
        let key = key_for(&coin.script_pubkey).ok_or(SignError::NoKey(coin.outpoint))?;
        unlocking.push(unlock(&mut cache, index, coin, key.borrow())?);
    }
    let mut tx = payment.tx().clone();
    for (input, (script_sig, witness)) in tx.input.iter_mut().zip(unlocking) {
        input.script_sig = script_sig;
        input.witness = witness;
    }
    Ok(tx)
}

fn unlock(
    cache: &mut SighashCache<&Transaction>,
    index: usize,
    coin: &Coin,
    key: &AccountSecret,
) -> Result<(ScriptBuf, Witness), SignError> {
    let public = PublicKey::new(key.public_key());
    match InputKind::of(&coin.script_pubkey).ok_or(SignError::Unsupported(coin.outpoint))? {
        InputKind::P2wpkh => {
            owns(coin, &key.account().script_pubkey())?;
            let digest = cache
                .p2wpkh_signature_hash(
                    index,
                    &coin.script_pubkey,
                    coin.amount.into(),
                    EcdsaSighashType::All,
                )
                .expect("the index is an input's and the script is P2WPKH");
            let signature = bitcoin_signature(key, digest.to_byte_array());
            Ok((ScriptBuf::new(), Witness::p2wpkh(&signature, &public.inner)))
        }
        InputKind::P2pkh => {
            owns(coin, &ScriptBuf::new_p2pkh(&public.pubkey_hash()))?;
            let digest = cache
                .legacy_signature_hash(index, &coin.script_pubkey, EcdsaSighashType::All.to_u32())
                .expect("the index is an input's");
            let signature = bitcoin_signature(key, digest.to_byte_array());
            let script_sig =
                Builder::new().push_slice(signature.serialize()).push_key(&public).into_script();
            Ok((script_sig, Witness::new()))
        }
    }
}

fn owns(coin: &Coin, script_of_key: &Script) -> Result<(), SignError> {
    if coin.script_pubkey.as_script() == script_of_key {
        Ok(())
    } else {
        Err(SignError::WrongKey(coin.outpoint))
    }
}

fn bitcoin_signature(key: &AccountSecret, digest: [u8; 32]) -> ecdsa::Signature {
    ecdsa::Signature { signature: key.sign_ecdsa(digest), sighash_type: EcdsaSighashType::All }
}
