//! bitcoin.conf and the files it includes; `settings.json`.
//!
//! Rules and texts: `common/config.cpp`, `common/settings.cpp`. Does not know what a setting does.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::args::{Args, Key, Note, Section, Value};
use super::datadir;

/// The file's name, if `-conf` gives none.
pub(crate) const CONFIG_FILE: &str = "bitcoin.conf";
/// What blanks are to Core.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// The path of the configuration file; none for `-noconf`.
pub(crate) fn path(args: &Args) -> Option<PathBuf> {
    if args.is_negated("conf") {
        return None;
    }
    let name = args.text("conf").filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| CONFIG_FILE.to_owned());
    Some(datadir::base(args).join(name))
}

/// Reads the configuration file and what it includes.
///
/// # Errors
/// Core's text.
pub(crate) fn read_all(args: &mut Args, path: Option<&Path>) -> Result<(), String> {
    let failed = |text: String| format!("Error reading configuration file: {text}");
    if let Some(path) = path {
        let found = read_main(args, path).map_err(failed)?;
        // On the command line it can only be negated.
        if found && !args.command_line.contains_key("includeconf") {
            let chain = args.chain_name()?;
            let before = (include_count(args, &chain), include_count(args, ""));
            read_includes(args, &chain).map_err(failed)?;
            let chain_now = args.chain_name()?;
            warn_of_late_includes(args, &chain, before, &chain_now);
        }
    }
    datadir::check_given(args)
        .map_err(|named| failed(format!("specified data directory \"{named}\" does not exist.")))
}

/// Reads the file itself; whether it is there.
fn read_main(args: &mut Args, path: &Path) -> Result<bool, String> {
    match read(path, "Config file")? {
        Some(text) => read_text(args, &text, &path.display().to_string()).map(|()| true),
        None if args.is_set("conf") => {
            let path = path.display();
            Err(format!("specified config file \"{path}\" could not be opened."))
        }
        None => Ok(false),
    }
}

/// A file's text; none if it cannot be opened.
fn read(path: &Path, what: &str) -> Result<Option<String>, String> {
    if path.is_dir() {
        return Err(format!("{what} \"{}\" is a directory.", path.display()));
    }
    Ok(std::fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

fn includes(args: &Args, section: &str, skip: usize) -> Vec<String> {
    let values = args.config.get(section).and_then(|values| values.get("includeconf"));
    let values = values.map(Vec::as_slice).unwrap_or_default();
    let cancelled = values.iter().rposition(|v| *v == Value::False).map_or(0, |last| last + 1);
    let named = values.iter().skip(skip.max(cancelled));
    named
        .filter_map(|v| if let Value::Text(name) = v { Some(name.clone()) } else { None })
        .collect()
}

fn include_count(args: &Args, section: &str) -> usize {
    args.config.get(section).and_then(|values| values.get("includeconf")).map_or(0, Vec::len)
}

/// Reads the included files.
fn read_includes(args: &mut Args, chain: &str) -> Result<(), String> {
    for name in [includes(args, chain, 0), includes(args, "", 0)].concat() {
        let path = datadir::base(args).join(&name);
        let text = read(&path, "Included config file")?;
        let text = text.ok_or_else(|| format!("Failed to include configuration file {name}"))?;
        read_text(args, &text, &name)?;
        args.note(Note::Info(format!("Included configuration file {name}")));
    }
    Ok(())
}

/// What an included file includes is not read.
fn warn_of_late_includes(args: &mut Args, chain: &str, before: (usize, usize), chain_now: &str) {
    let mut late = [includes(args, chain, before.0), includes(args, "", before.1)].concat();
    if chain_now != chain {
        late.extend(includes(args, chain_now, 0));
    }
    for name in late {
        args.note(Note::Stderr(format!(
            "warning: -includeconf cannot be used from included files; ignoring -includeconf={name}"
        )));
    }
}

/// Reads one file's text.
///
/// # Errors
/// Core's text for what is wrong with it.
pub(crate) fn read_text(args: &mut Args, text: &str, file: &str) -> Result<(), String> {
    let mut options = Vec::new();
    let mut prefix = String::new();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let hash = line.contains('#');
        let line = line.split('#').next().unwrap_or_default().trim_matches(BLANKS);
        if line.is_empty() {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            let section = Section { name: name.to_owned(), file: file.to_owned(), line: number };
            args.sections.push(section);
            prefix = format!("{name}.");
        } else if line.starts_with('-') {
            return Err(format!(
                "parse error on line {number}: {line}, options in configuration file must be \
                 specified without leading -"
            ));
        } else if let Some((name, value)) = line.split_once('=') {
            let name = format!("{prefix}{}", name.trim_matches(BLANKS));
            if hash && name.contains("rpcpassword") {
                return Err(format!(
                    "parse error on line {number}, using # in rpcpassword can be ambiguous and \
                     should be avoided"
                ));
            }
            if let Some(dot) = name.rfind('.').filter(|dot| prefix.len() <= *dot) {
                let section = name[..dot].to_owned();
                args.sections.push(Section { name: section, file: file.to_owned(), line: number });
            }
            options.push((name, value.trim_matches(BLANKS).to_owned()));
        } else {
            let hint = if line.len() >= 2 && line.starts_with("no") {
                format!(", if you intended to specify a negated option, use {line}=1 instead")
            } else {
                String::new()
            };
            return Err(format!("parse error on line {number}: {line}{hint}"));
        }
    }
    options.into_iter().try_for_each(|(name, value)| set(args, &name, &value))
}

fn set(args: &mut Args, full_name: &str, value: &str) -> Result<(), String> {
    let key = Key::parse(full_name);
    if key.name == "conf" {
        let text = "conf cannot be set in the configuration file; use includeconf= if you want to \
                    include additional config files";
        return Err(text.to_owned());
    }
    if key.name == "reindex" {
        args.note(Note::Warning(
            "reindex=1 is set in the configuration file, which will significantly slow down \
             startup. Consider removing or commenting out this option for better performance, \
             unless there is currently a condition which makes rebuilding the indexes necessary"
                .to_owned(),
        ));
    }
    let Some(known) = args.known(&key.name) else {
        let text = format!("Ignoring unknown configuration value {full_name}");
        args.note(Note::Warning(text));
        return Ok(());
    };
    let value = args.interpret(&key, Some(value), known)?;
    args.config.entry(key.section).or_default().entry(key.name).or_default().push(value);
    Ok(())
}

/// A configuration file that lies in the data directory and is not the one that was read is a trap:
/// it is an error, unless the user knows.
///
/// # Errors
/// Core's text.
pub(crate) fn check_ignored(
    args: &mut Args,
    read: Option<&Path>,
    asked: &Path,
) -> Result<(), String> {
    let base = datadir::base(args);
    let lying = base.join(CONFIG_FILE);
    let (Ok(lying), base) = (lying.canonicalize(), quoted(&base)) else { return Ok(()) };
    let Some(read) = read else {
        args.note(Note::Info(format!(
            "Data directory {base} contains a \"{CONFIG_FILE}\" file which is explicitly ignored \
             using -noconf."
        )));
        return Ok(());
    };
    if read.canonicalize().is_ok_and(|read| read == lying) {
        return Ok(());
    }
    let given = args.text("conf").filter(|conf| !conf.is_empty());
    let source = given.map_or_else(
        || format!("data directory {}", quoted(asked)),
        |conf| format!("command line argument \"-conf={conf}\""),
    );
    let text = format!(
        "Data directory {base} contains a \"{CONFIG_FILE}\" file which is ignored, because a \
         different configuration file {read} from {source} is being used instead. Possible ways to \
         address this would be to:\n- Delete or rename the \"{CONFIG_FILE}\" file in data directory \
         {base}.\n- Change datadir= or conf= options to specify one configuration file, not two, and \
         use includeconf= to include any other configuration files.",
        read = quoted(read)
    );
    if args.switch("allowignoredconf", false) {
        args.note(Note::Warning(text));
        return Ok(());
    }
    Err(
        text + "\n- Set allowignoredconf=1 option to treat this condition as a warning, not an error."
    )
}

fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().replace('\\', "\\\\").replace('"', "\\\""))
}

/// Reads `settings.json`, where Core keeps what it was told at run time, and writes it back with its
/// notice.
///
/// # Errors
/// Core's text.
pub(crate) fn settings_json(args: &mut Args) -> Result<(), String> {
    if args.is_negated("settings") {
        return Ok(());
    }
    let name = args.text("settings").filter(|name| !name.is_empty());
    let path = datadir::net(args)?.join(name.unwrap_or_else(|| "settings.json".to_owned()));
    let unread = |detail: String| format!("Settings file could not be read:\n- {detail}");
    let shown = path.display();
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(_) => return Err(unread(format!("{shown}. Please check permissions."))),
    };
    let mut entries = Vec::new();
    if let Some(text) = text {
        entries = super::settings_json::parse(&text, &shown.to_string()).map_err(unread)?;
    }
    for (name, value) in &entries {
        args.set_from_settings_file(name, value);
    }
    let temporary = path.with_extension("json.tmp");
    std::fs::write(&temporary, super::settings_json::write(&entries))
        .and_then(|()| std::fs::rename(&temporary, &path))
        .map_err(|_| {
            format!(
                "Settings file could not be written:\n- Error: Unable to open settings file {} \
                 for writing",
                temporary.display()
            )
        })
}
