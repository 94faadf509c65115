//! What the network keeps on disk: known addresses (`peers.dat`, a form of our own) and bans
//! (`banlist.json`, Core's form).
//!
//! Does not know when to write.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use quarry_net::{AddressFileError, AddressManager, Ban, BanList, Subnet};
use quarry_store::write_atomic;
use serde::{Deserialize, Serialize};

use super::limits::{MAX_ADDRESS_FILE_BYTES, MAX_BAN_FILE_BYTES};

/// Whoever can read the directory may read them.
const MODE: u32 = 0o644;
/// The form of Core's ban entries.
const BAN_VERSION: i64 = 1;

/// Why a file of the network cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum P2pFileError {
    /// The system's own.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
    /// Not an address file of ours.
    #[error("Invalid or corrupt peers.dat ({}): {source}", path.display())]
    Addresses {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        source: AddressFileError,
    },
}

/// The address file in a directory.
pub(super) fn address_file(dir: &Path) -> PathBuf {
    dir.join("peers.dat")
}

/// The ban list in a directory.
pub(super) fn ban_file(dir: &Path) -> PathBuf {
    dir.join("banlist.json")
}

/// A file's bytes; `None` if there is no such file.
fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>, P2pFileError> {
    let io = |source| P2pFileError::Io { path: path.to_owned(), source };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(error)),
    };
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(io)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        return Err(io(io::Error::new(io::ErrorKind::FileTooLarge, "larger than any we write")));
    }
    Ok(Some(bytes))
}

/// The known addresses; none if there is no file.
pub(super) fn load_addresses(path: &Path, key: [u8; 16]) -> Result<AddressManager, P2pFileError> {
    let Some(bytes) = read(path, MAX_ADDRESS_FILE_BYTES)? else {
        tracing::info!(
            target: "net",
            "Creating peers.dat because the file was not found (\"{}\")", path.display()
        );
        return Ok(AddressManager::new(key));
    };
    let addresses = AddressManager::decode(&bytes)
        .map_err(|source| P2pFileError::Addresses { path: path.to_owned(), source })?;
    tracing::info!(target: "net", "Loaded {} addresses from peers.dat", addresses.len());
    Ok(addresses)
}

/// Writes the known addresses.
pub(super) fn save_addresses(path: &Path, addresses: &AddressManager) -> io::Result<()> {
    write_atomic(path, &addresses.encode(), MODE)
}

#[derive(Serialize, Deserialize)]
struct BanFile {
    banned_nets: Vec<BanEntry>,
}

#[derive(Serialize, Deserialize)]
struct BanEntry {
    version: i64,
    ban_created: i64,
    banned_until: i64,
    address: String,
}

/// The bans that still hold. A file that cannot be read as JSON counts as none, as in Core: bans
/// are a convenience, and a node that does not start for them is not.
pub(super) fn load_bans(path: &Path, now_secs: u64) -> Result<BanList, P2pFileError> {
    let mut bans = BanList::default();
    let bytes = read(path, MAX_BAN_FILE_BYTES)?;
    let file = bytes.and_then(|bytes| serde_json::from_slice::<BanFile>(&bytes).ok());
    let Some(file) = file else {
        tracing::info!(target: "net", "Recreating the banlist database");
        if let Err(error) = save_bans(path, &bans, now_secs) {
            tracing::warn!(target: "net", %error, "the ban list cannot be written");
        }
        return Ok(bans);
    };
    for entry in file.banned_nets {
        let subnet = entry.address.parse::<Subnet>();
        let (Ok(subnet), BAN_VERSION) = (subnet, entry.version) else {
            let BanEntry { address, version, .. } = entry;
            tracing::info!(
                target: "net",
                "Dropping entry with unparseable address or subnet ({address}) or unknown version \
                 ({version}) from ban list"
            );
            continue;
        };
        let secs = |secs: i64| u64::try_from(secs).unwrap_or(0);
        let ban =
            Ban { created_secs: secs(entry.ban_created), until_secs: secs(entry.banned_until) };
        bans.ban(subnet, ban);
    }
    bans.expire(now_secs);
    Ok(bans)
}

/// Writes the bans that hold.
pub(super) fn save_bans(path: &Path, bans: &BanList, now_secs: u64) -> io::Result<()> {
    let secs = |secs: u64| i64::try_from(secs).unwrap_or(i64::MAX);
    let entry = |(subnet, ban): (Subnet, Ban)| BanEntry {
        version: BAN_VERSION,
        ban_created: secs(ban.created_secs),
        banned_until: secs(ban.until_secs),
        address: subnet.to_string(),
    };
    let file = BanFile { banned_nets: bans.bans(now_secs).map(entry).collect() };
    write_atomic(path, &serde_json::to_vec_pretty(&file)?, MODE)
}
