//! This test program, started a second time: a process that can be killed.
//!
//! The child runs one test, which does its part if it finds its place in the environment and nothing
//! otherwise. It talks in lines on its standard output.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{self, ChildStdin, ChildStdout, Command, Stdio};

const ROLE: &str = "QUARRY_STORE_TEST_ROLE";
const PLACE: &str = "QUARRY_STORE_TEST_PLACE";
/// Tells the child's own lines from the test harness'.
const MARK: &str = "child says ";

/// Where to work, if this process was started as a child for this role.
pub(crate) fn path_for(role: &str) -> Option<PathBuf> {
    (std::env::var(ROLE).ok()? == role).then(|| std::env::var_os(PLACE).unwrap().into())
}

/// Waits until nobody holds a directory's lock. A process that another test starts holds a copy of
/// every open file between its fork and its exec, so a lock may outlive its owner by an instant.
pub(crate) fn wait_until_unlocked(datadir: &Path) {
    const ATTEMPTS: u32 = 1_000_000;
    let free = |_| {
        std::thread::yield_now();
        !quarry_store::is_locked(datadir).unwrap()
    };
    assert!((0..ATTEMPTS).any(free), "still locked");
}

/// Says a word to the parent.
pub(crate) fn say(word: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    // The harness may have begun a line of its own.
    write!(out, "\n{MARK}{word}\n").unwrap();
    out.flush().unwrap();
}

/// A running child; killed when dropped.
pub(crate) struct Child {
    process: process::Child,
    lines: BufReader<ChildStdout>,
    // Closing it would end a child that waits on it.
    _stdin: ChildStdin,
}

impl Child {
    /// Starts this program again for one test.
    pub(crate) fn start(test: &str, role: &str, place: &Path) -> Self {
        Self::run(Command::new(std::env::current_exe().unwrap()), test, role, place)
    }

    /// The same, for a child whose files cannot grow beyond so many half kibibytes: what a full disk
    /// looks like, a write that comes half through included.
    pub(crate) fn start_on_a_full_disk(
        half_kibibytes: u32,
        test: &str,
        role: &str,
        place: &Path,
    ) -> Self {
        let mut shell = Command::new("sh");
        // Ignored, the signal turns into an error of the write.
        let script = format!("trap '' XFSZ; ulimit -f {half_kibibytes}; exec \"$0\" \"$@\"");
        shell.args(["-c", &script]).arg(std::env::current_exe().unwrap());
        Self::run(shell, test, role, place)
    }

    fn run(mut program: Command, test: &str, role: &str, place: &Path) -> Self {
        let mut process = program
            .args(["--exact", test, "--nocapture", "--test-threads=1"])
            .env(ROLE, role)
            .env(PLACE, place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap());
        let stdin = process.stdin.take().unwrap();
        Self { process, lines, _stdin: stdin }
    }

    /// The next word that the child said, or `None` when it is gone.
    pub(crate) fn next_word(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            // A last line that was cut short was not said.
            let said = line.strip_prefix(MARK).and_then(|word| word.strip_suffix('\n'));
            if let Some(word) = said {
                return Some(word.to_owned());
            }
        }
    }

    /// Kills it (SIGKILL) and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
