//! `cargo xtask tidy`: the project's own rules, each a pure function over a path and a text.
//!
//! This module finds the files and says which rule looks at which; [`rules`] holds the rules,
//! [`crates`] the directions they check, [`code`] and [`manifest`] read Rust and Cargo manifests
//! just well enough. All violations are collected before anything is printed: a person mends them
//! in one go.

mod code;
mod crates;
mod manifest;
mod rules;

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome, Repo};

/// A rule that is broken, and where.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    file: String,
    line: usize,
    message: String,
}

impl Violation {
    fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// What [`check`] found.
#[derive(Debug, Default)]
struct Report {
    violations: Vec<Violation>,
    /// Worth a look, not refused.
    notes: Vec<Violation>,
    files: usize,
}

/// Runs `cargo xtask tidy`.
pub(crate) fn command(repo: &Repo) -> Outcome {
    let report = check(repo)?;
    for note in &report.notes {
        println!("note: {note}");
    }
    for violation in &report.violations {
        println!("{violation}");
    }
    match report.violations.len() {
        0 => {
            println!("tidy: {} files, no rule is broken", report.files);
            Ok(())
        }
        count => Err(Failure(format!("tidy: {count} places break a rule"))),
    }
}

fn check(repo: &Repo) -> Outcome<Report> {
    let mut report = Report::default();
    let files = texts(repo)?;
    for (path, text) in &files {
        report.violations.extend(of_file(path, text));
        report.notes.extend(rules::long_file(path, text));
    }
    let architecture =
        files.iter().find(|(path, _)| path == "ARCHITECTURE.md").map(|(_, text)| text.as_str());
    let adrs = files.iter().map(|(path, _)| path.as_str()).filter(|path| {
        path.strip_prefix("docs/adr/").is_some_and(|name| has_extension(name, "md"))
    });
    report.violations.extend(rules::adrs_are_linked(adrs, architecture));
    report.violations.sort();
    report.files = files.len();
    Ok(report)
}

/// Every rule that looks at one file.
fn of_file(path: &str, text: &str) -> Vec<Violation> {
    let mut found = Vec::new();
    if path.starts_with("crates/") && path.ends_with("/Cargo.toml") {
        found.extend(rules::direction(path, text));
        found.extend(rules::one_bitcoin(path, text));
        found.extend(rules::lints(path, text));
    }
    if has_extension(path, "rs") {
        found.extend(rules::header(path, text));
        found.extend(rules::pure(path, text));
        found.extend(rules::no_ignore(path, text));
        found.extend(rules::group_names(path, text));
    }
    found.extend(rules::marks(path, text));
    found.extend(rules::no_home(path, text));
    found
}

/// Every text file of the repository, by its path from the root, in order.
fn texts(repo: &Repo) -> Outcome<Vec<(String, String)>> {
    let mut out = Vec::new();
    for path in paths(repo)? {
        match fs::read_to_string(repo.root().join(&path)) {
            Ok(text) => out.push((path, text)),
            // Not a text, or deleted and not yet committed.
            Err(err)
                if matches!(
                    err.kind(),
                    std::io::ErrorKind::InvalidData | std::io::ErrorKind::NotFound
                ) => {}
            Err(err) => return Err(Failure(format!("cannot read {path}: {err}"))),
        }
    }
    Ok(out)
}

/// The files git knows or would take in; every file where git has no answer (a source archive).
fn paths(repo: &Repo) -> Outcome<BTreeSet<String>> {
    let words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    if let Ok(listing) = repo.program("git", words).without_stderr().capture() {
        return Ok(listing.split_terminator('\0').map(str::to_owned).collect());
    }
    let mut out = BTreeSet::new();
    walk(repo.root(), "", &mut out)
        .map_err(|err| Failure(format!("cannot list the repository: {err}")))?;
    Ok(out)
}

fn walk(dir: &Path, prefix: &str, out: &mut BTreeSet<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        if kind.is_dir() && path != "target" && path != ".git" {
            walk(&entry.path(), &format!("{path}/"), out)?;
        } else if kind.is_file() {
            out.insert(path);
        }
    }
    Ok(())
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        let report = check(&Repo::find()).unwrap();
        assert!(report.files > 20, "only {} files were found", report.files);
        let lines: Vec<String> = report.violations.iter().map(ToString::to_string).collect();
        assert!(lines.is_empty(), "{} places break a rule:\n{}", lines.len(), lines.join("\n"));
    }

    #[test]
    fn both_ways_to_list_find_this_file() {
        let repo = Repo::find();
        let this = "crates/xtask/src/tidy/mod.rs";
        assert!(paths(&repo).unwrap().contains(this));
        let mut walked = BTreeSet::new();
        walk(repo.root(), "", &mut walked).unwrap();
        assert!(walked.contains(this));
        assert!(!walked.iter().any(|path| path.starts_with("target/")));
    }

    #[test]
    fn a_file_meets_every_rule_made_for_it() {
        let manifest = "[dependencies]\nquarry-node.workspace = true\nbitcoin.workspace = true\n";
        let found = of_file("crates/chain/Cargo.toml", manifest);
        assert_eq!(found.len(), 3, "{found:?}");
        let source = "mod state_root;\n#[ignore]\nasync fn f() {} // TODO later, see /home/me\n";
        let found = of_file("crates/chain/src/x.rs", source);
        assert_eq!(found.len(), 6, "{found:?}");
        assert!(found.iter().all(|violation| violation.file == "crates/chain/src/x.rs"));
    }
}
