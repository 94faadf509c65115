//! Connections of miners, with TLS around them or not: lines in, lines out.
//!
//! The pool knows a connection from its first moment, before TLS is agreed on, so that its limits and bans hold
//! for those who never get that far. Whoever comes to the wrong door, to TLS without or the other way round, is
//! sent away at once. Does not know what lines mean.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use quarry_mining::limits::MAX_LINE_BYTES;
use quarry_mining::stratum::line::{Id, Lines};
use quarry_mining::stratum::message::FromPool;
use quarry_mining::stratum::server::ConnId;
use quarry_service::Scope;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, split};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::time::timeout;
use tokio_rustls::server::TlsStream;

use super::direct::Question;
use crate::limits::{
    ACCEPT_PAUSE, LINGER, MAX_QUEUED_LINES, READ_BUFFER_BYTES, TLS_TIMEOUT, WRITE_TIMEOUT,
};
use crate::tls::Identity;

/// What happens at a pool's sockets.
#[derive(Debug)]
pub(super) enum Input {
    /// Somebody connected; lines for them go there.
    Connected { conn: ConnId, ip: IpAddr, lines: mpsc::Sender<String> },
    /// A line, with or without its end.
    Line { conn: ConnId, bytes: Vec<u8> },
    /// A line without end.
    LineTooLong { conn: ConnId },
    /// A connection ended.
    Disconnected { conn: ConnId },
    /// Somebody asks who has no connection.
    Question(Box<Question>),
}

/// Connections of this process are numbered from here on: no number is used again.
static NUMBERS: AtomicU64 = AtomicU64::new(1);

/// How miners are let in.
#[derive(Clone, Debug)]
pub(super) enum Door {
    /// As they come.
    Plain,
    /// Those who agree on TLS.
    Tls(Identity),
}

/// The first byte of whoever speaks TLS: a record of the handshake (RFC 8446, 5.1).
const TLS_HANDSHAKE: u8 = 22;

/// Lets miners in until the scope ends, as many as there are places in `open`.
pub(super) fn accept(
    listener: TcpListener,
    inputs: mpsc::Sender<Input>,
    (door, open): (Door, Arc<Semaphore>),
    scope: &Scope,
) {
    let connections = scope.clone();
    scope.spawn_droppable(async move {
        loop {
            // Whoever comes when all places are taken waits in the system's own queue.
            let Ok(place) = Arc::clone(&open).acquire_owned().await else { return };
            let (stream, peer) = match listener.accept().await {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, mostly: some end by and by.
                    tracing::warn!(target: "pool", %error, "a connection is not accepted");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                    continue;
                }
            };
            let number = NUMBERS.fetch_add(1, Ordering::Relaxed);
            let (conn, ip) = (ConnId(number), peer.ip().to_canonical());
            let (inputs, door) = (inputs.clone(), door.clone());
            connections.spawn_droppable(async move {
                serve(stream, &door, conn, ip, &inputs).await;
                drop(place);
            });
        }
    });
}

async fn serve(
    stream: TcpStream,
    door: &Door,
    conn: ConnId,
    ip: IpAddr,
    inputs: &mpsc::Sender<Input>,
) {
    // Jobs are small and urgent.
    let _as_it_is = stream.set_nodelay(true);
    let (lines, mut outbox) = mpsc::channel(MAX_QUEUED_LINES);
    // The pool's task has ended if it takes nothing.
    if inputs.send(Input::Connected { conn, ip, lines }).await.is_err() {
        return;
    }
    match door {
        Door::Plain => {
            let (read, write) = stream.into_split();
            talk(read, write, outbox, conn, inputs).await;
        }
        Door::Tls(identity) => {
            let agreed = tokio::select! {
                agreed = timeout(TLS_TIMEOUT, Box::pin(agree(stream, identity))) => agreed.ok(),
                // The pool says nothing to those who said nothing: it closes.
                _ = outbox.recv() => None,
            };
            if let Some(Some(stream)) = agreed {
                let (read, write) = split(stream);
                talk(read, write, outbox, conn, inputs).await;
            }
        }
    }
    let _ended = inputs.send(Input::Disconnected { conn }).await;
}

/// TLS, if that is what the miner speaks.
async fn agree(mut stream: TcpStream, identity: &Identity) -> Option<TlsStream<TcpStream>> {
    let mut first = [0];
    if stream.peek(&mut first).await.ok()? == 1 && first != [TLS_HANDSHAKE] {
        let why = "this port speaks TLS only: connect with stratum+ssl://".to_owned();
        let line = FromPool::ShowMessage(why).encode(&Id::Null);
        stream.write_all(line.as_bytes()).await.ok()?;
        stream.shutdown().await.ok()?;
        tokio::time::sleep(LINGER).await;
        return None;
    }
    let agreed = identity.acceptor().accept(stream).await;
    agreed.inspect_err(|error| tracing::debug!(target: "pool", %error, "no TLS is agreed on")).ok()
}

async fn talk(
    read: impl AsyncRead + Unpin,
    write: impl AsyncWrite + Unpin,
    outbox: mpsc::Receiver<String>,
    conn: ConnId,
    inputs: &mpsc::Sender<Input>,
) {
    tokio::select! {
        () = read_lines(read, conn, inputs) => {}
        () = write_lines(write, outbox) => {}
    }
}

async fn read_lines(mut read: impl AsyncRead + Unpin, conn: ConnId, inputs: &mpsc::Sender<Input>) {
    let mut lines = Lines::new(MAX_LINE_BYTES);
    let mut bytes = vec![0; READ_BUFFER_BYTES];
    let mut is_first = true;
    loop {
        match read.read(&mut bytes).await {
            Ok(0) | Err(_) => return,
            // It would wait for an answer that only TLS has.
            Ok(_) if is_first && bytes[0] == TLS_HANDSHAKE => return,
            Ok(count) => lines.push(&bytes[..count]),
        }
        is_first = false;
        loop {
            let input = match lines.next_line() {
                Ok(Some(bytes)) => Input::Line { conn, bytes },
                Ok(None) => break,
                Err(_) => {
                    let _ended = inputs.send(Input::LineTooLong { conn }).await;
                    // The pool closes it; what else comes is of no interest.
                    return std::future::pending().await;
                }
            };
            // One line at a time: who says much waits as long as who says little.
            if inputs.send(input).await.is_err() {
                return;
            }
        }
    }
}

/// Until the pool drops its end, or the miner does not take what it is given.
async fn write_lines(mut write: impl AsyncWrite + Unpin, mut outbox: mpsc::Receiver<String>) {
    while let Some(line) = outbox.recv().await {
        // TLS has a buffer of its own, from which nothing goes by itself.
        let written = timeout(WRITE_TIMEOUT, async {
            write.write_all(line.as_bytes()).await?;
            write.flush().await
        });
        if !matches!(written.await, Ok(Ok(()))) {
            return;
        }
    }
    // The last line may say why: it is lost if what the miner still sends is answered by a reset. TLS has a last
    // word of its own, for which a miner may leave no room.
    let _as_it_is = timeout(WRITE_TIMEOUT, write.shutdown()).await;
    tokio::time::sleep(LINGER).await;
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::pin::Pin;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Poll};

    use super::*;

    /// What TLS is over a miner that reads nothing: it takes bytes into a buffer, and has no room for its own end.
    struct Stuck(Arc<AtomicUsize>);

    impl AsyncWrite for Stuck {
        fn poll_write(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            b: &[u8],
        ) -> Poll<io::Result<usize>> {
            Poll::Ready(Ok(b.len()))
        }

        fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            self.0.fetch_add(1, Ordering::Relaxed);
            Poll::Pending
        }

        fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Pending
        }
    }

    /// On a clock that stands still until everything waits.
    #[tokio::test(start_paused = true)]
    async fn who_takes_nothing_is_given_up_at_a_line_and_at_the_end() {
        let flushes = Arc::<AtomicUsize>::default();
        let (lines, outbox) = mpsc::channel(1);
        lines.try_send("a line\n".to_owned()).unwrap();
        write_lines(Stuck(Arc::clone(&flushes)), outbox).await;
        assert!(flushes.load(Ordering::Relaxed) > 0, "a line is not flushed");
        let (lines, outbox) = mpsc::channel(1);
        drop(lines);
        write_lines(Stuck(flushes), outbox).await;
    }
}
