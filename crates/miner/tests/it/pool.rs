//! Pools: the pool's own side of crate `mining` on real sockets, and scripted ones for what it never
//! does.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use quarry_miner::{MinerConfig, Payout, UpstreamConfig, UpstreamUrl};
use quarry_mining::stratum::line::Lines;
use quarry_mining::stratum::server::{Action, ConnId, Event, Server, ServerConfig, address_reader};
use quarry_mining::{Difficulty, Template};
use quarry_pow::{Target, VersionMask};
use quarry_primitives::{Amount, Block, BlockHash, Hash as _, Network, consensus};
use quarry_service::Clock;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::upstream::{PAYOUT, Running};

/// Sixteen hashes a share.
const EASY: f64 = 1.0 / 268_435_456.0;

fn config(address: SocketAddr, user: &str) -> MinerConfig {
    let url = format!("stratum+tcp://{user}:x@{address}");
    MinerConfig {
        upstreams: vec![UpstreamConfig::new(UpstreamUrl::parse(&url).unwrap()).into()],
        retry_pause: Duration::from_millis(10),
        ..MinerConfig::default()
    }
}

fn template(height: u32, zero_bits: u16) -> Arc<Template> {
    let target = Target::from_zero_bits(zero_bits).unwrap();
    let previous = BlockHash::from_byte_array([7; 32]);
    let value = Amount::from_base(5_000_000_000).unwrap();
    let mut template = Template::empty(previous, height, 0x207f_ffff, target, value);
    template.version_mask = Some(VersionMask::BIP320);
    template.time = 1_700_000_000;
    Arc::new(template)
}

/// A pool for one miner.
struct Pool {
    address: SocketAddr,
    blocks: Arc<Mutex<Vec<Vec<u8>>>>,
    templates: mpsc::Sender<Arc<Template>>,
}

impl Pool {
    async fn start(first: Arc<Template>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let blocks = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        let found = Arc::clone(&blocks);
        let (templates, news) = mpsc::channel(4);
        tokio::spawn(async move {
            let easy = Difficulty::new(EASY).unwrap();
            let mut config = ServerConfig::new(address_reader(Network::Regtest), easy);
            (config.vardiff.min, config.vardiff.start) = (easy, easy);
            let clock = Clock::system();
            let mut server = Server::new(config, clock.now()).unwrap();
            server.step(clock.now(), Event::NewTemplate { template: first, clean: true });
            let (stream, _) = listener.accept().await.unwrap();
            serve(server, clock, stream, news, found).await;
        });
        Self { address, blocks, templates }
    }
}

async fn serve(
    mut server: Server,
    clock: Clock,
    mut stream: TcpStream,
    mut news: mpsc::Receiver<Arc<Template>>,
    found: Arc<Mutex<Vec<Vec<u8>>>>,
) {
    let conn = ConnId(1);
    let ip = IpAddr::V4(Ipv4Addr::LOCALHOST);
    server.step(clock.now(), Event::Connected { conn, ip });
    let mut lines = Lines::new(16_384);
    let mut buffer = [0; 4096];
    loop {
        let mut actions = Vec::new();
        tokio::select! {
            read = stream.read(&mut buffer) => {
                let Ok(bytes @ 1..) = read else { return };
                lines.push(&buffer[..bytes]);
                while let Some(bytes) = lines.next_line().unwrap() {
                    actions.extend(server.step(clock.now(), Event::Line { conn, bytes }));
                }
            }
            Some(template) = news.recv() => {
                let event = Event::NewTemplate { template, clean: true };
                actions.extend(server.step(clock.now(), event));
            }
        }
        for action in actions {
            match action {
                Action::Send { line, .. } => {
                    // The miner may have ended.
                    let _ended = stream.write_all(line.as_bytes()).await;
                }
                Action::Block(block) => found.lock().unwrap().push(block.bytes),
                _ => {}
            }
        }
    }
}

#[tokio::test]
async fn shares_count_and_blocks_among_them() {
    let pool = Pool::start(template(450, 6)).await;
    let running = Running::start(config(pool.address, PAYOUT));
    let status = running.until("shares", |status| status.accepted >= 50).await;
    assert!(status.rejected.is_empty(), "{:#?}", running.miner.status().log);
    assert_eq!(status.upstreams[0].protocol, "stratum");
    assert_eq!(status.work.as_ref().unwrap().height, Some(450));
    // The tip moves: what was of the old one is not handed in any more.
    pool.templates.send(template(451, 250)).await.unwrap();
    let on = |status: &quarry_api::miner::MinerStatus| {
        status.work.as_ref().is_some_and(|work| work.height == Some(451))
    };
    running.until("the next block's work", on).await;
    let before = running.miner.status().accepted;
    running.until("shares of it", |status| status.accepted > before + 50).await;
    let status = running.miner.status();
    assert!(status.rejected.is_empty(), "{:#?}", status.log);
    running.end().await;
    let blocks = pool.blocks.lock().unwrap();
    assert!(!blocks.is_empty());
    let script = Payout::parse(PAYOUT).unwrap().script();
    let block: Block = consensus::deserialize(&blocks[0]).unwrap();
    assert_eq!(block.txdata[0].output[0].script_pubkey, script);
}

#[tokio::test]
async fn a_worker_who_is_refused_is_told() {
    let pool = Pool::start(template(450, 6)).await;
    let running = Running::start(config(pool.address, "nobody"));
    let status = running.until("the refusal", |status| status.upstreams[0].is_lasting).await;
    let error = status.upstreams[0].error.as_deref().unwrap();
    assert!(error.contains("refused the worker"), "{error}");
    running.end().await;
    // Nobody to work for is told before anybody is asked.
    let url = format!("stratum+tcp://{}", pool.address);
    let mut settings = config(pool.address, "x");
    settings.upstreams = vec![UpstreamConfig::new(UpstreamUrl::parse(&url).unwrap()).into()];
    let running = Running::start(settings);
    let status = running.until("the refusal", |status| status.upstreams[0].is_lasting).await;
    assert!(status.upstreams[0].error.as_deref().unwrap().contains("--user"));
    running.end().await;
}

/// A pool that answers each connection's lines from its script, and then closes it; of the last it
/// stays silent instead.
async fn scripted(script: Vec<Vec<(&'static str, String)>>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut last = None;
        for connection in script {
            drop(last.take());
            let (stream, _) = listener.accept().await.unwrap();
            let mut stream = BufReader::new(stream);
            for (expected, answer) in connection {
                if !expected.is_empty() {
                    let mut line = String::new();
                    stream.read_line(&mut line).await.unwrap();
                    assert_eq!(line.trim_end(), expected);
                }
                // It may hang up on what it is sent.
                let _hung_up = stream.write_all(answer.as_bytes()).await;
            }
            last = Some(stream);
        }
        let _open = last;
        std::future::pending::<()>().await;
    });
    address
}

const CONFIGURE: &str = r#"{"id":1,"method":"mining.configure","params":[["version-rolling","subscribe-extranonce"],{"version-rolling.mask":"1fffe000","version-rolling.min-bit-count":2}]}"#;

/// A pool from before BIP-310 ends the connection on being asked for it: byte for byte what is said
/// instead.
#[tokio::test]
async fn an_old_pool_is_asked_the_old_way() {
    let subscribe = concat!(
        r#"{"id":1,"method":"mining.subscribe","params":["quarry/"#,
        env!("CARGO_PKG_VERSION"),
        r#""]}"#
    );
    let authorize = r#"{"id":2,"method":"mining.authorize","params":["me","x"]}"#;
    let subscribed = r#"{"id":1,"result":[[["mining.notify","1"]],"08000002",4],"error":null}"#;
    let notify = format!(
        r#"{{"id":null,"method":"mining.notify","params":["j","{}","{}03c20100","{}",[],"20000000","1d00ffff","65535f58",true]}}"#,
        "00".repeat(32),
        "00".repeat(42),
        "00".repeat(20),
    );
    let granted = format!("{{\"id\":2,\"result\":true,\"error\":null}}\n{notify}\n");
    let script = vec![
        vec![(CONFIGURE, String::new())],
        vec![(subscribe, format!("{subscribed}\n")), (authorize, granted)],
    ];
    let first = scripted(script).await;
    let running = Running::start(config(first, "me"));
    let status = running.until("work", |status| status.work.is_some()).await;
    let work = status.work.unwrap();
    assert_eq!((work.height, work.difficulty, work.block_difficulty), (Some(450), 1.0, 1.0));
    running.end().await;
}

#[tokio::test]
async fn hostile_pools_are_left() {
    let long = "x".repeat(300_000);
    for (answer, words) in [
        (long, "a line of more than 262144 bytes"),
        ("[[[[[[[[[[[[[[[[[[[[\n".to_owned(), "does not speak Stratum"),
        ("HTTP/1.1 400 Bad Request\r\n\r\n".to_owned(), "does not speak Stratum"),
        (
            r#"{"id":null,"method":"client.reconnect","params":["evil.example",1,0]}"#.to_owned()
                + "\n",
            "",
        ),
    ] {
        let script = vec![vec![(CONFIGURE, answer)]];
        let address = scripted(script).await;
        let running = Running::start(MinerConfig {
            call_timeout: Duration::from_secs(1),
            ..config(address, "me")
        });
        if words.is_empty() {
            let said = running.until("no answer", |status| status.upstreams[0].failures > 0).await;
            assert!(said.upstreams[0].error.as_deref().unwrap().contains("did not answer in time"));
            let log = running.miner.status().log;
            let refused =
                |line: &quarry_api::miner::LogLine| line.text.contains("evil.example: refused");
            assert!(log.iter().any(refused), "{log:#?}");
        } else {
            let seen = running.until("the end", |status| status.upstreams[0].failures > 0).await;
            let error = seen.upstreams[0].error.clone().unwrap();
            assert!(error.contains(words), "{words}: {error}");
        }
        running.end().await;
    }
}

/// TLS to somebody who does not speak it.
#[tokio::test]
async fn a_pool_without_tls_is_told_apart() {
    let address = scripted(vec![vec![("", "{\"id\":1}\n".to_owned())]; 2]).await;
    let url = format!("stratum+ssl://me:x@localhost:{}", address.port());
    let mut settings = config(address, "me");
    settings.upstreams = vec![UpstreamConfig::new(UpstreamUrl::parse(&url).unwrap()).into()];
    let running = Running::start(settings);
    let status = running.until("an error", |status| status.upstreams[0].failures > 0).await;
    assert!(status.upstreams[0].hint.as_deref().unwrap().contains("TLS"));
    running.end().await;
}
