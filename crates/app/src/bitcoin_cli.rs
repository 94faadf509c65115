//! `quarry cli`: calls any RPC of a node from the command line, as bitcoin-cli does.
//!
//! The result goes to stdout as bitcoin-cli prints it, an error to stderr with the error's code as
//! exit code. Does not know what a method does, beyond which of its parameters are JSON (`convert`).

mod call;
mod convert;
mod reports;

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::process::ExitCode;

use crate::bitcoind::{Args, CLIENT, Chain, check_given, config_path, read_config, version_line};
use crate::exact_json::Json;

use call::{CallError, Caller};

/// Runs bitcoin-cli with these arguments, the program's name not among them.
pub(crate) fn main(typed: &[String]) -> ExitCode {
    let args = match load(typed) {
        Ok(Loaded::Args(args)) => args,
        Ok(Loaded::Information(text)) => {
            say(&text);
            if typed.is_empty() {
                complain("Error: too few parameters");
                return ExitCode::FAILURE;
            }
            return ExitCode::SUCCESS;
        }
        Err(text) => {
            complain(&text);
            return ExitCode::FAILURE;
        }
    };
    match command(args) {
        Ok(Reply::Nothing) => ExitCode::SUCCESS,
        Ok(Reply::Text(text)) => {
            say(&(text + "\n"));
            ExitCode::SUCCESS
        }
        Ok(Reply::Refused { text, code }) => {
            complain(&text);
            // The part of it that a process can tell.
            ExitCode::from(code.unsigned_abs().to_le_bytes()[0])
        }
        Err(text) => {
            complain(&format!("error: {text}"));
            ExitCode::FAILURE
        }
    }
}

enum Loaded {
    Args(Box<Args>),
    Information(String),
}

fn load(typed: &[String]) -> Result<Loaded, String> {
    let mut args = Args::new(CLIENT);
    args.parse_command_line(typed)
        .map_err(|text| format!("Error parsing command line arguments: {text}"))?;
    let help = ["?", "h", "help"].into_iter().any(|name| args.is_set(name));
    if args.switch("version", false) {
        return Ok(Loaded::Information(version_line("RPC client")));
    }
    if help || typed.is_empty() {
        let usage = "\nUsage: bitcoin-cli [options] <command> [params]\n\
                     or:    bitcoin-cli [options] -named <command> [name=value]...\n\
                     or:    bitcoin-cli [options] help\n\
                     or:    bitcoin-cli [options] help <command>\n";
        return Ok(Loaded::Information(version_line("RPC client") + usage + &CLIENT.help()));
    }
    check_given(&args)
        .map_err(|named| format!("Error: Specified data directory \"{named}\" does not exist."))?;
    let path = config_path(&args);
    read_config(&mut args, path.as_deref())?;
    let chain = args.chain_name().and_then(|name| Chain::parse(&name));
    let chain = chain.map_err(|text| format!("Error: {text}"))?;
    args.select_network(chain.name());
    Ok(Loaded::Args(Box::new(args)))
}

/// What is printed.
enum Reply {
    Nothing,
    Text(String),
    Refused { text: String, code: i64 },
}

fn command(mut args: Box<Args>) -> Result<Reply, String> {
    let mut words = std::mem::take(&mut args.rest);
    read_stdin(&mut args, &mut words)?;
    let special: Vec<&str> = ["addrinfo", "generate", "getinfo", "netinfo"]
        .into_iter()
        .filter(|name| args.is_set(name))
        .collect();
    if special.len() > 1 {
        let names: Vec<String> = special.iter().map(|name| format!("-{name}")).collect();
        return Err(format!("Only one of {} may be specified.", names.join(", ")));
    }
    let caller = Caller::new(&args).map_err(|error| error.to_string())?;
    let text = |error: CallError| error.to_string();
    let special = special.first().filter(|name| args.switch(name, false));
    let reply = match special {
        Some(&"getinfo") => reports::getinfo(&caller, &args, &words),
        Some(&"netinfo") => reports::netinfo(&caller, &words),
        Some(&"addrinfo") => reports::addrinfo(&caller, &words),
        Some(_) => reports::generate(&caller, words),
        None => {
            let Some((method, params)) = words.split_first() else {
                return Err("too few parameters (need at least command)".to_owned());
            };
            let params = if args.switch("named", false) {
                convert::named(method, params)?
            } else {
                convert::positional(method, params)?
            };
            caller.call(method, params)
        }
    };
    Ok(reply_of(&reply.map_err(text)?))
}

/// What a reply means for the one who called.
fn reply_of(reply: &Json) -> Reply {
    let error = reply.get("error");
    if error.is_null() {
        return match reply.get("result") {
            Json::Null => Reply::Nothing,
            Json::Text(text) => Reply::Text(text.clone()),
            other => Reply::Text(other.pretty(2)),
        };
    }
    let mut text = String::new();
    match error {
        Json::Object(_) => {
            if !error.get("code").is_null() {
                text = format!("error code: {}\n", error.get("code").plain());
            }
            if let Some(message) = error.get("message").as_text() {
                text += &format!("error message:\n{message}");
            }
        }
        other => text = format!("error: {}", other.compact()),
    }
    Reply::Refused { text, code: error.get("code").as_i64().unwrap_or(1) }
}

/// Reads what was to come over stdin: a password first, a passphrase next, then parameters.
fn read_stdin(args: &mut Args, words: &mut Vec<String>) -> Result<(), String> {
    let unread =
        |option: &str| format!("-{option} specified but failed to read from standard input");
    if args.switch("stdinrpcpass", false) {
        let password = secret("RPC password> ").ok_or_else(|| unread("stdinrpcpass"))?;
        args.force("rpcpassword", &password);
    }
    if args.switch("stdinwalletpassphrase", false) {
        if !words.first().is_some_and(|word| word.starts_with("walletpassphrase")) {
            let text = "-stdinwalletpassphrase is only applicable for walletpassphrase(change)";
            return Err(text.to_owned());
        }
        let passphrase = secret("Wallet passphrase> ");
        words.insert(1, passphrase.ok_or_else(|| unread("stdinwalletpassphrase"))?);
    }
    if args.switch("stdin", false) {
        words.extend(std::io::stdin().lock().lines().map_while(Result::ok));
    }
    Ok(())
}

/// A line of stdin, not shown while it is typed.
fn secret(prompt: &str) -> Option<String> {
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password(prompt).ok();
    }
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line).ok()?;
    (read > 0).then(|| line.trim_end_matches('\n').to_owned())
}

/// To stdout, as it stands. Whoever closes the pipe has read enough.
fn say(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let _printed = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
}

/// A line to stderr.
fn complain(text: &str) {
    let _nobody = writeln!(std::io::stderr().lock(), "{text}");
}
