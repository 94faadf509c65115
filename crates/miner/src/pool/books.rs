//! Keeps a pool's books where they outlive it: taken up at the start, written every few seconds in which
//! something changed, at each block, and at the end.
//!
//! A pool that ends without a warning forgets what was done since it last wrote: [`BOOKS_PAUSE`] and the time
//! that writing takes. Does not know what is in books (`mining`), nor files.

use std::fmt::Debug;
use std::io;
use std::sync::Arc;

use quarry_mining::stratum::books::{Books, BooksError};
use quarry_mining::stratum::server::Server;
use quarry_primitives::{BlockHash, Now};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use super::PoolError;
use crate::limits::{BOOKS_PAUSE, MAX_BLOCKS_IN_FLIGHT};

/// Where books are kept. Whoever has it is the only one who writes there.
pub trait BooksFile: Debug + Send + Sync {
    /// The bytes that were written last; none if there never were any.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn read(&self) -> io::Result<Option<Vec<u8>>>;
    /// Puts these in their place, in one step, and durably when it returns.
    ///
    /// # Errors
    /// Whatever the file system says; the bytes before them are then still there.
    fn write(&self, bytes: &[u8]) -> io::Result<()>;
    /// Puts a block aside until something is known of it, durably when it returns.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn keep_block(&self, hash: &str, bytes: &[u8]) -> io::Result<()>;
    /// Something is known of it.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn forget_block(&self, hash: &str) -> io::Result<()>;
    /// The blocks that were put aside, [`MAX_BLOCKS_IN_FLIGHT`] at most.
    ///
    /// # Errors
    /// Whatever the file system says.
    fn blocks(&self) -> io::Result<Vec<Vec<u8>>>;
    /// What people call it.
    fn place(&self) -> String;
}

/// Books that outlive a pool.
#[derive(Clone, Debug)]
pub struct KeptBooks {
    /// Where they are.
    pub file: Arc<dyn BooksFile>,
    /// The chain that the pool works on: books of another are refused.
    pub chain: String,
}

impl KeptBooks {
    /// Has `server` go on with what is kept, if anything is. Gives the rates of the past.
    pub(super) async fn take_up(
        &self,
        server: &mut Server,
        now: Now,
    ) -> Result<Vec<(u64, u64)>, PoolError> {
        let kept = self.clone();
        let read = spawn_blocking(move || {
            let bytes = kept.file.read().map_err(|error| kept.failed("read", error))?;
            let books = bytes.map(|bytes| Books::decode(&bytes, &kept.chain)).transpose();
            books.map_err(|error| PoolError::Books { place: kept.file.place(), error })
        });
        let books = read.await.map_err(|error| self.failed("read", error.into()))??;
        let rates = books.as_ref().map(|books| books.rates.clone()).unwrap_or_default();
        if let Some(books) = books {
            server.restore(now, books);
        }
        // Before the first job: its number is then above all that these books will ever give out again.
        let (kept, mut first) = (self.clone(), server.books(now));
        first.rates.clone_from(&rates);
        let written = spawn_blocking(move || kept.write(&first)).await;
        written.unwrap_or_else(|error| Err(error.into())).map_err(|e| self.failed("write", e))?;
        Ok(rates)
    }

    /// The blocks of an earlier run of which nothing is known.
    pub(super) async fn blocks(&self) -> Vec<Vec<u8>> {
        let (file, place) = (Arc::clone(&self.file), self.file.place());
        let read = spawn_blocking(move || file.blocks()).await;
        let mut blocks = read.unwrap_or_else(|error| Err(error.into())).unwrap_or_else(|error| {
            tracing::error!(target: "pool", "blocks beside the books in {place} cannot be read: {error}");
            Vec::new()
        });
        blocks.truncate(MAX_BLOCKS_IN_FLIGHT);
        blocks
    }

    /// Puts a block aside until something is known of it.
    pub(super) async fn keep_block(&self, hash: BlockHash, bytes: Vec<u8>) {
        let file = Arc::clone(&self.file);
        let kept = spawn_blocking(move || file.keep_block(&hash.to_string(), &bytes)).await;
        if let Err(error) = kept.unwrap_or_else(|error| Err(error.into())) {
            tracing::error!(target: "pool", "block {hash} is lost if the pool ends now: {error}");
        }
    }

    /// Something is known of it.
    pub(super) async fn forget_block(&self, hash: BlockHash) {
        let file = Arc::clone(&self.file);
        let gone = spawn_blocking(move || file.forget_block(&hash.to_string())).await;
        if let Err(error) = gone.unwrap_or_else(|error| Err(error.into())) {
            tracing::warn!(target: "pool", "block {hash} will be handed in again: {error}");
        }
    }

    fn write(&self, books: &Books) -> io::Result<()> {
        let bytes =
            books.encode(&self.chain).map_err(|error: BooksError| io::Error::other(error))?;
        self.file.write(&bytes)
    }

    fn failed(&self, what: &'static str, error: io::Error) -> PoolError {
        PoolError::BooksFile { what, place: self.file.place(), error }
    }
}

/// Writes books while a pool runs, one after another.
#[derive(Debug)]
pub(super) struct Keeper {
    kept: KeptBooks,
    written_ms: u64,
    /// Something is to be written.
    changed: bool,
    /// And at once.
    urgent: bool,
    writing: bool,
    done: (mpsc::Sender<io::Result<()>>, mpsc::Receiver<io::Result<()>>),
    trouble: Option<String>,
}

impl Keeper {
    pub(super) fn new(kept: KeptBooks, now: Now) -> Self {
        Self {
            kept,
            written_ms: now.mono_ms,
            changed: false,
            urgent: false,
            writing: false,
            done: mpsc::channel(1),
            trouble: None,
        }
    }

    /// Something happened that is to be kept.
    pub(super) fn note(&mut self) {
        self.changed = true;
    }

    /// Something happened that is to be kept at once.
    pub(super) fn note_urgent(&mut self) {
        self.changed = true;
        self.urgent = true;
    }

    /// Whether it is time to [`Keeper::write`].
    pub(super) fn is_due(&self, now: Now) -> bool {
        let pause = u64::try_from(BOOKS_PAUSE.as_millis()).unwrap_or(u64::MAX);
        let waited = now.mono_ms.saturating_sub(self.written_ms) >= pause;
        self.changed && !self.writing && (self.urgent || waited)
    }

    /// Begins to write; [`Keeper::written`] tells when that is done.
    pub(super) fn write(&mut self, now: Now, books: Books) {
        (self.changed, self.urgent, self.writing) = (false, false, true);
        self.written_ms = now.mono_ms;
        let (kept, done) = (self.kept.clone(), self.done.0.clone());
        spawn_blocking(move || {
            // Nobody waits for it if the pool's task is gone.
            let _unheard = done.blocking_send(kept.write(&books));
        });
    }

    /// When what is being written is; never if nothing is.
    pub(super) async fn written(&mut self) {
        let Some(result) = self.done.1.recv().await else { return };
        self.writing = false;
        match result {
            Ok(()) => self.trouble = None,
            Err(error) => {
                let place = self.kept.file.place();
                let text = format!(
                    "gives work, but the pool's books cannot be written to {place}: {error}; \
                     what is done from now on is forgotten if the pool ends"
                );
                if self.trouble.as_ref() != Some(&text) {
                    tracing::error!(target: "pool", "the books cannot be written to {place}: {error}");
                }
                self.trouble = Some(text);
                // The pause is kept: a full disk is not asked all the time.
                self.changed = true;
            }
        }
    }

    /// Why the books are not written, to be read after the name of the source of work.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Writes the last books, after those that are being written.
    pub(super) async fn finish(&mut self, now: Now, books: Books) {
        if self.writing {
            self.written().await;
        }
        if self.changed {
            self.write(now, books);
            self.written().await;
        }
    }
}
