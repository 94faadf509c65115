//! Bitcoin Core's REST interface (`rest.cpp`): public facts of the chain under `/rest/`, on RPC's
//! port, without a password.
//!
//! ```text
//! /rest/tx/<txid>                 /rest/headers/<hash>?count=<n>     /rest/mempool/<info|contents>
//! /rest/block/<hash>              /rest/blockhashbyheight/<height>   /rest/getutxos/<outpoints>
//! /rest/block/notxdetails/<hash>  /rest/spenttxouts/<hash>           /rest/chaininfo
//! /rest/blockpart/<hash>          /rest/blockfilter[headers]/...     /rest/deploymentinfo/<hash>
//! ```
//!
//! A suffix chooses the form: `.bin`, `.hex` or `.json`. What RPC has a method for is that method's
//! answer, so the two cannot differ. Does not know who may connect; `http` does.

mod blocks;
mod filters;
mod mempool;
mod reply;
mod uri;
mod utxos;

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use quarry_api::rpc::Json;
use quarry_primitives::{Network, Script, Txid};

use super::exec::{self, Server};
use super::shape::{TxShape, push_script, tx_hex, tx_json};
use crate::Node;
use reply::{Failure, Reply, no_such_format};
use uri::{Format, hash};

/// What a path answers.
type Answer = Result<Reply, Failure>;

/// A request as a path sees it.
#[derive(Debug)]
struct Ask<'a> {
    server: &'a Arc<Server>,
    node: &'a Node,
    /// All of the path and the query.
    uri: &'a str,
    /// What follows the path's own words, without query and suffix.
    rest: &'a str,
    format: Option<Format>,
    body: &'a [u8],
}

impl Ask<'_> {
    fn network(&self) -> Network {
        self.server.deps.network
    }

    /// An output's script as all answers show it.
    fn script_json(&self, script: &Script) -> Json {
        let mut out = Json::object([]);
        push_script(&mut out, script, None, true, self.network());
        out
    }

    /// What an RPC answers.
    fn rpc(&self, method: &str, params: Vec<Json>) -> Result<Json, Failure> {
        exec::call_now(self.server, method, params)
            .map_err(|error| Failure::internal(error.message))
    }

    /// The value of a part of the query.
    fn query(&self, name: &str) -> Result<Option<String>, Failure> {
        uri::query(self.uri, name).map_err(Failure::bad)
    }
}

/// A path's function.
type Handler = fn(&Ask<'_>) -> Answer;

/// The paths, the first that fits first.
const PATHS: &[(&str, Handler)] = &[
    ("/rest/tx/", transaction),
    ("/rest/block/notxdetails/", blocks::ids),
    ("/rest/block/", blocks::full),
    ("/rest/blockpart/", blocks::part),
    ("/rest/blockfilter/", filters::filter),
    ("/rest/blockfilterheaders/", filters::headers),
    ("/rest/chaininfo", chain_info),
    ("/rest/mempool/", mempool::answer),
    ("/rest/headers/", blocks::headers),
    ("/rest/getutxos", utxos::answer),
    ("/rest/deploymentinfo/", deployment_info),
    ("/rest/deploymentinfo", deployment_info),
    ("/rest/blockhashbyheight/", blocks::hash_by_height),
    ("/rest/spenttxouts/", blocks::spent_outputs),
];

fn find(uri: &str) -> Option<(&'static str, Handler)> {
    PATHS.iter().find(|(prefix, _)| uri.starts_with(prefix)).copied()
}

/// Whether a path is one of these.
pub(super) fn knows(uri: &str) -> bool {
    find(uri).is_some()
}

/// Answers. Blocks.
pub(super) fn answer(server: &Arc<Server>, uri: &str, body: &[u8]) -> Response {
    let answer = match (server.warmup(), server.deps.node.get(), find(uri)) {
        (Some(status), _, _) => Err(warming_up(&status)),
        (None, None, _) => Err(warming_up("Loading block index…")),
        (None, Some(_), None) => Err(Failure::new(StatusCode::NOT_FOUND, "")),
        (None, Some(node), Some((prefix, handler))) => {
            let (rest, format) = uri::split_format(&uri[prefix.len()..]);
            handler(&Ask { server, node, uri, rest, format, body })
        }
    };
    reply::response(answer)
}

fn warming_up(status: &str) -> Failure {
    let text = format!("Service temporarily unavailable: {status}");
    Failure::new(StatusCode::SERVICE_UNAVAILABLE, text)
}

fn transaction(ask: &Ask<'_>) -> Answer {
    let txid: Txid = hash(ask.rest)?;
    let found = ask.node.read(|chain| chain.transaction(&txid)).map_err(Failure::store)?;
    let found = found.ok_or_else(|| Failure::not_found(format!("{} not found", ask.rest)))?;
    match ask.format {
        Some(Format::Json) => {
            let block = found.block.map(|(hash, _)| hash);
            let shape = TxShape { block, hex: true, ..TxShape::plain(ask.network()) };
            Ok(Reply::Json(tx_json(&found.tx, shape)))
        }
        Some(Format::Hex) => Ok(Reply::Text(tx_hex(&found.tx))),
        Some(Format::Bin) => Ok(Reply::Bytes(quarry_primitives::consensus::serialize(&found.tx))),
        None => Err(no_such_format()),
    }
}

/// For the paths that have no other form.
fn only_json(ask: &Ask<'_>) -> Result<(), Failure> {
    let is_json = ask.format == Some(Format::Json);
    let refused = || Failure::not_found("output format not found (available: json)");
    is_json.then_some(()).ok_or_else(refused)
}

fn chain_info(ask: &Ask<'_>) -> Answer {
    only_json(ask)?;
    ask.rpc("getblockchaininfo", Vec::new()).map(Reply::Json)
}

fn deployment_info(ask: &Ask<'_>) -> Answer {
    only_json(ask)?;
    let mut params = Vec::new();
    if !ask.rest.is_empty() {
        let hash = hash(ask.rest)?;
        if ask.node.read(|chain| chain.header(&hash)).is_none() {
            return Err(Failure::bad("Block not found"));
        }
        params.push(Json::from(ask.rest));
    }
    ask.rpc("getdeploymentinfo", params).map(Reply::Json)
}
