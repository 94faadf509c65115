//! A full mempool, an old one, an operator's options, and the mempool on disk.

use quarry_chain::{
    ChainEvent, Loaded, MempoolDump, PoolConfig, RemovalReason, TxError, UtxoLedger,
};
use quarry_chain::{Ledger, limits::MEMPOOL_ENTRY_OVERHEAD_BYTES};
use quarry_primitives::{Now, ScriptBuf, Transaction};

use crate::mempool_support::{coins_of, funded, ids, in_pool, padded, pay_fee, refusal, spend};
use crate::support::{COIN, accept, block_of, connect, key, mine, now, open};

const HOUR_MS: u64 = 3_600_000;

fn later(hours: u64) -> Now {
    Now::from_ms(now().wall_ms + hours * HOUR_MS)
}

fn memory(tx: &Transaction) -> usize {
    UtxoLedger::new().memory_bytes(tx) + MEMPOOL_ENTRY_OVERHEAD_BYTES
}

#[test]
fn a_full_mempool_keeps_who_pays_and_asks_for_more() {
    let size = 10_000;
    let probe = memory(&padded(pay_fee(&funded(1, PoolConfig::default()).1, 1), size));
    let config = PoolConfig { max_bytes: 10 * probe, ..PoolConfig::default() };
    let (mut chain, coins) = funded(20, config);
    let txs: Vec<Transaction> = (0..20u64)
        .zip(&coins)
        .map(|(n, coin)| padded(pay_fee(&[*coin], 10_000 + 1_000 * n), size))
        .collect();
    for tx in &txs {
        accept(&mut chain, tx.clone()).unwrap();
    }
    let info = chain.pool().info(now().wall_ms);
    assert_eq!((info.count, info.memory_bytes), (10, 10 * probe));
    let kept: Vec<_> = txs[10..].iter().rev().collect();
    assert_eq!(in_pool(&chain), ids(&kept));
    // What the last one that left paid, and the increment.
    let left = 19_000 * 1_000 / txs[9].vsize() as u64;
    assert_eq!(info.min_fee, left + 100);
    let poor = padded(pay_fee(&coins[..1], 19_001), size);
    let least = ((left + 100) * poor.vsize() as u64).div_ceil(1_000);
    let want = format!("mempool min fee not met, 19001 < {least}");
    assert_eq!(refusal(&mut chain, poor), want);
    // It holds until a block, then falls by a half in three hours: the mempool is empty.
    assert_eq!(chain.pool().min_fee(later(100).wall_ms), left + 100);
    mine(&mut chain, key(9));
    assert_eq!(chain.pool().min_fee(now().wall_ms), left + 100);
    let half = chain.pool().min_fee(later(3).wall_ms);
    assert!(half.abs_diff((left + 100) / 2) <= 1, "{half}");
    assert_eq!(chain.pool().min_fee(later(200).wall_ms), 0);
    assert_eq!(chain.pool().info(later(200).wall_ms).min_fee, 100);
}

#[test]
fn the_one_that_pays_least_is_told_so() {
    let (_, coins) = funded(3, PoolConfig::default());
    let probe = memory(&pay_fee(&coins[..1], 1));
    let (mut chain, coins) =
        funded(3, PoolConfig { max_bytes: 2 * probe, ..PoolConfig::default() });
    let parent = pay_fee(&coins[..1], 1_000);
    accept(&mut chain, parent.clone()).unwrap();
    accept(&mut chain, pay_fee(&coins[1..2], 3_000)).unwrap();
    let before = in_pool(&chain);
    assert_eq!(refusal(&mut chain, pay_fee(&coins[2..], 500)), "mempool full");
    assert_eq!(in_pool(&chain), before);
    assert!(chain.take_pool_events().is_empty());
    // A family leaves together, if all of it pays least.
    let child = pay_fee(&coins_of(&parent), 1_500);
    let events = accept(&mut chain, child);
    assert!(matches!(events, Err(TxError::MempoolFull)));
    assert_eq!(in_pool(&chain).len(), 1);
    let told = chain.take_pool_events();
    let reason = RemovalReason::Evicted;
    assert_eq!(told, [ChainEvent::TxRemoved { txid: parent.compute_txid(), reason }]);
}

#[test]
fn who_waits_two_weeks_leaves_with_its_family() {
    let (mut chain, coins) = funded(2, PoolConfig::default());
    let old = pay_fee(&coins[..1], 1_000);
    accept(&mut chain, old.clone()).unwrap();
    let child = pay_fee(&coins_of(&old), 1_000);
    let other = pay_fee(&coins[1..], 1_000);
    chain.accept_tx(later(300), child.clone()).unwrap();
    chain.accept_tx(later(300), other.clone()).unwrap();
    assert!(chain.limit_mempool(later(336)).is_empty());
    let events = chain.limit_mempool(Now::from_ms(later(336).wall_ms + 1_000));
    let reason = RemovalReason::Expired;
    let want = [child, old].map(|tx| ChainEvent::TxRemoved { txid: tx.compute_txid(), reason });
    assert_eq!(events, want);
    assert_eq!(in_pool(&chain), ids(&[&other]));
}

#[test]
fn options() {
    let (chain, coins) = funded(1, PoolConfig::default());
    let with = |config: PoolConfig, tx: &Transaction| {
        let mut chain = open(chain.store().clone()).with_pool_config(config);
        match accept(&mut chain, tx.clone()) {
            Ok(_) => String::new(),
            Err(error) => error.reject_details(),
        }
    };
    let default = PoolConfig::default;
    let key = ScriptBuf::from_bytes([&[0x51, 0x21][..], &[2; 33], &[0x51, 0xae]].concat());
    let mut multisig = pay_fee(&coins, 1_000);
    multisig.output[0].script_pubkey = key;
    assert_eq!(with(default(), &multisig), "");
    let strict = PoolConfig { permit_bare_multisig: false, ..default() };
    assert_eq!(with(strict, &multisig), "bare-multisig");
    // The multisig's output counts 20 operations that cost 4 each, whatever it holds.
    assert_eq!(with(PoolConfig { bytes_per_sigop: 500, ..default() }, &multisig), "");
    let heavy = PoolConfig { bytes_per_sigop: 501, ..default() };
    assert_eq!(with(heavy, &multisig), "min relay fee not met, 1000 < 1002");

    let data = padded(pay_fee(&coins, 10_000), 300);
    assert_eq!(with(default(), &data), "");
    let none = PoolConfig { max_data_carrier_bytes: None, ..default() };
    assert_eq!(with(none, &data), "datacarrier");
    let few = PoolConfig { max_data_carrier_bytes: Some(303), ..default() };
    assert_eq!(with(few, &data), "datacarrier");
    let enough = PoolConfig { max_data_carrier_bytes: Some(304), ..default() };
    assert_eq!(with(enough, &data), "");

    let mut odd = pay_fee(&coins, 1_000);
    odd.version.0 = 7;
    assert_eq!(with(default(), &odd), "version");
    assert_eq!(with(PoolConfig { require_standard: false, ..default() }, &odd), "");
    let fee = PoolConfig { min_relay_fee: 20_000, ..default() };
    assert_eq!(with(fee, &pay_fee(&coins, 1_000)), "min relay fee not met, 1000 < 1920");
    let dust = spend(&coins, &[COIN - 2_000, 700, 700]);
    assert_eq!(with(default(), &dust), "");
    let dear = PoolConfig { dust_relay_fee: 30_000, ..default() };
    assert_eq!(with(dear, &dust), "dust");
}

#[test]
fn figures_and_lists() {
    let (mut chain, coins) = funded(3, PoolConfig::default());
    let first = chain.pool().sequence();
    let parent = pay_fee(&coins[..1], 1_000);
    let child = pay_fee(&coins_of(&parent), 500);
    let rich = pay_fee(&coins[1..2], 2_000);
    for tx in [&parent, &child, &rich] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    assert_eq!(chain.pool().sequence(), first + 3);
    assert_eq!(in_pool(&chain), ids(&[&rich, &parent, &child]));
    chain.set_unbroadcast(rich.compute_txid(), true);
    chain.set_unbroadcast(coins[2].0.txid, true);
    assert_eq!(chain.pool().info(0).unbroadcast, 1);
    chain.prioritise(child.compute_txid(), -700);
    let entry = chain.pool().entry(&parent.compute_txid()).unwrap();
    assert_eq!((entry.descendants.count, entry.descendants.fees), (2, 800));
    assert_eq!(entry.spent_by, ids(&[&child]));
    assert!(entry.depends.is_empty() && entry.replaceable && !entry.unbroadcast);
    assert_eq!((entry.height, entry.vsize, entry.weight), (1, 96, 381));
    let entry = chain.pool().entry(&child.compute_txid()).unwrap();
    assert_eq!((entry.modified_fee, entry.ancestors.fees), (-200, 800));
    chain.prioritise(coins[2].0.txid, 5);
    let deltas: i64 = chain.pool().prioritised().map(|entry| entry.delta).sum();
    assert_eq!((chain.pool().prioritised().count(), deltas), (2, -695));
    chain.prioritise(coins[2].0.txid, -5);
    assert_eq!(chain.pool().prioritised().count(), 1);
    // A block that has it ends what an operator said.
    let block = block_of(&chain, vec![parent, child, rich]);
    connect(&mut chain, block).unwrap();
    assert_eq!(chain.pool().prioritised().count(), 0);
    assert_eq!(chain.pool().info(0).unbroadcast, 0);
}

#[test]
fn a_mempool_survives_a_restart() {
    let (mut chain, coins) = funded(4, PoolConfig::default());
    let parent = pay_fee(&coins[..1], 1_000);
    let child = pay_fee(&coins_of(&parent), 50);
    let other = pay_fee(&coins[1..2], 2_000);
    for tx in [&parent, &child, &other] {
        accept(&mut chain, tx.clone()).unwrap();
    }
    chain.prioritise(child.compute_txid(), 4_000);
    chain.prioritise(coins[3].0.txid, -7);
    chain.set_unbroadcast(other.compute_txid(), true);
    let dump = chain.pool().dump();
    let bytes = dump.encode(Some([1, 2, 3, 4, 5, 6, 7, 8]));
    assert_eq!(MempoolDump::decode(&bytes).unwrap(), dump);
    assert_eq!(MempoolDump::decode(&dump.encode(None)).unwrap(), dump);
    for end in 0..bytes.len() {
        MempoolDump::decode(&bytes[..end]).expect_err("a cut file");
    }

    let mut again = open(chain.store().clone());
    let (loaded, events) = again.load_mempool(later(1), dump.clone()).unwrap();
    assert_eq!(loaded, Loaded { accepted: 3, ..Loaded::default() });
    assert_eq!(events.len(), 3);
    assert_eq!(again.pool().dump(), dump);
    let (loaded, _) = again.load_mempool(later(1), dump.clone()).unwrap();
    assert_eq!(loaded, Loaded { present: 3, ..Loaded::default() });
    let mut late = open(chain.store().clone());
    let (loaded, _) = late.load_mempool(later(400), dump).unwrap();
    assert_eq!(loaded, Loaded { expired: 3, ..Loaded::default() });
}

// Core's layout, by hand: an empty list of transactions, one delta, one unbroadcast id.
#[test]
fn golden_bytes_of_a_kept_mempool() {
    let txid = "0100000000000000000000000000000000000000000000000000000000000000";
    let wire = |plain: &str| plain.replace(' ', "");
    let plain = format!("0100000000000000 0000000000000000 01{txid} f6ffffffffffffff 01{txid}");
    let dump = MempoolDump::decode(&bytes(&wire(&plain))).unwrap();
    assert!(dump.txs.is_empty());
    let id = *dump.unbroadcast.first().unwrap();
    assert!(id.to_string().ends_with("01"));
    assert_eq!(dump.deltas[&id], -10);
    assert_eq!(dump.encode(None), bytes(&wire(&plain)));
    // The mask goes by place in the file: byte 17 is the first behind the key.
    let masked = dump.encode(Some([0, 0x11, 0, 0, 0, 0, 0, 0]));
    assert_eq!(masked[..17], bytes("0200000000000000080011000000000000"));
    assert_eq!(masked[17..27], [0x11, 0, 0, 0, 0, 0, 0, 0, 1 ^ 0x11, 1]);
    assert_eq!(MempoolDump::decode(&masked).unwrap(), dump);
    let mut version = masked;
    version[0] = 3;
    assert!(MempoolDump::decode(&version).unwrap_err().to_string().contains("version 3"));
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits = (0..hex.len()).step_by(2);
    digits.map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}
