//! What was set, where, and which of it counts: Bitcoin Core's rules for its command line, its
//! `settings.json` and its configuration file, oddities included.
//!
//! On the command line the last value wins, in the file the first; a section of the file beats what
//! stands outside of the sections. Rules: `common/args.cpp`, `common/settings.cpp`. Does not know
//! what a setting does (`settings`), nor read files (`config_file`).

use std::collections::BTreeMap;

use crate::exact_json::Json;

use super::options::{Known, Options};
use super::values::{atoi, is_true};

/// A value as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// `-noNAME`, or false in `settings.json`.
    False,
    /// `-noNAME=0`, or true in `settings.json`.
    True,
    /// All others; empty for `-NAME`.
    Text(String),
}

impl Value {
    /// As text, the way Core turns switches into numbers.
    fn to_text(&self) -> String {
        match self {
            Self::False => "0".to_owned(),
            Self::True => "1".to_owned(),
            Self::Text(text) => text.clone(),
        }
    }

    /// As JSON, the way Core logs it.
    pub(crate) fn to_json(&self) -> String {
        match self {
            Self::False => "false".to_owned(),
            Self::True => "true".to_owned(),
            Self::Text(text) => serde_json::Value::from(text.as_str()).to_string(),
        }
    }
}

/// A section of the file, where it was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) name: String,
    pub(crate) file: String,
    pub(crate) line: usize,
}

/// A key split into its parts: `regtest.nolisten` is section, negated, name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) section: String,
    pub(crate) name: String,
    pub(crate) negated: bool,
}

impl Key {
    pub(crate) fn parse(key: &str) -> Self {
        let (section, name) = key.split_once('.').unwrap_or(("", key));
        let (negated, name) = name.strip_prefix("no").map_or((false, name), |rest| (true, rest));
        Self { section: section.to_owned(), name: name.to_owned(), negated }
    }
}

/// The values that one source gave one setting.
type Values = BTreeMap<String, Vec<Value>>;

/// Everything that was set. The order of strength: forced, command line, `settings.json`, the
/// network's section of the file, the rest of the file.
#[derive(Clone, Debug)]
pub(crate) struct Args {
    options: Options,
    forced: Values,
    pub(super) command_line: Values,
    pub(super) settings_file: Values,
    /// By section; the empty one is the file's default section.
    pub(super) config: BTreeMap<String, Values>,
    pub(super) sections: Vec<Section>,
    /// The selected network's name; empty before one is selected.
    network: String,
    /// What followed the options.
    pub(crate) rest: Vec<String>,
    /// What Core would log while it reads; told once the log is open.
    pub(super) notes: Vec<Note>,
    settings_lines: Vec<String>,
}

/// Something to tell once the log is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    Info(String),
    /// To the log.
    Warning(String),
    /// To the log and to stderr.
    LoudWarning(String),
    /// To the log, beside an error that refers to it.
    Error(String),
    /// The same, and to stderr.
    LoudError(String),
    /// To stderr as it stands.
    Stderr(String),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Forced,
    CommandLine,
    SettingsFile,
    NetworkSection,
    DefaultSection,
}

impl Source {
    fn is_config(self) -> bool {
        matches!(self, Self::NetworkSection | Self::DefaultSection)
    }
}

/// How many leading values a later negation has cancelled, and itself.
fn negated(values: &[Value]) -> usize {
    values.iter().rposition(|value| *value == Value::False).map_or(0, |last| last + 1)
}

fn last_negated(values: &[Value]) -> bool {
    values.last() == Some(&Value::False)
}

impl Args {
    pub(crate) fn new(options: Options) -> Self {
        Self {
            options,
            forced: Values::new(),
            command_line: Values::new(),
            settings_file: Values::new(),
            config: BTreeMap::new(),
            sections: Vec::new(),
            network: String::new(),
            rest: Vec::new(),
            notes: Vec::new(),
            settings_lines: Vec::new(),
        }
    }

    /// Reads a command line, without the program's name.
    ///
    /// # Errors
    /// Core's text for what is wrong with it.
    pub(crate) fn parse_command_line(&mut self, args: &[String]) -> Result<(), String> {
        for (index, arg) in args.iter().enumerate() {
            if arg == "-" || !arg.starts_with('-') {
                let words = args[index..].iter().skip_while(|arg| arg.starts_with('-'));
                self.rest = words.cloned().collect();
                break;
            }
            let (key, value) = match arg.split_once('=') {
                Some((key, value)) => (key, Some(value)),
                None => (arg.as_str(), None),
            };
            let key = key.strip_prefix("--").unwrap_or_else(|| &key[1..]);
            let key = Key::parse(key);
            let known = self.options.find(&key.name).filter(|_| key.section.is_empty());
            let known = known.ok_or_else(|| format!("Invalid parameter {arg}"))?;
            let value = self.interpret(&key, value, known)?;
            self.command_line.entry(key.name).or_default().push(value);
        }
        let includes = self.command_line.get("includeconf").filter(|v| !last_negated(v));
        if let Some(first) = includes.and_then(|values| values.get(negated(values))) {
            let first = first.to_json();
            return Err(format!(
                "-includeconf cannot be used from commandline; -includeconf={first}"
            ));
        }
        Ok(())
    }

    /// A value as its key's negation has it.
    pub(super) fn interpret(
        &mut self,
        key: &Key,
        value: Option<&str>,
        known: &Known,
    ) -> Result<Value, String> {
        let name = &key.name;
        if key.negated {
            if known.no_negation {
                return Err(format!("Negating of -{name} is meaningless and therefore forbidden"));
            }
            let Some(value) = value.filter(|value| !is_true(value)) else {
                return Ok(Value::False);
            };
            self.notes.push(Note::Warning(format!(
                "Parsed potentially confusing double-negative -{name}={value}"
            )));
            return Ok(Value::True);
        }
        if value.is_none() && known.no_elision {
            return Err(format!(
                "Can not set -{name} with no value. Please specify value with -{name}=value."
            ));
        }
        Ok(Value::Text(value.unwrap_or_default().to_owned()))
    }

    /// A setting of `settings.json`; a list gives many values.
    pub(super) fn set_from_settings_file(&mut self, name: &str, json: &Json) {
        let line = format!("Setting file arg: {name} = {}", json.compact());
        self.settings_lines.push(line);
        if self.known(&Key::parse(name).name).is_none() {
            let text = format!("Ignoring unknown rw_settings value {name}");
            self.notes.push(Note::Warning(text));
        }
        let one = |json: &Json| match json {
            Json::Bool(false) => Some(Value::False),
            Json::Bool(true) => Some(Value::True),
            Json::Number(text) | Json::Text(text) => Some(Value::Text(text.clone())),
            Json::Null | Json::Array(_) | Json::Object(_) => None,
        };
        let values: Vec<Value> = match json {
            Json::Array(elements) => elements.iter().filter_map(one).collect(),
            other => one(other).into_iter().collect(),
        };
        self.settings_file.insert(name.to_owned(), values);
    }

    /// The known option of a name.
    pub(super) fn known(&self, name: &str) -> Option<&'static Known> {
        self.options.find(name)
    }

    /// Selects the network whose section of the file counts.
    pub(crate) fn select_network(&mut self, network: &str) {
        network.clone_into(&mut self.network);
    }

    /// Sets what nobody has set; whether it did.
    pub(super) fn soft_set(&mut self, name: &str, value: &str) -> bool {
        let unset = self.setting(name).is_none();
        if unset {
            self.force(name, value);
        }
        unset
    }

    /// Sets a value against all others.
    pub(crate) fn force(&mut self, name: &str, value: &str) {
        self.forced.insert(name.to_owned(), vec![Value::Text(value.to_owned())]);
    }

    fn sources<'a>(
        &'a self,
        section: &'a str,
        name: &'a str,
    ) -> impl Iterator<Item = (Source, &'a [Value])> + 'a {
        let of = |source, values: Option<&'a Values>| {
            values.and_then(|v| v.get(name)).map(|values| (source, values.as_slice()))
        };
        let network = (!section.is_empty()).then(|| self.config.get(section)).flatten();
        [
            of(Source::Forced, Some(&self.forced)),
            of(Source::CommandLine, Some(&self.command_line)),
            of(Source::SettingsFile, Some(&self.settings_file)),
            of(Source::NetworkSection, network),
            of(Source::DefaultSection, self.config.get("")),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether what stands outside of the sections counts for this setting and network.
    fn uses_default_section(&self, name: &str) -> bool {
        self.network == "main" || !self.known(name).is_some_and(|known| known.network_only)
    }

    /// The value that counts.
    pub(crate) fn setting(&self, name: &str) -> Option<Value> {
        let skip_default = !self.uses_default_section(name);
        self.strongest(&self.network, name, skip_default, false)
    }

    fn strongest(
        &self,
        section: &str,
        name: &str,
        skip_default: bool,
        choosing_chain: bool,
    ) -> Option<Value> {
        for (source, values) in self.sources(section, name) {
            let negative = last_negated(values);
            // Core applies a negation outside of the sections even to what it ignores there.
            if skip_default && source == Source::DefaultSection && !negative {
                continue;
            }
            // And it ignores `-noregtest` where it picks the chain.
            if choosing_chain && negative {
                continue;
            }
            if negative {
                return Some(Value::False);
            }
            let left = &values[negated(values)..];
            // In the file the first value wins, but for the chain's.
            let value =
                if source.is_config() && !choosing_chain { left.first() } else { left.last() };
            if let Some(value) = value {
                return Some(value.clone());
            }
        }
        None
    }

    /// All values of a setting that may be given many times.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        let mut result = Vec::new();
        let mut done = false;
        let mut negated_empty = false;
        let skip_default = !self.uses_default_section(name);
        for (source, values) in self.sources(&self.network, name) {
            if skip_default && source == Source::DefaultSection {
                continue;
            }
            // A negation on the command line takes the file's values away, unless another value
            // follows it there: then they are back. Core keeps this for old users; so do we.
            let zombies = source.is_config() && !negated_empty;
            if !done || zombies {
                result.extend(values[negated(values)..].iter().map(Value::to_text));
            }
            done |= negated(values) > 0 || source == Source::Forced;
            negated_empty |= last_negated(values) && result.is_empty();
        }
        result
    }

    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.setting(name).is_some()
    }

    pub(crate) fn is_negated(&self, name: &str) -> bool {
        self.setting(name) == Some(Value::False)
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.setting(name).map(|value| value.to_text())
    }

    /// A number, read as C's `atoi` does.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.setting(name).map(|value| match value {
            Value::False => 0,
            Value::True => 1,
            Value::Text(text) => atoi(&text),
        })
    }

    pub(crate) fn switch(&self, name: &str, default: bool) -> bool {
        self.setting(name).map_or(default, |value| match value {
            Value::False => false,
            Value::True => true,
            Value::Text(text) => is_true(&text),
        })
    }

    /// Whether a chain's own switch (`-regtest`) is on; sections do not count.
    fn chain_switch(&self, name: &str) -> bool {
        self.strongest("", name, false, true).is_some_and(|value| match value {
            Value::False => false,
            Value::True => true,
            Value::Text(text) => is_true(&text),
        })
    }

    /// The chain's name; any text if `-chain` gives it.
    ///
    /// # Errors
    /// Core's text, if more than one is chosen.
    pub(crate) fn chain_name(&self) -> Result<String, String> {
        let named = self.text("chain");
        let switches = [
            ("regtest", "regtest"),
            ("signet", "signet"),
            ("testnet", "test"),
            ("testnet4", "testnet4"),
        ];
        let on: Vec<&str> =
            switches.iter().filter(|(s, _)| self.chain_switch(s)).map(|(_, name)| *name).collect();
        if usize::from(named.is_some()) + on.len() > 1 {
            let text = "Invalid combination of -regtest, -signet, -testnet, -testnet4 and -chain. \
                        Can use at most one.";
            return Err(text.to_owned());
        }
        Ok(named.unwrap_or_else(|| on.first().copied().unwrap_or("main").to_owned()))
    }

    /// Settings of the network that stand in the file's default section only, where they do not
    /// count.
    pub(super) fn unsuitable_outside_sections(&self) -> Vec<&'static str> {
        if self.network.is_empty() || self.network == "main" {
            return Vec::new();
        }
        let only_default = |name: &str| {
            let mut default = false;
            for (source, values) in self.sources(&self.network, name) {
                match source {
                    _ if values.is_empty() || last_negated(values) => {}
                    Source::DefaultSection => default = true,
                    _ => return false,
                }
            }
            default
        };
        let mut names: Vec<&'static str> = self
            .options
            .all()
            .filter(|known| known.network_only && only_default(known.name))
            .map(|known| known.name)
            .collect();
        names.sort_unstable();
        names
    }

    /// Adds something to tell.
    pub(super) fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// What is to be told, in its order.
    pub(super) fn take_notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }

    /// Settings that were switched on and have no effect here.
    pub(super) fn inert_and_on(&self) -> Vec<&'static str> {
        let on =
            |known: &&Known| !known.obeyed && self.text(known.name).is_some_and(|text| text != "0");
        self.options.all().filter(on).map(|known| known.name).collect()
    }

    /// What was set, for the log, without secrets.
    pub(super) fn log_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let tell = |lines: &mut Vec<String>, prefix: &str, section: &str, values: &Values| {
            let section = if section.is_empty() { String::new() } else { format!("[{section}] ") };
            for (name, values) in values {
                let Some(known) = self.known(name) else { continue };
                for value in values {
                    let shown = if known.sensitive { "****".to_owned() } else { value.to_json() };
                    lines.push(format!("{prefix} {section}{name}={shown}"));
                }
            }
        };
        for (section, values) in &self.config {
            tell(&mut lines, "Config file arg:", section, values);
        }
        lines.extend(self.settings_lines.iter().cloned());
        tell(&mut lines, "Command-line arg:", "", &self.command_line);
        lines
    }
}
