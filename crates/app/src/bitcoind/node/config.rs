//! What was read from the arguments, in the words of the parts that act on it.
//!
//! Does not start anything.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _};
use std::path::Path;
use std::time::Duration;

use quarry_chain::{
    Activation, ChainOptions, ChainSpec, DEFAULT_SIGNET_CHALLENGE, Indexes, PoolConfig,
};
use quarry_net::{Config, Endpoint};
use quarry_node::p2p::{Bind, P2pConfig, Proxy, Whitelist};
use quarry_node::rpc::{self, CookieConfig, Credentials, LogCategories, RpcConfig};
use quarry_node::{FeeFile, OpenConfig};
use quarry_primitives::{Address, BlockHash, ChainWork, Hash as _, NetworkUnchecked, ScriptBuf};

use super::super::log::LogControl;
use super::super::settings::{Chain, Settings};
use super::super::user_agent;
use super::super::values::socket_address;

/// The chain's rules.
///
/// # Errors
/// A chain that is not built in.
pub(super) fn spec(settings: &Settings) -> Result<ChainSpec, String> {
    let chain = settings.early.chain;
    if chain == Chain::Signet {
        return Ok(signet(settings.early.chainstate.signet_challenge.as_ref()));
    }
    if chain != Chain::Regtest {
        return Err(format!(
            "Chain {} is not built into Quarry: start it with -regtest or -signet",
            chain.name()
        ));
    }
    let mut activation = Activation::ALL;
    for given in &settings.early.chainstate.activations {
        if let Some(height) = activation.by_name_mut(&given.rule) {
            *height = given.height;
        }
    }
    let spec = ChainSpec::regtest().with_activation(activation);
    Ok(if settings.early.chainstate.timewarp_rule { spec.with_timewarp_rule() } else { spec })
}

/// Whom the blocks of `getwork` pay.
///
/// # Errors
/// No address of this chain.
pub(super) fn coinbase(settings: &Settings, spec: &ChainSpec) -> Result<Option<ScriptBuf>, String> {
    let Some(text) = &settings.rpc.coinbase_address else { return Ok(None) };
    let address = text.parse::<Address<NetworkUnchecked>>().ok();
    let network = spec.prefixes().network();
    let address = address.and_then(|address| address.require_network(network).ok());
    let wrong = || format!("Invalid -coinbaseaddress address: '{text}'");
    address.map(|address| Some(address.script_pubkey())).ok_or_else(wrong)
}

fn signet(challenge: Option<&Vec<u8>>) -> ChainSpec {
    let given = challenge.map_or(&DEFAULT_SIGNET_CHALLENGE[..], Vec::as_slice);
    if challenge.is_some() {
        tracing::info!("Signet with challenge {}", hex::encode(given));
    }
    let spec = ChainSpec::signet(given.to_vec().into());
    tracing::info!("Signet derived magic (message start): {}", hex::encode(spec.magic()));
    spec
}

/// What a chain has to have before its blocks are believed: on the public signet what it had in
/// February 2026, as Core has it, and nothing elsewhere.
fn min_chain_work(settings: &Settings) -> ChainWork {
    const PUBLIC_SIGNET: u64 = 0x0b46_3ea0_a4b8;
    let chainstate = &settings.early.chainstate;
    let public = settings.early.chain == Chain::Signet && chainstate.signet_challenge.is_none();
    let mut usual = [0; 32];
    if public {
        usual[24..].copy_from_slice(&PUBLIC_SIGNET.to_be_bytes());
    }
    ChainWork::from_be_bytes(chainstate.minimum_chain_work.unwrap_or(usual))
}

/// A number that Core would take as it is; what cannot be meant becomes the nearest that can.
fn size<T: TryFrom<i64> + Default>(number: i64, most: T) -> T {
    if number < 0 { T::default() } else { T::try_from(number).unwrap_or(most) }
}

/// The chain's options and the mempool's policy.
///
/// # Errors
/// None so far.
pub(super) fn open(settings: &Settings) -> Result<OpenConfig, String> {
    let (chainstate, pool, mining) =
        (&settings.early.chainstate, &settings.early.mempool, &settings.early.mining);
    let mib: usize = size(chainstate.db_cache_mib, usize::MAX);
    let chain = ChainOptions {
        // Half for coins, half for what maps and keys cost beside them and for the database.
        coins_cache_bytes: mib.saturating_mul(1 << 19),
        indexes: Indexes { txs: settings.early.indexes.transactions, scripts: false },
        min_chain_work: min_chain_work(settings),
        max_tip_age_secs: size(chainstate.max_tip_age_secs, u64::MAX),
        verify_blocks: size(chainstate.check_blocks, u32::MAX),
        verify_level: size(chainstate.check_level.min(4), u32::MAX),
        assume_valid: chainstate.assume_valid.map(|mut shown| {
            shown.reverse();
            BlockHash::from_byte_array(shown)
        }),
        block_version: mining.block_version,
        ..ChainOptions::default()
    };
    let rate = |number: i64| size(number, u64::MAX);
    let pool = PoolConfig {
        max_bytes: size(pool.max_bytes, usize::MAX),
        expiry_secs: rate(pool.expiry_hours).saturating_mul(3_600),
        min_relay_fee: rate(pool.min_relay_fee_rate),
        incremental_relay_fee: rate(pool.incremental_fee_rate),
        dust_relay_fee: rate(pool.dust_fee_rate),
        block_min_fee: rate(mining.min_fee_rate),
        block_max_weight: mining.max_weight,
        block_reserved_weight: mining.reserved_weight,
        max_ancestors: rate(pool.ancestor_count),
        max_ancestor_vbytes: rate(pool.ancestor_vbytes),
        max_descendants: rate(pool.descendant_count),
        max_descendant_vbytes: rate(pool.descendant_vbytes),
        permit_bare_multisig: pool.permit_bare_multisig,
        max_data_carrier_bytes: pool.max_data_carrier_bytes.map(|most| size(most, usize::MAX)),
        bytes_per_sigop: rate(pool.bytes_per_sigop),
        require_standard: pool.require_standard,
    };
    let script_threads = script_threads(chainstate.script_threads);
    Ok(OpenConfig { chain, pool, script_threads, fees: fees(settings) })
}

/// Who hears of no transactions would tell old fees for ever.
fn fees(settings: &Settings) -> Option<FeeFile> {
    let path = settings.early.places.in_net(Path::new("fee_estimates.dat"));
    let accept_stale = settings.early.mempool.accept_stale_fees;
    (!settings.network.blocks_only).then_some(FeeFile { path, accept_stale })
}

/// `-par`: 0 is one for each core, below 0 leaves that many cores free.
fn script_threads(par: i64) -> usize {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    match usize::try_from(par) {
        Ok(threads) => threads,
        Err(_) => {
            let free = usize::try_from(par.unsigned_abs()).unwrap_or(usize::MAX);
            cores.saturating_sub(free).max(1)
        }
    }
}

/// The network's settings.
///
/// # Errors
/// What cannot be listened on.
pub(super) fn p2p(settings: &Settings, spec: &ChainSpec) -> Result<P2pConfig, String> {
    let from = &settings.network;
    let mut net = Config::new(spec.block_spacing_secs(), user_agent(&from.user_agent_comments));
    net.relay_txs = !from.blocks_only;
    net.min_chain_work = min_chain_work(settings);
    net.peer_timeout_ms = size::<u64>(from.peer_timeout_secs, u64::MAX).saturating_mul(1_000);
    net.opens_connections = from.connect.is_none();
    net.min_relay_fee_rate = size(settings.early.mempool.min_relay_fee_rate, u64::MAX);
    if from.listen {
        net.own = external_addresses(&from.external_ips, listen_port(settings))?;
    }
    let most = size(from.max_connections, usize::MAX);
    let mut config =
        P2pConfig::new(spec.magic(), settings.early.chain.port(), net).with_max_connections(most);
    config.dir = Some(settings.early.places.net.clone());
    config.listen = listen(settings);
    config.proxy = from.proxy.map(|address| Proxy { address, isolates: from.proxy_randomize });
    config.whitelist = from
        .whitelist
        .iter()
        .map(|it| Whitelist {
            subnet: it.subnet,
            permissions: it.permissions,
            inbound: it.incoming,
            outbound: it.outgoing,
        })
        .collect();
    config.connect = from.connect.clone().unwrap_or_default();
    config.add_nodes.clone_from(&from.add_nodes);
    config.seed_nodes.clone_from(&from.seed_nodes);
    config.connect_timeout = Duration::from_millis(size(from.connect_timeout_ms, u64::MAX));
    config.ban_time_secs = size(from.ban_secs, u64::MAX);
    config.network_active = from.active;
    Ok(config)
}

/// `-externalip`: where others can reach us. Addresses that nobody can reach are not told to anybody.
fn external_addresses(given: &[String], port: u16) -> Result<Vec<Endpoint>, String> {
    let mut own = Vec::new();
    for text in given {
        let address = socket_address(text, port)
            .ok_or_else(|| format!("Cannot resolve -externalip address: '{text}'"))?;
        let endpoint = Endpoint::from(address);
        if endpoint.address.is_routable() {
            own.push(endpoint);
        }
    }
    Ok(own)
}

/// The port that others connect to (`GetListenPort`).
fn listen_port(settings: &Settings) -> u16 {
    let from = &settings.network;
    let bound = from.binds.first().map(SocketAddr::port);
    let white = from.white_binds.iter().find(|bind| !bind.permissions.noban);
    bound.or_else(|| white.map(|bind| bind.address.port())).unwrap_or(from.port)
}

fn listen(settings: &Settings) -> Vec<Bind> {
    let from = &settings.network;
    if !from.listen {
        return Vec::new();
    }
    let plain = |address| Bind {
        address,
        permissions: quarry_net::Permissions::default(),
        optional: false,
    };
    let mut binds: Vec<Bind> = from.binds.iter().copied().map(plain).collect();
    binds.extend(from.white_binds.iter().map(|bind| Bind {
        address: bind.address,
        permissions: bind.permissions,
        optional: false,
    }));
    if binds.is_empty() {
        // Everywhere, as bitcoind does, and where Tor would look for an onion service. A machine may
        // have only one kind of address, and another node may have the port of the last.
        let maybe = |address| Bind { optional: true, ..plain(address) };
        binds.push(maybe(SocketAddr::from((Ipv6Addr::UNSPECIFIED, from.port))));
        binds.push(plain(SocketAddr::from((Ipv4Addr::UNSPECIFIED, from.port))));
        if let Some(next) = from.port.checked_add(1) {
            binds.push(maybe(SocketAddr::from((Ipv4Addr::LOCALHOST, next))));
        }
    }
    binds
}

/// The RPC server's settings.
///
/// # Errors
/// What is wrong, for the log.
pub(super) fn rpc(settings: &Settings) -> Result<RpcConfig, String> {
    let from = &settings.rpc;
    let mut credentials = Credentials::default();
    for user in &from.hashed {
        credentials.add_rpcauth(user).map_err(|error| error.to_string())?;
    }
    let mut allow = Vec::new();
    for text in &from.allowed {
        allow.push(text.parse().map_err(|error: rpc::BadSubnet| error.to_string())?);
    }
    let cookie = from
        .cookie_file
        .clone()
        .map(|path| CookieConfig { path, mode: from.cookie_mode.unwrap_or(0o600) });
    Ok(RpcConfig {
        listen: resolve(&from.listen)?,
        allow,
        credentials,
        password: from.password.clone(),
        cookie,
        whitelist: rpc::Whitelist::new(&from.whitelist, from.whitelist_default),
        threads: size::<usize>(from.threads, usize::MAX).max(1),
        work_queue: size::<usize>(from.work_queue, usize::MAX).max(1),
        rest: from.rest,
    })
}

fn resolve(hosts: &[(String, u16)]) -> Result<Vec<SocketAddr>, String> {
    let mut all = Vec::new();
    for (host, port) in hosts {
        match host.as_str() {
            "::1" => all.push(SocketAddr::from((Ipv6Addr::LOCALHOST, *port))),
            host => {
                let found = (host, *port).to_socket_addrs();
                all.extend(found.map_err(|error| format!("Binding RPC on {host}: {error}"))?);
            }
        }
    }
    Ok(all)
}

/// The switches of the log as RPC sees them, set as the arguments say.
pub(super) fn log_categories(log: &LogControl) -> LogCategories {
    let on: Vec<&'static str> =
        log.categories().into_iter().filter(|(_, on)| *on).map(|(name, _)| name).collect();
    let control = log.clone();
    let categories = LogCategories::new(move |active| control.set_only(active));
    for name in on {
        categories.switch(name, true);
    }
    categories
}
