//! Values that every crate speaks in: [`Amount`], [`AccountKey`], [`ChainId`], [`Now`], and the
//! Bitcoin types they are made of.
//!
//! This is the only crate that names the Bitcoin library. Everything that a chain puts on the wire
//! (headers, transactions, scripts, addresses) is that library's own type, re-exported here, so the
//! bytes are Bitcoin's by construction and an upgrade of the library touches one crate.
//!
//! **Does not know:** rules (which block is valid: `chain`), keys at rest (`wallet`), HTTP (`api`),
//! clocks (a [`Now`] is handed in), files, sockets.

mod account;
mod amount;
pub mod hex_bytes;
mod now;

pub use account::{AccountKey, AccountKeyError, KeyKind, xonly_of};
pub use amount::{Amount, AmountError, COIN, MAX_MONEY};
pub use now::Now;

pub use bitcoin::address::NetworkUnchecked;
pub use bitcoin::base58;
pub use bitcoin::block::{Header, Version as BlockVersion};
pub use bitcoin::consensus;
pub use bitcoin::hashes;
pub use bitcoin::hashes::Hash;
pub use bitcoin::locktime::absolute::LockTime;
pub use bitcoin::merkle_tree::{self, MerkleBlock};
pub use bitcoin::opcodes;
pub use bitcoin::psbt;
pub use bitcoin::script;
pub use bitcoin::secp256k1;
pub use bitcoin::sighash;
pub use bitcoin::sign_message;
pub use bitcoin::taproot;
pub use bitcoin::transaction::Version as TransactionVersion;
pub use bitcoin::{
    Address, AddressType, Amount as BitcoinAmount, Block, BlockHash, CompactTarget,
    CompressedPublicKey, EcdsaSighashType, KnownHrp, Network, NetworkKind, OutPoint, PrivateKey,
    PubkeyHash, PublicKey, Script, ScriptBuf, ScriptHash, Sequence, Target as BitcoinTarget,
    Transaction, TxIn, TxMerkleNode, TxOut, Txid, WPubkeyHash, Weight, Witness, WitnessMerkleNode,
    Work as ChainWork, Wtxid, bip32, ecdsa,
};

/// The genesis block of one of Bitcoin's own chains.
#[must_use]
pub fn bitcoin_genesis(network: Network) -> Block {
    bitcoin::constants::genesis_block(network)
}

/// The identity of a chain: the hash of its genesis block.
///
/// Signed messages carry it, so that a message for one chain means nothing on another.
pub type ChainId = BlockHash;
