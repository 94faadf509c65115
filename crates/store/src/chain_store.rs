//! A chain's store on disk: state, indexes and headers in one redb file, blocks and undo data in
//! append-only files beside it.
//!
//! Every durable commit is one redb transaction that is synced before it returns, after the files
//! it speaks of: so tip, coins and places of blocks never part. It notes how far the files went;
//! what is behind that after a crash is what no commit knows of. Does not know rules, nor what the
//! bytes mean.

mod tables;
mod upgrade;
mod write;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use quarry_chain::record::{
    Coin, HeaderRecord, HistoryRow, RECORD_FORMAT, TipRecord, TxPlace, decode_outpoint,
    encode_outpoint, script_key,
};
use quarry_chain::{Batch, Durability, FilePlace, Indexes, StateView, Store, StoreError};
use quarry_primitives::{Hash, OutPoint, Script, Txid};
use redb::{
    Database, Key, ReadOnlyTable, ReadableDatabase, ReadableTableMetadata, TableDefinition,
    TableError, Value,
};

use crate::flat_files::{FileEnd, FlatFileError, FlatFiles, FlatKind};
use crate::limits::{DATABASE_CACHE_BYTES, MAX_BLOCK_FILE_BYTES};

/// Where a chain's store keeps its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainPaths {
    /// The redb file.
    pub db: PathBuf,
    /// The directory of blocks and undo data.
    pub blocks: PathBuf,
}

impl ChainPaths {
    /// The usual names in a directory.
    #[must_use]
    pub fn in_dir(dir: &Path) -> Self {
        Self { db: dir.join("chain.redb"), blocks: dir.join("blocks") }
    }
}

/// A chain's store on disk.
#[derive(Debug)]
pub struct ChainStore {
    paths: ChainPaths,
    db: Database,
    blocks: FlatFiles,
    undo: FlatFiles,
}

/// A failure of the database under the store.
fn backend(error: impl Into<redb::Error>) -> StoreError {
    StoreError::Backend(Box::new(error.into()))
}

/// A failure of the files beside it.
fn files(error: FlatFileError) -> StoreError {
    StoreError::Backend(Box::new(error))
}

impl ChainStore {
    /// Opens the store, or makes a new one. `magic` begins each record of the files, as it does
    /// each message to peers.
    ///
    /// A store of an older format is brought up to date, after a copy of it was made beside it.
    ///
    /// # Errors
    /// [`StoreError::NewerFormat`] for a newer program's file; [`StoreError::Backend`] if it
    /// cannot be opened, or is open already.
    pub fn open(paths: &ChainPaths, magic: [u8; 4]) -> Result<Self, StoreError> {
        let open = |kind| FlatFiles::open(&paths.blocks, kind, magic, MAX_BLOCK_FILE_BYTES);
        let (blocks, undo) = (open(FlatKind::Blocks), open(FlatKind::Undo));
        let db = Database::builder()
            .set_cache_size(DATABASE_CACHE_BYTES)
            .create(&paths.db)
            .map_err(backend)?;
        let mut store = Self {
            paths: paths.clone(),
            db,
            blocks: blocks.map_err(files)?,
            undo: undo.map_err(files)?,
        };
        match store.format()? {
            None => store.write_format()?,
            Some(RECORD_FORMAT) => {}
            Some(upgrade::OLD_FORMAT) => upgrade::upgrade(&mut store, paths)?,
            Some(found) if found > RECORD_FORMAT => {
                return Err(StoreError::NewerFormat { found, known: RECORD_FORMAT });
            }
            Some(found) => return Err(StoreError::Corrupt(format!("format {found}"))),
        }
        Ok(store)
    }

    /// Forgets state, indexes and headers, not the blocks: the next [`ChainStore::open`] finds an empty
    /// store, and [`Store::recover`] then shows every block of the files. Nobody may have it open.
    ///
    /// # Errors
    /// [`StoreError::Backend`].
    pub fn forget_state(paths: &ChainPaths) -> Result<(), StoreError> {
        match std::fs::remove_file(&paths.db) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(StoreError::Backend(Box::new(error)))
            }
            _ => Ok(()),
        }
    }

    /// About how many bytes the files of blocks and undo data take on disk.
    #[must_use]
    pub fn block_file_bytes(&self) -> u64 {
        let Ok(files) = std::fs::read_dir(&self.paths.blocks) else { return 0 };
        let size = |file: std::fs::DirEntry| file.metadata().map_or(0, |meta| meta.len());
        files.flatten().map(size).sum()
    }

    fn format(&self) -> Result<Option<u32>, StoreError> {
        let Some(bytes) = self.get(tables::META, tables::META_FORMAT)? else { return Ok(None) };
        let bytes = bytes.try_into();
        let bytes =
            bytes.map_err(|_| StoreError::Corrupt("format of another length".to_owned()))?;
        Ok(Some(u32::from_le_bytes(bytes)))
    }

    fn write_format(&self) -> Result<(), StoreError> {
        let txn = self.begin_write(Durability::Durable)?;
        {
            let mut meta = txn.open_table(tables::META).map_err(backend)?;
            let format = RECORD_FORMAT.to_le_bytes();
            meta.insert(tables::META_FORMAT, format.as_slice()).map_err(backend)?;
        }
        txn.commit().map_err(backend)
    }

    fn begin_write(&self, durability: Durability) -> Result<redb::WriteTransaction, StoreError> {
        let mut txn = self.db.begin_write().map_err(backend)?;
        let durability = match durability {
            Durability::Visible => redb::Durability::None,
            Durability::Durable => redb::Durability::Immediate,
        };
        txn.set_durability(durability).map_err(backend)?;
        Ok(txn)
    }

    /// A table as of the last commit; `None` while nothing was ever written to it.
    fn table<K: Key + 'static, V: Value + 'static>(
        &self,
        definition: TableDefinition<'static, K, V>,
    ) -> Result<Option<ReadOnlyTable<K, V>>, StoreError> {
        match self.db.begin_read().map_err(backend)?.open_table(definition) {
            Ok(table) => Ok(Some(table)),
            Err(TableError::TableDoesNotExist(_)) => Ok(None),
            Err(error) => Err(backend(error)),
        }
    }

    /// The bytes under a key.
    fn get<'k, K: Key + 'static>(
        &self,
        definition: TableDefinition<'static, K, &'static [u8]>,
        key: K::SelfType<'k>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(table) = self.table(definition)? else { return Ok(None) };
        let found = table.get(key).map_err(backend)?;
        Ok(found.map(|guard| guard.value().to_vec()))
    }

    /// How far blocks and undo data went at the last durable commit.
    fn committed_ends(&self) -> Result<(FileEnd, FileEnd), StoreError> {
        match self.get(tables::META, tables::META_FILE_ENDS)? {
            Some(bytes) => tables::decode_ends(&bytes),
            None => Ok(<(FileEnd, FileEnd)>::default()),
        }
    }

    /// How many coins there are as of the last commit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn coin_count(&self) -> Result<u64, StoreError> {
        let Some(table) = self.table(tables::COINS)? else { return Ok(0) };
        table.len().map_err(backend)
    }
}

/// The database makes its visible commits durable when it is dropped: what they speak of has to be on
/// disk before.
impl Drop for ChainStore {
    fn drop(&mut self) {
        // Nobody is there to be told; the next start finds what is missing and says so.
        let _ = self.blocks.sync();
        let _ = self.undo.sync();
    }
}

impl StateView for ChainStore {
    fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        let bytes = self.get(tables::COINS, &encode_outpoint(outpoint))?;
        bytes.map(|bytes| Coin::decode(&bytes)).transpose()
    }
}

impl Store for ChainStore {
    fn tip(&self) -> Result<Option<TipRecord>, StoreError> {
        let bytes = self.get(tables::META, tables::META_TIP)?;
        bytes.map(|bytes| TipRecord::decode(&bytes)).transpose()
    }

    fn indexes(&self) -> Result<Indexes, StoreError> {
        let bytes = self.get(tables::META, tables::META_INDEXES)?;
        bytes.map_or(Ok(Indexes::default()), |bytes| tables::decode_indexes(&bytes))
    }

    fn headers(&self) -> Result<Vec<HeaderRecord>, StoreError> {
        let Some(table) = self.table(tables::HEADERS)? else { return Ok(Vec::new()) };
        let rows = table.range::<&[u8; 32]>(..).map_err(backend)?;
        rows.map(|row| HeaderRecord::decode(row.map_err(backend)?.1.value())).collect()
    }

    fn append_block(&mut self, bytes: &[u8]) -> Result<FilePlace, StoreError> {
        self.blocks.append(bytes).map_err(files)
    }

    fn append_undo(&mut self, bytes: &[u8]) -> Result<FilePlace, StoreError> {
        self.undo.append(bytes).map_err(files)
    }

    fn block(&self, place: FilePlace) -> Result<Vec<u8>, StoreError> {
        self.blocks.read(place).map_err(files)
    }

    fn undo(&self, place: FilePlace) -> Result<Vec<u8>, StoreError> {
        self.undo.read(place).map_err(files)
    }

    fn sync_blocks(&mut self) -> Result<(), StoreError> {
        self.blocks.sync().map_err(files)
    }

    fn recover(&mut self) -> Result<Vec<FilePlace>, StoreError> {
        let (blocks, undo) = self.committed_ends()?;
        let mut places = Vec::new();
        if blocks == FileEnd::default() {
            // No commit says what is whole: nothing is cut off, the next block comes behind it all.
            self.blocks.scan_all(|place| places.push(place)).map_err(files)?;
            self.undo.truncate(undo).map_err(files)?;
            return Ok(places);
        }
        let scanned = self.blocks.scan(blocks, |place, _| {
            places.push(place);
            ControlFlow::Continue(())
        });
        self.blocks.truncate(scanned.map_err(files)?.end).map_err(files)?;
        // What takes those blocks back is made again when they are connected again.
        self.undo.truncate(undo).map_err(files)?;
        Ok(places)
    }

    fn tx_place(&self, txid: &Txid) -> Result<Option<TxPlace>, StoreError> {
        let bytes = self.get(tables::TXS, txid.as_byte_array())?;
        bytes.map(|bytes| TxPlace::decode(&bytes)).transpose()
    }

    fn visit_script_coins(
        &self,
        script: &Script,
        visit: &mut dyn FnMut(OutPoint, Coin),
    ) -> Result<(), StoreError> {
        let Some(table) = self.table(tables::SCRIPT_COINS)? else { return Ok(()) };
        let key = script_key(script);
        let first = tables::script_coin_key(&key, 0, &[0; 36]);
        let last = tables::script_coin_key(&key, u32::MAX, &[0xff; 36]);
        for row in table.range::<&[u8; 72]>(&first..=&last).map_err(backend)? {
            let (key, coin) = row.map_err(backend)?;
            visit(decode_outpoint(tables::outpoint_of(key.value()))?, Coin::decode(coin.value())?);
        }
        Ok(())
    }

    fn history(&self, script: &Script, limit: usize) -> Result<Vec<HistoryRow>, StoreError> {
        let Some(table) = self.table(tables::HISTORY)? else { return Ok(Vec::new()) };
        let key = script_key(script);
        let first = tables::history_key(&key, 0, 0);
        let last = tables::history_key(&key, u32::MAX, u32::MAX);
        let rows = table.range::<&[u8; 40]>(&first..=&last).map_err(backend)?;
        rows.rev()
            .take(limit)
            .map(|row| HistoryRow::decode(row.map_err(backend)?.1.value()))
            .collect()
    }

    fn visit_coins(&self, visit: &mut dyn FnMut(OutPoint, Coin)) -> Result<(), StoreError> {
        let Some(table) = self.table(tables::COINS)? else { return Ok(()) };
        for row in table.range::<&[u8; 36]>(..).map_err(backend)? {
            let (key, coin) = row.map_err(backend)?;
            visit(decode_outpoint(key.value())?, Coin::decode(coin.value())?);
        }
        Ok(())
    }

    fn commit(&mut self, batch: Batch, durability: Durability) -> Result<(), StoreError> {
        if durability == Durability::Durable {
            // First, so that no commit speaks of bytes that are not there.
            self.blocks.sync().map_err(files)?;
            self.undo.sync().map_err(files)?;
        }
        let txn = self.begin_write(durability)?;
        // Dropping the transaction on an error takes every write back.
        write::write_all(&txn, batch, (self.blocks.end(), self.undo.end()))?;
        txn.commit().map_err(backend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAGIC: [u8; 4] = *b"test";

    #[test]
    fn newer_and_unknown_formats_are_refused() {
        for (format, word) in [(RECORD_FORMAT + 1, "format"), (0, "damaged")] {
            let dir = tempfile::tempdir().unwrap();
            let paths = ChainPaths::in_dir(dir.path());
            let store = ChainStore::open(&paths, MAGIC).unwrap();
            let txn = store.begin_write(Durability::Durable).unwrap();
            let mut meta = txn.open_table(tables::META).unwrap();
            meta.insert(tables::META_FORMAT, format.to_le_bytes().as_slice()).unwrap();
            drop(meta);
            txn.commit().unwrap();
            drop(store);
            let error = ChainStore::open(&paths, MAGIC).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn a_transaction_that_is_not_committed_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let paths = ChainPaths::in_dir(dir.path());
        let store = ChainStore::open(&paths, MAGIC).unwrap();
        let txn = store.begin_write(Durability::Durable).unwrap();
        let mut batch = Batch::default();
        let outpoint = OutPoint::null();
        let script = quarry_primitives::ScriptBuf::new();
        let amount = quarry_primitives::Amount::of(1);
        let coin = Coin { amount, script, height: 1, coinbase: false };
        batch.push(quarry_chain::Write::Coin { outpoint, coin });
        write::write_all(&txn, batch, Default::default()).unwrap();
        drop(txn);
        assert_eq!(store.coin(&outpoint).unwrap(), None);
        drop(store);
        assert_eq!(ChainStore::open(&paths, MAGIC).unwrap().coin(&outpoint).unwrap(), None);
    }
}
