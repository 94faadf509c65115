//! Every rule for blocks, by its reject string.

use quarry_chain::BlockError;
use quarry_primitives::{
    BitcoinAmount, Block, BlockHash, BlockVersion, CompactTarget, Hash, LockTime, Now, OutPoint,
    ScriptBuf, Sequence, TxOut, Witness,
};

use crate::support::{
    ALLOC, COIN, FEE, accept, alloc_coin, block_of, chain, coins, connect, key, mine, mine_many,
    next_block, now, payment, recommit, reject_block, reseal, solve, sum, tx,
};

fn reject(edit: impl FnOnce(&mut Block)) -> String {
    let mut chain = chain();
    let mut block = block_of(&chain, vec![payment(&chain, 1, key(7), COIN)]);
    edit(&mut block);
    let (hash, tip, before) = (block.block_hash(), chain.tip(), coins(chain.store()));
    let reason = reject_block(&mut chain, block);
    assert_eq!(chain.tip(), tip, "{reason} moved the tip");
    chain.flush().unwrap();
    assert_eq!(coins(chain.store()), before, "{reason} left coins behind");
    // Its header stays at most, so that it is refused for good.
    assert!(chain.header(&hash).is_none_or(|header| header.failed || !header.stored), "{reason}");
    chain.verify(4, 0).unwrap();
    reason
}

fn edited(block: &mut Block, seal: fn(Block) -> Block, edit: impl FnOnce(&mut Block)) {
    edit(block);
    *block = seal(block.clone());
}

#[test]
fn high_hash() {
    let unsolve = |block: &mut Block| {
        while block.header.target().is_met_by(block.block_hash()) {
            block.header.nonce += 1;
        }
    };
    assert_eq!(reject(unsolve), "high-hash");
    for bits in [0, 0x0180_0000, 0xff7f_ffff, 0x2100_ffff, 0x2100_8000] {
        let bits = CompactTarget::from_consensus(bits);
        assert_eq!(reject(|block| block.header.bits = bits), "high-hash");
    }
}

#[test]
fn bad_diffbits() {
    let harder = CompactTarget::from_consensus(0x207f_fffe);
    assert_eq!(reject(|b| edited(b, solve, |b| b.header.bits = harder)), "bad-diffbits");
}

#[test]
fn time_too_old_and_too_new() {
    let mut chain = chain();
    mine_many(&mut chain, 3);
    let median = chain.tip().median_time_past;
    let at = |time| {
        let mut block = next_block(&chain, key(9), b"");
        block.header.time = time;
        solve(block)
    };
    let limit = now().wall_secs() + 7_200;
    let (old, first, new, last) = (at(median), at(median + 1), at(limit + 1), at(limit));
    assert_eq!(reject_block(&mut chain, old), "time-too-old");
    assert_eq!(reject_block(&mut chain, new.clone()), "time-too-new");
    connect(&mut chain, first).unwrap();
    connect(&mut chain, last).unwrap();
    // Time heals it: the same block is right later.
    chain.accept_block(Now::from_ms(now().wall_ms + 1_000), new).unwrap();
}

#[test]
fn bad_version() {
    let old = BlockVersion::from_consensus(3);
    assert_eq!(reject(|b| edited(b, solve, |b| b.header.version = old)), "bad-version(0x00000003)");
}

#[test]
fn unknown_and_invalid_parents() {
    let nobody = BlockHash::from_byte_array([7; 32]);
    let orphan = |b: &mut Block| b.header.prev_blockhash = nobody;
    assert_eq!(reject(|b| edited(b, solve, orphan)), "prev-blk-not-found");

    let mut chain = chain();
    let mut bad = block_of(&chain, vec![]);
    bad.txdata[0].output[0].value = BitcoinAmount::from_sat(51 * COIN);
    let bad = reseal(bad);
    let mut child = block_of(&chain, vec![]);
    child.header.prev_blockhash = bad.block_hash();
    assert_eq!(reject_block(&mut chain, bad.clone()), "bad-cb-amount");
    assert_eq!(reject_block(&mut chain, bad), "duplicate-invalid");
    assert_eq!(reject_block(&mut chain, solve(child)), "bad-prevblk");
}

#[test]
fn duplicate() {
    let mut chain = chain();
    let block = next_block(&chain, key(9), b"");
    connect(&mut chain, block.clone()).unwrap();
    assert_eq!(reject_block(&mut chain, block), "duplicate");
    let genesis = chain.spec().genesis_block().clone();
    assert_eq!(reject_block(&mut chain, genesis), "duplicate");
}

#[test]
fn bad_txnmrklroot() {
    let swap = |b: &mut Block| b.txdata[1].lock_time = LockTime::from_consensus(1);
    assert_eq!(reject(|b| edited(b, solve, swap)), "bad-txnmrklroot");
}

// CVE-2012-2459: repeating the last transactions keeps the root and the hash. The copy is refused,
// and does not stand in the honest block's way.
#[test]
fn mutated_block_does_not_condemn_the_honest_one() {
    let mut chain = chain();
    let txs = (1..=2).map(|n| payment(&chain, n, key(7), COIN)).collect();
    let honest = block_of(&chain, txs);
    let mut mutated = honest.clone();
    mutated.txdata.push(honest.txdata[2].clone());
    assert_eq!(mutated.block_hash(), honest.block_hash());
    assert!(mutated.check_merkle_root());
    assert_eq!(reject_block(&mut chain, mutated), "bad-txns-duplicate");
    connect(&mut chain, honest).unwrap();
}

#[test]
fn stripped_witness_does_not_condemn_the_honest_one() {
    let mut chain = chain();
    let honest = block_of(&chain, vec![payment(&chain, 1, key(7), COIN)]);
    let mut stripped = honest.clone();
    stripped.txdata[1].input[0].witness = Witness::new();
    assert_eq!(reject_block(&mut chain, stripped), "bad-witness-merkle-match");
    let mut no_nonce = honest.clone();
    no_nonce.txdata[0].input[0].witness = Witness::new();
    assert_eq!(reject_block(&mut chain, no_nonce), "bad-witness-nonce-size");
    connect(&mut chain, honest).unwrap();
}

#[test]
fn bad_blk_length() {
    assert_eq!(reject(|b| edited(b, reseal, |b| b.txdata.clear())), "bad-blk-length");
    let script = ScriptBuf::from_bytes(vec![0x6a; 1_000_000]);
    let big = TxOut { value: BitcoinAmount::ZERO, script_pubkey: script };
    let grow = |b: &mut Block| b.txdata[0].output.push(big);
    assert_eq!(reject(|b| edited(b, reseal, grow)), "bad-blk-length");
}

#[test]
fn bad_blk_weight() {
    // Light without witness, heavy with it.
    let pad = |b: &mut Block| b.txdata[1].input[0].witness.push(vec![0; 3_999_500]);
    assert_eq!(reject(|b| edited(b, recommit, pad)), "bad-blk-weight");
}

#[test]
fn coinbase_place() {
    let missing = |b: &mut Block| drop(b.txdata.remove(0));
    assert_eq!(reject(|b| edited(b, reseal, missing)), "bad-cb-missing");
    let second = |b: &mut Block| {
        let mut coinbase = b.txdata[0].clone();
        coinbase.lock_time = LockTime::from_consensus(5);
        b.txdata.push(coinbase);
    };
    assert_eq!(reject(|b| edited(b, reseal, second)), "bad-cb-multiple");
}

#[test]
fn coinbase_script() {
    let set = |bytes: Vec<u8>| {
        reject(|b| {
            edited(b, reseal, |b| b.txdata[0].input[0].script_sig = ScriptBuf::from_bytes(bytes));
        })
    };
    assert_eq!(set(vec![0x51]), "bad-cb-length");
    assert_eq!(set([vec![0x51], vec![0; 100]].concat()), "bad-cb-length");
    assert_eq!(set(vec![0x52, 0x00]), "bad-cb-height");
    // BIP-34 heights up to 16 are one opcode: a pushed 1 is another script.
    assert_eq!(set(vec![0x01, 0x01]), "bad-cb-height");
}

#[test]
fn coinbase_amount() {
    let over = |b: &mut Block| b.txdata[0].output[0].value += BitcoinAmount::from_sat(FEE + 1);
    assert_eq!(reject(|b| edited(b, reseal, over)), "bad-cb-amount");
    let mut chain = chain();
    let mut exact = block_of(&chain, vec![payment(&chain, 1, key(7), COIN)]);
    exact.txdata[0].output[0].value += BitcoinAmount::from_sat(FEE);
    connect(&mut chain, reseal(exact)).unwrap();
    assert_eq!(chain.supply().to_base(), sum(&coins(chain.store())));
}

#[test]
fn coinbase_maturity() {
    let mut chain = chain();
    mine(&mut chain, key(5));
    let coinbase = chain.block(&chain.tip().hash).unwrap().unwrap().txdata[0].compute_txid();
    let spend = tx()
        .spend(OutPoint { txid: coinbase, vout: 0 }, key(5), 50 * COIN)
        .pay(key(6).script(), 49 * COIN)
        .sign();
    // Mined at height 1, maturity 3: block 3 is too early, block 4 is not.
    mine_many(&mut chain, 1);
    let early = block_of(&chain, vec![spend.clone()]);
    assert_eq!(reject_block(&mut chain, early), "bad-txns-premature-spend-of-coinbase");
    mine_many(&mut chain, 1);
    let right = block_of(&chain, vec![spend]);
    connect(&mut chain, right).unwrap();
}

#[test]
fn bad_blk_sigops() {
    let script = ScriptBuf::from_bytes(vec![0xac; 9_999]);
    let many = (0..3).map(|_| TxOut { value: BitcoinAmount::ZERO, script_pubkey: script.clone() });
    let checksigs = |b: &mut Block| b.txdata[1].output.extend(many);
    assert_eq!(reject(|b| edited(b, recommit, checksigs)), "bad-blk-sigops");
}

#[test]
fn nonfinal_transactions() {
    let chain = chain();
    let with = |lock: u32, sequence| {
        let tx = tx()
            .spend(alloc_coin(&chain, 1), key(1), ALLOC)
            .pay(key(7).script(), COIN)
            .change(|tx| {
                tx.lock_time = LockTime::from_consensus(lock);
                tx.input[0].sequence = sequence;
            })
            .sign();
        let mut copy = crate::support::open(chain.store().clone());
        connect(&mut copy, block_of(&chain, vec![tx])).map_err(|error| error.reject_reason())
    };
    let waits = Sequence::ENABLE_LOCKTIME_NO_RBF;
    let median = chain.tip().median_time_past;
    assert_eq!(with(1, waits), Err("bad-txns-nonfinal".into()));
    assert!(with(0, waits).is_ok());
    assert!(with(1, Sequence::MAX).is_ok());
    // BIP-113: against the median time past, not the block's time.
    assert_eq!(with(median, waits), Err("bad-txns-nonfinal".into()));
    assert!(with(median - 1, waits).is_ok());
}

#[test]
fn relative_lock_times() {
    let mut chain = chain();
    mine_many(&mut chain, 1);
    let locked = |sequence: u32| {
        tx().spend(alloc_coin(&chain, 1), key(1), ALLOC)
            .pay(key(7).script(), COIN)
            .change(|tx| tx.input[0].sequence = Sequence::from_consensus(sequence))
            .sign()
    };
    // The coin is of height 0, the next block of height 2.
    let (right, early) = (locked(2), locked(3));
    let by_time = locked((1 << 22) | 0xffff);
    let no_lock = locked((1 << 31) | 3);
    let mut old_version = locked(3);
    old_version.version.0 = 1;
    for (tx, want) in [(right, None), (early, Some(())), (by_time, Some(())), (no_lock, None)] {
        let mut copy = crate::support::open(chain.store().clone());
        let got = connect(&mut copy, block_of(&chain, vec![tx]));
        let got = got.err().map(|error| assert_eq!(error.reject_reason(), "bad-txns-nonfinal"));
        assert_eq!(got, want);
    }
}

#[test]
fn unexpected_witness() {
    let uncommit = |b: &mut Block| drop(b.txdata[0].output.pop());
    assert_eq!(reject(|b| edited(b, reseal, uncommit)), "unexpected-witness");
}

#[test]
fn witness_nonce_of_another_size() {
    let shorten = |b: &mut Block| b.txdata[0].input[0].witness = Witness::from_slice(&[[0u8; 31]]);
    assert_eq!(reject(shorten), "bad-witness-nonce-size");
}

#[test]
fn double_spends_in_a_block() {
    let mut chain = chain();
    let a = payment(&chain, 1, key(7), COIN);
    let b = payment(&chain, 1, key(8), COIN);
    let block = block_of(&chain, vec![a.clone(), b]);
    assert_eq!(reject_block(&mut chain, block), "bad-txns-inputs-missingorspent");
    // A child may be in its parent's block, but only behind it.
    let child = tx()
        .spend(OutPoint { txid: a.compute_txid(), vout: 0 }, key(7), COIN)
        .pay(key(8).script(), COIN - FEE)
        .sign();
    let block = block_of(&chain, vec![child.clone(), a.clone()]);
    assert_eq!(reject_block(&mut chain, block), "bad-txns-inputs-missingorspent");
    let block = block_of(&chain, vec![a, child]);
    connect(&mut chain, block).unwrap();
}

#[test]
fn scripts_decide_who_spends() {
    let mut chain = chain();
    let mut forged = payment(&chain, 1, key(7), COIN);
    forged.output[0].value += BitcoinAmount::from_sat(1);
    let block = block_of(&chain, vec![forged]);
    assert_eq!(
        reject_block(&mut chain, block),
        "block-script-verify-flag-failed (Script evaluated without error but finished with a \
         false/empty top stack element)"
    );
    let anyone = ScriptBuf::from_bytes(vec![0x51]);
    let put = tx().spend(alloc_coin(&chain, 1), key(1), ALLOC).pay(anyone.clone(), COIN).sign();
    let take = tx()
        .spend_script(OutPoint { txid: put.compute_txid(), vout: 0 }, key(1), COIN, anyone)
        .pay(key(7).script(), COIN);
    let take = take.tx;
    let block = block_of(&chain, vec![put, take]);
    let nobody = ScriptBuf::from_bytes(vec![0x51, 0x69, 0x00]);
    let lose = tx().spend(alloc_coin(&chain, 2), key(2), ALLOC).pay(nobody.clone(), COIN).sign();
    let find = tx()
        .spend_script(OutPoint { txid: lose.compute_txid(), vout: 0 }, key(1), COIN, nobody)
        .pay(key(7).script(), COIN);
    let never = block_of(&chain, vec![lose, find.tx]);
    assert_eq!(
        reject_block(&mut chain, never),
        "block-script-verify-flag-failed (Script evaluated without error but finished with a \
         false/empty top stack element)"
    );
    connect(&mut chain, block).unwrap();
}

#[test]
fn legacy_outputs_can_be_spent() {
    let mut chain = chain();
    let script = key(5).legacy_script();
    let put = tx().spend(alloc_coin(&chain, 1), key(1), ALLOC).pay(script.clone(), COIN).sign();
    let take = tx()
        .spend_script(OutPoint { txid: put.compute_txid(), vout: 0 }, key(5), COIN, script)
        .pay(key(7).script(), COIN - FEE)
        .sign();
    accept(&mut chain, put).unwrap();
    accept(&mut chain, take).unwrap();
    mine(&mut chain, key(9));
    assert_eq!(chain.mempool().count, 0);
    assert_eq!(chain.script_view(&key(7).script()).unwrap().confirmed.to_base(), COIN - FEE);
}

#[test]
fn what_condemns_a_hash() {
    assert!(!BlockError::MerkleMutation.condemns_hash());
    assert!(!BlockError::WitnessMerkle.condemns_hash());
    assert!(BlockError::CoinbaseHeight { height: 1 }.condemns_hash());
}
