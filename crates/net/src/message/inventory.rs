//! What `inv`, `getdata` and `notfound` list.
//!
//! Does not know who has it.

use quarry_primitives::{BlockHash, Hash, Txid, Wtxid};

/// The bit that asks for the witness too (BIP 144).
const WITNESS_FLAG: u32 = 1 << 30;

/// What kind of thing an entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InvKind {
    /// A transaction by its id.
    Tx,
    /// A block.
    Block,
    /// A block for a filter of BIP 37.
    FilteredBlock,
    /// A compact block (BIP 152).
    CompactBlock,
    /// A transaction by its witness id (BIP 339).
    Wtx,
    /// A transaction by its id, with witness.
    WitnessTx,
    /// A block with witnesses.
    WitnessBlock,
    /// None of these.
    Other(u32),
}

impl InvKind {
    pub(crate) const fn from_code(code: u32) -> Self {
        const WITNESS_TX: u32 = 1 | WITNESS_FLAG;
        const WITNESS_BLOCK: u32 = 2 | WITNESS_FLAG;
        match code {
            1 => Self::Tx,
            2 => Self::Block,
            3 => Self::FilteredBlock,
            4 => Self::CompactBlock,
            5 => Self::Wtx,
            WITNESS_TX => Self::WitnessTx,
            WITNESS_BLOCK => Self::WitnessBlock,
            other => Self::Other(other),
        }
    }

    pub(crate) const fn code(self) -> u32 {
        match self {
            Self::Tx => 1,
            Self::Block => 2,
            Self::FilteredBlock => 3,
            Self::CompactBlock => 4,
            Self::Wtx => 5,
            Self::WitnessTx => 1 | WITNESS_FLAG,
            Self::WitnessBlock => 2 | WITNESS_FLAG,
            Self::Other(other) => other,
        }
    }
}

/// One entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Inventory {
    /// What it is.
    pub kind: InvKind,
    /// Its hash.
    pub hash: [u8; 32],
}

impl core::fmt::Display for Inventory {
    /// As Core's log has it (`CInv::ToString`).
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let hash = BlockHash::from_byte_array(self.hash);
        match self.kind {
            InvKind::Tx => write!(f, "tx {hash}"),
            InvKind::Block => write!(f, "block {hash}"),
            InvKind::FilteredBlock => write!(f, "merkleblock {hash}"),
            InvKind::CompactBlock => write!(f, "cmpctblock {hash}"),
            InvKind::Wtx => write!(f, "wtx {hash}"),
            InvKind::WitnessTx => write!(f, "witness-tx {hash}"),
            InvKind::WitnessBlock => write!(f, "witness-block {hash}"),
            InvKind::Other(code) => write!(f, "0x{code:08x} {hash}"),
        }
    }
}

impl Inventory {
    /// A block, with or without witnesses.
    #[must_use]
    pub fn block(hash: BlockHash, witness: bool) -> Self {
        let kind = if witness { InvKind::WitnessBlock } else { InvKind::Block };
        Self { kind, hash: hash.to_byte_array() }
    }

    /// The block it names, in whatever form.
    #[must_use]
    pub fn as_block(&self) -> Option<BlockHash> {
        match self.kind {
            InvKind::Block
            | InvKind::WitnessBlock
            | InvKind::FilteredBlock
            | InvKind::CompactBlock => Some(BlockHash::from_byte_array(self.hash)),
            InvKind::Tx | InvKind::Wtx | InvKind::WitnessTx | InvKind::Other(_) => None,
        }
    }

    /// The transaction it names.
    #[must_use]
    pub fn as_tx(&self) -> Option<TxRef> {
        match self.kind {
            InvKind::Tx | InvKind::WitnessTx => Some(TxRef::Txid(Txid::from_byte_array(self.hash))),
            InvKind::Wtx => Some(TxRef::Wtxid(Wtxid::from_byte_array(self.hash))),
            _ => None,
        }
    }
}

/// A transaction by either of its ids (Core's `GenTxid`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TxRef {
    /// Without witness.
    Txid(Txid),
    /// With witness.
    Wtxid(Wtxid),
}

impl TxRef {
    /// The hash alone.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        match self {
            Self::Txid(txid) => txid.to_byte_array(),
            Self::Wtxid(wtxid) => wtxid.to_byte_array(),
        }
    }

    /// How it is announced.
    #[must_use]
    pub fn announcement(&self) -> Inventory {
        let kind = if matches!(self, Self::Txid(_)) { InvKind::Tx } else { InvKind::Wtx };
        Inventory { kind, hash: self.hash() }
    }

    /// How it is asked for: always with witness, if the peer can give one.
    #[must_use]
    pub fn request(&self, witness: bool) -> Inventory {
        let kind = match self {
            Self::Wtxid(_) => InvKind::Wtx,
            Self::Txid(_) if witness => InvKind::WitnessTx,
            Self::Txid(_) => InvKind::Tx,
        };
        Inventory { kind, hash: self.hash() }
    }
}
