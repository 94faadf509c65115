//! Starting programs from the root of the repository, and saying why one failed.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a subcommand ends with exit code 1, in words for a person.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What every step gives back.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// The repository this program belongs to.
#[derive(Debug)]
pub(crate) struct Repo {
    root: PathBuf,
}

impl Repo {
    /// The checkout that `cargo` runs in. `cargo run` passes the manifest's directory at run time,
    /// which stays right when a checkout was moved after it was built.
    pub(crate) fn find() -> Self {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        // crates/xtask is two steps below the root.
        let root = manifest.ancestors().nth(2).map_or_else(|| manifest.clone(), Path::to_path_buf);
        Self { root }
    }

    /// The root directory.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A cargo command, run from the root.
    pub(crate) fn cargo<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Step {
        // Set by `cargo run`; the plain name finds the same toolchain when started by hand.
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        Step::new("cargo", cargo, words, &self.root)
    }

    /// Any other program, run from the root.
    pub(crate) fn program<'a>(&self, name: &str, words: impl IntoIterator<Item = &'a str>) -> Step {
        Step::new(name, name.into(), words, &self.root)
    }
}

/// A program about to be started.
#[derive(Debug)]
pub(crate) struct Step {
    /// The command as a person would type it.
    line: String,
    command: Command,
}

impl Step {
    fn new<'a>(
        name: &str,
        program: OsString,
        words: impl IntoIterator<Item = &'a str>,
        root: &Path,
    ) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let mut command = Command::new(program);
        command.args(&words).current_dir(root).stdin(Stdio::null());
        Self { line: format!("{name} {}", words.join(" ")), command }
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, key: &str, value: &str) -> Self {
        self.line.insert_str(0, &format!("{key}={value} "));
        self.command.env(key, value);
        self
    }

    /// Runs it with this program's own stdout and stderr.
    pub(crate) fn run(mut self) -> Outcome {
        eprintln!("$ {}", self.line);
        let status = self.command.status().map_err(|err| self.not_started(&err))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure(format!("`{}` failed ({status})", self.line)))
        }
    }

    /// Throws its stderr away: for a question that may well have no answer.
    pub(crate) fn without_stderr(mut self) -> Self {
        self.command.stderr(Stdio::null());
        self
    }

    /// Runs it and gives back its stdout; stderr passes through.
    pub(crate) fn capture(mut self) -> Outcome<String> {
        self.command.stdout(Stdio::piped());
        let output = self
            .command
            .spawn()
            .and_then(std::process::Child::wait_with_output)
            .map_err(|err| self.not_started(&err))?;
        if !output.status.success() {
            return Err(Failure(format!("`{}` failed ({})", self.line, output.status)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn not_started(&self, err: &std::io::Error) -> Failure {
        Failure(format!("`{}` could not be started: {err}", self.line))
    }
}

/// Whether a program of this name lies in a directory of `PATH`.
pub(crate) fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(name).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_is_found() {
        assert!(Repo::find().root().join("crates/xtask/Cargo.toml").is_file());
    }

    #[test]
    fn a_failing_program_is_a_failure_with_its_line() {
        let err = Repo::find().program("sh", ["-c", "exit 3"]).run().unwrap_err();
        assert!(err.to_string().contains("sh -c exit 3"), "{err}");
        let err = Repo::find().program("no-such-program-here", []).capture().unwrap_err();
        assert!(err.to_string().contains("could not be started"), "{err}");
    }

    #[test]
    fn programs_are_looked_up() {
        assert!(on_path("sh"));
        assert!(!on_path("no-such-program-here"));
    }
}
