//! Every table of a chain's store, and how keys are laid out.
//!
//! Values are the records of `quarry_chain::record`, one format version for all of them. Numbers
//! inside keys are big-endian, so that keys sort by them. Does not know who reads or writes.

use redb::TableDefinition;

/// `META`: the version of all records and keys, 4 bytes little-endian.
pub(super) const META_FORMAT: &str = "format";
/// `META`: the tip's record.
pub(super) const META_TIP: &str = "tip";

/// What there is one of: name -> bytes.
pub(super) const META: TableDefinition<'static, &'static str, &'static [u8]> =
    TableDefinition::new("meta");

/// The block tree, all branches: block hash -> header and height.
pub(super) const HEADERS: TableDefinition<'static, &'static [u8; 32], &'static [u8]> =
    TableDefinition::new("headers");

/// The active chain: height -> block hash.
pub(super) const ACTIVE: TableDefinition<'static, u32, &'static [u8; 32]> =
    TableDefinition::new("active");

/// Blocks of all branches: block hash -> the block as on the wire.
pub(super) const BLOCKS: TableDefinition<'static, &'static [u8; 32], &'static [u8]> =
    TableDefinition::new("blocks");

/// What takes a block of the active chain back: block hash -> the ledger's undo data.
pub(super) const UNDO: TableDefinition<'static, &'static [u8; 32], &'static [u8]> =
    TableDefinition::new("undo");

/// The state: outpoint -> coin.
pub(super) const COINS: TableDefinition<'static, &'static [u8; 36], &'static [u8]> =
    TableDefinition::new("coins");

/// The state by owner, oldest first: script hash, height, outpoint -> coin.
pub(super) const SCRIPT_COINS: TableDefinition<'static, &'static [u8; 72], &'static [u8]> =
    TableDefinition::new("script_coins");

/// Transactions of the active chain: txid -> block and place in it.
pub(super) const TXS: TableDefinition<'static, &'static [u8; 32], &'static [u8]> =
    TableDefinition::new("txs");

/// What touched a script in the active chain, oldest first: script hash, height, place in the
/// block -> history row.
pub(super) const HISTORY: TableDefinition<'static, &'static [u8; 40], &'static [u8]> =
    TableDefinition::new("history");

/// A key of [`SCRIPT_COINS`].
pub(super) fn script_coin_key(script: &[u8; 32], height: u32, outpoint: &[u8; 36]) -> [u8; 72] {
    let mut key = [0; 72];
    key[..32].copy_from_slice(script);
    key[32..36].copy_from_slice(&height.to_be_bytes());
    key[36..].copy_from_slice(outpoint);
    key
}

/// The outpoint in a key of [`SCRIPT_COINS`].
pub(super) fn outpoint_of(key: &[u8; 72]) -> &[u8] {
    &key[36..]
}

/// A key of [`HISTORY`].
pub(super) fn history_key(script: &[u8; 32], height: u32, index: u32) -> [u8; 40] {
    let mut key = [0; 40];
    key[..32].copy_from_slice(script);
    key[32..36].copy_from_slice(&height.to_be_bytes());
    key[36..].copy_from_slice(&index.to_be_bytes());
    key
}
