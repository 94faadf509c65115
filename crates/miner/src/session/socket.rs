//! A connection to a pool: TCP, with TLS around it or not.
//!
//! Does not know what is said on it.

use std::io;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::rustls::pki_types::ServerName;

use crate::limits::CONNECT_TIMEOUT;
use crate::tls::Authorities;

/// Bytes both ways.
pub(super) trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// Connects, within [`CONNECT_TIMEOUT`]; by TLS if there are authorities to believe.
pub(super) async fn connect(
    host: &str,
    port: u16,
    tls: Option<&Authorities>,
) -> io::Result<Box<dyn Stream>> {
    let connected = tokio::time::timeout(CONNECT_TIMEOUT, connect_at_last(host, port, tls));
    connected.await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

async fn connect_at_last(
    host: &str,
    port: u16,
    tls: Option<&Authorities>,
) -> io::Result<Box<dyn Stream>> {
    let tcp = TcpStream::connect((host, port)).await?;
    // Shares are short, and late ones are worth nothing.
    tcp.set_nodelay(true)?;
    let Some(authorities) = tls else { return Ok(Box::new(tcp)) };
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    Ok(Box::new(authorities.connector().connect(name, tcp).await?))
}
