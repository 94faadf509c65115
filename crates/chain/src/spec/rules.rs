//! Which rules a spec turns on when, and how its target follows from the blocks before.
//!
//! Does not know how a rule is checked.

use super::codec::Out;

/// From which height on a rule holds: blocks at this height and above must follow it.
///
/// Pay-to-script-hash, segregated witness's scripts and taproot hold from the genesis block on, as
/// Bitcoin Core has it ("buried" without exceptions).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Activation {
    /// BIP-34: the coinbase starts with the height, versions are at least 2.
    pub bip34: u32,
    /// BIP-66: signatures are strict DER, versions are at least 3.
    pub bip66: u32,
    /// BIP-65: `OP_CHECKLOCKTIMEVERIFY`, versions are at least 4.
    pub bip65: u32,
    /// BIP-68, BIP-112, BIP-113: relative lock times, and lock times by the median time past.
    pub csv: u32,
    /// BIP-141, BIP-147: the coinbase commits to witnesses.
    pub segwit: u32,
}

impl Activation {
    /// Everything from the first block on: regtest's heights.
    pub const ALL: Self = Self { bip34: 1, bip66: 1, bip65: 1, csv: 1, segwit: 0 };

    /// The height of a rule by the name that Bitcoin Core's `-testactivationheight` has for it:
    /// `bip34`, `dersig`, `cltv`, `csv`, `segwit`.
    pub fn by_name_mut(&mut self, name: &str) -> Option<&mut u32> {
        match name {
            "bip34" => Some(&mut self.bip34),
            "dersig" => Some(&mut self.bip66),
            "cltv" => Some(&mut self.bip65),
            "csv" => Some(&mut self.csv),
            "segwit" => Some(&mut self.segwit),
            _ => None,
        }
    }

    pub(super) fn encode(&self, out: &mut Out) {
        for height in [self.bip34, self.bip66, self.bip65, self.csv, self.segwit] {
            out.u32(height);
        }
    }
}

/// How the target of a block follows from those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Retarget {
    /// It never changes (`fPowNoRetargeting`).
    Constant,
    /// Bitcoin's rule: every so many blocks the target is scaled by how long they took, at most by
    /// four either way.
    Bitcoin {
        /// How many blocks.
        interval: u32,
        /// Whether a block more than two spacings after its parent may have the easiest target
        /// (`fPowAllowMinDifficultyBlocks`).
        allow_min_difficulty: bool,
    },
}

impl Retarget {
    pub(super) fn encode(self, out: &mut Out) {
        match self {
            Self::Constant => out.u8(0),
            Self::Bitcoin { interval, allow_min_difficulty } => {
                out.u8(1);
                out.u32(interval);
                out.u8(u8::from(allow_min_difficulty));
            }
        }
    }
}
