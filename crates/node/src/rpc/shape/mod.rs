//! Core's JSON of scripts and transactions, shared by the methods that show them.
//!
//! Does not know where they come from.

mod block;
mod decode;
mod mempool;
mod script;
#[cfg(test)]
mod tests;
mod tx;

pub(crate) use block::{
    Detail, HeaderFacts, bits_json, block_json, difficulty, header_json, target_json, verbosity,
};
pub(crate) use decode::{has_valid_ops, hash, hex_bytes, transaction, transaction_with};
pub(crate) use mempool::{EntryFacts, Family, MempoolFacts, entry_json, mempool_json};
pub(crate) use script::{asm, output_script, push_script};
pub(crate) use tx::{Spent, TxShape, tx_hex, tx_json, witness_json};
