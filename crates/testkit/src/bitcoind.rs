//! A node that is driven as bitcoind is: its arguments, its files, its cookie, its ways to end.
//!
//! Which program that is, its caller says. It runs on `regtest`, in a directory of its own, on free
//! ports of the loopback interface. Does not know the answers of methods.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{PeerError, Program, free_address, listens};
use crate::rpc::{RpcClient, RpcError};

/// How long it may take to end after `stop`.
const STOP_TIMEOUT: Duration = Duration::from_secs(30);
/// What a node answers until it is ready.
const IN_WARMUP: i64 = -28;

/// How a node ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Its exit code, if it was not killed.
    pub code: Option<i32>,
    /// What it wrote to standard error.
    pub stderr: String,
}

/// A running node; killed when dropped.
#[derive(Debug)]
pub struct Bitcoind {
    program: PathBuf,
    args: Vec<String>,
    running: Option<Program>,
    p2p: SocketAddr,
    rpc: RpcClient,
    folder: TempDir,
}

impl Bitcoind {
    /// Starts `program first... -regtest -datadir=... args...` and waits until it answers.
    ///
    /// # Errors
    /// [`PeerError`] with its logs.
    pub fn start(program: &Path, first: &[&str], args: &[&str]) -> Result<Self, PeerError> {
        let failed = |source| PeerError::Start { program: program.display().to_string(), source };
        let folder = tempfile::tempdir().map_err(failed)?;
        let datadir = folder.path().join("datadir");
        // As bitcoind, it refuses a directory that is not there.
        fs::create_dir(&datadir).map_err(failed)?;
        let (p2p, rpc) = (free_address().map_err(failed)?, free_address().map_err(failed)?);
        let own = [
            "-regtest".to_owned(),
            format!("-datadir={}", datadir.display()),
            "-server".to_owned(),
            format!("-rpcport={}", rpc.port()),
            format!("-bind={p2p}"),
            "-listen".to_owned(),
            "-listenonion=0".to_owned(),
            "-dnsseed=0".to_owned(),
            "-fixedseeds=0".to_owned(),
            "-discover=0".to_owned(),
        ];
        let first = first.iter().copied().map(str::to_owned);
        let args = first.chain(own).chain(args.iter().copied().map(str::to_owned)).collect();
        let rpc = RpcClient::with_password(rpc, "", "");
        let mut node = Self { program: program.to_owned(), args, running: None, p2p, rpc, folder };
        node.restart(&[])?;
        Ok(node)
    }

    /// Starts it again in its directory, with more arguments for this time.
    ///
    /// # Errors
    /// [`PeerError`] with its logs.
    pub fn restart(&mut self, more: &[&str]) -> Result<(), PeerError> {
        self.kill();
        // One that was killed leaves its cookie behind.
        let cookie = self.chain_folder().join(".cookie");
        let _not_there = fs::remove_file(&cookie);
        let mut command = Command::new(&self.program);
        command.args(&self.args).args(more);
        let name = self.program.display().to_string();
        let mut running = Program::start(&name, &mut command, self.folder.path())?;
        running.add_log(self.chain_folder().join("debug.log"));
        let (p2p, address) = (self.p2p, self.rpc.address());
        let (rpc, listening) = running.wait_until_ready(|| {
            let rpc = RpcClient::with_cookie(address, &cookie).map_err(|e| e.to_string())?;
            match rpc.call("getblockcount", json!([])) {
                Ok(_) => {}
                Err(error) if error.code() == Some(IN_WARMUP) => return Err(error.to_string()),
                Err(error) => return Err(format!("not an answer for one that starts: {error}")),
            }
            // -28 has to last until peers can connect: whoever starts a node relies on it.
            Ok((rpc, listens(p2p)))
        })?;
        if let Err(last) = listening {
            return Err(running.not_ready(format!("RPC answers before P2P does: {last}")));
        }
        self.rpc = rpc;
        self.running = Some(running);
        Ok(())
    }

    /// Asks it to stop, and waits until it has.
    ///
    /// # Errors
    /// [`PeerError::Rpc`], [`PeerError::DoesNotEnd`].
    pub fn stop(&mut self) -> Result<Stopped, PeerError> {
        self.rpc.call("stop", json!([]))?;
        self.wait_for_end()
    }

    /// Waits until it has ended of itself.
    ///
    /// # Errors
    /// [`PeerError::DoesNotEnd`].
    pub fn wait_for_end(&mut self) -> Result<Stopped, PeerError> {
        let mut code = None;
        if let Some(mut running) = self.running.take() {
            code = running.wait_for_end(STOP_TIMEOUT)?.code();
        }
        let stderr = fs::read_to_string(self.folder.path().join("stderr.log")).unwrap_or_default();
        Ok(Stopped { code, stderr })
    }

    /// kill -9: no warning, nothing flushed.
    pub fn kill(&mut self) {
        self.running = None;
    }

    /// Where peers connect to.
    #[must_use]
    pub fn p2p(&self) -> SocketAddr {
        self.p2p
    }

    /// Its RPC, as whoever may read its cookie.
    #[must_use]
    pub fn rpc(&self) -> &RpcClient {
        &self.rpc
    }

    /// Calls a method.
    ///
    /// # Errors
    /// [`RpcError`]
    pub fn call(&self, method: &str, params: Value) -> Result<Value, RpcError> {
        self.rpc.call(method, params)
    }

    /// The data directory.
    #[must_use]
    pub fn datadir(&self) -> PathBuf {
        self.folder.path().join("datadir")
    }

    /// The chain's folder in it, where cookie and `debug.log` are.
    #[must_use]
    pub fn chain_folder(&self) -> PathBuf {
        self.datadir().join("regtest")
    }

    /// What it said last.
    #[must_use]
    pub fn log(&self) -> String {
        self.running.as_ref().map(Program::log).unwrap_or_default()
    }
}
