//! [`P2p`]: how the rest of the node talks to the network.
//!
//! Two ways. What chain and mempool tell never waits and is never answered: it may be said under
//! the host's lock, which the driver may be waiting for. Questions are answered by the driver, in
//! turn: never await one while holding that lock. Does not know RPC's texts of help.

use std::collections::{BTreeSet, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quarry_net::{
    BlockVerdict, ConnectionKind, Endpoint, Input, KnownAddress, NetAddress, PeerId, Subnet, View,
};
use quarry_primitives::{BlockHash, OutPoint, Transaction, Txid, Wtxid};
use tokio::sync::{Notify, mpsc, oneshot};

use super::driver::Core;
use super::limits::{MAX_QUEUED_COMMANDS, MAX_QUEUED_NOTICES};
use super::views::{
    AddedNode, AddedNodeError, BanError, BanTime, FetchBlockError, ListedBan, NetworkView,
    PeerView, Totals,
};

/// A question, and how to answer it.
pub(super) type Command = Box<dyn FnOnce(&mut Core, &dyn View) + Send>;

/// The network has ended, or was never started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Error: Peer-to-peer functionality missing or disabled")]
pub struct P2pStopped;

/// What chain and mempool have told, in order.
#[derive(Debug, Default)]
pub(super) struct Notices {
    queue: Mutex<VecDeque<Input>>,
    some: Notify,
    /// How many connections there are.
    peers: AtomicUsize,
}

impl Notices {
    fn queue(&self) -> MutexGuard<'_, VecDeque<Input>> {
        // No code that can panic runs under the lock.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, input: Input) {
        let mut queue = self.queue();
        if queue.len() >= MAX_QUEUED_NOTICES {
            drop(queue);
            // What is lost is told again by the next block, or was one announcement.
            tracing::warn!(target: "net", "too many changes wait for the network: one is dropped");
            return;
        }
        queue.push_back(input);
        drop(queue);
        self.some.notify_one();
    }

    pub(super) fn set_peers(&self, count: usize) {
        // A hint: nothing else is ordered by it.
        self.peers.store(count, Ordering::Relaxed);
    }

    pub(super) fn pop(&self) -> Option<Input> {
        self.queue().pop_front()
    }

    pub(super) async fn some(&self) {
        self.some.notified().await;
    }
}

#[derive(Debug)]
struct Shared {
    notices: Arc<Notices>,
    commands: mpsc::Sender<Command>,
    /// Taken by the driver when it starts.
    waiting: Mutex<Option<mpsc::Receiver<Command>>>,
}

/// A handle on the network. Cheap to clone. Made before the network is, so that the host can hold
/// one; what it is told before the start is kept until then.
#[derive(Clone, Debug)]
pub struct P2p(Arc<Shared>);

impl Default for P2p {
    fn default() -> Self {
        let (commands, waiting) = mpsc::channel(MAX_QUEUED_COMMANDS);
        let waiting = Mutex::new(Some(waiting));
        Self(Arc::new(Shared { notices: Arc::default(), commands, waiting }))
    }
}

/// What chain and mempool tell. None of these ever waits.
impl P2p {
    /// The active chain ends elsewhere than at `old`, where it ended before.
    pub fn tip_changed(&self, old: BlockHash) {
        self.0.notices.push(Input::TipChanged { old });
    }

    /// Whether anybody is connected: who is not there need not be told of transactions.
    #[must_use]
    pub fn has_peers(&self) -> bool {
        self.0.notices.peers.load(Ordering::Relaxed) > 0
    }

    /// A block was connected, with these transactions.
    pub fn block_connected(&self, txs: Vec<(Txid, Wtxid)>, spent: BTreeSet<OutPoint>) {
        self.0.notices.push(Input::BlockConnected { txs, spent });
    }

    /// A block was disconnected.
    pub fn block_disconnected(&self) {
        self.0.notices.push(Input::BlockDisconnected);
    }

    /// A transaction came into the mempool, from wherever.
    pub fn mempool_added(&self, txid: Txid, wtxid: Wtxid) {
        self.0.notices.push(Input::MempoolAdded { txid, wtxid });
    }

    /// A stored block turned out to be valid or not, or came from elsewhere.
    pub fn block_judged(&self, hash: BlockHash, verdict: BlockVerdict) {
        self.0.notices.push(Input::BlockJudged { hash, verdict });
    }
}

/// Questions, each answered by the driver in its turn.
///
/// # Errors
/// All: [`P2pStopped`], beside what they say themselves.
impl P2p {
    /// What the driver starts with; `None` if it has started before.
    pub(super) fn take(&self) -> Option<(Arc<Notices>, mpsc::Receiver<Command>)> {
        let mut waiting = self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.take().map(|commands| (Arc::clone(&self.0.notices), commands))
    }

    /// Whether a network has been started with this handle. Before, questions wait.
    #[must_use]
    pub fn has_started(&self) -> bool {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    async fn ask<R: Send + 'static>(
        &self,
        answer: impl FnOnce(&mut Core, &dyn View) -> R + Send + 'static,
    ) -> Result<R, P2pStopped> {
        let (reply, answered) = oneshot::channel();
        let command: Command = Box::new(move |core, view| {
            // Whoever asked may have gone.
            let _ = reply.send(answer(core, view));
        });
        self.0.commands.send(command).await.map_err(|_| P2pStopped)?;
        answered.await.map_err(|_| P2pStopped)
    }

    /// All peers, in the order in which they came (`getpeerinfo`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn peers(&self) -> Result<Vec<PeerView>, P2pStopped> {
        self.ask(|core, view| core.peer_views(view)).await
    }

    /// What is told of the network as a whole (`getnetworkinfo`, `getconnectioncount`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn network(&self) -> Result<NetworkView, P2pStopped> {
        self.ask(|core, _| core.network_view()).await
    }

    /// All bytes since the start (`getnettotals`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn totals(&self) -> Result<Totals, P2pStopped> {
        self.ask(|core, _| core.totals()).await
    }

    /// Pings all peers (`ping`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn ping(&self) -> Result<(), P2pStopped> {
        self.ask(|core, _| core.pending.push_back(Input::PingAll)).await
    }

    /// Switches the network on or off (`setnetworkactive`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn set_network_active(&self, active: bool) -> Result<(), P2pStopped> {
        self.ask(move |core, _| {
            tracing::info!(target: "net", "SetNetworkActive: {active}");
            core.pending.push_back(Input::NetworkActive { active });
        })
        .await
    }

    /// Stays connected to a node from now on (`addnode add`).
    ///
    /// # Errors
    /// [`AddedNodeError`] in the inner result.
    pub async fn add_node(&self, name: String) -> Result<Result<(), AddedNodeError>, P2pStopped> {
        self.ask(move |core, _| core.add_node(name)).await
    }

    /// Does so no longer; a connection that is there stays (`addnode remove`).
    ///
    /// # Errors
    /// [`AddedNodeError`] in the inner result.
    pub async fn remove_node(
        &self,
        name: String,
    ) -> Result<Result<(), AddedNodeError>, P2pStopped> {
        self.ask(move |core, _| core.remove_node(&name)).await
    }

    /// Tries to connect to a node, once (`addnode onetry`). Does not wait for it.
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn try_node(&self, name: String) -> Result<(), P2pStopped> {
        self.ask(move |core, _| {
            core.dial(super::dial::Target::Name(name), ConnectionKind::Manual);
        })
        .await
    }

    /// The nodes to stay connected to (`getaddednodeinfo`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn added_nodes(&self) -> Result<Vec<AddedNode>, P2pStopped> {
        self.ask(|core, _| core.added_nodes()).await
    }

    /// Opens a connection of a kind that the node otherwise opens by itself, for tests
    /// (`addconnection`); `false` if there are enough of that kind.
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn add_connection(
        &self,
        name: String,
        kind: ConnectionKind,
    ) -> Result<bool, P2pStopped> {
        self.ask(move |core, _| core.add_connection(name, kind)).await
    }

    /// Ends the connection to an address (`disconnectnode ADDRESS`); `false` if there is none.
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn disconnect_address(&self, address: String) -> Result<bool, P2pStopped> {
        self.ask(move |core, _| core.disconnect_address(&address)).await
    }

    /// Ends a connection (`disconnectnode "" ID`); `false` if there is none.
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn disconnect_peer(&self, peer: PeerId) -> Result<bool, P2pStopped> {
        self.ask(move |core, _| core.disconnect_peer(peer)).await
    }

    /// Asks a peer for a block whose header is known (`getblockfrompeer`).
    ///
    /// # Errors
    /// [`FetchBlockError`] in the inner result.
    pub async fn fetch_block(
        &self,
        peer: PeerId,
        block: BlockHash,
    ) -> Result<Result<(), FetchBlockError>, P2pStopped> {
        self.ask(move |core, _| core.fetch_block(peer, block)).await
    }

    /// Bans an address or a subnet, and ends connections to it (`setban add`). Kept on disk.
    ///
    /// # Errors
    /// [`BanError`] in the inner result.
    pub async fn ban(
        &self,
        subnet: String,
        time: BanTime,
    ) -> Result<Result<(), BanError>, P2pStopped> {
        self.ask(move |core, _| core.ban(&subnet, time)).await
    }

    /// Takes a ban back (`setban remove`).
    ///
    /// # Errors
    /// [`BanError`] in the inner result.
    pub async fn unban(&self, subnet: String) -> Result<Result<(), BanError>, P2pStopped> {
        self.ask(move |core, _| core.unban(&subnet)).await
    }

    /// The bans that hold (`listbanned`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn bans(&self) -> Result<Vec<ListedBan>, P2pStopped> {
        self.ask(|core, _| core.listed_bans()).await
    }

    /// Takes all bans back (`clearbanned`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn clear_bans(&self) -> Result<(), P2pStopped> {
        self.ask(|core, _| core.clear_bans()).await
    }

    /// Known addresses, at most so many, all if 0, in random order (`getnodeaddresses`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn node_addresses(
        &self,
        most: usize,
        network: Option<&'static str>,
    ) -> Result<Vec<KnownAddress>, P2pStopped> {
        self.ask(move |core, _| core.node_addresses(most, network)).await
    }

    /// All known addresses, useful or not (`getaddrmaninfo`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn all_addresses(&self) -> Result<Vec<KnownAddress>, P2pStopped> {
        self.ask(|core, _| core.net.addresses().iter().cloned().collect()).await
    }

    /// Transactions that wait for their parents, each with who has told of it (`getorphantxs`).
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn orphans(&self) -> Result<Vec<(Arc<Transaction>, Vec<PeerId>)>, P2pStopped> {
        self.ask(|core, _| {
            core.net.orphan_txs().map(|(tx, from)| (Arc::clone(tx), from.collect())).collect()
        })
        .await
    }

    /// Makes an address known, as if it had named itself (`addpeeraddress`); `tried` as if a
    /// connection to it had worked.
    ///
    /// # Errors
    /// The inner one is Core's word for what failed.
    pub async fn add_peer_address(
        &self,
        address: NetAddress,
        port: u16,
        tried: bool,
    ) -> Result<Result<(), &'static str>, P2pStopped> {
        let endpoint = Endpoint { address, port };
        self.ask(move |core, _| core.add_peer_address(endpoint, tried)).await
    }

    /// Sends bytes to a peer as a message, for tests (`sendmsgtopeer`); `false` if there is none.
    ///
    /// # Errors
    /// [`P2pStopped`].
    pub async fn send_raw(
        &self,
        peer: PeerId,
        name: quarry_net::codec::Command,
        body: Vec<u8>,
    ) -> Result<bool, P2pStopped> {
        self.ask(move |core, _| core.send_raw(peer, name, &body)).await
    }

    /// Whether a subnet reads as one; for callers that check before they ask.
    #[must_use]
    pub fn is_subnet(text: &str) -> bool {
        text.parse::<Subnet>().is_ok()
    }
}
