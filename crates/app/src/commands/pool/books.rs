//! Where a pool's books are: a directory of its own, so that two pools do not mix, with a lock, so that two
//! processes do not.
//!
//! Does not know what is in them.

use std::io;
use std::path::Path;
use std::sync::Arc;

use quarry_miner::pool::{BooksFile, KeptBooks};
use quarry_mining::limits::MAX_BOOKS_BYTES;
use quarry_store::{DataDirError, KeptFile};

use crate::error::AppError;

/// The file in the directory.
const NAME: &str = "books";

#[derive(Debug)]
struct Books(KeptFile);

impl BooksFile for Books {
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        self.0.read()
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.0.write(bytes)
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
