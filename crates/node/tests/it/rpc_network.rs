//! The network as callers see and change it, between two nodes.

use corepc_types::v30;
use serde_json::{Value, json};

use crate::live::{Live, SUBSIDY, hex, spend};
use crate::p2p_support::until;

/// Waits until all of so many peers have said who they are.
async fn has_peers(node: &Live, count: usize) -> Value {
    until("peers", async || {
        let peers = node.ask("getpeerinfo", json!([])).await;
        let all = peers.as_array().unwrap();
        // A pong shows that both sides are past the handshake.
        let ready = |peer: &Value| peer["bytesrecv_per_msg"]["pong"].is_number();
        (all.len() == count && all.iter().all(ready)).then(|| peers.clone())
    })
    .await
}

async fn connect(from: &Live, to: &Live) {
    let params = json!([to.address.to_string(), "onetry"]);
    assert_eq!(from.ask("addnode", params).await, Value::Null);
    has_peers(from, 1).await;
    has_peers(to, 1).await;
}

#[tokio::test]
async fn both_sides_of_a_connection_are_shown() {
    let (a, b) = (Live::start(1, false).await, Live::start(0, false).await);
    connect(&a, &b).await;
    let (out, inn) = (has_peers(&a, 1).await, has_peers(&b, 1).await);
    for peers in [&out, &inn] {
        let _shaped: v30::GetPeerInfo = serde_json::from_value(peers.clone()).unwrap();
    }
    let (out, inn) = (&out[0], &inn[0]);
    assert_eq!(out["addr"], b.address.to_string());
    assert_eq!((&out["addrbind"], &inn["addrbind"]), (&inn["addr"], &out["addr"]));
    assert_eq!((&out["inbound"], &inn["inbound"]), (&json!(false), &json!(true)));
    assert_eq!(
        (&out["connection_type"], &inn["connection_type"]),
        (&json!("manual"), &json!("inbound"))
    );
    assert_eq!(out["subver"], "/test:1/");
    assert_eq!(out["network"], "not_publicly_routable");
    assert_eq!((&out["transport_protocol_type"], &out["session_id"]), (&json!("v1"), &json!("")));
    assert_eq!(out["bytesrecv_per_msg"]["pong"], 32);
    assert_eq!(out["permissions"], json!([]));

    let info = a.ask("getnetworkinfo", json!([])).await;
    let _shaped: v30::GetNetworkInfo = serde_json::from_value(info.clone()).unwrap();
    assert_eq!((&info["version"], &info["protocolversion"]), (&json!(300_000), &json!(70_016)));
    assert_eq!((&info["connections"], &info["connections_out"]), (&json!(1), &json!(1)));
    assert_eq!(info["localservicesnames"], out["servicesnames"]);
    assert_eq!((&info["relayfee"], &info["warnings"]), (&json!(0.000_001), &json!([])));
    assert_eq!(a.ask("getconnectioncount", json!([])).await, 1);
    let before = a.ask("getnettotals", json!([])).await;
    let _shaped: v30::GetNetTotals = serde_json::from_value(before.clone()).unwrap();
    assert_eq!(a.ask("ping", json!([])).await, Value::Null);
    until("a pong", async || {
        let peers = a.ask("getpeerinfo", json!([])).await;
        (peers[0]["bytesrecv_per_msg"]["pong"] == 64).then_some(())
    })
    .await;
    let after = a.ask("getnettotals", json!([])).await;
    let sent = |totals: &Value| totals["totalbytessent"].as_u64().unwrap();
    assert!(sent(&after) >= sent(&before) + 32);
    // A block goes over; then both are at the same height.
    until("the block", async || {
        let peers = b.ask("getpeerinfo", json!([])).await;
        (peers[0]["synced_blocks"] == 1).then_some(())
    })
    .await;
    a.stop().await;
    b.stop().await;
}

#[tokio::test]
async fn a_transaction_is_unbroadcast_until_a_peer_has_asked_for_it() {
    let (a, b) = (Live::start(101, false).await, Live::start(0, false).await);
    let tx = spend(&[a.coin()], &[SUBSIDY - 10_000]);
    a.ask("sendrawtransaction", json!([hex(&tx)])).await;
    let count = async || a.ask("getmempoolinfo", json!([])).await["unbroadcastcount"].clone();
    assert_eq!(count().await, 1);
    connect(&b, &a).await;
    let tip = a.node.read(|chain| chain.tip().hash);
    until("blocks", async || (*b.node.tip().borrow() == tip).then_some(())).await;
    let text = "delta_time must be between 1 and 3600 seconds (1 hr)";
    assert_eq!(a.fails("mockscheduler", json!([0])).await, (-1, text.into()));
    a.ask("mockscheduler", json!([900])).await;
    let id = tx.compute_txid().to_string();
    until("the transaction", async || {
        (b.ask("getrawmempool", json!([])).await == json!([id])).then_some(())
    })
    .await;
    assert_eq!(count().await, 0);
    // Known to others already, it is not marked again.
    a.ask("sendrawtransaction", json!([hex(&tx)])).await;
    assert_eq!(count().await, 0);
    a.stop().await;
    b.stop().await;
}

#[tokio::test]
async fn nodes_are_added_removed_disconnected_and_the_network_is_switched() {
    let (a, b) = (Live::start(0, false).await, Live::start(0, false).await);
    let name = b.address.to_string();
    assert_eq!(a.ask("addnode", json!([name, "add"])).await, Value::Null);
    has_peers(&a, 1).await;
    let added = a.ask("getaddednodeinfo", json!([name])).await;
    let _shaped: v30::GetAddedNodeInfo = serde_json::from_value(added.clone()).unwrap();
    let address = json!([{"address": name, "connected": "outbound"}]);
    assert_eq!(added, json!([{"addednode": name, "connected": true, "addresses": address}]));
    let fails = async |method: &str, params: Value| a.fails(method, params).await;
    let text = "Error: Node already added";
    assert_eq!(fails("addnode", json!([name, "add"])).await, (-23, text.into()));
    assert_eq!(a.ask("addnode", json!([name, "remove"])).await, Value::Null);
    let text = "Error: Node could not be removed. It has not been added previously.";
    assert_eq!(fails("addnode", json!([name, "remove"])).await, (-24, text.into()));
    let text = "Error: Node has not been added.";
    assert_eq!(fails("getaddednodeinfo", json!([name])).await, (-24, text.into()));
    assert!(fails("addnode", json!([name, "what"])).await.1.starts_with("addnode \"node\""));
    let text = "Error: v2transport requested but not enabled (see -v2transport)";
    assert_eq!(fails("addnode", json!([name, "onetry", true])).await, (-8, text.into()));

    // By number, then by address.
    let number = has_peers(&a, 1).await[0]["id"].clone();
    let text = "Only one of address and nodeid should be provided.";
    assert_eq!(fails("disconnectnode", json!([name, number])).await, (-32602, text.into()));
    assert_eq!(a.ask("disconnectnode", json!(["", number])).await, Value::Null);
    has_peers(&a, 0).await;
    let text = "Node not found in connected nodes";
    assert_eq!(fails("disconnectnode", json!([name])).await, (-29, text.into()));
    has_peers(&b, 0).await;
    connect(&a, &b).await;
    assert_eq!(a.ask("disconnectnode", json!([name])).await, Value::Null);
    has_peers(&b, 0).await;

    // Of a kind that is otherwise the node's own choice.
    let opened = a.ask("addconnection", json!([name, "block-relay-only", false])).await;
    assert_eq!(opened, json!({"address": name, "connection_type": "block-relay-only"}));
    assert_eq!(has_peers(&a, 1).await[0]["connection_type"], "block-relay-only");
    assert_eq!(a.ask("setnetworkactive", json!([false])).await, false);
    has_peers(&b, 0).await;
    assert_eq!(a.ask("getnetworkinfo", json!([])).await["networkactive"], false);
    assert_eq!(a.ask("setnetworkactive", json!([true])).await, true);
    connect(&b, &a).await;
    a.stop().await;
    b.stop().await;
}

#[tokio::test]
async fn an_address_is_banned_for_a_time_listed_and_unbanned() {
    let (a, b) = (Live::start(0, false).await, Live::start(0, false).await);
    connect(&b, &a).await;
    a.ask("setmocktime", json!([2_000_000_000])).await;
    assert_eq!(a.ask("setban", json!(["127.0.0.0/24", "add", 1000])).await, Value::Null);
    has_peers(&a, 0).await;
    let fails = async |params: Value| a.fails("setban", params).await;
    let text = "Error: IP/Subnet already banned";
    assert_eq!(fails(json!(["127.0.0.1", "add"])).await, (-23, text.into()));
    let text = "Error: Invalid IP/Subnet";
    assert_eq!(fails(json!(["127.0.0.1/42", "add"])).await, (-30, text.into()));
    let text = "Error: Absolute timestamp is in the past";
    assert_eq!(fails(json!(["1.2.3.4", "add", 1, true])).await, (-8, text.into()));
    let text = "Error: Unban failed. Requested address/subnet was not previously manually banned.";
    assert_eq!(fails(json!(["127.0.0.1", "remove"])).await, (-30, text.into()));
    a.ask("setban", json!(["1.2.3.4", "add"])).await;
    a.ask("setmocktime", json!([2_000_000_400])).await;
    let listed = a.ask("listbanned", json!([])).await;
    let _shaped: v30::ListBanned = serde_json::from_value(listed.clone()).unwrap();
    let ban = |address: &str, secs: u64| {
        json!({
            "address": address,
            "ban_created": 2_000_000_000,
            "banned_until": 2_000_000_000 + secs,
            "ban_duration": secs,
            "time_remaining": secs - 400
        })
    };
    assert_eq!(listed, json!([ban("1.2.3.4/32", 86_400), ban("127.0.0.0/24", 1000)]));
    a.ask("setban", json!(["1.2.3.4", "remove"])).await;
    a.ask("setmocktime", json!([2_000_001_001])).await;
    assert_eq!(a.ask("listbanned", json!([])).await, json!([]), "its time is over");
    a.ask("setban", json!(["::1", "add"])).await;
    assert_eq!(a.ask("clearbanned", json!([])).await, Value::Null);
    assert_eq!(a.ask("listbanned", json!([])).await, json!([]));
    a.stop().await;
    b.stop().await;
}

#[tokio::test]
async fn addresses_are_added_counted_and_given() {
    let node = Live::start(0, false).await;
    let add = async |address: &str, tried: bool| {
        node.ask("addpeeraddress", json!([address, 8333, tried])).await
    };
    assert_eq!(add("1.2.3.4", true).await, json!({"success": true}));
    assert_eq!(
        add("1.2.3.4", false).await,
        json!({"error": "failed-adding-to-new", "success": false})
    );
    assert_eq!(add("2a01::1", false).await, json!({"success": true}));
    let params = json!(["", 8333]);
    assert_eq!(node.fails("addpeeraddress", params).await, (-30, "Invalid IP address".into()));
    let counts = node.ask("getaddrmaninfo", json!([])).await;
    let _shaped: v30::GetAddrManInfo = serde_json::from_value(counts.clone()).unwrap();
    assert_eq!(counts["ipv4"], json!({"new": 0, "tried": 1, "total": 1}));
    assert_eq!(counts["all_networks"], json!({"new": 1, "tried": 1, "total": 2}));
    let known = node.ask("getnodeaddresses", json!([0, "ipv6"])).await;
    let _shaped: v30::GetNodeAddresses = serde_json::from_value(known.clone()).unwrap();
    assert_eq!((&known[0]["address"], &known[0]["services"]), (&json!("2a01::1"), &json!(9)));
    assert_eq!(node.ask("getnodeaddresses", json!([])).await.as_array().unwrap().len(), 1);
    let text = "Network not recognized: Foo";
    assert_eq!(node.fails("getnodeaddresses", json!([1, "Foo"])).await, (-8, text.into()));
    let text = "Address count out of range";
    assert_eq!(node.fails("getnodeaddresses", json!([-1])).await, (-8, text.into()));
    node.stop().await;
}

#[tokio::test]
async fn a_message_is_sent_by_hand() {
    let (a, b) = (Live::start(0, false).await, Live::start(0, false).await);
    connect(&a, &b).await;
    let id = has_peers(&a, 1).await[0]["id"].clone();
    assert_eq!(a.ask("sendmsgtopeer", json!([id, "nonsense", "ffff"])).await, json!({}));
    until("the message", async || {
        let peers = b.ask("getpeerinfo", json!([])).await;
        (peers[0]["bytesrecv_per_msg"]["*other*"] == 26).then_some(())
    })
    .await;
    let fails = async |params: Value| a.fails("sendmsgtopeer", params).await;
    let text = "Error: msg_type too long, max length is 12";
    assert_eq!(fails(json!([id, "thirteenbytes", ""])).await, (-8, text.into()));
    assert_eq!(fails(json!([id, "a", "x"])).await, (-8, "Error parsing input for msg".into()));
    let text = "Error: Could not send message to peer";
    assert_eq!(fails(json!([9999, "a", ""])).await, (-1, text.into()));
    a.stop().await;
    b.stop().await;
}

#[tokio::test]
async fn the_time_since_the_start_follows_the_clock() {
    let node = Live::start(0, false).await;
    let now = node.node.clock().now().wall_ms / 1000;
    node.ask("setmocktime", json!([now + 5000])).await;
    let uptime = node.ask("uptime", json!([])).await.as_u64().unwrap();
    assert!((5000..6000).contains(&uptime), "{uptime}");
    node.stop().await;
}
