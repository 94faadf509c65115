//! Where bitcoind's files are, and the two that say that it runs: `.lock` and the pid file.
//!
//! The layout is Core's: everything of a network in a directory of its own, the state in `chainstate`
//! in it, the blocks in `blocks`. A tool that copies or prunes by these names keeps a directory that
//! opens, so Quarry's own data directory (lock, FORMAT, databases) is `chainstate`. Does not open it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

use super::args::Args;
use super::{CLIENT_NAME, Chain};

/// The places of one network.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// The network's directory in it.
    pub(crate) net: PathBuf,
    /// The directory of block files.
    pub(crate) blocks: PathBuf,
    /// Quarry's own data directory.
    pub(crate) chainstate: PathBuf,
}

/// The default data directory.
pub(crate) fn default_base() -> PathBuf {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    let home = home.map_or_else(|| PathBuf::from("/"), PathBuf::from);
    if cfg!(target_os = "macos") {
        home.join("Library/Application Support/Bitcoin")
    } else {
        home.join(".bitcoin")
    }
}

/// A path without `.`, `..` and slashes at its end, as Core normalises it.
fn normal(path: &str) -> PathBuf {
    let mut result = PathBuf::new();
    for component in Path::new(path).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if result.file_name().is_some() => {
                result.pop();
            }
            other => result.push(other),
        }
    }
    if result.as_os_str().is_empty() { PathBuf::from(".") } else { result }
}

/// A path setting; none if it is unset, empty or negated.
pub(crate) fn path_setting(args: &Args, name: &str) -> Option<PathBuf> {
    if args.is_negated(name) {
        return None;
    }
    args.text(name).filter(|text| !text.is_empty()).map(|text| normal(&text))
}

/// The data directory.
pub(crate) fn base(args: &Args) -> PathBuf {
    path_setting(args, "datadir").map_or_else(default_base, |path| absolute(&path))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether a data directory that was given exists.
///
/// # Errors
/// The name as given, if not.
pub(crate) fn check_given(args: &Args) -> Result<(), String> {
    match path_setting(args, "datadir") {
        Some(path) if !absolute(&path).is_dir() => Err(args.text("datadir").unwrap_or_default()),
        _ => Ok(()),
    }
}

/// The network's directory.
///
/// # Errors
/// Core's text for a chain that it does not know.
pub(crate) fn net(args: &Args) -> Result<PathBuf, String> {
    let chain = Chain::parse(&args.chain_name()?)?;
    Ok(of_chain(&base(args), chain))
}

/// The main chain has no directory of its own.
fn of_chain(base: &Path, chain: Chain) -> PathBuf {
    match chain.directory() {
        "" => base.to_owned(),
        directory => base.join(directory),
    }
}

/// The cookie file; none, if there is to be none.
///
/// # Errors
/// As [`net`].
pub(crate) fn cookie_file(args: &Args) -> Result<Option<PathBuf>, String> {
    if args.is_negated("rpccookiefile") {
        return Ok(None);
    }
    let named = path_setting(args, "rpccookiefile").unwrap_or_else(|| PathBuf::from(".cookie"));
    Ok(Some(net(args)?.join(named)))
}

/// Makes the network's directory, as Core with an empty `wallets` in it.
///
/// # Errors
/// The file system's words.
pub(crate) fn create(args: &Args) -> Result<(), String> {
    for directory in [base(args), net(args)?] {
        if !directory.exists() {
            let wallets = directory.join("wallets");
            fs::create_dir_all(&wallets).map_err(|error| unwritable(&directory, &error))?;
        }
    }
    Ok(())
}

fn unwritable(path: &Path, error: &io::Error) -> String {
    format!("Cannot write to directory '{}'; check permissions. ({error})", path.display())
}

impl Places {
    /// The places that the arguments name; makes the directory of blocks.
    ///
    /// # Errors
    /// Core's text, if `-blocksdir` names none.
    pub(crate) fn find(args: &Args, chain: Chain) -> Result<Self, String> {
        let (base, net) = (base(args), net(args)?);
        let blocks_base = if args.is_set("blocksdir") {
            let given =
                path_setting(args, "blocksdir").map(|path| absolute(&path)).unwrap_or_default();
            if !given.is_dir() {
                let named = args.text("blocksdir").unwrap_or_default();
                return Err(format!("Specified blocks directory \"{named}\" does not exist."));
            }
            given
        } else {
            base
        };
        let blocks = of_chain(&blocks_base, chain).join("blocks");
        // Core's index of blocks is there, and tools look for it. Here it is in the state.
        let index = net.join("blocks/index");
        for directory in [&blocks, &index] {
            fs::create_dir_all(directory).map_err(|error| unwritable(directory, &error))?;
        }
        let chainstate = net.join("chainstate");
        Ok(Self { net, blocks, chainstate })
    }

    /// A path in the network's directory, unless it is absolute.
    pub(crate) fn in_net(&self, path: &Path) -> PathBuf {
        self.net.join(path)
    }
}

/// The locks on the directories of network and blocks. Let go when dropped, or when the process ends
/// however it does.
#[derive(Debug)]
pub(crate) struct Locks {
    _files: Vec<File>,
}

impl Locks {
    /// Takes both.
    ///
    /// # Errors
    /// Core's text, if another process has one.
    pub(crate) fn take(places: &Places) -> Result<Self, String> {
        let files = [&places.net, &places.blocks].into_iter().map(|dir| lock(dir));
        Ok(Self { _files: files.collect::<Result<_, _>>()? })
    }
}

fn lock(directory: &Path) -> Result<File, String> {
    let shown = directory.display();
    let file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .open(directory.join(".lock"))
        .map_err(|_| format!("Cannot write to directory '{shown}'; check permissions."))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(format!(
            "Cannot obtain a lock on directory {shown}. {CLIENT_NAME} is probably already running."
        )),
        Err(TryLockError::Error(_)) => {
            Err(format!("Cannot write to directory '{shown}'; check permissions."))
        }
    }
}

/// The file with the process's number; removed when dropped.
#[derive(Debug)]
pub(crate) struct PidFile {
    path: PathBuf,
}

impl PidFile {
    /// Writes it.
    ///
    /// # Errors
    /// Core's text.
    pub(crate) fn create(path: PathBuf) -> Result<Self, String> {
        let written =
            File::create(&path).and_then(|mut file| writeln!(file, "{}", std::process::id()));
        match written {
            Ok(()) => Ok(Self { path }),
            Err(error) => Err(format!(
                "Unable to create the PID file '{}': {}",
                path.display(),
                super::system_error(&error)
            )),
        }
    }
}

impl Drop for PidFile {
    fn drop(&mut self) {
        // One that is gone already is what is wanted.
        let _gone = fs::remove_file(&self.path);
    }
}
