//! The network: `quarry_net`'s machine with real sockets.
//!
//! ```text
//!  listeners ──┐                                            ┌── P2p: what chain and mempool tell
//!  dials ──────┤ Event (bounded)                    Notices │   P2p: questions of RPC (bounded)
//!  readers ────┴──────────────────> driver thread <─────────┴──────────────
//!     ^ pause while the outbox      Net::handle, then its actions in order
//!     │ is full, or what was said        │                      │
//!     │ waits to be handled              v frames               v calls, may block
//!  sockets <─── writers <─────────── Outbox (bounded)        P2pHost: chain and mempool
//! ```
//!
//! **Memory is bounded** by [`limits`]: of each peer one unfinished message, eight unhandled ones and
//! what waits to be written; of all together, what large messages take once they are decoded.
//! **Time** is the process's [`Clock`]: moving it moves every timeout at once.
//!
//! **Does not know** rules, what is in blocks, how RPC names things. Names of hosts are resolved here
//! and nowhere else.

mod added;
mod config;
mod dial;
mod driver;
mod files;
mod handle;
mod host;
pub mod limits;
mod link;
mod listen;
mod outbox;
mod views;

use std::net::SocketAddr;
use std::sync::Arc;

use quarry_net::{AddressManager, BanList, Net};
use quarry_service::{Clock, Scope};
use tokio::sync::{mpsc, oneshot};

pub use config::{Bind, P2pConfig, PermissionError, Proxy, Whitelist};
pub use files::P2pFileError;
pub use handle::{P2p, P2pStopped};
pub use host::P2pHost;
pub use views::{
    AddedNode, AddedNodeError, BanError, BanTime, FetchBlockError, ListedBan, NetworkView,
    PeerView, Totals,
};

use driver::{Core, Driver, Event};
use limits::{MAX_LISTENERS, MAX_QUEUED_EVENTS};
use listen::Listening;

/// Why a network did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum P2pError {
    /// What was kept cannot be used.
    #[error(transparent)]
    File(#[from] P2pFileError),
    /// An address cannot be listened on.
    #[error(
        "Unable to bind to {address} on this computer ({source}): stop the other program, or choose \
         another address with -bind or -port"
    )]
    Bind {
        /// Which.
        address: SocketAddr,
        /// The system's words.
        source: std::io::Error,
    },
    /// More addresses than [`MAX_LISTENERS`].
    #[error("cannot listen on more than {MAX_LISTENERS} addresses")]
    Listeners,
    /// The handle belongs to a network that runs or ran.
    #[error("this handle belongs to another network already")]
    Started,
    /// The system gives no thread.
    #[error("thread of the network: {0}")]
    Thread(#[source] std::io::Error),
}

/// Starts the network on `scope`, driven through `p2p` from then on. Gives the addresses that it
/// listens on.
///
/// To be called in a tokio runtime with timers and sockets. It ends with the scope: connections get
/// [`limits::FLUSH_TIME`] to take what was sent, then what is known is written to disk.
///
/// # Errors
/// [`P2pError`].
pub fn start<H: P2pHost>(
    config: P2pConfig,
    host: Arc<H>,
    clock: Clock,
    p2p: &P2p,
    scope: &Scope,
) -> Result<Vec<SocketAddr>, P2pError> {
    let (addresses, bans) = load(&config, &clock)?;
    let listeners = listen::open_all(&config.listen)?;
    let (notices, commands) = p2p.take().ok_or(P2pError::Started)?;
    let (events, from_links) = mpsc::channel::<Event>(MAX_QUEUED_EVENTS);
    let net = Net::new(config.net.clone(), rand::random(), addresses, bans);
    let sockets = driver::inbound_sockets(&config);
    let mut core = Core::new(config, clock, net, events.clone(), scope.clone());
    core.listening = listeners.iter().map(|it| it.address).collect();
    let listening = core.listening.clone();
    let driver = Driver::new(core, host, notices);
    run_on_thread(scope, driver.run(from_links, commands))?;
    for Listening { listener, permissions, .. } in listeners {
        let accepting = listen::accept(listener, permissions, Arc::clone(&sockets), events.clone());
        scope.spawn_droppable(accepting);
    }
    Ok(listening)
}

/// What was kept from before.
fn load(config: &P2pConfig, clock: &Clock) -> Result<(AddressManager, BanList), P2pFileError> {
    let key = rand::random();
    let Some(dir) = &config.dir else {
        return Ok((AddressManager::new(key), BanList::default()));
    };
    let addresses = files::load_addresses(&files::address_file(dir), key)?;
    let bans = files::load_bans(&files::ban_file(dir), clock.now().wall_ms / 1000)?;
    Ok((addresses, bans))
}

/// Runs the driver on a thread of its own, which the scope waits for.
fn run_on_thread(
    scope: &Scope,
    driver: impl Future<Output = ()> + Send + 'static,
) -> Result<(), P2pError> {
    let runtime = tokio::runtime::Handle::current();
    let (done, ended) = oneshot::channel();
    std::thread::Builder::new()
        .name("net".to_owned())
        .spawn(move || {
            runtime.block_on(driver);
            let _ = done.send(());
        })
        .map_err(P2pError::Thread)?;
    let watched = scope.clone();
    scope.spawn(async move {
        if ended.await.is_err() {
            tracing::error!(target: "net", "the thread of the network has ended by a panic");
            watched.stop();
        }
    });
    Ok(())
}
