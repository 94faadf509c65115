//! Core's JSON of scripts and transactions, shared by the methods that show them.
//!
//! Does not know where they come from.

mod decode;
mod script;
mod tx;

pub(crate) use decode::{has_valid_ops, hash, hex_bytes, transaction, transaction_with};
pub(crate) use script::{asm, push_script};
pub(crate) use tx::{TxShape, tx_hex, tx_json, witness_json};
