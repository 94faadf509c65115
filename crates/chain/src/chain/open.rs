//! Opening a chain: the genesis block into an empty store, or the tree out of a used one, and what
//! a crash left behind it.
//!
//! Does not know how a store repairs itself.

use core::cell::Cell;
use std::collections::BTreeMap;

use quarry_primitives::{Amount, BlockHash, Now};

use super::{Chain, ChainOptions, OpenError, OutOfOrder};
use crate::BlockError;
use crate::coins::Coins;
use crate::ledger::Ledger;
use crate::limits::MAX_OUT_OF_ORDER_TOLD;
use crate::mempool::Mempool;
use crate::record::{FilePlace, TipRecord};
use crate::spec::ChainSpec;
use crate::store::{Batch, Store, StoreError};
use crate::tree::{BlockTree, Id};

/// For blocks that were accepted before: none of them is from the future.
const LONG_AFTER: Now = Now { wall_ms: u64::MAX, mono_ms: 0 };

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
        let left = store.recover()?;
        let genesis = ledger.genesis(&spec);
        let mut chain = Self {
            tree: BlockTree::new(*ledger.header(&genesis)),
            coins: Coins::new(options.salt),
            pool: Mempool::default(),
            supply: Amount::ZERO,
            pending: Batch::default(),
            uncommitted_bytes: 0,
            initial_download: Cell::new(true),
            scripts_ran: None,
            out_of_order: Vec::new(),
            spec,
            options,
            ledger,
            store,
        };
        match chain.store.tip()? {
            None => chain.make_genesis(&genesis, &left)?,
            Some(tip) => chain.load(tip)?,
        }
        // Before anything is committed: a commit says that all blocks up to here are known.
        chain.take_in(left)?;
        chain.match_indexes()?;
        chain.verify(chain.options.verify_level, chain.options.verify_blocks)?;
        // What was taken in, and what a fault of the store once kept from being connected.
        chain.activate(LONG_AFTER, None, &mut Vec::new())?;
        Ok(chain)
    }

    /// The genesis block, connected. Committed with the indexes. Appended unless it is there: a store
    /// whose state was forgotten has it.
    fn make_genesis(&mut self, genesis: &L::Block, left: &[FilePlace]) -> Result<(), StoreError> {
        let wrong = |error| StoreError::corrupt(format!("the genesis block: {error}"));
        let bytes = self.ledger.encode_block(genesis);
        let place = match left.first() {
            Some(first) if self.store.block(*first)? == bytes => *first,
            _ => self.store.append_block(&bytes)?,
        };
        self.mark_stored(Id::GENESIS, genesis, place);
        let txids = self.ledger.txids(genesis);
        self.connect_tip(Id::GENESIS, genesis, &txids, &mut Vec::new()).map_err(wrong)
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

    /// Takes into the tree the blocks that were appended and that no commit knows of, whatever
    /// their order. What breaks a rule now did so before.
    fn take_in(&mut self, left: Vec<FilePlace>) -> Result<(), StoreError> {
        let mut waiting: BTreeMap<BlockHash, Vec<FilePlace>> = BTreeMap::new();
        for place in left {
            let mut next = vec![place];
            while let Some(place) = next.pop() {
                match self.take_one(place)? {
                    Taken::In(hash) => next.extend(waiting.remove(&hash).unwrap_or_default()),
                    Taken::WaitsFor { hash, parent } => {
                        if self.out_of_order.len() < MAX_OUT_OF_ORDER_TOLD {
                            self.out_of_order.push(OutOfOrder { hash, parent });
                        }
                        waiting.entry(parent).or_default().push(place);
                    }
                    Taken::Not => {}
                }
            }
        }
        Ok(())
    }

    fn take_one(&mut self, place: FilePlace) -> Result<Taken, StoreError> {
        let bytes = self.store.block(place)?;
        let Ok(block) = self.ledger.decode_block(&bytes) else { return Ok(Taken::Not) };
        let header = *self.ledger.header(&block);
        let checked = self.ledger.check_block(&block, &self.ledger.txids(&block));
        if checked.and_then(|()| self.ledger.check_solution(&block, &self.spec)).is_err() {
            return Ok(Taken::Not);
        }
        let id = match self.accept_header(LONG_AFTER, &header, true) {
            Ok(id) => id,
            Err(BlockError::ParentNotFound { parent }) => {
                return Ok(Taken::WaitsFor { hash: header.block_hash(), parent });
            }
            Err(_) => return Ok(Taken::Not),
        };
        let known = self.tree.get(id).block.is_some();
        if !known && self.check_in_context(id, &block).is_ok() {
            self.mark_stored(id, &block, place);
        }
        Ok(Taken::In(header.block_hash()))
    }
}

/// What became of a block that no commit knows of.
enum Taken {
    /// It is in the tree, whatever is known of it.
    In(BlockHash),
    /// Its parent has not come yet.
    WaitsFor { hash: BlockHash, parent: BlockHash },
    /// It is no block of this chain.
    Not,
}
