//! A connection to a pool: TCP, with TLS around it or not.
//!
//! Does not know what is said on it.

use std::io;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::limits::CONNECT_TIMEOUT;

/// Bytes both ways.
pub(super) trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// Connects, within [`CONNECT_TIMEOUT`].
pub(super) async fn connect(host: &str, port: u16, tls: bool) -> io::Result<Box<dyn Stream>> {
    let connected = tokio::time::timeout(CONNECT_TIMEOUT, connect_at_last(host, port, tls));
    connected.await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

async fn connect_at_last(host: &str, port: u16, tls: bool) -> io::Result<Box<dyn Stream>> {
    let tcp = TcpStream::connect((host, port)).await?;
    // Shares are short, and late ones are worth nothing.
    tcp.set_nodelay(true)?;
    if !tls {
        return Ok(Box::new(tcp));
    }
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, tcp).await?;
    Ok(Box::new(stream))
}
