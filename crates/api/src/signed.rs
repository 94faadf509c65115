//! How a request to an exchange is signed, and the one codec of what is signed.
//!
//! A request carries headers ([`names`]) with the account, the key that signs, an idempotency key, an
//! expiry and a BIP-340 signature over everything that gives the request its meaning: chain,
//! exchange, method, path with query, body, account. A retry with the same idempotency key and body
//! gets the stored answer, so a lost connection never buys twice.
//!
//! Does not sign (`wallet`) or decide (`market`).

use quarry_primitives::hashes::{Hash, HashEngine, sha256};
use quarry_primitives::{AccountKey, ChainId};

/// Longest time between signing and expiry, milliseconds.
pub const MAX_EXPIRY_MS: u64 = 120_000;
/// How long an answer is kept for retries, milliseconds.
pub const ANSWER_KEPT_MS: u64 = 24 * 3600 * 1000;
/// Version of the signed bytes.
pub const FORMAT_VERSION: u8 = 1;

/// HTTP header names, lower-case.
pub mod names {
    /// Whose money and orders: account key, hex.
    pub const ACCOUNT: &str = "quarry-account";
    /// The key that signs: the account's own or a delegated one, hex.
    pub const SIGNER: &str = "quarry-signer";
    /// The delegation that allows another signer, hex of its hash; left out by the account itself.
    pub const DELEGATION: &str = "quarry-delegation";
    /// 16 bytes, hex, new for each intent and kept for its retries.
    pub const IDEMPOTENCY_KEY: &str = "quarry-idempotency-key";
    /// Milliseconds since the Unix epoch, decimal.
    pub const EXPIRY: &str = "quarry-expiry-ms";
    /// BIP-340 signature, 64 bytes, hex.
    pub const SIGNATURE: &str = "quarry-signature";
}

/// Everything that a signature covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestToSign<'a> {
    /// Chain that settles the exchange.
    pub chain_id: ChainId,
    /// The exchange's own key.
    pub exchange: AccountKey,
    /// Upper-case method.
    pub method: &'a str,
    /// Path with query, as sent.
    pub path: &'a str,
    /// SHA-256 of the body's bytes ([`body_hash`]).
    pub body_hash: [u8; 32],
    /// Whose money and orders.
    pub account: AccountKey,
    /// The key that signs.
    pub signer: AccountKey,
    /// The delegation that allows another signer.
    pub delegation: Option<[u8; 32]>,
    /// New for each intent, kept for its retries.
    pub idempotency_key: [u8; 16],
    /// When the signature ends, milliseconds since the Unix epoch.
    pub expiry_ms: u64,
}

/// The SHA-256 of a request's body.
#[must_use]
pub fn body_hash(body: &[u8]) -> [u8; 32] {
    sha256::Hash::hash(body).to_byte_array()
}

impl RequestToSign<'_> {
    /// The signed bytes: fixed-width fields, and texts behind a 4-byte big-endian length.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![FORMAT_VERSION];
        out.extend(self.chain_id.to_byte_array());
        out.extend(self.exchange.as_bytes());
        for text in [self.method, self.path] {
            // A text longer than 4 GiB does not reach here: servers cap the request line at 8 KiB.
            let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
            out.extend(length.to_be_bytes());
            out.extend(text.as_bytes());
        }
        out.extend(self.body_hash);
        out.extend(self.account.as_bytes());
        out.extend(self.signer.as_bytes());
        match self.delegation {
            None => out.push(0),
            Some(hash) => {
                out.push(1);
                out.extend(hash);
            }
        }
        out.extend(self.idempotency_key);
        out.extend(self.expiry_ms.to_be_bytes());
        out
    }

    /// The BIP-340 tagged hash that is signed (tag `quarry/request`).
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let tag = sha256::Hash::hash(b"quarry/request").to_byte_array();
        let mut engine = sha256::Hash::engine();
        engine.input(&tag);
        engine.input(&tag);
        engine.input(&self.to_bytes());
        sha256::Hash::from_engine(engine).to_byte_array()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> RequestToSign<'static> {
        let key = "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c";
        RequestToSign {
            chain_id: ChainId::from_byte_array([1; 32]),
            exchange: key.parse().unwrap(),
            method: "POST",
            path: "/v1/jobs?x=1",
            body_hash: body_hash(b"{}"),
            account: key.parse().unwrap(),
            signer: key.parse().unwrap(),
            delegation: None,
            idempotency_key: [2; 16],
            expiry_ms: 3,
        }
    }

    #[test]
    fn golden_bytes() {
        insta::assert_snapshot!(hex::encode(request().to_bytes()));
        insta::assert_snapshot!(hex::encode(request().digest()));
    }

    #[test]
    fn every_field_changes_the_digest() {
        let base = request().digest();
        let other: AccountKey =
            "03e775fd51f0dfb8cd865d9ff1cca2a158cf651fe997fdc9fee9c1d3b5e995ea77".parse().unwrap();
        let changed = [
            RequestToSign { chain_id: ChainId::all_zeros(), ..request() },
            RequestToSign { exchange: other, ..request() },
            RequestToSign { method: "PUT", ..request() },
            RequestToSign { path: "/v1/jobs?x=2", ..request() },
            RequestToSign { body_hash: body_hash(b"{ }"), ..request() },
            RequestToSign { account: other, ..request() },
            RequestToSign { signer: other, ..request() },
            RequestToSign { delegation: Some([0; 32]), ..request() },
            RequestToSign { idempotency_key: [3; 16], ..request() },
            RequestToSign { expiry_ms: 4, ..request() },
        ];
        for request in changed {
            assert_ne!(request.digest(), base, "{request:?}");
        }
    }

    #[test]
    fn text_fields_cannot_slide_into_each_other() {
        let a = RequestToSign { method: "PO", path: "ST/v1", ..request() };
        let b = RequestToSign { method: "POST", path: "/v1", ..request() };
        assert_ne!(a.digest(), b.digest());
    }
}
