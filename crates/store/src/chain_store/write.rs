//! Doing a batch's writes inside one transaction.
//!
//! Does not know whether the transaction will be committed.

use quarry_chain::record::{Coin, encode_outpoint, script_key};
use quarry_chain::{Batch, Indexes, StoreError, Write};
use quarry_primitives::{Hash, OutPoint};
use redb::{Table, WriteTransaction};

use super::{backend, tables};
use crate::flat_files::FileEnd;

type Bytes = &'static [u8];
type Hash32 = &'static [u8; 32];

/// All tables, open for writing.
struct Tables<'t> {
    meta: Table<'t, &'static str, Bytes>,
    headers: Table<'t, Hash32, Bytes>,
    coins: Table<'t, &'static [u8; 36], Bytes>,
    script_coins: Table<'t, &'static [u8; 72], Bytes>,
    txs: Table<'t, Hash32, Bytes>,
    history: Table<'t, &'static [u8; 40], Bytes>,
}

/// Does all writes, in order, and notes how far the files went.
pub(super) fn write_all(
    txn: &WriteTransaction,
    batch: Batch,
    ends: (FileEnd, FileEnd),
) -> Result<(), StoreError> {
    let mut tables = Tables::open(txn).map_err(backend)?;
    let bytes = tables::encode_ends(ends);
    tables.meta.insert(tables::META_FILE_ENDS, bytes.as_slice()).map_err(backend)?;
    batch.writes.into_iter().try_for_each(|write| tables.write(write))
}

impl<'t> Tables<'t> {
    fn open(txn: &'t WriteTransaction) -> Result<Self, redb::TableError> {
        Ok(Self {
            meta: txn.open_table(tables::META)?,
            headers: txn.open_table(tables::HEADERS)?,
            coins: txn.open_table(tables::COINS)?,
            script_coins: txn.open_table(tables::SCRIPT_COINS)?,
            txs: txn.open_table(tables::TXS)?,
            history: txn.open_table(tables::HISTORY)?,
        })
    }

    fn write(&mut self, write: Write) -> Result<(), StoreError> {
        match write {
            Write::Header(record) => {
                let hash = record.header.block_hash();
                self.headers.insert(hash.as_byte_array(), record.encode().as_slice()).map(drop)
            }
            Write::Coin { outpoint, coin } => {
                self.coins.insert(&encode_outpoint(&outpoint), coin.encode().as_slice()).map(drop)
            }
            Write::ForgetCoin(outpoint) => self.coins.remove(&encode_outpoint(&outpoint)).map(drop),
            Write::ScriptCoin { outpoint, coin } => {
                let key = script_coin_key(&outpoint, &coin);
                self.script_coins.insert(&key, coin.encode().as_slice()).map(drop)
            }
            Write::ForgetScriptCoin { outpoint, coin } => {
                self.script_coins.remove(&script_coin_key(&outpoint, &coin)).map(drop)
            }
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
            Write::Indexes(indexes) => self.keep_indexes(indexes),
            Write::Tip(tip) => {
                self.meta.insert(tables::META_TIP, tip.encode().as_slice()).map(drop)
            }
            // `Write` may grow: what this store does not keep, it must not pretend to keep.
            other => return Err(StoreError::Corrupt(format!("unknown write {other:?}"))),
        }
        .map_err(backend)
    }

    fn keep_indexes(&mut self, indexes: Indexes) -> Result<(), redb::StorageError> {
        let bytes = tables::encode_indexes(indexes);
        self.meta.insert(tables::META_INDEXES, bytes.as_slice())?;
        if !indexes.txs {
            self.txs.retain(|_, _| false)?;
        }
        if !indexes.scripts {
            self.script_coins.retain(|_, _| false)?;
            self.history.retain(|_, _| false)?;
        }
        Ok(())
    }
}

fn script_coin_key(outpoint: &OutPoint, coin: &Coin) -> [u8; 72] {
    tables::script_coin_key(&script_key(&coin.script), coin.height, &encode_outpoint(outpoint))
}
