//! Bitcoin Core's JSON-RPC over HTTP, on its own port.
//!
//! ```text
//! connection -- http: address, path, password -- queue (threads, depth) -- exec: warm-up, batches
//!                                                                             |
//!     control  util  rawtransactions  hidden ... (tables of methods) <-- table: name -> Method
//!                                                                             |
//!                              Call { parameters, RpcDeps } --> Json or RpcError
//! ```
//!
//! [`start`] binds, writes the cookie file and answers every call with error -28 until
//! [`RpcServer::ready`]. A method is one entry in its category's table: name, parameters, help and the
//! function that answers; number and types of parameters are checked before it is called.
//!
//! **Does not know:** bitcoind's command line and its files, but for the cookie.

mod auth;
mod blockchain;
mod call;
mod control;
mod cookie;
mod exec;
mod help;
mod hidden;
mod http;
mod log_categories;
mod mempool;
mod method;
mod mining;
mod network;
mod rawtransactions;
mod rest;
mod shape;
mod sign;
mod subnet;
mod table;
mod util;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use quarry_service::{Handle, Scope};
use tokio::net::TcpListener;

pub use auth::{BadRpcAuth, COOKIE_USER, Credentials, Whitelist};
pub(crate) use call::Call;
pub use call::{FindCoins, FoundCoin, IndexStatus, RpcDeps, SetMockTime};
pub use cookie::CookieConfig;
pub use log_categories::{LOG_CATEGORIES, LogCategories};
pub use subnet::{BadSubnet, Subnet};

/// Bounds of the RPC server.
pub mod limits {
    /// Blocks that `getwork` gave out and takes back; of older ones a solution is of no use.
    pub const MAX_WORKS: usize = 16;
    use std::time::Duration;

    /// Requests that are answered at the same time, unless set otherwise (`-rpcthreads`).
    pub const THREADS: usize = 16;
    /// Requests that wait for their turn, unless set otherwise (`-rpcworkqueue`).
    pub const WORK_QUEUE: usize = 64;
    /// Bytes of a request's body (Core's `MAX_SIZE`).
    pub const MAX_BODY: usize = 0x0200_0000;
    /// Bytes of a request's path and headers (Core's `MAX_HEADERS_SIZE`).
    pub const MAX_HEAD: usize = 8192;
    /// Requests in a batch.
    pub const MAX_BATCH: usize = 50_000;
    /// Bytes of a batch's replies, after which further requests of it are refused.
    pub const MAX_REPLY_BYTES: usize = 256 << 20;
    /// Time for a body to arrive (Core's `-rpcservertimeout`).
    pub const BODY_TIMEOUT: Duration = Duration::from_secs(30);
    /// How long a wrong password is left waiting.
    pub const WRONG_PASSWORD_DELAY: Duration = Duration::from_millis(250);
}

/// Settings of the RPC server.
#[derive(Clone, Debug)]
pub struct RpcConfig {
    /// Where to listen; port 0 for any. One of them has to be free.
    pub listen: Vec<SocketAddr>,
    /// Who may connect beside this machine itself.
    pub allow: Vec<Subnet>,
    /// Users whose passwords are known (`-rpcauth`).
    pub credentials: Credentials,
    /// A user with a password in the clear (`-rpcuser`, `-rpcpassword`). Instead of the cookie.
    pub password: Option<(String, String)>,
    /// The cookie file, if one is written.
    pub cookie: Option<CookieConfig>,
    /// Who may call what.
    pub whitelist: Whitelist,
    /// Requests that are answered at the same time.
    pub threads: usize,
    /// Requests that wait for their turn.
    pub work_queue: usize,
    /// Whether `/rest/` is answered too, to anybody who may connect.
    pub rest: bool,
}

impl Default for RpcConfig {
    fn default() -> Self {
        Self {
            listen: Vec::new(),
            allow: Vec::new(),
            credentials: Credentials::default(),
            password: None,
            cookie: None,
            whitelist: Whitelist::default(),
            threads: limits::THREADS,
            work_queue: limits::WORK_QUEUE,
            rest: false,
        }
    }
}

/// Why the RPC server did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RpcStartError {
    /// None of the addresses could be bound.
    #[error("no RPC address could be bound: {0}")]
    Bind(#[source] io::Error),
    /// The cookie file could not be written.
    #[error("cookie file {path} could not be written: {source}")]
    Cookie {
        /// The file.
        path: String,
        /// The system's words.
        source: io::Error,
    },
}

/// A running RPC server, as the process sees it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct RpcServer {
    /// The addresses that were bound.
    pub addresses: Vec<SocketAddr>,
    server: Arc<exec::Server>,
}

impl RpcServer {
    /// Sets what every call is answered, with error -28, until [`RpcServer::ready`].
    pub fn set_warmup(&self, status: &str) {
        self.server.set_warmup(Some(status.to_owned()));
    }

    /// Lets calls through from now on.
    pub fn ready(&self) {
        self.server.set_warmup(None);
    }
}

/// Binds the addresses, writes the cookie and starts to answer.
///
/// # Errors
/// [`RpcStartError`]
pub async fn start(config: RpcConfig, deps: RpcDeps) -> Result<(Handle, RpcServer), RpcStartError> {
    let listeners = bind(&config.listen).await.map_err(RpcStartError::Bind)?;
    let mut credentials = config.credentials;
    let scope = Scope::new();
    if let Some((user, password)) = &config.password {
        credentials.add_password(user, password, quarry_web::random_token());
    } else if let Some(cookie) = &config.cookie {
        let cookie = cookie::Cookie::write(cookie).map_err(|source| RpcStartError::Cookie {
            path: cookie.path.display().to_string(),
            source,
        })?;
        credentials.add_password(COOKIE_USER, &cookie.password, quarry_web::random_token());
        // Dropped, and so removed, when the server ends.
        scope.spawn_droppable(async move {
            let _cookie = cookie;
            std::future::pending::<()>().await;
        });
    }
    let events = deps.events.clone();
    let server = Arc::new(exec::Server::new(deps, config.whitelist, scope.token()));
    let gate = Arc::new(http::Gate {
        server: server.clone(),
        credentials,
        allow: config.allow,
        queue: http::Queue::new(config.threads, config.work_queue),
        rest: config.rest,
    });
    let mut handle = Handle::new("rpc", events, scope.clone());
    let mut addresses = Vec::new();
    for (listener, address) in listeners {
        quarry_web::serve(listener, http::router(gate.clone()), &scope);
        addresses.push(address);
        handle = handle.with_address("rpc", address);
    }
    Ok((handle, RpcServer { addresses, server }))
}

/// Binds what can be bound: a machine without IPv6 has no `::1`.
async fn bind(addresses: &[SocketAddr]) -> io::Result<Vec<(TcpListener, SocketAddr)>> {
    let mut bound = Vec::new();
    let mut failure = io::Error::new(io::ErrorKind::InvalidInput, "no address was given");
    for address in addresses {
        match TcpListener::bind(address).await.and_then(|l| l.local_addr().map(|a| (l, a))) {
            Ok(listener) => bound.push(listener),
            Err(error) => {
                tracing::warn!(%address, %error, "RPC address not bound");
                failure = error;
            }
        }
    }
    if bound.is_empty() { Err(failure) } else { Ok(bound) }
}
