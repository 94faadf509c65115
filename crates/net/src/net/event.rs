//! What goes into the machine and what comes out of it.
//!
//! Data only. Disconnect reasons and misbehaviour read as Core's log lines do.

use std::collections::BTreeSet;
use std::sync::Arc;

use quarry_primitives::{Block, BlockHash, Header, OutPoint, Transaction, Txid, Wtxid};

use crate::codec::{Command, FramingError, Incoming};
use crate::endpoint::Endpoint;
use crate::message::{BodyError, Message};
use crate::peer::{ConnectionKind, PeerId, Permissions};

/// What a rule says about a header or a block (`BlockValidationResult`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockFault {
    /// The block breaks a rule.
    Consensus,
    /// Its transactions are not the ones its header commits to; the header may be fine.
    Mutated,
    /// It was found to be invalid before.
    CachedInvalid,
    /// The header alone breaks a rule.
    InvalidHeader,
    /// It builds on an invalid block.
    InvalidParent,
    /// It builds on nothing known.
    MissingParent,
    /// It is too far in the future: it may be valid later.
    TimeFuture,
    /// Its branch has too little work to be looked at.
    LowWork,
}

/// What the node makes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockVerdict {
    /// Stored, not connected: what it does to the state is not checked.
    Stored,
    /// Connected, or known before.
    Valid,
    /// Not accepted.
    Invalid(BlockFault),
    /// Not looked at, without anybody's fault: not asked for, too little work, too far ahead.
    Ignored,
}

/// What the node makes of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TxVerdict {
    /// In the mempool. The node says [`Input::MempoolAdded`] too.
    Accepted,
    /// Inputs that nobody knows. The parents are asked for, and the transaction is submitted again
    /// when one of them is here.
    MissingInputs {
        /// The ids of the transactions that it spends from and that are not there.
        parents: Vec<Txid>,
    },
    /// Not accepted whatever its witness (`TX_INPUTS_NOT_STANDARD`, for one).
    Rejected,
    /// Not accepted with this witness, which is all that can be said of most
    /// (`TX_WITNESS_MUTATED`, and whatever else is not named here).
    RejectedWitness,
    /// Its witness was taken off on the way (`TX_WITNESS_STRIPPED`): says nothing about it.
    WitnessStripped,
    /// Pays too little alone; a child may pay for it (`TX_RECONSIDERABLE`).
    Reconsiderable,
}

/// What the machine must know of headers when their verdict comes. Handed out with
/// [`Action::SubmitHeaders`], handed back as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadersBatch {
    /// The last of them.
    pub last: BlockHash,
    /// Whether there may be more.
    pub full: bool,
    /// Whether the last was not known.
    pub new: bool,
}

/// What happened.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Input {
    /// There is a connection.
    Connected {
        /// Its name from now on.
        peer: PeerId,
        /// The other side.
        endpoint: Endpoint,
        /// Our side, if it is one that others connect to.
        bind: Option<Endpoint>,
        /// Why there is one.
        kind: ConnectionKind,
        /// What it is allowed.
        permissions: Permissions,
    },
    /// An [`Action::Connect`] came to nothing.
    ConnectFailed {
        /// Where to.
        endpoint: Endpoint,
    },
    /// A connection is gone, without an [`Action::Disconnect`].
    Disconnected {
        /// Whose.
        peer: PeerId,
    },
    /// A frame has arrived.
    Received {
        /// From whom.
        peer: PeerId,
        /// What the connection's [`Decoder`](crate::codec::Decoder) gave.
        incoming: Incoming,
    },
    /// What arrives is no stream of frames.
    FramingFailed {
        /// From whom.
        peer: PeerId,
        /// What the connection's decoder said.
        error: FramingError,
    },
    /// A peer has read what it was sent: the answer to [`Action::NotifyWritable`].
    Writable {
        /// Who.
        peer: PeerId,
    },
    /// Time has passed.
    Tick,
    /// The answer to [`Action::SubmitHeaders`].
    HeadersJudged {
        /// Who sent them.
        peer: PeerId,
        /// As it was handed out.
        batch: HeadersBatch,
        /// Whether all are in the tree now.
        verdict: Result<(), BlockFault>,
    },
    /// The answer to [`Action::SubmitBlock`], and said again if a stored block is found to be valid
    /// or not. To be said of blocks from elsewhere too: they need not be waited for any more.
    BlockJudged {
        /// Which.
        hash: BlockHash,
        /// What it is.
        verdict: BlockVerdict,
    },
    /// The answer to [`Action::SubmitTx`].
    TxJudged {
        /// Who sent it.
        peer: PeerId,
        /// Its id.
        txid: Txid,
        /// Its witness id.
        wtxid: Wtxid,
        /// What it is.
        verdict: TxVerdict,
    },
    /// The answer to [`Action::SubmitPackage`].
    PackageJudged {
        /// Who sent them.
        peer: PeerId,
        /// The parent's ids.
        parent: (Txid, Wtxid),
        /// The child's.
        child: (Txid, Wtxid),
        /// Of parent and child.
        verdicts: [TxVerdict; 2],
    },
    /// The active chain ends elsewhere.
    TipChanged {
        /// Where it ended before.
        old: BlockHash,
    },
    /// A block was connected, with these transactions.
    BlockConnected {
        /// Their ids.
        txs: Vec<(Txid, Wtxid)>,
        /// What they spend.
        spent: BTreeSet<OutPoint>,
    },
    /// A block was disconnected.
    BlockDisconnected,
    /// A transaction came into the mempool, from wherever.
    MempoolAdded {
        /// Its id.
        txid: Txid,
        /// Its witness id.
        wtxid: Wtxid,
    },
    /// A person wants all peers pinged.
    PingAll,
    /// A person wants a peer gone, or its ban was just made.
    Drop {
        /// Whom.
        peer: PeerId,
    },
    /// A person wants a block from a peer, whoever else was asked for it.
    FetchBlock {
        /// From whom.
        peer: PeerId,
        /// Which.
        block: BlockHash,
    },
    /// A person switches the network off or on.
    NetworkActive {
        /// Whether it is on.
        active: bool,
    },
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Action {
    /// Send a message, then say [`Net::sent`](crate::Net::sent).
    Send {
        /// To whom.
        peer: PeerId,
        /// What.
        message: Message,
    },
    /// Send a block of the store as a `block` message, then say [`Net::sent`](crate::Net::sent).
    SendBlock {
        /// To whom.
        peer: PeerId,
        /// Which.
        hash: BlockHash,
        /// Whether with witnesses.
        witness: bool,
    },
    /// A peer has asked for a transaction of the mempool and was given it: it is known elsewhere now.
    TxServed {
        /// Its id.
        txid: Txid,
    },
    /// Read no more from the peer, and say [`Input::Writable`] as soon as less than
    /// [`SEND_BUFFER_BYTES`](crate::limits::SEND_BUFFER_BYTES) wait to be written to it.
    NotifyWritable {
        /// Whom.
        peer: PeerId,
    },
    /// Write what was sent before, then end the connection. The peer is forgotten already; nothing
    /// needs to be said about it any more.
    Disconnect {
        /// Whose.
        peer: PeerId,
        /// Why.
        reason: DisconnectReason,
    },
    /// An address was discouraged: keep that, if bans are kept.
    Discourage {
        /// Whose.
        endpoint: Endpoint,
    },
    /// Open a connection and say [`Input::Connected`] or [`Input::ConnectFailed`].
    Connect {
        /// Where to.
        endpoint: Endpoint,
        /// For what.
        kind: ConnectionKind,
    },
    /// Check headers and put them into the tree; answer by [`Input::HeadersJudged`].
    SubmitHeaders {
        /// Who sent them.
        peer: PeerId,
        /// In order, each building on the one before, the first on one of the tree.
        headers: Vec<Header>,
        /// To be handed back.
        batch: HeadersBatch,
    },
    /// Check a block and store it; answer by [`Input::BlockJudged`].
    SubmitBlock {
        /// Who sent it.
        peer: PeerId,
        /// The block.
        block: Box<Block>,
        /// Whether it was asked for: then it is stored even if it is not on the best branch.
        requested: bool,
        /// Whether its branch shows enough work for its header to be kept.
        enough_work: bool,
    },
    /// Check a transaction and put it into the mempool; answer by [`Input::TxJudged`].
    SubmitTx {
        /// Who sent it.
        peer: PeerId,
        /// The transaction.
        tx: Arc<Transaction>,
    },
    /// Check a parent that pays too little alone together with a child; answer by
    /// [`Input::PackageJudged`].
    SubmitPackage {
        /// Who sent them.
        peer: PeerId,
        /// The parent.
        parent: Arc<Transaction>,
        /// The child.
        child: Arc<Transaction>,
    },
    /// A line for the log, in Core's words.
    Note {
        /// About whom, if it is about one peer.
        peer: Option<PeerId>,
        /// What.
        text: String,
    },
    /// When to say [`Input::Tick`], by the monotonic clock. Replaces what was said before.
    WakeAt {
        /// When.
        mono_ms: u64,
    },
}

/// What a peer did that Core discourages it for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Misbehaviour {
    /// A message above its bounds.
    #[error("{0}")]
    Body(BodyError),
    /// [`MAX_MALFORMED_MESSAGES`] messages that cannot be read.
    #[error("more than {MAX_MALFORMED_MESSAGES} malformed messages")]
    Malformed,
    /// A header without its work.
    #[error("header with invalid proof of work")]
    HeaderWork,
    /// Headers that do not build on one another.
    #[error("non-continuous headers sequence")]
    HeadersOrder,
    /// A header that breaks a rule.
    #[error("invalid header received")]
    InvalidHeader,
    /// A block whose transactions are not its own.
    #[error("mutated block")]
    MutatedBlock,
    /// A block that breaks a rule.
    #[error("invalid block received")]
    InvalidBlock,
    /// A boolean that is none.
    #[error("invalid sendcmpct announce field")]
    SendCmpct,
}

use crate::limits::MAX_MALFORMED_MESSAGES;

/// Why a connection is ended.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DisconnectReason {
    /// The stream of frames is lost.
    #[error("{0}")]
    Framing(FramingError),
    /// A body above its bounds.
    #[error("{0}")]
    Body(BodyError),
    /// See there.
    #[error("misbehaving: {0}")]
    Misbehaved(Misbehaviour),
    /// It is us.
    #[error("connected to self")]
    SelfConnection,
    /// Too old a protocol.
    #[error("peer using obsolete version {0}")]
    ObsoleteVersion(i32),
    /// An outbound peer without the whole chain or without witnesses.
    #[error(
        "peer does not offer the expected services ({offered:08x} offered, {expected:08x} expected)"
    )]
    Services {
        /// What it offers.
        offered: u64,
        /// What we need.
        expected: u64,
    },
    /// Features are negotiated before `verack` only.
    #[error("{0} received after verack")]
    AfterVerack(Command),
    /// What it came for is done.
    #[error("{} connection completed", .0.name())]
    Completed(ConnectionKind),
    /// It did not do what it came for.
    #[error("addrfetch connection timeout")]
    AddrFetchTimeout,
    /// Banned.
    #[error("dropped (banned)")]
    Banned,
    /// Discouraged, and there is hardly room.
    #[error("dropped (discouraged)")]
    Discouraged,
    /// No room, and nobody who could leave.
    #[error("failed to find an eviction candidate - connection dropped (full)")]
    Full,
    /// Another took its place.
    #[error("selected inbound connection for eviction")]
    Evicted,
    /// No handshake in time.
    #[error("version handshake timeout")]
    HandshakeTimeout,
    /// Nothing from it, or to it, from the start.
    #[error(
        "socket no message in first {secs} seconds{}{}",
        if *received { "" } else { ", never received from peer" },
        if *sent { "" } else { ", never sent to peer" },
    )]
    NoMessage {
        /// How long it had.
        secs: u64,
        /// Whether it said anything.
        received: bool,
        /// Whether it was told anything.
        sent: bool,
    },
    /// Nothing from it for long.
    #[error("socket receive timeout: {secs}s")]
    Silent {
        /// For how long.
        secs: u64,
    },
    /// No answer to a ping.
    #[error("ping timeout: {secs}.000000s")]
    PingTimeout {
        /// How long it was.
        secs: u64,
    },
    /// Holds up the download of blocks.
    #[error("Peer is stalling block download")]
    Stalling,
    /// A block did not come.
    #[error("Timeout downloading block {0}")]
    BlockTimeout(BlockHash),
    /// Headers did not come.
    #[error("Timeout downloading headers")]
    HeadersTimeout,
    /// An outbound peer with a chain that does not help.
    #[error("outbound peer headers chain has insufficient work")]
    LowWork,
    /// An outbound peer that stays behind.
    #[error("Outbound peer has old chain")]
    OldChain,
    /// Transactions that it said not to, or was told not to, send.
    #[error("transaction sent in violation of protocol")]
    TxNotWanted,
    /// An announcement of one.
    #[error("transaction ({0}) inv sent in violation of protocol")]
    TxInvNotWanted(Txid),
    /// Bloom filters.
    #[error("{0} received despite not offering bloom services")]
    NotOffered(Command),
    /// `mempool` without permission.
    #[error("mempool request with bloom filters disabled")]
    Mempool,
    /// A person wants so.
    #[error("asked to")]
    Asked,
}

impl DisconnectReason {
    /// Whether Core logs it always, not only for whoever looks for faults.
    #[must_use]
    pub const fn is_notable(&self) -> bool {
        matches!(
            self,
            Self::SelfConnection
                | Self::Stalling
                | Self::BlockTimeout(_)
                | Self::HeadersTimeout
                | Self::LowWork
                | Self::OldChain
        )
    }
}
