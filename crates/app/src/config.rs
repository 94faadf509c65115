//! Settings of `up`: defaults < file < environment < flag, each with where it came from.
//!
//! Environment and flags arrive together from clap; secrets are taken from neither. Does not know
//! what a setting does.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cli::{Global, UpArgs};
use crate::error::AppError;
use crate::mail::{Mail, MailSection};

/// Default port of the dashboard; node and exchange take the next two.
pub(crate) const DEFAULT_PORT: u16 = 8380;

/// The file's form. Unknown keys are refused, so that a misspelt one is not ignored.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ConfigFile {
    up: UpSection,
    mail: Option<MailSection>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct UpSection {
    port: Option<u16>,
    node_port: Option<u16>,
    exchange_port: Option<u16>,
    bind: Option<IpAddr>,
    block_time: Option<u64>,
    threads: Option<usize>,
    ask_price: Option<u64>,
    auto_withdraw_min: Option<u64>,
}

/// A setting in force.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Setting<T> {
    pub(crate) value: T,
    /// `default`, `file`, or `flag or environment`.
    pub(crate) origin: &'static str,
}

fn pick<T>(typed: Option<T>, file: Option<T>, default: T) -> Setting<T> {
    match (typed, file) {
        (Some(value), _) => Setting { value, origin: "flag or environment" },
        (None, Some(value)) => Setting { value, origin: "file" },
        (None, None) => Setting { value: default, origin: "default" },
    }
}

/// The settings of `up`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct UpConfig {
    pub(crate) port: Setting<u16>,
    pub(crate) node_port: Setting<u16>,
    pub(crate) exchange_port: Setting<u16>,
    pub(crate) bind: Setting<IpAddr>,
    pub(crate) block_time: Setting<u64>,
    /// None: all cores.
    pub(crate) threads: Setting<Option<usize>>,
    pub(crate) ask_price: Setting<u64>,
    pub(crate) auto_withdraw_min: Setting<u64>,
}

impl UpConfig {
    pub(crate) fn load(global: &Global, datadir: &Path, args: &UpArgs) -> Result<Self, AppError> {
        let file = read_file(global, datadir)?.up;
        let port = pick(args.port, file.port, DEFAULT_PORT);
        let after = |by: u16| if port.value == 0 { 0 } else { port.value.saturating_add(by) };
        let config = Self {
            node_port: pick(args.node_port, file.node_port, after(1)),
            exchange_port: pick(args.exchange_port, file.exchange_port, after(2)),
            bind: pick(args.bind, file.bind, IpAddr::V4(Ipv4Addr::LOCALHOST)),
            block_time: pick(args.block_time, file.block_time, 10),
            threads: pick(args.threads.map(Some), file.threads.map(Some), None),
            ask_price: pick(args.ask_price, file.ask_price, 10_000),
            auto_withdraw_min: pick(args.auto_withdraw_min, file.auto_withdraw_min, 0),
            port,
        };
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), AppError> {
        let refuse = |what: &str, allowed: &str| {
            Err(AppError::usage(format!("cannot use {what}"), format!("it must be {allowed}")))
        };
        if !(1..=86_400).contains(&self.block_time.value) {
            return refuse("--block-time", "from 1 to 86400 seconds");
        }
        if self.threads.value.is_some_and(|n| !(1..=1024).contains(&n)) {
            return refuse("--threads", "from 1 to 1024");
        }
        if self.ask_price.value == 0 {
            return refuse("--ask-price", "at least 1 base unit; free work has no order");
        }
        Ok(())
    }

    /// The settings as the file has them, each with its origin behind it.
    pub(crate) fn to_text(&self) -> String {
        let threads = self.threads.value.map(|n| n.to_string());
        let lines = [
            ("port", Some(self.port.value.to_string()), self.port.origin),
            ("node_port", Some(self.node_port.value.to_string()), self.node_port.origin),
            (
                "exchange_port",
                Some(self.exchange_port.value.to_string()),
                self.exchange_port.origin,
            ),
            ("bind", Some(format!("\"{}\"", self.bind.value)), self.bind.origin),
            ("block_time", Some(self.block_time.value.to_string()), self.block_time.origin),
            ("threads", threads, self.threads.origin),
            ("ask_price", Some(self.ask_price.value.to_string()), self.ask_price.origin),
            (
                "auto_withdraw_min",
                Some(self.auto_withdraw_min.value.to_string()),
                self.auto_withdraw_min.origin,
            ),
        ];
        let mut text = "[up]\n".to_owned();
        for (name, value, origin) in lines {
            let setting = match value {
                Some(value) => format!("{name} = {value}"),
                None => format!("# {name}: all cores"),
            };
            text.push_str(&format!("{setting:<28} # {origin}\n"));
        }
        text
    }
}

/// What `config show` shows.
#[derive(Debug, Serialize)]
pub(crate) struct ShownConfig {
    #[serde(flatten)]
    up: UpConfig,
    /// None: pages cannot be shared by mail.
    mail: Option<MailSection>,
}

impl ShownConfig {
    pub(crate) fn load(global: &Global, datadir: &Path, args: &UpArgs) -> Result<Self, AppError> {
        let mail = read_file(global, datadir)?.mail;
        let up = UpConfig::load(global, datadir, args)?;
        Ok(Self { up, mail: mail.as_ref().map(MailSection::shown) })
    }

    pub(crate) fn to_text(&self) -> String {
        let up = self.up.to_text();
        let mail = self.mail.as_ref().and_then(|mail| toml::to_string(mail).ok());
        match mail {
            Some(mail) => format!("{up}\n[mail]\n{mail}"),
            None => format!("{up}\n# [mail]: none, so pages cannot be shared by mail\n"),
        }
    }
}

/// The mail server of the file, if it names one. A file of pyminer's (`quarry mine`) is another's: the
/// data directory's own is read then.
pub(crate) fn mail(global: &Global, datadir: &Path) -> Result<Option<Mail>, AppError> {
    let is_ours = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    let global = Global { config: global.config.clone().filter(is_ours), ..global.clone() };
    read_file(&global, datadir)?.mail.as_ref().map(Mail::of).transpose()
}

fn read_file(global: &Global, datadir: &Path) -> Result<ConfigFile, AppError> {
    let named = global.config.clone();
    let path = named.clone().unwrap_or_else(|| datadir.join("quarry.toml"));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        // A directory that is none is told by whoever opens it.
        Err(error) if named.is_none() && is_absent(&error) => return Ok(ConfigFile::default()),
        Err(error) => {
            return Err(AppError::File { path, reason: error.to_string(), hint: None });
        }
    };
    toml::from_str(&text).map_err(|error| {
        AppError::usage(
            format!("cannot read {}: {}", path.display(), one_line(&error.to_string())),
            "see: quarry config show",
        )
    })
}

fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The data directory that is meant.
pub(crate) fn datadir(global: &Global) -> Result<PathBuf, AppError> {
    use etcetera::BaseStrategy;
    if let Some(path) = &global.datadir {
        return Ok(path.clone());
    }
    let base = etcetera::choose_base_strategy()
        .map_err(|_| AppError::usage("cannot find a data directory", "name one with --datadir"))?;
    Ok(base.data_dir().join("quarry"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_beats_the_file_and_the_file_the_default() {
        assert_eq!(pick(Some(1), Some(2), 3).value, 1);
        assert_eq!(pick(None, Some(2), 3).origin, "file");
        assert_eq!(pick(None, None, 3).origin, "default");
    }

    #[test]
    fn unknown_keys_are_refused_with_their_place() {
        let error = toml::from_str::<ConfigFile>("[up]\nprot = 1\n").unwrap_err();
        assert!(error.to_string().contains("prot"), "{error}");
    }
}
