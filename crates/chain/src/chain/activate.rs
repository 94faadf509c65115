//! Moving the active chain to a branch with more work: plan, commit, follow.
//!
//! The whole move, however deep, is one batch: after a crash the store has the old tip or the new
//! one, each with its own coins. Does not know how blocks are checked without state.

use std::collections::BTreeSet;

use quarry_primitives::{Amount, BlockHash, Txid};

use super::{Chain, next_context};
use crate::BlockError;
use crate::event::ChainEvent;
use crate::ledger::{BlockContext, Ledger, Overlay, StateChange, history_rows};
use crate::mempool::Around;
use crate::record::{HeaderRecord, TipRecord, TxPlace};
use crate::store::{Batch, Store, StoreError, Write};
use crate::tree::Branch;

/// A move of the active chain that nothing speaks against.
struct Plan<B> {
    batch: Batch,
    events: Vec<ChainEvent>,
    /// The blocks that are left, from the old tip down.
    disconnected: Vec<B>,
    /// The blocks that are entered, from the fork up.
    connected: Vec<B>,
    fork_height: u32,
    above: Vec<BlockHash>,
    supply: Amount,
}

/// A plan in the making.
struct Draft<'a> {
    batch: Batch,
    events: Vec<ChainEvent>,
    state: Overlay<'a>,
    /// Wide, because within a block coins may exist twice: fees are paid out before they are spent.
    supply: i128,
}

impl Draft<'_> {
    fn change(&mut self, changes: Vec<StateChange>) {
        self.state.apply(&changes);
        for change in changes {
            match &change {
                StateChange::CoinAdded { coin, .. } => {
                    self.supply += i128::from(coin.amount.to_base());
                }
                StateChange::CoinRemoved { coin, .. } => {
                    self.supply -= i128::from(coin.amount.to_base());
                }
            }
            self.batch.push(Write::State(change));
        }
    }

    fn supply(&self) -> Result<Amount, StoreError> {
        let units = u64::try_from(self.supply).ok();
        units
            .and_then(|units| Amount::from_base(units).ok())
            .ok_or_else(|| StoreError::corrupt("a supply below nothing or above all money"))
    }
}

/// Why there is no plan: this block does not connect.
struct Stopped {
    at: BlockHash,
    error: BlockError,
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Writes the genesis block into an empty store.
    pub(super) fn write_genesis(&mut self, genesis: &L::Block) -> Result<(), StoreError> {
        let header = *self.ledger.header(genesis);
        let hash = header.block_hash();
        let mut draft = self.draft(Batch::default());
        draft.batch.push(Write::Header(HeaderRecord { header, height: 0 }));
        draft.batch.push(Write::Block { hash, bytes: self.ledger.encode_block(genesis) });
        let branch = self.tree.branch(hash);
        self.connect(&mut draft, genesis, hash, 0, &branch)
            .map_err(|error| StoreError::corrupt(format!("the genesis block: {error}")))?;
        let supply = draft.supply()?;
        let mut batch = draft.batch;
        batch.push(Write::Tip(TipRecord { hash, height: 0, supply }));
        self.store.commit(batch)?;
        self.supply = supply;
        Ok(())
    }

    /// Makes the new block `hash` the tip, together with `batch`.
    pub(super) fn activate(
        &mut self,
        batch: Batch,
        hash: BlockHash,
        block: L::Block,
    ) -> Result<Vec<ChainEvent>, BlockError> {
        match self.plan(batch, hash, block) {
            Ok(mut plan) => {
                self.store.commit(core::mem::take(&mut plan.batch))?;
                Ok(self.follow(plan))
            }
            Err(Stopped { at, error }) if at == hash || !error.condemns_hash() => Err(error),
            // A block that was stored on the branch is invalid, and all above it with it.
            Err(Stopped { at, .. }) => {
                self.condemn(at)?;
                Err(BlockError::BadParent { parent: at })
            }
        }
    }

    fn condemn(&mut self, hash: BlockHash) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        for hash in self.tree.condemn(hash) {
            batch.push(Write::ForgetBlock(hash));
        }
        self.store.commit(batch)
    }

    fn draft(&self, batch: Batch) -> Draft<'_> {
        let supply = i128::from(self.supply.to_base());
        Draft { batch, events: Vec::new(), state: Overlay::new(&self.store), supply }
    }

    fn plan(
        &self,
        batch: Batch,
        hash: BlockHash,
        block: L::Block,
    ) -> Result<Plan<L::Block>, Stopped> {
        let branch = self.tree.branch(hash);
        let stopped = |error: StoreError| Stopped { at: hash, error: error.into() };
        let mut draft = self.draft(batch);
        let disconnected = self.leave(&mut draft, branch.fork_height).map_err(stopped)?;
        let connected = self.enter(&mut draft, &branch, block)?;
        let supply = draft.supply().map_err(stopped)?;
        let height = self.tree.get(&hash).map_or(0, |node| node.height);
        draft.batch.push(Write::Tip(TipRecord { hash, height, supply }));
        let (batch, events) = (draft.batch, draft.events);
        let (fork_height, above) = (branch.fork_height, branch.above);
        Ok(Plan { batch, events, disconnected, connected, fork_height, above, supply })
    }

    /// Disconnects the active chain down to the fork.
    fn leave(&self, draft: &mut Draft<'_>, fork_height: u32) -> Result<Vec<L::Block>, StoreError> {
        let active = self.tree.branch(self.tree.tip());
        let mut left = Vec::new();
        for height in (fork_height.saturating_add(1)..=self.tree.tip_node().height).rev() {
            let missing = || StoreError::corrupt(format!("no block at height {height}"));
            let hash = self.tree.active_at(height).ok_or_else(missing)?;
            let block = self.stored_block(&hash)?;
            self.disconnect(draft, &block, hash, height, &active)?;
            left.push(block);
        }
        Ok(left)
    }

    /// Connects the branch above the fork; its last block is the new one.
    fn enter(
        &self,
        draft: &mut Draft<'_>,
        branch: &Branch<'_>,
        new: L::Block,
    ) -> Result<Vec<L::Block>, Stopped> {
        let mut entered = Vec::with_capacity(branch.above.len());
        let stored = &branch.above[..branch.above.len().saturating_sub(1)];
        for hash in stored {
            let block = self.stored_block(hash);
            entered.push(block.map_err(|error| Stopped { at: *hash, error: error.into() })?);
        }
        entered.push(new);
        let heights = branch.fork_height.saturating_add(1)..;
        for ((height, hash), block) in heights.zip(&branch.above).zip(&entered) {
            self.connect(draft, block, *hash, height, branch)
                .map_err(|error| Stopped { at: *hash, error })?;
        }
        Ok(entered)
    }

    fn stored_block(&self, hash: &BlockHash) -> Result<L::Block, StoreError> {
        let bytes = self.store.block(hash)?;
        let bytes = bytes.ok_or_else(|| StoreError::corrupt(format!("no block {hash}")))?;
        self.ledger.decode_block(&bytes).map_err(|error| StoreError::corrupt(error.to_string()))
    }

    fn context<'a>(&'a self, height: u32, branch: &'a Branch<'a>) -> BlockContext<'a> {
        use crate::ledger::Ancestors;
        let parent_median_time =
            height.checked_sub(1).and_then(|parent| branch.median_time_past(parent)).unwrap_or(0);
        BlockContext { spec: &self.spec, height, parent_median_time, ancestors: branch }
    }

    fn connect(
        &self,
        draft: &mut Draft<'_>,
        block: &L::Block,
        hash: BlockHash,
        height: u32,
        branch: &Branch<'_>,
    ) -> Result<(), BlockError> {
        let at = self.context(height, branch);
        let connected = self.ledger.connect(block, &at, &draft.state)?;
        draft.change(connected.changes);
        let txs = self.ledger.transactions(block);
        for (index, tx) in (0u32..).zip(txs) {
            let place = TxPlace { block: hash, index };
            draft.batch.push(Write::Tx { txid: self.ledger.txid(tx), place });
        }
        for row in history_rows(height, &connected.views) {
            draft.batch.push(Write::History(row));
        }
        let undo = self.ledger.encode_undo(&connected.undo);
        draft.batch.push(Write::Undo { hash, bytes: undo });
        draft.batch.push(Write::Active { height, hash });
        draft.events.push(ChainEvent::BlockConnected {
            hash,
            height,
            time: self.ledger.header(block).time,
            tx_count: txs.len(),
            fees: connected.fees,
        });
        Ok(())
    }

    fn disconnect(
        &self,
        draft: &mut Draft<'_>,
        block: &L::Block,
        hash: BlockHash,
        height: u32,
        branch: &Branch<'_>,
    ) -> Result<(), StoreError> {
        let undo = self.store.undo(&hash)?;
        let undo = undo.ok_or_else(|| StoreError::corrupt(format!("no undo of block {hash}")))?;
        let undo = self.ledger.decode_undo(&undo);
        let undo = undo.map_err(|error| StoreError::corrupt(error.to_string()))?;
        let at = self.context(height, branch);
        let disconnected = self.ledger.disconnect(block, &undo, &at)?;
        draft.change(disconnected.changes);
        for tx in self.ledger.transactions(block) {
            draft.batch.push(Write::ForgetTx(self.ledger.txid(tx)));
        }
        for row in history_rows(height, &disconnected.views) {
            let (script, height, index) = (row.script, row.height, row.index);
            draft.batch.push(Write::ForgetHistory { script, height, index });
        }
        draft.batch.push(Write::ForgetUndo(hash));
        draft.batch.push(Write::ForgetActive { height });
        draft.events.push(ChainEvent::BlockDisconnected { hash, height });
        Ok(())
    }

    /// Lets memory follow a committed plan.
    fn follow(&mut self, plan: Plan<L::Block>) -> Vec<ChainEvent> {
        self.tree.activate(plan.fork_height, plan.above);
        self.supply = plan.supply;
        let mut events = plan.events;
        for block in &plan.connected {
            let txs = self.ledger.transactions(block);
            events.extend(self.pool.remove_confirmed(&self.ledger, txs));
        }
        if !plan.disconnected.is_empty() {
            events.extend(self.refill(&plan.disconnected, &plan.connected, plan.fork_height));
        }
        events
    }

    /// After a reorganisation: gives the mempool back what the blocks that were left had and the
    /// new ones have not.
    fn refill(
        &mut self,
        disconnected: &[L::Block],
        connected: &[L::Block],
        fork_height: u32,
    ) -> Vec<ChainEvent> {
        let (ledger, store) = (&self.ledger, &self.store);
        let txs = |block| ledger.transactions(block).iter();
        let kept: BTreeSet<Txid> =
            connected.iter().flat_map(txs).map(|tx| ledger.txid(tx)).collect();
        let returned = disconnected.iter().rev().flat_map(txs);
        let returned = returned.filter(|tx| !kept.contains(&ledger.txid(tx))).cloned().collect();
        let branch = self.tree.branch(self.tree.tip());
        let next = next_context(&self.spec, &self.tree, &branch);
        let around = Around { ledger, next: &next, store, now_ms: self.pool.time() };
        self.pool.reorganise(&around, returned, fork_height)
    }
}
