//! Taking connections from others.
//!
//! Does not know whether one may stay: the driver's machine decides.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use quarry_net::Permissions;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::{Semaphore, mpsc};

use super::P2pError;
use super::config::Bind;
use super::driver::Event;
use super::limits::{ACCEPT_ERROR_PAUSE, ACCEPT_PAUSE, MAX_LISTENERS};

/// Connections that the system keeps for us until they are accepted.
const BACKLOG: u32 = 1024;

/// Opens an address. One of IPv6 is only that, so that both "any address" can be opened.
fn open(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv6() {
        let socket = TcpSocket::new_v6()?;
        rustix::net::sockopt::set_ipv6_v6only(&socket, true)?;
        socket
    } else {
        TcpSocket::new_v4()?
    };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// An open address, and what it permits.
pub(super) struct Listening {
    pub(super) listener: TcpListener,
    pub(super) address: SocketAddr,
    pub(super) permissions: Permissions,
}

/// Opens all addresses that are wanted.
pub(super) fn open_all(binds: &[Bind]) -> Result<Vec<Listening>, P2pError> {
    if binds.len() > MAX_LISTENERS {
        return Err(P2pError::Listeners);
    }
    let (mut opened, mut passed_over) = (Vec::new(), None);
    for Bind { address, permissions, optional } in binds.iter().copied() {
        let listening = open(address).and_then(|it| Ok((it.local_addr()?, it)));
        match listening {
            Ok((address, listener)) => {
                tracing::info!(target: "net", "Bound to {address}");
                opened.push(Listening { listener, address, permissions });
            }
            Err(source) => {
                let error = P2pError::Bind { address, source };
                if !optional {
                    return Err(error);
                }
                tracing::info!(target: "net", "{error}");
                passed_over = Some(error);
            }
        }
    }
    match passed_over {
        Some(error) if opened.is_empty() => Err(error),
        _ => Ok(opened),
    }
}

/// Accepts for as long as there is room, and the driver follows.
pub(super) async fn accept(
    listener: TcpListener,
    permissions: Permissions,
    sockets: Arc<Semaphore>,
    events: mpsc::Sender<Event>,
) {
    while let Ok(permit) = Arc::clone(&sockets).acquire_owned().await {
        let (stream, from) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::info!(target: "net", "socket error accept failed: {error}");
                tokio::time::sleep(ACCEPT_ERROR_PAUSE).await;
                continue;
            }
        };
        if stream.set_nodelay(true).is_err() {
            tracing::debug!(
                target: "net",
                "connection from {from}: unable to set TCP_NODELAY, continuing anyway"
            );
        }
        // It may be gone already.
        let Ok(bind) = stream.local_addr() else { continue };
        let event = Event::Accepted { stream, from, bind, permissions, permit };
        if events.send(event).await.is_err() {
            return;
        }
        tokio::time::sleep(ACCEPT_PAUSE).await;
    }
}
