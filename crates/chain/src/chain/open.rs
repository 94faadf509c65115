//! Opening a chain: the genesis block into an empty store, or the tree out of a used one, and what
//! a crash left behind it.
//!
//! Does not know how a store repairs itself.

use core::cell::Cell;

use quarry_primitives::{Amount, Now};

use super::{Chain, ChainOptions, OpenError};
use crate::coins::Coins;
use crate::ledger::Ledger;
use crate::mempool::Mempool;
use crate::record::{FilePlace, TipRecord};
use crate::spec::ChainSpec;
use crate::store::{Batch, Durability, Store, StoreError, Write};
use crate::tree::{BlockTree, Id};

/// For blocks that were accepted before: none of them is from the future.
const LONG_AFTER: Now = Now { wall_ms: u64::MAX, mono_ms: 0 };

/// How deep the newest blocks are verified at opening (`DEFAULT_CHECKLEVEL`).
const VERIFY_LEVEL: u32 = 3;

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Opens the chain of a spec in a store; writes the genesis block if it is empty.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(spec: ChainSpec, ledger: L, store: S) -> Result<Self, OpenError> {
        Self::open_with(spec, ledger, store, ChainOptions::default())
    }

    /// [`Chain::open`] with other options than the usual ones.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_with(
        spec: ChainSpec,
        ledger: L,
        mut store: S,
        options: ChainOptions,
    ) -> Result<Self, OpenError> {
        let mut left = Vec::new();
        store.recover(&mut |place, bytes| left.push((place, bytes)))?;
        let genesis = ledger.genesis(&spec);
        let mut chain = Self {
            tree: BlockTree::new(*ledger.header(&genesis)),
            coins: Coins::new(options.salt),
            pool: Mempool::default(),
            supply: Amount::ZERO,
            pending: Batch::default(),
            uncommitted_bytes: 0,
            initial_download: Cell::new(true),
            spec,
            options,
            ledger,
            store,
        };
        match chain.store.tip()? {
            None => chain.write_genesis(&genesis)?,
            Some(tip) => chain.load(tip)?,
        }
        chain.match_indexes()?;
        chain.verify(VERIFY_LEVEL, chain.options.verify_blocks)?;
        chain.take_in(left)?;
        Ok(chain)
    }

    fn write_genesis(&mut self, genesis: &L::Block) -> Result<(), StoreError> {
        let wrong = |error| StoreError::corrupt(format!("the genesis block: {error}"));
        let place = self.store.append_block(&self.ledger.encode_block(genesis))?;
        self.mark_stored(Id::GENESIS, genesis, place);
        self.pending.push(Write::Indexes(self.options.indexes));
        let mut events = Vec::new();
        self.connect_tip(Id::GENESIS, genesis, &mut events).map_err(wrong)?;
        self.commit(Durability::Durable)
    }

    fn load(&mut self, tip: TipRecord) -> Result<(), OpenError> {
        let records = self.store.headers()?;
        let expected = self.spec.chain_id();
        let found = records.iter().find(|record| record.height == 0);
        let found = found.ok_or_else(|| StoreError::corrupt("no genesis block"))?;
        let found = found.header.block_hash();
        if found != expected {
            return Err(OpenError::OtherChain { expected, found });
        }
        self.tree.load(records, tip.hash)?;
        let end = self.tree.tip_node();
        if end.height != tip.height || end.chain_tx_count == 0 {
            return Err(StoreError::corrupt("an active chain with a gap").into());
        }
        self.supply = tip.supply;
        Ok(())
    }

    /// Takes in the blocks that were appended and that no commit knows of. What breaks a rule now
    /// did so before.
    fn take_in(&mut self, left: Vec<(FilePlace, Vec<u8>)>) -> Result<(), StoreError> {
        for (place, bytes) in left {
            let Ok(block) = self.ledger.decode_block(&bytes) else { continue };
            let header = *self.ledger.header(&block);
            if self.ledger.check_block(&block).is_err() {
                continue;
            }
            let Ok(id) = self.accept_header(LONG_AFTER, &header, true) else { continue };
            let known = self.tree.get(id).block.is_some();
            if !known && self.check_in_context(id, &block).is_ok() {
                self.mark_stored(id, &block, place);
            }
        }
        // Also what a fault of the store once kept from being connected.
        self.activate(LONG_AFTER, None, &mut Vec::new())?;
        Ok(())
    }
}
