//! Runs a script under Bitcoin Core's functional test framework, outside of Core's tree.
//!
//! The framework is the package `test_framework` of Core 30; PyPI's `warnet` carries it unchanged,
//! and it needs nothing but Python. What it finds in Core's tree, it is given here:
//!
//! * `bin/bitcoind` in a build folder: a link to the program under test. The framework starts one
//!   path without a subcommand, so the program has to know itself by this name.
//! * `bin/bitcoin-cli`, which the framework looks for and never starts without `--usecli`: the same.
//! * `--configfile`: a `config.ini` with the places and with every component that it may ask for.
//! * `--cachedir`: where it keeps a chain of 199 blocks between the nodes of scripts that do not set
//!   `setup_clean_chain`. It removes `wallets` (which the node must have made, empty) from the
//!   chain's folder and every file beside `blocks`, `chainstate` and `indexes`, and copies the rest:
//!   whatever a node cannot do without has to lie in these three.
//!
//! The node gets `-datadir`, logging flags, `-uacomment=testnodeN`, `-disablewallet`,
//! `-v2transport=0`, and everything else by `bitcoin.conf` with a `[regtest]` section. Ports follow
//! from `--portseed` (the process id) above `TEST_RUNNER_PORT_MIN` (11000). What it then relies on:
//!
//! * start: a refused connection, no cookie and -28 mean *not yet*; after the first `getblockcount`
//!   it wants `getmempoolinfo` with `loaded`, and P2P to listen;
//! * connecting: `addnode onetry`, then `getpeerinfo` with the other's `subver`, `inbound`, and 29
//!   bytes of `pong` in `bytesrecv_per_msg` on both sides, which a ping soon after `verack` brings;
//! * a peer of its own is found by exact `addr` and `addrbind`;
//! * `MiniWallet`: `scantxoutset` with `raw()` or `addr()`, `generatetodescriptor`;
//! * end: `stop` with the named parameter `wait`, exit code 0, nothing on standard error.
//!
//! Does not know what a script tests.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::places::peer_folder;

/// How much of a script's output, and of a node's log, is shown with a failure.
const SHOWN_CHARS: usize = 8_000;
const PASSED: i32 = 0;

/// The parts of Core that a script may ask for. None is there: scripts are for the node alone.
const COMPONENTS: [&str; 13] = [
    "ENABLE_CLI",
    "ENABLE_WALLET",
    "ENABLE_WALLET_TOOL",
    "ENABLE_BITCOIN_UTIL",
    "ENABLE_BITCOIN_CHAINSTATE",
    "ENABLE_EXTERNAL_SIGNER",
    "ENABLE_FUZZ_BINARY",
    "ENABLE_IPC",
    "ENABLE_USDT_TRACEPOINTS",
    "ENABLE_ZMQ",
    "BUILD_BITCOIN_TX",
    "USE_BDB",
    "USE_SQLITE",
];

/// Why a script did not pass.
#[derive(Debug, thiserror::Error)]
pub enum FrameworkError {
    /// The framework is not there.
    #[error("Core's test framework is not installed: run `cargo xtask test --peers --install`")]
    Missing,
    /// The script could not be started.
    #[error("cannot run a script of the framework: {0}")]
    Start(#[from] io::Error),
    /// It failed, or skipped itself (code 77).
    #[error("{script} ended with code {code:?}:\n{output}")]
    Failed {
        /// The script.
        script: String,
        /// Its exit code.
        code: Option<i32>,
        /// The ends of what it and its nodes said.
        output: String,
    },
}

/// Runs a script against a program that is a bitcoind when it is called by that name.
///
/// # Errors
/// [`FrameworkError`]
pub fn run(program: &Path, script: &Path, args: &[&str]) -> Result<(), FrameworkError> {
    let python = peer_folder("framework").join("bin/python");
    if !python.is_file() {
        return Err(FrameworkError::Missing);
    }
    let folder = tempfile::tempdir()?;
    let build = folder.path().join("build");
    fs::create_dir_all(build.join("bin"))?;
    let program = fs::canonicalize(program)?;
    for name in ["bitcoind", "bitcoin-cli"] {
        symlink(&program, build.join("bin").join(name))?;
    }
    let config = folder.path().join("config.ini");
    fs::write(&config, config_text(&build))?;
    let output = Command::new(python)
        .arg(script)
        .arg(option("configfile", &config))
        .arg(option("cachedir", &folder.path().join("cache")))
        // It must not be there yet.
        .arg(option("tmpdir", &folder.path().join("nodes")))
        .args(args)
        .env("BITCOIND", build.join("bin/bitcoind"))
        .env("BITCOINCLI", build.join("bin/bitcoin-cli"))
        // Nothing is written beside the script.
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .current_dir(folder.path())
        .output()?;
    if output.status.code() == Some(PASSED) {
        return Ok(());
    }
    let mut shown = end_of(&[output.stdout, output.stderr].concat());
    for number in 0.. {
        let node = folder.path().join(format!("nodes/node{number}"));
        if !node.is_dir() {
            break;
        }
        let log = fs::read(node.join("regtest/debug.log")).unwrap_or_default();
        shown.push_str(&format!("\n--- debug.log of node {number}\n{}", end_of(&log)));
    }
    let (script, code) = (script.display().to_string(), output.status.code());
    Err(FrameworkError::Failed { script, code, output: shown })
}

fn end_of(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let cut = text.chars().count().saturating_sub(SHOWN_CHARS);
    text.chars().skip(cut).collect()
}

fn option(name: &str, path: &Path) -> String {
    format!("--{name}={}", path.display())
}

fn config_text(build: &Path) -> String {
    let components: String =
        COMPONENTS.iter().map(|component| format!("{component}=false\n")).collect();
    format!(
        "[environment]\nCLIENT_NAME=Quarry\nCLIENT_BUGREPORT=the test that runs this script\n\
         SRCDIR={build}\nBUILDDIR={build}\nEXEEXT=\n\n[components]\n{components}",
        build = build.display()
    )
}
