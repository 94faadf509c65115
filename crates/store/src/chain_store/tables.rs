//! Every table of a chain's store, and how keys are laid out.
//!
//! Values are the records of `quarry_chain::record`, one format version for all of them. Numbers
//! inside keys are big-endian, so that keys sort by them. Does not know who reads or writes.

use quarry_chain::{Indexes, StoreError};
use redb::TableDefinition;

use crate::flat_files::FileEnd;

/// `META`: the version of all records and keys, 4 bytes little-endian.
pub(super) const META_FORMAT: &str = "format";
/// `META`: the tip's record.
pub(super) const META_TIP: &str = "tip";

/// `META`: how far blocks and undo data went at the last durable commit, twice file and offset in 4
/// bytes little-endian each.
pub(super) const META_FILE_ENDS: &str = "file_ends";
/// `META`: which indexes are complete, one byte: 1 for transactions, 2 for scripts.
pub(super) const META_INDEXES: &str = "indexes";

/// What there is one of: name -> bytes.
pub(super) const META: TableDefinition<'static, &'static str, &'static [u8]> =
    TableDefinition::new("meta");

/// The block tree, all branches: block hash -> header and what is known of its block.
pub(super) const HEADERS: TableDefinition<'static, &'static [u8; 32], &'static [u8]> =
    TableDefinition::new("headers");

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

/// The bytes of [`META_FILE_ENDS`].
pub(super) fn encode_ends((blocks, undo): (FileEnd, FileEnd)) -> Vec<u8> {
    let numbers = [blocks.file, blocks.offset, undo.file, undo.offset];
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// Reads them.
pub(super) fn decode_ends(bytes: &[u8]) -> Result<(FileEnd, FileEnd), StoreError> {
    let corrupt = || StoreError::Corrupt("ends of files of another length".to_owned());
    let (numbers, []) = bytes.as_chunks::<4>() else { return Err(corrupt()) };
    let [file, offset, undo_file, undo_offset] = *numbers else { return Err(corrupt()) };
    let end = |file, offset| FileEnd {
        file: u32::from_le_bytes(file),
        offset: u32::from_le_bytes(offset),
    };
    Ok((end(file, offset), end(undo_file, undo_offset)))
}

/// The byte of [`META_INDEXES`].
pub(super) fn encode_indexes(indexes: Indexes) -> [u8; 1] {
    [u8::from(indexes.txs) | u8::from(indexes.scripts) << 1]
}

/// Reads it.
pub(super) fn decode_indexes(bytes: &[u8]) -> Result<Indexes, StoreError> {
    match bytes {
        [bits @ 0..=3] => Ok(Indexes { txs: bits & 1 != 0, scripts: bits & 2 != 0 }),
        _ => Err(StoreError::Corrupt("unknown indexes".to_owned())),
    }
}
