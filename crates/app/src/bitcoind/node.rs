//! The node as bitcoind runs it: RPC first, then the chain, then the network; and all of it down
//! again, in order.
//!
//! Does not read arguments.

mod config;
mod stratum;

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use quarry_chain::limits::MAX_FUTURE_BLOCK_SECS;
use quarry_node::p2p::P2p;
use quarry_node::rpc::{self, RpcDeps, RpcServer};
use quarry_node::{News, Node, NodeDeps, OpenConfig};
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_store::{ChainStore, DataDir, Identity};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::Notify;

use super::daemon::Ready;
use super::log::LogControl;
use super::settings::Settings;
use crate::signals::EndSignals;

/// How many events a slow reader may be behind; nobody reads them here yet.
const EVENT_BACKLOG: u64 = 256;
/// Core's words for a clock that is wrong, or a chain that is.
const FUTURE_TIP: &str = ": The block database contains a block which appears to be from the future. This may be due to \
     your computer's date and time being set incorrectly. Only rebuild the block database if you are \
     sure that your computer's date and time are correct.\n\
     Please restart with -reindex or -reindex-chainstate to recover.";
/// How long each part may take to end.
const SHUTDOWN_DEADLINE: Duration = Duration::from_secs(20);

/// Runs the node until it is stopped. The data directory is locked and the log open; `ready` is told
/// once RPC answers.
///
/// # Errors
/// A text that ends the process with exit code 1, "Error: " in front of it.
pub(super) fn run(settings: &Settings, log: &LogControl, ready: Ready) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("Cannot start threads: {error}"))?;
    let done = runtime.block_on(run_async(settings, log, ready));
    // What still waits for a peer or a caller is not worth waiting for.
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
}

async fn run_async(settings: &Settings, log: &LogControl, ready: Ready) -> Result<(), String> {
    let spec = config::spec(settings)?;
    let clock = Clock::system();
    if let Some(seconds) = settings.early.mock_time {
        clock.set_mock_secs(u64::try_from(seconds).ok());
    }
    let stop = Arc::new(Notify::new());
    let mut signals =
        Signals::catch().map_err(|error| format!("Signals cannot be caught: {error}"))?;
    let node: Arc<OnceLock<Node>> = Arc::default();
    let fault: Arc<OnceLock<String>> = Arc::default();
    let rpc = start_rpc(settings, &spec, log, &clock, &stop, &node).await?;
    let parts = start_node(settings, spec, clock, rpc.as_ref().map(|(_, server)| server), &node);
    // Opening and importing take long where there are many blocks. Their threads end with the process,
    // which is to the store what a crash is: nothing is lost.
    let started = tokio::select! {
        started = parts => Some(started),
        () = signals.wait(&stop, log) => None,
    };
    let done = match started {
        None => {
            tracing::info!("Shutdown requested. Exiting.");
            Ok(())
        }
        Some(Ok((scope, miners))) => {
            tell_ready(settings, ready, rpc.as_ref().map(|(_, server)| server));
            if let Some(node) = node.get() {
                listen(settings, node, Arc::clone(&stop), Arc::clone(&fault));
            }
            if settings.early.chainstate.stop_after_import {
                tracing::info!("Stopping after block import");
                stop.notify_one();
            }
            signals.wait(&stop, log).await;
            tracing::info!("Shutdown in progress...");
            if let Some(miners) = miners {
                end("miners' server", miners).await;
            }
            let ended = end_node(settings, &scope, node.get()).await;
            match fault.get() {
                Some(fault) => Err(format!(
                    "A fatal internal error occurred, see debug.log for details: {fault}"
                )),
                None => ended,
            }
        }
        Some(Err(text)) => Err(text),
    };
    if let Some((handle, _)) = rpc {
        end("RPC server", handle).await;
    }
    done
}

fn tell_ready(settings: &Settings, ready: Ready, rpc: Option<&RpcServer>) {
    tracing::info!("init message: Done loading");
    if let Some(server) = rpc {
        server.ready();
    }
    settings.early.notify.startup();
    ready.tell();
}

async fn start_rpc(
    settings: &Settings,
    spec: &quarry_chain::ChainSpec,
    log: &LogControl,
    clock: &Clock,
    stop: &Arc<Notify>,
    node: &Arc<OnceLock<Node>>,
) -> Result<Option<(Handle, RpcServer)>, String> {
    if !settings.rpc.server {
        return Ok(None);
    }
    let failed = |error: String| {
        tracing::error!("{error}");
        "Unable to start HTTP server. See debug log for details.".to_owned()
    };
    let config = config::rpc(settings).map_err(failed)?;
    let coinbase = config::coinbase(settings, spec)?;
    let stopping = Arc::clone(stop);
    let (mock_clock, mock_log) = (clock.clone(), log.clone());
    let deps = RpcDeps {
        network: spec.prefixes().network(),
        clock: clock.clone(),
        events: EventHub::new(EVENT_BACKLOG),
        stop: Arc::new(move || stopping.notify_one()),
        set_mock_time: Some(Arc::new(move |seconds| {
            mock_clock.set_mock_secs(seconds);
            let seconds = seconds.and_then(|seconds| i64::try_from(seconds).ok());
            mock_log.set_mock_time(seconds.unwrap_or(0));
        })),
        log: config::log_categories(log),
        log_path: settings.early.log.file.clone().unwrap_or_default(),
        mempool_path: mempool_file(settings),
        coinbase,
        coins: coins(node),
        indexes: indexes(node),
        node: Arc::clone(node),
    };
    let started = rpc::start(config, deps).await;
    started.map(Some).map_err(|error| failed(error.to_string()))
}

fn coins(node: &Arc<OnceLock<Node>>) -> rpc::FindCoins {
    let node = Arc::clone(node);
    Arc::new(move |outpoints| match node.get() {
        Some(node) => node.find_coins(outpoints),
        None => vec![None; outpoints.len()],
    })
}

fn indexes(node: &Arc<OnceLock<Node>>) -> Arc<dyn Fn() -> Vec<rpc::IndexStatus> + Send + Sync> {
    let node = Arc::clone(node);
    Arc::new(move || node.get().map(Node::indexes).unwrap_or_default())
}

/// Opens the chain, starts the network, and serves miners if they are to be served.
async fn start_node(
    settings: &Settings,
    spec: quarry_chain::ChainSpec,
    clock: Clock,
    rpc: Option<&RpcServer>,
    to: &OnceLock<Node>,
) -> Result<(Scope, Option<Handle>), String> {
    if let Some(server) = rpc {
        server.set_warmup("Loading block index…");
    }
    tracing::info!("init message: Loading block index…");
    super::mask::prepare(&settings.early.places.blocks, settings.early.chainstate.blocks_xor)?;
    let config = config::open(settings)?;
    let places = settings.early.places.clone();
    let opening = clock.clone();
    let chainstate = &settings.early.chainstate;
    let afresh = chainstate.reindex || chainstate.reindex_chainstate;
    let open = move || open(&places, spec, config, opening, afresh);
    let opened = tokio::task::spawn_blocking(open).await;
    let (node, datadir) = opened.map_err(|error| error.to_string())??;
    let tip = node.read(|chain| chain.tip());
    let latest = clock.now().wall_secs().saturating_add(MAX_FUTURE_BLOCK_SECS);
    if tip.time > latest {
        return Err(FUTURE_TIP.to_owned());
    }
    tracing::info!("Loaded best chain: hashBestChain={} height={}", tip.hash, tip.height);
    import_blocks(settings, &node, rpc).await;
    load_mempool(settings, &node).await;
    let scope = Scope::new();
    scope.spawn(hold(datadir, scope.clone()));
    quarry_node::keep_written(&node, &scope);
    quarry_node::keep_fees(&node, &scope);
    quarry_node::rebroadcast(&node, &scope);
    if let Some(server) = rpc {
        server.set_warmup("Starting network threads…");
    }
    tracing::info!("init message: Starting network threads…");
    // Before the network: its thread is not ended by an error here.
    let miners = stratum::start(settings, &node).await?;
    let p2p: &P2p = node.p2p();
    let network = config::p2p(settings, node.spec())?;
    tracing::info!("SetNetworkActive: {}", network.network_active);
    let host = Arc::new(node.clone());
    quarry_node::p2p::start(network, host, clock, p2p, &scope)
        .map_err(|error| error.to_string())?;
    // Nobody has set it before.
    let _first = to.set(node);
    Ok((scope, miners))
}

/// Tells the user's programs of what happens, and stops the node at `-stopatheight` and when its
/// store fails.
fn listen(settings: &Settings, node: &Node, stop: Arc<Notify>, fault: Arc<OnceLock<String>>) {
    let notify = settings.early.notify.clone();
    let stop_at = settings.early.chainstate.stop_at_height;
    let stops = move |height: u32| stop_at > 0 && i64::from(height) >= stop_at;
    if stops(node.read(|chain| chain.tip().height)) {
        stop.notify_one();
    }
    node.listen(move |news| match news {
        News::Tip { hash, height, initial_download } => {
            if !initial_download {
                notify.block(&hash.to_string());
            }
            if stops(height) {
                stop.notify_one();
            }
        }
        News::Warning(text) => notify.alert(text),
        News::Fault(error) => {
            // The first is the cause of the others.
            let _later = fault.set(error.to_string());
            stop.notify_one();
        }
    });
}

/// Keeps the data directory until everything else in the scope has ended.
async fn hold(datadir: DataDir, scope: Scope) {
    scope.stopped().await;
    drop(datadir);
}

fn open(
    places: &super::datadir::Places,
    spec: quarry_chain::ChainSpec,
    config: OpenConfig,
    clock: Clock,
    afresh: bool,
) -> Result<(Node, DataDir), String> {
    let identity = Identity::quarry(spec.chain_id().to_string(), spec.spec_hash().to_string());
    let datadir = DataDir::open(&places.chainstate, &identity).map_err(|e| e.to_string())?;
    let paths =
        quarry_store::ChainPaths { db: datadir.chain_paths().db, blocks: places.blocks.clone() };
    if afresh {
        // The blocks stay, and are taken in again as those of an earlier crash are.
        tracing::info!("Building the state from the blocks again");
        ChainStore::forget_state(&paths).map_err(|error| error.to_string())?;
    }
    let store = ChainStore::open(&paths, spec.magic()).map_err(|error| error.to_string())?;
    let events = EventHub::new(EVENT_BACKLOG);
    let deps = NodeDeps { spec, store, engine: None, clock, events };
    let node = quarry_node::open(config, deps).map_err(|error| error.to_string())?;
    Ok((node, datadir))
}

/// Takes in the files of `-loadblock`.
async fn import_blocks(settings: &Settings, node: &Node, rpc: Option<&RpcServer>) {
    for path in settings.early.chainstate.load_blocks.clone() {
        tracing::info!("Importing blocks file {}...", path.display());
        if let Some(server) = rpc {
            server.set_warmup("Importing blocks…");
        }
        let (node, shown) = (node.clone(), path.display().to_string());
        let taken = tokio::task::spawn_blocking(move || node.import_blocks(&path)).await;
        match taken {
            Ok(Ok(taken)) => tracing::info!("Loaded {taken} blocks from external file"),
            Ok(Err(error)) => tracing::warn!("Could not open blocks file {shown}: {error}"),
            Err(error) => tracing::error!("Importing blocks file {shown}: {error}"),
        }
    }
}

fn mempool_file(settings: &Settings) -> std::path::PathBuf {
    settings.early.places.in_net(std::path::Path::new("mempool.dat"))
}

async fn load_mempool(settings: &Settings, node: &Node) {
    if !settings.early.mempool.persist {
        node.mempool_loaded();
        return;
    }
    let (node, path) = (node.clone(), mempool_file(settings));
    let loaded = tokio::task::spawn_blocking(move || {
        let loaded = node.load_mempool(&path);
        node.mempool_loaded();
        loaded
    });
    match loaded.await {
        Ok(Ok(Some(count))) => tracing::info!("Imported mempool transactions from file: {count}"),
        Ok(Ok(None)) => {}
        Ok(Err(error)) => tracing::warn!("Failed to load the mempool from file: {error}"),
        Err(error) => tracing::error!("Failed to load the mempool from file: {error}"),
    }
}

/// The signals that a daemon obeys, caught from the start on so that none is lost.
struct Signals {
    end: EndSignals,
    hangup: Signal,
}

impl Signals {
    fn catch() -> std::io::Result<Self> {
        Ok(Self { end: EndSignals::catch()?, hangup: signal(SignalKind::hangup())? })
    }

    /// Waits for the RPC `stop` or a signal. SIGHUP opens the log anew.
    async fn wait(&mut self, stop: &Notify, log: &LogControl) {
        loop {
            tokio::select! {
                () = stop.notified() => return,
                () = self.end.wait() => return,
                _ = self.hangup.recv() => {
                    if let Err(error) = log.reopen() {
                        tracing::error!("the log cannot be opened anew: {error}");
                    }
                }
            }
        }
    }
}

async fn end_node(settings: &Settings, scope: &Scope, node: Option<&Node>) -> Result<(), String> {
    settings.early.notify.shutdown();
    if let Some(node) = node {
        save_mempool(settings, node).await;
    }
    let handle = Handle::new("node", EventHub::new(1), scope.clone());
    end("node", handle).await;
    let Some(node) = node.cloned() else { return Ok(()) };
    let flushed = tokio::task::spawn_blocking(move || {
        node.finish_fees();
        node.flush()
    });
    let flushed = flushed.await;
    flushed
        .map_err(|error| error.to_string())?
        .map_err(|error| format!("The chain cannot be written: {error}"))
}

async fn save_mempool(settings: &Settings, node: &Node) {
    if !settings.early.mempool.persist {
        return;
    }
    let (node, path) = (node.clone(), mempool_file(settings));
    let saved = tokio::task::spawn_blocking(move || node.save_mempool(&path));
    match saved.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!("Failed to dump mempool: {error}. Continuing anyway."),
        Err(error) => tracing::error!("Failed to dump mempool: {error}. Continuing anyway."),
    }
}

async fn end(what: &str, handle: Handle) {
    if let Err(error) = handle.shutdown(SHUTDOWN_DEADLINE).await {
        tracing::error!("{what}: {error}");
    }
}
