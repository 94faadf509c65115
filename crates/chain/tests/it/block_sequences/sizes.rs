//! How large and how heavy a block may be: to the byte.

use quarry_primitives::Block;

use super::builder::{free_tx, output, script};
use super::{Case, Plan, check_all};

/// A program of a version that has no meaning yet: any witness spends it.
fn any_witness() -> quarry_primitives::ScriptBuf {
    script(&[&[0x52, 0x20], &[7; 32][..]].concat())
}

fn weight_of(block: &Block) -> usize {
    usize::try_from(block.weight().to_wu()).unwrap()
}

/// Adds an output that fills the block up to a size without witnesses.
fn fill(b: &mut Plan<'_>, bytes: usize) {
    let stripped = |block: &Block| (weight_of(block) - block.total_size()) / 3;
    let out = b.out(0);
    b.add(free_tx(&[out.at], vec![output(0, script(&vec![0x6a; bytes - 1_000]))]));
    let missing = bytes - stripped(&b.block);
    let tx = b.block.txdata.last_mut().unwrap();
    tx.output[0].script_pubkey = script(&vec![0x6a; bytes - 1_000 + missing]);
    assert_eq!(stripped(&b.block), bytes);
}

/// Adds a witness that fills the block up to a weight.
fn weigh(b: &mut Plan<'_>, weight: usize) {
    b.run(&any_witness(), script(&[]), &[vec![0; weight / 2]]);
    b.commit_now();
    let missing = weight - weight_of(&b.block);
    b.block.txdata.last_mut().unwrap().input[0].witness.clear();
    b.block.txdata.last_mut().unwrap().input[0].witness.push(vec![0; weight / 2 + missing]);
    b.commit_now();
    assert_eq!(weight_of(&b.block), weight);
}

/// Adds a spend with a witness of so many bytes.
fn spend_with(b: &mut Plan<'_>, bytes: usize) {
    let mut tx = b.spend_of(1, &any_witness());
    tx.input[0].witness.push(vec![0; bytes]);
    b.add(tx);
}

const SIZES: &[Case] = &[
    ("1,000,000 bytes", Ok(()), |b| fill(b, 1_000_000)),
    ("1,000,001 bytes", Err("bad-blk-length"), |b| fill(b, 1_000_001)),
    ("weight 4,000,000", Ok(()), |b| weigh(b, 4_000_000)),
    ("weight 4,000,001", Err("bad-blk-weight"), |b| weigh(b, 4_000_001)),
    ("half of it without witness", Ok(()), |b| {
        fill(b, 500_000);
        spend_with(b, 1_900_000);
    }),
    ("too heavy together", Err("bad-blk-weight"), |b| {
        fill(b, 900_000);
        spend_with(b, 500_000);
    }),
    // A transaction alone may not be larger than a block, but then the block is refused first.
    ("a transaction of 1,000,001 bytes", Err("bad-blk-length"), |b| {
        b.add(free_tx(&[b.out(0).at], vec![output(0, script(&vec![0x6a; 1_000_000]))]));
    }),
];

#[test]
fn sizes() {
    check_all(SIZES);
}
