//! Every rule for transactions, by its reject string, through the mempool and through blocks.

use quarry_primitives::{
    Amount, BitcoinAmount, LockTime, OutPoint, ScriptBuf, Sequence, Transaction, TxOut,
};

use crate::support::{
    ALLOC, COIN, FEE, accept, alloc_coin, block_of, chain, key, mine, mine_many, payment,
    reject_block, reject_tx, tx,
};

const MAX_MONEY: u64 = Amount::MAX.to_base();

/// Refused by the mempool and in a block, for the same reason.
fn rejects(edit: impl FnOnce(&mut Transaction)) -> &'static str {
    let mut chain = chain();
    let mut tx = payment(&chain, 1, key(7), COIN);
    edit(&mut tx);
    let reason = reject_tx(&mut chain, tx.clone());
    let block = block_of(&chain, vec![tx]);
    assert_eq!(reject_block(&mut chain, block), reason);
    reason
}

/// Refused by the mempool; a block may have it, as far as this goes.
fn not_relayed(edit: impl FnOnce(&mut Transaction)) -> &'static str {
    let mut chain = chain();
    let mut tx = payment(&chain, 1, key(7), COIN);
    edit(&mut tx);
    reject_tx(&mut chain, tx)
}

fn sats(value: u64) -> BitcoinAmount {
    BitcoinAmount::from_sat(value)
}

#[test]
fn empty() {
    let mut chain = chain();
    let tx = payment(&chain, 1, key(7), COIN);
    let no_inputs = Transaction { input: vec![], ..tx };
    assert_eq!(reject_tx(&mut chain, no_inputs), "bad-txns-vin-empty");
    assert_eq!(rejects(|tx| tx.output.clear()), "bad-txns-vout-empty");
}

#[test]
fn oversize() {
    let script_pubkey = ScriptBuf::from_bytes(vec![0x6a; 1_000_000]);
    let big = TxOut { value: sats(0), script_pubkey };
    assert_eq!(not_relayed(|tx| tx.output.push(big)), "bad-txns-oversize");
}

// CVE-2010-5139: two outputs whose sum wraps, and every boundary around.
#[test]
fn output_values() {
    let with = |values: [u64; 2]| {
        rejects(|tx| {
            tx.output.truncate(2);
            (tx.output[0].value, tx.output[1].value) = (sats(values[0]), sats(values[1]));
        })
    };
    assert_eq!(with([MAX_MONEY + 1, 0]), "bad-txns-vout-toolarge");
    assert_eq!(with([MAX_MONEY, 1]), "bad-txns-txouttotal-toolarge");
    assert_eq!(with([1 << 63, 0]), "bad-txns-vout-negative");
    assert_eq!(with([u64::MAX, 2]), "bad-txns-vout-negative");
    // Block 74638: each below 2^63, wrapping together.
    assert_eq!(with([0x7fff_ffff_ffff_fff0; 2]), "bad-txns-vout-toolarge");
    // In range, but not covered by the inputs.
    assert_eq!(with([MAX_MONEY - 1_000, 1_000]), "bad-txns-in-belowout");
}

// CVE-2018-17144: one coin spent twice by one transaction.
#[test]
fn duplicate_inputs() {
    assert_eq!(rejects(|tx| tx.input.push(tx.input[0].clone())), "bad-txns-inputs-duplicate");
}

#[test]
fn null_input() {
    let null = |tx: &mut Transaction| {
        let mut input = tx.input[0].clone();
        input.previous_output = OutPoint::null();
        tx.input.push(input);
    };
    assert_eq!(rejects(null), "bad-txns-prevout-null");
}

#[test]
fn missing_or_spent() {
    let nothing = |tx: &mut Transaction| tx.input[0].previous_output.vout = 77;
    assert_eq!(rejects(nothing), "bad-txns-inputs-missingorspent");
    let mut chain = chain();
    let first = payment(&chain, 1, key(7), COIN);
    accept(&mut chain, first.clone()).unwrap();
    mine(&mut chain, key(9));
    let second = payment(&chain, 1, key(8), COIN);
    assert_eq!(reject_tx(&mut chain, second), "bad-txns-inputs-missingorspent");
    assert_eq!(reject_tx(&mut chain, first), "txn-already-known");
}

#[test]
fn below_out() {
    let more = |tx: &mut Transaction| tx.output[0].value = sats(ALLOC);
    assert_eq!(rejects(more), "bad-txns-in-belowout");
}

#[test]
fn premature_spend_of_coinbase() {
    let mut chain = chain();
    mine(&mut chain, key(5));
    let txid = chain.block(&chain.tip().hash).unwrap().unwrap().txdata[0].compute_txid();
    let spend = tx()
        .spend(OutPoint { txid, vout: 0 }, key(5), 50 * COIN)
        .pay(key(6).script(), 49 * COIN)
        .sign();
    assert_eq!(reject_tx(&mut chain, spend.clone()), "bad-txns-premature-spend-of-coinbase");
    mine_many(&mut chain, 2);
    accept(&mut chain, spend).unwrap();
}

#[test]
fn loose_coinbase() {
    let mut chain = chain();
    let coinbase = block_of(&chain, vec![]).txdata[0].clone();
    assert_eq!(reject_tx(&mut chain, coinbase), "coinbase");
}

#[test]
fn scripts() {
    let forge = |tx: &mut Transaction| tx.output[0].value = sats(COIN + 1);
    assert_eq!(
        not_relayed(forge),
        "mempool-script-verify-flag-failed (Signature must be zero for failed CHECK(MULTI)SIG \
         operation)"
    );
}

#[test]
fn lock_times() {
    let mut chain = chain();
    mine_many(&mut chain, 1);
    let with = |lock, sequence| {
        tx().spend(alloc_coin(&chain, 1), key(1), ALLOC)
            .pay(key(7).script(), COIN)
            .change(|tx| {
                tx.lock_time = LockTime::from_consensus(lock);
                tx.input[0].sequence = Sequence::from_consensus(sequence);
            })
            .sign()
    };
    let (later, locked) = (with(2, 0xffff_fffe), with(0, 3));
    let (height, age) = (with(1, 0xffff_fffe), with(0, 2));
    assert_eq!(reject_tx(&mut chain, later), "non-final");
    assert_eq!(reject_tx(&mut chain, locked), "non-BIP68-final");
    let mut other = crate::support::open(chain.store().clone());
    accept(&mut chain, height).unwrap();
    accept(&mut other, age).unwrap();
}

#[test]
fn forms_that_are_not_relayed() {
    assert_eq!(not_relayed(|tx| tx.version.0 = 4), "version");
    assert_eq!(not_relayed(|tx| tx.version.0 = -1), "version");
    let tiny = |tx: &mut Transaction| {
        let anchor = ScriptBuf::from_bytes(vec![0x51, 0x02, 0x4e, 0x73]);
        tx.output = vec![TxOut { value: sats(COIN), script_pubkey: anchor }];
    };
    assert_eq!(not_relayed(tiny), "tx-size-small");
    let heavy = |tx: &mut Transaction| tx.input[0].witness.push(vec![0; 400_000]);
    assert_eq!(not_relayed(heavy), "tx-size");
    let long = |tx: &mut Transaction| tx.input[0].script_sig = vec![0x51; 1_651].into();
    assert_eq!(not_relayed(long), "scriptsig-size");
    let computes = |tx: &mut Transaction| tx.input[0].script_sig = vec![0x61].into();
    assert_eq!(not_relayed(computes), "scriptsig-not-pushonly");
}

#[test]
fn outputs_that_are_not_relayed() {
    let pay = |script: Vec<u8>| {
        move |tx: &mut Transaction| {
            tx.output.push(TxOut { value: sats(0), script_pubkey: script.into() });
        }
    };
    assert_eq!(not_relayed(pay(vec![0x51])), "scriptpubkey");
    let data = |len: u16| {
        let [low, high] = len.to_le_bytes();
        [vec![0x6a, 0x4d, low, high], vec![0; usize::from(len)]].concat()
    };
    let dust = |tx: &mut Transaction| {
        pay(key(8).script().into_bytes())(tx);
        tx.output[0].value = sats(293);
    };
    assert_eq!(not_relayed(dust), "dust");
    assert_eq!(not_relayed(|tx| tx.output[0].value = sats(293)), "dust");
    let mut chain = chain();
    let tx = tx()
        .spend(alloc_coin(&chain, 1), key(1), ALLOC)
        .pay(key(7).script(), 294)
        .pay(data(40_000).into(), 0)
        .pay(data(20_000).into(), 0)
        .sign();
    accept(&mut chain, tx).unwrap();
}

#[test]
fn fees_below_relay() {
    let mut chain = chain();
    let with_fee = |fee: u64| {
        tx().spend(alloc_coin(&chain, 1), key(1), ALLOC).pay(key(7).script(), ALLOC - fee).sign()
    };
    let vsize = u64::try_from(with_fee(FEE).vsize()).unwrap();
    // 100 for 1000 virtual bytes, rounded up.
    let (least, less) = (with_fee(vsize.div_ceil(10)), with_fee(vsize.div_ceil(10) - 1));
    assert_eq!(reject_tx(&mut chain, less), "min relay fee not met");
    accept(&mut chain, least).unwrap();
}

/// The reject string of a loose spend of an output with this script and this input, or nothing.
fn relay(script: Vec<u8>, edit: impl FnOnce(&mut Transaction)) -> Option<&'static str> {
    let mut chain = chain();
    let put =
        tx().spend(alloc_coin(&chain, 1), key(1), ALLOC).pay(script.clone().into(), COIN).sign();
    let block = block_of(&chain, vec![put.clone()]);
    crate::support::connect(&mut chain, block).unwrap();
    let mut take = tx()
        .spend_script(OutPoint { txid: put.compute_txid(), vout: 0 }, key(1), COIN, script.into())
        .pay(key(7).script(), COIN - FEE)
        .tx;
    edit(&mut take);
    accept(&mut chain, take).err().map(|error| error.reject_reason())
}

fn pay_to_script_hash(script: &[u8]) -> Vec<u8> {
    ScriptBuf::from_bytes(script.to_vec()).to_p2sh().into_bytes()
}

fn pay_to_witness_script_hash(script: &[u8]) -> Vec<u8> {
    ScriptBuf::from_bytes(script.to_vec()).to_p2wsh().into_bytes()
}

/// A script that is true, with so many signature checks that are not run.
fn true_with_sigops(count: usize) -> Vec<u8> {
    [vec![0x51, 0x00, 0x63], vec![0xac; count], vec![0x68]].concat()
}

#[test]
fn spends_of_unknown_scripts_are_not_relayed() {
    let nothing = |_: &mut Transaction| {};
    assert_eq!(relay(vec![0x51], nothing), Some("bad-txns-nonstandard-inputs"));
    let later_version = [vec![0x60, 0x02], vec![7; 2]].concat();
    assert_eq!(relay(later_version, nothing), Some("bad-txns-nonstandard-inputs"));
    let no_script = pay_to_script_hash(&[0x51]);
    assert_eq!(relay(no_script, nothing), Some("bad-txns-nonstandard-inputs"));
}

#[test]
fn script_hashes_with_many_signatures_are_not_relayed() {
    let with = |count| {
        let script = true_with_sigops(count);
        let script_sig = [vec![u8::try_from(script.len()).unwrap()], script.clone()].concat();
        relay(pay_to_script_hash(&script), |tx| tx.input[0].script_sig = script_sig.into())
    };
    assert_eq!(with(15), None);
    assert_eq!(with(16), Some("bad-txns-nonstandard-inputs"));
}

#[test]
fn odd_witnesses_are_not_relayed() {
    let with = |items: &[Vec<u8>]| {
        // The items are dropped, what is left is true.
        let script = [vec![0x75; items.len()], vec![0x51]].concat();
        let witness: Vec<Vec<u8>> = [items, std::slice::from_ref(&script)].concat();
        relay(pay_to_witness_script_hash(&script), |tx| {
            tx.input[0].witness = quarry_primitives::Witness::from_slice(&witness);
        })
    };
    assert_eq!(with(&[vec![7; 80]]), None);
    assert_eq!(with(&[vec![7; 81]]), Some("bad-witness-nonstandard"));
    assert_eq!(with(&vec![vec![]; 100]), None);
    assert_eq!(with(&vec![vec![]; 101]), Some("bad-witness-nonstandard"));
    // A witness for what takes none.
    let loose = relay(pay_to_script_hash(&[0x51]), |tx| {
        tx.input[0].script_sig = vec![0x01, 0x51].into();
        tx.input[0].witness.push([1]);
    });
    assert_eq!(loose, Some("bad-witness-nonstandard"));
    // An annex.
    let taproot = [vec![0x51, 0x20], vec![7; 32]].concat();
    let annex = relay(taproot, |tx| {
        tx.input[0].witness = quarry_primitives::Witness::from_slice(&[vec![7; 64], vec![0x50]]);
    });
    assert_eq!(annex, Some("bad-witness-nonstandard"));
}

#[test]
fn policy_and_consensus_have_words_of_their_own() {
    // OP_1 pushed the long way is against policy, and only against policy.
    let script = vec![0x01, 0x01];
    let script_sig = [vec![2], script.clone()].concat();
    let reason =
        relay(pay_to_script_hash(&script), |tx| tx.input[0].script_sig = script_sig.into());
    assert_eq!(reason, Some("mempool-script-verify-flag-failed (Data push larger than necessary)"));
}
