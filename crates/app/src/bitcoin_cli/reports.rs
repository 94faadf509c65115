//! `-getinfo`, `-netinfo`, `-addrinfo` and `-generate`: texts made of many calls.
//!
//! Does not know how a call is made (`call`).

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use crate::bitcoind::Args;
use crate::exact_json::Json;

use super::call::{CallError, Caller};

const NETWORKS: [&str; 5] = ["ipv4", "ipv6", "onion", "i2p", "cjdns"];

/// A reply as if the server had made it.
fn result(value: Json) -> Json {
    Json::Object(vec![("result".to_owned(), value), ("error".to_owned(), Json::Null)])
}

/// The results of these calls; or the first that failed, whole.
fn ask(caller: &Caller, methods: &[&str]) -> Result<Result<Vec<Json>, Json>, CallError> {
    let replies = caller.batch(methods)?;
    if let Some(failed) = replies.iter().find(|reply| !reply.get("error").is_null()) {
        return Ok(Err(failed.clone()));
    }
    Ok(Ok(replies.iter().map(|reply| reply.get("result").clone()).collect()))
}

pub(super) fn getinfo(caller: &Caller, args: &Args, words: &[String]) -> Result<Json, CallError> {
    if !words.is_empty() {
        return Err(CallError::failed("-getinfo takes no arguments"));
    }
    let colour = colour(args)?;
    let replies = match ask(caller, &["getnetworkinfo", "getblockchaininfo"])? {
        Ok(replies) => replies,
        Err(failed) => return Ok(failed),
    };
    let [network, chain] = replies.as_slice() else {
        return Err(CallError::failed("couldn't parse reply from server"));
    };
    Ok(result(Json::Text(info_text(network, chain, colour))))
}

/// Whether to colour.
fn colour(args: &Args) -> Result<bool, CallError> {
    match args.text("color").as_deref() {
        Some("always") => Ok(true),
        Some("never") => Ok(false),
        None | Some("auto") => Ok(std::io::stdout().is_terminal()),
        Some(_) => {
            let text = "Invalid value for -color option. Valid values: always, auto, never.";
            Err(CallError::failed(text))
        }
    }
}

fn info_text(network: &Json, chain: &Json, colour: bool) -> String {
    let paint = |code: &'static str| if colour { code } else { "" };
    let (green, blue, yellow) = (paint("\x1b[32m"), paint("\x1b[34m"), paint("\x1b[33m"));
    let reset = paint("\x1b[0m");
    let of = |json: &Json, name: &str| json.get(name).plain();
    let mut out = String::new();
    let progress: f64 = of(chain, "verificationprogress").parse().unwrap_or(0.0);
    let warnings = match network.get("warnings") {
        Json::Array(all) => all.iter().map(Json::plain).collect::<Vec<_>>().join("\n"),
        one => one.plain(),
    };
    let warnings = if warnings.is_empty() { "(none)" } else { &warnings };
    // A String takes all that is written.
    let _infallible = write!(
        out,
        "{blue}Chain: {}{reset}\nBlocks: {}\nHeaders: {}\nVerification progress: {}{:.4}%\n\
         Difficulty: {}\n\n\
         {green}Network: in {}, out {}, total {}{reset}\nVersion: {}\nTime offset (s): {}\n\
         Proxies: {}\nMin tx relay fee rate (BTC/kvB): {}\n\n{yellow}Warnings:{reset} {warnings}",
        of(chain, "chain"),
        of(chain, "blocks"),
        of(chain, "headers"),
        progress_bar(progress),
        progress * 100.0,
        of(chain, "difficulty"),
        of(network, "connections_in"),
        of(network, "connections_out"),
        of(network, "connections"),
        of(network, "version"),
        of(network, "timeoffset"),
        proxies(network),
        of(network, "relayfee"),
    );
    out
}

/// Twenty steps, for what is not nearly done.
fn progress_bar(progress: f64) -> String {
    const STEPS: usize = 20;
    if !(0.0..0.99).contains(&progress) {
        return String::new();
    }
    let done = (1..=STEPS)
        .filter(|step| progress * 20.0 >= f64::from(u8::try_from(*step).unwrap_or(u8::MAX)))
        .count();
    format!("{}{} ", "▒".repeat(done), "░".repeat(STEPS - done))
}

/// Each proxy with its networks.
fn proxies(network: &Json) -> String {
    let mut known: Vec<(String, Vec<String>)> = Vec::new();
    for entry in network.get("networks").elements() {
        let (proxy, name) = (entry.get("proxy").plain(), entry.get("name").plain());
        match known.iter_mut().find(|(other, _)| *other == proxy) {
            _ if proxy.is_empty() => {}
            Some((_, names)) => names.push(name),
            None => known.push((proxy, vec![name])),
        }
    }
    let shown: Vec<String> =
        known.iter().map(|(proxy, names)| format!("{proxy} ({})", names.join(", "))).collect();
    if shown.is_empty() { "n/a".to_owned() } else { shown.join(", ") }
}

pub(super) fn netinfo(caller: &Caller, words: &[String]) -> Result<Json, CallError> {
    if let Some(level) = words.first().filter(|level| !matches!(level.as_str(), "0" | "h" | "help"))
    {
        return Err(CallError::Failed(format!(
            "invalid -netinfo level argument: {level} (this client counts peers only: level 0)"
        )));
    }
    let replies = match ask(caller, &["getpeerinfo", "getnetworkinfo"])? {
        Ok(replies) => replies,
        Err(failed) => return Ok(failed),
    };
    let [peers, network] = replies.as_slice() else {
        return Err(CallError::failed("couldn't parse reply from server"));
    };
    Ok(result(Json::Text(netinfo_text(peers, network))))
}

fn netinfo_text(peers: &Json, network: &Json) -> String {
    let mut out = format!(
        "{} - server {}{}\n\n        ",
        crate::bitcoind::version_line("client").trim_end(),
        network.get("protocolversion").plain(),
        network.get("subversion").plain()
    );
    let count = |name: Option<&str>, inbound: Option<bool>| {
        let counts = |peer: &&Json| {
            name.is_none_or(|name| peer.get("network").as_text() == Some(name))
                && inbound.is_none_or(|inbound| *peer.get("inbound") == Json::Bool(inbound))
        };
        peers.elements().iter().filter(counts).count()
    };
    let columns = NETWORKS.into_iter().map(Some).chain([None]);
    for name in columns.clone() {
        let _infallible = write!(out, "{:>8}", name.unwrap_or("total"));
    }
    for (row, inbound) in [("in", Some(true)), ("out", Some(false)), ("total", None)] {
        let _infallible = write!(out, "\n{row:<8}");
        for name in columns.clone() {
            let _infallible = write!(out, "{:>8}", count(name, inbound));
        }
    }
    out
}

pub(super) fn addrinfo(caller: &Caller, words: &[String]) -> Result<Json, CallError> {
    if !words.is_empty() {
        return Err(CallError::failed("-addrinfo takes no arguments"));
    }
    let reply = caller.call("getnodeaddresses", Json::Array(vec![Json::Number("0".to_owned())]))?;
    if !reply.get("error").is_null() {
        return Ok(reply);
    }
    let known = reply.get("result").elements();
    let count = |name: &str| {
        let number = known.iter().filter(|a| a.get("network").as_text() == Some(name)).count();
        (name.to_owned(), Json::Number(number.to_string()))
    };
    let mut counts: Vec<(String, Json)> = NETWORKS.into_iter().map(count).collect();
    counts.push(("total".to_owned(), Json::Number(known.len().to_string())));
    Ok(result(Json::Object(vec![("addresses_known".to_owned(), Json::Object(counts))])))
}

pub(super) fn generate(caller: &Caller, mut words: Vec<String>) -> Result<Json, CallError> {
    match words.as_slice() {
        [_, _, _, ..] => {
            return Err(CallError::failed(
                "too many arguments (maximum 2 for nblocks and maxtries)",
            ));
        }
        [] => words.push("1".to_owned()),
        [first, ..] if first == "0" => {
            return Err(CallError::failed(
                "the first argument (number of blocks to generate, default: 1) must be an integer \
                 value greater than zero",
            ));
        }
        _ => {}
    }
    let reply = caller.call("getnewaddress", Json::Array(Vec::new()))?;
    let Some(address) = reply.get("result").as_text() else { return Ok(reply) };
    words.insert(1, address.to_owned());
    let params = super::convert::positional("generatetoaddress", &words);
    let made = caller.call("generatetoaddress", params.map_err(CallError::Failed)?)?;
    if !made.get("error").is_null() {
        return Ok(made);
    }
    Ok(result(Json::Object(vec![
        ("address".to_owned(), Json::text(address)),
        ("blocks".to_owned(), made.get("result").clone()),
    ])))
}
