//! Where a pool's books are: a directory of its own, so that two pools do not mix, with a lock, so that two
//! processes do not.
//!
//! Does not know what is in them.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use quarry_miner::limits::MAX_BLOCKS_IN_FLIGHT;
use quarry_miner::pool::{BooksFile, KeptBooks};
use quarry_mining::limits::MAX_BOOKS_BYTES;
use quarry_primitives::{BlockHash, Hash as _};
use quarry_store::{DataDirError, KeptFile, write_atomic};

use crate::error::AppError;

/// The file in the directory.
const NAME: &str = "books";

/// What the names of blocks begin with that are put aside beside it; their hash follows.
const BLOCK: &str = "block-";
/// Most bytes of a block, with room to spare.
const MAX_BLOCK_BYTES: u64 = 8 << 20;
/// Names of the directory that are looked at.
const MAX_ENTRIES: usize = 4_096;

#[derive(Debug)]
struct Books(KeptFile);

impl Books {
    fn block(&self, hash: &str) -> PathBuf {
        self.0.path().with_file_name(format!("{BLOCK}{hash}"))
    }
}

impl BooksFile for Books {
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        self.0.read()
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.0.write(bytes)
    }

    fn keep_block(&self, hash: &str, bytes: &[u8]) -> io::Result<()> {
        write_atomic(&self.block(hash), bytes, 0o600)
    }

    fn forget_block(&self, hash: &str) -> io::Result<()> {
        match fs::remove_file(self.block(hash)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn blocks(&self) -> io::Result<Vec<Vec<u8>>> {
        let Some(directory) = self.0.path().parent() else { return Ok(Vec::new()) };
        let mut blocks = Vec::new();
        for entry in fs::read_dir(directory)?.take(MAX_ENTRIES) {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| name.starts_with(BLOCK)) else { continue };
            let mut bytes = Vec::new();
            File::open(entry.path())?.take(MAX_BLOCK_BYTES).read_to_end(&mut bytes)?;
            // What is none is left where it is.
            let header = bytes.first_chunk::<80>();
            let hash = header.map(|header| BlockHash::hash(header).to_string());
            if hash.as_deref() == name.strip_prefix(BLOCK) && blocks.len() < MAX_BLOCKS_IN_FLIGHT {
                blocks.push(bytes);
            }
        }
        Ok(blocks)
    }

    fn place(&self) -> String {
        self.0.path().display().to_string()
    }
}

/// The books in a directory, of a pool on this chain.
pub(crate) fn open(directory: &Path, chain: String) -> Result<KeptBooks, AppError> {
    let file = KeptFile::open(directory, NAME, MAX_BOOKS_BYTES as u64).map_err(|error| {
        let hint = match &error {
            DataDirError::Locked { .. } => "each pool keeps books of its own: --books DIR",
            _ => "another place: --books DIR",
        };
        AppError::failed_with_hint(format!("cannot keep the pool's books: {error}"), hint)
    })?;
    Ok(KeptBooks { file: Arc::new(Books(file)), chain })
}

/// The name of the directory of the pool in front of a node: its chain and where it is.
pub(super) fn key(chain: &str, node: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    format!("{chain}-{node}").chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn each_node_has_a_directory_of_its_own() {
        assert_eq!(key("regtest", "127.0.0.1:18443"), "regtest-127.0.0.1-18443");
        assert_eq!(key("main", "[::1]:8332"), "main----1--8332");
        assert_eq!(key("../../x", "h/y:1"), "..-..-x-h-y-1");
    }
}
