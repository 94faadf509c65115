//! A block to be, as a node gives it out (`getblocktemplate`, or the node that this process is): the
//! job of mining it for somebody, and the block that a solution makes of it.
//!
//! Does not know JSON, nor whether the block will be valid.

use quarry_pow::{Target, VersionMask};
use quarry_primitives::hashes::{HashEngine as _, sha256d};
use quarry_primitives::script::{Builder, PushBytesBuf};
use quarry_primitives::{
    Amount, BitcoinAmount, BlockHash, Hash as _, LockTime, OutPoint, ScriptBuf, Sequence,
    Transaction, TransactionVersion, TxIn, TxOut, Txid, Witness, consensus,
};

use crate::job::{HEADER_BYTES, Solution, StratumJob};
use crate::limits::{MAX_COINBASE_SCRIPT_BYTES, MAX_EXTRANONCE_BYTES};

/// The witness reserved value that the commitment of a template is made with (BIP-141, BIP-145).
const RESERVED_VALUE: [u8; 32] = [0; 32];
/// Bytes of a coinbase before its script: version, count, outpoint, and one for the script's length.
const BEFORE_SCRIPT: usize = 4 + 1 + 36 + 1;

/// A block to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The header's version.
    pub version: u32,
    /// The bits of it that a miner may choose.
    pub version_mask: Option<VersionMask>,
    /// The block that is built upon.
    pub previous: BlockHash,
    /// The block's height.
    pub height: u32,
    /// The time of the header, seconds since 1970.
    pub time: u32,
    /// The lowest time that is valid, seconds since 1970.
    pub min_time: u32,
    /// The block's target, compact.
    pub bits: u32,
    /// The block's target.
    pub target: Target,
    /// What the coinbase may pay: subsidy and fees.
    pub value: Amount,
    /// The commitment to the witnesses, if there is one: an output script.
    pub commitment: Option<ScriptBuf>,
    /// What the coinbase's script has to have (`coinbaseaux`).
    pub aux: Vec<u8>,
    /// All transactions but the coinbase.
    pub txs: Vec<TemplateTx>,
    /// What [`Template::branch`] gives.
    branch: Vec<[u8; 32]>,
    /// The coinbase, without witness, if the upstream makes it itself (`coinbasetxn`): a job's plan then says
    /// no more than how many extranonces are appended to its script.
    pub coinbase: Option<Vec<u8>>,
    /// What `submitblock` has to be given, if anything (BIP-22).
    pub work_id: Option<String>,
    /// What a long poll is asked with (BIP-22).
    pub long_poll_id: Option<String>,
}

/// A transaction of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateTx {
    /// Its bytes, with witnesses.
    pub bytes: Vec<u8>,
    /// Its id.
    pub txid: Txid,
}

/// Whom a coinbase pays, and how it is told from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoinbasePlan {
    /// Who gets what. What the template is worth beyond their sum goes to the first; it is an error
    /// if they get more.
    pub outputs: Vec<TxOut>,
    /// Text behind the extranonces, such as `/quarry/`; it may be empty.
    pub tag: Vec<u8>,
    /// Bytes of both extranonces together.
    pub extranonce_bytes: usize,
}

/// A job that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TemplateError {
    /// The coinbase's script would be too long.
    #[error(
        "a coinbase script of {bytes} bytes, and {MAX_COINBASE_SCRIPT_BYTES} are valid: choose a shorter coinbase tag"
    )]
    ScriptTooLong {
        /// Bytes it would have.
        bytes: usize,
    },
    /// The extranonces are longer than a coinbase has room for, or there are none.
    #[error("{bytes} bytes of extranonce: 1 to {MAX_EXTRANONCE_BYTES} are possible")]
    ExtranonceBytes {
        /// Bytes that were asked for.
        bytes: usize,
    },
    /// The outputs pay more than the block brings.
    #[error("the coinbase would pay more than the {value} that the block brings")]
    PaysTooMuch {
        /// Subsidy and fees.
        value: Amount,
    },
    /// Nobody is paid.
    #[error("the coinbase pays nobody: give an address with --payout")]
    PaysNobody,
}

impl Template {
    /// A template without transactions.
    #[must_use]
    pub fn empty(
        previous: BlockHash,
        height: u32,
        bits: u32,
        target: Target,
        value: Amount,
    ) -> Self {
        Self {
            version: 0x2000_0000,
            version_mask: None,
            previous,
            height,
            time: 0,
            min_time: 0,
            bits,
            target,
            value,
            commitment: None,
            aux: Vec::new(),
            txs: Vec::new(),
            branch: Vec::new(),
            coinbase: None,
            work_id: None,
            long_poll_id: None,
        }
    }

    /// Fills in what follows from the transactions.
    #[must_use]
    pub fn with_txs(mut self, txs: Vec<TemplateTx>) -> Self {
        self.branch = branch(&txs);
        self.txs = txs;
        self
    }

    /// The hashes that the coinbase's is paired with, from the leaves up.
    #[must_use]
    pub fn branch(&self) -> &[[u8; 32]] {
        &self.branch
    }

    /// A job of mining this for somebody.
    ///
    /// # Errors
    /// [`TemplateError`].
    pub fn job(
        &self,
        id: String,
        plan: &CoinbasePlan,
        clean: bool,
    ) -> Result<StratumJob, TemplateError> {
        let bytes = plan.extranonce_bytes;
        if !(1..=MAX_EXTRANONCE_BYTES).contains(&bytes) {
            return Err(TemplateError::ExtranonceBytes { bytes });
        }
        let (start, end) = match &self.coinbase {
            Some(given) => appended(given, bytes)?,
            None => self.halves(plan)?,
        };
        Ok(StratumJob {
            id,
            previous: self.previous,
            coinbase_start: start,
            coinbase_end: end,
            branch: self.branch.clone(),
            version: self.version,
            bits: self.bits,
            time: self.time,
            clean,
        })
    }

    /// A coinbase of our own up to the extranonces, and after them.
    fn halves(&self, plan: &CoinbasePlan) -> Result<(Vec<u8>, Vec<u8>), TemplateError> {
        let (script, offset) = self.coinbase_script(plan)?;
        let coinbase = Transaction {
            version: TransactionVersion::TWO,
            // As Core 30 has it: no two coinbases are alike, whatever their scripts.
            lock_time: LockTime::from_consensus(self.height.saturating_sub(1)),
            input: vec![TxIn {
                previous_output: OutPoint::null(),
                script_sig: script,
                // Not final, so that the lock time holds.
                sequence: Sequence(Sequence::MAX.0 - 1),
                witness: Witness::new(),
            }],
            output: self.outputs(plan)?,
        };
        let mut start = consensus::serialize(&coinbase);
        let mut end = start.split_off(BEFORE_SCRIPT + offset);
        end.drain(..plan.extranonce_bytes);
        Ok((start, end))
    }

    /// The coinbase's script with zeros for extranonces, and where they start.
    fn coinbase_script(&self, plan: &CoinbasePlan) -> Result<(ScriptBuf, usize), TemplateError> {
        let height = Builder::new().push_int(i64::from(self.height)).into_script();
        let mut script = height.into_bytes();
        script.extend_from_slice(&self.aux);
        // A push of so few bytes is its length and they.
        script.push(u8::try_from(plan.extranonce_bytes).unwrap_or(u8::MAX));
        let offset = script.len();
        script.resize(offset + plan.extranonce_bytes, 0);
        if !plan.tag.is_empty() {
            let too_long = |_| TemplateError::ScriptTooLong { bytes: offset + plan.tag.len() };
            let tag = PushBytesBuf::try_from(plan.tag.clone()).map_err(too_long)?;
            script.extend_from_slice(Builder::new().push_slice(tag).as_bytes());
        }
        if script.len() > MAX_COINBASE_SCRIPT_BYTES {
            return Err(TemplateError::ScriptTooLong { bytes: script.len() });
        }
        Ok((ScriptBuf::from_bytes(script), offset))
    }

    fn outputs(&self, plan: &CoinbasePlan) -> Result<Vec<TxOut>, TemplateError> {
        let too_much = TemplateError::PaysTooMuch { value: self.value };
        let mut outputs = plan.outputs.clone();
        let paid = outputs.iter().try_fold(0u64, |sum, out| sum.checked_add(out.value.to_sat()));
        let rest = paid.and_then(|paid| self.value.to_base().checked_sub(paid)).ok_or(too_much)?;
        let first = outputs.first_mut().ok_or(TemplateError::PaysNobody)?;
        // Within the value, which is an amount.
        first.value = BitcoinAmount::from_sat(first.value.to_sat() + rest);
        if let Some(commitment) = &self.commitment {
            let value = BitcoinAmount::ZERO;
            outputs.push(TxOut { value, script_pubkey: commitment.clone() });
        }
        Ok(outputs)
    }

    /// The block of a solution of one of its jobs, serialized.
    #[must_use]
    pub fn block(&self, job: &StratumJob, extranonce1: &[u8], solution: &Solution) -> Vec<u8> {
        let coinbase = job.coinbase(extranonce1, &solution.extranonce2);
        let header = job.header(extranonce1, solution);
        let txs: usize = self.txs.iter().map(|tx| tx.bytes.len()).sum();
        let mut block = Vec::with_capacity(HEADER_BYTES + 9 + coinbase.len() + 36 + txs);
        block.extend_from_slice(&header);
        let count = consensus::encode::VarInt::from(self.txs.len() + 1);
        block.extend_from_slice(&consensus::serialize(&count));
        if self.commitment.is_some() {
            block.extend_from_slice(&with_witness(&coinbase));
        } else {
            block.extend_from_slice(&coinbase);
        }
        self.txs.iter().for_each(|tx| block.extend_from_slice(&tx.bytes));
        block
    }
}

/// An upstream's coinbase up to extranonces at the end of its script, and after them.
fn appended(given: &[u8], bytes: usize) -> Result<(Vec<u8>, Vec<u8>), TemplateError> {
    let length = given.get(BEFORE_SCRIPT - 1).copied().map_or(0, usize::from);
    let longer = length + 1 + bytes;
    let split = given.split_at_checked(BEFORE_SCRIPT + length);
    // A push of so few bytes is its length and they.
    let (push, all) = (u8::try_from(bytes), u8::try_from(longer));
    match (split, push, all) {
        (Some((start, end)), Ok(push), Ok(all)) if longer <= MAX_COINBASE_SCRIPT_BYTES => {
            let mut start = [start, &[push]].concat();
            start[BEFORE_SCRIPT - 1] = all;
            Ok((start, end.to_vec()))
        }
        _ => Err(TemplateError::ScriptTooLong { bytes: longer }),
    }
}

/// A coinbase with its witness, the reserved value (BIP-144): marker and flag after the version, the
/// witness before the lock time.
fn with_witness(coinbase: &[u8]) -> Vec<u8> {
    let (version, rest) = coinbase.split_at(4);
    let (body, lock_time) = rest.split_at(rest.len() - 4);
    [version, &[0, 1], body, &[1, 32], &RESERVED_VALUE, lock_time].concat()
}

/// The hashes that a coinbase's is paired with on its way to the root, from the leaves up.
fn branch(txs: &[TemplateTx]) -> Vec<[u8; 32]> {
    // The coinbase's own place; what is in it never matters.
    let mut level = vec![[0; 32]];
    level.extend(txs.iter().map(|tx| tx.txid.to_byte_array()));
    let mut branch = Vec::new();
    while level.len() > 1 {
        branch.push(level[1]);
        level =
            level.chunks(2).map(|pair| parent(pair[0], *pair.last().unwrap_or(&pair[0]))).collect();
    }
    branch
}

fn parent(left: [u8; 32], right: [u8; 32]) -> [u8; 32] {
    let mut engine = sha256d::Hash::engine();
    engine.input(&left);
    engine.input(&right);
    sha256d::Hash::from_engine(engine).to_byte_array()
}
