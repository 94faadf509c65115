//! Where a chain keeps what it must not forget: the trait, and one in memory.
//!
//! Does not know rules, or what a ledger's bytes mean.

mod memory;

use quarry_primitives::{OutPoint, Script, ScriptBuf, Txid};

use crate::ledger::StateView;
use crate::record::{Coin, FilePlace, HeaderRecord, HistoryRow, TipRecord, TxPlace};

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
    /// Asked for what an index would tell that is not kept.
    #[error("there is no index of {0}: start with it (-txindex, or --index)")]
    NotIndexed(&'static str),
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

/// Which indexes a store keeps beside the state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Indexes {
    /// Transactions of the active chain by id.
    pub txs: bool,
    /// Coins and history by script.
    pub scripts: bool,
}

impl Indexes {
    /// All of them.
    pub const ALL: Self = Self { txs: true, scripts: true };
}

/// One write. `Forget` of what is not there does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Write {
    /// Keeps a header of the block tree and what is known of its block.
    Header(HeaderRecord),
    /// Keeps a coin, in place of another at the same outpoint if there is one.
    Coin {
        /// Where.
        outpoint: OutPoint,
        /// What.
        coin: Coin,
    },
    /// Forgets a coin.
    ForgetCoin(OutPoint),
    /// Indexes a coin by its script.
    ScriptCoin {
        /// Where.
        outpoint: OutPoint,
        /// What.
        coin: Coin,
    },
    /// Takes a coin out of that index.
    ForgetScriptCoin {
        /// Where.
        outpoint: OutPoint,
        /// What it was.
        coin: Coin,
    },
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
    /// Says which indexes are complete from now on; those that are not are emptied.
    Indexes(Indexes),
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

/// How sure a commit is when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// It is to be seen by every later read, and on disk with the next durable commit.
    Visible,
    /// It is on disk, with all blocks and undo data that were appended before.
    Durable,
}

/// Where a chain keeps headers, blocks, undo data, state, indexes and the tip.
///
/// Blocks and undo data are appended to files and are never changed; all else is written in atomic
/// batches. After a crash the store is as one of its commits left it, and
/// [`recover`](Store::recover) shows the blocks that were appended later.
pub trait Store: StateView {
    /// The tip; `None` in an empty store.
    ///
    /// # Errors
    /// [`StoreError`].
    fn tip(&self) -> Result<Option<TipRecord>, StoreError>;
    /// Which indexes are complete.
    ///
    /// # Errors
    /// [`StoreError`].
    fn indexes(&self) -> Result<Indexes, StoreError>;
    /// The records of all headers, in any order.
    ///
    /// # Errors
    /// [`StoreError`].
    fn headers(&self) -> Result<Vec<HeaderRecord>, StoreError>;

    /// Appends a block's bytes.
    ///
    /// # Errors
    /// [`StoreError`].
    fn append_block(&mut self, bytes: &[u8]) -> Result<FilePlace, StoreError>;
    /// Appends undo data.
    ///
    /// # Errors
    /// [`StoreError`].
    fn append_undo(&mut self, bytes: &[u8]) -> Result<FilePlace, StoreError>;
    /// The bytes of a block.
    ///
    /// # Errors
    /// [`StoreError`], also if there is none at this place.
    fn block(&self, place: FilePlace) -> Result<Vec<u8>, StoreError>;
    /// Undo data.
    ///
    /// # Errors
    /// [`StoreError`], also if there is none at this place.
    fn undo(&self, place: FilePlace) -> Result<Vec<u8>, StoreError>;
    /// When it returns, all blocks that were appended are on disk: [`recover`](Store::recover)
    /// will show those that no commit knows of.
    ///
    /// # Errors
    /// [`StoreError`].
    fn sync_blocks(&mut self) -> Result<(), StoreError>;
    /// Where the blocks are that were appended after the last durable commit, in that order. Cuts
    /// off what a crash left of a half-written one. To be called once, first of all.
    ///
    /// # Errors
    /// [`StoreError`].
    fn recover(&mut self) -> Result<Vec<FilePlace>, StoreError>;

    /// Where a transaction of the active chain is. Needs [`Indexes::txs`].
    ///
    /// # Errors
    /// [`StoreError`].
    fn tx_place(&self, txid: &Txid) -> Result<Option<TxPlace>, StoreError>;
    /// Shows every coin of a script, oldest block first. Needs [`Indexes::scripts`].
    ///
    /// # Errors
    /// [`StoreError`].
    fn visit_script_coins(
        &self,
        script: &Script,
        visit: &mut dyn FnMut(OutPoint, Coin),
    ) -> Result<(), StoreError>;
    /// A script's newest `limit` history rows, newest first. Needs [`Indexes::scripts`].
    ///
    /// # Errors
    /// [`StoreError`].
    fn history(&self, script: &Script, limit: usize) -> Result<Vec<HistoryRow>, StoreError>;
    /// Shows every coin there is, by outpoint, as of the last commit.
    ///
    /// # Errors
    /// [`StoreError`].
    fn visit_coins(&self, visit: &mut dyn FnMut(OutPoint, Coin)) -> Result<(), StoreError>;

    /// Does all writes, in order, atomically: after a crash at any moment either all or none of
    /// them are there, and none without all earlier commits.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    fn commit(&mut self, batch: Batch, durability: Durability) -> Result<(), StoreError>;
}
