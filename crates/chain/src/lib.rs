//! Chain rules: what a block and a transaction must be, which branch is the chain, what waits for
//! the next block. A Bitcoin-format chain with Bitcoin Core's rules and reject strings.
//!
//! ```text
//!  headers          block bytes                                    transaction bytes
//!      |                | Ledger::decode_block                         | Ledger::decode_tx
//!      v                v                                              v
//!  accept_headers   Chain::process_block(now, block, arrival)      Chain::accept_tx(now, tx)
//!      |                | header        high-hash, bad-diffbits,       | Ledger::check_tx_alone
//!      v                |               time-too-old, bad-version      | in the mempool? in conflict?
//!  BlockTree <----------| context-free  Ledger::check_block            | Ledger::check_tx
//!                       | contextual    check_block_in_context         |   coins of the chain and of
//!                       v                                              |   the mempool, signatures
//!                   Store::append_block                                v
//!                       |                                            Mempool ---> Chain::template
//!                       v                                              ^
//!  best candidate of the tree? move there, block by block:             |
//!      Ledger::disconnect down to the fork, Ledger::connect up --------+ confirmed leave,
//!      coins in memory, tip, undo data                                   disconnected come back
//!                       |
//!                       v  now and then, or Chain::flush
//!  Store::commit(Batch): headers, coins, indexes and tip, all or nothing
//! ```
//!
//! **Assumptions.** One caller at a time (`&mut self`); [`Now`](quarry_primitives::Now) is about
//! right; a [`Store`] is atomic and durable. **Does not know** clocks, files, sockets, threads,
//! logs, keys. The same calls in the same order give the same results on every machine: there is
//! no hash map and no randomness here, and no float but in [`FeeEstimator`], which decides nothing.
//!
//! ```
//! use quarry_chain::{Chain, ChainSpec, MemoryStore, UtxoLedger};
//! use quarry_primitives::{Now, ScriptBuf};
//!
//! let spec = ChainSpec::dev(vec![])?;
//! let mut chain = Chain::open(spec, UtxoLedger::new(), MemoryStore::default())?;
//! let now = Now::from_ms(1_800_000_000_000);
//! let mut block = chain.template(now, &ScriptBuf::from_bytes(vec![0x51]), b"mine")?.block;
//! while !block.header.target().is_met_by(block.block_hash()) {
//!     block.header.nonce += 1;
//! }
//! chain.accept_block(now, block)?;
//! assert_eq!(chain.tip().height, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(clippy::float_arithmetic)]

mod chain;
mod coin_stats;
mod coins;
mod errors;
mod event;
mod fee_estimator;
mod header;
mod ledger;
pub mod limits;
mod mempool;
pub mod record;
pub mod script;
mod spec;
mod store;
#[cfg(test)]
mod testing;
mod tree;
mod utxo;
mod version_bits;
mod views;

pub use chain::{
    Arrival, BlockOutcome, Chain, ChainOptions, ControlError, OpenError, OutOfOrder, Processed,
    TemplateError, VerifyError,
};
pub use coin_stats::{CoinHash, CoinStats, CoinTotals};
pub use errors::{BlockError, TxError};
pub use event::{ChainEvent, FeeSample, RemovalReason};
pub use fee_estimator::{FeeEstimator, FeeHorizon, FeeMode, FeeRange, RawFee, SmartFee};
pub use ledger::{
    Ancestors, BlockContext, CheckedTx, Connected, DecodeError, Ledger, LockPoints, Overlay,
    StateChange, StateView, TemplateFill,
};
pub use mempool::{
    Entry, FeeRate, Loaded, Mempool, MempoolDump, MempoolInfo, PackageError, PackageReport,
    PoolConfig, Prioritised, Selection, Totals, TxOutcome, TxReport,
};
pub use record::{Coin, FilePlace, HeaderRecord, HistoryRow, TipRecord, TxPlace, Validity};
pub use spec::{
    Activation, AddressPrefixes, ChainSpec, DEFAULT_SIGNET_CHALLENGE, Retarget, SpecDraft,
    SpecError,
};
pub use store::{Batch, Durability, Indexes, MemoryStore, Store, StoreError, Write};
pub use utxo::{CheckRunner, InOrder, UtxoLedger, UtxoUndo, check_transaction, has_dust};
pub use version_bits::{Deployment, DeploymentInfo, DeploymentState, deployments};
pub use views::{
    BlockSummary, BlockTemplate, Flow, FoundTx, HeaderView, MempoolEntryView, MempoolView, Net,
    OwnedCoin, ScriptView, Tip, TxView,
};

/// The chain that this program runs today: Bitcoin's ledger, any store.
pub type UtxoChain<S> = Chain<UtxoLedger, S>;
