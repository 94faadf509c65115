//! The messages: one enum, each with the bytes of its body.
//!
//! Blocks, transactions and headers are the Bitcoin library's own. The rest is read here, because
//! the library's own messages hide what a peer must be judged by: how many entries it claimed, and
//! whether an optional field was there. Does not know framing ([`crate::codec`]), nor what to do
//! about a message.

mod block;
mod body;
mod inventory;

use quarry_primitives::{Block, BlockHash, Header, Transaction};

pub use body::{Blame, BodyError};
pub use inventory::{InvKind, Inventory, TxRef};

use crate::codec::Command;
use crate::endpoint::{Endpoint, NetAddress, Services};

/// What a peer says first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionMessage {
    /// Its protocol version.
    pub version: i32,
    /// What it offers.
    pub services: Services,
    /// Its clock, in seconds since 1970.
    pub timestamp: i64,
    /// What services it thinks we have.
    pub receiver_services: Services,
    /// Where it thinks we are; `None` if it does not say.
    pub receiver: Option<Endpoint>,
    /// What tells a connection to oneself.
    pub nonce: u64,
    /// What it is.
    pub user_agent: String,
    /// Its height; -1 if it does not say.
    pub start_height: i32,
    /// Whether it wants transactions announced.
    pub relay: bool,
}

/// A known address, as peers tell one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AddressEntry {
    /// When it was last seen, in seconds since 1970.
    pub time: u32,
    /// What it offers.
    pub services: Services,
    /// Where it is.
    pub endpoint: Endpoint,
}

/// What a peer has, for finding the last block in common (`getheaders`, `getblocks`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatorMessage {
    /// The sender's protocol version.
    pub version: u32,
    /// Hashes from its tip downwards.
    pub hashes: Vec<BlockHash>,
    /// Where to stop; all zeros for never.
    pub stop: BlockHash,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Message {
    /// `version`.
    Version(Box<VersionMessage>),
    /// `verack`.
    Verack,
    /// `ping`.
    Ping(u64),
    /// `pong`; `None` if it is too short for a nonce.
    Pong(Option<u64>),
    /// `addr`.
    Addr(Vec<AddressEntry>),
    /// `addrv2` (BIP 155).
    AddrV2(Vec<AddressEntry>),
    /// `sendaddrv2` (BIP 155).
    SendAddrV2,
    /// `getaddr`.
    GetAddr,
    /// `getheaders`.
    GetHeaders(LocatorMessage),
    /// `headers`.
    Headers(Vec<Header>),
    /// `sendheaders` (BIP 130).
    SendHeaders,
    /// `getblocks`.
    GetBlocks(LocatorMessage),
    /// `inv`.
    Inv(Vec<Inventory>),
    /// `getdata`.
    GetData(Vec<Inventory>),
    /// `notfound`.
    NotFound(Vec<Inventory>),
    /// `block`.
    Block(Box<Block>),
    /// `tx`.
    Tx(Box<Transaction>),
    /// `wtxidrelay` (BIP 339).
    WtxidRelay,
    /// `feefilter` (BIP 133), in base units per 1000 virtual bytes.
    FeeFilter(i64),
    /// `mempool` (BIP 35).
    MemPool,
    /// `sendcmpct` (BIP 152): we never answer it, so no compact block is ever negotiated.
    SendCmpct {
        /// Whether blocks should come unasked; anything above 1 is against the rules.
        announce: u8,
        /// Of the encoding.
        version: u64,
    },
    /// `filterload`, `filteradd` or `filterclear` (BIP 37), which we do not offer.
    BloomFilter(Command),
    /// Anything else, which is passed over.
    Unknown(Command),
}

impl Message {
    /// The command in the frame.
    #[must_use]
    pub fn command(&self) -> Command {
        match self {
            Self::Version(_) => Command::VERSION,
            Self::Verack => Command::VERACK,
            Self::Ping(_) => Command::PING,
            Self::Pong(_) => Command::PONG,
            Self::Addr(_) => Command::ADDR,
            Self::AddrV2(_) => Command::ADDRV2,
            Self::SendAddrV2 => Command::SENDADDRV2,
            Self::GetAddr => Command::GETADDR,
            Self::GetHeaders(_) => Command::GETHEADERS,
            Self::Headers(_) => Command::HEADERS,
            Self::SendHeaders => Command::SENDHEADERS,
            Self::GetBlocks(_) => Command::GETBLOCKS,
            Self::Inv(_) => Command::INV,
            Self::GetData(_) => Command::GETDATA,
            Self::NotFound(_) => Command::NOTFOUND,
            Self::Block(_) => Command::BLOCK,
            Self::Tx(_) => Command::TX,
            Self::WtxidRelay => Command::WTXIDRELAY,
            Self::FeeFilter(_) => Command::FEEFILTER,
            Self::MemPool => Command::MEMPOOL,
            Self::SendCmpct { .. } => Command::SENDCMPCT,
            Self::BloomFilter(command) | Self::Unknown(command) => *command,
        }
    }
}

/// The 16 zero bytes and port 0 that stand for "not said".
const UNSAID: ([u8; 16], u16) = ([0; 16], 0);

/// The 16 bytes and the port of an endpoint, as far as they have the form.
fn v1_form(endpoint: Option<&Endpoint>) -> ([u8; 16], u16) {
    let form = |it: &Endpoint| it.address.to_v1().map(|bytes| (bytes, it.port));
    endpoint.and_then(form).unwrap_or(UNSAID)
}

/// The endpoint of 16 bytes and a port.
fn from_v1_form(bytes: [u8; 16], port: u16) -> Option<Endpoint> {
    if (bytes, port) == UNSAID {
        return None;
    }
    NetAddress::from_v1(bytes).map(|address| Endpoint { address, port })
}
