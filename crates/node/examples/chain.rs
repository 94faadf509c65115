//! Figures of the chain: `cargo run --release -p quarry-node --example chain` (`cargo xtask bench`
//! runs it). It is a benchmark: it prints, and judges nothing.
//!
//! * connecting blocks of P2WPKH spends, beside what secp256k1 alone takes to read and verify as many
//!   keys and signatures on the same threads, measured in turns;
//! * taking in 20,000 small regtest blocks on an empty directory;
//! * a block from one node to another over loopback, until it is the other's tip;
//! * a template of 5,000 waiting transactions, and the memory that is resident after it.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use quarry_chain::{Arrival, ChainOptions, ChainSpec, CheckRunner as _, Indexes, PoolConfig};
use quarry_net::Config;
use quarry_node::p2p::{Bind, P2pConfig};
use quarry_node::{Node, NodeDeps, OpenConfig, ScriptThreads};
use quarry_primitives::secp256k1::{Message, PublicKey, Secp256k1, SecretKey, ecdsa};
use quarry_primitives::sighash::SighashCache;
use quarry_primitives::{
    Amount, BitcoinAmount, Block, CompressedPublicKey, EcdsaSighashType, Hash, LockTime, Now,
    OutPoint, ScriptBuf, Sequence, Transaction, TransactionVersion, TxIn, TxOut, Witness,
};
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_store::{ChainPaths, ChainStore};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Spends of one coin each in a block, and blocks of them.
const SPENDS: usize = 3_000;
const SPEND_BLOCKS: usize = 15;
/// Small blocks that are taken in.
const SMALL_BLOCKS: u32 = 20_000;
/// Blocks that are relayed.
const RELAYED: usize = 41;
/// Transactions that wait.
const WAITING: usize = 5_000;

fn main() -> Result<()> {
    connect()?;
    if std::env::args().nth(1).is_some() {
        return Ok(());
    }
    import()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(relay())?;
    template()
}

fn open(dir: &Path, spec: ChainSpec, pool: PoolConfig) -> Result<Node> {
    let store = ChainStore::open(&ChainPaths::in_dir(dir), spec.magic())?;
    let (clock, events) = (Clock::system(), EventHub::new(16));
    let deps = NodeDeps { spec, store, engine: None, clock, events };
    let indexes = Indexes::default();
    let chain = ChainOptions { indexes, ..ChainOptions::default() };
    Ok(quarry_node::open(OpenConfig { chain, pool, ..OpenConfig::default() }, deps)?)
}

fn solved(mut block: Block) -> Block {
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    block
}

fn next(node: &Node, now: Now, extra: &[u8]) -> Result<Block> {
    let payout = ScriptBuf::from_bytes(vec![0x51]);
    Ok(solved(node.read(|chain| chain.template(now, &payout, extra))?.block))
}

fn now() -> Now {
    Clock::system().now()
}

struct Key {
    secret: SecretKey,
    public: PublicKey,
    script: ScriptBuf,
}

fn key() -> Result<Key> {
    let secret = SecretKey::from_slice(&[7; 32])?;
    let public = secret.public_key(&Secp256k1::signing_only());
    let script = ScriptBuf::new_p2wpkh(&CompressedPublicKey(public).wpubkey_hash());
    Ok(Key { secret, public, script })
}

/// An easy chain with so many coins of one key.
fn funded(coins: usize, value: u64) -> Result<(ChainSpec, Key, Vec<OutPoint>)> {
    let key = key()?;
    let spec = ChainSpec::dev(vec![(key.script.clone(), Amount::of(value)); coins])?;
    let txid = spec.genesis_block().txdata[0].compute_txid();
    let outpoints = (1..).take(coins).map(|vout| OutPoint { txid, vout }).collect();
    Ok((spec, key, outpoints))
}

/// A spend of one coin into one, and what its signature signs.
fn spend(
    key: &Key,
    from: OutPoint,
    value: u64,
    fee: u64,
) -> Result<(Transaction, Message, ecdsa::Signature)> {
    let mut tx = Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![TxIn { previous_output: from, sequence: Sequence::MAX, ..TxIn::default() }],
        output: vec![TxOut {
            value: BitcoinAmount::from_sat(value - fee),
            script_pubkey: key.script.clone(),
        }],
    };
    let value = BitcoinAmount::from_sat(value);
    let all = EcdsaSighashType::All;
    let hash = SighashCache::new(&tx).p2wpkh_signature_hash(0, &key.script, value, all)?;
    let message = Message::from_digest(hash.to_byte_array());
    let signature = Secp256k1::signing_only().sign_ecdsa(&message, &key.secret);
    let signed = quarry_primitives::ecdsa::Signature { signature, sighash_type: all };
    tx.input[0].witness = Witness::p2wpkh(&signed, &key.public);
    Ok((tx, message, signature))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn connect() -> Result<()> {
    const VALUE: u64 = 100_000;
    const FEE: u64 = 1_000;
    let (spec, key, mut coins) = funded(SPENDS, VALUE)?;
    let dir = tempfile::tempdir()?;
    let node = open(dir.path(), spec, PoolConfig::default())?;
    let threads = ScriptThreads::new(0)?;
    let secp = Secp256k1::verification_only();
    let (mut whole, mut bare) = (Vec::new(), Vec::new());
    for n in 0..SPEND_BLOCKS {
        let mut block = next(&node, now(), &[u8::try_from(n)?])?;
        let mut signed = Vec::new();
        let value = VALUE - FEE * n as u64;
        for coin in &mut coins {
            let (tx, message, signature) = spend(&key, *coin, value, FEE)?;
            *coin = OutPoint { txid: tx.compute_txid(), vout: 0 };
            block.txdata.push(tx);
            signed.push((message, signature.serialize_der(), key.public.serialize()));
        }
        let block = recommitted(block)?;
        let started = Instant::now();
        let failed = threads.find_failure(signed.len(), &|n| {
            let (message, signature, public) = &signed[n];
            let read = (ecdsa::Signature::from_der(signature), PublicKey::from_slice(public));
            matches!(read, (Ok(signature), Ok(public))
                if secp.verify_ecdsa(message, &signature, &public).is_ok())
        });
        bare.push(started.elapsed());
        assert_eq!(failed, None);
        let started = Instant::now();
        node.process_block(block, Arrival { requested: false, enough_work: true })?;
        whole.push(started.elapsed());
    }
    // Of each block beside its own signatures, so that a processor that turns its clock up and down
    // does so for both.
    let mut parts: Vec<f64> = bare
        .iter()
        .zip(&whole)
        .map(|(bare, whole)| bare.as_secs_f64() / whole.as_secs_f64())
        .collect();
    parts.sort_by(f64::total_cmp);
    let rate = |time: Duration| SPENDS as f64 / time.as_secs_f64();
    println!(
        "connect, P2WPKH spends          {:>8.0} /s   bare secp256k1 {:>8.0} /s   {:.0} % of it",
        rate(median(whole)),
        rate(median(bare)),
        100.0 * parts[parts.len() / 2],
    );
    Ok(())
}

fn recommitted(mut block: Block) -> Result<Block> {
    let root = block.witness_root().ok_or("no witness root")?;
    let commitment = Block::compute_witness_commitment(&root, &[0; 32]);
    let output = block.txdata[0].output.last_mut().ok_or("no commitment")?;
    let mut bytes = output.script_pubkey.to_bytes();
    bytes[6..38].copy_from_slice(commitment.as_byte_array());
    output.script_pubkey = ScriptBuf::from_bytes(bytes);
    block.header.merkle_root = block.compute_merkle_root().ok_or("no Merkle root")?;
    Ok(solved(block))
}

fn import() -> Result<()> {
    let (source, target) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let mut blocks = Vec::new();
    let spec = ChainSpec::regtest();
    let start = spec.genesis_block().header.time;
    {
        let node = open(source.path(), spec.clone(), PoolConfig::default())?;
        for n in 1..=SMALL_BLOCKS {
            let now = Now::from_ms(u64::from(start + n * 600) * 1_000);
            let block = next(&node, now, b"")?;
            node.process_block(block.clone(), Arrival { requested: false, enough_work: true })?;
            blocks.push(block);
        }
    }
    let node = open(target.path(), spec, PoolConfig::default())?;
    let started = Instant::now();
    for block in blocks {
        node.process_block(block, Arrival { requested: false, enough_work: true })?;
    }
    node.flush()?;
    let time = started.elapsed();
    println!(
        "import of {SMALL_BLOCKS} small blocks    {:>8.0} /s   flushed at the end",
        f64::from(SMALL_BLOCKS) / time.as_secs_f64()
    );
    Ok(())
}

fn networked(dir: &Path, to: Option<SocketAddr>) -> Result<(Node, SocketAddr, Handle)> {
    let spec = ChainSpec::regtest();
    let node = open(dir, spec.clone(), PoolConfig::default())?;
    let scope = Scope::new();
    let net = Config::new(spec.block_spacing_secs(), "/figures/".to_owned());
    let mut config = P2pConfig::new(spec.magic(), 18444, net);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let permissions = quarry_net::Permissions::default();
    config.listen = vec![Bind { address, permissions, optional: false }];
    config.add_nodes = to.iter().map(ToString::to_string).collect();
    let host = Arc::new(node.clone());
    let bound = quarry_node::p2p::start(config, host, Clock::system(), node.p2p(), &scope)?;
    let address = *bound.first().ok_or("nothing bound")?;
    Ok((node, address, Handle::new("node", EventHub::new(1), scope)))
}

async fn relay() -> Result<()> {
    let (first, second) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let (from, address, from_handle) = networked(first.path(), None)?;
    let (to, _, to_handle) = networked(second.path(), Some(address))?;
    let mut tip = to.tip();
    let mut times = Vec::new();
    for n in 0..RELAYED {
        let block = next(&from, now(), &n.to_le_bytes())?;
        let hash = block.block_hash();
        let started = Instant::now();
        from.submit_block(block).await?;
        tokio::time::timeout(Duration::from_secs(60), tip.wait_for(|tip| *tip == hash)).await??;
        times.push(started.elapsed());
    }
    // The first waits for the connection too.
    let times = times.split_off(1);
    let worst = times.iter().max().copied().unwrap_or_default();
    println!(
        "block from node to node         {:>8.1} ms   worst of {} {:.1} ms",
        1e3 * median(times.clone()).as_secs_f64(),
        times.len(),
        1e3 * worst.as_secs_f64()
    );
    for handle in [from_handle, to_handle] {
        handle.shutdown(Duration::from_secs(10)).await?;
    }
    Ok(())
}

fn template() -> Result<()> {
    const VALUE: u64 = 100_000;
    let (spec, key, coins) = funded(WAITING, VALUE)?;
    let dir = tempfile::tempdir()?;
    let node = open(dir.path(), spec, PoolConfig::default())?;
    let started = Instant::now();
    for (n, coin) in (0u64..).zip(coins) {
        let (tx, ..) = spend(&key, coin, VALUE, 200 + n * 7_919 % 3_000)?;
        node.accept_tx(tx)?;
    }
    let accepted = started.elapsed() / u32::try_from(WAITING)?;
    let mut times = Vec::new();
    for round in 0..21u8 {
        let payout = ScriptBuf::from_bytes(vec![0x51]);
        let started = Instant::now();
        let template = node.read(|chain| chain.template(now(), &payout, &[round]))?;
        times.push(started.elapsed());
        assert_eq!(template.block.txdata.len(), WAITING + 1);
    }
    println!(
        "template of {WAITING} transactions   {:>8.1} ms   accepting one {:.0} us, signing it too",
        1e3 * median(times).as_secs_f64(),
        1e6 * accepted.as_secs_f64()
    );
    let status = std::fs::read_to_string("/proc/self/status")?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    println!("resident memory after it        {}", resident.unwrap_or("unknown").trim());
    Ok(())
}
