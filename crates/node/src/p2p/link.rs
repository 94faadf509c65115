//! One connection: a task that reads messages off its socket and writes frames to it.
//!
//! Reading pauses while the peer does not read what it was sent, and while what it said waits to be
//! handled. Does not know what is said.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use quarry_net::PeerId;
use quarry_net::codec::{Decoder, FramingError, Incoming};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio_util::sync::CancellationToken;

use super::driver::Event;
use super::limits::{
    FLUSH_TIME, LARGE_MESSAGE_BYTES, LEAST_UNHANDLED_BYTES, MAX_LARGE_BYTES, MAX_PARTIAL_BYTES,
    MAX_UNHANDLED_BYTES, READ_BYTES,
};
use super::outbox::{Next, Outbox};

/// Why a connection has ended by itself.
#[derive(Debug)]
pub(super) enum End {
    /// The other side closed it.
    Closed,
    /// The socket's error.
    Failed(std::io::Error),
    /// Its unfinished message was the one too many.
    NoRoom,
}

/// Bytes that have gone over sockets, whole messages or not.
#[derive(Debug, Default)]
pub(super) struct Counted {
    pub(super) received: AtomicU64,
    pub(super) sent: AtomicU64,
}

impl Counted {
    fn add(of: &AtomicU64, bytes: usize) {
        of.fetch_add(u64::try_from(bytes).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

/// Room for received bytes that all connections share.
#[derive(Clone, Debug)]
pub(super) struct SharedRoom {
    /// Of unfinished messages of inbound peers.
    partial_bytes: Arc<AtomicUsize>,
    /// For large messages, from before they are decoded until they are handled.
    large: Arc<Semaphore>,
}

impl Default for SharedRoom {
    fn default() -> Self {
        Self { partial_bytes: Arc::default(), large: Arc::new(Semaphore::new(MAX_LARGE_BYTES)) }
    }
}

/// What a message takes of the rooms until it is handled.
#[derive(Debug)]
pub(super) struct Place {
    _own: OwnedSemaphorePermit,
    _shared: Option<OwnedSemaphorePermit>,
}

/// A connection's task, before it runs.
#[derive(Debug)]
pub(super) struct LinkTask {
    pub(super) peer: PeerId,
    pub(super) magic: [u8; 4],
    /// Whether its unfinished messages count: not those of peers of our own choice.
    pub(super) counted: bool,
    pub(super) stream: TcpStream,
    pub(super) outbox: Arc<Outbox>,
    pub(super) events: mpsc::Sender<Event>,
    pub(super) room: SharedRoom,
    /// Of this connection, and of all.
    pub(super) counted_bytes: [Arc<Counted>; 2],
    /// Ends reading, and writing too a little later.
    pub(super) closing: CancellationToken,
    /// Held while the socket is open.
    pub(super) permit: Option<OwnedSemaphorePermit>,
}

impl LinkTask {
    /// Runs until either side ends the connection.
    pub(super) async fn run(self) {
        let Self { peer, magic, counted, stream, outbox, events, room, .. } = self;
        let (counted_bytes, closing, permit) = (self.counted_bytes, self.closing, self.permit);
        let (input, output) = stream.into_split();
        let mut reader = Reader {
            peer,
            counted,
            decoder: Decoder::new(magic),
            held_bytes: 0,
            outbox: &outbox,
            events: &events,
            unhandled: Arc::new(Semaphore::new(MAX_UNHANDLED_BYTES)),
            room,
            counted_bytes: &counted_bytes,
        };
        let reading = async {
            let end = closing.run_until_cancelled(reader.run(input)).await;
            match end {
                Some(end) => end,
                None => std::future::pending().await,
            }
        };
        let expired = async {
            closing.cancelled().await;
            tokio::time::sleep(FLUSH_TIME).await;
        };
        let end = tokio::select! {
            end = reading => Some(end),
            end = write(peer, &outbox, &events, &counted_bytes, output) => end.err().map(End::Failed),
            () = expired => None,
        };
        if let Some(end) = end.filter(|_| !closing.is_cancelled()) {
            // Nobody listens any more only if the driver has ended.
            let _ = events.send(Event::Ended { peer, end }).await;
        }
        drop(permit);
    }
}

/// Writes what there is, then closes the socket if that is wanted.
async fn write(
    peer: PeerId,
    outbox: &Outbox,
    events: &mpsc::Sender<Event>,
    counted_bytes: &[Arc<Counted>; 2],
    mut output: OwnedWriteHalf,
) -> std::io::Result<()> {
    loop {
        match outbox.next() {
            Next::Write(frame) => {
                output.write_all(&frame).await?;
                let bytes = frame.len();
                drop(frame);
                for it in counted_bytes {
                    Counted::add(&it.sent, bytes);
                }
                if outbox.written(bytes) {
                    let _ = events.send(Event::Writable { peer }).await;
                }
            }
            Next::Close => return output.shutdown().await,
            Next::Wait => outbox.ready().await,
        }
    }
}

struct Reader<'a> {
    peer: PeerId,
    counted: bool,
    decoder: Decoder,
    /// As counted among the partial bytes.
    held_bytes: usize,
    outbox: &'a Outbox,
    events: &'a mpsc::Sender<Event>,
    unhandled: Arc<Semaphore>,
    room: SharedRoom,
    counted_bytes: &'a [Arc<Counted>; 2],
}

impl Reader<'_> {
    async fn run(&mut self, mut input: OwnedReadHalf) -> End {
        let mut buffer = vec![0; READ_BYTES];
        loop {
            self.outbox.readable().await;
            let count = match input.read(&mut buffer).await {
                Ok(0) => return End::Closed,
                Ok(count) => count,
                Err(error) => return End::Failed(error),
            };
            for it in self.counted_bytes {
                Counted::add(&it.received, count);
            }
            let mut rest = &buffer[..count];
            loop {
                match self.next(&mut rest).await {
                    Ok(Some((incoming, shared))) => self.deliver(incoming, shared).await,
                    Ok(None) => break,
                    Err(error) => {
                        let peer = self.peer;
                        let _ = self.events.send(Event::Framing { peer, error }).await;
                        // The machine ends it.
                        std::future::pending::<()>().await;
                    }
                }
            }
            if !self.count_partial() {
                return End::NoRoom;
            }
        }
    }

    /// The next message; room for a large one is made before it is decoded.
    async fn next(
        &mut self,
        rest: &mut &[u8],
    ) -> Result<Option<(Incoming, Option<OwnedSemaphorePermit>)>, FramingError> {
        let large = self.decoder.completed_by(rest.len());
        let shared = match large.filter(|bytes| *bytes >= LARGE_MESSAGE_BYTES) {
            Some(bytes) => take(&self.room.large, bytes.min(MAX_LARGE_BYTES)).await,
            None => None,
        };
        Ok(self.decoder.next(rest)?.map(|incoming| (incoming, shared)))
    }

    async fn deliver(&self, incoming: Incoming, shared: Option<OwnedSemaphorePermit>) {
        self.outbox.readable().await;
        let bytes = incoming.wire_bytes.clamp(LEAST_UNHANDLED_BYTES, MAX_UNHANDLED_BYTES);
        let Some(own) = take(&self.unhandled, bytes).await else { return };
        let place = Place { _own: own, _shared: shared };
        let _ = self.events.send(Event::Received { peer: self.peer, incoming, place }).await;
    }

    /// Brings the count of unfinished bytes up to date; `false` if they are too many.
    fn count_partial(&mut self) -> bool {
        if !self.counted {
            return true;
        }
        let held = self.decoder.held_bytes();
        let before = std::mem::replace(&mut self.held_bytes, held);
        if held <= before {
            self.room.partial_bytes.fetch_sub(before - held, Ordering::Relaxed);
            return true;
        }
        let more = held - before;
        self.room.partial_bytes.fetch_add(more, Ordering::Relaxed) + more <= MAX_PARTIAL_BYTES
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if self.counted {
            self.room.partial_bytes.fetch_sub(self.held_bytes, Ordering::Relaxed);
        }
    }
}

/// Waits for room; `None` never, since nobody closes these.
async fn take(room: &Arc<Semaphore>, bytes: usize) -> Option<OwnedSemaphorePermit> {
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    Arc::clone(room).acquire_many_owned(bytes).await.ok()
}
