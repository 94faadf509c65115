//! The one secp256k1 context of the process.
//!
//! Does not know keys. The library blinds a new context with randomness of its own against timing
//! attacks; no result depends on it, so signatures stay a function of key, message and arguments.

use std::sync::OnceLock;

use quarry_primitives::secp256k1::{All, Secp256k1};

/// Precomputed tables are costly to make and safe to share.
pub(crate) fn context() -> &'static Secp256k1<All> {
    static CONTEXT: OnceLock<Secp256k1<All>> = OnceLock::new();
    CONTEXT.get_or_init(Secp256k1::new)
}
