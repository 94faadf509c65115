//! Nodes with one another, and what a person is told and changes.

use std::net::IpAddr;

use quarry_net::{ConnectionKind, Message, Permissions};
use quarry_node::p2p::{AddedNodeError, BanError, BanTime, Bind, P2pConfig, P2pError, Whitelist};

use crate::p2p_support::{Client, TestNode, config, until};
use crate::toy::tx;

fn connected_to(node: &TestNode) -> P2pConfig {
    let mut config = trusting();
    config.connect = vec![node.address.to_string()];
    config
}

fn trusting() -> P2pConfig {
    let mut config = config();
    config.whitelist =
        vec![Whitelist::parse("noban,in,out@127.0.0.1", Permissions::default()).unwrap()];
    config
}

#[tokio::test]
async fn two_nodes_sync_300_blocks_and_relay_blocks_and_transactions_both_ways() {
    let first = TestNode::start(trusting());
    first.host.mine(300);
    let second = TestNode::start(connected_to(&first));
    until("sync", async || (second.host.tip() == first.host.tip()).then_some(())).await;
    assert!(first.host.toy().tip_header().time > 300);

    for (from, to, number) in [(&first, &second, 1_000), (&second, &first, 2_000)] {
        for n in 0..20 {
            assert!(from.host.add_tx(tx(number + n)));
        }
        let all = async || {
            use quarry_net::{MempoolView, TxRef};
            let has = |n| {
                let id = TxRef::Wtxid(tx(number + n).compute_wtxid());
                to.host.toy().tx_info(&id).is_some()
            };
            (0..20).all(has).then_some(())
        };
        until("transactions", all).await;
        from.host.mine(3);
        until("blocks", async || (to.host.tip() == from.host.tip()).then_some(())).await;
    }

    let (inside, outside) = (&first.peers().await[0], &second.peers().await[0]);
    assert_eq!(inside.info.kind, ConnectionKind::Inbound);
    assert_eq!(outside.info.kind, ConnectionKind::Manual);
    assert_eq!(outside.name, first.address.to_string());
    assert_eq!(inside.bind, Some(first.address));
    assert_eq!(outside.bind.unwrap().to_string(), inside.name);
    assert_eq!(inside.permissions, ["noban", "download"]);
    // What one has sent the other has received, but for what is under way.
    let blocks = quarry_net::codec::Command::BLOCK;
    assert_eq!(inside.info.sent.of(blocks), outside.info.received.of(blocks));
    assert!(first.p2p.totals().await.unwrap().sent > inside.info.sent.of(blocks));
    let network = first.p2p.network().await.unwrap();
    assert_eq!((network.inbound, network.outbound, network.active), (1, 0, true));
    assert_eq!(network.listening, [first.address]);

    // Off: nobody is connected, nobody comes in.
    first.p2p.set_network_active(false).await.unwrap();
    until("nobody", async || first.peers().await.is_empty().then_some(())).await;
    Client::connect(first.address).await.ended().await;
    // On again: who is to be connected comes back by itself.
    first.p2p.set_network_active(true).await.unwrap();
    first.has_peers(1).await;
    second.stop().await;
    until("the end is seen", async || first.peers().await.is_empty().then_some(())).await;
    first.stop().await;
}

#[tokio::test]
async fn an_added_node_is_kept_listed_and_removed() {
    let (node, other) = (TestNode::start(config()), TestNode::start(config()));
    let name = other.address.to_string();
    node.p2p.add_node(name.clone()).await.unwrap().unwrap();
    assert_eq!(node.p2p.add_node(name.clone()).await.unwrap(), Err(AddedNodeError::AlreadyAdded));
    node.has_peers(1).await;
    other.has_peers(1).await;
    let listed = node.p2p.added_nodes().await.unwrap();
    assert_eq!((&listed[0].name, &listed[0].connected), (&name, &Some((name.clone(), false))));
    // The same node is not connected to twice.
    node.p2p.try_node(name.clone()).await.unwrap();
    node.p2p.try_node(format!("localhost:{}", other.address.port())).await.unwrap();
    until("a name is resolved", async || (node.peers().await.len() == 2).then_some(())).await;
    assert_eq!(node.peers().await[1].name, format!("localhost:{}", other.address.port()));

    node.p2p.remove_node(name.clone()).await.unwrap().unwrap();
    assert_eq!(node.p2p.remove_node(name.clone()).await.unwrap(), Err(AddedNodeError::NotAdded));
    assert!(node.p2p.added_nodes().await.unwrap().is_empty());
    // The connection stays until somebody ends it.
    let id = node.peers().await[1].info.id;
    assert!(node.p2p.disconnect_address(name.clone()).await.unwrap());
    assert!(node.p2p.disconnect_peer(id).await.unwrap());
    assert!(!node.p2p.disconnect_peer(id).await.unwrap());
    assert!(!node.p2p.disconnect_address(name).await.unwrap());
    until("both see it", async || other.peers().await.is_empty().then_some(())).await;
    node.stop().await;
    other.stop().await;
}

#[tokio::test]
async fn connections_of_every_kind_are_opened_up_to_their_bound() {
    let (node, other) = (TestNode::start(config()), TestNode::start(config()));
    let name = other.address.to_string();
    for kind in [ConnectionKind::BlockRelayOnly, ConnectionKind::OutboundFullRelay] {
        assert!(node.p2p.add_connection(name.clone(), kind).await.unwrap());
        node.has_peers(1).await;
        assert_eq!(node.peers().await[0].info.kind, kind);
        assert!(node.p2p.disconnect_address(name.clone()).await.unwrap());
        until("it is gone", async || other.peers().await.is_empty().then_some(())).await;
    }
    // A feeler leaves by itself, as soon as it knows that somebody is there.
    assert!(node.p2p.add_connection(name.clone(), ConnectionKind::Feeler).await.unwrap());
    let gone = async || {
        let sent = other.p2p.totals().await.unwrap().received > 0;
        (sent && other.peers().await.is_empty() && node.peers().await.is_empty()).then_some(())
    };
    until("a feeler leaves", gone).await;
    assert!(!node.p2p.add_connection(name, ConnectionKind::Inbound).await.unwrap());
    node.stop().await;
    // Who knows nobody asks a seed node at once.
    let mut config = config();
    config.seed_nodes = vec![other.address.to_string()];
    let node = TestNode::start(config);
    node.has_peers(1).await;
    assert_eq!(node.peers().await[0].info.kind, ConnectionKind::AddrFetch);
    node.stop().await;
    other.stop().await;
}

#[tokio::test]
async fn bans_hold_end_connections_and_are_kept_over_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let kept = || P2pConfig { dir: Some(dir.path().to_owned()), ..config() };
    let node = TestNode::start(kept());
    let mut client = Client::ready(node.address).await;
    assert_eq!(
        node.p2p.ban("nonsense".into(), BanTime::Usual).await.unwrap(),
        Err(BanError::Invalid)
    );
    let ban = |text: &str, time| node.p2p.ban(text.to_owned(), time);
    ban("127.0.0.0/24", BanTime::Secs(5_000)).await.unwrap().unwrap();
    client.ended().await;
    assert_eq!(ban("127.0.0.1", BanTime::Usual).await.unwrap(), Err(BanError::AlreadyBanned));
    ban("127.0.0.0/16", BanTime::Usual).await.unwrap().unwrap();
    assert_eq!(ban("9.9.9.9", BanTime::Until(5)).await.unwrap(), Err(BanError::Past));
    ban("9.9.9.9", BanTime::Until(9_999_999_999)).await.unwrap().unwrap();
    Client::connect(node.address).await.ended().await;
    let ip: IpAddr = "8.8.4.4".parse().unwrap();
    assert_eq!(node.p2p.add_peer_address(ip.into(), 8333, true).await.unwrap(), Ok(()));
    assert!(node.p2p.add_peer_address(ip.into(), 8333, false).await.unwrap().is_err());
    let before = node.p2p.bans().await.unwrap();
    node.stop().await;
    let text = std::fs::read_to_string(dir.path().join("banlist.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["banned_nets"][0]["version"], 1);
    assert_eq!(json["banned_nets"][0]["address"], "9.9.9.9/32");

    let node = TestNode::start(kept());
    let after = node.p2p.bans().await.unwrap();
    let bans = |list: &[quarry_node::p2p::ListedBan]| -> Vec<_> {
        list.iter().map(|it| (it.subnet, it.ban)).collect()
    };
    assert_eq!((bans(&after), after.len()), (bans(&before), 3));
    Client::connect(node.address).await.ended().await;
    let known = node.p2p.node_addresses(0, None).await.unwrap();
    assert_eq!((known.len(), known[0].tried), (1, true));
    assert!(node.p2p.node_addresses(0, Some("onion")).await.unwrap().is_empty());
    node.p2p.unban("127.0.0.0/24".into()).await.unwrap().unwrap();
    let again = node.p2p.unban("127.0.0.0/24".into()).await.unwrap();
    assert_eq!(again, Err(BanError::NotBanned));
    node.p2p.clear_bans().await.unwrap();
    let mut client = Client::ready(node.address).await;
    client.ping(7).await;
    node.stop().await;
    client.ended().await;

    // A damaged address file is not overwritten in silence.
    std::fs::write(dir.path().join("peers.dat"), b"\x01nonsense").unwrap();
    let clock = quarry_service::Clock::system();
    let scope = quarry_service::Scope::new();
    let fresh = TestNode::start(config());
    let p2p = quarry_node::p2p::P2p::default();
    let host = std::sync::Arc::clone(&fresh.host);
    let started = quarry_node::p2p::start(kept(), host, clock, &p2p, &scope);
    assert!(matches!(started, Err(P2pError::File(_))));
    fresh.stop().await;
}

#[tokio::test]
async fn what_is_asked_is_answered_even_if_it_is_nothing() {
    let node = TestNode::start(config());
    let mut client = Client::ready(node.address).await;
    node.p2p.ping().await.unwrap();
    let locator = quarry_net::LocatorMessage {
        version: 70_016,
        hashes: vec![node.host.tip()],
        stop: quarry_primitives::Hash::all_zeros(),
    };
    client.send(&Message::GetHeaders(locator)).await;
    let mut pings = 0;
    loop {
        match client.receive().await.unwrap() {
            Message::Headers(headers) => {
                assert!(headers.is_empty());
                break;
            }
            Message::Ping(nonce) => {
                pings += 1;
                client.send(&Message::Pong(Some(nonce))).await;
            }
            _ => {}
        }
    }
    // One after the handshake at least, unless both were one.
    assert!(pings >= 1);
    // Bytes count as they come, whole messages or not. The answer means that all before it is read.
    client.ping(4).await;
    let before = node.p2p.totals().await.unwrap().received;
    let half = quarry_net::codec::encode(crate::p2p_support::MAGIC, &Message::Verack);
    client.send_bytes(&half[..12]).await.unwrap();
    let counted = async || {
        let now = node.p2p.totals().await.unwrap().received;
        (now == before + 12).then_some(())
    };
    until("half a header is counted", counted).await;
    client.send_bytes(&half[12..]).await.unwrap();
    client.ping(5).await;
    let peer = &node.peers().await[0];
    assert!(peer.bytes_received >= peer.info.received.total() && peer.bytes_sent > 0);
    let timed = async || node.peers().await[0].info.ping_ms;
    until("a pong is timed", timed).await;
    let id = node.peers().await[0].info.id;
    let name = quarry_net::codec::Command::PING;
    assert!(node.p2p.send_raw(id, name, 77_u64.to_le_bytes().to_vec()).await.unwrap());
    while client.receive().await.unwrap() != Message::Ping(77) {}
    node.stop().await;
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error_unless_another_address_will_do() {
    let fresh = TestNode::start(config());
    let bind = |address, optional| Bind { address, permissions: Permissions::default(), optional };
    let mut taken = config();
    for (optional, starts) in [(false, false), (true, true)] {
        let others = ["127.0.0.1:0".parse().unwrap(), "[::1]:0".parse().unwrap()];
        taken.listen = others.map(|address| bind(address, true)).to_vec();
        taken.listen.push(bind(fresh.address, optional));
        let scope = quarry_service::Scope::new();
        let host = std::sync::Arc::clone(&fresh.host);
        let clock = quarry_service::Clock::system();
        let p2p = quarry_node::p2p::P2p::default();
        let started = quarry_node::p2p::start(taken.clone(), host, clock, &p2p, &scope);
        assert_eq!(started.is_ok(), starts, "{started:?}");
        let events = quarry_service::EventHub::new(1);
        let handle = quarry_service::Handle::new("network", events, scope);
        handle.shutdown(std::time::Duration::from_secs(10)).await.unwrap();
    }
    fresh.stop().await;
}
