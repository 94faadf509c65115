//! Serves miners by Stratum from the node's own chain, for `-stratum`.
//!
//! Does not speak Stratum (`quarry-miner`).

use std::path::Path;
use std::sync::Arc;

use quarry_miner::pool::{self, Listeners, PoolConfig, PoolDeps, PoolError};
use quarry_mining::Difficulty;
use quarry_mining::stratum::server::{ServerConfig, address_reader};
use quarry_node::{Node, NodeTemplates};
use quarry_service::{EventHub, Handle};
use quarry_store::POOL_DIR;
use quarry_web::limits::MAX_CONNECTIONS;

use super::{EVENT_BACKLOG, config};
use crate::bitcoind::settings::Settings;
use crate::cli::POOL_DIFFICULTY;
use crate::commands::pool::{OWN_DESCRIPTORS, books};
use crate::descriptors;

/// Serves miners, if they are to be served. Blocks pay the address in a worker's name, and that of
/// `-coinbaseaddress` where there is none in it.
///
/// # Errors
/// Core's text for an address that cannot be listened on.
pub(super) async fn start(settings: &Settings, node: &Node) -> Result<Option<Handle>, String> {
    let listen = settings.stratum.listen.clone();
    if listen.is_empty() {
        return Ok(None);
    }
    let spec = node.spec();
    let difficulty = Difficulty::new(POOL_DIFFICULTY).unwrap_or(Difficulty::ONE);
    let mut server = ServerConfig::new(address_reader(spec.prefixes().network()), difficulty);
    // What the node's peers and its RPC need is not the miners'.
    let peers = usize::try_from(settings.network.max_connections).unwrap_or_default();
    let own = OWN_DESCRIPTORS + peers + MAX_CONNECTIONS;
    server.max_connections =
        descriptors::connections(server.max_connections, own, "lower -maxconnections");
    server.fallback = config::coinbase(settings, spec)?;
    let taken = |error: PoolError| match error {
        PoolError::Listen { address, error } => {
            format!("Unable to bind to {address} on this computer (-stratum): {error}")
        }
        error => error.to_string(),
    };
    let listeners = Listeners::bind(&listen).await.map_err(taken)?;
    let place = settings.early.places.in_net(Path::new(POOL_DIR));
    let books = books::open(&place, spec.chain_id().to_string()).map_err(|e| e.to_string())?;
    let source = Arc::new(NodeTemplates::start(node.clone()).await);
    let config = PoolConfig { server, upstream: "this node".to_owned() };
    let (clock, events) = (node.clock().clone(), EventHub::new(EVENT_BACKLOG));
    let deps = PoolDeps { source, clock, events, books: Some(books) };
    let (pool, handle) = pool::start(listeners, config, deps).await.map_err(taken)?;
    for address in &pool.watch().borrow().listen {
        tracing::info!("Serving miners at {address}");
    }
    Ok(Some(handle))
}
