//! The figure of a full block's template: from its last byte on until it is searched.

use std::sync::Arc;
use std::time::Instant;

use quarry_miner::{MinerConfig, MinerDeps, Payout, UpstreamConfig, UpstreamUrl};
use quarry_mining::TemplateReply;
use quarry_pow::Engine;
use quarry_service::{Clock, EventHub};
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};

use crate::{HARD, PAYOUT, Result, TURN, WARM_UP, median};

/// Transactions of a template, and bytes of each: as many as a block of 4,000,000 units can hold.
const TXS: usize = 4_000;
const TX_BYTES: usize = 1_000;
/// Templates that are measured.
const TEMPLATES: u32 = 21;
const FIRST_HEIGHT: u32 = 900_000;

/// A template, as Bitcoin Core writes it.
fn template(height: u32) -> String {
    // What is in the transactions does not matter, but that it is not all the same.
    let mut state = 0x9e37_79b9_7f4a_7c15 ^ u64::from(height);
    let mut bytes = |count: usize| -> Vec<u8> {
        let next = std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_be_bytes()
        });
        next.flatten().take(count).collect()
    };
    let txs: Vec<Value> = (0..TXS)
        .map(|n| {
            let (data, txid, hash) = (bytes(TX_BYTES), bytes(32), bytes(32));
            json!({
                "data": hex::encode(data), "txid": hex::encode(txid), "hash": hex::encode(hash),
                "depends": if n % 4 == 1 { vec![n] } else { vec![] },
                "fee": 1_000 + n, "sigops": 4, "weight": 1_000,
            })
        })
        .collect();
    json!({
        "capabilities": ["proposal"], "version": 0x2000_0000, "rules": ["csv", "!segwit", "taproot"],
        "vbavailable": {}, "vbrequired": 0, "previousblockhash": hex::encode(bytes(32)),
        "transactions": txs, "coinbaseaux": {}, "coinbasevalue": 312_500_000u64,
        "longpollid": format!("id{height}"), "mintime": 1_749_990_000,
        "mutable": ["time", "transactions", "prevblock"], "noncerange": "00000000ffffffff",
        "sigoplimit": 80_000, "sizelimit": 4_000_000, "weightlimit": 4_000_000,
        "curtime": 1_750_000_000, "bits": format!("{HARD:08x}"), "height": height,
        "default_witness_commitment": format!("6a24aa21a9ed{}", "00".repeat(32)),
    })
    .to_string()
}

/// A node that gives this out: at once to who asks, and each newer one to who waits for it.
struct Node {
    result: watch::Receiver<Arc<String>>,
    /// When the last byte of an answer to a long poll had left.
    sent: mpsc::Sender<Instant>,
}

impl Node {
    async fn serve(mut self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        while let Some(request) = request(&mut stream).await? {
            let waits = request.contains("longpollid");
            if waits && self.result.changed().await.is_err() {
                return Ok(());
            }
            let result = if request.contains("getblocktemplate") {
                Arc::clone(&self.result.borrow_and_update())
            } else {
                Arc::new(r#"{"chain":"regtest"}"#.to_owned())
            };
            let (start, end) = (r#"{"result":"#, r#","error":null,"id":"quarry"}"#);
            let length = start.len() + result.len() + end.len();
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{start}");
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(result.as_bytes()).await?;
            stream.write_all(end.as_bytes()).await?;
            if waits {
                let _ended = self.sent.send(Instant::now()).await;
            }
        }
        Ok(())
    }
}

/// The body of the next request, if there is one.
async fn request(stream: &mut TcpStream) -> std::io::Result<Option<String>> {
    let mut text = Vec::new();
    loop {
        if stream.read_buf(&mut text).await? == 0 {
            return Ok(None);
        }
        let seen = String::from_utf8_lossy(&text).to_ascii_lowercase();
        let Some((head, body)) = seen.split_once("\r\n\r\n") else { continue };
        let length = head.split_once("content-length: ").and_then(|(_, rest)| rest.lines().next());
        if Some(body.len()) == length.and_then(|length| length.parse().ok()) {
            return Ok(Some(body.to_owned()));
        }
    }
}

/// One new full template after the other to a miner.
pub(crate) async fn measure(engine: &Engine) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let (results, result) = watch::channel(Arc::new(template(FIRST_HEIGHT)));
    let (sent, mut stamps) = mpsc::channel(4);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(Node { result: result.clone(), sent: sent.clone() }.serve(stream));
        }
    });
    let upstream = UpstreamConfig::new(UpstreamUrl::parse(&format!("http://u:p@{address}"))?);
    let payout = Some(Payout::parse(PAYOUT)?);
    let config = MinerConfig { upstreams: vec![upstream.into()], payout, ..MinerConfig::default() };
    let events = EventHub::new(1);
    let mut log = events.subscribe(vec!["miner-log".to_owned()], None);
    let deps = MinerDeps { engine: engine.clone(), clock: Clock::system(), events };
    let (_miner, handle) = quarry_miner::start(config, deps)?;
    tokio::time::sleep(WARM_UP).await;

    let (mut times, mut over, mut alone) = (Vec::new(), Vec::new(), Vec::new());
    for height in FIRST_HEIGHT + 1..=FIRST_HEIGHT + TEMPLATES {
        let result = Arc::new(template(height));
        let started = Instant::now();
        serde_json::from_str::<IgnoredAny>(&result)?;
        over.push(started.elapsed().as_secs_f64() * 1e3);
        let started = Instant::now();
        let template = TemplateReply::parse(&serde_json::from_str(&result)?)?;
        alone.push(started.elapsed().as_secs_f64() * 1e3);
        drop(template);
        results.send_replace(result);
        let sent = stamps.recv().await.ok_or("no node")?;
        // It is said when the search has been set.
        let said = format!("mining on block {height}");
        while !log.next().await.ok_or("no log")?.json.contains(&said) {}
        times.push(sent.elapsed().as_secs_f64() * 1e3);
        // The miner asks for the next one after a pause.
        tokio::time::sleep(WARM_UP / 4).await;
    }
    let worst = times.iter().copied().fold(0.0, f64::max);
    println!(
        "from a template of {:.1} MB to its search {:>6.1} ms   worst of {TEMPLATES} {worst:.1} ms   \
         read alone {:.1} ms   its JSON read over {:.1} ms",
        template(FIRST_HEIGHT).len() as f64 / 1e6,
        median(times),
        median(alone),
        median(over)
    );
    handle.shutdown(TURN).await?;
    Ok(())
}
