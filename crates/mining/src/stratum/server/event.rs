//! What happens to a pool, and what it wants done.

use core::net::IpAddr;
use std::sync::Arc;

use quarry_primitives::BlockHash;

use crate::difficulty::Difficulty;
use crate::stratum::line::LineError;
use crate::stratum::message::Reject;
use crate::template::{Template, TemplateError};

/// A connection, by the number that whoever holds its socket gave it. Numbers are not used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnId(pub u64);

/// What happens to a pool.
#[derive(Clone, Debug)]
pub enum Event {
    /// Somebody connected.
    Connected {
        /// The connection.
        conn: ConnId,
        /// Where from.
        ip: IpAddr,
    },
    /// A line came, with or without its end.
    Line {
        /// The connection.
        conn: ConnId,
        /// The line.
        bytes: Vec<u8>,
    },
    /// More than [`MAX_LINE_BYTES`](crate::limits::MAX_LINE_BYTES) came without an end.
    LineTooLong {
        /// The connection.
        conn: ConnId,
    },
    /// A connection ended.
    Disconnected {
        /// The connection.
        conn: ConnId,
    },
    /// There is a new block to be.
    NewTemplate {
        /// The block to be.
        template: Arc<Template>,
        /// Whether shares of the one before are worth nothing any more. They never are if it builds upon
        /// another block.
        clean: bool,
    },
    /// Some time passed; to be sent about once a second.
    Tick,
    /// What became of a block.
    BlockResult {
        /// The block.
        hash: BlockHash,
        /// Whether it is a block of the chain now, or why not.
        result: Result<(), String>,
    },
}

/// What a pool wants done, in this order.
#[derive(Clone, Debug)]
pub enum Action {
    /// Send this line; it has its end.
    Send {
        /// To whom.
        conn: ConnId,
        /// The line.
        line: String,
    },
    /// End a connection once all that was sent is written. The pool has forgotten it already.
    Close {
        /// Which.
        conn: ConnId,
        /// Why.
        why: CloseReason,
    },
    /// Let nobody in from here for so long; its connections are closed by actions of their own. The pool
    /// refuses new ones itself, so this may be ignored.
    Ban {
        /// Where from.
        ip: IpAddr,
        /// For how long, milliseconds.
        ms: u64,
    },
    /// A share was looked at. For pages and logs; the books have it already.
    Share(Share),
    /// A block was found: submit it at once, and tell what came of it by [`Event::BlockResult`].
    Block(FoundBlock),
    /// A job could not be made of a template. The miners have none, or an old one, until the next.
    JobFailed(TemplateError),
}

/// A share that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Who sent it.
    pub conn: ConnId,
    /// In whose name.
    pub worker: String,
    /// What it is worth.
    pub result: Result<Accepted, Reject>,
}

/// What an accepted share is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accepted {
    /// The difficulty that it counts for.
    pub credit: Difficulty,
    /// The difficulty that its hash would have met.
    pub best: Difficulty,
    /// Its hash.
    pub hash: BlockHash,
}

/// A block that was found.
#[derive(Clone, Debug)]
pub struct FoundBlock {
    /// What it was made of.
    pub template: Arc<Template>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Who found it.
    pub worker: String,
    /// Its hash.
    pub hash: BlockHash,
}

/// Why a connection is ended.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CloseReason {
    /// The pool has as many connections as it may.
    #[error("the pool is full")]
    Full,
    /// The address has as many connections as it may.
    #[error("too many connections of one address")]
    FullForAddress,
    /// The address is banned.
    #[error("the address is banned")]
    Banned,
    /// No work was subscribed to, or no worker authorized, in time.
    #[error("no work was asked for in time")]
    NoHandshake,
    /// Nothing was said for too long.
    #[error("nothing was heard for too long")]
    Idle,
    /// What came is not Stratum.
    #[error("it does not speak Stratum: {0}")]
    NotStratum(LineError),
    /// Too many calls that are not shares.
    #[error("too many calls a minute")]
    Chatter,
}
