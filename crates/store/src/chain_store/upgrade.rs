//! Bringing a store of record format 1 up to date: there blocks and undo data were rows, the active
//! chain a table, and a header's record told nothing of its block.
//!
//! The old file is copied first (`chain.redb.format1`). All changes to it are one commit, so a crash
//! in between starts over. Does not know rules: what the old program connected counts as connected.

use std::collections::BTreeSet;
use std::fs;

use quarry_chain::record::{FilePlace, HeaderRecord, RECORD_FORMAT, Validity};
use quarry_chain::{Durability, Indexes, Store, StoreError};
use quarry_primitives::{Block, BlockHash, Hash, consensus};
use redb::TableDefinition;

use super::{ChainPaths, ChainStore, backend, files, tables};
use crate::flat_files::FileEnd;

/// The format that is read here.
pub(super) const OLD_FORMAT: u32 = 1;

const ACTIVE: TableDefinition<'static, u32, &'static [u8; 32]> = TableDefinition::new("active");
const BLOCKS: TableDefinition<'static, &'static [u8; 32], &'static [u8]> =
    TableDefinition::new("blocks");
const UNDO: TableDefinition<'static, &'static [u8; 32], &'static [u8]> =
    TableDefinition::new("undo");

pub(super) fn upgrade(store: &mut ChainStore, paths: &ChainPaths) -> Result<(), StoreError> {
    let copy = paths.db.with_extension("redb.format1");
    fs::copy(&paths.db, &copy).map_err(|error| StoreError::Backend(Box::new(error)))?;
    // What an interrupted upgrade left.
    store.blocks.truncate(FileEnd::default()).map_err(files)?;
    store.undo.truncate(FileEnd::default()).map_err(files)?;
    let records = move_blocks(store)?;
    store.blocks.sync().map_err(files)?;
    store.undo.sync().map_err(files)?;
    let txn = store.begin_write(Durability::Durable)?;
    {
        let mut headers = txn.open_table(tables::HEADERS).map_err(backend)?;
        for record in records {
            let hash = record.header.block_hash();
            let bytes = record.encode();
            headers.insert(hash.as_byte_array(), bytes.as_slice()).map_err(backend)?;
        }
        let mut meta = txn.open_table(tables::META).map_err(backend)?;
        let ends = tables::encode_ends((store.blocks.end(), store.undo.end()));
        meta.insert(tables::META_FILE_ENDS, ends.as_slice()).map_err(backend)?;
        let indexes = tables::encode_indexes(Indexes::ALL);
        meta.insert(tables::META_INDEXES, indexes.as_slice()).map_err(backend)?;
        let format = RECORD_FORMAT.to_le_bytes();
        meta.insert(tables::META_FORMAT, format.as_slice()).map_err(backend)?;
    }
    txn.delete_table(ACTIVE).map_err(backend)?;
    txn.delete_table(BLOCKS).map_err(backend)?;
    txn.delete_table(UNDO).map_err(backend)?;
    txn.commit().map_err(backend)
}

/// Moves blocks and undo data to the files, lowest blocks first. Gives the new records.
fn move_blocks(store: &mut ChainStore) -> Result<Vec<HeaderRecord>, StoreError> {
    let active = active(store)?;
    let mut old = Vec::new();
    if let Some(table) = store.table(tables::HEADERS)? {
        for row in table.range::<&[u8; 32]>(..).map_err(backend)? {
            old.push(HeaderRecord::decode_v1(row.map_err(backend)?.1.value())?);
        }
    }
    old.sort_by_key(|(_, height)| *height);
    let mut records = Vec::with_capacity(old.len());
    for (header, height) in old {
        let hash = header.block_hash();
        let bytes = store.get(BLOCKS, hash.as_byte_array())?;
        let bytes = bytes.ok_or_else(|| StoreError::Corrupt(format!("no block {hash}")))?;
        let block: Block = consensus::deserialize(&bytes)
            .map_err(|error| StoreError::Corrupt(format!("block {hash}: {error}")))?;
        let connected = active.contains(&hash);
        records.push(HeaderRecord {
            header,
            height,
            validity: if connected { Validity::Connected } else { Validity::Block },
            failed: false,
            tx_count: u32::try_from(block.txdata.len()).unwrap_or(u32::MAX),
            block: Some(store.append_block(&bytes)?),
            undo: undo_place(store, &hash)?,
        });
    }
    Ok(records)
}

fn undo_place(store: &mut ChainStore, hash: &BlockHash) -> Result<Option<FilePlace>, StoreError> {
    let bytes = store.get(UNDO, hash.as_byte_array())?;
    bytes.map(|bytes| store.append_undo(&bytes)).transpose()
}

fn active(store: &ChainStore) -> Result<BTreeSet<BlockHash>, StoreError> {
    let Some(table) = store.table(ACTIVE)? else { return Ok(BTreeSet::new()) };
    let rows = table.range::<u32>(..).map_err(backend)?;
    rows.map(|row| Ok(BlockHash::from_byte_array(*row.map_err(backend)?.1.value()))).collect()
}
