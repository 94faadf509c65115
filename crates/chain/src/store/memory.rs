//! A store in memory: for tests and simulations. Lost when dropped.
//!
//! Keeps the same orders as a store on disk does, so that both answer alike. Does not know rules.

use std::collections::BTreeMap;

use quarry_primitives::{BlockHash, OutPoint, Script, Txid};

use super::{Batch, Durability, Indexes, Store, StoreError, Write};
use crate::ledger::StateView;
use crate::record::{
    Coin, FilePlace, HeaderRecord, HistoryRow, TipRecord, TxPlace, decode_outpoint,
    encode_outpoint, script_key,
};

type ScriptKey = [u8; 32];
type OutPointKey = [u8; 36];

/// A store in memory. A clone is a copy of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStore {
    tip: Option<TipRecord>,
    indexes: Indexes,
    headers: BTreeMap<BlockHash, HeaderRecord>,
    // One record a "file": the place's number counts them.
    blocks: Vec<Vec<u8>>,
    undo: Vec<Vec<u8>>,
    committed_blocks: usize,
    coins: BTreeMap<OutPointKey, Coin>,
    script_coins: BTreeMap<(ScriptKey, u32, OutPointKey), Coin>,
    txs: BTreeMap<Txid, TxPlace>,
    history: BTreeMap<(ScriptKey, u32, u32), HistoryRow>,
}

fn append(records: &mut Vec<Vec<u8>>, bytes: &[u8]) -> Result<FilePlace, StoreError> {
    let full = |_| StoreError::corrupt("too many records for a store in memory");
    let file = u32::try_from(records.len()).map_err(full)?;
    let len = u32::try_from(bytes.len()).map_err(full)?;
    records.push(bytes.to_vec());
    Ok(FilePlace { file, offset: 0, len })
}

fn read(records: &[Vec<u8>], place: FilePlace) -> Result<Vec<u8>, StoreError> {
    let index = usize::try_from(place.file).unwrap_or(usize::MAX);
    records.get(index).cloned().ok_or_else(|| StoreError::corrupt(format!("nothing at {place:?}")))
}

impl MemoryStore {
    fn write(&mut self, write: Write) {
        match write {
            Write::Header(record) => {
                self.headers.insert(record.header.block_hash(), record);
            }
            Write::Coin { outpoint, coin } => {
                self.coins.insert(encode_outpoint(&outpoint), coin);
            }
            Write::ForgetCoin(outpoint) => {
                self.coins.remove(&encode_outpoint(&outpoint));
            }
            Write::ScriptCoin { outpoint, coin } => {
                self.script_coins.insert(script_coin_key(&outpoint, &coin), coin);
            }
            Write::ForgetScriptCoin { outpoint, coin } => {
                self.script_coins.remove(&script_coin_key(&outpoint, &coin));
            }
            Write::Tx { txid, place } => {
                self.txs.insert(txid, place);
            }
            Write::ForgetTx(txid) => {
                self.txs.remove(&txid);
            }
            Write::History(row) => {
                self.history.insert((script_key(&row.script), row.height, row.index), row);
            }
            Write::ForgetHistory { script, height, index } => {
                self.history.remove(&(script_key(&script), height, index));
            }
            Write::Indexes(indexes) => self.keep_indexes(indexes),
            Write::Tip(tip) => self.tip = Some(tip),
        }
    }

    fn keep_indexes(&mut self, indexes: Indexes) {
        self.indexes = indexes;
        if !indexes.txs {
            self.txs.clear();
        }
        if !indexes.scripts {
            self.script_coins.clear();
            self.history.clear();
        }
    }

    /// What a crash leaves: everything that was not committed is gone, but for the first `blocks`
    /// of the blocks that were appended since.
    #[must_use]
    pub fn crashed(mut self, committed: &Self, blocks: usize) -> Self {
        let keep = committed.committed_blocks.saturating_add(blocks).min(self.blocks.len());
        self.blocks.truncate(keep);
        Self { blocks: self.blocks, ..committed.clone() }
    }
}

fn script_coin_key(outpoint: &OutPoint, coin: &Coin) -> (ScriptKey, u32, OutPointKey) {
    (script_key(&coin.script), coin.height, encode_outpoint(outpoint))
}

impl StateView for MemoryStore {
    fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        Ok(self.coins.get(&encode_outpoint(outpoint)).cloned())
    }
}

impl Store for MemoryStore {
    fn tip(&self) -> Result<Option<TipRecord>, StoreError> {
        Ok(self.tip)
    }

    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(self.indexes)
    }

    fn headers(&self) -> Result<Vec<HeaderRecord>, StoreError> {
        Ok(self.headers.values().copied().collect())
    }

    fn append_block(&mut self, bytes: &[u8]) -> Result<FilePlace, StoreError> {
        append(&mut self.blocks, bytes)
    }

    fn append_undo(&mut self, bytes: &[u8]) -> Result<FilePlace, StoreError> {
        append(&mut self.undo, bytes)
    }

    fn block(&self, place: FilePlace) -> Result<Vec<u8>, StoreError> {
        read(&self.blocks, place)
    }

    fn undo(&self, place: FilePlace) -> Result<Vec<u8>, StoreError> {
        read(&self.undo, place)
    }

    fn sync_blocks(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    fn recover(&mut self) -> Result<Vec<FilePlace>, StoreError> {
        let new = (0u32..).zip(&self.blocks).skip(self.committed_blocks);
        let place = |(file, bytes): (u32, &Vec<u8>)| {
            let len = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            FilePlace { file, offset: 0, len }
        };
        Ok(new.map(place).collect())
    }

    fn tx_place(&self, txid: &Txid) -> Result<Option<TxPlace>, StoreError> {
        Ok(self.txs.get(txid).copied())
    }

    fn visit_script_coins(
        &self,
        script: &Script,
        visit: &mut dyn FnMut(OutPoint, Coin),
    ) -> Result<(), StoreError> {
        let key = script_key(script);
        for ((_, _, outpoint), coin) in
            self.script_coins.range((key, 0, [0; 36])..=(key, u32::MAX, [0xff; 36]))
        {
            visit(decode_outpoint(outpoint)?, coin.clone());
        }
        Ok(())
    }

    fn history(&self, script: &Script, limit: usize) -> Result<Vec<HistoryRow>, StoreError> {
        let key = script_key(script);
        let rows = self.history.range((key, 0, 0)..=(key, u32::MAX, u32::MAX));
        Ok(rows.rev().take(limit).map(|(_, row)| row.clone()).collect())
    }

    fn visit_coins(&self, visit: &mut dyn FnMut(OutPoint, Coin)) -> Result<(), StoreError> {
        for (outpoint, coin) in &self.coins {
            visit(decode_outpoint(outpoint)?, coin.clone());
        }
        Ok(())
    }

    fn commit(&mut self, batch: Batch, durability: Durability) -> Result<(), StoreError> {
        batch.writes.into_iter().for_each(|write| self.write(write));
        if durability == Durability::Durable {
            self.committed_blocks = self.blocks.len();
        }
        Ok(())
    }
}
