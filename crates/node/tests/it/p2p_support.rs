//! What the tests of the network share: a node on a chain without rules, and a client that says
//! whatever it likes.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use std::time::Duration;

use quarry_net::codec::{Decoder, encode};
use quarry_net::{
    BlockFault, BlockVerdict, Config, Message, PeerId, Permissions, Services, TxVerdict,
    VersionMessage, View,
};
use quarry_node::p2p::{Bind, P2p, P2pConfig, P2pHost, PeerView, start};
use quarry_primitives::{Block, BlockHash, Header, Now, Transaction, Txid, consensus};
use quarry_service::{Clock, EventHub, Handle, Scope};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::toy::{Toy, genesis};

pub(crate) const MAGIC: [u8; 4] = [0xfa, 0xbf, 0xb5, 0xda];

/// How long anything may take on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(60);

/// A chain and a mempool, which tell the network what changes.
#[derive(Debug)]
pub(crate) struct ToyHost {
    toy: Mutex<Toy>,
    p2p: P2p,
}

impl ToyHost {
    pub(crate) fn toy(&self) -> MutexGuard<'_, Toy> {
        self.toy.lock().unwrap()
    }

    /// Mines blocks, as if they came from elsewhere.
    pub(crate) fn mine(&self, count: u32) {
        for _ in 0..count {
            let block = {
                let toy = self.toy();
                let tip = toy.tip_header();
                toy.mine(tip.time + 1, u64::from(tip.time) + 1)
            };
            self.add(&block);
        }
    }

    pub(crate) fn toy_time(&self) -> u32 {
        self.toy().tip_header().time
    }

    pub(crate) fn add(&self, block: &Block) -> BlockVerdict {
        let (judged, old) = self.toy().add_block(block);
        let txs = block.txdata.iter().map(|tx| (tx.compute_txid(), tx.compute_wtxid())).collect();
        let inputs = block.txdata.iter().flat_map(|tx| &tx.input);
        let spent = inputs.map(|input| input.previous_output).collect();
        if let Some(old) = old {
            self.p2p.block_connected(txs, spent);
            self.p2p.tip_changed(old);
        }
        let mut own = BlockVerdict::Stored;
        for (hash, verdict) in judged {
            if hash == block.block_hash() {
                own = verdict;
            }
            self.p2p.block_judged(hash, verdict);
        }
        own
    }

    pub(crate) fn add_tx(&self, tx: Transaction) -> bool {
        let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
        let added = self.toy().add_tx(tx, 100_000);
        if added {
            self.p2p.mempool_added(txid, wtxid);
        }
        added
    }

    pub(crate) fn tip(&self) -> BlockHash {
        self.toy().tip_header().block_hash()
    }
}

impl P2pHost for ToyHost {
    fn with_view<R>(&self, look: impl FnOnce(&dyn View) -> R) -> R {
        look(&*self.toy())
    }

    fn submit_headers(&self, _now: Now, headers: &[Header]) -> Result<(), BlockFault> {
        let mut toy = self.toy();
        headers.iter().try_for_each(|header| toy.add_header(header))
    }

    fn submit_block(
        &self,
        _: Now,
        _: PeerId,
        block: Block,
        _: bool,
        enough_work: bool,
    ) -> BlockVerdict {
        if enough_work { self.add(&block) } else { BlockVerdict::Ignored }
    }

    fn submit_tx(&self, _now: Now, _: PeerId, tx: Arc<Transaction>) -> TxVerdict {
        if self.add_tx(Arc::unwrap_or_clone(tx)) {
            TxVerdict::Accepted
        } else {
            TxVerdict::Rejected
        }
    }

    fn submit_package(
        &self,
        now: Now,
        peer: PeerId,
        parent: Arc<Transaction>,
        child: Arc<Transaction>,
    ) -> [TxVerdict; 2] {
        [self.submit_tx(now, peer, parent), self.submit_tx(now, peer, child)]
    }

    fn tx_served(&self, _: &Txid) {}

    fn block_bytes(&self, hash: &BlockHash, _witness: bool) -> Option<Vec<u8>> {
        self.toy().stored(hash).map(consensus::serialize)
    }
}

/// A running network.
#[derive(Debug)]
pub(crate) struct TestNode {
    pub(crate) host: Arc<ToyHost>,
    pub(crate) p2p: P2p,
    pub(crate) clock: Clock,
    pub(crate) address: SocketAddr,
    handle: Handle,
}

/// Listens on loopback, announces at once, and nobody has to wait for being inbound.
pub(crate) fn config() -> P2pConfig {
    let mut net = Config::new(600, "/test:1/".to_owned());
    net.announce_at_once = true;
    net.opens_connections = false;
    let mut config = P2pConfig::new(MAGIC, 1, net);
    let address = "127.0.0.1:0".parse().unwrap();
    config.listen = vec![Bind { address, permissions: Permissions::default(), optional: false }];
    config
}

impl TestNode {
    pub(crate) fn start(config: P2pConfig) -> Self {
        Self::start_at(config, Clock::system())
    }

    pub(crate) fn start_at(config: P2pConfig, clock: Clock) -> Self {
        // One genesis for all.
        static TIME: OnceLock<u32> = OnceLock::new();
        let time = *TIME.get_or_init(|| Clock::system().now().wall_secs() - 1000);
        let p2p = P2p::default();
        let toy = Mutex::new(Toy::new(genesis(time)));
        let host = Arc::new(ToyHost { toy, p2p: p2p.clone() });
        let scope = Scope::new();
        let listening = start(config, Arc::clone(&host), clock.clone(), &p2p, &scope).unwrap();
        let handle = Handle::new("network", EventHub::new(1), scope);
        Self { host, p2p, clock, address: listening[0], handle }
    }

    pub(crate) async fn stop(self) {
        self.handle.shutdown(Duration::from_secs(10)).await.unwrap();
    }

    pub(crate) async fn peers(&self) -> Vec<PeerView> {
        self.p2p.peers().await.unwrap()
    }

    /// Waits until this many peers are there, and all have finished their handshake.
    pub(crate) async fn has_peers(&self, count: usize) {
        let ready = async || {
            let peers = self.peers().await;
            (peers.len() == count && peers.iter().all(|peer| peer.info.ready)).then_some(())
        };
        until("peers", ready).await;
    }
}

/// Asks until there is an answer.
pub(crate) async fn until<T>(what: &str, mut answer: impl AsyncFnMut() -> Option<T>) -> T {
    let asked = async {
        loop {
            if let Some(answer) = answer().await {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(answer) => answer,
        Err(_) => panic!("{what}: not within {PATIENCE:?}"),
    }
}

/// A client that speaks the protocol as far as a test makes it.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) stream: TcpStream,
    decoder: Decoder,
    rest: Vec<u8>,
}

pub(crate) fn version() -> Message {
    Message::Version(Box::new(VersionMessage {
        version: 70_016,
        services: Services::NETWORK.with(Services::WITNESS),
        timestamp: 1_700_000_000,
        receiver_services: Services::NONE,
        receiver: None,
        nonce: 5,
        user_agent: "/client:1/".to_owned(),
        start_height: 0,
        relay: true,
    }))
}

impl Client {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, decoder: Decoder::new(MAGIC), rest: Vec::new() }
    }

    /// Connects and shakes hands.
    pub(crate) async fn ready(address: SocketAddr) -> Self {
        let mut client = Self::connect(address).await;
        client.send(&version()).await;
        client.send(&Message::Verack).await;
        while client.receive().await.unwrap() != Message::Verack {}
        client
    }

    pub(crate) async fn send(&mut self, message: &Message) {
        self.send_bytes(&encode(MAGIC, message)).await.unwrap();
    }

    pub(crate) async fn send_bytes(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        tokio::time::timeout(PATIENCE, self.stream.write_all(bytes)).await.unwrap()
    }

    /// The next message; `None` at the end of the connection.
    pub(crate) async fn receive(&mut self) -> Option<Message> {
        loop {
            let mut bytes = &self.rest[..];
            let next = self.decoder.next(&mut bytes).unwrap();
            self.rest = bytes.to_vec();
            if let Some(incoming) = next {
                return Some(incoming.body.unwrap());
            }
            let mut buffer = vec![0; 16 * 1024];
            let read = tokio::time::timeout(PATIENCE, self.stream.read(&mut buffer)).await.unwrap();
            match read {
                Ok(count) if count > 0 => self.rest.extend_from_slice(&buffer[..count]),
                _ => return None,
            }
        }
    }

    /// Pings and waits for the answer, whatever else comes.
    pub(crate) async fn ping(&mut self, nonce: u64) -> Duration {
        let from = std::time::Instant::now();
        self.send(&Message::Ping(nonce)).await;
        while self.receive().await.expect("an answer") != Message::Pong(Some(nonce)) {}
        from.elapsed()
    }

    /// Reads until the connection ends.
    pub(crate) async fn ended(&mut self) {
        while self.receive().await.is_some() {}
    }
}
