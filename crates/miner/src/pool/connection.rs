//! Connections of miners: lines in, lines out.
//!
//! Does not know what they mean.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use quarry_mining::limits::MAX_LINE_BYTES;
use quarry_mining::stratum::line::Lines;
use quarry_mining::stratum::server::ConnId;
use quarry_service::Scope;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};

use crate::limits::{ACCEPT_PAUSE, LINGER, MAX_QUEUED_LINES, READ_BUFFER_BYTES, WRITE_TIMEOUT};

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
}

/// Connections of this process are numbered from here on: no number is used again.
static NUMBERS: AtomicU64 = AtomicU64::new(1);

/// Lets miners in until the scope ends, as many as there are places in `open`.
pub(super) fn accept(
    listener: TcpListener,
    inputs: mpsc::Sender<Input>,
    open: Arc<Semaphore>,
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
            let inputs = inputs.clone();
            connections.spawn_droppable(async move {
                serve(stream, conn, ip, &inputs).await;
                drop(place);
            });
        }
    });
}

async fn serve(stream: TcpStream, conn: ConnId, ip: IpAddr, inputs: &mpsc::Sender<Input>) {
    // Jobs are small and urgent.
    let _as_it_is = stream.set_nodelay(true);
    let (read, write) = stream.into_split();
    let (lines, outbox) = mpsc::channel(MAX_QUEUED_LINES);
    // The pool's task has ended if it takes nothing.
    if inputs.send(Input::Connected { conn, ip, lines }).await.is_err() {
        return;
    }
    tokio::select! {
        () = read_lines(read, conn, inputs) => {}
        () = write_lines(write, outbox) => {}
    }
    let _ended = inputs.send(Input::Disconnected { conn }).await;
}

async fn read_lines(mut read: OwnedReadHalf, conn: ConnId, inputs: &mpsc::Sender<Input>) {
    let mut lines = Lines::new(MAX_LINE_BYTES);
    let mut bytes = vec![0; READ_BUFFER_BYTES];
    loop {
        match read.read(&mut bytes).await {
            Ok(0) | Err(_) => return,
            Ok(count) => lines.push(&bytes[..count]),
        }
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
async fn write_lines(mut write: OwnedWriteHalf, mut outbox: mpsc::Receiver<String>) {
    while let Some(line) = outbox.recv().await {
        let written = tokio::time::timeout(WRITE_TIMEOUT, write.write_all(line.as_bytes())).await;
        if !matches!(written, Ok(Ok(()))) {
            return;
        }
    }
    // The last line may say why: it is lost if what the miner still sends is answered by a reset.
    let _as_it_is = write.shutdown().await;
    tokio::time::sleep(LINGER).await;
}
