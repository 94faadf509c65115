//! Opening connections.
//!
//! Does not know why one is wanted, nor what is said over it.

use std::net::SocketAddr;

use quarry_net::{ConnectionKind, Endpoint, Input};
use tokio::net::TcpStream;

use super::config::{host_and_port, numeric};
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
    pub(super) result: std::io::Result<TcpStream>,
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
        self.scope.spawn_droppable(async move {
            let attempt = tokio::time::timeout(timeout, connect(&target, port)).await;
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

async fn connect(target: &Target, default_port: u16) -> std::io::Result<TcpStream> {
    let unreachable = || std::io::Error::from(std::io::ErrorKind::AddrNotAvailable);
    let stream = match target {
        Target::Endpoint(endpoint) => {
            let address: SocketAddr = endpoint.socket().ok_or_else(unreachable)?;
            TcpStream::connect(address).await?
        }
        Target::Name(name) => TcpStream::connect(host_and_port(name, default_port)).await?,
    };
    stream.set_nodelay(true)?;
    Ok(stream)
}
