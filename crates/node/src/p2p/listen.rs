//! Taking connections from others.
//!
//! Does not know whether one may stay: the driver's machine decides.

use std::sync::Arc;

use quarry_net::Permissions;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc};

use super::driver::Event;
use super::limits::{ACCEPT_ERROR_PAUSE, ACCEPT_PAUSE};

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
