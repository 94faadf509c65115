//! What this crate must see of the chain and of the mempool: questions, asked while an input is
//! handled, about a state that does not move meanwhile.
//!
//! Does not know how the answers are kept.

use std::sync::Arc;

use quarry_primitives::{BlockHash, ChainWork, Header, Transaction, Txid, Wtxid};

use crate::message::TxRef;

/// A header that is in the tree, and what is known of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockView {
    /// Its hash.
    pub hash: BlockHash,
    /// Its height.
    pub height: u32,
    /// All the work up to it.
    pub work: ChainWork,
    /// The header itself.
    pub header: Header,
    /// Whether its block is stored.
    pub have_block: bool,
    /// Whether it, or one below it, is known to break a rule.
    pub invalid: bool,
}

/// The tree of headers, and the active chain in it. Its genesis is always there.
pub trait ChainView {
    /// The end of the active chain.
    fn tip(&self) -> BlockView;
    /// The header with most work of those not known to be invalid.
    fn best_header(&self) -> BlockView;
    /// A header of the tree, invalid ones included.
    fn block(&self, hash: &BlockHash) -> Option<BlockView>;
    /// The block of the active chain at a height.
    fn active_at(&self, height: u32) -> Option<BlockHash>;
    /// The ancestor of a header of the tree at a height not above its own.
    fn ancestor(&self, hash: &BlockHash, height: u32) -> Option<BlockHash>;
    /// Whether the chain is still far behind (`IsInitialBlockDownload`). Once it is not, it never
    /// is again.
    fn is_initial_download(&self) -> bool;
    /// Whether a header's hash is under the target that it claims, and the target within the
    /// chain's limit. Needs nothing but the header.
    fn has_valid_work(&self, header: &Header) -> bool;
    /// Whether a block's transactions are the ones that its header commits to, in the one form
    /// (`IsBlockMutated` is the opposite). Asked only if its parent is known.
    fn is_mutated(&self, block: &quarry_primitives::Block) -> bool;
}

/// A waiting transaction, as far as relaying it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TxInfo {
    /// Its id.
    pub txid: Txid,
    /// Its witness id.
    pub wtxid: Wtxid,
    /// What it leaves to the miner.
    pub fee: u64,
    /// Its virtual size.
    pub vsize: u64,
    /// The mempool's sequence number when it came in.
    pub sequence: u64,
}

impl TxInfo {
    /// Whether it pays a rate in base units per 1000 virtual bytes.
    #[must_use]
    pub fn pays(&self, rate: u64) -> bool {
        u128::from(self.fee) * 1000 >= u128::from(rate) * u128::from(self.vsize)
    }
}

/// The transactions that wait.
pub trait MempoolView {
    /// What is known of one.
    fn tx_info(&self, id: &TxRef) -> Option<TxInfo>;
    /// One of them, or one of the last block.
    fn tx(&self, id: &TxRef) -> Option<Arc<Transaction>>;
    /// Whether it is in the last block, so that it may be given to anybody who asks.
    fn is_in_last_block(&self, id: &TxRef) -> bool;
    /// All of them, best first.
    fn all(&self) -> Vec<TxInfo>;
    /// Goes up with each transaction that comes in.
    fn sequence(&self) -> u64;
    /// The least rate that comes in, in base units per 1000 virtual bytes.
    fn min_fee_rate(&self) -> u64;
}

/// Both.
pub trait View: ChainView + MempoolView {}

impl<T: ChainView + MempoolView> View for T {}

/// What is derived from the questions.
pub(crate) trait ChainViewExt: ChainView {
    /// Whether the block is in the active chain.
    fn is_active(&self, block: &BlockView) -> bool {
        self.active_at(block.height) == Some(block.hash)
    }

    /// Hashes from a block downwards: ten in a row, then at doubling distances, genesis last.
    fn locator(&self, from: &BlockView) -> Vec<BlockHash> {
        let mut hashes = Vec::new();
        let (mut height, mut step) = (from.height, 1);
        loop {
            hashes.extend(self.ancestor(&from.hash, height));
            if height == 0 {
                return hashes;
            }
            if hashes.len() > 10 {
                step *= 2;
            }
            height = height.saturating_sub(step);
        }
    }

    /// The last block of the active chain that the locator's owner has.
    fn fork_with(&self, locator: &[BlockHash]) -> u32 {
        let tip = self.tip();
        for hash in locator {
            let Some(block) = self.block(hash) else { continue };
            if self.is_active(&block) {
                return block.height;
            }
            if self.ancestor(hash, tip.height.min(block.height)) == Some(tip.hash) {
                return tip.height;
            }
        }
        0
    }

    /// The height of the last block that is in both branches.
    fn common_height(&self, a: &BlockView, b: &BlockView) -> u32 {
        // Whether they share the ancestor at a height is true up to some height, then false.
        let (mut shared, mut apart) = (0, a.height.min(b.height) + 1);
        while apart - shared > 1 {
            let middle = shared + (apart - shared) / 2;
            if self.ancestor(&a.hash, middle) == self.ancestor(&b.hash, middle) {
                shared = middle;
            } else {
                apart = middle;
            }
        }
        shared
    }
}

impl<T: ChainView + ?Sized> ChainViewExt for T {}
