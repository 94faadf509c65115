//! The secret half of an account: one secp256k1 key, its WIF text and its BIP-340 signatures.
//!
//! Does not know what is signed (`api` makes the digest) or where the key is kept.

use core::fmt;

use quarry_primitives::secp256k1::{Keypair, Message, PublicKey, SecretKey, ecdsa, schnorr};
use quarry_primitives::{AccountKey, NetworkKind, PrivateKey, xonly_of};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::curve::context;

/// Why some bytes or text are not a secret key. Never quotes the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// Zero, or not below the order of the curve.
    #[error("not a secp256k1 secret key: zero or above the curve's order")]
    OutOfRange,
    /// Not base58, wrong checksum, wrong length or prefix.
    #[error("not a private key in wallet import format (WIF): check for a missing character")]
    Wif,
    /// A WIF without the compression mark.
    #[error("this WIF stands for an uncompressed public key; only compressed keys own accounts")]
    Uncompressed,
    /// A WIF of the other kind of network.
    #[error("this WIF is for {found}, but the chain is {wanted}", found = kind_name(*found),
        wanted = kind_name(*wanted))]
    WrongNetwork {
        /// What the WIF says.
        found: NetworkKind,
        /// What the chain is.
        wanted: NetworkKind,
    },
}

fn kind_name(kind: NetworkKind) -> &'static str {
    match kind {
        NetworkKind::Main => "the main network",
        NetworkKind::Test => "a test network",
    }
}

/// An account's secret key. Erased when dropped; `Debug` shows no secret.
///
/// ```
/// use quarry_wallet::{AccountSecret, verify_bip340};
/// let secret = AccountSecret::from_bytes(&[7; 32])?;
/// let signature = secret.sign_bip340([1; 32], [0; 32]);
/// assert!(verify_bip340(&secret.account(), [1; 32], &signature));
/// # Ok::<(), quarry_wallet::SecretError>(())
/// ```
#[derive(Clone)]
pub struct AccountSecret {
    key: SecretKey,
}

impl AccountSecret {
    /// The secret of 32 big-endian bytes.
    ///
    /// # Errors
    /// [`SecretError::OutOfRange`] for zero and for numbers above the curve's order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, SecretError> {
        SecretKey::from_slice(bytes).map(|key| Self { key }).map_err(|_| SecretError::OutOfRange)
    }

    /// The secret's 32 big-endian bytes, erased when dropped.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.key.secret_bytes())
    }

    /// Reads wallet import format.
    ///
    /// # Errors
    /// [`SecretError`] if it is no WIF of a compressed key for this kind of network.
    pub fn from_wif(text: &str, network: NetworkKind) -> Result<Self, SecretError> {
        let mut parsed = PrivateKey::from_wif(text).map_err(|_| SecretError::Wif)?;
        let secret = Self { key: parsed.inner };
        parsed.inner.non_secure_erase();
        if !parsed.compressed {
            return Err(SecretError::Uncompressed);
        }
        if parsed.network != network {
            return Err(SecretError::WrongNetwork { found: parsed.network, wanted: network });
        }
        Ok(secret)
    }

    /// Writes wallet import format (compressed), erased when dropped.
    #[must_use]
    pub fn to_wif(&self, network: NetworkKind) -> Zeroizing<String> {
        let mut key = PrivateKey { compressed: true, network, inner: self.key };
        let wif = Zeroizing::new(key.to_wif());
        key.inner.non_secure_erase();
        wif
    }

    /// The account this secret owns.
    #[must_use]
    pub fn account(&self) -> AccountKey {
        AccountKey::from_secp256k1(&self.public_key())
    }

    /// Signs a digest by BIP-340. Fresh `aux` bytes harden the signature against side channels; the
    /// signature is safe (and then deterministic) with zeros too.
    #[must_use]
    pub fn sign_bip340(&self, digest: [u8; 32], aux: [u8; 32]) -> [u8; 64] {
        let mut pair = Keypair::from_secret_key(context(), &self.key);
        let message = Message::from_digest(digest);
        let signature = context().sign_schnorr_with_aux_rand(&message, &pair, &aux);
        pair.non_secure_erase();
        signature.serialize()
    }

    /// Signs a digest by ECDSA with the nonce of RFC 6979 and a low S.
    pub(crate) fn sign_ecdsa(&self, digest: [u8; 32]) -> ecdsa::Signature {
        context().sign_ecdsa(&Message::from_digest(digest), &self.key)
    }

    pub(crate) fn public_key(&self) -> PublicKey {
        PublicKey::from_secret_key(context(), &self.key)
    }

    /// Takes over a key that the caller erases on its side.
    pub(crate) fn from_secret_key(key: SecretKey) -> Self {
        Self { key }
    }
}

/// Whether `signature` is the account's BIP-340 signature of `digest`.
///
/// BIP-340 sees the x coordinate only: the two accounts that share one (whose secrets are each
/// other's negation) verify each other's signatures. A signed message therefore names its account.
#[must_use]
pub fn verify_bip340(account: &AccountKey, digest: [u8; 32], signature: &[u8; 64]) -> bool {
    let Ok(signature) = schnorr::Signature::from_slice(signature) else { return false };
    let message = Message::from_digest(digest);
    context().verify_schnorr(&signature, &message, &xonly_of(account)).is_ok()
}

impl Zeroize for AccountSecret {
    /// Overwrites the key (by the number one: zero is not a key) with a volatile write.
    fn zeroize(&mut self) {
        self.key.non_secure_erase();
    }
}

impl Drop for AccountSecret {
    fn drop(&mut self) {
        self.zeroize();
    }
}

impl ZeroizeOnDrop for AccountSecret {}

impl fmt::Debug for AccountSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccountSecret(of {})", self.account())
    }
}
