//! A block in the making: its parent's honest child, which a test then bends.
//!
//! Does not know what the chain says to it ([`sequence`](super::sequence)).

use quarry_chain::ChainSpec;
use quarry_primitives::script::{Builder, PushBytesBuf};
use quarry_primitives::{
    BitcoinAmount, Block, BlockVersion, Hash, Header, LockTime, OutPoint, ScriptBuf,
    Sequence as InputSequence, Transaction, TransactionVersion, TxIn, TxMerkleNode, TxOut, Txid,
    Witness,
};

use crate::support::solve;

/// The block that every sequence starts from.
pub(super) const BASE: &str = "base";
/// Its height. The coinbases of the first 31 blocks are mature in the block above it.
pub(super) const BASE_HEIGHT: u32 = 130;
/// Seconds between blocks, unless a test says otherwise.
pub(super) const SPACING: u32 = 60;

/// A script that anyone may spend: `OP_TRUE`.
pub(super) fn anyone() -> ScriptBuf {
    script(&[0x51])
}

pub(super) fn script(bytes: &[u8]) -> ScriptBuf {
    ScriptBuf::from_bytes(bytes.to_vec())
}

/// A script that pushes these, each with the shortest opcode for its length.
pub(super) fn pushes(items: &[&[u8]]) -> ScriptBuf {
    let push = |builder: Builder, item: &&[u8]| {
        builder.push_slice(PushBytesBuf::try_from(item.to_vec()).unwrap())
    };
    items.iter().fold(Builder::new(), push).into_script()
}

pub(super) fn output(value: u64, script_pubkey: ScriptBuf) -> TxOut {
    TxOut { value: BitcoinAmount::from_sat(value), script_pubkey }
}

pub(super) fn input(previous_output: OutPoint) -> TxIn {
    TxIn { previous_output, sequence: InputSequence::MAX, ..TxIn::default() }
}

/// A transaction that needs no signature.
pub(super) fn free_tx(inputs: &[OutPoint], outputs: Vec<TxOut>) -> Transaction {
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: inputs.iter().copied().map(input).collect(),
        output: outputs,
    }
}

pub(super) fn nth(tx: &Transaction, vout: u32) -> OutPoint {
    OutPoint { txid: tx.compute_txid(), vout }
}

/// An output and what it is worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Out {
    pub(super) at: OutPoint,
    pub(super) value: u64,
}

/// A block in the making.
pub(super) struct Plan<'a> {
    pub(super) block: Block,
    pub(super) height: u32,
    outs: &'a [Out],
    commits: Option<bool>,
    solved: bool,
    late: Vec<HeaderEdit>,
}

type HeaderEdit = Box<dyn FnOnce(&mut Header)>;

impl<'a> Plan<'a> {
    /// The honest block.
    pub(super) fn new(
        spec: &ChainSpec,
        parent: &Header,
        height: u32,
        name: &str,
        outs: &'a [Out],
    ) -> Self {
        let block = honest(spec, parent, height, name);
        Self { block, height, outs, commits: None, solved: true, late: Vec::new() }
    }

    /// The coinbase output of block `n + 1`.
    pub(super) fn out(&self, n: usize) -> Out {
        self.outs[n]
    }

    /// Adds a transaction.
    pub(super) fn add(&mut self, tx: Transaction) -> Txid {
        let txid = tx.compute_txid();
        self.block.txdata.push(tx);
        txid
    }

    /// Adds a transaction that gives a coinbase to anyone: no fee, and unlike that of any other
    /// block.
    pub(super) fn spend(&mut self, n: usize) -> Transaction {
        let out = self.out(n);
        let note = [&[0x6a], self.block.txdata[0].input[0].script_sig.as_bytes()].concat();
        let tx = free_tx(&[out.at], vec![output(out.value, anyone()), output(0, script(&note))]);
        self.add(tx.clone());
        tx
    }

    /// Adds a transaction that makes so many outputs of a script out of coinbase `n`.
    pub(super) fn fund(&mut self, n: usize, script: &ScriptBuf, count: u32) -> Vec<Out> {
        let out = self.out(n);
        let value = out.value / u64::from(count);
        let outputs = (0..count).map(|_| output(value, script.clone())).collect();
        let txid = self.add(free_tx(&[out.at], outputs));
        (0..count).map(|vout| Out { at: OutPoint { txid, vout }, value }).collect()
    }

    /// Makes an output of a script, and adds a transaction that spends it so.
    pub(super) fn run(&mut self, lock: &ScriptBuf, unlock: ScriptBuf, witness: &[Vec<u8>]) {
        let mut tx = self.spend_of(self.next_out(), lock);
        tx.input[0].script_sig = unlock;
        tx.input[0].witness = Witness::from_slice(witness);
        self.add(tx);
    }

    /// Makes an output of a script out of coinbase `n`. Returns a transaction that gives it to
    /// anyone, without what unlocks it.
    pub(super) fn spend_of(&mut self, n: usize, lock: &ScriptBuf) -> Transaction {
        let out = self.fund(n, lock, 1)[0];
        free_tx(&[out.at], vec![output(out.value, anyone())])
    }

    /// A coinbase for every block of a row to spend.
    pub(super) fn next_out(&self) -> usize {
        usize::try_from(self.height - BASE_HEIGHT - 1).unwrap()
    }

    pub(super) fn coinbase(&mut self) -> &mut Transaction {
        &mut self.block.txdata[0]
    }

    /// The coinbase takes more than the subsidy.
    pub(super) fn claim(&mut self, extra: u64) {
        self.coinbase().output[0].value += BitcoinAmount::from_sat(extra);
    }

    /// Whether the coinbase commits to witnesses; it does if there are any, unless told otherwise.
    pub(super) fn commit(&mut self, commits: bool) {
        self.commits = Some(commits);
    }

    /// Commits to the witnesses as they are, instead of at the end.
    pub(super) fn commit_now(&mut self) {
        self.coinbase().output.truncate(1);
        let commits = output(0, commitment(&self.block, [0; 32]));
        self.coinbase().output.push(commits);
        self.coinbase().input[0].witness = Witness::from_slice(&[[0; 32]]);
        self.commits = Some(false);
    }

    /// Changes the header after the Merkle root was set and before the nonce is searched.
    pub(super) fn header(&mut self, edit: impl FnOnce(&mut Header) + 'static) {
        self.late.push(Box::new(edit));
    }

    /// Searches a nonce that does not do.
    pub(super) fn unsolved(&mut self) {
        self.solved = false;
    }

    pub(super) fn finish(mut self) -> Block {
        let has_witness = |tx: &Transaction| tx.input.iter().any(|i| !i.witness.is_empty());
        if self.commits.unwrap_or_else(|| self.block.txdata.iter().any(has_witness)) {
            self.commit_now();
        }
        set_root(&mut self.block);
        for edit in self.late {
            edit(&mut self.block.header);
        }
        if self.solved { solve(self.block) } else { unsolve(self.block) }
    }
}

pub(super) fn set_root(block: &mut Block) {
    block.header.merkle_root = block.compute_merkle_root().unwrap_or_else(TxMerkleNode::all_zeros);
}

fn unsolve(mut block: Block) -> Block {
    while block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    block
}

/// The script by which a coinbase commits to the block's witnesses with this reserved value.
pub(super) fn commitment(block: &Block, reserved: [u8; 32]) -> ScriptBuf {
    let root = block.witness_root().unwrap();
    let hash = Block::compute_witness_commitment(&root, &reserved);
    script(&[&[0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed], &hash.as_byte_array()[..]].concat())
}

/// A block that breaks no rule and pays the subsidy to anyone. Its name makes it unlike any other.
fn honest(spec: &ChainSpec, parent: &Header, height: u32, name: &str) -> Block {
    let note = PushBytesBuf::try_from(name.bytes().take(75).collect::<Vec<_>>()).unwrap();
    let mut pays =
        free_tx(&[OutPoint::null()], vec![output(spec.subsidy(height).to_base(), anyone())]);
    pays.input[0].script_sig =
        Builder::new().push_int(i64::from(height)).push_slice(note).into_script();
    let header = Header {
        version: BlockVersion::from_consensus(0x2000_0000),
        prev_blockhash: parent.block_hash(),
        merkle_root: TxMerkleNode::all_zeros(),
        time: parent.time + SPACING,
        bits: spec.pow_limit(),
        nonce: 0,
    };
    Block { header, txdata: vec![pays] }
}
