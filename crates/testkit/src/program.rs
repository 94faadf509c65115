//! A real program of others under a test: its start, its log, its end.
//!
//! Does not know what the program says or answers.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::rpc::RpcError;

/// How long a program may take until it answers, on a machine that does other things too.
pub(crate) const START_TIMEOUT: Duration = Duration::from_secs(60);
/// How often it is asked whether it does.
pub(crate) const POLL: Duration = Duration::from_millis(25);
/// How much of the end of a log is shown with a failure.
const SHOWN_LOG_BYTES: usize = 4_000;

/// Why a program of others does not run.
#[derive(Debug, thiserror::Error)]
pub enum PeerError {
    /// It is not there.
    #[error("`{program}` is not installed: run `cargo xtask test --peers --install`")]
    Missing {
        /// Its name.
        program: String,
    },
    /// The system does not start it.
    #[error("cannot start `{program}`: {source}")]
    Start {
        /// Its name.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// It ended by itself.
    #[error("`{program}` ended ({status}); its log:\n{log}")]
    Ended {
        /// Its name.
        program: String,
        /// How.
        status: ExitStatus,
        /// What it said last.
        log: String,
    },
    /// It does not answer.
    #[error("`{program}` is not ready within {waited:?} ({last}); its log:\n{log}")]
    NotReady {
        /// Its name.
        program: String,
        /// How long it was given.
        waited: Duration,
        /// What it answered last.
        last: String,
        /// What it said last.
        log: String,
    },
    /// It did not end when asked to.
    #[error("`{program}` still runs {waited:?} after it was told to stop; its log:\n{log}")]
    DoesNotEnd {
        /// Its name.
        program: String,
        /// How long it was given.
        waited: Duration,
        /// What it said last.
        log: String,
    },
    /// A call failed.
    #[error(transparent)]
    Rpc(#[from] RpcError),
}

/// An address on the loopback interface that nobody listens on at the moment.
///
/// # Errors
/// What the system says.
pub fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

/// A running program, killed when dropped.
#[derive(Debug)]
pub(crate) struct Program {
    name: String,
    child: Child,
    /// Standard output and error, and files that it writes beside.
    logs: Vec<PathBuf>,
}

impl Program {
    /// Starts it with standard output and error going to files in a folder.
    pub(crate) fn start(
        name: &str,
        command: &mut Command,
        folder: &Path,
    ) -> Result<Self, PeerError> {
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound => PeerError::Missing { program: name.to_owned() },
            _ => PeerError::Start { program: name.to_owned(), source },
        };
        let logs = vec![folder.join("stdout.log"), folder.join("stderr.log")];
        let [stdout, stderr] = [File::create(&logs[0]), File::create(&logs[1])];
        let child = command
            .stdin(Stdio::null())
            .stdout(stdout.map_err(failed)?)
            .stderr(stderr.map_err(failed)?)
            .spawn()
            .map_err(failed)?;
        Ok(Self { name: name.to_owned(), child, logs })
    }

    /// One more file to show with a failure.
    pub(crate) fn add_log(&mut self, file: PathBuf) {
        self.logs.push(file);
    }

    /// The ends of its logs.
    pub(crate) fn log(&self) -> String {
        let mut shown = String::new();
        for file in &self.logs {
            let text = String::from_utf8_lossy(&fs::read(file).unwrap_or_default()).into_owned();
            let cut = text.len().saturating_sub(SHOWN_LOG_BYTES);
            let cut = (cut..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            shown.push_str(&format!("--- {name}\n{}\n", &text[cut..]));
        }
        shown
    }

    /// Asks again and again until it is ready.
    pub(crate) fn wait_until_ready<T>(
        &mut self,
        mut ask: impl FnMut() -> Result<T, String>,
    ) -> Result<T, PeerError> {
        let end = Instant::now() + START_TIMEOUT;
        loop {
            let last = match ask() {
                Ok(answer) => return Ok(answer),
                Err(why) => why,
            };
            if let Ok(Some(status)) = self.child.try_wait() {
                let (program, log) = (self.name.clone(), self.log());
                return Err(PeerError::Ended { program, status, log });
            }
            if Instant::now() > end {
                return Err(self.not_ready(last));
            }
            thread::sleep(POLL);
        }
    }

    pub(crate) fn not_ready(&self, last: String) -> PeerError {
        let (program, log) = (self.name.clone(), self.log());
        PeerError::NotReady { program, waited: START_TIMEOUT, last, log }
    }

    /// Waits for it to end by itself.
    pub(crate) fn wait_for_end(&mut self, patience: Duration) -> Result<ExitStatus, PeerError> {
        let end = Instant::now() + patience;
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Ok(status);
            }
            if Instant::now() > end {
                let (program, log) = (self.name.clone(), self.log());
                return Err(PeerError::DoesNotEnd { program, waited: patience, log });
            }
            thread::sleep(POLL);
        }
    }

    /// kill -9, and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Whether somebody listens.
pub(crate) fn listens(address: SocketAddr) -> Result<(), String> {
    TcpStream::connect_timeout(&address, POLL).map(drop).map_err(|e| format!("{address}: {e}"))
}
