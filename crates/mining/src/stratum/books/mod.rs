//! The books of a pool as they are kept while none runs: what each worker did, the shares that are still to be
//! paid, the blocks that were found, the rates of the past.
//!
//! ```text
//! Server::books --> Books --encode--> bytes  ...  bytes --decode--> Books --> Server::restore
//! ```
//!
//! The form, version 1: a line of JSON, and a line with the SHA256d of the first, newline included. Bytes that
//! were cut short, changed, or written for another chain are refused with the reason, and so are numbers that
//! no pool writes: nothing is guessed, and nothing is left out.
//!
//! Does not know where bytes are kept, nor when.

mod form;

use std::sync::Arc;

use quarry_primitives::hashes::sha256d;
use quarry_primitives::{Hash as _, ScriptBuf};

use super::accounts::Accounts;
use super::server::FoundBlocks;
use crate::limits::MAX_BOOKS_BYTES;

/// The form that this program writes, the only one there was so far.
pub const VERSION: u32 = 1;

/// What is kept of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Books {
    /// When they were taken, milliseconds since 1970.
    pub at_ms: u64,
    /// The first number of a job that none can have had.
    pub(super) first_job: u32,
    pub(super) accounts: Accounts,
    pub(super) window: Vec<(Arc<ScriptBuf>, u64)>,
    pub(super) found: FoundBlocks,
    /// Hashes a second of the past, each after the milliseconds since 1970 of its moment; whoever runs the
    /// pool keeps them here, [`MAX_RATES_KEPT`](crate::limits::MAX_RATES_KEPT) at most.
    pub rates: Vec<(u64, u64)>,
}

/// Bytes that are no books of this pool.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BooksError {
    /// Longer than any that are written.
    #[error("they are longer than {MAX_BOOKS_BYTES} bytes")]
    TooLong,
    /// Not what this program writes.
    #[error("they are no books of a pool: {0}")]
    NotBooks(String),
    /// Changed or cut short since they were written.
    #[error("they are damaged: their checksum is not that of what they say")]
    Damaged,
    /// Of another version of this program.
    #[error(
        "they have format {found}, this program knows {VERSION}: use the quarry that wrote them"
    )]
    Version {
        /// The format.
        found: u32,
    },
    /// Of another chain.
    #[error("they are of chain `{found}`, not of `{wanted}`")]
    OtherChain {
        /// Whose they are.
        found: String,
        /// Whose they should be.
        wanted: String,
    },
    /// Something that no pool writes.
    #[error("they are wrong about {0}")]
    Entry(String),
    /// The parts are not the whole.
    #[error("they do not add up: all {0} are not the total's")]
    DoNotAddUp(&'static str),
}

impl Books {
    /// Their bytes, for a pool on a chain of this name.
    ///
    /// # Errors
    /// None that a pool's own books could cause.
    pub fn encode(&self, chain: &str) -> Result<Vec<u8>, BooksError> {
        let mut bytes = form::write(self, chain)?;
        bytes.push(b'\n');
        let sum = checksum(&bytes);
        bytes.extend_from_slice(sum.as_bytes());
        bytes.push(b'\n');
        if bytes.len() > MAX_BOOKS_BYTES {
            return Err(BooksError::TooLong);
        }
        Ok(bytes)
    }

    /// The books of these bytes, if they are of a pool on a chain of this name.
    ///
    /// # Errors
    /// [`BooksError`].
    pub fn decode(bytes: &[u8], chain: &str) -> Result<Self, BooksError> {
        if bytes.len() > MAX_BOOKS_BYTES {
            return Err(BooksError::TooLong);
        }
        let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else {
            return Err(BooksError::NotBooks("there is no end of the first line".to_owned()));
        };
        let (body, sum) = bytes.split_at(end + 1);
        // Before the sum: another version may have another.
        let found = form::version(body)?;
        if found != VERSION {
            return Err(BooksError::Version { found });
        }
        if sum != format!("{}\n", checksum(body)).as_bytes() {
            return Err(BooksError::Damaged);
        }
        form::read(body, chain)
    }
}

fn checksum(bytes: &[u8]) -> String {
    hex::encode(sha256d::Hash::hash(bytes).to_byte_array())
}
