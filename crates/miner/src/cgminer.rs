//! The API of cgminer, as far as monitors ask for it: `version`, `summary`, `devs`, `pools`, in JSON or in the
//! older text, over TCP. One request a connection, an answer that ends with a zero byte; nothing can be
//! changed by it, so it needs no password, and it listens on loopback unless told otherwise.
//!
//! Field names and codes are those of cgminer's API-README. Does not know what is measured.

use std::sync::Arc;

use quarry_api::miner::{MinerStatus, UpstreamState};
use quarry_service::Scope;
use serde_json::{Map, Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::Miner;
use crate::limits::{
    ACCEPT_PAUSE, MAX_MONITOR_COMMANDS, MAX_MONITOR_CONNECTIONS, MAX_MONITOR_REQUEST_BYTES,
    MONITOR_TIMEOUT,
};

/// Fields in their order, which the text keeps.
type Row = Vec<(&'static str, Value)>;

/// What a section of an answer is called, and its rows.
type Section = (&'static str, Vec<Row>);

/// An answer's first line: its code and its words.
type Said = (u32, String);

/// Answers monitors about a miner until the scope ends.
pub fn serve(listener: TcpListener, miner: Miner, scope: &Scope) {
    let places = Arc::new(Semaphore::new(MAX_MONITOR_CONNECTIONS));
    let connections = scope.clone();
    scope.spawn_droppable(async move {
        while let Ok(place) = Arc::clone(&places).acquire_owned().await {
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            };
            let miner = miner.clone();
            connections.spawn_droppable(async move {
                // Whoever is too slow is not answered.
                let _late = timeout(MONITOR_TIMEOUT, answer(stream, &miner)).await;
                drop(place);
            });
        }
    });
}

/// A request ends with its line, with a zero byte, with the JSON object, or with the connection.
async fn answer(mut stream: TcpStream, miner: &Miner) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut bytes = [0; 256];
    while request.len() <= MAX_MONITOR_REQUEST_BYTES && !is_whole(&request) {
        match stream.read(&mut bytes).await? {
            0 => break,
            count => request.extend_from_slice(&bytes[..count]),
        }
    }
    let reply = reply(&request, &miner.status());
    stream.write_all(&reply).await?;
    stream.shutdown().await
}

fn is_whole(request: &[u8]) -> bool {
    request.iter().any(|byte| matches!(byte, b'\n' | 0))
        || request.starts_with(b"{") && serde_json::from_slice::<Value>(request).is_ok()
        // cgminer's own clients send a bare word and wait.
        || !request.is_empty() && request.iter().all(|byte| byte.is_ascii_lowercase() || *byte == b'+')
}

/// The answer to a request, its end included.
#[must_use]
pub fn reply(request: &[u8], status: &MinerStatus) -> Vec<u8> {
    let text = String::from_utf8_lossy(request.get(..MAX_MONITOR_REQUEST_BYTES).unwrap_or(request));
    let text = text.trim_matches(|c: char| c == '\0' || c.is_whitespace());
    let mut reply = match serde_json::from_str::<Value>(text) {
        Ok(asked) => {
            let commands = asked.get("command").and_then(Value::as_str).unwrap_or_default();
            in_json(commands, status).to_string()
        }
        Err(_) => in_text(text.split('|').next().unwrap_or_default(), status),
    }
    .into_bytes();
    reply.push(0);
    reply
}

/// One answer, or an object of answers by name where several commands are joined by `+`.
fn in_json(commands: &str, status: &MinerStatus) -> Value {
    let names: Vec<&str> = commands.split('+').take(MAX_MONITOR_COMMANDS).collect();
    if let [name] = names[..] {
        return one_json(name, status);
    }
    let each = names.iter().map(|name| ((*name).to_owned(), json!([one_json(name, status)])));
    Value::Object(each.collect())
}

fn one_json(name: &str, status: &MinerStatus) -> Value {
    let (said, section) = look(name, status);
    let mut out = Map::new();
    out.insert("STATUS".to_owned(), json!([object(status_row(&said, section.is_some(), status))]));
    if let Some((name, rows)) = section {
        out.insert(name.to_owned(), rows.into_iter().map(object).collect());
    }
    out.insert("id".to_owned(), json!(1));
    Value::Object(out)
}

fn object(row: Row) -> Value {
    Value::Object(row.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn in_text(command: &str, status: &MinerStatus) -> String {
    let (said, section) = look(command, status);
    let mut text = text_of(None, &status_row(&said, section.is_some(), status));
    let Some((name, rows)) = section else { return text };
    // Rows of which there are several start with their own number.
    let head = matches!(name, "SUMMARY" | "VERSION").then_some(name);
    rows.iter().for_each(|row| text.push_str(&text_of(head, row)));
    text
}

fn text_of(head: Option<&str>, row: &Row) -> String {
    let field = |(name, value): &(&str, Value)| {
        format!("{name}={}", value.as_str().map_or_else(|| value.to_string(), plain))
    };
    let fields: Vec<String> =
        head.map(str::to_owned).into_iter().chain(row.iter().map(field)).collect();
    fields.join(",") + "|"
}

/// What would end a field or a row is left out.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ',' | '|' | '=')).collect()
}

fn status_row((code, message): &Said, is_known: bool, status: &MinerStatus) -> Row {
    vec![
        ("STATUS", json!(if is_known { "S" } else { "E" })),
        ("When", json!(status.at_ms / 1000)),
        ("Code", json!(code)),
        ("Msg", json!(message)),
        ("Description", json!(concat!("quarry ", env!("CARGO_PKG_VERSION")))),
    ]
}

fn look(name: &str, status: &MinerStatus) -> (Said, Option<Section>) {
    match name {
        "version" => ((22, "CGMiner versions".to_owned()), Some(("VERSION", vec![version()]))),
        "summary" => ((11, "Summary".to_owned()), Some(("SUMMARY", vec![summary(status)]))),
        "devs" => ((9, "1 CPU(s)".to_owned()), Some(("DEVS", vec![device(status)]))),
        "pools" => {
            let rows: Vec<_> = (0..status.upstreams.len()).map(|n| pool(status, n)).collect();
            ((7, format!("{} Pool(s)", rows.len())), Some(("POOLS", rows)))
        }
        _ => ((14, "Invalid command".to_owned()), None),
    }
}

fn version() -> Row {
    vec![("CGMiner", json!(concat!("quarry ", env!("CARGO_PKG_VERSION")))), ("API", json!("3.7"))]
}

fn elapsed(status: &MinerStatus) -> u64 {
    status.started_ms.map_or(0, |started| status.at_ms.saturating_sub(started) / 1000)
}

/// Millions of hashes.
fn mega(hashes: f64) -> Value {
    json!((hashes / 1e4).round() / 100.0)
}

fn rejected(status: &MinerStatus) -> u64 {
    status.rejected.values().sum()
}

fn summary(status: &MinerStatus) -> Row {
    #[expect(clippy::cast_precision_loss, reason = "for people")]
    let hashes = status.hashes as f64;
    vec![
        ("Elapsed", json!(elapsed(status))),
        ("MHS av", mega(status.rates.m15)),
        ("MHS 5s", mega(status.rates.s5)),
        ("MHS 1m", mega(status.rates.s60)),
        ("MHS 15m", mega(status.rates.m15)),
        ("Found Blocks", json!(status.blocks)),
        ("Accepted", json!(status.accepted)),
        ("Rejected", json!(rejected(status))),
        ("Stale", json!(status.stale)),
        ("Hardware Errors", json!(0)),
        ("Total MH", mega(hashes)),
        ("Best Share", json!(status.best_difficulty)),
    ]
}

fn device(status: &MinerStatus) -> Row {
    vec![
        ("CPU", json!(0)),
        ("Name", json!(status.backend)),
        ("Enabled", json!(if status.running { "Y" } else { "N" })),
        ("Status", json!(if status.running { "Alive" } else { "Dead" })),
        ("Threads", json!(status.threads)),
        ("MHS av", mega(status.rates.m15)),
        ("MHS 5s", mega(status.rates.s5)),
        ("MHS 1m", mega(status.rates.s60)),
        ("MHS 15m", mega(status.rates.m15)),
        ("Accepted", json!(status.accepted)),
        ("Rejected", json!(rejected(status))),
        ("Hardware Errors", json!(0)),
    ]
}

fn pool(status: &MinerStatus, number: usize) -> Row {
    let upstream = &status.upstreams[number];
    let is_active = upstream.state == UpstreamState::Active;
    vec![
        ("POOL", json!(number)),
        ("URL", json!(upstream.url)),
        ("Status", json!(if upstream.state == UpstreamState::Down { "Dead" } else { "Alive" })),
        ("Priority", json!(number)),
        ("Quota", json!(1)),
        ("Long Poll", json!(if upstream.protocol == "getblocktemplate" { "Y" } else { "N" })),
        ("Accepted", json!(upstream.accepted)),
        ("Rejected", json!(upstream.rejected)),
        ("Stratum Active", json!(is_active && upstream.protocol == "stratum")),
        ("Has GBT", json!(upstream.protocol == "getblocktemplate")),
    ]
}

#[cfg(test)]
mod tests {
    use quarry_api::miner::{Rates, UpstreamStatus};

    use super::*;

    fn status() -> MinerStatus {
        MinerStatus {
            running: true,
            at_ms: 1_700_000_100_000,
            started_ms: Some(1_700_000_000_000),
            threads: 2,
            backend: "sha-ni".to_owned(),
            rates: Rates { s5: 12_345_678.0, s60: 12e6, m15: 11e6 },
            accepted: 7,
            rejected: [("high-hash".to_owned(), 2), ("stale".to_owned(), 1)].into(),
            blocks: 1,
            upstreams: vec![UpstreamStatus {
                url: "http://127.0.0.1:18443".to_owned(),
                protocol: "getblocktemplate".to_owned(),
                state: UpstreamState::Active,
                since_ms: 0,
                chain: None,
                error: None,
                hint: None,
                is_lasting: false,
                failures: 0,
                accepted: 7,
                rejected: 3,
            }],
            ..MinerStatus::default()
        }
    }

    fn json_of(request: &str) -> Value {
        let reply = reply(request.as_bytes(), &status());
        let (end, body) = reply.split_last().unwrap();
        assert_eq!(*end, 0);
        serde_json::from_slice(body).unwrap()
    }

    #[test]
    fn a_summary_has_cgminer_s_names() {
        let reply = json_of(r#"{"command":"summary","parameter":""}"#);
        let status = &reply["STATUS"][0];
        assert_eq!((&status["STATUS"], &status["Code"]), (&json!("S"), &json!(11)));
        assert_eq!(status["When"], 1_700_000_100);
        let summary = &reply["SUMMARY"][0];
        assert_eq!((&summary["Elapsed"], &summary["MHS 5s"]), (&json!(100), &json!(12.35)));
        assert_eq!((&summary["Accepted"], &summary["Rejected"]), (&json!(7), &json!(3)));
    }

    #[test]
    fn commands_are_joined_and_unknown_ones_refused() {
        let reply = json_of(r#"{"command":"version+pools+devs"}"#);
        assert_eq!(reply["version"][0]["VERSION"][0]["API"], "3.7");
        assert_eq!(reply["pools"][0]["POOLS"][0]["URL"], "http://127.0.0.1:18443");
        assert_eq!(reply["devs"][0]["DEVS"][0]["Threads"], 2);
        for strange in [r#"{"command":"quit"}"#, "{}", "[]", "7"] {
            assert_eq!(json_of(strange)["STATUS"][0]["Code"], 14, "{strange}");
        }
    }

    #[test]
    fn the_older_text_is_spoken_too() {
        let text = |request: &str| String::from_utf8(reply(request.as_bytes(), &status())).unwrap();
        let summary = text("summary");
        assert!(summary.starts_with("STATUS=S,When=1700000100,Code=11,Msg=Summary,"), "{summary}");
        assert!(summary.contains("|SUMMARY,Elapsed=100,MHS av=11.0,"), "{summary}");
        assert!(summary.ends_with("|\0"), "{summary}");
        assert!(text("pools|").contains("|POOL=0,URL=http://127.0.0.1:18443,"));
        assert!(text("").starts_with("STATUS=E,"));
        assert!(text("\u{fffd}\0\0").starts_with("STATUS=E,"));
    }

    #[test]
    fn a_request_is_whole_when_it_can_be_answered() {
        for whole in ["summary", "summary\n", "version+devs", "{\"command\":\"devs\"}", "x|\0"] {
            assert!(is_whole(whole.as_bytes()), "{whole}");
        }
        for part in ["", "{\"command\":\"de", "summary|x"] {
            assert!(!is_whole(part.as_bytes()), "{part}");
        }
    }
}
