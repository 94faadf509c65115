//! The command line: words in, one [`Command`] out. Nothing here does anything.

use std::fmt;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
usage: cargo xtask COMMAND

  ci        everything CI runs: format, clippy, tidy, build, tests with all groups,
            doc tests, documentation; prints seconds per group, stops at the first failure
  quick     the inner loop: format, clippy, tidy, plain tests (without doc tests)
  test [--peers] [--root] [--install] [FILTER]
            plain tests: what needs only Rust and a C compiler
            --peers    also the group that drives real programs of others (a browser, Bitcoin nodes)
            --root     also the group that needs root (network namespaces)
            --install  install what the asked-for groups miss, by apt-get, npm and pip
            FILTER     only tests whose path contains this
  soak [FILTER]
            the tests that take long, with fresh seeds, in a release build
  tidy      the project's own rules: direction of crates, header comments, pure crates, ...
  kernels [--check | --search NAME [SECONDS]]
            write the assembly of the search kernels
            --check    fail if the committed files are not what would be written
            --search   time orders of a kernel's instructions on this processor (60 seconds)
  bench [--clean-build]
            release build, hash rate, and the figures of a running instance
            --clean-build  also measure a release build from nothing (minutes)
  help      this text

exit codes: 0 all is well, 1 a check failed, 2 wrong usage
";

/// One thing to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print [`HELP`].
    Help,
    /// All that CI runs.
    Ci,
    /// The inner loop.
    Quick,
    /// Tests.
    Test(TestOptions),
    /// Tests that take long.
    Soak {
        /// Only tests whose path contains this.
        filter: Option<String>,
    },
    /// Project rules.
    Tidy,
    /// The assembly of the search kernels.
    Kernels {
        /// Compare and do not write.
        check: bool,
    },
    /// A search for a faster order of one.
    SearchKernel {
        /// Its name.
        name: String,
        /// For how long.
        seconds: u64,
    },
    /// Figures.
    Bench {
        /// Also measure a release build from nothing.
        clean_build: bool,
    },
}

/// Which tests to run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// Also the group `peers`.
    pub(crate) peers: bool,
    /// Also the group `root`.
    pub(crate) root: bool,
    /// Install what those groups miss.
    pub(crate) install: bool,
    /// Only tests whose path contains this.
    pub(crate) filter: Option<String>,
}

/// A command line that means nothing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UsageError(String);

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads the words after the program's name.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Command, UsageError> {
    let words: Vec<String> = words.collect();
    let Some((name, rest)) = words.split_first() else {
        return Err(UsageError("a command is missing".into()));
    };
    if rest.iter().any(|word| is_help(word)) {
        return Ok(Command::Help);
    }
    let command = match name.as_str() {
        "test" => return parse_test(rest).map(Command::Test),
        "bench" => return parse_bench(rest),
        "kernels" => return parse_kernels(rest),
        "soak" => return parse_soak(rest),
        "ci" => Command::Ci,
        "quick" => Command::Quick,
        "tidy" => Command::Tidy,
        word if word == "help" || is_help(word) => Command::Help,
        word => return Err(UsageError(format!("unknown command `{word}`"))),
    };
    match rest.first() {
        None => Ok(command),
        Some(word) => Err(unexpected(word, name)),
    }
}

fn parse_test(words: &[String]) -> Result<TestOptions, UsageError> {
    let mut options = TestOptions::default();
    for word in words {
        match word.as_str() {
            "--peers" => options.peers = true,
            "--root" => options.root = true,
            "--install" => options.install = true,
            flag if flag.starts_with('-') => return Err(unexpected(flag, "test")),
            filter if options.filter.is_none() => options.filter = Some(filter.to_owned()),
            _ => return Err(UsageError("`test` takes one FILTER".into())),
        }
    }
    if options.install && !options.peers && !options.root {
        let why = "`--install` installs what a group needs: add `--peers` or `--root`";
        return Err(UsageError(why.into()));
    }
    Ok(options)
}

fn parse_bench(words: &[String]) -> Result<Command, UsageError> {
    let mut clean_build = false;
    for word in words {
        match word.as_str() {
            "--clean-build" => clean_build = true,
            word => return Err(unexpected(word, "bench")),
        }
    }
    Ok(Command::Bench { clean_build })
}

fn parse_soak(words: &[String]) -> Result<Command, UsageError> {
    match words {
        [] => Ok(Command::Soak { filter: None }),
        [filter] if !filter.starts_with('-') => Ok(Command::Soak { filter: Some(filter.clone()) }),
        [word, ..] => Err(unexpected(word, "soak")),
    }
}

fn parse_kernels(words: &[String]) -> Result<Command, UsageError> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => Ok(Command::Kernels { check: false }),
        ["--check"] => Ok(Command::Kernels { check: true }),
        ["--search", name] => Ok(Command::SearchKernel { name: name.to_owned(), seconds: 60 }),
        ["--search", name, seconds] => {
            let seconds = seconds.parse().map_err(|_| unexpected(seconds, "kernels --search"))?;
            Ok(Command::SearchKernel { name: name.to_owned(), seconds })
        }
        [word, ..] => Err(unexpected(word, "kernels")),
    }
}

fn is_help(word: &str) -> bool {
    matches!(word, "-h" | "--help")
}

fn unexpected(word: &str, command: &str) -> UsageError {
    UsageError(format!("`{command}` does not take `{word}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Command, UsageError> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn commands_are_read() {
        assert_eq!(parse_line("ci"), Ok(Command::Ci));
        assert_eq!(parse_line("tidy"), Ok(Command::Tidy));
        assert_eq!(parse_line("bench --clean-build"), Ok(Command::Bench { clean_build: true }));
        assert_eq!(
            parse_line("test --peers --root --install reorg"),
            Ok(Command::Test(TestOptions {
                peers: true,
                root: true,
                install: true,
                filter: Some("reorg".into()),
            }))
        );
    }

    #[test]
    fn help_is_never_a_filter() {
        assert_eq!(parse_line("test --help"), Ok(Command::Help));
        assert_eq!(parse_line("--help"), Ok(Command::Help));
    }

    #[test]
    fn nonsense_is_refused() {
        for line in [
            "",
            "tests",
            "ci now",
            "test --pears",
            "test a b",
            "test --install",
            "bench x",
            "kernels --search",
            "soak -x",
        ] {
            assert!(parse_line(line).is_err(), "`{line}` was taken");
        }
    }

    #[test]
    fn help_names_every_command() {
        for name in ["ci", "quick", "test", "soak", "tidy", "kernels", "bench", "help"] {
            assert!(HELP.lines().any(|line| line.trim_start().starts_with(name)), "{name}");
        }
    }
}
