//! The mask of the block files, `xor.dat`: made at the very first start, obeyed from then on.
//!
//! Does not mask anything (`store`).

use std::io::Write as _;
use std::path::Path;

use quarry_store::{MASK_BYTES, MASK_FILE};

/// Makes the mask if there is none: random in a new directory if `wanted`, none otherwise.
///
/// # Errors
/// Core's text, if there is one and it is not wanted; the file system's.
pub(super) fn prepare(blocks: &Path, wanted: bool) -> Result<(), String> {
    let path = blocks.join(MASK_FILE);
    let shown = path.display();
    let failed =
        |error: std::io::Error| format!("Cannot use {shown}: {}", super::system_error(&error));
    let mut mask = [0; MASK_BYTES];
    if path.exists() {
        let bytes = std::fs::read(&path).map_err(failed)?;
        mask = bytes.try_into().map_err(|_| format!("{shown} is not a mask of eight bytes"))?;
    } else {
        if wanted && is_new(blocks).map_err(failed)? {
            mask = rand::random();
        }
        // Somebody else's file is not overwritten.
        let made = std::fs::File::create_new(&path).and_then(|mut file| {
            file.write_all(&mask)?;
            file.sync_all()
        });
        made.map_err(failed)?;
    }
    let key = hex::encode(mask);
    if !wanted && mask != [0; MASK_BYTES] {
        return Err(format!(
            "The blocksdir XOR-key can not be disabled when a random key was already stored! Stored \
             key: '{key}', stored path: '{shown}'."
        ));
    }
    let blocks = blocks.display();
    tracing::info!("Using obfuscation key for blocksdir *.dat files ({blocks}): '{key}'");
    Ok(())
}

/// Whether no file is in the directory but hidden ones: a lock may be there already.
fn is_new(blocks: &Path) -> std::io::Result<bool> {
    for entry in std::fs::read_dir(blocks)? {
        let entry = entry?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !is_hidden && entry.file_type()?.is_file() {
            return Ok(false);
        }
    }
    Ok(true)
}
