//! Chain rules: what a block and a transaction must be, which branch is the chain, what waits for
//! the next block. A Bitcoin-format chain with Bitcoin Core's rules and reject strings.
//!
//! ```text
//!  block bytes                                           transaction bytes
//!      | Ledger::decode_block                                | Ledger::decode_tx
//!      v                                                     v
//!  Chain::accept_block(now, block)                       Chain::accept_tx(now, tx)
//!      | duplicate?                                          | Ledger::check_tx_alone
//!      | header        high-hash, bad-diffbits,              |   form, policy, lock time
//!      |               time-too-old, time-too-new            | in the mempool? in conflict?
//!      | context-free  Ledger::check_block                   | Ledger::check_tx
//!      |               Merkle root, size, coinbase, values   |   coins of the chain and of the
//!      | contextual    Ledger::check_block                   |   mempool, fee
//!      |               lock time, height, witness            | families, replacement, signatures
//!      |                                                     | room? who pays least leaves
//!      v                                                     v
//!  tree: is there more work than in the active chain?     Mempool -----> Chain::template
//!      | no:  keep it on its branch                          ^              |
//!      | yes: plan on an Overlay of the state                |              v
//!      |      Ledger::disconnect down to the fork            |         BlockTemplate
//!      |      Ledger::connect    up to the new tip           |         (search a nonce,
//!      v                                                     |          come back left)
//!  Store::commit(Batch): headers, blocks, undo, coins,       |
//!      indexes and tip, all or nothing                       |
//!      v                                                     |
//!  memory follows: active chain, mempool --------------------+
//!      v
//!  Vec<ChainEvent>
//! ```
//!
//! **Assumptions.** One caller at a time (`&mut self`); [`Now`](quarry_primitives::Now) is about
//! right; a [`Store`] is atomic and durable. **Does not know** clocks, files, sockets, threads,
//! logs, keys. The same calls in the same order give the same results on every machine: there is
//! no hash map, no float and no randomness here.
//!
//! **Limits of the skeleton**, all failing closed: one constant target; whole blocks only (no
//! headers-first).
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
mod errors;
mod event;
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
mod views;

pub use chain::{Chain, OpenError, TemplateError};
pub use errors::{BlockError, TxError};
pub use event::{ChainEvent, RemovalReason};
pub use ledger::{
    Ancestors, BlockContext, CheckedTx, Connected, DecodeError, Disconnected, Ledger, LockPoints,
    Overlay, StateChange, StateView, TemplateFill,
};
pub use mempool::{
    Entry, FeeRate, Loaded, Mempool, MempoolDump, MempoolInfo, PackageError, PackageReport,
    PoolConfig, Prioritised, Selection, Totals, TxOutcome, TxReport,
};
pub use record::{Coin, HeaderRecord, HistoryRow, TipRecord, TxPlace};
pub use spec::{AddressPrefixes, ChainSpec, SpecDraft, SpecError};
pub use store::{Batch, MemoryStore, Store, StoreError, Write};
pub use utxo::{UtxoLedger, UtxoUndo, check_transaction};
pub use views::{
    BlockSummary, BlockTemplate, Flow, FoundTx, HeaderView, MempoolEntryView, MempoolView, Net,
    OwnedCoin, ScriptView, Tip, TxView,
};

/// The chain that this program runs today: Bitcoin's ledger, any store.
pub type UtxoChain<S> = Chain<UtxoLedger, S>;
