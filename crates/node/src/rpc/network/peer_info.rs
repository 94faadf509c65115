//! `getpeerinfo`.

use quarry_api::rpc::{Json, json_from_amount};
use quarry_net::{ConnectionKind, Traffic};

use super::{p2p, services_hex, stopped, texts};
use crate::p2p::PeerView;
use crate::rpc::Call;
use crate::rpc::method::Answer;

pub(super) const RESULT: &str = "[{ \"id\": n, \"addr\": \"str\", \"addrbind\": \"str\", \"addrlocal\": \"str\", \"network\": \"str\", \
     \"services\": \"hex\", \"servicesnames\": [\"str\", ...], \"relaytxes\": true|false, \
     \"lastsend\": n, \"lastrecv\": n, \
     \"last_transaction\": n, \"last_block\": n, \"bytessent\": n, \"bytesrecv\": n, \"conntime\": n, \
     \"timeoffset\": n, \"pingtime\": n, \"minping\": n, \"pingwait\": n, \"version\": n, \"subver\": \
     \"str\", \"inbound\": true|false, \"bip152_hb_to\": true|false, \"bip152_hb_from\": true|false, \
     \"startingheight\": n, \"presynced_headers\": n, \"synced_headers\": n, \"synced_blocks\": n, \
     \"inflight\": [n, ...], \"addr_relay_enabled\": true|false, \"addr_processed\": n, \
     \"addr_rate_limited\": n, \"permissions\": [\"str\", ...], \"minfeefilter\": n, \
     \"bytessent_per_msg\": { \"msg\": n, ... }, \"bytesrecv_per_msg\": { \"msg\": n, ... }, \
     \"connection_type\": \"str\", \"transport_protocol_type\": \"str\", \"session_id\": \"str\" }, ...]\
     \n    (json array) bytes, and seconds since 1970; the network is one of\n     (ipv4, ipv6, onion, i2p, cjdns, not_publicly_routable); addrbind, addrlocal and the pings only if there are any";

pub(super) async fn get_peer_info(call: Call) -> Answer {
    let peers = p2p(&call)?.peers().await.map_err(stopped)?;
    Ok(peers.iter().map(peer_json).collect())
}

/// Milliseconds as seconds.
fn seconds(ms: u64) -> Json {
    // Below 2^53, so exact enough for a duration.
    Json::from_f64(ms as f64 / 1000.0)
}

fn by_message(traffic: &Traffic) -> Json {
    Json::Object(
        traffic.by_command().map(|(name, bytes)| (name.to_string(), bytes.into())).collect(),
    )
}

fn peer_json(peer: &PeerView) -> Json {
    let info = &peer.info;
    let mut out = Json::object([("id", info.id.0.into()), ("addr", peer.name.as_str().into())]);
    if let Some(bind) = peer.bind {
        out.push("addrbind", bind.to_string());
    }
    if let Some(local) = peer.local {
        out.push("addrlocal", local.to_string());
    }
    out.push("network", peer.network);
    out.push("services", services_hex(info.services));
    out.push("servicesnames", texts(info.services.names()));
    out.push("relaytxes", info.relays_txs);
    out.push("lastsend", peer.last_send_secs);
    out.push("lastrecv", peer.last_recv_secs);
    out.push("last_transaction", peer.last_tx_secs);
    out.push("last_block", peer.last_block_secs);
    out.push("bytessent", peer.bytes_sent);
    out.push("bytesrecv", peer.bytes_received);
    out.push("conntime", info.connected_secs);
    out.push("timeoffset", info.time_offset_secs);
    let pings = [
        ("pingtime", info.ping_ms),
        ("minping", info.min_ping_ms),
        ("pingwait", info.ping_wait_ms),
    ];
    for (name, ms) in pings {
        if let Some(ms) = ms.filter(|ms| *ms > 0 || name == "minping") {
            out.push(name, seconds(ms));
        }
    }
    out.push("version", info.version);
    out.push("subver", info.user_agent.as_str());
    out.push("inbound", info.kind == ConnectionKind::Inbound);
    // No compact blocks are spoken here.
    out.push("bip152_hb_to", false);
    out.push("bip152_hb_from", false);
    out.push("startingheight", info.start_height);
    out.push("presynced_headers", peer.presynced_headers);
    out.push("synced_headers", peer.synced_headers);
    out.push("synced_blocks", peer.synced_blocks);
    out.push("inflight", texts(peer.in_flight.iter().copied()));
    out.push("addr_relay_enabled", info.addr_relay_enabled);
    out.push("addr_processed", info.addr_processed);
    out.push("addr_rate_limited", info.addr_rate_limited);
    out.push("permissions", texts(peer.permissions.iter().copied()));
    out.push("minfeefilter", json_from_amount(info.fee_filter.cast_signed()));
    out.push("bytessent_per_msg", by_message(&info.sent));
    out.push("bytesrecv_per_msg", by_message(&info.received));
    out.push("connection_type", info.kind.name());
    // Before the handshake the other side may still turn out to speak the encrypted transport, which
    // this node does not.
    out.push("transport_protocol_type", "v1");
    out.push("session_id", "");
    out
}
