//! Cargo manifests, read line by line: enough for dependencies and lints, not a TOML parser.

/// In which of a manifest's tables a dependency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Normal,
    Dev,
    Build,
}

/// One dependency.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dependency {
    pub(super) line: usize,
    pub(super) kind: Kind,
    /// The package's name, also where the manifest gives it another one.
    pub(super) package: String,
}

/// Every dependency of a manifest, those for one platform included.
pub(super) fn dependencies(text: &str) -> Vec<Dependency> {
    let mut found: Vec<Dependency> = Vec::new();
    let mut section: Vec<String> = Vec::new();
    for (line, words) in lines(text) {
        if let Some(header) = words.strip_prefix('[') {
            section = segments(header.trim_end_matches(']'));
            // [dependencies.name]
            if let [.., table, name] = section.as_slice()
                && let Some(kind) = kind(table)
            {
                found.push(Dependency { line, kind, package: name.clone() });
            }
            continue;
        }
        let Some((key, value)) = words.split_once('=') else { continue };
        let key = segments(key);
        match (section.as_slice(), key.as_slice()) {
            // name = ..., name.workspace = true
            ([.., table], [name, ..]) if kind(table).is_some() => {
                let Some(kind) = kind(table) else { continue };
                let renamed = match key.get(1) {
                    Some(field) if field == "package" => Some(unquote(value)),
                    _ => inline_package(value),
                };
                let package = renamed.unwrap_or_else(|| name.clone());
                found.push(Dependency { line, kind, package });
            }
            // package = "name" below [dependencies.other-name]
            ([.., table, _], [field]) if kind(table).is_some() && field == "package" => {
                if let Some(last) = found.last_mut() {
                    last.package = unquote(value);
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether the manifest takes the workspace's lints.
pub(super) fn takes_workspace_lints(text: &str) -> bool {
    let mut section: Vec<String> = Vec::new();
    for (_, words) in lines(text) {
        if let Some(header) = words.strip_prefix('[') {
            section = segments(header.trim_end_matches(']'));
        } else if let Some((key, value)) = words.split_once('=') {
            let mut path = section.clone();
            path.extend(segments(key));
            if path == ["lints", "workspace"] && value.trim() == "true" {
                return true;
            }
        }
    }
    false
}

/// Lines with their numbers, without comments and blank lines.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(i, line)| (i + 1, without_comment(line).trim()))
        .filter(|(_, line)| !line.is_empty())
}

fn without_comment(line: &str) -> &str {
    let mut quote = None;
    for (i, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return &line[..i],
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    line
}

/// A dotted key in its pieces; dots within quotes do not divide.
fn segments(key: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quote = None;
    for c in key.trim().chars() {
        match (quote, c) {
            (None, '.') => out.push(String::new()),
            (None, '"' | '\'') => quote = Some(c),
            (None, c) if c.is_whitespace() => {}
            (Some(open), c) if c == open => quote = None,
            (_, c) => {
                if let Some(last) = out.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    out
}

fn kind(table: &str) -> Option<Kind> {
    match table {
        "dependencies" => Some(Kind::Normal),
        "dev-dependencies" => Some(Kind::Dev),
        "build-dependencies" => Some(Kind::Build),
        _ => None,
    }
}

/// `name` out of `{ package = "name", ... }`.
fn inline_package(value: &str) -> Option<String> {
    value.trim().strip_prefix('{')?.trim_end_matches('}').split(',').find_map(|field| {
        let (key, value) = field.split_once('=')?;
        (key.trim() == "package").then(|| unquote(value))
    })
}

fn unquote(value: &str) -> String {
    value.trim().trim_matches(['"', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(usize, Kind, String)> {
        dependencies(text).into_iter().map(|d| (d.line, d.kind, d.package)).collect()
    }

    #[test]
    fn every_way_to_write_a_dependency_is_read() {
        let text = "\
[package]
name = \"quarry-chain\" # not a dependency
[dependencies]
quarry-primitives.workspace = true
btc = { version = \"0.32\", package = \"bitcoin\" }
other.package = \"quarry-pow\"
[target.'cfg(target_os = \"linux\")'.dependencies]
rustix = { workspace = true, features = [\"net\"] }
[dev-dependencies.kit]
package = \"quarry-testkit\"
path = \"../testkit\"
[build-dependencies]
cc = \"1\"
";
        let own = |line, kind, name: &str| (line, kind, name.to_owned());
        assert_eq!(
            names(text),
            [
                own(4, Kind::Normal, "quarry-primitives"),
                own(5, Kind::Normal, "bitcoin"),
                own(6, Kind::Normal, "quarry-pow"),
                own(8, Kind::Normal, "rustix"),
                own(9, Kind::Dev, "quarry-testkit"),
                own(13, Kind::Build, "cc"),
            ]
        );
    }

    #[test]
    fn lints_are_seen_in_both_forms() {
        assert!(takes_workspace_lints("[lints]\nworkspace = true\n"));
        assert!(takes_workspace_lints("lints.workspace = true\n[package]\n"));
        assert!(!takes_workspace_lints("[lints]\nworkspace = false\n"));
        assert!(!takes_workspace_lints("[dependencies]\nlints.workspace = true\n"));
        assert!(!takes_workspace_lints("# lints.workspace = true\n"));
    }
}
