//! Blocks from a file, in any order: `-loadblock`, `LoadExternalBlockFile` in Bitcoin Core.
//!
//! The file is a row of records as in the store's own files, and whatever is between them is passed
//! over. Does not know who made it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use quarry_chain::{Arrival, BlockError};
use quarry_primitives::{Block, BlockHash, consensus};

use crate::Node;
use crate::limits::{MAX_BLOCK_BYTES, MAX_WAITING_BLOCKS};

/// The shortest block: a header, and no transaction.
const MIN_BLOCK_BYTES: u32 = 81;

/// Why a file of blocks was not taken in to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BlockImportError {
    /// The file cannot be read.
    #[error("{0}")]
    File(#[from] io::Error),
    /// The chain's store failed.
    #[error("{0}")]
    Store(BlockError),
}

/// A record of the file: where its block begins, and how long it is.
type Place = (u64, u32);

impl Node {
    /// Takes the blocks of a file in. Gives how many were new; what is no block of this chain, or
    /// breaks a rule, is passed over. Blocks.
    ///
    /// # Errors
    /// [`BlockImportError`].
    pub fn import_blocks(&self, path: &Path) -> Result<usize, BlockImportError> {
        let mut import = Import {
            node: self,
            file: BufReader::new(File::open(path)?),
            waiting: BTreeMap::new(),
        };
        let (mut taken, mut at) = (0, 0);
        while let Some(place) = import.next_record(at)? {
            let (new, is_block) = import.take_with_children(place)?;
            taken += new;
            // What only looks like a record may have one in it.
            at = if is_block { place.0.saturating_add(place.1.into()) } else { place.0 };
        }
        Ok(taken)
    }
}

struct Import<'a> {
    node: &'a Node,
    file: BufReader<File>,
    /// Blocks whose parent has not come yet, by the parent.
    waiting: BTreeMap<BlockHash, Vec<Place>>,
}

impl Import<'_> {
    /// The next magic at or behind a place with a length that a block can have.
    fn next_record(&mut self, from: u64) -> Result<Option<Place>, BlockImportError> {
        let magic = self.node.spec().magic();
        self.file.seek(SeekFrom::Start(from))?;
        let (mut at, mut last) = (from, [0; 4]);
        let mut byte = [0];
        while self.file.read(&mut byte)? == 1 {
            at += 1;
            last.rotate_left(1);
            last[3] = byte[0];
            if last != magic {
                continue;
            }
            let mut length = [0; 4];
            if self.file.read_exact(&mut length).is_err() {
                return Ok(None);
            }
            let length = u32::from_le_bytes(length);
            if (MIN_BLOCK_BYTES..=MAX_BLOCK_BYTES).contains(&length) {
                return Ok(Some((at + 4, length)));
            }
            self.file.seek(SeekFrom::Start(at))?;
        }
        Ok(None)
    }

    fn read(&mut self, (at, length): Place) -> Result<Option<Block>, BlockImportError> {
        self.file.seek(SeekFrom::Start(at))?;
        let mut bytes = Vec::new();
        // Grows with what is there, whatever the length says.
        (&mut self.file).take(length.into()).read_to_end(&mut bytes)?;
        Ok(consensus::deserialize(&bytes).ok())
    }

    /// Takes a block in, and those that waited for it. How many were new, and whether it is a block.
    fn take_with_children(&mut self, place: Place) -> Result<(usize, bool), BlockImportError> {
        let (mut taken, mut is_block) = (0, false);
        let mut next = vec![place];
        while let Some(place) = next.pop() {
            let Some(block) = self.read(place)? else { continue };
            is_block = true;
            let (hash, parent) = (block.block_hash(), block.header.prev_blockhash);
            if hash == self.node.spec().chain_id() {
                continue;
            }
            match self.node.process_block(block, Arrival::OWN) {
                Ok(quarry_chain::BlockOutcome::Known) => {}
                Ok(_) => taken += 1,
                Err(BlockError::ParentNotFound { .. }) => {
                    tell_out_of_order(&hash, &parent);
                    if self.waiting.len() < MAX_WAITING_BLOCKS {
                        self.waiting.entry(parent).or_default().push(place);
                    }
                    continue;
                }
                Err(error @ BlockError::Store(_)) => return Err(BlockImportError::Store(error)),
                Err(_) => {}
            }
            for child in self.waiting.remove(&hash).unwrap_or_default() {
                tell_child(&hash);
                next.push(child);
            }
        }
        Ok((taken, is_block))
    }
}

/// Core's words for a block whose parent comes later.
pub(crate) fn tell_out_of_order(hash: &BlockHash, parent: &BlockHash) {
    tracing::debug!(
        target: "reindex",
        "LoadExternalBlockFile: Out of order block {hash}, parent {parent} not known"
    );
}

/// And for one that waited, now that its parent has come.
pub(crate) fn tell_child(parent: &BlockHash) {
    tracing::debug!(
        target: "reindex",
        "LoadExternalBlockFile: Processing out of order child of {parent}"
    );
}
