//! Anything in any order: well-formed messages that make no sense, verdicts nobody asked for,
//! connections that come and go. Nothing panics, all bounds hold.

use proptest::collection::vec;
use proptest::prelude::*;
use quarry_net::limits::{MAX_BLOCKS_IN_TRANSIT_PER_PEER, MAX_PEER_TX_ANNOUNCEMENTS};
use quarry_net::{
    Action, AddressEntry, BlockFault, BlockVerdict, ChainView, ConnectionKind, Input, Inventory,
    LocatorMessage, Message, PeerId, Permissions, Services, TxRef, TxVerdict,
};
use quarry_primitives::{Block, BlockHash, Hash};

use crate::support::{Bench, START_SECS, config, endpoint, incoming, judge, version};
use crate::toy::{NO_WORK, block_on, genesis, tx};

/// Three branches of 30 blocks on the genesis, and one block without work.
fn world() -> Vec<Block> {
    let mut blocks = Vec::new();
    for mark in 1..=3 {
        let mut parent = genesis(START_SECS - 600).header;
        for n in 0..30 {
            let block = block_on(&parent, START_SECS - 100, mark * 100 + n);
            parent = block.header;
            blocks.push(block);
        }
    }
    let mut lazy = blocks[0].clone();
    lazy.header.nonce = NO_WORK;
    blocks.push(lazy);
    blocks
}

const KINDS: [ConnectionKind; 6] = [
    ConnectionKind::Inbound,
    ConnectionKind::OutboundFullRelay,
    ConnectionKind::BlockRelayOnly,
    ConnectionKind::Manual,
    ConnectionKind::Feeler,
    ConnectionKind::AddrFetch,
];

fn message(which: u64, blocks: &[Block]) -> Message {
    let n = (which >> 8) as usize;
    let block = &blocks[n % blocks.len()];
    let hash = block.block_hash();
    let end = blocks.len().min(n % blocks.len() + 1 + n % 7);
    let headers = blocks[n % blocks.len()..end].iter().map(|it| it.header).collect();
    let locator = LocatorMessage { version: 70_016, hashes: vec![hash], stop: hash };
    let list = vec![
        Inventory::block(hash, n.is_multiple_of(2)),
        TxRef::Wtxid(tx(which >> 8 & 0x3f).compute_wtxid()).announcement(),
        TxRef::Txid(tx(which >> 8 & 0x1f).compute_txid()).request(n.is_multiple_of(3)),
    ];
    let entry = AddressEntry {
        time: START_SECS.wrapping_add(n as u32),
        services: Services(9),
        endpoint: endpoint(which >> 8 & 0xfff),
    };
    match which % 24 {
        0 | 1 => Message::Version(Box::new(version())),
        2 | 3 => Message::Verack,
        4 => Message::Ping(which),
        5 => Message::Pong((n.is_multiple_of(2)).then_some(0)),
        6 => Message::AddrV2(vec![entry; n % 20]),
        7 => Message::GetAddr,
        8 => Message::GetHeaders(locator),
        9 | 10 => Message::Headers(headers),
        11 => Message::Headers(vec![]),
        12 => Message::SendHeaders,
        13 => Message::GetBlocks(locator),
        14 | 15 => Message::Inv(list),
        16 => Message::GetData(list),
        17 => Message::NotFound(list),
        18 | 19 => Message::Block(Box::new(block.clone())),
        20 => Message::Tx(Box::new(tx(which >> 8 & 0x3f))),
        21 => Message::FeeFilter(which as i64),
        22 => Message::WtxidRelay,
        _ => Message::MemPool,
    }
}

fn input(bench: &Bench, step: u64, blocks: &[Block]) -> Input {
    let peer = PeerId(step >> 4 & 3);
    let n = step >> 8;
    let hash = blocks[n as usize % blocks.len()].block_hash();
    let it = tx(n & 0x3f);
    let (txid, wtxid) = (it.compute_txid(), it.compute_wtxid());
    match step % 16 {
        0 => Input::Connected {
            peer,
            endpoint: endpoint(peer.0),
            bind: None,
            kind: KINDS[n as usize % 6],
            permissions: if n & 64 == 0 {
                Permissions::default()
            } else {
                Permissions::whitelisted()
            },
        },
        1 => Input::Disconnected { peer },
        2 => Input::Tick,
        3 => Input::Writable { peer },
        4 => {
            let faults = [BlockFault::Consensus, BlockFault::CachedInvalid, BlockFault::TimeFuture];
            let verdict = match n % 5 {
                0 => BlockVerdict::Invalid(faults[n as usize / 5 % 3]),
                1 => BlockVerdict::Stored,
                2 => BlockVerdict::Ignored,
                _ => BlockVerdict::Valid,
            };
            Input::BlockJudged { hash, verdict }
        }
        5 => {
            let verdict = match n % 4 {
                0 => TxVerdict::Rejected,
                1 => TxVerdict::RejectedWitness,
                2 => TxVerdict::MissingInputs { parents: vec![tx(n & 0x1f).compute_txid()] },
                _ => TxVerdict::Accepted,
            };
            Input::TxJudged { peer, txid, wtxid, verdict }
        }
        6 => {
            let old = if n.is_multiple_of(2) { bench.chain.tip().hash } else { hash };
            Input::TipChanged {
                old: if n.is_multiple_of(7) { BlockHash::all_zeros() } else { old },
            }
        }
        7 => Input::BlockConnected {
            txs: vec![(txid, wtxid)],
            spent: std::collections::BTreeSet::new(),
        },
        8 => Input::MempoolAdded { txid, wtxid },
        _ => Input::Received { peer, incoming: incoming(&message(n, blocks)) },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn anything_in_any_order_keeps_the_bounds(
        steps in vec(any::<u64>(), 1..400),
        download in any::<bool>(),
    ) {
        let blocks = world();
        let mut open = config();
        open.outbound_full_relay = 2;
        let mut bench = Bench::with(open);
        bench.chain.initial_download = download;
        for (peer, kind) in KINDS.into_iter().take(4).enumerate() {
            bench.ready(peer as u64, kind);
        }
        for step in steps {
            // Every step takes some time; some take long.
            bench.ms += step >> 40 & 0xff;
            if step >> 60 == 0 {
                bench.ms += 200_000;
            }
            let next = input(&bench, step, &blocks);
            // Most new connections shake hands in order, so that something happens with them.
            let hands = matches!(next, Input::Connected { .. }) && step & 1 << 51 == 0;
            let mut actions = bench.raw(next);
            if hands {
                let hello = [Message::Version(Box::new(version())), Message::Verack];
                for message in hello {
                    let peer = PeerId(step >> 4 & 3);
                    let incoming = incoming(&message);
                    actions.extend(bench.raw(Input::Received { peer, incoming }));
                }
            }
            for action in &actions {
                // The node is slow: it judges only half of what it is given.
                let answers = if step & 1 << 50 == 0 { judge(&mut bench.chain, action) } else { vec![] };
                for answer in answers {
                    bench.raw(answer);
                }
                if let Action::Connect { endpoint, .. } = action {
                    bench.raw(Input::ConnectFailed { endpoint: *endpoint });
                }
            }
            let mut in_flight = 0;
            let mut count = 0;
            for peer in bench.net.peers(bench.now()) {
                prop_assert!(peer.in_flight.len() <= MAX_BLOCKS_IN_TRANSIT_PER_PEER);
                in_flight += peer.in_flight.len();
                count += 1;
            }
            prop_assert_eq!(in_flight, bench.net.blocks_in_flight());
            prop_assert!(bench.net.tx_announcements() <= count * MAX_PEER_TX_ANNOUNCEMENTS);
        }
    }
}
