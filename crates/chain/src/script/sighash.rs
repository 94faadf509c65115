//! What a signature signs: the three digests of a transaction's input.
//!
//! [`legacy()`] for scripts that are no witness, [`witness_v0`] (BIP-143), [`taproot`] (BIP-341,
//! BIP-342). [`TxData`] keeps what the inputs of one transaction share, so that the cost of all
//! witness inputs together is linear in its size. Does not know scripts but as bytes.

mod legacy;
mod schnorr;
mod v0;

use std::sync::OnceLock;

use quarry_primitives::hashes::{HashEngine, sha256};
use quarry_primitives::{Hash, OutPoint, Transaction, TxOut};

pub use legacy::legacy;
pub use schnorr::taproot;
pub use v0::witness_v0;

/// `SIGHASH_NONE`: no output is signed.
const NONE: u32 = 2;
/// `SIGHASH_SINGLE`: the output at the input's place is signed.
const SINGLE: u32 = 3;
/// `SIGHASH_ANYONECANPAY`: no other input is signed.
const ANYONE_CAN_PAY: u32 = 0x80;
/// The bits that tell which outputs are signed, but in taproot.
const OUTPUT_MASK: u32 = 0x1f;

/// A transaction, the outputs it spends, and what the digests of its inputs share.
#[derive(Debug)]
pub struct TxData<'t> {
    tx: &'t Transaction,
    spent: &'t [TxOut],
    // Made when first asked for: a transaction without witness inputs pays nothing.
    shared: OnceLock<Shared>,
    shared_spent: OnceLock<SharedSpent>,
}

/// SHA256 over all inputs or outputs; BIP-143 hashes each once more.
#[derive(Debug)]
struct Shared {
    prevouts: [u8; 32],
    sequences: [u8; 32],
    outputs: [u8; 32],
}

/// The same over what is spent, for BIP-341.
#[derive(Debug)]
struct SharedSpent {
    amounts: [u8; 32],
    scripts: [u8; 32],
}

impl<'t> TxData<'t> {
    /// A transaction and the outputs that its inputs spend, in order.
    ///
    /// # Panics
    /// If there are not as many of them as inputs.
    #[must_use]
    pub fn new(tx: &'t Transaction, spent: &'t [TxOut]) -> Self {
        assert_eq!(tx.input.len(), spent.len(), "every input spends one output");
        Self { tx, spent, shared: OnceLock::new(), shared_spent: OnceLock::new() }
    }

    /// The transaction.
    #[must_use]
    pub fn tx(&self) -> &'t Transaction {
        self.tx
    }

    /// The outputs that its inputs spend.
    #[must_use]
    pub fn spent(&self) -> &'t [TxOut] {
        self.spent
    }

    fn shared(&self) -> &Shared {
        self.shared.get_or_init(|| {
            let (mut prevouts, mut sequences) = (Writer::default(), Writer::default());
            for input in &self.tx.input {
                prevouts.outpoint(&input.previous_output);
                sequences.u32(input.sequence.0);
            }
            let mut outputs = Writer::default();
            self.tx.output.iter().for_each(|output| outputs.output(output));
            Shared {
                prevouts: prevouts.sha256(),
                sequences: sequences.sha256(),
                outputs: outputs.sha256(),
            }
        })
    }

    fn shared_spent(&self) -> &SharedSpent {
        self.shared_spent.get_or_init(|| {
            let (mut amounts, mut scripts) = (Writer::default(), Writer::default());
            for output in self.spent {
                amounts.u64(output.value.to_sat());
                scripts.script(output.script_pubkey.as_bytes());
            }
            SharedSpent { amounts: amounts.sha256(), scripts: scripts.sha256() }
        })
    }
}

/// Bitcoin's encoding, into a hash.
#[derive(Default)]
struct Writer(sha256::HashEngine);

impl Writer {
    /// Starts with a tag (BIP-340).
    fn tagged(tag: sha256::Midstate) -> Self {
        Self(sha256::HashEngine::from_midstate(tag, 64))
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.input(bytes);
    }

    fn u8(&mut self, value: u8) {
        self.0.input(&[value]);
    }

    fn u32(&mut self, value: u32) {
        self.0.input(&value.to_le_bytes());
    }

    fn i32(&mut self, value: i32) {
        self.0.input(&value.to_le_bytes());
    }

    fn u64(&mut self, value: u64) {
        self.0.input(&value.to_le_bytes());
    }

    /// A count or a length (`WriteCompactSize`).
    fn compact_size(&mut self, value: usize) {
        let bytes = value.to_le_bytes();
        match value {
            ..=0xfc => self.bytes(&bytes[..1]),
            0xfd..=0xffff => {
                self.u8(0xfd);
                self.bytes(&bytes[..2]);
            }
            0x1_0000..=0xffff_ffff => {
                self.u8(0xfe);
                self.bytes(&bytes[..4]);
            }
            _ => {
                self.u8(0xff);
                self.bytes(&bytes);
            }
        }
    }

    fn script(&mut self, script: &[u8]) {
        self.compact_size(script.len());
        self.bytes(script);
    }

    fn outpoint(&mut self, outpoint: &OutPoint) {
        self.bytes(outpoint.txid.as_byte_array());
        self.u32(outpoint.vout);
    }

    fn output(&mut self, output: &TxOut) {
        self.u64(output.value.to_sat());
        self.script(output.script_pubkey.as_bytes());
    }

    fn sha256(self) -> [u8; 32] {
        sha256::Hash::from_engine(self.0).to_byte_array()
    }

    fn sha256d(self) -> [u8; 32] {
        sha256(&self.sha256())
    }
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    sha256::Hash::hash(bytes).to_byte_array()
}

/// BIP-341: SHA256 of the annex with its length.
pub(super) fn annex_hash(annex: &[u8]) -> [u8; 32] {
    let mut writer = Writer::default();
    writer.script(annex);
    writer.sha256()
}

/// BIP-341: `hash_TapLeaf(v || compact_size(size of s) || s)`.
#[must_use]
pub fn tap_leaf_hash(leaf_version: u8, script: &[u8]) -> [u8; 32] {
    const TAG: sha256::Midstate = sha256::Midstate::hash_tag(b"TapLeaf");
    let mut writer = Writer::tagged(TAG);
    writer.u8(leaf_version);
    writer.script(script);
    writer.sha256()
}

/// BIP-341: `hash_TapBranch` of two nodes, the smaller one first.
#[must_use]
pub fn tap_branch_hash(a: &[u8; 32], b: &[u8; 32]) -> [u8; 32] {
    const TAG: sha256::Midstate = sha256::Midstate::hash_tag(b"TapBranch");
    let mut writer = Writer::tagged(TAG);
    writer.bytes(a.min(b));
    writer.bytes(a.max(b));
    writer.sha256()
}

/// BIP-341: `hash_TapTweak(p || root)`, what the output's key is tweaked by. Without a script
/// there is no root.
#[must_use]
pub fn tap_tweak_hash(internal_key: &[u8; 32], merkle_root: Option<&[u8; 32]>) -> [u8; 32] {
    const TAG: sha256::Midstate = sha256::Midstate::hash_tag(b"TapTweak");
    let mut writer = Writer::tagged(TAG);
    writer.bytes(internal_key);
    if let Some(root) = merkle_root {
        writer.bytes(root);
    }
    writer.sha256()
}
