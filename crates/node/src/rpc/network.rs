//! Methods about the network: who is connected, what goes over it, what this node is in it.
//!
//! `manage` connects, disconnects and bans; `addresses` has the nodes that are known. All are asked
//! of the network's driver. Does not know the protocol.

mod addresses;
mod manage;
mod orphans;
mod peer_info;

use quarry_api::rpc::{Json, RpcError, code, json_from_amount};
use quarry_net::Services;

use super::Call;
use super::method::{Answer, Category, Method, Run};
use crate::Node;
use crate::p2p::{NetworkView, P2p, P2pStopped};

pub(super) use addresses::METHODS as ADDRESS_METHODS;
pub(super) use manage::METHODS as MANAGE_METHODS;
pub(super) use orphans::METHODS as ORPHAN_METHODS;

/// The version of Core whose interface this is.
const CORE_VERSION: u32 = 300_000;
/// The version of the protocol that is spoken.
const PROTOCOL_VERSION: u32 = 70_016;
/// What kinds of addresses there are, and whether this node connects to them.
const NETWORKS: [(&str, bool); 5] =
    [("ipv4", true), ("ipv6", true), ("onion", false), ("i2p", false), ("cjdns", false)];
/// Core counts what it uploads against a target over a day; there is no target here.
const UPLOAD_TIMEFRAME_SECS: u32 = 86_400;

pub(super) const METHODS: &[Method] = &[
    Method {
        category: Category::Network,
        name: "getconnectioncount",
        about: "Returns the number of connections to other nodes.",
        args: &[],
        result: "n    (numeric) The connection count",
        examples: &[""],
        run: Run::Task(|call| Box::pin(get_connection_count(call))),
    },
    Method {
        category: Category::Network,
        name: "getnettotals",
        about: "Returns information about network traffic, including bytes in, bytes out,\n\
                and current system time.",
        args: &[],
        result: "{ \"totalbytesrecv\": n, \"totalbytessent\": n, \"timemillis\": n, \"uploadtarget\": { \
                 \"timeframe\": n, \"target\": n, \"target_reached\": true|false, \
                 \"serve_historical_blocks\": true|false, \"bytes_left_in_cycle\": n, \
                 \"time_left_in_cycle\": n } }    (json object)",
        examples: &[""],
        run: Run::Task(|call| Box::pin(get_net_totals(call))),
    },
    Method {
        category: Category::Network,
        name: "getnetworkinfo",
        about: "Returns an object containing various state info regarding P2P networking.",
        args: &[],
        result: "{ \"version\": n, \"subversion\": \"str\", \"protocolversion\": n, \"localservices\": \
                 \"hex\", \"localservicesnames\": [\"str\", ...], \"localrelay\": true|false, \
                 \"timeoffset\": n, \"networkactive\": true|false, \"connections\": n, \"connections_in\": \
                 n, \"connections_out\": n, \"networks\": [{ \"name\": \"str\", \"limited\": true|false, \
                 \"reachable\": true|false, \"proxy\": \"str\", \"proxy_randomize_credentials\": \
                 true|false }, ...], \"relayfee\": n, \"incrementalfee\": n, \"localaddresses\": [{ \
                 \"address\": \"str\", \"port\": n, \"score\": n }, ...], \"warnings\": [\"str\", ...] }\
                 \n    (json object) the networks are (ipv4, ipv6, onion, i2p, cjdns)",
        examples: &[""],
        run: Run::Task(|call| Box::pin(get_network_info(call))),
    },
    Method {
        category: Category::Network,
        name: "getpeerinfo",
        about: "Returns data about each connected network peer as a json array of objects.",
        args: &[],
        result: peer_info::RESULT,
        examples: &[""],
        run: Run::Task(|call| Box::pin(peer_info::get_peer_info(call))),
    },
    Method {
        category: Category::Network,
        name: "ping",
        about: "Requests that a ping be sent to all other nodes, to measure ping time.\n\
                Results are provided in getpeerinfo.\n\
                Ping command is handled in queue with all other commands, so it measures processing \
                backlog, not just network ping.",
        args: &[],
        result: "null    (json null)",
        examples: &[""],
        run: Run::Task(|call| Box::pin(ping(call))),
    },
];

/// The network of the node that a call is made to.
fn p2p(call: &Call) -> Result<&P2p, RpcError> {
    call.node().map(|node| node.p2p())
}

fn stopped(error: P2pStopped) -> RpcError {
    RpcError::new(code::CLIENT_P2P_DISABLED, error.to_string())
}

/// A truth value; `default` where it was left out.
fn flag(call: &Call, name: &str, default: bool) -> Result<bool, RpcError> {
    let value = call.arg(name);
    if value.is_null() { Ok(default) } else { value.as_bool() }
}

fn texts<T: Into<Json>>(list: impl IntoIterator<Item = T>) -> Json {
    list.into_iter().map(Into::into).collect()
}

fn services_hex(services: Services) -> String {
    format!("{:016x}", services.0)
}

async fn get_connection_count(call: Call) -> Answer {
    let network = p2p(&call)?.network().await.map_err(stopped)?;
    Ok((network.inbound + network.outbound).into())
}

async fn ping(call: Call) -> Answer {
    p2p(&call)?.ping().await.map_err(stopped)?;
    Ok(Json::Null)
}

async fn get_net_totals(call: Call) -> Answer {
    let totals = p2p(&call)?.totals().await.map_err(stopped)?;
    let target = Json::object([
        ("timeframe", UPLOAD_TIMEFRAME_SECS.into()),
        ("target", 0.into()),
        ("target_reached", false.into()),
        ("serve_historical_blocks", true.into()),
        ("bytes_left_in_cycle", 0.into()),
        ("time_left_in_cycle", 0.into()),
    ]);
    Ok(Json::object([
        ("totalbytesrecv", totals.received.into()),
        ("totalbytessent", totals.sent.into()),
        ("timemillis", call.deps().clock.now().wall_ms.into()),
        ("uploadtarget", target),
    ]))
}

async fn get_network_info(call: Call) -> Answer {
    let view = p2p(&call)?.network().await.map_err(stopped)?;
    let node = call.node()?.clone();
    let fees = node.blocking(|node| {
        node.read(|chain| {
            let config = chain.pool().config();
            (config.min_relay_fee, config.incremental_relay_fee)
        })
    });
    let (relay_fee, incremental_fee) = fees.await;
    Ok(network_json(&node, &view, relay_fee, incremental_fee))
}

fn network_json(node: &Node, view: &NetworkView, relay_fee: u64, incremental_fee: u64) -> Json {
    let networks = NETWORKS.map(|(name, reachable)| {
        let proxy = view.proxy.filter(|_| name != "i2p");
        Json::object([
            ("name", name.into()),
            ("limited", (!reachable).into()),
            ("reachable", reachable.into()),
            ("proxy", proxy.map_or(String::new(), |proxy| proxy.address.to_string()).into()),
            ("proxy_randomize_credentials", proxy.is_some_and(|proxy| proxy.isolates).into()),
        ])
    });
    let own = view.own.iter().map(|own| {
        Json::object([
            ("address", own.address.to_string().into()),
            ("port", own.port.into()),
            // What a person has said counts most (`LOCAL_MANUAL`).
            ("score", 4.into()),
        ])
    });
    Json::object([
        ("version", CORE_VERSION.into()),
        ("subversion", view.user_agent.as_str().into()),
        ("protocolversion", PROTOCOL_VERSION.into()),
        ("localservices", services_hex(view.services).into()),
        ("localservicesnames", texts(view.services.names())),
        ("localrelay", view.relays_txs.into()),
        ("timeoffset", view.time_offset_secs.into()),
        ("networkactive", view.active.into()),
        ("connections", (view.inbound + view.outbound).into()),
        ("connections_in", view.inbound.into()),
        ("connections_out", view.outbound.into()),
        ("networks", networks.into_iter().collect()),
        ("relayfee", json_from_amount(relay_fee.cast_signed())),
        ("incrementalfee", json_from_amount(incremental_fee.cast_signed())),
        ("localaddresses", own.collect()),
        ("warnings", texts(node.warnings())),
    ])
}
