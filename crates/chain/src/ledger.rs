//! What a chain asks of its ledger: the one trait that the UTXO ledger implements, and the account
//! ledger will.
//!
//! Does not know which ledger it is, how blocks form a tree, or where state is kept.

use std::fmt::Debug;

use quarry_primitives::{
    Amount, BlockHash, Hash as _, Header, OutPoint, Script, ScriptBuf, Txid, Wtxid,
};

use crate::coins::{Map, salted};
use crate::mempool::{Mempool, PoolConfig};
use crate::record::{Coin, HistoryRow};
use crate::spec::ChainSpec;
use crate::store::{Store, StoreError};
use crate::views::{ScriptView, TxView};
use crate::{BlockError, TxError};

/// Why bytes are not a transaction, a block or undo data of this ledger.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a {what} of this ledger: {why}")]
pub struct DecodeError {
    /// What was expected.
    pub what: &'static str,
    /// The decoder's own words.
    pub why: String,
}

/// State as rules read it: the store, or something laid over it.
pub trait StateView {
    /// The unspent coin at an outpoint.
    ///
    /// # Errors
    /// The store's own.
    fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError>;
}

/// One change of state. A list of them, applied in order, moves the state over a block.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StateChange {
    /// A coin came to be.
    CoinAdded {
        /// Where.
        outpoint: OutPoint,
        /// What.
        coin: Coin,
    },
    /// A coin was spent, or its creation was undone. Carries the coin so that indexes by script
    /// need no look-up.
    CoinRemoved {
        /// Where.
        outpoint: OutPoint,
        /// What it was.
        coin: Coin,
    },
}

impl StateChange {
    /// Where.
    #[must_use]
    pub fn outpoint(&self) -> OutPoint {
        match self {
            Self::CoinAdded { outpoint, .. } | Self::CoinRemoved { outpoint, .. } => *outpoint,
        }
    }
}

/// Changes laid over a state, for looking at what a block would make of it.
pub struct Overlay<'a> {
    base: &'a dyn StateView,
    coins: Map<OutPoint, Option<Coin>>,
}

impl<'a> Overlay<'a> {
    /// Nothing changed yet. `salt` is the hash of a block that was solved after the outpoints of its
    /// transactions were chosen, so that nobody can choose ones that fall together.
    #[must_use]
    pub fn new(base: &'a dyn StateView, salt: &BlockHash) -> Self {
        let salt = salt.as_byte_array().first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        Self { base, coins: salted(salt) }
    }

    /// Applies changes in order.
    pub fn apply(&mut self, changes: &[StateChange]) {
        for change in changes {
            match change {
                StateChange::CoinAdded { outpoint, coin } => {
                    self.coins.insert(*outpoint, Some(coin.clone()));
                }
                StateChange::CoinRemoved { outpoint, .. } => {
                    self.coins.insert(*outpoint, None);
                }
            }
        }
    }
}

impl StateView for Overlay<'_> {
    fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        match self.coins.get(outpoint) {
            Some(coin) => Ok(coin.clone()),
            None => self.base.coin(outpoint),
        }
    }
}

impl Debug for Overlay<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Overlay").field("coins", &self.coins.len()).finish_non_exhaustive()
    }
}

/// The blocks under a block that is being checked, on its own branch.
pub trait Ancestors: Debug {
    /// The median time past of the block at `height` on this branch: the median of its time and
    /// of the ten before it. `None` above the branch's end.
    fn median_time_past(&self, height: u32) -> Option<u32>;
    /// The header of the block at `height` on this branch. `None` above the branch's end.
    fn header(&self, height: u32) -> Option<Header>;
}

/// Where a block, or the next block for a mempool transaction, stands.
#[derive(Clone, Copy, Debug)]
pub struct BlockContext<'a> {
    /// The chain's spec.
    pub spec: &'a ChainSpec,
    /// The block's height.
    pub height: u32,
    /// The median time past of the block's parent: what lock times are compared with (BIP-113).
    pub parent_median_time: u32,
    /// The blocks under it.
    pub ancestors: &'a dyn Ancestors,
}

/// From when on the relative locks of a transaction let it into a block (Core's `LockPoints`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LockPoints {
    /// The lowest block it may be in.
    pub height: u32,
    /// The least median time past of that block's parent, in seconds.
    pub time: u32,
    /// The height of the newest block that has one of its coins: the rest holds while that block
    /// is in the active chain.
    pub newest_coin: u32,
}

/// A transaction that may enter a block, with all the mempool has to know of it.
#[derive(Clone, Debug)]
pub struct CheckedTx<S> {
    /// Its id.
    pub txid: Txid,
    /// Its id with what signs it.
    pub wtxid: Wtxid,
    /// What it leaves to the miner.
    pub fee: Amount,
    /// Its weight (BIP-141).
    pub weight: u64,
    /// Its signature operations, by cost.
    pub sigops: u64,
    /// Its size by policy, in virtual bytes: many signature operations make it larger.
    pub vsize: u64,
    /// What it uses up: no two transactions of a mempool may use the same slot, but one may
    /// replace the other.
    pub uses: Vec<S>,
    /// The slots that exist once it is in: a transaction that uses one of them depends on it.
    pub provides: Vec<S>,
    /// Those of them that are worth too little to stay: who uses one slot has to use these.
    pub dust: Vec<S>,
    /// Whether it says that it may be replaced (BIP-125). It may anyway.
    pub signals_replacement: bool,
    /// Whether its family in the mempool is restricted (BIP-431, "TRUC").
    pub truc: bool,
    /// Whether it uses a coin that has to mature.
    pub spends_coinbase: bool,
    /// Its relative locks, if any.
    pub locks: Option<LockPoints>,
    /// What it does to state.
    pub changes: Vec<StateChange>,
    /// What it does to people.
    pub view: TxView,
}

/// What connecting a block yields. Nothing has been changed yet.
#[derive(Clone, Debug)]
pub struct Connected<U> {
    /// What takes the block back.
    pub undo: U,
    /// The change of state, in order.
    pub changes: Vec<StateChange>,
    /// The sum of the fees.
    pub fees: Amount,
}

/// What a template is filled with.
#[derive(Clone, Debug)]
pub struct TemplateFill<'a, T> {
    /// The block's parent.
    pub parent: BlockHash,
    /// The block's time.
    pub time: u32,
    /// The block's version; `None` for the one that signals.
    pub version: Option<i32>,
    /// The transactions, parents before children.
    pub txs: Vec<T>,
    /// What they leave to the miner.
    pub fees: Amount,
    /// Who is paid.
    pub payout: &'a Script,
    /// Bytes for the coinbase script, so that two templates of one moment differ.
    pub extra: &'a [u8],
}

/// A ledger: what transactions and blocks are, and what they do to state.
///
/// These are all the operations the rest of the program needs; nothing above asks which ledger it
/// is. Every ledger has Bitcoin's 80-byte header and a coinbase in Bitcoin's encoding first.
pub trait Ledger: Debug {
    /// A transaction.
    type Tx: Clone + Debug + PartialEq;
    /// A block.
    type Block: Clone + Debug;
    /// What takes a block back.
    type Undo: Debug;
    /// What a transaction uses up or provides: an outpoint; (account, nonce).
    type Slot: Ord + Clone + Debug;

    // --- Decode and encode ---

    /// Reads a transaction.
    ///
    /// # Errors
    /// [`DecodeError`] for other bytes, trailing ones included.
    fn decode_tx(&self, bytes: &[u8]) -> Result<Self::Tx, DecodeError>;
    /// Writes a transaction.
    fn encode_tx(&self, tx: &Self::Tx) -> Vec<u8>;
    /// Reads a block.
    ///
    /// # Errors
    /// [`DecodeError`] for other bytes, trailing ones included.
    fn decode_block(&self, bytes: &[u8]) -> Result<Self::Block, DecodeError>;
    /// Writes a block.
    fn encode_block(&self, block: &Self::Block) -> Vec<u8>;
    /// Reads undo data.
    ///
    /// # Errors
    /// [`DecodeError`] for other bytes, trailing ones included.
    fn decode_undo(&self, bytes: &[u8]) -> Result<Self::Undo, DecodeError>;
    /// Writes undo data.
    fn encode_undo(&self, undo: &Self::Undo) -> Vec<u8>;

    /// A block's header.
    fn header<'a>(&self, block: &'a Self::Block) -> &'a Header;
    /// A block's transactions, the coinbase first.
    fn transactions<'a>(&self, block: &'a Self::Block) -> &'a [Self::Tx];
    /// A block's weight.
    fn block_weight(&self, block: &Self::Block) -> u64;
    /// A transaction's id.
    fn txid(&self, tx: &Self::Tx) -> Txid;
    /// A transaction's id with what signs it.
    fn wtxid(&self, tx: &Self::Tx) -> Wtxid;
    /// A transaction's weight.
    fn weight(&self, tx: &Self::Tx) -> u64;
    /// What a transaction is counted for in memory, in bytes.
    fn memory_bytes(&self, tx: &Self::Tx) -> usize;
    /// The block at height 0.
    fn genesis(&self, spec: &ChainSpec) -> Self::Block;

    // --- Check ---

    /// Whether whoever made the block was allowed to, on chains where that takes more than proof of
    /// work (BIP-325).
    ///
    /// # Errors
    /// [`BlockError::SignetSolution`].
    fn check_solution(&self, block: &Self::Block, spec: &ChainSpec) -> Result<(), BlockError>;
    /// The ids of a block's transactions, in order. They take a while where there are many, and are
    /// needed by two stages.
    fn txids(&self, block: &Self::Block) -> Vec<Txid>;
    /// The context-free block stage (`CheckBlock` without its header's part); `txids` are the
    /// block's [`Ledger::txids`].
    ///
    /// # Errors
    /// The first rule that is broken.
    fn check_block(&self, block: &Self::Block, txids: &[Txid]) -> Result<(), BlockError>;
    /// The contextual block stage (`ContextualCheckBlock`).
    ///
    /// # Errors
    /// The first rule that is broken.
    fn check_block_in_context(
        &self,
        block: &Self::Block,
        at: &BlockContext<'_>,
    ) -> Result<(), BlockError>;
    /// Whether the transactions are, in the one form, those that the header commits to (the
    /// opposite of `IsBlockMutated`).
    ///
    /// # Errors
    /// What shows that they are not: then another block with the same hash may be right.
    fn check_mutation(&self, block: &Self::Block, at: &BlockContext<'_>) -> Result<(), BlockError>;
    /// What can be said of a mempool transaction without state: form, relay policy, lock time.
    ///
    /// # Errors
    /// The first rule that is broken.
    fn check_tx_alone(
        &self,
        tx: &Self::Tx,
        next: &BlockContext<'_>,
        policy: &PoolConfig,
    ) -> Result<(), TxError>;
    /// Checks a mempool transaction against state, as if it were in the next block: all but the
    /// signatures.
    ///
    /// # Errors
    /// The first rule that is broken.
    fn check_tx(
        &self,
        tx: &Self::Tx,
        next: &BlockContext<'_>,
        state: &dyn StateView,
        policy: &PoolConfig,
    ) -> Result<CheckedTx<Self::Slot>, TxError>;
    /// The signatures of a transaction that was checked otherwise. The costly part.
    ///
    /// # Errors
    /// The first rule that is broken.
    fn check_signatures(
        &self,
        tx: &Self::Tx,
        checked: &CheckedTx<Self::Slot>,
    ) -> Result<(), TxError>;
    /// What of a mempool transaction can become wrong by a reorganisation that left the blocks
    /// above `fork_height`: lock times and maturity. Gives its relative locks as they are now.
    ///
    /// # Errors
    /// The first rule that is broken.
    fn recheck_tx(
        &self,
        tx: &Self::Tx,
        checked: &CheckedTx<Self::Slot>,
        next: &BlockContext<'_>,
        state: &dyn StateView,
        fork_height: u32,
    ) -> Result<Option<LockPoints>, TxError>;
    /// What a transaction uses up, without checking it.
    fn uses(&self, tx: &Self::Tx) -> Vec<Self::Slot>;
    /// What exists once a transaction is in, without checking it.
    fn provides(&self, tx: &Self::Tx) -> Vec<Self::Slot>;

    // --- Connect and disconnect ---

    /// The last block stage: what the block does to state. Height 0 is the genesis block, which
    /// is right by definition; `txids` are the block's [`Ledger::txids`]. Of transactions that `is_verified` knows the signatures need not be
    /// checked: they were, against the same coins and stricter rules.
    ///
    /// # Errors
    /// The first rule that is broken.
    fn connect(
        &self,
        block: &Self::Block,
        txids: &[Txid],
        at: &BlockContext<'_>,
        state: &dyn StateView,
        is_verified: &dyn Fn(&Self::Tx, &Txid) -> bool,
    ) -> Result<Connected<Self::Undo>, BlockError>;
    /// The exact opposite of [`Ledger::connect`]: the change of state, in order.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] if undo data and block do not fit.
    fn disconnect(
        &self,
        block: &Self::Block,
        undo: &Self::Undo,
        at: &BlockContext<'_>,
    ) -> Result<Vec<StateChange>, StoreError>;

    // --- Commit to state, fill a template ---

    /// The script of the coinbase output by which a block commits to what its Merkle root does
    /// not cover: witnesses here, the state's root on the account ledger. Templates serve it as
    /// `default_witness_commitment`.
    ///
    /// # Errors
    /// The store's own.
    fn commitment(
        &self,
        txs: &[Self::Tx],
        at: &BlockContext<'_>,
        state: &dyn StateView,
    ) -> Result<ScriptBuf, StoreError>;
    /// A whole block but for its proof of work (nonce 0).
    ///
    /// # Errors
    /// The store's own.
    fn fill_template(
        &self,
        fill: TemplateFill<'_, Self::Tx>,
        at: &BlockContext<'_>,
        state: &dyn StateView,
    ) -> Result<Self::Block, StoreError>;

    // --- View and query ---

    /// Credits and debits of each transaction of a connected block, the coinbase's first.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] if undo data and block do not fit.
    fn block_views(
        &self,
        block: &Self::Block,
        undo: &Self::Undo,
        at: &BlockContext<'_>,
    ) -> Result<Vec<TxView>, StoreError>;
    /// Credits and debits of a transaction whose inputs are still in `state`.
    ///
    /// # Errors
    /// The store's own.
    fn view(&self, tx: &Self::Tx, state: &dyn StateView) -> Result<TxView, StoreError>;
    /// What a script owns, owned and is about to own.
    ///
    /// # Errors
    /// The store's own.
    fn query(
        &self,
        script: &Script,
        next: &BlockContext<'_>,
        store: &dyn Store,
        pool: &Mempool<Self>,
    ) -> Result<ScriptView, StoreError>
    where
        Self: Sized;
}

/// The history rows of a connected block.
#[must_use]
pub(crate) fn history_rows(height: u32, views: &[TxView]) -> Vec<HistoryRow> {
    let mut rows = Vec::new();
    for (index, view) in (0u32..).zip(views) {
        for (script, flow) in view.by_script() {
            rows.push(HistoryRow {
                script,
                height,
                index,
                txid: view.txid,
                received: flow.received,
                sent: flow.sent,
            });
        }
    }
    rows
}
