//! Methods that connect, disconnect and ban.
//!
//! Does not know how connections are made.

use quarry_api::rpc::{Json, RpcError, code};
use quarry_net::{ConnectionKind, PeerId};
use quarry_primitives::Network;

use super::{flag, p2p, stopped};
use crate::p2p::{AddedNodeError, BanError, BanTime};
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::{Call, help};

const V2: &str = "Attempt to connect using BIP324 v2 transport protocol (there is none here)";

pub(crate) const METHODS: &[Method] = &[
    Method {
        category: Category::Hidden,
        name: "addconnection",
        about: "Open an outbound connection to a specified node. This RPC is for testing only.",
        args: &[
            Arg::required(
                "address",
                ArgKind::Str,
                "The IP address and port to attempt connecting to.",
            ),
            Arg::required(
                "connection_type",
                ArgKind::Str,
                "Type of connection to open (\"outbound-full-relay\", \"block-relay-only\", \
                 \"addr-fetch\" or \"feeler\").",
            ),
            Arg::required("v2transport", ArgKind::Bool, V2),
        ],
        result: "{ \"address\": \"str\", \"connection_type\": \"str\" }    (json object)",
        examples: &["\"192.168.0.6:8333\" \"outbound-full-relay\" false"],
        run: Run::Task(|call| Box::pin(add_connection(call))),
    },
    Method {
        category: Category::Network,
        name: "addnode",
        about: "Attempts to add or remove a node from the addnode list.\n\
                Or try a connection to a node once.\n\
                Nodes added using addnode (or -connect) are protected from DoS disconnection and are \
                not required to be\nfull nodes/support SegWit as other outbound peers are (though such \
                peers will not be synced from).\n\
                Addnode connections are limited to 8 at a time and are counted separately from the \
                -maxconnections limit.",
        args: &[
            Arg::required("node", ArgKind::Str, "The address of the peer to connect to"),
            Arg::required(
                "command",
                ArgKind::Str,
                "'add' to add a node to the list, 'remove' to remove a node from the list, 'onetry' to \
                 try a connection to the node once",
            ),
            Arg::hinted("v2transport", ArgKind::Bool, "set by -v2transport", V2),
        ],
        result: "null    (json null)",
        examples: &["\"192.168.0.6:8333\" \"onetry\""],
        run: Run::Task(|call| Box::pin(add_node(call))),
    },
    Method {
        category: Category::Network,
        name: "clearbanned",
        about: "Clear all banned IPs.",
        args: &[],
        result: "null    (json null)",
        examples: &[""],
        run: Run::Task(|call| Box::pin(clear_banned(call))),
    },
    Method {
        category: Category::Network,
        name: "disconnectnode",
        about: "Immediately disconnects from the specified peer node.\n\
                \nStrictly one out of 'address' and 'nodeid' can be provided to identify the node.\n\
                \nTo disconnect by nodeid, either set 'address' to the empty string, or call using the \
                named 'nodeid' argument only.",
        args: &[
            Arg::hinted(
                "address",
                ArgKind::Str,
                "fallback to nodeid",
                "The IP address/port of the node",
            ),
            Arg::hinted(
                "nodeid",
                ArgKind::Num,
                "fallback to address",
                "The node ID (see getpeerinfo for node IDs)",
            ),
        ],
        result: "null    (json null)",
        examples: &["\"192.168.0.6:8333\"", "\"\" 1"],
        run: Run::Task(|call| Box::pin(disconnect_node(call))),
    },
    Method {
        category: Category::Network,
        name: "getaddednodeinfo",
        about: "Returns information about the given added node, or all added nodes\n\
                (note that onetry addnodes are not listed here)",
        args: &[Arg::hinted(
            "node",
            ArgKind::Str,
            "all nodes",
            "If provided, return information about this specific node, otherwise all nodes are \
             returned.",
        )],
        result: "[{ \"addednode\": \"str\", \"connected\": true|false, \"addresses\": [{ \"address\": \"str\", \
                 \"connected\": \"str\" }, ...] }, ...]    (json array)",
        examples: &["\"192.168.0.201\""],
        run: Run::Task(|call| Box::pin(get_added_node_info(call))),
    },
    Method {
        category: Category::Network,
        name: "listbanned",
        about: "List all manually banned IPs/Subnets.",
        args: &[],
        result: "[{ \"address\": \"str\", \"ban_created\": n, \"banned_until\": n, \"ban_duration\": n, \
                 \"time_remaining\": n }, ...]    (json array) seconds since 1970, and seconds",
        examples: &[""],
        run: Run::Task(|call| Box::pin(list_banned(call))),
    },
    Method {
        category: Category::Network,
        name: "setban",
        about: "Attempts to add or remove an IP/Subnet from the banned list.",
        args: &[
            Arg::required(
                "subnet",
                ArgKind::Str,
                "The IP/Subnet (see getpeerinfo for nodes IP) with an optional netmask (default is /32 = \
                 single IP)",
            ),
            Arg::required(
                "command",
                ArgKind::Str,
                "'add' to add an IP/Subnet to the list, 'remove' to remove an IP/Subnet from the list",
            ),
            Arg::or(
                "bantime",
                ArgKind::Num,
                "0",
                "time in seconds how long (or until when if [absolute] is set) the IP is banned (0 or \
                 empty means using the default time of 24h which can also be overwritten by the -bantime \
                 startup argument)",
            ),
            Arg::or(
                "absolute",
                ArgKind::Bool,
                "false",
                "If set, the bantime must be an absolute timestamp expressed in UNIX epoch time",
            ),
        ],
        result: "null    (json null)",
        examples: &["\"192.168.0.6\" \"add\" 86400", "\"192.168.0.0/24\" \"add\""],
        run: Run::Task(|call| Box::pin(set_ban(call))),
    },
    Method {
        category: Category::Network,
        name: "setnetworkactive",
        about: "Disable/enable all p2p network activity.",
        args: &[Arg::required(
            "state",
            ArgKind::Bool,
            "true to enable networking, false to disable",
        )],
        result: "true|false    (boolean) The value that was passed in",
        examples: &[],
        run: Run::Task(|call| Box::pin(set_network_active(call))),
    },
];

/// Core answers a wrong word with the method's help.
fn usage(call: &Call) -> String {
    help::of(call.method)
}

fn added_error(error: AddedNodeError) -> RpcError {
    let code = match error {
        AddedNodeError::AlreadyAdded => code::CLIENT_NODE_ALREADY_ADDED,
        AddedNodeError::NotAdded => code::CLIENT_NODE_NOT_ADDED,
        AddedNodeError::TooMany => code::CLIENT_NODE_CAPACITY_REACHED,
    };
    RpcError::new(code, error.to_string())
}

async fn add_node(call: Call) -> Answer {
    let (node, command) = (call.text("node")?.to_owned(), call.text("command")?);
    if !["onetry", "add", "remove"].contains(&command) {
        return Err(RpcError::misc(usage(&call)));
    }
    if flag(&call, "v2transport", false)? {
        let text = "Error: v2transport requested but not enabled (see -v2transport)";
        return Err(RpcError::parameter(text));
    }
    let p2p = p2p(&call)?;
    match command {
        "add" => p2p.add_node(node).await.map_err(stopped)?.map_err(added_error)?,
        "remove" => p2p.remove_node(node).await.map_err(stopped)?.map_err(added_error)?,
        _ => p2p.try_node(node).await.map_err(stopped)?,
    }
    Ok(Json::Null)
}

async fn add_connection(call: Call) -> Answer {
    if call.deps().network != Network::Regtest {
        let text = "addconnection is for regression testing (-regtest mode) only.";
        return Err(RpcError::misc(text));
    }
    let (address, kind) = (call.text("address")?, call.text("connection_type")?.trim());
    let parsed = match kind {
        "outbound-full-relay" => ConnectionKind::OutboundFullRelay,
        "block-relay-only" => ConnectionKind::BlockRelayOnly,
        "addr-fetch" => ConnectionKind::AddrFetch,
        "feeler" => ConnectionKind::Feeler,
        _ => return Err(RpcError::parameter(usage(&call))),
    };
    if call.arg("v2transport").as_bool()? {
        let text =
            "Error: Adding v2transport connections requires -v2transport init flag to be set.";
        return Err(RpcError::parameter(text));
    }
    let opened = p2p(&call)?.add_connection(address.to_owned(), parsed).await.map_err(stopped)?;
    if !opened {
        let text = "Error: Already at capacity for specified connection type.";
        return Err(RpcError::new(code::CLIENT_NODE_CAPACITY_REACHED, text));
    }
    Ok(Json::object([("address", address.into()), ("connection_type", kind.into())]))
}

async fn disconnect_node(call: Call) -> Answer {
    let address = call.maybe_text("address")?;
    let id = call.arg("nodeid");
    let p2p = p2p(&call)?;
    let found = match address {
        Some(address) if id.is_null() => p2p.disconnect_address(address.to_owned()).await,
        None | Some("") if !id.is_null() => match u64::try_from(id.as_int::<i64>()?) {
            Ok(id) => p2p.disconnect_peer(PeerId(id)).await,
            Err(_) => Ok(false),
        },
        _ => {
            let text = "Only one of address and nodeid should be provided.";
            return Err(RpcError::new(code::INVALID_PARAMS, text));
        }
    };
    if found.map_err(stopped)? {
        return Ok(Json::Null);
    }
    Err(RpcError::new(code::CLIENT_NODE_NOT_CONNECTED, "Node not found in connected nodes"))
}

async fn get_added_node_info(call: Call) -> Answer {
    let mut nodes = p2p(&call)?.added_nodes().await.map_err(stopped)?;
    if let Some(name) = call.maybe_text("node")? {
        nodes.retain(|node| node.name == name);
        if nodes.is_empty() {
            let text = "Error: Node has not been added.";
            return Err(RpcError::new(code::CLIENT_NODE_NOT_ADDED, text));
        }
    }
    let shown = nodes.into_iter().map(|node| {
        let connected = node.connected.is_some();
        let addresses = node.connected.into_iter().map(|(address, inbound)| {
            let direction = if inbound { "inbound" } else { "outbound" };
            Json::object([("address", address.into()), ("connected", direction.into())])
        });
        Json::object([
            ("addednode", node.name.into()),
            ("connected", connected.into()),
            ("addresses", addresses.collect()),
        ])
    });
    Ok(shown.collect())
}

fn ban_error(error: BanError) -> RpcError {
    let code = match error {
        BanError::Invalid | BanError::NotBanned => code::CLIENT_INVALID_IP_OR_SUBNET,
        BanError::AlreadyBanned => code::CLIENT_NODE_ALREADY_ADDED,
        BanError::Past => code::INVALID_PARAMETER,
        BanError::TooMany => code::MISC_ERROR,
    };
    RpcError::new(code, error.to_string())
}

async fn set_ban(call: Call) -> Answer {
    let (subnet, command) = (call.text("subnet")?.to_owned(), call.text("command")?);
    let p2p = p2p(&call)?;
    match command {
        "remove" => p2p.unban(subnet).await.map_err(stopped)?.map_err(ban_error)?,
        "add" => {
            let given = call.arg("bantime");
            let secs: i64 = if given.is_null() { 0 } else { given.as_int()? };
            let absolute = flag(&call, "absolute", false)?;
            // A time before 1970 is as past as 1970, a negative span as good as none.
            let secs = u64::try_from(secs).unwrap_or(0);
            let time = if absolute { BanTime::Until(secs) } else { BanTime::Secs(secs) };
            p2p.ban(subnet, time).await.map_err(stopped)?.map_err(ban_error)?;
        }
        _ => return Err(RpcError::misc(usage(&call))),
    }
    Ok(Json::Null)
}

async fn list_banned(call: Call) -> Answer {
    let bans = p2p(&call)?.bans().await.map_err(stopped)?;
    let shown = bans.into_iter().map(|listed| {
        let ban = listed.ban;
        Json::object([
            ("address", listed.subnet.to_string().into()),
            ("ban_created", ban.created_secs.into()),
            ("banned_until", ban.until_secs.into()),
            ("ban_duration", ban.until_secs.saturating_sub(ban.created_secs).into()),
            ("time_remaining", listed.remaining_secs.into()),
        ])
    });
    Ok(shown.collect())
}

async fn clear_banned(call: Call) -> Answer {
    p2p(&call)?.clear_bans().await.map_err(stopped)?;
    Ok(Json::Null)
}

async fn set_network_active(call: Call) -> Answer {
    let active = call.arg("state").as_bool()?;
    p2p(&call)?.set_network_active(active).await.map_err(stopped)?;
    Ok(active.into())
}
