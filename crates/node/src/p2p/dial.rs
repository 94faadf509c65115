//! Opening connections.
//!
//! Does not know why one is wanted, nor what is said over it.

use std::net::{Ipv6Addr, SocketAddr};

use quarry_net::{ConnectionKind, Endpoint, Input, NetAddress};
use tokio::net::TcpStream;
use tokio_socks::IntoTargetAddr;
use tokio_socks::tcp::Socks5Stream;

use super::config::{Proxy, host_and_port, numeric};
use super::driver::{Core, Event};
use super::limits::MAX_DIALS;

/// Where a connection goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A known address.
    Endpoint(Endpoint),
    /// A node as a person named it.
    Name(String),
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Endpoint(endpoint) => endpoint.fmt(f),
            Self::Name(name) => name.fmt(f),
        }
    }
}

/// How an attempt ended.
#[derive(Debug)]
pub(super) struct Dialed {
    pub(super) target: Target,
    pub(super) kind: ConnectionKind,
    /// The connection, and whom it is to as far as that is known.
    pub(super) result: std::io::Result<(TcpStream, SocketAddr)>,
}

impl Core {
    /// Whether there is a connection to a node already, by its name or its address.
    pub(super) fn is_connected_to(&self, target: &Target) -> bool {
        let endpoint = match target {
            Target::Endpoint(endpoint) => Some(*endpoint),
            Target::Name(name) => numeric(name, self.config.default_port).map(Endpoint::from),
        };
        let name = target.to_string();
        self.links.values().any(|link| link.name == name || Some(link.endpoint) == endpoint)
    }

    /// Starts an attempt, unless there is a connection or an attempt already. Its end is an event;
    /// where none is started, the machine is told at once.
    pub(super) fn dial(&mut self, target: Target, kind: ConnectionKind) {
        let name = target.to_string();
        if self.is_connected_to(&target) {
            tracing::info!(
                target: "net", "Failed to open new connection to {name}, already connected"
            );
            return self.dial_failed(&target);
        }
        let full = self.dialing.len() >= MAX_DIALS;
        if full || !self.net.is_network_active() || !self.dialing.insert(name.clone()) {
            return self.dial_failed(&target);
        }
        tracing::debug!(target: "net", "trying v1 connection ({}) to {name}", kind.name());
        let (events, port) = (self.events.clone(), self.config.default_port);
        let timeout = self.config.connect_timeout;
        self.dials += 1;
        let proxy = self.config.proxy.map(|proxy| (proxy, self.dials));
        self.scope.spawn_droppable(async move {
            let attempt = tokio::time::timeout(timeout, connect(&target, port, proxy)).await;
            let timed_out = |_| Err(std::io::ErrorKind::TimedOut.into());
            let result = attempt.unwrap_or_else(timed_out);
            let _ = events.send(Event::Dialed(Dialed { target, kind, result })).await;
        });
    }

    pub(super) fn dial_failed(&mut self, target: &Target) {
        if let Target::Endpoint(endpoint) = *target {
            self.pending.push_back(Input::ConnectFailed { endpoint });
        }
    }
}

async fn connect(
    target: &Target,
    default_port: u16,
    proxy: Option<(Proxy, u64)>,
) -> std::io::Result<(TcpStream, SocketAddr)> {
    let unreachable = || std::io::Error::from(std::io::ErrorKind::AddrNotAvailable);
    let address = match target {
        Target::Endpoint(endpoint) => Some(endpoint.socket().ok_or_else(unreachable)?),
        Target::Name(name) => numeric(name, default_port),
    };
    // A proxy is for what is outside: as in Core, addresses that only this machine or its own network
    // know (`NET_UNROUTABLE`) are not asked of it.
    let is_outside = |address: SocketAddr| NetAddress::from(address.ip()).is_routable();
    let proxy = proxy.filter(|_| address.is_none_or(is_outside));
    let (stream, address) = match (proxy, address, target) {
        (Some(proxy), Some(address), _) => (through(proxy, address).await?, address),
        (Some(proxy), None, Target::Name(name)) => {
            // The proxy looks the name up, and tells nobody what it found.
            let unknown = SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0));
            (through(proxy, host_and_port(name, default_port)).await?, unknown)
        }
        (None, Some(address), _) => (TcpStream::connect(address).await?, address),
        (None, None, Target::Name(name)) => {
            let stream = TcpStream::connect(host_and_port(name, default_port)).await?;
            let address = stream.peer_addr()?;
            (stream, address)
        }
        (_, None, Target::Endpoint(_)) => return Err(unreachable()),
    };
    stream.set_nodelay(true)?;
    Ok((stream, address))
}

/// Opens a connection through a SOCKS5 proxy. The number goes into its credentials.
async fn through<'t>(
    (proxy, number): (Proxy, u64),
    to: impl IntoTargetAddr<'t>,
) -> std::io::Result<TcpStream> {
    let opened = if proxy.isolates {
        let own = format!("quarry-{}-{number}", std::process::id());
        Socks5Stream::connect_with_password(proxy.address, to, &own, &own).await
    } else {
        Socks5Stream::connect(proxy.address, to).await
    };
    opened.map(Socks5Stream::into_inner).map_err(std::io::Error::other)
}
