//! Running a router on a listener until the scope stops.
//!
//! Does not know what the router answers.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::{Extension, Router};
use quarry_service::Scope;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::connection::{Doorkeeper, Peer};

/// The server's end, as an extension of every request: a handler that waits for long
/// (a long poll, a stream) waits for this, too.
#[derive(Clone, Debug, Default)]
pub struct Stopping(CancellationToken);

impl Stopping {
    /// Ends when the server has been asked to stop.
    pub async fn wait(&self) {
        self.0.cancelled().await;
    }

    pub(crate) fn token(self) -> CancellationToken {
        self.0
    }
}

/// The address of a request's other end, as an extension of every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerAddress(pub SocketAddr);

/// Serves `router` in a task of `scope`, within the limits on connections.
///
/// When the scope stops, no connection is accepted any more, idle ones and event streams end at
/// once, and requests get [`crate::limits::DRAIN_TIMEOUT`] to finish.
pub fn serve(listener: TcpListener, router: Router, scope: &Scope) {
    let stop = scope.token();
    let router =
        router.layer(middleware::from_fn(note_request)).layer(Extension(Stopping(stop.clone())));
    let service = router.into_make_service_with_connect_info::<Peer>();
    let doorkeeper = Doorkeeper::new(listener, stop.clone());
    scope.spawn(async move {
        let serving =
            axum::serve(doorkeeper, service).with_graceful_shutdown(stop.cancelled_owned());
        if let Err(error) = serving.await {
            tracing::error!(%error, "listener ended");
        }
    });
}

async fn note_request(
    ConnectInfo(peer): ConnectInfo<Peer>,
    mut request: Request,
    next: Next,
) -> Response {
    let _busy = peer.request_begins();
    request.extensions_mut().insert(PeerAddress(peer.address));
    next.run(request).await
}
