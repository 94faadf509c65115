//! What is wrong with a block by itself, or by its place: header, coinbase, Merkle root, lock
//! times.

use quarry_primitives::{
    BlockHash, BlockVersion, CompactTarget, Hash, LockTime, OutPoint, ScriptBuf,
    Sequence as InputSequence, TxMerkleNode,
};

use super::builder::{BASE, BASE_HEIGHT, anyone, free_tx, nth, output, script};
use super::{Case, Plan, Sequence, check_all};

/// The height of the block above the base.
const HERE: u32 = BASE_HEIGHT + 1;

fn coinbase_script(b: &mut Plan<'_>, bytes: usize) {
    // Height 131 by BIP-34, then whatever.
    let script = [vec![0x02, 0x83, 0x00], vec![0x00; bytes.saturating_sub(3)]].concat();
    b.coinbase().input[0].script_sig = ScriptBuf::from_bytes(script[..bytes].to_vec());
}

const COINBASES: &[Case] = &[
    ("coinbase script of 1 byte", Err("bad-cb-length"), |b| coinbase_script(b, 1)),
    // Long enough, but the height takes three.
    ("coinbase script of 2 bytes", Err("bad-cb-height"), |b| coinbase_script(b, 2)),
    ("coinbase script of 3 bytes", Ok(()), |b| coinbase_script(b, 3)),
    ("coinbase script of 100 bytes", Ok(()), |b| coinbase_script(b, 100)),
    ("coinbase script of 101 bytes", Err("bad-cb-length"), |b| coinbase_script(b, 101)),
    ("height of the block before", Err("bad-cb-height"), |b| {
        b.coinbase().input[0].script_sig = script(&[0x02, 0x82, 0x00, 0x00]);
    }),
    ("height in a longer push", Err("bad-cb-height"), |b| {
        b.coinbase().input[0].script_sig = script(&[0x03, 0x83, 0x00, 0x00, 0x00]);
    }),
    ("no coinbase", Err("bad-cb-missing"), |b| {
        b.spend(0);
        b.block.txdata.remove(0);
    }),
    ("coinbase second", Err("bad-cb-missing"), |b| {
        b.spend(0);
        b.block.txdata.swap(0, 1);
    }),
    ("two coinbases", Err("bad-cb-multiple"), |b| {
        let mut second = b.block.txdata[0].clone();
        second.output[0].value = quarry_primitives::BitcoinAmount::ZERO;
        b.add(second);
    }),
    ("coinbase third", Err("bad-cb-multiple"), |b| {
        b.spend(0);
        let mut second = b.block.txdata[0].clone();
        second.lock_time = LockTime::from_consensus(1);
        b.add(second);
    }),
    ("coinbase without outputs", Err("bad-txns-vout-empty"), |b| b.coinbase().output.clear()),
    ("coinbase that pays nobody anything", Ok(()), |b| {
        b.coinbase().output = vec![output(0, script(&[0x6a]))];
    }),
    ("coinbase with two inputs", Err("bad-cb-missing"), |b| {
        let second = b.block.txdata[0].input[0].clone();
        b.coinbase().input.push(second);
    }),
    ("coinbase takes the fee", Ok(()), |b| {
        let out = b.out(0);
        b.add(free_tx(&[out.at], vec![output(out.value - 10, anyone())]));
        b.claim(10);
    }),
    ("coinbase takes more than the fee", Err("bad-cb-amount"), |b| {
        let out = b.out(0);
        b.add(free_tx(&[out.at], vec![output(out.value - 9, anyone())]));
        b.claim(10);
    }),
    ("coinbase takes less than the subsidy", Ok(()), |b| {
        b.coinbase().output[0].value = quarry_primitives::BitcoinAmount::from_sat(1);
    }),
    ("coinbase pays by many outputs", Err("bad-cb-amount"), |b| {
        b.coinbase().output.push(output(1, anyone()));
    }),
    ("coinbase spent in its own block", Err("bad-txns-premature-spend-of-coinbase"), |b| {
        let own = nth(&b.block.txdata[0], 0);
        b.add(free_tx(&[own], vec![output(1, anyone())]));
    }),
];

#[test]
fn coinbases() {
    check_all(COINBASES);
}

const HEADERS: &[Case] = &[
    ("hash above the target", Err("high-hash"), |b| b.unsolved()),
    ("target of nothing", Err("high-hash"), |b| {
        b.header(|h| h.bits = CompactTarget::from_consensus(0));
        b.unsolved();
    }),
    ("negative target", Err("high-hash"), |b| {
        b.header(|h| h.bits = CompactTarget::from_consensus(0x20ff_ffff));
        b.unsolved();
    }),
    ("target above the limit", Err("high-hash"), |b| {
        b.header(|h| h.bits = CompactTarget::from_consensus(0x2100_ffff));
    }),
    ("target that is too hard", Err("bad-diffbits"), |b| {
        b.header(|h| h.bits = CompactTarget::from_consensus(0x207f_fffe));
    }),
    ("much harder target", Err("bad-diffbits"), |b| {
        b.header(|h| h.bits = CompactTarget::from_consensus(0x2000_7fff));
    }),
    ("unknown parent", Err("prev-blk-not-found"), |b| {
        b.header(|h| h.prev_blockhash = BlockHash::from_byte_array([7; 32]));
    }),
    ("version 0", Err("bad-version(0x00000000)"), |b| {
        b.header(|h| h.version = BlockVersion::from_consensus(0));
    }),
    ("version 1", Err("bad-version(0x00000001)"), |b| {
        b.header(|h| h.version = BlockVersion::from_consensus(1));
    }),
    ("version 3", Err("bad-version(0x00000003)"), |b| {
        b.header(|h| h.version = BlockVersion::from_consensus(3));
    }),
    ("negative version", Err("bad-version(0xffffffff)"), |b| {
        b.header(|h| h.version = BlockVersion::from_consensus(-1));
    }),
    ("version 4", Ok(()), |b| b.header(|h| h.version = BlockVersion::from_consensus(4))),
    ("another Merkle root", Err("bad-txnmrklroot"), |b| {
        b.header(|h| h.merkle_root = TxMerkleNode::from_byte_array([7; 32]));
    }),
    ("no transactions", Err("bad-blk-length"), |b| b.block.txdata.clear()),
];

#[test]
fn headers() {
    check_all(HEADERS);
}

// A hash that is too high is found first, whatever else is wrong; a target within the limit that
// the chain does not ask for comes only after the block itself.
#[test]
fn order_of_refusals() {
    check_all(&[
        ("high hash and no transactions", Err("high-hash"), |b| {
            b.block.txdata.clear();
            b.unsolved();
        }),
        ("no transactions and unknown parent", Err("bad-blk-length"), |b| {
            b.block.txdata.clear();
            b.header(|h| h.prev_blockhash = BlockHash::all_zeros());
        }),
        ("old version and wrong target", Err("bad-diffbits"), |b| {
            b.header(|h| h.version = BlockVersion::ONE);
            b.header(|h| h.bits = CompactTarget::from_consensus(0x207f_fffe));
        }),
        ("too large a fee and wrong height", Err("bad-cb-height"), |b| {
            b.claim(1);
            b.coinbase().input[0].script_sig = script(&[0x51, 0x51]);
        }),
        ("non-final and wrong height", Err("bad-txns-nonfinal"), |b| {
            b.coinbase().input[0].script_sig = script(&[0x51, 0x51]);
            b.coinbase().input[0].sequence = InputSequence::ZERO;
            b.coinbase().lock_time = LockTime::from_consensus(131);
        }),
        // A script that fails does not hide that the coinbase pays too much.
        ("failing script and too large a fee", Err("bad-cb-amount"), |b| {
            b.run(&script(&[0x00]), ScriptBuf::new(), &[]);
            b.claim(1);
        }),
    ]);
}

#[test]
fn timestamps() {
    let mut s = Sequence::regtest();
    let (median, now) = (s.median_time(BASE), s.now().wall_secs());
    let mut at = |name: &str, parent: &str, time: u32| {
        s.add(name, parent, |b| b.header(move |h| h.time = time));
    };
    at("median", BASE, median);
    at("after median", BASE, median + 1);
    at("too new", "after median", now + 7_201);
    at("newest", "after median", now + 7_200);
    s.reject("median", "time-too-old");
    s.accept("after median");
    s.reject("too new", "time-too-new");
    s.accept("newest");
    // One block from the future moves the median by one place only.
    let median = s.median_time("newest");
    s.add("old again", "newest", move |b| b.header(move |h| h.time = median));
    s.add("right again", "newest", move |b| b.header(move |h| h.time = median + 1));
    s.reject("old again", "time-too-old");
    s.accept("right again");
    s.finish("right again");
}

// Nobody remembers a block from the future as invalid: two hours later it is right.
#[test]
fn time_heals_a_block_from_the_future() {
    let mut s = Sequence::regtest();
    let now = s.now();
    let time = now.wall_secs() + 7_201;
    s.add("early", BASE, move |b| b.header(move |h| h.time = time));
    s.reject("early", "time-too-new");
    let later = quarry_primitives::Now::from_ms(now.wall_ms + 1_000);
    let block = s.block("early").clone();
    s.chain().accept_block(later, block).unwrap();
    s.finish("early");
}

fn locked(b: &mut Plan<'_>, lock: u32, sequence: u32) {
    let out = b.out(0);
    let mut tx = free_tx(&[out.at], vec![output(out.value, anyone())]);
    tx.lock_time = LockTime::from_consensus(lock);
    tx.input[0].sequence = InputSequence::from_consensus(sequence);
    b.add(tx);
}

const LOCK_TIMES: &[Case] = &[
    ("lock of the height before", Ok(()), |b| locked(b, HERE - 1, 0)),
    ("lock of this height", Err("bad-txns-nonfinal"), |b| locked(b, HERE, 0)),
    ("lock of this height waived", Ok(()), |b| locked(b, HERE, u32::MAX)),
    ("lock of all heights", Err("bad-txns-nonfinal"), |b| locked(b, 499_999_999, 0xffff_fffe)),
    ("lock of the first second", Ok(()), |b| locked(b, 500_000_000, 0)),
    ("lock for ever", Err("bad-txns-nonfinal"), |b| locked(b, u32::MAX, 0xffff_fffe)),
    ("lock for ever waived", Ok(()), |b| locked(b, u32::MAX, u32::MAX)),
    ("coinbase locked", Err("bad-txns-nonfinal"), |b| {
        b.coinbase().lock_time = LockTime::from_consensus(u32::MAX);
        b.coinbase().input[0].sequence = InputSequence::from_consensus(0xdead_beef);
    }),
    ("coinbase locked and waived", Ok(()), |b| {
        b.coinbase().lock_time = LockTime::from_consensus(u32::MAX);
    }),
    ("one of two inputs waives", Err("bad-txns-nonfinal"), |b| {
        let outs: [OutPoint; 2] = [b.out(0).at, b.out(1).at];
        let mut tx = free_tx(&outs, vec![output(1, anyone())]);
        tx.lock_time = LockTime::from_consensus(HERE);
        tx.input[1].sequence = InputSequence::ZERO;
        b.add(tx);
    }),
];

#[test]
fn lock_times() {
    check_all(LOCK_TIMES);
}

// BIP-113: what counts is the median time past of the block before, not the block's own time.
#[test]
fn lock_times_by_median_time() {
    let mut s = Sequence::regtest();
    let median = s.median_time(BASE);
    s.add("at median", BASE, |b| locked(b, median, 0));
    s.add("before median", BASE, |b| locked(b, median - 1, 0));
    s.reject("at median", "bad-txns-nonfinal");
    s.accept("before median");
    s.finish("before median");
}
