//! One accepted connection: its share of the listener's room, and the times it has to keep.
//!
//! The library that speaks HTTP sets no time for a request's head here, so the connection does:
//! between requests and within an answer it may be silent for [`limits::IDLE_TIMEOUT`], but a head that has begun must be
//! complete within [`limits::HEAD_TIMEOUT`], however slowly its bytes come. Does not know what is
//! asked; the outermost layer tells it when a request begins and ends ([`Activity`]).

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep_until};
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

use crate::limits;

/// Who is at the other end, for layers and handlers.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    /// Its address.
    pub(crate) address: SocketAddr,
    activity: Arc<Activity>,
}

impl Peer {
    /// Notes that a request's head has arrived; the request ends when the result is dropped.
    pub(crate) fn request_begins(&self) -> Busy {
        self.activity.active.fetch_add(1, Ordering::Relaxed);
        self.activity.begun.fetch_add(1, Ordering::Relaxed);
        Busy(self.activity.clone())
    }
}

impl Connected<IncomingStream<'_, Doorkeeper>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Doorkeeper>) -> Self {
        Self { address: *stream.remote_addr(), activity: stream.io().activity.clone() }
    }
}

/// What the requests of a connection do. Counters only: they order no other memory.
#[derive(Debug, Default)]
struct Activity {
    begun: AtomicUsize,
    active: AtomicUsize,
}

/// A request that is being answered.
#[derive(Debug)]
pub(crate) struct Busy(Arc<Activity>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.active.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A listener that lets in no more connections than there is room for.
#[derive(Debug)]
pub(crate) struct Doorkeeper {
    listener: TcpListener,
    room: Arc<Semaphore>,
    per_address: Arc<PerAddress>,
    stop: CancellationToken,
}

impl Doorkeeper {
    /// Guards `listener`; its connections end soon after `stop`.
    pub(crate) fn new(listener: TcpListener, stop: CancellationToken) -> Self {
        let room = Arc::new(Semaphore::new(limits::MAX_CONNECTIONS));
        Self { listener, room, per_address: Arc::default(), stop }
    }

    async fn accept_stream(&self) -> (TcpStream, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok(accepted) => return accepted,
                Err(error) => {
                    // Out of descriptors, mostly; trying again at once would only spin.
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                }
            }
        }
    }
}

impl axum::serve::Listener for Doorkeeper {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            let Ok(place) = self.room.clone().acquire_owned().await else {
                // The semaphore is never closed.
                std::future::pending::<()>().await;
                continue;
            };
            let (stream, address) = self.accept_stream().await;
            let Some(share) = self.per_address.enter(address.ip()) else { continue };
            // Events are small and should leave at once; a failure only delays them.
            let _delayed = stream.set_nodelay(true);
            return (Connection::new(stream, place, share, self.stop.clone()), address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// Open connections by address. This machine itself is not counted: a proxy lives here.
#[derive(Debug, Default)]
struct PerAddress(Mutex<HashMap<IpAddr, usize>>);

impl PerAddress {
    fn enter(self: &Arc<Self>, address: IpAddr) -> Option<Share> {
        let address = address.to_canonical();
        if address.is_loopback() {
            return Some(Share(None));
        }
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(address).or_default();
        if *count >= limits::MAX_CONNECTIONS_PER_ADDRESS {
            return None;
        }
        *count += 1;
        Some(Share(Some((self.clone(), address))))
    }
}

/// One connection's entry in the count of its address.
#[derive(Debug)]
struct Share(Option<(Arc<PerAddress>, IpAddr)>);

impl Drop for Share {
    fn drop(&mut self) {
        let Some((counts, address)) = self.0.take() else { return };
        let mut open = counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                open.remove(&address);
            }
        }
    }
}

/// A TCP stream that ends itself when the client is too slow or the server stops.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    activity: Arc<Activity>,
    /// Since when a head is awaited or arriving, and how many had begun before it.
    head: Option<(Instant, usize)>,
    last_byte: Instant,
    draining_until: Option<Instant>,
    stop: Pin<Box<WaitForCancellationFutureOwned>>,
    timer: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
    _share: Share,
}

impl Connection {
    fn new(
        stream: TcpStream,
        place: OwnedSemaphorePermit,
        share: Share,
        stop: CancellationToken,
    ) -> Self {
        let now = Instant::now();
        Self {
            stream,
            activity: Arc::default(),
            head: Some((now, 0)),
            last_byte: now,
            draining_until: None,
            stop: Box::pin(stop.cancelled_owned()),
            timer: Box::pin(sleep_until(now + limits::HEAD_TIMEOUT)),
            _place: place,
            _share: share,
        }
    }

    fn is_busy(&self) -> bool {
        self.activity.active.load(Ordering::Relaxed) > 0
    }

    /// Notes arriving bytes; the first ones after an answer begin a new head.
    fn bytes_came(&mut self) {
        self.last_byte = Instant::now();
        let begun = self.activity.begun.load(Ordering::Relaxed);
        let in_same_head = self.head.is_some_and(|(_, before)| before == begun);
        if !in_same_head && !self.is_busy() {
            self.head = Some((self.last_byte, begun));
            let deadline = self.deadline();
            self.timer.as_mut().reset(deadline);
        }
    }

    fn deadline(&self) -> Instant {
        if let Some(end) = self.draining_until {
            return end;
        }
        if self.is_busy() {
            // The answer's time is its maker's to bound: a wait for the next block has none.
            return Instant::now() + limits::IDLE_TIMEOUT;
        }
        let begun = self.activity.begun.load(Ordering::Relaxed);
        match self.head {
            Some((since, before)) if before == begun => since + limits::HEAD_TIMEOUT,
            _ => self.last_byte + limits::IDLE_TIMEOUT,
        }
    }

    /// Whether the connection's time is over. Wakes the task when that may have changed.
    fn poll_end(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.draining_until.is_none() && self.stop.as_mut().poll(cx).is_ready() {
            let end = Instant::now() + limits::DRAIN_TIMEOUT;
            self.draining_until = Some(end);
            self.timer.as_mut().reset(end);
        }
        // The timer is set to the earliest deadline there was; progress since then moves it on.
        while self.timer.as_mut().poll(cx).is_ready() {
            let deadline = self.deadline();
            if deadline <= Instant::now() {
                return Poll::Ready(());
            }
            self.timer.as_mut().reset(deadline);
        }
        Poll::Pending
    }

    fn too_slow() -> io::Error {
        io::Error::new(io::ErrorKind::TimedOut, "the connection's time is over")
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        if let Poll::Ready(result) = Pin::new(&mut self.stream).poll_read(cx, buffer) {
            if buffer.filled().len() > before {
                self.bytes_came();
            }
            return Poll::Ready(result);
        }
        if self.poll_end(cx).is_ready() {
            return Poll::Ready(Err(Self::too_slow()));
        }
        if self.draining_until.is_some() && !self.is_busy() {
            // Nothing is being answered: to the reader this is the client's goodbye.
            return Poll::Ready(Ok(()));
        }
        Poll::Pending
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if let Poll::Ready(result) = Pin::new(&mut self.stream).poll_write(cx, bytes) {
            self.last_byte = Instant::now();
            return Poll::Ready(result);
        }
        self.poll_end(cx).map(|()| Err(Self::too_slow()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_share_and_gets_it_back() {
        let counts = Arc::<PerAddress>::default();
        let far: IpAddr = "192.0.2.1".parse().unwrap();
        let mut shares: Vec<_> =
            (0..limits::MAX_CONNECTIONS_PER_ADDRESS).map(|_| counts.enter(far).unwrap()).collect();
        assert!(counts.enter(far).is_none());
        assert!(counts.enter("192.0.2.2".parse().unwrap()).is_some());
        assert!(counts.enter("::ffff:192.0.2.1".parse().unwrap()).is_none());
        assert!(counts.enter("127.0.0.1".parse().unwrap()).is_some());
        shares.pop();
        assert!(counts.enter(far).is_some());
    }
}
