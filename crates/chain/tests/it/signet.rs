//! Signets (BIP-325): blocks of the public one, and what is asked of a solution.

use quarry_chain::{
    Chain, ChainSpec, DEFAULT_SIGNET_CHALLENGE, MemoryStore, SpecDraft, UtxoLedger,
};
use quarry_primitives::{Block, Now, Script, ScriptBuf, consensus};

use crate::support::{self, TestChain, now, recommit, reject_block};

/// The public signet's blocks 1 to 3.
fn public_blocks() -> Vec<Block> {
    let lines = include_str!("../vectors/signet_blocks.txt").lines();
    lines.map(|line| consensus::encode::deserialize_hex(line).unwrap()).collect()
}

fn signet(challenge: &[u8]) -> TestChain {
    let spec = ChainSpec::signet(challenge.to_vec().into());
    Chain::open(spec, UtxoLedger::new(), MemoryStore::default()).unwrap()
}

/// A chain with easy work whose blocks have to solve this challenge.
fn easy(challenge: &[u8]) -> TestChain {
    let signet_challenge = Some(ScriptBuf::from_bytes(challenge.to_vec()));
    let spec = ChainSpec::new(SpecDraft { signet_challenge, ..support::draft() }).unwrap();
    Chain::open(spec, UtxoLedger::new(), MemoryStore::default()).unwrap()
}

/// A block with more bytes at the end of its witness commitment.
fn with_solution(chain: &TestChain, push: &[u8]) -> Block {
    let mut block = chain.template(now(), Script::from_bytes(&[0x51]), b"").unwrap().block;
    let output = block.txdata[0].output.last_mut().unwrap();
    let script = [output.script_pubkey.as_bytes(), push].concat();
    output.script_pubkey = ScriptBuf::from_bytes(script);
    recommit(block)
}

#[test]
fn blocks_of_the_public_signet_are_taken_in() {
    let mut chain = signet(&DEFAULT_SIGNET_CHALLENGE);
    let blocks = public_blocks();
    let later = Now::from_ms(u64::from(blocks[2].header.time) * 1_000);
    for block in &blocks {
        chain.accept_block(later, block.clone()).unwrap();
    }
    assert_eq!((chain.tip().height, chain.tip().hash), (3, blocks[2].block_hash()));
    chain.verify(4, 0).unwrap();
}

#[test]
fn the_same_keys_in_another_challenge_are_another_signet() {
    // Both must sign instead of one.
    let mut both = DEFAULT_SIGNET_CHALLENGE;
    both[0] = 0x52;
    let mut chain = signet(&both);
    assert_ne!(chain.spec().magic(), signet(&DEFAULT_SIGNET_CHALLENGE).spec().magic());
    assert_eq!(reject_block(&mut chain, public_blocks()[0].clone()), "bad-signet-blksig");
    assert_eq!(chain.tip().height, 0);
}

#[test]
fn a_challenge_that_asks_for_nothing_needs_no_solution() {
    const HEADER: [u8; 4] = [0xec, 0xc7, 0xda, 0xa2];
    let mut chain = easy(&[0x51]);
    let solutions: [(&[u8], bool); 6] = [
        (&[], true),
        // An empty script and an empty witness.
        (&[&[6], &HEADER[..], &[0, 0]].concat(), true),
        // A header without a solution is no solution, and is no fault.
        (&[&[4], &HEADER[..]].concat(), true),
        // Something after the witness, no witness, and more than the block has.
        (&[&[7], &HEADER[..], &[0, 0, 0]].concat(), false),
        (&[&[5], &HEADER[..], &[0]].concat(), false),
        (&[&[6], &HEADER[..], &[0, 9]].concat(), false),
    ];
    for (push, right) in solutions {
        let block = with_solution(&chain, push);
        if right {
            chain.accept_block(now(), block).unwrap();
        } else {
            assert_eq!(reject_block(&mut chain, block), "bad-signet-blksig", "{push:02x?}");
        }
    }
}

#[test]
fn a_challenge_nobody_solves_stops_blocks_but_not_proposals() {
    let mut chain = easy(&[0x00]);
    let block = with_solution(&chain, &[]);
    chain.test_block(now(), &block, false).unwrap();
    assert_eq!(
        chain.test_block(now(), &block, true).unwrap_err().reject_reason(),
        "bad-signet-blksig"
    );
    assert_eq!(reject_block(&mut chain, block), "bad-signet-blksig");
}
