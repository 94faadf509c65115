//! The run file: how commands find the instance that runs on a data directory.
//!
//! ```text
//! {"version":1,"instance":"0123456789abcdef","pid":4711,"started_ms":1700000000000,
//!  "urls":{"dashboard":"..","node":"..","exchange":".."},"operator_token":".."}
//! ```
//! The instance writes it when it is ready and removes it when it stops. Whether it still runs is for
//! the directory's lock to say, never for the pid. Does not know how to reach a URL.

use core::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::datadir::{DataDir, is_locked};
use crate::durable::{read_bounded, sync_dir, write_atomic};
use crate::limits::MAX_RUN_FILE_BYTES;

const VERSION: u32 = 1;
const RUN_FILE: &str = "run.json";

/// Why no running instance was found. Each message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum RunFileError {
    /// No file, and nobody holds the lock.
    #[error("no quarry is running on {datadir}: start one with `quarry up`",
        datadir = datadir.display())]
    Missing {
        /// The data directory.
        datadir: PathBuf,
    },
    /// No file yet, but the lock is held.
    #[error("the quarry on {datadir} is starting or stopping: try again in a moment",
        datadir = datadir.display())]
    NotReady {
        /// The data directory.
        datadir: PathBuf,
    },
    /// A file, but nobody holds the lock: the instance was killed.
    #[error("the quarry on {datadir} has stopped without saying so: start it with `quarry up`",
        datadir = datadir.display())]
    Stale {
        /// The data directory.
        datadir: PathBuf,
    },
    /// Not the text of a run file.
    #[error("{path} is damaged ({detail}): restart the quarry that wrote it",
        path = path.display())]
    Corrupt {
        /// The run file.
        path: PathBuf,
        /// What is wrong, without quoting (the file holds a token).
        detail: String,
    },
    /// Written by a newer program.
    #[error("{path} has version {found}, this program knows up to {known}: upgrade quarry",
        path = path.display())]
    Newer {
        /// The run file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest that this program reads.
        known: u32,
    },
    /// The file system refuses.
    #[error("cannot read {path}: {source}; run this as the user who started quarry",
        path = path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
}

/// Where an instance listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunUrls {
    /// The dashboard and the operator's interface.
    pub dashboard: String,
    /// The node's interface.
    pub node: String,
    /// The exchange's interface.
    pub exchange: String,
}

/// What an instance tells the commands of its own user. `Debug` does not show the token.
#[derive(Clone, PartialEq, Eq)]
pub struct RunFile {
    /// 16 hexadecimal digits, new for each start.
    pub instance: String,
    /// The process, for people: nothing is decided by it.
    pub pid: u32,
    /// When it started, in milliseconds since the Unix epoch.
    pub started_ms: u64,
    /// Where it listens.
    pub urls: RunUrls,
    /// The bearer token of the operator's interface.
    pub operator_token: String,
}

impl RunFile {
    /// Writes the file for the instance that has the data directory.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn write(&self, datadir: &DataDir) -> io::Result<()> {
        write_atomic(&datadir.run_file(), self.encode().as_bytes(), 0o600)
    }

    /// Removes the file, if there is one, when the instance stops (or starts, after a crash).
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn remove(datadir: &DataDir) -> io::Result<()> {
        match fs::remove_file(datadir.run_file()) {
            Ok(()) => sync_dir(datadir.path()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Finds the instance that runs on a data directory.
    ///
    /// # Errors
    /// [`RunFileError`] if there is none, or it cannot be told.
    pub fn read(datadir: &Path) -> Result<Self, RunFileError> {
        let path = path_in(datadir);
        let unreadable = |source| RunFileError::Unreadable { path: path.clone(), source };
        let file = match File::open(&path) {
            Ok(file) => Some(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(unreadable(error)),
        };
        let locked = is_locked(datadir).map_err(unreadable)?;
        let datadir = datadir.to_owned();
        match (file, locked) {
            (None, false) => Err(RunFileError::Missing { datadir }),
            (None, true) => Err(RunFileError::NotReady { datadir }),
            // Whatever it says, even damaged, is about a process that is gone.
            (Some(_), false) => Err(RunFileError::Stale { datadir }),
            (Some(file), true) => {
                let bytes = read_bounded(file, MAX_RUN_FILE_BYTES).map_err(unreadable)?;
                decode(&bytes).map_err(|error| error.at(path))
            }
        }
    }

    fn encode(&self) -> String {
        let Self { instance, pid, started_ms, urls, operator_token } = self.clone();
        let RunUrls { dashboard, node, exchange } = urls;
        let urls = WireUrls { dashboard, node, exchange };
        let wire = Wire { version: VERSION, instance, pid, started_ms, urls, operator_token };
        let mut text = serde_json::to_string(&wire).expect("strings and numbers are always JSON");
        text.push('\n');
        text
    }
}

impl fmt::Debug for RunFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunFile")
            .field("instance", &self.instance)
            .field("pid", &self.pid)
            .field("started_ms", &self.started_ms)
            .field("urls", &self.urls)
            .finish_non_exhaustive()
    }
}

pub(crate) fn path_in(datadir: &Path) -> PathBuf {
    datadir.join(RUN_FILE)
}

#[derive(Debug, PartialEq, Eq)]
enum DecodeError {
    Corrupt(String),
    Newer { found: u32, known: u32 },
}

impl DecodeError {
    fn at(self, path: PathBuf) -> RunFileError {
        match self {
            Self::Corrupt(detail) => RunFileError::Corrupt { path, detail },
            Self::Newer { found, known } => RunFileError::Newer { path, found, known },
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    version: u32,
    instance: String,
    pid: u32,
    started_ms: u64,
    urls: WireUrls,
    operator_token: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireUrls {
    dashboard: String,
    node: String,
    exchange: String,
}

/// What every version of the file has.
#[derive(Deserialize)]
struct AnyVersion {
    version: u32,
}

fn decode(bytes: &[u8]) -> Result<RunFile, DecodeError> {
    // The parser's own message may quote the token.
    let corrupt = |e: serde_json::Error| {
        DecodeError::Corrupt(format!("unreadable from line {}, column {}", e.line(), e.column()))
    };
    let AnyVersion { version: found } = serde_json::from_slice(bytes).map_err(corrupt)?;
    if found > VERSION {
        return Err(DecodeError::Newer { found, known: VERSION });
    }
    let wire: Wire = serde_json::from_slice(bytes).map_err(corrupt)?;
    if wire.version != VERSION {
        return Err(DecodeError::Corrupt(format!("version {found} was never written")));
    }
    if wire.instance.len() != 16 || !wire.instance.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(DecodeError::Corrupt("the instance is not 16 hexadecimal digits".to_owned()));
    }
    let Wire { instance, pid, started_ms, urls, operator_token, .. } = wire;
    let WireUrls { dashboard, node, exchange } = urls;
    let urls = RunUrls { dashboard, node, exchange };
    Ok(RunFile { instance, pid, started_ms, urls, operator_token })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLDEN: &str = "{\"version\":1,\"instance\":\"0123456789abcdef\",\"pid\":4711,\
        \"started_ms\":1700000000000,\"urls\":{\"dashboard\":\"http://127.0.0.1:1\",\
        \"node\":\"http://127.0.0.1:2\",\"exchange\":\"http://127.0.0.1:3\"},\
        \"operator_token\":\"sesame\"}\n";

    fn example() -> RunFile {
        RunFile {
            instance: "0123456789abcdef".to_owned(),
            pid: 4711,
            started_ms: 1_700_000_000_000,
            urls: RunUrls {
                dashboard: "http://127.0.0.1:1".to_owned(),
                node: "http://127.0.0.1:2".to_owned(),
                exchange: "http://127.0.0.1:3".to_owned(),
            },
            operator_token: "sesame".to_owned(),
        }
    }

    #[test]
    fn golden_bytes() {
        assert_eq!(example().encode(), GOLDEN);
        assert_eq!(decode(GOLDEN.as_bytes()), Ok(example()));
    }

    #[test]
    fn every_torn_file_is_refused_and_none_quoted() {
        for length in 0..GOLDEN.len() - 1 {
            let Err(DecodeError::Corrupt(detail)) = decode(&GOLDEN.as_bytes()[..length]) else {
                panic!("{length} bytes were taken for a run file");
            };
            assert!(!detail.contains("sesame"));
        }
        let misplaced = GOLDEN.replace("4711", "\"sesame\"");
        let Err(DecodeError::Corrupt(detail)) = decode(misplaced.as_bytes()) else { panic!() };
        assert!(!detail.contains("sesame"));
    }

    #[test]
    fn newer_and_odd_files_are_refused() {
        let newer = br#"{"version":2,"socket":"x"}"#;
        assert_eq!(decode(newer), Err(DecodeError::Newer { found: 2, known: 1 }));
        for (from, to) in [
            ("\"pid\"", "\"more\":1,\"pid\""),
            ("\"version\":1", "\"version\":0"),
            ("0123456789abcdef", "0123456789abcdeg"),
            ("0123456789abcdef", "0123"),
        ] {
            let odd = GOLDEN.replace(from, to);
            assert!(matches!(decode(odd.as_bytes()), Err(DecodeError::Corrupt(_))), "{to}");
        }
    }

    #[test]
    fn debug_hides_the_token() {
        assert!(!format!("{:?}", example()).contains("sesame"));
    }
}
