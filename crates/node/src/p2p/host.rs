//! What the driver of the network needs of the node: chain and mempool, as one trait.
//!
//! Does not know how they are kept or locked.

use std::sync::Arc;

use quarry_net::{BlockFault, BlockVerdict, PeerId, TxVerdict, View};
use quarry_primitives::{Block, BlockHash, Header, Now, Transaction, Txid};

/// Chain and mempool, as the network sees them.
///
/// Called from one thread only, the driver's, which may block: a long block keeps peers waiting, as
/// it does in Core, but no socket and no other task. What changes by these calls is told through
/// [`P2p`](super::P2p) like any other change, from inside the call if that is easiest.
pub trait P2pHost: Send + Sync + 'static {
    /// Calls `look` with a view that does not move meanwhile.
    fn with_view<R>(&self, look: impl FnOnce(&dyn View) -> R) -> R;

    /// Puts headers into the tree, in order.
    ///
    /// # Errors
    /// What is wrong with the first that was not taken.
    fn submit_headers(&self, now: Now, headers: &[Header]) -> Result<(), BlockFault>;

    /// Checks a block and stores it. The peer is for the log only. `requested` ones are stored even off the best branch;
    /// `enough_work` says whether its header may be kept at all.
    fn submit_block(
        &self,
        now: Now,
        peer: PeerId,
        block: Block,
        requested: bool,
        enough_work: bool,
    ) -> BlockVerdict;

    /// Checks a transaction and puts it into the mempool. The peer is for the log only, where Core
    /// says why one was not accepted.
    fn submit_tx(&self, now: Now, peer: PeerId, tx: Arc<Transaction>) -> TxVerdict;

    /// Checks a parent that pays too little alone together with a child, and puts both into the
    /// mempool, or neither. What each comes to.
    fn submit_package(
        &self,
        now: Now,
        peer: PeerId,
        parent: Arc<Transaction>,
        child: Arc<Transaction>,
    ) -> [TxVerdict; 2];

    /// A peer has been given a transaction of the mempool.
    fn tx_served(&self, txid: &Txid);

    /// A block as on the wire, from the store, with or without witnesses.
    fn block_bytes(&self, hash: &BlockHash, witness: bool) -> Option<Vec<u8>>;
}
