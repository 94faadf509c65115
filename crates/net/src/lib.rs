//! Bitcoin's P2P protocol without sockets, clocks, threads or randomness: an input and a time go
//! in, actions come out.
//!
//! ```text
//!  bytes of a socket                                       bytes to a socket
//!      | codec::Decoder::next                                   ^ codec::encode
//!      v                                                        |
//!  Incoming (message or what is wrong with it)             Action::Send, SendBlock, Disconnect
//!      |                                                        ^
//!      v            Input::Received                             |
//!  +--------------------------- Net::handle(now, view, input) -----------------------------+
//!  |  handshake   who speaks when, what is agreed on         peers: one Peer each           |
//!  |  headers     headers first, proof of work before memory                                |
//!  |  blocks      parallel download, stalling, announcements                                |
//!  |  txs         one request at a time, trickled announcements, fee filters                |
//!  |  serve       what others ask for, as fast as they read                                 |
//!  |  addrs       gossip at a bounded rate                   addresses: AddressManager      |
//!  |  connect     whom to connect to, whom to let in         bans: BanList                  |
//!  |  timers      pings, silence, Action::WakeAt -> Input::Tick                             |
//!  +----------------------------------------------------------------------------------------+
//!      | Action::SubmitHeaders, SubmitBlock, SubmitTx, ...      ^ Input::HeadersJudged,
//!      v                                                        | BlockJudged, TxJudged,
//!  the node's chain and mempool, which `View` looks at ---------+ TipChanged, MempoolAdded
//! ```
//!
//! The rules and the numbers are Bitcoin Core's ([`limits`]), of the version whose misbehaviour has
//! no score: what a peer may not do ends its connection at once.
//!
//! **Assumptions.** One caller at a time. The monotonic part of
//! [`Now`](quarry_primitives::Now) does not go back. [`View`] shows one state of the chain during
//! a call. What is submitted is judged some time later, in any order.
//!
//! **What drives it.** One task owns the [`Net`], the chain and the mempool, and takes inputs from a
//! queue. Each connection has a reader, which feeds a [`Decoder`](codec::Decoder) and queues
//! [`Input::Received`], and a writer with a queue of bytes. A reader pauses while more than
//! [`SEND_BUFFER_BYTES`](limits::SEND_BUFFER_BYTES) wait in its writer's queue: this, not the
//! machine, is what bounds answers to peers that ask and do not read. Actions are done in order;
//! verdicts may be inputs of the next turn. [`Action::WakeAt`] is the one timer.
//!
//! ```
//! use quarry_net::codec::{Decoder, encode};
//! use quarry_net::Message;
//!
//! let magic = [0xfa, 0xbf, 0xb5, 0xda];
//! let wire = encode(magic, &Message::Ping(7));
//! let (first, second) = wire.split_at(10);
//! let mut decoder = Decoder::new(magic);
//! assert_eq!(decoder.next(&mut &first[..])?, None);
//! let incoming = decoder.next(&mut &second[..])?.expect("a whole message");
//! assert_eq!((incoming.body, incoming.wire_bytes), (Ok(Message::Ping(7)), 32));
//! # Ok::<(), quarry_net::codec::FramingError>(())
//! ```
//!
//! **Less than Core.** No packages but of one parent and one child; no test before an address loses its tried place; no
//! anchors; no check of difficulty transitions while a chain proves its work; no protection of
//! inbound peers by network.
//!
//! **Does not know** consensus rules, scripts or fees; files; names of hosts; the v2 transport;
//! compact blocks, block filters or bloom filters, none of which it ever negotiates.

mod addresses;
mod bans;
mod bounded;
mod bytes;
pub mod codec;
mod endpoint;
pub mod limits;
mod message;
mod net;
mod orphans;
mod peer;
mod rng;
mod traffic;
mod tx_requests;
mod view;

pub use addresses::{AddressFileError, AddressManager, KnownAddress};
pub use bans::{Ban, BanList, Subnet, SubnetFormError};
pub use bounded::BoundedSet;
pub use endpoint::{AddressFormError, Endpoint, NetAddress, Services};
pub use message::{
    AddressEntry, Blame, BodyError, InvKind, Inventory, LocatorMessage, Message, TxRef,
    VersionMessage,
};
pub use net::{
    Action, BlockFault, BlockVerdict, Config, DisconnectReason, HeadersBatch, Input, Misbehaviour,
    Net, PeerInfo, TxVerdict, UserAgentError, user_agent,
};
pub use peer::{ConnectionKind, PeerId, Permissions};
pub use traffic::Traffic;
pub use view::{BlockView, ChainView, MempoolView, TxInfo, View};
