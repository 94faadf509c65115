//! A store in memory: for tests and simulations. Lost when dropped.
//!
//! Keeps the same orders as a store on disk does, so that both answer alike. Does not know rules.

use std::collections::BTreeMap;

use quarry_primitives::{BlockHash, OutPoint, Script, Txid};

use super::{Batch, Store, StoreError, Write};
use crate::ledger::{StateChange, StateView};
use crate::record::{
    Coin, HeaderRecord, HistoryRow, TipRecord, TxPlace, decode_outpoint, encode_outpoint,
    script_key,
};

type ScriptKey = [u8; 32];
type OutPointKey = [u8; 36];

/// A store in memory. A clone is a copy of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStore {
    tip: Option<TipRecord>,
    headers: BTreeMap<BlockHash, HeaderRecord>,
    active: BTreeMap<u32, BlockHash>,
    blocks: BTreeMap<BlockHash, Vec<u8>>,
    undo: BTreeMap<BlockHash, Vec<u8>>,
    coins: BTreeMap<OutPointKey, Coin>,
    script_coins: BTreeMap<(ScriptKey, u32, OutPointKey), Coin>,
    txs: BTreeMap<Txid, TxPlace>,
    history: BTreeMap<(ScriptKey, u32, u32), HistoryRow>,
}

impl MemoryStore {
    fn write(&mut self, write: Write) {
        match write {
            Write::Header(record) => {
                self.headers.insert(record.header.block_hash(), record);
            }
            Write::Block { hash, bytes } => {
                self.blocks.insert(hash, bytes);
            }
            Write::ForgetBlock(hash) => self.forget_block(&hash),
            Write::Undo { hash, bytes } => {
                self.undo.insert(hash, bytes);
            }
            Write::ForgetUndo(hash) => {
                self.undo.remove(&hash);
            }
            Write::Active { height, hash } => {
                self.active.insert(height, hash);
            }
            Write::ForgetActive { height } => {
                self.active.remove(&height);
            }
            Write::State(change) => self.change(change),
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
            Write::Tip(tip) => self.tip = Some(tip),
        }
    }

    fn forget_block(&mut self, hash: &BlockHash) {
        self.headers.remove(hash);
        self.blocks.remove(hash);
        self.undo.remove(hash);
    }

    fn change(&mut self, change: StateChange) {
        match change {
            StateChange::CoinAdded { outpoint, coin } => {
                let key = encode_outpoint(&outpoint);
                self.script_coins
                    .insert((script_key(&coin.script), coin.height, key), coin.clone());
                self.coins.insert(key, coin);
            }
            StateChange::CoinRemoved { outpoint, coin } => {
                let key = encode_outpoint(&outpoint);
                self.script_coins.remove(&(script_key(&coin.script), coin.height, key));
                self.coins.remove(&key);
            }
        }
    }
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

    fn header(&self, hash: &BlockHash) -> Result<Option<HeaderRecord>, StoreError> {
        Ok(self.headers.get(hash).copied())
    }

    fn headers(&self) -> Result<Vec<HeaderRecord>, StoreError> {
        Ok(self.headers.values().copied().collect())
    }

    fn hash_at(&self, height: u32) -> Result<Option<BlockHash>, StoreError> {
        Ok(self.active.get(&height).copied())
    }

    fn block(&self, hash: &BlockHash) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.blocks.get(hash).cloned())
    }

    fn undo(&self, hash: &BlockHash) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.undo.get(hash).cloned())
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

    fn visit_coins(&self, visit: &mut dyn FnMut(OutPoint, Coin)) -> Result<(), StoreError> {
        for (outpoint, coin) in &self.coins {
            visit(decode_outpoint(outpoint)?, coin.clone());
        }
        Ok(())
    }

    fn history(&self, script: &Script, limit: usize) -> Result<Vec<HistoryRow>, StoreError> {
        let key = script_key(script);
        let rows = self.history.range((key, 0, 0)..=(key, u32::MAX, u32::MAX));
        Ok(rows.rev().take(limit).map(|(_, row)| row.clone()).collect())
    }

    fn commit(&mut self, batch: Batch) -> Result<(), StoreError> {
        batch.writes.into_iter().for_each(|write| self.write(write));
        Ok(())
    }
}
