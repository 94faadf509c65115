//! Doing a batch's writes inside one transaction.
//!
//! Does not know whether the transaction will be committed.

use quarry_chain::record::{Coin, encode_outpoint, script_key};
use quarry_chain::{Batch, StateChange, StoreError, Write};
use quarry_primitives::{BlockHash, Hash, OutPoint};
use redb::{Table, WriteTransaction};

use super::{backend, tables};

type Bytes = &'static [u8];
type Hash32 = &'static [u8; 32];

/// All tables, open for writing.
struct Tables<'t> {
    meta: Table<'t, &'static str, Bytes>,
    headers: Table<'t, Hash32, Bytes>,
    active: Table<'t, u32, Hash32>,
    blocks: Table<'t, Hash32, Bytes>,
    undo: Table<'t, Hash32, Bytes>,
    coins: Table<'t, &'static [u8; 36], Bytes>,
    script_coins: Table<'t, &'static [u8; 72], Bytes>,
    txs: Table<'t, Hash32, Bytes>,
    history: Table<'t, &'static [u8; 40], Bytes>,
}

/// Does all writes, in order.
pub(super) fn write_all(txn: &WriteTransaction, batch: Batch) -> Result<(), StoreError> {
    let mut tables = Tables::open(txn).map_err(backend)?;
    batch.writes.into_iter().try_for_each(|write| tables.write(write))
}

impl<'t> Tables<'t> {
    fn open(txn: &'t WriteTransaction) -> Result<Self, redb::TableError> {
        Ok(Self {
            meta: txn.open_table(tables::META)?,
            headers: txn.open_table(tables::HEADERS)?,
            active: txn.open_table(tables::ACTIVE)?,
            blocks: txn.open_table(tables::BLOCKS)?,
            undo: txn.open_table(tables::UNDO)?,
            coins: txn.open_table(tables::COINS)?,
            script_coins: txn.open_table(tables::SCRIPT_COINS)?,
            txs: txn.open_table(tables::TXS)?,
            history: txn.open_table(tables::HISTORY)?,
        })
    }

    fn write(&mut self, write: Write) -> Result<(), StoreError> {
        match write {
            Write::ForgetBlock(hash) => self.forget_block(&hash).map_err(backend),
            Write::State(StateChange::CoinAdded { outpoint, coin }) => {
                self.add_coin(&outpoint, &coin).map_err(backend)
            }
            Write::State(StateChange::CoinRemoved { outpoint, coin }) => {
                self.remove_coin(&outpoint, &coin).map_err(backend)
            }
            other => self.write_row(other),
        }
    }

    /// The writes that touch one row.
    fn write_row(&mut self, write: Write) -> Result<(), StoreError> {
        match write {
            Write::Header(record) => {
                let hash = record.header.block_hash();
                self.headers.insert(hash.as_byte_array(), record.encode().as_slice()).map(drop)
            }
            Write::Block { hash, bytes } => {
                self.blocks.insert(hash.as_byte_array(), bytes.as_slice()).map(drop)
            }
            Write::Undo { hash, bytes } => {
                self.undo.insert(hash.as_byte_array(), bytes.as_slice()).map(drop)
            }
            Write::ForgetUndo(hash) => self.undo.remove(hash.as_byte_array()).map(drop),
            Write::Active { height, hash } => {
                self.active.insert(height, hash.as_byte_array()).map(drop)
            }
            Write::ForgetActive { height } => self.active.remove(height).map(drop),
            Write::Tx { txid, place } => {
                self.txs.insert(txid.as_byte_array(), place.encode().as_slice()).map(drop)
            }
            Write::ForgetTx(txid) => self.txs.remove(txid.as_byte_array()).map(drop),
            Write::History(row) => {
                let key = tables::history_key(&script_key(&row.script), row.height, row.index);
                self.history.insert(&key, row.encode().as_slice()).map(drop)
            }
            Write::ForgetHistory { script, height, index } => {
                let key = tables::history_key(&script_key(&script), height, index);
                self.history.remove(&key).map(drop)
            }
            Write::Tip(tip) => {
                self.meta.insert(tables::META_TIP, tip.encode().as_slice()).map(drop)
            }
            // `Write` may grow: what this store does not keep, it must not pretend to keep.
            other => return Err(StoreError::Corrupt(format!("unknown write {other:?}"))),
        }
        .map_err(backend)
    }

    fn forget_block(&mut self, hash: &BlockHash) -> Result<(), redb::StorageError> {
        let key = hash.as_byte_array();
        self.headers.remove(key)?;
        self.blocks.remove(key)?;
        self.undo.remove(key)?;
        Ok(())
    }

    fn add_coin(&mut self, outpoint: &OutPoint, coin: &Coin) -> Result<(), redb::StorageError> {
        let (key, bytes) = (encode_outpoint(outpoint), coin.encode());
        let by_script = tables::script_coin_key(&script_key(&coin.script), coin.height, &key);
        self.coins.insert(&key, bytes.as_slice())?;
        self.script_coins.insert(&by_script, bytes.as_slice())?;
        Ok(())
    }

    fn remove_coin(&mut self, outpoint: &OutPoint, coin: &Coin) -> Result<(), redb::StorageError> {
        let key = encode_outpoint(outpoint);
        let by_script = tables::script_coin_key(&script_key(&coin.script), coin.height, &key);
        self.coins.remove(&key)?;
        self.script_coins.remove(&by_script)?;
        Ok(())
    }
}
