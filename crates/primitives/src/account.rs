//! The one identity: a public key. Addresses and names follow from it.
//!
//! Does not know secrets (`wallet`) or balances (`chain`, `market`).

use bitcoin::secp256k1::{PublicKey as SecpPublicKey, XOnlyPublicKey};
use bitcoin::{Address, CompressedPublicKey, KnownHrp, NetworkKind, ScriptBuf};
use serde::{Deserialize, Serialize};

/// The kind of an account's key. RSA (2048 to 4096 bits, for account-ledger chains) has tag 2
/// reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum KeyKind {
    /// secp256k1, 33-byte compressed point.
    Secp256k1,
}

/// Why some text or bytes are not an account key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountKeyError {
    /// Not hexadecimal, or of the wrong length.
    #[error("an account key is 66 hex digits (a compressed secp256k1 public key)")]
    Form,
    /// Not a point of the curve.
    #[error("account key is not a point on secp256k1")]
    NotAPoint,
}

/// An account's public key: the identity that signs requests and owns money.
///
/// Text and JSON form: 66 lower-case hex digits. Ordered by its bytes, so that every node iterates
/// accounts in the same order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountKey {
    // Compressed and known to lie on the curve: `from_bytes` is the only door.
    bytes: [u8; 33],
}

impl AccountKey {
    /// Reads a compressed secp256k1 public key.
    ///
    /// # Errors
    /// [`AccountKeyError::NotAPoint`] if the bytes are no point of the curve.
    pub fn from_bytes(bytes: [u8; 33]) -> Result<Self, AccountKeyError> {
        SecpPublicKey::from_slice(&bytes).map_err(|_| AccountKeyError::NotAPoint)?;
        Ok(Self { bytes })
    }

    /// The account of a public key.
    #[must_use]
    pub fn from_secp256k1(key: &SecpPublicKey) -> Self {
        Self { bytes: key.serialize() }
    }

    /// What kind of key it is.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        KeyKind::Secp256k1
    }

    /// The key's canonical bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 33] {
        &self.bytes
    }

    /// The key as a curve point.
    ///
    /// # Panics
    /// Never: the bytes were checked when the value was made.
    #[must_use]
    pub fn to_secp256k1(&self) -> SecpPublicKey {
        SecpPublicKey::from_slice(&self.bytes).expect("checked by from_bytes")
    }

    /// The key's P2WPKH script, which its address stands for (BIP-141).
    #[must_use]
    pub fn script_pubkey(&self) -> ScriptBuf {
        ScriptBuf::new_p2wpkh(&CompressedPublicKey(self.to_secp256k1()).wpubkey_hash())
    }

    /// The key's P2WPKH address (BIP-173).
    #[must_use]
    pub fn address(&self, hrp: KnownHrp) -> Address {
        Address::p2wpkh(&CompressedPublicKey(self.to_secp256k1()), hrp)
    }

    /// The key's BitWrk name: its P2PKH address.
    #[must_use]
    pub fn bitwrk_name(&self, network: NetworkKind) -> Address {
        Address::p2pkh(CompressedPublicKey(self.to_secp256k1()), network)
    }
}

/// The BIP-340 form of an account's key.
#[must_use]
pub fn xonly_of(key: &AccountKey) -> XOnlyPublicKey {
    key.to_secp256k1().x_only_public_key().0
}

impl core::fmt::Display for AccountKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&hex::encode(self.bytes))
    }
}

impl core::fmt::Debug for AccountKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "AccountKey({self})")
    }
}

impl core::str::FromStr for AccountKey {
    type Err = AccountKeyError;
    fn from_str(text: &str) -> Result<Self, AccountKeyError> {
        let mut bytes = [0u8; 33];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| AccountKeyError::Form)?;
        Self::from_bytes(bytes)
    }
}

impl Serialize for AccountKey {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccountKey {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The key of BIP-84's first receiving address; its mainnet address is in the BIP.
    const BIP84: &str = "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c";

    #[test]
    fn addresses_follow_from_the_key() {
        let key: AccountKey = BIP84.parse().unwrap();
        assert_eq!(
            key.address(KnownHrp::Mainnet).to_string(),
            "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu"
        );
        assert_eq!(key.address(KnownHrp::Mainnet).script_pubkey(), key.script_pubkey());
        assert_eq!(key.to_string(), BIP84);
        assert_eq!(serde_json::from_str::<AccountKey>(&format!("\"{BIP84}\"")).unwrap(), key);
    }

    #[test]
    fn wrong_keys_are_refused() {
        assert_eq!("02".parse::<AccountKey>(), Err(AccountKeyError::Form));
        assert_eq!("zz".repeat(33).parse::<AccountKey>(), Err(AccountKeyError::Form));
        assert_eq!("05".repeat(33).parse::<AccountKey>(), Err(AccountKeyError::NotAPoint));
    }
}
