//! Where tests put what they make, and where `cargo xtask test --install` puts programs of others.

use std::path::{Path, PathBuf};

/// Cargo's folder for what is built.
pub(crate) fn target_folder() -> PathBuf {
    // An absolute path from the environment replaces what stands before it.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The folder of a program that was installed for the tests, like `bcoin`.
pub(crate) fn peer_folder(name: &str) -> PathBuf {
    target_folder().join("peers").join(name)
}
