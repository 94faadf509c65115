//! Moving the active chain to the branch with most work, block by block: `ActivateBestChain`.
//!
//! Each step leaves coins and tip in step, so whatever stops a move, a failing store too, leaves a
//! chain that is right. Does not know how blocks are checked without state.

use quarry_primitives::{BlockHash, Now};

use super::{Chain, context_above, store_error};
use crate::BlockError;
use crate::coins::CoinsView;
use crate::event::ChainEvent;
use crate::ledger::{BlockContext, Ledger, StateChange};
use crate::limits::MAX_RETURNED_BYTES;
use crate::mempool::Around;
use crate::store::{Store, StoreError};
use crate::tree::Id;

use std::collections::{BTreeSet, VecDeque};

use quarry_primitives::{Amount, Txid};

/// A block that was just stored, so that it need not be read again.
pub(super) struct Fresh<'b, B> {
    pub(super) id: Id,
    pub(super) block: &'b B,
    /// Its transactions' ids.
    pub(super) txids: &'b [Txid],
}

impl<B> Clone for Fresh<'_, B> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<B> Copy for Fresh<'_, B> {}

/// Blocks that were disconnected, the newest of the chain first: their transactions return to the
/// mempool.
pub(super) struct Returned<B> {
    blocks: VecDeque<(usize, B)>,
    bytes: usize,
    /// What was connected since: it does not return.
    connected: BTreeSet<Txid>,
    /// The height of the lowest block that stayed.
    fork_height: u32,
}

impl<B> Returned<B> {
    pub(super) fn none() -> Self {
        Self {
            blocks: VecDeque::new(),
            bytes: 0,
            connected: BTreeSet::new(),
            fork_height: u32::MAX,
        }
    }

    /// Gives those that are too many: the blocks that were on top, as in Core.
    fn push(&mut self, bytes: usize, block: B) -> Vec<B> {
        self.bytes += bytes;
        self.blocks.push_back((bytes, block));
        let mut dropped = Vec::new();
        while self.bytes > MAX_RETURNED_BYTES
            && let Some((bytes, block)) = self.blocks.pop_front()
        {
            self.bytes -= bytes;
            dropped.push(block);
        }
        dropped
    }
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// Moves the active chain to the best branch. Gives the blocks that turned out to break a rule.
    pub(super) fn activate(
        &mut self,
        now: Now,
        new: Option<Fresh<'_, L::Block>>,
        events: &mut Vec<ChainEvent>,
    ) -> Result<Vec<(BlockHash, BlockError)>, StoreError> {
        self.activate_after(now, new, Returned::none(), events)
    }

    pub(super) fn activate_after(
        &mut self,
        now: Now,
        new: Option<Fresh<'_, L::Block>>,
        mut returned: Returned<L::Block>,
        events: &mut Vec<ChainEvent>,
    ) -> Result<Vec<(BlockHash, BlockError)>, StoreError> {
        self.pool.note_time(now.wall_ms);
        let mut failed = Vec::new();
        let moved = self.move_to_best(new, &mut returned, &mut failed, events);
        // Whether the store held out or not: what came back is looked at on the tip as it is now.
        if returned.fork_height != u32::MAX {
            events.extend(self.refill(now, returned));
        }
        moved?;
        self.settle()?;
        Ok(failed)
    }

    fn move_to_best(
        &mut self,
        new: Option<Fresh<'_, L::Block>>,
        returned: &mut Returned<L::Block>,
        failed: &mut Vec<(BlockHash, BlockError)>,
        events: &mut Vec<ChainEvent>,
    ) -> Result<(), StoreError> {
        while let Some(best) = self.tree.best_candidate()
            && best != self.tree.tip()
        {
            let fork = self.tree.fork(best);
            while self.tree.tip() != fork {
                self.disconnect_tip(returned, events)?;
            }
            for id in self.path(fork, best) {
                let read = match new.filter(|new| new.id == id) {
                    Some(_) => None,
                    None => {
                        let block = self.stored_block(id)?;
                        let txids = self.ledger.txids(&block);
                        Some((block, txids))
                    }
                };
                let fresh = new.map(|new| (new.block, new.txids));
                let read = read.as_ref().map(|(block, txids)| (block, txids.as_slice()));
                let Some((block, txids)) = read.or(fresh) else { break };
                if let Err(error) = self.connect_tip(id, block, txids, events) {
                    let error = store_error(error)?;
                    let node = self.tree.get(id);
                    let (hash, height) = (node.hash, node.height);
                    let reason = error.reject_reason().into_owned();
                    let details = error.reject_details();
                    events.push(ChainEvent::BlockInvalid { hash, height, reason, details });
                    failed.push((hash, error));
                    self.tree.fail(id);
                    break;
                }
                if returned.fork_height != u32::MAX {
                    returned.connected.extend(txids);
                }
                self.settle_in_between()?;
            }
        }
        Ok(())
    }

    /// The blocks above `from` up to `to`.
    fn path(&self, from: Id, to: Id) -> Vec<Id> {
        let mut path = Vec::new();
        let mut id = to;
        while id != from
            && let Some(parent) = self.tree.get(id).parent
        {
            path.push(id);
            id = parent;
        }
        path.reverse();
        path
    }

    /// Connects a block on top of the active chain.
    pub(super) fn connect_tip(
        &mut self,
        id: Id,
        block: &L::Block,
        txids: &[Txid],
        events: &mut Vec<ChainEvent>,
    ) -> Result<(), BlockError> {
        let assumed = !self.runs_scripts(id, events);
        let connected = {
            let branch = self.tree.branch(id);
            let at = self.context(id, &branch);
            let pool = &self.pool;
            let in_pool =
                |tx: &L::Tx, txid: &Txid| pool.get(txid).is_some_and(|entry| entry.tx() == tx);
            let is_verified = |tx: &L::Tx, txid: &Txid| assumed || in_pool(tx, txid);
            self.ledger.connect(block, txids, &at, &self.state(), &is_verified)?
        };
        let supply = self.supply_after(&connected.changes)?;
        let undo = self.store.append_undo(&self.ledger.encode_undo(&connected.undo))?;
        self.index_connected(id, block, &connected)?;
        self.supply = supply;
        self.coins.apply(connected.changes);
        self.tree.connected(id, undo);
        self.tree.set_tip(id);
        let node = self.tree.get(id);
        let txs = self.ledger.transactions(block);
        events.push(ChainEvent::BlockConnected {
            hash: node.hash,
            height: node.height,
            time: node.header.time,
            tx_count: txs.len(),
            fees: connected.fees,
        });
        events.extend(self.pool.remove_confirmed(&self.ledger, txs));
        Ok(())
    }

    /// Takes the tip back.
    pub(super) fn disconnect_tip(
        &mut self,
        returned: &mut Returned<L::Block>,
        events: &mut Vec<ChainEvent>,
    ) -> Result<(), StoreError> {
        let id = self.tree.tip();
        let node = self.tree.get(id);
        let (hash, height, place) = (node.hash, node.height, node.block);
        let parent = node.parent.ok_or_else(|| StoreError::corrupt("genesis disconnected"))?;
        let block = self.stored_block(id)?;
        let undo = self.stored_undo(id)?;
        let changes = {
            let branch = self.tree.branch(id);
            self.ledger.disconnect(&block, &undo, &self.context(id, &branch))?
        };
        let supply = self.supply_after(&changes)?;
        self.index_disconnected(id, &block, &undo, &changes)?;
        self.supply = supply;
        self.coins.apply(changes);
        self.tree.set_tip(parent);
        events.push(ChainEvent::BlockDisconnected { hash, height });
        let bytes = place.map_or(0, |place| usize::try_from(place.len).unwrap_or(usize::MAX));
        for dropped in returned.push(bytes, block) {
            for tx in self.ledger.transactions(&dropped) {
                self.pool.orphan(&self.ledger, tx);
            }
        }
        returned.fork_height = returned.fork_height.min(height.saturating_sub(1));
        Ok(())
    }

    /// Where a block of the tree stands.
    pub(super) fn context<'a>(
        &'a self,
        id: Id,
        branch: &'a crate::tree::Branch<'a>,
    ) -> BlockContext<'a> {
        match self.tree.get(id).parent {
            Some(parent) => context_above(&self.spec, &self.tree, parent, branch),
            None => BlockContext {
                spec: &self.spec,
                height: 0,
                parent_median_time: 0,
                ancestors: branch,
            },
        }
    }

    fn supply_after(&self, changes: &[StateChange]) -> Result<Amount, StoreError> {
        // Wide, because within a block coins may exist twice: fees are paid out before they are
        // spent.
        let mut supply = i128::from(self.supply.to_base());
        for change in changes {
            match change {
                StateChange::CoinAdded { coin, .. } => supply += i128::from(coin.amount.to_base()),
                StateChange::CoinRemoved { coin, .. } => {
                    supply -= i128::from(coin.amount.to_base());
                }
            }
        }
        let units = u64::try_from(supply).ok();
        units
            .and_then(|units| Amount::from_base(units).ok())
            .ok_or_else(|| StoreError::corrupt("a supply below nothing or above all money"))
    }

    /// After a reorganisation: gives the mempool back what the blocks that were left had and the
    /// new ones have not.
    fn refill(&mut self, now: Now, returned: Returned<L::Block>) -> Vec<ChainEvent> {
        let Returned { blocks, connected, fork_height, .. } = returned;
        let ledger = &self.ledger;
        let oldest_first = blocks.iter().rev().flat_map(|(_, block)| ledger.transactions(block));
        let back = oldest_first.filter(|tx| !connected.contains(&ledger.txid(tx))).cloned();
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        let state = CoinsView { coins: &self.coins, store: &self.store };
        let around = Around { ledger, next: &next, state: &state, now_ms: now.wall_ms };
        self.pool.reorganise(&around, back.collect(), fork_height)
    }
}
