//! Error codes of Bitcoin Core's RPC (`rpc/protocol.h`) and the error that carries one.
//!
//! Does not know HTTP status codes.

use super::Json;

/// The codes by their names in Core, without the prefix `RPC_`.
pub mod code {
    #![expect(missing_docs, reason = "the names are the documentation, as in Core's header")]

    pub const INVALID_REQUEST: i32 = -32600;
    pub const METHOD_NOT_FOUND: i32 = -32601;
    pub const INVALID_PARAMS: i32 = -32602;
    pub const INTERNAL_ERROR: i32 = -32603;
    pub const PARSE_ERROR: i32 = -32700;

    pub const MISC_ERROR: i32 = -1;
    pub const TYPE_ERROR: i32 = -3;
    pub const WALLET_ERROR: i32 = -4;
    pub const INVALID_ADDRESS_OR_KEY: i32 = -5;
    pub const OUT_OF_MEMORY: i32 = -7;
    pub const INVALID_PARAMETER: i32 = -8;
    pub const DATABASE_ERROR: i32 = -20;
    pub const DESERIALIZATION_ERROR: i32 = -22;
    pub const VERIFY_ERROR: i32 = -25;
    pub const VERIFY_REJECTED: i32 = -26;
    pub const VERIFY_ALREADY_IN_UTXO_SET: i32 = -27;
    pub const IN_WARMUP: i32 = -28;
    pub const METHOD_DEPRECATED: i32 = -32;

    pub const CLIENT_NOT_CONNECTED: i32 = -9;
    pub const CLIENT_IN_INITIAL_DOWNLOAD: i32 = -10;
    pub const CLIENT_NODE_ALREADY_ADDED: i32 = -23;
    pub const CLIENT_NODE_NOT_ADDED: i32 = -24;
    pub const CLIENT_NODE_NOT_CONNECTED: i32 = -29;
    pub const CLIENT_INVALID_IP_OR_SUBNET: i32 = -30;
    pub const CLIENT_P2P_DISABLED: i32 = -31;
    pub const CLIENT_MEMPOOL_DISABLED: i32 = -33;
    pub const CLIENT_NODE_CAPACITY_REACHED: i32 = -34;
}

/// What a method answers when it fails: one of the [`code`]s and Core's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} ({code})")]
pub struct RpcError {
    /// One of [`code`].
    pub code: i32,
    /// Core's words, which programs compare.
    pub message: String,
}

impl RpcError {
    /// An error with this code.
    #[must_use]
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// A value of the wrong type, -3.
    #[must_use]
    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new(code::TYPE_ERROR, message)
    }

    /// An invalid, missing or repeated parameter, -8.
    #[must_use]
    pub fn parameter(message: impl Into<String>) -> Self {
        Self::new(code::INVALID_PARAMETER, message)
    }

    /// An address, key, block or transaction that is none or is not known, -5.
    #[must_use]
    pub fn address_or_key(message: impl Into<String>) -> Self {
        Self::new(code::INVALID_ADDRESS_OR_KEY, message)
    }

    /// Bytes that are not what they should be, -22.
    #[must_use]
    pub fn deserialization(message: impl Into<String>) -> Self {
        Self::new(code::DESERIALIZATION_ERROR, message)
    }

    /// Anything else, -1.
    #[must_use]
    pub fn misc(message: impl Into<String>) -> Self {
        Self::new(code::MISC_ERROR, message)
    }

    /// `{"code": ..., "message": ...}`.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::object([("code", Json::from(self.code)), ("message", Json::from(&*self.message))])
    }
}
