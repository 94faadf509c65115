//! `quarry pool`: serves miners in front of a node until interrupted.
//!
//! Does not speak Stratum (`quarry-miner`).

pub(crate) mod books;

use std::sync::Arc;
use std::time::Duration;

use quarry_api::pool::PoolStatus;
use quarry_miner::limits::MAX_REFUSED_AT_ONCE;
use quarry_miner::pool::{
    self, Listeners, Pool, PoolConfig, PoolDeps, PoolError, RpcSource, TemplateSource,
};
use quarry_miner::{Identity, Payout as Address, Rpc, Scheme, UpstreamConfig, UpstreamUrl};
use quarry_mining::Difficulty;
use quarry_mining::stratum::payout::{Fee, Payout, Proportional};
use quarry_mining::stratum::server::{AddressReader, ServerConfig};
use quarry_service::{Clock, EventHub, Scope};
use quarry_store::POOL_DIR;
use quarry_web::PoolSource;
use quarry_web::limits::MAX_CONNECTIONS;
use tokio::time::{MissedTickBehavior, interval};

use super::mine::{Door, Shown as Page, coinbase_tag};
use super::pool_rpc::{RpcListener, open_port};
use crate::cli::{Global, PoolArgs, PoolMode};
use crate::config;
use crate::descriptors;
use crate::error::{AppError, typed};
use crate::output::{self, Output, counted};
use crate::signals::EndSignals;

/// How long the end may take: a block that is being handed in is waited for.
const SHUTDOWN: Duration = Duration::from_secs(10);
/// Time between two lines of JSON.
const JSON_PAUSE: Duration = Duration::from_secs(5);
/// Time between two status lines where there is no terminal.
const LINE_PAUSE: Duration = Duration::from_secs(60);
/// Descriptors that no miner gets: those who are told that there is no room, calls of the node, the books. Each
/// listener for HTTP takes [`MAX_CONNECTIONS`] more.
pub(crate) const OWN_DESCRIPTORS: usize = MAX_REFUSED_AT_ONCE + 128;
/// What `--node` takes.
const NODE: &str = "like http://user:password@127.0.0.1:8332";

pub(crate) async fn run(global: &Global, args: &PoolArgs, output: &Output) -> Result<(), AppError> {
    let mut signals = EndSignals::catch().map_err(|e| AppError::failed(e.to_string()))?;
    let node = node(args)?;
    let tls = tls(args)?;
    // Before the node is asked: what cannot be served is told at once.
    let (start, share_rate) = pace(args)?;
    payers(args)?;
    let tag = coinbase_tag(&args.coinbase_tag)?;
    let mut listeners = Listeners::default();
    for address in &args.listen {
        listeners.stratum.push(open_port(*address, args.web.allow_public, "--listen").await?);
    }
    for address in &args.tls_listen {
        let opened = open_port(*address, args.web.allow_public, "--tls-listen").await?;
        listeners.tls.extend(tls.clone().map(|identity| (opened, identity)));
    }
    let rpc_door = RpcListener::open(args.rpc, args.web.allow_public, "--rpc").await?;
    listeners.rpc.extend(rpc_door.iter().map(RpcListener::address));
    let door = Door::open(global, &args.web, Page::Pool).await?;
    let shown = node.url.to_string();
    let rpc = Rpc::new(node.url.url.clone(), node.credentials())
        .map_err(|error| AppError::failed(error.to_string()))?;
    let scope = Scope::new();
    let source = tokio::select! {
        source = RpcSource::start(rpc, &scope) => source,
        () = signals.wait() => return Err(AppError::interrupted("")),
    };
    let source = source.map_err(|error| AppError::Unreachable {
        message: format!("{shown} {error}"),
        hint: String::new(),
    })?;
    let chain = source.templates().borrow().chain.clone().unwrap_or_default();
    let server = ServerConfig { tag, ..rules(args, &chain, start, share_rate)? };
    let template = source.templates().borrow().template.clone();
    let network = template.map(|template| Difficulty::of_target(template.target));
    if let Some(text) = easier_than_shares(start, server.vardiff.min, network) {
        output.say(&text);
    }
    let place = match &args.books {
        Some(place) => place.clone(),
        None => config::datadir(global)?.join(POOL_DIR).join(books::key(&chain, &authority(&node))),
    };
    let books = Some(books::open(&place, source.chain_identity().to_owned())?);
    let clock = Clock::system();
    let events = EventHub::new(clock.now().wall_ms);
    let config = PoolConfig { server, upstream: shown };
    let deps = PoolDeps { source: Arc::new(source), clock, events: events.clone(), books };
    let (pool, handle) = pool::start(listeners, config, deps).await.map_err(refused)?;
    let rpc_door = rpc_door.map(|door| door.serve(pool.direct().clone(), events.clone()));
    for address in &pool.watch().borrow().listen {
        output.say(&format!("miners connect with: quarry mine --to {address} --user ADDRESS.NAME"));
    }
    let served =
        door.map(|door| door.show(&events, None, Some(as_source(pool.clone())))).transpose()?;
    if let Some(served) = &served {
        output.say(&format!("watch it at {}", served.login_url));
    }
    let followed = tokio::select! {
        never = follow(&pool, output) => never,
        () = signals.wait() => Ok(()),
    };
    let rpc_ended = match rpc_door {
        Some(rpc_door) => rpc_door.shutdown(SHUTDOWN).await,
        None => Ok(()),
    };
    // A block that is being handed in has a while from here on; and however it ends, the books are written.
    scope.stop();
    let ended = handle.shutdown(SHUTDOWN).await;
    if let Some(served) = served {
        served.end().await?;
    }
    rpc_ended.and(ended).map_err(|error| AppError::failed(error.to_string()))?;
    followed?;
    output.first_result(&without_past(&pool.status()), summary)
}

/// The pool as its page sees it.
pub(super) fn as_source(pool: Pool) -> Arc<dyn PoolSource> {
    Arc::new(Shown(pool))
}

struct Shown(Pool);

impl PoolSource for Shown {
    fn status(&self) -> PoolStatus {
        self.0.status()
    }
}

fn node(args: &PoolArgs) -> Result<UpstreamConfig, AppError> {
    let refused = |error: String| AppError::usage(format!("cannot use --node: {error}"), NODE);
    let url = UpstreamUrl::parse(&args.node).map_err(|error| refused(error.to_string()))?;
    if !matches!(url.scheme, Scheme::Rpc) {
        return Err(refused("a pool stands in front of a node".to_owned()));
    }
    Ok(UpstreamConfig { cookie: args.cookie.clone(), ..UpstreamConfig::new(url) })
}

/// Where the node is.
fn authority(node: &UpstreamConfig) -> String {
    let url = &node.url.url;
    let port = url.port_or_known_default().unwrap_or_default();
    format!("{}:{port}", url.host_str().unwrap_or_default())
}

/// By which certificate TLS is spoken, if it is.
fn tls(args: &PoolArgs) -> Result<Option<Identity>, AppError> {
    let (Some(certificate), Some(key)) = (&args.tls_cert, &args.tls_key) else { return Ok(None) };
    let identity = Identity::read(certificate, key).map_err(|error| {
        AppError::usage(
            format!("cannot use --tls-cert and --tls-key: {error}"),
            "the server's certificate and its key as PEM; for miners of one's own: openssl req -x509 \
             -newkey rsa:2048 -nodes -days 3650 -subj /CN=pool -addext subjectAltName=DNS:HOST \
             -addext basicConstraints=critical,CA:FALSE -keyout key.pem -out cert.pem (IP:ADDRESS in place of \
             DNS:HOST where miners name an address)",
        )
    })?;
    Ok(Some(identity))
}

/// Reads addresses of the node's chain.
fn addresses(chain: String) -> AddressReader {
    Arc::new(move |text| {
        let address = Address::parse(text).ok()?;
        address.check(&chain).ok().map(|()| address.script())
    })
}

/// The difficulty to begin with, and the shares a minute that it follows to.
fn pace(args: &PoolArgs) -> Result<(Difficulty, f64), AppError> {
    let above_zero = |option: &str, number: f64| {
        AppError::usage(format!("cannot use {option} {number}"), "it is a number above zero")
    };
    let start = Difficulty::new(args.difficulty)
        .ok_or_else(|| above_zero("--difficulty", args.difficulty))?;
    let rate = Some(args.share_rate).filter(|rate| rate.is_finite() && *rate > 0.0);
    Ok((start, rate.ok_or_else(|| above_zero("--share-rate", args.share_rate))?))
}

/// Whether those who are to be paid can be.
fn payers(args: &PoolArgs) -> Result<(), AppError> {
    match args.mode {
        PoolMode::Proportional if args.payout.is_none() => Err(AppError::usage(
            "--mode proportional without --payout",
            "give the address that is paid while nobody has shares yet",
        )),
        PoolMode::Solo if args.fee_basis_points > 0 => Err(AppError::usage(
            "--fee-basis-points without --mode proportional",
            "a solo pool's block pays its finder alone",
        )),
        _ => Ok(()),
    }
}

/// What to say where a block takes less than the easiest share, so that what was asked for does not hold.
fn easier_than_shares(
    asked: Difficulty,
    least: Difficulty,
    network: Option<Difficulty>,
) -> Option<String> {
    (network? < least && least < asked).then(|| {
        format!(
            "shares are of difficulty {}, not {}: blocks of this chain are easier; --difficulty 1e-9 asks for \
             easier ones",
            least.get(),
            asked.get()
        )
    })
}

fn rules(
    args: &PoolArgs,
    chain: &str,
    start: Difficulty,
    shares_per_min: f64,
) -> Result<ServerConfig, AppError> {
    let address = addresses(chain.to_owned());
    let fallback = match &args.payout {
        None => None,
        Some(text) => Some(address(text).ok_or_else(|| {
            AppError::usage(
                format!("cannot use --payout {}", typed(text)),
                format!("an address of the node's chain, `{chain}`"),
            )
        })?),
    };
    let mut server = ServerConfig::new(address, start);
    if start < server.vardiff.min {
        server.vardiff.min = start;
    }
    server.vardiff.shares_per_min = shares_per_min;
    let http = usize::from(args.web.web.is_some()) + usize::from(args.rpc.is_some());
    let own = OWN_DESCRIPTORS + http * MAX_CONNECTIONS;
    server.max_connections =
        descriptors::connections(args.max_connections, own, "lower --max-connections");
    server.max_connections_per_ip = args.max_connections_per_address;
    server.handshake_timeout_ms = args.handshake_timeout.saturating_mul(1_000);
    server.payout = match args.mode {
        PoolMode::Solo => Payout::Solo,
        PoolMode::Proportional => Payout::Proportional(Proportional {
            fee: fallback
                .clone()
                .filter(|_| args.fee_basis_points > 0)
                .map(|script| Fee { script, basis_points: args.fee_basis_points }),
            ..Proportional::default()
        }),
    };
    server.fallback = fallback;
    Ok(server)
}

fn refused(error: PoolError) -> AppError {
    match error {
        PoolError::Config(error) => AppError::usage(error.to_string(), "see: quarry pool --help"),
        error => AppError::failed(error.to_string()),
    }
}

/// Shows what happens, for ever.
async fn follow(pool: &Pool, output: &Output) -> Result<(), AppError> {
    let bar = output.progress();
    let mut watch = pool.watch();
    let mut ticks = interval(if output.is_json() { JSON_PAUSE } else { LINE_PAUSE });
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first is at once, and there is nothing to tell yet.
    ticks.tick().await;
    // Those of former runs were told of.
    let mut blocks = watch.borrow().total.blocks;
    loop {
        let mut is_due = false;
        tokio::select! {
            changed = watch.changed() => {
                changed.map_err(|_| AppError::failed("the pool ended by itself"))?;
            }
            _ = ticks.tick() => is_due = true,
        }
        let status = Arc::clone(&watch.borrow_and_update());
        bar.set_message(status_line(&status));
        if status.total.blocks > blocks {
            blocks = status.total.blocks;
            if let Some(block) = status.blocks.first() {
                let text = format!("block {} at {} by {}", block.hash, block.height, block.worker);
                bar.suspend(|| output.say(&text));
            }
        }
        if is_due && output.is_json() {
            output.first_result(&*status, status_line)?;
        } else if is_due && bar.is_hidden() {
            output.say(&status_line(&status));
        }
    }
}

/// A line of JSON does not repeat the past.
fn without_past(status: &PoolStatus) -> PoolStatus {
    PoolStatus { history: Vec::new(), ..status.clone() }
}

/// How many blocks the node took, and of how many if not of all.
fn blocks(status: &PoolStatus) -> String {
    let (taken, found) = (status.blocks_accepted, status.total.blocks);
    let text = counted(taken, "block");
    if taken == found { text } else { format!("{text} of {found} found") }
}

fn status_line(status: &PoolStatus) -> String {
    let total = &status.total;
    let rejected: u64 = total.rejected.values().sum();
    let mut line = format!(
        "{} | (1m) {} (15m) {} | A:{} R:{rejected} | {}",
        counted(status.connections, "connection"),
        output::rate(total.rate_1m),
        output::rate(total.rate_15m),
        total.accepted,
        blocks(status),
    );
    if let Some(seconds) = status.job.as_ref().and_then(|job| job.seconds_per_block) {
        line.push_str(&format!(", one in {} on average", output::duration(seconds)));
    }
    if let Some(error) = &status.error {
        line.push_str(&format!(" | {} {error}", status.upstream));
    }
    line
}

fn summary(status: &PoolStatus) -> String {
    let mut text = format!(
        "{}, {} accepted, {} of work",
        blocks(status),
        counted(status.total.accepted, "share"),
        output::hashes(status.total.work * 4_294_967_296.0),
    );
    for (reason, count) in &status.total.rejected {
        text.push_str(&format!("\n{count} rejected: {reason}"));
    }
    text
}
