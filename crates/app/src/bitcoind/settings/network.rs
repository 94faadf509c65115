//! Settings of the peer-to-peer network.
//!
//! Does not resolve names and opens nothing.

use std::net::{SocketAddr, ToSocketAddrs as _};

use quarry_node::p2p::limits::MAX_ADDNODE_CONNECTIONS;

use super::super::args::{Args, Note};
use super::super::values::{byte_units, integral, socket_address, split_host_port};
use super::permissions::{Implicit, Permitted, Whitelisted};
use super::{Chain, invalid_port};
use crate::descriptors;

/// The longest user agent, in bytes.
const MAX_USER_AGENT_BYTES: usize = 256;

/// What the node needs beside connections and binds (`MIN_CORE_FDS`).
const CORE_DESCRIPTORS: usize = 151;

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Network {
    pub(crate) listen: bool,
    /// Where to listen if there are no binds: all addresses.
    pub(crate) port: u16,
    pub(crate) binds: Vec<SocketAddr>,
    pub(crate) white_binds: Vec<Permitted>,
    pub(crate) whitelist: Vec<Whitelisted>,
    /// Connect to these only; none: to whom it likes. Empty: to nobody.
    pub(crate) connect: Option<Vec<String>>,
    pub(crate) add_nodes: Vec<String>,
    pub(crate) seed_nodes: Vec<String>,
    pub(crate) external_ips: Vec<String>,
    pub(crate) proxy: Option<SocketAddr>,
    pub(crate) proxy_randomize: bool,
    pub(crate) only_networks: Vec<String>,
    pub(crate) max_connections: i64,
    pub(crate) connect_timeout_ms: i64,
    pub(crate) peer_timeout_secs: i64,
    pub(crate) ban_secs: i64,
    pub(crate) active: bool,
    /// Bytes a day; 0: no limit.
    pub(crate) max_upload_bytes: u64,
    pub(crate) bloom_filters: bool,
    pub(crate) block_filters: bool,
    pub(crate) blocks_only: bool,
    /// Names are looked up.
    pub(crate) dns: bool,
    pub(crate) dns_seed: bool,
    pub(crate) fixed_seeds: bool,
    pub(crate) user_agent_comments: Vec<String>,
}

/// What Core refuses before it touches anything.
pub(super) fn check_early(args: &Args) -> Result<(), String> {
    let refuse = |text: &str| Err(text.to_owned());
    let listen = args.switch("listen", true);
    if args.switch("forcednsseed", false) && !args.switch("dnsseed", true) {
        return refuse("Cannot set -forcednsseed to true when setting -dnsseed to false.");
    }
    let bound = ["bind", "whitebind"].iter().any(|name| !args.list(name).is_empty());
    if !listen && bound {
        return refuse("Cannot set -bind or -whitebind together with -listen=0");
    }
    if !listen && args.switch("listenonion", true) {
        return refuse("Cannot set -listen=0 together with -listenonion=1");
    }
    if args.number("maxconnections").is_some_and(|most| most < 0) {
        return refuse("-maxconnections must be greater or equal than zero");
    }
    if args.number("peertimeout").is_some_and(|seconds| seconds <= 0) {
        return refuse("peertimeout must be a positive integer.");
    }
    Ok(())
}

/// Checks every option that names a port.
pub(super) fn check_ports(args: &Args) -> Result<(), String> {
    for name in ["port", "rpcport"] {
        let Some(text) = args.text(name) else { continue };
        if integral::<u16>(&text).is_none_or(|port| port == 0) {
            return Err(invalid_port(&format!("-{name}"), &text));
        }
    }
    // Those that may be a path, and those that may end in `=network`.
    let unix = [
        "onion",
        "proxy",
        "zmqpubhashblock",
        "zmqpubhashtx",
        "zmqpubrawblock",
        "zmqpubrawtx",
        "zmqpubsequence",
    ];
    let other = ["i2psam", "bind", "rpcbind", "stratum", "torcontrol", "whitebind"];
    for name in other.into_iter().chain(unix) {
        for value in args.list(name) {
            let suffix_allowed = name == "proxy" || name == "bind";
            let address = if suffix_allowed {
                value.rsplit_once('=').map_or(&*value, |(a, _)| a)
            } else {
                &value
            };
            let path = unix.contains(&name) && value.starts_with("unix:");
            if !path && split_host_port(address).is_none() {
                return Err(invalid_port(&format!("-{name}"), &value));
            }
        }
    }
    Ok(())
}

impl Network {
    pub(super) fn read(args: &mut Args, chain: Chain) -> Result<Self, String> {
        let only_networks = only_networks(args)?;
        let user_agent_comments = comments(args)?;
        let ip_reachable = only_networks.is_empty()
            || only_networks.iter().any(|net| net == "ipv4" || net == "ipv6");
        if args.is_set("dnsseed") && args.switch("dnsseed", true) && !ip_reachable {
            let text = "Incompatible options: -dnsseed=1 was explicitly specified, but -onlynet \
                        forbids connections to IPv4/IPv6";
            return Err(text.to_owned());
        }
        let upload = args.text("maxuploadtarget").map_or(Ok(0), |text| {
            byte_units(&text, 1 << 20)
                .ok_or_else(|| format!("Unable to parse -maxuploadtarget: '{text}'"))
        })?;
        // Checked to be a port before.
        let port =
            args.text("port").and_then(|text| integral(&text)).unwrap_or_else(|| chain.port());
        let implicit = Implicit {
            relay: args.switch("whitelistrelay", true),
            force_relay: args.switch("whitelistforcerelay", false),
        };
        let white_binds = args.list("whitebind");
        let whitelist = args.list("whitelist");
        let connect = connect(args);
        if connect.as_ref().is_some_and(|to| !to.is_empty()) && !args.list("seednode").is_empty() {
            args.note(Note::Info("-seednode is ignored when -connect is used".to_owned()));
        }
        // Whether it was asked for: that -connect switches it off is nobody's surprise.
        let seeds = args.is_set("dnsseed") && args.switch("dnsseed", true);
        if connect.is_some() && seeds && args.is_set("proxy") {
            args.note(Note::Info(
                "-dnsseed is ignored when -connect is used and -proxy is specified".to_owned(),
            ));
        }
        let mut network = Self {
            listen: args.switch("listen", true),
            port,
            binds: binds(args, port)?,
            white_binds: white_binds
                .iter()
                .map(|text| Permitted::parse(text, implicit))
                .collect::<Result<_, _>>()?,
            whitelist: whitelist
                .iter()
                .map(|text| Whitelisted::parse(text, implicit))
                .collect::<Result<_, _>>()?,
            connect,
            add_nodes: args.list("addnode"),
            seed_nodes: args.list("seednode"),
            external_ips: args.list("externalip"),
            proxy: proxy(args)?,
            proxy_randomize: args.switch("proxyrandomize", true),
            only_networks,
            max_connections: args.number("maxconnections").unwrap_or(125),
            connect_timeout_ms: args.number("timeout").filter(|ms| *ms > 0).unwrap_or(5_000),
            peer_timeout_secs: args.number("peertimeout").unwrap_or(60),
            ban_secs: args.number("bantime").unwrap_or(24 * 60 * 60),
            active: args.switch("networkactive", true),
            max_upload_bytes: upload,
            bloom_filters: args.switch("peerbloomfilters", false),
            block_filters: args.switch("peerblockfilters", false),
            blocks_only: args.switch("blocksonly", false),
            dns: args.switch("dns", true),
            dns_seed: args.switch("dnsseed", true),
            fixed_seeds: args.switch("fixedseeds", true),
            user_agent_comments,
        };
        network.check_binds()?;
        network.fit_connections(args, descriptors::raise())?;
        Ok(network)
    }

    /// As many connections as there are descriptors for.
    fn fit_connections(&mut self, args: &mut Args, available: usize) -> Result<(), String> {
        let binds = (self.binds.len() + self.white_binds.len()).max(1);
        let required = CORE_DESCRIPTORS + MAX_ADDNODE_CONNECTIONS + binds;
        if available < required {
            return Err(format!(
                "Not enough file descriptors available. {available} available, {required} required."
            ));
        }
        let (wanted, most) = (self.max_connections, available - required);
        if let Ok(most) = i64::try_from(most)
            && most < wanted
        {
            self.max_connections = most;
            args.note(Note::LoudWarning(format!(
                "Reducing -maxconnections from {wanted} to {most}, because of system limitations."
            )));
        }
        Ok(())
    }

    fn check_binds(&self) -> Result<(), String> {
        let mut all = self.binds.clone();
        all.extend(self.white_binds.iter().map(|bind| bind.address));
        for (index, address) in all.iter().enumerate() {
            if all[..index].contains(address) {
                return Err(format!(
                    "Duplicate binding configuration for address {address}. Please check your -bind, \
                     -bind=...=onion and -whitebind settings."
                ));
            }
        }
        Ok(())
    }
}

/// `-connect=0` and `-noconnect` are: to nobody.
fn connect(args: &Args) -> Option<Vec<String>> {
    let given = args.list("connect");
    if given.is_empty() && !args.is_negated("connect") {
        return None;
    }
    Some(if given == ["0"] { Vec::new() } else { given })
}

fn binds(args: &Args, port: u16) -> Result<Vec<SocketAddr>, String> {
    let read = |text: String| {
        let (address, onion) = match text.rsplit_once('=') {
            Some((address, "onion")) => (Some(address), true),
            Some(_) => (None, false),
            None => (Some(text.as_str()), false),
        };
        // Onion peers have a port of their own.
        let default = if onion { port.wrapping_add(1) } else { port };
        let address = address.and_then(|address| socket_address(address, default));
        let error = || format!("Cannot resolve -bind address: '{text}'");
        address.map(|address| (onion, address)).ok_or_else(error)
    };
    let mut binds: Vec<_> = args.list("bind").into_iter().map(read).collect::<Result<_, _>>()?;
    // The first one's port is what others are told.
    binds.sort_by_key(|(onion, _)| *onion);
    Ok(binds.into_iter().map(|(_, address)| address).collect())
}

/// The last proxy given for IPv4 or IPv6 is what holds, and for both; `0` and nothing are none.
fn proxy(args: &Args) -> Result<Option<SocketAddr>, String> {
    const DEFAULT_PORT: u16 = 9_050;
    let mut proxy = None;
    for text in args.list("proxy") {
        let (address, network) = text.rsplit_once('=').unwrap_or((&text, "ipv4"));
        if !["ipv4", "ipv6"].contains(&network) {
            continue;
        }
        proxy = None;
        if !address.is_empty() && address != "0" {
            // Going without one would tell the world what it was to hide.
            let wrong = || format!("Invalid -proxy address or hostname: '{text}'");
            let (host, port) = split_host_port(address).ok_or_else(wrong)?;
            let port = port.unwrap_or(DEFAULT_PORT);
            let mut found = (host, port).to_socket_addrs().map_err(|_| wrong())?;
            proxy = Some(found.next().ok_or_else(wrong)?);
        }
    }
    Ok(proxy)
}

fn only_networks(args: &Args) -> Result<Vec<String>, String> {
    const NETWORKS: [&str; 5] = ["ipv4", "ipv6", "onion", "i2p", "cjdns"];
    let named = args.list("onlynet");
    for name in &named {
        if !NETWORKS.contains(&name.to_ascii_lowercase().as_str()) {
            return Err(format!("Unknown network specified in -onlynet: '{name}'"));
        }
    }
    Ok(named.into_iter().map(|name| name.to_ascii_lowercase()).collect())
}

/// Comments of the user agent: BIP 14's letters, and not too many.
fn comments(args: &Args) -> Result<Vec<String>, String> {
    let comments = args.list("uacomment");
    for comment in &comments {
        let safe = |c: char| c.is_ascii_alphanumeric() || " .,;-_?@".contains(c);
        if !comment.chars().all(safe) {
            return Err(format!("User Agent comment ({comment}) contains unsafe characters."));
        }
    }
    let length = super::super::user_agent(&comments).len();
    if length > MAX_USER_AGENT_BYTES {
        return Err(format!(
            "Total length of network version string ({length}) exceeds maximum length \
             ({MAX_USER_AGENT_BYTES}). Reduce the number or size of uacomments."
        ));
    }
    Ok(comments)
}
