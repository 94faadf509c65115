//! stratum-client, a miner's side of Stratum v1 in JavaScript, as npm has it.
//!
//! Version 1.1.0. What a test has to know of it:
//!
//! * It has no miner: it tells of work and submits what it is given.
//! * It speaks the plainest Stratum: no `mining.configure`, no versions that roll, and ids that are the
//!   names of the methods.
//! * It takes what comes in one piece for whole lines.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};

use serde_json::Value;

use crate::places::peer_folder;
use crate::program::{PeerError, START_TIMEOUT};

const NAME: &str = "stratum-client";

/// A running stratum-client; killed when dropped.
#[derive(Debug)]
pub struct StratumClient {
    child: Child,
    input: ChildStdin,
    events: Receiver<Value>,
    /// What it told, for a failure.
    told: Vec<String>,
}

impl StratumClient {
    /// Has one connect to a pool and authorize a worker.
    ///
    /// # Errors
    /// [`PeerError::Missing`] if it is not installed, or what the system says.
    pub fn start(pool: SocketAddr, worker: &str) -> Result<Self, PeerError> {
        let modules = peer_folder(NAME).join("node_modules");
        if !modules.join(NAME).is_dir() {
            return Err(PeerError::Missing { program: NAME.to_owned() });
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/stratum-client/drive.js");
        let failed = |source| PeerError::Start { program: NAME.to_owned(), source };
        let mut child = Command::new("node")
            .arg(script)
            .args([&pool.ip().to_string(), &pool.port().to_string(), worker])
            .env("NODE_PATH", modules)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let missing = || failed(std::io::ErrorKind::BrokenPipe.into());
        let input = child.stdin.take().ok_or_else(missing)?;
        let output = child.stdout.take().ok_or_else(missing)?;
        let (tell, events) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // What is no JSON is no event.
                let event = serde_json::from_str(&line).unwrap_or(Value::String(line));
                if tell.send(event).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, input, events, told: Vec::new() })
    }

    /// The next of its events of this name, with what came with it; those before it are passed over.
    ///
    /// # Errors
    /// [`PeerError::NotReady`] with what it told instead.
    pub fn next(&mut self, name: &str) -> Result<Value, PeerError> {
        loop {
            let mut event = match self.events.recv_timeout(START_TIMEOUT) {
                Ok(event) => event,
                Err(error) => return Err(self.in_vain(name, error)),
            };
            self.told.push(event.to_string());
            if event["event"] == name {
                return Ok(event["value"].take());
            }
        }
    }

    fn in_vain(&self, name: &str, error: RecvTimeoutError) -> PeerError {
        PeerError::NotReady {
            program: NAME.to_owned(),
            waited: START_TIMEOUT,
            last: format!("no `{name}`: {error}"),
            log: self.told.join("\n"),
        }
    }

    /// Has it submit a share: an object with the names of its own `submit`.
    ///
    /// # Errors
    /// What the system says if it has ended.
    pub fn submit(&mut self, share: &Value) -> Result<(), PeerError> {
        let failed = |source| PeerError::Start { program: NAME.to_owned(), source };
        writeln!(self.input, "{share}").map_err(failed)
    }
}

impl Drop for StratumClient {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}
