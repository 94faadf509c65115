//! Settings of the network, and the forms in which a person gives them.
//!
//! Does not know flags' names beyond what error messages say, nor configuration files.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use quarry_net::limits::{BAN_TIME_SECS, MAX_BLOCK_RELAY_ONLY, MAX_OUTBOUND_FULL_RELAY};
use quarry_net::{Config, NetAddress, Permissions, Subnet};

use super::limits::CONNECT_TIMEOUT;

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bind {
    /// The address; port 0 for any.
    pub address: SocketAddr,
    /// What whoever connects to it is allowed (`-whitebind`).
    pub permissions: Permissions,
    /// Whether it may be passed over if another address works: for the two of "any address", one of
    /// which a machine may not have.
    pub optional: bool,
}

/// What peers of a network are allowed (`-whitelist`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whitelist {
    /// Who.
    pub subnet: Subnet,
    /// What.
    pub permissions: Permissions,
    /// If they connect to us.
    pub inbound: bool,
    /// If we connect to them because a person said so.
    pub outbound: bool,
}

/// A SOCKS5 proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// Where it listens.
    pub address: SocketAddr,
    /// Whether each connection has credentials of its own, which makes Tor use a circuit of its own
    /// (`-proxyrandomize`).
    pub isolates: bool,
}

/// Settings of the network. All that Core's options of the same names say.
#[derive(Clone, Debug)]
pub struct P2pConfig {
    /// The chain's magic.
    pub magic: [u8; 4],
    /// The port of a node that is named without one.
    pub default_port: u16,
    /// Where `peers.dat` and `banlist.json` are; none keeps nothing.
    pub dir: Option<PathBuf>,
    /// Where to listen; nowhere if empty.
    pub listen: Vec<Bind>,
    /// Permissions by network.
    pub whitelist: Vec<Whitelist>,
    /// The only nodes to connect to (`-connect`). If there are any, set
    /// [`Config::opens_connections`] of `net` to false, as for `-connect=0`.
    pub connect: Vec<String>,
    /// Nodes to stay connected to (`-addnode`).
    pub add_nodes: Vec<String>,
    /// Nodes to ask for addresses once (`-seednode`).
    pub seed_nodes: Vec<String>,
    /// What all connections that we open go through (`-proxy`). Nobody's name is looked up then.
    pub proxy: Option<Proxy>,
    /// How long opening a connection may take (`-timeout`).
    pub connect_timeout: Duration,
    /// How long a ban holds unless said otherwise (`-bantime`).
    pub ban_time_secs: u64,
    /// Whether anything goes over the network from the start (`-networkactive`).
    pub network_active: bool,
    /// What the protocol has to know: services, user agent, limits.
    pub net: Config,
}

impl P2pConfig {
    /// Core's defaults for a chain: listens nowhere, keeps nothing, knows nobody.
    #[must_use]
    pub const fn new(magic: [u8; 4], default_port: u16, net: Config) -> Self {
        Self {
            magic,
            default_port,
            dir: None,
            listen: Vec::new(),
            whitelist: Vec::new(),
            connect: Vec::new(),
            add_nodes: Vec::new(),
            seed_nodes: Vec::new(),
            proxy: None,
            connect_timeout: CONNECT_TIMEOUT,
            ban_time_secs: BAN_TIME_SECS,
            network_active: true,
            net,
        }
    }

    /// Bounds the connections of all kinds but added ones (`-maxconnections`): outbound ones get
    /// their places first.
    #[must_use]
    pub fn with_max_connections(mut self, most: usize) -> Self {
        self.net.max_peers = most;
        self.net.outbound_full_relay = MAX_OUTBOUND_FULL_RELAY.min(most);
        self.net.outbound_block_relay =
            MAX_BLOCK_RELAY_ONLY.min(most - self.net.outbound_full_relay);
        self
    }

    /// What a peer at an address is allowed beyond others.
    pub(super) fn whitelisted(&self, address: &NetAddress, inbound: bool) -> Permissions {
        let applies = |it: &&Whitelist| {
            it.subnet.contains(address) && if inbound { it.inbound } else { it.outbound }
        };
        let found = self.whitelist.iter().filter(applies);
        found.fold(Permissions::default(), |sum, it| sum.with(it.permissions))
    }
}

/// Why a permission cannot be read. In Core's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PermissionError {
    /// No such permission.
    #[error("Invalid P2P permission: '{0}'")]
    Unknown(String),
    /// `in` or `out` alone permit nothing.
    #[error("Only direction was set, no permissions: '{0}'")]
    DirectionOnly(String),
    /// Whoever connects to an address is inbound.
    #[error("whitebind may only be used for incoming connections (\"out\" was passed)")]
    BindOut,
    /// No address.
    #[error("Cannot resolve -whitebind address: '{0}'")]
    Address(String),
    /// An address without a port.
    #[error("Need to specify a port with -whitebind: '{0}'")]
    Port(String),
    /// No subnet.
    #[error("Invalid netmask specified in -whitelist: '{0}'")]
    Subnet(String),
}

struct Parsed<'a> {
    permissions: Permissions,
    inbound: bool,
    outbound: bool,
    rest: &'a str,
}

/// `PERMISSION,...@REST`, or `REST` alone, which permits the usual.
fn permissions(text: &str, usual: Permissions) -> Result<Parsed<'_>, PermissionError> {
    let Some((names, rest)) = text.split_once('@') else {
        return Ok(Parsed { permissions: usual, inbound: true, outbound: false, rest: text });
    };
    let (mut it, mut inbound, mut outbound) = (Permissions::default(), false, false);
    for name in names.split(',') {
        match name {
            "" => {}
            "in" => inbound = true,
            "out" => outbound = true,
            "bloomfilter" | "bloom" => it.bloom_filter = true,
            "noban" => (it.noban, it.download) = (true, true),
            "forcerelay" => (it.force_relay, it.relay) = (true, true),
            "relay" => it.relay = true,
            "mempool" => it.mempool = true,
            "download" => it.download = true,
            "addr" => it.addr = true,
            "all" => {
                let (force_relay, addr, bloom_filter) = (true, true, true);
                it = Permissions { force_relay, addr, bloom_filter, ..Permissions::whitelisted() };
            }
            other => return Err(PermissionError::Unknown(other.to_owned())),
        }
    }
    if !inbound && !outbound {
        inbound = true;
    } else if it == Permissions::default() {
        return Err(PermissionError::DirectionOnly(text.to_owned()));
    }
    Ok(Parsed { permissions: it, inbound, outbound, rest })
}

impl Bind {
    /// `[PERMISSION,...@]IP:PORT`, as `-whitebind` has it. `usual` is what is given if nothing is
    /// named: [`Permissions::whitelisted`], but for `-whitelistrelay` and `-whitelistforcerelay`.
    ///
    /// # Errors
    /// [`PermissionError`].
    pub fn parse(text: &str, usual: Permissions) -> Result<Self, PermissionError> {
        let Parsed { permissions, outbound, rest, .. } = permissions(text, usual)?;
        if outbound {
            return Err(PermissionError::BindOut);
        }
        if rest.trim_matches(['[', ']']).parse::<IpAddr>().is_ok() {
            return Err(PermissionError::Port(rest.to_owned()));
        }
        let address: SocketAddr =
            rest.parse().map_err(|_| PermissionError::Address(rest.to_owned()))?;
        if address.port() == 0 {
            return Err(PermissionError::Port(rest.to_owned()));
        }
        Ok(Self { address, permissions, optional: false })
    }
}

impl Whitelist {
    /// `[PERMISSION,...@]IP[/BITS]`, as `-whitelist` has it; `usual` as for [`Bind::parse`].
    ///
    /// # Errors
    /// [`PermissionError`].
    pub fn parse(text: &str, usual: Permissions) -> Result<Self, PermissionError> {
        let Parsed { permissions, inbound, outbound, rest } = permissions(text, usual)?;
        let subnet = rest.parse().map_err(|_| PermissionError::Subnet(rest.to_owned()))?;
        Ok(Self { subnet, permissions, inbound, outbound })
    }
}

/// Host and port of a node as a person names it: `HOST`, `HOST:PORT`, `[IPV6]:PORT` or `IPV6`.
pub(super) fn host_and_port(name: &str, default_port: u16) -> (&str, u16) {
    let bare = name.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    if let Some(host) = bare {
        return (host, default_port);
    }
    match name.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') || host.starts_with('[') => {
            let port = port.parse().ok().filter(|port| *port != 0);
            let unwrapped = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
            match port {
                Some(port) => (unwrapped.unwrap_or(host), port),
                None => (name, default_port),
            }
        }
        _ => (name, default_port),
    }
}

/// The address of a node that is named by numbers.
pub(super) fn numeric(name: &str, default_port: u16) -> Option<SocketAddr> {
    let (host, port) = host_and_port(name, default_port);
    let ip = host.parse().ok().or_else(|| short_ipv4(host).map(IpAddr::V4));
    ip.map(|ip| SocketAddr::new(ip, port))
}

/// An IPv4 address of fewer parts than four, of which the last fills what is left: `127.1`.
fn short_ipv4(host: &str) -> Option<Ipv4Addr> {
    if !host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let parts: Vec<u32> = host.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (last, first) = parts.split_last()?;
    if !(1..=3).contains(&first.len()) {
        return None;
    }
    let mut bits = 0;
    for (i, part) in first.iter().enumerate() {
        bits |= u32::from(u8::try_from(*part).ok()?) << (24 - 8 * i);
    }
    let room = u32::MAX.checked_shr(u32::try_from(8 * first.len()).ok()?)?;
    (*last <= room).then(|| Ipv4Addr::from_bits(bits | last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_may_leave_out_zeros() {
        let short = |text: &str| short_ipv4(text).map(|ip| ip.to_string());
        assert_eq!(short("127.1").as_deref(), Some("127.0.0.1"));
        assert_eq!(short("10.1.258").as_deref(), Some("10.1.1.2"));
        for other in ["127", "1.2.3.256", "256.1", "a.1", "1..2", "1.2.3.4.5", ""] {
            assert_eq!(short(other), None, "{other}");
        }
    }

    #[test]
    fn permissions_are_read_as_core_reads_them() {
        let usual = Permissions::whitelisted();
        let whitelist = |text: &str| Whitelist::parse(text, usual);
        let bind = |text: &str| Bind::parse(text, usual);
        let names = |text: &str| whitelist(text).map(|it| it.permissions.names());
        assert_eq!(names("127.0.0.1").unwrap(), ["noban", "relay", "mempool", "download"]);
        assert_eq!(names("noban,out@127.0.0.0/8").unwrap(), ["noban", "download"]);
        assert_eq!(names("forcerelay@::1").unwrap(), ["forcerelay", "relay"]);
        assert_eq!(names("all@1.2.3.4").unwrap().len(), 7);
        assert_eq!(names("@1.2.3.4").unwrap(), [""; 0]);
        assert!(matches!(names("oopsie@1.2.3.4"), Err(PermissionError::Unknown(_))));
        assert!(matches!(names("in@1.2.3.4"), Err(PermissionError::DirectionOnly(_))));
        assert!(matches!(names("noban@1.2.3.4:8333"), Err(PermissionError::Subnet(_))));
        let both = whitelist("in,out,addr@10.0.0.0/8").unwrap();
        assert!(both.inbound && both.outbound);
        assert!(bind("noban@127.0.0.1:18444").unwrap().permissions.noban);
        assert!(matches!(bind("noban@127.0.0.1"), Err(PermissionError::Port(_))));
        assert!(matches!(bind("out,noban@1.2.3.4:1"), Err(PermissionError::BindOut)));
        assert!(matches!(bind("nonsense"), Err(PermissionError::Address(_))));
    }

    #[test]
    fn nodes_are_named_with_and_without_port() {
        for (name, host, port) in [
            ("example.org", "example.org", 1),
            ("example.org:77", "example.org", 77),
            ("1.2.3.4:77", "1.2.3.4", 77),
            ("::1", "::1", 1),
            ("[::1]", "::1", 1),
            ("[::1]:77", "::1", 77),
            ("host:notaport", "host:notaport", 1),
        ] {
            assert_eq!(host_and_port(name, 1), (host, port), "{name}");
        }
        assert_eq!(numeric("[::1]:77", 1).unwrap().to_string(), "[::1]:77");
        assert_eq!(numeric("example.org:77", 1), None);
    }
}
