//! Where a chain keeps what it must not forget: the trait, and one in memory.
//!
//! Does not know rules, or what a ledger's bytes mean.

mod memory;

use quarry_primitives::{BlockHash, OutPoint, Script, ScriptBuf, Txid};

use crate::ledger::{StateChange, StateView};
use crate::record::{Coin, HeaderRecord, HistoryRow, TipRecord, TxPlace};

pub use memory::MemoryStore;

/// Why a store failed. Never the fault of the block or transaction at hand.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The disk or the database under the store.
    #[error("chain store: {0}")]
    Backend(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Something is not there, or not of the form it was written in.
    #[error("chain store is damaged: {0}")]
    Corrupt(String),
    /// Written by a newer program.
    #[error("chain store has format {found}, this program knows formats up to {known}")]
    NewerFormat {
        /// The store's.
        found: u32,
        /// This program's.
        known: u32,
    },
}

impl StoreError {
    /// A [`StoreError::Corrupt`] in these words.
    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt(what.into())
    }
}

/// One write. `Forget` of what is not there does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Write {
    /// Keeps a header of the block tree.
    Header(HeaderRecord),
    /// Keeps a block's bytes.
    Block {
        /// Its hash.
        hash: BlockHash,
        /// The ledger's encoding.
        bytes: Vec<u8>,
    },
    /// Forgets a block that turned out to be invalid: header, bytes and undo.
    ForgetBlock(BlockHash),
    /// Keeps what takes a block back.
    Undo {
        /// The block's hash.
        hash: BlockHash,
        /// The ledger's encoding.
        bytes: Vec<u8>,
    },
    /// Forgets undo data: the block was disconnected.
    ForgetUndo(BlockHash),
    /// Enters a block into the active chain.
    Active {
        /// At this height.
        height: u32,
        /// This block.
        hash: BlockHash,
    },
    /// Ends the active chain under a height.
    ForgetActive {
        /// This height.
        height: u32,
    },
    /// Changes state, and the index of coins by script with it.
    State(StateChange),
    /// Indexes a transaction of the active chain.
    Tx {
        /// Its id.
        txid: Txid,
        /// Where it is.
        place: TxPlace,
    },
    /// Takes a transaction out of the index.
    ForgetTx(Txid),
    /// Enters a transaction into a script's history.
    History(HistoryRow),
    /// Takes one out.
    ForgetHistory {
        /// Whose.
        script: ScriptBuf,
        /// The block's height.
        height: u32,
        /// The transaction's place in the block.
        index: u32,
    },
    /// Moves the tip.
    Tip(TipRecord),
}

/// Writes that happen all together or not at all, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The writes.
    pub writes: Vec<Write>,
}

impl Batch {
    /// Adds a write at the end.
    pub fn push(&mut self, write: Write) {
        self.writes.push(write);
    }
}

/// Where a chain keeps headers, blocks, undo data, state, indexes and the tip.
pub trait Store: StateView {
    /// The tip; `None` in an empty store.
    ///
    /// # Errors
    /// [`StoreError`].
    fn tip(&self) -> Result<Option<TipRecord>, StoreError>;
    /// A header of the block tree, on any branch.
    ///
    /// # Errors
    /// [`StoreError`].
    fn header(&self, hash: &BlockHash) -> Result<Option<HeaderRecord>, StoreError>;
    /// All headers, in any order.
    ///
    /// # Errors
    /// [`StoreError`].
    fn headers(&self) -> Result<Vec<HeaderRecord>, StoreError>;
    /// The block of the active chain at a height.
    ///
    /// # Errors
    /// [`StoreError`].
    fn hash_at(&self, height: u32) -> Result<Option<BlockHash>, StoreError>;
    /// A block's bytes, on any branch.
    ///
    /// # Errors
    /// [`StoreError`].
    fn block(&self, hash: &BlockHash) -> Result<Option<Vec<u8>>, StoreError>;
    /// The undo data of a block of the active chain.
    ///
    /// # Errors
    /// [`StoreError`].
    fn undo(&self, hash: &BlockHash) -> Result<Option<Vec<u8>>, StoreError>;
    /// Where a transaction of the active chain is.
    ///
    /// # Errors
    /// [`StoreError`].
    fn tx_place(&self, txid: &Txid) -> Result<Option<TxPlace>, StoreError>;
    /// Shows every coin of a script, oldest block first.
    ///
    /// # Errors
    /// [`StoreError`].
    fn visit_script_coins(
        &self,
        script: &Script,
        visit: &mut dyn FnMut(OutPoint, Coin),
    ) -> Result<(), StoreError>;
    /// Shows every coin there is, by outpoint: for audits.
    ///
    /// # Errors
    /// [`StoreError`].
    fn visit_coins(&self, visit: &mut dyn FnMut(OutPoint, Coin)) -> Result<(), StoreError>;
    /// A script's newest `limit` history rows, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    fn history(&self, script: &Script, limit: usize) -> Result<Vec<HistoryRow>, StoreError>;
    /// Does all writes, in order, atomically: after a crash at any moment either all or none of
    /// them are there. When it returns, they are on disk.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    fn commit(&mut self, batch: Batch) -> Result<(), StoreError>;
}
