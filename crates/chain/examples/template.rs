//! How long a template of a full mempool takes: `cargo run --release -p quarry-chain --example
//! template`.

#![expect(clippy::unwrap_used, reason = "a failure ends the measurement")]
#![expect(clippy::print_stdout, reason = "the figures are what it is for")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::time::Instant;

use quarry_chain::{Chain, ChainSpec, MemoryStore, PoolConfig, UtxoChain, UtxoLedger};
use quarry_primitives::{
    Amount, BitcoinAmount, LockTime, Now, OutPoint, ScriptBuf, Sequence, Transaction,
    TransactionVersion, TxIn, TxOut, Witness,
};

/// How many wait.
const WAITING: usize = 5_000;
const COIN: u64 = 1_000_000;

fn spend(outpoint: OutPoint, values: &[u64]) -> Transaction {
    let script = ScriptBuf::new_p2wsh(&ScriptBuf::from_bytes(vec![0x51]).wscript_hash());
    let input = TxIn {
        previous_output: outpoint,
        sequence: Sequence::MAX,
        witness: Witness::from_slice(&[[0x51]]),
        ..TxIn::default()
    };
    let output = |value: &u64| TxOut {
        value: BitcoinAmount::from_sat(*value),
        script_pubkey: script.clone(),
    };
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![input],
        output: values.iter().map(output).collect(),
    }
}

fn main() {
    let script = ScriptBuf::new_p2wsh(&ScriptBuf::from_bytes(vec![0x51]).wscript_hash());
    let share = COIN * 1_100;
    let spec = ChainSpec::dev(vec![(script.clone(), Amount::of(share)); 5]).unwrap();
    let genesis = spec.genesis_block().txdata[0].compute_txid();
    let config = PoolConfig { max_descendants: 2_000, ..PoolConfig::default() };
    let mut chain: UtxoChain<MemoryStore> =
        Chain::open(spec, UtxoLedger::new(), MemoryStore::default())
            .unwrap()
            .with_pool_config(config);
    let now = Now::from_ms(1_800_000_000_000);
    let mut coins = Vec::new();
    for vout in 1..=5 {
        let fan = spend(OutPoint { txid: genesis, vout }, &[COIN; 1_000]);
        let txid = fan.compute_txid();
        coins.extend((0..1_000).map(|vout| OutPoint { txid, vout }));
        chain.accept_tx(now, fan).unwrap();
    }
    let mut block = chain.template(now, &script, b"").unwrap().block;
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    chain.accept_block(now, block).unwrap();

    // Chains of five, each fee another.
    let started = Instant::now();
    let mut last = None;
    for (index, coin) in coins.iter().enumerate().take(WAITING) {
        let (outpoint, value) = match last {
            Some(parent) if index % 5 != 0 => parent,
            _ => (*coin, COIN),
        };
        let fee = 100 + (index as u64 * 7_919) % 3_000;
        let tx = spend(outpoint, &[value - fee]);
        last = Some((OutPoint { txid: tx.compute_txid(), vout: 0 }, value - fee));
        chain.accept_tx(now, tx).unwrap();
    }
    let accepted = started.elapsed();
    println!("accept: {:?} each", accepted / u32::try_from(WAITING).unwrap());
    let mut times = Vec::new();
    for round in 0..20u8 {
        let started = Instant::now();
        let template = chain.template(now, &script, &[round]).unwrap();
        times.push(started.elapsed());
        assert_eq!(template.block.txdata.len(), WAITING + 1);
    }
    times.sort();
    println!("template of {WAITING}: median {:?}, worst {:?}", times[10], times[19]);
}
