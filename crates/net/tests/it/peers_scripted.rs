//! Handshake, pings, misbehaviour and accounting with scripted peers.

use quarry_net::codec::{Command, encode};
use quarry_net::limits::{PEER_CONNECT_TIMEOUT_MS, PING_INTERVAL_MS, TIMEOUT_INTERVAL_MS};
use quarry_net::{
    Action, AddressEntry, Ban, ChainView, ConnectionKind, DisconnectReason, Input, Inventory,
    Message, Misbehaviour, NetAddress, PeerId, Permissions, Services, Subnet, TxRef,
};
use quarry_primitives::{Block, BlockHash, Hash, Txid};

use crate::support::{
    Bench, MAGIC, config, ended, endpoint, find_to, incoming, is_discouraged, names_to, sent_to,
    version,
};
use crate::toy;

const OUT: ConnectionKind = ConnectionKind::OutboundFullRelay;
const IN: ConnectionKind = ConnectionKind::Inbound;

fn greeting() -> Message {
    Message::Version(Box::new(version()))
}

#[test]
fn an_outbound_handshake_goes_in_cores_order() {
    let mut bench = Bench::new();
    assert_eq!(names_to(&bench.connect(1, OUT), 1), ["version"]);
    let answer = bench.say(1, greeting());
    assert_eq!(names_to(&answer, 1), ["wtxidrelay", "sendaddrv2", "verack", "getaddr"]);
    let ready = bench.say(1, Message::Verack);
    assert_eq!(names_to(&ready, 1), ["ping", "getheaders", "feefilter"]);
    let info = bench.net.peer(bench.now(), PeerId(1)).unwrap();
    assert_eq!((info.user_agent.as_str(), info.version), ("/Other:1.0/", 70_016));
}

#[test]
fn an_inbound_peer_speaks_first_and_is_not_asked_for_addresses() {
    let mut bench = Bench::new();
    assert_eq!(names_to(&bench.connect(1, IN), 1), [""; 0]);
    let answer = bench.say(1, greeting());
    assert_eq!(names_to(&answer, 1), ["version", "wtxidrelay", "sendaddrv2", "verack"]);
    let Some(Message::Version(ours)) = find_to(&answer, 1, Command::VERSION) else { panic!() };
    assert_eq!((ours.version, ours.user_agent.as_str()), (70_016, "/Quarry:0.1.0/"));
    assert!(ours.services.has(Services::NETWORK.with(Services::WITNESS)) && ours.relay);
    assert_eq!(ours.receiver, Some(endpoint(1)));
}

#[test]
fn an_old_peer_is_not_offered_what_it_cannot_know() {
    let mut bench = Bench::new();
    bench.connect(1, IN);
    let mut old = version();
    old.version = 70_011;
    let answer = bench.say(1, Message::Version(Box::new(old)));
    assert_eq!(names_to(&answer, 1), ["version", "verack"]);
    bench.say(1, Message::Verack);
    let all = bench.wait(30_000);
    assert!(names_to(&all, 1).iter().all(|it| it != "feefilter" && it != "sendheaders"));
    bench.connect(2, IN);
    let mut ancient = version();
    ancient.version = 31_799;
    let end = ended(&bench.say(2, Message::Version(Box::new(ancient))), 2);
    assert_eq!(end, Some(DisconnectReason::ObsoleteVersion(31_799)));
}

#[test]
fn a_connection_to_ourselves_ends() {
    let mut bench = Bench::new();
    let hello = bench.connect(1, OUT);
    let Some(own) = find_to(&hello, 1, Command::VERSION) else { panic!() };
    bench.connect(2, IN);
    assert_eq!(ended(&bench.say(2, own), 2), Some(DisconnectReason::SelfConnection));
}

#[test]
fn before_the_handshake_is_over_nothing_else_is_answered() {
    let mut bench = Bench::new();
    bench.connect(1, IN);
    assert_eq!(names_to(&bench.say(1, Message::Ping(1)), 1), [""; 0]);
    assert_eq!(names_to(&bench.say(1, Message::Verack), 1), [""; 0]);
    bench.say(1, greeting());
    let notes = bench.say(1, Message::Ping(1));
    assert_eq!(names_to(&notes, 1), [""; 0]);
    let text = "Unsupported message \"ping\" prior to verack from peer=1";
    assert!(notes.contains(&Action::Note { peer: Some(PeerId(1)), text: text.to_owned() }));
    assert!(ended(&bench.say(1, greeting()), 1).is_none(), "a second version is passed over");
    bench.say(1, Message::Verack);
    assert_eq!(names_to(&bench.say(1, Message::Verack), 1), [""; 0]);
    assert_eq!(names_to(&bench.say(1, Message::Ping(5)), 1), ["pong"]);
}

#[test]
fn features_are_negotiated_before_verack_only() {
    for message in [Message::WtxidRelay, Message::SendAddrV2] {
        let mut bench = Bench::new();
        bench.ready(1, IN);
        let command = message.command();
        let end = ended(&bench.say(1, message), 1);
        assert_eq!(end, Some(DisconnectReason::AfterVerack(command)));
    }
}

#[test]
fn chosen_peers_must_have_the_chain_and_witnesses() {
    for (kind, ends) in [
        (OUT, true),
        (ConnectionKind::BlockRelayOnly, true),
        (ConnectionKind::AddrFetch, true),
        (ConnectionKind::Manual, false),
        (IN, false),
    ] {
        let mut bench = Bench::new();
        bench.connect(1, kind);
        let mut poor = version();
        poor.services = Services::NETWORK;
        let end = ended(&bench.say(1, Message::Version(Box::new(poor))), 1);
        assert_eq!(matches!(end, Some(DisconnectReason::Services { .. })), ends, "{kind:?}");
    }
}

#[test]
fn a_feeler_leaves_after_the_version_and_its_address_is_tried() {
    let mut bench = Bench::new();
    let entry = AddressEntry {
        time: bench.now().wall_secs(),
        services: Services(9),
        endpoint: endpoint(1),
    };
    let now_secs = bench.now().wall_secs();
    bench.net.addresses_mut().add(now_secs, entry, endpoint(9).address, 0, 0);
    let Some(Message::Version(ours)) =
        find_to(&bench.connect(1, ConnectionKind::Feeler), 1, Command::VERSION)
    else {
        panic!()
    };
    assert!(!ours.relay);
    let end = ended(&bench.say(1, greeting()), 1);
    assert_eq!(end, Some(DisconnectReason::Completed(ConnectionKind::Feeler)));
    assert!(bench.net.addresses().get(&endpoint(1)).unwrap().tried);
}

#[test]
fn a_block_relay_peer_hears_and_says_nothing_of_transactions_and_addresses() {
    let mut bench = Bench::new();
    let all = bench.ready(1, ConnectionKind::BlockRelayOnly);
    let Some(Message::Version(ours)) = find_to(&all, 1, Command::VERSION) else { panic!() };
    assert!(!ours.relay);
    assert!(names_to(&all, 1).iter().all(|it| it != "getaddr" && it != "feefilter"));
    let wtxid = toy::tx(1).compute_wtxid();
    let inv = Message::Inv(vec![TxRef::Wtxid(wtxid).announcement()]);
    let end = ended(&bench.say(1, inv), 1).map(|reason| reason.to_string());
    let want = format!("transaction ({wtxid}) inv sent in violation of protocol");
    assert_eq!(end, Some(want));
}

#[test]
fn a_silent_handshake_ends_after_its_time() {
    let mut bench = Bench::new();
    bench.connect(1, OUT);
    bench.connect(2, IN);
    assert!(ended(&bench.wait(PEER_CONNECT_TIMEOUT_MS - 1), 1).is_none());
    let all = bench.wait(2);
    // In Core's words: to one of them we said something.
    for (peer, words) in [
        (1, "socket no message in first 60 seconds, never received from peer"),
        (2, "socket no message in first 60 seconds, never received from peer, never sent to peer"),
    ] {
        assert_eq!(ended(&all, peer).unwrap().to_string(), words);
    }
    // One who spoke, but did not finish.
    bench.connect(4, IN);
    bench.say(4, Message::Version(Box::new(version())));
    let all = bench.wait(PEER_CONNECT_TIMEOUT_MS + 1);
    assert_eq!(ended(&all, 4), Some(DisconnectReason::HandshakeTimeout));
}

#[test]
fn pings_go_out_every_two_minutes_and_measure_time() {
    let mut bench = Bench::new();
    let Some(Message::Ping(nonce)) = find_to(&bench.ready(1, IN), 1, Command::PING) else {
        panic!("no ping after verack");
    };
    bench.ms += 70;
    bench.say(1, Message::Pong(Some(nonce ^ 1)));
    assert_eq!(bench.net.peer(bench.now(), PeerId(1)).unwrap().ping_ms, None);
    bench.say(1, Message::Pong(Some(nonce)));
    let info = bench.net.peer(bench.now(), PeerId(1)).unwrap();
    assert_eq!((info.ping_ms, info.min_ping_ms, info.ping_wait_ms), (Some(70), Some(70), None));
    assert!(find_to(&bench.wait(PING_INTERVAL_MS - 1_000), 1, Command::PING).is_none());
    assert!(find_to(&bench.wait(3_000), 1, Command::PING).is_some());
    assert!(find_to(&bench.input(Input::PingAll), 1, Command::PING).is_some());
}

#[test]
fn an_unanswered_ping_and_long_silence_end_a_connection() {
    let mut bench = Bench::new();
    bench.ready(1, IN);
    bench.ready(2, IN);
    let mut all = Vec::new();
    for _ in 0..TIMEOUT_INTERVAL_MS / 60_000 + 1 {
        // The first talks, but does not answer pings.
        all.extend(bench.say(1, Message::SendHeaders));
        all.extend(bench.wait(60_000));
    }
    assert!(matches!(ended(&all, 1), Some(DisconnectReason::PingTimeout { .. })));
    assert!(ended(&all, 2).is_some());
}

#[test]
fn misbehaviour_costs_the_connection_and_the_good_name() {
    let mut bench = Bench::new();
    bench.ready(1, IN);
    let mut other = bench.ready(2, IN);
    other.clear();
    let all = bench.say(1, Message::SendCmpct { announce: 2, version: 2 });
    let reason = DisconnectReason::Misbehaved(Misbehaviour::SendCmpct);
    assert_eq!(ended(&all, 1), Some(reason));
    assert!(is_discouraged(&all));
    let secs = bench.now().wall_ms / 1000;
    assert!(bench.net.bans().is_discouraged(&endpoint(1).address, secs));
    assert!(ended(&all, 2).is_none());
    // Exempt, each in its way.
    let noban = Permissions { noban: true, ..Permissions::default() };
    bench.ready_with(3, IN, noban);
    bench.ready(4, ConnectionKind::Manual);
    for peer in [3, 4] {
        let all = bench.say(peer, Message::SendCmpct { announce: 2, version: 2 });
        assert!(ended(&all, peer).is_none() && !is_discouraged(&all));
    }
    let local = "127.0.0.1:1".parse::<core::net::SocketAddr>().unwrap().into();
    let permissions = Permissions::default();
    bench.input(Input::Connected {
        peer: PeerId(5),
        endpoint: local,
        bind: None,
        kind: IN,
        permissions,
    });
    bench.say(5, greeting());
    bench.say(5, Message::Verack);
    let all = bench.say(5, Message::SendCmpct { announce: 2, version: 2 });
    assert!(ended(&all, 5).is_some() && !is_discouraged(&all));
}

#[test]
fn a_banned_address_is_not_let_in() {
    let mut bench = Bench::new();
    let subnet = Subnet::of_one(endpoint(1).address);
    let until_secs = bench.now().wall_ms / 1000 + 10;
    bench.net.bans_mut().ban(subnet, Ban { created_secs: 0, until_secs });
    assert_eq!(ended(&bench.connect(1, IN), 1), Some(DisconnectReason::Banned));
    bench.ms += 11_000;
    assert_eq!(ended(&bench.connect(2, IN), 2), None);
}

#[test]
fn bloom_filters_and_the_mempool_are_not_offered() {
    for (message, ends) in [
        (Message::BloomFilter(Command::FILTERLOAD), true),
        (Message::BloomFilter(Command::FILTERADD), true),
        (Message::BloomFilter(Command::FILTERCLEAR), true),
        (Message::MemPool, true),
        (Message::Unknown(Command::CMPCTBLOCK), false),
        (Message::SendCmpct { announce: 1, version: 2 }, false),
    ] {
        let mut bench = Bench::new();
        bench.ready(1, IN);
        let all = bench.say(1, message);
        assert_eq!(ended(&all, 1).is_some(), ends, "{all:?}");
        assert!(!is_discouraged(&all));
        assert!(names_to(&all, 1).is_empty());
    }
}

#[test]
fn when_all_places_are_taken_a_newcomer_replaces_one_of_the_largest_group() {
    let mut small = config();
    small.max_peers = 41;
    let mut bench = Bench::with(small);
    for peer in 0..40 {
        bench.ms += 10;
        // All but a few come from one group.
        let number = if peer < 10 { peer } else { 77 + (peer << 8) };
        let address = endpoint(number);
        let permissions = Permissions::default();
        let input = Input::Connected {
            peer: PeerId(peer),
            endpoint: address,
            bind: None,
            kind: IN,
            permissions,
        };
        assert!(ended(&bench.input(input), peer).is_none());
    }
    let all = bench.connect(200, IN);
    assert!(ended(&all, 200).is_none());
    let evicted: Vec<u64> =
        (0..40).filter(|it| ended(&all, *it) == Some(DisconnectReason::Evicted)).collect();
    assert_eq!(evicted.len(), 1);
    assert!(evicted[0] >= 10);
}

#[test]
fn bytes_are_counted_for_each_kind_of_message() {
    let mut bench = Bench::new();
    bench.ready(1, IN);
    let before = bench.net.peer(bench.now(), PeerId(1)).unwrap();
    bench.say(1, Message::Ping(1));
    bench.say(1, Message::Unknown(Command::from_bytes(*b"foo\0\0\0\0\0\0\0\0\0").unwrap()));
    let after = bench.net.peer(bench.now(), PeerId(1)).unwrap();
    assert_eq!(after.received.of(Command::PING) - before.received.of(Command::PING), 32);
    assert_eq!(after.received.of(Command::OTHER), 24);
    assert_eq!(after.sent.of(Command::PONG), 32);
    let sum: u64 = after.received.by_command().map(|(_, bytes)| bytes).sum();
    assert_eq!(sum, after.received.total());
    let size = encode(MAGIC, &greeting()).len() as u64;
    assert_eq!(after.received.of(Command::VERSION), size);
    let (received, sent) = bench.net.totals();
    assert_eq!((received.total(), sent.total()), (after.received.total(), after.sent.total()));
}

#[test]
fn getheaders_is_always_answered() {
    let mut bench = Bench::new();
    let genesis = bench.chain.tip().hash;
    bench.ready(1, IN);
    let ask = |hashes: Vec<BlockHash>| {
        let stop = BlockHash::all_zeros();
        Message::GetHeaders(quarry_net::LocatorMessage { version: 70_016, hashes, stop })
    };
    assert_eq!(sent_to(&bench.say(1, ask(vec![genesis])), 1), [Message::Headers(vec![])]);
    for n in 1..=5 {
        let block = bench.chain.mine(crate::support::START_SECS, n);
        bench.chain.add_block(&block);
    }
    let Some(Message::Headers(headers)) =
        find_to(&bench.say(1, ask(vec![genesis])), 1, Command::HEADERS)
    else {
        panic!()
    };
    assert_eq!(headers.len(), 5);
    let unknown = BlockHash::from_byte_array([9; 32]);
    let all = bench.say(1, ask(vec![unknown, headers[2].block_hash()]));
    assert_eq!(sent_to(&all, 1), [Message::Headers(headers[3..].to_vec())]);
    // Too little work to be worth it: an empty answer, no silence.
    bench.chain.initial_download = true;
    let mut poor = config();
    poor.min_chain_work = quarry_primitives::ChainWork::from_be_bytes([1; 32]);
    let mut poor = Bench::with(poor);
    poor.ready(1, IN);
    assert_eq!(sent_to(&poor.say(1, ask(vec![genesis])), 1), [Message::Headers(vec![])]);
}

#[test]
fn data_is_given_as_fast_as_it_is_read() {
    let mut bench = Bench::new();
    let mut blocks: Vec<Block> = Vec::new();
    for n in 1..=3 {
        let block = bench.chain.mine(crate::support::START_SECS, n);
        bench.chain.add_block(&block);
        blocks.push(block);
    }
    bench.ready(1, IN);
    let list: Vec<Inventory> =
        blocks.iter().map(|block| Inventory::block(block.block_hash(), true)).collect();
    let mut all = bench.say(1, Message::GetData(list));
    for block in &blocks {
        let hash = block.block_hash();
        let sends: Vec<&Action> =
            all.iter().filter(|it| matches!(it, Action::SendBlock { .. })).collect();
        assert_eq!(sends, [&Action::SendBlock { peer: PeerId(1), hash, witness: true }]);
        all = bench.input(Input::Writable { peer: PeerId(1) });
    }
    // What we have not: silence for a block, `notfound` for a transaction.
    let none = TxRef::Txid(Txid::from_byte_array([3; 32])).request(true);
    let unknown = Inventory::block(BlockHash::from_byte_array([4; 32]), true);
    let all = bench.say(1, Message::GetData(vec![unknown, none]));
    assert_eq!(sent_to(&all, 1), [Message::NotFound(vec![none])]);
}

#[test]
fn addresses_are_gossiped_at_a_bounded_rate() {
    let mut bench = Bench::new();
    bench.ready(1, IN);
    bench.ready(2, IN);
    bench.say(2, Message::GetAddr);
    let entry = |n: u64, secs: u32| AddressEntry {
        time: secs,
        services: Services(9),
        endpoint: endpoint(1_000 + n),
    };
    let secs = bench.now().wall_secs();
    // One at once, then one for every ten seconds.
    bench.say(1, Message::AddrV2((0..5).map(|n| entry(n, secs)).collect()));
    let info = bench.net.peer(bench.now(), PeerId(1)).unwrap();
    assert_eq!((info.addr_processed, info.addr_rate_limited), (1, 4));
    let passed_on = bench.wait(200_000);
    let Some(Message::AddrV2(entries)) = find_to(&passed_on, 2, Command::ADDRV2) else { panic!() };
    assert_eq!(entries.len(), 1);
    bench.say(1, Message::AddrV2((10..100).map(|n| entry(n, secs)).collect()));
    let info = bench.net.peer(bench.now(), PeerId(1)).unwrap();
    assert_eq!(info.addr_processed, 21);
    assert_eq!(bench.net.addresses().len(), 21);
    // Given out once, a part of them.
    bench.ready(3, IN);
    let mut all = bench.say(3, Message::GetAddr);
    all.extend(bench.wait(200_000));
    let Some(Message::AddrV2(entries)) = find_to(&all, 3, Command::ADDRV2) else { panic!() };
    assert_eq!(entries.len(), 21 * 23 / 100);
    let mut again = bench.say(3, Message::GetAddr);
    again.extend(bench.wait(200_000));
    assert!(find_to(&again, 3, Command::ADDRV2).is_none());
}

#[test]
fn outbound_connections_are_made_to_different_groups() {
    let mut open = config();
    (open.outbound_full_relay, open.outbound_block_relay) = (8, 2);
    let mut bench = Bench::with(open);
    let secs = bench.now().wall_secs();
    let source = NetAddress::Ipv4([9, 9, 9, 9]);
    for n in 0..200 {
        let endpoint = endpoint(n % 20 + (n << 8));
        let entry = AddressEntry { time: secs, services: Services(9), endpoint };
        bench.net.addresses_mut().add(secs, entry, source, 0, 0);
    }
    let mut made: Vec<(NetAddress, ConnectionKind)> = Vec::new();
    for _ in 0..100 {
        for action in bench.wait(600) {
            let Action::Connect { endpoint, kind } = action else { continue };
            if kind == ConnectionKind::Feeler {
                bench.input(Input::ConnectFailed { endpoint });
                continue;
            }
            let peer = PeerId(made.len() as u64);
            made.push((endpoint.address, kind));
            let permissions = Permissions::default();
            bench.input(Input::Connected { peer, endpoint, bind: None, kind, permissions });
            let received = Input::Received { peer, incoming: incoming(&greeting()) };
            bench.input(received);
            bench.say(peer.0, Message::Verack);
        }
    }
    assert_eq!(made.iter().filter(|(_, kind)| *kind == OUT).count(), 8);
    assert_eq!(made.len(), 10);
    let groups: std::collections::BTreeSet<_> = made.iter().map(|(it, _)| it.group()).collect();
    assert_eq!(groups.len(), 10);
}

#[test]
fn an_address_goes_to_the_same_few_peers_for_a_day() {
    let mut bench = Bench::new();
    for peer in 1..=20 {
        bench.ready(peer, IN);
        bench.say(peer, Message::GetAddr);
    }
    let mut told = std::collections::BTreeSet::new();
    for _ in 0..10 {
        let time = bench.now().wall_secs();
        let services = Services::NETWORK;
        let news = AddressEntry { time, services, endpoint: endpoint(500) };
        let mut all = bench.say(1, Message::Addr(vec![news]));
        all.extend(bench.wait(TIMEOUT_INTERVAL_MS / 2));
        let hears = |peer: &u64| {
            [Command::ADDR, Command::ADDRV2].iter().any(|it| find_to(&all, *peer, *it).is_some())
        };
        told.extend((2..=20).filter(hears));
        // Pings are not what this is about.
        for peer in 1..=20 {
            let pings = sent_to(&all, peer).into_iter().rev();
            let mut nonces =
                pings.filter_map(|it| if let Message::Ping(it) = it { Some(it) } else { None });
            if let Some(nonce) = nonces.next() {
                bench.say(peer, Message::Pong(Some(nonce)));
            }
        }
    }
    // Two a day, and one change of day at most.
    assert!((2..=4).contains(&told.len()), "{told:?}");
}

#[test]
fn a_person_may_ask_another_peer_for_a_block() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    bench.ready(2, OUT);
    let block = BlockHash::from_byte_array([7; 32]);
    for peer in [1, 2] {
        let all = bench.input(Input::FetchBlock { peer: PeerId(peer), block });
        let wanted = Message::GetData(vec![Inventory::block(block, true)]);
        assert_eq!(find_to(&all, peer, Command::GETDATA), Some(wanted));
        // Only the last one is waited for.
        assert!(bench.net.is_requested_from(&block, PeerId(peer)));
        assert_eq!(bench.net.blocks_in_flight(), 1);
    }
    assert!(!bench.net.is_requested_from(&block, PeerId(1)));
}
