//! Programs of the user's that are told when something happens.
//!
//! Does not know when it happens.

use std::process::{Command, Stdio};

use super::args::Args;

/// Commands of the shell; `%s` stands for the subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notify {
    alert: Option<String>,
    block: Option<String>,
    startup: Option<String>,
    shutdown: Vec<String>,
}

impl Notify {
    pub(super) fn read(args: &Args) -> Self {
        let one = |name: &str| args.text(name).filter(|command| !command.is_empty());
        Self {
            alert: one("alertnotify"),
            block: one("blocknotify"),
            startup: one("startupnotify"),
            shutdown: args.list("shutdownnotify"),
        }
    }

    /// There is something to warn of.
    pub(crate) fn alert(&self, text: &str) {
        // The text is of our own making; nothing in it must end the quotes all the same.
        let safe = |c: &char| c.is_ascii_alphanumeric() || " .,;-_/:?@()".contains(*c);
        let text: String = text.chars().filter(safe).collect();
        detach(self.alert.as_deref().map(|command| command.replace("%s", &format!("'{text}'"))));
    }

    /// The tip is another block, and the initial download is over.
    pub(crate) fn block(&self, hash: &str) {
        detach(self.block.as_deref().map(|command| command.replace("%s", hash)));
    }

    /// The node answers.
    pub(crate) fn startup(&self) {
        detach(self.startup.clone());
    }

    /// The node ends. Waits for the commands.
    pub(crate) fn shutdown(&self) {
        let running: Vec<_> = self.shutdown.iter().cloned().map(spawn).collect();
        for thread in running {
            // One that panicked is as done as the others.
            let _done = thread.join();
        }
    }
}

fn detach(command: Option<String>) {
    if let Some(command) = command {
        drop(spawn(command));
    }
}

fn spawn(command: String) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        let mut shell = Command::new("sh");
        // A bitcoind that it starts is a process of its own.
        shell.arg("-c").arg(&command).stdin(Stdio::null()).env_remove(super::daemon::MARK);
        let ended = shell.status();
        match ended {
            Ok(status) if status.success() => {}
            Ok(status) => tracing::warn!("runCommand error: system({command}) returned {status}"),
            Err(error) => tracing::warn!("runCommand error: system({command}): {error}"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bitcoind::options::SERVER;

    #[test]
    fn commands_get_their_subject_and_no_shell() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("told").display().to_string();
        let mut args = Args::new(SERVER);
        let typed = [
            format!("-shutdownnotify=echo end > {file}"),
            format!("-blocknotify=mkfifo {file}.%s; echo %s > {file}.%s"),
            format!("-alertnotify=mkfifo {file}.alert; echo %s > {file}.alert"),
        ];
        args.parse_command_line(&typed).unwrap();
        let notify = Notify::read(&args);
        notify.startup();
        notify.shutdown();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "end\n");
        let read = |name: &str| {
            let path = format!("{file}.{name}");
            // A pipe is read to its end, however late it is written.
            while !std::path::Path::new(&path).exists() {
                std::thread::yield_now();
            }
            std::fs::read_to_string(path).unwrap()
        };
        notify.block("00ff");
        assert_eq!(read("00ff"), "00ff\n");
        notify.alert("it's (bad); $HOME");
        assert_eq!(read("alert"), "its (bad); HOME\n");
    }
}
