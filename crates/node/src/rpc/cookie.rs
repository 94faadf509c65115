//! The cookie file: a fresh password for whoever may read the data directory.
//!
//! It is written next to its place and renamed, so that a reader never sees half of it, and is
//! removed when the server ends. Does not know who reads it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::auth::COOKIE_USER;

/// Where the cookie lies and who may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CookieConfig {
    /// The file, mostly `.cookie` in the network's directory.
    pub path: PathBuf,
    /// Its permissions: 0600, or what `-rpccookieperms` asks for.
    pub mode: u32,
}

/// A written cookie, which is removed when this is dropped.
#[derive(Debug)]
pub(super) struct Cookie {
    path: PathBuf,
    pub(super) password: String,
}

impl Cookie {
    /// Writes a new cookie over an old one.
    pub(super) fn write(config: &CookieConfig) -> io::Result<Self> {
        let password = quarry_web::random_token() + &quarry_web::random_token();
        let mut temporary = config.path.clone().into_os_string();
        temporary.push(".tmp");
        let temporary = PathBuf::from(temporary);
        write_private(&temporary, &format!("{COOKIE_USER}:{password}"), config.mode)?;
        fs::rename(&temporary, &config.path)?;
        Ok(Self { path: config.path.clone(), password })
    }
}

impl Drop for Cookie {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::warn!(%error, path = %self.path.display(), "cookie file not removed");
        }
    }
}

/// Writes a text that nobody else may read until it has its final permissions.
fn write_private(path: &Path, text: &str, mode: u32) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(mode))?;
    #[cfg(not(unix))]
    let _only_unix_has_modes = mode;
    file.write_all(text.as_bytes())
}
