//! A chain's store on disk: one redb file with state, indexes, headers, undo data and blocks.
//!
//! Every commit is one redb transaction that is synced before it returns, so the tip and its coins
//! never part. Block and undo bytes live in the same file for now; append-only files take them
//! when whole chains of others are synced. Does not know rules, nor what the bytes mean.

mod tables;
mod write;

use std::path::Path;

use quarry_chain::record::{
    Coin, HeaderRecord, HistoryRow, RECORD_FORMAT, TipRecord, TxPlace, decode_outpoint,
    encode_outpoint, script_key,
};
use quarry_chain::{Batch, StateView, Store, StoreError};
use quarry_primitives::{BlockHash, Hash, OutPoint, Script, Txid};
use redb::{
    Database, Durability, Key, ReadOnlyTable, ReadableDatabase, TableDefinition, TableError, Value,
};

/// A chain's store in a redb file.
#[derive(Debug)]
pub struct ChainStore {
    db: Database,
}

/// A failure of the database under the store.
fn backend(error: impl Into<redb::Error>) -> StoreError {
    StoreError::Backend(Box::new(error.into()))
}

impl ChainStore {
    /// Opens the store in this file, or makes a new one.
    ///
    /// After a crash the file is repaired: it then has every commit that returned, and no part of
    /// one that did not.
    ///
    /// # Errors
    /// [`StoreError::NewerFormat`] for a newer program's file; [`StoreError::Backend`] if it
    /// cannot be opened, or is open already.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let store = Self { db: Database::create(path).map_err(backend)? };
        match store.format()? {
            None => store.write_format()?,
            Some(RECORD_FORMAT) => {}
            Some(found) if found > RECORD_FORMAT => {
                return Err(StoreError::NewerFormat { found, known: RECORD_FORMAT });
            }
            Some(found) => return Err(StoreError::Corrupt(format!("format {found}"))),
        }
        Ok(store)
    }

    fn format(&self) -> Result<Option<u32>, StoreError> {
        let Some(bytes) = self.get(tables::META, tables::META_FORMAT)? else { return Ok(None) };
        let bytes = bytes.try_into();
        let bytes =
            bytes.map_err(|_| StoreError::Corrupt("format of another length".to_owned()))?;
        Ok(Some(u32::from_le_bytes(bytes)))
    }

    fn write_format(&self) -> Result<(), StoreError> {
        let txn = self.begin_write()?;
        {
            let mut meta = txn.open_table(tables::META).map_err(backend)?;
            let format = RECORD_FORMAT.to_le_bytes();
            meta.insert(tables::META_FORMAT, format.as_slice()).map_err(backend)?;
        }
        txn.commit().map_err(backend)
    }

    fn begin_write(&self) -> Result<redb::WriteTransaction, StoreError> {
        let mut txn = self.db.begin_write().map_err(backend)?;
        txn.set_durability(Durability::Immediate).map_err(backend)?;
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

    fn header(&self, hash: &BlockHash) -> Result<Option<HeaderRecord>, StoreError> {
        let bytes = self.get(tables::HEADERS, hash.as_byte_array())?;
        bytes.map(|bytes| HeaderRecord::decode(&bytes)).transpose()
    }

    fn headers(&self) -> Result<Vec<HeaderRecord>, StoreError> {
        let Some(table) = self.table(tables::HEADERS)? else { return Ok(Vec::new()) };
        let rows = table.range::<&[u8; 32]>(..).map_err(backend)?;
        rows.map(|row| HeaderRecord::decode(row.map_err(backend)?.1.value())).collect()
    }

    fn hash_at(&self, height: u32) -> Result<Option<BlockHash>, StoreError> {
        let Some(table) = self.table(tables::ACTIVE)? else { return Ok(None) };
        let found = table.get(height).map_err(backend)?;
        Ok(found.map(|guard| BlockHash::from_byte_array(*guard.value())))
    }

    fn block(&self, hash: &BlockHash) -> Result<Option<Vec<u8>>, StoreError> {
        self.get(tables::BLOCKS, hash.as_byte_array())
    }

    fn undo(&self, hash: &BlockHash) -> Result<Option<Vec<u8>>, StoreError> {
        self.get(tables::UNDO, hash.as_byte_array())
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

    fn visit_coins(&self, visit: &mut dyn FnMut(OutPoint, Coin)) -> Result<(), StoreError> {
        let Some(table) = self.table(tables::COINS)? else { return Ok(()) };
        for row in table.range::<&[u8; 36]>(..).map_err(backend)? {
            let (key, coin) = row.map_err(backend)?;
            visit(decode_outpoint(key.value())?, Coin::decode(coin.value())?);
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

    fn commit(&mut self, batch: Batch) -> Result<(), StoreError> {
        let txn = self.begin_write()?;
        // Dropping the transaction on an error takes every write back.
        write::write_all(&txn, batch)?;
        txn.commit().map_err(backend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_and_unknown_formats_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        for (format, word) in [(RECORD_FORMAT + 1, "format"), (0, "damaged")] {
            let path = dir.path().join(format!("{format}.redb"));
            let store = ChainStore::open(&path).unwrap();
            let txn = store.begin_write().unwrap();
            let mut meta = txn.open_table(tables::META).unwrap();
            meta.insert(tables::META_FORMAT, format.to_le_bytes().as_slice()).unwrap();
            drop(meta);
            txn.commit().unwrap();
            drop(store);
            let error = ChainStore::open(&path).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn a_transaction_that_is_not_committed_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("chain.redb");
        let store = ChainStore::open(&path).unwrap();
        let txn = store.begin_write().unwrap();
        let mut batch = Batch::default();
        let hash = BlockHash::all_zeros();
        batch.push(quarry_chain::Write::Block { hash, bytes: vec![1, 2, 3] });
        write::write_all(&txn, batch).unwrap();
        drop(txn);
        assert_eq!(store.block(&hash).unwrap(), None);
        drop(store);
        assert_eq!(ChainStore::open(&path).unwrap().block(&hash).unwrap(), None);
    }
}
