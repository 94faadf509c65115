//! Scripts that are not run, rules that nobody knows, chains that failed, and BIP-94: what depends on
//! options and not on rules.

use quarry_chain::limits::{INVALID_CHAIN_LEAD, UNKNOWN_RULES_PERIOD};
use quarry_chain::{
    Arrival, BlockOutcome, Chain, ChainEvent, ChainOptions, ChainSpec, MemoryStore, SpecDraft,
    UtxoLedger,
};
use quarry_primitives::{Block, BlockVersion, Header, Witness};

use crate::support::{
    COIN, TestChain, block_of, chain, connect, draft, key, mine, mine_many, next_block, now,
    payment, reject_block, reseal, solve, spec,
};

fn with(spec: ChainSpec, options: ChainOptions) -> TestChain {
    Chain::open_with(spec, UtxoLedger::new(), MemoryStore::default(), options).unwrap()
}

/// A block with a spend that nobody signed, and the headers of it and of four blocks above it.
fn unsigned() -> (Block, Vec<Header>) {
    let open = with(weekly(), ChainOptions::default());
    let mut tx = payment(&open, 1, key(7), COIN);
    tx.input[0].witness = Witness::new();
    let wrong = block_of(&open, vec![tx]);
    let mut headers = vec![wrong.header];
    for _ in 0..4 {
        let parent = headers[headers.len() - 1];
        let mut header = parent;
        header.prev_blockhash = parent.block_hash();
        header.time += 1;
        headers.push(solve(Block { header, txdata: Vec::new() }).header);
    }
    (wrong, headers)
}

/// A block a week, so that three of them are deep enough.
fn weekly() -> ChainSpec {
    ChainSpec::new(SpecDraft { block_spacing_secs: 7 * 24 * 60 * 60, ..draft() }).unwrap()
}

fn told(events: &[ChainEvent]) -> Vec<Option<&'static str>> {
    let reasons = events.iter().filter_map(|event| match event {
        ChainEvent::ScriptsRun { reason, .. } => Some(*reason),
        _ => None,
    });
    reasons.collect()
}

#[test]
fn scripts_below_a_block_that_is_vouched_for_are_not_run_once_it_is_deep() {
    let (block, headers) = unsigned();
    let hashes: Vec<_> = headers.iter().map(Header::block_hash).collect();
    let cases = [
        (None, 5, Some("assumevalid=0 (always verify)")),
        (Some(hashes[0]), 1, Some("block too recent relative to best header")),
        (Some(hashes[0]), 3, Some("block too recent relative to best header")),
        (Some(hashes[3]), 2, Some("assumevalid hash not in headers")),
        (Some(hashes[0]), 4, None),
        (Some(hashes[2]), 5, None),
    ];
    for (assume_valid, known, reason) in cases {
        let options = ChainOptions { assume_valid, ..ChainOptions::default() };
        let mut chain = with(weekly(), options);
        chain.accept_headers(now(), &headers[..known]).unwrap();
        let done = chain.process_block(now(), block.clone(), Arrival::OWN);
        assert_eq!(told(&done.events), [reason], "{known} headers");
        match reason {
            None => assert_eq!(done.outcome.unwrap(), BlockOutcome::Connected),
            Some(_) => {
                let refused = done.outcome.unwrap_err();
                assert!(refused.reject_reason().starts_with("block-script-verify-flag-failed"));
            }
        }
    }
}

fn signal(chain: &mut TestChain, bit: u8, count: u32) {
    for _ in 0..count {
        let mut block = next_block(chain, key(9), b"signal");
        block.header.version = BlockVersion::from_consensus(0x2000_0000 | (1 << bit));
        connect(chain, solve(block)).unwrap();
    }
}

#[test]
fn rules_that_nobody_here_knows_are_noticed() {
    let mut chain = chain();
    mine_many(&mut chain, UNKNOWN_RULES_PERIOD - 1);
    for (bit, signals) in [(5, 107), (6, 108), (7, 144)] {
        signal(&mut chain, bit, signals);
        mine_many(&mut chain, UNKNOWN_RULES_PERIOD - signals);
        // Locked in at most; the one before is active now.
        assert_eq!(chain.unknown_rules().contains(&6), bit == 7);
    }
    mine_many(&mut chain, UNKNOWN_RULES_PERIOD - 1);
    assert_eq!(chain.unknown_rules(), [6]);
    mine(&mut chain, key(9));
    assert_eq!(chain.unknown_rules(), [6, 7]);
}

#[test]
fn an_invalid_chain_far_ahead_is_noticed() {
    let mut chain = chain();
    let first = mine(&mut chain, key(1));
    mine_many(&mut chain, INVALID_CHAIN_LEAD);
    chain.invalidate_block(now(), &first).unwrap();
    // It is ahead by as many as the lead and one.
    assert!(chain.has_longer_invalid_chain());
    mine(&mut chain, key(2));
    assert!(!chain.has_longer_invalid_chain());
}

#[test]
fn time_does_not_go_back_where_a_period_begins_if_the_chain_says_so() {
    for has_rule in [true, false] {
        let spec = ChainSpec::new(SpecDraft { block_spacing_secs: 24 * 60 * 60 / 4, ..draft() });
        let spec = spec.unwrap();
        let spec = if has_rule { spec.with_timewarp_rule() } else { spec };
        assert_eq!(spec.retarget_interval(), 4);
        let mut chain = with(spec, ChainOptions::default());
        mine_many(&mut chain, 2);
        let mut late = next_block(&chain, key(1), b"time");
        late.header.time = now().wall_secs() + 3_600;
        let late = solve(late);
        let time = late.header.time;
        connect(&mut chain, late).unwrap();
        let mut early = next_block(&chain, key(1), b"time");
        // Templates keep the rule anyway.
        assert!(early.header.time >= time - 600);
        early.header.time = time - 601;
        let early = reseal(early);
        if has_rule {
            assert_eq!(reject_block(&mut chain, early), "time-timewarp-attack");
        } else {
            connect(&mut chain, early).unwrap();
        }
    }
}

#[test]
fn a_wished_version_is_that_of_blocks_made_here() {
    let options = ChainOptions { block_version: Some(1_337), ..ChainOptions::default() };
    let block = next_block(&with(spec(), options), key(1), b"version");
    assert_eq!(block.header.version.to_consensus(), 1_337);
}
