//! The form in which work travels to a miner, whoever gives it: a coinbase in two halves with room for
//! extranonces between them, the hashes it is paired with on its way to the Merkle root, and the other
//! fields of the header (`mining.notify` of Stratum).
//!
//! Does not know where a job came from, nor what its block pays.

use quarry_pow::{Extranonce, Parts, Target, VersionMask, Work, WorkError};
use quarry_primitives::hashes::{HashEngine as _, sha256d};
use quarry_primitives::{BlockHash, Hash as _};

use crate::limits::MAX_COINBASE_SCRIPT_BYTES;

/// Bytes of a block header.
pub const HEADER_BYTES: usize = 80;

/// One job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StratumJob {
    /// What a share of it calls it.
    pub id: String,
    /// The block that is built upon.
    pub previous: BlockHash,
    /// The coinbase without witness up to the extranonces (`coinb1`).
    pub coinbase_start: Vec<u8>,
    /// The coinbase after them (`coinb2`).
    pub coinbase_end: Vec<u8>,
    /// The hashes that the coinbase's is paired with, from the leaves up, each on the right.
    pub branch: Vec<[u8; 32]>,
    /// The header's version before any of it rolls.
    pub version: u32,
    /// The block's target, compact.
    pub bits: u32,
    /// The header's time when the job was made, seconds since 1970.
    pub time: u32,
    /// Whether shares of earlier jobs are worth nothing any more.
    pub clean: bool,
}

/// What a miner chose: with the job and the first extranonce, a header.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Solution {
    /// The second extranonce, of the length that was agreed upon.
    pub extranonce2: Vec<u8>,
    /// The header's time.
    pub time: u32,
    /// The header's nonce.
    pub nonce: u32,
    /// The header's version, rolled or not.
    pub version: u32,
}

impl StratumJob {
    /// The coinbase without witness, as its txid is made from.
    #[must_use]
    pub fn coinbase(&self, extranonce1: &[u8], extranonce2: &[u8]) -> Vec<u8> {
        [&self.coinbase_start, extranonce1, extranonce2, &self.coinbase_end].concat()
    }

    /// The header of a solution.
    #[must_use]
    pub fn header(&self, extranonce1: &[u8], solution: &Solution) -> [u8; HEADER_BYTES] {
        let coinbase = self.coinbase(extranonce1, &solution.extranonce2);
        let root = merkle_root(&coinbase, &self.branch);
        self.header_with(solution.version, root, solution.time, solution.nonce)
    }

    fn header_with(
        &self,
        version: u32,
        root: [u8; 32],
        time: u32,
        nonce: u32,
    ) -> [u8; HEADER_BYTES] {
        let mut header = [0; HEADER_BYTES];
        header[..4].copy_from_slice(&version.to_le_bytes());
        header[4..36].copy_from_slice(self.previous.as_byte_array());
        header[36..68].copy_from_slice(&root);
        header[68..72].copy_from_slice(&time.to_le_bytes());
        header[72..76].copy_from_slice(&self.bits.to_le_bytes());
        header[76..].copy_from_slice(&nonce.to_le_bytes());
        header
    }

    /// The search of this job: the nonce, the version's bits of `mask` and the lowest bytes of the
    /// second extranonce roll, eight at most. Searches that start with different `extranonce2` in
    /// what does not roll are disjoint; see [`Extranonce`].
    ///
    /// # Errors
    /// [`WorkError`] for a coinbase or a branch of absurd length.
    pub fn work(
        &self,
        extranonce1: &[u8],
        extranonce2: &[u8],
        mask: Option<VersionMask>,
        target: Target,
    ) -> Result<Work, WorkError> {
        let coinbase = self.coinbase(extranonce1, extranonce2);
        let root = merkle_root(&coinbase, &self.branch);
        let header = self.header_with(self.version, root, self.time, 0);
        let width = extranonce2.len().min(MAX_ROLLED_BYTES);
        if width == 0 {
            return Ok(Work::rolling_header(header, mask, None, target));
        }
        let offset = self.coinbase_start.len() + extranonce1.len();
        let extranonce = Extranonce::new(coinbase, offset, width, self.branch.clone())?;
        Ok(Work::rolling_header(header, mask, Some(extranonce), target))
    }

    /// What a position of [`StratumJob::work`], made with this `extranonce2`, stands for.
    #[must_use]
    pub fn solution(&self, parts: Parts, extranonce2: &[u8]) -> Solution {
        let mut extranonce2 = extranonce2.to_vec();
        let width = extranonce2.len().min(MAX_ROLLED_BYTES);
        if let Some(number) = parts.extranonce {
            extranonce2[..width].copy_from_slice(&number.to_le_bytes()[..width]);
        }
        Solution { extranonce2, time: self.time, nonce: parts.nonce, version: parts.version }
    }
}

/// Where a coinbase says how long its script is: behind version, count of inputs and outpoint.
const SCRIPT_LENGTH_AT: usize = 4 + 1 + 36;

impl StratumJob {
    /// The same with more bytes at the end of the coinbase's script (`coinbase/append` of BIP-23), where
    /// both extranonces have so many bytes; `None` if the script would be longer than is valid.
    #[must_use]
    pub fn appended(&self, extranonce_bytes: usize, more: &[u8]) -> Option<Self> {
        let length = usize::from(*self.coinbase_start.get(SCRIPT_LENGTH_AT)?);
        let longer = Some(length + more.len()).filter(|all| *all <= MAX_COINBASE_SCRIPT_BYTES)?;
        let behind = SCRIPT_LENGTH_AT + 1 + length;
        let tail = behind.checked_sub(self.coinbase_start.len() + extranonce_bytes)?;
        let (tail, rest) = self.coinbase_end.split_at_checked(tail)?;
        let mut job = self.clone();
        job.coinbase_start[SCRIPT_LENGTH_AT] = u8::try_from(longer).ok()?;
        job.coinbase_end = [tail, more, rest].concat();
        Some(job)
    }

    /// The second extranonce in a coinbase of this job, and the bytes that were added at its script's end;
    /// `None` if it is not of this job, or not of this first extranonce.
    #[must_use]
    pub fn read_coinbase<'a>(
        &self,
        coinbase: &'a [u8],
        extranonce1: &[u8],
        extranonce2_bytes: usize,
    ) -> Option<(&'a [u8], &'a [u8])> {
        let length = |bytes: &[u8]| bytes.get(SCRIPT_LENGTH_AT).copied().map(usize::from);
        let (ours, theirs) = (length(&self.coinbase_start)?, length(coinbase)?);
        let at = self.coinbase_start.len() + extranonce1.len();
        let extranonce2 = coinbase.get(at..at + extranonce2_bytes)?;
        let script_end = SCRIPT_LENGTH_AT + 1;
        let more = coinbase.get(script_end + ours..script_end + theirs)?;
        let job = self.appended(extranonce1.len() + extranonce2_bytes, more)?;
        (job.coinbase(extranonce1, extranonce2) == coinbase).then_some((extranonce2, more))
    }
}

/// Bytes of the second extranonce that a search rolls.
const MAX_ROLLED_BYTES: usize = 8;

/// The Merkle root over a coinbase, its bytes as they stand in a header.
fn merkle_root(coinbase: &[u8], branch: &[[u8; 32]]) -> [u8; 32] {
    branch.iter().fold(sha256d::Hash::hash(coinbase).to_byte_array(), |root, other| {
        let mut engine = sha256d::Hash::engine();
        engine.input(&root);
        engine.input(other);
        sha256d::Hash::from_engine(engine).to_byte_array()
    })
}
