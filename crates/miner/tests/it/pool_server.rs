//! A pool on real sockets: miners that work, and those that do all but that.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use quarry_api::pool::PoolBlock;
use quarry_miner::limits::MAX_BLOCKS_IN_FLIGHT;
use quarry_miner::pool::{
    KeptBooks, Listeners, NotTaken, Pool, PoolConfig, PoolDeps, SourceState, Submission,
    SubmitFuture, TemplateSource, start,
};
use quarry_mining::stratum::client::{Action, Client, ClientConfig, Event, PoolWork};
use quarry_mining::stratum::server::{ServerConfig, address_reader};
use quarry_mining::{Difficulty, Solution, Template};
use quarry_pow::Target;
use quarry_primitives::{Amount, Block, BlockHash, Hash as _, Network, Now, consensus};
use quarry_service::{Clock, EventHub, Handle};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::sync::watch;

use crate::upstream::PAYOUT;

/// Sixteen hashes a share.
pub(crate) const EASY: f64 = 1.0 / 268_435_456.0;
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) fn template(previous: u8, zero_bits: u16) -> Arc<Template> {
    let target = Target::from_zero_bits(zero_bits).unwrap();
    let previous = BlockHash::from_byte_array([previous; 32]);
    let value = Amount::from_base(5_000_000_000).unwrap();
    let mut template = Template::empty(previous, 7, 0x207f_ffff, target, value);
    template.time = u32::try_from(Clock::system().now().wall_ms / 1000).unwrap();
    Arc::new(template)
}

/// Gives the templates of a test, and takes every block once it is open.
#[derive(Debug)]
struct Source {
    states: watch::Receiver<SourceState>,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
    is_open: watch::Receiver<bool>,
}

impl TemplateSource for Source {
    fn templates(&self) -> watch::Receiver<SourceState> {
        self.states.clone()
    }

    fn submit(&self, submission: Submission) -> SubmitFuture {
        self.taken.lock().unwrap().push(submission.block);
        let mut is_open = self.is_open.clone();
        Box::pin(async move {
            // A test that ends is a node that says nothing.
            let gone = |_| NotTaken::Unheard("gone".to_owned());
            is_open.wait_for(|is_open| *is_open).await.map(drop).map_err(gone)
        })
    }
}

pub(crate) struct Running {
    pub(crate) pool: Pool,
    pub(crate) handle: Handle,
    pub(crate) address: SocketAddr,
    pub(crate) templates: watch::Sender<SourceState>,
    pub(crate) taken: Arc<Mutex<Vec<Vec<u8>>>>,
    pub(crate) is_open: watch::Sender<bool>,
}

impl Running {
    pub(crate) async fn start(zero_bits: u16, change: impl FnOnce(&mut ServerConfig)) -> Self {
        Self::start_with(zero_bits, None, change).await
    }

    pub(crate) async fn start_with(
        zero_bits: u16,
        books: Option<KeptBooks>,
        change: impl FnOnce(&mut ServerConfig),
    ) -> Self {
        let easy = Difficulty::new(EASY).unwrap();
        let mut server = ServerConfig::new(address_reader(Network::Regtest), easy);
        server.vardiff.min = easy;
        change(&mut server);
        let first =
            SourceState { template: Some(template(1, zero_bits)), ..SourceState::default() };
        let (templates, states) = watch::channel(first);
        let taken = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        let is_open = watch::Sender::new(true);
        let source = Source { states, taken: Arc::clone(&taken), is_open: is_open.subscribe() };
        let source = Arc::new(source);
        let listeners = Listeners::bind(&["127.0.0.1:0".parse().unwrap()]).await.unwrap();
        let config = PoolConfig { server, upstream: "a test".to_owned() };
        let (clock, events) = (Clock::system(), EventHub::new(1));
        let (pool, handle) =
            start(listeners, config, PoolDeps { source, clock, events, books }).await.unwrap();
        let address = handle.addresses["stratum"];
        Self { pool, handle, address, templates, taken, is_open }
    }

    pub(crate) async fn raw(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    pub(crate) async fn miner(&self, worker: &str) -> Miner {
        Miner::connect(self.address, worker).await
    }

    pub(crate) async fn until<T>(&self, what: &str, look: impl Fn(&Self) -> Option<T>) -> T {
        let found = async {
            loop {
                if let Some(found) = look(self) {
                    return found;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(PATIENCE, found).await.unwrap_or_else(|_| panic!("still no {what}"))
    }
}

/// A miner that does as it is told.
pub(crate) struct Miner {
    client: Client,
    stream: BufReader<TcpStream>,
    work: Option<PoolWork>,
    results: Vec<String>,
}

fn now() -> Now {
    Clock::system().now()
}

impl Miner {
    pub(crate) async fn connect(address: SocketAddr, worker: &str) -> Self {
        let mut config = ClientConfig::new("127.0.0.1", address.port(), "test/1", worker);
        config.version_mask = None;
        let (client, actions) = Client::new(config, now());
        let stream = BufReader::new(TcpStream::connect(address).await.unwrap());
        let mut miner = Self { client, stream, work: None, results: Vec::new() };
        miner.act(actions).await;
        miner.read_until(|miner| miner.work.is_some()).await;
        miner
    }

    async fn act(&mut self, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Send(line) => {
                    self.stream.get_mut().write_all(line.as_bytes()).await.unwrap();
                }
                Action::Work(work) => self.work = Some(work),
                Action::Share(share) => self.results.push(format!("{:?}", share.outcome)),
                other => panic!("{other:?}"),
            }
        }
    }

    async fn read_until(&mut self, is_there: impl Fn(&Self) -> bool) {
        let reading = async {
            while !is_there(self) {
                let mut line = Vec::new();
                assert_ne!(self.stream.read_until(b'\n', &mut line).await.unwrap(), 0, "closed");
                let actions = self.client.step(now(), Event::Line(line));
                self.act(actions).await;
            }
        };
        tokio::time::timeout(PATIENCE, reading).await.unwrap();
    }

    /// A share of the work at hand, or the next after so many.
    pub(crate) fn solve(&self, skip: usize) -> Solution {
        let work = self.work.as_ref().unwrap();
        let extranonce2 = vec![0; work.extranonce2_bytes];
        let search = work.search(&extranonce2).unwrap();
        let position = (0..).filter(|position| search.check(*position)).nth(skip).unwrap();
        work.job.solution(search.parts(position).unwrap(), &extranonce2)
    }

    pub(crate) fn extranonce1(&self) -> Vec<u8> {
        self.work.as_ref().unwrap().extranonce1.clone()
    }

    /// Sends a solution and waits for what the pool says.
    pub(crate) async fn submit(&mut self, solution: &Solution) -> String {
        let id = self.work.as_ref().unwrap().id;
        let actions = self.client.submit(now(), id, solution).unwrap();
        let before = self.results.len();
        self.act(actions).await;
        self.read_until(|miner| miner.results.len() > before).await;
        self.results.last().cloned().unwrap()
    }
}

#[tokio::test]
async fn shares_are_counted_and_a_block_is_handed_in() {
    let running = Running::start(8, |_| {}).await;
    let mut miner = running.miner(&format!("{PAYOUT}.rig")).await;
    let mut accepted = 0;
    // One share in sixteen is a block.
    while running.taken.lock().unwrap().is_empty() {
        let solution = miner.solve(accepted);
        assert_eq!(miner.submit(&solution).await, "Accepted");
        accepted += 1;
    }
    let bytes = running.taken.lock().unwrap()[0].clone();
    let block: Block = consensus::deserialize(&bytes).unwrap();
    assert!(block.check_merkle_root());
    let again = miner.solve(0);
    assert!(miner.submit(&again).await.contains("22"), "{:?}", miner.results.last());
    let accepted = u64::try_from(accepted).unwrap();
    let status = running
        .until("block in the status", |running| {
            let status = running.pool.status();
            (status.blocks.first()?.accepted == Some(true)).then_some(status)
        })
        .await;
    assert_eq!((status.total.accepted, status.workers.len()), (accepted, 1));
    assert_eq!(status.blocks[0].hash, block.block_hash().to_string());
    assert_eq!(status.workers[0].name, format!("{PAYOUT}.rig"));
    running.handle.shutdown(PATIENCE).await.unwrap();
}

#[tokio::test]
async fn the_end_waits_for_a_block_that_is_being_handed_in() {
    let running = Running::start(4, |_| {}).await;
    running.is_open.send_replace(false);
    let mut miner = running.miner(&format!("{PAYOUT}.rig")).await;
    let solution = miner.solve(0);
    assert_eq!(miner.submit(&solution).await, "Accepted");
    assert_eq!(running.taken.lock().unwrap().len(), 1);
    let Running { pool, handle, is_open, .. } = running;
    let stopping = handle.shutdown(PATIENCE);
    let open = async {
        // The miner hears of the end before the node answers.
        let mut line = String::new();
        while miner.stream.read_line(&mut line).await.unwrap_or(0) > 0 {}
        is_open.send_replace(true);
    };
    tokio::join!(async { stopping.await.unwrap() }, open);
    let status = pool.status();
    assert_eq!((status.total.blocks, status.blocks[0].accepted), (1, Some(true)));
}

/// A node that says nothing is owed so many blocks and no more; of the others it is known that they were not
/// handed in.
#[tokio::test]
async fn so_many_blocks_wait_for_a_silent_node() {
    let running = Running::start(4, |_| {}).await;
    running.is_open.send_replace(false);
    let mut miner = running.miner(&format!("{PAYOUT}.rig")).await;
    for n in 0..MAX_BLOCKS_IN_FLIGHT + 2 {
        let solution = miner.solve(n);
        assert_eq!(miner.submit(&solution).await, "Accepted");
    }
    let status = running
        .until("the last block's fate", |running| {
            let status = running.pool.status();
            (status.blocks.len() == MAX_BLOCKS_IN_FLIGHT + 2).then_some(status)
        })
        .await;
    let refused = |block: &&PoolBlock| block.accepted == Some(false);
    let reasons: Vec<_> = status.blocks.iter().filter(refused).collect();
    assert_eq!(reasons.len(), 2, "{:#?}", status.blocks);
    assert!(
        reasons.iter().all(|block| block.reason.as_ref().unwrap().contains("wait for the node"))
    );
    assert_eq!(running.taken.lock().unwrap().len(), MAX_BLOCKS_IN_FLIGHT);
    running.is_open.send_replace(true);
    running
        .until("the answers", |running| {
            let taken = running.pool.status().blocks_accepted;
            (taken == MAX_BLOCKS_IN_FLIGHT as u64).then_some(())
        })
        .await;
    running.handle.shutdown(PATIENCE).await.unwrap();
}

#[tokio::test]
async fn a_new_tip_reaches_every_miner_and_makes_old_shares_stale() {
    let running = Running::start(60, |_| {}).await;
    let mut miners = Vec::new();
    for _ in 0..20 {
        miners.push(running.miner(PAYOUT).await);
    }
    let old = miners[0].solve(0);
    let old_id = miners[0].work.as_ref().unwrap().id;
    running.templates.send_modify(|state| state.template = Some(template(2, 60)));
    for miner in &mut miners {
        let is_new =
            |miner: &Miner| miner.work.as_ref().is_some_and(|work| work.clean && work.id != old_id);
        let tip = |miner: &Miner| miner.work.as_ref().unwrap().job.previous.to_byte_array();
        miner.read_until(|miner| is_new(miner) || tip(miner) == [2; 32]).await;
        assert_eq!(tip(miner), [2; 32]);
    }
    // The client itself would not send it: said by hand.
    let mut raw = BufReader::new(running.raw().await);
    let subscribe = r#"{"id":1,"method":"mining.subscribe","params":[]}"#;
    let authorize = format!(r#"{{"id":2,"method":"mining.authorize","params":["{PAYOUT}","x"]}}"#);
    let submit = format!(
        r#"{{"id":3,"method":"mining.submit","params":["{PAYOUT}","1","{}","{:08x}","{:08x}"]}}"#,
        hex::encode(&old.extranonce2),
        old.time,
        old.nonce
    );
    let lines = format!("{subscribe}\n{authorize}\n{submit}\n");
    raw.get_mut().write_all(lines.as_bytes()).await.unwrap();
    let mut line = String::new();
    while !line.contains(r#""id":3"#) {
        line.clear();
        assert_ne!(raw.read_line(&mut line).await.unwrap(), 0);
    }
    assert!(line.contains("21"), "{line}");
    running.handle.shutdown(PATIENCE).await.unwrap();
}

/// Lines without end, things that are no JSON, silence, a miner that never reads, and connections that
/// come and go: whoever works does not notice.
#[tokio::test(flavor = "multi_thread")]
async fn hostile_miners_do_not_harm_an_honest_one() {
    let running = Running::start(60, |server| server.ban_score = u32::MAX).await;
    let mut honest = running.miner(PAYOUT).await;
    let mut guests = Vec::new();
    for _ in 0..100 {
        // Silent, and kept open.
        guests.push(running.raw().await);
    }
    let address = running.address;
    let endless = tokio::spawn(async move {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let chunk = vec![b'['; 64 * 1024];
        // Closed long before all of it is taken.
        for _ in 0..160 {
            if stream.write_all(&chunk).await.is_err() {
                return true;
            }
        }
        false
    });
    let deaf = tokio::spawn(async move {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let line = b"{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[]}\n".repeat(50);
        // It is closed, for its chatter or because it does not read.
        while stream.write_all(&line).await.is_ok() {}
        true
    });
    for garbage in
        [&b"\xff\xfe\n"[..], b"{}\n", b"[1,2]\n", b"\n\n\n", b"{\"id\":{},\"method\":5}\n"]
    {
        let mut stream = running.raw().await;
        stream.write_all(garbage).await.unwrap();
        guests.push(stream);
    }
    for _ in 0..200 {
        drop(running.raw().await);
    }
    for n in 0..20 {
        let solution = honest.solve(n);
        assert_eq!(honest.submit(&solution).await, "Accepted");
    }
    assert!(tokio::time::timeout(PATIENCE, endless).await.unwrap().unwrap());
    assert!(tokio::time::timeout(PATIENCE, deaf).await.unwrap().unwrap());
    let status = running
        .until("status of all shares", |running| {
            let status = running.pool.status();
            (status.total.accepted == 20).then_some(status)
        })
        .await;
    assert_eq!((status.workers.len(), status.total.rejected.len()), (1, 0));
    running.handle.shutdown(PATIENCE).await.unwrap();
}

#[tokio::test]
async fn one_too_many_is_sent_away_and_the_others_stay() {
    let running = Running::start(60, |server| server.max_connections = 3).await;
    let mut stay = Vec::new();
    for _ in 0..3 {
        stay.push(running.miner(PAYOUT).await);
    }
    let mut refused = running.raw().await;
    let mut rest = Vec::new();
    let read = tokio::time::timeout(PATIENCE, refused.read_to_end(&mut rest)).await;
    assert!(read.unwrap().is_ok());
    for miner in &mut stay {
        let solution = miner.solve(0);
        assert_eq!(miner.submit(&solution).await, "Accepted");
    }
    running.handle.shutdown(PATIENCE).await.unwrap();
}
