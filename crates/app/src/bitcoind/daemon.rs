//! `-daemon`: the node as a process of its own, without a terminal.
//!
//! The program starts itself again instead of forking, as a process with threads must not fork. The
//! second one says over its stdout that it answers. Does not know what the node does.

use std::io::{Read as _, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, ExitCode, Stdio};

/// Set for the process in the background; its value says whether somebody waits.
pub(super) const MARK: &str = "QUARRY_BITCOIND_BACKGROUND";

/// What the process in the background owes its starter.
#[derive(Debug)]
pub(crate) struct Ready {
    awaited: bool,
}

/// Which of the two this process is: `Some` in the background, or where none was asked for.
pub(crate) fn role(daemon: bool) -> Option<Ready> {
    match std::env::var(MARK) {
        Ok(value) => {
            // The terminal's end must not be ours. Fails only for who leads a group already.
            let _leads = rustix::process::setsid();
            Some(Ready { awaited: value == "awaited" })
        }
        Err(_) => (!daemon).then_some(Ready { awaited: false }),
    }
}

/// Starts the process in the background and waits, if asked, until it answers.
///
/// # Errors
/// Core's text.
pub(crate) fn start(args: &[String], wait: bool) -> Result<ExitCode, String> {
    let failed = |error: std::io::Error| format!("fork_daemon() failed: {error}");
    let program = std::env::current_exe().map_err(failed)?;
    let mut child = Command::new(program)
        .arg0("bitcoind")
        .args(args)
        // Its stdout is for one word to us.
        .arg("-printtoconsole=0")
        .env(MARK, if wait { "awaited" } else { "alone" })
        .stdin(Stdio::null())
        .stdout(if wait { Stdio::piped() } else { Stdio::null() })
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    if let Some(mut stdout) = child.stdout.take() {
        let mut token = [0];
        if stdout.read_exact(&mut token).is_err() {
            let text = "Error during initialization - check debug.log for details";
            return Err(text.to_owned());
        }
    }
    Ok(ExitCode::SUCCESS)
}

impl Ready {
    /// Tells the starter that the node answers.
    pub(crate) fn tell(self) {
        if self.awaited {
            let mut stdout = std::io::stdout().lock();
            // A starter that is gone does not wait.
            let _told = stdout.write_all(b"1").and_then(|()| stdout.flush());
        }
    }
}
