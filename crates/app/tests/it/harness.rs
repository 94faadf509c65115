//! Starts the binary, runs commands against it, kills it.
//!
//! Does not know what a test wants to see.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// The header of Bitcoin's block 125552 with its nonce field zeroed.
pub(crate) const BLOCK_125552: &str = concat!(
    "0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000",
    "e320b6c2fffc8d750423db8b1eb942ae710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a00000000"
);

/// How long an instance may take to be ready, on a machine that does other things too.
const START: Duration = Duration::from_secs(60);

/// A data directory and perhaps an instance that runs on it.
pub(crate) struct Quarry {
    dir: TempDir,
    child: Option<Child>,
    pub(crate) banner: Value,
}

/// What a command gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e} in {self:#?}"))
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

pub(crate) fn binary() -> Command {
    binary_in(&[])
}

/// The binary as another program starts it, which gets its name as the next argument.
pub(crate) fn binary_in(outer: &[&str]) -> Command {
    let words = [outer, &[env!("CARGO_BIN_EXE_quarry")]].concat();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    for (name, _) in std::env::vars() {
        if name.starts_with("QUARRY_") {
            command.env_remove(name);
        }
    }
    command
}

pub(crate) fn run(args: &[&str]) -> Ran {
    binary().args(args).stdin(Stdio::null()).output().unwrap().into()
}

impl Quarry {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap(), child: None, banner: Value::Null }
    }

    /// A running instance with `more` flags.
    pub(crate) fn up(more: &[&str]) -> Self {
        let mut quarry = Self::new();
        quarry.start(more);
        quarry
    }

    pub(crate) fn datadir(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    pub(crate) fn start(&mut self, more: &[&str]) {
        let mut child = binary()
            .args(["up", "--json", "--port", "0", "--datadir"])
            .arg(self.datadir())
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stdout = child.stdout.take().unwrap();
        let (send, receive) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            // One line; nothing at all if the process ends before.
            let document = BufReader::new(stdout).lines().next().and_then(Result::ok);
            // The test may have ended already.
            let _unwanted = send.send(document.unwrap_or_default());
        });
        let document = receive.recv_timeout(START).unwrap_or_default();
        self.banner = serde_json::from_str(&document).unwrap_or_else(|error| {
            child.kill().unwrap();
            let mut stderr = String::new();
            child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
            panic!("no banner ({error}): {document}\n{stderr}");
        });
        self.child = Some(child);
    }

    /// kill -9: no warning, nothing flushed.
    pub(crate) fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// SIGINT, as Ctrl-C gives it; what the process ended with and how long it took.
    pub(crate) fn interrupt(&mut self) -> (Option<i32>, Duration) {
        let mut child = self.child.take().unwrap();
        let started = Instant::now();
        let pid = rustix::process::Pid::from_child(&child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        let status = child.wait().unwrap();
        (status.code(), started.elapsed())
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = binary();
        command.args(args).arg("--datadir").arg(self.datadir()).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.command(args).output().unwrap().into()
    }

    /// The JSON result of a command that must succeed.
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let args = [args, &["--json"]].concat();
        let ran = self.run(&args);
        assert_eq!(ran.code, Some(0), "{args:?}: {ran:#?}");
        ran.json()
    }

    /// A local account's line of `account list`.
    pub(crate) fn account(&self, name: &str) -> Value {
        let list = self.json(&["account", "list"]);
        let found = list.as_array().unwrap().iter().find(|entry| entry["name"] == name);
        found.unwrap_or_else(|| panic!("no {name} in {list:#}")).clone()
    }

    pub(crate) fn url(&self, server: &str) -> String {
        self.banner["urls"][server].as_str().unwrap().to_owned()
    }
}

impl Drop for Quarry {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Waits until `check` gives something; the state is looked at, time is only the limit.
pub(crate) fn until<T>(what: &str, mut check: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(value) = check() {
            return value;
        }
        assert!(started.elapsed() < Duration::from_secs(60), "still no {what} after a minute");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) fn units(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no amount"))
}

/// A blocking GET of JSON from one of the public listeners.
pub(crate) fn get(url: &str) -> Value {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        client.get(url).send().await.unwrap().json().await.unwrap()
    })
}
