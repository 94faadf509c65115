//! The rules. Each takes a path from the repository's root and the text there, and gives back
//! what breaks it; `rules/tests.rs` shows for each that it can fail.

use super::code::{divide, find_words, is_word, line_at, without_tests};
use super::crates::{ROW_1, ROW_2, directory, may_use};
use super::manifest::{Kind, dependencies, takes_workspace_lints};
use super::{Violation, has_extension};

#[cfg(test)]
mod tests;

/// From how many lines a file is listed. Listed, not refused: length is a hint.
const LONG_FILE_LINES: usize = 900;

/// Within how many lines a file has to say what it is.
const HEADER_LINES: usize = 5;

/// Modules whose tests form a group; see `test.rs`.
const GROUP_MODULES: [&str; 3] = ["peers", "root", "soak"];

/// What a crate of rows 1 and 2 must not name: the clock, files, sockets, the environment and
/// random sources come in as arguments. A module of `std` is also found in `use std::{...}`.
const IMPURE: [(&str, &str); 9] = [
    ("async fn", "async starts in row 3"),
    ("std::net", "sockets are opened in row 4; addresses are in `core::net`"),
    ("std::fs", "files are opened in `store`"),
    ("std::env", "configuration is read in `app` and passed down"),
    ("SystemTime::now", "time is an argument of type `Now`"),
    ("Instant::now", "time is an argument of type `Now`"),
    ("OsRng", "randomness is an argument"),
    ("thread_rng", "randomness is an argument"),
    ("rand::rng", "randomness is an argument"),
];

/// Modules as free of I/O as rows 1 and 2, in crates that are not.
const PURE_MODULES: [&str; 1] = ["crates/fleet/src/plan/"];

/// Arrows between crates point the way `crates.rs` says. `testkit` serves tests only.
pub(super) fn direction(path: &str, text: &str) -> Vec<Violation> {
    let Some(user) = crate_of(path) else { return Vec::new() };
    if may_use(user, "").is_none() {
        let message = format!(
            "crate `{user}` has no place in the order of crates: \
             add it to TABLE in crates/xtask/src/tidy/crates.rs and to ARCHITECTURE.md"
        );
        return vec![Violation::new(path, 1, message)];
    }
    let mut found = Vec::new();
    for dependency in dependencies(text) {
        let Some(used) = directory(&dependency.package) else { continue };
        let for_tests = dependency.kind == Kind::Dev;
        if used == "testkit" && !for_tests {
            let message = "`quarry-testkit` is for tests: move it to [dev-dependencies]";
            found.push(Violation::new(path, dependency.line, message));
        } else if used != "testkit" && may_use(user, used) != Some(true) {
            let message = format!(
                "crate `{user}` must not use `{used}` (the order of crates is \
                 TABLE in crates/xtask/src/tidy/crates.rs)"
            );
            found.push(Violation::new(path, dependency.line, message));
        }
    }
    found
}

/// Only `primitives` names the Bitcoin library, so that one crate decides its version and what
/// of it the others see.
pub(super) fn one_bitcoin(path: &str, text: &str) -> Vec<Violation> {
    if crate_of(path) == Some("primitives") {
        return Vec::new();
    }
    let message = "only crates/primitives names `bitcoin`: use what quarry-primitives re-exports";
    dependencies(text)
        .iter()
        .filter(|dependency| dependency.package == "bitcoin")
        .map(|dependency| Violation::new(path, dependency.line, message))
        .collect()
}

/// Every crate takes the workspace's lints.
pub(super) fn lints(path: &str, text: &str) -> Option<Violation> {
    (!takes_workspace_lints(text))
        .then(|| Violation::new(path, 1, "add `[lints]` with `workspace = true`"))
}

/// A file says in its first lines what it is.
pub(super) fn header(path: &str, text: &str) -> Option<Violation> {
    let has = text.lines().take(HEADER_LINES).any(|line| line.starts_with("//!"));
    (!has).then(|| Violation::new(path, 1, "say in a `//!` line at the top what this file holds"))
}

/// A mark for later work carries the number of its issue.
pub(super) fn marks(path: &str, text: &str) -> Vec<Violation> {
    let divided;
    let text = match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "rs" => {
            divided = divide(text).comments;
            &divided
        }
        "toml" | "js" | "css" | "html" | "sh" | "py" | "yml" | "yaml" | "ci/run" => text,
        // Documents may speak about marks.
        _ => return Vec::new(),
    };
    let mut found = Vec::new();
    for mark in ["TODO", "FIXME"] {
        for at in find_words(text, mark) {
            if !has_issue(&text[at + mark.len()..]) {
                let message = format!("write `{mark}(#N)` with the number of an issue");
                found.push(Violation::new(path, line_at(text, at), message));
            }
        }
    }
    found
}

fn has_issue(after: &str) -> bool {
    after
        .strip_prefix("(#")
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(n, _)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// A long file is worth a look.
pub(super) fn long_file(path: &str, text: &str) -> Option<Violation> {
    let lines = text.lines().count();
    (has_extension(path, "rs") && lines > LONG_FILE_LINES).then(|| {
        Violation::new(path, 1, format!("{lines} lines: does it hold more than one idea?"))
    })
}

/// Crates of rows 1 and 2, and some modules, touch no clock, file, socket, environment or random
/// source.
pub(super) fn pure(path: &str, text: &str) -> Vec<Violation> {
    let Some(name) = crate_of(path) else { return Vec::new() };
    let pure_crate = ROW_1.contains(&name) || ROW_2.contains(&name);
    let pure = pure_crate || PURE_MODULES.iter().any(|module| path.starts_with(module));
    if !pure || is_for_tests(path) {
        return Vec::new();
    }
    let code = without_tests(&divide(text).code);
    let mut found = Vec::new();
    for (word, instead) in IMPURE {
        let mut places: Vec<usize> = find_words(&code, word).collect();
        if let Some(module) = word.strip_prefix("std::") {
            places.extend(std_groups(&code).filter(|&(_, name)| name == module).map(|(at, _)| at));
        }
        for at in places {
            let message = format!("`{word}` in `{name}`, which is free of I/O: {instead}");
            found.push(Violation::new(path, line_at(&code, at), message));
        }
    }
    found
}

/// The modules named directly in every `std::{...}`, with their places.
fn std_groups(code: &str) -> impl Iterator<Item = (usize, &str)> {
    const OPEN: &str = "std::{";
    code.match_indices(OPEN).flat_map(move |(at, _)| {
        let start = at + OPEN.len();
        let mut depth = 1_usize;
        let mut names = Vec::new();
        let mut name_start = Some(start);
        for (i, c) in code[start..].char_indices().map(|(i, c)| (start + i, c)) {
            if let Some(from) = name_start
                && !is_word(c)
            {
                let name = code[from..i].trim();
                if !name.is_empty() {
                    names.push((from, name));
                    name_start = None;
                }
            }
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => name_start = Some(i + 1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
            // Blanks before a name are not part of it.
            if c.is_whitespace() && name_start.is_some_and(|from| code[from..=i].trim().is_empty())
            {
                name_start = Some(i + c.len_utf8());
            }
        }
        names
    })
}

/// No test is switched off: a group is left out by its name, and out loud.
pub(super) fn no_ignore(path: &str, text: &str) -> Vec<Violation> {
    let code = divide(text).code;
    let message = "no ignored tests: put it into a module `peers`, `root` or `soak`, or mend it";
    code.lines()
        .enumerate()
        .filter(|(_, line)| {
            line.contains("#[ignore")
                || line.contains("cfg_attr(") && find_words(line, "ignore").next().is_some()
        })
        .map(|(i, _)| Violation::new(path, i + 1, message))
        .collect()
}

/// Groups of tests are told by a module's name, and libtest matches by substring: a module
/// `state_root` would take its tests out of the plain ones without a word.
pub(super) fn group_names(path: &str, text: &str) -> Vec<Violation> {
    let code = divide(text).code;
    let in_tests = path.contains("/tests/");
    let mut found = Vec::new();
    for at in find_words(&code, "mod") {
        let name: String =
            code[at + 3..].trim_start().chars().take_while(|&c| is_word(c)).collect();
        let Some(group) = GROUP_MODULES.iter().find(|group| name.ends_with(**group)) else {
            continue;
        };
        if !(in_tests && name == **group) {
            let message = format!(
                "the tests of a module `{name}` would count as group `{group}`: rename it, \
                 or move it to `tests/` as `{group}`"
            );
            found.push(Violation::new(path, line_at(&code, at), message));
        }
    }
    found
}

/// No path of somebody's machine.
pub(super) fn no_home(path: &str, text: &str) -> Vec<Violation> {
    // This crate has to name what it looks for.
    if path.starts_with("crates/xtask/") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (i, line) in text.lines().enumerate() {
        for place in ["/home/", "/root/", "/Users/"] {
            let absolute = |(at, _): (usize, &str)| {
                !line[..at]
                    .ends_with(|c: char| is_word(c) || matches!(c, '.' | '-' | '}' | ')' | '>'))
            };
            if line.match_indices(place).any(absolute) {
                let message = format!("`{place}` is a place on one machine: write a relative path");
                found.push(Violation::new(path, i + 1, message));
            }
        }
    }
    found
}

/// Every decision in `docs/adr` is linked from ARCHITECTURE.md, where a reader looks for it.
pub(super) fn adrs_are_linked<'a>(
    adrs: impl IntoIterator<Item = &'a str>,
    architecture: Option<&str>,
) -> Vec<Violation> {
    let file = "ARCHITECTURE.md";
    let Some(architecture) = architecture else {
        return vec![Violation::new(file, 1, "ARCHITECTURE.md is missing")];
    };
    adrs.into_iter()
        .filter(|adr| !architecture.contains(adr))
        .map(|adr| Violation::new(adr, 1, format!("{file} does not link this decision")))
        .collect()
}

/// `NAME` of `crates/NAME/...`.
fn crate_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/")?.split_once('/').map(|(name, _)| name)
}

/// Whether a file is no part of the product: tests, examples, benchmarks.
fn is_for_tests(path: &str) -> bool {
    path.ends_with("/tests.rs")
        || ["/tests/", "/examples/", "/benches/"].iter().any(|dir| path.contains(dir))
}
