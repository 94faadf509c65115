//! debug.log: what is logged, in Bitcoin Core's line form, to the file and to stdout.
//!
//! An event's category is its `tracing` target (`target: "net"`); an event of one of our crates
//! without such a target has none and is logged from level info on. What other crates say is logged
//! from level warn on. Categories are switched at run time by [`LogControl`]; a line is written at
//! once and whole. Does not know who logs.

mod categories;
mod layer;
mod line;

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::args::{Args, Note};
use super::datadir::{Places, path_setting};
use categories::{CATEGORIES, Levels};

/// A log file that is longer than this is cut at start, to [`KEPT_BYTES`].
const LONG_BYTES: u64 = 11_000_000;
const KEPT_BYTES: i64 = 10_000_000;

/// What is logged, and where to.
#[derive(Clone, Debug)]
pub(crate) struct LogSettings {
    /// None: to no file.
    pub(crate) file: Option<PathBuf>,
    pub(crate) console: bool,
    shrink: bool,
    form: line::Form,
    levels: Levels,
}

impl LogSettings {
    pub(super) fn read(args: &mut Args, places: &Places) -> Result<Self, String> {
        let file = if args.is_negated("debuglogfile") {
            None
        } else {
            let named = path_setting(args, "debuglogfile");
            Some(places.in_net(&named.unwrap_or_else(|| PathBuf::from("debug.log"))))
        };
        let levels = Levels::read(args)?;
        Ok(Self {
            file,
            console: args.switch("printtoconsole", !args.switch("daemon", false)),
            // Who debugs wants all of it.
            shrink: args.switch("shrinkdebugfile", levels.enabled == 0),
            form: line::Form {
                timestamps: args.switch("logtimestamps", true),
                micros: args.switch("logtimemicros", false),
                threads: args.switch("logthreadnames", false),
                places: args.switch("logsourcelocations", false),
                always_level: args.switch("loglevelalways", false),
            },
            levels,
        })
    }
}

/// What the log's handles share.
#[derive(Debug)]
struct Shared {
    path: Option<PathBuf>,
    file: Mutex<Option<File>>,
    console: bool,
    form: line::Form,
    /// A bit for each of [`CATEGORIES`].
    enabled: AtomicU32,
    /// The same for those that log level trace too.
    tracing: AtomicU32,
    /// The same for those that log level debug.
    debugging: AtomicU32,
    /// Seconds; 0: the clock is not mocked.
    mock_time: AtomicI64,
}

/// A handle on the log, to switch what is logged while it runs.
#[derive(Clone, Debug)]
pub(crate) struct LogControl {
    shared: Arc<Shared>,
}

impl LogControl {
    /// Opens the log and sends everything there that is logged from now on.
    ///
    /// # Errors
    /// Core's text, if the file cannot be opened.
    pub(crate) fn start(settings: &LogSettings) -> Result<Self, String> {
        let control = Self::open(settings)?;
        // There is one log a process; a second start would only keep the first.
        let _first = tracing_subscriber::registry().with(control.layer()).try_init();
        Ok(control)
    }

    fn layer(&self) -> layer::CoreLayer {
        layer::CoreLayer::new(Arc::clone(&self.shared))
    }

    fn open(settings: &LogSettings) -> Result<Self, String> {
        let file = match &settings.file {
            None => None,
            Some(path) => {
                if settings.shrink {
                    // A file that cannot be cut can still be written to.
                    let _uncut = shrink(path);
                }
                let opened = open(path)
                    .map_err(|_| format!("Could not open debug log file {}", path.display()))?;
                Some(opened)
            }
        };
        let levels = &settings.levels;
        let shared = Arc::new(Shared {
            path: settings.file.clone(),
            file: Mutex::new(file),
            console: settings.console,
            form: settings.form,
            enabled: AtomicU32::new(levels.enabled),
            tracing: AtomicU32::new(levels.tracing),
            debugging: AtomicU32::new(levels.debugging),
            mock_time: AtomicI64::new(0),
        });
        Ok(Self { shared })
    }

    /// Every category with whether it is logged, for the RPC `logging`.
    pub(crate) fn categories(&self) -> Vec<(&'static str, bool)> {
        let enabled = self.shared.enabled.load(Ordering::Relaxed);
        let all = CATEGORIES.iter().enumerate();
        let mut all: Vec<_> = all.map(|(bit, name)| (*name, enabled >> bit & 1 == 1)).collect();
        all.sort_unstable();
        all
    }

    /// Logs these categories and no others.
    pub(crate) fn set_only(&self, names: &[&str]) {
        let all = names.iter().filter_map(|name| categories::index(name));
        let bits = all.fold(0, |bits, bit| bits | 1 << bit);
        self.shared.enabled.store(bits, Ordering::Relaxed);
    }

    /// Shows the mocked clock beside the real one; 0: it is not mocked.
    pub(crate) fn set_mock_time(&self, seconds: i64) {
        self.shared.mock_time.store(seconds, Ordering::Relaxed);
    }

    /// Opens the file anew, for whoever has moved it away (SIGHUP).
    ///
    /// # Errors
    /// What the file system says; the log goes on where it was.
    pub(crate) fn reopen(&self) -> io::Result<()> {
        if let Some(path) = &self.shared.path {
            let file = open(path)?;
            *self.shared.file.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
        }
        Ok(())
    }
}

impl Shared {
    fn write(&self, line: &str) {
        // The lock also keeps the console's lines in the file's order.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = file.as_mut() {
            // A full disk must not stop the node, and there is nowhere to say it.
            let _unwritten = file.write_all(line.as_bytes());
        }
        if self.console {
            let mut stdout = io::stdout().lock();
            let _unwritten = stdout.write_all(line.as_bytes()).and_then(|()| stdout.flush());
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).open(path)
}

/// Keeps the end of a long file.
fn shrink(path: &Path) -> io::Result<()> {
    let mut file = File::open(path)?;
    if file.metadata()?.len() > LONG_BYTES {
        file.seek(SeekFrom::End(-KEPT_BYTES))?;
        let mut end = Vec::new();
        file.read_to_end(&mut end)?;
        std::fs::write(path, end)?;
    }
    Ok(())
}

/// Logs what was noted before the log was open.
pub(crate) fn tell(note: &Note) {
    match note {
        Note::Info(text) => tracing::info!("{text}"),
        Note::Warning(text) | Note::LoudWarning(text) => tracing::warn!("{text}"),
        Note::Error(text) | Note::LoudError(text) => tracing::error!("{text}"),
        Note::Stderr(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bitcoind::options::SERVER;
    use crate::bitcoind::settings::Chain;

    fn settings(directory: &Path, more: &[&str]) -> LogSettings {
        let mut args = Args::new(SERVER);
        let datadir = format!("-datadir={}", directory.display());
        let typed: Vec<String> =
            ["-regtest", &datadir].iter().chain(more).map(|arg| (*arg).to_owned()).collect();
        args.parse_command_line(&typed).unwrap();
        args.select_network("regtest");
        let places = Places::find(&args, Chain::Regtest).unwrap();
        LogSettings::read(&mut args, &places).unwrap()
    }

    fn log_all() {
        tracing::debug!(target: "net", "net");
        tracing::trace!(target: "net", "trace");
        tracing::debug!(target: "mempool", fee = 3, "pool");
        tracing::info!(target: "mempool", "told");
        tracing::debug!("hidden");
        tracing::info!(target: "hyper", "foreign");
        tracing::warn!(target: "hyper", "careful");
    }

    #[test]
    fn categories_are_switched_while_it_runs() {
        let place = tempfile::tempdir().unwrap();
        let typed = ["-nologtimestamps", "-printtoconsole=0", "-debug=net", "-loglevel=net:trace"];
        let settings = settings(place.path(), &typed);
        let control = LogControl::open(&settings).unwrap();
        let path = settings.file.unwrap();
        let subscriber = tracing_subscriber::registry().with(control.layer());
        tracing::subscriber::with_default(subscriber, || {
            log_all();
            let moved = path.with_extension("1");
            std::fs::rename(&path, &moved).unwrap();
            control.reopen().unwrap();
            let first = std::fs::read_to_string(&moved).unwrap();
            assert_eq!(first, "[net] net\n[net:trace] trace\ntold\n[warning] careful\n");
            control.set_only(&["mempool", "nothing"]);
            log_all();
        });
        let second = std::fs::read_to_string(&path).unwrap();
        assert_eq!(second, "[mempool] pool fee=3\ntold\n[warning] careful\n");
        let categories = control.categories();
        assert!(categories.contains(&("mempool", true)) && categories.contains(&("net", false)));
        assert!(categories.is_sorted());
        control.set_only(&["rpc", "http"]);
        let on = control.categories().into_iter().filter(|(_, on)| *on).map(|(name, _)| name);
        assert_eq!(on.collect::<Vec<_>>(), ["http", "rpc"]);
    }

    #[test]
    fn a_long_log_is_cut_at_start() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("debug.log");
        std::fs::write(&path, vec![b'x'; 11_000_001]).unwrap();
        shrink(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 10_000_000);
        shrink(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 10_000_000);
    }
}
