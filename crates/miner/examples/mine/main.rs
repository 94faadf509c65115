//! Figures of the miner: `cargo run --release -p quarry-miner --example mine` (`cargo xtask bench` runs it). It
//! is a benchmark: it prints, and judges nothing.
//!
//! * hashes a second while mining for a pool over loopback, on work as hard as the main chain's and on work
//!   of which a share is found every few milliseconds, beside what the bare engine does on the same work,
//!   measured in turns;
//! * from a new block until the first share of it is at the pool: more than from the template to the
//!   first hash, by the way of the share;
//! * from the last byte of a full block's template (8 MB of JSON) until it is searched, beside what it takes
//!   to read over that JSON and keep nothing.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

mod big_template;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc as sync;
use std::time::{Duration, Instant};

use quarry_miner::{Miner, MinerConfig, MinerDeps, UpstreamConfig, UpstreamUrl};
use quarry_mining::stratum::line::Lines;
use quarry_mining::stratum::server::{Action, ConnId, Event, Server, ServerConfig, address_reader};
use quarry_mining::{Difficulty, Template};
use quarry_pow::{Engine, EngineConfig, Priority, Search, Target, VersionMask, Work};
use quarry_primitives::{Amount, BlockHash, Hash as _, Network};
use quarry_service::{Clock, EventHub, Handle};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const PAYOUT: &str = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
/// Length of a turn, turns of each kind, and time for a miner to get going.
const TURN: Duration = Duration::from_secs(2);
const TURNS: usize = 3;
const WARM_UP: Duration = Duration::from_millis(1_500);
/// Blocks whose first share is waited for.
const BLOCKS: u8 = 41;
/// nBits of the main chain in 2025.
const HARD: u32 = 0x1701_f0cc;

fn main() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let engine = Engine::start(EngineConfig::default())?;
    println!("{} threads, {}", engine.threads(), engine.backend().name());
    runtime.block_on(async {
        rate(&engine, "main chain's work", 1e6).await?;
        // 100 ms of one thread, about.
        rate(&engine, "a share each 0.1 s", 2e-3).await?;
        first_share(&engine).await?;
        big_template::measure(&engine).await
    })?;
    engine.shutdown();
    Ok(())
}

fn difficulty(number: f64) -> Result<Difficulty> {
    Ok(Difficulty::new(number).ok_or("not a difficulty")?)
}

fn template(previous: u8) -> Result<Arc<Template>> {
    let target = Target::from_compact(HARD)?;
    let previous = BlockHash::from_byte_array([previous; 32]);
    let value = Amount::of(312_500_000);
    let mut template = Template::empty(previous, 900_000, HARD, target, value);
    template.version_mask = Some(VersionMask::BIP320);
    template.time = 1_750_000_000;
    Ok(Arc::new(template))
}

/// A pool for one miner.
struct Pool {
    address: SocketAddr,
    templates: mpsc::Sender<Arc<Template>>,
    /// When each share came.
    shares: sync::Receiver<Instant>,
}

impl Pool {
    async fn start(share: f64) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (templates, news) = mpsc::channel(4);
        let (found, shares) = sync::channel();
        let mut config = ServerConfig::new(address_reader(Network::Regtest), difficulty(share)?);
        config.vardiff.min = difficulty(share)?;
        config.vardiff.max = difficulty(share)?;
        let server = Server::new(config, Clock::system().now())?;
        let first = template(0)?;
        tokio::spawn(async move {
            if let Ok((stream, _)) = listener.accept().await {
                let _ended = serve(stream, server, first, news, found).await;
            }
        });
        Ok(Self { address, templates, shares })
    }
}

async fn serve(
    mut stream: TcpStream,
    mut server: Server,
    first: Arc<Template>,
    mut news: mpsc::Receiver<Arc<Template>>,
    found: sync::Sender<Instant>,
) -> std::io::Result<()> {
    const CONN: ConnId = ConnId(1);
    stream.set_nodelay(true)?;
    let mut lines = Lines::new(quarry_mining::limits::MAX_LINE_BYTES);
    let mut bytes = vec![0; 4096];
    let ip = IpAddr::from(Ipv4Addr::LOCALHOST);
    let template = |template| Event::NewTemplate { template, clean: true };
    let mut events = vec![template(first), Event::Connected { conn: CONN, ip }];
    loop {
        for event in events.drain(..) {
            for action in server.step(Clock::system().now(), event) {
                match action {
                    Action::Send { line, .. } => stream.write_all(line.as_bytes()).await?,
                    Action::Share(share) if share.result.is_ok() => {
                        let _ended = found.send(Instant::now());
                    }
                    _ => {}
                }
            }
        }
        tokio::select! {
            Some(new) = news.recv() => events.push(template(new)),
            count = stream.read(&mut bytes) => {
                let count = count?;
                if count == 0 {
                    return Ok(());
                }
                lines.push(&bytes[..count]);
                while let Ok(Some(bytes)) = lines.next_line() {
                    events.push(Event::Line { conn: CONN, bytes });
                }
            }
        }
    }
}

fn mine(pool: &Pool, engine: &Engine) -> Result<(Miner, Handle)> {
    let url = UpstreamUrl::parse(&format!("stratum+tcp://{PAYOUT}:x@{}", pool.address))?;
    let config =
        MinerConfig { upstreams: vec![UpstreamConfig::new(url).into()], ..MinerConfig::default() };
    let (clock, events) = (Clock::system(), EventHub::new(1));
    Ok(quarry_miner::start(config, MinerDeps { engine: engine.clone(), clock, events })?)
}

/// Hashes a second of the whole engine over a turn.
async fn measured(engine: &Engine) -> f64 {
    let (before, started) = (engine.hashes(), Instant::now());
    tokio::time::sleep(TURN).await;
    let done = engine.hashes().wrapping_sub(before);
    done as f64 / started.elapsed().as_secs_f64()
}

async fn rate(engine: &Engine, name: &str, share: f64) -> Result<()> {
    let (mut mined, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let pool = Pool::start(share).await?;
        let (_miner, handle) = mine(&pool, engine)?;
        tokio::time::sleep(WARM_UP).await;
        mined.push(measured(engine).await);
        handle.shutdown(TURN).await?;
        // The same form of work, that nothing meets.
        let work = Work::rolling_header(
            [0; 80],
            Some(VersionMask::BIP320),
            None,
            Target::from_zero_bits(200)?,
        );
        let range = work.space();
        let search = Search { work, range, priority: Priority::Mine };
        let searching = engine.submit(search, |_| ())?;
        tokio::time::sleep(WARM_UP).await;
        bare.push(measured(engine).await);
        searching.cancel();
    }
    let (mined, bare) = (median(mined), median(bare));
    println!(
        "mining, {name:<20} {:>8.2} MH/s   bare engine {:>8.2} MH/s   {:.1} % of it",
        mined / 1e6,
        bare / 1e6,
        100.0 * mined / bare
    );
    Ok(())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// New blocks to a miner, one after the other.
async fn first_share(engine: &Engine) -> Result<()> {
    // 130,000 hashes a share, 3 ms of two threads; with more of them the miner would hold back.
    let pool = Pool::start(3e-5).await?;
    let (_miner, handle) = mine(&pool, engine)?;
    tokio::time::sleep(WARM_UP).await;
    let mut times = Vec::new();
    for n in 1..=BLOCKS {
        let sent = Instant::now();
        pool.templates.send(template(n)?).await?;
        // Shares of the block before are refused from here on, so the next that counts is of this one;
        // one that was on its way is passed over.
        tokio::time::sleep(Duration::from_millis(200)).await;
        let first = pool.shares.try_iter().find(|at| *at > sent).ok_or("no share")?;
        times.push(first.duration_since(sent).as_secs_f64() * 1e3);
    }
    let worst = times.iter().copied().fold(0.0, f64::max);
    println!(
        "from a new block to its first share {:>6.1} ms   worst of {BLOCKS} {worst:.1} ms",
        median(times)
    );
    handle.shutdown(TURN).await?;
    Ok(())
}
