//! bcoin, a Bitcoin node in JavaScript, as a regtest peer and RPC server.
//!
//! Version 1.0.2 of the registry with newer database bindings (their binary lies in the package);
//! everything else runs as plain JavaScript, so nothing is compiled. What a test has to know of it:
//!
//! * Segregated witness and CSV begin by BIP9 at block 432; before, `getblocktemplate` shows
//!   `default_witness_commitment` and `submitblock` refuses a coinbase with a witness.
//! * Its regtest addresses have prefixes of its own: compare scripts, and mine with `generate` to the
//!   coinbase address of [`BcoinOptions`], which may have testnet's prefix.
//! * It syncs by `getblocks` and `inv`, from peers that it has called itself (`addnode`); a peer that
//!   called it has to ask for headers, or to announce a block.
//! * No taproot rules, no policy to compare with; it relays what it takes for standard.

use std::net::SocketAddr;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::places::peer_folder;
use crate::program::{PeerError, Program, free_address, listens};
use crate::rpc::{RpcClient, RpcError};

const PASSWORD: &str = "test";

/// How it shall run.
#[derive(Clone, Debug)]
pub struct BcoinOptions {
    /// Who gets the reward of `generate`: a base58 address with testnet's prefix.
    pub coinbase_address: String,
}

impl Default for BcoinOptions {
    /// Nobody's address.
    fn default() -> Self {
        Self { coinbase_address: "mfWyW5fc9NUj75YAnFgoRLrjxgLDn2MMth".to_owned() }
    }
}

/// A running bcoin with its chain in memory; killed when dropped.
#[derive(Debug)]
pub struct Bcoin {
    program: Program,
    p2p: SocketAddr,
    rpc: RpcClient,
    _folder: TempDir,
}

impl Bcoin {
    /// Starts one on free ports and waits until both answer.
    ///
    /// # Errors
    /// [`PeerError::Missing`] if it is not installed, or what went wrong with its log.
    pub fn start(options: &BcoinOptions) -> Result<Self, PeerError> {
        let script = peer_folder("bcoin").join("node_modules/bcoin/bin/node");
        if !script.is_file() {
            return Err(PeerError::Missing { program: "bcoin".to_owned() });
        }
        let failed = |source| PeerError::Start { program: "bcoin".to_owned(), source };
        let folder = tempfile::tempdir().map_err(failed)?;
        let (p2p, http) = (free_address().map_err(failed)?, free_address().map_err(failed)?);
        let mut command = Command::new("node");
        command.arg(script).env("NODE_BACKEND", "js");
        for (name, value) in [
            ("network", "regtest"),
            ("memory", "true"),
            ("http-host", "127.0.0.1"),
            ("http-port", &http.port().to_string()),
            ("api-key", PASSWORD),
            ("host", "127.0.0.1"),
            ("port", &p2p.port().to_string()),
            // None; otherwise it tries regtest's default port for ever.
            ("seeds", ","),
            ("listen", "true"),
            ("no-wallet", "true"),
            ("log-file", "false"),
            ("log-console", "true"),
            ("coinbase-address", &options.coinbase_address),
        ] {
            command.arg(format!("--{name}={value}"));
        }
        command.arg(format!("--prefix={}", folder.path().display()));
        let mut program = Program::start("node", &mut command, folder.path())?;
        let rpc = RpcClient::with_password(http, "x", PASSWORD);
        program.wait_until_ready(|| {
            listens(p2p)?;
            rpc.call("getblockcount", json!([])).map_err(|error| error.to_string())
        })?;
        Ok(Self { program, p2p, rpc, _folder: folder })
    }

    /// Where peers connect to.
    #[must_use]
    pub fn p2p(&self) -> SocketAddr {
        self.p2p
    }

    /// Its RPC.
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

    /// What it said last.
    #[must_use]
    pub fn log(&self) -> String {
        self.program.log()
    }
}
