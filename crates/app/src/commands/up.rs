//! `quarry up`: a whole network on this machine, until a signal ends it.
//!
//! Order of start: directory lock, keys, engine, node, its miner, exchange, first deposit, seller, old paths,
//! pool, dashboard, run file, banner. The end goes the other way round. Does not contain what the servers do.

mod accounts;
mod banner;
mod dashboard;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use quarry_api::exchange::Capabilities;
use quarry_chain::ChainSpec;
use quarry_exchange::{
    Client, Exchange, ExchangeConfig, ExchangeDeps, NodeClient, SellerConfig, start_seller,
};
use quarry_market::NONCE_ARTICLE;
use quarry_miner::pool::{self, Listeners, Pool, PoolConfig, PoolDeps};
use quarry_miner::{Miner, MinerConfig, MinerDeps, Payout, Upstream};
use quarry_mining::Difficulty;
use quarry_mining::stratum::server::{ServerConfig, address_reader};
use quarry_node::{Node, NodeConfig, NodeDeps, NodeTemplates};
use quarry_pow::Engine;
use quarry_primitives::{Amount, KnownHrp};
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_store::{
    ChainStore, CommandLog, DataDir, Identity, KeyStore, POOL_DIR, RunFile, RunUrls,
};
use quarry_wallet::dev::{self, DevAccount};
use quarry_wallet::{HotSigner, SignerCaps};
use quarry_web::AllowedHosts;
use quarry_web::limits::MAX_CONNECTIONS;

use super::mine::{self, Place};
use super::pool_rpc::{RpcListener, open_port};
use crate::cli::{Global, POOL_DIFFICULTY, UpArgs};
use crate::config::{self, UpConfig};
use crate::descriptors;
use crate::engine;
use crate::error::AppError;
use crate::output::Output;
use crate::signals::EndSignals;

pub(crate) use banner::Banner;

/// Each dev account's money in the genesis block: 1,000 coins.
const DEV_ALLOCATION: Amount = Amount::of(1_000 * quarry_primitives::COIN);
/// What bertrand sends to the exchange on the first start: 1 coin.
const FIRST_DEPOSIT: Amount = Amount::of(quarry_primitives::COIN);
/// How long all servers together may take to end.
const SHUTDOWN: Duration = Duration::from_millis(1800);
/// What each of them has at least, however long the others took.
const SHUTDOWN_LEAST: Duration = Duration::from_millis(50);
/// The most that the exchange's signer lets go in one transaction and in a day.
const SIGNER_CAPS: SignerCaps = SignerCaps {
    per_transaction: Amount::of(100 * quarry_primitives::COIN),
    per_day: Amount::of(1_000 * quarry_primitives::COIN),
};

/// What miner and pool call the node that they work for.
const THIS_NODE: &str = "this node";
/// Descriptors that the miners of the pool do not get: what a pool needs beside them, and the other servers with
/// all who use them.
const OWN_DESCRIPTORS: usize = super::pool::OWN_DESCRIPTORS + 4 * MAX_CONNECTIONS;
/// Where the books of the pool are, among those of other pools.
const OWN_POOL: &str = "own";

/// What runs.
struct Running {
    // Dropped last: the lock is the sign of life.
    datadir: DataDir,
    engine: Engine,
    handles: Vec<Handle>,
    miner: mine::Control,
    place: Place,
    banner: Banner,
}

pub(crate) async fn run(global: &Global, args: &UpArgs, output: &Output) -> Result<(), AppError> {
    let started = Instant::now();
    descriptors::raise();
    let path = config::datadir(global)?;
    let config = UpConfig::load(global, &path, args)?;
    refuse_public(&config, args)?;
    let mut signals = EndSignals::catch().map_err(fail)?;
    let running = tokio::select! {
        running = start(global, &path, &config, args) => running?,
        () = signals.wait() => return Err(AppError::interrupted("")),
    };
    let mut banner = running.banner;
    banner.ready_ms = started.elapsed().as_millis();
    output.first_result(&banner, Banner::to_text)?;
    let fault = tokio::select! {
        () = signals.wait() => None,
        server = any_ended(&running.handles) => Some(server),
    };
    output.say("ending");
    let stopped = stop(running.handles, &running.engine).await;
    let kept = running.miner.keep_past(&running.place);
    RunFile::remove(&running.datadir).map_err(fail)?;
    drop(running.datadir);
    match fault {
        Some(server) => Err(AppError::failed_with_hint(
            format!("cannot keep the {server} running"),
            "the log above says why; started again, it goes on where it was",
        )),
        None => stopped.and(kept),
    }
}

/// Dev keys are published: whoever reaches such an instance owns it.
fn refuse_public(config: &UpConfig, args: &UpArgs) -> Result<(), AppError> {
    if config.bind.value.is_loopback() {
        return Ok(());
    }
    let why = if args.allow_public {
        "the dev keys are published, so everybody could spend its coins"
    } else {
        "others could reach it, and the dev keys are published"
    };
    Err(AppError::usage(
        format!("cannot run `up` on {}: {why}", config.bind.value),
        "leave out --bind; dev keys work on loopback only",
    ))
}

async fn start(
    global: &Global,
    path: &Path,
    config: &UpConfig,
    args: &UpArgs,
) -> Result<Running, AppError> {
    let clock = Clock::system();
    let hub = EventHub::new(clock.now().wall_ms);
    let spec = dev_spec()?;
    let identity = Identity::quarry(spec.chain_id().to_string(), spec.spec_hash().to_string());
    let datadir = DataDir::open(path, &identity).map_err(|e| datadir_error(&e))?;
    let keys = KeyStore::open(&datadir.keys_dir()).map_err(fail)?;
    accounts::store_dev_keys(&keys)?;
    let threads = config.threads.value.and_then(NonZeroUsize::new);
    let engine = engine::start_for_any_work(threads)?;
    let node_started =
        start_node(config, &spec, &datadir, engine.clone(), clock.clone(), hub.clone()).await?;
    let (node_handle, node) = node_started;
    let (miner, miner_handle) =
        start_miner(config, &node, engine.clone(), clock.clone(), hub.clone())?;
    let place = Place::of_up(path);
    place.make()?;
    let miner = mine::Control::new(miner, &place, clock.clone());
    let node_address = address_of(&node_handle, "node")?;
    let node_client = NodeClient::new(&format!("http://{node_address}")).map_err(fail)?;
    let (exchange_handle, exchange) =
        start_exchange(config, &datadir, &node_client, &spec, clock.clone(), hub.clone()).await?;
    let exchange_url = format!("http://{}", address_of(&exchange_handle, "exchange")?);
    let client = Client::connect(&exchange_url, clock.clone()).await?;
    first_deposit(&client, &node_client, &exchange).await?;
    let mut handles = vec![node_handle, miner_handle, exchange_handle];
    if !args.no_worker {
        handles.push(start_worker(config, &client, &engine, hub.clone()).await?);
    }
    if let Some(port) = args.compat_port {
        handles.push(start_compat(port, node.clone(), hub.clone()).await?);
    }
    let mut miners = Vec::new();
    let mut pool = None;
    if args.stratum.is_some() || args.stratum_rpc.is_some() {
        let (started, its_handles) =
            start_pool(args, &node, &datadir, clock.clone(), hub.clone()).await?;
        miners.clone_from(&started.watch().borrow().listen);
        pool = Some(super::pool::as_source(started));
        handles.extend(its_handles);
    }
    let shared = accounts::Shared::new(keys, node.clone(), exchange.clone());
    let (instance, token) = (quarry_web::random_token(), quarry_web::random_token());
    let dashboard = dashboard::start(dashboard::Deps {
        port: config.port.value,
        name: path.display().to_string(),
        instance: short(&instance).to_owned(),
        token: token.clone(),
        node,
        exchange,
        miner: Arc::new(miner.clone()),
        share: mine::share_desk(global, path)?,
        pool,
        accounts: shared.clone(),
        engine: engine.clone(),
        clock: clock.clone(),
        hub,
    })
    .await?;
    let urls = RunUrls {
        dashboard: dashboard.url.clone(),
        node: format!("http://{node_address}"),
        exchange: exchange_url,
    };
    dashboard.scope.spawn_droppable(mine::keep(miner.clone(), place.clone()));
    handles.push(dashboard.handle);
    let run_file = RunFile {
        instance: short(&instance).to_owned(),
        pid: std::process::id(),
        started_ms: clock.now().wall_ms,
        urls: urls.clone(),
        operator_token: token,
    };
    run_file.write(&datadir).map_err(fail)?;
    let mut banner =
        Banner::new(global, path, &urls, dashboard.login_url, &shared, &engine).await?;
    for url in miners {
        banner = banner.with_miners(url);
    }
    Ok(Running { datadir, engine, handles, miner, place, banner })
}

/// The chain that `up` runs: the dev spec with the four dev accounts in its genesis block.
pub(crate) fn dev_spec() -> Result<ChainSpec, AppError> {
    let alloc = DevAccount::ALL
        .iter()
        .map(|account| (account.secret().account().script_pubkey(), DEV_ALLOCATION))
        .collect();
    ChainSpec::dev(alloc).map_err(fail)
}

async fn start_node(
    config: &UpConfig,
    spec: &ChainSpec,
    datadir: &DataDir,
    engine: Engine,
    clock: Clock,
    events: EventHub,
) -> Result<(Handle, Node), AppError> {
    let store = ChainStore::open(&datadir.chain_paths(), spec.magic()).map_err(fail)?;
    let listen = SocketAddr::new(config.bind.value, config.node_port.value);
    let node_config = NodeConfig { listen, allow_public: false };
    let engine = Some(engine);
    let deps = NodeDeps { spec: spec.clone(), store, engine, clock, events };
    quarry_node::start(node_config, deps).await.map_err(|e| port_hint(&e, "--node-port"))
}

/// The miner of this node: it makes a block when the node wants one.
fn start_miner(
    config: &UpConfig,
    node: &Node,
    engine: Engine,
    clock: Clock,
    events: EventHub,
) -> Result<(Miner, Handle), AppError> {
    let block_time = Duration::from_secs(config.block_time.value);
    let source = Arc::new(NodeTemplates::paced(node.clone(), block_time));
    let name = THIS_NODE.to_owned();
    let payee = DevAccount::Miner.secret().account().address(KnownHrp::Regtest).to_string();
    let config = MinerConfig {
        upstreams: vec![Upstream::Local { name, source }],
        payout: Some(Payout::parse(&payee).map_err(fail)?),
        ..MinerConfig::default()
    };
    quarry_miner::start(config, MinerDeps { engine, clock, events }).map_err(fail)
}

/// The tutorial chain's paths, for this machine only.
async fn start_compat(port: u16, node: Node, events: EventHub) -> Result<Handle, AppError> {
    let hint = |error: &dyn std::error::Error| {
        AppError::failed_with_hint(error.to_string(), "another port: --compat-port PORT")
    };
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = quarry_web::bind(wanted, false).await.map_err(|error| hint(&error))?;
    let address = listener.local_addr().map_err(|error| hint(&error))?;
    let hosts = AllowedHosts::loopback(address.port());
    let scope = Scope::new();
    let router = quarry_web::compat_router(hosts, quarry_node::seed_router(node));
    quarry_web::serve(listener, router, &scope);
    Ok(Handle::new("compat", events, scope).with_address("compat", address))
}

/// The pool of this node: whoever mines in the name of no address mines for the miner's account.
async fn start_pool(
    args: &UpArgs,
    node: &Node,
    datadir: &DataDir,
    clock: Clock,
    events: EventHub,
) -> Result<(Pool, Vec<Handle>), AppError> {
    let mut listeners = Listeners::default();
    if let Some(address) = args.stratum {
        listeners.stratum.push(open_port(address, args.allow_public, "--stratum").await?);
    }
    let rpc = RpcListener::open(args.stratum_rpc, args.allow_public, "--stratum-rpc").await?;
    listeners.rpc.extend(rpc.iter().map(RpcListener::address));
    let place = datadir.path().join(POOL_DIR).join(OWN_POOL);
    let books = Some(super::pool::books::open(&place, datadir.identity().chain_id.clone())?);
    let network = node.spec().prefixes().network();
    let start = Difficulty::new(POOL_DIFFICULTY).unwrap_or(Difficulty::ONE);
    let mut server = ServerConfig::new(address_reader(network), start);
    server.max_connections =
        descriptors::connections(server.max_connections, OWN_DESCRIPTORS, "live with fewer miners");
    server.fallback = Some(DevAccount::Miner.secret().account().script_pubkey());
    let source = Arc::new(NodeTemplates::start(node.clone()).await);
    let config = PoolConfig { server, upstream: THIS_NODE.to_owned() };
    let deps = PoolDeps { source, clock, events: events.clone(), books };
    let (pool, handle) = pool::start(listeners, config, deps).await.map_err(fail)?;
    let rpc = rpc.map(|rpc| rpc.serve(pool.direct().clone(), events));
    Ok((pool, std::iter::once(handle).chain(rpc).collect()))
}

async fn start_exchange(
    config: &UpConfig,
    datadir: &DataDir,
    node: &NodeClient,
    spec: &ChainSpec,
    clock: Clock,
    events: EventHub,
) -> Result<(Handle, Exchange), AppError> {
    let log = CommandLog::open(&datadir.exchange_db()).map_err(fail)?;
    let branch = dev::exchange_branch();
    let exchange_config = ExchangeConfig::new(
        SocketAddr::new(config.bind.value, config.exchange_port.value),
        spec.chain_id(),
        dev::exchange_account(),
    );
    let deps = ExchangeDeps {
        log,
        node: node.clone(),
        branch: branch.public(),
        make_signer: Box::new(|signed| {
            Box::new(HotSigner::new(branch, SIGNER_CAPS).restore(signed))
        }),
        clock,
        events,
    };
    quarry_exchange::start(exchange_config, deps)
        .await
        .map_err(|e| port_hint(&e, "--exchange-port"))
}

/// Gives bertrand something to buy with, by a real transaction, on the first start only.
async fn first_deposit(
    client: &Client,
    node: &NodeClient,
    exchange: &Exchange,
) -> Result<(), AppError> {
    let bertrand = DevAccount::Bertrand.secret();
    let has = exchange.account(&bertrand.account());
    let was_here = exchange.jobs(1).iter().any(|job| job.buyer == bertrand.account());
    // Not "is registered": an earlier start may have been killed before the coins were sent.
    if was_here || has.available.max(has.held).max(has.withdrawing) > Amount::ZERO {
        return Ok(());
    }
    let account = client.with_account(DevAccount::Bertrand.secret());
    super::money::deposit_and_wait(&account, &bertrand, node, FIRST_DEPOSIT).await.map(drop)
}

async fn start_worker(
    config: &UpConfig,
    client: &Client,
    engine: &Engine,
    events: EventHub,
) -> Result<Handle, AppError> {
    let account = client.with_account(DevAccount::Camille.secret());
    account.register().await?;
    let seller = SellerConfig {
        article: NONCE_ARTICLE.to_owned(),
        price: Amount::from_base(config.ask_price.value).map_err(fail)?,
        // A short search is done beside a long one.
        slots: 8,
        takes_over: true,
        capabilities: this_machine(engine),
        auto_withdraw_min: Amount::from_base(config.auto_withdraw_min.value).ok(),
        payout_address: account.account().address(KnownHrp::Regtest).to_string(),
    };
    Ok(start_seller(seller, account, engine.clone(), events))
}

/// What this machine offers to buyers.
pub(crate) fn this_machine(engine: &Engine) -> Capabilities {
    let memory_mib = rustix::system::sysinfo().totalram / (1024 * 1024);
    Capabilities {
        cores: u16::try_from(engine.threads()).unwrap_or(u16::MAX),
        memory_mib: u32::try_from(memory_mib).unwrap_or(u32::MAX),
    }
}

/// The first server that ends without being asked to.
async fn any_ended(handles: &[Handle]) -> &'static str {
    let ends = handles.iter().map(|handle| {
        Box::pin(async move {
            handle.join().await;
            handle.server
        })
    });
    futures_util::future::select_all(ends).await.0
}

/// Ends the servers, the youngest first, because it leans on the older ones.
async fn stop(handles: Vec<Handle>, engine: &Engine) -> Result<(), AppError> {
    let deadline = Instant::now() + SHUTDOWN;
    let mut late = Vec::new();
    for handle in handles.into_iter().rev() {
        let left = deadline.saturating_duration_since(Instant::now()).max(SHUTDOWN_LEAST);
        if let Err(error) = handle.shutdown(left).await {
            late.push(error.to_string());
        }
    }
    engine.shutdown();
    if late.is_empty() { Ok(()) } else { Err(AppError::failed(late.join("; "))) }
}

fn address_of(handle: &Handle, listener: &'static str) -> Result<SocketAddr, AppError> {
    let address = handle.addresses.get(listener).copied();
    address.ok_or_else(|| AppError::failed(format!("cannot find the address of the {listener}")))
}

fn fail(error: impl std::fmt::Display) -> AppError {
    AppError::failed(error.to_string())
}

fn port_hint(error: &dyn std::error::Error, option: &str) -> AppError {
    AppError::failed_with_hint(
        error.to_string(),
        format!("another port: {option} PORT, or --port 0 for any free ones"),
    )
}

fn datadir_error(error: &quarry_store::DataDirError) -> AppError {
    AppError::failed(error.to_string())
}

/// Enough of an instance's random name to tell it from others; never a part of the token.
fn short(instance: &str) -> &str {
    instance.get(..16).unwrap_or(instance)
}

/// The address that the dashboard listens on: never anything but loopback.
fn loopback(port: u16) -> SocketAddr {
    SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)
}
