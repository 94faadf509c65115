//! Methods about the nodes that are known, and messages by hand, for tests.
//!
//! Does not know how addresses are chosen.

use quarry_api::rpc::{Json, RpcError, code};
use quarry_net::codec::Command;
use quarry_net::{KnownAddress, NetAddress, PeerId};

use super::{NETWORKS, flag, p2p, stopped};
use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};

/// Bytes of a message's name.
const NAME_BYTES: usize = 12;

pub(crate) const METHODS: &[Method] = &[
    Method {
        category: Category::Hidden,
        name: "addpeeraddress",
        about: "Add the address of a potential peer to an address manager table. This RPC is for \
                testing only.",
        args: &[
            Arg::required("address", ArgKind::Str, "The IP address of the peer"),
            Arg::required("port", ArgKind::Num, "The port of the peer"),
            Arg::or(
                "tried",
                ArgKind::Bool,
                "false",
                "If true, attempt to add the peer to the tried addresses table",
            ),
        ],
        result: "{ \"success\": true|false, \"error\": \"str\" }    (json object) error only without success",
        examples: &["\"1.2.3.4\" 8333 true"],
        run: Run::Task(|call| Box::pin(add_peer_address(call))),
    },
    Method {
        category: Category::Network,
        name: "getaddrmaninfo",
        about: "Provides information about the node's address manager by returning the number of \
                addresses in the `new` and `tried` tables and their sum for all networks.",
        args: &[],
        result: "{ \"network\": { \"new\": n, \"tried\": n, \"total\": n }, ... }    (json object)",
        examples: &[""],
        run: Run::Task(|call| Box::pin(get_addrman_info(call))),
    },
    Method {
        category: Category::Network,
        name: "getnodeaddresses",
        about: "Return known addresses, after filtering for quality and recency.\n\
                These can potentially be used to find new peers in the network.\n\
                The total number of addresses known to the node may be higher.",
        args: &[
            Arg::or(
                "count",
                ArgKind::Num,
                "1",
                "The maximum number of addresses to return. Specify 0 to return all known addresses.",
            ),
            Arg::hinted(
                "network",
                ArgKind::Str,
                "all networks",
                "Return only addresses of the specified network. Can be one of: ipv4, ipv6, onion, i2p, \
                 cjdns.",
            ),
        ],
        result: "[{ \"time\": n, \"services\": n, \"address\": \"str\", \"port\": n, \"network\": \"str\" }, \
                 ...]    (json array) time is when the node was last seen",
        examples: &["8", "4 \"i2p\""],
        run: Run::Task(|call| Box::pin(get_node_addresses(call))),
    },
    Method {
        category: Category::Hidden,
        name: "sendmsgtopeer",
        about: "Send a p2p message to a peer specified by id.\n\
                The message type and body must be provided, the message header will be generated.\n\
                This RPC is for testing only.",
        args: &[
            Arg::required("peer_id", ArgKind::Num, "The peer to send the message to."),
            Arg::required("msg_type", ArgKind::Str, "The message type (maximum length 12)"),
            Arg::required(
                "msg",
                ArgKind::Hex,
                "The serialized message body to send, in hex, without a message header",
            ),
        ],
        result: "{}    (empty JSON object)",
        examples: &["0 \"addr\" \"ffffff\""],
        run: Run::Task(|call| Box::pin(send_message(call))),
    },
];

fn known_json(known: &KnownAddress) -> Json {
    let entry = &known.entry;
    Json::object([
        ("time", entry.time.into()),
        ("services", entry.services.0.into()),
        ("address", entry.endpoint.address.to_string().into()),
        ("port", entry.endpoint.port.into()),
        ("network", entry.endpoint.address.network_name().into()),
    ])
}

async fn get_node_addresses(call: Call) -> Answer {
    let count = call.arg("count");
    let count: i32 = if count.is_null() { 1 } else { count.as_int()? };
    let count =
        usize::try_from(count).map_err(|_| RpcError::parameter("Address count out of range"))?;
    let network = call.maybe_text("network")?.map(|name| {
        // Core takes any case, and the old name of onion.
        let lower = name.to_ascii_lowercase();
        let known = NETWORKS.iter().map(|(name, _)| *name).find(|name| *name == lower);
        known.ok_or_else(|| RpcError::parameter(format!("Network not recognized: {name}")))
    });
    let known = p2p(&call)?.node_addresses(count, network.transpose()?).await.map_err(stopped)?;
    Ok(known.iter().map(known_json).collect())
}

async fn get_addrman_info(call: Call) -> Answer {
    let all = p2p(&call)?.all_addresses().await.map_err(stopped)?;
    let counted = |name: Option<&str>| {
        let of = |tried: bool| {
            let counts = |known: &&KnownAddress| {
                let network = known.entry.endpoint.address.network_name();
                known.tried == tried && name.is_none_or(|name| name == network)
            };
            all.iter().filter(counts).count()
        };
        let (new, tried) = (of(false), of(true));
        Json::object([
            ("new", new.into()),
            ("tried", tried.into()),
            ("total", (new + tried).into()),
        ])
    };
    let mut out = Json::object(NETWORKS.map(|(name, _)| (name, counted(Some(name)))));
    out.push("all_networks", counted(None));
    Ok(out)
}

async fn add_peer_address(call: Call) -> Answer {
    let (address, port) = (call.text("address")?, call.arg("port").as_int::<u16>()?);
    let tried = flag(&call, "tried", false)?;
    let address: NetAddress = address
        .parse()
        .map_err(|_| RpcError::new(code::CLIENT_INVALID_IP_OR_SUBNET, "Invalid IP address"))?;
    let added = p2p(&call)?.add_peer_address(address, port, tried).await.map_err(stopped)?;
    let mut out = Json::object([]);
    if let Err(error) = added {
        out.push("error", error);
    }
    out.push("success", added.is_ok());
    Ok(out)
}

async fn send_message(call: Call) -> Answer {
    let id: i64 = call.arg("peer_id").as_int()?;
    let name = call.text("msg_type")?;
    if name.len() > NAME_BYTES {
        let text = format!("Error: msg_type too long, max length is {NAME_BYTES}");
        return Err(RpcError::parameter(text));
    }
    let body = hex::decode(call.text("msg")?)
        .map_err(|_| RpcError::parameter("Error parsing input for msg"))?;
    let mut bytes = [0; NAME_BYTES];
    bytes[..name.len()].copy_from_slice(name.as_bytes());
    let failed = || RpcError::misc("Error: Could not send message to peer");
    let peer = u64::try_from(id).map(PeerId).map_err(|_| failed())?;
    let name = Command::from_bytes(bytes).ok_or_else(failed)?;
    if p2p(&call)?.send_raw(peer, name, body).await.map_err(stopped)? {
        return Ok(Json::object([]));
    }
    Err(failed())
}
