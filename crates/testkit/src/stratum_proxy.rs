//! aiostratum-proxy, a Stratum v1 proxy in Python, as PyPI has it: a pool to miners, a miner to a pool.
//!
//! Version 1.1 with a script that fills in what it leaves open for Bitcoin. What a test has to know of it:
//!
//! * It connects to its pool when the first miner connects to it, within a second.
//! * It works for one account, and adds what follows the dot in a miner's name.
//! * Its lines are JSON-RPC 2.0: notifications without an id, errors as objects, no list of
//!   subscriptions. It answers `mining.configure` and all else that it does not know with an error.
//! * A share that its pool refuses is answered by `false`, without a reason.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::places::peer_folder;
use crate::program::{PeerError, Program, free_address, listens};

const NAME: &str = "aiostratum-proxy";

/// A running proxy; killed when dropped.
#[derive(Debug)]
pub struct StratumProxy {
    program: Program,
    address: SocketAddr,
    _folder: TempDir,
}

impl StratumProxy {
    /// Starts one in front of a pool on this machine, and waits until miners can connect.
    ///
    /// # Errors
    /// [`PeerError::Missing`] if it is not installed, or what went wrong with its log.
    pub fn start(pool: SocketAddr, account: &str) -> Result<Self, PeerError> {
        let python = peer_folder(NAME).join("bin/python");
        if !python.is_file() {
            return Err(PeerError::Missing { program: NAME.to_owned() });
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/aiostratum-proxy/proxy.py");
        let failed = |source| PeerError::Start { program: NAME.to_owned(), source };
        let folder = tempfile::tempdir().map_err(failed)?;
        let address = free_address().map_err(failed)?;
        let mut command = Command::new(python);
        command.arg(script);
        command.args([&address.port().to_string(), &pool.port().to_string(), account]);
        let mut program = Program::start(NAME, &mut command, folder.path())?;
        program.wait_until_ready(|| listens(address))?;
        Ok(Self { program, address, _folder: folder })
    }

    /// Where miners connect to.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it said last.
    #[must_use]
    pub fn log(&self) -> String {
        self.program.log()
    }
}
