//! Opening a port, with errors that say what to do.
//!
//! Does not know what will be served on it.

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;

/// Why a port could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// The address can be reached from other machines and nobody said that this is wanted.
    #[error(
        "{address} can be reached by other machines: use 127.0.0.1, or allow it with --allow-public"
    )]
    NotLoopback {
        /// The address.
        address: SocketAddr,
    },
    /// Another program listens there.
    #[error("port {port} is taken by another program")]
    PortTaken {
        /// The port.
        port: u16,
    },
    /// The system does not let this user have the port.
    #[error("port {port} needs a privilege: ports above 1023 need none")]
    PortForbidden {
        /// The port.
        port: u16,
    },
    /// Anything else the system says.
    #[error("cannot listen on {address}: {source}")]
    Other {
        /// The address.
        address: SocketAddr,
        /// The system's words.
        source: io::Error,
    },
}

/// Opens `address`. Unless `public` is set, only addresses of this machine itself are taken.
///
/// # Errors
/// [`BindError`]
pub async fn bind(address: SocketAddr, public: bool) -> Result<TcpListener, BindError> {
    if !public && !address.ip().to_canonical().is_loopback() {
        return Err(BindError::NotLoopback { address });
    }
    let port = address.port();
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => BindError::PortTaken { port },
        io::ErrorKind::PermissionDenied => BindError::PortForbidden { port },
        _ => BindError::Other { address, source },
    })
}
