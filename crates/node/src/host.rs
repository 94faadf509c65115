//! Chain and mempool as the network sees them.
//!
//! Does not know peers.

use std::sync::Arc;

use quarry_chain::{Arrival, BlockError, BlockOutcome, HeaderView, TxError, TxOutcome};
use quarry_net::{
    BlockFault, BlockVerdict, BlockView, ChainView, MempoolView, PeerId, TxInfo, TxRef, TxVerdict,
    View,
};
use quarry_primitives::{Block, BlockHash, Header, Now, Transaction, Txid, consensus};

use crate::Node;
use crate::block_log;
use crate::p2p::P2pHost;
use crate::state::NodeChain;

impl P2pHost for Node {
    fn with_view<R>(&self, look: impl FnOnce(&dyn View) -> R) -> R {
        let now = self.clock().now();
        self.read(|chain| look(&Seen { node: self, chain, now }))
    }

    fn submit_headers(&self, now: Now, headers: &[Header]) -> Result<(), BlockFault> {
        let before = self.read(|chain| chain.best_header().hash);
        let taken = self.change(|chain| {
            let taken = chain.accept_headers(now, headers);
            let known = |hash: &BlockHash| chain.header(hash).is_some_and(|view| !view.failed);
            let refused = headers.iter().map(Header::block_hash).find(|hash| !known(hash));
            (taken.map_err(|error| (error, refused)), Vec::new())
        });
        self.tell_header_sync(before);
        taken.map_err(|(error, refused)| {
            if let Some(hash) = refused {
                block_log::header_refused(&hash, &error);
            }
            fault(&error)
        })
    }

    fn submit_block(
        &self,
        _now: Now,
        peer: PeerId,
        block: Block,
        requested: bool,
        enough_work: bool,
    ) -> BlockVerdict {
        let hash = block.block_hash();
        let outcome = self.process_block(block, Arrival { requested, enough_work });
        if let Err(error) = &outcome {
            tracing::debug!(target: "validation", "block {hash} of peer={peer}: {error}");
        }
        verdict(&outcome)
    }

    fn submit_tx(&self, _now: Now, peer: PeerId, tx: Arc<Transaction>) -> TxVerdict {
        match self.accept_tx(Transaction::clone(&tx)) {
            Ok(()) => TxVerdict::Accepted,
            Err(error) => self.rejected(peer, &tx, &error),
        }
    }

    fn submit_package(
        &self,
        now: Now,
        peer: PeerId,
        parent: Arc<Transaction>,
        child: Arc<Transaction>,
    ) -> [TxVerdict; 2] {
        let txs = vec![Transaction::clone(&parent), Transaction::clone(&child)];
        let report = self.change(|chain| chain.submit_package(now, txs, None));
        [parent, child].map(|tx| {
            let wtxid = tx.compute_wtxid();
            let outcome = report.txs.iter().find(|it| it.wtxid == wtxid).map(|it| &it.outcome);
            match outcome {
                Some(TxOutcome::Accepted { .. } | TxOutcome::AlreadyIn { .. }) => {
                    TxVerdict::Accepted
                }
                Some(TxOutcome::Refused(error)) => self.rejected(peer, &tx, error),
                _ => TxVerdict::RejectedWitness,
            }
        })
    }

    fn tx_served(&self, txid: &Txid) {
        self.lock().set_unbroadcast(*txid, false);
    }

    fn block_bytes(&self, hash: &BlockHash, witness: bool) -> Option<Vec<u8>> {
        let read = self.read(|chain| chain.block_bytes(hash));
        let bytes = read.inspect_err(|error| tracing::error!(%error, "a block is not to be read"));
        let bytes = bytes.ok()??;
        if witness {
            return Some(bytes);
        }
        let mut block: Block = consensus::deserialize(&bytes).ok()?;
        for tx in &mut block.txdata {
            tx.input.iter_mut().for_each(|input| input.witness.clear());
        }
        Some(consensus::serialize(&block))
    }
}

impl Node {
    /// During the initial download, how far the headers have come is worth a line.
    fn tell_header_sync(&self, before: BlockHash) {
        let now = self.clock().now();
        let (best, downloading, spacing) = self.read(|chain| {
            let spacing = u64::from(chain.spec().block_spacing_secs().max(1));
            (chain.best_header(), chain.is_initial_download(now), spacing)
        });
        if !downloading || best.hash == before {
            return;
        }
        let (height, behind) =
            (f64::from(best.height), now.wall_secs().saturating_sub(best.header.time));
        let left = u32::try_from(u64::from(behind) / spacing).unwrap_or(u32::MAX);
        let percent = 100.0 * height / (height + f64::from(left));
        tracing::info!(
            target: "validation",
            "Synchronizing blockheaders, height: {height} (~{percent:.2}%)"
        );
    }

    /// What the network does with a transaction that was not accepted. Most faults may be of this
    /// witness only.
    fn rejected(&self, peer: PeerId, tx: &Transaction, error: &TxError) -> TxVerdict {
        let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
        let reason = error.reject_reason();
        tracing::debug!(
            target: "mempoolrej",
            "{txid} (wtxid={wtxid}) from peer={peer} was not accepted: {reason}"
        );
        match error {
            TxError::MissingOrSpent { .. } => {
                let mut parents: Vec<Txid> =
                    tx.input.iter().map(|input| input.previous_output.txid).collect();
                parents.sort_unstable();
                parents.dedup();
                self.read(|chain| parents.retain(|txid| chain.pool().get(txid).is_none()));
                TxVerdict::MissingInputs { parents }
            }
            TxError::NonStandardInput { .. } => TxVerdict::Rejected,
            TxError::Script { stripped: true, .. } => TxVerdict::WitnessStripped,
            error if error.is_about_fee() => TxVerdict::Reconsiderable,
            _ => TxVerdict::RejectedWitness,
        }
    }
}

/// What the network does with a block's outcome.
pub(crate) fn verdict(outcome: &Result<BlockOutcome, BlockError>) -> BlockVerdict {
    match outcome {
        Ok(BlockOutcome::Connected | BlockOutcome::Known) => BlockVerdict::Valid,
        Ok(BlockOutcome::Stored) => BlockVerdict::Stored,
        Ok(_) => BlockVerdict::Ignored,
        Err(BlockError::Store(error)) => {
            tracing::error!(%error, "the chain cannot be written");
            BlockVerdict::Ignored
        }
        Err(error) => BlockVerdict::Invalid(fault(error)),
    }
}

/// Core's `BlockValidationResult`.
fn fault(error: &BlockError) -> BlockFault {
    match error {
        BlockError::DuplicateInvalid { .. } => BlockFault::CachedInvalid,
        BlockError::ParentNotFound { .. } => BlockFault::MissingParent,
        BlockError::BadParent { .. } => BlockFault::InvalidParent,
        BlockError::TimeTooNew { .. } => BlockFault::TimeFuture,
        BlockError::LowWork => BlockFault::LowWork,
        BlockError::HighHash { .. }
        | BlockError::BadBits { .. }
        | BlockError::TimeTooOld { .. }
        | BlockError::BadVersion { .. } => BlockFault::InvalidHeader,
        BlockError::MerkleRoot
        | BlockError::MerkleMutation
        | BlockError::WitnessNonceSize
        | BlockError::WitnessMerkle
        | BlockError::UnexpectedWitness { .. } => BlockFault::Mutated,
        _ => BlockFault::Consensus,
    }
}

/// One state of chain and mempool.
struct Seen<'a> {
    node: &'a Node,
    chain: &'a NodeChain,
    now: Now,
}

fn block_view(header: HeaderView) -> BlockView {
    BlockView {
        hash: header.hash,
        height: header.height,
        work: header.work,
        header: header.header,
        have_block: header.stored,
        invalid: header.failed,
    }
}

impl ChainView for Seen<'_> {
    fn tip(&self) -> BlockView {
        let tip = self.chain.tip().hash;
        // The tip is in the tree always; the best header would be a right answer too.
        block_view(self.chain.header(&tip).unwrap_or_else(|| self.chain.best_header()))
    }

    fn best_header(&self) -> BlockView {
        block_view(self.chain.best_header())
    }

    fn block(&self, hash: &BlockHash) -> Option<BlockView> {
        self.chain.header(hash).map(block_view)
    }

    fn active_at(&self, height: u32) -> Option<BlockHash> {
        self.chain.block_hash_at(height)
    }

    fn ancestor(&self, hash: &BlockHash, height: u32) -> Option<BlockHash> {
        self.chain.ancestor(hash, height)
    }

    fn is_initial_download(&self) -> bool {
        self.chain.is_initial_download(self.now)
    }

    fn has_valid_work(&self, header: &Header) -> bool {
        self.chain.has_valid_work(header)
    }

    fn is_mutated(&self, block: &Block) -> bool {
        let checked = self.chain.check_mutation(block);
        if let Err(error) = &checked {
            let why = error.reject_details();
            tracing::debug!(target: "validation", "Block mutated: {why}");
        }
        checked.is_err()
    }
}

type Entry = quarry_chain::Entry<quarry_chain::UtxoLedger>;

fn tx_info(entry: &Entry) -> TxInfo {
    let checked = entry.checked();
    TxInfo {
        txid: checked.txid,
        wtxid: checked.wtxid,
        fee: checked.fee.to_base(),
        vsize: checked.vsize,
        sequence: entry.sequence(),
    }
}

impl Seen<'_> {
    fn entry(&self, id: &TxRef) -> Option<&Entry> {
        match id {
            TxRef::Txid(txid) => self.chain.pool().get(txid),
            TxRef::Wtxid(wtxid) => self.chain.pool().get_wtxid(wtxid),
        }
    }
}

impl MempoolView for Seen<'_> {
    fn tx_info(&self, id: &TxRef) -> Option<TxInfo> {
        self.entry(id).map(tx_info)
    }

    fn tx(&self, id: &TxRef) -> Option<Arc<Transaction>> {
        if let Some(entry) = self.entry(id) {
            return Some(Arc::new(entry.tx().clone()));
        }
        let last = self.node.last_block();
        match id {
            TxRef::Txid(txid) => last.by_txid(txid).cloned(),
            TxRef::Wtxid(wtxid) => last.by_wtxid(wtxid).cloned(),
        }
    }

    fn is_in_last_block(&self, id: &TxRef) -> bool {
        let last = self.node.last_block();
        match id {
            TxRef::Txid(txid) => last.by_txid(txid).is_some(),
            TxRef::Wtxid(wtxid) => last.by_wtxid(wtxid).is_some(),
        }
    }

    fn all(&self) -> Vec<TxInfo> {
        let pool = self.chain.pool();
        pool.sorted().iter().filter_map(|txid| pool.get(txid)).map(tx_info).collect()
    }

    fn sequence(&self) -> u64 {
        self.chain.pool().sequence()
    }

    fn min_fee_rate(&self) -> u64 {
        self.chain.pool().info(self.now.wall_ms).min_fee
    }
}
