//! Headers and blocks with scripted peers: whom the machine asks, what it refuses, when it gives
//! up.

use quarry_net::codec::Command;
use quarry_net::limits::{
    BLOCK_DOWNLOAD_WINDOW, BLOCK_STALLING_TIMEOUT_MS, CHAIN_SYNC_TIMEOUT_MS,
    HEADERS_DOWNLOAD_TIMEOUT_BASE_MS, HEADERS_RESPONSE_TIME_MS, MAX_BLOCKS_IN_TRANSIT_PER_PEER,
    MAX_HEADERS_RESULTS,
};
use quarry_net::{
    Action, ChainView, ConnectionKind, DisconnectReason, Input, InvKind, Inventory, Message,
    Misbehaviour, PeerId, Permissions,
};
use quarry_primitives::{Block, BlockHash, ChainWork, Header};

use crate::support::{
    Bench, START_SECS, config, ended, find_to, is_discouraged, names_to, sent_to,
};
use crate::toy::{NO_WORK, Toy, block_on};

const OUT: ConnectionKind = ConnectionKind::OutboundFullRelay;
const IN: ConnectionKind = ConnectionKind::Inbound;

/// Blocks on a chain's tip, one on another.
fn branch(chain: &Toy, count: usize, mark: u64) -> Vec<Block> {
    let mut parent = chain.tip_header();
    let mut blocks = Vec::new();
    for n in 0..count as u64 {
        let block = block_on(&parent, START_SECS - 10, mark * 1_000_000 + n + 1);
        parent = block.header;
        blocks.push(block);
    }
    blocks
}

fn headers(blocks: &[Block]) -> Vec<Header> {
    blocks.iter().map(|block| block.header).collect()
}

/// The blocks asked of a peer.
fn asked(actions: &[Action], peer: u64) -> Vec<BlockHash> {
    let lists = sent_to(actions, peer).into_iter().filter_map(|message| match message {
        Message::GetData(list) => Some(list),
        _ => None,
    });
    lists.flatten().filter_map(|entry| entry.as_block()).collect()
}

fn give(bench: &mut Bench, peer: u64, block: &Block) -> Vec<Action> {
    bench.say(peer, Message::Block(Box::new(block.clone())))
}

fn work(n: u32) -> ChainWork {
    let mut bytes = [0; 32];
    bytes[28..].copy_from_slice(&n.to_be_bytes());
    ChainWork::from_be_bytes(bytes)
}

#[test]
fn a_chain_comes_by_headers_first_then_by_blocks_from_all_peers() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, 100, 1);
    bench.ready(1, OUT);
    bench.ready(2, OUT);
    let mut open: Vec<(u64, BlockHash)> = Vec::new();
    for peer in [1, 2] {
        let all = bench.say(peer, Message::Headers(headers(&blocks)));
        for id in [1, 2] {
            open.extend(asked(&all, id).into_iter().map(|hash| (id, hash)));
        }
    }
    assert_eq!(open.len(), 2 * MAX_BLOCKS_IN_TRANSIT_PER_PEER);
    let mut from = [0; 3];
    while let Some((peer, hash)) = open.pop() {
        from[peer as usize] += 1;
        let block = blocks.iter().find(|block| block.block_hash() == hash).unwrap();
        let all = give(&mut bench, peer, block);
        for id in [1, 2] {
            open.extend(asked(&all, id).into_iter().map(|hash| (id, hash)));
        }
    }
    assert_eq!(bench.chain.tip().height, 100);
    assert_eq!(from[1] + from[2], 100, "no block was asked for twice");
    assert!(from[1] >= 16 && from[2] >= 16);
}

#[test]
fn headers_and_blocks_are_taken_from_inbound_peers_during_the_initial_download() {
    let mut bench = Bench::new();
    bench.chain.initial_download = true;
    let blocks = branch(&bench.chain, 3, 1);
    let ready = bench.ready(1, IN);
    assert!(find_to(&ready, 1, Command::GETHEADERS).is_some());
    let all = bench.say(1, Message::Headers(headers(&blocks)));
    let hashes: Vec<BlockHash> = blocks.iter().map(Block::block_hash).collect();
    assert_eq!(asked(&all, 1), hashes);
    for block in &blocks {
        give(&mut bench, 1, block);
    }
    assert_eq!(bench.chain.tip().height, 3);
}

#[test]
fn a_full_message_of_headers_asks_for_more() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, MAX_HEADERS_RESULTS + 5, 1);
    bench.ready(1, OUT);
    let all = bench.say(1, Message::Headers(headers(&blocks[..MAX_HEADERS_RESULTS])));
    let Some(Message::GetHeaders(locator)) = find_to(&all, 1, Command::GETHEADERS) else {
        panic!()
    };
    assert_eq!(locator.hashes[0], blocks[MAX_HEADERS_RESULTS - 1].block_hash());
    assert!(locator.hashes.len() < 30);
    let all = bench.say(1, Message::Headers(headers(&blocks[MAX_HEADERS_RESULTS..])));
    assert!(find_to(&all, 1, Command::GETHEADERS).is_none());
    assert_eq!(bench.chain.best_header().height as usize, blocks.len());
}

#[test]
fn headers_that_do_not_connect_lead_to_a_question() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, 3, 1);
    bench.ready(1, OUT);
    bench.say(1, Message::Headers(vec![]));
    let all = bench.say(1, Message::Headers(vec![blocks[2].header]));
    assert_eq!(names_to(&all, 1), ["getheaders"]);
    // Not again while the answer is to come.
    assert_eq!(names_to(&bench.say(1, Message::Headers(vec![blocks[2].header])), 1), [""; 0]);
    let all = bench.say(1, Message::Headers(headers(&blocks)));
    assert_eq!(asked(&all, 1).len(), 3);
}

#[test]
fn a_peer_that_named_a_block_before_we_knew_it_can_be_asked_for_it_later() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, 1, 1);
    let hash = blocks[0].block_hash();
    bench.ready(1, OUT);
    bench.ready(2, OUT);
    bench.say(1, Message::Inv(vec![Inventory::block(hash, false)]));
    assert_eq!(asked(&bench.say(2, Message::Headers(headers(&blocks))), 2), [hash]);
    let info = bench.net.peer(bench.now(), PeerId(1)).unwrap();
    assert_eq!(info.best_known, Some(hash));
    assert_eq!(asked(&bench.input(Input::Disconnected { peer: PeerId(2) }), 1), [hash]);
}

#[test]
fn headers_without_work_or_order_are_misbehaviour() {
    let mut bench = Bench::new();
    let mut blocks = branch(&bench.chain, 3, 1);
    bench.ready(1, IN);
    let mixed = vec![blocks[0].header, blocks[2].header];
    let all = bench.say(1, Message::Headers(mixed));
    let reason = DisconnectReason::Misbehaved(Misbehaviour::HeadersOrder);
    assert_eq!(ended(&all, 1), Some(reason));
    blocks[0].header.nonce = NO_WORK;
    bench.ready(2, IN);
    let all = bench.say(2, Message::Headers(vec![blocks[0].header]));
    assert_eq!(ended(&all, 2), Some(DisconnectReason::Misbehaved(Misbehaviour::HeaderWork)));
    assert!(is_discouraged(&all));
}

/// Minimum work above what is shown: nothing is kept until enough of it is there, then the same
/// headers have to come again.
#[test]
fn headers_are_kept_only_once_their_chain_shows_enough_work() {
    let mut careful = config();
    let total = 2 * MAX_HEADERS_RESULTS + 100;
    // Each block of this chain stands for two hashes.
    careful.min_chain_work = work(2 * total as u32);
    let mut bench = Bench::with(careful);
    bench.chain.initial_download = true;
    let blocks = branch(&bench.chain, total, 1);
    let all_headers = headers(&blocks);
    bench.ready(1, IN);
    let ask = |all: &[Action]| match find_to(all, 1, Command::GETHEADERS) {
        Some(Message::GetHeaders(locator)) => locator.hashes[0],
        other => panic!("{other:?}"),
    };
    let chunks: Vec<&[Header]> = all_headers.chunks(MAX_HEADERS_RESULTS).collect();
    for (i, chunk) in chunks.iter().enumerate() {
        let all = bench.say(1, Message::Headers(chunk.to_vec()));
        assert_eq!(bench.chain.best_header().height, 0, "nothing is kept yet");
        let start = bench.chain.tip().hash;
        let last = chunk.last().unwrap().block_hash();
        assert_eq!(ask(&all), if i == 2 { start } else { last });
    }
    for chunk in &chunks {
        bench.say(1, Message::Headers(chunk.to_vec()));
    }
    assert_eq!(bench.chain.best_header().height as usize, total);

    // Another chain the second time is not taken.
    let mut bench = Bench::with(bench.net.config().clone());
    bench.chain.initial_download = true;
    bench.ready(1, IN);
    for chunk in &chunks {
        bench.say(1, Message::Headers(chunk.to_vec()));
    }
    let other = headers(&branch(&bench.chain, MAX_HEADERS_RESULTS, 2));
    bench.say(1, Message::Headers(other));
    assert_eq!(bench.chain.best_header().height, 0);
}

#[test]
fn a_short_chain_below_the_minimum_work_is_passed_over_and_costs_outbound_peers_nothing_yet() {
    let mut careful = config();
    careful.min_chain_work = work(1_000);
    let mut bench = Bench::with(careful);
    let blocks = branch(&bench.chain, 10, 1);
    bench.ready(1, IN);
    let all = bench.say(1, Message::Headers(headers(&blocks)));
    assert!(ended(&all, 1).is_none());
    assert_eq!(bench.chain.best_header().height, 0);
    // Who is trusted may.
    bench.ready_with(2, IN, Permissions { noban: true, ..Permissions::default() });
    bench.say(2, Message::Headers(headers(&blocks)));
    assert_eq!(bench.chain.best_header().height, 10);
}

#[test]
fn a_peer_that_holds_up_the_window_leaves_after_two_seconds_the_next_after_four() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, BLOCK_DOWNLOAD_WINDOW as usize + 200, 1);
    bench.ready(1, OUT);
    let mut queue = asked(&bench.say(1, Message::Headers(headers(&blocks))), 1);
    assert_eq!(queue.len(), 16);
    // The second gives all it is asked for, until the first's blocks are in the way.
    bench.ready(2, OUT);
    queue = asked(&bench.say(2, Message::Headers(headers(&blocks))), 2);
    while let Some(hash) = queue.pop() {
        let block = blocks.iter().find(|block| block.block_hash() == hash).unwrap();
        queue.extend(asked(&give(&mut bench, 2, block), 2));
    }
    let stored = blocks.iter().filter(|it| bench.chain.stored(&it.block_hash()).is_some());
    assert_eq!(stored.count(), BLOCK_DOWNLOAD_WINDOW as usize - 16);
    assert!(ended(&bench.wait(BLOCK_STALLING_TIMEOUT_MS - 2), 1).is_none());
    let all = bench.wait(10);
    assert_eq!(ended(&all, 1), Some(DisconnectReason::Stalling));
    // Its blocks are asked of the other at once; if that one stalls too, it has more time.
    let hashes = asked(&all, 2);
    assert_eq!(hashes.len(), 16);
    for hash in hashes {
        let block = blocks.iter().find(|block| block.block_hash() == hash).unwrap();
        give(&mut bench, 2, block);
    }
    assert!(bench.chain.tip().height >= BLOCK_DOWNLOAD_WINDOW - 16);
}

#[test]
fn a_block_that_does_not_come_ends_the_connection_after_a_block_spacing() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, 1, 1);
    bench.ready(1, OUT);
    bench.say(1, Message::Headers(headers(&blocks)));
    assert!(ended(&bench.wait(600_000), 1).is_none());
    let end = ended(&bench.wait(2_000), 1);
    assert_eq!(end, Some(DisconnectReason::BlockTimeout(blocks[0].block_hash())));
    assert_eq!(bench.net.blocks_in_flight(), 0);
}

#[test]
fn a_peer_that_does_not_send_headers_leaves_when_there_is_another() {
    let mut bench = Bench::new();
    bench.chain = Toy::new(crate::toy::genesis(START_SECS - 30 * 24 * 3600));
    bench.chain.initial_download = true;
    bench.ready(1, OUT);
    let second = bench.ready(2, OUT);
    assert!(find_to(&second, 2, Command::GETHEADERS).is_none(), "one sync at a time");
    let mut all = Vec::new();
    for _ in 0..HEADERS_DOWNLOAD_TIMEOUT_BASE_MS / 60_000 + 1 {
        for peer in [1, 2] {
            all.extend(bench.say(peer, Message::SendHeaders));
        }
        all.extend(bench.wait(60_000));
    }
    assert_eq!(ended(&all, 1), Some(DisconnectReason::HeadersTimeout));
    assert!(ended(&all, 2).is_none());
    assert!(find_to(&all, 2, Command::GETHEADERS).is_some(), "the other takes over");
}

#[test]
fn an_outbound_peer_that_stays_behind_leaves() {
    let mut bench = Bench::new();
    for n in 1..=5 {
        let block = bench.chain.mine(START_SECS - 20, n);
        bench.chain.add_block(&block);
    }
    let mut all = bench.ready(1, OUT);
    bench.say(1, Message::Headers(vec![]));
    for _ in 0..(CHAIN_SYNC_TIMEOUT_MS + HEADERS_RESPONSE_TIME_MS) / 60_000 + 2 {
        all.extend(bench.wait(60_000));
        if ended(&all, 1).is_none() {
            all.extend(bench.say(1, Message::Headers(vec![])));
        }
        let pings: Vec<Message> = sent_to(&all, 1);
        if let Some(Message::Ping(nonce)) =
            pings.iter().rev().find(|it| matches!(it, Message::Ping(_)))
        {
            all.extend(bench.say(1, Message::Pong(Some(*nonce))));
        }
    }
    assert_eq!(ended(&all, 1), Some(DisconnectReason::OldChain));
}

#[test]
fn invalid_blocks_are_misbehaviour_even_if_that_shows_later() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, 3, 1);
    bench.chain.bad.insert(blocks[1].block_hash());
    bench.ready(1, IN);
    bench.say(1, Message::Headers(headers(&blocks)));
    // Out of order: that the second is bad can be seen only when the first is there.
    assert!(ended(&give(&mut bench, 1, &blocks[1]), 1).is_none());
    let all = give(&mut bench, 1, &blocks[0]);
    assert_eq!(ended(&all, 1), Some(DisconnectReason::Misbehaved(Misbehaviour::InvalidBlock)));
    assert!(is_discouraged(&all));
    // Who builds on it, inbound, is told nothing; its blocks are not asked for.
    bench.ready(2, IN);
    let all = bench.say(2, Message::Headers(vec![blocks[2].header]));
    assert!(asked(&all, 2).is_empty());
}

#[test]
fn a_mutated_block_does_not_condemn_its_header() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, 1, 1);
    bench.ready(1, IN);
    bench.ready(2, OUT);
    bench.say(1, Message::Headers(headers(&blocks)));
    let mut mutated = blocks[0].clone();
    mutated.txdata.push(crate::toy::tx(99));
    let all = give(&mut bench, 1, &mutated);
    assert_eq!(ended(&all, 1), Some(DisconnectReason::Misbehaved(Misbehaviour::MutatedBlock)));
    let all = bench.say(2, Message::Headers(headers(&blocks)));
    assert_eq!(asked(&all, 2), [blocks[0].block_hash()]);
    give(&mut bench, 2, &blocks[0]);
    assert_eq!(bench.chain.tip().height, 1);
}

#[test]
fn new_blocks_are_told_by_headers_to_those_who_asked_and_by_inv_to_others() {
    let mut bench = Bench::new();
    bench.ready(1, IN);
    bench.connect(2, IN);
    bench.say(2, Message::Version(Box::new(crate::support::version())));
    bench.say(2, Message::Verack);
    let genesis = bench.chain.tip();
    for peer in [1, 2] {
        bench.say(peer, Message::Headers(vec![]));
        bench.say(peer, Message::Inv(vec![Inventory::block(genesis.hash, false)]));
    }
    let block = bench.chain.mine(START_SECS, 1);
    let (_, old) = bench.chain.add_block(&block);
    let all = bench.input(Input::TipChanged { old: old.unwrap() });
    assert_eq!(find_to(&all, 1, Command::HEADERS), Some(Message::Headers(vec![block.header])));
    let inv = vec![Inventory {
        kind: InvKind::Block,
        hash: *AsRef::<[u8; 32]>::as_ref(&block.block_hash()),
    }];
    assert_eq!(find_to(&all, 2, Command::INV), Some(Message::Inv(inv)));
    // Who gave it is not told.
    let more = branch(&bench.chain, 1, 7);
    bench.say(1, Message::Headers(headers(&more)));
    let all = give(&mut bench, 1, &more[0]);
    assert!(find_to(&all, 1, Command::HEADERS).is_none());
    assert!(find_to(&all, 2, Command::INV).is_some());
    // Many at once are told by the last alone.
    let many = branch(&bench.chain, 12, 8);
    let old = bench.chain.tip().hash;
    for block in &many {
        bench.chain.add_block(block);
    }
    let all = bench.input(Input::TipChanged { old });
    assert!(find_to(&all, 1, Command::HEADERS).is_none());
    assert_eq!(names_to(&all, 1), ["inv"]);
}

#[test]
fn getblocks_is_answered_by_inv_and_goes_on() {
    let mut bench = Bench::new();
    let blocks = branch(&bench.chain, 700, 1);
    let genesis = bench.chain.tip().hash;
    for block in &blocks {
        bench.chain.add_block(block);
    }
    bench.ready(1, IN);
    let stop = crate::toy::genesis(1).header.prev_blockhash;
    let locator = quarry_net::LocatorMessage { version: 70_016, hashes: vec![genesis], stop };
    let all = bench.say(1, Message::GetBlocks(locator));
    let Some(Message::Inv(list)) = find_to(&all, 1, Command::INV) else { panic!() };
    assert_eq!(list.len(), 500);
    assert_eq!(list[499].as_block(), Some(blocks[499].block_hash()));
    let all = bench.say(1, Message::GetData(vec![list[499]]));
    let tip = Inventory::block(blocks[699].block_hash(), false);
    assert_eq!(find_to(&all, 1, Command::INV), Some(Message::Inv(vec![tip])));
    assert!(all.contains(&Action::SendBlock {
        peer: PeerId(1),
        hash: blocks[499].block_hash(),
        witness: false
    }));
}
