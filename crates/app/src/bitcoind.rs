//! `quarry bitcoind`: driven like Bitcoin Core's bitcoind, by its command line, its bitcoin.conf, its
//! files and its exit behaviour.
//!
//! It reads the arguments, prepares the data directory, opens the log and hands over to
//! [`node::run`]. Does not validate, listen or answer.

mod args;
mod config_file;
mod daemon;
mod datadir;
mod log;
mod mask;
mod node;
mod notify;
mod options;
mod settings;
mod settings_json;
#[cfg(test)]
mod tests;
mod values;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use args::Note;
use settings::{Early, Settings};

pub(crate) use args::Args;
pub(crate) use config_file::{path as config_path, read_all as read_config};
pub(crate) use datadir::{check_given, cookie_file};
pub(crate) use options::{CLIENT, SERVER};
pub(crate) use settings::Chain;
pub(crate) use values::{integral, split_host_port};

/// The name that Core's texts have for the program; those who drive bitcoind look for it.
pub(crate) const CLIENT_NAME: &str = "Bitcoin Core";

/// What this node calls itself to peers, without comments.
const USER_AGENT: (&str, &str) = ("Quarry", env!("CARGO_PKG_VERSION"));

/// The version of Bitcoin Core whose behaviour this is.
const CORE_VERSION: &str = "30.0.0";

/// The first line of `-version`, in a form that Core's tools know.
pub(crate) fn version_line(role: &str) -> String {
    let own = env!("CARGO_PKG_VERSION");
    format!("{CLIENT_NAME} {role} version v{CORE_VERSION} as spoken by Quarry v{own}\n")
}

/// The user agent with its comments, as BIP 14 has it.
pub(crate) fn user_agent(comments: &[String]) -> String {
    let (name, version) = USER_AGENT;
    let comments =
        if comments.is_empty() { String::new() } else { format!("({})", comments.join("; ")) };
    format!("/{name}:{version}{comments}/")
}

/// Runs bitcoind with these arguments, the program's name not among them.
pub(crate) fn main(args: &[String]) -> ExitCode {
    // Nobody else reads the log, the cookie or the blocks.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    match start(args) {
        Ok(code) => code,
        Err(text) => {
            // What Core puts as a question has no title.
            let title = if text.starts_with(':') { "" } else { "Error: " };
            to_stderr(&format!("{title}{text}"));
            ExitCode::FAILURE
        }
    }
}

fn start(typed: &[String]) -> Result<ExitCode, String> {
    let Some((mut args, config_path)) = load(typed)? else {
        return Ok(ExitCode::SUCCESS);
    };
    let chain = Chain::parse(&args.chain_name()?)?;
    let early = Early::read(&mut args, chain);
    if early.is_err() {
        // There will be no log; the warnings are for stderr all the same.
        tell_notes(&mut args);
    }
    let early = early?;
    let Some(ready) = daemon::role(early.daemon) else {
        let _printed = std::io::stdout().write_all(format!("{CLIENT_NAME} starting\n").as_bytes());
        return daemon::start(typed, early.daemon_wait);
    };
    let _locks = datadir::Locks::take(&early.places)?;
    let _pid = datadir::PidFile::create(early.pid_file.clone())?;
    let log = log::LogControl::start(&early.log)?;
    log.set_mock_time(early.mock_time.unwrap_or(0));
    tracing::info!("{}", version_line("daemon").trim_end());
    tracing::info!("Default data directory {}", datadir::default_base().display());
    tracing::info!("Using data directory {}", early.places.net.display());
    tell_config(&mut args, config_path);
    let settings = Settings::read(&mut args, early);
    tell_notes(&mut args);
    let settings = settings.inspect_err(|text| tracing::error!("{text}"))?;
    let done = node::run(&settings, &log, ready);
    done.inspect_err(|text| tracing::error!("{text}"))?;
    tracing::info!("Shutdown done");
    Ok(ExitCode::SUCCESS)
}

/// Reads command line, files and `settings.json`; makes the data directory. Nothing, if all that was
/// wanted is a text, which is printed.
fn load(typed: &[String]) -> Result<Option<(Args, Option<PathBuf>)>, String> {
    let mut args = Args::new(SERVER);
    args.parse_command_line(typed)
        .map_err(|text| format!("Error parsing command line arguments: {text}"))?;
    if let Some(text) = information(&args) {
        // Whoever closes the pipe has read enough.
        let _printed = std::io::stdout().lock().write_all(text.as_bytes());
        return Ok(None);
    }
    check_given(&args)
        .map_err(|named| format!("Specified data directory \"{named}\" does not exist."))?;
    let asked = datadir::base(&args);
    let config_path = config_file::path(&args);
    config_file::read_all(&mut args, config_path.as_deref())?;
    let chain = Chain::parse(&args.chain_name()?)?;
    args.select_network(chain.name());
    settings::check_deployments(&args)?;
    datadir::create(&args)?;
    config_file::check_ignored(&mut args, config_path.as_deref(), &asked)?;
    config_file::settings_json(&mut args)?;
    if let Some(word) = args.rest.first() {
        return Err(format!(
            "Command line contains unexpected token '{word}', see bitcoind -h for a list of options."
        ));
    }
    Ok(Some((args, config_path)))
}

/// The text of `-help` or `-version`, if that is all that is wanted.
fn information(args: &Args) -> Option<String> {
    if args.switch("version", false) {
        return Some(version_line("daemon"));
    }
    let help = ["?", "h", "help", "help-debug"].into_iter().any(|name| args.is_set(name));
    help.then(|| {
        let usage = "\nQuarry's node, driven like bitcoind.\n\nUsage: bitcoind [options]\n";
        version_line("daemon") + usage + &SERVER.help()
    })
}

fn tell_config(args: &mut Args, path: Option<PathBuf>) {
    match path {
        None => tracing::info!("Config file: <disabled>"),
        Some(path) if path.exists() => tracing::info!("Config file: {}", path.display()),
        Some(path) => tracing::info!("Config file: {} (not found, skipping)", path.display()),
    }
    tell_notes(args);
    for line in args.log_lines() {
        tracing::info!("{line}");
    }
}

/// Logs what was noted since the last time; some of it is for stderr too.
fn tell_notes(args: &mut Args) {
    for note in args.take_notes() {
        log::tell(&note);
        match note {
            Note::LoudWarning(text) => to_stderr(&format!("Warning: {text}")),
            Note::LoudError(text) => to_stderr(&format!("Error: {text}")),
            Note::Stderr(text) => to_stderr(&text),
            Note::Info(_) | Note::Warning(_) | Note::Error(_) => {}
        }
    }
}

/// The one door to stderr: a node that runs well says nothing there.
fn to_stderr(text: &str) {
    let _nobody = writeln!(std::io::stderr().lock(), "{text}");
}

/// What the system says of an error, without its number.
fn system_error(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
