//! The one owner of the protocol's machine: takes what happens, one thing at a time, and does what
//! the machine says.
//!
//! It has a thread of its own, because the host may block it for as long as a block takes to check
//! and store; on that thread it waits like a task does. Connections only ever wait for it, each
//! behind a bounded queue. Does not know sockets beyond handing them to their tasks.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::SocketAddr;
use std::sync::Arc;

use quarry_net::codec::{Command as MessageName, FramingError, Incoming, encode, frame};
use quarry_net::limits::HEADER_BYTES;
use quarry_net::{
    Action, BodyError, ConnectionKind, DisconnectReason, Endpoint, Input, Message, Net, PeerId,
    Permissions, View,
};
use quarry_primitives::{BlockHash, Now, Transaction};
use quarry_service::{Clock, Scope};
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::added::AddedNodes;
use super::config::P2pConfig;
use super::dial::{Dialed, Target};
use super::handle::{Command, Notices};
use super::host::P2pHost;
use super::limits::{LONGEST_TICK, SAVE_INTERVAL, STILL_WAIT};
use super::link::{Counted, End, LinkTask, Place, SharedRoom};
use super::outbox::Outbox;

/// What connections have to say.
#[derive(Debug)]
pub(super) enum Event {
    /// Somebody connected to us.
    Accepted {
        stream: TcpStream,
        from: SocketAddr,
        bind: SocketAddr,
        permissions: Permissions,
        permit: OwnedSemaphorePermit,
    },
    /// An attempt to connect is over.
    Dialed(Dialed),
    /// A message has come.
    Received { peer: PeerId, incoming: Incoming, place: Place },
    /// What has come is no message.
    Framing { peer: PeerId, error: FramingError },
    /// The peer has read enough for more to be sent.
    Writable { peer: PeerId },
    /// The connection is gone.
    Ended { peer: PeerId, end: End },
}

/// A connection, as the driver knows it.
#[derive(Debug)]
pub(super) struct Link {
    /// As `getpeerinfo` shows it: as it was asked for, or the address.
    pub(super) name: String,
    pub(super) endpoint: Endpoint,
    /// Our side's address.
    pub(super) bind: Option<SocketAddr>,
    pub(super) kind: ConnectionKind,
    /// What has gone over its socket.
    pub(super) counted_bytes: Arc<Counted>,
    outbox: Arc<Outbox>,
    closing: CancellationToken,
}

impl Link {
    fn close(&self) {
        self.outbox.close();
        self.closing.cancel();
    }
}

/// All but the host: what questions are answered from.
#[derive(Debug)]
pub(super) struct Core {
    pub(super) config: P2pConfig,
    pub(super) clock: Clock,
    pub(super) net: Net,
    pub(super) links: BTreeMap<PeerId, Link>,
    pub(super) added: AddedNodes,
    /// Names and addresses of connections that are being opened.
    pub(super) dialing: BTreeSet<String>,
    /// Attempts so far.
    pub(super) dials: u64,
    /// Where we listen.
    pub(super) listening: Vec<SocketAddr>,
    /// What to tell the machine next.
    pub(super) pending: VecDeque<Input>,
    pub(super) events: mpsc::Sender<Event>,
    pub(super) scope: Scope,
    /// What has gone over all sockets.
    pub(super) counted_bytes: Arc<Counted>,
    room: SharedRoom,
    next_peer: u64,
}

/// The driver of one network.
#[derive(Debug)]
pub(super) struct Driver<H> {
    pub(super) core: Core,
    host: Arc<H>,
    notices: Arc<Notices>,
    /// When the machine wants to be woken, by the process's monotonic clock.
    wake_ms: u64,
    last_tick: Instant,
    next_save: Instant,
}

impl Core {
    pub(super) fn new(
        config: P2pConfig,
        clock: Clock,
        net: Net,
        events: mpsc::Sender<Event>,
        scope: Scope,
    ) -> Self {
        let added = AddedNodes::new(&config);
        Self {
            config,
            clock,
            net,
            links: BTreeMap::new(),
            added,
            dialing: BTreeSet::new(),
            dials: 0,
            listening: Vec::new(),
            pending: VecDeque::new(),
            events,
            scope,
            counted_bytes: Arc::default(),
            room: SharedRoom::default(),
            next_peer: 0,
        }
    }

    /// Notes a connection and tells the machine of it; the task is to be started if the machine
    /// lets it stay.
    fn link(
        &mut self,
        stream: TcpStream,
        link: Link,
        permissions: Permissions,
        permit: Option<OwnedSemaphorePermit>,
    ) -> LinkTask {
        let peer = PeerId(self.next_peer);
        self.next_peer += 1;
        let (endpoint, kind) = (link.endpoint, link.kind);
        let bind = link.bind.filter(|_| kind == ConnectionKind::Inbound).map(Endpoint::from);
        let task = LinkTask {
            peer,
            magic: self.config.magic,
            counted: kind == ConnectionKind::Inbound && !permissions.noban,
            stream,
            outbox: Arc::clone(&link.outbox),
            events: self.events.clone(),
            room: self.room.clone(),
            counted_bytes: [Arc::clone(&link.counted_bytes), Arc::clone(&self.counted_bytes)],
            closing: link.closing.clone(),
            permit,
        };
        self.links.insert(peer, link);
        self.pending.push_back(Input::Connected { peer, endpoint, bind, kind, permissions });
        task
    }

    fn new_link(&self, name: String, address: SocketAddr, kind: ConnectionKind) -> Link {
        Link {
            name,
            endpoint: address.into(),
            bind: None,
            kind,
            counted_bytes: Arc::default(),
            outbox: Arc::default(),
            closing: self.scope.token().child_token(),
        }
    }

    pub(super) fn send(&mut self, now: Now, peer: PeerId, name: MessageName, frame: Vec<u8>) {
        let Some(link) = self.links.get(&peer) else { return };
        let (wire, body) = (frame.len(), frame.len().saturating_sub(HEADER_BYTES));
        tracing::debug!(target: "net", "sending {name} ({body} bytes) peer={peer}");
        if link.outbox.push(frame).is_err() {
            tracing::debug!(target: "net", "send buffer full, disconnecting peer={peer}");
            self.pending.push_back(Input::Drop { peer });
            return;
        }
        self.net.sent(now, peer, name, wire);
    }

    fn disconnect(&mut self, peer: PeerId, reason: &DisconnectReason) {
        let Some(link) = self.links.remove(&peer) else { return };
        match reason {
            DisconnectReason::Banned | DisconnectReason::Discouraged => {
                tracing::debug!(target: "net", "connection from {} {reason}", link.endpoint);
            }
            DisconnectReason::Full => tracing::debug!(target: "net", "{reason}"),
            DisconnectReason::SelfConnection => {
                tracing::info!(target: "net", "{reason} at {}, disconnecting", link.endpoint);
            }
            DisconnectReason::Framing(_) => {
                tracing::debug!(target: "net", "{reason}, peer={peer}");
            }
            DisconnectReason::Misbehaved(_) | DisconnectReason::Asked => {
                tracing::debug!(target: "net", "disconnecting peer={peer}");
            }
            reason if reason.is_notable() => {
                tracing::info!(target: "net", "{reason}, disconnecting peer={peer}");
            }
            _ => tracing::debug!(target: "net", "{reason}, disconnecting peer={peer}"),
        }
        link.close();
        tracing::debug!(target: "net", "Cleared nodestate for peer={peer}");
    }

    fn ended(&mut self, peer: PeerId, end: &End) {
        if self.links.remove(&peer).is_none() {
            return; // the machine has ended it meanwhile
        }
        match end {
            End::Closed => {
                tracing::debug!(target: "net", "socket closed, disconnecting peer={peer}");
            }
            End::Failed(error) => {
                tracing::debug!(
                    target: "net", "socket recv error, disconnecting peer={peer}: {error}"
                );
            }
            End::NoRoom => {
                tracing::debug!(
                    target: "net",
                    "too many unfinished messages of inbound peers, disconnecting peer={peer}"
                );
            }
        }
        tracing::debug!(target: "net", "Cleared nodestate for peer={peer}");
        self.pending.push_back(Input::Disconnected { peer });
    }
}

impl<H: P2pHost> Driver<H> {
    pub(super) fn new(core: Core, host: Arc<H>, notices: Arc<Notices>) -> Self {
        let now = Instant::now();
        let next_save = now + SAVE_INTERVAL;
        Self { core, host, notices, wake_ms: 0, last_tick: now, next_save }
    }

    /// Runs until the scope stops.
    pub(super) async fn run(
        mut self,
        mut events: mpsc::Receiver<Event>,
        mut commands: mpsc::Receiver<Command>,
    ) {
        let mut moves = self.core.clock.moves();
        let stop = self.core.scope.token();
        let notices = Arc::clone(&self.notices);
        let active = self.core.config.network_active;
        if !active {
            self.take(Input::NetworkActive { active });
        }
        while !stop.is_cancelled() {
            let wait = self.timers();
            tokio::select! {
                () = stop.cancelled() => break,
                Some(event) = events.recv() => self.event(event),
                Some(command) = commands.recv() => self.command(command),
                () = notices.some() => self.settle(),
                Ok(()) = moves.changed() => self.tick(),
                () = tokio::time::sleep_until(wait) => {}
            }
        }
        self.end();
    }

    /// Does what time has brought; when to look again.
    fn timers(&mut self) -> Instant {
        let now_ms = self.core.clock.now().mono_ms;
        let (now, longest) = (Instant::now(), self.last_tick + LONGEST_TICK);
        if now_ms >= self.wake_ms || now >= longest {
            self.tick();
        }
        if now >= self.next_save {
            self.next_save = now + SAVE_INTERVAL;
            self.core.save_addresses();
        }
        self.core.dial_added(now);
        self.settle();
        let now_ms = self.core.clock.now().mono_ms;
        let mut wait = std::time::Duration::from_millis(self.wake_ms.saturating_sub(now_ms).max(1));
        if self.core.clock.is_mocked() {
            wait = wait.max(STILL_WAIT);
        }
        (now + wait).min(self.last_tick + LONGEST_TICK).min(self.core.added.next_round())
    }

    fn tick(&mut self) {
        self.last_tick = Instant::now();
        self.wake_ms = u64::MAX;
        self.take(Input::Tick);
    }

    /// Tells the machine something, and all that follows from it.
    fn take(&mut self, input: Input) {
        self.core.pending.push_back(input);
        self.settle();
    }

    /// Goes on until nothing is left to tell. What the host has told comes first: it was so before
    /// its verdict was known.
    fn settle(&mut self) {
        self.notices.set_peers(self.core.links.len());
        while let Some(input) = self.notices.pop().or_else(|| self.core.pending.pop_front()) {
            let now = self.core.clock.now();
            let net = &mut self.core.net;
            for action in self.host.with_view(|view| net.handle(now, view, input)) {
                self.act(now, action);
            }
        }
    }

    fn command(&mut self, command: Command) {
        let core = &mut self.core;
        self.host.with_view(|view: &dyn View| command(core, view));
        self.settle();
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Accepted { stream, from, bind, permissions, permit } => {
                let name = Endpoint::from(from).to_string();
                let mut link = self.core.new_link(name.clone(), from, ConnectionKind::Inbound);
                link.bind = Some(bind);
                let permissions =
                    permissions.with(self.core.config.whitelisted(&link.endpoint.address, true));
                if !self.core.net.is_network_active() {
                    tracing::debug!(
                        target: "net",
                        "connection from {name} dropped: not accepting new connections"
                    );
                    return;
                }
                let task = self.core.link(stream, link, permissions, Some(permit));
                let peer = task.peer;
                if self.start(task) {
                    tracing::debug!(target: "net", "Added connection peer={peer}");
                    tracing::debug!(target: "net", "connection from {name} accepted");
                }
            }
            Event::Dialed(dialed) => self.dialed(dialed),
            Event::Received { peer, incoming, place } => {
                if !incoming.body.as_ref().is_err_and(BodyError::is_of_frame) {
                    let (name, bytes) = (incoming.counted_as, incoming.wire_bytes);
                    let bytes = bytes.saturating_sub(HEADER_BYTES);
                    tracing::debug!(target: "net", "received: {name} ({bytes} bytes) peer={peer}");
                }
                self.take(Input::Received { peer, incoming });
                drop(place);
            }
            Event::Framing { peer, error } => self.take(Input::FramingFailed { peer, error }),
            Event::Writable { peer } => self.take(Input::Writable { peer }),
            Event::Ended { peer, end } => {
                self.core.ended(peer, &end);
                self.settle();
            }
        }
    }

    fn dialed(&mut self, dialed: Dialed) {
        let Dialed { target, kind, result } = dialed;
        self.core.dialing.remove(&target.to_string());
        let off = || std::io::Error::other("the network is not active");
        let active = self.core.net.is_network_active();
        let result = result.and_then(|opened| if active { Ok(opened) } else { Err(off()) });
        let (stream, address) = match result {
            Ok(connected) => connected,
            Err(error) => {
                tracing::debug!(target: "net", "connect() to {target} failed: {error}");
                self.core.dial_failed(&target);
                return self.settle();
            }
        };
        let mut link = self.core.new_link(target.to_string(), address, kind);
        if let Target::Endpoint(endpoint) = target {
            link.endpoint = endpoint;
        }
        link.bind = stream.local_addr().ok();
        let manual = kind == ConnectionKind::Manual;
        let address = link.endpoint.address;
        let permissions = manual.then(|| self.core.config.whitelisted(&address, false));
        let task = self.core.link(stream, link, permissions.unwrap_or_default(), None);
        let peer = task.peer;
        if self.start(task) {
            tracing::debug!(target: "net", "Added connection peer={peer}");
        }
    }

    /// Starts a connection's task, if the machine lets the connection stay.
    fn start(&mut self, task: LinkTask) -> bool {
        self.settle();
        let stays = self.core.links.contains_key(&task.peer);
        if stays {
            // It ends soon after its token, which is the scope's child.
            self.core.scope.spawn(task.run());
        }
        stays
    }

    fn act(&mut self, now: Now, action: Action) {
        match action {
            Action::Send { peer, message } => self.send(now, peer, &message),
            Action::SendBlock { peer, hash, witness } => self.send_block(now, peer, hash, witness),
            Action::TxServed { txid } => self.host.tx_served(&txid),
            Action::NotifyWritable { peer } => {
                let room = self.core.links.get(&peer).is_some_and(|link| link.outbox.await_room());
                if room {
                    self.core.pending.push_back(Input::Writable { peer });
                }
            }
            Action::Disconnect { peer, reason } => self.core.disconnect(peer, &reason),
            Action::Connect { endpoint, kind } => {
                self.core.dial(Target::Endpoint(endpoint), kind);
            }
            Action::SubmitHeaders { peer, headers, batch } => {
                let verdict = self.host.submit_headers(now, &headers);
                self.core.pending.push_back(Input::HeadersJudged { peer, batch, verdict });
            }
            Action::SubmitBlock { peer, block, requested, enough_work } => {
                let hash = block.block_hash();
                tracing::debug!(target: "net", "received block {hash} peer={peer}");
                let verdict = self.host.submit_block(now, peer, *block, requested, enough_work);
                self.core.pending.push_back(Input::BlockJudged { hash, verdict });
            }
            Action::SubmitTx { peer, tx } => {
                let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
                let verdict = self.host.submit_tx(now, peer, tx);
                self.core.pending.push_back(Input::TxJudged { peer, txid, wtxid, verdict });
            }
            Action::SubmitPackage { peer, parent, child } => {
                let ids = |tx: &Transaction| (tx.compute_txid(), tx.compute_wtxid());
                let (of_parent, of_child) = (ids(&parent), ids(&child));
                let verdicts = self.host.submit_package(now, peer, parent, child);
                self.core.pending.push_back(Input::PackageJudged {
                    peer,
                    parent: of_parent,
                    child: of_child,
                    verdicts,
                });
            }
            Action::Note { text, .. } => tracing::debug!(target: "net", "{text}"),
            // A sooner time that was said before still holds: it may be another peer's.
            Action::WakeAt { mono_ms } => self.wake_ms = self.wake_ms.min(mono_ms),
            // Discouragement is kept in memory only, as in Core.
            Action::Discourage { .. } | _ => {}
        }
    }

    fn send(&mut self, now: Now, peer: PeerId, message: &Message) {
        if self.core.links.contains_key(&peer) {
            let frame = encode(self.core.config.magic, message);
            self.core.send(now, peer, message.command(), frame);
        }
    }

    fn send_block(&mut self, now: Now, peer: PeerId, hash: BlockHash, witness: bool) {
        if !self.core.links.contains_key(&peer) {
            return;
        }
        match self.host.block_bytes(&hash, witness) {
            Some(bytes) => {
                let frame = frame(self.core.config.magic, MessageName::BLOCK, &bytes);
                self.core.send(now, peer, MessageName::BLOCK, frame);
            }
            None => {
                tracing::error!(
                    target: "net", "Cannot load block {hash} from disk, disconnecting peer={peer}"
                );
                self.core.pending.push_back(Input::Drop { peer });
            }
        }
    }

    fn end(&mut self) {
        for (peer, link) in std::mem::take(&mut self.core.links) {
            tracing::debug!(target: "net", "Stopping node, disconnecting peer={peer}");
            link.close();
        }
        self.core.save_addresses();
        self.core.save_bans();
    }
}

/// How many inbound sockets there may be at once.
pub(super) fn inbound_sockets(config: &P2pConfig) -> Arc<Semaphore> {
    Arc::new(Semaphore::new(config.net.max_peers + super::limits::MAX_CLOSING_SOCKETS))
}
