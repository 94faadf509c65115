//! What waits to be written to one connection.
//!
//! The driver puts frames in without waiting; the connection's own task takes them out. Its size is
//! what pauses the reader. Does not know what is in the frames.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use quarry_net::limits::SEND_BUFFER_BYTES;
use tokio::sync::Notify;

use super::limits::MAX_OUTBOX_BYTES;

#[derive(Debug, Default)]
struct Queue {
    frames: VecDeque<Vec<u8>>,
    /// Of the frames, the one being written included.
    bytes: usize,
    /// The machine waits for less than [`SEND_BUFFER_BYTES`] to wait here.
    awaited: bool,
    closing: bool,
}

/// More waits than any peer may let wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OutboxFull;

/// What the writer has to do next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    Write(Vec<u8>),
    Close,
    Wait,
}

#[derive(Debug, Default)]
pub(super) struct Outbox {
    queue: Mutex<Queue>,
    /// Something is to be done for the writer.
    ready: Notify,
    /// Something has been written, which the reader may be waiting for.
    drained: Notify,
}

impl Outbox {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        // No code that can panic runs under the lock.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn push(&self, frame: Vec<u8>) -> Result<(), OutboxFull> {
        let mut queue = self.queue();
        if queue.bytes.saturating_add(frame.len()) > MAX_OUTBOX_BYTES {
            return Err(OutboxFull);
        }
        queue.bytes += frame.len();
        queue.frames.push_back(frame);
        drop(queue);
        self.ready.notify_one();
        Ok(())
    }

    /// Nothing comes after what is there: it is written, then the connection is closed.
    pub(super) fn close(&self) {
        self.queue().closing = true;
        self.ready.notify_one();
    }

    /// Whether less than [`SEND_BUFFER_BYTES`] wait. If not, the writer will say when.
    pub(super) fn await_room(&self) -> bool {
        let mut queue = self.queue();
        queue.awaited = queue.bytes >= SEND_BUFFER_BYTES;
        !queue.awaited
    }

    pub(super) fn next(&self) -> Next {
        let mut queue = self.queue();
        match queue.frames.pop_front() {
            Some(frame) => Next::Write(frame),
            None if queue.closing => Next::Close,
            None => Next::Wait,
        }
    }

    /// So many bytes have been written; whether the machine is to be told that there is room.
    pub(super) fn written(&self, bytes: usize) -> bool {
        let mut queue = self.queue();
        queue.bytes = queue.bytes.saturating_sub(bytes);
        let tell = queue.awaited && queue.bytes < SEND_BUFFER_BYTES;
        if tell {
            queue.awaited = false;
        }
        drop(queue);
        self.drained.notify_one();
        tell
    }

    /// Ends when there is something for the writer to do.
    pub(super) async fn ready(&self) {
        self.ready.notified().await;
    }

    /// Ends when the peer has read enough of what it was sent to say more.
    pub(super) async fn readable(&self) {
        loop {
            {
                let queue = self.queue();
                if !queue.awaited && queue.bytes <= SEND_BUFFER_BYTES {
                    return;
                }
            }
            self.drained.notified().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_bounded_counted_and_written_before_the_end() {
        let outbox = Outbox::default();
        let large = SEND_BUFFER_BYTES + 1;
        for _ in 0..MAX_OUTBOX_BYTES / large {
            outbox.push(vec![0; large]).unwrap();
        }
        assert_eq!(outbox.push(vec![0; large]), Err(OutboxFull));
        outbox.close();
        assert!(!outbox.await_room());
        let mut told = 0;
        while let Next::Write(frame) = outbox.next() {
            told += u32::from(outbox.written(frame.len()));
        }
        // Once, when there was room again.
        assert_eq!((told, outbox.next()), (1, Next::Close));
        assert!(outbox.await_room());
    }

    #[tokio::test]
    async fn the_reader_waits_for_the_peer_to_read() {
        let outbox = Outbox::default();
        outbox.push(vec![0; SEND_BUFFER_BYTES]).unwrap();
        outbox.readable().await;
        outbox.push(vec![0; 1]).unwrap();
        let waits = async {
            outbox.readable().await;
            assert!(outbox.queue().bytes <= SEND_BUFFER_BYTES);
        };
        let reads = async {
            tokio::task::yield_now().await;
            assert_eq!(outbox.queue().bytes, SEND_BUFFER_BYTES + 1);
            let Next::Write(frame) = outbox.next() else { panic!("two frames are there") };
            outbox.written(frame.len());
        };
        tokio::join!(waits, reads);
    }
}
