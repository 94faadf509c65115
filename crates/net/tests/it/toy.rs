//! A chain without rules, for tests of the protocol: headers and blocks in memory, most work wins.
//!
//! Proof of work is not done; a header "has" it unless its nonce says otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quarry_net::{BlockFault, BlockVerdict, BlockView, ChainView, MempoolView, TxInfo, TxRef};
use quarry_primitives::{
    Block, BlockHash, BlockVersion, CompactTarget, Hash, Header, LockTime, OutPoint, ScriptBuf,
    Sequence, Transaction, TransactionVersion, TxIn, TxMerkleNode, TxOut, Txid, Witness, Wtxid,
};

/// A nonce that stands for missing proof of work.
pub(crate) const NO_WORK: u32 = 0xdead_beef;

#[derive(Clone, Debug)]
struct Entry {
    view: BlockView,
    /// A far ancestor, so that ancestors are found in logarithmic time.
    jump: BlockHash,
    block: Option<Block>,
    /// Whether all blocks below are stored too.
    linked: bool,
    children: Vec<BlockHash>,
}

/// The chain, its mempool, and which blocks it calls invalid.
#[derive(Clone, Debug)]
pub(crate) struct Toy {
    entries: BTreeMap<BlockHash, Entry>,
    active: Vec<BlockHash>,
    best_header: BlockHash,
    pub(crate) bad: BTreeSet<BlockHash>,
    pub(crate) initial_download: bool,
    mempool: BTreeMap<Wtxid, (Arc<Transaction>, TxInfo)>,
    by_txid: BTreeMap<Txid, Wtxid>,
    sequence: u64,
}

/// A transaction that is unlike any with another number.
pub(crate) fn tx(number: u64) -> Transaction {
    let mut bytes = [1; 32];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    let previous_output = OutPoint { txid: Txid::from_byte_array(bytes), vout: 0 };
    let witness = Witness::from_slice(&[vec![2; 64]]);
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![TxIn {
            previous_output,
            script_sig: ScriptBuf::new(),
            sequence: Sequence::MAX,
            witness,
        }],
        output: vec![TxOut {
            value: quarry_primitives::BitcoinAmount::from_sat(number),
            script_pubkey: ScriptBuf::from_bytes(vec![0x51]),
        }],
    }
}

/// A block on a parent: unlike any with another mark.
pub(crate) fn block_on(parent: &Header, time: u32, mark: u64) -> Block {
    let txdata = vec![tx(mark)];
    let merkle_root = TxMerkleNode::from_byte_array(txdata[0].compute_txid().to_byte_array());
    let header = Header { prev_blockhash: parent.block_hash(), merkle_root, time, ..*parent };
    Block { header, txdata }
}

pub(crate) fn genesis(time: u32) -> Block {
    let txdata = vec![tx(0)];
    let merkle_root = TxMerkleNode::from_byte_array(txdata[0].compute_txid().to_byte_array());
    let header = Header {
        version: BlockVersion::from_consensus(4),
        prev_blockhash: BlockHash::all_zeros(),
        merkle_root,
        time,
        bits: CompactTarget::from_consensus(0x207f_ffff),
        nonce: 0,
    };
    Block { header, txdata }
}

impl Toy {
    pub(crate) fn new(genesis: Block) -> Self {
        let header = genesis.header;
        let hash = header.block_hash();
        let work = header.work();
        let view = BlockView { hash, height: 0, work, header, have_block: true, invalid: false };
        let entry =
            Entry { view, jump: hash, block: Some(genesis), linked: true, children: Vec::new() };
        Self {
            entries: BTreeMap::from([(hash, entry)]),
            active: vec![hash],
            best_header: hash,
            bad: BTreeSet::new(),
            initial_download: false,
            mempool: BTreeMap::new(),
            by_txid: BTreeMap::new(),
            sequence: 1,
        }
    }

    pub(crate) fn tip_header(&self) -> Header {
        self.tip().header
    }

    /// Puts a header in; `Err` if its parent is missing or it is invalid.
    pub(crate) fn add_header(&mut self, header: &Header) -> Result<(), BlockFault> {
        let hash = header.block_hash();
        if let Some(entry) = self.entries.get(&hash) {
            return if entry.view.invalid { Err(BlockFault::CachedInvalid) } else { Ok(()) };
        }
        let parent =
            self.entries.get_mut(&header.prev_blockhash).ok_or(BlockFault::MissingParent)?;
        if parent.view.invalid {
            return Err(BlockFault::InvalidParent);
        }
        parent.children.push(hash);
        let (height, work) = (parent.view.height + 1, parent.view.work + header.work());
        // As far as half of the height's lowest bits are zero.
        let far = height & (height - 1);
        let jump = self.ancestor(&header.prev_blockhash, far.min(height - 1)).unwrap();
        let view =
            BlockView { hash, height, work, header: *header, have_block: false, invalid: false };
        let entry = Entry { view, jump, block: None, linked: false, children: Vec::new() };
        self.entries.insert(hash, entry);
        if work > self.best_header().work {
            self.best_header = hash;
        }
        Ok(())
    }

    /// Stores a block and moves the tip. What was judged, and the old tip if it moved.
    pub(crate) fn add_block(
        &mut self,
        block: &Block,
    ) -> (Vec<(BlockHash, BlockVerdict)>, Option<BlockHash>) {
        let hash = block.block_hash();
        if let Err(fault) = self.add_header(&block.header) {
            return (vec![(hash, BlockVerdict::Invalid(fault))], None);
        }
        let entry = self.entries.get_mut(&hash).unwrap();
        entry.view.have_block = true;
        entry.block = Some(block.clone());
        let mut judged = Vec::new();
        let mut queue = vec![hash];
        let mut best: Option<BlockView> = None;
        while let Some(next) = queue.pop() {
            let parent = self.entries[&next].view.header.prev_blockhash;
            let ready = self.entries[&next].block.is_some() && self.entries[&parent].linked;
            if !ready {
                continue;
            }
            if self.bad.contains(&next) {
                self.condemn(next);
                judged.push((next, BlockVerdict::Invalid(BlockFault::Consensus)));
                continue;
            }
            let entry = self.entries.get_mut(&next).unwrap();
            entry.linked = true;
            judged.push((next, BlockVerdict::Valid));
            if best.is_none_or(|best| entry.view.work > best.work) {
                best = Some(entry.view);
            }
            queue.extend(&entry.children);
        }
        if judged.is_empty() {
            judged.push((hash, BlockVerdict::Stored));
        }
        let old = self.tip();
        let moved = best.filter(|best| best.work > old.work);
        if let Some(best) = moved {
            self.activate(&best);
        }
        (judged, moved.map(|_| old.hash))
    }

    fn activate(&mut self, best: &BlockView) {
        let mut path = Vec::new();
        let mut walk = *best;
        while self.active_at(walk.height) != Some(walk.hash) {
            path.push(walk.hash);
            walk = self.block(&walk.header.prev_blockhash).unwrap();
        }
        self.active.truncate(walk.height as usize + 1);
        self.active.extend(path.iter().rev());
    }

    fn condemn(&mut self, hash: BlockHash) {
        let mut queue = vec![hash];
        while let Some(next) = queue.pop() {
            let entry = self.entries.get_mut(&next).unwrap();
            entry.view.invalid = true;
            queue.extend(&entry.children);
        }
        let best =
            self.entries.values().filter(|it| !it.view.invalid).max_by_key(|it| it.view.work);
        self.best_header = best.unwrap().view.hash;
    }

    /// Mines a block on the tip.
    pub(crate) fn mine(&self, time: u32, mark: u64) -> Block {
        block_on(&self.tip_header(), time, mark)
    }

    pub(crate) fn stored(&self, hash: &BlockHash) -> Option<&Block> {
        self.entries.get(hash)?.block.as_ref()
    }

    /// Puts a transaction into the mempool; `false` if it is there.
    pub(crate) fn add_tx(&mut self, tx: Transaction, fee: u64) -> bool {
        let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
        if self.mempool.contains_key(&wtxid) {
            return false;
        }
        let vsize = tx.vsize() as u64;
        let info = TxInfo { txid, wtxid, fee, vsize, sequence: self.sequence };
        self.sequence += 1;
        self.by_txid.insert(txid, wtxid);
        self.mempool.insert(wtxid, (Arc::new(tx), info));
        true
    }

    fn find(&self, id: &TxRef) -> Option<&(Arc<Transaction>, TxInfo)> {
        match id {
            TxRef::Txid(txid) => self.mempool.get(self.by_txid.get(txid)?),
            TxRef::Wtxid(wtxid) => self.mempool.get(wtxid),
        }
    }
}

impl ChainView for Toy {
    fn tip(&self) -> BlockView {
        self.entries[self.active.last().unwrap()].view
    }

    fn best_header(&self) -> BlockView {
        self.entries[&self.best_header].view
    }

    fn block(&self, hash: &BlockHash) -> Option<BlockView> {
        self.entries.get(hash).map(|entry| entry.view)
    }

    fn active_at(&self, height: u32) -> Option<BlockHash> {
        self.active.get(height as usize).copied()
    }

    fn ancestor(&self, hash: &BlockHash, height: u32) -> Option<BlockHash> {
        let mut entry = self.entries.get(hash)?;
        while entry.view.height > height {
            if self.active_at(entry.view.height) == Some(entry.view.hash) {
                return self.active_at(height);
            }
            let jump = &self.entries[&entry.jump];
            let parent = entry.view.header.prev_blockhash;
            let near = jump.view.height < height;
            entry = if near { &self.entries[&parent] } else { jump };
        }
        (entry.view.height == height).then_some(entry.view.hash)
    }

    fn is_initial_download(&self) -> bool {
        self.initial_download
    }

    fn has_valid_work(&self, header: &Header) -> bool {
        header.nonce != NO_WORK && header.bits == CompactTarget::from_consensus(0x207f_ffff)
    }

    fn is_mutated(&self, block: &Block) -> bool {
        !block.check_merkle_root()
    }
}

impl MempoolView for Toy {
    fn tx_info(&self, id: &TxRef) -> Option<TxInfo> {
        self.find(id).map(|(_, info)| *info)
    }

    fn tx(&self, id: &TxRef) -> Option<Arc<Transaction>> {
        self.find(id).map(|(tx, _)| Arc::clone(tx))
    }

    fn is_in_last_block(&self, _id: &TxRef) -> bool {
        false
    }

    fn all(&self) -> Vec<TxInfo> {
        self.mempool.values().map(|(_, info)| *info).collect()
    }

    fn sequence(&self) -> u64 {
        self.sequence
    }

    fn min_fee_rate(&self) -> u64 {
        1_000
    }
}
