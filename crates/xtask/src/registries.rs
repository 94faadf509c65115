//! Programs of others that come from registries instead of Debian: what is missing, and installing.
//!
//! Each has a folder in `crates/testkit/peers` that pins it with hashes, and is put into
//! `target/peers/NAME`. A copy of the pins beside it, written last, says that it is all there.

use std::fs;
use std::path::PathBuf;

use crate::run::{Failure, Outcome, Repo};

/// A program and what pins it.
#[derive(Debug)]
struct Peer {
    name: &'static str,
    /// The file with the hashes.
    pins: &'static str,
    install: fn(&Repo, &Self) -> Outcome,
}

const PEERS: [Peer; 4] = [
    Peer { name: "bcoin", pins: "package-lock.json", install: install_from_npm },
    Peer { name: "stratum-client", pins: "package-lock.json", install: install_from_npm },
    Peer { name: "aiostratum-proxy", pins: "requirements.txt", install: install_from_pypi },
    Peer { name: "framework", pins: "requirements.txt", install: install_from_pypi },
];

impl Peer {
    fn source(&self, repo: &Repo) -> PathBuf {
        repo.root().join("crates/testkit/peers").join(self.name)
    }

    fn folder(&self, repo: &Repo) -> PathBuf {
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        repo.root().join(target).join("peers").join(self.name)
    }

    fn is_installed(&self, repo: &Repo) -> bool {
        let installed = fs::read(self.folder(repo).join("installed"));
        installed.is_ok_and(|it| fs::read(self.source(repo).join(self.pins)).is_ok_and(|p| p == it))
    }

    /// Copies a file of the pins into the folder.
    fn copy(&self, repo: &Repo, file: &str, to: &str) -> Outcome {
        let (from, to) = (self.source(repo).join(file), self.folder(repo).join(to));
        fs::copy(&from, &to).map(drop).map_err(|error| {
            Failure(format!("cannot copy {} to {}: {error}", from.display(), to.display()))
        })
    }
}

/// The names of those that are not there, or not as pinned.
pub(crate) fn missing(repo: &Repo) -> Vec<&'static str> {
    PEERS.iter().filter(|peer| !peer.is_installed(repo)).map(|peer| peer.name).collect()
}

/// Installs those.
pub(crate) fn install(repo: &Repo) -> Outcome {
    for peer in PEERS.iter().filter(|peer| !peer.is_installed(repo)) {
        let folder = peer.folder(repo);
        // Half of an installation, or an older one.
        let _not_there = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)
            .map_err(|error| Failure(format!("cannot make {}: {error}", folder.display())))?;
        (peer.install)(repo, peer)?;
        peer.copy(repo, peer.pins, "installed")?;
    }
    Ok(())
}

/// Add-ons in C++ are not built: bcoin runs without them.
fn install_from_npm(repo: &Repo, peer: &Peer) -> Outcome {
    peer.copy(repo, "package.json", "package.json")?;
    peer.copy(repo, peer.pins, peer.pins)?;
    let folder = peer.folder(repo).display().to_string();
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", &folder];
    repo.program("npm", words).run()
}

fn install_from_pypi(repo: &Repo, peer: &Peer) -> Outcome {
    let folder = peer.folder(repo);
    repo.program("python3", ["-m", "venv", &folder.display().to_string()]).run()?;
    let pip = folder.join("bin/pip").display().to_string();
    let pins = peer.source(repo).join(peer.pins).display().to_string();
    let words =
        ["install", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "-r", &pins];
    repo.program(&pip, words).run()
}
